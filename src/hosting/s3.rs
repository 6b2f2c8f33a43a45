//! A script that copies the site to Amazon S3, and what its CDN has to send with every file.

use std::fmt::Write;

use serde_json::{Value, json};

use super::headers::{CHECKED, LASTING, STRICT_TRANSPORT};
use super::place::Place;

pub(super) fn files(place: &Place<'_>) -> Vec<(String, String)> {
    let policy = serde_json::to_string_pretty(&policy(place)).expect("texts are JSON");
    vec![
        (".hosting/deploy.sh".to_owned(), script(place)),
        (".hosting/response-headers-policy.json".to_owned(), format!("{policy}\n")),
    ]
}

fn script(place: &Place<'_>) -> String {
    let folder = quoted(place.base.trim_end_matches('/'));
    let mut text = format!(
        "#!/bin/sh\n\
         # Made by `jumelage build --for s3`. Copies the site to a bucket, with the `aws` command:\n#\n\
         #     sh public/.hosting/deploy.sh BUCKET\n\
         set -eu\ncd \"$(dirname \"$0\")/..\"\n\
         site=\"s3://${{1:?give the name of the bucket}}\"{folder}\n\n\
         # First what is named by its contents, so that no page comes before its style.\n"
    );
    for path in place.lasting() {
        let path = path.as_str();
        let (kind, quoted) = (crate::values::media_type::media_type(path), quoted(path));
        let _ = writeln!(
            text,
            "aws s3 cp ./{quoted} \"$site/\"{quoted} --content-type '{kind}' --cache-control '{LASTING}'"
        );
    }
    text.push_str("\n# Then all else, each kind with its type.\n");
    let lasting: String = place.lasting().fold(String::new(), |mut text, path| {
        let _ = write!(text, " --exclude {}", quoted(path.as_str()));
        text
    });
    let hidden = "--exclude '.*' --exclude '*/.*'";
    for (media_type, endings) in place.types() {
        let endings: String =
            endings.iter().map(|ending| format!(" --include '*.{ending}'")).collect();
        let _ = writeln!(
            text,
            "aws s3 sync . \"$site\" --exclude '*'{endings} {hidden}{lasting} --content-type '{media_type}' --cache-control '{CHECKED}'"
        );
    }
    let _ = writeln!(
        text,
        "\n# What is of no known kind; and what is no longer there goes.\n\
         aws s3 sync . \"$site\" --delete {hidden}{lasting} --cache-control '{CHECKED}'"
    );
    text.push_str("\n# The website endpoint of a bucket leads on from former addresses.\n");
    for lead in place.leads() {
        let key = match lead.from.strip_suffix('/') {
            Some(folder) => format!("{folder}/index.html"),
            None => lead.from,
        };
        let (key, to) = (quoted(&key), quoted(&lead.to));
        let _ = writeln!(
            text,
            "aws s3 cp ./{key} \"$site/\"{key} --website-redirect {to} --content-type 'text/html; charset=utf-8' --cache-control '{CHECKED}'"
        );
    }
    text
}

/// What the CDN sends with every file: the argument of `aws cloudfront create-response-headers-policy`.
fn policy(place: &Place<'_>) -> Value {
    let mut custom = Vec::new();
    let mut security = json!({ "ContentTypeOptions": { "Override": true } });
    for (name, value) in &place.headers {
        match *name {
            "Content-Security-Policy" => {
                security["ContentSecurityPolicy"] =
                    json!({ "Override": true, "ContentSecurityPolicy": value });
            }
            "Referrer-Policy" => {
                security["ReferrerPolicy"] = json!({ "Override": true, "ReferrerPolicy": value });
            }
            "X-Content-Type-Options" => {}
            name => custom.push(json!({ "Header": name, "Value": value, "Override": true })),
        }
    }
    json!({
        "Name": "sister-cities",
        "Comment": format!("Made by jumelage. Strict-Transport-Security: {STRICT_TRANSPORT} is for you to add."),
        "SecurityHeadersConfig": security,
        "CustomHeadersConfig": { "Quantity": custom.len(), "Items": custom },
    })
}

/// A text as a shell takes it for one word.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}
