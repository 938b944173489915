"""Serve the desk's page on loopback, and nothing to anybody else.

A page of another site that reaches for this port is refused: the Host must be loopback, and what changes
anything must be JSON, which browsers never send across sites unasked.

Invariants: listens on 127.0.0.1; a request's body never exceeds BODY_MAX; only known files are served.
"""

import json
import threading
from collections.abc import Callable, Mapping
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from simulators.control import ControlError
from simulators.desk.hands import Hands, RefusedError
from simulators.settings import ASSETS

HOST = "127.0.0.1"
PORT = 8760
BODY_MAX = 4096
SCREEN_TIMEOUT_S = 2.0
POLL_S = 0.05
"""How soon the server notices that it shall end."""
PAGE = Path(__file__).with_name("page.html")
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".svg": "image/svg+xml",
}


class Desk:
    """The page, served from its own thread until `stop`."""

    def __init__(self, hands: Hands, port: int = PORT) -> None:
        handler = partial(_Handler, hands)
        try:
            self._server = ThreadingHTTPServer((HOST, port), handler)
        except OSError:
            self._server = ThreadingHTTPServer((HOST, 0), handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(POLL_S,), name="desk", daemon=True
        )

    @property
    def address(self) -> str:
        """Where to look at it."""
        return f"http://{HOST}:{self._server.server_address[1]}/"

    def start(self) -> None:
        """Begin to serve."""
        self._thread.start()

    def stop(self) -> None:
        """End serving and free the port."""
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, hands: Hands, *arguments: object) -> None:
        self._hands = hands
        super().__init__(*arguments)  # type: ignore[arg-type]  # socketserver's own three arguments

    def do_GET(self) -> None:  # the name is http.server's
        """Answer with the page, a picture, or how things stand."""
        self._answer(self._get)

    def do_POST(self) -> None:  # the name is http.server's
        """Let the hands do something."""
        self._answer(self._post)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing: the terminal belongs to the lane."""

    def _answer(self, work: Callable[[], None]) -> None:
        try:
            if not self._is_from_here():
                self._send(HTTPStatus.FORBIDDEN, _sentence("this page is only for this machine"))
            else:
                work()
        except (RefusedError, ValueError) as error:
            self._send(HTTPStatus.BAD_REQUEST, _sentence(str(error)))
        except ControlError as error:
            self._send(HTTPStatus.BAD_GATEWAY, _sentence(str(error)))
        except OSError:
            self.close_connection = True

    def _is_from_here(self) -> bool:
        host = (self.headers.get("Host") or "").rpartition(":")[0] or self.headers.get("Host")
        return host in (HOST, "localhost")

    def _get(self) -> None:
        parts = [unquote(part) for part in urlsplit(self.path).path.split("/") if part]
        match parts:
            case []:
                self._send_file(PAGE)
            case ["goods"]:
                self._send_json({"goods": self._hands.goods(), "purse": self._hands.purse()})
            case ["screen", number] if number.isdecimal():
                self._send_screen(int(number))
            case ["standing"]:
                self._send_json(self._hands.standing())
            case ["pack", slug]:
                self._send_file(self._hands.pack(slug.removesuffix(".jpg")))
            case ["paper", number] if number.isdecimal():
                self._send_file(self._hands.paper(int(number)))
            case ["product", name] if name.isidentifier():
                self._send_file(ASSETS / "products" / f"{name}.png")
            case ["logo.svg"]:
                self._send_file(ASSETS / "brand" / "logo.svg")
            case ["mark.svg"]:
                self._send_file(ASSETS / "brand" / "logo-mark.svg")
            case _:
                self._send(HTTPStatus.NOT_FOUND, _sentence("there is nothing here"))

    def _post(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        if not 0 < length <= BODY_MAX:
            self.close_connection = True
            raise RefusedError(f"a request has 1 to {BODY_MAX} bytes")
        body = self.rfile.read(length)
        if self.headers.get_content_type() != "application/json" or urlsplit(self.path).path != "/do":
            raise RefusedError("requests are JSON, sent to /do")
        request = json.loads(body)
        if not isinstance(request, dict):
            raise RefusedError("a request is a JSON object")
        self._hands.do(request)
        self._send_json({"ok": True})

    def _send_screen(self, after: int) -> None:
        """The lane's screen once it is newer than `after`; nothing new in a moment is 204."""
        picture = self._hands.screen.newer(after, SCREEN_TIMEOUT_S)
        if picture is None:
            self._send(HTTPStatus.NO_CONTENT, b"")
        else:
            self._send(HTTPStatus.OK, picture.jpeg, "image/jpeg", {"X-Number": str(picture.number)})

    def _send_json(self, answer: dict[str, object]) -> None:
        self._send(HTTPStatus.OK, json.dumps(answer).encode())

    def _send_file(self, path: Path) -> None:
        if not path.is_file():
            self._send(HTTPStatus.NOT_FOUND, _sentence("there is nothing here"))
            return
        self._send(HTTPStatus.OK, path.read_bytes(), _TYPES[path.suffix])

    def _send(
        self,
        status: HTTPStatus,
        body: bytes,
        content_type: str = "application/json",
        more: Mapping[str, str] | None = None,
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header(
            "Content-Security-Policy", "default-src 'self' 'unsafe-inline'; img-src 'self' blob:"
        )
        for name, value in (more or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


def _sentence(text: str) -> bytes:
    return json.dumps({"error": text}).encode()
