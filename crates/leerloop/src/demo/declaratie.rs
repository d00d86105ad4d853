//! Claims: what a provider delivered in a month, and the corrections of earlier months.

use ijw::basis::{
    AgbCode, Bedrag, BedragMetDc, BurgerServicenummer, DebetCredit, DeclaratieNummer, Eenheid as IjwEenheid,
    Gemeente, GeslotenPeriode, Nummer, ProductCategorie, ProductCode, Referentie, ReferentieNummer,
    TotaalBedrag, TotaalBedragMetDc, Volume,
};
use ijw::{Ongeldig, jw323};
use simulatie::{Purpose, Stream};

use super::berichten::{Kop, xsd};
use super::getal::{Dag, Maand, whole};
use super::regio::{Eenheid, Frequentie, Product};
use super::toewijzing::Toewijzing;

const LEVERING: Purpose = Purpose::new("demo: volume delivered in a month");

/// Of the claims this part is corrected a month later (assumption).
const GECORRIGEERD: f64 = 0.01;

/// Care delivered in one month under one allocation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Levering {
    pub(super) toewijzing: u32,
    pub(super) jeugdige: u32,
    pub(super) nummer: u32,
    pub(super) product: &'static Product,
    /// The month, cut to the allocation.
    pub(super) periode: (Dag, Dag),
    pub(super) volume: u32,
    /// What the first claim says, when it has to be corrected.
    pub(super) eerst: Option<u32>,
}

impl Levering {
    /// Price of a unit; none for an amount.
    fn tarief(&self) -> Option<u32> {
        (self.product.eenheid != Eenheid::Euro).then(|| self.product.tarief(self.periode.0.date().year()))
    }

    /// What a volume costs, in cents.
    pub(super) fn cents(&self, volume: u32) -> u32 {
        self.tarief().map_or(volume, |tarief| volume.saturating_mul(tarief))
    }
}

/// What was delivered under an allocation in a month; none when nothing was.
pub(super) fn delivered(seed: u64, index: u32, t: &Toewijzing, maand: Maand) -> Option<Levering> {
    let product = t.product()?;
    // ProductPeriode: the calendar month, cut to the allocation (iJw 3.2 TR387, TR388).
    let first = maand.first.max(t.plan.ingang);
    let last = t.plan.einde.map_or(maand.last, |einde| einde.min(maand.last));
    let days = t.zorgdagen(first, last);
    if days == 0 || t.stand.nummer == 0 || t.stand.verwijderd {
        return None;
    }
    let month = u64::from(maand.first.0.unsigned_abs());
    let stream = &mut Stream::new(seed, LEVERING, u64::from(index) << 24 | month);
    let mut volume = volume(t, product, maand, f64::from(days), stream);
    if let Some(budget) = t.plan.budget {
        let left = budget.saturating_sub(t.stand.gedeclareerd);
        volume = volume.min(left / product.tarief(maand.first.date().year()));
    }
    let corrected =
        stream.chance(GECORRIGEERD) && t.plan.budget.is_none() && product.eenheid != Eenheid::Euro;
    let other = whole(f64::from(volume) * stream.between(0.6, 0.95));
    let eerst = (corrected && other > 0 && other != volume).then_some(other);
    (volume > 0).then_some(Levering {
        toewijzing: index,
        jeugdige: t.jeugdige,
        nummer: t.stand.nummer,
        product,
        periode: (first, last),
        volume,
        eerst,
    })
}

fn volume(t: &Toewijzing, product: &Product, maand: Maand, days: f64, stream: &mut Stream) -> u32 {
    let Some(zorg) = t.plan.zorg else { return 0 };
    // About nine tenths of what is allocated is delivered, less in the summer holidays (assumption).
    let holiday = if matches!(maand.first.date().month(), 7 | 8) { 0.85 } else { 1.0 };
    let part = stream.between(0.8, 1.0) * holiday;
    let of_month = days / f64::from(maand.days());
    match (product.eenheid, product.frequentie) {
        // Two thirds at the start, one third after the result (an arrangement; published for one region).
        (Eenheid::Euro, _) => {
            let third = t.plan.volume / 3;
            let begins = if zorg.begin >= maand.first { t.plan.volume - third } else { 0 };
            begins + if zorg.einde <= maand.last { third } else { 0 }
        }
        // A measure of the court: not for the first broken month, in full for the last (agreement of the GIs).
        (Eenheid::StuksOutput | Eenheid::StuksInspanning, _) if t.plan.volume == 1 => {
            u32::from(zorg.begin <= maand.first)
        }
        // Day and night, every day.
        (Eenheid::Etmaal, _) if product.volume > 6.0 => whole(days),
        (_, Frequentie::Maand) => whole(t.plan.tempo * of_month * part).min(t.plan.volume),
        (_, Frequentie::Week | Frequentie::Totaal) => whole(t.plan.tempo * days / 7.0 * part),
    }
}

/// Care that is claimed rightly a month later: what was claimed for it and paid, if anything, under which number.
#[derive(Clone, Debug)]
pub(super) struct Correctie {
    pub(super) levering: Levering,
    pub(super) geclaimd: Option<(u32, String)>,
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Regelfout {
    /// It begins before the allocation.
    Begin,
    /// It ends after the allocation.
    Einde,
    /// More than was allocated.
    Volume,
    /// Another allocation's number.
    Onbekend,
    /// Not the volume times the price.
    Bedrag,
    /// A number that was used before.
    Nummer,
    /// A month that was claimed before.
    Nogmaals,
}

impl Regelfout {
    /// All of them.
    pub(super) const ALLE: [Self; 7] =
        [Self::Begin, Self::Einde, Self::Volume, Self::Onbekend, Self::Bedrag, Self::Nummer, Self::Nogmaals];

    /// The rule that it breaks.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Begin => "TR307",
            Self::Einde => "TR308",
            Self::Volume => "TR321",
            Self::Onbekend => "TR338",
            Self::Bedrag => "TR346",
            Self::Nummer => "TR314",
            Self::Nogmaals => "TR389",
        }
    }
}

/// One line.
#[derive(Clone, Debug)]
pub(super) struct Regel {
    pub(super) levering: Levering,
    pub(super) volume: u32,
    pub(super) referentie: String,
    /// The line that this one takes back.
    pub(super) vorige: Option<String>,
    pub(super) fout: Option<Regelfout>,
    /// The care as it was, when the line says it wrongly.
    pub(super) right: Option<Levering>,
    /// The amount, when it is not that of the volume.
    pub(super) bedrag: Option<u32>,
}

impl Regel {
    /// A line that claims.
    pub(super) const fn debit(levering: Levering, volume: u32, referentie: String) -> Self {
        Self { levering, volume, referentie, vorige: None, fout: None, right: None, bedrag: None }
    }

    /// A line that takes an earlier one back.
    pub(super) fn credit(levering: Levering, volume: u32, referentie: String, vorige: String) -> Self {
        Self { vorige: Some(vorige), ..Self::debit(levering, volume, referentie) }
    }

    /// Whether it claims what will not be corrected.
    pub(super) const fn is_settled(&self) -> bool {
        self.vorige.is_none() && self.fout.is_none() && self.levering.eerst.is_none()
    }

    fn cents(&self) -> u32 {
        self.bedrag.unwrap_or_else(|| self.levering.cents(self.volume))
    }
}

/// A JW323: lines per youth, with the BSN. The totals are made here.
pub(super) fn jw323(
    kop: &Kop<'_>,
    nummer: &str,
    maand: Maand,
    clients: &[(String, Vec<Regel>)],
) -> Result<ijw::Bericht, Ongeldig> {
    let all = || clients.iter().flat_map(|(_, regels)| regels);
    let sum = |credit: bool| -> u64 {
        all().filter(|r| r.vorige.is_some() == credit).map(|r| u64::from(r.cents())).sum()
    };
    let (debit, credit) = (sum(false), sum(true));
    let total = TotaalBedragMetDc {
        totaal_bedrag: TotaalBedrag::new(debit.abs_diff(credit))?,
        debet_credit: sign(credit > debit),
    };
    let header = jw323::Header {
        afzender: AgbCode::new(kop.agb)?,
        ontvanger: Gemeente::new(kop.gemeente)?,
        bericht_identificatie: kop.identification()?,
        xsd_versie: xsd()?,
    };
    let clienten = clients
        .iter()
        .map(|(bsn, regels)| {
            let prestaties = regels.iter().map(line).collect::<Result<_, _>>()?;
            Ok(jw323::Client { bsn: BurgerServicenummer::new(bsn)?, prestaties })
        })
        .collect::<Result<_, Ongeldig>>()?;
    let declaratie = jw323::Declaratie {
        declaratie_nummer: DeclaratieNummer::new(nummer)?,
        declaratie_periode: GeslotenPeriode { begindatum: maand.first.date(), einddatum: maand.last.date() },
        declaratie_dagtekening: kop.dag.date(),
        totaal_ingediend_bedrag: total,
        clienten,
    };
    Ok(jw323::Bericht { header, declaratie }.into())
}

const fn sign(credit: bool) -> DebetCredit {
    if credit { const { DebetCredit::constant("C") } } else { const { DebetCredit::constant("D") } }
}

fn line(regel: &Regel) -> Result<jw323::Prestatie, Ongeldig> {
    let levering = &regel.levering;
    let (first, last) = levering.periode;
    Ok(jw323::Prestatie {
        product_referentie: Referentie {
            referentie_nummer: ReferentieNummer::new(&regel.referentie)?,
            vorig_referentie_nummer: regel.vorige.as_deref().map(ReferentieNummer::new).transpose()?,
        },
        toewijzing_nummer: Nummer::new(u64::from(levering.nummer))?,
        product_categorie: ProductCategorie::parse(levering.product.categorie)?,
        product_code: ProductCode::new(levering.product.code)?,
        product_periode: GeslotenPeriode { begindatum: first.date(), einddatum: last.date() },
        geleverd_volume: Volume::new(u64::from(regel.volume))?,
        eenheid: IjwEenheid::parse(levering.product.eenheid.code())?,
        product_tarief: levering.tarief().map(|cents| Bedrag::new(u64::from(cents))).transpose()?,
        ingediend_bedrag: BedragMetDc {
            bedrag: Bedrag::new(u64::from(regel.cents()))?,
            debet_credit: sign(regel.vorige.is_some()),
        },
    })
}
