"""One-time enrolment codes: what an administrator hands to a person standing at a new lane.

    042-3-7K2M-9QXA-B0VT-88TN       of lane 3 of store 042
    └─┬─┘ └┬─┘ └──────┬─────┘
     lane  selector   secret, 60 bits, kept as an argon2id hash only

The selector is kept in clear: somebody who only knows which lane awaits a code cannot use up its five tries.

Source: docs/security.md, "Enrolment"; letters of Crockford's base 32, which has no I, L, O, U.
Invariants: pure but for randomness; reading is forgiving (case, spaces, dashes, O for 0, I and L for 1).
"""

import re
import secrets

import msgspec

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SELECTOR_LETTERS = 4
SECRET_LETTERS = 12
"""60 bits."""
GROUP = 4
LIFE_S = 900
TRIES_MAX = 5
CODE_MAX = 160
_FORGIVEN = str.maketrans({"O": "0", "I": "1", "L": "1"})
_TERMINAL = re.compile(r"[A-Za-z0-9_-]+-[0-9]{1,6}")
_TAIL = re.compile(rf"(?:[\s-]*[{LETTERS}OIL]){{{SELECTOR_LETTERS + SECRET_LETTERS}}}\s*$")


class Code(msgspec.Struct, frozen=True, kw_only=True):
    """A code taken apart."""

    terminal_id: str
    selector: str
    secret: str

    def __repr__(self) -> str:
        return f"Code(terminal_id={self.terminal_id!r}, selector={self.selector!r}, secret=...)"

    def written(self) -> str:
        """As it is shown and typed."""
        letters = self.selector + self.secret
        groups = [letters[start : start + GROUP] for start in range(0, len(letters), GROUP)]
        return "-".join((self.terminal_id, *groups))


def make(terminal_id: str) -> Code:
    """A new code for a lane."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(SELECTOR_LETTERS + SECRET_LETTERS))
    return Code(
        terminal_id=terminal_id, selector=letters[:SELECTOR_LETTERS], secret=letters[SELECTOR_LETTERS:]
    )


def read(text: str) -> Code | None:
    """A code from what somebody typed; None if it is none.

    >>> read(" 042-3 7k2m 9qxa bovt 88tn ").written()
    '042-3-7K2M-9QXA-B0VT-88TN'
    """
    if len(text) > CODE_MAX or not text.isascii():
        return None
    text = text.strip()
    tail = _TAIL.search(text.upper())
    if tail is None:
        return None
    terminal_id = text[: tail.start()].strip().rstrip("-").strip()
    letters = re.sub(r"[\s-]", "", tail.group()).translate(_FORGIVEN)
    if not _TERMINAL.fullmatch(terminal_id):
        return None
    return Code(
        terminal_id=terminal_id, selector=letters[:SELECTOR_LETTERS], secret=letters[SELECTOR_LETTERS:]
    )
