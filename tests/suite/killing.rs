//! A build that is killed at any moment leaves one whole site, the old or the new.
#![cfg(unix)]

use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::program::{Folder, TODAY, Tree, assert_same, jumelage, tree};

/// Each of the two halves of the test kills this many builds.
const KILLS: usize = 50;

/// How many cities the site has, beside those of the starter.
const CITIES: usize = 12;

/// The versions of the site.
const COLOURS: [&str; 2] = ["red", "blue"];

/// When a build is killed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Moment {
    /// Any, from its first to its last.
    Any,
    /// Any from the one in which it begins to write.
    Writing,
}

#[test]
fn whenever_a_build_is_killed_there_is_one_whole_site() {
    kill_builds(Moment::Any);
}

#[test]
fn whenever_a_build_is_killed_while_it_publishes_there_is_one_whole_site() {
    kill_builds(Moment::Writing);
}

/// Kills build after build, which publish two versions of a site in turn.
fn kill_builds(moment: Moment) {
    let folder = site();
    let versions = COLOURS.map(|colour| build(&folder, colour));
    assert_all_differ(&versions[0], &versions[1]);

    let mut random = Random(20_260_501);
    let mut duration = Duration::from_millis(100);
    let mut killed = 0;
    for round in 0..KILLS {
        let (colour, version) = (COLOURS[round % 2], &versions[round % 2]);
        let (mut child, _) = start(&folder, colour, moment);
        thread::sleep(duration.mul_f64(random.next()));
        child.kill().expect("it can be killed, or has ended");
        let status = child.wait().expect("it has ended");
        killed += usize::from(status.signal() == Some(9));
        let public = tree(&folder.at("public"));
        assert!(versions.contains(&public), "round {round}: a mixture of {:?}", public.keys());

        let (mut child, begun) = start(&folder, colour, moment);
        let status = child.wait().expect("it has ended");
        duration = begun.elapsed();
        assert!(status.success(), "round {round}: the next build: {status}");
        assert_same(version, &tree(&folder.at("public")), &format!("round {round}"));
        assert_eq!(folder.names(""), ["blue", "public", "red"], "round {round}");
    }
    assert!(killed > KILLS / 3, "only {killed} builds were killed, the others had ended before");
}

/// A folder with two versions of a site, of which no page is the same.
fn site() -> Folder {
    let folder = Folder::in_memory();
    for colour in COLOURS {
        folder.run(&format!("init {colour}")).ends(0);
        let settings = format!("{colour}/content/site.yaml");
        folder.replace(&settings, "Sister Cities of Rivermouth", &format!("The {colour} cities"));
        for number in 0..CITIES {
            let story = format!(
                "---\nname: City {number}\ncountry: JP\nrelationship: {{ kind: sister, status: active, established: 1998 }}\n\
                 ---\nA {colour} story.\n"
            );
            folder.write(&format!("{colour}/content/cities/city-{number}.md"), &story);
        }
    }
    folder
}

/// Starts a build, and waits for the first moment at which it may be killed.
fn start(folder: &Folder, colour: &str, moment: Moment) -> (Child, Instant) {
    let mut command = jumelage(&folder.at(""));
    command.args(["build", colour, "-o", "public", "--today", TODAY]);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().expect("the program starts");
    if moment == Moment::Writing {
        let lock = folder.at(".public.jumelage-lock");
        while !lock.exists() && child.try_wait().expect("it is our child").is_none() {
            thread::sleep(Duration::from_micros(200));
        }
    }
    (child, Instant::now())
}

fn build(folder: &Folder, colour: &str) -> Tree {
    folder.run(&format!("build {colour} -o public --today {TODAY}")).ends(0);
    tree(&folder.at("public"))
}

#[track_caller]
fn assert_all_differ(one: &Tree, other: &Tree) {
    assert!(one.keys().eq(other.keys()), "the two versions have the same pages");
    let pages = one.iter().filter(|(path, _)| path.ends_with(".html"));
    let same: Vec<_> = pages.filter(|(path, page)| other.get(*path) == Some(page)).collect();
    assert!(one.len() > CITIES && same.is_empty(), "these are the same: {same:?}");
}

/// The same numbers in every run.
struct Random(u64);

impl Random {
    /// A number from 0 to 1, by the generator of Lehmer, with the numbers of Park and Miller.
    fn next(&mut self) -> f64 {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        self.0 as f64 / 2_147_483_647.0
    }
}
