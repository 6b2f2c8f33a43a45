//! What the preview adds to a page: one script element, before the last `</body>`.

use bytes::Bytes;

use super::editor::Links;
use super::prefix::Prefix;
use crate::markdown::html::escape_into;
use crate::output::{Origin, OutputFile, Visibility};

/// What the script element of any page says.
#[derive(Debug)]
pub(super) struct Telling<'a> {
    pub(super) session: &'a str,
    pub(super) revision: u64,
    pub(super) prefix: &'a Prefix,
    pub(super) links: Option<Links<'a>>,
}

/// A page as a browser is given it; but for the script element, byte for byte as it was built.
pub(super) fn with_script(page: &[u8], script: &str) -> Bytes {
    let end = b"</body>";
    let body = page.windows(end.len()).rposition(|bytes| bytes.eq_ignore_ascii_case(end));
    let (before, behind) = page.split_at(body.unwrap_or(page.len()));
    [before, script.as_bytes(), behind].concat().into()
}

/// The script element of a page.
pub(super) fn script(telling: &Telling<'_>, file: Option<&OutputFile>) -> String {
    let mut element = "<script type=\"module\" src=\"/.jumelage/preview.js\"".to_owned();
    let mut data = |name: &str, value: &str| {
        element.push_str(&format!(" data-{name}=\""));
        escape_into(&mut element, value);
        element.push('"');
    };
    data("session", telling.session);
    data("revision", &telling.revision.to_string());
    data("base", telling.prefix.as_str());
    if let Some(Origin::Source(source)) = file.map(|file| &file.origin) {
        data("source", source.as_str());
        if let Some(link) = telling.links.and_then(|links| links.to(source.as_str(), 1, 1)) {
            data("link", &link);
        }
    }
    if let Some(visibility) = file.and_then(|file| spelled(file.visibility)) {
        data("visibility", &visibility);
    }
    element.push_str("></script>");
    element
}

fn spelled(visibility: Visibility) -> Option<String> {
    match visibility {
        Visibility::Public => None,
        Visibility::Draft => Some("draft".to_owned()),
        Visibility::Scheduled(day) => Some(format!("scheduled {day}")),
        Visibility::Expired(day) => Some(format!("expired {day}")),
    }
}

/// What is shown while there has never been a site without errors. Without scripts, the browser
/// asks again by itself.
pub(super) fn waiting(settled: bool) -> String {
    let (title, sentence) = if settled {
        (
            "Something has to be mended",
            "Something is wrong with the site, so that there is no page \
         to show yet. This page comes by itself as soon as it is mended.",
        )
    } else {
        (
            "One moment",
            "The pages are being made. This page comes by itself as soon as it is there.",
        )
    };
    // Somebody without scripts asks again until it is there.
    own(title, sentence, "<noscript><meta http-equiv=\"refresh\" content=\"2\"></noscript>\n")
}

/// What is shown at an address where a page could be, if the site says nothing itself.
pub(super) fn no_such_page() -> String {
    let sentence = "The site has no page at this address. If you write one, it comes by itself.";
    own("There is no such page", sentence, "")
}

/// A page of the preview's own.
fn own(title: &str, sentence: &str, head: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         {head}<title>{title}</title>\n\
         <style>body {{ font: 1.125rem/1.5 system-ui; max-width: 36em; margin: 15vh auto; \
         padding: 0 1rem }}</style>\n</head>\n\
         <body>\n<main>\n<h1>{title}</h1>\n<p>{sentence}</p>\n</main>\n</body>\n</html>\n"
    )
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::output::Contents;
    use crate::serve::Editor;
    use crate::values::date::Day;
    use crate::values::{OutputPath, SourcePath};

    #[test]
    fn the_script_stands_before_the_last_end_of_the_body() {
        let with =
            |page: &str| String::from_utf8(with_script(page.as_bytes(), "<s>").into()).unwrap();
        assert_eq!(with("<p>a</body></html>\n"), "<p>a<s></body></html>\n");
        assert_eq!(with("<!-- </body> --></BODY>"), "<!-- </body> --><s></BODY>");
        assert_eq!(with("no end"), "no end<s>");
        assert_eq!(with(""), "<s>");
        assert_eq!(with_script(b"\xff</body>\xfe", "<s>"), b"\xff<s></body>\xfe".as_slice());
    }

    #[test]
    fn the_script_says_where_the_page_comes_from_and_escapes_it() {
        let (prefix, editor) = (Prefix::default(), Editor::default());
        let links = Some(Links { editor: &editor, root: Path::new("/site") });
        let telling = Telling { session: "6f", revision: 12, prefix: &prefix, links };
        let source = SourcePath::new("content/\"><b>.md").unwrap();
        let file = OutputFile {
            path: OutputPath::new("index.html").unwrap(),
            contents: Contents::Bytes(Bytes::new()),
            origin: Origin::Source(source),
            visibility: Visibility::Scheduled(Day::parse("2027-01-01").unwrap()),
        };
        assert_eq!(
            script(&telling, Some(&file)),
            "<script type=\"module\" src=\"/.jumelage/preview.js\" data-session=\"6f\" \
             data-revision=\"12\" data-base=\"/\" data-source=\"content/&quot;&gt;&lt;b&gt;.md\" \
             data-link=\"vscode://file/site/content/%22%3E%3Cb%3E.md:1:1\" \
             data-visibility=\"scheduled 2027-01-01\"></script>"
        );
        assert_eq!(
            script(&telling, None),
            "<script type=\"module\" src=\"/.jumelage/preview.js\" data-session=\"6f\" \
             data-revision=\"12\" data-base=\"/\"></script>"
        );
    }
}
