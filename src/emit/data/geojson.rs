//! The cities as GeoJSON (RFC 7946), for maps.

use serde_json::{Value, json};

use super::DataFile;
use crate::programme::Site;
use crate::programme::open_data::CityRecord;

/// The cities of which it is known where they lie; nothing, if it is known of none.
pub(super) fn file(cities: &[CityRecord], site: &Site) -> Option<DataFile> {
    let cities = cities.iter().zip(site.cities.iter());
    let features: Vec<String> = cities
        .filter_map(|(city, (id, _))| {
            let [latitude, longitude] = city.coordinates?;
            let bond = site.principal_relationship(id).filter(|_| !site.is_home(id));
            let bond = bond.map(|id| &site.relationships[id]);
            let properties = json!({
                "name": city.name.best(&site.language),
                "names": city.name,
                "country": city.country.code,
                "home": site.is_home(id),
                "kind": bond.map(|bond| bond.kind),
                "status": bond.map(|bond| bond.status(site.today)),
                "established": bond.and_then(|bond| Some(bond.established.as_ref()?.edtf())),
                "wikidata": city.wikidata,
                "page": city.page,
            });
            let feature = json!({
                "type": "Feature",
                "id": city.id,
                "geometry": { "type": "Point", "coordinates": [longitude, latitude] },
                "properties": known(properties),
            });
            Some(feature.to_string())
        })
        .collect();
    (!features.is_empty()).then(|| DataFile {
        address: "data/cities.geojson".to_owned(),
        format: "geojson".into(),
        bytes: format!(
            "{{\"type\":\"FeatureCollection\",\"features\":[\n{}\n]}}\n",
            features.join(",\n")
        )
        .into(),
    })
}

/// What is known of some properties.
fn known(mut properties: Value) -> Value {
    if let Some(properties) = properties.as_object_mut() {
        properties.retain(|_, value| !value.is_null());
    }
    properties
}
