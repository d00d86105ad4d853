//! Everything about a person, to take away: and nothing about another.

use ijw::{Rest, Veld};
use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::goed_gesprek::Lezers;
use stelsel::persoon::GezinsRol;
use stelsel::toegang::Maat;
use stelsel::{Bsn, Id, Identiteit, Onderdeel, Persoon, Rol};

use super::Register;
use crate::Fout;
use crate::beeld::{Bericht, PersoonsUitvoer, UitvoerDeel};
use crate::db::{Rij, Verbinding, Waarde, day_of};
use crate::inpakken::unpack;
use crate::intake::kind_of;
use crate::journaal::{Handeling, Regel};
use crate::lezing::leden::{members, open_to, person};

impl Register {
    /// The persons of whom someone may have everything: oneself, and who is open to them as a whole.
    pub fn persons_of(&self, who: &Identiteit) -> Result<Vec<Id<Persoon>>, Fout> {
        let today = self.0.klok.today();
        let persons = self.0.lezers.read(|db| persons_of(db, who, today))?;
        Ok(persons.into_iter().map(|person| person.id).collect())
    }

    /// Everything about the persons of whom the asker may have it, with a line in the journal first.
    pub fn export_own(&self, who: &Identiteit) -> Result<Vec<PersoonsUitvoer>, Fout> {
        if who.reach(Onderdeel::MijnGegevens) == stelsel::toegang::Bereik::Niets {
            return Err(Fout::NietGevonden);
        }
        let persons = self.persons_of(who)?;
        if persons.is_empty() {
            return Err(Fout::NietGevonden);
        }
        let (me, now, seen) = (who.clone(), self.0.klok.now(), persons.clone());
        self.write(move |beurt| {
            let line = Regel::by(&me, now, Handeling::Uitvoeren, "mijn-gegevens", "eigen");
            beurt.pen.write(beurt.db, &line, &seen)
        })?;
        let own = who.persoon;
        self.0.lezers.read(|db| {
            let of = |person: &Id<Persoon>| (*person, Some(*person) == own);
            persons.iter().map(of).map(|(person, own)| everything(db, &person, own, now)).collect()
        })
    }

    /// Everything about the person with a citizen service number, for the functional manager who answers a request by post.
    pub fn export_person(&self, bsn: Bsn) -> Result<PersoonsUitvoer, Fout> {
        let now = self.0.klok.now();
        let sql = "SELECT id FROM persoon WHERE bsn = $1";
        let found = self.0.lezers.read(|db| db.query_opt(sql, &[bsn.number().into()], |row| row.id(0)))?;
        let person: Id<Persoon> = found.ok_or(Fout::NietGevonden)?;
        self.write(move |beurt| {
            let line = Regel::by_program(now, Handeling::Uitvoeren, "mijn-gegevens", "");
            beurt.pen.write(beurt.db, &line, &[person])
        })?;
        self.0.lezers.read(|db| everything(db, &person, true, now))
    }
}

/// Of whom a member of a family may have everything: of oneself first, and of the members that are open to them as a whole on
/// the pages too.
pub(crate) fn persons_of(db: &mut Verbinding, who: &Identiteit, today: Date) -> Result<Vec<Persoon>, Fout> {
    let (Some(own), Rol::Gezinslid) = (who.persoon, who.rol) else { return Ok(Vec::new()) };
    let Some(me) = person(db, own)? else { return Ok(Vec::new()) };
    let members = members(db, me.gezin)?;
    let Some(open) = open_to(db, &me, &members, today)? else {
        // A grown-up to whom nothing of the family is open still has what is about themselves.
        return Ok(if me.rol == GezinsRol::Jeugdige { Vec::new() } else { vec![me] });
    };
    let whole =
        members.into_iter().zip(open).filter(|(member, maat)| *maat == Maat::Geheel && member.id != own);
    let others: Vec<Persoon> = whole.map(|(member, _)| member).collect();
    Ok(std::iter::once(me).chain(others).collect())
}

/// The parts of an export, in order.
pub const UITVOER_DELEN: [&str; 12] = [
    "persoon",
    "adres",
    "toewijzingen",
    "leveringen",
    "verzoeken",
    "declaraties",
    "correcties",
    "gesprekken",
    "bewaren",
    "inzagen",
    "plan",
    "berichten",
];

/// How the value in a column is written down.
#[derive(Clone, Copy)]
enum Hoe {
    Tekst,
    Getal,
    Dag,
    Seconden,
    Moment,
    Euro,
}

type Bron = (&'static str, &'static str, &'static [(&'static str, Hoe)]);

/// The rows about a person, per part of the export.
const BRONNEN: &[Bron] = &[
    (
        "persoon",
        "SELECT achternaam, voorvoegsel, voornamen, voorletters, geboren, bsn FROM persoon WHERE id = $1",
        &[
            ("achternaam", Hoe::Tekst),
            ("voorvoegsel", Hoe::Tekst),
            ("voornamen", Hoe::Tekst),
            ("voorletters", Hoe::Tekst),
            ("geboren", Hoe::Dag),
            ("bsn", Hoe::Getal),
        ],
    ),
    (
        "adres",
        "SELECT g.straat, g.huis, g.postcode, g.plaats FROM persoon p JOIN gezin g ON g.id = p.gezin WHERE p.id = $1",
        &[("straat", Hoe::Tekst), ("huis", Hoe::Tekst), ("postcode", Hoe::Tekst), ("plaats", Hoe::Tekst)],
    ),
    (
        "toewijzingen",
        "SELECT v.nummer, v.moment, a.naam, v.categorie, v.code, v.ingang, v.eind, v.volume, v.eenheid, v.frequentie, v.budget, \
         v.reden_wijziging FROM toewijzing_versie v LEFT JOIN aanbieder a ON a.agb = v.aanbieder WHERE v.persoon = $1 \
         ORDER BY v.moment, v.nummer, v.bericht",
        &[
            ("nummer", Hoe::Getal),
            ("besloten", Hoe::Seconden),
            ("aanbieder", Hoe::Tekst),
            ("categorie", Hoe::Tekst),
            ("product", Hoe::Tekst),
            ("ingang", Hoe::Dag),
            ("eind", Hoe::Dag),
            ("volume", Hoe::Getal),
            ("eenheid", Hoe::Tekst),
            ("frequentie", Hoe::Tekst),
            ("budget", Hoe::Euro),
            ("reden", Hoe::Tekst),
        ],
    ),
    (
        "leveringen",
        "SELECT l.nummer, a.naam, l.categorie, l.code, l.begin, l.eind, l.reden, l.dagtekening FROM levering l \
         LEFT JOIN aanbieder a ON a.agb = l.aanbieder WHERE l.persoon = $1 ORDER BY l.dagtekening, l.bericht, l.volgnr",
        &[
            ("nummer", Hoe::Getal),
            ("aanbieder", Hoe::Tekst),
            ("categorie", Hoe::Tekst),
            ("product", Hoe::Tekst),
            ("begin", Hoe::Dag),
            ("eind", Hoe::Dag),
            ("reden", Hoe::Tekst),
            ("dagtekening", Hoe::Dag),
        ],
    ),
    (
        "verzoeken",
        "SELECT v.referentie, a.naam, v.categorie, v.code, v.ingang, v.eind, v.verwijzer, v.dagtekening FROM verzoek v \
         LEFT JOIN aanbieder a ON a.agb = v.aanbieder WHERE v.persoon = $1 ORDER BY v.dagtekening, v.id",
        &[
            ("referentie", Hoe::Tekst),
            ("aanbieder", Hoe::Tekst),
            ("categorie", Hoe::Tekst),
            ("product", Hoe::Tekst),
            ("ingang", Hoe::Dag),
            ("eind", Hoe::Dag),
            ("verwijzer", Hoe::Tekst),
            ("dagtekening", Hoe::Dag),
        ],
    ),
    (
        "declaraties",
        "SELECT r.nummer, a.naam, r.code, r.begin, r.eind, r.volume, r.eenheid, r.bedrag FROM prestatie r \
         LEFT JOIN aanbieder a ON a.agb = r.aanbieder WHERE r.persoon = $1 ORDER BY r.begin, r.bericht, r.volgnr",
        &[
            ("nummer", Hoe::Getal),
            ("aanbieder", Hoe::Tekst),
            ("product", Hoe::Tekst),
            ("begin", Hoe::Dag),
            ("eind", Hoe::Dag),
            ("volume", Hoe::Getal),
            ("eenheid", Hoe::Tekst),
            ("bedrag", Hoe::Euro),
        ],
    ),
    (
        "correcties",
        "SELECT tekst, geplaatst, antwoord, beantwoord FROM correctie WHERE persoon = $1 ORDER BY geplaatst, id",
        &[
            ("tekst", Hoe::Tekst),
            ("geplaatst", Hoe::Moment),
            ("antwoord", Hoe::Tekst),
            ("beantwoord", Hoe::Moment),
        ],
    ),
    (
        "bewaren",
        "SELECT soort, reden, van, tot FROM vernietigingsstop WHERE persoon = $1 ORDER BY van, id",
        &[("soort", Hoe::Tekst), ("reden", Hoe::Tekst), ("van", Hoe::Dag), ("tot", Hoe::Dag)],
    ),
    // Members of a family, and staff who are shielded, are told of by their role.
    (
        "inzagen",
        "SELECT j.wanneer, CASE WHEN j.rol = 'gezinslid' OR a.afgeschermd <> 0 THEN NULL ELSE a.naam END, j.rol, j.doel, j.handeling, \
         j.onderdeel FROM journaal_persoon x JOIN journaal j ON j.dag = x.dag AND j.nr = x.nr LEFT JOIN account a ON a.sleutel = j.wie \
         WHERE x.persoon = $1 ORDER BY x.dag, x.nr",
        &[
            ("wanneer", Hoe::Moment),
            ("wie", Hoe::Tekst),
            ("rol", Hoe::Tekst),
            ("doel", Hoe::Tekst),
            ("handeling", Hoe::Tekst),
            ("onderdeel", Hoe::Tekst),
        ],
    ),
];

fn value(row: &Rij<'_>, place: usize, how: Hoe) -> Result<Option<String>, Fout> {
    Ok(match how {
        Hoe::Tekst => row.text_opt(place)?,
        Hoe::Getal => row.number_opt(place)?.map(|n| n.to_string()),
        Hoe::Dag => row.day_opt(place)?.map(|day| day.to_string()),
        Hoe::Seconden => {
            row.number_opt(place)?.map(|s| day_of(s.div_euclid(86_400))).transpose()?.map(|d| d.to_string())
        }
        Hoe::Moment => match row.number_opt(place)? {
            Some(_) => Some(row.moment(place)?.to_string()),
            None => None,
        },
        Hoe::Euro => {
            row.number_opt(place)?.map(|cents| format!("{}.{:02}", cents / 100, (cents % 100).abs()))
        }
    })
}

/// Everything about one person; `own` when it is for that person themselves.
fn everything(
    db: &mut Verbinding,
    person: &Id<Persoon>,
    own: bool,
    now: Timestamp,
) -> Result<PersoonsUitvoer, Fout> {
    let mut delen = Vec::new();
    for (naam, sql, columns) in BRONNEN {
        let rijen = db.query(sql, &[person.into()], |row| {
            let mut line = Vec::new();
            for (place, (column, how)) in columns.iter().enumerate() {
                line.extend(value(row, place, *how)?.map(|text| ((*column).to_owned(), text)));
            }
            Ok(line)
        })?;
        delen.push(UitvoerDeel { naam: (*naam).to_owned(), rijen });
        if *naam == "correcties" {
            delen.push(UitvoerDeel { naam: "gesprekken".to_owned(), rijen: conversations(db, person, own)? });
        }
    }
    delen.push(UitvoerDeel { naam: "plan".to_owned(), rijen: super::planuitvoer::of(db, person)? });
    delen.push(UitvoerDeel { naam: "berichten".to_owned(), rijen: messages(db, person)? });
    Ok(PersoonsUitvoer { gemaakt: now, delen })
}

/// The conversations with the family of a person: what everyone in them shares, and what this person said. What a child chose
/// to keep between the child and who helps does not go to a parent by this way either.
fn conversations(
    db: &mut Verbinding,
    person: &Id<Persoon>,
    own: bool,
) -> Result<Vec<Vec<(String, String)>>, Fout> {
    let found = db.query(
        "SELECT g.dag, g.stand, g.inhoud, s.woorden, s.eigen, s.lezers FROM persoon p JOIN goed_gesprek g ON g.gezin = p.gezin \
         LEFT JOIN gesprek_stem s ON s.gesprek = g.id AND s.persoon = p.id WHERE p.id = $1 AND (g.velden > 0 OR g.stand = 1) \
         ORDER BY g.dag, g.begonnen, g.id",
        &[person.into()],
        |row| {
            let shown = own || row.number_opt(5)?.and_then(Lezers::from_number) > Some(Lezers::Professional);
            let voice = |text: Option<String>| text.filter(|text| shown && !text.is_empty());
            let stand = if row.number(1)? == 0 { "concept" } else { "afgerond" };
            let (words, private) = (voice(row.text_opt(3)?), voice(row.text_opt(4)?));
            Ok((row.day(0)?, stand, row.text(2)?, words, private))
        },
    )?;
    let line = |(day, stand, shared, words, private): (_, &str, String, Option<String>, Option<String>)| {
        let day: jiff::civil::Date = day;
        let mut line = vec![("dag".to_owned(), day.to_string()), ("stand".to_owned(), stand.to_owned())];
        line.extend(words.map(|text| ("eigen woorden".to_owned(), text)));
        line.extend(private.map(|text| ("alleen over deze persoon".to_owned(), text)));
        line.push(("samen".to_owned(), shared));
        line
    };
    Ok(found.into_iter().map(line).collect())
}

/// What stands in the messages about a person: of a message that others share only their part, and of a household nobody else.
fn messages(db: &mut Verbinding, person: &Id<Persoon>) -> Result<Vec<Vec<(String, String)>>, Fout> {
    let bsn =
        db.query_opt("SELECT bsn FROM persoon WHERE id = $1", &[person.into()], |row| row.number_opt(0))?;
    let Some(bsn) = bsn.flatten().map(|n| format!("{n:09}")) else { return Ok(Vec::new()) };
    let ids: Vec<(Id<Bericht>, i64, i64)> = db.query(
        "SELECT b.id, b.soort, b.dagtekening FROM bericht b WHERE b.id IN (\
         SELECT bericht FROM toewijzing_versie WHERE persoon = $1 UNION SELECT bericht FROM levering WHERE persoon = $1 \
         UNION SELECT bericht FROM prestatie WHERE persoon = $1 UNION SELECT bericht FROM verzoek WHERE persoon = $1 \
         UNION SELECT bericht FROM betreft WHERE persoon = $1) ORDER BY b.dagtekening, b.id",
        &[person.into()],
        |row| Ok((row.id(0)?, row.number(1)?, row.number(2)?)),
    )?;
    let mut out = Vec::new();
    for (id, kind, day) in ids {
        let content = "SELECT inhoud FROM bericht_inhoud WHERE bericht = $1";
        let packed = db.query_opt(content, &[Waarde::from(&id)], |row| row.bytes(0))?;
        let Some(packed) = packed else { continue };
        let Ok(message) = ijw::lees(&unpack(&packed)?) else {
            return Err(Fout::Tegenstrijdig("a stored message does not pass the check any more"));
        };
        let own = match ijw::zonder_clienten(&message, |other| other != bsn) {
            Rest::Onveranderd => message,
            Rest::Zonder(rest) => rest,
            Rest::Niets => continue,
        };
        let mut line = vec![
            ("bericht".to_owned(), kind_of(kind)?.naam().to_owned()),
            ("dagtekening".to_owned(), day_of(day)?.to_string()),
        ];
        line.extend(without_others(&own.velden()));
        out.push(line);
    }
    Ok(out)
}

/// The fields with a value, without those of relations and without totals over all clients of a claim.
fn without_others(velden: &[Veld]) -> Vec<(String, String)> {
    let mut hidden: Option<u8> = None;
    let mut out = Vec::new();
    for veld in velden {
        if hidden.is_some_and(|depth| veld.diepte > depth) {
            continue;
        }
        let of_others = matches!(veld.naam, "Relaties" | "TotaalIngediendBedrag" | "TotaalToegekendBedrag");
        hidden = of_others.then_some(veld.diepte);
        if let (false, Some(value)) = (of_others, &veld.waarde) {
            out.push((veld.naam.to_owned(), value.clone()));
        }
    }
    out
}
