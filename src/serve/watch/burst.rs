//! Collects what was touched until it is time to act: one save is many events, and so is a
//! checkout of thousands of files.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::Sighting;

/// An editor's save is over when nothing has happened for so long.
const QUIET: Duration = Duration::from_millis(50);

/// More paths than this are the work of a program, which may pause.
const MANY: usize = 64;

/// How long it must be quiet when there are many paths.
const QUIET_OF_MANY: Duration = Duration::from_millis(250);

/// Nobody waits longer for what was touched first, even if it is never quiet.
const LONGEST: Duration = Duration::from_secs(5);

/// More paths than this are not worth telling apart.
const MOST: usize = 4_096;

/// What was touched since the last time somebody acted on it.
#[derive(Debug, Default)]
pub(in crate::serve) struct Burst {
    paths: BTreeSet<PathBuf>,
    everything: bool,
    /// When the first and the last of it were told.
    span: Option<(Instant, Instant)>,
}

/// What is to be read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// Files and folders that may have changed, in order; none, if everything may have.
    pub paths: Vec<PathBuf>,
    /// Whether everything may have changed.
    pub everything: bool,
}

impl Burst {
    /// Adds what the watch has told. That it polls from now on is for people, and changes nothing.
    pub(in crate::serve) fn add(&mut self, sighting: Sighting, now: Instant) {
        match sighting {
            Sighting::Touched(paths) if !self.everything => {
                self.paths.extend(paths);
                self.everything = self.paths.len() > MOST;
            }
            Sighting::Touched(_) => {}
            Sighting::Everything => self.everything = true,
            Sighting::Polling(_) => return,
        }
        if self.everything {
            self.paths.clear();
        }
        let first = self.span.map_or(now, |(first, _)| first);
        self.span = Some((first, now));
    }

    /// When it will be time to act, if nothing more is told until then; nothing, if there is
    /// nothing to act on.
    #[must_use]
    pub(in crate::serve) fn deadline(&self) -> Option<Instant> {
        let (first, last) = self.span?;
        let many = self.everything || self.paths.len() > MANY;
        let quiet = if many { QUIET_OF_MANY } else { QUIET };
        Some((last + quiet).min(first + LONGEST))
    }

    /// Takes out what was collected, if it is time to act on it.
    pub(in crate::serve) fn take(&mut self, now: Instant) -> Option<Changes> {
        if self.deadline()? > now {
            return None;
        }
        let Self { paths, everything, .. } = std::mem::take(self);
        Some(Changes { paths: paths.into_iter().collect(), everything })
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "there is no other way to a first moment")]
mod tests {
    use super::*;
    use crate::serve::watch::PollReason;

    fn touched(names: impl IntoIterator<Item = usize>) -> Sighting {
        Sighting::Touched(names.into_iter().map(|name| PathBuf::from(name.to_string())).collect())
    }

    fn after(milliseconds: u64) -> Duration {
        Duration::from_millis(milliseconds)
    }

    #[test]
    fn a_save_is_acted_on_once_when_it_is_over() {
        let begin = Instant::now();
        let mut burst = Burst::default();
        assert_eq!(burst.deadline(), None);
        assert_eq!(burst.take(begin + after(100_000)), None);
        burst.add(touched([1]), begin);
        burst.add(touched([1, 0]), begin + after(40));
        assert_eq!(burst.take(begin + after(89)), None);
        assert_eq!(burst.deadline(), Some(begin + after(90)));
        let changes = burst.take(begin + after(90)).unwrap();
        assert_eq!(changes, Changes { paths: vec!["0".into(), "1".into()], everything: false });
        assert_eq!(burst.take(begin + after(100_000)), None);
    }

    #[test]
    fn many_paths_need_a_longer_quiet() {
        let begin = Instant::now();
        let mut burst = Burst::default();
        burst.add(touched(0..64), begin);
        assert_eq!(burst.deadline(), Some(begin + after(50)));
        burst.add(touched([64]), begin);
        assert_eq!(burst.deadline(), Some(begin + after(250)));
        assert_eq!(burst.take(begin + after(250)).unwrap().paths.len(), 65);
    }

    #[test]
    fn it_never_waits_longer_than_five_seconds() {
        let begin = Instant::now();
        let mut burst = Burst::default();
        for time in (0..=5_000).step_by(20) {
            assert_eq!(burst.take(begin + after(time.min(4_999))), None);
            burst.add(touched([0]), begin + after(time));
        }
        assert_eq!(burst.deadline(), Some(begin + after(5_000)));
        assert!(burst.take(begin + after(5_000)).is_some());
    }

    #[test]
    fn too_many_paths_are_everything() {
        let begin = Instant::now();
        let mut burst = Burst::default();
        burst.add(touched(0..4_096), begin);
        burst.add(touched([4_096]), begin);
        burst.add(touched([1]), begin);
        let changes = burst.take(begin + after(250)).unwrap();
        assert_eq!(changes, Changes { paths: Vec::new(), everything: true });
    }

    #[test]
    fn everything_swallows_single_paths_and_polling_is_no_change() {
        let begin = Instant::now();
        let mut burst = Burst::default();
        burst.add(Sighting::Polling(PollReason::Asked), begin);
        assert_eq!(burst.deadline(), None);
        burst.add(touched([1]), begin);
        burst.add(Sighting::Everything, begin);
        let changes = burst.take(begin + after(250)).unwrap();
        assert_eq!(changes, Changes { paths: Vec::new(), everything: true });
    }
}
