# Words for what has a code in the law, the messages and the rights.

## Roles
rol-wijkteam = neighbourhood team
rol-wijkteam-uitleg = Works with the families of its own neighbourhoods and sees the figures of the region.
rol-beleid = policy
rol-beleid-uitleg = Sees the figures of region, neighbourhoods and providers. No persons.
rol-contract = contract management
rol-contract-uitleg = Sees the figures of providers and neighbourhoods. No persons.
rol-raad = municipal council
rol-raad-uitleg = Sees the figures of region and neighbourhoods. No persons.
rol-beheer = functional management
rol-beheer-uitleg = Makes sure that messages come in well and solves what does not.
rol-aanbieder = provider
rol-aanbieder-uitleg = Sees the messages and the figures of its own organisation.
rol-gezinslid = family member
rol-gezinslid-uitleg = Sees what is known about their own family.
rol-regisseur = coordinator
rol-regisseur-uitleg = Is the one person a family turns to, and sees those families only.
rol-teamleider = team lead
rol-teamleider-uitleg = Leads a neighbourhood team and is told when someone opens a file in an emergency.
rol-tafelvoorzitter = chair of the case table
rol-tafelvoorzitter-uitleg = Sees the families that are talked about at the table.
rol-tafellid = member of the case table
rol-tafellid-uitleg = Sees the families that are talked about at the table, without amounts and numbers.
rol-controller = controller
rol-controller-uitleg = Sees amounts and providers. No persons.
rol-verwijzer = referrer
rol-verwijzer-uitleg = Family doctor or practice nurse. Sees in outline how things went on.
rol-school = school
rol-school-uitleg = Sees in outline the plan of families that share it.
rol-expertteam = expert team
rol-expertteam-uitleg = Sees the families about which advice was asked.
rol-clientenraad = client council
rol-clientenraad-uitleg = Sees the figures of region and neighbourhoods. No persons.
rol-auditor = auditor
rol-auditor-uitleg = Checks that data are used well. Sees who looked at what, no files.

## In the family
rol-jeugdige = youth
rol-ouder = parent
rol-voogd = guardian
rol-pleegouder = foster parent
rol-ander = involved with the family

## What someone looked for
doel-hulp = help
doel-beleid = make policy
doel-contract = manage contracts
doel-berichtenverkeer = process messages
doel-inzage = see their own data
doel-verwerking = process data
doel-advies = give advice
doel-nood = help in an emergency
doel-toezicht = watch over the use of data

## Forms of help
hulpvorm-ambulant = Help at home or close by
hulpvorm-jeugd-ggz = Youth mental health care
hulpvorm-dagbehandeling = Day treatment
hulpvorm-pleegzorg = Foster care
hulpvorm-verblijf = Residential help
hulpvorm-crisis = Crisis help
hulpvorm-jeugdbescherming = Child protection
hulpvorm-jeugdreclassering = Youth probation
hulpvorm-overig = Other help

## How an allocation stands
stand-verwijderd = withdrawn
stand-begint = may begin from { $dag }
stand-wacht = { $n ->
    [one] waiting { $n } day
   *[other] waiting { $n } days
 }
stand-loopt = going on since { $dag }
stand-pauze = paused since { $dag }
stand-beeindigd = ended on { $dag }
stand-niet-gestart = not begun, ran until { $dag }

## Why help ended (iJw list JZ588)
reden-stop-02 = deceased
reden-stop-20 = ended for a while
reden-stop-31 = as planned
reden-stop-32 = the family wanted to stop earlier
reden-stop-33 = the provider stopped earlier
reden-stop-34 = decided together to stop earlier
reden-stop-35 = ended earlier by circumstances
reden-stop-36 = at the request of the municipality
reden-stop-37 = because of a request for change
reden-stop-38 = goes on with another provider
reden-stop-39 = goes on with help from another law

## Why an allocation changed (iJw list JZ002)
reden-wijziging-01 = administrative correction
reden-wijziging-02 = deceased
reden-wijziging-03 = new contract
reden-wijziging-04 = assessed again: longer
reden-wijziging-05 = assessed again: shorter
reden-wijziging-06 = goes on with help from another law
reden-wijziging-07 = moved to another municipality
reden-wijziging-08 = another way of delivery
reden-wijziging-09 = goes on with another provider
reden-wijziging-10 = another way of payment
reden-wijziging-11 = municipalities merged
reden-wijziging-12 = at the request of the provider
reden-wijziging-13 = withdrawn
reden-wijziging-14 = administrative correction

## How much (iJw lists WJ756 and WMO757)
eenheid-01 = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
 }
eenheid-04 = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
 }
eenheid-14 = { $n ->
    [one] { $n } day and night
   *[other] { $n } days and nights
 }
eenheid-16 = { $n ->
    [one] { $n } half-day
   *[other] { $n } half-days
 }
eenheid-82 = { $n ->
    [one] { $n } piece
   *[other] { $n } pieces
 }
eenheid-84 = { $n ->
    [one] { $n } piece
   *[other] { $n } pieces
 }
frequentie-1 = per day
frequentie-2 = per week
frequentie-4 = per month
frequentie-6 = in total

## Messages
bericht-jw301 = Allocation
bericht-jw302 = Answer to allocation
bericht-jw305 = Start of help
bericht-jw306 = Answer to start
bericht-jw307 = End of help
bericht-jw308 = Answer to end
bericht-jw315 = Request for allocation
bericht-jw316 = Answer to request for allocation
bericht-jw317 = Request for change
bericht-jw318 = Answer to request for change
bericht-jw319 = Decision on request
bericht-jw320 = Answer to decision
bericht-jw323 = Claim
bericht-jw325 = Answer to claim
