"""The way out: a code for one purchase, shown to the gate, once.

Source: docs/phone.md, "Leaving"; docs/gate.md.
Invariants: only the member whose purchase it is gets its code, with the proof of the phone's key; however
many codes of a purchase there are, it leaves once.
"""

import secrets
from typing import Annotated, Any

import msgspec
from litestar import Response, get, post
from litestar.params import JSONBody, PathParameter

from retail.credential import issue
from retail.credential.code import LINK_BYTES, SUBJECT_BYTES, Kind, subject_of
from retail.credential.issue import Grant
from store.data.journals import exits
from store.data.people import credential_keys
from store.front.gate import shopper_of
from store.identity.errors import Rejected
from store.phone.grants import BODY_MAX, Proof, check_proof
from store.phone.receipts import ID_MAX, own
from store.phone.shell import AnyRequest, Phone, found

LIFE_H = exits.PASS_S // 3600


class Leaving(Proof, frozen=True, kw_only=True):
    """Which purchase, with the proof of the phone's key."""

    receipt: str = ""


class Pass(msgspec.Struct, frozen=True, kw_only=True):
    """200: what the phone shows the gate."""

    grant: Grant
    server_s: int


def routes(phone: Phone) -> tuple[Any, ...]:
    """The handlers of this module."""
    vault = phone.front.vault

    @get("/phone/leave/{envelope_id:str}", include_in_schema=False)
    async def leave(
        request: AnyRequest, envelope_id: Annotated[str, PathParameter(max_length=ID_MAX)]
    ) -> Response[bytes]:
        """Show the code of a purchase to the gate."""
        who = shopper_of(request)
        sale = found(
            await phone.read(lambda connection: own(connection, phone.store_id, envelope_id, who)), "receipt"
        )
        return phone.page(request, "leave.html", who=who, sale=sale)

    @post("/phone/api/leave", status_code=200, request_max_body_size=BODY_MAX, include_in_schema=False)
    async def give_pass(request: AnyRequest, data: JSONBody[Leaving]) -> Pass:
        """A code for this purchase."""
        who, now_s = shopper_of(request), phone.now_s()
        check_proof(phone, who, data, now_s)
        subject = subject_of(secrets.token_bytes(SUBJECT_BYTES))

        def job(connection: Any) -> issue.Signer | None:
            sale = own(connection, phone.store_id, data.receipt, who)
            if sale is None or sale.row.outcome != "sold":
                return None
            signer = credential_keys.signer(connection, vault, phone.store_id, now_s)
            at = now_s * exits.SECOND
            exits.give_pass(connection, phone.store_id, subject, sale.row.transaction_id, at)
            return signer

        signer = await phone.write(job)
        if signer is None:
            raise Rejected("not_found", "there is no such receipt", 404)
        grant = issue.moving(
            Kind.EXIT,
            subject,
            shop_id=phone.store_id,
            from_s=now_s,
            last_link=secrets.token_bytes(LINK_BYTES),
            signer=signer,
            life_h=LIFE_H,
        )
        return Pass(grant=grant, server_s=now_s)

    return leave, give_pass
