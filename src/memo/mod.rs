//! Remembers results by the fingerprints of all that they were made from.
//!
//! This is the whole of incremental building: nothing says what depends on what, and nothing is
//! ever declared out of date. A result is taken from memory when everything it was made from has
//! the same fingerprint as before, and made anew otherwise. A build that stands alone has
//! [`Memory::none`], which remembers nothing. What is worth more than the bytes it takes outlives
//! the program in an [`Archive`].

mod archive;
mod digest;
mod fingerprint;
mod memory;

pub use archive::{Archive, Keeper};
pub use fingerprint::Fingerprint;
pub use memory::Memory;
