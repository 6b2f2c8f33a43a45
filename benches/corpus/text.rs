//! Sentences, and stories in Markdown that link to cities.

use super::Names;
use super::chance::Chance;
use super::words::{ADJECTIVES, HEADINGS, NOUNS, VERBS};

/// What somebody might say about a sister city.
pub(super) fn sentence(chance: &mut Chance) -> String {
    let mut text = format!(
        "{} {} {} {} {} {} {}",
        chance.pick(&["The", "A", "Our", "Their"]),
        chance.pick(&ADJECTIVES),
        chance.pick(&NOUNS),
        chance.pick(&VERBS),
        chance.pick(&["the", "a", "another", "the city's"]),
        chance.pick(&ADJECTIVES),
        chance.pick(&NOUNS),
    );
    if chance.percent(50) {
        text.push_str(&format!(" and {} the {}", chance.pick(&VERBS), chance.pick(&NOUNS)));
    }
    if chance.percent(40) {
        text.push_str(&format!(" with a local {}", chance.pick(&NOUNS)));
    }
    text.push('.');
    text
}

/// The same with a little markup now and then.
fn marked_sentence(chance: &mut Chance) -> String {
    let mut text = sentence(chance);
    match chance.below(12) {
        0 => text.push_str(&format!(" The *{}* still remembers it.", chance.pick(&NOUNS))),
        1 => text.push_str(&format!(" It was **{}** afterwards.", chance.pick(&VERBS))),
        _ => {}
    }
    text
}

fn sentences(chance: &mut Chance, least: usize, most: usize) -> Vec<String> {
    (0..chance.between(least, most)).map(|_| marked_sentence(chance)).collect()
}

/// A story of three to six sections: paragraphs, a list, links, a numbered list, a table. Links to
/// cities are written as [`link`] writes them.
pub(super) fn prose(chance: &mut Chance, names: &Names<'_>) -> String {
    let mut blocks = Vec::new();
    for number in 0..chance.between(3, 6) {
        if let Some(heading) = number.checked_sub(1).map(|number| HEADINGS[number]) {
            blocks.push(format!("## {heading}"));
        }
        blocks.push(sentences(chance, 3, 7).join(" "));
        match number {
            0 if chance.percent(30) => blocks.push(table(chance)),
            1 => {
                let items = sentences(chance, 3, 5);
                blocks.push(
                    items.iter().map(|item| format!("- {item}")).collect::<Vec<_>>().join("\n"),
                );
            }
            2 => {
                let (first, second) =
                    (chance.below(names.names.len()), chance.below(names.names.len()));
                blocks.push(format!(
                    "See also {}, {} and the [programme's sponsor](https://www.example.org/sponsor).",
                    link(first, names),
                    link(second, names)
                ));
            }
            3 if chance.percent(40) => {
                let items = sentences(chance, 3, 3);
                let items = (1..).zip(items).map(|(number, item)| format!("{number}. {item}"));
                blocks.push(items.collect::<Vec<_>>().join("\n"));
            }
            _ => {}
        }
    }
    blocks.join("\n\n") + "\n"
}

/// A link to a city, by its id.
fn link(number: usize, names: &Names<'_>) -> String {
    format!("[{}]({LINK}{})", names.names[number], names.id(number))
}

/// What stands before the id of a city in a link.
const LINK: &str = "city:";

/// A story with its links written as addresses.
pub(super) fn with_addresses(markdown: &str) -> String {
    let mut parts = markdown.split(LINK);
    let mut story = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (id, rest) = part.split_once(')').expect("a link ends with a parenthesis");
        story.push_str(&format!("/cities/{id}/){rest}"));
    }
    story
}

fn table(chance: &mut Chance) -> String {
    let mut table = "| Year | Delegates | Purpose |\n| --- | ---: | --- |".to_owned();
    for _ in 0..chance.between(3, 6) {
        table.push_str(&format!(
            "\n| {} | {} | {} {} |",
            chance.between(1990, 2025),
            chance.between(2, 40),
            chance.pick(&ADJECTIVES),
            chance.pick(&NOUNS)
        ));
    }
    table
}
