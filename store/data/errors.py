"""What can go wrong with the service's data, in words that say what to do."""


class DataError(RuntimeError):
    """Base: something is wrong with the service's data."""

    code = "overloaded"
    """What a refused request is told (`store.front.problems`)."""


class Overloaded(DataError):  # noqa: N818  # a state of the service, not a mistake
    """Too many jobs wait already; nothing was done. Try again in `retry_after_s`."""

    def __init__(self, retry_after_s: float = 1.0) -> None:
        self.retry_after_s = retry_after_s
        super().__init__("the service has more to write than it can take; try again shortly")


class ClosedError(DataError):
    """The database is closed or closing; nothing was done."""


class UnavailableError(DataError):
    """The database cannot be reached or its disk takes nothing. What was asked may be asked again."""


class DiskError(UnavailableError):
    """The database's disk is full or cannot be written. Reading goes on; ask again later."""

    code = "disk_full"


class UnsuitableDatabaseError(DataError):
    """The database engine is too old, of the wrong kind or did not accept the settings durability needs."""


class SchemaError(DataError):
    """The tables are not of this version of the program."""
