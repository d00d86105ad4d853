# Wie keek mee, en het toezicht op het journaal.
menu-journaal = Journaal

fout-503 = Even niets laten zien
fout-503-uitleg = Leerloop schrijft altijd op wie wat bekijkt of verandert. Dat opschrijven lukt nu niet. Daarom laten we niets zien. Er is niets veranderd.
fout-503-doe = Probeer het over een paar minuten opnieuw. Lukt het dan nog niet, bel dan uw beheerder.

inzagen-alle = Alles zien: wie keek wanneer, en waarom
inzagen-titel = Wie keek mee bij gezin { $naam }
inzagen-eigen = Wie keek er in uw gegevens
inzagen-intro = Hier staat wie er in de gegevens van dit gezin keek, wanneer en waarvoor. Het staat er altijd, en niemand kan het weghalen.
inzagen-geen = Er keek nog niemand.
inzagen-klopt = Klopt er iets niet?
inzagen-klopt-doe = Ziet u iemand die u niet kent, of begrijpt u niet waarom iemand keek? Vraag het gerust aan uw vaste persoon bij het wijkteam. U hoeft niet uit te leggen waarom u het vraagt.
inzagen-klopt-verder = Komt u er samen niet uit? Vraag de gemeente naar de functionaris voor gegevensbescherming. Die zoekt het voor u uit. U kunt ook een klacht indienen bij de Autoriteit Persoonsgegevens.
inzagen-namen = Soms staat er geen naam
inzagen-namen-uitleg = Van sommige medewerkers laten we alleen zien wat voor werk ze doen, omdat dat voor hen veiliger is. Wie het was, staat wel in het journaal.
inzage-wie = { $naam } ({ $rol })
inzage-functie = Een medewerker ({ $rol })
inzage-zag = keek naar { $deel }, om { $doel }.
inzage-besloot = nam een besluit over { $deel }, om { $doel }.
inzage-verstuurde = verstuurde een bericht over het gezin, om { $doel }.
inzage-gebruikte = gebruikte { $deel }, om { $doel }.
inzage-eens = om { $tijd } uur
inzage-vaker = { $n } keer, tussen { $van } en { $tot } uur

onderdeel-regio = de cijfers van de regio
onderdeel-wijk = de cijfers van een wijk
onderdeel-gezinnen = de lijst met gezinnen
onderdeel-gezin = de pagina van het gezin
onderdeel-berichten = de lijst met berichten
onderdeel-bericht = een bericht tussen gemeente en aanbieder
onderdeel-quarantaine = berichten die niet gelezen konden worden
onderdeel-gesprek = het overleg met de aanbieder
onderdeel-verzoeken = de lijst met verzoeken
onderdeel-verzoek = een verzoek van een aanbieder
onderdeel-termijnen = de termijnen
onderdeel-aanbieders = de aanbieders
onderdeel-inzagen = wie er meekeek
onderdeel-journaal = het journaal

journaal-titel = Journaal van { $maand }
journaal-intro = Dit stelt Leerloop voor om eens na te kijken: een steekproef, en wat opviel. Opvallen is geen oordeel. Meestal is er een gewone uitleg.
journaal-gezien = Nagekeken: { $n ->
    [one] 1 regel
   *[other] { $n } regels
 } van mensen in het journaal.
journaal-loopt = De maand loopt nog; de steekproef komt als de maand om is.
journaal-maanden = Andere maanden
journaal-te-doen = Nog na te kijken
journaal-niets = Er is niets (meer) na te kijken.
journaal-gedaan = Nagekeken
journaal-regels = Bekijk wat er is opgeschreven ({ $n })
journaal-regel = { $wanneer }: { $deel }
journaal-regel-gezin = { $wanneer }: { $deel }, gezin { $gezin }
journaal-regel-geweigerd = { $wanneer }: wilde naar { $deel }, zag niets
journaal-wat-vond-u = Wat vond u?
journaal-toelichting = Toelichting (mag leeg blijven)
journaal-bewaar = Bewaar
journaal-bewaard = Uw bevinding is bewaard.
journaal-kies = Er is nog niets bewaard. Kies eerst wat u vond.
journaal-te-lang = Er is nog niets bewaard. Maak de toelichting korter dan 2.000 tekens.
journaal-al-gedaan = Een ander keek dit al na. Dat blijft staan; u vindt het hieronder.
journaal-oordeel = { $wie }, { $wanneer }: { $uitkomst }
journaal-hoe = Hoe komt dit tot stand?
journaal-hoe-uitleg = De steekproef wordt geloot uit alle keren dat iemand een gezin opende. Wat opvalt, zoekt Leerloop met vaste regels die voor iedereen gelijk zijn. Niemand krijgt een score en er is geen ranglijst. Gezinnen hebben hier een schuilnaam; de inhoud van dossiers ziet u niet.
bevonden-in-orde = In orde: er is een gewone uitleg
bevonden-navragen = Navragen bij de medewerker of het team
bevonden-melden = Melden bij de functionaris voor gegevensbescherming

signaal-steekproef = Steekproef
signaal-steekproef-zin = Geloot uit alle keren dat iemand in deze maand een gezin opende.
signaal-steekproef-gewoon = Het lot koos; er viel niets op.
signaal-eigen-straat = Eigen straat
signaal-eigen-straat-zin = Opende vanaf { $dag } een gezin dat in de eigen straat woont ({ $n } keer).
signaal-eigen-straat-gewoon = Gewone uitleg: het gezin hoort bij de wijk waar iemand werkt en toevallig ook woont.
signaal-naamgenoot = Zelfde achternaam
signaal-naamgenoot-zin = Opende vanaf { $dag } een gezin met dezelfde, zeldzame achternaam ({ $n } keer).
signaal-naamgenoot-gewoon = Gewone uitleg: toeval, of iemand heeft het al met de leidinggevende besproken.
signaal-collega = Gezin van een collega
signaal-collega-zin = Opende vanaf { $dag } het gezin van een collega ({ $n } keer).
signaal-collega-gewoon = Gewone uitleg: ook collega's krijgen hulp, en iemand moet die geven.
signaal-veel = Veel gezinnen op een dag
signaal-veel-zin = Opende op { $dag } { $n } gezinnen; in het team is { $gewoon } gewoon.
signaal-veel-gewoon = Gewone uitleg: waarneming voor een zieke collega, een telefoondienst of het nalopen van een lijst.
signaal-buiten-uren = In de avond, nacht of het weekend
signaal-buiten-uren-zin = Opende op { $dag } een gezin buiten de gewone uren ({ $n } keer).
signaal-buiten-uren-gewoon = Gewone uitleg: een crisisdienst, een avondgesprek of inhalen van werk.
signaal-zonder-hulp = Gezin zonder lopende hulp
signaal-zonder-hulp-zin = Opende vanaf { $dag } een gezin dat rond die dag geen hulp of verzoek had ({ $n } keer).
signaal-zonder-hulp-gewoon = Gewone uitleg: een gezin belde met een vraag, of er werd teruggekeken op eerdere hulp.
signaal-geweigerd = Vaak geweigerd
signaal-geweigerd-zin = Vroeg op { $dag } { $n } keer iets op dat niet mocht of niet bestond. Er was niets te zien.
signaal-geweigerd-gewoon = Gewone uitleg: een oude verwijzing, een verkeerd getypt adres of rechten die nog niet goed staan.
signaal-nood = Met spoed geopend
signaal-nood-zin = Opende op { $dag } een gezin met spoed, zonder vaste band met dat gezin ({ $n } keer).
signaal-nood-gewoon = Gewone uitleg: er was spoed. De leidinggevende hoort het ook.
