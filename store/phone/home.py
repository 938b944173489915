"""The first page: the member's moving code, or how to become a member; and what makes it an app on the phone.

Source: docs/phone.md, "The code", "Offline".
Invariants: the page works from the phone's own store when there is no network; the service worker never keeps
an answer to a form, nor a page of anybody but who is known on this phone.
"""

from typing import Any

import msgspec
from litestar import Response, get

from store.phone import statics
from store.phone.shell import HOME, AnyRequest, Phone

OFFLINE = "/phone/offline"
SHELL = ("phone.css", "phone.js", "card.js", "qr.js", "store.js", "icons.svg", "scan.js")
"""Files a phone keeps to work without a network."""
LATER = ("zxing_reader.js", "zxing_reader.wasm")
"""Files it keeps from the first time somebody scans."""


def routes(phone: Phone) -> tuple[Any, ...]:
    """The handlers of this module."""

    @get(HOME, include_in_schema=False)
    async def home(request: AnyRequest) -> Response[bytes]:
        """The code, or a welcome."""
        who = await phone.shopper(request)
        return phone.page(request, "card.html" if who is not None else "welcome.html", who=who)

    @get(OFFLINE, include_in_schema=False)
    async def offline(request: AnyRequest) -> Response[bytes]:
        """What is shown in place of a page that was never opened before."""
        return phone.page(request, "offline.html")

    @get("/phone/manifest.webmanifest", include_in_schema=False)
    async def manifest(request: AnyRequest) -> Response[bytes]:
        """What a phone needs to know to install the pages."""
        words = phone.words(request)
        body = {
            "id": HOME,
            "name": phone.settings.name,
            "short_name": phone.settings.name,
            "description": words.text("Your code, coupons and receipts"),
            "lang": words.language,
            "start_url": HOME,
            "scope": HOME,
            "display": "standalone",
            "orientation": "portrait",
            "background_color": "#0a3420",
            "theme_color": "#0a3420",
            "icons": [
                {"src": statics.address("icon.svg"), "sizes": "any", "type": "image/svg+xml"},
                *(
                    {
                        "src": statics.address(f"icon-{size}.png"),
                        "sizes": f"{size}x{size}",
                        "type": "image/png",
                    }
                    for size in (192, 512)
                ),
                {
                    "src": statics.address("icon-512.png"),
                    "sizes": "512x512",
                    "type": "image/png",
                    "purpose": "maskable",
                },
            ],
            "shortcuts": [{"name": words.text("Scan"), "url": "/phone/scan"}],
        }
        headers = {"cache-control": "no-cache"}
        return Response(msgspec.json.encode(body), media_type="application/manifest+json", headers=headers)

    @get("/phone/sw.js", include_in_schema=False)
    async def worker(request: AnyRequest) -> Response[bytes]:
        """The service worker, with the files of this version."""
        kept = [statics.address(name) for name in SHELL]
        version = statics.marks()
        body = b"".join(
            (
                f"const VERSION = {msgspec.json.encode(version).decode()};\n".encode(),
                f"const FILES = {msgspec.json.encode([*kept, OFFLINE]).decode()};\n".encode(),
                statics.files()["worker.js"].body,
            )
        )
        headers = {"cache-control": "no-cache", "service-worker-allowed": HOME}
        return Response(body, media_type="text/javascript; charset=utf-8", headers=headers)

    return home, offline, manifest, worker
