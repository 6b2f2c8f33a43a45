//! Recognizes folders whose changes are not told here: those on other computers, and those that
//! other programs provide.

use std::path::Path;

/// What the file system of a folder is called, if it does not tell of changes made elsewhere.
#[cfg(target_os = "linux")]
pub(super) fn network_name(folder: &Path) -> Option<&'static str> {
    let kind = rustix::fs::statfs(folder).ok()?.f_type;
    // The numbers are 32 bits wide, whatever type the machine gives them.
    name_of(u32::try_from(i128::from(kind) & 0xffff_ffff).ok()?)
}

/// Elsewhere the system is trusted to tell.
#[cfg(not(target_os = "linux"))]
pub(super) fn network_name(_: &Path) -> Option<&'static str> {
    None
}

/// From `linux/magic.h` and from the drivers themselves.
#[cfg(target_os = "linux")]
fn name_of(magic: u32) -> Option<&'static str> {
    Some(match magic {
        0x6969 => "NFS",
        0x517b | 0xfe53_4d42 | 0xff53_4d42 => "SMB",
        0x0102_1997 => "9p",
        0x6573_5546 => "FUSE",
        0x786f_4256 => "VirtualBox",
        0xbacb_acbc => "VMware",
        0x7c7c_6673 => "Parallels",
        0x5346_4846 => "WSL",
        0x00c3_6400 => "Ceph",
        0x5346_414f | 0x6b41_4653 => "AFS",
        0x7375_7245 => "Coda",
        0x564c => "NCP",
        0x0bd0_0bd0 => "Lustre",
        0x0116_1970 => "GFS2",
        0x7461_636f => "OCFS2",
        _ => return None,
    })
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn shares_are_known_and_disks_are_not() {
        assert_eq!(name_of(0x6969), Some("NFS"));
        assert_eq!(name_of(0xff53_4d42), Some("SMB"));
        // Of ext4, btrfs, tmpfs and overlayfs the system tells.
        for local in [0xef53, 0x9123_683e, 0x0102_1994, 0x794c_7630] {
            assert_eq!(name_of(local), None);
        }
        assert_eq!(network_name(Path::new("/proc")), None);
        assert_eq!(network_name(Path::new("/there/is/none")), None);
    }
}
