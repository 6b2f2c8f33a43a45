//! Photographs of which nobody says who made them.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::picture::{Kind, Picture};
use crate::programme::asset::Asset;
use crate::programme::site::Site;
use crate::values::OutputPath;

/// A photograph whose maker is named nowhere: not in the list of pictures, and not where a page
/// has it. A drawing may be anybody's.
pub(super) fn without_credit(site: &Site) -> Vec<Diagnostic> {
    let (of_pages, told) = (site.pictures.of_files.values().flatten(), site.pictures.told.iter());
    let credited: BTreeSet<&OutputPath> = of_pages
        .filter(|picture| picture.own.credit.is_some())
        .map(|picture| &picture.path)
        .chain(told.filter(|(_, (told, _))| told.credit.is_some()).map(|(path, _)| path))
        .collect();
    let photographs = site.assets.iter().filter(|asset| is_photograph(asset));
    let without = photographs.filter(|asset| !credited.contains(&asset.path));
    without
        .map(|asset| {
            let name = asset.name();
            let message = format!("nobody is named for the photograph `{name}`");
            let (place, help) = match site.pictures.told.get(&asset.path) {
                Some((_, place)) => (place.clone(), "write `credit:` and who made it".to_owned()),
                None => (
                    Place::file(&asset.source),
                    format!(
                        "write into `content/pictures.yaml`: \
                         `- {{ file: {name}, alt: What it shows, credit: Who made it }}`"
                    ),
                ),
            };
            Diagnostic::new(Code::MissingCredit, message).at(place).help(help)
        })
        .collect()
}

fn is_photograph(asset: &Asset) -> bool {
    asset.picture().is_some_and(|Picture { kind, is_graphic, is_moving, .. }| {
        !is_graphic && !is_moving && matches!(kind, Kind::Jpeg | Kind::Png | Kind::Webp)
    })
}
