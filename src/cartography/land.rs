//! The outlines of the land: Natural Earth, public domain. How its file was made stands beside it, in
//! `land/README.md`.

use std::sync::LazyLock;

use super::{Position, Ring, simplify};

const OUTLINES: &str = include_str!("land/land.txt");

/// How much may be lost of outlines that are seen from far away, in radians: half a degree.
const COARSE: f64 = 0.009;

/// All land, as rings with the land on the left.
#[must_use]
pub fn land() -> &'static [Ring] {
    static LAND: LazyLock<Vec<Ring>> = LazyLock::new(|| OUTLINES.lines().map(ring).collect());
    &LAND
}

/// The same with few points, for a map of the size of a coin.
#[must_use]
pub fn coarse_land() -> &'static [Ring] {
    static COARSE_LAND: LazyLock<Vec<Ring>> = LazyLock::new(|| {
        let coarse = |ring: &Ring| {
            let points: Vec<[f64; 3]> = ring.points().iter().map(|position| position.0).collect();
            Ring::new(simplify(&points, COARSE).into_iter().map(Position).collect())
        };
        land().iter().map(coarse).filter(|ring| ring.points().len() > 3).collect()
    });
    &COARSE_LAND
}

/// A line of the file: steps of longitude and latitude in hundredths of a degree.
fn ring(line: &str) -> Ring {
    let numbers: Vec<i32> = line.split(' ').filter_map(|number| number.parse().ok()).collect();
    let (mut longitude, mut latitude) = (0, 0);
    let points = numbers.chunks_exact(2).map(|step| {
        (longitude, latitude) = (longitude + step[0], latitude + step[1]);
        Position::at(f64::from(longitude) / 100.0, f64::from(latitude) / 100.0)
    });
    Ring::new(points.collect())
}
