//! Tables as CSV (RFC 4180), which spreadsheets open as they are.
//!
//! A file begins with a byte order mark, for without it Excel takes the letters of `Kraków` for
//! others; readers that know Unicode skip it. A text that a spreadsheet would take for a formula
//! begins with an apostrophe, and so does one that begins with an apostrophe itself: so whoever takes
//! one away from the beginning of each text has what was written.

use super::DataFile;

/// A cell.
#[derive(Debug, Clone)]
pub(super) enum Cell {
    /// Words, an id, a date. Empty if nothing is known.
    Text(String),
    /// A number, which may begin with a minus.
    Number(String),
}

/// A table with the names of its columns.
pub(super) struct Table {
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Vec<Cell>>,
}

impl Cell {
    /// A text that may not be there.
    pub(super) fn text(text: Option<&str>) -> Self {
        Self::Text(text.unwrap_or_default().to_owned())
    }

    /// A number that may not be there.
    pub(super) fn number(number: Option<impl ToString>) -> Self {
        Self::Number(number.map(|number| number.to_string()).unwrap_or_default())
    }

    /// Several texts in one cell.
    pub(super) fn list<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        Self::Text(texts.collect::<Vec<_>>().join("; "))
    }

    fn written(&self) -> String {
        match self {
            Self::Text(text) if is_taken_for_a_formula(text) => format!("'{text}"),
            Self::Text(text) | Self::Number(text) => text.clone(),
        }
    }
}

/// Whether a spreadsheet might calculate with a text, or the text would seem to have been marked.
/// Full-width signs count in Japanese and Chinese versions.
fn is_taken_for_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n', '\''])
}

/// The table as a file.
pub(super) fn file(key: &str, table: &Table) -> DataFile {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut bytes);
    let in_memory = "a row is written to memory, and has as many cells as there are columns";
    writer.write_record(&table.columns).expect(in_memory);
    for row in &table.rows {
        writer.write_record(row.iter().map(Cell::written)).expect(in_memory);
    }
    writer.flush().expect(in_memory);
    drop(writer);
    DataFile { address: format!("data/{key}.csv"), format: "csv".into(), bytes: bytes.into() }
}
