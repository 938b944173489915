"""Members: found by what they show, looked at with a reason, exported, forgotten.

Nothing about a person is in an address: what is searched for travels in the body of a form. There is no list
of members and no search by name: identities are encrypted one by one.

Source: docs/back-office.md, "Members"; docs/security.md, "Members".
Invariants: every look says why and is noted; to forget somebody their pseudonym is typed again.
"""

from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect

from store.data import audit
from store.data.people.members import Members, Record
from store.front.gate import staff_of
from store.identity import lookup
from store.identity.errors import Rejected
from store.office import api, members_api
from store.office.api import IdOf
from store.office.pages.shell import AnyRequest, Pages, back_to, form_of, found

PATH = "/office/members"
VALUE_MAX = 400
LATELY = 10
LOOKS = frozenset({"member.look", "member.export", "member.erase"})


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""
    people = Members(pages.front.vault)
    return (*_finding(pages, people), *_handing_over(pages, people))


async def _start(pages: Pages, request: AnyRequest, **more: Any) -> Response[str]:
    store_id = staff_of(request).store_id
    deeds = await pages.read(lambda connection: audit.newest(connection, store_id, limit=200))
    lately = [deed for deed in deeds if deed.action in LOOKS][:LATELY]
    values = {"form": {}, "mistakes": [], **more}
    return await pages.page(request, "members.html", lately=lately, kinds=lookup.KINDS, **values)


def _finding(pages: Pages, people: Members) -> tuple[Any, ...]:
    @get(PATH, include_in_schema=False)
    async def start(request: AnyRequest) -> Response[str]:
        """The search."""
        return await _start(pages, request)

    @post(PATH + "/find", status_code=200, include_in_schema=False)
    async def find(request: AnyRequest) -> Response[str]:
        """Whose card, phone or credential it is."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)
        words = pages.words(request)
        why, kind, value = form.get("why", ""), form.get("kind", ""), form.get("value", "")[:VALUE_MAX]
        if not why or len(why) > api.REASON_MAX or kind not in lookup.KINDS or not value:
            mistakes = [words.text("Say what was shown, and why you look.")]
            return await _start(pages, request, form=form, mistakes=mistakes, status=422)
        kind, value = await members_api.as_known(pages.front, who.store_id, kind, value)

        def job(connection: Any) -> Record | None:
            member_id = people.find(connection, who.store_id, kind, value, who=who.login, at=now, why=why)
            if member_id is None:
                return None
            return people.look(connection, who.store_id, member_id, who=who.login, at=now, why=why)

        record = await pages.write(who.store_id, job)
        if record is None:
            mistakes = [words.text("Nobody is known by that.")]
            return await _start(
                pages, request, form={"kind": kind, "why": why}, mistakes=mistakes, status=404
            )
        return await pages.page(request, "member.html", record=record, why=why)

    @post(PATH + "/{member_id:str}/look", status_code=200, include_in_schema=False)
    async def look(request: AnyRequest, member_id: IdOf) -> Response[str]:
        """A member by pseudonym."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)
        why = api.reason(form.get("why", ""))
        record = await pages.write(
            who.store_id,
            lambda connection: people.look(
                connection, who.store_id, form.get("member_id") or member_id, who=who.login, at=now, why=why
            ),
        )
        return await pages.page(request, "member.html", record=found(record, "member"), why=why)

    return start, find, look


def _handing_over(pages: Pages, people: Members) -> tuple[Any, ...]:
    @post(PATH + "/{member_id:str}/export", status_code=200, include_in_schema=False)
    async def export(request: AnyRequest, member_id: IdOf) -> Response[bytes]:
        """Everything about a member, to hand to them."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)
        why = api.reason(form.get("why", ""))
        raw = await pages.write(
            who.store_id,
            lambda connection: people.export(
                connection, who.store_id, member_id, who=who.login, at=now, why=why
            ),
        )
        headers = {"content-disposition": 'attachment; filename="member.json"'}
        return Response(found(raw, "member"), media_type="application/json", headers=headers)

    @post(PATH + "/{member_id:str}/erase", include_in_schema=False)
    async def erase(request: AnyRequest, member_id: IdOf) -> Redirect:
        """Forget a person."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)
        why = api.reason(form.get("why", ""))
        if form.get("again", "") != member_id:
            raise Rejected("not_sure", "type the member's pseudonym to forget them", 422)
        gone = await pages.write(
            who.store_id,
            lambda connection: people.erase(
                connection, who.store_id, member_id, who=who.login, at=now, why=why
            ),
        )
        found(gone, "member")
        return back_to(PATH, "erased")

    return export, erase
