//! What a theme must provide for this kind of site, and what its templates are given.

use super::chrome::SiteView;
use super::data::{DatasetView, FormatView, LicenceView};
use super::parts::{QuestionView, StepView};
use super::search::CatalogueView;
use super::views::{GroupingView, HomeView, PageView};
use crate::programme::anniversary::AnniversaryView;
use crate::programme::area::AreaView;
use crate::programme::city::CityView;
use crate::programme::committee::{CommitteeCard, CommitteeView};
use crate::programme::contact::ContactView;
use crate::programme::directory::DirectoryView;
use crate::programme::document::DocumentView;
use crate::programme::event::{EventCard, EventView};
use crate::programme::faq::FaqCard;
use crate::programme::glossary::TermView;
use crate::programme::guide::{ComparisonView, GuideCard};
use crate::programme::lens::LinkView;
use crate::programme::map::MapView;
use crate::programme::organization::OrganizationEntry;
use crate::programme::page::{ArticleView, NewsCard};
use crate::programme::picture::PictureView;
use crate::programme::relationship::RelationshipView;
use crate::programme::timeline::{ChoicesView, TimelineView};
use crate::theme::{Contract, TemplateContract, Variable, variable};

/// The contract between this program and themes, version [`API`](crate::theme::API).
pub const CONTRACT: Contract = Contract {
    common: &[ROOT, LANG, SITE, variable::<PageView>("page")],
    common_to_parts: &[ROOT, LANG, SITE],
    templates: TEMPLATES,
};

const ROOT: Variable = variable::<String>("root")
    .that_is("The way from the page to the site's root, to be put before every address.");
const LANG: Variable = variable::<String>("lang").that_is("The language of the page: `en`.");
const SITE: Variable = variable::<SiteView<'static>>("site");

const TEMPLATES: &[TemplateContract] = &[
    page("home.html", "the home page", &[variable::<HomeView>("home")]),
    page(
        "directory.html",
        "the directory of partner cities",
        &[
            variable::<DirectoryView>("directory"),
            variable::<Vec<GroupingView>>("groupings"),
            variable::<Vec<FormatView>>("downloads").that_is("The same as files of data."),
        ],
    ),
    page("city.html", "the page of a city", &[variable::<CityView>("city")]),
    page(
        "relationships.html",
        "the list of relationships with pages of their own",
        &[variable::<Vec<RelationshipView>>("relationships")],
    ),
    page(
        "relationship.html",
        "the page of a relationship",
        &[
            variable::<RelationshipView>("relationship"),
            variable::<Option<TimelineView>>("timeline"),
        ],
    ),
    page(
        "committees.html",
        "the list of committees",
        &[variable::<Vec<CommitteeCard>>("committees")],
    ),
    page("committee.html", "the page of a committee", &[variable::<CommitteeView>("committee")]),
    page(
        "events.html",
        "the list of events",
        &[variable::<Vec<EventCard>>("upcoming"), variable::<Vec<EventCard>>("past")],
    ),
    page("event.html", "the page of an event", &[variable::<EventView>("event")]),
    page(
        "timeline.html",
        "the timeline of the programme, or of a city or kind in it",
        &[variable::<Option<TimelineView>>("timeline"), variable::<ChoicesView>("choices")],
    ),
    page("documents.html", "the list of documents", &[variable::<Vec<DocumentView>>("documents")]),
    page("areas.html", "the list of areas of focus", &[variable::<Vec<AreaView>>("areas")]),
    page("area.html", "the page of an area of focus", &[variable::<AreaView>("area")]),
    page(
        "organizations.html",
        "the list of organizations",
        &[variable::<Vec<OrganizationEntry>>("organizations")],
    ),
    page("news.html", "the list of news", &[variable::<Vec<NewsCard>>("news")]),
    page("article.html", "the page of a news item", &[variable::<ArticleView>("article")]),
    page(
        "anniversaries.html",
        "the anniversaries of the coming twelve months",
        &[variable::<Vec<AnniversaryView>>("anniversaries")],
    ),
    page(
        "data.html",
        "the page that tells what data there is",
        &[variable::<Vec<DatasetView>>("datasets"), variable::<Option<LicenceView>>("licence")],
    ),
    page(
        "search.html",
        "the page of the search, with everything from A to Z",
        &[variable::<CatalogueView>("catalogue")],
    ),
    page("join.html", "the page that tells how to take part", &[]),
    page(
        "faq.html",
        "the list of questions, group by group",
        &[variable::<Vec<FaqCard>>("groups")],
    ),
    page(
        "questions.html",
        "the page of a group of questions",
        &[
            variable::<Vec<QuestionView>>("questions"),
            variable::<bool>("folded")
                .that_is("Whether answers are folded away until somebody asks for one."),
            variable::<String>("notes")
                .that_is("The footnotes of the text as HTML, to be printed with `safe`."),
        ],
    ),
    page("guides.html", "the list of guides", &[variable::<Vec<GuideCard>>("guides")]),
    page(
        "guide.html",
        "the page of a guide",
        &[
            variable::<Vec<StepView>>("steps"),
            variable::<String>("notes")
                .that_is("The footnotes of the text as HTML, to be printed with `safe`."),
        ],
    ),
    page("glossary.html", "the list of terms", &[variable::<Vec<TermView>>("terms")]),
    page("contacts.html", "the list of contacts", &[variable::<Vec<ContactView>>("contacts")]),
    page("page.html", "any other page", &[]),
    page("404.html", "the page for addresses that do not exist", &[]),
    part(
        "blocks/directory.html",
        "a directory within a text",
        &[variable::<DirectoryView>("directory")],
    ),
    part(
        "blocks/map.html",
        "a map within a text",
        &[
            variable::<Option<MapView>>("map"),
            variable::<String>("prefix")
                .that_is("What ids within it begin with, so that none is there twice."),
        ],
    ),
    part(
        "blocks/timeline.html",
        "a timeline within a text",
        &[variable::<Option<TimelineView>>("timeline")],
    ),
    part(
        "blocks/questions.html",
        "questions within a text that is not theirs",
        &[
            variable::<Vec<QuestionView>>("questions"),
            variable::<LinkView>("group"),
            variable::<bool>("folded")
                .that_is("Whether answers are folded away until somebody asks for one."),
            variable::<bool>("whole").that_is("Whether these are all questions of the group."),
            variable::<u8>("level").that_is("The level of headings here, from 2 to 6."),
        ],
    ),
    part(
        "blocks/contact.html",
        "a contact within a text",
        &[
            variable::<ContactView>("contact"),
            variable::<u8>("level").that_is("The level of headings here, from 2 to 6."),
        ],
    ),
    part(
        "blocks/picture.html",
        "a picture within a text: a figure, if it is alone",
        &[
            variable::<PictureView>("picture"),
            variable::<bool>("alone").that_is("Whether it is a paragraph of its own."),
        ],
    ),
    part(
        "blocks/gallery.html",
        "pictures beside each other within a text",
        &[variable::<Vec<PictureView>>("pictures")],
    ),
    part(
        "blocks/comparison.html",
        "two cities beside each other within a text",
        &[variable::<ComparisonView>("comparison")],
    ),
];

const fn page(
    name: &'static str,
    about: &'static str,
    variables: &'static [Variable],
) -> TemplateContract {
    TemplateContract { name, about, variables, is_page: true }
}

const fn part(
    name: &'static str,
    about: &'static str,
    variables: &'static [Variable],
) -> TemplateContract {
    TemplateContract { name, about, variables, is_page: false }
}
