# Public figures of areas: the monitor and who is like us.

monitor-naar = Youth help, poverty and housing beside each other
monitor-titel = Youth help, poverty and housing in { $waar }
monitor-intro = Public figures beside each other, per area and over the years. They tell about areas, not about any family.
monitor-kies = Municipality
monitor-alle = The whole region, per municipality
monitor-gebied = Area
monitor-jaar = Year
monitor-hulp = Youth help, per 1,000 youths
monitor-naast = Beside each other in { $jaar }
monitor-volgorde = In the order of names. The longest bar is the highest figure of its column.
monitor-mist = Nothing is known of poverty or housing in these areas. Import the key figures of CBS to see them beside it.
monitor-jaren = Youth help over the years
monitor-jaren-uitleg = Per 1,000 youths, all on one scale from zero. A gap is a year without a figure.
monitor-klein-jaar = { $jaar }: { $n }
monitor-tabel = All figures
monitor-csv = Download as CSV
monitor-let-op = Take care
monitor-tussen = ({ $laag } to { $hoog } by rounding)
monitor-geen-cijfer = no figure
monitor-procent = { $n }%
monitor-duizend-euro = €{ $n } thousand
monitor-per-km2 = { $n } per km²
monitor-merken = What the words beside figures mean
monitor-afgeschermd = not published
monitor-afgeschermd-uitleg = Statistics Netherlands leaves small numbers out, so that nobody can be recognised. Such a figure is unknown. It is not zero.
monitor-bronnen = Sources
monitor-bron = { $bron }, table { $tabel }, { $jaar } ({ $stand }); imported on { $dag }
monitor-opvallend-nu = In { $jaar } about { $n } of every 1,000 youths in { $waar } had youth help.
monitor-opvallend-meer = That is { $n } per 1,000 more in { $tot } than in { $van }.
monitor-opvallend-minder = That is { $n } per 1,000 fewer in { $tot } than in { $van }.
monitor-opvallend-gelijk = That is as many in { $tot } as in { $van }.
monitor-opvallend-grens = { $van } and { $tot } cannot be compared: borders moved.
monitor-opvallend-onbekend = { $n ->
    [one] Of one of the { $van } areas there is no figure of youth help.
   *[other] Of { $n } of the { $van } areas there is no figure of youth help.
 }

cijfers-geen-titel = There are no figures of areas yet
cijfers-geen-uitleg = This page shows public figures, such as those of Statistics Netherlands (CBS). They have to be imported first. Ask who looks after Leerloop:
cijfers-geen-haal = Get the key figures of neighbourhoods and the table of youths with youth care from CBS StatLine, as CSV.
cijfers-geen-lees = Take them in:
cijfers-geen-klaar = Load this page again. Nothing has to be restarted.

buren-menu = Who is like us?
buren-titel = Who of us is like this, of whom do we learn?
buren-intro = Municipalities that are alike can learn of each other. Here stands with whom it makes sense to talk. Who does better is not here: these figures do not say that.
buren-orde = Order
buren-op-gelijkenis = most alike first
buren-op-naam = by name
buren-uitleg = { $n ->
    [one] One municipality is most alike, by figures of { $jaar } or at most two years older.
   *[other] These { $n } municipalities are most alike, by figures of { $jaar } or at most two years older.
 }
buren-naast = Side by side
buren-kenmerk = Characteristic
buren-waarin = In what they are alike, and in what not
buren-gelijkend = Alike in:
buren-weinig-gelijk = nothing in particular
buren-anders = Different in:
buren-anders-een = { $wat } (there { $daar }, here { $hier })
buren-onbekend = Not known: { $wat }.
buren-ongebruikt = Not counted, because too little is known of it: { $wat }. Import more figures for a better picture.
buren-gesprek = To talk about: how children come to youth help
buren-gesprek-uitleg = Differences in this are not right or wrong. Ask each other how it came about and what can be learned.
buren-weg = Way to help
buren-te-weinig = Too little is known to say who is like { $waar }
buren-te-weinig-doe = That takes key figures of at least five municipalities: inhabitants, ages, households, income and housing. Take them in with: leerloop informatie import
buren-geen-rang = Likeness is about who live there and how. How much youth help there is does not count in it. What is unknown counts as different.
