//! Syntax errors in words that a volunteer understands: the commonest slips, and what to write.

use std::ops::Range;

use granit_parser::ScanError;

use super::tree::Problem;
use crate::diagnostic::Code;

/// What is wrong, what to do, and the bytes of the file that are meant.
type Slip = (String, String, Range<usize>);

/// A line and the byte of the file that it begins at.
#[derive(Clone, Copy)]
struct Line<'a> {
    text: &'a str,
    start: usize,
}

/// Explains why a text is not well-formed. The parser often complains a line after the slip.
pub(super) fn syntax_problem(yaml: &str, error: &ScanError) -> Problem {
    let at = error.marker().byte_offset().unwrap_or(0).min(yaml.len());
    let line = line_at(yaml, at);
    let before = yaml[..line.start].trim_end();
    let previous = line_at(yaml, before.len());
    let lines = if before.is_empty() { [line, line] } else { [line, previous] };
    let slip = lines
        .into_iter()
        .find_map(tab)
        .or_else(|| lines.into_iter().find_map(comment_in_brackets))
        .or_else(|| lines.into_iter().find_map(missing_blank))
        .or_else(|| lines.into_iter().find_map(missing_quotes))
        .or_else(|| colon_in_value(line))
        .or_else(|| indented_further(line, previous));
    let (message, help, span) = slip.unwrap_or_else(|| {
        (
            format!("this is not well-formed: {}", error.info()),
            "facts are lines of `key: value`; look at the indentation, at quotes and at brackets"
                .to_owned(),
            at..(at + 1).min(yaml.len()),
        )
    });
    Problem { code: Code::YamlSyntax, message, help: Some(help), span }
}

fn line_at(yaml: &str, at: usize) -> Line<'_> {
    let start = yaml[..at].rfind('\n').map_or(0, |newline| newline + 1);
    Line { text: yaml[start..].lines().next().unwrap_or_default(), start }
}

impl<'a> Line<'a> {
    /// The key, and where its value begins in the line, in a line of `key: value`.
    fn key_and_value(self) -> Option<(&'a str, usize)> {
        let colon = self.text.find(':')?;
        let behind = &self.text[colon + 1..];
        let value = behind.trim_start();
        let key = self.text[..colon].trim_start_matches([' ', '\t', '-']);
        let is_key =
            !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || "_-".contains(c));
        (is_key && value.len() < behind.len()).then(|| (key, self.text.len() - value.len()))
    }

    fn indentation(self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    /// The bytes of the file that these bytes of the line are.
    fn bytes(self, range: Range<usize>) -> Range<usize> {
        self.start + range.start..self.start + range.end
    }
}

fn tab(line: Line<'_>) -> Option<Slip> {
    let indentation = line.text.len() - line.text.trim_start().len();
    if let Some(at) = line.text[..indentation].find('\t') {
        return Some((
            "the line is indented with a tab".to_owned(),
            "indent with spaces, two for each level".to_owned(),
            line.bytes(at..at + 1),
        ));
    }
    let (key, value) = line.key_and_value()?;
    let colon = line.text.find(':')?;
    let at = colon + line.text[colon..value].find('\t')?;
    Some((
        format!("there is a tab behind `{key}:`"),
        "write a blank instead of the tab".to_owned(),
        line.bytes(at..at + 1),
    ))
}

/// `{ accent: #8a1538 }`: the bracket is closed in a comment.
fn comment_in_brackets(line: Line<'_>) -> Option<Slip> {
    let at = line.text.find(" #")? + 1;
    let (before, comment) = line.text.split_at(at);
    let is_open = |open: char, close: char| {
        let count = |text: &str, sign| text.matches(sign).count();
        count(before, open) > count(before, close) && count(comment, close) > 0
    };
    if !is_open('{', '}') && !is_open('[', ']') {
        return None;
    }
    let end = comment.find([' ', ',', '}', ']']).unwrap_or(comment.len());
    Some((
        "`#` begins a comment, and the bracket before it stays open".to_owned(),
        format!("write `\"{}\"`, in quotation marks", &comment[..end]),
        line.bytes(at..at + end),
    ))
}

/// `name:Oberlinden`.
fn missing_blank(line: Line<'_>) -> Option<Slip> {
    let key_start = line.text.len() - line.text.trim_start_matches([' ', '-']).len();
    let (key, value) = line.text[key_start..].split_once(':')?;
    let is_key = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if !is_key || value.is_empty() || value.starts_with([' ', '\t', '/']) || value.contains(": ") {
        return None;
    }
    Some((
        format!("a blank is missing behind `{key}:`"),
        format!("write `{key}: {}`", value.trim_end()),
        line.bytes(key_start..key_start + key.len() + 1),
    ))
}

/// A value that begins with a sign that means something else at the beginning of a value.
fn missing_quotes(line: Line<'_>) -> Option<Slip> {
    let (_, start) = line.key_and_value()?;
    let value = line.text[start..].trim_end();
    let sign = value.chars().next()?;
    let goes_on = |close: char| {
        let end = value[1..].find(close).map(|end| value[end + 2..].trim_start());
        end.is_some_and(|rest| !rest.is_empty() && !rest.starts_with(['#', ',', ']', '}']))
    };
    let needs_quotes = match sign {
        '*' | '&' | '!' | '@' | '%' | '`' => true,
        '"' => goes_on('"'),
        '\'' => goes_on('\'') || !value[1..].contains('\''),
        '[' => goes_on(']'),
        '{' => goes_on('}'),
        _ => false,
    };
    needs_quotes.then(|| {
        (
            format!("a text that begins with `{sign}` goes in quotes"),
            format!("write `{}`", quoted(value)),
            line.bytes(start..start + value.len()),
        )
    })
}

/// A text in such quotes that nothing in it means anything else.
fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        format!("\"{text}\"")
    }
}

/// `title: A visit: the second`.
fn colon_in_value(line: Line<'_>) -> Option<Slip> {
    let value_at = line.text.find(": ")? + 2;
    let (key, value) = line.text.split_at(value_at);
    let bare = !value.trim_start().starts_with(['"', '\'', '[', '{', '|', '>']);
    if key.contains(['{', '[']) || !bare || !value.contains(": ") {
        return None;
    }
    let end = line.text.trim_end().len();
    Some((
        "a value with `: ` in it goes in quotes".to_owned(),
        format!("write `{}`", quoted(line.text[value_at..end].trim_start())),
        line.bytes(value_at..end),
    ))
}

fn indented_further(line: Line<'_>, previous: Line<'_>) -> Option<Slip> {
    let further = line.indentation() > previous.indentation() && previous.text.contains(": ");
    further.then(|| {
        (
            "the line is indented further than the one before it".to_owned(),
            "keys of one thing begin in the same column; what belongs to a key is two spaces further right".to_owned(),
            line.bytes(0..line.indentation().max(1)),
        )
    })
}
