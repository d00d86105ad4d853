-- Letters: what was sent to whom, when, the words and the document itself. A letter that was made is never changed.
CREATE TABLE brief (
  id {BYTES} NOT NULL PRIMARY KEY,
  gezin {BYTES} NOT NULL REFERENCES gezin (id),
  -- Whom it is about, when not the family as a whole.
  persoon {BYTES} REFERENCES persoon (id),
  -- The member it is meant for, when it is meant for one.
  aan {BYTES} REFERENCES persoon (id),
  soort TEXT NOT NULL,
  taal TEXT NOT NULL,
  adres TEXT NOT NULL,
  onderwerp TEXT NOT NULL,
  tekst TEXT NOT NULL,
  -- Who said that it may be sent to somebody outside the family, and when.
  toestemming TEXT NOT NULL,
  telefoon TEXT NOT NULL,
  door TEXT NOT NULL,
  gemaakt BIGINT NOT NULL,
  pdf {BYTES} NOT NULL
);
CREATE INDEX brief_gezin ON brief (gezin);
CREATE INDEX brief_door ON brief (door, gemaakt);
