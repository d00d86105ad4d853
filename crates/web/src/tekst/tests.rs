//! Both languages are whole: the same keys, the same values, everything used exists and nothing is left over.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_bundle::FluentResource;
use ijw::basis::{RedenAfwijzingVerzoek, RedenVerzoek, TypeVerwijzer};
use register::beeld::{Bevonden, Oordeel, Signaal, VerzoekStand, WatVerwacht};

use super::*;
use stelsel::persoon::GezinsRol;
use stelsel::toegang::{Deel, Relatie};
use stelsel::toewijzing::Stand;
use stelsel::{Hulpvorm, Rol};

/// Keys of a language with the names of their values.
fn keys(wanted: Taal) -> BTreeMap<String, BTreeSet<String>> {
    let mut out = BTreeMap::new();
    for (taal, files) in BRONNEN {
        for (file, source) in files.iter().filter(|_| taal == wanted) {
            assert!(
                FluentResource::try_new((*source).to_owned()).is_ok(),
                "{} {file} has a fault",
                taal.tag()
            );
            let mut key = String::new();
            for line in source.lines().filter(|l| !l.starts_with('#')) {
                if let Some((name, _)) = line.split_once(" =").filter(|_| !line.starts_with(' ')) {
                    name.clone_into(&mut key);
                    assert!(
                        out.insert(key.clone(), BTreeSet::new()).is_none(),
                        "{key} stands twice in {}",
                        taal.tag()
                    );
                }
                for value in line.split('$').skip(1) {
                    let value: String =
                        value.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
                    if let Some(values) = out.get_mut(&key) {
                        values.insert(value);
                    }
                }
            }
        }
    }
    out
}

#[test]
fn both_languages_have_the_same_keys_and_values() {
    let (nl, en) = (keys(Taal::Nl), keys(Taal::En));
    assert!(nl.len() > 200, "{}", nl.len());
    for (key, values) in &nl {
        assert_eq!(Some(values), en.get(key), "{key}");
    }
    assert_eq!(nl.len(), en.len(), "{:?}", en.keys().filter(|k| !nl.contains_key(*k)).collect::<Vec<_>>());
}

/// Keys of the page of a conversation that are put together while running.
fn of_conversations() -> BTreeSet<String> {
    use stelsel::goed_gesprek::{
        Aanbod, Antwoord, Belasting, Drager, GROEPEN, Inhoud, Lezers, OORZAKEN, Route,
    };
    let mut out = BTreeSet::new();
    // Of every field there is a name, for the burden meter.
    let fields = Inhoud::default().velden(&[], Aanbod { volwassen: true, kinderen: true });
    out.extend(fields.into_iter().map(|(field, _)| format!("gg-{field}")));
    out.extend(Antwoord::ALL.map(|a| format!("gg-antwoord-{}-uitleg", a.key())));
    out.extend(Belasting::ALL.map(|one| format!("gg-belasting-{}", one.key())));
    out.extend(Drager::ALL.map(|one| format!("gg-van-wie-{}", one.key())));
    out.extend(Route::ALL.map(|one| format!("gg-route-{}", one.key())));
    out.extend(OORZAKEN.map(|key| format!("gg-oorzaak-{key}")));
    out.extend(Lezers::ALL.map(|one| format!("gg-lezers-{}", one.key())));
    out.extend(["professional", "ouders"].map(|one| format!("gg-leest-{one}")));
    for group in GROEPEN {
        let parts = ["", "-wie", "-antwoord", "-route", "-niet"];
        out.extend(parts.map(|part| format!("gg-groep-{}{part}", group.sleutel)));
    }
    for field in ["gewoon-nu", "gewoon-goed", "verschil", "dilemma"] {
        out.insert(format!("gg-{field}-hint"));
    }
    for why in ["gg-afgemeld", "gg-al-afgerond", "gg-niet-bewaard"] {
        out.extend(["-titel", "-uitleg", "-verder"].map(|part| format!("{why}{part}")));
    }
    out
}

/// Keys that are put together while running.
fn computed() -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for rol in Rol::ALL {
        out.insert(format!("rol-{}", rol.key()));
        out.insert(format!("rol-{}-uitleg", rol.key()));
    }
    out.extend(stelsel::Onderdeel::ALL.iter().map(|part| format!("onderdeel-{}", part.key())));
    out.extend(Bevonden::ALL.iter().map(|found| format!("bevonden-{}", found.key())));
    for signaal in Signaal::ALL {
        out.extend(["", "-zin", "-gewoon"].map(|part| format!("signaal-{}{part}", signaal.key())));
    }
    out.extend(stelsel::Doel::ALL.iter().map(|doel| format!("doel-{}", doel.key())));
    for relatie in Relatie::ALL {
        out.insert(format!("relatie-{}-waarom", relatie.key()));
    }
    out.extend(Relatie::BETROKKEN.iter().map(|relatie| format!("relatie-{}", relatie.key())));
    out.extend(Deel::ALL.iter().map(|deel| format!("deel-{}", deel.key())));
    out.extend(Oordeel::ALL.iter().map(|oordeel| format!("melding-{}", oordeel.key())));
    out.extend(GezinsRol::ALL.iter().map(|r| r.key().to_owned()));
    out.extend(Hulpvorm::ALL.iter().map(|v| v.key().to_owned()));
    let day = jiff::civil::date(2026, 1, 1);
    let states = [
        Stand::Verwijderd,
        Stand::Wacht { dagen: 1 },
        Stand::Loopt { sinds: day },
        Stand::Pauze { sinds: day },
        Stand::Beeindigd { op: day, reden: None },
        Stand::NietGestart { eind: day },
    ];
    out.extend(states.iter().map(|s| s.key().to_owned()));
    out.extend(ijw::Berichttype::ALLE.iter().map(|b| format!("bericht-{}", b.naam().to_lowercase())));
    out.extend((1..=12).map(|m| format!("maand-{m}")));
    out.extend(["velden", "xml", "oordeel"].map(|d| format!("bericht-deel-{d}")));
    for kind in ["400", "401", "403", "404", "405", "413", "429", "500", "503", "druk"] {
        out.extend(["", "-uitleg", "-doe"].map(|part| format!("fout-{kind}{part}")));
    }
    for weigering in crate::oidc::Weigering::alle("") {
        out.extend(["", "-uitleg", "-doe"].map(|part| format!("{}{part}", weigering.key())));
    }
    let lists = [
        ("reden-stop", &["02", "20", "31", "32", "33", "34", "35", "36", "37", "38", "39"][..]),
        ("eenheid", &["01", "04", "14", "16", "82", "84"][..]),
        ("frequentie", &["1", "2", "4", "6"][..]),
    ];
    for (list, codes) in lists {
        out.extend(codes.iter().map(|code| format!("{list}-{code}")));
    }
    out.extend((1..=14).map(|n| format!("reden-wijziging-{n:02}")));
    out.extend(VerzoekStand::ALLE.iter().map(|stand| stand.key().to_owned()));
    out.extend(VERWACHT.iter().map(|wat| wat.key().to_owned()));
    // Of the lists of the standard every code has words.
    let codes = RedenAfwijzingVerzoek::ALLE.iter().map(|r| format!("reden-afwijzing-{}", r.code()));
    out.extend(codes.chain(TypeVerwijzer::ALLE.iter().map(|t| format!("verwijzer-{}", t.code()))));
    out.extend(RedenVerzoek::ALLE.iter().map(|r| format!("reden-verzoek-{}", r.code())));
    out.extend(register::Zwakte::ALL.map(|why| why.key().to_owned()));
    out.extend(register::Manier::ALL.map(|manier| format!("manier-{}", manier.key())));
    out.extend(register::Toestel::ALL.map(|toestel| format!("toestel-{}", toestel.key())));
    out.extend(of_conversations());
    out.extend(computed_of_trying());
    for code in BEZWAREN {
        out.insert(format!("bezwaar-{code}"));
        out.insert(format!("bezwaar-{code}-doe"));
    }
    out
}

const VERWACHT: [WatVerwacht; 6] = [
    WatVerwacht::RetourToewijzing,
    WatVerwacht::RetourAntwoord,
    WatVerwacht::Besluit,
    WatVerwacht::BesluitNaOnderzoek,
    WatVerwacht::Start,
    WatVerwacht::Bezorging,
];

/// What intake and the message library can object to.
const BEZWAREN: [&str; 30] = [
    "te-groot",
    "leeg",
    "geen-bericht",
    "onleesbaar",
    "bericht-later",
    "andere-gemeente",
    "zip-kapot",
    "zip-wachtwoord",
    "zip-te-veel",
    "zip-in-zip",
    "zip-dubbel",
    "codering",
    "niet-welgevormd",
    "dtd",
    "te-diep",
    "onbekende-naamruimte",
    "andere-versie",
    "envelop",
    "envelop-fout",
    "envelop-afzender",
    "eigen-bericht",
    "onverwacht-element",
    "andere-naamruimte",
    "ontbrekend-element",
    "onjuiste-waarde",
    "leeg-element",
    "attribuut",
    "tekst-tussen-elementen",
    "onbekend",
    "onbekend",
];

fn sources(folder: &Path, out: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, out);
        } else if !path.ends_with("tests.rs") {
            out.push_str(&std::fs::read_to_string(path).unwrap());
            out.push('\n');
        }
    }
}

/// Keys of retention and of one's own data that are put together.
fn computed_of_keeping() -> Vec<String> {
    use stelsel::bewaren::{Grond, StopSoort};
    let grounds = [Grond::Dossier, Grond::Declaratie, Grond::Verzoek, Grond::Stop];
    let mut keys: Vec<String> = grounds.iter().map(|g| format!("bewaren-grond-{}", g.key())).collect();
    keys.extend(StopSoort::ALL.iter().map(|s| format!("bewaren-stop-{}", s.key())));
    keys.extend(crate::pages::bewaren::GEDAAN.iter().map(|word| format!("bewaren-gedaan-{word}")));
    keys.extend(register::UITVOER_DELEN.iter().map(|part| format!("uitvoer-{part}")));
    keys.push(register::beeld::CorrectieStand::Open.key().to_owned());
    for kind in stelsel::omgeving::NetwerkSoort::ALL {
        keys.extend(["kring", "soort"].map(|what| format!("gezin-{what}-{}", kind.key())));
    }
    for deel in stelsel::analyse::Deel::ALL {
        keys.extend(["deel", "vraag"].map(|what| format!("analyse-{what}-{}", deel.key())));
    }
    keys.extend(stelsel::analyse::Reactie::ALL.iter().map(|one| format!("analyse-reactie-{}", one.key())));
    keys.extend(stelsel::analyse::Voortgang::ALL.iter().map(|one| format!("analyse-stand-{}", one.key())));
    keys.extend(stelsel::dubbel::Reden::ALL.map(|reden| format!("dubbel-reden-{}", reden.key())));
    keys.extend(stelsel::vraag::Vrager::ALL.iter().map(|one| format!("vraag-wie-{}", one.key())));
    keys.extend(stelsel::vraag::Kanaal::ALL.iter().map(|one| format!("vraag-kanaal-{}", one.key())));
    keys.extend(stelsel::vraag::Antwoordsoort::ALL.iter().map(|one| format!("vraag-soort-{}", one.key())));
    keys.extend(
        stelsel::verwijzing::VerwijzerSoort::ALL.iter().map(|one| format!("verwijzer-soort-{}", one.key())),
    );
    keys.extend(
        stelsel::verwijzing::VerwijzingStand::ALL.iter().map(|one| format!("verwijzing-stand-{}", one.key())),
    );
    for soort in stelsel::brief::Briefsoort::ALL {
        keys.extend(["onderwerp", "tekst"].map(|part| format!("papier-{}-{part}", soort.key())));
        keys.push(format!("papier-soort-{}", soort.key()));
    }
    let fields = ["adres", "onderwerp", "tekst", "telefoon", "toestemming"];
    keys.extend(fields.map(|field| format!("papier-veld-{field}")));
    keys.extend(["adres", "tekst", "toestemming"].map(|field| format!("papier-hint-{field}")));
    keys
}

/// Keys of trying a choice that are put together.
fn computed_of_trying() -> Vec<String> {
    use crate::pages::uitproberen::{BEGIN, aanname_sleutel, bestand_key, groep, maat_sleutel};
    use simulatie::systeem::{Antwoord, Bouwsteen, Breuk, Hulpgroep, Lus, TABEL, Wijkgroep};
    let mut keys: Vec<String> = BEGIN.iter().map(|(key, _)| format!("up-begin-{key}")).collect();
    keys.extend(BEGIN.iter().map(|(key, _)| format!("up-begin-{key}-uitleg")));
    for naam in Bouwsteen::ALL.iter().map(|one| one.naam()).chain(["afbakening"]) {
        keys.extend(["", "-uitleg"].map(|part| format!("up-hefboom-{naam}{part}")));
    }
    for lijst in ["begroting", "tarief", "plaatsen"] {
        keys.extend(["", "-titel", "-uitleg"].map(|part| format!("up-lijst-{lijst}{part}")));
    }
    let scarce = Antwoord::ALL.iter().filter(|one| one.is_schaars());
    keys.extend(scarce.map(|one| format!("up-antwoord-{}", one.naam())));
    keys.extend(Lus::ALL.iter().map(|one| format!("up-lus-{}", one.naam())));
    keys.extend(Wijkgroep::ALL.iter().map(|one| format!("up-buurt-{}", one.naam())));
    keys.extend(Hulpgroep::ALL.iter().map(|one| format!("up-groepnaam-{}", one.naam())));
    keys.extend(Breuk::ALL.iter().map(|one| format!("up-breuk-{}", one.naam().replace('.', "-"))));
    keys.extend(TABEL.iter().map(|one| aanname_sleutel(one.naam)));
    keys.extend(TABEL.iter().map(|one| maat_sleutel(one.eenheid)));
    keys.extend(TABEL.iter().map(|one| format!("up-groep-{}", groep(one.naam))));
    keys.extend(crate::adres::Bestand::ALL.map(|one| format!("up-bestand-{}", bestand_key(one))));
    keys.extend(["aannames", "toeval"].map(|key| format!("up-onzekerheid-{key}")));
    let fields = ["naam", "toelichting", "eerste-jaar", "herhalingen", "zaad", "stelselwijziging"];
    keys.extend(fields.iter().flat_map(|field| ["veld", "hint"].map(|part| format!("up-{part}-{field}"))));
    let expected =
        ["text", "a-number", "a-whole-number", "a-year", "true-or-false", "a-table", "a-list-of-at-most-100"];
    keys.extend(expected.map(|what| format!("up-fout-verwacht-{what}")));
    keys
}

/// Keys that forecasts and comparisons give.
fn computed_of_figures() -> Vec<String> {
    use informatie::vergelijking::{Ligging, TrechterTeWeinig};
    use informatie::voorspelling::{AANNAMES, AANNAMES_WACHTEN, Oordeel, TeWeinig};
    let both = [true, false];
    let mut keys: Vec<&str> = AANNAMES.iter().chain(AANNAMES_WACHTEN).copied().collect();
    keys.extend([TeWeinig::Maanden, TeWeinig::Aantal, TeWeinig::Stil].map(TeWeinig::key));
    keys.extend([Oordeel::Beter, Oordeel::VorigJaarEvenGoed, Oordeel::TeWeinig].map(Oordeel::key));
    keys.extend(both.map(|boven| Ligging::Buiten95 { boven }.key()));
    keys.extend(both.map(|boven| Ligging::Buiten998 { boven }.key()));
    keys.extend([Ligging::Binnen.key(), TrechterTeWeinig { eenheden: 0 }.key()]);
    keys.into_iter().map(str::to_owned).collect()
}

/// Keys of the causal map that are put together.
fn computed_of_causes() -> Vec<String> {
    use simulatie::bewering::{Bewering, Meting};
    let loops = simulatie::systeem::Lus::ALL.iter();
    let mut keys: Vec<String> =
        loops.map(|one| format!("oorzaken-lus-{}", one.naam().to_lowercase())).collect();
    for one in Bewering::ALL {
        keys.extend(["", "-uitleg"].map(|part| format!("oorzaken-bewering-{}{part}", one.naam())));
    }
    keys.extend(Meting::ALL.iter().map(|one| format!("oorzaken-meting-{}", one.naam())));
    keys.extend(["000", "001", "002", "003", "004"].map(|one| format!("oorzaken-document-{one}")));
    keys
}

/// Keys of the plan that are put together.
fn computed_of_plan() -> Vec<String> {
    use stelsel::achttien::{Handelt, Leefgebied, VERANDERINGEN, Wet};
    use stelsel::expertvraag::{Bindend, Gevolg};
    use stelsel::plan::{Bron, Doelstand, Kloksoort, Plek, Soort, Stagnatie};
    let mut keys = Vec::new();
    let mut add = |prefix: &str, words: Vec<&'static str>| {
        keys.extend(words.into_iter().map(|word| format!("plan-{prefix}-{word}")));
    };
    add("doel", Doelstand::ALL.iter().map(|one| one.key()).collect());
    // That help did not begin is told with the help.
    let besides = Kloksoort::ALL.iter().filter(|kind| **kind != Kloksoort::Start);
    add("kort", besides.map(|kind| kind.key()).collect());
    add("bron", Bron::ALL.iter().map(|one| one.key()).collect());
    add("plek", Plek::ALL.iter().map(|one| one.key()).collect());
    add("wacht", Stagnatie::ALL.iter().map(|one| one.key()).collect());
    add("klok", Kloksoort::ALL.iter().map(|one| one.key()).collect());
    add("deel", Soort::ALL.iter().map(|one| one.key()).collect());
    add("wet", Wet::ALL.iter().map(|one| one.key()).collect());
    add("handelt", Handelt::ALL.iter().map(|one| one.key()).collect());
    add("leefgebied", Leefgebied::ALL.iter().map(|one| one.key()).collect());
    add("achttien", VERANDERINGEN.iter().map(|one| one.key).collect());
    add("bindend", Bindend::ALL.iter().map(|one| one.key()).collect());
    add("gevolg", Gevolg::ALL.iter().map(|one| one.key()).collect());
    add("gevolg-keus", Gevolg::ALL.iter().map(|one| one.key()).collect());
    add("geslacht", vec!["0", "1", "2"]);
    for action in ["nieuw", "wijzig"] {
        add(action, vec!["doel", "regel", "stap", "evaluatie"]);
    }
    for form in ["overdracht", "vervanging", "expertvraag"] {
        add(form, vec!["titel", "knop"]);
    }
    for form in ["toewijzen", "einde", "intrekken"] {
        add(&format!("hulp-{form}"), vec!["knop"]);
        add("hulp", vec![form]);
    }
    add("advies", vec!["schrijf"]);
    add("gevolg", vec!["schrijf"]);
    add("gewoon", vec!["vraag"]);
    add("slot", vec!["vraag"]);
    keys
}

#[test]
fn every_key_that_is_used_exists_and_every_key_is_used() {
    let mut text = String::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    sources(&root.join("src"), &mut text);
    sources(&root.join("templates"), &mut text);
    let known: BTreeSet<String> = keys(Taal::Nl).into_keys().collect();
    let literal = |rest: &str| rest.split('"').next().unwrap_or_default().to_owned();

    let mut asked = BTreeSet::new();
    for call in [".t(\"", ".t1(\"", ".tx(\"", "get(self, \""] {
        asked.extend(text.split(call).skip(1).map(literal));
    }
    assert!(asked.len() > 150, "{}", asked.len());
    asked.extend(computed());
    asked.extend(computed_of_keeping());
    asked.extend(computed_of_plan());
    asked.extend(computed_of_figures());
    asked.extend(computed_of_causes());
    let missing: Vec<_> = asked.difference(&known).collect();
    assert!(missing.is_empty(), "used, but not in the texts: {missing:?}");

    // Keys that pass through a variable still stand somewhere between quotes.
    let quoted: BTreeSet<String> = text.split('"').map(str::to_owned).collect();
    // The label and the word of help of a field go by its name.
    let of_field = |key: &str| {
        let name = key.strip_prefix("plan-veld-").or_else(|| key.strip_prefix("plan-hint-"));
        name.is_some_and(|name| quoted.contains(name))
    };
    let unused: Vec<_> =
        known.iter().filter(|k| !asked.contains(*k) && !quoted.contains(*k) && !of_field(k)).collect();
    assert!(unused.is_empty(), "in the texts, but not used: {unused:?}");
}

#[test]
fn numbers_plurals_and_missing_keys() {
    let texts = Teksten::new();
    assert_eq!(texts.get(Taal::Nl, "weken", &[("n", 1_u32.into())]), "1 week");
    assert_eq!(texts.get(Taal::Nl, "weken", &[("n", 12_000_u32.into())]), "12.000 weken");
    assert_eq!(texts.get(Taal::En, "weken", &[("n", 12_000_u32.into())]), "12,000 weeks");
    assert_eq!(texts.get(Taal::En, "bestaat-niet", &[]), "⟦bestaat-niet⟧");
}

#[test]
fn an_objection_has_a_sentence_with_and_without_particulars() {
    let texts = Teksten::new();
    let values = |list: &[(&str, &str)]| -> Vec<(String, String)> {
        list.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect()
    };
    let (what, _) = texts.bezwaar(Taal::Nl, "codering", &values(&[("genoemd", "ISO-8859-1")]));
    assert!(what.contains("ISO-8859-1"), "{what}");
    let (what, _) = texts.bezwaar(Taal::Nl, "codering", &[]);
    assert!(what.contains("geen UTF-8"), "{what}");
    let found = [("datatype", "LDT_X"), ("reden", "niet-in-lijst"), ("gevonden", "99")];
    assert!(texts.bezwaar(Taal::En, "onjuiste-waarde", &values(&found)).0.contains("The code 99"));
    let (what, doe) = texts.bezwaar(Taal::En, "nog-nooit-gezien", &[]);
    assert!(what.contains("nog-nooit-gezien") && !doe.is_empty());
    for taal in Taal::ALL {
        for code in BEZWAREN {
            assert!(
                texts.has(&format!("bezwaar-{code}")) && texts.has(&format!("bezwaar-{code}-doe")),
                "{code}"
            );
            assert!(!texts.bezwaar(taal, code, &[]).0.contains('⟦'));
        }
    }
}
