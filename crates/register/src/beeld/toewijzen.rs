//! What a professional fills in to allocate help from a line of the plan, and why it could not be sent.

use jiff::civil::Date;
use stelsel::toewijzing::Omvang;
use stelsel::{AgbCode, Gemeentecode, Gezin, Id};

use super::{PlanToewijzing, Woonadres};

/// Help that is allocated from a line of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toewijzen {
    /// The line.
    pub regel: u32,
    /// The provider.
    pub aanbieder: AgbCode,
    /// Category of the product (iJw list JZ020).
    pub categorie: String,
    /// Code within it.
    pub code: Option<String>,
    /// First day.
    pub ingang: Date,
    /// Last day.
    pub eind: Option<Date>,
    /// How much.
    pub omvang: Option<Omvang>,
    /// Budget in eurocents, instead of an amount of help.
    pub budget: Option<i64>,
    /// Who the child is, when no message told before.
    pub client: Option<Clientgegevens>,
}

/// What a first message about a child has to tell beside what is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clientgegevens {
    /// The sex as registered (iJw list COD046).
    pub geslacht: String,
    /// Where the child lives.
    pub adres: Woonadres,
}

/// A change of an allocation that stands on a line of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HulpWijzigen {
    /// Municipality and number.
    pub toewijzing: (Gemeentecode, i64),
    /// The last day that was read.
    pub gelezen: Option<Date>,
    /// What changes.
    pub daad: Hulpdaad,
}

/// What is done with an allocation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hulpdaad {
    /// It gets this last day.
    Einde(Date),
    /// It is taken back as if never sent.
    Intrekken,
}

/// Why nothing was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NietVerstuurd {
    /// The line has an allocation that still counts.
    AlToegewezen,
    /// Somebody else changed the allocation in the meantime.
    Nieuwer,
    /// No message told who the child is: sex and address have to be filled in.
    ClientNodig,
    /// A field is wrong.
    Velden(Vec<Toewijsfout>),
    /// Rules of the standard that the message would break.
    Regels(Vec<&'static ijw::regels::Regel>),
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toewijsfout {
    /// The line is not about one child.
    GeenKind,
    /// The child has no citizen service number or birth date yet.
    KindOnbekend,
    /// The provider is not known.
    Aanbieder,
    /// The category is none of the standard.
    Categorie,
    /// The code does not have the form of a code.
    Code,
    /// The last day lies before the first.
    Einde,
    /// The amount, unit or frequency is none of the standard.
    Omvang,
    /// With a code goes how much.
    OmvangNodig,
    /// Either an amount of help or a budget.
    OmvangOfBudget,
    /// A budget has a last day.
    BudgetEinde,
    /// So much does not fit in a day.
    PerDag,
    /// The address or the sex cannot be sent.
    Client,
    /// Claims were paid: it cannot be taken back any more.
    Gedeclareerd,
}

/// What the form needs by which a line of the plan becomes an allocation, or an allocation is changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HulpBeeld {
    /// The family.
    pub gezin: Id<Gezin>,
    /// Its name.
    pub naam: String,
    /// The line: number and what is done.
    pub regel: Option<(u32, String)>,
    /// For whom.
    pub voor: Option<String>,
    /// The allocation that is changed.
    pub toewijzing: Option<PlanToewijzing>,
    /// Providers that are known.
    pub aanbieders: Vec<(AgbCode, String)>,
    /// No message told who the child is: sex and address have to be filled in.
    pub client_nodig: bool,
    /// Where the family lives, as far as known: street, house, postal code, place.
    pub adres: Option<stelsel::gezin::Adres>,
}
