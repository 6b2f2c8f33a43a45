//! The preview: builds in memory, watches the site's folder, and shows each browser the newest
//! state of the page it looks at.
//!
//! One thread makes the site and one answers browsers. What they share is the newest [`Edition`],
//! which is never changed, only replaced.

mod edition;
mod http;

pub use edition::{Edition, Preview};
pub use http::{BindError, Bound, Editor, Hosting, OpenPages, Prefix, answer, bind};
