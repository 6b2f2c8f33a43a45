//! Tests that stop publishing at every single step.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "these tests look at the disk as an owner would")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::fault::{self, Fault};
use super::{manifest, publish};
use crate::output::{Contents, Origin, Output, OutputFile, Visibility};
use crate::progress::Progress;
use crate::shelf::Shelf;
use crate::studio::Studio;
use crate::values::{OutputPath, SourcePath};

type Tree = BTreeMap<PathBuf, String>;

/// A site with pages that stay, change, come and go, a picture, and an output folder that holds
/// a repository of its owner's.
struct Scene {
    disk: tempfile::TempDir,
}

impl Scene {
    fn new() -> Self {
        let disk = tempfile::tempdir().unwrap();
        fs::create_dir(disk.path().join("site")).unwrap();
        fs::write(disk.path().join("site/tea.jpg"), "a picture").unwrap();
        Self { disk }
    }

    fn with_old_site() -> Self {
        let scene = Self::new();
        scene.publish(&old_output()).unwrap();
        fs::write(scene.path("CNAME"), "twins.example").unwrap();
        fs::create_dir_all(scene.path(".git/refs/heads")).unwrap();
        fs::create_dir(scene.path(".git/refs/tags")).unwrap();
        fs::write(scene.path(".git/refs/heads/main"), "1f0e").unwrap();
        std::os::unix::fs::symlink("CNAME", scene.path("alias")).unwrap();
        scene
    }

    fn publish(&self, output: &Output) -> super::Result<super::Report> {
        let root = self.disk.path().join("site");
        let studio = Studio::new(&root, Shelf::of(&root));
        publish(output, &studio, &self.path(""), Progress::untold())
    }

    fn path(&self, path: &str) -> PathBuf {
        self.disk.path().join("public").join(path)
    }

    fn site(&self) -> Tree {
        tree(&self.path(""))
    }

    /// What lies beside the output folder and the site.
    fn beside(&self) -> Vec<String> {
        let names = fs::read_dir(self.disk.path()).unwrap();
        let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name != "site" && name != "public").collect()
    }
}

/// Every file and link with what it says, and every folder.
fn tree(folder: &Path) -> Tree {
    let mut tree = Tree::new();
    for entry in WalkDir::new(folder).min_depth(1).into_iter().filter_map(Result::ok) {
        let says = match entry.file_type() {
            kind if kind.is_dir() => "a folder".to_owned(),
            kind if kind.is_symlink() => {
                format!("-> {}", entry.path().read_link().unwrap().display())
            }
            _ => fs::read_to_string(entry.path()).unwrap(),
        };
        tree.insert(entry.path().strip_prefix(folder).unwrap().to_owned(), says);
    }
    tree
}

fn output(pages: &[(&str, &str)]) -> Output {
    let page = |&(path, text): &(&str, &str)| OutputFile {
        path: OutputPath::new(path).unwrap(),
        contents: match text.strip_prefix("copy of ") {
            Some(source) => Contents::CopyOf(SourcePath::new(source).unwrap()),
            None => Contents::Bytes(text.to_owned().into()),
        },
        origin: Origin::Program("a test"),
        visibility: Visibility::Public,
    };
    Output::collect(pages.iter().map(page)).0
}

fn old_output() -> Output {
    output(&[
        ("index.html", "old home"),
        ("404.html", "not found"),
        ("cities/kobe/index.html", "Kobe"),
        ("files/tea.jpg", "copy of tea.jpg"),
    ])
}

fn new_output() -> Output {
    output(&[
        ("index.html", "new home"),
        ("404.html", "not found"),
        ("cities/haiti/index.html", "Les Cayes"),
        ("files/tea.jpg", "copy of tea.jpg"),
        ("files/tea-small.jpg", "copy of tea.jpg"),
    ])
}

/// Publishes with a fault at each step in turn, until no step is left to fail at. Each time the
/// old or the new site must stand whole, and the next build must put everything right.
fn interrupt_everywhere(fault: fn(usize) -> Fault, scene: fn() -> Scene) {
    let goal = scene();
    goal.publish(&new_output()).unwrap();
    for step in 0.. {
        let scene = scene();
        let before = scene.site();
        let (result, reached) = fault::with(fault(step), || scene.publish(&new_output()));
        let site = if scene.path("").exists() { scene.site() } else { Tree::new() };
        let whole = if site == before { &before } else { &goal.site() };
        let set_aside = scene.disk.path().join(".public.jumelage-old");
        if site.is_empty() && set_aside.exists() {
            // Where folders cannot be swapped there is a moment in between.
            assert_eq!(tree(&set_aside), before, "step {step}");
        } else {
            assert_eq!(&site, whole, "step {step}");
        }
        assert!(reached || result.is_ok(), "step {step}: {result:?}");
        if result.is_ok() {
            assert_eq!(site, goal.site(), "step {step}");
        }

        scene.publish(&new_output()).unwrap();
        assert_eq!(scene.site(), goal.site(), "after step {step}");
        assert_eq!(scene.beside(), [""; 0], "after step {step}");
        if !reached {
            assert!(step > 10, "only {step} steps");
            return;
        }
    }
}

#[test]
fn a_build_killed_at_any_step_leaves_the_old_site_or_the_new() {
    interrupt_everywhere(Fault::Dies, Scene::with_old_site);
}

#[test]
fn a_first_build_killed_at_any_step_does_not_stop_the_next() {
    interrupt_everywhere(Fault::Dies, Scene::new);
}

#[test]
fn any_step_may_fail() {
    interrupt_everywhere(Fault::Fails, Scene::with_old_site);
}

#[test]
fn any_step_may_fail_where_folders_cannot_be_swapped() {
    fault::without_exchange(|| {
        interrupt_everywhere(Fault::Dies, Scene::with_old_site);
        interrupt_everywhere(Fault::Fails, Scene::with_old_site);
    });
}

#[test]
fn a_failed_step_is_cleaned_up_at_once() {
    for step in 0.. {
        let scene = Scene::with_old_site();
        let (result, reached) = fault::with(Fault::Fails(step), || scene.publish(&new_output()));
        if result.is_ok() && !reached {
            break;
        }
        // The step that failed may be the cleaning itself, or the removal of the lock.
        if let Err(error) = result
            && !error.to_string().starts_with("cannot remove")
        {
            let beside = scene.beside();
            assert!(beside.iter().all(|name| !name.ends_with("-old")), "step {step}: {beside:?}");
            assert_eq!(beside, [""; 0], "step {step}: {error}");
        }
    }
}

#[test]
fn what_appears_while_a_build_is_killed_is_kept() {
    for step in 0.. {
        let scene = Scene::with_old_site();
        let (_, reached) = fault::with(Fault::Dies(step), || scene.publish(&new_output()));
        let present = if scene.path("").exists() { "public" } else { ".public.jumelage-old" };
        let present = scene.disk.path().join(present);
        // As git does: a new file takes the old one's name.
        fs::write(present.join("main.lock"), "2a2b").unwrap();
        fs::rename(present.join("main.lock"), present.join(".git/refs/heads/main")).unwrap();
        fs::write(present.join("robots.txt"), "by hand").unwrap();
        fs::remove_file(present.join("CNAME")).unwrap();

        scene.publish(&new_output()).unwrap();
        let site = scene.site();
        assert_eq!(site[Path::new(".git/refs/heads/main")], "2a2b", "step {step}");
        assert_eq!(site[Path::new("robots.txt")], "by hand", "step {step}");
        assert_eq!(scene.beside(), [""; 0], "step {step}");
        if !reached {
            return;
        }
    }
}

#[test]
fn a_list_that_was_cut_short_does_not_block_the_next_build() {
    let scene = Scene::with_old_site();
    let staging = scene.disk.path().join(".public.jumelage-new");
    fs::create_dir(&staging).unwrap();
    fs::write(staging.join(manifest::NAME), "jumela").unwrap();
    scene.publish(&new_output()).unwrap();
    assert_eq!(scene.beside(), [""; 0]);
}
