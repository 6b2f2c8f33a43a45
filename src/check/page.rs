//! What is to be known of a finished page: its anchors, its addresses, and how it is built.

use std::ops::Range;
use std::sync::Arc;

use bytes::Bytes;
use memchr::memmem;

use crate::memo::{Fingerprint, Memory};
use crate::output::{Contents, OutputFile};
use crate::reference::html::{Tag, Tags};

/// A page as it was read.
#[derive(Debug)]
pub(super) struct Page {
    /// Stands for all of the page.
    pub(super) fingerprint: Fingerprint,
    /// Stands for its anchors.
    pub(super) anchors: Fingerprint,
    html: Bytes,
    ids: Vec<Range<u32>>,
    /// Addresses, each once; whether the page needs what is there to be shown.
    addresses: Vec<(Range<u32>, bool)>,
    /// What it tells programs of addresses: whole ones, which count if they are of this site.
    told: Vec<Range<u32>>,
    pub(super) has_language: bool,
    pub(super) has_title: bool,
    pub(super) main_headings: usize,
    pub(super) pictures_without_alt: usize,
}

impl Page {
    /// Reads a published file, if it is a page.
    pub(super) fn of(file: &OutputFile, memory: &Memory) -> Option<Arc<Self>> {
        let Contents::Bytes(bytes) = &file.contents else { return None };
        if !file.path.as_str().ends_with(".html") {
            return None;
        }
        let read = memory
            .recall(|| Fingerprint::of_bytes(bytes), || Self::read(bytes, memory).map(Arc::new));
        (*read).clone()
    }

    fn read(bytes: &Bytes, memory: &Memory) -> Option<Self> {
        let html = std::str::from_utf8(bytes).ok()?;
        let mut page = Self {
            fingerprint: Fingerprint::default(),
            anchors: Fingerprint::default(),
            html: bytes.clone(),
            ids: Vec::new(),
            addresses: Vec::new(),
            told: Vec::new(),
            has_language: false,
            has_title: false,
            main_headings: 0,
            pictures_without_alt: 0,
        };
        let mut addresses: Vec<(&str, bool)> = Vec::new();
        let mut told: Vec<&str> = linked_data(html).collect();
        let mut refresh: Option<&str> = None;
        for tag in Tags::of(html) {
            let mut needed = false;
            match tag.name {
                "html" => {
                    page.has_language = tag.attribute("lang").is_some_and(|lang| !lang.is_empty());
                }
                "title" => page.has_title = true,
                "h1" => page.main_headings += 1,
                "img" => {
                    needed = true;
                    page.pictures_without_alt += usize::from(tag.attribute("alt").is_none());
                }
                "meta" => {
                    told.extend(told_by(tag));
                    refresh = refresh.or_else(|| goes_on_to(tag));
                }
                "link" => {
                    told.extend(tag.attribute("href"));
                    needed = tag
                        .attribute("rel")
                        .is_some_and(|rel| rel.contains("stylesheet") || rel.contains("icon"));
                }
                "script" | "source" | "iframe" | "video" | "audio" | "object" => needed = true,
                _ => {}
            }
            for (name, value) in tag.attributes() {
                let is = |other| name.eq_ignore_ascii_case(other);
                if is("id") {
                    page.ids.push(place(html, value));
                } else if ADDRESSES.iter().any(|name| is(name)) && !value.is_empty() {
                    addresses.push((value, needed));
                } else if is("srcset") || is("imagesrcset") {
                    // Each address stands before its width, and no address of ours has a blank.
                    let candidates = value.split(',');
                    let urls = candidates.filter_map(|it| it.split_ascii_whitespace().next());
                    addresses.extend(urls.map(|url| (url, true)));
                }
            }
        }
        addresses.sort_unstable();
        addresses.dedup();
        page.addresses =
            addresses.into_iter().map(|(text, needed)| (place(html, text), needed)).collect();
        if let Some(refresh) = refresh {
            page.addresses.push((place(html, refresh), false));
        }
        page.told = told.into_iter().map(|text| place(html, text)).collect();
        page.fingerprint = memory.fingerprint(|| Fingerprint::of_bytes(bytes));
        page.anchors = memory.fingerprint(|| Fingerprint::of(&page.ids().collect::<Vec<_>>()));
        Some(page)
    }

    /// Its anchors.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(|range| self.text(range))
    }

    /// The addresses it leads to, and whether it needs what is there to be shown.
    pub(super) fn addresses(&self) -> impl Iterator<Item = (&str, bool)> {
        self.addresses.iter().map(|(range, needed)| (self.text(range), *needed))
    }

    /// What it tells programs: an address, or some data that holds addresses.
    pub(super) fn told(&self) -> impl Iterator<Item = &str> {
        self.told.iter().map(|range| self.text(range))
    }

    fn text(&self, range: &Range<u32>) -> &str {
        let bytes = &self.html[range.start as usize..range.end as usize];
        std::str::from_utf8(bytes).expect("it was cut out of a text")
    }
}

/// The attributes that hold an address which somebody follows, or a browser by itself.
const ADDRESSES: [&str; 9] =
    ["href", "src", "xlink:href", "poster", "data", "action", "formaction", "longdesc", "cite"];

/// The address that a `<meta>` tells.
fn told_by<'a>(tag: Tag<'a>) -> Option<&'a str> {
    let name = tag.attribute("property").or(tag.attribute("name"))?;
    let is_address = ["og:url", "og:image", "og:image:url", "twitter:image"].contains(&name);
    tag.attribute("content").filter(|_| is_address)
}

/// The address that a `<meta>` makes a browser go on to by itself.
fn goes_on_to<'a>(tag: Tag<'a>) -> Option<&'a str> {
    tag.attribute("http-equiv").filter(|it| it.eq_ignore_ascii_case("refresh"))?;
    let (_, address) = tag.attribute("content")?.split_once("url=")?;
    Some(address.trim())
}

/// The data in a page that are for programs.
fn linked_data(html: &str) -> impl Iterator<Item = &str> {
    const MARK: &str = "application/ld+json";
    memmem::find_iter(html.as_bytes(), MARK).map(|at| {
        let rest = &html[at + MARK.len()..];
        let end = memmem::find(rest.as_bytes(), b"</script").unwrap_or(rest.len());
        rest[..end].split(MARK).next().unwrap_or_default()
    })
}

/// Where a part of a page stands in it.
fn place(html: &str, part: &str) -> Range<u32> {
    let start = part.as_ptr() as usize - html.as_ptr() as usize;
    let number = |at: usize| u32::try_from(at).expect("a page has less than four gigabytes");
    number(start)..number(start + part.len())
}
