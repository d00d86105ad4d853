# Probleemanalyses: samen opschrijven wat er speelt, en wat er afgesproken is.

menu-analyses = Probleemanalyses
onderdeel-analyses = probleemanalyses
onderdeel-uitproberen = uitproberen
analyse-intro = Wat speelt er in een wijk of gemeente, en wat spreken we daarover af? Beleid schrijft, partners reageren.
analyse-geen-personen = Schrijf hier niets over één kind of één gezin: geen namen, geen verhalen waaraan iemand te herkennen is.
analyse-nog-geen = Er is nog geen probleemanalyse. Begin er een.
analyse-niets-gedeeld = Er is nu geen probleemanalyse met u gedeeld.
analyse-begin = Een nieuwe analyse
analyse-begin-knop = Begin
analyse-bijgewerkt = bijgewerkt op { $dag }
analyse-aantal-afspraken = { $n ->
    [one] één afspraak
   *[other] { $n } afspraken
 }
analyse-aantal-uitnodigingen = { $n ->
    [one] vertel hoe het met een afspraak gaat
   *[other] vertel hoe het met { $n } afspraken gaat
 }
analyse-versie = Versie { $versie }, { $moment }, door { $wie }
analyse-pdf = Als pdf
analyse-versies = Alle versies
analyse-gedeeld = Gedeeld met: { $wie }.
analyse-niet-gedeeld = Nog met niemand gedeeld.
analyse-gedaan = Bewaard.
analyse-leeg = Hier staat nog niets.
analyse-erbij = Schrijf iets op
analyse-wijzig = Wijzig
analyse-weg = Haal dit weg
analyse-bewaar = Bewaar
analyse-wijzig-kop = Wijzig titel, gebied en met wie het gedeeld is

analyse-deel-zien = Wat wij zien
analyse-vraag-zien = Wat valt op? Wie heeft er last van, en waar?
analyse-deel-cijfers = Wat de cijfers zeggen
analyse-vraag-cijfers = Noem bij een cijfer waar het staat, zodat iedereen het kan terugvinden.
analyse-deel-stemmen = Wat kinderen en ouders zeggen
analyse-vraag-stemmen = Wat hoorde u van de cliëntenraad, op school, in de buurt? Zonder namen.
analyse-deel-oorzaken = Mogelijke oorzaken
analyse-vraag-oorzaken = Wat kan erachter zitten? Denk ook aan wonen, geld, school en de buurt.
analyse-deel-onbekend = Wat wij niet weten
analyse-vraag-onbekend = Wat moeten we nog uitzoeken, en bij wie?
analyse-deel-eens = Waar wij het over eens zijn
analyse-vraag-eens = Ook als we het niet over alles eens zijn.

analyse-stemmen-mist = Kinderen en ouders staan er nog niet in
analyse-stemmen-mist-uitleg = Vraag wat zij ervan zeggen voordat u dit deelt, bijvoorbeeld aan de cliëntenraad.

analyse-afspraken = Afspraken over wat schaars is
analyse-afspraken-uitleg = Wat, wie, hoeveel en tot wanneer. Daarna vertelt u wat ervan kwam.
analyse-afspraak-erbij = Maak een afspraak
analyse-vertel = Vertel hoe het gaat
analyse-uitnodiging-kijken = Op { $dag } zouden we kijken hoe het gaat. Wat is er te vertellen?
analyse-uitnodiging-voorbij = Deze afspraak was bedoeld tot { $dag }. Wat kwam ervan?
analyse-stand-op-weg = op weg
analyse-stand-gelukt = gelukt
analyse-stand-bijgesteld = bijgesteld
analyse-stand-gestopt = gestopt

analyse-delen = Delen
analyse-delen-uitleg = Wie u aanvinkt, leest alles en kan erbij schrijven.
analyse-reageer = Reageer
analyse-reactie-eens = Eens
analyse-reactie-anders = Ik zie het anders
analyse-reactie-aanvulling = Aanvulling
analyse-eens = Eens: { $wie }.
analyse-noot-eerder = over een eerdere versie
analyse-vindplaats = Cijfer: { $indicator }, { $gebied }. Uit { $momentopname }.

analyse-botsing = Iemand anders was u net voor
analyse-botsing-uitleg = Er is niets bewaard en niets verloren. Hieronder staan beide teksten. Wat u schreef, staat ook nog in het formulier: pas het aan en bewaar opnieuw.
analyse-botsing-weg = Dit deel is weggehaald. In de versies staat het nog.

analyse-veld-titel = Waar gaat het over?
analyse-veld-gebied = Gebied
analyse-veld-gedeeld = Gedeeld met
analyse-veld-tekst = Tekst
analyse-veld-vindplaats = Cijfer
analyse-veld-momentopname = Naam van de momentopname, zoals die onder het cijfer staat (mag leeg)
analyse-veld-indicator = Cijfer, zoals instroom (mag leeg)
analyse-veld-plek = Code van het gebied, zoals WK075801 (mag leeg)
analyse-veld-wat = Wat spreken we af?
analyse-veld-wie = Wie doet het?
analyse-veld-hoeveel = Hoeveel?
analyse-veld-tot = Tot wanneer?
analyse-veld-kijk = Wanneer kijken we hoe het gaat?
analyse-veld-stand = Hoe staat het ermee?
analyse-veld-kwam = Wat kwam ervan?
analyse-veld-weer = Wanneer kijken we weer?
analyse-veld-soort = Reactie
analyse-veld-zegt = Toelichting

analyse-mis-titel = Schrijf op waar het over gaat.
analyse-mis-tekst = Hier staat nog niets.
analyse-mis-wat = Schrijf op wat u afspreekt.
analyse-mis-wie = Schrijf op wie het doet.
analyse-mis-tot = Kies tot wanneer.
analyse-mis-kwam = Schrijf op wat ervan kwam.
analyse-mis-zegt = Schrijf erbij wat u anders ziet of aanvult.
analyse-mis-momentopname = Dit is geen naam van een momentopname. Neem hem over van onder het cijfer, zoals snapshot-2026-06-30-0123456789abcdef.
analyse-mis-indicator = Dit cijfer kennen we niet. Kies er een uit de lijst.
analyse-mis-plek = Schrijf op van welk gebied het cijfer is.
analyse-te-lang = Deze tekst is te lang. Er passen 4.000 tekens in.

analyse-versies-titel = Versies van { $naam }
analyse-terug = Terug naar de analyse
analyse-van = Van
analyse-tot = Tot
analyse-vergelijk = Vergelijk
analyse-tussen = Van versie { $van } naar versie { $tot }
analyse-tussen-uitleg = Doorgestreept is weg, onderstreept is erbij gekomen.
analyse-geen-verschil = Deze versies zijn gelijk.
analyse-verschil-kop = Titel, gebied en delen
analyse-verschil-afspraak = Afspraak
analyse-aard-nieuw = nieuw
analyse-aard-weg = weggehaald
analyse-aard-anders = veranderd
analyse-deed-kop = titel of delen
analyse-deed-alinea = tekst
analyse-deed-afspraak = afspraak
analyse-deed-kijk = hoe het gaat
analyse-deed-weg = iets weggehaald
