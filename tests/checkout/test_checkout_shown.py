"""A phone's live code and short number at the lane: known at once, or refused in words, nothing changed."""

import msgspec
import pytest
from checkout_world import PEN, PLAIN, World, scan

from kiosk.checkout import commands as c
from retail.credential import number, vectors
from retail.credential.code import Credential, Kind
from retail.credential.number import Number
from retail.credential.reasons import Reason
from retail.journal import events as e
from retail.member import Member

ANNA = Member(member_id="m-anna")


class Shown:
    """Answers as it is told; notes for which transaction it was asked."""

    def __init__(self, answer: Member | Reason) -> None:
        self.answer, self.uses = answer, list[str]()

    def by_code(self, credential: Credential, utc: str, use: str) -> Member | Reason:
        self.uses.append(use)
        return self.answer

    def by_number(self, typed: Number, utc: str, use: str) -> Member | Reason:
        self.uses.append(use)
        return self.answer

    def order(self, credential: Credential, utc: str) -> Reason | None:
        return self.answer if isinstance(self.answer, Reason) else None


def world(answer: Member | Reason) -> tuple[World, Shown]:
    shown = Shown(answer)
    made = World(msgspec.structs.replace(PLAIN, shown=shown))
    made.open()
    return made, shown


def live(kind: Kind = Kind.MEMBER) -> str:
    return vectors._text(kind, 0)


def last_not_found(lane: World) -> e.CodeNotFound:
    return next(one for one in reversed(lane.journal) if isinstance(one, e.CodeNotFound))


@pytest.mark.parametrize("text", [live(), live(Kind.WALLET)])
def test_a_live_code_names_the_member_for_this_very_transaction(text: str) -> None:
    lane, shown = world(ANNA)
    lane.run(scan(PEN), scan(text))
    assert lane.sale.member == ANNA
    assert shown.uses == [lane.sale.transaction_id]
    assert "OSC1" not in str(lane.journal), "what was shown is never journalled"


def test_it_may_be_the_first_thing_that_is_shown() -> None:
    lane, shown = world(ANNA)
    lane.run(scan(live()))
    assert lane.sale.member == ANNA
    assert shown.uses == [lane.sale.transaction_id]


@pytest.mark.parametrize("reason", [one for one in Reason if one is not Reason.WRONG_KIND])
def test_a_code_that_does_not_count_is_told_why_and_changes_nothing(reason: Reason) -> None:
    lane, _ = world(reason)
    lane.run(scan(PEN), scan(live()))
    told = last_not_found(lane)
    assert (told.text, told.reason) == ("", f"code_{reason.value}")
    assert lane.sale.member is None


@pytest.mark.parametrize("kind", [Kind.EXIT])
def test_a_code_for_another_place_is_told_so_and_nobody_is_asked(kind: Kind) -> None:
    lane, shown = world(ANNA)
    lane.run(scan(PEN), scan(live(kind)))
    assert last_not_found(lane).reason == "code_wrong_kind"
    assert shown.uses == []


def test_a_typed_number_names_the_member() -> None:
    lane, _ = world(ANNA)
    lane.run(scan(PEN), c.TypeCode(text=number.spoken(number.number_at(bytes(32), Kind.MEMBER, 0))))
    assert lane.sale.member == ANNA


def test_a_number_that_is_nobodys_is_read_as_whatever_else_it_may_be() -> None:
    lane, _ = world(Reason.UNKNOWN)
    lane.run(scan(PEN), c.TypeCode(text=number.number_at(bytes(32), Kind.MEMBER, 0)))
    assert last_not_found(lane).reason != "code_unknown"


def test_after_five_wrong_numbers_the_keypad_says_so() -> None:
    lane, _ = world(Reason.LOCKED)
    lane.run(scan(PEN), c.TypeCode(text=number.number_at(bytes(32), Kind.MEMBER, 0)))
    assert last_not_found(lane).reason == "code_locked"
