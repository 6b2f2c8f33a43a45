//! The shortest ways between cities that something binds.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::Located;
use crate::cartography::{Frame, Path, Position};
use crate::programme::relationship::{Relationship, Status};
use crate::programme::site::Site;

/// How many ways can be told apart at all. More of them are not drawn.
const WAYS: usize = 1000;

/// The ways between cities whose relationships have one status.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WaysView {
    /// The status; nothing for a city in a list without one.
    pub status: &'static str,
    /// The `d` of a path.
    pub path: String,
}

/// A way between two cities, and how the relationship stands that it is drawn for.
pub(super) type Way = (Status, Position, Position);

/// The ways from the home city to its partners; in a register, those between the parties of each
/// relationship, one after the other.
pub(super) fn ways(cities: &[Located], site: &Site) -> Vec<Way> {
    if let Some(home) = site.home {
        let Some(home) = Located::new(home, site) else { return Vec::new() };
        let way = |city: &Located| Some((city.status?, home.position, city.position));
        let ways: Vec<Way> = cities.iter().filter_map(way).collect();
        return if ways.len() > WAYS { Vec::new() } else { ways };
    }
    let shown: BTreeMap<usize, Position> =
        cities.iter().map(|city| (city.city.index(), city.position)).collect();
    let mut ways = Vec::new();
    for (_, relationship) in site.relationships.iter() {
        let status = relationship.status(site.today);
        if status == Status::Declined {
            continue;
        }
        ways.extend(around(relationship, &shown).into_iter().map(|(from, to)| (status, from, to)));
        if ways.len() > WAYS {
            return Vec::new();
        }
    }
    ways
}

/// From each party of a relationship to the next; from the last of three or more back to the first.
fn around(
    relationship: &Relationship,
    shown: &BTreeMap<usize, Position>,
) -> Vec<(Position, Position)> {
    let parties = relationship.parties.iter().filter_map(|city| shown.get(&city.index()));
    let parties: Vec<Position> = parties.copied().collect();
    let mut ways: Vec<_> = parties.windows(2).map(|pair| (pair[0], pair[1])).collect();
    if let [first, _, .., last] = parties.as_slice()
        && parties.len() > 2
    {
        ways.push((*last, *first));
    }
    ways
}

pub(super) fn drawn_ways(ways: &[Way], frame: &Frame) -> Vec<WaysView> {
    let mut paths: BTreeMap<Status, Path> = BTreeMap::new();
    for (status, from, to) in ways {
        frame.draw_way(*from, *to, paths.entry(*status).or_default());
    }
    // What is less alive is drawn first, so that it does not cover the rest.
    let paths = paths.into_iter().rev();
    paths.map(|(status, path)| WaysView { status: status.as_str(), path: path.finish() }).collect()
}
