"""The service's description of itself: OpenAPI with who may use what, and a page to read it.

    GET /openapi.json    OpenAPI 3.1
    GET /api             the same as a page; needs nothing from elsewhere

What a route asks for is put in from `store.identity.roles.ROUTES`, so that the description cannot say
anything else than what is enforced.

Source: docs/security.md, "Roles".
"""

import html
from typing import Any

from litestar import Litestar, MediaType, Request, Router, get
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import OpenAPIRenderPlugin

from retail.wire.identity import HEADER_NONCE, HEADER_SIGNATURE, HEADER_TERMINAL, HEADER_TIME
from store import __version__
from store.front.problems import MEDIA_TYPE
from store.identity import roles, sessions
from store.identity.roles import Access

PATH = "/api"
STYLE_PATH = f"{PATH}/page.css"
_METHODS = ("get", "post", "put", "patch", "delete")
_SCHEMES: dict[str, dict[str, str]] = {
    "token": {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "JWT",
        "description": "A lane's token; worth nothing without the signature beside it.",
    },
    "terminal": {"type": "apiKey", "in": "header", "name": HEADER_TERMINAL, "description": "Who signs."},
    "time": {"type": "apiKey", "in": "header", "name": HEADER_TIME, "description": "Microseconds, UTC."},
    "nonce": {"type": "apiKey", "in": "header", "name": HEADER_NONCE, "description": "Never used before."},
    "signature": {
        "type": "apiKey",
        "in": "header",
        "name": HEADER_SIGNATURE,
        "description": "Ed25519 over method, path, body, time and nonce (docs/protocol.md).",
    },
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": sessions.COOKIE,
        "description": "Of somebody who logged in.",
    },
    "csrf": {
        "type": "apiKey",
        "in": "header",
        "name": sessions.CSRF_HEADER,
        "description": "What the login answered; for everything that changes something.",
    },
}
_DEVICE: dict[str, list[str]] = {
    "token": [],
    "terminal": [],
    "time": [],
    "nonce": [],
    "signature": [],
}
_WORDS = {
    Access.PUBLIC: "everybody",
    Access.PROOF: "whoever proves it in the body",
    Access.UPLOAD: "lanes, revoked ones too",
    Access.LANE: "lanes",
    Access.HUB: "hubs",
    Access.ATTENDANT: "attendants",
    Access.MANAGER: "managers",
    Access.SUPPORT: "support",
}
_STYLE = """\
body { margin: 2rem auto; max-width: 64rem; padding: 0 1.5rem; background: #faf6ee; color: #2b2a26;
  font: 16px/1.5 "Noto Sans", system-ui, sans-serif; }
h1, h2 { color: #4a7c59; }
h2 { margin-top: 2.5rem; text-transform: capitalize; }
table { width: 100%; border-collapse: collapse; background: #fffdf8; border: 1px solid #e4dccb; }
th, td { padding: .6rem .8rem; text-align: left; vertical-align: top; border-bottom: 1px solid #e4dccb; }
code { font-family: "Noto Sans Mono", monospace; font-size: .9em; }
small { color: #6d685c; }
a { color: #4a7c59; }
"""
_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "code", "detail", "server_time"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string", "description": "A stable word; what programs act on."},
        "detail": {"type": "string"},
        "server_time": {"type": "integer", "description": "Microseconds since 1970, UTC."},
    },
}


def config() -> OpenAPIConfig:
    """How Litestar describes the service."""
    return OpenAPIConfig(
        title="Store service",
        version=__version__,
        path=PATH,
        description="What lanes, hubs and people ask the store service. Refusals are RFC 9457 problems.",
        render_plugins=(_Page(path="/"),),
    )


def describe(app: Litestar) -> dict[str, Any]:
    """The OpenAPI document, with what each route asks for."""
    document: dict[str, Any] = app.openapi_schema.to_schema()
    parts = document.setdefault("components", {})
    parts["securitySchemes"] = _SCHEMES
    parts.setdefault("schemas", {})["Problem"] = _PROBLEM
    refusal = {
        "description": "Refused, and why.",
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    for path, operations in document.get("paths", {}).items():
        for method in _METHODS:
            operation = operations.get(method)
            if operation is None:
                continue
            access = roles.access_of(method.upper(), path)
            operation["x-access"] = access.value if access is not None else "nobody"
            operation["security"] = _security(access, method)
            operation["responses"] = {
                status: answer for status, answer in operation["responses"].items() if status < "400"
            } | {"default": refusal}
    return document


def _security(access: Access | None, method: str) -> list[dict[str, list[str]]]:
    if access is None or access in (Access.PUBLIC, Access.PROOF):
        return []
    if access.is_device:
        return [_DEVICE]
    return [{"session": []} if method == "get" else {"session": [], "csrf": []}]


class _Page(OpenAPIRenderPlugin):
    """The description as plain HTML."""

    def __init__(self, *, path: str) -> None:
        super().__init__(path=path, media_type=MediaType.HTML)

    def receive_router(self, router: Router) -> None:
        """Add the page's style sheet."""

        @get("/page.css", include_in_schema=False, media_type="text/css")
        async def style() -> str:
            return _STYLE

        router.register(style)

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:
        """The page."""
        document = describe(request.app)
        info = document["info"]
        groups: dict[str, list[str]] = {}
        for path, operations in sorted(document["paths"].items()):
            for method in _METHODS:
                if method in operations:
                    operation = operations[method]
                    tag = (operation.get("tags") or ["service"])[0]
                    groups.setdefault(tag, []).append(_row(method, path, operation))
        tables = "".join(
            f"<h2>{html.escape(tag)}</h2><table><thead><tr><th>Route<th>What<th>Who</tr></thead>"
            f"<tbody>{''.join(rows)}</tbody></table>"
            for tag, rows in sorted(groups.items())
        )
        return (
            f'<!doctype html><html lang="en"><meta charset="utf-8">'
            f'<link rel="stylesheet" href="{STYLE_PATH}">'
            f"<title>{html.escape(info['title'])}</title>"
            f"<h1>{html.escape(info['title'])} {html.escape(info['version'])}</h1>"
            f"<p>{html.escape(info.get('description', ''))} Everything with its fields: "
            f'<a href="/openapi.json">openapi.json</a>.</p>{tables}</html>'
        ).encode()


def _row(method: str, path: str, operation: dict[str, Any]) -> str:
    text = operation.get("summary", "")
    detail = operation.get("description", "")
    who = _WORDS.get(Access(operation["x-access"]), "") if operation["x-access"] != "nobody" else "nobody"
    what = html.escape(text) + (f"<br><small>{html.escape(detail)}</small>" if detail else "")
    return f"<tr><td><code>{method.upper()} {html.escape(path)}</code><td>{what}<td>{html.escape(who)}</tr>"
