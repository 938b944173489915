"""The lane's screen inside the page, when the lane serves it over VNC because there is no display.

A small RFB client: it asks for a new picture only while somebody looks, and passes touches on as the
pointer's button. The lane sees an ordinary viewer.

Source: RFC 6143 (RFB), with what Qt 6.11's server speaks: version 3.3, no security, raw encoding.
Invariants: one thread owns the socket for reading; no picture is asked for faster than PICTURES_PER_S; sizes
are checked before memory is taken.
"""

import contextlib
import socket
import struct
import threading
import time
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

HOST = "127.0.0.1"
PICTURES_PER_S = 10
LOOKED_AWAY_S = 3.0
"""Nobody has asked for a picture for this long: the lane is left in peace."""
ANSWER_TIMEOUT_S = 10.0
RETRY_S = 0.5
SIDE_MAX = 8192
RECTANGLES_MAX = 20_000
NAME_MAX = 4096
WIDTH_SHOWN = 720
JPEG_QUALITY = 82
_BGRX = struct.pack(">BBBBHHHBBBxxx", 32, 24, 0, 1, 255, 255, 255, 16, 8, 0)
_RAW = 0


class ScreenError(RuntimeError):
    """The lane's VNC server hung up or said something else than RFB."""


@dataclass(frozen=True)
class Picture:
    """One picture of the screen; `number` counts up."""

    number: int
    jpeg: bytes


class LaneScreen:
    """Shows the screen served at a port that `follow` names; `stop` ends it."""

    def __init__(self) -> None:
        self._port = 0
        self._link: socket.socket | None = None
        self._pixels: npt.NDArray[np.uint8] | None = None
        self._picture = Picture(0, b"")
        self._changed = threading.Condition()
        self._looked_at = 0.0
        self._is_stopping = threading.Event()
        self._sending = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="lane-screen", daemon=True)

    @property
    def is_served(self) -> bool:
        """Whether there is a screen to look at here."""
        return self._port != 0

    def follow(self, port: int) -> None:
        """The lane serves its screen at this port."""
        self._port = port
        if not self._thread.is_alive():
            self._thread.start()

    def stop(self) -> None:
        """Hang up."""
        self._is_stopping.set()
        self._hang_up()
        if self._thread.is_alive():
            self._thread.join(ANSWER_TIMEOUT_S)

    def newer(self, number: int, timeout_s: float) -> Picture | None:
        """The newest picture if its number is above `number`, else None after `timeout_s`."""
        self._looked_at = time.monotonic()
        with self._changed:
            self._changed.wait_for(lambda: self._picture.number > number, timeout_s)
            return self._picture if self._picture.number > number else None

    def touch(self, x: float, y: float, *, is_down: bool) -> None:
        """A finger at a place (parts of the screen, 0 to 1), down or just lifted."""
        pixels, link = self._pixels, self._link
        if pixels is None or link is None:
            return
        height, width = pixels.shape[:2]
        at = (round(min(max(x, 0), 1) * (width - 1)), round(min(max(y, 0), 1) * (height - 1)))
        with contextlib.suppress(OSError), self._sending:
            link.sendall(struct.pack(">BBHH", 5, int(is_down), *at))

    def _run(self) -> None:
        while not self._is_stopping.is_set():
            try:
                self._watch()
            except (OSError, ScreenError):
                self._hang_up()
                self._is_stopping.wait(RETRY_S)

    def _watch(self) -> None:
        """Look at one connection until it ends."""
        link = socket.create_connection((HOST, self._port), ANSWER_TIMEOUT_S)
        self._link = link
        width, height = self._greet(link)
        self._pixels = np.zeros((height, width, 4), np.uint8)
        whole = True
        while not self._is_stopping.wait(1 / PICTURES_PER_S):
            if time.monotonic() - self._looked_at > LOOKED_AWAY_S:
                continue
            with self._sending:
                link.sendall(struct.pack(">BBHHHH", 3, 0 if whole else 1, 0, 0, width, height))
            whole = False
            if self._take_update(link, self._pixels):
                self._publish(self._pixels)

    def _greet(self, link: socket.socket) -> tuple[int, int]:
        if not _read(link, 12).startswith(b"RFB 003."):
            raise ScreenError("not a VNC server")
        link.sendall(b"RFB 003.003\n")
        (security,) = struct.unpack(">I", _read(link, 4))
        if security != 1:
            raise ScreenError(f"the VNC server wants security {security}")
        link.sendall(b"\x01")  # shared: other viewers may stay
        width, height = struct.unpack(">HH16x", _read(link, 20))
        (name_size,) = struct.unpack(">I", _read(link, 4))
        if not (0 < width <= SIDE_MAX and 0 < height <= SIDE_MAX and name_size <= NAME_MAX):
            raise ScreenError(f"a screen of {width}x{height} is not one of ours")
        _read(link, name_size)
        link.sendall(b"\x00\x00\x00\x00" + _BGRX + struct.pack(">BxHi", 2, 1, _RAW))
        return width, height

    def _take_update(self, link: socket.socket, pixels: npt.NDArray[np.uint8]) -> bool:
        """Wait for the server's next message; whether pixels changed."""
        kind = self._first_byte(link)
        if kind is None:
            return False
        if kind == 2:  # bell
            return False
        if kind == 3:  # cut text
            (size,) = struct.unpack(">3xI", _read(link, 7))
            _read(link, min(size, NAME_MAX))
            return False
        if kind != 0:
            raise ScreenError(f"unknown message {kind}")
        count: int = struct.unpack(">xH", _read(link, 3))[0]
        if count > RECTANGLES_MAX:
            raise ScreenError(f"{count} rectangles at once")
        height, width = pixels.shape[:2]
        for _ in range(count):
            x, y, w, h, encoding = struct.unpack(">HHHHi", _read(link, 12))
            if encoding != _RAW or x + w > width or y + h > height:
                raise ScreenError("a rectangle that was not asked for")
            data = _read(link, w * h * 4)
            pixels[y : y + h, x : x + w] = np.frombuffer(data, np.uint8).reshape(h, w, 4)
        return count > 0

    def _first_byte(self, link: socket.socket) -> int | None:
        """The kind of the next message. The server stays silent while nothing changes: then wait on."""
        while not self._is_stopping.is_set():
            try:
                first = link.recv(1)
            except TimeoutError:
                continue
            if not first:
                raise ScreenError("the lane hung up")
            return first[0]
        return None

    def _publish(self, pixels: npt.NDArray[np.uint8]) -> None:
        height, width = pixels.shape[:2]
        shown = pixels[:, :, :3]
        if width > WIDTH_SHOWN:
            size = (WIDTH_SHOWN, round(height * WIDTH_SHOWN / width))
            shown = np.asarray(cv2.resize(shown, size, interpolation=cv2.INTER_AREA), np.uint8)
        done, jpeg = cv2.imencode(".jpg", shown, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
        if done:
            with self._changed:
                self._picture = Picture(self._picture.number + 1, jpeg.tobytes())
                self._changed.notify_all()

    def _hang_up(self) -> None:
        link, self._link = self._link, None
        if link is not None:
            with contextlib.suppress(OSError):
                link.shutdown(socket.SHUT_RDWR)
            link.close()


def _read(link: socket.socket, size: int) -> bytes:
    """Exactly `size` bytes. Raises `ScreenError` if the link ends before."""
    held = bytearray(size)
    view = memoryview(held)
    while view:
        count = link.recv_into(view)
        if not count:
            raise ScreenError("the lane hung up")
        view = view[count:]
    return bytes(held)
