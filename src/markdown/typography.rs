//! Straight quotation marks into those of a language.

use memchr::memchr2_iter;

/// How far to look for the end of a quotation, in characters.
const LONGEST_QUOTATION: usize = 300;

/// The quotation marks of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotes {
    /// What opens a quotation written with `"`, spaces included.
    pub open: String,
    /// What closes it.
    pub close: String,
    /// What opens a quotation written with `'`.
    pub open_single: String,
    /// What closes it.
    pub close_single: String,
}

impl Default for Quotes {
    /// English.
    fn default() -> Self {
        Self {
            open: "“".to_owned(),
            close: "”".to_owned(),
            open_single: "‘".to_owned(),
            close_single: "’".to_owned(),
        }
    }
}

impl Quotes {
    /// Sets the quotation marks of a text that follows the character `before`; a `'` between
    /// letters is an apostrophe. Returns the text's last character.
    pub(super) fn set(&self, text: &str, before: char, out: &mut String) -> char {
        let last = |text: &str| text.chars().next_back().unwrap_or(before);
        let mut quoted = false;
        let mut written = 0;
        for at in memchr2_iter(b'"', b'\'', text.as_bytes()) {
            out.push_str(&text[written..at]);
            written = at + 1;
            let mark = &text[at..written];
            let (before, rest) = (last(&text[..at]), &text[written..]);
            let opens = before.is_whitespace() || "([{—–-/“‘«„".contains(before);
            let before_word = rest.starts_with(char::is_alphanumeric);
            match mark {
                "\"" => out.push_str(if opens { &self.open } else { &self.close }),
                _ if opens && before_word && closes_later(rest) => {
                    out.push_str(&self.open_single);
                    quoted = true;
                }
                _ if quoted && !before_word => {
                    out.push_str(&self.close_single);
                    quoted = false;
                }
                _ => out.push('’'),
            }
        }
        out.push_str(&text[written..]);
        last(text)
    }
}

/// Whether another `'` follows that could close a quotation, so that this one opens it and is not
/// the apostrophe of `'90s`.
fn closes_later(rest: &str) -> bool {
    let mut before = ' ';
    let mut rest = rest.chars().peekable();
    for _ in 0..LONGEST_QUOTATION {
        let Some(c) = rest.next() else { break };
        let ends_word = rest.peek().is_none_or(|next| !next.is_alphanumeric());
        if c == '\'' && !before.is_whitespace() && ends_word {
            return true;
        }
        before = c;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(quotes: &Quotes, text: &str) -> String {
        let mut out = String::new();
        quotes.set(text, ' ', &mut out);
        out
    }

    #[test]
    fn quotation_marks_are_those_of_the_language() {
        let english = Quotes::default();
        assert_eq!(
            set(&english, r#"the "Friends' Tea" isn't over"#),
            "the “Friends’ Tea” isn’t over"
        );
        assert_eq!(set(&english, "in the '90s"), "in the ’90s");
        assert_eq!(
            set(&english, "'Welcome' they said (\"aloud\")"),
            "‘Welcome’ they said (“aloud”)"
        );
        let german = Quotes {
            open: "„".into(),
            close: "“".into(),
            open_single: "‚".into(),
            close_single: "‘".into(),
        };
        assert_eq!(set(&german, r#"Das "Fest" war's, 'ja'"#), "Das „Fest“ war’s, ‚ja‘");
    }
}
