//! The configuration for Caddy, to be imported into a site.

use std::fmt::Write;

use super::headers::{CHECKED, LASTING, STRICT_TRANSPORT};
use super::place::Place;
use super::rename;

pub(super) fn configuration(place: &Place<'_>) -> String {
    let base = place.base;
    let (handle, matched) = match base {
        "/" => ("handle".to_owned(), "*".to_owned()),
        base => (format!("handle_path {base}*"), format!("{base}*")),
    };
    let mut text = format!(
        "# Made by `jumelage build --for caddy`. Import it into the site, with the folder before it:\n#\n\
         #     www.example.org {{\n\
         #         root {matched} /srv/sister-cities/public\n\
         #         import /srv/sister-cities/public/.hosting/Caddyfile\n\
         #     }}\n\n"
    );
    if base != "/" {
        let bare = base.trim_end_matches('/');
        let _ = writeln!(text, "redir {bare} {base} 301\n");
    }
    let _ = writeln!(text, "{handle} {{");
    text.push_str("\theader {\n");
    for (name, value) in &place.headers {
        let _ = writeln!(text, "\t\t{name} \"{value}\"");
    }
    // Of two headers of one name the server would send that with the wider match.
    let _ = writeln!(
        text,
        "\t\t# Once nothing of this host will ever be without encryption again:\n\
         \t\t# Strict-Transport-Security \"{STRICT_TRANSPORT}\"\n\t}}\n\
         \t# A changed file has another name.\n\
         \t@lasting path_regexp {pattern}\n\theader @lasting Cache-Control \"{LASTING}\"\n\
         \t@checked not path_regexp {pattern}\n\theader @checked Cache-Control \"{CHECKED}\"",
        pattern = rename::PATTERN
    );
    for (index, (media_type, endings)) in place.types().into_iter().enumerate() {
        let endings: Vec<String> = endings.iter().map(|ending| format!("*.{ending}")).collect();
        let _ = writeln!(
            text,
            "\t@type{index} path {}\n\theader @type{index} Content-Type \"{media_type}\"",
            endings.join(" ")
        );
    }
    let folders = "\t@folder path */\n\theader @folder Content-Type \"text/html; charset=utf-8\"\n";
    text.push_str(folders);
    text.push_str(
        "\t@hidden {\n\t\tpath */.*\n\t\tnot path /.well-known/*\n\t}\n\terror @hidden 404\n",
    );
    for lead in place.leads() {
        let from = format!("/{}", lead.from).replace('"', "\\\"").replace('{', "\\{");
        let to = lead.to.replace('{', "\\{");
        let _ = writeln!(text, "\tredir \"{from}\" \"{to}\" 301");
        if let Some(without) = from.strip_suffix('/') {
            let _ = writeln!(text, "\tredir \"{without}\" \"{to}\" 301");
        }
    }
    let compressed = if place.compressed { " {\n\t\tprecompressed br gzip\n\t}" } else { "" };
    let _ = writeln!(text, "\tfile_server{compressed}\n}}\n\nhandle_errors {{");
    for language in place.languages().into_iter().rev() {
        let matched = format!("{base}{language}");
        let name = format!("missing{}", language.trim_end_matches('/').replace('-', "_"));
        let _ = writeln!(
            text,
            "\t@{name} expression `{{http.error.status_code}} == 404 && {{http.request.orig_uri.path}}.startsWith(\"{matched}\")`\n\
             \thandle @{name} {{\n\t\trewrite * /{language}404.html\n\t\tfile_server\n\t}}"
        );
    }
    text.push_str("}\n");
    text
}
