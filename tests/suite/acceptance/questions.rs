//! The definition and the questions of Sister Cities International.

use super::Seen::{Finding, Link, Proof, Read};
use super::{Row, Site, international};

pub(super) const ROWS: &[Row] = &[
    Row {
        number: "4.1",
        about: "what a sister city, county or state is",
        seen: &[
            Read(
                international("about/"),
                &["two communities in two different countries", "cities, counties or states"],
            ),
            Read(international("glossary/"), &["Sister city, county or state", "no end in view"]),
        ],
    },
    Row {
        number: "4.2",
        about: "how many people it takes",
        seen: &[Read(international("about/"), &["six volunteers, others by hundreds"])],
    },
    Row {
        number: "4.3",
        about: "five kinds of exchange",
        seen: &[Read(
            international("about/"),
            &["five kinds", "municipal", "business", "trade", "educational", "cultural"],
        )],
    },
    Row {
        number: "4.4",
        about: "the questions, and what stands before them",
        seen: &[Read(
            international("faq/about/"),
            &["Questions about sister cities", "asked more often than others"],
        )],
    },
    Row {
        number: "4.5",
        about: "eleven questions, in their order",
        seen: &[
            Read(international("faq/about/"), QUESTIONS),
            Proof(machines_are_told_of_eleven_questions),
        ],
    },
    Row {
        number: "4.6",
        about: "an answer of two paragraphs",
        seen: &[Read(
            international("faq/about/"),
            &["How is a new sister city made?", "Two mayors,", "The guide has the whole way"],
        )],
    },
    Row {
        number: "4.7",
        about: "a statement with its question, both in the heading",
        seen: &[Read(
            international("faq/about/"),
            &[
                "My city is not in the United States. How do we find a partner there?",
                "One of our sister cities is not in your directory. Why is that?",
            ],
        )],
    },
    Row {
        number: "4.8",
        about: "names of resources, each with a record",
        seen: &[
            Read(
                international("documents/"),
                &["Cities Seeking Cities", "City Search", "Member updates", "Membership Directory"],
            ),
            Link(international("faq/about/"), "../../documents/#city-search"),
            Link(international("faq/about/"), "../../documents/#membership-directory"),
            Link(international("faq/about/"), "../../documents/#member-updates"),
            Link(international("faq/about/"), "../../join/"),
            Finding("dead-label", DEAD_LABEL),
        ],
    },
    Row {
        number: "4.9",
        about: "addresses for letters that somebody has hidden",
        seen: &[
            Link(international("faq/about/"), "mailto:membership@sistercities.org"),
            Finding("hidden-address", HIDDEN_ADDRESS),
        ],
    },
    Row {
        number: "4.10",
        about: "words that have run together",
        seen: &[Finding("joined-words", JOINED_WORDS)],
    },
    Row {
        number: "4.11",
        about: "the forms of organizations",
        seen: &[Read(
            international("about/organizations/"),
            &[
                "501(c)(3)",
                "board of directors, or a commission",
                "Committees",
                "a museum, a cultural center, or a chamber of commerce",
            ],
        )],
    },
    Row {
        number: "4.12",
        about: "the five offices to ask at",
        seen: &[Read(
            international("about/organizations/"),
            &["mayor", "tourism", "international affairs", "protocol", "economic development"],
        )],
    },
    Row {
        number: "4.13",
        about: "what money there is",
        seen: &[Read(
            international("faq/about/"),
            &["Do you pay for projects?", "Not for projects", "There are grants"],
        )],
    },
    Row {
        number: "4.14",
        about: "members outside the United States",
        seen: &[
            Read(international("join/"), &["Global Members: cities outside the United States"]),
            Link(international("faq/about/"), "../../glossary/#global-member"),
        ],
    },
    Row {
        number: "4.15",
        about: "what is listed",
        seen: &[Read(
            international("cities/"),
            &["lists the partnerships of its members, and no others"],
        )],
    },
    Row {
        number: "4.16",
        about: "a friendship city that becomes a sister city",
        seen: &[
            Read(
                international("about/recognition/"),
                &["the first stage", "they become sister cities"],
            ),
            Read(international("glossary/"), &["Friendship city", "less formal"]),
        ],
    },
    Row {
        number: "4.17",
        about: "meetings that anybody may go to",
        seen: &[
            Read(international("faq/about/"), &["Most committees meet regularly, and in public."]),
            Read(international("join/"), &["most are open to the public"]),
        ],
    },
];

const QUESTIONS: &[&str] = &[
    "How can I find out which sister cities mine has?",
    "What do relationships grow from?",
    "Who runs sister city organizations, and what form do they have?",
    "How can I take part in the organization where I live?",
    "How is a new sister city made?",
    "My city is not in the United States. How do we find a partner there?",
    "How do I set up an organization in my city?",
    "Do you pay for projects?",
    "Can a city outside the United States join?",
    "One of our sister cities is not in your directory. Why is that?",
    "Is a friendship city something else than a sister city?",
];

fn machines_are_told_of_eleven_questions() {
    let page = Site::SisterCitiesInternational.built().page("faq/about/").html();
    assert!(page.contains("\"FAQPage\""), "no questions for machines: {page}");
    assert_eq!(page.matches("\"Question\"").count(), QUESTIONS.len());
}

const DEAD_LABEL: &str = "
//- content/pages/members.md
---
title: Members
---
Visit our new membership page for the dues.
#         ^^^^^^^^^^^^^^^^^^^ warning[dead-label]: `new membership page` is the name of a link that is not there
";

const HIDDEN_ADDRESS: &str = "
//- content/pages/members.md
---
title: Members
---
Write to m[email\u{a0}protected].
#        ^^^^^^^^^^^^^^^^^^ error[hidden-address]: an e-mail address has been hidden here, and is lost
";

const JOINED_WORDS: &str = "
//- content/pages/members.md
---
title: Members
---
Letters come by emailSign up for them.
#               ^^^^^^^^^ warning[joined-words]: `emailSign` looks like two words
";
