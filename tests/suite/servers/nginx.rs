//! nginx, with the configuration that is made for it.

use std::fs;
use std::path::Path;

use super::visit::holds;
use super::{Server, example_for};

/// Debian's module that sends files compressed by Brotli.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

#[test]
fn nginx_serves_the_example_below_a_path() {
    let (folder, site) = example_for("nginx");
    let configuration = site.join(".hosting/nginx.conf");
    let made = fs::read_to_string(&configuration).expect("it is made");
    let included = folder.at("included.conf");
    fs::write(&included, made.replace("# brotli_static", "brotli_static")).expect("a new file");
    let settings = folder.at("nginx.conf");
    let arguments = ["-c".as_ref(), settings.as_path(), "-e".as_ref(), "stderr".as_ref()];
    let server = Server::start("/usr/sbin/nginx", &arguments, |port| {
        let at = |name: &str| folder.at(name).display().to_string();
        let text = format!(
            "load_module {BROTLI};\ndaemon off;\nmaster_process off;\npid {};\nevents {{}}\n\
             http {{\naccess_log off;\nclient_body_temp_path {body};\nproxy_temp_path {body};\n\
             fastcgi_temp_path {body};\nuwsgi_temp_path {body};\nscgi_temp_path {body};\n\
             server {{\nlisten 127.0.0.1:{port};\nlocation ^~ /twins/ {{\nalias {}/;\ninclude {};\n}}\n}}\n}}\n",
            at("nginx.pid"),
            site.display(),
            included.display(),
            body = at("body"),
        );
        fs::write(&settings, text).expect("a new file");
    });
    holds(&server, Path::new(&site));
}
