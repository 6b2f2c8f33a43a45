//! Ids that stay: by them calendars and readers of feeds know again what they have seen.

use crate::memo::Fingerprint;
use crate::programme::Site;

/// The id of a thing of the programme, a UUID of version 8 (RFC 9562). What the parts say must not
/// change while the thing is the same: it is made of the names of files, never of words that people
/// may improve or addresses that may move.
pub(super) fn uuid(site: &Site, parts: &[&str]) -> String {
    let operator = site.operator.map(|operator| site.organizations[operator].id.as_str());
    let whose = match site.home {
        Some(home) => {
            let home = &site.cities[home];
            let country = home.country.code.map(|code| code.as_str().to_owned());
            [home.id.to_string(), country.unwrap_or_default()]
        }
        // Nothing else tells registers apart that nobody is responsible for.
        None => [site.name.best(&site.language, &site.language).0.to_owned(), String::new()],
    };
    let whose = whose.iter().map(String::as_str).chain([operator.unwrap_or_default()]);
    // No file of the site can hold this sign.
    let text = whose.chain(parts.iter().copied()).collect::<Vec<_>>().join("\u{1f}");
    let number = Fingerprint::of_bytes(text.as_bytes()).as_u128();
    let number = number & !(0xf << 76) & !(0x3 << 62) | (0x8 << 76) | (0x2 << 62);
    let hex = format!("{number:032x}");
    format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}
