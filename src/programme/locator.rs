//! Where on earth a city lies, and how far from the home city.

use std::borrow::Cow;
use std::sync::OnceLock;

use schemars::JsonSchema;
use serde::Serialize;

use super::city::City;
use super::collection::Id;
use super::lens::Lens;
use super::site::Site;
use crate::cartography::{
    Globe, Path, Point, Position, Projection, coarse_land, graticule, project_line, project_rings,
    simplify,
};
use crate::memo::Fingerprint;

/// The radius of the globe, in units of the drawing.
const RADIUS: f64 = 100.0;

/// By how many units lines may be wrong: less than a pixel, as the globe is shown.
const TOLERANCE: f64 = 0.9;

/// How large an island must be to be seen as one.
const SPECK: f64 = 2.5;

/// Kilometres in a mile.
const MILE: f64 = 1.609_344;

/// A globe as a template sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LocatorView {
    /// The width and the height of the drawing; the globe fills it.
    pub size: u32,
    /// The land: the `d` of a path.
    pub land: String,
    /// Meridians and parallels, every thirty degrees.
    pub graticule: String,
    /// The shortest way from the home city.
    pub way: Option<String>,
    /// The city.
    pub city: SpotView,
    /// The home city, if it is another.
    pub home: Option<SpotView>,
    /// How far they are apart, if that can be said.
    pub distance: Option<DistanceView>,
}

/// A place in the drawing.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct SpotView {
    /// From the left.
    pub x: i32,
    /// From above.
    pub y: i32,
}

/// A distance, as precise as one between cities can be.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DistanceView {
    /// In kilometres, as it is printed.
    pub kilometres: String,
    /// In miles, as it is printed.
    pub miles: String,
}

/// A globe without words: the same in every language.
#[derive(Debug, Clone)]
struct Drawing {
    land: String,
    graticule: String,
    way: Option<String>,
    city: SpotView,
    home: Option<SpotView>,
    /// From the home city.
    kilometres: Option<f64>,
}

/// The globes of a programme's cities, each drawn when somebody first asks and kept for who asks
/// again.
#[derive(Debug, Default)]
pub struct Globes {
    drawn: Vec<OnceLock<Option<Drawing>>>,
}

impl Globes {
    /// Globes for a site, none of which has been drawn yet.
    #[must_use]
    pub fn of(site: &Site) -> Self {
        Self { drawn: std::iter::repeat_with(OnceLock::new).take(site.cities.len()).collect() }
    }

    /// Stands for all that they show.
    #[must_use]
    pub fn fingerprint(site: &Site) -> Fingerprint {
        let positions = site.cities.iter().map(|(_, city)| city.coordinates).collect::<Vec<_>>();
        Fingerprint::of(&(site.home.map(Id::index), positions))
    }

    fn of_city(&self, city: Id<City>, site: &Site) -> Option<Cow<'_, Drawing>> {
        match self.drawn.get(city.index()) {
            Some(drawn) => {
                drawn.get_or_init(|| Drawing::new(city, site)).as_ref().map(Cow::Borrowed)
            }
            None => Drawing::new(city, site).map(Cow::Owned),
        }
    }
}

impl Drawing {
    fn new(city: Id<City>, site: &Site) -> Option<Self> {
        let here = Position::from(site.cities[city].coordinates?);
        let home = site.home.filter(|home| *home != city);
        let home = home.and_then(|home| site.cities[home].coordinates).map(Position::from);
        let globe = Globe::around(home.map_or(here, |home| home.midpoint(here)));
        let mut land = Path::default();
        for ring in project_rings(coarse_land(), &globe) {
            let ring = drawn(ring);
            if extent(&ring) >= SPECK {
                land.ring(&simplify(&ring, TOLERANCE));
            }
        }
        Some(Self {
            land: land.finish(),
            graticule: lines(graticule(), &globe),
            way: home.map(|home| lines(&[home.way_to(here, 0.1)], &globe)),
            city: spot(here, &globe),
            home: home.map(|home| spot(home, &globe)),
            kilometres: home.map(|home| home.kilometres_to(here)),
        })
    }
}

impl LocatorView {
    /// The globe for a city; nothing, if it is not known where that lies.
    #[must_use]
    pub fn new(city: Id<City>, lens: &Lens<'_>) -> Option<Self> {
        let drawing = lens.globes().of_city(city, lens.site)?.into_owned();
        let Drawing { land, graticule, way, city, home, kilometres } = drawing;
        let distance = kilometres.and_then(|kilometres| DistanceView::new(kilometres, lens));
        Some(Self { size: 2 * RADIUS as u32, land, graticule, way, city, home, distance })
    }
}

impl DistanceView {
    fn new(kilometres: f64, lens: &Lens<'_>) -> Option<Self> {
        let (kilometres, miles) = (rounded(kilometres), rounded(kilometres / MILE));
        (kilometres.min(miles) > 0)
            .then(|| Self { kilometres: lens.number(kilometres), miles: lens.number(miles) })
    }
}

/// To two figures, and three of five: cities are too large for more.
fn rounded(length: f64) -> u64 {
    let unit = match length {
        ..100.0 => 1.0,
        ..1000.0 => 10.0,
        _ => 100.0,
    };
    ((length / unit).round() * unit) as u64
}

fn lines(lines: &[Vec<Position>], globe: &Globe) -> String {
    let mut path = Path::default();
    for part in lines.iter().flat_map(|line| project_line(line, globe)) {
        path.line(&simplify(&drawn(part), TOLERANCE));
    }
    path.finish()
}

/// The longer side of the box around some points.
fn extent(points: &[Point]) -> f64 {
    let side = |axis: usize| {
        let parts = points.iter().map(|point| point[axis]);
        let bounds = (f64::INFINITY, f64::NEG_INFINITY);
        let (least, greatest) =
            parts.fold(bounds, |(least, most), part| (least.min(part), most.max(part)));
        greatest - least
    };
    side(0).max(side(1))
}

fn spot(position: Position, globe: &Globe) -> SpotView {
    // The midpoint of two opposite cities has both on its horizon.
    let point = globe.project(position).unwrap_or_default();
    let [x, y] = drawn(vec![point])[0].map(|part| part.round() as i32);
    SpotView { x, y }
}

fn drawn(points: Vec<Point>) -> Vec<Point> {
    points.into_iter().map(|[x, y]| [(1.0 + x) * RADIUS, (1.0 - y) * RADIUS]).collect()
}
