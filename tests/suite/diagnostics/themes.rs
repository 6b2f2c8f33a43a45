//! Themes that cannot be used, and pages that lack what every page needs.

use crate::site_test::site;

#[test]
fn a_theme_that_is_not_there() {
    site(
        "
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
theme: civik
#      ^^^^^ error[unknown-theme]: no theme is called `civik`
",
    )
    .reports();
}

#[test]
fn a_theme_with_wrong_settings() {
    site(
        "
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
",
    )
    .reports();
}

#[test]
fn a_setting_that_the_theme_does_not_have() {
    site(
        "
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
look: { acent: \"#8a1538\" }
#              ^^^^^^^^^ error[unknown-setting]: the theme has no setting `acent`
",
    )
    .reports();
}

#[test]
fn a_colour_that_is_none() {
    site(
        "
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
look:
  accent: crimson
#         ^^^^^^^ error[bad-colour]: `crimson` is not a colour
",
    )
    .reports();
}

#[test]
fn a_colour_that_is_a_comment_because_it_is_not_quoted() {
    site(
        "
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
look:
  accent: #8a1538
# ^^^^^^ error[bad-colour]: a colour is missing: `#` begins a comment where it is not in quotation marks
",
    )
    .reports();
}

#[test]
fn a_colour_in_brackets_that_is_a_comment_because_it_is_not_quoted() {
    let test = site(
        "
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
look: { accent: #8a1538 }
#               ^^^^^^^ error[yaml-syntax]: `#` begins a comment, and the bracket before it stays open
founded: 1974
",
    );
    test.reports();
    assert!(test.drawn().contains("write `\"#8a1538\"`, in quotation marks"));
}

#[test]
fn a_colour_that_is_hard_to_read() {
    site(
        "
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
look: { accent: \"#ffcc00\" }
#               ^^^^^^^^^ error[low-contrast]: text in the colour `#ffcc00` is hard to read: its contrast with the ground `#f1f3ee` of this theme is 1.4 to 1
",
    )
    .reports();
}

#[test]
fn settings_of_a_theme_of_the_sites_own() {
    site(
        "
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
theme: harbour
look: { titles: slab, wide: yes }
#               ^^^^ error[unknown-value]: `slab` cannot be chosen
#                           ^^^ error[unknown-value]: `yes` cannot be chosen
//- themes/harbour/theme.yaml
name: harbour
api: 1
parent: civic
settings:
  titles: { is: choice, of: [serif, sans], default: serif }
  wide: { is: switch, default: \"false\" }
  ink: { is: colour, default: blue }
#                             ^^^^ error[bad-colour]: `blue` is not a colour
",
    )
    .reports();
}

#[test]
fn a_setting_that_cannot_be_a_name_and_a_colour_for_dark_pages_that_is_dark() {
    site(
        "
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
theme: harbour
//- themes/harbour/theme.yaml
name: harbour
api: 1
parent: civic
settings:
  \"a b;} body{\": { is: switch, default: \"true\" }
# ^^^^^^^^^^^^^ error[bad-theme]: `a b;} body{` cannot be an id: use lower-case letters a to z, digits and single hyphens
  ink: { is: colour, default: \"#004488\", dark: \"#111111\", dark_on: [\"#111111\"] }
#                                              ^^^^^^^^^ error[low-contrast]: text in the colour `#111111` is hard to read: its contrast with the ground `#111111` of this theme is 1.0 to 1
",
    )
    .reports();
}

#[test]
fn a_template_that_cannot_be_read() {
    site(
        "
//- themes/civic/templates/page.html
<p>{{ page.title | words </p>
#                        ^^ error[template-error]: found `</` but expected }}
",
    )
    .reports();
}

#[test]
fn a_template_that_cannot_be_filled_in() {
    site(
        "
//- themes/civic/templates/page.html
<p>{{ page.title * 2 }}</p>
#     ^^^^ error[template-error]: math operations can only be done on numbers, found `map/struct`
//- content/pages/about.md
---
title: About us
---
",
    )
    .reports();
}

#[test]
fn a_theme_without_a_template() {
    site(
        "
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
theme: ours
//- themes/ours/theme.yaml
//! error[missing-template]: the theme has no template `404.html`
name: ours
api: 1
//- themes/ours/templates/home.html
//- themes/ours/templates/directory.html
//- themes/ours/templates/city.html
//- themes/ours/templates/relationships.html
//- themes/ours/templates/relationship.html
//- themes/ours/templates/committees.html
//- themes/ours/templates/committee.html
//- themes/ours/templates/events.html
//- themes/ours/templates/event.html
//- themes/ours/templates/timeline.html
//- themes/ours/templates/documents.html
//- themes/ours/templates/areas.html
//- themes/ours/templates/area.html
//- themes/ours/templates/organizations.html
//- themes/ours/templates/news.html
//- themes/ours/templates/article.html
//- themes/ours/templates/anniversaries.html
//- themes/ours/templates/data.html
//- themes/ours/templates/search.html
//- themes/ours/templates/join.html
//- themes/ours/templates/faq.html
//- themes/ours/templates/questions.html
//- themes/ours/templates/guides.html
//- themes/ours/templates/guide.html
//- themes/ours/templates/glossary.html
//- themes/ours/templates/contacts.html
//- themes/ours/templates/page.html
//- themes/ours/templates/blocks/directory.html
//- themes/ours/templates/blocks/map.html
//- themes/ours/templates/blocks/timeline.html
//- themes/ours/templates/blocks/questions.html
//- themes/ours/templates/blocks/contact.html
//- themes/ours/templates/blocks/map.html
//- themes/ours/templates/blocks/picture.html
//- themes/ours/templates/blocks/gallery.html
//- themes/ours/templates/blocks/comparison.html
",
    )
    .reports();
}

#[test]
fn a_variable_that_no_page_has() {
    site(
        "
//- themes/civic/templates/page.html
//! warning[unknown-variable]: `page.html` uses `pages`, which it is not given
<p>{{ pages.title | words }}</p>
",
    )
    .reports();
}

#[test]
fn words_of_a_theme_that_are_not_well_formed() {
    site(
        "
//- themes/civic/strings/ht.ftl
title-home = Lakay
title-cities
#           ^ error[bad-strings]: this is not well-formed: Expected a token starting with \"=\"
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
languages: [en, ht]
",
    )
    .reports();
}

#[test]
fn words_that_a_theme_does_not_have() {
    site("
//- themes/civic/templates/page.html
<p>{{ \"title-hmoe\" | t }}</p>
#                    ^ error[missing-string]: no string is called `title-hmoe` that can be used without arguments: add it to `strings/en.ftl`
//- content/pages/about.md
---
title: About us
---
")
    .reports();
}

#[test]
fn pages_that_lack_what_every_page_needs() {
    site("
//! error[page-structure]: the page `/about/` asks another computer for `https://example.org/tea.jpg`
//! error[page-structure]: the page `/about/` does not say its language
//! error[page-structure]: the page `/about/` has 0 main headings
//! error[page-structure]: the page `/about/` has a picture without a text alternative
//! error[page-structure]: the page `/about/` has no title
//! error[page-structure]: the page `/about/` has the id `a` twice
//- themes/civic/templates/page.html
<p id=\"a\">{{ page.title | words }}</p>
<p id=\"a\"><img src=\"https://example.org/tea.jpg\"></p>
//- content/pages/about.md
---
title: About us
---
")
    .reports();
}

#[test]
fn a_file_that_nothing_asks_for() {
    site(
        "
//- themes/civic/templates/citty.html
//! warning[unused-file]: nothing asks for the template `citty.html`
<p>{{ page.title | words }}</p>
//- themes/civic/site.css
//! warning[unused-file]: nobody looks for `site.css` there
h1 { color: green }
",
    )
    .reports();
}
