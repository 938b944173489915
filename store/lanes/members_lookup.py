"""POST /v1/members/lookup: a member by the keyed hash of what they showed, with the balance of this moment.

A lane knows its members without asking. This answers for one who joined a minute ago, with the balance and
the uses of offers of this moment; the replica has them as of the last change.

Source: docs/protocol.md, "Members"; `retail.wire.replica.MEMBER_KEY`.
Invariants: a hash comes in, a pseudonym goes out: nothing here names a person, nor can be guessed without the
lanes' secret.
"""

import re
from typing import Any

import msgspec
from litestar import Request, post
from litestar.params import JSONBody

from retail.member import Member
from retail.wire.members import MEMBER_PATH, FindMember, FoundMember
from store.data.database import Connection
from store.data.goods import catalogue
from store.data.people import members
from store.front.gate import lane_of
from store.identity.errors import Rejected
from store.service import Room, Service

BODY_MAX = 1024
_HASH = re.compile(r"[0-9a-f]{64}")
_decoder = msgspec.json.Decoder(Member)


def room(service: Service) -> Room:
    """The handlers of this module."""
    database, clock = service.database, service.clock

    @post(
        MEMBER_PATH, status_code=200, request_max_body_size=BODY_MAX, tags=["lanes"], summary="Find a member"
    )
    async def find_member(request: Request[Any, Any, Any], data: JSONBody[FindMember]) -> FoundMember:
        """The member with this hashed card, credential or phone; none if nobody has it."""
        store_id = lane_of(request).store_id
        if not _HASH.fullmatch(data.key):
            raise Rejected("malformed", "a key is an HMAC-SHA256 in hex", 400)
        now = clock()
        found = await database.read(lambda connection: _find(connection, store_id, data.key, now))
        return FoundMember(member=found)

    return Room(routes=(find_member,))


def _find(connection: Connection, store_id: str, key: str, now: int) -> Member | None:
    listed = catalogue.find(connection, store_id, members.KIND, key)
    if listed is None:
        return None
    return members.as_told(connection, _decoder.decode(listed.body), now)
