-- Marks: {BYTES} is the type for bytes, {CLUSTERED} stores rows in the order of the key where the database can.
-- {SORTED} makes text sort by its bytes, as SQLite does.
-- Days are days since 1970-01-01, moments are milliseconds since then, amounts are eurocents.

CREATE TABLE instelling (
  naam TEXT PRIMARY KEY,
  waarde TEXT NOT NULL
);

-- Region ---------------------------------------------------------------------------------------------------------

CREATE TABLE gemeente (
  code BIGINT PRIMARY KEY,
  naam TEXT {SORTED} NOT NULL,
  inwoners BIGINT,
  jeugd BIGINT,
  in_regio BIGINT NOT NULL
);

CREATE TABLE wijk (
  code BIGINT PRIMARY KEY,
  gemeente BIGINT NOT NULL REFERENCES gemeente (code),
  naam TEXT NOT NULL,
  kolom BIGINT,
  rij BIGINT,
  inwoners BIGINT,
  jeugd BIGINT,
  jeugdzorg_2022 BIGINT,
  omtrek TEXT
);

-- Four digits, or four digits and two letters: the longest match counts.
CREATE TABLE postcode_wijk (
  postcode TEXT PRIMARY KEY,
  wijk BIGINT NOT NULL REFERENCES wijk (code)
);

CREATE TABLE aanbieder (
  agb BIGINT PRIMARY KEY,
  naam TEXT {SORTED}
);

-- Families -------------------------------------------------------------------------------------------------------

CREATE TABLE gezin (
  id {BYTES} NOT NULL PRIMARY KEY,
  naam TEXT NOT NULL,
  zoeknaam TEXT {SORTED} NOT NULL,
  gemeente BIGINT NOT NULL,
  wijk BIGINT REFERENCES wijk (code),
  voordeur TEXT,
  straat TEXT,
  huis TEXT,
  postcode TEXT,
  plaats TEXT,
  adres_van BIGINT NOT NULL,
  laatste BIGINT
) {CLUSTERED};
CREATE INDEX gezin_voordeur ON gezin (voordeur);
CREATE INDEX gezin_lijst ON gezin (wijk, zoeknaam, id);
CREATE INDEX gezin_naam ON gezin (zoeknaam, id);

CREATE TABLE persoon (
  id {BYTES} NOT NULL PRIMARY KEY,
  gezin {BYTES} NOT NULL REFERENCES gezin (id),
  bsn BIGINT UNIQUE,
  rol BIGINT NOT NULL,
  kenmerk TEXT NOT NULL,
  achternaam TEXT NOT NULL,
  voorvoegsel TEXT,
  voornamen TEXT,
  voorletters TEXT,
  geboren BIGINT,
  gegevens_van BIGINT NOT NULL
) {CLUSTERED};
CREATE INDEX persoon_gezin ON persoon (gezin);

-- Messages -------------------------------------------------------------------------------------------------------

CREATE TABLE bericht (
  id {BYTES} NOT NULL PRIMARY KEY,
  vingerafdruk {BYTES} NOT NULL UNIQUE,
  soort BIGINT NOT NULL,
  gemeente BIGINT NOT NULL,
  aanbieder BIGINT NOT NULL,
  identificatie TEXT NOT NULL,
  dagtekening BIGINT NOT NULL,
  ontvangen BIGINT NOT NULL,
  bestand TEXT NOT NULL,
  lengte BIGINT NOT NULL,
  clienten BIGINT NOT NULL,
  opmerking BIGINT NOT NULL
) {CLUSTERED};
CREATE INDEX bericht_dag ON bericht (dagtekening, id);
CREATE INDEX bericht_aanbieder ON bericht (aanbieder, dagtekening, id);
CREATE INDEX bericht_sleutel ON bericht (aanbieder, soort, gemeente, identificatie);

CREATE TABLE bericht_inhoud (
  bericht {BYTES} NOT NULL PRIMARY KEY REFERENCES bericht (id),
  inhoud {BYTES} NOT NULL
) {CLUSTERED};

-- The newest version of an allocation, and every version that was sent.
CREATE TABLE toewijzing (
  gemeente BIGINT NOT NULL,
  nummer BIGINT NOT NULL,
  persoon {BYTES} NOT NULL REFERENCES persoon (id),
  aanbieder BIGINT NOT NULL,
  categorie TEXT,
  code TEXT,
  moment BIGINT NOT NULL,
  ingang BIGINT NOT NULL,
  eind BIGINT,
  reden_wijziging TEXT,
  volume BIGINT,
  eenheid TEXT,
  frequentie TEXT,
  budget BIGINT,
  bericht {BYTES} NOT NULL REFERENCES bericht (id),
  PRIMARY KEY (gemeente, nummer)
) {CLUSTERED};
CREATE INDEX toewijzing_persoon ON toewijzing (persoon);
CREATE INDEX toewijzing_aanbieder ON toewijzing (aanbieder);

CREATE TABLE toewijzing_versie (
  gemeente BIGINT NOT NULL,
  nummer BIGINT NOT NULL,
  bericht {BYTES} NOT NULL REFERENCES bericht (id),
  volgnr BIGINT NOT NULL,
  persoon {BYTES} NOT NULL REFERENCES persoon (id),
  aanbieder BIGINT NOT NULL,
  moment BIGINT NOT NULL,
  ingang BIGINT NOT NULL,
  eind BIGINT,
  reden_wijziging TEXT,
  categorie TEXT,
  code TEXT,
  PRIMARY KEY (gemeente, nummer, bericht, volgnr)
) {CLUSTERED};
CREATE INDEX toewijzing_versie_persoon ON toewijzing_versie (persoon);

-- Lines of JW305 (soort 0) and JW307 (soort 1).
CREATE TABLE levering (
  bericht {BYTES} NOT NULL REFERENCES bericht (id),
  volgnr BIGINT NOT NULL,
  soort BIGINT NOT NULL,
  gemeente BIGINT NOT NULL,
  aanbieder BIGINT NOT NULL,
  persoon {BYTES} NOT NULL REFERENCES persoon (id),
  nummer BIGINT,
  categorie TEXT,
  code TEXT,
  begin BIGINT NOT NULL,
  eind BIGINT,
  reden TEXT,
  verwijdering BIGINT NOT NULL,
  dagtekening BIGINT NOT NULL,
  PRIMARY KEY (bericht, volgnr)
) {CLUSTERED};
CREATE INDEX levering_persoon ON levering (persoon);

CREATE TABLE declaratie (
  bericht {BYTES} NOT NULL PRIMARY KEY REFERENCES bericht (id),
  gemeente BIGINT NOT NULL,
  aanbieder BIGINT NOT NULL,
  nummer TEXT NOT NULL,
  maand BIGINT NOT NULL,
  bedrag BIGINT NOT NULL
) {CLUSTERED};
CREATE INDEX declaratie_aanbieder ON declaratie (aanbieder, maand);

-- A credit has a negative amount.
CREATE TABLE prestatie (
  bericht {BYTES} NOT NULL REFERENCES bericht (id),
  volgnr BIGINT NOT NULL,
  persoon {BYTES} NOT NULL REFERENCES persoon (id),
  gemeente BIGINT NOT NULL,
  aanbieder BIGINT NOT NULL,
  nummer BIGINT NOT NULL,
  referentie TEXT NOT NULL,
  vorige_referentie TEXT,
  categorie TEXT NOT NULL,
  code TEXT NOT NULL,
  begin BIGINT NOT NULL,
  eind BIGINT NOT NULL,
  volume BIGINT NOT NULL,
  eenheid TEXT NOT NULL,
  tarief BIGINT,
  bedrag BIGINT NOT NULL,
  PRIMARY KEY (bericht, volgnr)
) {CLUSTERED};
CREATE INDEX prestatie_persoon ON prestatie (persoon);

CREATE TABLE quarantaine (
  id {BYTES} NOT NULL PRIMARY KEY,
  vingerafdruk {BYTES} NOT NULL UNIQUE,
  bestand TEXT NOT NULL,
  wanneer BIGINT NOT NULL,
  lengte BIGINT NOT NULL,
  inhoud {BYTES}
) {CLUSTERED};

-- What is wrong with it; waarden are lines of name=value.
CREATE TABLE bezwaar (
  quarantaine {BYTES} NOT NULL REFERENCES quarantaine (id) ON DELETE CASCADE,
  volgnr BIGINT NOT NULL,
  regel BIGINT,
  pad TEXT,
  code TEXT NOT NULL,
  waarden TEXT NOT NULL,
  PRIMARY KEY (quarantaine, volgnr)
) {CLUSTERED};

-- Accounts -------------------------------------------------------------------------------------------------------

CREATE TABLE account (
  sleutel TEXT PRIMARY KEY,
  volgorde BIGINT NOT NULL,
  naam TEXT NOT NULL,
  rol TEXT NOT NULL,
  wijken TEXT NOT NULL,
  aanbieder BIGINT,
  gezin {BYTES}
);

CREATE TABLE sessie (
  token {BYTES} NOT NULL PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (sleutel),
  begonnen BIGINT NOT NULL
) {CLUSTERED};

-- Journal --------------------------------------------------------------------------------------------------------

CREATE TABLE journaal_dag (
  dag BIGINT PRIMARY KEY,
  aantal BIGINT NOT NULL,
  keten {BYTES} NOT NULL
);

CREATE TABLE journaal (
  dag BIGINT NOT NULL,
  nr BIGINT NOT NULL,
  wanneer BIGINT NOT NULL,
  wie TEXT NOT NULL,
  rol TEXT NOT NULL,
  doel TEXT NOT NULL,
  handeling TEXT NOT NULL,
  onderdeel TEXT NOT NULL,
  object TEXT NOT NULL,
  personen BIGINT NOT NULL,
  keten {BYTES} NOT NULL,
  PRIMARY KEY (dag, nr)
) {CLUSTERED};

CREATE TABLE journaal_persoon (
  persoon {BYTES} NOT NULL,
  dag BIGINT NOT NULL,
  nr BIGINT NOT NULL,
  PRIMARY KEY (persoon, dag, nr)
) {CLUSTERED};
CREATE INDEX journaal_persoon_regel ON journaal_persoon (dag, nr);

-- The row whose lock lets several processes on one PostgreSQL write one chain, and the counter of the intake.
INSERT INTO instelling (naam, waarde) VALUES ('slot', ''), ('inname', '0');
