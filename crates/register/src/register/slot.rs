//! The lock of the vault: with which key it opens, and how another key takes over.

use super::lokaal::{invitation_place, totp_place};
use super::{Register, hex};
use crate::db::Waarde;
use crate::journaal::{Handeling, Regel};
use crate::kluis::{Kluis, Plaats, unhex};
use crate::schrijver::Beurt;
use crate::sleutel::Kluissleutel;
use crate::{Fout, eenmalig, instelling, wachtwoord};

/// The setting by which a key is known to fit.
const PROEF: &str = "kluisproef";
/// Values that get the new key in one transaction.
const TOGETHER: i64 = 50;

/// What is made ready when the key is given.
pub(super) struct Gereed {
    pub(super) kluis: Kluis,
    /// A hash of nothing that anyone knows, for accounts that do not exist.
    pub(super) schijn: String,
}

/// A table with sealed values: what to read of it from a place on, and how a value is renewed if it is still the one read.
struct Kast {
    lees: &'static str,
    vernieuw: &'static str,
    plaats: fn(&str) -> Plaats<'_>,
}

const KASTEN: [Kast; 2] = [
    Kast {
        lees: "SELECT account, geheim FROM totp WHERE account > $1 ORDER BY account LIMIT $2",
        vernieuw: "UPDATE totp SET geheim = $1 WHERE account = $2 AND geheim = $3",
        plaats: totp_place,
    },
    Kast {
        lees: "SELECT account, geheim FROM uitnodiging WHERE account > $1 ORDER BY account LIMIT $2",
        vernieuw: "UPDATE uitnodiging SET geheim = $1 WHERE account = $2 AND geheim = $3",
        plaats: invitation_place,
    },
];

const fn proof_place() -> Plaats<'static> {
    Plaats { tabel: "instelling", kolom: "waarde", rij: PROEF }
}

impl Register {
    /// Opens the vault of this register. The first key that is given is the one that fits from then on.
    pub fn unlock(&self, key: &Kluissleutel) -> Result<(), Fout> {
        self.unlock_with(key, &[])
    }

    /// Opens the vault with the key that seals from now on, and others that open what was sealed before. One of them has to
    /// be the key of this register.
    pub fn unlock_with(&self, key: &Kluissleutel, others: &[Kluissleutel]) -> Result<(), Fout> {
        let kluis = Kluis::new(key, others);
        let proof = hex(&kluis.seal(proof_place(), b"leerloop")?);
        let now = self.0.klok.now();
        let stored = self.write(move |beurt| {
            if let Some(stored) = instelling::read(beurt.db, PROEF)? {
                return Ok(stored);
            }
            instelling::put(beurt.db, PROEF, &proof)?;
            let line = Regel::by_program(now, Handeling::Inrichten, "instelling", PROEF);
            beurt.pen.write(beurt.db, &line, &[])?;
            Ok(proof)
        })?;
        let sealed = unhex(&stored).ok_or(Fout::Sleutel)?;
        kluis.open(proof_place(), &sealed).map_err(|_| Fout::Sleutel)?;
        let schijn = wachtwoord::hash(&eenmalig::new_code::<20>()?)?;
        // A second call changes nothing: the key was the same.
        let _ = self.0.lokaal.set(Gereed { kluis, schijn });
        Ok(())
    }

    /// Whether accounts of our own can be used: whether the key was given.
    pub fn has_local_accounts(&self) -> bool {
        self.0.lokaal.get().is_some()
    }

    pub(super) fn ready(&self) -> Result<&Gereed, Fout> {
        self.0.lokaal.get().ok_or(Fout::GeenSleutel)
    }

    /// Seals everything in the vault anew with the key of [`Register::unlock_with`], a part at a time, while the register is
    /// in use. After an interruption it goes on when it is asked again. Gives how many values got the new key.
    pub fn rotate_key(&self) -> Result<u64, Fout> {
        self.ready()?;
        let mut renewed = 0;
        for kast in &KASTEN {
            let mut from = Some(String::new());
            while let Some(place) = from {
                let me = self.clone();
                let (count, next) = self.write(move |beurt| me.reseal_part(beurt, kast, &place))?;
                renewed += count;
                from = next;
            }
        }
        // The proof last: as long as it is under the old key, that key still fits.
        let (me, now) = (self.clone(), self.0.klok.now());
        self.write(move |beurt| {
            let stored =
                instelling::read(beurt.db, PROEF)?.as_deref().and_then(unhex).ok_or(Fout::Sleutel)?;
            if let Some(sealed) = me.ready()?.kluis.reseal(proof_place(), &stored)? {
                instelling::put(beurt.db, PROEF, &hex(&sealed))?;
                let line = Regel::by_program(now, Handeling::Inrichten, "instelling", PROEF);
                beurt.pen.write(beurt.db, &line, &[])?;
            }
            Ok(())
        })?;
        Ok(renewed)
    }

    /// Renews the values after a place; gives how many, and the place to go on from.
    fn reseal_part(
        &self,
        beurt: &mut Beurt<'_>,
        kast: &Kast,
        from: &str,
    ) -> Result<(u64, Option<String>), Fout> {
        let read = |row: &crate::db::Rij<'_>| Ok((row.text(0)?, row.bytes(1)?));
        let found: Vec<(String, Vec<u8>)> =
            beurt.db.query(kast.lees, &[from.into(), TOGETHER.into()], read)?;
        let mut renewed = 0;
        for (account, sealed) in &found {
            if let Some(new) = self.ready()?.kluis.reseal((kast.plaats)(account), sealed)? {
                let values: [Waarde<'_>; 3] =
                    [new.as_slice().into(), account.as_str().into(), sealed.as_slice().into()];
                renewed += beurt.db.execute(kast.vernieuw, &values)?;
            }
        }
        let more = i64::try_from(found.len()).is_ok_and(|n| n == TOGETHER);
        Ok((renewed, found.into_iter().next_back().filter(|_| more).map(|(account, _)| account)))
    }
}
