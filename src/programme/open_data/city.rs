//! A city as data.

use super::form::{Edtf, Language, Languages, OwnAddress, Reference, WebAddress, always_said};
use super::provenance::UpkeepRecord;
use super::record;
use super::timeline::MomentRecord;
use crate::programme::place::NativeName;
use crate::programme::thing::Thing;
use crate::programme::{City, Id, Site};

record! {
    /// A city: the home city, or one that it is bound to. What binds them is in `relationships.json`.
    CityRecord {
        /// Its id.
        #[schemars(extend("needed" = true))]
        id: Reference,
        /// Its page.
        #[schemars(extend("needed" = true))]
        page: OwnAddress,
        /// What it is called, as the programme prints it.
        #[schemars(extend("needed" = true))]
        name: Languages,
        /// Its name in its own languages.
        native: Vec<NativeRecord>,
        /// Other names it is known by, or was.
        also_called: Vec<String>,
        /// What it lies in, from the inner to the outer, without the country.
        within: Vec<Languages>,
        /// The country it lies in.
        #[schemars(extend("needed" = true))]
        country: CountryRecord,
        /// Where it lies: degrees north, degrees east (WGS 84). Mind the order: in `cities.geojson` it
        /// is the other way round, as the standard wants it.
        coordinates: Option<[f64; 2]>,
        /// Which item of Wikidata it is: `Q45412`.
        wikidata: Option<String>,
        /// Which place of GeoNames it is.
        geonames: Option<u32>,
        /// How many live there.
        population: Option<PopulationRecord>,
        /// Its own website.
        website: Option<WebAddress>,
        /// One or two sentences about it.
        summary: Option<Languages>,
        /// Small events without a page of their own.
        timeline: Vec<MomentRecord>,
        /// How the record is kept.
        #[serde(flatten)]
        upkeep: UpkeepRecord,
    }
}

record! {
    /// A name in another language.
    NativeRecord {
        /// The name.
        #[schemars(extend("needed" = true))]
        text: String,
        /// The language it is in.
        #[schemars(extend("needed" = true))]
        lang: Language,
    }
}

record! {
    /// A country.
    CountryRecord {
        /// Its code in ISO 3166-1, two capital letters, where it has one; `XK` is Kosovo.
        code: Option<String>,
        /// What the programme calls it, where that is not the usual name.
        name: Option<Languages>,
    }
}

record! {
    /// How many live in a city.
    PopulationRecord {
        /// How many.
        #[schemars(extend("needed" = true))]
        count: u64,
        /// When that was so.
        #[schemars(extend("needed" = true))]
        as_of: Edtf,
    }
}

always_said! { CountryRecord }

impl NativeRecord {
    pub(super) fn all(names: &[NativeName]) -> Vec<Self> {
        let record =
            |name: &NativeName| Self { text: name.text.clone(), lang: Language::of(&name.lang) };
        names.iter().map(record).collect()
    }
}

impl CityRecord {
    /// A city as data.
    #[must_use]
    pub fn new(city: Id<City>, site: &Site) -> Self {
        let own = &site.language;
        let data = &site.cities[city];
        Self {
            id: Reference::of(&data.id),
            page: OwnAddress::of(&site.address(Thing::City(city))),
            name: Languages::of(&data.name, own),
            native: NativeRecord::all(&data.native),
            also_called: data.also_called.clone(),
            within: Languages::all(&data.within, own),
            country: CountryRecord {
                code: data.country.code.map(|code| code.as_str().to_owned()),
                name: Languages::maybe(data.country.name.as_ref(), own),
            },
            coordinates: data.coordinates.map(|place| [place.latitude(), place.longitude()]),
            wikidata: data.wikidata.map(|item| item.to_string()),
            geonames: data.geonames.map(|place| place.number()),
            population: data.population.as_ref().map(|population| PopulationRecord {
                count: population.count,
                as_of: Edtf::of(&population.as_of),
            }),
            website: WebAddress::maybe(data.website.as_ref()),
            summary: Languages::maybe(data.summary.as_ref(), own),
            timeline: MomentRecord::all(&data.timeline, site),
            upkeep: UpkeepRecord::of(&data.file, site),
        }
    }
}
