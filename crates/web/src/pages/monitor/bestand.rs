//! The figures as CSV: `;` between fields, decimals as the language writes them, unknown is empty with the reason beside it.

use std::fmt::Write as _;

use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use informatie::bevolking::{Monitorrij, Waarneming};
use jiff::civil::Date;

use super::rijen::whole_last;
use super::{Beeld, Keuze};
use crate::taal::Taal;

const KOPPEN: &str = "gebied;naam;jaar;jeugdhulp_per_1000;van;tot;jongeren_met_jeugdhulp;jeugdigen;waarom_niet;armoede;armoede_cijfer;armoede_jaar;wonen;wonen_cijfer;wonen_jaar;kanttekeningen;tabellen\n";

pub(super) fn csv(taal: Taal, beeld: &Beeld<'_>, keuze: &Keuze) -> String {
    let mut out = String::from(KOPPEN);
    for (gebied, naam) in whole_last(keuze) {
        for of in beeld.monitor.rijen.iter().filter(|r| r.gebied == gebied) {
            line(&mut out, taal, of, naam);
        }
    }
    out
}

/// A text within a line: no field ends early, and no spreadsheet takes it for a formula.
fn cell(text: &str) -> String {
    let text: String =
        text.chars().map(|c| if c.is_control() || c == ';' || c == '"' { ' ' } else { c }).collect();
    if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text }
}

fn line(out: &mut String, taal: Taal, of: &Monitorrij<'_>, naam: &str) {
    let number = |value: f64| {
        let text = format!("{value:.1}");
        if taal == Taal::Nl { text.replace('.', ",") } else { text }
    };
    let mut tables: Vec<&str> = Vec::new();
    let (rate, why) = match &of.jeugdhulp {
        Ok(rate) => {
            tables.push(&rate.tabel);
            tables.extend(rate.noemer.tabellen.iter().map(String::as_str));
            let (low, high) = rate.afronding;
            let cells = [rate.per_duizend, low, high, rate.teller, rate.noemer.aantal];
            (cells.map(number), String::new())
        }
        Err(why) => ([const { String::new() }; 5], taal.tekst(why.naam()).to_owned()),
    };
    let other = |of: Option<Waarneming<'_>>| match of.and_then(|w| Some((w, w.usable()?))) {
        Some((w, value)) => {
            format!("{};{};{}", number(value), cell(taal.tekst(w.cijfer.beschrijving().naam)), w.jaar)
        }
        None => String::from(";;"),
    };
    tables.extend([of.armoede, of.wonen].into_iter().flatten().map(|w| w.tabel));
    tables.sort_unstable();
    tables.dedup();
    let notes: Vec<String> = of.kanttekeningen.iter().map(|note| taal.kies(note.short())).collect();
    // Writing to a String cannot fail.
    let _ = writeln!(
        out,
        "{};{};{};{};{};{};{};{};{}",
        of.gebied,
        cell(naam),
        of.jaar,
        rate.join(";"),
        cell(&why),
        other(of.armoede),
        other(of.wonen),
        cell(&notes.join(", ")),
        cell(&tables.join(", ")),
    );
}

pub(super) fn download(text: &str, day: Date) -> Response {
    let name = format!("attachment; filename=\"monitor-{day}.csv\"");
    let name = HeaderValue::from_str(&name).unwrap_or_else(|_| HeaderValue::from_static("attachment"));
    let kind = HeaderValue::from_static("text/csv; charset=utf-8");
    ([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, name)], format!("\u{feff}{text}")).into_response()
}
