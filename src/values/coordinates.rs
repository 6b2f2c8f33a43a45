//! A point on the globe.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};

use super::Refusal;

/// Latitude and longitude in millionths of a degree (WGS 84), so that equal points compare equal.
///
/// ```
/// use jumelage::values::Coordinates;
///
/// let les_cayes = Coordinates::new(18.1933, -73.746).unwrap();
/// assert_eq!(les_cayes.latitude(), 18.1933);
/// assert!(Coordinates::new(118.0, 0.0).is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Coordinates {
    latitude: i32,
    longitude: i32,
}

impl Coordinates {
    /// Makes a point from degrees: latitude −90 to 90, longitude −180 to 180.
    pub fn new(latitude: f64, longitude: f64) -> Result<Self, Refusal> {
        let refuse = |what: &str, value: f64, limit: u32| {
            Refusal::new("bad-coordinates", format!("a {what} of {value} does not exist")).help(
                format!(
                    "write `[latitude, longitude]`; a {what} lies between -{limit} and {limit}"
                ),
            )
        };
        if !(-90.0..=90.0).contains(&latitude) {
            return Err(refuse("latitude", latitude, 90));
        }
        if !(-180.0..=180.0).contains(&longitude) {
            return Err(refuse("longitude", longitude, 180));
        }
        let micro = |degrees: f64| (degrees * 1e6).round() as i32;
        Ok(Self { latitude: micro(latitude), longitude: micro(longitude) })
    }

    /// Degrees north of the equator.
    #[must_use]
    pub fn latitude(self) -> f64 {
        f64::from(self.latitude) / 1e6
    }

    /// Degrees east of Greenwich.
    #[must_use]
    pub fn longitude(self) -> f64 {
        f64::from(self.longitude) / 1e6
    }
}

impl<'de> Deserialize<'de> for Coordinates {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pair;
        impl<'de> Visitor<'de> for Pair {
            type Value = Coordinates;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of two numbers, such as `[18.19, -73.75]`")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Coordinates, A::Error> {
                let two = || {
                    Refusal::new("bad-coordinates", "coordinates are two numbers")
                        .help("write `[latitude, longitude]`, such as `[18.19, -73.75]`")
                };
                let mut next =
                    || seq.next_element::<f64>()?.ok_or_else(|| A::Error::custom(two().to_wire()));
                let (latitude, longitude) = (next()?, next()?);
                if seq.next_element::<f64>()?.is_some() {
                    return Err(A::Error::custom(two().to_wire()));
                }
                Coordinates::new(latitude, longitude).map_err(|r| A::Error::custom(r.to_wire()))
            }
        }
        deserializer.deserialize_seq(Pair)
    }
}
