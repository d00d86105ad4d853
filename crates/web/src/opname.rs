//! The newest snapshot in memory, and what was published from it: each publication is computed once.

use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use informatie::indicator::{Indicator, Niveau, Vraag};
use informatie::kernel::{Periods, Stretch};
use informatie::snapshot::{Snapshot, SnapshotFout, newest};
use informatie::vergelijking::{Maatstaf, Vergelijking};
use informatie::voorspelling::{Opdracht, Plafond};
use informatie::{Blad, Deur, Publicatie, Terugzicht, Vooruit};
use jiff::Timestamp;
use jiff::civil::Date;
use stelsel::Hulpvorm;

use crate::fout::Fout;

/// Seconds between two looks for a newer snapshot.
const KIJK: i64 = 60;
/// Months and stretches of twelve months that pages show.
const MAANDEN: usize = 60;
const JAREN: usize = 5;
/// Forecasts: months ahead, paths, and months between two looks back.
const VOORUIT: usize = 24;
const PADEN: usize = 256;
const TERUGSTAP: u8 = 3;
/// Who waits longer than this waits long, in the comparison of providers: the norm of the sector for most help is ten weeks.
pub(crate) const LANG: u16 = 70;

/// Where the figures of the information position come from: a folder of snapshots and the door.
#[derive(Clone)]
pub struct Cijfers(Option<Arc<Bron>>);

struct Bron {
    folder: PathBuf,
    deur: Deur,
    threads: usize,
    nu: Mutex<Option<Arc<Opname>>>,
    gekeken: AtomicI64,
    bezig: AtomicBool,
}

impl fmt::Debug for Cijfers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Cijfers").field(&self.0.as_ref().map(|bron| &bron.folder)).finish()
    }
}

impl Cijfers {
    /// Without a folder: the pages tell what to do.
    pub const fn none() -> Self {
        Self(None)
    }

    /// Opens the newest snapshot of a folder. None being there, or one that is damaged, is told on the pages and in the log, and looked at
    /// again after a minute.
    pub fn open(folder: &Path, deur: Deur, now: Timestamp) -> Self {
        let threads = std::thread::available_parallelism().map_or(1, usize::from).min(4);
        let bron = Arc::new(Bron {
            folder: folder.to_owned(),
            deur,
            threads,
            nu: Mutex::new(None),
            gekeken: AtomicI64::new(now.as_second()),
            bezig: AtomicBool::new(false),
        });
        bron.look();
        Self(Some(bron))
    }

    /// The snapshot that is open. Once a minute it is looked whether there is a newer one, in the background: this request is not kept.
    pub(crate) fn opname(&self, now: Timestamp) -> Option<Arc<Opname>> {
        let bron = self.0.as_ref()?;
        let (now, before) = (now.as_second(), bron.gekeken.load(Ordering::Relaxed));
        if now.saturating_sub(before) >= KIJK && !bron.bezig.swap(true, Ordering::Acquire) {
            bron.gekeken.store(now, Ordering::Relaxed);
            let looking = Arc::clone(bron);
            let thread = std::thread::Builder::new().name("cijfers".to_owned());
            let begun = thread.spawn(move || {
                looking.look();
                looking.bezig.store(false, Ordering::Release);
            });
            if begun.is_err() {
                bron.bezig.store(false, Ordering::Release);
            }
        }
        bron.nu.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Bron {
    fn look(&self) {
        match self.newer() {
            Ok(Some(opname)) => {
                *self.nu.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(opname));
            }
            Ok(None) => {}
            Err(fault) => tracing::warn!("snapshot: {fault}"),
        }
    }

    fn newer(&self) -> Result<Option<Opname>, SnapshotFout> {
        let Some(name) = newest(&self.folder)? else { return Ok(None) };
        let open =
            self.nu.lock().unwrap_or_else(PoisonError::into_inner).as_ref().map(|now| now.naam().to_owned());
        if open.as_ref() == Some(&name) {
            return Ok(None);
        }
        let snapshot = Snapshot::open(&self.folder.join(name))?;
        let plafonds = plafonds(&self.folder.join(PLAFONDS));
        Ok(Some(Opname::new(snapshot, self.deur.clone(), self.threads, plafonds)))
    }
}

/// Periods in which figures are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Tijd {
    /// Calendar months.
    Maanden,
    /// Stretches of twelve months, the last of which ends with the last month that is over.
    Jaren,
}

impl Tijd {
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Maanden => "maanden",
            Self::Jaren => "jaren",
        }
    }

    pub(crate) fn from_key(key: &str) -> Option<Self> {
        [Self::Maanden, Self::Jaren].into_iter().find(|tijd| tijd.key() == key)
    }
}

/// What is published: of which everything is finite, so that what is kept is too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Wat {
    pub(crate) indicator: &'static str,
    pub(crate) niveau: Niveau,
    pub(crate) tijd: Tijd,
    pub(crate) vorm: Option<Hulpvorm>,
}

impl Wat {
    pub(crate) const fn new(indicator: &'static str, niveau: Niveau, tijd: Tijd) -> Self {
        Self { indicator, niveau, tijd, vorm: None }
    }
}

/// Values by key, each computed once, also when two ask at the same time.
struct Voorraad<K, V>(Mutex<HashMap<K, Plek<V>>>);

/// What was made for one key, or why it could not be.
type Plek<V> = Arc<OnceLock<Result<Arc<V>, String>>>;

impl<K: Copy + Eq + Hash, V> Voorraad<K, V> {
    fn new() -> Self {
        Self(Mutex::default())
    }

    fn get(&self, key: K, make: impl FnOnce() -> Result<V, SnapshotFout>) -> Result<Arc<V>, Fout> {
        let slot = Arc::clone(self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(key).or_default());
        let found = slot.get_or_init(|| make().map(Arc::new).map_err(|fault| fault.to_string())).clone();
        if found.is_err() {
            // A disk that is mended must not need another snapshot.
            self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&key);
        }
        found.map_err(Fout::Cijfers)
    }
}

/// The file of ceilings beside the snapshots: lines of `categorie;jaar;euro`.
pub(crate) const PLAFONDS: &str = "plafonds.csv";

/// The ceilings in a file; lines that are none are passed over and told in the log.
fn plafonds(file: &Path) -> Vec<Plafond> {
    let Ok(text) = std::fs::read_to_string(file) else { return Vec::new() };
    let mut found = Vec::new();
    for (line, number) in text.lines().zip(1_u32..).filter(|(line, _)| !line.trim().is_empty()) {
        let words: Vec<&str> = line.split(';').map(str::trim).collect();
        let read = || match words.as_slice() {
            [sleutel, jaar, euro] => Some(Plafond {
                sleutel: (*sleutel).to_owned(),
                jaar: jaar.parse().ok().filter(|jaar| (2015..=2100).contains(jaar))?,
                cent: euro.parse::<u64>().ok()?.checked_mul(100)?,
            }),
            _ => None,
        };
        match read() {
            Some(one) => found.push(one),
            None if number == 1 => {}
            None => tracing::warn!("{PLAFONDS}:{number}: not `categorie;jaar;euro`: correct the line"),
        }
    }
    found
}

/// A snapshot that is open, with what was published from it.
pub(crate) struct Opname {
    snapshot: Snapshot,
    deur: Deur,
    threads: usize,
    plafonds: Vec<Plafond>,
    publicaties: Voorraad<Wat, Publicatie>,
    krommen: Voorraad<Niveau, Blad>,
    vergelijkingen: Voorraad<bool, Blad>,
    vooruit: Voorraad<(Niveau, bool), Vooruit>,
    terug: Voorraad<bool, Terugzicht>,
    plafondbladen: Voorraad<(), Blad>,
}

impl Opname {
    pub(crate) fn new(snapshot: Snapshot, deur: Deur, threads: usize, plafonds: Vec<Plafond>) -> Self {
        Self {
            snapshot,
            deur,
            threads,
            plafonds,
            publicaties: Voorraad::new(),
            krommen: Voorraad::new(),
            vergelijkingen: Voorraad::new(),
            vooruit: Voorraad::new(),
            terug: Voorraad::new(),
            plafondbladen: Voorraad::new(),
        }
    }

    /// The name of the snapshot.
    pub(crate) fn naam(&self) -> &str {
        self.snapshot.name()
    }

    /// The day of the figures.
    pub(crate) fn peildag(&self) -> Date {
        self.snapshot.manifest().herkomst.peildag
    }

    /// The rule of the door.
    pub(crate) fn drempel(&self) -> (u32, u32) {
        (self.deur.regel().drempel(), self.deur.regel().basis())
    }

    /// The codes or words of a level.
    pub(crate) fn sleutels(&self, niveau: Niveau) -> Vec<String> {
        niveau.keys(&self.snapshot)
    }

    /// The last twelve months that are over, and the year before: what waits and comparisons are of.
    fn twee_jaar(&self) -> Result<(Date, Date), SnapshotFout> {
        let years = Periods::twelve_months(self.peildag(), 2)?;
        let first = years.days().next().unwrap_or(self.peildag());
        Ok((first, years.end().yesterday().unwrap_or(first)))
    }

    /// A publication; computed the first time that it is asked.
    pub(crate) fn publicatie(&self, wat: Wat) -> Result<Arc<Publicatie>, Fout> {
        self.publicaties.get(wat, || {
            let indicator = Indicator::find(wat.indicator)
                .ok_or(SnapshotFout::Question("there is no indicator with this key"))?;
            let perioden = match wat.tijd {
                Tijd::Jaren => Periods::twelve_months(self.peildag(), JAREN)?,
                Tijd::Maanden => {
                    let end = Periods::twelve_months(self.peildag(), 1)?.end();
                    let back = i64::try_from(MAANDEN).unwrap_or(0);
                    Periods::months(end.saturating_sub(jiff::Span::new().months(back)), MAANDEN)?
                }
            };
            let vraag = Vraag {
                snapshot: &self.snapshot,
                threads: self.threads,
                niveau: wat.niveau,
                perioden,
                gebied: None,
                vorm: wat.vorm,
                leeftijd: None,
            };
            self.deur.publiceer(indicator, &vraag)
        })
    }

    /// Waiting curves of allocations of the last two years.
    pub(crate) fn krommen(&self, niveau: Niveau) -> Result<Arc<Blad>, Fout> {
        self.krommen
            .get(niveau, || self.deur.wachtkrommen(&self.snapshot, self.threads, niveau, self.twee_jaar()?))
    }

    /// Providers beside each other: on long waits, or on help that came back.
    pub(crate) fn vergelijking(&self, wachten: bool) -> Result<Arc<Blad>, Fout> {
        self.vergelijkingen.get(wachten, || {
            let maatstaf = if wachten { Maatstaf::LangWachten { dagen: LANG } } else { Maatstaf::Terugkeer };
            self.deur.vergelijking(&Vergelijking {
                snapshot: &self.snapshot,
                threads: self.threads,
                niveau: Niveau::Aanbieder,
                maatstaf,
                periode: self.twee_jaar()?,
                minimum: 0,
                naar_wijk: false,
            })
        })
    }

    fn opdracht(&self, niveau: Niveau, wachten: bool) -> Opdracht {
        let stroom = if wachten { Stretch::Wachten } else { Stretch::Hulp };
        Opdracht { maanden: VOORUIT, paden: PADEN, threads: self.threads, ..Opdracht::new(niveau, stroom) }
    }

    /// What may be expected, of youths in help or of those who wait.
    pub(crate) fn vooruit(&self, niveau: Niveau, wachten: bool) -> Result<Arc<Vooruit>, Fout> {
        self.vooruit
            .get((niveau, wachten), || self.deur.voorspel(&self.snapshot, &self.opdracht(niveau, wachten)))
    }

    /// How good such forecasts were.
    pub(crate) fn terugblik(&self, wachten: bool) -> Result<Arc<Terugzicht>, Fout> {
        self.terug.get(wachten, || {
            self.deur.terugblik(&self.snapshot, &self.opdracht(Niveau::Regio, wachten), TERUGSTAP)
        })
    }

    /// What is expected against the ceilings of contracts; none when there is no file of them.
    pub(crate) fn plafonds(&self) -> Result<Option<Arc<Blad>>, Fout> {
        if self.plafonds.is_empty() {
            return Ok(None);
        }
        let made = self.plafondbladen.get((), || {
            self.deur.plafonds(&self.snapshot, &self.opdracht(Niveau::Categorie, false), &self.plafonds)
        });
        made.map(Some)
    }
}
