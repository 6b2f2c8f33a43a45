//! Where the preview listens, and the addresses by which it is reached.

use std::fmt;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, UdpSocket};
use std::path::PathBuf;

use socket2::SockRef;

use super::editor::{Editor, Links};
use super::prefix::Prefix;
use super::qr;
use crate::values::AllowedHost;

/// The port that is taken when none is asked for.
const PORT: u16 = 8000;

/// How many ports behind it are tried before the system chooses one: an address that stays nearly
/// the same is easier to remember.
const NEIGHBOURS: u16 = 9;

/// Where and how the preview answers.
#[derive(Debug, Clone)]
pub struct Hosting {
    /// The address to listen at: a loopback one, unless others in the network shall see the site.
    pub host: IpAddr,
    /// The port, if it is not to be chosen.
    pub port: Option<u16>,
    /// Further names by which browsers may call the preview.
    pub allowed_hosts: Vec<AllowedHost>,
    /// Where the site begins.
    pub prefix: Prefix,
    /// What opens files.
    pub editor: Editor,
    /// The site's folder: absolute, and without symbolic links in it.
    pub root: PathBuf,
    /// Whether drafts and pages that are scheduled or have expired are shown.
    pub drafts: bool,
}

impl Hosting {
    /// The links into an editor for somebody who is at this machine, or elsewhere.
    pub(super) fn links(&self, from_here: bool) -> Option<Links<'_>> {
        from_here.then_some(Links { editor: &self.editor, root: &self.root })
    }
}

/// A preview that has its port.
#[derive(Debug)]
pub struct Bound {
    pub(super) listener: TcpListener,
    pub(super) hosting: Hosting,
    /// The address that it listens at.
    pub local: SocketAddr,
    /// The default port, if it was taken by something else.
    pub instead_of: Option<u16>,
    /// Whether it is reached by IPv6 alone.
    only_v6: bool,
}

/// Why the preview cannot listen.
#[derive(Debug)]
pub struct BindError {
    host: IpAddr,
    port: u16,
    source: io::Error,
}

/// Takes a port: the one that is asked for or none; else the default one or, if that is taken, a
/// free one.
pub fn bind(hosting: Hosting) -> Result<Bound, BindError> {
    let host = hosting.host;
    let failed = |port, source| BindError { host, port, source };
    let listen = |port| TcpListener::bind((host, port)).map_err(|source| failed(port, source));
    let (listener, instead_of) = match hosting.port {
        Some(port) => (listen(port)?, None),
        None => listen_near(PORT, listen)?,
    };
    let failed = |source| failed(hosting.port.unwrap_or(PORT), source);
    listener.set_nonblocking(true).map_err(failed)?;
    let local = listener.local_addr().map_err(failed)?;
    let only_v6 = local.is_ipv6() && SockRef::from(&listener).only_v6().unwrap_or(true);
    Ok(Bound { listener, hosting, local, instead_of, only_v6 })
}

/// Listens at a port or, if that is taken, at another one; then it tells which was taken. Some
/// systems keep ports for themselves, and refuse them as if they were nobody's.
fn listen_near<T>(
    port: u16,
    listen: impl Fn(u16) -> Result<T, BindError>,
) -> Result<(T, Option<u16>), BindError> {
    let is_taken = |error: &BindError| {
        matches!(error.source.kind(), io::ErrorKind::AddrInUse | io::ErrorKind::PermissionDenied)
    };
    let first = match listen(port) {
        Ok(listener) => return Ok((listener, None)),
        Err(error) if is_taken(&error) => error,
        Err(error) => return Err(error),
    };
    let others = (port + 1..=port + NEIGHBOURS).chain([0]).map(listen);
    match others.into_iter().find(|other| !other.as_ref().is_err_and(is_taken)) {
        Some(other) => Ok((other?, Some(port))),
        None => Err(first),
    }
}

impl Bound {
    /// The addresses of the site's home page, those for this machine first.
    #[must_use]
    pub fn addresses(&self) -> Vec<String> {
        let ip = self.local.ip();
        let here: IpAddr = match ip {
            IpAddr::V4(v4) if v4.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(v6) if v6.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
            ip => ip,
        };
        let elsewhere = self.in_network().into_iter().filter(|ip| *ip != here);
        std::iter::once(here).chain(elsewhere).map(|ip| self.address(ip)).collect()
    }

    /// The addresses by which others in the network reach it.
    fn in_network(&self) -> Vec<IpAddr> {
        let ip = self.local.ip();
        match ip {
            ip if ip.is_loopback() => Vec::new(),
            ip if !ip.is_unspecified() => vec![ip],
            IpAddr::V4(_) => in_network(false),
            IpAddr::V6(_) if self.only_v6 => in_network(true),
            // A phone is more likely to have an address of the older kind.
            IpAddr::V6(_) => [in_network(false), in_network(true)].concat(),
        }
    }

    /// What to say when others in the network can reach the preview.
    #[must_use]
    pub fn warning(&self) -> Option<&'static str> {
        let warning = if self.hosting.drafts {
            "everybody in this network can see the site, drafts included"
        } else {
            "everybody in this network can see the site"
        };
        (!self.local.ip().is_loopback()).then_some(warning)
    }

    /// The address for a phone as a QR code to print to a terminal, if a phone can reach it.
    #[must_use]
    pub fn qr_code(&self) -> Option<String> {
        qr::draw(&self.address(*self.in_network().first()?))
    }

    fn address(&self, ip: IpAddr) -> String {
        format!("http://{}{}", SocketAddr::new(ip, self.local.port()), self.hosting.prefix)
    }
}

/// The addresses that this machine has in its networks: those that it would write from to
/// somebody in the usual networks and beyond. Nothing is sent by connecting a UDP socket.
pub(super) fn in_network(v6: bool) -> Vec<IpAddr> {
    let (from, elsewhere): (IpAddr, &[&str]) = if v6 {
        (Ipv6Addr::UNSPECIFIED.into(), &["2001:db8::1", "fd00::1"])
    } else {
        let elsewhere = &["192.0.2.1", "192.168.255.254", "10.255.255.254", "172.31.255.254"];
        (Ipv4Addr::UNSPECIFIED.into(), elsewhere)
    };
    let source = |to: &&str| {
        let socket = UdpSocket::bind((from, 0)).ok()?;
        socket.connect((*to, 9)).ok()?;
        Some(socket.local_addr().ok()?.ip())
    };
    let mut found: Vec<IpAddr> = Vec::new();
    for ip in elsewhere.iter().filter_map(source) {
        if !ip.is_loopback() && !ip.is_unspecified() && !found.contains(&ip) {
            found.push(ip);
        }
    }
    found
}

impl BindError {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        match self.source.kind() {
            io::ErrorKind::AddrInUse => {
                Some("choose another port, or leave out `--port` to get a free one".to_owned())
            }
            io::ErrorKind::PermissionDenied => {
                // Not the one that has just been refused.
                let other = if self.port == PORT { PORT + 80 } else { PORT };
                Some(format!("choose a port above 1023, such as {other}"))
            }
            io::ErrorKind::AddrNotAvailable => {
                Some("use an address of this machine, or `0.0.0.0` for all that it has".to_owned())
            }
            _ => None,
        }
    }
}

impl fmt::Display for BindError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { host, port, source } = self;
        match source.kind() {
            io::ErrorKind::AddrInUse => write!(f, "port {port} is taken by another program"),
            io::ErrorKind::PermissionDenied => write!(f, "port {port} is not for everybody to use"),
            io::ErrorKind::AddrNotAvailable => {
                write!(f, "this machine does not have the address {host}")
            }
            _ => write!(f, "cannot listen at {}: {source}", SocketAddr::new(*host, *port)),
        }
    }
}

impl std::error::Error for BindError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hosting(host: &str, port: Option<u16>) -> Hosting {
        Hosting {
            host: host.parse().unwrap(),
            port,
            allowed_hosts: Vec::new(),
            prefix: Prefix::parse("/sub").unwrap(),
            editor: Editor::default(),
            root: PathBuf::from("/site"),
            drafts: true,
        }
    }

    #[test]
    fn on_this_machine_there_is_one_address_and_nothing_to_warn_of() {
        let bound = bind(hosting("127.0.0.1", Some(0))).unwrap();
        assert_eq!(bound.addresses(), [format!("http://127.0.0.1:{}/sub/", bound.local.port())]);
        assert_eq!((bound.warning(), bound.qr_code()), (None, None));
    }

    #[test]
    fn in_the_network_there_is_a_warning_and_this_machine_comes_first() {
        let bound = bind(hosting("0.0.0.0", Some(0))).unwrap();
        assert!(bound.addresses()[0].starts_with("http://127.0.0.1:"));
        assert!(bound.warning().unwrap().contains("drafts"));
        let without = bind(Hosting { drafts: false, ..hosting("0.0.0.0", Some(0)) }).unwrap();
        assert_eq!(without.warning(), Some("everybody in this network can see the site"));
        assert_eq!(bound.qr_code().is_some(), bound.addresses().len() > 1);
    }

    #[test]
    fn a_port_that_was_asked_for_is_not_replaced_by_another() {
        let first = bind(hosting("127.0.0.1", Some(0))).unwrap();
        let error = bind(hosting("127.0.0.1", Some(first.local.port()))).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("port {} is taken by another program", first.local.port())
        );
        assert!(error.help().is_some());
    }

    #[test]
    fn when_the_default_port_is_taken_a_free_one_is_found() {
        let _holder = TcpListener::bind(("127.0.0.1", PORT));
        let bound = bind(hosting("127.0.0.1", None)).unwrap();
        assert_eq!(bound.instead_of, Some(PORT));
        assert_ne!(bound.local.port(), PORT);
    }

    #[test]
    fn a_default_port_that_the_system_keeps_for_itself_is_as_if_taken() {
        let host = "127.0.0.1".parse().unwrap();
        let refused = |port, kind: io::ErrorKind| BindError { host, port, source: kind.into() };
        let found = listen_near(PORT, |port| match port {
            PORT => Err(refused(port, io::ErrorKind::PermissionDenied)),
            8001 => Err(refused(port, io::ErrorKind::AddrInUse)),
            port => Ok(port),
        });
        assert_eq!(found.unwrap(), (8002, Some(PORT)));
        let none =
            |kind| listen_near::<u16>(PORT, |port| Err(refused(port, kind))).unwrap_err().port;
        assert_eq!(none(io::ErrorKind::PermissionDenied), PORT);
        assert_eq!(none(io::ErrorKind::AddrNotAvailable), PORT);
    }

    #[test]
    fn the_port_to_try_is_another_than_the_one_that_was_refused() {
        for port in [80, PORT] {
            let error = BindError {
                host: "127.0.0.1".parse().unwrap(),
                port,
                source: io::ErrorKind::PermissionDenied.into(),
            };
            assert!(!error.help().unwrap().ends_with(&format!(" {port}")), "{port}");
        }
    }

    #[test]
    fn where_only_ipv6_is_heard_no_other_address_is_offered() {
        // Not every machine has it.
        let Ok(bound) = bind(hosting("::", Some(0))) else { return };
        assert!(bound.addresses()[0].starts_with("http://[::1]:"));
        let bound = Bound { only_v6: true, ..bound };
        assert!(bound.addresses().iter().all(|address| address.starts_with("http://[")));
        let both = Bound { only_v6: false, ..bound };
        let v4 = both.addresses().iter().filter(|address| !address.contains('[')).count();
        assert_eq!(v4, in_network(false).len());
    }

    #[test]
    fn an_address_of_another_machine_is_told() {
        let error = bind(hosting("192.0.2.1", Some(0))).unwrap_err();
        assert_eq!(error.to_string(), "this machine does not have the address 192.0.2.1");
    }
}
