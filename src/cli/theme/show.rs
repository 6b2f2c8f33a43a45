//! `jumelage theme show`.

use serde_json::{Value, json};

use super::list::told;
use super::{Exit, Site, failed, say};
use crate::cli::args::ThemeShow;
use crate::emit::CONTRACT;
use crate::theme::{Chosen, Entry, Kind, Offered, Portrait, Template, portray};

pub(super) fn run(arguments: &ThemeShow) -> Result<Exit, Exit> {
    let site = Site::read(&arguments.place.site)?;
    let choice = site.choose(arguments.name.as_deref())?;
    let Some(portrait) = portray(&site.sources, choice, &CONTRACT).value else {
        let help = "`jumelage theme check` says what is wrong with it";
        let message = format!("the theme `{}` cannot be put together", choice.name);
        return Err(failed(Exit::ContentErrors, &message, Some(help)));
    };
    if arguments.json {
        say(&format!("{:#}\n", json(&portrait)))?;
        return Ok(Exit::Good);
    }
    say(&format!("{}\n{}\n{}", head(&portrait), settings(&portrait), templates(&portrait)))?;
    Ok(Exit::Good)
}

/// The same for other programs, with the contract.
fn json(portrait: &Portrait) -> Value {
    let Entry { name, description, parent, api, is_built_in, .. } = &portrait.entry;
    let settings = portrait.settings.iter().map(|(name, offered, chosen)| {
        json!({
            "name": name, "is": offered.kind().as_str(), "about": offered.about(),
            "default": offered.default_value(), "of": offered.choices(), "chosen": chosen,
        })
    });
    let template = |template: &Template| {
        json!({
            "name": template.name, "makes": template.about, "blocks": template.blocks,
            "file": template.file.as_ref().map(ToString::to_string),
            "built_in": template.is_built_in, "by_default": template.by_default,
        })
    };
    json!({
        "name": name, "description": description, "parent": parent, "api": api,
        "built_in": is_built_in,
        "settings": settings.collect::<Vec<_>>(),
        "templates": portrait.templates.iter().map(template).collect::<Vec<_>>(),
        "parts": portrait.others.iter().map(template).collect::<Vec<_>>(),
        "contract": CONTRACT.describe(),
    })
}

fn head(portrait: &Portrait) -> String {
    let entry = &portrait.entry;
    let about = entry.description.as_deref().unwrap_or("It says nothing of itself.");
    let version = match entry.api {
        Some(api) => format!("version {api}"),
        None => "no version".to_owned(),
    };
    format!("{}: {about}\n{}; {version} of the theme contract\n", entry.name, told(entry))
}

fn settings(portrait: &Portrait) -> String {
    if portrait.settings.is_empty() {
        return "Settings: none\n".to_owned();
    }
    let width = portrait.settings.iter().map(|(name, ..)| name.len()).max().unwrap_or_default();
    let mut text = "Settings, for `look:` in content/site.yaml:\n".to_owned();
    for (name, offered, chosen) in &portrait.settings {
        text.push_str(&format!("  {name:width$}  {}\n", setting(offered, chosen)));
    }
    text
}

/// What there is to choose, and what is chosen: `a colour, "#0b5c63": Links and lines.`
fn setting(offered: &Offered, chosen: &Chosen) -> String {
    let kind = match offered.kind() {
        Kind::Choice => format!("one of {}", offered.choices().join(", ")),
        kind => format!("a {}", kind.as_str()),
    };
    let quoted = |value: &str| match offered.kind() {
        Kind::Colour => format!("\"{value}\""),
        Kind::Choice | Kind::Switch => value.to_owned(),
    };
    let (chosen, default) = (chosen.to_string(), offered.default_value());
    let value = if chosen == default {
        quoted(default)
    } else {
        format!("{}, chosen by the site instead of {}", quoted(&chosen), quoted(default))
    };
    match offered.about() {
        "" => format!("{kind}: {value}"),
        about => format!("{kind}: {value}. {about}"),
    }
}

fn templates(portrait: &Portrait) -> String {
    let all = || portrait.templates.iter().chain(&portrait.others);
    let width = all().map(|template| template.name.len()).max().unwrap_or_default();
    let origins = all().map(|template| origin(template).len()).max().unwrap_or_default();
    let line = |template: &Template| {
        let about = template.about.unwrap_or_default();
        let blocks = match template.blocks.as_slice() {
            [] => String::new(),
            blocks => format!(" ({})", blocks.join(", ")),
        };
        let line =
            format!("  {:width$}  {:origins$}  {about}{blocks}", template.name, origin(template));
        format!("{}\n", line.trim_end())
    };
    let asked_for: String = portrait.templates.iter().map(line).collect();
    let others: String = portrait.others.iter().map(line).collect();
    format!(
        "Templates, where each comes from, what it makes, and the blocks that can be filled anew:\n{asked_for}\n\
         Parts that they are made of:\n{others}"
    )
}

fn origin(template: &Template) -> String {
    match &template.file {
        Some(_) if template.is_built_in => "built in".to_owned(),
        Some(file) => file.to_string(),
        None if template.by_default => "default.html".to_owned(),
        None => "missing".to_owned(),
    }
}
