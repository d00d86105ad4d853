//! The family of the demo as people wrote it down: two households, who stands around it, and the questions before it. Through
//! the same deeds as on the pages, so that it can be undone there.

use anyhow::Result;
use jiff::ToSpan as _;
use jiff::civil::Date;
use register::Register;
use register::beeld::{
    Gedaan, Huishouden, Ledendaad, NetwerkInvoer, NieuwGezin, PersoonInvoer, Vraag, VraagInvoer,
};
use stelsel::gezin::Adres;
use stelsel::omgeving::NetwerkSoort;
use stelsel::persoon::{GezinsRol, Naam};
use stelsel::vraag::{Antwoordsoort, Kanaal, Vrager};
use stelsel::{Gezin, Id, Identiteit, Persoon, Wijkcode};

/// A key for the nth form: always the same, so that a demo that was cut off goes on.
fn key(n: u32) -> String {
    format!("a{n:031x}")
}

/// Does everything of it.
pub(super) fn fill(
    register: &Register,
    team: &Identiteit,
    gezin: Id<Gezin>,
    wijk: Wijkcode,
    today: Date,
) -> Result<()> {
    let members = register.members_of(gezin)?;
    let find = |given: &str| members.iter().find(|p| p.naam.given() == given).map(|p| p.id);
    let mut forms = 100..;
    let mut arrange = |daad: Ledendaad| -> Result<Option<String>> {
        let n = forms.next().unwrap_or_default();
        match register.change_members(team, gezin, &daad, &key(n))? {
            Gedaan::Opgeslagen(id, _) => Ok(Some(id.to_string())),
            Gedaan::Nieuwer(_) => Ok(None),
        }
    };
    let since = today.saturating_sub(14.months()).first_of_month();
    // The eldest had no help: nobody wrote to the municipality about her. She will be of age in some months.
    let lotte = PersoonInvoer {
        naam: Naam::typed("Lotte", "de Wit"),
        geboren: Some(today.saturating_sub(17.years().months(8))),
        bsn: None,
        rol: Some(GezinsRol::Jeugdige),
    };
    let lotte = arrange(Ledendaad::Erbij { persoon: lotte, van: None })?;
    let lotte: Option<Id<Persoon>> = lotte.map(|id| Id::parse(&id)).transpose()?;
    for (naam, straat, parent) in
        [("Bij Marieke", None, "Marieke"), ("Bij Sjoerd", Some("Proefhof"), "Sjoerd")]
    {
        let adres = straat.map_or_else(Adres::default, |straat| Adres {
            straat: Some(straat.to_owned()),
            huis: Some("18".to_owned()),
            postcode: Some("4814AB".to_owned()),
            plaats: Some("Breda".to_owned()),
        });
        let new = Ledendaad::Huishouden { id: None, naam: naam.to_owned(), adres, tot: None };
        let Some(made) = arrange(new)? else { continue };
        let huishouden: Id<Huishouden> = Id::parse(&made)?;
        for (persoon, hoe) in [
            (find(parent), ""),
            (find("Tom"), "om de week"),
            (find("Noor"), "om de week, en elke woensdag"),
            (lotte.filter(|_| parent == "Sjoerd"), ""),
        ] {
            let Some(persoon) = persoon else { continue };
            arrange(Ledendaad::Woont { persoon, huishouden, hoe: hoe.to_owned(), van: Some(since) })?;
        }
    }
    for (naam, wat, soort, voor, tekst) in [
        (
            "Ria",
            "oma, de moeder van Marieke",
            NetwerkSoort::Eigen,
            None,
            "Haalt de kinderen op als het nodig is.",
        ),
        (
            "Youssef",
            "mentor die Noor zelf koos (JIM), haar korfbaltrainer",
            NetwerkSoort::Eigen,
            find("Noor"),
            "Noor belt hem als het thuis te veel wordt.",
        ),
        (super::SCHOOL, "groep 8, juf Anne", NetwerkSoort::School, find("Tom"), ""),
        ("Hanna de Boer", "huisarts", NetwerkSoort::Professional, None, ""),
    ] {
        let (naam, wat, tekst) = (naam.to_owned(), wat.to_owned(), tekst.to_owned());
        let telefoon = String::new();
        let nieuw = NetwerkInvoer { persoon: voor, soort, naam, wat, telefoon, tekst, van: None };
        arrange(Ledendaad::Netwerk { id: None, nieuw })?;
    }
    let first = questions(register, team, wijk, today)?;
    if let Some(first) = first {
        register.join_question(team, first, gezin)?;
    }
    double(register, team, &members)
}

/// Questions of the last weeks; gives the one that became a conversation.
fn questions(
    register: &Register,
    team: &Identiteit,
    wijk: Wijkcode,
    today: Date,
) -> Result<Option<Id<Vraag>>> {
    use Antwoordsoort as A;
    #[expect(clippy::type_complexity, reason = "a small table")]
    let asked: [(i64, &str, &str, Vrager, Kanaal, &[A]); 6] = [
        (
            26,
            "Tom wil sinds de zomer niet meer naar school. Overdrijf ik, of is er iets?",
            "Niet overdreven. Volgende week komt ze langs om rustig te praten.",
            Vrager::Ouder,
            Kanaal::Telefoon,
            &[A::Gerustgesteld, A::Gesprek],
        ),
        (
            19,
            "Mijn dochter van drie slaapt alleen nog bij ons in bed. Is dat erg?",
            "Nee, dat hoort erbij. Gewezen op het spreekuur van het consultatiebureau.",
            Vrager::Ouder,
            Kanaal::Inloop,
            &[A::Gerustgesteld, A::Wijk],
        ),
        (
            13,
            "Er zit een jongen in mijn klas die na school nergens heen kan.",
            "Meegelopen naar het jongerencentrum; Kim kent hem nu bij naam.",
            Vrager::School,
            Kanaal::Gesproken,
            &[A::Wijk, A::Bijgeschakeld],
        ),
        (
            9,
            "Kan ik met iemand praten zonder dat mijn ouders het weten?",
            "Ja. Uitgelegd wat privé blijft en wanneer niet. Appt als het nodig is.",
            Vrager::Jongere,
            Kanaal::Bericht,
            &[A::Geadviseerd, A::Nabij],
        ),
        (
            4,
            "Een moeder op het spreekuur zit vast met schulden. Waar kan ze vandaag terecht?",
            "Samen gebeld met de schuldhulp: donderdag tien uur, Fenna wacht op haar.",
            Vrager::Huisarts,
            Kanaal::Telefoon,
            &[A::Doorverbonden],
        ),
        (
            1,
            "Mijn buurvrouw is alleen met een tweeling. Mag ik daar iets van zeggen?",
            "",
            Vrager::Naaste,
            Kanaal::Gesproken,
            &[],
        ),
    ];
    let mut first = None;
    for (n, (ago, tekst, antwoord, wie, kanaal, soorten)) in (1..).zip(asked) {
        let vraag = VraagInvoer {
            tekst: tekst.to_owned(),
            dag: Some(today.saturating_sub(ago.days())),
            wijk: Some(wijk),
            wie: Some(wie),
            kanaal: Some(kanaal),
            antwoord: antwoord.to_owned(),
            soorten: soorten.to_vec(),
            ..VraagInvoer::default()
        };
        if let Gedaan::Opgeslagen(id, _) = register.place_question(team, &vraag, &key(n))? {
            first = first.or(Some(id));
        }
    }
    Ok(first)
}

/// Somebody wrote a family down that was there already: what the page of doubles finds.
fn double(register: &Register, team: &Identiteit, members: &[Persoon]) -> Result<()> {
    let Some(mother) = members.iter().find(|p| p.rol == GezinsRol::Ouder) else { return Ok(()) };
    let naam = Naam::typed(&mother.naam.given().to_uppercase(), &mother.naam.achternaam);
    let persoon = PersoonInvoer { naam, geboren: mother.geboren, bsn: None, rol: Some(GezinsRol::Ouder) };
    register.new_family(team, &NieuwGezin { persoon, ..NieuwGezin::default() }, &key(50))?;
    Ok(())
}
