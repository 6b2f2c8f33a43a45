//! Cuts the sphere open where a projection does, and puts what is cut together again along the edge.

use super::{Point, Position, Ring};

/// How a sphere is laid on paper. First it is unfolded onto a plane with an edge, where it can be cut;
/// then each point of the plane has its place on paper.
pub trait Projection {
    /// Where a point comes to lie on the plane; nothing, if it cannot be seen.
    fn unfold(&self, position: Position) -> Option<Point>;

    /// Whether a ring can be seen, if all of it can or nothing, and that is told at a glance.
    fn sees(&self, _: &Ring) -> Option<bool> {
        None
    }

    /// Where the shortest way between two points meets the edge; nothing, if it does not.
    fn cut(&self, from: Position, to: Position) -> Option<Cut>;

    /// The point of the plane at a place of the edge. Places are counted along the edge with what can
    /// be seen on the left, and `length` of them lead once around.
    fn edge(&self, place: f64) -> Point;

    /// How many places the edge has.
    fn length(&self) -> f64;

    /// The place on paper of a point of the plane: right and up.
    fn paper(&self, point: Point) -> Point;

    /// The place on paper of a point of the sphere, if it can be seen.
    fn project(&self, position: Position) -> Option<Point> {
        self.unfold(position).map(|point| self.paper(point))
    }
}

/// Where a way meets the edge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cut {
    /// The place of the edge where it leaves what can be seen.
    pub exit: Option<f64>,
    /// The place where it comes back.
    pub entry: Option<f64>,
}

/// With how many points the edge is drawn.
const EDGE_POINTS: f64 = 144.0;

/// A part of an outline between two places of the edge.
struct Piece {
    points: Vec<Point>,
    entry: f64,
    exit: f64,
}

/// Outlines of areas on paper. Each ring has its area on the left, and so have the results. Rings must
/// not cross each other, and some of the edge must lie in none of their areas.
pub fn project_rings<'a>(
    rings: impl IntoIterator<Item = &'a Ring>,
    projection: &impl Projection,
) -> Vec<Vec<Point>> {
    let (mut whole, mut pieces) = (Vec::new(), Vec::new());
    for ring in rings {
        let points = ring.points();
        let is_seen = projection.sees(ring);
        let cut = |index: usize| {
            let follower = points.get(index + 1).unwrap_or(&points[0]);
            projection.cut(points[index], *follower)
        };
        // A ring that is cut begins after its first cut, so that no piece goes on over its end.
        let first = match is_seen {
            Some(_) => None,
            None => (0..points.len()).find(|index| cut(*index).is_some()),
        };
        let Some(first) = first else {
            if is_seen != Some(false) {
                let mut seen = Vec::with_capacity(points.len());
                seen.extend(points.iter().map_while(|at| projection.unfold(*at)));
                whole.extend((seen.len() == points.len()).then_some(seen));
            }
            continue;
        };
        let mut open: Option<(f64, Vec<Point>)> = None;
        let enter = |place: Option<f64>| place.map(|place| (place, vec![projection.edge(place)]));
        for (step, index) in (first..points.len()).chain(0..=first).enumerate() {
            if step > 0
                && let Some((_, seen)) = &mut open
                && let Some(point) = projection.unfold(points[index])
            {
                seen.push(point);
            }
            let Some(cut) = cut(index) else { continue };
            if let (Some((entry, mut points)), Some(exit)) = (open.take(), cut.exit) {
                points.push(projection.edge(exit));
                pieces.push(Piece { points, entry, exit });
            }
            open = enter(cut.entry);
        }
    }
    whole.extend(rejoin(pieces, projection));
    let paper = |ring: Vec<Point>| ring.into_iter().map(|point| projection.paper(point)).collect();
    whole.into_iter().map(paper).collect()
}

/// Makes rings of pieces: from where one meets the edge, the ring goes along the edge, with its area
/// on the left, to where the next begins.
fn rejoin(mut pieces: Vec<Piece>, projection: &impl Projection) -> Vec<Vec<Point>> {
    pieces.sort_by(|one, other| one.entry.total_cmp(&other.entry));
    let mut taken = vec![false; pieces.len()];
    let mut rings = Vec::new();
    for first in 0..pieces.len() {
        if taken[first] {
            continue;
        }
        let (mut ring, mut current) = (Vec::new(), first);
        loop {
            taken[current] = true;
            let piece = &pieces[current];
            ring.extend_from_slice(&piece.points);
            let after = pieces.partition_point(|other| other.entry < piece.exit);
            let ahead = (after..pieces.len()).chain(0..after);
            let next = { ahead }.find(|next| *next == first || !taken[*next]).unwrap_or(first);
            follow_edge(piece.exit, pieces[next].entry, projection, &mut ring);
            if next == first {
                break;
            }
            current = next;
        }
        rings.push(ring);
    }
    rings
}

/// Adds the points of the edge between two places.
fn follow_edge(from: f64, to: f64, projection: &impl Projection, ring: &mut Vec<Point>) {
    let length = projection.length();
    let to = if to < from { to + length } else { to };
    let step = length / EDGE_POINTS;
    let mut number = (from / step).floor() + 1.0;
    while number * step < to {
        ring.push(projection.edge((number * step) % length));
        number += 1.0;
    }
}

/// The outline of all that can be seen, on paper.
pub fn outline(projection: &impl Projection) -> Vec<Point> {
    let mut ring = Vec::new();
    follow_edge(0.0, projection.length(), projection, &mut ring);
    ring.into_iter().map(|point| projection.paper(point)).collect()
}

/// A line on paper, in parts where the edge cuts it.
pub fn project_line(line: &[Position], projection: &impl Projection) -> Vec<Vec<Point>> {
    let mut parts = vec![Vec::new()];
    let mut last: Option<Position> = None;
    for position in line {
        if let Some(cut) = last.and_then(|last| projection.cut(last, *position)) {
            let edge = |place: f64| projection.paper(projection.edge(place));
            if let Some(part) = parts.last_mut() {
                part.extend(cut.exit.map(edge));
            }
            parts.push(cut.entry.map(edge).into_iter().collect());
        }
        if let (Some(part), Some(point)) = (parts.last_mut(), projection.project(*position)) {
            part.push(point);
        }
        last = Some(*position);
    }
    parts.retain(|part| part.len() > 1);
    parts
}

/// What of an area lies in a rectangle, given by its least and greatest corner. Where the area leaves
/// the rectangle and comes back, its outline runs along the rectangle's sides, there and back.
#[must_use]
pub fn crop(ring: &[Point], least: Point, greatest: Point) -> Vec<Point> {
    let mut ring = ring.to_vec();
    for (axis, limit, sign) in
        [(0, least[0], 1.0), (1, least[1], 1.0), (0, greatest[0], -1.0), (1, greatest[1], -1.0)]
    {
        let inside = |point: &Point| (point[axis] - limit) * sign >= 0.0;
        let mut kept = Vec::with_capacity(ring.len());
        let mut last = ring.last().copied();
        for point in ring {
            if let Some(last) = last
                && inside(&last) != inside(&point)
            {
                let share = (limit - last[axis]) / (point[axis] - last[axis]);
                let mut crossing =
                    [0, 1].map(|axis| last[axis] + share * (point[axis] - last[axis]));
                crossing[axis] = limit;
                kept.push(crossing);
            }
            if inside(&point) {
                kept.push(point);
            }
            last = Some(point);
        }
        ring = kept;
    }
    ring
}
