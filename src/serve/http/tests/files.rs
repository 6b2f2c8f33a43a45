//! Files: whole, in part, and not again when they have not changed.

#![expect(clippy::disallowed_methods, reason = "files are laid out to be copied")]

use super::*;

#[test]
fn a_file_is_sent_again_only_when_it_has_changed() {
    let running = run();
    for target in ["/assets/site.css", "/files/market.jpg", "/.jumelage/preview.js"] {
        let first = running.get(target);
        assert_eq!(
            (first.status, first.header("cache-control")),
            (200, Some("no-cache")),
            "{target}"
        );
        let etag = first.header("etag").unwrap();
        assert!(!etag.starts_with("W/"));
        for condition in
            [etag.to_owned(), format!("\"other\", {etag}"), format!("W/{etag}"), "*".to_owned()]
        {
            let again = running.ask("GET", target, &format!("If-None-Match: {condition}\r\n"));
            assert_eq!((again.status, again.body.len()), (304, 0), "{target} {condition}");
            assert_eq!(again.header("etag"), Some(etag));
        }
        let other = running.ask("GET", target, "If-None-Match: \"other\"\r\n");
        assert_eq!(other.status, 200);
    }
    let before = running.get("/files/market.jpg").header("etag").unwrap().to_owned();
    fs::write(running.root().join("content/files/market.jpg"), "9876543210").unwrap();
    assert_ne!(running.get("/files/market.jpg").header("etag"), Some(&*before));
    running.preview.show(edition(2, [bytes("assets/site.css", "body { color: green }")]));
    assert!(running.get("/assets/site.css").text().contains("green"));
}

#[test]
fn a_part_of_a_file_can_be_asked_for() {
    let running = run();
    running
        .preview
        .show(edition(2, usual().into_iter().chain([bytes("digits.txt", "0123456789")])));
    for target in ["/digits.txt", "/files/market.jpg"] {
        let part = |range: &str| running.ask("GET", target, &format!("Range: {range}\r\n"));
        let answer = part("bytes=2-4");
        assert_eq!((answer.status, answer.text()), (206, "234"), "{target}");
        assert_eq!(answer.header("content-range"), Some("bytes 2-4/10"));
        assert_eq!(answer.header("content-length"), Some("3"));
        assert_eq!(part("bytes=8-99").text(), "89");
        assert_eq!(part("bytes=-3").text(), "789");
        let beyond = part("bytes=10-");
        assert_eq!((beyond.status, beyond.header("content-range")), (416, Some("bytes */10")));
        assert!(beyond.body.is_empty());
        for whole in ["bytes=0-1,4-5", "bytes=4-2", "lines=1-2", "bytes=x"] {
            assert_eq!((part(whole).status, part(whole).text()), (200, "0123456789"), "{whole}");
        }
        let etag = running.get(target).header("etag").unwrap().to_owned();
        let unless = |condition: &str| {
            running
                .ask("GET", target, &format!("Range: bytes=2-4\r\nIf-Range: {condition}\r\n"))
                .status
        };
        assert_eq!(unless(&etag), 206);
        for changed in
            ["\"other\"", &format!("W/{etag}"), "Sat, 29 Oct 1994 19:43:31 GMT", "nonsense"]
        {
            assert_eq!(unless(changed), 200, "{changed}");
        }
    }
}

#[test]
fn a_head_tells_what_a_get_would() {
    let running = run();
    let bare = |answer: &Answer| {
        let lines = answer.head.lines().filter(|line| !line.starts_with("date:"));
        lines.map(str::to_owned).collect::<std::collections::BTreeSet<_>>()
    };
    for target in [
        "/",
        "/assets/site.css",
        "/files/market.jpg",
        "/nothing/",
        "/cities/les-cayes",
        "/.jumelage/preview.js",
        "/.jumelage/nothing",
    ] {
        let (get, head) = (running.get(target), running.ask("HEAD", target, ""));
        assert_eq!(bare(&head), bare(&get), "{target}");
        assert!(head.body.is_empty(), "{target}");
        assert_eq!(get.header("content-length"), Some(&*get.body.len().to_string()), "{target}");
    }
}

#[test]
fn a_copy_is_read_in_pieces() {
    let running = run();
    let film: Vec<u8> = (0..3_000_001_u32).map(|at| at.to_le_bytes()[at as usize % 4]).collect();
    fs::write(running.root().join("content/files/film.mp4"), &film).unwrap();
    running.preview.show(edition(2, [copy_of("films/film.mp4", "content/files/film.mp4")]));
    let answer = running.get("/films/film.mp4");
    assert_eq!(answer.header("content-type"), Some("video/mp4"));
    assert!(answer.body == film);
    let part = running.ask("GET", "/films/film.mp4", "Range: bytes=1000000-2000000\r\n");
    assert!(part.body == film[1_000_000..=2_000_000]);
}
