# The family's own page, messages, sharing, referrers, the first page.

menu-vandaag = Today
menu-post = Messages to each other
menu-verwijzingen = Referrals
menu-verwijsafspraken = Agreements with referrers
onderdeel-post = what family and team write to each other
onderdeel-delen = what the family shares
onderdeel-verwijzingen = referrals
onderdeel-verwijsafspraken = agreements with referrers
onderdeel-vandaag = the first page
rol-netwerk = someone of the network
rol-netwerk-uitleg = Relative, neighbour or friend of a family. Sees what the family shares, as long as it does.
relatie-netwerk-waarom = Is of the family's own network, and the family shares something.

## Our family
ons-dag = Hello { $naam }
ons-onder = This is the place of family { $naam }.
ons-en = { " " }and{ " " }
ons-het-wijkteam = the neighbourhood team
ons-wacht = What we are waiting for
ons-wacht-deling = { $vorm ->
   *[other] May { $naam } look along? Nothing happens without your answer.
}
ons-wacht-deling-knop = See the question
ons-wacht-hulp = { $n ->
    [0] Help for { $wie } was just arranged: { $vorm }. { $aanbieder } will say when it starts.
    [one] { $wie } has been waiting one day for { $vorm }. It is up to { $aanbieder }.
   *[other] { $wie } has been waiting { $n } days for { $vorm }. It is up to { $aanbieder }.
}
ons-wacht-bericht = { $vorm ->
   *[other] Your message of { $dag } has no answer yet. It is up to { $vast }.
}
ons-wacht-bericht-gezin = { $vorm ->
   *[other] The message of your family of { $dag } has no answer yet. It is up to { $vast }.
}
ons-wacht-correctie = { $vorm ->
   *[other] On { $dag } you wrote that you see something differently. It is up to { $vast }.
}
ons-wie-helpt = { $vorm ->
    [je] Who helps you now
   *[u] Who helps us now
}
ons-vaste-persoon = { $vorm ->
   *[other] Your own person: { $vast }.
}
ons-geen-hulp = { $vorm ->
   *[other] There is no help in Leerloop now that you can see.
}
ons-plan = What we agreed
ons-plan-geen = { $vorm ->
   *[other] There is no plan in Leerloop yet. Would you like to make one? Ask { $vast }.
}
ons-plan-heel = The whole plan
ons-stappen = Small steps
ons-stap-dag = by { $dag }
ons-aanvullingen = { $vorm ->
   *[other] What you added yourselves
}
ons-aanvulling = { $vorm ->
   *[other] Would you like to add something, in your own words?
}
ons-aanvulling-uitleg = Everyone who reads along in Messages to each other sees this too.
ons-aanvulling-knop = Add it
ons-aanvulling-leeg = There was nothing yet, or the text is too long. Nothing was stored.
ons-aanvulling-van = { $wie }, { $dag }
ons-anders = { $vorm ->
   *[other] Do you see something differently?
}
ons-anders-uitleg = { $vorm ->
   *[other] Is something not right, or do you see it differently? Your words stand beside it, and stay.
}
ons-anders-knop = We see this differently
ons-draad-gezin = Messages of the family with { $vast }
ons-draad-eigen = Only you and { $vast }
ons-geen-draad = { $vorm ->
   *[other] There is no place for messages that you can read. Ask your own person about it.
}
ons-delen = { $vorm ->
    [je] With whom you share
   *[u] With whom we share
}
ons-deelt-niets = { $vorm ->
   *[other] Nothing is shared now with people outside the team.
}
ons-delen-knop = { $vorm ->
    [je] See what you share, or stop
   *[u] Share something, invite someone, or stop
}
ons-keek = { $wie } ({ $rol }) looked
ons-meer = More
ons-alles = { $vorm ->
   *[other] Everything that is known about you
}
ons-toegang = Who may see this, and why?

## Messages to each other
post-titel = Messages with family { $naam }
post-draden = Conversations
post-draad-gezin = The family
post-draad-eigen = Only you
post-draad-van = Only { $naam }
post-nieuw = new
post-nieuw-n = { $n ->
    [one] { $n } new
   *[other] { $n } new
}
post-plan = for the plan
post-geen = Nothing was written yet.
post-jij = { $vorm ->
   *[other] You
}
post-kop = { $wie } · { $dag }
post-kop-rol = { $wie } · { $rol } · { $dag }
post-gelezen = Read on { $dag }
post-lezers-gezin = Read by: { $leden }. And { $helpers }.
post-lezers-eigen = Read only by you and { $helpers }. Not by your parents.
post-lezers-van = Read only by { $leden } and { $helpers }. Not by the parents.
post-schrijf = { $vorm ->
    [je] Write something
   *[u] Write a message
}
post-tekst = { $vorm ->
    [je] What would you like to say or ask?
   *[u] Your message
}
post-verstuur = Send
post-leeg = There was nothing yet, or the message is too long. Nothing was sent.
post-wacht = The family wrote on { $dag } and had no answer yet.
post-geen-antwoord = This needs no answer

## Sharing
deling-titel = What family { $naam } shares
deling-intro = { $vorm ->
   *[other] Nobody outside the team sees anything of you, unless you agree. You can stop at any time, and it works at once.
}
deling-intro-team = School, GP and network see only what the family shares, as long as the family agrees. Does someone say yes at the table? Then you write it down here.
deling-gedaan = That is arranged.
deling-kijk-na = Nothing was changed yet. Look at what was filled in and try again.
deling-kies-over = Choose whom it is about.
deling-kies-met = Choose with whom to share.
deling-kies-naam = Fill in a name.
deling-kies-wat = Choose what is shared.
deling-kies-doel = Fill in what it is for.
deling-nu = { $vorm ->
   *[other] What is shared now
}
deling-niets = { $vorm ->
   *[other] Nothing is shared now.
}
deling-zin = { $naam } may see: { $wat } of { $over }.
deling-wat-hulp = which help there is
deling-wat-plan = what was agreed in the plan
deling-over-gezin = the whole family
deling-waarvoor = What for: { $doel }
deling-loopt = running
deling-wacht = waits for a yes
deling-nee = someone said no
deling-gestopt = stopped
deling-voorbij = over
deling-ja-van = Yes from { $namen }.
deling-nee-van = No from { $namen }.
deling-tot = Shared { $tot }.
deling-gestopt-op = Stopped on { $dag }.
deling-stop = Stop sharing with { $naam } at once
deling-ja = Yes, that is fine
deling-zeg-nee = No, rather not
deling-namens = { $naam } said yes
deling-eerder = What was shared before
deling-nieuw = Share something with a school or referrer
deling-met = With whom?
deling-over = Whom is it about?
deling-wat = What may they see?
deling-doel = What is it for?
deling-zei-ja = Who said yes about { $naam }?
deling-knop = Share this
deling-netwerk = { $vorm ->
   *[other] Invite someone of your own network
}
deling-netwerk-uitleg = { $vorm ->
   *[other] Grandmother, a neighbour, a coach: someone you trust. They get a sign-in of their own and see only what you choose here.
}
deling-netwerk-naam = What is their name?
deling-netwerk-knop = Invite
deling-uitgenodigd = { $naam } can look along
deling-code-uitleg = Give this to { $naam }, and to nobody else. The code stands here once and holds for a week.
deling-code-waar = Page
deling-code-account = Account name
deling-code = Code
deling-code-demo = There are no passwords here. On the first page { $naam } now stands with the people of the network.
deling-wie-beslist = Who decides about this?
deling-wie-beslist-uitleg = { $vorm ->
    [je] Until 12 your parents with authority decide. From 12 to 16 you decide together with one of them. From 16 you decide yourself.
   *[u] Until 12 the parents with authority decide. From 12 to 16 a parent and the child both have to say yes. From 16 a young person decides alone. About yourself you decide yourself.
}

## Referrals
verwijzer-soort-huisarts = general practitioner
verwijzer-soort-poh = practice nurse
verwijzer-soort-jeugdarts = youth physician
verwijzer-soort-specialist = medical specialist
verwijzer-soort-gi = certified institution
verwijzer-soort-ander = someone else
verwijzingen-intro = Children whom a GP, practice nurse, specialist or certified institution sent to your team.
verwijzingen-intro-verwijzer = Children whom you sent to the neighbourhood team, and how it goes on.
verwijzingen-geen = No referrals wait for your team now.
verwijzingen-geen-eigen = You referred nobody yet.
verwijzingen-beantwoord = Answered lately
verwijzingen-via = Referred, and asked for by a provider
verwijzingen-via-uitleg = Here the child went to a provider at once, who now asks for a decision.
verwijzing-via-zin = { $aanbieder } asks for help, on { $dag }. Referred by: { $wie }.
verwijzing-nieuw = Refer a child
verwijzing-nieuw-intro = Only the question and the name are needed. With a postcode or BSN the referral comes to the right team at once.
verwijzing-verstuurd = The referral was sent. Here you see how it goes on.
verwijzing-van = { $van } ({ $soort }), { $dag }
verwijzing-verstuurd-op = Sent on { $dag }
verwijzing-stand-ontvangen = received
verwijzing-stand-opgepakt = picked up
verwijzing-stand-beantwoord = answered
verwijzing-wacht = { $n ->
    [0] Came in today. Nobody picked it up yet.
    [one] Waits for one day. Nobody picked it up yet.
   *[other] Waits for { $n } days. Nobody picked it up yet.
}
verwijzing-wacht-jij = { $n ->
    [0] Reached the neighbourhood team today.
    [one] Reached the neighbourhood team yesterday. Nobody picked it up yet.
   *[other] Reached the neighbourhood team { $n } days ago. Nobody picked it up yet.
}
verwijzing-opgepakt-door = { $n ->
    [one] { $wie } picked it up on { $dag }. The referral is one day old.
   *[other] { $wie } picked it up on { $dag }. The referral is { $n } days old.
}
verwijzing-beantwoord-door = { $wie } answered on { $dag }.
verwijzing-vraag = What is the question, in the words of child or parent?
verwijzing-de-vraag = The question
verwijzing-voornaam = Given name of the child
verwijzing-achternaam = Family name
verwijzing-geboren = Birth date
verwijzing-postcode = Postcode
verwijzing-bsn = BSN, if you have it
verwijzing-geprobeerd = What was tried already?
verwijzing-spoed = How urgent is it?
verwijzing-toestemming = Does the family know of it and agree?
verwijzing-bereikbaar = How can you be reached?
verwijzing-soort = What are you?
verwijzing-verstuur = Send to the neighbourhood team
verwijzing-daarna = Afterwards you see who picks it up. What came of it you hear when the family agrees.
verwijzing-mis-naam = Fill in the given name and family name of the child.
verwijzing-mis-vraag = Fill in what the question is.
verwijzing-mis-postcode = A postcode has four digits and two letters, such as 4811 AB.
verwijzing-mis-lang = One of the texts is too long. Make it shorter.
verwijzing-mis-akkoord = Also write down who of the family agrees that the referrer reads this. Or leave the text empty.
verwijzing-botsing = Someone was first. This is how it stands now. What you typed is still there.
verwijzing-hoe-verder = How it goes on
verwijzing-oppakken = I pick this up
verwijzing-antwoord = Answer the referrer
verwijzing-antwoord-uitleg = The referrer always hears that it was received and who picked it up. What came of it only in outline, and when the family agrees.
verwijzing-antwoord-tekst = What came of it, in outline? (may stay empty)
verwijzing-antwoord-akkoord = Who of the family agrees that the referrer reads this?
verwijzing-antwoord-knop = Send the answer
verwijzing-akkoord-van = With the agreement of { $wie }, { $dag }
verwijzing-gezin = The family
verwijzing-gezin-onbekend = This referral is not with a family yet.
verwijzing-kandidaten = This child has the same birth date and family name:
verwijzing-nieuw-gezin = Write this child down as a new family
verwijzing-nieuw-gezin-uitleg = Name, birth date and postcode come along. There is nothing to type again.
verwijzing-koppel = This is the same child
verwijzing-wat-hoort = What do you hear back?
verwijzing-wat-hoort-uitleg = That it arrived and who picks it up. What came of it you hear in outline when the family agrees.

## Agreements with referrers
afspraak-intro = What we agreed with GPs, specialists and certified institutions about referring.
afspraak-geen = There are no agreements yet.
afspraak-bewaard = The agreement was stored.
afspraak-botsing = Someone else just changed this agreement. This is how it stands now. What you typed is in the form below.
afspraak-mis-met = Fill in with whom the agreement is, and keep the texts short enough.
afspraak-mis-dag = Fill in of which day the agreement is.
afspraak-nieuw = Write an agreement down
afspraak-wijzig = Change the agreement with { $met }
afspraak-met = With which practice or organisation?
afspraak-soort = What kind of referrer is that?
afspraak-waarover = What was agreed?
afspraak-dag = Since when
afspraak-evaluatie = When do we talk about it again?
afspraak-ervaring = How it went
afspraak-ervaring-veld = How did it go so far?
afspraak-einde = Until when (may stay empty)
afspraak-bewaar = Store
afspraak-sinds = Since { $dag }
afspraak-evaluatie-op = talked over again on { $dag }
afspraak-tot = until { $dag }
afspraak-aantallen = How many children did they refer?
afspraak-aantallen-uitleg = Distinct children in the last year, rounded to five. Small numbers are not shown.
afspraak-weinig = fewer than 10

## Today
vandaag-intro = The families you are near to, and what they expect of you.
vandaag-rust = No family waits for you now.
vandaag-niets = Expects nothing now.
vandaag-regisseur = You are their own person.
vandaag-vervanger = You stand in for their own person.
vandaag-je-vervangt = You stand in for { $naam }.
vandaag-team = Of your team. There is no own person yet.
vandaag-bericht = { $van } wrote on { $dag } and had no answer yet.
vandaag-bericht-eigen = { $van } wrote to you alone, on { $dag }, and had no answer yet.
vandaag-correctie = The family sees something differently and wrote so on { $dag }.
vandaag-verwijzing = { $van } referred a child of this family, on { $dag }.
vandaag-verzoek = { $van } asks for a decision about help, since { $dag }.
vandaag-concept = You began to write down what was said on { $dag }. It is not finished.
vandaag-verder = Write on
vandaag-lees = Read and answer
vandaag-kijk = Look
vandaag-vervangt = Families of colleagues you stand in for
vandaag-voor-team = For your team
vandaag-team-niets = Nothing new came in for your team.
vandaag-team-verwijzing = { $kind }: referred by { $van }, { $dag }
vandaag-team-verzoek = { $kind }: request of { $van }, { $dag }
vandaag-meer = There is more:
vandaag-ook-nabij = Near as well
vandaag-geen-nabij = You are not the own person of other families now.
vandaag-alle = All families of your team
vandaag-weg = You are away from { $van } { $tot }. { $naam } stands in.
vandaag-weg-wijzig = Change this

## Being away
afwezig-titel = Being away
afwezig-uitleg = A colleague stands in for all your families. It ends by itself.
afwezig-van = From
afwezig-tot = Up to and including
afwezig-wie = Who stands in?
afwezig-knop = Arrange it
afwezig-terug = I am back
afwezig-gedaan = That is arranged.
afwezig-kijk-na = Choose a first and a last day, and a colleague. The last day is not in the past.

uitvoer-post = What stands in the messages with the family
uitvoer-delingen = What was shared about you
uitvoer-verwijzingen = Who referred you
uitvoer-eigen-post = Messages that only you and your own person read
