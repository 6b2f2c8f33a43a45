//! How a site looks: the theme's stylesheet, and what an owner chooses of it.

use crate::site_test::site;

/// A theme of the site's own, of three files of style.
const HARBOUR: &str = "
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
  accent: { is: colour, default: \"#004488\", on: [\"#ffffff\"], dark_on: [\"#111111\"] }
  titles: { is: choice, of: [serif, sans], default: serif }
  wide: { is: switch, default: \"false\" }
//- themes/harbour/assets/styles/10-settings.css
/* Only for those who write themes. */
@layer settings {
  :root { --paper: #ffffff; }
}
//- themes/harbour/assets/site.css
h1 { color: green }
//- themes/harbour/templates/404.html
{% extends \"civic/404.html\" %}
{% block content %}<p class=\"{{ site.look.titles }} {{ site.look.wide }}\">{{ site.look.accent.light }}</p>{% endblock %}
";

#[test]
fn a_page_needs_one_stylesheet() {
    let built = site("").builds();
    let page = built.page("cities/home/");
    assert_eq!(page.html().matches("rel=\"stylesheet\"").count(), 1);
    assert!(page.html().contains("href=\"../../assets/style.css\""));
}

#[test]
fn the_parts_of_a_stylesheet_are_one_file_and_the_sites_own_rules_come_last() {
    let built = site(HARBOUR).builds();
    let css = built.file("assets/style.css");
    assert!(css.contains("--paper:#ffffff"), "a part of the theme's own");
    assert!(!css.contains("--paper:#fcfbf8"), "stands in for the part it builds on");
    assert!(css.contains("text-size-adjust"), "other parts come from there");
    assert!(!css.contains("Only for those"), "comments are not published");
    assert!(css.ends_with("h1{color:green}"), "{}", &css[css.len() - 80..]);
    for part in ["assets/site.css", "assets/styles/10-settings.css"] {
        built.has_no(part);
    }
}

#[test]
fn type_that_the_stylesheet_does_not_ask_for_is_not_published() {
    let own = "@font-face { font-family: Own; src: url(type/own.woff2) }\n";
    let built = site(HARBOUR)
        .with("themes/harbour/assets/styles/05-type.css", own)
        .with_bytes("themes/harbour/assets/type/own.woff2", *b"wOF2")
        .builds();
    built.has_no("assets/type/serif.woff2");
    assert!(built.page("").html().contains("href=\"./assets/type/own.woff2\""));
    assert!(built.paths().any(|path| path == "assets/type/own.woff2"));
}

#[test]
fn what_only_one_kind_of_page_needs_is_fetched_by_those_pages_alone() {
    let own = "h1 { color: red }\n";
    let built = site(HARBOUR).with("themes/harbour/assets/styles/pages/city.css", own).builds();
    assert_eq!(built.file("assets/pages/city.css"), "h1{color:red}");
    assert!(!built.file("assets/style.css").contains("h1{color:red}"));
    let link = "assets/pages/city.css\"";
    assert!(built.page("cities/home/").html().contains(link));
    assert!(!built.page("").html().contains(link));
}

#[test]
fn what_only_the_map_needs_is_fetched_where_there_is_one() {
    let place = "name: Gaeta\ncountry: IT\ncoordinates: [41.2, 13.5]\n";
    let gaeta = format!("---\n{place}relationship: {{ established: 1982, status: active }}\n---\n");
    let built = site("").with("content/cities/gaeta.md", &gaeta).builds();
    assert!(built.file("assets/pieces/map.css").contains(".map"));
    let link = "<link rel=\"stylesheet\" href=\"./assets/pieces/map.css\">";
    assert!(built.page("").html().contains(link));
    assert!(!built.page("cities/gaeta/").html().contains("pieces/map.css"));
    // Who has one stylesheet for all has it in there.
    let whole = site(HARBOUR).with("themes/harbour/assets/style.css", "body { margin: 0 }\n");
    let built = whole.with("content/cities/gaeta.md", &gaeta).builds();
    assert!(!built.page("").html().contains("pieces/map.css"));
}

#[test]
fn a_stylesheet_that_is_one_file_stands_in_for_all_parts() {
    let whole = "themes/harbour/assets/style.css";
    let built = site(HARBOUR).with(whole, "body { margin: 0 }\n").builds();
    let css = built.file("assets/style.css");
    assert!(css.starts_with("body{margin:0}@layer settings{:root{--accent:#004488"), "{css}");
    assert!(css.ends_with("h1{color:green}"));
}

#[test]
fn a_colour_that_is_chosen_is_one_for_light_and_one_for_dark_pages() {
    let base = "name: Sister Cities\nhome: home\nbase_url: https://example.org/\n";
    let chosen = format!("{base}look: {{ accent: \"#8a1538\" }}\n");
    let css =
        site("").with("content/site.yaml", &chosen).builds().file("assets/style.css").to_owned();
    assert!(css.contains("@layer settings{:root{--accent:#8a1538}"), "{css}");
    let dark = css.split("(prefers-color-scheme:dark){:root{--accent:").nth(1);
    let dark = dark.expect("there is a colour for dark pages").split([';', '}']).next();
    assert_ne!(dark, Some("#8a1538"), "it would not be seen on a dark ground");
}

#[test]
fn a_template_is_given_what_the_site_chose() {
    let own = HARBOUR.replace("theme: harbour\n", "theme: harbour\nlook: { wide: true }\n");
    let built = site(&own).builds();
    let html = built.page("404.html").html().to_owned();
    assert!(html.contains("<p class=\"serif true\">#004488</p>"), "{html}");
}
