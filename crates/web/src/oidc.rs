//! Signing in with OpenID Connect: we are the relying party of one or more providers, by the code flow with PKCE, in the
//! way of the NL GOV profile.
//!
//! The protocol and its checks are those of the `openidconnect` crate. What that leaves to us stands here: who may sign in
//! where, how a provider is reached, and the checks of the profile that are stricter than the standard.

mod aanmelder;
mod assertie;
mod bewijs;
mod gegevens;
mod instelling;
mod stap;
mod verkeer;
mod weigering;

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

pub(crate) use aanmelder::Aanmelder;
pub use instelling::{Clientbewijs, InstelFout, Instelling, Soort};
pub(crate) use stap::{Mislukt, Terug, begin, eindig, uitloggen};
pub(crate) use weigering::Weigering;

/// Requests to providers under way at once. Each holds a thread; a slow provider may not take those of the pages.
const TEGELIJK: usize = 16;

/// The providers at which one can sign in. Cheap to clone.
#[derive(Clone)]
pub struct Aanmelders {
    alle: Arc<[Aanmelder]>,
    plaatsen: Arc<Semaphore>,
}

impl Default for Aanmelders {
    fn default() -> Self {
        Self { alle: Arc::default(), plaatsen: Arc::new(Semaphore::new(TEGELIJK)) }
    }
}

impl std::fmt::Debug for Aanmelders {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.alle.iter().map(Aanmelder::naam)).finish()
    }
}

impl Aanmelders {
    /// The providers of these settings. `adres` is where browsers reach Leerloop, such as `https://leerloop.gemeente.nl`.
    pub fn new(adres: &str, instellingen: Vec<Instelling>) -> Result<Self, InstelFout> {
        let basis = instelling::own_address(adres)?;
        let mut alle: Vec<Aanmelder> = Vec::with_capacity(instellingen.len());
        for instelling in instellingen {
            if alle.iter().any(|other| other.naam() == instelling.naam) {
                return Err(InstelFout::NaamDubbel(instelling.naam));
            }
            if alle.iter().any(|other| other.uitgever() == instelling.uitgever) {
                return Err(InstelFout::UitgeverDubbel(instelling.uitgever));
            }
            alle.push(Aanmelder::new(&basis, instelling)?);
        }
        Ok(Self { alle: alle.into(), ..Self::default() })
    }

    /// The provider with this name.
    pub(crate) fn find(&self, naam: &str) -> Option<&Aanmelder> {
        self.alle.iter().find(|aanmelder| aanmelder.naam() == naam)
    }

    /// All providers, in the order of the settings.
    pub(crate) fn alle(&self) -> &[Aanmelder] {
        &self.alle
    }

    /// A place among those who ask a provider something.
    pub(crate) fn plaats(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.plaatsen).try_acquire_owned().ok()
    }
}
