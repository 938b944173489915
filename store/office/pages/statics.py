"""Style sheet, scripts, pictures and fonts of the pages, from memory.

Each address carries a mark of the file's bytes, so that a browser keeps them for a year and still never shows
an old one.

Invariants: only files of `store/office/static` that were there at start; no path is ever put together.
"""

import functools
import hashlib
from pathlib import Path
from typing import Annotated, Any

import msgspec
from litestar import Response, get
from litestar.params import PathParameter

from store.identity.errors import Rejected

FOLDER = Path(__file__).resolve().parent.parent / "static"
PATH = "/office/static"
KEPT = "public, max-age=31536000, immutable"
NAME_MAX = 60
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff": "font/woff",
    ".txt": "text/plain; charset=utf-8",
}


class Static(msgspec.Struct, frozen=True, kw_only=True):
    """A file."""

    body: bytes
    media_type: str
    mark: str


@functools.cache
def files() -> dict[str, Static]:
    """Every file by name."""
    return {
        path.name: Static(
            body=(body := path.read_bytes()),
            media_type=_TYPES[path.suffix],
            mark=hashlib.sha256(body).hexdigest()[:12],
        )
        for path in sorted(FOLDER.iterdir())
        if path.suffix in _TYPES
    }


def address(name: str) -> str:
    """Where a page finds a file."""
    return f"{PATH}/{name}?v={files()[name].mark}"


@get(PATH + "/{name:str}", include_in_schema=False)
async def serve(name: Annotated[str, PathParameter(max_length=NAME_MAX)]) -> Response[bytes]:
    """One file."""
    file = files().get(name)
    if file is None:
        raise Rejected("not_found", "there is no such file", 404)
    headers: dict[str, Any] = {"cache-control": KEPT, "etag": f'"{file.mark}"'}
    return Response(file.body, media_type=file.media_type, headers=headers)
