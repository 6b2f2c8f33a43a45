//! Why a site was not published, and what to do about it.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::studio::{Reason, StudioError};

/// The reason a site was not published; the one that was published before still stands.
#[derive(Debug)]
pub enum PublishError {
    /// The output folder holds files, and none of them says that we made it.
    NotOurs {
        /// The output folder.
        folder: PathBuf,
    },
    /// The list of published files cannot be understood.
    BadManifest {
        /// The list.
        manifest: PathBuf,
    },
    /// Publishing there would put something else at risk.
    Protected {
        /// The output folder.
        folder: PathBuf,
        /// What is there, such as `the site's sources`.
        holds: &'static str,
    },
    /// Something that is not a folder has the output folder's name.
    NotAFolder {
        /// The output folder.
        folder: PathBuf,
    },
    /// Another build is publishing to the same folder.
    Busy {
        /// The output folder.
        folder: PathBuf,
        /// The process that publishes, if it could be told.
        pid: Option<u32>,
    },
    /// A file that we did not write has the name of a page or of its folder.
    InTheWay {
        /// That file.
        path: PathBuf,
    },
    /// A socket, pipe or device lies in the output folder.
    SpecialFile {
        /// That file.
        path: PathBuf,
    },
    /// The output folder, or one in it, is a disk of its own and cannot be swapped.
    MountPoint {
        /// That folder.
        folder: PathBuf,
    },
    /// The folder in which we prepare a site holds files that we did not put there.
    StrangeLeftover {
        /// That folder.
        folder: PathBuf,
    },
    /// A picture could not be made.
    Picture(StudioError),
    /// The machine failed.
    Io {
        /// What we were doing: `write`, `rename`.
        doing: &'static str,
        /// To which file or folder.
        path: PathBuf,
        /// How it failed.
        source: io::Error,
    },
}

/// What a step of publishing comes to.
pub(super) type Result<T> = std::result::Result<T, PublishError>;

impl PublishError {
    /// Makes an error of the machine's, for `map_err`.
    pub(super) fn io(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| match source.kind() {
            ErrorKind::ResourceBusy => Self::MountPoint { folder: path.to_owned() },
            _ => Self::Io { doing, path: path.to_owned(), source },
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::NotOurs { .. } => {
                "choose an empty or a new folder with `-o`, or move these files away".to_owned()
            }
            Self::BadManifest { .. } => "use the version of jumelage that published this folder, \
                 or choose a new folder with `-o`"
                .to_owned(),
            Self::Protected { .. } => {
                "choose a folder of its own for the finished site, such as `-o public`".to_owned()
            }
            Self::NotAFolder { .. } => {
                "choose another folder with `-o`, or move what has that name".to_owned()
            }
            Self::Busy { .. } => "wait until it has finished, then build again".to_owned(),
            Self::InTheWay { path } => {
                format!("move or rename `{}`, or give the page another name", path.display())
            }
            Self::SpecialFile { .. } => "move it out of the output folder".to_owned(),
            Self::MountPoint { folder } => {
                format!("publish to a folder inside it: `-o {}`", folder.join("site").display())
            }
            Self::StrangeLeftover { .. } => {
                "look at what is in it, then move it away and build again".to_owned()
            }
            Self::Picture(StudioError { reason: Reason::Spoilt(_), .. }) => {
                "copy it again from where it came from, or export it again".to_owned()
            }
            Self::Picture(_) => "mend that, then build again".to_owned(),
            Self::Io { path, source, .. } => help_with(source.kind(), path),
        }
    }
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOurs { folder } => write!(
                f,
                "`{}` holds files that jumelage did not publish, and has been left as it is",
                folder.display()
            ),
            Self::BadManifest { manifest } => write!(
                f,
                "`{}` is not a list of published files that this version understands",
                manifest.display()
            ),
            Self::Protected { folder, holds } => {
                write!(f, "cannot publish to `{}`: it is or holds {holds}", folder.display())
            }
            Self::NotAFolder { folder } => {
                write!(f, "cannot publish to `{}`: it is not a folder", folder.display())
            }
            Self::Busy { folder, pid: Some(pid) } => {
                write!(f, "another build (process {pid}) is publishing to `{}`", folder.display())
            }
            Self::Busy { folder, pid: None } => {
                write!(f, "another build is publishing to `{}`", folder.display())
            }
            Self::InTheWay { path } => write!(
                f,
                "`{}` is in the way of a page, and jumelage did not publish it",
                path.display()
            ),
            Self::SpecialFile { path } => {
                write!(f, "`{}` is neither a file, a folder nor a link", path.display())
            }
            Self::MountPoint { folder } => write!(
                f,
                "`{}` is a disk or share of its own, so it cannot be swapped for a new folder",
                folder.display()
            ),
            Self::StrangeLeftover { folder } => {
                write!(f, "`{}` holds files that jumelage did not put there", folder.display())
            }
            Self::Picture(error) => error.fmt(f),
            Self::Io { doing, path, source } => {
                write!(f, "cannot {doing} `{}`: {}", path.display(), Plain(source))
            }
        }
    }
}

impl From<StudioError> for PublishError {
    fn from(error: StudioError) -> Self {
        Self::Picture(error)
    }
}

impl std::error::Error for PublishError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}

/// An error of the machine's, in plain words where it is a common one.
struct Plain<'a>(&'a io::Error);

impl fmt::Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0.kind() {
            ErrorKind::NotFound => "it does not exist",
            ErrorKind::PermissionDenied => "permission denied",
            ErrorKind::ReadOnlyFilesystem => "the disk can only be read",
            ErrorKind::StorageFull => "the disk is full",
            ErrorKind::QuotaExceeded => "your share of the disk is used up",
            ErrorKind::NotADirectory => "a file stands where a folder is needed",
            ErrorKind::IsADirectory => "it is a folder",
            ErrorKind::InvalidFilename => "the name is too long or not allowed on this disk",
            _ => return self.0.fmt(f),
        })
    }
}

fn help_with(kind: ErrorKind, path: &Path) -> String {
    match kind {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "make room on that disk, then build again".to_owned()
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => format!(
            "the new site is prepared beside the old one: allow writing in `{}`, \
             or choose a folder elsewhere with `-o`",
            path.parent().unwrap_or(path).display()
        ),
        ErrorKind::InvalidFilename => "give the page a shorter name".to_owned(),
        _ => "mend that, then build again".to_owned(),
    }
}
