//! Tells who wants to know which part of the work begins. The clock is theirs: a build looks at
//! none, and is the same whether anybody listens or not.

use std::fmt;

/// A part of the work of which one may want to know how long it takes, in the order of the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Reading the site's files.
    Reading,
    /// Understanding the settings, and the words of the languages.
    Settings,
    /// Decoding each file: its facts, its prose, and what is wrong with its words.
    Decoding,
    /// Naming and resolving the facts.
    Facts,
    /// Resolving the texts.
    Texts,
    /// Judging facts, texts, and what texts say of the facts.
    Rules,
    /// Loading the theme.
    Theme,
    /// Publishing the facts as data.
    Data,
    /// Making the pages.
    Pages,
    /// Making what the theme and the site bring along, such as styles.
    Assets,
    /// Making feeds.
    Feeds,
    /// Making calendars.
    Calendars,
    /// Making what is for search engines alone.
    SearchEngines,
    /// Making the pages at former addresses, and gathering all files.
    Gathering,
    /// Following every link of the finished site.
    Checking,
    /// Making pictures and social cards.
    Pictures,
    /// Visiting other websites.
    Visiting,
    /// Making the site ready for its host.
    Hosting,
    /// Making the search's index.
    Index,
    /// Comparing with what is published already.
    Comparing,
    /// Writing what has changed.
    Writing,
    /// Keeping what was made for the next time.
    Keeping,
    /// Telling what there is to say.
    Telling,
}

impl Stage {
    /// What it is called in a table.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Reading => "reading the files",
            Self::Settings => "settings and languages",
            Self::Decoding => "decoding the files",
            Self::Facts => "joining the facts",
            Self::Texts => "joining the texts",
            Self::Rules => "rules",
            Self::Theme => "theme",
            Self::Pages => "pages",
            Self::Assets => "styles and files",
            Self::Data => "open data",
            Self::Feeds => "feeds",
            Self::Calendars => "calendars",
            Self::SearchEngines => "sitemap and robots",
            Self::Gathering => "former addresses",
            Self::Checking => "checking every link",
            Self::Pictures => "pictures and social cards",
            Self::Visiting => "visiting other websites",
            Self::Index => "search index",
            Self::Hosting => "files for the host",
            Self::Comparing => "comparing with the old site",
            Self::Writing => "writing",
            Self::Keeping => "keeping for the next time",
            Self::Telling => "telling of mistakes",
        }
    }
}

/// Who is told when a stage begins, which ends the one before. A stage may begin more than once.
#[derive(Clone, Copy, Default)]
pub struct Progress<'a>(Option<&'a (dyn Fn(Stage) + Sync)>);

impl<'a> Progress<'a> {
    /// Nobody is told.
    #[must_use]
    pub fn untold() -> Self {
        Self(None)
    }

    /// This one is told.
    #[must_use]
    pub fn told_to(listener: &'a (dyn Fn(Stage) + Sync)) -> Self {
        Self(Some(listener))
    }

    /// A stage begins.
    pub fn begins(self, stage: Stage) {
        if let Some(listener) = self.0 {
            listener(stage);
        }
    }
}

impl fmt::Debug for Progress<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Progress").field(&self.0.is_some()).finish()
    }
}
