//! What copying leaves behind.

use crate::site_test::site;

#[test]
fn addresses_that_were_hidden() {
    site(
        "
//- content/pages/about.md
---
title: About us
---
Write to [email protected] or to b[email\u{a0}protected].
#        ^^^^^^^^^^^^^^^^^ error[hidden-address]: an e-mail address has been hidden here, and is lost
#                                ^^^^^^^^^^^^^^^^^^ error[hidden-address]: an e-mail address has been hidden here, and is lost
Or to tea (at) club.example, and [Ana](/cdn-cgi/l/email-protection#0a).
#     ^^^^^^^^^^^^^^^^^^^^^ error[hidden-address]: an e-mail address has been hidden here, and is lost
#                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[broken-link]: `/cdn-cgi/l/email-protection#0a` does not exist
#                                 ^^^ error[hidden-address]: an e-mail address has been hidden here, and is lost
",
    )
    .reports();
}

#[test]
fn addresses_that_were_cut_or_are_bare() {
    site(
        "
//- content/pages/about.md
---
title: About us
---
See <https://club.example/rules-for->
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[cut-address]: the address has been cut off
and https://club.example/old-pa...
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[cut-address]: the address has been cut off
and www.club.example/rules.
#   ^^^^^^^^^^^^^^^^^^^^^^ warning[bare-address]: `www.club.example/rules` is only text: nobody can follow it

Write to tea@club.example, or see [the old list](http://club.example/list).
#        ^^^^^^^^^^^^^^^^ warning[bare-address]: `tea@club.example` is only text: nobody can follow it
",
    )
    .reports();
}

#[test]
fn words_that_have_grown_together() {
    site(
        "
//- content/pages/about.md
---
title: About us
---
The friendship ofthe towns: a friendshipbetween
#              ^^^^^ warning[joined-words]: `ofthe` looks like two words
#                             ^^^^^^^^^^^^^^^^^ warning[joined-words]: `friendshipbetween` looks like two words
equals, by emailSign or in the meeting.The
#          ^^^^^^^^^ warning[joined-words]: `emailSign` looks like two words
#                              ^^^^^^^^^^^ warning[joined-words]: `meeting.The` looks like two words
towns are Speyer,Germany and Chartres, a friendship for the longterm.
#         ^^^^^^^^^^^^^^ warning[joined-words]: `Speyer,Germany` looks like two words
#                                                           ^^^^^^^^ warning[joined-words]: `longterm` looks like two words
",
    )
    .reports();
}

#[test]
fn words_that_stand_twice() {
    site(
        "
//- content/pages/about.md
---
title: About us
---
It lies in the
the drawer, under the under the lamp.
^^^ warning[doubled-words]: `the` stands twice in a row
#                     ^^^^^^^^^ warning[doubled-words]: `under the` stands twice in a row
",
    )
    .reports();
}

#[test]
fn sentences_that_are_torn() {
    site(
        "
//- content/pages/about.md
---
title: About us
---
The two towns have much in common, and both
#                                      ^^^^ warning[torn-sentence]: the sentence breaks off after `both`

will need to talk about what they mean by a friendship.

would like to hear from you, please write to the committee in the town hall.

- The letter names a person in the office of the mayor. If
#                                                       ^^ warning[torn-sentence]: the sentence breaks off after `If`
- The second letter comes from the other town.
",
    )
    .reports();
}

#[test]
fn lists_that_are_none() {
    site(
        "
//- content/pages/about.md
---
title: About us
---
• The bakers of the town. • The fishermen.
^ warning[bullet-sign]: `•` makes no list
#                         ^ warning[run-on-bullets]: another entry of the list begins within the line
• The teachers • the pupils • the parents
^ warning[bullet-sign]: `•` makes no list
#              ^ warning[run-on-bullets]: 2 more entries of the list begin within the line
",
    )
    .reports();
}

#[test]
fn blanks() {
    site(
        "
//- content/pages/about.md
---
title: About us
---
The\u{a0}bakers of Speyer , and 5\u{a0}km of
#  ^ warning[no-break-space]: a no-break space stands where a blank belongs
#                   ^^ warning[stray-blank]: a blank stands before the `,`
rope from\u{a0}the\u{a0}harbour&nbsp;town .
#        ^ warning[no-break-space]: 2 no-break spaces stand in this line where blanks belong
#                              ^^ warning[stray-blank]: a blank stands before the `.`

- An entry

      with more to say
#     ^^^^^^^^^^^^^^^^ warning[stray-blank]: four blanks before it make this a piece of code

Words.

    The paragraph that was to be.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[stray-blank]: four blanks before it make this a piece of code
",
    )
    .reports();
}

#[test]
fn the_frame_of_a_page() {
    site(
        "
//- content/pages/about.md
---
title: About us
---
An official website of the United States government
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[page-furniture]: this claims to be an official website of a national government

Skip to main content
^^^^^^^^^^^^^^^^^^^^ warning[page-furniture]: `Skip to main content` belongs to the frame of a page

1. Who we are
#  ^^^^^^^^^^ warning[page-furniture]: this list of contents was made by hand; of its 4 entries, 1 cannot be found below
2. What we do
3. Where we meet
4. Whom to ask

## Who we are

Bakers.

↑ Back to Top ↑
^^^^^^^^^^^^^^^ warning[page-furniture]: `↑ Back to Top ↑` belongs to the frame of a page

## What we do

Bread.

## Where we meet

In the mill.

© 2015 Bakers of the Mill. Powered by
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[page-furniture]: `© 2015 Bakers of the Mill. Powered by` belongs to the frame of a page

Home | About | Terms
^^^^^^^^^^^^^^^^^^^^ warning[page-furniture]: names with `|` between them are a menu whose links are lost
",
    )
    .reports();
}
