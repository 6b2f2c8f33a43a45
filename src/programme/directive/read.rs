//! Gives a directive as it is written its meaning, or says what is wrong with it.

use super::{Block, Fact, Filter, Noun};
use crate::diagnostic::{Code, Diagnostic, Place, nearest};
use crate::markdown::{Argument, Directive};
use crate::programme::city::City;
use crate::programme::collection::Id;
use crate::programme::names::original;
use crate::programme::picture::undescribed;
use crate::programme::prose::Piece;
use crate::programme::relationship::{RelationshipKind, Status};
use crate::programme::resolver::Resolver;
use crate::programme::thing::{Entity, Thing};
use crate::programme::{Contact, Faq, Guide};
use crate::values::{CountryCode, Date, Refusal};

const NAMES: [&str; 13] = [
    "count",
    "date",
    "years",
    "city",
    "established",
    "directory",
    "map",
    "timeline",
    "questions",
    "question",
    "contact",
    "comparison",
    "gallery",
];

impl Resolver<'_> {
    /// Gives a directive its meaning. What is wrong with it is reported and leaves nothing behind.
    pub(in crate::programme) fn directive(&mut self, directive: &Directive) -> Piece {
        let before = self.diagnostics.len();
        let mut reader = Reader { directive, resolver: self };
        let piece = match directive.name.as_str() {
            "count" => reader.count(),
            "date" => reader.date(),
            "years" => reader.years(),
            "city" => reader.city_subject("les-cayes").map(Fact::City).map(fact),
            "established" => reader.city_subject("les-cayes").map(Fact::Established).map(fact),
            "directory" => reader
                .filter(&["status", "country", "kind"])
                .map(|filter| Piece::Block(Block::Directory(filter))),
            "map" => reader
                .filter(&["status", "country", "kind"])
                .map(|filter| Piece::Block(Block::Map(filter))),
            "timeline" => {
                reader.filter(&["city"]).map(|filter| Piece::Block(Block::Timeline(filter.city)))
            }
            "questions" => reader.questions().map(Piece::Block),
            "question" => reader.question().map(Piece::Block),
            "contact" => {
                let subject = reader.thing_subject::<Contact>("membership");
                subject.map(Block::Contact).map(Piece::Block)
            }
            "comparison" => reader.comparison().map(Piece::Block),
            "gallery" => reader.gallery().map(Piece::Block),
            name => {
                reader.unknown(name);
                None
            }
        };
        if before == reader.resolver.diagnostics.len()
            && matches!(piece, Some(Piece::Block(_)))
            && !directive.alone
        {
            let help = format!("put an empty line before and after `{{{} …}}`", directive.name);
            reader.report(
                Code::BadDirective,
                format!("`{}` stands in a paragraph of its own", directive.name),
                &help,
            );
        }
        match piece {
            Some(Piece::Fact { fact, .. }) => Piece::Fact { fact, alone: directive.alone },
            Some(piece) => piece,
            None => Piece::Html(String::new()),
        }
    }
}

fn fact(fact: Fact) -> Piece {
    Piece::Fact { fact, alone: false }
}

/// Reads one directive.
struct Reader<'a, 'r, 'n> {
    directive: &'a Directive,
    resolver: &'r mut Resolver<'n>,
}

impl Reader<'_, '_, '_> {
    fn report(&mut self, code: Code, message: String, help: &str) {
        let place = Place::bytes(self.resolver.file, self.directive.span.clone());
        self.resolver.diagnostics.push(Diagnostic::new(code, message).at(place).help(help));
    }

    fn report_at(&mut self, argument: &Argument, diagnostic: Diagnostic) {
        let place = Place::bytes(self.resolver.file, argument.span.clone());
        self.resolver.diagnostics.push(diagnostic.at(place));
    }

    fn refuse(&mut self, argument: &Argument, refusal: Refusal) {
        let code = Code::from_name(refusal.code).unwrap_or(Code::BadDirective);
        self.report_at(argument, Diagnostic::new(code, refusal.message).maybe_help(refusal.help));
    }

    fn unknown(&mut self, name: &str) {
        let help = match nearest(name, NAMES) {
            Some(near) => format!(
                "did you mean `{{{near} …}}`? a brace that is only a brace is written `\\{{`"
            ),
            None => format!(
                "known are {}; a brace that is only a brace is written `\\{{`",
                backticked(&NAMES)
            ),
        };
        self.report(Code::UnknownDirective, format!("no directive is called `{name}`"), &help);
    }

    /// The one subject of the directive.
    fn subject(&mut self, example: &str) -> Option<Argument> {
        match self.directive.subjects.as_slice() {
            [subject] => Some(subject.clone()),
            subjects => {
                let name = &self.directive.name;
                let message = match subjects.len() {
                    0 => format!("`{name}` needs to know of what"),
                    many => format!("`{name}` takes one word, not {many}"),
                };
                self.report(Code::BadDirective, message, &format!("write `{{{name} {example}}}`"));
                None
            }
        }
    }

    fn city_subject(&mut self, example: &str) -> Option<Id<City>> {
        self.thing_subject(example)
    }

    /// The one subject, where it is a thing and there are no settings.
    fn thing_subject<T: Entity>(&mut self, example: &str) -> Option<Id<T>> {
        let subject = self.subject(example)?;
        self.no_settings_but(&[]);
        self.thing(&subject, &subject.text)
    }

    fn city(&mut self, argument: &Argument) -> Option<Id<City>> {
        self.thing(argument, &argument.text)
    }

    /// The thing that an id in an argument names.
    fn thing<T: Entity>(&mut self, argument: &Argument, id: &str) -> Option<Id<T>> {
        let names = self.resolver.names;
        match names.find(T::KIND, id) {
            Ok(thing) => {
                if let Some(remark) = names.unpublished(T::KIND, id, self.resolver.file) {
                    self.report_at(argument, remark);
                }
                Some(T::from_thing(thing))
            }
            Err(nowhere) => {
                if let Some(diagnostic) = nowhere {
                    self.report_at(argument, diagnostic);
                }
                None
            }
        }
    }

    /// All questions of a group.
    fn questions(&mut self) -> Option<Block> {
        let subject = self.subject("about")?;
        self.no_settings_but(&[]);
        self.not_among_questions()?;
        if let Some((group, _)) = subject.text.split_once('#') {
            let message = "`questions` shows a whole group";
            let help = format!(
                "write `{{question {}}}` for one, `{{questions {group}}}` for all",
                subject.text
            );
            self.report_at(&subject, Diagnostic::new(Code::BadDirective, message).help(help));
            return None;
        }
        Some(Block::Questions { faq: self.thing(&subject, &subject.text)?, only: None })
    }

    /// One question of a group.
    fn question(&mut self) -> Option<Block> {
        let subject = self.subject("about#friendship-city")?;
        self.no_settings_but(&[]);
        self.not_among_questions()?;
        let (group, anchor) = subject.text.split_once('#').unwrap_or((subject.text.as_str(), ""));
        let faq = self.thing::<Faq>(&subject, group)?;
        match self.resolver.names.part(Faq::thing(faq), anchor) {
            Ok(_) => Some(Block::Questions { faq, only: Some(anchor.to_owned()) }),
            Err(diagnostic) => {
                self.report_at(&subject, diagnostic);
                None
            }
        }
    }

    /// An answer holds no other: they could hold each other without end.
    fn not_among_questions(&mut self) -> Option<()> {
        let names = self.resolver.names;
        let about = names.by_file(&original(self.resolver.file));
        if !matches!(about, Some(Thing::Faq(_))) {
            return Some(());
        }
        let subject = self.directive.subjects.first().map_or("about", |subject| &subject.text);
        let help = format!("link to it instead: `[words](faq:{subject})`");
        self.report(
            Code::BadDirective,
            "a question cannot be shown among questions".to_owned(),
            &help,
        );
        None
    }

    /// Pictures beside each other, each of which the list of pictures describes.
    fn gallery(&mut self) -> Option<Block> {
        self.no_settings_but(&[]);
        if self.directive.subjects.is_empty() {
            let message = "`gallery` needs to know which pictures".to_owned();
            self.report(Code::BadDirective, message, "write `{gallery tea.jpg signing.jpg}`");
        }
        let names = self.resolver.names;
        let mut paths = Vec::new();
        for file in &self.directive.subjects {
            let found = names.asset(&format!("files/{}", file.text)).map_err(Some);
            let path = found.and_then(|asset| names.picture(&asset.path).map(|_| &asset.path));
            match path {
                Ok(path) => {
                    if !names.is_described(path) {
                        self.report_at(file, undescribed(&file.text));
                    }
                    paths.push(path.clone());
                }
                Err(remark) => {
                    remark.into_iter().for_each(|remark| self.report_at(file, remark));
                }
            }
        }
        Some(Block::Gallery(paths))
    }

    /// The home city and another beside each other.
    fn comparison(&mut self) -> Option<Block> {
        let subject = self.subject("les-cayes")?;
        if !self.no_settings_but(&["guide"]) {
            return None;
        }
        let city = self.city(&subject);
        let guides: Vec<Id<Guide>> = self.resolver.names.asking_guides().collect();
        let guide = match (self.setting("guide"), guides.as_slice()) {
            (Some(written), _) => {
                let guide = self.thing::<Guide>(&written, &written.text)?;
                if !self.resolver.names.asks(guide) {
                    let message = format!("the guide `{}` asks nothing of cities", written.text);
                    let help = "give one of its steps `data_points`";
                    let diagnostic = Diagnostic::new(Code::BadDirective, message).help(help);
                    self.report_at(&written, diagnostic);
                    return None;
                }
                guide
            }
            (None, [guide]) => *guide,
            (None, guides) => {
                let (message, help) = match guides {
                    [] => (
                        "no guide says what to compare",
                        "give a step of a guide `data_points`".to_owned(),
                    ),
                    _ => (
                        "several guides say what to compare",
                        format!("name one: `{{comparison {} guide=…}}`", subject.text),
                    ),
                };
                self.report(Code::BadDirective, message.to_owned(), &help);
                return None;
            }
        };
        Some(Block::Comparison { city: city?, guide })
    }

    fn count(&mut self) -> Option<Piece> {
        let subject = self.subject("cities")?;
        let noun = Noun::ALL.iter().find(|(name, _)| *name == subject.text);
        let Some((_, noun)) = noun else {
            let names = Noun::ALL.map(|(name, _)| name);
            let help = match nearest(&subject.text, names) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("what can be counted: {}", backticked(&names)),
            };
            let message = format!("`{}` cannot be counted", subject.text);
            self.report_at(&subject, Diagnostic::new(Code::BadDirective, message).help(help));
            return None;
        };
        let filter = self.filter_with(noun.filters(), &["as"])?;
        Some(fact(Fact::Count { noun: *noun, filter, in_words: self.in_words() }))
    }

    fn date(&mut self) -> Option<Piece> {
        let subject = self.subject("1982-06")?;
        self.no_settings_but(&[]);
        match Date::parse(&subject.text) {
            Ok(date) => Some(fact(Fact::Date(date))),
            Err(refusal) => {
                self.refuse(&subject, refusal);
                None
            }
        }
    }

    fn years(&mut self) -> Option<Piece> {
        if !self.no_settings_but(&["since", "as"]) {
            return None;
        }
        let Some(since) = self.setting("since") else {
            self.report(
                Code::BadDirective,
                "`years` needs to know since when".to_owned(),
                "write `{years since=1982}`",
            );
            return None;
        };
        if let Some(subject) = self.directive.subjects.first() {
            let message = format!("`years` takes settings, not the word `{}`", subject.text);
            let diagnostic = Diagnostic::new(Code::BadDirective, message);
            self.report_at(
                &subject.clone(),
                diagnostic.help(format!("write `{{years since={}}}`", subject.text)),
            );
            return None;
        }
        match Date::parse(&since.text) {
            Ok(date) if date.full_years_until(self.resolver.names.today()).is_none() => {
                let message = format!("no full years can be counted since `{}`", date.edtf());
                let help = "write a year, a month or a day that has been";
                self.report_at(&since, Diagnostic::new(Code::BadDate, message).help(help));
                None
            }
            Ok(date) => Some(fact(Fact::Years { since: date, in_words: self.in_words() })),
            Err(refusal) => {
                self.refuse(&since, refusal);
                None
            }
        }
    }

    fn setting(&self, name: &str) -> Option<Argument> {
        self.directive.settings.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone())
    }

    fn in_words(&mut self) -> bool {
        match self.setting("as") {
            None => false,
            Some(value) if value.text == "words" => true,
            Some(value) => {
                let message = format!("`as={}` is not known", value.text);
                self.report_at(
                    &value,
                    Diagnostic::new(Code::BadDirective, message)
                        .help("write `as=words`, or leave it out for digits"),
                );
                false
            }
        }
    }

    /// Whether there are no settings but the known ones; the others are reported.
    fn no_settings_but(&mut self, known: &[&str]) -> bool {
        let before = self.resolver.diagnostics.len();
        for (name, value) in &self.directive.settings {
            if !known.contains(&name.as_str()) {
                let help = match (nearest(name, known.iter().copied()), known) {
                    (Some(near), _) => format!("did you mean `{near}=`?"),
                    (None, []) => "it takes no settings".to_owned(),
                    (None, known) => format!("it takes {}", backticked(known)),
                };
                let message = format!("`{}` does not take `{name}=`", self.directive.name);
                // The name stands before the value, with the sign between them.
                let end = value.span.start - 1;
                let place = Place::bytes(self.resolver.file, end - name.len()..end);
                let diagnostic = Diagnostic::new(Code::BadDirective, message).at(place).help(help);
                self.resolver.diagnostics.push(diagnostic);
            }
        }
        self.resolver.diagnostics.len() == before
    }

    fn filter(&mut self, known: &[&str]) -> Option<Filter> {
        if let Some(subject) = self.directive.subjects.first() {
            let message = format!(
                "`{}` takes settings, not the word `{}`",
                self.directive.name, subject.text
            );
            let help = format!(
                "write {}",
                backticked(&known.iter().map(|name| format!("{name}=…")).collect::<Vec<_>>())
            );
            self.report_at(
                &subject.clone(),
                Diagnostic::new(Code::BadDirective, message).help(help),
            );
            return None;
        }
        self.filter_with(known, &[])
    }

    fn filter_with(&mut self, filters: &[&str], others: &[&str]) -> Option<Filter> {
        let known: Vec<&str> = filters.iter().chain(others).copied().collect();
        self.no_settings_but(&known);
        let mut filter = Filter::default();
        if let Some(value) = self.setting("status") {
            filter.status = Some(self.word(&value, Status::ALL, Status::as_str)?);
        }
        if let Some(value) = self.setting("kind") {
            filter.kind =
                Some(self.word(&value, RelationshipKind::ALL, RelationshipKind::as_str)?);
        }
        if let Some(value) = self.setting("country") {
            match CountryCode::parse(&value.text) {
                Ok(code) => filter.country = Some(code),
                Err(refusal) => {
                    self.refuse(&value, refusal);
                    return None;
                }
            }
        }
        if let Some(value) = self.setting("city") {
            filter.city = Some(self.city(&value)?);
        }
        Some(filter)
    }

    /// One of the words of a list.
    fn word<W: Copy>(
        &mut self,
        argument: &Argument,
        words: &[W],
        name: fn(W) -> &'static str,
    ) -> Option<W> {
        if let Some(word) = words.iter().find(|word| name(**word) == argument.text) {
            return Some(*word);
        }
        let names: Vec<&str> = words.iter().map(|word| name(*word)).collect();
        let help = match nearest(&argument.text, names.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("known here: {}", backticked(&names)),
        };
        let message = format!("`{}` is not known here", argument.text);
        self.report_at(argument, Diagnostic::new(Code::UnknownValue, message).help(help));
        None
    }
}

fn backticked<S: AsRef<str>>(names: &[S]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{}`", name.as_ref())).collect();
    names.join(", ")
}
