"""The way to the lane: the basket of the phone behind a code of its own, and what became of it.

The basket is read once more here, as the lane will sell it: goods it can look up, coupons by their code, and
what has to be shown at the lane itself. From then on it stands still: a change on the phone makes a new code.

Source: docs/phone.md, "To the lane".
Invariants: the code is for this phone that proved its key, and an hour; a basket that a lane has stays as it
is; the phone is told nothing but its own.
"""

import secrets
from typing import Any

import msgspec
from litestar import Response, get, post
from litestar.params import JSONBody

from retail.basket import Line
from retail.credential import issue
from retail.credential.code import LINK_BYTES, SUBJECT_BYTES, Kind, subject_of
from retail.credential.issue import Grant
from retail.pricing import Pricer
from retail.wire.handover import COUPONS_MAX
from retail.wire.suspended import SuspendedGoods
from store.data.journals import handover
from store.data.lanes import terminals
from store.data.people import credential_keys
from store.front.gate import shopper_of
from store.identity.errors import Rejected
from store.phone.goods import BODY_MAX, LINES_MAX, Wanted, date_of, is_coupon, line_of, read_code
from store.phone.grants import Proof, check_proof
from store.phone.prices import Found, Prices
from store.phone.shell import AnyRequest, Phone

LIFE_H = handover.LIFE_S // 3600


class Handing(Proof, frozen=True, kw_only=True):
    """A basket, with the proof of the phone's key."""

    lines: tuple[Wanted, ...] = ()


class Handed(msgspec.Struct, frozen=True, kw_only=True):
    """200: what the phone shows at a lane."""

    grant: Grant
    server_s: int
    pieces: int
    left_out: int
    """Lines that have to be shown at the lane itself."""


class Where(msgspec.Struct, frozen=True, kw_only=True):
    """200: where the basket is. `none`, `open`, `claimed`, `aside`, `paid` or `withdrawn`."""

    state: str
    lane: str = ""
    receipt: str = ""


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """200: whether the basket is the phone's again."""

    is_back: bool


def routes(phone: Phone, prices: Prices) -> tuple[Any, ...]:
    """The handlers of this module."""
    vault = phone.front.vault

    @get("/phone/pay", include_in_schema=False)
    async def pay(request: AnyRequest) -> Response[bytes]:
        """Show the basket to a lane."""
        return phone.page(request, "pay.html", who=shopper_of(request))

    @get("/phone/api/handover", include_in_schema=False)
    async def where(request: AnyRequest) -> Where:
        """Where the phone's basket is."""
        who = shopper_of(request)

        def job(connection: Any) -> Where:
            stands = handover.newest(connection, phone.store_id, who.device_id)
            if stands is None:
                return Where(state="none")
            lane = terminals.name_of(connection, phone.store_id, stands.lane) if stands.lane else ""
            return Where(state=stands.state, lane=lane, receipt=stands.envelope_id)

        where_is: Where = await phone.read(job)
        return where_is

    @post("/phone/api/handover", status_code=200, request_max_body_size=BODY_MAX, include_in_schema=False)
    async def hand_over(request: AnyRequest, data: JSONBody[Handing]) -> Handed:
        """A code for the basket as it is now; the one before counts no more."""
        who, now_s = shopper_of(request), phone.now_s()
        check_proof(phone, who, data, now_s)
        if len(data.lines) > LINES_MAX:
            raise Rejected("too_large", f"a basket on a phone has at most {LINES_MAX} lines", 422)
        read = [(line, read_code(line.code, phone.settings.currency)) for line in data.lines]
        keys = {key for _, code in read if code for key in (code.key, code.alternative_key) if key}

        def resolve(pricer: Pricer, known: Found) -> tuple[list[SuspendedGoods], list[str]]:
            lines = [
                line_of(at, one, code, known, date_of(pricer.terms, one, phone))
                for at, (one, code) in enumerate(read)
            ]
            texts = [one.code for one, code in read if code is None and is_coupon(one.code, pricer.terms)]
            return [_goods(line) for line in lines if isinstance(line, Line)], texts[:COUPONS_MAX]

        goods, coupons = await prices.ask(keys, who, resolve)
        if not goods:
            raise Rejected("empty", "there is nothing in this basket that a lane can take over", 422)
        wanted = handover.Offered(
            subject=subject_of(secrets.token_bytes(SUBJECT_BYTES)),
            member_id=who.member_id,
            device_id=who.device_id,
            member_subject=who.subject,
            lines=tuple(goods),
            coupons=tuple(coupons),
        )

        def keep(connection: Any) -> issue.Signer | None:
            signer = credential_keys.signer(connection, vault, phone.store_id, now_s)
            away = handover.offer(connection, phone.store_id, wanted, now_s * handover.SECOND)
            return signer if away is None else None

        signer = await phone.write(keep)
        if signer is None:
            raise Rejected("at_lane", "a lane has this basket: pay there, or ask staff", 409)
        return Handed(
            grant=issue.moving(
                Kind.BASKET,
                wanted.subject,
                shop_id=phone.store_id,
                from_s=now_s,
                last_link=secrets.token_bytes(LINK_BYTES),
                signer=signer,
                life_h=LIFE_H,
            ),
            server_s=now_s,
            pieces=sum(line.quantity for line in goods),
            left_out=len(data.lines) - len(goods) - len(coupons),
        )

    @post(
        "/phone/api/handover/back", status_code=200, request_max_body_size=BODY_MAX, include_in_schema=False
    )
    async def take_back(request: AnyRequest) -> Given:
        """Go on scanning: the code shown before counts no more."""
        who = shopper_of(request)
        return Given(
            is_back=await phone.write(
                lambda connection: handover.withdraw(connection, phone.store_id, who.device_id)
            )
        )

    return pay, where, hand_over, take_back


def _goods(line: Line) -> SuspendedGoods:
    return SuspendedGoods(
        key=line.product.key,
        quantity=line.quantity,
        weight_g=line.weight_g,
        price_minor=line.price_minor,
        is_marked_down=line.is_marked_down,
        best_before=line.best_before,
    )
