//! The tables of the messages, as they read for people.

use ijw::Berichttype;
use ijw::tabel::{Datatype, Grens, Kardinaliteit, Klasse, Soort};

fn teken(klasse: &Klasse, diepte: usize, uit: &mut String) {
    for veld in klasse.velden {
        let aantal = match veld.kardinaliteit {
            Kardinaliteit::Een => "1",
            Kardinaliteit::HoogstensEen => "0..1",
        };
        let inspringing = "  ".repeat(diepte);
        let onderdeel = veld.onderdeel.map(|naam| format!(" / {naam} 1..n")).unwrap_or_default();
        let soort = match &veld.soort {
            Soort::Vast(vast) => format!("= {}", vast.waarde),
            Soort::Waarde(Datatype { naam, grens: Grens::Lijst { naam: lijst, .. } }) => {
                format!("{naam} [{lijst}]")
            }
            Soort::Waarde(datatype) => datatype.naam.to_owned(),
            Soort::Klasse(klasse) if klasse.ruimte == ijw::tabel::Ruimte::Basis => {
                format!("<{}>", klasse.naam)
            }
            Soort::Klasse(_) => String::new(),
        };
        let regel = format!("{inspringing}{}{onderdeel} {aantal} {soort}", veld.naam);
        uit.push_str(regel.trim_end());
        uit.push('\n');
        if let Soort::Klasse(klasse) = veld.soort
            && klasse.ruimte == ijw::tabel::Ruimte::Bericht
        {
            teken(klasse, diepte + 1, uit);
        }
    }
}

fn tabel(berichttype: Berichttype) -> String {
    let mut uit = String::new();
    teken(berichttype.tabel(), 0, &mut uit);
    uit
}

#[test]
fn a_jw301_has_the_fields_of_the_standard() {
    insta::assert_snapshot!(tabel(Berichttype::Jw301), @r"
    Header 1
      BerichtCode 1 = 436
      BerichtVersie 1 = 3
      BerichtSubversie 1 = 2
      Afzender 1 Gemeente
      Ontvanger 1 AgbCode
      BerichtIdentificatie 1 <BerichtIdentificatie>
      XsdVersie 1 <XsdVersie>
    Client 1
      Bsn 1 BurgerServicenummer
      Geboortedatum 1 <Geboortedatum>
      Geslacht 1 Geslacht [COD046]
      Naam 1 <VolledigeNaam>
      Communicatie 0..1 <Communicatie>
      JuridischeStatus 0..1 JuridischeStatus [WJ232]
      WettelijkeVertegenwoordiging 0..1 WettelijkeVertegenwoordiging [WJ003]
      Commentaar 0..1 Commentaar
      Relaties / Relatie 1..n 0..1
        Nummer 1 Persoonsid
        Volgorde 0..1 RelatieVolgorde
        Soort 1 SoortRelatie [COD472]
        Geboortedatum 0..1 <Geboortedatum>
        Geslacht 0..1 Geslacht [COD046]
        Naam 1 <VolledigeNaam>
        Contact 1
          Soort 1 AdresSoort [COD757]
          Adres 0..1 <Adres>
          Organisatie 0..1 Organisatienaam
          Telefoon 0..1 <Telefoonnummers>
          Emailadres 0..1 Emailadres
          Periode 0..1 <OpenPeriode>
      Contactgegevens / Contact 1..n 1
        Soort 1 AdresSoort [COD757]
        Adres 0..1 <Adres>
        Organisatie 0..1 Organisatienaam
        Telefoon 0..1 <Telefoonnummers>
        Emailadres 0..1 Emailadres
        Periode 0..1 <OpenPeriode>
      ToegewezenProducten / ToegewezenProduct 1..n 1
        ToewijzingNummer 1 Nummer
        ReferentieAanbieder 0..1 ReferentieTekst
        Product 0..1 <Product>
        Toewijzingsdatum 1 Datum
        Toewijzingstijd 1 Tijd
        Ingangsdatum 1 Datum
        Einddatum 0..1 Datum
        RedenWijziging 0..1 RedenWijziging [JZ002]
        Omvang 0..1 <Omvang>
        Budget 0..1 Budget
        Commentaar 0..1 Commentaar
    ");
}

#[test]
fn a_jw307_has_the_fields_of_the_standard() {
    insta::assert_snapshot!(tabel(Berichttype::Jw307), @r"
    Header 1
      BerichtCode 1 = 440
      BerichtVersie 1 = 3
      BerichtSubversie 1 = 2
      Afzender 1 AgbCode
      Ontvanger 1 Gemeente
      BerichtIdentificatie 1 <BerichtIdentificatie>
      XsdVersie 1 <XsdVersie>
    Client 1
      Bsn 1 BurgerServicenummer
      Geboortedatum 1 <Geboortedatum>
      Geslacht 1 Geslacht [COD046]
      Naam 1 <VerkorteNaam>
      StopProducten / StopProduct 1..n 1
        ToewijzingNummer 0..1 Nummer
        Product 0..1 <Product>
        ToewijzingIngangsdatum 0..1 Datum
        Begindatum 1 Datum
        RedenBeeindiging 1 RedenBeeindiging [JZ588]
        Einddatum 1 Datum
        StatusAanlevering 1 StatusAanlevering [COD467]
    ");
}

#[test]
fn a_jw323_has_the_fields_of_the_standard() {
    insta::assert_snapshot!(tabel(Berichttype::Jw323), @r"
    Header 1
      BerichtCode 1 = 490
      BerichtVersie 1 = 3
      BerichtSubversie 1 = 2
      Afzender 1 AgbCode
      Ontvanger 1 Gemeente
      BerichtIdentificatie 1 <BerichtIdentificatie>
      XsdVersie 1 <XsdVersie>
    Declaratie 1
      DeclaratieNummer 1 DeclaratieNummer
      DeclaratiePeriode 1 <GeslotenPeriode>
      DeclaratieDagtekening 1 Datum
      TotaalIngediendBedrag 1 <TotaalBedragMetDc>
      Clienten / Client 1..n 1
        Bsn 1 BurgerServicenummer
        Prestaties / Prestatie 1..n 1
          ProductReferentie 1 <Referentie>
          ToewijzingNummer 1 Nummer
          ProductCategorie 1 ProductCategorie [JZ020]
          ProductCode 1 ProductCode
          ProductPeriode 1 <GeslotenPeriode>
          GeleverdVolume 1 Volume
          Eenheid 1 Eenheid [WJ756]
          ProductTarief 0..1 Bedrag
          IngediendBedrag 1 <BedragMetDc>
    ");
}

#[test]
fn a_retour_has_the_classes_of_its_message_each_with_its_codes() {
    /// The fields of the content, without the codes.
    fn inhoud(berichttype: Berichttype) -> (String, usize) {
        let velden = berichttype.tabel().velden;
        let Soort::Klasse(klasse) = velden[1].soort else { panic!("{}", velden[1].naam) };
        let mut uit = String::new();
        teken(klasse, 0, &mut uit);
        let (codes, rest): (Vec<&str>, Vec<&str>) =
            uit.lines().partition(|regel| regel.trim_start().starts_with("RetourCodes"));
        (rest.join("\n"), codes.len())
    }
    for heen in Berichttype::ALLE {
        let Some(retour) = heen.answered_by().filter(|retour| *retour != Berichttype::Jw325) else {
            continue;
        };
        let ((van, geen), (terug, codes)) = (inhoud(*heen), inhoud(retour));
        assert_eq!(van, terug, "{}", retour.naam());
        assert_eq!(geen, 0);
        assert_eq!(codes, klassen(heen.tabel()) - 2, "one for every class but message and header");
    }
}

/// How many classes of its own a message has, counted where they stand.
fn klassen(klasse: &Klasse) -> usize {
    let onder = klasse.velden.iter().filter_map(|veld| match veld.soort {
        Soort::Klasse(klasse) if klasse.ruimte == ijw::tabel::Ruimte::Bericht => Some(klassen(klasse)),
        _ => None,
    });
    1 + onder.sum::<usize>()
}

#[test]
fn every_rule_within_a_message_hangs_on_a_class() {
    fn verzamel(klasse: &Klasse, uit: &mut std::collections::BTreeSet<&'static str>) {
        uit.extend(klasse.regels.iter().map(|regel| regel.code));
        for veld in klasse.velden {
            if let Soort::Klasse(klasse) = veld.soort {
                verzamel(klasse, uit);
            }
        }
    }
    let per_bericht = |berichttype: &Berichttype| {
        let mut regels = std::collections::BTreeSet::new();
        verzamel(berichttype.tabel(), &mut regels);
        regels
    };
    let alle: std::collections::BTreeSet<_> = Berichttype::ALLE.iter().flat_map(per_bericht).collect();
    let mut verwacht: std::collections::BTreeSet<_> =
        ijw::regels::NIVEAU2.iter().map(|regel| regel.code).collect();
    assert_eq!(verwacht.len(), 61);
    // Equal keys are compared where a class has a key, without a rule in its table.
    verwacht.remove("TR101");
    assert_eq!(alle, verwacht);
    // A retour message gets the general rules only.
    let retour: Vec<_> = per_bericht(&Berichttype::Jw302).into_iter().collect();
    assert_eq!(retour, ["CD005", "CD007", "CD025", "CS002", "CS050", "CS089", "CS139", "TR002"]);
}
