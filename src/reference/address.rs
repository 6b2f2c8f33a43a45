//! Which file an address means.

use crate::values::percent;

/// The published path that an address means in a file at `from`; nothing if it leads out of the site.
/// `base` is the site's path on its host, with a slash at both ends.
///
/// ```
/// use jumelage::reference::target;
///
/// let target = |address| target("cities/index.html", address, "/twins/");
/// assert_eq!(target("../assets/style.css?1").as_deref(), Some("assets/style.css"));
/// assert_eq!(target("/twins/#top").as_deref(), Some("index.html"));
/// assert_eq!(target("/elsewhere/"), None);
/// ```
#[must_use]
pub fn target(from: &str, address: &str, base: &str) -> Option<String> {
    if is_elsewhere(address) {
        return None;
    }
    let path = address.split(['#', '?']).next().unwrap_or_default();
    if path.is_empty() {
        return Some(from.to_owned());
    }
    let (folder, path) = match path.strip_prefix(base) {
        Some(inside) => ("", inside),
        None if path.starts_with('/') => return None,
        None => (from.rfind('/').map_or("", |slash| &from[..=slash]), path),
    };
    let mut target = folder.to_owned();
    for (index, part) in path.split('/').enumerate() {
        if index > 0 && !target.is_empty() && !target.ends_with('/') {
            target.push('/');
        }
        match part {
            "" | "." => {}
            ".." => {
                let parent = target.trim_end_matches('/');
                if parent.is_empty() {
                    return None;
                }
                target.truncate(parent.rfind('/').map_or(0, |slash| slash + 1));
            }
            part => target.push_str(part),
        }
    }
    if target.is_empty() || target.ends_with('/') {
        target.push_str("index.html");
    }
    Some(percent::decoded(&target))
}

/// Whether an address names another host, or none at all, as that of a mailbox does.
#[must_use]
pub fn is_elsewhere(address: &str) -> bool {
    let scheme = address.split(['/', '?', '#']).next().unwrap_or_default();
    address.starts_with("//") || scheme.contains(':')
}
