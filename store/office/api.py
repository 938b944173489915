"""What the pages of the office share with the API: parameters, who asks, how a job is run.

Source: docs/security.md, "Roles".
Invariants: a job knows its store from the session, never from what was sent.
"""

from typing import Annotated, Any, TypeVar

import msgspec
from litestar import Request
from litestar.params import PathParameter

from store.front.front import Front
from store.identity.errors import Rejected

T = TypeVar("T")
BODY_MAX = 16 * 1024
REASON_MAX = 300
ID_MAX = 80

AnyRequest = Request[Any, Any, Any]
IdOf = Annotated[str, PathParameter(max_length=ID_MAX)]


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """Whether it changed something."""

    changed: bool


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """The id of what was made."""

    id: str


def found(thing: T | None, what: str) -> T:
    """The thing. Raises `Rejected` with status 404 when there is none."""
    if thing is None or thing is False:
        raise Rejected("not_found", f"there is no such {what}", 404)
    return thing


def reason(text: str) -> str:
    """Why somebody looks at or changes personal data. Raises `Rejected` when it is not said."""
    text = text.strip()
    if not text or len(text) > REASON_MAX:
        raise Rejected("why", f"say why, in 1 to {REASON_MAX} characters", 422)
    return text


async def write(front: Front, store_id: str, job: Any) -> Any:
    """Run a job; tell who is watching."""
    answer = await front.service.database.write(job)
    front.bus.hint(store_id)
    return answer
