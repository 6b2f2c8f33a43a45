//! The programme on a map: its cities, the ways between them, and the same as rows of a table.

mod places;
mod ways;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;
use tera::Value;

use super::city::{City, CityCard};
use super::collection::Id;
use super::directive::Filter;
use super::lens::Lens;
use super::relationship::Status;
use super::site::Site;
use crate::cartography::{Frame, Point, Position, WIDTH, gather};
pub use places::PlaceView;
pub use ways::WaysView;

/// How many cities a table beside the map lists, and how many have dots of their own. Of more there is
/// the directory, and dots that would cover each other are drawn once.
const CITIES: usize = 500;

/// How far apart dots are then, in units: a little more than they are wide.
const DOTS_APART: f64 = 24.0;

/// A map as a template sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MapView {
    /// The width of the drawing, in the units of all that is in it.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// The earth, land and water: the `d` of a path.
    pub earth: String,
    /// The land.
    pub land: String,
    /// The shortest ways between cities that something binds, one path for each status.
    pub ways: Vec<WaysView>,
    /// The cities at their true places.
    pub dots: Vec<DotView>,
    /// What can be chosen on the map, from west to east, far enough apart for a finger where the map is
    /// 44rem wide or wider.
    pub places: Vec<PlaceView>,
    /// The statuses on the map, in the order of the directory.
    pub statuses: Vec<&'static str>,
    /// Whether the home city is on the map.
    pub home: bool,
    /// Whether the cities of the places are listed; otherwise there are too many of them.
    pub listed: bool,
    /// Whether some places are of several cities.
    pub joined: bool,
    /// How many cities are on the map.
    pub count: usize,
    /// How many cities are not on the map, since nothing says where they lie.
    pub missing: usize,
    /// Those, if the others are listed.
    #[schemars(with = "Vec<CityCard>")]
    pub unplaced: Vec<Value>,
}

/// A city at its true place.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DotView {
    /// From the left.
    pub x: i32,
    /// From above.
    pub y: i32,
    /// The status by which the city is listed; nothing for the home city, and in a register for a city
    /// that nothing binds.
    pub status: Option<&'static str>,
    /// Whether it is the home city.
    pub home: bool,
}

/// A city that is on the map.
struct Located {
    city: Id<City>,
    position: Position,
    status: Option<Status>,
}

impl MapView {
    /// The home city and the partner cities that a filter means; nothing, if it is not known of any of
    /// these where they lie.
    #[must_use]
    pub fn new(filter: &Filter, lens: &Lens<'_>) -> Option<Self> {
        let site = lens.site;
        let partners: Vec<Id<City>> = site.partners_where(filter).collect();
        let mut cities: Vec<Located> =
            partners.iter().filter_map(|city| Located::new(*city, site)).collect();
        if cities.is_empty() {
            return None;
        }
        let missing = partners.len() - cities.len();
        cities.extend(site.home.and_then(|home| Located::new(home, site)));
        let ways = ways::ways(&cities, site);
        let positions: Vec<Position> = cities.iter().map(|city| city.position).collect();
        let ends: Vec<(Position, Position)> = ways.iter().map(|way| (way.1, way.2)).collect();
        let frame = Frame::around(&positions, &ends);
        // From west to east, so that the numbers of the places can be found.
        cities.sort_by_cached_key(|city| {
            let [x, y] = whole(frame.place(city.position));
            (x, y, site.sort_key(city.city).to_owned())
        });
        let points: Vec<Point> = cities.iter().map(|city| frame.place(city.position)).collect();
        let listed = partners.len() <= CITIES;
        let places = places::places(&cities, &points, &frame, listed, lens);
        let statuses: BTreeSet<Status> = cities.iter().filter_map(|city| city.status).collect();
        let unplaced = partners.iter().filter(|city| site.cities[**city].coordinates.is_none());
        Some(Self {
            width: WIDTH,
            height: frame.height(),
            earth: frame.earth(),
            land: frame.land(),
            ways: ways::drawn_ways(&ways, &frame),
            dots: dots(&cities, &points, listed, site),
            joined: places.iter().any(|place| place.number.is_some()),
            places,
            statuses: statuses.into_iter().map(Status::as_str).collect(),
            home: cities.iter().any(|city| site.is_home(city.city)),
            listed,
            count: cities.len(),
            missing,
            unplaced: if listed {
                unplaced.map(|city| lens.city_card(*city)).collect()
            } else {
                Vec::new()
            },
        })
    }
}

impl Located {
    fn new(city: Id<City>, site: &Site) -> Option<Self> {
        let position = Position::from(site.cities[city].coordinates?);
        let relationship = site.principal_relationship(city).filter(|_| !site.is_home(city));
        let status = relationship.map(|id| site.relationships[id].status(site.today));
        Some(Self { city, position, status })
    }
}

fn dots(cities: &[Located], points: &[Point], each: bool, site: &Site) -> Vec<DotView> {
    let mut shown: Vec<usize> = if each {
        (0..cities.len()).collect()
    } else {
        gather(points, DOTS_APART).into_iter().map(|heap| heap[0]).collect()
    };
    // What is most alive is drawn last, and over the others; the home city over all.
    shown.sort_by_key(|index| {
        let Located { city, status, .. } = &cities[*index];
        (site.is_home(*city), status.is_some(), Reverse(*status))
    });
    let dot = |index: usize| {
        let ([x, y], city) = (whole(points[index]), &cities[index]);
        let status = city.status.map(Status::as_str);
        DotView { x, y, status, home: site.is_home(city.city) }
    };
    shown.into_iter().map(dot).collect()
}

fn whole(point: Point) -> [i32; 2] {
    point.map(|part| part.round() as i32)
}
