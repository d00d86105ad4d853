-- The journal whole: more fields, seals of closed days, what was delivered of the logbook, reviews by auditors.

-- vorm says which columns the hash of a line covers: 1 those of before this step, 2 all of them.
ALTER TABLE journaal ADD COLUMN vorm BIGINT NOT NULL DEFAULT 1;
-- The relation that opened what was seen.
ALTER TABLE journaal ADD COLUMN grond TEXT NOT NULL DEFAULT '';
-- 'verleend', or 'geweigerd' (not theirs) or 'onbekend' (there is no such thing): then nothing was shown or done.
ALTER TABLE journaal ADD COLUMN uitkomst TEXT NOT NULL DEFAULT 'verleend';
-- The way in: 'web', 'koppelvlak', 'map' or 'opdracht'.
ALTER TABLE journaal ADD COLUMN weg TEXT NOT NULL DEFAULT '';
-- The beginning of the hash of the session.
ALTER TABLE journaal ADD COLUMN sessie TEXT NOT NULL DEFAULT '';
-- Milliseconds that it took, up to wanneer.
ALTER TABLE journaal ADD COLUMN duur BIGINT NOT NULL DEFAULT 0;
-- Trace and span of another party, when a connector sent them.
ALTER TABLE journaal ADD COLUMN spoor TEXT NOT NULL DEFAULT '';

-- Rows of persons on a day.
ALTER TABLE journaal_dag ADD COLUMN personen BIGINT NOT NULL DEFAULT 0;
UPDATE journaal_dag SET personen = (SELECT count(*) FROM journaal_persoon x WHERE x.dag = journaal_dag.dag);

-- The total of a closed day, signed with a key that is not in the database. Kept when the day itself is dropped.
CREATE TABLE journaal_zegel (
  dag BIGINT PRIMARY KEY,
  regels BIGINT NOT NULL,
  personen BIGINT NOT NULL,
  keten {BYTES} NOT NULL,
  sleutel {BYTES} NOT NULL,
  handtekening {BYTES} NOT NULL
);

-- How far each day of the logbook was delivered to a receiver.
CREATE TABLE logboek_bezorgd (
  ontvanger TEXT NOT NULL,
  dag BIGINT NOT NULL,
  nr BIGINT NOT NULL,
  PRIMARY KEY (ontvanger, dag)
) {CLUSTERED};

-- What an auditor found of a proposal to look into something.
CREATE TABLE beoordeling (
  voorstel TEXT PRIMARY KEY,
  wie TEXT NOT NULL,
  wanneer BIGINT NOT NULL,
  uitkomst TEXT NOT NULL,
  toelichting TEXT NOT NULL
);

-- Six characters: where someone of the staff lives, only to notice looks at the own street. 1 when the name of someone is
-- not shown to families, only the function.
ALTER TABLE account ADD COLUMN postcode TEXT;
ALTER TABLE account ADD COLUMN afgeschermd BIGINT NOT NULL DEFAULT 0;
