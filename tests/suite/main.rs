//! The only test binary.

// The manual's generated parts.
mod documents;
mod publishing;
