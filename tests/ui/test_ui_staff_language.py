"""Staff read their layer in their own language; the shopper's screen, purchase and messages keep theirs."""

import pytest
from msgspec.structs import replace
from ui_window import Shown, wait_until

from kiosk.checkout import commands as c
from kiosk.checkout import staff_commands as sc
from kiosk.checkout.snapshot import Snapshot
from kiosk.ui.samples import situations
from retail.interventions.rights import Action

SITUATIONS = dict(situations("en"))


def says(shown: Shown, *words: str) -> None:
    wait_until(lambda: all(word in shown.all_text() for word in words), f"{words}")


@pytest.fixture
def layer(shown: Shown) -> Shown:
    shown.show(SITUATIONS["staff-four"])
    shown.settle()
    says(shown, "Sign out")
    return shown


def choose(layer: Shown, name: str) -> None:
    """Staff open the sheet with the languages and touch one."""
    layer.touch("languages")
    layer.touch(name)


def choose_as_shopper(shown: Shown) -> None:
    """The globe of the bar leads to the sheet of one's comfort, which has all languages."""
    shown.touch("languages")
    shown.touch("languageDe")


def left(snapshot: Snapshot) -> Snapshot:
    """The same lane a moment later, without staff."""
    situation = snapshot.state.situation
    desk = replace(situation.desk, staff=None)
    return replace(
        snapshot,
        sequence=snapshot.sequence + 1,
        state=replace(snapshot.state, situation=replace(situation, desk=desk)),
    )


def test_the_layer_changes_its_language_and_the_lane_does_not(layer: Shown) -> None:
    choose(layer, "languageDe")
    says(layer, "Abmelden", "Alterskontrolle")
    assert layer.posted == [], "nothing is journalled, and the receipt stays in the shopper's language"
    choose(layer, "languageZh")
    says(layer, "年龄")
    choose(layer, "languageEn")
    says(layer, "Sign out")


def test_the_shopper_has_their_own_language_back_when_the_layer_closes(layer: Shown) -> None:
    choose(layer, "languageDe")
    says(layer, "Abmelden")
    before = SITUATIONS["staff-four"]
    layer.show(replace(before, sequence=before.sequence + 1))
    says(layer, "Abmelden")  # whatever happens meanwhile
    layer.show(left(before))
    says(layer, "Help")
    assert "Hilfe" not in layer.all_text()
    layer.show(before)
    says(layer, "Sign out")  # the next of the staff begins in the shopper's again


def test_a_shopper_still_chooses_for_the_purchase(shown: Shown) -> None:
    shown.show(SITUATIONS["scanning-8"])
    shown.settle()
    choose_as_shopper(shown)
    wait_until(lambda: shown.posted == [c.ChooseLanguage(language="de")], "the wish")


def test_what_staff_write_is_in_the_shoppers_language(layer: Shown) -> None:
    choose(layer, "languageDe")
    says(layer, "Abmelden")
    layer.touch("tab-sale")
    says(layer, "Nachricht")
    layer.touch("deed-message")
    wait_until(lambda: "choice-id" in {item.objectName() for item, _ in layer.buttons()}, "the messages")
    layer.touch("choice-id")
    wait_until(lambda: bool(layer.posted), "the message")
    (sent,) = layer.posted
    assert isinstance(sent, sc.Act)
    assert (sent.action, sent.text) == (Action.MESSAGE, "Please keep your identity card ready.")
