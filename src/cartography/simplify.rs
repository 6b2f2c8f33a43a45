//! Lines and outlines with fewer points.

/// The points of a line without which it would be wrong by more than a tolerance (Douglas and
/// Peucker). Of a ring, whose last point is followed by its first, too little is taken away rather
/// than too much.
#[must_use]
pub fn simplify<const N: usize>(points: &[[f64; N]], tolerance: f64) -> Vec<[f64; N]> {
    let Some(last) = points.len().checked_sub(1) else { return Vec::new() };
    let mut kept = vec![false; points.len()];
    (kept[0], kept[last]) = (true, true);
    let too_far = (tolerance * tolerance).next_up();
    let mut spans = vec![(0, last)];
    while let Some((from, to)) = spans.pop() {
        let distance = distance_from(points[from], points[to]);
        let (mut most, mut farthest) = (too_far, None);
        for (index, point) in points[..to].iter().enumerate().skip(from + 1) {
            let off = distance(*point);
            if off >= most {
                (most, farthest) = (off, Some(index));
            }
        }
        if let Some(index) = farthest {
            kept[index] = true;
            // What lies side by side has nothing between it.
            spans.extend([(from, index), (index, to)].iter().filter(|(from, to)| to - from > 1));
        }
    }
    let mut simple = Vec::with_capacity(points.len());
    simple.extend(points.iter().zip(kept).filter(|(_, is_kept)| *is_kept).map(|(point, _)| *point));
    simple
}

/// The square of the distance of a point from what lies between two others.
fn distance_from<const N: usize>(from: [f64; N], to: [f64; N]) -> impl Fn([f64; N]) -> f64 {
    let way: [f64; N] = std::array::from_fn(|axis| to[axis] - from[axis]);
    let length = way.iter().fold(0.0, |length, part| length + part * part);
    move |point| {
        let along = (0..N).fold(0.0, |along, axis| along + (point[axis] - from[axis]) * way[axis]);
        let share = if length > 0.0 { (along / length).clamp(0.0, 1.0) } else { 0.0 };
        (0..N).fold(0.0, |sum, axis| {
            let off = point[axis] - (from[axis] + share * way[axis]);
            sum + off * off
        })
    }
}
