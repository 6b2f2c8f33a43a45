//! An outline on the sphere, and how far it reaches.

use super::Position;
use super::position::dot;

/// How much farther than its points an outline is taken to reach, against rounding.
const MARGIN: f64 = 1e-6;

/// An outline of an area, which lies on its left.
#[derive(Debug)]
pub struct Ring {
    points: Vec<Position>,
    /// The middle of a circle around all points, and the sine of its radius: more than one, if the
    /// circle would be half of the sphere or more.
    middle: [f64; 3],
    reach: f64,
}

impl Ring {
    /// The outline through some points, in their order, which comes back to the first.
    #[must_use]
    pub fn new(points: Vec<Position>) -> Self {
        let sum = points
            .iter()
            .fold([0.0; 3], |sum, point| [0, 1, 2].map(|axis| sum[axis] + point.0[axis]));
        let middle = Position::towards(sum).map_or([0.0; 3], |middle| middle.0);
        let cosines = points.iter().map(|point| dot(point.0, middle));
        let cosine = cosines.fold(1.0, f64::min);
        let reach = if cosine > MARGIN { (1.0 - cosine * cosine).sqrt() + MARGIN } else { 2.0 };
        Self { points, middle, reach }
    }

    /// Its points.
    #[must_use]
    pub fn points(&self) -> &[Position] {
        &self.points
    }

    /// Whether it lies in the half of the sphere around a point, if it does as a whole or not at all,
    /// and that can be told from how far it reaches.
    pub(super) fn is_around(&self, centre: [f64; 3]) -> Option<bool> {
        let depth = dot(self.middle, centre);
        (depth.abs() > self.reach).then_some(depth > 0.0)
    }
}
