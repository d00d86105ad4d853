# Letters, and the plan on paper.

onderdeel-brieven = The letters of a family
uitvoer-brieven = Letters that were made about you

papier-bladzijde = Page
papier-van = of
papier-gemeente = Municipality of { $gemeente }
papier-wijkteam = Neighbourhood team { $wijk }
papier-telefoon = Telephone { $nummer }
papier-datum = Date
papier-groet = Kind regards,
papier-namens-college = on behalf of the mayor and aldermen of { $gemeente }
papier-invullen = [fill in]
papier-geen-einde = There is no end date. We look together how long it is needed.

papier-soort-besluit = Letter about help
papier-soort-uitnodiging = Invitation to talk
papier-soort-verwijzer = Answer to the referrer
papier-soort-inzage = Who looked at the file

papier-aan-gezin = { $naam } family
papier-aan-ouders = The parents of { $kind }
papier-aan-kind-en-ouders = { $kind } and the parents of { $kind }
papier-beste-gezin = { $naam } family
papier-beste-ouders = parents of { $kind }
papier-beste-kind-en-ouders = { $kind } and parents
papier-aan-verwijzer = [name of the referrer]
    { "[" }street and number]
    { "[" }postcode and town]

papier-besluit-onderwerp = Help for { $kind }
papier-besluit-tekst =
    Dear { $beste },

    We talked with each other about what { $kind } needs. Together we chose help. This letter says what we agreed.

    ## Which help?
    - **What:** { $wat }
    - **From whom:** { $aanbieder }
    - **From:** { $vanaf }
    - **Until:** { $tot }

    ## What happens now?
    { $aanbieder } will call to make a first appointment. Have you heard nothing after two weeks? Then call me. I will find out what is going on.

    ## Do you disagree?
    Call me first. Often we can solve it together. You can also object. Do so no later than { $bezwaar }. Send a letter to the mayor and aldermen (college van burgemeester en wethouders) of { $gemeente }. Write down your name and address, the date, which decision it is about and why you disagree. Sign it. Is that difficult? An independent supporter (cliëntondersteuner) helps you. It costs you nothing.

    This letter is a decision under article 2.3 of the Youth Act (Jeugdwet).

    ## Do you have questions?
    Call { $regisseur }: { $telefoon }.

papier-uitnodiging-onderwerp = Shall we talk?
papier-uitnodiging-tekst =
    Dear { $beste },

    I would like to hear how you are doing. What goes well? What is difficult? And what would help you? You have a say in what we talk about.

    ## When and where?
    - **When:** [day and time]
    - **Where:** [at your home, or elsewhere]
    - **With whom:** { $wie }

    Does this not suit you? Call me. Then we choose another moment together.

    ## Good to know
    - The children are welcome too. What they say counts.
    - You may bring someone: family, a friend or a neighbour.
    - An independent supporter (cliëntondersteuner) can help you. It costs you nothing.
    - Do you need an interpreter? Tell me, and I will arrange it.

    ## Do you have questions?
    Call { $regisseur }: { $telefoon }.

papier-verwijzer-onderwerp = Your referral of { $kind }
papier-verwijzer-tekst =
    Dear [name],

    You referred { $kind } to us. I let you know how it went on. { $kind } and the parents agree to that.

    ## What did we agree?
    { $hulp }

    ## What do we ask of you?
    { "[" }what you ask of the referrer, or take this away]

    ## Do you have questions?
    Call { $regisseur }: { $telefoon }.
papier-verwijzer-hulp = { $wat } by { $aanbieder }, from { $vanaf }
papier-verwijzer-geen-hulp = [what was agreed]

papier-inzage-onderwerp = Who looked at your file
papier-inzage-tekst =
    Dear { $beste },

    You asked who looked at your file. Below you read who did so last, when and why.

    ## These are the last times
    { $lijst }

    Do you want the whole list? It is on your own page, under ‘Who looked’. I can also print it for you.

    ## Is something wrong?
    Do you think that someone looked who was not allowed to? Call me. We find out and let you know. You can also call the data protection officer of { $gemeente }.

    ## Do you have questions?
    Call { $regisseur }: { $telefoon }.
papier-inzage-regel = { $moment }: { $wie } ({ $rol }), for { $doel }
papier-inzage-niemand = Nobody has looked yet.

papier-titel = Letters of family { $naam }
papier-terug = Back to the family
papier-link = Letters
papier-intro-eigen = Here are the letters that we made about your family. You can read, keep and print them.
papier-intro = A letter is an ordinary PDF that everyone can read, with a screen reader too. You change the text first.
papier-gemaakte = Letters that are there already
papier-geen = No letter was made yet.
papier-regel = to { $aan }, { $moment }
papier-regel-door = made by { $wie }
papier-open = Open the letter (PDF)
papier-nieuw = Make a letter
papier-nieuw-besluit = About { $wat } for { $kind }
papier-nieuw-uitnodiging = Invitation to talk
papier-nieuw-verwijzer = Answer to who referred { $kind }
papier-nieuw-inzage = Who looked at the file
papier-in-het-engels = in English
papier-andere-brief = Another letter
papier-veld-adres = To whom and where?
papier-hint-adres = Name and address, each on a line of its own. This fits the window of an envelope.
papier-veld-onderwerp = What is the letter about?
papier-veld-tekst = The letter
papier-hint-tekst = Change the text until it is right. An empty line begins a new paragraph. Begin a line with ## for a heading and with - for a list. Put ** around words that should stand out.
papier-veld-telefoon = Which number can they call?
papier-veld-toestemming = Who agrees that this letter is sent, and when did they say so?
papier-hint-toestemming = For example: Noor and her mother, in the conversation of 3 March. Ask first. Without their yes no letter goes outside.
papier-maak = Make the letter
papier-bekijk = Look first
papier-maak-uitleg = The letter is kept as you make it. The family sees it on their own page. Sending it or handing it over you do yourself.
papier-gemaakt = The letter was made and is kept.
papier-kijk-na = The letter was not made yet. See what stands beside the fields. What you typed is still there.
papier-fout-leeg = Fill this in.
papier-fout-lang = This text is too long. Keep it to { $n } characters.
papier-fout-invullen = Something still stands between [ ]. Fill it in or take it away.
papier-fout-toestemming = Write down who agrees. Without permission we send nothing outside.
papier-letters = Our letter type does not have these signs: { $letters }. On paper there will be a box. Who listens hears them. Better write them in our letters. Do you want to leave it so? Then press ‘Make the letter’ once more.

papier-plan-titel = The plan of family { $naam }
papier-plan-link = The plan as PDF
papier-plan-intro = This is the plan of your family. Is something wrong, or do you want to add something? Tell your coordinator.
papier-plan-stand = As it stands on
papier-plan-leden = For whom
papier-plan-regie = Who coordinates?
papier-plan-doel-kolom = Goal
papier-plan-van-wie = Whose
papier-plan-hoe = How is it going?
papier-plan-wat = What
papier-plan-wie = Who does it, for whom
papier-plan-uit = Where does it come from?
papier-plan-tot-wanneer = From when until when
papier-plan-stap-kolom = Step
papier-plan-wanneer = Who and when
papier-plan-voorbij = What is over
papier-plan-hulp = Other help
papier-plan-voet = Plan of family { $naam }
papier-plan-leeg = This is not there yet.
