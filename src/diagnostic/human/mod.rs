//! Draws findings for people, in a terminal.

mod line;

use self::line::Line;
use super::visible::visible;
use super::{Excerpt, Finding, Severity, Withheld};
use crate::values::Visibility;

/// The terminal's code for the frame around an excerpt: blue.
const FRAME: &str = "34";

/// The terminal's code for the word `help`: cyan.
const HELP: &str = "36";

/// How to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Style {
    /// Whether to colour what is drawn with the codes of a terminal.
    pub colour: bool,
}

impl Style {
    fn paint(self, colour: &str, text: &str) -> String {
        if self.colour { format!("\u{1b}[{colour}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

/// Draws findings with the lines they are about, an empty line between one and the next.
///
/// Nothing that a site holds reaches the terminal as a command: see `visible`.
#[must_use]
pub fn draw(findings: &[Finding], style: Style) -> String {
    findings.iter().map(|finding| draw_finding(finding, style)).collect::<Vec<_>>().join("\n")
}

/// Says how many errors and warnings there are; nothing, if there are none.
///
/// ```
/// use jumelage::diagnostic::human;
///
/// assert_eq!(human::summary(&[]), "");
/// ```
#[must_use]
pub fn summary(findings: &[Finding]) -> String {
    let counts = [Severity::Error, Severity::Warning].map(|severity| {
        let count = findings.iter().filter(|finding| finding.severity == severity).count();
        let plural = if count == 1 { "" } else { "s" };
        (count > 0).then(|| format!("{count} {}{plural}", severity.as_str()))
    });
    counts.into_iter().flatten().collect::<Vec<_>>().join(" and ")
}

/// Lists what is left out, and why: a line for each; nothing, if nothing is.
#[must_use]
pub fn list_withheld(withheld: &[Withheld]) -> String {
    let lines = withheld.iter().map(|withheld| {
        let why = match withheld.visibility {
            Visibility::Public => "nothing keeps it from being published".to_owned(),
            Visibility::Draft => "it is a draft".to_owned(),
            Visibility::Scheduled(first) => format!("it will be published from {first} on"),
            Visibility::Expired(last) => format!("its last day was {last}"),
        };
        format!("left out: {}: {why}\n", visible(withheld.file.as_str()))
    });
    lines.collect()
}

fn draw_finding(finding: &Finding, style: Style) -> String {
    let colour = severity_colour(finding.severity);
    let spots = finding.excerpts.iter().filter_map(|excerpt| excerpt.spot.as_ref());
    let margin = spots.map(|spot| spot.line.to_string().len()).max().unwrap_or(1);

    let kind = format!("{}[{}]", finding.severity.as_str(), finding.code.name());
    let mut drawing = format!("{}: {}\n", style.paint(colour, &kind), visible(&finding.message));
    for excerpt in &finding.excerpts {
        drawing += &draw_excerpt(excerpt, margin, colour, style);
    }
    for help in &finding.help {
        let word = style.paint(HELP, "help:");
        drawing += &format!("{:margin$} {word} {}\n", "", visible(help));
    }
    drawing
}

/// Draws a place; line numbers are `margin` columns wide.
fn draw_excerpt(excerpt: &Excerpt, margin: usize, colour: &str, style: Style) -> String {
    let corner = style.paint(FRAME, "╭─▸");
    let file = visible(&excerpt.file);
    let label = excerpt.label.as_deref().map(visible);
    let Some(spot) = &excerpt.spot else {
        let label = label.map(|label| format!(": {label}")).unwrap_or_default();
        return format!("{:margin$} {corner} {file}{label}\n", "");
    };

    let line = Line::of(spot);
    let bar = style.paint(FRAME, "│");
    let number = style.paint(FRAME, &format!("{:margin$}", spot.line));
    let carets = style.paint(colour, &"‾".repeat(line.carets));
    let label = label.map(|label| format!(" {label}")).unwrap_or_default();

    let place = format!("{:margin$} {corner} {file}:{}:{}", "", spot.line, spot.column);
    let source = format!("{number} {bar} {}", line.text);
    let underline =
        format!("{:margin$} {bar} {:indent$}{carets}{label}", "", "", indent = line.indent);
    format!("{place}\n{}\n{underline}\n", source.trim_end())
}

fn severity_colour(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "1;31",
        Severity::Warning => "1;33",
        Severity::Note => "1;34",
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::diagnostic::finding::Spot;
    use crate::diagnostic::sample;

    fn check(findings: &[Finding], expected: &Expect) {
        expected.assert_eq(&draw(findings, Style::default()));
    }

    #[test]
    fn a_finding_shows_the_line_it_is_about() {
        check(
            &[sample::unknown_committee()],
            &expect![[r#"
            error[unknown-committee]: no committee is called `haitii`
               ╭─▸ content/cities/les-cayes.md:11:14
            11 │   committee: haitii
               │              ‾‾‾‾‾‾ referred to here
               help: did you mean `haiti`?
        "#]],
        );
    }

    #[test]
    fn related_places_stand_below_with_the_same_margin() {
        check(
            &[sample::duplicate_key()],
            &expect![[r#"
                error[duplicate-key]: `name` is written twice
                    ╭─▸ content/cities/les-cayes.md:112:1
                112 │ name: Okay
                    │ ‾‾‾‾ written again here
                    ╭─▸ content/cities/les-cayes.md:3:1
                  3 │ name: Les Cayes
                    │ ‾‾‾‾ first written here
                    help: remove one of the two
            "#]],
        );
    }

    #[test]
    fn a_finding_without_a_spot_names_its_file() {
        check(
            &[sample::duplicate_id(), sample::no_base_url()],
            &expect![[r#"
            error[duplicate-id]: two pages are called `about`
              ╭─▸ content/pages/about.md
              ╭─▸ content/pages/à propos.md: the other one
              help: rename one of them

            note[no-base-url]: the site has no `base_url`
        "#]],
        );
    }

    #[test]
    fn an_empty_line_has_a_caret_and_no_trailing_space() {
        let mut finding = sample::unknown_committee();
        finding.excerpts[0].spot = Some(Spot::of("a\n\nb", &(2..2)));
        finding.excerpts[0].label = None;
        finding.help.clear();
        check(
            &[finding],
            &expect![[r#"
            error[unknown-committee]: no committee is called `haitii`
              ╭─▸ content/cities/les-cayes.md:2:1
            2 │
              │ ‾
        "#]],
        );
    }

    #[test]
    fn colours_follow_the_severity() {
        let findings =
            [sample::unknown_committee(), sample::no_relationship(), sample::no_base_url()];
        let drawing = draw(&findings, Style { colour: true }).replace('\u{1b}', "ESC");
        expect![[r#"
            ESC[1;31merror[unknown-committee]ESC[0m: no committee is called `haitii`
               ESC[34m╭─▸ESC[0m content/cities/les-cayes.md:11:14
            ESC[34m11ESC[0m ESC[34m│ESC[0m   committee: haitii
               ESC[34m│ESC[0m              ESC[1;31m‾‾‾‾‾‾ESC[0m referred to here
               ESC[36mhelp:ESC[0m did you mean `haiti`?

            ESC[1;33mwarning[no-relationship]ESC[0m: nothing binds `les-cayes` to the home city
              ESC[34m╭─▸ESC[0m content/cities/les-cayes.md:2:1
            ESC[34m2ESC[0m ESC[34m│ESC[0m name: Les Cayes
              ESC[34m│ESC[0m ESC[1;33m‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾ESC[0m
              ESC[36mhelp:ESC[0m add `relationship:`
              ESC[36mhelp:ESC[0m or make it a page

            ESC[1;34mnote[no-base-url]ESC[0m: the site has no `base_url`
        "#]]
        .assert_eq(&drawing);
    }

    #[test]
    fn text_of_the_site_cannot_steer_the_terminal() {
        check(
            &[sample::hostile()],
            &expect![[r#"
            error[bad-id]: `\u{1b}[2J\u{202e}\u{9b}` cannot be an id\u{d}\u{a}::warning::x
              ╭─▸ content/a,b:100%\u{1b}.md:1:11
            1 │ name: \u{1b}[2Jx\u{202e}y
              │                ‾‾‾‾‾‾‾‾‾‾ \u{7}here
              help: try\u{a}::error::this, or: 100%
        "#]],
        );
    }

    #[test]
    fn nothing_is_drawn_for_no_findings() {
        assert_eq!(draw(&[], Style { colour: true }), "");
    }

    #[test]
    fn the_summary_counts_errors_and_warnings() {
        let error = sample::unknown_committee();
        let warning = sample::no_relationship();
        let note = sample::no_base_url();
        assert_eq!(summary(&[error.clone(), warning.clone(), error]), "2 errors and 1 warning");
        assert_eq!(summary(&[note.clone(), warning]), "1 warning");
        assert_eq!(summary(&[note]), "");
    }
}
