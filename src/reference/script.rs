//! Addresses in a script.

/// A text in quotes in a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quoted<'a> {
    /// What stands between the quotes; a part of the script's text.
    pub text: &'a str,
    /// Whether it names a module that is imported.
    pub is_import: bool,
}

/// The texts in quotes of a script, in order; comments and templates are passed over.
///
/// This is no parser. What it takes for a text within a regular expression ends with its line.
///
/// ```
/// use jumelage::reference::script::quoted;
///
/// let script = "import { a } from './a.js'; // from './b.js'\nconst c = import(\"./c.js\") ?? 'd';";
/// let found: Vec<_> = quoted(script).map(|it| (it.text, it.is_import)).collect();
/// assert_eq!(found, [("./a.js", true), ("./c.js", true), ("d", false)]);
/// ```
pub fn quoted(script: &str) -> impl Iterator<Item = Quoted<'_>> {
    let bytes = script.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() {
            let start = at;
            match bytes[at] {
                b'/' if bytes.get(at + 1) == Some(&b'/') => at = end(script, at, "\n"),
                b'/' if bytes.get(at + 1) == Some(&b'*') => at = end(script, at + 2, "*/"),
                b'`' => at = closing(bytes, at),
                b'"' | b'\'' => {
                    at = closing(bytes, at);
                    if at > start + 1 && bytes[at - 1] == bytes[start] {
                        let is_import = is_import(&script[..start]);
                        return Some(Quoted { text: &script[start + 1..at - 1], is_import });
                    }
                }
                _ => at += 1,
            }
        }
        None
    })
}

/// The place behind the next occurrence of a text.
fn end(script: &str, from: usize, text: &str) -> usize {
    script[from..].find(text).map_or(script.len(), |found| from + found + text.len())
}

/// The place behind the quote that closes the one at `open`; a text that is no template ends with its line.
fn closing(bytes: &[u8], open: usize) -> usize {
    let quote = bytes[open];
    let mut escaped = false;
    for (at, byte) in bytes.iter().enumerate().skip(open + 1) {
        if !escaped && (*byte == quote || *byte == b'\n' && quote != b'`') {
            return at + 1;
        }
        escaped = !escaped && *byte == b'\\';
    }
    bytes.len()
}

/// Whether what stands before a text imports it.
fn is_import(before: &str) -> bool {
    let before = before.trim_end();
    let before = before.strip_suffix('(').map_or(before, str::trim_end);
    ["import", "from"].iter().any(|word| {
        let rest = before.strip_suffix(word);
        rest.is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric() || "_$.".contains(c)))
    })
}
