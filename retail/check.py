"""Checks that stay on in production.

`assert` is lost under `-O`; `require` is not. A failed check means the program no longer knows what is
true about money, so the caller takes the lane out of service with its state saved instead of guessing.
"""


class BrokenInvariantError(RuntimeError):
    """Something that must always hold did not. Carries the sentence that was untrue."""


def require(condition: bool, must_hold: str) -> None:
    """Raise `BrokenInvariantError` naming `must_hold` unless `condition` is true."""
    if not condition:
        raise BrokenInvariantError(must_hold)
