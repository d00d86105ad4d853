# The family through time, and the first question without a file.
