//! Who is in a committee, which seats nobody has, and when it meets.

use crate::site_test::site;

/// The five roles of a nonprofit hub, in its order.
const BOARD: &str = "
//- content/committees/board.md
---
name: The Board
type: board
term: 3 years
seats:
  - { role: Honorary chair, count: 1, honorary: true, ex_officio: true, description: The mayor of the day. }
  - { role: Liaison, count: 1, appointed_by: the mayor }
  - { role: Executive director, count: 1 }
  - { role: President and board, count: 3, requirement: a paid-up member }
  - { role: Committee chairs }
members:
  - { name: May Or, role: Honorary chair }
  - { name: Old Liaison, role: Liaison, from: 2010, to: 2015 }
  - { vacant: true, role: Liaison }
  - { name: Presi Dent, role: President, seat: President and board, from: 2025-01 }
  - { name: Stand In, role: President and board, alternate: true }
  - { name: Next Year, role: President and board, from: 2027-01 }
  - { name: Chair One, role: Committee chairs }
  - { vacant: true, role: Committee chairs }
  - { name: A. Guest, role: Archivist, honorary: true }
meetings:
  rule: The first Tuesday of the month
  place: City Hall
  open: true
  next: [2026-05-05, { date: 2026-06-02, time: \"18:00\", agenda: agenda-june }, 2026-04-07]
  past: [{ date: 2026-03-03, minutes: minutes-march }, { date: 2026-02-03, cancelled: true }]
join: Write to us before June.
open_to_all: true
contact: chair
---
//- content/contacts.yaml
- { id: chair, name: The chair, email: chair@example.org }
//- content/documents.yaml
- { id: agenda-june, title: What we talk about in June, type: agenda }
- { id: minutes-march, title: What we said in March, type: minutes, file: march.pdf }
";

#[test]
fn roles_keep_their_order_and_vacant_seats_are_counted() {
    let test = site(BOARD).with_bytes("content/files/march.pdf", vec![0; 2500]);
    let built = test.builds();
    let page = built.page("committees/board/");
    page.shows_in_order(&[
        "Honorary chair",
        "one seat",
        "by virtue of office",
        "The mayor of the day.",
        "May Or",
        "Liaison",
        "appointed by the mayor",
        "one vacant seat",
        "Executive director",
        "one vacant seat",
        "President and board",
        "3 seats",
        "a paid-up member",
        "Presi Dent President from January 2025",
        "2 vacant seats",
        "Committee chairs",
        "Chair One",
        "one vacant seat",
        "Other members",
        "A. Guest",
        "Archivist honorary",
        "Former members",
        "Old Liaison",
    ]);
    page.shows("Vacancies 5 vacant seats").shows("Term 3 years").shows("Board");
    built.page("committees/").shows("5 vacant seats");
    // In the next year somebody takes a seat.
    test.on("2027-02-01").builds().page("committees/").shows("4 vacant seats");
}

#[test]
fn a_meeting_is_to_come_until_its_day_is_over() {
    let test = site(BOARD).with_bytes("content/files/march.pdf", vec![0; 2500]);
    test.builds().page("committees/board/").shows_in_order(&[
        "The first Tuesday of the month",
        "City Hall",
        "Meetings are open to the public.",
        "Next meetings",
        "May 5, 2026",
        "June 2, 2026, 6:00 p.m.",
        "What we talk about in June",
        "Past meetings",
        "April 7, 2026",
        "March 3, 2026",
        "What we said in March (PDF, 3 kB)",
        "February 3, 2026",
        "Cancelled",
        "How to join",
        "Anybody may join.",
        "Write to us before June.",
        "Whom to ask",
        "chair@example.org",
    ]);
    test.on("2026-06-03").builds().page("committees/board/").hides("Next meetings");
}

#[test]
fn a_committee_that_is_no_more_has_no_vacancies() {
    let built = site(
        "
//- content/committees/old.md
---
name: The Old Committee
dissolved: 2020
seats: [{ role: Chair, count: 1 }]
meetings: { next: [2026-06-02] }
---
",
    )
    .builds();
    built.page("committees/old/").hides("vacant").hides("Next meetings");
}

#[test]
fn a_seat_that_is_none() {
    site(
        "
//- content/committees/board.md
---
name: The Board
seats: [{ role: Chair, count: 1 }, { count: 2 }]
#                                  ^^^^^^^^^^^^ error[missing-key]: `role` is missing
members:
  - { name: May Or, seat: Chiar }
#                         ^^^^^ error[unknown-value]: `Chiar` is none of the seats of this committee
meetings:
  next: [{ date: 2026-06-02, time: 6 pm }, { time: \"25:00\" }]
#                                  ^^^^ error[bad-time]: `6 pm` is not a time of day
#                                                  ^^^^^^^ error[bad-time]: `25:00` is not a time of day
#                                          ^^^^^^^^^^^^^^^^^ error[missing-key]: `date` is missing
---
",
    )
    .reports();
}
