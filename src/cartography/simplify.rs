//! Lines and outlines with fewer points.

/// The points of a line without which it would be wrong by more than a tolerance (Douglas and
/// Peucker). Of a ring, whose last point is followed by its first, too little is taken away rather
/// than too much.
#[must_use]
pub fn simplify<const N: usize>(points: &[[f64; N]], tolerance: f64) -> Vec<[f64; N]> {
    let Some(last) = points.len().checked_sub(1) else { return Vec::new() };
    let mut kept = vec![false; points.len()];
    (kept[0], kept[last]) = (true, true);
    let mut spans = vec![(0, last)];
    while let Some((from, to)) = spans.pop() {
        let inner = from + 1..to;
        let off = inner.map(|index| (index, distance(points[index], points[from], points[to])));
        let farthest = off.max_by(|one, other| one.1.total_cmp(&other.1));
        if let Some((index, off)) = farthest
            && off > tolerance * tolerance
        {
            kept[index] = true;
            spans.extend([(from, index), (index, to)]);
        }
    }
    let kept = points.iter().zip(kept).filter(|(_, is_kept)| *is_kept);
    kept.map(|(point, _)| *point).collect()
}

/// The square of the distance of a point from what lies between two others.
fn distance<const N: usize>(point: [f64; N], from: [f64; N], to: [f64; N]) -> f64 {
    let (mut along, mut length) = (0.0, 0.0);
    for axis in 0..N {
        along += (point[axis] - from[axis]) * (to[axis] - from[axis]);
        length += (to[axis] - from[axis]).powi(2);
    }
    let share = if length > 0.0 { (along / length).clamp(0.0, 1.0) } else { 0.0 };
    let foot = |axis: usize| from[axis] + share * (to[axis] - from[axis]);
    (0..N).map(|axis| (point[axis] - foot(axis)).powi(2)).sum()
}
