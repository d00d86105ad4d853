# The family's own page, referrers, home.
