//! New Haven's site: its partners, its questions, its policy, its membership.

use super::Seen::{Proof, Read};
use super::{Row, Site, new_haven};

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
                    "Afula-Gilboa Israel",
                    "Amalfi Italy",
                    "Avignon France",
                    "Freetown Sierra Leone",
                    "Hue Vietnam",
                    "León Nicaragua",
                    "Tetlanohcan Mexico",
                ],
            ),
            Read(new_haven("cities/hue/"), &["date not recorded"]),
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
        number: "2.26",
        about: "the mission, and the year of the beginning",
        seen: &[Read(new_haven("about/"), &["how their partners abroad live", "since 1981"])],
    },
];

fn the_factors_are_nine_and_their_lists_have_two_and_five() {
    let page = Site::NewHaven.built().page("success/").html();
    let list = page.split("<ol").filter_map(|rest| rest.split("</ol>").next());
    let list = list.last().unwrap_or_else(|| panic!("no list: {page}"));
    let within: Vec<usize> = list
        .split("<ul>")
        .skip(1)
        .map(|rest| rest.split("</ul>").next().unwrap_or_default().matches("<li>").count())
        .collect();
    assert_eq!(within, [2, 5]);
    assert_eq!(list.matches("<li>").count(), 9 + 2 + 5);
}
