//! What stands around every page: menu, language, who is signed in. And the helpers by which templates speak.

use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::klok::{dutch_day, is_midnight};
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

    /// A text that speaks to someone of a family: `je` below eighteen, `u` to who is older.
    pub(crate) fn aan(&self, jong: impl std::borrow::Borrow<bool>, key: &str) -> String {
        self.tx(key, &[("vorm", vorm(*jong.borrow()).into())])
    }

    /// As [`Kader::aan`], with who helps the family.
    pub(crate) fn aan_met(&self, jong: impl std::borrow::Borrow<bool>, key: &str, vast: &str) -> String {
        self.tx(key, &[("vorm", vorm(*jong.borrow()).into()), ("vast", vast.into())])
    }

    /// A day in words.
    pub(crate) fn datum(&self, day: Date) -> String {
        self.taal.datum(day)
    }

    /// A moment in words.
    pub(crate) fn moment(&self, moment: Timestamp) -> String {
        self.taal.moment(moment)
    }

    /// From when something counts: a day when it begins with that day, otherwise a moment.
    pub(crate) fn begin(&self, moment: Timestamp) -> String {
        if is_midnight(moment) { self.datum(dutch_day(moment)) } else { self.moment(moment) }
    }

    /// Until when something counts: up to and including a day when it ends with that day, otherwise until a moment.
    pub(crate) fn einde(&self, moment: Timestamp) -> String {
        match dutch_day(moment).yesterday() {
            Ok(last) if is_midnight(moment) => self.t1("tot-en-met", "dag", self.datum(last)),
            _ => self.t1("tot-moment", "moment", self.moment(moment)),
        }
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
            let own =
                &[O::Gezin, O::Toegang, O::Inzagen, O::Leden, O::GoedGesprek, O::Delen, O::Plan, O::Brieven];
            add(self.mag(O::Gezin), Pad::Ons(id), "menu-mijn-gezin", own);
            add(self.mag(O::Post), Pad::Post(id), "menu-post", &[O::Post]);
        }
        add(self.mag(O::Vandaag), Pad::Vandaag, "menu-vandaag", &[O::Vandaag]);
        // A conversation belongs to where its reader comes from: the family, or the messages.
        let (of_families, of_messages): (&[_], &[_]) = if self.mag(O::Gezinnen) {
            let families: &[_] = &[
                O::Gezinnen,
                O::Gezin,
                O::Gesprek,
                O::Toegang,
                O::Nood,
                O::Inzagen,
                O::Leden,
                O::NieuwGezin,
                O::Dubbelen,
                O::GoedGesprek,
                O::Post,
                O::Delen,
                O::Plan,
                O::Brieven,
            ];
            (families, &[O::Berichten, O::Bericht])
        } else {
            (&[O::Gezinnen, O::Gezin, O::Toegang, O::Plan], &[O::Berichten, O::Bericht, O::Gesprek])
        };
        add(self.mag(O::Gezinnen), Pad::Gezinnen, "menu-gezinnen", of_families);
        add(self.mag(O::Vragen), Pad::Vragen, "menu-vragen", &[O::Vragen]);
        add(self.mag(O::Meldingen), Pad::Meldingen, "menu-meldingen", &[O::Meldingen]);
        add(self.mag(O::Expertvragen), Pad::Expertvragen, "plan-menu-expertvragen", &[O::Expertvragen]);
        add(self.mag(O::Verzoeken), Pad::Verzoeken, "menu-verzoeken", &[O::Verzoeken, O::Verzoek]);
        add(self.mag(O::Verwijzingen), Pad::Verwijzingen, "menu-verwijzingen", &[O::Verwijzingen]);
        add(self.mag(O::Regio), Pad::Regio, "menu-regio", &[O::Regio, O::Wijk]);
        add(self.mag(O::Cijfers), Pad::Cijfers, "menu-cijfers", &[O::Cijfers, O::Aanbiedercijfers]);
        add(self.mag(O::Uitproberen), Pad::Uitproberen, "menu-uitproberen", &[O::Uitproberen]);
        add(self.mag(O::Analyses), Pad::Analyses, "menu-analyses", &[O::Analyses]);
        add(self.mag(O::Aanbieders), Pad::Aanbieders, "menu-aanbieders", &[O::Aanbieders]);
        add(
            self.mag(O::Verwijsafspraken) && !self.mag(O::Vandaag),
            Pad::Verwijsafspraken,
            "menu-verwijsafspraken",
            &[O::Verwijsafspraken],
        );
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

/// How someone of a family is spoken to.
pub(crate) const fn vorm(jong: bool) -> &'static str {
    if jong { "je" } else { "u" }
}

/// The first page of someone who signs in: for each role the people or the picture they work with.
pub(crate) fn eerste_pagina(wie: &Identiteit) -> Option<Pad> {
    match wie.rol {
        Rol::Wijkteam | Rol::Regisseur => Some(Pad::Vandaag),
        Rol::Verwijzer => Some(Pad::Verwijzingen),
        Rol::Teamleider | Rol::TafelVoorzitter | Rol::Tafellid | Rol::Expertteam | Rol::School => {
            Some(Pad::Gezinnen)
        }
        // Mostly one family; without any the list says that nothing is shared now.
        Rol::Netwerk => Some(match wie.betrokken.as_slice() {
            [(gezin, _)] => Pad::Gezin(*gezin),
            _ => Pad::Gezinnen,
        }),
        Rol::Beleid | Rol::Raad | Rol::Clientenraad => Some(Pad::Regio),
        Rol::Contract | Rol::Controller => Some(Pad::Aanbieders),
        Rol::Beheer | Rol::Aanbieder => Some(Pad::Berichten),
        Rol::Auditor => Some(Pad::Journaal),
        Rol::Gezinslid => wie.gezin.map(Pad::Ons),
    }
}
