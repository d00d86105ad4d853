//! What happened, in sentences.

use register::beeld::{Gebeurtenis, GebeurtenisSoort};
use stelsel::Onderdeel;

use crate::adres::Pad;
use crate::kader::Kader;
use crate::woorden::{self, in_woorden};

/// A line of the time line.
pub(crate) struct TijdRegel {
    pub(crate) dag: String,
    pub(crate) zin: String,
    pub(crate) reden: Option<String>,
    pub(crate) klasse: &'static str,
    /// The message that told, for who may open it.
    pub(crate) bericht: Option<String>,
}

/// The line of an event.
pub(crate) fn regel(k: &Kader, g: &Gebeurtenis, wie: &str) -> TijdRegel {
    let aanbieder = woorden::aanbieder(g.aanbieder_naam.as_ref(), g.aanbieder);
    let vorm = k.vorm(g.hulpvorm);
    let mut args =
        vec![("wie", wie.into()), ("vorm", vorm.to_lowercase().into()), ("aanbieder", aanbieder.into())];
    let mut dag = k.datum(g.dag);
    let (key, klasse, reden) = match &g.soort {
        GebeurtenisSoort::Toegewezen => ("gebeurtenis-toegewezen", "", None),
        GebeurtenisSoort::Gewijzigd { reden } => {
            ("gebeurtenis-gewijzigd", "", reason(k, "reden-wijziging", reden.as_deref()))
        }
        GebeurtenisSoort::Gestart => ("gebeurtenis-gestart", "groen", None),
        GebeurtenisSoort::Gestopt { reden } if reden.as_deref() == Some("20") => {
            ("gebeurtenis-pauze", "", None)
        }
        GebeurtenisSoort::Gestopt { reden } => {
            ("gebeurtenis-gestopt", "", reason(k, "reden-stop", reden.as_deref()))
        }
        GebeurtenisSoort::Ingetrokken => ("gebeurtenis-ingetrokken", "", None),
        GebeurtenisSoort::Gedeclareerd { bedrag } => {
            dag = k.taal.maand_jaar(g.dag);
            args.push(("bedrag", k.euro(*bedrag).into()));
            ("gebeurtenis-gedeclareerd", "stil", None)
        }
    };
    TijdRegel {
        dag,
        zin: k.tx(key, &args),
        reden,
        klasse,
        bericht: k.mag(Onderdeel::Bericht).then(|| Pad::Bericht(g.bericht).to_string()),
    }
}

fn reason(k: &Kader, list: &str, code: Option<&str>) -> Option<String> {
    in_woorden(k, list, code?)
}
