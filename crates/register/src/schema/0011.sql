-- The family's own page, referrers.

-- What a family and who helps it write to each other. persoon: the young person whose own thread it is; NULL is the thread of the
-- family. soort 0 a message, 1 something that a family adds to the plan. van_gezin 1: written by a member of the family.
-- wacht 1: a professional has to answer. gelezen: when the other side read it first. geplaatst goes up within a thread.
CREATE TABLE post (
  id {BYTES} NOT NULL PRIMARY KEY,
  gezin {BYTES} NOT NULL REFERENCES gezin (id),
  persoon {BYTES} REFERENCES persoon (id),
  soort BIGINT NOT NULL,
  auteur TEXT NOT NULL,
  van_gezin BIGINT NOT NULL,
  tekst TEXT NOT NULL,
  geplaatst BIGINT NOT NULL,
  wacht BIGINT NOT NULL,
  gelezen BIGINT
) {CLUSTERED};
CREATE INDEX post_gezin ON post (gezin, geplaatst);
CREATE INDEX post_wacht ON post (gezin) WHERE wacht = 1;
CREATE INDEX post_auteur ON post (auteur, geplaatst);
CREATE INDEX post_persoon ON post (persoon, geplaatst) WHERE persoon IS NOT NULL;

-- Until which message someone read a thread: draad is the family or the young person.
CREATE TABLE post_gelezen (
  account TEXT NOT NULL REFERENCES account (sleutel),
  draad {BYTES} NOT NULL,
  tot BIGINT NOT NULL,
  PRIMARY KEY (account, draad)
) {CLUSTERED};
CREATE INDEX post_gelezen_draad ON post_gelezen (draad);

-- With whom a family shares what, and for what. persoon: whom it is about; NULL is the family as a whole. relatie is a word of
-- stelsel::toegang::Relatie; account is empty for who has none. wat: words of stelsel::deling::Wat. It runs as long as those
-- who decide say yes (stelsel::deling::weeg), until tot, and not from ingetrokken on.
CREATE TABLE deling (
  id {BYTES} NOT NULL PRIMARY KEY,
  gezin {BYTES} NOT NULL REFERENCES gezin (id),
  persoon {BYTES} REFERENCES persoon (id),
  relatie TEXT NOT NULL,
  account TEXT REFERENCES account (sleutel),
  naam TEXT NOT NULL,
  wat TEXT NOT NULL,
  doel TEXT NOT NULL,
  door TEXT NOT NULL,
  van BIGINT NOT NULL,
  tot BIGINT,
  ingetrokken BIGINT,
  ingetrokken_door TEXT
) {CLUSTERED};
CREATE INDEX deling_gezin ON deling (gezin);
CREATE INDEX deling_account ON deling (account) WHERE account IS NOT NULL;

-- Who said yes or no to a share, and who wrote that down.
CREATE TABLE deling_stem (
  deling {BYTES} NOT NULL REFERENCES deling (id) ON DELETE CASCADE,
  persoon {BYTES} NOT NULL REFERENCES persoon (id),
  ja BIGINT NOT NULL,
  door TEXT NOT NULL,
  wanneer BIGINT NOT NULL,
  PRIMARY KEY (deling, persoon)
) {CLUSTERED};
CREATE INDEX deling_stem_persoon ON deling_stem (persoon);

-- Schools and referrers saw a family because a colleague involved them; from now on because the family shares.
UPDATE betrokken SET tot = van WHERE relatie IN ('school', 'verwijzer') AND tot IS NULL;

-- A referral. soort is a word of stelsel::verwijzing::VerwijzerSoort; inhoud and antwoord are documents (JSON). gezin and persoon are
-- there when the child is known or the team found it. stand: 0 received, 1 picked up, 2 answered.
CREATE TABLE verwijzing (
  id {BYTES} NOT NULL PRIMARY KEY,
  door TEXT NOT NULL REFERENCES account (sleutel),
  soort TEXT NOT NULL,
  kind TEXT NOT NULL,
  achternaam TEXT NOT NULL,
  geboren BIGINT,
  bsn BIGINT,
  postcode TEXT,
  gemeente BIGINT,
  wijk BIGINT,
  inhoud TEXT NOT NULL,
  geplaatst BIGINT NOT NULL,
  stand BIGINT NOT NULL,
  gezin {BYTES} REFERENCES gezin (id),
  persoon {BYTES} REFERENCES persoon (id),
  opgepakt_door TEXT,
  opgepakt BIGINT,
  antwoord TEXT,
  beantwoord BIGINT,
  versie BIGINT NOT NULL
) {CLUSTERED};
CREATE INDEX verwijzing_open ON verwijzing (geplaatst, id) WHERE stand < 2;
CREATE INDEX verwijzing_door ON verwijzing (door, geplaatst);
CREATE INDEX verwijzing_gezin ON verwijzing (gezin) WHERE gezin IS NOT NULL;
CREATE INDEX verwijzing_persoon ON verwijzing (persoon) WHERE persoon IS NOT NULL;

-- What was agreed with a referrer, and when it is talked over again. inhoud is a document (JSON). tot: when it ended.
CREATE TABLE verwijsafspraak (
  id {BYTES} NOT NULL PRIMARY KEY,
  soort TEXT NOT NULL,
  praktijk TEXT NOT NULL,
  inhoud TEXT NOT NULL,
  dag BIGINT NOT NULL,
  evaluatie BIGINT,
  einde BIGINT,
  door TEXT NOT NULL,
  gewijzigd BIGINT NOT NULL,
  versie BIGINT NOT NULL
) {CLUSTERED};

-- When a colleague is away and who stands in: for every family of which they are the coordinator, worked out when someone looks.
CREATE TABLE afwezig (
  id {BYTES} NOT NULL PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (sleutel),
  vervanger TEXT NOT NULL REFERENCES account (sleutel),
  van BIGINT NOT NULL,
  tot BIGINT NOT NULL,
  door TEXT NOT NULL
) {CLUSTERED};
CREATE INDEX afwezig_account ON afwezig (account);
CREATE INDEX afwezig_vervanger ON afwezig (vervanger);

-- What the first page asks of the whole register: few rows, so few to walk along.
CREATE INDEX correctie_open ON correctie (gezin) WHERE stand = 0;
