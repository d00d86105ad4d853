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

# The plan: versions, allocating, coordinating, the expert team.
plan-menu-expertvragen = Expert team
plan-terug-plan = Back to the plan
plan-versies-titel = All versions of the plan of the { $naam } family
plan-versies-lijst = Versions
plan-versies-kies = Choose a version to see how the plan was then.
plan-versie = Version { $versie }: { $wie }, { $moment }
plan-deel-gewoon = What is ordinary
plan-deel-slot = What has become ordinary
plan-deel-doel = A goal
plan-deel-regel = An arrangement
plan-deel-stap = A step
plan-deel-evaluatie = A moment to look back
plan-deel-samengevoegd = Joined with the plan of another family
plan-geweigerd = The provider cannot accept this allocation: { $waarom } Allocate the help again.

plan-hulp-toewijzen = Allocate help
plan-hulp-toewijzen-uitleg = This goes to the provider as a message. Whether the provider accepts it, when help begins and what is paid comes back in the plan by itself.
plan-hulp-toewijzen-knop = Allocate and send
plan-hulp-wijzigen = Change this help
plan-hulp-einde = Another last day
plan-hulp-einde-uitleg = Help ends earlier or goes on longer. The provider is told.
plan-hulp-einde-knop = Send the new last day
plan-hulp-intrekken = Take back
plan-hulp-intrekken-uitleg = As if the allocation was never sent. Only do this when help did not begin.
plan-hulp-intrekken-knop = Take the allocation back
plan-hulp-niet = Nothing was sent yet. Look at what it says beside the fields.
plan-hulp-regels = Nothing was sent yet. Like this it does not fit in a message:
plan-hulp-nieuwer = Nothing was sent. Somebody else just changed this help. First look how it is now.
plan-hulp-al = Nothing was sent. This arrangement has an allocation that runs already.
plan-hulp-client-nodig = No message about this child was ever sent. Fill in who it is and where it lives as well.
plan-hulp-geen-kind = First choose in the plan which child this arrangement is for.
plan-hulp-kind-onbekend = The BSN or the birth date of this child is not known yet.
plan-hulp-aanbieder = We do not know this provider. Choose one from the list, or fill in the AGB code.
plan-hulp-categorie = Choose a kind of help.
plan-hulp-code = This code cannot be sent. A code has five characters.
plan-hulp-omvang = Fill in a whole number above 0.
plan-hulp-omvang-nodig = With a product code goes how much help it is.
plan-hulp-omvang-of-budget = Fill in how much help it is, or a budget. Not both.
plan-hulp-budget-einde = A budget has a last day.
plan-hulp-per-dag = So much does not fit in a day.
plan-hulp-client = Look at the address: postal code and house number are needed.
plan-hulp-gedeclareerd = This help was paid for already. Give it a last day instead of taking it back.
plan-hulp-bedrag = Write an amount, such as 1250,50.
plan-geslacht-0 = unknown
plan-geslacht-1 = male
plan-geslacht-2 = female

plan-veld-aanbieder = Which provider?
plan-hint-aanbieder = Begin to type and choose from the list. The AGB code will do, too.
plan-veld-categorie = Kind of help
plan-veld-code = Product code (optional)
plan-hint-code = Five characters, such as 45A48.
plan-veld-ingang = First day
plan-veld-eind = Last day (optional)
plan-hint-eind = Empty is without an end date.
plan-veld-volume = How much?
plan-veld-eenheid = Unit
plan-veld-frequentie = How often?
plan-veld-budget = Or a budget, in euros
plan-hint-budget = Instead of how much help. Then a last day is needed.
plan-veld-geslacht = Sex
plan-hint-geslacht = As it stands in the population register.
plan-veld-straat = Street
plan-veld-huisnummer = House number
plan-veld-postcode = Postal code
plan-veld-plaats = Town
plan-veld-einddag = Last day

plan-kies-iemand = Choose somebody
plan-overdracht-titel = Hand over the coordination
plan-overdracht-knop = Hand over
plan-overdracht-eerder = Nothing changed: somebody else just handed over. Look who it is now.
plan-overdracht-al = Nothing changed: that colleague coordinates already.
plan-vervanging-titel = Let somebody stand in
plan-vervanging-knop = Let them stand in
plan-veld-naar = Who will it be?
plan-veld-vanaf = From which day? (optional)
plan-hint-vanaf = Empty is from now on. Who it is now, ends at the same moment.
plan-veld-tot-dag = Until which day?
plan-veld-woord = A word to the family
plan-hint-woord = The family reads this with the plan.
plan-fout-wie = Choose somebody.
plan-fout-toekomst = Choose a day that is still to come.

plan-expert = Stuck? Ask the expert team
plan-expert-uitleg = When nobody agrees on who pays, or when there is no fitting help.
plan-expertvraag-titel = Ask the expert team a question
plan-expertvraag-knop = Ask the question
plan-veld-vraag = What do you ask?
plan-hint-vraag = What does the family wait for, and what has to be decided?
plan-veld-partijen = Who is involved, and what do they think?
plan-hint-partijen = What the family itself thinks as well.
plan-veld-reden = What does it hang on?
plan-veld-leden = Whom do you ask?
plan-hint-leden = Whom you choose may read the plan from now on. That ends when the question is done.
plan-expertvragen = Questions to the expert team
plan-expertvragen-intro = A family is stuck, and the expert team thinks along. What happens with the advice stands with it.
plan-expertvragen-leeg = There are no questions.
plan-expertvraag-over = The { $naam } family
plan-gesteld = asked by { $wie } of { $aan }
plan-advies-wacht = waits for advice since { $moment }
plan-advies-gegeven = advice of { $wie }, { $moment }
plan-gevolg-gevolgd = followed, { $moment }
plan-gevolg-afgeweken = decided differently, with a reason, { $moment }
plan-gevolg-keus-gevolgd = We follow the advice
plan-gevolg-keus-afgeweken = We do it differently
plan-bindend-weegt = In this region advice is advice: it is weighed.
plan-bindend-tenzij = In this region it was agreed: advice is followed, unless there is a good reason that stands with it.
plan-advies-schrijf = Give your advice
plan-gevolg-schrijf = What do we do with the advice?
plan-veld-advies = The advice
plan-hint-advies = So that the colleague can go on with it tomorrow. The family reads this too.
plan-veld-gevolg = What do we do?
plan-veld-gevolg-reden = Why?
plan-hint-gevolg-reden = Do we do it differently? Then write down why.

# 18-/18+
plan-achttien = On the way to 18
plan-achttien-kort = Somebody in this family turns 18 or just did. See on one line what changes, and who does what.
plan-achttien-link = To the time line
plan-achttien-titel = On the way to 18 and beyond: the { $naam } family
plan-achttien-intro = What changes around your 18th birthday, by law, on one line. You do not have to do it alone.
plan-achttien-niemand = Nobody in this family is between 16 and 23.
plan-achttien-geweest = past
plan-achttien-aanname = Advice, no rule.
plan-achttien-bron = Source: { $bron }
plan-achttien-hulp = This help touches your 18th birthday
plan-achttien-hulp-uitleg = The Youth Act ends on the 18th birthday, unless we agree in time that help goes on. Agree on what comes then.
plan-leeftijd = { $jaar } years
plan-leeftijd-half = { $jaar } and a half years
plan-handelt-ouders = { $wie } and the parents or guardian arrange it together.
plan-handelt-samen = { $wie } decides on the own help. The rest is still arranged by the parents or guardian, together with { $wie }.
plan-handelt-zelf-met-steun = { $wie } is of age and decides. Somebody walks along, until it works alone.
plan-handelt-zelf = { $wie } arranges it alone.
plan-wet-jeugdwet = Youth Act
plan-wet-wmo = Social Support Act
plan-wet-participatiewet = Participation Act
plan-wet-zvw = health insurance
plan-wet-wlz = Long-term Care Act
plan-wet-onderwijs = school and study finance
plan-wet-burgerlijk = being of age
plan-wet-kinderbijslag = child benefit
plan-achttien-zelf-beslissen = You decide on your youth help. Your parents only see what you share.
plan-achttien-kwalificatieplicht = You go to school until you are 18, or until you have a diploma of havo, vwo or mbo 2.
plan-achttien-vooruitkijken = Begin to look ahead together: what do you want, and whom do you have around you?
plan-achttien-toekomstplan = Make a plan for later: school, work, money, a home and safety. With each it says who does it.
plan-achttien-wet-kiezen = See which law will fit. Do you always need care nearby? Then ask the CIZ for the Wlz.
plan-achttien-wmo-melden = Do you need support or a place to live after 18? Tell the municipality now, for the Wmo.
plan-achttien-inkomen-aanvragen = Ask for income in time: work, a course with study finance, social assistance or Wajong.
plan-achttien-vertegenwoordiging = Can you not decide everything yet? Ask the judge for a mentor or administrator in time.
plan-achttien-meerderjarig = You are of age. Your parents or guardian do not decide for you any more.
plan-achttien-jeugdhulp-stopt = Youth help ends, unless it was agreed before that it goes on. That is possible until 23, when no other law gives the help.
plan-achttien-wmo-kan = Support and sheltered living can now come from the Wmo.
plan-achttien-bijstand-kan = You can ask for social assistance. Until 21 it is low, because your parents contribute to what you need.
plan-achttien-ggz-zvw = Mental health care now goes by your health insurance. There is an own risk.
plan-achttien-wlz-bijdrage = Do you have care from the Wlz? Then you now pay a contribution.
plan-achttien-zorgpremie = From now on you pay a premium for your health insurance. Ask for the care allowance.
plan-achttien-kinderbijslag-stopt = Child benefit for your parents stops from this quarter.
plan-achttien-duo = From this quarter you can get money from DUO for school or study. Ask three months before.
plan-achttien-vso-stopt = Are you in special secondary education? It ends at the latest after this school year.
plan-achttien-pleegzorg-21 = Foster care goes on until 21, if you want. In a family home that mostly holds, too.
plan-achttien-onderhoud-stopt = Your parents do not have to contribute any more. Social assistance becomes that of an adult.
plan-achttien-verlengd-stopt = Youth help cannot go on after this.
plan-leefgebieden = What we agreed
plan-leefgebied-onderwijs = School and learning
plan-leefgebied-werk = Work and the day
plan-leefgebied-inkomen = Money
plan-leefgebied-wonen = A home
plan-leefgebied-veiligheid = Safety
plan-leefgebied-leeg = nothing agreed yet
plan-leefgebied-wie = Who does this until it works alone: { $wie }
plan-overgang-schrijf = Write down what we agree
plan-veld-onderwijs = School and learning
plan-veld-onderwijs-wie = Who does this, until it works alone?
plan-veld-werk = Work and the day
plan-veld-werk-wie = Who does this, until it works alone?
plan-veld-inkomen = Money
plan-veld-inkomen-wie = Who does this, until it works alone?
plan-veld-wonen = A home
plan-veld-wonen-wie = Who does this, until it works alone?
plan-veld-veiligheid = Safety
plan-veld-veiligheid-wie = Who does this, until it works alone?

gezinnen-klokken = What families wait for
plan-kort-antwoord = { $n ->
    [one] 1 day without an answer
   *[other] { $n } days without an answer
}
plan-kort-verzoek = { $n ->
    [one] 1 day without a decision on what a provider asked
   *[other] { $n } days without a decision on what a provider asked
}
plan-kort-advies = { $n ->
    [one] 1 day without advice of the expert team
   *[other] { $n } days without advice of the expert team
}
plan-kort-regisseur = { $n ->
    [one] 1 day without a coordinator
   *[other] { $n } days without a coordinator
}
plan-kort-stap = { $n ->
    [one] something promised is 1 day late
   *[other] something promised is { $n } days late
}
plan-kort-evaluatie = { $n ->
    [one] looking back is 1 day late
   *[other] looking back is { $n } days late
}
