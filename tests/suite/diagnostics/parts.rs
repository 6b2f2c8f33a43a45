//! Mistakes in texts that are made of parts: questions and steps.

use crate::site_test::site;

#[test]
fn a_question_without_an_anchor_of_its_own() {
    site(
        "
//- content/faq/about.md
---
title: About
---
## Who pays?
^^^^^^^^^^^^ warning[unstable-anchor]: the question has no anchor that stays when its words change
## Who comes? {#who}
//- content/guides/founding.md
---
title: Founding
---
## Look around
^^^^^^^^^^^^^^ warning[unstable-anchor]: the step has no anchor that stays when its words change
### A detail
",
    )
    .reports();
}

#[test]
fn a_question_that_is_asked_twice() {
    let told = site(
        "
//- content/faq/about.md
---
title: About
---
## What is a friendship city? {#friendship}
Nearly a sister city.
//- content/faq/elsewhere.md
//! warning[repeated-question]: `What is a “Friendship City”?` is asked twice
---
title: Elsewhere
---
## What is a “Friendship City”? {#other}
Something else.
",
    );
    told.reports();
    let side_by_side = "---\ntitle: Elsewhere\nquestions: { other: { also: [about#friendship] } }\n---\n## What is a “Friendship City”? {#other}\nSomething else.\n";
    told.with("content/faq/elsewhere.md", side_by_side).builds();
}

#[test]
fn a_key_that_is_no_anchor_of_the_text() {
    let test = site(
        "
//- content/faq/about.md
---
title: About
questions:
  hwo: { audience: staff }
# ^^^ error[unknown-anchor]: no heading of this text has the anchor `hwo`
---
## Who pays? {#who}
//- content/guides/founding.md
---
title: Founding
steps:
  begin: { optional: true }
# ^^^^^ error[unknown-anchor]: no heading of this text has the anchor `begin`
---
## Look around {#look}
",
    );
    test.reports();
    assert!(test.drawn().contains("did you mean `who`?"));
    assert!(test.drawn().contains("the anchors there are `look`"));
}

#[test]
fn questions_that_are_not_there() {
    site("
//- content/faq/about.md
---
title: About
questions:
  who:
    also: [monye#who, about#whoo, about]
#          ^^^^^^^^^ error[unknown-faq]: no faq is called `monye`
#                     ^^^^^^^^^^ error[unknown-anchor]: no question has the anchor `whoo` there
#                                 ^^^^^ error[unknown-anchor]: `about` names a group of questions, and not a question
---
## Who pays? {#who}

{question about#who}
^^^^^^^^^^^^^^^^^^^^ error[bad-directive]: a question cannot be shown among questions
//- content/pages/p.md
---
title: P
---
{question about#whom}
#         ^^^^^^^^^^ error[unknown-anchor]: no question has the anchor `whom` there

{questions about#who}
#          ^^^^^^^^^ error[bad-directive]: `questions` shows a whole group

{questions abuot}
#          ^^^^^ error[unknown-faq]: no faq is called `abuot`

Here: {question about#who}
#     ^^^^^^^^^^^^^^^^^^^^ error[bad-directive]: `question` stands in a paragraph of its own
")
    .reports();
}

#[test]
fn a_translation_of_what_the_original_does_not_have() {
    site("
//- content/site.yaml
name: Friends
home: home
base_url: https://example.org/
languages: [en, ht]
//- content/faq/about.md
---
title: About
---
## Who pays? {#who}
//- content/faq/about.ht.md
---
title: Konsènan
---
## Ki moun ki peye? {#whom}
^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[unknown-anchor]: the original has no question with the anchor `whom`
## Kilè?
^^^^^^^^ error[unknown-anchor]: this question does not say which of the original's it translates
")
    .reports();
}

#[test]
fn a_step_that_a_relationship_cannot_have_reached() {
    site(
        "
//- content/guides/founding.md
---
title: Founding
steps:
  look:
    data_points:
      - { id: climate, name: Climate }
      - { id: climate, name: Weather }
#             ^^^^^^^ error[duplicate-id]: the data point `climate` stands here a second time
---
## Look around {#look}
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship:
  established: unknown
  status: proposed
  progress: { guide: founding, step: luk }
#                                    ^^^ error[unknown-anchor]: no step has the anchor `luk` there
data_points: { climat: Sun }
#              ^^^^^^ error[unknown-key]: no guide has a data point `climat`
---
//- content/cities/catania.md
---
name: Catania
country: IT
relationship:
  established: unknown
  status: proposed
  progress: { guide: foundling }
  ^^^^^^^^ error[missing-key]: `step` is missing
#                    ^^^^^^^^^ error[unknown-guide]: no guide is called `foundling`
---
",
    )
    .reports();
}

#[test]
fn a_comparison_that_nothing_is_said_about() {
    site(
        "
//- content/pages/p.md
---
title: P
---
{comparison gaeta}
^^^^^^^^^^^^^^^^^^ error[bad-directive]: no guide says what to compare
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: 1982, status: active }
---
",
    )
    .reports();
}
