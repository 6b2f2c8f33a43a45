//! Characters that could deceive a terminal or its reader, made visible.

use std::borrow::Cow;

/// Whether a character must not reach a terminal as it is: control characters steer it, and
/// bidirectional controls make a line read otherwise than it is written.
pub(super) fn is_deceptive(c: char) -> bool {
    match c {
        '\t' => false,
        '\u{61c}' | '\u{200e}' | '\u{200f}' => true,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        _ => c.is_control(),
    }
}

/// The text with an escape such as `\u{202e}` for every deceptive character.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_deceptive) {
        return text.into();
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if is_deceptive(c) {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    shown.into()
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn what_steers_a_terminal_is_shown_and_not_obeyed() {
        assert_eq!(visible("\u{1b}[2J\u{7}\r\n"), "\\u{1b}[2J\\u{7}\\u{d}\\u{a}");
        assert_eq!(visible("\u{7f}\u{85}\u{9b}"), "\\u{7f}\\u{85}\\u{9b}");
    }

    #[test]
    fn what_turns_the_direction_of_text_is_shown() {
        assert_eq!(visible("a\u{202e}b\u{2066}c\u{200f}"), "a\\u{202e}b\\u{2066}c\\u{200f}");
    }

    #[test]
    fn ordinary_text_in_any_script_is_left_alone() {
        assert_eq!(visible("Les Cayes\t서귀포 بيت لحم"), "Les Cayes\t서귀포 بيت لحم");
    }
}
