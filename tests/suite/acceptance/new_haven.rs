//! New Haven's site: its partners, its questions, its policy, its membership.

use super::Seen::{Hidden, Link, Proof, Read};
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
        number: "2.14",
        about: "pairs of other cities, apart from New Haven's own",
        seen: &[
            Read(
                new_haven("examples/"),
                &["Debrecen", "Mutare", "Kobe", "Toledo", "Bato", "Imaichi", "Gig Harbor"],
            ),
            Hidden(new_haven("cities/"), "Debrecen"),
            Read(international("relationships/new-brunswick-debrecen/"), &["Hungarian"]),
        ],
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
];

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

fn renewals_open_in_october() {
    let site = Site::NewHaven.test();
    site.clone().on("2026-09-30").builds().page("join/").hides("are open");
    site.on("2026-10-05").builds().page("join/").shows("Renewals for 2027 are open");
}
