//! Where the stages of a build are to be measured.

fn main() {}
