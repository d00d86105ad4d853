-- Accounts of our own: how someone proves who they are, and sessions.

-- When an account ended, and when it was last signed in with.
ALTER TABLE account ADD COLUMN tot BIGINT;
ALTER TABLE account ADD COLUMN laatst BIGINT;

-- Sessions of before this step end: it was not kept when they were last used. toestel is a rough kind, nothing more.
DROP TABLE sessie;
CREATE TABLE sessie (
  token {BYTES} NOT NULL PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (sleutel),
  manier TEXT NOT NULL,
  toestel TEXT NOT NULL,
  begonnen BIGINT NOT NULL,
  gezien BIGINT NOT NULL
) {CLUSTERED};
CREATE INDEX sessie_account ON sessie (account);
CREATE INDEX sessie_gezien ON sessie (gezien);

-- hash is a PHC string, with the parameters it was made with.
CREATE TABLE wachtwoord (
  account TEXT PRIMARY KEY REFERENCES account (sleutel),
  hash TEXT NOT NULL,
  gewijzigd BIGINT NOT NULL
);

-- geheim is sealed for this table, column and account. stap is the last time step of which a code was used.
CREATE TABLE totp (
  account TEXT PRIMARY KEY REFERENCES account (sleutel),
  geheim {BYTES} NOT NULL,
  stap BIGINT NOT NULL
);

-- A code is taken away when it is used.
CREATE TABLE herstelcode (
  account TEXT NOT NULL REFERENCES account (sleutel),
  code {BYTES} NOT NULL,
  PRIMARY KEY (account, code)
) {CLUSTERED};

-- The one invitation that an account has at a time; code is a hash, geheim the sealed secret of the second factor to come.
CREATE TABLE uitnodiging (
  account TEXT PRIMARY KEY REFERENCES account (sleutel),
  code {BYTES} NOT NULL,
  geheim {BYTES} NOT NULL,
  tot BIGINT NOT NULL
);

-- By what a passkey knows the account: random, and it tells nothing.
CREATE TABLE passkey_wie (
  account TEXT PRIMARY KEY REFERENCES account (sleutel),
  wie {BYTES} NOT NULL
);

-- id is that of the credential. gegevens is what the library keeps of it: public key, counter, flags. naam is the person's own.
CREATE TABLE passkey (
  id {BYTES} NOT NULL PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (sleutel),
  naam TEXT NOT NULL,
  gegevens {BYTES} NOT NULL,
  gemaakt BIGINT NOT NULL,
  gebruikt BIGINT
) {CLUSTERED};
CREATE INDEX passkey_account ON passkey (account);

-- A challenge under way: of one browser (a hash), for one purpose. It is taken away when it is answered.
CREATE TABLE passkey_vraag (
  browser {BYTES} NOT NULL,
  doel TEXT NOT NULL,
  staat {BYTES} NOT NULL,
  tot BIGINT NOT NULL,
  PRIMARY KEY (browser, doel)
) {CLUSTERED};
