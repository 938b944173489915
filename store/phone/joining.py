"""Becoming a member, and making another phone the same member's.

Nobody is asked for a card, an address or a telephone number, so there is nothing to guess members by: joining
always works and says nothing about anybody. A name is optional and encrypted. Another phone joins with a code
that the first one shows for five minutes, once.

Source: docs/phone.md, "Joining", "Another phone"; docs/security.md, "Members".
Invariants: nothing is ticked beforehand; without the membership's own agreement nothing is kept; a wrong code
is told in one way, whatever is wrong with it, and guesses are limited by address (`Access.PROOF`).
"""

import base64
import re
import secrets
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric import ec
from litestar import Response, get, post

from retail.credential.code import SUBJECT_BYTES, subject_of
from store.data.people import consents, phones
from store.data.people.members import Members, Terms
from store.identity import sessions
from store.identity.errors import Rejected
from store.identity.shredding import Person
from store.phone import lane_join
from store.phone.agreements import AGREEMENTS
from store.phone.shell import FORM_MAX, HOME, AnyRequest, Phone, form_of

NAME_MAX = 40
DEVICE_NAME_MAX = 40
KEY_MAX = 200
KEY_BYTES = 65
"""A point of P-256, uncompressed."""
LINK_PURPOSE = "phone-link"
LINK_DIGITS = 10
_DEVICES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac", "Mac"),
)


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What a form of this module says."""

    name: str = ""
    public_key: str = ""
    agreed: frozenset[str] = frozenset()
    code: str = ""


def routes(phone: Phone) -> tuple[Any, ...]:
    """The handlers of this module."""
    people = Members(phone.front.vault)

    @get("/phone/join", include_in_schema=False)
    async def ask(request: AnyRequest) -> Response[Any]:
        """The form."""
        return _form(phone, request, "join.html")

    @post("/phone/join", status_code=200, request_max_body_size=FORM_MAX, include_in_schema=False)
    async def join(request: AnyRequest) -> Response[Any]:
        """Become a member, on this phone."""
        wish = await _wish(request)
        if any(one.is_needed and one.purpose not in wish.agreed for one in AGREEMENTS):
            mistake = "To join, please agree to the membership."
            return _form(phone, request, "join.html", mistake=mistake, wish=wish, status=422)
        now, language = phone.front.clock(), phone.words(request).language
        subject, public = _subject(), public_key(wish.public_key)
        secret, device = sessions.make(), device_name(request.headers.get("user-agent", ""))
        member_id = f"m-{secrets.token_hex(12)}"

        def job(connection: Any) -> None:
            device_id = phones.add(connection, member_id, subject=subject, public=public, name=device, at=now)
            _begin(connection, member_id, device_id, secret, now)
            for one in AGREEMENTS:
                consents.say(
                    connection,
                    member_id,
                    one.purpose,
                    is_given=one.purpose in wish.agreed,
                    wording=one.wording,
                    language=language,
                    at=now,
                )
            people.add(
                connection,
                phone.store_id,
                Person(name=wish.name, credentials=(phones.credential(subject),)),
                Terms(),
                who=f"phone:{device_id}",
                at=now,
                member_id=member_id,
                why="joined on the phone",
            )
            lane_join.finished(phone, request, connection, subject, now)

        await phone.write(job)
        phone.front.bus.hint(phone.store_id)
        return _known(phone, secret)

    @get("/phone/link", include_in_schema=False)
    async def ask_code(request: AnyRequest) -> Response[Any]:
        """The form for a code that another phone shows."""
        return _form(phone, request, "link.html")

    @post("/phone/link", status_code=200, request_max_body_size=FORM_MAX, include_in_schema=False)
    async def link(request: AnyRequest) -> Response[Any]:
        """Make this phone the member's whose other phone shows the code."""
        wish, now = await _wish(request), phone.front.clock()
        subject, public = _subject(), public_key(wish.public_key)
        secret, device = sessions.make(), device_name(request.headers.get("user-agent", ""))
        code = link_name(phone, wish.code)

        def job(connection: Any) -> bool:
            member_id = phones.take_link(connection, code, now)
            if member_id is None or len(phones.listed(connection, member_id)) >= phones.DEVICES_MAX:
                return False
            record = people.look(
                connection, phone.store_id, member_id, who="phone", at=now, why="adds a phone"
            )
            if record is None or record.is_erased or record.person is None:
                return False
            device_id = phones.add(connection, member_id, subject=subject, public=public, name=device, at=now)
            _begin(connection, member_id, device_id, secret, now)
            known = (*record.person.credentials, phones.credential(subject))
            people.change(
                connection,
                phone.store_id,
                member_id,
                msgspec.structs.replace(record.person, credentials=known),
                record.terms,
                who=f"phone:{device_id}",
                at=now,
                why="added a phone",
            )
            return True

        if not await phone.write(job):
            mistake = "This code does not count, or no longer. Let the other phone show a new one."
            return _form(phone, request, "link.html", mistake=mistake, status=422)
        return _known(phone, secret)

    return ask, join, ask_code, link


def link_name(phone: Phone, code: str) -> str:
    """What the database keeps of a code."""
    return phone.front.vault.mac(LINK_PURPOSE, re.sub(r"\D", "", code)[: LINK_DIGITS + 1])


def public_key(text: str) -> bytes:
    """A phone's own key as its browser sends it; empty where it has none. Raises `Rejected`."""
    if not text:
        return b""
    try:
        raw = base64.b64decode(text, validate=True) if len(text) <= KEY_MAX else b""
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), raw)
    except ValueError as error:
        raise Rejected("malformed", "that is no key of a phone", 400) from error
    if len(raw) != KEY_BYTES:
        raise Rejected("malformed", "that is no key of a phone", 400)
    return raw


def device_name(agent: str) -> str:
    """What a phone is called in its owner's list: what its browser says it is."""
    return next((name for mark, name in _DEVICES if mark in agent), "Phone")


def _begin(connection: Any, member_id: str, device_id: str, secret: str, now: int) -> None:
    session, csrf = sessions.stored(secret), sessions.csrf_of(secret)
    phones.begin(connection, member_id, device_id, session=session, csrf=csrf, at=now)


def _known(phone: Phone, secret: str) -> Response[Any]:
    response: Response[Any] = Response(None, status_code=303, headers={"location": HOME})
    response.set_cookie(phone.cookie(secret, phones.IDLE_S))
    return response


def _subject() -> str:
    return subject_of(secrets.token_bytes(SUBJECT_BYTES))


async def _wish(request: AnyRequest) -> Wish:
    form = await form_of(request)
    return Wish(
        name="".join(letter for letter in form.get("name", "") if letter.isprintable())[:NAME_MAX],
        public_key=form.get("public_key", ""),
        agreed=frozenset(one.purpose for one in AGREEMENTS if form.get(f"agree_{one.purpose}") == "yes"),
        code=form.get("code", ""),
    )


def _form(
    phone: Phone,
    request: AnyRequest,
    template: str,
    *,
    mistake: str = "",
    wish: Wish | None = None,
    status: int = 200,
) -> Response[Any]:
    return phone.page(
        request,
        template,
        status=status,
        mistake=phone.words(request).text(mistake) if mistake else "",
        wish=wish or Wish(),
        agreements=AGREEMENTS,
        name_max=NAME_MAX,
    )
