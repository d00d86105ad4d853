-- The family through time; questions without a file.

-- The family into which this one was merged: the row stays, so that it can be taken apart again.
ALTER TABLE gezin ADD COLUMN samen {BYTES};
CREATE INDEX gezin_samen ON gezin (samen);
-- Whether messages may change the address: 0 yes; 1 no, two families came together; 2 no, somebody wrote it down.
ALTER TABLE gezin ADD COLUMN adres_hand BIGINT NOT NULL DEFAULT 0;

-- The person who this one turned out to be.
ALTER TABLE persoon ADD COLUMN samen {BYTES};
CREATE INDEX persoon_samen ON persoon (samen);
-- 1 when somebody wrote name and birth date down: messages do not change them any more.
ALTER TABLE persoon ADD COLUMN hand BIGINT NOT NULL DEFAULT 0;
-- By the name that somebody wrote down; kenmerk stays that of the messages, so that both are recognised.
ALTER TABLE persoon ADD COLUMN kenmerk_hand TEXT;
ALTER TABLE persoon ADD COLUMN versie BIGINT NOT NULL DEFAULT 1;

-- Who belonged to which family from when until when. A change is an end and a beginning. Whom messages tell of belongs to the
-- family without a line here; a line with a day in tot that is over says that they do not any more. Of someone whose own family
-- is another (persoon.gezin), an open line says that they belong here as well. door is empty when a message did it.
CREATE TABLE lidmaatschap (
  id {BYTES} NOT NULL PRIMARY KEY,
  gezin {BYTES} NOT NULL REFERENCES gezin (id),
  persoon {BYTES} NOT NULL REFERENCES persoon (id),
  van BIGINT,
  tot BIGINT,
  vergissing BIGINT NOT NULL DEFAULT 0,
  door TEXT NOT NULL,
  wanneer BIGINT NOT NULL
) {CLUSTERED};
CREATE INDEX lidmaatschap_gezin ON lidmaatschap (gezin);
CREATE INDEX lidmaatschap_persoon ON lidmaatschap (persoon);

-- A household of a family: an address of its own. bron is 'hand' or 'bericht'.
CREATE TABLE huishouden (
  id {BYTES} NOT NULL PRIMARY KEY,
  gezin {BYTES} NOT NULL REFERENCES gezin (id),
  naam TEXT NOT NULL,
  straat TEXT,
  huis TEXT,
  postcode TEXT,
  plaats TEXT,
  voordeur TEXT,
  van BIGINT,
  tot BIGINT,
  bron TEXT NOT NULL,
  versie BIGINT NOT NULL
) {CLUSTERED};
CREATE INDEX huishouden_gezin ON huishouden (gezin);

-- Who lives in a household: a child can live in two. hoe is in their own words, such as 'om de week'.
CREATE TABLE bewoning (
  id {BYTES} NOT NULL PRIMARY KEY,
  huishouden {BYTES} NOT NULL REFERENCES huishouden (id),
  persoon {BYTES} NOT NULL REFERENCES persoon (id),
  hoe TEXT NOT NULL,
  van BIGINT,
  tot BIGINT
) {CLUSTERED};
CREATE INDEX bewoning_huishouden ON bewoning (huishouden);
CREATE INDEX bewoning_persoon ON bewoning (persoon);

-- The people around the family: soort 0 of their own circle, 1 a professional, 2 a school. wat: what they are to whom.
CREATE TABLE netwerk (
  id {BYTES} NOT NULL PRIMARY KEY,
  gezin {BYTES} NOT NULL REFERENCES gezin (id),
  persoon {BYTES} REFERENCES persoon (id),
  soort BIGINT NOT NULL,
  naam TEXT NOT NULL,
  wat TEXT NOT NULL,
  telefoon TEXT NOT NULL,
  tekst TEXT NOT NULL,
  van BIGINT,
  tot BIGINT,
  versie BIGINT NOT NULL
) {CLUSTERED};
CREATE INDEX netwerk_gezin ON netwerk (gezin);
CREATE INDEX netwerk_persoon ON netwerk (persoon);

-- What was brought together as one: soort 'gezin' or 'persoon', weg is what was added to naar. scherm and adres say that this is
-- why naar is shielded, and why messages do not change its address.
CREATE TABLE samenvoeging (
  id {BYTES} NOT NULL PRIMARY KEY,
  soort TEXT NOT NULL,
  weg {BYTES} NOT NULL,
  naar {BYTES} NOT NULL,
  hoort_bij {BYTES},
  door TEXT NOT NULL,
  wanneer BIGINT NOT NULL,
  scherm BIGINT NOT NULL,
  adres BIGINT NOT NULL,
  ongedaan BIGINT,
  ongedaan_door TEXT
) {CLUSTERED};
CREATE INDEX samenvoeging_naar ON samenvoeging (naar);
CREATE INDEX samenvoeging_weg ON samenvoeging (weg);

-- What moved: table and key of each row. nieuw: the row was made by it, and goes when it is taken apart.
CREATE TABLE samenvoeging_stuk (
  samenvoeging {BYTES} NOT NULL REFERENCES samenvoeging (id),
  tabel TEXT NOT NULL,
  sleutel {BYTES} NOT NULL,
  nieuw BIGINT NOT NULL,
  PRIMARY KEY (samenvoeging, tabel, sleutel)
) {CLUSTERED};

-- Somebody looked: these two, families or persons, are not the same. een is the smaller of the two.
CREATE TABLE geen_dubbel (
  een {BYTES} NOT NULL,
  ander {BYTES} NOT NULL,
  door TEXT NOT NULL,
  wanneer BIGINT NOT NULL,
  PRIMARY KEY (een, ander)
) {CLUSTERED};

-- A first question, with or without a name, without a file. team is the neighbourhood of who wrote it down.
CREATE TABLE vraag (
  id {BYTES} NOT NULL PRIMARY KEY,
  dag BIGINT NOT NULL,
  team BIGINT,
  wijk BIGINT REFERENCES wijk (code),
  school TEXT NOT NULL,
  wie TEXT NOT NULL,
  naam TEXT NOT NULL,
  kanaal TEXT NOT NULL,
  tekst TEXT NOT NULL,
  antwoord TEXT NOT NULL,
  account TEXT NOT NULL,
  versie BIGINT NOT NULL,
  gewijzigd BIGINT NOT NULL,
  gezin {BYTES} REFERENCES gezin (id)
) {CLUSTERED};
CREATE INDEX vraag_team ON vraag (team, dag);
CREATE INDEX vraag_wijk ON vraag (wijk, dag);
CREATE INDEX vraag_account ON vraag (account, dag);
CREATE INDEX vraag_gezin ON vraag (gezin);

-- Which kinds of answer it got: words of stelsel::vraag, or words of one's own.
CREATE TABLE vraag_soort (
  vraag {BYTES} NOT NULL REFERENCES vraag (id) ON DELETE CASCADE,
  soort TEXT NOT NULL,
  PRIMARY KEY (vraag, soort)
) {CLUSTERED};

INSERT INTO bewaartermijn (klasse, vanaf, tot, maanden, bron) VALUES
  ('vraag', 16436, NULL, 12, 'eigen beleid: een vraag waaruit geen dossier kwam, blijft een jaar; wat een gesprek werd, blijft zo lang als het dossier');
