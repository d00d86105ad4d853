#![doc = include_str!("../README.md")]

use std::future::Future;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use register::{Ingang, Register, Weg};
use stelsel::Klok;

pub mod adres;
mod afzender;
mod bevolking;
mod bewijs;
mod bezoek;
mod cijfer;
mod drukte;
mod fout;
mod grafiek;
mod herkomst;
mod inhoud;
mod kaart;
mod kader;
mod koekje;
mod mis;
mod netwerk;
pub mod oidc;
mod omhulsel;
mod opname;
mod pages;
mod papier;
mod proef;
mod qr;
mod rem;
mod routes;
pub mod taal;
pub mod tekst;
mod vorm;
mod woorden;

#[cfg(test)]
mod monster;

pub use self::papier::make_letter;
pub use adres::Pad;
pub use opname::Cijfers;
pub use pages::koppelvlak::Sleutelwoord;
pub use pages::mijn::{uitvoer_html, uitvoer_json};
pub use routes::{Methode, ROUTES, Regel, Route};
pub use taal::Taal;
pub use tekst::{Teksten, Waarde};

/// What the pages need to run.
#[derive(Clone)]
pub struct Toestand {
    /// Where everything is kept.
    pub register: Register,
    /// Where the time comes from.
    pub klok: Arc<dyn Klok>,
    /// Whether browsers reach the program over https: the session cookie is then refused over http.
    pub https: bool,
    /// The word by which a connector to the hub is known; without it the connector's addresses do not exist.
    pub sleutel: Option<Sleutelwoord>,
    /// The providers at which one can sign in; without any, nobody signs in that way.
    pub aanmelders: oidc::Aanmelders,
    /// Where the figures of the information position come from.
    pub cijfers: Cijfers,
    /// The folder with public figures of areas; without one there are none.
    pub bevolking: Option<PathBuf>,
}

impl std::fmt::Debug for Toestand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Toestand").field("https", &self.https).finish_non_exhaustive()
    }
}

/// [`Toestand`] and what the program counts while it runs.
#[derive(Clone)]
pub(crate) struct Staat {
    pub(crate) toestand: Toestand,
    /// Second in which the program started: part of the numbers of error pages.
    pub(crate) begin: i64,
    pub(crate) fouten: Arc<AtomicU64>,
    pub(crate) rem: Arc<rem::Rem>,
    pub(crate) drukte: Arc<drukte::Drukte>,
    pub(crate) bevolking: Arc<bevolking::Bevolkingskast>,
    pub(crate) proeven: Arc<proef::Proeven>,
}

/// The pages as a service, built from [`ROUTES`].
pub fn router(mut toestand: Toestand) -> axum::Router {
    // Whatever comes in here came in by the pages, until a visit or a connector tells more.
    toestand.register = toestand.register.via(Ingang::by(Weg::Web));
    let begin = toestand.klok.now().as_second();
    let bevolking = Arc::new(bevolking::Bevolkingskast::new(toestand.bevolking.clone()));
    routes::build(Staat {
        toestand,
        begin,
        fouten: Arc::default(),
        rem: Arc::default(),
        drukte: Arc::default(),
        bevolking,
        proeven: Arc::default(),
    })
}

/// Serves the pages until `shutdown` is done; requests under way are answered first.
pub async fn serve(
    listener: tokio::net::TcpListener,
    toestand: Toestand,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let service = router(toestand).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(shutdown).await
}
