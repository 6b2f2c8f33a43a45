//! Requests that try to read what they may not, or to end the preview.

#![expect(
    clippy::disallowed_methods,
    reason = "files are laid out for it, and how long it takes matters"
)]

use super::*;

#[test]
fn only_what_is_in_the_table_can_be_named() {
    let running = run();
    fs::write(running.root().join("content/secret.txt"), "secret").unwrap();
    fs::write(running.root().parent().unwrap().join("secret.txt"), "secret").unwrap();
    for target in [
        "/../secret.txt",
        "/../../etc/passwd",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/%252e%252e/secret.txt",
        "/..\\secret.txt",
        "/..%5csecret.txt",
        "/content/secret.txt",
        "/assets/../../secret.txt",
        "/assets/%2e%2e/index.html",
        "//etc/passwd",
        "///",
        "/.git/config",
        "/.env",
        "/assets/.env",
        "/c:/windows/win.ini",
        "/%00",
        "/index.html%00",
        "/assets%2fsite.css",
        "/assets//site.css",
        "/./index.html",
        "/%",
        "/%f",
        "/%zz",
        "/%ff%fe",
        "/%c0%ae%c0%ae/",
        "/~root",
        "/@fs/etc/passwd",
        "/@fs/x#/../../etc/passwd",
        "/files/",
        "/index.html/",
        "/assets/site.css/",
        "/.jumelage/",
        "/.jumelage/../index.html",
        "/.jumelage/secret.txt",
        "/.jumelage/a/b",
        "/.jumelage/%2e%2e%2fsecret.txt",
        "/.jumelage/%ff",
        "/.jumelage/%",
        "/%0d%0aSet-Cookie:%20a=b",
        "/INDEX.HTML",
    ] {
        let answer = running.get(target);
        assert_eq!(answer.status, 404, "{target}: {answer:?}");
        assert!(!answer.text().contains("secret") && !answer.text().contains("root:"), "{target}");
    }
}

#[test]
fn a_query_changes_nothing() {
    let running = run();
    for query in ["?", "?raw??", "?import&raw??", "?/../../etc/passwd", "?v=12"] {
        let answer = running.get(&format!("/assets/site.css{query}"));
        assert_eq!((answer.status, answer.text()), (200, "body { color: black }"), "{query}");
    }
}

#[test]
fn the_preview_can_only_be_read() {
    let running = run();
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "get"] {
        let answer = running.ask(method, "/", "");
        assert_eq!((answer.status, answer.header("allow")), (405, Some("GET, HEAD")), "{method}");
    }
    let answer = running.ask("POST", "/.jumelage/events", "Content-Length: 3\r\n");
    assert_eq!(answer.status, 405);
    assert_eq!(running.ask("OPTIONS", "*", "").status, 405);
    let port = running.address.port();
    let connect = format!(
        "CONNECT localhost:{port} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"
    );
    assert_eq!(running.send(connect).status, 405);
}

#[test]
fn a_foreign_host_is_refused_with_a_sentence() {
    let running = run_within(Limits::default(), |hosting| {
        hosting.allowed_hosts = vec![AllowedHost::parse("preview.example").unwrap()];
    });
    let with =
        |hosts: &str| running.send(format!("GET / HTTP/1.1\r\n{hosts}Connection: close\r\n\r\n"));
    for host in ["localhost", "127.0.0.1:99", "[::1]:8000", "preview.example", "LocalHost"] {
        assert_eq!(with(&format!("Host: {host}\r\n")).status, 200, "{host}");
    }
    for host in ["evil.example", "localhost.evil.example:8000", "192.168.1.20", "0.0.0.0"] {
        let answer = with(&format!("Host: {host}\r\n"));
        assert_eq!(answer.status, 403, "{host}");
        assert_eq!(answer.header("content-type"), Some("text/plain; charset=utf-8"));
        assert_eq!(answer.text().lines().count(), 1);
    }
    for hosts in [
        "",
        "Host: \r\n",
        "Host: localhost\r\nHost: localhost\r\n",
        "Host: local host\r\n",
        "Host: localhost\r\nHost: evil.example\r\n",
        "Host: localhost/../\r\n",
        "Host: a@localhost\r\n",
        "Host: [\r\n",
        "Host: localhost, evil.example\r\n",
        "Host: http://localhost\r\n",
    ] {
        let answer = with(hosts);
        assert!([400, 403].contains(&answer.status), "{hosts}: {answer:?}");
    }
    let absolute =
        "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    assert_eq!(running.send(absolute).status, 400);
    let old = running.send("GET / HTTP/1.0\r\n\r\n");
    assert_eq!(old.status, 400);
}

#[test]
fn in_a_network_our_own_address_is_known_and_no_other() {
    let running =
        run_within(Limits::default(), |hosting| hosting.host = "0.0.0.0".parse().unwrap());
    let address = SocketAddr::new("127.0.0.1".parse().unwrap(), running.address.port());
    let status = |host: &str| {
        let mut stream = TcpStream::connect(address).unwrap();
        write!(stream, "GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        read_until(&mut stream, "\r\n\r\n")[9..12].to_owned()
    };
    assert_eq!(status("127.0.0.1:80"), "200");
    assert_eq!(status("127.0.0.2"), "403");
    assert_eq!(status("0.0.0.0"), "403");
    assert_eq!(status("evil.example"), "403");
}

#[test]
fn only_whoever_is_at_this_machine_is_given_links_to_files() {
    let running =
        run_within(Limits::default(), |hosting| hosting.host = "0.0.0.0".parse().unwrap());
    let page = |ip: IpAddr| {
        let mut stream = TcpStream::connect((ip, running.address.port())).unwrap();
        write!(stream, "GET / HTTP/1.1\r\nHost: {ip}\r\nConnection: close\r\n\r\n").unwrap();
        read_until(&mut stream, "</html>")
    };
    assert!(page(Ipv4Addr::LOCALHOST.into()).contains("data-link=\"vscode://file/"));
    // A connection to our own address in the network comes from there, if there is a network.
    for ip in address::in_network(false) {
        let page = page(ip);
        assert!(page.contains("data-source=") && !page.contains("vscode"), "{page}");
    }
}

#[test]
fn a_foreign_origin_is_refused() {
    let running = run();
    let port = running.address.port();
    let own = format!("Origin: http://localhost:{port}\r\n");
    assert_eq!(running.ask("GET", "/", &own).status, 200);
    for origin in
        ["null", "http://evil.example", "https://localhost", "http://localhost", "", "\u{ff}"]
    {
        for target in ["/", "/assets/site.css", "/.jumelage/events", "/nothing"] {
            let answer = running.ask("GET", target, &format!("Origin: {origin}\r\n"));
            assert_eq!(answer.status, 403, "{origin} {target}");
        }
    }
    assert_eq!(running.ask("GET", "/", &format!("{own}{own}")).status, 403);
}

#[test]
fn every_answer_is_for_our_own_pages_alone() {
    let running = run();
    let answers = [
        running.get("/"),
        running.get("/assets/site.css"),
        running.get("/files/market.jpg"),
        running.get("/nothing"),
        running.get("/cities/les-cayes"),
        running.get("/.jumelage/preview.js"),
        running.get("/.jumelage/events"),
        running.ask("POST", "/", ""),
        running.ask("GET", "/", "Origin: http://evil.example\r\n"),
        running.ask("GET", "/assets/site.css", "Range: bytes=900-\r\n"),
    ];
    for answer in answers {
        assert_eq!(
            answer.header("cross-origin-resource-policy"),
            Some("same-origin"),
            "{answer:?}"
        );
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{answer:?}");
        let caching = answer.header("cache-control").unwrap();
        assert!(["no-cache", "no-store"].contains(&caching), "{answer:?}");
        assert!(!answer.head.to_lowercase().contains("access-control"), "{answer:?}");
    }
}

#[test]
fn no_bytes_end_the_preview() {
    let running = run();
    let mut hostile: Vec<Vec<u8>> = vec![
        b"\0\0\0\0".to_vec(),
        b"\r\n\r\n\r\n\r\n".to_vec(),
        b"GET\r\n\r\n".to_vec(),
        b"GET / HTTP/9.9\r\n\r\n".to_vec(),
        b"GET / HTTP/1.1\r\nHost: \xff\xfe\x80\r\n\r\n".to_vec(),
        b"GET /\xff\xfe HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".to_vec(),
        b"GET / HTTP/1.1\r\nHost: localhost\r\nOrigin: \x01\x7f\r\n\r\n".to_vec(),
        b"GET / HTTP/1.1\r\nHost: localhost\r\nHost localhost\r\n\r\n".to_vec(),
        b"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n".to_vec(),
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(),
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".to_vec(),
    ];
    for header in ["Range", "If-None-Match", "If-Range", "Connection", "Expect", "Upgrade"] {
        for value in
            [&b"\xff"[..], b"\"", b"bytes=\xff-", b"W/", b"*,*,*", b"bytes=--1", b"100-continue"]
        {
            let mut request =
                format!("GET /assets/site.css HTTP/1.1\r\nHost: localhost\r\n{header}: ")
                    .into_bytes();
            request.extend_from_slice(value);
            request.extend_from_slice(b"\r\nConnection: close\r\n\r\n");
            hostile.push(request);
        }
    }
    for request in hostile {
        let mut stream = running.connect();
        let _ = stream.write_all(&request);
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        assert_eq!(running.get("/").status, 200, "{}", request.escape_ascii());
    }
}

#[test]
fn a_large_head_is_refused() {
    let running = run();
    let fits = format!("X-Large: {}\r\n", "a".repeat(12 * 1024));
    assert_eq!(running.ask("GET", "/", &fits).status, 200);
    let large = format!("X-Large: {}\r\n", "a".repeat(16 * 1024));
    assert_eq!(running.ask("GET", "/", &large).status, 431);
    let address = format!("/{}", "a".repeat(17 * 1024));
    assert!([414, 431].contains(&running.get(&address).status));
}

#[test]
fn a_head_that_does_not_come_ends_its_connection() {
    let limits = Limits { head_time: Duration::from_millis(100), ..Limits::default() };
    let running = run_within(limits, |_| {});
    let mut listening = running.listen("/");
    for beginning in [&b""[..], b"GET / HTTP/1.1\r\nHost: loc"] {
        let mut stream = running.connect();
        stream.write_all(beginning).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("the preview closes it before the patience ends");
    }
    // Who has sent a head may stay.
    running.preview.show(edition(2, usual()));
    read_until(&mut listening, "id: 2");
}

#[test]
fn a_flood_of_connections_keeps_nobody_waiting() {
    let limits = Limits { connections: 16, ..Limits::default() };
    let running = run_within(limits, |_| {});
    let mut listening = running.listen("/");
    read_until(&mut listening, "event: edition");
    let mut flood: Vec<_> = (0..100).map(|_| running.connect()).collect();
    for stream in &mut flood {
        let _ = stream.write_all(b"GET / HTTP/1.1\r\n");
    }
    for _ in 0..10 {
        let begin = Instant::now();
        assert_eq!(running.get("/").status, 200);
        assert!(begin.elapsed() < Duration::from_secs(5), "the heads of the others are waited for");
    }
    running.preview.show(edition(2, usual()));
    read_until(&mut listening, "id: 2");
}

#[cfg(unix)]
#[test]
fn a_copy_never_leaves_the_site() {
    use std::os::unix::fs::symlink;
    let running = run();
    let root = running.root();
    let outside = root.parent().unwrap().join("secret.txt");
    fs::write(&outside, "secret").unwrap();
    fs::write(root.join("notes.txt"), "secret").unwrap();
    let files = root.join("content/files");
    symlink(&outside, files.join("out.txt")).unwrap();
    symlink(root.parent().unwrap(), files.join("folder")).unwrap();
    symlink("../../notes.txt", files.join("root.txt")).unwrap();
    symlink("market.jpg", files.join("inside.jpg")).unwrap();
    fs::create_dir(files.join("directory.txt")).unwrap();
    let fifo = files.join("pipe.txt");
    assert!(std::process::Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    let _socket = std::os::unix::net::UnixListener::bind(files.join("socket.txt")).unwrap();
    let names = [
        "out.txt",
        "folder/secret.txt",
        "root.txt",
        "directory.txt",
        "pipe.txt",
        "socket.txt",
        "gone.txt",
    ];
    let copies = names
        .iter()
        .chain(&["inside.jpg"])
        .map(|name| copy_of(&format!("files/{name}"), &format!("content/files/{name}")));
    let elsewhere = [copy_of("notes.txt", "notes.txt")];
    running.preview.show(edition(2, copies.chain(elsewhere)));
    for name in names {
        let answer = running.get(&format!("/files/{name}"));
        assert_eq!(answer.status, 404, "{name}");
        assert!(!answer.text().contains("secret"));
    }
    assert_eq!(running.get("/notes.txt").status, 404);
    assert_eq!(running.get("/files/inside.jpg").text(), "0123456789");
}
