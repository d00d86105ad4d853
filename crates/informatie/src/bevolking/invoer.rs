//! Taking a file in: what it is, of which table and year, and what it changes.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::bezwaar::{Bezwaren, Reden};
use super::cel::Stand;
use super::cijfer::Cijfer;
use super::gebied::Gebied;
use super::komma;
use super::kop::year_within;
use super::oogst::{Kader, Oogst, Vondst};
use super::rijen::{Inhoud, Merk, Meting, Vak};
use super::tabel::Tabel;
use super::verslag::{Melding, Opgave, Soort, Verslag, Wijziging};
use super::{breed, indeling, kaart, school, tekst};

/// Tables of CBS that are of one year: *Kerncijfers wijken en buurten*.
const KEY_FIGURES: [(&str, u16); 13] = [
    ("82339NED", 2013),
    ("82931NED", 2014),
    ("83220NED", 2015),
    ("83487NED", 2016),
    ("83765NED", 2017),
    ("84286NED", 2018),
    ("84583NED", 2019),
    ("84799NED", 2020),
    ("85039NED", 2021),
    ("85318NED", 2022),
    ("85618NED", 2023),
    ("85984NED", 2024),
    ("86165NED", 2025),
];

/// The name of a file without folders and ending.
fn stem(naam: &str) -> &str {
    let name = naam.rsplit(['/', '\\']).next().unwrap_or(naam);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Under which table figures stand: the number of CBS in the name of the file, or that name without years and stamps, so that a newer
/// download is the same table.
pub(super) fn table_name(naam: &str) -> String {
    let stem = stem(naam);
    let words = || stem.split(|c: char| !c.is_ascii_alphanumeric());
    let number = |word: &&str| {
        let digits = word.get(..5).is_some_and(|d| d.bytes().all(|b| b.is_ascii_digit()));
        let kind = word.get(5..).unwrap_or_default().to_ascii_lowercase();
        digits && ["ned", "eng"].contains(&kind.as_str())
    };
    if let Some(found) = words().find(number) {
        return found.to_ascii_uppercase();
    }
    let stamp = |word: &str| word.bytes().all(|b| b.is_ascii_digit()) && [4, 6, 8].contains(&word.len());
    let kept: Vec<&str> = words().filter(|w| !w.is_empty() && !stamp(w)).collect();
    if kept.is_empty() { "tabel".to_owned() } else { kept.join("_").to_lowercase() }
}

fn frame(naam: &str, tabel: &str, titel: &str, opgave: &Opgave) -> Kader {
    let known = KEY_FIGURES.iter().find(|(nr, _)| *nr == tabel).map(|(_, jaar)| *jaar);
    let jaar = opgave.jaar.or(known).or_else(|| year_within(titel)).or_else(|| year_within(stem(naam)));
    let stand = opgave.stand.or_else(|| Stand::parse(titel)).or_else(|| Stand::parse(stem(naam)));
    Kader { jaar, stand, klopt: opgave.klopt }
}

/// Reads a file into what is kept and says what came of it. `nr` is the number of this import.
pub(super) fn take(inhoud: &mut Inhoud, naam: &str, bytes: &[u8], opgave: &Opgave, nr: u16) -> Verslag {
    let tabel = opgave.tabel.clone().unwrap_or_else(|| table_name(naam));
    let mut verslag = Verslag::new(naam.to_owned(), tabel);
    let mut wrong = Bezwaren::new(naam);
    let text = tekst::decode(bytes);
    let map = text.trim_start().starts_with(['{', '[']);
    if text.trim().is_empty() {
        wrong.whole(Reden::Leeg);
    } else if let Some(said) = opgave.soort.filter(|said| map != (*said == Soort::Kaart)) {
        wrong.whole(Reden::AndereSoort(said));
    } else if map {
        let kader = frame(naam, &verslag.tabel, "", opgave);
        if let Some(oogst) = kaart::read(&text, kader, &mut wrong) {
            verslag.soort = Some(Soort::Kaart);
            figures(inhoud, oogst, kader, nr, &mut verslag, &mut wrong);
        }
    } else {
        table(inhoud, &text, opgave, nr, &mut verslag, &mut wrong);
    }
    // Of a file that is something else, its lines are not at fault; and a year that misses is told once.
    let mut yearless = false;
    wrong.list.retain(|b| {
        let again = b.reden == Reden::GeenJaar && std::mem::replace(&mut yearless, true);
        !again && (verslag.soort.is_some() || b.reden.of_whole_file())
    });
    if verslag.soort.is_none() {
        wrong.more = 0;
    }
    wrong.list.sort_by_key(|b| (b.rij, b.kolom.nr));
    verslag.bezwaren = wrong.list;
    verslag.meer_bezwaren = wrong.more;
    verslag
}

fn table(
    inhoud: &mut Inhoud,
    text: &str,
    opgave: &Opgave,
    nr: u16,
    verslag: &mut Verslag,
    wrong: &mut Bezwaren<'_>,
) {
    let Some(tabel) = Tabel::read(text, wrong) else {
        wrong.whole(Reden::OnbekendeSoort);
        return;
    };
    let kader = frame(&verslag.bestand, &verslag.tabel, &tabel.titel, opgave);
    let soort = opgave.soort.unwrap_or_else(|| kind(&tabel));
    if soort == Soort::Scholen {
        if let Some(lijst) = school::read(&tabel, wrong) {
            verslag.soort = Some(Soort::Scholen);
            schools(inhoud, lijst, verslag);
        } else {
            wrong.whole(Reden::AndereSoort(soort));
        }
    } else if soort == Soort::Jeugdregios {
        if !indeling::fits(&tabel) {
            wrong.whole(Reden::AndereSoort(soort));
        } else if let Some(kaart) = indeling::read(&tabel, kader, wrong) {
            verslag.soort = Some(Soort::Jeugdregios);
            regions(inhoud, kaart, verslag);
        }
    } else if let Some(oogst) = breed::read(&tabel, kader, wrong) {
        verslag.soort = Some(Soort::Cijfers);
        figures(inhoud, oogst, kader, nr, verslag, wrong);
    }
}

/// What a table is by its headings.
fn kind(tabel: &Tabel) -> Soort {
    if school::fits(tabel) {
        Soort::Scholen
    } else if indeling::fits(tabel) {
        Soort::Jeugdregios
    } else {
        Soort::Cijfers
    }
}

fn figures(
    inhoud: &mut Inhoud,
    mut oogst: Oogst,
    kader: Kader,
    nr: u16,
    verslag: &mut Verslag,
    wrong: &mut Bezwaren<'_>,
) {
    verslag.rijen = oogst.rijen;
    verslag.overgeslagen = oogst.over;
    verslag.kolommen_niet_bewaard.append(&mut oogst.onbekende_kolommen);
    if !kader.klopt {
        oogst.doubt_columns(wrong);
    }
    let tabel = inhoud.tabel(&verslag.tabel);
    verslag.jaren =
        oogst.vondsten.iter().map(|v| v.sleutel.jaar).chain(oogst.feiten.keys().map(|k| k.0)).collect();
    let before = areas(inhoud, tabel, &verslag.jaren);
    let mut found: HashMap<Vak, usize> = HashMap::with_capacity(oogst.vondsten.len());
    for (at, vondst) in oogst.vondsten.iter().enumerate() {
        let vak = place(vondst, tabel);
        if put(inhoud, &vak, vondst, kader, nr, verslag) {
            found.insert(vak, at);
        } else {
            wrong.add(vondst.rij, oogst.kolom(vondst.kolom), &vondst.tekst, Reden::AlDefinitief);
        }
    }
    // Before values are held against other years: a border that moved explains a difference.
    for (key, feit) in std::mem::take(&mut oogst.feiten) {
        let known = inhoud.feiten.get(&key).cloned();
        let there = inhoud.feiten.entry(key).or_default();
        if !feit.naam.is_empty() {
            there.naam = feit.naam;
        }
        there.wijziging = feit.wijziging.or(there.wijziging);
        there.km2 = feit.km2.or(there.km2);
        verslag.gebieden += u64::from(known.as_ref() != Some(&*there));
    }
    if !kader.klopt {
        komma::doubt_years(inhoud, &oogst, &found, wrong);
    }
    tell(&oogst, verslag);
    let now: BTreeSet<(u16, Gebied)> =
        oogst.vondsten.iter().map(|v| (v.sleutel.jaar, v.sleutel.gebied)).collect();
    for jaar in &verslag.jaren {
        let kept =
            before.iter().filter(|(year, gebied)| year == jaar && !now.contains(&(*jaar, *gebied))).count();
        // Only when the file has this year: another year of the same table is another matter.
        if kept > 0 && now.iter().any(|(year, _)| year == jaar) {
            verslag.meldingen.push(Melding::Behouden { jaar: *jaar, gebieden: kept as u64 });
        }
    }
    for jaar in &verslag.jaren {
        for one in inhoud.border_news(*jaar) {
            if !verslag.meldingen.contains(&one) {
                verslag.meldingen.push(one);
            }
        }
    }
}

fn place(vondst: &Vondst, tabel: u16) -> Vak {
    Vak { gebied: vondst.sleutel.gebied, cijfer: vondst.sleutel.cijfer, jaar: vondst.sleutel.jaar, tabel }
}

/// The areas of which a table has figures in these years.
fn areas(inhoud: &Inhoud, tabel: u16, jaren: &BTreeSet<u16>) -> BTreeSet<(u16, Gebied)> {
    let here = inhoud.cijfers.keys().filter(|vak| vak.tabel == tabel && jaren.contains(&vak.jaar));
    here.map(|vak| (vak.jaar, vak.gebied)).collect()
}

/// Puts a figure in its place; false when a definite one is there and this one is provisional.
fn put(
    inhoud: &mut Inhoud,
    vak: &Vak,
    vondst: &Vondst,
    kader: Kader,
    nr: u16,
    verslag: &mut Verslag,
) -> bool {
    let mut merk = match (kader.klopt, vondst.verdacht) {
        (true, _) => Merk::Klopt,
        (false, true) => Merk::Verdacht,
        (false, false) => Merk::Geen,
    };
    match inhoud.cijfers.get(vak) {
        None => verslag.nieuw += 1,
        Some(there) if there.stand == Stand::Definitief && vondst.stand.provisional() => return false,
        Some(there) if there.cel == vondst.cel => {
            verslag.gelijk += 1;
            if there.merk == Merk::Klopt {
                merk = Merk::Klopt;
            }
        }
        Some(there) => verslag.gewijzigd.push(Wijziging {
            gebied: vak.gebied,
            cijfer: vak.cijfer,
            jaar: vak.jaar,
            was: there.cel,
            wordt: vondst.cel,
        }),
    }
    inhoud.cijfers.insert(vak.clone(), Meting { cel: vondst.cel, merk, stand: vondst.stand, invoer: nr });
    true
}

/// What a reader has to know of these figures.
fn tell(oogst: &Oogst, verslag: &mut Verslag) {
    let unknown = oogst.vondsten.iter().filter(|v| v.cel.known().is_none()).count();
    if unknown > 0 {
        verslag.meldingen.push(Melding::NietGepubliceerd(unknown as u64));
    }
    let mut standen: BTreeMap<u16, BTreeSet<Stand>> = BTreeMap::new();
    for one in &oogst.vondsten {
        standen.entry(one.sleutel.jaar).or_default().insert(one.stand);
    }
    for (jaar, standen) in standen {
        if standen.iter().any(|s| s.provisional()) {
            verslag.meldingen.push(Melding::Voorlopig(jaar));
        }
        if standen.contains(&Stand::NietGezegd) {
            verslag.meldingen.push(Melding::StandNietGezegd(jaar));
        }
    }
}

fn schools(inhoud: &mut Inhoud, lijst: school::Lijst, verslag: &mut Verslag) {
    verslag.rijen = lijst.rijen;
    let key = |nummer: &String| (verslag.tabel.clone(), nummer.clone());
    let gone: Vec<String> = inhoud
        .scholen
        .keys()
        .filter(|(naam, nummer)| *naam == verslag.tabel && !lijst.scholen.contains_key(nummer))
        .filter(|(_, nummer)| !lijst.geweigerd.contains(nummer))
        .map(|(_, nummer)| nummer.clone())
        .collect();
    // A list in which nothing is good takes nothing away.
    if lijst.scholen.is_empty() {
        return;
    }
    for nummer in &gone {
        inhoud.scholen.remove(&key(nummer));
    }
    for (nummer, school) in lijst.scholen {
        match inhoud.scholen.get(&key(&nummer)) {
            None => verslag.nieuw += 1,
            Some(there) if *there == school => verslag.gelijk += 1,
            Some(_) => verslag.anders.push(nummer.clone()),
        }
        inhoud.scholen.insert(key(&nummer), school);
    }
    if !gone.is_empty() {
        verslag.anders.extend(gone.iter().cloned());
        verslag.meldingen.push(Melding::ScholenWeg(gone));
    }
}

fn regions(inhoud: &mut Inhoud, kaart: indeling::Kaart, verslag: &mut Verslag) {
    let jaar = kaart.jaar;
    verslag.rijen = kaart.rijen;
    verslag.jaren.insert(jaar);
    let others: BTreeSet<u16> = inhoud.indeling.keys().map(|k| k.0).filter(|y| *y != jaar).collect();
    let nearest = others.iter().copied().min_by_key(|y| y.abs_diff(jaar));
    let mut moved = Vec::new();
    for (code, plek) in kaart.plekken {
        if let Some(ander) = nearest
            && inhoud.indeling.get(&(ander, code)).is_some_and(|there| there.regio != plek.regio)
        {
            moved.push(Gebied::Gemeente(code));
        }
        match inhoud.indeling.get(&(jaar, code)) {
            None => verslag.nieuw += 1,
            Some(there) if *there == plek => verslag.gelijk += 1,
            Some(_) => verslag.anders.push(Gebied::Gemeente(code).to_string()),
        }
        inhoud.indeling.insert((jaar, code), plek);
    }
    if let Some(ander) = nearest.filter(|_| !moved.is_empty()) {
        verslag.meldingen.push(Melding::AndereRegio { ander, gemeenten: moved });
    }
}

/// Figures of which other years can tell whether a decimal comma was lost.
pub(super) fn series(vondsten: &[Vondst]) -> BTreeSet<(Gebied, Cijfer)> {
    vondsten.iter().map(|v| (v.sleutel.gebied, v.sleutel.cijfer)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newer_download_is_the_same_table() {
        for (naam, tabel) in [
            ("Kerncijfers_wijken_en_buurten_2024_11122025_141648.csv", "kerncijfers_wijken_en_buurten"),
            ("data/85318NED.csv", "85318NED"),
            ("85318ned_UntypedDataSet_01.csv", "85318NED"),
            ("kwb-2022.csv", "kwb"),
            ("2022.csv", "tabel"),
            ("", "tabel"),
        ] {
            assert_eq!(table_name(naam), tabel, "{naam}");
        }
    }
}
