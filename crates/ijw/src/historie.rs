//! What was exchanged before: all that the rules of level 3 ask for.

mod levering;
mod rijen;
mod toewijzing;

pub(crate) use levering::Lijnstand;
pub use levering::{Levering, Leverlijn, Leverstaat, Stop};
pub use rijen::{Antwoord, Declaratie, Keten, Prestatie, Verzoek};
pub(crate) use rijen::{CREDIT, DEBET, teruggenomen};
pub(crate) use toewijzing::kandidaten;
pub use toewijzing::{Toewijzing, nieuwste};

use crate::basis::{
    BurgerServicenummer, Datum, DeclaratieNummer, IdentificatieBericht, Nummer, ReferentieNummer,
    ReferentieTekst,
};
use crate::berichttype::Berichttype;

/// What one party sent and received before.
///
/// A history belongs to **one** party: a municipality with all of its providers, or a provider with all of its
/// municipalities. It holds the messages of both directions, as far as they count as sent: what a retour rejected is not in
/// it. Every question is about one [`Keten`], because a party can only be held to what it could know (OP095), and that is
/// what went between the two.
///
/// Each method can be answered from rows that were fetched beforehand for the one message that is judged: by its numbers,
/// references and citizen service numbers. Nothing is ever asked about a party as a whole, but [`Self::laatste_periode`].
pub trait Historie {
    /// Whether a message of this type with this Identificatie went over the chain before, rejected or not (TR056). Of a
    /// retour message no Identificatie counts but that of the message it answers.
    fn identificatie_gebruikt(
        &self,
        keten: &Keten,
        berichttype: Berichttype,
        identificatie: &IdentificatieBericht,
    ) -> bool;

    /// Whether the receiver knows the client, as somebody it has to do with on this chain (TR304).
    fn client_bekend(&self, keten: &Keten, bsn: &BurgerServicenummer) -> bool;

    /// Every version of an allocation that was sent, in any order.
    fn toewijzing(&self, keten: &Keten, nummer: Nummer) -> &[Toewijzing];

    /// The numbers of the allocations of a client, each once.
    fn toewijzingen_van(&self, keten: &Keten, bsn: &BurgerServicenummer) -> &[Nummer];

    /// The numbers of the allocations that were sent with this ReferentieAanbieder.
    fn toewijzingen_op(&self, keten: &Keten, referentie: &ReferentieTekst) -> &[Nummer];

    /// Every start and stop line of a client on one line of care, withdrawals included, in any order.
    fn leveringen(&self, keten: &Keten, bsn: &BurgerServicenummer, lijn: &Leverlijn) -> &[Levering];

    /// The request with this ReferentieAanbieder.
    fn verzoek(&self, keten: &Keten, referentie: &ReferentieTekst) -> Option<&Verzoek>;

    /// The references of the requests for a client, answered or not.
    fn verzoeken_van(&self, keten: &Keten, bsn: &BurgerServicenummer) -> &[ReferentieTekst];

    /// The answers (JW319) to a request.
    fn antwoorden(&self, keten: &Keten, referentie: &ReferentieTekst) -> &[Antwoord];

    /// The claims on an allocation that were not rejected, debit and credit.
    fn prestaties_op(&self, keten: &Keten, toewijzing: Nummer) -> &[Prestatie];

    /// The claim with this ReferentieNummer, when it was not rejected.
    fn prestatie(&self, keten: &Keten, referentie: &ReferentieNummer) -> Option<&Prestatie>;

    /// The declaration with this number, when it was not rejected as a whole.
    fn declaratie(&self, keten: &Keten, nummer: &DeclaratieNummer) -> Option<&Declaratie>;

    /// The first day of the latest DeclaratiePeriode that was claimed.
    fn laatste_periode(&self, keten: &Keten) -> Option<Datum>;
}

/// Whether a request awaits its final answer: no allocation came of it and it was not turned down. A request that is being
/// investigated is still open.
pub fn is_open(historie: &(impl Historie + ?Sized), keten: &Keten, referentie: &ReferentieTekst) -> bool {
    historie.verzoek(keten, referentie).is_some()
        && historie.toewijzingen_op(keten, referentie).is_empty()
        && !historie.antwoorden(keten, referentie).iter().any(Antwoord::is_definitief)
}
