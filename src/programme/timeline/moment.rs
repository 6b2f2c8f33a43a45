//! Small events without a page of their own, as cities and relationships list them.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::programme::event::EventKind;
use crate::programme::resolver::Resolver;
use crate::values::{Date, Words};

/// A small event that stands in the timeline of a city or relationship.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::programme) struct MomentFile {
    /// When it was.
    #[schemars(extend("needed" = true))]
    date: Option<Date>,
    /// What happened.
    #[schemars(extend("needed" = true))]
    title: Option<Words>,
    /// What kind of event it was; `other` if left out.
    kind: Option<EventKind>,
}

/// A small event without a page of its own.
#[derive(Debug, Clone)]
pub struct Moment {
    /// When it was.
    pub date: Option<Date>,
    /// What it was.
    pub title: Words,
    /// What kind of event it was.
    pub kind: EventKind,
}

impl Moment {
    pub(in crate::programme) fn resolve_all(
        files: Vec<MomentFile>,
        field: &str,
        resolver: &mut Resolver<'_>,
    ) -> Vec<Self> {
        let files = files.into_iter().enumerate();
        files
            .filter_map(|(index, file)| {
                let date =
                    resolver.require(file.date, &format!("{field}[{index}].date"), "1982-06");
                let title = resolver.require(
                    file.title,
                    &format!("{field}[{index}].title"),
                    "what happened",
                )?;
                Some(Self { date, title, kind: file.kind.unwrap_or_default() })
            })
            .collect()
    }
}
