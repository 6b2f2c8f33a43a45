//! Themes that cannot be used, and pages that lack what every page needs.

use crate::site_test::site;

#[test]
fn a_theme_that_is_not_there() {
    site("
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
theme: civik
#      ^^^^^ error[unknown-theme]: no theme is called `civik`
")
    .reports();
}

#[test]
fn a_theme_with_wrong_settings() {
    site("
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
theme: ours
//- themes/ours/theme.yaml
name: theirs
#     ^^^^^^ error[bad-theme]: the theme in the folder `ours` is called `theirs`
api: 7
#    ^ error[bad-theme]: the theme `ours` follows version 7 of the theme contract
parent: civic
")
    .reports();
}

#[test]
fn a_template_that_cannot_be_read() {
    site("
//- themes/civic/templates/page.html
<p>{{ page.title | words </p>
#                        ^^ error[template-error]: found `</` but expected }}
")
    .reports();
}

#[test]
fn a_template_that_cannot_be_filled_in() {
    site("
//- themes/civic/templates/page.html
<p>{{ page.author.name }}</p>
#          ^^^^^^ error[template-error]: field `author` is not defined. Available fields: alternates, body, body_dir, body_lang, breadcrumbs, canonical, contents, description, direction, kind, languages, section, title, untranslated, url
//- content/pages/about.md
---
title: About us
---
")
    .reports();
}

#[test]
fn a_theme_without_a_template() {
    site("
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
theme: ours
//- themes/ours/theme.yaml
name: ours
api: 1
//- themes/ours/templates/home.html
<p>{{ page.title | words }}</p>
")
    .reports();
}

#[test]
fn a_variable_that_no_page_has() {
    site("
//- themes/civic/templates/page.html
//! warning[unknown-variable]: `page.html` uses `pages`, which it is not given
<p>{{ pages.title | words }}</p>
")
    .reports();
}

#[test]
fn words_of_a_theme_that_are_not_well_formed() {
    site("
//- themes/civic/strings/ht.ftl
title-home = Lakay
title-cities
#           ^ error[bad-strings]: this is not well-formed: Expected a token starting with \"=\"
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
languages: [en, ht]
")
    .reports();
}

#[test]
fn words_that_a_theme_does_not_have() {
    site("
//- themes/civic/templates/page.html
<p>{{ \"title-hmoe\" | t }}</p>
#                    ^ error[template-error]: no string is called `title-hmoe` that can be used without arguments: add it to `strings/en.ftl`
//- content/pages/about.md
---
title: About us
---
")
    .reports();
}
