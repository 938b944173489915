"""The shop's keys for codes of phones: which signs, which are believed, and taking one out of force.

A key that leaked is taken off the lanes' list in the same transaction, and another signs: phones fetch new
grants by themselves, printed codes of that key count no more.

Source: docs/credential.md, "Keys".
Invariants: a private key is never shown; whoever takes a key out of force writes why.
"""

from typing import Annotated, Any

from litestar import Response, get, post
from litestar.params import PathParameter
from litestar.response import Redirect

from store.data import audit
from store.data.people import credential_keys
from store.front.gate import staff_of
from store.office import api
from store.office.pages.shell import AnyRequest, Pages, back_to, form_of

PATH = "/office/keys"
KEY_MAX = 40
KeyId = Annotated[str, PathParameter(max_length=KEY_MAX)]


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""

    @get(PATH, include_in_schema=False)
    async def keys(request: AnyRequest) -> Response[str]:
        """Every key, newest first."""
        who, now_s = staff_of(request), pages.front.clock() // 1_000_000
        rows = await pages.read(lambda connection: credential_keys.history(connection, who.store_id))
        return await pages.page(request, "keys.html", rows=rows, now_s=now_s)

    @post(PATH + "/{key_id:str}/revoke", include_in_schema=False)
    async def revoke(request: AnyRequest, key_id: KeyId) -> Redirect:
        """Take a key out of force, now."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)
        why = api.reason(form.get("why", ""))

        def job(connection: Any) -> bool:
            audit.note(
                connection,
                who.store_id,
                who=who.login,
                action="credential.revoke",
                what=key_id,
                why=why,
                at=now,
            )
            return credential_keys.revoke(
                connection, pages.front.vault, who.store_id, key_id, now // 1_000_000
            )

        done = await pages.write(who.store_id, job)
        return back_to(PATH, "told" if done else "unchanged")

    return keys, revoke
