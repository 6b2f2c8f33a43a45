//! The words that an event's file may use.

use crate::programme::vocabulary::vocabulary;

vocabulary! {
    /// What kind of event it is.
    #[derive(Default)]
    EventKind {
        /// A delegation from here to there.
        DelegationOut = "delegation-out",
        /// A delegation from there to here.
        DelegationIn = "delegation-in",
        /// A visit that is no delegation.
        Visit = "visit",
        /// A training.
        Training = "training",
        /// An exchange of students, professionals, officials or artists.
        Exchange = "exchange",
        /// An order of a council.
        CouncilOrder = "council-order",
        /// A vote of a council.
        CouncilVote = "council-vote",
        /// Somebody is appointed.
        Appointment = "appointment",
        /// A report is given.
        Report = "report",
        /// An agreement is signed.
        Signing = "signing",
        /// Something begins.
        Launch = "launch",
        /// An anniversary is kept.
        Anniversary = "anniversary",
        /// Something is given.
        Gift = "gift",
        /// A project.
        Project = "project",
        /// Help in need.
        Relief = "relief",
        /// A disaster.
        Disaster = "disaster",
        /// A relationship rests.
        Pause = "pause",
        /// A relationship is taken up again.
        Resumption = "resumption",
        /// A meeting.
        Meeting = "meeting",
        /// A festival.
        Festival = "festival",
        /// Money is raised.
        Fundraiser = "fundraiser",
        /// Anything else.
        #[default]
        Other = "other",
    }

    /// What a partner organization did.
    PartnerRole {
        /// Paid for it.
        Funder = "funder",
        /// Received it.
        Host = "host",
        /// Arranged it.
        Organizer = "organizer",
        /// Provided what it needed.
        Supplier = "supplier",
        /// Had another part in it.
        Partner = "partner",
    }

    /// Whether an event took place.
    #[derive(Default)]
    EventStatus {
        /// It did, or is expected to.
        #[default]
        Held = "held",
        /// It is planned, and not certain.
        Planned = "planned",
        /// It did not.
        Cancelled = "cancelled",
        /// It will at another time.
        Postponed = "postponed",
    }

    /// How exact a number is.
    #[derive(Default)]
    Qualifier {
        /// As it stands.
        #[default]
        Exact = "exact",
        /// Roughly.
        About = "about",
        /// That many or more.
        AtLeast = "at-least",
        /// More.
        MoreThan = "more-than",
        /// Some dozens; nobody counted.
        Dozens = "dozens",
    }
}

impl EventKind {
    /// Whether it is done in a day, whatever is known of which: a vote, a signature.
    #[must_use]
    pub fn is_act(self) -> bool {
        use EventKind::{Appointment, CouncilOrder, CouncilVote, Launch, Report, Signing};
        matches!(self, CouncilOrder | CouncilVote | Appointment | Report | Signing | Launch)
    }

    /// Whether it is a delegation, in either direction.
    #[must_use]
    pub fn is_delegation(self) -> bool {
        matches!(self, Self::DelegationOut | Self::DelegationIn)
    }
}
