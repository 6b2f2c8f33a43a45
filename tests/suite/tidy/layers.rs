//! Which part of the program may know which.

use std::collections::BTreeMap;

use super::rust::block;
use super::{SOURCES, text};

/// The parts, from the shell to the values; each may know those below its own line. This is the
/// drawing in ARCHITECTURE.md, where the reasons stand.
const LAYERS: &str = "
9  cli
8  publish   serve
7  pipeline   studio
6  check
5  emit
4  programme   theme
3  config   proofread   hosting
2  source   markdown   language   output   cartography   external   shelf
1  diagnostic   picture   calendar   search   reference
0  values   memo   progress
";

/// Parts that know even less than their line allows.
const KNOWS_ONLY: [(&str, &[&str]); 11] = [
    ("calendar", &["values"]),
    ("cartography", &["values"]),
    ("external", &["values"]),
    ("publish", &["output", "values", "studio", "progress", "memo"]),
    ("picture", &[]),
    ("reference", &["values"]),
    ("hosting", &["output", "reference", "values", "memo"]),
    ("language", &["values"]),
    ("search", &["memo"]),
    ("shelf", &["memo"]),
    ("theme", &["source", "markdown", "diagnostic", "memo", "reference", "values"]),
];

fn layers() -> BTreeMap<&'static str, usize> {
    let mut layers = BTreeMap::new();
    for line in LAYERS.lines() {
        let mut words = line.split_whitespace();
        let Some(number) = words.next() else { continue };
        let number: usize = number.parse().expect("a line begins with its number");
        layers.extend(words.map(|part| (part, number)));
    }
    layers
}

#[test]
fn imports_point_down() {
    let layers = layers();
    for file in SOURCES.iter().filter(|file| !["lib.rs", "main.rs"].contains(&&*file.path)) {
        let part = file.path.split('/').next().unwrap_or_default().trim_end_matches(".rs");
        let layer = *layers.get(part).unwrap_or_else(|| {
            panic!("src/{part} is in no layer: find its place in ARCHITECTURE.md and in LAYERS")
        });
        for import in imports(&file.code).into_iter().filter(|import| *import != part) {
            assert!(
                layers.get(import).is_some_and(|other| *other < layer),
                "src/{}: `{part}` must not know `{import}`: imports point down the list of layers \
                 in ARCHITECTURE.md, never up or sideways; hand in what is needed, or move it",
                file.path
            );
            let known = KNOWS_ONLY.iter().find(|(who, _)| *who == part);
            assert!(
                known.is_none_or(|(_, known)| known.contains(&import)),
                "src/{}: `{part}` must not know `{import}`, but only {known:?}",
                file.path
            );
        }
    }
}

#[test]
fn no_import_goes_round_the_layers() {
    for file in SOURCES.iter() {
        let is_part = !file.path.trim_end_matches("/mod.rs").contains('/');
        let detour = if is_part { "super::" } else { "super::super::" };
        assert!(
            !file.code.contains(detour),
            "src/{}: write `crate::` instead of `{detour}`, so that it says which part it means",
            file.path
        );
    }
}

#[test]
fn the_layers_are_drawn_in_the_architecture() {
    let architecture = text("ARCHITECTURE.md").expect("it is a text");
    assert!(architecture.contains(LAYERS), "draw the layers in ARCHITECTURE.md like this:{LAYERS}");
}

/// The parts of the crate that some code names, after `crate::`.
fn imports(code: &str) -> Vec<&str> {
    let mut imports = Vec::new();
    for rest in code.split("crate::").skip(1) {
        if !rest.starts_with('{') {
            imports.push(first_name(rest));
            continue;
        }
        let list = &rest[1..block(rest) - 1];
        let mut depth = 0;
        let parts = list.split(|letter| {
            depth += i32::from(letter == '{') - i32::from(letter == '}');
            letter == ',' && depth == 0
        });
        imports.extend(parts.map(first_name).filter(|name| !name.is_empty()));
    }
    imports
}

fn first_name(code: &str) -> &str {
    let code = code.trim_start();
    code.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
}

#[test]
fn imports_are_found_in_lists_and_in_the_middle_of_code() {
    let code = "use crate::{a, b::{c, d}, e};\nuse crate::f::g;\nlet h = crate::i::j();";
    assert_eq!(imports(code), ["a", "b", "e", "f", "i"]);
}
