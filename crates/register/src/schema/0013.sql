-- Which families wait for help that did not begin is asked every morning: these two indexes hold all that the question reads.
DROP INDEX levering_persoon;
CREATE INDEX levering_persoon
  ON levering (persoon, gemeente, nummer, aanbieder, soort, verwijdering, begin, dagtekening);
DROP INDEX toewijzing_persoon;
CREATE INDEX toewijzing_persoon ON toewijzing (persoon, ingang, eind, reden_wijziging, aanbieder, gemeente, nummer);

-- 1 when the municipality does not offer this group any more; conversations that name it go on doing so.
ALTER TABLE groep ADD COLUMN weg BIGINT NOT NULL DEFAULT 0;

-- Nearly nobody was brought together with somebody: an index of all would be walked for those who were not.
DROP INDEX persoon_samen;
CREATE INDEX persoon_samen ON persoon (samen) WHERE samen IS NOT NULL;
DROP INDEX gezin_samen;
CREATE INDEX gezin_samen ON gezin (samen) WHERE samen IS NOT NULL;
