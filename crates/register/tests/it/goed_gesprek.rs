//! Het goede gesprek: a draft that is saved while one types, two who write at once, who reads what was said, and what stays.

use std::sync::Arc;

use jiff::SignedDuration;
use register::beeld::{
    Bewaard, Blad, EigenGroep, Gedaan, GesprekStand, GoedGesprekBeeld, Maatregel, Opslaan,
    Vernietigingsopdracht, Verwachting,
};
use register::{Fout, Lezing, Opslag, Register};
use stelsel::goed_gesprek::{Antwoord, Antwoordregel, GoedGesprek, Inhoud, Lezers, Stem};
use stelsel::persoon::{GezinsRol, age_on};
use stelsel::toegang::{Keuze, Relatie};
use stelsel::{Gezin, Id, Identiteit, Klok as _, Onderdeel, Persoon, Rol, VasteKlok};

use crate::contract::{life, region, take, who, wijk};

struct Proef {
    register: Register,
    klok: Arc<VasteKlok>,
    gezin: Id<Gezin>,
    kind: Id<Persoon>,
    ouder: Id<Persoon>,
}

fn key() -> String {
    Register::form_key().unwrap()
}

impl Proef {
    fn new(opslag: &Opslag) -> Self {
        let klok = crate::clock();
        let register = Register::open(opslag, klok.clone()).unwrap();
        register.setup_region(&region()).unwrap();
        take(&register, &life());
        for rol in Rol::ALL {
            register.put_account(&who(rol)).unwrap();
        }
        let filter = register::beeld::GezinnenFilter::default();
        let list =
            register.look(&who(Rol::Wijkteam), Onderdeel::Gezinnen, "", |l| l.gezinnen(&filter)).unwrap();
        let gezin = list.rijen[0].id;
        let members = register.members_of(gezin).unwrap();
        let of = |rol| members.iter().find(|p| p.rol == rol).unwrap().id;
        let (kind, ouder) = (of(GezinsRol::Jeugdige), of(GezinsRol::Ouder));
        Self { register, klok, gezin, kind, ouder }
    }

    fn lid(&self, persoon: Id<Persoon>) -> Identiteit {
        Identiteit { gezin: Some(self.gezin), persoon: Some(persoon), ..who(Rol::Gezinslid) }
    }

    fn begin(&self) -> Id<GoedGesprek> {
        match self.register.begin_conversation(&who(Rol::Wijkteam), self.gezin, &key()).unwrap() {
            Gedaan::Opgeslagen(id, _) => id,
            Gedaan::Nieuwer(_) => panic!("not begun"),
        }
    }

    fn blad(&self, sterk: &str) -> Blad {
        Blad {
            dag: self.klok.today(),
            inhoud: Inhoud { sterk: sterk.into(), ..Inhoud::default() },
            stemmen: vec![],
        }
    }

    fn save(
        &self,
        who: &Identiteit,
        id: Id<GoedGesprek>,
        (versie, beurt, nr): (i64, &str, i64),
        blad: Blad,
    ) -> Result<Bewaard, Fout> {
        let page = Opslaan { versie, beurt: beurt.into(), beurt_nr: nr, blad };
        self.register.save_conversation(who, self.gezin, id, page)
    }

    fn finish(&self, id: Id<GoedGesprek>, blad: Blad) {
        let versie = self.see(&who(Rol::Wijkteam), id).unwrap().versie;
        let page = Opslaan { versie, beurt: key(), beurt_nr: 1, blad };
        let came =
            self.register.finish_conversation(&who(Rol::Wijkteam), self.gezin, id, page, &key()).unwrap();
        assert!(matches!(came, Bewaard::Opgeslagen { .. }));
    }

    fn see(&self, who: &Identiteit, id: Id<GoedGesprek>) -> Result<GoedGesprekBeeld, Fout> {
        self.register.look(who, Onderdeel::GoedGesprek, &id.to_string(), |l| l.goed_gesprek(self.gezin, id))
    }

    /// The drafts that the first page leads back to.
    fn drafts(&self, who: &Identiteit) -> Vec<Id<GoedGesprek>> {
        let page = self.register.look(who, Onderdeel::Vandaag, "", |l: &mut Lezing<'_>| l.vandaag()).unwrap();
        let of_family = page.gezinnen.into_iter().filter(|family| family.id == self.gezin);
        let draft = |what| match what {
            Verwachting::Concept(id, _) => Some(id),
            _ => None,
        };
        of_family.flat_map(|family| family.verwacht).filter_map(draft).collect()
    }

    fn list(&self, who: &Identiteit) -> Vec<Id<GoedGesprek>> {
        let part = Onderdeel::GoedGesprek;
        let seen =
            self.register.look(who, part, &self.gezin.to_string(), |l| l.goede_gesprekken(part, self.gezin));
        seen.unwrap().unwrap().gesprekken.iter().map(|g| g.id).collect()
    }
}

fn version(came: &Bewaard) -> i64 {
    match came {
        Bewaard::Opgeslagen { versie, .. } => *versie,
        Bewaard::Nieuwer(seen) => panic!("newer: {}", seen.versie),
    }
}

/// One types, loses an answer, sends again; a colleague comes between; nothing is written over unseen.
pub(crate) fn two_who_write(opslag: &Opslag) {
    let proef = Proef::new(opslag);
    let (me, colleague) =
        (who(Rol::Wijkteam), Identiteit { account: "collega".into(), ..who(Rol::Wijkteam) });
    let id = proef.begin();
    assert!(proef.drafts(&me).is_empty(), "nothing was written yet");
    let (mine, theirs) = (key(), key());
    let lines = proef.register.journal_len().unwrap();
    // Forty times a few words: one line in the journal, and one more after a quarter of an hour.
    for nr in 1..=40 {
        let came =
            proef.save(&me, id, (1, &mine, nr), proef.blad(&"woord ".repeat(usize::try_from(nr).unwrap())));
        assert_eq!(version(&came.unwrap()), nr + 1);
        proef.klok.advance(SignedDuration::from_secs(10));
    }
    assert_eq!(proef.register.journal_len().unwrap(), lines + 1);
    proef.klok.advance(SignedDuration::from_mins(15));
    assert_eq!(version(&proef.save(&me, id, (1, &mine, 41), proef.blad("mijn tekst")).unwrap()), 42);
    assert_eq!(proef.register.journal_len().unwrap(), lines + 2);
    // Sent again, also out of order: the answer of now, and nothing changes.
    for nr in [41, 40, 1] {
        assert_eq!(version(&proef.save(&me, id, (1, &mine, nr), proef.blad("oud")).unwrap()), 42);
    }
    assert_eq!(proef.see(&me, id).unwrap().blad.inhoud.sterk, "mijn tekst");
    assert_eq!(proef.drafts(&me), [id]);
    assert!(proef.drafts(&colleague).is_empty(), "who did not begin it is not asked to go on");
    // The colleague opened version 42 and saves; what was typed from the first page meanwhile is not written over it.
    assert_eq!(version(&proef.save(&colleague, id, (42, &theirs, 1), proef.blad("hun tekst")).unwrap()), 43);
    match proef.save(&me, id, (42, &mine, 42), proef.blad("mijn nieuwe tekst")).unwrap() {
        Bewaard::Nieuwer(seen) => {
            assert_eq!((seen.versie, seen.blad.inhoud.sterk.as_str()), (43, "hun tekst"));
        }
        Bewaard::Opgeslagen { .. } => panic!("written over"),
    }
    assert_eq!(proef.see(&me, id).unwrap().blad.inhoud.sterk, "hun tekst");
    // Both texts seen, one goes on from what stands now.
    assert_eq!(version(&proef.save(&me, id, (43, &key(), 1), proef.blad("samen")).unwrap()), 44);
    // What cannot be is refused.
    for (beurt, nr) in [("", 1), ("zz", 1), (mine.as_str(), 0)] {
        assert!(matches!(proef.save(&me, id, (44, beurt, nr), proef.blad("x")), Err(Fout::Zinloos(_))));
    }
    let stranger = Stem {
        persoon: Id::new(jiff::Timestamp::UNIX_EPOCH, [9; 10]),
        sprak: true,
        woorden: String::new(),
        lezers: None,
        eigen: String::new(),
    };
    let foreign = Blad { stemmen: vec![stranger], ..proef.blad("y") };
    assert!(matches!(proef.save(&me, id, (44, &key(), 1), foreign), Err(Fout::Zinloos(_))));
    assert_eq!(proef.see(&me, id).unwrap().blad.inhoud.sterk, "samen", "refused as a whole");
}

/// Empty drafts vanish, own ones can be thrown away, and what is finished stays as it is.
pub(crate) fn what_vanishes_and_what_stays(opslag: &Opslag) {
    let proef = Proef::new(opslag);
    let (me, colleague) =
        (who(Rol::Wijkteam), Identiteit { account: "collega".into(), ..who(Rol::Wijkteam) });
    let empty = proef.begin();
    assert_eq!(proef.begin(), empty, "one empty draft is enough");
    assert!(proef.list(&me).is_empty());
    proef.klok.advance(SignedDuration::from_hours(25));
    let id = proef.begin();
    assert_ne!(id, empty);
    assert!(proef.see(&me, empty).is_err());
    proef.save(&me, id, (1, &key(), 1), proef.blad("iets")).unwrap();
    assert_eq!(proef.list(&me), [id]);
    // A draft is of who works with the family.
    assert!(proef.list(&proef.lid(proef.ouder)).is_empty());
    assert!(matches!(proef.see(&proef.lid(proef.ouder), id), Err(Fout::NietGevonden)));
    // Not another's to throw away.
    let away = |who: &Identiteit| proef.register.discard_conversation(who, proef.gezin, id, &key());
    assert!(matches!(away(&colleague), Err(Fout::NietGevonden)));
    away(&me).unwrap();
    assert!(proef.list(&me).is_empty());
    let id = proef.begin();
    // Nothing to finish.
    let nothing = Opslaan { versie: 1, beurt: key(), beurt_nr: 1, blad: proef.blad("") };
    let came = proef.register.finish_conversation(&me, proef.gezin, id, nothing, &key());
    assert!(matches!(came, Err(Fout::Zinloos(_))));
    let waakvlam = Antwoordregel {
        antwoord: Antwoord::Waakvlam,
        woorden: "we bellen".into(),
        wie: "Samira".into(),
        wanneer: "elke zes weken".into(),
    };
    let inhoud = Inhoud { antwoorden: vec![waakvlam], ..proef.blad("af").inhoud };
    proef.finish(id, Blad { inhoud, ..proef.blad("af") });
    assert!(proef.drafts(&me).is_empty(), "what is finished asks nothing more");
    let seen = proef.see(&me, id).unwrap();
    assert!(matches!(seen.stand, GesprekStand::Afgerond { .. }) && !seen.schrijft());
    assert!(matches!(
        proef.save(&me, id, (seen.versie, &key(), 1), proef.blad("anders")),
        Ok(Bewaard::Nieuwer(_))
    ));
    assert!(matches!(away(&me), Err(Fout::NietGevonden)));
    // Additions stand beside it, of the team and of the family, with a name and a moment.
    let add = |who: &Identiteit, text: &str, key: &str| {
        proef.register.add_to_conversation(who, proef.gezin, id, text, key)
    };
    let twice = key();
    for _ in 0..2 {
        add(&colleague, "ook nog dit", &twice).unwrap();
    }
    proef.klok.advance(SignedDuration::from_secs(1));
    add(&proef.lid(proef.ouder), "zo zien wij het", &key()).unwrap();
    assert!(matches!(add(&me, "  ", &key()), Err(Fout::Zinloos(_))));
    let seen = proef.see(&proef.lid(proef.ouder), id).unwrap();
    let texts: Vec<_> = seen.aanvullingen.iter().map(|a| a.tekst.as_str()).collect();
    assert_eq!(texts, ["ook nog dit", "zo zien wij het"]);
    assert_eq!((seen.blad.inhoud.sterk.as_str(), seen.blad.inhoud.antwoorden.len()), ("af", 1));
    // Other roles add nothing, and see nothing.
    for rol in Rol::ALL.into_iter().filter(|rol| !matches!(rol, Rol::Wijkteam | Rol::Gezinslid)) {
        assert!(proef.see(&who(rol), id).is_err(), "{rol:?}");
        assert!(matches!(add(&who(rol), "x", &key()), Err(Fout::NietGevonden)), "{rol:?}");
        assert!(proef.register.begin_conversation(&who(rol), proef.gezin, &key()).is_err(), "{rol:?}");
    }
    // When the dossier goes, the conversation goes with it, to the last word.
    proef.klok.set("2060-01-02T10:00:00Z".parse().unwrap());
    let order = Vernietigingsopdracht { dossiers: vec![proef.kind], ..Vernietigingsopdracht::default() };
    let report = proef.register.destroy(&who(Rol::Beheer), &order).unwrap().unwrap();
    for table in ["goed_gesprek", "gesprek_aanvulling"] {
        assert!(report.tellingen.iter().any(|(name, rows)| name == table && *rows > 0), "{report:?}");
    }
}

/// A canary in everything that only some may read: per role, per age, per choice, and in what one takes away.
pub(crate) fn who_reads_what(opslag: &Opslag) {
    let proef = Proef::new(opslag);
    let (child, parent) = (proef.lid(proef.kind), proef.lid(proef.ouder));
    // The child was born on 14 February 2014.
    let born = jiff::civil::date(2014, 2, 14);
    let go_to = |day: &str| proef.klok.set(format!("{day}T10:00:00Z").parse().unwrap());
    let voice = |lezers| Stem {
        persoon: proef.kind,
        sprak: true,
        woorden: "KANARIEWOORD".into(),
        lezers,
        eigen: "KANARIEDEEL".into(),
    };
    let said_by_parent = Stem {
        persoon: proef.ouder,
        sprak: true,
        woorden: "KANARIEOUDER".into(),
        lezers: Some(Lezers::Professional),
        eigen: String::new(),
    };
    let choices = [None, Some(Lezers::Professional), Some(Lezers::Ouders), Some(Lezers::Gezin)];
    go_to("2025-02-20");
    let ids: Vec<_> = choices
        .into_iter()
        .map(|lezers| {
            let id = proef.begin();
            let blad = Blad { stemmen: vec![voice(lezers), said_by_parent.clone()], ..proef.blad("gedeeld") };
            proef.finish(id, blad);
            (lezers, id)
        })
        .collect();
    let team = Identiteit { betrokken: vec![(proef.gezin, Relatie::Team)], ..who(Rol::Wijkteam) };
    let mut cells = 0;
    for (day, years) in [("2025-02-20", 11), ("2027-02-20", 13), ("2031-02-20", 17)] {
        go_to(day);
        assert_eq!(age_on(born, proef.klok.today()), years);
        for keuze in [Keuze::Geen, Keuze::Bezwaar] {
            if keuze == Keuze::Bezwaar && years < 12 {
                continue;
            }
            if years >= 12 {
                let deed = Maatregel::Deel { met: proef.ouder, keuze };
                proef.register.arrange(&child, proef.gezin, &deed).unwrap();
            }
            for (lezers, id) in &ids {
                let (lezers, id) = (*lezers, *id);
                let seen = |who: &Identiteit| proef.see(who, id).map(|seen| format!("{seen:?}"));
                let shows = |who: &Identiteit, what: &str| seen(who).is_ok_and(|text| text.contains(what));
                // Who helps reads everything.
                assert!(
                    shows(&team, "KANARIEWOORD")
                        && shows(&team, "KANARIEDEEL")
                        && shows(&team, "KANARIEOUDER")
                );
                // The child: from twelve, the own words and part, and not what the parent kept.
                let door = years >= 12;
                assert_eq!(seen(&child).is_ok(), door);
                for what in ["KANARIEWOORD", "KANARIEDEEL", "gedeeld"] {
                    assert_eq!(shows(&child, what), door, "{what} {years}");
                }
                assert!(!shows(&child, "KANARIEOUDER"));
                // The parent: as the child chose; the private part only of a child that is open as a whole.
                let words = lezers > Some(Lezers::Professional) && keuze != Keuze::Bezwaar;
                let private = words && years < 16;
                assert_eq!(shows(&parent, "KANARIEWOORD"), words, "{years} {lezers:?} {keuze:?}");
                assert_eq!(shows(&parent, "KANARIEDEEL"), private, "{years} {lezers:?} {keuze:?}");
                assert!(shows(&parent, "KANARIEOUDER") && shows(&parent, "gedeeld"));
                for rol in Rol::ALL.into_iter().filter(|rol| !matches!(rol, Rol::Wijkteam | Rol::Gezinslid)) {
                    assert!(seen(&who(rol)).is_err(), "{rol:?}");
                    cells += 1;
                }
                cells += 9;
            }
            // What a parent takes away holds no more of the child than the pages show.
            let text = format!("{:?}", proef.register.export_own(&parent).unwrap());
            let open = ids.iter().filter(|(lezers, _)| *lezers > Some(Lezers::Professional)).count();
            let expected = if years < 16 && keuze == Keuze::Geen { open } else { 0 };
            assert_eq!(text.matches("KANARIEDEEL").count(), expected, "{years} {keuze:?}");
            assert_eq!(text.matches("KANARIEOUDER").count(), ids.len());
        }
        if years >= 12 {
            let own = format!("{:?}", proef.register.export_own(&child).unwrap());
            assert_eq!(own.matches("KANARIEDEEL").count(), ids.len());
            assert_eq!(own.matches("KANARIEOUDER").count(), 0);
        }
    }
    // A parent without authority has no door here, whatever was chosen.
    go_to("2027-02-20");
    let deed = Maatregel::Gezag { kind: proef.kind, ouder: proef.ouder, heeft: false };
    proef.register.arrange(&who(Rol::Wijkteam), proef.gezin, &deed).unwrap();
    assert!(ids.iter().all(|(_, id)| proef.see(&parent, *id).is_err()));
    println!("{cells} cells of role, age and choice: no canary where it may not be");
    assert!(cells > 250);
}

/// What finishing costs is counted by month and neighbourhood; time without typing does not count.
pub(crate) fn what_it_costs(opslag: &Opslag) {
    let proef = Proef::new(opslag);
    let me = who(Rol::Wijkteam);
    let id = proef.begin();
    let page = key();
    // Four minutes of typing, an hour away, one more minute.
    for (nr, wait) in [(1, 60), (2, 60), (3, 120), (4, 3_600), (5, 60)] {
        proef.klok.advance(SignedDuration::from_secs(wait));
        proef.save(&me, id, (1, &page, nr), proef.blad("steeds langer")).unwrap();
    }
    proef.finish(id, proef.blad("klaar"));
    let read = |who: &Identiteit| {
        proef.register.look(who, Onderdeel::Regeldruk, "", |l: &mut register::Lezing<'_>| l.regeldruk())
    };
    for rol in Rol::ALL {
        let seen = read(&who(rol)).unwrap();
        assert_eq!(seen.rijen.len(), 1, "everyone may see what it costs");
    }
    let seen = read(&me).unwrap();
    let row = seen.rijen[0];
    assert_eq!((row.maand, row.wijk, row.gesprekken), (202_611, Some(wijk()), 1));
    assert_eq!((row.gevuld, row.seconden), (1, 5 * 60));
    assert!(row.aangeboden > 20);
    let filled: Vec<_> = seen.velden.iter().filter(|v| v.gevuld > 0).map(|v| v.veld.as_str()).collect();
    assert_eq!(filled, ["sterk"]);
    assert_eq!(seen.velden.len(), usize::try_from(row.aangeboden).unwrap());
}

/// A municipality adds a group of its own: an aid from then on, to whoever writes.
pub(crate) fn own_groups(opslag: &Opslag) {
    let proef = Proef::new(opslag);
    let group = EigenGroep {
        naam: "Gezinnen rond de haven".into(),
        wie: "schippersgezinnen".into(),
        levenslang: true,
        ..EigenGroep::default()
    };
    for rol in Rol::ALL {
        let came = proef.register.put_group(&who(rol), &group);
        assert_eq!(came.is_ok(), matches!(rol, Rol::Beleid | Rol::Beheer), "{rol:?}");
    }
    let unnamed = EigenGroep { naam: " - ".into(), ..EigenGroep::default() };
    assert!(matches!(proef.register.put_group(&who(Rol::Beleid), &unnamed), Err(Fout::Zinloos(_))));
    let listed = proef
        .register
        .look(&who(Rol::Wijkteam), Onderdeel::Groepen, "", |l: &mut register::Lezing<'_>| l.groepen())
        .unwrap();
    assert_eq!(listed.len(), 1, "the same name is the same group");
    let chosen = |key: &str| Blad {
        inhoud: Inhoud { groepen: vec![key.into(), "levenslang".into()], ..Inhoud::default() },
        ..proef.blad("")
    };
    let id = proef.begin();
    let me = who(Rol::Wijkteam);
    proef.save(&me, id, (1, &key(), 1), chosen(&listed[0].sleutel)).unwrap();
    assert!(matches!(proef.save(&me, id, (2, &key(), 1), chosen("eigen-onzin")), Err(Fout::Zinloos(_))));
    let seen = proef.see(&me, id).unwrap();
    let lifelong = |key: &str| seen.groepen.iter().any(|g| g.sleutel == key && g.levenslang);
    assert!(!seen.blad.inhoud.eigen_kracht(lifelong));
}

/// The groups of the newest finished conversation are bits of a row, those of the municipality itself are not; a school leaves only by
/// a name on the list of the region, whatever else was written down.
pub(crate) fn groups_and_schools(opslag: &Opslag) {
    use register::beeld::{Ledendaad, NetwerkInvoer};
    use stelsel::omgeving::NetwerkSoort;
    let proef = Proef::new(opslag);
    let row = || crate::contract::episoden::read(&proef.register, None).1.pop().unwrap();
    assert_eq!((row().groep, row().school), (0, None));
    let chosen = |groups: &[&str]| Blad {
        inhoud: Inhoud { groepen: groups.iter().map(|g| (*g).to_owned()).collect(), ..Inhoud::default() },
        ..proef.blad("sterk")
    };
    proef.finish(proef.begin(), chosen(&["alledaags", "crisis"]));
    assert_eq!(row().groep, 1 | 1 << 12);
    proef.klok.advance(SignedDuration::from_hours(24));
    let newer = proef.begin();
    proef.save(&who(Rol::Wijkteam), newer, (1, &key(), 1), chosen(&["thuiszitter"])).unwrap();
    assert_eq!(row().groep, 1 | 1 << 12, "a draft counts for nothing");
    let own = EigenGroep { naam: "Gezinnen rond de haven".into(), ..EigenGroep::default() };
    let own = proef.register.put_group(&who(Rol::Beleid), &own).unwrap();
    proef.finish(newer, chosen(&["thuiszitter", &own]));
    assert_eq!(row().groep, 1 << 7, "the newest one counts, and a group of one's own has no bit");

    let school = |naam: &str| {
        let nieuw = NetwerkInvoer {
            persoon: Some(proef.kind),
            soort: NetwerkSoort::School,
            naam: naam.into(),
            wat: "groep 8, juf Anne".into(),
            telefoon: "0612345678".into(),
            tekst: String::new(),
            van: None,
        };
        let daad = Ledendaad::Netwerk { id: None, nieuw };
        proef.register.change_members(&who(Rol::Wijkteam), proef.gezin, &daad, &key()).unwrap();
    };
    school("juf Anne de Vries");
    assert_eq!(row().school, None);
    school("de  wegwijzer");
    assert_eq!(row().school, None, "no list, no school");
    assert_eq!(
        proef.register.put_schools(&["De Wegwijzer".into(), " ".into(), "De Wegwijzer".into()]).unwrap(),
        1
    );
    assert_eq!(row().school.as_deref(), Some("De Wegwijzer"));
    assert!(matches!(proef.register.put_schools(&["a\nb".into()]), Err(Fout::Zinloos(_))));
    proef.register.arrange(&who(Rol::Wijkteam), proef.gezin, &Maatregel::Scherm(true)).unwrap();
    assert_eq!((row().groep, row().school, row().woonwijk), (0, None, None), "shielded");
}
