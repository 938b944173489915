"""Which request a line of the log belongs to: the caller's trace, or one of its own.

Source: W3C Trace Context, "traceparent".
Invariants: what a stranger sends is used only if it has the form of a trace id.
"""

import contextvars
import re
import secrets
from typing import Any

from litestar.connection import ASGIConnection
from litestar.handlers.base import BaseRouteHandler

from store.service import Room, Service

HEADER = "traceparent"
_TRACE: contextvars.ContextVar[str] = contextvars.ContextVar("trace", default="")
_FORM = re.compile(r"00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}")


def room(_service: Service) -> Room:
    """Asked before every handler."""
    return Room(guards=(begin,))


def begin(connection: ASGIConnection[Any, Any, Any, Any], _handler: BaseRouteHandler) -> None:
    """What this task logs belongs to this request."""
    found = _FORM.fullmatch(connection.headers.get(HEADER, ""))
    is_lawful = found is not None and set(found[1]) != {"0"}
    _TRACE.set(found[1] if found is not None and is_lawful else secrets.token_hex(16))


def trace_id() -> str:
    """The trace of the request this task serves; empty: it serves none."""
    return _TRACE.get()
