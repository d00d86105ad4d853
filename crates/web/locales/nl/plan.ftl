# Eén plan van het gezin, de klokken, 18-/18+.

onderdeel-plan = Het plan van een gezin
onderdeel-expertvragen = Vragen aan het expertteam
uitvoer-plan = Wat er over u in het plan van uw gezin staat

plan-titel = Plan van gezin { $naam }
plan-terug = Terug naar het gezin
plan-link = Naar het plan
plan-eigen-intro = Dit is het plan van uw gezin. Klopt er iets niet, of wilt u iets erbij? Zeg het tegen uw regisseur.
plan-versies = alle versies
plan-bewaard = bewaard op { $moment } door { $wie } (versie { $versie })
plan-gedaan = Het is bewaard.
plan-kijk-na = Het is nog niet bewaard. Kijk na wat er bij de velden staat. Wat je typte, staat er nog.
plan-bewaar = Bewaar
plan-weg = Haal weg
plan-wijzig = Wijzig
plan-schrijf = Schrijf het op
plan-kies = Kies, als je wilt
plan-hele-gezin = Het hele gezin
plan-geen-doel = Geen doel in het bijzonder

plan-botsing = Iemand anders was je voor
plan-botsing-uitleg = Dit deel van het plan is veranderd terwijl je typte. Jouw tekst is nog niet bewaard. Hij staat hieronder, en ook nog in het formulier. Bekijk allebei, pas je tekst aan als dat nodig is, en bewaar opnieuw.
plan-botsing-mijn = Wat jij schreef
plan-botsing-nu = Wat er nu staat
plan-botsing-gone = Iemand heeft dit deel weggehaald. In de versies staat het nog.
plan-botsing-weg = Er is niets weggehaald: iemand anders heeft dit deel net veranderd. Bekijk het eerst.

plan-gewoon = Wat is hier gewoon als het goed gaat?
plan-gewoon-vraag = Hoe ziet een gewone dag eruit als het goed gaat? Schrijf op wat het gezin zegt.
plan-gewoon-leeg = Dit staat er nog niet. Vraag het aan iedereen in het gezin, ook aan de kinderen.
plan-slot = Wat is er al gewoon geworden?
plan-slot-vraag = Wat gaat er nu vanzelf, zonder hulp? Schrijf op wat het gezin zegt.
plan-slot-leeg = Dit staat er nog niet. Kijk er samen naar bij elk moment van terugkijken.

plan-doelen = Waar we naartoe willen
plan-doelen-leeg = Er staan nog geen doelen. Een doel is een richting, in de woorden van het gezin.
plan-nieuw-doel = Zet een doel erbij
plan-wijzig-doel = Wijzig het doel
plan-doel-van = Doel van { $wie }
plan-doel-loopt = Hier werken we aan
plan-doel-genoeg = Goed genoeg zo
plan-doel-losgelaten = Losgelaten voor nu

plan-regels = Wat we doen, en wie
plan-regels-leeg = Er staan nog geen afspraken. Begin met wat het gezin zelf doet en wie er al helpen.
plan-nieuw-regel = Zet een afspraak erbij
plan-wijzig-regel = Wijzig de afspraak
plan-voor = voor { $wie }
plan-voor-allen = voor het hele gezin
plan-bij-doel = Bij: { $doel }
plan-sinds = sinds { $dag }
plan-tot = tot en met { $dag }
plan-zonder-einde = zonder einddatum
plan-waakvlam = waakvlam: zolang het nodig is
plan-waakvlam-keus = Waakvlam: licht, zolang het nodig is. Er is geen einddatum, en het is nooit te laat.
plan-voorbij = { $n ->
    [one] Eén afspraak is voorbij
   *[other] { $n } afspraken zijn voorbij
}
plan-een-antwoord = een antwoord
plan-wacht-zin = Wacht { $n ->
    [0] sinds vandaag
    [one] 1 dag
   *[other] { $n } dagen
} op: { $waarop } ({ $reden })
plan-wacht-bekostiging = wie betaalt het?
plan-wacht-aanbod = is er plek?
plan-wacht-anders = iets anders
plan-hulp-wijzig = wijzig of stop
plan-toewijzen = Wijs deze hulp toe
plan-bericht-klaar = het bericht staat klaar
plan-bericht-verstuurd = verstuurd, de aanbieder heeft nog niet geantwoord
plan-bericht-aangenomen = de aanbieder heeft het bericht aangenomen

plan-bron-eigen-netwerk = gewone leven
plan-bron-jeugdwet = Jeugdwet
plan-bron-wmo = Wmo
plan-bron-participatiewet = Participatiewet
plan-bron-zvw = zorgverzekering
plan-bron-wlz = Wlz
plan-bron-onderwijs = onderwijs
plan-bron-fonds = fonds
plan-bron-anders = anders
plan-plek-thuis = thuis
plan-plek-school = op school
plan-plek-wijk = in de wijk
plan-plek-regio = in de regio
plan-plek-elders = ergens anders

plan-los = Hulp die nog niet in het plan staat
plan-los-uitleg = Deze hulp is toegewezen. Neem haar met één klik op. Hoe het ermee staat, komt vanzelf uit de berichten.
plan-neem-op = Neem op in het plan

plan-stappen = Kleine stappen
plan-stappen-leeg = Er staan nog geen stappen. Een stap is klein: iemand kan hem deze of volgende week doen.
plan-nieuw-stap = Zet een stap erbij
plan-wijzig-stap = Wijzig de stap
plan-stap-wat = Wat gaat er gebeuren?
plan-stap-is-klaar = Klaar
plan-stap-klaar = gedaan op { $dag }
plan-stap-voor = afgesproken: { $dag }
plan-klaar = gedaan
plan-dag-voorbij = de dag is voorbij

plan-evaluaties = Samen terugkijken
plan-evaluaties-leeg = Er is nog geen moment afgesproken om samen terug te kijken.
plan-nieuw-evaluatie = Spreek een moment af
plan-wijzig-evaluatie = Wijzig het moment
plan-uitkomst-schrijf = Schrijf op wat eruit kwam
plan-uitkomst-doel = Bij “{ $doel }”

plan-veld-tekst = In de woorden van het gezin
plan-hint-tekst = Een richting, geen belofte. Bijvoorbeeld: ‘We willen weer samen eten zonder ruzie.’
plan-veld-voor = Voor wie
plan-hint-voor = Gaat het over één kind? Kies dat kind. Dan ziet alleen wie dat mag, het.
plan-veld-stand = Hoe is het ermee?
plan-veld-wat = Wat doen we?
plan-veld-wie = Wie doet het?
plan-hint-wie = Eén of meer namen. Ook familie, buren of een club.
plan-veld-bron = Waar komt het uit?
plan-veld-bron-naam = Welk fonds, of wat anders? (hoeft niet)
plan-veld-waar = Waar?
plan-veld-van = Vanaf
plan-veld-tot = Tot en met
plan-hint-tot = Leeg is zonder einddatum.
plan-veld-waakvlam = Hoe lang?
plan-veld-doelen = Bij welk doel hoort het?
plan-veld-wacht-op = Wachten we nog op een antwoord? Waarop?
plan-hint-wacht-op = Bijvoorbeeld: wie betaalt de begeleiding op school? Zo zien we hoe lang het gezin wacht.
plan-veld-wacht-sinds = We wachten sinds
plan-veld-wacht-reden = Waar hangt het op?
plan-veld-wanneer = Wanneer?
plan-veld-klaar = Gedaan op
plan-veld-doel = Bij welk doel?
plan-veld-dag = Welke dag?
plan-veld-uitkomst = Wat kwam eruit?

plan-fout-leeg = Vul dit in.
plan-fout-lang = Deze tekst is te lang. Houd het bij 4000 tekens.
plan-fout-dag = Schrijf een dag die bestaat, zoals 31-12-2026.
plan-fout-tot = Deze dag ligt voor de eerste dag.
plan-fout-sinds = Sinds wanneer wachten we?

plan-klokken = Waar het gezin op wacht
plan-klok-antwoord = { $n ->
    [0] Sinds vandaag
    [one] Al 1 dag
   *[other] Al { $n } dagen
} geen antwoord: { $wat }
plan-klok-verzoek = { $n ->
    [0] Sinds vandaag
    [one] Al 1 dag
   *[other] Al { $n } dagen
} geen besluit over wat een aanbieder vroeg voor { $wat }
plan-klok-advies = { $n ->
    [0] Sinds vandaag
    [one] Al 1 dag
   *[other] Al { $n } dagen
} geen advies van het expertteam
plan-klok-regisseur = { $n ->
    [0] Sinds vandaag
    [one] Al 1 dag
   *[other] Al { $n } dagen
} geen regisseur
plan-klok-start = { $n ->
    [one] Al 1 dag
   *[other] Al { $n } dagen
} niet begonnen: { $wat }
plan-klok-stap = Beloofd, en de dag is voorbij ({ $n ->
    [one] gisteren
   *[other] al { $n } dagen
}): { $wat }
plan-klok-evaluatie = Het moment om terug te kijken is voorbij ({ $n ->
    [one] gisteren
   *[other] al { $n } dagen
})

plan-regie = Wie heeft de regie?
plan-regisseur = Regisseur: { $wie } (sinds { $dag })
plan-regisseur-kort = Nog geen regisseur
plan-regisseur-straks = Vanaf { $dag }: { $wie }
plan-vervanger = { $wie } valt in
plan-vervanger-tot = { $wie } valt in tot en met { $dag }
plan-woord-van = { $wie }, { $moment }
plan-geen-regisseur = Dit gezin heeft nu geen regisseur
plan-geen-regisseur-uitleg = Er is niemand die het geheel in het oog houdt. Spreek samen af wie dat wordt. Dat kan hieronder, in één stap.
plan-geen-regisseur-kort = Er is nu geen regisseur.

# Het plan: versies, toewijzen, regie, expertteam.
plan-menu-expertvragen = Expertteam
plan-terug-plan = Terug naar het plan
plan-versies-titel = Alle versies van het plan van gezin { $naam }
plan-versies-lijst = Versies
plan-versies-kies = Kies een versie om te zien hoe het plan toen was.
plan-versie = Versie { $versie }: { $wie }, { $moment }
plan-deel-gewoon = Wat gewoon is
plan-deel-slot = Wat gewoon is geworden
plan-deel-doel = Een doel
plan-deel-regel = Een afspraak
plan-deel-stap = Een stap
plan-deel-evaluatie = Een moment van terugkijken
plan-deel-samengevoegd = Samengevoegd met het plan van een ander gezin
plan-geweigerd = De aanbieder kan deze toewijzing niet aannemen: { $waarom } Wijs de hulp opnieuw toe.

plan-hulp-toewijzen = Hulp toewijzen
plan-hulp-toewijzen-uitleg = Dit gaat als bericht naar de aanbieder. Of de aanbieder het aanneemt, wanneer de hulp begint en wat er wordt betaald, komt vanzelf terug in het plan.
plan-hulp-toewijzen-knop = Wijs toe en verstuur
plan-hulp-wijzigen = Deze hulp wijzigen
plan-hulp-einde = Een andere laatste dag
plan-hulp-einde-uitleg = De hulp stopt eerder of gaat langer door. De aanbieder krijgt bericht.
plan-hulp-einde-knop = Verstuur de nieuwe laatste dag
plan-hulp-intrekken = Intrekken
plan-hulp-intrekken-uitleg = Alsof de toewijzing nooit is verstuurd. Doe dit alleen als de hulp niet is begonnen.
plan-hulp-intrekken-knop = Trek de toewijzing in
plan-hulp-niet = Er is nog niets verstuurd. Kijk na wat er bij de velden staat.
plan-hulp-regels = Er is nog niets verstuurd. Zo past het niet in een bericht:
plan-hulp-nieuwer = Er is niets verstuurd. Iemand anders heeft deze hulp net gewijzigd. Kijk eerst hoe het nu is.
plan-hulp-al = Er is niets verstuurd. Bij deze afspraak hoort al een toewijzing die loopt.
plan-hulp-client-nodig = Er is nog nooit een bericht over dit kind verstuurd. Vul ook aan wie het is en waar het woont.
plan-hulp-geen-kind = Kies in het plan eerst voor welk kind deze afspraak is.
plan-hulp-kind-onbekend = Van dit kind is het BSN of de geboortedatum nog niet bekend.
plan-hulp-aanbieder = Deze aanbieder kennen we niet. Kies er een uit de lijst, of vul de AGB-code in.
plan-hulp-categorie = Kies een soort hulp.
plan-hulp-code = Deze code kan niet in een bericht. Een code heeft vijf tekens.
plan-hulp-omvang = Vul een heel getal in dat groter is dan 0.
plan-hulp-omvang-nodig = Bij een productcode hoort hoeveel hulp het is.
plan-hulp-omvang-of-budget = Vul in hoeveel hulp het is, of een budget. Niet allebei.
plan-hulp-budget-einde = Bij een budget hoort een laatste dag.
plan-hulp-per-dag = Zo veel past niet in een dag.
plan-hulp-client = Kijk het adres na: postcode en huisnummer zijn nodig.
plan-hulp-gedeclareerd = Voor deze hulp is al betaald. Geef een laatste dag in plaats van intrekken.
plan-hulp-bedrag = Schrijf een bedrag, zoals 1250,50.
plan-geslacht-0 = onbekend
plan-geslacht-1 = mannelijk
plan-geslacht-2 = vrouwelijk

plan-veld-aanbieder = Welke aanbieder?
plan-hint-aanbieder = Begin met typen en kies uit de lijst. De AGB-code mag ook.
plan-veld-categorie = Soort hulp
plan-veld-code = Productcode (hoeft niet)
plan-hint-code = Vijf tekens, zoals 45A48.
plan-veld-ingang = Eerste dag
plan-veld-eind = Laatste dag (hoeft niet)
plan-hint-eind = Leeg is zonder einddatum.
plan-veld-volume = Hoeveel?
plan-veld-eenheid = Eenheid
plan-veld-frequentie = Hoe vaak?
plan-veld-budget = Of een budget, in euro
plan-hint-budget = In plaats van hoeveel hulp. Dan is een laatste dag nodig.
plan-veld-geslacht = Geslacht
plan-hint-geslacht = Zoals het in de basisregistratie staat.
plan-veld-straat = Straat
plan-veld-huisnummer = Huisnummer
plan-veld-postcode = Postcode
plan-veld-plaats = Plaats
plan-veld-einddag = Laatste dag

plan-kies-iemand = Kies iemand
plan-overdracht-titel = Draag de regie over
plan-overdracht-knop = Draag over
plan-overdracht-eerder = Er is niets veranderd: iemand anders heeft de regie net overgedragen. Kijk wie het nu is.
plan-overdracht-al = Er is niets veranderd: die collega heeft de regie al.
plan-vervanging-titel = Laat iemand invallen
plan-vervanging-knop = Laat invallen
plan-veld-naar = Wie wordt het?
plan-veld-vanaf = Vanaf welke dag? (hoeft niet)
plan-hint-vanaf = Leeg is vanaf nu. Wie het nu is, stopt op hetzelfde moment.
plan-veld-tot-dag = Tot en met welke dag?
plan-veld-woord = Een woord aan het gezin
plan-hint-woord = Het gezin leest dit bij het plan.
plan-fout-wie = Kies iemand.
plan-fout-toekomst = Kies een dag die nog komt.

plan-expert = Vastgelopen? Vraag het expertteam
plan-expert-uitleg = Als niemand het eens wordt over wie betaalt, of als er geen passende hulp is.
plan-expertvraag-titel = Stel een vraag aan het expertteam
plan-expertvraag-knop = Stel de vraag
plan-veld-vraag = Wat vraag je?
plan-hint-vraag = Waar wacht het gezin op, en wat moet er besloten worden?
plan-veld-partijen = Wie zijn erbij betrokken, en wat vinden zij?
plan-hint-partijen = Ook wat het gezin zelf vindt.
plan-veld-reden = Waar hangt het op?
plan-veld-leden = Aan wie vraag je het?
plan-hint-leden = Wie je kiest, mag vanaf nu het plan lezen. Dat stopt als de vraag is afgerond.
plan-expertvragen = Vragen aan het expertteam
plan-expertvragen-intro = Een gezin zit vast, en het expertteam denkt mee. Wat er met het advies gebeurt, staat erbij.
plan-expertvragen-leeg = Er zijn geen vragen.
plan-expertvraag-over = Gezin { $naam }
plan-gesteld = gevraagd door { $wie } aan { $aan }
plan-advies-wacht = wacht op advies sinds { $moment }
plan-advies-gegeven = advies van { $wie }, { $moment }
plan-gevolg-gevolgd = gevolgd, { $moment }
plan-gevolg-afgeweken = anders besloten, met een reden, { $moment }
plan-gevolg-keus-gevolgd = We volgen het advies
plan-gevolg-keus-afgeweken = We doen het anders
plan-bindend-weegt = In deze regio is een advies een advies: het weegt mee.
plan-bindend-tenzij = In deze regio is afgesproken: een advies wordt gevolgd, tenzij er een goede reden is die erbij staat.
plan-advies-schrijf = Geef je advies
plan-gevolg-schrijf = Wat doen we met het advies?
plan-veld-advies = Het advies
plan-hint-advies = Zo dat de collega er morgen mee verder kan. Het gezin leest dit ook.
plan-veld-gevolg = Wat doen we?
plan-veld-gevolg-reden = Waarom?
plan-hint-gevolg-reden = Doen we het anders? Schrijf dan op waarom.

# 18-/18+
plan-achttien = Op weg naar 18
plan-achttien-kort = Iemand in dit gezin wordt 18 of is het net. Zie op één lijn wat er verandert, en wie wat doet.
plan-achttien-link = Naar de tijdlijn
plan-achttien-titel = Op weg naar 18 en verder: gezin { $naam }
plan-achttien-intro = Wat er verandert rond je 18e, per wet, op één lijn. Je hoeft het niet alleen te doen.
plan-achttien-niemand = Niemand in dit gezin is tussen de 16 en 23 jaar.
plan-achttien-geweest = geweest
plan-achttien-aanname = Advies, geen regel.
plan-achttien-bron = Bron: { $bron }
plan-achttien-hulp = Deze hulp raakt je 18e verjaardag
plan-achttien-hulp-uitleg = De Jeugdwet stopt op de 18e verjaardag, tenzij we op tijd afspreken dat de hulp doorgaat. Spreek af wat er dan komt.
plan-leeftijd = { $jaar } jaar
plan-leeftijd-half = { $jaar } en een half jaar
plan-handelt-ouders = { $wie } en de ouders of voogd regelen het samen.
plan-handelt-samen = { $wie } beslist zelf over de eigen hulp. Het andere regelen de ouders of voogd nog, samen met { $wie }.
plan-handelt-zelf-met-steun = { $wie } is volwassen en beslist zelf. Iemand loopt mee, tot het alleen lukt.
plan-handelt-zelf = { $wie } regelt het zelf.
plan-wet-jeugdwet = Jeugdwet
plan-wet-wmo = Wmo
plan-wet-participatiewet = Participatiewet
plan-wet-zvw = zorgverzekering
plan-wet-wlz = Wlz
plan-wet-onderwijs = school en DUO
plan-wet-burgerlijk = volwassen zijn
plan-wet-kinderbijslag = kinderbijslag
plan-achttien-zelf-beslissen = Je beslist zelf over je jeugdhulp. Je ouders zien alleen wat jij deelt.
plan-achttien-kwalificatieplicht = Je gaat naar school tot je 18 bent, of tot je een diploma havo, vwo of mbo 2 hebt.
plan-achttien-vooruitkijken = Begin samen met vooruitkijken: wat wil je, en wie heb je om je heen?
plan-achttien-toekomstplan = Maak een toekomstplan: school, werk, geld, wonen en veiligheid. Bij elk staat wie het doet.
plan-achttien-wet-kiezen = Kijk welke wet straks past. Heb je altijd zorg dichtbij nodig? Vraag dan de Wlz aan bij het CIZ.
plan-achttien-wmo-melden = Heb je na je 18e steun of een plek om te wonen nodig? Meld het nu bij de gemeente voor de Wmo.
plan-achttien-inkomen-aanvragen = Vraag inkomen op tijd aan: werk, een opleiding met studiefinanciering, bijstand of Wajong.
plan-achttien-vertegenwoordiging = Kun je nog niet alles zelf beslissen? Vraag de rechter op tijd om een mentor of bewindvoerder.
plan-achttien-meerderjarig = Je bent volwassen. Je ouders of voogd beslissen niet meer voor je.
plan-achttien-jeugdhulp-stopt = Jeugdhulp stopt, tenzij vooraf is afgesproken dat zij doorgaat. Dat kan tot je 23e, als geen andere wet de hulp geeft.
plan-achttien-wmo-kan = Begeleiding en beschermd wonen kunnen nu uit de Wmo.
plan-achttien-bijstand-kan = Je kunt bijstand vragen. Tot 21 is die laag, want je ouders betalen mee aan wat je nodig hebt.
plan-achttien-ggz-zvw = Hulp van de ggz gaat nu via je zorgverzekering. Er geldt een eigen risico.
plan-achttien-wlz-bijdrage = Heb je zorg uit de Wlz? Dan betaal je nu een eigen bijdrage.
plan-achttien-zorgpremie = Vanaf nu betaal je premie voor je zorgverzekering. Vraag zorgtoeslag aan.
plan-achttien-kinderbijslag-stopt = De kinderbijslag voor je ouders stopt vanaf dit kwartaal.
plan-achttien-duo = Vanaf dit kwartaal kun je geld van DUO krijgen voor school of studie. Vraag het drie maanden eerder aan.
plan-achttien-vso-stopt = Ben je op het voortgezet speciaal onderwijs? Dat stopt uiterlijk na dit schooljaar.
plan-achttien-pleegzorg-21 = Pleegzorg gaat door tot je 21e, als jij dat wilt. In een gezinshuis is dat meestal ook zo.
plan-achttien-onderhoud-stopt = Je ouders hoeven niet meer mee te betalen. De bijstand wordt die van een volwassene.
plan-achttien-verlengd-stopt = Jeugdhulp kan hierna niet meer doorgaan.
plan-leefgebieden = Wat we hebben afgesproken
plan-leefgebied-onderwijs = School en leren
plan-leefgebied-werk = Werk en dag
plan-leefgebied-inkomen = Geld
plan-leefgebied-wonen = Wonen
plan-leefgebied-veiligheid = Veiligheid
plan-leefgebied-leeg = nog niets afgesproken
plan-leefgebied-wie = Wie dit doet tot het zelf lukt: { $wie }
plan-overgang-schrijf = Schrijf op wat we afspreken
plan-veld-onderwijs = School en leren
plan-veld-onderwijs-wie = Wie doet dit, tot het zelf lukt?
plan-veld-werk = Werk en dag
plan-veld-werk-wie = Wie doet dit, tot het zelf lukt?
plan-veld-inkomen = Geld
plan-veld-inkomen-wie = Wie doet dit, tot het zelf lukt?
plan-veld-wonen = Wonen
plan-veld-wonen-wie = Wie doet dit, tot het zelf lukt?
plan-veld-veiligheid = Veiligheid
plan-veld-veiligheid-wie = Wie doet dit, tot het zelf lukt?

gezinnen-klokken = Waar gezinnen op wachten
plan-kort-antwoord = { $n ->
    [one] 1 dag zonder antwoord
   *[other] { $n } dagen zonder antwoord
}
plan-kort-verzoek = { $n ->
    [one] 1 dag zonder besluit over wat een aanbieder vroeg
   *[other] { $n } dagen zonder besluit over wat een aanbieder vroeg
}
plan-kort-advies = { $n ->
    [one] 1 dag zonder advies van het expertteam
   *[other] { $n } dagen zonder advies van het expertteam
}
plan-kort-regisseur = { $n ->
    [one] 1 dag zonder regisseur
   *[other] { $n } dagen zonder regisseur
}
plan-kort-stap = { $n ->
    [one] iets dat beloofd was, is 1 dag te laat
   *[other] iets dat beloofd was, is { $n } dagen te laat
}
plan-kort-evaluatie = { $n ->
    [one] terugkijken is 1 dag te laat
   *[other] terugkijken is { $n } dagen te laat
}
