//! What a theme must provide, and what its templates are given.

use tera::Tera;

use super::files::ThemeFiles;
use crate::diagnostic::{Code, Diagnostic, Place, nearest};

/// The templates of a theme and their variables.
#[derive(Debug)]
pub struct Contract {
    /// What every template is given.
    pub common: &'static [&'static str],
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
    pub variables: &'static [&'static str],
}

impl Contract {
    /// Compares a theme's templates with the contract.
    pub(super) fn check(&self, tera: &Tera, files: &ThemeFiles) -> Vec<Diagnostic> {
        self.templates.iter().flat_map(|template| self.check_one(template, tera, files)).collect()
    }

    fn check_one(
        &self,
        template: &TemplateContract,
        tera: &Tera,
        files: &ThemeFiles,
    ) -> Vec<Diagnostic> {
        let Ok(used) = tera.get_template_variables(template.name) else {
            let message = format!("the theme has no template `{}`", template.name);
            let help = format!(
                "it makes {}; write it, or let the theme build on one that has it",
                template.about
            );
            let diagnostic = Diagnostic::new(Code::MissingTemplate, message).help(help);
            return vec![match files.manifest_path() {
                Some(path) => diagnostic.at(Place::file(path)),
                None => diagnostic,
            }];
        };
        let mut used: Vec<&str> = used.into_iter().collect();
        used.sort_unstable();
        let known: Vec<&str> = self.common.iter().chain(template.variables).copied().collect();
        let unknown = used.into_iter().filter(|name| !known.contains(name));
        unknown
            .map(|name| {
                let message = format!("`{}` uses `{name}`, which it is not given", template.name);
                let diagnostic = Diagnostic::new(Code::UnknownVariable, message);
                let diagnostic = match nearest(name, known.iter().copied()) {
                    Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                    None => {
                        let known: Vec<String> =
                            known.iter().map(|name| format!("`{name}`")).collect();
                        diagnostic.help(format!("it is given {}", known.join(", ")))
                    }
                };
                match files.template_path(template.name) {
                    Some(path) => diagnostic.at(Place::file(path)),
                    None => diagnostic,
                }
            })
            .collect()
    }
}
