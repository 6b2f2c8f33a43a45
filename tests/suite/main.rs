//! The only test binary.

