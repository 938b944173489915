"""The gateway's HTTP server: paths and bodies to the book, and everything that can go wrong on the way.

Invariants: a body is read to BODY_MAX at most; an unknown path is a 404 without a word about orders.
"""

import contextlib
import socket
import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from kiosk.payment.wallet import codec
from simulators.terminal.faults import Faults
from simulators.wallet_gateway.book import AbsentError, Book, ConflictError

CODES_MAX = 1000


class Gateway(ThreadingHTTPServer):
    """One gateway on 127.0.0.1. `slow_s` is longer than any client of it waits."""

    daemon_threads = True
    block_on_close = False

    def __init__(
        self,
        book: Book,
        faults: Faults,
        *,
        port: int = 0,
        token: str = "",
        slow_s: float = 20.0,
        certificate: Path | None = None,
    ) -> None:
        self.book = book
        self.faults = faults
        self.token = token
        self.slow_s = slow_s
        self.codes: list[str] = []
        """What shoppers showed, for tests."""
        self.ending = threading.Event()
        super().__init__(("127.0.0.1", port), _Handler)
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.socket = context.wrap_socket(self.socket, server_side=True)
        scheme = "https" if certificate else "http"
        self.url = f"{scheme}://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hung up is no news."""

    def end(self) -> None:
        """Stop serving; also whoever is being slow."""
        self.ending.set()
        self.shutdown()
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: Gateway
    protocol_version = "HTTP/1.1"
    timeout = 60
    disable_nagle_algorithm = True  # head and body go out at once

    def do_GET(self) -> None:
        self._serve("GET")

    def do_PUT(self) -> None:
        self._serve("PUT")

    def do_POST(self) -> None:
        self._serve("POST")

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""

    def _serve(self, method: str) -> None:
        faults = self.server.faults
        if self.server.ending.is_set():
            self._hang_up()
            return
        size = int(self.headers.get("content-length") or 0)
        body = self.rfile.read(min(size, codec.BODY_MAX))
        if self.server.token and self.headers.get("authorization") != f"Bearer {self.server.token}":
            self._answer(401, b"{}")
            return
        if faults.take("down"):
            self._answer(503, b"busy")
            return
        if faults.take("strange_404"):
            self._answer(404, b"<html>not here</html>")
            return
        changes = method != "GET"
        if changes and faults.take("lost_question"):
            self._hang_up()
            return
        is_refund, is_new = "/refunds/" in self.path, method == "PUT"
        late = "late_refund" if is_refund else "late_arrival"
        if is_new and faults.take(late):
            self._later(method, body)
            return
        status, answer = self._carry_out(method, body)
        if changes and faults.take("duplicate"):
            status, answer = self._carry_out(method, body)
        if changes and faults.take("lost_reply"):
            self._hang_up()
            return
        if changes and faults.take("server_error"):
            self._answer(500, b"oops")
            return
        self._distorted(status, answer)

    def _later(self, method: str, body: bytes) -> None:
        """Carried out when its sender has long given up."""

        def arrive() -> None:
            self.server.ending.wait(self.server.slow_s * 2)
            self._carry_out(method, body)

        threading.Thread(target=arrive, name="late", daemon=True).start()
        self._hang_up()

    def _distorted(self, status: int, answer: bytes) -> None:
        faults = self.server.faults
        if faults.take("slow"):
            self.server.ending.wait(self.server.slow_s)
        if faults.take("garbage") or faults.take("mute"):
            answer = b"<html>\xff</html>"
        if faults.take("odd_state"):
            answer = answer.replace(b'"state":"', b'"state":"re')
        if faults.take("other_order"):
            answer = answer.replace(b'"order_number":"', b'"order_number":"x')
        if faults.take("huge"):
            answer = b" " * 1_000_000 + answer
        self._answer(status, answer, drip=faults.take("drip"))

    def _carry_out(self, method: str, body: bytes) -> tuple[int, bytes]:
        try:
            found = self._route(method, body)
        except AbsentError as error:
            return 404, codec.encode(codec.Absence(missing=error.what))
        except ConflictError:
            return 409, b"{}"
        except codec.ProtocolError:
            return 400, b"{}"
        return (200, codec.encode(found)) if found is not None else (404, b"{}")

    def _route(self, method: str, body: bytes) -> codec.OrderState | codec.RefundState | None:
        book = self.server.book
        parts = self.path.removeprefix(codec.PATH).strip("/").split("/")
        if not self.path.startswith(codec.PATH + "/") or not all(map(codec.is_name, parts)):
            return None
        match method, parts:
            case "PUT", [number]:
                order = codec.decode(body, codec.Order)
                if order.code and len(self.server.codes) < CODES_MAX:
                    self.server.codes.append(order.code)
                return book.create(number, order)
            case "GET", [number]:
                return book.query(number)
            case "POST", [number, "cancel"]:
                return book.cancel(number)
            case "PUT", [number, "refunds", refund_id]:
                return book.refund(number, refund_id, codec.decode(body, codec.Refund))
            case "GET", [number, "refunds", refund_id]:
                return book.refund_query(number, refund_id)
            case _:
                return None

    def _answer(self, status: int, body: bytes, *, drip: bool = False) -> None:
        with contextlib.suppress(OSError):  # whoever asked may have gone
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            for at in range(0, len(body), 1 if drip else max(1, len(body))):
                self.wfile.write(body[at : at + 1] if drip else body)
                if drip and self.server.ending.wait(self.server.slow_s / 20):
                    return

    def _hang_up(self) -> None:
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)
