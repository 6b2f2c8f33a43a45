//! Those who keep a relationship alive.

mod front_matter;
mod view;

use super::collection::Id;
use super::vocabulary::vocabulary;
use super::{Contact, Document, Organization};
use crate::values::date::Day;
use crate::values::{Date, Duration, Slug, SourcePath, Time, Words};

pub(super) use front_matter::{CommitteeFrontMatter, CommitteeWords};
pub use view::{CommitteeCard, CommitteeView, MeetingView, MeetingsView, MemberView, SeatView};

vocabulary! {
    /// What a committee is.
    #[derive(Default)]
    #[expect(missing_docs, reason = "the names say all there is to say")]
    CommitteeType {
        #[default]
        Committee = "committee",
        Commission = "commission",
        Board = "board",
        Association = "association",
        Council = "council",
    }
}

/// Those who keep a relationship alive.
#[derive(Debug)]
pub struct Committee {
    /// The name of its file.
    pub id: Slug,
    /// Its file.
    pub file: SourcePath,
    /// What it is called.
    pub name: Words,
    /// What it is called for short.
    pub short: Option<Words>,
    /// What it is.
    pub r#type: CommitteeType,
    /// The body it belongs to.
    pub organization: Option<Id<Organization>>,
    /// Who appoints its members.
    pub appointed_by: Option<Words>,
    /// Since when it exists.
    pub established: Option<Date>,
    /// When it ceased to.
    pub dissolved: Option<Date>,
    /// What it is for.
    pub mandate: Option<Words>,
    /// The documents that set it up.
    pub enabling: Vec<Id<Document>>,
    /// The roles in it, in the order in which they are listed.
    pub seats: Vec<Seat>,
    /// How long somebody is appointed or elected for.
    pub term: Option<Duration>,
    /// Who is in it, and which seats are said to be vacant.
    pub members: Vec<Member>,
    /// When and where it meets.
    pub meetings: Meetings,
    /// How to become a member.
    pub join: Option<Words>,
    /// Whether anybody may join.
    pub open_to_all: bool,
    /// Whom to ask about it.
    pub contacts: Vec<Id<Contact>>,
    /// One or two sentences.
    pub summary: Option<Words>,
}

/// A role in a committee.
#[derive(Debug, Clone)]
pub struct Seat {
    /// What it is called.
    pub role: Words,
    /// How many seats there are, where that is laid down.
    pub count: Option<u32>,
    /// What whoever has it does.
    pub description: Option<Words>,
    /// Who appoints or elects them.
    pub appointed_by: Option<Words>,
    /// What is asked of them.
    pub requirement: Option<Words>,
    /// Whether it is a role of honour.
    pub honorary: bool,
    /// Whether it comes with an office.
    pub ex_officio: bool,
}

/// A seat in a committee for a term.
#[derive(Debug, Clone)]
pub struct Member {
    /// Who has it; nobody, if it is vacant.
    pub name: Option<String>,
    /// What the person is in the committee.
    pub role: Option<Words>,
    /// The seat: its place in the committee's list of them.
    pub seat: Option<usize>,
    /// The beginning of the term.
    pub from: Option<Date>,
    /// Its end.
    pub to: Option<Date>,
    /// Whether it is a membership of honour.
    pub honorary: bool,
    /// Whether it comes with another office.
    pub ex_officio: bool,
    /// Whether the person only stands in for others.
    pub alternate: bool,
}

/// When and where a committee meets.
#[derive(Debug, Clone, Default)]
pub struct Meetings {
    /// The rule by which it meets.
    pub rule: Option<Words>,
    /// Where.
    pub place: Option<Words>,
    /// Whether anybody may attend, where that is known.
    pub open: Option<bool>,
    /// The meetings that are known, the earliest first.
    pub list: Vec<Meeting>,
}

/// A meeting of a committee.
#[derive(Debug, Clone)]
pub struct Meeting {
    /// Its day.
    pub date: Date,
    /// Its time of day.
    pub time: Option<Time>,
    /// Where it is, if not where the committee meets otherwise.
    pub place: Option<Words>,
    /// Its agenda.
    pub agenda: Option<Id<Document>>,
    /// Its minutes.
    pub minutes: Option<Id<Document>>,
    /// Whether it does not take place.
    pub cancelled: bool,
}

impl Member {
    /// Whether the term is over.
    #[must_use]
    pub fn is_former(&self, today: Day) -> bool {
        self.to.as_ref().is_some_and(|to| to.is_past(today))
    }

    /// Whether the term has begun and is not over.
    #[must_use]
    pub fn is_current(&self, today: Day) -> bool {
        let begun = !self.from.as_ref().is_some_and(|from| from.is_future(today));
        begun && !self.is_former(today)
    }

    /// Whether a seat is taken: by somebody, today, and not in another's place.
    fn takes_a_seat(&self, today: Day) -> bool {
        self.name.is_some() && !self.alternate && self.is_current(today)
    }
}

impl Committee {
    /// Whether it is no more.
    #[must_use]
    pub fn is_dissolved(&self, today: Day) -> bool {
        self.dissolved.as_ref().is_some_and(|date| date.is_past(today))
    }

    /// How many seats of a role nobody has: those that there are, less those that are taken; where
    /// it is not laid down how many there are, those that are said to be vacant. No role at all
    /// stands for the members who have none of the seats.
    #[must_use]
    pub fn vacancies(&self, seat: Option<usize>, today: Day) -> u32 {
        if self.is_dissolved(today) {
            return 0;
        }
        let count = |counts: &dyn Fn(&Member) -> bool| {
            let members = self.members.iter().filter(|member| member.seat == seat);
            u32::try_from(members.filter(|member| counts(member)).count()).unwrap_or(u32::MAX)
        };
        let said = count(&|member| member.name.is_none() && !member.is_former(today));
        let seats = seat.and_then(|seat| self.seats[seat].count);
        seats
            .map_or(said, |seats| seats.saturating_sub(count(&|member| member.takes_a_seat(today))))
    }

    /// How many seats nobody has.
    #[must_use]
    pub fn all_vacancies(&self, today: Day) -> u32 {
        let seats = (0..self.seats.len()).map(Some).chain([None]);
        seats.map(|seat| self.vacancies(seat, today)).sum()
    }
}
