//! Answers with a file: whole, a part of it, or the word that it has not changed.

use std::ops::Range;

use axum::body::Body;
use axum::http::header::{ACCEPT_RANGES, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, RANGE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use headers::{ETag, HeaderMapExt, IfNoneMatch, IfRange};

use super::copy::Copy;
use crate::memo::Fingerprint;

/// Where the bytes of an answer come from.
#[derive(Debug)]
pub(super) enum Source {
    Memory(Bytes),
    Disk(Copy),
}

/// Answers a request for a file; the head of the answer is the same for `GET` and `HEAD`.
pub(super) fn answer(asked: &HeaderMap, media_type: &'static str, source: Source) -> Response {
    let etag = source.etag();
    let length = source.length();
    let unchanged =
        asked.typed_get::<IfNoneMatch>().is_some_and(|any| !any.precondition_passes(&etag));
    let (status, range) = if unchanged {
        (StatusCode::NOT_MODIFIED, 0..0)
    } else {
        match part(asked, &etag, length) {
            Part::Whole => (StatusCode::OK, 0..length),
            Part::Range(range) => (StatusCode::PARTIAL_CONTENT, range),
            Part::Beyond => (StatusCode::RANGE_NOT_SATISFIABLE, 0..0),
        }
    };
    let mut headers = HeaderMap::new();
    headers.typed_insert(etag);
    headers.insert(ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    let content_range = match status {
        StatusCode::PARTIAL_CONTENT => {
            Some(format!("bytes {}-{}/{length}", range.start, range.end - 1))
        }
        StatusCode::RANGE_NOT_SATISFIABLE => Some(format!("bytes */{length}")),
        _ => None,
    };
    if let Some(content_range) = content_range {
        let value = HeaderValue::try_from(content_range).expect("it is made of digits");
        headers.insert(CONTENT_RANGE, value);
    }
    if status == StatusCode::NOT_MODIFIED {
        return (status, headers).into_response();
    }
    if status != StatusCode::RANGE_NOT_SATISFIABLE {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    }
    headers.insert(CONTENT_LENGTH, HeaderValue::from(range.end - range.start));
    (status, headers, source.body(range)).into_response()
}

impl Source {
    fn length(&self) -> u64 {
        match self {
            Self::Memory(bytes) => u64::try_from(bytes.len()).expect("memory is not that large"),
            Self::Disk(copy) => copy.length(),
        }
    }

    fn etag(&self) -> ETag {
        let tag = match self {
            Self::Memory(bytes) => Fingerprint::of_bytes(bytes),
            Self::Disk(copy) => copy.tag(),
        };
        format!("\"{:032x}\"", tag.as_u128()).parse().expect("digits in quotes are an entity tag")
    }

    fn body(self, range: Range<u64>) -> Body {
        if range.is_empty() {
            return Body::empty();
        }
        match self {
            Self::Memory(bytes) => {
                let index = |at: u64| usize::try_from(at).expect("it lies within these bytes");
                Body::from(bytes.slice(index(range.start)..index(range.end)))
            }
            Self::Disk(copy) => copy.body(range),
        }
    }
}

/// Which part of a file is asked for.
#[derive(Debug, PartialEq)]
enum Part {
    Whole,
    Range(Range<u64>),
    /// Nothing that the file has.
    Beyond,
}

fn part(asked: &HeaderMap, etag: &ETag, length: u64) -> Part {
    let Some(range) = asked.get(RANGE).and_then(|range| range.to_str().ok()) else {
        return Part::Whole;
    };
    let since_changed = match asked.typed_try_get::<IfRange>() {
        Ok(condition) => condition.is_some_and(|condition| condition.is_modified(Some(etag), None)),
        Err(_) => true,
    };
    if since_changed { Part::Whole } else { part_of(range, length) }
}

/// Reads `bytes=0-99` and its like. What is no single range of bytes is as if it were not there;
/// to send several would be allowed, but nothing asks for them.
fn part_of(range: &str, length: u64) -> Part {
    let spec = range.split_once('=').filter(|(unit, _)| unit.eq_ignore_ascii_case("bytes"));
    let ends = spec.and_then(|(_, spec)| spec.trim().split_once('-'));
    let number = |text: &str| {
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        // What is too large to be counted lies beyond the end of any file.
        digits.then(|| text.parse().unwrap_or(u64::MAX))
    };
    let range = match ends.map(|(first, last)| (first, number(first), last, number(last))) {
        Some((_, Some(first), _, Some(last))) if first <= last => {
            first..last.saturating_add(1).min(length)
        }
        Some((_, Some(first), "", None)) => first..length,
        Some(("", None, _, Some(last))) => length.saturating_sub(last)..length,
        _ => return Part::Whole,
    };
    if range.is_empty() { Part::Beyond } else { Part::Range(range) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_range_is_understood() {
        assert_eq!(part_of("bytes=0-99", 1000), Part::Range(0..100));
        assert_eq!(part_of("bytes=0-0", 1), Part::Range(0..1));
        assert_eq!(part_of("Bytes=990-2000", 1000), Part::Range(990..1000));
        assert_eq!(part_of("bytes=990-", 1000), Part::Range(990..1000));
        assert_eq!(part_of("bytes=-10", 1000), Part::Range(990..1000));
        assert_eq!(part_of("bytes=-9999", 1000), Part::Range(0..1000));
        assert_eq!(part_of("bytes=1-99999999999999999999999", 1000), Part::Range(1..1000));
    }

    #[test]
    fn what_the_file_does_not_have_is_told() {
        for range in ["bytes=1000-", "bytes=1000-1001", "bytes=-0", "bytes=99999999999999999999-"] {
            assert_eq!(part_of(range, 1000), Part::Beyond, "{range}");
        }
        assert_eq!(part_of("bytes=0-", 0), Part::Beyond);
    }

    #[test]
    fn anything_else_gets_the_whole_file() {
        for range in [
            "",
            "bytes",
            "bytes=",
            "bytes=-",
            "bytes=a-b",
            "bytes=5-4",
            "bytes=0-1,3-4",
            "bytes=+1-2",
            "lines=0-1",
            "bytes=1-2-3",
            "bytes=1 - 2",
        ] {
            assert_eq!(part_of(range, 1000), Part::Whole, "{range}");
        }
    }
}
