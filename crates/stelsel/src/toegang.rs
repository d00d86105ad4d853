//! Who may look at what, and for which purpose: role × relation × part. One definition feeds pages, lists and menus.

pub mod leeftijd;
mod onderdeel;
mod relatie;
mod rol;

pub use leeftijd::{Keuze, Kijker, Maat, maat};
pub use onderdeel::Onderdeel;
pub use relatie::{Deel, Delen, Relatie, delen};
pub use rol::{Doel, Rol};

use crate::persoon::Persoon;
use crate::{AgbCode, Gemeentecode, Gezin, Id, Wijkcode};

/// Someone who is signed in, with the relations that decide what is theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identiteit {
    /// Stable key of the account.
    pub account: String,
    /// Name on the screen.
    pub naam: String,
    /// Role.
    pub rol: Rol,
    /// The neighbourhoods of a team.
    pub wijken: Vec<Wijkcode>,
    /// The provider someone works for.
    pub aanbieder: Option<AgbCode>,
    /// The family someone is part of.
    pub gezin: Option<Id<Gezin>>,
    /// The person that a member of a family is.
    pub persoon: Option<Id<Persoon>>,
    /// The families that someone is tied to by name, now: ended involvement is not among them.
    pub betrokken: Vec<(Id<Gezin>, Relatie)>,
}

/// What decides on who may open the file of a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dossier {
    /// The family.
    pub gezin: Id<Gezin>,
    /// Where it lives.
    pub wijk: Option<Wijkcode>,
    /// Shielded: being of the team is not enough, only who is involved by name sees it.
    pub afgeschermd: bool,
}

/// What someone may do with a file, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Toegang {
    /// What ties them to the family.
    pub relatie: Relatie,
    /// For which purpose they look.
    pub doel: Doel,
    /// The parts that are open.
    pub delen: Delen,
}

/// How much of a part is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bereik {
    /// Nothing; the answer is the same as for what does not exist.
    Niets,
    /// What one has a relation with: the team's neighbourhoods, the own provider, the own family.
    Eigen,
    /// Everything in the register.
    Alles,
}

impl Identiteit {
    /// Someone in a role, without any relation yet.
    pub fn new(account: impl Into<String>, naam: impl Into<String>, rol: Rol) -> Self {
        Self {
            account: account.into(),
            naam: naam.into(),
            rol,
            wijken: Vec::new(),
            aanbieder: None,
            gezin: None,
            persoon: None,
            betrokken: Vec::new(),
        }
    }

    /// How much of a part this person may see. The table of the whole program; a role that is not named sees nothing.
    #[expect(clippy::too_many_lines, reason = "one table, to be read as one")]
    pub const fn reach(&self, part: Onderdeel) -> Bereik {
        use Onderdeel as O;
        use Rol as R;
        match (self.rol, part) {
            (
                R::Wijkteam
                | R::Regisseur
                | R::Teamleider
                | R::TafelVoorzitter
                | R::Tafellid
                | R::Beleid
                | R::Contract
                | R::Controller
                | R::Raad
                | R::Expertteam
                | R::Clientenraad
                | R::Beheer,
                O::Regio | O::Wijk | O::Vraagcijfers | O::Cijfers | O::Uitproberen,
            )
            // Protected figures may leave the municipality: partners read the same analysis.
            | (R::Aanbieder | R::Verwijzer | R::School, O::Cijfers)
            | (
                R::Beheer,
                O::Berichten
                | O::Bericht
                | O::Quarantaine
                | O::Gesprek
                | O::Verzoeken
                | O::Verzoek
                | O::Accounts
                | O::Bewaren,
            )
            | (R::Beheer | R::Contract | R::Controller, O::Termijnen)
            | (
                R::Wijkteam
                | R::Regisseur
                | R::Teamleider
                | R::Beleid
                | R::Contract
                | R::Controller
                | R::Beheer,
                O::Aanbieders | O::Aanbiedercijfers,
            )
            | (
                R::Wijkteam
                | R::Regisseur
                | R::Teamleider
                | R::Beleid
                | R::Contract
                | R::Controller
                | R::Raad
                | R::Clientenraad
                | R::Verwijzer,
                O::Verwijsafspraken,
            )
            | (R::Beleid, O::Analyses)
            | (R::Auditor, O::Journaal)
            | (_, O::Groepen | O::Regeldruk) => Bereik::Alles,
            (
                R::Wijkteam | R::Regisseur | R::Gezinslid,
                O::Inzagen | O::GoedGesprek | O::Post | O::Delen | O::Brieven,
            )
            | (
                R::Wijkteam | R::Regisseur | R::Teamleider,
                O::Gezinnen
                | O::Gezin
                | O::Gesprek
                | O::Verzoeken
                | O::Verzoek
                | O::Toegang
                | O::Plan
                | O::Vragen,
            )
            | (R::Wijkteam | R::Regisseur, O::Nood | O::Vandaag | O::NieuwGezin | O::Dubbelen)
            | (R::Wijkteam | R::Regisseur | R::Verwijzer, O::Verwijzingen)
            | (
                R::TafelVoorzitter
                | R::Tafellid
                | R::Expertteam
                | R::Gezinslid
                | R::Verwijzer
                | R::School
                | R::Netwerk,
                O::Plan,
            )
            | (R::Wijkteam | R::Regisseur | R::Expertteam, O::Expertvragen)
            | (R::Wijkteam | R::Regisseur | R::Teamleider | R::Gezinslid, O::Leden)
            | (R::Teamleider, O::Meldingen)
            | (
                R::Wijkteam
                | R::Regisseur
                | R::Teamleider
                | R::Contract
                | R::Controller
                | R::Raad
                | R::Aanbieder
                | R::Verwijzer
                | R::School
                | R::Expertteam
                | R::Clientenraad,
                O::Analyses,
            )
            | (
                R::TafelVoorzitter | R::Tafellid | R::Expertteam | R::Verwijzer | R::School | R::Netwerk,
                O::Gezinnen | O::Gezin,
            )
            | (R::Gezinslid, O::Gezin | O::Toegang | O::MijnGegevens)
            | (R::Aanbieder, O::Berichten | O::Bericht | O::Gesprek | O::Aanbieders)
            | (_, O::MijnAccount) => Bereik::Eigen,
            _ => Bereik::Niets,
        }
    }

    /// What this person may do with the file of a family; `None` when it is as if the family does not exist. Of several
    /// relations the one counts that opens most; of two that open as much, the one that was given by name.
    pub fn toegang(&self, dossier: Dossier) -> Option<Toegang> {
        let of_team = !dossier.afgeschermd && dossier.wijk.is_some_and(|wijk| self.wijken.contains(&wijk));
        let named =
            self.betrokken.iter().filter(|(gezin, _)| *gezin == dossier.gezin).map(|(_, relatie)| *relatie);
        let all = named
            .chain(of_team.then_some(Relatie::Team))
            .chain((self.gezin == Some(dossier.gezin)).then_some(Relatie::Lid));
        all.map(|relatie| Toegang {
            relatie,
            doel: relatie.purpose(self.rol),
            delen: delen(self.rol, relatie),
        })
        .filter(|toegang| !toegang.delen.is_empty())
        .max_by_key(|toegang| {
            let named = toegang.relatie != Relatie::Team;
            (toegang.delen.len(), named, std::cmp::Reverse(toegang.relatie))
        })
    }

    /// Whether a part of the file of a family is open.
    pub fn opens(&self, dossier: Dossier, deel: Deel) -> bool {
        self.toegang(dossier).is_some_and(|toegang| toegang.delen.has(deel))
    }

    /// Whether a conversation with a provider about a child of this family is theirs.
    pub fn has_gesprek(&self, agb: AgbCode, dossier: Dossier) -> bool {
        match self.reach(Onderdeel::Gesprek) {
            Bereik::Alles => true,
            Bereik::Eigen => self.aanbieder == Some(agb) || self.opens(dossier, Deel::Gesprek),
            Bereik::Niets => false,
        }
    }

    /// Whether a request about a child of this family is theirs. A family of which the neighbourhood is not known yet has no
    /// team: the question is then one of every team of the municipality that is asked, so that it does not lie unseen.
    pub fn has_verzoek(&self, gemeente: Gemeentecode, dossier: Dossier) -> bool {
        match self.reach(Onderdeel::Verzoek) {
            Bereik::Alles => true,
            Bereik::Eigen if dossier.wijk.is_none() && !dossier.afgeschermd => {
                self.opens(dossier, Deel::Gesprek) || self.wijken.iter().any(|own| own.gemeente() == gemeente)
            }
            Bereik::Eigen => self.opens(dossier, Deel::Gesprek),
            Bereik::Niets => false,
        }
    }

    /// Whether this person makes agreements with referrers; the others read them.
    pub const fn makes_agreements(&self) -> bool {
        matches!(self.rol, Rol::Beleid | Rol::Contract)
    }

    /// Whether this person writes problem analyses; those with whom one is shared read it and write notes.
    pub const fn writes_analyses(&self) -> bool {
        matches!(self.rol, Rol::Beleid)
    }

    /// Whether this person tries choices on the model of the region and keeps what came of it; the others read what was kept.
    pub const fn tries_choices(&self) -> bool {
        matches!(self.rol, Rol::Beleid | Rol::Beheer)
    }

    /// Whether this person may answer the requests that they see.
    pub const fn decides(&self) -> bool {
        matches!(self.rol, Rol::Wijkteam | Rol::Regisseur)
    }

    /// Whether this person writes in the plan of a family: who works with it, not who only advises, leads or looks in.
    pub fn writes_plan(&self, dossier: Dossier) -> bool {
        let works = |open: Toegang| {
            open.delen.has(Deel::Plan)
                && matches!(open.relatie, Relatie::Team | Relatie::Regisseur | Relatie::Vervanger)
        };
        self.decides() && self.toegang(dossier).is_some_and(works)
    }

    /// Whether what belongs to a provider is theirs, within a part.
    pub fn has_aanbieder(&self, part: Onderdeel, agb: Option<AgbCode>) -> bool {
        match self.reach(part) {
            Bereik::Alles => true,
            Bereik::Eigen => agb.is_some() && self.aanbieder == agb,
            Bereik::Niets => false,
        }
    }
}

#[cfg(test)]
mod tests;
