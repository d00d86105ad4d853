//! The page on which a conversation is written down. Everything on it may stay empty.

use askama::Template;
use register::beeld::{Blad, GoedGesprekBeeld};
use stelsel::Persoon;
use stelsel::goed_gesprek::{
    ANDERS, Antwoord, Belasting, Drager, GROEPEN, Lezers, OORZAKEN, Route, domeinen,
};
use stelsel::persoon::GezinsRol;

use super::{lifelong, woorden};
use crate::adres::Pad;
use crate::kader::Kader;
use crate::pages::groepen::GroepKaart;
use crate::pages::stijl::fnv1a;

/// A box to tick, or one of several to choose.
struct Vink {
    id: String,
    waarde: String,
    tekst: String,
    aan: bool,
}

/// A field in which one writes.
struct TekstVeld {
    naam: String,
    label: String,
    hint: Option<String>,
    tekst: String,
    rijen: u8,
}

/// What a member said.
struct StemVeld {
    naam: String,
    wie: String,
    woorden: TekstVeld,
    lezers_naam: String,
    lezers: Vec<Vink>,
    /// What is about this child alone.
    eigen: Option<TekstVeld>,
}

/// A life domain with two scores.
struct DomeinVeld {
    sleutel: &'static str,
    naam: String,
    /// One names it oneself.
    vrij: bool,
    gezin: Vec<(u8, bool)>,
    wij: Vec<(u8, bool)>,
}

/// An answer with its words.
struct AntwoordVeld {
    sleutel: &'static str,
    naam: String,
    uitleg: String,
    aan: bool,
    woorden: String,
    wie: String,
    wanneer: String,
    wanneer_label: String,
}

/// A group to think along, with its guidance.
struct GroepVeld {
    vink: Vink,
    kaart: GroepKaart,
}

/// What differs between what was typed and what a colleague saved.
struct Verschil {
    veld: String,
    eigen: String,
    ander: String,
}

/// The page.
#[derive(Template)]
#[template(path = "gesprek_concept.html")]
pub(crate) struct ConceptPagina {
    k: Kader,
    titel: String,
    gezin: String,
    lijst: String,
    hier: String,
    concept: String,
    script: String,
    versie: i64,
    beurt: String,
    sleutel: String,
    /// Who has the page open, so that the script never sends it as another.
    wie: String,
    bewaard: String,
    melding: Option<String>,
    botsing: Option<(String, Vec<Verschil>)>,
    van_mij: bool,
    auteur: String,
    dag: String,
    minuten: String,
    sprak: Vec<Vink>,
    sprak_ook: String,
    stemmen: Vec<StemVeld>,
    gewoon: [TekstVeld; 2],
    sterk: TekstVeld,
    eigen_kracht: bool,
    domeinen: Vec<DomeinVeld>,
    domein_anders: String,
    verschil: TekstVeld,
    oorzaken: Vec<Vink>,
    oorzaak_anders: String,
    van_wie: Vec<Vink>,
    belasting: Vec<Vink>,
    route: Vec<Vink>,
    antwoorden: Vec<AntwoordVeld>,
    groepen: Vec<GroepVeld>,
    dilemma: TekstVeld,
}

impl ConceptPagina {
    pub(super) fn new(
        k: Kader,
        beeld: &GoedGesprekBeeld,
        beurt: String,
        sleutel: String,
        melding: Option<String>,
    ) -> Self {
        Self::with(k, beeld, &beeld.blad, beurt, sleutel, melding)
    }

    /// The page as one typed it, beside what a colleague saved.
    pub(super) fn beside(self, theirs: &GoedGesprekBeeld, own: &Blad) -> Self {
        let Self { k, beurt, sleutel, .. } = self;
        let of = |blad: &Blad| woorden::alles(&k, blad, &theirs.leden, &theirs.groepen);
        let (mine, other) = (of(own), of(&theirs.blad));
        let said = |list: &[(String, String)], field: &str| {
            list.iter().find(|(name, _)| name == field).map(|(_, text)| text.clone()).unwrap_or_default()
        };
        let mut fields: Vec<&String> = mine.iter().chain(&other).map(|(name, _)| name).collect();
        let mut seen = std::collections::BTreeSet::new();
        fields.retain(|name| seen.insert(*name));
        let differ = fields.into_iter().filter_map(|name| {
            let (eigen, ander) = (said(&mine, name), said(&other, name));
            (eigen != ander).then(|| Verschil { veld: name.clone(), eigen, ander })
        });
        let wie =
            if theirs.van_mij || theirs.auteur.is_empty() { k.t("gg-iemand") } else { theirs.auteur.clone() };
        let botsing = Some((wie, differ.collect()));
        Self { botsing, ..Self::with(k, theirs, own, beurt, sleutel, None) }
    }

    fn with(
        k: Kader,
        beeld: &GoedGesprekBeeld,
        blad: &Blad,
        beurt: String,
        sleutel: String,
        melding: Option<String>,
    ) -> Self {
        let i = &blad.inhoud;
        let own = lifelong(beeld);
        let field = |naam: &str, key: &str, tekst: &str, rijen| TekstVeld {
            naam: naam.to_owned(),
            label: k.t(key),
            hint: Some(k.t(&format!("{key}-hint"))),
            tekst: tekst.to_owned(),
            rijen,
        };
        let account = k.wie.as_ref().map_or("", |wie| wie.account.as_str());
        Self {
            titel: k.t1("gg-titel", "naam", beeld.naam.as_str()),
            gezin: Pad::Gezin(beeld.gezin).to_string(),
            lijst: Pad::GoedeGesprekken(beeld.gezin).to_string(),
            hier: Pad::GoedGesprek(beeld.gezin, beeld.id).to_string(),
            concept: Pad::GesprekConcept(beeld.gezin, beeld.id).to_string(),
            script: Pad::ScriptGesprek.to_string(),
            versie: beeld.versie,
            beurt,
            sleutel,
            wie: format!("{:016x}", fnv1a(account.as_bytes())),
            bewaard: k.t1("gg-bewaard-om", "tijd", k.moment(beeld.gewijzigd)),
            melding,
            botsing: None,
            van_mij: beeld.van_mij,
            auteur: beeld.auteur.clone(),
            dag: blad.dag.to_string(),
            minuten: i.minuten.map(|n| n.to_string()).unwrap_or_default(),
            sprak: beeld.leden.iter().map(|lid| sprak(blad, lid)).collect(),
            sprak_ook: i.sprak_ook.clone(),
            stemmen: beeld.leden.iter().map(|lid| stem(&k, blad, lid)).collect(),
            gewoon: [
                field("gewoon_nu", "gg-gewoon-nu", &i.gewoon_nu, 3),
                field("gewoon_goed", "gg-gewoon-goed", &i.gewoon_goed, 3),
            ],
            sterk: TekstVeld {
                naam: "sterk".into(),
                label: k.t("gg-sterk"),
                hint: None,
                tekst: i.sterk.clone(),
                rijen: 3,
            },
            eigen_kracht: i.eigen_kracht(|key| own.contains(key)),
            domeinen: domein_velden(&k, beeld.volwassen, blad),
            domein_anders: i
                .domeinen
                .iter()
                .find(|s| s.domein == ANDERS)
                .map(|s| s.naam.clone())
                .unwrap_or_default(),
            verschil: field("verschil", "gg-verschil", &i.verschil, 2),
            oorzaken: vinken(&k, "gg-oorzaak", &OORZAKEN, |key| i.oorzaken.iter().any(|one| one == key)),
            oorzaak_anders: i.oorzaak_anders.clone(),
            van_wie: vinken(&k, "gg-van-wie", &Drager::ALL.map(Drager::key), |key| {
                i.van_wie.iter().any(|one| one.key() == key)
            }),
            belasting: vinken(&k, "gg-belasting", &Belasting::ALL.map(Belasting::key), |key| {
                i.belasting.is_some_and(|one| one.key() == key)
            }),
            route: vinken(&k, "gg-route", &Route::ALL.map(Route::key), |key| {
                i.route.is_some_and(|one| one.key() == key)
            }),
            antwoorden: Antwoord::ALL.into_iter().map(|antwoord| antwoord_veld(&k, antwoord, blad)).collect(),
            groepen: groep_velden(&k, beeld, blad),
            dilemma: field("dilemma", "gg-dilemma", &i.dilemma, 2),
            k,
        }
    }
}

fn vinken(k: &Kader, prefix: &str, keys: &[&str], on: impl Fn(&str) -> bool) -> Vec<Vink> {
    let one = |key: &&str| Vink {
        id: format!("{prefix}-{key}"),
        waarde: (*key).to_owned(),
        tekst: k.t(&format!("{prefix}-{key}")),
        aan: on(key),
    };
    keys.iter().map(one).collect()
}

fn sprak(blad: &Blad, lid: &Persoon) -> Vink {
    Vink {
        id: format!("sprak-{}", lid.id),
        waarde: lid.id.to_string(),
        tekst: lid.naam.given(),
        aan: blad.stemmen.iter().any(|stem| stem.persoon == lid.id && stem.sprak),
    }
}

fn stem(k: &Kader, blad: &Blad, lid: &Persoon) -> StemVeld {
    let said = blad.stemmen.iter().find(|stem| stem.persoon == lid.id);
    let naam = lid.naam.given();
    let child = lid.rol == GezinsRol::Jeugdige;
    let choices: &[Lezers] = if child { &Lezers::ALL } else { &[Lezers::Professional, Lezers::Gezin] };
    let chosen = said.and_then(|stem| stem.lezers);
    StemVeld {
        wie: k.t(lid.rol.key()),
        woorden: TekstVeld {
            naam: format!("woorden-{}", lid.id),
            label: k.t1("gg-woorden-van", "naam", naam.as_str()),
            hint: None,
            tekst: said.map(|stem| stem.woorden.clone()).unwrap_or_default(),
            rijen: 3,
        },
        lezers_naam: format!("lezers-{}", lid.id),
        lezers: choices
            .iter()
            .map(|choice| Vink {
                id: lid.id.to_string(),
                waarde: choice.key().to_owned(),
                tekst: k.t(&format!("gg-lezers-{}", choice.key())),
                aan: chosen == Some(*choice),
            })
            .collect(),
        eigen: child.then(|| TekstVeld {
            naam: format!("eigen-{}", lid.id),
            label: k.t1("gg-eigen-van", "naam", naam.as_str()),
            hint: Some(k.t1("gg-eigen-hint", "naam", naam.as_str())),
            tekst: said.map(|stem| stem.eigen.clone()).unwrap_or_default(),
            rijen: 3,
        }),
        naam,
    }
}

fn domein_velden(k: &Kader, volwassen: bool, blad: &Blad) -> Vec<DomeinVeld> {
    let field = |sleutel: &'static str| {
        let known = blad.inhoud.domeinen.iter().find(|score| score.domein == sleutel);
        let scale = |chosen: Option<u8>| (1..=5).map(|n| (n, chosen == Some(n))).collect();
        DomeinVeld {
            sleutel,
            naam: k.t(&format!("gg-domein-{sleutel}")),
            vrij: sleutel == ANDERS,
            gezin: scale(known.and_then(|score| score.gezin)),
            wij: scale(known.and_then(|score| score.professional)),
        }
    };
    domeinen(volwassen).map(field).collect()
}

fn antwoord_veld(k: &Kader, antwoord: Antwoord, blad: &Blad) -> AntwoordVeld {
    let given = blad.inhoud.antwoorden.iter().find(|line| line.antwoord == antwoord);
    let sleutel = antwoord.key();
    let when = if antwoord == Antwoord::Waakvlam { "gg-wanneer-waakvlam" } else { "gg-wanneer" };
    AntwoordVeld {
        sleutel,
        naam: k.t(&format!("gg-antwoord-{sleutel}")),
        uitleg: k.t(&format!("gg-antwoord-{sleutel}-uitleg")),
        aan: given.is_some(),
        woorden: given.map(|line| line.woorden.clone()).unwrap_or_default(),
        wie: given.map(|line| line.wie.clone()).unwrap_or_default(),
        wanneer: given.map(|line| line.wanneer.clone()).unwrap_or_default(),
        wanneer_label: k.t(when),
    }
}

fn groep_velden(k: &Kader, beeld: &GoedGesprekBeeld, blad: &Blad) -> Vec<GroepVeld> {
    let on = |key: &str| blad.inhoud.groepen.iter().any(|one| one == key);
    let field = |key: &str, kaart: GroepKaart| GroepVeld {
        vink: Vink {
            id: format!("groep-{key}"),
            waarde: key.to_owned(),
            tekst: kaart.naam.clone(),
            aan: on(key),
        },
        kaart,
    };
    let fixed = GROEPEN.iter().map(|group| field(group.sleutel, GroepKaart::of(k, group)));
    let offered = beeld.groepen.iter().filter(|group| !group.weg || on(&group.sleutel));
    fixed.chain(offered.map(|group| field(&group.sleutel, GroepKaart::own(group)))).collect()
}
