//! A host's name, as somebody says that browsers may call the preview by it.

// Addresses as values; what could reach a network is only in `std`.
use core::net::{IpAddr, Ipv6Addr};
use std::fmt;

use super::Refusal;

/// The name of a host, or its address, as a browser sends it: without a port.
///
/// ```
/// use jumelage::values::AllowedHost;
///
/// assert_eq!(AllowedHost::parse("Ana-Laptop.local").unwrap().as_str(), "ana-laptop.local");
/// assert_eq!(AllowedHost::parse("fd00::7").unwrap().as_str(), "[fd00::7]");
/// assert_eq!(
///     AllowedHost::parse("http://ana-laptop.local:8000/").unwrap_err().help.unwrap(),
///     "write only `ana-laptop.local`"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AllowedHost(String);

impl AllowedHost {
    /// Reads the name of a host.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        if let Some(host) = host(text) {
            return Ok(Self(host));
        }
        let refusal = Refusal::new("bad-host", format!("`{text}` is not the name of a host alone"));
        let behind_scheme = text.split_once("://").map_or(text, |(_, behind)| behind);
        let authority = behind_scheme.split(['/', '?', '#']).next().unwrap_or_default();
        let without_port = authority.rsplit_once(':').map_or(authority, |(name, _)| name);
        let meant = [authority, without_port].into_iter().find_map(host);
        Err(refusal.help(match meant {
            Some(name) => format!("write only `{name}`"),
            None => "write it as it stands in the browser, such as `ana-laptop.local`".to_owned(),
        }))
    }

    /// The name in small letters; an address of IPv6 stands in brackets.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a browser that sends this name means this host.
    #[must_use]
    pub fn is(&self, name: &str) -> bool {
        self.0.eq_ignore_ascii_case(name)
    }
}

impl fmt::Display for AllowedHost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A host as a browser spells it.
fn host(text: &str) -> Option<String> {
    let inside = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    if let Ok(address) = inside.unwrap_or(text).parse::<Ipv6Addr>() {
        return Some(format!("[{address}]"));
    }
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let is_label = |label: &str| !label.is_empty() && label.chars().all(plain);
    // What is made of digits alone would have to be an address.
    let is_number = text.rsplit('.').next().is_some_and(|last| last.parse::<u64>().is_ok());
    let good = text.split('.').all(is_label) && (!is_number || text.parse::<IpAddr>().is_ok());
    good.then(|| text.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_addresses_are_kept_as_a_browser_sends_them() {
        for (written, kept) in [
            ("preview", "preview"),
            ("Preview.Example", "preview.example"),
            ("192.168.1.20", "192.168.1.20"),
            ("[FD00::7]", "[fd00::7]"),
            ("xn--caf-dma.example", "xn--caf-dma.example"),
        ] {
            let host = AllowedHost::parse(written).unwrap();
            assert_eq!(host.as_str(), kept);
            assert!(host.is(&kept.to_uppercase()));
        }
    }

    #[test]
    fn more_than_a_name_is_refused_and_the_name_is_told() {
        for (written, name) in [
            ("name:8000", "name"),
            ("http://name", "name"),
            ("https://name.example:8000/a/b?c#d", "name.example"),
            ("name/", "name"),
            ("[fd00::7]:8000", "[fd00::7]"),
            ("192.168.1.20:8000", "192.168.1.20"),
        ] {
            let help = AllowedHost::parse(written).unwrap_err().help.unwrap();
            assert_eq!(help, format!("write only `{name}`"), "{written}");
        }
        for written in ["", "a b", "*.example", "a..b", "a@b", ":8000", "http://", "café", "1.2.3"]
        {
            let help = AllowedHost::parse(written).unwrap_err().help.unwrap();
            assert!(help.contains("ana-laptop.local"), "{written}: {help}");
        }
    }
}
