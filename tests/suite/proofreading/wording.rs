//! Words that rot, and words that say nothing.

use crate::site_test::site;

#[test]
fn a_time_told_from_the_day_of_writing() {
    site(
        "
//- content/pages/about.md
---
title: About us
---
The club has met for almost 40 years. It recently
#                    ^^^^^^^^^^^^^^^ warning[relative-time]: `almost 40 years` will not stay true
#                                        ^^^^^^^^ warning[relative-time]: `recently` will not stay true
moved, and works for over twenty-five years now that it
#                    ^^^^^^^^^^^^^^^^^^^^^^ warning[relative-time]: `over twenty-five years` will not stay true
has a room. Last year it bought
#           ^^^^^^^^^ warning[relative-time]: `Last year` will not stay true
a piano, five years ago a lamp.
#        ^^^^^^^^^^^^^^ warning[relative-time]: `five years ago` will not stay true

Over the next two years, a
^^^^^^^^^^^^^^^^^^^^^^^ warning[relative-time]: `Over the next two years` will not stay true
choir is to come. Nearly a decade of silence has passed. In recent years, nobody
#                 ^^^^^^^^^^^^^^^ warning[relative-time]: `Nearly a decade` will not stay true
#                                                        ^^^^^^^^^^^^^^^ warning[relative-time]: `In recent years` will not stay true
came.
",
    )
    .reports();
}

#[test]
fn what_is_recent_in_news_is_clear() {
    site(
        "
//- content/news/2026-05-tea.md
---
title: Tea
date: 2026-05-01
---
We recently moved, and last year we bought a piano.
",
    )
    .builds();
}

#[test]
fn words_of_other_languages() {
    site(
        "
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
languages: [en, fr, es, de, ht]
#          ^^^^^^^^^^^^^^^^^^^^ warning[no-strings]: the theme `civic` has no words in `fr`
#          ^^^^^^^^^^^^^^^^^^^^ warning[no-strings]: the theme `civic` has no words in `es`
#          ^^^^^^^^^^^^^^^^^^^^ warning[no-strings]: the theme `civic` has no words in `de`
//- content/pages/about.md
---
title: About us
---
They say [nous avons récemment déménagé]{lang=fr}.
//- content/pages/about.fr.md
---
title: À propos
---
Le club a récemment déménagé; [cliquez ici](page:about).
#         ^^^^^^^^^ warning[relative-time]: `récemment` will not stay true
#                              ^^^^^^^^^^^ warning[link-text]: `cliquez ici` does not say where the link leads
//- content/pages/about.es.md
---
title: Sobre nosotros
---
El club se mudó recientemente; [haga clic aquí](page:about).
#               ^^^^^^^^^^^^^ warning[relative-time]: `recientemente` will not stay true
#                               ^^^^^^^^^^^^^^ warning[link-text]: `haga clic aquí` does not say where the link leads
//- content/pages/about.de.md
---
title: Über uns
---
Der Verein ist kürzlich umgezogen; [mehr](page:about).
#              ^^^^^^^^ warning[relative-time]: `kürzlich` will not stay true
#                                   ^^^^ warning[link-text]: `mehr` does not say where the link leads
//- content/pages/about.ht.md
---
title: Sou nou
---
Klib la deplase resaman; [klike isit](page:about).
#               ^^^^^^^ warning[relative-time]: `resaman` will not stay true
#                         ^^^^^^^^^^ warning[link-text]: `klike isit` does not say where the link leads
",
    )
    .reports();
}

#[test]
fn links_that_say_nothing() {
    site(
        "
//- content/pages/about.md
---
title: About us
---
The rules are [here](page:about), and the [*learn
#              ^^^^ warning[link-text]: `here` does not say where the link leads
#                                           ^^^^^.. warning[link-text]: `learn more` does not say where the link leads
more*](page:about) is not.
",
    )
    .reports();
}

#[test]
fn links_that_are_not_there() {
    site(
        "
//- content/pages/about.md
---
title: About us
---
Visit our new membership page for the dues.
#         ^^^^^^^^^^^^^^^^^^^ warning[dead-label]: `new membership page` is the name of a link that is not there

To take part, click here.
#             ^^^^^^^^^^ warning[dead-label]: `click here` is the name of a link that is not there

More details can be found at “The long way to Speyer”.
#                             ^^^^^^^^^^^^^^^^^^^^^^ warning[dead-label]: `The long way to Speyer` is the name of a link that is not there

Our Club on Facebook
^^^^^^^^^^^^^^^^^^^^ warning[dead-label]: `Our Club on Facebook` is the name of a link that is not there

The room is open to all.  Member List
#                         ^^^^^^^^^^^ warning[dead-label]: `Member List` is the name of a link that is not there
",
    )
    .reports();
}

#[test]
fn headings_that_jump_and_repeat() {
    site(
        "
//- content/pages/about.md
---
title: About us
---
### A beginning
#   ^^^^^^^^^^^ warning[heading-order]: the heading's level is 3, and the one above it is 1

## The rules

#### Of the house
#    ^^^^^^^^^^^^ warning[heading-order]: the heading's level is 4, and the one above it is 2

## The Rules
#  ^^^^^^^^^ warning[repeated-title]: `The Rules` is the heading of another part already
",
    )
    .reports();
}
