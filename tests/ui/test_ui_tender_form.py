"""The sheets over the tender screen: what is typed, what is asked for, and that it is forgotten."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kiosk.checkout import commands as c
from kiosk.ui.bridges.tender import Tender
from kiosk.ui.forms.tenders import NUMBER_MAX, PART_MAX, PEOPLE, PIN_MAX, Sheet, TenderForm, share_minor
from kiosk.ui.post import Touch
from kiosk.ui.views.tenders import PaysView, TenderView, WayView
from kiosk.ui.words.messages import Message

USABLE = WayView(is_offered=True, may_use=True)
VIEW = TenderView(
    transaction_id="t-1",
    currency="EUR",
    due_minor=5860,
    wallet=USABLE,
    gift=USABLE,
    balance=USABLE,
    may_part=True,
)


class Bench:
    def __init__(self, view: TenderView = VIEW) -> None:
        self.posted: list[Touch] = []
        self.tender = Tender(self.posted.append)
        self.tender.show(view)

    def type(self, digits: str) -> None:
        for digit in digits:
            self.tender.digit(int(digit))

    @property
    def sheet(self) -> str:
        return str(self.tender.property("sheet"))


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_a_part_fills_from_the_right_and_is_at_most_what_is_left(bench: Bench) -> None:
    bench.tender.open("part")
    assert bench.tender.property("most") == "€58.60"
    for digits, shown, may in (("0", "€0.00", False), ("2", "€0.02", True), ("000", "€20.00", True)):
        bench.type(digits)
        assert (bench.tender.property("shown"), bench.tender.property("mayConfirm")) == (shown, may)
    bench.type("0")
    assert (bench.tender.property("shown"), bench.tender.property("mayConfirm")) == ("€200.00", False)
    bench.tender.confirm()
    assert (bench.posted, bench.sheet) == ([], "part")
    bench.tender.backspace()
    bench.tender.confirm()
    assert (bench.posted, bench.sheet) == ([c.ChoosePart(amount_minor=2000)], "")


@given(due=st.integers(2, 10**7), people=st.sampled_from(PEOPLE))
def test_shares_leave_nobody_with_more_than_the_first(due: int, people: int) -> None:
    rest = due
    for _ in range(people - 1):
        rest -= min(share_minor(due, people), rest)
    assert 0 <= rest <= share_minor(due, people)


def test_one_touch_shares_the_total(bench: Bench) -> None:
    bench.tender.open("part")
    shares = bench.tender.property("shares")
    assert [(one["people"], one["amount"]) for one in shares] == [(2, "€29.30"), (3, "€19.54"), (4, "€14.65")]
    bench.tender.share(3)
    assert (bench.posted, bench.sheet) == ([c.ChoosePart(amount_minor=1954)], "")
    bench.tender.share(3)
    assert len(bench.posted) == 1


def test_a_gift_card_s_number_is_asked_about_once_and_forgotten(bench: Bench) -> None:
    bench.tender.open("gift")
    bench.tender.open("number")
    bench.type("971234567890")
    assert not bench.tender.property("mayConfirm")
    bench.type("1")
    assert bench.tender.property("shown") == "9712 3456 7890 1"
    bench.tender.confirm()
    assert (bench.posted, bench.sheet) == ([c.UseGiftCard(text="9712345678901")], "")
    bench.tender.open("number")
    assert bench.tender.property("shown") == ""


def test_a_card_that_wants_its_pin_opens_the_pad_and_a_wrong_one_opens_it_empty_again(bench: Bench) -> None:
    waiting = replace(VIEW, pin_for="Gift card …0815")
    bench.tender.show(waiting)
    assert bench.sheet == "pin"
    bench.type("1234")
    assert bench.tender.property("shown") == "●●●●"
    bench.tender.confirm()
    assert bench.posted == [c.GivePin(pin="1234")]
    assert bench.tender.property("shown") == ""
    bench.tender.show(replace(VIEW, asking="Asking …"))
    assert bench.sheet == ""
    bench.tender.show(replace(waiting, problem=Message("Wrong", "Nothing was taken.")))
    assert bench.sheet == "pin"


def test_a_pin_not_told_lets_the_card_go(bench: Bench) -> None:
    bench.tender.show(replace(VIEW, pin_for="Gift card"))
    bench.tender.close()
    assert (bench.posted, bench.sheet) == ([c.KeepValue(ask_no=0)], "")


def test_other_sheets_close_without_asking_for_anything(bench: Bench) -> None:
    for sheet in ("wallet", "gift", "number", "part"):
        bench.tender.open(sheet)
        assert bench.sheet == sheet
        bench.tender.close()
        assert bench.sheet == ""
    assert bench.posted == []


def test_what_was_shown_to_the_camera_closes_its_sheet(bench: Bench) -> None:
    changes: list[dict[str, object]] = [
        {"asking": "Asking …"},
        {"pays": (PaysView(icon="gift", text="Gift card", amount="-€1.00"),)},
        {"problem": Message("Empty", "Nothing was taken.")},
    ]
    for change in changes:
        for sheet in ("wallet", "gift", "number"):
            bench.tender.show(VIEW)
            bench.tender.open(sheet)
            bench.tender.show(replace(VIEW, **change))
            assert bench.sheet == "", (sheet, change)


def test_an_amount_that_is_no_longer_left_is_not_typed_on(bench: Bench) -> None:
    bench.tender.open("part")
    bench.type("50")
    bench.tender.show(replace(VIEW, due_minor=40))
    assert bench.sheet == ""


def test_sheets_go_with_the_sale_and_its_screen(bench: Bench) -> None:
    for left in (replace(VIEW, transaction_id="t-2"), TenderView()):
        bench.tender.show(VIEW)
        bench.tender.open("number")
        bench.type("4711")
        bench.tender.show(left)
        assert bench.sheet == ""
        bench.tender.show(VIEW)
        bench.tender.open("number")
        assert bench.tender.property("shown") == ""


def test_what_is_not_offered_does_not_open() -> None:
    bench = Bench(TenderView(transaction_id="t-1", currency="EUR", due_minor=1))
    for sheet in ("wallet", "gift", "number", "part", "back", "pin", "anything"):
        bench.tender.open(sheet)
        assert bench.sheet == ""


def test_money_goes_back_only_after_a_second_touch() -> None:
    bench = Bench(replace(VIEW, give_back="€5.00 goes back …", may_leave=False))
    bench.tender.open("back")
    assert (bench.sheet, bench.posted) == ("back", [])
    bench.tender.close()
    assert bench.posted == []
    bench.tender.open("back")
    bench.tender.giveBack()
    assert (bench.sheet, bench.posted) == ("", [c.TakeBack()])


@pytest.mark.parametrize(
    ("sheet", "longest"), [("number", NUMBER_MAX), ("pin", PIN_MAX), ("part", PART_MAX), ("", 0)]
)
def test_nothing_longer_than_the_longest_is_typed(sheet: Sheet, longest: int) -> None:
    form = TenderForm(sheet=sheet, due_minor=1)
    for _ in range(40):
        form = form.digit(7)
    assert len(form.typed) == longest
    assert "7777" not in repr(form)
