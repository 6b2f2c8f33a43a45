//! Why a value was refused: what is wrong, and what to write instead.

use std::ops::Range;

/// The reason a text is not a value of some type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The diagnostic code's name, such as `bad-date`.
    pub code: &'static str,
    /// What is wrong: lower case, no full stop, the author's words in backticks.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// The bytes of the text that are wrong, when it is not all of them.
    pub span: Option<Range<usize>>,
}

impl Refusal {
    /// Refuses a text for a reason.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), help: None, span: None }
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Narrows the refusal to a part of the text.
    #[must_use]
    pub fn span(mut self, span: Range<usize>) -> Self {
        self.span = Some(span);
        self
    }

    /// Packs the refusal into one line, to travel through an error that holds only text.
    ///
    /// The fields are parted by U+001F, which no source file may contain.
    #[must_use]
    pub fn to_wire(&self) -> String {
        let (start, end) = self.span.as_ref().map_or((0, 0), |span| (span.start, span.end));
        let help = self.help.as_deref().unwrap_or_default();
        format!("\u{1f}{}\u{1f}{}\u{1f}{help}\u{1f}{start}\u{1f}{end}", self.code, self.message)
    }

    /// Unpacks what [`Refusal::to_wire`] packed; the code's name is returned as text.
    #[must_use]
    pub fn from_wire(wire: &str) -> Option<WireRefusal<'_>> {
        let mut fields = wire.strip_prefix('\u{1f}')?.split('\u{1f}');
        let code = fields.next()?;
        let message = fields.next()?;
        let help = Some(fields.next()?).filter(|help| !help.is_empty());
        let start: usize = fields.next()?.parse().ok()?;
        // `serde_yaml` may append a position to a custom error's text.
        let end = fields.next()?;
        let end: usize =
            end[..end.find(|c: char| !c.is_ascii_digit()).unwrap_or(end.len())].parse().ok()?;
        Some(WireRefusal { code, message, help, span: (end > start).then_some(start..end) })
    }
}

/// A refusal after its journey.
#[derive(Debug, PartialEq, Eq)]
pub struct WireRefusal<'a> {
    /// The diagnostic code's name.
    pub code: &'a str,
    /// What is wrong.
    pub message: &'a str,
    /// What to do about it.
    pub help: Option<&'a str>,
    /// The wrong bytes of the text, when it is not all of them.
    pub span: Option<Range<usize>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_survives_its_journey() {
        let refusal = Refusal::new("bad-date", "`x` is no date").help("write `1982-06`").span(2..5);
        let wire = refusal.to_wire();
        let arrived = Refusal::from_wire(&wire).expect("it was packed by to_wire");
        assert_eq!(arrived.code, "bad-date");
        assert_eq!(arrived.help, Some("write `1982-06`"));
        assert_eq!(arrived.span, Some(2..5));
        assert_eq!(Refusal::from_wire("an ordinary error"), None);
    }
}
