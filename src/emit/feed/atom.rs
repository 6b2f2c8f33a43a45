//! An Atom feed as a file (RFC 4287).

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::values::LanguageTag;
use crate::values::date::Day;

/// A feed.
pub(super) struct Feed {
    pub(super) title: String,
    pub(super) author: String,
    pub(super) language: LanguageTag,
    /// The address of the page that shows the same; also the feed's id, with that of the file.
    pub(super) page: String,
    /// The address of the file.
    pub(super) url: String,
    /// What is in it, the newest first. A feed with nothing in it has no date, and is not made.
    pub(super) entries: Vec<Entry>,
}

/// An entry of a feed.
pub(super) struct Entry {
    /// A UUID, by which readers know it again.
    pub(super) id: String,
    pub(super) title: Text,
    /// The whole address of its page.
    pub(super) url: String,
    /// The day by which it is put in order.
    pub(super) updated: Day,
    /// The day on which it was published, where that is known to the day.
    pub(super) published: Option<Day>,
    pub(super) author: Option<String>,
    pub(super) summary: Option<Text>,
    /// All of it as HTML, with whole addresses, and the language it is in.
    pub(super) content: Option<Text>,
}

/// Words, and their language where it is not the feed's.
pub(super) struct Text {
    pub(super) text: String,
    pub(super) language: Option<String>,
}

/// Writes elements into memory, which takes everything.
struct Xml(Writer<Vec<u8>>);

impl Feed {
    /// The file.
    pub(super) fn write(&self) -> Vec<u8> {
        let mut xml = Xml(Writer::new(Vec::new()));
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        let attributes =
            [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", self.language.as_str())];
        xml.begin("feed", &attributes);
        // The address of the file: the feed of another language is another feed.
        xml.text("id", &[], &self.url);
        xml.text("title", &[], &self.title);
        if let Some(newest) = self.entries.iter().map(|entry| entry.updated).max() {
            xml.text("updated", &[], &instant(newest));
        }
        xml.begin("author", &[]);
        xml.text("name", &[], &self.author);
        xml.end("author");
        let file = ["self", "application/atom+xml"];
        xml.empty("link", &[("rel", file[0]), ("type", file[1]), ("href", &self.url)]);
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &self.page)]);
        xml.text("generator", &[], "jumelage");
        for entry in &self.entries {
            entry.write(&mut xml);
        }
        xml.end("feed");
        xml.0.into_inner()
    }
}

impl Entry {
    fn write(&self, xml: &mut Xml) {
        xml.begin("entry", &[]);
        xml.text("id", &[], &format!("urn:uuid:{}", self.id));
        xml.text("title", &self.title.attributes(), &self.title.text);
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &self.url)]);
        if let Some(published) = self.published {
            xml.text("published", &[], &instant(published));
        }
        xml.text("updated", &[], &instant(self.updated));
        if let Some(author) = &self.author {
            xml.begin("author", &[]);
            xml.text("name", &[], author);
            xml.end("author");
        }
        if let Some(summary) = &self.summary {
            xml.text("summary", &summary.attributes(), &summary.text);
        }
        if let Some(content) = &self.content {
            let mut attributes = content.attributes();
            attributes.extend([("type", "html"), ("xml:base", self.url.as_str())]);
            xml.text("content", &attributes, &content.text);
        }
        xml.end("entry");
    }
}

impl Text {
    fn attributes(&self) -> Vec<(&str, &str)> {
        self.language.iter().map(|language| ("xml:lang", language.as_str())).collect()
    }
}

impl Xml {
    fn event(&mut self, event: Event<'_>) {
        self.0.write_event(event).expect("memory takes everything");
    }

    fn begin(&mut self, name: &str, attributes: &[(&str, &str)]) {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.event(Event::Start(start));
    }

    fn end(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
        self.event(Event::Text(BytesText::from_escaped("\n")));
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.event(Event::Empty(start));
    }

    fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.begin(name, attributes);
        // Two signs that any text may hold are no characters of XML.
        let text: String = text.chars().filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}')).collect();
        self.event(Event::Text(BytesText::new(&text)));
        self.event(Event::End(BytesEnd::new(name)));
    }
}

/// The beginning of a day: nobody has said at what time it was.
fn instant(day: Day) -> String {
    format!("{day}T00:00:00Z")
}
