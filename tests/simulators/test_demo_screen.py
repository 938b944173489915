"""The page's view of the lane's screen: an RFB client against a small server that speaks as Qt's does."""

import contextlib
import socket
import struct
import threading
from collections.abc import Iterator
from typing import Any

import cv2
import numpy as np
import pytest

from simulators.desk import screen
from simulators.desk.screen import LaneScreen

WIDTH, HEIGHT = 64, 96
BLUE = bytes((255, 0, 0, 0))
RED = bytes((0, 0, 255, 0))
DEADLINE_S = 10.0


class Server:
    """Serves one viewer after the other: first all blue, then a red quarter; keeps what the pointer did."""

    def __init__(self, version: bytes = b"RFB 003.003\n", width: int = WIDTH) -> None:
        self._version, self._width = version, width
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.pointer: list[tuple[int, int, int]] = []
        self.said: list[bytes] = []
        self.viewers = 0
        self._link: socket.socket | None = None
        self.noticed = threading.Condition()
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        if self._link is not None:
            with contextlib.suppress(OSError):
                self._link.shutdown(socket.SHUT_RDWR)
        self._thread.join(DEADLINE_S)

    def _accept(self) -> None:
        while True:
            try:
                link, _ = self._listener.accept()
            except OSError:
                return
            self._link = link
            with self.noticed:
                self.viewers += 1
                self.noticed.notify_all()
            with link, link.makefile("rb") as stream:
                try:
                    self._serve(link, stream)
                except OSError:
                    continue

    def _serve(self, link: socket.socket, stream) -> None:  # type: ignore[no-untyped-def]
        link.sendall(self._version)
        if not (greeting := stream.read(12)):
            return
        link.sendall(struct.pack(">I", 1))
        assert stream.read(1) == b"\x01"
        link.sendall(struct.pack(">HH", self._width, HEIGHT) + bytes(16) + struct.pack(">I", 2) + b"Qt")
        self.said += [greeting, stream.read(20), stream.read(8)]
        sent = 0
        while kind := stream.read(1):
            if kind == b"\x03":
                stream.read(9)
                link.sendall(b"\x02" + self._update(sent))
                sent += 1
            else:
                mask, x, y = struct.unpack(">BHH", stream.read(5))
                with self.noticed:
                    self.pointer.append((mask, x, y))
                    self.noticed.notify_all()

    def _update(self, number: int) -> bytes:
        if number == 0:
            return (
                b"\x00\x00\x00\x01" + struct.pack(">HHHHi", 0, 0, WIDTH, HEIGHT, 0) + BLUE * (WIDTH * HEIGHT)
            )
        if number == 1:
            area = RED * (WIDTH // 2 * HEIGHT // 2)
            return b"\x00\x00\x00\x01" + struct.pack(">HHHHi", 0, 0, WIDTH // 2, HEIGHT // 2, 0) + area
        return b""


@pytest.fixture
def lane_screen() -> Iterator[LaneScreen]:
    made = LaneScreen()
    yield made
    made.stop()


def picture(jpeg: bytes) -> np.ndarray:  # type: ignore[type-arg]
    return np.asarray(cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_COLOR))


def test_pictures_follow_what_the_server_paints(lane_screen: LaneScreen) -> None:
    server = Server()
    try:
        assert not lane_screen.is_served
        lane_screen.follow(server.port)
        assert lane_screen.is_served
        first = lane_screen.newer(0, DEADLINE_S)
        assert first is not None
        assert picture(first.jpeg)[5, 5, 0] > 200
        second = lane_screen.newer(first.number, DEADLINE_S)
        assert second is not None
        shown = picture(second.jpeg)
        assert shown[5, 5, 2] > 200
        assert shown[HEIGHT - 5, WIDTH - 5, 0] > 200
        assert lane_screen.newer(second.number, 0.2) is None
        assert server.said[0] == b"RFB 003.003\n"
        assert server.said[2] == struct.pack(">BxHi", 2, 1, 0)
    finally:
        server.close()


def test_a_finger_becomes_the_pointer_and_stays_on_the_screen(lane_screen: LaneScreen) -> None:
    server = Server()
    try:
        lane_screen.follow(server.port)
        assert lane_screen.newer(0, DEADLINE_S) is not None
        lane_screen.touch(0.5, 0.5, is_down=True)
        lane_screen.touch(7, -1, is_down=False)
        with server.noticed:
            assert server.noticed.wait_for(lambda: len(server.pointer) == 2, DEADLINE_S)
        assert server.pointer == [(1, 32, 48), (0, WIDTH - 1, 0)]
    finally:
        server.close()


def test_a_touch_before_there_is_a_screen_does_nothing(lane_screen: LaneScreen) -> None:
    lane_screen.touch(0.5, 0.5, is_down=True)
    assert lane_screen.newer(0, 0.05) is None


@pytest.mark.parametrize("is_like", [{"version": b"SSH-2.0-Open"}, {"width": screen.SIDE_MAX + 1}])
def test_what_is_no_screen_of_ours_is_left_and_tried_again(
    lane_screen: LaneScreen, is_like: dict[str, Any]
) -> None:
    server = Server(**is_like)
    try:
        lane_screen.follow(server.port)
        with server.noticed:
            assert server.noticed.wait_for(lambda: server.viewers >= 2, DEADLINE_S)
        assert lane_screen.newer(0, 0.05) is None
    finally:
        server.close()
