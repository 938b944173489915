"""The sheet of joining: nothing ticked beforehand, and nothing of a number left anywhere."""

from kiosk.checkout import commands as c
from kiosk.ui.bridges.join import NUMBER_MAX, Join
from kiosk.ui.views.joins import JoinView
from kiosk.ui.words.joins import AGREEMENTS
from retail.agreements import AGREEMENTS as AGREED

CANARY = "01717655443"
VIEW = JoinView(transaction_id="t1", agreements=(("club", "Membership", "…"), ("history", "Offers", "…")))


def sheet() -> tuple[Join, list[c.AnyCommand]]:
    posted: list[c.AnyCommand] = []
    join = Join(posted.append)
    join.show(VIEW)
    join.open()
    return join, posted


def typed(join: Join) -> None:
    join.here()
    for digit in CANARY:
        join.digit(int(digit))


def test_a_number_and_the_membership_join_and_are_forgotten_as_they_are_sent() -> None:
    join, posted = sheet()
    typed(join)
    join.confirm()
    assert [one["isGiven"] for one in join.agreements] == [False, False]
    join.join()
    assert posted == []
    join.toggle("club")
    join.join()
    assert posted == [c.JoinHere(phone=CANARY, agreed=frozenset({"club"}))]
    assert (join.shown, join.mayJoin) == ("", False)
    assert CANARY not in repr(vars(join)) + repr(posted)


def test_closing_leaving_and_another_shopper_forget_what_was_typed() -> None:
    for leave in (
        lambda join: join.close(),
        lambda join: join.show(JoinView(transaction_id="t2")),
        lambda join: join.show(JoinView()),
        lambda join: join.show(JoinView(transaction_id="t1", is_member=True)),
    ):
        join, _ = sheet()
        typed(join)
        assert join.shown != ""
        leave(join)
        assert (join.shown, join.step) == ("", "")
        assert CANARY not in repr(vars(join))


def test_a_number_is_as_long_as_numbers_are() -> None:
    join, _ = sheet()
    join.here()
    join.confirm()
    assert join.step == "number"
    for _ in range(NUMBER_MAX * 2):
        join.digit(1)
    assert len(join.shown.replace(" ", "")) == NUMBER_MAX
    join.backspace()
    assert len(join.shown.replace(" ", "")) == NUMBER_MAX - 1


def test_the_phone_s_code_is_asked_for_and_closing_says_so() -> None:
    join, posted = sheet()
    join.byPhone()
    join.show(JoinView(transaction_id="t1", step="code", url="https://x"))
    assert (join.step, join.url) == ("code", "https://x")
    join.close()
    assert posted == [c.JoinByPhone(), c.LeaveJoin()]


def test_the_lane_asks_for_the_very_agreements_of_the_phone() -> None:
    assert {one.purpose: (one.title, one.text) for one in AGREED} == {
        purpose: (told.title, told.body) for purpose, told in AGREEMENTS.items()
    }
