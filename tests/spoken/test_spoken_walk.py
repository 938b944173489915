"""The voice beside the rules: whatever the lane can come to is spoken.

The walk is the one that `docs/states.md` is drawn from; the default run takes a beginning of it, the
slow one all.
"""

from itertools import islice

import pytest
from msgspec.structs import replace

from kiosk.checkout.decision import Refused
from kiosk.checkout.diagram import Step, steps
from kiosk.checkout.snapshot import Snapshot
from kiosk.spoken import choices
from kiosk.spoken.changes import change
from kiosk.spoken.screens import screen
from kiosk.spoken.words.entry import LANGUAGES

BEGINNING = 12_000
HELP = choices.Offer("help", "Help")


def spoken(step: Step, language: str) -> list[str]:
    before, _, decision, after = step
    refusal = decision.code if isinstance(decision, Refused) else ""
    was = Snapshot(sequence=1, state=replace(before, language=language))
    now = Snapshot(sequence=2, state=replace(after, language=language), refusal=refusal)
    changed = [one.text for one in change(was, now)]
    return [screen(now), *changed, *choices.where(now, [HELP])]


def silent_or_broken(every: int, stop: int | None) -> list[str]:
    return [
        f"{step[0].phase.value} {type(step[1]).__name__} -> {step[3].phase.value}: {text!r}"
        for number, step in enumerate(islice(steps(), 0, stop, every))
        for text in spoken(step, LANGUAGES[number % len(LANGUAGES)])
        if not text.strip() or "{" in text
    ]


def test_the_beginning_of_all_that_can_happen_is_spoken() -> None:
    assert silent_or_broken(every=23, stop=BEGINNING) == []


@pytest.mark.slow
def test_all_that_can_happen_is_spoken() -> None:
    assert silent_or_broken(every=2, stop=None) == []
