//! Compressed copies beside files, for servers that send them instead.

use std::io::Write;

use bytes::Bytes;
use rayon::prelude::*;

use crate::output::{Contents, Origin, Output, OutputFile};
use crate::values::OutputPath;
use crate::values::media_type::media_type;

/// Of files that are smaller, nothing is gained in the network.
const LEAST: usize = 512;

/// The copies of all files that gain by it: `.br` and `.gz`. What is copied when the site is published
/// has none, because its bytes are not known yet.
pub(super) fn copies(output: &Output) -> Vec<OutputFile> {
    let files: Vec<&OutputFile> = output.files().collect();
    files.into_par_iter().flat_map_iter(copies_of).collect()
}

fn copies_of(file: &OutputFile) -> Vec<OutputFile> {
    let Contents::Bytes(bytes) = &file.contents else { return Vec::new() };
    // What is text is marked as such.
    if bytes.len() < LEAST || !media_type(file.path.as_str()).contains("charset") {
        return Vec::new();
    }
    let gains = |copy: &Vec<u8>| copy.len() < bytes.len() / 10 * 9;
    let copies = [("br", brotli(bytes)), ("gz", gzip(bytes))].into_iter();
    let copies = copies.filter_map(|(ending, copy)| Some((ending, copy.filter(gains)?)));
    let copies = copies.map(|(ending, copy)| OutputFile {
        path: OutputPath::of_host(&format!("{}.{ending}", file.path)),
        contents: Contents::Bytes(copy.into()),
        origin: Origin::Program("a compressed copy"),
        visibility: file.visibility,
    });
    copies.collect()
}

fn brotli(bytes: &Bytes) -> Option<Vec<u8>> {
    // The best of eleven costs ten times as long for a twentieth.
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 9, 22);
    writer.write_all(bytes).ok()?;
    Some(writer.into_inner())
}

fn gzip(bytes: &Bytes) -> Option<Vec<u8>> {
    // Without a time and a name, so that the same site gives the same bytes.
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(bytes).ok()?;
    writer.finish().ok()
}
