# Problem analyses: writing down together what goes on, and what was agreed.

menu-analyses = Problem analyses
onderdeel-analyses = problem analyses
onderdeel-uitproberen = trying choices
analyse-intro = What goes on in a neighbourhood or municipality, and what do we agree on it? Policy writes, partners respond.
analyse-geen-personen = Write nothing here about one child or one family: no names, no stories by which anybody can be recognised.
analyse-nog-geen = There is no problem analysis yet. Begin one.
analyse-niets-gedeeld = No problem analysis is shared with you now.
analyse-begin = A new analysis
analyse-begin-knop = Begin
analyse-bijgewerkt = updated on { $dag }
analyse-aantal-afspraken = { $n ->
    [one] one agreement
   *[other] { $n } agreements
 }
analyse-aantal-uitnodigingen = { $n ->
    [one] tell how it is with an agreement
   *[other] tell how it is with { $n } agreements
 }
analyse-versie = Version { $versie }, { $moment }, by { $wie }
analyse-pdf = As PDF
analyse-versies = All versions
analyse-gedeeld = Shared with: { $wie }.
analyse-niet-gedeeld = Shared with nobody yet.
analyse-gedaan = Saved.
analyse-leeg = Nothing stands here yet.
analyse-erbij = Write something
analyse-wijzig = Change
analyse-weg = Take this away
analyse-bewaar = Save
analyse-wijzig-kop = Change title, area and with whom it is shared

analyse-deel-zien = What we see
analyse-vraag-zien = What stands out? Who is troubled by it, and where?
analyse-deel-cijfers = What figures say
analyse-vraag-cijfers = Name with a figure where it stands, so that everybody can find it again.
analyse-deel-stemmen = What children and parents say
analyse-vraag-stemmen = What did you hear from the clients' council, at school, in the neighbourhood? Without names.
analyse-deel-oorzaken = Possible causes
analyse-vraag-oorzaken = What may be behind it? Think of housing, money, school and the neighbourhood too.
analyse-deel-onbekend = What we do not know
analyse-vraag-onbekend = What do we still have to find out, and from whom?
analyse-deel-eens = What we agree on
analyse-vraag-eens = Also when we do not agree on everything.

analyse-stemmen-mist = Children and parents are not in it yet
analyse-stemmen-mist-uitleg = Ask what they say of it before you share this, the clients' council for instance.

analyse-afspraken = Agreements on what is scarce
analyse-afspraken-uitleg = What, who, how much and until when. Afterwards you tell what came of it.
analyse-afspraak-erbij = Make an agreement
analyse-vertel = Tell how it is going
analyse-uitnodiging-kijken = On { $dag } we would look how it is going. What is there to tell?
analyse-uitnodiging-voorbij = This agreement was meant until { $dag }. What came of it?
analyse-stand-op-weg = under way
analyse-stand-gelukt = done
analyse-stand-bijgesteld = changed
analyse-stand-gestopt = stopped

analyse-delen = Sharing
analyse-delen-uitleg = Whom you tick reads all of it and can write beside it.
analyse-reageer = Respond
analyse-reactie-eens = I agree
analyse-reactie-anders = I see it differently
analyse-reactie-aanvulling = Addition
analyse-eens = Agree: { $wie }.
analyse-noot-eerder = about an earlier version
analyse-vindplaats = Figure: { $indicator }, { $gebied }. From { $momentopname }.

analyse-botsing = Somebody else was just before you
analyse-botsing-uitleg = Nothing was saved and nothing is lost. Both texts stand below. What you wrote is still in the form as well: change it and save again.
analyse-botsing-weg = This part was taken away. It still stands in the versions.

analyse-veld-titel = What is it about?
analyse-veld-gebied = Area
analyse-veld-gedeeld = Shared with
analyse-veld-tekst = Text
analyse-veld-vindplaats = Figure
analyse-veld-momentopname = Name of the snapshot, as it stands below the figure (may be empty)
analyse-veld-indicator = Figure, such as instroom (may be empty)
analyse-veld-plek = Code of the area, such as WK075801 (may be empty)
analyse-veld-wat = What do we agree?
analyse-veld-wie = Who does it?
analyse-veld-hoeveel = How much?
analyse-veld-tot = Until when?
analyse-veld-kijk = When do we look how it is going?
analyse-veld-stand = How is it going?
analyse-veld-kwam = What came of it?
analyse-veld-weer = When do we look again?
analyse-veld-soort = Response
analyse-veld-zegt = Explanation

analyse-mis-titel = Write down what it is about.
analyse-mis-tekst = Nothing stands here yet.
analyse-mis-wat = Write down what you agree.
analyse-mis-wie = Write down who does it.
analyse-mis-tot = Choose until when.
analyse-mis-kwam = Write down what came of it.
analyse-mis-zegt = Write down what you see differently or add.
analyse-mis-momentopname = This is no name of a snapshot. Copy it from below the figure, such as snapshot-2026-06-30-0123456789abcdef.
analyse-mis-indicator = We do not know this figure. Choose one from the list.
analyse-mis-plek = Write down of which area the figure is.
analyse-te-lang = This text is too long. There is room for 4,000 characters.

analyse-versies-titel = Versions of { $naam }
analyse-terug = Back to the analysis
analyse-van = From
analyse-tot = To
analyse-vergelijk = Compare
analyse-tussen = From version { $van } to version { $tot }
analyse-tussen-uitleg = What is struck through went, what is underlined came.
analyse-geen-verschil = These versions are the same.
analyse-verschil-kop = Title, area and sharing
analyse-verschil-afspraak = Agreement
analyse-aard-nieuw = new
analyse-aard-weg = taken away
analyse-aard-anders = changed
analyse-deed-kop = title or sharing
analyse-deed-alinea = text
analyse-deed-afspraak = agreement
analyse-deed-kijk = how it is going
analyse-deed-weg = something taken away
