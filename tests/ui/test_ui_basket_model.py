"""The basket's rows change as little as possible."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.checkout.state import Phase, State
from kiosk.ui.basket_model import ROLES, BasketModel
from kiosk.ui.bridges.basket import Basket
from kiosk.ui.samples import snapshot
from kiosk.ui.samples.goods import sale
from kiosk.ui.view import derive
from kiosk.ui.views import BasketView, LineView


def view(count: int) -> BasketView:
    return derive(snapshot(State(phase=Phase.SCANNING, transaction=sale(count))), lambda text: text).basket


def counted(model: BasketModel) -> Counter[str]:
    changes: Counter[str] = Counter()
    for signal in ("rowsInserted", "rowsRemoved", "dataChanged", "modelReset", "rowsMoved"):
        getattr(model, signal).connect(lambda *_, name=signal: changes.update([name]))
    return changes


@pytest.fixture
def model() -> BasketModel:
    made = BasketModel()
    made.tester = QAbstractItemModelTester(made)  # type: ignore[attr-defined]  # lives as long as the model
    made.replace(view(40).lines)
    return made


def test_a_scan_inserts_one_row(model: BasketModel) -> None:
    changes = counted(model)
    model.replace(view(41).lines)
    assert changes == {"rowsInserted": 1}
    assert model.rowCount() == 41


def test_a_merge_changes_one_row(model: BasketModel) -> None:
    changes = counted(model)
    lines = list(model.lines)
    lines[7] = replace(lines[7], quantity=2)
    model.replace(tuple(lines))
    assert changes == {"dataChanged": 1}


def test_a_removal_removes_one_row(model: BasketModel) -> None:
    changes = counted(model)
    model.replace(model.lines[:7] + model.lines[8:])
    assert changes == {"rowsRemoved": 1}


def test_another_basket_is_not_animated_row_by_row(model: BasketModel) -> None:
    changes = counted(model)
    model.replace(view(3).lines)
    assert changes == {"modelReset": 1}
    assert model.lines == view(3).lines


def test_the_same_rows_change_nothing(model: BasketModel) -> None:
    changes = counted(model)
    model.replace(model.lines)
    assert not changes


def test_every_role_gives_its_attribute(model: BasketModel) -> None:
    names = {role: bytes(name.data()).decode() for role, name in model.roleNames().items()}
    assert names == ROLES
    row = {name: model.data(model.index(2), role) for role, name in names.items()}
    line = model.lines[2]
    assert row["lineId"] == line.line_id
    assert row["amount"] == line.amount
    assert row["mayChange"] is False
    assert model.data(model.index(40), 0) is None


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 3)), unique_by=lambda pair: pair[0]), st.data())
def test_any_basket_becomes_any_other(before: list[tuple[int, int]], data: st.DataObject) -> None:
    after = data.draw(st.permutations(before)) if data.draw(st.booleans()) else [*before[1:], (10, 1)]
    row = view(1).lines[0]

    def rows(pairs: list[tuple[int, int]]) -> tuple[LineView, ...]:
        return tuple(replace(row, line_id=line_id, quantity=quantity) for line_id, quantity in pairs)

    model = BasketModel()
    model.replace(rows(before))
    model.replace(rows(list(after)))
    assert model.lines == rows(list(after))


def test_only_a_new_piece_is_celebrated() -> None:
    basket = Basket()
    hits: list[tuple[int, str]] = []
    basket.hit.connect(lambda: hits.append((basket.newestRow, basket.newestName)))
    basket.show(view(1))
    basket.show(view(2))
    assert hits == [(0, "Red Apples 1\u00a0kg"), (1, "Whole Milk 1\u00a0l")]
    basket.show(replace(view(2), total="changed"))
    basket.show(view(1))
    assert len(hits) == 2
    assert basket.newestName == "Red Apples 1\u00a0kg"
    merged = replace(view(2), added=(1, 2, 1), transaction_id="t-1")
    basket.show(view(2))
    basket.show(merged)
    assert hits[-1][0] == 0


def test_the_next_shopper_s_first_piece_is_celebrated_too() -> None:
    basket = Basket()
    hits: list[int] = []
    basket.show(view(8))
    basket.hit.connect(lambda: hits.append(basket.newestRow))
    basket.show(replace(view(1), transaction_id="t-2"))
    assert hits == [0]


def test_a_basket_that_comes_back_after_a_restart_is_shown_but_not_celebrated() -> None:
    basket = Basket()
    hits: list[int] = []
    basket.hit.connect(lambda: hits.append(basket.newestRow))
    basket.show(view(8))
    assert not hits
    assert basket.newestRow == 7
    basket.show(view(0))
    assert (basket.newestRow, basket.newestName) == (-1, "")
