//! A place in GeoNames.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

use super::Refusal;

/// The number of a place in GeoNames.
///
/// ```
/// use jumelage::values::Geonames;
///
/// let coimbra = Geonames::new(2740637).unwrap();
/// assert_eq!(coimbra.url(), "https://www.geonames.org/2740637/");
/// assert!(Geonames::new(0).is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Geonames(u32);

impl Geonames {
    /// Makes it from the number.
    pub fn new(number: u64) -> Result<Self, Refusal> {
        Self::of(number).ok_or_else(|| refuse(&number.to_string()))
    }

    fn of(number: u64) -> Option<Self> {
        u32::try_from(number).ok().filter(|number| *number > 0).map(Self)
    }

    /// The number.
    #[must_use]
    pub fn number(self) -> u32 {
        self.0
    }

    /// The address of the place.
    #[must_use]
    pub fn url(self) -> String {
        format!("https://www.geonames.org/{}/", self.0)
    }
}

fn refuse(written: &str) -> Refusal {
    let refusal =
        Refusal::new("bad-identifier", format!("`{written}` is not the number of a place"));
    // In an address the number is the first part that holds nothing but digits.
    let number = written.split('/').find_map(|part| Geonames::of(part.parse().ok()?));
    match number {
        Some(number) => refusal.help(format!("write `{number}`")),
        None => refusal.help(
            "write the digits in the address of the city's page on www.geonames.org, such as \
             `2740637`",
        ),
    }
}

impl fmt::Display for Geonames {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Geonames {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{self}`")
    }
}

impl<'de> Deserialize<'de> for Geonames {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Number;
        impl Visitor<'_> for Number {
            type Value = Geonames;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number, such as `2740637`,")
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Geonames, E> {
                Geonames::new(number).map_err(|refusal| E::custom(refusal.to_wire()))
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<Geonames, E> {
                let positive = u64::try_from(number).map_err(|_| refuse(&number.to_string()));
                positive.and_then(Geonames::new).map_err(|refusal| E::custom(refusal.to_wire()))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Geonames, E> {
                Err(E::custom(refuse(text).to_wire()))
            }
        }
        deserializer.deserialize_any(Number)
    }
}
