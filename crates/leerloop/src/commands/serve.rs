//! `leerloop serve`: the pages, until told to stop.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow};
use register::Register;
use tokio::net::TcpListener;
use web::Toestand;

use crate::options::{Listen, Serve};
use crate::spraak::Spraak;
use crate::{GOOD, SystemKlok};

const PORT: u16 = 8080;

pub(crate) fn run(spraak: &Spraak, options: &Serve) -> Result<u8> {
    let register = Register::open(&options.place.opslag(super::DATA), Arc::new(SystemKlok))?;
    serve(spraak, &options.listen, &register)
}

/// Serves until Ctrl-C or a request to end, then finishes what is under way.
pub(crate) fn serve(spraak: &Spraak, listen: &Listen, register: &Register) -> Result<u8> {
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_ansi(false).init();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    // A copy of the register stays outside the runtime: a connection to PostgreSQL must not be closed within it.
    let toestand = Toestand { register: register.clone(), klok: Arc::new(SystemKlok), https: listen.https };
    runtime.block_on(async {
        let listener = bind(spraak, listen).await?;
        println!(
            "{}",
            spraak.say("adres", &[("adres", format!("http://{}", listener.local_addr()?).into())])
        );
        web::serve(listener, toestand, stop_asked()).await.context("serve")
    })?;
    println!("{}", spraak.say("gestopt", &[]));
    Ok(GOOD)
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
