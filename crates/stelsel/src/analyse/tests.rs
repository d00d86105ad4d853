use jiff::civil::date;

use super::*;

fn words(text: &str) -> Woorden {
    Woorden::new(text).unwrap()
}

fn alinea(text: &str) -> Daad {
    Daad::Alinea(Alinea { deel: Deel::Zien, tekst: words(text), vindplaats: None })
}

fn afspraak() -> Afspraak {
    Afspraak {
        wat: words("Tien plekken extra"),
        wie: words("Gemeente en aanbieder"),
        hoeveel: words("10 plekken"),
        tot: date(2026, 9, 30),
        kijk: Some(date(2026, 6, 1)),
        momenten: Vec::new(),
    }
}

fn change(nr: Option<u32>, gelezen: u32, daad: Daad) -> Wijziging {
    Wijziging { nr, gelezen, daad }
}

#[test]
fn who_read_an_older_part_hears_of_it_and_others_are_not_in_the_way() {
    let mut doc = Analyse::new(words("Wachten in noord"));
    assert_eq!(doc.wijzig(change(None, 0, alinea("een")), 2), Ok(1));
    assert_eq!(doc.wijzig(change(None, 0, alinea("twee")), 3), Ok(2));
    assert_eq!(doc.wijzig(change(Some(1), 2, alinea("een, beter")), 4), Ok(1));
    let before = doc.clone();
    assert_eq!(doc.wijzig(change(Some(1), 2, alinea("een, anders")), 5), Err(Weigering::Nieuwer));
    assert_eq!(doc.wijzig(change(Some(1), 2, Daad::Weg), 5), Err(Weigering::Nieuwer));
    assert_eq!(doc.wijzig(change(Some(9), 1, Daad::Weg), 5), Err(Weigering::Onbekend));
    assert_eq!(doc, before, "nothing is lost");
    // Another part was not touched.
    assert_eq!(doc.wijzig(change(Some(2), 3, alinea("twee, beter")), 5), Ok(2));
    assert_eq!(doc.wijzig(change(Some(2), 5, Daad::Weg), 6), Ok(2));
    assert_eq!(doc.wijzig(change(None, 0, alinea("drie")), 7), Ok(3), "a number is never given twice");
    assert_eq!((doc.versie_van(0), doc.versie_van(1), doc.versie_van(2)), (1, 4, 0));
}

#[test]
fn an_agreement_keeps_what_was_told_of_it() {
    let mut doc = Analyse::new(words("Wachten"));
    doc.wijzig(change(None, 0, Daad::Afspraak(afspraak())), 2).unwrap();
    let moment =
        Moment { dag: date(2026, 6, 2), stand: Voortgang::OpWeg, kwam: words("Zes plekken zijn er.") };
    doc.wijzig(change(Some(1), 2, Daad::Kijk(moment.clone(), Some(date(2026, 9, 1)))), 3).unwrap();
    let again = Afspraak { hoeveel: words("8 plekken"), ..afspraak() };
    doc.wijzig(change(Some(1), 3, Daad::Afspraak(again)), 4).unwrap();
    let found = &doc.afspraak(1).unwrap().wat;
    assert_eq!((found.momenten.as_slice(), found.hoeveel.as_str()), ([moment].as_slice(), "8 plekken"));
}

#[test]
fn what_is_due_is_an_invitation_until_it_is_told() {
    let mut of = afspraak();
    assert_eq!(of.uitnodiging(date(2026, 5, 31)), None);
    assert_eq!(of.uitnodiging(date(2026, 6, 1)), Some(Uitnodiging::Kijken(date(2026, 6, 1))));
    of.momenten.push(Moment { dag: date(2026, 6, 2), stand: Voortgang::OpWeg, kwam: Woorden::default() });
    assert_eq!(of.uitnodiging(date(2026, 9, 30)), None);
    assert_eq!(of.uitnodiging(date(2026, 10, 1)), Some(Uitnodiging::Voorbij(date(2026, 9, 30))));
    for (stand, told) in
        [(Voortgang::Gelukt, false), (Voortgang::Gestopt, false), (Voortgang::Bijgesteld, true)]
    {
        let mut done = of.clone();
        done.momenten.push(Moment { dag: date(2026, 9, 1), stand, kwam: Woorden::default() });
        assert_eq!(done.uitnodiging(date(2026, 11, 1)).is_some(), told, "{stand:?}");
    }
}

#[test]
fn it_is_shared_with_the_roles_that_are_named() {
    let mut doc = Analyse::new(words("Wachten"));
    assert!(!doc.gedeeld_met(Rol::Raad));
    let kop = |gedeeld| Daad::Kop { titel: words("Wachten"), gebied: words("Breda"), gedeeld };
    assert_eq!(doc.wijzig(change(None, 1, kop(vec![Rol::Raad])), 2), Ok(0));
    assert!(doc.gedeeld_met(Rol::Raad) && !doc.gedeeld_met(Rol::Aanbieder));
    assert_eq!(doc.wijzig(change(None, 1, kop(Vec::new())), 3), Err(Weigering::Nieuwer));
    let text = serde_json::to_string(&doc).unwrap();
    assert_eq!(serde_json::from_str::<Analyse>(&text).unwrap(), doc);
}

#[test]
fn a_difference_says_what_came_and_what_went() {
    let mut one = Analyse::new(words("Wachten"));
    one.wijzig(change(None, 0, alinea("Er wachten veel kinderen op hulp.")), 2).unwrap();
    one.wijzig(change(None, 0, Daad::Afspraak(afspraak())), 3).unwrap();
    let mut other = one.clone();
    other.wijzig(change(Some(1), 2, alinea("Er wachten minder kinderen op hulp thuis.")), 4).unwrap();
    other.wijzig(change(None, 0, alinea("Nieuw.")), 5).unwrap();
    other.wijzig(change(Some(2), 3, Daad::Weg), 6).unwrap();
    let found = verschil(&one, &other);
    let aard = |nr| found.iter().find(|v| v.nr == nr).map(|v| v.aard);
    assert_eq!((aard(1), aard(2), aard(3)), (Some(Aard::Anders), Some(Aard::Weg), Some(Aard::Nieuw)));
    let stukken = &found.iter().find(|v| v.nr == 1).unwrap().velden[0].stukken;
    assert!(
        stukken.contains(&Stuk::Weg("veel".to_owned()))
            && stukken.contains(&Stuk::Erbij("minder".to_owned()))
    );
    assert!(verschil(&one, &one).is_empty());
}

#[test]
fn words_of_both_sides_come_back_whole() {
    for (old, new) in [
        ("", ""),
        ("", "iets nieuws"),
        ("alles weg", ""),
        ("een twee  drie", "twee drie\nvier"),
        ("a b c d e f", "f e d c b a"),
    ] {
        let found = woordverschil(old, new);
        let side = |keep: fn(&Stuk) -> Option<&str>| -> String { found.iter().filter_map(keep).collect() };
        let then = side(|s| match s {
            Stuk::Gelijk(t) | Stuk::Weg(t) => Some(t),
            Stuk::Erbij(_) => None,
        });
        let now = side(|s| match s {
            Stuk::Gelijk(t) | Stuk::Erbij(t) => Some(t),
            Stuk::Weg(_) => None,
        });
        assert_eq!((then.as_str(), now.as_str()), (old, new));
    }
}
