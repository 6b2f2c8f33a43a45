//! What can be chosen on the map: cities, and several of them under one sign where they lie too close.

use schemars::JsonSchema;
use serde::Serialize;
use tera::Value;

use super::{Located, whole};
use crate::cartography::{Frame, Grid, Path, Point, gather};
use crate::programme::city::CityCard;
use crate::programme::{City, Id, Lens};

/// How far apart the middles of two links must be, in units of the map: 24 pixels where the map is
/// 44rem wide, which is the least width at which a theme should offer them.
const APART: f64 = 70.0;

/// How many links there may be; of more, neighbours are joined.
const PLACES: usize = 300;

/// How far from every dot the sign of several cities stands, in units, if it can.
const CLEAR: f64 = 46.0;

/// The sides of some cities at which their sign may stand: above, below, left and right, and between.
const SIDES: [Point; 8] = [
    [0.0, -1.0],
    [-0.7, -0.7],
    [0.7, -0.7],
    [-1.0, 0.0],
    [1.0, 0.0],
    [-0.7, 0.7],
    [0.7, 0.7],
    [0.0, 1.0],
];

/// To how many cities lines lead from their sign.
const LINES: usize = 12;

/// Something on the map that can be chosen: a city, or several that lie too close together.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PlaceView {
    /// From the left.
    pub x: i32,
    /// From above.
    pub y: i32,
    /// Lines from a place of several cities to each of them, unless these are too many: the `d` of a
    /// path.
    pub lines: Option<String>,
    /// How many cities are there.
    pub count: usize,
    /// The number of a place of several cities, from 1 on.
    pub number: Option<usize>,
    /// The cities by their names; of many only where the map lists them.
    #[schemars(with = "Vec<CityCard>")]
    pub cities: Vec<Value>,
}

pub(super) fn places(
    cities: &[Located],
    points: &[Point],
    frame: &Frame,
    listed: bool,
    lens: &Lens<'_>,
) -> Vec<PlaceView> {
    let mut apart = APART;
    let mut heaps = gather(points, apart);
    while heaps.len() > PLACES {
        apart *= 1.5;
        heaps = gather(points, apart);
    }
    let signs = signs(&heaps, points, frame);
    let mut number = 0;
    let place = |(heap, sign): (Vec<usize>, Point)| {
        let mut cities: Vec<Id<City>> = heap.iter().map(|index| cities[*index].city).collect();
        cities.sort_by_key(|city| lens.site.sort_key(*city));
        let count = cities.len();
        number += usize::from(count > 1);
        let shown = if listed { count } else { usize::from(count == 1) };
        let [x, y] = whole(sign);
        PlaceView {
            x,
            y,
            lines: (2..=LINES).contains(&count).then(|| lines(sign, &heap, points)),
            count,
            number: (count > 1).then_some(number),
            cities: cities.iter().take(shown).map(|city| lens.city_card(*city)).collect(),
        }
    };
    heaps.into_iter().zip(signs).map(place).collect()
}

/// Where the sign of each heap stands: on its city; of several cities at the side, where it covers no
/// dot and is far enough from other signs, or else on the first of them.
fn signs(heaps: &[Vec<usize>], points: &[Point], frame: &Frame) -> Vec<Point> {
    let (mut signs, mut dots) = (Grid::new(APART), Grid::new(CLEAR));
    for (index, point) in points.iter().enumerate() {
        dots.insert(index, *point);
    }
    for (heap, members) in heaps.iter().enumerate() {
        signs.insert(heap, points[members[0]]);
    }
    let mut chosen = Vec::with_capacity(heaps.len());
    for (heap, members) in heaps.iter().enumerate() {
        let first = points[members[0]];
        let count = members.len() as f64;
        let middle = [0, 1]
            .map(|axis| members.iter().map(|index| points[*index][axis]).sum::<f64>() / count);
        let is_free = |point: &Point| {
            frame.holds(*point, CLEAR)
                && dots.near(*point).next().is_none()
                && signs.near(*point).all(|other| other == heap)
        };
        let around = [1.0, 1.4, 1.8].into_iter().flat_map(|far| {
            SIDES.map(|side| [0, 1].map(|axis| middle[axis] + far * CLEAR * side[axis]))
        });
        let aside = { around }.find(|point| members.len() > 1 && is_free(point));
        if let Some(point) = aside {
            signs.insert(heap, point);
        }
        chosen.push(aside.unwrap_or(first));
    }
    chosen
}

fn lines(sign: Point, heap: &[usize], points: &[Point]) -> String {
    let mut path = Path::default();
    for index in heap {
        path.line(&[sign, points[*index]]);
    }
    path.finish()
}
