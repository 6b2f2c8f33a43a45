//! A point on the sphere, and the shortest way from one to another.

use libm::{acos, asin, atan2, cos, sin};

use crate::values::Coordinates;

/// The mean radius of the earth in kilometres, as the International Union of Geodesy has it.
const EARTH_RADIUS: f64 = 6371.0088;

/// Lengths below this are nothing: about six millimetres on the ground.
const NOTHING: f64 = 1e-9;

/// A point on the sphere, as the vector of length one that leads there: the first part towards where
/// the equator meets Greenwich, the second to the east, the third to the north. So nothing special
/// happens at the poles, or where the longitudes begin again.
///
/// The functions of angles are `libm`'s, since those of systems differ in the last digit.
///
/// ```
/// use jumelage::cartography::Position;
///
/// let (pole, equator) = (Position::at(0.0, 90.0), Position::at(30.0, 0.0));
/// assert_eq!(pole.kilometres_to(equator).round(), 10_008.0);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position(pub(super) [f64; 3]);

impl From<Coordinates> for Position {
    fn from(coordinates: Coordinates) -> Self {
        Self::at(coordinates.longitude(), coordinates.latitude())
    }
}

impl Position {
    /// The point of a longitude and a latitude in degrees.
    #[must_use]
    pub fn at(longitude: f64, latitude: f64) -> Self {
        let (longitude, latitude) = (longitude.to_radians(), latitude.to_radians());
        Self([cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude)])
    }

    /// East of Greenwich, in radians from −π to π.
    #[must_use]
    pub fn longitude(self) -> f64 {
        let [x, y, _] = self.0;
        // Nothing less is no other side of the date line than nothing.
        atan2(y + 0.0, x)
    }

    /// North of the equator, in radians.
    #[must_use]
    pub fn latitude(self) -> f64 {
        asin(self.0[2].clamp(-1.0, 1.0))
    }

    /// The angle to another point, in radians.
    #[must_use]
    pub fn angle_to(self, other: Self) -> f64 {
        // A cosine tells little of small angles, and a sine of right ones.
        atan2(length(cross(self.0, other.0)), dot(self.0, other.0))
    }

    /// The distance to another point on the ground.
    #[must_use]
    pub fn kilometres_to(self, other: Self) -> f64 {
        self.angle_to(other) * EARTH_RADIUS
    }

    /// The point half-way to another; to the opposite point, over the north pole.
    #[must_use]
    pub fn midpoint(self, other: Self) -> Self {
        let sum = [0, 1, 2].map(|axis| self.0[axis] + other.0[axis]);
        let north = [0.0, 0.0, 1.0];
        let candidates = [sum, cross(cross(self.0, north), self.0), [1.0, 0.0, 0.0]];
        candidates.into_iter().find_map(Self::towards).unwrap_or(self)
    }

    /// The shortest way to another point, from end to end, with a point at least every `step`
    /// radians.
    #[must_use]
    pub fn way_to(self, other: Self, step: f64) -> Vec<Self> {
        let middle = self.midpoint(other);
        let half = acos(dot(self.0, middle.0).clamp(-1.0, 1.0));
        let parts = (half / step).ceil().max(1.0) as usize;
        let mut way = Vec::with_capacity(2 * parts + 1);
        way.push(self);
        // By halves, which are never opposite to one another.
        for (from, to) in [(self, middle), (middle, other)] {
            way.extend((1..parts).map(|part| from.between(to, part as f64 / parts as f64)));
            way.push(to);
        }
        way
    }

    /// The point at a share of the way to another that is not opposite.
    fn between(self, other: Self, share: f64) -> Self {
        let angle = self.angle_to(other);
        let (start, end) = (sin((1.0 - share) * angle), sin(share * angle));
        let sum = [0, 1, 2].map(|axis| self.0[axis] * start + other.0[axis] * end);
        Self::towards(sum).unwrap_or(self)
    }

    /// The point in a direction, if it is one.
    pub(super) fn towards(direction: [f64; 3]) -> Option<Self> {
        let length = length(direction);
        (length > NOTHING).then(|| Self(direction.map(|part| part / length)))
    }
}

pub(super) fn dot(one: [f64; 3], other: [f64; 3]) -> f64 {
    one[0] * other[0] + one[1] * other[1] + one[2] * other[2]
}

pub(super) fn cross(one: [f64; 3], other: [f64; 3]) -> [f64; 3] {
    [
        one[1] * other[2] - one[2] * other[1],
        one[2] * other[0] - one[0] * other[2],
        one[0] * other[1] - one[1] * other[0],
    ]
}

fn length(vector: [f64; 3]) -> f64 {
    dot(vector, vector).sqrt()
}
