//! A YAML text as a tree that knows its places.

use std::collections::HashMap;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle};

use super::slips::syntax_problem;
use crate::diagnostic::Code;

/// How deep lists and maps may be nested: no content needs more, and a stack has an end.
const MAX_DEPTH: usize = 32;

/// A value and the bytes it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) kind: Kind,
    pub(super) span: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// A text; `plain` without quotes, so that it may mean a number, `true` or nothing.
    Scalar { text: String, plain: bool },
    /// A list; an item that was cut out leaves a gap.
    Sequence(Vec<Option<Node>>),
    /// Keys and values in the order they are written.
    Mapping(Vec<(Node, Node)>),
}

impl Node {
    /// Whether YAML reads the value as nothing.
    pub(super) fn is_null(&self) -> bool {
        matches!(&self.kind, Kind::Scalar { text, plain: true }
            if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
    }
}

/// Why a text is not a tree.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Problem {
    pub(super) code: Code,
    pub(super) message: String,
    pub(super) help: Option<String>,
    pub(super) span: Range<usize>,
}

/// Reads a text of one document without anchors, aliases and tags.
pub(super) fn parse(yaml: &str) -> Result<Node, Problem> {
    let mut builder = Builder { stack: Vec::new(), root: None };
    for event in Parser::new_from_str(yaml) {
        let (event, span) = event.map_err(|error| syntax_problem(yaml, &error))?;
        let span = span.byte_range().unwrap_or(0..0);
        if event.is_alias() || event.anchor_id().is_some_and(|id| id > 0) || event.tag().is_some() {
            // An anchor or tag stands before what its event spans.
            let mark = yaml[..span.start].rfind(['&', '!']).filter(|_| !event.is_alias());
            let start = mark.map_or(span.start, |mark| yaml[..mark].trim_end_matches('!').len());
            let rest = &yaml[start..];
            let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
            return Err(Problem {
                code: Code::YamlAlias,
                message: "anchors, aliases and tags of YAML are not used here".to_owned(),
                help: Some(
                    "write the value out; a text that begins with `&`, `*` or `!` goes in quotes"
                        .to_owned(),
                ),
                span: start..start + length,
            });
        }
        builder.event(yaml, event, span)?;
    }
    Ok(builder.root.unwrap_or(Node { kind: Kind::Mapping(Vec::new()), span: 0..0 }))
}

struct Builder {
    /// The open lists and maps; in a map, the key that waits for its value.
    stack: Vec<(Node, Option<Node>)>,
    root: Option<Node>,
}

impl Builder {
    fn event(&mut self, yaml: &str, event: Event<'_>, span: Range<usize>) -> Result<(), Problem> {
        match event {
            Event::Scalar(text, style, ..) => {
                let plain = style == ScalarStyle::Plain;
                let span = trimmed(yaml, span);
                self.add(Node { kind: Kind::Scalar { text: text.into_owned(), plain }, span });
            }
            Event::SequenceStart(..) => self.open(Kind::Sequence(Vec::new()), span)?,
            Event::MappingStart(..) => self.open(Kind::Mapping(Vec::new()), span)?,
            Event::SequenceEnd | Event::MappingEnd => {
                let (mut node, _) = self.stack.pop().expect("an end follows its start");
                node.span.end = node.span.end.max(last_end(&node)).max(match event {
                    // A flow collection ends with its bracket; a block one has none.
                    _ if span.len() == 1 => span.end,
                    _ => 0,
                });
                self.add(node);
            }
            Event::DocumentStart(..) if self.root.is_some() => {
                return Err(Problem {
                    code: Code::YamlSyntax,
                    message: "a second document begins here".to_owned(),
                    help: Some("one file holds one thing; remove the line of `---`".to_owned()),
                    span,
                });
            }
            _ => {}
        }
        Ok(())
    }

    fn open(&mut self, kind: Kind, span: Range<usize>) -> Result<(), Problem> {
        if self.stack.len() >= MAX_DEPTH {
            return Err(Problem {
                code: Code::YamlSyntax,
                message: format!("the values are nested more than {MAX_DEPTH} deep"),
                help: None,
                span,
            });
        }
        self.stack.push((Node { kind, span }, None));
        Ok(())
    }

    fn add(&mut self, node: Node) {
        match self.stack.last_mut() {
            None => self.root = Some(node),
            Some((Node { kind: Kind::Sequence(items), .. }, _)) => items.push(Some(node)),
            Some((Node { kind: Kind::Mapping(entries), .. }, waiting)) => match waiting.take() {
                None => *waiting = Some(node),
                Some(key) => entries.push((key, node)),
            },
            Some((Node { kind: Kind::Scalar { .. }, .. }, _)) => {
                unreachable!("only lists and maps are opened")
            }
        }
    }
}

/// The end of what is in a list or map.
fn last_end(node: &Node) -> usize {
    match &node.kind {
        Kind::Scalar { .. } => node.span.end,
        Kind::Sequence(items) => items.iter().flatten().last().map_or(0, |item| item.span.end),
        Kind::Mapping(entries) => entries.last().map_or(0, |(_, value)| value.span.end),
    }
}

/// A block scalar's place reaches to the next key; the blank lines at its end are not its own.
fn trimmed(yaml: &str, span: Range<usize>) -> Range<usize> {
    let text = yaml.get(span.clone()).unwrap_or_default();
    span.start..span.start + text.trim_end().len()
}

/// Where each field of a YAML text stands, by its path: `relationship.history[2].to`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SpanIndex {
    keys: HashMap<String, Range<usize>>,
    values: HashMap<String, Range<usize>>,
}

impl SpanIndex {
    /// Indexes a text; what cannot be read has no places.
    #[must_use]
    pub fn of(yaml: &str) -> Self {
        let mut index = Self::default();
        if let Ok(root) = parse(yaml) {
            index.add(&root, String::new());
        }
        index
    }

    fn add(&mut self, node: &Node, path: String) {
        match &node.kind {
            Kind::Scalar { .. } => {}
            Kind::Sequence(items) => {
                for (number, item) in items.iter().flatten().enumerate() {
                    self.add(item, format!("{path}[{number}]"));
                }
            }
            Kind::Mapping(entries) => {
                for (key, value) in entries {
                    let field = join(&path, key);
                    self.keys.insert(field.clone(), key.span.clone());
                    self.add(value, field);
                }
            }
        }
        self.values.insert(path, node.span.clone());
    }

    /// The paths of all fields and items, in no order that means anything.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        self.values.keys().map(String::as_str)
    }

    /// The place of a field's name.
    #[must_use]
    pub fn key(&self, field: &str) -> Option<Range<usize>> {
        self.keys.get(field).cloned()
    }

    /// The place of a field's value; of its name, if the value is empty.
    #[must_use]
    pub fn value(&self, field: &str) -> Option<Range<usize>> {
        let value = self.values.get(field).filter(|span| !span.is_empty());
        value.or_else(|| self.keys.get(field)).cloned()
    }
}

/// The path of a map's entry.
pub(super) fn join(path: &str, key: &Node) -> String {
    let name = match &key.kind {
        Kind::Scalar { text, .. } => text.as_str(),
        Kind::Sequence(_) | Kind::Mapping(_) => "?",
    };
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}
