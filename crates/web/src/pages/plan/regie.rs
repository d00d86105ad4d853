//! The forms beside a plan: handing over, standing in, asking the expertteam.

use jiff::civil::Date;
use register::beeld::{NieuweExpertvraag, PlanBeeld, Regiedaad};
use stelsel::plan::{Stagnatie, Woorden};
use stelsel::{Id, Persoon};

use super::invoer::Mis;
use crate::bezoek::Paren;
use crate::kader::Kader;
use crate::vorm::{Getypt, Invoer, Maker, Vorm};

/// What the forms of the page have in common.
pub(super) struct Bij<'a> {
    pub(super) k: &'a Kader,
    pub(super) beeld: &'a PlanBeeld,
    pub(super) naar: &'a str,
    pub(super) sleutel: &'a str,
    pub(super) getypt: Option<&'a Getypt>,
}

impl Bij<'_> {
    fn maker(&self, doe: &str) -> Maker<'_> {
        let typed = self.getypt.filter(|form| form.in_form(doe, ""));
        Maker { k: self.k, voor: doe.to_owned(), getypt: typed }
    }

    fn vorm(
        &self,
        doe: &'static str,
        mee: Vec<(&'static str, String)>,
        velden: Vec<crate::vorm::Veld>,
    ) -> Vorm {
        Vorm {
            naar: self.naar.to_owned(),
            doe,
            sleutel: self.sleutel.to_owned(),
            mee,
            velden,
            knop: self.k.t(&format!("plan-{doe}-knop")),
            weg: None,
            open: self.getypt.is_some_and(|form| form.in_form(doe, "")),
            titel: self.k.t(&format!("plan-{doe}-titel")),
        }
    }

    fn mensen(&self) -> Vec<(String, String)> {
        let all = self.beeld.regie.keus.iter();
        let all = all.map(|(account, naam, rol)| (account.clone(), format!("{naam} ({})", self.k.rol(*rol))));
        std::iter::once((String::new(), self.k.t("plan-kies-iemand"))).chain(all).collect()
    }

    /// Handing over and standing in, for who may.
    pub(super) fn regie(&self) -> Vec<Vorm> {
        if self.beeld.regie.keus.is_empty() {
            return Vec::new();
        }
        let read = self.beeld.regie.gelezen().map(|id| id.to_string()).unwrap_or_default();
        let m = self.maker("overdracht");
        let over = vec![
            m.veld("naar", "", Invoer::Keus(self.mensen())),
            m.met_hint("vanaf", "", Invoer::Dag),
            m.met_hint("woord", "", Invoer::Gebied),
        ];
        let m = self.maker("vervanging");
        let cover = vec![
            m.veld("naar", "", Invoer::Keus(self.mensen())),
            m.veld("tot-dag", "", Invoer::Dag),
            m.met_hint("woord", "", Invoer::Gebied),
        ];
        vec![
            self.vorm("overdracht", vec![("gelezen", read)], over),
            self.vorm("vervanging", Vec::new(), cover),
        ]
    }

    /// Asking the expertteam, for who writes.
    pub(super) fn expertvraag(&self) -> Option<Vorm> {
        if self.beeld.experts.is_empty() {
            return None;
        }
        let m = self.maker("expertvraag");
        let reasons = Stagnatie::ALL.iter();
        let reasons = reasons.map(|r| (r.key().to_owned(), self.k.t(&format!("plan-wacht-{}", r.key()))));
        let children = self.beeld.leden.iter().map(|lid| (lid.id.to_string(), lid.naam.given()));
        let all = std::iter::once((String::new(), self.k.t("plan-hele-gezin"))).chain(children);
        let experts = self.beeld.experts.iter().map(|(account, naam)| (account.clone(), naam.clone(), false));
        let velden = vec![
            m.met_hint("vraag", "", Invoer::Gebied),
            m.met_hint("partijen", "", Invoer::Gebied),
            m.veld("reden", "", Invoer::Keus(reasons.collect())),
            m.veld("voor", "", Invoer::Keus(all.collect())),
            m.met_hint("leden", "", Invoer::Vinken(experts.collect())),
        ];
        Some(self.vorm("expertvraag", Vec::new(), velden))
    }
}

fn day(form: &Paren, naam: &'static str, faults: &mut Vec<(&'static str, &'static str)>) -> Option<Date> {
    match form.get(naam).map(str::parse) {
        Some(Ok(day)) => Some(day),
        Some(Err(_)) => {
            faults.push((naam, "plan-fout-dag"));
            None
        }
        None => None,
    }
}

fn words(form: &Paren, naam: &'static str, faults: &mut Vec<(&'static str, &'static str)>) -> Woorden {
    Woorden::new(form.raw(naam).unwrap_or_default()).unwrap_or_else(|_| {
        faults.push((naam, "plan-fout-lang"));
        Woorden::default()
    })
}

/// The handover that a form asks for; `today` is the first day that can still be a last day.
pub(super) fn regiedaad(form: &Paren, today: Date) -> Result<Regiedaad, Mis> {
    let mut faults = Vec::new();
    let naar = form.get("naar").unwrap_or_default().to_owned();
    if naar.is_empty() {
        faults.push(("naar", "plan-fout-wie"));
    }
    let woord = words(form, "woord", &mut faults).to_string();
    let deed = if form.get("doe") == Some("overdracht") {
        let vanaf = day(form, "vanaf", &mut faults);
        let gelezen = form.get("gelezen").map(Id::parse).transpose().map_err(|_| Mis::Onzin)?;
        Regiedaad::Overdracht { naar, vanaf, woord, gelezen }
    } else {
        let tot = day(form, "tot-dag", &mut faults);
        if tot.is_none_or(|last| last < today) && faults.iter().all(|(field, _)| *field != "tot-dag") {
            faults.push(("tot-dag", "plan-fout-toekomst"));
        }
        Regiedaad::Vervanging { wie: naar, tot: tot.unwrap_or(today), woord }
    };
    if faults.is_empty() { Ok(deed) } else { Err(Mis::Velden(faults)) }
}

/// The question that a form asks.
pub(super) fn vraag(form: &Paren) -> Result<NieuweExpertvraag, Mis> {
    let mut faults = Vec::new();
    let vraag = words(form, "vraag", &mut faults);
    if vraag.is_empty() {
        faults.push(("vraag", "plan-fout-leeg"));
    }
    let leden: Vec<String> = form
        .0
        .iter()
        .filter(|(name, value)| name == "leden" && !value.is_empty())
        .map(|(_, v)| v.clone())
        .collect();
    if leden.is_empty() {
        faults.push(("leden", "plan-fout-wie"));
    }
    let persoon: Option<Id<Persoon>> = form.get("voor").map(Id::parse).transpose().map_err(|_| Mis::Onzin)?;
    let reden = form.get("reden").map_or(Some(Stagnatie::Anders), Stagnatie::from_key).ok_or(Mis::Onzin)?;
    let asked =
        NieuweExpertvraag { vraag, partijen: words(form, "partijen", &mut faults), reden, persoon, leden };
    if faults.is_empty() { Ok(asked) } else { Err(Mis::Velden(faults)) }
}
