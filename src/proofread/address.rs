//! Addresses that cannot be followed, or not well: hidden, cut off, bare, or without encryption.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memchr2;
use memchr::memmem::Finder;

use super::reading::{Reading, is_blank};
use super::{Code, Findings};

/// Where some web sites put an address that they have hidden.
const HIDING_PLACE: &str = "/cdn-cgi/l/email-protection";

/// `hidden-address`: an e-mail address that was hidden from robots.
pub(super) fn hidden(reading: &Reading<'_>, findings: &mut Findings<'_>) {
    if memchr2(b'[', b'(', reading.text().as_bytes()).is_some() {
        hidden_in_words(reading, findings);
    }
    for link in reading.passage.links.iter().filter(|link| link.address.contains(HIDING_PLACE)) {
        report_hidden(reading, link.text.clone(), findings);
    }
}

fn hidden_in_words(reading: &Reading<'_>, findings: &mut Findings<'_>) {
    let text = reading.text();
    for (at, _) in text.match_indices("[email") {
        let rest = text[at + "[email".len()..].trim_start_matches(is_blank);
        if rest.starts_with("protected]") {
            let end = text.len() - rest.len() + "protected]".len();
            let before = &text[..at];
            let start = before.trim_end_matches(|c: char| c.is_alphanumeric() || ".-_".contains(c));
            report_hidden(reading, start.len()..end, findings);
        }
    }
    for sign in ["(at)", "[at]"] {
        for (at, _) in reading.lower.match_indices(sign) {
            if let Some(bytes) = spelt_out(text, at, sign.len()) {
                report_hidden(reading, bytes, findings);
            }
        }
    }
}

fn report_hidden(reading: &Reading<'_>, bytes: Range<usize>, findings: &mut Findings<'_>) {
    let message = "an e-mail address has been hidden here, and is lost";
    let help = "ask for it, and write `<membership@example.org>`";
    findings.add(Code::HiddenAddress, (reading, bytes), message, help);
}

/// `membership (at) example (dot) org`.
fn spelt_out(text: &str, at: usize, length: usize) -> Option<Range<usize>> {
    let before = text[..at].strip_suffix(' ').unwrap_or(&text[..at]);
    let name = before.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || ".-_".contains(c));
    let behind = text[at + length..].trim_start_matches(' ');
    let host: usize = behind
        .chars()
        .take(60)
        .take_while(|c| c.is_ascii_alphanumeric() || ".-()[] ".contains(*c))
        .map(char::len_utf8)
        .sum();
    let host_text = behind[..host].to_ascii_lowercase();
    let first = host_text.split([' ', '(', '[']).next().unwrap_or_default();
    // "Article 5 (at) 3.4" is no address: the last part of a host is a word.
    let last = first.trim_end_matches('.').rsplit_once('.').map(|(_, last)| last);
    let dotted = last.is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_alphabetic()))
        || host_text.contains("(dot)")
        || host_text.contains("[dot]");
    let begins = text.len() - behind.len();
    (name.len() < before.len() && !first.is_empty() && dotted)
        .then(|| name.len()..begins + first.len())
}

/// `cut-address`: a web address that ends too early.
pub(super) fn cut(reading: &Reading<'_>, findings: &mut Findings<'_>) {
    let links = reading.passage.links.iter().filter(|link| is_cut(&link.address));
    for link in links {
        findings.add_at(Code::CutAddress, link.span.clone(), CUT, HELP_CUT);
    }
    for bytes in web_addresses(reading) {
        if is_cut(&reading.lower[bytes.clone()]) {
            findings.add(Code::CutAddress, (reading, bytes), CUT, HELP_CUT);
        }
    }
}

const CUT: &str = "the address has been cut off";
const HELP_CUT: &str = "find the page that was meant, and copy its whole address";

fn is_cut(address: &str) -> bool {
    let is_web = address.starts_with("http") || address.starts_with("www.");
    is_web && (address.ends_with(['-', '…', '%']) || address.ends_with("..."))
}

/// `bare-address`: an address that is only text.
pub(super) fn bare(reading: &Reading<'_>, findings: &mut Findings<'_>) {
    for bytes in web_addresses(reading) {
        let address = &reading.text()[bytes.clone()];
        if is_cut(address) {
            continue;
        }
        let message = format!("`{address}` is only text: nobody can follow it");
        let whole = match address.strip_prefix("www.") {
            Some(_) => format!("https://{address}"),
            None => address.to_owned(),
        };
        let help = format!("make the name of the site a link: `[its name]({whole})`");
        findings.add(Code::BareAddress, (reading, bytes), message, help);
    }
    for bytes in mail_addresses(reading) {
        let address = &reading.text()[bytes.clone()];
        let message = format!("`{address}` is only text: nobody can follow it");
        let help = format!("put it between angle brackets: `<{address}>`");
        findings.add(Code::BareAddress, (reading, bytes), message, help);
    }
}

/// `http-link`: an address without encryption.
pub(super) fn without_encryption(reading: &Reading<'_>, findings: &mut Findings<'_>) {
    let plain = |address: &str| address.starts_with("http://") && !is_cut(address);
    for link in reading.passage.links.iter().filter(|link| plain(&link.address)) {
        let secure = link.address.replacen("http:", "https:", 1);
        findings.add_at(
            Code::HttpLink,
            link.span.clone(),
            "the address begins with `http:`",
            format!("try `{secure}` in a browser, and write that if the page comes"),
        );
    }
}

/// What there is in each web address; most texts have neither.
static SIGNS: LazyLock<[Finder<'static>; 2]> = LazyLock::new(|| ["://", "www."].map(Finder::new));

/// The web addresses that stand in the words and are no links.
fn web_addresses<'a>(reading: &'a Reading<'_>) -> impl Iterator<Item = Range<usize>> + 'a {
    let has_any = SIGNS.iter().any(|sign| sign.find(reading.lower.as_bytes()).is_some());
    let lower = if has_any { reading.lower.as_str() } else { "" };
    let starts = ["http://", "https://", "www."]
        .into_iter()
        .flat_map(|sign| lower.match_indices(sign).map(move |(at, _)| (at, sign)));
    starts.filter_map(move |(at, sign)| {
        let before = lower[..at].chars().next_back();
        let begins = before.is_none_or(|c| !c.is_alphanumeric() && c != '/' && c != '.');
        let length = lower[at..]
            .find(|c: char| is_blank(c) || "<>\"“”»)]|`\u{fffc}".contains(c))
            .unwrap_or(lower.len() - at);
        let whole = &lower[at..at + length];
        // Three dots, or a dash at its end, say that it has been cut.
        let address = if is_cut(whole) {
            whole
        } else {
            whole.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '*', '_'])
        };
        let bytes = at..at + address.len();
        let goes_on = address.len() > sign.len() && address[sign.len()..].contains('.');
        (begins && goes_on && !reading.is_linked(&bytes)).then_some(bytes)
    })
}

/// The e-mail addresses that stand in the words and are no links.
fn mail_addresses<'a>(reading: &'a Reading<'_>) -> impl Iterator<Item = Range<usize>> + 'a {
    let lower = reading.lower.as_str();
    lower.match_indices('@').filter_map(move |(at, _)| {
        let is_part = |c: char| c.is_ascii_alphanumeric() || ".-_+".contains(c);
        let name: usize = lower[..at].chars().rev().take(64).take_while(|c| is_part(*c)).count();
        let host: usize = lower[at + 1..].chars().take(253).take_while(|c| is_part(*c)).count();
        let host = lower[at + 1..at + 1 + host].trim_end_matches(['.', '-', '_']);
        let (_, top) = host.rsplit_once('.')?;
        let bytes = at - name..at + 1 + host.len();
        let is_address = name > 0 && top.len() >= 2 && top.chars().all(|c| c.is_ascii_alphabetic());
        (is_address && !reading.is_linked(&bytes)).then_some(bytes)
    })
}
