//! The groups of a long list: what they are called, in addresses and for readers.

use crate::programme::city::City;
use crate::programme::collection::Id;
use crate::programme::lens::{Lens, TextView};
use crate::programme::place::Country;
use crate::programme::relationship::Status;
use crate::programme::site::Site;
use crate::values::Slug;
use crate::values::date::When;

/// What a group is called. The order is that of the groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupName {
    /// All there is, in a row.
    Whole,
    /// What has a status.
    Status(Status),
    /// What nothing binds.
    Unbound,
    /// What lies in the same country as a city.
    Country(Id<City>),
    /// What begins with a letter, or `#` for all that begins with none.
    Letter(char),
    /// What was in some years: the first, and how many there are, 1 or 10.
    Years(i32, u8),
    /// What has no date.
    Undated,
}

impl GroupName {
    /// Its word in addresses.
    pub(in crate::programme) fn word(self, site: &Site) -> String {
        match self {
            Self::Whole => String::new(),
            Self::Status(status) => status.as_str().to_owned(),
            Self::Unbound => "unbound".to_owned(),
            Self::Country(city) => country_word(&site.cities[city].country, site),
            Self::Letter(letter) if letter.is_ascii_alphabetic() => {
                letter.to_ascii_lowercase().to_string()
            }
            Self::Letter(_) => "0".to_owned(),
            Self::Years(year, 1) => year.to_string(),
            Self::Years(year, _) => format!("{}0s", year.div_euclid(10)),
            Self::Undated => "undated".to_owned(),
        }
    }

    /// What readers call it; nothing where the theme has the word.
    #[must_use]
    pub fn label(self, lens: &Lens<'_>) -> Option<TextView> {
        let own = |text: &str| Some(lens.foreign(text, lens.language));
        match self {
            Self::Country(city) => Some(lens.country(&lens.site.cities[city].country)),
            Self::Letter(letter) => own(&letter.to_string()),
            Self::Years(year, 1) => own(&lens.lexicon.say(When::Year(year))),
            Self::Years(year, _) => own(&lens.lexicon.say(When::Decade(year))),
            Self::Whole | Self::Status(_) | Self::Unbound | Self::Undated => None,
        }
    }

    /// The string of the theme that names it, where readers have no other name.
    #[must_use]
    pub fn message(self) -> Option<String> {
        match self {
            Self::Status(status) => Some(format!("status-{}", status.as_str())),
            Self::Unbound => Some("no-relationship".to_owned()),
            Self::Undated => Some("no-date".to_owned()),
            Self::Whole | Self::Country(_) | Self::Letter(_) | Self::Years(..) => None,
        }
    }
}

/// A country in addresses: the name that the programme prints, else the code. The usual name is the
/// business of languages, and addresses have none.
pub(super) fn country_word(country: &Country, site: &Site) -> String {
    let printed = country.name.as_ref().map(|name| name.best(&site.language, &site.language).0);
    let printed = printed.and_then(Slug::from_words).map(|slug| slug.to_string());
    let code = || country.code.map(|code| code.as_str().to_ascii_lowercase());
    printed.or_else(code).unwrap_or_else(|| "other".to_owned())
}
