//! What views hold: names, forms and sentences, from the types that are made into views.

use std::collections::BTreeMap;
use std::fmt;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;
use serde_json::{Map, Value};

use super::Contract;

/// Something that a template is given.
#[derive(Debug, Clone, Copy)]
pub struct Variable {
    /// Its name.
    pub name: &'static str,
    /// What it says, where its view does not.
    about: &'static str,
    /// Its form. It is worked out only when somebody asks.
    schema: fn(&mut SchemaGenerator) -> Schema,
}

/// A variable of a type.
#[must_use]
pub const fn variable<T: JsonSchema>(name: &'static str) -> Variable {
    Variable { name, about: "", schema: schema_of::<T> }
}

impl Variable {
    /// The same with a sentence that says what it says.
    #[must_use]
    pub const fn that_is(self, about: &'static str) -> Self {
        Self { about, ..self }
    }
}

fn schema_of<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<T>()
}

/// The whole contract in words.
#[derive(Debug, Serialize)]
pub struct Description {
    /// What every page's template is given.
    pub common: Vec<Field>,
    /// What each template is given besides.
    pub templates: Vec<Given>,
    /// What the views hold, in the order of their names.
    pub views: Vec<View>,
}

/// What a template is given.
#[derive(Debug, Serialize)]
pub struct Given {
    /// The template's name.
    pub template: &'static str,
    /// What it makes.
    pub makes: &'static str,
    /// The variables.
    pub variables: Vec<Field>,
}

/// What a template may see of something.
#[derive(Debug, Serialize)]
pub struct View {
    /// Its name.
    pub name: String,
    /// What it is of.
    pub about: String,
    /// What is in it.
    pub fields: Vec<Field>,
}

/// A variable, or a field of a view.
#[derive(Debug, Serialize)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// What it is, in words; a view by its name in code.
    pub form: Form,
    /// What it says.
    pub about: String,
}

/// What a field is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// A text, a number and the like, in one word.
    Plain(&'static str),
    /// A view of this name.
    View(String),
    /// Several of a form.
    List(Box<Form>),
    /// Some of a form, by names.
    Named(Box<Form>),
    /// One of several forms.
    Either(Vec<Form>),
    /// A form, or nothing.
    Optional(Box<Form>),
}

impl Contract {
    /// Describes all of it.
    #[must_use]
    pub fn describe(&self) -> Description {
        let mut generator = SchemaSettings::draft2020_12().into_generator();
        let mut given = |variables: &[Variable]| -> Vec<Field> {
            let variables = variables.iter().map(|variable| {
                let schema = (variable.schema)(&mut generator).to_value();
                let about = variable.about.to_owned();
                Field { about, ..Field::new(variable.name, &schema) }
            });
            variables.collect()
        };
        let common = given(self.common);
        let templates = self.templates.iter().map(|template| Given {
            template: template.name,
            makes: template.about,
            variables: given(template.variables),
        });
        let templates = templates.collect();
        let definitions: BTreeMap<String, Value> =
            generator.take_definitions(true).into_iter().collect();
        let views = definitions.iter().filter_map(|(name, schema)| View::new(name, schema));
        Description { common, templates, views: views.collect() }
    }
}

impl View {
    fn new(name: &str, schema: &Value) -> Option<Self> {
        let properties = schema.get("properties").and_then(Value::as_object)?;
        let fields = properties.iter().map(|(name, schema)| Field::new(name, schema));
        Some(Self { name: name.to_owned(), about: about(schema), fields: fields.collect() })
    }
}

impl Field {
    fn new(name: &str, schema: &Value) -> Self {
        Self { name: name.to_owned(), form: Form::of(schema), about: about(schema) }
    }
}

fn about(schema: &Value) -> String {
    let text = schema.get("description").and_then(Value::as_str).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Form {
    fn of(schema: &Value) -> Self {
        const ANY: Form = Form::Plain("anything");
        let Some(schema) = schema.as_object() else { return ANY };
        if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
            return Self::View(name.rsplit('/').next().unwrap_or(name).to_owned());
        }
        if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
            let is_nothing = |choice: &&Value| choice.get("type").is_some_and(|it| it == "null");
            let forms: Vec<Self> =
                choices.iter().filter(|choice| !is_nothing(choice)).map(Self::of).collect();
            let is_optional = forms.len() < choices.len();
            let form = match <[Self; 1]>::try_from(forms) {
                Ok([form]) => form,
                Err(forms) => Self::Either(forms),
            };
            return if is_optional { Self::Optional(Box::new(form)) } else { form };
        }
        match schema.get("type") {
            Some(Value::String(kind)) => Self::of_type(kind, schema),
            Some(Value::Array(kinds)) => {
                let kind = kinds.iter().filter_map(Value::as_str).find(|kind| *kind != "null");
                kind.map_or(ANY, |kind| Self::Optional(Box::new(Self::of_type(kind, schema))))
            }
            _ => ANY,
        }
    }

    fn of_type(kind: &str, schema: &Map<String, Value>) -> Self {
        let inner = |key: &str| Box::new(schema.get(key).map_or(Self::Plain("anything"), Self::of));
        match kind {
            "string" => Self::Plain("text"),
            "integer" | "number" => Self::Plain("number"),
            "boolean" => Self::Plain("yes or no"),
            "array" => Self::List(inner("items")),
            _ => Self::Named(inner("additionalProperties")),
        }
    }
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plain(word) => f.write_str(word),
            Self::View(name) => write!(f, "`{name}`"),
            Self::List(form) => write!(f, "list of {form}"),
            Self::Named(form) => write!(f, "by name: {form}"),
            Self::Either(forms) => {
                for (index, form) in forms.iter().enumerate() {
                    let between = if index == 0 { "" } else { " or " };
                    write!(f, "{between}{form}")?;
                }
                Ok(())
            }
            Self::Optional(form) => write!(f, "{form}, or nothing"),
        }
    }
}

impl Serialize for Form {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
