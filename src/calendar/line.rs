//! Lines of a calendar: folded to 75 bytes, their texts escaped.

/// How many bytes a line may have, without its end.
const LONGEST: usize = 75;

/// The lines of a calendar, one after the other.
#[derive(Debug, Default)]
pub(super) struct Lines {
    text: String,
}

impl Lines {
    /// Adds a property whose value needs no escaping.
    pub(super) fn add(&mut self, name: &str, value: &str) {
        // What cannot stand in a line cannot begin another one either.
        let value: String = value.chars().filter(|c| !c.is_control()).collect();
        fold_into(&mut self.text, &format!("{name}:{value}"));
    }

    /// Adds a property whose value is a text.
    pub(super) fn add_text(&mut self, name: &str, language: Option<&str>, text: &str) {
        let language = language.map(|tag| format!(";LANGUAGE={tag}")).unwrap_or_default();
        fold_into(&mut self.text, &format!("{name}{language}:{}", escaped(text)));
    }

    pub(super) fn finish(self) -> String {
        self.text
    }
}

/// Appends a line, with a blank at the beginning of each of its parts but the first. No character is
/// parted.
fn fold_into(text: &mut String, line: &str) {
    let mut length = 0;
    for character in line.chars() {
        if length + character.len_utf8() > LONGEST {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(character);
        length += character.len_utf8();
    }
    text.push_str("\r\n");
}

/// A text as the value of a property. Of control characters only the end of a line can be written.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push(' '),
            character if character.is_control() => {}
            character => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn unfolded(text: &str) -> String {
        text.replace("\r\n ", "")
    }

    fn unescaped(text: &str) -> String {
        let mut plain = String::new();
        let mut characters = text.chars();
        while let Some(character) = characters.next() {
            match character {
                '\\' => match characters.next() {
                    Some('n') => plain.push('\n'),
                    other => plain.extend(other),
                },
                character => plain.push(character),
            }
        }
        plain
    }

    #[test]
    fn a_long_line_goes_on_behind_a_blank() {
        let mut text = String::new();
        fold_into(&mut text, &"é".repeat(80));
        let lines: Vec<&str> = text.split_terminator("\r\n").collect();
        assert_eq!(lines.iter().map(|line| line.len()).collect::<Vec<_>>(), [74, 75, 13]);
        assert!(lines[1].starts_with(' '));
    }

    #[test]
    fn signs_that_mean_something_are_escaped() {
        assert_eq!(escaped("a,b;c\\d\r\ne\u{7}"), "a\\,b\\;c\\\\d\\ne");
    }

    proptest! {
        #[test]
        fn what_is_folded_can_be_unfolded(line in "\\PC*") {
            let mut text = String::new();
            fold_into(&mut text, &line);
            prop_assert!(text.split("\r\n").all(|line| line.len() <= LONGEST));
            prop_assert_eq!(unfolded(&text), format!("{line}\r\n"));
        }

        #[test]
        fn what_is_escaped_can_be_read(text in "(\\PC|\n)*") {
            let escaped = escaped(&text);
            prop_assert!(!escaped.contains('\n'));
            prop_assert_eq!(unescaped(&escaped), text);
        }
    }
}
