//! The words of each language that the program itself needs.
