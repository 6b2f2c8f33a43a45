//! Draws findings for people, in a terminal.
