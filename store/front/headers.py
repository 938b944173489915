"""Headers that every answer carries.

Source: docs/security.md, "Answers"; OWASP ASVS 5.0 V3.4.
Invariants: a handler's own header of the same name is kept.
"""

from collections.abc import Awaitable, Callable

from litestar.types import Message, Scope

POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADER_SERVER_TIME = b"x-server-time"
_ALWAYS: tuple[tuple[bytes, bytes], ...] = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)
_STRICT = (b"strict-transport-security", b"max-age=31536000")

Hook = Callable[[Message, Scope], Awaitable[None]]


def hook(clock: Callable[[], int], *, is_secure: bool) -> Hook:
    """What Litestar calls before it sends: adds the headers. `is_secure`: people reach us by TLS only."""
    always = (*_ALWAYS, _STRICT) if is_secure else _ALWAYS

    async def add(message: Message, scope: Scope) -> None:
        if message["type"] != "http.response.start":
            return
        headers = list(message.get("headers", ()))
        own = {name for name, _ in headers}
        headers.extend(entry for entry in always if entry[0] not in own)
        headers.append((HEADER_SERVER_TIME, str(clock()).encode()))
        message["headers"] = headers

    return add
