"""A network camera that sends JPEG after JPEG over one HTTP answer ("MJPEG stream").

A slow reader of TCP would see an ever older picture; so each `read` empties what has arrived and unpacks
only the newest picture. Every wait and every length has a limit: a camera is another computer.

Source: docs/devices/scanner.md, "Network camera"; RFC 9112 (HTTP/1.1 status line, header fields).
"""

import select
import socket
import time
from urllib.parse import urlsplit

from kiosk.scanner.frame import Frame
from kiosk.scanner.multipart import HEADER_SIZE_MAX, MultipartDecoder, MultipartError
from kiosk.scanner.sources.base import CameraError, SourceSettings, frame_from_jpeg

CONNECT_TIMEOUT_S = 1.5
CHUNK_SIZE = 256 * 1024
DRAIN_CHUNKS_MAX = 64
"""Chunks taken in one read to reach the newest picture."""
BROKEN_PICTURES_MAX = 30
"""Unreadable pictures in a row before the camera is called faulty and reconnected."""
ALIKE_SHARE = 0.01
"""Of a still scene all JPEGs are equally long but for the sensor's noise (0.1 %); a hand changes more."""
ALIKE_SPARED = 2.5
"""So a picture as long as the last may be left unopened for so many times longer than one never judged."""


class NetworkSource:
    """The camera at `mjpeg://host:port/path`."""

    is_still = False

    def __init__(self, settings: SourceSettings) -> None:
        address = urlsplit(settings.source)
        try:
            port = address.port or 80
        except ValueError as error:
            raise ValueError(f"camera source {settings.source!r} has no valid port") from error
        if not address.hostname:
            raise ValueError(f"camera source {settings.source!r} names no host")
        self._host, self._port = address.hostname, port
        self._target = (address.path or "/") + (f"?{address.query}" if address.query else "")
        self._name = f"{self._host}:{self._port}"
        self._socket: socket.socket | None = None
        self._decoder: MultipartDecoder | None = None
        self._waiting: list[bytes] = []
        self._number = 0
        self._broken = 0
        self._taken_at = float("-inf")
        self._taken_size = 0

    def open(self) -> None:
        """Connect and read the answer's header. Raises `CameraError`."""
        try:
            self._socket = socket.create_connection((self._host, self._port), CONNECT_TIMEOUT_S)
            request = (
                f"GET {self._target} HTTP/1.1\r\nHost: {self._name}\r\n"
                "Accept: multipart/x-mixed-replace\r\nConnection: close\r\n\r\n"
            )
            self._socket.sendall(request.encode("ascii", "replace"))
            self._decoder, rest = self._read_answer(self._socket)
            self._waiting = self._decoder.feed(rest)
        except (OSError, MultipartError) as error:
            self.close()
            raise CameraError(
                "unplugged", f"The camera at {self._name} does not answer ({error}): check cable and power."
            ) from error
        except CameraError:
            self.close()
            raise
        self._broken = self._taken_size = 0

    def read(self, timeout_s: float, spare_s: float = 0.0) -> Frame | None:
        """The newest picture that has arrived. Raises `CameraError` when the stream ended or is nonsense."""
        if self._socket is None or self._decoder is None:
            raise CameraError("closed", "The network camera is not open.")
        newest = self._waiting[-1] if self._waiting else None
        self._waiting = []
        deadline = time.monotonic() + timeout_s
        try:
            for _ in range(DRAIN_CHUNKS_MAX):
                wait = 0.0 if newest else max(0.0, deadline - time.monotonic())
                if not select.select([self._socket], [], [], wait)[0]:
                    break
                data = self._socket.recv(CHUNK_SIZE)
                if not data:
                    raise CameraError(
                        "unplugged", f"The camera at {self._name} hung up: check cable and power."
                    )
                if parts := self._decoder.feed(data):
                    newest = None if self._is_spared(parts[-1], spare_s) else parts[-1]
        except (OSError, MultipartError) as error:
            raise CameraError(
                "unplugged", f"The stream of the camera at {self._name} broke: {error}."
            ) from error
        if newest is None:
            return None
        self._taken_at, self._taken_size = time.monotonic(), len(newest)
        return self._unpack(newest)

    def close(self) -> None:
        """Hang up."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None
        self._decoder = None

    def _is_spared(self, jpeg: bytes, spare_s: float) -> bool:
        """Whether a picture need not be opened: too soon, and as long as the last one."""
        is_soon = time.monotonic() - self._taken_at < ALIKE_SPARED * spare_s
        return is_soon and abs(len(jpeg) - self._taken_size) <= ALIKE_SHARE * self._taken_size

    def _unpack(self, jpeg: bytes) -> Frame | None:
        self._number += 1
        frame = frame_from_jpeg(self._number, jpeg)
        self._broken = 0 if frame is not None else self._broken + 1
        if self._broken >= BROKEN_PICTURES_MAX:
            raise CameraError(
                "corrupt", f"The camera at {self._name} sends damaged pictures: restart the camera."
            )
        return frame

    def _read_answer(self, link: socket.socket) -> tuple[MultipartDecoder, bytes]:
        """The decoder for the announced boundary, and the first bytes of the stream."""
        held = b""
        deadline = time.monotonic() + CONNECT_TIMEOUT_S
        while b"\r\n\r\n" not in held:
            link.settimeout(max(0.01, deadline - time.monotonic()))
            data = link.recv(HEADER_SIZE_MAX)
            held += data
            if not data or len(held) > 2 * HEADER_SIZE_MAX:
                raise CameraError("unplugged", f"The camera at {self._name} does not speak HTTP.")
        header, _, rest = held.partition(b"\r\n\r\n")
        status, *fields = header.split(b"\r\n")
        words = status.split(b" ", 2)
        if len(words) < 2 or not words[0].startswith(b"HTTP/1.") or words[1] != b"200":
            said = status[:60].decode("ascii", "replace")
            raise CameraError("refused", f"The camera at {self._name} refused the stream ({said}).")
        for field in fields:
            name, _, value = field.partition(b":")
            if name.strip().lower() == b"content-type":
                return MultipartDecoder(_boundary(value)), rest
        raise CameraError("refused", f"The camera at {self._name} does not say what it sends.")


def _boundary(content_type: bytes) -> bytes:
    kind, *parameters = (part.strip() for part in content_type.split(b";"))
    if kind.lower() == b"multipart/x-mixed-replace":
        for parameter in parameters:
            name, _, value = parameter.partition(b"=")
            if name.strip().lower() == b"boundary":
                return value.strip().strip(b'"')
    raise CameraError("refused", "The camera does not send an MJPEG stream: check the path of the stream.")
