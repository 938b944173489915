"""The demo: its page serves this machine only; `kiosk demo` starts, sells, and leaves nothing behind."""

import contextlib
import http.client
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from simulators import ean13, goods, packs
from simulators.control import ControlError
from simulators.desk import server
from simulators.desk.hands import RefusedError
from simulators.desk.server import Desk

DEADLINE_S = 60.0
DISPLAYS = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")


class FakeHands:
    def __init__(self, folder: Path) -> None:
        self.done: list[Any] = []
        self._picture = folder / "pack.jpg"
        self._picture.write_bytes(b"jpeg")

    def goods(self) -> list[dict[str, Any]]:
        return [{"slug": "apple"}]

    def purse(self) -> list[dict[str, Any]]:
        return [{"name": "card:anna"}]

    def standing(self) -> dict[str, Any]:
        return {"camera": None}

    def pack(self, slug: str) -> Path:
        if slug != "apple":
            raise RefusedError(f"there is no article {slug!r}")
        return self._picture

    def paper(self, number: int) -> Path:
        raise ControlError("printer.ctl: nobody answers")

    def do(self, request: Any) -> None:
        self.done.append(request)


@pytest.fixture
def hands(tmp_path: Path) -> FakeHands:
    return FakeHands(tmp_path)


@pytest.fixture
def ask(hands: FakeHands) -> Iterator[Callable[..., tuple[int, bytes, str]]]:
    desk = Desk(hands, 0)  # type: ignore[arg-type]
    desk.start()
    port = int(desk.address.rstrip("/").rpartition(":")[2])

    def request(method: str, path: str, body: str | None = None, **headers: str) -> tuple[int, bytes, str]:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request(
                method, path, body, {name.replace("_", "-"): value for name, value in headers.items()}
            )
            answer = connection.getresponse()
            return answer.status, answer.read(), answer.headers["Content-Type"]
        finally:
            connection.close()

    yield request
    desk.stop()


def test_the_page_and_its_pictures_are_served(ask: Callable[..., tuple[int, bytes, str]]) -> None:
    status, page, kind = ask("GET", "/")
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert b"Lindenkorb" in page
    assert ask("GET", "/goods")[1] == b'{"goods": [{"slug": "apple"}], "purse": [{"name": "card:anna"}]}'
    assert ask("GET", "/pack/apple.jpg") == (200, b"jpeg", "image/jpeg")
    assert ask("GET", "/product/apple")[2] == "image/png"
    assert ask("GET", "/logo.svg")[2] == "image/svg+xml"


@pytest.mark.parametrize("path", ["/etc/passwd", "/product/..%2F..%2Fpyproject", "/product/none", "/paper/x"])
def test_nothing_else_is_served(ask: Callable[..., tuple[int, bytes, str]], path: str) -> None:
    assert ask("GET", path)[0] == 404


def test_what_is_refused_is_refused_with_a_sentence(ask: Callable[..., tuple[int, bytes, str]]) -> None:
    assert ask("GET", "/pack/pear.jpg")[:2] == (400, b'{"error": "there is no article \'pear\'"}')
    assert ask("GET", "/paper/1")[:2] == (502, b'{"error": "printer.ctl: nobody answers"}')


def test_the_hands_do_what_a_json_request_says(
    ask: Callable[..., tuple[int, bytes, str]], hands: FakeHands
) -> None:
    body = json.dumps({"do": "card", "what": "decline"})
    assert ask("POST", "/do", body, Content_Type="application/json")[0] == 200
    assert hands.done == [{"do": "card", "what": "decline"}]


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        ('{"do": "power"}', {"Content_Type": "text/plain"}, 400),
        ('{"do": "power"}', {"Content_Type": "application/json", "Host": "evil.example"}, 403),
        ("[1]", {"Content_Type": "application/json"}, 400),
        ("{", {"Content_Type": "application/json"}, 400),
        ("", {"Content_Type": "application/json"}, 400),
        ("x" * (server.BODY_MAX + 1), {"Content_Type": "application/json"}, 400),
    ],
)
def test_a_strange_request_does_nothing(
    ask: Callable[..., tuple[int, bytes, str]],
    hands: FakeHands,
    body: str,
    headers: dict[str, str],
    status: int,
) -> None:
    assert ask("POST", "/do", body, **headers)[0] == status
    assert hands.done == []


@pytest.mark.parametrize(
    ("gtin", "modules"),
    [  # GS1 General Specifications, figure of an EAN-13; and one with the parity pattern of 0 (a UPC-A)
        (
            "5901234123457",
            "101" "0001011" "0100111" "0110011" "0010011" "0111101" "0011101"
            "01010" "1100110" "1101100" "1000010" "1011100" "1001110" "1000100" "101",
        ),
        (
            "0036000291452",
            "101" "0001101" "0111101" "0101111" "0001101" "0001101" "0001101"
            "01010" "1101100" "1110100" "1100110" "1011100" "1001110" "1101100" "101",
        ),
    ],
)  # fmt: skip
def test_bars_are_those_of_the_standard(gtin: str, modules: str) -> None:
    assert ean13.modules(gtin) == modules


@pytest.mark.parametrize("wrong", ["5901234123458", "590123412345", "590123412345x", ""])
def test_a_number_that_is_no_ean_13_is_not_drawn(wrong: str) -> None:
    with pytest.raises(ValueError, match="is not an EAN-13"):
        ean13.modules(wrong)


def test_a_pack_is_drawn_once_and_the_same_every_time(tmp_path: Path) -> None:
    article = goods.by_slug()["mountain-cheese-per-kg"]
    path = packs.picture_of(article, tmp_path / "a")
    assert packs.picture_of(article, tmp_path / "b").read_bytes() == path.read_bytes()
    assert packs.draw(article).shape == (720, 1280, 3)
    before = path.stat().st_mtime_ns
    assert packs.picture_of(article, tmp_path / "a").stat().st_mtime_ns == before


def test_a_weighed_article_carries_its_weight_in_the_code() -> None:
    article = goods.by_slug()["mountain-cheese-per-kg"]
    assert article.code[:7] == article.gtin[:7]
    assert int(article.code[7:12]) == article.weight_g
    assert ean13.check_digit(article.code[:12]) == article.code[12]


def test_a_pack_weighs_nearly_what_the_catalogue_says_and_a_labelled_one_more_than_its_label() -> None:
    for article in goods.articles():
        if article.expected_g and not article.is_weighed:
            assert abs(article.lies_g - article.expected_g) <= 4
    assert (
        goods.by_slug()["mountain-cheese-per-kg"].lies_g > goods.by_slug()["mountain-cheese-per-kg"].weight_g
    )


def test_the_stranger_is_not_sold_here() -> None:
    assert goods.stranger().code not in {article.gtin for article in goods.articles()}


def _wait_for(condition: Callable[[], Any]) -> Any:
    deadline = time.monotonic() + DEADLINE_S
    while not (found := condition()):
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.1)
    return found


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _uploaded(database: Path) -> list[str]:
    """The ids of what lanes have sent."""
    with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as file:
        return [name for (name,) in file.execute("SELECT id FROM envelope")]


def test_the_demo_starts_sells_survives_a_power_cut_and_leaves_nothing_behind(tmp_path: Path) -> None:
    said = tmp_path / "said.txt"
    folder = str(tmp_path / "demo")
    command = [
        sys.executable,
        "-m",
        "simulators.demo",
        "--folder",
        folder,
        "--port",
        "0",
        "--store-port",
        "0",
    ]
    no_display = {name: value for name, value in os.environ.items() if name not in DISPLAYS}
    with said.open("wb") as out:
        demo = subprocess.Popen(command, stdout=out, stderr=out, env=no_display)
    try:
        address = _wait_for(lambda: re.search(rb"http://127.0.0.1:(\d+)/", said.read_bytes()))
        journal = [sys.executable, "-m", "kiosk.app.cli", "journal", "export", "--folder"]

        def post(request: dict[str, str]) -> None:
            connection = http.client.HTTPConnection("127.0.0.1", int(address[1]), timeout=20)
            try:
                connection.request("POST", "/do", json.dumps(request), {"Content-Type": "application/json"})
                assert connection.getresponse().status == 200
            finally:
                connection.close()

        def get(path: str) -> bytes:
            connection = http.client.HTTPConnection("127.0.0.1", int(address[1]), timeout=20)
            try:
                connection.request("GET", path)
                return connection.getresponse().read()
            finally:
                connection.close()

        def exported() -> bytes:
            done = subprocess.run(
                [*journal, str(tmp_path / "demo" / "lane")], capture_output=True, check=False
            )
            return done.stdout

        _wait_for(lambda: b'"device":"camera","condition":"ready"' in exported())
        post({"do": "show", "what": "red-apples-1-kg"})
        _wait_for(lambda: b"9521000001015" in exported())
        post({"do": "bag", "what": "red-apples-1-kg"})
        apples_g = goods.by_slug()["red-apples-1-kg"].lies_g
        _wait_for(lambda: b'"event":"WeightSettled","weight_g":%d' % apples_g in exported())
        [apples] = json.loads(get("/standing"))["bagging_scale"]["things"]
        post({"do": "unbag", "what": apples["name"]})
        _wait_for(lambda: b'"event":"WeightSettled","weight_g":0' in exported())
        _wait_for(lambda: get("/screen/0").startswith(b"\xff\xd8\xff"))
        _wait_for(lambda: len(_uploaded(tmp_path / "demo" / "store" / "store.db")) == 1)
        assert json.loads(get("/standing"))["store"]["running"]
        post({"do": "store", "what": "unplug"})
        _wait_for(lambda: not json.loads(get("/standing"))["store"]["running"])
        post({"do": "power"})
        _wait_for(lambda: exported().count(b'"LaneStarted"') == 2)
        post({"do": "store", "what": "replug"})
        _wait_for(lambda: json.loads(get("/standing"))["store"]["running"])
        children = _children(demo.pid)
        assert len(children) == 8
    finally:
        demo.send_signal(signal.SIGINT)
        status = demo.wait(DEADLINE_S)
    assert status == 0, said.read_text()
    assert [child for child in children if Path(f"/proc/{child}").exists()] == []
