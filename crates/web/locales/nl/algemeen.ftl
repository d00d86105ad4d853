# Wat op elke pagina staat, fouten, maanden en maten.
naar-inhoud = Naar de inhoud
hoofdmenu = Hoofdmenu
kruimelpad = Waar u bent
afmelden = Afmelden
oefenomgeving = Oefenomgeving: alle personen zijn verzonnen.
voet = Leerloop: samen leren van jeugdhulp in de buurt.
bladeren = Bladeren
verder = Verder
naar-eerste = Naar het begin van de lijst
zoeken = Zoeken
alles-tonen = Alles tonen
onbekend = onbekend
iemand = iemand

menu-mijn-gezin = Mijn gezin
menu-gezinnen = Gezinnen
menu-regio = Regio en wijken
menu-aanbieders = Aanbieders
menu-berichten = Berichten
menu-verzoeken = Verzoeken
menu-termijnen = Termijnen
menu-quarantaine = Quarantaine

naar-begin = Naar het begin
fout-nummer = Blijft het misgaan? Noem dan dit nummer: { $nummer }
fout-400 = Deze vraag begrijpen we niet
fout-400-uitleg = Er staat iets in het adres of in het formulier dat Leerloop niet kan lezen.
fout-400-doe = Ga een stap terug en probeer het opnieuw, of begin opnieuw vanaf de eerste pagina.
fout-401 = U was afgemeld
fout-401-uitleg = U was een tijd weg, of meldde u ergens anders af. Wat u typte is niet bewaard, maar ook niet weg: het staat hieronder.
fout-401-doe = Meld u aan in een nieuw tabblad. Ga daar naar de pagina waar u was, en plak uw tekst.
fout-401-knop = Aanmelden in een nieuw tabblad
fout-getypt = Wat u typte
fout-getypt-uitleg = Dit is nog niet bewaard. Kopieer het voordat u verdergaat.
fout-getypt-deel = Tekst { $n }
fout-403 = Dit formulier kwam niet van Leerloop
fout-403-uitleg = Het formulier werd verstuurd vanaf een andere website, of vanaf een pagina die te lang open stond. Daarom is er niets veranderd.
fout-403-doe = Open Leerloop zelf en probeer het daar.
fout-404 = Deze pagina is er niet
fout-404-uitleg = De pagina bestaat niet, of hoort niet bij wat u mag zien.
fout-404-doe = Klopt het adres? Hebt u deze pagina nodig voor uw werk, vraag dan uw beheerder.
fout-405 = Zo werkt deze pagina niet
fout-405-uitleg = Dit adres verwacht iets anders dan wat er is verstuurd.
fout-405-doe = Gebruik de knoppen en verwijzingen op de pagina's.
fout-413 = Dat is te veel in één keer
fout-413-uitleg = Er is meer verstuurd dan een formulier van Leerloop kan bevatten. Er is niets bewaard.
fout-413-doe = Maak de tekst korter en probeer het opnieuw.
fout-500 = Er ging iets mis bij ons
fout-500-uitleg = Het ligt niet aan u. Er is niets veranderd aan de gegevens.
fout-500-doe = Probeer het over een paar minuten opnieuw.
fout-gemeentecode = Een gemeentecode heeft 4 cijfers, zoals 0758.
fout-agb = Een AGB-code heeft 8 cijfers.
fout-datum = Kies een dag, zoals 2026-03-31.

maand-1 = januari
maand-2 = februari
maand-3 = maart
maand-4 = april
maand-5 = mei
maand-6 = juni
maand-7 = juli
maand-8 = augustus
maand-9 = september
maand-10 = oktober
maand-11 = november
maand-12 = december

grootte-b = { $n ->
    [one] { $n } byte
   *[other] { $n } bytes
 }
grootte-kb = { $n } kB
grootte-mb = { $n } MB
weken = { $n ->
    [one] { $n } week
   *[other] { $n } weken
 }
regel-nummer = regel { $n }
