//! Hands the arguments to `cli` and turns its answer into an exit status.

fn main() {}
