"""The lane's keys, from its settings."""

import msgspec

from kiosk.app.exit_codes import MISUSED, RefusedError
from kiosk.ui.keys import Action, KeyProfile, UnknownKeyError, keymap
from retail.settings.access import KeypadSettings


def keys_of(keypad: KeypadSettings) -> KeyProfile:
    """What the keys of this lane do. Raises `RefusedError` for a name that is no key's."""
    told = msgspec.structs.asdict(keypad)
    profile = KeyProfile(
        keys={action.value: told[action.value] for action in Action},
        digits_move=keypad.digits_move,
        strike_ms=keypad.double_ms,
    )
    try:
        keymap(profile)
    except UnknownKeyError as error:
        raise RefusedError(f"[keypad]: {error}; names are Qt's, without Key_", MISUSED) from error
    return profile
