//! The addresses of the pages, as types: a link cannot name a page that does not exist.

use std::fmt::{self, Write as _};

use register::beeld::{Bericht, Quarantaine, Verzoek, Vraagnummer};
use stelsel::goed_gesprek::GoedGesprek;
use stelsel::{AgbCode, Gemeentecode, Gezin, Id, Wijkcode};

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
    /// The plan of a family; its forms go to the same address.
    Plan(Id<Gezin>),
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
    /// The script of a conversation, with its version.
    ScriptGesprek,
}

/// The patterns. Values stand together.
pub(crate) mod patroon {
    pub(crate) const START: &str = "/";
    pub(crate) const AANMELDEN: &str = "/aanmelden";
    pub(crate) const AFMELDEN: &str = "/afmelden";
    /// Begins signing in at a provider.
    pub(crate) const AANMELDEN_BIJ: &str = "/aanmelden/bij/{naam}";
    /// Where a provider sends people back to.
    pub(crate) const AANMELDEN_TERUG: &str = "/aanmelden/terug/{naam}";
    /// After signing out, for who signed in at a provider.
    pub(crate) const AFGEMELD: &str = "/afgemeld";
    pub(crate) const TAAL: &str = "/taal";
    pub(crate) const STIJL: &str = "/stijl/{bestand}";
    pub(crate) const SCRIPT: &str = "/script/{bestand}";
    pub(crate) const AANMELDEN_PASSKEY_BEGIN: &str = "/aanmelden/passkey/begin";
    pub(crate) const AANMELDEN_PASSKEY: &str = "/aanmelden/passkey";
    pub(crate) const MIJN_PASSKEY_BEGIN: &str = "/mijn-account/passkey/begin";
    pub(crate) const MIJN_PASSKEY: &str = "/mijn-account/passkey";
    pub(crate) const MIJN_PASSKEY_WEG: &str = "/mijn-account/passkey/weg";
    pub(crate) const REGIO: &str = "/regio";
    pub(crate) const WIJK: &str = "/wijk/{code}";
    pub(crate) const GEZINNEN: &str = "/gezinnen";
    pub(crate) const GEZIN: &str = "/gezin/{id}";
    pub(crate) const INZAGEN: &str = "/gezin/{id}/inzagen";
    pub(crate) const JOURNAAL: &str = "/journaal";
    pub(crate) const BERICHTEN: &str = "/berichten";
    pub(crate) const BERICHT: &str = "/bericht/{id}";
    pub(crate) const GESPREK: &str = "/toewijzingen/{gemeente}/{nummer}";
    pub(crate) const VERZOEKEN: &str = "/verzoeken";
    pub(crate) const VERZOEK: &str = "/verzoeken/{id}";
    pub(crate) const TERMIJNEN: &str = "/termijnen";
    pub(crate) const QUARANTAINE: &str = "/quarantaine";
    pub(crate) const QUARANTAINE_STUK: &str = "/quarantaine/{id}";
    pub(crate) const AANBIEDERS: &str = "/aanbieders";
    pub(crate) const AANBIEDER: &str = "/aanbieder/{agb}";
    pub(crate) const AANMELDEN_WACHTWOORD: &str = "/aanmelden/wachtwoord";
    pub(crate) const UITNODIGING: &str = "/uitnodiging";
    pub(crate) const MIJN_ACCOUNT: &str = "/mijn-account";
    pub(crate) const MIJN_WACHTWOORD: &str = "/mijn-account/wachtwoord";
    pub(crate) const MIJN_HERSTELCODES: &str = "/mijn-account/herstelcodes";
    pub(crate) const MIJN_SESSIES: &str = "/mijn-account/sessies";
    pub(crate) const ACCOUNTS: &str = "/accounts";
    pub(crate) const ACCOUNT_UITNODIGEN: &str = "/accounts/uitnodigen";
    pub(crate) const ACCOUNT_EINDE: &str = "/accounts/einde";
    pub(crate) const TOEGANG: &str = "/toegang/{id}";
    pub(crate) const NOOD: &str = "/nood";
    pub(crate) const MELDINGEN: &str = "/meldingen";
    pub(crate) const BEWAREN: &str = "/bewaren";
    pub(crate) const MIJN_GEGEVENS: &str = "/mijn-gegevens";
    pub(crate) const MIJN_UITVOER: &str = "/mijn-gegevens/uitvoer";
    pub(crate) const GOEDE_GESPREKKEN: &str = "/gezin/{id}/gesprekken";
    pub(crate) const GOED_GESPREK: &str = "/gezin/{id}/gesprekken/{gesprek}";
    pub(crate) const GESPREK_CONCEPT: &str = "/gezin/{id}/gesprekken/{gesprek}/concept";
    pub(crate) const GROEPEN: &str = "/groepen";
    pub(crate) const REGELDRUK: &str = "/regeldruk";
    pub(crate) const CORRECTIES: &str = "/correcties/{id}";
    pub(crate) const PLAN: &str = "/gezin/{id}/plan";
    pub(crate) const PLAN_VERSIES: &str = "/gezin/{id}/plan/versies";
    pub(crate) const PLAN_HULP: &str = "/gezin/{id}/plan/hulp";
    pub(crate) const ACHTTIEN: &str = "/gezin/{id}/achttien";
    pub(crate) const EXPERTVRAGEN: &str = "/expertvragen";
    pub(crate) const EXPERTVRAAG: &str = "/expertvragen/{id}";
    /// Where a connector brings a message.
    pub(crate) const KOPPELVLAK_IN: &str = "/koppelvlak/in";
    /// Where a connector takes the oldest message that waits.
    pub(crate) const KOPPELVLAK_UIT: &str = "/koppelvlak/uit";
    /// Where a connector says that it has a message.
    pub(crate) const KOPPELVLAK_BEZORGD: &str = "/koppelvlak/uit/{id}";
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
            Self::Script | Self::ScriptGesprek => patroon::SCRIPT,
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
            Self::Plan(_) => patroon::PLAN,
            Self::PlanVersies(_) => patroon::PLAN_VERSIES,
            Self::PlanHulp(_) => patroon::PLAN_HULP,
            Self::Achttien(_) => patroon::ACHTTIEN,
            Self::Expertvragen => patroon::EXPERTVRAGEN,
            Self::Expertvraag(_) => patroon::EXPERTVRAAG,
            Self::GoedeGesprekken(_) => patroon::GOEDE_GESPREKKEN,
            Self::GoedGesprek(..) => patroon::GOED_GESPREK,
            Self::GesprekConcept(..) => patroon::GESPREK_CONCEPT,
            Self::Groepen => patroon::GROEPEN,
            Self::Regeldruk => patroon::REGELDRUK,
        }
    }

    fn value(self) -> Option<String> {
        match self {
            Self::Wijk(code) => Some(code.to_string()),
            Self::Gezin(id)
            | Self::Inzagen(id)
            | Self::Toegang(id)
            | Self::Correcties(id)
            | Self::Plan(id)
            | Self::PlanVersies(id)
            | Self::PlanHulp(id)
            | Self::Achttien(id)
            | Self::GoedeGesprekken(id) => Some(id.to_string()),
            Self::Expertvraag(id) => Some(id.to_string()),
            Self::GoedGesprek(gezin, id) | Self::GesprekConcept(gezin, id) => {
                Some(format!("{gezin}/gesprekken/{id}"))
            }
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
                out.push(mark);
                out.push_str(name);
                out.push('=');
                out.push_str(&encode(value));
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

/// What can stand in an address.
pub(crate) trait Sleutel: Sized {
    /// Reads the value from the end of an address; anything else is no page of ours.
    fn lees(text: &str) -> Option<Self>;
}

impl Sleutel for Wijkcode {
    fn lees(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }
}

impl Sleutel for AgbCode {
    fn lees(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }
}

impl<T> Sleutel for Id<T> {
    fn lees(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }
}

impl<A, B> Sleutel for (Id<A>, Id<B>) {
    fn lees(text: &str) -> Option<Self> {
        let (one, other) = text.split_once('/')?;
        Some((Id::parse(one).ok()?, Id::parse(other).ok()?))
    }
}

impl Sleutel for (Gemeentecode, i64) {
    fn lees(text: &str) -> Option<Self> {
        let (gemeente, nummer) = text.split_once('/')?;
        // One address for one thing: no sign and no zero in front.
        let plain = nummer.bytes().all(|b| b.is_ascii_digit()) && !nummer.starts_with('0');
        let nummer = nummer.parse().ok().filter(|_| plain)?;
        Some((Gemeentecode::parse(gemeente).ok()?, nummer))
    }
}

/// Writes a value for use in a query.
pub(crate) fn encode(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// The address to go back to, if it is one of ours: a path on this host and nothing else.
pub(crate) fn own_path(text: &str) -> Option<&str> {
    let mut chars = text.chars();
    let sound = text.len() <= 2_000
        && chars.next() == Some('/')
        && !matches!(chars.next(), Some('/' | '\\'))
        && text.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    sound.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_read_back() {
        let pad = Pad::Wijk(Wijkcode::parse("WK075801").unwrap());
        assert_eq!(pad.to_string(), "/wijk/WK075801");
        assert_eq!(Pad::Start.to_string(), "/");
        assert!(Pad::Stijl.to_string().starts_with("/stijl/leerloop-"));
        assert_eq!(
            Pad::Gezinnen.met(&[("zoek", Some("de Wit & co")), ("wijk", None), ("na", Some(""))]),
            "/gezinnen?zoek=de%20Wit%20%26%20co"
        );
    }

    #[test]
    fn two_values_read_back_in_one_way() {
        let gemeente = Gemeentecode::parse("0758").unwrap();
        assert_eq!(Pad::Gesprek(gemeente, 300_201).to_string(), "/toewijzingen/0758/300201");
        assert_eq!(<(Gemeentecode, i64)>::lees("0758/300201"), Some((gemeente, 300_201)));
        for other in [
            "0758",
            "0758/",
            "0758/+1",
            "0758/-1",
            "0758/01",
            "758/1",
            "0758/1/2",
            "0758/99999999999999999999",
        ] {
            assert_eq!(<(Gemeentecode, i64)>::lees(other), None, "{other}");
        }
    }

    #[test]
    fn only_own_paths_are_kept() {
        for own in ["/", "/regio", "/gezinnen?zoek=a%20b&wacht=ja"] {
            assert_eq!(own_path(own), Some(own));
        }
        for foreign in
            ["", "regio", "//evil.nl", "/\\evil.nl", "https://evil.nl", "/a\r\nSet-Cookie: x", "/a b", "/é"]
        {
            assert_eq!(own_path(foreign), None, "{foreign:?}");
        }
        assert_eq!(own_path(&format!("/{}", "a".repeat(3_000))), None);
    }
}
