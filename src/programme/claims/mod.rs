//! What a text says of the facts: found when its file is decoded, where no other file is known,
//! and compared with the facts at each build.
//!
//! Only the plainest forms are understood, and only where it is certain of what they speak: an
//! editor who is told of a mistake that is none soon reads no remark any more. What is kept of a
//! text is small: what it says, of whom, and where.

mod count;
mod date;
mod find;
mod judge;
mod list;
mod name;
mod sentence;
mod standing;
mod token;
mod vocabulary;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::event::EventKind;
use crate::values::Date;

pub(super) use find::find;
pub(super) use judge::{Statements, judge};
pub(super) use vocabulary::Vocabulary;

use name::Names;

/// Something that a text says of the facts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(in crate::programme) struct Claim {
    /// The bytes of the file that say it.
    place: Range<usize>,
    what: What,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
enum What {
    /// How many there are.
    Count(Count),
    /// How a relationship stands.
    Standing(Said),
    /// When a relationship was established.
    Established { date: Date, of: Names },
    /// How many delegations went before.
    Before(Before),
    /// Cities one below the other.
    List(List),
}

/// A number of things of the programme as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Count {
    number: u64,
    /// Whether it is a word.
    in_words: bool,
    /// The words as they stand there.
    words: String,
    noun: Counted,
    /// Only those that stand so.
    standing: Option<Standing>,
    /// Only those since then.
    since: Option<Date>,
    /// Only those there, or with them.
    place: Option<String>,
    /// Only delegations of a kind.
    direction: Option<EventKind>,
    /// Who is said to have them: names, or the programme itself if there are none.
    subject: Vec<String>,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Counted {
    Cities,
    Relationships,
    Countries,
    Committees,
    Delegations,
}

/// How a relationship stands, as texts tell it apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Standing {
    /// Something happens.
    Active,
    /// Nothing does, whatever it is called.
    Inactive,
    /// It rests.
    Paused,
    /// It is over.
    Ended,
}

/// A sentence on how a relationship stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Said {
    standing: Standing,
    /// Since when.
    since: Option<Date>,
    /// Whether the sentence tells of the past only: "was ended in 2003".
    past: bool,
    /// The reasons it gives.
    causes: Vec<String>,
    of: Names,
}

/// "The three previous delegations".
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Before {
    number: u64,
    words: String,
    /// The dates that the text may be speaking of just then.
    dates: Vec<Date>,
    of: Names,
}

/// A list of cities.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct List {
    /// How its heading says that they stand.
    standing: Option<Standing>,
    /// Whether its dates say when relationships were established.
    is_of_relationships: bool,
    entries: Vec<Entry>,
}

/// A line of a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Entry {
    /// The name it begins with, and what may belong to it.
    name: String,
    date: Option<Date>,
    place: Range<usize>,
}
