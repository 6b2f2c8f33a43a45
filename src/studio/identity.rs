//! What stands for the bytes of an original, without reading all of them each time.
#![expect(clippy::disallowed_methods, reason = "a file that has just changed may change again")]

use std::time::{Duration, SystemTime};

use super::{Studio, StudioError, lock};
use crate::memo::Fingerprint;
use crate::source::open_copy;
use crate::values::SourcePath;

/// A file may change twice while a disk's clock stands still: of one that is so young nothing is
/// written down.
const YOUNG: Duration = Duration::from_secs(3);

impl Studio {
    /// Stands for the bytes of an original. It is read if its stamp tells that it may have changed.
    pub(super) fn content(&self, path: &SourcePath) -> Result<Fingerprint, StudioError> {
        let failed = |error| StudioError::unreadable(path, error);
        let (file, stamp) = open_copy(&self.site_root, path).map_err(failed)?;
        let is_young = file
            .metadata()
            .and_then(|metadata| metadata.modified())
            .is_ok_and(|modified| is_young(modified, SystemTime::now()));
        drop(file);
        let known = lock(&self.known).get(path).copied();
        if let Some((before, content)) = known
            && before == stamp
            && !is_young
        {
            return Ok(content);
        }
        let note = Fingerprint::of(&("original", path, stamp));
        let noted = self.shelf.get(note).filter(|_| !is_young);
        let noted = noted.and_then(|bytes| Some(u128::from_le_bytes(bytes[..].try_into().ok()?)));
        let content = match noted {
            Some(content) => Fingerprint::from_u128(content),
            None => {
                let content = self.read(path)?.content;
                if !is_young {
                    // Who cannot note it reads the file again.
                    let _ = self.shelf.put(note, &content.as_u128().to_le_bytes());
                }
                content
            }
        };
        lock(&self.known).insert(path.clone(), (stamp, content));
        Ok(content)
    }
}

/// Whether a file has just changed. One whose date lies in the future has not: it would be read
/// again at every build.
fn is_young(modified: SystemTime, now: SystemTime) -> bool {
    now.duration_since(modified).is_ok_and(|age| age < YOUNG)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_the_date_of_a_file_it_is_young_for_a_moment_only() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
        assert!(is_young(now, now) && is_young(now - YOUNG / 2, now));
        assert!(!is_young(now - YOUNG, now) && !is_young(now + YOUNG, now));
        // Not every machine has a date that is so late.
        if let Some(last) = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(i64::MAX as u64))
        {
            assert!(!is_young(last, now));
        }
    }
}
