//! Findings for the tests of this folder, as an editor could meet them.

use super::Code;
use super::finding::{Excerpt, Finding, Spot};

const CITY: &str = "content/cities/les-cayes.md";

/// An error with a spot, a label and help.
pub(super) fn unknown_committee() -> Finding {
    Finding {
        excerpts: vec![excerpt(CITY, 11, "  committee: haitii", "haitii", "referred to here")],
        help: vec!["did you mean `haiti`?".to_owned()],
        ..finding(Code::UnknownCommittee, "no committee is called `haitii`")
    }
}

/// An error with help and two places, whose line numbers differ in length.
pub(super) fn duplicate_key() -> Finding {
    Finding {
        excerpts: vec![
            excerpt(CITY, 112, "name: Okay", "name", "written again here"),
            excerpt(CITY, 3, "name: Les Cayes", "name", "first written here"),
        ],
        help: vec!["remove one of the two".to_owned()],
        ..finding(Code::DuplicateKey, "`name` is written twice")
    }
}

/// An error about whole files, with a label on the second.
pub(super) fn duplicate_id() -> Finding {
    let file = |name: &str, label: Option<&str>| Excerpt {
        file: format!("content/pages/{name}"),
        spot: None,
        label: label.map(str::to_owned),
    };
    Finding {
        excerpts: vec![file("about.md", None), file("à propos.md", Some("the other one"))],
        help: vec!["rename one of them".to_owned()],
        ..finding(Code::DuplicateId, "two pages are called `about`")
    }
}

/// A warning that spans lines.
pub(super) fn no_relationship() -> Finding {
    let text = "---\nname: Les Cayes\ncountry: HT\n---\n";
    let spot = Spot::of(text, &(4..32));
    Finding {
        excerpts: vec![Excerpt { file: CITY.to_owned(), spot: Some(spot), label: None }],
        help: vec!["add `relationship:`".to_owned(), "or make it a page".to_owned()],
        ..finding(Code::NoRelationship, "nothing binds `les-cayes` to the home city")
    }
}

/// A note without a place.
pub(super) fn no_base_url() -> Finding {
    finding(Code::NoBaseUrl, "the site has no `base_url`")
}

/// An error in which every text tries to reach beyond its line.
pub(super) fn hostile() -> Finding {
    let file = "content/a,b:100%\u{1b}.md";
    Finding {
        excerpts: vec![excerpt(file, 1, "name: \u{1b}[2Jx\u{202e}y", "x\u{202e}y", "\u{7}here")],
        help: vec!["try\n::error::this, or: 100%".to_owned()],
        ..finding(Code::BadId, "`\u{1b}[2J\u{202e}\u{9b}` cannot be an id\r\n::warning::x")
    }
}

fn finding(code: Code, message: &str) -> Finding {
    Finding {
        severity: code.severity(),
        code,
        message: message.to_owned(),
        excerpts: Vec::new(),
        help: Vec::new(),
    }
}

/// A place in line `number`, which reads `line`, where `word` stands.
fn excerpt(file: &str, number: usize, line: &str, word: &str, label: &str) -> Excerpt {
    let text = format!("{}{line}\n", "\n".repeat(number - 1));
    let start = text.find(word).unwrap();
    let spot = Spot::of(&text, &(start..start + word.len()));
    Excerpt { file: file.to_owned(), spot: Some(spot), label: Some(label.to_owned()) }
}
