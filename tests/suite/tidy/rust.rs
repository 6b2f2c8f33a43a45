//! Rust as a tidy reader sees it: without comments, without words in quotes, without tests.

use std::fs;

use crate::program::repository;

/// A file of the program.
pub(super) struct Source {
    /// Its path in `src`.
    pub(super) path: String,
    /// What is compiled into the program.
    pub(super) code: String,
}

/// The files of the program; those that are only for tests are left out.
pub(super) fn sources(tracked: &[String]) -> Vec<Source> {
    let mut sources = Vec::new();
    let mut for_tests = Vec::new();
    for path in tracked.iter().filter(|path| path.ends_with(".rs")) {
        let Some(path) = path.strip_prefix("src/") else { continue };
        let text = fs::read_to_string(repository().join("src").join(path));
        let (code, modules) = without_tests(&bare(&text.expect("it is a text file")));
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for_tests.extend(modules.iter().map(|module| format!("{folder}/{module}")));
        sources.push(Source { path: path.to_owned(), code });
    }
    sources.retain(|source| {
        // A module is a file or a folder.
        let of = |module: &String| source.path.strip_prefix(module.as_str());
        !for_tests.iter().filter_map(of).any(|rest| rest == ".rs" || rest.starts_with('/'))
    });
    assert!(sources.len() > 50, "the files of the program were not found");
    sources
}

/// Code without comments and without what stands in quotes.
pub(super) fn bare(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let in_a_word = code.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let skipped = match letter {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' => quoted(rest),
            '\'' => character(rest),
            'r' if !in_a_word => raw(rest),
            _ => 0,
        };
        if skipped == 0 {
            code.push(letter);
            rest = &rest[letter.len_utf8()..];
        } else {
            code.push(' ');
            rest = &rest[skipped..];
        }
    }
    code
}

/// How long a text in quotes is.
fn quoted(rest: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// How long a raw text is; nothing, if it is none.
fn raw(rest: &str) -> usize {
    let marks = rest[1..].len() - rest[1..].trim_start_matches('#').len();
    if !rest[1 + marks..].starts_with('"') {
        return 0;
    }
    let end = format!("\"{}", "#".repeat(marks));
    let begin = marks + 2;
    rest[begin..].find(&end).map_or(rest.len(), |at| begin + at + end.len())
}

/// How long a character in quotes is; nothing, if it is a lifetime.
fn character(rest: &str) -> usize {
    let mut letters = rest.char_indices().skip(1);
    match (letters.next(), letters.next()) {
        // The quote may itself be what is escaped.
        (Some((_, '\\')), Some((at, quote))) => {
            let begin = at + quote.len_utf8();
            rest[begin..].find('\'').map_or(rest.len(), |end| begin + end + 1)
        }
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 0,
    }
}

/// Takes away what is compiled for tests only; names the modules among it that are files.
fn without_tests(code: &str) -> (String, Vec<String>) {
    let mut pieces = code.split("#[cfg(test)]");
    let mut kept = pieces.next().unwrap_or_default().to_owned();
    let mut modules = Vec::new();
    for piece in pieces {
        let end = piece.find(['{', ';']).expect("an attribute belongs to something");
        let rest = if piece[end..].starts_with('{') {
            &piece[block(piece)..]
        } else {
            let name = piece[..end].split_whitespace().last().expect("a module has a name");
            modules.push(name.to_owned());
            &piece[end + 1..]
        };
        kept.push_str(rest);
    }
    (kept, modules)
}

/// Where the first block in braces ends.
pub(super) fn block(code: &str) -> usize {
    let mut depth = 0;
    for (at, letter) in code.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 1 => return at + 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

#[test]
fn comments_quotes_and_tests_are_passed_over() {
    let text = "a // b\n'c' '\\'' \"d \\\" e\" r#\"f \" g\"# &'h i /* j */ k\n#[cfg(test)]\nmod l { m {} }\nn";
    let (code, modules) = without_tests(&bare(text));
    assert_eq!(code.split_whitespace().collect::<Vec<_>>(), ["a", "&'h", "i", "k", "n"]);
    assert!(modules.is_empty());
    assert_eq!(without_tests("#[cfg(test)]\nmod a;\nb"), ("\nb".to_owned(), vec!["a".to_owned()]));
}
