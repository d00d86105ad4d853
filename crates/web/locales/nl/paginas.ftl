# De teksten per pagina.

## Aanmelden
start-titel = Welkom bij Leerloop
start-intro = Leerloop laat zien hoe de jeugdhulp in de regio loopt: voor gezinnen, wijkteams, aanbieders en de gemeente.
start-kies = Kies wie u bent. U ziet daarna wat bij die persoon hoort.
start-onbekend = Die persoon kennen we niet. Kies iemand uit de lijst.
start-geen-accounts = Er zijn nog geen accounts
start-geen-accounts-doe = Deze Leerloop is nog niet ingericht om aan te melden. De beheerder kan accounts toevoegen, of Leerloop starten als oefenomgeving.
verder-als = Verder als { $naam }

## Cijfers en hun uitleg
stand-van = Stand { $dag }
bescherming-kort = aantallen vanaf 10 jeugdigen, afgerond op 5
bescherming-titel = Hoe we deze cijfers beschermen en lezen
bescherming-uitleg = Een aantal onder de 10 jeugdigen tonen we niet, en elk ander aantal ronden we af op 5. Zo is niemand te herkennen. Door het afronden kunnen aantallen samen net iets meer of minder zijn dan het totaal.
context-uitleg = Een cijfer zegt niet waarom iets zo is, en niet of het goed of slecht gaat. Bespreek het met mensen die de wijk kennen: gezinnen, scholen, het wijkteam en aanbieders.
minder-dan-10 = onder 10
niet-getoond = niet getoond
te-weinig = Er zijn te weinig jeugdigen om hier cijfers te laten zien.
te-weinig-om-te-zeggen = te weinig om te zeggen
op-de-honderd = { $n } op de 100
wat-valt-op = Wat valt op
opvallend-let-op = Dit zijn berekende zinnen. De oorzaak staat er niet bij: die vindt u in het gesprek.
in-hulp = in jeugdhulp
wachtend = wacht op start
instroom = begonnen
uitstroom = gestopt
jeugd = jeugd 0⁠–⁠17
inwoners = inwoners
per-honderd = per 100
nu = nu
jaar-geleden = jaar geleden
soort-hulp = soort hulp
maand = maand
datum = datum
bedrag = bedrag

## Regio
regio-kruimel = Regio
regio-zonder-naam = Alle gemeenten
regio-opvallend-aantal = Er zijn { $inhulp } jeugdigen in jeugdhulp. { $wachtend } jeugdigen wachten nog op de start van hun hulp.
regio-opvallend-in-hulp = Er zijn { $inhulp } jeugdigen in jeugdhulp.
regio-opvallend-verschil = In { $hoog } krijgt { $nhoog } op de 100 jeugdigen hulp, in { $laag } { $nlaag } op de 100.
kaart-titel = Jeugdhulp per wijk
kaart-beschrijving = Kaart van de wijken. Hoe donkerder, hoe meer jeugdigen op de 100 in jeugdhulp zijn. Dezelfde cijfers staan in de tabel met wijken.
kaart-beschrijving-tegels = Elke wijk is een even grote tegel, ongeveer op zijn plek. Hoe donkerder, hoe meer jeugdigen op de 100 in jeugdhulp zijn. Dezelfde cijfers staan in de tabel met wijken.
kaart-naar-tabel = Liever als tabel
kaart-geen = Er is nog geen kaart van deze regio.
legenda-van-tot = { $van } tot { $tot } op de 100
legenda-vanaf = { $van } of meer op de 100
legenda-geen = niet getoond
gemeenten = Gemeenten
gemeenten-bijschrift = Jeugdigen in jeugdhulp per gemeente
gemeente = gemeente
wijken = Wijken
wijken-bijschrift = Jeugdigen in jeugdhulp per wijk
wijk = wijk

## Wijk en aanbieder
wijk-wie = Wie wonen hier
wijk-cbs = Volgens het CBS kregen hier in 2022 { $n } jeugdigen jeugdzorg. Het CBS telt anders dan Leerloop.
verloop-titel = In jeugdhulp, begonnen en gestopt
verloop-beschrijving = Lijngrafiek van { $van } tot { $tot }. In jeugdhulp: eerst { $begin }, nu { $eind }. Begonnen en gestopt zijn geteld over steeds twaalf maanden. Alle cijfers staan in de tabel eronder.
verloop-tabel = Dezelfde cijfers als tabel
verloop-bijschrift = Jeugdigen in jeugdhulp op het eind van de maand. Begonnen en gestopt: in de twaalf maanden tot en met die maand.
lijn-in-hulp = in jeugdhulp
lijn-instroom = begonnen
lijn-uitstroom = gestopt
opvallend-groei = In twee jaar groeide het aantal jeugdigen in jeugdhulp van { $toen } naar { $nu }.
opvallend-daling = In twee jaar daalde het aantal jeugdigen in jeugdhulp van { $toen } naar { $nu }.
opvallend-gelijk = Er zijn nu { $nu } jeugdigen in jeugdhulp, ongeveer evenveel als twee jaar geleden ({ $toen }).
opvallend-nu = Er zijn nu { $nu } jeugdigen in jeugdhulp.
opvallend-meer-in = In het laatste jaar begonnen er meer ({ $in }) dan er stopten ({ $uit }).
opvallend-meer-uit = In het laatste jaar stopten er meer ({ $uit }) dan er begonnen ({ $in }).
opvallend-in-balans = In het laatste jaar begonnen er ongeveer evenveel ({ $in }) als er stopten ({ $uit }).
opvallend-wachten = Het langst is het wachten op { $vorm }: van wie begon, wachtte de helft { $n ->
    [one] { $n } week
   *[other] { $n } weken
 } of langer.
wachten-titel = Wachten op hulp, per soort
wachten-geen = Hier is nu niets te tonen: er wacht niemand, of te weinig jeugdigen voor een cijfer.
wachten-helft = helft begint binnen
wachten-lang = 1 op de 10 wacht langer dan
wachten-uitleg = Gerekend vanaf de eerste dag van de toewijzing, over hulp die in het laatste jaar begon.
vormen-titel = Welke hulp
aanbieder-nu = Op dit moment
aanbieder-gemeenten = Gemeenten: { $namen }
aanbieder-gedeclareerd = Gedeclareerd per maand
aanbieder-gedeclareerd-uitleg = De maand waarin de hulp is gegeven. De laatste maanden zijn vaak nog niet compleet. Een maand met minder dan 10 jeugdigen tonen we niet.
aanbieder-niets-gedeclareerd = Er is nog niets gedeclareerd.
aanbieder-berichten = Berichten over en weer
aanbieder-zonder-naam = Aanbieder zonder naam
aanbieders-intro = Wie er jeugdhulp geeft in de regio. De lijst is geen ranglijst.
aanbieders-zoek = Naam of AGB-code
aanbieders-geen = Geen aanbieders gevonden.
aanbieders-bijschrift = Aanbieders met jeugdigen in hulp en wachtend
aanbieder = aanbieder
agb = AGB-code

## Gezinnen
gezinnen-intro = De gezinnen uit uw wijken, op naam.
gezinnen-zoek = Achternaam
gezinnen-wacht = Iemand wacht op hulp
gezinnen-geen = Geen gezinnen gevonden. Zoek op een deel van de naam, of toon alles.
gezinnen-lopend = { $n ->
    [one] { $n } hulp loopt
   *[other] { $n } keer hulp loopt
 }
gezinnen-wachtend = { $n ->
    [one] { $n } wacht op start
   *[other] { $n } wachten op start
 }
gezinnen-laatste = Laatste bericht { $dag }
alle-wijken = Alle wijken
wijk-onbekend = wijk onbekend
kind-leeftijd = { $naam } ({ $jaar })

## Gezin
gezin-titel = Gezin { $naam }
gezin-eigen-intro = Dit weten de gemeente en de aanbieders over de hulp aan jullie gezin.
gezin-leden = Wie horen erbij
gezin-adres = Adres: { $adres }
geboren = geboren { $dag }
gezin-hulp = Hulp
gezin-geen-hulp = Er is geen hulp toegewezen.
hulp-voor-door = Voor { $wie }, door { $aanbieder }
product = productcode { $code }
periode = toegewezen van { $van } tot en met { $tot }
periode-open = toegewezen vanaf { $van }
budget = budget { $bedrag }
gedeclareerd = { $bedrag } gedeclareerd
gezin-wacht = Waar het gezin op wacht
wacht-zin = { $wie } wacht al { $n } dagen op { $vorm } van { $aanbieder }.
gezin-tijdlijn = Wat er gebeurde
gezin-tijdlijn-leeg = Er is nog niets gebeurd.
gezin-eerder = { $n ->
    [one] Nog { $n } eerdere gebeurtenis
   *[other] Nog { $n } eerdere gebeurtenissen
 }
netwerk-titel = Om het gezin heen
netwerk-met-hulp = In het gezin: { $leden }. Helpt nu of gaat helpen: { $aanbieders }.
netwerk-zonder-hulp = In het gezin: { $leden }. Er helpt nu geen aanbieder.
netwerk-uitleg = Groen: het gezin. Blauw: aanbieders die helpen of gaan helpen.
wie-keek-mee = Wie keek mee?
wie-keek-mee-titel = Wie keek mee
inzage-uitleg = Elke keer dat iemand deze pagina opent, schrijft Leerloop dat op.
inzage-die-dag = { $dag }, { $n } keer, de laatste keer om { $tijd }
inzage-geen = Er keek nog niemand.
inzage = { $wie } ({ $rol }), om { $doel }
gebeurtenis-toegewezen = Hulp toegewezen aan { $wie }: { $vorm } bij { $aanbieder }
gebeurtenis-gewijzigd = Toewijzing voor { $wie } veranderd: { $vorm } bij { $aanbieder }
gebeurtenis-gestart = { $aanbieder } begon voor { $wie } met { $vorm }
gebeurtenis-gestopt = { $aanbieder } stopte voor { $wie } met { $vorm }
gebeurtenis-pauze = { $aanbieder } laat de hulp aan { $wie } even rusten: { $vorm }
gebeurtenis-ingetrokken = { $aanbieder } trok een eerdere melding in voor { $wie }: { $vorm }
gebeurtenis-gedeclareerd = { $aanbieder } declareerde { $bedrag } voor { $wie }: { $vorm }

## Berichten
berichten-intro = Wat gemeenten en aanbieders elkaar stuurden. Het nieuwste staat bovenaan.
berichten-soort = soort bericht
berichten-tot = tot en met
berichten-geen = Geen berichten gevonden. Pas de keuzes aan, of toon alles.
berichten-bijschrift = Berichten, nieuwste eerst
alle-soorten = Alle soorten
gemeente-code = gemeentecode
aanbieder-code = AGB-code aanbieder
clienten = jeugdigen
bericht = bericht
opmerking-identificatie = De afzender gebruikte dit kenmerk eerder voor een ander bericht.
bericht-van-dag = Van { $dag }
bericht-delen = Onderdelen van het bericht
bericht-deel-velden = Wat er staat
bericht-deel-xml = Zoals het binnenkwam
bericht-deel-oordeel = Wat ermee gebeurde
bericht-aangenomen = Leerloop heeft dit bericht gelezen en verwerkt.
bericht-identificatie = kenmerk van de afzender
bericht-ontvangen = ontvangen
bericht-clienten = jeugdigen in het bericht
bericht-gezinnen = Gezinnen in dit bericht
bestand = bestand
vingerafdruk = vingerafdruk (SHA-256)
veld = onderdeel
waarde = inhoud
betekenis = betekenis
velden-bijschrift = Elk onderdeel van het bericht met de inhoud en de betekenis
velden-geen = Van dit bericht is geen overzicht te maken.
velden-weg = Dit bericht is lang. Hier staan de eerste { $n } regels.
xml-weg = Dit bestand is lang. Hier staat alleen het begin.

## Quarantaine
quarantaine-intro = Wat niet verwerkt kon worden. Er gaat niets verloren: herstel het bij de afzender en bied het opnieuw aan.
quarantaine-geen = Alles is verwerkt. Er staat niets in quarantaine.
quarantaine-mis = Wat is er mis
quarantaine-tekst = De tekst
quarantaine-niet-bewaard = Dit bestand was te groot om te bewaren. Het staat nog op de plek waar het werd aangeboden.
quarantaine-geen-tekst = De inhoud is geen tekst die te tonen is.
regel = regel
bezwaren-meer = { $n ->
    [one] en nog { $n } punt
   *[other] en nog { $n } punten
 }
