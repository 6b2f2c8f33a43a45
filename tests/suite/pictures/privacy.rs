//! What a photograph tells of who took it, where and when, is not published.

use std::fs;

use super::Site;
use crate::photograph::{
    TRACES, gif_with_traces, jpeg, jpeg_with_traces, looks, png, png_with_traces, webp_with_traces,
};

/// Whether some bytes stand in others.
fn holds(bytes: &[u8], trace: &str) -> bool {
    bytes.windows(trace.len()).any(|window| window == trace.as_bytes())
}

#[test]
fn no_published_file_tells_where_a_photograph_was_taken() {
    let site = Site::new();
    site.write("files/tea.jpg", &jpeg_with_traces(640, 480, 1));
    site.write("files/map.png", &png_with_traces(60, 40));
    site.write("files/tree.webp", &webp_with_traces(61, 41));
    site.write("files/wave.gif", &gif_with_traces());
    // A picture is known by what is in it, whatever it is called.
    site.write("files/scan.pdf", &jpeg_with_traces(64, 48, 1));
    site.write("pages/about.md", b"---\ntitle: About\n---\n![Tea](../files/tea.jpg)\n");
    site.publish();
    let files = walkdir::WalkDir::new(site.at("public")).into_iter().map(Result::unwrap);
    let files: Vec<_> = files.filter(|file| file.file_type().is_file()).collect();
    assert!(files.len() > 10);
    for file in files {
        let bytes = fs::read(file.path()).expect("it is a file");
        for trace in TRACES {
            assert!(!holds(&bytes, trace), "{} tells `{trace}`", file.path().display());
        }
    }
}

#[test]
fn the_pixels_stay_as_they_are() {
    let site = Site::new();
    site.write("files/tea.jpg", &jpeg_with_traces(640, 480, 1));
    site.write("files/map.png", &png_with_traces(60, 40));
    site.write("files/tree.webp", &webp_with_traces(61, 41));
    site.write("files/wave.gif", &gif_with_traces());
    site.publish();
    assert_eq!(site.published("files/tea.jpg"), jpeg(640, 480));
    assert_eq!(site.published("files/map.png"), png(60, 40));
    assert_eq!(looks(&site.published("files/tree.webp")).0, 61);
    assert!(holds(&site.published("files/wave.gif"), "NETSCAPE2.0"));
}

#[test]
fn a_picture_that_lies_on_its_side_is_still_shown_upright() {
    let site = Site::new();
    site.write("files/tea.jpg", &jpeg_with_traces(640, 480, 6));
    site.publish();
    let tea = site.published("files/tea.jpg");
    let exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    assert_eq!(tea[6..6 + exif.len()], *exif);
    // It is the whole of the segment.
    assert_eq!(tea[6 + exif.len()], 0xff);
}

#[test]
fn a_drawing_that_lies_on_its_side_is_shown_upright_too() {
    let turn = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let told = [&turn[..], TRACES[0].as_bytes()].concat();
    let length = u32::try_from(told.len()).expect("it is short").to_be_bytes();
    let map = png(640, 320);
    // Behind the signature and the header; nobody looks at the sum of what is left out.
    let (head, rest) = map.split_at(33);
    let site = Site::new();
    site.write("files/map.png", &[head, &length, b"eXIf", &told, &[0; 4], rest].concat());
    site.write("pages/about.md", b"---\ntitle: About\n---\n![A map](../files/map.png)\n");
    site.publish();
    let clean = [head, b"\0\0\0\x1aeXIf", turn, &[0xd6, 0x67, 0x4b, 0x69], rest].concat();
    assert_eq!(site.published("files/map.png"), clean);
    let (width, height, corner) = looks(&site.published("files/map.png.320.png"));
    assert_eq!((width, height), (320, 640));
    // What was on the upper left is on the upper right.
    assert!(corner[0] < 150, "{corner:?}");
    let page = String::from_utf8(site.published("about/index.html")).expect("it is text");
    assert!(page.contains("width=\"320\" height=\"640\""), "{page}");
}
