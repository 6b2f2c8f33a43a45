//! Files that only look like pictures, or are too much of one.

use crate::photograph::{gif_with_traces, jpeg, png};
use crate::site_test::{SiteTest, site};

fn with(name: &str, bytes: &[u8]) -> SiteTest {
    site("").with_bytes(&format!("content/files/{name}"), bytes)
}

#[track_caller]
fn is_refused(name: &str, bytes: &[u8], what: &str) {
    let path = format!("content/files/{name}");
    let remark = format!("error[bad-picture]: `{path}` {what}");
    with(name, bytes).expecting(&path, &remark).reports();
}

#[test]
fn a_web_page_that_was_saved_as_a_picture() {
    is_refused(
        "tea.jpg",
        b"<!DOCTYPE html><title>Tea</title>",
        "is named like a picture, and is none",
    );
    is_refused("tea.webp", b"", "is named like a picture, and is none");
}

#[test]
fn a_format_of_a_telephone() {
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
    is_refused("tea.HEIC", heic, "is in the format HEIC, which not all browsers show");
}

#[test]
fn a_format_that_is_not_for_the_web_whatever_it_is_called() {
    for (name, start, format) in [
        ("tea.dng", &b"II\x2a\0\x08\0\0\0GPS"[..], "TIFF"),
        ("tea", b"MM\0\x2a\0\0\0\x08GPS", "TIFF"),
        ("tea.bin", b"\0\0\0\x18ftypheix\0\0\0\0mif1heic", "HEIC"),
        ("tea.mov", b"\0\0\0\x18ftypavif\0\0\0\0mif1avif", "AVIF"),
        ("tea.jxl", b"\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL"),
        ("tea.dat", b"\xff\x0a\xfa\x7f", "JPEG XL"),
    ] {
        let what = format!("is in the format {format}, which not all browsers show");
        is_refused(name, start, &what);
    }
    with("film.mp4", b"\0\0\0\x18ftypisom\0\0\0\0isomavc1").builds();
}

#[test]
fn a_packed_drawing() {
    let what = "is a packed drawing, which cannot be looked into";
    is_refused("map.svgz", b"\x1f\x8b\x08\0", what);
    is_refused("map.SVGZ", b"<svg viewBox=\"0 0 9 9\"/>", what);
}

#[test]
fn a_file_that_was_cut_off() {
    let whole = jpeg(640, 480);
    is_refused("tea.jpg", &whole[..whole.len() / 2], "is damaged: its end is missing");
    let whole = png(64, 48);
    is_refused("tea.png", &whole[..whole.len() - 30], "is damaged: its end is missing");
    is_refused("tea.jpg", &[0xff, 0xd8, 0xff, 0xe0], "is damaged: its end is missing");
    let whole = gif_with_traces();
    is_refused("tea.gif", &whole[..whole.len() - 1], "is damaged: its end is missing");
    with("tea.gif", &[&whole[..], &[0, 0]].concat()).builds();
}

#[test]
fn a_header_that_promises_more_pixels_than_any_screen_has() {
    let mut bomb = jpeg(64, 48);
    let frame = bomb.windows(2).position(|pair| pair == [0xff, 0xc0]).expect("it has a frame");
    bomb[frame + 5..frame + 9].copy_from_slice(&[0xff, 0xff, 0xff, 0xff]);
    is_refused("tea.jpg", &bomb, "has 65535 × 65535 pixels, and a picture may have 50 million");
    let mut bomb = png(64, 48);
    bomb[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    is_refused("tea.png", &bomb, "has 65536 × 65536 pixels, and a picture may have 50 million");
}

#[test]
fn a_drawing_that_could_do_something() {
    let drawing = b"<svg viewBox=\"0 0 9 9\"><script>alert(1)</script></svg>";
    is_refused("map.svg", drawing, "holds the element `<script>`, which a drawing may not");
    with("map.svg", b"<svg viewBox=\"0 0 9 9\"><path d=\"M0 0h9\"/></svg>").builds();
    let photograph = b"<svg viewBox=\"0 0 9 9\"><image href=\"data:image/jpeg;base64,A\"/></svg>";
    is_refused("map.svg", photograph, "holds another picture, which a drawing may not");
    let letters = b"<?xml version='1.0' encoding='ISO-2022-JP'?><svg viewBox=\"0 0 9 9\"/>";
    is_refused("map.svg", letters, "holds the encoding `ISO-2022-JP`, which a drawing may not");
}
