//! What was found to be well some days ago: `.jumelage/links.json` in the site's folder.
//!
//! It may be deleted or damaged at any time; then addresses are visited again. What was broken is
//! not remembered: somebody may have mended it.
#![expect(clippy::disallowed_methods, reason = "it lies on the disk")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::verdict::Verdict;
use crate::values::Url;
use crate::values::date::Day;

/// How many days it is remembered that an address was well.
const DAYS: i64 = 7;

/// What was found to be well.
#[derive(Debug)]
pub struct Known {
    file: PathBuf,
    today: Day,
    links: BTreeMap<String, Link>,
}

/// An address that was well.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Link {
    /// The day on which it was, counted from 1970.
    day: i64,
    /// Where it has moved, if it has.
    moved: Option<String>,
}

impl Known {
    /// What is remembered for the site in a folder.
    #[must_use]
    pub fn of(site_root: &Path, today: Day) -> Self {
        let file = site_root.join(".jumelage").join("links.json");
        let read = || serde_json::from_slice(&fs::read(&file).ok()?).ok();
        let mut links: BTreeMap<String, Link> = read().unwrap_or_default();
        let days = 0..DAYS;
        links.retain(|_, link| days.contains(&(today.to_unix_days() - link.day)));
        Self { file, today, links }
    }

    /// What was found of an address, if that is not long ago.
    #[must_use]
    pub fn recall(&self, address: &Url) -> Option<Verdict> {
        let link = self.links.get(address.as_str())?;
        Some(link.moved.clone().map_or(Verdict::Alive, Verdict::Moved))
    }

    /// Remembers what is well of these. That it cannot be written down is no trouble.
    pub fn remember(mut self, verdicts: &BTreeMap<Url, Verdict>) {
        let day = self.today.to_unix_days();
        for (address, verdict) in verdicts {
            let moved = match verdict {
                Verdict::Alive => None,
                Verdict::Moved(goal) => Some(goal.clone()),
                Verdict::Broken(_) | Verdict::Unverified(_) => continue,
            };
            self.links.insert(address.to_string(), Link { day, moved });
        }
        let _ = self.write();
    }

    /// Writes beside the place and renames, so that nobody reads a part of it.
    fn write(&self) -> std::io::Result<()> {
        let folder = self.file.parent().unwrap_or(Path::new("."));
        if folder.is_symlink() {
            return Ok(());
        }
        fs::create_dir_all(folder)?;
        let unfinished = folder.join(format!(".links-{}.new", std::process::id()));
        let mut json = serde_json::to_vec_pretty(&self.links)?;
        json.push(b'\n');
        fs::write(&unfinished, json)?;
        fs::rename(&unfinished, &self.file)
    }
}
