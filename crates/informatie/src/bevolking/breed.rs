//! Tables with a line per area and year and a column per figure: key figures and youth care, in every form in which CBS hands them out.

use super::bezwaar::{Bezwaren, Reden};
use super::cel::Stand;
use super::gebied::{Gebied, GeenGebied};
use super::kop::{self, Periode, Rol};
use super::oogst::{Feit, Kader, Oogst, Plaats, Sleutel};
use super::tabel::{Rij, Tabel};

/// Lines that are looked at to find the column of areas.
const SAMPLE: usize = 50;

/// Where what stands in a table.
struct Vorm {
    gebied: usize,
    /// A column of municipalities may have lost its zeros.
    gemeenten: bool,
    jaar: Option<usize>,
    naam: Option<usize>,
    gemeentenaam: Option<usize>,
    wijziging: Option<usize>,
    hulpvorm: Option<usize>,
    stand: Option<usize>,
    cijfers: Vec<(usize, super::cijfer::Cijfer, Option<u16>)>,
}

/// Reads a table of figures. None when it is not one, which was then said.
pub(super) fn read(tabel: &Tabel, kader: Kader, wrong: &mut Bezwaren<'_>) -> Option<Oogst> {
    let mut oogst = Oogst { koppen: tabel.kop.velden.clone(), ..Oogst::default() };
    let vorm = arrange(tabel, &mut oogst, wrong)?;
    let years = vorm.cijfers.iter().all(|(_, _, own)| own.is_some());
    if vorm.jaar.is_none() && kader.jaar.is_none() && !years {
        wrong.whole(Reden::GeenJaar);
        return None;
    }
    for rij in &tabel.rijen {
        row(rij, &vorm, kader, &mut oogst, wrong);
    }
    oogst.settle(wrong);
    Some(oogst)
}

fn arrange(tabel: &Tabel, oogst: &mut Oogst, wrong: &mut Bezwaren<'_>) -> Option<Vorm> {
    let mut rollen: Vec<Rol> = tabel.kop.velden.iter().map(|k| kop::rol(k)).collect();
    let total = rollen.iter().any(|r| matches!(r, Rol::Cijfer(super::cijfer::Cijfer::Jeugdzorg, _)));
    for at in 0..rollen.len() {
        let Some(Rol::Cijfer(cijfer, _)) = rollen.get(at).copied() else { continue };
        if cijfer.detail_of_jeugdzorg() && !total {
            rollen.splice(at..=at, [Rol::Anders]);
        }
    }
    let clashes =
        |rol: Rol| matches!(rol, Rol::Cijfer(..)) && rollen.iter().filter(|r| **r == rol).count() > 1;
    let mut cijfers = Vec::new();
    for (at, rol) in rollen.iter().enumerate() {
        let kolom = oogst.kolom(u32::try_from(at + 1).unwrap_or(u32::MAX));
        match rol {
            Rol::Cijfer(..) if clashes(*rol) => {
                let naam = kolom.naam.clone();
                wrong.add(tabel.kop.nr, kolom, &naam, Reden::DubbeleKolom);
            }
            Rol::Cijfer(cijfer, own) => cijfers.push((at, *cijfer, *own)),
            Rol::Anders if !kolom.naam.is_empty() => oogst.onbekende_kolommen.push(kolom.naam),
            _ => {}
        }
    }
    if cijfers.is_empty() {
        wrong.whole(Reden::GeenCijfers);
        return None;
    }
    let mut areas: Vec<(u8, usize)> = rollen
        .iter()
        .enumerate()
        .filter_map(|(at, rol)| if let Rol::Gebied(rank) = rol { Some((*rank, at)) } else { None })
        .collect();
    areas.sort_unstable();
    let is_code = |text: &str, rank: u8| {
        !matches!(parse(text, rank == 5), Err(GeenGebied::Code)) && !text.trim().is_empty()
    };
    let holds =
        |(rank, at): &(u8, usize)| tabel.rijen.iter().take(SAMPLE).any(|r| is_code(r.veld(*at), *rank));
    let Some((rank, gebied)) = areas.iter().copied().find(holds) else {
        wrong.whole(Reden::GeenGebiedskolom);
        return None;
    };
    let find = |wanted: Rol| rollen.iter().position(|r| *r == wanted);
    // A column that is headed as areas and holds none holds their names.
    let named =
        areas.iter().copied().find(|one| one.1 != gebied && one.0 != 5 && !holds(one)).map(|(_, at)| at);
    Some(Vorm {
        gebied,
        gemeenten: rank == 5,
        jaar: find(Rol::Jaar),
        naam: (0..=3).find_map(|n| find(Rol::Naam(n))).or(named),
        gemeentenaam: find(Rol::Gemeentenaam),
        wijziging: find(Rol::Wijziging),
        hulpvorm: find(Rol::Vorm),
        stand: find(Rol::Stand),
        cijfers,
    })
}

fn parse(text: &str, gemeenten: bool) -> Result<Gebied, GeenGebied> {
    if gemeenten { Gebied::parse_gemeente(text) } else { Gebied::parse(text) }
}

/// A form of help that stands for all forms: code `T…` of CBS, or the word.
pub(super) fn is_total(text: &str) -> bool {
    let text = text.trim();
    let code = text.strip_prefix('T').is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
    text.is_empty() || code || text.to_lowercase().starts_with("totaal")
}

fn row(rij: &Rij, vorm: &Vorm, kader: Kader, oogst: &mut Oogst, wrong: &mut Bezwaren<'_>) {
    if rij.velden.iter().all(|v| v.trim().is_empty()) {
        return;
    }
    oogst.rijen += 1;
    if vorm.hulpvorm.is_some_and(|at| !is_total(rij.veld(at))) {
        oogst.over.vormen += 1;
        return;
    }
    let place = |at: usize| u32::try_from(at + 1).unwrap_or(u32::MAX);
    let text = rij.veld(vorm.gebied);
    let gebied = match parse(text, vorm.gemeenten) {
        Ok(gebied) => gebied,
        Err(GeenGebied::Buurt) => {
            oogst.over.buurten += 1;
            return;
        }
        Err(GeenGebied::Ander) => {
            oogst.over.andere_gebieden += 1;
            return;
        }
        Err(GeenGebied::Code) => {
            wrong.add(rij.nr, oogst.kolom(place(vorm.gebied)), text, Reden::GeenGebied);
            return;
        }
    };
    let mut kader = kader;
    if let Some(at) = vorm.jaar {
        let text = rij.veld(at);
        match kop::periode(text) {
            Periode::Jaar(jaar) => kader.jaar = Some(jaar),
            other => {
                let part = matches!(other, Periode::Deel);
                let reden = if part { Reden::GeenHeelJaar } else { Reden::GeenPeriode };
                wrong.add(rij.nr, oogst.kolom(place(at)), text, reden);
                return;
            }
        }
        kader.stand = Stand::parse(text).or(kader.stand);
    }
    if let Some(at) = vorm.stand {
        kader.stand = Stand::parse(rij.veld(at)).or(kader.stand);
    }
    if let Some(jaar) = kader.jaar {
        oogst.note(jaar, gebied, fact(rij, vorm, gebied));
    }
    for (at, cijfer, own) in &vorm.cijfers {
        let Some(jaar) = own.or(kader.jaar) else { continue };
        let plaats = Plaats { rij: rij.nr, kolom: place(*at) };
        oogst.take(Sleutel { gebied, cijfer: *cijfer, jaar }, rij.veld(*at), plaats, kader, wrong);
    }
}

fn fact(rij: &Rij, vorm: &Vorm, gebied: Gebied) -> Feit {
    let of = |at: Option<usize>| at.map_or("", |at| rij.veld(at).trim()).to_owned();
    let own = of(vorm.naam);
    // In tables of CBS the name of the municipality stands behind its neighbourhoods too.
    let naam = match gebied {
        Gebied::Gemeente(_) if vorm.gemeentenaam.is_some() => of(vorm.gemeentenaam),
        _ => own,
    };
    let wijziging = of(vorm.wijziging).parse().ok().filter(|n| (1..=3).contains(n));
    Feit { naam, wijziging, km2: None }
}
