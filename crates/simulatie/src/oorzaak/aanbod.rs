//! The links of supply, flow and money, C26 to C61.

use super::begrip::Begrip as B;
use super::schakel::{Schakel, Sterkte, Vertraging, min, nul, plus};

pub(super) const SCHAKELS: &[Schakel] = &[
    Schakel::new(26, "000", &[min(B::ExtraGeld, B::Wachttijd)])
        .na(Vertraging::Kort)
        .noot("Voor een tijd.", "For a time."),
    Schakel::new(27, "000 L56-58", &[plus(B::GeldOp, B::Wachttijd)]).na(Vertraging::Direct),
    Schakel::new(28, "000", &[plus(B::Wachttijd, B::Alarm), plus(B::Alarm, B::ExtraGeld)])
        .na(Vertraging::Jaren(None))
        .noot("Steeds opnieuw.", "Time and again."),
    Schakel::new(
        29,
        "000 L60-61",
        &[nul(B::Marktwerking, B::SpiraalDoorbroken), nul(B::Dichterbij, B::SpiraalDoorbroken)],
    ),
    Schakel::new(30, "004 L26", &[min(B::Uitstroom, B::InHulp), plus(B::Behandelduur, B::InHulp)]).formule(
        "Zo werkt de motor van het model: wie langer hulp heeft, houdt een plaats bezet.",
        "So works the engine of the model: who is helped longer keeps a place.",
    ),
    Schakel::new(31, "004", &[plus(B::OpenHouse, B::Aanbieders)]),
    Schakel::new(32, "001 R2", &[plus(B::Keuzevrijheid, B::Aanbieders)]),
    Schakel::new(33, "004", &[plus(B::Aanbieders, B::LichtAanbod)])
        .noot("De bron zegt het niet met zoveel woorden.", "The source implies it."),
    Schakel::new(34, "004 L18-20", &[min(B::LichtAanbod, B::PassendComplex)]),
    Schakel::new(35, "001 R2", &[min(B::Aanbieders, B::Partnerschap)]).formule(
        "Meer aanbieders verzwakken partnerschap met een vast gewicht.",
        "More providers weaken partnership with a fixed weight.",
    ),
    Schakel::new(36, "001 R2, B4", &[plus(B::Partnerschap, B::Transformatie)]).formule(
        "Partnerschap telt voor een derde mee in leren.",
        "Partnership counts for a third of learning.",
    ),
    Schakel::new(37, "001 R2", &[plus(B::Omzetdrang, B::MarktBuiten)]),
    Schakel::new(
        38,
        "003",
        &[plus(B::VerwijzingBuiten, B::KostenGemeente), min(B::VerwijzingBuiten, B::Stuurbaarheid)],
    ),
    Schakel::new(39, "003", &[min(B::Poh, B::OnnodigSpecialist)]),
    Schakel::new(40, "001 B1", &[plus(B::GoedGesprek, B::JuisteKeuze)])
        .noot("Geruststellen, helpen of doorsturen.", "To reassure, to help or to send on."),
    Schakel::new(41, "001 B1", &[min(B::Grensdiscussies, B::SnelleToegang)])
        .noot("Ook: lang zoeken naar aanbod.", "As well as a long search for an offer."),
    Schakel::new(42, "001 B1", &[min(B::Expertteam, B::Stagnatie)]).sterk(Sterkte::Pleidooi),
    Schakel::new(43, "001 R2", &[min(B::Korting, B::Vernieuwing), plus(B::Korting, B::Grip)])
        .na(Vertraging::Direct)
        .noot("De korting was 15 procent.", "The cut was 15 per cent."),
    Schakel::new(
        44,
        "001 LEERT",
        &[min(B::Tekort, B::Vernieuwing), min(B::Vernieuwing, B::Jeugdhulp), plus(B::Jeugdhulp, B::Tekort)],
    )
    .na(Vertraging::Jaren(None))
    .noot("Op zichzelf al een kringloop.", "A loop by itself."),
    Schakel::new(
        45,
        "001 LEERT",
        &[plus(B::Tekort, B::BestuurlijkeDruk), plus(B::BestuurlijkeDruk, B::Grip)],
    )
    .formule(
        "Een tekort telt dubbel in de roep om controle (LR7).",
        "A shortage counts twice in the call for control (LR7).",
    ),
    Schakel::new(46, "001 R2", &[plus(B::Grip, B::Kortetermijn), min(B::Kortetermijn, B::Inhoud)])
        .noot("Samen met discussie over grenzen.", "Together with disputes on boundaries."),
    Schakel::new(
        47,
        "001 R3",
        &[plus(B::Tekort, B::Grensdiscussies), plus(B::Grensdiscussies, B::Afschuiven)],
    ),
    Schakel::new(
        48,
        "001 H1",
        &[plus(B::OpenJeugdwet, B::InstroomWetten), plus(B::InstroomWetten, B::Jeugdhulp)],
    ),
    Schakel::new(49, "001 H3 L760", &[plus(B::Afbakening, B::Afschuiven)]),
    Schakel::new(
        50,
        "001 H1",
        &[plus(B::Huurschuld, B::Uithuiszetting), plus(B::Uithuiszetting, B::Crisispleegzorg)],
    ),
    Schakel::new(51, "001 H1", &[plus(B::Thuiszitters, B::InstroomWetten)]),
    Schakel::new(52, "001 H1", &[plus(B::WlzTwijfel, B::InstroomWetten)]),
    Schakel::new(53, "001 H1", &[plus(B::Grensdiscussies, B::Verlenging)]),
    Schakel::new(54, "001 B5", &[plus(B::WetVoorWet, B::OnzekerheidOuders)])
        .na(Vertraging::Lang)
        .noot("Lang: zo lang zitten ouders in onzekerheid.", "Long: for so long parents do not know."),
    Schakel::new(55, "001 B5", &[min(B::Doorbraakbudget, B::Stagnatie)]).na(Vertraging::Direct),
    Schakel::new(56, "001 B5", &[min(B::KennisWetten, B::Grensdiscussies)]),
    Schakel::new(57, "001 B5", &[min(B::GeenBetaaltitel, B::OverlegVolwassen)]),
    Schakel::new(
        58,
        "001 B5",
        &[plus(B::Schooldata, B::CollectiefAanbod), min(B::CollectiefAanbod, B::Jeugdhulp)],
    ),
    Schakel::new(59, "002", &[min(B::Scheidingen, B::Capaciteit)]),
    Schakel::new(60, "004", &[plus(B::Arbeidsmarkt, B::Werkdruk)]),
    Schakel::new(61, "001 B4, R2", &[plus(B::Tarieven, B::Salarissen), plus(B::Salarissen, B::Behoud)]),
];
