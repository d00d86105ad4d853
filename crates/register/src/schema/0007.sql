-- Relations: who is involved with which family, authority over children, broken glass.

-- Which person a member of a family is.
ALTER TABLE account ADD COLUMN persoon {BYTES};
