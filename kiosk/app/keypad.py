"""The lane's keys, from its settings."""

import msgspec

from kiosk.ui.keys import Action, KeyProfile
from retail.settings.access import KeypadSettings


def keys_of(keypad: KeypadSettings) -> KeyProfile:
    """What the keys of this lane do."""
    told = msgspec.structs.asdict(keypad)
    return KeyProfile(
        keys={action.value: told[action.value] for action in Action},
        digits_move=keypad.digits_move,
        strike_ms=keypad.double_ms,
    )
