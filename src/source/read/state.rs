//! What stands for a whole site, as it lies on the disk.

use std::time::SystemTime;

use super::{Source, Sources};
use crate::memo::Fingerprint;

impl Sources {
    /// Stands for all that a site is made from; nothing, if something was wrong with a file, or if
    /// at this time one could still change without a trace.
    #[must_use]
    pub fn state(&self, now: SystemTime) -> Option<Fingerprint> {
        let files = self.files.iter().map(|(path, source)| {
            let contents = match source {
                Source::Text(text) => text.fingerprint(),
                Source::Opaque { size, stamp, nature } => {
                    stamp.is_settled(now).then(|| Fingerprint::of(&(size, stamp, nature)))?
                }
                Source::Unusable => return None,
            };
            Some(Fingerprint::of(&(path, contents)))
        });
        let files: Vec<Fingerprint> = files.collect::<Option<_>>()?;
        self.problems.is_empty().then(|| Fingerprint::of_all(files))
    }
}
