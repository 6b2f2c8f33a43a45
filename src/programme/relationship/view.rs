//! What a template may see of a relationship.

use schemars::JsonSchema;
use serde::Serialize;
use tera::Value;

use super::Relationship;
use crate::programme::city::links;
use crate::programme::collection::Id;
use crate::programme::contact::ContactView;
use crate::programme::guide::ProgressView;
use crate::programme::lens::{DateView, Lens, LinkView, TextView};
use crate::programme::thing::Thing;

/// A relationship as a template sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RelationshipView {
    /// What it is called, where it has a name of its own.
    pub title: Option<TextView>,
    /// Its address, if it has a page of its own.
    pub url: Option<String>,
    /// The cities it binds.
    #[schemars(with = "Vec<LinkView>")]
    pub parties: Vec<Value>,
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
    /// The document that was signed.
    pub agreement: Option<LinkView>,
    /// The criteria of the programme that the partner meets.
    pub criteria: Vec<TextView>,
    /// The other partners that it has in this country, where it has any.
    pub other_partners: Vec<TextView>,
    /// Whom to ask about it.
    pub contacts: Vec<ContactView>,
    /// The step of a guide that it has reached.
    pub progress: Option<ProgressView>,
    /// The address of the term that explains its kind.
    pub kind_term: Option<String>,
    /// The address of the term that explains its status.
    pub status_term: Option<String>,
    /// One or two sentences.
    pub summary: Option<TextView>,
    /// Whether it is kept for the record only.
    pub archived: bool,
}

/// A change of status as a template sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ChangeView {
    /// The new status.
    pub status: &'static str,
    /// When, where that is known.
    pub date: Option<DateView>,
    /// Why.
    pub reasons: Vec<TextView>,
}

/// An organization that has a part in a relationship or an event.
#[derive(Debug, Serialize, JsonSchema)]
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
            agreement: data.agreement.map(|id| lens.link(Thing::Document(id))),
            criteria: lens.all_words(&data.criteria),
            other_partners: lens.all_words(data.other_partners.as_deref().unwrap_or_default()),
            contacts: ContactView::all(&data.contacts, lens),
            progress: data.progress.map(|progress| ProgressView::new(progress, lens)),
            kind_term: lens.explained_kind(data.kind),
            status_term: lens.explained_status(status),
            summary: data.summary.as_ref().map(|summary| lens.words(summary)),
            archived: data.has_page && site.is_archived(Thing::Relationship(relationship)),
        }
    }
}
