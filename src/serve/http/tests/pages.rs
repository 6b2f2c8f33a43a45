//! Pages: what is built and the script, and what is shown where there is none.

use super::*;

#[test]
fn a_page_is_what_was_built_and_the_script() {
    let running = run();
    let page = running.get("/");
    assert_eq!((page.status, page.header("content-type")), (200, Some("text/html; charset=utf-8")));
    assert_eq!(page.header("cache-control"), Some("no-store"));
    assert_eq!(String::from_utf8(without_script(&page.body)).unwrap(), HOME);
    assert!(
        page.text().contains("data-revision=\"1\" data-base=\"/\" data-source=\"content/home.md\"")
    );
    assert!(page.text().contains("></script></body></html>\n"));
    assert_eq!(running.get("/cities/les-cayes/").status, 200);
    assert_eq!(running.get("/cities/les-cayes/index.html").status, 200);
    assert_eq!(running.get("/files/caf%C3%A9%201.txt").text(), "coffee");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_a_page_is_only_the_script_is_added(
        parts in proptest::collection::vec(
            prop_oneof![
                Just(b"</body>".to_vec()), Just(b"</BoDy>".to_vec()), Just(b"<script>".to_vec()),
                proptest::collection::vec(any::<u8>(), 0..40),
            ],
            0..6,
        )
    ) {
        static RUNNING: std::sync::LazyLock<Mutex<Running>> =
            std::sync::LazyLock::new(|| Mutex::new(run()));
        let running = RUNNING.lock().unwrap();
        let page = parts.concat();
        running.preview.show(edition(2, [bytes("index.html", page.clone())]));
        prop_assert_eq!(without_script(&running.get("/").body), page);
    }
}

#[test]
fn an_address_without_its_slash_leads_to_the_page() {
    let running = run();
    for target in ["/cities/les-cayes", "/cities/les-cayes?a=//evil.example"] {
        let answer = running.get(target);
        assert_eq!((answer.status, answer.header("location")), (307, Some("/cities/les-cayes/")));
    }
    running.preview.show(edition(2, [bytes("evil.example/%0d/index.html", "a")]));
    let answer = running.get("/evil.example/%250d");
    assert_eq!(answer.header("location"), Some("/evil.example/%250d/"));
    assert_eq!(running.get("//evil.example/%250d").status, 404);
}

#[test]
fn an_unknown_address_shows_the_page_that_the_site_has_for_it() {
    let running = run();
    for target in ["/nothing/", "/nothing", "/nothing.jpg", "/../"] {
        let answer = running.get(target);
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (404, Some("text/html; charset=utf-8"))
        );
        assert_eq!(without_script(&answer.body), b"<html><body>Not here</body></html>");
    }
    running.preview.show(edition(2, [bytes("index.html", "a")]));
    for (target, media_type) in [
        ("/nothing/", "text/html; charset=utf-8"),
        ("/nothing", "text/html; charset=utf-8"),
        ("/nothing.html", "text/html; charset=utf-8"),
        ("/nothing.jpg", "text/plain; charset=utf-8"),
        ("/../", "text/plain; charset=utf-8"),
    ] {
        let answer = running.get(target);
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (404, Some(media_type)),
            "{target}"
        );
    }
    let page = running.get("/nothing/");
    assert!(page.text().contains("src=\"/.jumelage/preview.js\""));
    assert!(page.text().contains("There is no such page"));
    assert_eq!(page.header("cache-control"), Some("no-store"));
}

#[test]
fn a_site_below_a_prefix_is_nowhere_else() {
    let prefixed = |hosting: &mut Hosting| hosting.prefix = Prefix::parse("/sub/path").unwrap();
    let running = run_within(Limits::default(), prefixed);
    assert_eq!(without_script(&running.get("/sub/path/").body), HOME.as_bytes());
    assert!(running.get("/sub/path/").text().contains("data-base=\"/sub/path/\""));
    assert_eq!(running.get("/sub/path").header("location"), Some("/sub/path/"));
    assert_eq!(
        running.get("/sub/path/cities/les-cayes").header("location"),
        Some("/sub/path/cities/les-cayes/")
    );
    for target in ["/", "/cities/les-cayes/", "/sub/pathology", "/assets/site.css"] {
        let answer = running.get(target);
        assert_eq!(answer.status, 404);
        assert_eq!(answer.text(), "nothing is here; the site begins at /sub/path/\n");
    }
    assert_eq!(running.get("/.jumelage/preview.js").status, 200);
}

#[test]
fn before_there_is_a_site_its_pages_wait() {
    let running = run();
    running.preview.show(Edition { revision: 1, settled: true, ..Edition::default() });
    for target in ["/", "/cities/les-cayes/", "/cities", "/404.html"] {
        let answer = running.get(target);
        assert_eq!(
            (answer.status, answer.header("cache-control")),
            (503, Some("no-store")),
            "{target}"
        );
        assert!(answer.text().contains("src=\"/.jumelage/preview.js\""));
    }
    assert_eq!(running.get("/assets/site.css").status, 404);
    // Until the first try is over, nobody knows what there will be.
    running.preview.show(Edition { revision: 1, settled: false, ..Edition::default() });
    assert_eq!(running.get("/calendar.ics").status, 503);
    let ahead = bytes("cities/les-cayes/index.html", "ahead");
    let ahead = [(ahead.path.clone(), Some(ahead))].into();
    running.preview.show(Edition { revision: 2, ahead, ..Edition::default() });
    assert_eq!(running.get("/cities/les-cayes/").status, 200);
    assert_eq!(running.get("/").status, 503);
}
