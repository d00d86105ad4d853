//! The table of all numbers. Sources: CBS and the demo region as told in `docs/model.md`; `C..` are the causal links of the seeds,
//! which give a direction and no size: what says "aanname" is a guess, and its range is part of the model.

use super::aanname::Grootheid;

macro_rules! tabel {
    ($($name:ident $naam:literal $waarde:literal ($laag:literal, $hoog:literal) $eenheid:literal $bron:literal $uitleg:literal;)+) => {
        /// A number of the model, by name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Sleutel { $(#[doc = $uitleg] $name,)+ }

        /// All numbers, in the order of [`Sleutel`].
        pub const TABEL: &[Grootheid] = &[$(Grootheid {
            sleutel: Sleutel::$name, naam: $naam, waarde: $waarde, laag: $laag, hoog: $hoog,
            eenheid: $eenheid, bron: $bron, uitleg: $uitleg,
        },)+];
    };
}

#[rustfmt::skip]
tabel! {
    JeugdGunstig "jeugd.gunstig" 20_140.0 (20_140.0, 20_140.0) "youths 0-17" "CBS wijken en buurten 2022, jeugdregio West-Brabant-Oost" "Youths in neighbourhoods whose circumstances are gunstig.";
    JeugdMidden "jeugd.midden" 17_950.0 (17_950.0, 17_950.0) "youths 0-17" "CBS wijken en buurten 2022, jeugdregio West-Brabant-Oost" "Youths in neighbourhoods whose circumstances are midden.";
    JeugdKrap "jeugd.krap" 30_050.0 (30_050.0, 30_050.0) "youths 0-17" "CBS wijken en buurten 2022, jeugdregio West-Brabant-Oost" "Youths in neighbourhoods whose circumstances are krap.";
    GebruikGunstig "gebruik.gunstig" 0.1135 (0.1022, 0.1249) "per youth" "CBS wijken en buurten 2022, jeugdregio West-Brabant-Oost" "Youths in care per youth there (gunstig); only how they compare counts.";
    GebruikMidden "gebruik.midden" 0.132 (0.1188, 0.1452) "per youth" "CBS wijken en buurten 2022, jeugdregio West-Brabant-Oost" "Youths in care per youth there (midden); only how they compare counts.";
    GebruikKrap "gebruik.krap" 0.1319 (0.1187, 0.1451) "per youth" "CBS wijken en buurten 2022, jeugdregio West-Brabant-Oost" "Youths in care per youth there (krap); only how they compare counts.";
    InZorg "start.in_zorg" 9_670.0 (9_400.0, 9_950.0) "youths a year" "CBS 2022 (voorlopig), jeugdregio West-Brabant-Oost" "Youths with youth care in a year, at the start.";
    DeelOuder "start.deel_ouder" 0.425 (0.4, 0.45) "share" "CBS 2022: 12-17 40,8 %, 18-22 1,7 %" "Of the questions, how many are of youths from twelve years.";
    OmstOuders "omstandigheden.ouders" 1.3 (1.0, 1.8) "times" "aanname; richting C07, C11" "How many times as often this group comes where circumstances are tight as where they are good.";
    OmstKwetsbaar "omstandigheden.kwetsbaar" 1.6 (1.1, 2.5) "times" "aanname; richting C07, C11" "How many times as often this group comes where circumstances are tight as where they are good.";
    VraagAlledaags "vraag.alledaags" 0.3 (0.21, 0.39) "share" "aanname" "Of the questions, those of everyday questions; shares are made to sum to one.";
    VraagEnkelvoudigGgz "vraag.enkelvoudig-ggz" 0.3 (0.21, 0.39) "share" "aanname" "Of the questions, those of single ggz problems; shares are made to sum to one.";
    VraagPsychiatrisch "vraag.psychiatrisch" 0.03 (0.021, 0.039) "share" "aanname" "Of the questions, those of severe psychiatric disorders; shares are made to sum to one.";
    VraagLevenslang "vraag.levenslang" 0.06 (0.042, 0.078) "share" "aanname" "Of the questions, those of lifelong disabilities; shares are made to sum to one.";
    VraagOuders "vraag.ouders" 0.11 (0.077, 0.143) "share" "aanname" "Of the questions, those of parents with complex problems; shares are made to sum to one.";
    VraagKwetsbaar "vraag.kwetsbaar" 0.13 (0.091, 0.169) "share" "aanname" "Of the questions, those of vulnerable families; shares are made to sum to one.";
    VraagJongvolwassen "vraag.jongvolwassen" 0.07 (0.049, 0.091) "share" "aanname" "Of the questions, those of young adults in a vulnerable position; shares are made to sum to one.";
    WegHuisartsAlledaags "weg.huisarts.alledaags" 0.35 (0.2625, 0.4375) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of everyday questions, those that come by general practitioner or specialist; what is left comes by the team.";
    WegHuisartsEnkelvoudigGgz "weg.huisarts.enkelvoudig-ggz" 0.62 (0.465, 0.775) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of single ggz problems, those that come by general practitioner or specialist; what is left comes by the team.";
    WegHuisartsPsychiatrisch "weg.huisarts.psychiatrisch" 0.75 (0.5625, 0.9375) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of severe psychiatric disorders, those that come by general practitioner or specialist; what is left comes by the team.";
    WegHuisartsLevenslang "weg.huisarts.levenslang" 0.3 (0.225, 0.375) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of lifelong disabilities, those that come by general practitioner or specialist; what is left comes by the team.";
    WegHuisartsOuders "weg.huisarts.ouders" 0.25 (0.1875, 0.3125) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of parents with complex problems, those that come by general practitioner or specialist; what is left comes by the team.";
    WegHuisartsKwetsbaar "weg.huisarts.kwetsbaar" 0.15 (0.1125, 0.1875) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of vulnerable families, those that come by general practitioner or specialist; what is left comes by the team.";
    WegHuisartsJongvolwassen "weg.huisarts.jongvolwassen" 0.3 (0.225, 0.375) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of young adults in a vulnerable position, those that come by general practitioner or specialist; what is left comes by the team.";
    WegSchoolAlledaags "weg.school.alledaags" 0.2 (0.15, 0.25) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of everyday questions, those that come by school; what is left comes by the team.";
    WegSchoolEnkelvoudigGgz "weg.school.enkelvoudig-ggz" 0.14 (0.105, 0.175) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of single ggz problems, those that come by school; what is left comes by the team.";
    WegSchoolPsychiatrisch "weg.school.psychiatrisch" 0.04 (0.03, 0.05) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of severe psychiatric disorders, those that come by school; what is left comes by the team.";
    WegSchoolLevenslang "weg.school.levenslang" 0.15 (0.1125, 0.1875) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of lifelong disabilities, those that come by school; what is left comes by the team.";
    WegSchoolOuders "weg.school.ouders" 0.1 (0.075, 0.125) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of parents with complex problems, those that come by school; what is left comes by the team.";
    WegSchoolKwetsbaar "weg.school.kwetsbaar" 0.15 (0.1125, 0.1875) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of vulnerable families, those that come by school; what is left comes by the team.";
    WegSchoolJongvolwassen "weg.school.jongvolwassen" 0.05 (0.0375, 0.0625) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of young adults in a vulnerable position, those that come by school; what is left comes by the team.";
    WegGiAlledaags "weg.gi.alledaags" 0.005 (0.0037, 0.0063) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of everyday questions, those that come by a certified institution; what is left comes by the team.";
    WegGiEnkelvoudigGgz "weg.gi.enkelvoudig-ggz" 0.005 (0.0037, 0.0063) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of single ggz problems, those that come by a certified institution; what is left comes by the team.";
    WegGiPsychiatrisch "weg.gi.psychiatrisch" 0.03 (0.0225, 0.0375) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of severe psychiatric disorders, those that come by a certified institution; what is left comes by the team.";
    WegGiLevenslang "weg.gi.levenslang" 0.03 (0.0225, 0.0375) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of lifelong disabilities, those that come by a certified institution; what is left comes by the team.";
    WegGiOuders "weg.gi.ouders" 0.1 (0.075, 0.125) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of parents with complex problems, those that come by a certified institution; what is left comes by the team.";
    WegGiKwetsbaar "weg.gi.kwetsbaar" 0.22 (0.165, 0.275) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of vulnerable families, those that come by a certified institution; what is left comes by the team.";
    WegGiJongvolwassen "weg.gi.jongvolwassen" 0.08 (0.06, 0.1) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of young adults in a vulnerable position, those that come by a certified institution; what is left comes by the team.";
    WegZelfAlledaags "weg.zelf.alledaags" 0.15 (0.1125, 0.1875) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of everyday questions, those that come by the family itself; what is left comes by the team.";
    WegZelfEnkelvoudigGgz "weg.zelf.enkelvoudig-ggz" 0.04 (0.03, 0.05) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of single ggz problems, those that come by the family itself; what is left comes by the team.";
    WegZelfPsychiatrisch "weg.zelf.psychiatrisch" 0.03 (0.0225, 0.0375) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of severe psychiatric disorders, those that come by the family itself; what is left comes by the team.";
    WegZelfLevenslang "weg.zelf.levenslang" 0.07 (0.0525, 0.0875) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of lifelong disabilities, those that come by the family itself; what is left comes by the team.";
    WegZelfOuders "weg.zelf.ouders" 0.1 (0.075, 0.125) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of parents with complex problems, those that come by the family itself; what is left comes by the team.";
    WegZelfKwetsbaar "weg.zelf.kwetsbaar" 0.08 (0.06, 0.1) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of vulnerable families, those that come by the family itself; what is left comes by the team.";
    WegZelfJongvolwassen "weg.zelf.jongvolwassen" 0.17 (0.1275, 0.2125) "share" "aanname; samen gericht op CBS 2022: huisarts en specialist 50 %, gemeente en jeugdarts 43 %, GI 5 %" "Of the questions of young adults in a vulnerable position, those that come by the family itself; what is left comes by the team.";
    DeelGgzAlledaags "deel_ggz.alledaags" 0.1 (0.075, 0.115) "share" "aanname; samen gericht op 6.000 begonnen trajecten in de demo" "Of the treatment of everyday questions, what is youth ggz; the rest is ambulant.";
    DeelGgzEnkelvoudigGgz "deel_ggz.enkelvoudig-ggz" 0.72 (0.54, 0.828) "share" "aanname; samen gericht op 6.000 begonnen trajecten in de demo" "Of the treatment of single ggz problems, what is youth ggz; the rest is ambulant.";
    DeelGgzPsychiatrisch "deel_ggz.psychiatrisch" 0.85 (0.6375, 0.97) "share" "aanname; samen gericht op 6.000 begonnen trajecten in de demo" "Of the treatment of severe psychiatric disorders, what is youth ggz; the rest is ambulant.";
    DeelGgzLevenslang "deel_ggz.levenslang" 0.15 (0.1125, 0.1725) "share" "aanname; samen gericht op 6.000 begonnen trajecten in de demo" "Of the treatment of lifelong disabilities, what is youth ggz; the rest is ambulant.";
    DeelGgzOuders "deel_ggz.ouders" 0.1 (0.075, 0.115) "share" "aanname; samen gericht op 6.000 begonnen trajecten in de demo" "Of the treatment of parents with complex problems, what is youth ggz; the rest is ambulant.";
    DeelGgzKwetsbaar "deel_ggz.kwetsbaar" 0.1 (0.075, 0.115) "share" "aanname; samen gericht op 6.000 begonnen trajecten in de demo" "Of the treatment of vulnerable families, what is youth ggz; the rest is ambulant.";
    DeelGgzJongvolwassen "deel_ggz.jongvolwassen" 0.3 (0.225, 0.345) "share" "aanname; samen gericht op 6.000 begonnen trajecten in de demo" "Of the treatment of young adults in a vulnerable position, what is youth ggz; the rest is ambulant.";
    DeelVerblijfAlledaags "deel_verblijf.alledaags" 0.004 (0.0024, 0.0056) "share" "aanname; samen gericht op 516 begonnen verblijven in de demo" "Of the treatment of everyday questions, what begins as a stay.";
    DeelVerblijfEnkelvoudigGgz "deel_verblijf.enkelvoudig-ggz" 0.01 (0.006, 0.014) "share" "aanname; samen gericht op 516 begonnen verblijven in de demo" "Of the treatment of single ggz problems, what begins as a stay.";
    DeelVerblijfPsychiatrisch "deel_verblijf.psychiatrisch" 0.08 (0.048, 0.112) "share" "aanname; samen gericht op 516 begonnen verblijven in de demo" "Of the treatment of severe psychiatric disorders, what begins as a stay.";
    DeelVerblijfLevenslang "deel_verblijf.levenslang" 0.09 (0.054, 0.126) "share" "aanname; samen gericht op 516 begonnen verblijven in de demo" "Of the treatment of lifelong disabilities, what begins as a stay.";
    DeelVerblijfOuders "deel_verblijf.ouders" 0.05 (0.03, 0.07) "share" "aanname; samen gericht op 516 begonnen verblijven in de demo" "Of the treatment of parents with complex problems, what begins as a stay.";
    DeelVerblijfKwetsbaar "deel_verblijf.kwetsbaar" 0.12 (0.072, 0.168) "share" "aanname; samen gericht op 516 begonnen verblijven in de demo" "Of the treatment of vulnerable families, what begins as a stay.";
    DeelVerblijfJongvolwassen "deel_verblijf.jongvolwassen" 0.07 (0.042, 0.098) "share" "aanname; samen gericht op 516 begonnen verblijven in de demo" "Of the treatment of young adults in a vulnerable position, what begins as a stay.";
    DoorAlledaags "wijkteam.door.alledaags" 0.28 (0.224, 0.2996) "share" "aanname" "Of everyday questions at the team, how many go on to treatment.";
    DoorEnkelvoudigGgz "wijkteam.door.enkelvoudig-ggz" 0.62 (0.496, 0.6634) "share" "aanname" "Of single ggz problems at the team, how many go on to treatment.";
    DoorPsychiatrisch "wijkteam.door.psychiatrisch" 0.93 (0.744, 0.99) "share" "aanname" "Of severe psychiatric disorders at the team, how many go on to treatment.";
    DoorLevenslang "wijkteam.door.levenslang" 0.72 (0.576, 0.7704) "share" "aanname" "Of lifelong disabilities at the team, how many go on to treatment.";
    DoorOuders "wijkteam.door.ouders" 0.45 (0.36, 0.4815) "share" "aanname" "Of parents with complex problems at the team, how many go on to treatment.";
    DoorKwetsbaar "wijkteam.door.kwetsbaar" 0.65 (0.52, 0.6955) "share" "aanname" "Of vulnerable families at the team, how many go on to treatment.";
    DoorJongvolwassen "wijkteam.door.jongvolwassen" 0.45 (0.36, 0.4815) "share" "aanname" "Of young adults in a vulnerable position at the team, how many go on to treatment.";
    AnderAlledaags "wijkteam.anderewet.alledaags" 0.02 (0.01, 0.03) "share" "aanname" "Of the rest of everyday questions at the team, how many go to another law.";
    AnderEnkelvoudigGgz "wijkteam.anderewet.enkelvoudig-ggz" 0.02 (0.01, 0.03) "share" "aanname" "Of the rest of single ggz problems at the team, how many go to another law.";
    AnderPsychiatrisch "wijkteam.anderewet.psychiatrisch" 0.02 (0.01, 0.03) "share" "aanname" "Of the rest of severe psychiatric disorders at the team, how many go to another law.";
    AnderLevenslang "wijkteam.anderewet.levenslang" 0.15 (0.075, 0.225) "share" "aanname" "Of the rest of lifelong disabilities at the team, how many go to another law.";
    AnderOuders "wijkteam.anderewet.ouders" 0.15 (0.075, 0.225) "share" "aanname" "Of the rest of parents with complex problems at the team, how many go to another law.";
    AnderKwetsbaar "wijkteam.anderewet.kwetsbaar" 0.06 (0.03, 0.09) "share" "aanname" "Of the rest of vulnerable families at the team, how many go to another law.";
    AnderJongvolwassen "wijkteam.anderewet.jongvolwassen" 0.25 (0.125, 0.375) "share" "aanname" "Of the rest of young adults in a vulnerable position at the team, how many go to another law.";
    WijkteamNulde "wijkteam.nuldelijn" 0.15 (0.05, 0.3) "share" "aanname" "Of the rest at the team, how many go on in ordinary life.";
    NuldeTerug "nuldelijn.wijkteam" 0.15 (0.05, 0.3) "share" "aanname" "Of who was helped in ordinary life, how many come to the team.";
    ZelfNulde "zelf.nuldelijn" 0.5 (0.3, 0.7) "share" "aanname" "Of who comes by themselves or by school, how many begin in ordinary life.";
    GiVerblijf "gi.verblijf" 0.2 (0.1, 0.3) "share" "aanname" "Of who comes by a certified institution, how many begin with a stay.";
    GiCrisis "gi.crisis" 0.05 (0.02, 0.1) "share" "aanname" "Of who comes by a certified institution, how many begin with a crisis.";
    HuisartsCrisis "huisarts.crisis" 0.004 (0.001, 0.008) "share" "aanname; samen gericht op 60 crisisverblijven in de demo" "Of who comes by general practitioner, how many begin with a crisis.";
    HuisartsWijkteam "huisarts.wijkteam" 0.08 (0.02, 0.2) "share" "aanname" "Of who comes by general practitioner, how many are first seen by the team.";
    DuurNulde "duur.nuldelijn" 120.0 (60.0, 240.0) "days" "aanname" "Mean time of help in ordinary life.";
    DuurWijkteam "duur.wijkteam" 150.0 (90.0, 240.0) "days" "aanname" "Mean time of help by the team.";
    DuurAmbulant "duur.ambulant" 430.0 (380.0, 480.0) "days" "demoregio: duur per product uit CBS 85096NED, gewogen naar instroom" "Mean time of ambulant help.";
    DuurGgz "duur.ggz" 332.0 (290.0, 370.0) "days" "demoregio: duur per product uit CBS 85096NED, gewogen naar instroom" "Mean time of youth ggz.";
    DuurVerblijf "duur.verblijf" 603.0 (520.0, 690.0) "days" "demoregio: duur per product uit CBS 85096NED, gewogen naar instroom" "Mean time of a stay.";
    DuurCrisis "duur.crisis" 28.0 (20.0, 40.0) "days" "demoregio: 46A03, vier weken" "Mean time of crisis help.";
    DuurAnder "duur.anderewet" 365.0 (180.0, 730.0) "days" "aanname" "Mean time of help from another law.";
    DuurThuis "duur.tot_terugval" 300.0 (120.0, 600.0) "days" "aanname" "Mean time at home until a relapse.";
    DuurZonder "duur.zonder" 240.0 (120.0, 480.0) "days" "aanname" "Mean time without help of who gave up waiting, until it is over or worse.";
    Spreiding "duur.spreiding" 0.95 (0.8, 1.1) "deviation / mean" "demoregio: past bij CBS 85096NED" "Variation of durations.";
    ZwaarteAlledaags "zwaarte.alledaags" 0.75 (0.6, 0.9) "times" "aanname" "How long help of everyday questions takes, relative to others.";
    ZwaarteEnkelvoudigGgz "zwaarte.enkelvoudig-ggz" 0.95 (0.76, 1.14) "times" "aanname" "How long help of single ggz problems takes, relative to others.";
    ZwaartePsychiatrisch "zwaarte.psychiatrisch" 1.3 (1.04, 1.56) "times" "aanname" "How long help of severe psychiatric disorders takes, relative to others.";
    ZwaarteLevenslang "zwaarte.levenslang" 1.5 (1.2, 1.8) "times" "aanname" "How long help of lifelong disabilities takes, relative to others.";
    ZwaarteOuders "zwaarte.ouders" 1.0 (0.8, 1.2) "times" "aanname" "How long help of parents with complex problems takes, relative to others.";
    ZwaarteKwetsbaar "zwaarte.kwetsbaar" 1.15 (0.92, 1.38) "times" "aanname" "How long help of vulnerable families takes, relative to others.";
    ZwaarteJongvolwassen "zwaarte.jongvolwassen" 0.9 (0.72, 1.08) "times" "aanname" "How long help of young adults in a vulnerable position takes, relative to others.";
    KetenGgz "keten.ambulant_ggz" 0.08 (0.04, 0.14) "share" "aanname; CBS 2021: 24 % van de begonnen trajecten is niet nieuw" "After ambulant help, on to ggz.";
    KetenAmbulant "keten.ggz_ambulant" 0.1 (0.05, 0.16) "share" "aanname" "After ggz, on to ambulant help.";
    KetenVerblijf "keten.verblijf" 0.02 (0.01, 0.04) "share" "aanname" "After treatment at home, on to a stay (more for heavy groups).";
    KetenCrisis "keten.crisis" 0.004 (0.002, 0.008) "share" "aanname; samen gericht op 60 crisisverblijven in de demo" "After treatment at home, a crisis (more for heavy groups).";
    KetenWijkteam "keten.wijkteam" 0.05 (0.02, 0.1) "share" "aanname" "After treatment, on to lighter help by the team.";
    VerblijfThuis "keten.verblijf_ambulant" 0.45 (0.3, 0.6) "share" "aanname" "After a stay, on to ambulant help at home.";
    TerugvalAlledaags "terugval.alledaags" 0.1 (0.06, 0.14) "share" "aanname; CBS 2021: 24 % van de begonnen trajecten is niet nieuw" "Of everyday questions after treatment, how many have a relapse.";
    TerugvalEnkelvoudigGgz "terugval.enkelvoudig-ggz" 0.18 (0.108, 0.252) "share" "aanname; CBS 2021: 24 % van de begonnen trajecten is niet nieuw" "Of single ggz problems after treatment, how many have a relapse.";
    TerugvalPsychiatrisch "terugval.psychiatrisch" 0.35 (0.21, 0.49) "share" "aanname; CBS 2021: 24 % van de begonnen trajecten is niet nieuw" "Of severe psychiatric disorders after treatment, how many have a relapse.";
    TerugvalLevenslang "terugval.levenslang" 0.3 (0.18, 0.42) "share" "aanname; CBS 2021: 24 % van de begonnen trajecten is niet nieuw" "Of lifelong disabilities after treatment, how many have a relapse.";
    TerugvalOuders "terugval.ouders" 0.22 (0.132, 0.308) "share" "aanname; CBS 2021: 24 % van de begonnen trajecten is niet nieuw" "Of parents with complex problems after treatment, how many have a relapse.";
    TerugvalKwetsbaar "terugval.kwetsbaar" 0.32 (0.192, 0.448) "share" "aanname; CBS 2021: 24 % van de begonnen trajecten is niet nieuw" "Of vulnerable families after treatment, how many have a relapse.";
    TerugvalJongvolwassen "terugval.jongvolwassen" 0.28 (0.168, 0.392) "share" "aanname; CBS 2021: 24 % van de begonnen trajecten is niet nieuw" "Of young adults in a vulnerable position after treatment, how many have a relapse.";
    AchttienVerder "achttien.verder" 0.3 (0.15, 0.5) "share" "aanname, als in de demo: drie op tien" "Of who turns eighteen in treatment, how many go on in another law.";
    AnderTerug "anderewet.terug" 0.15 (0.05, 0.3) "share" "aanname; richting C48, C52" "Of who was sent to another law, how many come back unhelped.";
    CrisisAmbulant "crisis.ambulant" 0.4 (0.25, 0.5) "share" "aanname" "After a crisis, on to ambulant help.";
    CrisisVerblijf "crisis.verblijf" 0.25 (0.15, 0.35) "share" "aanname" "After a crisis, on to a stay.";
    CrisisGgz "crisis.ggz" 0.1 (0.05, 0.15) "share" "aanname" "After a crisis, on to ggz.";
    CrisisBezet "crisis.bezet" 0.7 (0.6, 0.85) "share" "aanname" "How much of the crisis places is in use at the start.";
    TerugWijkteam "terugval.wijkteam" 0.5 (0.3, 0.7) "share" "aanname" "Of who has a relapse, how many come back by the team; the others go straight to treatment.";
    WachtWijkteam "wacht.wijkteam" 21.0 (7.0, 42.0) "days" "aanname" "Wait for the team at the start.";
    WachtAmbulant "wacht.ambulant" 98.0 (77.0, 119.0) "days" "jeugdhulprijnmond.nl eind 2022, als in de demo" "Wait for ambulant help at the start.";
    WachtGgz "wacht.ggz" 98.0 (77.0, 133.0) "days" "jeugdhulprijnmond.nl eind 2022, als in de demo (ambulant)" "Wait for ggz at the start, of who does not go first.";
    WachtVerblijf "wacht.verblijf" 77.0 (56.0, 98.0) "days" "jeugdhulprijnmond.nl eind 2022, als in de demo" "Wait for a stay at the start.";
    GeduldWijkteam "geduld.wijkteam" 400.0 (200.0, 800.0) "days" "aanname" "Mean time after which who waits for the team waits no more.";
    GeduldHulp "geduld.hulp" 900.0 (500.0, 1_500.0) "days" "aanname; in de demo begint 6 % van wie wacht nooit" "Mean time after which who waits for treatment waits no more.";
    ZonderHersteld "zonder.hersteld" 0.5 (0.3, 0.7) "share" "aanname" "Of who waited in vain, how many are well in the end without help.";
    ZonderZwaarder "zonder.zwaarder" 0.3 (0.15, 0.5) "share" "aanname; richting C21, C27" "Of who waited in vain and is not well, how many come back as a heavier group.";
    ZonderCrisis "zonder.crisis" 0.03 (0.01, 0.06) "share" "aanname" "Of who waited in vain and is not well, how many come back in a crisis.";
    PrijsNulde "prijs.nuldelijn" 5.0 (2.0, 10.0) "euro a day" "aanname" "Price of a day of help (nuldelijn), in the money of the start.";
    PrijsWijkteam "prijs.wijkteam" 35.0 (25.0, 50.0) "euro a day" "aanname; lokale teams 20 tot 25 mln in de demoregio" "Price of a day of help (wijkteam), in the money of the start.";
    PrijsAmbulant "prijs.ambulant" 58.0 (48.0, 68.0) "euro a day" "demoregio: prijs en volume per product (Bollenstreek 2024), gewogen" "Price of a day of help (ambulant), in the money of the start.";
    PrijsGgz "prijs.ggz" 22.5 (18.0, 28.0) "euro a day" "demoregio: prijs en volume per product (Bollenstreek 2024), gewogen" "Price of a day of help (ggz), in the money of the start.";
    PrijsVerblijf "prijs.verblijf" 126.0 (105.0, 150.0) "euro a day" "demoregio: prijs en volume per product (Bollenstreek 2024), gewogen" "Price of a day of help (verblijf), in the money of the start.";
    PrijsCrisis "prijs.crisis" 300.0 (240.0, 360.0) "euro a day" "demoregio: 46A03 (aanname aldaar)" "Price of a day of help (crisis), in the money of the start.";
    PrijsAnder "prijs.anderewet" 30.0 (15.0, 60.0) "euro a day" "aanname" "Price of a day of help (anderewet), in the money of the start.";
    Ruimte "geld.ruimte" 0.01 (-0.02, 0.04) "share" "aanname" "How far the budget lies above what is spent at the start.";
    Overschrijding "geld.overschrijding" 0.06 (0.0, 0.12) "share" "Deskundigencommissie: tekort 0,8 op 8,1 mld in 2024" "How far above the budget help is still started, because of the duty to help.";
    BegrotingGroei "geld.groei" 0.01 (0.0, 0.02) "a year" "aanname; landelijk 9 % nominaal 2015-2024" "Real growth of the budget when going on as now.";
    FteWijkteam "fte.wijkteam" 18.0 (12.0, 25.0) "youths per fte" "aanname" "How many youths one full-time worker helps at once (wijkteam).";
    FteAmbulant "fte.ambulant" 6.0 (4.5, 8.0) "youths per fte" "aanname" "How many youths one full-time worker helps at once (ambulant).";
    FteGgz "fte.ggz" 13.0 (9.0, 18.0) "youths per fte" "aanname" "How many youths one full-time worker helps at once (ggz).";
    FteVerblijf "fte.verblijf" 1.2 (0.8, 1.8) "youths per fte" "aanname" "How many youths one full-time worker helps at once (verblijf).";
    FteCrisis "fte.crisis" 0.5 (0.3, 0.8) "youths per fte" "aanname" "How many youths one full-time worker helps at once (crisis).";
    Verloop "personeel.verloop" 0.15 (0.1, 0.2) "a year" "aanname" "Part of the staff that leaves in a year, at the start.";
    Werving "personeel.werving" 0.06 (0.03, 0.1) "a year" "aanname; richting C60" "How much staff can grow in a year, over replacing who leaves.";
    Regeldruk "personeel.regeldruk" 0.3 (0.2, 0.4) "share" "aanname" "Part of working time that goes to administration, at the start.";
    VerloopDruk "personeel.verloop_druk" 0.5 (0.0, 1.0) "per unit" "aanname; richting C60" "How much more leave as work load rises by one.";
    VerloopTarief "personeel.verloop_tarief" 1.0 (0.0, 2.0) "per unit" "aanname; richting C61" "How much fewer leave as prices rise by one.";
    KostToegang "kosten.toegang" 0.01 (0.005, 0.02) "share of the budget" "aanname" "What this building block costs a year in full (toegang).";
    KostOntzorg "kosten.ontzorglandschap" 0.02 (0.01, 0.04) "share of the budget" "aanname" "What this building block costs a year in full (ontzorglandschap).";
    KostInzicht "kosten.inzicht" 0.004 (0.002, 0.008) "share of the budget" "aanname" "What this building block costs a year in full (inzicht).";
    KostPartner "kosten.partnerschap" 0.004 (0.002, 0.008) "share of the budget" "aanname" "What this building block costs a year in full (partnerschap).";
    KostOntkoker "kosten.ontkokering" 0.012 (0.006, 0.024) "share of the budget" "aanname" "What this building block costs a year in full (ontkokering).";
    Alleen "bouwstenen.alleen" 0.3 (0.1, 0.6) "share" "aanname; richting C100" "What a building block does when none of the others is there, of what it does among all.";
    TijdNulde "tijd.ontzorglandschap" 5.0 (3.0, 8.0) "years" "aanname; C17 lang" "How long it takes before it works (ontzorglandschap).";
    TijdOorzaak "tijd.oorzaken" 6.0 (4.0, 10.0) "years" "aanname; C22, C103 langdurig" "How long it takes before it works (oorzaken).";
    TijdToegang "tijd.toegang" 1.5 (1.0, 3.0) "years" "aanname; C40" "How long it takes before it works (toegang).";
    TijdPartner "tijd.partnerschap" 3.0 (2.0, 5.0) "years" "aanname; C82 kost tijd" "How long it takes before it works (partnerschap).";
    TijdInrichting "tijd.inrichting" 2.0 (1.0, 4.0) "years" "aanname; C83" "How long it takes before it works (inrichting).";
    TijdLeren "tijd.leren" 3.0 (2.0, 5.0) "years" "aanname; C85" "How long it takes before it works (leren).";
    Lr1Traagheid "LR1.traagheid" 2.0 (1.0, 4.0) "years" "aanname; richting C28" "How long it takes before waiting has become alarm.";
    Lr1Drempel "LR1.drempel" 0.25 (0.1, 0.5) "index" "aanname; richting C28" "How much waiting over the start gives extra money.";
    Lr1Pakket "LR1.pakket" 0.05 (0.02, 0.1) "share of the budget" "aanname; richting C26, C28" "How much extra money politics gives.";
    Lr1Duur "LR1.duur" 2.0 (1.0, 3.0) "years" "aanname; richting C27" "For how long.";
    Aanzuiging "aanzuiging" 0.15 (0.0, 0.35) "elasticity" "aanname; richting C24, C33" "How much referring grows as waiting falls.";
    Lr2Vernieuwing "LR2.vernieuwing" 2.0 (0.5, 4.0) "per unit" "aanname; richting C43, C44" "How much renewal a shortage of the whole budget would cost.";
    Lr2Gebruik "LR2.gebruik" 0.12 (0.0, 0.25) "share" "aanname; richting C44" "How much more is asked without any renewal.";
    Lr3Krapte "LR3.krapte" 2.0 (0.5, 4.0) "per unit" "aanname; richting C47" "How much shifting a shortage gives.";
    Lr3Afbakening "LR3.afbakening" 0.6 (0.3, 1.0) "index" "aanname; richting C49" "How much shifting the sharpest boundary gives.";
    Lr3Weigering "LR3.weigering" 0.12 (0.05, 0.2) "share" "aanname; richting C49" "How many the sharpest boundary keeps out at first.";
    Lr3Instroom "LR3.instroom" 0.12 (0.0, 0.25) "share" "aanname; richting C48, C50-C53" "How much more comes in from other laws at full shifting.";
    Lr3Terug "LR3.terug" 0.4 (0.2, 0.6) "share" "aanname; richting C48, C54" "How many more come back unhelped at full shifting.";
    Lr3Tijd "LR3.tijd" 0.04 (0.0, 0.08) "share" "aanname; richting C41, C46" "How much time of staff disputes take at full shifting.";
    Lr3Ontkokering "LR3.ontkokering" 0.5 (0.2, 0.8) "index" "aanname; richting C55, C56, C109" "How much shifting working across laws takes away.";
    Lr4Groei "LR4.groei" 0.018 (0.005, 0.03) "a year" "aanname; richting C01-C06; CBS +3,7 % 2021-2022" "How fast what counts as normal narrows, at the use of the start.";
    Lr4Demping "LR4.demping" 0.018 (0.005, 0.03) "a year" "aanname; richting C02, C06, C99" "How fast ordinary life and access together widen it again.";
    GroeiOverig "groei.overig" 0.005 (-0.005, 0.015) "a year" "aanname; richting C25 (onzeker)" "How fast questions of the other groups grow.";
    Lr5Groei "LR5.groei" 0.06 (0.0, 0.15) "a year" "aanname; richting C31-C33; KvK 1.367 (2015) naar 8.515 (2025)" "How fast the number of providers grows.";
    Lr5Licht "LR5.licht" 0.1 (0.0, 0.2) "elasticity" "aanname; richting C33" "How much light referring grows with the number of providers.";
    Lr5Keten "LR5.keten" 0.15 (0.0, 0.3) "elasticity" "aanname; richting C34" "How much more ends in chains with the number of providers.";
    Lr6Drempel "LR6.drempel" 3.0 (1.5, 6.0) "index-years" "aanname; richting C76" "How much discontent brings a new system.";
    Lr6Onrust "LR6.onrust" 0.5 (0.25, 0.75) "share" "aanname; richting C62-C64" "How much of the building blocks a new system undoes at first.";
    Lr6Tijd "LR6.tijd" 3.0 (2.0, 5.0) "years" "aanname; richting C62" "How long that takes to wear off.";
    Lr7Controle "LR7.controle" 0.5 (0.2, 1.0) "per unit" "aanname; richting C73, C74, C94" "How much control incidents and shortage call for.";
    Lr7Regeldruk "LR7.regeldruk" 0.08 (0.03, 0.15) "share" "aanname; richting C73, C101" "How much administration full control gives.";
    Lr7Preventie "LR7.preventie" 0.4 (0.1, 0.7) "share" "aanname; richting C73" "How much of building up ordinary life full control costs.";
    Lr8Regeldruk "LR8.regeldruk" 0.08 (0.03, 0.15) "share" "aanname; richting C85" "How much administration full learning saves.";
    Lr8Terugval "LR8.terugval" 0.12 (0.03, 0.25) "share" "aanname; richting C85, C89" "How much relapse full learning saves.";
    Lb1Alledaags "LB1.alledaags" 0.35 (0.15, 0.55) "share" "aanname; richting C17" "How many everyday questions a strong ordinary life answers.";
    Lb1Ggz "LB1.ggz" 0.18 (0.05, 0.3) "share" "aanname; richting C17, C19" "How many single ggz problems.";
    Lb1Overig "LB1.overig" 0.08 (0.0, 0.15) "share" "aanname; richting C19, C20" "How many of the other groups, the severe ones excepted.";
    Lb2Gezin "LB2.gezin" 0.3 (0.1, 0.5) "share" "aanname; richting C10, C12, C16" "How many questions of parents and vulnerable families work on causes saves.";
    Lb2Overig "LB2.overig" 0.08 (0.0, 0.15) "share" "aanname; richting C14" "How many of the others.";
    Lb3Door "LB3.door" 0.25 (0.1, 0.4) "share" "aanname; richting C40" "How many fewer the team sends on, with a good access.";
    Lb3Keten "LB3.keten" 0.3 (0.1, 0.5) "share" "aanname; richting C40, C42" "How many fewer end in chains.";
    Lb3Verwijzing "LB3.verwijzing" 0.12 (0.03, 0.25) "share" "aanname; richting C38, C39" "How many fewer are referred past the team.";
    Lb3Doorstroom "LB3.doorstroom" 0.05 (0.0, 0.1) "share" "aanname; richting C42, C55, C82" "How much more the same staff does with few partners.";
}

use Sleutel as S;

/// Per group its share of the questions.
pub(super) const VRAAG: [S; 7] = [
    S::VraagAlledaags,
    S::VraagEnkelvoudigGgz,
    S::VraagPsychiatrisch,
    S::VraagLevenslang,
    S::VraagOuders,
    S::VraagKwetsbaar,
    S::VraagJongvolwassen,
];

/// Per group who comes by general practitioner.
pub(super) const WEG_HUISARTS: [S; 7] = [
    S::WegHuisartsAlledaags,
    S::WegHuisartsEnkelvoudigGgz,
    S::WegHuisartsPsychiatrisch,
    S::WegHuisartsLevenslang,
    S::WegHuisartsOuders,
    S::WegHuisartsKwetsbaar,
    S::WegHuisartsJongvolwassen,
];

/// By school.
pub(super) const WEG_SCHOOL: [S; 7] = [
    S::WegSchoolAlledaags,
    S::WegSchoolEnkelvoudigGgz,
    S::WegSchoolPsychiatrisch,
    S::WegSchoolLevenslang,
    S::WegSchoolOuders,
    S::WegSchoolKwetsbaar,
    S::WegSchoolJongvolwassen,
];

/// By a certified institution.
pub(super) const WEG_GI: [S; 7] = [
    S::WegGiAlledaags,
    S::WegGiEnkelvoudigGgz,
    S::WegGiPsychiatrisch,
    S::WegGiLevenslang,
    S::WegGiOuders,
    S::WegGiKwetsbaar,
    S::WegGiJongvolwassen,
];

/// By the family itself.
pub(super) const WEG_ZELF: [S; 7] = [
    S::WegZelfAlledaags,
    S::WegZelfEnkelvoudigGgz,
    S::WegZelfPsychiatrisch,
    S::WegZelfLevenslang,
    S::WegZelfOuders,
    S::WegZelfKwetsbaar,
    S::WegZelfJongvolwassen,
];

/// Per group what of treatment is ggz.
pub(super) const DEEL_GGZ: [S; 7] = [
    S::DeelGgzAlledaags,
    S::DeelGgzEnkelvoudigGgz,
    S::DeelGgzPsychiatrisch,
    S::DeelGgzLevenslang,
    S::DeelGgzOuders,
    S::DeelGgzKwetsbaar,
    S::DeelGgzJongvolwassen,
];

/// Per group what of treatment is a stay.
pub(super) const DEEL_VERBLIJF: [S; 7] = [
    S::DeelVerblijfAlledaags,
    S::DeelVerblijfEnkelvoudigGgz,
    S::DeelVerblijfPsychiatrisch,
    S::DeelVerblijfLevenslang,
    S::DeelVerblijfOuders,
    S::DeelVerblijfKwetsbaar,
    S::DeelVerblijfJongvolwassen,
];

/// Per group who goes on from the team.
pub(super) const DOOR: [S; 7] = [
    S::DoorAlledaags,
    S::DoorEnkelvoudigGgz,
    S::DoorPsychiatrisch,
    S::DoorLevenslang,
    S::DoorOuders,
    S::DoorKwetsbaar,
    S::DoorJongvolwassen,
];

/// Per group who goes to another law.
pub(super) const ANDER: [S; 7] = [
    S::AnderAlledaags,
    S::AnderEnkelvoudigGgz,
    S::AnderPsychiatrisch,
    S::AnderLevenslang,
    S::AnderOuders,
    S::AnderKwetsbaar,
    S::AnderJongvolwassen,
];

/// Per group how long help takes.
pub(super) const ZWAARTE: [S; 7] = [
    S::ZwaarteAlledaags,
    S::ZwaarteEnkelvoudigGgz,
    S::ZwaartePsychiatrisch,
    S::ZwaarteLevenslang,
    S::ZwaarteOuders,
    S::ZwaarteKwetsbaar,
    S::ZwaarteJongvolwassen,
];

/// Per group who has a relapse.
pub(super) const TERUGVAL: [S; 7] = [
    S::TerugvalAlledaags,
    S::TerugvalEnkelvoudigGgz,
    S::TerugvalPsychiatrisch,
    S::TerugvalLevenslang,
    S::TerugvalOuders,
    S::TerugvalKwetsbaar,
    S::TerugvalJongvolwassen,
];

/// Youths per circumstances.
pub(super) const JEUGD: [S; 3] = [S::JeugdGunstig, S::JeugdMidden, S::JeugdKrap];

/// Use per circumstances.
pub(super) const GEBRUIK: [S; 3] = [S::GebruikGunstig, S::GebruikMidden, S::GebruikKrap];

/// What the building blocks cost.
pub(super) const KOSTEN: [S; 5] =
    [S::KostToegang, S::KostOntzorg, S::KostInzicht, S::KostPartner, S::KostOntkoker];
