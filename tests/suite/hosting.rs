//! The example as visitors get it: from a web server, in a folder of a host that is not its own.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;

use crate::program::{Folder, Said, TODAY, jumelage, repository};

/// The site's folder on the host.
const ROOT: &str = "/twins/";

/// Where the site is to be, as it is told.
const BASE_URL: &str = "https://www.example.org/twins/";

/// The pages and files of the example that links lead to, by their addresses on the host.
static VISITED: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let folder = Folder::new();
    let mut build = jumelage(repository());
    build.args(["build", "--today", TODAY, "--base-url", BASE_URL, "-o"]).arg(folder.at("twins"));
    Said::by(&mut build).ends(0);
    Server::start(&folder).crawl()
});

/// The text of a page.
#[track_caller]
fn page(path: &str) -> &'static str {
    let address = format!("{ROOT}{path}");
    VISITED.get(&address).unwrap_or_else(|| panic!("no link leads to {address}"))
}

#[test]
fn every_link_style_picture_and_anchor_works() {
    assert!(VISITED.len() > 100, "{} pages", VISITED.len());
    for (address, text) in &*VISITED {
        for link in links(address, text) {
            let target = VISITED.get(&link.address).expect("it was visited");
            let anchor = link.anchor.as_deref().unwrap_or_default();
            assert!(
                anchor.is_empty() || target.contains(&format!(" id=\"{anchor}\"")),
                "{address}: no `{anchor}` in {}",
                link.address
            );
        }
    }
}

#[test]
fn nothing_is_fetched_from_elsewhere() {
    for (address, text) in &*VISITED {
        for part in ["@import", "url(http", "url(\"http", "url(//", "url('http", "url('//"] {
            assert!(!text.contains(part), "{address} fetches by `{part}`");
        }
        for tag in tags(text) {
            let elsewhere = |name| attribute(tag, name).filter(|value| value.contains("//"));
            let fetched = match name(tag) {
                "a" => None,
                "link" if is_about_addresses(tag) => None,
                "link" => elsewhere("href"),
                _ => elsewhere("src").or(elsewhere("srcset")).or(elsewhere("data")),
            };
            assert_eq!(fetched, None, "{address}: <{tag}>");
        }
    }
}

#[test]
fn each_page_knows_its_own_address() {
    for (address, text) in VISITED.iter().filter(|(_, text)| text.starts_with("<!DOCTYPE html>")) {
        let canonical = tags(text).find(|tag| attribute(tag, "rel") == Some("canonical"));
        let Some(canonical) = canonical else {
            assert!(address.ends_with("404.html"), "{address} does not say its address");
            continue;
        };
        let expected = format!("https://www.example.org{address}");
        assert_eq!(attribute(canonical, "href"), Some(&*expected));
    }
}

#[test]
fn the_page_for_what_is_not_there_works_at_any_depth() {
    let somewhere = "/somewhere/else/altogether/";
    for path in ["404.html", "ht/404.html"] {
        let mut links = links(somewhere, page(path));
        links.retain(|link| link.address != somewhere);
        assert!(links.len() > 5, "{path}: {links:?}");
        assert!(links.iter().all(|link| VISITED.contains_key(&link.address)), "{path}: {links:?}");
    }
}

#[test]
fn the_sitemap_names_the_pages_that_links_lead_to() {
    let host = BASE_URL.trim_end_matches(ROOT);
    let named = page("sitemap.xml").split("<loc>").skip(1).map(|entry| {
        let url = entry.split("</loc>").next().expect("an address ends");
        url.strip_prefix(host).expect("the site is on one host")
    });
    let pages = VISITED.keys().map(String::as_str).filter(|address| address.ends_with('/'));
    assert_eq!(named.collect::<BTreeSet<_>>(), pages.collect());
}

#[test]
fn however_the_sister_cities_are_grouped_they_are_seventeen() {
    for grouping in ["", "by-country/", "by-decade/", "a-z/"] {
        let page = page(&format!("cities/{grouping}"));
        let mut cities = BTreeSet::new();
        for group in page.split("<section class=\"group\"").skip(1) {
            let group = group.split("</section>").next().expect("a group ends");
            let listed: Vec<_> = tags(group)
                .filter(|tag| attribute(tag, "class") == Some("name"))
                .filter_map(|tag| attribute(tag, "href"))
                .collect();
            assert_eq!(listed.len(), announced(group), "{grouping}: {group}");
            assert!(listed.iter().all(|city| cities.insert(*city)), "{grouping}: listed twice");
        }
        assert_eq!(cities.len(), 17, "{grouping}");
    }
    assert!(text(page("")).contains("17 sister cities in 13 countries"));
}

/// The number in the heading of a group.
fn announced(group: &str) -> usize {
    let count = group.split("<span class=\"count\">").nth(1).expect("a group has a number");
    match count.split_whitespace().next() {
        Some("one") => 1,
        number => number.and_then(|number| number.parse().ok()).expect("it is a number"),
    }
}

#[test]
fn the_page_of_les_cayes_reads_as_it_should() {
    let page = page("cities/les-cayes/");
    let text = text(page);
    for words in [
        "Les Cayes",
        "Okay",
        "Active, paused since 2019",
        "natural disasters, the COVID-19 pandemic, the political situation and the loss of trusted \
         contacts",
        "became a sister city of Cambridge in May 2014",
        "May 23–31, 2013",
        "between 2014 and 2016",
        "June 2016",
        "July 2017",
        "Cambridge-Haiti Sister City Committee",
        "Delegation 1 of 5",
        "Delegation 5 of 5",
    ] {
        assert!(text.contains(words), "`{words}` is not in:\n{text}");
    }
    for event in [
        "2013-first-delegation",
        "2014-2016-second-delegation",
        "2014-2016-third-delegation",
        "2016-training-delegation",
        "2017-training-delegation",
    ] {
        assert!(page.contains(&format!("href=\"../../events/{event}/\"")), "{event}");
    }
    for hospital in ["Hôpital Conception Immaculée", "Hôpital OFATMA"] {
        let named = page.split(&format!(">{hospital}</")).next().expect("a text has a beginning");
        assert_ne!(named, page, "{hospital}");
        let tag = tags(named).last().expect("a tag comes before");
        assert_eq!(attribute(tag, "lang"), Some("fr"), "{hospital}");
    }
}

#[test]
fn dates_are_as_precise_as_the_city_knows_them() {
    for (city, date, datetime) in [
        ("coimbra", "June 1982", "1982-06"),
        ("galway", "March 1997", "1997-03"),
        ("les-cayes", "May 2014", "2014-05"),
    ] {
        let date = format!("<time datetime=\"{datetime}\">{date}</time>");
        assert!(page(&format!("cities/{city}/")).contains(&date), "{city}: {date}");
        assert!(page("cities/").contains(&date), "{city}: {date}");
    }
}

#[test]
fn the_haitian_creole_pages_say_that_they_are() {
    let home = page("ht/");
    assert!(home.contains("<html lang=\"ht\""));
    assert!(text(page("ht/cities/les-cayes/")).contains("Okay"));
    assert!(page("cities/les-cayes/").contains("href=\"../../ht/cities/les-cayes/\""));
}

/// Python's web server, until it is dropped.
struct Server {
    process: Child,
    port: u16,
}

impl Server {
    fn start(folder: &Folder) -> Self {
        let mut process = Command::new("python3")
            .args(["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory"])
            .arg(folder.at(""))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Python is installed: it serves the site that this test visits");
        let mut line = String::new();
        let stdout = process.stdout.take().expect("it is piped");
        BufReader::new(stdout).read_line(&mut line).expect("the server says where it is");
        let port = line.split(" port ").nth(1).and_then(|rest| rest.split(' ').next());
        let port = port.and_then(|port| port.parse().ok()).expect("it names a port");
        Self { process, port }
    }

    /// Fetches the home page, and everything that can be reached from it within the site.
    fn crawl(&self) -> BTreeMap<String, String> {
        let mut visited = BTreeMap::new();
        // No link leads to the page for what is not there, nor to what only programs read.
        let mut waiting = ["", "404.html", "ht/404.html", "sitemap.xml"]
            .map(|path| format!("{ROOT}{path}"))
            .to_vec();
        while let Some(address) = waiting.pop() {
            if visited.contains_key(&address) {
                continue;
            }
            let text = self.get(&address);
            for link in links(&address, &text) {
                assert!(link.address.starts_with(ROOT), "{address} links to {}", link.address);
                waiting.push(link.address);
            }
            visited.insert(address, text);
        }
        visited
    }

    fn get(&self, address: &str) -> String {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).expect("it listens");
        write!(stream, "GET {address} HTTP/1.0\r\n\r\n").expect("it reads");
        let mut response = Vec::new();
        stream.read_to_end(&mut response).expect("it answers");
        // Of type and pictures it matters that they are there.
        let response = String::from_utf8_lossy(&response);
        let (head, body) = response.split_once("\r\n\r\n").expect("a head comes first");
        let status = head.lines().next().expect("a head has a first line");
        assert!(status.contains(" 200 "), "{address}: {status}");
        body.to_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Where a link of the site leads.
#[derive(Debug)]
struct Link {
    address: String,
    anchor: Option<String>,
}

/// The links of a page, styles and pictures among them, that do not lead to other hosts.
fn links(address: &str, page: &str) -> Vec<Link> {
    if !page.starts_with("<!DOCTYPE html>") {
        return Vec::new();
    }
    let references = tags(page).flat_map(|tag| [attribute(tag, "href"), attribute(tag, "src")]);
    references.flatten().filter_map(|reference| resolve(address, reference)).collect()
}

/// Where a reference leads from an address; nothing, if to another host or a letter box.
fn resolve(address: &str, reference: &str) -> Option<Link> {
    let reference = reference.replace("&amp;", "&");
    let (path, anchor) = match reference.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor.to_owned())),
        None => (&*reference, None),
    };
    let host = BASE_URL.trim_end_matches(ROOT);
    let path = path.strip_prefix(host).unwrap_or(path);
    if path.contains(':') {
        return None;
    }
    let folder = &address[..=address.rfind('/').expect("an address has slashes")];
    let whole = if path.starts_with('/') { path.to_owned() } else { format!("{folder}{path}") };
    let mut parts: Vec<&str> = Vec::new();
    for part in whole.split('/').filter(|part| *part != ".") {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    let address = if path.is_empty() { address.to_owned() } else { parts.join("/") };
    Some(Link { address, anchor })
}

/// What stands between the angle brackets of each tag.
fn tags(page: &str) -> impl Iterator<Item = &str> {
    page.split('<').skip(1).filter_map(|piece| piece.split('>').next())
}

fn name(tag: &str) -> &str {
    tag.split_whitespace().next().unwrap_or_default()
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()
}

/// Whether a `<link>` only says where else the page is, for search engines.
fn is_about_addresses(tag: &str) -> bool {
    matches!(attribute(tag, "rel"), Some("canonical" | "alternate" | "self"))
}

/// The words of a page, with one space between them.
fn text(page: &str) -> String {
    let text: String = page
        .split('<')
        .map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text))
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
