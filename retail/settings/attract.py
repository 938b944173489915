"""The settings of what a lane shows of its shop while nobody buys."""

from pathlib import Path
from typing import Annotated

import msgspec

from retail.settings.key import By, Key

_TEXTS = {"form": r"[a-z]{2}: .{1,160}", "form_text": '"LANGUAGE: text", as in "de: Guten Abend!"'}


class AttractSettings(msgspec.Struct, frozen=True, kw_only=True):
    """While the lane waits, and while it is closed (docs/screens.md)."""

    offers: Annotated[
        int,
        Key(by=By.MANAGER, text="How many offers of the day are shown; 0: none.", least=0, most=12),
    ] = 6
    seconds: Annotated[
        int, Key(by=By.MANAGER, text="How long each of them stands.", unit="s", least=4, most=60)
    ] = 8
    pictures: Annotated[
        Path | None,
        Key(
            by=By.FILE,
            text="Folder of the shop's own pictures (PNG, JPEG), shown between the offers by name.",
        ),
    ] = None
    welcome: Annotated[
        tuple[str, ...],
        Key(by=By.MANAGER, text="The shop's own greeting, in each language it has one.", **_TEXTS),
    ] = ()
    closed: Annotated[
        tuple[str, ...],
        Key(by=By.MANAGER, text="What a closed lane says besides, in each language.", **_TEXTS),
    ] = ()
