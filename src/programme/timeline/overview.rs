//! All years of a timeline at a glance: one column for each, with nothing left out between them.

use schemars::JsonSchema;
use serde::Serialize;

use crate::programme::lens::Lens;
use crate::values::date::When;

/// Fewer entries than this are seen at a glance as they are.
const FEW_ENTRIES: usize = 16;

/// And fewer years than this.
const FEW_YEARS: i32 = 4;

/// More years than this are told by decades, and more decades by centuries.
const MOST_COLUMNS: i32 = 50;

/// So many columns have room for a tick each, on a small phone too.
const FEW_COLUMNS: i32 = 8;

/// The highest column.
const HIGHEST: usize = 12;

/// The columns of a timeline.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OverviewView {
    /// What a column stands for: `year`, `decade` or `century`.
    pub unit: &'static str,
    /// The columns, of which the first and the last have entries.
    pub columns: Vec<ColumnView>,
}

/// A year, decade or century.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ColumnView {
    /// What it is called.
    pub label: String,
    /// What stands below it, if there is room: the number of the year, or of its first year.
    pub tick: Option<String>,
    /// The anchor of its first year that has entries; nothing where it has none.
    pub id: Option<String>,
    /// The address of the page with that anchor, if it is another than this.
    pub url: Option<String>,
    /// How many entries it has.
    pub count: usize,
    /// How high it is: up to 12, and one for each entry where no column has more.
    pub height: usize,
}

impl OverviewView {
    /// The columns for years, in order, with the numbers of their entries; nothing where they are
    /// seen at a glance without. `page` is the address of the page that a year begins on, if it is
    /// another than this.
    pub(super) fn new(
        years: &[(i32, usize)],
        page: impl Fn(i32) -> Option<String>,
        lens: &Lens<'_>,
    ) -> Option<Self> {
        let (first, last) = (years.first()?.0, years.last()?.0);
        let entries: usize = years.iter().map(|(_, count)| count).sum();
        if entries < FEW_ENTRIES || last - first + 1 < FEW_YEARS {
            return None;
        }
        let is_narrow =
            |length: &i32| last.div_euclid(*length) - first.div_euclid(*length) < MOST_COLUMNS;
        let length = [1, 10].into_iter().find(is_narrow).unwrap_or(100);
        let (first, last) = (first.div_euclid(length), last.div_euclid(length));
        let mut rest = years.iter().peekable();
        let mut columns: Vec<ColumnView> = Vec::new();
        for number in first..=last {
            let year = number * length;
            let mut column = ColumnView {
                label: lens.lexicon.say(match length {
                    1 => When::Year(year),
                    10 => When::Decade(year),
                    _ => When::Century(year),
                }),
                tick: has_tick(number, first, last).then(|| lens.lexicon.say(When::Year(year))),
                id: None,
                url: None,
                count: 0,
                height: 0,
            };
            while let Some((year, count)) =
                rest.next_if(|(year, _)| year.div_euclid(length) == number)
            {
                if column.id.is_none() {
                    column.id = Some(anchor(*year));
                    column.url = page(*year);
                }
                column.count += count;
            }
            columns.push(column);
        }
        let most = columns.iter().map(|column| column.count).max().unwrap_or_default();
        for column in &mut columns {
            column.height =
                if most > HIGHEST { (column.count * HIGHEST).div_ceil(most) } else { column.count };
        }
        let unit = match length {
            1 => "year",
            10 => "decade",
            _ => "century",
        };
        Some(Self { unit, columns })
    }
}

/// The anchor of a year.
pub(super) fn anchor(year: i32) -> String {
    format!("_{year}")
}

/// Every fifth column has a tick, and the ends where that leaves room; a few columns all have one.
fn has_tick(number: i32, first: i32, last: i32) -> bool {
    let place = number.rem_euclid(5);
    last - first < FEW_COLUMNS
        || place == 0
        || (number == first && place < 4)
        || (number == last && place > 1)
}
