//! What must hold of the example, whoever serves it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;

use super::Server;
use crate::program::visit as visit_files;
use crate::site_test::followed;

/// An answer of a server.
struct Answer {
    status: u16,
    /// The lines of its head, their names in small letters.
    head: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.head.get(name).map_or("", String::as_str)
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Server {
    /// Asks for an address, taking what is encoded so.
    fn ask(&self, address: &str, encoding: &str) -> Answer {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).expect("it listens");
        write!(
            stream,
            "GET {address} HTTP/1.1\r\nHost: www.example.org\r\nConnection: close\r\n\
             Accept-Encoding: {encoding}\r\n\r\n"
        )
        .expect("it reads");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("it answers");
        let end = bytes.windows(4).position(|bytes| bytes == b"\r\n\r\n").expect("a head ends");
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).expect("a status");
        let mut head = BTreeMap::new();
        for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
            let twice = head.insert(name.to_ascii_lowercase(), value.to_owned());
            assert_eq!(twice, None, "{address}: {name} is there twice");
        }
        let status = status.parse().expect("it is a number");
        Answer { status, head, body: bytes[end + 4..].to_vec() }
    }
}

/// Everything that `--for` promises, of the site in a folder.
pub(super) fn holds(server: &Server, site: &Path) {
    every_file_is_there(server, site);
    every_link_leads_somewhere(server);
    former_addresses_lead_on(server);
    what_is_not_there_is_told_in_its_language(server);
    hidden_files_stay_hidden(server);
    compressed_copies_are_sent(server);
}

fn is_guarded(address: &str, answer: &Answer) {
    for (name, value) in [
        ("content-security-policy", "default-src 'none'; script-src 'self'"),
        ("content-security-policy", "frame-ancestors 'self'"),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "strict-origin"),
        ("permissions-policy", "geolocation=()"),
        ("cache-control", ""),
    ] {
        let said = answer.header(name);
        assert!(!said.is_empty() && said.contains(value), "{address}: {name}: {said}");
    }
}

/// Every published file, with the right type, bytes and life.
fn every_file_is_there(server: &Server, site: &Path) {
    let mut lasting = BTreeSet::new();
    visit_files(site, "", &mut |path, file| {
        let hidden = path.starts_with('.') || path.contains("/.");
        if hidden || path.ends_with(".br") || path.ends_with(".gz") {
            return;
        }
        let address = format!("/twins/{}", path.replace(' ', "%20"));
        let answer = server.ask(&address, "identity");
        if path.contains("show.aspx") || path.contains("São") || path.contains("old/page") {
            return;
        }
        if answer.status == 301 {
            assert!(path.contains("aux-cayes"), "{path}");
            return;
        }
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.body == fs::read(file).expect("it is a file"), "{path} is another file");
        is_guarded(path, &answer);
        let name = path.rsplit('/').next().expect("a path has a name");
        let expected = match name.rsplit('.').next().expect("a name has an ending") {
            "html" => "text/html; charset=utf-8",
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "ics" => "text/calendar; charset=utf-8",
            "geojson" => "application/geo+json; charset=utf-8",
            "svg" => "image/svg+xml; charset=utf-8",
            "woff2" => "font/woff2",
            "webp" => "image/webp",
            "jpg" => "image/jpeg",
            _ => "",
        };
        let said = answer.header("content-type");
        assert!(said.eq_ignore_ascii_case(expected) || expected.is_empty(), "{path}: {said}");
        let is_immutable = answer.header("cache-control").contains("immutable");
        if is_immutable {
            lasting.insert(name.split('.').next().expect("a name begins").to_owned());
        } else {
            assert_eq!(answer.header("cache-control"), "no-cache", "{path}");
        }
    });
    for name in ["style", "timeline", "redirect", "sans", "serif"] {
        assert!(lasting.contains(name), "{name} could be kept for a year: {lasting:?}");
    }
}

/// Follows what browsers would fetch and readers could choose, from the home pages on.
fn every_link_leads_somewhere(server: &Server) {
    let mut seen = BTreeSet::new();
    let mut waiting = vec!["/twins/".to_owned(), "/twins/old/faq.html".to_owned()];
    while let Some(address) = waiting.pop() {
        if !seen.insert(address.clone()) {
            continue;
        }
        let answer = server.ask(&address, "identity");
        assert_eq!(answer.status, 200, "{address}");
        if !answer.header("content-type").starts_with("text/html") {
            continue;
        }
        let html = answer.text();
        let values = [" href=\"", " src=\""].map(|name| html.split(name).skip(1));
        let values = values.into_iter().flatten().filter_map(|rest| rest.split('"').next());
        for value in values.filter(|value| !value.contains(':') && !value.starts_with('#')) {
            let file = followed(&address, value);
            let target = file.strip_suffix("index.html").unwrap_or(&file);
            waiting.push(target.replace("&amp;", "&"));
        }
    }
    assert!(seen.len() > 100, "{} addresses", seen.len());
    assert!(seen.contains("/twins/ht/cities/les-cayes/"), "{seen:?}");
}

fn former_addresses_lead_on(server: &Server) {
    for (from, to) in [
        ("sister-cities/aux-cayes.html", "/twins/cities/les-cayes/"),
        ("ht/sister-cities/aux-cayes.html", "/twins/ht/cities/les-cayes/"),
        ("old/page", "/twins/"),
        ("old/page/", "/twins/"),
        ("S%C3%A3o%20Tom%C3%A9/", "/twins/events/"),
        ("show.aspx", "https://www.example.org/join?x=1"),
    ] {
        let answer = server.ask(&format!("/twins/{from}"), "identity");
        assert_eq!(answer.status, 301, "{from}");
        let said = answer.header("location");
        let said = said.strip_prefix("http://www.example.org").unwrap_or(said);
        assert_eq!(said, to, "{from}");
    }
    // What stands behind `#` is known to no server.
    let answer = server.ask("/twins/old/faq.html", "identity");
    assert_eq!(answer.status, 200);
    assert!(answer.text().contains("data-parts="), "{}", answer.text());
    let folder = server.ask("/twins/cities", "identity");
    assert!(folder.status == 301 && folder.header("location").ends_with("/twins/cities/"));
}

fn what_is_not_there_is_told_in_its_language(server: &Server) {
    for (address, words) in [
        ("/twins/nowhere/", "Page not found"),
        ("/twins/nowhere.html", "Page not found"),
        ("/twins/cities/nowhere/at/all", "Page not found"),
        ("/twins/ht/nowhere/", "Nou pa jwenn paj la"),
        ("/twins/ht/cities/nowhere", "Nou pa jwenn paj la"),
    ] {
        let answer = server.ask(address, "identity");
        assert_eq!(answer.status, 404, "{address}");
        assert!(answer.text().contains(words), "{address}: {}", answer.text());
        is_guarded(address, &answer);
    }
}

fn hidden_files_stay_hidden(server: &Server) {
    for path in
        [".jumelage-manifest", ".htaccess", ".hosting/nginx.conf", "ht/.htaccess", ".git/config"]
    {
        let answer = server.ask(&format!("/twins/{path}"), "identity");
        assert!([403, 404].contains(&answer.status), "{path}: {}", answer.status);
        assert!(!answer.text().contains("jumelage manifest"), "{path}");
    }
}

fn compressed_copies_are_sent(server: &Server) {
    let home = server.ask("/twins/", "identity").text();
    let style = home.split("assets/style.").nth(1).and_then(|rest| rest.split('"').next());
    let style = format!("/twins/assets/style.{}", style.expect("the page has a style"));
    for (address, media_type) in
        [("/twins/", "text/html"), ("/twins/cities/les-cayes/", "text/html"), (&style, "text/css")]
    {
        let plain = server.ask(address, "identity");
        assert_eq!(plain.header("content-encoding"), "", "{address}");
        for (asked, said) in [("gzip", "gzip"), ("gzip, deflate, br", "br")] {
            let answer = server.ask(address, asked);
            assert_eq!(answer.status, 200, "{address}");
            assert_eq!(answer.header("content-encoding"), said, "{address}");
            assert!(
                answer.header("vary").contains("Accept-Encoding"),
                "{address}: {}",
                answer.header("vary")
            );
            assert!(answer.header("content-type").starts_with(media_type), "{address}");
            assert!(answer.body.len() < plain.body.len() / 2, "{address}");
            is_guarded(address, &answer);
        }
    }
}
