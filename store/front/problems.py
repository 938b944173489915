"""One form for everything that is refused: `application/problem+json` with a stable code.

    {"type": "about:blank", "title": "Unauthorized", "status": 401, "code": "wrong_time",
     "detail": "signed +300 s from the service's time", "server_time": 1800000000000000}

Lanes act on `code`, never on `detail`. A person who opens a page without a session is sent to the login page.

Source: RFC 9457; docs/security.md, "Answers".
Invariants: a fault of the service tells nothing about itself but a number to find it by in the log.
"""

import http
import logging
import math
import traceback
import urllib.parse
from collections.abc import Callable
from typing import Any

import msgspec
import uuid_utils
from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException
from litestar.response import Redirect
from litestar.serialization import decode_json, decode_msgpack

from retail.unreadable import UNREADABLE
from store.identity.errors import Rejected

MEDIA_TYPE = "application/problem+json"
OFFICE_PATH, PHONE_PATH = "/office", "/phone"
LOGIN_PATH = "/office/login"
PAGE, PHONE_PAGE = "problem_page", "phone_problem_page"
"""Shared, if there: makes a refusal a page for a browser (`MakePage`), of the office, of a phone."""
DETAIL_MAX = 300
_log = logging.getLogger(__name__)

AnyRequest = Request[Any, Any, Any]
_READING = (decode_json.__code__, decode_msgpack.__code__)
MakePage = Callable[[AnyRequest, int, str, str], Response[Any]]
"""From status, code and detail."""
_CODES = {
    400: "malformed",
    404: "not_found",
    405: "method_not_allowed",
    413: "too_large",
    415: "media_type",
    422: "malformed",
    429: "too_often",
    503: "overloaded",
}


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """A refusal as it is told."""

    status: int
    code: str
    detail: str
    title: str = ""
    type: str = "about:blank"
    server_time: int = 0
    """Microseconds since 1970, UTC."""


def answer(
    status: int,
    code: str,
    detail: str,
    now: int,
    *,
    retry_after_s: float = 0,
    headers: dict[str, str] | None = None,
) -> Response[bytes]:
    """The response that tells a problem."""
    problem = Problem(
        status=status,
        code=code,
        detail=detail[:DETAIL_MAX],
        title=http.HTTPStatus(status).phrase,
        server_time=now,
    )
    extra = dict(headers or {})
    if retry_after_s > 0:
        extra["retry-after"] = str(math.ceil(retry_after_s))
    return Response(msgspec.json.encode(problem), status_code=status, media_type=MEDIA_TYPE, headers=extra)


def handlers(clock: Callable[[], int]) -> dict[int | type[Exception], Any]:
    """Litestar's exception handlers: every exception as a problem."""

    def rejected(request: AnyRequest, error: Rejected) -> Response[Any]:
        if error.code == "no_session" and _wants_page(request):
            target = request.scope["path"]
            if _is_of(target, PHONE_PATH):
                return Redirect(PHONE_PATH, status_code=303)
            return Redirect(f"{LOGIN_PATH}?next={urllib.parse.quote(target)}", status_code=303)
        if (page := as_page(request, error.status, error.code, error.detail)) is not None:
            return page
        headers = {"www-authenticate": "Bearer"} if error.status == 401 else {}
        return answer(
            error.status,
            error.code,
            error.detail,
            clock(),
            retry_after_s=error.retry_after_s,
            headers=headers,
        )

    def refused(request: AnyRequest, error: HTTPException) -> Response[Any]:
        detail = str(error.detail)
        if isinstance(error, ValidationException) and isinstance(error.extra, list):
            faults = [f"{fault.get('key', '')}: {fault.get('message', '')}" for fault in error.extra if fault]
            detail = "; ".join(faults) or detail
        status = error.status_code
        headers = {
            name: value for name, value in (error.headers or {}).items() if name.lower() != "content-type"
        }
        code = _CODES.get(status, "refused")
        page = as_page(request, status, code, detail)
        return page if page is not None else answer(status, code, detail, clock(), headers=headers)

    def failed(request: AnyRequest, error: Exception) -> Response[Any]:
        if _is_of_the_body(error):
            return answer(400, "malformed", "the body cannot be read", clock())
        number = str(uuid_utils.uuid7())
        _log.error(
            "fault %s in %s %s",
            number,
            request.scope.get("method", ""),
            request.scope["path"],
            exc_info=error,
        )
        detail = f"the service made a mistake; its log has it as {number}"
        page = as_page(request, 500, "fault", detail)
        return page if page is not None else answer(500, "fault", detail, clock())

    return {Rejected: rejected, HTTPException: refused, 500: failed}


def as_page(request: AnyRequest, status: int, code: str, detail: str) -> Response[Any] | None:
    """The refusal as a page, for somebody in front of a browser, where pages are served; else None."""
    if not _is_browser(request):
        return None
    name = PHONE_PAGE if _is_of(request.scope["path"], PHONE_PATH) else PAGE
    make: MakePage | None = request.app.state["service"].shared.get(name)
    return make(request, status, code, detail) if make is not None else None


def _is_browser(request: AnyRequest) -> bool:
    """Whether a person's browser shows the answer, not a script."""
    wants_html = "text/html" in request.headers.get("accept", "")
    path = request.scope["path"]
    has_pages = path.startswith(OFFICE_PATH) or _is_of(path, PHONE_PATH)
    return wants_html and has_pages and "hx-request" not in request.headers


def _is_of(path: str, home: str) -> bool:
    return path == home or path.startswith(home + "/")


def _is_of_the_body(error: Exception) -> bool:
    """Whether this is what a stranger's bytes raised while the framework read them for a handler."""
    if not isinstance(error, UNREADABLE):
        return False
    return any(frame.f_code in _READING for frame, _ in traceback.walk_tb(error.__traceback__))


def _wants_page(request: AnyRequest) -> bool:
    """Whether a person's browser asks for a page, not a script for data."""
    wants_html = "text/html" in request.headers.get("accept", "")
    return request.scope["method"] == "GET" and wants_html and "hx-request" not in request.headers
