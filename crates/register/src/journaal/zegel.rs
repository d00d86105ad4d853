//! Seals: the total of a closed day, signed with a key that is kept outside the database, and itself kept elsewhere.
//!
//! The chain shows every alteration by who cannot write the whole chain anew. Who can (an administrator of the database)
//! cannot sign, and does not hold the copies that are kept elsewhere.

use ed25519_dalek::{Signature, Signer, SigningKey, Verifier, VerifyingKey};

use crate::Fout;
use crate::db::{Rij, Verbinding, Waarde};
use crate::register::hex;

/// The total of a closed day, signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zegel {
    /// Day, in days since 1970-01-01.
    pub dag: i64,
    /// Lines on that day.
    pub regels: i64,
    /// Rows of persons on that day.
    pub personen: i64,
    /// The end of the chain on that day.
    pub keten: Vec<u8>,
    /// The public half of the key.
    pub sleutel: Vec<u8>,
    /// The signature.
    pub handtekening: Vec<u8>,
}

/// A key for seals: the secret half signs, the public half verifies.
#[derive(Clone)]
pub struct Sleutel(SigningKey);

impl std::fmt::Debug for Sleutel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sleutel(..)")
    }
}

impl Sleutel {
    /// A new key, from the randomness of the operating system.
    pub fn generate() -> Result<Self, Fout> {
        let mut secret = [0; 32];
        getrandom::fill(&mut secret).map_err(|e| Fout::Lezen(std::io::Error::other(e.to_string())))?;
        Ok(Self(SigningKey::from_bytes(&secret)))
    }

    /// Reads the secret half: 64 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; 32] = unhex(text.trim())?.try_into().ok()?;
        Some(Self(SigningKey::from_bytes(&bytes)))
    }

    /// The secret half, to be kept in a file that only the one who seals can read.
    pub fn secret(&self) -> String {
        hex(self.0.as_bytes())
    }

    /// The public half, to be kept with the anchors.
    pub fn public(&self) -> String {
        hex(self.0.verifying_key().as_bytes())
    }
}

impl Zegel {
    fn message(dag: i64, regels: i64, personen: i64, keten: &[u8]) -> String {
        format!("leerloop zegel 1\n{dag}\n{regels}\n{personen}\n{}\n", hex(keten))
    }

    pub(super) fn sign(sleutel: &Sleutel, dag: i64, (regels, personen, keten): (i64, i64, Vec<u8>)) -> Self {
        let signature = sleutel.0.sign(Self::message(dag, regels, personen, &keten).as_bytes());
        Self {
            dag,
            regels,
            personen,
            keten,
            sleutel: sleutel.0.verifying_key().as_bytes().to_vec(),
            handtekening: signature.to_bytes().to_vec(),
        }
    }

    /// Whether the holder of the key signed this.
    pub(super) fn is_signed_by(&self, public: &[u8]) -> bool {
        let key = <&[u8; 32]>::try_from(public).ok().and_then(|bytes| VerifyingKey::from_bytes(bytes).ok());
        let (Some(key), Ok(signature)) = (key, Signature::from_slice(&self.handtekening)) else {
            return false;
        };
        let message = Self::message(self.dag, self.regels, self.personen, &self.keten);
        self.sleutel == public && key.verify(message.as_bytes(), &signature).is_ok()
    }

    /// As a line of an anchor file: day, lines, persons, chain, key, signature.
    pub fn line(&self) -> String {
        let (keten, sleutel, signature) = (hex(&self.keten), hex(&self.sleutel), hex(&self.handtekening));
        format!("{} {} {} {keten} {sleutel} {signature}", self.dag, self.regels, self.personen)
    }

    /// Reads a line of an anchor file.
    pub fn parse(line: &str) -> Option<Self> {
        let mut parts = line.split_ascii_whitespace();
        let mut number = || parts.next()?.parse().ok();
        let (dag, regels, personen) = (number()?, number()?, number()?);
        let mut bytes = || unhex(parts.next()?);
        let (keten, sleutel, handtekening) = (bytes()?, bytes()?, bytes()?);
        parts.next().is_none().then_some(Self { dag, regels, personen, keten, sleutel, handtekening })
    }
}

/// Bytes of hexadecimal digits.
pub(super) fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.is_ascii() || !text.len().is_multiple_of(2) {
        return None;
    }
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok()).collect()
}

/// The seals in the register, oldest first.
pub(crate) fn seals(db: &mut Verbinding) -> Result<Vec<Zegel>, Fout> {
    let sql = "SELECT dag, regels, personen, keten, sleutel, handtekening FROM journaal_zegel ORDER BY dag";
    db.query(sql, &[], |row: &Rij<'_>| {
        Ok(Zegel {
            dag: row.number(0)?,
            regels: row.number(1)?,
            personen: row.number(2)?,
            keten: row.bytes(3)?,
            sleutel: row.bytes(4)?,
            handtekening: row.bytes(5)?,
        })
    })
}

/// Seals the days before `today` that have no seal yet.
pub(crate) fn seal(db: &mut Verbinding, sleutel: &Sleutel, today: i64) -> Result<Vec<Zegel>, Fout> {
    let open = db.query(
        "SELECT d.dag, d.aantal, d.personen, d.keten FROM journaal_dag d WHERE d.dag < $1 \
         AND NOT EXISTS (SELECT 1 FROM journaal_zegel z WHERE z.dag = d.dag) ORDER BY d.dag",
        &[today.into()],
        |row| Ok((row.number(0)?, (row.number(1)?, row.number(2)?, row.bytes(3)?))),
    )?;
    let made: Vec<Zegel> = open.into_iter().map(|(dag, total)| Zegel::sign(sleutel, dag, total)).collect();
    for zegel in &made {
        let values: [Waarde<'_>; 6] = [
            zegel.dag.into(),
            zegel.regels.into(),
            zegel.personen.into(),
            zegel.keten.as_slice().into(),
            zegel.sleutel.as_slice().into(),
            zegel.handtekening.as_slice().into(),
        ];
        db.execute_one(
            "INSERT INTO journaal_zegel (dag, regels, personen, keten, sleutel, handtekening) \
             VALUES ($1, $2, $3, $4, $5, $6)",
            &values,
        )?;
    }
    Ok(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_reads_back_and_holds_only_for_what_was_signed() {
        let key = Sleutel::generate().unwrap();
        let again = Sleutel::parse(&key.secret()).unwrap();
        let seal = Zegel::sign(&again, 20_000, (3, 7, vec![5; 32]));
        let public = unhex(&key.public()).unwrap();
        assert!(seal.is_signed_by(&public));
        assert_eq!(Zegel::parse(&seal.line()).as_ref(), Some(&seal));
        assert!(!Zegel { regels: 4, ..seal.clone() }.is_signed_by(&public));
        assert!(!seal.is_signed_by(&unhex(&Sleutel::generate().unwrap().public()).unwrap()));
        assert_eq!(Zegel::parse("1 2 3 aa bb"), None);
        assert_eq!(Zegel::parse("1 2 3 aa bb cc dd"), None);
        assert!(Sleutel::parse("kort").is_none());
    }
}
