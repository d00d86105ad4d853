//! What may be expected, as ranges; how good such ranges were before, also where they were not; and what is assumed.

use axum::response::Response;
use informatie::indicator::{Eenheid, Niveau};
use informatie::voorspelling::Oordeel;
use informatie::{
    Blad, ERNAAST, Getal, PLAFOND, TERUG_INSTROOM, TERUG_STAND, VERWACHT_INSTROOM, VERWACHT_STAND, Vooruit,
};
use jiff::civil::Date;
use register::beeld::Gebiedsnamen;

use super::blok::{self, Blok, Kleintje, Uitvoer, toon as in_tabel, waarde_in_woorden};
use super::scholen::BlokkenPagina;
use super::{met_opname, tabs, voet};
use crate::adres::Pad;
use crate::bezoek::Bezoek;
use crate::fout::Fout;
use crate::grafiek::{Band, Figuur, Reeks, Tekening, maand, over_maanden};
use crate::kader::Kader;
use crate::opname::{Opname, PLAFONDS, Tijd};

/// What is forecast of a series.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wat {
    Stand,
    Instroom,
}

impl Wat {
    const fn delen(self) -> (&'static str, [&'static str; 7]) {
        match self {
            Self::Stand => ("stand", VERWACHT_STAND),
            Self::Instroom => ("instroom", VERWACHT_INSTROOM),
        }
    }
}

type Punten = Vec<(Date, Getal)>;

fn reeks(blad: &Blad, onderdeel: &str, sleutel: &str) -> Punten {
    let point = |(day, getal): (&str, &Getal)| Some((day.parse().ok()?, *getal));
    blad.reeks(onderdeel, sleutel).filter_map(point).collect()
}

/// What was, and the ranges of what is to come.
fn figuur(
    k: &Kader,
    blad: &Blad,
    wat: Wat,
    sleutel: &str,
    (id, titel): (String, String),
    klein: bool,
) -> Option<Figuur> {
    let (was, [middle, low50, high50, low80, high80, low95, high95]) = wat.delen();
    let (past, middle) = (reeks(blad, was, sleutel), reeks(blad, middle, sleutel));
    let (first, last) = (past.first().or(middle.first())?.0, middle.last()?.0);
    let woord = |value: f64| waarde_in_woorden(k, value, Eenheid::Jeugdigen);
    let words = (titel, k.t("cijfers-vooruit-beschrijving"));
    let mut of = over_maanden(id, words, (first, last), klein, &woord);
    let bands = [("band-95", low95, high95), ("band-80", low80, high80), ("band-50", low50, high50)];
    of.banden = bands
        .into_iter()
        .map(|(klasse, low, high)| {
            let (low, high) = (reeks(blad, low, sleutel), reeks(blad, high, sleutel));
            let both = low.iter().zip(&high);
            let punten =
                both.filter_map(|((day, low), (_, high))| Some((maand(*day), low.waarde()?, high.waarde()?)));
            Band { klasse, punten: punten.collect() }
        })
        .collect();
    let line = |klasse, label: String, punten: &Punten| Reeks {
        klasse,
        label: if klein { String::new() } else { label },
        punten: punten.iter().map(|(day, getal)| (maand(*day), getal.waarde())).collect(),
    };
    of.reeksen = vec![
        line("in-hulp", k.t("cijfers-lijn-was"), &past),
        line("verwacht", k.t("cijfers-lijn-verwacht"), &middle),
    ];
    if wat == Wat::Instroom {
        of.reeksen.push(line(
            "regio",
            k.t("cijfers-lijn-geschat"),
            &reeks(blad, "instroom-geschat", sleutel),
        ));
    }
    Figuur::teken(of)
}

/// One forecast of the region as a block.
fn vooruitblik(k: &Kader, of: &Vooruit, wat: Wat, (id, titel): (&str, String), stroom: Option<&str>) -> Blok {
    let (_, [middle, _, _, low80, high80, low95, high95]) = wat.delen();
    let parts = [middle, low80, high80, low95, high95].map(|part| reeks(&of.blad, part, ""));
    let row = |n: usize| {
        let day = parts.first()?.get(n)?.0;
        let cells = parts.iter().map(|part| {
            part.get(n).map_or_else(String::new, |(_, getal)| in_tabel(k, getal, Eenheid::Jeugdigen))
        });
        Some(std::iter::once(blok::periode(k, day, Tijd::Maanden)).chain(cells).collect())
    };
    let kop = [
        "cijfers-periode",
        "cijfers-lijn-verwacht",
        "cijfers-80-onder",
        "cijfers-80-boven",
        "cijfers-95-onder",
        "cijfers-95-boven",
    ];
    let mut uitleg = vec![k.t("cijfers-vooruit-banden")];
    uitleg.extend(of.te_weinig.iter().map(|(_, why)| k.t(why.key())));
    let pairs = [("niveau", Some("regio")), ("stroom", stroom)];
    Blok {
        id: id.to_owned(),
        uitleg,
        figuur: figuur(k, &of.blad, wat, "", (format!("{id}-f"), titel.clone()), false),
        bijschrift: k.t("cijfers-vooruit-bijschrift"),
        kop: kop.map(|key| k.t(key)).to_vec(),
        rijen: (0..parts.first().map_or(0, Vec::len)).filter_map(row).collect(),
        uitvoer: vec![Uitvoer::new(titel.clone(), Pad::CijferUitvoer("vooruit"), &pairs)],
        titel,
        ..Blok::default()
    }
}

fn gemeenten(k: &Kader, opname: &Opname, namen: &Gebiedsnamen) -> Result<Blok, Fout> {
    let of = opname.vooruit(Niveau::Gemeente, false)?;
    let draw = |(n, (code, naam)): (usize, &(stelsel::Gemeentecode, String))| {
        let key = code.to_string();
        let words = (format!("vooruit-{n}"), naam.clone());
        Kleintje {
            naam: naam.clone(),
            naar: Pad::CijfersGemeente(*code).to_string(),
            figuur: figuur(k, &of.blad, Wat::Stand, &key, words, true),
        }
    };
    let year_on = |code: &stelsel::Gemeentecode, part| {
        let ahead = reeks(&of.blad, part, &code.to_string());
        ahead.get(11).map_or_else(
            || k.t("cijfers-reden-te-weinig"),
            |(_, getal)| in_tabel(k, getal, Eenheid::Jeugdigen),
        )
    };
    let row = |(code, naam): &(stelsel::Gemeentecode, String)| {
        let parts = ["stand-midden", "stand-80-onder", "stand-80-boven"].map(|part| year_on(code, part));
        std::iter::once(naam.clone()).chain(parts).collect()
    };
    let kop = ["gemeente", "cijfers-over-een-jaar", "cijfers-80-onder", "cijfers-80-boven"];
    let pairs = [("niveau", Some("gemeente"))];
    Ok(Blok {
        id: "vooruit-gemeenten".into(),
        titel: k.t("cijfers-vooruit-gemeenten"),
        uitleg: vec![k.t("cijfers-vooruit-gemeenten-uitleg")],
        klein: namen.gemeenten.iter().enumerate().map(draw).collect(),
        bijschrift: k.t("cijfers-vooruit-bijschrift"),
        kop: kop.map(|key| k.t(key)).to_vec(),
        rijen: namen.gemeenten.iter().map(row).collect(),
        uitvoer: vec![Uitvoer::new(k.t("gemeenten"), Pad::CijferUitvoer("vooruit"), &pairs)],
        ..Blok::default()
    })
}

/// Spending against the ceilings of contracts.
fn plafonds(k: &Kader, opname: &Opname) -> Result<Blok, Fout> {
    let titel = k.t("cijfers-plafonds");
    let Some(blad) = opname.plafonds()? else {
        let uitleg = vec![k.t1("cijfers-plafonds-geen", "bestand", PLAFONDS)];
        return Ok(Blok { id: "plafonds".into(), titel, uitleg, ..Blok::default() });
    };
    let mut rijen: Vec<Vec<String>> = Vec::new();
    for line in blad.rijen().iter().filter(|rij| rij.onderdeel == "plafond") {
        let cells = PLAFOND.into_iter().map(|part| {
            let found = blad
                .rijen()
                .iter()
                .find(|rij| rij.onderdeel == part && rij.sleutel == line.sleutel && rij.plek == line.plek);
            let eenheid = if part == "kans-erboven" { Eenheid::Aandeel } else { Eenheid::Eurocent };
            found.map_or_else(String::new, |rij| in_tabel(k, &rij.getal, eenheid))
        });
        let naam = k.tx(
            "cijfers-categorie",
            &[("code", line.sleutel.as_str().into()), ("jaar", line.plek.as_str().into())],
        );
        rijen.push(std::iter::once(naam).chain(cells).collect());
    }
    let kop = [
        "cijfers-plafond-voor",
        "cijfers-plafond",
        "cijfers-tot-nu",
        "cijfers-lijn-verwacht",
        "cijfers-80-onder",
        "cijfers-80-boven",
        "cijfers-95-onder",
        "cijfers-95-boven",
        "cijfers-kans-erboven",
    ];
    Ok(Blok {
        id: "plafonds".into(),
        uitleg: vec![k.t("cijfers-plafonds-uitleg")],
        bijschrift: titel.clone(),
        kop: kop.map(|key| k.t(key)).to_vec(),
        rijen,
        open: true,
        uitvoer: vec![Uitvoer::new(titel.clone(), Pad::CijferUitvoer("plafonds"), &[])],
        titel,
        ..Blok::default()
    })
}

/// How good such forecasts were.
fn terugblik(k: &Kader, opname: &Opname) -> Result<Blok, Fout> {
    let of = opname.terugblik(false)?;
    let mut uitleg = vec![k.t1("cijfers-terugblik-uitleg", "n", u32::try_from(of.momenten).unwrap_or(0))];
    let said = of.oordeel.unwrap_or([Oordeel::TeWeinig; 2]);
    for (oordeel, wat) in said.into_iter().zip(["cijfers-terug-instroom", "cijfers-terug-stand"]) {
        uitleg.push(format!("{} {}", k.t(wat), k.t(oordeel.key())));
    }
    let value = |part: &str| of.blad.reeks(part, "").next().map(|(_, getal)| *getal);
    let mut rijen = Vec::new();
    let named = [(TERUG_INSTROOM, "cijfers-terug-instroom"), (TERUG_STAND, "cijfers-terug-stand")];
    for (parts, name) in named {
        let cells: Vec<String> = parts
            .into_iter()
            .filter_map(|part| value(part).map(|getal| in_tabel(k, &getal, Eenheid::Aandeel)))
            .collect();
        if !cells.is_empty() {
            rijen.push(std::iter::once(k.t(name)).chain(cells).collect());
        }
    }
    let [_, [own, year_ago]] = ERNAAST;
    let line = |klasse, key, part| {
        let point = |(ahead, getal): (&str, &Getal)| Some((ahead.parse::<f64>().ok()?, getal.waarde()));
        Reeks { klasse, label: k.t(key), punten: of.blad.reeks(part, "").filter_map(point).collect() }
    };
    let woord = |value: f64| waarde_in_woorden(k, value, Eenheid::Jeugdigen);
    let figuur = Figuur::teken(Tekening {
        id: "terug-f".into(),
        titel: k.t("cijfers-terugblik"),
        beschrijving: k.t("cijfers-terug-beschrijving"),
        klein: false,
        x: (1.0, 12.0),
        x_merken: [1_u32, 3, 6, 9, 12].map(|n| (f64::from(n), n.to_string())).to_vec(),
        top: None,
        y_woord: &woord,
        reeksen: vec![
            line("in-hulp", "cijfers-lijn-vooruit", own),
            line("vorig-jaar", "cijfers-lijn-vorig-jaar", year_ago),
        ],
        banden: Vec::new(),
        stippen: Vec::new(),
    });
    let kop = [
        "cijfers-terug-wat",
        "cijfers-terug-beter",
        "cijfers-terug-50",
        "cijfers-terug-80",
        "cijfers-terug-95",
    ];
    Ok(Blok {
        id: "terugblik".into(),
        titel: k.t("cijfers-terugblik"),
        uitleg,
        figuur,
        bijschrift: k.t("cijfers-terug-bijschrift"),
        kop: kop.map(|key| k.t(key)).to_vec(),
        rijen,
        open: true,
        uitvoer: vec![Uitvoer::new(k.t("cijfers-terugblik"), Pad::CijferUitvoer("terugblik"), &[])],
        ..Blok::default()
    })
}

pub(crate) fn vooruit(k: &Kader, opname: &Opname, namen: &Gebiedsnamen) -> Result<BlokkenPagina, Fout> {
    let hulp = opname.vooruit(Niveau::Regio, false)?;
    let wacht = opname.vooruit(Niveau::Regio, true)?;
    let aannames =
        hulp.aannames.iter().chain(wacht.aannames.iter().filter(|one| !hulp.aannames.contains(one)));
    let aannames = aannames.map(|key| vec![k.t(key)]).collect();
    Ok(BlokkenPagina {
        tabs: tabs(k, Some(opname), &Pad::CijfersVooruit),
        voet: voet(k, opname),
        titel: k.t("cijfers-tab-vooruit"),
        inleiding: vec![k.t("cijfers-vooruit-inleiding"), k.taal.tekst(hulp.blad.context()).to_owned()],
        verder: k
            .mag(stelsel::Onderdeel::Uitproberen)
            .then(|| [Pad::Uitproberen.to_string(), k.t("up-link-vooruit"), k.t("up-link-vooruit-uitleg")]),
        blokken: vec![
            vooruitblik(k, &hulp, Wat::Stand, ("stand", k.t("cijfers-vooruit-stand")), None),
            vooruitblik(k, &hulp, Wat::Instroom, ("instroom", k.t("cijfers-vooruit-instroom")), None),
            vooruitblik(k, &wacht, Wat::Stand, ("wacht", k.t("cijfers-vooruit-wacht")), Some("wachten")),
            gemeenten(k, opname, namen)?,
            plafonds(k, opname)?,
            terugblik(k, opname)?,
            Blok {
                id: "aannames".into(),
                titel: k.t("cijfers-aannames"),
                bijschrift: k.t("cijfers-aannames"),
                kop: vec![k.t("cijfers-aanname")],
                rijen: aannames,
                open: true,
                ..Blok::default()
            },
        ],
        k: k.clone(),
    })
}

pub(crate) async fn toon(bezoek: Bezoek) -> Result<Response, Fout> {
    met_opname(bezoek, "vooruit".into(), vooruit).await
}
