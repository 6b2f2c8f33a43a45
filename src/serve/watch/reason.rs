//! Why a folder is looked through for changes instead of being watched.

use std::fmt;
use std::io::ErrorKind;
use std::path::Path;

/// Why the watch looks through the folder again and again instead of being told of changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PollReason {
    /// Somebody has asked for it.
    Asked,
    /// The system watches no more folders.
    TooManyFolders,
    /// The system lets no more programs watch.
    TooManyWatchers,
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
            notify::ErrorKind::MaxFilesWatch => Some(Self::TooManyFolders),
            notify::ErrorKind::PathNotFound | notify::ErrorKind::WatchNotFound => None,
            notify::ErrorKind::Io(error) => Self::of_system(error),
            _ => Some(Self::Failed(error.to_string())),
        }
    }

    fn of_system(error: &std::io::Error) -> Option<Self> {
        const EMFILE: i32 = 24;
        const ENOSPC: i32 = 28;
        // A folder has gone too if something else stands in its place.
        if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) {
            return None;
        }
        Some(match error.raw_os_error() {
            Some(ENOSPC) if cfg!(unix) => Self::TooManyFolders,
            Some(EMFILE) if cfg!(unix) => Self::TooManyWatchers,
            _ => Self::Failed(error.to_string()),
        })
    }

    /// What to do about it, if there is something.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        let (limit, enough) = match self {
            Self::TooManyFolders => ("max_user_watches", 524_288),
            Self::TooManyWatchers => ("max_user_instances", 1_024),
            Self::Asked | Self::NetworkFolder(_) | Self::Failed(_) => return None,
        };
        if !cfg!(target_os = "linux") {
            return Some("close other programs that watch folders, then start again".to_owned());
        }
        let now = match setting(limit) {
            Some(now) => format!("it is {now} now"),
            None => "what it is now cannot be read".to_owned(),
        };
        Some(format!(
            "raise the limit `fs.inotify.{limit}` ({now}), then start again: \
             `sudo sysctl fs.inotify.{limit}={enough}`; if it is high already, close other \
             programs that watch folders, such as editors"
        ))
    }
}

impl fmt::Display for PollReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Asked => f.write_str("the folder is looked through for changes, as asked")?,
            Self::TooManyFolders => f.write_str(
                "this computer has reached its limit of watched folders, so changes are looked for \
                 again and again, and show a little later",
            )?,
            Self::TooManyWatchers => f.write_str(
                "this computer has reached its limit of programs that watch folders, so changes \
                 are looked for again and again, and show a little later",
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
        let of_code =
            |code| PollReason::of(&notify::Error::io(std::io::Error::from_raw_os_error(code)));
        if cfg!(unix) {
            assert_eq!(of_code(24), Some(PollReason::TooManyWatchers));
            assert_eq!(of_code(28), Some(PollReason::TooManyFolders));
            // Of open files there are too many in the whole system: no limit of watching.
            assert!(matches!(of_code(23), Some(PollReason::Failed(_))));
        }
        let error = notify::Error::new(notify::ErrorKind::MaxFilesWatch);
        assert_eq!(PollReason::of(&error), Some(PollReason::TooManyFolders));
    }

    #[test]
    fn each_limit_is_told_with_its_own_setting() {
        if cfg!(target_os = "linux") {
            for (reason, command) in [
                (PollReason::TooManyFolders, "`sudo sysctl fs.inotify.max_user_watches=524288`"),
                (PollReason::TooManyWatchers, "`sudo sysctl fs.inotify.max_user_instances=1024`"),
            ] {
                let help = reason.help().unwrap();
                assert!(help.contains(command), "{help}");
            }
        }
    }

    #[test]
    fn a_folder_that_has_gone_is_no_reason() {
        assert_eq!(PollReason::of(&notify::Error::path_not_found()), None);
        assert_eq!(PollReason::of(&notify::Error::watch_not_found()), None);
        for kind in [ErrorKind::NotFound, ErrorKind::NotADirectory] {
            assert_eq!(PollReason::of(&notify::Error::io(kind.into())), None);
        }
    }
}
