"""An independent register, pyTeliumManager, drives the simulated Caisse-AP terminal over a pty.

What a codec and its simulator get wrong together, somebody else's code finds.
"""

import threading
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from simulators.caisse_ap.terminal import CaisseApTerminal, Card, Timing
from simulators.terminal.ledger import Ledger
from simulators.terminal.wire import PtyWire

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its own dependencies' affair
    telium: Any = pytest.importorskip("telium", reason="pyTeliumManager is not installed")

FAST = Timing(answer_s=1.0, card_s=0.01, again_s=0.05, unplugged_s=0.1)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[CaisseApTerminal]:
    terminal = CaisseApTerminal(PtyWire(tmp_path / "tty"), Ledger(), FAST)
    thread = threading.Thread(target=terminal.run)
    thread.start()
    yield terminal
    terminal.stop()
    thread.join(10)


def pay(port: Path, amount: float, **options: Any) -> Any:
    """One payment as that register does it; its own response object."""
    register = telium.Telium(str(port), timeout=3)
    try:
        ask = telium.TeliumAsk.new_payment(
            amount, payment_mode="debit", target_currency="EUR", checkout_unique_id="1", **options
        )
        assert register.ask(ask)
        return register.verify(ask, waiting_timeout=5)
    finally:
        register.close()


def test_it_is_told_an_approval(terminal: CaisseApTerminal, tmp_path: Path) -> None:
    told = pay(tmp_path / "tty", 12.5, collect_payment_source_info=False)
    assert told.has_succeeded
    assert (told.amount, told.currency_numeric) == (12.5, "978")
    assert terminal.ledger.balance() == 1250


def test_it_is_told_a_refusal(terminal: CaisseApTerminal, tmp_path: Path) -> None:
    terminal.present_card(Card.DECLINE)
    told = pay(tmp_path / "tty", 12.5, collect_payment_source_info=False)
    assert (told.transaction_result, told.has_succeeded) == (7, False)
    assert terminal.ledger.entries() == []


def test_it_is_told_a_report_when_it_asks_for_one(terminal: CaisseApTerminal, tmp_path: Path) -> None:
    told = pay(tmp_path / "tty", 1.0, collect_payment_source_info=True)
    assert told.has_succeeded
    assert told.card_type.name == "VISA"


def test_it_believes_a_wrong_amount_where_our_driver_does_not(
    terminal: CaisseApTerminal, tmp_path: Path
) -> None:
    terminal.present_card(Card.WRONG_AMOUNT)
    told = pay(tmp_path / "tty", 12.5, collect_payment_source_info=False)
    assert told.has_succeeded
    assert told.amount == 13.5


def test_its_probe_is_answered(terminal: CaisseApTerminal, tmp_path: Path) -> None:
    register = telium.Telium(str(tmp_path / "tty"), timeout=3)
    try:
        assert register.is_ok()
    finally:
        register.close()
    assert pay(tmp_path / "tty", 2.0, collect_payment_source_info=False).has_succeeded


def test_refused_request_is_seen_as_not_taken(terminal: CaisseApTerminal, tmp_path: Path) -> None:
    terminal.faults.arm("nak_once")
    register = telium.Telium(str(tmp_path / "tty"), timeout=3)
    try:
        ask = telium.TeliumAsk.new_payment(5.0, target_currency="EUR", collect_payment_source_info=False)
        assert not register.ask(ask)
    finally:
        register.close()
    assert terminal.ledger.entries() == []
