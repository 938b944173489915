"""The basket's rows as Qt wants them, changed as little as possible.

A scan touches one row: Qt then repaints that row and animates it in, whatever the basket's length.

Invariants: after `replace` the rows equal the view's lines; row order is line order.
"""

from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt

from kiosk.ui.view import LineView

_ROOT = QModelIndex()


class Role(IntEnum):
    """The columns of a row; a role's QML name is its attribute of `LineView` in QML's spelling."""

    lineId = Qt.ItemDataRole.UserRole + 1
    name = Qt.ItemDataRole.UserRole + 2
    picture = Qt.ItemDataRole.UserRole + 3
    quantity = Qt.ItemDataRole.UserRole + 4
    unit = Qt.ItemDataRole.UserRole + 5
    amount = Qt.ItemDataRole.UserRole + 6
    mayChange = Qt.ItemDataRole.UserRole + 7


class BasketModel(QAbstractListModel):
    """Rows of `LineView`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[LineView] = []

    @property
    def lines(self) -> tuple[LineView, ...]:
        """The rows as they are now."""
        return tuple(self._lines)

    def replace(self, lines: tuple[LineView, ...]) -> None:
        """Make the rows equal to `lines` by removing, changing and adding only what differs."""
        wanted = {line.line_id for line in lines}
        for row in range(len(self._lines) - 1, -1, -1):
            if self._lines[row].line_id not in wanted:
                self.beginRemoveRows(_ROOT, row, row)
                del self._lines[row]
                self.endRemoveRows()
        for row, line in enumerate(lines):
            if row < len(self._lines) and self._lines[row].line_id == line.line_id:
                if self._lines[row] != line:
                    self._lines[row] = line
                    self.dataChanged.emit(self.index(row), self.index(row))
            else:
                self.beginInsertRows(_ROOT, row, row)
                self._lines.insert(row, line)
                self.endInsertRows()
        if len(self._lines) > len(lines):  # only if a line moved, which baskets do not do
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
        match role:
            case Role.lineId:
                return line.line_id
            case Role.name | Qt.ItemDataRole.DisplayRole:
                return line.name
            case Role.picture:
                return line.picture
            case Role.quantity:
                return line.quantity
            case Role.unit:
                return line.unit
            case Role.amount:
                return line.amount
            case Role.mayChange:
                return line.may_change
        return None

    def roleNames(self) -> dict[int, QByteArray]:
        """The names delegates require."""
        return {role.value: QByteArray(role.name.encode()) for role in Role}
