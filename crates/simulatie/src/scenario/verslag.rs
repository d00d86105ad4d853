//! A report on a study after STRESS-DES (Monks and others, 2019): its twenty items, made from the scenario and from how it was played.

use std::fmt::Write as _;

use super::fout::number;
use super::{Band, BreukTelling, Onzekerheid, Scenario, Uitkomst};
use crate::systeem::{Antwoord, Bouwsteen, Deel, Grootheid, Hefboom, Lus, Maat, TABEL};

/// How a study was played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manifest<'a> {
    /// Name and version of the program.
    pub program: &'a str,
    /// On how many threads; it changes no number.
    pub threads: usize,
}

/// The measures that the report shows.
const MATEN: [Maat; 10] = [
    Maat::InHulp,
    Maat::Vragen,
    Maat::Wachttijd,
    Maat::Wachtend,
    Maat::Afgehaakt,
    Maat::Terugval,
    Maat::Verschoven,
    Maat::UitgavenJeugdhulp,
    Maat::UitgavenLokaal,
    Maat::UitgavenAndere,
];

/// The report, as Markdown.
pub fn verslag(scenario: &Scenario, outcome: &Uitkomst, manifest: &Manifest<'_>) -> String {
    let mut text =
        format!("# {}\n\nReport after STRESS-DES, made by {}.\n", plain(&scenario.naam), manifest.program);
    objectives(&mut text, scenario);
    logic(&mut text, scenario);
    data(&mut text, scenario);
    experimentation(&mut text, scenario, outcome);
    implementation(&mut text, scenario, manifest);
    text.push_str(
        "\n## 6. Code access\n\n**6.1 Computer model sharing statement.** The program is free software under the EUPL-1.2; the model is crate \
         `simulatie` of its source. The scenario file, the version above and the seed give these numbers again, to the byte.\n",
    );
    results(&mut text, outcome);
    text
}

/// Text of others: nothing in it may begin a line or a tag of its own.
fn plain(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    line.replace('|', "/").replace('<', "‹").replace('>', "›")
}

fn objectives(text: &mut String, scenario: &Scenario) {
    let why = if scenario.toelichting.is_empty() {
        String::new()
    } else {
        format!(" {}", plain(&scenario.toelichting))
    };
    let _ = write!(
        text,
        "\n## 1. Objectives\n\n**1.1 Purpose of the model.** To try a choice on the youth-help system of a region before it is made, and to see what it rests \
         on.{why}\n\n**1.2 Model outputs.** {} measures per year: youths in help, questions, waiting, leaving, relapse, spending per payer, staff, work load and \
         administration; by station, by circumstances of the neighbourhood and by group of help. What is short first.\n\n**1.3 Experimentation aims.** To compare \
         “{}” with going on as now over {} years from {}, on the same children.\n",
        Maat::all().len(),
        plain(&scenario.naam),
        scenario.jaren,
        scenario.eerste_jaar
    );
}

fn logic(text: &mut String, scenario: &Scenario) {
    let names = |antwoorden: &mut dyn Iterator<Item = &Antwoord>| {
        antwoorden.map(|one| one.naam()).collect::<Vec<_>>().join(", ")
    };
    let scarce = names(&mut Antwoord::ALL.iter().filter(|one| one.is_schaars()));
    let _ = write!(
        text,
        "\n## 2. Logic\n\n**2.1 Base model overview.** Questions come in by general practitioner, team, school, certified institution or the family itself; children \
         wait for and get help at stations, go on in chains, have relapses, give up waiting or leave. See the diagram in docs/model.md.\n\n\
         **2.2 Base model logic.** A discrete-event engine plays the children; every month feedback looks at waiting, spending and staff and changes rates, places, ways and \
         budgets. docs/model.md tells all of it.\n\n**2.3 Scenario logic.** Both runs share children, durations and ways; they differ by:\n\n"
    );
    for line in choices(scenario) {
        let _ = writeln!(text, "* {line}");
    }
    let _ = write!(
        text,
        "\n**2.4 Algorithms.** First come, first served within two priorities; impatience by an exponential time; budgets are committed when help starts; \
         building blocks work together by a geometric mean. Loops: {}.\n\n**2.5 Components.** *Entities*: children of seven groups, below and from twelve years. \
         *Activities*: help at {}. *Resources*: places of {scarce}. *Queues*: one for each of those, without a limit. *Entry*: by five ways. *Exit*: after help, \
         after recovering without it, or to another law.\n",
        loops(scenario),
        names(&mut Antwoord::ALL.iter())
    );
}

fn loops(scenario: &Scenario) -> String {
    let told = Lus::ALL.iter().zip(scenario.keuze.lussen);
    told.map(|(lus, plays)| format!("{}{}", lus.naam(), if plays { "" } else { " (off)" }))
        .collect::<Vec<_>>()
        .join(", ")
}

/// What was chosen, a line each.
fn choices(scenario: &Scenario) -> Vec<String> {
    let year = |after: f64| number(f64::from(i32::try_from(scenario.eerste_jaar).unwrap_or(0)) + after);
    let lever = |name: &str, hefboom: &Hefboom| {
        let built = if hefboom.opbouw > 0.0 {
            format!(", built up over {} years", number(hefboom.opbouw))
        } else {
            String::new()
        };
        format!("{name}: {} from {}{built}", number(hefboom.niveau), year(hefboom.vanaf))
    };
    let part = |name: &str, deel: &Deel| {
        let of = deel.antwoord.map_or(String::new(), |one| format!(" of {}", one.naam()));
        let until =
            if deel.tot.is_finite() { format!(" to {}", year(deel.tot - 1.0)) } else { String::new() };
        format!("{name}{of}: times {} from {}{until}", number(deel.factor), year(deel.vanaf))
    };
    let keuze = &scenario.keuze;
    let mut lines: Vec<String> = Bouwsteen::ALL
        .iter()
        .zip(&keuze.bouwstenen)
        .filter(|(_, hefboom)| hefboom.niveau > 0.0)
        .map(|(bouwsteen, hefboom)| lever(&format!("building block {}", bouwsteen.naam()), hefboom))
        .collect();
    if keuze.afbakening.niveau > 0.0 {
        lines.push(lever("a sharper boundary of the Jeugdwet", &keuze.afbakening));
    }
    lines.extend(keuze.begroting.iter().map(|deel| part("budget", deel)));
    lines.extend(keuze.tarief.iter().map(|deel| part("price", deel)));
    lines.extend(keuze.plaatsen.iter().map(|deel| part("places", deel)));
    lines.extend(keuze.stelselwijziging.iter().map(|jaar| format!("a new system in {}", year(*jaar))));
    if lines.is_empty() {
        lines.push("nothing: the choice is going on as now".to_owned());
    }
    lines
}

fn data(text: &mut String, scenario: &Scenario) {
    let guesses = TABEL.iter().filter(|one| one.is_aanname()).count();
    let _ = write!(
        text,
        "\n## 3. Data\n\n**3.1 Data sources.** CBS (neighbourhoods and youth care 2022, durations 2021), jeugdhulprijnmond.nl (waiting), prices of the demo region, as told per \
         number below. Causal directions: the causal links C01 to C112 that the program's design took from its source documents.\n\n**3.2 Input parameters.** {} \
         numbers; {guesses} are assumptions with a range. Those that this scenario sets:\n\n",
        TABEL.len()
    );
    if scenario.vast.is_empty() && scenario.gemeten.is_empty() {
        text.push_str("* none\n");
    }
    for sleutel in &scenario.vast {
        if let Some(one) = TABEL.get(*sleutel as usize) {
            let _ = writeln!(
                text,
                "* {}: {} (otherwise {})",
                one.naam,
                number(scenario.aannames.get(*sleutel)),
                number(one.waarde)
            );
        }
    }
    for one in &scenario.gemeten {
        let (name, of) = (Grootheid::naam_of(one.sleutel), one.meting);
        let (value, low, high) = (number(of.waarde), number(of.laag), number(of.hoog));
        let _ = writeln!(text, "* {name}: {value} ({low} to {high}), measured: {}", one.bron);
    }
    if let Some(begin) = &scenario.begin {
        let _ = writeln!(
            text,
            "* the start: who is in help and waiting, as counted ({}), instead of balance and a year of running up",
            begin.bron
        );
    }
    text.push_str(
        "\n**3.3 Pre-processing.** Flows in balance with the waiting times of the start give places, who is in help, and the number of questions, so that as many youths \
         are in care as CBS counts.\n\n**3.4 Assumptions.** All numbers, with their range and source:\n\n",
    );
    text.push_str(&tabel());
}

/// All numbers as a table in Markdown.
pub fn tabel() -> String {
    let mut text = String::from(
        "| number | value | lowest | highest | unit | what | source |\n|---|---|---|---|---|---|---|\n",
    );
    for Grootheid { naam, waarde, laag, hoog, eenheid, bron, uitleg, .. } in TABEL {
        let [waarde, laag, hoog] = [waarde, laag, hoog].map(|value| number(*value));
        let _ = writeln!(text, "| `{naam}` | {waarde} | {laag} | {hoog} | {eenheid} | {uitleg} | {bron} |");
    }
    text
}

fn experimentation(text: &mut String, scenario: &Scenario, outcome: &Uitkomst) {
    let kind = match scenario.onzekerheid {
        Onzekerheid::Aannames => {
            "every number drawn between its lowest and highest (a triangle, apart from the others), and chance"
        }
        Onzekerheid::Toeval => "chance only",
    };
    let stopped = if outcome.herhalingen < scenario.herhalingen {
        format!(" It was stopped: {} had been asked.", scenario.herhalingen)
    } else {
        String::new()
    };
    let _ = write!(
        text,
        "\n## 4. Experimentation\n\n**4.1 Initialisation.** From the caseload of the start, with what is left of help drawn by renewal theory, and a year of running up \
         without feedback that is not counted.\n\n**4.2 Run length.** {} years of 365 days.\n\n**4.3 Estimation approach.** {} replications of both runs, seed {}; between replications \
         differ: {kind}.{stopped} Bands are quantiles over replications; differences are taken child by child in the same replication.\n",
        scenario.jaren, outcome.herhalingen, scenario.zaad
    );
}

fn implementation(text: &mut String, scenario: &Scenario, manifest: &Manifest<'_>) {
    let _ = write!(
        text,
        "\n## 5. Implementation\n\n**5.1 Software.** {}, Rust.\n\n**5.2 Random sampling.** Squares (Widynski), looked up by seed {}, replication, child, visit and purpose; \
         assumptions by ChaCha8.\n\n**5.3 Model execution.** Next event by a 4-ary heap; time in ticks of 2^-20 day.\n\n**5.4 System specification.** {} threads; their number and the \
         machine change no figure.\n",
        manifest.program, scenario.zaad, manifest.threads
    );
}

fn results(text: &mut String, outcome: &Uitkomst) {
    text.push_str(
        "\n## Results\n\nLast year: middle and, between brackets, nine in ten. Difference: the mean over all years.\n\n| measure | as now | choice | difference |\n|---|---|---|---|\n",
    );
    for one in MATEN.iter().filter_map(|maat| outcome.maat(*maat)) {
        let last = |bands: &[Option<Band>]| told(bands.last().copied().flatten());
        let _ = writeln!(
            text,
            "| {} ({}) | {} | {} | {} |",
            one.maat.naam(),
            one.maat.eenheid(),
            last(&one.zoals_nu),
            last(&one.keuze),
            told(one.verschil_samen)
        );
    }
    text.push_str("\nWhat is short, in which part of the replications (first in which part), with the choice and as now:\n\n");
    for one in &outcome.breuken {
        let now = outcome.breuken_zoals_nu.iter().find(|other| other.breuk == one.breuk);
        let part = |one: &BreukTelling| format!("{:.0} % ({:.0} %)", 100.0 * one.deel, 100.0 * one.eerst);
        let _ = writeln!(
            text,
            "* {}: {}; as now {}",
            one.breuk.naam(),
            part(one),
            now.map_or_else(String::new, part)
        );
    }
    text.push_str("\nThis is no prediction: nearly every number under it is an assumption.\n");
}

fn told(band: Option<Band>) -> String {
    band.map_or_else(
        || "-".to_owned(),
        |band| format!("{:.1} ({:.1} to {:.1})", band.midden, band.laagst, band.hoogst),
    )
}
