"""A lane killed in a wallet payment: what the next one finds out is what the gateway's ledger says."""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from wallet_lane import ORDER
from wallet_rig import WalletRig

from kiosk.devices import terminal as t
from kiosk.devices import wallet as w
from kiosk.devices.refund import NotGivenBack
from simulators.wallet_gateway.book import Payer
from simulators.wallet_gateway.faults import FAULTS

ROOT = Path(__file__).resolve().parents[2]
SEEDS = int(os.environ.get("WALLET_SEEDS", "4"))
MOMENTS = ("created", "WalletCodeReady", "WalletAnswer")
NEVER = {("WalletAnswer", Payer.WAIT)}
"""Nobody pays, so there is no answer to be killed at."""
ORDERS = 6


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[WalletRig]:
    rig = WalletRig(tmp_path, order_s=0.3)
    try:
        yield rig
    finally:
        rig.close()


def kill_lane_after(shop: WalletRig, line: str) -> None:
    """Run a lane process and kill it as soon as it prints `line`."""
    lane = subprocess.Popen(
        [sys.executable, "tests/payment/wallet_lane.py", shop.gateway.url],
        cwd=ROOT,
        env={"PYTHONPATH": f"{ROOT}:{ROOT / 'tests' / 'payment'}", "PATH": ""},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert lane.stdout is not None
    with lane.stdout:
        for text in lane.stdout:
            if text.startswith(line):
                break
        else:
            raise AssertionError(f"the lane never printed {line!r}")
        lane.kill()
    lane.wait()


@pytest.mark.parametrize(
    ("moment", "payer"),
    [(moment, payer) for moment in MOMENTS for payer in Payer if (moment, payer) not in NEVER],
)
def test_lane_killed_at_any_moment_finds_out_what_the_gateway_holds(
    shop: WalletRig, moment: str, payer: Payer
) -> None:
    shop.next_payer(payer)
    kill_lane_after(shop, moment)
    outcome = shop.query(ORDER)
    assert not isinstance(outcome, t.Unknown)
    assert shop.book.balance() == (1234 if isinstance(outcome, w.WalletPaid) else 0)
    again = shop.query(ORDER)
    assert isinstance(again, w.WalletPaid) is isinstance(outcome, w.WalletPaid)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_ledger_agrees_with_the_answer_whatever_goes_wrong(shop: WalletRig, seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(ORDERS):
        request = shop.request(dice.choice([500, 1234]))
        names = dice.sample(sorted(set(FAULTS) - {"mute"}), dice.choice([0, 1, 1, 2, 3]))
        payer = dice.choice([Payer.PAY, Payer.PAY, *Payer])
        story = [payer.value, *names]
        shop.next_payer(payer)
        for name in names:
            shop.faults.arm(name)
        if dice.random() < 0.2:
            story.append("cancelled")
            shop.driver.cancel(request.order_number)
        shop.driver.create(request, dice.choice(["", "130123456789012345"]))
        if dice.random() < 0.3:
            story.append("restart")
            shop.restart_driver()
            outcome: w.WalletOutcome = t.Unknown(reason="restarted")
        else:
            outcome = shop.answer(request)
        for _ in range(4):
            if not isinstance(outcome, t.Unknown):
                break
            outcome = shop.query(request)
        shop.faults.clear()
        check(shop, request, outcome, story)


def check(shop: WalletRig, request: w.WalletRequest, outcome: w.WalletOutcome, story: list[str]) -> None:
    number = request.order_number
    charges = [row for row in shop.book.rows() if row["kind"] == "charge" and row["order_number"] == number]
    assert len(charges) <= 1, story
    balance = shop.book.balance(number)
    match outcome:
        case w.WalletPaid():
            assert balance == request.amount_minor, (story, outcome)
            refund = w.WalletRefund(
                refund_id="R1", order_number=number, amount_minor=request.amount_minor, currency="EUR"
            )
            assert not isinstance(shop.refund(refund), NotGivenBack), story
            assert shop.book.balance(number) == 0
        case t.NeedsAttendant():
            pass
        case _:
            assert not isinstance(outcome, t.Unknown), story
            assert balance == 0, (story, outcome)
