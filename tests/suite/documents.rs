//! The manual's generated parts agree with the program. `UPDATE_EXPECT=1` writes them anew.

use std::fs;
use std::path::Path;

use jumelage::diagnostic::Code;

/// Compares a file with what it should be, or writes it.
#[track_caller]
pub(crate) fn is_current(path: &str, expected: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, expected).expect("it can be written");
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == expected,
        "{} is not what the program says: run the tests with UPDATE_EXPECT=1 and read what changed",
        path.display()
    );
}

#[test]
fn the_manual_lists_every_mistake() {
    let mut page = "\
# Every mistake that is told

Made from the program's own table; `jumelage explain CODE` says the same.
An **error** must be mended before the site can be published; a **warning** is something to look at,
and an error with `--strict`; a **note** is something to know. Some of them are [rules](rules/README.md), whose
weight you decide.
"
    .to_owned();
    for code in Code::ALL {
        page.push_str(&format!(
            "\n## {}\n\n*{}.* **{}** {}\n",
            code.name(),
            code.severity().as_str(),
            code.sentence(),
            code.explanation()
        ));
        if code.is_rule() {
            page.push_str(&format!("[More, with an example.](rules/{}.md)\n", code.name()));
        }
    }
    is_current("docs/diagnostics.md", &page);
}
