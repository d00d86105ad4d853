-- Choices tried on the model of the region and kept, as they were; weg: when, and weg_door by whom, one was taken away. toml is the scenario, uitkomst
-- what came of it as JSON with bands per year. Neither holds anything of persons.
CREATE TABLE scenario (
  id {BYTES} NOT NULL PRIMARY KEY,
  naam TEXT NOT NULL,
  waarom TEXT NOT NULL,
  toml TEXT NOT NULL,
  uitkomst TEXT NOT NULL,
  door TEXT NOT NULL,
  wanneer BIGINT NOT NULL,
  weg BIGINT,
  weg_door TEXT
) {CLUSTERED};
