//! What is wrong with a message: the broken rule in plain words and what the sender can do; code and path only beside it.

use ijw::Veld;
use ijw::regels::{self, Regel};
use register::beeld::Bevinding;

use crate::kader::Kader;
use crate::taal::Taal;

/// Paths that are shown of one rule; a declaration may break it a thousand times.
const PADEN: usize = 4;
/// Codes that tell that nothing is wrong, or that something was not looked at (list WJ001).
const IN_ORDE: [&str; 3] = ["0200", "0233", "8001"];

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mis {
    pub(crate) zin: String,
    /// The sentence is only there in Dutch.
    pub(crate) nederlands: bool,
    pub(crate) doe: Option<String>,
    /// Rule or code, and the level.
    pub(crate) regel: String,
    pub(crate) paden: Vec<String>,
    /// How many paths are left out.
    pub(crate) meer: Option<String>,
}

/// What was found here, one line for each rule.
pub(crate) fn van_bevindingen(k: &Kader, found: &[Bevinding]) -> Vec<Mis> {
    let mut rules: Vec<(&'static Regel, Vec<String>)> = Vec::new();
    for one in found {
        match rules.iter_mut().find(|(regel, _)| regel.code == one.regel.code) {
            Some((_, paths)) => paths.extend(one.paden.iter().cloned()),
            None => rules.push((one.regel, one.paden.clone())),
        }
    }
    rules
        .into_iter()
        .map(|(regel, mut paden)| {
            paden.dedup();
            let more = paden.len().saturating_sub(PADEN);
            paden.truncate(PADEN);
            Mis {
                paden,
                meer: (more > 0).then(|| k.t1("mis-meer-plekken", "n", more)),
                ..van_regel(k, regel)
            }
        })
        .collect()
}

/// A broken rule.
pub(crate) fn van_regel(k: &Kader, regel: &Regel) -> Mis {
    let text = match k.taal {
        Taal::Nl => &regel.nl,
        Taal::En => &regel.en,
    };
    let args = [("code", regel.code.into()), ("niveau", u32::from(regel.niveau).into())];
    Mis {
        zin: text.wat.to_owned(),
        nederlands: false,
        doe: Some(text.doe.to_owned()),
        regel: k.tx("mis-regel", &args),
        paden: Vec::new(),
        meer: None,
    }
}

/// What an answer says is wrong, by its return codes. A code that one rule gives is told as that rule, any other in the words
/// of the code list, which are there in Dutch only.
pub(crate) fn van_retourcodes(k: &Kader, velden: &[Veld]) -> Vec<Mis> {
    let mut out: Vec<Mis> = Vec::new();
    for veld in velden.iter().filter(|veld| veld.naam == "RetourCode") {
        let Some(code) = veld.waarde.as_deref().filter(|code| !IN_ORDE.contains(code)) else { continue };
        let mut rules = regels::alle().filter(|regel| regel.retourcode == code);
        let mis = match (rules.next(), rules.next()) {
            (Some(regel), None) => van_regel(k, regel),
            _ => Mis {
                zin: veld.omschrijving.unwrap_or(code).to_owned(),
                nederlands: k.taal != Taal::Nl && veld.omschrijving.is_some(),
                doe: None,
                regel: k.t1("mis-retourcode", "code", code),
                paden: Vec::new(),
                meer: None,
            },
        };
        if !out.contains(&mis) {
            out.push(mis);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(codes: &[(&str, &'static str)]) -> Vec<Veld> {
        let line = |(code, meaning): &(&str, &'static str)| Veld {
            diepte: 1,
            naam: "RetourCode",
            waarde: Some((*code).to_owned()),
            omschrijving: Some(meaning),
        };
        codes.iter().map(line).collect()
    }

    #[test]
    fn a_code_of_one_rule_is_told_as_that_rule_and_any_other_in_the_words_of_the_list() {
        let k = Kader::kaal(Taal::En);
        let told = van_retourcodes(
            &k,
            &answer(&[("0200", "Geen opmerking."), ("9332", "x"), ("9332", "x"), ("0001", "Technisch.")]),
        );
        assert_eq!(told.len(), 2, "{told:?}");
        assert_eq!(
            (told[0].zin.as_str(), told[0].nederlands),
            ("This number already belongs to another allocation.", false)
        );
        assert_eq!(told[0].doe.as_deref(), Some("Give the allocation a new number."));
        assert_eq!((told[1].zin.as_str(), told[1].nederlands, &told[1].doe), ("Technisch.", true, &None));
        assert!(van_retourcodes(&k, &answer(&[("8001", "Toegewezen.")])).is_empty());
    }

    #[test]
    fn one_line_for_each_rule_however_often_it_is_broken() {
        let k = Kader::kaal(Taal::Nl);
        let found = |code: &str, place: usize| Bevinding {
            regel: Regel::from_code(code).unwrap(),
            paden: vec![format!("/Bericht/Prestatie[{place}]")],
        };
        let all: Vec<Bevinding> = (1..=10).map(|n| found("TR314", n)).chain([found("TR019", 1)]).collect();
        let told = van_bevindingen(&k, &all);
        assert_eq!(told.len(), 2);
        assert_eq!((told[0].paden.len(), told[0].meer.as_deref()), (PADEN, Some("en nog 6 plekken")));
        assert_eq!(told[1].meer, None);
    }
}
