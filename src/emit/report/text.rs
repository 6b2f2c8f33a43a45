//! The report as text: headings underlined, tables in columns.

use unicode_width::UnicodeWidthStr;

use super::sheet::{Block, Cell, Part, Sheet};

/// What stands between two columns.
const GAP: &str = "  ";

pub(super) fn print(sheet: &Sheet) -> String {
    let mut text = String::new();
    text.push_str(&underlined(&sheet.title, '='));
    text.push_str(&format!("{}\n", sheet.lede));
    for section in &sheet.sections {
        text.push('\n');
        text.push_str(&part(section));
    }
    text
}

fn part(part: &Part) -> String {
    let mut text = underlined(&part.heading, '-');
    for (index, block) in part.blocks.iter().enumerate() {
        if index > 0 {
            text.push('\n');
        }
        match block {
            Block::Words(words) => text.push_str(&format!("{words}\n")),
            Block::Table { caption, head, rows } => {
                if *caption != part.heading {
                    text.push_str(&format!("{caption}\n\n"));
                }
                text.push_str(&table(head, rows));
            }
        }
    }
    text
}

fn underlined(heading: &str, sign: char) -> String {
    let line = sign.to_string().repeat(heading.width());
    format!("{heading}\n{line}\n")
}

/// A table in columns as wide as what stands in them. The last is as long as it is: whoever reads
/// this in an e-mail has it wrapped.
fn table(head: &[String], rows: &[Vec<Cell>]) -> String {
    let cells = |row: &[Cell]| row.iter().map(|cell| cell.text.text.clone()).collect::<Vec<_>>();
    let lines: Vec<Vec<String>> =
        [head.to_vec()].into_iter().chain(rows.iter().map(|row| cells(row))).collect();
    let widths: Vec<usize> = (0..head.len())
        .map(|column| lines.iter().map(|line| line[column].width()).max().unwrap_or_default())
        .collect();
    let is_number =
        |column: usize| rows.iter().all(|row| row.get(column).is_some_and(|cell| cell.is_number));
    let mut text = String::new();
    for line in lines {
        let mut printed = String::new();
        for (column, cell) in line.iter().enumerate() {
            let blank = " ".repeat(widths[column] - cell.width());
            let gap = if column == 0 { "" } else { GAP };
            let (before, after) = if is_number(column) { (&*blank, "") } else { ("", &*blank) };
            printed.push_str(&format!("{gap}{before}{cell}{after}"));
        }
        text.push_str(printed.trim_end());
        text.push('\n');
    }
    text
}
