//! What stands around every page: menu, language, who is signed in. And the helpers by which templates speak.

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::toegang::Bereik;
use stelsel::{Cent, Hulpvorm, Identiteit, Onderdeel, Rol};

use crate::adres::Pad;
use crate::bewijs::Bewijs;
use crate::taal::Taal;
use crate::tekst::{TEKSTEN, Waarde};

/// The frame of a page.
#[derive(Clone, Debug)]
pub(crate) struct Kader {
    pub(crate) taal: Taal,
    /// Who is signed in.
    pub(crate) wie: Option<Identiteit>,
    /// The practice strip is shown.
    pub(crate) demo: bool,
    /// The part the page belongs to.
    pub(crate) hier: Option<Onderdeel>,
    /// Path and query of the page, to come back to after choosing a language.
    pub(crate) pad: String,
    /// What the forms of the page carry.
    pub(crate) bewijs: Bewijs,
}

/// An entry of the menu.
pub(crate) struct MenuPunt {
    pub(crate) naar: String,
    pub(crate) tekst: String,
    pub(crate) hier: bool,
}

impl Kader {
    /// A frame without a menu: for errors and for who is not signed in.
    pub(crate) fn kaal(taal: Taal) -> Self {
        Self { taal, wie: None, demo: false, hier: None, pad: String::new(), bewijs: Bewijs::default() }
    }

    /// The proof that a form of this page is ours.
    pub(crate) fn bewijs(&self) -> &str {
        self.bewijs.woord()
    }

    /// A text.
    pub(crate) fn t(&self, key: &str) -> String {
        TEKSTEN.get(self.taal, key, &[])
    }

    /// A text with one value.
    pub(crate) fn t1(&self, key: &str, name: &str, value: impl Into<Waarde>) -> String {
        TEKSTEN.get(self.taal, key, &[(name, value.into())])
    }

    /// A text with values.
    pub(crate) fn tx(&self, key: &str, args: &[(&str, Waarde)]) -> String {
        TEKSTEN.get(self.taal, key, args)
    }

    /// A day in words.
    pub(crate) fn datum(&self, day: Date) -> String {
        self.taal.datum(day)
    }

    /// A moment in words.
    pub(crate) fn moment(&self, moment: Timestamp) -> String {
        self.taal.moment(moment)
    }

    /// A number as the language writes it.
    pub(crate) fn getal(&self, number: u32) -> String {
        self.taal.getal(i64::from(number))
    }

    /// An amount as the language writes it.
    pub(crate) fn euro(&self, amount: Cent) -> String {
        self.taal.euro(amount)
    }

    /// The name of a form of help.
    pub(crate) fn vorm(&self, vorm: Hulpvorm) -> String {
        self.t(vorm.key())
    }

    /// The address of the style sheet.
    #[expect(clippy::unused_self, reason = "templates speak to the frame")]
    pub(crate) fn stijl(&self) -> String {
        Pad::Stijl.to_string()
    }

    /// Address of the page, to come back to.
    pub(crate) fn terug(&self) -> &str {
        if self.pad.is_empty() { "/" } else { &self.pad }
    }

    /// The language one can change to: tag and name, in that language.
    pub(crate) fn andere_taal(&self) -> (&'static str, &'static str) {
        match self.taal {
            Taal::Nl => ("en", "English"),
            Taal::En => ("nl", "Nederlands"),
        }
    }

    /// Whether the reader may look at any of a part.
    pub(crate) fn mag(&self, part: Onderdeel) -> bool {
        self.wie.as_ref().is_some_and(|wie| wie.reach(part) != Bereik::Niets)
    }

    /// The menu: only what is open to the reader. The same table of rights decides what the pages show.
    pub(crate) fn menu(&self) -> Vec<MenuPunt> {
        use Onderdeel as O;
        let mut menu = Vec::new();
        let mut add = |open: bool, pad: Pad, key: &str, parts: &[Onderdeel]| {
            if open {
                let hier = self.hier.is_some_and(|part| parts.contains(&part));
                menu.push(MenuPunt { naar: pad.to_string(), tekst: self.t(key), hier });
            }
        };
        if let Some(wie) = &self.wie
            && wie.rol == Rol::Gezinslid
            && let Some(id) = wie.gezin
        {
            let own = &[O::Gezin, O::Toegang, O::Inzagen, O::GoedGesprek, O::Plan];
            add(self.mag(O::Gezin), Pad::Gezin(id), "menu-mijn-gezin", own);
        }
        // A conversation belongs to where its reader comes from: the family, or the messages.
        let (of_families, of_messages): (&[_], &[_]) = if self.mag(O::Gezinnen) {
            let families = &[
                O::Gezinnen,
                O::Gezin,
                O::Gesprek,
                O::Toegang,
                O::Nood,
                O::Inzagen,
                O::GoedGesprek,
                O::Plan,
            ];
            (families, &[O::Berichten, O::Bericht])
        } else {
            (&[O::Gezinnen, O::Gezin, O::Toegang, O::Plan], &[O::Berichten, O::Bericht, O::Gesprek])
        };
        add(self.mag(O::Gezinnen), Pad::Gezinnen, "menu-gezinnen", of_families);
        add(self.mag(O::Meldingen), Pad::Meldingen, "menu-meldingen", &[O::Meldingen]);
        add(self.mag(O::Expertvragen), Pad::Expertvragen, "plan-menu-expertvragen", &[O::Expertvragen]);
        add(self.mag(O::Verzoeken), Pad::Verzoeken, "menu-verzoeken", &[O::Verzoeken, O::Verzoek]);
        add(self.mag(O::Regio), Pad::Regio, "menu-regio", &[O::Regio, O::Wijk]);
        add(self.mag(O::Aanbieders), Pad::Aanbieders, "menu-aanbieders", &[O::Aanbieders]);
        add(self.mag(O::Berichten), Pad::Berichten, "menu-berichten", of_messages);
        add(self.mag(O::Termijnen), Pad::Termijnen, "menu-termijnen", &[O::Termijnen]);
        add(self.mag(O::Quarantaine), Pad::Quarantaine, "menu-quarantaine", &[O::Quarantaine]);
        add(self.mag(O::Accounts), Pad::Accounts, "menu-accounts", &[O::Accounts]);
        add(self.mag(O::Journaal), Pad::Journaal, "menu-journaal", &[O::Journaal]);
        add(self.mag(O::Bewaren), Pad::Bewaren, "menu-bewaren", &[O::Bewaren]);
        add(self.mag(O::MijnGegevens), Pad::MijnGegevens, "menu-mijn-gegevens", &[O::MijnGegevens]);
        menu
    }

    /// Who is signed in, in words: name and role.
    pub(crate) fn ik(&self) -> String {
        self.wie.as_ref().map_or_else(String::new, |wie| format!("{} · {}", wie.naam, self.rol(wie.rol)))
    }

    /// The name of a role.
    pub(crate) fn rol(&self, rol: Rol) -> String {
        self.t(&format!("rol-{}", rol.key()))
    }
}

/// The first page of someone who signs in: for each role the people or the picture they work with.
pub(crate) fn eerste_pagina(wie: &Identiteit) -> Option<Pad> {
    match wie.rol {
        Rol::Wijkteam
        | Rol::Regisseur
        | Rol::Teamleider
        | Rol::TafelVoorzitter
        | Rol::Tafellid
        | Rol::Expertteam
        | Rol::Verwijzer
        | Rol::School => Some(Pad::Gezinnen),
        Rol::Beleid | Rol::Raad | Rol::Clientenraad => Some(Pad::Regio),
        Rol::Contract | Rol::Controller => Some(Pad::Aanbieders),
        Rol::Beheer | Rol::Aanbieder => Some(Pad::Berichten),
        Rol::Auditor => Some(Pad::Journaal),
        Rol::Gezinslid => wie.gezin.map(Pad::Gezin),
    }
}
