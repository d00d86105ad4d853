//! A PostgreSQL cluster of our own, thrown away after the test.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// A running cluster that listens on a socket in its own folder only.
pub(crate) struct Cluster {
    folder: tempfile::TempDir,
    programs: PathBuf,
    as_root: bool,
    databases: AtomicU32,
}

impl Cluster {
    /// Starts one, or says in one line that PostgreSQL is not on this machine.
    pub(crate) fn start() -> Option<Self> {
        let Some(programs) = programs() else {
            eprintln!(
                "SKIPPED: no PostgreSQL on this machine (initdb not found under /usr/lib/postgresql or on the PATH)"
            );
            return None;
        };
        let folder = tempfile::Builder::new().prefix("ll-pg").tempdir_in("/tmp").unwrap();
        // PostgreSQL refuses to run as root: hand the folder to the user that its package made.
        let as_root = Command::new("id").arg("-u").output().is_ok_and(|out| out.stdout.starts_with(b"0\n"));
        let cluster = Self { folder, programs, as_root, databases: AtomicU32::new(0) };
        if as_root {
            let done = Command::new("chown").arg("postgres").arg(cluster.folder.path()).status().unwrap();
            assert!(done.success(), "the user postgres is missing");
        }
        let data = cluster.data();
        cluster.run(
            "initdb",
            &["-D", &data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "-k", "--no-sync"],
        );
        let options =
            format!("-k {} -c listen_addresses='' -c max_connections=40", cluster.folder.path().display());
        let log = format!("{data}/log");
        cluster.run("pg_ctl", &["-D", &data, "-l", &log, "-w", "-o", &options, "start"]);
        Some(cluster)
    }

    /// The folder in which it keeps its files.
    pub(crate) fn data(&self) -> String {
        self.folder.path().join("data").display().to_string()
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        let path = self.programs.join(program);
        let mut command = if self.as_root {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(path);
            command
        } else {
            Command::new(path)
        };
        let status = command.args(arguments).current_dir("/tmp").stdout(Stdio::null()).status().unwrap();
        assert!(status.success(), "{program} failed");
    }

    /// The address of a new, empty database.
    pub(crate) fn database(&self) -> String {
        let name = format!("t{}", self.databases.fetch_add(1, Ordering::Relaxed));
        let socket = self.folder.path().display().to_string();
        self.run("createdb", &["-h", &socket, "-U", "postgres", &name]);
        format!("postgres://postgres@{}/{name}", socket.replace('/', "%2F"))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.run("pg_ctl", &["-D", &self.data(), "-m", "immediate", "-w", "stop"]);
    }
}

/// The folder of PostgreSQL's programs: Debian keeps them off the PATH.
fn programs() -> Option<PathBuf> {
    let debian = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .map(|e| e.path().join("bin"));
    let on_path = std::env::var_os("PATH");
    let on_path: Vec<PathBuf> =
        on_path.iter().flat_map(|p| std::env::split_paths(p).collect::<Vec<_>>()).collect();
    let has_all = |folder: &Path| ["initdb", "pg_ctl", "createdb"].iter().all(|p| folder.join(p).is_file());
    debian.chain(on_path).find(|folder| has_all(folder))
}
