//! What one conversation holds. All of it may stay empty.

use serde::{Deserialize, Serialize};

use super::domein::domeinen;
use super::{Antwoord, Antwoordregel, Groep, Lezers, OORZAKEN, Score};
use crate::{Id, Persoon};

/// The longest text of one field, in characters.
pub const LANGSTE_TEKST: usize = 10_000;

/// Whose problem it is: not always that of the child it is told of (seed 001, bouwsteen 1; must-not N31).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Drager {
    /// The child.
    Kind,
    /// A parent.
    Ouder,
    /// What is around them: school, neighbourhood, house, rules.
    Omgeving,
    /// Between them, together.
    Samen,
}

impl Drager {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Kind, Self::Ouder, Self::Omgeving, Self::Samen];

    /// Its word in forms, and the end of the key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Ouder => "ouder",
            Self::Omgeving => "omgeving",
            Self::Samen => "samen",
        }
    }

    /// Back from a form.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.key() == key)
    }
}

/// How much a family carries already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Belasting {
    /// There is room.
    Ruimte,
    /// It can just be done.
    Net,
    /// It is much.
    Veel,
    /// There can be nothing more.
    Max,
}

impl Belasting {
    /// All of them, from light to heavy.
    pub const ALL: [Self; 4] = [Self::Ruimte, Self::Net, Self::Veel, Self::Max];

    /// Its word in forms, and the end of the key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Ruimte => "ruimte",
            Self::Net => "net",
            Self::Veel => "veel",
            Self::Max => "max",
        }
    }

    /// Back from a form.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.key() == key)
    }
}

/// Where the help is headed (seed 001, bouwsteen 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Route {
    /// Back to ordinary life on one's own.
    Herstel,
    /// Lifelong and in all of life: a long horizon, over all laws, no questions about own strength.
    Levenslang,
}

impl Route {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Herstel, Self::Levenslang];

    /// Its word in forms, and the end of the key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Herstel => "herstel",
            Self::Levenslang => "levenslang",
        }
    }

    /// Back from a form.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.key() == key)
    }
}

/// What everyone in the conversation shares. What one person said stands in a [`Stem`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Inhoud {
    /// Minutes that were taken for each other.
    pub minuten: Option<u16>,
    /// Who spoke along besides the family: grandmother, a teacher.
    pub sprak_ook: String,
    /// What an ordinary day looks like now: where it starts from.
    pub gewoon_nu: String,
    /// What ordinary life looks like when it goes well: where it goes to.
    pub gewoon_goed: String,
    /// What goes well, what one is proud of.
    pub sterk: String,
    /// How it goes, by family and professional.
    pub domeinen: Vec<Score>,
    /// What they see differently, and what was said about it.
    pub verschil: String,
    /// What lies below the question.
    pub oorzaken: Vec<String>,
    /// Another cause, in words.
    pub oorzaak_anders: String,
    /// Whose problem it is.
    pub van_wie: Vec<Drager>,
    /// How much they carry already.
    pub belasting: Option<Belasting>,
    /// Where the help is headed.
    pub route: Option<Route>,
    /// Groups that helped to think along: never a label.
    pub groepen: Vec<String>,
    /// What was chosen together.
    pub antwoorden: Vec<Antwoordregel>,
    /// What remains a dilemma, kept for the learning table.
    pub dilemma: String,
}

/// What one member of the family said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stem {
    /// Who.
    pub persoon: Id<Persoon>,
    /// Whether they spoke.
    pub sprak: bool,
    /// In their own words.
    pub woorden: String,
    /// Who may read them; nothing when it was not asked yet.
    pub lezers: Option<Lezers>,
    /// What is about this child alone.
    pub eigen: String,
}

impl Stem {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        !self.sprak && self.woorden.is_empty() && self.eigen.is_empty() && self.lezers.is_none()
    }
}

/// What a conversation offers to fill in: it depends on who is in the family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aanbod {
    /// Someone is sixteen or older and in youth help: work and income are asked too.
    pub volwassen: bool,
    /// There are children: each has a private part.
    pub kinderen: bool,
}

impl Inhoud {
    /// Whether questions about own strength may be asked: not of who carries all they can, nor on a lifelong route (seed 001,
    /// bouwsteen 1; must-not N08). `eigen_groepen` says of a group of the municipality itself whether it is lifelong.
    pub fn eigen_kracht(&self, eigen_groepen: impl Fn(&str) -> bool) -> bool {
        let lifelong = |key: &String| Groep::find(key).map_or_else(|| eigen_groepen(key), |g| g.levenslang);
        self.belasting != Some(Belasting::Max)
            && self.route != Some(Route::Levenslang)
            && !self.groepen.iter().any(lifelong)
    }

    /// Every field that is offered, and whether it was filled: for the burden meter. Keys tell of a field, never of a person.
    pub fn velden(&self, stemmen: &[Stem], aanbod: Aanbod) -> Vec<(String, bool)> {
        let text = |text: &str| !text.is_empty();
        let mut out: Vec<(String, bool)> = vec![
            ("minuten".into(), self.minuten.is_some()),
            ("sprak".into(), text(&self.sprak_ook) || stemmen.iter().any(|stem| stem.sprak)),
            ("gewoon-nu".into(), text(&self.gewoon_nu)),
            ("gewoon-goed".into(), text(&self.gewoon_goed)),
            ("woorden".into(), stemmen.iter().any(|stem| text(&stem.woorden))),
            ("lezers".into(), stemmen.iter().any(|stem| stem.lezers.is_some())),
        ];
        if aanbod.kinderen {
            out.push(("eigen".into(), stemmen.iter().any(|stem| text(&stem.eigen))));
        }
        out.push(("sterk".into(), text(&self.sterk)));
        for domein in domeinen(aanbod.volwassen) {
            let score = self.domeinen.iter().find(|score| score.domein == domein);
            out.push((format!("domein-{domein}"), score.is_some_and(|score| !score.is_empty())));
        }
        out.extend([
            ("verschil".into(), text(&self.verschil)),
            ("oorzaken".into(), !self.oorzaken.is_empty() || text(&self.oorzaak_anders)),
            ("van-wie".into(), !self.van_wie.is_empty()),
            ("belasting".into(), self.belasting.is_some()),
            ("route".into(), self.route.is_some()),
            ("groepen".into(), !self.groepen.is_empty()),
        ]);
        for antwoord in Antwoord::ALL {
            let given = self.antwoorden.iter().any(|line| line.antwoord == antwoord);
            out.push((format!("antwoord-{}", antwoord.key()), given));
        }
        out.push(("dilemma".into(), text(&self.dilemma)));
        out
    }

    /// Whether it may be stored: texts of a bearable length, scores within the scale, keys that are known.
    pub fn is_sound(&self, stemmen: &[Stem], known_group: impl Fn(&str) -> bool) -> bool {
        let fits = |text: &str| text.chars().count() <= LANGSTE_TEKST && !text.contains('\0');
        let texts = [
            &self.sprak_ook,
            &self.gewoon_nu,
            &self.gewoon_goed,
            &self.sterk,
            &self.verschil,
            &self.oorzaak_anders,
            &self.dilemma,
        ];
        let answers = self.antwoorden.iter().flat_map(|line| [&line.woorden, &line.wie, &line.wanneer]);
        let voices = stemmen.iter().flat_map(|stem| [&stem.woorden, &stem.eigen]);
        let names = self.domeinen.iter().map(|score| &score.naam);
        texts.into_iter().chain(answers).chain(voices).chain(names).all(|text| fits(text))
            && self.domeinen.iter().all(Score::is_sound)
            && self.oorzaken.iter().all(|key| OORZAKEN.contains(&key.as_str()))
            && self.groepen.iter().all(|key| Groep::find(key).is_some() || known_group(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: Aanbod = Aanbod { volwassen: true, kinderen: true };

    #[test]
    fn empty_is_sound_and_counts_nothing() {
        let empty = Inhoud::default();
        assert!(empty.is_sound(&[], |_| false));
        let fields = empty.velden(&[], ALL);
        assert!(fields.len() > 20 && fields.iter().all(|(_, filled)| !filled));
        let fewer = empty.velden(&[], Aanbod { volwassen: false, kinderen: false });
        assert_eq!(fields.len() - fewer.len(), 3);
        let mut keys: Vec<_> = fields.iter().map(|(key, _)| key.clone()).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), fields.len());
    }

    /// Every combination of load, route and group.
    #[test]
    fn own_strength_is_not_asked_of_who_carries_all_they_can() {
        let loads = Belasting::ALL.into_iter().map(Some).chain([None]);
        let mut asked = 0;
        for belasting in loads {
            for route in [None, Some(Route::Herstel), Some(Route::Levenslang)] {
                for group in
                    super::super::GROEPEN.iter().map(|g| g.sleutel).chain(["eigen-licht", "eigen-levenslang"])
                {
                    let inhoud =
                        Inhoud { belasting, route, groepen: vec![group.into()], ..Inhoud::default() };
                    let lifelong = Groep::find(group).map_or(group == "eigen-levenslang", |g| g.levenslang);
                    let expected =
                        belasting != Some(Belasting::Max) && route != Some(Route::Levenslang) && !lifelong;
                    assert_eq!(inhoud.eigen_kracht(|key| key == "eigen-levenslang"), expected);
                    asked += usize::from(expected);
                }
            }
        }
        assert!(asked > 20);
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let long = Inhoud { sterk: "x".repeat(LANGSTE_TEKST + 1), ..Inhoud::default() };
        let nul = Inhoud { verschil: "a\0b".into(), ..Inhoud::default() };
        let cause = Inhoud { oorzaken: vec!["schuld".into()], ..Inhoud::default() };
        let group = Inhoud { groepen: vec!["eigen".into()], ..Inhoud::default() };
        for wrong in [&long, &nul, &cause, &group] {
            assert!(!wrong.is_sound(&[], |_| false));
        }
        assert!(group.is_sound(&[], |key| key == "eigen"));
        let answer = Antwoordregel {
            antwoord: Antwoord::Present,
            woorden: "x".repeat(LANGSTE_TEKST + 1),
            wie: String::new(),
            wanneer: String::new(),
        };
        assert!(!Inhoud { antwoorden: vec![answer], ..Inhoud::default() }.is_sound(&[], |_| false));
    }

    #[test]
    fn an_older_document_reads_as_one_with_less() {
        let old: Inhoud = serde_json::from_str(r#"{"sterk":"samen lachen","iets_van_later":1}"#).unwrap();
        assert_eq!(old, Inhoud { sterk: "samen lachen".into(), ..Inhoud::default() });
        let text = serde_json::to_string(&old).unwrap();
        assert_eq!(serde_json::from_str::<Inhoud>(&text).unwrap(), old);
    }
}
