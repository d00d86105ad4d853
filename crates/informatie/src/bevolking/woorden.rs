//! What is told about files and figures, in both languages. What is wrong with a file is told in English by [`Reden`] itself.

use std::fmt::Display;

use super::bezwaar::Reden;
use super::cel::{Onbekend, Stand};
use super::noemer::{GeenTarief, Kanttekening};
use super::verslag::{Melding, Soort};
use crate::indicator::Tekst;

impl Reden {
    /// Why, and what to do, in Dutch.
    pub fn dutch(&self) -> String {
        match self {
            Self::Leeg => "er staat niets in dit bestand: haal het opnieuw op".to_owned(),
            Self::OnbekendeSoort => "dit is geen tabel of kaart die te lezen is: verwacht wordt een CSV met regiocodes en cijfers van CBS, gemeenten met hun jeugdregio, scholen van DUO, of een GeoJSON van gebieden".to_owned(),
            Self::AndereSoort(said) => format!("dit is niet wat gezegd is ({}): noem een andere soort, of geen: dan vertellen de koppen het", said.key()),
            Self::GeenGebiedskolom => "in geen kolom staan regiocodes (GM0758, WK075801): kies in StatLine ook 'Regioaanduiding/Codering (code)'".to_owned(),
            Self::GeenCijfers => "geen kolom is een cijfer dat bewaard wordt: docs/population.md noemt ze".to_owned(),
            Self::GeenJaar => "nergens staat van welk jaar dit is: noem het jaar, of houd de naam aan waaronder CBS het bestand uitgeeft".to_owned(),
            Self::Json(why) => format!("niet te lezen als GeoJSON ({why}): haal het opnieuw op"),
            Self::GeenGraden => "de coördinaten zijn geen graden (waarschijnlijk RD, EPSG:28992): vraag om EPSG:4326 (WGS84)".to_owned(),
            Self::GeenOmtrek => "er is geen omtrek te lezen: bekijk dit gebied in de kaart waar het uit komt".to_owned(),
            Self::Aanhaling => "een aanhalingsteken is niet gesloten: bekijk deze regel in een tekstprogramma".to_owned(),
            Self::Kolommen { verwacht, gevonden } => format!("de regel heeft {gevonden} velden en er zijn {verwacht} koppen: bekijk deze regel in een tekstprogramma"),
            Self::GeenGebied => "geen regiocode: een code is NL01, JZ34, GM0758 of WK075801".to_owned(),
            Self::GeenPeriode => "geen jaar: een jaar is 2022, 2022* of 2022JJ00".to_owned(),
            Self::GeenHeelJaar => "een deel van een jaar, en dat kan niet naast hele jaren staan: kies hele jaren in StatLine".to_owned(),
            Self::Dubbel { eerder } => format!("dit cijfer van dit gebied en jaar staat er vaker met een andere waarde (zie regel {eerder}), dus geen van beide is bewaard: de tabel heeft nog een onderverdeling, kies daarvan het totaal"),
            Self::DubbeleKolom => "een andere kolom zou hetzelfde cijfer zijn, dus geen van beide is bewaard: kies er één in StatLine".to_owned(),
            Self::GeenGetal => "geen getal: verbeter het, of schrijf . als het niet bekend is".to_owned(),
            Self::Duizendtal => "te lezen als duizenden en als decimalen: schrijf het zonder scheidingstekens".to_owned(),
            Self::Breuk => "een aantal mensen of huizen heeft geen decimalen: bekijk de bron".to_owned(),
            Self::BuitenGrens { van, tot } => format!("dat kan niet: dit cijfer ligt hier tussen {} en {}: bekijk de bron", comma(van), comma(tot)),
            Self::Komma { factor, verwacht, .. } => {
                let about = verwacht.map(|v| format!(" (ongeveer {})", comma(v))).unwrap_or_default();
                format!("{factor} keer wat te verwachten is{about}: is de decimale komma weg? Bekijk de bron; de waarde is bewaard met een merk en telt niet mee. Klopt ze toch, lees het bestand dan opnieuw in en zeg dat de waarden kloppen")
            }
            Self::KommaEerder { jaar, waarde, factor } => format!("met deze waarde ernaast is {jaar} van dit gebied ({}, eerder ingelezen) {factor} keer te groot: is daar de decimale komma weg? Die waarde heeft nu een merk en telt niet mee. Bekijk de bron van {jaar}", comma(waarde)),
            Self::AlDefinitief => "voorlopig, terwijl het definitieve cijfer er al is: het definitieve is gebleven".to_owned(),
            Self::GeenBrin => "geen nummer van een school: een BRIN is twee cijfers en twee letters, met daarachter een vestiging van twee cijfers (00AA00)".to_owned(),
            Self::GeenPostcode => "geen postcode: een postcode is vier cijfers en twee letters".to_owned(),
            Self::DubbeleSchool { eerder } => format!("deze school staat ook op regel {eerder}, met iets anders: verbeter de lijst"),
        }
    }
}

/// A number with a decimal comma.
fn comma(number: impl Display) -> String {
    number.to_string().replace('.', ",")
}

/// As many as can be read, and how many more there are.
fn names(all: impl ExactSizeIterator<Item = impl Display>) -> String {
    const SHOWN: usize = 5;
    let more = all.len().saturating_sub(SHOWN);
    let out = all.take(SHOWN).map(|one| one.to_string()).collect::<Vec<_>>().join(", ");
    if more > 0 { format!("{out} (+{more})") } else { out }
}

impl Melding {
    /// In words, Dutch and English.
    pub fn words(&self) -> (String, String) {
        match self {
            Self::NietGepubliceerd(n) => (
                format!(
                    "{n} cijfers zijn niet gepubliceerd (afgeschermd of leeg): die zijn onbekend, nooit nul"
                ),
                format!("{n} figures are not published (suppressed or empty): they are unknown, never zero"),
            ),
            Self::Voorlopig(jaar) => (
                format!(
                    "cijfers van {jaar} zijn voorlopig: van jeugdzorg zijn definitieve cijfers vaak 5 tot 6 % hoger"
                ),
                format!(
                    "figures of {jaar} are provisional: of youth care, definite figures are often 5 to 6% higher"
                ),
            ),
            Self::StandNietGezegd(jaar) => (
                format!("het bestand zegt niet of {jaar} voorlopig is"),
                format!("the file does not say whether {jaar} is provisional"),
            ),
            Self::AndereWijken { van, tot, vervallen, nieuw } => {
                let (gone, fresh) = (names(vervallen.iter()), names(nieuw.iter()));
                (
                    format!("tussen {van} en {tot} zijn wijken vervallen: {gone}; en nieuw: {fresh}"),
                    format!("between {van} and {tot} neighbourhoods went: {gone}; and came: {fresh}"),
                )
            }
            Self::AndereGrenzen { jaar, wijken } => {
                let which = names(wijken.iter());
                (
                    format!(
                        "in {jaar} zijn grenzen verlegd van {which}: jaren daarvoor en daarna staan niet naast elkaar"
                    ),
                    format!(
                        "in {jaar} borders moved of {which}: years before and after cannot stand beside each other"
                    ),
                )
            }
            Self::AndereCodes { jaar, wijken } => {
                let which = names(wijken.iter());
                (
                    format!("in {jaar} kregen een andere code: {which}"),
                    format!("in {jaar} another code was given to {which}"),
                )
            }
            Self::Behouden { jaar, gebieden } => (
                format!(
                    "{gebieden} gebieden staan voor {jaar} niet in dit bestand; wat er van bekend was, is gebleven"
                ),
                format!("{gebieden} areas are not in this file for {jaar}; what was known of them stays"),
            ),
            Self::AndereRegio { ander, gemeenten } => {
                let which = names(gemeenten.iter());
                (
                    format!("in een andere jeugdregio dan in {ander}: {which}"),
                    format!("in another youth region than in {ander}: {which}"),
                )
            }
            Self::ScholenWeg(which) => {
                let which = names(which.iter());
                (
                    format!("niet meer op de lijst, en weggehaald: {which}"),
                    format!("no longer on the list, and taken out: {which}"),
                )
            }
        }
    }
}

impl Soort {
    /// What it is called.
    pub const fn naam(self) -> Tekst {
        let (nl, en) = match self {
            Self::Cijfers => ("cijfers", "figures"),
            Self::Jeugdregios => ("jeugdregio's", "youth regions"),
            Self::Kaart => ("kaart", "map"),
            Self::Scholen => ("scholen", "schools"),
        };
        Tekst { nl, en }
    }
}

impl Stand {
    /// In words.
    pub const fn naam(self) -> Tekst {
        let (nl, en) = match self {
            Self::Voorlopig => ("voorlopig", "provisional"),
            Self::NietGezegd => ("niet gezegd of het voorlopig is", "not said whether provisional"),
            Self::NaderVoorlopig => ("nader voorlopig", "revised provisional"),
            Self::Definitief => ("definitief", "definite"),
        };
        Tekst { nl, en }
    }
}

impl Onbekend {
    /// In words.
    pub const fn naam(self) -> Tekst {
        let (nl, en) = match self {
            Self::Punt => (
                "niet gepubliceerd: onbekend, te onzeker of geheim",
                "not published: unknown, too uncertain or secret",
            ),
            Self::Geheim => ("niet gepubliceerd: geheim", "not published: secret"),
            Self::Streep => {
                ("een streepje in de bron: geen, of onbekend", "a dash in the source: none, or unknown")
            }
            Self::Leeg => ("leeg in de bron", "empty in the source"),
            Self::Code => ("de bron zegt dat het ontbreekt", "the source says that it is missing"),
        };
        Tekst { nl, en }
    }
}

impl GeenTarief {
    /// In words.
    pub const fn naam(self) -> Tekst {
        let (nl, en) = match self {
            Self::GeenTeller => ("geen cijfer ingelezen", "no figure was imported"),
            Self::Onbekend(why) => return why.naam(),
            Self::Verdacht => ("ingelezen, maar er wordt aan getwijfeld", "imported, but doubted"),
            Self::GeenNoemer => {
                ("niet bekend hoeveel jeugdigen er wonen", "not known how many youths live here")
            }
        };
        Tekst { nl, en }
    }
}

impl Kanttekening {
    /// In a few words, for beside a figure; [`Kanttekening::words`] explains.
    pub fn short(self) -> (String, String) {
        let (nl, en) = match self {
            Self::Voorlopig => ("voorlopig", "provisional"),
            Self::StandNietGezegd => ("niet gezegd of het voorlopig is", "not said whether provisional"),
            Self::NoemerGeschat => ("aantal jeugdigen geschat", "number of youths estimated"),
            Self::NoemerOpgeteld => ("aantal jeugdigen opgeteld", "number of youths added up"),
            Self::Studenten => ("veel mensen van 15 tot 25", "many people from 15 to 24"),
            Self::TellerTot23 => ("jeugdzorg tot 23 jaar geteld", "youth care counted up to 22"),
            Self::Klein => ("klein aantal", "small number"),
            Self::Reeksbreuk => ("reeks breekt in 2021", "series breaks in 2021"),
            Self::GrensAnders => ("andere grenzen", "other borders"),
            Self::GrensNietGezegd => {
                ("niet bekend of grenzen gelijk zijn", "not known whether borders are the same")
            }
            Self::AnderJaar(jaar) => {
                return (format!("armoede of wonen van {jaar}"), format!("poverty or housing of {jaar}"));
            }
        };
        (nl.to_owned(), en.to_owned())
    }

    /// In words, Dutch and English.
    pub fn words(self) -> (String, String) {
        let (nl, en) = match self {
            Self::Voorlopig => (
                "Voorlopig cijfer. Van jeugdzorg zijn definitieve cijfers vaak 5 tot 6 % hoger.",
                "Provisional. Of youth care, definite figures are often 5 to 6% higher.",
            ),
            Self::StandNietGezegd => (
                "De bron zegt niet of dit cijfer voorlopig is.",
                "The source does not say whether this is provisional.",
            ),
            Self::NoemerGeschat => (
                "Het aantal jeugdigen is geschat uit leeftijden.",
                "The number of youths is estimated from ages.",
            ),
            Self::NoemerOpgeteld => (
                "Het aantal jeugdigen is opgeteld uit delen van het gebied.",
                "The number of youths is the sum of parts of the area.",
            ),
            Self::Studenten => (
                "Er wonen veel mensen van 15 tot 25, zoals studenten: het cijfer is dan te laag.",
                "Many people from 15 to 24 live here, such as students: the figure is too low then.",
            ),
            Self::TellerTot23 => (
                "Jongeren tot 23 met jeugdzorg, per jeugdige tot 18.",
                "Youths up to 22 in care, per youth up to 17.",
            ),
            Self::Klein => (
                "Zo weinig jongeren dat afronden alleen al meer dan een tiende scheelt.",
                "So few youths that rounding alone makes more than a tenth of difference.",
            ),
            Self::Reeksbreuk => (
                "Vanaf 2021 geven meer aanbieders gegevens door: jaren daarvoor zijn daardoor lager.",
                "From 2021 on more providers report: years before are lower for that reason.",
            ),
            Self::GrensAnders => (
                "De grenzen zijn verlegd: de jaren zijn niet te vergelijken.",
                "Borders moved: the years cannot be compared.",
            ),
            Self::GrensNietGezegd => {
                ("Niet bekend of de grenzen zijn verlegd.", "Not known whether borders moved.")
            }
            Self::AnderJaar(jaar) => {
                return (
                    format!("Armoede of wonen is van {jaar}: nieuwere cijfers zijn er niet."),
                    format!("Poverty or housing is of {jaar}: there are no newer figures."),
                );
            }
        };
        (nl.to_owned(), en.to_owned())
    }
}
