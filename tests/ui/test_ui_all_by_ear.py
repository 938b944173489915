"""Whatever a screen or sheet offers by touch is reached by keys, and told to who asks what can be done.

The table is every picture of the gallery: a new screen, or a new button on one, is in it by itself.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial

import pytest
from ui_window import Shown, wait_until

from kiosk.app.voice import Voice, VoiceProfile
from kiosk.checkout.snapshot import Snapshot
from kiosk.speech.transcript import TranscriptSpeaker
from kiosk.spoken import choices
from kiosk.spoken.words.short import CHOICES
from kiosk.ui.find import visible_items
from kiosk.ui.focus import click, name_of
from kiosk.ui.gallery.sheets import SHEETS
from kiosk.ui.keys import Action
from kiosk.ui.ring import is_control, is_within, ring, sheet_of
from kiosk.ui.samples import situations
from kiosk.ui.samples.flow import SampleGoods
from kiosk.ui.samples.tenders import EVERYTHING
from retail.languages import LANGUAGES

SAME_MAX = 4
"""So many controls of one kind are told one by one; more of them need a word in `CHOICES`."""


class Heard:
    """A window, and a voice that goes along with it."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown
        self.speaker = TranscriptSpeaker()
        self.voice = Voice(self.speaker, VoiceProfile())
        self.voice.join(shown.lane)
        self.voice.turn(on=True)
        shown.lane.offer_goods(SampleGoods())

    def show(self, snapshot: Snapshot, presses: Sequence[str] = ()) -> None:
        """Show it, and press what opens a sheet over it."""
        self.voice.follow(snapshot)
        self.shown.show(snapshot)
        for name in presses:
            wait_until(partial(self.reaches, name), f"{name} to be reached")
            click(self.shown.lane.find_control(name))

    def reaches(self, name: str) -> bool:
        return name in [item.objectName() for item in ring(self.shown.lane.window)]

    def asks(self) -> str:
        """What is heard after "where am I, what can I do?"."""
        before = len(self.speaker.said)
        self.voice.asked(Action.WHERE)
        return " ".join(one.text for one in self.speaker.said[before:])


@pytest.fixture
def open_heard(open_window: Callable[..., Shown]) -> Callable[[], Heard]:
    return lambda: Heard(open_window(tenders=EVERYTHING, joins=True))


def shoppers(language: str = "en") -> list[tuple[str, Snapshot]]:
    return [one for one in situations(language) if one[1].state.staff is None]


def missing(heard: Heard, name: str) -> list[str]:
    """What is wrong with this picture for who walks by keys and listens."""
    window = heard.shown.lane.window
    sheet, reached = sheet_of(window), ring(window)
    touched = [item for item in visible_items(window) if is_control(item) and item.isEnabled()]
    found = [
        f"{item.objectName()} is touched and not reached by keys"
        for item in touched
        if item not in reached and (sheet is None or is_within(item, sheet))
    ]
    asked = heard.asks().replace("\u00a0", " ")
    for item in reached:
        kind = choices.kind_of(item.objectName())
        words = CHOICES[kind].en if kind else heard.voice._readable(name_of(item)).rstrip(".。")
        if words not in asked:
            found.append(f"{item.objectName()} ({words}) is not told")
    several: dict[str, int] = defaultdict(int)
    for item in reached:
        if not choices.kind_of(item.objectName()):
            several[item.objectName().partition("-")[0]] += 1
    found += [f"{count} of {kind} are told one by one" for kind, count in several.items() if count > SAME_MAX]
    return [f"{name}: {one}" for one in found]


@pytest.mark.qt_log_ignore("QUnifiedTimer::stopAnimationDriver", extend=True)
def test_what_every_screen_offers_is_reached_by_keys_and_told(open_heard: Callable[[], Heard]) -> None:
    heard, mistakes = open_heard(), []
    for name, snapshot in shoppers():
        heard.show(snapshot)
        mistakes += missing(heard, name)
    assert not mistakes, "\n".join(mistakes)


SHEETS_OF_SHOPPERS = [
    (name, situation, touches)
    for situation, sheets in SHEETS.items()
    for name, touches in sheets.items()
    if not situation.startswith("staff")
]


@pytest.mark.parametrize(
    ("name", "situation", "touches"), SHEETS_OF_SHOPPERS, ids=[name for name, _, _ in SHEETS_OF_SHOPPERS]
)
def test_what_every_sheet_offers_is_reached_by_keys_and_told(
    open_heard: Callable[[], Heard], name: str, situation: str, touches: Sequence[str]
) -> None:
    heard = open_heard()
    heard.show(dict(situations("en"))[situation], touches)
    assert missing(heard, name) == []


def test_each_screen_and_sheet_has_a_sentence_of_its_own(open_heard: Callable[[], Heard]) -> None:
    heard = open_heard()
    screens: dict[str, set[str]] = defaultdict(set)
    for _, snapshot in shoppers():
        heard.show(snapshot)
        sheet = sheet_of(heard.shown.lane.window)
        kind = sheet.metaObject().className() if sheet is not None else heard.shown.lane.screen_name()
        told, *_ = choices.where(snapshot, (), heard.voice._sheet())
        screens[told].add(kind)
    assert {text: kinds for text, kinds in screens.items() if len(kinds) > 1} == {}


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_no_language_has_more_to_choose_than_is_said(open_heard: Callable[[], Heard], language: str) -> None:
    heard = open_heard()
    seen: set[str] = set()
    for _, snapshot in shoppers(language):
        if snapshot.state.phase.value in seen:
            continue
        seen.add(snapshot.state.phase.value)
        heard.show(snapshot)
        offers = heard.voice._offers()
        assert all(one.name for one in offers)
        assert 0 < len(choices.choices(snapshot.state, offers)) < choices.NAMED_MAX
        assert heard.asks()
