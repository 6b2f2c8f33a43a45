//! Findings as SARIF 2.1.0, which code hosts and editors understand.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::document;
use crate::diagnostic::{Code, Excerpt, Finding};

/// What file addresses are relative to, as other tools call it.
const ROOT: &str = "%SRCROOT%";

/// Writes findings as a SARIF log with one run, in their order.
#[must_use]
pub fn sarif(findings: &[Finding]) -> String {
    let codes: BTreeSet<Code> = findings.iter().map(|finding| finding.code).collect();
    let codes: Vec<Code> = codes.into_iter().collect();
    document(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "jumelage",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": codes.iter().copied().map(rule).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": { ROOT: { "description": { "text": "The site's folder." } } },
            "results": findings.iter().map(|finding| result(finding, &codes)).collect::<Vec<_>>(),
        }],
    }))
}

fn rule(code: Code) -> Value {
    let (sentence, explanation) = (code.sentence(), code.explanation());
    json!({
        "id": code.name(),
        "shortDescription": { "text": sentence },
        "fullDescription": { "text": format!("{sentence} {explanation}") },
        "help": { "text": explanation, "markdown": explanation },
        "defaultConfiguration": { "level": code.severity().as_str() },
    })
}

fn result(finding: &Finding, codes: &[Code]) -> Value {
    let mut text = finding.message.clone();
    for help in &finding.help {
        text += &format!("\nhelp: {help}");
    }
    let mut result = json!({
        "ruleId": finding.code.name(),
        "ruleIndex": codes.binary_search(&finding.code).expect("the codes are those that occur"),
        "level": finding.severity.as_str(),
        "message": { "text": text },
    });
    if let [main, related @ ..] = finding.excerpts.as_slice() {
        result["locations"] = json!([location(main)]);
        if !related.is_empty() {
            result["relatedLocations"] = related.iter().map(location).collect();
        }
    }
    result
}

fn location(excerpt: &Excerpt) -> Value {
    let artifact = json!({ "uri": relative_uri(&excerpt.file), "uriBaseId": ROOT });
    let mut location = json!({ "physicalLocation": { "artifactLocation": artifact } });
    if let Some(spot) = &excerpt.spot {
        location["physicalLocation"]["region"] = json!({
            "startLine": spot.line,
            "startColumn": spot.column,
            "endLine": spot.end_line,
            "endColumn": spot.end_column,
        });
    }
    if let Some(label) = &excerpt.label {
        location["message"] = json!({ "text": label });
    }
    location
}

/// A path as an address: every byte that could mean something else there is percent-encoded.
fn relative_uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri += &format!("%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::diagnostic::sample;

    #[test]
    fn a_log_without_findings_has_an_empty_run() {
        let version = concat!("\"", env!("CARGO_PKG_VERSION"), "\"");
        expect![[r#"
            {
              "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
              "version": "2.1.0",
              "runs": [
                {
                  "tool": {
                    "driver": {
                      "name": "jumelage",
                      "version": VERSION,
                      "rules": []
                    }
                  },
                  "columnKind": "unicodeCodePoints",
                  "originalUriBaseIds": {
                    "%SRCROOT%": {
                      "description": {
                        "text": "The site's folder."
                      }
                    }
                  },
                  "results": []
                }
              ]
            }
        "#]]
        .assert_eq(&sarif(&[]).replace(version, "VERSION"));
    }

    #[test]
    fn a_rule_tells_what_its_code_means() {
        expect![[r#"
            {
              "id": "missing-key",
              "shortDescription": {
                "text": "A key that is needed is not there."
              },
              "fullDescription": {
                "text": "A key that is needed is not there. The page cannot be made without it. Add a line with the key and its value."
              },
              "help": {
                "text": "The page cannot be made without it. Add a line with the key and its value.",
                "markdown": "The page cannot be made without it. Add a line with the key and its value."
              },
              "defaultConfiguration": {
                "level": "error"
              }
            }
        "#]].assert_eq(&document(&rule(Code::MissingKey)));
    }

    #[test]
    fn a_result_has_its_places_and_its_help() {
        let written = document(&result(&sample::duplicate_key(), &[Code::DuplicateKey]));
        expect![[r#"
            {
              "ruleId": "duplicate-key",
              "ruleIndex": 0,
              "level": "error",
              "message": {
                "text": "`name` is written twice\nhelp: remove one of the two"
              },
              "locations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "content/cities/les-cayes.md",
                      "uriBaseId": "%SRCROOT%"
                    },
                    "region": {
                      "startLine": 112,
                      "startColumn": 1,
                      "endLine": 112,
                      "endColumn": 5
                    }
                  },
                  "message": {
                    "text": "written again here"
                  }
                }
              ],
              "relatedLocations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "content/cities/les-cayes.md",
                      "uriBaseId": "%SRCROOT%"
                    },
                    "region": {
                      "startLine": 3,
                      "startColumn": 1,
                      "endLine": 3,
                      "endColumn": 5
                    }
                  },
                  "message": {
                    "text": "first written here"
                  }
                }
              ]
            }
        "#]]
        .assert_eq(&written);
    }

    #[test]
    fn findings_of_one_kind_share_its_rule() {
        let findings = [sample::no_base_url(), sample::duplicate_id(), sample::no_base_url()];
        let log: Value = serde_json::from_str(&sarif(&findings)).unwrap();
        let run = &log["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
        assert_eq!(rules.len(), 2);
        for result in run["results"].as_array().unwrap() {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(rules[index]["id"], result["ruleId"]);
        }
        assert_eq!(run["results"][0]["level"], "note");
        assert_eq!(run["results"][0].get("locations"), None);
    }

    #[test]
    fn a_path_becomes_an_address() {
        assert_eq!(relative_uri("content/à b:1#?.md"), "content/%C3%A0%20b%3A1%23%3F.md");
    }
}
