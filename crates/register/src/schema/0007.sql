-- Relations: who is involved with which family, authority over children, broken glass.

-- Which person a member of a family is.
ALTER TABLE account ADD COLUMN persoon {BYTES};

-- Shielded: being of the team is not enough.
ALTER TABLE gezin ADD COLUMN afgeschermd BIGINT NOT NULL DEFAULT 0;

-- Who is involved with a family by name, from when, until when.
CREATE TABLE betrokken (
  id {BYTES} NOT NULL PRIMARY KEY,
  gezin {BYTES} NOT NULL REFERENCES gezin (id),
  account TEXT NOT NULL REFERENCES account (sleutel),
  relatie TEXT NOT NULL,
  van BIGINT NOT NULL,
  tot BIGINT,
  door TEXT NOT NULL
) {CLUSTERED};
CREATE INDEX betrokken_account ON betrokken (account);
CREATE INDEX betrokken_gezin ON betrokken (gezin);

-- Authority over a child, where it differs from what a message tells: a parent or guardian in a JW301 has it (OP001).
CREATE TABLE gezag (
  kind {BYTES} NOT NULL REFERENCES persoon (id),
  ouder {BYTES} NOT NULL REFERENCES persoon (id),
  heeft BIGINT NOT NULL,
  sinds BIGINT NOT NULL,
  PRIMARY KEY (kind, ouder)
) {CLUSTERED};

-- What a young person chose to share with another member of the family: 1 shares the outline, 2 objects.
CREATE TABLE deelkeuze (
  kind {BYTES} NOT NULL REFERENCES persoon (id),
  met {BYTES} NOT NULL REFERENCES persoon (id),
  keuze BIGINT NOT NULL,
  sinds BIGINT NOT NULL,
  PRIMARY KEY (kind, met)
) {CLUSTERED};

-- Files that were opened in an emergency, and what the team lead thought of it.
CREATE TABLE nood (
  id {BYTES} NOT NULL PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (sleutel),
  gezin {BYTES} NOT NULL REFERENCES gezin (id),
  reden TEXT NOT NULL,
  van BIGINT NOT NULL,
  tot BIGINT NOT NULL,
  bekeken_door TEXT,
  bekeken_op BIGINT,
  oordeel TEXT
) {CLUSTERED};
CREATE INDEX nood_account ON nood (account);
CREATE INDEX nood_gezin ON nood (gezin);
CREATE INDEX nood_van ON nood (van);
