### Keeping, destroying, one's own data.

menu-bewaren = Retention
bewaren-intro = What has been kept longer than allowed has to go. This is how it stands on { $dag }. Nothing goes unless you approve it.
bewaren-lijst = What has to go
bewaren-niets = There is nothing that has to go now.
bewaren-weg = Goes
bewaren-gezin = Family
bewaren-geboren = Born in
bewaren-laatste = Last change
bewaren-vervalt = Has to go since
bewaren-grond = Why
bewaren-kies = Destroy the file of family { $gezin }
bewaren-meer = And { $n } more files. They come when these are gone.
bewaren-declaraties = { $n ->
    [one] Also 1 claim message whose term is over
   *[other] Also { $n } claim messages whose term is over
  }
bewaren-quarantaine = { $n ->
    [one] Also 1 piece in quarantine whose term is over
   *[other] Also { $n } pieces in quarantine whose term is over
  }
bewaren-bekijk = See what will go
bewaren-bevestig-titel = Are you sure?
bewaren-bevestig = { $n ->
    [0] You destroy no files.
    [one] You destroy 1 file. This cannot be undone.
   *[other] You destroy { $n } files. This cannot be undone.
  }
bewaren-ook-declaraties = Claims whose term is over go too.
bewaren-ook-quarantaine = What has been in quarantine too long goes too.
bewaren-bevestig-vink = Yes, I have looked and this may go
bewaren-vernietig = Destroy
bewaren-terug = No, go back
bewaren-grond-dossier = The term after the last change is over
bewaren-grond-declaratie = The term of the claims is over
bewaren-grond-verzoek = The young person or parent asked for it
bewaren-grond-stop = It was allowed to stay longer, until now
bewaren-aanhouden = Let a file stay for now
bewaren-aanhouden-uitleg = Is there a reason why a file may not go yet? Write it down here. Do not write names.
bewaren-welk = Which file
bewaren-waarom = Kind of reason
bewaren-reden = In your own words
bewaren-tot = Until when (leave empty if you do not know)
bewaren-leg-vast = Write it down
bewaren-stops = What stays for now
bewaren-geen-stops = Nothing holds a destruction back.
bewaren-stop-klacht = A complaint is under way
bewaren-stop-procedure = A court, disciplinary board or inspectorate needs it
bewaren-stop-belang = It is of great interest to someone else
bewaren-stop-langer = The young person or parent wants it to stay longer
bewaren-stop-verzoek = The young person or parent asks to destroy it
bewaren-stop-open = until further notice
bewaren-stop-tot = until { $dag }
bewaren-hef-op = Take this away for family { $gezin }
bewaren-termijnen = How long what is kept
bewaren-jaren = { $n } years
bewaren-maanden = { $n } months
bewaren-klasse-dossier = Files of families
bewaren-klasse-declaratie = Claims
bewaren-klasse-quarantaine = Quarantine
bewaren-verslagen = What was destroyed
bewaren-geen-verslagen = Nothing has been destroyed yet.
bewaren-verslag = { $wanneer }: { $n ->
    [one] 1 file
   *[other] { $n } files
  }, by { $wie }
bewaren-nog-schonen = The database file still has to be cleaned
bewaren-gedaan-vernietigd = It is destroyed. The report is below.
bewaren-gedaan-niets = You chose nothing. Nothing was destroyed.
bewaren-gedaan-nog-niet = Your list held a file that may not go now. Nothing was destroyed.
bewaren-gedaan-stop = The reason is written down.
bewaren-gedaan-opgeheven = The reason is taken away.

menu-mijn-gegevens = My data
mijn-intro = Everything that is here about you, you can read and take away.
mijn-over-wie = Who it is about
mijn-niemand = Your account is not tied to a person yet. Ask your neighbourhood team to do so.
mijn-uitleg = It only holds what is about these people, and nothing about others. Keep it where nobody else can get at it.
mijn-leesbaar = Download to read
mijn-json = Download as a file for a computer
mijn-rechten = Is something wrong?
mijn-rechten-uitleg = On the page of your family you can put beside every text how you see it. Do you want your file to go sooner, or to stay longer? Ask your neighbourhood team.
uitvoer-gemaakt = Made on { $wanneer }
uitvoer-niets = Nothing is known about this.
uitvoer-persoon = Who you are
uitvoer-adres = Where you live
uitvoer-toewijzingen = Which help was allocated
uitvoer-leveringen = When help began and ended
uitvoer-verzoeken = What providers asked for you
uitvoer-declaraties = What was paid for you
uitvoer-correcties = What you put beside it
uitvoer-bewaren = What was agreed about keeping
uitvoer-inzagen = Who looked or did something
uitvoer-berichten = What the messages say about you

correctie-titel = We see this differently
correctie-uitleg = Is something wrong, or do you see it differently? Put it beside the text. The text itself stays, and so does what you write.
correctie-geen = Nothing has been put beside it yet.
correctie-over = What it is about
correctie-over-gezin = The family
correctie-over-lid = The data of { $wie }
correctie-over-toewijzing = The help with number { $nummer }
correctie-tekst = This is how we see it
correctie-plaats = Put it beside the text
correctie-wijzig = Change what you wrote
correctie-bewaar = Save
correctie-beantwoord = Answer
correctie-antwoord = Answer:
correctie-antwoord-tekst = Your answer
correctie-verstuur = Send answer
correctie-open = Waits for an answer
correctie-overgenomen = That is so, something was done with it
correctie-anders-gezien = We see that differently
correctie-botsing = Someone was before you. Your text was not saved; what stands there now is below.
correctie-jouw-tekst = This is what you wrote:
