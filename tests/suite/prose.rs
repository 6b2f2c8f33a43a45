//! What Markdown becomes on the page.

use expect_test::{Expect, expect};

use crate::site_test::{SiteTest, site};

/// A page's text and nothing around it, so that no theme matters.
const BARE_PAGE: &str = "<!DOCTYPE html>
<html lang=\"{{ lang }}\"><title>Page</title><h1>Page</h1>
{{ page.body | safe }}
";

/// A programme with three partners, to be counted and linked to.
const PROGRAMME: &str = "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: 1982-06, status: active }
---
## A pause {#pause}
//- content/cities/catania.md
---
name: Catania
country: IT
relationship: { kind: friendship, established: 1987, status: inactive }
---
//- content/cities/les-cayes.md
---
name: Les Cayes
country: HT
relationship:
  established: 2014-05-05
  history: [{ to: active, date: 2014-05-05 }, { to: paused, date: 2019/.. }]
---
//- content/events/delegation.md
---
title: The delegation
kind: delegation-out
date: 2013-05-23/2013-05-31
cities: [les-cayes]
---
//- content/areas.yaml
- { id: health, name: Public health }
//- content/documents.yaml
- { id: order, title: The order, file: an order.pdf }
//- content/files/an order.pdf
//- content/files/tea.jpg
";

fn with_prose(prose: &str) -> SiteTest {
    site(PROGRAMME)
        .with("themes/civic/templates/page.html", BARE_PAGE)
        .with("content/pages/about.md", &format!("---\ntitle: About\n---\n{prose}"))
}

#[track_caller]
fn html_of(site: &SiteTest, address: &str) -> String {
    let built = site.builds();
    let html = built.page(address).html();
    let body = html.split_once("</h1>\n").expect("the bare page has a heading").1;
    body.trim_end().to_owned() + "\n"
}

#[track_caller]
fn becomes(prose: &str, html: &Expect) {
    html.assert_eq(&html_of(&with_prose(prose), "about/"));
}

#[test]
fn a_table() {
    becomes(
        "| City | Since | Partners |\n| --- | :-: | --: |\n| *Gaeta* | 1982 | 3 |\n",
        &expect![[r#"
            <div class="table" tabindex="0"><table>
            <thead><tr><th scope="col">City</th><th scope="col" class="center">Since</th><th scope="col" class="end">Partners</th></tr></thead>
            <tbody>
            <tr><td><em>Gaeta</em></td><td class="center">1982</td><td class="end">3</td></tr>
            </tbody></table></div>
        "#]],
    );
}

#[test]
fn footnotes_in_the_order_of_their_references() {
    becomes(
        "Tea[^b] and cake[^a], and tea again[^b].\n\n[^a]: With *cream*.\n[^b]: With milk.\n",
        &expect![[r##"
            <p>Tea<sup class="footnote"><a id="fnref-1" href="#fn-1" role="doc-noteref">1</a></sup> and cake<sup class="footnote"><a id="fnref-2" href="#fn-2" role="doc-noteref">2</a></sup>, and tea again<sup class="footnote"><a id="fnref-1-2" href="#fn-1" role="doc-noteref">1</a></sup>.</p>
            <div class="footnotes" role="doc-endnotes">
            <ol>
            <li id="fn-1" value="1"><p>With milk.</p>
            <p class="footnote-back"><a href="#fnref-1" aria-label="Back to reference 1">↩</a> <a href="#fnref-1-2" aria-label="Back to reference 1">↩</a> </p></li>
            <li id="fn-2" value="2"><p>With <em>cream</em>.</p>
            <p class="footnote-back"><a href="#fnref-2" aria-label="Back to reference 2">↩</a> </p></li>
            </ol>
            </div>
        "##]],
    );
}

#[test]
fn a_definition_list() {
    becomes(
        "Sister city\n: A bond by agreement.\n\nFriendship city\n: A first stage.\n",
        &expect![[r#"
        <dl>
        <dt>Sister city</dt>
        <dd>A bond by agreement.</dd>
        <dt>Friendship city</dt>
        <dd>A first stage.</dd>
        </dl>
    "#]],
    );
}

#[test]
fn an_alert() {
    becomes(
        "> [!NOTE]\n> Nobody travels.\n\n> Only a quotation.\n",
        &expect![[r#"
        <div class="alert alert-note" role="note">
        <p class="alert-title">Note</p>
        <p>Nobody travels.</p>
        </div>
        <blockquote>
        <p>Only a quotation.</p>
        </blockquote>
    "#]],
    );
}

#[test]
fn lists_and_tasks() {
    becomes(
        "- one\n- two\n\n3. three\n4. four\n\n- [x] met\n- [ ] signed\n",
        &expect![[r#"
        <ul>
        <li>one</li>
        <li>two</li>
        </ul>
        <ol start="3">
        <li>three</li>
        <li>four</li>
        </ol>
        <ul>
        <li><span class="task" role="img" aria-label="done">☑</span> met</li>
        <li><span class="task" role="img" aria-label="to do">☐</span> signed</li>
        </ul>
    "#]],
    );
}

#[test]
fn headings_have_anchors() {
    becomes(
        "## Été à Gaëta\n\n### The pause {#pause}\n\n### Notes\n\n## 大\n\n### Notes\n",
        &expect![[r#"
            <h2 id="ete-a-gaeta">Été à Gaëta</h2>
            <h3 id="pause">The pause</h3>
            <h3 id="notes">Notes</h3>
            <h2 id="da">大</h2>
            <h3 id="notes-2">Notes</h3>
        "#]],
    );
}

#[test]
fn quotation_marks_are_those_of_english() {
    becomes(
        "\"It's a *'great'* day\", she said in the '80s. `\"code\"`\n",
        &expect![[r#"
        <p>“It’s a <em>‘great’</em> day”, she said in the ’80s. <code>&quot;code&quot;</code></p>
    "#]],
    );
}

#[test]
fn quotation_marks_are_those_of_the_translation() {
    let site = with_prose("\"Tea\"\n")
        .with(
            "content/site.yaml",
            "name: Sister Cities\nhome: home\nbase_url: https://example.org/\nlanguages: [en, fr, de]\n",
        )
        .with("themes/civic/strings/fr.ftl", "title-home = Accueil\n")
        .with("themes/civic/strings/de.ftl", "title-home = Startseite\n")
        .with("content/pages/about.fr.md", "---\ntitle: À propos\n---\n\"Du 'thé'\"\n")
        .with("content/pages/about.de.md", "---\ntitle: Über uns\n---\n\"Der 'Tee'\"\n");
    expect![[r#"
        <p>« Du “thé” »</p>
    "#]]
    .assert_eq(&html_of(&site, "fr/about/"));
    expect![[r#"
        <p>„Der ‚Tee‘“</p>
    "#]]
    .assert_eq(&html_of(&site, "de/about/"));
}

#[test]
fn a_phrase_in_another_language() {
    becomes(
        "It is called [Okay]{lang=ht}, and [مدينة *x*]{lang=ar}.\n",
        &expect![[r#"
        <p>It is called <span lang="ht" dir="ltr">Okay</span>, and <span lang="ar" dir="rtl">مدينة <em>x</em></span>.</p>
    "#]],
    );
}

#[test]
fn links_by_id() {
    becomes(
        "[Gaeta](city:gaeta), [pause](city:gaeta#pause), [visit](event:delegation), \
         [health](area:health), [order](document:order), [us](page:about)\n",
        &expect![[r#"
            <p><a href="../cities/gaeta/">Gaeta</a>, <a href="../cities/gaeta/#pause">pause</a>, <a href="../events/delegation/">visit</a>, <a href="../areas/health/">health</a>, <a href="../documents/#order">order</a>, <a href="../about/">us</a></p>
        "#]],
    );
}

#[test]
fn links_by_path() {
    becomes(
        "[Gaeta](../cities/gaeta.md), [pause](../cities/gaeta.md#pause), [home](../cities/home.md), \
         [order](<../files/an order.pdf>), [same](../files/an%20order.pdf), [all](/cities/)\n",
        &expect![[r#"
            <p><a href="../cities/gaeta/">Gaeta</a>, <a href="../cities/gaeta/#pause">pause</a>, <a href="../cities/home/">home</a>, <a href="../files/an%20order.pdf">order</a>, <a href="../files/an%20order.pdf">same</a>, <a href="../cities/">all</a></p>
        "#]],
    );
}

#[test]
fn links_to_elsewhere() {
    becomes(
        "[web](https://example.org/?a=1&b=2 \"The web\"), <https://example.org>, \
         [mail](mailto:a@example.org), [call](tel:+16175550100)\n",
        &expect![[r#"
            <p><a href="https://example.org/?a=1&amp;b=2" rel="external" title="The web">web</a>, <a href="https://example.org" rel="external">https://example.org</a>, <a href="mailto:a@example.org">mail</a>, <a href="tel:+16175550100">call</a></p>
        "#]],
    );
}

#[test]
fn a_picture_alone_is_a_figure() {
    becomes(
        "![The mayors](../files/tea.jpg \"At tea\")\n\nIn ![a line](../files/tea.jpg).\n",
        &expect![[r#"
            <figure><picture><source type="image/webp" sizes="(min-width: 44rem) 40rem, 92vw" srcset="../files/tea.jpg.64.webp 64w"><img src="../files/tea.jpg.64.jpg" width="64" height="48" alt="The mayors" fetchpriority="high" decoding="async"></picture>
            <figcaption><span>At tea</span></figcaption></figure>
            <p>In <picture><source type="image/webp" sizes="(min-width: 44rem) 40rem, 92vw" srcset="../files/tea.jpg.64.webp 64w"><img src="../files/tea.jpg.64.jpg" width="64" height="48" alt="a line" loading="lazy" decoding="async"></picture>.</p>
        "#]],
    );
}

#[test]
fn markup_in_a_text_alternative_is_only_its_words() {
    becomes(
        "![The *mayors* at [tea](city:gaeta), `here` ![and](../files/tea.jpg) \"there\"](../files/tea.jpg).\n",
        &expect![[r#"
            <p><picture><source type="image/webp" sizes="(min-width: 44rem) 40rem, 92vw" srcset="../files/tea.jpg.64.webp 64w"><img src="../files/tea.jpg.64.jpg" width="64" height="48" alt="The mayors at tea, here and &quot;there&quot;" fetchpriority="high" decoding="async"></picture>.</p>
        "#]],
    );
}

#[test]
fn counts() {
    becomes(
        "{count cities}, {count cities as=words}, {count cities status=active}, \
         {count cities status=paused}, {count cities status=inactive}, {count cities country=IT}, \
         {count cities kind=friendship}, {count countries}, {count relationships}, {count events}, \
         {count delegations city=les-cayes as=words}, {count committees}, {count documents}\n",
        &expect![[r#"
            <p>3, three, 2, 1, 1, 2, 1, 2, 3, 1, one, 0, 1</p>
        "#]],
    );
}

#[test]
fn dates_and_years() {
    becomes(
        "In {date 1982-06}, {date 1982-06-25}, {date 197X} and {date 2013-05-23/2013-05-31}: for \
         {years since=1982-06} or {years since=1982-06 as=words} years.\n",
        &expect![[r#"
            <p>In <time datetime="1982-06">June 1982</time>, <time datetime="1982-06-25">June 25, 1982</time>, the 1970s and <time datetime="2013-05-23">May 23</time>–<time datetime="2013-05-31">31, 2013</time>: for 43 or forty-three years.</p>
        "#]],
    );
}

#[test]
fn cities_and_when_they_were_established() {
    becomes(
        "{city gaeta} since {established gaeta}.\n",
        &expect![[r#"
        <p><a href="../cities/gaeta/">Gaeta</a> since <time datetime="1982-06">June 1982</time>.</p>
    "#]],
    );
}

#[test]
fn blanks_within_the_braces() {
    becomes(
        "{ count cities } partners.\n",
        &expect![[r#"
        <p>3 partners.</p>
    "#]],
    );
}

#[test]
fn the_directory_and_the_timeline_are_blocks() {
    let built = with_prose(
        "Before.\n\n{directory status=inactive}\n\n{timeline city=les-cayes}\n\nAfter.\n",
    )
    .builds();
    built
        .page("about/")
        .shows_in_order(&["Before.", "Catania", "May 23", "The delegation", "After."])
        .hides("Gaeta");
    assert!(!built.page("about/").html().contains("<p><"));
}

#[test]
fn braces_that_are_only_braces() {
    becomes(
        "A \\{count cities} and \\{ count }, `{count cities}`, {}, {1}.\n\n```\n{count cities}\n```\n",
        &expect![[r#"
            <p>A {count cities} and { count }, <code>{count cities}</code>, {}, {1}.</p>
            <pre tabindex="0"><code>{count cities}
            </code></pre>
        "#]],
    );
}

#[test]
fn harmless_elements() {
    becomes(
        "H<sub>2</sub>O, <kbd>Ctrl</kbd>, a<br>b, <q>quoted</q> & 1 < 2.\n",
        &expect![[r#"
        <p>H<sub>2</sub>O, <kbd>Ctrl</kbd>, a<br>b, <q>quoted</q> &amp; 1 &lt; 2.</p>
    "#]],
    );
}

#[test]
fn code_is_left_alone() {
    becomes(
        "```yaml\nname: \"Gaeta\" <b>\n```\n\n`a -- \"b\"`\n",
        &expect![[r#"
        <pre tabindex="0"><code class="language-yaml">name: &quot;Gaeta&quot; &lt;b&gt;
        </code></pre>
        <p><code>a -- &quot;b&quot;</code></p>
    "#]],
    );
}

#[test]
fn harmless_elements_within_markup() {
    becomes(
        "*a <small>b <mark>c</mark></small>* [<kbd>d</kbd>](/cities/)<wbr>\n",
        &expect![[r#"
            <p><em>a <small>b <mark>c</mark></small></em> <a href="../cities/"><kbd>d</kbd></a><wbr></p>
        "#]],
    );
}

#[test]
fn a_phrase_in_another_language_is_only_its_words_in_a_text_alternative() {
    becomes(
        "![The city of [Okay]{lang=ht}, seen](../files/tea.jpg)\n",
        &expect![[r#"
            <figure><picture><source type="image/webp" sizes="(min-width: 44rem) 40rem, 92vw" srcset="../files/tea.jpg.64.webp 64w"><img src="../files/tea.jpg.64.jpg" width="64" height="48" alt="The city of Okay, seen" fetchpriority="high" decoding="async"></picture></figure>
        "#]],
    );
}

#[test]
fn a_written_anchor_is_kept_and_one_that_is_made_gives_way() {
    becomes(
        "## History\n\n## Later {#history}\n\n### History\n\n## Main\n\n## fn 1\n",
        &expect![[r#"
            <h2 id="history-2">History</h2>
            <h2 id="history">Later</h2>
            <h3 id="history-3">History</h3>
            <h2 id="main-2">Main</h2>
            <h2 id="section-fn-1-2">fn 1</h2>
        "#]],
    );
}

#[test]
fn an_e_mail_address_between_angle_brackets() {
    becomes(
        "<tom@example.org>\n",
        &expect![[r#"
        <p><a href="mailto:tom@example.org">tom@example.org</a></p>
    "#]],
    );
}

#[test]
fn a_comment_on_each_side_leaves_the_words_between() {
    becomes(
        "Tea <!-- a -->and<!-- b --> cake.\n",
        &expect![[r#"
        <p>Tea and cake.</p>
    "#]],
    );
}
