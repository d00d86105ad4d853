//! The forms of a plan: each part with a form of its own, and one to add another.

use register::beeld::PlanBeeld;
use stelsel::persoon::Persoon;
use stelsel::plan::{
    Bron, Doel, Doelstand, Einde, Evaluatie, Plan, Plek, Punt, Regel, Stagnatie, Stap, Tekst,
};

use crate::kader::Kader;
use crate::vorm::{Getypt, Invoer, Maker, Veld, Vorm};

/// What the forms of one page have in common.
pub(crate) struct Vormen<'a> {
    pub(crate) k: &'a Kader,
    pub(crate) naar: &'a str,
    pub(crate) sleutel: &'a str,
    pub(crate) plan: &'a Plan,
    pub(crate) leden: &'a [Persoon],
    pub(crate) getypt: Option<&'a Getypt>,
}

/// The forms by which something is added.
pub(crate) struct Erbij {
    pub(crate) doel: Vorm,
    pub(crate) regel: Vorm,
    pub(crate) stap: Vorm,
    pub(crate) evaluatie: Vorm,
}

impl<'a> Vormen<'a> {
    pub(crate) const fn new(
        k: &'a Kader,
        beeld: &'a PlanBeeld,
        (naar, sleutel): (&'a str, &'a str),
        getypt: Option<&'a Getypt>,
    ) -> Self {
        Self { k, naar, sleutel, plan: &beeld.plan, leden: beeld.leden.as_slice(), getypt }
    }

    pub(crate) fn erbij(&self) -> Erbij {
        Erbij {
            doel: self.doel(None),
            regel: self.regel(None),
            stap: self.stap(None),
            evaluatie: self.evaluatie(None),
        }
    }

    /// The frame of a form about a part.
    fn vorm(
        &self,
        doe: &'static str,
        part: Option<(u32, u32)>,
        fields: impl FnOnce(&Maker<'_>) -> Vec<Veld>,
    ) -> Vorm {
        let nr = part.map(|(nr, _)| nr.to_string()).unwrap_or_default();
        let typed = self.getypt.filter(|form| form.in_form(doe, &nr));
        let maker = Maker { k: self.k, voor: format!("{doe}{nr}"), getypt: typed };
        let velden = fields(&maker);
        let mut mee = Vec::new();
        if let Some((nr, versie)) = part {
            mee.push(("nr", nr.to_string()));
            mee.push(("versie", versie.to_string()));
        }
        let action = if part.is_some() { "wijzig" } else { "nieuw" };
        Vorm {
            naar: self.naar.to_owned(),
            doe,
            sleutel: self.sleutel.to_owned(),
            mee,
            velden,
            knop: self.k.t("plan-bewaar"),
            weg: part.map(|_| self.k.t("plan-weg")),
            open: typed.is_some(),
            titel: self.k.t(&format!("plan-{action}-{doe}")),
        }
    }

    /// The form of one of the two texts.
    pub(crate) fn tekst(&self, doe: &'static str, tekst: &Tekst) -> Vorm {
        let typed = self.getypt.filter(|form| form.in_form(doe, ""));
        let maker = Maker { k: self.k, voor: doe.to_owned(), getypt: typed };
        let field = maker.veld("tekst", tekst.tekst.as_str(), Invoer::Gebied);
        let field = Veld { label: self.k.t(&format!("plan-{doe}-vraag")), ..field };
        Vorm {
            naar: self.naar.to_owned(),
            doe,
            sleutel: self.sleutel.to_owned(),
            mee: vec![("versie", tekst.versie.to_string())],
            velden: vec![field],
            knop: self.k.t("plan-bewaar"),
            weg: None,
            open: typed.is_some() || tekst.tekst.is_empty(),
            titel: self.k.t(if tekst.tekst.is_empty() { "plan-schrijf" } else { "plan-wijzig" }),
        }
    }

    pub(crate) fn doel(&self, punt: Option<&Punt<Doel>>) -> Vorm {
        let doel = punt.map(|punt| &punt.wat);
        self.vorm("doel", part(punt), |m| {
            let mut fields = vec![
                m.met_hint("tekst", doel.map_or("", |doel| doel.tekst.as_str()), Invoer::Gebied),
                self.voor(m, doel.and_then(|doel| doel.voor)),
            ];
            if let Some(doel) = doel {
                let all = Doelstand::ALL.iter();
                let all = all
                    .map(|stand| (stand.key().to_owned(), self.k.t(&format!("plan-doel-{}", stand.key()))));
                fields.push(m.veld("stand", doel.stand.key(), Invoer::Keus(all.collect())));
            }
            fields
        })
    }

    pub(crate) fn regel(&self, punt: Option<&Punt<Regel>>) -> Vorm {
        let regel = punt.map(|punt| &punt.wat);
        let empty = || (String::new(), self.k.t("plan-kies"));
        let words = |get: fn(&Regel) -> &str| regel.map_or("", get);
        let day = |get: fn(&Regel) -> Option<jiff::civil::Date>| {
            regel.and_then(get).map(|day| day.to_string()).unwrap_or_default()
        };
        self.vorm("regel", part(punt), |m| {
            let bronnen =
                Bron::ALL.iter().map(|b| (b.key().to_owned(), self.k.t(&format!("plan-bron-{}", b.key()))));
            let plekken =
                Plek::ALL.iter().map(|p| (p.key().to_owned(), self.k.t(&format!("plan-plek-{}", p.key()))));
            let redenen = Stagnatie::ALL
                .iter()
                .map(|r| (r.key().to_owned(), self.k.t(&format!("plan-wacht-{}", r.key()))));
            let chosen = |nr: u32| regel.is_some_and(|regel| regel.doelen.contains(&nr));
            let doelen =
                self.plan.doelen.iter().filter(|doel| doel.wat.stand == Doelstand::Loopt || chosen(doel.nr));
            let doelen =
                doelen.map(|doel| (doel.nr.to_string(), doel.wat.tekst.to_string(), chosen(doel.nr)));
            let wacht = regel.and_then(|regel| regel.wacht.as_ref());
            let glow = regel.is_some_and(|regel| regel.einde == Einde::Waakvlam);
            let last = |regel: &Regel| match regel.einde {
                Einde::Tot(last) => Some(last),
                _ => None,
            };
            vec![
                m.veld("wat", words(|r| r.wat.as_str()), Invoer::Gebied),
                m.met_hint("wie", words(|r| r.wie.as_str()), Invoer::Regel(self.namen())),
                self.voor(m, regel.and_then(|regel| regel.voor)),
                m.veld("bron", regel.map_or("", |r| r.bron.key()), Invoer::Keus(bronnen.collect())),
                m.veld("bron-naam", words(|r| r.bron_naam.as_str()), Invoer::Regel(Vec::new())),
                m.veld(
                    "waar",
                    regel.and_then(|r| r.waar).map_or("", Plek::key),
                    Invoer::Keus(std::iter::once(empty()).chain(plekken).collect()),
                ),
                m.veld("van", &day(|r| r.van), Invoer::Dag),
                m.met_hint("tot", &day(last), Invoer::Dag),
                m.veld(
                    "waakvlam",
                    "",
                    Invoer::Vinken(vec![("ja".to_owned(), self.k.t("plan-waakvlam-keus"), glow)]),
                ),
                m.veld("doelen", "", Invoer::Vinken(doelen.collect())),
                m.met_hint("wacht-op", wacht.map_or("", |w| w.waarop.as_str()), Invoer::Regel(Vec::new())),
                m.veld("wacht-sinds", &wacht.map(|w| w.sinds.to_string()).unwrap_or_default(), Invoer::Dag),
                m.veld("wacht-reden", wacht.map_or("", |w| w.reden.key()), Invoer::Keus(redenen.collect())),
            ]
        })
    }

    pub(crate) fn stap(&self, punt: Option<&Punt<Stap>>) -> Vorm {
        let stap = punt.map(|punt| &punt.wat);
        let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
        self.vorm("stap", part(punt), |m| {
            let none = (String::new(), self.k.t("plan-geen-doel"));
            let doelen =
                self.plan.doelen.iter().map(|doel| (doel.nr.to_string(), doel.wat.tekst.to_string()));
            let doel = stap.and_then(|stap| stap.doel).map(|nr| nr.to_string()).unwrap_or_default();
            let mut fields = vec![
                m.veld("tekst", stap.map_or("", |stap| stap.tekst.as_str()), Invoer::Regel(Vec::new())),
                m.veld("wie", stap.map_or("", |stap| stap.wie.as_str()), Invoer::Regel(self.namen())),
                m.veld("wanneer", &day(stap.and_then(|stap| stap.wanneer)), Invoer::Dag),
                self.voor(m, stap.and_then(|stap| stap.voor)),
                m.veld("doel", &doel, Invoer::Keus(std::iter::once(none).chain(doelen).collect())),
            ];
            if let Some(stap) = stap {
                fields.push(m.veld("klaar", &day(stap.klaar), Invoer::Dag));
            }
            if let Some(first) = fields.first_mut() {
                first.label = self.k.t("plan-stap-wat");
            }
            fields
        })
    }

    pub(crate) fn evaluatie(&self, punt: Option<&Punt<Evaluatie>>) -> Vorm {
        let evaluatie = punt.map(|punt| &punt.wat);
        let came = evaluatie.and_then(|evaluatie| evaluatie.uitkomst.as_ref());
        let mut vorm = self.vorm("evaluatie", part(punt), |m| {
            let dag = evaluatie.map(|evaluatie| evaluatie.dag.to_string()).unwrap_or_default();
            let mut fields = vec![
                m.veld("dag", &dag, Invoer::Dag),
                m.veld("wie", evaluatie.map_or("", |e| e.wie.as_str()), Invoer::Regel(self.namen())),
            ];
            if evaluatie.is_some() {
                fields.push(m.veld(
                    "uitkomst",
                    came.map_or("", |came| came.woorden.as_str()),
                    Invoer::Gebied,
                ));
            }
            fields
        });
        if punt.is_some() {
            let typed = self.getypt.filter(|form| vorm.open && form.doe == "evaluatie");
            for doel in &self.plan.doelen {
                let name = format!("doel-{}", doel.nr);
                let said = came.and_then(|came| came.per_doel.iter().find(|(nr, _)| *nr == doel.nr));
                let known = said.map_or("", |(_, words)| words.as_str());
                let value = typed.and_then(|form| form.paren.raw(&name)).unwrap_or(known).to_owned();
                let id = format!("e{}-{name}", punt.map_or(0, |punt| punt.nr));
                let label = self.k.t1("plan-uitkomst-doel", "doel", doel.wat.tekst.as_str());
                vorm.velden.push(Veld {
                    id,
                    naam: name,
                    label,
                    hint: None,
                    waarde: value,
                    fout: None,
                    invoer: Invoer::Gebied,
                });
            }
        }
        vorm
    }

    /// For whom.
    fn voor(&self, m: &Maker<'_>, voor: Option<stelsel::Id<Persoon>>) -> Veld {
        let all = (String::new(), self.k.t("plan-hele-gezin"));
        let members = self.leden.iter().map(|lid| (lid.id.to_string(), lid.naam.given()));
        let value = voor.map(|id| id.to_string()).unwrap_or_default();
        m.met_hint("voor", &value, Invoer::Keus(std::iter::once(all).chain(members).collect()))
    }

    /// Names to choose from.
    fn namen(&self) -> Vec<String> {
        self.leden.iter().map(|lid| lid.naam.given()).collect()
    }
}

fn part<T>(punt: Option<&Punt<T>>) -> Option<(u32, u32)> {
    punt.map(|punt| (punt.nr, punt.versie))
}
