# The conversation, the answers, and what filling in costs.
