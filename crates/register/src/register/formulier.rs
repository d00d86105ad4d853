//! A form about one family: within the rights of who sends it, once, with its line in the journal.

use jiff::Timestamp;
use stelsel::toegang::Deel;
use stelsel::{Gezin, Id, Identiteit, Onderdeel, Persoon};

use super::{Register, hex};
use crate::Fout;
use crate::beeld::Gedaan;
use crate::journaal::{Handeling, Regel};
use crate::lezing::Lezing;
use crate::lezing::toegang::dossier_of;
use crate::schrijver::Beurt;

/// How long it is remembered that a form was sent.
const REMEMBERED_MILLIS: i64 = 30 * 24 * 60 * 60 * 1_000;

/// What a form is about, and what it takes.
pub(crate) struct Formulier<'a> {
    /// The family.
    pub(crate) gezin: Id<Gezin>,
    /// The part of the file that has to be open to the sender.
    pub(crate) deel: Deel,
    /// The part of the program it is sent from.
    pub(crate) onderdeel: Onderdeel,
    /// What it is called in the journal.
    pub(crate) handeling: Handeling,
    /// The key of the form ([`Register::form_key`]).
    pub(crate) sleutel: &'a str,
    /// What the sender's role says about it, beside the part of the file.
    pub(crate) mag: bool,
}

impl Register {
    /// A key for a form, so that sending it twice has one effect.
    pub fn form_key() -> Result<String, Fout> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).map_err(|e| Fout::Lezen(std::io::Error::other(e.to_string())))?;
        Ok(hex(&bytes))
    }

    /// Does what a form asks, or writes down that it was refused. The deed hears who sends it, which members of the family are
    /// open to them as a whole, and when it is.
    pub(crate) fn form<M: 'static, N: Send + 'static>(
        &self,
        who: &Identiteit,
        form: &Formulier<'_>,
        deed: impl FnOnce(&mut Beurt<'_>, &Identiteit, &[Id<Persoon>], Timestamp) -> Result<Gedaan<M, N>, Fout>
        + Send
        + 'static,
    ) -> Result<Gedaan<M, N>, Fout> {
        let done = if form.mag { self.once(who, form, deed) } else { Err(Fout::NietGevonden) };
        self.or_refused(who, (form.handeling, form.onderdeel), &form.gezin.to_string(), done)
    }

    /// Does what a form asks, once.
    fn once<M: 'static, N: Send + 'static>(
        &self,
        who: &Identiteit,
        form: &Formulier<'_>,
        deed: impl FnOnce(&mut Beurt<'_>, &Identiteit, &[Id<Persoon>], Timestamp) -> Result<Gedaan<M, N>, Fout>
        + Send
        + 'static,
    ) -> Result<Gedaan<M, N>, Fout> {
        let Formulier { gezin, deel, onderdeel, handeling, sleutel, .. } = *form;
        if sleutel.len() != 32 || !sleutel.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(Fout::Zinloos("the key of a form"));
        }
        let now = self.0.klok.now();
        let open = self.0.lezers.read(|db| {
            Lezing::new(db, who, onderdeel, now, &self.0.kast, self.0.sleutel)
                .open_for(onderdeel, gezin, deel)
        })?;
        let open = open.ok_or(Fout::NietGevonden)?;
        let who = who.clone();
        // Of another's form with the same key nothing can be learned: keys are per account.
        let key = format!("{}:{sleutel}", who.account);
        self.write(move |beurt| {
            // Rights that ended between the look and the deed are ended.
            let (dossier, _) = dossier_of(beurt.db, gezin)?;
            let toegang = who.toegang(dossier).filter(|toegang| toegang.delen.has(deel));
            let toegang = toegang.ok_or(Fout::NietGevonden)?;
            let done = "SELECT uitkomst FROM formulier WHERE sleutel = $1";
            if let Some(outcome) = beurt.db.query_opt(done, &[key.as_str().into()], |row| row.text(0))? {
                return outcome_of(&outcome);
            }
            let outcome = deed(beurt, &who, &open, now)?;
            let Gedaan::Opgeslagen(id, versie) = &outcome else { return Ok(outcome) };
            let oldest = now.as_millisecond() - REMEMBERED_MILLIS;
            beurt.db.execute("DELETE FROM formulier WHERE wanneer < $1", &[oldest.into()])?;
            beurt.db.execute_one(
                "INSERT INTO formulier (sleutel, account, wanneer, uitkomst) VALUES ($1, $2, $3, $4)",
                &[
                    key.as_str().into(),
                    who.account.as_str().into(),
                    now.as_millisecond().into(),
                    format!("{id} {versie}").as_str().into(),
                ],
            )?;
            let members =
                beurt
                    .db
                    .query("SELECT id FROM persoon WHERE gezin = $1", &[(&gezin).into()], |row| row.id(0))?;
            let object = id.to_string();
            let line = Regel {
                doel: toegang.doel,
                grond: toegang.relatie.key(),
                ..Regel::by(&who, now, handeling, onderdeel.key(), &object)
            };
            beurt.pen.write(beurt.db, &line, &members)?;
            Ok(outcome)
        })
    }
}

fn outcome_of<M, N>(text: &str) -> Result<Gedaan<M, N>, Fout> {
    const BROKEN: Fout = Fout::Tegenstrijdig("the outcome of a form cannot be read");
    let (id, versie) = text.split_once(' ').ok_or(BROKEN)?;
    Ok(Gedaan::Opgeslagen(Id::parse(id)?, versie.parse().map_err(|_| BROKEN)?))
}
