//! Prose that would not be what its author means.

use crate::site_test::{SiteTest, site};

/// A site with a city of some prose.
#[track_caller]
fn gaeta(prose: &str) -> SiteTest {
    let facts =
        "---\nname: Gaeta\ncountry: IT\nrelationship: { established: 1982, status: active }\n---";
    site("").with("content/cities/gaeta.md", &format!("{facts}\n{prose}"))
}

#[test]
fn a_picture_without_words() {
    gaeta(
        "
![ ](../files/sea.jpg \"The sea\")
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[missing-alt]: the picture has no text alternative
",
    )
    .with("content/files/sea.jpg", "")
    .reports();
}

#[test]
fn a_picture_that_is_not_there() {
    gaeta(
        "
![The sea](../files/see.jpg)
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[unknown-file]: there is no file `content/files/see.jpg`
",
    )
    .with("content/files/sea.jpg", "")
    .reports();
}

#[test]
fn links_that_lead_nowhere() {
    gaeta(
        "
To [Krakow](krakow.md), [Krakow](city:krakow).
#  ^^^^^^^^^^^^^^^^^^^ error[broken-link]: there is no page `content/cities/krakow.md`
#                       ^^^^^^^^^^^^^^^^^^^^^ error[unknown-city]: no city is called `krakow`
",
    )
    .reports();
}

#[test]
fn anchors_and_addresses_that_the_finished_site_does_not_have() {
    gaeta("
To [the pause](city:home#pause) and to [all cities](/citys/).
#  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[broken-link]: the page `/cities/home/` has no `#pause`
#                                      ^^^^^^^^^^^^^^^^^^^^^ error[broken-link]: `/citys/` does not exist
")
    .reports();
}

#[test]
fn a_link_that_runs_a_script() {
    gaeta("
[Press](javascript:alert) or [press](JavaScript:alert) or [press](data:text/html,x).
^^^^^^^^^^^^^^^^^^^^^^^^^ error[bad-link]: `javascript:` is not something that can be linked to
#                            ^^^^^^^^^^^^^^^^^^^^^^^^^ error[bad-link]: `JavaScript:` is not something that can be linked to
#                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^ error[bad-link]: `data:` is not something that can be linked to
")
    .reports();
}

#[test]
fn a_script() {
    gaeta("
<script>
^^^^^^^^ error[raw-html]: HTML cannot be used in prose: `<script>`
alert('tea')
</script>

A <span onclick=\"alert()\">word</span>, and <kbd class=\"x\">another</kbd>.
# ^^^^^^^^^^^^^^^^^^^^^^^^ error[raw-html]: HTML cannot be used in prose: `<span onclick=\"alert()\">`
#                                          ^^^^^^^^^^^^^^^ error[raw-html]: HTML cannot be used in prose: `<kbd class=\"x\">`
")
    .reports();
}

#[test]
fn a_comment_is_for_authors_and_not_published() {
    let test = gaeta(
        "
<!-- ask the mayor -->

<!--
ask
the mayor
-->

On the <!-- which? --> sea.
",
    );
    let built = test.builds();
    assert!(!built.page("cities/gaeta/").html().contains("mayor"));
}

#[test]
fn a_footnote_without_text() {
    gaeta(
        "
On the sea.[^1] In the south.[^south] Not this: `[^1]`, nor \\[^1].
#          ^^^^ error[broken-link]: the footnote `1` has no text
#                            ^^^^^^^^ error[broken-link]: the footnote `south` has no text
",
    )
    .reports();
}

#[test]
fn a_heading_of_the_first_level() {
    gaeta(
        "
# History
^^^^^^^^^ error[heading-level]: headings in the prose begin at the second level
",
    )
    .reports();
}

#[test]
fn a_directive_with_a_slip() {
    gaeta("
There are {count citties} since {dates 1982} and {count cities status=activ}.
#                ^^^^^^^ error[bad-directive]: `citties` cannot be counted
#                               ^^^^^^^^^^^^ error[unknown-directive]: no directive is called `dates`
#                                                                     ^^^^^ error[unknown-value]: `activ` is not known here
")
    .reports();
}

#[test]
fn a_translation_has_its_own_places() {
    gaeta("")
        .with(
            "content/site.yaml",
            "name: Sister Cities\nhome: home\nbase_url: https://example.org/\nlanguages: [en, ht]\n",
        )
        .with(
            "content/cities/gaeta.ht.md",
            "---\nname: Gayèt\n---\nGade [Okay](city:okay).\n#    ^^^^^^^^^^^^^^^^^ error[unknown-city]: no city is called `okay`\n",
        )
        .reports();
}

#[test]
fn a_language_mark_cannot_be_forged() {
    gaeta(
        "
x [x](jumelage-language:ht)ééééé
# ^^^^^^^^^^^^^^^^^^^^^^^^^ error[bad-link]: `jumelage-language:` is not something that can be linked to
",
    )
    .reports();
}

#[test]
fn a_picture_is_no_phrase_in_another_language() {
    gaeta(
        "
![x]{lang=ht}
^^^^ error[bad-link]: the picture has no address
",
    )
    .reports();
}

#[test]
fn a_footnote_without_text_is_named_once() {
    gaeta(
        "
Tea[^a], cake[^a].
#  ^^^^ error[broken-link]: the footnote `a` has no text

[^a [^a [^a]
",
    )
    .reports();
}

#[test]
fn an_element_that_is_not_closed() {
    gaeta(
        "
a <small>b and <mark>c *d</mark> e*
# ^^^^^^^ error[raw-html]: `<small>` is not closed in this paragraph
#              ^^^^^^ error[raw-html]: `<mark>` is not closed in this paragraph
#                        ^^^^^^^ error[raw-html]: `</mark>` ends something that has not begun here

- <kbd>a
# ^^^^^ error[raw-html]: `<kbd>` is not closed in this paragraph
  - b</kbd>
#    ^^^^^^ error[raw-html]: `</kbd>` ends something that has not begun here
",
    )
    .reports();
}

#[test]
fn an_element_that_ends_and_never_began() {
    gaeta(
        "
a word</q> or</br> *two <sub>a* b</sub>
#     ^^^^ error[raw-html]: `</q>` ends something that has not begun here
#            ^^^^^ error[raw-html]: HTML cannot be used in prose: `</br>`
#                       ^^^^^ error[raw-html]: `<sub>` is not closed before the markup around it ends
#                                ^^^^^^ error[raw-html]: `</sub>` ends something that has not begun here
",
    )
    .reports();
}

#[test]
fn elements_that_end_in_the_wrong_order() {
    gaeta(
        "
a <small>b <mark>c</small> d</mark>
#                 ^^^^^^^^ error[raw-html]: `</small>` stands before the end of `<mark>`
",
    )
    .reports();
}

#[test]
fn an_allowed_element_that_stands_alone() {
    gaeta(
        "
<kbd>
^^^^^ error[raw-html]: HTML cannot be used in prose: `<kbd>`
Ctrl
</kbd>
",
    )
    .reports();
}

#[test]
fn words_between_two_comments_are_not_lost() {
    gaeta(
        "
<!-- a --> words <!-- b -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[raw-html]: HTML cannot be used in prose: `<!-- a --> words <!-- b -->`
",
    )
    .reports();
}

#[test]
fn html_in_a_text_alternative() {
    gaeta(
        "
![The<br>sea](../files/sea.jpg)
#    ^^^^ error[raw-html]: a text alternative has only words, and not `<br>`
",
    )
    .with("content/files/sea.jpg", "")
    .reports();
}

#[test]
fn a_page_as_a_picture() {
    gaeta(
        "
![a](city:gaeta) ![b](/cities/) ![c](#top) ![d](gaeta.md) ![e]()
^^^^^^^^^^^^^^^^ error[bad-link]: this is not a picture
#                ^^^^^^^^^^^^^^ error[bad-link]: this is not a picture
#                               ^^^^^^^^^^ error[bad-link]: this is not a picture
#                                          ^^^^^^^^^^^^^^ error[bad-link]: this is not a picture
#                                                         ^^^^^^ error[bad-link]: the picture has no address
",
    )
    .reports();
}

#[test]
fn two_headings_with_one_anchor() {
    gaeta(
        "
## One {#part}

## Two {#part}
^^^^^^^^^^^^^^ error[bad-directive]: two headings have the anchor `part`

## Three {#main}
^^^^^^^^^^^^^^^^ error[bad-directive]: every page has an anchor `main` of its own

## Four {#fn-1}
^^^^^^^^^^^^^^^ error[bad-directive]: every page has an anchor `fn-1` of its own
",
    )
    .reports();
}

#[test]
fn a_brace_without_an_end() {
    gaeta(
        "
There are {count cities status=active and {years
#         ^ error[bad-directive]: the brace is not closed

Not \\{this, {}, { or {1.
",
    )
    .reports();
}

#[test]
fn a_note_that_is_not_known() {
    gaeta(
        "
> [!INFO]
# ^^^^^^^ error[bad-directive]: no note is called `INFO`
> Nobody travels.

> [!NOTE] Nobody travels.
# ^^^^^^^ error[bad-directive]: `[!NOTE]` stands alone on its line
",
    )
    .reports();
}

#[test]
fn a_heading_without_a_blank() {
    gaeta(
        "
##No space
^^ error[heading-level]: a heading has a blank behind its `##`

#hashtag
",
    )
    .reports();
}

#[test]
fn a_link_without_an_end() {
    gaeta(
        "
[open](city:oberlinden
#    ^^ error[broken-link]: the link's parenthesis is not closed

[order](an order.pdf) and [k]() and \\[this](x
#     ^^ error[broken-link]: the link's address has a blank in it
#                         ^^^^^ error[bad-link]: the link has no address
",
    )
    .reports();
}

#[test]
fn addresses_that_lack_something() {
    gaeta(
        "
[h](tom@example.org) [w](..\\files\\x.jpg)
^^^^^^^^^^^^^^^^^^^^ error[bad-link]: `tom@example.org` is an e-mail address without its scheme
#                    ^^^^^^^^^^^^^^^^^^^ error[bad-link]: `..\\files\\x.jpg` has backslashes
",
    )
    .reports();
}

#[test]
fn the_help_for_an_allowed_element_says_how_it_is_allowed() {
    let drawn = gaeta("An <abbr title=\"x\">SCI</abbr>.\n").drawn();
    assert!(drawn.contains("`<abbr>` is allowed"), "{drawn}");
}
