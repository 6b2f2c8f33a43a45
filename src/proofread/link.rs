//! `link-text`: words of a link that do not say where it leads.

use super::reading::Reading;
use super::{Code, Findings};

/// What says nothing, by language.
const NOTHING: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "here",
            "click here",
            "click",
            "this",
            "link",
            "this link",
            "this page",
            "more",
            "read more",
            "learn more",
            "see more",
            "find out more",
            "more information",
            "more details",
            "details",
            "page",
            "website",
            "this website",
            "download",
        ],
    ),
    (
        "fr",
        &[
            "ici",
            "cliquez ici",
            "cliquer ici",
            "ce lien",
            "lien",
            "plus",
            "en savoir plus",
            "lire la suite",
            "lire plus",
            "voir plus",
            "suite",
            "cette page",
        ],
    ),
    (
        "es",
        &[
            "aquí",
            "haga clic aquí",
            "haz clic aquí",
            "clic aquí",
            "este enlace",
            "enlace",
            "más",
            "leer más",
            "ver más",
            "saber más",
            "más información",
            "esta página",
        ],
    ),
    (
        "de",
        &[
            "hier",
            "hier klicken",
            "klicken sie hier",
            "dieser link",
            "link",
            "mehr",
            "mehr erfahren",
            "mehr lesen",
            "weiterlesen",
            "weitere informationen",
            "diese seite",
        ],
    ),
    ("ht", &["isit", "isit la", "klike isit", "klike la", "klike isit la", "lyen sa a", "plis"]),
];

pub(super) fn says_nothing(reading: &Reading<'_>, findings: &mut Findings<'_>) {
    let Some((_, nothing)) = NOTHING.iter().find(|(language, _)| *language == reading.language)
    else {
        return;
    };
    for link in reading.passage.links.iter().filter(|link| !link.bare) {
        let words = &reading.lower[link.text.clone()];
        let bare = words.trim_matches(|c: char| !c.is_alphanumeric()).replace('\n', " ");
        if nothing.contains(&bare.as_str()) {
            let words = reading.text()[link.text.clone()].replace('\n', " ");
            let message = format!("`{words}` does not say where the link leads");
            let help = "link the name of what it leads to, and let the sentence go on around it";
            findings.add(Code::LinkText, (reading, link.text.clone()), message, help);
        }
    }
}
