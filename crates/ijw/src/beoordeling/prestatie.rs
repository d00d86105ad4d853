//! The rules on a line of a JW323.

use std::collections::{HashMap, HashSet};

use super::Oordeel;
use super::declaratie::Voortgang;
use crate::basis::{Datum, Eenheid, Product, ProductCategorie, ProductCode, ReferentieNummer};
use crate::buitenwereld::Contract;
use crate::historie::{Prestatie, Toewijzing, kandidaten, teruggenomen};
use crate::jw323;
use crate::plaats::Plaats;
use crate::regels::{
    Regel, Tr307, Tr308, Tr321, Tr322, Tr323, Tr338, Tr339, Tr340, Tr341, Tr346, Tr369, Tr384, Tr387, Tr388,
    Tr389, Tr390, Tr418,
};
use crate::volume::{
    EURO, MINUUT, UUR, bedrag_voor_minuten, eenheid_past, in_kleinste, maximum_in_periode,
    maximum_over_toewijzing, minuuttarief,
};

/// A product in a period of an allocation.
type Levering = (ProductCategorie, ProductCode, Datum, Datum);

fn levering(regel: &jw323::Prestatie) -> Levering {
    let periode = &regel.product_periode;
    (regel.product_categorie, regel.product_code.clone(), periode.begindatum, periode.einddatum)
}

/// How far an allocation is claimed: what was claimed and not taken back.
pub(super) struct Stand {
    leveringen: HashSet<Levering>,
    volume: HashMap<Eenheid, u64>,
    bedrag: u64,
}

impl Stand {
    pub(super) fn new(regels: &[Prestatie], gecrediteerd: &HashSet<&ReferentieNummer>) -> Self {
        let mut stand = Self { leveringen: HashSet::new(), volume: HashMap::new(), bedrag: 0 };
        let eerder = teruggenomen(regels);
        for prestatie in regels.iter().filter(|prestatie| !prestatie.regel.is_credit()) {
            let nummer = &prestatie.regel.product_referentie.referentie_nummer;
            if !eerder.contains(nummer) && !gecrediteerd.contains(nummer) {
                stand.tel_op(&prestatie.regel);
            }
        }
        stand
    }

    fn tel_op(&mut self, regel: &jw323::Prestatie) {
        self.leveringen.insert(levering(regel));
        *self.volume.entry(regel.eenheid).or_default() += regel.geleverd_volume.get();
        self.bedrag += regel.ingediend_bedrag.bedrag.get();
    }

    /// The volume that was claimed on an allocation in this unit; in minutes when that is hours.
    fn volume_in(&self, eenheid: Eenheid) -> u64 {
        self.volume
            .iter()
            .filter(|(geleverd, _)| eenheid_past(**geleverd, eenheid))
            .map(|(geleverd, volume)| in_kleinste(*volume, *geleverd))
            .sum()
    }
}

impl<'a> Oordeel<'a> {
    /// Judges a line, and counts it when nothing is wrong with it.
    pub(super) fn prestatie<'r>(
        &mut self,
        plaats: Plaats,
        client: &jw323::Client,
        regel: &'r jw323::Prestatie,
        dubbel: bool,
        voortgang: &mut Voortgang<'r>,
    ) where
        'a: 'r,
    {
        let aantal = self.fouten.len();
        if regel.is_credit() {
            self.credit(plaats, client, regel, dubbel, voortgang);
            return;
        }
        let historie = self.historie;
        let keten = self.keten.clone();
        let stand = voortgang.stand(historie, &keten, regel.toewijzing_nummer);
        self.meld_als(stand.leveringen.contains(&levering(regel)), Tr389::REGEL, plaats);
        let mut versies = kandidaten(historie.toewijzing(&keten, regel.toewijzing_nummer), self.dagtekening);
        versies.retain(|versie| versie.bsn == client.bsn);
        let contract = self.buiten.contract(
            &keten,
            regel.product_categorie,
            &regel.product_code,
            regel.product_periode.begindatum,
        );
        let fouten = versies
            .iter()
            .map(|versie| tegen_toewijzing(regel, versie, stand, contract))
            .min_by_key(Vec::len)
            .unwrap_or_else(|| vec![Tr338::REGEL]);
        for fout in fouten {
            self.meld(fout, plaats);
        }
        if dubbel || self.fouten.len() > aantal {
            return;
        }
        let product = Product { categorie: regel.product_categorie, code: Some(regel.product_code.clone()) };
        self.product(Some(&product), plaats);
        self.prijs(plaats, regel, contract);
        if self.fouten.len() == aantal {
            stand.tel_op(regel);
        }
    }

    /// A credit can only be refused when it does not take an approved line back as it was (IV085).
    fn credit<'r>(
        &mut self,
        plaats: Plaats,
        client: &jw323::Client,
        regel: &'r jw323::Prestatie,
        dubbel: bool,
        voortgang: &mut Voortgang<'r>,
    ) where
        'a: 'r,
    {
        let vorig = regel.product_referentie.vorig_referentie_nummer.as_ref();
        let debet = vorig
            .and_then(|vorig| self.historie.prestatie(&self.keten, vorig))
            .filter(|debet| debet.toegekend && debet.bsn == client.bsn && regel.crediteert(&debet.regel));
        let (Some(vorig), Some(debet)) = (vorig, debet) else {
            self.meld(Tr323::REGEL, plaats);
            return;
        };
        let eerder = voortgang.eerder(self.historie, &self.keten, debet.regel.toewijzing_nummer);
        let al_gedaan = eerder.contains(vorig) || voortgang.gecrediteerd.contains(vorig);
        self.meld_als(al_gedaan, Tr390::REGEL, plaats);
        if !al_gedaan && !dubbel {
            voortgang.gecrediteerd.insert(vorig);
        }
    }

    /// TR418 and TR346. For minutes at the price of an hour the amount can only be told with the contract (7.4).
    fn prijs(&mut self, plaats: Plaats, regel: &jw323::Prestatie, contract: Option<Contract>) {
        let Some(tarief) = regel.product_tarief.filter(|_| regel.eenheid != EURO) else { return };
        let per_minuut = contract.filter(|contract| regel.eenheid == MINUUT && contract.eenheid == UUR);
        let zelfde = contract.filter(|contract| regel.eenheid == contract.eenheid);
        let verwacht = match (per_minuut, zelfde) {
            (Some(contract), _) => Some(minuuttarief(contract.tarief.get())),
            (None, Some(contract)) => Some(contract.tarief.get()),
            (None, None) => None,
        };
        self.meld_als(verwacht.is_some_and(|verwacht| verwacht != tarief.get()), Tr418::REGEL, plaats);
        let volume = regel.geleverd_volume.get();
        let bedrag = match per_minuut {
            Some(contract) => Some(bedrag_voor_minuten(contract.tarief.get(), volume)),
            None if regel.eenheid == MINUUT && zelfde.is_none() => None,
            None => Some(volume.saturating_mul(tarief.get())),
        };
        let verkeerd = bedrag.is_some_and(|bedrag| bedrag != regel.ingediend_bedrag.bedrag.get());
        self.meld_als(verkeerd, Tr346::REGEL, plaats);
    }
}

/// What is wrong with a line, compared with a version of its allocation.
fn tegen_toewijzing(
    regel: &jw323::Prestatie,
    versie: &Toewijzing,
    stand: &Stand,
    contract: Option<Contract>,
) -> Vec<&'static Regel> {
    if versie.is_verwijderd() {
        return vec![Tr384::REGEL];
    }
    let product = versie.product.as_ref();
    let code = product.and_then(|product| product.code.as_ref());
    let (begin, einde) = (regel.product_periode.begindatum, regel.product_periode.einddatum);
    let eenheid = versie
        .omvang
        .as_ref()
        .map_or(contract.map(|contract| contract.eenheid), |omvang| Some(omvang.eenheid));
    let past = eenheid.is_none_or(|eenheid| eenheid_past(regel.eenheid, eenheid));
    let (in_periode, totaal) = if past { te_veel(regel, versie, stand) } else { (false, false) };
    let bedrag = stand.bedrag + regel.ingediend_bedrag.bedrag.get();
    [
        (product.is_some_and(|product| product.categorie != regel.product_categorie), Tr339::REGEL),
        (code.is_some_and(|code| *code != regel.product_code), Tr340::REGEL),
        (!past, Tr341::REGEL),
        (begin < versie.ingangsdatum, Tr307::REGEL),
        (versie.einddatum.is_some_and(|laatste| einde > laatste), Tr308::REGEL),
        (begin != begin.first_of_month() && begin != versie.ingangsdatum, Tr387::REGEL),
        (einde != einde.last_of_month() && Some(einde) != versie.einddatum, Tr388::REGEL),
        (in_periode, Tr321::REGEL),
        (totaal, Tr322::REGEL),
        (versie.budget.is_some_and(|budget| bedrag > budget.get()), Tr369::REGEL),
    ]
    .into_iter()
    .filter_map(|(fout, regel)| fout.then_some(regel))
    .collect()
}

/// Whether the volume is too large for the ProductPeriode (TR321), and with what was claimed before for the allocation (TR322).
fn te_veel(regel: &jw323::Prestatie, versie: &Toewijzing, stand: &Stand) -> (bool, bool) {
    let Some(omvang) = &versie.omvang else { return (false, false) };
    let periode = (regel.product_periode.begindatum, regel.product_periode.einddatum);
    let volume = in_kleinste(regel.geleverd_volume.get(), regel.eenheid);
    let maximum = maximum_in_periode(omvang, (versie.ingangsdatum, versie.einddatum), periode);
    let geheel = maximum_over_toewijzing(omvang, versie.ingangsdatum, versie.einddatum);
    let samen = stand.volume_in(omvang.eenheid).saturating_add(volume);
    (
        volume > in_kleinste(maximum, omvang.eenheid),
        geheel.is_some_and(|geheel| samen > in_kleinste(geheel, omvang.eenheid)),
    )
}
