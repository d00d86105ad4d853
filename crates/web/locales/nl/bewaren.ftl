### Keeping, destroying, one's own data.

menu-bewaren = Bewaren
bewaren-intro = Wat langer bewaard is dan mag, moet weg. Dit is de stand van { $dag }. Er gaat niets weg zonder dat jij het goedkeurt.
bewaren-lijst = Wat weg moet
bewaren-niets = Er is niets dat nu weg moet.
bewaren-weg = Weg
bewaren-gezin = Gezin
bewaren-geboren = Geboren in
bewaren-laatste = Laatste wijziging
bewaren-vervalt = Moet weg sinds
bewaren-grond = Waarom
bewaren-kies = Dossier van gezin { $gezin } vernietigen
bewaren-meer = En nog { $n } dossiers. Die komen als deze weg zijn.
bewaren-declaraties = { $n ->
    [one] Ook 1 declaratiebericht waarvan de termijn voorbij is
   *[other] Ook { $n } declaratieberichten waarvan de termijn voorbij is
  }
bewaren-quarantaine = { $n ->
    [one] Ook 1 stuk in quarantaine waarvan de termijn voorbij is
   *[other] Ook { $n } stukken in quarantaine waarvan de termijn voorbij is
  }
bewaren-bekijk = Bekijk wat er weggaat
bewaren-bevestig-titel = Weet je het zeker?
bewaren-bevestig = { $n ->
    [0] Je vernietigt geen dossiers.
    [one] Je vernietigt 1 dossier. Dat kan niet terug.
   *[other] Je vernietigt { $n } dossiers. Dat kan niet terug.
  }
bewaren-ook-declaraties = Ook de declaraties waarvan de termijn voorbij is gaan weg.
bewaren-ook-quarantaine = Ook wat te lang in quarantaine staat gaat weg.
bewaren-bevestig-vink = Ja, ik heb gekeken en dit mag weg
bewaren-vernietig = Vernietig
bewaren-terug = Nee, terug
bewaren-grond-dossier = De termijn na de laatste wijziging is voorbij
bewaren-grond-declaratie = De termijn van de declaraties is voorbij
bewaren-grond-verzoek = De jeugdige of ouder heeft het gevraagd
bewaren-grond-stop = Het mocht langer blijven, tot nu
bewaren-aanhouden = Laat een dossier nog staan
bewaren-aanhouden-uitleg = Is er een reden waarom een dossier nog niet weg mag? Leg die hier vast. Schrijf geen namen op.
bewaren-welk = Welk dossier
bewaren-waarom = Soort reden
bewaren-reden = In je eigen woorden
bewaren-tot = Tot wanneer (laat leeg als je dat niet weet)
bewaren-leg-vast = Leg vast
bewaren-stops = Wat nog blijft staan
bewaren-geen-stops = Er is niets dat een vernietiging tegenhoudt.
bewaren-stop-klacht = Er loopt een klacht
bewaren-stop-procedure = Een rechter, tuchtcollege of inspectie heeft het nodig
bewaren-stop-belang = Het is van groot belang voor een ander
bewaren-stop-langer = De jeugdige of ouder wil dat het langer blijft
bewaren-stop-verzoek = De jeugdige of ouder vraagt om vernietiging
bewaren-stop-open = tot nader bericht
bewaren-stop-tot = tot { $dag }
bewaren-hef-op = Haal dit weg voor gezin { $gezin }
bewaren-termijnen = Hoe lang wat blijft
bewaren-jaren = { $n } jaar
bewaren-maanden = { $n } maanden
bewaren-klasse-dossier = Dossiers
bewaren-klasse-declaratie = Declaraties
bewaren-klasse-quarantaine = Quarantaine
bewaren-verslagen = Wat vernietigd is
bewaren-geen-verslagen = Er is nog niets vernietigd.
bewaren-verslag = { $wanneer }: { $n ->
    [one] 1 dossier
   *[other] { $n } dossiers
  }, door { $wie }
bewaren-nog-schonen = Bestand wordt nog geschoond
bewaren-gedaan-vernietigd = Het is vernietigd. Hieronder staat het verslag.
bewaren-gedaan-niets = Je had niets gekozen. Er is niets vernietigd.
bewaren-gedaan-nog-niet = In je lijst stond een dossier dat nu niet weg mag. Er is niets vernietigd.
bewaren-gedaan-stop = De reden is vastgelegd.
bewaren-gedaan-opgeheven = De reden is weggehaald.

menu-mijn-gegevens = Mijn gegevens
mijn-intro = Alles wat hier over jou staat, kun je lezen en meenemen.
mijn-over-wie = Over wie het gaat
mijn-niemand = Je account is nog niet aan een persoon gekoppeld. Vraag je wijkteam om dat te doen.
mijn-uitleg = Er staat alleen iets in over deze personen, en niets over anderen. Bewaar het op een plek waar niemand anders bij kan.
mijn-leesbaar = Download om te lezen
mijn-json = Download als bestand voor een computer
mijn-rechten = Klopt er iets niet?
mijn-rechten-uitleg = Op de pagina van je gezin kun je naast elke tekst zetten hoe jij het ziet. Wil je dat je dossier eerder weggaat of juist langer blijft? Vraag het je wijkteam.
uitvoer-gemaakt = Gemaakt op { $wanneer }
uitvoer-niets = Hierover is niets bekend.
uitvoer-persoon = Wie je bent
uitvoer-adres = Waar je woont
uitvoer-toewijzingen = Welke hulp er is toegewezen
uitvoer-leveringen = Wanneer hulp begon en stopte
uitvoer-verzoeken = Wat aanbieders voor je vroegen
uitvoer-declaraties = Wat er voor je is betaald
uitvoer-correcties = Wat je erbij hebt gezet
uitvoer-bewaren = Wat er over bewaren is afgesproken
uitvoer-inzagen = Wie er keek of iets deed
uitvoer-berichten = Wat er in de berichten over je staat

correctie-titel = Hier zien wij het anders
correctie-uitleg = Klopt er iets niet, of zie jij het anders? Zet het erbij. De tekst zelf blijft staan, en wat jij schrijft ook.
correctie-geen = Er is nog niets bij gezet.
correctie-over = Waar het over gaat
correctie-over-gezin = Het gezin
correctie-over-lid = De gegevens van { $wie }
correctie-over-toewijzing = De hulp met nummer { $nummer }
correctie-tekst = Zo zien wij het
correctie-plaats = Zet het erbij
correctie-wijzig = Verander wat je schreef
correctie-bewaar = Bewaar
correctie-beantwoord = Geef antwoord
correctie-antwoord = Antwoord:
correctie-antwoord-tekst = Jouw antwoord
correctie-verstuur = Verstuur antwoord
correctie-open = Wacht op antwoord
correctie-overgenomen = Klopt, er is iets mee gedaan
correctie-anders-gezien = Wij zien dat anders
correctie-botsing = Iemand was je voor. Jouw tekst is niet bewaard; wat er nu staat, zie je hieronder.
correctie-jouw-tekst = Dit schreef jij:
