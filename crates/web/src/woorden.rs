//! Words for what the messages have codes for: the same everywhere, and always before the code.

use ijw::Berichttype;
use jiff::civil::Date;
use register::beeld::Kijkje;
use stelsel::klok::dutch_day;
use stelsel::toewijzing::{Omvang, Product, Stand};
use stelsel::{AgbCode, Cent, Toewijzing};

use crate::kader::Kader;
use crate::tekst::TEKSTEN;

/// The unit of which the volume is an amount of money.
const EURO: &str = "83";

/// The words for a code, when the list of texts has them.
pub(crate) fn in_woorden(k: &Kader, list: &str, code: &str) -> Option<String> {
    let key = format!("{list}-{code}");
    TEKSTEN.has(&key).then(|| k.t(&key))
}

/// The name of a provider; its code when nobody told the name.
pub(crate) fn aanbieder(naam: Option<&String>, agb: AgbCode) -> String {
    naam.cloned().unwrap_or_else(|| format!("AGB {agb}"))
}

/// Whether messages of a kind come from the municipality.
pub(crate) const fn van_gemeente(soort: Berichttype) -> bool {
    use Berichttype as B;
    !matches!(soort, B::Jw302 | B::Jw305 | B::Jw307 | B::Jw315 | B::Jw317 | B::Jw320 | B::Jw323)
}

/// The form of help with the code of the product behind it: `Jeugd-ggz (54A01)`.
pub(crate) fn product(k: &Kader, product: &Product) -> String {
    met_code(product, &k.vorm(product.hulpvorm())).unwrap_or_else(|| k.t("product-vrij"))
}

/// The same within a sentence: `jeugd-ggz (54A01)`.
pub(crate) fn product_in_zin(k: &Kader, product: &Product) -> String {
    let vorm = k.vorm(product.hulpvorm()).to_lowercase();
    met_code(product, &vorm).unwrap_or_else(|| k.t("product-vrij").to_lowercase())
}

fn met_code(product: &Product, vorm: &str) -> Option<String> {
    let code = product.code.as_ref().or(product.categorie.as_ref())?;
    Some(format!("{vorm} ({code})"))
}

/// How an allocation stands.
pub(crate) fn stand(k: &Kader, stand: &Stand, toewijzing: &Toewijzing) -> String {
    let key = stand.key();
    match stand {
        Stand::Verwijderd => k.t(key),
        Stand::Wacht { dagen: 0 } => k.t1("stand-begint", "dag", k.datum(toewijzing.ingang)),
        Stand::Wacht { dagen } => k.t1(key, "n", *dagen),
        Stand::Loopt { sinds } | Stand::Pauze { sinds } => k.t1(key, "dag", k.datum(*sinds)),
        Stand::Beeindigd { op, reden } => {
            let done = k.t1(key, "dag", k.datum(*op));
            match reden.as_deref().and_then(|code| in_woorden(k, "reden-stop", code)) {
                Some(why) => format!("{done}: {why}"),
                None => done,
            }
        }
        Stand::NietGestart { eind } => k.t1(key, "dag", k.datum(*eind)),
    }
}

/// The colour that goes with it; the words say the same.
pub(crate) const fn klasse(stand: &Stand) -> &'static str {
    match stand {
        Stand::Wacht { .. } => "warm",
        Stand::Loopt { .. } => "groen",
        Stand::Pauze { .. } => "",
        _ => "grijs",
    }
}

/// From when until when.
pub(crate) fn van_tot(k: &Kader, from: Date, to: Option<Date>) -> String {
    let van = k.datum(from);
    match to {
        Some(to) => k.tx("van-tot", &[("van", van.into()), ("tot", k.datum(to).into())]),
        None => k.t1("van-open", "van", van),
    }
}

/// How much help, or for how much money.
pub(crate) fn omvang(k: &Kader, omvang: Option<&Omvang>, budget: Option<i64>) -> Option<String> {
    if let Some(budget) = budget {
        return Some(k.t1("budget", "bedrag", k.euro(Cent(budget))));
    }
    let Omvang { volume, eenheid, frequentie } = omvang?;
    let amount = hoeveel(k, *volume, eenheid);
    Some(match in_woorden(k, "frequentie", frequentie) {
        Some(how_often) => format!("{amount} {how_often}"),
        None => amount,
    })
}

/// A number of units.
pub(crate) fn hoeveel(k: &Kader, volume: i64, eenheid: &str) -> String {
    if eenheid == EURO {
        return k.euro(Cent(volume));
    }
    let key = format!("eenheid-{eenheid}");
    if TEKSTEN.has(&key) { k.t1(&key, "n", volume) } else { k.taal.getal(volume) }
}

/// The last day on which something is in time, seen from a day: the words, and whether that day is past.
pub(crate) fn uiterlijk(k: &Kader, laatste: Date, dag: Date) -> (String, bool) {
    let dagen = laatste.until(dag).map_or(0, |span| span.get_days());
    match dagen {
        0 => (k.t("uiterlijk-vandaag"), false),
        1.. => {
            let args = [("dag", k.datum(laatste).into()), ("n", dagen.into())];
            (k.tx("uiterlijk-te-laat", &args), true)
        }
        _ => (k.t1("uiterlijk", "dag", k.datum(laatste)), false),
    }
}

/// When somebody looked: once, or how often that day and when last.
pub(crate) fn keken(k: &Kader, look: &Kijkje) -> String {
    match look.keer {
        0 | 1 => k.moment(look.wanneer),
        n => k.tx(
            "inzage-die-dag",
            &[
                ("n", n.into()),
                ("dag", k.datum(dutch_day(look.wanneer)).into()),
                ("tijd", k.taal.tijd(look.wanneer).into()),
            ],
        ),
    }
}
