//! Findings as JSON, for programs that know jumelage.
//!
//! ```json
//! {
//!   "version": 1,
//!   "findings": [
//!     {
//!       "severity": "error",
//!       "code": "unknown-committee",
//!       "meaning": "No committee has this id.",
//!       "message": "no committee is called `haitii`",
//!       "places": [
//!         {
//!           "file": "content/cities/les-cayes.md",
//!           "line": 11,
//!           "column": 14,
//!           "endLine": 11,
//!           "endColumn": 20,
//!           "label": "referred to here"
//!         }
//!       ],
//!       "help": ["did you mean `haiti`?"]
//!     }
//!   ],
//!   "withheld": [
//!     { "file": "content/news/soon.md", "why": "scheduled", "day": "2026-06-01" }
//!   ]
//! }
//! ```
//!
//! - `severity` is `error`, `warning` or `note`.
//! - `code` is the stable name of the kind of mistake, `meaning` one sentence about that kind.
//! - `places` begins with the main place; it is empty when the mistake is nowhere in particular.
//! - `file` is relative to the site's folder, with `/` between its parts.
//! - Lines and columns count from 1, columns count Unicode characters, and `endColumn` is the
//!   column just behind the spot. The four are absent when the whole file is meant.
//! - `label` is absent when there is none.
//! - `withheld` is what the build left out. `why` is `draft`, `scheduled` (with the first `day`) or
//!   `expired` (with the last).
//!
//! `version` grows when a field is removed or changes its meaning, and not when one is added.

use serde::Serialize;

use super::document;
use crate::diagnostic::{Excerpt, Finding, Withheld};
use crate::values::Visibility;

/// The version of the shape above.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    findings: Vec<Entry<'a>>,
    withheld: Vec<LeftOut<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    severity: &'static str,
    code: &'static str,
    meaning: &'static str,
    message: &'a str,
    places: Vec<Place<'a>>,
    help: &'a [String],
}

#[derive(Serialize)]
struct LeftOut<'a> {
    file: &'a str,
    why: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<String>,
}

#[derive(Serialize)]
struct Place<'a> {
    file: &'a str,
    #[serde(flatten)]
    spot: Option<Spot>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Spot {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

/// Writes findings, and what is left out, as one JSON document, in their order.
#[must_use]
pub fn json(findings: &[Finding], withheld: &[Withheld]) -> String {
    document(&Report {
        version: VERSION,
        findings: findings.iter().map(entry).collect(),
        withheld: withheld.iter().map(left_out).collect(),
    })
}

fn left_out(withheld: &Withheld) -> LeftOut<'_> {
    let (why, day) = match withheld.visibility {
        Visibility::Public => ("public", None),
        Visibility::Draft => ("draft", None),
        Visibility::Scheduled(first) => ("scheduled", Some(first)),
        Visibility::Expired(last) => ("expired", Some(last)),
    };
    LeftOut { file: withheld.file.as_str(), why, day: day.map(|day| day.to_string()) }
}

fn entry(finding: &Finding) -> Entry<'_> {
    Entry {
        severity: finding.severity.as_str(),
        code: finding.code.name(),
        meaning: finding.code.sentence(),
        message: &finding.message,
        places: finding.excerpts.iter().map(place).collect(),
        help: &finding.help,
    }
}

fn place(excerpt: &Excerpt) -> Place<'_> {
    let spot = excerpt.spot.as_ref().map(|spot| Spot {
        line: spot.line,
        column: spot.column,
        end_line: spot.end_line,
        end_column: spot.end_column,
    });
    Place { file: &excerpt.file, spot, label: excerpt.label.as_deref() }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::diagnostic::sample;

    #[test]
    fn the_shape_is_as_documented() {
        let findings = [sample::unknown_committee(), sample::duplicate_id(), sample::no_base_url()];
        expect![[r#"
            {
              "version": 1,
              "findings": [
                {
                  "severity": "error",
                  "code": "unknown-committee",
                  "meaning": "No committee has this id.",
                  "message": "no committee is called `haitii`",
                  "places": [
                    {
                      "file": "content/cities/les-cayes.md",
                      "line": 11,
                      "column": 14,
                      "endLine": 11,
                      "endColumn": 20,
                      "label": "referred to here"
                    }
                  ],
                  "help": [
                    "did you mean `haiti`?"
                  ]
                },
                {
                  "severity": "error",
                  "code": "duplicate-id",
                  "meaning": "Two things of the same kind have the same id.",
                  "message": "two pages are called `about`",
                  "places": [
                    {
                      "file": "content/pages/about.md"
                    },
                    {
                      "file": "content/pages/à propos.md",
                      "label": "the other one"
                    }
                  ],
                  "help": [
                    "rename one of them"
                  ]
                },
                {
                  "severity": "note",
                  "code": "no-base-url",
                  "meaning": "The address of the site is not known.",
                  "message": "the site has no `base_url`",
                  "places": [],
                  "help": []
                }
              ],
              "withheld": []
            }
        "#]]
        .assert_eq(&json(&findings, &[]));
    }

    #[test]
    fn no_findings_are_a_document_as_well() {
        expect![[r#"
            {
              "version": 1,
              "findings": [],
              "withheld": []
            }
        "#]]
        .assert_eq(&json(&[], &[]));
    }

    #[test]
    fn the_document_keeps_every_character_and_cannot_steer_a_terminal() {
        let finding = sample::hostile();
        let written = json(std::slice::from_ref(&finding), &[]);
        assert!(!written.contains(['\u{1b}', '\u{9b}', '\u{202e}']));
        let read: serde_json::Value = serde_json::from_str(&written).unwrap();
        assert_eq!(read["findings"][0]["message"], finding.message.as_str());
    }
}
