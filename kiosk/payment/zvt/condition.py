"""The terminal's state in the words of health: what staff can act on.

Source: ZVT commands PA00P015 section 2.55 (status enquiry) and 3.4 (terminal status).
"""

from kiosk.devices.health import Condition
from kiosk.devices.terminal import END_OF_DAY_DUE

_READY = (Condition.READY, "", "")
_STATES: dict[int, tuple[Condition, str, str]] = {
    0x00: _READY,
    0xDC: _READY,  # a card is inserted
    0x51: (Condition.WARNING, "initialisation_due", "The terminal needs its initialisation."),
    0x62: (Condition.WARNING, "clock_wrong", "The terminal's clock is wrong: set date and time."),
    0x9C: (Condition.WARNING, "busy", "The terminal is busy with something else."),
    0xC2: (Condition.FAULT, "diagnosis_due", "The terminal needs a diagnosis: start one in its menu."),
    0xCC: (Condition.WARNING, "terminal_printer", "The terminal's own printer is not ready."),
    0xDF: (Condition.FAULT, "out_of_order", "The terminal is out of order: call its service."),
    0xE0: (Condition.FAULT, "maintenance", "The terminal is being maintained: wait until it is back."),
    0xE1: (Condition.WARNING, "card_not_removed", "A card is still in the terminal."),
    0xF0: (Condition.FAULT, END_OF_DAY_DUE, "The terminal wants its end of day before the next payment."),
}
"""An unlisted state counts as ready: if it is not, the terminal refuses the payment and nothing is lost."""


def condition_of(status: int) -> tuple[Condition, str, str]:
    """Condition, code and words for what a status enquiry answered."""
    return _STATES.get(status, _READY)
