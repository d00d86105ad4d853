//! What a page shows: read models, filled by [`crate::Lezing`] within the rights of the one who looks.

mod aanbieder;
mod analyse;
mod bericht;
mod bewaren;
mod brief;
mod correctie;
mod deling;
mod draad;
mod episode;
mod expertvraag;
mod formulier;
mod gezin;
mod goed_gesprek;
mod journaal;
mod leden;
mod ons;
mod plan;
mod post;
mod quarantaine;
mod regio;
mod scenario;
mod toegang;
mod toewijzen;
mod vandaag;
mod verwijzing;
mod vraag;

pub use aanbieder::{AanbiederBeeld, AanbiederRegel, AanbiedersFilter};
pub use analyse::{
    AnalyseBeeld, AnalyseBotsing, AnalyseRegel, AnalyseVersie, AnalyseVersiesBeeld, AnalysesBeeld,
    NieuweNoot, NootRegel,
};
pub use bericht::{Bericht, BerichtBeeld, BerichtRegel, Opmerking};
pub use bewaren::{
    BewarenBeeld, DossierRegel, NieuweStop, StopRegel, Vernietiging, VernietigingRegel,
    Vernietigingsopdracht, Vernietigingsstop,
};
pub use brief::{Brief, BriefBestand, BriefRegel, BrievenBeeld, NieuweBrief};
pub use correctie::{Correctie, CorrectieBeeld, CorrectieStand, Over, PersoonsUitvoer, UitvoerDeel};
pub use deling::{Beslissers, DelenBeeld, DelingRegel, MetWie, NieuweDeling, StemRegel};
pub use draad::{Draad, DraadRegel, Post, PostBeeld, PostRegel, PostSoort};
pub use episode::{EpisodeRij, Peiling};
pub use expertvraag::{AchttienBeeld, ExpertvraagBeeld, Jongere, NieuweExpertvraag, Vraagnummer};
pub use formulier::Gedaan;
pub use gezin::{
    Gebeurtenis, GebeurtenisSoort, GezinBeeld, GezinRegel, GezinnenFilter, Kijkje, ToewijzingBeeld,
};
pub use goed_gesprek::{
    AanvullingBeeld, Bewaard, Blad, EigenGroep, GesprekKort, GesprekStand, GesprekkenBeeld, GoedGesprekBeeld,
    Opslaan, RegeldrukBeeld, RegeldrukRij, VeldRij,
};
pub use journaal::*;
pub use leden::*;
pub use ons::OnsBeeld;
pub use plan::{
    Bezorging, Geweigerd, GezinKlokken, PlanBeeld, PlanBotsing, PlanToewijzing, PlanVersie, PlanVersieBeeld,
    Regie, Regiedaad, Regisseur,
};
pub use post::{
    BerichtStand, BerichtenFilter, Besloten, Besluit, Bevinding, GesprekBeeld, GesprekRegel, Termijnen,
    Uitgaand, Verwacht, Verzoek, VerzoekBeeld, VerzoekRegel, VerzoekSoort, VerzoekStand, WatVerwacht,
    Woonadres,
};
pub use quarantaine::{Bezwaar, Quarantaine, QuarantaineRegel};
pub use regio::{Gebiedsnamen, GemeenteBeeld, Inrichting, RegioBeeld, WijkBeeld, WijkTegel, Wijkplek};
pub use scenario::{NieuwScenario, ScenarioBeeld, ScenarioRegel, ScenariosBeeld};
pub use toegang::{
    Betrokken, Maatregel, NOOD_MINUTEN, Nood, NoodMelding, Oordeel, REDEN_MAX, REDEN_MIN, ToegangBeeld,
    WieMag, Zoek,
};

pub use toewijzen::{
    Clientgegevens, HulpBeeld, HulpWijzigen, Hulpdaad, NietVerstuurd, Toewijsfout, Toewijzen,
};
pub use vandaag::{AfwezigBeeld, VandaagBeeld, VandaagGezin, Verwachting, VoorTeam};
pub use verwijzing::{
    Afspraak, AfspraakInhoud, AfspraakRegel, AfsprakenBeeld, NieuweVerwijzing, VerwijzingAntwoord,
    VerwijzingBeeld, VerwijzingInhoud, VerwijzingRegel, VerwijzingenBeeld, ViaAanbieder,
};
pub use vraag::*;

/// Part of a list, and where the next part begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lijst<T> {
    /// The rows of this part.
    pub rijen: Vec<T>,
    /// Pass this back to read on; `None` at the end.
    pub verder: Option<String>,
}
