"""Staff accounts, one's own password, and the audit log.

Source: docs/back-office.md, "Staff", "Audit log"; docs/security.md, "Staff".
Invariants: nobody gives a role above their own, or changes an account of a higher one; a password is never
shown again.
"""

import re
from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect

from store.data import audit
from store.data.people import staff
from store.front.gate import staff_of
from store.front.problems import LOGIN_PATH
from store.identity.errors import Rejected
from store.identity.principals import Staff
from store.identity.roles import Role, role_of
from store.office import accounts
from store.office.api import IdOf
from store.office.pages.shell import AnyRequest, Pages, back_to, form_of, found

PATH = "/office/people"
PAGE = 100
_LOGIN = re.compile(r"[a-z0-9][a-z0-9._@-]{0,79}")


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""
    return (*_accounts(pages), *_own(pages), _audit(pages))


async def _page(pages: Pages, request: AnyRequest, **more: Any) -> Response[str]:
    who = staff_of(request)
    people = await pages.read(lambda connection: staff.listed(connection, who.store_id))
    roles = [role.word for role in Role if role <= who.role]
    values = {"form": {}, "mistakes": [], **more}
    return await pages.page(request, "people.html", people=people, roles=roles, **values)


def _accounts(pages: Pages) -> tuple[Any, ...]:
    @get(PATH, include_in_schema=False)
    async def listed(request: AnyRequest) -> Response[str]:
        """Every account."""
        return await _page(pages, request)

    @post(PATH, status_code=200, include_in_schema=False)
    async def add(request: AnyRequest) -> Response[str] | Redirect:
        """A new account."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)
        login, name = form.get("login", "").lower(), form.get("name", "")
        words = pages.words(request)
        if not _LOGIN.fullmatch(login) or not 0 < len(name) <= staff.TEXT_MAX:
            mistakes = [words.text("An account has a short login of small letters and digits, and a name.")]
            return await _page(pages, request, form=form, mistakes=mistakes, status=422)
        try:
            role = _role(who, form.get("role", "attendant"))
            way = await _way(pages, form, login)
            await pages.write(
                who.store_id,
                lambda connection: accounts.add_person(
                    connection,
                    who.store_id,
                    login=login,
                    name=name,
                    role=role,
                    way=way,
                    who=who.login,
                    at=now,
                ),
            )
        except (Rejected, staff.TakenError) as error:
            detail = error.detail if isinstance(error, Rejected) else str(error)
            return await _page(pages, request, form=form, mistakes=[words.text(detail)], status=422)
        return back_to(PATH, "added")

    @post(PATH + "/{staff_id:str}", status_code=200, include_in_schema=False)
    async def change(request: AnyRequest, staff_id: IdOf) -> Response[str] | Redirect:
        """Another role, name or way in; open or closed."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)

        def job(connection: Any) -> bool:
            known = found(staff.get(connection, who.store_id, staff_id), "account")
            if role_of(known.role) > who.role:
                raise Rejected("role", "this account has a higher role than yours", 403)
            if way != accounts.WayIn():
                accounts.set_way_in(connection, who.store_id, staff_id, way, who=who.login, at=now)
            is_active = form.get("active") == "yes"
            if (role.word, is_active) == (known.role, known.is_active):
                return True
            return accounts.change_person(
                connection,
                who.store_id,
                staff_id,
                role=role if role.word != known.role else None,
                is_active=is_active if is_active != known.is_active else None,
                who=who.login,
                at=now,
                why=form.get("why", ""),
            )

        try:
            role = _role(who, form.get("role", ""))
            way = await _way(pages, form, "")
            await pages.write(who.store_id, job)
        except (Rejected, staff.TakenError) as error:
            detail = error.detail if isinstance(error, Rejected) else str(error)
            mistakes = [pages.words(request).text(detail)]
            return await _page(pages, request, mistakes=mistakes, status=422)
        return back_to(PATH, "saved")

    @post(PATH + "/{staff_id:str}/unlock", include_in_schema=False)
    async def unlock(request: AnyRequest, staff_id: IdOf) -> Redirect:
        """Let somebody who guessed wrong try again."""
        who, now = staff_of(request), pages.front.clock()
        done = await pages.write(
            who.store_id,
            lambda connection: accounts.unlock_person(
                connection, who.store_id, staff_id, who=who.login, at=now
            ),
        )
        found(done, "account")
        return back_to(PATH, "unlocked")

    return listed, add, change, unlock


def _role(who: Staff, word: str) -> Role:
    if word not in {role.word for role in Role}:
        raise Rejected("malformed", "a role is attendant, manager or support", 422)
    role = role_of(word)
    if role > who.role:
        raise Rejected("role", "nobody gives a role above their own", 403)
    return role


async def _way(pages: Pages, form: dict[str, str], login: str) -> accounts.WayIn:
    front, shown = pages.front, {name: form.get(name, "") for name in ("password", "badge", "pin", "number")}
    if not any(shown.values()):
        return accounts.WayIn()
    return await front.slow.run(lambda: accounts.way_in(front.passwords, front.vault, login=login, **shown))


def _own(pages: Pages) -> tuple[Any, ...]:
    @get("/office/me", include_in_schema=False)
    async def me(request: AnyRequest) -> Response[str]:
        """My account."""
        return await pages.page(request, "me.html", mistakes=[])

    @post("/office/me/password", status_code=200, include_in_schema=False)
    async def password(request: AnyRequest) -> Response[str] | Redirect:
        """Another password; ends all of one's sessions."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)
        front, words = pages.front, pages.words(request)

        async def refused(text: str) -> Response[str]:
            return await pages.page(request, "me.html", mistakes=[words.text(text)], status=422)

        if form.get("new", "") != form.get("again", ""):
            return await refused("The new password was typed in two ways.")
        attempt = await pages.write(
            who.home_store_id,
            lambda connection: staff.open_attempt(connection, who.home_store_id, login=who.login, at=now),
        )
        stored = attempt.password_hash if attempt is not None else None
        is_right = await front.slow.run(lambda: front.passwords.matches(stored or None, form.get("old", "")))
        if attempt is None or attempt.is_locked or not is_right:
            return await refused("The old password is wrong, or the account is locked.")
        try:
            way = await front.slow.run(
                lambda: accounts.way_in(
                    front.passwords, front.vault, login=who.login, password=form.get("new", "")
                )
            )
        except Rejected as error:
            return await refused(error.detail)

        def job(connection: Any) -> bool:
            staff.succeed(connection, who.home_store_id, who.staff_id)
            return accounts.set_way_in(
                connection, who.home_store_id, who.staff_id, way, who=who.login, at=now
            )

        await pages.write(who.home_store_id, job)
        return Redirect(LOGIN_PATH, status_code=303)

    return me, password


def _audit(pages: Pages) -> Any:
    @get("/office/audit", include_in_schema=False)
    async def read_audit(request: AnyRequest) -> Response[str]:
        """Who did what, newest first."""
        store_id, asked = staff_of(request).store_id, request.query_params
        before, what = asked.get("before", "")[:80], asked.get("what", "").strip()[:120]
        deeds = await pages.read(
            lambda connection: audit.newest(connection, store_id, before=before, what=what, limit=PAGE)
        )
        older = deeds[-1].audit_id if len(deeds) == PAGE else ""
        return await pages.page(
            request, "audit.html", deeds=deeds, what=what, older=older, is_first=not before
        )

    return read_audit
