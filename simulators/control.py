"""How a simulator is told what to do next, and asked what it did: JSON lines over a Unix socket.

One request per line, `{"do": "name", ...arguments}`; one answer per line, `{"ok": true, ...}` or
`{"ok": false, "error": "sentence"}`. This is the director's channel: no byte of it reaches the lane.

Invariants: a line never exceeds LINE_MAX; a bad line is answered, never fatal.
"""

import contextlib
import json
import os
import socket
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

LINE_MAX = 1_000_000
Handler = Callable[[dict[str, Any]], dict[str, Any] | None]


class ControlError(RuntimeError):
    """The simulator refused a request, or is not there."""


class ControlServer:
    """Answers requests on the socket at `path` by calling `handler`, one at a time across all clients.

    `handler` returns extra fields for the answer, or raises `ControlError` with a sentence.
    """

    def __init__(self, path: Path, handler: Handler) -> None:
        with contextlib.suppress(FileNotFoundError):
            path.unlink()
        self._path = path
        self._handler = handler
        self._lock = threading.Lock()
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.bind(os.fspath(path))
        self._socket.listen(8)
        threading.Thread(target=self._accept, name="control", daemon=True).start()

    def close(self) -> None:
        """Stop answering and remove the socket."""
        self._socket.close()
        with contextlib.suppress(FileNotFoundError):
            self._path.unlink()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), name="control-client", daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client, client.makefile("rwb") as stream, contextlib.suppress(OSError, ValueError):
            while line := stream.readline(LINE_MAX):
                stream.write(json.dumps(self._answer(line)).encode() + b"\n")
                stream.flush()

    def _answer(self, line: bytes) -> dict[str, Any]:
        try:
            request = json.loads(line)
            if not isinstance(request, dict) or not isinstance(request.get("do"), str):
                raise ControlError('a request is a JSON object with "do"')
            with self._lock:
                return {"ok": True, **(self._handler(request) or {})}
        except (ControlError, ValueError) as error:
            return {"ok": False, "error": str(error)}


class ControlClient:
    """Talks to a `ControlServer`. Each call opens its own connection, so a restart in between is harmless."""

    def __init__(self, path: Path, timeout_s: float = 30.0) -> None:
        self._path = path
        self._timeout_s = timeout_s

    def do(self, name: str, /, **arguments: Any) -> dict[str, Any]:
        """Send one request; the answer's fields. Raises `ControlError` if refused or nobody answers."""
        request = json.dumps({"do": name, **arguments}).encode() + b"\n"
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as link:
                link.settimeout(self._timeout_s)
                link.connect(os.fspath(self._path))
                with link.makefile("rwb") as stream:
                    stream.write(request)
                    stream.flush()
                    line = stream.readline(LINE_MAX)
        except OSError as error:
            raise ControlError(f"{self._path.name}: {error}") from error
        answer: dict[str, Any] = json.loads(line) if line else {"ok": False, "error": "hung up"}
        if not answer.get("ok"):
            raise ControlError(f"{name}: {answer.get('error', 'refused')}")
        return answer
