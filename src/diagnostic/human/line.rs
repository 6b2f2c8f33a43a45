//! One line of a file as a terminal shows it: escaped, cut to size, and with a part to underline.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::diagnostic::finding::Spot;
use crate::diagnostic::visible::{is_deceptive, visible};

/// How many columns of a long line are shown.
const WIDTH: usize = 96;

/// What a tab is drawn as. Its true width would depend on the reader's terminal.
const TAB: &str = "    ";

/// What stands where a line is cut.
const CUT: &str = "…";

/// A line that is ready to be drawn.
pub(super) struct Line {
    /// What to print.
    pub(super) text: String,
    /// How many columns stand before the underlined part.
    pub(super) indent: usize,
    /// How many columns to underline, at least one.
    pub(super) carets: usize,
}

impl Line {
    /// Prepares the line that a spot begins in.
    pub(super) fn of(spot: &Spot) -> Self {
        let text = spot.text.as_str();
        let byte_of_column = |column: usize| {
            let before = column.saturating_sub(spot.text_column);
            text.char_indices().nth(before).map_or(text.len(), |(byte, _)| byte)
        };
        let start = byte_of_column(spot.column);
        let end = if spot.end_line > spot.line {
            text.len()
        } else {
            byte_of_column(spot.end_column).max(start)
        };

        let (first, last) = window(text, start);
        let marked_end = end.min(last);
        let cut_before = if first > 0 { CUT } else { "" };
        let cut_after = if last < text.len() { CUT } else { "" };

        let before = format!("{cut_before}{}", drawn(&text[first..start]));
        let marked = drawn(&text[start..marked_end]);
        let after = drawn(&text[marked_end..last]);
        Self {
            indent: before.width(),
            carets: marked.width().max(1),
            text: format!("{before}{marked}{after}{cut_after}"),
        }
    }
}

/// The bytes of a text to show so that `byte` is among them: up to half of the room goes to what
/// stands before it, the rest to what follows, and what is left over to what stands before.
fn window(text: &str, byte: usize) -> (usize, usize) {
    let (before, after) = text.split_at(byte);
    let (left, spare) = fit(before.chars().rev(), WIDTH / 2);
    let (right, spare) = fit(after.chars(), WIDTH / 2 + spare);
    let (more_left, _) = fit(before[..byte - left].chars().rev(), spare);
    (byte - left - more_left, byte + right)
}

/// How many bytes of the characters fit into the room, and how many columns of it are left.
fn fit(chars: impl Iterator<Item = char>, mut room: usize) -> (usize, usize) {
    let mut bytes = 0;
    for c in chars {
        let Some(left) = room.checked_sub(columns(c)) else { break };
        room = left;
        bytes += c.len_utf8();
    }
    (bytes, room)
}

/// The room that a character takes. One without a width takes a column as well, or a line could
/// hold any number of them.
fn columns(c: char) -> usize {
    match c {
        '\t' => TAB.len(),
        _ if is_deceptive(c) => c.escape_unicode().len(),
        _ => c.width().unwrap_or(0).max(1),
    }
}

fn drawn(text: &str) -> String {
    visible(text).replace('\t', TAB)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The line that some bytes of a text begin in, and its underline.
    fn draw(text: &str, marked: std::ops::Range<usize>) -> String {
        let line = Line::of(&Spot::of(text, &marked));
        format!("{}\n{}{}", line.text, " ".repeat(line.indent), "‾".repeat(line.carets))
    }

    fn find(text: &str, word: &str) -> std::ops::Range<usize> {
        let start = text.find(word).unwrap();
        start..start + word.len()
    }

    #[test]
    fn a_wide_letter_takes_two_columns_and_a_combining_mark_none() {
        assert_eq!(draw("名前: 大邱 x", 8..14), "名前: 大邱 x\n      ‾‾‾‾");
        assert_eq!(draw("e\u{301}te\u{301} x", 8..9), "e\u{301}te\u{301} x\n    ‾");
        assert_eq!(draw("a\u{301}b", 1..3), "a\u{301}b\n ‾");
    }

    #[test]
    fn a_tab_is_drawn_as_spaces() {
        assert_eq!(draw("\tname: x", 7..8), "    name: x\n          ‾");
        assert_eq!(draw("a\tb", 1..2), "a    b\n ‾‾‾‾");
    }

    #[test]
    fn an_escape_is_underlined_whole() {
        assert_eq!(draw("a\u{202e}b", 1..4), "a\\u{202e}b\n ‾‾‾‾‾‾‾‾");
    }

    #[test]
    fn the_end_of_a_line_has_one_column() {
        assert_eq!(draw("name:", 5..5), "name:\n     ‾");
        assert_eq!(draw("", 0..0), "\n‾");
    }

    #[test]
    fn a_spot_of_several_lines_is_underlined_to_the_end_of_the_first() {
        assert_eq!(draw("ab cd\nef", 3..8), "ab cd\n   ‾‾");
    }

    #[test]
    fn a_line_that_just_fits_is_not_cut() {
        let text = "x".repeat(WIDTH);
        for byte in [0, 40, WIDTH] {
            assert_eq!(Line::of(&Spot::of(&text, &(byte..byte))).text, text);
        }
    }

    #[test]
    fn a_long_line_is_cut_around_the_spot() {
        let text = format!("{}here{}", "abcdefghi ".repeat(30), " jklmnopqr".repeat(30));
        expect_test::expect![[r#"
            …cdefghi abcdefghi abcdefghi abcdefghi abcdefghi here jklmnopqr jklmnopqr jklmnopqr jklmnopqr jkl…
                                                             ‾‾‾‾"#]]
        .assert_eq(&draw(&text, find(&text, "here")));
    }

    #[test]
    fn a_long_line_is_cut_only_where_there_is_more() {
        let text = "x".repeat(300);
        let start = Line::of(&Spot::of(&text, &(2..4)));
        assert_eq!(start.text, format!("{}…", "x".repeat(WIDTH)));
        assert_eq!(start.indent, 2);
        let end = Line::of(&Spot::of(&text, &(298..300)));
        assert_eq!(end.text, format!("…{}", "x".repeat(WIDTH)));
        assert_eq!(end.indent + end.carets, WIDTH + 1);
    }

    #[test]
    fn a_long_underline_ends_where_the_line_is_cut() {
        let text = "x".repeat(300);
        let line = Line::of(&Spot::of(&text, &(100..290)));
        assert_eq!((line.indent, line.carets), (1 + WIDTH / 2, WIDTH / 2));
    }

    #[test]
    fn wide_letters_and_endless_accents_are_cut_as_well() {
        for text in ["大".repeat(200), format!("a{}", "\u{301}".repeat(5000))] {
            let line = Line::of(&Spot::of(&text, &(0..3)));
            assert!(line.text.width() <= WIDTH + 2);
            assert!(line.text.chars().count() <= WIDTH + 2);
        }
    }

    proptest! {
        #[test]
        fn any_line_is_short_and_harmless(text in any::<String>(), start in 0..80_usize, len in 0..80_usize) {
            let line = Line::of(&Spot::of(&text, &(start..start + len)));
            prop_assert!(!line.text.contains(is_deceptive));
            prop_assert!(line.text.width() <= WIDTH + 2);
            prop_assert!(line.indent <= line.text.width());
        }
    }
}
