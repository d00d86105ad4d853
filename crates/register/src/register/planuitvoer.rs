//! What the plan of a family holds about one person: what is about them and what is about the whole family, nothing of another.

use stelsel::achttien::Overgang;
use stelsel::expertvraag::Expertvraag;
use stelsel::plan::{Einde, Plan};
use stelsel::toegang::Maat;
use stelsel::{Gezin, Id, Persoon};

use crate::Fout;
use crate::db::Verbinding;
use crate::lezing::achttien::overgang_of;
use crate::lezing::plan::plan_of;

type Rijen = Vec<Vec<(String, String)>>;

fn line(soort: &str, fields: Vec<(&str, String)>) -> Vec<(String, String)> {
    let kept = fields.into_iter().filter(|(_, text)| !text.is_empty());
    [("soort", soort.to_owned())]
        .into_iter()
        .chain(kept)
        .map(|(name, text)| (name.to_owned(), text))
        .collect()
}

/// The lines about a person.
pub(super) fn of(db: &mut Verbinding, person: &Id<Persoon>) -> Result<Rijen, Fout> {
    let family =
        db.query_opt("SELECT gezin FROM persoon WHERE id = $1", &[person.into()], |row| row.id::<Gezin>(0))?;
    let Some(family) = family else { return Ok(Vec::new()) };
    let plan = plan_of(db, family)?;
    let own = plan.zichtbaar(|about| if about == *person { Maat::Geheel } else { Maat::Naam });
    let mut out = of_plan(&own);
    let asked = db.query(
        "SELECT document FROM expertvraag WHERE gezin = $1 AND (persoon IS NULL OR persoon = $2) ORDER BY gesteld, id",
        &[(&family).into(), person.into()],
        |row| row.text(0),
    )?;
    for text in asked {
        let asked: Expertvraag = serde_json::from_str(&text)
            .map_err(|_| Fout::Tegenstrijdig("a stored question cannot be read"))?;
        let fields = vec![
            ("vraag", asked.vraag.to_string()),
            ("partijen", asked.partijen.to_string()),
            ("advies", asked.advies.to_string()),
            ("reden", asked.reden.to_string()),
        ];
        out.push(line("expertvraag", fields));
    }
    out.extend(of_transition(&overgang_of(db, *person)?.0));
    Ok(out)
}

fn of_plan(plan: &Plan) -> Rijen {
    let mut out = Vec::new();
    for (soort, tekst) in [("gewoon", &plan.gewoon), ("slot", &plan.slot)] {
        if !tekst.tekst.is_empty() {
            out.push(line(soort, vec![("tekst", tekst.tekst.to_string())]));
        }
    }
    for doel in &plan.doelen {
        let fields = vec![("tekst", doel.wat.tekst.to_string()), ("stand", doel.wat.stand.key().to_owned())];
        out.push(line("doel", fields));
    }
    for regel in &plan.regels {
        let wat = &regel.wat;
        let until = match wat.einde {
            Einde::Tot(day) => day.to_string(),
            Einde::Open => String::new(),
            Einde::Waakvlam => "waakvlam".to_owned(),
        };
        let fields = vec![
            ("wat", wat.wat.to_string()),
            ("wie", wat.wie.to_string()),
            ("bron", wat.bron.key().to_owned()),
            ("van", wat.van.map(|day| day.to_string()).unwrap_or_default()),
            ("tot", until),
            ("wacht", wat.wacht.as_ref().map(|wacht| wacht.waarop.to_string()).unwrap_or_default()),
        ];
        out.push(line("regel", fields));
    }
    for stap in &plan.stappen {
        let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let fields = vec![
            ("tekst", stap.wat.tekst.to_string()),
            ("wie", stap.wat.wie.to_string()),
            ("wanneer", day(stap.wat.wanneer)),
            ("klaar", day(stap.wat.klaar)),
        ];
        out.push(line("stap", fields));
    }
    for evaluatie in &plan.evaluaties {
        let came = evaluatie.wat.uitkomst.as_ref();
        let fields = vec![
            ("dag", evaluatie.wat.dag.to_string()),
            ("wie", evaluatie.wat.wie.to_string()),
            ("uitkomst", came.map(|came| came.woorden.to_string()).unwrap_or_default()),
        ];
        out.push(line("evaluatie", fields));
    }
    out
}

fn of_transition(overgang: &Overgang) -> Rijen {
    let each = overgang.leefgebieden.iter().map(|(leefgebied, said)| {
        let fields = vec![
            ("leefgebied", leefgebied.key().to_owned()),
            ("woorden", said.woorden.to_string()),
            ("wie", said.wie.to_string()),
        ];
        line("overgang", fields)
    });
    each.collect()
}
