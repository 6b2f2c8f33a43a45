//! One visit: `HEAD`, then `GET` where a server does not like that; redirects followed one by one;
//! asked again where trouble may pass.

use std::io::ErrorKind;
use std::thread;
use std::time::Duration;

use ureq::http::{Response, header};
use ureq::{Agent, Body, Error};

use super::verdict::Verdict;
use crate::values::Url;

/// How often an address is asked for again, and after how long.
const AGAIN: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(3)];

/// The longest that a server may ask us to wait.
const PATIENCE: Duration = Duration::from_secs(5);

/// How many redirects are followed.
const HOPS: usize = 8;

/// What visits addresses.
pub(super) fn agent(timeout: Duration) -> Agent {
    let version = env!("CARGO_PKG_VERSION");
    let config = Agent::config_builder()
        .timeout_global(Some(timeout))
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .user_agent(format!("jumelage/{version} (checks links)"))
        .build();
    Agent::new_with_config(config)
}

/// Asks for an address until there is an answer that will not pass.
pub(super) fn ask(address: &Url, agent: &Agent) -> Verdict {
    let mut waits = AGAIN.into_iter();
    loop {
        let (verdict, wait) = match follow(address.as_str(), agent) {
            Ok(verdict) => return verdict,
            Err(Passing { verdict, wait }) => (verdict, wait),
        };
        let Some(usual) = waits.next() else { return verdict };
        let wait = wait.unwrap_or(usual);
        if wait > PATIENCE {
            return verdict;
        }
        thread::sleep(wait);
    }
}

/// Trouble that may pass: the verdict if it does not, and how long the server asks to wait.
struct Passing {
    verdict: Verdict,
    wait: Option<Duration>,
}

fn follow(address: &str, agent: &Agent) -> Result<Verdict, Passing> {
    let mut at = address.to_owned();
    // Where it leads for good: as long as every step is meant to stay.
    let mut for_good = true;
    for _ in 0..HOPS {
        let response = match request(&at, agent) {
            Ok(response) => response,
            Err(error) => return unreached(&error),
        };
        let status = response.status().as_u16();
        let goal = header(&response, header::LOCATION).filter(|_| (300..400).contains(&status));
        let Some(goal) = goal else {
            if Verdict::is_passing(status) {
                let wait = header(&response, header::RETRY_AFTER);
                let wait = wait.and_then(|wait| wait.parse().ok()).map(Duration::from_secs);
                return Err(Passing { verdict: Verdict::of_status(status), wait });
            }
            return Ok(match Verdict::of_status(status) {
                Verdict::Alive if for_good && at != address => Verdict::Moved(at),
                verdict => verdict,
            });
        };
        for_good &= matches!(status, 301 | 308);
        let Some(next) = joined(&at, goal) else {
            return Ok(Verdict::broken("it leads on to something that is no address"));
        };
        at = next;
    }
    Ok(Verdict::broken("it leads on and on, and never arrives"))
}

/// The answer to `HEAD`; to `GET`, where the server seems not to know that or to treat it otherwise.
fn request(address: &str, agent: &Agent) -> Result<Response<Body>, Error> {
    let head = agent.head(address).call();
    match &head {
        Ok(response) if response.status().as_u16() < 400 => head,
        // Who has been asked too often is not asked a second time at once.
        Ok(response) if matches!(response.status().as_u16(), 429 | 503) => head,
        // A server that breaks off at `HEAD` may answer to `GET`; one that is not there does not.
        Ok(_) | Err(Error::Protocol(_) | Error::Io(_)) => agent.get(address).call(),
        Err(_) => head,
    }
}

fn header(response: &Response<Body>, name: header::HeaderName) -> Option<&str> {
    response.headers().get(name)?.to_str().ok()
}

/// Why there was no answer.
fn unreached(error: &Error) -> Result<Verdict, Passing> {
    let passing = |why| Err(Passing { verdict: Verdict::unanswered(why), wait: None });
    match error {
        Error::HostNotFound => Ok(Verdict::broken("no server has this name")),
        Error::BadUri(_) | Error::Http(_) => Ok(Verdict::broken("it is not well-formed")),
        Error::Timeout(_) => passing("the server took too long to answer"),
        Error::Tls(_) | Error::Rustls(_) => Ok(Verdict::unanswered(
            "its certificate is not one that this program knows and accepts",
        )),
        Error::Io(error) if error.kind() == ErrorKind::ConnectionRefused => {
            passing("the server refuses connections")
        }
        _ => passing("the server could not be reached"),
    }
}

/// The address that a redirect means, which may be relative to where it is told.
fn joined(base: &str, goal: &str) -> Option<String> {
    if goal.contains("://") {
        return Url::parse(goal).ok().map(|url| url.to_string());
    }
    let (scheme, rest) = base.split_once("://")?;
    if let Some(rest) = goal.strip_prefix("//") {
        return Some(format!("{scheme}://{rest}"));
    }
    let authority = rest.split(['/', '?', '#']).next()?;
    if goal.starts_with('/') {
        return Some(format!("{scheme}://{authority}{goal}"));
    }
    let path = rest[authority.len()..].split(['?', '#']).next().unwrap_or_default();
    let folder = path.rfind('/').map_or("/", |slash| &path[..=slash]);
    Some(format!("{scheme}://{authority}{folder}{goal}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redirect_may_be_relative() {
        let base = "https://a.org/b/c?d";
        let joined = |goal| joined(base, goal).expect("an address");
        assert_eq!(joined("e"), "https://a.org/b/e");
        assert_eq!(joined("/e"), "https://a.org/e");
        assert_eq!(joined("//z.org/e"), "https://z.org/e");
        assert_eq!(joined("http://z.org/e"), "http://z.org/e");
        assert_eq!(super::joined("https://a.org", "e").as_deref(), Some("https://a.org/e"));
        assert_eq!(super::joined(base, "ftp://z.org"), None);
    }
}
