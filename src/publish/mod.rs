//! The finished site onto the disk, all or nothing.
