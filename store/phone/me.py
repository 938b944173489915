"""A member's own data: what they agreed to, their phones, everything in a file, and being forgotten.

Forgetting destroys the member's own key (`store.identity.shredding`), so that what is left in backups cannot
be read, takes every code of theirs back, and tells the lanes. A balance has to be spent or paid out before.

Source: docs/phone.md, "My data"; docs/security.md, "Members".
Invariants: only the member whose phone asks; to be forgotten one writes a word, so that no stray touch does
it.
"""

import secrets
from typing import Annotated, Any

import msgspec
from litestar import Response, get, post
from litestar.params import PathParameter

from store.data.journals import receipts
from store.data.ordering import order_listing
from store.data.people import consents, credential_news, interests, phones, reviews
from store.data.people.members import Members, tell_lanes
from store.data.stored_value import value_books
from store.front.gate import shopper_of
from store.phone.agreements import AGREEMENTS, BY_PURPOSE
from store.phone.joining import LINK_DIGITS, link_name
from store.phone.shell import FORM_MAX, HOME, AnyRequest, Phone, back_to, form_of, found

ME = "/phone/me"
ID_MAX = 80
SALES_MAX = receipts.PAGE_MAX
OWN = "the member themselves, on their phone"


def routes(phone: Phone) -> tuple[Any, ...]:
    """The handlers of this module."""
    people = Members(phone.front.vault)

    @get(ME, include_in_schema=False)
    async def me(request: AnyRequest) -> Response[bytes]:
        """What the shop knows, and what one may do about it."""
        return await _page(phone, request)

    @post(ME + "/consent", status_code=200, request_max_body_size=FORM_MAX, include_in_schema=False)
    async def consent(request: AnyRequest) -> Response[Any]:
        """Agree to something, or take it back."""
        who, form = shopper_of(request), await form_of(request)
        agreement = found(BY_PURPOSE.get(form.get("purpose", "")), "purpose")
        if agreement.is_needed:
            return back_to(ME, "unchanged")  # without it there is no membership: one is forgotten instead
        language, now = phone.words(request).language, phone.front.clock()
        is_given = form.get("given") == "yes"

        def job(connection: Any) -> bool:
            if not consents.say(
                connection,
                who.member_id,
                agreement.purpose,
                is_given=is_given,
                wording=agreement.wording,
                language=language,
                at=now,
            ):
                return False
            if agreement.purpose == "interests" and not is_given:
                interests.declare(connection, who.member_id, (), at=now)
            tell_lanes(connection, [who.member_id], now)  # what offers are chosen by has changed
            return True

        return back_to(ME, "saved" if await phone.write(job) else "unchanged")

    @post(ME + "/export", status_code=200, request_max_body_size=FORM_MAX, include_in_schema=False)
    async def export(request: AnyRequest) -> Response[bytes]:
        """Everything about the member, as a file."""
        who, now = shopper_of(request), phone.front.clock()

        def job(connection: Any) -> bytes:
            whole = people.export(
                connection, phone.store_id, who.member_id, who=f"phone:{who.device_id}", at=now, why=OWN
            )
            rows = receipts.of_member(connection, phone.store_id, who.member_id, limit=SALES_MAX)
            sales = [receipts.whole(connection, phone.store_id, row.envelope_id) for row in rows]
            told = {"member": msgspec.Raw(found(whole, "member")), "purchases": sales}
            return msgspec.json.encode({**told, "reviews": reviews.of_member(connection, who.member_id)})

        body = msgspec.json.format(await phone.write(job), indent=2)
        headers = {"content-disposition": 'attachment; filename="my-data.json"'}
        return Response(body, media_type="application/json", headers=headers)

    @post(ME + "/erase", status_code=200, request_max_body_size=FORM_MAX, include_in_schema=False)
    async def erase(request: AnyRequest) -> Response[Any]:
        """Forget the member."""
        who, form, now = shopper_of(request), await form_of(request), phone.front.clock()
        words = phone.words(request)
        if form.get("word", "").casefold() != words.text("erase").casefold():
            return await _page(
                phone, request, mistake="To erase everything, please write the word.", status=422
            )

        def job(connection: Any) -> bool:
            statement = value_books.of_member(connection, who.member_id)
            balance_minor = statement.account.balance_minor if statement is not None else 0
            owed = balance_minor + order_listing.refundable(connection, who.member_id)
            if owed and form.get("give_up") != "yes":
                return False
            return people.erase(
                connection, phone.store_id, who.member_id, who=f"phone:{who.device_id}", at=now, why=OWN
            )

        if not await phone.write(job):
            mistake = "There is money on your balance. Spend it, or say that you give it up."
            return await _page(phone, request, mistake=mistake, status=422)
        response = back_to(HOME, "erased")
        response.set_cookie(phone.cookie("", 0))
        response.headers["clear-site-data"] = '"storage"'
        return response

    @post(ME + "/link", status_code=200, request_max_body_size=FORM_MAX, include_in_schema=False)
    async def offer_link(request: AnyRequest) -> Response[bytes]:
        """Show a code that makes another phone this member's."""
        who, now = shopper_of(request), phone.front.clock()
        code = f"{secrets.randbelow(10**LINK_DIGITS):0{LINK_DIGITS}}"
        name = link_name(phone, code)
        await phone.write(lambda connection: phones.offer_link(connection, who.member_id, name, now))
        return await _page(phone, request, code=f"{code[:3]} {code[3:6]} {code[6:]}")

    @post(
        ME + "/phones/{device_id:str}/end",
        status_code=200,
        request_max_body_size=FORM_MAX,
        include_in_schema=False,
    )
    async def end(
        request: AnyRequest, device_id: Annotated[str, PathParameter(max_length=ID_MAX)]
    ) -> Response[Any]:
        """Take out a phone: one that was lost, or this one."""
        who, now = shopper_of(request), phone.front.clock()

        def job(connection: Any) -> bool:
            subject = phones.end(connection, who.member_id, device_id, now)
            if subject is None:
                return False
            at_s = now // 1_000_000
            credential_news.publish(
                connection, credential_news.revoked_rows(connection, [subject], at_s), at_s
            )
            return True

        found(await phone.write(job), "phone")
        return back_to(ME if device_id != who.device_id else HOME, "ended")

    return me, consent, export, erase, offer_link, end


async def _page(
    phone: Phone, request: AnyRequest, *, code: str = "", mistake: str = "", status: int = 200
) -> Response[bytes]:
    who = shopper_of(request)

    def job(connection: Any) -> dict[str, Any]:
        statement = value_books.of_member(connection, who.member_id)
        return {
            "given": consents.now(connection, who.member_id),
            "history": consents.history(connection, who.member_id),
            "devices": phones.listed(connection, who.member_id),
            "balance_minor": (statement.account.balance_minor if statement is not None else 0)
            + order_listing.refundable(connection, who.member_id),
        }

    read = await phone.read(job)
    return phone.page(
        request,
        "me.html",
        who=who,
        status=status,
        agreements=AGREEMENTS,
        titles={one.purpose: one.title for one in AGREEMENTS},
        code=code,
        minutes=phones.LINK_S // 60,
        mistake=phone.words(request).text(mistake) if mistake else "",
        **read,
    )
