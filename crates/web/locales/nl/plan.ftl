# Eén plan van het gezin, de klokken, 18-/18+.
