//! A site in one literal: its files, and what is expected to be said about them.

use jumelage::diagnostic::Finding;

/// A file of a fixture, without the expectations that were written into it.
#[derive(Debug, Clone)]
pub(crate) struct FixtureFile {
    pub(crate) path: String,
    pub(crate) text: String,
    pub(crate) expected: Vec<Remark>,
}

/// A remark as a fixture writes it: what is compared of a finding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Remark {
    /// The file; the site as a whole has none.
    pub(crate) file: Option<String>,
    /// Where in the file, unless all of it is meant.
    pub(crate) spot: Option<Spot>,
    /// As in `error[unknown-city]: no city is called …`.
    pub(crate) text: String,
}

/// What the carets stand under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Spot {
    pub(crate) line: usize,
    pub(crate) column: usize,
    /// The column just behind it; in a spot of several lines, that of the first line's end.
    pub(crate) end_column: usize,
    /// Whether it goes on in the next line.
    pub(crate) goes_on: bool,
}

/// Parts a literal into files. Each begins with a header, `//- content/cities/speyer.md`;
/// remarks before the first header are about the site as a whole.
#[track_caller]
pub(crate) fn parse(literal: &str) -> (Vec<FixtureFile>, Vec<Remark>) {
    let (start, rest) = match literal.find("//- ") {
        Some(at) => literal.split_at(at),
        None => (literal, ""),
    };
    let mut of_site = Vec::new();
    for line in start.lines().filter(|line| !line.trim().is_empty()) {
        let text = line.strip_prefix("//! ");
        let text = text.unwrap_or_else(|| panic!("this line stands in no file: {line}"));
        of_site.push(Remark { file: None, spot: None, text: text.to_owned() });
    }
    let files = format!("\n{rest}");
    let files = files.split("\n//- ").skip(1).map(|file| {
        let (path, text) = file.split_once('\n').unwrap_or((file, ""));
        // The line's end before the next header has been split off.
        let text = if text.is_empty() || text.ends_with('\n') {
            text.to_owned()
        } else {
            format!("{text}\n")
        };
        file_of(path.trim(), &text)
    });
    (files.collect(), of_site)
}

/// Parts a file into its text and what is expected to be said about it.
pub(crate) fn file_of(path: &str, annotated: &str) -> FixtureFile {
    let mut file = FixtureFile { path: path.to_owned(), text: String::new(), expected: Vec::new() };
    let mut line_number = 0;
    for line in annotated.split_inclusive('\n') {
        let remark = match line.strip_prefix("//! ") {
            Some(text) => Some((None, text.trim_end())),
            None => annotation(line, line_number).map(|(spot, text)| (Some(spot), text)),
        };
        match remark {
            Some((spot, text)) => file.expected.push(Remark {
                file: Some(path.to_owned()),
                spot,
                text: text.to_owned(),
            }),
            None => {
                line_number += 1;
                file.text.push_str(line);
            }
        }
    }
    file
}

/// Reads `#   ^^^^^ error[unknown-city]: …` about the line of a number. The sign is left out where
/// the carets begin in the first column; `^^..` goes on in the next line.
fn annotation(line: &str, line_number: usize) -> Option<(Spot, &str)> {
    let drawing = line.strip_prefix('#').unwrap_or(line);
    let sign = line.len() - drawing.len();
    let carets = drawing.trim_start_matches(' ');
    let column = sign + (drawing.len() - carets.len()) + 1;
    let text = carets.trim_start_matches('^');
    let width = carets.len() - text.len();
    let goes_on = text.starts_with("..");
    let text = text.trim_start_matches("..").strip_prefix(' ')?.trim_end();
    let severities = ["error[", "warning[", "note["];
    if width == 0 || !severities.iter().any(|severity| text.starts_with(severity)) {
        return None;
    }
    Some((Spot { line: line_number, column, end_column: column + width, goes_on }, text))
}

impl Remark {
    /// What a fixture would have to write to expect a finding.
    pub(crate) fn of(finding: &Finding) -> Self {
        let place = finding.excerpts.first();
        let spot = place.and_then(|excerpt| excerpt.spot.as_ref()).map(|spot| {
            let goes_on = spot.end_line > spot.line;
            let line_end = spot.text_column + spot.text.chars().count();
            let end_column = if goes_on { line_end } else { spot.end_column };
            Spot {
                line: spot.line,
                column: spot.column,
                // Nothing is drawn as one caret.
                end_column: end_column.max(spot.column + 1),
                goes_on,
            }
        });
        let (severity, code) = (finding.severity.as_str(), finding.code.name());
        Self {
            file: place.map(|excerpt| excerpt.file.clone()),
            spot,
            text: format!("{severity}[{code}]: {}", finding.message),
        }
    }

    /// The lines that would expect it in a fixture.
    pub(crate) fn draw(&self) -> String {
        let file = self.file.as_deref().unwrap_or("(the site as a whole)");
        let Some(spot) = self.spot else { return format!("{file}\n//! {}", self.text) };
        let sign = if spot.column > 1 { "#" } else { "" };
        let blanks = " ".repeat(spot.column - 1 - sign.len());
        let carets = "^".repeat(spot.end_column - spot.column);
        let goes_on = if spot.goes_on { ".." } else { "" };
        format!("{file}, below line {}\n{sign}{blanks}{carets}{goes_on} {}", spot.line, self.text)
    }
}

#[test]
fn a_literal_is_parted_into_files_and_remarks() {
    let (files, of_site) = parse(
        "
//! note[no-base-url]: nobody knows where
//- content/a.yaml
home: spyer
#     ^^^^^ error[unknown-city]: no city
^^^^ error[unknown-key]: no key
# ^^^ is only a comment
//- content/b.md
//! error[too-large]: too large
",
    );
    assert_eq!(of_site[0].text, "note[no-base-url]: nobody knows where");
    assert_eq!(files[0].text, "home: spyer\n# ^^^ is only a comment\n");
    let spots: Vec<_> = files[0].expected.iter().filter_map(|remark| remark.spot).collect();
    let columns: Vec<_> =
        spots.iter().map(|spot| (spot.line, spot.column, spot.end_column)).collect();
    assert_eq!(columns, [(1, 7, 12), (1, 1, 5)]);
    assert_eq!((files[1].text.as_str(), files[1].expected[0].spot), ("", None));
}
