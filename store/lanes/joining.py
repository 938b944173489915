"""Becoming a member at a lane: POST /v1/members/join, and a code for the phone that finishes it.

The code is an address with a word only this service can make: for which purchase of which lane it is, and how
long. Whoever joins with it is told to that lane on the live channel (`store.phone.lane_join`), once.

Source: docs/phone.md, "Joining at a lane"; `retail.wire.joining`.
Invariants: a number is encrypted as every member's; one question makes one member, however often it is asked;
what was not agreed to is not kept as agreed.
"""

from typing import Any

import msgspec
from litestar import Request, post
from litestar.params import JSONBody

from retail.agreements import AGREEMENTS, NEEDED
from retail.member import KeyKind, Member, phone_number
from retail.terms import read_terms
from retail.wire import joining as jn
from store.data.database import Connection
from store.data.goods import catalogue
from store.data.people import consents, members, phones
from store.data.people.members import Members, TakenError, Terms
from store.front.front import front_of
from store.front.gate import lane_of
from store.identity import lane_joins, lookup
from store.identity.errors import Rejected
from store.identity.principals import Lane
from store.identity.shredding import Person
from store.service import Room, Service

BODY_MAX = 4 * 1024
NAME_MAX = 80
PURPOSE = "lane-join"
TAGS = ["lanes"]
_member = msgspec.json.Decoder(Member)

AnyRequest = Request[Any, Any, Any]


def room(service: Service) -> Room:
    """The handlers of this module."""
    front = front_of(service)
    people, database = Members(front.vault), service.database

    @post(jn.BEGIN_PATH, status_code=200, request_max_body_size=BODY_MAX, tags=TAGS, summary="Join by phone")
    async def begin(request: AnyRequest, data: JSONBody[jn.BeginJoin]) -> jn.JoinBegun:
        """An address for the shopper's phone, good for ten minutes."""
        lane = lane_of(request)
        _named(data.transaction_id)
        word = lane_joins.made(
            front.vault, lane.store_id, lane.terminal_id, data.transaction_id, service.clock()
        )
        return jn.JoinBegun(url=f"{service.settings.url}/phone/join/lane/{word}")

    @post(jn.JOIN_PATH, status_code=200, request_max_body_size=BODY_MAX, tags=TAGS, summary="Join at a lane")
    async def join(request: AnyRequest, data: JSONBody[jn.JoinHere]) -> jn.Joined:
        """A new member by a telephone number."""
        lane, now = lane_of(request), service.clock()
        _named(data.transaction_id)
        if len(data.phone) > jn.PHONE_MAX or len(data.agreed) > jn.AGREED_MAX:
            raise Rejected("malformed", "a number and what one agrees to are short", 400)
        if not frozenset(data.agreed) >= NEEDED:
            return jn.Joined(reason="consent")
        currency = service.settings.currency
        number = await database.read(lambda one: _number(one, lane.store_id, data.phone, currency))
        if number is None:
            return jn.Joined(reason="unreadable")
        try:
            return await database.write(lambda one: _join(one, people, lane, data, number, now))
        except TakenError:
            return jn.Joined(reason="known")

    @post(jn.FIND_PATH, status_code=200, request_max_body_size=BODY_MAX, tags=TAGS, summary="Who has joined")
    async def find(request: AnyRequest, data: JSONBody[jn.FindJoined]) -> jn.Joined:
        """The member whose phone this is, though the lane has not heard of them."""
        store_id, now = lane_of(request).store_id, service.clock()
        _named(data.transaction_id)
        _named(data.subject)
        kind, value = phones.credential(data.subject)
        key = lookup.member_lookup(front.vault, kind, value)
        found = await database.read(lambda one: _found(one, store_id, key, now))
        return jn.Joined(member=found) if found is not None else jn.Joined(reason="unknown")

    def _join(
        connection: Connection, people: Members, lane: Lane, asked: jn.JoinHere, number: str, now: int
    ) -> jn.Joined:
        named = f"{lane.store_id}/{lane.terminal_id}/{asked.transaction_id}/{asked.ask_no}"
        member_id = f"m-{front.vault.mac(PURPOSE, named)[:24]}"
        key = lookup.member_lookup(front.vault, KeyKind.PHONE.value, number)
        known = _found(connection, lane.store_id, key, now)
        if known is not None:
            return jn.Joined(member=known) if known.member_id == member_id else jn.Joined(reason="known")
        for one in AGREEMENTS:
            consents.say(
                connection,
                member_id,
                one.purpose,
                is_given=one.purpose in asked.agreed,
                wording=one.wording,
                language=asked.language[:8],
                at=now,
            )
        people.add(
            connection,
            lane.store_id,
            Person(name="", phone=number, credentials=((KeyKind.PHONE.value, number),)),
            Terms(),
            who=f"lane:{lane.terminal_id}",
            at=now,
            member_id=member_id,
            why="joined at a lane",
        )
        return jn.Joined(member=_found(connection, lane.store_id, key, now))

    return Room(routes=(begin, join, find))


def _found(connection: Connection, store_id: str, key: str, now: int) -> Member | None:
    listed = catalogue.find(connection, store_id, members.KIND, key)
    return members.as_told(connection, _member.decode(listed.body), now) if listed is not None else None


def _number(connection: Connection, store_id: str, typed: str, currency: str) -> str | None:
    """The number by the shop's own rules of numbers."""
    file = catalogue.terms_file(connection, store_id)
    terms = read_terms(file or msgspec.json.encode({"currency": currency}), currency)
    return phone_number(typed, terms.members)


def _named(text: str) -> None:
    if not 0 < len(text) <= NAME_MAX or not text.isprintable():
        raise Rejected("malformed", f"an id has 1 to {NAME_MAX} printable characters", 400)
