### Who may see a family, and why.

menu-meldingen = Spoedmeldingen

## Wie mag dit zien
toegang-titel = Wie mag gezin { $naam } zien?
toegang-terug = Terug naar het gezin
toegang-intro = Hier staat iedereen die iets van dit gezin mag zien, en waarom.
toegang-gedaan = Dat is geregeld.
toegang-kijk-na = Er is nog niets veranderd. Kijk na wat je hebt gekozen en probeer het opnieuw.
toegang-dag-voorbij = Die dag is al voorbij. Kies een dag die nog komt, of laat de dag leeg.
toegang-niemand-over = Dan is er niemand meer die dit gezin kan openen. Vraag eerst een regisseur of vervanger erbij, zonder einddatum.
toegang-mensen = Deze mensen
toegang-sinds = { $waarom } Sinds { $moment }.
tot-moment = tot { $moment }
tot-en-met = tot en met { $dag }
toegang-alles = Ziet het hele dossier.
toegang-eigen-delen = Ziet wat past bij leeftijd en gezag.
toegang-delen = Ziet: { $delen }.
toegang-beeindig = Stop de toegang van { $naam }
toegang-anderen = Anderen
toegang-geen-aanbieders = Er is nog geen aanbieder bij dit gezin.
toegang-aanbieders = Deze aanbieders wisselen berichten uit over de hulp die zij geven. Zij zien het dossier niet.
toegang-functies = Wie zorgt dat berichten goed aankomen, kan die berichten lezen: { $rollen }.
toegang-spoed-uitleg = In nood kan een collega een dossier een uur openen, met een reden. De teamleider hoort dat en het gezin ziet het terug.

relatie-team-waarom = Hoort bij het team van de wijk waar het gezin woont.
relatie-regisseur = regisseur
relatie-regisseur-waarom = Is de vaste persoon van het gezin.
relatie-vervanger = vervanger
relatie-vervanger-waarom = Vervangt de vaste persoon.
relatie-tafel = casustafel
relatie-tafel-waarom = Denkt mee aan de casustafel.
relatie-advies = expertteam
relatie-advies-waarom = Geeft advies in het expertteam.
relatie-verwijzer-waarom = Verwees het kind en blijft betrokken.
relatie-school-waarom = Het gezin deelt het plan met de school.
relatie-lid-waarom = Hoort bij het gezin.
relatie-nood-waarom = Opende het dossier met spoed.

deel-leden = wie bij het gezin horen
deel-geboren = geboortedata
deel-adres = adres
deel-hulp = welke hulp er is
deel-bedragen = bedragen
deel-tijdlijn = wat er gebeurde
deel-gesprek = berichten met aanbieders
deel-inzagen = wie keek
deel-toegang = wie dit mag zien
deel-goed-gesprek = wat is verteld
deel-plan = het plan
deel-post = berichten met het gezin

betrek-titel = Iemand erbij vragen
betrek-wie = Wie, en als wat?
betrek-kies = Kies iemand
betrek-tot = Tot en met (mag leeg blijven)
betrek-knop = Vraag erbij
betrek-regisseur = Een gezin heeft één regisseur. Kies je een nieuwe, dan neemt die het over.
scherm-titel = Afschermen
scherm-uit = Het hele team van de wijk mag dit gezin zien.
scherm-aan = Alleen wie met naam bij het gezin betrokken is, mag dit zien.
scherm-zet-aan = Scherm dit gezin af
scherm-zet-uit = Hef het afschermen op
gezag-titel = Gezag
gezag-uitleg = Een ouder met gezag ziet het dossier van een kind tot 16 jaar. Klopt het niet, pas het dan aan.
gezag-wel = { $ouder } heeft gezag over { $kind }.
gezag-niet = { $ouder } heeft geen gezag over { $kind }.
gezag-zet-uit = Pas aan: { $ouder } heeft geen gezag over { $kind }
gezag-zet-aan = Pas aan: { $ouder } heeft wel gezag over { $kind }
delen-titel = Wat deel jij?
delen-uitleg = Vanaf 12 jaar praat je mee over wie iets van jou mag zien. Vanaf 16 jaar beslis je zelf. Je kunt dit altijd veranderen.
delen-gewoon = Zoals het voor mijn leeftijd hoort
delen-hoofdlijn = Mag zien welke hulp ik krijg
delen-bezwaar = Liever niet
delen-knop = Bewaar voor { $naam }

## Spoed
nood-titel = Een dossier openen in nood
nood-link = Is er nood bij een gezin dat niet van jou is?
nood-intro = Is een kind in gevaar en kan het niet wachten? Dan kun je een dossier openen dat niet van jou is.
nood-kind = Om welk kind gaat het?
nood-bsn = Burgerservicenummer (BSN)
nood-of = Of, als je dat niet weet: achternaam én geboortedatum.
nood-achternaam = Achternaam zonder voorvoegsel (Wit, niet de Wit)
nood-geboren = Geboortedatum
nood-reden = Waarom moet je dit nu zien?
nood-knop = Open het dossier
nood-gebeurt = Wat er dan gebeurt
nood-gebeurt-kort = Het dossier is { $n } minuten open.
nood-gebeurt-leider = De teamleider krijgt een melding met jouw reden.
nood-gebeurt-gezin = Het gezin kan zien dat je keek.
nood-wie = Vul het BSN in, of de achternaam en de geboortedatum.
nood-bsn-fout = Dit is geen burgerservicenummer. Kijk of er een cijfer mist of te veel is.
nood-geboren-fout = Deze geboortedatum kunnen we niet lezen. Kies een dag.
nood-reden-kort = Schrijf in een zin waarom je dit nu moet zien (ten minste { $n } letters).
nood-niet-gevonden = We vinden geen kind dat hierbij past. Kijk de gegevens na, of bel de teamleider.

## Meldingen
meldingen-intro = Deze dossiers zijn met spoed geopend door iemand die er anders niet bij kan. Lees de reden en praat erover als dat nodig is.
meldingen-geen = Er zijn geen meldingen. Niemand opende met spoed een dossier.
melding-kop = { $wie } opende een dossier
melding-wanneer = van { $van } tot { $tot }
melding-bekeken = { $wie } bekeek dit op { $moment }: { $oordeel }.
melding-nodig = het was nodig
melding-besproken = het is besproken
melding-knop-nodig = Het was nodig
melding-knop-besproken = We hebben het besproken

gezin-wie-mag = Wie mag dit zien?
gezin-jongere-beslist = Ziet u niet alles? Vanaf 16 jaar beslist een jongere zelf wie dit mag zien. Van 12 tot 16 jaar praat een jongere mee.
