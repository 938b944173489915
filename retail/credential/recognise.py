"""Who a shown code or a typed number is, at one till: genuine, in time, not taken back, and no copy.

Puts `verify`, `number`, `attempts` and `replay` together, so that a lane, a counter and the service ask the
same question and cannot forget a part of it. What was seen is a value that is handed in and comes back.

Source: docs/credential.md, "Checking one", "Copies", "Guessing".
Invariants: pure; total: every code and number has an answer; a refusal recognises nobody and, but for the
count of wrong numbers, changes nothing.
"""

import msgspec

from retail.credential import attempts, number, replay
from retail.credential.attempts import Attempts
from retail.credential.code import Credential, Kind, member_value
from retail.credential.number import Number
from retail.credential.reasons import Reason
from retail.credential.replay import Seen
from retail.credential.told import Told
from retail.credential.verify import Refused, Rules, Till, verify_parsed
from retail.member import KeyKind, MemberKey

MEMBERS = (Kind.MEMBER, Kind.WALLET)


class Memory(msgspec.Struct, frozen=True, kw_only=True):
    """What a till remembers between two shoppers: codes of the last minutes, and wrong numbers."""

    seen: Seen = Seen()
    attempts: Attempts = Attempts()

    def shifted(self, by_s: int) -> "Memory":
        """The same, for a till whose clock was found to be wrong by so many seconds."""
        return Memory(seen=replay.shifted(self.seen, by_s), attempts=attempts.shifted(self.attempts, by_s))


class Recognised(msgspec.Struct, frozen=True, kw_only=True):
    """A member's key, or why there is none. `memory` is what to remember either way."""

    memory: Memory
    key: MemberKey | None = None
    reason: Reason | None = None
    off_s: int = 0
    """For `OLD` and `AHEAD`: by how many seconds."""


def by_code(
    credential: Credential,
    told: Told,
    memory: Memory,
    *,
    shop_id: str,
    at_s: int,
    use: str,
    rules: Rules = Rules(),  # noqa: B008 - frozen
) -> Recognised:
    """Whose member or wallet code this is. `use`: the transaction it is shown for."""
    till = Till(shop_id=shop_id, trust=told.trust, revoked=told.revoked, rules=rules)
    verified = verify_parsed(credential, till, at_s, MEMBERS)
    if isinstance(verified, Refused):
        return Recognised(memory=memory, reason=verified.reason, off_s=verified.off_s)
    remembered = replay.remember(memory.seen, verified.replay_key, verified.credential.shown_s, use, at_s)
    after = msgspec.structs.replace(memory, seen=remembered.seen)
    if remembered.reason is not None:
        return Recognised(memory=after, reason=remembered.reason)
    return Recognised(memory=after, key=verified.member_key)


def by_number(typed: Number, told: Told, memory: Memory, *, at_s: int, use: str) -> Recognised:
    """Whose number this is, of those whose numbers are open at this shop. A number is right once."""
    locked = attempts.may_try(memory.attempts, at_s)
    if locked is not None:
        return Recognised(memory=memory, reason=locked)
    if typed.kind not in MEMBERS:
        return Recognised(memory=memory, reason=Reason.WRONG_KIND)
    candidates = (
        (one.subject, one.key)
        for one in told.numbers
        if one.kind is typed.kind and at_s < one.until_s and not told.revoked.covers(one.subject, at_s)
    )
    found = number.find(typed, candidates, at_s)
    if isinstance(found, Reason):
        wrong = attempts.failed(memory.attempts, at_s)
        return Recognised(memory=msgspec.structs.replace(memory, attempts=wrong), reason=found)
    remembered = replay.remember(memory.seen, found.replay_key, found.shown_s, use, at_s)
    after = msgspec.structs.replace(memory, seen=remembered.seen)
    if remembered.reason is not None:
        return Recognised(memory=after, reason=remembered.reason)
    key = MemberKey(kind=KeyKind.CREDENTIAL, value=member_value(found.subject))
    return Recognised(memory=after, key=key)
