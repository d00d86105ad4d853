//! One problem analysis: its parts with what partners say beside them, and the agreements that it ends in, followed.

mod doe;
pub(crate) mod invoer;
mod vormen;

use std::collections::BTreeMap;

use askama::Template;
use informatie::indicator::Indicator;
use register::beeld::{AnalyseBeeld, NootRegel};
use stelsel::Rol;
use stelsel::analyse::{Afspraak, Alinea, Deel, Reactie, Uitnodiging, Vindplaats, Voortgang};
use stelsel::plan::Punt;

pub(crate) use self::doe::{doe, haal, toon};
use self::vormen::Vormen;
use crate::adres::Pad;
use crate::kader::Kader;
use crate::vorm::{Getypt, Invoer, Vorm};

/// The page.
#[derive(Template)]
#[template(path = "analyse.html")]
pub(crate) struct AnalysePagina {
    k: Kader,
    titel: String,
    bewaard: String,
    lijst: String,
    versies: String,
    pdf: String,
    gedeeld: String,
    melding: Option<(bool, String)>,
    botsing: Option<Botsing>,
    /// Children and parents are not heard in it yet.
    mist_stemmen: bool,
    delen: Vec<Stuk>,
    afspraken: Vec<Afgesproken>,
    kop: Option<Vorm>,
    nieuwe_afspraak: Option<Vorm>,
}

/// A part of the document.
struct Stuk {
    key: &'static str,
    titel: String,
    vraag: String,
    alineas: Vec<Paragraaf>,
    erbij: Option<Vorm>,
}

struct Paragraaf {
    nr: u32,
    tekst: String,
    bron: Option<String>,
    noten: Noten,
    vorm: Option<Vorm>,
}

/// What partners say beside a part.
struct Noten {
    /// How many agree, by name of who.
    eens: Option<String>,
    /// Who says what: label, its look, words, who and when.
    anders: Vec<(String, &'static str, String, String)>,
    vorm: Vorm,
}

struct Afgesproken {
    nr: u32,
    wat: String,
    feiten: Vec<(String, String)>,
    stand: Option<(String, &'static str)>,
    uitnodiging: Option<String>,
    /// When one looked: day and state, and what came of it.
    momenten: Vec<(String, String)>,
    noten: Noten,
    vorm: Option<Vorm>,
    kijk: Option<Vorm>,
}

/// Somebody else was first: what was typed and what stands there now.
pub(crate) struct Botsing {
    pub(crate) mijn: Vec<(String, String)>,
    pub(crate) nu: Option<Vec<(String, String)>>,
}

/// What happened before the page is shown.
#[derive(Default)]
pub(crate) struct Gebeurd {
    pub(crate) melding: Option<(bool, String)>,
    pub(crate) botsing: Option<Botsing>,
    pub(crate) getypt: Option<Getypt>,
}

impl AnalysePagina {
    pub(crate) fn new(k: Kader, beeld: &AnalyseBeeld, sleutel: String, gebeurd: Gebeurd) -> Self {
        let Gebeurd { melding, botsing, getypt } = gebeurd;
        let maker = Vormen { k: &k, beeld, sleutel, getypt: getypt.as_ref() };
        let mut noten: BTreeMap<u32, Vec<&NootRegel>> = BTreeMap::new();
        for noot in &beeld.noten {
            noten.entry(noot.nr).or_default().push(noot);
        }
        let beside =
            |nr, versie| kanttekeningen(&maker, noten.get(&nr).map_or(&[][..], Vec::as_slice), (nr, versie));
        let analyse = &beeld.analyse;
        let delen = Deel::ALL.iter().map(|deel| Stuk {
            key: deel.key(),
            titel: k.t(&format!("analyse-deel-{}", deel.key())),
            vraag: k.t(&format!("analyse-vraag-{}", deel.key())),
            alineas: analyse
                .alineas
                .iter()
                .filter(|punt| punt.wat.deel == *deel)
                .map(|punt| paragraaf(&maker, punt, beside(punt.nr, punt.versie)))
                .collect(),
            erbij: maker.schrijft(|v| v.alinea(*deel, None)),
        });
        let afspraken =
            analyse.afspraken.iter().map(|punt| afgesproken(&maker, punt, beside(punt.nr, punt.versie)));
        let args = [
            ("versie", beeld.versie.versie.to_string().into()),
            ("moment", k.moment(beeld.versie.wanneer).into()),
            ("wie", iemand(&k, &beeld.versie.wie).into()),
        ];
        Self {
            titel: analyse.kop.titel.to_string(),
            bewaard: k.tx("analyse-versie", &args),
            lijst: Pad::Analyses.to_string(),
            versies: Pad::AnalyseVersies(beeld.id).to_string(),
            pdf: Pad::AnalysePapier(beeld.id).to_string(),
            gedeeld: gedeeld(&k, beeld),
            melding,
            botsing,
            mist_stemmen: !analyse.alineas.iter().any(|punt| punt.wat.deel == Deel::Stemmen),
            delen: delen.collect(),
            afspraken: afspraken.collect(),
            kop: maker.schrijft(Vormen::kop),
            nieuwe_afspraak: maker.schrijft(|v| v.afspraak(None)),
            k,
        }
    }

    #[cfg(test)]
    pub(crate) fn samples(k: &Kader, nasty: &str) -> Vec<(&'static str, Self)> {
        use crate::bezoek::Paren;
        use crate::monster::analyse::beeld;
        let page = |full, writes, gebeurd| {
            Self::new(k.clone(), &beeld(nasty, full, writes), "0".repeat(32), gebeurd)
        };
        let pairs = [("doe", "afspraak"), ("nr", ""), ("wat", nasty), ("tot", "gisteren")];
        let paren = Paren(pairs.map(|(n, v)| (n.to_owned(), v.to_owned())).to_vec());
        let getypt = Getypt {
            doe: "afspraak".into(),
            nr: String::new(),
            paren,
            fouten: vec![("tot", "fout-datum"), ("wie", "analyse-mis-wie")],
        };
        let wrong = Gebeurd {
            melding: Some((false, k.t("plan-kijk-na"))),
            getypt: Some(getypt),
            ..Gebeurd::default()
        };
        let words = vec![(k.t("analyse-veld-tekst"), crate::monster::of(nasty, "Wat ik schreef"))];
        let clash = |nu| Gebeurd { botsing: Some(Botsing { mijn: words.clone(), nu }), ..Gebeurd::default() };
        vec![
            ("analyse", page(true, true, Gebeurd::default())),
            ("analyse-partner", page(true, false, Gebeurd::default())),
            ("analyse-leeg", page(false, true, Gebeurd::default())),
            ("analyse-mis", page(true, true, wrong)),
            ("analyse-botsing", page(true, true, clash(Some(words.clone())))),
            ("analyse-botsing-weg", page(true, true, clash(None))),
        ]
    }
}

pub(crate) fn iemand(k: &Kader, naam: &str) -> String {
    if naam.is_empty() { k.t("iemand") } else { naam.to_owned() }
}

/// With whom it is shared, in words.
pub(crate) fn gedeeld(k: &Kader, beeld: &AnalyseBeeld) -> String {
    let roles: Vec<String> =
        beeld.analyse.kop.gedeeld.iter().filter_map(|key| Rol::from_key(key)).map(|rol| k.rol(rol)).collect();
    if roles.is_empty() {
        k.t("analyse-niet-gedeeld")
    } else {
        k.t1("analyse-gedeeld", "wie", roles.join(", "))
    }
}

/// Where a figure comes from, in words: the name of the indicator when it is one of the catalogue.
pub(crate) fn vindplaats(k: &Kader, of: &Vindplaats) -> String {
    let known = Indicator::find(of.indicator.as_str()).map(|one| k.taal.tekst(one.naam).to_owned());
    let args = [
        ("indicator", known.unwrap_or_else(|| of.indicator.to_string()).into()),
        ("gebied", of.gebied.as_str().into()),
        ("momentopname", of.momentopname.as_str().into()),
    ];
    k.tx("analyse-vindplaats", &args)
}

fn paragraaf(maker: &Vormen<'_>, punt: &Punt<Alinea>, noten: Noten) -> Paragraaf {
    Paragraaf {
        nr: punt.nr,
        tekst: punt.wat.tekst.to_string(),
        bron: punt.wat.vindplaats.as_ref().map(|of| vindplaats(maker.k, of)),
        noten,
        vorm: maker.schrijft(|v| v.alinea(punt.wat.deel, Some(punt))),
    }
}

fn kanttekeningen(maker: &Vormen<'_>, noten: &[&NootRegel], (nr, versie): (u32, u32)) -> Noten {
    let k = maker.k;
    let who = |noot: &NootRegel| format!("{} ({})", iemand(k, &noot.wie), k.rol(noot.rol));
    let (silent, said): (Vec<&&NootRegel>, Vec<&&NootRegel>) =
        noten.iter().partition(|noot| noot.soort == Reactie::Eens && noot.tekst.is_empty());
    let agree: Vec<String> = silent.iter().map(|noot| who(noot)).collect();
    let anders = said.iter().map(|noot| {
        let look = match noot.soort {
            Reactie::Eens => "groen",
            Reactie::Anders => "warm",
            Reactie::Aanvulling => "",
        };
        let mut by = format!("{} · {}", who(noot), k.moment(noot.wanneer));
        if noot.bij < versie {
            by = format!("{by} · {}", k.t("analyse-noot-eerder"));
        }
        (k.t(&format!("analyse-reactie-{}", noot.soort.key())), look, noot.tekst.to_string(), by)
    });
    Noten {
        eens: (!agree.is_empty()).then(|| k.t1("analyse-eens", "wie", agree.join(", "))),
        anders: anders.collect(),
        vorm: maker.noot(nr, versie),
    }
}

/// What an agreement says: who, how much, until when.
pub(crate) fn feiten(k: &Kader, of: &Afspraak) -> Vec<(String, String)> {
    let mut out = vec![(k.t("analyse-veld-wie"), of.wie.to_string())];
    if !of.hoeveel.is_empty() {
        out.push((k.t("analyse-veld-hoeveel"), of.hoeveel.to_string()));
    }
    out.push((k.t("analyse-veld-tot"), k.datum(of.tot)));
    out.extend(of.kijk.map(|day| (k.t("analyse-veld-kijk"), k.datum(day))));
    out
}

pub(crate) fn stand(k: &Kader, of: Voortgang) -> (String, &'static str) {
    let look = match of {
        Voortgang::OpWeg => "",
        Voortgang::Gelukt => "groen",
        Voortgang::Bijgesteld => "warm",
        Voortgang::Gestopt => "grijs",
    };
    (k.t(&format!("analyse-stand-{}", of.key())), look)
}

fn afgesproken(maker: &Vormen<'_>, punt: &Punt<Afspraak>, noten: Noten) -> Afgesproken {
    let (k, of) = (maker.k, &punt.wat);
    let uitnodiging = of.uitnodiging(maker.beeld.stand).map(|due| match due {
        Uitnodiging::Kijken(day) => k.t1("analyse-uitnodiging-kijken", "dag", k.datum(day)),
        Uitnodiging::Voorbij(day) => k.t1("analyse-uitnodiging-voorbij", "dag", k.datum(day)),
    });
    let moment = |m: &stelsel::analyse::Moment| {
        (format!("{} · {}", k.datum(m.dag), stand(k, m.stand).0), m.kwam.to_string())
    };
    Afgesproken {
        nr: punt.nr,
        wat: of.wat.to_string(),
        feiten: feiten(k, of),
        stand: of.stand().map(|one| stand(k, one)),
        uitnodiging,
        momenten: of.momenten.iter().rev().map(moment).collect(),
        noten,
        vorm: maker.schrijft(|v| v.afspraak(Some(punt))),
        kijk: maker.schrijft(|v| v.kijk(punt)),
    }
}
