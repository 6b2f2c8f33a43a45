//! The ids and files of everything there is, by which references find their way.

use std::collections::{BTreeMap, BTreeSet};

use super::Guide;
use super::asset::Asset;
use super::collection::Id;
use super::faq::QuestionId;
use super::kind::Kind;
use super::publication::advice;
use super::section::Section;
use super::thing::Thing;
use crate::diagnostic::{Code, Diagnostic, Withheld, nearest};
use crate::output::Visibility;
use crate::picture::{Nature, Picture};
use crate::values::date::Day;
use crate::values::{OutputPath, Slug, SourcePath};

/// The ids and files of everything there is.
#[derive(Debug, Hash)]
pub(super) struct Names {
    /// The day for which the site is made.
    today: Day,
    ids: BTreeMap<(Kind, Slug), usize>,
    files: BTreeMap<SourcePath, Thing>,
    /// The files of the sections' own words.
    sections: BTreeMap<SourcePath, Section>,
    /// The anchors of the parts of texts, in their order.
    parts: BTreeMap<Thing, Vec<String>>,
    /// The ids of what guides ask of cities.
    data_points: BTreeMap<Id<Guide>, Vec<Slug>>,
    /// What the public may not see, whether it is left out or marked.
    hidden: BTreeMap<SourcePath, Visibility>,
    /// Lists with entries that could not be read: what they lack may be in those.
    unreadable: BTreeSet<Kind>,
    /// By their paths in `content/`.
    assets: BTreeMap<String, Asset>,
    /// The pictures of which the list says what they show.
    described: BTreeSet<OutputPath>,
    /// Whether a part of that list could not be read: what it lacks may be in that part.
    pictures_unreadable: bool,
}

/// Why a reference leads nowhere. Nothing, where the reason has been reported already: what it
/// names is there and could not be read.
pub(super) type Nowhere = Option<Diagnostic>;

impl Names {
    pub(super) fn new(today: Day) -> Self {
        Self {
            today,
            ids: BTreeMap::new(),
            files: BTreeMap::new(),
            sections: BTreeMap::new(),
            parts: BTreeMap::new(),
            data_points: BTreeMap::new(),
            hidden: BTreeMap::new(),
            unreadable: BTreeSet::new(),
            assets: BTreeMap::new(),
            described: BTreeSet::new(),
            pictures_unreadable: false,
        }
    }

    /// The day for which the site is made.
    pub(super) fn today(&self) -> Day {
        self.today
    }

    /// Adds the things of a kind, in the order of their collection.
    pub(super) fn add<'a>(
        &mut self,
        kind: Kind,
        things: impl Iterator<Item = (&'a Slug, Option<&'a SourcePath>)>,
    ) {
        for (index, (id, file)) in things.enumerate() {
            self.ids.insert((kind, id.clone()), index);
            if let Some(file) = file {
                self.files.insert(file.clone(), Thing::new(kind, index));
            }
        }
    }

    /// Adds the anchors of the parts of a text.
    pub(super) fn add_parts(&mut self, thing: Thing, anchors: Vec<String>) {
        self.parts.insert(thing, anchors);
    }

    /// Adds what a guide asks of cities.
    pub(super) fn add_data_points(&mut self, guide: Id<Guide>, points: Vec<Slug>) {
        self.data_points.insert(guide, points);
    }

    /// Adds the file of a section's own words.
    pub(super) fn add_section(&mut self, file: &SourcePath, section: Section) {
        self.sections.insert(file.clone(), section);
    }

    /// Remembers that the public may not see what a file describes.
    pub(super) fn hide(&mut self, file: SourcePath, visibility: Visibility) {
        self.hidden.insert(file, visibility);
    }

    /// What the public may not see, in the order of files.
    pub(super) fn hidden(&self) -> impl Iterator<Item = Withheld> + '_ {
        self.hidden
            .iter()
            .map(|(file, visibility)| Withheld { file: file.clone(), visibility: *visibility })
    }

    /// Remembers that not all things of a kind could be read.
    pub(super) fn add_unreadable(&mut self, kind: Kind) {
        self.unreadable.insert(kind);
    }

    /// Adds a file of `content/files/`, by its path in `content/`.
    pub(super) fn add_asset(&mut self, asset: Asset) {
        self.assets.insert(asset.path.to_string(), asset);
    }

    /// Adds what the list of pictures says.
    pub(super) fn add_described(&mut self, paths: Vec<OutputPath>, is_whole: bool) {
        self.described.extend(paths);
        self.pictures_unreadable |= !is_whole;
    }

    /// Whether the list of pictures says what one shows.
    pub(super) fn is_described(&self, path: &OutputPath) -> bool {
        self.pictures_unreadable || self.described.contains(path)
    }

    /// The picture that a published file is; else what to say about it, unless it has been said.
    pub(super) fn picture(&self, path: &OutputPath) -> Result<&Picture, Nowhere> {
        match self.assets.get(path.as_str()).map(|asset| &asset.nature) {
            Some(Nature::Picture(picture)) => Ok(picture),
            Some(Nature::Unfit(_)) => Err(None),
            Some(Nature::Other) | None => {
                let message = format!("`content/{path}` is not a picture");
                let help = "link to it instead: `[what it is](../files/name.pdf)`";
                Err(Some(Diagnostic::new(Code::BadLink, message).help(help)))
            }
        }
    }

    /// The published file of a path in `content/`.
    pub(super) fn asset(&self, path: &str) -> Result<&Asset, Diagnostic> {
        if let Some(found) = self.assets.get(path) {
            return Ok(found);
        }
        let diagnostic =
            Diagnostic::new(Code::UnknownFile, format!("there is no file `content/{path}`"));
        let name = path.rsplit('/').next().unwrap_or(path);
        let elsewhere = || self.assets.keys().find(|known| known.rsplit('/').next() == Some(name));
        let near = nearest(path, self.assets.keys().map(String::as_str));
        Err(match near.or_else(|| elsewhere().map(String::as_str)) {
            Some(near) => diagnostic.help(format!("did you mean `content/{near}`?")),
            None => diagnostic.help("copy it into `content/files/`; capital letters count"),
        })
    }

    /// The thing that an id names; else what to say about it.
    pub(super) fn find(&self, kind: Kind, id: &str) -> Result<Thing, Nowhere> {
        // An id that is no slug is nobody's.
        let slug = Slug::parse_path(id).ok();
        if let Some(index) = slug.clone().and_then(|slug| self.ids.get(&(kind, slug))) {
            return Ok(Thing::new(kind, *index));
        }
        if self.unreadable.contains(&kind) {
            return Err(None);
        }
        let word = kind.word();
        let diagnostic = Diagnostic::new(kind.unknown(), format!("no {word} is called `{id}`"));
        let file = SourcePath::new(&format!("content/{}/{id}.md", kind.folder()));
        if let Some(advice) = file.and_then(|file| advice(id, self.visibility(&file))) {
            return Err(Some(diagnostic.help(advice)));
        }
        let in_folder = || self.of_kind(kind).find(|known| known.rsplit('/').next() == Some(id));
        let help = match nearest(id, self.of_kind(kind)).or_else(in_folder) {
            Some(near) => format!("did you mean `{near}`?"),
            None if id.contains(',') => format!("several ids are a list: `[{id}]`"),
            None if slug.is_none() => {
                let known: Vec<String> =
                    self.of_kind(kind).take(8).map(|id| format!("`{id}`")).collect();
                match known.as_slice() {
                    [] => format!(
                        "an id is the name of a file in `content/{}/`, without `.md`",
                        kind.folder()
                    ),
                    known => format!("write an id, such as {}", known.join(", ")),
                }
            }
            None if kind.is_listed() => format!("add it to `content/{}.yaml`", kind.folder()),
            None => format!("make it: `content/{}/{id}.md`", kind.folder()),
        };
        Err(Some(diagnostic.help(help)))
    }

    /// The part of a text at an anchor, by its place; else what to say about it.
    pub(super) fn part(&self, thing: Thing, anchor: &str) -> Result<usize, Diagnostic> {
        let known = self.parts.get(&thing).map_or(&[][..], Vec::as_slice);
        if let Some(index) = known.iter().position(|known| known == anchor) {
            return Ok(index);
        }
        let word = thing.kind().part_word();
        let message = format!("no {word} has the anchor `{anchor}` there");
        Err(unknown_anchor(message, anchor, known.iter().map(String::as_str)))
    }

    /// The question that a text such as `about#friendship-city` names.
    pub(super) fn question(&self, text: &str) -> Result<QuestionId, Nowhere> {
        let Some((group, anchor)) = text.split_once('#') else {
            let message = format!("`{text}` names a group of questions, and not a question");
            let help = format!("write the anchor of the question too: `{text}#anchor`");
            return Err(Some(Diagnostic::new(Code::UnknownAnchor, message).help(help)));
        };
        let thing = self.find(Kind::Faq, group)?;
        let index = self.part(thing, anchor).map_err(Some)?;
        Ok(QuestionId { faq: Id::new(thing.index()), index })
    }

    /// The guides that ask something of cities.
    pub(super) fn asking_guides(&self) -> impl Iterator<Item = Id<Guide>> {
        self.data_points.keys().copied()
    }

    /// Whether a guide asks something of cities.
    pub(super) fn asks(&self, guide: Id<Guide>) -> bool {
        self.data_points.contains_key(&guide)
    }

    /// What guides ask of cities, each once for each guide.
    pub(super) fn data_points(&self) -> impl Iterator<Item = &str> {
        self.data_points.values().flatten().map(Slug::as_str)
    }

    /// What to say of a reference to something that the public may not see, in a file that it may.
    pub(super) fn unpublished(
        &self,
        kind: Kind,
        id: &str,
        referring: &SourcePath,
    ) -> Option<Diagnostic> {
        let file = SourcePath::new(&format!("content/{}/{id}.md", kind.folder()))?;
        let what = match self.visibility(&file) {
            Visibility::Public => return None,
            Visibility::Draft => "is a draft".to_owned(),
            Visibility::Scheduled(first) => format!("is not published before {first}"),
            Visibility::Expired(last) => format!("expired after {last}"),
        };
        if self.visibility(&original(referring)) != Visibility::Public {
            return None;
        }
        let message = format!("`{id}` {what}, and what refers to it is published");
        Some(Diagnostic::new(Code::UnpublishedReference, message).help(
            "without it the build would stop here: publish both, or take the reference out until then",
        ))
    }

    /// The thing that a file describes.
    pub(super) fn by_file(&self, file: &SourcePath) -> Option<Thing> {
        self.files.get(file).copied()
    }

    /// The section whose own words a file holds.
    pub(super) fn section_by_file(&self, file: &SourcePath) -> Option<Section> {
        self.sections.get(file).copied()
    }

    /// Whether the public may see what a file, or the original of a translation, describes.
    pub(super) fn is_public(&self, file: &SourcePath) -> bool {
        self.visibility(&original(file)) == Visibility::Public
    }

    /// Whether the public may see what a file describes, and else why not.
    pub(super) fn visibility(&self, file: &SourcePath) -> Visibility {
        self.hidden.get(file).copied().unwrap_or_default()
    }

    /// The file that somebody probably meant.
    pub(super) fn nearest_file(&self, file: &SourcePath) -> Option<&str> {
        nearest(file.as_str(), self.files.keys().map(SourcePath::as_str))
    }

    fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &str> {
        self.ids.keys().filter(move |(of, _)| *of == kind).map(|(_, id)| id.as_str())
    }
}

/// What to say of an anchor that is not there.
pub(super) fn unknown_anchor<'a>(
    message: String,
    anchor: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::UnknownAnchor, message);
    if let Some(near) = nearest(anchor, known.clone()) {
        return diagnostic.help(format!("did you mean `{near}`?"));
    }
    let known: Vec<String> = known.take(8).map(|anchor| format!("`{anchor}`")).collect();
    match known.as_slice() {
        [] => diagnostic.help("an anchor stands behind the words of a heading: `## … {#anchor}`"),
        known => diagnostic.help(format!("the anchors there are {}", known.join(", "))),
    }
}

/// The file whose facts a file belongs to: a translation has none of its own.
pub(super) fn original(file: &SourcePath) -> SourcePath {
    let parts = file.as_str().strip_suffix(".md").and_then(|stem| stem.rsplit_once('.'));
    let original = parts.and_then(|(stem, _)| SourcePath::new(&format!("{stem}.md")));
    original.unwrap_or_else(|| file.clone())
}
