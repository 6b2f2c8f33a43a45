//! Jumelage publishes the website of a sister-city programme from a folder of Markdown and YAML.
//!
//! The program is one function, [`pipeline::build`], from a tree of files to a tree of files:
//!
//! ```text
//!             ┌────────── pure: same input, same bytes ───────────┐
//!  folder ─read─▶ Sources ─┬─ config::parse ───▶ Config           │
//!             │            ├─ programme::load ─▶ Site   ─┐        │
//!             │            └─ theme::load ─────▶ Theme  ─┴─ emit ─▶ Output ─┬─ publish ─▶ public/
//!             │                                             check ◀┘        └─ serve ───▶ browser
//!             └───────────────────────────────────────────────────┘
//!   Diagnostics travel beside every arrow ─▶ terminal, JSON, SARIF, GitHub, or an overlay in the preview
//! ```
//!
//! What touches the world is a thin shell around it that decides nothing about the site:
//! [`source::read`] reads the folder, [`publish::publish`] puts the result on the disk,
//! [`serve::run`] shows it in a browser while it is being written, [`studio::Studio`] makes the
//! pictures for both, [`external`] visits other websites when it is asked to, and [`cli`] talks. Everything about sister cities is in [`programme`] and [`emit`]; the rest could build
//! another kind of site.
//!
//! A whole site can be built in memory, which is how the tests work:
//!
//! ```
//! use jumelage::pipeline::{Options, build};
//! use jumelage::source::Sources;
//! use jumelage::values::{Day, SourcePath};
//!
//! let mut sources = Sources::default();
//! for (path, text) in [
//!     ("content/site.yaml", "name: Sister cities of Speyer\nhome: speyer"),
//!     ("content/cities/speyer.md", "---\nname: Speyer\ncountry: DE\n---\nOn the Rhine."),
//! ] {
//!     let path = SourcePath::new(path).expect("the path is well-formed");
//!     sources.insert_text(path, text.into());
//! }
//! let today = Day::parse("2026-05-01").expect("the day exists");
//! let options = Options { today, drafts: false, base_url: None, theme: None, strict: false };
//! let output = build(&sources, &options).output.expect("nothing is wrong with it");
//! assert!(output.get("cities/speyer/index.html").is_some());
//! ```
//!
//! In reading order, the path of a site is [`source`], [`config`], [`programme`], [`theme`],
//! [`emit`], [`check`], [`publish`] and [`serve`]; the workbench beside it [`values`], [`diagnostic`],
//! [`markdown`], [`proofread`], [`language`] and [`output`]. `ARCHITECTURE.md` tells more.

pub mod calendar;
pub mod cartography;
pub mod check;
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod emit;
pub mod external;
pub mod hosting;
pub mod language;
pub mod markdown;
pub mod memo;
pub mod output;
pub mod picture;
pub mod pipeline;
pub mod programme;
pub mod progress;
pub mod proofread;
pub mod publish;
pub mod reference;
pub mod search;
pub mod serve;
pub mod shelf;
pub mod source;
pub mod studio;
pub mod theme;
pub mod values;
