"""The settings of buying without looking and without touching: the voice, and the keys of a keypad."""

from typing import Annotated

import msgspec

from retail.settings.key import By, Key

_KEYS = {"form": r"([A-Za-z0-9_]{1,24}( [A-Za-z0-9_]{1,24}){0,15})?", "form_text": "up to 16 names of keys"}


class SpeechSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The voice in the headset (docs/devices/speech.md)."""

    start: Annotated[
        str,
        Key(
            text="What starts it. `jack`: a headset in the jack. `keys`: a shopper's first key, where no "
            "jack tells. `always`: it never stops, for an outlet that only a headset hears.",
            choices=("off", "jack", "keys", "always"),
        ),
    ] = "jack"
    jack: Annotated[
        str,
        Key(
            by=By.FILE,
            text="The event device of the jack (/dev/input/...); empty: the first the machine has.",
        ),
    ] = ""
    card: Annotated[
        str,
        Key(by=By.FILE, text="The sound card's ALSA name (plughw:1,0); empty: the machine's own choice."),
    ] = ""
    volume: Annotated[
        int, Key(by=By.MANAGER, text="How loud each shopper finds it.", unit="%", least=10, most=100)
    ] = 50
    speed: Annotated[
        int, Key(by=By.MANAGER, text="How fast each shopper finds it.", unit="%", least=50, most=300)
    ] = 100


class KeypadSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Which key does what: names of keys as Qt knows them (`Key_Right` is `Right`). Digits are digits."""

    next: Annotated[str, Key(text="On to the next control.", **_KEYS)] = "Right Down Tab"
    back: Annotated[str, Key(text="Back to the one before.", **_KEYS)] = "Left Up Backtab"
    press: Annotated[str, Key(text="Press what has the focus; OK of a keypad.", **_KEYS)] = (
        "Return Enter Space Select"
    )
    main: Annotated[str, Key(text="To what the screen is about: Pay, OK.", **_KEYS)] = "Home End"
    clear: Annotated[
        str, Key(text="Take back a digit; where there is none, close what is open.", **_KEYS)
    ] = "Backspace Delete Escape Period Comma"
    repeat: Annotated[str, Key(text="Say it again.", **_KEYS)] = "F2 Asterisk"
    where: Annotated[str, Key(text="Say where one is, and the total.", **_KEYS)] = "F3 Slash Clear"
    read: Annotated[str, Key(text="Read the basket or the receipt, line by line.", **_KEYS)] = "F4"
    louder: Annotated[str, Key(text="The voice louder.", **_KEYS)] = "Plus VolumeUp"
    quieter: Annotated[str, Key(text="The voice quieter.", **_KEYS)] = "Minus VolumeDown"
    faster: Annotated[str, Key(text="The voice faster.", **_KEYS)] = "PageUp"
    slower: Annotated[str, Key(text="The voice slower.", **_KEYS)] = "PageDown"
    help: Annotated[str, Key(text="Call a colleague.", **_KEYS)] = "F1 Help"
    curtain: Annotated[str, Key(text="Make the screen dark, and light again.", **_KEYS)] = "F9"
    digits_move: Annotated[
        bool,
        Key(text="Whether digits walk (4 and 6) and ask (5: where, 0: again) while nothing is typed."),
    ] = True
    double_ms: Annotated[
        int,
        Key(text="The same key again within this time counts once.", unit="ms", least=0, most=1000),
    ] = 100
