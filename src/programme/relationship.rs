//! What binds two cities or more: what its file says, what it is, what a template may see of it.

use serde::{Deserialize, Serialize};

use super::area::Area;
use super::city::{City, Moment, MomentFile, links};
use super::collection::{Id, Identified, Key};
use super::committee::Committee;
use super::event::Event;
use super::lens::{DateView, Lens, LinkView, TextView};
use super::localized::Localized;
use super::organization::Organization;
use super::prose::Prose;
use super::record::Record;
use super::resolver::{Resolver, Thing};
use super::when::When;
use crate::diagnostic::{Code, Diagnostic};
use crate::values::date::Day;
use crate::values::{Date, OneOrMany, Slug, SourcePath, Words};

/// What the city's file says of its relationship with the home city.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct ShortForm {
    kind: RelationshipKind,
    established: Option<When>,
    status: Option<Status>,
    history: Vec<ChangeFile>,
    committee: OneOrMany<Key<Committee>>,
    focus: OneOrMany<Key<Area>>,
    organizations: Vec<InvolvedFile>,
}

/// What a relationship's own file says.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RelationshipFrontMatter {
    title: Option<Words>,
    parties: Vec<Key<City>>,
    kind: RelationshipKind,
    established: Option<When>,
    status: Option<Status>,
    history: Vec<ChangeFile>,
    committee: OneOrMany<Key<Committee>>,
    focus: OneOrMany<Key<Area>>,
    organizations: Vec<InvolvedFile>,
    summary: Option<Words>,
    timeline: Vec<MomentFile>,
    pub(super) draft: bool,
}

/// What a translation of a relationship's file says.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RelationshipWords {
    title: Option<String>,
    summary: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct ChangeFile {
    to: Option<Status>,
    date: Option<When>,
    because: OneOrMany<Words>,
    event: Option<Key<Event>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct InvolvedFile {
    organization: Option<Key<Organization>>,
    role: Option<Words>,
}

/// What a relationship is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RelationshipKind {
    /// Sister cities, twin towns, jumelage.
    #[default]
    Sister,
    /// Less formal, often a first stage.
    Friendship,
    /// Between counties.
    County,
    /// Between states or provinces.
    State,
    /// A partnership by contract.
    Partner,
    /// Limited in time and theme.
    Project,
    /// Without formality.
    Contact,
    /// Between more than two.
    Ring,
    /// Of the past, and kept in honour.
    Historical,
}

impl RelationshipKind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::Sister,
        Self::Friendship,
        Self::County,
        Self::State,
        Self::Partner,
        Self::Project,
        Self::Contact,
        Self::Ring,
        Self::Historical,
    ];

    /// The word as it is written in a file.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sister => "sister",
            Self::Friendship => "friendship",
            Self::County => "county",
            Self::State => "state",
            Self::Partner => "partner",
            Self::Project => "project",
            Self::Contact => "contact",
            Self::Ring => "ring",
            Self::Historical => "historical",
        }
    }
}

/// How a relationship stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Agreed, and something happens.
    Active,
    /// Both want it, circumstances stop it.
    Paused,
    /// A side stopped it by a decision.
    Suspended,
    /// Begun, without an agreement yet.
    Developing,
    /// Asked for, nothing voted.
    Proposed,
    /// Agreed, and nothing happens.
    Inactive,
    /// Ended and still honoured; the partner is free for others.
    Emeritus,
    /// Terminated, expired or dissolved.
    Ended,
    /// Proposed and refused.
    Declined,
}

impl Status {
    /// Every status, in the order of the directory.
    pub const ALL: [Self; 9] = [
        Self::Active,
        Self::Paused,
        Self::Suspended,
        Self::Developing,
        Self::Proposed,
        Self::Inactive,
        Self::Emeritus,
        Self::Ended,
        Self::Declined,
    ];

    /// The word as it is written in a file.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Paused => "paused",
            Self::Suspended => "suspended",
            Self::Developing => "developing",
            Self::Proposed => "proposed",
            Self::Inactive => "inactive",
            Self::Emeritus => "emeritus",
            Self::Ended => "ended",
            Self::Declined => "declined",
        }
    }
}

/// A bond between cities.
#[derive(Debug)]
pub struct Relationship {
    /// The name of its file, or the id of the city that tells of it.
    pub id: Slug,
    /// Its file.
    pub file: SourcePath,
    /// Whether it has a file, and so a page, of its own.
    pub has_page: bool,
    /// What it is called, where it has a name of its own.
    pub title: Option<Words>,
    /// The cities it binds.
    pub parties: Vec<Id<City>>,
    /// What it is.
    pub kind: RelationshipKind,
    /// When it was established, where that is known.
    pub established: Option<Date>,
    /// How its status changed.
    pub history: Vec<Change>,
    /// Who keeps it alive.
    pub committees: Vec<Id<Committee>>,
    /// What it is about.
    pub focus: Vec<Id<Area>>,
    /// Who else has a part in it.
    pub organizations: Vec<Involved>,
    /// One or two sentences.
    pub summary: Option<Words>,
    /// Small events without a page of their own.
    pub timeline: Vec<Moment>,
    /// Its story.
    pub prose: Localized<Prose>,
}

/// A change of status.
#[derive(Debug, Clone)]
pub struct Change {
    /// The new status.
    pub to: Status,
    /// When, where that is known.
    pub date: Option<Date>,
    /// Why.
    pub because: Vec<Words>,
    /// The event that tells the same.
    pub event: Option<Id<Event>>,
}

/// An organization that has a part in a relationship.
#[derive(Debug, Clone)]
pub struct Involved {
    /// The organization.
    pub organization: Id<Organization>,
    /// Its part.
    pub role: Option<Words>,
}

impl Identified for Relationship {
    fn id(&self) -> &Slug {
        &self.id
    }
}

/// The facts that both forms share, and where they stand.
struct Facts {
    /// What comes before the names of the fields: `relationship.` in a city's file.
    prefix: &'static str,
    established: Option<When>,
    status: Option<Status>,
    history: Vec<ChangeFile>,
    committee: OneOrMany<Key<Committee>>,
    focus: OneOrMany<Key<Area>>,
    organizations: Vec<InvolvedFile>,
}

struct Resolved {
    established: Option<Date>,
    history: Vec<Change>,
    committees: Vec<Id<Committee>>,
    focus: Vec<Id<Area>>,
    organizations: Vec<Involved>,
}

impl Facts {
    fn resolve(self, resolver: &mut Resolver<'_>) -> Resolved {
        let field = |name: &str| format!("{}{name}", self.prefix);
        let established = resolver.require(
            self.established,
            &field("established"),
            "1982-06` or `established: unknown",
        );
        let history = if self.history.is_empty() {
            let status = resolver.require(self.status, &field("status"), "active");
            status
                .map(|to| Change { to, date: None, because: Vec::new(), event: None })
                .into_iter()
                .collect()
        } else {
            if self.status.is_some() {
                let diagnostic = Diagnostic::new(
                    Code::DuplicateKey,
                    "the status is told twice: here and by the history",
                )
                .help("remove `status`; the last change in the history counts");
                resolver.report(diagnostic, &field("status"));
            }
            resolve_history(self.history, &field("history"), resolver)
        };
        let organizations =
            self.organizations.into_iter().enumerate().filter_map(|(index, involved)| {
                let field = format!("{}[{index}].organization", field("organizations"));
                let key =
                    resolver.require(involved.organization, &field, "the id of an organization")?;
                Some(Involved { organization: resolver.id(&key, &field)?, role: involved.role })
            });
        let organizations = organizations.collect();
        Resolved {
            established: established.and_then(When::date),
            history,
            committees: resolver.ids(&self.committee.0, &field("committee")),
            focus: resolver.ids(&self.focus.0, &field("focus")),
            organizations,
        }
    }
}

fn resolve_history(
    files: Vec<ChangeFile>,
    field: &str,
    resolver: &mut Resolver<'_>,
) -> Vec<Change> {
    let mut history: Vec<Change> = Vec::new();
    for (index, file) in files.into_iter().enumerate() {
        let Some(to) = resolver.require(file.to, &format!("{field}[{index}].to"), "active") else {
            continue;
        };
        let date_field = format!("{field}[{index}].date");
        let date = resolver
            .require(file.date, &date_field, "1982-06` or `date: unknown")
            .and_then(When::date);
        let event = resolver.maybe(file.event.as_ref(), &format!("{field}[{index}].event"));
        let before = history.iter().rev().find_map(|change| change.date.as_ref());
        if let (Some(before), Some(date)) = (before, &date)
            && date.sort_key() < before.sort_key()
            && !date.is_compatible_with(before)
        {
            let diagnostic = Diagnostic::new(
                Code::HistoryOrder,
                format!("the change of `{}` stands after that of `{}`", date.edtf(), before.edtf()),
            )
            .help("write the changes in the order in which they happened");
            resolver.report(diagnostic, &date_field);
        }
        history.push(Change { to, date, because: file.because.0, event });
    }
    history
}

impl Relationship {
    /// The short form in a city's file.
    pub(super) fn resolve_short(
        form: ShortForm,
        city: Id<City>,
        home: Option<Id<City>>,
        id: Slug,
        resolver: &mut Resolver<'_>,
    ) -> Self {
        let facts = Facts {
            prefix: "relationship.",
            established: form.established,
            status: form.status,
            history: form.history,
            committee: form.committee,
            focus: form.focus,
            organizations: form.organizations,
        };
        let facts = facts.resolve(resolver);
        Self {
            id,
            file: resolver.file.clone(),
            has_page: false,
            title: None,
            parties: home.into_iter().chain([city]).collect(),
            kind: form.kind,
            established: facts.established,
            history: facts.history,
            committees: facts.committees,
            focus: facts.focus,
            organizations: facts.organizations,
            summary: None,
            timeline: Vec::new(),
            prose: Localized::new(Prose::default()),
        }
    }

    pub(super) fn resolve(
        record: Record<RelationshipFrontMatter, RelationshipWords>,
        resolver: &mut Resolver<'_>,
        prose: Localized<Prose>,
    ) -> Self {
        let title = record.translated(record.front.title.clone(), |words| words.title.as_ref());
        let summary =
            record.translated(record.front.summary.clone(), |words| words.summary.as_ref());
        let front = record.front;
        let parties = resolver.ids(&front.parties, "parties");
        if front.parties.len() < 2
            && !resolver
                .damaged
                .iter()
                .any(|field| field.is_empty() || field.starts_with("parties"))
        {
            let diagnostic = Diagnostic::new(
                Code::TooFewParties,
                format!("a relationship has two parties or more, not {}", front.parties.len()),
            )
            .help("write the ids of the cities: `parties: [cambridge, coimbra]`");
            resolver.report(diagnostic, "parties");
        }
        let facts = Facts {
            prefix: "",
            established: front.established,
            status: front.status,
            history: front.history,
            committee: front.committee,
            focus: front.focus,
            organizations: front.organizations,
        };
        let facts = facts.resolve(resolver);
        Self {
            title,
            parties,
            kind: front.kind,
            established: facts.established,
            history: facts.history,
            committees: facts.committees,
            focus: facts.focus,
            organizations: facts.organizations,
            summary,
            timeline: Moment::resolve_all(front.timeline, "timeline", resolver),
            prose,
            id: record.id,
            file: record.file,
            has_page: true,
        }
    }

    /// The last change of status that is not in the future.
    #[must_use]
    pub fn current(&self, today: Day) -> Option<&Change> {
        let begun =
            |change: &&Change| !change.date.as_ref().is_some_and(|date| date.is_future(today));
        self.history.iter().rev().find(begun).or(self.history.first())
    }

    /// The status of today.
    #[must_use]
    pub fn status(&self, today: Day) -> Status {
        self.current(today).map_or(Status::Active, |change| change.to)
    }
}

/// A relationship as a template sees it.
#[derive(Debug, Serialize)]
pub struct RelationshipView {
    /// What it is called, where it has a name of its own.
    pub title: Option<TextView>,
    /// Its address, if it has a page of its own.
    pub url: Option<String>,
    /// The cities it binds.
    pub parties: Vec<LinkView>,
    /// `sister`, `friendship` …
    pub kind: &'static str,
    /// `active`, `paused` …
    pub status: &'static str,
    /// The group of the directory that lists it: `active` for a paused one that is listed there.
    pub group: &'static str,
    /// Since when it has that status.
    pub since: Option<DateView>,
    /// Why it has that status.
    pub reasons: Vec<TextView>,
    /// The same as one list in words.
    pub reasons_text: Option<String>,
    /// When it was established; nothing means that this is not recorded.
    pub established: Option<DateView>,
    /// How its status changed, the first change first.
    pub history: Vec<ChangeView>,
    /// Who keeps it alive.
    pub committees: Vec<LinkView>,
    /// What it is about.
    pub areas: Vec<LinkView>,
    /// Who else has a part in it.
    pub organizations: Vec<InvolvedView>,
    /// One or two sentences.
    pub summary: Option<TextView>,
}

/// A change of status as a template sees it.
#[derive(Debug, Serialize)]
pub struct ChangeView {
    /// The new status.
    pub status: &'static str,
    /// When, where that is known.
    pub date: Option<DateView>,
    /// Why.
    pub reasons: Vec<TextView>,
}

/// An organization that has a part in a relationship or an event.
#[derive(Debug, Serialize)]
pub struct InvolvedView {
    /// The organization.
    pub organization: LinkView,
    /// Its part, in words.
    pub role: Option<TextView>,
}

impl RelationshipView {
    /// What a template may see of a relationship.
    #[must_use]
    pub fn new(relationship: Id<Relationship>, lens: &Lens<'_>) -> Self {
        let site = lens.site;
        let data = &site.relationships[relationship];
        let status = data.status(site.today);
        let current = data.current(site.today);
        let reasons: Vec<TextView> =
            current.map_or(Vec::new(), |change| lens.all_words(&change.because));
        // Words in different languages do not make one sentence.
        let joinable = !reasons.is_empty() && reasons.iter().all(|reason| reason.lang.is_none());
        let texts: Vec<String> = reasons.iter().map(|reason| reason.text.clone()).collect();
        Self {
            title: data.title.as_ref().map(|title| lens.words(title)),
            url: data.has_page.then(|| lens.url(Thing::Relationship(relationship))),
            parties: links(&data.parties, lens),
            kind: data.kind.as_str(),
            status: status.as_str(),
            group: site.group(status).as_str(),
            since: current.and_then(|change| change.date.as_ref()).map(|date| lens.since(date)),
            reasons_text: joinable.then(|| lens.list(&texts)),
            reasons,
            established: data.established.as_ref().map(|date| lens.date(date)),
            history: data
                .history
                .iter()
                .filter(|change| change.date.is_some() || !change.because.is_empty())
                .map(|change| ChangeView {
                    status: change.to.as_str(),
                    date: change.date.as_ref().map(|date| lens.date(date)),
                    reasons: lens.all_words(&change.because),
                })
                .collect(),
            committees: data.committees.iter().map(|id| lens.link(Thing::Committee(*id))).collect(),
            areas: data.focus.iter().map(|id| lens.link(Thing::Area(*id))).collect(),
            organizations: data
                .organizations
                .iter()
                .map(|involved| InvolvedView {
                    organization: lens.link(Thing::Organization(involved.organization)),
                    role: involved.role.as_ref().map(|role| lens.words(role)),
                })
                .collect(),
            summary: data.summary.as_ref().map(|summary| lens.words(summary)),
        }
    }
}
