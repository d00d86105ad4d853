//! Who reads what a family and who helps it write to each other.
//!
//! A family has one thread. A young person with a door of their own has a second one, which only the young person and the
//! professional read: parents do not, brothers and sisters do not, and of the professionals only who is there for this family by
//! name. Without such a person the team reads it, so that nothing lies unseen.

use crate::persoon::GezinsRol;
use crate::toegang::Relatie;

/// Whether a professional with this relation reads the thread of a young person's own.
pub const fn leest_eigen_draad(relatie: Relatie, regisseur_bekend: bool) -> bool {
    match relatie {
        Relatie::Regisseur | Relatie::Vervanger => true,
        Relatie::Team => !regisseur_bekend,
        _ => false,
    }
}

/// Whether a member of the family with a door reads the thread of the family. A parent without authority over any of the children
/// is told what concerns them by being told, not by reading along (BW 1:377c).
pub const fn leest_gezinsdraad(rol: GezinsRol, gezag: bool) -> bool {
    match rol {
        GezinsRol::Jeugdige | GezinsRol::Pleegouder => true,
        GezinsRol::Ouder | GezinsRol::Voogd => gezag,
        GezinsRol::Ander => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_thread_is_of_few() {
        for relatie in Relatie::ALL {
            let named = matches!(relatie, Relatie::Regisseur | Relatie::Vervanger);
            assert_eq!(leest_eigen_draad(relatie, true), named, "{relatie:?}");
            assert_eq!(leest_eigen_draad(relatie, false), named || relatie == Relatie::Team, "{relatie:?}");
        }
    }

    #[test]
    fn a_parent_without_authority_does_not_read_along() {
        for gezag in [true, false] {
            assert!(leest_gezinsdraad(GezinsRol::Jeugdige, gezag));
            assert!(leest_gezinsdraad(GezinsRol::Pleegouder, gezag));
            assert_eq!(leest_gezinsdraad(GezinsRol::Ouder, gezag), gezag);
            assert_eq!(leest_gezinsdraad(GezinsRol::Voogd, gezag), gezag);
            assert!(!leest_gezinsdraad(GezinsRol::Ander, gezag));
        }
    }
}
