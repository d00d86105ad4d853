# Brieven en het plan op papier.
