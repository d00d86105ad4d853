//! The links of demand, C01 to C25.

use super::begrip::Begrip as B;
use super::schakel::{Schakel, Sterkte, Vertraging, min, nul, plus};

pub(super) const SCHAKELS: &[Schakel] = &[
    Schakel::new(1, "001 R1; 000 s2", &[plus(B::Prestatiedruk, B::HulpAlledaags)]),
    Schakel::new(2, "000 L77-79", &[min(B::RuimteGewoon, B::Diagnoses)]),
    Schakel::new(3, "000", &[plus(B::Toetscultuur, B::Ambulant)]),
    Schakel::new(
        4,
        "000; 001 B1",
        &[plus(B::Scheidingen, B::Ambulant), plus(B::Scheidingen, B::Onveiligheid)],
    ),
    Schakel::new(5, "000", &[plus(B::Diagnoses, B::ExtraHulp)]),
    Schakel::new(6, "002", &[min(B::RuimteGewoon, B::Jeugdhulp)]),
    Schakel::new(
        7,
        "000; 001 B5; 002",
        &[plus(B::Armoede, B::Gezinsstress), plus(B::Gezinsstress, B::Jeugdhulp)],
    ),
    Schakel::new(8, "000", &[min(B::IngewikkeldeRegels, B::Opgelost)]),
    Schakel::new(9, "000", &[plus(B::Schuldeiser, B::Gezinsstress)]),
    Schakel::new(10, "000 L97-102", &[min(B::Bestaanszekerheid, B::Jeugdhulp)]).noot(
        "De bron ziet een groot deel van de jeugdzorg van nu als niet nodig, als dit samen gebeurt: bestaanszekerheid, een mildere \
         overheid, eenvoudiger regels en hulp aan ouders.",
        "The source holds a large part of present youth care for needless if this happens together: a secure livelihood, a milder \
         government, simpler rules and help for parents.",
    ),
    Schakel::new(
        11,
        "000; 001 B1",
        &[plus(B::Ouderproblemen, B::Onveiligheid), plus(B::Ouderproblemen, B::Jeugdhulp)],
    ),
    Schakel::new(12, "000; 001 B1, B5", &[min(B::HulpOuders, B::ProblemenKind)]),
    Schakel::new(13, "000", &[plus(B::GgzGescheiden, B::AfstandGewoon)]),
    Schakel::new(14, "001 B5; 000", &[min(B::PassendOnderwijs, B::Jeugdhulp)]),
    Schakel::new(
        15,
        "001 B5",
        &[
            plus(B::SlechtWonen, B::Onveiligheid),
            plus(B::Onveiligheid, B::Uithuisplaatsing),
            plus(B::Onveiligheid, B::UrenHulp),
        ],
    )
    .na(Vertraging::Direct)
    .noot("Eén gezin.", "One family."),
    Schakel::new(16, "001 B5 L1391-1403", &[min(B::Woonoplossing, B::UrenHulp)])
        .na(Vertraging::Direct)
        .sterk(Sterkte::Uren(15, 2))
        .noot(
            "De enige maat in alle bronnen, van één gezin.",
            "The only size in all the sources, of one family.",
        ),
    Schakel::new(17, "001 B2 L1029", &[min(B::SterkeBasis, B::Jeugdhulp)])
        .na(Vertraging::Lang)
        .noot("De vraag wordt begrensd.", "Demand is bounded."),
    Schakel::new(18, "001 B2 L1027-1029", &[nul(B::SnijdenTweedeLijn, B::Transformatie)]).formule(
        "Minder geld of plaatsen bouwt in het model geen bouwsteen op.",
        "In the model less money or fewer places builds up no building block.",
    ),
    Schakel::new(19, "001 B1", &[min(B::InformeleSteun, B::SpecialistischeHulp)]),
    Schakel::new(
        20,
        "001 B1",
        &[plus(B::InformeleSteun, B::Veerkracht), min(B::InformeleSteun, B::Eenzaamheid)],
    ),
    Schakel::new(21, "001 SAM", &[min(B::HulpOpTijd, B::SpecialistischeHulp)]),
    Schakel::new(22, "002", &[min(B::SocialHolding, B::Jeugdhulp)]).na(Vertraging::Lang),
    Schakel::new(23, "002", &[plus(B::Voorwaarden, B::AndereKinderen)]),
    Schakel::new(24, "001 H1, R2", &[plus(B::Dichterbij, B::Jeugdhulp), plus(B::Dichterbij, B::InBeeld)])
        .na(Vertraging::Jaren(None)),
    Schakel::new(25, "001 H1", &[plus(B::ProblemenKind, B::Jeugdhulp)])
        .sterk(Sterkte::Onzeker)
        .noot("De bron zegt: het kan.", "The source says: it may be."),
];
