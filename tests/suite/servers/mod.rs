//! The example on real web servers, below a path, as `--for` makes it ready: each link, former address
//! and header holds.

mod apache;
mod nginx;
mod visit;

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{fs, thread};

use crate::program::{Folder, Said, TODAY, jumelage, repository, visit as visit_files};

/// Where the site is to be.
const BASE_URL: &str = "https://www.example.org/twins/";

/// Former addresses of the example.
const REDIRECTS: &str = "\
- { from: /sister-cities/aux-cayes.html, to: 'city:les-cayes' }
- { from: /old/page, to: / }
- { from: '/São Tomé/', to: 'events' }
- { from: /show.aspx, to: 'https://www.example.org/join?x=1' }
- { from: /old/faq.html, to: faq }
- { from: '/old/faq.html#haiti', to: 'city:les-cayes' }
";

/// The example, made ready for a host: a folder, and in it the site.
fn example_for(host: &str) -> (Folder, PathBuf) {
    let folder = Folder::in_memory();
    visit_files(&repository().join("content"), "", &mut |path, file| {
        let copy = folder.at("site/content").join(path);
        fs::create_dir_all(copy.parent().expect("it is in the folder")).expect("a new folder");
        fs::copy(file, copy).expect("a new file");
    });
    folder.write("site/content/redirects.yaml", REDIRECTS);
    folder.write("site/content/files/visit.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
    folder.write("site/content/files/ways.geojson", "{}");
    let mut build = jumelage(&folder.at(""));
    build.args(["build", "site", "--today", TODAY, "--base-url", BASE_URL, "-o", "public"]);
    Said::by(build.args(["--for", host, "--compress"])).ends(0);
    // A server that was started by root reads it as somebody else.
    fs::set_permissions(folder.at(""), fs::Permissions::from_mode(0o755)).expect("it is ours");
    let site = folder.at("public");
    (folder, site)
}

/// A web server, until it is dropped.
struct Server {
    process: Child,
    port: u16,
}

impl Server {
    /// Starts a program of Debian's, once its settings for a port have been written.
    fn start(program: &str, arguments: &[&Path], write: impl FnOnce(u16)) -> Self {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let port = free.local_addr().expect("it has an address").port();
        drop(free);
        write(port);
        let process = Command::new(program)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            // It would tell of each page that is not there.
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{program}: {error}; tests/run installs it"));
        let server = Self { process, port };
        let begun = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            assert!(begun.elapsed() < Duration::from_secs(20), "{program} does not answer");
            thread::sleep(Duration::from_millis(20));
        }
        server
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
