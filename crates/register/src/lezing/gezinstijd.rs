//! A family through time: who belongs to it, where they live, who stands around them.

use std::collections::{BTreeMap, BTreeSet};

use stelsel::gezin::Adres;
use stelsel::omgeving::NetwerkSoort;
use stelsel::persoon::{GezinsRol, Persoon};
use stelsel::toegang::{Deel, Maat, Relatie, Toegang};
use stelsel::{Gezin, Id, Onderdeel, Wijkcode};

use super::Lezing;
use super::leden::{authority, former, has_authority};
use super::toegang::dossier_of;
use crate::Fout;
use crate::beeld::{
    BewonerRegel, GezinnenFilter, HuishoudenBeeld, LedenBeeld, LidBeeld, NetwerkRegel, SamenRegel,
};
use crate::db::Rij;

/// Reads an address of four columns.
pub(super) fn address(row: &Rij<'_>, at: usize) -> Result<Option<Adres>, Fout> {
    let adres = Adres {
        straat: row.text_opt(at)?,
        huis: row.text_opt(at + 1)?,
        postcode: row.text_opt(at + 2)?,
        plaats: row.text_opt(at + 3)?,
    };
    Ok((adres != Adres::default()).then_some(adres))
}

impl Lezing<'_> {
    /// Who belongs to a family and belonged to it, its households and who stands around it. A member of the family sees the
    /// address of where they live themselves and of no other household.
    pub fn leden(&mut self, id: Id<Gezin>) -> Result<LedenBeeld, Fout> {
        self.enter(Onderdeel::Leden)?;
        let (dossier, naam) = dossier_of(self.db, id)?;
        let toegang = self.enter_file(dossier)?;
        let Some((leden, maten)) = self.open_members(id, toegang)? else { return Err(Fout::NietGevonden) };
        self.seen.extend(leden.iter().map(|m| m.id));
        let wijzigt = self.who.decides() && toegang.delen.has(Deel::Toegang);
        let (wijk, adres) = self
            .db
            .query_opt(
                "SELECT w.naam, g.straat, g.huis, g.postcode, g.plaats FROM gezin g LEFT JOIN wijk w ON w.code = g.wijk WHERE g.id = $1",
                &[(&id).into()],
                |row| Ok((row.text_opt(0)?, address(row, 1)?)),
            )?
            .ok_or(Fout::NietGevonden)?;
        let elsewhere = toegang.relatie == Relatie::Lid && self.lives_elsewhere(id)?;
        let gezag = if toegang.relatie == Relatie::Lid { Vec::new() } else { self.who_decides(id, &leden)? };
        Ok(LedenBeeld {
            gezin: id,
            naam,
            wijk,
            adres: adres.filter(|_| toegang.delen.has(Deel::Adres) && !elsewhere),
            wijzigt,
            bron: false,
            huishoudens: self.households(id, toegang, &leden)?,
            netwerk: self.all_around(id, toegang, &leden, &maten)?,
            leden: self.through_time(id, leden)?,
            gezag,
            samen: if wijzigt { self.brought_together(id)? } else { Vec::new() },
            vragen: if wijzigt { self.questions_before(id)? } else { Vec::new() },
            andere: if wijzigt { self.others(id)? } else { Vec::new() },
        })
    }

    /// What the form for a new family chooses from: neighbourhoods, the own ones first.
    pub fn nieuw_gezin(&mut self) -> Result<Vec<(Wijkcode, String)>, Fout> {
        self.enter(Onderdeel::NieuwGezin)?;
        self.all_wijken()
    }

    fn who_decides(&mut self, id: Id<Gezin>, leden: &[Persoon]) -> Result<Vec<(String, String, bool)>, Fout> {
        let known = authority(self.db, id)?;
        let parents = || leden.iter().filter(|m| matches!(m.rol, GezinsRol::Ouder | GezinsRol::Voogd));
        let of = |child: &Persoon| {
            let child = child.clone();
            let known = &known;
            parents()
                .map(move |p| (child.naam.given(), p.naam.full(), has_authority(&child, p, known)))
                .collect::<Vec<_>>()
        };
        Ok(leden.iter().filter(|m| m.rol == GezinsRol::Jeugdige).flat_map(of).collect())
    }

    fn through_time(&mut self, id: Id<Gezin>, leden: Vec<Persoon>) -> Result<Vec<LidBeeld>, Fout> {
        let former = former(self.db, id, self.today)?;
        let mut lines: BTreeMap<_, Vec<_>> = BTreeMap::new();
        self.db.query(
            "SELECT coalesce(p.samen, p.id), l.van, l.tot FROM lidmaatschap l JOIN persoon p ON p.id = l.persoon \
             WHERE l.gezin = $1 AND l.vergissing = 0 ORDER BY l.van, l.wanneer, l.id",
            &[(&id).into()],
            |row| {
                let line = (row.day_opt(1)?, row.day_opt(2)?);
                if line != (None, None) {
                    lines.entry(row.id(0)?).or_default().push(line);
                }
                Ok(())
            },
        )?;
        let mut out = Vec::new();
        for persoon in leden {
            let sql =
                "SELECT p.versie, g.id, g.naam FROM persoon p JOIN gezin g ON g.id = p.gezin WHERE p.id = $1";
            let (versie, own, naam): (i64, Id<Gezin>, String) = self
                .db
                .query_opt(sql, &[(&persoon.id).into()], |row| {
                    Ok((row.number(0)?, row.id(1)?, row.text(2)?))
                })?
                .ok_or(Fout::NietGevonden)?;
            let opens = own != id && self.who.toegang(dossier_of(self.db, own)?.0).is_some();
            out.push(LidBeeld {
                versie,
                tijd: lines.remove(&persoon.id).unwrap_or_default(),
                vroeger: former.contains(&persoon.id),
                eigen_gezin: (own != id)
                    .then(|| (opens.then_some(own), if opens { naam } else { String::new() })),
                persoon,
            });
        }
        out.sort_by_key(|lid| lid.vroeger);
        Ok(out)
    }

    /// The households in which the reader lives now.
    fn own_homes(&mut self, id: Id<Gezin>) -> Result<BTreeSet<Vec<u8>>, Fout> {
        let Some(me) = self.who.persoon else { return Ok(BTreeSet::new()) };
        let rows = self.db.query(
            "SELECT b.huishouden FROM bewoning b JOIN huishouden h ON h.id = b.huishouden JOIN persoon p ON p.id = b.persoon \
             WHERE h.gezin = $1 AND coalesce(p.samen, p.id) = $2 AND (b.tot IS NULL OR b.tot >= $3) AND (h.tot IS NULL OR h.tot >= $3)",
            &[(&id).into(), (&me).into(), self.today.into()],
            |row| row.bytes(0),
        )?;
        Ok(rows.into_iter().collect())
    }

    /// Whether the reader, a member of the family, lives in another household than the one of its address.
    pub(super) fn lives_elsewhere(&mut self, id: Id<Gezin>) -> Result<bool, Fout> {
        let homes = self.own_homes(id)?;
        if homes.is_empty() {
            return Ok(false);
        }
        let of_family = self.db.query(
            "SELECT h.id FROM huishouden h JOIN gezin g ON g.id = h.gezin WHERE g.id = $1 AND h.voordeur = g.voordeur",
            &[(&id).into()],
            |row| row.bytes(0),
        )?;
        Ok(!of_family.iter().any(|home| homes.contains(home)))
    }

    fn households(
        &mut self,
        id: Id<Gezin>,
        toegang: Toegang,
        leden: &[Persoon],
    ) -> Result<Vec<HuishoudenBeeld>, Fout> {
        let member = toegang.relatie == Relatie::Lid;
        let homes = if member { self.own_homes(id)? } else { BTreeSet::new() };
        let mut out = self.db.query(
            "SELECT id, naam, straat, huis, postcode, plaats, van, tot, bron, versie FROM huishouden WHERE gezin = $1 \
             ORDER BY CASE WHEN tot IS NULL THEN 0 ELSE 1 END, naam, id",
            &[(&id).into()],
            |row| {
                let open = toegang.delen.has(Deel::Adres) && (!member || homes.contains(&row.bytes(0)?));
                Ok(HuishoudenBeeld {
                    id: row.id(0)?,
                    naam: row.text(1)?,
                    adres: address(row, 2)?.filter(|_| open),
                    van: row.day_opt(6)?,
                    tot: row.day_opt(7)?,
                    uit_bericht: row.text(8)? == "bericht",
                    versie: row.number(9)?,
                    bewoners: Vec::new(),
                })
            },
        )?;
        for home in &mut out {
            home.bewoners = self.db.query(
                "SELECT b.id, coalesce(p.samen, p.id), b.hoe, b.van, b.tot FROM bewoning b JOIN persoon p ON p.id = b.persoon \
                 WHERE b.huishouden = $1 ORDER BY CASE WHEN b.tot IS NULL THEN 0 ELSE 1 END, b.van, p.rol, p.geboren, b.id",
                &[(&home.id).into()],
                |row| {
                    Ok(BewonerRegel {
                        id: row.id(0)?,
                        persoon: row.id(1)?,
                        naam: String::new(),
                        hoe: row.text(2)?,
                        van: row.day_opt(3)?,
                        tot: row.day_opt(4)?,
                    })
                },
            )?;
            for line in &mut home.bewoners {
                let known = leden.iter().find(|m| m.id == line.persoon);
                line.naam = known.map(|m| m.naam.given()).unwrap_or_default();
            }
            home.bewoners.retain(|line| !line.naam.is_empty());
        }
        Ok(out)
    }

    /// Who stands around the family now: for the picture.
    pub(super) fn around(
        &mut self,
        id: Id<Gezin>,
        toegang: Toegang,
        leden: &[Persoon],
        maten: &[Maat],
    ) -> Result<Vec<NetwerkRegel>, Fout> {
        // Who only sees the outline of the help has no need of the people around a family.
        if !toegang.delen.has(Deel::Toegang) {
            return Ok(Vec::new());
        }
        let mut around = self.all_around(id, toegang, leden, maten)?;
        around.retain(|one| !one.vroeger);
        Ok(around)
    }

    fn all_around(
        &mut self,
        id: Id<Gezin>,
        toegang: Toegang,
        leden: &[Persoon],
        maten: &[Maat],
    ) -> Result<Vec<NetwerkRegel>, Fout> {
        let today = self.today;
        let mut rows = self.db.query(
            "SELECT n.id, coalesce(p.samen, p.id), n.soort, n.naam, n.wat, n.telefoon, n.tekst, n.van, n.tot, n.versie FROM netwerk n \
             LEFT JOIN persoon p ON p.id = n.persoon WHERE n.gezin = $1 \
             ORDER BY CASE WHEN n.tot IS NULL THEN 0 ELSE 1 END, n.soort, n.naam, n.id",
            &[(&id).into()],
            |row| {
                let about = row.bytes_opt(1)?.map(|bytes| Id::<Persoon>::try_from(bytes.as_slice())).transpose()?;
                let name = about.map(|about| {
                    let known = leden.iter().find(|m| m.id == about);
                    (about, known.map(|m| m.naam.given()).unwrap_or_default())
                });
                let tot = row.day_opt(8)?;
                Ok(NetwerkRegel {
                    id: row.id(0)?,
                    persoon: name,
                    soort: NetwerkSoort::from_number(row.number(2)?)
                        .ok_or(Fout::Tegenstrijdig("someone around a family is of an unknown kind"))?,
                    naam: row.text(3)?,
                    wat: row.text(4)?,
                    telefoon: row.text(5)?,
                    tekst: row.text(6)?,
                    van: row.day_opt(7)?,
                    tot,
                    vroeger: tot.is_some_and(|last| last < today),
                    versie: row.number(9)?,
                })
            },
        )?;
        if toegang.relatie == Relatie::Lid {
            // Of another member who is not open as a whole, the people around them are theirs.
            let whole = |about: Id<Persoon>| {
                leden.iter().zip(maten).any(|(m, maat)| m.id == about && *maat == Maat::Geheel)
            };
            rows.retain(|one| one.persoon.as_ref().is_none_or(|(about, _)| whole(*about)));
        }
        Ok(rows)
    }

    /// What was brought together with this family and its members, newest first.
    pub(super) fn brought_together(&mut self, id: Id<Gezin>) -> Result<Vec<SamenRegel>, Fout> {
        let mut out = self.db.query(
            "SELECT s.id, w.naam, w.straat, w.huis, w.postcode, w.plaats, n.naam, s.wanneer, a.naam FROM gezin w \
             JOIN samenvoeging s ON s.weg = w.id JOIN gezin n ON n.id = s.naar LEFT JOIN account a ON a.sleutel = s.door \
             WHERE w.samen = $1 AND s.ongedaan IS NULL AND s.soort = 'gezin'",
            &[(&id).into()],
            |row| {
                Ok(SamenRegel {
                    id: row.id(0)?,
                    gezin: true,
                    weg: row.text(1)?,
                    adres: address(row, 2)?,
                    naar: row.text(6)?,
                    wanneer: row.moment(7)?,
                    door: row.text_opt(8)?,
                })
            },
        )?;
        out.extend(self.db.query(
            "SELECT s.id, w.achternaam, w.voorvoegsel, w.voornamen, w.voorletters, n.achternaam, n.voorvoegsel, n.voornamen, \
             n.voorletters, s.wanneer, a.naam FROM persoon w JOIN samenvoeging s ON s.weg = w.id JOIN persoon n ON n.id = s.naar \
             LEFT JOIN account a ON a.sleutel = s.door WHERE w.gezin = $1 AND s.ongedaan IS NULL AND s.soort = 'persoon'",
            &[(&id).into()],
            |row| {
                Ok(SamenRegel {
                    id: row.id(0)?,
                    gezin: false,
                    weg: name_at(row, 1)?.full(),
                    adres: None,
                    naar: name_at(row, 5)?.full(),
                    wanneer: row.moment(9)?,
                    door: row.text_opt(10)?,
                })
            },
        )?);
        out.sort_by_key(|one| std::cmp::Reverse((one.wanneer, one.id)));
        Ok(out)
    }

    fn questions_before(&mut self, id: Id<Gezin>) -> Result<Vec<(jiff::civil::Date, String)>, Fout> {
        let sql = "SELECT dag, tekst FROM vraag WHERE gezin = $1 ORDER BY dag, id";
        self.db.query(sql, &[(&id).into()], |row| Ok((row.day(0)?, row.text(1)?)))
    }

    /// Families of the reader by name, without this one: the first of them, to choose from.
    fn others(&mut self, id: Id<Gezin>) -> Result<Vec<(Id<Gezin>, String)>, Fout> {
        let mut all = self.family_names(&GezinnenFilter::default())?;
        all.retain(|(other, _)| *other != id);
        Ok(all)
    }
}

/// Reads a name of four columns.
pub(super) fn name_at(row: &Rij<'_>, at: usize) -> Result<stelsel::persoon::Naam, Fout> {
    Ok(stelsel::persoon::Naam {
        achternaam: row.text(at)?,
        voorvoegsel: row.text_opt(at + 1)?,
        voornamen: row.text_opt(at + 2)?,
        voorletters: row.text_opt(at + 3)?,
    })
}
