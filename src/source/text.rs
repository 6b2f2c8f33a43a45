//! Bytes of a file to text: UTF-8, one kind of line end, nothing invisible.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::memo::Fingerprint;
use crate::values::SourcePath;

/// A page may be this long.
pub(super) const MAX_BYTES: u64 = 5 * 1024 * 1024;

/// A text that is shared instead of copied, and its fingerprint.
///
/// ```
/// use jumelage::source::Text;
///
/// assert_eq!(Text::new("Gaeta").fingerprint(), Text::new("Gaeta").fingerprint());
/// assert_ne!(Text::new("Gaeta").fingerprint(), Text::new("gaeta").fingerprint());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    // The first field is compared first.
    fingerprint: Fingerprint,
    text: Arc<str>,
}

impl Text {
    /// Takes a text and its fingerprint.
    #[must_use]
    pub fn new(text: impl Into<Arc<str>>) -> Self {
        let text = text.into();
        Self { fingerprint: Fingerprint::of_bytes(text.as_bytes()), text }
    }

    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// A number that equal texts share. It tells saved states apart; it is no protection against
    /// somebody who looks for two texts with the same one.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }
}

/// Decodes a file's bytes. A byte order mark is dropped and `\r\n` becomes `\n`, so that a file
/// saved on Windows gives the same site.
pub(super) fn decode_text(path: &SourcePath, bytes: Vec<u8>) -> Result<Text, Diagnostic> {
    let size = u64::try_from(bytes.len()).expect("memory is not that large");
    if let Some(problem) = too_large(path, size) {
        return Err(problem);
    }
    let text = String::from_utf8(bytes).map_err(|error| not_utf8(path, &error))?;
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    let text =
        if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
    match find_control(&text) {
        None => Ok(Text::new(text)),
        Some((at, control)) => Err(Diagnostic::new(
            Code::ControlCharacter,
            format!("there is an invisible character (U+{:04X}) in the text", control as u32),
        )
        .at(Place::bytes(path, at..at + control.len_utf8()))
        .help("delete it and type the text around it again")),
    }
}

/// What is wrong with a text of so many bytes, if it is too long.
pub(super) fn too_large(path: &SourcePath, size: u64) -> Option<Diagnostic> {
    let megabytes = size / (1024 * 1024);
    (size > MAX_BYTES).then(|| {
        Diagnostic::new(Code::TooLarge, format!("`{path}` has {megabytes} MB of text"))
            .at(Place::file(path))
            .help("a page may have 5 MB; split it, or publish it as a document in `content/files/`")
    })
}

fn not_utf8(path: &SourcePath, error: &std::string::FromUtf8Error) -> Diagnostic {
    let bytes = error.as_bytes();
    let at = error.utf8_error().valid_up_to();
    let line = bytes[..at].iter().filter(|&&byte| byte == b'\n').count() + 1;
    let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    // A ZIP archive or an OLE file, as word processors write them.
    let archive = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0");
    let (message, help) = if utf16 {
        ("the file is saved as UTF-16".to_owned(), "save it again with the encoding UTF-8")
    } else if archive || bytes.contains(&0) {
        (
            "the file is a document of a word processor, not text".to_owned(),
            "copy its text into a new file with a plain text editor",
        )
    } else {
        (
            format!("the file is not UTF-8: byte {} (line {line}) is 0x{:02X}", at + 1, bytes[at]),
            "save it again with the encoding UTF-8; it is probably in Windows-1252 or Latin-1 now",
        )
    };
    Diagnostic::new(Code::NotUtf8, message).at(Place::file(path)).help(help)
}

/// The first C0 or C1 control character other than tab and newline.
fn find_control(text: &str) -> Option<(usize, char)> {
    let bytes = text.as_bytes();
    // Counting, which does not stop, is done on many bytes at once; as a rule there are none.
    let suspicious = |byte: u8| (byte < 0x20 && byte != b'\n') || byte == 0x7f || byte == 0xc2;
    if bytes.iter().filter(|byte| suspicious(**byte)).count() == 0 {
        return None;
    }
    let at = bytes.iter().enumerate().position(|(index, &byte)| match byte {
        b'\t' | b'\n' => false,
        0x00..0x20 | 0x7f => true,
        0xc2 => (0x80..0xa0).contains(&bytes[index + 1]),
        _ => false,
    })?;
    text[at..].chars().next().map(|control| (at, control))
}
