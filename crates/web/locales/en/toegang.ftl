### Who may see a family, and why.

menu-meldingen = Emergency reports

## Who may see this
toegang-titel = Who may see the { $naam } family?
toegang-terug = Back to the family
toegang-intro = Here is everyone who may see anything of this family, and why.
toegang-gedaan = That is arranged.
toegang-kijk-na = Nothing has changed yet. Check what you chose and try again.
toegang-dag-voorbij = That day is over. Choose a day to come, or leave the day empty.
toegang-niemand-over = Then nobody would be left who can open this family. First ask a coordinator or a stand-in to join, without a last day.
toegang-mensen = These people
toegang-sinds = { $waarom } Since { $moment }.
tot-moment = until { $moment }
tot-en-met = up to and including { $dag }
toegang-alles = Sees the whole file.
toegang-eigen-delen = Sees what fits with age and authority.
toegang-delen = Sees: { $delen }.
toegang-beeindig = End the access of { $naam }
toegang-anderen = Others
toegang-geen-aanbieders = There is no provider with this family yet.
toegang-aanbieders = These providers exchange messages about the help that they give. They do not see the file.
toegang-functies = Whoever makes sure that messages arrive can read those messages: { $rollen }.
toegang-spoed-uitleg = In an emergency a colleague can open a file for an hour, with a reason. The team lead is told and the family can see it.

relatie-team-waarom = Is of the team of the neighbourhood where the family lives.
relatie-regisseur = coordinator
relatie-regisseur-waarom = Is the one person the family turns to.
relatie-vervanger = stand-in
relatie-vervanger-waarom = Stands in for the coordinator.
relatie-tafel = case table
relatie-tafel-waarom = Thinks along at the case table.
relatie-advies = expert team
relatie-advies-waarom = Gives advice in the expert team.
relatie-verwijzer-waarom = Referred the child and stays involved.
relatie-school-waarom = The family shares its plan with the school.
relatie-lid-waarom = Is of the family.
relatie-nood-waarom = Opened the file in an emergency.

deel-leden = who belongs to the family
deel-geboren = birth dates
deel-adres = address
deel-hulp = which help there is
deel-bedragen = amounts
deel-tijdlijn = what happened
deel-gesprek = messages with providers
deel-inzagen = who looked
deel-toegang = who may see this
deel-goed-gesprek = what was told
deel-plan = the plan
deel-post = messages with the family

betrek-titel = Ask someone to join
betrek-wie = Who, and as what?
betrek-kies = Choose someone
betrek-tot = Until and including (may stay empty)
betrek-knop = Ask to join
betrek-regisseur = A family has one coordinator. If you choose a new one, they take over.
scherm-titel = Shielding
scherm-uit = The whole team of the neighbourhood may see this family.
scherm-aan = Only who is involved with the family by name may see this.
scherm-zet-aan = Shield this family
scherm-zet-uit = End the shielding
gezag-titel = Authority
gezag-uitleg = A parent with authority sees the file of a child up to 16. If it is not right, change it.
gezag-wel = { $ouder } has authority over { $kind }.
gezag-niet = { $ouder } has no authority over { $kind }.
gezag-zet-uit = Change: { $ouder } has no authority over { $kind }
gezag-zet-aan = Change: { $ouder } does have authority over { $kind }
delen-titel = What do you share?
delen-uitleg = From 12 you have a say in who may see anything of you. From 16 you decide yourself. You can always change this.
delen-gewoon = As fits my age
delen-hoofdlijn = May see which help I get
delen-bezwaar = Rather not
delen-knop = Save for { $naam }

## Emergency
nood-titel = Opening a file in an emergency
nood-link = Is there an emergency in a family that is not yours?
nood-intro = Is a child in danger and can it not wait? Then you can open a file that is not yours.
nood-kind = Which child is it about?
nood-bsn = Citizen service number (BSN)
nood-of = Or, if you do not know it: family name and birth date.
nood-achternaam = Family name without prefix (Wit, not de Wit)
nood-geboren = Birth date
nood-reden = Why do you have to see this now?
nood-knop = Open the file
nood-gebeurt = What happens then
nood-gebeurt-kort = The file is open for { $n } minutes.
nood-gebeurt-leider = The team lead gets a report with your reason.
nood-gebeurt-gezin = The family can see that you looked.
nood-wie = Fill in the BSN, or the family name and the birth date.
nood-bsn-fout = This is no citizen service number. Check whether a digit is missing or too many.
nood-geboren-fout = This birth date cannot be read. Choose a day.
nood-reden-kort = Write in a sentence why you have to see this now (at least { $n } letters).
nood-niet-gevonden = We find no child that fits. Check the data, or call the team lead.

## Reports
meldingen-intro = These files were opened in an emergency by someone who otherwise has no access. Read the reason and talk about it where needed.
meldingen-geen = There are no reports. Nobody opened a file in an emergency.
melding-kop = { $wie } opened a file
melding-wanneer = from { $van } until { $tot }
melding-bekeken = { $wie } looked at this on { $moment }: { $oordeel }.
melding-nodig = it was needed
melding-besproken = it was talked over
melding-knop-nodig = It was needed
melding-knop-besproken = We talked it over

gezin-wie-mag = Who may see this?
gezin-jongere-beslist = Do you not see everything? From 16 a young person decides who may see this. From 12 to 16 a young person has a say.
