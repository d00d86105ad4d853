//! Samples of a family through time, of doubles and of first questions.

use register::beeld::{
    BewonerRegel, Dubbel, DubbelPersoon, DubbelenBeeld, HuishoudenBeeld, LedenBeeld, LidBeeld, NetwerkRegel,
    SamenRegel, VraagInvoer, VraagRegel, Vraagcijfers, VragenBeeld,
};
use stelsel::dubbel::Reden;
use stelsel::gezin::Adres;
use stelsel::omgeving::NetwerkSoort;
use stelsel::persoon::GezinsRol;
use stelsel::vraag::{Antwoordsoort, Kanaal, Vrager};

use super::{STAND, date, id, moment, of, persoon, wijkcode};
use crate::pages::leden::Gevuld;

#[expect(clippy::unnecessary_wraps, reason = "as the page has it")]
fn adres(nasty: &str) -> Option<Adres> {
    Some(Adres {
        straat: Some(of(nasty, "Lindelaan")),
        huis: Some(of(nasty, "12a")),
        postcode: Some(of(nasty, "4811AB")),
        plaats: Some(of(nasty, "Breda")),
    })
}

pub(crate) fn netwerk(nasty: &str) -> Vec<NetwerkRegel> {
    let one = |nr: u8, soort, naam: &str, wat: &str, vroeger| NetwerkRegel {
        id: id(nr),
        persoon: (nr % 2 == 1).then(|| (id(1), of(nasty, "Tom"))),
        soort,
        naam: of(nasty, naam),
        wat: of(nasty, wat),
        telefoon: of(nasty, "06 12 34 56 78"),
        tekst: of(nasty, "Past op woensdagmiddag op, en kent Tom als geen ander."),
        van: Some(date(2025, 9, 1)),
        tot: Some(date(2026, 1, 1)).filter(|_| vroeger),
        vroeger,
        versie: 1,
    };
    vec![
        one(1, NetwerkSoort::Eigen, "Ria", "oma", false),
        one(2, NetwerkSoort::Eigen, "Youssef", "mentor die Tom zelf koos (JIM)", false),
        one(3, NetwerkSoort::School, "De Wegwijzer", "groep 8", false),
        one(4, NetwerkSoort::Professional, "Hanna de Boer", "huisarts", true),
    ]
}

pub(crate) fn samen(nasty: &str) -> Vec<SamenRegel> {
    let one = |nr: u8, gezin, door| SamenRegel {
        id: id(nr),
        gezin,
        weg: of(nasty, "De Wit"),
        adres: adres(nasty).filter(|_| gezin),
        naar: of(nasty, "De Wit"),
        wanneer: moment(),
        door,
    };
    vec![one(1, true, Some(of(nasty, "Samira Bouali"))), one(2, false, None)]
}

pub(crate) fn leden(nasty: &str) -> LedenBeeld {
    let lid = |nr: u8, rol, naam: &str, geboren, vroeger, eigen_gezin| LidBeeld {
        persoon: persoon(nr, rol, nasty, naam, geboren),
        versie: 1,
        tijd: vec![(Some(date(2020, 1, 1)), None), (None, Some(date(2025, 1, 1)))],
        vroeger,
        eigen_gezin,
    };
    let young = Some(date(2014, 6, 2));
    LedenBeeld {
        gezin: id(1),
        naam: of(nasty, "De Wit"),
        wijk: Some(of(nasty, "Hoge Vucht")),
        adres: adres(nasty),
        wijzigt: true,
        bron: true,
        leden: vec![
            lid(1, GezinsRol::Jeugdige, "Tom", young, false, None),
            lid(2, GezinsRol::Jeugdige, "Noor", young, false, Some((Some(id(2)), of(nasty, "Jansen")))),
            lid(3, GezinsRol::Ouder, "Marieke", None, false, None),
            lid(4, GezinsRol::Ander, "Kees", None, true, Some((None, String::new()))),
        ],
        huishoudens: vec![
            HuishoudenBeeld {
                id: id(1),
                naam: of(nasty, "Bij Marieke"),
                adres: adres(nasty),
                van: None,
                tot: None,
                uit_bericht: false,
                versie: 1,
                bewoners: vec![BewonerRegel {
                    id: id(1),
                    persoon: id(1),
                    naam: of(nasty, "Tom"),
                    hoe: of(nasty, "om de week"),
                    van: Some(date(2025, 9, 1)),
                    tot: None,
                }],
            },
            HuishoudenBeeld {
                id: id(2),
                naam: String::new(),
                adres: None,
                van: Some(date(2025, 9, 1)),
                tot: Some(STAND),
                uit_bericht: true,
                versie: 1,
                bewoners: Vec::new(),
            },
        ],
        netwerk: netwerk(nasty),
        gezag: vec![(of(nasty, "Tom"), of(nasty, "Marieke de Wit"), true)],
        samen: samen(nasty),
        vragen: vec![(date(2026, 1, 8), of(nasty, "Hij slaapt zo slecht, is dat erg?"))],
        andere: vec![(id(2), of(nasty, "Aydin"))],
    }
}

pub(crate) fn gevuld(nasty: &str) -> Gevuld {
    Gevuld {
        voornaam: of(nasty, "Tom"),
        achternaam: of(nasty, "de Wit"),
        geboren: "2014-06-02".into(),
        bsn: of(nasty, "999900006"),
        adres: of(nasty, "Lindelaan 12a, 4811AB Breda"),
    }
}

pub(crate) fn dubbelen(nasty: &str) -> DubbelenBeeld {
    let pair = |naam: &str| DubbelPersoon {
        personen: [
            persoon(3, GezinsRol::Ouder, nasty, naam, Some(date(1984, 5, 6))),
            persoon(4, GezinsRol::Ouder, nasty, naam, None),
        ],
        redenen: Reden::ALL.to_vec(),
    };
    let side = |nr: u8| (id(nr), of(nasty, "De Wit"), adres(nasty).filter(|_| nr == 1));
    DubbelenBeeld {
        dubbelen: vec![
            Dubbel {
                gezinnen: [side(1), side(2)],
                personen: vec![pair("Marieke"), pair("Sjoerd")],
                voordeur: true,
            },
            Dubbel { gezinnen: [side(1), side(1)], personen: vec![pair("Marieke")], voordeur: false },
        ],
        meer: 3,
        samen: samen(nasty),
    }
}

pub(crate) fn vragen(nasty: &str) -> VragenBeeld {
    let one = |nr: u8, gezin| VraagRegel {
        id: id(nr),
        invoer: VraagInvoer {
            tekst: of(nasty, "Mijn zoon van elf wil niet meer naar school. Wat kan ik doen?"),
            dag: Some(STAND),
            wijk: Some(wijkcode(1)),
            school: of(nasty, "De Wegwijzer"),
            wie: Some(Vrager::Ouder),
            naam: of(nasty, "Marieke"),
            kanaal: Some(Kanaal::Telefoon),
            antwoord: of(nasty, "Samen bedacht om met de juf te praten, en vrijdag bel ik terug."),
            soorten: vec![Antwoordsoort::Gerustgesteld, Antwoordsoort::Gesprek],
            eigen_soort: of(nasty, "meegelopen"),
        },
        dag: STAND,
        wijk: Some(of(nasty, "Hoge Vucht")),
        door: of(nasty, "Samira Bouali"),
        eigen: true,
        versie: 1,
        gezin,
        gekoppeld: nr > 1,
    };
    VragenBeeld {
        vragen: vec![one(1, None), one(2, Some((id(1), of(nasty, "De Wit")))), one(3, None)],
        wijken: vec![(wijkcode(1), of(nasty, "Hoge Vucht"))],
        eigen_soorten: vec![of(nasty, "meegelopen")],
        gezinnen: vec![(id(1), of(nasty, "De Wit"))],
        maanden: [3, 12],
    }
}

pub(crate) fn vraagcijfers(nasty: &str) -> Vraagcijfers {
    let maanden: Vec<_> = (1..=6).map(|month| date(2026, month, 1)).collect();
    Vraagcijfers {
        wijken: vec![(wijkcode(1), of(nasty, "Hoge Vucht"))],
        wijk: Some(wijkcode(1)),
        alle: vec![4, 12, 31, 28, 0, 17],
        soorten: vec![(Some(Antwoordsoort::Gerustgesteld), vec![1, 10, 13, 2, 0, 11]), (None, vec![0; 6])],
        maanden,
    }
}
