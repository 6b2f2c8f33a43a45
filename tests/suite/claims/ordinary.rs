//! Sentences that say nothing of the facts that could be wrong, many of them nearly.

use super::programme;

/// The rules about what texts say.
const RULES: [&str; 6] = [
    "count-disagrees",
    "status-contradicts-text",
    "date-disagrees",
    "causes-disagree",
    "list-order",
    "delegation-count",
];

const SENTENCES: &str = include_str!("ordinary.txt");

fn sentences() -> impl Iterator<Item = &'static str> {
    SENTENCES.lines().filter(|line| !line.is_empty())
}

#[track_caller]
fn says_nothing(path: &str, front_matter: &str, separator: &str) {
    let text = sentences().collect::<Vec<_>>().join(separator);
    let drawn = programme(&format!("//- {path}\n---\n{front_matter}\n---\n{text}\n")).drawn();
    for rule in RULES {
        assert!(!drawn.contains(&format!("[{rule}]")), "{drawn}");
    }
}

#[test]
fn there_are_enough_of_them() {
    assert!(sentences().count() > 250, "{}", sentences().count());
}

#[test]
fn on_a_page() {
    says_nothing("content/pages/about.md", "title: About us", "\n\n");
}

#[test]
fn on_the_home_page() {
    says_nothing("content/home.md", "title: Home", "\n\n");
}

#[test]
fn on_the_page_of_a_city() {
    let gaeta = "name: Gaeta\ncountry: IT\nrelationship: { established: 1982-12, status: active }";
    says_nothing("content/cities/gaeta.md", gaeta, "\n\n");
}

#[test]
fn in_one_paragraph() {
    says_nothing("content/pages/about.md", "title: About us", "\n");
}

#[test]
fn in_a_list() {
    let text: String = sentences().map(|sentence| format!("- {sentence}\n")).collect();
    let drawn = programme(&text).drawn();
    for rule in RULES {
        assert!(!drawn.contains(&format!("[{rule}]")), "{drawn}");
    }
}
