//! A diagnostic with its place worked out.

use super::{Code, Severity};

/// A remark that can be drawn, printed or sent without the sources at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The file, relative to the site's folder.
    pub file: String,
    /// The spot in it, unless the whole file is meant.
    pub spot: Option<Spot>,
    /// What the place has to do with the mistake.
    pub label: Option<String>,
}

/// A spot in a text. Lines and columns count from 1; columns count characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The line it begins in.
    pub line: usize,
    /// The column it begins at.
    pub column: usize,
    /// The line it ends in.
    pub end_line: usize,
    /// The column just behind it.
    pub end_column: usize,
    /// The text of the line it begins in, without its end.
    pub text: String,
}

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
    pub fn of(text: &str, bytes: &std::ops::Range<usize>) -> Self {
        let start = floor_char_boundary(text, bytes.start);
        let end = floor_char_boundary(text, bytes.end).max(start);
        let end = if text[start..end].ends_with('\n') { end - 1 } else { end };
        let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
        let line = text[..start].matches('\n').count() + 1;
        let last_line_start = text[..end].rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            line,
            column: text[line_start..start].chars().count() + 1,
            end_line: line + text[start..end].matches('\n').count(),
            end_column: text[last_line_start..end].chars().count() + 1,
            text: text[line_start..line_end].to_owned(),
        }
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
    fn spot(text: &str, bytes: std::ops::Range<usize>) -> (usize, usize, usize, usize, String) {
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
        let backwards = std::ops::Range { start: 2, end: 1 };
        assert_eq!(spot("abc", backwards), (1, 3, 1, 3, "abc".to_owned()));
    }
}
