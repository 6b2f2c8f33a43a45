//! Who may ask: requests by which a foreign page could read the site are refused, before anything
//! else is looked at.
//!
//! A page of another host can make a browser ask us, and by changing what its own name stands for
//! (DNS rebinding) even read the answer. It cannot change the `Host` that the browser sends then.

use std::net::IpAddr;

use axum::http::header::{HOST, ORIGIN};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, Method, StatusCode, Uri};

use crate::values::AllowedHost;

/// Why a request is refused.
pub(super) type Refused = (StatusCode, &'static str);

const NO_HOST: Refused =
    (StatusCode::BAD_REQUEST, "the request does not say for which host it is, in one `Host`");
const FOREIGN_HOST: Refused = (
    StatusCode::FORBIDDEN,
    "this host is not known to the preview; start it with `--allow-host` and this name, if the \
     name is yours",
);
const FOREIGN_ORIGIN: Refused =
    (StatusCode::FORBIDDEN, "a page of another origin may not read the preview");
const WRONG_METHOD: Refused =
    (StatusCode::METHOD_NOT_ALLOWED, "the preview can only be read, with GET or HEAD");

/// Checks the head of a request that came in at a local address.
pub(super) fn check(
    method: &Method,
    uri: &Uri,
    headers: &HeaderMap,
    allowed_hosts: &[AllowedHost],
    local: IpAddr,
) -> Result<(), Refused> {
    let host = only(headers, HOST.as_str()).ok_or(NO_HOST)?;
    let authority: Authority = host.parse().map_err(|_| NO_HOST)?;
    // An address may name a host of its own, and then that one would count.
    if uri.authority().is_some_and(|named| *named != authority) {
        return Err(NO_HOST);
    }
    if !is_ours(&authority, allowed_hosts, local) {
        return Err(FOREIGN_HOST);
    }
    if headers.contains_key(ORIGIN) {
        let origin =
            only(headers, ORIGIN.as_str()).and_then(|origin| origin.strip_prefix("http://"));
        if !origin.is_some_and(|origin| origin.eq_ignore_ascii_case(host)) {
            return Err(FOREIGN_ORIGIN);
        }
    }
    if *method != Method::GET && *method != Method::HEAD {
        return Err(WRONG_METHOD);
    }
    Ok(())
}

/// The value of a header that is there once, in plain characters.
fn only<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let first = values.next()?;
    if values.next().is_some() { None } else { first.to_str().ok() }
}

fn is_ours(authority: &Authority, allowed_hosts: &[AllowedHost], local: IpAddr) -> bool {
    let host = authority.host();
    let port = authority.as_str().strip_prefix(host);
    let plain = match port {
        Some("") => true,
        Some(port) => port.strip_prefix(':').is_some_and(|port| port.parse::<u16>().is_ok()),
        // There is a user's name before the host.
        None => false,
    };
    if !plain {
        return false;
    }
    if allowed_hosts.iter().any(|allowed| allowed.is(host)) {
        return true;
    }
    let literal = match host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        Some(inside) => inside.parse().ok().map(IpAddr::V6),
        None => host.parse().ok().map(IpAddr::V4),
    };
    let loopback = ["localhost", "127.0.0.1", "[::1]"];
    // What is written as a number cannot be rebound.
    loopback.iter().any(|name| name.eq_ignore_ascii_case(host))
        || literal.is_some_and(|literal| literal.to_canonical() == local.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(host: &str, origin: Option<&str>) -> u16 {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, host.parse().unwrap());
        if let Some(origin) = origin {
            headers.insert(ORIGIN, origin.parse().unwrap());
        }
        let allowed = ["preview.example", "fd00::7"].map(|host| AllowedHost::parse(host).unwrap());
        let local = "192.168.1.20".parse().unwrap();
        let checked = check(&Method::GET, &Uri::from_static("/"), &headers, &allowed, local);
        checked.map_or_else(|(status, _)| status.as_u16(), |()| 200)
    }

    #[test]
    fn our_own_names_are_known_with_any_port() {
        for host in [
            "localhost",
            "LOCALHOST:1",
            "127.0.0.1:8000",
            "[::1]:8000",
            "[::1]",
            "localhost:65535",
            "192.168.1.20:8000",
            "Preview.Example",
            "preview.example:443",
            "[fd00::7]:8000",
        ] {
            assert_eq!(answer(host, None), 200, "{host}");
        }
    }

    #[test]
    fn other_hosts_are_refused() {
        for host in [
            "evil.example",
            "localhost.evil.example",
            "evil-localhost",
            "localhost.",
            "127.0.0.2",
            "127.1",
            "0x7f.1",
            "2130706433",
            "0.0.0.0",
            "192.168.1.21",
            "[::2]",
            "[::ffff:1.2.3.4]",
            "evil@localhost",
            "localhost@evil",
            "localhost:",
            "localhost:x",
            "localhost:99999",
            "localhost:80:80",
            "localhost/",
            "local host",
            "[::1",
            "",
            ":8000",
            "sub.preview.example",
        ] {
            assert!([400, 403].contains(&answer(host, None)), "{host}");
        }
    }

    #[test]
    fn an_origin_must_be_ours() {
        assert_eq!(answer("localhost:8000", Some("http://localhost:8000")), 200);
        for origin in [
            "http://localhost",
            "http://localhost:8001",
            "https://localhost:8000",
            "null",
            "",
            "http://evil.example",
            "http://localhost:8000/",
            "localhost:8000",
            "http://127.0.0.1:8000",
        ] {
            assert_eq!(answer("localhost:8000", Some(origin)), 403, "{origin}");
        }
    }
}
