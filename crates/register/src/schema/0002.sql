-- The message desk: what became of each message, requests and the answers to them, and what waits to be sent.

-- stand: 0 counts; 2, 3 or 4 was refused here at that level; 9 was refused by who received it. What is refused counts as not
-- sent. antwoord_op is the message that this one answers.
ALTER TABLE bericht ADD COLUMN stand BIGINT NOT NULL DEFAULT 0;
ALTER TABLE bericht ADD COLUMN antwoord_op {BYTES};
-- The number of the envelope that it came in, if it came in one.
ALTER TABLE bericht ADD COLUMN envelop TEXT;
CREATE INDEX bericht_antwoord ON bericht (antwoord_op) WHERE antwoord_op IS NOT NULL;
CREATE INDEX bericht_stand ON bericht (stand, dagtekening, id) WHERE stand <> 0;

-- What was found wrong with a message: rule, path and the code with which it was refused.
CREATE TABLE bevinding (
  bericht {BYTES} NOT NULL REFERENCES bericht (id),
  volgnr BIGINT NOT NULL,
  regel TEXT NOT NULL,
  pad TEXT NOT NULL,
  PRIMARY KEY (bericht, volgnr)
) {CLUSTERED};

-- Which allocation of whom a message was about that was refused, or a line of it: what it says stands nowhere else.
CREATE TABLE betreft (
  gemeente BIGINT NOT NULL,
  nummer BIGINT NOT NULL,
  persoon {BYTES} NOT NULL REFERENCES persoon (id),
  bericht {BYTES} NOT NULL REFERENCES bericht (id),
  PRIMARY KEY (gemeente, nummer, persoon, bericht)
) {CLUSTERED};

-- Answers that came before the message that they answer, by what the message is known by.
CREATE TABLE vooruit (
  aanbieder BIGINT NOT NULL,
  gemeente BIGINT NOT NULL,
  soort BIGINT NOT NULL,
  identificatie TEXT NOT NULL,
  bericht {BYTES} NOT NULL REFERENCES bericht (id),
  PRIMARY KEY (aanbieder, gemeente, soort, identificatie, bericht)
) {CLUSTERED};

-- Messages of ours of which the answer is awaited.
CREATE TABLE openstaand (
  bericht {BYTES} NOT NULL PRIMARY KEY REFERENCES bericht (id),
  dagtekening BIGINT NOT NULL
) {CLUSTERED};

-- Requests of providers: a product of a JW315 (soort 315), or a JW317 as a whole (soort 317).
-- stand: 0 open, 1 being looked into, 2 granted, 3 refused.
CREATE TABLE verzoek (
  id {BYTES} NOT NULL PRIMARY KEY,
  bericht {BYTES} NOT NULL REFERENCES bericht (id),
  volgnr BIGINT NOT NULL,
  soort BIGINT NOT NULL,
  gemeente BIGINT NOT NULL,
  aanbieder BIGINT NOT NULL,
  referentie TEXT NOT NULL,
  persoon {BYTES} NOT NULL REFERENCES persoon (id),
  categorie TEXT,
  code TEXT,
  ingang BIGINT,
  eind BIGINT,
  verwijzer TEXT,
  dagtekening BIGINT NOT NULL,
  stand BIGINT NOT NULL
) {CLUSTERED};
CREATE INDEX verzoek_referentie ON verzoek (aanbieder, gemeente, referentie);
CREATE INDEX verzoek_persoon ON verzoek (persoon);
CREATE INDEX verzoek_bericht ON verzoek (bericht);
CREATE INDEX verzoek_open ON verzoek (dagtekening, id) WHERE stand < 2;

-- Answers to requests (JW319).
CREATE TABLE antwoord (
  bericht {BYTES} NOT NULL PRIMARY KEY REFERENCES bericht (id),
  gemeente BIGINT NOT NULL,
  aanbieder BIGINT NOT NULL,
  referentie TEXT NOT NULL,
  waarde TEXT NOT NULL,
  reden TEXT
) {CLUSTERED};
CREATE INDEX antwoord_referentie ON antwoord (aanbieder, gemeente, referentie);

-- What waits to be sent, or was: bezorgd is when a connector took it. What was played over never waited and is not here.
CREATE TABLE uitgaand (
  bericht {BYTES} NOT NULL PRIMARY KEY REFERENCES bericht (id),
  bezorgd BIGINT
) {CLUSTERED};
CREATE INDEX uitgaand_wacht ON uitgaand (bericht) WHERE bezorgd IS NULL;

-- Every version of an allocation whole, so that a version that is taken back leaves the one before it.
ALTER TABLE toewijzing_versie ADD COLUMN referentie TEXT;
ALTER TABLE toewijzing_versie ADD COLUMN volume BIGINT;
ALTER TABLE toewijzing_versie ADD COLUMN eenheid TEXT;
ALTER TABLE toewijzing_versie ADD COLUMN frequentie TEXT;
ALTER TABLE toewijzing_versie ADD COLUMN budget BIGINT;
CREATE INDEX toewijzing_versie_referentie ON toewijzing_versie (aanbieder, gemeente, referentie)
  WHERE referentie IS NOT NULL;

-- Of registers from before this step, the newest version is known whole.
UPDATE toewijzing_versie SET
  volume = (SELECT t.volume FROM toewijzing t WHERE t.gemeente = toewijzing_versie.gemeente
    AND t.nummer = toewijzing_versie.nummer AND t.moment = toewijzing_versie.moment),
  eenheid = (SELECT t.eenheid FROM toewijzing t WHERE t.gemeente = toewijzing_versie.gemeente
    AND t.nummer = toewijzing_versie.nummer AND t.moment = toewijzing_versie.moment),
  frequentie = (SELECT t.frequentie FROM toewijzing t WHERE t.gemeente = toewijzing_versie.gemeente
    AND t.nummer = toewijzing_versie.nummer AND t.moment = toewijzing_versie.moment),
  budget = (SELECT t.budget FROM toewijzing t WHERE t.gemeente = toewijzing_versie.gemeente
    AND t.nummer = toewijzing_versie.nummer AND t.moment = toewijzing_versie.moment);

-- Claims by what the rules against earlier messages ask for. Only what was paid or may still be stands in prestatie.
CREATE INDEX prestatie_toewijzing ON prestatie (gemeente, nummer);
CREATE INDEX prestatie_referentie ON prestatie (aanbieder, gemeente, referentie);
CREATE INDEX declaratie_nummer ON declaratie (aanbieder, gemeente, nummer);

-- The number that the next message of ours gets.
INSERT INTO instelling (naam, waarde) VALUES ('volgnummer', '0');
