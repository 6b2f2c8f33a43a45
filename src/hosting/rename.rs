//! Styles, scripts and fonts get names that tell their contents, so that browsers may keep them.

use std::collections::{BTreeMap, BTreeSet};

use bytes::Bytes;
use rayon::prelude::*;

use crate::memo::Fingerprint;
use crate::output::{Contents, Output, OutputFile};
use crate::reference::html::{Tags, unescaped};
use crate::reference::{css, script, target};
use crate::values::OutputPath;

/// The endings of what is renamed.
const ENDINGS: [&str; 7] = ["css", "js", "mjs", "woff2", "woff", "ttf", "otf"];

/// The length of a fingerprint in a name.
const LENGTH: usize = 16;

/// How a server tells that a name holds a fingerprint.
pub(super) const PATTERN: &str = r"\.[0-9a-f]{16}\.(css|js|mjs|woff2|woff|ttf|otf)$";

/// Whether a file's name tells its contents, as `PATTERN` has it.
pub(super) fn is_lasting(path: &str) -> bool {
    let mut parts = path.rsplit('/').next().unwrap_or_default().rsplit('.');
    let ending = parts.next().is_some_and(|ending| ENDINGS.contains(&ending));
    let hex = |part: &str| {
        part.len() == LENGTH && part.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
    };
    ending && parts.next().is_some_and(hex) && parts.next().is_some()
}

/// New names, by the old paths.
type Names<'a> = BTreeMap<&'a str, OutputPath>;

/// Gives styles, scripts and fonts names that tell their contents, and says so wherever they are named.
/// What is copied when the site is published keeps its name, because its bytes are not known yet.
pub(super) fn by_contents(output: Output, base: &str) -> Output {
    let names = names(&output, base);
    if names.is_empty() {
        return output;
    }
    let files: Vec<&OutputFile> = output.files().collect();
    let files: Vec<OutputFile> = files
        .into_par_iter()
        .map(|file| {
            let old = file.path.as_str();
            let contents = match &file.contents {
                Contents::Bytes(bytes) => Contents::Bytes(rewritten(old, bytes, &names, base)),
                contents => contents.clone(),
            };
            let path = names.get(old).unwrap_or(&file.path).clone();
            OutputFile { path, contents, ..file.clone() }
        })
        .collect();
    output.with_files(files)
}

/// The new names. A name stands for the file and for all that it names, however far: when a font is
/// another, so is the style that names it.
fn names<'a>(output: &'a Output, base: &str) -> Names<'a> {
    let files: BTreeMap<&str, &Bytes> = output
        .files()
        .filter_map(|file| match &file.contents {
            Contents::Bytes(bytes) if is_renamed(file.path.as_str()) => {
                Some((file.path.as_str(), bytes))
            }
            _ => None,
        })
        .collect();
    let named = |path: &str, bytes: &Bytes| -> Vec<&'a str> {
        let Ok(text) = std::str::from_utf8(bytes) else { return Vec::new() };
        let targets = references(path, text).into_iter().filter_map(|it| target(path, it, base));
        targets.filter_map(|target| files.get_key_value(&*target).map(|(path, _)| *path)).collect()
    };
    let names = files.keys().map(|path| {
        // Two files may name each other.
        let mut reached = BTreeSet::from([*path]);
        let mut waiting = vec![*path];
        while let Some(next) = waiting.pop() {
            waiting.extend(named(next, files[next]).into_iter().filter(|it| reached.insert(it)));
        }
        // Put together as text, whose fingerprint is the same on every machine.
        let all = std::iter::once(*path).chain(reached);
        let all: String = all.map(|path| Fingerprint::of_bytes(files[path]).to_string()).collect();
        (*path, renamed(path, Fingerprint::of_bytes(all.as_bytes())))
    });
    names.collect()
}

fn is_renamed(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending)) && !is_lasting(path)
}

fn renamed(path: &str, fingerprint: Fingerprint) -> OutputPath {
    let (stem, ending) = path.rsplit_once('.').expect("it has an ending");
    let digits = fingerprint.to_string();
    OutputPath::of_host(&format!("{stem}.{}.{ending}", &digits[..LENGTH]))
}

/// The addresses in a file that is renamed.
fn references<'a>(path: &str, text: &'a str) -> Vec<&'a str> {
    if path.ends_with(".css") {
        css::references(text).map(|reference| reference.address).collect()
    } else if path.ends_with("js") {
        script::quoted(text).map(|quoted| quoted.text).filter(|text| is_path(text)).collect()
    } else {
        Vec::new()
    }
}

/// Whether a text in a script may be the address of a file.
fn is_path(text: &str) -> bool {
    ["./", "../", "/"].iter().any(|start| text.starts_with(start))
}

/// The same file with the new names.
fn rewritten(path: &str, bytes: &Bytes, names: &Names<'_>, base: &str) -> Bytes {
    let Ok(text) = std::str::from_utf8(bytes) else { return bytes.clone() };
    let addresses = if path.ends_with(".html") { in_page(text) } else { references(path, text) };
    let mut new = String::new();
    let mut written = 0;
    for address in addresses {
        let Some(name) = new_address(path, address, names, base) else { continue };
        let at = address.as_ptr() as usize - text.as_ptr() as usize;
        new.push_str(&text[written..at]);
        new.push_str(&name);
        written = at + address.len();
    }
    if written == 0 {
        return bytes.clone();
    }
    new.push_str(&text[written..]);
    new.into()
}

/// All values of attributes of a page that may name a file that is renamed.
fn in_page(html: &str) -> Vec<&str> {
    let values = Tags::of(html).flat_map(|tag| tag.attributes().map(|(_, value)| value));
    let dotted = |value: &&str| value.contains('.') && !value.contains(char::is_whitespace);
    values.filter(dotted).collect()
}

/// An address with the new name of its file, if it has one.
fn new_address(from: &str, address: &str, names: &Names<'_>, base: &str) -> Option<String> {
    let path_length = address.find(['?', '#']).unwrap_or(address.len());
    let (path, rest) = address.split_at(path_length);
    if !path.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending)) {
        return None;
    }
    let name = names.get(&*target(from, &unescaped(path), base)?)?;
    let folder = path.rfind('/').map_or("", |slash| &path[..=slash]);
    let href = name.href();
    Some(format!("{folder}{}{rest}", href.rsplit('/').next().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_its_contents_by_sixteen_digits() {
        assert!(is_lasting("assets/style.0123456789abcdef.css"));
        for path in [
            "assets/style.css",
            "assets/style.0123456789abcde.css",
            "files/tea.0123456789abcdef.jpg",
            "0123456789abcdef.css",
        ] {
            assert!(!is_lasting(path), "{path}");
        }
    }
}
