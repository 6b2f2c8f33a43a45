//! What a template may see of a committee.

use schemars::JsonSchema;
use serde::Serialize;
use tera::Value;

use super::{Committee, Meeting, Member};
use crate::programme::city::links;
use crate::programme::collection::Id;
use crate::programme::contact::ContactView;
use crate::programme::division::{MOST, latest};
use crate::programme::document::DocumentView;
use crate::programme::event::{DurationView, EventCard};
use crate::programme::lens::{DateView, Lens, LinkView, TextView, TimeView};
use crate::programme::thing::Thing;

/// A committee in a list.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CommitteeCard {
    /// What it is called.
    pub name: TextView,
    /// Its address.
    pub url: String,
    /// `committee`, `commission` …
    pub r#type: &'static str,
    /// The body it belongs to.
    pub organization: Option<LinkView>,
    /// Since when it exists.
    pub established: Option<DateView>,
    /// When it ceased to.
    pub dissolved: Option<DateView>,
    /// How many cities' relationships it keeps alive.
    pub count: usize,
    /// Those cities; none, where there are too many for the page.
    #[schemars(with = "Vec<LinkView>")]
    pub cities: Vec<Value>,
    /// How many seats nobody has.
    pub vacancies: u32,
    /// One or two sentences, or its mandate.
    pub summary: Option<TextView>,
    /// Whether it is kept for the record only.
    pub archived: bool,
}

impl CommitteeCard {
    /// A committee without the cities whose relationships it keeps alive.
    #[must_use]
    pub fn in_brief(committee: Id<Committee>, lens: &Lens<'_>) -> Self {
        Self { cities: Vec::new(), ..Self::new(committee, lens) }
    }

    pub(in crate::programme) fn new(committee: Id<Committee>, lens: &Lens<'_>) -> Self {
        let data = &lens.site.committees[committee];
        let cities = lens.site.cities_of_committee(committee);
        Self {
            name: lens.words(&data.name),
            url: lens.url(Thing::Committee(committee)),
            r#type: data.r#type.as_str(),
            organization: data.organization.map(|id| lens.link(Thing::Organization(id))),
            established: data.established.as_ref().map(|date| lens.date(date)),
            dissolved: data.dissolved.as_ref().map(|date| lens.date(date)),
            count: cities.len(),
            cities: links(if cities.len() > MOST { &[] } else { cities }, lens),
            vacancies: data.all_vacancies(lens.site.today),
            summary: data.summary.as_ref().or(data.mandate.as_ref()).map(|words| lens.words(words)),
            archived: lens.site.is_archived(Thing::Committee(committee)),
        }
    }
}

/// A committee on its own page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CommitteeView {
    /// What lists show of it.
    #[schemars(with = "CommitteeCard")]
    pub card: Value,
    /// What it is called for short.
    pub short: Option<TextView>,
    /// Who appoints its members.
    pub appointed_by: Option<TextView>,
    /// What it is for.
    pub mandate: Option<TextView>,
    /// The documents that set it up.
    #[schemars(with = "Vec<DocumentView>")]
    pub enabling: Vec<Value>,
    /// How long somebody is appointed or elected for.
    pub term: Option<DurationView>,
    /// The roles in it, each with those who have it today.
    pub seats: Vec<SeatView>,
    /// Who is in it today without having one of those roles, and which seats are said to be vacant.
    pub members: Vec<MemberView>,
    /// Who was in it.
    pub former_members: Vec<MemberView>,
    /// When and where it meets.
    pub meetings: MeetingsView,
    /// How to become a member.
    pub join: Option<TextView>,
    /// Whether anybody may join.
    pub open_to_all: bool,
    /// Whom to ask about it.
    pub contacts: Vec<ContactView>,
    /// What it has done.
    #[schemars(with = "Vec<EventCard>")]
    pub events: Vec<Value>,
    /// How many earlier events are left out, where there are too many for one page.
    pub earlier_events: usize,
    /// Its papers.
    #[schemars(with = "Vec<DocumentView>")]
    pub documents: Vec<Value>,
    /// How many earlier papers are left out.
    pub earlier_documents: usize,
}

/// A role in a committee as a template sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SeatView {
    /// What it is called.
    pub role: TextView,
    /// How many seats there are, where that is laid down.
    pub count: Option<u32>,
    /// What whoever has it does.
    pub description: Option<TextView>,
    /// Who appoints or elects them.
    pub appointed_by: Option<TextView>,
    /// What is asked of them.
    pub requirement: Option<TextView>,
    /// Whether it is a role of honour.
    pub honorary: bool,
    /// Whether it comes with an office.
    pub ex_officio: bool,
    /// Who has it today.
    pub members: Vec<MemberView>,
    /// How many seats nobody has.
    pub vacancies: u32,
}

/// A seat in a committee as a template sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MemberView {
    /// Who has it; nothing, if it is vacant.
    pub name: Option<String>,
    /// What the person is in the committee; within a seat only if that says more.
    pub role: Option<TextView>,
    /// The beginning of the term.
    pub from: Option<DateView>,
    /// Its end.
    pub to: Option<DateView>,
    /// Whether it is a membership of honour.
    pub honorary: bool,
    /// Whether it comes with another office.
    pub ex_officio: bool,
    /// Whether the person only stands in for others.
    pub alternate: bool,
}

/// When and where a committee meets.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MeetingsView {
    /// The rule by which it meets.
    pub rule: Option<TextView>,
    /// Where.
    pub place: Option<TextView>,
    /// Whether anybody may attend, where that is known.
    pub open: Option<bool>,
    /// What is to come, the earliest first.
    pub next: Vec<MeetingView>,
    /// What was, the latest first.
    pub past: Vec<MeetingView>,
}

/// A meeting as a template sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MeetingView {
    /// Its day.
    pub date: DateView,
    /// Its time of day.
    pub time: Option<TimeView>,
    /// Where it is, if not where the committee meets otherwise.
    pub place: Option<TextView>,
    /// Its agenda.
    #[schemars(with = "Option<DocumentView>")]
    pub agenda: Option<Value>,
    /// Its minutes.
    #[schemars(with = "Option<DocumentView>")]
    pub minutes: Option<Value>,
    /// Whether it does not take place.
    pub cancelled: bool,
}

impl CommitteeView {
    /// What a template may see of a committee.
    #[must_use]
    pub fn new(committee: Id<Committee>, lens: &Lens<'_>) -> Self {
        let site = lens.site;
        let data = &site.committees[committee];
        let (former, current): (Vec<&Member>, Vec<&Member>) =
            data.members.iter().partition(|member| member.is_former(site.today));
        let views = |members: &[&Member]| {
            members.iter().map(|member| MemberView::new(member, lens)).collect::<Vec<_>>()
        };
        let without_seat: Vec<&Member> =
            current.iter().copied().filter(|member| member.seat.is_none()).collect();
        let events = site.events_of_committee(committee);
        let documents = site.documents_of_committee(committee);
        Self {
            card: lens.committee_card(committee),
            short: data.short.as_ref().map(|words| lens.words(words)),
            appointed_by: data.appointed_by.as_ref().map(|words| lens.words(words)),
            mandate: data.mandate.as_ref().map(|words| lens.words(words)),
            enabling: data.enabling.iter().map(|id| lens.document_card(*id)).collect(),
            term: data.term.map(DurationView::new),
            seats: seats(data, &current, lens),
            members: views(&without_seat),
            former_members: views(&former),
            meetings: MeetingsView::new(data, lens),
            join: data.join.as_ref().map(|words| lens.words(words)),
            open_to_all: data.open_to_all,
            contacts: ContactView::all(&data.contacts, lens),
            earlier_events: events.len() - latest(events).len(),
            events: latest(events).iter().map(|id| lens.event_card(*id)).collect(),
            earlier_documents: documents.len() - latest(documents).len(),
            documents: latest(documents).iter().map(|id| lens.document_card(*id)).collect(),
        }
    }
}

fn seats(committee: &Committee, current: &[&Member], lens: &Lens<'_>) -> Vec<SeatView> {
    let seats = committee.seats.iter().enumerate();
    seats
        .map(|(index, seat)| {
            let named = |member: &&&Member| member.seat == Some(index) && member.name.is_some();
            let member = |member: &&Member| {
                let says_more =
                    |role: &TextView| !seat.role.texts().any(|known| known == role.text);
                let view = MemberView::new(member, lens);
                MemberView { role: view.role.filter(says_more), ..view }
            };
            SeatView {
                role: lens.words(&seat.role),
                count: seat.count,
                description: seat.description.as_ref().map(|words| lens.words(words)),
                appointed_by: seat.appointed_by.as_ref().map(|words| lens.words(words)),
                requirement: seat.requirement.as_ref().map(|words| lens.words(words)),
                honorary: seat.honorary,
                ex_officio: seat.ex_officio,
                members: current.iter().filter(named).map(member).collect(),
                vacancies: committee.vacancies(Some(index), lens.site.today),
            }
        })
        .collect()
}

impl MemberView {
    fn new(member: &Member, lens: &Lens<'_>) -> Self {
        Self {
            name: member.name.clone(),
            role: member.role.as_ref().map(|role| lens.words(role)),
            from: member.from.as_ref().map(|date| lens.date(date)),
            to: member.to.as_ref().map(|date| lens.date(date)),
            honorary: member.honorary,
            ex_officio: member.ex_officio,
            alternate: member.alternate,
        }
    }
}

impl MeetingsView {
    fn new(committee: &Committee, lens: &Lens<'_>) -> Self {
        let today = lens.site.today;
        let meetings = &committee.meetings;
        let (past, next): (Vec<&Meeting>, Vec<&Meeting>) =
            meetings.list.iter().partition(|meeting| meeting.date.is_past(today));
        let next = next.into_iter().filter(|_| !committee.is_dissolved(today));
        Self {
            rule: meetings.rule.as_ref().map(|words| lens.words(words)),
            place: meetings.place.as_ref().map(|words| lens.words(words)),
            open: meetings.open,
            next: next.map(|meeting| MeetingView::new(meeting, lens)).collect(),
            past: past.into_iter().rev().map(|meeting| MeetingView::new(meeting, lens)).collect(),
        }
    }
}

impl MeetingView {
    fn new(meeting: &Meeting, lens: &Lens<'_>) -> Self {
        Self {
            date: lens.date(&meeting.date),
            time: meeting.time.map(TimeView::new),
            place: meeting.place.as_ref().map(|words| lens.words(words)),
            agenda: meeting.agenda.map(|id| lens.document_card(id)),
            minutes: meeting.minutes.map(|id| lens.document_card(id)),
            cancelled: meeting.cancelled,
        }
    }
}
