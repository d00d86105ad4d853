-- The plan, its lines, the expertteam.

-- The plan of a family: the newest version counts.
CREATE TABLE plan (
  gezin {BYTES} NOT NULL PRIMARY KEY REFERENCES gezin (id),
  versie BIGINT NOT NULL,
  begonnen BIGINT NOT NULL
) {CLUSTERED};

-- Every version that was saved, whole: document is JSON (stelsel::plan::Plan). wat is what changed: kind and number of the part.
CREATE TABLE plan_versie (
  gezin {BYTES} NOT NULL REFERENCES gezin (id),
  versie BIGINT NOT NULL,
  document TEXT NOT NULL,
  wat TEXT NOT NULL,
  door TEXT NOT NULL,
  wanneer BIGINT NOT NULL,
  PRIMARY KEY (gezin, versie)
) {CLUSTERED};

-- The days of the newest version from which a family can wait (stelsel::plan::Klokdag), to look up across families.
CREATE TABLE plan_dag (
  gezin {BYTES} NOT NULL REFERENCES gezin (id),
  soort TEXT NOT NULL,
  nr BIGINT NOT NULL,
  dag BIGINT NOT NULL,
  persoon {BYTES} REFERENCES persoon (id),
  PRIMARY KEY (gezin, soort, nr)
) {CLUSTERED};

-- Which line of the plan an allocation is: what becomes of it, the messages tell.
CREATE TABLE plan_toewijzing (
  gemeente BIGINT NOT NULL,
  nummer BIGINT NOT NULL,
  gezin {BYTES} NOT NULL REFERENCES gezin (id),
  persoon {BYTES} NOT NULL REFERENCES persoon (id),
  regel BIGINT NOT NULL,
  PRIMARY KEY (gemeente, nummer)
) {CLUSTERED};
CREATE INDEX plan_toewijzing_gezin ON plan_toewijzing (gezin);

-- Who handed a family over to whom, or stood in, and what was said to the family about it.
CREATE TABLE overdracht (
  id {BYTES} NOT NULL PRIMARY KEY,
  gezin {BYTES} NOT NULL REFERENCES gezin (id),
  relatie TEXT NOT NULL,
  van TEXT,
  naar TEXT NOT NULL,
  vanaf BIGINT NOT NULL,
  tot BIGINT,
  woord TEXT NOT NULL,
  door TEXT NOT NULL,
  wanneer BIGINT NOT NULL
) {CLUSTERED};
CREATE INDEX overdracht_gezin ON overdracht (gezin);

-- Of registers from before this step: of several open coordinators the newest stays.
UPDATE betrokken SET tot = van WHERE relatie = 'regisseur' AND tot IS NULL AND EXISTS (SELECT 1 FROM betrokken n
  WHERE n.gezin = betrokken.gezin AND n.relatie = 'regisseur' AND n.tot IS NULL
  AND (n.van > betrokken.van OR (n.van = betrokken.van AND n.id > betrokken.id)));
-- A family has one coordinator at a time.
CREATE UNIQUE INDEX betrokken_regisseur ON betrokken (gezin) WHERE relatie = 'regisseur' AND tot IS NULL;

-- What was asked of the expertteam: document is JSON (stelsel::expertvraag::Expertvraag). bindend is the setting of the region
-- on the day it was asked. gevolg: 0 none yet, 1 followed, 2 deviated from with a reason.
CREATE TABLE expertvraag (
  id {BYTES} NOT NULL PRIMARY KEY,
  gezin {BYTES} NOT NULL REFERENCES gezin (id),
  versie BIGINT NOT NULL,
  document TEXT NOT NULL,
  reden TEXT NOT NULL,
  bindend TEXT NOT NULL,
  persoon {BYTES} REFERENCES persoon (id),
  gesteld_door TEXT NOT NULL,
  gesteld BIGINT NOT NULL,
  advies_door TEXT,
  advies BIGINT,
  gevolg BIGINT NOT NULL,
  gevolg_door TEXT,
  gevolg_op BIGINT
) {CLUSTERED};
CREATE INDEX expertvraag_gezin ON expertvraag (gezin);

-- Whom it was asked of.
CREATE TABLE expertvraag_lid (
  expertvraag {BYTES} NOT NULL REFERENCES expertvraag (id),
  account TEXT NOT NULL REFERENCES account (sleutel),
  PRIMARY KEY (expertvraag, account)
) {CLUSTERED};
CREATE INDEX expertvraag_lid_account ON expertvraag_lid (account);

-- Going from 18- to 18+: what was agreed per part of life, of one young person. document is JSON (stelsel::achttien::Overgang).
CREATE TABLE overgang (
  persoon {BYTES} NOT NULL PRIMARY KEY REFERENCES persoon (id),
  versie BIGINT NOT NULL,
  document TEXT NOT NULL,
  door TEXT NOT NULL,
  wanneer BIGINT NOT NULL
) {CLUSTERED};
