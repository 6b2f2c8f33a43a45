//! What a theme must provide, and what its templates are given.

use std::collections::BTreeSet;

use tera::Tera;

use super::files::ThemeFiles;
use super::tags;
use super::views::Variable;
use crate::diagnostic::{Code, Diagnosed, Diagnostic, Place, nearest};

/// The template that makes the pages for which a theme has no template of its own.
pub(super) const DEFAULT: &str = "default.html";

/// The templates of a theme and their variables.
#[derive(Debug)]
pub struct Contract {
    /// What the template of every page is given.
    pub common: &'static [Variable],
    /// What every part of a text is given.
    pub common_to_parts: &'static [Variable],
    /// The templates.
    pub templates: &'static [TemplateContract],
}

/// A template that a theme must have.
#[derive(Debug)]
pub struct TemplateContract {
    /// Its name, such as `city.html`.
    pub name: &'static str,
    /// What it makes.
    pub about: &'static str,
    /// What it is given beside what every template is given.
    pub variables: &'static [Variable],
    /// Whether it makes a whole page, and not a part of a text.
    pub is_page: bool,
}

impl Contract {
    /// Compares a theme's templates with the contract. The value are the templates that the
    /// theme's `default.html` stands in for.
    pub(super) fn check(
        &self,
        tera: &Tera,
        files: &ThemeFiles,
    ) -> Diagnosed<BTreeSet<&'static str>> {
        let mut stood_in_for = BTreeSet::new();
        let mut diagnostics = Vec::new();
        let has_default = tera.contains_template(DEFAULT);
        if has_default {
            diagnostics.extend(unknown_variables(DEFAULT, self.common, &[], tera, files));
        }
        for template in self.templates {
            let TemplateContract { name, variables, is_page, .. } = *template;
            let common = if is_page { self.common } else { self.common_to_parts };
            if tera.contains_template(name) {
                diagnostics.extend(unknown_variables(name, common, variables, tera, files));
            } else if has_default && is_page {
                stood_in_for.insert(name);
            } else if !has_default {
                diagnostics.push(template.missing(files));
            }
        }
        Diagnosed { value: stood_in_for, diagnostics }
    }
}

/// Tells the variables that a template uses and nobody gives it.
fn unknown_variables(
    template: &str,
    common: &[Variable],
    variables: &[Variable],
    tera: &Tera,
    files: &ThemeFiles,
) -> Vec<Diagnostic> {
    let mut used: Vec<&str> = tera.get_template_variables(template).into_iter().flatten().collect();
    used.sort_unstable();
    let known: Vec<&str> = common.iter().chain(variables).map(|variable| variable.name).collect();
    let unknown = used.into_iter().filter(|name| !known.contains(name));
    // What a template sets, it lends to those that it includes.
    let lenders = || {
        let texts = files.texts("templates").map(|(_, _, text)| text);
        texts.filter(|text| tags::asked_for(text).next().is_some())
    };
    let unknown = unknown.filter(|name| {
        !lenders().any(|text| tags::variables(text).any(|variable| variable == *name))
    });
    unknown
        .map(|name| {
            let message = format!("`{template}` uses `{name}`, which it is not given");
            let diagnostic = Diagnostic::new(Code::UnknownVariable, message);
            let diagnostic = match nearest(name, known.iter().copied()) {
                Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                None => {
                    let known: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
                    diagnostic.help(format!("it is given {}", known.join(", ")))
                }
            };
            at_template(diagnostic, template, files)
        })
        .collect()
}

impl TemplateContract {
    /// Says that a theme lacks it.
    fn missing(&self, files: &ThemeFiles) -> Diagnostic {
        let message = format!("the theme has no template `{}`", self.name);
        let write = format!("it makes {}; write it", self.about);
        let diagnostic = Diagnostic::new(Code::MissingTemplate, message).help(format!(
            "{write}, or `{DEFAULT}`, which makes all pages without a template of their own, or let the theme build on one that has it"
        ));
        match files.manifest_path() {
            Some(path) => diagnostic.at(Place::file(path)),
            None => diagnostic,
        }
    }
}

fn at_template(diagnostic: Diagnostic, template: &str, files: &ThemeFiles) -> Diagnostic {
    match files.template_path(template) {
        Some(path) => diagnostic.at(Place::file(path)),
        None => diagnostic,
    }
}
