//! Facts that are written in a way that cannot be read.

use crate::site_test::site;

#[test]
fn a_line_that_is_indented_too_far() {
    site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
  country: IT
^^ error[yaml-syntax]: the line is indented further than the one before it
---
",
    )
    .reports();
}

#[test]
fn a_line_that_is_not_indented_far_enough() {
    site("
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship:
  kind: sister
 status: active
#^ error[yaml-syntax]: this is not well-formed: while parsing a block mapping, did not find expected key
---
").reports();
}

#[test]
fn a_tab() {
    site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship:
\tstatus: active
^ error[yaml-syntax]: the line is indented with a tab
---
",
    )
    .reports();
}

#[test]
fn a_key_with_a_slip() {
    site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
contry: IT
^^^^^^ error[unknown-key]: the key `contry` is not known here
relationship: { established: 1982, status: active }
---
",
    )
    .reports();
}

#[test]
fn a_list_where_one_text_belongs() {
    site("
//- content/cities/gaeta.md
---
name: [Gaeta, Caieta]
#     ^^^^^^^^^^^^^^^ error[wrong-type]: a text, or one text per language (`{ en: …, ht: … }`), belongs here, not a list
country: IT
relationship: { established: 1982, status: active }
---
").reports();
}

#[test]
fn a_status_for_the_history() {
    site("
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: 1982, history: [active] }
#                                            ^^^^^^ error[wrong-type]: a block of `key: value` belongs here, not `active`
---
").reports();
}

#[test]
fn a_name_that_is_a_number() {
    site(
        "
//- content/cities/gaeta.md
---
name: 1982
#     ^^^^ error[needs-quotes]: `1982` is not read as a text
country: IT
relationship: { established: 1982, status: active }
---
",
    )
    .reports();
}

#[test]
fn norway_is_a_country_and_not_a_no() {
    site(
        "
//- content/cities/bergen.md
---
name: Bergen
country: NO
relationship: { established: 1982, status: active }
---
",
    )
    .builds()
    .page("cities/bergen/")
    .shows("Norway");
}

#[test]
fn a_country_by_its_name() {
    site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: Italy
#        ^^^^^ error[bad-country]: `Italy` is not a country code
relationship: { established: 1982, status: active }
---
//- content/cities/les-cayes.md
---
name: Les Cayes
country: ht
#        ^^ error[bad-country]: `ht` is not a country code
relationship: { established: 1982, status: active }
---
",
    )
    .reports();
}

#[test]
fn a_comma_within_braces() {
    site("
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: 1982, status: active }
timeline:
  - { date: 1982, title: The mayors met, and had tea }
#                                        ^^^^^^^^^^^ error[unknown-key]: the key `and had tea` is not known here
---
").reports();
}

#[test]
fn a_colon_within_a_text() {
    site(
        "
//- content/cities/gaeta.md
---
name: Gaeta: on the sea
#     ^^^^^^^^^^^^^^^^^ error[yaml-syntax]: a value with `: ` in it goes in quotes
country: IT
---
",
    )
    .reports();
}

#[test]
fn a_bracket_that_is_not_closed() {
    site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
within: [Lazio
relationship: { established: 1982, status: active }
#           ^ error[yaml-syntax]: this is not well-formed: illegal placement of ':' indicator
---
",
    )
    .reports();
}

#[test]
fn a_quotation_mark_that_is_not_closed() {
    site(
        "
//- content/cities/gaeta.md
---
name: \"Gaeta
country: IT
^ error[yaml-syntax]: this is not well-formed: invalid indentation in multiline quoted scalar
---
",
    )
    .reports();
}

#[test]
fn a_key_twice() {
    site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: 1982, status: active }
country: GR
^^^^^^^ error[duplicate-key]: the key `country` stands here a second time
---
",
    )
    .reports();
}

#[test]
fn everything_that_is_missing_is_said_at_once() {
    site(
        "
//- content/cities/gaeta.md
---
^^^ error[missing-key]: `country` is missing
^^^ error[missing-key]: `name` is missing
relationship:
^^^^^^^^^^^^ error[missing-key]: `status` is missing
^^^^^^^^^^^^ error[missing-key]: `established` is missing
  kind: sister
---
",
    )
    .reports();
}

#[test]
fn no_facts_at_all() {
    site(
        "
//- content/cities/gaeta.md
---
^^^ error[missing-key]: `country` is missing
^^^ error[missing-key]: `name` is missing
---
On the sea.
",
    )
    .reports();
}

#[test]
fn an_id_that_nothing_has() {
    site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship:
  established: 1982
  status: active
  committee: [itlay, tea]
#                    ^^^ error[unknown-committee]: no committee is called `tea`
#             ^^^^^ error[unknown-committee]: no committee is called `itlay`
  focus: [health]
#         ^^^^^^ error[unknown-area]: no area is called `health`
---
//- content/committees/italy.md
---
name: The committee for Italy
established: 1982
---
",
    )
    .reports();
}

#[test]
fn a_draft_that_is_referred_to() {
    let test = site(
        "
//- content/events/visit.md
---
title: The mayor comes to tea
kind: visit
date: 1982
cities: [gaeta]
#        ^^^^^ error[unknown-city]: no city is called `gaeta`
---
//- content/cities/gaeta.md
---
draft: true
name: Gaeta
country: IT
relationship: { established: 1982, status: active }
---
",
    );
    test.reports();
    let help = "help: `gaeta` is a draft: publish it too, or take the reference out until then";
    assert!(test.drawn().contains(help), "{}", test.drawn());
    let with_drafts = test.without("content/events/visit.md").with(
        "content/events/visit.md",
        "---\ntitle: The mayor comes to tea\nkind: visit\ndate: 1982\ncities: [gaeta]\ndraft: true\n---\n",
    );
    with_drafts.with_drafts().builds().page("events/visit/").shows("Gaeta");
}

#[test]
fn a_hundred_laughs() {
    // Each line is ten of the line before: written out, a billion.
    let mut facts = String::from("laugh0: &laugh0 ha\n");
    for line in 1..10 {
        let ten = vec![format!("*laugh{}", line - 1); 10].join(", ");
        facts.push_str(&format!("laugh{line}: &laugh{line} [{ten}]\n"));
    }
    let file = format!("---\n{facts}---\n").replacen(
        "&laugh0 ha\n",
        "&laugh0 ha\n#       ^^^^^^^ error[yaml-alias]: anchors, aliases and tags of YAML are not used here\n",
        1,
    );
    site("").with("content/cities/gaeta.md", &file).reports();
}

#[test]
fn values_that_are_nested_without_end() {
    let nested = |depth: usize| {
        let file = format!("---\nwithin: {}{}\n---\n", "[".repeat(depth), "]".repeat(depth));
        site("").with("content/cities/gaeta.md", &file).drawn()
    };
    let told = nested(40);
    assert!(
        told.starts_with("error[yaml-syntax]: the values are nested more than 32 deep"),
        "{told}"
    );
    let told = nested(30_000);
    assert!(told.starts_with("error[yaml-syntax]: "), "{told}");
}

#[test]
fn a_blank_that_is_missing_behind_a_key() {
    site(
        "
//- content/cities/gaeta.md
---
name:Gaeta
^^^^^ error[yaml-syntax]: a blank is missing behind `name:`
country: IT
---
",
    )
    .reports();
}

#[test]
fn a_text_that_begins_with_a_sign_of_yaml() {
    site(
        "
//- content/pages/quotes.md
---
title: \"Festival\" of the Towns
#      ^^^^^^^^^^^^^^^^^^^^^^^ error[yaml-syntax]: a text that begins with `\"` goes in quotes
---
//- content/pages/apostrophe.md
---
title: 'Twas a night
#      ^^^^^^^^^^^^^ error[yaml-syntax]: a text that begins with `'` goes in quotes
---
//- content/pages/bracket.md
---
title: [Renewal] of the promise
#      ^^^^^^^^^^^^^^^^^^^^^^^^ error[yaml-syntax]: a text that begins with `[` goes in quotes
---
//- content/pages/at.md
---
title: @home
#      ^^^^^ error[yaml-syntax]: a text that begins with `@` goes in quotes
---
",
    )
    .reports();
}

#[test]
fn a_number_as_a_key() {
    site(
        "
//- content/pages/about.md
---
title: About us
200: people
^^^ error[unknown-key]: the key `200` is not known here
---
",
    )
    .reports();
}

#[test]
fn every_bad_entry_of_a_list_is_told() {
    site(
        "
//- content/areas.yaml
- { id: health, name: Health }
- sport
# ^^^^^ error[wrong-type]: a block of `key: value` belongs here, not `sport`
- { id: arts, nmae: Arts }
#             ^^^^ error[unknown-key]: the key `nmae` is not known here
- trade
# ^^^^^ error[wrong-type]: a block of `key: value` belongs here, not `trade`
",
    )
    .reports();
}

#[test]
fn a_number_where_a_name_belongs_is_refused_in_words() {
    site(
        "
//- content/pages/about.md
---
title: .inf
#      ^ error[needs-quotes]: `inf` is not read as a text
---
",
    )
    .reports();
}

#[test]
fn of_a_mistake_made_a_thousand_times_a_hundred_are_told() {
    let text = format!("---\ntitle: About us\n---\n{}\n", "[x](page:gone) ".repeat(1300));
    let drawn = site("").with("content/pages/about.md", &text).drawn();
    assert!(drawn.contains("and 1,200 more of this kind in this file"), "{drawn}");
    assert!(drawn.len() < 200_000);
}
