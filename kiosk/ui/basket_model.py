"""The basket's rows as Qt wants them, changed as little as possible.

A scan touches one row: Qt then repaints that row and animates it in, whatever the basket's length.

Invariants: after `replace` the rows equal the view's lines; row order is line order.
"""

from msgspec.structs import asdict
from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt

from kiosk.ui.views import LineView

_ROOT = QModelIndex()


ATTRIBUTES = {
    "lineId": "line_id",
    "name": "name",
    "picture": "picture",
    "quantity": "quantity",
    "unit": "unit",
    "amount": "amount",
    "mayChange": "may_change",
    "was": "was",
    "details": "details",
}
"""What delegates require, in QML's spelling, and the attribute of `LineView` it is."""
ROLES = dict(enumerate(ATTRIBUTES, Qt.ItemDataRole.UserRole + 1))
"""Qt's number of each."""
_ROLE_OF = {ATTRIBUTES[name]: role for role, name in ROLES.items()}


class BasketModel(QAbstractListModel):
    """Rows of `LineView`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[LineView] = []

    @property
    def lines(self) -> tuple[LineView, ...]:
        """The rows as they are now."""
        return tuple(self._lines)

    def replace(self, lines: tuple[LineView, ...], is_other_sale: bool = False) -> None:
        """Make the rows equal to `lines` by removing, changing and adding only what differs.

        Another sale's basket, or one of which most rows go at once, is not animated in.
        """
        wanted = {line.line_id for line in lines}
        if is_other_sale or 2 * sum(line.line_id in wanted for line in self._lines) < len(self._lines) - 1:
            self._start_over(lines)
            return
        for row in range(len(self._lines) - 1, -1, -1):
            if self._lines[row].line_id not in wanted:
                self.beginRemoveRows(_ROOT, row, row)
                del self._lines[row]
                self.endRemoveRows()
        for row, line in enumerate(lines):
            if row < len(self._lines) and self._lines[row].line_id == line.line_id:
                before, self._lines[row] = self._lines[row], line
                roles = _changed(before, line)
                if roles:
                    self.dataChanged.emit(self.index(row), self.index(row), roles)
            else:
                self.beginInsertRows(_ROOT, row, row)
                self._lines.insert(row, line)
                self.endInsertRows()
        if len(self._lines) > len(lines):  # only if a line moved, which baskets do not do
            self._start_over(lines)

    def _start_over(self, lines: tuple[LineView, ...]) -> None:
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Rows under the root; rows have no children."""
        return 0 if parent.isValid() else len(self._lines)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """One cell, or None for a role or row that is not there."""
        if not index.isValid() or not 0 <= index.row() < len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == _ROLE_OF["details"]:
            return [asdict(detail) for detail in line.details]
        name = "name" if role == Qt.ItemDataRole.DisplayRole else ROLES.get(role)
        return getattr(line, ATTRIBUTES[name]) if name else None

    def roleNames(self) -> dict[int, QByteArray]:
        """The names delegates require."""
        return {role: QByteArray(name.encode()) for role, name in ROLES.items()}


def _changed(before: LineView, line: LineView) -> list[int]:
    """The roles that differ: a row repaints, and makes anew, only what has changed."""
    if before == line:
        return []
    return [role for name, role in _ROLE_OF.items() if getattr(before, name) != getattr(line, name)]
