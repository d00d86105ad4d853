//! What became of a form that someone sent.

use stelsel::Id;

/// What became of a form about an `M`, of which the readers see an `N`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gedaan<M, N> {
    /// It is stored; this is its version now. A form that is sent twice gets the same answer and does nothing again.
    Opgeslagen(Id<M>, i64),
    /// Someone else changed it in the meantime: nothing is stored, and this is how it stands.
    Nieuwer(Box<N>),
}
