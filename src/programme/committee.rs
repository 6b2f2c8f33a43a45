//! A committee: what its file says, what it is, what a template may see of it.

use serde::{Deserialize, Serialize};
use tera::Value;

use super::collection::{Id, Key};
use super::document::Document;
use super::front_matter::front_matter;
use super::lens::{DateView, Lens, LinkView, TextView};
use super::organization::Organization;
use super::record::Record;
use super::resolver::{Resolver, Thing};
use crate::values::{Date, OneOrMany, Slug, SourcePath, Text, Words};

front_matter! {
    /// What a committee's file says.
    pub(super) struct CommitteeFrontMatter {
        name: Option<Words>,
        short: Option<Words>,
        organization: Option<Key<Organization>>,
        appointed_by: Option<Words>,
        established: Option<Date>,
        dissolved: Option<Date>,
        mandate: Option<Words>,
        enabling: OneOrMany<Key<Document>>,
        members: Vec<MemberFile>,
        summary: Option<Words>,
    }
}

/// What a translation of a committee's file says.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct CommitteeWords {
    name: Option<Text>,
    short: Option<Text>,
    appointed_by: Option<Text>,
    mandate: Option<Text>,
    summary: Option<Text>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct MemberFile {
    name: Option<Text>,
    vacant: bool,
    role: Option<Words>,
    from: Option<Date>,
    to: Option<Date>,
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
    /// Who is in it, and which seats are vacant.
    pub members: Vec<Member>,
    /// One or two sentences.
    pub summary: Option<Words>,
}

/// A seat in a committee for a term.
#[derive(Debug, Clone)]
pub struct Member {
    /// Who has it; nobody, if it is vacant.
    pub name: Option<String>,
    /// What the seat is for.
    pub role: Option<Words>,
    /// The beginning of the term.
    pub from: Option<Date>,
    /// Its end.
    pub to: Option<Date>,
}

impl Committee {
    pub(super) fn resolve(
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
        let summary =
            record.translated(record.front.summary.clone(), |words| words.summary.as_ref());
        let front = record.front;
        let members = front.members.into_iter().enumerate().map(|(index, member)| {
            let name = match member.vacant {
                true => None,
                false => resolver.require(
                    member.name,
                    &format!("members[{index}].name"),
                    "A. Person` or `vacant: true",
                ),
            };
            Member {
                name: name.map(String::from),
                role: member.role,
                from: member.from,
                to: member.to,
            }
        });
        Self {
            name,
            short,
            appointed_by,
            mandate,
            summary,
            members: members.collect(),
            organization: resolver.maybe(front.organization.as_ref(), "organization"),
            established: front.established,
            dissolved: front.dissolved,
            enabling: resolver.ids(&front.enabling.0, "enabling"),
            id: record.id,
            file: record.file,
        }
    }
}

/// A committee in a list.
#[derive(Debug, Serialize)]
pub struct CommitteeCard {
    /// What it is called.
    pub name: TextView,
    /// Its address.
    pub url: String,
    /// The body it belongs to.
    pub organization: Option<LinkView>,
    /// Since when it exists.
    pub established: Option<DateView>,
    /// When it ceased to.
    pub dissolved: Option<DateView>,
    /// The cities whose relationships it keeps alive.
    pub cities: Vec<Value>,
    /// One or two sentences, or its mandate.
    pub summary: Option<TextView>,
    /// Whether it is kept for the record only.
    pub archived: bool,
}

impl CommitteeCard {
    pub(super) fn new(committee: Id<Committee>, lens: &Lens<'_>) -> Self {
        let data = &lens.site.committees[committee];
        Self {
            name: lens.words(&data.name),
            url: lens.url(Thing::Committee(committee)),
            organization: data.organization.map(|id| lens.link(Thing::Organization(id))),
            established: data.established.as_ref().map(|date| lens.date(date)),
            dissolved: data.dissolved.as_ref().map(|date| lens.date(date)),
            cities: super::city::links(lens.site.cities_of_committee(committee), lens),
            summary: data.summary.as_ref().or(data.mandate.as_ref()).map(|words| lens.words(words)),
            archived: lens.site.is_archived(Thing::Committee(committee)),
        }
    }
}

/// A committee on its own page.
#[derive(Debug, Serialize)]
pub struct CommitteeView {
    /// What lists show of it.
    pub card: Value,
    /// What it is called for short.
    pub short: Option<TextView>,
    /// Who appoints its members.
    pub appointed_by: Option<TextView>,
    /// What it is for.
    pub mandate: Option<TextView>,
    /// The documents that set it up.
    pub enabling: Vec<Value>,
    /// Who is in it today, and which seats are vacant.
    pub members: Vec<MemberView>,
    /// Who was in it.
    pub former_members: Vec<MemberView>,
    /// What it has done.
    pub events: Vec<Value>,
    /// Its papers.
    pub documents: Vec<Value>,
}

/// A seat in a committee as a template sees it.
#[derive(Debug, Serialize)]
pub struct MemberView {
    /// Who has it; nothing, if it is vacant.
    pub name: Option<String>,
    /// What the seat is for.
    pub role: Option<TextView>,
    /// The beginning of the term.
    pub from: Option<DateView>,
    /// Its end.
    pub to: Option<DateView>,
}

impl CommitteeView {
    /// What a template may see of a committee.
    #[must_use]
    pub fn new(committee: Id<Committee>, lens: &Lens<'_>) -> Self {
        let site = lens.site;
        let data = &site.committees[committee];
        let is_former =
            |member: &&Member| member.to.as_ref().is_some_and(|to| to.is_past(site.today));
        let view = |member: &Member| MemberView {
            name: member.name.clone(),
            role: member.role.as_ref().map(|role| lens.words(role)),
            from: member.from.as_ref().map(|date| lens.date(date)),
            to: member.to.as_ref().map(|date| lens.date(date)),
        };
        Self {
            card: lens.committee_card(committee),
            short: data.short.as_ref().map(|words| lens.words(words)),
            appointed_by: data.appointed_by.as_ref().map(|words| lens.words(words)),
            mandate: data.mandate.as_ref().map(|words| lens.words(words)),
            enabling: data.enabling.iter().map(|id| lens.document_card(*id)).collect(),
            members: data.members.iter().filter(|member| !is_former(member)).map(view).collect(),
            former_members: data.members.iter().filter(is_former).map(view).collect(),
            events: site
                .events_of_committee(committee)
                .iter()
                .map(|id| lens.event_card(*id))
                .collect(),
            documents: site
                .documents_of_committee(committee)
                .iter()
                .map(|id| lens.document_card(*id))
                .collect(),
        }
    }
}
