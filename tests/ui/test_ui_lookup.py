"""The look-up on the screen: letters, categories, how many; one command at the end, nothing left behind."""

from typing import Any

import msgspec
import pytest

from kiosk.checkout import commands as c
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Phase, State
from kiosk.ui.bridges.flow import OnTheWay
from kiosk.ui.bridges.lookup import LookUp
from kiosk.ui.forms.keyboards import ROWS, rows_of
from kiosk.ui.forms.lookup import COUNT_MAX, TYPED_MAX, LookupForm
from kiosk.ui.forms.pinyin import Pinyin
from kiosk.ui.samples.flow import AVOCADO, CARRIER, CHARITY, SampleGoods, situations
from kiosk.ui.samples.goods import sale
from kiosk.ui.view import derive
from kiosk.ui.view.flow import flow_view
from kiosk.ui.view.staff_here import Here
from kiosk.ui.voice import voice_of
from retail.languages import LANGUAGES

APPLES = f"{1:014d}"


def shown(bridge: LookUp, state: State) -> None:
    view = derive(Snapshot(sequence=1, state=state), str)
    bridge.follow(view, Here(state=state, voice=voice_of(state, str)))


@pytest.fixture
def posted() -> list[Any]:
    return []


@pytest.fixture
def bridge(posted: list[Any]) -> LookUp:
    made = LookUp(posted.append)
    made.offer(SampleGoods())
    shown(made, State(phase=Phase.SCANNING, transaction=sale(2)))
    made.open()
    return made


def keys(bridge: LookUp) -> list[object]:
    tiles: Any = bridge.tiles
    return [tile["key"] for tile in tiles]


def test_what_is_weighed_goes_to_the_scale_at_once(bridge: LookUp, posted: list[Any]) -> None:
    bridge.choose(APPLES)
    assert posted == [c.ChooseGoods(key=APPLES)]
    assert not bridge.isOpen


def test_pieces_are_counted_first(bridge: LookUp, posted: list[Any]) -> None:
    bridge.choose(AVOCADO)
    assert (posted, bridge.isCounting, bridge.count) == ([], True, 1)
    bridge.more(2)
    bridge.confirm()
    assert posted == [c.ChooseGoods(key=AVOCADO, quantity=3)]
    assert not bridge.isOpen


def test_letters_narrow_and_a_category_takes_their_place(bridge: LookUp) -> None:
    bridge.letter("a")
    assert APPLES in keys(bridge)
    bridge.lookThrough("bakery/bread")
    assert (bridge.typed, len(keys(bridge))) == ("", 2)
    bridge.letter("x")
    assert (bridge.category, keys(bridge)) == ("", [])
    bridge.backspace()
    assert keys(bridge)[0] == APPLES


def test_a_tile_that_does_not_show_cannot_be_chosen(bridge: LookUp, posted: list[Any]) -> None:
    bridge.choose("09999999999994")
    bridge.confirm()
    assert (posted, bridge.isCounting) == ([], False)


@pytest.mark.parametrize("state", [State(), State(phase=Phase.SCANNING, transaction=sale(3))])
def test_another_basket_or_screen_closes_it_and_forgets(bridge: LookUp, state: State) -> None:
    bridge.letter("b")
    shown(bridge, state)
    assert (bridge.isOpen, bridge.typed, keys(bridge)) == (False, "", [])


def test_it_opens_only_where_a_shop_has_one_and_somebody_shops(posted: list[Any]) -> None:
    bridge = LookUp(posted.append)
    shown(bridge, State(phase=Phase.SCANNING, transaction=sale(2)))
    bridge.open()
    assert not bridge.isOpen
    bridge.offer(None)
    assert (bridge.isOffered, bridge.isReady) == (True, False)
    bridge.open()
    assert (bridge.isOpen, keys(bridge)) == (True, [])
    bridge.offer(SampleGoods())
    assert keys(bridge), "what was being read is there now"


def test_typing_and_counting_keep_their_limits() -> None:
    form = LookupForm(is_open=True)
    for letter in ("1", "", "ab", " ", "."):
        assert form.letter(letter) == form
    for _ in range(TYPED_MAX + 5):
        form = form.letter("ä")
    assert len(form.typed) == TYPED_MAX
    assert form.choose("x").more(1000).count == COUNT_MAX
    assert form.choose("x").more(-5).count == 1
    assert LookupForm().letter("a") == LookupForm()


def test_every_language_has_a_keyboard_without_a_letter_twice() -> None:
    assert set(ROWS) == set(LANGUAGES)
    for language in LANGUAGES:
        letters = "".join(rows_of(language))
        assert len(set(letters)) == len(letters) >= 26
    assert rows_of("xx") == ROWS["en"]


def test_names_are_read_aloud_without_their_measure() -> None:
    assert list(Pinyin()("苹果 1千克")) == ["ping guo", "pingguo", "pg"]
    assert list(Pinyin()("Milk")) == []
    assert all(
        sound.isascii() and sound.islower() for sounds in Pinyin()._sounds.values() for sound in sounds
    )


# --- bags, rounding up, undoing --------------------------------------------------------------------------


def moment(name: str) -> State:
    return dict(situations(State()))[name].state


def test_bags_are_counted_and_none_is_one_touch(posted: list[Any]) -> None:
    bridge = OnTheWay(posted.append)
    bridge.show(flow_view(moment("flow-bags"), str, frozenset()))
    assert (bridge.asksBags, bridge.bagsAnswer) == (True, "No bag, thank you")
    bridge.moreBags(CARRIER, -1)
    bridge.moreBags(CARRIER, 2)
    assert bridge.bagsAnswer == "2 bags for €0.50"
    bridge.answerBags()
    assert posted == [c.AnswerBags(bags={CARRIER: 2})]
    bridge.show(flow_view(moment("flow-empty"), str, frozenset()))
    bridge.show(flow_view(moment("flow-bags"), str, frozenset()))
    assert bridge.bagsAnswer == "No bag, thank you", "the next question begins with none"


def test_rounding_up_is_offered_given_and_gone_once_money_was_taken() -> None:
    offered = flow_view(moment("flow-round-up"), str, frozenset()).round_up
    assert (offered.title, CHARITY in offered.note, offered.is_given) == ("Round up to €58.97?", True, False)
    given = flow_view(moment("flow-rounded-up"), str, frozenset()).round_up
    assert (given.title, given.is_given) == ("Thank you for €0.37", True)
    asking = moment("flow-round-up")
    assert asking.transaction is not None
    busy = msgspec.structs.replace(asking.transaction, points_asked=True)
    assert not flow_view(msgspec.structs.replace(asking, transaction=busy), str, frozenset()).round_up.title


def test_what_was_taken_off_is_told_once(posted: list[Any]) -> None:
    bridge = OnTheWay(posted.append)
    told: list[str] = []
    bridge.removed.connect(lambda: told.append(bridge.removedText))
    view = flow_view(moment("flow-removed"), str, frozenset())
    bridge.show(view)
    bridge.show(view)
    assert told == [view.removed]
    bridge.undo()
    bridge.show(flow_view(moment("flow-cancelling"), str, frozenset()))
    bridge.cancelNow()
    assert (bridge.isCancelling, posted) == (True, [c.Undo(), c.CancelTransaction()])
