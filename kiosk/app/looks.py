"""How a lane looks to a shopper who has chosen nothing: the shop's theme, and the comfort it begins with.

Invariants: a theme in which a text could not be read is taken by no lane, not even in part.
"""

from pathlib import Path

import msgspec

from kiosk.app.exit_codes import MISUSED, RefusedError
from kiosk.app.settings.schema import Settings
from kiosk.ui.comfort import Comfort, Mode
from retail.theme.default import DEFAULT
from retail.theme.model import Theme, ThemeRefusedError
from retail.theme.reading import BYTES_MAX, read_theme


def read_theme_file(path: Path) -> Theme:
    """The theme of a file. Raises `ThemeRefusedError` with every mistake, `OSError` if it cannot be read."""
    with path.open("rb") as file:
        return read_theme(file.read(BYTES_MAX + 1))


def theme_of(chosen: Settings) -> Theme:
    """The shop's theme, or the product's own. Raises `RefusedError` with everything that is wrong."""
    path = chosen.screen.theme
    if path is None:
        return DEFAULT
    try:
        return read_theme_file(path)
    except OSError as error:
        raise RefusedError(f"the theme {path} cannot be read: {error.strerror}", MISUSED) from error
    except ThemeRefusedError as error:
        raise RefusedError(f"{path}: {error}", MISUSED) from error


def comfort_of(chosen: Settings) -> Comfort:
    """What a shopper begins with."""
    told = msgspec.structs.asdict(chosen.comfort)
    return Comfort(**{**told, "mode": Mode(chosen.comfort.mode)})
