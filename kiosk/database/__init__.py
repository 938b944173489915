"""The lane's two SQLite files: the journal (never replaced) and the catalogue (replaceable)."""
