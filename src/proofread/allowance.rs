//! What authors allow at one place, and why: `<!-- allow relative-time: the quotation is dated -->`
//! in prose, `# allow count-disagrees: the press counts so` among the facts.

use std::ops::Range;

use crate::diagnostic::{Code, Diagnosed, Diagnostic, Place, nearest};
use crate::markdown::{Prose, Quotes, compile};
use crate::source::front_matter;
use crate::values::SourcePath;

/// The word that begins what is allowed.
const WORD: &str = "allow";

/// A rule that is lifted at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowance {
    /// The rule.
    pub rule: Code,
    /// Where that is written, in bytes of the file.
    pub span: Range<usize>,
    /// The bytes of the file for which it is lifted.
    pub about: Range<usize>,
    /// Whether it stands above all facts, and so is about the file as a whole too.
    pub of_file: bool,
}

/// Whether a file may hold an allowance; most do not, and need no second look.
#[must_use]
pub fn may_be_in(text: &str) -> bool {
    text.contains("<!-- allow ")
        || text.contains("<!--allow ")
        || text.contains("# allow ")
        || text.contains("#allow ")
}

/// Finds the allowances of a file, in its facts and in its prose.
#[must_use]
pub fn find(file: &SourcePath, text: &str) -> Diagnosed<Vec<Allowance>> {
    let mut finder = Finder { file, allowances: Vec::new(), diagnostics: Vec::new() };
    if file.extension() == Some("md") {
        if let Ok(parts) = front_matter::split(file, text) {
            finder.in_facts(text, parts.yaml);
            finder.in_prose(text, parts.body);
        }
    } else {
        finder.in_facts(text, 0..text.len());
    }
    Diagnosed { value: finder.allowances, diagnostics: finder.diagnostics }
}

struct Finder<'a> {
    file: &'a SourcePath,
    allowances: Vec<Allowance>,
    diagnostics: Vec<Diagnostic>,
}

/// What surrounds a comment of its kind, to show how one is written.
struct Signs(&'static str, &'static str);

impl Finder<'_> {
    fn in_prose(&mut self, text: &str, body: Range<usize>) {
        let prose = Prose { file: self.file, offset: body.start, text: &text[body] };
        for comment in compile(&prose, &Quotes::default()).value.comments {
            let start = comment.span.start + "<!--".len();
            self.comment(&comment.text, start, &comment.about, false, &Signs("<!-- ", " -->"));
        }
    }

    fn in_facts(&mut self, text: &str, yaml: Range<usize>) {
        let lines: Vec<&str> = text[yaml.clone()].split_inclusive('\n').collect();
        let mut start = yaml.start;
        let mut any_fact = false;
        for (index, line) in lines.iter().enumerate() {
            let trimmed = line.trim_start();
            let at = match trimmed.strip_prefix('#') {
                Some(_) => Some(line.len() - trimmed.len()),
                None => line.find(" #").map(|at| at + 1),
            };
            let stands_alone = trimmed.starts_with('#');
            any_fact |= !stands_alone && !trimmed.is_empty();
            if let Some(at) = at
                && line[at + 1..].trim_start().starts_with(WORD)
            {
                let first = index + usize::from(stands_alone);
                let about =
                    entry(&lines[first..], if stands_alone { start + line.len() } else { start });
                self.comment(
                    line[at + 1..].trim_end(),
                    start + at + 1,
                    &about,
                    !any_fact,
                    &Signs("# ", ""),
                );
            }
            start += line.len();
        }
    }

    /// Reads a comment; one that only begins like an allowance is none.
    fn comment(
        &mut self,
        text: &str,
        start: usize,
        about: &Range<usize>,
        of_file: bool,
        signs: &Signs,
    ) {
        let words = text.trim_start();
        let start = start + (text.len() - words.len());
        let Some(rest) =
            words.strip_prefix(WORD).filter(|rest| rest.starts_with([' ', '\t', '\n']))
        else {
            return;
        };
        let (names, reason) = match rest.split_once(':') {
            Some((names, reason)) => (names, Some(reason.trim())),
            None => (rest, None),
        };
        if !is_list_of_names(names) {
            return;
        }
        let mut at = start + WORD.len();
        for name in names.split_inclusive(',') {
            let written = name.trim_end_matches(',').trim();
            let from = at + (name.len() - name.trim_start().len());
            at += name.len();
            let span = from..from + written.len();
            match self.rule(written, &span) {
                Some(_) if reason.is_none_or(str::is_empty) => {
                    let message = format!("nothing says why `{written}` is allowed here");
                    let help = format!("write `{}allow {written}: the reason{}`", signs.0, signs.1);
                    self.report(message, help, &span);
                }
                Some(rule) => {
                    let about = about.clone();
                    self.allowances.push(Allowance { rule, span, about, of_file });
                }
                None => {}
            }
        }
    }

    fn rule(&mut self, name: &str, span: &Range<usize>) -> Option<Code> {
        match Code::from_name(name) {
            Some(code) if code.is_rule() => Some(code),
            Some(_) => {
                let message = format!("`{name}` is a mistake and no rule");
                self.report(message, "a mistake has to be mended; only rules can be allowed", span);
                None
            }
            None => {
                let help = match nearest(name, Code::RULES.iter().map(|rule| rule.name())) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "the rule's name stands in brackets in its message".to_owned(),
                };
                self.report(format!("no rule is called `{name}`"), help, span);
                None
            }
        }
    }

    fn report(&mut self, message: String, help: impl Into<String>, span: &Range<usize>) {
        let place = Place::bytes(self.file, span.clone());
        self.diagnostics.push(Diagnostic::new(Code::BadAllowance, message).at(place).help(help));
    }
}

/// Whether what follows the word are names, and not a sentence that happens to begin with it.
fn is_list_of_names(names: &str) -> bool {
    let mut names = names.split(',').map(str::trim);
    names.all(|name| {
        let is_name =
            name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        is_name && (name.contains('-') || Code::from_name(name).is_some())
    })
}

/// The bytes of the entry that begins in the first of some lines: that line, and those below it
/// that are indented deeper or are the list of its key. Blank lines and comments do not end it.
fn entry(lines: &[&str], mut start: usize) -> Range<usize> {
    let is_empty = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#');
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let above = lines.iter().take_while(|line| is_empty(line)).count();
    start += lines[..above].iter().map(|line| line.len()).sum::<usize>();
    let Some((first, below)) = lines[above..].split_first() else { return start..start };
    let is_key = !first.trim_start().starts_with('-');
    let belongs = |line: &&&str| {
        let deeper = indent(line) > indent(first);
        let listed = is_key && indent(line) == indent(first) && line.trim_start().starts_with("- ");
        is_empty(line) || deeper || listed
    };
    let below = below.iter().take_while(belongs).map(|line| line.len()).sum::<usize>();
    start..start + first.len() + below
}
