# What is on every page, errors, months and measures.
naar-inhoud = Skip to content
hoofdmenu = Main menu
kruimelpad = Where you are
afmelden = Sign out
oefenomgeving = Practice environment: all persons are fictional.
voet = Leerloop: learning together from youth help close to home.
bladeren = Pages of the list
verder = Next
naar-eerste = Back to the start of the list
zoeken = Search
alles-tonen = Show all
onbekend = unknown
iemand = someone

menu-mijn-gezin = My family
menu-gezinnen = Families
menu-regio = Region and neighbourhoods
menu-aanbieders = Providers
menu-berichten = Messages
menu-verzoeken = Requests
menu-termijnen = What is due
menu-quarantaine = Quarantine

naar-begin = To the first page
fout-nummer = Does it keep going wrong? Then mention this number: { $nummer }
fout-400 = We do not understand this request
fout-400-uitleg = The address or the form holds something that Leerloop cannot read.
fout-400-doe = Go back one step and try again, or start again from the first page.
fout-401 = You were signed out
fout-401-uitleg = You were away for a while, or signed out elsewhere. What you typed was not stored, but it is not gone either: it stands below.
fout-401-doe = Sign in in a new tab. Go to the page where you were, and paste your text there.
fout-401-knop = Sign in in a new tab
fout-getypt = What you typed
fout-getypt-uitleg = This is not stored yet. Copy it before you go on.
fout-getypt-deel = Text { $n }
fout-403 = This form did not come from Leerloop
fout-403-uitleg = The form was sent from another website, or from a page that was open for too long. That is why nothing was changed.
fout-403-doe = Open Leerloop itself and try there.
fout-404 = This page is not here
fout-404-uitleg = The page does not exist, or is not part of what you may see.
fout-404-doe = Is the address right? If you need this page for your work, ask your administrator.
fout-405 = This page does not work that way
fout-405-uitleg = This address expects something else than what was sent.
fout-405-doe = Use the buttons and links on the pages.
fout-413 = That is too much at once
fout-413-uitleg = More was sent than a form of Leerloop can hold. Nothing was stored.
fout-413-doe = Make the text shorter and try again.
fout-500 = Something went wrong on our side
fout-500-uitleg = It is not your fault. Nothing in the data was changed.
fout-500-doe = Try again in a few minutes.
fout-gemeentecode = A municipality code has 4 digits, such as 0758.
fout-agb = An AGB code has 8 digits.
fout-datum = Choose a day, such as 2026-03-31.

maand-1 = January
maand-2 = February
maand-3 = March
maand-4 = April
maand-5 = May
maand-6 = June
maand-7 = July
maand-8 = August
maand-9 = September
maand-10 = October
maand-11 = November
maand-12 = December

grootte-b = { $n ->
    [one] { $n } byte
   *[other] { $n } bytes
 }
grootte-kb = { $n } kB
grootte-mb = { $n } MB
weken = { $n ->
    [one] { $n } week
   *[other] { $n } weeks
 }
regel-nummer = line { $n }
