//! Jumelage publishes the website of a sister-city programme from a folder of Markdown and YAML.

pub mod diagnostic;
pub mod language;
pub mod output;
pub mod publish;
pub mod values;
