//! Every kind of mistake has a site that makes it; the modules are the parts of the manual's list.

mod claims;
mod facts;
mod files;
mod languages;
mod parts;
mod policy;
mod prose;
mod references;
mod rules;
mod themes;
mod values;
mod yaml;

use jumelage::diagnostic::Code;

/// The fixtures of this folder.
const FIXTURES: &[&str] = &[
    include_str!("claims.rs"),
    include_str!("facts.rs"),
    include_str!("files.rs"),
    include_str!("../following.rs"),
    include_str!("languages.rs"),
    include_str!("parts.rs"),
    include_str!("policy.rs"),
    include_str!("prose.rs"),
    include_str!("../redirects.rs"),
    include_str!("references.rs"),
    include_str!("rules.rs"),
    include_str!("themes.rs"),
    include_str!("values.rs"),
    include_str!("yaml.rs"),
];

/// What only other websites can tell, by `check --external`; `external.rs` looks at it.
const ELSEWHERE: [Code; 3] = [Code::DeadLink, Code::UnverifiedLink, Code::MovedLink];

#[test]
fn every_kind_of_mistake_has_a_fixture() {
    let is_expected = |code: &Code| {
        let expected = format!("{}[{}]: ", code.severity().as_str(), code.name());
        let fixtures = FIXTURES.iter().chain(crate::proofreading::FIXTURES);
        fixtures.into_iter().any(|fixtures| fixtures.contains(&expected))
    };
    let without: Vec<&str> = Code::ALL
        .iter()
        .filter(|code| !is_expected(code) && !ELSEWHERE.contains(code))
        .map(|code| code.name())
        .collect();
    assert!(without.is_empty(), "no fixture in tests/suite/diagnostics/ for: {without:?}");
}
