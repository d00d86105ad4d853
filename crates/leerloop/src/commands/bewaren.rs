//! `leerloop register retention list|destroy|destroyed` and `person-export`.

use std::fmt::Write as _;

use anyhow::{Context as _, Result, bail};
use register::Register;
use register::beeld::{BewarenBeeld, Vernietigingsopdracht};
use stelsel::{Bsn, Id, Identiteit, Onderdeel, Persoon};

use super::at_the_machine;
use crate::options::{Destroyed, PersonExport, RetentionDestroy, RetentionList};
use crate::spraak::Spraak;
use crate::{FAILED, GOOD};

fn read_list(lezing: &mut register::Lezing<'_>) -> Result<BewarenBeeld, register::Fout> {
    lezing.bewaren()
}

fn due(register: &Register, who: &Identiteit) -> Result<BewarenBeeld> {
    Ok(register.look(who, Onderdeel::Bewaren, "lijst", read_list)?)
}

pub(super) fn list(spraak: &Spraak, options: &RetentionList) -> Result<u8> {
    let register = super::open_existing(spraak, &options.place)?;
    let seen = due(&register, &at_the_machine(&options.by))?;
    for line in &seen.dossiers {
        let born = line.geboren.map_or_else(|| "-".to_owned(), |year| year.to_string());
        println!(
            "{} {} {born} {} {} {}",
            line.persoon,
            line.gezin,
            line.laatste,
            line.vervalt,
            line.grond.key()
        );
    }
    eprintln!(
        "{}",
        spraak.say(
            "bewaren-lijst",
            &[
                ("n", seen.dossiers.len().into()),
                ("dag", seen.dag.to_string().into()),
                ("declaraties", seen.declaraties.into()),
                ("quarantaine", seen.quarantaine.into()),
            ]
        )
    );
    Ok(GOOD)
}

pub(super) fn destroy(spraak: &Spraak, options: &RetentionDestroy) -> Result<u8> {
    let register = super::open_existing(spraak, &options.place)?;
    let who = at_the_machine(&options.by);
    let dossiers: Vec<Id<Persoon>> = match &options.list {
        Some(file) => {
            let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
            let first: Vec<&str> = text.lines().filter_map(|line| line.split_whitespace().next()).collect();
            register::read_keys_of_destroyed(&first.join("\n"))?
        }
        None => due(&register, &who)?.dossiers.iter().map(|line| line.persoon).collect(),
    };
    if dossiers.len() != options.confirm {
        let args = [("n", dossiers.len().into()), ("bevestigd", options.confirm.into())];
        eprintln!("{}", spraak.say("bewaren-telt-niet", &args));
        return Ok(FAILED);
    }
    let opdracht = Vernietigingsopdracht {
        dossiers,
        declaraties: options.others,
        quarantaine: options.others,
        vragen: options.others,
    };
    let Some(report) = register.destroy(&who, &opdracht)? else {
        println!("{}", spraak.say("bewaren-niets", &[]));
        return Ok(GOOD);
    };
    let counted =
        report.tellingen.iter().map(|(table, rows)| format!("{table} {rows}")).collect::<Vec<_>>().join(", ");
    let args = [("n", report.dossiers.into()), ("tellingen", counted.into())];
    println!("{}", spraak.say("bewaren-vernietigd", &args));
    Ok(GOOD)
}

pub(super) fn destroyed(spraak: &Spraak, options: &Destroyed) -> Result<u8> {
    let register = super::open_existing(spraak, &options.place)?;
    let ids = register.destroyed()?;
    let text = ids.iter().fold(String::new(), |mut text, id| {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{id}");
        text
    });
    register::eigen::write(&options.to, text).with_context(|| options.to.display().to_string())?;
    let args = [("n", ids.len().into()), ("bestand", options.to.display().to_string().into())];
    println!("{}", spraak.say("bewaren-lijst-geschreven", &args));
    Ok(GOOD)
}

pub(super) fn person(spraak: &Spraak, options: &PersonExport) -> Result<u8> {
    let register = super::open_existing(spraak, &options.place)?;
    let file = &options.bsn_from_file;
    let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
    let Ok(bsn) = Bsn::parse(text.trim()) else { bail!(spraak.say("persoon-onbekend", &[])) };
    let export = match register.export_person(bsn) {
        Err(register::Fout::NietGevonden) => bail!(spraak.say("persoon-onbekend", &[])),
        other => other?,
    };
    let taal = spraak.taal();
    register::eigen::make_folder(&options.to)?;
    let exports = [export];
    for (name, content) in [
        ("gegevens.json", web::uitvoer_json(&exports)),
        ("gegevens.html", web::uitvoer_html(taal, &exports)?),
    ] {
        let path = options.to.join(name);
        register::eigen::write(&path, content).with_context(|| path.display().to_string())?;
        println!("{}", spraak.say("persoon-geschreven", &[("bestand", path.display().to_string().into())]));
    }
    Ok(GOOD)
}
