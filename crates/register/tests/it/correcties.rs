//! Two sessions at one correction: nothing is written over unseen, nothing happens twice.

use register::beeld::{CorrectieBeeld, CorrectieStand, Gedaan, Over};
use register::{Fout, Opslag, Register};
use stelsel::persoon::GezinsRol;
use stelsel::{Gezin, Id, Identiteit, Onderdeel, Rol};

use crate::contract::{life, region, take, who};
use crate::open;

struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n
    }
}

fn family(register: &Register) -> Id<Gezin> {
    register.setup_region(&region()).unwrap();
    take(register, &life());
    let filter = register::beeld::GezinnenFilter::default();
    register.look(&who(Rol::Wijkteam), Onderdeel::Gezinnen, "", |l| l.gezinnen(&filter)).unwrap().rijen[0].id
}

/// The parent of the family.
fn member(register: &Register, gezin: Id<Gezin>) -> Identiteit {
    let seen = register.look(&who(Rol::Wijkteam), Onderdeel::Gezin, "", |l| l.gezin(gezin)).unwrap();
    let parent = seen.leden.iter().find(|p| p.rol == GezinsRol::Ouder).unwrap();
    Identiteit { gezin: Some(gezin), persoon: Some(parent.id), ..who(Rol::Gezinslid) }
}

fn said(register: &Register, gezin: Id<Gezin>) -> Vec<CorrectieBeeld> {
    register.look(&who(Rol::Wijkteam), Onderdeel::Gezin, "", |l| l.correcties(gezin)).unwrap()
}

/// What a session has on its screen.
#[derive(Clone, Default)]
struct Scherm {
    versie: i64,
    sleutel: String,
    tekst: String,
}

#[test]
fn two_thousand_interleavings() {
    let folder = tempfile::tempdir().unwrap();
    let register = open(&Opslag::Map(folder.path().into()));
    let gezin = family(&register);
    let me = member(&register, gezin);
    let mut random = Random(2_026);
    let (mut lost, mut double, mut refused, mut repeated, mut blind_lost) = (0, 0, 0, 0, 0);
    let rounds: usize = std::env::var("LEERLOOP_VLECHTEN").ok().and_then(|n| n.parse().ok()).unwrap_or(2_000);
    let first = Register::form_key().unwrap();
    let Gedaan::Opgeslagen(id, 1) =
        register.place_correction(&me, gezin, Over::Gezin, "nul", &first).unwrap()
    else {
        panic!("not stored")
    };
    let (mut versie, mut tekst) = (1, "nul".to_owned());
    for round in 0..rounds {
        // The model: a version and a text. Each session opens the page, writes, sends, and sometimes sends again.
        let mut screens = [Scherm::default(), Scherm::default()];
        let mut steps = vec![0, 0, 0, 1, 1, 1];
        for n in (1..steps.len()).rev() {
            steps.swap(n, random.below(n + 1));
        }
        let mut at = [0, 0];
        for who in steps {
            let screen = &mut screens[who];
            at[who] += 1;
            if at[who] == 1 {
                // Opens the page.
                *screen = Scherm {
                    versie,
                    sleutel: Register::form_key().unwrap(),
                    tekst: format!("ronde {round} sessie {who}"),
                };
                continue;
            }
            let again = at[who] == 3;
            if again && random.below(2) == 0 {
                continue;
            }
            let before = (versie, tekst.clone());
            let came = register
                .edit_correction(&me, gezin, id, screen.versie, &screen.tekst, &screen.sleutel)
                .unwrap();
            let now = said(&register, gezin).into_iter().find(|c| c.id == id).unwrap();
            match came {
                Gedaan::Opgeslagen(_, new) if new == before.0 + 1 && screen.versie == before.0 => {
                    double += usize::from(again && at[who] == 3 && before.1 == screen.tekst);
                    (versie, tekst) = (new, screen.tekst.clone());
                    lost += usize::from((now.versie, &now.tekst) != (versie, &tekst));
                }
                // Sent again: the answer of the first time, and nothing changes.
                Gedaan::Opgeslagen(..) => {
                    repeated += 1;
                    double += usize::from((now.versie, now.tekst) != before);
                }
                Gedaan::Nieuwer(seen) => {
                    refused += 1;
                    // Both texts are at hand, and what stood stays.
                    lost += usize::from((now.versie, now.tekst) != before || seen.tekst != before.1);
                    // The control: without the version it would have been written over.
                    blind_lost += usize::from(screen.versie < before.0);
                }
            }
        }
    }
    println!(
        "{rounds} interleavings: {lost} lost updates, {double} double effects ({refused} refused with both texts, {repeated} sent twice; control without versions would lose {blind_lost})"
    );
    assert_eq!((lost, double), (0, 0));
    assert!(refused > rounds / 10 && repeated > rounds / 10 && blind_lost > rounds / 10);
}

/// Two threads at once, the same form and another: one effect each.
#[test]
fn at_the_same_moment() {
    let folder = tempfile::tempdir().unwrap();
    let register = open(&Opslag::Map(folder.path().into()));
    let gezin = family(&register);
    for round in 0..50 {
        let key = Register::form_key().unwrap();
        let place = |text: String| {
            let (register, key) = (register.clone(), key.clone());
            std::thread::spawn(move || {
                register.place_correction(&member(&register, gezin), gezin, Over::Gezin, &text, &key).unwrap()
            })
        };
        let threads = [place(format!("{round}")), place(format!("{round}"))];
        let [one, two] = threads.map(|thread| thread.join().unwrap());
        assert_eq!(one, two);
        assert_eq!(said(&register, gezin).len(), round + 1);
    }
}

/// On either database: who may place, change and answer, and that both texts stay.
pub(crate) fn beside_the_text(opslag: &Opslag) {
    let register = open(opslag);
    let gezin = family(&register);
    let (me, team) = (member(&register, gezin), who(Rol::Wijkteam));
    let key = || Register::form_key().unwrap();
    let seen = register.look(&team, Onderdeel::Gezin, "", |l| l.gezin(gezin)).unwrap();
    let about = [
        Over::Gezin,
        Over::Lid(seen.leden[0].id),
        Over::Toewijzing(
            i64::from(seen.toewijzingen[0].toewijzing.gemeente.number()),
            seen.toewijzingen[0].toewijzing.nummer,
        ),
    ];
    for over in about {
        assert!(matches!(
            register.place_correction(&me, gezin, over, "zo is het", &key()).unwrap(),
            Gedaan::Opgeslagen(_, 1)
        ));
    }
    // What is not of this family, what is nobody's to say, and what is no text.
    let elsewhere = [Over::Lid(Id::new(jiff::Timestamp::UNIX_EPOCH, [3; 10])), Over::Toewijzing(758, 1)];
    for over in elsewhere {
        assert!(matches!(register.place_correction(&me, gezin, over, "x", &key()), Err(Fout::NietGevonden)));
    }
    for other in [who(Rol::Gezinslid), team.clone(), who(Rol::Beheer)] {
        assert!(matches!(
            register.place_correction(&other, gezin, Over::Gezin, "x", &key()),
            Err(Fout::NietGevonden)
        ));
    }
    for text in ["", "   ", &"x".repeat(4_001)] {
        assert!(matches!(
            register.place_correction(&me, gezin, Over::Gezin, text, &key()),
            Err(Fout::Zinloos(_))
        ));
    }
    let placed = said(&register, gezin);
    assert_eq!(placed.len(), 3);
    let (id, stand) = (placed[0].id, CorrectieStand::AndersGezien);
    let answer = |who: &Identiteit, versie| {
        register.answer_correction(who, gezin, id, versie, stand, "wij zien dat anders", &key())
    };
    assert!(matches!(answer(&me, 1), Err(Fout::NietGevonden)));
    assert!(matches!(answer(&team, 1).unwrap(), Gedaan::Opgeslagen(_, 2)));
    assert!(matches!(answer(&team, 1).unwrap(), Gedaan::Nieuwer(_)));
    let now = said(&register, gezin).into_iter().find(|c| c.id == id).unwrap();
    assert_eq!((now.tekst.as_str(), now.stand), ("zo is het", stand));
    assert_eq!(now.antwoord.unwrap().0, "wij zien dat anders");
    let other = Identiteit { account: "een ander".into(), ..me };
    let stolen = register.edit_correction(&other, gezin, id, 2, "anders", &key());
    assert!(matches!(stolen, Err(Fout::NietGevonden)), "another member does not change my words");
}
