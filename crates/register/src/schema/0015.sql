-- Problem analyses that partners make together. gedeeld: keys of the roles with whom it is shared, between spaces, as in the newest version.
CREATE TABLE probleemanalyse (
  id {BYTES} NOT NULL PRIMARY KEY,
  versie BIGINT NOT NULL,
  gedeeld TEXT NOT NULL,
  begonnen BIGINT NOT NULL
) {CLUSTERED};

-- Every version that was saved, whole: document is JSON (stelsel::analyse::Analyse). wat is what changed: deed and number of the part.
CREATE TABLE probleemanalyse_versie (
  probleemanalyse {BYTES} NOT NULL REFERENCES probleemanalyse (id),
  versie BIGINT NOT NULL,
  document TEXT NOT NULL,
  wat TEXT NOT NULL,
  door TEXT NOT NULL,
  wanneer BIGINT NOT NULL,
  PRIMARY KEY (probleemanalyse, versie)
) {CLUSTERED};

-- What somebody says beside a part (nr, as it was in version bij): soort is a stelsel::analyse::Reactie, rol whose voice it is.
CREATE TABLE probleemanalyse_noot (
  id {BYTES} NOT NULL PRIMARY KEY,
  probleemanalyse {BYTES} NOT NULL REFERENCES probleemanalyse (id),
  nr BIGINT NOT NULL,
  bij BIGINT NOT NULL,
  soort TEXT NOT NULL,
  tekst TEXT NOT NULL,
  door TEXT NOT NULL,
  rol TEXT NOT NULL,
  wanneer BIGINT NOT NULL
) {CLUSTERED};
CREATE INDEX probleemanalyse_noot_van ON probleemanalyse_noot (probleemanalyse, wanneer);
