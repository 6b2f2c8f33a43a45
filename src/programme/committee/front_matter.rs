//! What a committee's file says, and how that becomes a committee.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::{Committee, CommitteeType, Meeting, Meetings, Member, Seat};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::programme::collection::Key;
use crate::programme::front_matter::front_matter;
use crate::programme::record::Record;
use crate::programme::resolver::Resolver;
use crate::programme::{Contact, Document, Organization};
use crate::values::{Date, Duration, OneOrMany, Text, Time, Words};

front_matter! {
    /// What a committee's file says.
    pub(in crate::programme) struct CommitteeFrontMatter {
        /// What the committee is called.
        #[schemars(extend("needed" = true))]
        name: Option<Words>,
        /// What it is called for short: `the Committee`.
        short: Option<Words>,
        /// What it is: a committee, a commission, a board, an association or a council.
        r#type: Option<CommitteeType>,
        /// The id of the organization it belongs to.
        organization: Option<Key<Organization>>,
        /// Who appoints its members: `the City Manager`.
        appointed_by: Option<Words>,
        /// Since when it exists.
        established: Option<Date>,
        /// When it ceased to exist.
        dissolved: Option<Date>,
        /// What it is for.
        mandate: Option<Words>,
        /// The ids of the documents that set it up.
        enabling: OneOrMany<Key<Document>>,
        /// The roles in it, in the order in which they are to be listed.
        seats: Vec<SeatFile>,
        /// How long somebody is appointed or elected for: `3 years`.
        term: Option<Duration>,
        /// Who is in it, and who was.
        members: Vec<MemberFile>,
        /// When and where it meets.
        meetings: Option<MeetingsFile>,
        /// How to become a member.
        join: Option<Words>,
        /// `true` where anybody may join.
        open_to_all: bool,
        /// Whom to ask about it: ids of contacts.
        contact: OneOrMany<Key<Contact>>,
        /// One or two sentences.
        summary: Option<Words>,
    }
}

/// What a translation of a committee's file says.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::programme) struct CommitteeWords {
    /// What the committee is called.
    name: Option<Text>,
    /// What it is called for short.
    short: Option<Text>,
    /// Who appoints its members.
    appointed_by: Option<Text>,
    /// What it is for.
    mandate: Option<Text>,
    /// How to become a member.
    join: Option<Text>,
    /// One or two sentences.
    summary: Option<Text>,
}

/// A role in a committee.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct SeatFile {
    /// What the role is called: `Liaison`.
    #[schemars(extend("needed" = true))]
    role: Option<Words>,
    /// How many seats there are; left out where that is not laid down.
    count: Option<u32>,
    /// What whoever has it does.
    description: Option<Words>,
    /// Who appoints or elects them: `the members`.
    appointed_by: Option<Words>,
    /// What is asked of them: `lives in the city`.
    requirement: Option<Words>,
    /// `true` for a role of honour.
    honorary: bool,
    /// `true` where the role comes with an office.
    ex_officio: bool,
}

/// A member of a committee.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(extend("anyOf" = [
    { "required": ["name"] },
    { "required": ["vacant"], "properties": { "vacant": { "const": true } } },
]))]
struct MemberFile {
    /// The person's name.
    name: Option<Text>,
    /// `true`, in place of a name, for a seat that nobody has.
    vacant: bool,
    /// What the person is in the committee: `Chair`.
    role: Option<Words>,
    /// The role of `seats` whose seat it is, where `role` does not say it: `Member`.
    seat: Option<Text>,
    /// The beginning of the term.
    from: Option<Date>,
    /// The end of the term.
    to: Option<Date>,
    /// `true` for a member of honour.
    honorary: bool,
    /// `true` for who is a member by another office.
    ex_officio: bool,
    /// `true` for who stands in for others; takes no seat.
    alternate: bool,
}

/// When and where a committee meets.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct MeetingsFile {
    /// The rule: `the first Tuesday of the month at 6 p.m.`
    rule: Option<Words>,
    /// Where: `City Hall, room 2`.
    place: Option<Words>,
    /// Whether anybody may attend.
    open: Option<bool>,
    /// Meetings to come: days, or `{ date: 2026-12-01, time: "18:00", agenda: … }`. Once the day is
    /// over they are listed among the past ones.
    next: OneOrMany<MeetingFile>,
    /// Meetings that were: `{ date: 2026-11-03, minutes: … }`.
    past: OneOrMany<MeetingFile>,
}

/// A meeting of a committee: a date, or its parts.
#[derive(Debug, Clone, Default)]
struct MeetingFile {
    fields: MeetingFields,
}

/// The parts of a meeting.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct MeetingFields {
    /// The day: `2026-12-01`.
    #[schemars(extend("needed" = true))]
    date: Option<Date>,
    /// The time of day: `"18:00"`.
    time: Option<Time>,
    /// Where, if not where the committee meets otherwise.
    place: Option<Words>,
    /// The id of the document that is its agenda.
    agenda: Option<Key<Document>>,
    /// The id of the document that is its minutes.
    minutes: Option<Key<Document>>,
    /// `true` where it does not, or did not, take place.
    cancelled: bool,
}

impl JsonSchema for MeetingFile {
    fn schema_name() -> Cow<'static, str> {
        "Meeting".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let date = generator.subschema_for::<Date>();
        let parts = generator.subschema_for::<MeetingFields>();
        json_schema!({ "anyOf": [date, parts] })
    }
}

impl<'de> Deserialize<'de> for MeetingFile {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct MeetingVisitor;
        impl<'de> serde::de::Visitor<'de> for MeetingVisitor {
            type Value = MeetingFile;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a day, or `{ date: 2026-12-01, time: \"18:00\" }`,")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<MeetingFile, E> {
                let date = Date::parse(text).map_err(|refusal| E::custom(refusal.to_wire()))?;
                Ok(MeetingFile { fields: MeetingFields { date: Some(date), ..Default::default() } })
            }

            // A bare year is a number.
            fn visit_u64<E: serde::de::Error>(self, year: u64) -> Result<MeetingFile, E> {
                self.visit_str(&year.to_string())
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                map: A,
            ) -> Result<MeetingFile, A::Error> {
                let map = serde::de::value::MapAccessDeserializer::new(map);
                Ok(MeetingFile { fields: MeetingFields::deserialize(map)? })
            }
        }
        deserializer.deserialize_any(MeetingVisitor)
    }
}

impl Committee {
    pub(in crate::programme) fn resolve(
        record: Record<CommitteeFrontMatter, CommitteeWords>,
        resolver: &mut Resolver<'_>,
    ) -> Self {
        let name =
            resolver.require(record.front.name.clone(), "name", "what the committee is called");
        let name = record.named(name, |words| words.name.as_ref());
        let short = record.translated(record.front.short.clone(), |words| words.short.as_ref());
        let appointed_by = record
            .translated(record.front.appointed_by.clone(), |words| words.appointed_by.as_ref());
        let mandate =
            record.translated(record.front.mandate.clone(), |words| words.mandate.as_ref());
        let join = record.translated(record.front.join.clone(), |words| words.join.as_ref());
        let summary =
            record.translated(record.front.summary.clone(), |words| words.summary.as_ref());
        let front = record.front;
        let seats = resolve_seats(front.seats, resolver);
        Self {
            name,
            short,
            r#type: front.r#type.unwrap_or_default(),
            appointed_by,
            mandate,
            join,
            open_to_all: front.open_to_all,
            contacts: resolver.ids(&front.contact.0, "contact"),
            summary,
            members: resolve_members(front.members, &seats, resolver),
            seats,
            term: front.term,
            meetings: front.meetings.unwrap_or_default().resolve(resolver),
            organization: resolver.maybe(front.organization.as_ref(), "organization"),
            established: front.established,
            dissolved: front.dissolved,
            enabling: resolver.ids(&front.enabling.0, "enabling"),
            id: record.id,
            file: record.file,
        }
    }
}

fn resolve_seats(files: Vec<SeatFile>, resolver: &mut Resolver<'_>) -> Vec<Seat> {
    let files = files.into_iter().enumerate();
    files
        .map(|(index, file)| Seat {
            role: resolver
                .require(file.role, &format!("seats[{index}].role"), "Chair")
                .unwrap_or_default(),
            count: file.count,
            description: file.description,
            appointed_by: file.appointed_by,
            requirement: file.requirement,
            honorary: file.honorary,
            ex_officio: file.ex_officio,
        })
        .collect()
}

fn resolve_members(
    files: Vec<MemberFile>,
    seats: &[Seat],
    resolver: &mut Resolver<'_>,
) -> Vec<Member> {
    let files = files.into_iter().enumerate();
    files
        .map(|(index, file)| {
            let name = match file.vacant {
                true => None,
                false => resolver.require(
                    file.name,
                    &format!("members[{index}].name"),
                    "A. Person` or `vacant: true",
                ),
            };
            let seat = match &file.seat {
                Some(written) => {
                    seat_of(written, seats, &format!("members[{index}].seat"), resolver)
                }
                None => file.role.as_ref().and_then(|role| {
                    seats.iter().position(|seat| {
                        role.texts().any(|text| seat.role.texts().any(|known| known == text))
                    })
                }),
            };
            Member {
                name: name.map(String::from),
                role: file.role,
                seat,
                from: file.from,
                to: file.to,
                honorary: file.honorary,
                ex_officio: file.ex_officio,
                alternate: file.alternate,
            }
        })
        .collect()
}

/// The seat of a role.
fn seat_of(
    written: &Text,
    seats: &[Seat],
    field: &str,
    resolver: &mut Resolver<'_>,
) -> Option<usize> {
    let written = written.as_str();
    let found = seats.iter().position(|seat| seat.role.texts().any(|role| role == written));
    if found.is_none() {
        let roles = || seats.iter().flat_map(|seat| seat.role.texts());
        let diagnostic = Diagnostic::new(
            Code::UnknownValue,
            format!("`{written}` is none of the seats of this committee"),
        );
        let known: Vec<String> = roles().map(|role| format!("`{role}`")).collect();
        let diagnostic = match nearest(written, roles()) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None if known.is_empty() => diagnostic.help("name the roles in `seats`, above"),
            None => diagnostic.help(format!("the seats are {}", known.join(", "))),
        };
        resolver.report(diagnostic, field);
    }
    found
}

impl MeetingsFile {
    fn resolve(self, resolver: &mut Resolver<'_>) -> Meetings {
        let mut list = Vec::new();
        for (name, files) in [("past", self.past), ("next", self.next)] {
            for (index, file) in files.0.into_iter().enumerate() {
                let field = format!("meetings.{name}[{index}]");
                let file = file.fields;
                let date = resolver.require(file.date, &format!("{field}.date"), "2026-12-01");
                let agenda = resolver.maybe(file.agenda.as_ref(), &format!("{field}.agenda"));
                let minutes = resolver.maybe(file.minutes.as_ref(), &format!("{field}.minutes"));
                let Some(date) = date else { continue };
                list.push(Meeting {
                    date,
                    time: file.time,
                    place: file.place,
                    agenda,
                    minutes,
                    cancelled: file.cancelled,
                });
            }
        }
        list.sort_by_cached_key(|meeting: &Meeting| (meeting.date.sort_key(), meeting.time));
        Meetings { rule: self.rule, place: self.place, open: self.open, list }
    }
}
