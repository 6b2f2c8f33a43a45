//! Two records that date one event differently. A month and a day of that month agree.

use super::{name_of, place_in, place_in_documents};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::programme::event::EventKind;
use crate::programme::relationship::{Change, Relationship, Status};
use crate::programme::site::Site;
use crate::values::Date;
use crate::values::date::Shape;

/// What to do about two dates for one event.
const HELP: &str = "correct one of the two; where nobody knows which is right, write both: \
                    `\"[1985-08, 1987-04]\"`";

/// When it was established, and when its history says that it became active.
pub(super) fn of_establishment(site: &Site) -> Vec<Diagnostic> {
    let relationships = site.relationships.iter().map(|(_, relationship)| relationship);
    relationships
        .filter_map(|relationship| {
            let established = relationship.established.as_ref()?;
            let (number, change) = first_agreement(relationship)?;
            let date = change.date.as_ref().filter(|date| !agree(date, established))?;
            Some(
                Diagnostic::new(
                    Code::DateDisagrees,
                    format!(
                        "established `{}`, but active since `{}`",
                        established.edtf(),
                        date.edtf()
                    ),
                )
                .at(place_in(relationship, "established"))
                .related(
                    place_in(relationship, &format!("history[{number}].date")),
                    "when it became active",
                )
                .help(HELP),
            )
        })
        .collect()
}

/// The change by which a relationship first became active, if its history begins with that; one
/// that only tells of a later renewal says nothing of the beginning.
fn first_agreement(relationship: &Relationship) -> Option<(usize, &Change)> {
    let early = |status| matches!(status, Status::Proposed | Status::Developing | Status::Declined);
    let mut changes = relationship.history.iter().enumerate();
    changes.find(|(_, change)| !early(change.to)).filter(|(_, change)| change.to == Status::Active)
}

/// When the status changed, and when the event was that is said to tell the same.
pub(super) fn of_events(site: &Site) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (_, relationship) in site.relationships.iter() {
        for (number, change) in relationship.history.iter().enumerate() {
            let Some(event) = change.event.map(|event| &site.events[event]) else { continue };
            let (Some(ours), Some(theirs)) = (&change.date, &event.date) else { continue };
            if agree(ours, theirs) {
                continue;
            }
            diagnostics.push(
                Diagnostic::new(
                    Code::DateDisagrees,
                    format!(
                        "the status changed `{}`, but the event that tells of it was `{}`",
                        ours.edtf(),
                        theirs.edtf()
                    ),
                )
                .at(place_in(relationship, &format!("history[{number}].date")))
                .related(Place::value(&event.file, "date"), "the event")
                .help(HELP),
            );
        }
    }
    diagnostics
}

/// When a relationship was paused, by its only pause and by the only event that tells of one.
pub(super) fn of_pauses(site: &Site) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for city in site.partners().iter().copied() {
        let [relationship] = site.relationships_of(city) else { continue };
        let relationship = &site.relationships[*relationship];
        let changes = relationship.history.iter().enumerate();
        let mut pauses = changes.filter(|(_, change)| change.to == Status::Paused);
        let events = site.events_of(city).iter().map(|event| &site.events[*event]);
        let mut events = events.filter(|event| event.kind == EventKind::Pause);
        let (Some((number, change)), None) = (pauses.next(), pauses.next()) else { continue };
        let (Some(event), None) = (events.next(), events.next()) else { continue };
        let (Some(ours), Some(theirs)) = (&change.date, &event.date) else { continue };
        if change.event.is_some() || agree(ours, theirs) {
            continue;
        }
        diagnostics.push(
            Diagnostic::new(
                Code::DateDisagrees,
                format!(
                    "{} is paused since `{}`, but the event says `{}`",
                    name_of(city, site),
                    ours.edtf(),
                    theirs.edtf()
                ),
            )
            .at(place_in(relationship, &format!("history[{number}].date")))
            .related(Place::value(&event.file, "date"), "the event")
            .help(HELP),
        );
    }
    diagnostics
}

/// When something was decided, by the event and by the paper of the decision.
pub(super) fn of_decisions(site: &Site) -> Vec<Diagnostic> {
    let events = site.events.iter().map(|(_, event)| event);
    events
        .filter_map(|event| {
            let document = event.decision.as_ref()?.document?;
            let document = &site.documents[document];
            let (ours, theirs) = (event.date.as_ref()?, document.date.as_ref()?);
            if agree(ours, theirs) {
                return None;
            }
            let title = document.title.best(&site.language, &site.language).0;
            Some(
                Diagnostic::new(
                    Code::DateDisagrees,
                    format!(
                        "the decision was `{}`, but its paper, \u{201c}{title}\u{201d}, is of `{}`",
                        ours.edtf(),
                        theirs.edtf()
                    ),
                )
                .at(Place::value(&event.file, "date"))
                .related(place_in_documents(document, "date"), "the paper")
                .help(HELP),
            )
        })
        .collect()
}

/// Whether two dates can be of one event. What goes on agrees with when it began.
pub(in crate::programme) fn agree(ours: &Date, theirs: &Date) -> bool {
    let begun = |date: &Date| match date.shape() {
        Shape::Since(point) => (Some(point.when.earliest()), Some(point.when.latest())),
        _ => (date.earliest(), date.latest()),
    };
    if is_choice(ours) || is_choice(theirs) {
        return ours.is_compatible_with(theirs);
    }
    // They agree if there is a day on which both can have been.
    let ((a, b), (c, d)) = (begun(ours), begun(theirs));
    a.zip(d).is_none_or(|(first, last)| first <= last)
        && c.zip(b).is_none_or(|(first, last)| first <= last)
}

fn is_choice(date: &Date) -> bool {
    matches!(date.shape(), Shape::OneOf(_))
}
