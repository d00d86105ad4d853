# Waarom een bestand niet verwerkt kon worden, en wat iemand eraan kan doen.

## Over het bestand als geheel
bezwaar-te-groot = Het bestand is te groot.
bezwaar-te-groot-doe = Vraag de afzender om het te verdelen over meer berichten. Een bericht mag hoogstens 25 MB zijn.
bezwaar-leeg = Het bestand is leeg.
bezwaar-leeg-doe = Vraag de afzender om het bericht opnieuw te sturen.
bezwaar-geen-bericht = Dit is geen bericht van de jeugdhulp.
bezwaar-geen-bericht-doe = Haal het bestand weg, of bied het juiste bestand aan. Leerloop leest berichten in XML, los of in een ZIP.
bezwaar-onleesbaar = Het bestand is niet te lezen.
bezwaar-onleesbaar-doe = Controleer of het bestand nog op zijn plek staat en of Leerloop het mag openen. Bied het dan opnieuw aan.
bezwaar-bericht-later = Een { $soort } kan deze versie van Leerloop nog niet lezen.
bezwaar-bericht-later-doe = Er is niets mis met het bericht. Het blijft bewaard tot Leerloop deze soort kan lezen.
bezwaar-andere-gemeente = Het bericht is van of voor gemeente { $gemeente }, en die hoort niet bij deze regio.
bezwaar-andere-gemeente-doe = Stuur het door naar de juiste gemeente. Hoort de gemeente wel bij de regio? Voeg haar dan toe aan de inrichting.

## ZIP-bestanden
bezwaar-zip-kapot = Het ZIP-bestand is beschadigd.
bezwaar-zip-kapot-doe = Vraag de afzender om het ZIP-bestand opnieuw te maken en te sturen.
bezwaar-zip-wachtwoord = Het ZIP-bestand heeft een wachtwoord.
bezwaar-zip-wachtwoord-doe = Pak het bestand zelf uit, of vraag om een bestand zonder wachtwoord.
bezwaar-zip-te-veel = Het ZIP-bestand bevat te veel, of wordt bij het uitpakken te groot.
bezwaar-zip-te-veel-doe = Verdeel de berichten over meer ZIP-bestanden.
bezwaar-zip-in-zip = In het ZIP-bestand zit nog een ZIP-bestand.
bezwaar-zip-in-zip-doe = Pak het binnenste bestand uit en bied dat apart aan.

## De vorm van het bericht
bezwaar-codering = { $genoemd ->
    [geen] De tekens in het bestand zijn niet goed opgeslagen (geen UTF-8).
   *[other] Het bestand zegt dat de tekens zijn opgeslagen als { $genoemd }, maar het moet UTF-8 zijn.
 }
bezwaar-codering-doe = Vraag de afzender om het bericht op te slaan als UTF-8 en opnieuw te sturen.
bezwaar-niet-welgevormd = { $reden ->
    [afgebroken] Het bestand houdt te vroeg op. Waarschijnlijk is het afgebroken bij het versturen.
    [leeg] Er staat niets in het bestand.
    [eindtag] Een onderdeel wordt niet goed afgesloten.
    [verwijzing] Er staat een verwijzing in naar een teken dat niet bestaat.
    [teken] Er staat een teken in dat niet mag.
    [na-het-einde] Na het einde van het bericht staat nog iets.
    [voor-het-begin] Voor het begin van het bericht staat nog iets.
   *[other] De XML van het bestand klopt niet.
 }
bezwaar-niet-welgevormd-doe = Vraag de afzender om het bericht opnieuw te maken en te sturen.
bezwaar-dtd = In het bestand staat een DTD. Dat mag niet in een bericht en kan schadelijk zijn.
bezwaar-dtd-doe = Verwerk dit bestand niet. Vraag de afzender om een gewoon bericht.
bezwaar-te-diep = De onderdelen in het bestand zitten dieper in elkaar dan in welk bericht ook.
bezwaar-te-diep-doe = Verwerk dit bestand niet. Vraag de afzender wat dit bestand is.
bezwaar-onbekende-naamruimte = Dit is XML, maar geen bericht van iJw.
bezwaar-onbekende-naamruimte-doe = Kijk of het juiste bestand is aangeboden.
bezwaar-andere-versie = Het bericht is van iJw { $versie }, en Leerloop leest iJw 3.2.
bezwaar-andere-versie-doe = Vraag de afzender om het bericht te sturen als iJw 3.2.
bezwaar-onverwacht-element = { $gevonden } hoort hier niet.
bezwaar-onverwacht-element-doe = Vraag de afzender om het bericht te herstellen. Op deze plek mag staan: { $verwacht }.
bezwaar-andere-naamruimte = { $element } heeft een andere naamruimte dan de standaard voorschrijft.
bezwaar-andere-naamruimte-doe = Vraag de afzender om het bericht te maken volgens het schema van iJw 3.2.
bezwaar-ontbrekend-element = { $verwacht } ontbreekt, en is verplicht.
bezwaar-ontbrekend-element-doe = Vraag de afzender om dit onderdeel in te vullen en het bericht opnieuw te sturen.
bezwaar-onjuiste-waarde = { $reden ->
    [te-lang] Hier staat meer tekst dan er mag staan ({ $datatype }).
    [niet-in-lijst] { $gevonden ->
        [geen] Deze code komt niet voor in de codelijst ({ $datatype }).
       *[other] De code { $gevonden } komt niet voor in de codelijst ({ $datatype }).
     }
    [geen-getal] Hier moet een geheel getal staan ({ $datatype }).
    [buiten-bereik] Dit getal is te klein of te groot ({ $datatype }).
    [geen-datum] Dit is geen dag die bestaat ({ $datatype }).
    [jaar-buiten-bereik] Dit jaartal kan niet kloppen ({ $datatype }).
    [geen-tijd] Dit is geen tijd die bestaat ({ $datatype }).
   *[other] De inhoud heeft niet de vorm die de standaard voorschrijft ({ $datatype }).
 }
bezwaar-onjuiste-waarde-doe = Vraag de afzender om de inhoud te herstellen en het bericht opnieuw te sturen.
bezwaar-leeg-element = Dit onderdeel is leeg, en dat mag niet ({ $datatype }).
bezwaar-leeg-element-doe = Vraag de afzender om het in te vullen, of om het weg te laten als het niet verplicht is.
bezwaar-attribuut = Hier staat een kenmerk ({ $naam }) dat niet in een bericht hoort.
bezwaar-attribuut-doe = Vraag de afzender om het bericht te maken volgens het schema van iJw 3.2.
bezwaar-tekst-tussen-elementen = Tussen de onderdelen staat losse tekst.
bezwaar-tekst-tussen-elementen-doe = Vraag de afzender om het bericht te herstellen en opnieuw te sturen.

## Wat we nog niet in woorden hebben
bezwaar-onbekend = Dit bestand kon niet verwerkt worden (code { $code }).
bezwaar-onbekend-doe = Vraag de beheerder om hulp, en noem code { $code }.
bezwaar-zip-dubbel = In dit ZIP-bestand staan twee bestanden met dezelfde naam.
bezwaar-zip-dubbel-doe = Geef elk bestand een eigen naam en maak het ZIP-bestand opnieuw.

## Enveloppen
bezwaar-envelop = De envelop om het bericht klopt niet ({ $reden }).
bezwaar-envelop-doe = Vraag de afzender om de envelop (StUF-GGk 0210) opnieuw te maken en te sturen.
bezwaar-envelop-fout = De ontvanger laat weten dat een bericht van ons niet te verwerken was ({ $code }).
bezwaar-envelop-fout-doe = Kijk in de envelop om welk bericht het gaat, en neem contact op met de ontvanger.
bezwaar-envelop-afzender = De envelop is van iemand anders dan de aanbieder in het bericht.
bezwaar-envelop-afzender-doe = Verwerk dit bericht niet. Vraag de beheerder van de koppeling hoe dit kan.
bezwaar-eigen-bericht = Een { $bericht } stuurt alleen de gemeente zelf. Van buiten nemen we zo'n bericht niet aan.
bezwaar-eigen-bericht-doe = Is het een bericht dat de gemeente eerder verstuurde? Neem het dan in met "leerloop import".
