//! What is kept in `.jumelage/cache` saves work, and changes nothing that is published or told.

use std::collections::BTreeMap;
use std::fs;
use std::time::{Duration, SystemTime};

use crate::program::{Folder, assert_same, tree};

/// A site with a warning and a draft.
fn folder() -> Folder {
    let folder = Folder::with_starter();
    let draft = "---\ntitle: Plans\ndraft: true\n---\nNot yet.\n";
    folder.write("twins/content/pages/plans.md", draft);
    let odd = "---\ntitle: Odd\n---\nSee [here](https://www.example.org/) and the the choir.\n";
    folder.write("twins/content/pages/odd.md", odd);
    folder
}

/// What a build says, and what then lies there, whatever was kept.
fn anew(folder: &Folder, options: &str) -> (String, BTreeMap<String, Vec<u8>>) {
    let said = folder.run(&format!("build twins --no-cache -o anew {options}")).ends(0);
    (said.stderr, tree(&folder.at("anew")))
}

#[track_caller]
fn is_as_anew(folder: &Folder, options: &str, what: &str) {
    let said = folder.run(&format!("build twins -o kept {options}")).ends(0);
    let (stderr, files) = anew(folder, options);
    assert_eq!(said.stderr, stderr, "{what}");
    assert_same(&tree(&folder.at("kept")), &files, what);
}

#[test]
fn what_changes_is_built_again_and_told_again() {
    let folder = folder();
    folder.write("twins/content/files/plan.pdf", "%PDF");
    folder.write("twins/content/files/mark.svg", "<svg viewBox=\"0 0 9 9\"/>");
    is_as_anew(&folder, "", "the first build");
    is_as_anew(&folder, "", "the same again");
    for (path, text) in [
        ("twins/content/pages/odd.md", "---\ntitle: Odd\n---\nThe the choir.\n"),
        ("twins/content/pages/odd.md", "---\ntitle: Even\n---\nThe the choir.\n"),
        ("twins/content/files/mark.svg", "<svg viewBox=\"0 0 8 8\"/>"),
        ("twins/content/files/plan.pdf", "%PDF-1.4"),
        ("twins/content/pages/plans.md", "---\ntitle: Plans\n---\nNow.\n"),
        ("twins/themes/civic/assets/site.css", "h1 { color: green }"),
        ("twins/themes/civic/strings/en.ftl", "section-cities = Friends"),
    ] {
        folder.write(path, text);
        is_as_anew(&folder, "", path);
    }
    fs::remove_file(folder.at("twins/content/files/mark.svg")).expect("it is there");
    is_as_anew(&folder, "", "a drawing less");
    for options in
        ["--drafts", "--today 2031-02-03", "--base-url https://example.org/x/", "--for nginx", ""]
    {
        is_as_anew(&folder, options, options);
    }
}

#[test]
fn nothing_is_made_again_where_all_is_as_it_was() {
    let folder = folder();
    let first = folder.run("build twins").ends(0);
    let again = folder.run("build twins --timings").ends(0);
    let (told, table) = again.stderr.split_once("\nstage").expect("there is a table");
    assert_eq!(told.trim_end(), first.stderr.trim_end());
    assert!(again.stdout.contains("nothing has changed"), "{}", again.stdout);
    assert!(again.stdout.contains("plans.md") && first.stdout.contains("plans.md"));
    assert!(!table.contains("pages") && !table.contains("decoding"), "{table}");
}

#[test]
fn what_somebody_changed_in_the_published_folder_is_put_right() {
    let folder = folder();
    folder.run("build twins").ends(0);
    let whole = tree(&folder.at("twins/public"));
    let home = folder.at("twins/public/index.html");
    for step in 0..3 {
        match step {
            0 => fs::write(&home, "mine").expect("it can be written"),
            1 => fs::remove_file(&home).expect("it is there"),
            _ => fs::remove_dir_all(folder.at("twins/public")).expect("it is there"),
        }
        folder.run("build twins").ends(0);
        assert_same(&tree(&folder.at("twins/public")), &whole, &step.to_string());
    }
}

#[test]
fn whatever_lies_in_the_cache_the_site_is_the_same() {
    let folder = folder();
    folder.run("build twins -o kept").ends(0);
    let kept = || walkdir::WalkDir::new(folder.at("twins/.jumelage/cache")).into_iter().flatten();
    for damage in 0..4 {
        for entry in kept().filter(|entry| entry.file_type().is_file()) {
            let mut bytes = fs::read(entry.path()).expect("it is a file");
            let middle = bytes.len() / 2;
            match damage {
                0 => bytes[middle] ^= 0x55,
                1 => bytes.truncate(middle),
                2 => bytes.clear(),
                _ => bytes = vec![0xff; bytes.len()],
            }
            fs::write(entry.path(), bytes).expect("it can be written");
        }
        is_as_anew(&folder, "", &format!("damage {damage}"));
    }
    fs::remove_dir_all(folder.at("twins/.jumelage")).expect("it is there");
    is_as_anew(&folder, "", "nothing is left");
}

#[test]
fn nothing_is_kept_where_nobody_wants_it() {
    let folder = folder();
    folder.run("build twins --no-cache").ends(0);
    folder.run("check twins --no-cache").ends(0);
    assert_eq!(folder.names("twins"), ["content", "public"]);
}

#[test]
fn what_a_killed_run_has_left_unfinished_goes_the_next_day() {
    let folder = folder();
    folder.run("build twins -o kept").ends(0);
    let left = folder.at("twins/.jumelage/cache/.new-0-0-0");
    for command in ["build twins -o kept --drafts", "check twins"] {
        fs::write(&left, "half a picture").expect("the folder is there");
        let file = fs::File::options().append(true).open(&left).expect("it has just been written");
        let day_before = SystemTime::now() - Duration::from_secs(2 * 24 * 60 * 60);
        file.set_modified(day_before).expect("it is ours");
        folder.run(command).ends(0);
        assert!(!left.exists(), "{command}");
    }
}
