//! A message as a list of elements with the meaning of their codes, for a page or a printout.

use crate::basis::Waarde;
use crate::bericht::{Bericht, schrijf_inhoud};
use crate::schrijver::Ontvanger;
use crate::tabel::{Grens, Ruimte};

/// One element of a message.
#[derive(Clone, PartialEq, Eq)]
pub struct Veld {
    /// How many elements stand around it, the root not counted.
    pub diepte: u8,
    /// Its name.
    pub naam: &'static str,
    /// Its value; none when it holds other elements.
    pub waarde: Option<String>,
    /// What the value means, when it is a code of a list.
    pub omschrijving: Option<&'static str>,
}

impl std::fmt::Debug for Veld {
    /// Prints no value: it may say something about a person.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Veld").field("diepte", &self.diepte).field("naam", &self.naam).finish_non_exhaustive()
    }
}

/// The elements that were handed over so far.
#[derive(Default)]
struct Overzicht {
    velden: Vec<Veld>,
    diepte: u8,
}

impl Ontvanger for Overzicht {
    fn open(&mut self, _: Ruimte, naam: &'static str) {
        self.velden.push(Veld { diepte: self.diepte, naam, waarde: None, omschrijving: None });
        self.diepte += 1;
    }

    fn waarde<T: Waarde>(&mut self, waarde: &T) {
        let Some(veld) = self.velden.last_mut() else { return };
        let mut tekst = String::new();
        waarde.append(&mut tekst);
        if let Grens::Lijst { codes, .. } = T::DATATYPE.grens {
            veld.omschrijving = codes.iter().find(|code| code.code == tekst).map(|code| code.omschrijving);
        }
        veld.waarde = Some(tekst);
    }

    fn tekst(&mut self, tekst: &'static str) {
        if let Some(veld) = self.velden.last_mut() {
            veld.waarde = Some(tekst.to_owned());
        }
    }

    fn sluit(&mut self, _: Ruimte, _: &'static str) {
        self.diepte -= 1;
    }
}

impl Bericht {
    /// The elements of the message in their order, the root left out.
    pub fn velden(&self) -> Vec<Veld> {
        let mut overzicht = Overzicht::default();
        schrijf_inhoud(self, &mut overzicht);
        overzicht.velden
    }

    /// The citizen service numbers of the clients in the message.
    pub fn bsns(&self) -> Vec<&str> {
        match self {
            Self::Jw301(bericht) => vec![bericht.client.bsn.as_str()],
            Self::Jw305(bericht) => vec![bericht.client.bsn.as_str()],
            Self::Jw307(bericht) => vec![bericht.client.bsn.as_str()],
            Self::Jw315(bericht) => vec![bericht.client.bsn.as_str()],
            Self::Jw317(bericht) => vec![bericht.client.bsn.as_str()],
            Self::Jw302(bericht) => bericht.client.iter().map(|client| client.bsn.as_str()).collect(),
            Self::Jw306(bericht) => bericht.client.iter().map(|client| client.bsn.as_str()).collect(),
            Self::Jw308(bericht) => bericht.client.iter().map(|client| client.bsn.as_str()).collect(),
            Self::Jw316(bericht) => bericht.client.iter().map(|client| client.bsn.as_str()).collect(),
            Self::Jw318(bericht) => bericht.client.iter().map(|client| client.bsn.as_str()).collect(),
            // An answer bears no BSN: it is tied to a client by the reference of the request.
            Self::Jw319(_) | Self::Jw320(_) => Vec::new(),
            Self::Jw323(bericht) => {
                bericht.declaratie.clienten.iter().map(|client| client.bsn.as_str()).collect()
            }
            Self::Jw325(bericht) => {
                let clienten =
                    bericht.declaratie_antwoord.iter().flat_map(|antwoord| &antwoord.clienten).flatten();
                clienten.map(|client| client.bsn.as_str()).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {

    #[test]
    fn every_element_and_the_meaning_of_codes_are_there() {
        let xml = include_str!("../tests/goud/jw305-ok.xml");
        let bericht = crate::lees(xml.as_bytes()).unwrap();
        let velden = bericht.velden();
        let elementen = xml.matches("</").count();
        assert_eq!(velden.len(), elementen - 1, "all but the root");
        let status = velden.iter().find(|veld| veld.naam == "StatusAanlevering").unwrap();
        assert_eq!((status.waarde.as_deref(), status.omschrijving), (Some("1"), Some("Eerste aanlevering")));
        assert_eq!((velden[0].naam, velden[0].diepte, velden[0].waarde.as_deref()), ("Header", 0, None));
        assert!(!format!("{velden:?}").contains(bericht.bsns()[0]));
    }
}
