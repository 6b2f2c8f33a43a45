//! Decodes a tree by the same types as the fast way, and goes on after a mistake.
//!
//! `serde` stops at the first mistake. Here the mistake is reported with its place, what was
//! wrong is cut out of the tree, and the decoding begins again, until nothing is wrong any more.

use std::collections::HashSet;
use std::ops::Range;

use serde::de::DeserializeOwned;

use super::deserializer::{Decoder, Step};
use super::tree::{Kind, Node, join};
use crate::diagnostic::Code;

/// No file deserves more remarks than this at once.
const MAX_MISTAKES: usize = 50;

/// Something wrong with a value.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mistake {
    pub(super) code: Code,
    pub(super) message: String,
    pub(super) help: Option<String>,
    pub(super) span: Range<usize>,
    /// The path of the field that was cut out.
    pub(super) field: String,
}

/// Decodes a tree; what is wrong is cut out of it.
pub(super) fn decode<T: DeserializeOwned>(tree: &mut Node) -> (Option<T>, Vec<Mistake>) {
    let mut mistakes = Vec::new();
    cut_duplicate_keys(tree, "", &mut mistakes);
    loop {
        let error = match T::deserialize(Decoder { node: tree }) {
            Ok(value) if !cut_off_lists(tree) => return (Some(value), mistakes),
            // What followed a cut in a list has been looked at for its mistakes.
            Ok(_) => continue,
            Err(error) => error,
        };
        let trail: Vec<Step> = error.trail.iter().rev().copied().collect();
        let field = field_path(tree, &trail);
        let span = error.span.unwrap_or_else(|| tree.span.clone());
        match mistakes.iter_mut().find(|cause| is_within(&cause.field, &field)) {
            // What is wrong because a part of it has been cut out is no mistake of its own.
            Some(cause) => cause.field = field,
            None => mistakes.push(Mistake {
                code: error.code,
                message: error.message,
                help: error.help,
                span,
                field,
            }),
        }
        if !cut(tree, &trail) || mistakes.len() >= MAX_MISTAKES {
            return (None, mistakes);
        }
    }
}

fn cut_duplicate_keys(node: &mut Node, path: &str, mistakes: &mut Vec<Mistake>) {
    match &mut node.kind {
        Kind::Scalar { .. } => {}
        Kind::Sequence(items) => {
            for (index, item) in items.iter_mut().flatten().enumerate() {
                cut_duplicate_keys(item, &format!("{path}[{index}]"), mistakes);
            }
        }
        Kind::Mapping(entries) => {
            let mut seen = HashSet::new();
            let mut kept: Vec<(Node, Node)> = Vec::new();
            for (key, mut value) in entries.drain(..) {
                let field = join(path, &key);
                if !seen.insert(field.clone()) {
                    let name = field.rsplit('.').next().unwrap_or_default();
                    mistakes.push(Mistake {
                        code: Code::DuplicateKey,
                        message: format!("the key `{name}` stands here a second time"),
                        help: Some(
                            "remove one of the two, or put both values into one list".to_owned(),
                        ),
                        span: key.span.clone(),
                        field,
                    });
                    continue;
                }
                cut_duplicate_keys(&mut value, &field, mistakes);
                kept.push((key, value));
            }
            *entries = kept;
        }
    }
}

/// Whether a field lies in another: `population.count` in `population`.
fn is_within(field: &str, outer: &str) -> bool {
    field.strip_prefix(outer).is_some_and(|rest| rest.starts_with(['.', '[']))
}

fn field_path(tree: &Node, trail: &[Step]) -> String {
    let mut path = String::new();
    let mut node = tree;
    for &Step(index) in trail {
        match &node.kind {
            Kind::Scalar { .. } => break,
            Kind::Sequence(items) => {
                path = format!("{path}[{index}]");
                let Some(item) = &items[index] else { break };
                node = item;
            }
            Kind::Mapping(entries) => {
                path = join(&path, &entries[index].0);
                node = &entries[index].1;
            }
        }
    }
    path
}

/// Cuts out what the trail leads to. An item of a list leaves a gap, so that the places of those
/// after it stay right.
fn cut(tree: &mut Node, trail: &[Step]) -> bool {
    let Some((&Step(last), before)) = trail.split_last() else { return false };
    let mut node = tree;
    for &Step(index) in before {
        node = match &mut node.kind {
            Kind::Scalar { .. } => return false,
            Kind::Sequence(items) => match &mut items[index] {
                Some(item) => item,
                None => return false,
            },
            Kind::Mapping(entries) => &mut entries[index].1,
        };
    }
    match &mut node.kind {
        Kind::Scalar { .. } => return false,
        Kind::Sequence(items) => items[last] = None,
        Kind::Mapping(entries) => {
            entries.remove(last);
        }
    }
    true
}

/// Cuts lists off at their first gap: a decoded list has no gaps, and the items behind one would
/// be taken for others. Tells whether there was a gap.
fn cut_off_lists(node: &mut Node) -> bool {
    match &mut node.kind {
        Kind::Scalar { .. } => false,
        Kind::Sequence(items) => {
            let gap = items.iter().position(Option::is_none);
            items.truncate(gap.unwrap_or(items.len()));
            let inside = items.iter_mut().flatten().map(cut_off_lists);
            inside.fold(gap.is_some(), |any, found| any | found)
        }
        Kind::Mapping(entries) => {
            let inside = entries.iter_mut().map(|(_, value)| cut_off_lists(value));
            inside.fold(false, |any, found| any | found)
        }
    }
}
