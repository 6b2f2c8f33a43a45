//! The words that a relationship's file may use.

use crate::programme::vocabulary::vocabulary;

vocabulary! {
    /// What a relationship is.
    #[derive(Default)]
    RelationshipKind {
        /// Sister cities, twin towns, jumelage.
        #[default]
        Sister = "sister",
        /// Less formal, often a first stage.
        Friendship = "friendship",
        /// Between counties.
        County = "county",
        /// Between states or provinces.
        State = "state",
        /// A partnership by contract.
        Partner = "partner",
        /// Limited in time and theme.
        Project = "project",
        /// Without formality.
        Contact = "contact",
        /// Between more than two.
        Ring = "ring",
        /// Of the past, and kept in honour.
        Historical = "historical",
    }

    /// How a relationship stands, in the order of the directory.
    Status {
        /// Agreed, and something happens.
        Active = "active",
        /// Both want it, circumstances stop it.
        Paused = "paused",
        /// A side stopped it by a decision.
        Suspended = "suspended",
        /// Begun, without an agreement yet.
        Developing = "developing",
        /// Asked for, nothing voted.
        Proposed = "proposed",
        /// Agreed, and nothing happens.
        Inactive = "inactive",
        /// Ended and still honoured; the partner is free for others.
        Emeritus = "emeritus",
        /// Terminated, expired or dissolved.
        Ended = "ended",
        /// Proposed and refused.
        Declined = "declined",
    }
}

impl Status {
    /// Whether there is no relationship any more, or never was one.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, Self::Emeritus | Self::Ended | Self::Declined)
    }
}
