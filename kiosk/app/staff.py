"""The staff a lane knows: their badges and PINs, as the store service last told.

Goods and prices are exchanged between two shoppers only; staff are looked up in the newest data at once, so
that a badge that was revoked opens nothing from the moment the lane hears of it, also in the middle of a
purchase. A lane that was never fed by a service knows nobody.

Source: `retail.wire.staff`; docs/protocol.md, "Staff".
Invariants: neither a badge nor a PIN is kept; a PIN is compared once whoever is asked for, so that it takes
as long for a number nobody has; safe from any thread.
"""

import threading
from typing import Protocol

import msgspec
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from kiosk.database.catalogue import StaffNow
from retail.interventions.sign_in import Claim, How
from retail.interventions.words import Role
from retail.wire.staff import StaffRow, badge_hash

BADGE_MAX, PIN_MAX = 128, 8
"""Characters; what is longer is nobody's."""
NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$SORsRgBCbZlJzyHOJ/H9Mw$+1prZDzeJ0anoK+mVQyh7+IBgZNJ2mtP8PHWYcsWr/w"
"""What the PIN of a number nobody has is compared with: the hash of a long random text that was thrown away,
with the parameters of the service's own hashes."""


class Source(Protocol):
    """Where the staff come from (`kiosk.database.catalogue.CatalogueStore`)."""

    @property
    def generation(self) -> int:
        """Grows whenever the data have changed."""

    def staff(self) -> StaffNow:
        """Who works here now."""


class _Index(msgspec.Struct, frozen=True, kw_only=True):
    """One state of the staff, to be looked up in."""

    generation: int
    secret: bytes
    by_badge: dict[str, StaffRow]
    by_number: dict[str, StaffRow]
    by_id: dict[str, StaffRow]


class StaffList:
    """`kiosk.checkout.staff.StaffDirectory` over the lane's replica."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._hasher = PasswordHasher()
        self._lock = threading.Lock()
        self._index: _Index | None = None

    def by_badge(self, text: str) -> Claim | None:
        """Whose badge this is; None: it is nobody's."""
        index, badge = self._now(), text.strip()
        if not index.by_badge or not 0 < len(badge) <= BADGE_MAX:
            return None
        row = index.by_badge.get(badge_hash(index.secret, badge))
        if row is None:
            return None
        return Claim(
            staff_id=row.staff_id,
            how=How.BADGE,
            is_right=True,
            is_revoked=row.is_revoked,
            role=Role(row.role),
        )

    def by_pin(self, number: str, pin: str) -> Claim:
        """Whether this is the PIN of the person with this number."""
        row = self._now().by_number.get(number.strip())
        stored = row.pin if row is not None else ""
        is_right = self._matches(stored or NOBODY, pin[:PIN_MAX])
        if row is None:
            return Claim(staff_id="", how=How.PIN, is_right=False)
        return Claim(
            staff_id=row.staff_id,
            how=How.PIN,
            is_right=is_right and bool(stored) and len(pin) <= PIN_MAX,
            is_revoked=row.is_revoked,
            role=Role(row.role),
        )

    def name(self, staff_id: str) -> str:
        """What a person is called; the id itself where nobody is known."""
        row = self._now().by_id.get(staff_id)
        return row.name if row is not None else staff_id

    def _matches(self, stored: str, pin: str) -> bool:
        try:
            return self._hasher.verify(stored, pin)
        except (VerificationError, InvalidHashError):
            return False

    def _now(self) -> _Index:
        """The newest state; read again only when the data have changed."""
        with self._lock:
            generation = self._source.generation
            if self._index is None or self._index.generation != generation:
                self._index = _indexed(generation, self._source.staff())
            return self._index


def _indexed(generation: int, now: StaffNow) -> _Index:
    return _Index(
        generation=generation,
        secret=now.secret,
        by_badge={row.badge: row for row in now.people if row.badge} if now.secret else {},
        by_number={row.number: row for row in now.people if row.number},
        by_id={row.staff_id: row for row in now.people},
    )
