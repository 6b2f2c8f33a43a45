//! A map of as much of the earth as is needed to show some points and the ways between them.

use super::{
    EqualEarth, Path, Point, Position, Projection, Ring, crop, land, outline, project_line,
    project_rings, simplify,
};

/// The width of every map, in units of its drawing.
pub const WIDTH: u32 = 2000;

/// How much wider a map is than high: as what it shows asks for, within these limits.
const ASPECTS: [f64; 2] = [2.0, 2.5];

/// Meridians that may be in the middle: the map is then cut where there is next to no land, in the
/// Pacific or in the Atlantic.
const MIDDLES: [f64; 2] = [10.0, 155.0];

/// The least width of a map on paper: a fifth of the earth, since the outlines are coarse.
const LEAST_WIDTH: f64 = 1.1;

/// The half of the width and of the height of the whole earth on paper.
const EARTH: Point = [2.7067, 1.3174];

/// How much there may be beyond the earth, so that ways over a pole are not cut off.
const RIM: f64 = 0.02;

/// How much wider a map is than what it shows.
const PADDING: f64 = 1.14;

/// The distance between the points of a way, in radians.
const STEP: f64 = 0.02;

/// What lies south of this, as a sine, is left out unless something there is shown: 60 degrees.
const ANTARCTIC: f64 = -0.866;

/// How far the land is drawn beyond the frame, in units: the seams of [`crop`] cannot be seen.
const BEYOND: f64 = 40.0;

/// By how many units the drawing may be wrong.
const TOLERANCE: f64 = 0.7;

/// A part of the earth in a frame that is [`WIDTH`] units wide.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    projection: EqualEarth,
    upper_left: Point,
    scale: f64,
    height: f64,
    shows_antarctica: bool,
}

impl Frame {
    /// Chooses what is shown, so that as few ways as possible are cut. Without points it is the whole
    /// earth.
    #[must_use]
    pub fn around(points: &[Position], ways: &[(Position, Position)]) -> Self {
        let ways: Vec<Vec<Position>> =
            ways.iter().map(|(from, to)| from.way_to(*to, STEP)).collect();
        let projections = MIDDLES.map(EqualEarth::around);
        let cuts = |projection: &EqualEarth| {
            let is_cut = |way: &&Vec<Position>| {
                way.windows(2).any(|step| projection.cut(step[0], step[1]).is_some())
            };
            ways.iter().filter(is_cut).count()
        };
        let [first, second] = projections;
        let projection = if cuts(&second) < cuts(&first) { second } else { first };
        let on_ways = ways.iter().flatten();
        let shown = points.iter().chain(on_ways).filter_map(|point| projection.project(*point));
        let (mut least, mut greatest) = (EARTH, EARTH.map(|half| -half));
        for point in shown {
            for axis in [0, 1] {
                least[axis] = least[axis].min(point[axis]);
                greatest[axis] = greatest[axis].max(point[axis]);
            }
        }
        if points.is_empty() {
            (least, greatest) = (EARTH.map(|half| -half), EARTH);
        }
        let needed = [0, 1].map(|axis| (greatest[axis] - least[axis]) * PADDING);
        let width = needed[0].max(needed[1] * ASPECTS[0]).clamp(LEAST_WIDTH, 2.0 * EARTH[0]);
        let height = needed[1].clamp(width / ASPECTS[1], width / ASPECTS[0]);
        let half = [width / 2.0, height / 2.0];
        let centre = |axis: usize| {
            let room = (EARTH[axis] + RIM - half[axis]).max(0.0);
            f64::midpoint(least[axis], greatest[axis]).clamp(-room, room)
        };
        Self {
            projection,
            upper_left: [centre(0) - half[0], centre(1) + half[1]],
            scale: f64::from(WIDTH) / width,
            height: (height * f64::from(WIDTH) / width).round(),
            shows_antarctica: points.iter().any(|point| point.0[2] < ANTARCTIC),
        }
    }

    /// The height of the drawing.
    #[must_use]
    pub fn height(&self) -> u32 {
        self.height as u32
    }

    /// Where a point lies in the drawing.
    #[must_use]
    pub fn place(&self, position: Position) -> Point {
        self.projection.project(position).map_or([0.0, 0.0], |point| self.drawn(point))
    }

    /// Whether a point of the drawing lies in the frame, and not too near to its sides.
    #[must_use]
    pub fn holds(&self, [x, y]: Point, margin: f64) -> bool {
        let is_within = |part: f64, size: f64| (margin..=size - margin).contains(&part);
        is_within(x, f64::from(WIDTH)) && is_within(y, self.height)
    }

    /// Adds the shortest way between two points to a drawing.
    pub fn draw_way(&self, from: Position, to: Position, path: &mut Path) {
        for part in project_line(&from.way_to(to, STEP), &self.projection) {
            let part: Vec<Point> = part.into_iter().map(|point| self.drawn(point)).collect();
            path.line(&simplify(&part, TOLERANCE));
        }
    }

    /// The land, as the `d` of a path.
    #[must_use]
    pub fn land(&self) -> String {
        let is_shown = |ring: &&Ring| {
            self.shows_antarctica || ring.points().iter().any(|position| position.0[2] > ANTARCTIC)
        };
        let mut path = Path::default();
        for ring in project_rings(land().iter().filter(is_shown), &self.projection) {
            self.draw_area(ring, &mut path);
        }
        path.finish()
    }

    /// Land and water together, as the `d` of a path: the whole frame, but for what lies beyond the
    /// edge of the earth where the map is cut.
    #[must_use]
    pub fn earth(&self) -> String {
        let mut path = Path::default();
        self.draw_area(outline(&self.projection), &mut path);
        path.finish()
    }

    fn draw_area(&self, ring: Vec<Point>, path: &mut Path) {
        let ring: Vec<Point> = ring.into_iter().map(|point| self.drawn(point)).collect();
        let greatest = [f64::from(WIDTH) + BEYOND, self.height + BEYOND];
        path.ring(&simplify(&crop(&ring, [-BEYOND, -BEYOND], greatest), TOLERANCE));
    }

    fn drawn(&self, [x, y]: Point) -> Point {
        [(x - self.upper_left[0]) * self.scale, (self.upper_left[1] - y) * self.scale]
    }
}
