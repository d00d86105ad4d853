//! What holds on either database.

mod aanmelden;
mod analyse;
mod berichten;
mod brieven;
mod bureau;
mod deling;
mod draad;
pub(crate) mod episoden;
mod gezinnen;
mod journaal;
mod leden;
pub(crate) mod lokaal;
mod machtiging;
mod nazicht;
mod passkeys;
mod plan;
pub(crate) mod samen;
mod samen_plan;
mod scenario;
mod sessies;
mod toegang;
mod vandaag;
mod verwijzing;
mod vragen;

use register::beeld::{BerichtenFilter, GebeurtenisSoort, GezinBeeld, GezinnenFilter, RegioBeeld};
use register::{Fout, Keten, Lezing, Opslag, Regiogegevens, Register, Uitkomst, WijkInvoer};
use stelsel::toewijzing::Stand;
use stelsel::{AgbCode, Bsn, Cent, Gemeentecode, Gezin, Id, Identiteit, Onderdeel, Rol, Wijkcode};

use crate::open;
use crate::xml::{AANBIEDER, Toewijzing, claim, file, start, stop};

/// A case gets an empty place of its own.
pub(crate) type Case = (&'static str, fn(&Opslag));

pub(crate) const CASES: &[Case] = &[
    ("a life of messages becomes a family", berichten::a_life_of_messages),
    ("order and repetition change nothing", berichten::order_and_repetition),
    ("siblings share a family, neighbours do not", gezinnen::siblings),
    ("a child comes home and brings its news", gezinnen::comes_home),
    ("a child in a foster home takes nobody along", gezinnen::foster_home),
    ("a guardian ties no family together", gezinnen::guardian),
    ("postcodes place families that are there already", gezinnen::postcodes_later),
    ("who waits after a start was withdrawn still waits", berichten::withdrawn_start),
    ("what does not fit goes to quarantine once", berichten::quarantine),
    ("a region refuses others and lets in later", berichten::other_municipality),
    ("the same identification twice is remarked", berichten::identification),
    ("every look leaves a line with the persons", toegang::looks),
    ("what is not yours does not exist", toegang::not_yours),
    ("lists read on to the last row", gezinnen::lists),
    ("sessions begin, last and expire", sessies::life),
    ("how long sessions last can be set", sessies::limits),
    ("one can sign out everywhere", sessies::everywhere),
    ("with the account end its sessions", sessies::ended),
    ("an invitation is accepted once", lokaal::invited),
    ("a password and a code, each once", lokaal::signed_in),
    ("a password is changed by who knows it", lokaal::changed),
    ("a cheap hash becomes one of now", lokaal::rehashed),
    ("a passkey is made, and opens a session", passkeys::made_and_shown),
    ("a passkey that is not right opens nothing", passkeys::hostile),
    ("what is sealed opens in its own row only", lokaal::sealed),
    ("another key takes over", lokaal::another_key),
    ("using a session writes once a minute", sessies::quiet),
    ("a relation opens its parts and no other", machtiging::involvement),
    ("what ends, ends at once", machtiging::ends),
    ("one screen says who may see a family", machtiging::one_screen),
    ("a shielded file is of who is involved by name", machtiging::shielded),
    ("age and authority open a child person by person", machtiging::by_age),
    ("breaking the glass is short, told and seen", machtiging::broken_glass),
    ("relations go along when families become one", machtiging::families_become_one),
    ("what is shared is seen, and nothing else", deling::only_what_is_shared),
    ("a withdrawn consent ends in the same moment", deling::ends_at_once),
    ("who decides on sharing follows age and authority", deling::by_age),
    ("someone of the network comes in by invitation and goes at the end", deling::network),
    ("a thread is read by who it is of", draad::readers),
    ("a young person's own thread is read by nobody else", draad::own_thread),
    ("a message sent twice is there once, and none is lost", draad::once_and_never_lost),
    (
        "every save of an analysis is a version, and two at once lose nothing",
        analyse::versions_and_two_at_once,
    ),
    ("an analysis is read and annotated by whom it is shared with", analyse::shared_with_roles_and_annotated),
    ("agreements on scarce capacity are followed", analyse::agreements_are_followed),
    ("a choice that was tried is kept as it was, and taken away by a mark", scenario::kept_and_taken_away),
    ("a referral lands with its team and is answered", verwijzing::lands_and_is_answered),
    ("a referrer sees the own referrals and nothing else", verwijzing::own_only),
    ("a referred child becomes the first of a family", verwijzing::becomes_a_family),
    ("agreements with referrers have versions", verwijzing::agreements),
    ("the first page tells what is expected, by family", vandaag::expected),
    ("who is away has a stand-in, until the last day", vandaag::stands_in),
    ("the chain shows any alteration", toegang::chain),
    ("sealed days are dropped and the chain goes on", journaal::sealed_and_dropped),
    ("the logbook follows from the journal", journaal::logbook),
    ("jobs that fail leave the others alone", toegang::failing_jobs),
    ("wild values are data", gezinnen::wild_values),
    ("what a provider sends is judged and answered", bureau::judged_and_answered),
    ("a poison message blocks nothing", bureau::poison),
    ("only the wrong lines of a claim are refused", bureau::claims),
    ("what an answer refused does not count, whichever came first", bureau::refused_in_an_archive),
    ("a request becomes an allocation", bureau::request_granted),
    ("a request is looked into, refused or another's", bureau::request_refused),
    ("a refused allocation opens the request again", bureau::allocation_refused),
    ("terms run on working days", bureau::terms),
    ("what waits is given until it is taken", bureau::outbox),
    ("what is forged is refused, what is repeated takes nothing back", bureau::forged_and_repeated),
    ("one reference twice in one claim", bureau::twice_in_one_claim),
    ("an attempt at signing in is of one browser and used once", aanmelden::attempts),
    ("a subject is one account of an employee", aanmelden::links),
    ("a resident is a known person of twelve or older", aanmelden::residents),
    ("every save of a plan is a version and none is written over", plan::versions),
    ("a plan is of who works with the family, and of the family by age", plan::rights),
    ("a line of the plan goes out and its state comes back", plan::goes_out_and_comes_back),
    ("claims and a stop come back to the line", plan::claimed_and_stopped),
    ("an allocation that a provider refused shows on its line", plan::refused),
    ("what does not hold is not sent", plan::not_sent),
    ("an allocation is taken up in the plan once", plan::taken_up),
    ("a family has one coordinator at a time", plan::handover),
    ("clocks follow from what stands", plan::clocks),
    ("the expertteam reads as long as it is asked", plan::experts),
    ("coming of age is from sixteen on", plan::comes_of_age),
    ("members come and go, and nothing is written over", leden::come_and_go),
    ("two households, authority and ages", leden::two_households),
    ("a child that moves takes along what is theirs", leden::moves),
    ("what people arranged stands against messages", leden::stands_against_messages),
    ("a family is written down by name, and the number comes later", leden::written_down),
    ("persons are looked up, and that is written down", leden::looked_up),
    ("doubles are found, and say why", samen::found),
    ("families come together and apart", samen::together_and_apart),
    ("plans come together and apart", samen_plan::plans),
    ("any merging and taking apart comes back as it was", samen::any_order),
    ("coordinators come apart, and what is one is destroyed as one", samen::coordinators_and_destruction),
    ("a question needs no file", vragen::without_a_file),
    ("only what is due is destroyed", crate::bewaren::only_what_is_due),
    ("episodes leave without persons", episoden::without_persons),
    ("episodes are those of the pages", episoden::as_on_the_pages),
    ("a shielded family counts and is not found", episoden::shielded),
    (
        "a school leaves by its known name, groups by the newest conversation",
        crate::goed_gesprek::groups_and_schools,
    ),
    ("every column is written down", crate::kolommen::all_are_written_down),
    ("two who write a conversation see both texts", crate::goed_gesprek::two_who_write),
    ("drafts vanish and what is finished stays", crate::goed_gesprek::what_vanishes_and_what_stays),
    ("what was said is read as was chosen", crate::goed_gesprek::who_reads_what),
    ("what writing costs is counted", crate::goed_gesprek::what_it_costs),
    ("a municipality adds groups", crate::goed_gesprek::own_groups),
    ("a correction stands beside the text", crate::correcties::beside_the_text),
    ("a letter is kept as it was sent", brieven::kept_as_sent),
    ("a letter is read by whom it is for", brieven::rights),
    ("an export holds the own and no other", crate::uitvoer::own_and_no_other),
    ("a backup comes back as it was", crate::kopie::comes_back),
    ("a backup opens no doors that were used since", crate::kopie::opens_no_doors),
    ("providers are told person by person", nazicht::providers_by_person),
    ("nobody opens the account of a resident", nazicht::residents_accounts),
    ("who works with a family answers it", nazicht::who_answers),
    ("shielded staff have no name for families", nazicht::shielded_staff),
    ("a shielded file always has somebody left", nazicht::somebody_is_left),
    ("a shielded file that nobody can open is given to somebody", nazicht::given_to_somebody),
    ("a shield goes along with a child", nazicht::shield_goes_along),
    ("without a shield nothing is shielded", nazicht::no_shield_no_shield),
    ("a shielded family hides no other", nazicht::lists_go_on),
    ("twins are found in an emergency", nazicht::twins),
    ("without authority there is no door", nazicht::no_authority_no_door),
];

pub(crate) fn wijk() -> Wijkcode {
    Wijkcode::parse("WK075801").unwrap()
}

pub(crate) fn region() -> Regiogegevens {
    let code = |text| Gemeentecode::parse(text).unwrap();
    Regiogegevens {
        naam: "Proefregio".into(),
        demo: false,
        gemeenten: vec![
            (code("0758"), "Breda".into(), Some(184_702)),
            (code("0826"), "Oosterhout".into(), None),
        ],
        wijken: vec![WijkInvoer {
            code: wijk(),
            naam: "Breda noord".into(),
            tegel: Some((3, 2)),
            inwoners: Some(25_460),
            jeugd: Some(5_060),
            jeugdzorg_2022: Some(615),
        }],
        postcodes: vec![("4811".into(), wijk())],
        aanbieders: vec![(AgbCode::parse(AANBIEDER).unwrap(), "De Proefaanbieder".into())],
    }
}

fn see_region(lezing: &mut Lezing<'_>) -> Result<RegioBeeld, Fout> {
    lezing.regio()
}

pub(crate) fn who(rol: Rol) -> Identiteit {
    Identiteit {
        wijken: if matches!(rol, Rol::Wijkteam | Rol::Teamleider) { vec![wijk()] } else { vec![] },
        aanbieder: AgbCode::parse(AANBIEDER).ok().filter(|_| rol == Rol::Aanbieder),
        ..Identiteit::new(format!("proef-{}", rol.key()), format!("Proef {}", rol.key()), rol)
    }
}

pub(crate) fn life() -> Vec<(&'static str, String)> {
    vec![
        ("301", Toewijzing::default().xml()),
        ("305", start("S1", "2026-03-20", "999900006", 300_201, "2026-03-16")),
        ("323", claim("D1", &[("999900006", 300_201)])),
        (
            "301b",
            Toewijzing {
                id: "T2",
                day: "2026-06-01",
                to: Some("2026-12-31"),
                reason: Some("04"),
                ..Toewijzing::default()
            }
            .xml(),
        ),
        ("307", stop("E1", "2026-09-05", "999900006", 300_201, "2026-03-16", ("2026-09-01", "31"))),
    ]
}

pub(crate) fn take(register: &Register, files: &[(&str, String)]) -> Vec<Uitkomst> {
    register.intake(files.iter().map(|(name, xml)| file(name, xml.clone())).collect()).unwrap()
}

/// The team writes down that everyone who decides shares what is known of the child with an account of this role.
pub(crate) fn share(
    register: &Register,
    id: Id<Gezin>,
    rol: Rol,
    tot: Option<&str>,
) -> Id<stelsel::deling::Deling> {
    use register::beeld::{Gedaan, MetWie, NieuweDeling};
    use stelsel::persoon::GezinsRol;
    let members = register.members_of(id).unwrap();
    let child = members.iter().find(|m| m.rol == GezinsRol::Jeugdige).unwrap().id;
    let page = register.look(&who(Rol::Wijkteam), Onderdeel::Delen, "", |l| l.delen(id)).unwrap();
    let decides = page.over.iter().find(|(about, ..)| *about == Some(child)).unwrap();
    let new = NieuweDeling {
        persoon: Some(child),
        met: MetWie::Account(format!("proef-{}", rol.key())),
        wat: stelsel::deling::Wat::ALL.to_vec(),
        doel: "Samen kijken hoe het in de klas gaat".into(),
        tot: tot.map(|day| day.parse().unwrap()),
        ja_van: decides.2.iter().map(|(person, _)| *person).collect(),
    };
    let key = Register::form_key().unwrap();
    match register.share_with(&who(Rol::Wijkteam), id, &new, &key).unwrap() {
        Gedaan::Opgeslagen(id, _) => id,
        Gedaan::Nieuwer(_) => panic!("not stored"),
    }
}

pub(crate) fn families(register: &Register) -> Vec<GezinBeeld> {
    let me = who(Rol::Wijkteam);
    let list =
        register.look(&me, Onderdeel::Gezinnen, "", |l| l.gezinnen(&GezinnenFilter::default())).unwrap();
    list.rijen
        .iter()
        .map(|row| register.look(&me, Onderdeel::Gezin, "", |l| l.gezin(row.id)).unwrap())
        .collect()
}

fn count(register: &Register, table: &str) -> u64 {
    register.counts().unwrap().into_iter().find(|(name, _)| *name == table).unwrap().1
}
