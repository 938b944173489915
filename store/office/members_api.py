"""Members as an API: find, look, export, add, change, forget.

Source: docs/security.md, "Members".
Invariants: every look at a member and every change says why and is noted; no address holds anything of a
person but a pseudonym.
"""

from typing import Annotated, Any, Literal

import msgspec
from litestar import Response, get, post
from litestar.params import JSONBody, QueryParameter

from retail import member as rules
from retail.check import BrokenInvariantError
from retail.terms import read_terms
from store.data.goods import catalogue
from store.data.people import members
from store.data.people.members import Members, Record, Terms
from store.front.front import Front, front_of
from store.front.gate import staff_of
from store.identity.errors import Rejected
from store.identity.shredding import CREDENTIALS_MAX, Person
from store.office import api
from store.office.api import AnyRequest, Done, IdOf, Made, found
from store.service import Room, Service

TAGS = ["members of the office"]
Why = Annotated[str, msgspec.Meta(max_length=api.REASON_MAX)]
WhyAsked = Annotated[str, QueryParameter(max_length=api.REASON_MAX, description="Why: it is noted.")]


class AskMember(msgspec.Struct, frozen=True, kw_only=True):
    """A member, new or changed, and why."""

    person: Person
    terms: Terms
    why: Why


class AskWhose(msgspec.Struct, frozen=True, kw_only=True):
    """Something a member showed, and why it is looked up. In a body: addresses end up in logs of proxies."""

    kind: Literal["card", "phone", "credential"]
    value: Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
    why: Why


class AskErase(msgspec.Struct, frozen=True, kw_only=True):
    """Forget a member."""

    why: Why


def room(service: Service) -> Room:
    """The handlers of this module."""
    return Room(routes=_members(front_of(service)))


def _members(front: Front) -> tuple[Any, ...]:
    database, clock = front.service.database, front.clock
    people = Members(front.vault)

    @post(
        "/office/api/members/find",
        status_code=200,
        tags=TAGS,
        summary="Whose card, phone or credential is this?",
    )
    async def find_member(request: AnyRequest, data: JSONBody[AskWhose]) -> Made:
        who, now, reason = staff_of(request), clock(), api.reason(data.why)
        kind, value = await as_known(front, who.store_id, data.kind, data.value.strip())
        member_id = await database.write(
            lambda connection: people.find(
                connection, who.store_id, kind, value, who=who.login, at=now, why=reason
            )
        )
        return Made(id=found(member_id, "member"))

    @get("/office/api/members/{member_id:str}", tags=TAGS, summary="A member")
    async def look(request: AnyRequest, member_id: IdOf, why: WhyAsked) -> Record:
        who, now, reason = staff_of(request), clock(), api.reason(why)
        record = await database.write(
            lambda connection: people.look(
                connection, who.store_id, member_id, who=who.login, at=now, why=reason
            )
        )
        return found(record, "member")

    @get("/office/api/members/{member_id:str}/export", tags=TAGS, summary="Everything about a member")
    async def export(request: AnyRequest, member_id: IdOf, why: WhyAsked) -> Response[bytes]:
        who, now, reason = staff_of(request), clock(), api.reason(why)
        raw = await database.write(
            lambda connection: people.export(
                connection, who.store_id, member_id, who=who.login, at=now, why=reason
            )
        )
        headers = {"content-disposition": 'attachment; filename="member.json"'}
        return Response(found(raw, "member"), media_type="application/json", headers=headers)

    @post("/office/api/members", tags=TAGS, summary="Add a member")
    async def add(request: AnyRequest, data: JSONBody[AskMember]) -> Made:
        who, now, reason = staff_of(request), clock(), api.reason(data.why)
        _check_person(data.person)

        def job(connection: Any) -> str:
            return people.add(
                connection, who.store_id, data.person, data.terms, who=who.login, at=now, why=reason
            )

        return Made(id=await _kept(database.write(job)))

    @post("/office/api/members/{member_id:str}", status_code=200, tags=TAGS, summary="Change a member")
    async def change(request: AnyRequest, member_id: IdOf, data: JSONBody[AskMember]) -> Done:
        who, now, reason = staff_of(request), clock(), api.reason(data.why)
        _check_person(data.person)

        def job(connection: Any) -> bool:
            return people.change(
                connection,
                who.store_id,
                member_id,
                data.person,
                data.terms,
                who=who.login,
                at=now,
                why=reason,
            )

        return Done(changed=found(await _kept(database.write(job)), "member"))

    @post("/office/api/members/{member_id:str}/erase", status_code=200, tags=TAGS, summary="Forget a member")
    async def erase(request: AnyRequest, member_id: IdOf, data: JSONBody[AskErase]) -> Done:
        who, now, reason = staff_of(request), clock(), api.reason(data.why)
        changed = await database.write(
            lambda connection: people.erase(
                connection, who.store_id, member_id, who=who.login, at=now, why=reason
            )
        )
        return Done(changed=found(changed, "member"))

    return find_member, look, export, add, change, erase


async def as_known(front: Front, store_id: str, kind: str, value: str) -> tuple[str, str]:
    """A card or phone the way it is looked up: as the lanes write it."""
    file = await front.service.database.read(lambda connection: catalogue.terms_file(connection, store_id))
    if not file:
        return kind, value
    terms = read_terms(file, front.service.settings.currency)
    for identified in (
        rules.identify_typed(value, terms.members),
        rules.identify_scanned(value, terms.members),
    ):
        if identified.key is not None and identified.key.kind.value == kind:
            return kind, identified.key.value
    return kind, value


def _check_person(person: Person) -> None:
    if len(person.credentials) > CREDENTIALS_MAX:
        raise Rejected("malformed", f"a member has at most {CREDENTIALS_MAX} cards and phones", 422)


async def _kept(writing: Any) -> Any:
    try:
        return await writing
    except (members.TakenError, members.ErasedError) as error:
        raise Rejected("taken", str(error), 409) from error
    except BrokenInvariantError as error:  # `retail.member` says what a member must be
        raise Rejected("malformed", str(error), 422) from error
