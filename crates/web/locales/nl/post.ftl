# De berichten over en weer: wat ervan werd, het gesprek eromheen, verzoeken en termijnen.

## Wat er van een bericht werd
bericht-telt = Telt
bericht-telt-uitleg = Wat in dit bericht staat, telt.
bericht-telt-deels = Telt voor een deel
bericht-telt-deels-uitleg = Een deel van dit bericht is niet in orde. De rest telt.
bericht-afgekeurd-niveau = Afgekeurd op niveau { $niveau }
bericht-afgekeurd-2 = In het bericht zelf klopt iets niet. Wat erin staat, telt niet mee.
bericht-afgekeurd-3 = Het bericht past niet bij wat eerder is gestuurd. Wat erin staat, telt niet mee.
bericht-afgekeurd-4 = Het bericht past niet bij lijsten of afspraken buiten de berichten. Wat erin staat, telt niet mee.
bericht-afgewezen = Afgekeurd door de ontvanger
bericht-afgewezen-uitleg = De ontvanger keurde dit bericht af. Wat erin staat, telt niet mee. De reden staat in het antwoord.
bericht-antwoord-op = Het bericht waarop dit antwoordt
bericht-gesprek = Het gesprek over deze hulp
bericht-gesprekken = Gesprekken over de hulp in dit bericht
bericht-gesprekken-weg = Dit bericht gaat over veel toewijzingen. Hier staan de eerste { $n }.
berichten-afgekeurd = Alleen afgekeurde
mis-doe-zelf = Wat je kunt doen: { $doe }
mis-doe = Wat { $wie } kan doen: { $doe }
mis-regel = Regel { $code }, niveau { $niveau }
mis-retourcode = Code { $code }
mis-meer-plekken = { $n ->
    [one] en nog { $n } plek
   *[other] en nog { $n } plekken
 }

## Hoeveel en wanneer
gemeente-naam = Gemeente { $naam }
toewijzing-nummer = toewijzing { $nummer }
product-vrij = Hulp naar keuze van de aanbieder
van-tot = van { $van } tot en met { $tot }
van-open = vanaf { $van }
uiterlijk = uiterlijk { $dag }
uiterlijk-vandaag = uiterlijk vandaag
uiterlijk-te-laat = { $n ->
    [one] { $n } dag te laat (uiterlijk { $dag })
   *[other] { $n } dagen te laat (uiterlijk { $dag })
 }

## Het gesprek rond een toewijzing
gesprek-met-aanbieder = gesprek met de aanbieder
gesprek-titel = { $wie } en { $aanbieder }
gesprek-voor = voor
gesprek-door = door
gesprek-wanneer = wanneer
gesprek-besloten = besloten op
gesprek-verwacht = Wat nog komt
gesprek-niets-verwacht = Er hoeft nu niets te komen.
gesprek-kop = Het gesprek
gesprek-leeg = Er is nog niets over en weer gestuurd.
doet-toewijzen = { $wie } wijst hulp toe
doet-toewijzing-wijzigen = { $wie } verandert de toewijzing
doet-toewijzing-intrekken = { $wie } trekt de toewijzing in
doet-starten = { $wie } meldt de start
doet-stoppen = { $wie } meldt het einde
doet-vragen = { $wie } vraagt om hulp
doet-wijziging-vragen = { $wie } vraagt om een wijziging
doet-antwoorden = { $wie } antwoordt op het verzoek
doet-declareren = { $wie } declareert
doet-bevestigen = { $wie } laat weten of een bericht in orde is
ontvangst-in-orde = Ontvangen en in orde
ontvangst-niet-in-orde = Niet in orde, telt niet mee
ontvangst-deels = Niet helemaal in orde
ontvangst-geen = Nog geen antwoord
antwoord = antwoord
declaraties-per-maand = Per maand
beurt-velden = Alles wat erin staat ({ $soort })
beurt-bericht = Open het bericht
zegt-hulp = { $wat }: { $hoe }.
zegt-erbij = Erbij komt { $wat }: { $hoe }.
zegt-verandert = Toewijzing { $nummer } wordt: { $hoe }.
zegt-blijft = Toewijzing { $nummer } blijft zoals die is.
zegt-reden-wijziging = Waarom: { $reden }.
zegt-reden-verzoek = Waarom: { $reden }.
zegt-opmerking = Erbij staat: “{ $tekst }”
zegt-start = De hulp begon op { $dag }.
zegt-start-weg = De melding dat de hulp op { $dag } begon, is ingetrokken.
zegt-stop = De hulp stopte op { $dag }: { $reden }.
zegt-stop-weg = De melding dat de hulp op { $dag } stopte, is ingetrokken.
zegt-pauze = De hulp rust even, sinds { $dag }.
zegt-verwijzer = Verwezen door: { $wie }.
zegt-verwijzer-naam = Verwezen door: { $wie }, { $naam }.
zegt-beschikking = Er is al een besluit voor het gezin, met nummer { $nummer }.
zegt-raamcontract = De aanbieder zegt dat er een raamcontract is.
zegt-geen-raamcontract = De aanbieder zegt dat er geen raamcontract is.
zegt-onderzoek = De gemeente kijkt eerst samen met het gezin en de aanbieder naar het verzoek.
zegt-afwijzing = De gemeente doet niet wat is gevraagd. Reden: { $reden }.
zegt-andere-gemeente = Verantwoordelijk is de gemeente met code { $gemeente }.
zegt-declaratie = Voor { $van }: { $bedrag }.
zegt-declaraties = Voor { $van } tot en met { $tot }: samen { $bedrag }, in { $n } declaraties.

## Verzoeken
verzoeken-intro = Aanbieders vragen hier om hulp voor een kind uit uw wijken, of om een wijziging. Het oudste verzoek staat bovenaan.
verzoeken-geen = Er wacht geen verzoek op antwoord.
verzoek-open = wacht op antwoord
verzoek-in-onderzoek = wordt bekeken
verzoek-toegekend = toegewezen
verzoek-afgewezen = niet zo toegewezen
verzoek-vraagt-hulp = { $aanbieder } vraagt om { $wat }
verzoek-vraagt-wijziging = { $aanbieder } vraagt om een wijziging van de hulp
verzoek-antwoord = Antwoord: { $wanneer }
verzoek-titel = Verzoek voor { $wie }
verzoek-onder = Aan gemeente { $gemeente } · { $dag } · kenmerk { $referentie }
verzoek-wat = Wat de aanbieder vraagt
verzoek-velden = Alles wat in het verzoek staat
verzoek-vervolg = Hoe het verder gaat
verzoek-naar-gezin = Naar het gezin
verzoek-gezin-niet = U kunt de pagina van dit gezin niet openen. Misschien is het adres nog niet bekend.
verzoek-naar-bericht = Naar het bericht
verzoek-lopend = Wat al loopt bij deze aanbieder
verzoek-niets-lopend = Bij deze aanbieder loopt nog niets.
vervolg-onderzoek = De aanbieder weet dat u ernaar kijkt. Spreek het gezin en de aanbieder, en geef binnen acht weken antwoord.
vervolg-toegekend = De aanbieder krijgt de toewijzing en kan beginnen. Laat het gezin weten dat de hulp er komt.
vervolg-afgewezen = De aanbieder hoort dat deze hulp er zo niet komt. Laat het gezin zelf weten waarom, en wat er wel komt. Wil het gezin een besluit op papier, dan krijgt het dat. Daartegen kan het bezwaar maken.

## Antwoord op een verzoek
besluit-titel = Uw antwoord
besluit-toekennen = Ja, wijs deze hulp toe
besluit-toekennen-uitleg = De aanbieder krijgt meteen de toewijzing en kan beginnen.
besluit-onderzoeken = Kijk er eerst samen naar
besluit-onderzoeken-uitleg = De aanbieder hoort dat u ernaar kijkt. U spreekt het gezin en antwoordt binnen acht weken.
besluit-andere-gemeente = Een andere gemeente is verantwoordelijk
besluit-andere-gemeente-uitleg = Bel eerst die gemeente. Blijf helpen tot zij het overneemt, zodat het gezin niet tussen twee gemeenten valt.
besluit-welke-gemeente = Welke gemeente (naam of code)
besluit-afwijzen = Nee, niet op deze manier
besluit-afwijzen-bel = Bel eerst: het gezin en de aanbieder. Vaak is er samen een andere weg.
besluit-afwijzen-uitleg = De aanbieder hoort de reden. Het gezin hoort van u waarom, en welke hulp er wel komt.
besluit-reden = Reden voor de aanbieder
besluit-kies-reden = Kies een reden
besluit-verstuur = Verstuur het antwoord
besluit-adres = Waar woont het kind?
besluit-verstuurd = Uw antwoord gaat naar de aanbieder.
besluit-kijk-na = Er is nog niets verstuurd. Kijk na wat hieronder staat.
besluit-adres-nodig = Er is nog niets verstuurd. Vul eerst het adres van het kind in: zonder adres kan de toewijzing niet weg.
besluit-kan-niet = Dit kan zo niet worden verstuurd. Er is niets veranderd.
besluit-al-beantwoord = Iemand anders was u voor: dit verzoek staat nu op ‘{ $stand }’. Uw antwoord is niet verstuurd.
adres-straat = Straat
adres-huisnummer = Huisnummer
adres-postcode = Postcode
adres-plaats = Plaats
fout-huisnummer = Vul een huisnummer in: alleen cijfers.
fout-postcode = Vul een postcode in, zoals 4811 AB.
fout-straat = Deze straatnaam is te lang: hoogstens 24 tekens.
fout-plaats = Deze plaatsnaam is te lang: hoogstens 80 tekens.
fout-gemeente = Deze gemeente kennen we niet bij naam. Vul de code van 4 cijfers in, zoals 0758.
fout-reden = Kies de reden die de aanbieder krijgt.

## Termijnen
termijnen-intro = Wat er nog moet komen, van aanbieders en van de gemeente.
termijnen-geen = Er hoeft nu niets te komen.
termijnen-soorten = Waar het om gaat
termijnen-eerst = Wat het eerst moet komen
termijnen-eerste = Hier staan de eerste { $n }.
termijnen-wat = wat
termijnen-aantal = aantal
termijnen-te-laat = te laat
termijnen-niets-te-laat = geen
termijnen-sinds = sinds { $dag }
verwacht-retour-toewijzing = De aanbieder laat weten of de toewijzing in orde is
verwacht-retour-antwoord = De aanbieder laat weten of het antwoord in orde is
verwacht-besluit = De gemeente antwoordt op een verzoek
verwacht-besluit-na-onderzoek = De gemeente antwoordt op een verzoek dat ze bekijkt
verwacht-start = De aanbieder meldt dat de hulp is begonnen
verwacht-bezorging = Een bericht van de gemeente wordt verstuurd

## Wie verwees (iJw-lijst COD327)
verwijzer-01 = gemeente
verwijzer-02 = huisarts
verwijzer-03 = jeugdarts
verwijzer-04 = gecertificeerde instelling
verwijzer-05 = medisch specialist
verwijzer-06 = niemand, het gezin kwam zelf
verwijzer-08 = rechter of officier van justitie

## Waarom een aanbieder een wijziging vraagt (iJw-lijst WJ758)
reden-verzoek-1 = de situatie van het kind is veranderd
reden-verzoek-2 = het zorgplan is veranderd

## Waarom niet wat is gevraagd (iJw-lijst WJ759)
reden-afwijzing-1 = dit is een nieuwe aanvraag, geen wijziging
reden-afwijzing-2 = past niet binnen het budget
reden-afwijzing-3 = er is geen contract met deze aanbieder
reden-afwijzing-4 = past niet binnen het contract
reden-afwijzing-5 = een andere gemeente
reden-afwijzing-6 = deze hulp is er al (stapeling)
reden-afwijzing-7 = een andere hulp past beter (zorginhoudelijk)
reden-afwijzing-8 = een andere gemeente is verantwoordelijk (woonplaatsbeginsel)
reden-afwijzing-9 = de leeftijdsgrens is bereikt
