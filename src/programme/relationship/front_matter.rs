//! What a relationship's file, or the short form in a city's, says, and how that becomes a
//! relationship.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Change, Involved, Relationship, RelationshipKind, Status};
use crate::diagnostic::{Code, Diagnostic};
use crate::programme::collection::{Id, Key};
use crate::programme::front_matter::front_matter;
use crate::programme::guide::Progress;
use crate::programme::record::Record;
use crate::programme::resolver::Resolver;
use crate::programme::thing::Entity;
use crate::programme::timeline::{Moment, MomentFile};
use crate::programme::when::When;
use crate::programme::{Area, City, Committee, Contact, Document, Event, Guide, Organization};
use crate::values::{Date, OneOrMany, Slug, Text, Words};

/// What the city's file says of its relationship with the home city.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(extend("anyOf" = [{ "required": ["history"] }, { "required": ["status"] }]))]
pub(in crate::programme) struct ShortForm {
    /// What kind of relationship it is; `sister` if left out.
    kind: RelationshipKind,
    /// Since when it exists; or `unknown`, which is shown as "date not recorded".
    #[schemars(extend("needed" = true))]
    established: Option<When>,
    /// How it stands, where nothing is known of its history.
    status: Option<Status>,
    /// How it came to stand so, each change in its turn. The last that is not in the future is the
    /// status of today.
    history: Vec<ChangeFile>,
    /// Who looks after it.
    committee: OneOrMany<Key<Committee>>,
    /// What it is about.
    focus: OneOrMany<Key<Area>>,
    /// Who else has a part in it.
    organizations: Vec<InvolvedFile>,
    /// The document that was signed, by its id in `documents.yaml`.
    agreement: Option<Key<Document>>,
    /// The criteria of the programme that the partner meets, such as `[the residents asked for it]`.
    criteria: OneOrMany<Words>,
    /// The other partners that it has in this country; `[]`, if it has been asked and has none.
    other_partners: Option<OneOrMany<Words>>,
    /// Whom to ask about it: ids of contacts.
    contact: OneOrMany<Key<Contact>>,
    /// How far it has come: `{ guide: establishing, step: research }`.
    progress: Option<ProgressFile>,
}

/// The step of a guide that has been reached.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct ProgressFile {
    /// The id of the guide.
    #[schemars(extend("needed" = true))]
    guide: Option<Key<Guide>>,
    /// The anchor of the step.
    #[schemars(extend("needed" = true))]
    step: Option<Text>,
}

front_matter! {
    /// What a relationship's own file says.
    #[schemars(extend("anyOf" = [{ "required": ["history"] }, { "required": ["status"] }]))]
    pub(in crate::programme) struct RelationshipFrontMatter {
        /// What it is called; if left out, by the names of its parties.
        title: Option<Words>,
        /// The cities that it binds, two or more.
        #[schemars(extend("needed" = true))]
        parties: Vec<Key<City>>,
        /// What kind of relationship it is; `sister` if left out.
        kind: RelationshipKind,
        /// Since when it exists; or `unknown`, which is shown as "date not recorded".
        #[schemars(extend("needed" = true))]
        established: Option<When>,
        /// How it stands, where nothing is known of its history.
        status: Option<Status>,
        /// How it came to stand so, each change in its turn. The last that is not in the future is
        /// the status of today.
        history: Vec<ChangeFile>,
        /// Who looks after it.
        committee: OneOrMany<Key<Committee>>,
        /// What it is about.
        focus: OneOrMany<Key<Area>>,
        /// Who else has a part in it.
        organizations: Vec<InvolvedFile>,
        /// The document that was signed, by its id in `documents.yaml`.
        agreement: Option<Key<Document>>,
        /// The criteria of the programme that the partner meets, such as
        /// `[the residents asked for it]`.
        criteria: OneOrMany<Words>,
        /// The other partners that it has in this country; `[]`, if it has been asked and has none.
        other_partners: Option<OneOrMany<Words>>,
        /// Whom to ask about it: ids of contacts.
        contact: OneOrMany<Key<Contact>>,
        /// How far it has come: `{ guide: establishing, step: research }`.
        progress: Option<ProgressFile>,
        /// One or two sentences about it.
        summary: Option<Words>,
        /// Small events without a page of their own.
        timeline: Vec<MomentFile>,
    }
}

/// What a translation of a relationship's file says.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::programme) struct RelationshipWords {
    /// What it is called.
    title: Option<Text>,
    /// One or two sentences about it.
    summary: Option<Text>,
}

#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct ChangeFile {
    /// The status from then on.
    #[schemars(extend("needed" = true))]
    to: Option<Status>,
    /// When it changed; or `unknown`.
    #[schemars(extend("needed" = true))]
    date: Option<When>,
    /// The reason, or a list of reasons.
    because: OneOrMany<Words>,
    /// The event that tells the same, so that a timeline tells it once.
    event: Option<Key<Event>>,
}

#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct InvolvedFile {
    /// Which one.
    #[schemars(extend("needed" = true))]
    organization: Option<Key<Organization>>,
    /// What its part is.
    role: Option<Words>,
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
    agreement: Option<Key<Document>>,
    contact: OneOrMany<Key<Contact>>,
    progress: Option<ProgressFile>,
}

struct Resolved {
    established: Option<Date>,
    history: Vec<Change>,
    committees: Vec<Id<Committee>>,
    focus: Vec<Id<Area>>,
    organizations: Vec<Involved>,
    agreement: Option<Id<Document>>,
    contacts: Vec<Id<Contact>>,
    progress: Option<Progress>,
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
            let changes = field("history[");
            let is_damaged = resolver.damaged.iter().any(|field| field.starts_with(&changes));
            let status = match self.status {
                // Then the status would be told by the history.
                None if is_damaged => None,
                status => resolver.require(status, &field("status"), "active"),
            };
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
            agreement: resolver.maybe(self.agreement.as_ref(), &field("agreement")),
            contacts: resolver.ids(&self.contact.0, &field("contact")),
            progress: self
                .progress
                .and_then(|progress| progress.resolve(&field("progress"), resolver)),
        }
    }
}

impl ProgressFile {
    fn resolve(self, field: &str, resolver: &mut Resolver<'_>) -> Option<Progress> {
        let guide = resolver.require(self.guide, &format!("{field}.guide"), "the id of a guide");
        let step_field = format!("{field}.step");
        let step = resolver.require(self.step, &step_field, "the anchor of the step");
        let guide = resolver.id(&guide?, &format!("{field}.guide"))?;
        match resolver.names.part(Guide::thing(guide), step?.as_str()) {
            Ok(step) => Some(Progress { guide, step }),
            Err(diagnostic) => {
                resolver.report(diagnostic, &step_field);
                None
            }
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
    pub(in crate::programme) fn resolve_short(
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
            agreement: form.agreement,
            contact: form.contact,
            progress: form.progress,
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
            agreement: facts.agreement,
            criteria: form.criteria.0,
            other_partners: form.other_partners.map(|others| others.0),
            contacts: facts.contacts,
            progress: facts.progress,
            summary: None,
            timeline: Vec::new(),
        }
    }

    pub(in crate::programme) fn resolve(
        record: Record<RelationshipFrontMatter, RelationshipWords>,
        resolver: &mut Resolver<'_>,
    ) -> Self {
        let title = record.translated(record.front.title.clone(), |words| words.title.as_ref());
        let summary =
            record.translated(record.front.summary.clone(), |words| words.summary.as_ref());
        let front = record.front;
        let parties = resolver.ids(&front.parties, "parties");
        let written: BTreeSet<&str> = front.parties.iter().map(|key| key.text.as_str()).collect();
        if written.len() < 2
            && !resolver
                .damaged
                .iter()
                .any(|field| field.is_empty() || field.starts_with("parties"))
        {
            let diagnostic = Diagnostic::new(
                Code::TooFewParties,
                format!("a relationship has two parties or more, not {}", written.len()),
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
            agreement: front.agreement,
            contact: front.contact,
            progress: front.progress,
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
            agreement: facts.agreement,
            criteria: front.criteria.0,
            other_partners: front.other_partners.map(|others| others.0),
            contacts: facts.contacts,
            progress: facts.progress,
            summary,
            timeline: Moment::resolve_all(front.timeline, "timeline", resolver),
            id: record.id,
            file: record.file,
            has_page: true,
        }
    }
}
