//! `leerloop serve`: the pages, until told to stop.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;

use anyhow::{Context, Result, anyhow, bail};
use jiff::SignedDuration;
use register::{Register, SessieGrenzen};
use tokio::net::TcpListener;
use web::oidc::Aanmelders;
use web::{Cijfers, Sleutelwoord, Toestand};

use crate::aanmelding;
use crate::options::{Connector, Listen, Serve};
use crate::postbus::Postbus;
use crate::spraak::Spraak;
use crate::{GOOD, SystemKlok};

const PORT: u16 = 8080;

pub(crate) fn run(spraak: &Spraak, options: &Serve) -> Result<u8> {
    let opslag = options.place.opslag(super::DATA);
    let register = Register::open(&opslag, Arc::new(SystemKlok))?;
    if let Some(file) = &options.key {
        let old = options.old_key.as_deref().map(super::key::read).transpose()?;
        register.unlock_with(&super::key::read(file)?, old.as_slice())?;
    }
    if let Some(origin) = &options.origin
        && !register.offer_passkeys(origin)
    {
        bail!(spraak.say("passkeys-adres", &[("adres", origin.into())]));
    }
    if let Some(minutes) = options.idle {
        let rust = SignedDuration::from_mins(i64::from(minutes));
        register.limit_sessions(SessieGrenzen { rust, ..SessieGrenzen::default() });
    }
    if let Some(file) = &options.persons {
        crate::personen::tie(spraak, &register, file)?;
    }
    let aanmelders = match &options.sign_in {
        Some(file) => aanmelding::read(spraak, file)?,
        None => Aanmelders::default(),
    };
    let with = Instelling {
        aanmelders,
        cijfers: super::informatie::figures(&register, &opslag)?,
        bevolking: super::bevolking::folder_of(&opslag),
    };
    serve(spraak, &options.listen, &options.connector, with, &register)
}

/// What the pages need besides the register.
pub(crate) struct Instelling {
    pub(crate) aanmelders: Aanmelders,
    pub(crate) cijfers: Cijfers,
    pub(crate) bevolking: PathBuf,
}

/// Serves the register and the figures of areas until Ctrl-C or a request to end, then finishes what is under way.
pub(crate) fn serve(
    spraak: &Spraak,
    listen: &Listen,
    connector: &Connector,
    with: Instelling,
    register: &Register,
) -> Result<u8> {
    crate::geheugen::shield().context("core dumps cannot be turned off")?;
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_ansi(false).init();
    let sleutel = connector.key.as_deref().map(|file| word(spraak, file)).transpose()?;
    let stop = Arc::new(AtomicBool::new(false));
    let folders = start_folders(connector, register, &stop)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    // A copy of the register stays outside the runtime: a connection to PostgreSQL must not be closed within it.
    let toestand = Toestand {
        register: register.clone(),
        klok: Arc::new(SystemKlok),
        https: listen.https,
        sleutel,
        aanmelders: with.aanmelders,
        cijfers: with.cijfers,
        bevolking: Some(with.bevolking),
    };
    runtime.block_on(async {
        let listener = bind(spraak, listen).await?;
        println!(
            "{}",
            spraak.say("adres", &[("adres", format!("http://{}", listener.local_addr()?).into())])
        );
        web::serve(listener, toestand, stop_asked()).await.context("serve")
    })?;
    stop.store(true, Ordering::Relaxed);
    if let Some(folders) = folders {
        // A panic in it was told already.
        let _ = folders.join();
    }
    println!("{}", spraak.say("gestopt", &[]));
    Ok(GOOD)
}

/// Looks after the folders of a connector, when there are any.
fn start_folders(
    connector: &Connector,
    register: &Register,
    stop: &Arc<AtomicBool>,
) -> Result<Option<JoinHandle<()>>> {
    if connector.inbox.is_none() && connector.outbox.is_none() {
        return Ok(None);
    }
    let post = Postbus::new(register, connector.inbox.clone(), connector.outbox.clone())?;
    let stop = Arc::clone(stop);
    let thread = std::thread::Builder::new().name("postbus".to_owned());
    Ok(Some(thread.spawn(move || post.run(&stop))?))
}

/// The word of a connector over HTTP.
fn word(spraak: &Spraak, file: &Path) -> Result<Sleutelwoord> {
    let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
    Sleutelwoord::new(&text).ok_or_else(|| {
        let values = [("bestand", file.display().to_string().into()), ("minimaal", Sleutelwoord::MIN.into())];
        anyhow!(spraak.say("sleutel-te-kort", &values))
    })
}

async fn bind(spraak: &Spraak, listen: &Listen) -> Result<TcpListener> {
    let port = listen.port.unwrap_or(PORT);
    let first = TcpListener::bind(SocketAddr::new(listen.host, port)).await;
    match (first, listen.port) {
        (Ok(listener), _) => Ok(listener),
        // Nobody asked for this very port: any free one will do, its address is printed.
        (Err(error), None) if error.kind() == std::io::ErrorKind::AddrInUse => {
            Ok(TcpListener::bind(SocketAddr::new(listen.host, 0)).await?)
        }
        (Err(error), _) if error.kind() == std::io::ErrorKind::AddrInUse => {
            Err(anyhow!(spraak.say("poort-bezet", &[("poort", port.to_string().into())])))
        }
        (Err(error), _) => {
            let values = [("poort", port.to_string().into()), ("reden", error.to_string().into())];
            Err(anyhow!(spraak.say("poort-weigert", &values)))
        }
    }
}

async fn stop_asked() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let Ok(mut ended) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) else {
            return drop(interrupted.await);
        };
        tokio::select! {
            _ = interrupted => {}
            _ = ended.recv() => {}
        }
    }
    #[cfg(not(unix))]
    drop(interrupted.await);
}
