"""Steering: a script does what a finger could, against the real window, and is told why when it could not."""

import json
import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem

from kiosk.app.steering import server as steering
from kiosk.app.steering.report import Reporter
from kiosk.app.steering.server import Steering, SteeringError
from kiosk.checkout import commands as c
from kiosk.checkout.evolve import fold
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import State
from kiosk.ui.application import LaneWindow, ScreenProfile, create_application
from retail.card import CardResult
from retail.catalogue import Product
from retail.journal import chain
from retail.journal import events as e
from retail.journal import tenders as td
from retail.journal import value as v
from retail.priced import PricedBasket, UnitPrice
from simulators.control import ControlClient, ControlError

DEADLINE_S = 15.0
MILK = Product(
    key="09521000001015",
    gtin="9521000001015",
    names={"": "Milk", "de": "Milch"},
    price_minor=129,
    currency="EUR",
    tax_rate_bp=700,
)
SCANNED: list[e.AnyEvent] = [
    e.TransactionStarted(
        transaction_id="t1", number=3, started_at="2026-11-23T05:00:00+01:00", currency="EUR"
    ),
    e.ItemAdded(line_id=1, product=MILK, quantity=2),
    e.BasketPriced(
        changed=tuple(UnitPrice(line_id=1, index=index, list_minor=129, paid_minor=129) for index in (0, 1)),
        priced=PricedBasket(currency="EUR", total_minor=258, item_count=2, list_minor=258),
    ),
]


class Hand:
    """A lane window that is steered; what it posts is kept."""

    def __init__(self, folder: Path, application: QGuiApplication) -> None:
        self.application = application
        self.posted: list[c.ShopperCommand] = []
        self.stopped = False
        self.lane = LaneWindow(self.posted.append, ScreenProfile(width=1080, height=1920))
        self.path = folder / "lane.ctl"
        self.reporter = Reporter(Journal([]))
        self.steering = Steering(
            self.path,
            self.lane,
            report=self.reporter.report,
            figures=lambda: {"first_frame_s": 0.5},
            stop=self.stop,
        )
        self.client = ControlClient(self.path, DEADLINE_S)

    def stop(self) -> None:
        self.stopped = True

    def close(self) -> None:
        self.steering.close()
        self.lane.close()
        self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.application.processEvents()

    def show(self, events: list[e.AnyEvent]) -> None:
        """Show the state after these events, and wait until it is on the screen."""
        snapshot = Snapshot(sequence=1, state=fold(events, State()))
        self.reporter.follow(snapshot)
        self.lane.show(snapshot)
        painted = []
        self.lane.on_painted = lambda shown, at: painted.append(shown)
        self.wait(lambda: snapshot in painted)

    def wait(self, holds: Any) -> None:
        deadline = time.monotonic() + DEADLINE_S
        while not holds():
            assert time.monotonic() < deadline
            self.application.processEvents()

    def do(self, request: str, /, **arguments: Any) -> dict[str, Any]:
        """Ask from another thread, as a script would, while the screen lives."""
        answers: list[dict[str, Any] | ControlError] = []

        def ask() -> None:
            try:
                answers.append(self.client.do(request, **arguments))
            except ControlError as error:
                answers.append(error)

        thread = threading.Thread(target=ask)
        thread.start()
        self.wait(lambda: bool(answers))
        thread.join()
        if isinstance(answers[0], ControlError):
            raise answers[0]
        return answers[0]


class Journal:
    def __init__(self, events: list[e.AnyEvent]) -> None:
        self._events = events

    def entries(self, from_sequence: int = 1) -> Iterator[chain.Entry]:
        previous = chain.GENESIS
        for sequence, event in enumerate(self._events, 1):
            entry = chain.seal(event, sequence=sequence, at="2026-11-23T04:00:00.000000Z", previous=previous)
            previous = entry.hash
            yield entry


@pytest.fixture
def hand(tmp_path: Path, qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hand]:
    monkeypatch.setattr(steering, "SETTLE_MS", 300)
    made = Hand(tmp_path, create_application("en"))
    yield made
    made.close()


def test_the_state_tells_screen_and_history(hand: Hand) -> None:
    hand.show(SCANNED)
    state = hand.do("state")
    assert state["screen"] == "scanning"
    assert state["shown"] == ["attract", "scanning"]
    assert state["shown_count"] == 2
    assert state["outage"] == ""
    assert state["transaction"]["total_minor"] == 258


def test_a_touch_is_a_press_and_a_release_that_the_screen_understands(hand: Hand) -> None:
    hand.do("touch", name="start")
    assert hand.posted == [c.StartShopping()]


def test_a_touch_reaches_the_rows_of_the_basket_and_the_bar_above(hand: Hand) -> None:
    hand.show(SCANNED)
    hand.do("touch", name="remove-1")
    hand.do("touch", name="pay")
    assert hand.posted == [c.RemoveLine(line_id=1), c.Pay()]


def test_a_control_that_is_not_there_is_told_by_name_and_screen(hand: Hand) -> None:
    with pytest.raises(ControlError, match="no control 'payCard' on the screen 'attract'"):
        hand.do("touch", name="payCard")
    assert hand.posted == []


def test_a_disabled_control_is_not_pressed(hand: Hand) -> None:
    hand.show(SCANNED)
    hand.lane.find_control("pay").setEnabled(False)
    with pytest.raises(ControlError, match="'pay' on the screen 'scanning' is disabled"):
        hand.do("touch", name="pay")
    assert hand.posted == []


def test_a_covered_control_is_not_pressed(hand: Hand) -> None:
    hand.show(SCANNED)
    cover = QQuickItem(hand.lane.window.contentItem())
    cover.setObjectName("curtain")
    cover.setSize(hand.lane.window.contentItem().size())
    cover.setZ(1000)
    cover.setAcceptedMouseButtons(Qt.MouseButton.AllButtons)
    with pytest.raises(ControlError, match="'pay' is covered by curtain"):
        hand.do("touch", name="pay")
    cover.setVisible(False)
    hand.do("touch", name="pay")
    assert hand.posted == [c.Pay()]
    cover.deleteLater()


def test_a_touch_waits_until_its_control_is_there(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steering, "SETTLE_MS", 10_000)
    snapshot = Snapshot(sequence=1, state=fold(SCANNED, State()))
    threading.Timer(0.1, lambda: hand.lane.show(snapshot)).start()
    hand.do("touch", name="pay")
    assert hand.posted == [c.Pay()]


def test_what_is_read_is_what_a_screen_reader_finds_and_no_more_than_shows(hand: Hand) -> None:
    was_active = QAccessible.isActive()
    try:
        before = hand.do("read")["words"]
        assert "Touch to start" in before
        hand.show(SCANNED)
        hand.wait(lambda: "Touch to start" not in hand.do("read")["words"])
        assert any(words.startswith("Milk") for words in hand.do("read")["words"])
    finally:
        QAccessible.setActive(was_active)


def test_a_screenshot_is_the_window_as_it_is(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "attract.png"
    hand.do("screenshot", path=str(path))
    picture = QImage(str(path))
    assert (picture.width(), picture.height()) == (1080, 1920)


@pytest.mark.parametrize("path", ["attract.png", "/nowhere/at/all.png"])
def test_a_screenshot_that_cannot_be_saved_is_an_error(hand: Hand, path: str) -> None:
    with pytest.raises(ControlError, match=r"absolute path|could not be saved"):
        hand.do("screenshot", path=path)


def test_figures_and_stop_are_handed_on(hand: Hand) -> None:
    assert hand.do("figures")["first_frame_s"] == 0.5
    hand.do("stop")
    assert hand.stopped


@pytest.mark.parametrize(
    ("line", "said"),
    [(b"{", "Expecting"), (b"[]", "JSON object"), (b'{"do":"dance"}', "unknown request"), (b"\xff", "utf-8")],
)
def test_a_bad_line_is_answered_and_the_next_one_too(hand: Hand, line: bytes, said: str) -> None:
    with socket.socket(socket.AF_UNIX) as link:
        link.settimeout(DEADLINE_S)
        link.connect(os.fspath(hand.path))
        answers: list[bytes] = []

        def talk() -> None:
            with link.makefile("rwb") as stream:
                stream.write(line + b'\n{"do":"state"}\n')
                stream.flush()
                answers.extend([stream.readline(), stream.readline()])

        thread = threading.Thread(target=talk)
        thread.start()
        hand.wait(lambda: len(answers) == 2)
        thread.join()
    refused, state = map(json.loads, answers)
    assert not refused["ok"]
    assert said in refused["error"]
    assert state["screen"] == "attract"


def test_a_line_without_end_is_hung_up_on(hand: Hand) -> None:
    with socket.socket(socket.AF_UNIX) as link:
        link.settimeout(DEADLINE_S)
        link.connect(os.fspath(hand.path))
        ended: list[bool] = []

        def flood() -> None:
            try:
                while link.send(b"x" * 65536):
                    pass
            except OSError:
                ended.append(True)

        thread = threading.Thread(target=flood)
        thread.start()
        hand.wait(lambda: bool(ended))
        thread.join()
    assert hand.do("state")["screen"] == "attract"


def test_a_socket_that_cannot_be_made_is_an_error(hand: Hand, tmp_path: Path) -> None:
    with pytest.raises(SteeringError, match="cannot listen"):
        Steering(tmp_path / "no" / "folder", hand.lane, report=dict, figures=dict, stop=lambda: None)


def test_a_socket_left_behind_by_a_killed_lane_is_taken_over(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "old.ctl"
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(os.fspath(path))
    taken = Steering(path, hand.lane, report=dict, figures=dict, stop=lambda: None)
    taken.close()
    assert not path.exists()


# --- what is reported of the sale ------------------------------------------------------------------------

PAID: list[e.AnyEvent] = [
    *SCANNED,
    e.TenderingStarted(total_minor=258),
    e.PaymentRequested(
        attempt_id="t1-1", amount_minor=258, currency="EUR", requested_at="2026-11-23T04:00:00.000000Z"
    ),
    e.PaymentApproved(
        attempt_id="t1-1",
        amount_minor=258,
        paid_at="2026-11-23T05:00:09+01:00",
        result=CardResult(result_code=0, masked_pan="************1234", receipt_number=17),
    ),
]
PRINTING: list[e.AnyEvent] = [
    e.ReceiptOffered(),
    e.ReceiptChosen(kind=e.ReceiptKind.PAPER),
    e.PrintStarted(job_id="t1-r1", copy=1, receipt_sha256="0"),
]
IDLE = e.LaneIdle(next_number=4, language="en")


def closed(receipt: str) -> e.TransactionClosed:
    return e.TransactionClosed(transaction_id="t1", total_minor=258, receipt=receipt)


def reported(events: list[e.AnyEvent]) -> dict[str, Any]:
    """What is said of the sale after a restart behind these events."""
    sale = Reporter(Journal(events)).report()["transaction"]
    assert isinstance(sale, dict)
    return sale


def test_the_open_sale_is_reported_line_by_line() -> None:
    assert reported(SCANNED) == {
        "transaction_id": "t1",
        "number": 3,
        "currency": "EUR",
        "total_minor": 258,
        "saving_minor": 0,
        "points_minor": 0,
        "points_earned": 0,
        "due_minor": 258,
        "member": False,
        "paid": False,
        "closed": False,
        "lines": [
            {
                "line_id": 1,
                "gtin": "9521000001015",
                "name": "Milk",
                "quantity": 2,
                "amount_minor": 258,
                "saving_minor": 0,
            }
        ],
        "offers": [],
        "coupons": [],
        "tenders": [],
        "receipt": "none",
    }


def test_a_paid_sale_names_its_tender() -> None:
    assert reported(PAID)["tenders"] == [
        {"kind": "card", "amount_minor": 258, "masked_pan": "************1234", "receipt_number": 17}
    ]


def test_a_shared_sale_names_all_its_tenders_and_what_is_left_to_pay() -> None:
    at = {"attempt_id": "t1-1", "amount_minor": 58}
    sale = reported(
        [
            *SCANNED,
            e.TenderingStarted(total_minor=258),
            v.ValueAsked(ask_no=1, kind="gift", amount_minor=258, last_digits="4711", card_key="k"),
            v.ValueHeld(
                ask_no=1, kind="gift", account_id="a-1", last_digits="4711", amount_minor=100, left_minor=0
            ),
            td.WalletRequested(
                **at, currency="EUR", is_shown=True, requested_at="2026-11-23T04:00:00.000000Z"
            ),
            td.WalletApproved(**at, wallet="Alipay+", reference="R1", paid_at="2026-11-23T05:00:09+01:00"),
        ]
    )
    assert (sale["due_minor"], sale["paid"]) == (100, False)
    assert sale["tenders"] == [
        {"kind": "gift", "amount_minor": 100, "last_digits": "4711", "left_minor": 0, "at_risk": False},
        {"kind": "wallet", "amount_minor": 58, "wallet": "Alipay+", "reference": "R1"},
    ]


@pytest.mark.parametrize(
    ("ending", "receipt"),
    [
        ([*PRINTING, e.PrintEnded(job_id="t1-r1", outcome="printed"), closed("printed")], "printed"),
        ([*PRINTING, e.PrintEnded(job_id="t1-r1", outcome="unknown"), closed("unknown")], "unknown"),
        ([*PRINTING, e.PrintEnded(job_id="t1-r1", outcome="not_sent"), closed("not printed")], "not printed"),
        ([e.ReceiptOffered(), e.ReceiptChosen(kind=e.ReceiptKind.QR), closed("qr")], "qr"),
        ([e.ReceiptOffered(), e.ReceiptChosen(kind=e.ReceiptKind.NONE), closed("none")], "none"),
        ([e.ReceiptOffered(), closed("none")], "none"),
    ],
)
def test_a_closed_sale_is_remembered_after_the_next_shopper_came(
    ending: list[e.AnyEvent], receipt: str
) -> None:
    for events in ([*PAID, *ending], [*PAID, *ending, IDLE]):
        sale = reported(events)
        assert (sale["paid"], sale["closed"], sale["receipt"]) == (True, True, receipt)


def test_a_cancelled_sale_is_closed_and_unpaid() -> None:
    sale = reported([*SCANNED, e.TransactionCancelled(reason="shopper")])
    assert (sale["paid"], sale["closed"]) == (False, True)


def test_without_any_sale_there_is_none() -> None:
    assert Reporter(Journal([])).report()["transaction"] is None
