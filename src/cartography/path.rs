//! The `d` of an SVG path, in whole numbers and as short as it can be said.

use super::Point;

/// A drawing in the making: lines and outlines.
#[derive(Debug, Default)]
pub struct Path {
    text: String,
}

impl Path {
    /// Adds an outline; one that has shrunk to nothing is left out.
    pub fn ring(&mut self, points: &[Point]) {
        let mut steps = whole(points);
        while steps.len() > 1 && steps.first() == steps.last() {
            steps.pop();
        }
        if steps.len() > 2 {
            self.line_through(&steps);
            self.text.push('z');
        }
    }

    /// Adds a line; one that has shrunk to a point is left out.
    pub fn line(&mut self, points: &[Point]) {
        let steps = whole(points);
        if steps.len() > 1 {
            self.line_through(&steps);
        }
    }

    /// The `d`.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }

    fn line_through(&mut self, points: &[[i32; 2]]) {
        let mut last = points[0];
        self.text.push('M');
        self.number(last[0], true);
        self.number(last[1], false);
        self.text.push('l');
        for (index, point) in points.iter().enumerate().skip(1) {
            self.number(point[0] - last[0], index == 1);
            self.number(point[1] - last[1], false);
            last = *point;
        }
    }

    /// Adds a number; a minus parts it from the number before as well as a blank does.
    fn number(&mut self, number: i32, is_first: bool) {
        if !is_first && number >= 0 {
            self.text.push(' ');
        }
        // A globe has a thousand numbers, most of them of one digit, and each city a globe.
        if number < 0 {
            self.text.push('-');
        }
        match number.unsigned_abs() {
            digit @ 0..10 => self.text.push(char::from(b'0' + digit as u8)),
            size => self.text.push_str(itoa::Buffer::new().format(size)),
        }
    }
}

/// The nearest whole numbers, without repetitions.
fn whole(points: &[Point]) -> Vec<[i32; 2]> {
    let mut whole: Vec<[i32; 2]> =
        points.iter().map(|point| point.map(|part| part.round() as i32)).collect();
    whole.dedup();
    whole
}
