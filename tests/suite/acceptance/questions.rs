//! The definition and the questions of Sister Cities International.

use super::Seen::Read;
use super::{Row, international};

pub(super) const ROWS: &[Row] = &[
    Row {
        number: "4.1",
        about: "what a sister city, county or state is",
        seen: &[Read(
            international("about/"),
            &["two communities in two different countries", "cities, counties or states"],
        )],
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
        number: "4.15",
        about: "what is listed",
        seen: &[Read(
            international("cities/"),
            &["lists the partnerships of its members, and no others"],
        )],
    },
];
