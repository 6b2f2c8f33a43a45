//! `jumelage serve`.
#![expect(
    clippy::disallowed_methods,
    clippy::exit,
    reason = "who presses Ctrl-C does not wait for a build that is still going on"
)]

use std::io::IsTerminal;
use std::path::Path;
use std::time::Duration;

use super::args::Serve;
use super::tell::is_there;
use super::today::today;
use super::work::limit;
use super::{Exit, complain, failed, say};
use crate::diagnostic::human::{self, Style};
use crate::pipeline::Options;
use crate::serve::{self, Bound, Edition, Hosting, Notice, Settings};
use crate::values::date::Day;

/// How long the end of the preview may take.
const LAST_MOMENT: Duration = Duration::from_millis(800);

pub(super) fn run(arguments: &Serve) -> Result<Exit, Exit> {
    limit(&arguments.jobs)?;
    let root = is_there(&arguments.folder)?;
    let bound = serve::bind(Hosting {
        host: arguments.host,
        port: arguments.port,
        allowed_hosts: arguments.allowed_hosts.clone(),
        prefix: arguments.as_hosted.clone(),
        editor: arguments.editor.clone(),
        root: root.clone(),
        drafts: !arguments.no_drafts,
    })
    .map_err(|error| failed(Exit::MachineFailed, &error, error.help().as_deref()))?;
    greet(&bound, &arguments.folder, arguments.today)?;
    if arguments.open {
        let address = &bound.addresses()[0];
        if let Err(error) = open::that_detached(address) {
            complain(&format!(
                "warning: cannot open a browser: {error}\n   help: open {address}\n"
            ));
        }
    }
    let asked = arguments.today;
    let settings = Settings {
        shelf: arguments.cache.shelf(&root),
        root,
        options: Options {
            today: asked.unwrap_or_else(today),
            drafts: !arguments.no_drafts,
            base_url: arguments.base_url.clone(),
            theme: None,
            strict: false,
        },
        today: Box::new(move || asked.unwrap_or_else(today)),
        poll: arguments.poll,
    };
    let mut told = String::new();
    serve::run(settings, bound, end_at_a_signal, |notice| tell(&notice, &mut told))
        .map_err(|error| failed(Exit::MachineFailed, &error, None))?;
    Ok(Exit::Good)
}

fn greet(bound: &Bound, folder: &Path, day: Option<Day>) -> Result<(), Exit> {
    if let Some(taken) = bound.instead_of {
        let port = bound.local.port();
        complain(&format!(
            "note: port {taken} is taken by another program, so this is port {port}\n"
        ));
    }
    if let Some(warning) = bound.warning() {
        complain(&format!("warning: {warning}\n   help: end the preview when you are done\n"));
    }
    let day = day.map(|day| format!(", as it is on {day}")).unwrap_or_default();
    say(&format!("Preview of {}{day}:\n", folder.display()))?;
    for address in bound.addresses() {
        say(&format!("  {address}\n"))?;
    }
    if let Some(code) = bound.qr_code() {
        say(&format!("\nFor a phone in the same network:\n\n{code}\n"))?;
    }
    say("Save a file, and its page changes. Ctrl-C ends the preview.\n")
}

/// Tells what there is to tell. `told` are the remarks that stand on the terminal already: what is
/// still the same is not repeated with each save.
fn tell(notice: &Notice<'_>, told: &mut String) {
    match notice {
        Notice::Polling(reason) => {
            complain(&format!("note: {reason}\n"));
            if let Some(help) = reason.help() {
                complain(&format!("   help: {help}\n"));
            }
        }
        Notice::Shown(edition) => tell_edition(edition, told),
        Notice::Stopping => complain("The preview has ended.\n"),
    }
}

fn tell_edition(edition: &Edition, told: &mut String) {
    if !edition.settled {
        return;
    }
    let style = Style { colour: std::io::stderr().is_terminal() };
    let remarks = human::draw(&edition.findings, style);
    if remarks != *told && !remarks.is_empty() {
        complain(&format!("{remarks}\n"));
    }
    *told = remarks;
    let saved = match edition.saved.as_slice() {
        [] => String::new(),
        [file] => format!("{file}: "),
        [file, _] => format!("{file} and another file: "),
        [file, others @ ..] => format!("{file} and {} others: ", others.len()),
    };
    let time = edition.took.as_secs_f32() * 1000.0;
    let pages = edition.site.pages().count();
    let remarks = human::summary(&edition.findings);
    let state = match (edition.current, pages) {
        (true, 1) => "1 page is up to date".to_owned(),
        (true, pages) => format!("{pages} pages are up to date"),
        (false, 0) => "nothing can be shown yet".to_owned(),
        (false, _) => "the pages are shown as they were before".to_owned(),
    };
    let parts = [remarks.as_str(), state.as_str()];
    let line = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ");
    complain(&format!("{saved}{line} ({time:.0} ms)\n"));
}

/// Ends the preview at Ctrl-C, or when the system asks for it. Nothing of it is on the disk, so
/// that a build which is still going on can be left as it is.
fn end_at_a_signal(quit: Box<dyn Fn() + Send>) {
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        // Without it, the system's own way of ending a program is left.
        let Ok(runtime) = runtime else { return };
        if runtime.block_on(signal()).is_ok() {
            quit();
            std::thread::sleep(LAST_MOMENT);
            std::process::exit(Exit::Good as i32);
        }
    });
}

#[cfg(unix)]
async fn signal() -> std::io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminated = signal(SignalKind::terminate())?;
    tokio::select! {
        pressed = tokio::signal::ctrl_c() => pressed,
        _ = terminated.recv() => Ok(()),
    }
}

#[cfg(not(unix))]
async fn signal() -> std::io::Result<()> {
    tokio::signal::ctrl_c().await
}
