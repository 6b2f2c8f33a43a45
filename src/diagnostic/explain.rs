//! What there is to know about a kind of mistake, for `jumelage explain`.

use unicode_width::UnicodeWidthStr;

use super::Code;

/// The width that text is wrapped at.
const COLUMNS: usize = 80;

/// Explains one kind: its name, what it means, and what to do.
#[must_use]
pub fn explain(code: Code) -> String {
    let title = format!("{}[{}]", code.severity().as_str(), code.name());
    let mut page =
        format!("{title}\n\n{}\n\n{}\n", wrap(code.sentence()), wrap(code.explanation()));
    if code.is_rule() {
        page += &format!("\n{}\n", wrap(&about_rule(code)));
    }
    page
}

/// How a rule is changed, and lifted.
#[must_use]
pub fn about_rule(code: Code) -> String {
    let name = code.name();
    if let Some(rule) = name.strip_prefix("policy-") {
        let on = if code == Code::PolicyReviewInterval { "{ every: 2 years }" } else { "warning" };
        return format!(
            "This is a rule of affiliation, and off unless the site asks for it. In `content/site.yaml`, \
             `policy: {{ {rule}: {on} }}` turns it on; other levels are `note` and `error`. A partner that it \
             does not hold for is named there too: `{{ level: warning, except: [ID], because: the reason }}`."
        );
    }
    format!(
        "This is a rule. In `content/site.yaml`, `rules: {{ {name}: off }}` turns it off for the whole site; \
         other levels are `note`, `warning` and `error`. At one place, `<!-- allow {name}: the reason -->` before \
         a paragraph or at the end of its line, or `# allow {name}: the reason` among the facts, lifts it."
    )
}

/// Lists every kind with its sentence, in the order of the manual.
#[must_use]
pub fn explain_all() -> String {
    let width = Code::ALL.iter().map(|code| code.name().len()).max().unwrap_or_default();
    Code::ALL.iter().map(|code| format!("{:width$}  {}\n", code.name(), code.sentence())).collect()
}

/// Breaks a text between words, but never within `code`, which would be copied with the break.
fn wrap(text: &str) -> String {
    let mut wrapped = String::with_capacity(text.len() + text.len() / COLUMNS + 1);
    let mut column = 0;
    let mut in_code = false;
    let words = text.split(|c: char| {
        in_code ^= c == '`';
        c == ' ' && !in_code
    });
    for word in words {
        if column > 0 && column + 1 + word.width() > COLUMNS {
            wrapped.push('\n');
            column = 0;
        } else if column > 0 {
            wrapped.push(' ');
            column += 1;
        }
        wrapped += word;
        column += word.width();
    }
    wrapped
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn an_explanation_has_a_title_a_sentence_and_advice() {
        expect![[r#"
            error[bad-date]

            A date is not written in a form that can be read.

            Dates are written with the year first: `1982`, `1982-06`, `1982-06-25`. A range
            has a slash: `2013-05-23/2013-05-31`. What still goes on ends in two dots:
            `2019/..`. About 1957 is `1957~`. One of several dates is written in brackets
            and quotes: `"[1985-08, 1987-04]"`. Write only as much as is known: a month
            stays a month on the page. The name of this notation is EDTF.
        "#]]
        .assert_eq(&explain(Code::BadDate));
    }

    #[test]
    fn every_explanation_fits() {
        for &code in Code::ALL {
            for line in explain(code).lines() {
                assert!(line.width() <= COLUMNS, "{}: {line}", code.name());
                assert!(line.matches('`').count() % 2 == 0, "{}: {line}", code.name());
            }
        }
    }

    #[test]
    fn the_table_has_a_row_for_every_code() {
        let table = explain_all();
        assert_eq!(table.lines().count(), Code::ALL.len());
        let row = table.lines().find(|row| row.starts_with("unknown-key ")).unwrap();
        assert!(row.ends_with("  A key is not known here."), "{row}");
    }

    #[test]
    fn a_word_longer_than_a_line_stands_alone() {
        let long = "x".repeat(100);
        assert_eq!(wrap(&format!("a {long} b")), format!("a\n{long}\nb"));
    }
}
