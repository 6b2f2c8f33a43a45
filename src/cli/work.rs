//! How much of the machine a command uses, and how long each part of its work takes.
#![expect(clippy::disallowed_methods, reason = "`--timings` is told by the clock")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use rayon::ThreadPoolBuilder;

use super::args::{Jobs, Site};
use super::{Exit, complain, failed};
use crate::progress::{Progress, Stage};

/// Does the work of a command as its arguments wish: with so many threads, and telling at the end
/// how long each stage took.
pub(super) fn at_work(
    site: &Site,
    work: impl FnOnce(Progress<'_>) -> Result<Exit, Exit>,
) -> Result<Exit, Exit> {
    limit(&site.jobs)?;
    if !site.timings {
        return work(Progress::untold());
    }
    let stopwatch = Stopwatch::start();
    let listener = |stage| stopwatch.begins(stage);
    let result = work(Progress::told_to(&listener));
    complain(&stopwatch.table());
    result
}

/// Uses no more threads than somebody wants.
pub(super) fn limit(jobs: &Jobs) -> Result<(), Exit> {
    let Some(threads) = jobs.jobs else { return Ok(()) };
    ThreadPoolBuilder::new().num_threads(usize::from(threads)).build_global().map_err(|error| {
        let message = format!("cannot work with {threads} threads: {error}");
        failed(Exit::MachineFailed, &message, Some("give a smaller number, or leave `--jobs` out"))
    })
}

/// Time that has passed, and time that all processors together have spent on it, where the system
/// tells.
#[derive(Debug, Clone, Copy, Default)]
struct Spent {
    elapsed: Duration,
    processor: Option<Duration>,
}

impl Spent {
    fn plus(self, other: Self) -> Self {
        let processor = match (self.processor, other.processor) {
            (Some(one), Some(another)) => Some(one + another),
            (one, another) => one.or(another),
        };
        Self { elapsed: self.elapsed + other.elapsed, processor }
    }
}

/// A moment on both clocks.
#[derive(Debug, Clone, Copy)]
struct Moment {
    at: Instant,
    processor: Option<Duration>,
}

impl Moment {
    fn now() -> Self {
        Self { at: Instant::now(), processor: processor_time() }
    }

    fn since(self, earlier: Self) -> Spent {
        let processor = self.processor.zip(earlier.processor);
        Spent {
            elapsed: self.at.duration_since(earlier.at),
            processor: processor.map(|(now, then)| now.saturating_sub(then)),
        }
    }
}

/// What this process has spent on all processors so far.
#[cfg(unix)]
fn processor_time() -> Option<Duration> {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Some(Duration::new(time.tv_sec.try_into().ok()?, time.tv_nsec.try_into().ok()?))
}

#[cfg(not(unix))]
fn processor_time() -> Option<Duration> {
    None
}

/// Adds up how long each stage takes.
struct Stopwatch(Mutex<Laps>);

struct Laps {
    stage: Stage,
    since: Moment,
    spent: BTreeMap<Stage, Spent>,
}

impl Laps {
    /// Ends the stage that is going on.
    fn end(&mut self) {
        let now = Moment::now();
        let lap = now.since(std::mem::replace(&mut self.since, now));
        let spent = self.spent.entry(self.stage).or_default();
        *spent = spent.plus(lap);
    }
}

impl Stopwatch {
    /// Begins with the first stage.
    fn start() -> Self {
        let (stage, since, spent) = (Stage::Reading, Moment::now(), BTreeMap::new());
        Self(Mutex::new(Laps { stage, since, spent }))
    }

    fn begins(&self, stage: Stage) {
        let mut laps = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        laps.end();
        laps.stage = stage;
    }

    /// A table of all stages in the order of the work.
    fn table(self) -> String {
        let mut laps = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        laps.end();
        let all = laps.spent.values().fold(Spent::default(), |sum, spent| sum.plus(*spent));
        let mut table = format!("\n{:28}{:>10}{:>12}\n", "stage", "elapsed", "processor");
        let lines = laps.spent.iter().map(|(stage, spent)| (stage.name(), spent));
        for (name, Spent { elapsed, processor }) in lines.chain([("all", &all)]) {
            let processor = processor.map_or_else(|| "?".to_owned(), seconds);
            let _ = writeln!(table, "{name:28}{:>10}{processor:>12}", seconds(*elapsed));
        }
        table
    }
}

fn seconds(time: Duration) -> String {
    format!("{:.3} s", time.as_secs_f64())
}
