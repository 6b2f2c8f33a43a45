//! Why a folder is looked through for changes instead of being watched.

use std::fmt;
use std::path::Path;

/// Why the watch looks through the folder again and again instead of being told of changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PollReason {
    /// Somebody has asked for it.
    Asked,
    /// The system watches no more folders.
    LimitReached,
    /// The folder is on another computer, or is provided by another program: of changes made there
    /// nobody is told here. This is what such folders are called.
    NetworkFolder(&'static str),
    /// Watching has failed; this is what the system says.
    Failed(String),
}

impl PollReason {
    /// The reason in what went wrong with watching. Nothing, if it was only that a folder has gone
    /// in the meantime.
    pub(super) fn of(error: &notify::Error) -> Option<Self> {
        match &error.kind {
            notify::ErrorKind::MaxFilesWatch => Some(Self::LimitReached),
            notify::ErrorKind::PathNotFound | notify::ErrorKind::WatchNotFound => None,
            notify::ErrorKind::Io(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            notify::ErrorKind::Io(error) if is_limit(error) => Some(Self::LimitReached),
            notify::ErrorKind::Io(error) => Some(Self::Failed(error.to_string())),
            _ => Some(Self::Failed(error.to_string())),
        }
    }

    /// What to do about it, if there is something.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        let Self::LimitReached = self else { return None };
        if !cfg!(target_os = "linux") {
            return Some("close other programs that watch folders, then start again".to_owned());
        }
        let now = match setting("max_user_watches") {
            Some(now) => format!("it is {now} now"),
            None => "what it is now cannot be read".to_owned(),
        };
        Some(format!(
            "raise the limit `fs.inotify.max_user_watches` ({now}), then start again: \
             `sudo sysctl fs.inotify.max_user_watches=524288`; if it is high already, close other \
             programs that watch folders, such as editors"
        ))
    }
}

impl fmt::Display for PollReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Asked => f.write_str("the folder is looked through for changes, as asked")?,
            Self::LimitReached => f.write_str(
                "this computer has reached its limit of watched folders, so changes are looked for \
                 again and again, and show a little later",
            )?,
            Self::NetworkFolder(name) => write!(
                f,
                "the folder is shared by `{name}`, which does not tell of changes, so they are \
                 looked for again and again, and show a little later"
            )?,
            Self::Failed(reason) => write!(
                f,
                "the folder cannot be watched ({reason}), so changes are looked for again and \
                 again, and show a little later"
            )?,
        }
        Ok(())
    }
}

/// Whether an error says that there are too many watches, or too many who watch.
fn is_limit(error: &std::io::Error) -> bool {
    const ENFILE: i32 = 23;
    const EMFILE: i32 = 24;
    const ENOSPC: i32 = 28;
    cfg!(unix) && matches!(error.raw_os_error(), Some(ENFILE | EMFILE | ENOSPC))
}

/// A limit of the system, if it can be read.
#[expect(clippy::disallowed_methods, reason = "the system's limits are files")]
fn setting(name: &str) -> Option<u64> {
    let path = Path::new("/proc/sys/fs/inotify").join(name);
    std::fs::read_to_string(path).ok()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_not_told_as_a_full_disk() {
        if cfg!(unix) {
            for code in [23, 24, 28] {
                let error = notify::Error::io(std::io::Error::from_raw_os_error(code));
                assert_eq!(PollReason::of(&error), Some(PollReason::LimitReached));
            }
        }
        let error = notify::Error::new(notify::ErrorKind::MaxFilesWatch);
        assert_eq!(PollReason::of(&error), Some(PollReason::LimitReached));
        if cfg!(target_os = "linux") {
            let help = PollReason::LimitReached.help().unwrap();
            assert!(help.contains("`sudo sysctl fs.inotify.max_user_watches=524288`"), "{help}");
        }
    }

    #[test]
    fn a_folder_that_has_gone_is_no_reason() {
        assert_eq!(PollReason::of(&notify::Error::path_not_found()), None);
        assert_eq!(PollReason::of(&notify::Error::watch_not_found()), None);
    }
}
