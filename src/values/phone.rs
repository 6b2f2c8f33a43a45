//! A telephone number.

use std::fmt;

use super::Refusal;

/// How many digits a number has at the least, and at the most.
const DIGITS: std::ops::RangeInclusive<usize> = 5..=15;

/// A telephone number, as written; words may follow it, such as an extension.
///
/// ```
/// use jumelage::values::Phone;
///
/// let phone = Phone::parse("+1 (617) 555-0100, ext. 7").unwrap();
/// assert_eq!(phone.href(), "tel:+16175550100;ext=7");
/// assert!(Phone::parse("by letter only").is_err());
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(String);

impl Phone {
    /// Reads a number.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let text = text.trim();
        let (number, _) = parts(text);
        let count = number.chars().filter(char::is_ascii_digit).count();
        let begins = text.starts_with(|c: char| c.is_ascii_digit() || c == '+' || c == '(');
        if begins && DIGITS.contains(&count) {
            return Ok(Self(text.to_owned()));
        }
        let refusal = Refusal::new("bad-phone", format!("`{text}` is not a telephone number"));
        Err(refusal.help("begin with the country's code, such as `+1 617 555 0100`"))
    }

    /// The value of a link that dials it.
    #[must_use]
    pub fn href(&self) -> String {
        let (number, extension) = parts(&self.0);
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let plus = if number.starts_with('+') { "+" } else { "" };
        let extension = match digits(extension) {
            digits if digits.is_empty() => digits,
            digits => format!(";ext={digits}"),
        };
        format!("tel:{plus}{}{extension}", digits(number))
    }
}

/// The number itself, and the words behind it.
fn parts(text: &str) -> (&str, &str) {
    let end = text.find(char::is_alphabetic).unwrap_or(text.len());
    text.split_at(end)
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.0)
    }
}

super::deserialize_by_parse!(Phone);
