//! Samples of who may see a family.

use register::beeld::{NoodMelding, Oordeel, ToegangBeeld, WieMag};
use stelsel::Rol;
use stelsel::persoon::GezinsRol;
use stelsel::toegang::{Keuze, Relatie, Toegang, delen};

use super::{date, id, moment, of, persoon};

/// Everything of a file, for who works with it.
pub(crate) fn werk() -> Toegang {
    let (rol, relatie) = (Rol::Wijkteam, Relatie::Team);
    Toegang { relatie, doel: relatie.purpose(rol), delen: delen(rol, relatie) }
}

/// As the team sees it, or a young person of the family.
pub(crate) fn toegang(nasty: &str, young: bool) -> ToegangBeeld {
    let wie = |rol: Rol, relatie: Relatie, n: Option<u8>| WieMag {
        naam: of(nasty, "Samira Bouali"),
        rol,
        relatie,
        delen: delen(rol, relatie),
        sinds: n.map(|_| moment()),
        tot: n.filter(|n| *n > 1).map(|_| moment()),
        id: n.map(id),
    };
    let tom = persoon(1, GezinsRol::Jeugdige, nasty, "Tom", Some(date(2010, 6, 2)));
    let marieke = persoon(3, GezinsRol::Ouder, nasty, "Marieke", None);
    let account = (of(nasty, "noor"), of(nasty, "Noor de Boer"), Rol::Expertteam, vec![Relatie::Advies]);
    ToegangBeeld {
        gezin: id(1),
        naam: of(nasty, "De Wit"),
        afgeschermd: young,
        beslist: !young,
        mensen: vec![
            wie(Rol::Wijkteam, Relatie::Team, None),
            wie(Rol::Regisseur, Relatie::Regisseur, Some(1)),
            wie(Rol::Tafellid, Relatie::Tafel, Some(2)),
            wie(Rol::Wijkteam, Relatie::Nood, Some(3)),
            wie(Rol::Gezinslid, Relatie::Lid, None),
        ],
        aanbieders: if young { Vec::new() } else { vec![of(nasty, "Samen Thuis")] },
        functies: vec![Rol::Beheer],
        gezag: if young {
            Vec::new()
        } else {
            vec![(tom.clone(), marieke.clone(), true), (tom, marieke.clone(), false)]
        },
        keuzes: if young { vec![(marieke, Keuze::Bezwaar)] } else { Vec::new() },
        keus: vec![account],
    }
}

/// One that was read, one that was not.
pub(crate) fn meldingen(nasty: &str) -> Vec<NoodMelding> {
    let melding = |n: u8, bekeken| NoodMelding {
        id: id(n),
        wie: of(nasty, "Samira Bouali"),
        van: moment(),
        tot: moment(),
        reden: of(nasty, "De huisarts belt: het kind is vannacht niet thuisgekomen."),
        gezin: Some((id(1), of(nasty, "De Wit"))),
        wijk: Some(of(nasty, "Hoge Vucht")),
        bekeken,
    };
    vec![melding(1, None), melding(2, Some((of(nasty, "Ilse Maas"), moment(), Oordeel::Nodig)))]
}
