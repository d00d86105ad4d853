//! What the sources call counter-intuitive, with what the model came to: read from the file of the model, not played here.

use simulatie::bewering::{Bewering, Bewijs, JAREN, Meting, ZAAD};

use crate::kader::Kader;
use crate::taal::Taal;

/// A claim.
pub(crate) struct Paneel {
    pub(crate) id: &'static str,
    pub(crate) titel: String,
    pub(crate) uitleg: String,
    /// What was measured: its name, the middle, and the width.
    pub(crate) metingen: Vec<(String, String, String)>,
    pub(crate) houdt: String,
    pub(crate) schakels: String,
}

/// With which seed, years and numbers it was played.
pub(crate) fn gespeeld(k: &Kader) -> String {
    let bewijs = Bewijs::gemeten();
    k.tx(
        "oorzaken-gespeeld",
        &[
            ("n", bewijs.rijen.len().into()),
            ("jaren", JAREN.into()),
            ("zaad", ZAAD.to_string().into()),
            ("getallen", bewijs.vingerafdruk.as_str().into()),
        ],
    )
}

pub(crate) fn panelen(k: &Kader) -> Vec<Paneel> {
    let bewijs = Bewijs::gemeten();
    let measured = |meting: Meting| {
        let found = bewijs.spreiding(meting)?;
        let say = |value: f64| getal(k.taal, value);
        let between =
            k.tx("oorzaken-tussen", &[("laag", say(found.laag).into()), ("hoog", say(found.hoog).into())]);
        Some((k.t(&format!("oorzaken-meting-{}", meting.naam())), say(found.midden), between))
    };
    Bewering::ALL
        .into_iter()
        .map(|one| {
            let of = Meting::ALL.iter().copied().filter(|meting| meting.bewering() == one);
            let links: Vec<String> = one.schakels().iter().map(|nummer| format!("C{nummer:02}")).collect();
            Paneel {
                id: one.naam(),
                titel: k.t(&format!("oorzaken-bewering-{}", one.naam())),
                uitleg: k.t(&format!("oorzaken-bewering-{}-uitleg", one.naam())),
                metingen: of.filter_map(measured).collect(),
                houdt: k.tx(
                    "oorzaken-houdt",
                    &[("n", bewijs.houdt(one).into()), ("alle", bewijs.rijen.len().into())],
                ),
                schakels: links.join(", "),
            }
        })
        .collect()
}

/// As the language writes it: whole numbers, and one decimal below ten.
pub(crate) fn getal(taal: Taal, value: f64) -> String {
    let text = if value.abs() < 9.95 { format!("{value:.1}") } else { format!("{value:.0}") };
    let text = if text == "-0.0" { "0.0".to_owned() } else { text };
    let text = text.replace('-', "−");
    if taal == Taal::Nl { text.replace('.', ",") } else { text }
}
