//! Which file an address means.

use memchr::memchr2;

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
    let path = &address[..memchr2(b'#', b'?', address.as_bytes()).unwrap_or(address.len())];
    if path.is_empty() {
        return Some(from.to_owned());
    }
    let (mut folder, mut path) = match path.strip_prefix(base) {
        Some(inside) => ("", inside),
        None if path.starts_with('/') => return None,
        None => (from.rfind('/').map_or("", |slash| &from[..=slash]), path),
    };
    while let Some(rest) = path.strip_prefix("../") {
        (folder, path) = (parent(folder)?, rest);
    }
    let mut target = String::with_capacity(folder.len() + path.len() + "index.html".len());
    target.push_str(folder);
    if is_plain(path) {
        target.push_str(path);
    } else {
        for (index, part) in path.split('/').enumerate() {
            if index > 0 && !target.is_empty() && !target.ends_with('/') {
                target.push('/');
            }
            match part {
                "" | "." => {}
                ".." => target.truncate(parent(&target)?.len()),
                part => target.push_str(part),
            }
        }
    }
    if target.is_empty() || target.ends_with('/') {
        target.push_str("index.html");
    }
    Some(if target.contains('%') { percent::decoded(&target) } else { target })
}

/// The folder around a folder or a file, with a slash at its end; nothing around the outermost.
fn parent(path: &str) -> Option<&str> {
    let path = path.trim_end_matches('/');
    let slash = path.bytes().rposition(|byte| byte == b'/');
    (!path.is_empty()).then(|| &path[..slash.map_or(0, |slash| slash + 1)])
}

/// Whether a path has neither empty parts nor any that begins with a full stop.
fn is_plain(path: &str) -> bool {
    let is_odd = |pair: &[u8]| matches!(pair, [b'/', b'/' | b'.']);
    !path.starts_with(['/', '.']) && !path.as_bytes().windows(2).any(is_odd)
}

/// Whether an address names another host, or none at all, as that of a mailbox does.
#[must_use]
pub fn is_elsewhere(address: &str) -> bool {
    let mut signs = address.bytes().filter(|byte| matches!(byte, b':' | b'/' | b'?' | b'#'));
    address.starts_with("//") || signs.next() == Some(b':')
}
