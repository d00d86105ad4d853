### Accounts met een wachtwoord: aanmelden, uitnodigen, uw eigen account.

account-naam = Naam waarmee u aanmeldt
wachtwoord = Wachtwoord
aanmelden = Aanmelden
aanmelden-titel = Aanmelden
aanmelden-code = Code
aanmelden-code-uitleg = De zes cijfers uit de app op uw telefoon. Hebt u die niet bij u? Vul dan een van uw herstelcodes in.
aanmelden-mis = Dit klopt niet. Kijk de naam, het wachtwoord en de code na. Elke code werkt één keer.
aanmelden-uitnodiging = Ik heb een uitnodiging
aanmelden-vergeten = Wachtwoord of telefoon kwijt? De beheerder geeft u een nieuwe uitnodiging.

uitnodiging-titel = Uw account klaarzetten
uitnodiging-intro = U hebt van de beheerder een code gekregen. Daarmee kiest u zelf een wachtwoord.
uitnodiging-code = Code van de uitnodiging
uitnodiging-verder = Verder
uitnodiging-vervallen = Deze uitnodiging kennen we niet. De code is verkeerd overgenomen, al gebruikt, of ouder dan een week. Vraag de beheerder om een nieuwe.
uitnodiging-voor = Dit wordt het account van { $naam }.
uitnodiging-stap-1 = Kies een wachtwoord
uitnodiging-stap-2 = Zet de app klaar
uitnodiging-app = Open op uw telefoon een app voor inlogcodes en kies daarin voor een nieuw account. Richt de camera op dit plaatje.
uitnodiging-qr = Plaatje voor de camera van uw telefoon
uitnodiging-overtypen = Lukt dat niet? Typ dan deze tekst over in de app:
uitnodiging-app-code = De zes cijfers die de app nu laat zien
uitnodiging-app-mis = De code van de app klopt niet. Wacht tot de app een nieuwe code laat zien. Blijft het misgaan, kijk dan of de klok van uw telefoon gelijk loopt.
uitnodiging-klaar-knop = Account klaarzetten
uitnodiging-begin = Ik heb de codes bewaard, naar Leerloop

herstelcodes-titel = Herstelcodes
herstelcodes-uitleg = Met een herstelcode komt u binnen als u uw telefoon niet bij u hebt. Elke code werkt één keer. Bewaar ze op papier of in een wachtwoordkluis; we laten ze maar één keer zien.

wachtwoord-uitleg = Minstens acht tekens. Een zin die u goed onthoudt is sterk; hoofdletters en leestekens hoeven niet.
wachtwoord-nieuw = Nieuw wachtwoord
wachtwoord-nogmaals = Nieuw wachtwoord nog een keer
wachtwoord-huidig = Wachtwoord van nu
wachtwoord-niet-gelijk = De twee nieuwe wachtwoorden zijn niet gelijk.
wachtwoord-oud-mis = Het wachtwoord van nu klopt niet.
wachtwoord-te-kort = Dit wachtwoord is te kort. Neem minstens acht tekens.
wachtwoord-te-lang = Dit wachtwoord is te lang. Neem hoogstens 256 tekens.
wachtwoord-te-bekend = Dit wachtwoord raden mensen als eerste. Kies iets anders, bijvoorbeeld een zin.
wachtwoord-als-naam = Dit lijkt te veel op uw naam. Kies iets anders, bijvoorbeeld een zin.

mijn-titel = Mijn account
mijn-wachtwoord = Wachtwoord
mijn-wachtwoord-sinds = Gekozen op { $moment }
mijn-wachtwoord-wijzig = Wachtwoord wijzigen
mijn-wachtwoord-goed = Uw wachtwoord is gewijzigd. Op andere apparaten bent u afgemeld.
mijn-geen-wachtwoord = U meldt zich op een andere manier aan. Hier valt geen wachtwoord te wijzigen.
mijn-herstelcodes-over = { $n ->
    [0] U hebt geen herstelcodes meer.
    [one] U hebt nog één herstelcode.
   *[other] U hebt nog { $n } herstelcodes.
  }
mijn-herstelcodes-nieuw = Nieuwe herstelcodes maken
mijn-herstelcodes-nieuw-klaar = Dit zijn uw nieuwe herstelcodes. De oude werken niet meer.
mijn-telefoon = Nieuwe telefoon? De beheerder geeft u een nieuwe uitnodiging; uw account blijft hetzelfde.
mijn-sessies = Waar u bent aangemeld
mijn-sessie = { $toestel }, met { $manier }
mijn-sessie-wanneer = sinds { $begin }, laatst gebruikt { $gezien }
mijn-sessie-deze = dit apparaat
mijn-sessies-uitleg = We bewaren alleen de soort van het apparaat. Wie een half uur niets doet, wordt afgemeld.
mijn-overal-af = Overal afmelden
toestel-telefoon = Telefoon of tablet
toestel-computer = Computer
toestel-onbekend = Onbekend apparaat
manier-demo = een keuze uit de lijst
manier-wachtwoord = wachtwoord en code
manier-sleutel = passkey
manier-oidc = het account van uw organisatie

menu-accounts = Accounts
accounts-intro = Wie met Leerloop mag werken, wat die persoon mag zien en wanneer dat voor het laatst is gebruikt.
accounts-bijschrift = Accounts met hun rechten en het laatste gebruik
accounts-wie = Wie
accounts-rechten = Rol en rechten
accounts-laatst = Laatst aangemeld
accounts-doen = Doen
accounts-nooit = nog nooit
accounts-ongebruikt = 90 dagen niet gebruikt
accounts-gestopt = gestopt op { $moment }
accounts-uitgenodigd-tot = uitgenodigd tot { $moment }
accounts-nooit-uitgenodigd = kan nog niet aanmelden
accounts-uitnodigen = Uitnodigen
accounts-stoppen = Stoppen
accounts-nieuw = Nieuw account
accounts-mens = Naam van de persoon
accounts-naam-uitleg = Kleine letters, cijfers, punt, streepje of apenstaart; minstens drie tekens.
accounts-rol = Rol
accounts-kies-rol = Kies een rol
accounts-wijken = Codes van de wijken, voor een wijkteam
accounts-aanbieder = AGB-code, voor een aanbieder
accounts-voeg-toe = Toevoegen en uitnodigen
accounts-code-voor = Uitnodiging voor { $naam }
accounts-code-uitleg = Geef deze code persoonlijk of over de telefoon door, samen met de naam waarmee iemand aanmeldt. De code werkt één keer, een week lang, en we laten hem maar één keer zien.
accounts-geen-sleutel = Aanmelden met een wachtwoord kan nu niet: Leerloop is gestart zonder sleutel. De beheerder van de server start Leerloop met --key.
accounts-naam-mis = Die naam om aan te melden kan niet. Gebruik kleine letters, cijfers, punt, streepje of apenstaart; minstens drie tekens.
accounts-mens-mis = Vul de naam van de persoon in.
accounts-rol-mis = Kies een rol.
accounts-wijken-mis = Een code van een wijk begint met WK en heeft zes cijfers, zoals WK075801. Zet een spatie tussen de codes.
accounts-aanbieder-mis = Bij de rol aanbieder hoort een AGB-code van acht cijfers. Bij andere rollen blijft dit veld leeg.
accounts-bestaat = Die naam om aan te melden is al gebruikt. Ook een account dat gestopt is, houdt zijn naam.
accounts-niet-zelf = Uw eigen account kunt u niet stoppen. Vraag dat aan een andere beheerder.
recht-eigen = { $deel } (eigen)
onderdeel-mijn-account = eigen account
onderdeel-accounts = accounts

# Passkeys.
passkeys = Passkeys
passkeys-niet = Aanmelden met een passkey kan hier nog niet. De beheerder van het systeem kan het aanzetten.
passkeys-uitleg = Met een passkey meldt u zich aan met uw vinger, uw gezicht of de pincode van uw apparaat. U hoeft dan geen wachtwoord en geen code in te typen.
passkeys-geen = U hebt nog geen passkey.
passkeys-script = Een passkey maken kan alleen als uw browser JavaScript gebruikt.
passkey-naam = Naam van de passkey
passkey-naam-uitleg = Zo herkent u hem later, bijvoorbeeld: laptop van het werk.
passkey-maak = Passkey maken
passkey-gemaakt = Uw passkey staat klaar. De volgende keer kunt u zich ermee aanmelden.
passkey-niet-gemaakt = De passkey is niet gemaakt. Probeer het nog eens; doe het binnen vijf minuten.
passkey-gestopt = Het is niet gelukt, of u bent gestopt. U kunt het gewoon nog eens proberen.
passkey-nog-nooit = gemaakt op { $gemaakt }, nog niet gebruikt
passkey-gebruikt = gemaakt op { $gemaakt }, laatst gebruikt op { $gebruikt }
passkey-weg = Weghalen
passkey-weg-doe = Passkey weghalen
passkey-is-weg = De passkey is weggehaald. Niemand kan zich er nog mee aanmelden.
passkey-niet-weg = De passkey is niet weggehaald: het wachtwoord klopt niet, of de passkey was al weg.
passkey-aanmelden = Inloggen met een passkey
passkey-mis = Aanmelden met deze passkey lukt niet. Probeer het nog eens, of gebruik uw wachtwoord en code.
