//! What writing down costs, for everyone to see: fields, minutes, and which fields could go. No persons, no workers.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use informatie::regeldruk::{Maat, Meting, samen, teams};
use jiff::civil::Date;
use register::beeld::{RegeldrukBeeld, RegeldrukRij, VeldRij};
use stelsel::goed_gesprek::{Aanbod, Inhoud};

use crate::bezoek::{Bezoek, pagina};
use crate::cijfer;
use crate::fout::Fout;
use crate::kader::Kader;

/// Months of which unused fields are told.
const LAATST: usize = 3;
/// A field that is filled in fewer than this share of conversations could go.
const BIJNA_NOOIT: u32 = 5;

/// A row of figures.
struct Rij {
    naam: String,
    gesprekken: String,
    velden: String,
    minuten: String,
}

/// The fields of a month that nobody or almost nobody filled.
struct Maand {
    naam: String,
    velden: Vec<String>,
}

/// The page.
#[derive(Template)]
#[template(path = "regeldruk.html")]
pub(crate) struct RegeldrukPagina {
    k: Kader,
    /// Fields on the page of a conversation, and how many of them are mandatory.
    aangeboden: usize,
    samen: Option<Rij>,
    maanden: Vec<Rij>,
    teams: Vec<Rij>,
    weg: Vec<Maand>,
    vaak: Vec<(String, String)>,
}

impl RegeldrukPagina {
    pub(crate) fn new(k: Kader, beeld: &RegeldrukBeeld) -> Self {
        let meting = |r: &RegeldrukRij| Meting {
            gesprekken: r.gesprekken,
            gevuld: r.gevuld,
            aangeboden: r.aangeboden,
            seconden: r.seconden,
        };
        let mut by_month: BTreeMap<i64, Meting> = BTreeMap::new();
        let mut by_team = BTreeMap::new();
        for row in &beeld.rijen {
            *by_month.entry(row.maand).or_default() += meting(row);
            *by_team.entry(row.wijk).or_default() += meting(row);
        }
        let total: Meting = by_month.values().copied().sum();
        let named: Vec<_> = by_team.into_iter().collect();
        let shown = teams(&named.iter().map(|(_, m)| *m).collect::<Vec<_>>());
        let teams = named.iter().zip(shown).filter_map(|((wijk, _), maat)| {
            let code = (*wijk)?;
            let name = beeld.wijken.iter().find(|(known, _)| *known == code);
            let name = name.map_or_else(|| code.to_string(), |(_, naam)| naam.clone());
            Some(row(&k, name, &maat?))
        });
        let months =
            by_month.iter().rev().filter_map(|(month, m)| Some(row(&k, month_name(&k, *month), &samen(*m)?)));
        let fields = fields_by_month(&beeld.velden);
        let weg = fields.iter().rev().take(LAATST).map(|(month, rows)| Maand {
            naam: month_name(&k, *month),
            velden: seldom(rows).map(|field| k.t(&format!("gg-{field}"))).collect(),
        });
        let mut often: Vec<_> = use_of(&beeld.velden).into_iter().collect();
        often.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        let vaak = often.into_iter().map(|(field, share)| {
            (
                k.t(&format!("gg-{field}")),
                k.t1("gg-druk-procent", "n", usize::try_from(share).unwrap_or_default()),
            )
        });
        Self {
            aangeboden: Inhoud::default().velden(&[], Aanbod { volwassen: true, kinderen: true }).len(),
            samen: samen(total).map(|maat| row(&k, k.t("gg-druk-samen"), &maat)),
            maanden: months.collect(),
            teams: teams.collect(),
            weg: weg.collect(),
            vaak: vaak.collect(),
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        let full = crate::monster::goed_gesprek::regeldruk(nasty);
        let empty = RegeldrukBeeld { rijen: Vec::new(), velden: Vec::new(), ..full.clone() };
        vec![("regeldruk", Self::new(k.clone(), &full)), ("regeldruk-leeg", Self::new(k.clone(), &empty))]
    }
}

fn row(k: &Kader, naam: String, maat: &Maat) -> Rij {
    let words = [("n", maat.velden.into()), ("van", maat.aangeboden.into())];
    Rij {
        naam,
        gesprekken: k.getal(maat.gesprekken),
        velden: k.tx("gg-druk-van", &words),
        minuten: k.getal(maat.minuten),
    }
}

fn month_name(k: &Kader, month: i64) -> String {
    let part = |n: i64| i8::try_from(n).ok();
    let year = i16::try_from(month / 100).ok();
    let day = year.zip(part(month % 100)).and_then(|(year, month)| Date::new(year, month, 1).ok());
    day.map_or_else(|| month.to_string(), |day| k.taal.maand_jaar(day))
}

/// Fields that are known today, per month in which enough conversations were finished to tell of.
fn fields_by_month(rows: &[VeldRij]) -> BTreeMap<i64, Vec<&VeldRij>> {
    let known = Inhoud::default().velden(&[], Aanbod { volwassen: true, kinderen: true });
    let mut out: BTreeMap<i64, Vec<&VeldRij>> = BTreeMap::new();
    for row in rows.iter().filter(|row| known.iter().any(|(field, _)| *field == row.veld)) {
        out.entry(row.maand).or_default().push(row);
    }
    out.retain(|_, rows| rows.iter().any(|row| cijfer::beschermd(row.aangeboden).is_some()));
    out
}

/// The fields that almost nobody filled, of those that were offered often enough to tell.
fn seldom<'a>(rows: &'a [&VeldRij]) -> impl Iterator<Item = &'a str> {
    let told = rows.iter().filter(|row| cijfer::beschermd(row.aangeboden).is_some());
    // An answer that is seldom given is no field that is in the way.
    let told = told.filter(|row| !row.veld.starts_with("antwoord-"));
    told.filter(|row| row.gevuld * 100 < row.aangeboden * BIJNA_NOOIT).map(|row| row.veld.as_str())
}

/// In how many of a hundred conversations each field was filled, rounded to fives.
fn use_of(rows: &[VeldRij]) -> BTreeMap<String, u32> {
    let mut sums: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for row in fields_by_month(rows).into_values().flatten() {
        let sum = sums.entry(row.veld.clone()).or_default();
        *sum = (sum.0 + row.aangeboden, sum.1 + row.gevuld);
    }
    sums.retain(|_, (offered, _)| cijfer::beschermd(*offered).is_some());
    sums.into_iter()
        .map(|(field, (offered, filled))| (field, (filled * 100 / offered.max(1) + 2) / 5 * 5))
        .collect()
}

fn read(lezing: &mut register::Lezing<'_>) -> Result<RegeldrukBeeld, register::Fout> {
    lezing.regeldruk()
}

pub(crate) async fn toon(bezoek: Bezoek) -> Result<Response, Fout> {
    let (k, beeld) = bezoek.kijk(String::new(), read).await?;
    pagina(&RegeldrukPagina::new(k, &beeld))
}
