//! Front matter and lists that are not well-formed, or do not say what they should.

use crate::site_test::site;

#[test]
fn no_front_matter() {
    site(
        "
//- content/pages/about.md
We are a committee.
^^^^^^^^^^^^^^^^^^^ error[missing-front-matter]: the file does not begin with its facts
//- content/pages/empty.md
//! error[missing-front-matter]: the file is empty
",
    )
    .reports();
}

#[test]
fn front_matter_without_an_end() {
    site(
        "
//- content/pages/about.md
---
^^^ error[unclosed-front-matter]: the facts have no end
title: About us
",
    )
    .reports();
}

#[test]
fn what_yaml_cannot_read() {
    site(
        "
//- content/pages/colon.md
---
title: A visit: the second
#      ^^^^^^^^^^^^^^^^^^^ error[yaml-syntax]: a value with `: ` in it goes in quotes
---
//- content/pages/indented.md
---
title: About us
  summary: Who we are
^^ error[yaml-syntax]: the line is indented further than the one before it
---
//- content/areas.yaml
- { id: health, name: Health
# ^ error[yaml-syntax]: this is not well-formed: unclosed bracket '{'
",
    )
    .reports();
}

#[test]
fn anchors_aliases_and_tags() {
    site(
        "
//- content/pages/anchor.md
---
title: &words About us
#      ^^^^^^ error[yaml-alias]: anchors, aliases and tags of YAML are not used here
---
//- content/pages/tag.md
---
title: !!str About us
#      ^^^^^ error[yaml-alias]: anchors, aliases and tags of YAML are not used here
---
",
    )
    .reports();
}

#[test]
fn a_key_that_nothing_reads() {
    site(
        "
//- content/pages/about.md
---
title: About us
sumary: Who we are
^^^^^^ error[unknown-key]: the key `sumary` is not known here
---
",
    )
    .reports();
}

#[test]
fn a_key_that_stands_twice() {
    site("
//- content/pages/about.md
---
title: About us
title: About
^^^^^ error[duplicate-key]: the key `title` stands here a second time
---
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship:
  established: 1982
  status: active
#         ^^^^^^ error[duplicate-key]: the status is told twice: here and by the history
  history: [{ to: active, date: 1982 }]
---
//- content/documents.yaml
- id: order
  title: The order
  file: order.pdf
  url: https://example.org/order.pdf
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[duplicate-key]: a document is a `file` of the site or has a `url` elsewhere, not both
//- content/files/order.pdf
")
    .reports();
}

#[test]
fn keys_that_are_missing() {
    site(
        "
//- content/events/visit.md
---
^^^ error[missing-key]: `date` is missing
^^^ error[missing-key]: `kind` is missing
^^^ error[missing-key]: `title` is missing
summary: The mayor came to tea.
---
//- content/areas.yaml
- name: Public health
# ^^^^^^^^^^^^^^^^^^^ error[missing-key]: `id` is missing
",
    )
    .reports();
}

#[test]
fn settings_that_are_missing() {
    site(
        "
//- content/site.yaml
//! error[missing-key]: `home` is missing
//! error[missing-key]: `name` is missing
language: en
",
    )
    .reports();
}

#[test]
fn values_of_the_wrong_kind() {
    site("
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
timeline: 1982
#         ^^^^ error[wrong-type]: a list belongs here, not `1982`
population: { as_of: 2015 }
#           ^^^^^^^^^^^^^^^ error[missing-key]: `count` is missing
relationship: sister
#             ^^^^^^ error[wrong-type]: a block of `key: value` belongs here, not `sister`
---
//- content/committees/gaeta.md
---
name: The committee
established: 1982
members:
  - { name: A. Person, vacant: perhaps }
#                              ^^^^^^^ error[wrong-type]: `true` or `false` belongs here, not `perhaps`
---
")
    .reports();
}

#[test]
fn words_that_are_not_among_the_few() {
    site("
//- content/site.yaml
name: Sister Cities
home: home
menu: [citys]
#      ^^^^^ error[unknown-value]: the menu knows no section `citys`
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { kind: brother, established: 1982, status: activ }
#                                                         ^^^^^ error[unknown-value]: `activ` is not known here
#                     ^^^^^^^ error[unknown-value]: `brother` is not known here
---
")
    .reports();
}

#[test]
fn a_text_without_words() {
    site(
        "
//- content/pages/about.md
---
title: ''
#      ^^ error[empty-text]: the text is empty
summary: { en: About us, ht: }
#        ^^^^^^^^^^^^^^^^^^^^^ error[empty-text]: the text is empty
---
",
    )
    .reports();
}

#[test]
fn a_text_that_yaml_takes_for_something_else() {
    site("
//- content/pages/about.md
---
title: 1984
#      ^^^^ error[needs-quotes]: `1984` is not read as a text
summary: true
#        ^^^^ error[needs-quotes]: `true` is not read as a text
---
//- content/organizations.yaml
- { id: foundation, name: Foundation, note: { en: it led, and taught } }
#                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[needs-quotes]: `and taught` stands where a language was expected
")
    .reports();
}
