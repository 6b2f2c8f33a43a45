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
