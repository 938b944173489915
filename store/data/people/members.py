"""Members: what lanes may know of them, who they are, how they are recognised, and how they are forgotten.

Every change goes down the feed as one row per card, phone or credential, in the same transaction. The
identity is encrypted with the member's own key (`store.identity.shredding`); whoever looks at it is in the
audit log.

Source: docs/security.md, "Members"; `retail.member`.
Invariants: erasing takes identity, key and everything a member is recognised by, and tells the lanes; what is
left names nobody. A card or phone belongs to one member.
"""

from collections.abc import Iterable, Sequence

import msgspec
import sqlalchemy as sa

from retail.check import require
from retail.member import GROUPS_MAX as RETAIL_GROUPS_MAX
from retail.member import Member, OfferUses
from store.data import audit
from store.data.ids import new_id
from store.data.journals import handover
from store.data.ordering import order_listing, orders
from store.data.ordering.order import MemberOrder
from store.data.people import consents, interests, phones, points, reviews, visits
from store.data.people.consents import Consent
from store.data.people.phones import Device
from store.data.replication.feed import Row, publish
from store.data.schema.feed import CHAIN
from store.data.schema.members import (
    member,
    member_credential,
    member_key,
    member_person,
    points_hold,
)
from store.data.stored_value import value_books, value_cards
from store.identity import lookup, shredding
from store.identity.shredding import CREDENTIALS_MAX, Person
from store.identity.vault import Vault

KIND = "member"
"""Of the feed rows."""


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """What offers depend on."""

    tier: str = ""
    groups: tuple[str, ...] = ()
    order_number: int = 1
    """Of the next purchase: 1 is the first."""
    stamps: dict[str, int] = {}


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Everything about a member, as shown and as exported."""

    member_id: str
    terms: Terms
    balance: points.Summary
    is_erased: bool
    made_in: str
    made_at: int
    changed_at: int
    person: Person | None = None
    uses: tuple[OfferUses, ...] = ()
    """What counts against offers with a limit per member."""
    entries: tuple[points.Booked, ...] = ()
    stored_value: value_books.Statement | None = None
    """Their balance with its ledger; None: they never had one."""
    devices: tuple[Device, ...] = ()
    agreed: tuple[Consent, ...] = ()
    """Everything they agreed to or took back, newest first."""
    likes: tuple[str, ...] = ()
    """What they said they like, as long as they agree to that."""
    here: str = ""
    """The shop they are checked in to."""
    orders: tuple[MemberOrder, ...] = ()


class TakenError(Exception):
    """The card, phone or credential is another member's."""


class ErasedError(Exception):
    """The member asked to be forgotten."""


class Members:
    """The members of the chain. `who` of every call is noted with what was done."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    # --- looking ---------------------------------------------------------------------------------------

    def find(
        self,
        connection: sa.Connection,
        store_id: str,
        kind: str,
        value: str,
        *,
        who: str,
        at: int,
        why: str = "",
    ) -> str | None:
        """Whose card, phone or credential this is. The look is noted."""
        key = lookup.member_lookup(self._vault, kind, value)
        member_id = _holder(connection, key)
        audit.note(
            connection, store_id, who=who, action="member.find", what=member_id or "nobody", why=why, at=at
        )
        return member_id

    def look(
        self, connection: sa.Connection, store_id: str, member_id: str, *, who: str, at: int, why: str
    ) -> Record | None:
        """A member with their identity. The look is noted."""
        return self._told(connection, store_id, member_id, who=who, at=at, why=why, action="member.look")

    def export(
        self, connection: sa.Connection, store_id: str, member_id: str, *, who: str, at: int, why: str
    ) -> bytes | None:
        """Everything about a member, as JSON to hand to them. The export is noted."""
        found = self._told(connection, store_id, member_id, who=who, at=at, why=why, action="member.export")
        if found is None:
            return None
        entries = points.entries(connection, member_id)
        whole = msgspec.structs.replace(found, entries=tuple(entries))
        return msgspec.json.format(msgspec.json.encode(whole), indent=2)

    def _told(
        self,
        connection: sa.Connection,
        store_id: str,
        member_id: str,
        *,
        who: str,
        at: int,
        why: str,
        action: str,
    ) -> Record | None:
        row = connection.execute(sa.select(member).where(member.c.member_id == member_id)).one_or_none()
        if row is None:
            return None
        audit.note(connection, store_id, who=who, action=action, what=member_id, why=why, at=at)
        return Record(
            member_id=member_id,
            terms=_terms(row),
            balance=points.summary(connection, member_id, at),
            is_erased=row.is_erased,
            made_in=row.made_in,
            made_at=row.made_at,
            changed_at=row.changed_at,
            person=self._person(connection, member_id),
            uses=visits.uses_of(connection, member_id, at),
            stored_value=value_books.of_member(connection, member_id),
            devices=phones.listed(connection, member_id),
            agreed=consents.history(connection, member_id),
            likes=interests.declared(connection, member_id),
            here=interests.checked_in(connection, member_id, at),
            orders=order_listing.told(connection, self._vault, member_id),
        )

    # --- changing --------------------------------------------------------------------------------------

    def add(
        self,
        connection: sa.Connection,
        store_id: str,
        person: Person,
        terms: Terms,
        *,
        who: str,
        at: int,
        member_id: str = "",
        why: str = "",
    ) -> str:
        """A new member; their pseudonym. Raises `TakenError`."""
        member_id = member_id or f"m-{new_id()}"
        self.put(connection, store_id, member_id, person, terms, who=who, at=at, why=why)
        tell_lanes(connection, [member_id], at)
        return member_id

    def change(
        self,
        connection: sa.Connection,
        store_id: str,
        member_id: str,
        person: Person,
        terms: Terms,
        *,
        who: str,
        at: int,
        why: str,
    ) -> bool:
        """Change a member; false if there is none of this name, or they were erased. Raises `TakenError`."""
        row = connection.execute(sa.select(member).where(member.c.member_id == member_id)).one_or_none()
        if row is None or row.is_erased:
            return False
        before = _lookups(connection, member_id)
        self.put(connection, store_id, member_id, person, terms, who=who, at=at, why=why)
        tell_lanes(connection, [member_id], at, gone=before)
        return True

    def put(
        self,
        connection: sa.Connection,
        store_id: str,
        member_id: str,
        person: Person,
        terms: Terms,
        *,
        who: str,
        at: int,
        why: str = "",
    ) -> None:
        """Write a member, new or known, without telling lanes (`tell_lanes` does). Raises `TakenError`."""
        require(len(person.credentials) <= CREDENTIALS_MAX, f"at most {CREDENTIALS_MAX} cards of a member")
        _checked(member_id, terms, 0)
        values = {
            "tier": terms.tier,
            "groups": msgspec.json.encode(terms.groups).decode(),
            "order_number": terms.order_number,
            "stamps": msgspec.json.encode(terms.stamps).decode(),
            "changed_at": at,
        }
        known = connection.execute(
            sa.update(member)
            .where(member.c.member_id == member_id)
            .values(version=member.c.version + 1, **values)
            .returning(member.c.is_erased)
        ).scalar()
        if known:
            raise ErasedError("a member who was erased does not come back under the same name")
        if known is None:
            connection.execute(
                sa.insert(member).values(
                    member_id=member_id, version=1, is_erased=False, made_in=store_id, made_at=at, **values
                )
            )
        self._keep_person(connection, member_id, person, at)
        self._keep_credentials(connection, member_id, person)
        action = "member.add" if known is None else "member.change"
        audit.note(connection, store_id, who=who, action=action, what=member_id, why=why, at=at)

    def erase(
        self, connection: sa.Connection, store_id: str, member_id: str, *, who: str, at: int, why: str
    ) -> bool:
        """Forget a person: key, identity and cards go, lanes are told; false if there is none to forget.

        The points ledger stays, under a pseudonym that leads to nobody: sales refer to it. A balance is
        unclaimed from then on: whoever forgets somebody pays it out before.
        """
        gone = _lookups(connection, member_id)
        forgotten = connection.execute(
            sa.update(member)
            .where(member.c.member_id == member_id, sa.not_(member.c.is_erased))
            .values(
                is_erased=True, tier="", groups="[]", stamps="{}", changed_at=at, version=member.c.version + 1
            )
        )
        if forgotten.rowcount == 0:
            return False
        for table in (member_key, member_person):
            connection.execute(sa.delete(table).where(table.c.member_id == member_id))
        connection.execute(sa.delete(member_credential).where(member_credential.c.member_id == member_id))
        connection.execute(sa.delete(points_hold).where(points_hold.c.member_id == member_id))
        visits.forget(connection, member_id)
        interests.forget(connection, member_id)
        reviews.forget(connection, member_id)
        orders.forget(connection, member_id, at=at)  # its money goes back before the balance is closed
        value_cards.forget_member(connection, member_id, at=at)
        handover.forget(connection, member_id)
        taken_back = phones.forget(connection, member_id, at)
        audit.note(connection, store_id, who=who, action="member.erase", what=member_id, why=why, at=at)
        forgotten_keys = [Row(kind=KIND, key=key) for key in gone]
        publish(connection, CHAIN, CHAIN, [*forgotten_keys, *taken_back], at=at)
        return True

    # --- the identity ----------------------------------------------------------------------------------

    def _person(self, connection: sa.Connection, member_id: str) -> Person | None:
        row = connection.execute(
            sa.select(member_person.c.sealed, member_key.c.sealed.label("key"))
            .join(member_key, member_key.c.member_id == member_person.c.member_id)
            .where(member_person.c.member_id == member_id)
        ).one_or_none()
        return shredding.open_person(self._vault, row.key, member_id, row.sealed) if row is not None else None

    def _keep_person(self, connection: sa.Connection, member_id: str, person: Person, at: int) -> None:
        key = connection.execute(
            sa.select(member_key.c.sealed).where(member_key.c.member_id == member_id)
        ).scalar()
        if key is None:
            key = shredding.make_key(self._vault, member_id)
            connection.execute(sa.insert(member_key).values(member_id=member_id, sealed=key, made_at=at))
        sealed = shredding.seal(self._vault, key, member_id, person)
        connection.execute(sa.delete(member_person).where(member_person.c.member_id == member_id))
        connection.execute(sa.insert(member_person).values(member_id=member_id, sealed=sealed, changed_at=at))

    def _keep_credentials(self, connection: sa.Connection, member_id: str, person: Person) -> None:
        wanted = {lookup.member_lookup(self._vault, kind, value) for kind, value in person.credentials}
        for key in wanted:
            holder = _holder(connection, key)
            if holder not in (None, member_id):
                raise TakenError("a card, phone or credential belongs to one member")
        known = set(_lookups(connection, member_id))
        for key in known - wanted:
            connection.execute(sa.delete(member_credential).where(member_credential.c.lookup == key))
        for key in wanted - known:
            connection.execute(sa.insert(member_credential).values(lookup=key, member_id=member_id))


def tell_lanes(
    connection: sa.Connection, member_ids: Iterable[str], at: int, gone: Iterable[str] = ()
) -> None:
    """Tell lanes how these members are now; the last thing a transaction does. `gone`: keys they had."""
    rows = {key: Row(kind=KIND, key=key) for key in gone}
    for member_id in member_ids:
        row = connection.execute(sa.select(member).where(member.c.member_id == member_id)).one_or_none()
        if row is None or row.is_erased:
            continue
        now = as_told(connection, _checked(member_id, _terms(row), 0), at)
        body = msgspec.json.encode(now, order="deterministic")
        rows.update({key: Row(kind=KIND, key=key, body=body) for key in _lookups(connection, member_id)})
    publish(connection, CHAIN, CHAIN, rows.values(), at=at)


def end_checkins(connection: sa.Connection, *, at: int) -> int:
    """Forget check-ins of days that are over and tell lanes; how many. Repeat to 0."""
    over = interests.left(connection, at=at)
    if over:
        tell_lanes(connection, over, at)
    return len(over)


def as_told(connection: sa.Connection, listed: Member, at: int) -> Member:
    """A member with the balance, the counts and the groups of this moment."""
    available = points.summary(connection, listed.member_id, at).available
    uses = visits.uses_of(connection, listed.member_id, at)
    own = tuple(group for group in listed.groups if not interests.is_personal(group))
    personal = interests.groups(connection, listed.member_id, at)
    groups = (*own, *personal)[:RETAIL_GROUPS_MAX]
    return msgspec.structs.replace(listed, points=available, uses=uses, groups=groups)


def _terms(row: sa.Row[tuple[object, ...]]) -> Terms:
    return Terms(
        tier=row.tier,
        groups=msgspec.json.decode(row.groups, type=tuple[str, ...]),
        order_number=row.order_number,
        stamps=msgspec.json.decode(row.stamps, type=dict[str, int]),
    )


def _checked(member_id: str, terms: Terms, available: int) -> Member:
    """The member as a lane gets to know them; `retail.member` checks the words."""
    return Member(
        member_id=member_id,
        tier=terms.tier,
        groups=terms.groups,
        order_number=terms.order_number,
        points=available,
        stamps=terms.stamps,
    )


def _holder(connection: sa.Connection, key: str) -> str | None:
    return connection.execute(
        sa.select(member_credential.c.member_id).where(member_credential.c.lookup == key)
    ).scalar()


def _lookups(connection: sa.Connection, member_id: str) -> Sequence[str]:
    rows = connection.execute(
        sa.select(member_credential.c.lookup)
        .where(member_credential.c.member_id == member_id)
        .order_by(member_credential.c.lookup)
    )
    return rows.scalars().all()
