//! The forms in which files come.

use informatie::bevolking::{Cel, Cijfer, Melding, Onbekend, Reden, Soort, Stand};

use super::{Home, excerpt, gebied, opgave};

/// One neighbourhood in six forms.
const OPEN_DATA: &str = "ID,WijkenEnBuurten,Gemeentenaam_1,SoortRegio_2,Codering_3,IndelingswijzigingWijkenEnBuurten_4,AantalInwoners_5,k_0Tot15Jaar_8,GemiddeldeHuishoudensgrootte_32,HuishOnderOfRondSociaalMinimum_79
7,WK075801  ,\"Breda                                   \",Wijk      ,WK075801  ,1,   25460,    4145,     2.2,     7.4
8,BU07580101,\"Breda                                   \",Buurt     ,BU07580101,1,    1000,     100,     2.0,     .
";
const STATLINE: &str = "\"Kerncijfers wijken en buurten 2022\"
\"Wijken en buurten\";\"Regioaanduiding/Gemeentenaam (naam)\";\"Regioaanduiding/Codering (code)\";\"Bevolking/Aantal inwoners (aantal)\";\"Bevolking/Leeftijd/0 tot 15 jaar (aantal)\";\"Huishoudens/Gemiddelde huishoudensgrootte (aantal)\";\"Inkomen/Huish. onder of rond sociaal minimum (%)\"
\"Breda noord\";\"Breda\";\"WK075801\";\"25460\";\"4145\";\"2,2\";\"7,4\"
\"Bron: CBS\"
";
const SPREADSHEET: &str =
    "gwb_code_10;regio;a_inw;a_00_14;g_hhgro;p_hh_osm\nWK075801;Breda noord;25460;4145;2,2;7,4\n";
const EXTRACT: &str = "wijkcode,wijk,jaar,inwoners,inw_0_14,gemiddelde_huishoudensgrootte,huish_onder_of_rond_sociaal_minimum\nWK075801,Breda noord,2022,25460,4145,2.2,7.4\n";

#[test]
fn the_same_neighbourhood_in_four_forms() {
    let utf16: Vec<u8> =
        "\u{feff}".encode_utf16().chain(STATLINE.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let forms: [(&str, Vec<u8>); 6] = [
        ("85318NED_UntypedDataSet.csv", OPEN_DATA.into()),
        ("Kerncijfers_wijken_en_buurten_2022_11122025_141648.csv", STATLINE.into()),
        ("met_mark.csv", format!("\u{feff}{STATLINE}").into_bytes()),
        ("breed.csv", utf16),
        ("kwb-2022.csv", SPREADSHEET.replace('\n', "\r\n").into_bytes()),
        ("uittreksel.csv", EXTRACT.into()),
    ];
    for (naam, bytes) in forms {
        let mut home = Home::new();
        let verslag = home.store.import(naam, &bytes, &opgave()).unwrap();
        assert_eq!(verslag.soort, Some(Soort::Cijfers), "{naam}");
        assert_eq!(verslag.bezwaren, [], "{naam}");
        let store = home.again();
        let wijk = gebied("WK075801");
        for (cijfer, value) in [
            (Cijfer::Inwoners, 25_460.0),
            (Cijfer::Inw0Tot15, 4145.0),
            (Cijfer::Huishoudgrootte, 2.2),
            (Cijfer::PctMinimum, 7.4),
        ] {
            let found = store.waarde(wijk, cijfer, 2022).unwrap_or_else(|| panic!("{naam}: {cijfer:?}"));
            assert_eq!(found.usable(), Some(value), "{naam}: {cijfer:?}");
            assert_eq!((found.bron, found.stand), ("CBS", Stand::NietGezegd));
        }
        if naam != "85318NED_UntypedDataSet.csv" {
            assert_eq!(store.naam(wijk), Some("Breda noord"), "{naam}");
        }
    }
}

#[test]
fn letters_of_windows_and_names_with_commas() {
    let mut home = Home::new();
    let bytes = b"wijkcode;wijk;jaar;inwoners\nWK074403;Castelr\xe9;2022;130\n";
    home.store.import("x.csv", bytes, &opgave()).unwrap();
    assert_eq!(home.again().naam(gebied("WK074403")), Some("Castelré"));
    let verslag = home.store.import_file(&excerpt("gemeentedata_2022.csv"), &opgave()).unwrap();
    assert_eq!(verslag.bezwaren, []);
    assert_eq!(home.again().naam(gebied("GM0820")), Some("Nuenen, Gerwen en Nederwetten"));
}

#[test]
fn the_youth_care_of_municipalities() {
    let mut home = Home::new();
    let verslag = home.store.import_file(&excerpt("gemeentedata_2022.csv"), &opgave()).unwrap();
    assert_eq!((verslag.soort, verslag.jaren.len()), (Some(Soort::Cijfers), 1));
    assert!(verslag.meldingen.contains(&Melding::StandNietGezegd(2022)));
    let store = home.again();
    let known = |code, cijfer| store.waarde(gebied(code), cijfer, 2022).unwrap().cel;
    assert_eq!(known("NL01", Cijfer::Jeugdzorg), Cel::Waarde(461_985.0));
    assert_eq!(known("GM0758", Cijfer::Jeugdzorg), Cel::Waarde(4725.0));
    assert_eq!(known("NL01", Cijfer::ViaHuisarts), Cel::Waarde(227_295.0));
    // Suppressed is unknown, never zero.
    assert_eq!(known("GM0820", Cijfer::ViaRechter), Cel::Onbekend(Onbekend::Punt));
}

#[test]
fn one_form_of_help_is_not_all_help() {
    let mut home = Home::new();
    let text = "VormenVanJeugdzorg;Wijken;Perioden;TotaalJongerenMetJeugdzorgInNatura_1;k_0Tot4Jaar_2\n\
        T001203;GM0758;2022JJ00;4725;200\nA041721;GM0758;2022JJ00;260;10\nA041721;GM0826;2022JJ00;100;5\n";
    let verslag = home.import("83563NED.csv", text);
    assert_eq!((verslag.bezwaren.len(), verslag.overgeslagen.vormen), (0, 2));
    let store = home.again();
    assert_eq!(store.waarde(gebied("GM0758"), Cijfer::Jeugdzorg, 2022).unwrap().usable(), Some(4725.0));
    assert_eq!(store.waarde(gebied("GM0826"), Cijfer::Jeugdzorg, 2022), None);
}

#[test]
fn ages_and_referrers_without_a_total_of_youth_care_are_not_youth_care() {
    let mut home = Home::new();
    let verslag = home.import(
        "x.csv",
        "Regio's;Perioden;Aantal inwoners;0 tot 4 jaar;Huisarts\nGM0758;2022;184702;9000;80\n",
    );
    assert_eq!(verslag.nieuw, 1);
    assert_eq!(verslag.kolommen_niet_bewaard, ["0 tot 4 jaar", "Huisarts"]);
}

#[test]
fn provisional_by_star_word_and_column() {
    for (text, stand) in [
        ("wijkcode;perioden;inwoners\nWK075801;2022*;100\n", Stand::Voorlopig),
        ("wijkcode;perioden;inwoners\nWK075801;2022**;100\n", Stand::NaderVoorlopig),
        ("wijkcode;perioden;inwoners\nWK075801;2022 (voorlopig);100\n", Stand::Voorlopig),
        ("wijkcode;jaar;status;inwoners\nWK075801;2022;Definitief;100\n", Stand::Definitief),
        ("wijkcode;jaar;inwoners\nWK075801;2022;100*\n", Stand::Voorlopig),
        ("wijkcode;jaar;inwoners\nWK075801;2022;100\n", Stand::NietGezegd),
    ] {
        let mut home = Home::new();
        let verslag = home.import("x.csv", text);
        let found =
            home.again().waarde(gebied("WK075801"), Cijfer::Inwoners, 2022).map(|w| (w.stand, w.usable()));
        assert_eq!(found, Some((stand, Some(100.0))), "{text}");
        assert_eq!(verslag.meldingen.contains(&Melding::Voorlopig(2022)), stand.provisional(), "{text}");
    }
}

#[test]
fn every_fault_says_line_column_value_and_what_to_do() {
    let mut home = Home::new();
    let text = "wijkcode;wijk;jaar;inwoners;inw_0_14;p_koopw
WK075801;goed;2022;25460;4145;60,5
WK075802;te kort;2022;1
Breda;geen code;2022;1;1;1
WK075803;half jaar;1e halfjaar 2022;1;1;1
WK075804;geen jaar;vorig jaar;1;1;1
WK075805;geen getal;2022;veel;10;1
WK075806;duizend;2022;1.234;10;1
WK075807;half mens;2022;12,5;10;1
WK075808;negatief;2022;-5;10;1
WK075809;aanhaling;\"2022;1;1;1
WK075810;te veel;2022;300000;10;1
WK075811;dubbel;2022;5;1;1
WK075811;dubbel;2022;6;1;1
WK075812;goed;2022;10;5;55
";
    let verslag = home.import("fouten.csv", text);
    let found: Vec<(u64, u32, &str, &str)> =
        verslag.bezwaren.iter().map(|b| (b.rij, b.kolom.nr, b.waarde.as_str(), b.reden.key())).collect();
    assert_eq!(
        found,
        [
            (3, 5, "WK075802;te kort;2022;1", "kolommen"),
            (4, 1, "Breda", "geen-gebied"),
            (5, 3, "1e halfjaar 2022", "geen-heel-jaar"),
            (6, 3, "vorig jaar", "geen-periode"),
            (7, 4, "veel", "geen-getal"),
            (8, 4, "1.234", "duizendtal"),
            (9, 4, "12,5", "breuk"),
            (10, 4, "-5", "buiten-grens"),
            (11, 1, "WK075809;aanhaling;\"2022;1;1;1", "aanhaling"),
            (12, 4, "300000", "buiten-grens"),
            (14, 4, "6", "dubbel"),
        ]
    );
    assert_eq!(
        verslag.bezwaren[4].to_string(),
        "fouten.csv:7: column 4 (inwoners), 'veel': not a number: correct it, or write . when it is not known"
    );
    // The good lines, and the good cells of bad lines, are kept.
    let store = home.again();
    let known = |code, cijfer| store.waarde(gebied(code), cijfer, 2022).and_then(|w| w.usable());
    assert_eq!(known("WK075801", Cijfer::Inwoners), Some(25_460.0));
    assert_eq!(known("WK075805", Cijfer::Inw0Tot15), Some(10.0));
    assert_eq!((known("WK075811", Cijfer::Inwoners), known("WK075811", Cijfer::PctKoop)), (None, Some(1.0)));
    assert_eq!(known("WK075812", Cijfer::PctKoop), Some(55.0));
}

#[test]
fn a_file_that_is_nothing_is_said_and_leaves_nothing() {
    for (naam, text, key) in [
        ("leeg.csv", "", "leeg"),
        ("brief.txt", "Beste collega,\n\nHierbij de cijfers.\n", "onbekende-soort"),
        ("regel.txt", "alleen maar tekst\nen nog een regel\n", "onbekende-soort"),
        ("verslag.md", "# Kop, met komma\nregel; een\nregel; twee; drie\n", "geen-cijfers"),
        ("vreemd.csv", "naam;kleur\nJan;blauw\n", "geen-cijfers"),
        ("zonder_code.csv", "Wijken en buurten;Aantal inwoners\nBreda noord;25460\n", "geen-gebiedskolom"),
        ("zonder_jaar.csv", "wijkcode;inwoners\nWK075801;25460\n", "geen-jaar"),
        ("stuk.geojson", "{\"type\": \"FeatureColl", "json"),
        ("ander.json", "{\"a\": 1}", "json"),
    ] {
        let mut home = Home::new();
        let verslag = home.import(naam, text);
        assert_eq!(verslag.bezwaren.first().map(|b| b.reden.key()), Some(key), "{naam}");
        assert!(
            verslag.bezwaren.len() == 1 && verslag.bezwaren[0].rij == 1 && verslag.bezwaren[0].kolom.nr > 0
        );
        assert_eq!(home.again().invoeren(), [], "{naam}");
    }
}

#[test]
fn a_column_that_stands_there_twice_is_not_guessed() {
    let mut home = Home::new();
    let verslag = home.import("x.csv", "wijkcode;jaar;inwoners;a_inw;p_koopw\nWK075801;2022;5;6;60\n");
    let keys: Vec<_> = verslag.bezwaren.iter().map(|b| (b.rij, b.kolom.nr, b.reden.clone())).collect();
    assert_eq!(keys, [(1, 3, Reden::DubbeleKolom), (1, 4, Reden::DubbeleKolom)]);
    assert_eq!(verslag.nieuw, 1);
}

#[test]
fn a_map_gives_names_sizes_changes_and_its_figures() {
    let mut home = Home::new();
    let square =
        "{\"type\":\"Polygon\",\"coordinates\":[[[4.7,51.5],[4.8,51.5],[4.8,51.6],[4.7,51.6],[4.7,51.5]]]}";
    let feature = |properties: &str, geometry: &str| {
        format!("{{\"type\":\"Feature\",\"properties\":{{{properties}}},\"geometry\":{geometry}}}")
    };
    let one = "\"wijkcode\":\"WK075801\",\"wijknaam\":\"Breda noord\",\"gemeentecode\":\"GM0758\",\"gemeentenaam\":\"Breda\",\"indelingswijziging_wijken_en_buurten\":3,\"water\":\"NEE\",\"aantal_inwoners\":25460,\"percentage_personen_0_tot_15_jaar\":16,\"percentage_personen_15_tot_25_jaar\":13,\"gemiddelde_woningwaarde\":-99997";
    let parts = [
        feature(one, square),
        feature("\"buurtcode\":\"BU07580101\",\"wijkcode\":\"WK075801\"", square),
        feature("\"wijkcode\":\"WK075899\",\"water\":\"JA\"", square),
        feature("\"naam\":\"ergens\"", square),
        feature("\"wijkcode\":\"WK075802\"", "{\"type\":\"Point\",\"coordinates\":[4.7,51.5]}"),
        feature("\"wijkcode\":\"WK075803\"", &square.replace("4.7,51.5", "112000,400000")),
    ];
    let text = format!("{{\"type\":\"FeatureCollection\",\"features\":[{}]}}", parts.join(","));
    let verslag = home.import("wijken_2024.geojson", &text);
    assert_eq!((verslag.soort, verslag.rijen), (Some(Soort::Kaart), 6));
    assert_eq!((verslag.overgeslagen.buurten, verslag.overgeslagen.water), (1, 1));
    let keys: Vec<_> =
        verslag.bezwaren.iter().map(|b| (b.rij, b.kolom.naam.as_str(), b.reden.key())).collect();
    assert_eq!(
        keys,
        [(4, "wijkcode", "geen-gebied"), (5, "geometry", "geen-omtrek"), (6, "geometry", "geen-graden")]
    );
    let store = home.again();
    let wijk = gebied("WK075801");
    assert_eq!(store.naam(wijk), Some("Breda noord"));
    let km2 = store.km2(wijk, 2024).unwrap();
    // 0.1 degree is 11.12 km north and 6.92 km east here.
    assert!((km2 - 76.9).abs() < 0.3, "{km2}");
    assert_eq!(store.waarde(wijk, Cijfer::Woz, 2024).unwrap().cel, Cel::Onbekend(Onbekend::Code));
    assert_eq!(store.waarde(wijk, Cijfer::Inwoners, 2024).unwrap().usable(), Some(25_460.0));
    assert!(
        matches!(&verslag.meldingen[..], [.., Melding::AndereGrenzen { jaar: 2024, wijken }] if wijken.len() == 1)
    );
}

#[test]
fn schools_of_before_and_after_2023() {
    let old = "PROVINCIE;BEVOEGD GEZAG NUMMER;BRIN NUMMER;VESTIGINGSNUMMER;VESTIGINGSNAAM;STRAATNAAM;POSTCODE;PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM
Noord-Brabant;1;00AA;00AA00;De Eerste;Laan;4811 AB;BREDA;0758;BREDA
Noord-Brabant;1;00AA;00AA01;De Tweede;Laan;4812XX;BREDA;758;BREDA
Noord-Brabant;1;0AAA;;Fout nummer;Laan;4812XX;BREDA;0758;BREDA
Noord-Brabant;1;00AB;00AB00;Postcode mist;Laan;onbekend;BREDA;0758;BREDA
";
    let new = old
        .replace("BRIN NUMMER;VESTIGINGSNUMMER", "INSTELLINGSCODE;VESTIGINGSCODE")
        .replace("De Tweede", "De Nieuwe")
        .replace("Noord-Brabant;1;00AB;00AB00;Postcode mist;Laan;onbekend;BREDA;0758;BREDA\n", "");
    let mut home = Home::new();
    let verslag = home.import("02-alle-schoolvestigingen-basisonderwijs_20220101.csv", old);
    assert_eq!((verslag.soort, verslag.nieuw, verslag.rijen), (Some(Soort::Scholen), 3, 4));
    let keys: Vec<_> = verslag.bezwaren.iter().map(|b| (b.rij, b.kolom.nr, b.reden.key())).collect();
    assert_eq!(keys, [(4, 4, "geen-brin"), (5, 7, "geen-postcode")]);
    let verslag = home.import("02-alle-schoolvestigingen-basisonderwijs_20250101.csv", &new);
    assert_eq!((verslag.nieuw, verslag.gelijk, verslag.anders.len()), (0, 1, 2));
    assert_eq!(verslag.meldingen, [Melding::ScholenWeg(vec!["00AB00".to_owned()])]);
    let store = home.again();
    let names: Vec<_> = store.scholen().map(|(_, s)| (s.nummer.as_str(), s.naam.as_str())).collect();
    assert_eq!(names, [("00AA00", "De Eerste"), ("00AA01", "De Nieuwe")]);
}
