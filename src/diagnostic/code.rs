//! Every kind of mistake: its stable name, how bad it is, and what it means.

use super::Severity;

/// Makes the enum and its table from one list, so that neither can miss a row.
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $severity:ident, $explanation:literal;)+) => {
        /// A kind of mistake.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Code {
            /// Every kind, in the order of the manual.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The stable name, as in `error[unknown-key]`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// How bad it is, unless the site's settings say otherwise.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity),+ }
            }

            /// One sentence that says what it means.
            #[must_use]
            pub fn sentence(self) -> &'static str {
                match self { $(Self::$variant => concat!($($doc),+).trim_ascii()),+ }
            }

            /// What to know about it and what to do, in Markdown.
            #[must_use]
            pub fn explanation(self) -> &'static str {
                match self { $(Self::$variant => $explanation),+ }
            }
        }
    };
}

impl Code {
    /// The code of a name.
    ///
    /// ```
    /// use jumelage::diagnostic::Code;
    ///
    /// assert_eq!(Code::from_name("unknown-key"), Some(Code::UnknownKey));
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }
}

codes! {
    // Files.
    /// A file or folder could not be read.
    Unreadable = "unreadable", Error,
        "The computer refused to open it. Look at its permissions, and whether it is on a disk that is still connected.";
    /// A file is not text in UTF-8.
    NotUtf8 = "not-utf8", Error,
        "Content must be saved as UTF-8, or letters such as `é` would come out wrong. In most editors: File, Save As, Encoding: UTF-8.";
    /// A file holds a character that cannot be seen and must not be published.
    ControlCharacter = "control-character", Error,
        "Such characters come from copying out of other programs. Delete the character that the message points to and type the text again.";
    /// A file is too large to be a page.
    TooLarge = "too-large", Error,
        "A page may have 5 MB and a front matter 64 kB: more is nearly always something pasted by mistake. Split it, or publish it as a document in `files/`.";
    /// A symbolic link leads out of the site's folder.
    LinkLeavesSite = "link-leaves-site", Error,
        "Following it would publish something that is not part of the site. Copy the file into the site's folder instead of linking to it.";
    /// Something in the site's folder is not an ordinary file.
    NotAFile = "not-a-file", Error,
        "A folder named like a page, a device or a socket cannot be published. Rename or remove it.";
    /// A file name cannot be an id.
    BadId = "bad-id", Error,
        "The name of a file is the id of the thing it describes and part of its address. It is made of lower-case letters a to z, digits and single hyphens; the printed name, with any letters, stands in the file.";
    /// A file is in a place where nothing reads it.
    UnexpectedFile = "unexpected-file", Error,
        "Every folder of `content/` holds one kind of thing. Pictures and PDF files go into `content/files/`; a file that nothing reads would be silently missing from the site.";
    /// Two files describe the same thing.
    DuplicateId = "duplicate-id", Error,
        "An id may stand only once among the things of its kind, or a reference to it could mean either.";
    /// Two things would be published at one address.
    AddressClash = "address-clash", Error,
        "The later one would overwrite the earlier. Rename one of the files. Addresses that differ only in capital letters count as one, because on many disks they are.";

    // YAML.
    /// A file has no front matter.
    MissingFrontMatter = "missing-front-matter", Error,
        "The facts about a thing stand at the top of its file, between two lines of `---`. The prose follows.";
    /// The front matter has no end.
    UnclosedFrontMatter = "unclosed-front-matter", Error,
        "After the last fact there must be a line of `---` by itself.";
    /// The front matter or data file is not well-formed YAML.
    YamlSyntax = "yaml-syntax", Error,
        "YAML is lines of `key: value`. What belongs to a key is indented below it by two spaces, never by tabs. A value that begins with a special character, or holds `: `, goes in quotes.";
    /// A file uses YAML anchors, aliases or tags.
    YamlAlias = "yaml-alias", Error,
        "Repeating a value by `&name` and `*name` is a way to make a small file enormous, and hard to read. Write the value out where it is needed. A text that begins with `&`, `*` or `!` goes in quotes.";
    /// A key is not known here.
    UnknownKey = "unknown-key", Error,
        "Nothing reads this key, so what it says would be missing from the site. It is mostly a slip of the pen, or a key that belongs to another kind of content.";
    /// A key stands twice.
    DuplicateKey = "duplicate-key", Error,
        "Only one of the two values could count. Remove one, or put both into one list.";
    /// A key that is needed is not there.
    MissingKey = "missing-key", Error,
        "The page cannot be made without it.";
    /// A value is of the wrong kind.
    WrongType = "wrong-type", Error,
        "A list was written where one value belongs, a text where a number belongs, or the like.";
    /// A value is not one of the known words.
    UnknownValue = "unknown-value", Error,
        "This key takes one of a few words; the message lists them.";
    /// A text is empty.
    EmptyText = "empty-text", Error,
        "An empty value says nothing. Write the text, or remove the key.";
    /// A text needs quotes.
    NeedsQuotes = "needs-quotes", Error,
        "YAML reads a bare `1984`, `true` or `null` as a number or a word of its own. In quotes it is text.";

    // Values.
    /// A date is not written in EDTF.
    BadDate = "bad-date", Error,
        "Dates are written from large to small: `1982`, `1982-06`, `1982-06-25`. A range has a slash: `2013-05-23/2013-05-31`; something that goes on, two dots: `2019/..`; about, a tilde: `1957~`; one of several, brackets in quotes: `\"[1985-08, 1987-04]\"`. Only as much is written as is known: a month stays a month on the page.";
    /// A day does not exist.
    ImpossibleDate = "impossible-date", Error,
        "The calendar has no such day or month.";
    /// A range ends before it begins.
    ReversedRange = "reversed-range", Error,
        "The earlier date comes first, the later after the slash.";
    /// Coordinates are not a point on the globe.
    BadCoordinates = "bad-coordinates", Error,
        "Coordinates are `[latitude, longitude]` in degrees: north and east are positive, south and west negative.";
    /// A country code does not exist.
    BadCountry = "bad-country", Error,
        "Countries are written as the two letters of ISO 3166. How the name is printed is the programme's own choice: `{ code: KR, name: Korea }`.";
    /// A duration is not a number and a unit.
    BadDuration = "bad-duration", Error,
        "Write `5 days`, `1 week`, `6 months` or `2 years`.";
    /// A language tag is not well-formed.
    BadLanguage = "bad-language", Error,
        "Languages are written as their tags: `en`, `es`, `ht`, `pt-BR`.";
    /// A web address is not well-formed.
    BadUrl = "bad-url", Error,
        "Write the whole address, beginning with `https://`.";
    /// A number is out of range.
    BadNumber = "bad-number", Error,
        "The value must be a whole number that makes sense here.";

    // Languages.
    /// A file is in a language that the site does not list.
    UnknownLanguage = "unknown-language", Error,
        "The languages of the site stand in `site.yaml` under `languages`.";
    /// A translation has no original.
    TranslationWithoutOriginal = "translation-without-original", Error,
        "`les-cayes.ht.md` gives the words of `les-cayes.md` in another language; the facts stand in the original, so it must be there.";
    /// A translation states a fact.
    FactInTranslation = "fact-in-translation", Error,
        "Facts stand once, in the original, or two languages could disagree about them. A translation holds words only.";

    // References.
    /// There is no `site.yaml`.
    MissingSite = "missing-site", Error,
        "`content/site.yaml` says what the programme is called and which city is its home. `jumelage init` makes one.";
    /// No city has this id.
    UnknownCity = "unknown-city", Error,
        "A city is referred to by the name of its file without `.md`.";
    /// No relationship has this id.
    UnknownRelationship = "unknown-relationship", Error,
        "A relationship is referred to by the name of its file without `.md`, or, in its short form, by the id of its city.";
    /// No committee has this id.
    UnknownCommittee = "unknown-committee", Error,
        "A committee is referred to by the name of its file without `.md`.";
    /// No event has this id.
    UnknownEvent = "unknown-event", Error,
        "An event is referred to by the name of its file without `.md`.";
    /// No organization has this id.
    UnknownOrganization = "unknown-organization", Error,
        "Organizations are listed in `content/organizations.yaml`, each with an `id`.";
    /// No area of focus has this id.
    UnknownArea = "unknown-area", Error,
        "Areas of focus are listed in `content/areas.yaml`, each with an `id`.";
    /// No document has this id.
    UnknownDocument = "unknown-document", Error,
        "Documents are listed in `content/documents.yaml`, each with an `id`.";
    /// No page has this id.
    UnknownPage = "unknown-page", Error,
        "A page is referred to by the name of its file without `.md`, after the folders it is in: `about/criteria`.";
    /// No news item has this id.
    UnknownNews = "unknown-news", Error,
        "A news item is referred to by the name of its file without `.md`.";
    /// A file that is named is not in `content/files/`.
    UnknownFile = "unknown-file", Error,
        "Photographs and PDF files lie in `content/files/`; they are named by their path in that folder.";
    /// A relationship has fewer than two parties.
    TooFewParties = "too-few-parties", Error,
        "A relationship binds two cities or more.";
    /// A history is not in the order of time.
    HistoryOrder = "history-order", Error,
        "The last change of status that is not in the future is the status today, so the order matters.";
    /// A partner city has no relationship.
    NoRelationship = "no-relationship", Warning,
        "The city has a page, but it is in none of the directory's groups, because nothing says what binds it to the home city. Add `relationship:` to its file, or a file in `relationships/` that names it.";

    // Prose.
    /// Prose holds HTML.
    RawHtml = "raw-html", Error,
        "Markdown says what a text is, the theme says how it looks. HTML in the prose would not follow the theme, could not be checked for accessibility, and could run a script. Only these may be used, without attributes: `<abbr>`, `<br>`, `<cite>`, `<dfn>`, `<kbd>`, `<mark>`, `<q>`, `<small>`, `<sub>`, `<sup>`, `<wbr>`.";
    /// A picture has no text alternative.
    MissingAlt = "missing-alt", Error,
        "Who cannot see the picture hears its text alternative: `![The mayors sign the agreement](../files/signing.jpg)`. Say what the picture shows, in a sentence.";
    /// A link leads nowhere.
    BrokenLink = "broken-link", Error,
        "The page, file or heading that it names does not exist. Link by id (`[Les Cayes](city:les-cayes)`) or by the path of the file (`../cities/les-cayes.md`).";
    /// A link has an address that could do harm or is not understood.
    BadLink = "bad-link", Error,
        "Links may lead to pages of the site, and to `https:`, `http:`, `mailto:`, `tel:` and `geo:` addresses.";
    /// A heading in the prose is of the first level.
    HeadingLevel = "heading-level", Error,
        "A page has one title, and it is the heading of the first level. Headings in the prose begin at the second: `## The pause`.";
    /// A directive is not known.
    UnknownDirective = "unknown-directive", Error,
        "Words in braces are filled in from the facts: `{count cities status=active}`, `{date 1982-06}`, `{years since=1982}`, `{city les-cayes}`, `{established les-cayes}`, and in a paragraph of their own `{directory}` and `{timeline}`. A brace that is only a brace is written `\\{`.";
    /// A directive is written wrongly.
    BadDirective = "bad-directive", Error,
        "A directive is a word in braces, followed by what it is about and by settings of the form `name=value`.";

    // Themes.
    /// The theme does not exist.
    UnknownTheme = "unknown-theme", Error,
        "A theme is built in, or a folder in `themes/`.";
    /// A theme's own settings are wrong.
    BadTheme = "bad-theme", Error,
        "`theme.yaml` says what the theme is called, which version of the theme contract it follows and which theme it builds on.";
    /// A template is wrong.
    TemplateError = "template-error", Error,
        "The template could not be read, or could not be filled in for a page. The message names the line of the template and the page.";
    /// A theme lacks a template.
    MissingTemplate = "missing-template", Error,
        "A theme provides every template of the contract, itself or through the theme it builds on.";
    /// A template uses a variable that no page has.
    UnknownVariable = "unknown-variable", Warning,
        "The contract says which variables each template is given.";
    /// A file of strings is not well-formed.
    BadStrings = "bad-strings", Error,
        "A theme's words stand in `strings/LANG.ftl`, in the Fluent format: `key = text`.";
    /// A template asks for a string that the theme does not have.
    MissingString = "missing-string", Error,
        "Add it to the theme's `strings/en.ftl`.";

    // The finished site.
    /// The address of the site is not known.
    NoBaseUrl = "no-base-url", Note,
        "Some things need the whole address of a page: the sitemap, and the link that tells search engines which address is the right one. They are left out until `site.yaml` has a `base_url`.";
    /// A finished page lacks something that every page needs.
    PageStructure = "page-structure", Error,
        "Every page has a language, a title and one main heading, and no id twice. When it has not, the theme's template is wrong.";
}
