//! Phrases put so that they can be read: nearly EDTF, or nearly what `edtf-normalize` knows.

use super::read;

/// Beginnings that mean "until".
const UNTIL: [&str; 5] = ["through ", "thru ", "till ", "to ", "up to "];

/// Beginnings that mean "since", if no end follows.
const FROM: [&str; 4] = ["as of ", "beginning ", "from ", "starting "];

/// Endings that mean that it goes on.
const GOES_ON: [&str; 9] = [
    " to present",
    " to now",
    " - present",
    "-present",
    " - now",
    "-now",
    " onwards",
    " onward",
    "-",
];

/// Dates that are nearly written in EDTF.
pub(super) fn respelled(text: &str) -> Vec<String> {
    let compact: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if matches!(c, '–' | '—' | '−') { '-' } else { c.to_ascii_uppercase() })
        .collect();
    let compact = compact.replace("~?", "%").replace("?~", "%");
    let mut forms = vec![compact.replace('/', "-")];
    if compact.len() == 8 && compact.bytes().all(|b| b.is_ascii_digit()) {
        forms.push(format!("{}-{}-{}", &compact[..4], &compact[4..6], &compact[6..]));
    }
    if let Some(start) = compact.strip_suffix("..") {
        forms.push(format!("{start}/.."));
    }
    if let Some(end) = compact.strip_prefix("..") {
        forms.push(format!("../{end}"));
    }
    if let Some((start, end)) = compact.split_once('/')
        && let Some(shared) = start.len().checked_sub(end.len()).and_then(|at| start.get(..at))
    {
        // The end of a range, short of what it shares with the start: `2013-05-23/31`.
        forms.push(format!("{start}/{shared}{end}"));
    }
    if compact.contains(',') && !compact.contains('[') {
        forms.push(format!("[{}]", compact.replace(',', ", ")));
    }
    forms.push(compact);
    forms.retain(|form| read::shape(form).is_ok());
    forms.sort_unstable();
    forms.dedup();
    forms
}

/// `late 2010` and `early 1980s`: no form says it, but a range comes near.
pub(super) fn part_of_year(words: &str) -> Option<String> {
    let (part, rest) = words.split_once([' ', '-'])?;
    let rest = rest.strip_prefix("the ").unwrap_or(rest);
    let (months, years) = match part {
        "early" => (["01", "03"], ["0", "3"]),
        "mid" => (["05", "08"], ["4", "6"]),
        "late" => (["10", "12"], ["7", "9"]),
        _ => return None,
    };
    let is_number = |text: &str, len| text.len() == len && text.bytes().all(|b| b.is_ascii_digit());
    if is_number(rest, 4) {
        let [first, last] = months;
        return Some(format!("write the months meant, such as `{rest}-{first}/{rest}-{last}`"));
    }
    let decade = rest.strip_suffix("0s").or_else(|| rest.strip_suffix("0's"))?;
    // The 1800s may be ten years or a hundred.
    if !is_number(decade, 3) || decade.ends_with('0') {
        return None;
    }
    let [first, last] = years;
    Some(format!(
        "write the years meant, such as `{decade}{first}/{decade}{last}`, or `{decade}X` for all \
         ten"
    ))
}

/// Puts a phrase into the words that `edtf-normalize` knows.
pub(super) fn rephrased(words: &str) -> String {
    if let Some(rest) = words.strip_suffix("(?)") {
        return format!("{}?", rest.trim_end());
    }
    if let Some(end) = UNTIL.iter().find_map(|until| words.strip_prefix(until)) {
        return format!("until {end}");
    }
    if let Some(start) = GOES_ON.iter().find_map(|goes_on| words.strip_suffix(goes_on)) {
        return format!("since {}", start.trim_start_matches("from "));
    }
    if let Some(start) = FROM.iter().find_map(|from| words.strip_prefix(from))
        && !start.contains(" to ")
        && !start.contains('-')
    {
        return format!("since {start}");
    }
    days_of_month(words).unwrap_or_else(|| words.to_owned())
}

/// Says the month of both days: `may 23-31, 2013`, `23-31 may 2013`, `may 23 to 31, 2013`.
fn days_of_month(words: &str) -> Option<String> {
    let words = words.replace(" - ", "-").replace(" to ", "-").replace(" through ", "-");
    let words: Vec<&str> = words.split_whitespace().collect();
    let (month, days, year) = match words.as_slice() {
        [days, month, year] if days.contains('-') => (month, days, year),
        [month, days, year] => (month, days, year),
        _ => return None,
    };
    let (first, last) = days.trim_end_matches(',').split_once('-')?;
    if first.len() > 2 || last.len() > 2 {
        return None;
    }
    Some(format!("{month} {first} to {month} {last}, {year}"))
}
