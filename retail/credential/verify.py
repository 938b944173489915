"""Whether a code counts here and now, with nothing but what the till already holds.

The signature is looked at before anything the code says about itself, so that "old" or "revoked" is told of
genuine codes only. What a till cannot know alone - whether another till has just seen the code - is the
business of `replay` and of the books of what happens once.

Source: docs/credential.md, "Checking one".
Invariants: pure; total: every text has an answer, none raises; a code counts within one stretch of at most
WINDOW_MAX_S seconds, whatever the clocks; the work for one text is bounded.
"""

from typing import assert_never

import msgspec

from retail.check import require
from retail.credential import chain
from retail.credential.code import (
    ANY_SHOP,
    STEPS_S,
    Credential,
    Kind,
    Shape,
    member_value,
    parse,
    shop_hint,
)
from retail.credential.reasons import Reason
from retail.credential.trust import Revoked, Trust, TrustedKey, message
from retail.member import KeyKind, MemberKey

WINDOW_MAX_S = 60
"""A copy is worth nothing a minute later."""


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """How exact clocks have to be, and what may come on paper. The shop's setting."""

    behind_s: int = 20
    """How much longer than its step a code counts: slow phones, slow hands."""
    ahead_s: int = 20
    """How much earlier: fast phones."""
    still_kinds: tuple[Kind, ...] = (Kind.PICKUP, Kind.EXIT)

    def __post_init__(self) -> None:
        require(self.behind_s >= 0 and self.ahead_s >= 0, "leeway is not negative")
        require(
            max(STEPS_S) + self.behind_s + self.ahead_s <= WINDOW_MAX_S,
            f"a code counts for at most {WINDOW_MAX_S} seconds",
        )
        require(all(kind.is_single_use for kind in self.still_kinds), "what stands still happens once")


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """A code that does not count."""

    reason: Reason
    kind: Kind | None = None
    """What it says it is, where that could be read."""
    off_s: int = 0
    """For `OLD` and `AHEAD`: how many seconds the code is behind this till's clock (negative: ahead)."""


class Verified(msgspec.Struct, frozen=True, kw_only=True):
    """A genuine code that counts at this till and moment."""

    credential: Credential
    key: TrustedKey
    """Who signed it."""

    @property
    def kind(self) -> Kind:
        """What it is for."""
        return self.credential.kind

    @property
    def subject(self) -> str:
        """Whom or what it is about."""
        return self.credential.subject

    @property
    def member_key(self) -> MemberKey | None:
        """What the replica or the store is asked with; None for what names no member."""
        if self.kind not in (Kind.MEMBER, Kind.WALLET):
            return None
        return MemberKey(kind=KeyKind.CREDENTIAL, value=member_value(self.subject))

    @property
    def use_key(self) -> str | None:
        """Names what happens once, as `RedemptionState.key`; None: it may be shown again and again."""
        return f"{self.kind.name.lower()}:{self.subject}" if self.kind.is_single_use else None

    @property
    def replay_key(self) -> str:
        """Names the chain in `replay.Seen`."""
        return f"{self.kind.value}{self.subject}"


class Till(msgspec.Struct, frozen=True, kw_only=True):
    """What a till, counter or gate holds to check codes with."""

    shop_id: str
    trust: Trust
    revoked: Revoked
    rules: Rules = Rules()


def verify(text: str, till: Till, at_s: int, expected: tuple[Kind, ...] = tuple(Kind)) -> Verified | Refused:
    """A code as scanned, at a second since 1970 by the till's corrected clock."""
    credential = parse(text)
    if isinstance(credential, Reason):
        return Refused(reason=credential)
    return verify_parsed(credential, till, at_s, expected)


def verify_parsed(
    credential: Credential, till: Till, at_s: int, expected: tuple[Kind, ...] = tuple(Kind)
) -> Verified | Refused:
    """As `verify`, for a code that `retail.scanned` has already recognised."""
    key = _signer(credential, till)
    if isinstance(key, Reason):
        return Refused(reason=key, kind=credential.kind)
    reason = _standing(credential, key, till, at_s)
    if reason is None and credential.kind not in expected:
        reason = Reason.WRONG_KIND
    reason = reason or _moment(credential, till.rules, at_s)
    if reason is None:
        return Verified(credential=credential, key=key)
    is_off = reason in (Reason.OLD, Reason.AHEAD)
    return Refused(reason=reason, kind=credential.kind, off_s=at_s - credential.shown_s if is_off else 0)


def _signer(credential: Credential, till: Till) -> TrustedKey | Reason:
    """Who signed the code, or why it is not genuine here."""
    if not till.trust.named(credential.key_hint):
        return Reason.UNKNOWN_KEY
    is_anywhere = credential.shop_hint == ANY_SHOP
    if not is_anywhere and credential.shop_hint != shop_hint(till.shop_id):
        return Reason.WRONG_SHOP
    head, anchor = credential.head, b""
    if credential.shape is Shape.MOVING:
        anchor = chain.back(head, credential.index, credential.link)
    signed = message(credential.kind, credential.shape, "" if is_anywhere else till.shop_id, head, anchor)
    return till.trust.signer(credential.key_hint, signed, credential.signature) or Reason.FORGED


def _standing(credential: Credential, key: TrustedKey, till: Till, at_s: int) -> Reason | None:
    """Why a genuine code does not count whatever its time: its key, its shape, or it was taken back."""
    if not key.from_s <= at_s < key.until_s:
        return Reason.KEY_OVER
    is_outside = bool(key.shop_id) and (key.shop_id != till.shop_id or credential.shop_hint == ANY_SHOP)
    if credential.kind not in key.kinds or is_outside:
        return Reason.KEY_MAY_NOT
    if till.revoked.covers(credential.subject, credential.from_s):
        return Reason.REVOKED
    if credential.shape is Shape.STILL and credential.kind not in till.rules.still_kinds:
        return Reason.PAPER
    return None


def _moment(credential: Credential, rules: Rules, at_s: int) -> Reason | None:
    """Why a code does not count at that second."""
    match credential.shape:
        case Shape.STILL:
            if at_s < credential.from_s - rules.ahead_s:
                return Reason.NOT_YET
            return Reason.EXPIRED if at_s >= credential.until_s else None
        case Shape.MOVING:
            if at_s < credential.shown_s - rules.ahead_s:
                return Reason.AHEAD
            return Reason.OLD if at_s >= credential.shown_s + credential.step_s + rules.behind_s else None
        case _:
            assert_never(credential.shape)
