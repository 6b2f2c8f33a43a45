//! What a visitor reads on a page: its HTML without the tags.

/// Elements that do not part words.
const WITHIN_WORDS: [&str; 18] = [
    "a", "abbr", "cite", "code", "del", "dfn", "em", "kbd", "mark", "q", "small", "span", "strong",
    "sub", "sup", "time", "wbr", "bdi",
];

/// The text of a page's body, blanks made one.
pub(crate) fn visible_text(html: &str) -> String {
    let body = html.find("<body").map_or(html, |start| &html[start..]);
    let mut text = String::new();
    for (index, part) in body.split('<').enumerate() {
        let Some((tag, words)) = part.split_once('>').filter(|_| index > 0) else {
            text.push_str(part);
            continue;
        };
        let name = tag.trim_start_matches('/').split([' ', '\n']).next().unwrap_or_default();
        if !WITHIN_WORDS.contains(&name) {
            text.push(' ');
        }
        // What is said to machines is not seen.
        if name != "script" {
            text.push_str(words);
        }
    }
    let text = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .into_iter()
        .fold(text, |text, (escaped, plain)| text.replace(escaped, plain));
    // A no-break space stays what it is.
    text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn tags_part_words_only_where_they_part_boxes() {
    let html = "<html><head><title>No</title></head><body class=\"x\"><h1>A <em>b</em>c</h1>\n<p>d &amp; e</p>";
    assert_eq!(visible_text(html), "A bc d & e");
}
