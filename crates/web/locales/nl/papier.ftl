# Brieven en het plan op papier.

onderdeel-brieven = De brieven van een gezin
uitvoer-brieven = Brieven die over u zijn gemaakt

papier-bladzijde = Bladzijde
papier-van = van
papier-gemeente = Gemeente { $gemeente }
papier-wijkteam = Wijkteam { $wijk }
papier-telefoon = Telefoon { $nummer }
papier-datum = Datum
papier-groet = Met vriendelijke groet,
papier-namens-college = namens het college van burgemeester en wethouders van { $gemeente }
papier-invullen = [vul in]
papier-geen-einde = Er is geen einddatum. Wij kijken samen hoelang het nodig is.

papier-soort-besluit = Brief over hulp
papier-soort-uitnodiging = Uitnodiging voor een gesprek
papier-soort-verwijzer = Antwoord aan de verwijzer
papier-soort-inzage = Wie er in het dossier keek

papier-aan-gezin = Familie { $naam }
papier-aan-ouders = De ouders van { $kind }
papier-aan-kind-en-ouders = { $kind } en de ouders van { $kind }
papier-beste-gezin = familie { $naam }
papier-beste-ouders = ouders van { $kind }
papier-beste-kind-en-ouders = { $kind } en ouders
papier-aan-verwijzer = [naam van de verwijzer]
    { "[" }straat en huisnummer]
    { "[" }postcode en plaats]

papier-besluit-onderwerp = Hulp voor { $kind }
papier-besluit-tekst =
    Beste { $beste },

    Wij spraken met elkaar over wat { $kind } nodig heeft. Samen kozen wij voor hulp. In deze brief staat wat wij hebben afgesproken.

    ## Welke hulp?
    - **Wat:** { $wat }
    - **Van wie:** { $aanbieder }
    - **Vanaf:** { $vanaf }
    - **Tot en met:** { $tot }

    ## Wat gebeurt er nu?
    { $aanbieder } belt om een eerste afspraak te maken. Hoort u twee weken niets? Bel mij dan. Ik zoek dan uit hoe het zit.

    ## Bent u het er niet mee eens?
    Bel mij eerst. Vaak komen we er samen uit. U kunt ook bezwaar maken. Doe dat uiterlijk op { $bezwaar }. Stuur een brief naar het college van burgemeester en wethouders van { $gemeente }. Zet daarin uw naam en adres, de datum, om welk besluit het gaat en waarom u het er niet mee eens bent. Zet uw handtekening eronder. Vindt u dat lastig? Een cliëntondersteuner helpt u. Dat kost u niets.

    Deze brief is een besluit volgens artikel 2.3 van de Jeugdwet.

    ## Heeft u vragen?
    Bel { $regisseur }: { $telefoon }.

papier-uitnodiging-onderwerp = Zullen we praten?
papier-uitnodiging-tekst =
    Beste { $beste },

    Ik wil graag horen hoe het bij u gaat. Wat loopt goed? Wat is lastig? En wat zou u helpen? U bepaalt mee waar we het over hebben.

    ## Wanneer en waar?
    - **Wanneer:** [dag en tijd]
    - **Waar:** [bij u thuis, of ergens anders]
    - **Met wie:** { $wie }

    Komt dit niet uit? Bel mij. Dan kiezen we samen een ander moment.

    ## Goed om te weten
    - De kinderen zijn ook welkom. Wat zij zeggen, telt mee.
    - U mag iemand meenemen: familie, een vriend of een buur.
    - Een cliëntondersteuner kan u helpen. Dat kost u niets.
    - Heeft u een tolk nodig? Zeg het mij, dan regel ik dat.

    ## Heeft u vragen?
    Bel { $regisseur }: { $telefoon }.

papier-verwijzer-onderwerp = Uw verwijzing van { $kind }
papier-verwijzer-tekst =
    Geachte [naam],

    U verwees { $kind } naar ons. Ik laat u weten hoe het verder is gegaan. { $kind } en de ouders vinden dat goed.

    ## Wat hebben we afgesproken?
    { $hulp }

    ## Wat vragen we van u?
    { "[" }wat u van de verwijzer vraagt, of haal dit weg]

    ## Heeft u vragen?
    Bel { $regisseur }: { $telefoon }.
papier-verwijzer-hulp = { $wat } van { $aanbieder }, vanaf { $vanaf }
papier-verwijzer-geen-hulp = [wat er is afgesproken]

papier-inzage-onderwerp = Wie er in uw dossier keek
papier-inzage-tekst =
    Beste { $beste },

    U vroeg wie er in uw dossier keek. Hieronder staat wie dat als laatste deden, wanneer en waarom.

    ## Dit zijn de laatste keren
    { $lijst }

    Wilt u de hele lijst? Die staat op uw eigen pagina, onder ‘Wie keek mee’. Ik kan haar ook voor u afdrukken.

    ## Klopt er iets niet?
    Denkt u dat iemand keek die dat niet mocht? Bel mij. Wij zoeken het uit en laten u weten wat eruit komt. U kunt ook bellen met de functionaris gegevensbescherming van { $gemeente }.

    ## Heeft u vragen?
    Bel { $regisseur }: { $telefoon }.
papier-inzage-regel = { $moment }: { $wie } ({ $rol }), voor { $doel }
papier-inzage-niemand = Er keek nog niemand.

papier-titel = Brieven van gezin { $naam }
papier-terug = Terug naar het gezin
papier-link = Brieven
papier-intro-eigen = Hier staan de brieven die wij over uw gezin maakten. U kunt ze lezen, bewaren en afdrukken.
papier-intro = Een brief is een gewone pdf die iedereen kan lezen, ook met een voorleesprogramma. Je past de tekst eerst aan.
papier-gemaakte = Brieven die er al zijn
papier-geen = Er is nog geen brief gemaakt.
papier-regel = aan { $aan }, { $moment }
papier-regel-door = gemaakt door { $wie }
papier-open = Open de brief (pdf)
papier-nieuw = Maak een brief
papier-nieuw-besluit = Over { $wat } voor { $kind }
papier-nieuw-uitnodiging = Uitnodiging voor een gesprek
papier-nieuw-verwijzer = Antwoord aan wie { $kind } verwees
papier-nieuw-inzage = Wie er in het dossier keek
papier-in-het-engels = in het Engels
papier-andere-brief = Andere brief
papier-veld-adres = Aan wie en waarheen?
papier-hint-adres = Naam en adres, elk op een eigen regel. Dit past in het venster van een envelop.
papier-veld-onderwerp = Waar gaat de brief over?
papier-veld-tekst = De brief
papier-hint-tekst = Pas de tekst aan tot die klopt. Een lege regel begint een nieuwe alinea. Begin een regel met ## voor een kopje en met - voor een opsomming. Zet ** om woorden die moeten opvallen.
papier-veld-telefoon = Op welk nummer kunnen zij bellen?
papier-veld-toestemming = Wie vindt het goed dat deze brief wordt verstuurd, en wanneer zeiden zij dat?
papier-hint-toestemming = Bijvoorbeeld: Noor en haar moeder, in het gesprek van 3 maart. Vraag het eerst. Zonder hun ja gaat er geen brief naar buiten.
papier-maak = Maak de brief
papier-bekijk = Bekijk eerst
papier-maak-uitleg = De brief wordt bewaard zoals je hem maakt. Het gezin ziet hem op de eigen pagina. Versturen of meegeven doe je zelf.
papier-gemaakt = De brief is gemaakt en bewaard.
papier-kijk-na = De brief is nog niet gemaakt. Kijk na wat er bij de velden staat. Wat je typte, staat er nog.
papier-fout-leeg = Vul dit in.
papier-fout-lang = Deze tekst is te lang. Houd het bij { $n } tekens.
papier-fout-invullen = Hier staat nog iets tussen [ ]. Vul het in of haal het weg.
papier-fout-toestemming = Schrijf op wie het goed vindt. Zonder toestemming sturen we niets naar buiten.
papier-letters = Ons lettertype heeft deze tekens niet: { $letters }. Op papier staat er een vakje. Wie het laat voorlezen, hoort ze wel. Schrijf ze liever in onze letters. Wil je het zo laten? Druk dan nog een keer op ‘Maak de brief’.

papier-plan-titel = Het plan van gezin { $naam }
papier-plan-link = Het plan als pdf
papier-plan-intro = Dit is het plan van uw gezin. Klopt er iets niet, of wilt u iets erbij? Zeg het tegen uw regisseur.
papier-plan-stand = Zo staat het op
papier-plan-leden = Voor wie
papier-plan-regie = Wie heeft de regie?
papier-plan-doel-kolom = Doel
papier-plan-van-wie = Van wie
papier-plan-hoe = Hoe is het ermee?
papier-plan-wat = Wat
papier-plan-wie = Wie doet het, voor wie
papier-plan-uit = Waar komt het uit?
papier-plan-tot-wanneer = Van wanneer tot wanneer
papier-plan-stap-kolom = Stap
papier-plan-wanneer = Wie en wanneer
papier-plan-voorbij = Wat voorbij is
papier-plan-hulp = Andere hulp
papier-plan-voet = Plan van gezin { $naam }
papier-plan-leeg = Dit staat er nog niet.
