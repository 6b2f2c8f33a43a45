//! Apache, with the files that are made for it, and no more allowed to them than they ask for.

use std::fs;

use super::visit::holds;
use super::{Server, example_for};

/// Debian's modules that the test needs, and those that the files can do without.
const MODULES: [&str; 7] =
    ["mpm_event", "authz_core", "alias", "dir", "mime", "headers", "rewrite"];

#[test]
fn apache_serves_the_example_below_a_path() {
    let (folder, site) = example_for("apache");
    let settings = folder.at("apache.conf");
    let arguments = ["-X".as_ref(), "-f".as_ref(), settings.as_path()];
    let server = Server::start("/usr/sbin/apache2", &arguments, |port| {
        let at = |name: &str| folder.at(name).display().to_string();
        let modules = MODULES.map(|module| {
            format!("LoadModule {module}_module /usr/lib/apache2/modules/mod_{module}.so\n")
        });
        let text = format!(
            "{}ServerRoot {}\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile {}\n\
             ErrorLog {}\nTypesConfig /dev/null\nUser www-data\nGroup www-data\nDirectoryIndex index.html\n\
             Alias /twins/ {site}/\n<Directory {site}>\nAllowOverride FileInfo\nRequire all granted\n\
             </Directory>\n",
            modules.concat(),
            at(""),
            at("apache.pid"),
            at("error.log"),
            site = site.display(),
        );
        fs::write(&settings, text).expect("a new file");
    });
    holds(&server, &site);
}
