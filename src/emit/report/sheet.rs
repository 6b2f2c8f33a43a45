//! The report in words, before it is printed as text or HTML: sections with tables.

use fluent_bundle::FluentArgs;

use crate::emit::Context;
use crate::emit::sitemap::absolute;
use crate::programme::anniversary::AnniversaryView;
use crate::programme::event::{OutcomeView, ParticipantsView};
use crate::programme::lens::{DateView, Lens, LinkView, TextView};
use crate::programme::report::{
    DatedEntry, DelegationEntry, DelegationsView, DueView, PartnersView, ReportView, SumView,
    Tally, YearView,
};
use crate::theme::Strings;
use crate::values::{LanguageTag, Url};

/// The report in words.
pub(super) struct Sheet {
    pub(super) title: String,
    /// What stands below the title.
    pub(super) lede: String,
    pub(super) sections: Vec<Part>,
}

/// A section of the report.
pub(super) struct Part {
    pub(super) heading: String,
    pub(super) blocks: Vec<Block>,
}

/// What a section is made of.
pub(super) enum Block {
    Words(String),
    Table { caption: String, head: Vec<String>, rows: Vec<Vec<Cell>> },
}

/// A cell of a table.
#[derive(Default)]
pub(super) struct Cell {
    pub(super) text: TextView,
    /// The whole address of what it names.
    pub(super) url: Option<String>,
    pub(super) is_number: bool,
}

impl Sheet {
    pub(super) fn new(view: &ReportView, context: &Context<'_>, lens: &Lens<'_>) -> Self {
        let writer = Writer {
            strings: &context.theme.strings,
            language: lens.language,
            base_url: context.base_url,
            lens,
        };
        let mut sections = vec![writer.partners(&view.partners), writer.changes(&view.happened)];
        sections.push(writer.delegations(&view.happened.delegations, view.year));
        sections.push(writer.happened(&view.happened));
        sections.push(writer.due(&view.due));
        sections.push(writer.anniversaries(&view.anniversaries));
        sections.retain(|section| !section.blocks.is_empty());
        let year = view.year.to_string();
        Self {
            title: writer.say("report-title", &[("name", &view.programme.text), ("year", &year)]),
            lede: writer.say("report-as-of", &[("date", &view.as_of.text)]),
            sections,
        }
    }
}

/// Puts the report into the words of a language.
struct Writer<'a> {
    strings: &'a Strings,
    language: &'a LanguageTag,
    base_url: Option<&'a Url>,
    lens: &'a Lens<'a>,
}

impl Writer<'_> {
    fn partners(&self, partners: &PartnersView) -> Part {
        let rows = |tallies: &[Tally]| {
            let rows = tallies.iter().flat_map(|tally| {
                let label = match (&tally.label, tally.id.as_str()) {
                    (Some(label), _) => label.clone(),
                    (None, "unbound") => self.own(self.word("no-relationship")),
                    (None, status) => self.own(self.word(&format!("status-{status}"))),
                };
                let of_them = tally.of_them.iter().map(|part| {
                    let status = self.word(&format!("status-{}", part.id));
                    let label = self.say("report-of-them", &[("status", &status)]);
                    vec![self.own(label).into(), self.number(part.count)]
                });
                [vec![label.into(), self.number(tally.count)]].into_iter().chain(of_them)
            });
            rows.collect::<Vec<_>>()
        };
        let mut by_status = rows(&partners.by_status);
        by_status
            .push(vec![self.own(self.word("report-total")).into(), self.number(partners.total)]);
        let mut args = FluentArgs::new();
        args.set("cities", partners.total);
        args.set("countries", partners.countries);
        Part {
            heading: self.word("title-cities"),
            blocks: vec![
                Block::Words(self.format("counts", &args)),
                self.table("grouping-by-status", &["fact-status", "report-count"], by_status),
                self.table(
                    "grouping-by-country",
                    &["map-country", "report-count"],
                    rows(&partners.by_country),
                ),
            ]
            .into_iter()
            .filter(|block| partners.total > 0 || matches!(block, Block::Words(_)))
            .collect(),
        }
    }

    fn changes(&self, year: &YearView) -> Part {
        let rows = year.changes.iter().map(|change| {
            let status = match change.to {
                "established" => self.word("timeline-established"),
                status => self.word(&format!("status-{status}")),
            };
            let because: Vec<String> =
                change.because.iter().map(|reason| reason.text.clone()).collect();
            vec![
                self.date(Some(&change.date), change.possible),
                self.links(&change.cities),
                self.own(status).into(),
                self.own(because.join("; ")).into(),
            ]
        });
        let head = ["report-date", "map-city", "fact-status", "causes"];
        self.section("report-changes", vec![self.table("report-changes", &head, rows.collect())])
    }

    fn delegations(&self, delegations: &DelegationsView, year: i32) -> Part {
        let mut blocks = Vec::new();
        let mut args = FluentArgs::new();
        args.set("count", delegations.entries.len());
        args.set("year", year.to_string());
        blocks.push(Block::Words(self.format("report-delegations-count", &args)));
        let table = |caption, entries: &[DelegationEntry]| {
            let rows = entries.iter().map(|entry| self.delegation(entry)).collect();
            let head = ["report-date", "report-what", "map-city", "fact-participants", "outcomes"];
            self.table(caption, &head, rows)
        };
        blocks.push(table("report-delegations", &delegations.entries));
        let mut sums: Vec<Vec<Cell>> = delegations
            .outcomes
            .iter()
            .map(|sum| vec![sum.label.clone().into(), self.own(self.sum(sum)).into()])
            .collect();
        sums.extend(delegations.participants.map(|count| {
            let key = if delegations.more_participants { "outcome-at-least" } else { "" };
            let count = self.qualified(key, &self.lens.number(count));
            vec![self.own(self.word("fact-participants")).into(), self.own(count).into()]
        }));
        if !sums.is_empty() {
            blocks.push(self.table("report-sums", &["report-what", "report-count"], sums));
        }
        if !delegations.possible.is_empty() {
            blocks.push(table("report-possible-delegations", &delegations.possible));
        }
        self.section("report-delegations", blocks)
    }

    fn delegation(&self, entry: &DelegationEntry) -> Vec<Cell> {
        let participants = entry.participants.iter().map(|ParticipantsView { group, count }| {
            let count = count.as_ref().map(|count| format!("{count} ")).unwrap_or_default();
            format!("{count}{}", group.text)
        });
        let outcomes = entry.outcomes.iter().map(|OutcomeView { label, count, qualifier }| {
            let key = format!("outcome-{qualifier}");
            let count = count.as_deref().unwrap_or_default();
            let count = match *qualifier {
                "exact" => count.to_owned(),
                "dozens" => self.word(&key),
                _ => self.qualified(&key, count),
            };
            format!("{count} {}", label.text)
        });
        vec![
            self.date(entry.date.as_ref(), false),
            self.link(&entry.title),
            self.links(&entry.cities),
            self.own(participants.collect::<Vec<_>>().join("; ")).into(),
            self.own(outcomes.collect::<Vec<_>>().join("; ")).into(),
        ]
    }

    /// "more than 110, and dozens more".
    fn sum(&self, sum: &SumView) -> String {
        let Some(count) = sum.count else { return self.word("report-dozens") };
        let key = match sum.qualifier {
            "exact" => String::new(),
            "about-or-more" => "report-about-or-more".to_owned(),
            qualifier => format!("outcome-{qualifier}"),
        };
        let count = self.qualified(&key, &self.lens.number(count));
        if sum.dozens > 0 { self.say("report-and-dozens", &[("count", &count)]) } else { count }
    }

    fn happened(&self, year: &YearView) -> Part {
        let mut blocks = Vec::new();
        let table = |caption, entries: &[DatedEntry], prefix: &str| {
            let rows = entries.iter().map(|entry| {
                vec![
                    self.date(Some(&entry.date), entry.possible),
                    self.own(self.word(&format!("{prefix}{}", entry.kind))).into(),
                    self.link(&entry.title),
                    self.links(&entry.cities),
                ]
            });
            let head = ["report-date", "fact-kind", "report-what", "map-city"];
            self.table(caption, &head, rows.collect())
        };
        blocks.push(table("title-events", &year.events, "event-"));
        blocks.push(table("title-documents", &year.documents, "document-"));
        let rows = year.meetings.iter().map(|entry| {
            let counts = [entry.held, entry.to_come, entry.cancelled];
            let counts = counts.into_iter().map(|count| self.number(count));
            [self.link(&entry.committee)].into_iter().chain(counts).collect()
        });
        let head = ["fact-committee", "report-met", "upcoming", "event-status-cancelled"];
        blocks.push(self.table("meetings", &head, rows.collect()));
        self.section("report-happened", blocks)
    }

    fn due(&self, due: &DueView) -> Part {
        let rows = due.agreements.iter().map(|agreement| {
            let key = if agreement.ended { "document-ended" } else { "document-until" };
            let until = self.say(key, &[("date", &agreement.until.text)]);
            vec![self.link(&agreement.title), self.link(&agreement.city), self.own(until).into()]
        });
        let agreements = self.table(
            "report-agreements",
            &["fact-agreement", "map-city", "report-until"],
            rows.collect(),
        );
        let rows = due.terms.iter().map(|term| {
            vec![
                self.own(term.name.clone()).into(),
                term.role.clone().unwrap_or_else(|| self.own(String::new())).into(),
                self.link(&term.committee),
                self.date(Some(&term.until), false),
            ]
        });
        let head = ["member-name", "member-role", "fact-committee", "report-until"];
        let terms = self.table("report-terms", &head, rows.collect());
        let rows = due
            .vacancies
            .iter()
            .map(|vacancy| vec![self.link(&vacancy.committee), self.number(vacancy.count)]);
        let vacancies =
            self.table("fact-vacancies", &["fact-committee", "fact-vacancies"], rows.collect());
        let rows = due.reviews.iter().map(|review| {
            vec![
                self.own(review.file.clone()).into(),
                review.owner.clone().unwrap_or_else(|| self.own(String::new())).into(),
                self.date(review.reviewed.as_ref(), false),
                self.date(review.review_by.as_ref(), false),
            ]
        });
        let head = ["report-file", "looked-after", "report-reviewed", "report-review-by"];
        let reviews = self.table("report-reviews", &head, rows.collect());
        self.section("report-due", vec![agreements, terms, vacancies, reviews])
    }

    fn anniversaries(&self, anniversaries: &[AnniversaryView]) -> Part {
        let rows = anniversaries.iter().map(|anniversary| {
            let names: Vec<String> = anniversary
                .cities
                .iter()
                .filter_map(|city| Some(city.get_from_path("label.text")?.as_str()?.to_owned()))
                .collect();
            let whose = match names.as_slice() {
                [] => self.lens.words(&self.lens.site.name).text,
                names => self.lens.list(names),
            };
            vec![
                self.date(Some(&anniversary.date), false),
                self.own(whose).into(),
                self.number(anniversary.years),
            ]
        });
        let head = ["report-date", "report-what", "report-years"];
        self.section(
            "anniversaries-coming",
            vec![self.table("anniversaries-coming", &head, rows.collect())],
        )
    }

    /// A section without what is empty.
    fn section(&self, heading: &str, mut blocks: Vec<Block>) -> Part {
        blocks.retain(|block| match block {
            Block::Words(_) => true,
            Block::Table { rows, .. } => !rows.is_empty(),
        });
        Part { heading: self.word(heading), blocks }
    }

    /// A table; a column in which nothing stands is left out.
    fn table(&self, caption: &str, head: &[&str], mut rows: Vec<Vec<Cell>>) -> Block {
        let is_used: Vec<bool> = (0..head.len())
            .map(|column| rows.iter().any(|row| !row[column].text.text.is_empty()))
            .collect();
        let mut head: Vec<String> = head.iter().map(|key| self.word(key)).collect();
        let keep = |column: usize| is_used[column];
        let mut columns = 0..;
        head.retain(|_| columns.next().is_some_and(keep));
        for row in &mut rows {
            let mut columns = 0..;
            row.retain(|_| columns.next().is_some_and(keep));
        }
        Block::Table { caption: self.word(caption), head, rows }
    }

    fn date(&self, date: Option<&DateView>, possible: bool) -> Cell {
        let Some(date) = date else { return Cell::default() };
        let text = if possible {
            self.say("report-possible", &[("date", &date.text)])
        } else {
            date.text.clone()
        };
        self.own(text).into()
    }

    fn link(&self, link: &LinkView) -> Cell {
        let url = self.base_url.map(|base_url| absolute(base_url, &link.url));
        Cell { url, ..link.label.clone().into() }
    }

    fn links(&self, links: &[LinkView]) -> Cell {
        match links {
            [link] => self.link(link),
            links => {
                let names: Vec<String> = links.iter().map(|link| link.label.text.clone()).collect();
                self.own(self.lens.list(&names)).into()
            }
        }
    }

    fn number(&self, number: impl TryInto<u64>) -> Cell {
        let number = number.try_into().unwrap_or(u64::MAX);
        Cell { is_number: true, ..self.own(self.lens.number(number)).into() }
    }

    /// A number with what is said of how exact it is.
    fn qualified(&self, key: &str, count: &str) -> String {
        if key.is_empty() { count.to_owned() } else { self.say(key, &[("count", count)]) }
    }

    fn own(&self, text: String) -> TextView {
        TextView { text, lang: None, dir: None }
    }

    fn word(&self, key: &str) -> String {
        self.strings.text(self.language, key)
    }

    fn say(&self, key: &str, with: &[(&'static str, &str)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in with {
            args.set(*name, *value);
        }
        self.format(key, &args)
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>) -> String {
        let text = self.strings.format(self.language.as_str(), key, args);
        text.unwrap_or_else(|| key.to_owned())
    }
}

impl From<TextView> for Cell {
    fn from(text: TextView) -> Self {
        Self { text, url: None, is_number: false }
    }
}
