//! What a template may see of the profile: it is part of what every page knows of the site.

use schemars::JsonSchema;
use serde::Serialize;

use super::membership::Years;
use super::{Account, Affiliation, Goal, Membership, Notice, Offer, Profile, Way};
use crate::config::profile::Month;
use crate::programme::contact::ContactView;
use crate::programme::lens::{DateView, Lens, LinkView, TextView};
use crate::programme::thing::Thing;
use crate::values::Words;
use crate::values::date::When;

/// What the programme says of itself.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProfileView {
    /// Whose official website this is; nothing, if it is nobody's.
    pub banner: Option<TextView>,
    /// Since when there is a programme.
    pub founded: Option<DateView>,
    /// What the programme is a member of.
    pub memberships: Vec<AffiliationView>,
    /// What it is before the law.
    pub legal_form: Option<TextView>,
    /// How one becomes a member.
    pub membership: Option<MembershipView>,
    /// Other ways to take part.
    pub ways: Vec<WayView>,
    /// Where money is given.
    pub donation: Option<OfferView>,
    /// Where the newsletter is asked for.
    pub newsletter: Option<OfferView>,
    /// Where a service of the city is asked for.
    pub service_requests: Option<OfferView>,
    /// Where else the programme is found.
    pub social: Vec<AccountView>,
    /// Whom to write to.
    pub contacts: Vec<ContactView>,
    /// What must be said on a site.
    pub notices: NoticesView,
}

/// What the programme is a member of.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AffiliationView {
    /// The organization.
    pub organization: LinkView,
    /// Since when.
    pub since: Option<DateView>,
    /// As what.
    pub role: Option<TextView>,
}

/// How one becomes a member.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MembershipView {
    /// What it means to be one.
    pub text: Option<TextView>,
    /// Where one joins or pays.
    pub url: Option<String>,
    /// The months for which dues are paid.
    pub period: Option<PeriodView>,
    /// The coming period, as it is printed, if it can be paid already: `2027`, `2026–2027`.
    pub renewals: Option<String>,
    /// What there is to choose from.
    pub tiers: Vec<TierView>,
    /// What the tax office makes of dues.
    pub tax_note: Option<TextView>,
}

/// The months for which dues are paid, by their names.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PeriodView {
    /// The first.
    pub from: String,
    /// The last.
    pub to: String,
    /// From when the coming period can be paid.
    pub renew_from: Option<String>,
}

/// A kind of membership.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TierView {
    /// What it is called.
    pub name: TextView,
    /// What it costs.
    pub price: Option<String>,
}

/// A way to take part.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WayView {
    /// What one does.
    pub title: TextView,
    /// What that means.
    pub text: Option<TextView>,
    /// Where more is told.
    pub goal: Option<GoalView>,
    /// Whom to ask.
    pub contact: Option<LinkView>,
}

/// Something that is offered on another site.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OfferView {
    /// Where it is offered.
    pub url: String,
    /// What the link says, if not the theme's words.
    pub text: Option<TextView>,
    /// What the tax office makes of it.
    pub tax_note: Option<TextView>,
}

/// Where else the programme is found.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AccountView {
    /// `linkedin`, `facebook`, `instagram`, `mastodon`, `bluesky`, `youtube`, `x` or `other`.
    pub network: &'static str,
    /// The programme's own page there.
    pub url: String,
    /// What it is called there.
    pub name: TextView,
}

/// What must be said on a site.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NoticesView {
    /// What becomes of what visitors leave behind.
    pub privacy: Option<NoticeView>,
    /// Who can use the site.
    pub accessibility: Option<NoticeView>,
    /// That letters to the programme can be public: for every place where somebody can be written to.
    pub public_records: Option<NoticeView>,
    /// On what terms the site is used.
    pub terms: Option<NoticeView>,
}

/// A notice: words, a way to them, or both.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NoticeView {
    /// What it says.
    pub text: Option<TextView>,
    /// Where it is to be read.
    pub goal: Option<GoalView>,
}

/// What a link leads to.
#[derive(Debug, Serialize, JsonSchema)]
pub struct GoalView {
    /// What it is called, if it is a thing of the site.
    pub label: Option<TextView>,
    /// Its address: within the site, or whole.
    pub url: String,
    /// Whether it is on another site.
    pub external: bool,
}

impl ProfileView {
    /// What a template may see of the profile.
    #[must_use]
    pub fn new(profile: &Profile, lens: &Lens<'_>) -> Self {
        let offer = |offer: &Option<Offer>| offer.as_ref().map(|offer| OfferView::new(offer, lens));
        let notice =
            |notice: &Option<Notice>| notice.as_ref().map(|notice| NoticeView::new(notice, lens));
        let official = profile.jurisdiction.as_ref().and_then(|speaker| speaker.official());
        Self {
            banner: official.map(|name| lens.words(name)),
            founded: profile.founded.as_ref().map(|date| lens.since(date)),
            memberships: profile
                .affiliations
                .iter()
                .map(|affiliation| AffiliationView::new(affiliation, lens))
                .collect(),
            legal_form: maybe(profile.legal_form.as_ref(), lens),
            membership: profile
                .membership
                .as_ref()
                .map(|membership| MembershipView::new(membership, lens)),
            ways: profile.ways.iter().map(|way| WayView::new(way, lens)).collect(),
            donation: offer(&profile.donation),
            newsletter: offer(&profile.newsletter),
            service_requests: offer(&profile.service_requests),
            social: profile.social.iter().map(|account| AccountView::new(account, lens)).collect(),
            contacts: ContactView::all(&profile.contacts, lens),
            notices: NoticesView {
                privacy: notice(&profile.privacy),
                accessibility: notice(&profile.accessibility),
                public_records: notice(&profile.public_records),
                terms: notice(&profile.terms),
            },
        }
    }
}

fn maybe(words: Option<&Words>, lens: &Lens<'_>) -> Option<TextView> {
    words.map(|words| lens.words(words))
}

impl AffiliationView {
    fn new(affiliation: &Affiliation, lens: &Lens<'_>) -> Self {
        Self {
            organization: lens.link(Thing::Organization(affiliation.organization)),
            since: affiliation.since.as_ref().map(|date| lens.since(date)),
            role: maybe(affiliation.role.as_ref(), lens),
        }
    }
}

impl MembershipView {
    fn new(membership: &Membership, lens: &Lens<'_>) -> Self {
        let month = |month: Month| lens.lexicon.month(month.number()).to_owned();
        let period = membership.period.map(|period| PeriodView {
            from: month(period.from),
            to: month(period.to),
            renew_from: period.renew_from.map(month),
        });
        let renewals = membership.period.and_then(|it| it.open_for_renewal(lens.site.today));
        Self {
            text: maybe(membership.text.as_ref(), lens),
            url: membership.url.as_ref().map(ToString::to_string),
            period,
            renewals: renewals.map(|years| printed(years, lens)),
            tiers: membership
                .tiers
                .iter()
                .map(|tier| TierView {
                    name: lens.words(&tier.name),
                    price: tier.price.as_ref().map(|price| price.as_str().to_owned()),
                })
                .collect(),
            tax_note: maybe(membership.tax_note.as_ref(), lens),
        }
    }
}

/// `2027`, or `2026–2027` where a period runs over new year.
fn printed(years: Years, lens: &Lens<'_>) -> String {
    let say = |year| lens.lexicon.say(When::Year(year));
    if years.first == years.last {
        say(years.first)
    } else {
        format!("{}–{}", say(years.first), say(years.last))
    }
}

impl WayView {
    fn new(way: &Way, lens: &Lens<'_>) -> Self {
        Self {
            title: lens.words(&way.title),
            text: maybe(way.text.as_ref(), lens),
            goal: way.goal.as_ref().map(|goal| GoalView::new(goal, lens)),
            contact: way.contact.map(|contact| lens.link(Thing::Contact(contact))),
        }
    }
}

impl OfferView {
    fn new(offer: &Offer, lens: &Lens<'_>) -> Self {
        Self {
            url: offer.url.to_string(),
            text: maybe(offer.text.as_ref(), lens),
            tax_note: maybe(offer.tax_note.as_ref(), lens),
        }
    }
}

impl AccountView {
    fn new(account: &Account, lens: &Lens<'_>) -> Self {
        Self {
            network: account.network.as_str(),
            url: account.url.to_string(),
            name: lens.words(&account.name),
        }
    }
}

impl NoticeView {
    fn new(notice: &Notice, lens: &Lens<'_>) -> Self {
        Self {
            text: maybe(notice.text.as_ref(), lens),
            goal: notice.goal.as_ref().map(|goal| GoalView::new(goal, lens)),
        }
    }
}

impl GoalView {
    fn new(goal: &Goal, lens: &Lens<'_>) -> Self {
        match goal {
            Goal::Thing(thing) => {
                let LinkView { label, url } = lens.link(*thing);
                Self { label: Some(label), url, external: false }
            }
            Goal::Url(url) => Self { label: None, url: url.to_string(), external: true },
        }
    }
}
