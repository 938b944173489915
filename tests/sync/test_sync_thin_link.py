"""Eight hours without a link, then one that carries little at a time and breaks: everything arrives, once."""

import contextlib
import socket
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
from sync_world import DEADLINE_S, Shop, enrolled, open_lane

SALES = 500
PIECE = 1_400
"""Bytes the link carries at a time, as a mobile network would."""
CUT_AFTER = (9_000, 30_000)
"""Bytes after which the first connections break in the middle of a batch."""


class ThinLink:
    """Carries every connection to `port` in small pieces; the first ones break."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._cuts = list(CUT_AFTER)
        self.broken = 0
        self._threads: list[threading.Thread] = []
        self._open: list[socket.socket] = []
        self._accepting = threading.Thread(target=self._accept)
        self._accepting.start()

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._accepting.join(DEADLINE_S)
        for link in self._open:
            _shut(link)
        for thread in self._threads:
            thread.join(DEADLINE_S)
        for link in self._open:
            link.close()

    def _accept(self) -> None:
        while True:
            try:
                here, _ = self._listener.accept()
            except OSError:
                return
            there = socket.create_connection(("127.0.0.1", self._port))
            self._open += [here, there]
            cut = self._cuts.pop(0) if self._cuts else None
            for source, target, most in ((here, there, cut), (there, here, None)):
                thread = threading.Thread(target=self._carry, args=(source, target, most))
                self._threads.append(thread)
                thread.start()

    def _carry(self, source: socket.socket, target: socket.socket, most: int | None) -> None:
        carried = 0
        with contextlib.suppress(OSError):
            while piece := source.recv(PIECE):
                carried += len(piece)
                if most is not None and carried > most:
                    self.broken += 1
                    break
                target.sendall(piece)
        _shut(source)
        _shut(target)


def _shut(link: socket.socket) -> None:
    with contextlib.suppress(OSError):
        link.shutdown(socket.SHUT_RDWR)


@contextlib.contextmanager
def thin_link(port: int) -> Iterator[ThinLink]:
    link = ThinLink(port)
    try:
        yield link
    finally:
        link.close()


def test_eight_hours_of_sales_arrive_once_over_a_thin_link_that_breaks(tmp_path: Path) -> None:
    shop = Shop(tmp_path / "store")
    shop.run("init")
    shop.start()
    try:
        who = enrolled(shop)
        with thin_link(shop.port) as link:
            far = msgspec.structs.replace(who, url=f"http://127.0.0.1:{link.port}")
            with open_lane(tmp_path / "lane", far) as lane:
                lane.sell(SALES)
                lane.send(200)
                assert lane.outbox.mark().unsent == 0
                sealed = lane.outbox.mark().acked
            assert link.broken == len(CUT_AFTER)
    finally:
        shop.kill()
    with contextlib.closing(sqlite3.connect(tmp_path / "store" / "store.db")) as kept:
        count, ids, last = kept.execute(
            "SELECT count(*), count(DISTINCT id), max(seq) FROM envelope"
        ).fetchone()
    assert count == ids == last == sealed
    assert count >= SALES
    assert "everything holds" in shop.run("verify")
