"""A phone that finishes what was begun at a lane: joining, for the purchase that waits there.

The lane's code is an address with a word: lane, purchase and until when, and a keyed hash over them. The page
that opens keeps it in a cookie for the join form; who joins is told to that lane as a command on its live
channel. Whoever is a member on this phone already is shown their code, which the lane reads as always.

Source: docs/phone.md, "Joining at a lane".
Invariants: a word that was changed, is over or was used is nothing; it opens no session and names nobody; the
lane learns a phone's pseudonym, as it would from its code.
"""

from typing import Annotated, Any

from litestar import Response, get
from litestar.datastructures import Cookie
from litestar.params import PathParameter

from store.data.lanes import commands
from store.identity.lane_joins import LIFE_S, WORD_MAX, read
from store.phone.shell import HOME, AnyRequest, Phone

COOKIE = "lane_join"


def finished(phone: Phone, request: AnyRequest, connection: Any, subject: str, at: int) -> None:
    """Somebody has joined on this phone: the lane that waits for them is told."""
    word = read(phone.front.vault, request.cookies.get(COOKIE, ""), at)
    if word is None or word.store_id != phone.store_id:
        return
    commands.give(
        connection,
        word.store_id,
        word.terminal_id,
        "joined",
        by="phone",
        text=word.transaction_id,
        argument=subject,
        at=at,
        life_s=LIFE_S,
    )


def routes(phone: Phone) -> tuple[Any, ...]:
    """The handler of this module."""

    @get("/phone/join/lane/{word:str}", include_in_schema=False)
    async def arrive(
        request: AnyRequest, word: Annotated[str, PathParameter(max_length=WORD_MAX)]
    ) -> Response[Any]:
        """The lane's code was read: on to the form, or home for whoever is a member here."""
        known = await phone.shopper(request) is not None
        counts = read(phone.front.vault, word, phone.front.clock()) is not None
        target = HOME if known else "/phone/join"
        response: Response[Any] = Response(None, status_code=303, headers={"location": target})
        if counts and not known:
            response.set_cookie(
                Cookie(
                    key=COOKIE,
                    value=word,
                    path="/phone",
                    max_age=LIFE_S,
                    httponly=True,
                    samesite="lax",
                    secure=phone.settings.is_secure,
                )
            )
        return response

    return (arrive,)
