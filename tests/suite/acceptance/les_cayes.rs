//! The page on Les Cayes of Cambridge's web site.

use super::Seen::{Finding, Held, Hidden, Link, Proof, Read};
use super::{Place, Row, Site, cambridge};

/// The page of the city.
const LES_CAYES: Place = cambridge("cities/les-cayes/");

pub(super) const ROWS: &[Row] = &[
    Row {
        number: "1.1",
        about: "whose website it is: the city's, and never a national government's",
        seen: &[
            Read(LES_CAYES, &["An official website of the City of Cambridge, Massachusetts"]),
            Hidden(LES_CAYES, "United States government"),
            Proof(no_page_is_federal),
            Finding("national-government", NATIONAL),
        ],
    },
    Row {
        number: "1.2",
        about: "a page's title is the city, and its one main heading",
        seen: &[Read(LES_CAYES, &["Les Cayes", "Place Haiti"]), Proof(one_main_heading)],
    },
    Row {
        number: "1.3",
        about: "an effort of nearly a decade, which is told by its years",
        seen: &[Hidden(LES_CAYES, "decade"), Finding("relative-time", DECADE)],
    },
    Row {
        number: "1.4",
        about: "the earthquake, known to the month",
        seen: &[
            Read(LES_CAYES, &["2010 January 2010 An earthquake devastates Haiti Disaster"]),
            Held(LES_CAYES, "<time datetime=\"2010-01\">"),
        ],
    },
    Row {
        number: "1.5",
        about: "the Council's act, known to the day, on the eve of the earthquake",
        seen: &[
            Read(LES_CAYES, &["January 11, 2010 The City Council asks for a committee"]),
            Read(LES_CAYES, &["The earthquake", "on the very next day"]),
            Held(LES_CAYES, "<time datetime=\"2010-01-11\">"),
        ],
    },
    Row {
        number: "1.6",
        about: "the Policy Order, word for word",
        seen: &[
            Read(
                cambridge("documents/"),
                &[
                    "January 11, 2010 Policy Order 0-5",
                    "Policy Order 0-5",
                    "Cambridge City Council",
                    "That the City Manager appoint a committee to pursue the possibility of establishing a sister city relationship in Haiti.",
                ],
            ),
            Held(cambridge("documents/"), "<blockquote"),
        ],
    },
    Row {
        number: "1.7",
        about: "from the Peace Commission's proposal to a committee with a purpose",
        seen: &[Read(
            cambridge("committees/haiti/"),
            &[
                "become sister cities for the long term",
                "What it is based on",
                "Policy Order 0-5",
                "Proposal for a Cambridge-Haiti Sister City Committee",
                "Cambridge Peace Commission",
            ],
        )],
    },
    Row {
        number: "1.8",
        about: "the appointment of the committee",
        seen: &[Read(
            cambridge("committees/haiti/"),
            &[
                "Appointed by the City Manager",
                "January 2011 The City Manager appoints the committee Appointment",
            ],
        )],
    },
    Row {
        number: "1.9",
        about: "the three areas, which are written once",
        seen: &[
            Link(LES_CAYES, "../../areas/public-health/"),
            Link(LES_CAYES, "../../areas/education-youth/"),
            Link(LES_CAYES, "../../areas/infrastructure-environment/"),
            Link(cambridge("committees/haiti/"), "../../areas/public-health/"),
        ],
    },
    Row {
        number: "1.10",
        about: "about two years of meetings",
        seen: &[Read(
            LES_CAYES,
            &["about 2011 – about 2013 about 2 years The committee meets regularly for two years"],
        )],
    },
    Row {
        number: "1.11",
        about: "by what the city was chosen",
        seen: &[
            Read(LES_CAYES, &["by definite criteria", "what had worked well for others"]),
            Link(LES_CAYES, "../../about/criteria/"),
        ],
    },
    Row {
        number: "1.12",
        about: "whom the committee asked",
        seen: &[Read(LES_CAYES, &["academics,", "nonprofit organizations", "medical staff"])],
    },
    Row {
        number: "1.13",
        about: "the sponsor of the first delegation",
        seen: &[
            Read(cambridge("events/2013-first-delegation/"), &["W.K. Kellogg Foundation funder"]),
            Link(LES_CAYES, "../../organizations/#kellogg-foundation"),
            Read(
                cambridge("organizations/"),
                &[
                    "W.K. Kellogg Foundation Foundation",
                    "A first delegation goes to listen May 23–31, 2013",
                ],
            ),
        ],
    },
    Row {
        number: "1.14",
        about: "the first delegation: nine days, a week of them in Les Cayes",
        seen: &[
            Read(
                cambridge("events/2013-first-delegation/"),
                &[
                    "May 23–31, 2013",
                    "listening",
                    "for nine days and spent a week",
                    "Delegation 1 of 5",
                ],
            ),
            Held(cambridge("events/2013-first-delegation/"), "datetime=\"2013-05-23\""),
        ],
    },
    Row {
        number: "1.15",
        about: "the Council's approval, a day of the month of establishment",
        seen: &[Read(
            LES_CAYES,
            &[
                "Established May 2014",
                "May 5, 2014 The City Council approves a relationship with Les Cayes Council vote",
                "Active",
            ],
        )],
    },
    Row {
        number: "1.16",
        about: "the report to the City Manager, whose day is not known",
        seen: &[Read(
            cambridge("documents/"),
            &[
                "May 31, 2013 – May 5, 2014",
                "The committee's report to the City Manager",
                "Its date is not recorded",
            ],
        )],
    },
    Row {
        number: "1.17",
        about: "two more delegations, in the two years that followed",
        seen: &[Read(
            LES_CAYES,
            &[
                "May 5, 2014 – May 2016 in the two years after the Council's approval one week A second fact-finding delegation Delegation 2 of 5",
                "A third fact-finding delegation Delegation 3 of 5",
            ],
        )],
    },
    Row {
        number: "1.18",
        about: "who led them",
        seen: &[
            Read(
                LES_CAYES,
                &["Cambridge Health Alliance (CHA)", "under the auspices of the Peace Commission"],
            ),
            Read(
                cambridge("events/2014-2016-third-delegation/"),
                &[
                    "Organized by City of Cambridge Cambridge Health Alliance",
                    "Cambridge Peace Commission",
                ],
            ),
        ],
    },
    Row {
        number: "1.19",
        about: "the launch of the programme",
        seen: &[
            Read(LES_CAYES, &["2016 June 2016 The Cambridge-Les Cayes Sister City Project begins"]),
            Held(cambridge("events/2016-launch/"), "datetime=\"2016-06\""),
        ],
    },
    Row {
        number: "1.20",
        about: "the fourth delegation, and what came of it in numbers",
        seen: &[
            Read(
                cambridge("events/2016-training-delegation/"),
                &[
                    "June 2016",
                    "donated medical and dental supplies",
                    "3 days of training",
                    "10 trainings",
                    "more than 100 attendees",
                    "Delegation 4 of 5",
                    "5 days",
                    "City of Cambridge staff ProEMS paramedics Cambridge Health Alliance clinicians",
                ],
            ),
            Read(cambridge("events/2016-launch/"), &["Three delegations had gone to learn"]),
            Finding("delegation-count", MISCOUNTED),
        ],
    },
    Row {
        number: "1.21",
        about: "the hospitals, by the names that they have themselves",
        seen: &[
            Read(
                cambridge("organizations/"),
                &[
                    "Immaculate Conception Hospital Hôpital Conception Immaculée",
                    "OFATMA Hospital Hôpital OFATMA",
                ],
            ),
            Held(
                cambridge("organizations/"),
                "<span lang=\"fr\" dir=\"ltr\">Hôpital Conception Immaculée",
            ),
            Held(LES_CAYES, "<span lang=\"fr\" dir=\"ltr\">Hôpital OFATMA"),
        ],
    },
    Row {
        number: "1.22",
        about: "the fifth delegation, of which one number is known only about",
        seen: &[Read(
            cambridge("events/2017-training-delegation/"),
            &[
                "July 2017",
                "the four that had gone before",
                "dozens of staff trained",
                "Delegation 5 of 5",
                "4 days",
            ],
        )],
    },
    Row {
        number: "1.23",
        about: "a year without a delegation",
        seen: &[
            Read(LES_CAYES, &["2018 A year without a delegation Event"]),
            Read(cambridge("events/2018-no-travel/"), &["natural disasters"]),
        ],
    },
    Row {
        number: "1.24",
        about: "the pause, of which two pages tell different causes",
        seen: &[
            Read(LES_CAYES, &["since 2019 The work with Les Cayes is paused Pause"]),
            Read(
                cambridge("about/sources/"),
                &["Reason Overview Page on Les Cayes", "natural disasters yes only for 2018"],
            ),
            Finding("causes-disagree", CAUSES),
        ],
    },
    Row {
        number: "1.25",
        about: "whom to ask, without a form that leads nowhere",
        seen: &[
            Read(
                LES_CAYES,
                &["Whom to ask", "Cambridge Peace Commission", "Questions about the sister cities"],
            ),
            Read(cambridge("contacts/"), &["Cambridge Peace Commission"]),
            Link(cambridge("contacts/"), "mailto:membership@sistercities.org"),
            Proof(no_page_has_a_form),
        ],
    },
    Row {
        number: "1.26",
        about: "the law on public records, wherever somebody can be written to",
        seen: &[
            Read(LES_CAYES, &["Public records.", "The Massachusetts Public Records Law applies"]),
            Read(cambridge("contacts/"), &["The Massachusetts Public Records Law applies"]),
            Hidden(cambridge("timeline/"), "Massachusetts Public Records Law"),
        ],
    },
    Row {
        number: "1.27",
        about: "the way to the privacy statement, on every page",
        seen: &[
            Link(LES_CAYES, "../../privacy/"),
            Read(cambridge("privacy/"), &["Privacy", "privacy statement"]),
        ],
    },
    Row {
        number: "1.28",
        about: "where a service of the city is asked for",
        seen: &[Read(LES_CAYES, &["Report a pothole, a missed trash pickup", "SeeClickFix"])],
    },
    Row {
        number: "1.29",
        about: "dashes and quotation marks, and no blank that cannot be broken or searched",
        seen: &[
            Read(LES_CAYES, &["Cambridge took its time", "May 23–31, 2013"]),
            Proof(no_blank_is_unbreakable),
            Finding("no-break-space", UNBREAKABLE),
        ],
    },
];

/// How long it took, as seen from a day that nobody knows.
const DECADE: &str = "
//- content/pages/overview.md
---
title: Overview
---
Home worked for nearly a decade on it.
#               ^^^^^^^^^^^^^^^ warning[relative-time]: `nearly a decade` will not stay true
";

/// Blanks of a web page that were copied along.
const UNBREAKABLE: &str = "
//- content/pages/overview.md
---
title: Overview
---
Home has\u{a0}friends.
#       ^ warning[no-break-space]: a no-break space stands where a blank belongs
";

/// A delegation that counts those before it wrong.
const MISCOUNTED: &str = "
//- content/cities/les-cayes.md
---
name: Les Cayes
country: HT
relationship: { established: 2014-05, status: active }
---
//- content/events/2013-first.md
---
title: A first visit
kind: delegation-out
date: 2013-05-23/2013-05-31
cities: [les-cayes]
---
//- content/events/2016-second.md
---
title: A training
kind: delegation-out
date: 2016-06
cities: [les-cayes]
---
It builds on the three previous delegations.
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[delegation-count]: the text says `three previous delegations`, but one is recorded with Les Cayes before this one
";

/// Three causes on one page, four on the other.
const CAUSES: &str = "
//- content/cities/les-cayes.md
---
name: Les Cayes
country: HT
relationship:
  established: 2014-05
  history:
    - to: active
      date: 2014-05
    - to: paused
      date: 2019/..
      event: 2019-pause
      because: [a storm, a pandemic, politics, lost contacts]
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ note[causes-disagree]: this record and the event give different reasons: only the first names `a storm`
---
//- content/events/2019-pause.md
---
title: A pause
kind: pause
date: 2019/..
cities: [les-cayes]
causes: [a pandemic, politics, lost contacts]
---
";

/// The banner of a national government, on the site of a city.
const NATIONAL: &str = "
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
jurisdiction: { kind: city, name: the United States government }
#                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[national-government]: `the United States government` is the name of a national government
";

fn no_page_is_federal() {
    for page in Site::Cambridge.built().pages() {
        page.hides("website of the United States");
    }
}

fn no_page_has_a_form() {
    for page in Site::Cambridge.built().pages() {
        // That of the search, on its own page, asks nobody.
        let is_search = page.html().contains("<body class=\"page-search\">");
        assert!(is_search || !page.html().contains("<form"), "{}", page.address());
    }
}

fn no_blank_is_unbreakable() {
    let built = Site::Cambridge.built();
    assert!(built.paths().all(|path| !path.contains('\u{a0}')));
    for page in built.pages() {
        page.hides("\u{a0}");
    }
}

fn one_main_heading() {
    for page in Site::Cambridge.built().pages() {
        assert_eq!(page.html().matches("<h1").count(), 1, "{}", page.address());
    }
    assert!(Site::Cambridge.built().page("cities/les-cayes/").html().contains(">Les Cayes</h1>"));
}
