//! The report as one page of HTML that needs no other file: to print, to send, to lay before a
//! council.

use super::sheet::{Block, Cell, Part, Sheet};
use crate::markdown::html::escape;
use crate::values::LanguageTag;

/// It is no page of the site, and so has no policy against a style of its own.
const STYLE: &str = include_str!("report.css");

pub(super) fn print(sheet: &Sheet, language: &LanguageTag) -> String {
    let direction = language.direction().as_str();
    let title = escape(&sheet.title);
    let sections: String = sheet.sections.iter().map(section).collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<head>\n\
         <meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n\
         <h1>{title}</h1>\n<p>{}</p>\n{sections}</main>\n</body>\n</html>\n",
        escape(&sheet.lede)
    )
}

fn section(part: &Part) -> String {
    let blocks: String = part.blocks.iter().map(|block| of_block(block, &part.heading)).collect();
    format!("<section>\n<h2>{}</h2>\n{blocks}</section>\n", escape(&part.heading))
}

fn of_block(block: &Block, heading: &str) -> String {
    let (caption, head, rows) = match block {
        Block::Words(words) => return format!("<p>{}</p>\n", escape(words)),
        Block::Table { caption, head, rows } => (caption, head, rows),
    };
    let shown = match caption {
        caption if caption == heading => String::new(),
        caption => format!("<caption>{}</caption>\n", escape(caption)),
    };
    let is_number =
        |column: usize| rows.iter().all(|row| row.get(column).is_some_and(|cell| cell.is_number));
    let head: String = head
        .iter()
        .enumerate()
        .map(|(column, label)| {
            let class = if is_number(column) { " class=\"number\"" } else { "" };
            format!("<th scope=\"col\"{class}>{}</th>", escape(label))
        })
        .collect();
    let rows: String = rows.iter().map(|row| format!("<tr>{}</tr>\n", cells(row))).collect();
    format!(
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n<table>\n{shown}\
         <thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n",
        escape(caption)
    )
}

fn cells(row: &[Cell]) -> String {
    row.iter()
        .map(|Cell { text, url, is_number }| {
            let class = if *is_number { " class=\"number\"" } else { "" };
            let mut html = escape(&text.text);
            if let Some(lang) = &text.lang {
                let dir = text.dir.unwrap_or("auto");
                html = format!("<span lang=\"{lang}\" dir=\"{dir}\">{html}</span>");
            }
            if let Some(url) = url {
                html = format!("<a href=\"{}\">{html}</a>", escape(url));
            }
            format!("<td{class}>{html}</td>")
        })
        .collect()
}
