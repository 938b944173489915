"""What a till remembers of the codes it has seen, so that a copy of one is no second code.

A code counts for a minute at most, so a minute is all there is to remember. Within it a chain only moves
forward: the very code again is taken from the same transaction only (a shopper scans twice), an earlier one
from nobody. One memory per till covers a till without a link; the store service keeps the same for a whole
shop.

Source: docs/credential.md, "Copies"; RFC 6238, 5.2, for the rule that a code counts once.
Invariants: pure and frozen; at most ENTRIES_MAX entries, none older than it has to be; a clock that is set
back brings no code back to life.
"""

from collections.abc import Mapping

import msgspec

from retail.check import require
from retail.credential.reasons import Reason
from retail.credential.verify import WINDOW_MAX_S

ENTRIES_MAX = 4096
"""Genuine codes in one minute. Beyond it codes are refused rather than forgotten."""
CLOCK_BACK_MAX_S = 5
"""How far a clock may be corrected backwards without anybody looking."""
KEPT_S = 2 * WINDOW_MAX_S + CLOCK_BACK_MAX_S
"""A number to type counts for two minutes; codes for one."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """The newest code seen of a chain."""

    shown_s: int
    use: str
    """The transaction it counted for."""
    seen_s: int


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """The memory. `latest_s` outlives a restart with the till's journal or the store's clock."""

    entries: Mapping[str, Entry] = {}
    latest_s: int = 0
    """The latest moment it was asked in."""


class Remembered(msgspec.Struct, frozen=True, kw_only=True):
    """The memory after a code, and why the code does not count; None: it does."""

    seen: Seen
    reason: Reason | None = None


def remember(seen: Seen, replay_key: str, shown_s: int, use: str, at_s: int) -> Remembered:
    """Take in a genuine code. A refused one leaves the entries as they were.

    `replay_key` names its chain, `shown_s` its place in it, `use` the transaction it is meant for.
    """
    require(use != "", "a code is used for something")
    if at_s < seen.latest_s - CLOCK_BACK_MAX_S:
        return Remembered(seen=seen, reason=Reason.CLOCK)
    latest_s = max(at_s, seen.latest_s)
    last = seen.entries.get(replay_key)
    is_again = last is not None and last.shown_s == shown_s and last.use == use
    if last is not None and shown_s <= last.shown_s and not is_again:
        return Remembered(seen=Seen(entries=seen.entries, latest_s=latest_s), reason=Reason.COPIED)
    kept = {key: entry for key, entry in seen.entries.items() if entry.seen_s > latest_s - KEPT_S}
    if replay_key not in kept and len(kept) >= ENTRIES_MAX:
        return Remembered(seen=Seen(entries=kept, latest_s=latest_s), reason=Reason.BUSY)
    kept[replay_key] = Entry(shown_s=shown_s, use=use, seen_s=latest_s)
    return Remembered(seen=Seen(entries=kept, latest_s=latest_s))


def shifted(seen: Seen, by_s: int) -> Seen:
    """The same memory for a till whose clock was found to be wrong: each moment as it really was."""
    entries = {
        key: Entry(shown_s=entry.shown_s, use=entry.use, seen_s=entry.seen_s + by_s)
        for key, entry in seen.entries.items()
    }
    return Seen(entries=entries, latest_s=seen.latest_s + by_s if seen.latest_s else 0)
