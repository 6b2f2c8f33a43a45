//! The configuration for nginx, to be included in a `location`.

use std::fmt::Write;

use super::headers::{CHECKED, LASTING, STRICT_TRANSPORT};
use super::place::{Place, parted};
use super::rename;

pub(super) fn configuration(place: &Place<'_>) -> String {
    let base = place.base;
    let mut text = format!(
        "# Made by `jumelage build --for nginx`. Include it in the `location` of the site:\n#\n\
         #     location ^~ {base} {{\n\
         #         {} /srv/sister-cities/public/;\n\
         #         include /srv/sister-cities/public/.hosting/nginx.conf;\n\
         #     }}\n\n\
         index index.html;\nabsolute_redirect off;\nerror_page 404 {base}404.html;\n\n",
        if base == "/" { "root" } else { "alias" }
    );
    text.push_str(&types(place));
    if place.compressed {
        text.push_str(
            "\ngzip_static on;\ngzip_vary on;\n\
             # Where nginx has the module ngx_brotli (Debian: libnginx-mod-http-brotli-static):\n\
             # brotli_static on;\n",
        );
    }
    let _ = write!(text, "\n{}", headers(place, CHECKED, ""));
    let _ = write!(
        text,
        "# Once nothing of this host will ever be without encryption again:\n\
         # add_header Strict-Transport-Security \"{STRICT_TRANSPORT}\" always;\n\n\
         # A changed file has another name.\nlocation ~ \"{}\" {{\n{}}}\n\n\
         location ~ \"/\\.(?!well-known/)\" {{\n    return 404;\n}}\n",
        rename::PATTERN,
        headers(place, LASTING, "    "),
    );
    for language in place.languages().into_iter().filter(|language| !language.is_empty()) {
        let _ = write!(
            text,
            "\nlocation {base}{language} {{\n    error_page 404 {base}{language}404.html;\n}}\n"
        );
    }
    text.push('\n');
    for lead in place.leads() {
        // A server is asked for an address after its `%20` and the like have been resolved.
        let from = format!("{base}{}", lead.from).replace('\\', "\\\\").replace('"', "\\\"");
        // Behind a dollar sign nginx looks for one of its variables, and nothing can escape it.
        let to = lead.to.replace('$', "%24");
        let without = from.strip_suffix('/').filter(|from| !from.is_empty());
        for from in [Some(from.as_str()), without].into_iter().flatten() {
            let _ = writeln!(text, "location = \"{from}\" {{ return 301 \"{to}\"; }}");
        }
    }
    text
}

fn headers(place: &Place<'_>, cache: &str, indent: &str) -> String {
    let mut text = String::new();
    for (name, value) in &place.headers {
        let _ = writeln!(text, "{indent}add_header {name} \"{value}\" always;");
    }
    let _ = writeln!(text, "{indent}add_header Cache-Control \"{cache}\" always;");
    text
}

/// The kinds of files, in place of those that the server knows.
fn types(place: &Place<'_>) -> String {
    let mut text = "types {\n".to_owned();
    let mut texts = Vec::new();
    for (media_type, endings) in place.types() {
        let (name, is_text) = parted(media_type);
        let endings: Vec<&str> = endings.iter().map(String::as_str).collect();
        let _ = writeln!(text, "    {name} {};", endings.join(" "));
        if is_text && name != "text/html" {
            texts.push(name);
        }
    }
    text.push_str("}\ndefault_type application/octet-stream;\ncharset utf-8;\n");
    if !texts.is_empty() {
        let _ = writeln!(text, "charset_types {};", texts.join(" "));
    }
    text
}
