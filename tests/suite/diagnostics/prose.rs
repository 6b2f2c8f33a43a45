//! Prose that cannot be published.

use crate::site_test::site;

#[test]
fn html_in_prose() {
    site(
        "
//- content/pages/about.md
---
title: About us
---
A <b>strong</b> word.
# ^^^ error[raw-html]: HTML cannot be used in prose: `<b>`

<div align=\"center\">
^^^^^^^^^^^^^^^^^^^^ error[raw-html]: HTML cannot be used in prose: `<div align=\"center\">`
In the middle.
</div>
",
    )
    .reports();
}

#[test]
fn a_picture_that_only_some_can_see() {
    site(
        "
//- content/pages/about.md
---
title: About us
---
![](../files/tea.jpg)
^^^^^^^^^^^^^^^^^^^^^ error[missing-alt]: the picture has no text alternative
//- content/files/tea.jpg
",
    )
    .reports();
}

#[test]
fn links_that_lead_nowhere() {
    site("
//- content/pages/about.md
---
title: About us
---
See [the criteria](criteria.md), [the rules][rules] and the note.[^1]
#                                ^^^^^^^^^^^^^^^^^^ error[broken-link]: no link is called `rules`
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[broken-link]: there is no page `content/pages/criteria.md`
#                                                                ^^^^ error[broken-link]: the footnote `1` has no text

See [the mayor](../../../mayor.md).
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[broken-link]: `../../../mayor.md` leads out of the site

Go to [the top](#tpo).
#     ^^^^^^^^^^^^^^^ error[broken-link]: the page `/about/` has no `#tpo`

[^left]: Nobody asks for this.
^^^^^^^ error[broken-link]: the footnote `left` is referred to nowhere
")
    .reports();
}

#[test]
fn links_that_are_not_understood() {
    site("
//- content/pages/about.md
---
title: About us
---
Press [play](javascript:alert(1)), or [there](cities:gaeta), or [elsewhere](//example.org).
#                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[bad-link]: `//example.org` has no scheme
#                                     ^^^^^^^^^^^^^^^^^^^^^ error[bad-link]: `cities:` is not something that can be linked to
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[bad-link]: `javascript:` is not something that can be linked to

![A cup](https://example.org/tea.jpg)
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[bad-link]: the picture `https://example.org/tea.jpg` lies elsewhere
")
    .reports();
}

#[test]
fn a_second_title() {
    site(
        "
//- content/pages/about.md
---
title: About us
---
# About us
^^^^^^^^^^ error[heading-level]: headings in the prose begin at the second level
",
    )
    .reports();
}

#[test]
fn words_in_braces_that_are_not_known() {
    site("
//- content/pages/about.md
---
title: About us
---
There are {cuont cities} of them, and {nothing at all}.
#                                     ^^^^^^^^^^^^^^^^ error[unknown-directive]: no directive is called `nothing`
#         ^^^^^^^^^^^^^^ error[unknown-directive]: no directive is called `cuont`
")
    .reports();
}

#[test]
fn directives_that_are_written_wrongly() {
    site("
//- content/pages/about.md
---
title: About us
---
There are {count} of {count citys} in {count cities countri=IT} as {count cities as=letters}.
#                                                                                   ^^^^^^^ error[bad-directive]: `as=letters` is not known
#                                                   ^^^^^^^ error[bad-directive]: `count` does not take `countri=`
#                           ^^^^^ error[bad-directive]: `citys` cannot be counted
#         ^^^^^^^ error[bad-directive]: `count` needs to know of what

For {years} and {years from=1982}, since {date} or {date 1982 1983}. See {directory}.
#                                                                        ^^^^^^^^^^^ error[bad-directive]: `directory` stands in a paragraph of its own
#                                                  ^^^^^^^^^^^^^^^^ error[bad-directive]: `date` takes one word, not 2
#                                        ^^^^^^ error[bad-directive]: `date` needs to know of what
#                      ^^^^ error[bad-directive]: `years` does not take `from=`
#   ^^^^^^^ error[bad-directive]: `years` needs to know since when

{timeline gaeta}
#         ^^^^^ error[bad-directive]: `timeline` takes settings, not the word `gaeta`

{directory status=asleep}
#                 ^^^^^^ error[unknown-value]: `asleep` is not known here

## The pause {.quiet}
^^^^^^^^^^^^^^^^^^^^^ error[bad-directive]: the braces at the end of a heading give its anchor
")
    .reports();
}
