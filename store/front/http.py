"""HTTP/1.1 as uvicorn speaks it, with an end to what clients may keep open or pile up without asking.

uvicorn waits without limit for the head of a request and for the rest of a body, and keeps every header it is
sent. Here a head has HEAD_S seconds and HEAD_MAX bytes, and a body that stops coming for STALLED_S ends the
connection: a thin link may be slow, but not silent.

Source: RFC 9112, section 9.5; RFC 9110, 15.5.9 and 15.5.21; docs/security.md, "Limits".
Invariants: belongs to one event loop; one timer per connection at most.
"""

import asyncio
import enum
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_S = 20.0
"""From the first word of a client, or none, to the whole head of its request."""
HEAD_MAX = 64 * 1024
"""Bytes of a head that comes in pieces; one piece has at most 256 KiB."""
STALLED_S = 30.0
"""A body may pause so long."""
_TIMEOUT = b"HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
_TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


class _Phase(enum.Enum):
    """What is waited for."""

    HEAD = "the rest of a head"
    BODY = "the rest of a body"
    ANSWER = "the service, or the client's next request: uvicorn's own limit holds"


class BoundedProtocol(HttpToolsProtocol):
    """One connection."""

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self._phase = _Phase.HEAD
        self._head_bytes = 0
        self._patience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Somebody is there: now they have to ask for something."""
        super().connection_made(transport)
        self._wait(HEAD_S)

    def connection_lost(self, exc: Exception | None) -> None:
        """They are gone."""
        self._wait(0)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Some bytes of a request."""
        before = self._phase
        super().data_received(data)
        if self.transport.is_closing():
            self._wait(0)
        elif self._phase is _Phase.BODY:
            self._wait(STALLED_S)
        elif self._phase is _Phase.ANSWER:
            is_idle = before is _Phase.ANSWER and (self.cycle is None or self.cycle.response_complete)
            self._wait(HEAD_S if is_idle else 0)  # bytes that begin nothing end uvicorn's wait for a request
        elif before is not _Phase.HEAD or self._patience is None:
            self._wait(HEAD_S)
        else:
            self._head_bytes += len(data)
            if self._head_bytes > HEAD_MAX:
                self._refuse(_TOO_LARGE)

    def on_message_begin(self) -> None:
        """A request begins."""
        self._phase, self._head_bytes = _Phase.HEAD, 0
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """Its head is whole."""
        self._phase = _Phase.BODY
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """All of it is here."""
        self._phase = _Phase.ANSWER
        super().on_message_complete()

    def handle_websocket_upgrade(self) -> None:
        """The line is another protocol's from now on."""
        self._phase = _Phase.ANSWER
        super().handle_websocket_upgrade()

    def _wait(self, seconds: float) -> None:
        """Give the client so long; 0: this is not what ends its connection."""
        if self._patience is not None:
            self._patience.cancel()
        self._patience = self.loop.call_later(seconds, self._lost_patience) if seconds else None

    def _lost_patience(self) -> None:
        self._patience = None
        if self._phase is _Phase.BODY and self.flow.read_paused:  # it is we who do not read
            self._wait(STALLED_S)
        else:
            self._refuse(_TIMEOUT)

    def _refuse(self, answer: bytes) -> None:
        self._wait(0)
        if not self.transport.is_closing():
            self.transport.write(answer)
            self.transport.close()
