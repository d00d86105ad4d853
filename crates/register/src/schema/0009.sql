-- The conversation.

-- A conversation with a family. stand: 0 draft, 1 finished. inhoud: what everyone in it shares (stelsel::goed_gesprek::Inhoud),
-- as JSON. beurt and beurt_nr: the page from which was saved last, and how often. genoteerd: when the journal last told of
-- writing. seconden: time that was really written, without gaps of over five minutes.
CREATE TABLE goed_gesprek (
  id {BYTES} NOT NULL PRIMARY KEY,
  gezin {BYTES} NOT NULL REFERENCES gezin (id),
  auteur TEXT NOT NULL,
  dag BIGINT NOT NULL,
  begonnen BIGINT NOT NULL,
  gewijzigd BIGINT NOT NULL,
  versie BIGINT NOT NULL,
  stand BIGINT NOT NULL,
  afgerond BIGINT,
  afgerond_door TEXT,
  inhoud TEXT NOT NULL,
  velden BIGINT NOT NULL,
  seconden BIGINT NOT NULL,
  beurt TEXT NOT NULL,
  beurt_nr BIGINT NOT NULL,
  genoteerd BIGINT NOT NULL
) {CLUSTERED};
CREATE INDEX goed_gesprek_gezin ON goed_gesprek (gezin);

-- What one member said, and what is about that child alone. lezers: 0 who helps, 1 parents too, 2 everyone in the family; empty
-- when it was not asked.
CREATE TABLE gesprek_stem (
  gesprek {BYTES} NOT NULL REFERENCES goed_gesprek (id),
  persoon {BYTES} NOT NULL REFERENCES persoon (id),
  sprak BIGINT NOT NULL,
  woorden TEXT NOT NULL,
  lezers BIGINT,
  eigen TEXT NOT NULL,
  PRIMARY KEY (gesprek, persoon)
) {CLUSTERED};
CREATE INDEX gesprek_stem_persoon ON gesprek_stem (persoon);

-- What was added to a finished conversation.
CREATE TABLE gesprek_aanvulling (
  id {BYTES} NOT NULL PRIMARY KEY,
  gesprek {BYTES} NOT NULL REFERENCES goed_gesprek (id),
  auteur TEXT NOT NULL,
  wanneer BIGINT NOT NULL,
  tekst TEXT NOT NULL
) {CLUSTERED};
CREATE INDEX gesprek_aanvulling_gesprek ON gesprek_aanvulling (gesprek);

-- Groups that the municipality added to those of the program.
CREATE TABLE groep (
  sleutel TEXT NOT NULL PRIMARY KEY,
  naam TEXT NOT NULL,
  wie TEXT NOT NULL,
  antwoord TEXT NOT NULL,
  route TEXT NOT NULL,
  niet TEXT NOT NULL,
  bron TEXT NOT NULL,
  levenslang BIGINT NOT NULL
);

-- What writing conversations down cost, per month and neighbourhood (0 unknown): no families and nobody of the staff.
CREATE TABLE regeldruk (
  maand BIGINT NOT NULL,
  wijk BIGINT NOT NULL,
  gesprekken BIGINT NOT NULL,
  gevuld BIGINT NOT NULL,
  aangeboden BIGINT NOT NULL,
  seconden BIGINT NOT NULL,
  PRIMARY KEY (maand, wijk)
) {CLUSTERED};

-- How often a field was offered and filled, per month.
CREATE TABLE veldgebruik (
  maand BIGINT NOT NULL,
  veld TEXT NOT NULL,
  aangeboden BIGINT NOT NULL,
  gevuld BIGINT NOT NULL,
  PRIMARY KEY (maand, veld)
) {CLUSTERED};
