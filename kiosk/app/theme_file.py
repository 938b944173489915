"""`kiosk theme check FILE`: say whether everybody can read a shop's theme, before a lane shows it."""

import argparse
import sys

from kiosk.app.exit_codes import MISUSED, OK
from kiosk.app.looks import read_theme_file
from retail.theme import tokens
from retail.theme.colours import contrast
from retail.theme.model import Theme, ThemeRefusedError


def main(options: argparse.Namespace) -> int:
    """Check the file. Every mistake is named on standard error with its key and its figure (exit code 2)."""
    try:
        theme = read_theme_file(options.file)
    except OSError as error:
        print(f"kiosk theme: {options.file}: {error.strerror}", file=sys.stderr)
        return MISUSED
    except ThemeRefusedError as error:
        print(f"kiosk theme: {options.file}: {error}", file=sys.stderr)
        return MISUSED
    print(f"{theme.name}: every text can be read")
    for mode in tokens.MODES:
        print(_weakest(theme, mode))
    return OK


def _weakest(theme: Theme, mode: str) -> str:
    """The pair of a mode that has the least to spare."""
    colours = theme.colours(mode)

    def spare(pair: tokens.Pair) -> float:
        return contrast(colours[pair.ink], colours[pair.ground]) / pair.least(mode)

    weakest = min(tokens.PAIRS, key=spare)
    figure = contrast(colours[weakest.ink], colours[weakest.ground])
    return (
        f"  {mode}: {len(tokens.PAIRS)} pairs; the weakest is {weakest.ink} on {weakest.ground}, "
        f"{figure:.2f} where {weakest.least(mode):g} is needed"
    )
