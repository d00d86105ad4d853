//! The figures that are kept: what each is, between what it lies, and how CBS calls it.

use super::gebied::Gebied;
use crate::indicator::Tekst;

/// In what a figure is expressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Maat {
    /// A number of people, households or houses: whole.
    Aantal,
    /// Per hundred.
    Procent,
    /// Thousands of euros.
    DuizendEuro,
    /// A mean number.
    Gemiddelde,
    /// A number per square kilometre.
    PerKm2,
}

/// What a figure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Onderwerp {
    /// Who live there.
    Bevolking,
    /// With whom they live.
    Huishouden,
    /// What they have to live on.
    Inkomen,
    /// How they live.
    Wonen,
    /// Who has youth care (all forms, in kind).
    Jeugdzorg,
}

/// What belongs to a figure.
#[derive(Debug)]
pub struct Beschrijving {
    /// The figure.
    pub cijfer: Cijfer,
    /// Its key in files and exports.
    pub key: &'static str,
    /// Its name.
    pub naam: Tekst,
    /// What it is about.
    pub onderwerp: Onderwerp,
    /// In what it is expressed.
    pub maat: Maat,
    /// No more than this in a neighbourhood of any kind: far above it a decimal comma is suspected. Chosen wide by us, not published.
    /// Of numbers of people the kind of area decides.
    pub gewoon: f64,
    /// Headings that mean it: letters and digits only, in small letters.
    namen: &'static [&'static str],
}

macro_rules! cijfers {
    ($($name:ident $key:literal $nl:literal $en:literal $onderwerp:ident $maat:ident $gewoon:literal [$($namen:literal)*];)*) => {
        /// A figure of an area in a year.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Cijfer {
            $(#[doc = $en] $name,)*
        }

        impl Cijfer {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// What belongs to it.
            pub const fn beschrijving(self) -> &'static Beschrijving {
                match self {
                    $(Self::$name => &Beschrijving {
                        cijfer: Self::$name,
                        key: $key,
                        naam: Tekst { nl: $nl, en: $en },
                        onderwerp: Onderwerp::$onderwerp,
                        maat: Maat::$maat,
                        gewoon: $gewoon,
                        namen: &[$($namen),*],
                    },)*
                }
            }
        }
    };
}

// Headings: the open data of CBS (`k_0Tot15Jaar_8` without number), StatLine (`Bevolking/Leeftijd/0 tot 15 jaar (aantal)`, the last part
// without unit), the spreadsheets `kwb-JJJJ` (`a_00_14`), the maps of PDOK (`percentage_personen_0_tot_15_jaar`), and plain extracts.
cijfers! {
    Inwoners "inwoners" "Inwoners" "Inhabitants" Bevolking Aantal 0.0
        ["aantalinwoners" "inwoners" "ainw" "bevolking" "bevolkingaanhetbeginvandeperiode" "totalebevolking"];
    Inw0Tot15 "inw-0-15" "Inwoners van 0 tot 15 jaar" "Inhabitants aged 0 to 14" Bevolking Aantal 0.0
        ["0tot15jaar" "a0014" "inw014"];
    Inw15Tot25 "inw-15-25" "Inwoners van 15 tot 25 jaar" "Inhabitants aged 15 to 24" Bevolking Aantal 0.0
        ["15tot25jaar" "a1524" "inw1524"];
    Inw0Tot18 "inw-0-18" "Inwoners van 0 tot 18 jaar" "Inhabitants aged 0 to 17" Bevolking Aantal 0.0
        ["0tot18jaar" "jongerdan18jaar" "inw017"];
    Inw0Tot23 "inw-0-23" "Inwoners van 0 tot 23 jaar" "Inhabitants aged 0 to 22" Bevolking Aantal 0.0
        ["0tot23jaar" "jongerdan23jaar" "inw022"];
    Inw0Tot18Geschat "inw-0-18-geschat" "Inwoners van 0 tot 18 jaar, geschat door de bron" "Inhabitants aged 0 to 17, estimated by the source" Bevolking Aantal 0.0
        ["inw017schatting"];
    Pct0Tot15 "pct-0-15" "Van 0 tot 15 jaar" "Aged 0 to 14" Bevolking Procent 60.0
        ["percentagepersonen0tot15jaar" "p0014jr" "p0014"];
    Pct15Tot25 "pct-15-25" "Van 15 tot 25 jaar" "Aged 15 to 24" Bevolking Procent 95.0
        ["percentagepersonen15tot25jaar" "p1524jr" "p1524"];
    Dichtheid "adressen-km2" "Adressen in de omgeving" "Addresses around" Bevolking PerKm2 15000.0
        ["omgevingsadressendichtheid" "steoad" "oad"];
    Huishoudens "huishoudens" "Huishoudens" "Households" Huishouden Aantal 0.0
        ["huishoudenstotaal" "aantalhuishoudens" "huishoudens" "ahh" "particulierehuishoudens" "totaalparticulierehuishoudens"];
    HuishoudensMetKinderen "huishoudens-met-kinderen" "Huishoudens met kinderen" "Households with children" Huishouden Aantal 0.0
        ["huishoudensmetkinderen" "ahhmk"];
    PctMetKinderen "pct-met-kinderen" "Huishoudens met kinderen" "Households with children" Huishouden Procent 100.0
        ["percentagehuishoudensmetkinderen" "phhmk"];
    Eenouder "eenouderhuishoudens" "Huishoudens met één ouder" "Single-parent households" Huishouden Aantal 0.0
        ["eenouderhuishoudens" "eenouderhuishouden"];
    Huishoudgrootte "huishoudgrootte" "Mensen per huishouden" "People per household" Huishouden Gemiddelde 6.0
        ["gemiddeldehuishoudensgrootte" "gemiddeldehuishoudsgrootte" "ghhgro"];
    InkomenPerInwoner "inkomen-per-inwoner" "Inkomen per inwoner" "Income per inhabitant" Inkomen DuizendEuro 150.0
        ["gemiddeldinkomenperinwoner" "ginkpi"];
    PctLaagsteInkomens "pct-40-laagste" "Huishoudens bij de 40 % met het laagste inkomen" "Households among the 40% with the lowest income" Inkomen Procent 100.0
        ["40huishoudensmetlaagsteinkomen" "percentagehuishoudensmetlaaginkomen" "phhli"];
    PctLaagInkomen "pct-laag-inkomen" "Huishoudens met een laag inkomen" "Households with a low income" Inkomen Procent 50.0
        ["huishoudensmeteenlaaginkomen" "phhlink"];
    PctLageKoopkracht "pct-lage-koopkracht" "Huishoudens met weinig koopkracht" "Households with little purchasing power" Inkomen Procent 50.0
        ["huishoudensmetlagekoopkracht" "percentagehuishoudensmetlagekoopkracht" "phhlkk"];
    PctMinimum "pct-sociaal-minimum" "Huishoudens rond het sociaal minimum" "Households at or around the social minimum" Inkomen Procent 50.0
        ["huishonderofrondsociaalminimum" "huishoudensonderofrondsociaalminimum" "percentagehuishoudensonderofrondsociaalminimum" "phhosm"];
    PctTot110 "pct-110-minimum" "Huishoudens tot 110 % van het sociaal minimum" "Households up to 110% of the social minimum" Inkomen Procent 60.0
        ["huishoudenstot110vansociaalminimum" "huishoudenstot110percentvansociaalminimum" "phh110"];
    PctTot120 "pct-120-minimum" "Huishoudens tot 120 % van het sociaal minimum" "Households up to 120% of the social minimum" Inkomen Procent 70.0
        ["huishoudenstot120vansociaalminimum" "huishoudenstot120percentvansociaalminimum" "phh120"];
    Bijstand "bijstand" "Mensen met bijstand" "People on social assistance" Inkomen Aantal 0.0
        ["personenpersoortuitkeringbijstand" "aantalpersonenmeteenalgbijstandsuitkeringtot" "asozwb"];
    Woningen "woningen" "Woningen" "Houses" Wonen Aantal 0.0
        ["woningvoorraad" "awoning"];
    Woz "woz" "Gemiddelde waarde van woningen" "Mean value of houses" Wonen DuizendEuro 2500.0
        ["gemiddeldewozwaardevanwoningen" "gemiddeldewoningwaarde" "gwoz" "gwozbag"];
    PctKoop "pct-koop" "Koopwoningen" "Owner-occupied houses" Wonen Procent 100.0
        ["koopwoningen" "percentagekoopwoningen" "pkoopw"];
    PctHuur "pct-huur" "Huurwoningen" "Rented houses" Wonen Procent 100.0
        ["huurwoningentotaal" "huurwoningen" "percentagehuurwoningen" "phuurw"];
    PctCorporatie "pct-corporatie" "Huurwoningen van een corporatie" "Rented houses of a housing association" Wonen Procent 100.0
        ["inbezitwoningcorporatie" "perchuurwoningeninbezitwoningcorporaties" "pwcorpw"];
    Jeugdzorg "jeugdzorg" "Jongeren met jeugdzorg" "Youths with youth care" Jeugdzorg Aantal 0.0
        ["jongerenmetjeugdzorginnatura" "totaaljongerenmetjeugdzorginnatura" "aantaljongerenmetjeugdzorginnatura" "jeugdzorgtotaal" "jeugdzorg" "jongerenmetjeugdzorg" "totaaljongerenmetjeugdzorg" "ajztn"];
    PctJeugdzorg "pct-jeugdzorg" "Jongeren met jeugdzorg" "Youths with youth care" Jeugdzorg Procent 40.0
        ["percentagejongerenmetjeugdzorg" "percentagejongerenmetjeugdzorginnatura" "pjztn"];
    Jz0Tot4 "jeugdzorg-0-4" "Met jeugdzorg, 0 tot 4 jaar" "With youth care, aged 0 to 3" Jeugdzorg Aantal 0.0
        ["0tot4jaar" "jz03"];
    Jz4Tot12 "jeugdzorg-4-12" "Met jeugdzorg, 4 tot 12 jaar" "With youth care, aged 4 to 11" Jeugdzorg Aantal 0.0
        ["4tot12jaar" "jz411"];
    Jz12Tot18 "jeugdzorg-12-18" "Met jeugdzorg, 12 tot 18 jaar" "With youth care, aged 12 to 17" Jeugdzorg Aantal 0.0
        ["12tot18jaar" "jz1217"];
    Jz18Tot23 "jeugdzorg-18-23" "Met jeugdzorg, 18 tot 23 jaar" "With youth care, aged 18 to 22" Jeugdzorg Aantal 0.0
        ["18tot23jaar" "jz1822"];
    JzEenouder "jeugdzorg-eenouder" "Met jeugdzorg, thuis bij één ouder" "With youth care, at home with one parent" Jeugdzorg Aantal 0.0
        ["thuiswonendkindineenouderhuishouden" "jzeenouder"];
    JzPaar "jeugdzorg-paar" "Met jeugdzorg, thuis bij een paar" "With youth care, at home with a couple" Jeugdzorg Aantal 0.0
        ["thuiswonendkindbijeenpaar" "jzpaar"];
    JzAnders "jeugdzorg-ander-huishouden" "Met jeugdzorg, in een ander huishouden" "With youth care, in another household" Jeugdzorg Aantal 0.0
        ["anderhuishouden" "jzander"];
    Trajecten "trajecten" "Trajecten jeugdzorg" "Trajectories of youth care" Jeugdzorg Aantal 0.0
        ["totaaltrajecteninnatura" "trajecten"];
    ViaGemeente "via-gemeente" "Trajecten via de gemeente" "Trajectories by the municipality" Jeugdzorg Aantal 0.0
        ["gemeentelijketoegang" "verwgemeente"];
    ViaHuisarts "via-huisarts" "Trajecten via de huisarts" "Trajectories by the general practitioner" Jeugdzorg Aantal 0.0
        ["huisarts" "verwhuisarts"];
    ViaJeugdarts "via-jeugdarts" "Trajecten via de jeugdarts" "Trajectories by the youth doctor" Jeugdzorg Aantal 0.0
        ["jeugdarts" "verwjeugdarts"];
    ViaGi "via-gi" "Trajecten via de gecertificeerde instelling" "Trajectories by the certified institution" Jeugdzorg Aantal 0.0
        ["gecertificeerdeinstelling" "verwgi"];
    ViaSpecialist "via-medisch-specialist" "Trajecten via de medisch specialist" "Trajectories by the medical specialist" Jeugdzorg Aantal 0.0
        ["medischspecialist" "verwmedspec"];
    ViaRechter "via-rechter" "Trajecten via de rechter of officier" "Trajectories by judge or prosecutor" Jeugdzorg Aantal 0.0
        ["rechterofficiervanjustitie" "verwrechter"];
    ZonderVerwijzer "zonder-verwijzer" "Trajecten zonder verwijzer" "Trajectories without referrer" Jeugdzorg Aantal 0.0
        ["geenverwijzer" "verwgeen"];
    VerwijzerOnbekend "verwijzer-onbekend" "Trajecten, verwijzer onbekend" "Trajectories, referrer unknown" Jeugdzorg Aantal 0.0
        ["verwijzeronbekend" "verwonbekend"];
}

impl Cijfer {
    /// The figure with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.key() == key)
    }

    /// Its key in files and exports.
    pub const fn key(self) -> &'static str {
        self.beschrijving().key
    }

    /// The figure that a heading means: letters and digits only, in small letters.
    pub(super) fn from_heading(heading: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.beschrijving().namen.contains(&heading))
    }

    /// Whether it counts whole things.
    pub(super) const fn whole(self) -> bool {
        matches!(self.beschrijving().maat, Maat::Aantal)
    }

    /// Headings that mean a detail of youth care only in a table that has its total too (`0 tot 4 jaar`, `Huisarts`).
    pub(super) const fn detail_of_jeugdzorg(self) -> bool {
        matches!(self.beschrijving().onderwerp, Onderwerp::Jeugdzorg)
            && !matches!(self, Self::Jeugdzorg | Self::PctJeugdzorg)
    }

    /// The least and the most that it can be in an area.
    pub(super) const fn bounds(self, gebied: Gebied) -> (f64, f64) {
        match self.beschrijving().maat {
            Maat::Aantal => (0.0, gebied.most_people()),
            Maat::Procent => (0.0, 100.0),
            // Mean wealth and house values: no area comes near.
            Maat::DuizendEuro => (0.0, 20_000.0),
            Maat::Gemiddelde => (1.0, 12.0),
            Maat::PerKm2 => (0.0, 30_000.0),
        }
    }

    /// The most that is usual in an area, for suspicion.
    pub(super) const fn usual(self, gebied: Gebied) -> f64 {
        match self.beschrijving().maat {
            Maat::Aantal => gebied.most_people(),
            _ => self.beschrijving().gewoon,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_heading_means_two_figures() {
        let mut seen = BTreeSet::new();
        let mut keys = BTreeSet::new();
        for cijfer in Cijfer::ALL {
            assert!(keys.insert(cijfer.key()));
            assert_eq!(Cijfer::from_key(cijfer.key()), Some(*cijfer));
            for naam in cijfer.beschrijving().namen {
                assert!(seen.insert(naam), "{naam}");
                assert!(naam.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()), "{naam}");
                assert_eq!(Cijfer::from_heading(naam), Some(*cijfer));
            }
        }
    }
}
