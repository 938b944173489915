"""Many payments, faults mixed at random from one seed: the ledger always agrees with the answer.

More seeds: `TERMINAL_SEEDS=200 pytest tests/payment/test_payment_random.py`.
"""

import os
import random
from pathlib import Path

import pytest
from payment_rig import Rig, wait_for

from kiosk.devices import terminal as t
from kiosk.payment.zvt.profile import Unacknowledged as Setting
from simulators.terminal.faults import FAULTS, STATES
from simulators.terminal.settings import Card, Unacknowledged

SEEDS = int(os.environ.get("TERMINAL_SEEDS", "2"))
PAYMENTS = 4
ASKS_MAX = 4
NOT_MIXED = {"end_of_day_fails", "software_update", "repeat_older", *STATES}
"""Faults of other commands than a payment, and a terminal that lies to itself about its last sale."""


def one_payment(rig: Rig, dice: random.Random) -> tuple[list[str], t.Outcome]:
    """One order from intent to its settled answer, with whatever the dice add."""
    card = dice.choice(list(Card))
    names = dice.sample(sorted(set(FAULTS) - NOT_MIXED), dice.choice([0, 1, 1, 2, 3]))
    story = [card.value, *names]
    rig.terminal.present_card(card)
    attempt = rig.request(dice.choice([500, 1234]))
    for name in names:
        rig.faults.arm(name)
    if dice.random() < 0.2:
        story.append("shopper cancels")
        rig.driver.cancel(attempt.request.attempt_id)
    rig.lane.disk_full = dice.random() < 0.1
    if rig.lane.disk_full:
        story.append("disk full")
    attempt_id = attempt.request.attempt_id
    rig.driver.authorise(attempt.request, attempt.baseline)
    if dice.random() < 0.25:
        story.append("lane restarts")
        if dice.random() < 0.5:
            shown = len(rig.lane.texts())
            wait_for(lambda: rig.lane.texts()[shown:] or rig.lane.answers(attempt_id), f"a text of {story}")
        rig.restart_driver()
        outcome: t.Outcome = t.Unknown(reason="restarted")
    else:
        outcome = wait_for(lambda: rig.lane.answers(attempt_id), f"answer to {story}")[0]
    rig.lane.disk_full = False
    for _ in range(ASKS_MAX):
        if not isinstance(outcome, t.Unknown):
            break
        outcome = rig.recover(attempt)
    return story, outcome


@pytest.mark.parametrize("seed", range(SEEDS))
def test_ledger_agrees_with_the_answer_whatever_goes_wrong(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    rig = Rig(
        tmp_path,
        dice.choice(list(Unacknowledged)),
        over_tcp=dice.random() < 0.25,
        sync_ids=dice.random() < 0.5,
        tells_refused=dice.random() < 0.5,
        unacknowledged_setting=dice.choice(list(Setting)),
        can_abort=dice.random() < 0.8,
    )
    try:
        rig.start()
        for _ in range(PAYMENTS):
            before = rig.ledger.balance()
            charges = len([entry for entry in rig.ledger.entries() if entry.kind == "charge"])
            story, outcome = one_payment(rig, dice)
            rig.faults.clear()
            wait_for(lambda: not rig.terminal.state()["busy"] and rig.wire.plugged, "idle terminal")
            wait_for(lambda: rig.lane.health()[-1] == ("ready", ""), f"ready after {story}")
            moved = rig.ledger.balance() - before
            total = rig.lane.wanted[f"a{len(rig.lane.wanted)}"].amount_minor
            match outcome:
                case t.Approved():
                    assert moved == total, (story, outcome)
                case t.NeedsAttendant():
                    pass
                case _:
                    assert not isinstance(outcome, t.Unknown), story
                    assert moved == 0, (story, outcome)
            now = len([entry for entry in rig.ledger.entries() if entry.kind == "charge"])
            assert now - charges <= 1, story
    finally:
        rig.close()
