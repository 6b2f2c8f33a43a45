//! `%20` and its like, as addresses write what they cannot hold.

/// `%20` and its like into the bytes they mean; what is not well-formed stays.
///
/// ```
/// use jumelage::values::percent::decoded;
///
/// assert_eq!(decoded("S%C3%A3o%20Tom%C3%A9"), "São Tomé");
/// assert_eq!(decoded("100%"), "100%");
/// ```
#[must_use]
pub fn decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                decoded.push(byte);
                at += 3;
            }
            None => {
                decoded.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

/// A path or a fragment as it stands in an address.
///
/// ```
/// use jumelage::values::percent::encoded;
///
/// assert_eq!(encoded("são tomé/"), "s%C3%A3o%20tom%C3%A9/");
/// ```
#[must_use]
pub fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                encoded.push(char::from(byte));
            }
            byte => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}
