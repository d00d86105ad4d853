### Who looked, and the auditor.
