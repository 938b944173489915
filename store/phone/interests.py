"""What a member likes, that they are in the shop, and the offers chosen by it, each with why.

Saying what one likes asks for the consent on the same page, and taking it back forgets it. Checking in is an
opt-in of its own, for the day, taken back with one touch. Lanes are told in the same transaction, so that an
offer that is shown here counts there.

Source: docs/phone.md, "Interests", "Checking in".
Invariants: without consent nothing is kept and nothing chosen: the data ask (`store.data.people.interests`),
not this page.
"""

from typing import Any

from litestar import Response, get, post

from retail.pricing import Basket, Pricer
from store.data.people import consents, interest_counts, interests
from store.data.people.interests import INTERESTS
from store.data.people.members import tell_lanes
from store.front.gate import shopper_of
from store.phone.agreements import BY_PURPOSE
from store.phone.offers import Told, is_personal, personal_of, today_of
from store.phone.prices import Found, Prices
from store.phone.shell import FORM_MAX, AnyRequest, Phone, back_to, form_of

LIKES = "/phone/likes"
FIELD = "like."
OFFERS_MAX = 60


def routes(phone: Phone, prices: Prices) -> tuple[Any, ...]:
    """The handlers of this module."""

    @get(LIKES, include_in_schema=False)
    async def page(request: AnyRequest) -> Response[bytes]:
        """What one likes, and what comes of it."""
        who, words, now = shopper_of(request), phone.words(request), phone.front.clock()

        def job(connection: Any) -> tuple[tuple[str, ...], str, bool, bool]:
            given = consents.now(connection, who.member_id)
            return (
                interests.declared(connection, who.member_id),
                interests.checked_in(connection, who.member_id, now),
                given.get("interests", False),
                given.get("history", False),
            )

        liked, here, by_interests, by_history = await phone.read(job)
        local = phone.local()

        def look(pricer: Pricer, read: Found) -> tuple[list[Told], list[str], dict[str, str]]:
            basket = Basket(member=read.member, started_at=local, currency=pricer.terms.currency)
            shown, ids, missed = [], [], {}
            for offer in pricer.terms.offers:
                if not is_personal(offer):
                    continue
                told = today_of(pricer, basket, offer, words)
                if told is not None and personal_of(offer, read.member):
                    shown.append(told)
                    ids.append(offer.id)
                else:
                    missed[offer.id] = pricer.why_not(basket, offer.id).reason
            return shown[:OFFERS_MAX], ids[:OFFERS_MAX], missed

        offers, ids, missed = await prices.ask((), who, look)
        if ids or missed:
            await phone.write(lambda connection: _count(connection, phone, local[:10], ids, missed))
        return phone.page(
            request,
            "likes.html",
            who=who,
            names=INTERESTS,
            liked=liked,
            is_here=here == phone.store_id,
            by_interests=by_interests,
            by_history=by_history,
            agreement=BY_PURPOSE["interests"],
            offers=offers,
            field=FIELD,
        )

    @post(LIKES, status_code=200, request_max_body_size=FORM_MAX, include_in_schema=False)
    async def say(request: AnyRequest) -> Response[Any]:
        """Say what one likes, with the consent to use it; or take both back."""
        who, form, now = shopper_of(request), await form_of(request), phone.front.clock()
        agreement, language = BY_PURPOSE["interests"], phone.words(request).language
        is_given = form.get("agree") == "yes"
        chosen = [one for one in INTERESTS if form.get(FIELD + one) == "yes"] if is_given else []

        def job(connection: Any) -> None:
            consents.say(
                connection,
                who.member_id,
                agreement.purpose,
                is_given=is_given,
                wording=agreement.wording,
                language=language,
                at=now,
            )
            interests.declare(connection, who.member_id, chosen, at=now)
            tell_lanes(connection, [who.member_id], now)

        await phone.write(job)
        return back_to(LIKES, "saved")

    @post(LIKES + "/here", status_code=200, request_max_body_size=FORM_MAX, include_in_schema=False)
    async def here(request: AnyRequest) -> Response[Any]:
        """Check in for the day, or take it back."""
        who, form, now = shopper_of(request), await form_of(request), phone.front.clock()
        day, until = phone.local()[:10], interests.end_of_day(now, phone.zone)

        def job(connection: Any) -> None:
            if form.get("here") == "yes":
                if interests.check_in(
                    connection, phone.store_id, who.member_id, day=day, until=until, at=now
                ):
                    interest_counts.note(connection, phone.store_id, day, "checkin", [""])
            else:
                interests.check_out(connection, who.member_id)
            tell_lanes(connection, [who.member_id], now)

        await phone.write(job)
        return back_to(LIKES, "saved")

    return page, say, here


def _count(connection: Any, phone: Phone, day: str, shown: list[str], missed: dict[str, str]) -> None:
    interest_counts.note(connection, phone.store_id, day, "shown", shown)
    for reason in sorted(set(missed.values())):
        about = [offer_id for offer_id, why in missed.items() if why == reason]
        interest_counts.note(connection, phone.store_id, day, f"missed:{reason}", about)
