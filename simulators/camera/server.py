"""The camera's network side: HTTP on loopback, one endless multipart answer per viewer.

A clock thread publishes a frame per tick; each viewer's thread sends the newest, so a slow viewer skips
frames instead of falling behind.

Invariants: at most VIEWERS_MAX viewers; a viewer that does not read for SEND_TIMEOUT_S is dropped.
"""

import contextlib
import socket
import threading
import time

from simulators.camera.stage import Stage

VIEWERS_MAX = 8
REQUEST_SIZE_MAX = 8192
SEND_TIMEOUT_S = 5.0
_BOUNDARY = b"frame"


class CameraServer:
    """Serves a `Stage`; `lock` guards it, and `ticked` is notified after every frame."""

    def __init__(self, stage: Stage, port: int = 0) -> None:
        self.stage = stage
        self.ticked = threading.Condition()
        self.frames = 0
        self.is_plugged = True
        self._jpeg = b""
        self._is_closed = False
        self._viewers: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", port), backlog=VIEWERS_MAX)
        self.port: int = self._listener.getsockname()[1]
        self._threads = [
            threading.Thread(target=self._tick, name="camera-clock", daemon=True),
            threading.Thread(target=self._accept, name="camera-accept", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    @property
    def viewers(self) -> int:
        """How many are watching."""
        return len(self._viewers)

    def unplug(self) -> None:
        """Drop every viewer and refuse new ones."""
        with self.ticked:
            self.is_plugged = False
            for viewer in self._viewers:
                with contextlib.suppress(OSError):
                    viewer.shutdown(socket.SHUT_RDWR)

    def replug(self) -> None:
        """Serve again, with a moving picture."""
        with self.ticked:
            self.is_plugged = True
            self.stage.resume()

    def close(self) -> None:
        """End everything."""
        self.unplug()
        with self.ticked:
            self._is_closed = True
            self.ticked.notify_all()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(SEND_TIMEOUT_S)

    def _tick(self) -> None:
        due = time.monotonic()
        while not self._is_closed:
            with self.ticked:
                self._jpeg = self.stage.next_frame()
                self.frames += 1
                self.ticked.notify_all()
            due += 1 / self.stage.fps
            wait = due - time.monotonic()
            if wait < -1.0:  # the machine slept; do not race to catch up
                due = time.monotonic()
            time.sleep(max(0.0, wait))

    def _accept(self) -> None:
        while not self._is_closed:
            try:
                viewer, _ = self._listener.accept()
            except OSError:
                return
            if not self.is_plugged or len(self._viewers) >= VIEWERS_MAX:
                viewer.close()
                continue
            threading.Thread(target=self._serve, args=(viewer,), name="camera-viewer", daemon=True).start()

    def _serve(self, viewer: socket.socket) -> None:
        viewer.settimeout(SEND_TIMEOUT_S)
        with viewer:
            try:
                if not _read_request(viewer):
                    viewer.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
                    return
                with self.ticked:
                    self._viewers.add(viewer)
                viewer.sendall(
                    b"HTTP/1.1 200 OK\r\nCache-Control: no-store\r\nConnection: close\r\n"
                    b"Content-Type: multipart/x-mixed-replace; boundary=" + _BOUNDARY + b"\r\n\r\n"
                )
                self._stream(viewer)
            except OSError:
                return  # the viewer left, or was unplugged
            finally:
                with self.ticked:
                    self._viewers.discard(viewer)

    def _stream(self, viewer: socket.socket) -> None:
        sent = -1
        while True:
            with self.ticked:
                while self.frames == sent and not self._is_closed:
                    self.ticked.wait()
                if self._is_closed or not self.is_plugged:
                    return
                sent, jpeg = self.frames, self._jpeg
            viewer.sendall(
                b"--%b\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n%b\r\n"
                % (_BOUNDARY, len(jpeg), jpeg)
            )


def _read_request(viewer: socket.socket) -> bool:
    """Whether a GET arrived."""
    held = b""
    while b"\r\n\r\n" not in held:
        data = viewer.recv(REQUEST_SIZE_MAX)
        held += data
        if not data or len(held) > REQUEST_SIZE_MAX:
            return False
    return held.startswith(b"GET ")
