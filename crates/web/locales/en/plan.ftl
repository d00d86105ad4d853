# One plan of the family, the clocks, 18-/18+.
