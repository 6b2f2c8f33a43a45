//! Every kind of mistake: its stable name, how bad it is, and what it means.

use serde::{Deserialize, Serialize};

use super::Severity;

/// Makes the enum and its table from one list, so that neither can miss a row.
macro_rules! codes {
    (
        mistakes: $($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $severity:ident, $explanation:literal;)+
        rules: $($(#[doc = $rule_doc:literal])+ $rule:ident = $rule_name:literal, $level:ident, $rule_explanation:literal;)+
    ) => {
        /// A kind of mistake.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Code {
            $($(#[doc = $doc])+ $variant,)+
            $($(#[doc = $rule_doc])+ $rule,)+
        }

        impl Code {
            /// Every kind, in the order of the manual.
            pub const ALL: &[Self] = &[$(Self::$variant,)+ $(Self::$rule),+];

            /// Those of them that are rules: advice, at a level that the owner may change, and
            /// that can be allowed at one place.
            pub const RULES: &[Self] = &[$(Self::$rule),+];

            /// The stable name, as in `error[unknown-key]`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ $(Self::$rule => $rule_name),+ }
            }

            /// How bad it is, unless the site's settings say otherwise.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ $(Self::$rule => Severity::$level),+ }
            }

            /// One sentence that says what it means.
            #[must_use]
            pub fn sentence(self) -> &'static str {
                match self { $(Self::$variant => concat!($($doc),+).trim_ascii(),)+ $(Self::$rule => concat!($($rule_doc),+).trim_ascii()),+ }
            }

            /// What to know about it and what to do, in Markdown.
            #[must_use]
            pub fn explanation(self) -> &'static str {
                match self { $(Self::$variant => $explanation,)+ $(Self::$rule => $rule_explanation),+ }
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

    /// Whether it is a rule: advice, at a level that the owner may change, and that can be allowed
    /// at one place.
    ///
    /// ```
    /// use jumelage::diagnostic::Code;
    ///
    /// assert!(Code::RelativeTime.is_rule());
    /// assert!(!Code::UnknownKey.is_rule());
    /// ```
    #[must_use]
    pub fn is_rule(self) -> bool {
        Self::RULES.contains(&self)
    }
}

codes! {
    mistakes:

    // Files.
    /// A file or folder could not be read.
    Unreadable = "unreadable", Error,
        "The computer refused to open it. Check that you have permission to read it, and that the disk it is on is still connected.";
    /// A file is not saved as text in UTF-8.
    NotUtf8 = "not-utf8", Error,
        "UTF-8 is the way of storing letters in which `é` or `ł` comes out right everywhere. In most editors: File, Save As, Encoding: UTF-8. A document of a word processor stays one even when it is renamed to `.md`: copy its text into a new file.";
    /// A file holds an invisible character that must not be published.
    ControlCharacter = "control-character", Error,
        "Such characters slip in when text is copied from another program. Delete what stands where the message points, and type it again.";
    /// A file is too large to be a page.
    TooLarge = "too-large", Error,
        "A page may have up to 5 MB, and the front matter at its top 64 kB; more is nearly always something pasted by mistake. Split the page, or put the file into `content/files/` and publish it as a document.";
    /// A symbolic link leads out of the site's folder.
    LinkLeavesSite = "link-leaves-site", Error,
        "A symbolic link is a shortcut to a file elsewhere. Following this one would publish something that is not part of the site. Copy the file itself into the site's folder instead.";
    /// Something in the site's folder is not an ordinary file.
    NotAFile = "not-a-file", Error,
        "It may be a folder that is named like a page, such as `about.md`, or something special that only the computer uses. Rename or remove it.";
    /// A file's name or an `id` has a form that it may not have.
    BadId = "bad-id", Error,
        "A file's name is the id of what the file describes, and becomes part of its web address. Use lower-case letters a to z, digits and single hyphens, as in `les-cayes`. The name that visitors read is written inside the file and may have any letters.";
    /// A file is in a place where nothing reads it.
    UnexpectedFile = "unexpected-file", Error,
        "Each folder of `content/` is for one kind of thing. Where this file is now, it would be missing from the site without anybody noticing. Move it to the right folder; photographs and PDF files belong in `content/files/`.";
    /// Two things of the same kind have the same id.
    DuplicateId = "duplicate-id", Error,
        "Nobody could tell which of the two a reference means. Give one of them another id, or make one of both.";
    /// Two things would be published at the same address.
    AddressClash = "address-clash", Error,
        "The later one would overwrite the earlier. Rename one of the files. Addresses that differ only in capital letters count as the same, because on many disks they are.";

    // YAML.
    /// A file has no front matter.
    MissingFrontMatter = "missing-front-matter", Error,
        "The front matter is the list of facts at the top of a file, between two lines of `---`. The text for visitors follows below it.";
    /// The front matter has no end.
    UnclosedFrontMatter = "unclosed-front-matter", Error,
        "The front matter is the list of facts at the top of a file. After the last fact, write a line that holds only `---`.";
    /// The front matter or a data file is not well-formed YAML.
    YamlSyntax = "yaml-syntax", Error,
        "YAML is made of lines of `key: value`. What belongs to a key is indented below it by two spaces, never by tabs. Put a value in quotes when it begins with a sign such as `[`, `*` or `@`, or holds a colon followed by a space.";
    /// A file uses YAML anchors, aliases or tags.
    YamlAlias = "yaml-alias", Error,
        "These are words that begin with `&`, `*` or `!`. They can make a small file enormous, and they are hard to read. Write the value out wherever it is needed. If the sign is part of your text, put the text in quotes.";
    /// A key is not known here.
    UnknownKey = "unknown-key", Error,
        "Nothing reads this key, so what it says would be missing from the site. It is mostly a typing mistake, or a key that belongs to another kind of content.";
    /// A key is written twice.
    DuplicateKey = "duplicate-key", Error,
        "Only one of the two values could count. Remove one, or, where the key takes a list, put both into one list.";
    /// A key that is needed is not there.
    MissingKey = "missing-key", Error,
        "The page cannot be made without it. Add a line with the key and its value.";
    /// A value is of the wrong kind.
    WrongType = "wrong-type", Error,
        "For example, there is a list where one value belongs, or a word where a number belongs.";
    /// A value is not one of the words that its key takes.
    UnknownValue = "unknown-value", Error,
        "This key takes one of a few words, so that the site can sort and count by them. The message lists them.";
    /// A text is empty.
    EmptyText = "empty-text", Error,
        "An empty value says nothing. Write the text, or remove the key.";
    /// A text needs quotes.
    NeedsQuotes = "needs-quotes", Error,
        "Without quotes, YAML reads `1984`, `true` or `null` as a number or a word of its own. With quotes, as in `\"1984\"`, it is text.";

    // Values.
    /// A date is not written in a form that can be read.
    BadDate = "bad-date", Error,
        "Dates are written with the year first: `1982`, `1982-06`, `1982-06-25`. A range has a slash: `2013-05-23/2013-05-31`. What still goes on ends in two dots: `2019/..`. About 1957 is `1957~`. One of several dates is written in brackets and quotes: `\"[1985-08, 1987-04]\"`. Write only as much as is known: a month stays a month on the page. The name of this notation is EDTF.";
    /// A date does not exist.
    ImpossibleDate = "impossible-date", Error,
        "The calendar has no such day or month. If only the month or the year is certain, write only that.";
    /// A range of dates ends before it begins.
    ReversedRange = "reversed-range", Error,
        "Write the earlier date first and the later one after the slash: `2013-05-23/2013-05-31`. In the same way, the last day on which a page is published (`expires`) cannot come before the first (`publish_from`).";
    /// Coordinates are not a point on the globe.
    BadCoordinates = "bad-coordinates", Error,
        "Write `[latitude, longitude]` in degrees, as in `[18.194, -73.746]`. North and east are positive, south and west are negative.";
    /// What names a thing in another collection does not have the form that it has there.
    BadIdentifier = "bad-identifier", Error,
        "A city can say which item of Wikidata it is, `wikidata: Q45412`, and which place of GeoNames, `geonames: 2740637`. Look the city up in Wikidata or GeoNames, and copy the number from the address of its page there. Where you are not sure that it is the same place, leave the key out.";
    /// A country code does not exist.
    BadCountry = "bad-country", Error,
        "A country is written as its two capital letters in ISO 3166, such as `HT` for Haiti. To print its name in your own way, write `{ code: KR, name: Korea }`.";
    /// A duration is not a number and a unit.
    BadDuration = "bad-duration", Error,
        "Write `5 days`, `1 week`, `6 months` or `2 years`.";
    /// A time of day is not written as hours and minutes.
    BadTime = "bad-time", Error,
        "Write the hours from 0 to 23, a colon and the minutes with two digits, in quotes: `\"18:30\"` for half past six in the evening. The pages print it as is usual in their language.";
    /// A time zone does not exist.
    BadTimeZone = "bad-time-zone", Error,
        "Write the name of your time zone in the IANA database, which is a continent and a large city that keeps the same time: `timezone: America/New_York`, `Europe/Berlin`, `America/Port-au-Prince`. Without the key, calendars show the times of events as they are written, wherever somebody is.";
    /// A language is not written as a language tag.
    BadLanguage = "bad-language", Error,
        "A tag is a short name for a language: `en` for English, `es` for Spanish, `ht` for Haitian Creole, `pt-BR` for the Portuguese of Brazil.";
    /// A register has no home city, and something speaks of one.
    RegisterHome = "register-home", Error,
        "With `shape: register` in `content/site.yaml`, the site is about cities none of which is the home city. So there is no `home`, and a city's file cannot tell what binds it to the home city: each relationship has a file of its own in `content/relationships/` that names its parties. If one of the cities is yours, take `shape` out.";
    /// A site of a pair does not have one partner city.
    NotAPair = "not-a-pair", Warning,
        "With `shape: pair` in `content/site.yaml`, the home page leads with the home city and its partner city. With none or several partners it is made as that of a hub. Add the partner, or take `shape` out.";
    /// A site claims to speak for a national government.
    NationalGovernment = "national-government", Error,
        "A programme is run by a city, a county, a state or an association. Templates that were made for the sites of a national government bring its banner along, and it is false on every other site. Write into `jurisdiction` whose site this is, or leave it out: then there is no banner.";
    /// A web address is not complete or not well-formed.
    BadUrl = "bad-url", Error,
        "Copy the whole address from the browser. It begins with `https://` and has no spaces.";
    /// An e-mail address is not complete or not well-formed.
    BadEmail = "bad-email", Error,
        "Write the address alone, such as `peace@example.org`. Many websites hide addresses from machines, so that a copy of the page says `[email protected]` instead: ask whose it is, and type it.";
    /// A telephone number is not well-formed.
    BadPhone = "bad-phone", Error,
        "Begin with the country's code, so that the number can be dialled from anywhere: `+1 617 555 0100`. What else there is to say may follow it: `+1 617 555 0100, ext. 7`.";
    /// A number is out of range.
    BadNumber = "bad-number", Error,
        "It must be a whole number, neither too small nor too large for what it counts. Look for a typing mistake.";

    // Languages.
    /// A file is in a language that the site does not list.
    UnknownLanguage = "unknown-language", Error,
        "The part before `.md` names the language, as `ht` does in `les-cayes.ht.md`. Add the language to `languages` in `content/site.yaml`, or rename the file.";
    /// The program has no words for a language.
    NoLexicon = "no-lexicon", Warning,
        "Dates, numbers and the names of countries need words in each language. Those that are not built in stand in `content/languages/TAG.yaml`.";
    /// A translation has no original.
    TranslationWithoutOriginal = "translation-without-original", Error,
        "`les-cayes.ht.md` gives the words of `les-cayes.md` in another language. The facts are in the original, so it must be there too. Look for a slip in the file's name, or write the original.";
    /// A translation states a fact.
    FactInTranslation = "fact-in-translation", Error,
        "Facts are written once, in the original, or two languages could disagree about them. Remove the key here; a translation holds words only.";

    // References.
    /// Something that is published refers to something that is not.
    UnpublishedReference = "unpublished-reference", Warning,
        "A draft, or a page that is scheduled or has expired, is shown in the preview and with `--drafts`. A build without them stops at what refers to it, since a visitor would find nothing there. Publish the two together, or take the reference out until then.";
    /// There is no `content/site.yaml`.
    MissingSite = "missing-site", Error,
        "This file says what the programme is called and which city is its home. Check that you are in the site's folder, or begin a new site with `jumelage init`.";
    /// No city has this id.
    UnknownCity = "unknown-city", Error,
        "A city's id is the name of its file without `.md`: `les-cayes` for `content/cities/les-cayes.md`.";
    /// No relationship has this id.
    UnknownRelationship = "unknown-relationship", Error,
        "A relationship's id is the name of its file in `content/relationships/` without `.md`. If the relationship is written in a city's file, its id is that of the city.";
    /// No committee has this id.
    UnknownCommittee = "unknown-committee", Error,
        "A committee's id is the name of its file without `.md`: `haiti` for `content/committees/haiti.md`.";
    /// No event has this id.
    UnknownEvent = "unknown-event", Error,
        "An event's id is the name of its file without `.md`: `2013-delegation` for `content/events/2013-delegation.md`.";
    /// No organization has this id.
    UnknownOrganization = "unknown-organization", Error,
        "Organizations are listed in `content/organizations.yaml`. Use the `id` of one of them, or add yours to the list.";
    /// No area of focus has this id.
    UnknownArea = "unknown-area", Error,
        "Areas of focus are listed in `content/areas.yaml`. Use the `id` of one of them, or add yours to the list.";
    /// No document has this id.
    UnknownDocument = "unknown-document", Error,
        "Documents are listed in `content/documents.yaml`. Use the `id` of one of them, or add yours to the list.";
    /// No page has this id.
    UnknownPage = "unknown-page", Error,
        "A page's id is its path in `content/pages/` without `.md`: `about/criteria` for `content/pages/about/criteria.md`.";
    /// No news item has this id.
    UnknownNews = "unknown-news", Error,
        "A news item's id is the name of its file without `.md`: `2026-05-tea` for `content/news/2026-05-tea.md`.";
    /// No group of questions has this id.
    UnknownFaq = "unknown-faq", Error,
        "The id of a group of questions is the name of its file without `.md`: `about` for `content/faq/about.md`. A question is named by its group and its anchor, as in `about#friendship-city`.";
    /// No guide has this id.
    UnknownGuide = "unknown-guide", Error,
        "A guide's id is the name of its file without `.md`: `establishing` for `content/guides/establishing.md`.";
    /// No term has this id.
    UnknownTerm = "unknown-term", Error,
        "Terms are listed in `content/glossary.yaml`. Use the `id` of one of them, or add yours to the list.";
    /// No contact has this id.
    UnknownContact = "unknown-contact", Error,
        "Contacts are listed in `content/contacts.yaml`. Use the `id` of one of them, or add yours to the list.";
    /// No question or step has this anchor.
    UnknownAnchor = "unknown-anchor", Error,
        "A question or a step is a heading of the second level, and its anchor stands in braces behind the words: `## What is a friendship city? {#friendship-city}`. A translation uses the anchors of the original, so that a link leads to the same question in every language.";
    /// A file that is named is not in `content/files/`.
    UnknownFile = "unknown-file", Error,
        "Photographs and PDF files are named by their path in `content/files/`. Copy the file there, or correct the name; capital letters count.";
    /// A file cannot be published as a picture.
    BadPicture = "bad-picture", Error,
        "What a file is, is told by what is in it and not by its name. It may be damaged, larger than any screen needs, in a format that only some browsers show, or something else that only has a picture's name. A drawing (SVG) may hold nothing but shapes and words: no scripts, and nothing that leads out of it. Export the picture again, as JPEG if it is a photograph.";
    /// The home city has a relationship with itself.
    HomeRelationship = "home-relationship", Error,
        "What binds a partner to the home city stands in the partner's file. The home city's own file has no `relationship`.";
    /// A relationship has fewer than two parties.
    TooFewParties = "too-few-parties", Error,
        "A relationship binds two cities or more. Add the one that is missing.";
    /// A history is not in the order of time.
    HistoryOrder = "history-order", Error,
        "The last change of status that is not in the future is the status today, so the order matters. Write the earliest change first.";
    /// A partner city has no relationship.
    NoRelationship = "no-relationship", Warning,
        "The city has a page, but it is in none of the directory's groups, because nothing says what binds it to the home city. Add `relationship:` to its file, or a file in `content/relationships/` that names it.";

    // Rules.
    /// Something is to be allowed, in a way that cannot be.
    BadAllowance = "bad-allowance", Error,
        "A rule can be lifted at one place, with a reason for those who come later: `<!-- allow relative-time: the quotation is dated -->` directly before a paragraph or at the end of its line, and `# allow count-disagrees: the press counts so` above a line of the facts or at its end. Only rules can be allowed; what is a mistake has to be mended.";

    // Prose.
    /// A text holds HTML.
    RawHtml = "raw-html", Error,
        "Write Markdown: it says what a text is, and the theme says how it looks. HTML would not follow the theme, could not be checked for accessibility, and could run a script. Only these may be used, with nothing else between the angle brackets: `<abbr>`, `<br>`, `<cite>`, `<dfn>`, `<kbd>`, `<mark>`, `<q>`, `<small>`, `<sub>`, `<sup>`, `<wbr>`. They stand within a line of words, and end in the paragraph in which they begin. An angle bracket that is only that is written `\\<`.";
    /// A picture has no text alternative.
    MissingAlt = "missing-alt", Error,
        "People who cannot see the picture are read this text instead. In a sentence between the square brackets, say what the picture shows: `![The mayors sign the agreement](../files/signing.jpg)`.";
    /// A link leads nowhere.
    BrokenLink = "broken-link", Error,
        "The page, file or heading that it names does not exist. Link by id, as in `[Les Cayes](city:les-cayes)`, or by the path of the file, as in `[Les Cayes](../cities/les-cayes.md)`.";
    /// A link has an address that could do harm or is not understood.
    BadLink = "bad-link", Error,
        "A link may lead to a page of the site, or to an address that begins with `https:`, `http:`, `mailto:`, `tel:` or `geo:`.";
    /// A former address has a form that it may not have.
    BadFormerAddress = "bad-former-address", Error,
        "A former address is the path of a page that this site, or the one before it, had: `/sister-cities/aux-cayes.html`. Write it as it stood in the browser behind the name of the host, without what follows a `?`: what is published is files, and a file cannot tell `?id=7` from `?id=8`. The web server can.";
    /// A former address does not lead to one goal.
    FormerAddress = "former-address", Error,
        "Whoever follows an old link is led on, once, to the page that is meant. So a former address has one goal, and is not the address of a page or file that is published now. Addresses that differ only in capital letters count as the same. In sites of several languages each former address counts for all of them: what `/old/` is for the site's own language, `/ht/old/` is for Haitian Creole.";
    /// A heading in the prose is of the first level.
    HeadingLevel = "heading-level", Error,
        "A page has one title, and it is the heading of the first level. Headings in \
         the prose begin at the second, with a blank behind the signs: `## The pause`.";
    /// A word in braces is not known.
    UnknownDirective = "unknown-directive", Error,
        "Words in braces are directives: they are filled in from the facts. Examples are `{count cities status=active}`, `{date 1982-06}`, `{years since=1982}`, `{city les-cayes}`, `{established les-cayes}` and, in a paragraph of their own, `{directory}`, `{map}`, `{timeline}`, `{question about#friendship-city}`, `{questions about}`, `{contact membership}` and `{comparison les-cayes}`. A brace that is only a brace is written `\\{`.";
    /// A directive is written wrongly.
    BadDirective = "bad-directive", Error,
        "A directive is a word in braces. What it is about and settings of the form `name=value` may follow the word, as in `{count cities status=active}`. A brace that is only a brace is written `\\{`.";

    // Themes.
    /// The theme does not exist.
    UnknownTheme = "unknown-theme", Error,
        "A theme is either built in or a folder in `themes/`. Look for a slip in its name.";
    /// A theme's own settings are wrong.
    BadTheme = "bad-theme", Error,
        "`theme.yaml` says what the theme is called, which version of the theme contract it follows and which theme it builds on. The manual says under \"Versions of the contract\", in docs/themes/contract.md, what to do when a version changes.";
    /// The theme has no such setting.
    UnknownSetting = "unknown-setting", Error,
        "What can be chosen of a theme's look is said in its `theme.yaml`, and stands under `look:` in `content/site.yaml`: `look: { accent: \"#8a1538\" }`. `jumelage theme show` lists the settings of a theme.";
    /// A colour is not written as one.
    BadColour = "bad-colour", Error,
        "A colour is `#` and six digits from 0 to f, two each for red, green and blue, as a colour picker shows it. It stands in quotation marks, because `#` begins a comment in YAML.";
    /// Text in the colour would be hard to read.
    LowContrast = "low-contrast", Error,
        "Links and labels are set in the accent colour, on the theme's light grounds. Text needs a contrast of 4.5 to 1 or more with what it stands on (WCAG 2.2, 1.4.3), or many people cannot read it. The help names the nearest colour that has it. What the colour becomes on dark pages is worked out by the program.";
    /// A template has a mistake.
    TemplateError = "template-error", Error,
        "The template could not be read, or could not be filled in for a page. The message names the line of the template and the page.";
    /// A style imports another, and browsers will not heed it.
    IgnoredImport = "ignored-import", Warning,
        "The parts of a theme's style are put together in one file, `site.css` last. An `@import` counts only at the beginning of a file, so it is without effect in all of them. Copy the rules instead, or make them a part: `themes/NAME/assets/styles/70-mine.css`.";
    /// A theme lacks a template.
    MissingTemplate = "missing-template", Error,
        "A theme must provide every template of the theme contract, itself, through the theme it builds on, or by a `default.html` that makes every page without a template of its own. `jumelage theme show` lists them.";
    /// A template uses a variable that no page has.
    UnknownVariable = "unknown-variable", Warning,
        "It is mostly a typing mistake. The theme contract lists the variables that each template is given.";
    /// A theme's file of words is not well-formed.
    BadStrings = "bad-strings", Error,
        "The words of a theme are in one file for each language, such as `strings/en.ftl`. It is made of lines of `key = text`; the format is called Fluent.";
    /// A theme has no words in a language of the site.
    NoStrings = "no-strings", Warning,
        "Menus, headings and labels are words of the theme. In a language that it does not have, they stand in English until somebody translates its file of words.";
    /// A template asks for words that the theme does not have.
    MissingString = "missing-string", Error,
        "Add them to the theme's `strings/en.ftl`.";
    /// Nothing in the theme asks for a file of it.
    UnusedFile = "unused-file", Warning,
        "A file in `themes/` stands in for the file of the same name, or is asked for by another. This one is neither, so it changes nothing: mostly its name has a slip, or it lies in the wrong folder.";

    // The finished site.
    /// The address of the site is not known.
    NoBaseUrl = "no-base-url", Note,
        "A few things need the whole address of a page: the sitemap, and the link that tells search engines which address is the right one. They are left out until `content/site.yaml` has a `base_url`, such as `base_url: https://example.org/`.";
    /// A finished page lacks something that every page needs.
    PageStructure = "page-structure", Error,
        "Every page has a language, a title and one main heading, and uses no id twice. When a page has not, the mistake is in the theme's template.";

    // Elsewhere, when `check --external` asks.
    /// An address elsewhere on the web leads nowhere.
    DeadLink = "dead-link", Warning,
        "The server says that there is no such page, or there is no such server. Pages elsewhere move and go: look for the new address, link to a copy in a web archive, or take the link out. `jumelage check --external` finds them; a build never asks.";
    /// An address elsewhere could not be checked.
    UnverifiedLink = "unverified-link", Note,
        "The server did not answer in time, has trouble of its own, or does not let programs in; that says nothing of what people see. Open it in a browser. Addresses that are never to be visited are listed by their beginnings in `unchecked_links` of `site.yaml`.";
    /// An address elsewhere has moved for good.
    MovedLink = "moved-link", Note,
        "It still leads where it should, by a redirect that the server says is there to stay. Write the new address before the old one ends.";

    rules:

    // The wording.
    /// A time is told from the day on which somebody wrote it.
    RelativeTime = "relative-time", Warning,
        "Words such as `recently`, `last year` or `for almost 50 years` are true on one day and wrong later, and nobody notices. Write the date, or let the program count: `{years since=1956}`. In news and in events, which have a date, such words may stand.";
    /// The words of a link do not say where it leads.
    LinkText = "link-text", Warning,
        "People who listen to a page go from link to link and hear only the links' words; ten times \"here\" tells them nothing. Use the name of what the link leads to: `[criteria for new partners](page:about/criteria)`.";
    /// The levels of the headings jump.
    HeadingOrder = "heading-order", Warning,
        "Below a heading of the second level come those of the third. People who listen to a page find their way by the levels, and a level that is left out seems to be missing. Choose the sign by the level and not by the size: the theme decides how large a heading is.";
    /// A heading stands in the text again.
    RepeatedTitle = "repeated-title", Warning,
        "The title of a printed page stands at the head of each of its sheets, and comes along when the text is copied. Delete the headings that only repeat; if both have text of their own, give each a name that tells it from the other.";
    /// A passage stands in two places.
    RepeatedPassage = "repeated-passage", Warning,
        "Twenty-five words or more in a row are the same here and in another text. One day somebody changes one of the two, and the site contradicts itself. Tell it in one place and link to it; a question of the FAQ can be shown on any page with `{question GROUP#ANCHOR}`.";
    /// A question is asked twice.
    RepeatedQuestion = "repeated-question", Warning,
        "The same question stands in two groups, or twice in one, and each has an answer of its own. Whoever finds the one will not look for the other. Keep one of them, or let them stand side by side: name the other under `also`.";
    /// A text names a page or a list to visit, and does not link to it.
    DeadLabel = "dead-label", Warning,
        "When a text is copied from a web site, its links are lost and their words stay. Make the words a link again: `[membership page](page:membership)`, or take the invitation out.";

    // What copying leaves behind.
    /// An e-mail address was hidden from robots, and is hidden from everybody now.
    HiddenAddress = "hidden-address", Error,
        "Some web sites replace addresses by `[email protected]` and put the real one back in the reader's browser. When the text is copied, the address is lost. Ask for the address and write `[membership@example.org](mailto:membership@example.org)`; better still, put it into `contacts.yaml` once.";
    /// A web address has been cut off.
    CutAddress = "cut-address", Error,
        "The address ends where a line of a document ended, or where a program shortened it. Open it in a browser, find the page that was meant, and copy the whole address.";
    /// An address is only text and cannot be followed.
    BareAddress = "bare-address", Warning,
        "Write it as a link with a name: `[Sister Cities International](https://sistercities.org/)`. Where the address itself is to be shown, put it between angle brackets: `<https://sistercities.org/>`, `<peace@example.org>`.";
    /// A link leads to an address without encryption.
    HttpLink = "http-link", Note,
        "Nearly every site answers at `https:` today. Try it in a browser; if the page comes, write the address so. If it does not, leave it.";
    /// Two words have grown together.
    JoinedWords = "joined-words", Warning,
        "When text is copied, the blank between two words may get lost, above all where a line ended or a link began. Put it back.";
    /// A word or two stand twice in a row.
    DoubledWords = "doubled-words", Warning,
        "It is mostly a slip of the hand, and hard to see where a line ends between the two. Delete one of them.";
    /// A sentence is torn apart.
    TornSentence = "torn-sentence", Warning,
        "A sentence ends in the middle, because a page ended there in the document that it was copied from, or a column, or a box stood beside it. Find where it goes on, and put the two together.";
    /// A line begins with a bullet, which makes no list.
    BulletSign = "bullet-sign", Warning,
        "A bullet such as `•` is only a sign. Begin each line with `- ` instead: then it is a list, which looks like one and is read out as one.";
    /// Several entries of a list have run together into one.
    RunOnBullets = "run-on-bullets", Warning,
        "The ends of the lines were lost when the list was copied. Give each entry a line of its own that begins with `- `.";
    /// A no-break space stands where a blank belongs.
    NoBreakSpace = "no-break-space", Warning,
        "It looks like a blank and is none: lines do not break there, a search does not find the words on its two sides, and a list whose number it follows is no list. Editors of web pages put it in unasked. Delete it and type a blank. Where it is meant, write `&nbsp;`; between a number and its unit, and before the signs of French, it may stand.";
    /// A blank stands where none belongs, or makes something else of a text.
    StrayBlank = "stray-blank", Warning,
        "A blank before a full stop or a comma comes from a link whose words were copied without it; delete it. Four blanks at the beginning of a line make the line a piece of code; take them out, or let two of them stand where a paragraph belongs to an entry of a list.";
    /// Something belongs to the frame of a web page and not to its text.
    PageFurniture = "page-furniture", Warning,
        "Links to the top, menus, copyright lines, forms and banners come along when a whole page is copied. The theme makes those that this site needs, and knows what they must say: a city's site is no official website of a national government. Delete them here.";

    // What the facts say of each other.
    /// A question or step has no anchor of its own.
    UnstableAnchor = "unstable-anchor", Warning,
        "Other pages link to a question or step by its anchor. One that is made from the words changes with them, and the links break. Give the heading an anchor that stays whatever the words become: `## What is a friendship city? {#friendship-city}`.";
    /// A history takes a step that hardly happens.
    OddHistory = "odd-history", Warning,
        "A relationship that is over comes alive again without a word on how, changes to the status that it has, or is proposed after something came of it. Mostly a change is missing, or stands in the wrong place.";
    /// Two dates for one event cannot both be right.
    DateDisagrees = "date-disagrees", Warning,
        "May 2014 and 5 May 2014 agree, since one is only more exact. August 1985 and April 1987 do not. Find out which is right and correct the other. Where nobody knows, `\"[1985-08, 1987-04]\"` says so.";
    /// Two places give different reasons for one change.
    CausesDisagree = "causes-disagree", Note,
        "A change of status and the event that tells of it, or a text, do not name the same reasons. A reader of both would wonder which to believe. Complete the shorter list.";
    /// A term has ended, and nobody has the seat since.
    TermEnded = "term-ended", Warning,
        "Members whose term has ended are shown as former members. If nobody else has the same role, and it is not said to be vacant, the committee looks as if it had no such seat. Mostly the term was renewed, or somebody new was appointed, and the file has not been told yet.";
    /// Nobody is named for a photograph.
    MissingCredit = "missing-credit", Note,
        "Who took a photograph has a right to be named, and many licences ask for it. Write `credit:`, and `license:` if there is one, once into `content/pictures.yaml`: they are shown wherever the picture is.";
    /// The date by which somebody was to look through a file has passed.
    ReviewOverdue = "review-overdue", Warning,
        "The file names a date under `review_by`, or its last review is longer ago than `review_after` in the settings allows. Look through it: are the names, the numbers and the addresses still right? Then write when you did into `reviewed`, and when it should be done again into `review_by`.";
    /// The term of an agreement ends while the relationship goes on.
    AgreementExpires = "agreement-expires", Warning,
        "An agreement with an `until` has ended or will within a year, no later one with the city is on file, and the relationship is recorded as active. Add the agreement that renews it, or the change of status to the relationship's history.";

    // What the texts say of the facts.
    /// A number in a text is not what the records count.
    CountDisagrees = "count-disagrees", Warning,
        "A number that somebody has typed stays as it is when a city is added. Write `{count cities}`, or with `status=active` and `as=words`, and the number follows the records. If the number is right, a record is missing. What a text says of a part, or of a time in the past, is not compared.";
    /// A text says another status of a relationship than its record.
    StatusContradictsText = "status-contradicts-text", Warning,
        "A text calls a relationship paused or ended that the record calls active, or the other way round; or a list of active ones holds a city that is not, or that the same page calls paused. Add the change to the relationship's `history`, with its date, or correct the text.";
    /// A list that is in the order of time has an entry out of place.
    ListOrder = "list-order", Warning,
        "All entries of the list have a date, and all but one or two follow each other in time. Move what is out of place. A list in any other order is left alone.";
    /// A text gives another number of earlier delegations than is recorded.
    DelegationCount = "delegation-count", Warning,
        "Delegations are numbered city by city, in the order of their dates. A text that speaks of the three previous delegations is compared with how many there were before the one it tells of. Either the number is wrong, or a delegation has not been recorded.";

    // The settings.
    /// Something is allowed that does not happen.
    IdleAllowance = "idle-allowance", Warning,
        "A comment allows what a rule objects to, but the rule has nothing to object to there any more. Delete the comment, so that it does not hide a mistake of tomorrow; or move it to directly before what it is about.";

    // What an umbrella body asks of its members; each is off unless `policy` in the settings names it.
    /// The policy allows one partner city in a country, and there are several.
    PolicyOnePartnerPerCountry = "policy-one-partner-per-country", Warning,
        "Counted are the partners whose relationship is not over: one that is `emeritus` or `ended` leaves its place to another. Partners in the programme's own country are not counted. Who may stay beside another stands under `except`, and the reason under `because`: `{ except: [okayama], because: agreed before the policy }`.";
    /// The policy asks for an agreement, and none is on file.
    PolicyAgreementOnFile = "policy-agreement-on-file", Warning,
        "A relationship that is active, paused or inactive has been agreed on. Its paper belongs into `content/documents.yaml` with `type: agreement` and the city among its `cities`, even if it is not published; or the relationship names it: `agreement: ID`.";
    /// The policy asks for membership of an umbrella body, and none is recorded.
    PolicyDuesPaid = "policy-dues-paid", Warning,
        "Only members whose dues are paid may form relationships under the body's name. Write what the programme is a member of into `content/site.yaml`: `memberships: [{ organization: sister-cities-international, since: 1983 }]`.";
    /// The policy asks whether a candidate has another partner.
    PolicyNoOtherPartner = "policy-no-other-partner", Warning,
        "A city that is already bound to another in this country is no candidate. Ask, and write the answer into the relationship: `other_partners: []`, or the names of the others.";
    /// The policy asks for news of every active relationship, and there has been none for long.
    PolicyReviewInterval = "policy-review-interval", Warning,
        "The time is set by `review-interval: { every: 2 years }`. Whatever stands in the timeline of the city counts, also what is planned. Add what has happened, or say in the history that the relationship is paused or no longer active.";
    /// The policy asks which criteria a candidate meets, and nothing is recorded.
    PolicyCriteriaMet = "policy-criteria-met", Warning,
        "A relationship that is proposed or in development lists what speaks for it: `criteria: [the residents asked for it, the other city wants it too]`.";
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_are_unique_and_in_kebab_case() {
        let names: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        for name in names {
            let mut words = name.split('-');
            let is_word = |word: &str| {
                word.starts_with(|c: char| c.is_ascii_lowercase())
                    && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
            };
            assert!(words.all(is_word), "{name}");
        }
    }

    #[test]
    fn a_sentence_is_one_sentence() {
        for code in Code::ALL {
            let sentence = code.sentence();
            assert!(sentence.ends_with('.'), "{sentence}");
            assert!(!sentence.contains(". "), "{sentence}");
            assert!(sentence.starts_with(|c: char| c.is_ascii_uppercase()), "{sentence}");
        }
    }

    #[test]
    fn an_explanation_says_something_in_whole_sentences() {
        for code in Code::ALL {
            let explanation = code.explanation();
            assert!(explanation.ends_with('.'), "{}: {explanation}", code.name());
            assert_eq!(explanation.matches('`').count() % 2, 0, "{explanation}");
            assert_ne!(explanation, code.sentence());
        }
    }

    #[test]
    fn a_code_is_found_by_its_name_only() {
        for &code in Code::ALL {
            assert_eq!(Code::from_name(code.name()), Some(code));
        }
        assert_eq!(Code::from_name("no-such-code"), None);
    }
}
