//! The preview's address as a picture in the terminal, for the camera of a phone.

use qrcode::{Color, EcLevel, QrCode};

/// How many light modules lie around a code, so that a camera finds its edge.
const QUIET: usize = 4;

/// Black on white, whatever the colours of the terminal: some cameras do not read a code that is
/// light on dark. These two entries of the palette are the same everywhere, unlike the first 16.
const INK: &str = "\u{1b}[38;5;16;48;5;231m";
const PLAIN: &str = "\u{1b}[0m";

/// Draws a text as a QR code, two rows of it in each line; nothing, if it is too long for one.
#[must_use]
pub(super) fn draw(text: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::L).ok()?;
    let width = code.width();
    let dark = |x: usize, y: usize| {
        let inside = (QUIET..QUIET + width).contains(&x) && (QUIET..QUIET + width).contains(&y);
        inside && code[(x - QUIET, y - QUIET)] == Color::Dark
    };
    let mut drawing = String::new();
    for y in (0..width + 2 * QUIET).step_by(2) {
        drawing.push_str(INK);
        drawing.extend((0..width + 2 * QUIET).map(|x| match (dark(x, y), dark(x, y + 1)) {
            (true, true) => '█',
            (true, false) => '▀',
            (false, true) => '▄',
            (false, false) => ' ',
        }));
        drawing.push_str(PLAIN);
        drawing.push('\n');
    }
    Some(drawing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_drawn_dark_on_light_with_a_margin() {
        let drawing = draw("http://192.168.1.20:8000/").unwrap();
        let lines: Vec<_> = drawing.lines().collect();
        let bare = |line: &str| {
            let line = line.strip_prefix(INK).expect("each line begins with its colours");
            line.strip_suffix(PLAIN).expect("each line ends with plain text").to_owned()
        };
        // 25 modules, the margin twice, and a row more to make the number even.
        assert_eq!(lines.len(), 17);
        assert!(bare(lines[0]).chars().all(|c| c == ' '));
        assert_eq!(bare(lines[2]).chars().count(), 33);
        assert!(bare(lines[2]).starts_with("    █▀▀▀▀▀█ "), "{}", lines[2]);
    }

    #[test]
    fn what_is_too_long_is_not_drawn() {
        assert_eq!(draw(&"x".repeat(5000)), None);
    }
}
