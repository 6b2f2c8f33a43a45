//! Visits addresses elsewhere on the web, politely, and tells whether they still lead somewhere.
//!
//! Each host is asked one thing at a time, with a pause between; different hosts at once. What was
//! found to be well is remembered for some days, so that asking again costs nothing. Only who asks
//! for it comes here: a build never does.

mod ask;
mod known;
mod verdict;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::values::Url;
pub use known::Known;
pub use verdict::Verdict;

/// How many hosts are asked at once.
const HOSTS_AT_ONCE: usize = 8;

/// How long to wait between two requests to one host.
const PAUSE: Duration = Duration::from_millis(500);

/// Endings of names that belong to nobody, to be used in examples (RFC 2606).
const RESERVED: [&str; 3] = [".example", ".invalid", ".test"];

/// Whether an address is only an example: there can be nothing at it.
#[must_use]
pub fn is_example(address: &Url) -> bool {
    let host = address.host().trim_end_matches('.').to_ascii_lowercase();
    RESERVED.iter().any(|ending| host.ends_with(ending))
}

/// Asks for each address, and tells what became of it. `timeout` is how long one answer may take.
#[must_use]
pub fn visit(addresses: &BTreeSet<Url>, timeout: Duration) -> BTreeMap<Url, Verdict> {
    let mut hosts: BTreeMap<&str, Vec<&Url>> = BTreeMap::new();
    for address in addresses {
        hosts.entry(address.authority()).or_default().push(address);
    }
    let agent = ask::agent(timeout);
    let queue = Mutex::new(hosts.into_values().collect::<Vec<_>>());
    let verdicts = Mutex::new(BTreeMap::new());
    // A queue with a poisoned lock is still one: nothing is left half-done in it.
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).pop();
    thread::scope(|scope| {
        for _ in 0..HOSTS_AT_ONCE {
            scope.spawn(|| {
                while let Some(addresses) = next() {
                    for (index, address) in addresses.into_iter().enumerate() {
                        if index > 0 {
                            thread::sleep(PAUSE);
                        }
                        let verdict = ask::ask(address, &agent);
                        let mut verdicts = verdicts.lock().unwrap_or_else(PoisonError::into_inner);
                        verdicts.insert(address.clone(), verdict);
                    }
                }
            });
        }
    });
    verdicts.into_inner().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_for_examples_belong_to_nobody() {
        let is_example = |text: &str| is_example(&Url::parse(text).expect("an address"));
        assert!(is_example("https://cambridge.example/x"));
        assert!(is_example("http://a.TEST:8080"));
        assert!(!is_example("https://example.org/"));
        assert!(!is_example("https://example.com/x.example"));
    }
}
