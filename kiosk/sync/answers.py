"""What the store service, or the way to it, may answer. Values, so that every caller says what each means."""

import msgspec


class Unreachable(msgspec.Struct, frozen=True, kw_only=True):
    """Nobody answered, or nobody could now. Try later; nothing is known to have happened."""

    reason: str
    retry_after_s: float | None = None


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """The service understood and said no. `code` is a stable machine word."""

    status: int
    code: str
    detail: str


Failure = Unreachable | Refused
