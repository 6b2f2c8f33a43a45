//! Points that lie too close to be told apart, in heaps.

use std::collections::BTreeMap;

use super::Point;

/// Points that can be found by where they lie. So nothing need be compared with everything.
#[derive(Debug)]
pub struct Grid {
    /// The width of a cell: how near is near.
    distance: f64,
    cells: BTreeMap<[i64; 2], Vec<(usize, Point)>>,
}

impl Grid {
    /// A grid without points, for a distance that is more than nothing.
    #[must_use]
    pub fn new(distance: f64) -> Self {
        Self { distance, cells: BTreeMap::new() }
    }

    /// Adds a point by its number.
    pub fn insert(&mut self, number: usize, point: Point) {
        self.cells.entry(self.cell(point)).or_default().push((number, point));
    }

    /// The numbers of the points that lie nearer than the distance.
    pub fn near(&self, point: Point) -> impl Iterator<Item = usize> {
        let [x, y] = self.cell(point);
        let around =
            (-1..=1).flat_map(move |right| (-1..=1).map(move |down| [x + right, y + down]));
        let points = around.filter_map(|cell| self.cells.get(&cell)).flatten();
        let is_near =
            move |other: &Point| (point[0] - other[0]).hypot(point[1] - other[1]) < self.distance;
        points.filter(move |(_, other)| is_near(other)).map(|(number, _)| *number)
    }

    fn cell(&self, point: Point) -> [i64; 2] {
        point.map(|part| (part / self.distance).floor() as i64)
    }
}

/// Puts points into heaps whose first points lie at least a distance apart; every other point lies
/// nearer than that to the first of its heap. Points are named by their place in the list.
///
/// ```
/// use jumelage::cartography::gather;
///
/// let points = [[0.0, 0.0], [5.0, 0.0], [1.0, 1.0]];
/// assert_eq!(gather(&points, 3.0), [vec![0, 2], vec![1]]);
/// ```
#[must_use]
pub fn gather(points: &[Point], distance: f64) -> Vec<Vec<usize>> {
    let mut heaps: Vec<Vec<usize>> = Vec::new();
    let mut firsts = Grid::new(distance);
    for (index, point) in points.iter().enumerate() {
        let near = firsts.near(*point).next();
        if let Some(heap) = near {
            heaps[heap].push(index);
        } else {
            firsts.insert(heaps.len(), *point);
            heaps.push(vec![index]);
        }
    }
    heaps
}
