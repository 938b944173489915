"""What is scanned at a free lane: the first item of a purchase, or, with staff before it, a receipt.

Invariants: pure; without staff every code begins a purchase.
"""

import re

from kiosk.checkout import basket, deeds
from kiosk.checkout import commands as c
from kiosk.checkout import staff_commands as sc
from kiosk.checkout.decision import Context, Decision
from kiosk.checkout.state import State
from retail.interventions.rights import Action

SALE_TOKEN = re.compile(r"[0-9a-f]{32}", re.IGNORECASE)
"""What a receipt's code says: its transaction, as the lanes name them (`kiosk.devices.clock.RandomIds`)."""
LOOKED_UP = "goods_recovered"
"""The reason a sale is looked up with; why each of its goods comes back is asked afterwards."""


def scan(state: State, command: c.ScanCode, context: Context) -> Decision:
    """The first item of a purchase; with staff signed in a receipt's code looks its sale up."""
    if state.staff is None or SALE_TOKEN.fullmatch(command.read.text) is None:
        return basket.first_scan(state, command, context)
    act = sc.Act(action=Action.RETURN, why=LOOKED_UP, text=command.read.text.lower())
    return deeds.act(state, act, context)
