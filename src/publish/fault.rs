//! Lets a test stop publishing at any step, as a full disk or a killed process would.

use std::cell::Cell;
use std::io;

/// What goes wrong, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// One step fails; what follows works.
    Fails(usize),
    /// From one step on nothing happens any more.
    Dies(usize),
}

thread_local! {
    static FAULT: Cell<Option<Fault>> = const { Cell::new(None) };
    static STEPS: Cell<usize> = const { Cell::new(0) };
    static EXCHANGE: Cell<bool> = const { Cell::new(true) };
}

/// Does something while something goes wrong; tells also whether it came to that.
pub(super) fn with<T>(fault: Fault, work: impl FnOnce() -> T) -> (T, bool) {
    FAULT.set(Some(fault));
    STEPS.set(0);
    let result = work();
    FAULT.set(None);
    let (Fault::Fails(at) | Fault::Dies(at)) = fault;
    (result, STEPS.get() > at)
}

/// Does something on a disk that cannot swap folders in one step.
pub(super) fn without_exchange<T>(work: impl FnOnce() -> T) -> T {
    EXCHANGE.set(false);
    let result = work();
    EXCHANGE.set(true);
    result
}

pub(super) fn cannot_exchange() -> bool {
    !EXCHANGE.get()
}

pub(super) fn step() -> io::Result<()> {
    let step = STEPS.replace(STEPS.get() + 1);
    let stopped = match FAULT.get() {
        None => false,
        Some(Fault::Fails(at)) => step == at,
        Some(Fault::Dies(at)) => step >= at,
    };
    if stopped { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
}
