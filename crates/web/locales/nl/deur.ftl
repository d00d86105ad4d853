# De eigen pagina van het gezin, berichten, delen, verwijzers, de beginpagina.

menu-vandaag = Vandaag
menu-post = Berichten met elkaar
menu-verwijzingen = Verwijzingen
menu-verwijsafspraken = Afspraken met verwijzers
onderdeel-post = wat gezin en team elkaar schrijven
onderdeel-delen = wat het gezin deelt
onderdeel-verwijzingen = verwijzingen
onderdeel-verwijsafspraken = afspraken met verwijzers
onderdeel-vandaag = de beginpagina
rol-netwerk = iemand uit het netwerk
rol-netwerk-uitleg = Familie, buur of vriend van een gezin. Ziet wat het gezin deelt, zolang het dat deelt.
relatie-netwerk-waarom = Hoort bij het eigen netwerk van het gezin, en het gezin deelt iets.

## Ons gezin
ons-dag = Dag { $naam }
ons-onder = Dit is de plek van gezin { $naam }.
ons-en = { " " }en{ " " }
ons-het-wijkteam = het wijkteam
ons-wacht = Waar we op wachten
ons-wacht-deling = Mag { $naam } meekijken? { $vorm ->
    [je] Zonder jouw antwoord gebeurt er niets.
   *[u] Zonder uw antwoord gebeurt er niets.
}
ons-wacht-deling-knop = Bekijk de vraag
ons-wacht-hulp = { $n ->
    [0] De hulp voor { $wie } is net geregeld: { $vorm }. { $aanbieder } laat weten wanneer het begint.
    [one] { $wie } wacht één dag op { $vorm }. { $aanbieder } is aan zet.
   *[other] { $wie } wacht { $n } dagen op { $vorm }. { $aanbieder } is aan zet.
}
ons-wacht-bericht = { $vorm ->
    [je] Op je bericht van { $dag } kwam nog geen antwoord. Aan zet: { $vast }.
   *[u] Op uw bericht van { $dag } kwam nog geen antwoord. Aan zet: { $vast }.
}
ons-wacht-bericht-gezin = { $vorm ->
    [je] Op het bericht van jullie gezin van { $dag } kwam nog geen antwoord. Aan zet: { $vast }.
   *[u] Op het bericht van uw gezin van { $dag } kwam nog geen antwoord. Aan zet: { $vast }.
}
ons-wacht-correctie = { $vorm ->
    [je] Op { $dag } schreef je dat je iets anders ziet. Aan zet: { $vast }.
   *[u] Op { $dag } schreef u dat u iets anders ziet. Aan zet: { $vast }.
}
ons-wie-helpt = { $vorm ->
    [je] Wie jullie nu helpt
   *[u] Wie ons nu helpt
}
ons-vaste-persoon = { $vorm ->
    [je] Jullie vaste persoon: { $vast }.
   *[u] Uw vaste persoon: { $vast }.
}
ons-geen-hulp = { $vorm ->
    [je] Op dit moment staat er geen hulp in Leerloop die jij kunt zien.
   *[u] Op dit moment staat er geen hulp in Leerloop die u kunt zien.
}
ons-plan = Wat we hebben afgesproken
ons-plan-geen = { $vorm ->
    [je] Er staat nog geen plan in Leerloop. Wil je er een maken? Vraag het { $vast }.
   *[u] Er staat nog geen plan in Leerloop. Wilt u er een maken? Vraag het { $vast }.
}
ons-plan-heel = Het hele plan
ons-stappen = Kleine stappen
ons-stap-dag = uiterlijk { $dag }
ons-aanvullingen = { $vorm ->
    [je] Wat jullie er zelf bij zetten
   *[u] Wat u er zelf bij zette
}
ons-aanvulling = { $vorm ->
    [je] Wil je er iets bij zetten, in je eigen woorden?
   *[u] Wilt u er iets bij zetten, in uw eigen woorden?
}
ons-aanvulling-uitleg = Iedereen die bij Berichten met elkaar meeleest, ziet dit ook.
ons-aanvulling-knop = Zet het erbij
ons-aanvulling-leeg = Er stond nog niets, of de tekst is te lang. Er is niets bewaard.
ons-aanvulling-van = { $wie }, { $dag }
ons-anders = { $vorm ->
    [je] Zie je iets anders?
   *[u] Ziet u iets anders?
}
ons-anders-uitleg = { $vorm ->
    [je] Klopt er iets niet, of zie je het zelf anders? Jouw woorden komen ernaast te staan en blijven staan.
   *[u] Klopt er iets niet, of ziet u het zelf anders? Uw woorden komen ernaast te staan en blijven staan.
}
ons-anders-knop = Wij zien dit anders
ons-draad-gezin = Berichten van het gezin met { $vast }
ons-draad-eigen = Alleen jij en { $vast }
ons-geen-draad = { $vorm ->
    [je] Er is geen plek voor berichten die jij kunt lezen.
   *[u] Er is geen plek voor berichten die u kunt lezen. Vraag ernaar bij uw vaste persoon.
}
ons-delen = { $vorm ->
    [je] Met wie je deelt
   *[u] Met wie we delen
}
ons-deelt-niets = { $vorm ->
    [je] Er wordt nu niets over je gedeeld met mensen buiten het team.
   *[u] U deelt nu niets met mensen buiten het team.
}
ons-delen-knop = { $vorm ->
    [je] Kijk wat je deelt, of stop ermee
   *[u] Iets delen, iemand uitnodigen of stoppen
}
ons-keek = { $wie } ({ $rol }) keek mee
ons-meer = Meer
ons-alles = { $vorm ->
    [je] Alles wat er over jou staat
   *[u] Alles wat er over u staat
}
ons-toegang = Wie mag dit zien, en waarom?

## Berichten met elkaar
post-titel = Berichten met gezin { $naam }
post-draden = Gesprekken
post-draad-gezin = Het gezin
post-draad-eigen = Alleen jij
post-draad-van = Alleen { $naam }
post-nieuw = nieuw
post-nieuw-n = { $n ->
    [one] { $n } nieuw
   *[other] { $n } nieuw
}
post-plan = voor het plan
post-geen = Er is nog niets geschreven.
post-jij = { $vorm ->
    [je] Jij
   *[u] U
}
post-kop = { $wie } · { $dag }
post-kop-rol = { $wie } · { $rol } · { $dag }
post-gelezen = Gelezen op { $dag }
post-lezers-gezin = Dit lezen: { $leden }. En { $helpers }.
post-lezers-eigen = Dit lezen alleen jij en { $helpers }. Je ouders niet.
post-lezers-van = Dit lezen alleen { $leden } en { $helpers }. De ouders niet.
post-schrijf = { $vorm ->
    [je] Schrijf iets
   *[u] Schrijf een bericht
}
post-tekst = { $vorm ->
    [je] Wat wil je zeggen of vragen?
   *[u] Uw bericht
}
post-verstuur = Verstuur
post-leeg = Er stond nog niets, of het bericht is te lang. Er is niets verstuurd.
post-wacht = Het gezin schreef op { $dag } en kreeg nog geen antwoord.
post-geen-antwoord = Hier hoeft geen antwoord op

## Delen
deling-titel = Wat gezin { $naam } deelt
deling-intro = { $vorm ->
    [je] Niemand buiten het team ziet iets van jullie, tenzij jullie dat goed vinden. Stoppen kan altijd, en werkt meteen.
   *[u] Niemand buiten het team ziet iets van u, tenzij u dat goed vindt. Stoppen kan altijd, en werkt meteen.
}
deling-intro-team = School, huisarts en netwerk zien alleen wat het gezin deelt, zolang het gezin dat goed vindt. Zegt iemand aan tafel ja? Dan schrijf jij dat hier op.
deling-gedaan = Dat is geregeld.
deling-kijk-na = Er is nog niets veranderd. Kijk na wat er is ingevuld en probeer het opnieuw.
deling-kies-over = Kies over wie het gaat.
deling-kies-met = Kies met wie er gedeeld wordt.
deling-kies-naam = Vul een naam in.
deling-kies-wat = Kies wat er gedeeld wordt.
deling-kies-doel = Vul in waarvoor het is.
deling-nu = { $vorm ->
    [je] Wat er nu gedeeld wordt
   *[u] Wat er nu gedeeld wordt
}
deling-niets = { $vorm ->
    [je] Er wordt nu niets gedeeld.
   *[u] Er wordt nu niets gedeeld.
}
deling-zin = { $naam } mag zien: { $wat } van { $over }.
deling-wat-hulp = welke hulp er is
deling-wat-plan = de afspraken uit het plan
deling-over-gezin = het hele gezin
deling-waarvoor = Waarvoor: { $doel }
deling-loopt = loopt
deling-wacht = wacht op een ja
deling-nee = iemand zei nee
deling-gestopt = gestopt
deling-voorbij = voorbij
deling-ja-van = Ja van { $namen }.
deling-nee-van = Nee van { $namen }.
deling-tot = Deelt { $tot }.
deling-gestopt-op = Gestopt op { $dag }.
deling-stop = Stop meteen met delen met { $naam }
deling-ja = Ja, dat is goed
deling-zeg-nee = Nee, liever niet
deling-namens = { $naam } zei ja
deling-eerder = Wat er eerder gedeeld werd
deling-nieuw = Iets delen met school of verwijzer
deling-met = Met wie?
deling-over = Over wie gaat het?
deling-wat = Wat mag diegene zien?
deling-doel = Waarvoor is het?
deling-zei-ja = Wie zei ja over { $naam }?
deling-knop = Deel dit
deling-netwerk = { $vorm ->
    [je] Iemand uit je eigen netwerk uitnodigen
   *[u] Iemand uit uw eigen netwerk uitnodigen
}
deling-netwerk-uitleg = { $vorm ->
    [je] Oma, een buur, je trainer: iemand die je vertrouwt. Diegene krijgt een eigen inlog en ziet alleen wat jij hier kiest.
   *[u] Oma, een buur, een trainer: iemand die u vertrouwt. Diegene krijgt een eigen inlog en ziet alleen wat u hier kiest.
}
deling-netwerk-naam = Hoe heet diegene?
deling-netwerk-knop = Nodig uit
deling-uitgenodigd = { $naam } kan meekijken
deling-code-uitleg = Geef dit aan { $naam }, en aan niemand anders. De code staat hier één keer en is een week geldig.
deling-code-waar = Pagina
deling-code-account = Accountnaam
deling-code = Code
deling-code-demo = In deze omgeving zijn er geen wachtwoorden. Op de eerste pagina staat { $naam } nu bij de mensen uit het netwerk.
deling-wie-beslist = Wie beslist hierover?
deling-wie-beslist-uitleg = { $vorm ->
    [je] Tot 12 jaar beslissen je ouders met gezag. Van 12 tot 16 beslis jij samen met een van hen. Vanaf 16 beslis je zelf.
   *[u] Tot 12 jaar beslissen de ouders met gezag. Van 12 tot 16 jaar moeten een ouder en het kind allebei ja zeggen. Vanaf 16 jaar beslist een jongere zelf. Over uzelf beslist u zelf.
}

## Verwijzingen
verwijzer-soort-huisarts = huisarts
verwijzer-soort-poh = praktijkondersteuner
verwijzer-soort-jeugdarts = jeugdarts
verwijzer-soort-specialist = medisch specialist
verwijzer-soort-gi = gecertificeerde instelling
verwijzer-soort-ander = iemand anders
verwijzingen-intro = Kinderen die een huisarts, praktijkondersteuner, specialist of GI naar jouw team stuurde.
verwijzingen-intro-verwijzer = Kinderen die je naar het wijkteam stuurde, en hoe het verder gaat.
verwijzingen-geen = Er zijn nu geen verwijzingen die op jouw team wachten.
verwijzingen-geen-eigen = Je hebt nog niemand verwezen.
verwijzingen-beantwoord = Pas beantwoord
verwijzingen-via = Verwezen, en gevraagd door een aanbieder
verwijzingen-via-uitleg = Hier ging het kind meteen naar een aanbieder. Die vraagt nu om een besluit.
verwijzing-via-zin = { $aanbieder } vraagt hulp aan, op { $dag }. Verwezen door: { $wie }.
verwijzing-nieuw = Een kind verwijzen
verwijzing-nieuw-intro = Alleen de vraag en de naam zijn nodig. Met een postcode of BSN komt de verwijzing meteen bij het goede team.
verwijzing-verstuurd = De verwijzing is verstuurd. Hier zie je hoe het verder gaat.
verwijzing-van = { $van } ({ $soort }), { $dag }
verwijzing-verstuurd-op = Verstuurd op { $dag }
verwijzing-stand-ontvangen = ontvangen
verwijzing-stand-opgepakt = opgepakt
verwijzing-stand-beantwoord = beantwoord
verwijzing-wacht = { $n ->
    [0] Vandaag binnengekomen. Nog niemand pakte het op.
    [one] Wacht één dag. Nog niemand pakte het op.
   *[other] Wacht { $n } dagen. Nog niemand pakte het op.
}
verwijzing-wacht-jij = { $n ->
    [0] Vandaag aangekomen bij het wijkteam.
    [one] Gisteren aangekomen bij het wijkteam. Nog niemand pakte het op.
   *[other] { $n } dagen geleden aangekomen bij het wijkteam. Nog niemand pakte het op.
}
verwijzing-opgepakt-door = { $n ->
    [one] { $wie } pakte het op, op { $dag }. De verwijzing is één dag oud.
   *[other] { $wie } pakte het op, op { $dag }. De verwijzing is { $n } dagen oud.
}
verwijzing-beantwoord-door = { $wie } antwoordde op { $dag }.
verwijzing-vraag = Wat is de vraag, in de woorden van kind of ouder?
verwijzing-de-vraag = De vraag
verwijzing-voornaam = Voornaam van het kind
verwijzing-achternaam = Achternaam
verwijzing-geboren = Geboortedatum
verwijzing-postcode = Postcode
verwijzing-bsn = BSN, als je het hebt
verwijzing-geprobeerd = Wat is er al geprobeerd?
verwijzing-spoed = Hoe dringend is het?
verwijzing-toestemming = Weet het gezin ervan en vindt het gezin het goed?
verwijzing-bereikbaar = Hoe ben je te bereiken?
verwijzing-soort = Wie ben je?
verwijzing-verstuur = Verstuur naar het wijkteam
verwijzing-daarna = Je ziet daarna wie het oppakt. Wat ervan kwam, hoor je als het gezin dat goed vindt.
verwijzing-mis-naam = Vul de voornaam en achternaam van het kind in.
verwijzing-mis-vraag = Vul in wat de vraag is.
verwijzing-mis-postcode = Een postcode heeft vier cijfers en twee letters, zoals 4811 AB.
verwijzing-mis-lang = Een van de teksten is te lang. Maak hem korter.
verwijzing-mis-akkoord = Schrijf ook op wie van het gezin het goed vindt dat de verwijzer dit leest. Of laat de tekst leeg.
verwijzing-botsing = Iemand was je voor. Zo staat het nu. Wat je typte, staat er nog.
verwijzing-hoe-verder = Hoe het verder gaat
verwijzing-oppakken = Ik pak dit op
verwijzing-antwoord = Antwoord aan de verwijzer
verwijzing-antwoord-uitleg = De verwijzer hoort altijd dat het is ontvangen en wie het oppakte. Wat ervan kwam alleen in grote lijnen, en als het gezin dat goed vindt.
verwijzing-antwoord-tekst = Wat kwam ervan, in grote lijnen? (mag leeg blijven)
verwijzing-antwoord-akkoord = Wie van het gezin vindt het goed dat de verwijzer dit leest?
verwijzing-antwoord-knop = Verstuur het antwoord
verwijzing-akkoord-van = Met instemming van { $wie }, { $dag }
verwijzing-gezin = Het gezin
verwijzing-gezin-onbekend = Deze verwijzing is nog niet bij een gezin gezet.
verwijzing-kandidaten = Dit kind heeft dezelfde geboortedatum en achternaam:
verwijzing-nieuw-gezin = Schrijf dit kind op als nieuw gezin
verwijzing-nieuw-gezin-uitleg = Naam, geboortedag en postcode gaan mee. Je hoeft niets over te typen.
verwijzing-koppel = Dit is hetzelfde kind
verwijzing-wat-hoort = Wat hoor je terug?
verwijzing-wat-hoort-uitleg = Dat het is aangekomen en wie het oppakt. Wat ervan kwam, hoor je in grote lijnen als het gezin dat goed vindt.

## Afspraken met verwijzers
afspraak-intro = Wat we met huisartsen, specialisten en GI's hebben afgesproken over verwijzen.
afspraak-geen = Er staan nog geen afspraken.
afspraak-bewaard = De afspraak is bewaard.
afspraak-botsing = Iemand anders veranderde deze afspraak net. Zo staat die er nu. Wat je typte, staat in het formulier onderaan.
afspraak-mis-met = Vul in met wie de afspraak is, en houd de teksten kort genoeg.
afspraak-mis-dag = Vul in van welke dag de afspraak is.
afspraak-nieuw = Een afspraak opschrijven
afspraak-wijzig = Wijzig de afspraak met { $met }
afspraak-met = Met welke praktijk of organisatie?
afspraak-soort = Wat voor verwijzer is dat?
afspraak-waarover = Wat is er afgesproken?
afspraak-dag = Sinds wanneer
afspraak-evaluatie = Wanneer bespreken we het weer?
afspraak-ervaring = Hoe het ging
afspraak-ervaring-veld = Hoe ging het tot nu toe?
afspraak-einde = Tot wanneer (mag leeg blijven)
afspraak-bewaar = Bewaar
afspraak-sinds = Sinds { $dag }
afspraak-evaluatie-op = weer bespreken op { $dag }
afspraak-tot = tot { $dag }
afspraak-aantallen = Hoeveel kinderen verwezen zij?
afspraak-aantallen-uitleg = Verschillende kinderen in het afgelopen jaar, afgerond op vijf. Kleine aantallen tonen we niet.
afspraak-weinig = minder dan 10

## Vandaag
vandaag-intro = De gezinnen waar je dichtbij staat, en wat zij van je verwachten.
vandaag-rust = Er wacht nu geen gezin op je.
vandaag-niets = Verwacht nu niets.
vandaag-regisseur = Jij bent de vaste persoon.
vandaag-vervanger = Jij vervangt de vaste persoon.
vandaag-je-vervangt = Jij vervangt { $naam }.
vandaag-team = Hoort bij je team. Er is nog geen vaste persoon.
vandaag-bericht = { $van } schreef op { $dag } en kreeg nog geen antwoord.
vandaag-bericht-eigen = { $van } schreef jou alleen, op { $dag }, en kreeg nog geen antwoord.
vandaag-correctie = Het gezin ziet iets anders en schreef dat op { $dag }.
vandaag-verwijzing = { $van } verwees een kind van dit gezin, op { $dag }.
vandaag-verzoek = { $van } vraagt een besluit over hulp, sinds { $dag }.
vandaag-concept = Jij begon op te schrijven wat jullie op { $dag } bespraken. Het is nog niet af.
vandaag-verder = Schrijf verder
vandaag-lees = Lees en antwoord
vandaag-kijk = Bekijk
vandaag-vervangt = Gezinnen van collega's die je vervangt
vandaag-voor-team = Voor je team
vandaag-team-niets = Er kwam niets nieuws binnen voor je team.
vandaag-team-verwijzing = { $kind }: verwezen door { $van }, { $dag }
vandaag-team-verzoek = { $kind }: vraag van { $van }, { $dag }
vandaag-meer = Er is meer:
vandaag-ook-nabij = Ook dichtbij
vandaag-geen-nabij = Van andere gezinnen ben je nu niet de vaste persoon.
vandaag-alle = Alle gezinnen van je team
vandaag-weg = Je bent er niet van { $van } { $tot }. { $naam } neemt waar.
vandaag-weg-wijzig = Wijzig dit

## Er even niet zijn
afwezig-titel = Er even niet zijn
afwezig-uitleg = Een collega neemt al jouw gezinnen waar. Dat stopt vanzelf.
afwezig-van = Van
afwezig-tot = Tot en met
afwezig-wie = Wie neemt waar?
afwezig-knop = Regel de waarneming
afwezig-terug = Ik ben er weer
afwezig-gedaan = Dat is geregeld.
afwezig-kijk-na = Kies een eerste en een laatste dag, en een collega. De laatste dag ligt niet in het verleden.

uitvoer-post = Wat er in de berichten met het gezin staat
uitvoer-delingen = Wat er over je gedeeld werd
uitvoer-verwijzingen = Wie je verwees
uitvoer-eigen-post = Berichten die alleen jij en je vaste persoon lezen
