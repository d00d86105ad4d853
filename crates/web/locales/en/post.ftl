# The messages between municipalities and providers: what became of them, conversations, requests and terms.

## What became of a message
bericht-telt = Counts
bericht-telt-uitleg = What this message says counts.
bericht-telt-deels = Counts in part
bericht-telt-deels-uitleg = Part of this message is not in order. The rest counts.
bericht-afgekeurd-niveau = Refused at level { $niveau }
bericht-afgekeurd-2 = Something within the message is not right. What it says does not count.
bericht-afgekeurd-3 = The message does not fit what was sent before. What it says does not count.
bericht-afgekeurd-4 = The message does not fit lists or agreements outside the messages. What it says does not count.
bericht-afgewezen = Refused by the receiver
bericht-afgewezen-uitleg = The receiver refused this message. What it says does not count. The reason is in the answer.
bericht-antwoord-op = The message that this one answers
bericht-gesprek = The conversation about this help
bericht-gesprekken = Conversations about the help in this message
bericht-gesprekken-weg = This message is about many allocations. These are the first { $n }.
berichten-afgekeurd = Only refused ones
mis-doe-zelf = What you can do: { $doe }
mis-doe = What { $wie } can do: { $doe }
mis-regel = Rule { $code }, level { $niveau }
mis-retourcode = Code { $code }
mis-meer-plekken = { $n ->
    [one] and { $n } more place
   *[other] and { $n } more places
 }

## How much and when
gemeente-naam = Municipality of { $naam }
toewijzing-nummer = allocation { $nummer }
product-vrij = Help of the provider's choice
van-tot = from { $van } up to and including { $tot }
van-open = from { $van }
uiterlijk = by { $dag }
uiterlijk-vandaag = by today
uiterlijk-te-laat = { $n ->
    [one] { $n } day late (due by { $dag })
   *[other] { $n } days late (due by { $dag })
 }

## The conversation around an allocation
gesprek-met-aanbieder = conversation with the provider
gesprek-titel = { $wie } and { $aanbieder }
gesprek-voor = for
gesprek-door = by
gesprek-wanneer = when
gesprek-besloten = decided on
gesprek-verwacht = What is still to come
gesprek-niets-verwacht = Nothing has to come now.
gesprek-kop = The conversation
gesprek-leeg = Nothing has been sent yet.
doet-toewijzen = { $wie } allocates help
doet-toewijzing-wijzigen = { $wie } changes the allocation
doet-toewijzing-intrekken = { $wie } withdraws the allocation
doet-starten = { $wie } reports the start
doet-stoppen = { $wie } reports the end
doet-vragen = { $wie } asks for help
doet-wijziging-vragen = { $wie } asks for a change
doet-antwoorden = { $wie } answers the request
doet-declareren = { $wie } claims
doet-bevestigen = { $wie } tells whether a message is in order
ontvangst-in-orde = Received and in order
ontvangst-niet-in-orde = Not in order, does not count
ontvangst-deels = Not wholly in order
ontvangst-geen = No answer yet
antwoord = answer
declaraties-per-maand = Per month
beurt-velden = Everything in it ({ $soort })
beurt-bericht = Open the message
zegt-hulp = { $wat }: { $hoe }.
zegt-erbij = New beside it: { $wat }: { $hoe }.
zegt-verandert = Allocation { $nummer } becomes: { $hoe }.
zegt-blijft = Allocation { $nummer } stays as it is.
zegt-reden-wijziging = Why: { $reden }.
zegt-reden-verzoek = Why: { $reden }.
zegt-opmerking = It adds: “{ $tekst }”
zegt-start = The help began on { $dag }.
zegt-start-weg = The report that the help began on { $dag } is withdrawn.
zegt-stop = The help ended on { $dag }: { $reden }.
zegt-stop-weg = The report that the help ended on { $dag } is withdrawn.
zegt-pauze = The help has paused since { $dag }.
zegt-verwijzer = Referred by: { $wie }.
zegt-verwijzer-naam = Referred by: { $wie }, { $naam }.
zegt-beschikking = There is a decision for the family already, with number { $nummer }.
zegt-raamcontract = The provider says that there is a framework contract.
zegt-geen-raamcontract = The provider says that there is no framework contract.
zegt-onderzoek = The municipality first looks into the request, with the family and the provider.
zegt-afwijzing = The municipality does not do what was asked. Reason: { $reden }.
zegt-andere-gemeente = The municipality with code { $gemeente } is responsible.
zegt-declaratie = For { $van }: { $bedrag }.
zegt-declaraties = For { $van } up to and including { $tot }: { $bedrag } together, in { $n } claims.

## Requests
verzoeken-intro = Providers ask here for help for a child in your neighbourhoods, or for a change. The oldest request is on top.
verzoeken-geen = No request is waiting for an answer.
verzoek-open = waiting for an answer
verzoek-in-onderzoek = being looked into
verzoek-toegekend = allocated
verzoek-afgewezen = not allocated like this
verzoek-vraagt-hulp = { $aanbieder } asks for { $wat }
verzoek-vraagt-wijziging = { $aanbieder } asks for a change of the help
verzoek-antwoord = Answer: { $wanneer }
verzoek-titel = Request for { $wie }
verzoek-onder = To the municipality of { $gemeente } · { $dag } · reference { $referentie }
verzoek-wat = What the provider asks
verzoek-velden = Everything in the request
verzoek-vervolg = What happens next
verzoek-naar-gezin = To the family
verzoek-gezin-niet = You cannot open the page of this family. Perhaps its address is not known yet.
verzoek-naar-bericht = To the message
verzoek-lopend = What goes on with this provider already
verzoek-niets-lopend = Nothing goes on with this provider yet.
vervolg-onderzoek = The provider knows that you are looking into it. Talk with the family and the provider, and answer within eight weeks.
vervolg-toegekend = The provider receives the allocation and can begin. Tell the family that the help will come.
vervolg-afgewezen = The provider hears that this help will not come like this. Tell the family yourself why, and what will come instead. If the family wants a decision on paper, it gets one. It can object to that.

## Answer to a request
besluit-titel = Your answer
besluit-toekennen = Yes, allocate this help
besluit-toekennen-uitleg = The provider receives the allocation at once and can begin.
besluit-onderzoeken = Look into it together first
besluit-onderzoeken-uitleg = The provider hears that you are looking into it. You talk with the family and answer within eight weeks.
besluit-andere-gemeente = Another municipality is responsible
besluit-andere-gemeente-uitleg = Call that municipality first. Keep helping until it takes over, so that the family does not fall between the two.
besluit-welke-gemeente = Which municipality (name or code)
besluit-afwijzen = No, not in this way
besluit-afwijzen-bel = Call first: the family and the provider. Together there is often another way.
besluit-afwijzen-uitleg = The provider hears the reason. The family hears from you why, and which help will come instead.
besluit-reden = Reason for the provider
besluit-kies-reden = Choose a reason
besluit-verstuur = Send the answer
besluit-adres = Where does the child live?
besluit-verstuurd = Your answer is on its way to the provider.
besluit-kijk-na = Nothing has been sent yet. Look at what it says below.
besluit-adres-nodig = Nothing has been sent yet. Fill in the address of the child first: without it the allocation cannot be sent.
besluit-kan-niet = This cannot be sent like this. Nothing has changed.
besluit-al-beantwoord = Someone else was before you: this request now is ‘{ $stand }’. Your answer was not sent.
adres-straat = Street
adres-huisnummer = House number
adres-postcode = Postcode
adres-plaats = Place
fout-huisnummer = Fill in a house number: only digits.
fout-postcode = Fill in a postcode, such as 4811 AB.
fout-straat = This street name is too long: at most 24 characters.
fout-plaats = This place name is too long: at most 80 characters.
fout-gemeente = We do not know this municipality by name. Fill in its code of 4 digits, such as 0758.
fout-reden = Choose the reason that the provider gets.

## Terms
termijnen-intro = What is still to come, from providers and from the municipality.
termijnen-geen = Nothing has to come now.
termijnen-soorten = What it is about
termijnen-eerst = What has to come first
termijnen-eerste = These are the first { $n }.
termijnen-wat = what
termijnen-aantal = number
termijnen-te-laat = late
termijnen-niets-te-laat = none
termijnen-sinds = since { $dag }
verwacht-retour-toewijzing = The provider tells whether the allocation is in order
verwacht-retour-antwoord = The provider tells whether the answer is in order
verwacht-besluit = The municipality answers a request
verwacht-besluit-na-onderzoek = The municipality answers a request that it looks into
verwacht-start = The provider reports that the help has begun
verwacht-bezorging = A message of the municipality is sent

## Who referred (iJw list COD327)
verwijzer-01 = municipality
verwijzer-02 = general practitioner
verwijzer-03 = youth doctor
verwijzer-04 = certified institution
verwijzer-05 = medical specialist
verwijzer-06 = nobody, the family came by itself
verwijzer-08 = judge or public prosecutor

## Why a provider asks for a change (iJw list WJ758)
reden-verzoek-1 = the situation of the child has changed
reden-verzoek-2 = the care plan has changed

## Why not what was asked (iJw list WJ759)
reden-afwijzing-1 = this is a new request, not a change
reden-afwijzing-2 = does not fit the budget
reden-afwijzing-3 = there is no contract with this provider
reden-afwijzing-4 = does not fit the contract
reden-afwijzing-5 = another municipality
reden-afwijzing-6 = this help is there already (stacking)
reden-afwijzing-7 = other help fits better (on its content)
reden-afwijzing-8 = another municipality is responsible (place of residence)
reden-afwijzing-9 = the age limit has been reached
