//! The addresses of the pages, as types: a link cannot name a page that does not exist.

mod bestand;
mod eigen;
pub(crate) mod patroon;
mod sleutel;
#[cfg(test)]
mod tests;

use std::fmt::{self, Write as _};

use register::beeld::{Bericht, Brief, Quarantaine, Verzoek, Vraagnummer};
use stelsel::analyse::Probleemanalyse;
use stelsel::goed_gesprek::GoedGesprek;
use stelsel::scenario::Scenario;
use stelsel::verwijzing::Verwijzing;
use stelsel::{AgbCode, Gemeentecode, Gezin, Id, Wijkcode};

pub use bestand::{Bestand, Poging};
pub(crate) use eigen::{encode, own_path};
pub(crate) use sleutel::{Sleutel, Woord};

/// An address within the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pad {
    /// Sign-in; passes on to one's own first page when signed in.
    Start,
    /// Takes the sign-in form.
    Aanmelden,
    /// Takes the sign-out form.
    Afmelden,
    /// Takes the choice of language.
    Taal,
    /// The style sheet, with its version.
    Stijl,
    /// The script for passkeys, with its version.
    Script,
    /// Gives a challenge to sign in with a passkey.
    AanmeldenPasskeyBegin,
    /// Takes the answer of a passkey.
    AanmeldenPasskey,
    /// Gives a challenge for a new passkey.
    MijnPasskeyBegin,
    /// Takes a new passkey.
    MijnPasskey,
    /// Takes a passkey away.
    MijnPasskeyWeg,
    /// The region.
    Regio,
    /// A neighbourhood.
    Wijk(Wijkcode),
    /// The families.
    Gezinnen,
    /// A family.
    Gezin(Id<Gezin>),
    /// Who looked at a family.
    Inzagen(Id<Gezin>),
    /// The journal, for who watches over it; its form goes to the same address.
    Journaal,
    /// The messages.
    Berichten,
    /// A message.
    Bericht(Id<Bericht>),
    /// The conversation around an allocation: municipality and number.
    Gesprek(Gemeentecode, i64),
    /// The requests that wait for a decision.
    Verzoeken,
    /// A request; its form goes to the same address.
    Verzoek(Id<Verzoek>),
    /// What is due.
    Termijnen,
    /// What could not be taken in.
    Quarantaine,
    /// One thing that could not be taken in.
    QuarantaineStuk(Id<Quarantaine>),
    /// The providers.
    Aanbieders,
    /// A provider.
    Aanbieder(AgbCode),
    /// Takes a password and a code.
    AanmeldenWachtwoord,
    /// Where an invitation is accepted; its forms go to the same address.
    Uitnodiging,
    /// One's own account.
    MijnAccount,
    /// Takes a new password.
    MijnWachtwoord,
    /// Gives new codes to recover with.
    MijnHerstelcodes,
    /// Ends one's own sessions.
    MijnSessies,
    /// The accounts; the form for a new one goes to the same address.
    Accounts,
    /// Invites someone.
    AccountUitnodigen,
    /// Ends an account.
    AccountEinde,
    /// Who may see a family; its forms go to the same address.
    Toegang(Id<Gezin>),
    /// Opening a file in an emergency.
    Nood,
    /// The reports of that.
    Meldingen,
    /// What has to go; its forms go to the same address.
    Bewaren,
    /// One's own data.
    MijnGegevens,
    /// Takes the form by which one's own data are taken away.
    MijnUitvoer,
    /// Takes the forms about corrections of a family.
    Correcties(Id<Gezin>),
    /// The first page of who works with families.
    Vandaag,
    /// A family's own page; what it adds to the plan goes to the same address.
    Ons(Id<Gezin>),
    /// What a family and who helps it write to each other; its forms go to the same address.
    Post(Id<Gezin>),
    /// What a family shares, and with whom; its forms go to the same address.
    Delen(Id<Gezin>),
    /// The referrals.
    Verwijzingen,
    /// Entering a referral.
    VerwijzingNieuw,
    /// A referral; its forms go to the same address.
    Verwijzing(Id<Verwijzing>),
    /// What was agreed with referrers; its form goes to the same address.
    Verwijsafspraken,
    /// Takes the form by which someone says that they are away.
    MijnAfwezig,
    /// The plan of a family; its forms go to the same address.
    Plan(Id<Gezin>),
    /// The plan of a family as a document.
    PlanPapier(Id<Gezin>),
    /// The letters of a family; the form for a new one goes to the same address.
    Brieven(Id<Gezin>),
    /// One letter, as a document.
    Brief(Id<Brief>),
    /// Every version of a plan.
    PlanVersies(Id<Gezin>),
    /// Where a line of the plan becomes an allocation, or an allocation is changed; its forms go to the same address.
    PlanHulp(Id<Gezin>),
    /// The time line of who comes of age; its form goes to the same address.
    Achttien(Id<Gezin>),
    /// What was asked of the expertteam.
    Expertvragen,
    /// One question; its forms go to the same address.
    Expertvraag(Id<Vraagnummer>),
    /// Who belongs to a family; its forms go to the same address.
    Leden(Id<Gezin>),
    /// Writing down a family; its form goes to the same address.
    NieuwGezin,
    /// What may be there twice; its forms go to the same address.
    Dubbelen,
    /// First questions; its forms go to the same address.
    Vragen,
    /// How many of those.
    Vraagcijfers,
    /// The conversations with a family; the form that begins one goes to the same address.
    GoedeGesprekken(Id<Gezin>),
    /// One conversation with a family; its forms go to the same address.
    GoedGesprek(Id<Gezin>, Id<GoedGesprek>),
    /// Takes a draft in the background.
    GesprekConcept(Id<Gezin>, Id<GoedGesprek>),
    /// What may help in which situation; the form that adds a group goes to the same address.
    Groepen,
    /// What writing down costs.
    Regeldruk,
    /// Youth care, poverty and housing beside each other.
    Monitor,
    /// The same as a file.
    MonitorCsv,
    /// Which municipalities are alike.
    Buren,
    /// What leads to what.
    Oorzaken,
    /// The same as a file.
    OorzakenCsv,
    /// A scenario in which some of it is switched off.
    OorzakenToml,
    /// The problem analyses; the form for a new one goes to the same address.
    Analyses,
    /// A problem analysis; its forms go to the same address.
    Analyse(Id<Probleemanalyse>),
    /// Its versions, and what differs between them.
    AnalyseVersies(Id<Probleemanalyse>),
    /// The same as a document.
    AnalysePapier(Id<Probleemanalyse>),
    /// Choices tried on the model of the region, and kept.
    Uitproberen,
    /// Where a choice is filled in; its forms go to the same address.
    UitproberenNieuw,
    /// A choice that is tried now; its forms go to the same address.
    UitproberenPoging(Id<Poging>),
    /// Something of it to take away.
    UitproberenPogingBestand(Id<Poging>, Bestand),
    /// A choice that was tried and kept; its form goes to the same address.
    Scenario(Id<Scenario>),
    /// Something of it to take away.
    ScenarioBestand(Id<Scenario>, Bestand),
    /// The script of the form and of a run, with its version.
    ScriptUitproberen,
    /// The script of a conversation, with its version.
    ScriptGesprek,
    /// Figures of the information position: the region.
    Cijfers,
    /// The same of a municipality.
    CijfersGemeente(Gemeentecode),
    /// The same of a neighbourhood.
    CijfersWijk(Wijkcode),
    /// The same of schools.
    CijfersScholen,
    /// What may be expected.
    CijfersVooruit,
    /// What each figure is.
    CijfersIndicatoren,
    /// Figures to take away: an indicator or a sheet.
    CijferUitvoer(&'static str),
    /// Providers beside each other.
    CijfersAanbieders,
    /// Figures of providers to take away.
    AanbiedercijferUitvoer(&'static str),
}

/// Where a provider sends people back to; its name follows.
pub(crate) const TERUG: &str = "/aanmelden/terug/";

impl Pad {
    /// The pattern under which the router knows the address.
    pub const fn patroon(self) -> &'static str {
        match self {
            Self::Start => patroon::START,
            Self::Aanmelden => patroon::AANMELDEN,
            Self::Afmelden => patroon::AFMELDEN,
            Self::Taal => patroon::TAAL,
            Self::Stijl => patroon::STIJL,
            Self::Script | Self::ScriptGesprek | Self::ScriptUitproberen => patroon::SCRIPT,
            Self::AanmeldenPasskeyBegin => patroon::AANMELDEN_PASSKEY_BEGIN,
            Self::AanmeldenPasskey => patroon::AANMELDEN_PASSKEY,
            Self::MijnPasskeyBegin => patroon::MIJN_PASSKEY_BEGIN,
            Self::MijnPasskey => patroon::MIJN_PASSKEY,
            Self::MijnPasskeyWeg => patroon::MIJN_PASSKEY_WEG,
            Self::Regio => patroon::REGIO,
            Self::Wijk(_) => patroon::WIJK,
            Self::Gezinnen => patroon::GEZINNEN,
            Self::Gezin(_) => patroon::GEZIN,
            Self::Inzagen(_) => patroon::INZAGEN,
            Self::Journaal => patroon::JOURNAAL,
            Self::Berichten => patroon::BERICHTEN,
            Self::Bericht(_) => patroon::BERICHT,
            Self::Gesprek(..) => patroon::GESPREK,
            Self::Verzoeken => patroon::VERZOEKEN,
            Self::Verzoek(_) => patroon::VERZOEK,
            Self::Termijnen => patroon::TERMIJNEN,
            Self::Quarantaine => patroon::QUARANTAINE,
            Self::QuarantaineStuk(_) => patroon::QUARANTAINE_STUK,
            Self::Aanbieders => patroon::AANBIEDERS,
            Self::Aanbieder(_) => patroon::AANBIEDER,
            Self::AanmeldenWachtwoord => patroon::AANMELDEN_WACHTWOORD,
            Self::Uitnodiging => patroon::UITNODIGING,
            Self::MijnAccount => patroon::MIJN_ACCOUNT,
            Self::MijnWachtwoord => patroon::MIJN_WACHTWOORD,
            Self::MijnHerstelcodes => patroon::MIJN_HERSTELCODES,
            Self::MijnSessies => patroon::MIJN_SESSIES,
            Self::Accounts => patroon::ACCOUNTS,
            Self::AccountUitnodigen => patroon::ACCOUNT_UITNODIGEN,
            Self::AccountEinde => patroon::ACCOUNT_EINDE,
            Self::Toegang(_) => patroon::TOEGANG,
            Self::Nood => patroon::NOOD,
            Self::Meldingen => patroon::MELDINGEN,
            Self::Bewaren => patroon::BEWAREN,
            Self::MijnGegevens => patroon::MIJN_GEGEVENS,
            Self::MijnUitvoer => patroon::MIJN_UITVOER,
            Self::Correcties(_) => patroon::CORRECTIES,
            Self::Vandaag => patroon::VANDAAG,
            Self::Ons(_) => patroon::ONS,
            Self::Post(_) => patroon::POST,
            Self::Delen(_) => patroon::DELEN,
            Self::Verwijzingen => patroon::VERWIJZINGEN,
            Self::VerwijzingNieuw => patroon::VERWIJZING_NIEUW,
            Self::Verwijzing(_) => patroon::VERWIJZING,
            Self::Verwijsafspraken => patroon::VERWIJSAFSPRAKEN,
            Self::MijnAfwezig => patroon::MIJN_AFWEZIG,
            Self::Plan(_) => patroon::PLAN,
            Self::PlanPapier(_) => patroon::PLAN_PAPIER,
            Self::Brieven(_) => patroon::BRIEVEN,
            Self::Brief(_) => patroon::BRIEF,
            Self::PlanVersies(_) => patroon::PLAN_VERSIES,
            Self::PlanHulp(_) => patroon::PLAN_HULP,
            Self::Achttien(_) => patroon::ACHTTIEN,
            Self::Expertvragen => patroon::EXPERTVRAGEN,
            Self::Expertvraag(_) => patroon::EXPERTVRAAG,
            Self::Leden(_) => patroon::LEDEN,
            Self::NieuwGezin => patroon::NIEUW_GEZIN,
            Self::Dubbelen => patroon::DUBBELEN,
            Self::Vragen => patroon::VRAGEN,
            Self::Vraagcijfers => patroon::VRAAGCIJFERS,
            Self::GoedeGesprekken(_) => patroon::GOEDE_GESPREKKEN,
            Self::GoedGesprek(..) => patroon::GOED_GESPREK,
            Self::GesprekConcept(..) => patroon::GESPREK_CONCEPT,
            Self::Groepen => patroon::GROEPEN,
            Self::Regeldruk => patroon::REGELDRUK,
            Self::Cijfers => patroon::CIJFERS,
            Self::CijfersGemeente(_) => patroon::CIJFERS_GEMEENTE,
            Self::CijfersWijk(_) => patroon::CIJFERS_WIJK,
            Self::CijfersScholen => patroon::CIJFERS_SCHOLEN,
            Self::CijfersVooruit => patroon::CIJFERS_VOORUIT,
            Self::CijfersIndicatoren => patroon::CIJFERS_INDICATOREN,
            Self::CijferUitvoer(_) => patroon::CIJFERS_UITVOER,
            Self::CijfersAanbieders => patroon::CIJFERS_AANBIEDERS,
            Self::AanbiedercijferUitvoer(_) => patroon::CIJFERS_AANBIEDERS_UITVOER,
            Self::Uitproberen => patroon::UITPROBEREN,
            Self::UitproberenNieuw => patroon::UITPROBEREN_NIEUW,
            Self::UitproberenPoging(_) => patroon::UITPROBEREN_POGING,
            Self::UitproberenPogingBestand(..) => patroon::UITPROBEREN_POGING_BESTAND,
            Self::Scenario(_) => patroon::SCENARIO,
            Self::ScenarioBestand(..) => patroon::SCENARIO_BESTAND,
            Self::Monitor => patroon::MONITOR,
            Self::MonitorCsv => patroon::MONITOR_CSV,
            Self::Buren => patroon::BUREN,
            Self::Oorzaken => patroon::OORZAKEN,
            Self::OorzakenCsv => patroon::OORZAKEN_CSV,
            Self::OorzakenToml => patroon::OORZAKEN_TOML,
            Self::Analyses => patroon::ANALYSES,
            Self::Analyse(_) => patroon::ANALYSE,
            Self::AnalyseVersies(_) => patroon::ANALYSE_VERSIES,
            Self::AnalysePapier(_) => patroon::ANALYSE_PAPIER,
        }
    }

    fn value(self) -> Option<String> {
        match self {
            Self::Wijk(code) | Self::CijfersWijk(code) => Some(code.to_string()),
            Self::CijfersGemeente(code) => Some(code.to_string()),
            Self::CijferUitvoer(wat) | Self::AanbiedercijferUitvoer(wat) => Some(wat.to_owned()),
            Self::Gezin(id)
            | Self::Inzagen(id)
            | Self::Toegang(id)
            | Self::Correcties(id)
            | Self::Plan(id)
            | Self::PlanVersies(id)
            | Self::PlanHulp(id)
            | Self::Achttien(id)
            | Self::Leden(id)
            | Self::Ons(id)
            | Self::Post(id)
            | Self::Delen(id)
            | Self::PlanPapier(id)
            | Self::Brieven(id)
            | Self::GoedeGesprekken(id) => Some(id.to_string()),
            Self::Expertvraag(id) => Some(id.to_string()),
            Self::GoedGesprek(gezin, id) | Self::GesprekConcept(gezin, id) => {
                Some(format!("{gezin}/gesprekken/{id}"))
            }
            Self::Verwijzing(id) => Some(id.to_string()),
            Self::Analyse(id) | Self::AnalyseVersies(id) | Self::AnalysePapier(id) => Some(id.to_string()),
            Self::UitproberenPoging(id) => Some(id.to_string()),
            Self::UitproberenPogingBestand(id, bestand) => Some(format!("{id}/{}", bestand.naam())),
            Self::Scenario(id) => Some(id.to_string()),
            Self::ScenarioBestand(id, bestand) => Some(format!("{id}/{}", bestand.naam())),
            Self::ScriptUitproberen => Some(crate::pages::script::uitproberen().to_owned()),
            Self::Brief(id) => Some(id.to_string()),
            Self::Bericht(id) => Some(id.to_string()),
            Self::Gesprek(gemeente, nummer) => Some(format!("{gemeente}/{nummer}")),
            Self::Verzoek(id) => Some(id.to_string()),
            Self::QuarantaineStuk(id) => Some(id.to_string()),
            Self::Aanbieder(agb) => Some(agb.to_string()),
            Self::Stijl => Some(crate::pages::stijl::bestand().to_owned()),
            Self::Script => Some(crate::pages::script::passkeys().to_owned()),
            Self::ScriptGesprek => Some(crate::pages::script::gesprek().to_owned()),
            _ => None,
        }
    }

    /// The address with a query; pairs without a value are left out.
    pub fn met(self, pairs: &[(&str, Option<&str>)]) -> String {
        let mut out = self.to_string();
        let mut mark = '?';
        for (name, value) in pairs {
            if let Some(value) = value.filter(|v| !v.is_empty()) {
                // Writing to a String cannot fail.
                let _ = write!(out, "{mark}{name}={}", encode(value));
                mark = '&';
            }
        }
        out
    }
}

impl fmt::Display for Pad {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.patroon().split_once('{'), self.value()) {
            (Some((before, rest)), Some(value)) => {
                let after = rest.rsplit_once('}').map_or("", |(_, after)| after);
                write!(f, "{before}{value}{after}")
            }
            _ => f.write_str(self.patroon()),
        }
    }
}
