-- Retention, destruction, corrections.

-- How long a class of data is kept, as data with a day from which and until which it holds. maanden 0: as long as it is in use.
CREATE TABLE bewaartermijn (
  klasse TEXT NOT NULL,
  vanaf BIGINT NOT NULL,
  tot BIGINT,
  maanden BIGINT NOT NULL,
  bron TEXT NOT NULL,
  PRIMARY KEY (klasse, vanaf)
);
INSERT INTO bewaartermijn (klasse, vanaf, tot, maanden, bron) VALUES
  ('dossier', 16436, 18262, 180, 'Jeugdwet art. 7.3.8 lid 3 (tekst tot 1 januari 2020): vijftien jaar na de laatste wijziging'),
  ('dossier', 18262, NULL, 240, 'Jeugdwet art. 7.3.8 lid 3: twintig jaar na de laatste wijziging'),
  ('declaratie', 16436, NULL, 84, 'AWR art. 52 lid 4: zeven jaar na het einde van het jaar'),
  ('quarantaine', 16436, NULL, 12, 'eigen beleid: wat niet is ingenomen, is na een jaar opgelost of van geen belang');

-- What keeps a dossier from being destroyed, or asks for it: soort is a word of stelsel::bewaren::StopSoort.
CREATE TABLE vernietigingsstop (
  id {BYTES} NOT NULL PRIMARY KEY,
  persoon {BYTES} NOT NULL REFERENCES persoon (id),
  soort TEXT NOT NULL,
  reden TEXT NOT NULL,
  door TEXT NOT NULL,
  van BIGINT NOT NULL,
  tot BIGINT,
  opgeheven BIGINT
) {CLUSTERED};
CREATE INDEX vernietigingsstop_persoon ON vernietigingsstop (persoon);

-- A destruction. stand 0: the rows are gone, the file is not clean yet; 1: nothing of it is left.
CREATE TABLE vernietiging (
  id {BYTES} NOT NULL PRIMARY KEY,
  wanneer BIGINT NOT NULL,
  wie TEXT NOT NULL,
  dossiers BIGINT NOT NULL,
  grond TEXT NOT NULL,
  stand BIGINT NOT NULL
) {CLUSTERED};

-- How many rows of which table went.
CREATE TABLE vernietiging_telling (
  vernietiging {BYTES} NOT NULL REFERENCES vernietiging (id),
  tabel TEXT NOT NULL,
  rijen BIGINT NOT NULL,
  PRIMARY KEY (vernietiging, tabel)
) {CLUSTERED};

-- The pseudonymous ids of who is gone, so that an older backup that is put back can be cleaned of them again.
CREATE TABLE vernietigd (
  persoon {BYTES} NOT NULL PRIMARY KEY,
  vernietiging {BYTES} NOT NULL REFERENCES vernietiging (id)
) {CLUSTERED};
CREATE INDEX vernietigd_vernietiging ON vernietigd (vernietiging);

-- The messages that go, while a destruction is under way; empty outside its transaction.
CREATE TABLE vernietiging_werk (
  bericht {BYTES} NOT NULL PRIMARY KEY
) {CLUSTERED};

-- What a family says beside a text, and what the professional answers. The text itself is never changed.
-- over: what it is about (stelsel::correctie). stand: 0 open, 1 accepted, 2 seen differently.
CREATE TABLE correctie (
  id {BYTES} NOT NULL PRIMARY KEY,
  gezin {BYTES} NOT NULL REFERENCES gezin (id),
  persoon {BYTES} REFERENCES persoon (id),
  over TEXT NOT NULL,
  auteur TEXT NOT NULL,
  tekst TEXT NOT NULL,
  geplaatst BIGINT NOT NULL,
  gewijzigd BIGINT NOT NULL,
  versie BIGINT NOT NULL,
  stand BIGINT NOT NULL,
  antwoord TEXT,
  beantwoord_door TEXT,
  beantwoord BIGINT
) {CLUSTERED};
CREATE INDEX correctie_gezin ON correctie (gezin);

-- What was done with a form that was sent: sent again, it does nothing again.
CREATE TABLE formulier (
  sleutel TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  wanneer BIGINT NOT NULL,
  uitkomst TEXT NOT NULL
);
