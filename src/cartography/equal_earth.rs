//! The whole earth with areas as they are: the projection Equal Earth (Šavrič, Patterson and Jenny,
//! 2018).

use std::f64::consts::PI;

use libm::{asin, cos, sin};

use super::clip::Cut;
use super::{Point, Position, Projection};

/// The whole earth, cut open along a meridian.
#[derive(Debug, Clone, Copy)]
pub struct EqualEarth {
    /// The direction of the middle meridian on the equator.
    middle: [f64; 2],
}

/// The numbers of the polynomial that the projection is.
const A: [f64; 4] = [1.340264, -0.081106, 0.000893, 0.003796];

impl EqualEarth {
    /// With a meridian in the middle, in degrees east of Greenwich.
    #[must_use]
    pub fn around(longitude: f64) -> Self {
        let longitude = longitude.to_radians();
        Self { middle: [cos(longitude), sin(longitude)] }
    }

    fn turned(&self, position: Position) -> Position {
        let ([x, y, z], [cos, sin]) = (position.0, self.middle);
        Position([x * cos + y * sin, y * cos - x * sin, z])
    }
}

/// The plane is that of longitude and latitude. Its edge begins at the upper left and goes down, to the
/// right, up, and back along the upper side; each side counts as one.
impl Projection for EqualEarth {
    fn unfold(&self, position: Position) -> Option<Point> {
        let position = self.turned(position);
        Some([position.longitude(), position.latitude()])
    }

    fn cut(&self, from: Position, to: Position) -> Option<Cut> {
        let (from, to) = (self.turned(from).0, self.turned(to).0);
        let is_east = |at: [f64; 3]| at[1] >= 0.0;
        if is_east(from) == is_east(to) {
            return None;
        }
        let share = from[1] / (from[1] - to[1]);
        let crossing = [0, 1, 2].map(|axis| from[axis] + share * (to[axis] - from[axis]));
        let crossing = Position::towards(crossing).filter(|crossing| crossing.0[0] < 0.0)?;
        let down = 0.5 - crossing.latitude() / PI;
        let (left, right) = (down, 3.0 - down);
        Some(if is_east(from) {
            Cut { exit: Some(right), entry: Some(left) }
        } else {
            Cut { exit: Some(left), entry: Some(right) }
        })
    }

    fn edge(&self, place: f64) -> Point {
        let part = place.fract();
        match place as u8 {
            0 => [-PI, PI * (0.5 - part)],
            1 => [PI * (2.0 * part - 1.0), -PI / 2.0],
            2 => [PI, PI * (part - 0.5)],
            _ => [PI * (1.0 - 2.0 * part), PI / 2.0],
        }
    }

    fn length(&self) -> f64 {
        4.0
    }

    fn paper(&self, [longitude, latitude]: Point) -> Point {
        let half_root = 3f64.sqrt() / 2.0;
        let angle = asin(half_root * sin(latitude));
        let (square, sixth) = (angle.powi(2), angle.powi(6));
        let slope = A[0] + 3.0 * A[1] * square + sixth * (7.0 * A[2] + 9.0 * A[3] * square);
        let height = A[0] + A[1] * square + sixth * (A[2] + A[3] * square);
        [longitude * cos(angle) / (half_root * slope), angle * height]
    }
}
