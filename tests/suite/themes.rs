//! What the author of a theme may count on: the commands, small themes, and what is told of both.

use serde_json::Value;

use crate::program::Folder;
use crate::site_test::site;

/// A theme of its own that builds on no other: one template for all pages, and one for cities.
const SMALL: &str = "
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
theme: small
//- content/pages/about.md
---
title: About us
---
We write letters.
//- themes/small/theme.yaml
name: small
api: 1
//- themes/small/templates/default.html
<!DOCTYPE html>
<html lang=\"{{ lang }}\">
<title>{{ page.title.text }}</title>
{% block main %}<h1>{{ page.title | words }}</h1>
{{ page.body | default(value=\"\") | safe }}{% endblock %}
//- themes/small/templates/city.html
{% extends \"default.html\" %}
{% block main %}<h1>The city of {{ city.name | words }}</h1>{% endblock %}
";

#[test]
fn a_small_theme_makes_by_its_default_what_it_has_no_template_for() {
    let built = site(SMALL).builds();
    built.page("about/").shows("About us").shows("We write letters.");
    built.page("cities/home/").shows("The city of Home");
    built.page("404.html").shows("Page not found");
}

#[test]
fn a_part_of_a_text_that_a_small_theme_cannot_make_is_told_where_a_page_asks_for_it() {
    let text = "---\ntitle: About us\n---\n{directory}\n";
    let drawn = site(SMALL).with("content/pages/about.md", text).drawn();
    assert!(drawn.contains("the theme has no template `blocks/directory.html`"), "{drawn}");
    assert!(drawn.contains("the page `/about/` asks for it"), "{drawn}");
}

#[test]
fn the_default_is_given_what_every_page_is_given_and_no_more() {
    let template = "//! warning[unknown-variable]: `default.html` uses `city`, which it is not given\n\
        <!DOCTYPE html><html lang=\"{{ lang }}\"><title>{{ site.name.text }}</title>\
        <h1>{% if city is defined %}{{ city.name.text }}{% endif %}</h1></html>\n";
    let own = "{% extends \"default.html\" %}";
    let small = site(SMALL).with("themes/small/templates/default.html", template);
    small.with("themes/small/templates/city.html", own).reports();
}

#[test]
fn what_a_template_sets_it_lends_to_those_that_it_includes() {
    site(
        "
//- themes/civic/templates/page.html
{% extends \"base.html\" %}
{% block content %}{% set mood = \"merry\" %}{% include \"partials/mood.html\" %}{% endblock %}
//- themes/civic/templates/partials/mood.html
<p>A {{ mood }} page.</p>
//- content/pages/about.md
---
title: About us
---
",
    )
    .builds()
    .page("about/")
    .shows("A merry page.");
}

#[test]
fn a_template_can_build_on_any_built_in_one_by_its_whole_name() {
    site(
        "
//- themes/civic/templates/404.html
{% extends \"civic/page.html\" %}
{% block content %}<p>Lost, but</p>{{ super() }}{% endblock %}
",
    )
    .builds()
    .page("404.html")
    .shows_in_order(&["Page not found", "Lost, but"]);
}

#[test]
fn a_file_of_words_has_only_those_that_it_changes() {
    site(
        "
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
languages: [en, ht]
theme: harbour
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: 1982, status: active }
---
//- themes/harbour/theme.yaml
name: harbour
api: 1
parent: civic
//- themes/harbour/strings/en.ftl
-Partner-cities = Twin towns
tide = High tide
//- themes/civic/strings/en.ftl
-Partner-cities = Friends
-partner-city = friend
title-not-found = Adrift
//- themes/harbour/templates/404.html
{% extends \"civic/404.html\" %}
{% block lede %}<p>{{ \"tide\" | t }}</p>{% endblock %}
",
    )
    .builds()
    .page("404.html")
    .shows("Adrift")
    .shows("Twin towns")
    .shows("One friend since 1982")
    .shows("High tide");
}

#[test]
fn the_versions_of_a_theme_and_of_the_program_are_compared() {
    let of_version = |line: &str| {
        let yaml = format!("name: small\n{line}");
        site(SMALL).with("themes/small/theme.yaml", &yaml).drawn()
    };
    assert!(of_version("api: 7\n").contains("take a jumelage that knows version 7"));
    assert!(of_version("api: 0\n").contains("do what CHANGELOG.md says under \"Theme contract\""));
    assert!(of_version("").contains("write `api: 1`, the version that this program follows"));
    assert!(site(SMALL).drawn().is_empty());
}

#[test]
fn themes_are_listed_with_where_they_lie() {
    let folder = Folder::with_starter();
    let said = folder.run("theme list --site twins").ends(0);
    assert!(said.stdout.starts_with("* civic"), "{}", said.stdout);
    assert!(said.stdout.contains("  built in\n"), "{}", said.stdout);

    folder.run("theme new harbour --site twins").ends(0);
    folder.run("theme eject en.ftl --site twins").ends(0);
    let said = folder.run("theme list --site twins").ends(0).stdout;
    assert!(said.contains("built in, with 1 file of the site's own in themes/civic\n"), "{said}");
    assert!(
        said.contains("the site's own, 2 files in themes/harbour; builds on civic\n"),
        "{said}"
    );
}

#[test]
fn a_theme_is_shown_with_its_settings_its_templates_and_their_blocks() {
    let folder = Folder::with_starter();
    let site_yaml = folder.read("twins/content/site.yaml");
    folder
        .write("twins/content/site.yaml", &format!("{site_yaml}look: {{ accent: \"#8a1538\" }}\n"));
    folder.run("theme eject page.html --extend --site twins").ends(0);
    let said = folder.run("theme show --site twins").ends(0).stdout;
    let has_line = |words: &[&str]| {
        let line = said.lines().find(|line| words.iter().all(|word| line.contains(word)));
        assert!(line.is_some(), "no line has {words:?}:\n{said}");
    };
    has_line(&["accent", "a colour: \"#8a1538\", chosen by the site instead of \"#0b5c63\"."]);
    has_line(&["  city.html ", " built in ", "the page of a city (heading, content"]);
    has_line(&["  page.html ", " themes/civic/templates/page.html ", "(content, heading, lede"]);
    has_line(&["  partials/footer.html ", " built in"]);
    let json = folder.run("theme show --json --site twins").ends(0).stdout;
    let json: Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!(json["settings"][0]["chosen"]["light"], "#8a1538");
    let city = json["contract"]["templates"].as_array().expect("it is a list").iter();
    let city = city.clone().find(|given| given["template"] == "city.html");
    assert_eq!(city.expect("it is listed")["variables"][0]["form"], "`CityView`");
    folder.run("theme show civik --site twins").ends(2).complains("did you mean `civic`?");
}

#[test]
fn a_file_that_is_copied_into_the_site_changes_nothing_until_it_is_changed() {
    let folder = Folder::with_starter();
    folder.run("build twins").ends(0);
    let before = folder.read("twins/public/cities/port-belle/index.html");
    let files = "city.html partials/footer.html components/text.html en.ftl 30-base.css theme.yaml";
    let said = folder.run(&format!("theme eject {files} --site twins")).ends(0);
    for path in [
        "templates/city.html",
        "templates/partials/footer.html",
        "templates/components/text.html",
        "strings/en.ftl",
        "assets/styles/30-base.css",
        "theme.yaml",
    ] {
        let line = format!("themes/civic/{path} is a copy of the built-in file\n");
        assert!(said.stdout.contains(&line), "{}", said.stdout);
    }
    folder.run("theme check --strict --site twins").ends(0);
    folder.run("build twins").ends(0);
    assert_eq!(folder.read("twins/public/cities/port-belle/index.html"), before);

    folder.replace("twins/themes/civic/strings/en.ftl", "sister city", "twin town");
    folder.replace(
        "twins/themes/civic/templates/city.html",
        "<div class=\"words\">",
        "<p>Ours!</p><div class=\"words\">",
    );
    folder.run("build twins").ends(0);
    assert!(folder.read("twins/public/cities/port-belle/index.html").contains("<p>Ours!</p>"));
}

#[test]
fn a_template_that_builds_on_the_built_in_one_changes_nothing_until_it_is_changed() {
    let folder = Folder::with_starter();
    folder.run("build twins").ends(0);
    let page = "twins/public/cities/port-belle/index.html";
    let before = folder.read(page);
    folder.run("theme eject city.html partials/footer.html --extend --site twins").ends(0);
    folder.run("theme check --strict --site twins").ends(0);
    folder.run("build twins").ends(0);
    assert_eq!(
        folder.read(page).split_whitespace().collect::<String>(),
        before.split_whitespace().collect::<String>()
    );
    folder.replace(
        "twins/themes/civic/templates/city.html",
        "{{ super() }}",
        "<p>Ours!</p>{{ super() }}",
    );
    folder.run("build twins").ends(0);
    assert!(folder.read(page).contains("<p>Ours!</p>"));

    let said = folder.run("theme eject components/text.html --extend --site twins").ends(2);
    said.complains("nothing can build on `templates/components/text.html`");
}

#[test]
fn no_file_of_the_site_is_replaced_unless_it_is_said() {
    let folder = Folder::with_starter();
    folder.write("twins/themes/civic/templates/city.html", "ours");
    let said = folder.run("theme eject page.html city.html --site twins").ends(2);
    said.complains("there is a `themes/civic/templates/city.html` already").complains("--force");
    assert_eq!(folder.names("twins/themes/civic/templates"), ["city.html"]);
    folder.run("theme eject page.html city.html --force --site twins").ends(0);
    assert!(folder.read("twins/themes/civic/templates/city.html").contains("{% extends"));
}

#[test]
fn a_file_that_no_theme_has_is_not_copied_and_the_likeliest_is_named() {
    let folder = Folder::with_starter();
    for (asked, meant) in [
        ("citty.html", "templates/city.html"),
        ("templates/partials/foter.html", "templates/partials/footer.html"),
        ("assets/30-bas.css", "assets/styles/30-base.css"),
    ] {
        let said = folder.run(&format!("theme eject {asked} --site twins")).ends(2);
        said.complains(&format!("did you mean `{meant}`?"));
    }
    for outside in ["../../Cargo.toml", "/etc/hostname", "xyzzy"] {
        folder
            .run(&format!("theme eject {outside} --site twins"))
            .ends(2)
            .complains("has no built-in file");
    }
    assert_eq!(folder.names("twins"), ["content"]);
}

#[test]
fn a_new_theme_builds_without_a_remark() {
    let folder = Folder::with_starter();
    folder.run("theme new harbour --site twins").ends(0);
    folder.run("theme check harbour --strict --site twins").ends(0);
    folder.replace("twins/content/site.yaml", "home: ", "theme: harbour\nhome: ");
    folder.run("build twins").ends(0);
    let css = folder.read("twins/public/assets/style.css");
    assert!(css.contains("letter-spacing:-0.01em"), "its own part is in the stylesheet");
    // A file of the theme that it builds on becomes a file of its own.
    folder.run("theme eject footer.html --site twins").ends(0);
    assert_eq!(folder.names("twins/themes/harbour/templates/partials"), ["footer.html"]);
    folder.run("theme eject theme.yaml --site twins").ends(2).complains("has no built-in file");
    for taken in ["harbour", "civic"] {
        folder.run(&format!("theme new {taken} --site twins")).ends(2).complains("already");
    }
    folder.run("theme new Har/bour --site twins").ends(2);
    folder.run("theme new other --parent civik --site twins").ends(2).complains("`civic`?");
}

#[test]
fn all_that_is_wrong_with_a_theme_is_told_though_the_site_has_another() {
    let folder = Folder::with_starter();
    folder.run("theme new harbour --site twins").ends(0);
    let theme = "twins/themes/harbour";
    folder.write(&format!("{theme}/strings/en.ftl"), "tide = High tide\n");
    folder.write(&format!("{theme}/templates/citty.html"), "{% extends \"civic/city.html\" %}");
    folder.write(&format!("{theme}/site.css"), "");
    folder.write(&format!("{theme}/strings/english.ftl"), "");
    folder.write(&format!("{theme}/LICENSE"), "Ours.");
    let said = folder.run("theme check harbour --site twins").ends(0);
    let said = said
        .complains("nothing asks for the template `citty.html`")
        .complains("did you mean `city.html`?")
        .complains("nobody looks for `site.css` there")
        .complains("`english.ftl` is not the name of a file of words")
        .complains("`ht.ftl` lacks `tide`")
        .complains("4 warnings");
    assert!(!said.stderr.contains("LICENSE"), "{}", said.stderr);
    folder.run("theme check harbour --strict --site twins").ends(1).complains("4 errors");

    folder.write(&format!("{theme}/templates/city.html"), "{{ city.nmae }}");
    let said = folder.run("theme check harbour --format json --site twins").ends(1);
    let json: Value = serde_json::from_str(&said.stdout).expect("it is JSON");
    let codes: Vec<&str> = json["findings"]
        .as_array()
        .expect("it is a list")
        .iter()
        .filter_map(|finding| finding["code"].as_str())
        .collect();
    assert!(codes.contains(&"template-error"), "{codes:?}");
    // The site's own theme is as it was.
    folder.run("theme check --site twins").ends(0);
}

#[test]
fn a_mistake_of_the_site_is_none_of_its_theme() {
    let folder = Folder::with_starter();
    folder.write("twins/content/cities/kobe.md", "---\nname: Kobe\ncountry: Japan!\n---\n");
    let said = folder.run("theme check --site twins").ends(0);
    assert!(said.stdout.contains("no mistakes found in the theme `civic`"), "{}", said.stdout);
    said.complains("the site itself has mistakes");
    folder.run("theme list --site nowhere").ends(2).complains("there is no folder `nowhere`");
}
