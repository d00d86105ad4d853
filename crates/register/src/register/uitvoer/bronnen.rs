//! Where what is taken away comes from: the rows about a person, per part of the export.

use crate::Fout;
use crate::db::{Rij, day_of};

/// How the value in a column is written down.
#[derive(Clone, Copy)]
pub(super) enum Hoe {
    Tekst,
    Getal,
    Dag,
    Seconden,
    Moment,
    Euro,
}

pub(super) type Bron = (&'static str, &'static str, &'static [(&'static str, Hoe)]);

/// The rows about a person, per part of the export.
pub(super) const BRONNEN: &[Bron] = &[
    (
        "persoon",
        "SELECT achternaam, voorvoegsel, voornamen, voorletters, geboren, bsn FROM persoon WHERE id = $1",
        &[
            ("achternaam", Hoe::Tekst),
            ("voorvoegsel", Hoe::Tekst),
            ("voornamen", Hoe::Tekst),
            ("voorletters", Hoe::Tekst),
            ("geboren", Hoe::Dag),
            ("bsn", Hoe::Getal),
        ],
    ),
    (
        "adres",
        // Who lives in another household of the family only, does not live at its address.
        "SELECT g.straat, g.huis, g.postcode, g.plaats FROM persoon p JOIN gezin g ON g.id = p.gezin WHERE p.id = $1 \
         AND (NOT EXISTS (SELECT 1 FROM bewoning b JOIN huishouden h ON h.id = b.huishouden WHERE b.persoon = p.id AND b.tot IS NULL \
         AND h.gezin = g.id) OR EXISTS (SELECT 1 FROM bewoning b JOIN huishouden h ON h.id = b.huishouden WHERE b.persoon = p.id \
         AND b.tot IS NULL AND h.gezin = g.id AND h.voordeur = g.voordeur))",
        &[("straat", Hoe::Tekst), ("huis", Hoe::Tekst), ("postcode", Hoe::Tekst), ("plaats", Hoe::Tekst)],
    ),
    (
        "lidmaatschappen",
        "SELECT g.naam, l.van, l.tot FROM lidmaatschap l JOIN gezin g ON g.id = l.gezin WHERE l.persoon = $1 AND l.vergissing = 0 \
         ORDER BY l.wanneer, l.id",
        &[("gezin", Hoe::Tekst), ("van", Hoe::Dag), ("tot", Hoe::Dag)],
    ),
    // Where it is, is told to who lives there.
    (
        "huishoudens",
        "SELECT h.naam, b.hoe, b.van, b.tot FROM bewoning b JOIN huishouden h ON h.id = b.huishouden WHERE b.persoon = $1 ORDER BY b.van, b.id",
        &[("huishouden", Hoe::Tekst), ("hoe", Hoe::Tekst), ("van", Hoe::Dag), ("tot", Hoe::Dag)],
    ),
    (
        "netwerk",
        "SELECT naam, wat, tekst, van, tot FROM netwerk WHERE persoon = $1 ORDER BY soort, id",
        &[
            ("naam", Hoe::Tekst),
            ("wat", Hoe::Tekst),
            ("tekst", Hoe::Tekst),
            ("van", Hoe::Dag),
            ("tot", Hoe::Dag),
        ],
    ),
    (
        "toewijzingen",
        "SELECT v.nummer, v.moment, a.naam, v.categorie, v.code, v.ingang, v.eind, v.volume, v.eenheid, v.frequentie, v.budget, \
         v.reden_wijziging FROM toewijzing_versie v LEFT JOIN aanbieder a ON a.agb = v.aanbieder WHERE v.persoon = $1 \
         ORDER BY v.moment, v.nummer, v.bericht",
        &[
            ("nummer", Hoe::Getal),
            ("besloten", Hoe::Seconden),
            ("aanbieder", Hoe::Tekst),
            ("categorie", Hoe::Tekst),
            ("product", Hoe::Tekst),
            ("ingang", Hoe::Dag),
            ("eind", Hoe::Dag),
            ("volume", Hoe::Getal),
            ("eenheid", Hoe::Tekst),
            ("frequentie", Hoe::Tekst),
            ("budget", Hoe::Euro),
            ("reden", Hoe::Tekst),
        ],
    ),
    (
        "leveringen",
        "SELECT l.nummer, a.naam, l.categorie, l.code, l.begin, l.eind, l.reden, l.dagtekening FROM levering l \
         LEFT JOIN aanbieder a ON a.agb = l.aanbieder WHERE l.persoon = $1 ORDER BY l.dagtekening, l.bericht, l.volgnr",
        &[
            ("nummer", Hoe::Getal),
            ("aanbieder", Hoe::Tekst),
            ("categorie", Hoe::Tekst),
            ("product", Hoe::Tekst),
            ("begin", Hoe::Dag),
            ("eind", Hoe::Dag),
            ("reden", Hoe::Tekst),
            ("dagtekening", Hoe::Dag),
        ],
    ),
    (
        "verzoeken",
        "SELECT v.referentie, a.naam, v.categorie, v.code, v.ingang, v.eind, v.verwijzer, v.dagtekening FROM verzoek v \
         LEFT JOIN aanbieder a ON a.agb = v.aanbieder WHERE v.persoon = $1 ORDER BY v.dagtekening, v.id",
        &[
            ("referentie", Hoe::Tekst),
            ("aanbieder", Hoe::Tekst),
            ("categorie", Hoe::Tekst),
            ("product", Hoe::Tekst),
            ("ingang", Hoe::Dag),
            ("eind", Hoe::Dag),
            ("verwijzer", Hoe::Tekst),
            ("dagtekening", Hoe::Dag),
        ],
    ),
    (
        "declaraties",
        "SELECT r.nummer, a.naam, r.code, r.begin, r.eind, r.volume, r.eenheid, r.bedrag FROM prestatie r \
         LEFT JOIN aanbieder a ON a.agb = r.aanbieder WHERE r.persoon = $1 ORDER BY r.begin, r.bericht, r.volgnr",
        &[
            ("nummer", Hoe::Getal),
            ("aanbieder", Hoe::Tekst),
            ("product", Hoe::Tekst),
            ("begin", Hoe::Dag),
            ("eind", Hoe::Dag),
            ("volume", Hoe::Getal),
            ("eenheid", Hoe::Tekst),
            ("bedrag", Hoe::Euro),
        ],
    ),
    (
        "correcties",
        "SELECT tekst, geplaatst, antwoord, beantwoord FROM correctie WHERE persoon = $1 ORDER BY geplaatst, id",
        &[
            ("tekst", Hoe::Tekst),
            ("geplaatst", Hoe::Moment),
            ("antwoord", Hoe::Tekst),
            ("beantwoord", Hoe::Moment),
        ],
    ),
    (
        "brieven",
        "SELECT soort, gemaakt, adres, onderwerp, tekst FROM brief WHERE persoon = $1 OR aan = $1 \
         OR (persoon IS NULL AND aan IS NULL AND gezin = (SELECT gezin FROM persoon WHERE id = $1)) ORDER BY gemaakt, id",
        &[
            ("soort", Hoe::Tekst),
            ("gemaakt", Hoe::Moment),
            ("aan", Hoe::Tekst),
            ("onderwerp", Hoe::Tekst),
            ("tekst", Hoe::Tekst),
        ],
    ),
    (
        "bewaren",
        "SELECT soort, reden, van, tot FROM vernietigingsstop WHERE persoon = $1 ORDER BY van, id",
        &[("soort", Hoe::Tekst), ("reden", Hoe::Tekst), ("van", Hoe::Dag), ("tot", Hoe::Dag)],
    ),
    // What a person wrote in the thread of the family, and what professionals wrote there.
    (
        "post",
        "SELECT p.geplaatst, CASE WHEN a.persoon IS NULL AND a.afgeschermd = 0 THEN a.naam END, p.tekst FROM persoon me JOIN post p ON p.gezin = me.gezin \
         AND p.persoon IS NULL LEFT JOIN account a ON a.sleutel = p.auteur WHERE me.id = $1 AND (p.van_gezin = 0 OR a.persoon = me.id) \
         ORDER BY p.geplaatst, p.id",
        &[("geplaatst", Hoe::Moment), ("wie", Hoe::Tekst), ("tekst", Hoe::Tekst)],
    ),
    (
        "delingen",
        "SELECT naam, wat, doel, van, tot, ingetrokken FROM deling WHERE persoon = $1 ORDER BY van, id",
        &[
            ("met", Hoe::Tekst),
            ("wat", Hoe::Tekst),
            ("waarvoor", Hoe::Tekst),
            ("van", Hoe::Moment),
            ("tot", Hoe::Moment),
            ("ingetrokken", Hoe::Moment),
        ],
    ),
    (
        "verwijzingen",
        "SELECT v.geplaatst, a.naam, v.inhoud, v.antwoord FROM verwijzing v LEFT JOIN account a ON a.sleutel = v.door \
         WHERE v.persoon = $1 ORDER BY v.geplaatst, v.id",
        &[
            ("geplaatst", Hoe::Moment),
            ("verwijzer", Hoe::Tekst),
            ("inhoud", Hoe::Tekst),
            ("antwoord", Hoe::Tekst),
        ],
    ),
    // Members of a family, and staff who are shielded, are told of by their role.
    (
        "inzagen",
        "SELECT j.wanneer, CASE WHEN j.rol = 'gezinslid' OR a.afgeschermd <> 0 THEN NULL ELSE a.naam END, j.rol, j.doel, j.handeling, \
         j.onderdeel FROM journaal_persoon x JOIN journaal j ON j.dag = x.dag AND j.nr = x.nr LEFT JOIN account a ON a.sleutel = j.wie \
         WHERE x.persoon = $1 AND (j.onderdeel <> 'post' OR j.object NOT LIKE '%/%') ORDER BY x.dag, x.nr",
        &[
            ("wanneer", Hoe::Moment),
            ("wie", Hoe::Tekst),
            ("rol", Hoe::Tekst),
            ("doel", Hoe::Tekst),
            ("handeling", Hoe::Tekst),
            ("onderdeel", Hoe::Tekst),
        ],
    ),
];

/// The thread of a young person's own: to that person alone, whoever else may have the rest.
pub(super) const EIGEN_POST: Bron = (
    "eigen-post",
    "SELECT p.geplaatst, a.naam, p.tekst FROM post p LEFT JOIN account a ON a.sleutel = p.auteur WHERE p.persoon = $1 \
     ORDER BY p.geplaatst, p.id",
    &[("geplaatst", Hoe::Moment), ("wie", Hoe::Tekst), ("tekst", Hoe::Tekst)],
);

pub(super) fn value(row: &Rij<'_>, place: usize, how: Hoe) -> Result<Option<String>, Fout> {
    Ok(match how {
        Hoe::Tekst => row.text_opt(place)?,
        Hoe::Getal => row.number_opt(place)?.map(|n| n.to_string()),
        Hoe::Dag => row.day_opt(place)?.map(|day| day.to_string()),
        Hoe::Seconden => {
            row.number_opt(place)?.map(|s| day_of(s.div_euclid(86_400))).transpose()?.map(|d| d.to_string())
        }
        Hoe::Moment => match row.number_opt(place)? {
            Some(_) => Some(row.moment(place)?.to_string()),
            None => None,
        },
        Hoe::Euro => {
            row.number_opt(place)?.map(|cents| format!("{}.{:02}", cents / 100, (cents % 100).abs()))
        }
    })
}
