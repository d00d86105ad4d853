//! The region, a municipality or a neighbourhood: what stands out in words, then charts.

use askama::Template;
use informatie::Getal;
use informatie::indicator::Niveau;
use jiff::civil::Date;
use register::beeld::{Gebiedsnamen, Wijkplek};
use stelsel::{Gemeentecode, Wijkcode};

use super::blok::Blok;
use super::figuren;
use super::opvalt::{self, Kant, Zin};
use super::{Tab, tabs, voet};
use crate::adres::Pad;
use crate::fout::Fout;
use crate::kader::Kader;
use crate::opname::{Opname, Tijd, Wat};

/// What a page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gebied<'a> {
    Regio,
    Gemeente(Gemeentecode),
    Wijk(Wijkcode),
    /// By its name on the list of the region.
    School(&'a str),
}

/// The page.
#[derive(Template)]
#[template(path = "cijfers.html")]
pub(crate) struct GebiedPagina {
    k: Kader,
    tabs: Vec<Tab>,
    voet: Vec<String>,
    titel: String,
    kruimels: Vec<(String, String)>,
    peildag: String,
    opvalt: Vec<Zin>,
    blokken: Vec<Blok>,
}

/// What a page is made from.
pub(crate) struct Kijk<'a> {
    pub(crate) k: &'a Kader,
    pub(crate) opname: &'a Opname,
    pub(crate) namen: &'a Gebiedsnamen,
    /// The neighbourhoods of the region on the map; none where no map is drawn.
    pub(crate) plekken: &'a [Wijkplek],
    pub(crate) gebied: Gebied<'a>,
}

impl Kijk<'_> {
    pub(crate) fn niveau(&self) -> Niveau {
        match self.gebied {
            Gebied::Regio => Niveau::Regio,
            Gebied::Gemeente(_) => Niveau::Gemeente,
            Gebied::Wijk(_) => Niveau::Wijk,
            Gebied::School(_) => Niveau::School,
        }
    }

    /// The key of the area in publications.
    pub(crate) fn sleutel(&self) -> String {
        match self.gebied {
            Gebied::Regio => String::new(),
            Gebied::Gemeente(code) => code.to_string(),
            Gebied::Wijk(code) => code.to_string(),
            Gebied::School(naam) => naam.to_owned(),
        }
    }

    pub(crate) fn regio(&self) -> String {
        self.namen.inrichting.regio.clone().unwrap_or_else(|| self.k.t("regio-zonder-naam"))
    }

    /// Whether a neighbourhood lies in this area.
    pub(crate) fn holds(&self, code: Wijkcode) -> bool {
        match self.gebied {
            Gebied::Regio => true,
            Gebied::Gemeente(gemeente) => code.gemeente() == gemeente,
            Gebied::Wijk(own) => code == own,
            Gebied::School(_) => false,
        }
    }

    pub(crate) fn gemeente(&self, code: Gemeentecode) -> String {
        let found = self.namen.gemeenten.iter().find(|(own, _)| *own == code);
        found.map_or_else(|| code.to_string(), |(_, naam)| naam.clone())
    }

    fn naam(&self) -> Option<String> {
        match self.gebied {
            Gebied::Regio => Some(self.regio()),
            Gebied::Gemeente(code) => {
                self.namen.gemeenten.iter().find(|(own, _)| *own == code).map(|(_, naam)| naam.clone())
            }
            Gebied::Wijk(code) => {
                self.namen.wijken.iter().find(|(own, ..)| *own == code).map(|(_, naam, _)| naam.clone())
            }
            Gebied::School(naam) => self.opname.sleutels(Niveau::School).into_iter().find(|own| own == naam),
        }
    }

    /// The areas within this one, by name: key, name, address.
    pub(crate) fn delen(&self) -> (Niveau, Vec<(String, String, String)>) {
        match self.gebied {
            Gebied::Regio => {
                let of = |(code, naam): &(Gemeentecode, String)| {
                    (code.to_string(), naam.clone(), Pad::CijfersGemeente(*code).to_string())
                };
                (Niveau::Gemeente, self.namen.gemeenten.iter().map(of).collect())
            }
            Gebied::Gemeente(gemeente) => {
                let own = self.namen.wijken.iter().filter(|(code, ..)| code.gemeente() == gemeente);
                let of = own.map(|(code, naam, _)| {
                    (code.to_string(), naam.clone(), Pad::CijfersWijk(*code).to_string())
                });
                (Niveau::Wijk, of.collect())
            }
            Gebied::Wijk(_) | Gebied::School(_) => (Niveau::Wijk, Vec::new()),
        }
    }

    /// Youths until 18 who live in an area, where all of its neighbourhoods know it.
    pub(crate) fn jeugd(&self, niveau: Niveau, sleutel: &str) -> Option<u32> {
        let within = |code: Wijkcode| match niveau {
            Niveau::Regio => true,
            Niveau::Gemeente => code.gemeente().to_string() == sleutel,
            _ => code.to_string() == sleutel,
        };
        let own = self.namen.wijken.iter().filter(|(code, ..)| within(*code)).map(|(_, _, jeugd)| *jeugd);
        own.sum::<Option<u32>>().filter(|n| *n > 0)
    }

    /// The figures of a series, from the first period of which everything can be known.
    pub(crate) fn reeks(&self, wat: Wat, sleutel: &str) -> Result<Vec<(Date, Getal)>, Fout> {
        let publicatie = self.opname.publicatie(wat)?;
        let first = self.namen.vanaf.first_of_month();
        let found = publicatie.rijen().find(|(key, _)| *key == sleutel).map(|(_, figures)| figures);
        let days = publicatie.perioden().iter().zip(found.unwrap_or_default());
        Ok(days.filter(|(day, _)| **day >= first).map(|(day, getal)| (*day, *getal)).collect())
    }

    fn laatste(&self, indicator: &'static str, niveau: Niveau, sleutel: &str) -> Result<Option<Getal>, Fout> {
        let reeks = self.reeks(Wat::new(indicator, niveau, Tijd::Jaren), sleutel)?;
        Ok(reeks.last().map(|(_, getal)| *getal))
    }

    /// What stands out.
    fn opvalt(&self) -> Result<Vec<Zin>, Fout> {
        let (niveau, sleutel) = (self.niveau(), self.sleutel());
        let mut out = Vec::new();
        out.extend(self.nu(niveau, &sleutel)?);
        let level = out.len();
        out.extend(self.veranderingen(niveau, &sleutel)?);
        if niveau != Niveau::Regio {
            out.extend(self.naast_de_regio(niveau, &sleutel)?);
        }
        out.extend(self.binnen()?);
        if out.len() == level {
            let context = self.k.t("cijfers-niets-context");
            out.push(Zin { tekst: self.k.t("cijfers-niets"), context });
        }
        Ok(out)
    }

    /// How it is now.
    fn nu(&self, niveau: Niveau, sleutel: &str) -> Result<Option<Zin>, Fout> {
        let last = |indicator| {
            let reeks = self.reeks(Wat::new(indicator, niveau, Tijd::Maanden), sleutel)?;
            Ok::<_, Fout>(reeks.last().copied())
        };
        let (Some((day, stand)), wacht) = (last("stand")?, last("wachtend")?) else { return Ok(None) };
        let Some(now) = stand.waarde() else {
            return Ok(Some(Zin { tekst: self.k.t("cijfers-nu-te-weinig"), context: String::new() }));
        };
        let maand = self.k.taal.maand_jaar(day);
        let n = super::rond(now);
        let tekst = match wacht.and_then(|(_, getal)| getal.waarde()) {
            Some(waits) => self.k.tx(
                "cijfers-nu",
                &[("maand", maand.into()), ("n", n.into()), ("wacht", super::rond(waits).into())],
            ),
            None => self.k.tx("cijfers-nu-zonder", &[("maand", maand.into()), ("n", n.into())]),
        };
        Ok(Some(Zin { tekst, context: super::context(self.k, "stand") }))
    }

    /// What changed by more than chance.
    fn veranderingen(&self, niveau: Niveau, sleutel: &str) -> Result<Vec<Zin>, Fout> {
        let mut out = Vec::new();
        let stand = self.reeks(Wat::new("stand", niveau, Tijd::Maanden), sleutel)?;
        let in_uit =
            (self.laatste("instroom", niveau, sleutel)?, self.laatste("uitstroom", niveau, sleutel)?);
        if let ([.., (_, then), _, _, _, _, _, _, _, _, _, _, _, (day, now)], (Some(came), Some(went))) =
            (stand.as_slice(), in_uit)
            && let Some(kant) = opvalt::stand_veranderd(now, then, &came, &went)
        {
            out.extend(self.zin("stand", kant, now, then, &self.k.taal.maand_jaar(*day)));
        }
        for indicator in ["instroom", "uitstroom"] {
            let jaren = self.reeks(Wat::new(indicator, niveau, Tijd::Jaren), sleutel)?;
            if let [.., (_, then), (day, now)] = jaren.as_slice()
                && let Some(kant) = opvalt::verandering(now, then)
            {
                let when = super::blok::periode(self.k, *day, Tijd::Jaren);
                out.extend(self.zin(indicator, kant, now, then, &when));
            }
        }
        let wacht = self.reeks(Wat::new("wachtend", niveau, Tijd::Maanden), sleutel)?;
        if let [.., (_, then), _, _, _, _, _, _, _, _, _, _, _, (day, now)] = wacht.as_slice()
            && let Some(kant) = opvalt::verandering(now, then)
        {
            out.extend(self.zin("wachtend", kant, now, then, &self.k.taal.maand_jaar(*day)));
        }
        Ok(out)
    }

    fn zin(&self, indicator: &str, kant: Kant, now: &Getal, then: &Getal, when: &str) -> Option<Zin> {
        let key = match (indicator, kant) {
            ("stand", Kant::Meer) => "cijfers-stand-meer",
            ("stand", Kant::Minder) => "cijfers-stand-minder",
            ("instroom", Kant::Meer) => "cijfers-instroom-meer",
            ("instroom", Kant::Minder) => "cijfers-instroom-minder",
            ("uitstroom", Kant::Meer) => "cijfers-uitstroom-meer",
            ("uitstroom", Kant::Minder) => "cijfers-uitstroom-minder",
            (_, Kant::Meer) => "cijfers-wachtend-meer",
            (_, Kant::Minder) => "cijfers-wachtend-minder",
        };
        let args = [
            ("nu", super::rond(now.waarde()?).into()),
            ("toen", super::rond(then.waarde()?).into()),
            ("periode", when.into()),
        ];
        let mut context = super::context(self.k, indicator);
        if now.voorlopig() {
            context = format!("{} {context}", self.k.t("cijfers-voorlopig-zin"));
        }
        Some(Zin { tekst: self.k.tx(key, &args), context })
    }

    /// Whether help began more or less often than in the region, for as many youths.
    fn naast_de_regio(&self, niveau: Niveau, sleutel: &str) -> Result<Option<Zin>, Fout> {
        let Some((kant, expected, own)) = self.anders(niveau, sleutel)? else { return Ok(None) };
        let key = match kant {
            Kant::Meer => "cijfers-regio-meer",
            Kant::Minder => "cijfers-regio-minder",
        };
        let args = [("n", super::rond(own).into()), ("verwacht", super::rond(expected).into())];
        Ok(Some(Zin { tekst: self.k.tx(key, &args), context: self.k.t("cijfers-regio-context") }))
    }

    /// Beginnings of the last twelve months against the share of youths who live there.
    fn anders(&self, niveau: Niveau, sleutel: &str) -> Result<Option<(Kant, f64, f64)>, Fout> {
        let deel = self.laatste("instroom", niveau, sleutel)?;
        let geheel = self.laatste("instroom", Niveau::Regio, "")?;
        let share = self.jeugd(niveau, sleutel).zip(self.jeugd(Niveau::Regio, ""));
        let (Some(deel), Some(geheel), Some((own, all))) = (deel, geheel, share) else { return Ok(None) };
        let found = opvalt::anders_dan(&deel, &geheel, f64::from(own) / f64::from(all));
        Ok(found.zip(deel.waarde()).map(|((kant, expected), own)| (kant, expected, own)))
    }

    /// The parts of this area that differ from the region by more than chance, by name and never by size.
    fn binnen(&self) -> Result<Vec<Zin>, Fout> {
        let (niveau, delen) = self.delen();
        let (mut more, mut fewer, mut looked) = (Vec::new(), Vec::new(), 0_u32);
        for (sleutel, naam, _) in &delen {
            looked += u32::from(
                self.laatste("instroom", niveau, sleutel)?.is_some_and(|one| one.waarde().is_some()),
            );
            match self.anders(niveau, sleutel)? {
                Some((Kant::Meer, ..)) => more.push(naam.as_str()),
                Some((Kant::Minder, ..)) => fewer.push(naam.as_str()),
                None => {}
            }
        }
        let context = self.k.t1("cijfers-binnen-context", "n", looked);
        let mut out = Vec::new();
        for (names, key) in [(more, "cijfers-binnen-meer"), (fewer, "cijfers-binnen-minder")] {
            if !names.is_empty() {
                let tekst = self.k.t1(key, "namen", self.k.taal.opsomming(&names));
                out.push(Zin { tekst, context: context.clone() });
            }
        }
        Ok(out)
    }

    fn kruimels(&self) -> Vec<(String, String)> {
        let regio = (Pad::Cijfers.to_string(), self.regio());
        match self.gebied {
            Gebied::Regio => Vec::new(),
            Gebied::Gemeente(_) => vec![regio],
            Gebied::School(_) => vec![(Pad::CijfersScholen.to_string(), self.k.t("cijfers-tab-scholen"))],
            Gebied::Wijk(code) => {
                let gemeente = code.gemeente();
                vec![regio, (Pad::CijfersGemeente(gemeente).to_string(), self.gemeente(gemeente))]
            }
        }
    }
}

impl GebiedPagina {
    pub(crate) fn new(kijk: &Kijk<'_>) -> Result<Self, Fout> {
        let Kijk { k, opname, .. } = *kijk;
        let titel = kijk.naam().ok_or(Fout::NietGevonden)?;
        let tab = if matches!(kijk.gebied, Gebied::School(_)) { Pad::CijfersScholen } else { Pad::Cijfers };
        Ok(Self {
            tabs: tabs(k, Some(opname), &tab),
            voet: voet(k, opname),
            titel,
            kruimels: kijk.kruimels(),
            peildag: k.datum(opname.peildag()),
            opvalt: kijk.opvalt()?,
            blokken: figuren::blokken(kijk)?,
            k: k.clone(),
        })
    }
}
