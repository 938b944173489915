"""Gift cards and balances: what the shop owes, one account with its ledger, issuing, blocking, putting right.

A card's number is shown once, when it is issued, and kept nowhere. Every look at an account and every change
says why and is noted. Forms carry a name of their own, so that sending one again changes nothing.

Source: docs/stored-value.md, "In the office"; docs/back-office.md.
Invariants: no number is in an address or a log; nothing is changed without a reason.
"""

import secrets
from typing import Any

import markupsafe
import msgspec
import segno
from litestar import Response, get, post

from retail.stored_value.account import Outcome
from retail.stored_value.number import GiftNumber, make_number, read_number
from retail.stored_value.postings import BOOKS
from retail.terms import Terms, no_terms, read_terms
from store.data import audit
from store.data.database import Connection
from store.data.goods import catalogue
from store.data.ids import new_id
from store.data.lanes import terminals
from store.data.stored_value import value, value_books, value_cards, wallet_settling
from store.data.stored_value.value import Origin
from store.data.stored_value.value_books import Statement
from store.data.stored_value.value_cards import RefusedError, TakenError
from store.front.gate import staff_of
from store.identity import lookup
from store.identity.errors import Rejected
from store.identity.passwords import pin_fault
from store.office import api
from store.office.api import IdOf
from store.office.pages.goods import amount_of
from store.office.pages.shell import AnyRequest, Pages, form_of, found
from store.reports import risk

PATH = "/office/value"
FORM_SIZE = 36
"""Characters of a form's own name (`new_id`)."""
_REFUSED = {
    Outcome.OVER_LIMIT: "That is more than an account may hold.",
    Outcome.EMPTY: "There is not so much on it.",
    Outcome.HELD_ELSEWHERE: "A purchase holds some of it just now.",
    Outcome.CONTRADICTS: "This form was sent before with another amount.",
}


class Issued(msgspec.Struct, frozen=True, kw_only=True):
    """A card as it is handed over, once."""

    number: GiftNumber
    account_id: str
    amount_minor: int
    pin: str

    @property
    def grouped(self) -> str:
        """The number as people read it."""
        digits = self.number.digits
        return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))

    @property
    def qr(self) -> markupsafe.Markup:
        """The card's code as a picture to print."""
        code = segno.make_qr(self.number.qr_text, error="m")
        return markupsafe.Markup(code.svg_inline(scale=5, border=4))  # drawn by us, of digits


def routes(pages: Pages) -> tuple[Any, ...]:
    """The handlers of this module."""
    return (*_looking(pages), *_changing(pages))


# --- the page ----------------------------------------------------------------------------------------------


async def _start(pages: Pages, request: AnyRequest, **more: Any) -> Response[str]:
    store_id = staff_of(request).store_id

    def job(connection: Connection) -> dict[str, Any]:
        lanes = [
            one
            for one in terminals.listed(connection, store_id)
            if one.kind == "lane" and one.state == "active"
        ]
        return {
            "file": catalogue.terms_file(connection, store_id),
            "figures": value_books.figures(connection, store_id),
            "cards": value_books.listed(connection, store_id),
            "losses": value_books.losses(connection, store_id),
            "charges": wallet_settling.to_settle(connection, store_id, pages.front.clock()),
            "lanes": len(lanes),
        }

    read = await pages.read(job)
    terms = _terms(pages, read.pop("file"))
    return await pages.page(
        request,
        "value.html",
        **{
            **read,
            "limits": terms.stored_value,
            "risk": risk.worst(terms, read["lanes"]),
            "form_id": new_id(),
            "form": {},
            "mistakes": [],
            "issued": None,
            **more,
        },
    )


async def _account(
    pages: Pages, request: AnyRequest, told: Statement, why: str, **more: Any
) -> Response[str]:
    values = {"mistakes": [], "message": "", **more}
    return await pages.page(
        request, "value_account.html", told=told, why=why, books=BOOKS, form_id=new_id(), **values
    )


def _look(
    connection: Connection, pages: Pages, request: AnyRequest, account_id: str, action: str, why: str
) -> Statement:
    """An account with its ledger; that it was looked at or changed is noted."""
    who, now = staff_of(request), pages.front.clock()
    told = found(value_books.statement(connection, account_id), "account")
    audit.note(connection, who.store_id, who=who.login, action=action, what=account_id, why=why, at=now)
    statement: Statement = told
    return statement


def _looking(pages: Pages) -> tuple[Any, ...]:
    @get(PATH, include_in_schema=False)
    async def start(request: AnyRequest) -> Response[str]:
        """What the shop owes, its cards, its losses."""
        return await _start(pages, request)

    @post(PATH + "/find", status_code=200, include_in_schema=False)
    async def find(request: AnyRequest) -> Response[str]:
        """The account of a card by its number, or of a member by their pseudonym."""
        who, form, words = staff_of(request), await form_of(request), pages.words(request)
        why = api.reason(form.get("why", ""))
        shown = form.get("number", "")[: api.ID_MAX]
        file = await pages.read(lambda connection: catalogue.terms_file(connection, who.store_id))
        number = read_number(shown, _terms(pages, file).stored_value.numbers)

        def job(connection: Connection) -> Statement | None:
            if isinstance(number, GiftNumber):
                account_id = value_cards.find_card(connection, _lookup(pages, number))
            else:
                account_id = value_cards.find_member(connection, shown)
            if account_id is None:
                now = pages.front.clock()
                audit.note(
                    connection,
                    who.store_id,
                    who=who.login,
                    action="value.find",
                    what="nobody",
                    why=why,
                    at=now,
                )
                return None
            return _look(connection, pages, request, account_id, "value.look", why)

        told = await pages.write(who.store_id, job)
        if told is None:
            mistakes = [words.text("There is no card of this number, and no member's balance.")]
            return await _start(pages, request, mistakes=mistakes, form={"why": why}, status=404)
        return await _account(pages, request, told, why)

    @post(PATH + "/{account_id:str}/look", status_code=200, include_in_schema=False)
    async def look(request: AnyRequest, account_id: IdOf) -> Response[str]:
        """An account with its ledger."""
        why = api.reason((await form_of(request)).get("why", ""))
        told = await pages.write(
            staff_of(request).store_id,
            lambda connection: _look(connection, pages, request, account_id, "value.look", why),
        )
        return await _account(pages, request, told, why)

    return start, find, look


# --- changing ----------------------------------------------------------------------------------------------


def _changing(pages: Pages) -> tuple[Any, ...]:
    @post(PATH, status_code=200, include_in_schema=False)
    async def issue(request: AnyRequest) -> Response[str]:
        """Make a card with money on it, and show its number this once."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)
        words, currency = pages.words(request), pages.settings.currency
        file = await pages.read(lambda connection: catalogue.terms_file(connection, who.store_id))
        limits = _terms(pages, file).stored_value
        amount, why = amount_of(form.get("amount", ""), currency), form.get("why", "")
        prefix, pin, form_id = form.get("prefix", ""), form.get("pin", ""), form.get("form_id", "")
        mistakes = []
        if amount is None or not limits.may_load(0, amount):
            mistakes.append(
                words.text(
                    "A card is loaded with {least} to {most}.",
                    least=words.amount(limits.load_min_minor),
                    most=words.amount(limits.load_max_minor),
                )
            )
        if not why or len(why) > api.REASON_MAX:
            mistakes.append(words.text("Say why."))
        if prefix and prefix not in limits.ean_prefixes:
            mistakes.append(words.text("No gift card of this shop begins so."))
        if (pin or prefix) and (fault := pin_fault(pin)):
            mistakes.append(words.text(fault))
        if mistakes or amount is None or len(form_id) != FORM_SIZE:
            return await _start(pages, request, mistakes=mistakes, form=form, status=422)
        number = make_number(secrets.randbelow, prefix)
        pin_hash = await pages.front.slow.run(lambda: pages.front.passwords.hash(pin)) if pin else ""
        origin = Origin(store_id=who.store_id, who=who.login, why=why)

        def job(connection: Connection) -> str:
            account_id = value_cards.issue(
                connection,
                _lookup(pages, number),
                number.last_digits,
                amount,
                limits,
                currency=currency,
                origin=origin,
                at=now,
                pin_hash=pin_hash,
                account_id=f"v-{form_id}",
            )
            _note(connection, who.login, account_id, "value.issue", origin, now, str(amount))
            return account_id

        try:
            account_id = await pages.write(who.store_id, job)
        except (TakenError, RefusedError):
            again = words.text("This form was sent before. Block that card if its number was not seen.")
            return await _start(pages, request, mistakes=[again], status=409)
        issued = Issued(number=number, account_id=account_id, amount_minor=amount, pin=pin)
        return await _start(pages, request, issued=issued)

    @post(PATH + "/{account_id:str}/block", status_code=200, include_in_schema=False)
    async def block(request: AnyRequest, account_id: IdOf) -> Response[str]:
        """Let nothing more be spent, or let it again."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)
        why, blocked = api.reason(form.get("why", "")), form.get("blocked") == "yes"

        def job(connection: Connection) -> Statement:
            value_cards.set_blocked(connection, account_id, blocked=blocked, at=now)
            action = "value.block" if blocked else "value.unblock"
            return _look(connection, pages, request, account_id, action, why)

        told = await pages.write(who.store_id, job)
        return await _account(pages, request, told, why, message=pages.words(request).text("Saved."))

    @post(PATH + "/{account_id:str}/adjust", status_code=200, include_in_schema=False)
    async def adjust(request: AnyRequest, account_id: IdOf) -> Response[str]:
        """Put a balance right, up or down."""
        who, now, form = staff_of(request), pages.front.clock(), await form_of(request)
        words, why = pages.words(request), api.reason(form.get("why", ""))
        amount = amount_of(form.get("amount", ""), pages.settings.currency)
        form_id, is_down = form.get("form_id", ""), form.get("way") == "down"
        if not amount or len(form_id) != FORM_SIZE:
            raise Rejected("malformed", "say how much, as 12.50", 422)
        change = -amount if is_down else amount
        file = await pages.read(lambda connection: catalogue.terms_file(connection, who.store_id))
        limits = _terms(pages, file).stored_value
        origin = Origin(store_id=who.store_id, who=who.login, why=why)

        def job(connection: Connection) -> tuple[Outcome, Statement]:
            name = f"adjust:{form_id}"
            step = found(
                value.adjust(connection, account_id, name, change, limits, origin=origin, at=now), "account"
            )
            if step.outcome is Outcome.DONE:
                _note(connection, who.login, account_id, "value.adjust", origin, now, str(change))
            return step.outcome, found(value_books.statement(connection, account_id), "account")

        outcome, told = await pages.write(who.store_id, job)
        if outcome in _REFUSED:
            mistakes = [words.text(_REFUSED[outcome])]
            return await _account(pages, request, told, why, mistakes=mistakes, status=422)
        return await _account(pages, request, told, why, message=words.text("Saved."))

    return issue, block, adjust


def _note(
    connection: Connection, who: str, account_id: str, action: str, origin: Origin, at: int, detail: str
) -> None:
    audit.note(
        connection,
        origin.store_id,
        who=who,
        action=action,
        what=account_id,
        why=origin.why,
        detail=detail,
        at=at,
    )


def _lookup(pages: Pages, number: GiftNumber) -> str:
    key = number.key(lookup.member_secret(pages.front.vault))
    return value_cards.lookup_of(pages.front.vault, key)


def _terms(pages: Pages, file: bytes | None) -> Terms:
    currency = pages.settings.currency
    return read_terms(file, currency) if file else no_terms(currency)
