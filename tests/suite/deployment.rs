//! A site that is made ready for a host: names that tell contents, and the host's own files.

use jumelage::check;
use jumelage::hosting::{Deployment, Host, prepare};
use jumelage::memo::Memory;
use jumelage::output::{Contents, Output};
use jumelage::values::Url;
use proptest::prelude::*;

use crate::program::Folder;
use crate::site_test::{SiteTest, site};

/// A small site with whatever can be renamed, and a former address.
fn small() -> SiteTest {
    site(
        "
//- content/redirects.yaml
- { from: /old/, to: cities }
- { from: /old.html, to: / }
- { from: '/parts/#x', to: / }
//- content/cities/kobe.md
---
name: Kobe
country: JP
relationship: { established: 1957, status: active }
---
Tea.
",
    )
}

fn prepared(site: &SiteTest, host: Host, base_url: &str, compress: bool) -> Output {
    let base_url = Url::parse(base_url).expect("it is one");
    let deployment = Deployment { host, base_url: Some(&base_url), compress };
    prepare(site.builds().output().clone(), deployment)
}

fn text<'a>(output: &'a Output, path: &str) -> &'a str {
    let file = output.get(path).unwrap_or_else(|| panic!("there is no `{path}`"));
    let Contents::Bytes(bytes) = &file.contents else { panic!("`{path}` is no text") };
    std::str::from_utf8(bytes).expect("it is text")
}

/// The one path that begins and ends so.
fn path(output: &Output, start: &str, end: &str) -> String {
    let paths = output.files().map(|file| file.path.as_str());
    let found: Vec<_> = paths.filter(|it| it.starts_with(start) && it.ends_with(end)).collect();
    assert_eq!(found.len(), 1, "{start}…{end}: {found:?}");
    found[0].to_owned()
}

#[test]
fn what_is_renamed_is_found_under_its_new_name() {
    let settings = "name: Sister Cities\nhome: home\nbase_url: https://example.org/a/b\n";
    let site = small().with("content/site.yaml", settings);
    for host in Host::ALL {
        let output = prepared(&site, host, "https://example.org/a/b", false);
        assert!(output.get("assets/style.css").is_none());
        let base_url = Url::parse("https://example.org/a/b").expect("it is one");
        let found = check::check(&output, Some(&base_url), Vec::new, &Memory::none());
        assert_eq!(found, [], "{host:?}");
        let style = path(&output, "assets/style.", ".css");
        let home = text(&output, "index.html");
        assert!(home.contains(&format!("href=\"./{style}\"")), "{home}");
        // The page for what is not there begins its addresses at the host.
        let missing = text(&output, "404.html");
        assert!(missing.contains(&format!("href=\"/a/b/{style}\"")), "{missing}");
    }
}

#[test]
fn a_name_changes_with_the_contents_and_with_nothing_else() {
    let style = |site: &SiteTest| {
        path(&prepared(site, Host::Nginx, "https://example.org/", false), "assets/style.", ".css")
    };
    let site = small();
    assert_eq!(style(&site), style(&site.clone().on("2027-01-01")));
    let other = site.clone().with("themes/civic/assets/site.css", "p { color: red }");
    assert_ne!(style(&site), style(&other));
}

#[test]
fn a_style_names_the_new_name_of_its_font() {
    let output = prepared(&small(), Host::Apache, "https://example.org/", false);
    let font = path(&output, "assets/type/sans.", ".woff2");
    let style = text(&output, &path(&output, "assets/style.", ".css"));
    assert!(style.contains(font.trim_start_matches("assets/")), "{font}: {style}");
}

#[test]
fn each_host_is_told_in_its_own_words() {
    let base_url = "https://example.org/twins/";
    let of = |host| prepared(&small(), host, base_url, false);
    let nginx = of(Host::Nginx);
    let nginx = text(&nginx, ".hosting/nginx.conf");
    assert!(
        nginx.contains("location = \"/twins/old\" { return 301 \"/twins/cities/\"; }"),
        "{nginx}"
    );
    assert!(
        nginx.contains("location = \"/twins/old.html\" { return 301 \"/twins/\"; }"),
        "{nginx}"
    );
    assert!(!nginx.contains("parts"), "{nginx}");
    let apache = of(Host::Apache);
    let apache = text(&apache, ".htaccess");
    assert!(apache.contains("RewriteRule \"^old/?$\" \"/twins/cities/\" [R=301,L,NE]"), "{apache}");
    assert!(apache.contains("ErrorDocument 404 /twins/404.html"), "{apache}");
    let caddy = of(Host::Caddy);
    let caddy = text(&caddy, ".hosting/Caddyfile");
    assert!(caddy.contains("handle_path /twins/* {"), "{caddy}");
    let netlify = of(Host::Netlify);
    assert!(text(&netlify, "_redirects").contains("/old/ /twins/cities/ 301!\n"));
    assert!(text(&netlify, "_headers").contains("  X-Content-Type-Options: nosniff\n"));
    let s3 = of(Host::S3);
    let script = text(&s3, ".hosting/deploy.sh");
    assert!(script.contains("site=\"s3://${1:?give the name of the bucket}\"'/twins'"), "{script}");
    assert!(script.contains("--website-redirect '/twins/cities/'"), "{script}");
    let policy = text(&s3, ".hosting/response-headers-policy.json");
    let policy: serde_json::Value = serde_json::from_str(policy).expect("it is JSON");
    assert_eq!(policy["CustomHeadersConfig"]["Quantity"], 1);
    assert_eq!(text(&of(Host::GithubPages), ".nojekyll"), "");
}

#[test]
fn a_goal_with_a_dollar_sign_is_no_variable_of_a_server() {
    let goal = "- { from: /old/, to: \"https://example.com/$uri\" }\n";
    let output = prepared(
        &small().with("content/redirects.yaml", goal),
        Host::Nginx,
        "https://example.org/",
        false,
    );
    let nginx = text(&output, ".hosting/nginx.conf");
    assert!(nginx.contains("return 301 \"https://example.com/%24uri\";"), "{nginx}");
}

#[test]
fn the_policy_allows_what_the_pages_use_and_no_more() {
    let of = |site: SiteTest| {
        let output = prepared(&site, Host::Nginx, "https://example.org/", false);
        text(&output, ".hosting/nginx.conf").to_owned()
    };
    let plain = of(small());
    assert!(plain.contains("form-action 'self'; frame-ancestors 'self'"), "{plain}");
    assert!(!plain.contains("data:"), "{plain}");
    let drawn = "p { background: url(\"data:image/svg+xml,%3Csvg/%3E\") }";
    let drawn = of(small().with("themes/civic/assets/site.css", drawn));
    assert!(drawn.contains("img-src 'self' data:;"), "{drawn}");
    let form = "{% extends \"civic/page.html\" %}{% block content %}\
                <form action=\"https://forms.example.com/join?a=1\"></form>{% endblock %}";
    let form = small().with("themes/civic/templates/page.html", form);
    let form = of(form.with("content/pages/a.md", "---\ntitle: A\n---\n"));
    assert!(form.contains("form-action 'self' https://forms.example.com;"), "{form}");
}

#[test]
fn compressed_copies_are_the_same_each_time_and_hold_the_file() {
    let output = prepared(&small(), Host::Caddy, "https://example.org/", true);
    assert_eq!(output, prepared(&small(), Host::Caddy, "https://example.org/", true));
    let home = text(&output, "index.html").len();
    for ending in ["br", "gz"] {
        let copy = output.get(&format!("index.html.{ending}")).expect("it gains by it");
        let Contents::Bytes(copy) = &copy.contents else { panic!("it is made") };
        assert!(copy.len() < home / 2, "{ending}: {} of {home}", copy.len());
        assert!(output.get(&format!("robots.txt.{ending}")).is_none(), "it is too small");
        assert!(output.get(&format!("assets/type/sans.woff2.{ending}")).is_none());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// However styles and pages name each other, everything is found after it has been renamed.
    #[test]
    fn no_reference_is_lost(names in prop::collection::vec((0..4_usize, 0..4_usize), 0..8)) {
        let mut parts = [String::new(), String::new(), String::new(), String::new()];
        for (from, to) in names {
            parts[from] += &format!("p {{ background: url(\"../pages/../pages/kind{to}.css?{from}#x\") }}\n");
        }
        let mut site = small();
        for (index, css) in parts.iter().enumerate() {
            site = site.with(&format!("themes/civic/assets/styles/pages/kind{index}.css"), &format!("{css}b{{}}"));
        }
        let output = prepared(&site, Host::Nginx, "https://example.org/x", false);
        for index in 0..4 {
            let css = text(&output, &path(&output, &format!("assets/pages/kind{index}."), ".css"));
            for named in css.split("url(\"../pages/../pages/").skip(1) {
                let name = named.split('?').next().expect("it ends");
                prop_assert!(output.get(&format!("assets/pages/{name}")).is_some(), "{css}");
            }
        }
    }
}

#[test]
fn a_base_that_a_server_or_a_shell_would_take_for_something_else_is_refused() {
    let folder = Folder::with_starter();
    for base in
        ["https://example.org/$(id)/", "https://example.org/a;b/", "https://example.org/~$me/"]
    {
        for host in Host::ALL.map(Host::name) {
            let said = folder.run(&format!("build twins --for {host} --base-url {base}")).ends(1);
            assert!(said.stderr.contains("cannot be told to a web server"), "{}", said.stderr);
        }
    }
    assert_eq!(folder.names("twins"), [".jumelage", "content"]);
}

#[test]
fn what_a_shell_or_a_server_fills_in_is_not_filled_in_for_former_addresses() {
    let old = "- { from: '/-h/', to: / }\n- { from: '/old {$HOME}/', to: / }\n";
    let of = |host| {
        let site = small().with("content/redirects.yaml", old);
        prepared(&site, host, "https://example.org/twins/", false)
    };
    let script = of(Host::S3);
    let script = text(&script, ".hosting/deploy.sh");
    assert!(script.contains("aws s3 cp ./'-h/index.html' "), "{script}");
    assert!(script.contains("the name of the bucket}\"'/twins'\n"), "{script}");
    let caddy = of(Host::Caddy);
    assert!(text(&caddy, ".hosting/Caddyfile").contains("\"/old \\{$HOME}/\""));
}
