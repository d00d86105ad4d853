//! Which municipalities are like ours, and of whom we can learn. Likeness is about who live there and how; how much youth care is used is
//! no part of it, and there is no best. By likeness or by name, never by outcome.

use askama::Template;
use axum::response::Response;
use informatie::bevolking::{Bevolking, Buur, Gebied, Kenmerk, Vergeleken};
use register::beeld::Gebiedsnamen;
use stelsel::Gemeentecode;

use crate::adres::Pad;
use crate::bezoek::{Bezoek, Paren, Vraag, buiten, pagina};
use crate::fout::Fout;
use crate::kader::Kader;
use crate::pages::cijfers::{Tab, tabs};
use crate::pages::monitor::eenheid;

/// Neighbours that are shown.
const AANTAL: usize = 6;
/// Fewer municipalities than this say nothing about who is alike.
const MINSTENS: usize = 5;

/// Likeness in fewer characteristics than this is no likeness.
const KENMERKEN: usize = 3;

/// The page.
#[derive(Template)]
#[template(path = "buren.html")]
pub(crate) struct BurenPagina {
    k: Kader,
    hier: String,
    keuzes: Vec<(String, String, bool)>,
    ordes: Vec<(&'static str, String, bool)>,
    titel: String,
    leeg: bool,
    /// There are figures, but of too few municipalities or characteristics.
    te_weinig: bool,
    ons: String,
    uitleg: String,
    /// Names of the neighbours, above the columns.
    namen: Vec<String>,
    /// A line per characteristic: its name, ours, and theirs.
    kenmerken: Vec<Naast>,
    /// The same of how youth care is reached: to talk about.
    gesprek: Vec<Naast>,
    buren: Vec<Kaart>,
    ongebruikt: Option<String>,
    tabs: Vec<Tab>,
}

/// A characteristic side by side.
struct Naast {
    wat: String,
    ons: String,
    daar: Vec<String>,
}

/// A neighbour in words.
struct Kaart {
    naam: String,
    gelijkend: String,
    anders: Option<String>,
    onbekend: Option<String>,
}

/// What is asked.
pub(crate) struct Vraagstuk {
    ons: Gemeentecode,
    naam: String,
    op_naam: bool,
}

impl Vraagstuk {
    fn of(query: &Paren, beeld: &Gebiedsnamen) -> Result<Option<Self>, Fout> {
        let asked = query.get("gemeente").map(Gemeentecode::parse).transpose();
        let asked = asked.map_err(|_| Fout::NietGevonden)?;
        let known = match asked {
            Some(code) => {
                Some(beeld.gemeenten.iter().find(|(one, _)| *one == code).ok_or(Fout::NietGevonden)?)
            }
            None => beeld.gemeenten.first(),
        };
        let op_naam = query.get("orde") == Some("naam");
        Ok(known.map(|(ons, naam)| Self { ons: *ons, naam: naam.clone(), op_naam }))
    }
}

impl BurenPagina {
    pub(crate) fn new(
        k: Kader,
        tabs: Vec<Tab>,
        beeld: &Gebiedsnamen,
        asked: Option<&Vraagstuk>,
        bevolking: Option<&Bevolking>,
    ) -> Self {
        let chosen = |code: Gemeentecode| asked.is_some_and(|asked| asked.ons == code);
        let keuzes =
            beeld.gemeenten.iter().map(|(code, naam)| (code.to_string(), naam.clone(), chosen(*code)));
        let op_naam = asked.is_some_and(|asked| asked.op_naam);
        let mut page = Self {
            hier: Pad::Buren.to_string(),
            keuzes: keuzes.collect(),
            ordes: vec![
                ("gelijkenis", k.t("buren-op-gelijkenis"), !op_naam),
                ("naam", k.t("buren-op-naam"), op_naam),
            ],
            titel: k.t("buren-titel"),
            leeg: bevolking.is_none() || asked.is_none(),
            te_weinig: false,
            ons: asked.map(|asked| asked.naam.clone()).unwrap_or_default(),
            uitleg: String::new(),
            namen: Vec::new(),
            kenmerken: Vec::new(),
            gesprek: Vec::new(),
            buren: Vec::new(),
            ongebruikt: None,
            tabs,
            k,
        };
        if let Some((bevolking, asked)) = bevolking.zip(asked) {
            page.fill(bevolking, asked);
        }
        page
    }

    fn fill(&mut self, bevolking: &Bevolking, asked: &Vraagstuk) {
        let k = &self.k;
        let ons = Gebied::Gemeente(asked.ons);
        let Some((jaar, mut buren)) = neighbours(bevolking, ons) else {
            self.te_weinig = true;
            return;
        };
        let name = |gebied: Gebied| bevolking.naam(gebied).map_or_else(|| gebied.to_string(), str::to_owned);
        if asked.op_naam {
            buren.sort_by_key(|buur| name(buur.gebied));
        }
        self.uitleg = k.tx("buren-uitleg", &[("jaar", jaar.to_string().into()), ("n", buren.len().into())]);
        self.namen = buren.iter().map(|buur| name(buur.gebied)).collect();
        self.kenmerken = beside(k, bevolking, (ons, jaar), &buren, &Kenmerk::BEVOLKING);
        self.gesprek = beside(k, bevolking, (ons, jaar), &buren, &Kenmerk::TOEGANG);
        self.buren = buren.iter().map(|buur| kaart(k, buur, name(buur.gebied))).collect();
        let unused = bevolking.schaal(ons, jaar, &Kenmerk::BEVOLKING).ongebruikt;
        self.ongebruikt = (!unused.is_empty()).then(|| lijst(k, &unused));
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        use crate::monster::bevolking::{bevolking, gebieden};
        let beeld = gebieden(nasty);
        let pairs = |orde: &str| Paren(vec![("orde".to_owned(), orde.to_owned())]);
        let of = |orde: &str| Vraagstuk::of(&pairs(orde), &beeld).unwrap();
        let far = Gebiedsnamen { gemeenten: Vec::new(), ..beeld.clone() };
        let figures = bevolking(nasty);
        let elsewhere =
            Vraagstuk { ons: Gemeentecode::parse("0363").unwrap(), naam: nasty.to_owned(), op_naam: false };
        vec![
            (
                "buren",
                Self::new(
                    k.clone(),
                    tabs(k, None, &Pad::Buren),
                    &beeld,
                    of("gelijkenis").as_ref(),
                    Some(&figures),
                ),
            ),
            (
                "buren-naam",
                Self::new(k.clone(), tabs(k, None, &Pad::Buren), &beeld, of("naam").as_ref(), Some(&figures)),
            ),
            ("buren-leeg", Self::new(k.clone(), tabs(k, None, &Pad::Buren), &far, None, None)),
            (
                "buren-weinig",
                Self::new(k.clone(), tabs(k, None, &Pad::Buren), &beeld, Some(&elsewhere), Some(&figures)),
            ),
        ]
    }
}

/// Who is like us in the newest year that tells.
fn neighbours(bevolking: &Bevolking, ons: Gebied) -> Option<(u16, Vec<Buur>)> {
    let of_year = |jaar: u16| {
        let kind = bevolking.gebieden(jaar).into_iter().filter(|g| g.same_kind(ons)).count();
        if kind < MINSTENS {
            return None;
        }
        let unused = bevolking.schaal(ons, jaar, &Kenmerk::BEVOLKING).ongebruikt.len();
        if Kenmerk::BEVOLKING.len() - unused < KENMERKEN {
            return None;
        }
        let buren = bevolking.buren(ons, jaar, &Kenmerk::BEVOLKING, &Kenmerk::TOEGANG, AANTAL);
        (!buren.is_empty()).then_some((jaar, buren))
    };
    bevolking.jaren().into_iter().rev().find_map(of_year)
}

/// Characteristics that are known of us or of one of them.
fn beside(
    k: &Kader,
    bevolking: &Bevolking,
    (ons, jaar): (Gebied, u16),
    buren: &[Buur],
    kenmerken: &[Kenmerk],
) -> Vec<Naast> {
    let mut out = Vec::new();
    for kenmerk in kenmerken {
        let value = |gebied| kenmerk.value(bevolking, gebied, jaar);
        if value(ons).is_none() && buren.iter().all(|buur| value(buur.gebied).is_none()) {
            continue;
        }
        let told = |gebied| value(gebied).map_or_else(|| k.t("onbekend"), |v| shown(k, *kenmerk, v));
        out.push(Naast {
            wat: begin(k.taal.tekst(kenmerk.naam())),
            ons: told(ons),
            daar: buren.iter().map(|buur| told(buur.gebied)).collect(),
        });
    }
    out
}

fn shown(k: &Kader, kenmerk: Kenmerk, value: f64) -> String {
    let value = if kenmerk.logarithm() { value.exp() } else { value };
    eenheid(k, kenmerk.maat(), value)
}

/// With a capital.
fn begin(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn lijst(k: &Kader, kenmerken: &[Kenmerk]) -> String {
    kenmerken.iter().map(|one| k.taal.tekst(one.naam())).collect::<Vec<_>>().join(", ")
}

fn kaart(k: &Kader, buur: &Buur, naam: String) -> Kaart {
    let names = |found: &[Vergeleken]| lijst(k, &found.iter().map(|v| v.kenmerk).collect::<Vec<_>>());
    let differ = |v: &Vergeleken| {
        let args = [
            ("wat", k.taal.tekst(v.kenmerk.naam()).into()),
            ("daar", shown(k, v.kenmerk, v.daar).into()),
            ("hier", shown(k, v.kenmerk, v.hier).into()),
        ];
        k.tx("buren-anders-een", &args)
    };
    let anders: Vec<String> = buur.anders.iter().map(differ).collect();
    Kaart {
        naam,
        gelijkend: if buur.gelijkend.is_empty() {
            k.t("buren-weinig-gelijk")
        } else {
            names(&buur.gelijkend)
        },
        anders: (!anders.is_empty()).then(|| anders.join("; ")),
        onbekend: (!buur.onbekend.is_empty()).then(|| lijst(k, &buur.onbekend)),
    }
}

pub(crate) async fn toon(bezoek: Bezoek, Vraag(query): Vraag) -> Result<Response, Fout> {
    let (kast, opname, part) = (bezoek.staat().bevolking.clone(), bezoek.opname(), bezoek.part());
    let (k, beeld) = bezoek.kijk(String::from("buren"), move |lezing| lezing.gebiedsnamen(part)).await?;
    let page = buiten(move || {
        let asked = Vraagstuk::of(&query, &beeld)?;
        let tabs = tabs(&k, opname.as_deref(), &Pad::Buren);
        Ok(BurenPagina::new(k, tabs, &beeld, asked.as_ref(), kast.get()?.as_deref()))
    });
    pagina(&page.await?)
}
