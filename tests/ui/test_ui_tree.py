"""The accessibility tree: each control of every situation has a name and a role; no secret stands in it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from ui_window import Shown

from kiosk.ui.samples import situations
from kiosk.ui.samples.tenders import EVERYTHING

DEPTH_MAX = 40
PRESSED = {QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton}


@pytest.fixture
def read(open_window: Callable[..., Shown]) -> Iterator[Shown]:
    """A window while somebody reads its tree."""
    was_active = QAccessible.isActive()
    QAccessible.setActive(True)
    yield open_window(tenders=EVERYTHING)
    QAccessible.setActive(was_active)


def nodes(shown: Shown) -> Iterator[QAccessibleInterface]:
    root = QAccessible.queryAccessibleInterface(shown.lane.window)
    assert root is not None
    yield from _below(root, 0)


def _below(node: QAccessibleInterface, depth: int) -> Iterator[QAccessibleInterface]:
    if depth and node.state().invisible:
        return
    yield node
    for number in range(node.childCount() if depth < DEPTH_MAX else 0):
        child = node.child(number)
        if child is not None:
            yield from _below(child, depth + 1)


def name_of(node: QAccessibleInterface) -> str:
    return str(node.text(QAccessible.Text.Name)).replace("\u00a0", " ")


def test_every_control_has_a_name_and_a_role(read: Shown) -> None:
    mistakes = []
    for name, snapshot in situations("en"):
        read.show(snapshot)
        controls = [node for node in nodes(read) if node.role() in PRESSED]
        assert controls, name
        mistakes += [f"{name}: a {node.role().name} without a name" for node in controls if not name_of(node)]
    assert not mistakes, "\n".join(sorted(set(mistakes)))


def test_rows_tell_what_they_are(read: Shown) -> None:
    read.show(dict(situations("en"))["scanning-1"])
    rows = [name_of(node) for node in nodes(read) if node.role() is QAccessible.Role.ListItem]
    assert rows == ["Red Apples 1 kg, 1 ×, €2.49"]


def test_a_sheet_is_a_dialog_with_a_title(read: Shown) -> None:
    read.show(dict(situations("en"))["wait"])
    dialogs = [name_of(node) for node in nodes(read) if node.role() is QAccessible.Role.Dialog]
    assert dialogs == ["A colleague comes to you"]


def test_a_pin_stands_nowhere_in_the_tree(read: Shown) -> None:
    read.show(dict(situations("en"))["tender-gift-pin"])
    for digit in "8642":
        read.touch(f"key{digit}")
    told = " ".join(name_of(node) for node in nodes(read) if node.role() is not QAccessible.Role.Button)
    assert "8642" not in told.replace(" ", "")
