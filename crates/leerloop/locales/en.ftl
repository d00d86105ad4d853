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

opdracht-sleutel-gemaakt = Key made: { $bestand }. Keep it elsewhere than the backups; without it they cannot be read.
opdracht-kopie-gemaakt = Backup made: { $bestand }. { $tabellen } tables, { $rijen } rows, { $bytes } bytes in { $seconden } s.
opdracht-kopie-heel = The backup of { $wanneer } is sound: { $tabellen } tables, { $rijen } rows.
opdracht-kopie-teruggezet = The backup of { $wanneer } was put back: { $tabellen } tables, { $rijen } rows, all sums equal, the journal is whole. Destroyed again: { $opnieuw } dossiers. ({ $seconden } s)
opdracht-bewaren-lijst = { $n } dossiers have to go on { $dag }; { $declaraties } claim messages and { $quarantaine } pieces in quarantine.
opdracht-bewaren-telt-niet = There are { $n } dossiers on the list and you confirmed { $bevestigd }. Nothing was destroyed.
opdracht-bewaren-vernietigd = Destroyed: { $n } dossiers. { $tellingen }
opdracht-bewaren-niets = There was nothing to destroy.
opdracht-bewaren-lijst-geschreven = { $n } ids written to { $bestand }.
opdracht-persoon-geschreven = Written: { $bestand }.
opdracht-persoon-onbekend = Nothing is known here of this number.
