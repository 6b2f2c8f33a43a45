//! The guide of Sister Cities International to establishing a relationship.

use super::Seen::{Finding, Link, Proof, Read};
use super::{Row, Site, international};
use crate::site_test::site;

pub(super) const ROWS: &[Row] = &[
    Row {
        number: "3.1",
        about: "the guide's title, once",
        seen: &[Proof(the_title_stands_once), Finding("repeated-title", REPEATED_TITLE)],
    },
    Row {
        number: "3.2",
        about: "what creates a relationship",
        seen: &[
            Read(
                international("guides/establishing/"),
                &["the highest officials of two communities", "memorandum of understanding"],
            ),
            Link(
                international("guides/establishing/"),
                "../../glossary/#memorandum-of-understanding",
            ),
        ],
    },
    Row {
        number: "3.3",
        about: "seven steps, which are numbered by the program",
        seen: &[Proof(the_steps_are_numbered), Proof(each_step_has_an_anchor)],
    },
    Row {
        number: "3.4",
        about: "seven points to compare, two of them without a text",
        seen: &[Read(
            international("guides/establishing/"),
            &[
                "Find a partner",
                "Population",
                "Geography",
                "Industries Academic institutions",
                "Cultural institutions",
                "Relationships that exist already",
                "Ties of history or ancestry",
                "Write a letter",
            ],
        )],
    },
    Row {
        number: "3.5",
        about: "criteria of one's own, and who helps with them",
        seen: &[
            Read(
                international("guides/establishing/"),
                &["More inquiries than you can answer", "Governance and Policy Services"],
            ),
            Read(international("guides/establishing/"), &["membership@sistercities.org"]),
        ],
    },
    Row {
        number: "3.6",
        about: "the program that helps with the search, in one record",
        seen: &[
            Link(international("guides/establishing/"), "../../documents/#cities-seeking-cities"),
            Link(international("faq/about/"), "../../documents/#cities-seeking-cities"),
            Read(international("documents/"), &["Cities Seeking Cities", "protocol"]),
        ],
    },
    Row {
        number: "3.7",
        about: "addresses elsewhere, safe and whole",
        seen: &[
            Link(international("documents/"), "https://www.sistercities.org/toolkits-templates"),
            Finding("http-link", HTTP_LINK),
            Finding("cut-address", CUT_ADDRESS),
        ],
    },
    Row {
        number: "3.8",
        about: "addresses for letters, each with what it is for",
        seen: &[
            Read(
                international("contacts/"),
                &["Membership", "criteria and policies", "membership@sistercities.org"],
            ),
            Read(
                international("contacts/"),
                &["Partnerships", "Finding a partner", "partnerships@sistercities.org"],
            ),
            Link(international("contacts/"), "mailto:partnerships@sistercities.org"),
        ],
    },
    Row {
        number: "3.9",
        about: "what a letter of introduction says, and who stands behind it",
        seen: &[
            Read(
                international("guides/establishing/"),
                &["who you are", "why you would like", "programs and exchanges", "whom to answer"],
            ),
            Read(international("guides/establishing/"), &["symmetry", "name two people to answer"]),
        ],
    },
    Row {
        number: "3.10",
        about: "sentences that a page break has torn",
        seen: &[Finding("torn-sentence", TORN_SENTENCE)],
    },
    Row {
        number: "3.11",
        about: "how long the steps take",
        seen: &[Read(
            international("guides/establishing/"),
            &["several months", "six months to two years"],
        )],
    },
    Row {
        number: "3.12",
        about: "something small to begin with",
        seen: &[Read(
            international("guides/establishing/"),
            &["pen pals among the young", "best practice"],
        )],
    },
    Row {
        number: "3.13",
        about: "who may travel when the mayor does not",
        seen: &[Read(
            international("guides/establishing/"),
            &["without the mayor", "city manager", "council", "business people", "volunteers"],
        )],
    },
    Row {
        number: "3.14",
        about: "what may stand in an agreement",
        seen: &[Read(
            international("guides/establishing/"),
            &["ceremonial", "They may be precise"],
        )],
    },
    Row {
        number: "3.15",
        about: "templates and toolkits: one record, to which three steps lead",
        seen: &[
            Read(international("documents/"), &["Toolkits and templates", "In the Member Area"]),
            Proof(three_steps_lead_to_the_templates),
        ],
    },
    Row {
        number: "3.16",
        about: "what follows the signatures",
        seen: &[Read(
            international("guides/establishing/"),
            &["electronic copy", "profile on the website", "certificate"],
        )],
    },
    Row {
        number: "3.17",
        about: "the evaluation, on a day that is set",
        seen: &[Read(
            international("guides/establishing/"),
            &["work plan with goals", "set a date for the evaluation"],
        )],
    },
    Row {
        number: "3.18",
        about: "a line across the page, which is no front matter",
        seen: &[Proof(a_line_across_the_page_is_no_front_matter)],
    },
    Row {
        number: "3.19",
        about: "words that stand twice",
        seen: &[Finding("doubled-words", DOUBLED_WORDS)],
    },
];

const STEPS: [(&str, &str); 7] = [
    ("planning", "Plan at home"),
    ("research", "Find a partner"),
    ("letter", "Write a letter"),
    ("correspondence", "Get acquainted"),
    ("agreement", "Write the agreement"),
    ("signing", "Sign it"),
    ("evaluation", "Begin, and look back"),
];

fn the_title_stands_once() {
    let page = Site::SisterCitiesInternational.built().page("guides/establishing/");
    let headings = ["<h1", "<h2", "<h3"].iter().flat_map(|tag| page.html().split(tag).skip(1));
    let titles = headings.filter_map(|rest| rest.split("</h").next());
    let titles = titles.filter(|text| text.contains("How to establish a relationship"));
    assert_eq!(titles.count(), 1);
}

fn the_steps_are_numbered() {
    let page = Site::SisterCitiesInternational.built().page("guides/establishing/");
    let numbered: Vec<String> = (1..)
        .zip(STEPS)
        .map(|(number, (_, title))| format!("{title} Step {number} of 7"))
        .collect();
    page.shows_in_order(&numbered.iter().map(String::as_str).collect::<Vec<_>>());
}

fn each_step_has_an_anchor() {
    let page = Site::SisterCitiesInternational.built().page("guides/establishing/");
    let anchors = page.attributes("id");
    for (anchor, _) in STEPS {
        assert!(anchors.contains(&anchor), "no `{anchor}` in {anchors:?}");
    }
}

fn three_steps_lead_to_the_templates() {
    let page = Site::SisterCitiesInternational.built().page("guides/establishing/");
    let links = page.attributes("href");
    let uses = links.iter().filter(|link| link.ends_with("/toolkits-templates")).count();
    assert_eq!(uses, 3, "{links:?}");
}

fn a_line_across_the_page_is_no_front_matter() {
    let page = "---\ntitle: A line\n---\nBefore it.\n\n---\n\nafter: it\n";
    let built = site("").with("content/pages/line.md", page).builds();
    built.page("line/").shows("Before it. after: it");
}

const REPEATED_TITLE: &str = "
//- content/pages/letter.md
---
title: How to write a letter
---
## How to write a letter

Begin with the date.

## How to write a letter
#  ^^^^^^^^^^^^^^^^^^^^^ warning[repeated-title]: `How to write a letter` is the heading of another part already

End with your name.
";

const HTTP_LINK: &str = "
//- content/pages/letter.md
---
title: How to write a letter
---
There is [a form](http://letters.example/form).
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ note[http-link]: the address begins with `http:`
";

const CUT_ADDRESS: &str = "
//- content/pages/letter.md
---
title: How to write a letter
---
See <https://letters.example/forms-for->
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[cut-address]: the address has been cut off
";

const TORN_SENTENCE: &str = "
//- content/pages/letter.md
---
title: How to write a letter
---
- Name somebody in the office who can answer a letter. If
#                                                      ^^ warning[torn-sentence]: the sentence breaks off after `If`
- Sign it.
";

const DOUBLED_WORDS: &str = "
//- content/pages/letter.md
---
title: How to write a letter
---
The form is under the under the letters.
#                     ^^^^^^^^^ warning[doubled-words]: `under the` stands twice in a row
";
