//! Papers and acts: who signed them, how long they hold, and how they can be read.

use crate::site_test::site;

#[test]
fn a_paper_tells_who_signed_it_and_how_it_can_be_read() {
    let test = site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: 1982, status: active }
---
//- content/documents.yaml
- id: agreement
  title: The agreement
  type: agreement
  date: 1982-12-16
  until: 2027
  signatories:
    - { name: Ada Person, office: Mayor of Home, city: home }
    - { name: Bo Person, office: { en: Mayor of Gaeta, it: Sindaco }, city: gaeta }
  file: agreement.pdf
  pages: 3
  accessible: partial
- id: order-7
  title: The order
  type: policy-order
  body: council
  reference: Order 7
  quote: That there be a sister city.
  in_favour: 9
  against: 0
  url: https://example.org/orders/7.pdf?print
- id: report
  title: A report that nobody dated
  type: report
//- content/organizations.yaml
- { id: council, name: The Council }
",
    )
    .with_bytes("content/files/agreement.pdf", vec![0; 120_000]);
    let built = test.builds();
    let page = built.page("documents/");
    page.shows_in_order(&[
        "December 16, 1982 until 2027",
        "The agreement (PDF, 120 kB)",
        "Agreement3 pagespartly accessible",
        "Signed by",
        "Ada Person, Mayor of Home",
        "Bo Person, Mayor of Gaeta",
        "date not recorded",
        "The order (PDF)",
        "9 in favour, 0 against",
        "That there be a sister city.",
        "The Council",
        "Order 7",
        "date not recorded",
        "A report that nobody dated",
    ]);
    assert!(page.html().contains("<blockquote><p>That there be a sister city.</p></blockquote>"));
    assert!(page.attributes("id").contains(&"order-7"));
    test.on("2028-01-01").builds().page("documents/").shows("December 16, 1982 ended 2027");
}

#[test]
fn a_signatory_has_a_name() {
    site(
        "
//- content/documents.yaml
- id: agreement
  title: The agreement
  signatories: [{ office: Mayor, city: gaeta }]
#                                      ^^^^^ error[unknown-city]: no city is called `gaeta`
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[missing-key]: `name` is missing
  accessible: maybe
#             ^^^^^ error[unknown-value]: `maybe` is not known here
",
    )
    .reports();
}
