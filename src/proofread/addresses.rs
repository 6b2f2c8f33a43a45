//! Addresses that cannot be followed, or not well.

use super::Findings;
use crate::diagnostic::Code;
use crate::markdown::Passage;

/// `http-link`: an address without encryption.
pub(super) fn without_encryption(passage: &Passage, findings: &mut Findings<'_>) {
    for link in passage.links.iter().filter(|link| link.address.starts_with("http://")) {
        let secure = link.address.replacen("http:", "https:", 1);
        findings.add_at(
            Code::HttpLink,
            link.span.clone(),
            "the address begins with `http:`",
            format!("try `{secure}` in a browser, and write that if the page comes"),
        );
    }
}
