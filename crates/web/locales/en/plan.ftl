# The one plan of a family, the clocks, 18-/18+.

onderdeel-plan = The plan of a family
onderdeel-expertvragen = Questions to the expert team
uitvoer-plan = What the plan of your family says about you

plan-titel = Plan of the { $naam } family
plan-terug = Back to the family
plan-link = To the plan
plan-eigen-intro = This is the plan of your family. Is something not right, or do you want to add something? Tell your coordinator.
plan-versies = all versions
plan-bewaard = saved on { $moment } by { $wie } (version { $versie })
plan-gedaan = It is saved.
plan-kijk-na = It is not saved yet. Look at what it says beside the fields. What you typed is still there.
plan-bewaar = Save
plan-weg = Take away
plan-wijzig = Change
plan-schrijf = Write it down
plan-kies = Choose, if you want
plan-hele-gezin = The whole family
plan-geen-doel = No goal in particular

plan-botsing = Somebody else was first
plan-botsing-uitleg = This part of the plan changed while you were typing. Your text is not saved yet. It stands below, and in the form as well. Look at both, change your text if needed, and save again.
plan-botsing-mijn = What you wrote
plan-botsing-nu = What it says now
plan-botsing-gone = Somebody took this part away. It still stands in the versions.
plan-botsing-weg = Nothing was taken away: somebody else just changed this part. Look at it first.

plan-gewoon = What is ordinary here when it goes well?
plan-gewoon-vraag = What does an ordinary day look like when it goes well? Write down what the family says.
plan-gewoon-leeg = This is not here yet. Ask everybody in the family, the children too.
plan-slot = What has become ordinary?
plan-slot-vraag = What goes by itself now, without help? Write down what the family says.
plan-slot-leeg = This is not here yet. Look at it together whenever you look back.

plan-doelen = Where we want to go
plan-doelen-leeg = There are no goals yet. A goal is a direction, in the words of the family.
plan-nieuw-doel = Add a goal
plan-wijzig-doel = Change the goal
plan-doel-van = Goal of { $wie }
plan-doel-loopt = We work on this
plan-doel-genoeg = Good enough as it is
plan-doel-losgelaten = Let go for now

plan-regels = What we do, and who
plan-regels-leeg = There are no arrangements yet. Begin with what the family does and who helps already.
plan-nieuw-regel = Add an arrangement
plan-wijzig-regel = Change the arrangement
plan-voor = for { $wie }
plan-voor-allen = for the whole family
plan-bij-doel = With: { $doel }
plan-sinds = since { $dag }
plan-tot = until { $dag }
plan-zonder-einde = without an end date
plan-waakvlam = pilot light: as long as it is needed
plan-waakvlam-keus = Pilot light: light, as long as it is needed. There is no end date, and it is never too late.
plan-voorbij = { $n ->
    [one] One arrangement is over
   *[other] { $n } arrangements are over
}
plan-een-antwoord = an answer
plan-wacht-zin = Waits { $n ->
    [0] since today
    [one] 1 day
   *[other] { $n } days
} for: { $waarop } ({ $reden })
plan-wacht-bekostiging = who pays?
plan-wacht-aanbod = is there a place?
plan-wacht-anders = something else
plan-hulp-wijzig = change or stop
plan-toewijzen = Allocate this help
plan-bericht-klaar = the message waits to be sent
plan-bericht-verstuurd = sent, the provider did not answer yet
plan-bericht-aangenomen = the provider accepted the message

plan-bron-eigen-netwerk = ordinary life
plan-bron-jeugdwet = Youth Act
plan-bron-wmo = Social Support Act
plan-bron-participatiewet = Participation Act
plan-bron-zvw = health insurance
plan-bron-wlz = Long-term Care Act
plan-bron-onderwijs = education
plan-bron-fonds = fund
plan-bron-anders = other
plan-plek-thuis = at home
plan-plek-school = at school
plan-plek-wijk = in the neighbourhood
plan-plek-regio = in the region
plan-plek-elders = somewhere else

plan-los = Help that is not in the plan yet
plan-los-uitleg = This help was allocated. Take it up with one click. How it goes comes from the messages by itself.
plan-neem-op = Take up in the plan

plan-stappen = Small steps
plan-stappen-leeg = There are no steps yet. A step is small: somebody can do it this week or the next.
plan-nieuw-stap = Add a step
plan-wijzig-stap = Change the step
plan-stap-wat = What is going to happen?
plan-stap-is-klaar = Done
plan-stap-klaar = done on { $dag }
plan-stap-voor = agreed: { $dag }
plan-klaar = done
plan-dag-voorbij = the day is past

plan-evaluaties = Looking back together
plan-evaluaties-leeg = No moment to look back together was agreed yet.
plan-nieuw-evaluatie = Agree on a moment
plan-wijzig-evaluatie = Change the moment
plan-uitkomst-schrijf = Write down what came of it
plan-uitkomst-doel = With “{ $doel }”

plan-veld-tekst = In the words of the family
plan-hint-tekst = A direction, not a promise. For example: ‘We want to eat together again without arguing.’
plan-veld-voor = For whom
plan-hint-voor = Is it about one child? Choose that child. Then only who may, sees it.
plan-veld-stand = How is it with this?
plan-veld-wat = What do we do?
plan-veld-wie = Who does it?
plan-hint-wie = One or more names. Relatives, neighbours or a club too.
plan-veld-bron = Where does it come from?
plan-veld-bron-naam = Which fund, or what else? (optional)
plan-veld-waar = Where?
plan-veld-van = From
plan-veld-tot = Until
plan-hint-tot = Empty is without an end date.
plan-veld-waakvlam = How long?
plan-veld-doelen = Which goal does it belong to?
plan-veld-wacht-op = Do we still wait for an answer? What about?
plan-hint-wacht-op = For example: who pays for the help at school? So we see how long the family waits.
plan-veld-wacht-sinds = We wait since
plan-veld-wacht-reden = What does it hang on?
plan-veld-wanneer = When?
plan-veld-klaar = Done on
plan-veld-doel = With which goal?
plan-veld-dag = Which day?
plan-veld-uitkomst = What came of it?

plan-fout-leeg = Fill this in.
plan-fout-lang = This text is too long. Keep it to 4000 characters.
plan-fout-dag = Write a day that exists, such as 2026-12-31.
plan-fout-tot = This day lies before the first day.
plan-fout-sinds = Since when do we wait?

plan-klokken = What the family waits for
plan-klok-antwoord = { $n ->
    [0] Since today
    [one] 1 day already
   *[other] { $n } days already
} no answer: { $wat }
plan-klok-verzoek = { $n ->
    [0] Since today
    [one] 1 day already
   *[other] { $n } days already
} no decision on what a provider asked for { $wat }
plan-klok-advies = { $n ->
    [0] Since today
    [one] 1 day already
   *[other] { $n } days already
} no advice of the expert team
plan-klok-regisseur = { $n ->
    [0] Since today
    [one] 1 day already
   *[other] { $n } days already
} no coordinator
plan-klok-start = { $n ->
    [one] 1 day already
   *[other] { $n } days already
} not begun: { $wat }
plan-klok-stap = Promised, and the day is past ({ $n ->
    [one] yesterday
   *[other] { $n } days ago
}): { $wat }
plan-klok-evaluatie = The moment to look back is past ({ $n ->
    [one] yesterday
   *[other] { $n } days ago
})

plan-regie = Who coordinates?
plan-regisseur = Coordinator: { $wie } (since { $dag })
plan-regisseur-kort = No coordinator yet
plan-regisseur-straks = From { $dag }: { $wie }
plan-vervanger = { $wie } stands in
plan-vervanger-tot = { $wie } stands in until { $dag }
plan-woord-van = { $wie }, { $moment }
plan-geen-regisseur = This family has no coordinator now
plan-geen-regisseur-uitleg = Nobody keeps an eye on the whole. Agree together on who will. It can be done below, in one step.
plan-geen-regisseur-kort = There is no coordinator now.
