//! Where the preview listens, and the addresses by which it is reached.

use std::fmt;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, UdpSocket};
use std::path::PathBuf;

use super::editor::{Editor, Links};
use super::prefix::Prefix;
use super::qr;

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
    pub allowed_hosts: Vec<String>,
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
    /// Whether the default port was taken by something else.
    pub default_was_taken: bool,
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
    let (host, asked) = (hosting.host, hosting.port);
    let listen =
        |port| TcpListener::bind((host, port)).map_err(|source| BindError { host, port, source });
    let is_taken = |result: &Result<_, BindError>| {
        result.as_ref().is_err_and(|error| error.source.kind() == io::ErrorKind::AddrInUse)
    };
    let first = listen(asked.unwrap_or(PORT));
    let default_was_taken = asked.is_none() && is_taken(&first);
    let listener = if default_was_taken {
        let mut others = (PORT + 1..=PORT + NEIGHBOURS).chain([0]).map(listen);
        others.find(|other| !is_taken(other)).unwrap_or(first)?
    } else {
        first?
    };
    let failed = |source| BindError { host, port: asked.unwrap_or(PORT), source };
    listener.set_nonblocking(true).map_err(failed)?;
    let local = listener.local_addr().map_err(failed)?;
    Ok(Bound { listener, hosting, local, default_was_taken })
}

impl Bound {
    /// The addresses of the site's home page, those for this machine first.
    #[must_use]
    pub fn addresses(&self) -> Vec<String> {
        let ip = self.local.ip();
        let ips = match ip {
            IpAddr::V4(v4) if v4.is_unspecified() => {
                [vec![Ipv4Addr::LOCALHOST.into()], in_network(false)].concat()
            }
            IpAddr::V6(v6) if v6.is_unspecified() => {
                [vec![Ipv6Addr::LOCALHOST.into()], in_network(false), in_network(true)].concat()
            }
            ip => vec![ip],
        };
        ips.into_iter().map(|ip| self.address(ip)).collect()
    }

    /// What to say when others in the network can reach the preview.
    #[must_use]
    pub fn warning(&self) -> Option<&'static str> {
        (!self.local.ip().is_loopback())
            .then_some("everybody in this network can see the site, drafts included")
    }

    /// The address for a phone as a QR code to print to a terminal, if a phone can reach it.
    #[must_use]
    pub fn qr_code(&self) -> Option<String> {
        let ip = self.local.ip();
        let reachable =
            if ip.is_unspecified() { in_network(false).into_iter().next() } else { Some(ip) };
        qr::draw(&self.address(reachable.filter(|ip| !ip.is_loopback())?))
    }

    fn address(&self, ip: IpAddr) -> String {
        format!("http://{}{}", SocketAddr::new(ip, self.local.port()), self.hosting.prefix)
    }
}

/// The addresses that this machine has in its networks: those that it would write from to
/// somebody in the usual networks and beyond. Nothing is sent by connecting a UDP socket.
fn in_network(v6: bool) -> Vec<IpAddr> {
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
                Some(format!("choose a port above 1023, such as {PORT}"))
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
        assert!(bound.default_was_taken);
        assert_ne!(bound.local.port(), PORT);
    }

    #[test]
    fn an_address_of_another_machine_is_told() {
        let error = bind(hosting("192.0.2.1", Some(0))).unwrap_err();
        assert_eq!(error.to_string(), "this machine does not have the address 192.0.2.1");
    }
}
