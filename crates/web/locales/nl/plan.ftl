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
