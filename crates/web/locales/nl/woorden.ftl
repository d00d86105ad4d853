# Woorden voor wat in de wet, de berichten en de rechten een code heeft.

## Rollen
rol-wijkteam = wijkteam
rol-wijkteam-uitleg = Werkt met de gezinnen uit de eigen wijken en ziet de cijfers van de regio.
rol-beleid = beleid
rol-beleid-uitleg = Ziet de cijfers van regio, wijken en aanbieders. Geen personen.
rol-contract = contractbeheer
rol-contract-uitleg = Ziet de cijfers van aanbieders en wijken. Geen personen.
rol-raad = gemeenteraad
rol-raad-uitleg = Ziet de cijfers van regio en wijken. Geen personen.
rol-beheer = functioneel beheer
rol-beheer-uitleg = Zorgt dat berichten goed binnenkomen en lost op wat niet lukt.
rol-aanbieder = aanbieder
rol-aanbieder-uitleg = Ziet de berichten en de cijfers van de eigen organisatie.
rol-gezinslid = gezinslid
rol-gezinslid-uitleg = Ziet wat er over het eigen gezin bekend is.
rol-regisseur = regisseur
rol-regisseur-uitleg = Is de vaste persoon van een gezin en ziet alleen die gezinnen.
rol-teamleider = teamleider
rol-teamleider-uitleg = Leidt een wijkteam en hoort het als iemand met spoed een dossier opent.
rol-tafelvoorzitter = voorzitter van de casustafel
rol-tafelvoorzitter-uitleg = Ziet de gezinnen die aan tafel besproken worden.
rol-tafellid = lid van de casustafel
rol-tafellid-uitleg = Ziet de gezinnen die aan tafel besproken worden, zonder bedragen en nummers.
rol-controller = controller
rol-controller-uitleg = Ziet bedragen en aanbieders. Geen personen.
rol-verwijzer = verwijzer
rol-verwijzer-uitleg = Huisarts of praktijkondersteuner. Ziet in grote lijnen hoe het verder gaat.
rol-school = school
rol-school-uitleg = Ziet in grote lijnen het plan van gezinnen die dat delen.
rol-expertteam = expertteam
rol-expertteam-uitleg = Ziet de gezinnen waarover advies gevraagd is.
rol-clientenraad = cliëntenraad
rol-clientenraad-uitleg = Ziet de cijfers van regio en wijken. Geen personen.
rol-auditor = auditor
rol-auditor-uitleg = Kijkt of er goed met gegevens wordt omgegaan. Ziet wie wat bekeek, geen dossiers.

## In het gezin
rol-jeugdige = jeugdige
rol-ouder = ouder
rol-voogd = voogd
rol-pleegouder = pleegouder
rol-ander = betrokken bij het gezin

## Waarvoor iemand keek
doel-hulp = te helpen
doel-beleid = beleid te maken
doel-contract = contracten te beheren
doel-berichtenverkeer = berichten te verwerken
doel-inzage = de eigen gegevens te zien
doel-verwerking = gegevens te verwerken
doel-advies = advies te geven
doel-nood = in nood te helpen
doel-toezicht = toezicht te houden

## Hulpvormen
hulpvorm-ambulant = Hulp thuis of dichtbij
hulpvorm-jeugd-ggz = Jeugd-ggz
hulpvorm-dagbehandeling = Dagbehandeling
hulpvorm-pleegzorg = Pleegzorg
hulpvorm-verblijf = Verblijf
hulpvorm-crisis = Crisishulp
hulpvorm-jeugdbescherming = Jeugdbescherming
hulpvorm-jeugdreclassering = Jeugdreclassering
hulpvorm-overig = Andere hulp

## Hoe een toewijzing ervoor staat
stand-verwijderd = ingetrokken
stand-begint = kan beginnen vanaf { $dag }
stand-wacht = { $n ->
    [one] wacht { $n } dag
   *[other] wacht { $n } dagen
 }
stand-loopt = loopt sinds { $dag }
stand-pauze = pauze sinds { $dag }
stand-beeindigd = gestopt op { $dag }
stand-niet-gestart = niet begonnen, liep tot { $dag }

## Waarom hulp stopte (iJw-lijst JZ588)
reden-stop-02 = overleden
reden-stop-20 = tijdelijk gestopt
reden-stop-31 = volgens plan
reden-stop-32 = het gezin wilde eerder stoppen
reden-stop-33 = de aanbieder stopte eerder
reden-stop-34 = samen besloten eerder te stoppen
reden-stop-35 = door omstandigheden eerder gestopt
reden-stop-36 = op verzoek van de gemeente
reden-stop-37 = vanwege een verzoek om wijziging
reden-stop-38 = verder bij een andere aanbieder
reden-stop-39 = verder met hulp uit een andere wet

## Waarom een toewijzing veranderde (iJw-lijst JZ002)
reden-wijziging-01 = administratieve correctie
reden-wijziging-02 = overleden
reden-wijziging-03 = nieuw contract
reden-wijziging-04 = opnieuw bekeken: langer
reden-wijziging-05 = opnieuw bekeken: korter
reden-wijziging-06 = verder met hulp uit een andere wet
reden-wijziging-07 = verhuisd naar een andere gemeente
reden-wijziging-08 = andere manier van leveren
reden-wijziging-09 = verder bij een andere aanbieder
reden-wijziging-10 = andere manier van betalen
reden-wijziging-11 = gemeenten samengevoegd
reden-wijziging-12 = op verzoek van de aanbieder
reden-wijziging-13 = ingetrokken
reden-wijziging-14 = administratieve correctie

## Hoeveel (iJw-lijsten WJ756 en WMO757)
eenheid-01 = { $n ->
    [one] { $n } minuut
   *[other] { $n } minuten
 }
eenheid-04 = { $n } uur
eenheid-14 = { $n ->
    [one] { $n } etmaal
   *[other] { $n } etmalen
 }
eenheid-16 = { $n ->
    [one] { $n } dagdeel
   *[other] { $n } dagdelen
 }
eenheid-82 = { $n ->
    [one] { $n } stuk
   *[other] { $n } stuks
 }
eenheid-84 = { $n ->
    [one] { $n } stuk
   *[other] { $n } stuks
 }
frequentie-1 = per dag
frequentie-2 = per week
frequentie-4 = per maand
frequentie-6 = in totaal

## Berichten
bericht-jw301 = Toewijzing
bericht-jw302 = Antwoord op toewijzing
bericht-jw305 = Start van hulp
bericht-jw306 = Antwoord op start
bericht-jw307 = Einde van hulp
bericht-jw308 = Antwoord op einde
bericht-jw315 = Verzoek om toewijzing
bericht-jw316 = Antwoord op verzoek om toewijzing
bericht-jw317 = Verzoek om wijziging
bericht-jw318 = Antwoord op verzoek om wijziging
bericht-jw319 = Besluit op verzoek
bericht-jw320 = Antwoord op besluit
bericht-jw323 = Declaratie
bericht-jw325 = Antwoord op declaratie
