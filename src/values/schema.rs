//! The forms of values as JSON Schema: what an editor is offered while somebody writes, and what the
//! tables of the manual say.
//!
//! A `title` is what the manual calls a form. Patterns are wider than what is accepted: they must
//! refuse nothing that the program reads, and leave it to the program to say what is wrong.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;

use super::{
    Coordinates, CountryCode, Date, Day, Duration, Email, FormerAddress, Geonames, LanguageTag,
    OneOrMany, Phone, Slug, Text, Time, TimeZone, Url, Wikidata, Words,
};

/// The schema of a whole file, or of the front matter of one.
#[must_use]
pub fn schema_of<T: JsonSchema>(title: &str) -> Value {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    schema.insert("title".to_owned(), title.into());
    Finish.transform(&mut schema);
    schema.to_value()
}

/// The schema of data that is published; `id` is its whole address, if that is known.
#[must_use]
pub fn published_schema_of<T: JsonSchema>(title: &str, id: Option<&str>) -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    if let Some(id) = id {
        schema.insert("$id".to_owned(), id.into());
    }
    schema.insert("title".to_owned(), title.into());
    Finish.transform(&mut schema);
    schema.to_value()
}

/// Says what the derived schemas cannot: which keys are needed though their absence can be decoded,
/// and that a key without a value is better left out.
struct Finish;

impl Transform for Finish {
    fn transform(&mut self, schema: &mut Schema) {
        schema.remove("default");
        schema.remove("format");
        if let Some(Value::String(description)) = schema.get_mut("description") {
            *description = description.replace('\n', " ");
        }
        leave_out_null(schema);
        require_what_is_needed(schema);
        transform_subschemas(self, schema);
    }
}

fn leave_out_null(schema: &mut Schema) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".to_owned(), only);
        }
    }
    let Some(Value::Array(choices)) = schema.get_mut("anyOf") else { return };
    choices.retain(|choice| choice.get("type").is_none_or(|name| name != "null"));
    if let [Value::Object(only)] = choices.as_slice() {
        let only = only.clone();
        schema.remove("anyOf");
        for (keyword, value) in only {
            schema.ensure_object().entry(keyword).or_insert(value);
        }
    }
}

/// A field is marked by `#[schemars(extend("needed" = true))]`.
fn require_what_is_needed(schema: &mut Schema) {
    let Some(Value::Object(properties)) = schema.get_mut("properties") else { return };
    let mut needed: Vec<Value> = Vec::new();
    for (key, property) in properties {
        let Value::Object(property) = property else { continue };
        if property.remove("needed").is_some() {
            needed.push(key.as_str().into());
        }
    }
    if !needed.is_empty() {
        schema.insert("required".to_owned(), needed.into());
    }
}

/// Implements `JsonSchema` for values that are written as one scalar.
macro_rules! scalars {
    ($($type:ty as $name:literal: $schema:tt)+) => {
        $(impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        })+
    };
}

scalars! {
    Text as "Text": {
        "title": "text",
        // Where nothing but a text can be meant, a bare number is one.
        "type": ["string", "number", "boolean"],
    }
    Slug as "Slug": {
        "title": "id",
        "description": "A short name of letters a to z, digits and single hyphens.",
        "type": ["string", "integer"],
        "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
    }
    Url as "Url": {
        "title": "address",
        "description": "A whole web address, such as `https://example.org`.",
        "type": "string",
        "pattern": "^https?://[^\\s]+$",
    }
    FormerAddress as "FormerAddress": {
        "title": "former address",
        "description": "A path from the root of this site: `/old/page.html`.",
        "type": "string",
    }
    Email as "Email": {
        "title": "mailbox",
        "description": "An e-mail address, such as `peace@example.org`.",
        "type": "string",
        "pattern": "^[^@\\s]+@[^@\\s]+$",
    }
    Phone as "Phone": {
        "title": "telephone",
        "description": "A telephone number with the country's code, such as `+1 617 555 0100`.",
        "type": ["string", "integer"],
    }
    LanguageTag as "LanguageTag": {
        "title": "language",
        "description": "The short name of a language: `en`, `ht`, `pt-BR`.",
        "type": "string",
        "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,4})*$",
    }
    CountryCode as "CountryCode": {
        "title": "country code",
        "description": "Two capital letters of ISO 3166, such as `HT`.",
        "type": "string",
        "pattern": "^[A-Z]{2}$",
    }
    Day as "Day": {
        "title": "day",
        "description": "A day, such as `2027-01-01`.",
        "type": "string",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    }
    Date as "Date": {
        "title": "date",
        "description": "As much as is known: `1982`, `1982-06`, `1982-06-25`, `2013-05-23/2013-05-31`, `2019/..`, `1957~`.",
        "type": ["string", "integer"],
        "pattern": "^[-0-9X?~%/., {}\\[\\]]+$",
    }
    Time as "Time": {
        "title": "time",
        "description": "Hours and minutes, in quotes: `\"18:30\"`.",
        "type": "string",
        "pattern": "^[0-9]{1,2}:[0-9]{2}$",
    }
    TimeZone as "TimeZone": {
        "title": "time zone",
        "description": "A continent and a large city of the zone, as the IANA database names it: `America/New_York`.",
        "type": "string",
        "pattern": "^[A-Za-z0-9_+/-]+$",
    }
    Duration as "Duration": {
        "title": "duration",
        "description": "A number and a unit: `5 days`, `1 week`, `2 years`.",
        "type": "string",
        "pattern": "^[0-9]+ +(hour|day|week|month|year)s?$",
    }
    Wikidata as "Wikidata": {
        "title": "item of Wikidata",
        "description": "The `Q` and its digits: `Q45412`.",
        "type": "string",
        "pattern": "^Q[1-9][0-9]*$",
    }
    Geonames as "Geonames": {
        "title": "number in GeoNames",
        "description": "The digits alone: `2740637`.",
        "type": "integer",
        "minimum": 1,
    }
    Coordinates as "Coordinates": {
        "title": "coordinates",
        "description": "`[latitude, longitude]`, such as `[18.1933, -73.746]`.",
        "type": "array",
        "prefixItems": [
            { "type": "number", "minimum": -90, "maximum": 90 },
            { "type": "number", "minimum": -180, "maximum": 180 },
        ],
        "items": false,
        "minItems": 2,
    }
    Words as "Words": {
        "title": "words",
        "description": "A text, or one text per language: `{ en: Public health, ht: Sante piblik }`.",
        "anyOf": [
            { "type": "string", "minLength": 1 },
            {
                "type": "object",
                "propertyNames": { "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,4})*$" },
                // A bare number is a text here, since the language has been named.
                "additionalProperties": { "type": ["string", "number", "boolean"] },
                "minProperties": 1,
            },
        ],
    }
}

impl<T: JsonSchema> JsonSchema for OneOrMany<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("OneOrMany{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<T>();
        json_schema!({ "anyOf": [one, { "type": "array", "items": one }] })
    }
}
