//! New Haven's site: its partners, its questions, its policy, its membership.

use super::Seen::{Finding, Held, Hidden, Link, Proof, Read};
use super::{Row, Site, international, new_haven};

pub(super) const ROWS: &[Row] = &[
    Row {
        number: "2.1",
        about: "the organization and its tagline",
        seen: &[Read(
            new_haven(""),
            &[
                "New Haven Sister Cities",
                "Citizens as diplomats, person by person and city by city",
            ],
        )],
    },
    Row {
        number: "2.2",
        about: "seven partners in seven countries, without dates",
        seen: &[
            Read(new_haven(""), &["seven sister cities, in seven countries"]),
            Read(
                new_haven("cities/"),
                &[
                    "7 sister cities",
                    "Afula-Gilboa Israel date not recorded",
                    "Amalfi Italy date not recorded",
                    "Avignon France date not recorded",
                    "Freetown Sierra Leone date not recorded",
                    "Hue Vietnam date not recorded",
                    "León Nicaragua date not recorded",
                    "Tetlanohcan Mexico date not recorded",
                ],
            ),
        ],
    },
    Row {
        number: "2.3",
        about: "a numbered index of nine questions, each of which leads to its answer",
        seen: &[
            Read(new_haven("faq/"), QUESTIONS),
            Link(new_haven("faq/"), "../faq/sister-cities/#sci"),
            Link(new_haven("faq/"), "../faq/sister-cities/#affiliations"),
            Proof(each_question_is_in_the_index_of_its_page),
        ],
    },
    Row {
        number: "2.4",
        about: "nine questions with their answers, for people and for machines",
        seen: &[
            Read(new_haven("faq/sister-cities/"), QUESTIONS),
            Proof(machines_are_told_of_nine_questions),
        ],
    },
    Row {
        number: "2.5",
        about: "the way back to the top: made by the theme, once for each question",
        seen: &[Proof(each_question_leads_back_once), Finding("page-furniture", BACK_TO_TOP)],
    },
    Row {
        number: "2.6",
        about: "headings within an answer",
        seen: &[
            Read(
                new_haven("faq/sister-cities/"),
                &[
                    "City hall and volunteers",
                    "Clear objectives",
                    "Cultural differences",
                    "A large country",
                    "An informal people",
                ],
            ),
            Held(new_haven("faq/sister-cities/"), "<h3 id=\"city-hall\""),
        ],
    },
    Row {
        number: "2.7",
        about: "the umbrella's history, with years that are counted",
        seen: &[
            Read(
                new_haven("timeline/"),
                &[
                    "1956 President Eisenhower proposes a People-to-People initiative",
                    "1967 Sister Cities International becomes a corporation of its own",
                    "1981 New Haven Sister Cities begins",
                ],
            ),
            Read(
                new_haven("about/sister-cities-international/"),
                &["In 1956 President Dwight D. Eisenhower", "until 1967", "for 59 years"],
            ),
            Finding("relative-time", ALMOST),
        ],
    },
    Row {
        number: "2.8",
        about: "what the umbrella does",
        seen: &[Read(
            new_haven("about/sister-cities-international/"),
            &["annual conference", "monthly newsletter", "grants", "professional internships"],
        )],
    },
    Row {
        number: "2.9",
        about: "what makes a relationship official",
        seen: &[Read(
            new_haven("faq/sister-cities/"),
            &[
                "signing ceremony",
                "the city council, the county commission or the state legislature",
            ],
        )],
    },
    Row {
        number: "2.10",
        about: "five terms for the same, each in its language and with its countries",
        seen: &[
            Read(
                new_haven("glossary/"),
                &["Sister city", "twin city", "friendship city", "Partnerstadt", "jumelage"],
            ),
            Held(new_haven("glossary/"), "lang=\"de\""),
            Held(new_haven("glossary/"), "lang=\"fr\""),
        ],
    },
    Row {
        number: "2.11",
        about: "friendship cities, by two sources that are shown side by side",
        seen: &[
            Read(
                new_haven("faq/sister-cities/"),
                &["How does a friendship city differ from a sister city?", "Often it does not."],
            ),
            Link(new_haven("faq/sister-cities/"), "../../faq/another-source/#friendship-city"),
            Link(new_haven("faq/another-source/"), "../../faq/sister-cities/#friendship-city"),
            Read(new_haven("glossary/"), &["Friendship city", "a little narrower"]),
        ],
    },
    Row {
        number: "2.12",
        about: "the ways in which cities find each other",
        seen: &[Read(
            new_haven("faq/sister-cities/"),
            &["begin at the top", "begin at the bottom", "share a name", "festival", "Chance"],
        )],
    },
    Row {
        number: "2.13",
        about: "the matching service, and the form for it",
        seen: &[
            Read(
                new_haven("documents/"),
                &["Cities Seeking Cities", "International Community Resource Center (ICRC)"],
            ),
            Read(new_haven("documents/"), &["Request for a Sister City"]),
            Link(new_haven("faq/sister-cities/"), "../../documents/#cities-seeking-cities"),
        ],
    },
    Row {
        number: "2.14",
        about: "pairs of other cities, apart from New Haven's own",
        seen: &[
            Read(
                new_haven("examples/"),
                &["Debrecen", "Mutare", "Kobe", "Toledo", "Bato", "Imaichi", "Gig Harbor"],
            ),
            Hidden(new_haven("cities/"), "Debrecen"),
            Read(international("relationships/new-brunswick-debrecen/"), &["Hungarian"]),
            Finding("run-on-bullets", RUN_ON_BULLETS),
        ],
    },
    Row {
        number: "2.15",
        about: "four things to do before an agreement",
        seen: &[Read(
            new_haven("guides/before-signing/"),
            &[
                "Tell each other who you are",
                "Win support at home",
                "Visit each other",
                "Do something together first",
            ],
        )],
    },
    Row {
        number: "2.16",
        about: "who belongs to an official delegation",
        seen: &[Read(
            new_haven("guides/before-signing/"),
            &["the mayor", "people from business", "presides", "educator", "performing artist"],
        )],
    },
    Row {
        number: "2.17",
        about: "ideas for a first exchange",
        seen: &[Read(
            new_haven("guides/before-signing/"),
            &["pictures", "internship", "business people", "performance by artists"],
        )],
    },
    Row {
        number: "2.18",
        about: "six pieces of advice for talking with those whose language is another",
        seen: &[Read(
            new_haven("faq/sister-cities/"),
            &[
                "most important words",
                "sum it up simply",
                "time to put a question",
                "Plan for rest",
                "interpreters",
                "three words a day",
            ],
        )],
    },
    Row {
        number: "2.19",
        about: "five roles, in their order",
        seen: &[Read(
            new_haven("organization/"),
            &[
                "The mayor, as honorary chair.",
                "The liaison at city hall.",
                "The executive director or coordinator.",
                "The president and the board.",
                "The chairs of the committees, and the volunteers.",
            ],
        )],
    },
    Row {
        number: "2.20",
        about: "nine factors of success, with lists within two of them",
        seen: &[
            Read(
                new_haven("success/"),
                &[
                    "Support that can be relied on",
                    "City hall.",
                    "Business.",
                    "A committee as broad as the city",
                    "Alliances",
                    "Answers that come at once",
                    "A sense for differences",
                    "Clear objectives",
                    "Something every year",
                    "a letter from mayor to mayor",
                    "annual reports",
                    "pictures by children",
                    "cuttings from newspapers",
                    "a festival, films or talks",
                    "Visits that people can count on",
                    "Some daring",
                ],
            ),
            Proof(the_factors_are_nine_and_their_lists_have_two_and_five),
        ],
    },
    Row {
        number: "2.21",
        about: "what is to be repeated, and how often",
        seen: &[
            Read(
                new_haven("success/"),
                &["at least every other year", "each year, or every other year"],
            ),
            Read(new_haven("policy/"), &["meet every other year"]),
        ],
    },
    Row {
        number: "2.22",
        about: "how to answer letters, with an editor's remark on what is dated",
        seen: &[Read(
            new_haven("success/"),
            &["Answer every letter when it comes", "An editor’s remark", "fax machines"],
        )],
    },
    Row {
        number: "2.23",
        about: "the six rules of the affiliation policy",
        seen: &[
            Read(
                new_haven("policy/"),
                &[
                    "Dues are paid.",
                    "The agreement is on file.",
                    "Another partner has agreed.",
                    "One partner to a country.",
                    "Active until told otherwise.",
                    "Countries without an embassy.",
                ],
            ),
            Proof(a_second_partner_in_a_country_is_against_the_policy),
        ],
    },
    Row {
        number: "2.24",
        about: "what emeritus means",
        seen: &[
            Read(new_haven("policy/"), &["Sister City Emeritus", "honored for what it was"]),
            Read(new_haven("glossary/"), &["Sister City Emeritus", "still honored"]),
        ],
    },
    Row {
        number: "2.25",
        about: "the note on Cuba, to which a Cuban partner leads",
        seen: &[
            Read(new_haven("policy/"), &["Cuba", "Interest Section", "no federal money"]),
            Link(
                international("relationships/cambridge-cienfuegos/"),
                "../../about/recognition/#cuba",
            ),
        ],
    },
    Row {
        number: "2.26",
        about: "the mission, and the year of the beginning",
        seen: &[
            Read(new_haven("about/"), &["how their partners abroad live", "since 1981"]),
            Read(new_haven("cities/leon/"), &["At work since 1981"]),
        ],
    },
    Row {
        number: "2.27",
        about: "how to take part, and what it means for taxes",
        seen: &[
            Read(new_haven("join/"), &["Become a member"]),
            Read(new_haven("join/"), &["501(c)(3)", "charitable contribution"]),
        ],
    },
    Row {
        number: "2.28",
        about: "the period of membership, and when it can be renewed",
        seen: &[
            Read(new_haven("join/"), &["January", "December"]),
            Proof(renewals_open_in_october),
        ],
    },
    Row {
        number: "2.29",
        about: "the organization elsewhere, in links that say where they lead",
        seen: &[
            Read(
                new_haven(""),
                &["New Haven Sister Cities on LinkedIn", "New Haven Sister Cities on Facebook"],
            ),
            Link(new_haven(""), "https://linkedin.example/new-haven-sister-cities"),
        ],
    },
    Row {
        number: "2.30",
        about: "what a platform leaves behind",
        seen: &[Hidden(new_haven(""), "Powered by"), Finding("page-furniture", POWERED_BY)],
    },
    Row {
        number: "2.31",
        about: "typing errors that a rule can find",
        seen: &[Finding("joined-words", JOINED)],
    },
    Row {
        number: "2.32",
        about: "signs that stand for a list, and blanks that do not break",
        seen: &[Finding("bullet-sign", BULLET_SIGNS), Finding("no-break-space", NO_BREAK_SPACE)],
    },
];

const QUESTIONS: &[&str] = &[
    "What is Sister Cities International?",
    "What makes a relationship of cities, counties or states?",
    "How does a friendship city differ from a sister city?",
    "How do cities find each other, and what comes next?",
    "What should U.S. communities keep in mind?",
    "What should communities abroad keep in mind?",
    "What do sister cities do?",
    "What makes a program succeed?",
    "Which relationships does SCI recognize?",
];

/// A second Italian city beside Amalfi.
const GAETA: &str = "---
name: Gaeta
country: IT
relationship: { established: unknown, status: active }
---
";

fn each_question_is_in_the_index_of_its_page() {
    let page = Site::NewHaven.built().page("faq/sister-cities/");
    let links = page.attributes("href");
    for anchor in [
        "#sci",
        "#relationship",
        "#friendship-city",
        "#finding",
        "#us-communities",
        "#international-communities",
        "#activities",
        "#success",
        "#affiliations",
    ] {
        assert!(links.contains(&anchor), "no link to `{anchor}`: {links:?}");
    }
}

fn machines_are_told_of_nine_questions() {
    let page = Site::NewHaven.built().page("faq/sister-cities/").html();
    assert!(page.contains("\"FAQPage\""), "no questions for machines: {page}");
    assert_eq!(page.matches("\"Question\"").count(), QUESTIONS.len());
}

fn each_question_leads_back_once() {
    let page = Site::NewHaven.built().page("faq/sister-cities/").text();
    let at_the_end_of_the_page = 1;
    let ways = page.matches("Back to the top").count();
    assert_eq!(ways, QUESTIONS.len() + at_the_end_of_the_page, "{page}");
}

fn the_factors_are_nine_and_their_lists_have_two_and_five() {
    let page = Site::NewHaven.built().page("success/").html();
    let list = page.split("<ol").find(|list| list.contains("Support that can be relied on"));
    let list = list.and_then(|list| list.split("</ol>").next()).unwrap_or_default();
    let within: Vec<usize> = list
        .split("<ul>")
        .skip(1)
        .map(|rest| rest.split("</ul>").next().unwrap_or_default().matches("<li>").count())
        .collect();
    assert_eq!(within, [2, 5]);
    assert_eq!(list.matches("<li>").count(), 9 + 2 + 5);
}

fn a_second_partner_in_a_country_is_against_the_policy() {
    let said = Site::NewHaven.test().with("content/cities/gaeta.md", GAETA).drawn();
    assert!(said.contains("[policy-one-partner-per-country]: "), "{said}");
}

fn renewals_open_in_october() {
    let site = Site::NewHaven.test();
    site.clone().on("2026-09-30").builds().page("join/").hides("are open");
    site.on("2026-10-05").builds().page("join/").shows("Renewals for 2027 are open");
}

const BACK_TO_TOP: &str = "
//- content/pages/towns.md
---
title: Two towns
---
They are friends.

Back to Page Top
^^^^^^^^^^^^^^^^ warning[page-furniture]: `Back to Page Top` belongs to the frame of a page
";

const ALMOST: &str = "
//- content/pages/towns.md
---
title: Two towns
---
They have been friends for almost 50 years.
#                          ^^^^^^^^^^^^^^^ warning[relative-time]: `almost 50 years` will not stay true
";

const RUN_ON_BULLETS: &str = "
//- content/pages/towns.md
---
title: Two towns
---
- They had a name in common. • They had a port in common.
#                            ^ warning[run-on-bullets]: another entry of the list begins within the line
";

const POWERED_BY: &str = "
//- content/pages/towns.md
---
title: Two towns
---
They are friends.

© 2015 The two towns. Powered by
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[page-furniture]: `© 2015 The two towns. Powered by` belongs to the frame of a page
";

const JOINED: &str = "
//- content/pages/towns.md
---
title: Two towns
---
A partnership is for the longterm.
#                        ^^^^^^^^ warning[joined-words]: `longterm` looks like two words
The partnershipbetween them began well.
#   ^^^^^^^^^^^^^^^^^^ warning[joined-words]: `partnershipbetween` looks like two words
";

const BULLET_SIGNS: &str = "
//- content/pages/towns.md
---
title: Two towns
---
• They write letters.
^ warning[bullet-sign]: `•` makes no list
";

const NO_BREAK_SPACE: &str = "
//- content/pages/towns.md
---
title: Two towns
---
The\u{a0}towns are friends.
#  ^ warning[no-break-space]: a no-break space stands where a blank belongs
";
