"""The six shoppers, and what each of them buys: the same."""

from dataclasses import dataclass
from pathlib import Path

STORIES = Path(__file__).resolve().parents[2] / "tests" / "scenarios" / "stories"
TOTAL_MINOR = 1174


@dataclass(frozen=True, kw_only=True)
class Shopper:
    """One of them. `story` is a scenario; what they need is chosen in it, at the lane."""

    name: str
    title: str
    text: str

    @property
    def story(self) -> Path:
        """The scenario."""
        return STORIES / f"{self.name}.toml"


TOUCH = Shopper(name="by_touch", title="Touch", text="The screens as everybody finds them.")
LARGE = Shopper(
    name="large_letters",
    title="High contrast, letters at 200 %",
    text="Chosen on the sheet of one's comfort, for eyes that see little.",
)
ARABIC = Shopper(
    name="in_arabic", title="Arabic", text="From right to left, after one touch on the first screen."
)
REACH = Shopper(
    name="within_reach",
    title="Everything lower, left hand",
    text="From a wheelchair: nothing above the middle need be touched.",
)
KEYPAD = Shopper(name="by_keypad", title="Keypad", text="Nothing is touched: every step by keys.")
EAR = Shopper(
    name="by_ear",
    title="Headset, keypad, dark screen",
    text="Nothing is touched and nothing is seen. What is heard is written down.",
)
ON_THE_SCREEN = (TOUCH, LARGE, ARABIC, REACH, KEYPAD)
"""They shop at one lane, one after the other."""
EVERYONE = (*ON_THE_SCREEN, EAR)
