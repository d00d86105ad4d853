//! The proxy configuration that is shipped: every version, suite and curve asked of a running nginx, against a reviewed list.

use std::collections::BTreeSet;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::program::{Server, workspace};

const NGINX: [&str; 2] = ["/usr/sbin/nginx", "/usr/local/sbin/nginx"];

/// An nginx with the shipped configuration, on ports and with certificates of the test.
struct Proxy {
    child: Child,
    https: u16,
    http: u16,
}

impl Drop for Proxy {
    fn drop(&mut self) {
        // As a service manager does, so that its workers end too.
        let _ = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        let _ = self.child.wait();
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn openssl(arguments: &[&str]) -> String {
    let mut child = Command::new("openssl")
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut said = String::new();
    child.stdout.take().unwrap().read_to_string(&mut said).unwrap();
    child.wait().unwrap();
    said
}

impl Proxy {
    /// `tls` is what stands in tls.conf; `kind` the kind of key of the certificate.
    fn start(nginx: &str, folder: &Path, kind: &[&str], tls: &str, upstream: &str) -> Self {
        let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
        let (key, cert) = (at("key.pem"), at("fullchain.pem"));
        let mut request = vec!["req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=leerloop.example.nl"];
        request.extend(["-keyout", &key, "-out", &cert]);
        request.extend(kind);
        openssl(&request);
        assert!(folder.join("fullchain.pem").is_file());
        std::fs::write(folder.join("tls.conf"), tls).unwrap();
        let (https, http) = (free_port(), free_port());
        let shipped = std::fs::read_to_string(workspace().join("deploy/nginx/leerloop.conf")).unwrap();
        let mut site = String::new();
        for line in shipped.lines().filter(|line| !line.contains("[::]")) {
            let line = line
                .replace("listen 80;", &format!("listen 127.0.0.1:{http};"))
                .replace("listen 443 ", &format!("listen 127.0.0.1:{https} "))
                .replace("/etc/nginx/leerloop", folder.to_str().unwrap())
                .replace("/var/log/nginx", folder.to_str().unwrap())
                .replace("127.0.0.1:8080", upstream);
            site.push_str(&line);
            site.push('\n');
        }
        assert!(
            site.contains(&https.to_string()) && site.contains(&http.to_string()) && site.contains(upstream)
        );
        std::fs::write(folder.join("site.conf"), site).unwrap();
        let root = folder.display();
        let whole = format!(
            "daemon off;\npid {root}/pid;\nerror_log {root}/error.log;\nevents {{}}\nhttp {{\nclient_body_temp_path {root}/body;\n\
             proxy_temp_path {root}/proxy;\nfastcgi_temp_path {root}/f;\nuwsgi_temp_path {root}/u;\nscgi_temp_path {root}/s;\n\
             include {root}/site.conf;\n}}\n"
        );
        std::fs::write(folder.join("nginx.conf"), whole).unwrap();
        let child = Command::new(nginx)
            .args(["-c", &at("nginx.conf"), "-p", &at("")])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let proxy = Self { child, https, http };
        for _ in 0..200 {
            if TcpStream::connect(("127.0.0.1", https)).is_ok() {
                return proxy;
            }
            std::thread::sleep(Duration::from_millis(25));
        }
        panic!(
            "nginx did not start: {}",
            std::fs::read_to_string(folder.join("error.log")).unwrap_or_default()
        );
    }

    /// What came of one way of connecting: version and suite, or nothing.
    fn connect(&self, how: &[&str]) -> Option<String> {
        let to = format!("127.0.0.1:{}", self.https);
        let mut arguments = vec!["s_client", "-connect", &to];
        arguments.extend(how);
        let said = openssl(&arguments);
        let line = said.lines().find(|line| line.starts_with("New, "))?;
        (!line.contains("(NONE)")).then(|| line.trim_start_matches("New, ").replace(", Cipher is", ""))
    }

    /// Every version, suite and curve that the program `openssl` knows: what is accepted, and how many were asked.
    fn survey(&self) -> (BTreeSet<String>, usize) {
        let weak = "ALL:COMPLEMENTOFALL:@SECLEVEL=0";
        let mut asked = 0;
        let mut accepted = BTreeSet::new();
        let mut ask = |how: &[&str], what: String| {
            asked += 1;
            if let Some(got) = self.connect(how) {
                accepted.insert(if what.is_empty() { got } else { what });
            }
        };
        for version in ["-tls1", "-tls1_1", "-tls1_2", "-tls1_3"] {
            ask(&[version, "-cipher", weak], format!("version {version}"));
        }
        for suite in openssl(&["ciphers", "-tls1_2", weak]).trim().split(':') {
            if !suite.starts_with("TLS_") {
                ask(&["-tls1_2", "-cipher", &format!("{suite}:@SECLEVEL=0")], String::new());
            }
        }
        let newest = [
            "AES_256_GCM_SHA384",
            "CHACHA20_POLY1305_SHA256",
            "AES_128_GCM_SHA256",
            "AES_128_CCM_SHA256",
            "AES_128_CCM_8_SHA256",
        ];
        for suite in newest {
            ask(
                &["-tls1_3", "-ciphersuites", &format!("TLS_{suite}"), "-cipher", "DEFAULT:@SECLEVEL=0"],
                String::new(),
            );
        }
        for curve in [
            "X25519",
            "X448",
            "P-256",
            "P-384",
            "P-521",
            "brainpoolP256r1",
            "secp256k1",
            "P-224",
            "ffdhe2048",
        ] {
            ask(&["-groups", curve, "-cipher", "DEFAULT:@SECLEVEL=0"], format!("curve {curve}"));
        }
        (accepted, asked)
    }
}

#[test]
fn the_shipped_proxy_speaks_only_what_is_good() {
    let nginx = NGINX.into_iter().find(|path| PathBuf::from(path).is_file());
    let Some(nginx) = nginx.filter(|_| Command::new("openssl").arg("version").output().is_ok()) else {
        eprintln!("SKIPPED: there is no nginx or no openssl on this machine");
        return;
    };
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().to_str().unwrap();
    let server = Server::start(&["serve", "--data", folder, "--port", "0", "--https"]);
    let upstream = server.address.trim_start_matches("http://");
    let tls = std::fs::read_to_string(workspace().join("deploy/nginx/tls.conf")).unwrap();
    let mut found = String::new();
    let mut all = 0;
    for (name, kind) in [
        ("rsa", vec!["-newkey", "rsa:3072"]),
        ("ecdsa", vec!["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]),
    ] {
        let place = tempfile::tempdir().unwrap();
        let proxy = Proxy::start(nginx, place.path(), &kind, &tls, upstream);
        let (accepted, asked) = proxy.survey();
        all += asked;
        for line in &accepted {
            found.extend([name, " ", line.as_str(), "\n"]);
        }
        if name == "rsa" {
            through(&proxy);
        }
    }
    let golden = workspace().join("crates/leerloop/tests/it/tls.txt");
    if std::env::var_os("LEERLOOP_REWRITE").is_some() {
        std::fs::write(&golden, &found).unwrap();
    }
    assert_eq!(found, std::fs::read_to_string(&golden).unwrap(), "what the proxy speaks");
    // The control: a weaker configuration is noticed.
    let place = tempfile::tempdir().unwrap();
    let weaker = "ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;\nssl_ciphers ALL:@SECLEVEL=0;\n";
    let (accepted, _) =
        Proxy::start(nginx, place.path(), &["-newkey", "rsa:2048"], weaker, upstream).survey();
    let known: BTreeSet<&str> = found.lines().filter_map(|line| line.strip_prefix("rsa ")).collect();
    let more = accepted.iter().filter(|line| !known.contains(line.as_str())).count();
    assert!(more > 10 && accepted.contains("version -tls1_1"), "{accepted:?}");
    println!(
        "{all} ways of connecting asked: {} accepted, all on the list; a weaker configuration speaks {more} more",
        found.lines().count()
    );
}

/// A page through the proxy, and the way from http to https.
fn through(proxy: &Proxy) {
    let mut plain = TcpStream::connect(("127.0.0.1", proxy.http)).unwrap();
    plain
        .write_all(b"GET /gezinnen HTTP/1.1\r\nHost: leerloop.example.nl\r\nConnection: close\r\n\r\n")
        .unwrap();
    let mut answer = String::new();
    plain.read_to_string(&mut answer).unwrap();
    assert!(
        answer.starts_with("HTTP/1.1 301")
            && answer.contains("Location: https://leerloop.example.nl/gezinnen")
    );
    assert!(!answer.contains("nginx/"), "the version is told to nobody");
    let to = format!("127.0.0.1:{}", proxy.https);
    let mut page = Command::new("openssl")
        .args(["s_client", "-quiet", "-connect", &to, "-servername", "leerloop.example.nl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let request = b"GET / HTTP/1.1\r\nHost: leerloop.example.nl\r\nConnection: close\r\n\r\n";
    page.stdin.as_mut().unwrap().write_all(request).unwrap();
    let mut answer = String::new();
    page.stdout.take().unwrap().read_to_string(&mut answer).unwrap();
    page.wait().unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.to_lowercase().contains("strict-transport-security: max-age=31536000"), "{answer}");
}
