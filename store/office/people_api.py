"""Staff as an API, and the audit log of what was done.

Source: docs/security.md, "Staff", "Audit".
Invariants: nobody gives a role above their own, or changes an account of a higher one.
"""

from collections.abc import Sequence
from typing import Annotated, Any, Literal

import msgspec
from litestar import get, post
from litestar.params import JSONBody, QueryParameter

from store.data import audit
from store.data.audit import Deed
from store.data.people import staff
from store.data.people.staff import StaffMember
from store.front.front import Front, front_of
from store.front.gate import staff_of
from store.identity.errors import Rejected
from store.identity.passwords import BADGE_MAX, PASSWORD_MAX, PIN_MAX
from store.identity.principals import Staff
from store.identity.roles import Role, role_of
from store.office import accounts, api
from store.office.api import AnyRequest, Done, IdOf, Made, found
from store.service import Room, Service

TAGS = ["people of the office"]
Text = Annotated[str, msgspec.Meta(max_length=staff.TEXT_MAX)]
RoleWord = Literal["attendant", "manager", "support"]
Why = Annotated[str, msgspec.Meta(max_length=api.REASON_MAX)]


class Secrets(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody logs in with; empty: as it was."""

    password: Annotated[str, msgspec.Meta(max_length=PASSWORD_MAX)] = ""
    badge: Annotated[str, msgspec.Meta(max_length=BADGE_MAX)] = ""
    pin: Annotated[str, msgspec.Meta(max_length=PIN_MAX)] = ""
    number: Annotated[str, msgspec.Meta(max_length=PIN_MAX)] = ""
    """Typed at a lane before the PIN."""

    def __repr__(self) -> str:
        return "Secrets(...)"


class AskPerson(Secrets, frozen=True, kw_only=True):
    """A new account."""

    login: Annotated[str, msgspec.Meta(pattern="^[a-z0-9][a-z0-9._@-]{0,79}$")]
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=staff.TEXT_MAX)]
    role: RoleWord = "attendant"


class AskChange(Secrets, frozen=True, kw_only=True):
    """A change of an account; what is left out stays."""

    name: Annotated[str, msgspec.Meta(min_length=1, max_length=staff.TEXT_MAX)] | None = None
    role: RoleWord | None = None
    is_active: bool | None = None
    why: Why = ""


class AskPassword(msgspec.Struct, frozen=True, kw_only=True):
    """Change one's own password."""

    old: Annotated[str, msgspec.Meta(max_length=PASSWORD_MAX)]
    new: Annotated[str, msgspec.Meta(max_length=PASSWORD_MAX)]

    def __repr__(self) -> str:
        return "AskPassword(...)"


def room(service: Service) -> Room:
    """The handlers of this module."""
    front = front_of(service)
    return Room(routes=(*_own(front), *_staff(front)))


def _own(front: Front) -> tuple[Any, ...]:
    database, clock = front.service.database, front.clock

    @get("/office/api/me", tags=TAGS, summary="Who I am")
    async def me(request: AnyRequest) -> dict[str, str]:
        who = staff_of(request)
        return {
            "staff_id": who.staff_id,
            "login": who.login,
            "name": who.name,
            "role": who.role.word,
            "store_id": who.store_id,
            "csrf": who.csrf,
        }

    @post("/office/api/me/password", status_code=200, tags=TAGS, summary="Change my password")
    async def my_password(request: AnyRequest, data: JSONBody[AskPassword]) -> Done:
        """Ends all of one's sessions."""
        who, now = staff_of(request), clock()
        attempt = await database.write(
            lambda connection: staff.open_attempt(connection, who.home_store_id, login=who.login, at=now)
        )
        stored = attempt.password_hash if attempt is not None else None
        is_right = await front.slow.run(lambda: front.passwords.matches(stored or None, data.old))
        if attempt is None or attempt.is_locked or not is_right:
            raise Rejected("login", "wrong, or locked after five wrong tries", 403)
        way = await front.slow.run(
            lambda: accounts.way_in(front.passwords, front.vault, login=who.login, password=data.new)
        )

        def job(connection: Any) -> bool:
            staff.succeed(connection, who.home_store_id, who.staff_id)
            return accounts.set_way_in(
                connection, who.home_store_id, who.staff_id, way, who=who.login, at=now
            )

        return Done(changed=await database.write(job))

    @get("/office/api/audit", tags=TAGS, summary="Who did what, newest first")
    async def read_audit(
        request: AnyRequest,
        before: Annotated[str, QueryParameter(max_length=api.ID_MAX)] = "",
        what: Annotated[str, QueryParameter(max_length=api.ID_MAX)] = "",
        limit: Annotated[int, QueryParameter(ge=1, le=audit.PAGE_MAX)] = 100,
    ) -> Sequence[Deed]:
        store_id = staff_of(request).store_id
        return await database.read(
            lambda connection: audit.newest(connection, store_id, before=before, what=what, limit=limit)
        )

    return me, my_password, read_audit


def _staff(front: Front) -> tuple[Any, ...]:
    database, clock = front.service.database, front.clock

    @get("/office/api/staff", tags=TAGS, summary="Every account")
    async def read_staff(request: AnyRequest) -> Sequence[StaffMember]:
        store_id = staff_of(request).store_id
        return await database.read(lambda connection: staff.listed(connection, store_id))

    @post("/office/api/staff", tags=TAGS, summary="Add an account")
    async def add_person(request: AnyRequest, data: JSONBody[AskPerson]) -> Made:
        who, now = staff_of(request), clock()
        role = _given(who, data.role)
        way = await _way(front, data, data.login)
        try:
            staff_id = await database.write(
                lambda connection: accounts.add_person(
                    connection,
                    who.store_id,
                    login=data.login,
                    name=data.name,
                    role=role,
                    way=way,
                    who=who.login,
                    at=now,
                )
            )
        except staff.TakenError as error:
            raise Rejected("taken", str(error), 409) from error
        return Made(id=staff_id)

    @post("/office/api/staff/{staff_id:str}", status_code=200, tags=TAGS, summary="Change an account")
    async def change_person(request: AnyRequest, staff_id: IdOf, data: JSONBody[AskChange]) -> Done:
        who, now = staff_of(request), clock()
        role = _given(who, data.role) if data.role is not None else None
        way = await _way(front, data, "")

        def job(connection: Any) -> bool:
            known = found(staff.get(connection, who.store_id, staff_id), "account")
            if role_of(known.role) > who.role:
                raise Rejected("role", "this account has a higher role than yours", 403)
            if way != accounts.WayIn():
                accounts.set_way_in(connection, who.store_id, staff_id, way, who=who.login, at=now)
            if (data.name, role, data.is_active) == (None, None, None):
                return True
            return accounts.change_person(
                connection,
                who.store_id,
                staff_id,
                name=data.name,
                role=role,
                is_active=data.is_active,
                who=who.login,
                at=now,
                why=data.why,
            )

        try:
            return Done(changed=await database.write(job))
        except staff.TakenError as error:
            raise Rejected("taken", str(error), 409) from error

    @post("/office/api/staff/{staff_id:str}/unlock", status_code=200, tags=TAGS, summary="Unlock an account")
    async def unlock(request: AnyRequest, staff_id: IdOf) -> Done:
        who, now = staff_of(request), clock()
        changed = await database.write(
            lambda connection: accounts.unlock_person(
                connection, who.store_id, staff_id, who=who.login, at=now
            )
        )
        return Done(changed=found(changed, "account"))

    return read_staff, add_person, change_person, unlock


def _given(who: Staff, word: str) -> Role:
    """A role somebody may give: none above their own."""
    role = role_of(word)
    if role > who.role:
        raise Rejected("role", "nobody gives a role above their own", 403)
    return role


async def _way(front: Front, data: Secrets, login: str) -> accounts.WayIn:
    if not (data.password or data.badge or data.pin or data.number):
        return accounts.WayIn()
    return await front.slow.run(
        lambda: accounts.way_in(
            front.passwords,
            front.vault,
            login=login,
            password=data.password,
            badge=data.badge,
            pin=data.pin,
            number=data.number,
        )
    )
