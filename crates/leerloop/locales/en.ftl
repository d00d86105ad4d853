# What the program says on the terminal.

opdracht-fout = That did not work: { $reden }
opdracht-bestand-onleesbaar = the file { $bestand } cannot be read

opdracht-adres = Leerloop is ready at { $adres } (stop with Ctrl-C)
opdracht-gestopt = Stopped. Everything is kept.
opdracht-poort-bezet = port { $poort } is in use by another program. Stop that one, or choose another with --port
opdracht-poort-weigert = listening on port { $poort } is not allowed ({ $reden }). Choose another with --port

opdracht-demo-bezig = Making and taking in messages
opdracht-demo-bestaat = The demo exists already ({ $recept }). Make a new one with --fresh.
opdracht-demo-verzonnen = Practice environment: all persons are fictional.
opdracht-demo-geen-demo = there are data here that are no demo; the demo leaves them alone. Choose another folder with --data
opdracht-demo-ander-recept = there is a demo of another recipe here already ({ $recept }). Choose another folder with --data, or throw this one away with --fresh
opdracht-demo-vers-postgres = --fresh only works for a folder. For PostgreSQL, name an empty database
opdracht-demo-eigen-fout = { $aantal } messages of the demo were judged otherwise than they were meant; that is a fault of Leerloop itself

opdracht-import-bezig = Taking in messages
opdracht-import-geweigerd = In quarantine: { $bestand }
opdracht-import-plaats = line { $regel }, { $pad }
opdracht-import-heel-bestand = the whole file
opdracht-import-meer = … and { $aantal } more; see the page Quarantine
opdracht-import-opgenomen = Taken in: { $aantal }
opdracht-import-afgekeurd = Kept but refused, what it says does not count: { $aantal }
opdracht-import-bekend = Known already, nothing changed: { $aantal }
opdracht-import-quarantaine = In quarantine: { $aantal }, of which new: { $nieuw }

opdracht-gemeente-onbekend = { $code } is no municipality code of CBS. Give four digits, or four digits and a name: 0758=Breda
opdracht-regio-gezet = The region { $naam } now has { $aantal } municipalities. Messages of other municipalities go to quarantine.
opdracht-advies-onbekend = { $waarde } cannot be chosen here. Choose from: { $waarden }.
opdracht-advies-gezet = { $waarde ->
    [tenzij] Advice of the expert team is followed, unless a reason is written down. This counts for questions from now on.
   *[other] Advice of the expert team is weighed. This counts for questions from now on.
}
opdracht-geojson-onleesbaar = this is no GeoJSON with a list of features ({ $reden })
opdracht-geojson-stuk = Left out: feature { $nr } has no wijkcode (WK and six digits) or no area in degrees.
opdracht-kaart-gezet = Map stored: { $aantal } neighbourhoods of the { $gelezen } that were read. A neighbourhood counts only when its municipality is in the register.
opdracht-postcode-regel = Left out: line { $nr } is not of the form postcode;wijkcode.
opdracht-postcodes-gezet = Postcodes stored: { $aantal } of the { $gelezen } that were read. A postcode counts only when its neighbourhood is in the register.

opdracht-keten-heel = The journal is whole: { $regels } lines. Keep this mark elsewhere: { $einde }
opdracht-keten-gebroken = The journal was altered: from { $dag }, line { $nr }, the chain does not fit any more.
opdracht-geen-register = there is no register in the folder { $map }. Name the right folder with --data
opdracht-sleutel-te-kort = The word in { $bestand } is too short: choose one of at least { $minimaal } characters, for example with a password maker.

opdracht-check-goed = { $bestand }: { $bericht }, no faults
opdracht-check-fouten = { $bestand }: { $bericht ->
    [geen] no message of iJw 3.2
   *[other] { $bericht }
}, { $aantal ->
    [one] 1 fault
   *[other] { $aantal } faults
}
opdracht-check-envelop = { $bestand }: a StUF envelope ({ $soort }); what was checked is the message in it, and lines count from its beginning
opdracht-check-geen-envelop = This is no Di01, Du01 or Fo01 of StUF-GGk 0210.
opdracht-check-attribuut-ontbreekt = Attribute { $naam } is absent from the envelope.
opdracht-check-attribuut-onjuist = Attribute { $naam } of the envelope is wrong.
opdracht-check-geen-base64 = The message in the envelope is not base64.
opdracht-check-bom = The message in the envelope begins with a byte order mark, which it must not.
opdracht-check-zonder-bericht = The envelope holds no message.
opdracht-check-envelop-onjuist = The envelope is wrong.
opdracht-check-envelop-doe = Ask the sender to make the envelope again and to send it.

opdracht-inloggen-bestand = the file { $bestand } cannot be read ({ $reden }). Name a file that exists, seen from the folder of the file with the settings
opdracht-inloggen-onleesbaar = { $bestand }, line { $regel }: { $reden }. There is an example in docs/sign-in.md
opdracht-inloggen-geen = there is no [[provider]] in { $bestand }. There is an example in docs/sign-in.md
opdracht-inloggen-adres = address is { $naam }. Give the address at which browsers reach Leerloop, with https and without a path, such as https://leerloop.gemeente.nl
opdracht-inloggen-naam = the name { $naam } cannot be used: use only small letters, digits and dashes, such as werk or digid
opdracht-inloggen-naam-dubbel = the name { $naam } is there twice. Give each provider a name of its own
opdracht-inloggen-uitgever-dubbel = the issuer { $naam } is there twice. Take one away
opdracht-inloggen-uitgever = the issuer of { $naam } must be an address with https, without a question mark in it, exactly as the provider names it
opdracht-inloggen-leeg = { $veld } of { $naam } is missing. Fill it in; see docs/sign-in.md
opdracht-inloggen-een-bewijs = name exactly one of client-secret and private-key for { $naam }, each with the name of a file
opdracht-inloggen-bsn-te-veel = { $naam } is for employees (kind = "staff"): take bsn-claim away
opdracht-inloggen-bsn-ontbreekt = { $naam } is for residents (kind = "resident"): name the claim with the citizen service number by bsn-claim
opdracht-inloggen-duur = for { $naam }, token-minutes must lie between 1 and 120 and timeout-seconds between 1 and 60
opdracht-inloggen-sleutel = the key of { $naam } is no private key for ES256 in PEM. Make one: openssl ecparam -name prime256v1 -genkey -noout
opdracht-inloggen-wortels = there is no certificate in PEM in certificates of { $naam }
opdracht-koppeling-gedaan = Whoever signs in like this is the account { $account } from now on.
opdracht-koppeling-was-al = It was so already: whoever signs in like this is the account { $account }.
opdracht-koppeling-geen-account = there is no account { $account }. Add it first
opdracht-koppeling-inwoner = { $account } is the account of a resident. Residents are known by their citizen service number and need no link
opdracht-koppeling-ander-account = whoever signs in like this is another account already. Nothing was changed
opdracht-sleutel-gemaakt = The key is in { $bestand }. Keep a copy elsewhere too: without it nobody can sign in with a password and no backup can be read.
opdracht-sleutel-gewisseld = { $n ->
    [one] One secret was
   *[other] { $n } secrets were
 } sealed anew. The old key opens nothing any more; keep it as long as you keep backups from before.
opdracht-passkeys-adres = Browsers make no passkeys at the address { $adres }. Give --origin an address with https and a name, without a path, such as https://leerloop.gemeente.nl; on your own machine http://localhost:8080 will do.
opdracht-account-waarde = This will not do: { $waarde }
opdracht-account-rol = There is no role { $rol }. Choose from: { $rollen }
opdracht-account-bestaat = The account { $account } exists already.
opdracht-account-uitnodiging = Invitation for { $account }: { $code }
opdracht-account-uitnodiging-doe = Open the page /uitnodiging and fill in both. The code works once, for a week.
opdracht-account-gestopt = ended
opdracht-account-uitgenodigd = invited
opdracht-account-gereed = ready
opdracht-account-zonder = without a password
opdracht-account-beeindigd = The account { $account } was ended, with all its sessions.
opdracht-zegel-past-niet = The journal of { $dag } does not fit the seal of that day: something was altered, or the seal was not made with this key.
opdracht-zegel-sleutel = Key made. Keep { $geheim } outside the database and let nobody else near it; { $openbaar } is for verifying.
opdracht-zegel-geen-sleutel = there is no key for seals in { $bestand }. Make one with leerloop register seal-key
opdracht-zegels-gezet = Seals: { $aantal }, of which new in the file: { $erbij }. Keep that file elsewhere.
opdracht-zegel-onleesbaar = line { $regel } of { $bestand } is no seal
opdracht-journaal-ingekort = Dropped from the journal: { $regels } lines of before { $dag }. The seals stay.
opdracht-account-onbekend = there is no account { $account }
opdracht-account-genoteerd = Noted with { $account }.
opdracht-scherm-lijst = Shielded families that nobody can open any more: { $n }. Give them to a colleague with `leerloop register shielded give`.
opdracht-scherm-onbekend = there is no shielded family { $gezin } that nobody can open; `leerloop register shielded list` names them
opdracht-scherm-account = account { $account } is not there, or may not work with a family; `leerloop account list` names the accounts
opdracht-scherm-gegeven = { $account } can open family { $gezin } now. The journal of the family tells it.
opdracht-logboek-klaar = Logbook: { $aantal } log lines.
opdracht-logboek-gestopt = The logbook was not sent whole ({ $reden }); confirmed: { $aantal } log lines. Running again goes on where it was.
opdracht-kopie-gemaakt = Backup made: { $bestand }. { $tabellen } tables, { $rijen } rows, { $bytes } bytes in { $seconden } s.
opdracht-kopie-heel = The backup of { $wanneer } is sound: { $tabellen } tables, { $rijen } rows.
opdracht-kopie-teruggezet = The backup of { $wanneer } was put back: { $tabellen } tables, { $rijen } rows, all sums equal, the journal is whole. Destroyed again: { $opnieuw } dossiers. ({ $seconden } s)
opdracht-kopie-ingetrokken = Withdrawn, because they may have been used or ended since: { $sessies } sessions, { $uitnodigingen } invitations, { $herstelcodes } recovery codes. Everyone signs in again and makes new recovery codes; invite again whoever still had an invitation.
opdracht-kopie-nakijken = What people decided or withdrew between { $wanneer } and now is undone. Check it and do it again before you let everyone in:
opdracht-kopie-nakijken-accounts = accounts that ended, got another role or were unlinked: `leerloop account list` and `end`
opdracht-kopie-nakijken-wachtwoorden = passwords, apps and passkeys that were replaced because someone else knew them: the old ones work again; invite those people again
opdracht-kopie-nakijken-betrokken = who is no longer involved with a family, who coordinates it, and which families are shielded
opdracht-kopie-nakijken-gezag = authority that was withdrawn or changed, and addresses that became secret
opdracht-kopie-nakijken-keuzes = objections and choices of young people, and consent that was withdrawn
opdracht-kopie-nakijken-bewaren = what has to stay or has to go: holds and requests; and give the newest list of who was destroyed with `--destroyed`
opdracht-kopie-nakijken-berichten = messages, decisions and corrections: what providers send again is taken in once; what was written here is gone
opdracht-bewaren-lijst = { $n } dossiers have to go on { $dag }; { $declaraties } claim messages and { $quarantaine } pieces in quarantine.
opdracht-bewaren-telt-niet = There are { $n } dossiers on the list and you confirmed { $bevestigd }. Nothing was destroyed.
opdracht-bewaren-vernietigd = Destroyed: { $n } dossiers. { $tellingen }
opdracht-bewaren-niets = There was nothing to destroy.
opdracht-bewaren-lijst-geschreven = { $n } ids written to { $bestand }.
opdracht-persoon-geschreven = Written: { $bestand }.
opdracht-persoon-onbekend = Nothing is known here of this number.
opdracht-personen-gelezen = Persons to look up: { $n }.
opdracht-personen-fout = The file of persons { $bestand } cannot be used: { $fout }
opdracht-personen-leeg = the first line with the names of the columns is missing.
opdracht-personen-kolom = line 1: the column { $kolom } is missing.
opdracht-personen-onbekende-kolom = line 1: column { $n } has a name that is not known here.
opdracht-personen-aantal = line { $regel }: there are { $gevonden } values where there are { $verwacht } columns.
opdracht-personen-waarde = line { $regel }: { $kolom } cannot be read (expected: { $hoe }).
opdracht-personen-aanhaling = line { $regel }: a quotation mark is not closed.
opdracht-personen-dubbel = line { $regel }: this citizen service number stands in the file already.
opdracht-simulatie-kop = { $model }: { $herhalingen ->
    [one] one replication
   *[other] { $herhalingen } replications
 }, { $gebeurtenissen } events. After each number stands, behind ±, its standard error.
opdracht-simulatie-plek = { $naam } ({ $plaatsen } places): wait { $wacht } days, in a crisis { $crisis }; in use { $bezet }; completed { $klaar }; gave up { $weg }
opdracht-simulatie-samen = together: completed { $klaar }; gave up { $weg }
opdracht-simulatie-uitleg = Waiting and use count after the warm-up; completed and gave up count over the whole of one replication.
opdracht-scholen-gezet = { $aantal } schools stored. Only these names of schools go into figures.
opdracht-informatie-gemaakt = { $naam }: { $rijen } rows of { $jeugdigen } youths. Municipalities written anew: { $nieuw }, unchanged: { $gelijk }. Old snapshots removed: { $weg }. { $seconden } seconds.
opdracht-informatie-weggelaten = { $n } of { $alle } rows do not fit in a snapshot, for a day before 1960 for instance. They were left out.
opdracht-informatie-wacht = Somebody else is writing in { $map }. Waiting for that.
opdracht-informatie-geen = There is no snapshot in { $map }. Make one with: leerloop informatie build
opdracht-informatie-toon = { $naam }: day of the figures { $peildag }, newest message { $laatste }, made from { $bron }. { $rijen } rows of { $jeugdigen } youths, { $kib } KiB, schema { $schema }. Per file: rows, youths, bytes, SHA-256.
opdracht-informatie-klopt = All { $n } files are as the manifest says.
opdracht-bevolking-bekend = { $bestand }: imported before, on { $dag }. Nothing has changed.
opdracht-bevolking-niet = { $bestand }: not imported.
opdracht-bevolking-gelezen = { $bestand }: { $soort }, table { $tabel }, years: { $jaren }. Lines: { $rijen }. New: { $nieuw }, the same: { $gelijk }, other than before: { $anders }.
opdracht-bevolking-meer = And { $n } more. With --json the first thousand are all there.
opdracht-bevolking-plaats = { $bestand }, line { $rij }, column { $kolom }
opdracht-bevolking-geen = There are no figures of areas in { $map } yet. Take them in with: leerloop informatie import FILE
opdracht-bevolking-tabel = { $tabel } { $jaar }: source { $bron }, imported on { $gelezen }, { $stand }. Areas: { $gebieden }, figures: { $cijfers }, not published: { $onbekend }, doubted: { $verdacht }.
opdracht-bevolking-scholen = Schools: { $n }.
opdracht-screen-kosten = { $getallen } numbers, { $sterren } points: { $runs } times the model, each with and without the choice.
opdracht-screen-bezig = Moving numbers
opdracht-screen-samen-bezig = Numbers together
opdracht-screen-kop = { $naam }: which assumption matters most? Choice minus going on as now, mean over the years; { $punten } points, seed { $zaad }.
opdracht-screen-maat = { $maat } ({ $eenheid }). Below { $ruis } it is chance: { $boven } of { $alle } numbers come above.
opdracht-screen-regel = mean { $mu } ± { $fout }, direction { $richting }, spread { $sigma }
opdracht-screen-geen = No number comes above chance.
opdracht-screen-samen = Part of what these numbers together make { $maat } differ (nine in ten between brackets):
opdracht-screen-deel = alone { $eerste } ({ $van } to { $tot }), with the others { $totaal } ({ $tvan } to { $ttot })
opdracht-screen-samen-geen = What part each number makes together with the others cannot be said: stopped, or there was nothing to measure.
opdracht-screen-onbekend = There is no measure { $naam }. There are: { $namen }.
opdracht-probeer-bezig = Trying out
opdracht-probeer-kop = { $naam }: { $jaren ->
    [one] one year
   *[other] { $jaren } years
 } from { $eerste }, { $herhalingen ->
    [one] one replication
   *[other] { $herhalingen } replications
 }, beside going on as now with the same children.
opdracht-probeer-gestopt = Stopped: { $herhalingen } of { $gevraagd } replications are ready and stand below.
opdracht-probeer-niets = Stopped before the first replication was ready.
opdracht-probeer-lees = The middle of the replications; between brackets where nine in ten lie. Difference: the mean over all years, compared child by child.
opdracht-probeer-maat = Measure
opdracht-probeer-zoals-nu = as now
opdracht-probeer-keuze = with the choice
opdracht-probeer-verschil = difference
opdracht-probeer-wie = Who gains and who pays
opdracht-probeer-breekt = What is short first (part of the replications in which it is, and in which it is the first)
opdracht-probeer-breekt-zoals-nu = The same when going on as now
opdracht-probeer-breekt-niets = Nothing is short.
opdracht-probeer-breuk = { $naam }: { $deel } %, first { $eerst } %, around { $jaar } ({ $van } to { $tot })
opdracht-probeer-bezuiniging = Mind: this choice is only a cut. By the sources, less money for the second line does not by itself bring another way of working.
opdracht-probeer-los = Mind: this choice does not use all five building blocks. By the sources it does not work to pick some of them.
opdracht-probeer-geknipt = Mind: in { $maanden } months more questions would come than the model has room for. The outcome is too low there.
opdracht-probeer-uitleg = This is no prediction. Nearly every number under the model is an assumption with a range; they stand with their source in docs/model.md.
opdracht-probeer-verslag = Report written: { $bestand }.
opdracht-probeer-fout-kop = The scenario { $bestand } cannot be used:
opdracht-probeer-fout-regel = line { $regel }{ $sleutel }: { $wat }
opdracht-probeer-fout-toml = this is not TOML ({ $wat })
opdracht-probeer-fout-onbekend = unknown
opdracht-probeer-fout-bijna = unknown; do you mean { $naam }?
opdracht-probeer-fout-verwacht = expected { $wat ->
    [text] text
    [a-number] a number
    [a-whole-number] a whole number
    [a-year] a year
    [true-or-false] true or false
    [a-table] a table
   *[other] a list of at most 100
 }
opdracht-probeer-fout-bereik = must lie between { $laag } and { $hoog }
opdracht-probeer-fout-jaar = must be a year from { $eerste } to { $laatste }
opdracht-probeer-fout-keuze = must be one of these: { $namen }
opdracht-probeer-fout-ontbreekt = must be there
opdracht-probeer-fout-volgorde = the last year lies before the first
opdracht-probeer-fout-lang = may be at most { $n } characters long
opdracht-maat-in-hulp = youths in youth help, in a year
opdracht-maat-aandeel = per 100 youths
opdracht-maat-vragen = questions that come in
opdracht-maat-wachttijd = wait, days
opdracht-maat-wachtend = waiting at the end of the year
opdracht-maat-afgehaakt = gave up waiting
opdracht-maat-terugval = relapse
opdracht-maat-uitstroom = outflow
opdracht-maat-verschoven = to and fro between laws
opdracht-maat-jeugdhulp = spent on youth help, million
opdracht-maat-lokaal = spent on team, ordinary life, blocks
opdracht-maat-andere = spent by other laws, million
opdracht-maat-personeel = staff, fte
opdracht-maat-werkdruk = work load (start: 1)
opdracht-maat-regeldruk = administration, % of working time
opdracht-maat-wachttijd-van = wait { $wie }, days
opdracht-maat-in-hulp-van = in help { $wie }
opdracht-maat-aandeel-van = per 100 youths, neighbourhoods { $wie }
opdracht-probeer-episoden = One future that was tried out was written as { $map }: { $rijen } rows of { $jeugdigen } youths who do not exist.
opdracht-ijk-uitgeprobeerd = { $naam } was tried out and not observed. Name a snapshot of the region itself.
opdracht-ijk-bestand = Measured in the snapshot { $naam }. Use it with: leerloop simulatie run SCENARIO --calibration THIS-FILE
opdracht-ijk-geschreven = Written: { $bestand }.
opdracht-ijk-kop = Snapshot { $naam }, { $maanden } months until { $tot }. Number, with the range in which it lies with 95 per cent; behind it what the model uses without this region.
opdracht-ijk-vergelijk = What was counted, and what the model now makes of it:
opdracht-ijk-begin = The start: help { $instroom } times a year from outside youth help. Per kind: in help, and waiting.
opdracht-ijk-niet = { $reden ->
    [te-weinig] Too little was seen, so left as it was
    [onhaalbaar] With no value does the model reach what was counted; left as it was
    [niet-apart] Cannot be told apart by allocations; left as it was
   *[niet-te-zien] Not to be seen in allocations; left as it was
 }: { $namen }.
opdracht-ijk-tegelijk = Per youth in help there are { $n } kinds of help at once; the model knows one.
opdracht-toets-niets = Too few months: everything must be known of a year, and of the year before it.
opdracht-toets-kop = Looking back on snapshot { $naam }: { $momenten ->
    [one] one year
   *[other] { $momenten } years
 } foretold with what was known then, { $herhalingen } replications each.
opdracht-toets-jaren = Measure, first day of the year, years ahead, the middle with the band of 80 per cent, what came. A * stands where that lay outside the band.
opdracht-toets-scores = How often it lay within the band, and the mean error (CRPS, less is better) of the model, of last year's value, and of stock and flow:
opdracht-toets-uitleg = Few years say little: read this as a first check and not as proof.

opdracht-zoek-bezig = Searching what would have to be true
opdracht-zoek-jaar = Choose a year from { $eerste } to { $laatste }: those are the years of this scenario.
opdracht-zoek-gestopt = Stopped. There is no outcome yet.
opdracht-zoek-kop-hoogstens = Target: { $maat } at most { $grens } ({ $eenheid }) in { $jaar }, in { $deel } of 100 tries. As the scenario is now: in { $nu } of 100.
opdracht-zoek-kop-minstens = Target: { $maat } at least { $grens } ({ $eenheid }) in { $jaar }, in { $deel } of 100 tries. As the scenario is now: in { $nu } of 100.
opdracht-zoek-al = met already without this lever
opdracht-zoek-niveau = met from level { $waarde } on
opdracht-zoek-factor = met from { $waarde } times what there is now on
opdracht-zoek-niet = out of reach by this alone; nearest at { $waarde }: in { $deel } of 100
opdracht-zoek-keert = (further does not always help more here)
opdracht-zoek-doos = Without another choice it works in { $binnen } of 100 tries, and not in { $overal }, when the assumptions lie here ({ $dekking } of 100 tries that worked lie there):
opdracht-zoek-geen-doos = No corner of the assumptions was found in which this scenario meets the target clearly more often.
opdracht-zoek-uitleg = Each lever was tried by itself, on the same children. This says what would have to be true in the model, not what will happen.
