# Wat het programma op de terminal zegt.

opdracht-fout = Dat lukte niet: { $reden }
opdracht-bestand-onleesbaar = het bestand { $bestand } is niet te lezen

opdracht-adres = Leerloop staat klaar op { $adres } (stoppen: Ctrl-C)
opdracht-gestopt = Gestopt. Alles is bewaard.
opdracht-poort-bezet = poort { $poort } is al in gebruik door een ander programma. Stop dat, of kies een andere met --port
opdracht-poort-weigert = op poort { $poort } luisteren mag niet ({ $reden }). Kies een andere met --port

opdracht-demo-bezig = Berichten maken en innemen
opdracht-demo-bestaat = De demo bestaat al ({ $recept }). Een nieuwe maak je met --fresh.
opdracht-demo-verzonnen = Oefenomgeving: alle personen zijn verzonnen.
opdracht-demo-geen-demo = hier staan gegevens die geen demo zijn; de demo blijft daar vanaf. Kies een andere map met --data
opdracht-demo-ander-recept = hier staat al een demo met een ander recept ({ $recept }). Kies een andere map met --data, of gooi deze weg met --fresh
opdracht-demo-vers-postgres = --fresh werkt alleen voor een map. Geef voor PostgreSQL een lege database op
opdracht-demo-eigen-fout = { $aantal } berichten van de demo zijn anders beoordeeld dan bedoeld; dat is een fout in Leerloop zelf

opdracht-import-bezig = Berichten innemen
opdracht-import-geweigerd = In quarantaine: { $bestand }
opdracht-import-plaats = regel { $regel }, { $pad }
opdracht-import-heel-bestand = hele bestand
opdracht-import-meer = … en nog { $aantal }; zie de pagina Quarantaine
opdracht-import-opgenomen = Opgenomen: { $aantal }
opdracht-import-afgekeurd = Bewaard maar afgekeurd, wat erin staat telt niet: { $aantal }
opdracht-import-bekend = Al bekend, niets veranderd: { $aantal }
opdracht-import-quarantaine = In quarantaine: { $aantal }, waarvan nieuw: { $nieuw }

opdracht-gemeente-onbekend = { $code } is geen gemeentecode van CBS. Geef vier cijfers, of vier cijfers en een naam: 0758=Breda
opdracht-regio-gezet = De regio { $naam } heeft nu { $aantal } gemeenten. Berichten van andere gemeenten gaan naar quarantaine.
opdracht-advies-onbekend = { $waarde } kan hier niet. Kies uit: { $waarden }.
opdracht-advies-gezet = { $waarde ->
    [tenzij] Een advies van het expertteam wordt gevolgd, tenzij er een reden bij staat. Dit geldt voor vragen van nu af aan.
   *[other] Een advies van het expertteam weegt mee. Dit geldt voor vragen van nu af aan.
}
opdracht-geojson-onleesbaar = dit is geen GeoJSON met een lijst features ({ $reden })
opdracht-geojson-stuk = Overgeslagen: stuk { $nr } heeft geen wijkcode (WK en zes cijfers) of geen vlak in graden.
opdracht-kaart-gezet = Kaart bewaard: { $aantal } wijken van de { $gelezen } gelezen. Een wijk telt alleen mee als de gemeente in het register staat.
opdracht-postcode-regel = Overgeslagen: regel { $nr } is niet van de vorm postcode;wijkcode.
opdracht-postcodes-gezet = Postcodes bewaard: { $aantal } van de { $gelezen } gelezen. Een postcode telt alleen mee als de wijk in het register staat.

opdracht-keten-heel = Het journaal is heel: { $regels } regels. Bewaar dit kenmerk ergens anders: { $einde }
opdracht-keten-gebroken = Het journaal is veranderd: vanaf { $dag }, regel { $nr }, klopt de keten niet meer.
opdracht-geen-register = in de map { $map } staat geen register. Noem de goede map met --data
opdracht-sleutel-te-kort = Het woord in { $bestand } is te kort: kies er een van minstens { $minimaal } tekens, bijvoorbeeld met een wachtwoordmaker.

opdracht-check-goed = { $bestand }: { $bericht }, geen fouten
opdracht-check-fouten = { $bestand }: { $bericht ->
    [geen] geen bericht van iJw 3.2
   *[other] { $bericht }
}, { $aantal ->
    [one] 1 fout
   *[other] { $aantal } fouten
}
opdracht-check-envelop = { $bestand }: een StUF-envelop ({ $soort }); nagekeken is het bericht erin, en de regels tellen vanaf het begin daarvan
opdracht-check-geen-envelop = Dit is geen Di01, Du01 of Fo01 van StUF-GGk 0210.
opdracht-check-attribuut-ontbreekt = In de envelop ontbreekt het kenmerk { $naam }.
opdracht-check-attribuut-onjuist = In de envelop klopt het kenmerk { $naam } niet.
opdracht-check-geen-base64 = Het bericht in de envelop is geen base64.
opdracht-check-bom = Het bericht in de envelop begint met een byte order mark, en dat mag niet.
opdracht-check-zonder-bericht = In de envelop zit geen bericht.
opdracht-check-envelop-onjuist = De envelop klopt niet.
opdracht-check-envelop-doe = Vraag de afzender om de envelop opnieuw te maken en te sturen.

opdracht-inloggen-bestand = het bestand { $bestand } is niet te lezen ({ $reden }). Noem een bestand dat er is, gezien vanuit de map van het bestand met de instellingen
opdracht-inloggen-onleesbaar = { $bestand }, regel { $regel }: { $reden }. Een voorbeeld staat in docs/sign-in.md
opdracht-inloggen-geen = in { $bestand } staat geen [[provider]]. Een voorbeeld staat in docs/sign-in.md
opdracht-inloggen-adres = address is { $naam }. Geef het adres waarop browsers Leerloop bereiken, met https en zonder pad, zoals https://leerloop.gemeente.nl
opdracht-inloggen-naam = de naam { $naam } kan niet: gebruik alleen kleine letters, cijfers en streepjes, zoals werk of digid
opdracht-inloggen-naam-dubbel = de naam { $naam } staat er twee keer. Geef elke provider een eigen naam
opdracht-inloggen-uitgever-dubbel = de issuer { $naam } staat er twee keer. Haal er een weg
opdracht-inloggen-uitgever = de issuer van { $naam } moet een adres met https zijn, zonder vraagteken erin, precies zoals de provider het noemt
opdracht-inloggen-leeg = bij { $naam } ontbreekt { $veld }. Vul het in; zie docs/sign-in.md
opdracht-inloggen-een-bewijs = noem bij { $naam } precies een van client-secret en private-key, elk met de naam van een bestand
opdracht-inloggen-bsn-te-veel = { $naam } is voor medewerkers (kind = "staff"): haal bsn-claim weg
opdracht-inloggen-bsn-ontbreekt = { $naam } is voor inwoners (kind = "resident"): noem met bsn-claim het gegeven waarin het burgerservicenummer staat
opdracht-inloggen-duur = bij { $naam } moet token-minutes tussen 1 en 120 liggen en timeout-seconds tussen 1 en 60
opdracht-inloggen-sleutel = de sleutel van { $naam } is geen eigen sleutel voor ES256 in PEM. Maak er een: openssl ecparam -name prime256v1 -genkey -noout
opdracht-inloggen-wortels = in certificates van { $naam } staat geen certificaat in PEM
opdracht-koppeling-gedaan = Wie zo inlogt, is vanaf nu het account { $account }.
opdracht-koppeling-was-al = Dit was al zo: wie zo inlogt, is het account { $account }.
opdracht-koppeling-geen-account = er is geen account { $account }. Voeg het eerst toe
opdracht-koppeling-inwoner = { $account } is het account van een inwoner. Inwoners worden herkend aan hun burgerservicenummer en hoeven niet gekoppeld te worden
opdracht-koppeling-ander-account = wie zo inlogt, is al een ander account. Er is niets veranderd
opdracht-sleutel-gemaakt = De sleutel staat in { $bestand }. Bewaar ook ergens anders een kopie: zonder sleutel kan niemand meer aanmelden met een wachtwoord, en is geen reservekopie te lezen.
opdracht-sleutel-gewisseld = { $n ->
    [one] Eén geheim is
   *[other] { $n } geheimen zijn
 } opnieuw verzegeld. De oude sleutel opent niets meer; bewaar hem zolang u reservekopieën van daarvoor bewaart.
opdracht-passkeys-adres = Met het adres { $adres } kunnen browsers geen passkeys maken. Geef bij --origin een adres met https en een naam, zonder pad, zoals https://leerloop.gemeente.nl; op de eigen computer kan http://localhost:8080.
opdracht-account-waarde = Dit kan niet: { $waarde }
opdracht-account-rol = De rol { $rol } bestaat niet. Kies uit: { $rollen }
opdracht-account-bestaat = Het account { $account } bestaat al.
opdracht-account-uitnodiging = Uitnodiging voor { $account }: { $code }
opdracht-account-uitnodiging-doe = Open de pagina /uitnodiging en vul beide in. De code werkt één keer, een week lang.
opdracht-account-gestopt = gestopt
opdracht-account-uitgenodigd = uitgenodigd
opdracht-account-gereed = klaar
opdracht-account-zonder = zonder wachtwoord
opdracht-account-beeindigd = Het account { $account } is gestopt, met alle sessies.
opdracht-zegel-past-niet = Het journaal van { $dag } past niet bij het zegel van die dag: er is iets veranderd, of het zegel is niet met deze sleutel gezet.
opdracht-zegel-sleutel = Sleutel gemaakt. Bewaar { $geheim } buiten de database en geef niemand anders erbij; { $openbaar } is om mee na te zien.
opdracht-zegel-geen-sleutel = in { $bestand } staat geen sleutel voor zegels. Maak er een met leerloop register seal-key
opdracht-zegels-gezet = Zegels: { $aantal }, waarvan nieuw in het bestand: { $erbij }. Bewaar dat bestand ergens anders.
opdracht-zegel-onleesbaar = regel { $regel } van { $bestand } is geen zegel
opdracht-journaal-ingekort = Weggelaten uit het journaal: { $regels } regels van voor { $dag }. De zegels blijven.
opdracht-account-onbekend = er is geen account { $account }
opdracht-account-genoteerd = Genoteerd bij { $account }.
opdracht-scherm-lijst = Afgeschermde gezinnen die niemand meer kan openen: { $n }. Geef ze aan een collega met `leerloop register shielded give`.
opdracht-scherm-onbekend = er is geen afgeschermd gezin { $gezin } dat niemand kan openen; `leerloop register shielded list` noemt ze
opdracht-scherm-account = account { $account } is er niet, of mag niet met een gezin werken; `leerloop account list` noemt de accounts
opdracht-scherm-gegeven = { $account } kan gezin { $gezin } nu openen. Dat staat in het journaal van het gezin.
opdracht-logboek-klaar = Logboek: { $aantal } logregels.
opdracht-logboek-gestopt = Het logboek is niet helemaal verstuurd ({ $reden }); bevestigd: { $aantal } logregels. Nog eens draaien gaat verder waar het was.
opdracht-kopie-gemaakt = Reservekopie gemaakt: { $bestand }. { $tabellen } tabellen, { $rijen } rijen, { $bytes } bytes in { $seconden } s.
opdracht-kopie-heel = De reservekopie van { $wanneer } is heel: { $tabellen } tabellen, { $rijen } rijen.
opdracht-kopie-teruggezet = De reservekopie van { $wanneer } is teruggezet: { $tabellen } tabellen, { $rijen } rijen, alle sommen gelijk, het journaal is heel. Opnieuw vernietigd: { $opnieuw } dossiers. ({ $seconden } s)
opdracht-kopie-ingetrokken = Ingetrokken, omdat ze sindsdien gebruikt of beëindigd kunnen zijn: { $sessies } sessies, { $uitnodigingen } uitnodigingen, { $herstelcodes } herstelcodes. Iedereen meldt zich opnieuw aan en maakt nieuwe herstelcodes; nodig opnieuw uit wie nog een uitnodiging had.
opdracht-kopie-nakijken = Wat mensen tussen { $wanneer } en nu hebben besloten of ingetrokken, is teruggedraaid. Kijk na en doe opnieuw, vóór u iedereen weer toelaat:
opdracht-kopie-nakijken-accounts = accounts die zijn beëindigd, een andere rol kregen of werden losgekoppeld: `leerloop account list` en `end`
opdracht-kopie-nakijken-wachtwoorden = wachtwoorden, apps en passkeys die zijn vervangen omdat iemand anders ze kende: de oude werken weer; nodig die mensen opnieuw uit
opdracht-kopie-nakijken-betrokken = wie niet meer bij een gezin betrokken is, wie regisseur is, en welke gezinnen zijn afgeschermd
opdracht-kopie-nakijken-gezag = gezag dat is ingetrokken of veranderd, en adressen die geheim zijn geworden
opdracht-kopie-nakijken-keuzes = bezwaren en keuzes van jongeren, en toestemming die is ingetrokken
opdracht-kopie-nakijken-bewaren = wat moet blijven of juist weg moet: aanhoudingen en verzoeken; en geef de nieuwste lijst van wie is vernietigd mee met `--destroyed`
opdracht-kopie-nakijken-berichten = berichten, besluiten en correcties: wat aanbieders opnieuw sturen komt één keer binnen; wat hier is geschreven is weg
opdracht-bewaren-lijst = { $n } dossiers moeten weg op { $dag }; { $declaraties } declaratieberichten en { $quarantaine } stukken in quarantaine.
opdracht-bewaren-telt-niet = Er staan { $n } dossiers op de lijst en je bevestigde er { $bevestigd }. Er is niets vernietigd.
opdracht-bewaren-vernietigd = Vernietigd: { $n } dossiers. { $tellingen }
opdracht-bewaren-niets = Er was niets te vernietigen.
opdracht-bewaren-lijst-geschreven = { $n } kenmerken geschreven naar { $bestand }.
opdracht-persoon-geschreven = Geschreven: { $bestand }.
opdracht-persoon-onbekend = Van dit nummer is hier niets bekend.
opdracht-personen-gelezen = Personen om op te zoeken: { $n }.
opdracht-personen-fout = Het bestand met personen { $bestand } is niet te gebruiken: { $fout }
opdracht-personen-leeg = de eerste regel met de namen van de kolommen ontbreekt.
opdracht-personen-kolom = regel 1: de kolom { $kolom } ontbreekt.
opdracht-personen-onbekende-kolom = regel 1: kolom { $n } heeft een naam die hier niet bekend is.
opdracht-personen-aantal = regel { $regel }: er staan { $gevonden } waarden, en er zijn { $verwacht } kolommen.
opdracht-personen-waarde = regel { $regel }: { $kolom } is niet te lezen (verwacht: { $hoe }).
opdracht-personen-aanhaling = regel { $regel }: een aanhalingsteken is niet gesloten.
opdracht-personen-dubbel = regel { $regel }: dit BSN staat al eerder in het bestand.
opdracht-simulatie-kop = { $model }: { $herhalingen ->
    [one] één herhaling
   *[other] { $herhalingen } herhalingen
 }, { $gebeurtenissen } gebeurtenissen. Achter elk getal staat na ± de standaardfout.
opdracht-simulatie-plek = { $naam } ({ $plaatsen } plaatsen): wachttijd { $wacht } dagen, bij crisis { $crisis }; bezet { $bezet }; afgerond { $klaar }; afgehaakt { $weg }
opdracht-simulatie-samen = samen: afgerond { $klaar }; afgehaakt { $weg }
opdracht-simulatie-uitleg = Wachttijd en bezetting tellen na de aanloop; afgerond en afgehaakt tellen over de hele looptijd van één herhaling.
opdracht-scholen-gezet = { $aantal } scholen opgeslagen. Alleen deze namen van scholen komen in cijfers.
opdracht-informatie-gemaakt = { $naam }: { $rijen } rijen van { $jeugdigen } jeugdigen. Gemeenten nieuw geschreven: { $nieuw }, ongewijzigd: { $gelijk }. Oude momentopnamen opgeruimd: { $weg }. { $seconden } seconden.
opdracht-informatie-weggelaten = { $n } van { $alle } rijen passen niet in een momentopname, bijvoorbeeld door een dag voor 1960. Die zijn weggelaten.
opdracht-informatie-wacht = Iemand anders schrijft in { $map }. Dat wachten wij even af.
opdracht-informatie-geen = In { $map } staat geen momentopname. Maak er een met: leerloop informatie build
opdracht-informatie-toon = { $naam }: peildag { $peildag }, nieuwste bericht { $laatste }, gemaakt uit { $bron }. { $rijen } rijen van { $jeugdigen } jeugdigen, { $kib } KiB, schema { $schema }. Per bestand: rijen, jeugdigen, bytes, SHA-256.
opdracht-informatie-klopt = Alle { $n } bestanden kloppen met het overzicht.
opdracht-bevolking-bekend = { $bestand }: al ingelezen op { $dag }. Er is niets veranderd.
opdracht-bevolking-niet = { $bestand }: niet ingelezen.
opdracht-bevolking-gelezen = { $bestand }: { $soort }, tabel { $tabel }, jaren: { $jaren }. Regels: { $rijen }. Nieuw: { $nieuw }, gelijk: { $gelijk }, anders dan eerst: { $anders }.
opdracht-bevolking-meer = En nog { $n } punten. Met --json staan de eerste duizend er alle.
opdracht-bevolking-plaats = { $bestand }, regel { $rij }, kolom { $kolom }
opdracht-bevolking-geen = In { $map } staan nog geen cijfers van gebieden. Lees ze in met: leerloop informatie import BESTAND
opdracht-bevolking-tabel = { $tabel } { $jaar }: bron { $bron }, ingelezen op { $gelezen }, { $stand }. Gebieden: { $gebieden }, cijfers: { $cijfers }, niet gepubliceerd: { $onbekend }, in twijfel: { $verdacht }.
opdracht-bevolking-scholen = Scholen: { $n }.
opdracht-screen-kosten = { $getallen } getallen, { $sterren } punten: { $runs } keer het model, elk met en zonder de keuze.
opdracht-screen-bezig = Getallen verzetten
opdracht-screen-samen-bezig = Getallen samen
opdracht-screen-kop = { $naam }: welke aanname maakt het meeste uit? Keuze min doorgaan zoals nu, gemiddeld over de jaren; { $punten } punten, zaad { $zaad }.
opdracht-screen-maat = { $maat } ({ $eenheid }). Onder { $ruis } is het toeval: { $boven } van { $alle } getallen komen erboven.
opdracht-screen-regel = gemiddeld { $mu } ± { $fout }, richting { $richting }, spreiding { $sigma }
opdracht-screen-geen = Geen enkel getal komt boven het toeval uit.
opdracht-screen-samen = Deel van wat deze getallen samen aan verschil geven in { $maat } (negen op de tien tussen haakjes):
opdracht-screen-deel = alleen { $eerste } ({ $van } tot { $tot }), met de andere { $totaal } ({ $tvan } tot { $ttot })
opdracht-screen-samen-geen = Welk deel elk getal samen met de andere geeft, is niet te zeggen: gestopt, of er was niets te meten.
opdracht-screen-onbekend = De maat { $naam } bestaat niet. Wel: { $namen }.
opdracht-probeer-bezig = Uitproberen
opdracht-probeer-kop = { $naam }: { $jaren ->
    [one] één jaar
   *[other] { $jaren } jaar
 } vanaf { $eerste }, { $herhalingen ->
    [one] één herhaling
   *[other] { $herhalingen } herhalingen
 }, naast doorgaan zoals nu met dezelfde kinderen.
opdracht-probeer-gestopt = Gestopt: { $herhalingen } van { $gevraagd } herhalingen zijn klaar en staan hieronder.
opdracht-probeer-niets = Gestopt voordat de eerste herhaling klaar was.
opdracht-probeer-lees = Het midden van de herhalingen; tussen haakjes waar negen van de tien liggen. Verschil: gemiddeld over alle jaren, kind voor kind vergeleken.
opdracht-probeer-maat = Maat
opdracht-probeer-zoals-nu = zoals nu
opdracht-probeer-keuze = met de keuze
opdracht-probeer-verschil = verschil
opdracht-probeer-wie = Wie wint en wie betaalt
opdracht-probeer-breekt = Wat het eerst knelt (deel van de herhalingen waarin het knelt, en waarin het als eerste knelt)
opdracht-probeer-breekt-zoals-nu = Hetzelfde bij doorgaan zoals nu
opdracht-probeer-breekt-niets = Er knelt niets.
opdracht-probeer-breuk = { $naam }: { $deel } %, als eerste { $eerst } %, rond { $jaar } ({ $van } tot { $tot })
opdracht-probeer-bezuiniging = Let op: deze keuze is alleen een bezuiniging. Volgens de bronnen geeft minder geld voor de tweede lijn op zichzelf geen andere manier van werken.
opdracht-probeer-los = Let op: deze keuze gebruikt niet alle vijf bouwstenen. Volgens de bronnen werkt het niet om er enkele uit te pikken.
opdracht-probeer-geknipt = Let op: in { $maanden } maanden zouden er meer vragen komen dan het model aankan. De uitkomst is daar te laag.
opdracht-probeer-uitleg = Dit is geen voorspelling. Bijna elk getal onder het model is een aanname met een bandbreedte; ze staan met hun bron in docs/model.md.
opdracht-probeer-verslag = Verslag geschreven: { $bestand }.
opdracht-probeer-fout-kop = Het scenario { $bestand } is niet te gebruiken:
opdracht-probeer-fout-regel = regel { $regel }{ $sleutel }: { $wat }
opdracht-probeer-fout-toml = dit is geen TOML ({ $wat })
opdracht-probeer-fout-onbekend = onbekend
opdracht-probeer-fout-bijna = onbekend; bedoel je { $naam }?
opdracht-probeer-fout-verwacht = hier hoort { $wat ->
    [text] tekst
    [a-number] een getal
    [a-whole-number] een heel getal
    [a-year] een jaartal
    [true-or-false] true of false
    [a-table] een tabel
   *[other] een lijst van hooguit 100
 }
opdracht-probeer-fout-bereik = moet liggen tussen { $laag } en { $hoog }
opdracht-probeer-fout-jaar = moet een jaar zijn van { $eerste } tot en met { $laatste }
opdracht-probeer-fout-keuze = moet een van deze zijn: { $namen }
opdracht-probeer-fout-ontbreekt = ontbreekt
opdracht-probeer-fout-volgorde = het laatste jaar ligt voor het eerste
opdracht-probeer-fout-lang = mag hooguit { $n } tekens lang zijn
opdracht-maat-in-hulp = jongeren in jeugdhulp, in een jaar
opdracht-maat-aandeel = per 100 jeugdigen
opdracht-maat-vragen = vragen die binnenkomen
opdracht-maat-wachttijd = wachttijd, dagen
opdracht-maat-wachtend = wachtend aan het eind van het jaar
opdracht-maat-afgehaakt = afgehaakt tijdens het wachten
opdracht-maat-terugval = terugval
opdracht-maat-uitstroom = uitstroom
opdracht-maat-verschoven = heen en weer tussen wetten
opdracht-maat-jeugdhulp = uitgaven jeugdhulp, miljoen
opdracht-maat-lokaal = uitgaven wijkteam, nulde lijn, bouwstenen
opdracht-maat-andere = uitgaven andere wetten, miljoen
opdracht-maat-personeel = personeel, fte
opdracht-maat-werkdruk = werkdruk (begin: 1)
opdracht-maat-regeldruk = regeldruk, % van de werktijd
opdracht-maat-wachttijd-van = wachttijd { $wie }, dagen
opdracht-maat-in-hulp-van = in hulp { $wie }
opdracht-maat-aandeel-van = per 100 jeugdigen, wijken { $wie }
opdracht-probeer-episoden = Eén uitgeprobeerde toekomst geschreven als { $map }: { $rijen } rijen van { $jeugdigen } jeugdigen die niet bestaan.
opdracht-ijk-uitgeprobeerd = { $naam } is uitgeprobeerd en niet waargenomen. Noem een momentopname van de regio zelf.
opdracht-ijk-bestand = Gemeten in de momentopname { $naam }. Gebruik dit met: leerloop simulatie run SCENARIO --calibration DIT-BESTAND
opdracht-ijk-geschreven = Geschreven: { $bestand }.
opdracht-ijk-kop = Momentopname { $naam }, { $maanden } maanden tot en met { $tot }. Getal, met het bereik waarin het met 95 procent ligt; daarachter wat het model zonder deze regio gebruikt.
opdracht-ijk-vergelijk = Wat er geteld is, en wat het model daar nu van maakt:
opdracht-ijk-begin = Het begin: { $instroom } keer hulp per jaar van buiten de jeugdhulp. Per soort: in hulp, en wachtend.
opdracht-ijk-niet = { $reden ->
    [te-weinig] Te weinig gezien, dus gelaten zoals het was
    [onhaalbaar] Met geen enkel getal haalt het model wat er geteld is; gelaten zoals het was
    [niet-apart] Niet van elkaar te onderscheiden met toewijzingen; gelaten zoals het was
   *[niet-te-zien] Niet te zien in toewijzingen; gelaten zoals het was
 }: { $namen }.
opdracht-ijk-tegelijk = Per jeugdige in hulp zijn er { $n } soorten hulp tegelijk; het model kent er één.
opdracht-toets-niets = Te weinig maanden: er moet van een jaar alles bekend zijn, en van het jaar ervoor ook.
opdracht-toets-kop = Terugblik op momentopname { $naam }: { $momenten ->
    [one] één jaar
   *[other] { $momenten } jaren
 } voorspeld met wat toen bekend was, { $herhalingen } herhalingen per keer.
opdracht-toets-jaren = Maat, eerste dag van het jaar, hoeveel jaar vooruit, het midden met de band van 80 procent, wat er kwam. Een * staat waar dat buiten de band lag.
opdracht-toets-scores = Hoe vaak het binnen de band lag, en de gemiddelde fout (CRPS, minder is beter) van het model, van de waarde van vorig jaar, en van voorraad en stroom:
opdracht-toets-uitleg = Weinig jaren zeggen weinig: lees dit als een eerste controle en niet als bewijs.

opdracht-zoek-bezig = Zoeken wat er waar moet zijn
opdracht-zoek-jaar = Kies een jaar van { $eerste } tot en met { $laatste }: dat zijn de jaren van dit scenario.
opdracht-zoek-gestopt = Gestopt. Er is nog geen uitkomst.
opdracht-zoek-kop-hoogstens = Doel: { $maat } hoogstens { $grens } ({ $eenheid }) in { $jaar }, in { $deel } van de 100 pogingen. Zoals het scenario nu is: in { $nu } van de 100.
opdracht-zoek-kop-minstens = Doel: { $maat } minstens { $grens } ({ $eenheid }) in { $jaar }, in { $deel } van de 100 pogingen. Zoals het scenario nu is: in { $nu } van de 100.
opdracht-zoek-al = al gehaald zonder deze hefboom
opdracht-zoek-niveau = gehaald vanaf niveau { $waarde }
opdracht-zoek-factor = gehaald vanaf { $waarde } keer wat er nu is
opdracht-zoek-niet = alleen hiermee niet haalbaar; het dichtst bij { $waarde }: in { $deel } van de 100
opdracht-zoek-keert = (verder helpt hier niet altijd meer)
opdracht-zoek-doos = Zonder andere keuze lukt het in { $binnen } van de 100 pogingen, en niet in { $overal }, als de aannames hier liggen ({ $dekking } van de 100 geslaagde pogingen liggen daar):
opdracht-zoek-geen-doos = Er is geen hoek van de aannames gevonden waarin dit scenario het doel duidelijk vaker haalt.
opdracht-zoek-uitleg = Elke hefboom is alleen geprobeerd, op dezelfde kinderen. Dit zegt wat er in het model waar moet zijn, niet wat er zal gebeuren.
