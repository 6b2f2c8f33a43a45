//! Every address in the finished site is followed, in whatever kind of file it stands.

use crate::site_test::{SiteTest, site};

/// A site with something wrong in its theme.
fn themed(path: &str, text: &str) -> SiteTest {
    site("").with(&format!("themes/civic/{path}"), text)
}

/// A site whose page of the home city holds something at its end.
fn on_a_page(html: &str) -> SiteTest {
    let template =
        format!("{{% extends \"civic/city.html\" %}}{{% block content %}}{html}{{% endblock %}}");
    themed("templates/city.html", &template)
}

#[track_caller]
fn says(site: &SiteTest, message: &str) {
    let told = site.drawn();
    assert!(told.contains(message), "`{message}` is not in:\n{told}");
}

#[test]
fn every_attribute_that_holds_an_address_is_followed() {
    for html in [
        "<a href=\"nowhere/\">x</a>",
        "<video poster=\"nowhere/\"></video>",
        "<object data=\"nowhere/\"></object>",
        "<form action=\"nowhere/\"></form>",
        "<svg><use xlink:href=\"nowhere/\"/></svg>",
        "<img alt=\"\" src=\"{{ root }}assets/icon.svg\" srcset=\"nowhere/ 2x\">",
        "<meta http-equiv=\"refresh\" content=\"0; url=nowhere/\">",
        "<blockquote cite=\"nowhere/\">x</blockquote>",
    ] {
        says(&on_a_page(html), "links to `nowhere/`, which does not exist");
    }
    on_a_page("<svg><use href=\"#main\"/></svg><form action=\"?a=1\"></form>").builds();
}

#[test]
fn whole_addresses_of_this_site_are_followed_where_programs_read_them() {
    for html in [
        "<meta property=\"og:image\" content=\"https://example.org/nowhere.png\">",
        "<script type=\"application/ld+json\">{\"url\": \"https://example.org/nowhere.png\"}</script>",
    ] {
        says(&on_a_page(html), "links to `https://example.org/nowhere.png`, which does not exist");
    }
    on_a_page(
        "<script type=\"application/ld+json\">{\"@id\": \"https://example.org/#us\"}</script>",
    )
    .builds();
    on_a_page(
        "<script type=\"application/ld+json\">{\"@id\": \"https://example.org.uk/x\"}</script>",
    )
    .builds();
}

#[test]
fn styles_are_followed() {
    let broken = themed("assets/site.css", "b { background: url(nowhere.svg) }");
    says(&broken, "the file `/assets/style.css` links to `nowhere.svg`, which does not exist");
    let far = themed("assets/site.css", "b { background: url(//example.com/x.svg) }");
    says(&far, "the file `/assets/style.css` asks another computer for `//example.com/x.svg`");
    themed("assets/site.css", "b { background: url('icon.svg'), url(#a), url(data:,) }").builds();
}

#[test]
fn scripts_are_followed_to_what_they_import() {
    let broken = themed("assets/a.js", "// import './c.js'\nimport { b } from './b.js';\n");
    says(&broken, "the file `/assets/a.js` links to `./b.js`, which does not exist");
    broken.with("themes/civic/assets/b.js", "export const b = './x.js';").builds();
    let path = "themes/civic/assets/a.css";
    let broken = site("").with(path, "@import './b.css'; b { color: red }");
    says(&broken, "the file `/assets/a.css` links to `./b.css`, which does not exist");
}

#[test]
fn an_import_that_browsers_do_not_heed_is_told() {
    site(
        "
//- themes/civic/assets/site.css
@import 'mine.css';
#        ^^^^^^^^ warning[ignored-import]: `@import` of `mine.css` is ignored by browsers
b { color: red }
//- themes/civic/assets/mine.css
b { color: red }
",
    )
    .reports();
}
