//! What is to come, when it begins, and where one registers for it.

use crate::site_test::site;

#[test]
fn one_registers_for_what_is_to_come() {
    let test = site(
        "
//- content/events/tea.md
---
title: Tea with Gaeta
kind: meeting
date: 2026-05-05
time: \"12:30\"
registration: https://example.org/tea
contact: [office]
---
//- content/contacts.yaml
- { id: office, name: The office, phone: +1 617 555 0100 }
",
    );
    test.builds().page("events/tea/").shows("The office");
    for address in ["", "events/", "events/tea/"] {
        let built = test.builds();
        let page = built.page(address);
        page.shows("12:30 p.m.");
        assert!(page.attributes("href").contains(&"https://example.org/tea"), "{address}");
        let built = test.clone().on("2026-05-06").builds();
        assert!(!built.page(address).html().contains("https://example.org/tea"), "{address}");
    }
}
