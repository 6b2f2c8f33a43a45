//! Jumelage publishes the website of a sister-city programme from a folder of Markdown and YAML.

pub mod check;
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod emit;
pub mod language;
pub mod markdown;
pub mod output;
pub mod pipeline;
pub mod programme;
pub mod publish;
pub mod source;
pub mod theme;
pub mod values;
