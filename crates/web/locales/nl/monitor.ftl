# Openbare cijfers van gebieden: de monitor en wie op ons lijkt.

monitor-naar = Jeugdhulp, armoede en wonen naast elkaar
monitor-titel = Jeugdhulp, armoede en wonen in { $waar }
monitor-intro = Openbare cijfers naast elkaar, per gebied en door de jaren heen. Ze zeggen iets over gebieden, niet over een gezin.
monitor-kies = Gemeente
monitor-alle = De hele regio, per gemeente
monitor-gebied = Gebied
monitor-jaar = Jaar
monitor-hulp = Jeugdhulp, per 1.000 jeugdigen
monitor-naast = Naast elkaar in { $jaar }
monitor-volgorde = Op volgorde van naam. De langste balk is het hoogste cijfer in de kolom.
monitor-mist = Over armoede of wonen is van deze gebieden niets bekend. Lees de kerncijfers van het CBS in om het ernaast te zien.
monitor-jaren = Jeugdhulp door de jaren heen
monitor-jaren-uitleg = Per 1.000 jeugdigen, alles op dezelfde schaal vanaf nul. Een gat is een jaar zonder cijfer.
monitor-klein-jaar = { $jaar }: { $n }
monitor-tabel = Alle cijfers
monitor-csv = Download als CSV
monitor-let-op = Let op
monitor-tussen = ({ $laag } tot { $hoog } door afronden)
monitor-geen-cijfer = geen cijfer
monitor-procent = { $n } %
monitor-duizend-euro = € { $n } duizend
monitor-per-km2 = { $n } per km²
monitor-merken = Wat de woorden bij de cijfers betekenen
monitor-afgeschermd = niet gepubliceerd
monitor-afgeschermd-uitleg = Het CBS laat kleine aantallen weg, om niemand herkenbaar te maken. Zo'n cijfer is onbekend. Het is niet nul.
monitor-bronnen = Bronnen
monitor-bron = { $bron }, tabel { $tabel }, { $jaar } ({ $stand }); ingelezen op { $dag }
monitor-opvallend-nu = In { $jaar } hadden in { $waar } ongeveer { $n } van de 1.000 jeugdigen jeugdhulp.
monitor-opvallend-meer = Dat is { $n } per 1.000 meer in { $tot } dan in { $van }.
monitor-opvallend-minder = Dat is { $n } per 1.000 minder in { $tot } dan in { $van }.
monitor-opvallend-gelijk = Dat is in { $tot } evenveel als in { $van }.
monitor-opvallend-grens = { $van } en { $tot } zijn niet te vergelijken: de grenzen zijn verlegd.
monitor-opvallend-onbekend = { $n ->
    [one] Van één van de { $van } gebieden is geen cijfer over jeugdhulp.
   *[other] Van { $n } van de { $van } gebieden is geen cijfer over jeugdhulp.
 }

cijfers-geen-titel = Er zijn nog geen cijfers van gebieden
cijfers-geen-uitleg = Deze pagina laat openbare cijfers zien, zoals die van het CBS. Die moeten eerst ingelezen worden. Vraag het aan wie Leerloop beheert:
cijfers-geen-haal = Haal de kerncijfers wijken en buurten en de tabel jongeren met jeugdzorg op bij CBS StatLine, als CSV.
cijfers-geen-lees = Lees ze in:
cijfers-geen-klaar = Ververs deze pagina. Opnieuw opstarten hoeft niet.

buren-menu = Wie lijkt op ons?
buren-titel = Wie van ons lijkt hierop, van wie leren we?
buren-intro = Gemeenten die op elkaar lijken, kunnen van elkaar leren. Hier staat met wie het gesprek zin heeft. Wie het beter doet, staat er niet: dat zeggen deze cijfers niet.
buren-orde = Volgorde
buren-op-gelijkenis = wie het meest lijkt eerst
buren-op-naam = op naam
buren-uitleg = { $n ->
    [one] Eén gemeente lijkt het meest, met cijfers van { $jaar } of hooguit twee jaar ouder.
   *[other] Deze { $n } gemeenten lijken het meest, met cijfers van { $jaar } of hooguit twee jaar ouder.
 }
buren-naast = Naast elkaar
buren-kenmerk = Kenmerk
buren-waarin = Waarin zij lijken, en waarin niet
buren-gelijkend = Lijkt in:
buren-weinig-gelijk = niets in het bijzonder
buren-anders = Anders in:
buren-anders-een = { $wat } (daar { $daar }, hier { $hier })
buren-onbekend = Niet bekend: { $wat }.
buren-ongebruikt = Niet meegeteld, omdat er te weinig van bekend is: { $wat }. Lees meer cijfers in voor een beter beeld.
buren-gesprek = Om over te praten: hoe kinderen bij jeugdhulp komen
buren-gesprek-uitleg = Verschillen hierin zijn niet goed of fout. Vraag elkaar hoe het komt en wat ervan te leren is.
buren-weg = Weg naar hulp
buren-te-weinig = Er is te weinig bekend om te zeggen wie op { $waar } lijkt
buren-te-weinig-doe = Daarvoor zijn kerncijfers nodig van minstens vijf gemeenten: inwoners, leeftijden, huishoudens, inkomen en wonen. Lees ze in met: leerloop informatie import
buren-geen-rang = Gelijkenis gaat over wie er wonen en hoe. Hoeveel jeugdhulp er is, telt daarin niet mee. Wat onbekend is, telt als anders.
