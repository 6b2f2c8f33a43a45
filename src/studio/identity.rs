//! What stands for the bytes of an original, without reading all of them each time.
#![expect(clippy::disallowed_methods, reason = "a file that has just changed may change again")]

use std::time::SystemTime;

use super::{Studio, StudioError, lock};
use crate::memo::Fingerprint;
use crate::source::open_copy;
use crate::values::SourcePath;

impl Studio {
    /// Stands for the bytes of an original. It is read if its stamp tells that it may have changed.
    pub(super) fn content(&self, path: &SourcePath) -> Result<Fingerprint, StudioError> {
        let failed = |error| StudioError::unreadable(path, error);
        let (_, stamp) = open_copy(&self.site_root, path).map_err(failed)?;
        // Of a file that has just changed nothing is written down.
        let is_settled = stamp.is_settled(SystemTime::now());
        let known = lock(&self.known).get(path).copied();
        if let Some((before, content)) = known
            && before == stamp
            && is_settled
        {
            return Ok(content);
        }
        let note = Fingerprint::of(&("original", path, stamp));
        let noted = self.shelf.get(note).filter(|_| is_settled);
        let noted = noted.and_then(|bytes| Some(u128::from_le_bytes(bytes[..].try_into().ok()?)));
        let content = match noted {
            Some(content) => Fingerprint::from_u128(content),
            None => {
                let content = self.read(path)?.content;
                if is_settled {
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
