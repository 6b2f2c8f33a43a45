//! `jumelage theme list`.

use super::{Exit, Site, count, say};
use crate::cli::args::ThemeList;
use crate::theme::{Entry, catalogue};

pub(super) fn run(arguments: &ThemeList) -> Result<Exit, Exit> {
    let site = Site::read(&arguments.place.site)?;
    let entries = catalogue(&site.sources);
    let width = entries.iter().map(|entry| entry.name.len()).max().unwrap_or_default();
    let mut list = String::new();
    for entry in &entries {
        let (mark, indent) = (if entry.name == site.config.theme { '*' } else { ' ' }, "");
        let about = entry.description.as_deref().unwrap_or("It says nothing of itself.");
        list.push_str(&format!("{mark} {:width$}  {about}\n", entry.name));
        list.push_str(&format!("  {indent:width$}  {}\n", told(entry)));
    }
    list.push_str(&format!(
        "\nThe site has `{}`. Another is chosen by `theme: NAME` in {}.\n",
        site.config.theme, site.config.file
    ));
    say(&list)?;
    Ok(Exit::Good)
}

/// Where a theme lies, and what it builds on.
pub(super) fn told(entry: &Entry) -> String {
    let folder = format!("themes/{}", entry.name);
    let files = count(entry.files_of_site, "file");
    let place = match (entry.is_built_in, entry.files_of_site) {
        (true, 0) => "built in".to_owned(),
        (true, _) => format!("built in, with {files} of the site's own in {folder}"),
        (false, _) => format!("the site's own, {files} in {folder}"),
    };
    match &entry.parent {
        Some(parent) => format!("{place}; builds on {parent}"),
        None => place,
    }
}
