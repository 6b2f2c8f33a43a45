//! What a volunteer and a script may count on at the command line: words, formats, exit statuses.

use std::fs::{self, File};
use std::process::Command;

use serde_json::Value;

use crate::program::{Folder, Said, assert_same, jumelage, tree, visit};

/// The event of the starter site.
const EVENT: &str = "twins/content/events/2003-first-delegation.md";

/// A folder with a site that is published, and has had a mistake since.
fn broken() -> Folder {
    let folder = Folder::with_starter();
    folder.run("build twins").ends(0);
    folder.replace(EVENT, "[port-belle]", "[port-bele]");
    folder
}

/// A folder with a site about which there is a warning: a city that nothing binds to the home.
fn doubtful() -> Folder {
    let folder = Folder::with_starter();
    folder.write("twins/content/cities/kobe.md", "---\nname: Kobe\ncountry: JP\n---\n");
    folder
}

#[test]
fn a_new_site_builds_at_once_and_shows_what_was_written() {
    let folder = Folder::new();
    let said = folder.run("init twins").ends(0);
    assert!(said.stdout.ends_with("\n  jumelage build twins\n"), "{}", said.stdout);
    assert_eq!(said.stderr, "");

    let said = folder.run("build twins").ends(0);
    assert!(said.stdout.contains(" pages in twins/public: "), "{}", said.stdout);
    assert!(!said.stderr.contains("warning"), "{}", said.stderr);

    let home = folder.read("twins/public/index.html");
    for words in ["<html lang=\"en\"", "Friends across the water", "has one sister city"] {
        assert!(home.contains(words), "{words}\n{home}");
    }
    let city = folder.read("twins/public/cities/port-belle/index.html");
    for words in ["<h1", "Port-Belle", "Pòbèl", "lang=\"ht\"", "June 1998", "choir", "Haiti"] {
        assert!(city.contains(words), "{words}\n{city}");
    }
    let event = folder.read("twins/public/events/2003-first-delegation/index.html");
    for words in ["First delegation to Port-Belle", "residents of Rivermouth", "concerts"] {
        assert!(event.contains(words), "{words}\n{event}");
    }
    assert_eq!(folder.names("twins"), [".jumelage", "content", "public"]);
}

#[test]
fn the_second_build_of_the_same_site_touches_nothing() {
    let folder = Folder::with_starter();
    folder.run("build twins").ends(0);
    let before = stamps(&folder);
    let said = folder.run("build twins").ends(0);
    assert!(said.stdout.contains("nothing has changed"), "{}", said.stdout);
    assert_eq!(stamps(&folder), before);
}

#[test]
fn how_long_each_part_of_the_work_took_is_told_when_asked_for() {
    let folder = Folder::with_starter();
    assert!(!folder.run("build twins").ends(0).stderr.contains("elapsed"));
    let table = folder.run("build twins --timings --no-cache").ends(0).stderr;
    let stages: Vec<&str> =
        table.lines().filter_map(|line| line.get(..28)).map(str::trim).collect();
    for stage in ["reading the files", "pages", "open data", "checking every link", "search index"]
    {
        assert!(stages.contains(&stage), "{stage}\n{table}");
    }
    // What did not happen has no line: nothing is written where nothing has changed.
    assert!(!stages.contains(&"writing") && !stages.contains(&"files for the host"), "{table}");
    // Whoever adds the lines up has the last one.
    let seconds = |line: &str| {
        let time = line.get(28..38).and_then(|time| time.trim().strip_suffix(" s"));
        time.and_then(|time| time.parse::<f64>().ok())
    };
    let times: Vec<f64> = table.lines().filter_map(seconds).collect();
    let (all, parts) = times.split_last().expect("there are times");
    let rounding = 0.001 * times.len() as f64;
    assert!((parts.iter().sum::<f64>() - all).abs() < rounding, "{table}");

    // It is told too when the content has errors, and beside what other programs read.
    let said = broken().run("check twins --timings --format json").ends(1);
    assert!(said.stderr.contains("decoding the files"), "{}", said.stderr);
    serde_json::from_str::<Value>(&said.stdout).expect("it is JSON");
}

#[test]
fn any_number_of_threads_makes_the_same_pages() {
    let folder = Folder::with_starter();
    folder.run("build twins --no-cache --jobs 1 -o one").ends(0);
    folder.run("build twins --no-cache --jobs 7 -o seven").ends(0);
    assert_same(&tree(&folder.at("one")), &tree(&folder.at("seven")), "one thread, and seven");
    folder.run("build twins --jobs 0").ends(2).complains("0 is not in 1..=1024");
    folder.run("check twins --jobs two").ends(2).complains("invalid digit");
}

#[test]
fn a_site_is_built_where_one_stands() {
    let folder = Folder::with_starter();
    Said::by(jumelage(&folder.at("twins")).arg("build")).ends(0);
    assert!(folder.at("twins/public/index.html").is_file());
    folder.run("build twins -o www").ends(0);
    assert!(folder.at("www/index.html").is_file());
}

#[test]
fn init_does_not_touch_a_folder_in_which_there_is_something() {
    let folder = Folder::new();
    folder.write("twins/thesis.doc", "ten years of work");
    folder.write("file", "text");
    for name in ["twins", "file", "."] {
        let said = folder.run(&format!("init {name}")).ends(2);
        let said = said.complains(&format!("there is something in `{name}` already"));
        assert_eq!(said.stdout, "");
    }
    assert_eq!(folder.names("twins"), ["thesis.doc"]);
    assert_eq!(folder.names(""), ["file", "twins"]);

    fs::create_dir(folder.at("empty")).unwrap();
    folder.run("init empty").ends(0);
}

#[test]
fn a_broken_site_is_not_published_and_the_old_pages_stay() {
    let folder = broken();
    let before = stamps(&folder);
    for command in ["build twins", "check twins", "build twins --format json"] {
        folder.run(command).ends(1);
        assert_eq!(stamps(&folder), before, "{command}");
        assert_eq!(folder.names("twins"), [".jumelage", "content", "public"], "{command}");
    }
    let said = folder.run("build twins").ends(1);
    assert_eq!(said.stdout, "");
    said.complains("error[unknown-city]: no city is called `port-bele`")
        .complains("content/events/2003-first-delegation.md:5:10")
        .complains("did you mean `port-belle`?")
        .complains("1 error: nothing was written, the pages in twins/public are as they were");
}

#[test]
fn strict_takes_a_warning_for_an_error() {
    let folder = doubtful();
    for command in ["check twins", "build twins"] {
        folder.run(command).ends(0).complains("warning[no-relationship]").complains("1 warning");
        folder.run(&format!("{command} --strict")).ends(1).complains("error[no-relationship]");
    }
}

#[test]
fn a_command_that_is_not_understood_ends_with_2_and_says_what_could_be_meant() {
    let folder = Folder::with_starter();
    folder.run("").ends(2).complains("jumelage init my-site");
    folder.run("bild").ends(2).complains("'build'");
    folder.run("init").ends(2).complains("<DIR>");
    folder.run("build twins --stric").ends(2).complains("'--strict'");
    folder.run("build twins --format xml").ends(2).complains("human, json, sarif, github");
    folder.run("build twins --today tomorrow").ends(2).complains("such as 2027-01-01");
    folder.run("build twins --base-url example.org").ends(2).complains("https://");
    assert_eq!(folder.names("twins"), ["content"]);
}

#[test]
fn a_folder_that_is_not_there_ends_with_2() {
    let folder = Folder::new();
    for command in ["build nowhere", "check nowhere", "build nowhere -o www"] {
        let said = folder.run(command).ends(2).complains("there is no folder `nowhere`");
        said.complains("give the folder that holds `content`");
    }
    folder.write("file", "text");
    folder.run("build file").ends(2).complains("`file` is not a folder");
    assert_eq!(folder.names(""), ["file"]);
}

#[test]
fn a_folder_without_a_site_ends_with_1() {
    let folder = Folder::with_starter();
    folder.run("build twins/content").ends(1).complains("run this in the folder that holds");
    assert_eq!(folder.names("twins"), ["content"]);
}

#[test]
fn the_site_is_not_published_over_itself() {
    let folder = Folder::with_starter();
    let before = folder.names("twins/content");
    for target in ["twins", ".", "twins/content", "twins/content/cities"] {
        let said = folder.run(&format!("build twins -o {target}")).ends(2);
        said.complains("cannot publish to").complains("such as `-o public`");
    }
    folder.write("letters/1998.txt", "Dear friends");
    folder.run("build twins -o letters").ends(2).complains("has been left as it is");
    assert_eq!(folder.names("letters"), ["1998.txt"]);
    assert_eq!(folder.names("twins/content"), before);
    assert_eq!(folder.names("twins"), ["content"]);
}

#[test]
fn two_builds_do_not_publish_at_once() {
    let folder = Folder::with_starter();
    folder.write("twins/.public.jumelage-lock", "4711\n");
    let other = File::open(folder.at("twins/.public.jumelage-lock")).unwrap();
    other.lock().unwrap();
    folder.run("build twins").ends(3).complains("another build (process 4711) is publishing");
    assert!(!folder.at("twins/public").exists());
    drop(other);
    folder.run("build twins").ends(0);
    assert_eq!(folder.names("twins"), [".jumelage", "content", "public"]);
}

#[test]
fn programs_read_what_is_wrong_on_the_standard_output() {
    let folder = broken();
    let parsed = |format: &str| -> Value {
        let said = folder.run(&format!("check twins --format {format}")).ends(1);
        assert_eq!(said.stderr, "");
        serde_json::from_str(&said.stdout).expect("it is JSON")
    };
    let json = parsed("json");
    assert_eq!(json["findings"][0]["code"], "unknown-city");
    assert_eq!(json["findings"][0]["places"][0]["line"], 5);
    let sarif = parsed("sarif");
    assert_eq!(sarif["version"], "2.1.0");
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "unknown-city");

    let github = folder.run("check twins --format github").ends(1);
    let place = "::error file=content/events/2003-first-delegation.md,line=5,";
    assert!(github.stdout.starts_with(place), "{}", github.stdout);
    assert!(github.stdout.lines().all(|line| line.starts_with("::")), "{}", github.stdout);
}

#[test]
fn programs_can_read_that_nothing_is_wrong() {
    let folder = Folder::with_starter();
    folder.replace("twins/content/site.yaml", "# base_url", "base_url");
    for command in ["build", "check"] {
        let said = folder.run(&format!("{command} twins --format json")).ends(0);
        let json: Value = serde_json::from_str(&said.stdout).expect("it is JSON");
        assert_eq!(json["findings"], Value::Array(Vec::new()));
        assert_eq!(folder.run(&format!("{command} twins --format github")).ends(0).stdout, "");
    }
}

#[test]
fn every_kind_of_mistake_is_explained() {
    let folder = Folder::new();
    let all = folder.run("explain").ends(0).stdout;
    assert!(all.lines().count() > 40, "{all}");
    for line in all.lines() {
        let name = line.split_whitespace().next().expect("each line names one");
        let said = folder.run(&format!("explain {name}")).ends(0);
        assert!(said.stdout.contains(&format!("[{name}]")), "{}", said.stdout);
    }
    let copied = folder.run("explain error[unknown-city]:").ends(0);
    assert_eq!(copied.stdout, folder.run("explain unknown-city").ends(0).stdout);
    folder.run("explain unknown-ctiy").ends(2).complains("did you mean `unknown-city`?");
    folder.run("explain xyzzy").ends(2).complains("`jumelage explain` lists all of them");
}

#[test]
fn drafts_are_published_when_asked_for() {
    let folder = Folder::with_starter();
    folder.replace(EVENT, "kind: delegation-out", "kind: delegation-out\ndraft: true");
    let page = folder.at("twins/public/events/2003-first-delegation/index.html");
    folder.run("build twins --drafts").ends(0);
    assert!(page.is_file());
    folder.run("build twins").ends(0);
    assert!(!page.exists());
}

#[test]
fn the_site_is_made_as_of_the_day_that_is_given() {
    let folder = Folder::with_starter();
    let city = "twins/public/cities/port-belle/index.html";
    for (today, years) in [("2018-07-01", "20 years ago"), ("2023-07-01", "25 years ago")] {
        folder.run(&format!("build twins --today {today}")).ends(0);
        assert!(folder.read(city).contains(years), "{}", folder.read(city));
    }
}

#[test]
fn the_address_that_is_given_goes_before_that_of_the_site() {
    let folder = Folder::with_starter();
    folder.replace("twins/content/site.yaml", "# base_url", "base_url");
    folder.run("build twins --base-url https://preview.example/7").ends(0);
    let sitemap = folder.read("twins/public/sitemap.xml");
    assert!(sitemap.contains("<loc>https://preview.example/7/cities/port-belle/</loc>"));
    assert!(!sitemap.contains("www.example.org"), "{sitemap}");
}

#[test]
fn the_schema_of_a_kind_of_file_is_for_editors() {
    let folder = Folder::new();
    let list = folder.run("schema").ends(0).stdout;
    assert!(list.contains("city           content/cities/ID.md\n"), "{list}");
    for names in ["schema city", "schema cities", "schema organization", "schema site"] {
        let schema: Value = serde_json::from_str(&folder.run(names).ends(0).stdout).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert!(schema["$id"].is_null(), "{schema}");
    }
    let words = folder.run("schema city --translation").ends(0).stdout;
    assert!(words.contains("\"name\"") && !words.contains("\"country\""), "{words}");
    folder.run("schema citty").ends(2).complains("did you mean `city`?");
    folder.run("schema areas --translation").ends(2).complains("one text per language");
}

#[test]
fn a_reader_that_goes_away_is_no_mistake() {
    let folder = broken();
    for (arguments, status) in [
        ("explain", 0),
        ("--help", 0),
        ("check twins --format json", 1),
        ("build twins", 1),
        ("init other", 0),
    ] {
        let gone = || std::io::pipe().expect("a new pipe").1;
        let mut command = jumelage(&folder.at(""));
        let command = command.args(arguments.split_whitespace()).stdout(gone());
        Said::by(command).ends(status);
        let _ = fs::rename(folder.at("other"), folder.at("another"));
        command.stderr(gone());
        Said::by(command).ends(status);
    }
}

#[test]
fn colour_is_for_terminals() {
    let folder = broken();
    let said = Said::by(jumelage(&folder.at("")).args(["check", "twins"]).env("TERM", "xterm"));
    assert!(!said.stderr.contains('\u{1b}'), "{}", said.stderr);

    let terminal = on_a_terminal(&folder).output().expect("Python is installed");
    let terminal = String::from_utf8(terminal.stdout).unwrap();
    assert!(terminal.contains("\u{1b}[1;31merror[unknown-city]\u{1b}[0m"), "{terminal}");

    let plain = on_a_terminal(&folder).env("NO_COLOR", "1").output().unwrap();
    let plain = String::from_utf8(plain.stdout).unwrap();
    assert!(plain.contains("error[unknown-city]") && !plain.contains('\u{1b}'), "{plain}");
}

/// `jumelage check`, where Python plays the terminal.
fn on_a_terminal(folder: &Folder) -> Command {
    let program = jumelage(&folder.at(""));
    let mut command = Command::new("python3");
    command
        .args(["-c", "import pty, sys; pty.spawn(sys.argv[1:])"])
        .arg(program.get_program())
        .args(["check", "twins"])
        .current_dir(folder.at(""))
        .env_remove("NO_COLOR")
        .env("TERM", "xterm");
    command
}

/// Which file each page of `twins` is, when it was written, and what is in it.
fn stamps(folder: &Folder) -> Vec<(String, u64, i64, Vec<u8>)> {
    use std::os::unix::fs::MetadataExt;

    let mut stamps = Vec::new();
    visit(&folder.at("twins/public"), "", &mut |path, file| {
        let metadata = file.metadata().expect("it is a file");
        let nanoseconds = metadata.mtime() * 1_000_000_000 + metadata.mtime_nsec();
        stamps.push((
            path.to_owned(),
            metadata.ino(),
            nanoseconds,
            fs::read(file).expect("it is a file"),
        ));
    });
    stamps.sort();
    assert!(!stamps.is_empty(), "there is no site");
    stamps
}

#[test]
fn what_is_left_out_is_listed_with_the_reason() {
    let folder = Folder::with_starter();
    let page = |name: &str, facts: &str| {
        folder.write(&format!("twins/content/pages/{name}.md"), &format!("---\n{facts}---\n"));
    };
    page("plan", "title: A plan\ndraft: true\n");
    page("soon", "title: Soon\npublish_from: 2026-06-01\n");
    page("past", "title: Past\nexpires: 2026-04-30\n");
    let list = "\
left out: content/pages/past.md: its last day was 2026-04-30
left out: content/pages/plan.md: it is a draft
left out: content/pages/soon.md: it will be published from 2026-06-01 on
";
    for command in ["build", "check"] {
        let said = folder.run(&format!("{command} twins --today 2026-05-01")).ends(0);
        assert!(said.stdout.starts_with(list), "{}", said.stdout);
        let said = folder.run(&format!("{command} twins --today 2026-05-01 --drafts")).ends(0);
        assert!(!said.stdout.contains("left out"), "{}", said.stdout);
    }
    let said = folder.run("check twins --today 2026-05-01 --format json").ends(0);
    let json: Value = serde_json::from_str(&said.stdout).expect("it is JSON");
    let withheld = json["withheld"].as_array().expect("it is a list");
    assert_eq!(withheld[0]["why"], "expired");
    assert_eq!(withheld[1]["why"], "draft");
    assert_eq!(withheld[1].get("day"), None);
    assert_eq!(withheld[2]["file"], "content/pages/soon.md");
    assert_eq!(withheld[2]["day"], "2026-06-01");
}
