//! The files that Apache reads in the folder that it serves: `.htaccess`.
//!
//! They ask for `AllowOverride FileInfo` and need no module: what one does not do is left out.

use std::fmt::Write;

use super::headers::{CHECKED, LASTING, STRICT_TRANSPORT};
use super::place::{Place, parted};
use super::rename;

pub(super) fn files(place: &Place<'_>) -> Vec<(String, String)> {
    let languages = place.languages().into_iter().filter(|language| !language.is_empty());
    let of_language = |language: &str| {
        let text = format!("ErrorDocument 404 {}{language}404.html\n", place.base);
        (format!("{language}.htaccess"), text)
    };
    let mut files = vec![(".htaccess".to_owned(), configuration(place))];
    files.extend(languages.map(of_language));
    files
}

fn configuration(place: &Place<'_>) -> String {
    let base = place.base;
    let mut text = format!(
        "# Made by `jumelage build --for apache`. The server must have `AllowOverride FileInfo` or more\n\
         # for this folder.\n\nErrorDocument 404 {base}404.html\n"
    );
    text.push_str(&types(place));
    text.push_str("\n<IfModule mod_headers.c>\n");
    for (name, value) in &place.headers {
        let _ = writeln!(text, "Header always set {name} \"{value}\"");
    }
    let _ = write!(
        text,
        "Header always set Cache-Control \"{CHECKED}\"\n\
         # Once nothing of this host will ever be without encryption again:\n\
         # Header always set Strict-Transport-Security \"{STRICT_TRANSPORT}\"\n\
         # A changed file has another name.\n\
         <FilesMatch \"{}\">\nHeader always set Cache-Control \"{LASTING}\"\n</FilesMatch>\n",
        rename::PATTERN.replace("$", "(\\.br|\\.gz)?$")
    );
    if place.compressed {
        let endings = ENDINGS.join("|");
        let _ = write!(
            text,
            "<FilesMatch \"\\.({endings})(\\.br|\\.gz)?$\">\nHeader always merge Vary Accept-Encoding\n</FilesMatch>\n"
        );
    }
    text.push_str("</IfModule>\n");
    if place.compressed {
        text.push_str(
            "\n<IfModule mod_mime.c>\nRemoveType .gz .br\nRemoveLanguage .br\n\
             AddEncoding gzip .gz\nAddEncoding br .br\n</IfModule>\n",
        );
    }
    let _ = write!(
        text,
        "\n<IfModule mod_rewrite.c>\nRewriteEngine On\nRewriteBase \"{base}\"\n\
         RewriteRule \"(^|/)\\.(?!well-known/)\" - [R=404,L]\n"
    );
    for lead in place.leads() {
        let from = literal(&lead.from);
        let from = from.strip_suffix('/').map_or(from.clone(), |folder| format!("{folder}/?"));
        let to = lead.to.replace('%', "\\%").replace('$', "\\$");
        let _ = writeln!(text, "RewriteRule \"^{from}$\" \"{to}\" [R=301,L,NE]");
    }
    if place.compressed {
        text.push_str(COMPRESSED);
    }
    text.push_str("</IfModule>\n");
    text
}

/// The endings of what is compressed.
const ENDINGS: [&str; 13] = [
    "html",
    "htm",
    "css",
    "js",
    "mjs",
    "json",
    "geojson",
    "xml",
    "svg",
    "txt",
    "csv",
    "ics",
    "webmanifest",
];

/// Sends the compressed copy of a file, or of the page of a folder, to who takes it.
const COMPRESSED: &str = r#"RewriteCond "%{HTTP:Accept-Encoding}" "\bbr\b"
RewriteCond "%{REQUEST_FILENAME}" -d
RewriteCond "%{REQUEST_FILENAME}/index.html.br" -f
RewriteRule "^(.*/|)$" "$1index.html.br" [E=no-gzip:1,E=no-brotli:1,END]
RewriteCond "%{HTTP:Accept-Encoding}" "\bgzip\b"
RewriteCond "%{REQUEST_FILENAME}" -d
RewriteCond "%{REQUEST_FILENAME}/index.html.gz" -f
RewriteRule "^(.*/|)$" "$1index.html.gz" [E=no-gzip:1,E=no-brotli:1,END]
RewriteCond "%{HTTP:Accept-Encoding}" "\bbr\b"
RewriteCond "%{REQUEST_FILENAME}.br" -f
RewriteRule "^(.+)$" "$1.br" [E=no-gzip:1,E=no-brotli:1,END]
RewriteCond "%{HTTP:Accept-Encoding}" "\bgzip\b"
RewriteCond "%{REQUEST_FILENAME}.gz" -f
RewriteRule "^(.+)$" "$1.gz" [E=no-gzip:1,E=no-brotli:1,END]
"#;

fn types(place: &Place<'_>) -> String {
    let mut text = "\n<IfModule mod_mime.c>\n".to_owned();
    for (media_type, endings) in place.types() {
        let (name, is_text) = parted(media_type);
        let endings: Vec<String> = endings.iter().map(|ending| format!(".{ending}")).collect();
        let endings = endings.join(" ");
        let _ = writeln!(text, "AddType {name} {endings}");
        if is_text {
            let _ = writeln!(text, "AddCharset utf-8 {endings}");
        }
    }
    text.push_str("</IfModule>\n");
    text
}

/// A text that a regular expression takes as it is.
fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\.+*?()[]{}|^$\"".contains(c) {
            literal.push('\\');
        }
        literal.push(c);
    }
    literal
}
