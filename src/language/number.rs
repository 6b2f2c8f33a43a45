//! Numbers in words and in digits.

use super::Lexicon;

impl Lexicon {
    /// A small number in words, "eighteen"; nothing where the language's table ends.
    #[must_use]
    pub fn number_in_words(&self, number: u64) -> Option<&str> {
        self.words.numbers.get(usize::try_from(number).ok()?).map(String::as_str)
    }

    /// A number in digits, grouped as the language does: "1,234".
    #[must_use]
    pub fn number(&self, number: u64) -> String {
        let digits = number.to_string();
        if number < self.words.thousands.from {
            return digits;
        }
        let mut grouped = String::with_capacity(digits.len() * 2);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push_str(&self.words.thousands.separator);
            }
            grouped.push(digit);
        }
        grouped
    }
}
