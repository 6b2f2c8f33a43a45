//! Dates in words, as precisely as they are known and no more.

use super::Lexicon;
use super::ink::Ink;
use super::pattern::{Pattern, Piece, Place};
use super::words::{Phrase, Span};
use crate::values::Date;
use crate::values::date::{Point, Shape, When};

/// A date as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownDate {
    /// In words.
    pub text: String,
    /// The same words as HTML, with `<time>` around what machines can read.
    pub html: String,
}

impl Lexicon {
    /// Says a date.
    #[must_use]
    pub fn date(&self, date: &Date) -> ShownDate {
        let words = &self.words;
        let mut ink = Ink::new();
        match date.shape() {
            Shape::Single(point) => self.point(&mut ink, None, *point),
            Shape::Since(point) => self.point(&mut ink, Some(&words.since), *point),
            Shape::Until(point) => self.point(&mut ink, Some(&words.until), *point),
            Shape::UnknownStart(point) => self.point(&mut ink, Some(&words.unknown_start), *point),
            Shape::UnknownEnd(point) => self.point(&mut ink, Some(&words.unknown_end), *point),
            Shape::Range(start, end) => self.range(&mut ink, *start, *end),
            Shape::OneOf(points) => self.one_of(&mut ink, points),
        }
        ink.into_shown()
    }

    /// Says a piece of the calendar: a year, a decade.
    #[must_use]
    pub fn say(&self, when: When) -> String {
        let mut ink = Ink::new();
        self.when(&mut ink, when);
        ink.into_shown().text
    }

    /// Says a date by itself, in the words around it and those of its signs.
    fn point(&self, ink: &mut Ink, around: Option<&Phrase>, point: Point) {
        let possibly = point.uncertain.then_some(&self.words.possibly);
        let about = point.approximate.then_some(&self.words.about);
        let phrases = [around, possibly, about];
        let phrases = || phrases.into_iter().flatten();
        if let (Some(phrase), 1) = (phrases().next(), phrases().count()) {
            return self.framed(ink, phrase, point.when);
        }
        // The special words for days and decades go with the date alone: "seit dem 11. Januar",
        // but "seit etwa 11. Januar".
        phrases().for_each(|phrase| ink.word(&phrase.any.before));
        self.when(ink, point.when);
        phrases().rev().for_each(|phrase| ink.word(&phrase.any.after));
    }

    fn framed(&self, ink: &mut Ink, phrase: &Phrase, when: When) {
        let special = match when {
            When::Day(_) => &phrase.day,
            When::Decade(_) => &phrase.decade,
            When::Century(_) => &phrase.century,
            When::Year(_) | When::Season(..) | When::Month(..) => &None,
        };
        let frame = special.as_ref().unwrap_or(&phrase.any);
        ink.word(&frame.before);
        match frame.place {
            Place::Date => self.when(ink, when),
            Place::Year => self.piece(ink, &Piece::Year, when),
            Place::Century => self.piece(ink, &Piece::Century, when),
        }
        ink.word(&frame.after);
    }

    fn range(&self, ink: &mut Ink, start: Point, end: Point) {
        let words = &self.words;
        if start == end {
            return self.point(ink, None, start);
        }
        if start.is_exact() && end.is_exact() {
            match (start.when, end.when) {
                (When::Day(a), When::Day(b)) if a.year() == b.year() && a.month() == b.month() => {
                    return self.span(ink, &words.days_in_month, start.when, end.when);
                }
                (When::Day(a), When::Day(b)) if a.year() == b.year() => {
                    return self.span(ink, &words.days_in_year, start.when, end.when);
                }
                (When::Month(a, _), When::Month(b, _)) if a == b => {
                    return self.span(ink, &words.months_in_year, start.when, end.when);
                }
                (When::Year(1..), When::Year(_)) => {
                    self.when(ink, start.when);
                    ink.word(&words.years);
                    return self.when(ink, end.when);
                }
                _ => {}
            }
        }
        self.point(ink, None, start);
        ink.word(&words.range);
        self.point(ink, None, end);
    }

    fn span(&self, ink: &mut Ink, span: &Span, start: When, end: When) {
        ink.time(start, |ink| self.pattern(ink, &span.start, start));
        ink.word(&span.between);
        ink.time(end, |ink| self.pattern(ink, &span.end, end));
    }

    fn one_of(&self, ink: &mut Ink, points: &[Point]) {
        for (index, point) in points.iter().enumerate() {
            let mut shown = Ink::new();
            self.point(&mut shown, None, *point);
            let shown = shown.into_shown();
            if index + 1 == points.len() {
                ink.word(self.words.or.before(&shown.text));
            } else if index > 0 {
                ink.word(&self.words.comma);
            }
            ink.shown(&shown);
        }
    }

    /// Says a piece of the calendar by itself.
    fn when(&self, ink: &mut Ink, when: When) {
        let words = &self.words;
        ink.time(when, |ink| match when {
            When::Century(_) => self.pattern(ink, &words.century, when),
            When::Decade(_) => self.pattern(ink, &words.decade, when),
            When::Year(_) => self.piece(ink, &Piece::Year, when),
            When::Season(..) => self.pattern(ink, &words.season, when),
            When::Month(..) => self.pattern(ink, &words.month, when),
            When::Day(_) => self.pattern(ink, &words.day, when),
        });
    }

    fn pattern(&self, ink: &mut Ink, pattern: &Pattern, when: When) {
        for piece in pattern.pieces() {
            self.piece(ink, piece, when);
        }
    }

    /// Says a part of a date. A part that the date does not have is not said.
    fn piece(&self, ink: &mut Ink, piece: &Piece, when: When) {
        let words = &self.words;
        match (piece, when) {
            (Piece::Text(text), _) => ink.word(text),
            (Piece::Day, When::Day(day)) => match &words.first_day {
                Some(first) if day.day() == 1 => ink.word(first),
                _ => ink.number(day.day().into()),
            },
            (Piece::Month, When::Month(_, month)) => {
                ink.word(&words.months[usize::from(month) - 1]);
            }
            (Piece::Month, When::Day(day)) => {
                let months = words.months_with_day.as_ref().unwrap_or(&words.months);
                ink.word(&months[usize::from(day.month()) - 1]);
            }
            (Piece::Season, When::Season(_, season)) => ink.word(&words.seasons[season as usize]),
            (Piece::Year, _) => self.year(ink, when.earliest().year()),
            (Piece::Century, _) => {
                let century = when.earliest().year() / 100;
                match usize::try_from(century).ok().and_then(|index| words.centuries.get(index)) {
                    Some(ordinal) => ink.word(ordinal),
                    None => ink.number(century + 1),
                }
            }
            (Piece::Day | Piece::Month | Piece::Season, _) => {}
        }
    }

    fn year(&self, ink: &mut Ink, year: i32) {
        if year >= 1 {
            return ink.number(year);
        }
        ink.word(&self.words.before_christ.before);
        // There is no year 0 in words: the year before 1 AD is 1 BC.
        ink.number(1 - year);
        ink.word(&self.words.before_christ.after);
    }
}
