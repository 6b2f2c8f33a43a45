//! When a thing is published: what the keys `draft`, `publish_from` and `expires` of its file say.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::output::Visibility;
use crate::values::SourcePath;
use crate::values::date::Day;

/// What a file says of when it is published.
#[derive(Debug, Clone, Copy)]
pub(super) struct Publication {
    /// Whether it is a draft.
    pub(super) draft: bool,
    /// The first day.
    pub(super) publish_from: Option<Day>,
    /// The last day.
    pub(super) expires: Option<Day>,
}

impl Publication {
    /// Whether the public may see it on a day. A draft is a draft, whatever else is said of it.
    pub(super) fn visibility(self, today: Day) -> Visibility {
        match self {
            Self { draft: true, .. } => Visibility::Draft,
            Self { publish_from: Some(first), .. } if today < first => Visibility::Scheduled(first),
            Self { expires: Some(last), .. } if last < today => Visibility::Expired(last),
            _ => Visibility::Public,
        }
    }

    /// What is wrong with it: it may leave no day on which the file is published.
    pub(super) fn judge(self, file: &SourcePath) -> Option<Diagnostic> {
        let (first, last) = (self.publish_from?, self.expires?);
        let diagnostic = Diagnostic::new(
            Code::ReversedRange,
            format!("`{last}` is before `publish_from`, so this would never be published"),
        )
        .at(Place::value(file, "expires"))
        .related(Place::value(file, "publish_from"), "the first day on which it is published")
        .help(format!("write the last day on which it is published, `{first}` or later"));
        (last < first).then_some(diagnostic)
    }
}

/// What to do about a reference to something that the public may not see.
pub(super) fn advice(name: &str, visibility: Visibility) -> Option<String> {
    match visibility {
        Visibility::Public => None,
        Visibility::Draft => Some(format!(
            "`{name}` is a draft: publish it too, or take the reference out until then"
        )),
        Visibility::Scheduled(first) => Some(format!(
            "`{name}` is scheduled for {first}: publish it earlier, or take the reference out \
             until then"
        )),
        Visibility::Expired(last) => Some(format!(
            "`{name}` expired after {last}: take the reference out, or give it a later `expires`"
        )),
    }
}
