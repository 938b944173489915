"""Members' phones: whose they are, what they are known by, and what is forgotten with the member.

Each phone has a subject of its own among the member's keys, so that one lost phone is taken back alone. The
session in its browser and the key in its keychain belong together: a grant is asked for with both.

Source: docs/phone.md, "Phones", "Sessions".
Invariants: a session is found by the hash of its secret only; one of a phone that was taken out, or of a
member who was erased, opens nothing.
"""

import msgspec
import sqlalchemy as sa

from retail.credential.code import member_value
from store.data.ids import new_id
from store.data.people import credential_news
from store.data.replication.feed import Row
from store.data.schema.members import member
from store.data.schema.phone import phone_consent, phone_device, phone_link, phone_session
from store.identity.principals import Shopper

SECOND = 1_000_000
IDLE_S = 180 * 86_400
"""A phone that was not used for half a year is forgotten."""
TOUCH_S = 3600
DEVICES_MAX = 5
LINK_S = 5 * 60
TIDY_MAX = 500


class Device(msgspec.Struct, frozen=True, kw_only=True):
    """A phone as its owner sees it."""

    device_id: str
    subject: str
    name: str
    made_at: int
    used_at: int
    has_key: bool


def credential(subject: str) -> tuple[str, str]:
    """How a phone stands among its member's keys (`store.identity.shredding.Person.credentials`)."""
    return "credential", member_value(subject)


def add(connection: sa.Connection, member_id: str, *, subject: str, public: bytes, name: str, at: int) -> str:
    """A new phone of a member; its id."""
    device_id = f"d-{new_id()}"
    connection.execute(
        sa.insert(phone_device).values(
            member_id=member_id,
            device_id=device_id,
            subject=subject,
            public=public,
            name=name,
            made_at=at,
            used_at=at,
            ended_at=0,
        )
    )
    return device_id


def begin(
    connection: sa.Connection, member_id: str, device_id: str, *, session: str, csrf: str, at: int
) -> None:
    """Know a phone by its cookie. `session` is the hash of the cookie's secret."""
    connection.execute(
        sa.insert(phone_session).values(
            secret_hash=session, member_id=member_id, device_id=device_id, csrf=csrf, made_at=at, used_at=at
        )
    )


def find(connection: sa.Connection, session: str, at: int) -> tuple[Shopper, bool] | None:
    """Whose phone this is, and whether its use is to be noted; None: it is nobody's now."""
    row = connection.execute(
        sa.select(phone_session, phone_device.c.subject, phone_device.c.public, phone_device.c.ended_at)
        .join(
            phone_device,
            sa.and_(
                phone_device.c.member_id == phone_session.c.member_id,
                phone_device.c.device_id == phone_session.c.device_id,
            ),
        )
        .join(member, member.c.member_id == phone_session.c.member_id)
        .where(phone_session.c.secret_hash == session, sa.not_(member.c.is_erased))
    ).one_or_none()
    if row is None or row.ended_at or at >= row.used_at + IDLE_S * SECOND:
        return None
    who = Shopper(
        member_id=row.member_id,
        device_id=row.device_id,
        subject=row.subject,
        public=bytes(row.public),
        csrf=row.csrf,
        session=session,
    )
    return who, at >= row.used_at + TOUCH_S * SECOND


def touch(connection: sa.Connection, who: Shopper, at: int) -> None:
    """Note that a phone is in use."""
    connection.execute(
        sa.update(phone_session).where(phone_session.c.secret_hash == who.session).values(used_at=at)
    )
    connection.execute(
        sa.update(phone_device)
        .where(phone_device.c.member_id == who.member_id, phone_device.c.device_id == who.device_id)
        .values(used_at=at)
    )


def listed(connection: sa.Connection, member_id: str) -> tuple[Device, ...]:
    """A member's phones in use, oldest first."""
    rows = connection.execute(
        sa.select(phone_device)
        .where(phone_device.c.member_id == member_id, phone_device.c.ended_at == 0)
        .order_by(phone_device.c.made_at, phone_device.c.device_id)
    )
    return tuple(
        Device(
            device_id=row.device_id,
            subject=row.subject,
            name=row.name,
            made_at=row.made_at,
            used_at=row.used_at,
            has_key=bool(row.public),
        )
        for row in rows
    )


def end(connection: sa.Connection, member_id: str, device_id: str, at: int) -> str | None:
    """Take a phone out; the subject whose codes are to be taken back. None: no such phone in use."""
    subject = connection.execute(
        sa.update(phone_device)
        .where(
            phone_device.c.member_id == member_id,
            phone_device.c.device_id == device_id,
            phone_device.c.ended_at == 0,
        )
        .values(ended_at=at)
        .returning(phone_device.c.subject)
    ).scalar()
    connection.execute(
        sa.delete(phone_session).where(
            phone_session.c.member_id == member_id, phone_session.c.device_id == device_id
        )
    )
    return subject


# --- another phone of the same member ----------------------------------------------------------------------


def offer_link(connection: sa.Connection, member_id: str, code: str, at: int) -> None:
    """Let another phone become this member's, by a code (its keyed hash); the one before no longer counts."""
    connection.execute(
        sa.delete(phone_link).where(sa.or_(phone_link.c.member_id == member_id, phone_link.c.until <= at))
    )
    connection.execute(
        sa.insert(phone_link).values(code=code, member_id=member_id, until=at + LINK_S * SECOND)
    )


def take_link(connection: sa.Connection, code: str, at: int) -> str | None:
    """Whose code this is; it is used up. None: nobody's, or over."""
    row = connection.execute(
        sa.delete(phone_link)
        .where(phone_link.c.code == code)
        .returning(phone_link.c.member_id, phone_link.c.until)
    ).one_or_none()
    return row.member_id if row is not None and at < row.until else None


# --- forgetting --------------------------------------------------------------------------------------------


def forget(connection: sa.Connection, member_id: str, at: int) -> list[Row]:
    """Forget the phones and consents of a member; the rows of the chain's feed to publish."""
    subjects = connection.execute(
        sa.select(phone_device.c.subject).where(phone_device.c.member_id == member_id)
    ).scalars()
    rows = credential_news.revoked_rows(connection, subjects, at // SECOND)
    for table in (phone_session, phone_link, phone_consent, phone_device):
        connection.execute(sa.delete(table).where(table.c.member_id == member_id))
    return rows


def tidy(connection: sa.Connection, at: int) -> int:
    """Forget sessions that were not used for long, and links that are over; how many."""
    old = (
        sa.select(phone_session.c.secret_hash)
        .where(phone_session.c.used_at <= at - IDLE_S * SECOND)
        .limit(TIDY_MAX)
    )
    count = connection.execute(
        sa.delete(phone_session).where(phone_session.c.secret_hash.in_(old.scalar_subquery()))
    ).rowcount
    return count + connection.execute(sa.delete(phone_link).where(phone_link.c.until <= at)).rowcount
