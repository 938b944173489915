"""Who of the staff is at the lane, and when somebody who guesses is stopped.

A badge or a PIN is compared by the caller, who passes in what came of it; here it is counted. The answer
is an event, and a lane shows nothing before its events are durable: pulling the plug gives no try for free.
PINs typed without a name, and badges nobody knows, count against the lane's pad.

Source: docs/interventions.md, "Signing in".
Invariants: pure; the fold of the journal alone says who is locked, so a lock outlives the program; while
locked, a right answer is not told from a wrong one, and trying does not make it longer.
"""

import enum
from collections.abc import Iterable, Mapping

import msgspec
from msgspec.structs import replace

from retail.interventions import events as v
from retail.interventions.carried import Tries
from retail.interventions.policy import SignInRules
from retail.interventions.wishes import Ignored, Refused, Staff
from retail.interventions.words import Role
from retail.journal import events as e

SECOND_US = 1_000_000
FOREVER_US = 1 << 62
"""Locked until somebody with the right unlocks."""
PAD = ""
"""The subject of tries that name nobody."""
SUBJECTS_MAX = 500
"""People with tries or locks at one time; a store has fewer. Beyond it, tries count against the pad."""


class How(enum.Enum):
    """What was shown."""

    BADGE = "badge"
    PIN = "pin"


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody shows to be let in, and what comparing it said."""

    staff_id: str
    """Whom it names; empty: nobody who is known here."""
    how: How
    is_right: bool
    is_revoked: bool = False
    role: Role = Role.ATTENDANT


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    """Who is at the lane, and whose answers are counted."""

    staff: Staff | None = None
    active_at_us: int = 0
    """When they last did something, as the journal says."""
    tries: Mapping[str, Tries] = {}

    def of(self, subject: str) -> Tries:
        """How often this one was wrong."""
        return self.tries.get(subject, Tries())


Decision = tuple[v.StaffSignedIn | v.StaffSignedOut | v.SignInRefused | v.SignInUnlocked, ...]


def sign_in(desk: Desk, claim: Claim, rules: SignInRules, at_us: int) -> Decision:
    """Let somebody in, or count and say why not."""
    subject = _subject(desk, claim.staff_id)
    locked = [one for one in (subject, PAD) if _counts(one, claim) and desk.of(one).is_locked(at_us)]
    if locked:
        until_us = max(desk.of(one).locked_until_us for one in locked)
        return (_refused(claim.staff_id, "locked", at_us, until_us),)
    if claim.is_right and claim.staff_id and not claim.is_revoked:
        entered = v.StaffSignedIn(by=claim.staff_id, role=claim.role, how=claim.how.value, at_us=at_us)
        return (*_left(desk, "replaced", at_us), entered)
    why = "unknown" if not claim.staff_id else "revoked" if claim.is_revoked else "wrong"
    wrong = _counted_from(desk.of(subject), at_us) + 1
    lock_us = rules.lock_s * SECOND_US or FOREVER_US - at_us
    return (_refused(claim.staff_id, why, at_us, at_us + lock_us if wrong >= rules.tries_max else 0),)


def sign_out(desk: Desk, at_us: int, why: str = "left") -> Decision | Ignored:
    """Close the attendant layer."""
    return _left(desk, why, at_us) or Ignored(reason="nobody is signed in")


def idle_out(desk: Desk, rules: SignInRules, at_us: int, active_at_us: int = 0) -> Decision | Ignored:
    """Close it when nobody has done anything for a while; `active_at_us` is the last touch."""
    last_us = max(desk.active_at_us, active_at_us)
    if desk.staff is None or at_us < last_us + rules.idle_s * SECOND_US:
        return Ignored(reason="nobody has left")
    return _left(desk, "idle", at_us)


def unlock(desk: Desk, subject: str, staff: Staff, why: str, at_us: int) -> Decision | Refused | Ignored:
    """Take a lock away. The caller has asked `rights.may` for `Action.UNLOCK`; nobody unlocks themselves."""
    if subject == staff.staff_id:
        return Refused(code="not_yourself")
    if not desk.of(subject).wrong:
        return Ignored(reason="nothing is counted")
    return (v.SignInUnlocked(subject=subject, by=staff.staff_id, why=why, at_us=at_us),)


def fold(events: Iterable[e.AnyEvent], desk: Desk) -> Desk:
    """`desk` after all `events`, in order."""
    for event in events:
        desk = evolve(desk, event)
    return desk


def evolve(desk: Desk, event: e.AnyEvent) -> Desk:
    """`desk` after `event`."""
    match event:
        case v.StaffSignedIn():
            cleared = {event.by, PAD} if event.how == How.PIN.value else {event.by}
            tries = {who: one for who, one in desk.tries.items() if who not in cleared}
            staff = Staff(staff_id=event.by, role=event.role)
            return Desk(staff=staff, active_at_us=event.at_us, tries=tries)
        case v.StaffSignedOut():
            return replace(desk, staff=None)
        case v.StaffActed() if desk.staff is not None and event.by == desk.staff.staff_id:
            return replace(desk, active_at_us=event.at_us)
        case v.SignInRefused() if event.why != "locked":
            subject = _subject(desk, event.by)
            wrong = _counted_from(desk.of(subject), event.at_us) + 1
            counted = Tries(wrong=wrong, locked_until_us=event.locked_until_us)
            return replace(desk, tries={**desk.tries, subject: counted})
        case v.SignInUnlocked():
            return replace(desk, tries={who: one for who, one in desk.tries.items() if who != event.subject})
        case _:
            return desk


def _subject(desk: Desk, staff_id: str) -> str:
    is_room = staff_id in desk.tries or len(desk.tries) < SUBJECTS_MAX
    return staff_id if is_room else PAD


def _counts(subject: str, claim: Claim) -> bool:
    """Whether a lock of this subject stops this claim: the pad's lock stops PINs and whoever is not known."""
    return subject != PAD or claim.how is How.PIN or not claim.staff_id


def _counted_from(tries: Tries, at_us: int) -> int:
    """Wrong answers so far; a lock that is over starts again."""
    return 0 if 0 < tries.locked_until_us <= at_us else tries.wrong


def _left(desk: Desk, why: str, at_us: int) -> tuple[v.StaffSignedOut, ...]:
    return (v.StaffSignedOut(by=desk.staff.staff_id, why=why, at_us=at_us),) if desk.staff else ()


def _refused(staff_id: str, why: str, at_us: int, locked_until_us: int) -> v.SignInRefused:
    return v.SignInRefused(by=staff_id, why=why, at_us=at_us, locked_until_us=locked_until_us)
