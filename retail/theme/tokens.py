"""What a theme consists of: every name the screens may use, and which colours are ever seen on which.

A pair is declared where a text, an icon or a lamp of one colour stands on another. A colour whose pairs are
all declared can be changed by a shop without looking at every screen: the check looks.

Source: WCAG 2.2, 1.4.3 (text 4.5), 1.4.6 (high contrast 7), 1.4.11 (marks 3); EN 301 549, 11.1.4.3.
"""

from typing import NamedTuple

MODES = ("light", "dark", "high_contrast")
TEXT, TEXT_HIGH = 4.5, 7.0
MARK, MARK_HIGH = 3.0, 4.5

COLOURS = (
    *("ground", "card", "tint", "line", "ink", "inkSoft"),
    *("primary", "primaryDark", "primaryDeep", "primarySoft", "lime", "limeDark", "limeSoft"),
    *("light", "lightSoft", "glass", "glassFaint", "glassPressed"),
    *("danger", "dangerLine", "dangerSoft", "caution", "cautionSoft", "cautionStrong"),
    *("disabled", "disabledInk", "staff", "staffDeep", "staffGround", "staffLine", "staffSoft"),
    *(
        "festive",
        "festiveDeep",
        "festiveInk",
        "festiveSoft",
        "festiveLime",
        "festiveLimeDark",
        "festiveLimeInk",
    ),
    *("lampGreen", "lampYellow", "lampRed", "veil", "dim"),
)
MAY_SHINE_THROUGH = frozenset({"glass", "glassFaint", "glassPressed", "veil", "dim"})

TYPE = ("caption", "body", "strong", "title", "headline", "display", "poster")
"""Letters, in pixels of the 1080 x 1920 design; each larger than the one before."""
TYPE_MIN, TYPE_MAX = 24, 200
"""About 4.5 mm on a 21.5 inch panel, for the smallest."""
SPACE = ("tiny", "small", "gap", "margin", "wide")
SPACE_MIN, SPACE_MAX = 4, 128
MOTION = ("quick", "fade", "move", "celebrate")
"""Milliseconds."""
MOTION_MIN, MOTION_MAX = 0, 2_000
"""Nothing that flashes three times a second can be made of these (WCAG 2.3.1)."""
SOUNDS = ("scan", "nudge", "staff", "paid", "error")
NAME_MAX = 60


class Pair(NamedTuple):
    """A colour that is seen on another."""

    ink: str
    ground: str
    is_mark: bool = False
    """An icon, a lamp, or what cannot be used now: less is needed than for text."""

    def least(self, mode: str) -> float:
        """The contrast it needs in this mode."""
        if mode == "high_contrast":
            return MARK_HIGH if self.is_mark else TEXT_HIGH
        return MARK if self.is_mark else TEXT


def _on(ink: str, *grounds: str, is_mark: bool = False) -> tuple[Pair, ...]:
    return tuple(Pair(ink, ground, is_mark) for ground in grounds)


PAIRS: tuple[Pair, ...] = (
    *_on("ink", "ground", "card", "tint", "primarySoft", "lime", "limeDark", "limeSoft"),
    *_on("ink", "cautionSoft", "cautionStrong", "dangerSoft", "disabled", "staffGround"),
    *_on("inkSoft", "ground", "card", "tint", "primarySoft", "limeSoft", "cautionSoft", "dangerSoft"),
    *_on("inkSoft", "staffGround"),
    *_on("light", "primary", "primaryDark", "primaryDeep", "danger", "caution", "staff", "staffDeep"),
    *_on("lightSoft", "primary", "primaryDark", "primaryDeep"),
    *_on("lime", "primary", "primaryDark", "primaryDeep"),
    *_on("primary", "ground", "card", "tint", "primarySoft", "lime", "limeSoft", "staffGround"),
    *_on("primaryDark", "lime", "limeSoft", "primarySoft"),
    *_on("primaryDeep", "lime"),
    *_on("danger", "ground", "card", "tint", "dangerSoft"),
    *_on("caution", "ground", "card", "tint", "cautionSoft", "disabled"),
    *_on("staff", "card", "staffGround"),
    *_on("staffSoft", "staff", "staffDeep"),
    *_on("festiveInk", "festive", "festiveDeep"),
    *_on("festiveSoft", "festive", "festiveDeep"),
    *_on("festiveLime", "festive", "festiveDeep"),
    *_on("festiveLimeInk", "festiveLime", "festiveLimeDark"),
    *_on("disabledInk", "disabled", is_mark=True),
)
