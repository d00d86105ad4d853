# Letters and the plan on paper.
