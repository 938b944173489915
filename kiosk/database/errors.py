"""What can go wrong with the lane's files, in words that say what to do."""


class DatabaseError(RuntimeError):
    """Base: something is wrong with a file the lane keeps."""


class JournalLockedError(DatabaseError):
    """Another lane process holds this folder."""


class JournalWriteError(DatabaseError):
    """An append stored nothing. `code` is `disk_full` or `journal_failed`."""

    def __init__(self, code: str, detail: str) -> None:
        self.code = code
        super().__init__(detail)


class JournalBrokenError(DatabaseError):
    """The stored entries do not hold together, or are not readable by this version."""


class UnsuitableSqliteError(DatabaseError):
    """The bundled SQLite is too old or did not accept the settings durability needs."""
