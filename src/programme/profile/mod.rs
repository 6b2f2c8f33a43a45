//! What the programme says of itself: in whose name it speaks, how one joins, where else it is found.

mod jurisdiction;
mod membership;
mod policy;
mod view;

use super::collection::Id;
use super::resolver::Resolver;
use super::thing::Thing;
use super::{Contact, Organization, Page};
use crate::config::Config;
use crate::config::profile::{
    AffiliationFile, DonationFile, LicenceFile, Network, NoticeFile, OfferFile, SocialFile, WayFile,
};
use crate::values::{Date, Url, Words};

pub use jurisdiction::Jurisdiction;
pub use membership::{Membership, Period, Tier};
pub use policy::{Policy, Terms};
pub use view::ProfileView;

/// What the programme says of itself.
#[derive(Debug, Default)]
pub struct Profile {
    /// Since when there is a programme.
    pub founded: Option<Date>,
    /// In whose name the site speaks.
    pub jurisdiction: Option<Jurisdiction>,
    /// What the programme is a member of.
    pub affiliations: Vec<Affiliation>,
    /// What it is before the law.
    pub legal_form: Option<Words>,
    /// How one becomes a member.
    pub membership: Option<Membership>,
    /// Other ways to take part.
    pub ways: Vec<Way>,
    /// Where money is given.
    pub donation: Option<Offer>,
    /// Where the newsletter is asked for.
    pub newsletter: Option<Offer>,
    /// Where a service of the city is asked for.
    pub service_requests: Option<Offer>,
    /// Where else the programme is found.
    pub social: Vec<Account>,
    /// Whom to write to.
    pub contacts: Vec<Id<Contact>>,
    /// What becomes of what visitors leave behind.
    pub privacy: Option<Notice>,
    /// Who can use the site.
    pub accessibility: Option<Notice>,
    /// That letters to the programme can be public.
    pub public_records: Option<Notice>,
    /// On what terms the site is used.
    pub terms: Option<Notice>,
    /// On what terms the facts may be used.
    pub data_licence: Option<Licence>,
    /// The rules of affiliation that hold.
    pub policy: Policy,
}

/// On what terms the facts may be used.
#[derive(Debug)]
pub struct Licence {
    /// What the licence is called.
    pub name: Words,
    /// Where it is to be read.
    pub url: Option<Url>,
}

/// What the programme is a member of.
#[derive(Debug)]
pub struct Affiliation {
    /// The organization.
    pub organization: Id<Organization>,
    /// Since when.
    pub since: Option<Date>,
    /// As what.
    pub role: Option<Words>,
}

/// A way to take part.
#[derive(Debug)]
pub struct Way {
    /// What one does.
    pub title: Words,
    /// What that means.
    pub text: Option<Words>,
    /// Where more is told.
    pub goal: Option<Goal>,
    /// Whom to ask.
    pub contact: Option<Id<Contact>>,
}

/// Something that is offered on another site.
#[derive(Debug)]
pub struct Offer {
    /// Where it is offered.
    pub url: Url,
    /// What the link says, if not the theme's words.
    pub text: Option<Words>,
    /// What the tax office makes of it.
    pub tax_note: Option<Words>,
}

/// Where else the programme is found.
#[derive(Debug)]
pub struct Account {
    /// The network.
    pub network: Network,
    /// The programme's own page there.
    pub url: Url,
    /// What it is called there.
    pub name: Words,
}

/// Something that must be said on a site.
#[derive(Debug)]
pub struct Notice {
    /// What it says.
    pub text: Option<Words>,
    /// Where it is to be read.
    pub goal: Option<Goal>,
}

/// What a link of the profile leads to.
#[derive(Debug)]
pub enum Goal {
    /// A thing of the site.
    Thing(Thing),
    /// Another site.
    Url(Url),
}

impl Profile {
    /// Resolves what the settings say.
    pub(super) fn resolve(config: &Config, resolver: &mut Resolver<'_>) -> Self {
        let file = config.profile.clone();
        let mut notice = |file: Option<NoticeFile>, key: &str| {
            Notice::resolve(file?, &format!("notices.{key}"), resolver)
        };
        let (privacy, accessibility, public_records, terms) = (
            notice(file.notices.privacy, "privacy"),
            notice(file.notices.accessibility, "accessibility"),
            notice(file.notices.public_records, "public_records"),
            notice(file.notices.terms, "terms"),
        );
        Self {
            founded: file.founded,
            jurisdiction: file
                .jurisdiction
                .and_then(|file| Jurisdiction::resolve(file, config, resolver)),
            affiliations: all(file.memberships, "memberships", resolver, Affiliation::resolve),
            legal_form: file.legal_form,
            membership: file.membership.map(|file| Membership::resolve(file, resolver)),
            ways: all(file.join, "join", resolver, Way::resolve),
            donation: file.donation.and_then(|file| Offer::resolve(file, "donation", resolver)),
            newsletter: file
                .newsletter
                .and_then(|file| Offer::resolve(file.into(), "newsletter", resolver)),
            service_requests: file
                .service_requests
                .and_then(|file| Offer::resolve(file.into(), "service_requests", resolver)),
            social: all(file.social, "social", resolver, |file, field, resolver| {
                Account::resolve(file, field, &config.name, resolver)
            }),
            contacts: all(file.contacts.0, "contacts", resolver, |id, field, resolver| {
                resolver.written(&id, field)
            }),
            privacy,
            accessibility,
            public_records,
            terms,
            data_licence: file.data_licence.and_then(|file| Licence::resolve(file, resolver)),
            policy: Policy::resolve(file.policy, resolver),
        }
    }

    /// Whether there is anything to say about how one takes part.
    #[must_use]
    pub fn tells_how_to_join(&self) -> bool {
        self.membership.is_some() || !self.ways.is_empty()
    }
}

/// Resolves the items of a list; those that lack what they need are left out.
fn all<F, T>(
    files: Vec<F>,
    key: &str,
    resolver: &mut Resolver<'_>,
    resolve: impl Fn(F, &str, &mut Resolver<'_>) -> Option<T>,
) -> Vec<T> {
    let files = files.into_iter().enumerate();
    files.filter_map(|(index, file)| resolve(file, &format!("{key}[{index}]"), resolver)).collect()
}

impl Affiliation {
    fn resolve(file: AffiliationFile, field: &str, resolver: &mut Resolver<'_>) -> Option<Self> {
        let field = format!("{field}.organization");
        let id = resolver.require(file.organization, &field, "the id of an organization")?;
        let organization = resolver.written(&id, &field)?;
        Some(Self { organization, since: file.since, role: file.r#as })
    }
}

impl Way {
    fn resolve(file: WayFile, field: &str, resolver: &mut Resolver<'_>) -> Option<Self> {
        let goal = Goal::resolve(file.page, file.url, field, resolver);
        let contact = file
            .contact
            .and_then(|contact| resolver.written(&contact, &format!("{field}.contact")));
        let title = resolver.require(
            file.title,
            &format!("{field}.title"),
            "Host a student, or the like",
        )?;
        Some(Self { title, text: file.text, goal, contact })
    }
}

impl From<OfferFile> for DonationFile {
    fn from(file: OfferFile) -> Self {
        Self { url: file.url, text: file.text, tax_note: None }
    }
}

impl Offer {
    fn resolve(file: DonationFile, field: &str, resolver: &mut Resolver<'_>) -> Option<Self> {
        let url = resolver.require(file.url, &format!("{field}.url"), "https://…")?;
        Some(Self { url, text: file.text, tax_note: file.tax_note })
    }
}

impl Licence {
    fn resolve(file: LicenceFile, resolver: &mut Resolver<'_>) -> Option<Self> {
        let name = resolver.require(file.name, "data_licence.name", "CC BY 4.0")?;
        Some(Self { name, url: file.url })
    }
}

impl Account {
    fn resolve(
        file: SocialFile,
        field: &str,
        programme: &Words,
        resolver: &mut Resolver<'_>,
    ) -> Option<Self> {
        let network = resolver.require(file.network, &format!("{field}.network"), "facebook");
        let url = resolver.require(file.url, &format!("{field}.url"), "https://…");
        let name = file.name.unwrap_or_else(|| programme.clone());
        Some(Self { network: network?, url: url?, name })
    }
}

impl Notice {
    fn resolve(file: NoticeFile, field: &str, resolver: &mut Resolver<'_>) -> Option<Self> {
        let goal = Goal::resolve(file.page, file.url, field, resolver);
        (file.text.is_some() || goal.is_some()).then_some(Self { text: file.text, goal })
    }
}

impl Goal {
    /// A page of the site goes before an address elsewhere.
    fn resolve(
        page: Option<String>,
        url: Option<Url>,
        field: &str,
        resolver: &mut Resolver<'_>,
    ) -> Option<Self> {
        let page = page
            .and_then(|page| resolver.written::<Page>(&page, &format!("{field}.page")))
            .map(|page| Self::Thing(Thing::Page(page)));
        page.or(url.map(Self::Url))
    }
}
