"""Style sheet, scripts and icons of the phone pages, from memory and already compressed.

Each address carries a mark of the file's bytes, so that a browser keeps it for a year and still never shows
an old one. What the first page needs is small; the barcode reader is fetched when somebody scans.

Pictures of goods are sent small where a list shows them, made once when first asked for.

Source: docs/phone.md, "Size and looks".
Invariants: only files that were there at start; no path is ever put together.
"""

import functools
import gzip
import hashlib
import io
from pathlib import Path
from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get
from litestar.params import PathParameter
from PIL import Image

from store.identity.errors import Rejected

FOLDER = Path(__file__).resolve().parent / "static"
PICTURES = Path(__file__).resolve().parents[2] / "assets" / "products"
PATH, PICTURE_PATH = "/phone/static", "/phone/picture"
KEPT = "public, max-age=31536000, immutable"
NAME_MAX = 60
THUMB = ".webp"
THUMB_SIZE = (112, 112)
"""Dots of a picture in a list: 40 points on the sharpest screens."""
THUMB_QUALITY = 80
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".wasm": "application/wasm",
    ".txt": "text/plain; charset=utf-8",
}
_PACKED = frozenset({".css", ".js", ".svg", ".wasm", ".txt"})


class Static(msgspec.Struct, frozen=True, kw_only=True):
    """A file."""

    body: bytes
    packed: bytes
    """With gzip; empty: not worth it."""
    media_type: str
    mark: str


@functools.cache
def files() -> dict[str, Static]:
    """Every file by name."""
    return {path.name: _read(path) for path in sorted(FOLDER.iterdir()) if path.suffix in _TYPES}


@functools.cache
def pictures() -> dict[str, Static]:
    """Pictures of goods by name; none where they are not installed."""
    return {path.name: _read(path) for path in sorted(PICTURES.glob("*.png"))}


@functools.cache
def thumb_of(name: str) -> Static | None:
    """A picture as lists show it; at most one of each there is."""
    whole = pictures().get(f"{name}.png")
    if whole is None:
        return None
    with Image.open(io.BytesIO(whole.body)) as opened:
        small = opened.convert("RGBA")
    small.thumbnail(THUMB_SIZE)
    made = io.BytesIO()
    small.save(made, "WEBP", quality=THUMB_QUALITY)
    return Static(body=made.getvalue(), packed=b"", media_type="image/webp", mark=whole.mark)


def _read(path: Path) -> Static:
    body = path.read_bytes()
    return Static(
        body=body,
        packed=gzip.compress(body, 9, mtime=0) if path.suffix in _PACKED else b"",
        media_type=_TYPES[path.suffix],
        mark=hashlib.sha256(body).hexdigest()[:12],
    )


@functools.cache
def marks() -> str:
    """Names all files together: another version has another."""
    together = "".join(file.mark for file in files().values())
    return hashlib.sha256(together.encode()).hexdigest()[:12]


def address(name: str) -> str:
    """Where a page finds a file."""
    return f"{PATH}/{name}?v={files()[name].mark}"


def picture(name: str) -> str:
    """Where a page finds a picture of goods; empty if there is none."""
    found = pictures().get(f"{name}.png")
    return f"{PICTURE_PATH}/{name}.png?v={found.mark}" if found is not None else ""


def thumb(name: str) -> str:
    """Where a list finds a picture of goods; empty if there is none."""
    found = pictures().get(f"{name}.png")
    return f"{PICTURE_PATH}/{name}{THUMB}?v={found.mark}" if found is not None else ""


def packed(body: bytes, accepts: str) -> tuple[bytes, dict[str, str]]:
    """A page as it is sent: with gzip where the browser takes it."""
    if "gzip" not in accepts:
        return body, {"vary": "accept-encoding"}
    return gzip.compress(body, 6, mtime=0), {"vary": "accept-encoding", "content-encoding": "gzip"}


@get(PATH + "/{name:str}", include_in_schema=False)
async def serve(
    request: Request[Any, Any, Any], name: Annotated[str, PathParameter(max_length=NAME_MAX)]
) -> Response[bytes]:
    """One file."""
    return _answer(request, files().get(name))


@get(PICTURE_PATH + "/{name:str}", include_in_schema=False, sync_to_thread=True)
def serve_picture(
    request: Request[Any, Any, Any], name: Annotated[str, PathParameter(max_length=NAME_MAX)]
) -> Response[bytes]:
    """A picture of goods, whole or as lists show it."""
    if name.endswith(THUMB) and name.replace(THUMB, ".png") in pictures():
        return _answer(request, thumb_of(name.removesuffix(THUMB)))
    return _answer(request, pictures().get(name))


def _answer(request: Request[Any, Any, Any], file: Static | None) -> Response[bytes]:
    if file is None:
        raise Rejected("not_found", "there is no such file", 404)
    headers = {"cache-control": KEPT, "etag": f'"{file.mark}"', "vary": "accept-encoding"}
    body = file.body
    if file.packed and "gzip" in request.headers.get("accept-encoding", ""):
        body, headers["content-encoding"] = file.packed, "gzip"
    return Response(body, media_type=file.media_type, headers=headers)
