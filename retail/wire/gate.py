"""The exit: a gate asks once whether a purchase may leave, and tells what it did without a link.

Source: docs/gate.md; docs/protocol.md, "The exit".
Invariants: every question has a name of its own, and the same name gets the same answer.
"""

import re
from typing import Literal

import msgspec

OPEN_PATH = "/v1/exit/open"
REPORT_PATH = "/v1/exit/report"
CODE_MAX = 2000
"""A receipt shown on a screen is a whole text."""
ID_MAX = 64
REPORTS_MAX = 200
_RECEIPT = re.compile(r"(?<![0-9A-Za-z])[0-9a-f]{32}(?![0-9A-Za-z])", re.IGNORECASE)

Reason = Literal[
    "",
    "unknown",
    "not_paid",
    "used",
    "expired",
    "returned",
    "needs_check",
    "code",
    "no_link",
    "fault",
    "by_hand",
    "seen_here",
]
"""Why it stays shut, or why it opened all the same. `code`: the phone's code does not count."""


def receipt_token(text: str) -> str | None:
    """The purchase a code of a receipt names, on paper or in the text of a screen; None: it names none.

    A receipt's text ends with the name, alone on its line: a wallet's own number above it may look the same.
    """
    last = text[:CODE_MAX].rstrip().rpartition("\n")[2].strip()
    if _RECEIPT.fullmatch(last):
        return last.lower()
    found = _RECEIPT.findall(text[:CODE_MAX])
    return found[0].lower() if len(set(found)) == 1 else None


class AskExit(msgspec.Struct, frozen=True, kw_only=True):
    """May this purchase leave?"""

    ask_id: str
    code: str
    """As it was read."""


class ExitAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """200: whether the gate opens."""

    opens: bool
    reason: Reason = ""
    detail: str = ""
    """Of `code`: `retail.credential.reasons.Reason`."""
    used_at: int = 0
    """Of `used`: when it left. Microseconds since 1970 (UTC)."""


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """What a gate did by itself."""

    ask_id: str
    opened: bool
    reason: Reason
    code: str = ""
    at: int
    """Microseconds since 1970 (UTC)."""


class ExitReport(msgspec.Struct, frozen=True, kw_only=True):
    """Passages in their order; again is safe."""

    passages: tuple[Passage, ...]


class Reported(msgspec.Struct, frozen=True, kw_only=True):
    """200: all of them are kept."""

    count: int
