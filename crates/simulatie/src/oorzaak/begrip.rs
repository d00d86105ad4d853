//! The concepts between which the links run.

macro_rules! begrippen {
    ($($variant:ident $id:literal $nl:literal $en:literal;)+) => {
        /// A concept of the causal map. Its name is such that there can be more or less of it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Begrip { $(#[doc = $en] $variant,)+ }

        impl Begrip {
            /// All of them, in the order in which the links first need them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name in addresses and files; it never changes.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }

            /// The name in plain Dutch.
            pub const fn nl(self) -> &'static str {
                match self { $(Self::$variant => $nl,)+ }
            }

            /// The name in English.
            pub const fn en(self) -> &'static str {
                match self { $(Self::$variant => $en,)+ }
            }

            /// By its name in addresses.
            pub fn by_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.id() == id)
            }
        }
    };
}

#[rustfmt::skip]
begrippen! {
    // Demand.
    Prestatiedruk "prestatiedruk" "Druk om te presteren en gelukkig te zijn" "Pressure to achieve and be happy";
    HulpAlledaags "hulp-alledaags" "Beroepshulp bij alledaagse problemen" "Professional help for everyday problems";
    RuimteGewoon "ruimte-gewoon" "Ruimte voor wat gewoon is" "Room for what is normal";
    Diagnoses "diagnoses" "Diagnoses van één kind" "Diagnoses of a single child";
    Toetscultuur "toetscultuur" "Toetsen en druk naar een hoog schooladvies" "Testing and pressure for a high school level";
    Ambulant "ambulante-behandeling" "Ambulante behandeling van één kind" "Ambulant treatment of a single child";
    Scheidingen "scheidingen" "Scheidingen, vooral ingewikkelde" "Divorces, complex ones most of all";
    Onveiligheid "onveiligheid" "Onveiligheid van kinderen" "Children being unsafe";
    ExtraHulp "extra-hulp" "Extra hulp in jeugdhulp en onderwijs" "Extra help in youth care and school";
    Jeugdhulp "jeugdhulp" "Vraag naar jeugdhulp" "Demand for youth help";
    Armoede "armoede" "Armoede en onzeker bestaan" "Poverty and insecurity";
    Gezinsstress "gezinsstress" "Stress in gezinnen" "Stress in families";
    IngewikkeldeRegels "ingewikkelde-regelingen" "Ingewikkelde regelingen van het Rijk" "Complicated national schemes";
    Opgelost "opgeloste-bestaansproblemen" "Opgeloste problemen met geld en wonen" "Solved problems of money and housing";
    Schuldeiser "overheid-schuldeiser" "De overheid als harde schuldeiser" "Government as a hard creditor";
    Bestaanszekerheid "bestaanszekerheid" "Werken aan bestaanszekerheid" "Work on a secure livelihood";
    Ouderproblemen "ouderproblemen" "Problemen van ouders" "Problems of parents";
    HulpOuders "hulp-ouders" "Hulp voor ouders zelf" "Help for parents themselves";
    ProblemenKind "problemen-kind" "Problemen van kinderen" "Problems of children";
    GgzGescheiden "ggz-gescheiden" "Medisch en niet-medisch gescheiden" "Medical and other help kept apart";
    AfstandGewoon "afstand-gewone-leven" "Afstand van het gewone leven" "Distance from ordinary life";
    PassendOnderwijs "passend-onderwijs" "Onderwijs dat bij kinderen past" "Education that fits children";
    SlechtWonen "slecht-wonen" "Slecht wonen" "Poor housing";
    Uithuisplaatsing "uithuisplaatsing" "Kinderen van huis geplaatst" "Children placed out of home";
    UrenHulp "uren-hulp" "Uren hulp in het gezin" "Hours of help in the family";
    Woonoplossing "woonoplossing" "Een goede woning regelen" "Arranging a good home";
    SterkeBasis "sterke-basis" "Investeren in de nulde lijn" "Investing in the zero line";
    SnijdenTweedeLijn "snijden-tweede-lijn" "Alleen snijden in de tweede lijn" "Only cutting the second line";
    Transformatie "transformatie" "Transformatie" "Transformation";
    InformeleSteun "informele-steun" "Steun van mensen om het gezin heen" "Support of people around the family";
    SpecialistischeHulp "specialistische-hulp" "Vraag naar specialistische hulp" "Demand for specialist help";
    Veerkracht "veerkracht" "Veerkracht en samenhang" "Resilience and cohesion";
    Eenzaamheid "eenzaamheid" "Eenzaamheid" "Loneliness";
    HulpOpTijd "hulp-op-tijd" "Hulp op tijd en op maat" "Help in time and to measure";
    SocialHolding "social-holding" "Een buurt waarin kinderen opbloeien" "Surroundings in which children thrive";
    Voorwaarden "collectieve-voorwaarden" "Voorwaarden die voor allen gelden" "Conditions that hold for all";
    AndereKinderen "andere-kinderen" "Andere kinderen die ook geholpen zijn" "Other children helped as well";
    Dichterbij "hulp-dichterbij" "Decentralisatie: hulp dichterbij" "Decentralisation: help closer by";
    InBeeld "kinderen-in-beeld" "Kinderen die eerst niet in beeld waren" "Children who were not seen before";
    // Supply, flow and money.
    ExtraGeld "extra-geld" "Extra geld voor een tijd" "Extra money for a time";
    Wachttijd "wachttijd" "Wachttijd" "Waiting time";
    GeldOp "geld-op" "Het extra geld is op" "The extra money is gone";
    Alarm "politiek-alarm" "Politiek alarm" "Political alarm";
    Marktwerking "marktwerking" "Marktwerking" "Market forces";
    SpiraalDoorbroken "spiraal-doorbroken" "De spiraal van geld en wachten breken" "Breaking the spiral of money and waiting";
    Uitstroom "uitstroom" "Kinderen die klaar zijn met hulp" "Children whose help ends";
    InHulp "in-hulp" "Kinderen die nu hulp hebben" "Children who have help now";
    Behandelduur "behandelduur" "Duur van hulp" "Length of help";
    OpenHouse "open-house" "Inkoop waarbij iedereen mee mag doen" "Open house procurement";
    Aanbieders "aantal-aanbieders" "Aantal aanbieders" "Number of providers";
    Keuzevrijheid "keuzevrijheid" "Manier van inkopen en vrije keuze" "Way of tendering and free choice";
    LichtAanbod "licht-aanbod" "Lichte ambulante hulp" "Light ambulant help";
    PassendComplex "passend-complex" "Passende hulp voor de zwaarste vragen" "Fitting help for the heaviest questions";
    Partnerschap "partnerschap" "Partnerschap en sturing" "Partnership and steering";
    Omzetdrang "omzetdrang" "Drang van aanbieders om te groeien" "Drive of providers to grow";
    MarktBuiten "markt-buiten-regio" "Aanbieders werken buiten hun regio" "Providers working outside their region";
    VerwijzingBuiten "verwijzing-buiten" "Verwijzen buiten de gemeente om" "Referring past the municipality";
    KostenGemeente "kosten-gemeente" "Kosten van de gemeente" "Costs of the municipality";
    Stuurbaarheid "stuurbaarheid" "Hoe goed de gemeente kan sturen" "How well the municipality can steer";
    Poh "poh-jeugd" "Jeugdhulp bij de huisarts (POH)" "Youth worker with the GP (POH)";
    OnnodigSpecialist "onnodig-specialist" "Onnodig verwijzen naar een specialist" "Needless referral to a specialist";
    GoedGesprek "goed-gesprek" "Tijd en vakkennis bij de toegang" "Time and expertise at the access";
    JuisteKeuze "juiste-keuze" "De juiste keuze met het gezin" "The right choice with the family";
    Grensdiscussies "grensdiscussies" "Discussie over wie aan zet is" "Disputes on whose turn it is";
    SnelleToegang "snelle-toegang" "Snel hulp bij ingewikkelde vragen" "Quick access for complex questions";
    Expertteam "expertteam" "Expertteam met bindend advies" "Expert team with binding advice";
    Stagnatie "stagnatie" "Zaken die vastlopen" "Cases that get stuck";
    Korting "korting-2015" "Korting en grote verandering van 2015" "The cut and great change of 2015";
    Vernieuwing "vernieuwing" "Ruimte en geld om te vernieuwen" "Room and money to renew";
    Grip "grip" "Grip en controle" "Grip and control";
    Tekort "tekort" "Te weinig geld" "Too little money";
    BestuurlijkeDruk "bestuurlijke-druk" "Druk op bestuur en politiek" "Pressure on council and board";
    Kortetermijn "korte-termijn" "Oplossingen voor de korte termijn" "Short-term solutions";
    Inhoud "inhoud" "Aandacht voor de inhoud" "Attention to the content";
    Afschuiven "afschuiven" "Afschuiven" "Shifting to others";
    OpenJeugdwet "open-jeugdwet" "Open Jeugdwet naast gesloten wetten" "Open Jeugdwet beside closed laws";
    InstroomWetten "instroom-andere-wetten" "Instroom vanuit andere wetten" "Inflow from other laws";
    Afbakening "scherpe-afbakening" "Scherpe grens van de Jeugdwet" "A sharp boundary of the Jeugdwet";
    Huurschuld "huurschuld" "Huurschuld" "Rent arrears";
    Uithuiszetting "uithuiszetting" "Gezinnen die hun huis uit moeten" "Families evicted";
    Crisispleegzorg "crisispleegzorg" "Crisispleegzorg" "Crisis foster care";
    Thuiszitters "thuiszitters" "Kinderen zonder passend onderwijs" "Children without fitting education";
    WlzTwijfel "wlz-twijfel" "Twijfel of de Wlz geldt" "Doubt whether the Wlz holds";
    Verlenging "verlenging" "Hulp die langer doorloopt" "Help that runs on";
    WetVoorWet "wet-voor-wet" "Denken per wet bij de toegang" "Thinking law by law at the access";
    OnzekerheidOuders "onzekerheid-ouders" "Tijd dat ouders in onzekerheid zitten" "Time parents spend in uncertainty";
    Doorbraakbudget "doorbraakbudget" "Budget om door te breken" "A budget to break through";
    KennisWetten "kennis-over-wetten" "Kennis en samenwerking over wetten heen" "Knowledge and cooperation across laws";
    GeenBetaaltitel "geen-betaaltitel" "Overleg dat de Zvw niet betaalt" "Consultation the Zvw does not pay";
    OverlegVolwassen "overleg-volwassen-jeugd" "Overleg tussen hulp aan ouder en kind" "Talks between help for parent and child";
    Schooldata "schooldata" "Cijfers per school" "Figures per school";
    CollectiefAanbod "collectief-aanbod" "Aanbod voor groepen, vroeg erbij" "Offers for groups, early";
    Capaciteit "capaciteit" "Tijd van teams en specialisten" "Time of teams and specialists";
    Arbeidsmarkt "krappe-arbeidsmarkt" "Krapte op de arbeidsmarkt" "A tight labour market";
    Werkdruk "werkdruk" "Werkdruk" "Work load";
    Tarieven "faire-tarieven" "Faire tarieven" "Fair prices";
    Salarissen "salarissen" "Salarissen" "Salaries";
    Behoud "behoud-professionals" "Professionals die blijven" "Professionals who stay";
    // Governance and transformation.
    Stelselwijziging "stelselwijziging" "Stelselwijzigingen" "Changes of the system";
    Onrust "onrust" "Onrust en onzekerheid" "Unrest and uncertainty";
    EigenVoortbestaan "eigen-voortbestaan" "Aanbieders gericht op eigen voortbestaan" "Providers minding their own survival";
    SchaalVerschil "schaalverschil" "Aanbieders groter dan de gemeente" "Providers larger than the municipality";
    Voorschrijven "voorschrijvende-wet" "Wet die voorschrijft of dreigt" "A law that prescribes or threatens";
    Vertraging "vertraging" "Opnieuw ijken en vertraging" "Starting again and delay";
    WettelijkVast "wettelijk-vast" "Niveau van hulp vast in de wet" "Level of help fixed by law";
    Dynamiek "dynamiek" "Beweging in het aanbod" "Movement in supply";
    IntegraleHulp "integrale-hulp" "Hulp als één geheel" "Help as a whole";
    Centraliseren "centraliseren" "Specialismen regionaal bijeen" "Specialisms brought together regionally";
    GroteAanbieders "grote-aanbieders" "Positie van grote aanbieders" "Position of large providers";
    Versnippering "versnippering" "Versnippering" "Fragmentation";
    Afhankelijkheid "afhankelijkheid" "Gemeenten afhankelijk van grote aanbieders" "Municipalities depending on large providers";
    Regionalisering "regionalisering" "Regionalisering" "Regionalisation";
    AfstandRaad "afstand-raad" "Afstand tot de gemeenteraad" "Distance to the council";
    Bureaucratie "bureaucratie" "Bureaucratie" "Bureaucracy";
    BesluitHoger "besluit-hoger" "Besluiten op een hoger niveau" "Decisions at a higher level";
    OverDomeinen "over-domeinen-heen" "Werken over domeinen heen" "Working across domains";
    Legitimiteit "democratische-legitimiteit" "Zeggenschap van de raad" "Democratic legitimacy";
    Opdrachtgeverschaal "schaal-opdrachtgever" "Schaal van de opdrachtgever" "Scale of who commissions";
    Bestuurskracht "bestuurskracht" "Kennis en bestuurskracht" "Knowledge and capacity to govern";
    SpecialistischAanwezig "specialistisch-aanwezig" "Specialistische hulp aanwezig en betaalbaar" "Specialist help present and affordable";
    Incident "incidenten" "Incidenten" "Incidents";
    Preventie "preventie" "Aandacht voor echte preventie" "Attention to real prevention";
    KamerMedia "kamer-en-media" "Druk van Kamer en media" "Pressure of parliament and media";
    Rijksprogrammas "rijksprogrammas" "Programma’s van het Rijk" "National programmes";
    Energie "energie-gemeente" "Energie van gemeenten om te vernieuwen" "Energy of municipalities to renew";
    Rijksdruk "rijksdruk" "Blijvende druk van het Rijk" "Lasting national pressure";
    Beleidsvrijheid "beleidsvrijheid" "Vrijheid om zelf te kiezen" "Freedom to choose locally";
    Doelmatigheid "doelmatigheid" "Meer bereiken met hetzelfde geld" "Doing more with the same money";
    Maakbaarheid "maakbaarheid" "Geloof dat alles maakbaar is" "Belief that all can be made";
    Ongeduld "ongeduld" "Ongeduld" "Impatience";
    SchuldStelsel "schuld-stelsel" "Het stelsel krijgt de schuld" "The system gets the blame";
    Gelijkheid "gelijkheidsdenken" "Iedereen hetzelfde willen geven" "Wanting the same for everyone";
    Maatwerk "maatwerk" "Maatwerk als gewoon werk" "Tailoring as normal work";
    Verzakelijking "verzakelijking" "Verzakelijking en protocollen" "Business ways and protocols";
    Handelingsverlegen "handelingsverlegen" "Niet goed durven handelen" "Being shy to act";
    LosseInterventie "losse-interventie" "Losse aanpak van één kind" "Separate work on one child";
    EffectHulp "effect-hulp" "Hulp die werkt" "Help that works";
    Variatie "variatie-vormen" "Verschillende vormen en regels" "Variety of forms and rules";
    Lasten "administratieve-lasten" "Administratie" "Administration";
    Overlap "overlap-werkgebied" "Aanbieder en gemeente: zelfde gebied" "Provider and municipality: same area";
    WeinigPartners "weinig-partners" "Weinig partners, voor lang" "Few partners, for long";
    SamenSchaarste "samen-schaarste" "Samen verantwoordelijk voor schaarste" "Sharing responsibility for scarcity";
    Onsamenhangend "onsamenhangende-keuzes" "Keuzes die niet bij elkaar passen" "Choices that do not fit together";
    Lumpsum "lumpsum" "Eén bedrag voor specialisten" "One sum for specialists";
    AandachtBehoefte "aandacht-behoefte" "Kijken naar wat nodig is" "Looking at what is needed";
    SamenLeren "samen-leren" "Samen leren van casussen" "Learning together from cases";
    Verantwoorden "verantwoorden" "Verantwoording van vak en bestuur" "Professionals and board giving account";
    Maatwerkroute "maatwerkroute" "Een route voor maatwerk" "A route for tailoring";
    Uitzonderingen "uitzonderingsroutes" "Routes voor uitzonderingen nodig" "Need for exceptional routes";
    Leeromgeving "leeromgeving" "Leren in het werk, vakmanschap" "Learning at work, craftsmanship";
    Kwaliteit "kwaliteit" "Kwaliteit" "Quality";
    WeinigVakmanschap "weinig-vakmanschap" "Weinig geld voor vakmanschap van wijkteams" "Little spent on the craft of teams";
    Rolonduidelijk "rolonduidelijk" "Onduidelijke rol van het team" "Unclear role of the team";
    EthischeVragen "ethische-vragen" "Ethische vragen" "Ethical questions";
    VasteRelatie "vaste-relatie" "Vaste hulpverlener voor het gezin" "Same helper for the family";
    Continuiteit "continuiteit" "Vaste koers en vaste partners" "Steady course and partners";
    SociaalDomein "sociaal-domein" "Sociaal domein dat werkt" "A social domain that works";
    NadrukGeld "nadruk-geld" "Nadruk op geld" "Emphasis on money";
    Rugdekking "rugdekking" "Financiële rugdekking" "Financial backing";
    GesprekAanbieder "gesprek-aanbieder" "Goed gesprek tussen gemeente en aanbieder" "Good talks of municipality and provider";
    Nabijheid "nabijheid" "Nabijheid en vertrouwen" "Closeness and trust";
    GedeeldeKnelpunten "gedeelde-knelpunten" "Knelpunten samen zien" "Seeing bottlenecks together";
    GedragenVoorwaarden "gedragen-voorwaarden" "Voorwaarden waar ieder achter staat" "Conditions that all support";
    FocusRegio "focus-regio" "Alle aandacht naar de regio" "All attention to the region";
    WegVanLokaal "weg-van-lokaal" "Partijen die weg zijn uit de buurt" "Parties gone from the neighbourhood";
    Besparing "extra-besparing" "Extra besparing van het Rijk" "Extra national savings";
    VngDoet "vng-doet-mee" "VNG werkt mee aan de agenda" "VNG taking part in the agenda";
    RijkNeemt "rijk-neemt-over" "Het Rijk neemt de besparing over" "The state takes over the savings";
    Verblijf "verblijf" "Kinderen in verblijf" "Children staying elsewhere";
    Achttien "achttien" "De grens van achttien jaar" "The boundary of eighteen";
    Afstemming "afstemming" "Hulp die niet op elkaar aansluit" "Help that does not connect";
    KlaarVoor18 "klaar-voor-achttien" "Jongeren die er klaar voor zijn" "Youths who are ready";
    SamenNormaliseren "samen-normaliseren" "Rijk en gemeente: samen kijken wat gewoon is" "State and municipality: one view of normal";
    DuidelijkeToegang "duidelijke-toegang" "Duidelijkheid bij de toegang" "Clarity at the access";
    Mandaat "mandaat" "Ruimte voor professionals om te beslissen" "Mandate of professionals";
    AlleBouwstenen "alle-bouwstenen" "Alle vijf bouwstenen samen" "All five building blocks together";
    DeelBouwstenen "deel-bouwstenen" "Maar een paar bouwstenen" "Only some building blocks";
    Toezicht "toezichthouders" "Aantal toezichthouders en kaders" "Number of supervisors and frameworks";
    KansAgenda "kans-agenda" "Kans dat de ontwikkelagenda slaagt" "Chance that the agenda succeeds";
    MonitorSamen "monitor-samen" "Hulp, armoede en wonen in één beeld" "Help, poverty and housing in one picture";
    Bewustzijn "bewustzijn" "Zien wat samenhangt" "Seeing what hangs together";
    OverGrensInvesteren "investeren-over-grens" "Investeren over domeinen heen" "Investing across domains";
    Aanbesteden "aanbesteden" "Aanbesteden op zich" "Tendering as such";
    OnbedoeldeEffecten "onbedoelde-effecten" "Onbedoelde gevolgen van het stelsel" "Unintended effects of the system";
    GgzBetaling "ggz-betaling" "Regels voor betalen van de ggz" "Rules for paying ggz";
    Netwerkpsychiatrie "netwerkpsychiatrie" "Psychiatrie in het netwerk" "Psychiatry in the network";
    Wetten2014 "zorgwetten-2014-2015" "Nieuwe zorgwetten van 2014 en 2015" "New care laws of 2014 and 2015";
    MoeiteLevenslang "moeite-levenslang" "Moeite om levenslange zorg te regelen" "Effort to arrange lifelong care";
    AndereKeuzes "keuzes-elders" "Keuzes in één domein alleen" "Choices in one domain alone";
    KostenElders "kosten-elders" "Problemen en kosten in een ander domein" "Problems and costs in another domain";
    DoorKokers "door-kokers-heen" "Dwars door regels heen oplossen" "Solving right across the columns";
    SamenOptrekken "samen-optrekken" "Samen optrekken in de regio" "Acting together in the region";
    Vrijblijvend "vrijblijvend" "Vrijblijvende afspraken" "Non-committal agreements";
    RegionaalSamen "regionale-samenwerking" "Regionale samenwerking die werkt" "Regional cooperation that works";
}
