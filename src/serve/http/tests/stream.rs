//! The stream of editions, and its end.

#![expect(
    clippy::disallowed_methods,
    reason = "files are laid out for it, and how long it takes matters"
)]

use super::*;

#[test]
fn only_pages_of_this_run_learn_of_editions() {
    let running = run();
    for query in ["", "?session=", "?session=0", "?page=/", "?session", "?session=%00"] {
        let answer = running.get(&format!("/.jumelage/events{query}"));
        assert_eq!(answer.status, 403, "{query}");
    }
    let session = running.session();
    assert_eq!((session.len(), session == run().session()), (32, false));
}

#[test]
fn an_open_page_learns_of_every_newer_edition() {
    let running = run();
    let mut stream = running.listen("%2Fcities%2Fles-cayes%2F");
    let first = read_until(&mut stream, "\n\n");
    assert!(first.contains("content-type: text/event-stream"), "{first}");
    let first = if first.contains("id: 1") { first } else { read_until(&mut stream, "id: 1") };
    assert!(first.contains("event: edition\n"), "{first}");
    assert!(first.contains("\"revision\":1,"), "{first}");
    let page = OutputPath::new("cities/les-cayes/index.html").unwrap();
    assert_eq!(running.open_pages.paths(), [page]);
    running.preview.show(edition(7, usual()));
    read_until(&mut stream, "id: 7");
    drop(stream);
    eventually("the page was closed", || running.open_pages.paths().is_empty());
}

#[test]
fn before_the_first_edition_nothing_is_told() {
    let running = run();
    running.preview.show(Edition::default());
    let mut stream = running.connect();
    let session = running.session();
    write!(stream, "GET /.jumelage/events?session={session} HTTP/1.1\r\nHost: localhost\r\n\r\n")
        .unwrap();
    let head = read_until(&mut stream, "\r\n\r\n");
    assert!(!head.contains("edition"), "{head}");
    running.preview.show(edition(1, usual()));
    read_until(&mut stream, "id: 1");
}

#[test]
fn what_is_told_of_an_edition_is_as_the_script_expects_it() {
    let root = TempDir::new().unwrap();
    fs::create_dir_all(root.path().join("content")).unwrap();
    fs::write(root.path().join("content/new.md"), "a").unwrap();
    let finding = |file: Option<&str>| Finding {
        severity: Code::UnknownCommittee.severity(),
        code: Code::UnknownCommittee,
        message: "no committee is called `haitii`".to_owned(),
        excerpts: file
            .map(|file| Excerpt { file: file.to_owned(), spot: None, label: None })
            .into_iter()
            .collect(),
        help: Vec::new(),
    };
    let mut findings = vec![finding(None), finding(Some("themes/civic/templates/gone.html"))];
    findings.extend((0..200).map(|_| finding(Some("content/other.md"))));
    findings.push(finding(Some("content/new.md")));
    let edition = Edition {
        findings,
        saved: vec![SourcePath::new("content/new.md").unwrap()],
        assets: Arc::new([(OutputPath::new("files/a #1 é.jpg").unwrap(), 9)].into()),
        edited: OutputPath::new("new/index.html"),
        took: Duration::from_micros(34_249),
        ..edition(12, [])
    };
    let (prefix, editor) = (Prefix::parse("/sub").unwrap(), Editor::default());
    let links = editor::Links { editor: &editor, root: root.path() };
    let told = report::report(&edition, "6f", &prefix, Some(links));
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(
        (&told["session"], &told["revision"], &told["took"]),
        (&"6f".into(), &12.into(), &34.2.into())
    );
    assert_eq!(
        (&told["errors"], &told["warnings"], &told["more"]),
        (&203.into(), &0.into(), &3.into())
    );
    assert_eq!((&told["settled"], &told["current"]), (&true.into(), &true.into()));
    assert_eq!(told["findings"].as_array().unwrap().len(), 200);
    assert_eq!(told["findings"][0]["saved"], true);
    let link = told["findings"][0]["places"][0]["link"].as_str().unwrap();
    assert!(link.starts_with("vscode://file/") && link.ends_with("/content/new.md:1:1"), "{link}");
    assert!(told["findings"][0]["places"][0].get("line").is_none());
    assert_eq!(told["findings"][1]["places"], serde_json::json!([]));
    let not_there = serde_json::json!([{ "file": "themes/civic/templates/gone.html" }]);
    assert_eq!(told["findings"][2]["places"], not_there);
    assert_eq!(told["assets"], serde_json::json!({ "files/a #1 é.jpg": 9 }));
    assert_eq!(
        (&told["edited"], &told["saved"][0]),
        (&"/sub/new/".into(), &"content/new.md".into())
    );
}

#[test]
fn no_number_of_warnings_hides_an_error_and_the_saved_come_first() {
    let finding = |severity, file: &str| Finding {
        severity,
        code: Code::UnknownCommittee,
        message: String::new(),
        excerpts: vec![Excerpt { file: file.to_owned(), spot: None, label: None }],
        help: Vec::new(),
    };
    let mut findings: Vec<_> =
        (0..250).map(|_| finding(Severity::Warning, "content/other.md")).collect();
    findings.push(finding(Severity::Warning, "content/saved.md"));
    findings.push(finding(Severity::Error, "content/other.md"));
    findings.push(finding(Severity::Error, "content/saved.md"));
    let saved = (0..30).map(|number| format!("content/{number}.md"));
    let saved = std::iter::once("content/saved.md".to_owned()).chain(saved);
    let saved = saved.map(|path| SourcePath::new(&path).unwrap()).collect();
    let edition = Edition { findings, saved, ..edition(3, []) };
    let told = report::report(&edition, "6f", &Prefix::default(), None);
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    let order: Vec<_> = told["findings"].as_array().unwrap().iter().take(4).collect();
    let order: Vec<_> = order
        .iter()
        .map(|finding| (finding["severity"].as_str().unwrap(), finding["saved"] == true))
        .collect();
    assert_eq!(order, [("error", true), ("error", false), ("warning", true), ("warning", false)]);
    assert_eq!((&told["errors"], &told["more"]), (&2.into(), &53.into()));
    assert_eq!(told["saved"].as_array().unwrap().len(), 20);
}

#[test]
fn an_edition_is_written_down_once_for_all_that_are_open() {
    let running = run();
    let server = server(&running);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let told = |edition: &Arc<Edition>, from_here| {
        let from_here = connections::FromHere(from_here);
        runtime.block_on(bulletin::told(&server, edition, from_here)).unwrap()
    };
    fs::write(running.root().join("content/home.md"), "a").unwrap();
    let findings = || {
        let home = Excerpt { file: "content/home.md".to_owned(), spot: None, label: None };
        vec![Finding {
            severity: Severity::Error,
            code: Code::UnknownCommittee,
            message: String::new(),
            excerpts: vec![home],
            help: Vec::new(),
        }]
    };
    let first = Arc::new(Edition { findings: findings(), ..edition(1, []) });
    let (here, elsewhere) = (told(&first, true), told(&first, false));
    assert!(Arc::ptr_eq(&here, &told(&first, true)));
    assert!(Arc::ptr_eq(&elsewhere, &told(&first, false)));
    assert!(here.contains("vscode://file/") && !elsewhere.contains("vscode"), "{elsewhere}");
    // Even if another edition had the same number.
    let second = Arc::new(edition(1, []));
    assert!(!Arc::ptr_eq(&here, &told(&second, true)));
}

/// What all requests of a run have in common, of a preview that nobody asks.
fn server(running: &Running) -> Arc<Server> {
    let hosting = Hosting {
        host: "127.0.0.1".parse().unwrap(),
        port: Some(0),
        allowed_hosts: Vec::new(),
        prefix: Prefix::default(),
        editor: Editor::default(),
        root: running.root(),
        drafts: true,
    };
    Arc::new(Server {
        studio: studio_of(&hosting),
        hosting,
        preview: running.preview.clone(),
        open_pages: OpenPages::default(),
        bulletin: Bulletin::default(),
        session: "6f".to_owned(),
        stopping: watch::Sender::new(false),
    })
}

#[test]
fn when_answering_fails_altogether_it_is_told() {
    let hosting = server(&run()).hosting.clone();
    let studio = studio_of(&hosting);
    let bound = bind(hosting).unwrap();
    let stop = async { panic!("on purpose") };
    let error = answer(bound, studio, Preview::new(), OpenPages::default(), stop).unwrap_err();
    assert_eq!(error.to_string(), "it ended in the middle of its work");
}

#[test]
fn the_preview_stops_at_once_whoever_is_connected() {
    let mut running = run();
    let film = vec![7; 30_000_000];
    fs::write(running.root().join("content/files/film.mp4"), film).unwrap();
    let copy = copy_of("film.mp4", "content/files/film.mp4");
    running.preview.show(edition(2, usual().into_iter().chain([copy])));
    let mut listening = running.listen("/");
    read_until(&mut listening, "id: 2");
    let _half_open = running.connect();
    // Somebody who asks for much and reads nothing.
    let mut stalled = running.connect();
    stalled.write_all(b"GET /film.mp4 HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let mut first = [0; 12];
    stalled.read_exact(&mut first).unwrap();
    let begin = Instant::now();
    running.stop();
    assert!(begin.elapsed() < Duration::from_secs(3), "it took {:?}", begin.elapsed());
    let mut rest = Vec::new();
    listening.read_to_end(&mut rest).unwrap();
    assert!(TcpStream::connect(running.address).is_err());
}
