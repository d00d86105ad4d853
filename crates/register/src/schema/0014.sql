-- The list of families by name passes by many that are not shown: what it is decided on stands in the index, and the rest is read
-- of those that are shown only.
DROP INDEX gezin_lijst;
CREATE INDEX gezin_lijst ON gezin (wijk, zoeknaam, id, afgeschermd, samen, postcode);

-- Who may be there twice is looked for among all of a team. PostgreSQL refuses an index with long names in it.
DROP INDEX persoon_gezin;
CREATE INDEX persoon_gezin
  ON persoon (gezin, samen, id {WIDE}, bsn, rol, achternaam, voorvoegsel, voornamen, voorletters, geboren{/WIDE});

-- Few questions to the expertteam are open.
CREATE INDEX expertvraag_open ON expertvraag (gesteld, gezin) WHERE advies IS NULL;

-- The first page leads back to what one began to write down.
CREATE INDEX goed_gesprek_concept ON goed_gesprek (auteur) WHERE stand = 0;
