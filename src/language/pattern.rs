//! Words with places for the parts of a date, split once when they are read.

use crate::values::{Refusal, deserialize_by_parse};

/// How a date is put together: `{month} {day}, {year}`.
#[derive(Debug, Clone)]
pub(super) struct Pattern(Vec<Piece>);

/// A piece of a pattern.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece {
    Text(String),
    Day,
    Month,
    Season,
    Year,
    Century,
}

impl Pattern {
    /// Splits a pattern.
    fn parse(text: &str) -> Result<Self, Refusal> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, name, after)) = next_place(rest)? {
            if !before.is_empty() {
                pieces.push(Piece::Text(before.to_owned()));
            }
            pieces.push(match name {
                "day" => Piece::Day,
                "month" => Piece::Month,
                "season" => Piece::Season,
                "year" => Piece::Year,
                "century" => Piece::Century,
                _ => {
                    let known = "`{day}`, `{month}`, `{season}`, `{year}` or `{century}`";
                    return Err(unknown_place(name, known));
                }
            });
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Text(rest.to_owned()));
        }
        Ok(Self(pieces))
    }

    /// The pieces in their order.
    pub(super) fn pieces(&self) -> &[Piece] {
        &self.0
    }
}

/// Words around one thing: `since {date}`.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    pub(super) before: String,
    pub(super) place: Place,
    pub(super) after: String,
}

/// What a frame is around.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// The date as it is shown by itself.
    Date,
    /// Its year only.
    Year,
    /// The ordinal of its century only.
    Century,
}

impl Frame {
    /// Splits a frame.
    fn parse(text: &str) -> Result<Self, Refusal> {
        let known = "`{date}`, `{year}` or `{century}`";
        let Some((before, name, after)) = next_place(text)? else {
            return Err(Refusal::new("unknown-value", format!("`{text}` has no place for a date"))
                .help(format!("write {known} where it goes")));
        };
        let place = match name {
            "date" => Place::Date,
            "year" => Place::Year,
            "century" => Place::Century,
            _ => return Err(unknown_place(name, known)),
        };
        Ok(Self { before: before.to_owned(), place, after: after.to_owned() })
    }
}

/// The text before the next place, the place's name, and the text after it.
fn next_place(text: &str) -> Result<Option<(&str, &str, &str)>, Refusal> {
    let Some((before, rest)) = text.split_once('{') else { return Ok(None) };
    let Some((name, after)) = rest.split_once('}') else {
        return Err(Refusal::new("unknown-value", format!("`{text}` has a `{{` without a `}}`")));
    };
    Ok(Some((before, name, after)))
}

fn unknown_place(name: &str, known: &str) -> Refusal {
    Refusal::new("unknown-value", format!("`{{{name}}}` is no part of a date"))
        .help(format!("write {known}"))
}

deserialize_by_parse!(Pattern);
deserialize_by_parse!(Frame);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_split_at_its_places() {
        let pattern = Pattern::parse("{day}. {month}").unwrap();
        assert_eq!(pattern.pieces(), [Piece::Day, Piece::Text(". ".to_owned()), Piece::Month]);
        let frame = Frame::parse("seit den {year}er Jahren").unwrap();
        assert_eq!(
            (&*frame.before, frame.place, &*frame.after),
            ("seit den ", Place::Year, "er Jahren")
        );
    }

    #[test]
    fn wrong_places_are_refused() {
        assert_eq!(Pattern::parse("{date}").unwrap_err().message, "`{date}` is no part of a date");
        assert!(Pattern::parse("{day").is_err());
        assert!(Frame::parse("since").is_err());
    }
}
