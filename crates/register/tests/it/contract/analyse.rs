//! Problem analyses: written by policy, read and annotated by whom they are shared with, and no words lost.

use jiff::civil::date;
use register::beeld::{AnalyseBeeld, AnalyseBotsing, Gedaan, NieuweNoot};
use stelsel::analyse::{
    Afspraak, Alinea, Daad, Deel, Moment, Probleemanalyse, Reactie, Stuk, Vindplaats, Voortgang, Wijziging,
};
use stelsel::plan::Woorden;

use super::*;

type Done = Result<Gedaan<Probleemanalyse, AnalyseBotsing>, Fout>;

fn who(rol: Rol) -> Identiteit {
    Identiteit::new(rol.key(), format!("Proef {}", rol.key()), rol)
}

fn words(text: &str) -> Woorden {
    Woorden::new(text).unwrap()
}

fn key() -> String {
    Register::form_key().unwrap()
}

fn open_with_people(opslag: &Opslag) -> Register {
    let register = open(opslag);
    for rol in [Rol::Beleid, Rol::Raad, Rol::Aanbieder, Rol::Clientenraad] {
        register.put_account(&who(rol)).unwrap();
    }
    register
}

fn begin(register: &Register) -> Id<Probleemanalyse> {
    match register.begin_analysis(&who(Rol::Beleid), words("Wachten in noord"), &key()).unwrap() {
        Gedaan::Opgeslagen(id, 1) => id,
        other => panic!("{other:?}"),
    }
}

fn alinea(deel: Deel, text: &str) -> Daad {
    Daad::Alinea(Alinea { deel, tekst: words(text), vindplaats: None })
}

fn change(register: &Register, id: Id<Probleemanalyse>, part: (Option<u32>, u32), daad: Daad) -> Done {
    let (nr, gelezen) = part;
    register.change_analysis(&who(Rol::Beleid), id, Wijziging { nr, gelezen, daad }, &key())
}

fn stored(done: Done) -> i64 {
    match done.unwrap() {
        Gedaan::Opgeslagen(_, versie) => versie,
        Gedaan::Nieuwer(_) => panic!("not stored"),
    }
}

fn share(register: &Register, id: Id<Probleemanalyse>, gelezen: u32, with: &[Rol]) {
    let kop =
        Daad::Kop { titel: words("Wachten in noord"), gebied: words("Breda noord"), gedeeld: with.to_vec() };
    stored(change(register, id, (None, gelezen), kop));
}

fn read(register: &Register, rol: Rol, id: Id<Probleemanalyse>) -> Result<AnalyseBeeld, Fout> {
    register.look(&who(rol), Onderdeel::Analyses, &id.to_string(), |l| l.analyse(id))
}

pub(super) fn versions_and_two_at_once(opslag: &Opslag) {
    let register = open_with_people(opslag);
    let id = begin(&register);
    let found = Vindplaats {
        momentopname: words("snapshot-2026-03-31-0123456789abcdef"),
        indicator: words("instroom"),
        gebied: words("WK075801"),
    };
    let with_figure = Daad::Alinea(Alinea {
        deel: Deel::Cijfers,
        tekst: words("De instroom groeit."),
        vindplaats: Some(found.clone()),
    });
    assert_eq!(stored(change(&register, id, (None, 0), with_figure)), 2);
    assert_eq!(
        stored(change(&register, id, (Some(1), 2), alinea(Deel::Cijfers, "De instroom groeit snel."))),
        3
    );

    // Who read version 2 hears of it; nothing of theirs is stored, and what stands there comes back.
    match change(&register, id, (Some(1), 2), alinea(Deel::Cijfers, "De instroom daalt.")).unwrap() {
        Gedaan::Nieuwer(clash) => {
            assert_eq!(clash.nu.alinea(1).unwrap().wat.tekst.as_str(), "De instroom groeit snel.");
            assert_eq!(clash.versie, 3);
        }
        other @ Gedaan::Opgeslagen(..) => panic!("{other:?}"),
    }
    let seen = read(&register, Rol::Beleid, id).unwrap();
    assert_eq!((seen.versie.versie, seen.analyse.alineas.len()), (3, 1));
    assert_eq!(seen.versie.wie, "Proef beleid");

    // The same form twice has one effect.
    let once = key();
    let again = Wijziging { nr: None, gelezen: 0, daad: alinea(Deel::Zien, "Er wordt lang gewacht.") };
    for _ in 0..2 {
        let done = register.change_analysis(&who(Rol::Beleid), id, again.clone(), &once);
        assert_eq!(stored(done), 4);
    }
    let versions = register
        .look(&who(Rol::Beleid), Onderdeel::Analyses, &id.to_string(), |l| {
            l.analyse_versies(id, Some((3, 2)))
        })
        .unwrap();
    assert_eq!(versions.versies.iter().map(|v| v.versie).collect::<Vec<_>>(), [4, 3, 2, 1]);
    let (van, tot, differs) = versions.tussen.unwrap();
    assert_eq!((van, tot, differs.len()), (2, 3, 1));
    assert!(
        differs[0].velden.iter().any(|v| v.stukken.contains(&Stuk::Erbij(" snel".to_owned()))),
        "{differs:?}"
    );
    assert!(differs[0].velden.iter().any(|v| v.veld == "vindplaats"), "the figure that went is told");
    let none = register.look(&who(Rol::Beleid), Onderdeel::Analyses, &id.to_string(), |l| {
        l.analyse_versies(id, Some((1, 99)))
    });
    assert!(matches!(none, Err(Fout::NietGevonden)));
}

pub(super) fn shared_with_roles_and_annotated(opslag: &Opslag) {
    let register = open_with_people(opslag);
    let id = begin(&register);
    stored(change(&register, id, (None, 0), alinea(Deel::Zien, "Er wordt lang gewacht.")));
    let note = |soort, text: &str, bij| NieuweNoot { nr: 1, bij, soort, tekst: words(text) };
    let raad = who(Rol::Raad);

    // Not shared: as if it is not there. Those who have no such part, and partners, write nothing in it.
    assert!(matches!(read(&register, Rol::Raad, id), Err(Fout::NietGevonden)));
    let refused = register.annotate(&raad, id, note(Reactie::Eens, "", 2), &key());
    assert!(matches!(refused, Err(Fout::NietGevonden)));
    share(&register, id, 1, &[Rol::Raad, Rol::Clientenraad]);
    assert!(read(&register, Rol::Raad, id).is_ok() && read(&register, Rol::Clientenraad, id).is_ok());
    for rol in [Rol::Aanbieder, Rol::Gezinslid, Rol::Beheer, Rol::Netwerk, Rol::Auditor] {
        assert!(matches!(read(&register, rol, id), Err(Fout::NietGevonden)), "{rol:?}");
    }
    let theirs = Wijziging { nr: Some(1), gelezen: 2, daad: alinea(Deel::Zien, "Anders.") };
    assert!(matches!(register.change_analysis(&raad, id, theirs, &key()), Err(Fout::NietGevonden)));
    assert!(matches!(register.begin_analysis(&raad, words("Eigen"), &key()), Err(Fout::NietGevonden)));
    // Sharing with who may never read one is no sharing.
    let kop = Daad::Kop { titel: words("W"), gebied: words(""), gedeeld: vec![Rol::Netwerk] };
    assert!(matches!(change(&register, id, (None, 3), kop), Err(Fout::Zinloos(_))));

    let once = key();
    for _ in 0..2 {
        stored(register.annotate(&raad, id, note(Reactie::Anders, "In zuid is het langer.", 2), &once));
    }
    stored(register.annotate(&who(Rol::Clientenraad), id, note(Reactie::Eens, "", 2), &key()));
    assert!(matches!(
        register.annotate(&raad, id, note(Reactie::Anders, "", 2), &key()),
        Err(Fout::Zinloos(_))
    ));
    let beside_nothing = NieuweNoot { nr: 9, ..note(Reactie::Eens, "", 0) };
    assert!(matches!(register.annotate(&raad, id, beside_nothing, &key()), Err(Fout::Zinloos(_))));
    let seen = read(&register, Rol::Beleid, id).unwrap();
    // The clock stands still: of one moment there is no order.
    let mut told: Vec<_> = seen.noten.iter().map(|n| (n.rol, n.soort, n.tekst.as_str(), n.bij)).collect();
    told.sort_unstable_by_key(|line| line.0);
    assert_eq!(
        told,
        [
            (Rol::Raad, Reactie::Anders, "In zuid is het langer.", 2),
            (Rol::Clientenraad, Reactie::Eens, "", 2)
        ]
    );
    assert_eq!(seen.versie.versie, 3, "a note is no version");

    // What is not shared any more is gone with the next look.
    share(&register, id, 3, &[Rol::Clientenraad]);
    assert!(matches!(read(&register, Rol::Raad, id), Err(Fout::NietGevonden)));
    let list =
        |rol| register.look(&who(rol), Onderdeel::Analyses, "", |l: &mut Lezing<'_>| l.analyses()).unwrap();
    assert_eq!((list(Rol::Raad).regels.len(), list(Rol::Clientenraad).regels.len()), (0, 1));
    assert!(list(Rol::Beleid).schrijft && !list(Rol::Clientenraad).schrijft);
}

pub(super) fn agreements_are_followed(opslag: &Opslag) {
    let register = open_with_people(opslag);
    let id = begin(&register);
    let afspraak = Afspraak {
        wat: words("Extra plekken dagbehandeling"),
        wie: words("Gemeente en aanbieder"),
        hoeveel: words("10 plekken"),
        tot: date(2020, 6, 30),
        kijk: Some(date(2020, 3, 1)),
        momenten: Vec::new(),
    };
    assert!(matches!(
        change(&register, id, (None, 0), Daad::Afspraak(Afspraak { wie: words(""), ..afspraak.clone() })),
        Err(Fout::Zinloos(_))
    ));
    stored(change(&register, id, (None, 0), Daad::Afspraak(afspraak)));
    let due = |register: &Register| {
        let list = register
            .look(&who(Rol::Beleid), Onderdeel::Analyses, "", |l: &mut Lezing<'_>| l.analyses())
            .unwrap();
        (list.regels[0].afspraken, list.regels[0].uitnodigingen)
    };
    assert_eq!(due(&register), (1, 1), "its day is past");
    let moment = Moment { dag: date(2026, 1, 1), stand: Voortgang::Gelukt, kwam: words("Negen plekken.") };
    stored(change(&register, id, (Some(1), 2), Daad::Kijk(moment.clone(), None)));
    assert_eq!(due(&register), (1, 0));
    let seen = read(&register, Rol::Beleid, id).unwrap();
    assert_eq!(seen.analyse.afspraak(1).unwrap().wat.momenten, [moment]);
    // Gone parts stay in the versions.
    stored(change(&register, id, (Some(1), 3), Daad::Weg));
    assert_eq!(due(&register), (0, 0));
    match change(&register, id, (Some(1), 3), Daad::Weg).unwrap() {
        Gedaan::Nieuwer(clash) => assert_eq!(clash.versie, 0),
        other @ Gedaan::Opgeslagen(..) => panic!("{other:?}"),
    }
}
