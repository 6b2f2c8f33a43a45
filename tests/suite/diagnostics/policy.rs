//! What an umbrella body asks of its members, where the settings say that it does.

use crate::program::repository;
use crate::site_test::{SiteTest, site, whole_site_in};

/// A site with a policy, whose rules are written with their remarks.
#[track_caller]
fn with_policy(policy: &str, files: &str) -> SiteTest {
    let settings = "name: Sister Cities\nhome: home\nbase_url: https://example.org/\n";
    site(files).with("content/site.yaml", &format!("{settings}policy:\n{policy}"))
}

/// Two partners in Italy, a third that is over, one in Haiti and one in the home city's own country.
const FIVE: &str = "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: 1982, status: active }
---
//- content/cities/catania.md
---
name: Catania
country: { code: IT, name: Italy }
relationship: { established: 1987, status: inactive }
---
//- content/cities/amalfi.md
---
name: Amalfi
country: IT
relationship: { established: 1990, status: emeritus }
---
//- content/cities/les-cayes.md
---
name: Les Cayes
country: HT
relationship: { established: 2014, status: active }
---
//- content/cities/boston.md
---
name: Boston
country: US
relationship: { established: 1999, status: active }
---
//- content/cities/austin.md
---
name: Austin
country: US
relationship: { established: 1999, status: active }
---
";

#[test]
fn a_country_with_two_partners() {
    let test = with_policy(
        "  one-partner-per-country: warning
# ^^^^^^^^^^^^^^^^^^^^^^^ warning[policy-one-partner-per-country]: 2 partner cities are in Italy, and the policy allows one
",
        FIVE,
    );
    test.builds();
    // Both partners are named beside the remark.
    let drawn = test.drawn();
    for file in ["content/cities/gaeta.md", "content/cities/catania.md"] {
        assert!(drawn.contains(file), "{drawn}");
    }
    assert!(!drawn.contains("amalfi"), "{drawn}");
}

#[test]
fn a_partner_may_be_excepted_for_a_reason() {
    with_policy(
        "  one-partner-per-country: { except: [catania], because: agreed before the policy }\n",
        FIVE,
    )
    .builds();
    with_policy(
        "  one-partner-per-country: { level: error, except: [catania] }
# ^^^^^^^^^^^^^^^^^^^^^^^ error[missing-key]: `because` is missing
",
        FIVE,
    )
    .reports();
    with_policy(
        "  one-partner-per-country: { except: [catani, catania], because: agreed before the policy }
#                                     ^^^^^^ error[unknown-city]: no city is called `catani`
",
        FIVE,
    )
    .reports();
}

#[test]
fn a_policy_is_off_unless_it_is_named_and_may_be_an_error() {
    site(FIVE).builds();
    with_policy("  one-partner-per-country: off\n", FIVE).builds();
    with_policy(
        "  one-partner-per-country: error
# ^^^^^^^^^^^^^^^^^^^^^^^ error[policy-one-partner-per-country]: 2 partner cities are in Italy, and the policy allows one
",
        FIVE,
    )
    .reports();
    with_policy(
        "  one-partner-per-country: loud
#                          ^^^^ error[unknown-value]: `loud` is not known here
",
        FIVE,
    )
    .reports();
    with_policy(
        "  one-partner-per-land: on
# ^^^^^^^^^^^^^^^^^^^^ error[unknown-key]: the key `one-partner-per-land` is not known here
",
        FIVE,
    )
    .reports();
}

#[test]
fn the_cities_of_cambridge_under_the_rule_of_one_partner() {
    let root = repository();
    let settings = root.join("content/site.yaml");
    let settings = std::fs::read_to_string(settings).expect("the example has settings");
    let settings = format!("{settings}\npolicy: {{ one-partner-per-country: on }}\n");
    let drawn = whole_site_in(root).with("content/site.yaml", &settings).drawn();
    assert_eq!(drawn.matches("[policy-one-partner-per-country]").count(), 2, "{drawn}");
    for (country, files) in [
        ("4 partner cities are in Italy", ["catania", "florence", "gaeta", "ischia"].as_slice()),
        ("2 partner cities are in Ireland", &["dublin", "galway"]),
    ] {
        assert!(drawn.contains(country), "{drawn}");
        for file in files {
            assert!(drawn.contains(&format!("content/cities/{file}.md")), "{drawn}");
        }
    }
}

#[test]
fn an_agreement_that_is_not_on_file() {
    let papers = "
//- content/documents.yaml
- { id: of-gaeta, title: The agreement, type: agreement, cities: [gaeta], date: 1982 }
- { id: of-worms, title: The charter, type: other, date: 1990 }
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: 1982, status: active }
---
//- content/cities/worms.md
---
name: Worms
country: DE
relationship: { established: 1990, status: active, agreement: of-worms }
---
//- content/cities/speyer.md
---
name: Speyer
country: DE
relationship: { established: 1989, status: paused }
^^^^^^^^^^^^ warning[policy-agreement-on-file]: no agreement with Speyer is on file
---
//- content/cities/basel.md
---
name: Basel
country: CH
relationship: { established: unknown, status: proposed }
---
";
    let test = with_policy("  agreement-on-file: on\n", papers);
    test.builds().page("cities/worms/").shows("Agreement The charter");
}

#[test]
fn a_membership_that_is_not_recorded() {
    with_policy(
        "  dues-paid: warning
# ^^^^^^^^^ warning[policy-dues-paid]: nothing says that the programme is a member of an umbrella body
",
        "",
    )
    .builds();
    with_policy(
        "  dues-paid: warning\nmemberships: [{ organization: umbrella }]\n",
        "\n//- content/organizations.yaml\n- { id: umbrella, name: The Umbrella }\n",
    )
    .builds();
}

#[test]
fn a_candidate_with_another_partner() {
    let candidates = "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: unknown, status: proposed }
^^^^^^^^^^^^ warning[policy-no-other-partner]: nothing says whether Gaeta has another partner
---
//- content/cities/speyer.md
---
name: Speyer
country: DE
relationship: { established: unknown, status: developing, other_partners: [Boston, Austin] }
#                                                                         ^^^^^^^^^^^^^^^^ warning[policy-no-other-partner]: Speyer has another partner: Boston, Austin
---
//- content/cities/worms.md
---
name: Worms
country: DE
relationship: { established: unknown, status: proposed, other_partners: [] }
---
//- content/cities/basel.md
---
name: Basel
country: CH
relationship: { established: 1999, status: active }
---
";
    let test = with_policy("  no-other-partner: warning\n", candidates);
    test.builds().page("cities/speyer/").shows("Other partners Boston Austin");
}

#[test]
fn a_relationship_of_which_nothing_is_recorded_for_long() {
    let cities = "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: 1982, status: active }
^^^^^^^^^^^^ warning[policy-review-interval]: nothing is recorded of Gaeta since `2024-04`
timeline: [{ date: 2024-04, title: A choir comes }]
---
//- content/cities/worms.md
---
name: Worms
country: DE
relationship: { established: unknown, status: active }
^^^^^^^^^^^^ warning[policy-review-interval]: nothing is recorded of Worms
---
//- content/cities/speyer.md
---
name: Speyer
country: DE
relationship: { established: 1989, status: active }
timeline: [{ date: 2024-05, title: A choir comes }]
---
//- content/cities/basel.md
---
name: Basel
country: CH
relationship: { established: 1999, status: inactive }
---
//- content/cities/bern.md
---
name: Bern
country: CH
relationship: { established: 1999, status: active }
---
//- content/events/visit.md
---
title: A visit
kind: visit
date: 2027
cities: [bern]
---
";
    with_policy("  review-interval: { every: 2 years }\n", cities).builds();
    with_policy(
        "  review-interval: on
# ^^^^^^^^^^^^^^^ error[missing-key]: `every` is missing
",
        "",
    )
    .reports();
}

#[test]
fn a_candidate_without_criteria() {
    let candidates = "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: unknown, status: proposed }
^^^^^^^^^^^^ warning[policy-criteria-met]: nothing says which criteria Gaeta meets
---
//- content/cities/speyer.md
---
name: Speyer
country: DE
relationship: { established: unknown, status: developing, criteria: [the residents asked for it] }
---
";
    let test = with_policy("  criteria-met: warning\n", candidates);
    test.builds().page("cities/speyer/").shows("Criteria met the residents asked for it");
}
