# Who looked, and watching over the journal.
menu-journaal = Journal

fout-503 = Nothing to see for a moment
fout-503-uitleg = Leerloop always writes down who looks at what or changes it. Writing down does not work right now. So we show nothing. Nothing was changed.
fout-503-doe = Try again in a few minutes. If it still does not work, call your administrator.

inzagen-alle = See everything: who looked when, and why
inzagen-titel = Who looked at the { $naam } family
inzagen-eigen = Who looked at your data
inzagen-intro = Here you see who looked at the data of this family, when and what for. It always stays here, and nobody can take it away.
inzagen-geen = Nobody looked yet.
inzagen-klopt = Is something not right?
inzagen-klopt-doe = Do you see someone you do not know, or do you not understand why someone looked? Just ask your contact at the neighbourhood team. You need not explain why you ask.
inzagen-klopt-verder = Does that not settle it? Ask the municipality for the data protection officer, who will look into it for you. You can also complain to the Dutch Data Protection Authority.
inzagen-namen = Sometimes there is no name
inzagen-namen-uitleg = Of some staff we only show what work they do, because that is safer for them. Who it was is kept in the journal.
inzage-wie = { $naam } ({ $rol })
inzage-functie = A member of staff ({ $rol })
inzage-zag = looked at { $deel }, to { $doel }.
inzage-besloot = decided on { $deel }, to { $doel }.
inzage-verstuurde = sent a message about the family, to { $doel }.
inzage-gebruikte = used { $deel }, to { $doel }.
inzage-eens = at { $tijd }
inzage-vaker = { $n } times, between { $van } and { $tot }

onderdeel-regio = the figures of the region
onderdeel-wijk = the figures of a neighbourhood
onderdeel-gezinnen = the list of families
onderdeel-gezin = the page of the family
onderdeel-berichten = the list of messages
onderdeel-bericht = a message between municipality and provider
onderdeel-quarantaine = messages that could not be read
onderdeel-gesprek = the conversation with the provider
onderdeel-verzoeken = the list of requests
onderdeel-verzoek = a request of a provider
onderdeel-termijnen = the terms
onderdeel-aanbieders = the providers
onderdeel-inzagen = who looked
onderdeel-journaal = the journal

journaal-titel = Journal of { $maand }
journaal-intro = This is what Leerloop proposes to look into: a sample, and what stood out. Standing out is no judgement. Mostly there is an ordinary explanation.
journaal-gezien = Gone through: { $n ->
    [one] 1 line
   *[other] { $n } lines
 } of people in the journal.
journaal-loopt = The month goes on; the sample comes when it is over.
journaal-maanden = Other months
journaal-te-doen = Still to look into
journaal-niets = There is nothing (more) to look into.
journaal-gedaan = Looked into
journaal-regels = See what was written down ({ $n })
journaal-regel = { $wanneer }: { $deel }
journaal-regel-gezin = { $wanneer }: { $deel }, family { $gezin }
journaal-regel-geweigerd = { $wanneer }: wanted { $deel }, saw nothing
journaal-wat-vond-u = What did you find?
journaal-toelichting = In your own words (may stay empty)
journaal-bewaar = Save
journaal-bewaard = Your finding is saved.
journaal-kies = Nothing is saved yet. First choose what you found.
journaal-te-lang = Nothing is saved yet. Keep your own words below 2,000 characters.
journaal-al-gedaan = Someone else already looked into this. Theirs stands; you find it below.
journaal-oordeel = { $wie }, { $wanneer }: { $uitkomst }
journaal-hoe = How does this come about?
journaal-hoe-uitleg = The sample is drawn by lot from all times that someone opened a family. What stands out is found by fixed rules that are the same for everyone. Nobody gets a score and there is no ranking. Families have another name here; you do not see the content of files.
bevonden-in-orde = In order: there is an ordinary explanation
bevonden-navragen = Ask the member of staff or the team
bevonden-melden = Report to the data protection officer

signaal-steekproef = Sample
signaal-steekproef-zin = Drawn from all times that someone opened a family this month.
signaal-steekproef-gewoon = Chance chose; nothing stood out.
signaal-eigen-straat = Own street
signaal-eigen-straat-zin = From { $dag } on opened a family that lives in the own street ({ $n } times).
signaal-eigen-straat-gewoon = Ordinary explanation: the family belongs to the neighbourhood where someone works and happens to live.
signaal-naamgenoot = Same surname
signaal-naamgenoot-zin = From { $dag } on opened a family with the same, rare surname ({ $n } times).
signaal-naamgenoot-gewoon = Ordinary explanation: coincidence, or it was discussed with the manager.
signaal-collega = Family of a colleague
signaal-collega-zin = From { $dag } on opened the family of a colleague ({ $n } times).
signaal-collega-gewoon = Ordinary explanation: colleagues get help too, and someone has to give it.
signaal-veel = Many families in a day
signaal-veel-zin = On { $dag } opened { $n } families; in the team { $gewoon } is usual.
signaal-veel-gewoon = Ordinary explanation: standing in for a sick colleague, telephone duty or going through a list.
signaal-buiten-uren = In the evening, at night or at the weekend
signaal-buiten-uren-zin = On { $dag } opened a family outside ordinary hours ({ $n } times).
signaal-buiten-uren-gewoon = Ordinary explanation: crisis duty, an evening talk or catching up.
signaal-zonder-hulp = Family without running help
signaal-zonder-hulp-zin = From { $dag } on opened a family that had no help or request around that day ({ $n } times).
signaal-zonder-hulp-gewoon = Ordinary explanation: a family called with a question, or earlier help was looked back on.
signaal-geweigerd = Often refused
signaal-geweigerd-zin = On { $dag } asked { $n } times for something that was not allowed or did not exist. There was nothing to see.
signaal-geweigerd-gewoon = Ordinary explanation: an old link, a mistyped address or rights that are not set well yet.
signaal-nood = Opened in an emergency
signaal-nood-zin = On { $dag } opened a family in an emergency, without a tie to that family ({ $n } times).
signaal-nood-gewoon = Ordinary explanation: it was urgent. The manager hears of it too.
