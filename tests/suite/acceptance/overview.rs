//! Cambridge's overview of its sister cities.

use super::Seen::{Finding, Held, Link, Proof, Read};
use super::{Row, Site, cambridge};
use crate::site_test::site;

pub(super) const ROWS: &[Row] = &[
    Row {
        number: "0.1",
        about: "what a sister city is",
        seen: &[
            Read(cambridge("about/"), &["official", "respect", "understand", "do things together"]),
            Read(cambridge(""), &["agree officially to know, respect and help one another"]),
        ],
    },
    Row {
        number: "0.2",
        about: "the body that is responsible",
        seen: &[
            Read(
                cambridge("about/"),
                &["Cambridge Peace Commission establishes", "official charge"],
            ),
            Link(cambridge("about/"), "../organizations/#peace-commission"),
            Link(cambridge(""), "./organizations/#peace-commission"),
            Read(cambridge("cities/galway/"), &["Run by Cambridge Peace Commission"]),
        ],
    },
    Row {
        number: "0.3",
        about: "totals of the programme: counted, since the overview's own lists disagree with it",
        seen: &[
            Read(cambridge("cities/"), &["17 sister cities", "Active 7", "Not active 10"]),
            Read(cambridge("about/sources/"), &["seventeen", "seven", "ten"]),
            Finding("count-disagrees", MISCOUNTED),
        ],
    },
    Row {
        number: "0.4",
        about: "the year in which it began, that of the first relationship",
        seen: &[
            Read(cambridge(""), &["Since June 1982"]),
            Read(cambridge(""), &["17 sister cities since June 1982"]),
            Read(cambridge("timeline/"), &["1982 June 1982 Coimbra"]),
        ],
    },
    Row {
        number: "0.5",
        about: "the newest partner, by its date",
        seen: &[Read(cambridge(""), &["The newest sister city", "Les Cayes", "May 2014"])],
    },
    Row {
        number: "0.6",
        about: "the four kinds of exchange",
        seen: &[Read(
            cambridge("about/"),
            &["four kinds of exchange", "cultural,", "educational,", "civic,", "business."],
        )],
    },
    Row {
        number: "0.7",
        about: "the active cities, each with its month",
        seen: &[Read(
            cambridge("cities/"),
            &[
                "Active 7 sister cities",
                "Coimbra Portugal established June 1982",
                "Gaeta Italy established December 1982",
                "Tsukuba Japan established October 1983",
                "Yerevan Armenia established August 1985",
                "San José Las Flores Chalatenango, El Salvador established March 1987",
                "Galway Ireland established March 1997",
                "Les Cayes Haiti established May 2014",
                "Not active",
            ],
        )],
    },
    Row {
        number: "0.8",
        about: "the cities that are not active, each with its month",
        seen: &[Read(
            cambridge("cities/"),
            &[
                "Not active 10 sister cities",
                "Dublin Ireland established October 1983",
                "Ischia Italy established June 1984",
                "Catania Italy established February 1987",
                "Kraków Poland established October 1989",
                "Florence Italy established March 1992",
                "Santo Domingo Oeste Dominican Republic established May 2003",
                "Southwark London, England established June 2004",
                "Yuseong District Daejeon, Korea established February 2005",
                "Haidian District Beijing, China established March 2005",
                "Cienfuegos Cuba established May 2005",
            ],
        )],
    },
    Row {
        number: "0.9",
        about: "places of three levels, in the countries that are meant",
        seen: &[
            Read(
                cambridge("cities/san-jose-las-flores/"),
                &["San José Las Flores", "Place Chalatenango, El Salvador"],
            ),
            Read(cambridge("cities/southwark/"), &["Southwark", "Place London, England"]),
            Read(cambridge("cities/yuseong/"), &["Yuseong District", "Place Daejeon, Korea"]),
            Read(cambridge("cities/haidian/"), &["Haidian District", "Place Beijing, China"]),
            Finding("bad-country", KOREA),
        ],
    },
    Row {
        number: "0.10",
        about: "accents stay in names, and none is in an address",
        seen: &[
            Read(cambridge("cities/krakow/"), &["Kraków", "Also called Krakow"]),
            Read(cambridge("cities/a-z/"), &["K one sister city Kraków"]),
            Proof(every_address_is_ascii),
        ],
    },
    Row {
        number: "0.11",
        about: "Haidian before Cienfuegos, as their dates have it",
        seen: &[
            Read(
                cambridge("cities/"),
                &["Haidian District", "March 2005", "Cienfuegos", "May 2005"],
            ),
            Finding("list-order", UNORDERED),
        ],
    },
    Row {
        number: "0.12",
        about: "why there are sister cities: a question, at an anchor that stays",
        seen: &[
            Link(cambridge("faq/"), "../faq/about/#why"),
            Held(cambridge("faq/about/"), "id=\"why\""),
            Read(
                cambridge("faq/about/"),
                &[
                    "Why are there sister cities, and how are they established?",
                    "In Cambridge it is residents who begin",
                    "resolution",
                ],
            ),
            Link(cambridge("faq/about/"), "../../about/how/#why"),
            Held(cambridge("faq/about/"), "\"@type\":\"FAQPage\""),
        ],
    },
    Row {
        number: "0.13",
        about: "why people join",
        seen: &[
            Link(cambridge("join/"), "../about/how/#why"),
            Read(
                cambridge("about/how/"),
                &[
                    "a tie of their own",
                    "know more about a place",
                    "travel with a delegation",
                    "citizen to citizen",
                ],
            ),
        ],
    },
    Row {
        number: "0.14",
        about: "the four conditions for a new sister city, and the vote",
        seen: &[Read(
            cambridge("about/criteria/"),
            &[
                "Four conditions",
                "People in Cambridge ask for it",
                "already connected",
                "The other government is interested",
                "something to build on",
                "No other city in the United States",
                "The vote",
                "City Council",
            ],
        )],
    },
    Row {
        number: "0.15",
        about: "the act by which a relationship is established: a resolution of the Council",
        seen: &[
            Read(cambridge("about/criteria/"), &["City Council may vote on a resolution"]),
            Proof(a_resolution_is_shown_as_one),
        ],
    },
    Row {
        number: "0.16",
        about: "a committee's volunteers, and what they do",
        seen: &[
            Read(cambridge("committees/"), &["Committees are open to everyone"]),
            Read(cambridge("committees/haiti/"), &["How to join Anybody may join."]),
            Read(
                cambridge("about/committees/"),
                &[
                    "a volunteer committee",
                    "educators,",
                    "religious people,",
                    "health workers,",
                    "artists,",
                    "people from the neighborhoods.",
                    "keeps it active",
                    "raises what money it needs",
                ],
            ),
        ],
    },
    Row {
        number: "0.17",
        about: "what relationships are for, and how large they are",
        seen: &[Read(
            cambridge("about/how/"),
            &[
                "friendship between two municipalities",
                "injustice",
                "solidarity",
                "large committees",
                "modest link",
            ],
        )],
    },
    Row {
        number: "0.18",
        about: "links from before, which make it last",
        seen: &[Read(
            cambridge("about/criteria/"),
            &["What makes it last", "economic", "social", "cultural"],
        )],
    },
    Row {
        number: "0.19",
        about: "what the programme is a member of, and what that is",
        seen: &[
            Read(cambridge("cities/galway/"), &["Member of Sister Cities International"]),
            Link(cambridge("cities/galway/"), "../../organizations/#sister-cities-international"),
            Read(
                cambridge("organizations/"),
                &[
                    "Sister Cities International",
                    "membership organization",
                    "recognizes, registers and coordinates",
                ],
            ),
        ],
    },
    Row {
        number: "0.20",
        about: "the address of the umbrella, which is a link here and was bare in the overview",
        seen: &[
            Link(cambridge("about/"), "https://sistercities.org/"),
            Read(cambridge("about/sources/"), &["www.sister-cities.org", "sistercities.org"]),
            Finding("bare-address", BARE),
        ],
    },
    Row {
        number: "0.21",
        about: "the story of a city, whose dates are the timeline's",
        seen: &[
            Read(
                cambridge("cities/les-cayes/"),
                &["The earthquake", "January 2011 the City Manager appointed the committee"],
            ),
            Read(
                cambridge("timeline/"),
                &[
                    "January 2010 An earthquake devastates Haiti",
                    "January 2011 The City Manager appoints",
                ],
            ),
        ],
    },
    Row {
        number: "0.22",
        about: "the committee, and who appointed it",
        seen: &[Read(
            cambridge("committees/haiti/"),
            &[
                "Cambridge-Haiti Sister City Committee",
                "Belongs to Cambridge Peace Commission",
                "Appointed by the City Manager",
                "Established January 2011",
                "Les Cayes",
            ],
        )],
    },
    Row {
        number: "0.23",
        about: "three areas of focus, each with a name and what it means",
        seen: &[
            Read(
                cambridge("cities/les-cayes/"),
                &[
                    "Areas of focus Public Health Education and Youth Infrastructure and the Environment",
                ],
            ),
            Read(cambridge("areas/public-health/"), &["Public Health", "facilities", "Les Cayes"]),
            Read(cambridge("areas/education-youth/"), &["schools", "arts", "sponsorships"]),
            Read(
                cambridge("areas/infrastructure-environment/"),
                &["infrastructure", "loss of forests"],
            ),
        ],
    },
    Row {
        number: "0.24",
        about: "the pause, and its four causes",
        seen: &[Read(
            cambridge("cities/les-cayes/"),
            &[
                "Active, paused since 2019",
                "natural disasters, the COVID-19 pandemic, the political situation and the loss of trusted contacts",
            ],
        )],
    },
    Row {
        number: "0.25",
        about: "a city that is listed as active, and told to be paused",
        seen: &[
            Read(cambridge("about/sources/"), &["Active, or paused?", "recorded as paused"]),
            Finding("status-contradicts-text", CONTRADICTED),
        ],
    },
    Row {
        number: "0.26",
        about: "from the overview to the city's own page",
        seen: &[Link(cambridge(""), "./cities/les-cayes/")],
    },
];

/// Totals that were true once.
const MISCOUNTED: &str = "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: 1982-12, status: active }
---
//- content/cities/dublin.md
---
name: Dublin
country: IE
relationship: { established: 1983-10, status: inactive }
---
//- content/pages/overview.md
---
title: Overview
---
Home has three sister cities, and we have two other sister cities that are not active.
#        ^^^^^^^^^^^^^^^^^^^ warning[count-disagrees]: the text says `three sister cities`, but the records count 2
#                                         ^^^^^^^^^^^^^^^^^^^^^^^ warning[count-disagrees]: the text says `two other sister cities`, but the records count 1
";

/// A list by date in which one date stands too early.
const UNORDERED: &str = "
//- content/pages/overview.md
---
title: Overview
---
- Gaeta: December 1982
- Tsukuba: October 1983
- Galway: March 1997
- Southwark: June 2004
- Cienfuegos: May 2005
# ^^^^^^^^^^^^^^^^^^^^ warning[list-order]: the list is in the order of time, but `2005-05` stands before `2005-03`
- Haidian: March 2005
";

/// An address that nobody can follow, and the blank that stands behind it.
const BARE: &str = "
//- content/pages/overview.md
---
title: Overview
---
There is more at www.umbrella.example .
#                ^^^^^^^^^^^^^^^^^^^^ warning[bare-address]: `www.umbrella.example` is only text: nobody can follow it
#                                    ^^ warning[stray-blank]: a blank stands before the `.`
";

/// What the record calls active, the text calls paused.
const CONTRADICTED: &str = "
//- content/cities/les-cayes.md
---
name: Les Cayes
country: HT
relationship: { established: 2014-05, status: active }
---
The relationship with Les Cayes has been paused since 2019.
#                               ^^^^^^^^^^^^^^^ warning[status-contradicts-text]: the text calls the relationship with Les Cayes paused since `2019`, the record calls it `active`
";

/// Korea is the name of two countries.
const KOREA: &str = "
//- content/cities/yuseong.md
---
name: Yuseong District
within: [Daejeon]
country: Korea
#        ^^^^^ error[bad-country]: `Korea` is not a country code
relationship: { established: 2005-02, status: inactive }
---
";

fn a_resolution_is_shown_as_one() {
    let built = site("
//- content/organizations.yaml
- { id: council, name: City Council, type: council }
//- content/documents.yaml
- { id: resolution, title: A sister city in Portugal, type: resolution, date: 1982-06, body: council }
")
    .builds();
    built.page("documents/").shows("June 1982 A sister city in Portugal Resolution");
}

fn every_address_is_ascii() {
    for path in Site::Cambridge.built().paths() {
        assert!(path.is_ascii(), "{path}");
    }
}
