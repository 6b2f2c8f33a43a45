//! The template of each page, and what it is given beside what every template is given.

use serde::Serialize;
use tera::Value;

use super::request::Subject;
use super::section;
use super::views::{CountsView, GroupingView, HomeView, PairView};
use crate::programme::area::AreaView;
use crate::programme::city::CityView;
use crate::programme::committee::CommitteeView;
use crate::programme::directory::{DirectoryView, Grouping, newest};
use crate::programme::division::{Listing, Shown};
use crate::programme::event::EventView;
use crate::programme::lens::Lens;
use crate::programme::page::ArticleView;
use crate::programme::relationship::RelationshipView;
use crate::programme::{Event, Id, Thing};

/// The template of a page, and what it is given beside what every template is given.
pub(super) fn given(
    subject: Subject,
    lens: &Lens<'_>,
) -> (&'static str, Vec<(&'static str, Value)>) {
    let shown = subject.shown(lens.site);
    match subject.whole() {
        Subject::Home => ("home.html", vec![("home", home(lens))]),
        Subject::Directory(grouping) => {
            let directory = DirectoryView::shown(grouping, shown, lens);
            let groupings = Grouping::ALL.map(|other| GroupingView {
                id: other.as_str(),
                url: format!("{}{}", lens.site.prefix(lens.language), other.address()),
                current: other == grouping,
            });
            (
                "directory.html",
                vec![("directory", value(&directory)), ("groupings", value(&groupings))],
            )
        }
        Subject::Section(section) => section::variables(section, shown, lens),
        Subject::Chosen(choice) => section::timeline(Some(choice), shown, lens),
        Subject::Thing(Thing::Area(area)) => {
            ("area.html", vec![("area", value(&AreaView::new(area, shown, lens)))])
        }
        Subject::Thing(thing) => of_thing(thing, lens),
        Subject::Letter(..) => unreachable!("the press has the names"),
        Subject::Portion(_) => unreachable!("it is a portion of a whole"),
        Subject::NotFound => ("404.html", Vec::new()),
    }
}

fn home(lens: &Lens<'_>) -> Value {
    let site = lens.site;
    let shown = Shown::first(Listing::Directory(Grouping::Status), site);
    let directory = DirectoryView::shown(Grouping::Status, shown, lens);
    let card = |id: &Id<Event>| lens.event_card(*id);
    let upcoming = site.events_by_date().iter().filter(|id| site.is_upcoming(**id));
    let past = site.events_by_date().iter().rev().filter(|id| !site.is_upcoming(**id));
    let news = site.news_by_date().iter().rev();
    let pair = site.pair().map(|(home, partner)| PairView {
        cities: [lens.city_card(home), lens.city_card(partner)],
        relationship: site
            .principal_relationship(partner)
            .map(|id| RelationshipView::new(id, lens)),
    });
    value(&HomeView {
        pair,
        counts: CountsView { partners: directory.total, countries: directory.countries },
        // In a register, two cities would be the newest.
        newest: site.home.and_then(|_| newest(lens)),
        groups: directory.groups,
        map: lens.map(),
        upcoming: upcoming.take(3).map(card).collect(),
        recent: past.take(5).map(card).collect(),
        news: news.take(3).map(|id| lens.news_card(*id)).collect(),
        anniversaries: section::anniversaries(3, lens),
    })
}

fn of_thing(thing: Thing, lens: &Lens<'_>) -> (&'static str, Vec<(&'static str, Value)>) {
    match thing {
        Thing::City(id) => ("city.html", vec![("city", value(&CityView::new(id, lens)))]),
        Thing::Relationship(id) => {
            let relationship = value(&RelationshipView::new(id, lens));
            let timeline = lens.relationship_timeline(id);
            ("relationship.html", vec![("relationship", relationship), ("timeline", timeline)])
        }
        Thing::Committee(id) => {
            ("committee.html", vec![("committee", value(&CommitteeView::new(id, lens)))])
        }
        Thing::Event(id) => ("event.html", vec![("event", value(&EventView::new(id, lens)))]),
        Thing::News(id) => ("article.html", vec![("article", value(&ArticleView::new(id, lens)))]),
        Thing::Page(_) => ("page.html", Vec::new()),
        // What they show are the parts of their texts.
        Thing::Faq(_) => ("questions.html", Vec::new()),
        Thing::Guide(_) => ("guide.html", Vec::new()),
        Thing::Area(_) => unreachable!("its page is a list"),
        Thing::Organization(_) | Thing::Document(_) | Thing::Term(_) | Thing::Contact(_) => {
            unreachable!("it has no page of its own")
        }
    }
}

fn value(view: &impl Serialize) -> Value {
    Value::from_serializable(view)
}
