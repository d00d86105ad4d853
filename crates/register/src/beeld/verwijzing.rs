//! What a page shows of referrals and of agreements with referrers.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use stelsel::verwijzing::{Verwijsafspraak, VerwijzerSoort, Verwijzing, VerwijzingStand};
use stelsel::{Bsn, Gezin, Id, Persoon, Postcode};

use super::{Verzoek, VerzoekStand};

/// What a referrer tells: all of it in own words, none of it mandatory but the question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct VerwijzingInhoud {
    /// What the question is, in the words of the child or the parent.
    pub vraag: String,
    /// What was tried already.
    pub geprobeerd: String,
    /// How urgent it is, in words.
    pub spoed: String,
    /// Whether the family knows of it and agrees, in words.
    pub toestemming: String,
    /// How the referrer can be reached.
    pub bereikbaar: String,
}

/// A referral that is entered.
#[derive(Clone, PartialEq, Eq)]
pub struct NieuweVerwijzing {
    /// What the referrer is.
    pub soort: VerwijzerSoort,
    /// Given name of the child.
    pub kind: String,
    /// Family name.
    pub achternaam: String,
    /// Birth date.
    pub geboren: Option<Date>,
    /// Citizen service number, when the referrer has it.
    pub bsn: Option<Bsn>,
    /// Where the child lives.
    pub postcode: Option<Postcode>,
    /// What is told.
    pub inhoud: VerwijzingInhoud,
}

impl std::fmt::Debug for NieuweVerwijzing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NieuweVerwijzing(…)")
    }
}

/// What is answered to a referrer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct VerwijzingAntwoord {
    /// What came of it, in outline; only with the family's agreement.
    pub tekst: String,
    /// Who of the family agreed that the referrer reads it, in words.
    pub akkoord: String,
}

/// A referral.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerwijzingRegel {
    /// Identifier.
    pub id: Id<Verwijzing>,
    /// Name of the child.
    pub kind: String,
    /// Birth date.
    pub geboren: Option<Date>,
    /// What the referrer is.
    pub soort: VerwijzerSoort,
    /// Name of the referrer.
    pub van: String,
    /// When it came in.
    pub geplaatst: Timestamp,
    /// How it stands.
    pub stand: VerwijzingStand,
    /// Days since it came in, while it is not answered.
    pub dagen: Option<u32>,
    /// Who picked it up.
    pub opgepakt_door: Option<String>,
    /// When.
    pub opgepakt: Option<Timestamp>,
    /// What was answered, and when.
    pub antwoord: Option<(VerwijzingAntwoord, Timestamp)>,
    /// The family, when it is known and open to the reader.
    pub gezin: Option<(Id<Gezin>, String)>,
}

/// One referral, in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerwijzingBeeld {
    /// As in the list.
    pub regel: VerwijzingRegel,
    /// What was told.
    pub inhoud: VerwijzingInhoud,
    /// Goes up with every change.
    pub versie: i64,
    /// The reader works with it; otherwise it is the referrer.
    pub team: bool,
    /// Neighbourhood.
    pub wijk: Option<String>,
    /// Children in families of the reader's that it may be about: person, family, names.
    pub kandidaten: Vec<(Id<Persoon>, String)>,
}

/// A request of a provider in which a referrer is named (JW315).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ViaAanbieder {
    /// The request.
    pub id: Id<Verzoek>,
    /// Name of the child.
    pub kind: String,
    /// Code of who referred, as the provider sent it.
    pub verwijzer: String,
    /// Name of the provider.
    pub aanbieder: String,
    /// Day of the request.
    pub dag: Date,
    /// How it stands.
    pub stand: VerzoekStand,
}

/// The page of referrals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerwijzingenBeeld {
    /// Not answered yet, the oldest first; for a referrer all own ones, the newest first.
    pub verwijzingen: Vec<VerwijzingRegel>,
    /// Answered in the last weeks.
    pub beantwoord: Vec<VerwijzingRegel>,
    /// Requests of providers on a referral.
    pub via_aanbieder: Vec<ViaAanbieder>,
    /// The reader is a referrer.
    pub verwijzer: bool,
}

/// What was agreed with a referrer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AfspraakInhoud {
    /// About what, in words.
    pub waarover: String,
    /// How it went, at the evaluation.
    pub ervaring: String,
}

/// An agreement as it is entered or changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Afspraak {
    /// What the referrer is.
    pub soort: VerwijzerSoort,
    /// With which practice.
    pub met: String,
    /// What was agreed.
    pub inhoud: AfspraakInhoud,
    /// On which day.
    pub dag: Date,
    /// When it is talked over again.
    pub evaluatie: Option<Date>,
    /// When it ended.
    pub einde: Option<Date>,
}

/// An agreement on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AfspraakRegel {
    /// Identifier.
    pub id: Id<Verwijsafspraak>,
    /// The agreement.
    pub afspraak: Afspraak,
    /// Goes up with every change.
    pub versie: i64,
}

/// The page of agreements, with how many children were referred by whom in a year. Numbers are protected by who shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AfsprakenBeeld {
    /// Agreements, running ones first.
    pub afspraken: Vec<AfspraakRegel>,
    /// Distinct children per kind of referrer, in the last year.
    pub kinderen: Vec<(VerwijzerSoort, u32)>,
    /// The reader makes agreements.
    pub maakt: bool,
}
