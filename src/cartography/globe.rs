//! The earth as it looks from far away: the orthographic projection.

use std::f64::consts::PI;
use std::sync::LazyLock;

use libm::{atan2, cos, sin};

use super::clip::Cut;
use super::position::{cross, dot};
use super::{Point, Position, Projection, Ring};

/// How deep a point on the horizon may lie, by rounding.
const HORIZON: f64 = -1e-9;

/// The half of the earth around a point, in a circle of radius one.
#[derive(Debug, Clone, Copy)]
pub struct Globe {
    centre: [f64; 3],
    east: [f64; 3],
    north: [f64; 3],
}

impl Globe {
    /// With a point in the middle.
    #[must_use]
    pub fn around(centre: Position) -> Self {
        let centre = centre.0;
        // At a pole, every direction is as good as the other.
        let east =
            Position::towards(cross([0.0, 0.0, 1.0], centre)).map_or([0.0, 1.0, 0.0], |at| at.0);
        Self { centre, east, north: cross(centre, east) }
    }

    fn flat(&self, direction: [f64; 3]) -> Point {
        [dot(direction, self.east), dot(direction, self.north)]
    }

    /// Where right and up lead to on the sphere.
    #[cfg(test)]
    pub(super) fn directions(&self) -> [[f64; 3]; 2] {
        [self.east, self.north]
    }

    /// How far a point lies before the horizon.
    fn depth(&self, position: Position) -> f64 {
        dot(position.0, self.centre)
    }
}

/// The plane is the paper. The edge is the horizon, from the right and counterclockwise, in radians.
impl Projection for Globe {
    fn unfold(&self, position: Position) -> Option<Point> {
        (self.depth(position) >= HORIZON).then(|| self.flat(position.0))
    }

    fn sees(&self, ring: &Ring) -> Option<bool> {
        ring.is_around(self.centre)
    }

    fn cut(&self, from: Position, to: Position) -> Option<Cut> {
        let (start, end) = (self.depth(from), self.depth(to));
        if (start >= HORIZON) == (end >= HORIZON) {
            return None;
        }
        let share = (start - HORIZON) / (start - end);
        let crossing = [0, 1, 2].map(|axis| from.0[axis] + share * (to.0[axis] - from.0[axis]));
        let [x, y] = self.flat(crossing);
        let place = Some(atan2(y, x).rem_euclid(2.0 * PI));
        Some(match start >= HORIZON {
            true => Cut { exit: place, entry: None },
            false => Cut { exit: None, entry: place },
        })
    }

    fn edge(&self, place: f64) -> Point {
        [cos(place), sin(place)]
    }

    fn length(&self) -> f64 {
        2.0 * PI
    }

    fn paper(&self, point: Point) -> Point {
        point
    }
}

/// Meridians and parallels every forty-five degrees, without the poles.
#[must_use]
pub fn graticule() -> &'static [Vec<Position>] {
    static GRATICULE: LazyLock<Vec<Vec<Position>>> = LazyLock::new(|| {
        let at =
            |longitude: i32, latitude: i32| Position::at(f64::from(longitude), f64::from(latitude));
        let meridians = (-180..180).step_by(45).map(|longitude| {
            (-75..=75).step_by(5).map(|latitude| at(longitude, latitude)).collect()
        });
        let parallels = (-45..=45).step_by(45).map(|latitude| {
            (-180..=180).step_by(5).map(|longitude| at(longitude, latitude)).collect()
        });
        meridians.chain(parallels).collect()
    });
    &GRATICULE
}
