//! The links of governance and transformation, C62 to C112.

use super::begrip::Begrip as B;
use super::schakel::{Schakel, Sterkte, Vertraging, min, nul, plus};

pub(super) const SCHAKELS: &[Schakel] = &[
    Schakel::new(62, "001 R2", &[plus(B::Stelselwijziging, B::Onrust), min(B::Onrust, B::Transformatie)])
        .na(Vertraging::Jaren(None)),
    Schakel::new(
        63,
        "001 R2",
        &[plus(B::Onrust, B::EigenVoortbestaan), min(B::EigenVoortbestaan, B::Vernieuwing)],
    ),
    Schakel::new(64, "002", &[min(B::Stelselwijziging, B::Partnerschap)]),
    Schakel::new(65, "001 R2", &[plus(B::SchaalVerschil, B::Onrust), plus(B::Korting, B::Onrust)]),
    Schakel::new(
        66,
        "003",
        &[plus(B::Voorschrijven, B::Vertraging), min(B::Voorschrijven, B::Transformatie)],
    ),
    Schakel::new(67, "003", &[min(B::WettelijkVast, B::Dynamiek), plus(B::Dynamiek, B::IntegraleHulp)]),
    Schakel::new(
        68,
        "003",
        &[
            plus(B::Centraliseren, B::GroteAanbieders),
            min(B::Centraliseren, B::Vernieuwing),
            plus(B::Centraliseren, B::Versnippering),
        ],
    ),
    Schakel::new(69, "003", &[plus(B::GroteAanbieders, B::Afhankelijkheid)]),
    Schakel::new(
        70,
        "003",
        &[plus(B::Regionalisering, B::AfstandRaad), plus(B::Regionalisering, B::Bureaucratie)],
    ),
    Schakel::new(
        71,
        "001 R2",
        &[min(B::BesluitHoger, B::OverDomeinen), min(B::BesluitHoger, B::Legitimiteit)],
    ),
    Schakel::new(
        72,
        "001 R2 L531, B3",
        &[
            plus(B::Opdrachtgeverschaal, B::Bestuurskracht),
            plus(B::Opdrachtgeverschaal, B::SpecialistischAanwezig),
        ],
    ),
    Schakel::new(73, "001 R1", &[plus(B::Incident, B::Grip), min(B::Incident, B::Preventie)])
        .na(Vertraging::Direct),
    Schakel::new(
        74,
        "001 R2",
        &[plus(B::KamerMedia, B::Rijksprogrammas), min(B::Rijksprogrammas, B::Energie)],
    ),
    Schakel::new(
        75,
        "001 R2 (ROB)",
        &[min(B::Rijksdruk, B::Beleidsvrijheid), plus(B::Beleidsvrijheid, B::Doelmatigheid)],
    ),
    Schakel::new(
        76,
        "001 R1, LEERT",
        &[
            plus(B::Maakbaarheid, B::Ongeduld),
            plus(B::Ongeduld, B::SchuldStelsel),
            plus(B::SchuldStelsel, B::Stelselwijziging),
        ],
    )
    .noot("Volgens de bron al sinds 1974.", "Since 1974, the source says."),
    Schakel::new(77, "001 R1", &[min(B::Gelijkheid, B::Maatwerk)]),
    Schakel::new(
        78,
        "001 R1",
        &[plus(B::Verzakelijking, B::Handelingsverlegen), plus(B::Handelingsverlegen, B::LosseInterventie)],
    ),
    Schakel::new(79, "001 R1 L463", &[nul(B::LosseInterventie, B::EffectHulp)]).noot(
        "Bij trauma, als er niets gebeurt aan het leefklimaat.",
        "With trauma, when nothing is done about the surroundings.",
    ),
    Schakel::new(80, "001 R2", &[plus(B::Beleidsvrijheid, B::Variatie), plus(B::Variatie, B::Lasten)])
        .noot(
            "Meer naarmate aanbieders groter zijn en met meer gemeenten werken.",
            "More so with larger providers and more municipalities.",
        )
        .formule(
            "Meer aanbieders geven met een vast gewicht meer administratie.",
            "More providers give more administration with a fixed weight.",
        ),
    Schakel::new(81, "001 B4", &[plus(B::Overlap, B::Partnerschap), min(B::Overlap, B::Variatie)]),
    Schakel::new(82, "001 B4", &[plus(B::WeinigPartners, B::SamenSchaarste)])
        .na(Vertraging::Lang)
        .noot("De bron zegt: dit kost tijd.", "The source says: this takes time."),
    Schakel::new(83, "001 B3", &[min(B::Onsamenhangend, B::Transformatie)])
        .noot("De bron zegt het niet met zoveel woorden.", "The source implies it."),
    Schakel::new(
        84,
        "001 B4",
        &[plus(B::Lumpsum, B::AandachtBehoefte), plus(B::AandachtBehoefte, B::Preventie)],
    )
    .sterk(Sterkte::Aanwijzingen)
    .noot("In Utrecht.", "In Utrecht."),
    Schakel::new(
        85,
        "001 B4",
        &[plus(B::SamenLeren, B::Verantwoorden), plus(B::Verantwoorden, B::SamenLeren)],
    )
    .noot("Doorlopend, over en weer.", "All the time, both ways."),
    Schakel::new(86, "001 B4", &[plus(B::Maatwerkroute, B::Maatwerk)])
        .na(Vertraging::Lang)
        .noot("In de loop van de tijd.", "In the course of time."),
    Schakel::new(87, "001 R2", &[plus(B::Leeromgeving, B::Kwaliteit), plus(B::Leeromgeving, B::Behoud)])
        .formule(
            "Leren laat met een vast gewicht minder mensen vertrekken.",
            "Learning lets fewer people leave, with a fixed weight.",
        ),
    Schakel::new(
        88,
        "001 R2",
        &[plus(B::WeinigVakmanschap, B::Rolonduidelijk), plus(B::Rolonduidelijk, B::EthischeVragen)],
    ),
    Schakel::new(89, "002", &[plus(B::VasteRelatie, B::EffectHulp)]),
    Schakel::new(90, "002; 000; 004", &[plus(B::Continuiteit, B::SociaalDomein)]).na(Vertraging::Lang),
    Schakel::new(
        91,
        "003",
        &[plus(B::Tekort, B::NadrukGeld), min(B::Tekort, B::Kwaliteit), min(B::Tekort, B::Transformatie)],
    ),
    Schakel::new(
        92,
        "003",
        &[plus(B::Rugdekking, B::GesprekAanbieder), plus(B::GesprekAanbieder, B::Transformatie)],
    )
    .noot("De bron noemt het een fundamentele voorwaarde.", "The source calls it a fundamental condition."),
    Schakel::new(
        93,
        "003",
        &[plus(B::Nabijheid, B::GedeeldeKnelpunten), plus(B::GedeeldeKnelpunten, B::GedragenVoorwaarden)],
    ),
    Schakel::new(94, "000", &[plus(B::Tekort, B::Grip), min(B::Grip, B::Transformatie)])
        .noot("In tijden van schaarste.", "In times of scarcity."),
    Schakel::new(95, "002", &[plus(B::FocusRegio, B::WegVanLokaal)]),
    Schakel::new(96, "004", &[min(B::Besparing, B::VngDoet), plus(B::RijkNeemt, B::VngDoet)])
        .na(Vertraging::Maanden)
        .noot("In 2022; 511 miljoen euro per jaar.", "In 2022; 511 million euro a year."),
    Schakel::new(97, "000", &[min(B::Transformatie, B::Jeugdhulp), min(B::Transformatie, B::Verblijf)])
        .na(Vertraging::Jaren(Some(5)))
        .noot(
            "Vijf jaar of meer: van 2015 tot de eerste daling in 2020.",
            "Five years or more: from 2015 to the first fall in 2020.",
        ),
    Schakel::new(98, "001 B1", &[plus(B::Achttien, B::Afstemming), min(B::KlaarVoor18, B::Afstemming)])
        .noot("Op de achttiende verjaardag.", "At the eighteenth birthday."),
    Schakel::new(
        99,
        "003",
        &[plus(B::SamenNormaliseren, B::DuidelijkeToegang), plus(B::DuidelijkeToegang, B::Mandaat)],
    ),
    Schakel::new(
        100,
        "001 SLOT",
        &[plus(B::AlleBouwstenen, B::Transformatie), nul(B::DeelBouwstenen, B::Transformatie)],
    )
    .na(Vertraging::Jaren(None))
    .noot(
        "Meerdere jaren; een andere bron noemt 10 tot 20 jaar.",
        "Several years; another source says 10 to 20.",
    ),
    Schakel::new(101, "001 R2", &[plus(B::Toezicht, B::Lasten)]),
    Schakel::new(102, "001 RIJK", &[min(B::Tekort, B::KansAgenda)])
        .noot("Als de situatie zo blijft.", "If it stays as it is."),
    Schakel::new(
        103,
        "001 B5",
        &[plus(B::MonitorSamen, B::Bewustzijn), plus(B::Bewustzijn, B::OverGrensInvesteren)],
    )
    .na(Vertraging::Lang),
    Schakel::new(104, "001 B4", &[nul(B::Aanbesteden, B::Partnerschap)]).noot(
        "Alleen het aantal partners en de duur tellen.",
        "Only the number of partners and the duration count.",
    ),
    Schakel::new(105, "004", &[plus(B::OnbedoeldeEffecten, B::Lasten), plus(B::Lasten, B::Werkdruk)]),
    Schakel::new(106, "000", &[min(B::GgzBetaling, B::Netwerkpsychiatrie)]),
    Schakel::new(107, "001 B1 L908", &[plus(B::Wetten2014, B::MoeiteLevenslang)])
        .noot("Sinds 2014 en 2015.", "Since 2014 and 2015."),
    Schakel::new(108, "001 B5", &[plus(B::AndereKeuzes, B::KostenElders)]),
    Schakel::new(109, "001 B5", &[plus(B::DoorKokers, B::Doelmatigheid)])
        .noot("Uit studies van het IPW.", "From studies of IPW."),
    Schakel::new(
        110,
        "004",
        &[plus(B::SamenOptrekken, B::Doelmatigheid), plus(B::SamenOptrekken, B::Continuiteit)],
    ),
    Schakel::new(111, "001 R2", &[min(B::Vrijblijvend, B::RegionaalSamen)]),
    Schakel::new(112, "001 B4", &[min(B::Maatwerk, B::Uitzonderingen)])
        .na(Vertraging::Lang)
        .noot("In de loop van de tijd.", "In the course of time."),
];
