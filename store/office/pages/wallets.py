"""Payments by wallet whose end nobody knows: what is known, asking the gateway again, staff's word.

Source: docs/stored-value.md, "Payments by wallet without a clear end".
Invariants: nothing is decided without a reason; of staff's word and the gateway's the first one counts.
"""

from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect

from store.data.stored_value import wallet_settling
from store.data.stored_value.wallet_charges import Charge
from store.data.stored_value.wallet_settling import Settled
from store.front.gate import staff_of
from store.identity.errors import Rejected
from store.office import api
from store.office.api import IdOf
from store.office.pages.shell import AnyRequest, Pages, back_to, form_of, found

PATH = "/office/value/wallets"
HEARD = {
    "": "It never answered.",
    "no_answer": "It gives no answer.",
    "pending": "It waits for the wallet.",
    "paid": "It was paid.",
    "declined": "The wallet declined.",
    "expired": "Its time was over: nothing was paid.",
    "cancelled": "It is cancelled: nothing was paid.",
    "other_currency": "It was paid in another currency.",
}


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""

    @get(PATH, include_in_schema=False)
    async def listed(request: AnyRequest) -> Response[str]:
        """What waits for a word, and what got one."""
        who, now = staff_of(request), pages.front.clock()
        lists = await pages.read(lambda connection: wallet_settling.looked(connection, who.store_id, now))
        return await pages.page(
            request,
            "wallets.html",
            waiting=lists.waiting,
            decided=lists.decided,
            heard=HEARD,
            asked={one.charge_id for one in (*lists.waiting, *lists.decided) if _is_asked(one, now)},
        )

    @post(PATH + "/{charge_id:str}/ask", include_in_schema=False)
    async def ask(request: AnyRequest, charge_id: IdOf) -> Redirect:
        """Have the gateway asked again."""
        who, now = staff_of(request), pages.front.clock()
        is_asked = await pages.write(
            who.store_id,
            lambda connection: wallet_settling.ask_again(
                connection, who.store_id, charge_id, who=who.login, at=now
            ),
        )
        return back_to(PATH, "" if is_asked else "unchanged")

    @post(PATH + "/{charge_id:str}/settle", include_in_schema=False)
    async def settle(request: AnyRequest, charge_id: IdOf) -> Redirect:
        """Say what it was."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)
        word, why = form.get("word", ""), api.reason(form.get("why", ""))
        if word not in ("paid", "not_paid"):
            raise Rejected("malformed", "say whether it was paid", 422)

        def job(connection: Any) -> Settled | None:
            return wallet_settling.settle(
                connection,
                who.store_id,
                charge_id,
                is_paid=word == "paid",
                who=who.login,
                why=why,
                at=now,
            )

        settled = found(await pages.write(who.store_id, job), "payment")
        return back_to(PATH, {"done": "settled", "known": "known", "nothing": "nothing_to_book"}[settled])

    return listed, ask, settle


def _is_asked(one: Charge, now: int) -> bool:
    """Whether an answer is on its way: the page looks again by itself."""
    return 0 < one.look_at <= now
