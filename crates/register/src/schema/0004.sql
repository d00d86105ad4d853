-- Signing in at an OpenID provider: attempts under way, and which account a subject is.

-- An attempt that is under way. What the browser and the provider bring back is kept as a hash; a row is used once.
CREATE TABLE aanmeldpoging (
  staat {BYTES} NOT NULL PRIMARY KEY,
  browser {BYTES} NOT NULL,
  aanmelder TEXT NOT NULL,
  nonce TEXT NOT NULL,
  geheim TEXT NOT NULL,
  naar TEXT,
  begonnen BIGINT NOT NULL
) {CLUSTERED};
CREATE INDEX aanmeldpoging_begonnen ON aanmeldpoging (begonnen);

-- Who a provider knows under a subject, by which account we know them. Only employees: residents are known by their person.
CREATE TABLE aanmeldkoppeling (
  uitgever TEXT NOT NULL,
  onderwerp TEXT NOT NULL,
  account TEXT NOT NULL REFERENCES account (sleutel),
  sinds BIGINT NOT NULL,
  PRIMARY KEY (uitgever, onderwerp)
) {CLUSTERED};
CREATE INDEX aanmeldkoppeling_account ON aanmeldkoppeling (account);
