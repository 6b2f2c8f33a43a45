//! In whose name the site speaks. Of all that a template may come with, the banner of a national
//! government is what a programme's site must never wear.

use crate::config::Config;
use crate::config::profile::{JurisdictionFile, JurisdictionKind};
use crate::diagnostic::{Code, Diagnostic};
use crate::language::Lexicon;
use crate::programme::resolver::Resolver;
use crate::values::Words;

/// In whose name the site speaks.
#[derive(Debug)]
pub struct Jurisdiction {
    /// What it is.
    pub kind: JurisdictionKind,
    /// Its whole name as it stands in a sentence.
    pub name: Words,
}

impl Jurisdiction {
    /// One that is not whole, or that claims a nation, is none.
    pub(super) fn resolve(
        file: JurisdictionFile,
        config: &Config,
        resolver: &mut Resolver<'_>,
    ) -> Option<Self> {
        let kind = resolver.require(file.kind, "jurisdiction.kind", "city");
        let name = resolver.require(
            file.name,
            "jurisdiction.name",
            "\"the City of …\", as it stands in a sentence",
        );
        let (kind, name) = (kind?, name?);
        if let Some(text) = name.texts().find(|text| claims_a_nation(text)) {
            let diagnostic = Diagnostic::new(
                Code::NationalGovernment,
                format!("`{text}` is the name of a national government"),
            )
            .help("write the name of the city, county or state that runs the programme, or remove `jurisdiction`");
            let written = name.in_language(&config.language, &config.language) == Some(text)
                && name.languages().next().is_none();
            resolver.report(diagnostic, if written { "jurisdiction.name" } else { "jurisdiction" });
            return None;
        }
        Some(Self { kind, name })
    }

    /// The name for the banner; an association has none.
    #[must_use]
    pub fn official(&self) -> Option<&Words> {
        self.kind.is_official().then_some(&self.name)
    }
}

/// Ways to speak of the government of a nation, without marks and in small letters.
const NATIONAL: [&str; 10] = [
    "federal government",
    "national government",
    "united states government",
    "u.s. government",
    "us government",
    "government of the united states",
    "government of the u.s.",
    "gouvernement des etats-unis",
    "gobierno de los estados unidos",
    "gouvenman etazini",
];

/// What stands before a country's name where its government is meant.
const OF: [&str; 4] = ["government of ", "republic of ", "kingdom of ", "commonwealth of "];

fn claims_a_nation(name: &str) -> bool {
    let name = deunicode::deunicode(name).to_lowercase();
    let name = without_article(name.trim());
    let lexicon = Lexicon::english();
    let is_country = |name: &str| {
        let name = without_article(name.split(',').next().unwrap_or_default().trim());
        lexicon.country_named(name).is_some()
    };
    ["united states", "u.s.", "usa", "america"].iter().any(|nation| name.starts_with(nation))
        || NATIONAL.iter().any(|nation| name.contains(nation))
        || OF.iter().any(|of| name.split_once(of).is_some_and(|(_, rest)| is_country(rest)))
        || name.strip_suffix(" government").is_some_and(is_country)
}

fn without_article(name: &str) -> &str {
    name.strip_prefix("the ").unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::claims_a_nation;

    #[test]
    fn a_city_may_lie_in_a_nation_and_bear_a_name_like_one() {
        for name in [
            "the City of Cambridge, Massachusetts",
            "the City of Panama City, Florida, United States",
            "the Commonwealth of Massachusetts",
            "the State of Georgia",
            "the City of Mexico, Missouri",
            "the County of Kent, United Kingdom",
            "Lebanon County",
            "the Municipality of Americana",
        ] {
            assert!(!claims_a_nation(name), "{name}");
        }
    }

    #[test]
    fn a_nation_is_known_by_several_names() {
        for name in [
            "the United States government",
            "the United States of America",
            "The Government of Haiti",
            "the Republic of Haiti",
            "the Commonwealth of Australia",
            "the U.S. Government",
            "the French national government",
            "the Canada Government",
            "Gouvènman Etazini",
        ] {
            assert!(claims_a_nation(name), "{name}");
        }
    }
}
