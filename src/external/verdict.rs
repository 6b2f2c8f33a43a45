//! What became of a visit.

use std::fmt;

/// What is known of an address elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It leads somewhere.
    Alive,
    /// It has moved for good, to this address.
    Moved(String),
    /// It leads nowhere, for this reason.
    Broken(Reason),
    /// Nobody can say, for this reason: the server does not let programs in, or did not answer.
    Unverified(Reason),
}

/// Why an address is not known to be well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    words: &'static str,
    /// What a server answered; nothing, if none did.
    status: Option<u16>,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words)?;
        match self.status {
            Some(status) => write!(f, " ({status})"),
            None => Ok(()),
        }
    }
}

impl Verdict {
    /// The verdict of an answer's status; none for a redirect.
    pub(super) fn of_status(status: u16) -> Self {
        let because = |words| Reason { words, status: Some(status) };
        let broken = |words| Self::Broken(because(words));
        let unverified = |words| Self::Unverified(because(words));
        match status {
            200..=299 => Self::Alive,
            404 => broken("the server says that there is no such page"),
            410 => broken("the server says that the page is gone for good"),
            401 | 407 => unverified("it asks for a password"),
            403 => unverified("the server does not let programs look at it"),
            429 => unverified("the server has been asked too often"),
            451 => unverified("it may not be shown here for legal reasons"),
            400..=499 => broken("the server refuses to answer"),
            500..=599 => unverified("the server has trouble of its own"),
            _ => unverified("the server answers what nobody can understand"),
        }
    }

    /// It leads nowhere, as far as one can say without an answer.
    pub(super) fn broken(words: &'static str) -> Self {
        Self::Broken(Reason { words, status: None })
    }

    /// There was no answer.
    pub(super) fn unanswered(words: &'static str) -> Self {
        Self::Unverified(Reason { words, status: None })
    }

    /// Whether a server answered at all.
    #[must_use]
    pub fn is_answer(&self) -> bool {
        match self {
            Self::Alive | Self::Moved(_) => true,
            Self::Broken(reason) | Self::Unverified(reason) => reason.status.is_some(),
        }
    }

    /// Whether asking again soon may give another answer.
    pub(super) fn is_passing(status: u16) -> bool {
        status == 429 || (500..=599).contains(&status)
    }
}
