//! A committee as data.

use super::form::{Clock, Edtf, Languages, Length, OwnAddress, Reference, always_said};
use super::provenance::UpkeepRecord;
use super::record;
use crate::programme::committee::{CommitteeType, Meeting, Meetings, Member, Seat};
use crate::programme::thing::Thing;
use crate::programme::{Committee, Id, Site};

record! {
    /// Those who keep a relationship alive.
    CommitteeRecord {
        /// Its id.
        #[schemars(extend("needed" = true))]
        id: Reference,
        /// Its page.
        #[schemars(extend("needed" = true))]
        page: OwnAddress,
        /// What it is called.
        #[schemars(extend("needed" = true))]
        name: Languages,
        /// What it is called for short.
        short: Option<Languages>,
        /// What it is.
        #[schemars(extend("needed" = true))]
        r#type: CommitteeType,
        /// The organization it belongs to: a record in `organizations.json`.
        organization: Option<Reference>,
        /// Who appoints its members.
        appointed_by: Option<Languages>,
        /// Since when it exists.
        established: Option<Edtf>,
        /// When it ceased to exist.
        dissolved: Option<Edtf>,
        /// What it is for.
        mandate: Option<Languages>,
        /// The documents that set it up: records in `documents.json`.
        enabling: Vec<Reference>,
        /// The roles in it, in the order in which they are listed.
        seats: Vec<SeatRecord>,
        /// How long somebody is appointed or elected for.
        term: Option<Length>,
        /// Who is in it, and who was.
        members: Vec<MemberRecord>,
        /// When and where it meets.
        meetings: Option<MeetingsRecord>,
        /// How to become a member.
        join: Option<Languages>,
        /// Whether anybody may join.
        open_to_all: bool,
        /// One or two sentences about it.
        summary: Option<Languages>,
        /// How the record is kept.
        #[serde(flatten)]
        upkeep: UpkeepRecord,
    }
}

record! {
    /// A role in a committee.
    SeatRecord {
        /// What the role is called.
        #[schemars(extend("needed" = true))]
        role: Languages,
        /// How many seats there are, where that is laid down.
        count: Option<u32>,
        /// What whoever has it does.
        description: Option<Languages>,
        /// Who appoints or elects them.
        appointed_by: Option<Languages>,
        /// What is asked of them.
        requirement: Option<Languages>,
        /// Whether it is a role of honour.
        honorary: bool,
        /// Whether the role comes with an office.
        ex_officio: bool,
    }
}

record! {
    /// A seat in a committee for a term.
    MemberRecord {
        /// Who has it.
        name: Option<String>,
        /// Whether nobody has it.
        vacant: bool,
        /// What the person is in the committee.
        role: Option<Languages>,
        /// The role among `seats` that it is, in the site's own language.
        seat: Option<String>,
        /// The beginning of the term.
        from: Option<Edtf>,
        /// Its end.
        to: Option<Edtf>,
        /// Whether it is a membership of honour.
        honorary: bool,
        /// Whether it comes with another office.
        ex_officio: bool,
        /// Whether the person only stands in for others.
        alternate: bool,
    }
}

record! {
    /// When and where a committee meets.
    MeetingsRecord {
        /// The rule.
        rule: Option<Languages>,
        /// Where.
        place: Option<Languages>,
        /// Whether anybody may attend, where that is known.
        open: Option<bool>,
        /// The meetings that are known, past and to come, the earliest first.
        list: Vec<MeetingRecord>,
    }
}

record! {
    /// A meeting of a committee.
    MeetingRecord {
        /// Its day.
        #[schemars(extend("needed" = true))]
        date: Edtf,
        /// Its time of day.
        time: Option<Clock>,
        /// Where, if not where the committee meets otherwise.
        place: Option<Languages>,
        /// Its agenda: a record in `documents.json`.
        agenda: Option<Reference>,
        /// Its minutes: a record in `documents.json`.
        minutes: Option<Reference>,
        /// Whether it does not, or did not, take place.
        cancelled: bool,
    }
}

always_said! { CommitteeType }

impl CommitteeRecord {
    /// A committee as data.
    #[must_use]
    pub fn new(committee: Id<Committee>, site: &Site) -> Self {
        let own = &site.language;
        let data = &site.committees[committee];
        let member = |member: &Member| MemberRecord::new(member, &data.seats, site);
        Self {
            id: Reference::of(&data.id),
            page: OwnAddress::of(&site.address(Thing::Committee(committee))),
            name: Languages::of(&data.name, own),
            short: Languages::maybe(data.short.as_ref(), own),
            r#type: data.r#type,
            organization: Reference::to_maybe(data.organization, &site.organizations),
            appointed_by: Languages::maybe(data.appointed_by.as_ref(), own),
            established: Edtf::known(data.established.as_ref()),
            dissolved: Edtf::known(data.dissolved.as_ref()),
            mandate: Languages::maybe(data.mandate.as_ref(), own),
            enabling: Reference::to_all(&data.enabling, &site.documents),
            seats: data.seats.iter().map(|seat| SeatRecord::new(seat, site)).collect(),
            term: Length::maybe(data.term.as_ref()),
            members: data.members.iter().map(member).collect(),
            meetings: MeetingsRecord::new(&data.meetings, site),
            join: Languages::maybe(data.join.as_ref(), own),
            open_to_all: data.open_to_all,
            summary: Languages::maybe(data.summary.as_ref(), own),
            upkeep: UpkeepRecord::of(&data.file, site),
        }
    }
}

impl SeatRecord {
    fn new(seat: &Seat, site: &Site) -> Self {
        let own = &site.language;
        Self {
            role: Languages::of(&seat.role, own),
            count: seat.count,
            description: Languages::maybe(seat.description.as_ref(), own),
            appointed_by: Languages::maybe(seat.appointed_by.as_ref(), own),
            requirement: Languages::maybe(seat.requirement.as_ref(), own),
            honorary: seat.honorary,
            ex_officio: seat.ex_officio,
        }
    }
}

impl MemberRecord {
    fn new(member: &Member, seats: &[Seat], site: &Site) -> Self {
        let own = &site.language;
        Self {
            name: member.name.clone(),
            vacant: member.name.is_none(),
            role: Languages::maybe(member.role.as_ref(), own),
            seat: member.seat.map(|seat| seats[seat].role.best(own, own).0.to_owned()),
            from: Edtf::known(member.from.as_ref()),
            to: Edtf::known(member.to.as_ref()),
            honorary: member.honorary,
            ex_officio: member.ex_officio,
            alternate: member.alternate,
        }
    }
}

impl MeetingsRecord {
    /// Nothing, if nothing is known.
    fn new(meetings: &Meetings, site: &Site) -> Option<Self> {
        let own = &site.language;
        let meeting = |meeting: &Meeting| MeetingRecord {
            date: Edtf::of(&meeting.date),
            time: Clock::maybe(meeting.time.as_ref()),
            place: Languages::maybe(meeting.place.as_ref(), own),
            agenda: Reference::to_maybe(meeting.agenda, &site.documents),
            minutes: Reference::to_maybe(meeting.minutes, &site.documents),
            cancelled: meeting.cancelled,
        };
        let record = Self {
            rule: Languages::maybe(meetings.rule.as_ref(), own),
            place: Languages::maybe(meetings.place.as_ref(), own),
            open: meetings.open,
            list: meetings.list.iter().map(meeting).collect(),
        };
        let says_something = record.rule.is_some()
            || record.place.is_some()
            || record.open.is_some()
            || !record.list.is_empty();
        says_something.then_some(record)
    }
}
