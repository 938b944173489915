"""Keeps a full screen on the screen: what would close it, leave it or open something beside it does nothing.

A lane has a keypad at most; a shopper may bring a keyboard, and a touch screen reports more than touches. The
compositor shows one window and has no shortcuts (deploy/); this is the same promise one layer in, where tests
see it.

    swallowed      closing by anybody but the lane; every key that the lane's own (`kiosk.ui.keys`) have not
                   taken before; menus of the context; what is dragged in; gestures of touchpads
    undone         losing the full screen
    let through    touches

Invariants: nothing here decides what a button does; only a full screen is locked, a window on a desk is not.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtQuick import QQuickWindow

_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
_SWALLOWED = frozenset(
    {
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.Drop,
        QEvent.Type.NativeGesture,
        QEvent.Type.Shortcut,
    }
)


class Locked(QObject):
    """Watches over one window. Lives as long as it."""

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__(window)
        self._window = window
        self._may_close = False
        window.installEventFilter(self)
        window.visibilityChanged.connect(self._stay)

    def let_go(self) -> None:
        """The lane itself ends."""
        self._may_close = True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # Qt's name
        """Whether this event goes no further."""
        kind = event.type()
        if kind == QEvent.Type.Close and not self._may_close:
            event.ignore()
            return True
        if kind in _SWALLOWED:
            event.ignore()
            return True
        return kind in _KEYS

    def _stay(self) -> None:
        is_full = self._window.visibility() == QQuickWindow.Visibility.FullScreen
        if not self._may_close and not is_full and self._window.isVisible():
            self._window.showFullScreen()
