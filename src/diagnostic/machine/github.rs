//! Findings as commands that make GitHub show them beside the changed lines.

use crate::diagnostic::visible::visible;
use crate::diagnostic::{Excerpt, Finding, Severity};

/// Writes findings as workflow commands, one a line, in their order.
#[must_use]
pub fn github(findings: &[Finding]) -> String {
    findings.iter().map(command).collect()
}

fn command(finding: &Finding) -> String {
    let level = match finding.severity {
        Severity::Note => "notice",
        Severity::Warning | Severity::Error => finding.severity.as_str(),
    };
    let mut properties = finding.excerpts.first().map(place).unwrap_or_default();
    properties.push(("title", finding.code.name().to_owned()));
    let properties: Vec<String> = properties
        .iter()
        .map(|(name, value)| format!("{name}={}", escape_property(value)))
        .collect();
    format!("::{level} {}::{}\n", properties.join(","), escape(&text(finding)))
}

fn place(excerpt: &Excerpt) -> Vec<(&'static str, String)> {
    let mut properties = vec![("file", visible(&excerpt.file).into_owned())];
    let Some(spot) = &excerpt.spot else { return properties };
    properties.push(("line", spot.line.to_string()));
    // GitHub takes columns only when the spot is within one line.
    if spot.line == spot.end_line {
        properties.push(("col", spot.column.to_string()));
    }
    properties.push(("endLine", spot.end_line.to_string()));
    if spot.line == spot.end_line {
        properties.push(("endColumn", spot.end_column.to_string()));
    }
    properties
}

/// The message, the related places, which have no properties of their own, and the help.
fn text(finding: &Finding) -> String {
    let mut lines = vec![visible(&finding.message).into_owned()];
    lines.extend(finding.excerpts.iter().skip(1).map(related));
    lines.extend(finding.help.iter().map(|help| format!("help: {}", visible(help))));
    lines.join("\n")
}

fn related(excerpt: &Excerpt) -> String {
    let file = visible(&excerpt.file);
    let label = visible(excerpt.label.as_deref().unwrap_or("see also"));
    match &excerpt.spot {
        Some(spot) => format!("{label}: {file}:{}:{}", spot.line, spot.column),
        None => format!("{label}: {file}"),
    }
}

fn escape(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn escape_property(text: &str) -> String {
    escape(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::diagnostic::sample;

    #[test]
    fn each_finding_is_one_command() {
        let findings = [
            sample::unknown_committee(),
            sample::duplicate_key(),
            sample::duplicate_id(),
            sample::no_relationship(),
            sample::no_base_url(),
        ];
        expect![[r#"
            ::error file=content/cities/les-cayes.md,line=11,col=14,endLine=11,endColumn=20,title=unknown-committee::no committee is called `haitii`%0Ahelp: did you mean `haiti`?
            ::error file=content/cities/les-cayes.md,line=112,col=1,endLine=112,endColumn=5,title=duplicate-key::`name` is written twice%0Afirst written here: content/cities/les-cayes.md:3:1%0Ahelp: remove one of the two
            ::error file=content/pages/about.md,title=duplicate-id::two pages are called `about`%0Athe other one: content/pages/à propos.md%0Ahelp: rename one of them
            ::warning file=content/cities/les-cayes.md,line=2,endLine=3,title=no-relationship::nothing binds `les-cayes` to the home city%0Ahelp: add `relationship:`%0Ahelp: or make it a page
            ::notice title=no-base-url::the site has no `base_url`
        "#]].assert_eq(&github(&findings));
    }

    #[test]
    fn text_of_the_site_cannot_give_a_command_of_its_own() {
        expect![[r#"
            ::error file=content/a%2Cb%3A100%25\u{1b}.md,line=1,col=11,endLine=1,endColumn=14,title=bad-id::`\u{1b}[2J\u{202e}\u{9b}` cannot be an id\u{d}\u{a}::warning::x%0Ahelp: try\u{a}::error::this, or: 100%25
        "#]].assert_eq(&github(&[sample::hostile()]));
    }

    #[test]
    fn the_escapes_are_those_of_github() {
        assert_eq!(escape("100%\r\n"), "100%25%0D%0A");
        assert_eq!(escape_property("a:b,c%"), "a%3Ab%2Cc%25");
    }
}
