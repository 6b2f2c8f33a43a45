//! A diagnostic with its place worked out.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{Code, Severity};

/// A remark that can be drawn, printed or sent without the sources at hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// What kind of mistake it is.
    pub code: Code,
    /// What is wrong.
    pub message: String,
    /// Where it is, first the main place and then the related ones.
    pub excerpts: Vec<Excerpt>,
    /// What to do.
    pub help: Vec<String>,
}

/// A place in a file, with the text around it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excerpt {
    /// The file, relative to the site's folder.
    pub file: String,
    /// The spot in it, unless the whole file is meant.
    pub spot: Option<Spot>,
    /// What the place has to do with the mistake.
    pub label: Option<String>,
}

/// A spot in a text. Lines and columns count from 1; columns count characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// The line it begins in.
    pub line: usize,
    /// The column it begins at.
    pub column: usize,
    /// The line it ends in.
    pub end_line: usize,
    /// The column just behind it.
    pub end_column: usize,
    /// The text of the line it begins in, without its end; of a long line, what is around the spot.
    pub text: String,
    /// The column that `text` begins at.
    pub text_column: usize,
}

/// How many characters of a line are kept before and behind the beginning of a spot.
const WINDOW: usize = 160;

impl Spot {
    /// Works out lines and columns of some bytes of a text. Bytes out of range or inside a
    /// character are moved to the nearest boundary before them, and a line's end is not part of
    /// a spot that ends with it: bytes that are exactly a line begin and end in that line.
    ///
    /// ```
    /// use jumelage::diagnostic::finding::Spot;
    ///
    /// let spot = Spot::of("name: Les Cayes\ncountry: HT\n", &(25..27));
    /// assert_eq!((spot.line, spot.column, spot.text.as_str()), (2, 10, "country: HT"));
    /// ```
    #[must_use]
    pub fn of(text: &str, bytes: &Range<usize>) -> Self {
        Lines::of(text).spot(bytes)
    }
}

/// A text whose lines have been counted, to work out many spots of it.
#[derive(Debug, Clone)]
pub struct Lines<'a> {
    text: &'a str,
    /// The byte that each line begins at.
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Counts the lines of a text.
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        let behind = text.match_indices('\n').map(|(newline, _)| newline + 1);
        Self { text, starts: std::iter::once(0).chain(behind).collect() }
    }

    /// Works out lines and columns of some bytes, as [`Spot::of`] does.
    #[must_use]
    pub fn spot(&self, bytes: &Range<usize>) -> Spot {
        let text = self.text;
        let start = floor_char_boundary(text, bytes.start);
        let end = floor_char_boundary(text, bytes.end).max(start);
        let end = if text[start..end].ends_with('\n') { end - 1 } else { end };
        let (line, end_line) = (self.line(start), self.line(end));
        let line_start = self.starts[line - 1];
        let line_end = self.starts.get(line).map_or(text.len(), |next| next - 1);

        let column = text[line_start..start].chars().count() + 1;
        let before = text[line_start..start].char_indices().rev().take(WINDOW).last();
        let behind = text[start..line_end].char_indices().nth(WINDOW);
        let first = before.map_or(start, |(byte, _)| line_start + byte);
        let last = behind.map_or(line_end, |(byte, _)| start + byte);
        Spot {
            line,
            column,
            end_line,
            end_column: text[self.starts[end_line - 1]..end].chars().count() + 1,
            text: text[first..last].to_owned(),
            text_column: column - text[first..start].chars().count(),
        }
    }

    /// The line, counted from 1, that a byte is in.
    fn line(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte)
    }
}

fn floor_char_boundary(text: &str, mut index: usize) -> usize {
    index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Line, column, end line, end column and text of some bytes.
    fn spot(text: &str, bytes: Range<usize>) -> (usize, usize, usize, usize, String) {
        let spot = Spot::of(text, &bytes);
        (spot.line, spot.column, spot.end_line, spot.end_column, spot.text)
    }

    #[test]
    fn a_word_has_its_line_and_columns() {
        assert_eq!(spot("ab\ncd ef\n", 6..8), (2, 4, 2, 6, "cd ef".to_owned()));
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(spot("é大x", 5..6), (1, 3, 1, 4, "é大x".to_owned()));
    }

    #[test]
    fn of_a_long_line_only_what_is_around_the_spot_is_kept() {
        let text = format!("{}é{}\n", "a".repeat(1000), "b".repeat(1000));
        let spot = Spot::of(&text, &(1000..1002));
        assert_eq!((spot.column, spot.end_column, spot.text_column), (1001, 1002, 841));
        assert_eq!(spot.text, format!("{}é{}", "a".repeat(160), "b".repeat(159)));
    }

    #[test]
    fn an_empty_text_has_a_first_line() {
        assert_eq!(spot("", 0..0), (1, 1, 1, 1, String::new()));
        assert_eq!(spot("", 3..9), (1, 1, 1, 1, String::new()));
    }

    #[test]
    fn the_end_of_a_text_is_a_spot() {
        assert_eq!(spot("ab", 2..2), (1, 3, 1, 3, "ab".to_owned()));
        assert_eq!(spot("ab\n", 3..3), (2, 1, 2, 1, String::new()));
        assert_eq!(spot("ab", 9..12), (1, 3, 1, 3, "ab".to_owned()));
    }

    #[test]
    fn a_spot_of_several_lines_shows_the_first() {
        assert_eq!(spot("ab\ncd\nef", 1..7), (1, 2, 3, 2, "ab".to_owned()));
    }

    #[test]
    fn a_spot_that_ends_with_a_line_ends_in_that_line() {
        assert_eq!(spot("ab\ncd\n", 0..3), (1, 1, 1, 3, "ab".to_owned()));
        assert_eq!(spot("ab\ncd\n", 2..3), (1, 3, 1, 3, "ab".to_owned()));
        assert_eq!(spot("ab\n\ncd", 1..4), (1, 2, 2, 1, "ab".to_owned()));
    }

    #[test]
    fn an_empty_spot_at_the_start_of_a_line_stays_there() {
        assert_eq!(spot("ab\ncd", 3..3), (2, 1, 2, 1, "cd".to_owned()));
    }

    #[test]
    fn bytes_inside_a_character_or_the_wrong_way_round_do_no_harm() {
        assert_eq!(spot("aéb", 2..3), (1, 2, 1, 3, "aéb".to_owned()));
        let backwards = Range { start: 2, end: 1 };
        assert_eq!(spot("abc", backwards), (1, 3, 1, 3, "abc".to_owned()));
    }
}
