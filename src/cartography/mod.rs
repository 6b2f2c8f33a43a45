//! Maps as drawings: points on the sphere, the ways between them, the land, and how the sphere is
//! laid on paper. Knows nothing of what is marked on its maps.

mod clip;
mod equal_earth;
mod frame;
mod gather;
mod globe;
mod land;
mod path;
mod position;
mod ring;
mod simplify;
#[cfg(test)]
mod tests;

pub use clip::{Projection, crop, outline, project_line, project_rings};
pub use equal_earth::EqualEarth;
pub use frame::{Frame, WIDTH};
pub use gather::{Grid, gather};
pub use globe::{Globe, graticule};
pub use land::{coarse_land, land};
pub use path::Path;
pub use position::Position;
pub use ring::Ring;
pub use simplify::simplify;

/// A point on paper: to the right, and up or down, as the projection or the drawing has it.
pub type Point = [f64; 2];
