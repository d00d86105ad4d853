# The texts per page.

## Signing in
start-titel = Welcome to Leerloop
start-intro = Leerloop shows how youth help works out in the region: for families, neighbourhood teams, providers and the municipality.
start-kies = Choose who you are. You will then see what belongs to that person.
start-onbekend = We do not know that person. Choose someone from the list.
start-geen-accounts = There are no accounts yet
start-geen-accounts-doe = This Leerloop has not been set up for signing in. The administrator can add accounts, or start Leerloop as a practice environment.
verder-als = Continue as { $naam }

## Figures and how to read them
stand-van = As of { $dag }
bescherming-kort = numbers from 10 youths up, rounded to 5
bescherming-titel = How we protect these figures and how to read them
bescherming-uitleg = A number below 10 youths is not shown, and every other number is rounded to 5. That way nobody can be recognised. Because of the rounding, numbers may add up to slightly more or less than the total.
context-uitleg = A figure does not say why something is so, nor whether it goes well or badly. Talk about it with people who know the neighbourhood: families, schools, the neighbourhood team and providers.
minder-dan-10 = under 10
niet-getoond = not shown
te-weinig = There are too few youths to show figures here.
te-weinig-om-te-zeggen = too few to tell
op-de-honderd = { $n } in 100
wat-valt-op = What stands out
opvallend-let-op = These sentences are computed. They do not hold the cause: that is found in conversation.
in-hulp = in youth help
wachtend = waiting to start
instroom = began
uitstroom = ended
jeugd = youths 0⁠–⁠17
inwoners = inhabitants
per-honderd = per 100
nu = now
jaar-geleden = a year ago
soort-hulp = kind of help
maand = month
datum = date
bedrag = amount

## Region
regio-kruimel = Region
regio-zonder-naam = All municipalities
regio-opvallend-aantal = { $inhulp } youths are in youth help. { $wachtend } youths are still waiting for their help to start.
regio-opvallend-in-hulp = { $inhulp } youths are in youth help.
regio-opvallend-verschil = In { $hoog } { $nhoog } in 100 youths get help, in { $laag } { $nlaag } in 100.
kaart-titel = Youth help per neighbourhood
kaart-beschrijving = Map of the neighbourhoods. The darker, the more youths in 100 are in youth help. The table of neighbourhoods holds the same figures.
kaart-beschrijving-tegels = Every neighbourhood is a tile of the same size, roughly in its place. The darker, the more youths in 100 are in youth help. The table of neighbourhoods holds the same figures.
kaart-naar-tabel = Rather as a table
kaart-geen = There is no map of this region yet.
legenda-van-tot = { $van } to { $tot } in 100
legenda-vanaf = { $van } or more in 100
legenda-geen = not shown
gemeenten = Municipalities
gemeenten-bijschrift = Youths in youth help per municipality
gemeente = municipality
wijken = Neighbourhoods
wijken-bijschrift = Youths in youth help per neighbourhood
wijk = neighbourhood

## Neighbourhood and provider
wijk-wie = Who live here
wijk-cbs = According to CBS, { $n } youths here had youth care in 2022. CBS counts in another way than Leerloop.
verloop-titel = In youth help, began and ended
verloop-beschrijving = Line chart from { $van } to { $tot }. In youth help: { $begin } at first, { $eind } now. Began and ended are counted over twelve months each time. All figures are in the table below.
verloop-tabel = The same figures as a table
verloop-bijschrift = Youths in youth help at the end of the month. Began and ended: in the twelve months up to and including that month.
lijn-in-hulp = in youth help
lijn-instroom = began
lijn-uitstroom = ended
opvallend-groei = In two years the number of youths in youth help grew from { $toen } to { $nu }.
opvallend-daling = In two years the number of youths in youth help fell from { $toen } to { $nu }.
opvallend-gelijk = { $nu } youths are in youth help now, about as many as two years ago ({ $toen }).
opvallend-nu = { $nu } youths are in youth help now.
opvallend-meer-in = In the last year more began ({ $in }) than ended ({ $uit }).
opvallend-meer-uit = In the last year more ended ({ $uit }) than began ({ $in }).
opvallend-in-balans = In the last year about as many began ({ $in }) as ended ({ $uit }).
opvallend-wachten = The longest wait is for { $vorm }: of those who began, half waited { $n ->
    [one] { $n } week
   *[other] { $n } weeks
 } or longer.
wachten-titel = Waiting for help, per kind
wachten-geen = There is nothing to show here now: nobody waits, or too few youths for a figure.
wachten-helft = half begin within
wachten-lang = 1 in 10 wait longer than
wachten-uitleg = Counted from the first day of the allocation, for help that began in the last year.
vormen-titel = Which help
aanbieder-nu = At this moment
aanbieder-gemeenten = Municipalities: { $namen }
aanbieder-gedeclareerd = Claimed per month
aanbieder-gedeclareerd-uitleg = The month in which the help was given. The last months are often not complete yet. A month with fewer than 10 youths is not shown.
aanbieder-niets-gedeclareerd = Nothing has been claimed yet.
aanbieder-berichten = Messages to and fro
aanbieder-zonder-naam = Provider without a name
aanbieders-intro = Who gives youth help in the region. The list is not a ranking.
aanbieders-zoek = Name or AGB code
aanbieders-geen = No providers found.
aanbieders-bijschrift = Providers with youths in help and waiting
aanbieder = provider
agb = AGB code

## Families
gezinnen-intro = The families of your neighbourhoods, by name.
gezinnen-zoek = Family name
gezinnen-wacht = Someone is waiting for help
gezinnen-geen = No families found. Search for part of the name, or show all.
gezinnen-lopend = { $n ->
    [one] { $n } kind of help going on
   *[other] { $n } kinds of help going on
 }
gezinnen-wachtend = { $n ->
    [one] { $n } waiting to start
   *[other] { $n } waiting to start
 }
gezinnen-laatste = Last message { $dag }
alle-wijken = All neighbourhoods
wijk-onbekend = neighbourhood unknown
kind-leeftijd = { $naam } ({ $jaar })

## Family
gezin-titel = { $naam } family
gezin-eigen-intro = This is what the municipality and the providers know about the help for your family.
gezin-leden = Who belong to it
gezin-adres = Address: { $adres }
geboren = born { $dag }
gezin-hulp = Help
gezin-geen-hulp = No help has been allocated.
hulp-voor-door = For { $wie }, by { $aanbieder }
product = product code { $code }
periode = allocated from { $van } up to and including { $tot }
periode-open = allocated from { $van }
budget = budget { $bedrag }
gedeclareerd = { $bedrag } claimed
gezin-wacht = What the family waits for
wacht-zin = { $wie } has been waiting { $n } days for { $vorm } from { $aanbieder }.
gezin-tijdlijn = What happened
gezin-tijdlijn-leeg = Nothing has happened yet.
gezin-eerder = { $n ->
    [one] { $n } earlier event
   *[other] { $n } earlier events
 }
netwerk-titel = Around the family
netwerk-met-hulp = In the family: { $leden }. Helping now or soon: { $aanbieders }.
netwerk-zonder-hulp = In the family: { $leden }. No provider is helping now.
netwerk-uitleg = Green: the family. Blue: providers that help or are going to help.
wie-keek-mee = Who looked?
wie-keek-mee-titel = Who looked
inzage-uitleg = Each time someone opens this page, Leerloop writes it down.
inzage-die-dag = { $dag }, { $n } times, the last at { $tijd }
inzage-geen = Nobody has looked yet.
inzage = { $wie } ({ $rol }), in order to { $doel }
gebeurtenis-toegewezen = Help allocated to { $wie }: { $vorm } with { $aanbieder }
gebeurtenis-gewijzigd = Allocation for { $wie } changed: { $vorm } with { $aanbieder }
gebeurtenis-gestart = { $aanbieder } began { $vorm } for { $wie }
gebeurtenis-gestopt = { $aanbieder } ended { $vorm } for { $wie }
gebeurtenis-pauze = { $aanbieder } paused the help for { $wie }: { $vorm }
gebeurtenis-ingetrokken = { $aanbieder } withdrew an earlier report for { $wie }: { $vorm }
gebeurtenis-gedeclareerd = { $aanbieder } claimed { $bedrag } for { $wie }: { $vorm }

## Messages
berichten-intro = What municipalities and providers sent each other. The newest is on top.
berichten-soort = kind of message
berichten-tot = up to and including
berichten-geen = No messages found. Change the choices, or show all.
berichten-bijschrift = Messages, newest first
alle-soorten = All kinds
gemeente-code = municipality code
aanbieder-code = AGB code of provider
clienten = youths
bericht = message
opmerking-identificatie = The sender used this reference before for another message.
bericht-van-dag = Of { $dag }
bericht-delen = Parts of the message
bericht-deel-velden = What it says
bericht-deel-xml = As it came in
bericht-deel-oordeel = What became of it
bericht-aangenomen = Leerloop has read and processed this message.
bericht-identificatie = reference of the sender
bericht-ontvangen = received
bericht-clienten = youths in the message
bericht-gezinnen = Families in this message
bestand = file
vingerafdruk = fingerprint (SHA-256)
veld = part
waarde = content
betekenis = meaning
velden-bijschrift = Every part of the message with its content and meaning
velden-geen = No overview can be made of this message.
velden-weg = This message is long. These are the first { $n } lines.
xml-weg = This file is long. Only the beginning is shown.

## Quarantine
quarantaine-intro = What could not be processed. Nothing gets lost: have the sender mend it and offer it again.
quarantaine-geen = Everything has been processed. Nothing is in quarantine.
quarantaine-mis = What is wrong
quarantaine-tekst = The text
quarantaine-niet-bewaard = This file was too large to keep. It is still in the place where it was offered.
quarantaine-geen-tekst = The content is not text that can be shown.
regel = line
bezwaren-meer = { $n ->
    [one] and { $n } more point
   *[other] and { $n } more points
 }
