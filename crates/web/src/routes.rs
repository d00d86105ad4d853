//! The one table of addresses: path, method, rule, handler. The service is built from it, so a route without a rule
//! cannot exist.

use axum::Router;
use axum::extract::Extension;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodRouter, get, post};
use stelsel::Onderdeel;

use crate::adres::patroon;
use crate::fout::Fout;
use crate::{Staat, bewijs, omhulsel, pages};

/// How a route is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Methode {
    /// Reading.
    Get,
    /// Sending a form.
    Post,
}

/// Who may use a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Regel {
    /// Who is signed in and may see this part, within the rights that `stelsel` gives the role.
    Onderdeel(Onderdeel),
    /// Anyone, for this reason.
    Open(&'static str),
}

/// A line of the table.
#[derive(Clone, Copy)]
pub struct Route {
    /// Pattern of the path.
    pub pad: &'static str,
    /// Method.
    pub methode: Methode,
    /// Rule.
    pub regel: Regel,
    /// Whether a browser sends a form: it then needs the proof that the form is ours.
    pub formulier: bool,
    handler: fn() -> MethodRouter<Staat>,
}

impl std::fmt::Debug for Route {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} {} {:?}", self.methode, self.pad, self.regel)
    }
}

const fn lees(pad: &'static str, part: Onderdeel, handler: fn() -> MethodRouter<Staat>) -> Route {
    Route { pad, methode: Methode::Get, regel: Regel::Onderdeel(part), formulier: false, handler }
}

const fn doe(pad: &'static str, part: Onderdeel, handler: fn() -> MethodRouter<Staat>) -> Route {
    Route { pad, methode: Methode::Post, regel: Regel::Onderdeel(part), formulier: true, handler }
}

const fn open(
    pad: &'static str,
    methode: Methode,
    why: &'static str,
    handler: fn() -> MethodRouter<Staat>,
) -> Route {
    let formulier = matches!(methode, Methode::Post);
    Route { pad, methode, regel: Regel::Open(why), formulier, handler }
}

/// A route for a program, which has no cookies and brings a word of its own with every request.
const fn programma(pad: &'static str, methode: Methode, handler: fn() -> MethodRouter<Staat>) -> Route {
    Route { pad, methode, regel: Regel::Open(CONNECTOR), formulier: false, handler }
}

/// All routes.
pub const ROUTES: &[Route] = &[
    open(patroon::START, Methode::Get, "one signs in here", || get(pages::start::toon)),
    open(patroon::AANMELDEN, Methode::Post, "makes the session", || post(pages::sessie::aanmelden)),
    open(patroon::AFMELDEN, Methode::Post, "ends the session, if any", || post(pages::sessie::afmelden)),
    open(patroon::AANMELDEN_BIJ, Methode::Post, "begins signing in elsewhere", || {
        post(pages::aanmelders::begin)
    }),
    open(patroon::AANMELDEN_TERUG, Methode::Get, "only of an attempt of this browser", || {
        get(pages::aanmelders::terug)
    }),
    open(patroon::AFGEMELD, Methode::Get, "tells that one is signed out", || {
        get(pages::aanmelders::afgemeld)
    }),
    open(patroon::TAAL, Methode::Post, "only sets the language", || post(pages::sessie::taal)),
    open(patroon::STIJL, Methode::Get, "the style sheet", || get(pages::stijl::toon)),
    lees(patroon::REGIO, Onderdeel::Regio, || get(pages::regio::toon)),
    lees(patroon::WIJK, Onderdeel::Wijk, || get(pages::wijk::toon)),
    lees(patroon::GEZINNEN, Onderdeel::Gezinnen, || get(pages::gezinnen::toon)),
    doe(patroon::GEZINNEN, Onderdeel::Gezinnen, || post(pages::gezinnen::zoek)),
    lees(patroon::GEZIN, Onderdeel::Gezin, || get(pages::gezin::toon)),
    lees(patroon::BERICHTEN, Onderdeel::Berichten, || get(pages::berichten::toon)),
    lees(patroon::BERICHT, Onderdeel::Bericht, || get(pages::bericht::toon)),
    lees(patroon::GESPREK, Onderdeel::Gesprek, || get(pages::gesprek::toon)),
    lees(patroon::VERZOEKEN, Onderdeel::Verzoeken, || get(pages::verzoeken::toon)),
    lees(patroon::VERZOEK, Onderdeel::Verzoek, || get(pages::verzoek::toon)),
    doe(patroon::VERZOEK, Onderdeel::Verzoek, || post(pages::verzoek::besluit::neem)),
    lees(patroon::TERMIJNEN, Onderdeel::Termijnen, || get(pages::termijnen::toon)),
    lees(patroon::QUARANTAINE, Onderdeel::Quarantaine, || get(pages::quarantaine::toon)),
    lees(patroon::QUARANTAINE_STUK, Onderdeel::Quarantaine, || get(pages::quarantaine_stuk::toon)),
    lees(patroon::AANBIEDERS, Onderdeel::Aanbieders, || get(pages::aanbieders::toon)),
    lees(patroon::AANBIEDER, Onderdeel::Aanbieders, || get(pages::aanbieder::toon)),
    open(patroon::AANMELDEN_WACHTWOORD, Methode::Post, "asks who it is", || {
        post(pages::wachtwoord::aanmelden)
    }),
    open(patroon::UITNODIGING, Methode::Get, "asks for a code that is told once", || {
        get(pages::uitnodiging::toon)
    }),
    open(patroon::UITNODIGING, Methode::Post, "asks for a code that is told once", || {
        post(pages::uitnodiging::neem)
    }),
    lees(patroon::MIJN_ACCOUNT, Onderdeel::MijnAccount, || get(pages::mijn_account::toon)),
    doe(patroon::MIJN_WACHTWOORD, Onderdeel::MijnAccount, || post(pages::mijn_account::wachtwoord)),
    doe(patroon::MIJN_HERSTELCODES, Onderdeel::MijnAccount, || post(pages::mijn_account::herstelcodes)),
    doe(patroon::MIJN_SESSIES, Onderdeel::MijnAccount, || post(pages::mijn_account::sessies)),
    open(patroon::SCRIPT, Methode::Get, "the scripts", || get(pages::script::toon)),
    open(patroon::AANMELDEN_PASSKEY_BEGIN, Methode::Post, "asks which passkey it is", || {
        post(pages::passkeys::begin_aanmelden)
    }),
    open(patroon::AANMELDEN_PASSKEY, Methode::Post, "asks which passkey it is", || {
        post(pages::passkeys::aanmelden)
    }),
    doe(patroon::MIJN_PASSKEY_BEGIN, Onderdeel::MijnAccount, || post(pages::passkeys::begin_maken)),
    doe(patroon::MIJN_PASSKEY, Onderdeel::MijnAccount, || post(pages::passkeys::maken)),
    doe(patroon::MIJN_PASSKEY_WEG, Onderdeel::MijnAccount, || post(pages::passkeys::weg)),
    lees(patroon::ACCOUNTS, Onderdeel::Accounts, || get(pages::accounts::toon)),
    doe(patroon::ACCOUNTS, Onderdeel::Accounts, || post(pages::accounts::voeg_toe)),
    doe(patroon::ACCOUNT_UITNODIGEN, Onderdeel::Accounts, || post(pages::accounts::nodig_uit)),
    doe(patroon::ACCOUNT_EINDE, Onderdeel::Accounts, || post(pages::accounts::beeindig)),
    lees(patroon::INZAGEN, Onderdeel::Inzagen, || get(pages::inzagen::toon)),
    lees(patroon::JOURNAAL, Onderdeel::Journaal, || get(pages::journaal::toon)),
    doe(patroon::JOURNAAL, Onderdeel::Journaal, || post(pages::journaal::beoordeel)),
    lees(patroon::TOEGANG, Onderdeel::Toegang, || get(pages::toegang::toon)),
    doe(patroon::TOEGANG, Onderdeel::Toegang, || post(pages::toegang::doe)),
    lees(patroon::NOOD, Onderdeel::Nood, || get(pages::nood::toon)),
    doe(patroon::NOOD, Onderdeel::Nood, || post(pages::nood::open)),
    lees(patroon::MELDINGEN, Onderdeel::Meldingen, || get(pages::meldingen::toon)),
    doe(patroon::MELDINGEN, Onderdeel::Meldingen, || post(pages::meldingen::doe)),
    lees(patroon::BEWAREN, Onderdeel::Bewaren, || get(pages::bewaren::toon)),
    doe(patroon::BEWAREN, Onderdeel::Bewaren, || post(pages::bewaren::doe)),
    lees(patroon::MIJN_GEGEVENS, Onderdeel::MijnGegevens, || get(pages::mijn::toon)),
    doe(patroon::MIJN_UITVOER, Onderdeel::MijnGegevens, || post(pages::mijn::uitvoer)),
    doe(patroon::CORRECTIES, Onderdeel::Gezin, || post(pages::correcties::doe)),
    lees(patroon::VANDAAG, Onderdeel::Vandaag, || get(pages::vandaag::toon)),
    lees(patroon::ONS, Onderdeel::Gezin, || get(pages::ons::toon)),
    doe(patroon::ONS, Onderdeel::Post, || post(pages::ons::voeg_toe)),
    lees(patroon::POST, Onderdeel::Post, || get(pages::post::toon)),
    doe(patroon::POST, Onderdeel::Post, || post(pages::post::doe)),
    lees(patroon::DELEN, Onderdeel::Delen, || get(pages::delen::toon)),
    doe(patroon::DELEN, Onderdeel::Delen, || post(pages::delen::doe)),
    lees(patroon::VERWIJZINGEN, Onderdeel::Verwijzingen, || get(pages::verwijzingen::toon)),
    lees(patroon::VERWIJZING_NIEUW, Onderdeel::Verwijzingen, || get(pages::verwijzing_nieuw::toon)),
    doe(patroon::VERWIJZING_NIEUW, Onderdeel::Verwijzingen, || post(pages::verwijzing_nieuw::doe)),
    lees(patroon::VERWIJZING, Onderdeel::Verwijzingen, || get(pages::verwijzing::toon)),
    doe(patroon::VERWIJZING, Onderdeel::Verwijzingen, || post(pages::verwijzing::doe)),
    lees(patroon::VERWIJSAFSPRAKEN, Onderdeel::Verwijsafspraken, || get(pages::verwijsafspraken::toon)),
    doe(patroon::VERWIJSAFSPRAKEN, Onderdeel::Verwijsafspraken, || post(pages::verwijsafspraken::doe)),
    doe(patroon::MIJN_AFWEZIG, Onderdeel::MijnAccount, || post(pages::mijn_account::afwezig)),
    lees(patroon::PLAN, Onderdeel::Plan, || get(pages::plan::toon)),
    doe(patroon::PLAN, Onderdeel::Plan, || post(pages::plan::doe)),
    lees(patroon::PLAN_PAPIER, Onderdeel::Plan, || get(pages::plan_papier::haal)),
    lees(patroon::BRIEVEN, Onderdeel::Brieven, || get(pages::brieven::toon)),
    doe(patroon::BRIEVEN, Onderdeel::Brieven, || post(pages::brieven::maak)),
    lees(patroon::BRIEF, Onderdeel::Brieven, || get(pages::brieven::haal)),
    lees(patroon::PLAN_VERSIES, Onderdeel::Plan, || get(pages::planversies::toon)),
    lees(patroon::PLAN_HULP, Onderdeel::Plan, || get(pages::hulp::toon)),
    doe(patroon::PLAN_HULP, Onderdeel::Plan, || post(pages::hulp::doe)),
    lees(patroon::ACHTTIEN, Onderdeel::Plan, || get(pages::achttien::toon)),
    doe(patroon::ACHTTIEN, Onderdeel::Plan, || post(pages::achttien::doe)),
    lees(patroon::EXPERTVRAGEN, Onderdeel::Expertvragen, || get(pages::expertvragen::lijst)),
    lees(patroon::EXPERTVRAAG, Onderdeel::Expertvragen, || get(pages::expertvragen::toon)),
    doe(patroon::EXPERTVRAAG, Onderdeel::Expertvragen, || post(pages::expertvragen::doe)),
    lees(patroon::LEDEN, Onderdeel::Leden, || get(pages::leden::toon)),
    doe(patroon::LEDEN, Onderdeel::Leden, || post(pages::leden::doe)),
    lees(patroon::NIEUW_GEZIN, Onderdeel::NieuwGezin, || get(pages::nieuw_gezin::toon)),
    doe(patroon::NIEUW_GEZIN, Onderdeel::NieuwGezin, || post(pages::nieuw_gezin::maak)),
    lees(patroon::DUBBELEN, Onderdeel::Dubbelen, || get(pages::dubbelen::toon)),
    doe(patroon::DUBBELEN, Onderdeel::Dubbelen, || post(pages::dubbelen::doe)),
    lees(patroon::VRAGEN, Onderdeel::Vragen, || get(pages::vragen::toon)),
    doe(patroon::VRAGEN, Onderdeel::Vragen, || post(pages::vragen::doe)),
    lees(patroon::VRAAGCIJFERS, Onderdeel::Vraagcijfers, || get(pages::vraagcijfers::toon)),
    lees(patroon::GOEDE_GESPREKKEN, Onderdeel::GoedGesprek, || get(pages::gesprekken::toon)),
    doe(patroon::GOEDE_GESPREKKEN, Onderdeel::GoedGesprek, || post(pages::gesprekken::begin)),
    lees(patroon::GOED_GESPREK, Onderdeel::GoedGesprek, || get(pages::goed_gesprek::toon)),
    doe(patroon::GOED_GESPREK, Onderdeel::GoedGesprek, || post(pages::goed_gesprek::doe)),
    doe(patroon::GESPREK_CONCEPT, Onderdeel::GoedGesprek, || post(pages::goed_gesprek::concept)),
    lees(patroon::GROEPEN, Onderdeel::Groepen, || get(pages::groepen::toon)),
    doe(patroon::GROEPEN, Onderdeel::Groepen, || post(pages::groepen::voeg_toe)),
    lees(patroon::CIJFERS, Onderdeel::Cijfers, || get(pages::cijfers::regio)),
    lees(patroon::CIJFERS_GEMEENTE, Onderdeel::Cijfers, || get(pages::cijfers::gemeente)),
    lees(patroon::CIJFERS_WIJK, Onderdeel::Cijfers, || get(pages::cijfers::wijk)),
    lees(patroon::CIJFERS_SCHOLEN, Onderdeel::Cijfers, || get(pages::cijfers::scholen)),
    lees(patroon::CIJFERS_VOORUIT, Onderdeel::Cijfers, || get(pages::cijfers::vooruit)),
    lees(patroon::CIJFERS_INDICATOREN, Onderdeel::Cijfers, || get(pages::cijfers::indicatoren)),
    lees(patroon::CIJFERS_UITVOER, Onderdeel::Cijfers, || get(pages::cijfers::haal)),
    lees(patroon::CIJFERS_AANBIEDERS, Onderdeel::Aanbiedercijfers, || get(pages::cijfers::aanbieders)),
    lees(patroon::CIJFERS_AANBIEDERS_UITVOER, Onderdeel::Aanbiedercijfers, || {
        get(pages::cijfers::haal_aanbieder)
    }),
    lees(patroon::REGELDRUK, Onderdeel::Regeldruk, || get(pages::regeldruk::toon)),
    lees(patroon::MONITOR, Onderdeel::Cijfers, || get(pages::monitor::toon)),
    lees(patroon::MONITOR_CSV, Onderdeel::Cijfers, || get(pages::monitor::haal)),
    lees(patroon::BUREN, Onderdeel::Cijfers, || get(pages::buren::toon)),
    lees(patroon::OORZAKEN, Onderdeel::Regio, || get(pages::oorzaken::toon)),
    lees(patroon::OORZAKEN_CSV, Onderdeel::Regio, || get(pages::oorzaken::haal)),
    lees(patroon::OORZAKEN_TOML, Onderdeel::Regio, || get(pages::oorzaken::proef)),
    lees(patroon::ANALYSES, Onderdeel::Analyses, || get(pages::analyses::toon)),
    doe(patroon::ANALYSES, Onderdeel::Analyses, || post(pages::analyses::begin)),
    lees(patroon::ANALYSE, Onderdeel::Analyses, || get(pages::analyse::toon)),
    doe(patroon::ANALYSE, Onderdeel::Analyses, || post(pages::analyse::doe)),
    lees(patroon::ANALYSE_VERSIES, Onderdeel::Analyses, || get(pages::analyseversies::toon)),
    lees(patroon::ANALYSE_PAPIER, Onderdeel::Analyses, || get(pages::analyse::haal)),
    lees(patroon::UITPROBEREN, Onderdeel::Uitproberen, || get(pages::uitproberen::toon)),
    lees(patroon::UITPROBEREN_NIEUW, Onderdeel::Uitproberen, || get(pages::uitproberen::nieuw)),
    doe(patroon::UITPROBEREN_NIEUW, Onderdeel::Uitproberen, || post(pages::uitproberen::begin)),
    lees(patroon::UITPROBEREN_POGING, Onderdeel::Uitproberen, || get(pages::uitproberen::poging)),
    doe(patroon::UITPROBEREN_POGING, Onderdeel::Uitproberen, || post(pages::uitproberen::doe)),
    lees(patroon::UITPROBEREN_POGING_BESTAND, Onderdeel::Uitproberen, || {
        get(pages::uitproberen::haal_poging)
    }),
    lees(patroon::SCENARIO, Onderdeel::Uitproberen, || get(pages::uitproberen::bewaard)),
    doe(patroon::SCENARIO, Onderdeel::Uitproberen, || post(pages::uitproberen::haal_weg)),
    lees(patroon::SCENARIO_BESTAND, Onderdeel::Uitproberen, || get(pages::uitproberen::haal)),
    // A body is read by the handlers themselves, which have a bound of their own.
    programma(patroon::KOPPELVLAK_IN, Methode::Post, || post(pages::koppelvlak::breng)),
    programma(patroon::KOPPELVLAK_UIT, Methode::Get, || get(pages::koppelvlak::haal)),
    programma(patroon::KOPPELVLAK_BEZORGD, Methode::Post, || post(pages::koppelvlak::bezorgd)),
];

/// A program, not a person: it is known by a word in a header, and nothing of a browser opens it.
const CONNECTOR: &str = "a connector that knows the word";

/// Builds the service.
pub(crate) fn build(staat: Staat) -> Router {
    let mut router = Router::new();
    for route in ROUTES {
        let mut handler = (route.handler)().layer(Extension(route.regel));
        if route.formulier {
            let keurder = bewijs::Keurder { staat: staat.clone(), hoogstens: bewijs::room_for(route.regel) };
            handler = handler.route_layer(from_fn_with_state(keurder, bewijs::keur));
        }
        router = router.route(route.pad, handler);
    }
    router
        .fallback(|| async { Fout::NietGevonden })
        .layer(from_fn_with_state(staat.clone(), omhulsel::omhul))
        .with_state(staat)
}
