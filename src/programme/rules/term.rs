//! Terms that have ended, with nobody in the seat since.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::programme::committee::{Committee, Member};
use crate::programme::site::Site;
use crate::values::date::Day;

/// Whoever's term has ended is shown as a former member. That is right if somebody else has the
/// seat, or if it is said to be vacant; else the committee looks as if it had no such seat.
pub(super) fn ended(site: &Site) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (_, committee) in site.committees.iter() {
        if committee.dissolved.is_some() {
            continue;
        }
        for (number, member) in committee.members.iter().enumerate() {
            let Some(name) = &member.name else { continue };
            if !has_ended(member, site.today) || is_succeeded(member, committee, site.today) {
                continue;
            }
            let to = member.to.as_ref().expect("it has ended");
            diagnostics.push(
                Diagnostic::new(
                    Code::TermEnded,
                    format!(
                        "the term of `{name}` ended `{}`, and nobody has the seat since",
                        to.edtf()
                    ),
                )
                .at(Place::value(&committee.file, format!("members[{number}].to")))
                .help(
                    "if the term was renewed, correct `to`; if not, add who came after, or a \
                     member with `vacant: true`",
                ),
            );
        }
    }
    diagnostics
}

fn has_ended(member: &Member, today: Day) -> bool {
    member.to.as_ref().is_some_and(|to| to.is_past(today))
}

/// Whether the seat of a former member is told of by others: by one who has it now, by one who is
/// yet to come, or by a later one who is former too (and then is the one to ask about).
fn is_succeeded(former: &Member, committee: &Committee, today: Day) -> bool {
    committee.members.iter().any(|other| {
        let is_later = || {
            let (ours, theirs) = (former.to.as_ref(), other.to.as_ref());
            ours.zip(theirs).is_some_and(|(ours, theirs)| ours.sort_key() < theirs.sort_key())
        };
        other.role == former.role && (!has_ended(other, today) || is_later())
    })
}
