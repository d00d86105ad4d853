//! What a form of the page says, or what has to be looked at again.

use informatie::indicator::Indicator;
use jiff::civil::Date;
use register::beeld::NieuweNoot;
use stelsel::Rol;
use stelsel::analyse::{Afspraak, Alinea, Daad, Deel, Moment, Reactie, Vindplaats, Voortgang, Wijziging};
use stelsel::plan::Woorden;

use crate::bezoek::Paren;

/// What is wrong with a form.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Mis {
    /// It is none of ours.
    Verzoek,
    /// Fields, with the keys of the words.
    Velden(Vec<(&'static str, &'static str)>),
}

/// Reads fields and gathers what is wrong.
struct Lezer<'a> {
    form: &'a Paren,
    fouten: Vec<(&'static str, &'static str)>,
}

impl Lezer<'_> {
    fn words(&mut self, name: &'static str) -> Woorden {
        Woorden::new(self.form.get(name).unwrap_or_default()).unwrap_or_else(|_| {
            self.fouten.push((name, "analyse-te-lang"));
            Woorden::default()
        })
    }

    fn must(&mut self, name: &'static str, wrong: &'static str) -> Woorden {
        let words = self.words(name);
        if words.is_empty() && !self.fouten.iter().any(|(field, _)| *field == name) {
            self.fouten.push((name, wrong));
        }
        words
    }

    fn day(&mut self, name: &'static str) -> Option<Date> {
        let text = self.form.get(name)?;
        let day = text.parse().ok();
        if day.is_none() {
            self.fouten.push((name, "fout-datum"));
        }
        day
    }

    fn done<T>(self, what: T) -> Result<T, Mis> {
        if self.fouten.is_empty() { Ok(what) } else { Err(Mis::Velden(self.fouten)) }
    }
}

fn number(form: &Paren, name: &str) -> Option<u32> {
    form.get(name)?.parse().ok()
}

/// A change of the document.
pub(crate) fn wijziging(form: &Paren, today: Date) -> Result<Wijziging, Mis> {
    let gelezen = number(form, "gelezen").ok_or(Mis::Verzoek)?;
    // A new paragraph has its part where others have their number.
    let nr = number(form, "nr");
    if form.get("weg").is_some() {
        return Ok(Wijziging { nr: Some(nr.ok_or(Mis::Verzoek)?), gelezen, daad: Daad::Weg });
    }
    let mut lezer = Lezer { form, fouten: Vec::new() };
    let daad = match form.get("doe") {
        Some("kop") => {
            let roles =
                form.0.iter().filter(|(name, _)| name == "gedeeld").map(|(_, key)| Rol::from_key(key));
            let gedeeld = roles.collect::<Option<Vec<_>>>().ok_or(Mis::Verzoek)?;
            Daad::Kop {
                titel: lezer.must("titel", "analyse-mis-titel"),
                gebied: lezer.words("gebied"),
                gedeeld,
            }
        }
        Some("alinea") => alinea(&mut lezer)?,
        Some("afspraak") => {
            let wat = lezer.must("wat", "analyse-mis-wat");
            let wie = lezer.must("wie", "analyse-mis-wie");
            let (hoeveel, tot, kijk) = (lezer.words("hoeveel"), lezer.day("tot"), lezer.day("kijk"));
            if tot.is_none() && !lezer.fouten.iter().any(|(field, _)| *field == "tot") {
                lezer.fouten.push(("tot", "analyse-mis-tot"));
            }
            let tot = tot.unwrap_or(today);
            Daad::Afspraak(Afspraak { wat, wie, hoeveel, tot, kijk, momenten: Vec::new() })
        }
        Some("kijk") => {
            let stand = form.get("stand").and_then(Voortgang::from_key).ok_or(Mis::Verzoek)?;
            let kwam = lezer.must("kwam", "analyse-mis-kwam");
            let weer = lezer.day("weer");
            Daad::Kijk(Moment { dag: today, stand, kwam }, weer)
        }
        _ => return Err(Mis::Verzoek),
    };
    lezer.done(Wijziging { nr, gelezen, daad })
}

fn alinea(lezer: &mut Lezer<'_>) -> Result<Daad, Mis> {
    let deel = lezer.form.get("deel").and_then(Deel::from_key).ok_or(Mis::Verzoek)?;
    let tekst = lezer.must("tekst", "analyse-mis-tekst");
    let vindplaats = Vindplaats {
        momentopname: lezer.words("momentopname"),
        indicator: lezer.words("indicator"),
        gebied: lezer.words("plek"),
    };
    let said = [&vindplaats.momentopname, &vindplaats.indicator, &vindplaats.gebied];
    if deel != Deel::Cijfers || said.iter().all(|words| words.is_empty()) {
        return Ok(Daad::Alinea(Alinea { deel, tekst, vindplaats: None }));
    }
    if !is_snapshot(vindplaats.momentopname.as_str()) {
        lezer.fouten.push(("momentopname", "analyse-mis-momentopname"));
    }
    if Indicator::find(vindplaats.indicator.as_str()).is_none() {
        lezer.fouten.push(("indicator", "analyse-mis-indicator"));
    }
    if vindplaats.gebied.is_empty() {
        lezer.fouten.push(("plek", "analyse-mis-plek"));
    }
    Ok(Daad::Alinea(Alinea { deel, tekst, vindplaats: Some(vindplaats) }))
}

/// `snapshot-2026-06-30-` and sixteen hexadecimal digits.
fn is_snapshot(text: &str) -> bool {
    let parts = text.strip_prefix("snapshot-").and_then(|rest| rest.rsplit_once('-'));
    parts.is_some_and(|(day, hash)| {
        day.parse::<Date>().is_ok()
            && hash.len() == 16
            && hash.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
    })
}

/// A note beside a part.
pub(crate) fn noot(form: &Paren) -> Result<NieuweNoot, Mis> {
    let (nr, bij) = number(form, "nr").zip(number(form, "gelezen")).ok_or(Mis::Verzoek)?;
    let soort = form.get("soort").and_then(Reactie::from_key).ok_or(Mis::Verzoek)?;
    let mut lezer = Lezer { form, fouten: Vec::new() };
    let tekst =
        if soort == Reactie::Eens { lezer.words("zegt") } else { lezer.must("zegt", "analyse-mis-zegt") };
    lezer.done(NieuweNoot { nr, bij, soort, tekst })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = Date::constant(2026, 4, 10);

    fn form(pairs: &[(&str, &str)]) -> Paren {
        Paren(pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect())
    }

    #[test]
    fn a_figure_is_named_by_snapshot_indicator_and_area_or_not_at_all() {
        let with = |more: &[(&str, &str)]| {
            let base = [("doe", "alinea"), ("gelezen", "0"), ("deel", "cijfers"), ("tekst", "Het groeit")];
            wijziging(&form(&[&base[..], more].concat()), TODAY)
        };
        assert!(matches!(with(&[]).unwrap().daad, Daad::Alinea(Alinea { vindplaats: None, .. })));
        let good = [
            ("momentopname", "snapshot-2026-03-31-0123456789abcdef"),
            ("indicator", "instroom"),
            ("plek", "WK075801"),
        ];
        assert!(matches!(with(&good).unwrap().daad, Daad::Alinea(Alinea { vindplaats: Some(_), .. })));
        let wrong = [("momentopname", "van vorige week"), ("indicator", "iets")];
        let Err(Mis::Velden(fouten)) = with(&wrong) else { panic!() };
        assert_eq!(fouten.iter().map(|(f, _)| *f).collect::<Vec<_>>(), ["momentopname", "indicator", "plek"]);
    }

    #[test]
    fn an_agreement_says_what_who_and_until_when() {
        let Err(Mis::Velden(fouten)) =
            wijziging(&form(&[("doe", "afspraak"), ("gelezen", "0"), ("tot", "ooit")]), TODAY)
        else {
            panic!()
        };
        assert_eq!(fouten.iter().map(|(f, _)| *f).collect::<Vec<_>>(), ["wat", "wie", "tot"]);
        let none = form(&[("doe", "anders"), ("gelezen", "0")]);
        assert_eq!(wijziging(&none, TODAY), Err(Mis::Verzoek));
        let role = form(&[("doe", "kop"), ("gelezen", "1"), ("titel", "x"), ("gedeeld", "niemand")]);
        assert_eq!(wijziging(&role, TODAY), Err(Mis::Verzoek));
        let gone = form(&[("doe", "alinea"), ("gelezen", "2"), ("nr", "3"), ("weg", "ja")]);
        assert_eq!(wijziging(&gone, TODAY).unwrap().daad, Daad::Weg);
    }

    #[test]
    fn who_agrees_needs_no_words() {
        let say = |soort| noot(&form(&[("nr", "1"), ("gelezen", "2"), ("soort", soort)]));
        assert!(say("eens").is_ok() && matches!(say("anders"), Err(Mis::Velden(_))));
        assert_eq!(say("boos"), Err(Mis::Verzoek));
    }
}
