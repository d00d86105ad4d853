### Who may see a family, and why.
