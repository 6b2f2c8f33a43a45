//! Links that open a file in the editor of whoever looks at the preview.

use std::path::Path;

use crate::diagnostic::nearest;
use crate::values::Refusal;

/// The editors that are known by name, and the links that they understand.
const KNOWN: [(&str, &str); 7] = [
    ("vscode", "vscode://file{file}:{line}:{column}"),
    ("vscodium", "vscodium://file{file}:{line}:{column}"),
    ("cursor", "cursor://file{file}:{line}:{column}"),
    ("zed", "zed://file{file}:{line}:{column}"),
    ("idea", "idea://open?file={file}&line={line}&column={column}"),
    ("sublime", "subl://open?url=file://{file}&line={line}&column={column}"),
    ("textmate", "txmt://open?url=file://{file}&line={line}&column={column}"),
];

/// How links into an editor are made, if there are any.
///
/// ```
/// use std::path::Path;
/// use jumelage::serve::Editor;
///
/// let link = |editor: &str| {
///     Editor::parse(editor).unwrap().link(Path::new("/home/ana/our site"), "content/home.md", 3, 7)
/// };
/// assert_eq!(link("vscode").unwrap(), "vscode://file/home/ana/our%20site/content/home.md:3:7");
/// assert_eq!(
///     link("emacs://open?url={file}&line={line}").unwrap(),
///     "emacs://open?url=/home/ana/our%20site/content/home.md&line=3"
/// );
/// assert_eq!(link("none"), None);
/// assert_eq!(
///     Editor::parse("vscod").unwrap_err().help.unwrap(),
///     "did you mean `vscode`?"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor {
    /// An address with `{file}`, `{line}` and `{column}` in it.
    template: Option<String>,
}

impl Editor {
    /// Reads an editor's name, `none`, or an address with `{file}` and perhaps `{line}` and
    /// `{column}` in it.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        if text == "none" {
            return Ok(Self { template: None });
        }
        if let Some((_, template)) = KNOWN.iter().find(|(name, _)| *name == text) {
            return Ok(Self { template: Some((*template).to_owned()) });
        }
        if !text.contains(['{', ':']) {
            return Err(unknown(text));
        }
        let scheme = text.split_once(':').map_or("", |(scheme, _)| scheme);
        let letters = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
        let runs_code = ["javascript", "data", "vbscript"];
        let refuse = |message: String| {
            let example = KNOWN[0].1;
            Err(Refusal::new("bad-editor", message).help(format!("write it like `{example}`")))
        };
        if !scheme.starts_with(|c: char| c.is_ascii_alphabetic()) || !scheme.chars().all(letters) {
            return refuse(format!("`{text}` is no address, since it begins with no `scheme:`"));
        }
        if runs_code.contains(&&*scheme.to_ascii_lowercase()) {
            return refuse(format!("`{scheme}:` opens no editor"));
        }
        if !text.contains("{file}") {
            return refuse(format!("`{text}` does not say where the file's path goes"));
        }
        Ok(Self { template: Some(text.to_owned()) })
    }

    /// The link to a place in a file of the site's folder.
    #[must_use]
    pub fn link(&self, root: &Path, file: &str, line: usize, column: usize) -> Option<String> {
        let template = self.template.as_ref()?;
        // The path goes in last: what it contains is not looked through again.
        let template = template.replace("{line}", &line.to_string());
        let template = template.replace("{column}", &column.to_string());
        Some(template.replace("{file}", &path_of_address(&root.join(file))))
    }
}

/// What it takes to link to the files of a site. Whoever is at another machine gets no links: they
/// would open nothing there, and tell where the site lies here.
#[derive(Debug, Clone, Copy)]
pub(super) struct Links<'a> {
    pub(super) editor: &'a Editor,
    /// The site's folder.
    pub(super) root: &'a Path,
}

impl Links<'_> {
    /// The link to a place in a file of the site's folder, if an editor is to open it.
    pub(super) fn to(self, file: &str, line: usize, column: usize) -> Option<String> {
        self.editor.link(self.root, file, line, column)
    }
}

impl Default for Editor {
    fn default() -> Self {
        Self { template: Some(KNOWN[0].1.to_owned()) }
    }
}

fn unknown(text: &str) -> Refusal {
    let names = || KNOWN.iter().map(|(name, _)| *name).chain(["none"]);
    let refusal = Refusal::new("bad-editor", format!("no editor is known as `{text}`"));
    if let Some(name) = nearest(text, names()) {
        return refusal.help(format!("did you mean `{name}`?"));
    }
    let names: Vec<_> = names().map(|name| format!("`{name}`")).collect();
    let example = KNOWN[0].1;
    refusal.help(format!("use one of {}, or an address like `{example}`", names.join(", ")))
}

/// A path on the disk as part of an address: with a slash before each part, also before the
/// letter of a Windows drive.
fn path_of_address(path: &Path) -> String {
    let mut bytes = path.as_os_str().as_encoded_bytes().to_vec();
    if cfg!(windows) {
        // A canonical path of Windows begins with `\\?\`, which editors do not understand.
        if let Some(rest) = bytes.strip_prefix(br"\\?\") {
            bytes = rest.to_vec();
        }
        bytes.iter_mut().filter(|byte| **byte == b'\\').for_each(|byte| *byte = b'/');
    }
    let mut address = String::with_capacity(bytes.len() + 1);
    if !bytes.starts_with(b"/") {
        address.push('/');
    }
    for byte in bytes {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => address.push(char::from(byte)),
            b':' if cfg!(windows) => address.push(':'),
            byte if byte.is_ascii_alphanumeric() => address.push(char::from(byte)),
            byte => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_editor_gets_the_file_and_the_line() {
        for (name, _) in KNOWN {
            let editor = Editor::parse(name).unwrap();
            let link = editor.link(Path::new("/site"), "content/a&b.md", 12, 4).unwrap();
            assert!(link.contains("/site/content/a%26b.md"), "{link}");
            assert!(link.contains("12") && !link.contains('{'), "{link}");
        }
    }

    #[test]
    fn a_file_named_like_a_placeholder_stays_as_it_is() {
        let link = Editor::default().link(Path::new("/site"), "content/{line}.md", 1, 1);
        assert_eq!(link.unwrap(), "vscode://file/site/content/%7Bline%7D.md:1:1");
    }

    #[test]
    fn what_opens_no_editor_is_refused_with_help() {
        for text in ["", "ed", "javascript:alert('{file}')", "{file}", "x y://{file}", "a://b"] {
            assert!(Editor::parse(text).unwrap_err().help.is_some(), "{text}");
        }
    }
}
