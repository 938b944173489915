"""The bridge of what stands over the shopper's screens: nudges, waiting for staff, "Are you still there?".

Invariants: a nudge the shopper has put aside stays aside until it is over; what it is about stays marked in
the basket and is named again before paying.
"""

from msgspec.structs import asdict
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout import commands as c
from kiosk.checkout import staff_commands as sc
from kiosk.ui.post import Post, Touch, nowhere
from kiosk.ui.views.attended import AttentionView, NudgeView

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1
NOTHING = NudgeView()


@QmlElement
class Attention(QObject):
    """Interventions as the shopper sees them."""

    changed = Signal()
    nudgeChanged = Signal()

    def __init__(self, post: Post | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._post = post or nowhere
        self._view = AttentionView()
        self._seen: frozenset[int] = frozenset()
        self._moving = 0
        """The intervention for which full bags are being moved; 0: none."""
        self._nudge = NOTHING
        self._others = 0
        self._wishes: list[dict[str, object]] = []
        self._blockers: list[dict[str, object]] = []

    def show(self, view: AttentionView) -> None:
        """Show this view."""
        if view == self._view:
            return
        before, self._view = self._view, view
        if before.nudges and not view.nudges and not view.sheet:
            self._seen = frozenset()
        if not any(_is_moved(nudge, self._moving) for nudge in view.nudges):
            self._moving = 0
        if view.blockers != before.blockers:
            self._blockers = [asdict(blocker) for blocker in view.blockers]
        self._choose()
        self.changed.emit()

    def _choose(self) -> None:
        """The nudge that is shown: the one being answered, else the first that was not put aside."""
        left = [nudge for nudge in self._view.nudges if nudge.intervention_no not in self._seen]
        moving = (nudge for nudge in left if nudge.intervention_no == self._moving)
        nudge = next(moving, left[0] if left else NOTHING)
        hidden = "move" if self._moving else "moved"
        wishes = [asdict(wish) for wish in nudge.wishes if wish.key != hidden]
        others = max(0, len(left) - 1)
        if (nudge, wishes, others) != (self._nudge, self._wishes, self._others):
            self._nudge, self._wishes, self._others = nudge, wishes, others
            self.nudgeChanged.emit()

    @Property(str, notify=changed)
    def light(self) -> str:
        """The lamp: `green`, `yellow`, `red` or `off`."""
        return self._view.light

    @Property(bool, notify=changed)
    def isTraining(self) -> bool:
        """Whether nothing is sold here now."""
        return self._view.is_training

    @Property(str, notify=changed)
    def sheet(self) -> str:
        """What covers the screen: `wait`, `hold`, `idle`, or empty."""
        return self._view.sheet

    @Property(str, notify=changed)
    def title(self) -> str:
        """Its headline."""
        return self._view.title

    @Property(str, notify=changed)
    def body(self) -> str:
        """What to do now, and whether money moved."""
        return self._view.body

    @Property(str, notify=changed)
    def place(self) -> str:
        """The place in the queue, or empty."""
        return self._view.place

    @Property(list, notify=changed)
    def blockers(self) -> list[dict[str, object]]:
        """What staff clear first, as `BlockerView` has it."""
        return self._blockers

    @Property(float, notify=changed)
    def untilMs(self) -> float:
        """When staff are called if nobody answers; 0: they are."""
        return float(self._view.until_ms)

    @Property(str, notify=changed)
    def helpNote(self) -> str:
        """The place in the queue, short, or empty."""
        return self._view.help_note

    @Property(bool, notify=nudgeChanged)
    def hasNudge(self) -> bool:
        """Whether there is something to say."""
        return self._nudge is not NOTHING

    @Property(bool, notify=nudgeChanged)
    def isCalled(self) -> bool:
        """Whether staff come for it, and the shopper need not do anything."""
        return self._nudge.is_called

    @Property(str, notify=nudgeChanged)
    def nudgeTitle(self) -> str:
        """What happened."""
        return self._nudge.moving[0] if self._moving else self._nudge.title

    @Property(str, notify=nudgeChanged)
    def nudgeBody(self) -> str:
        """What to do."""
        return self._nudge.moving[1] if self._moving else self._nudge.body

    @Property(str, notify=nudgeChanged)
    def nudgeIcon(self) -> str:
        """Its picture."""
        return self._nudge.icon

    @Property(list, notify=nudgeChanged)
    def wishes(self) -> list[dict[str, object]]:
        """What can be answered, as `WishView` has it."""
        return self._wishes

    @Property(int, notify=nudgeChanged)
    def others(self) -> int:
        """How many more there are."""
        return self._others

    @Slot(str)
    def wish(self, key: str) -> None:
        """An answer to the nudge that is shown."""
        nudge = self._nudge
        if nudge is NOTHING:
            return
        if key == "seen":
            self._seen |= {nudge.intervention_no}
        elif key == "move":
            self._moving = nudge.intervention_no
        elif (command := _command(key, nudge)) is not None:
            self._moving = 0
            self._post(command)
        self._choose()
        self.nudgeChanged.emit()

    @Slot()
    def needTime(self) -> None:
        """The shopper is still here."""
        self._post(sc.NeedTime())


def _is_moved(nudge: NudgeView, moving: int) -> bool:
    """Whether this is the nudge for which full bags are being moved."""
    return nudge.intervention_no == moving and any(wish.key == "moved" for wish in nudge.wishes)


def _command(key: str, nudge: NudgeView) -> Touch | None:
    """What an answer asks for; None: nothing that anybody decides."""
    match key:
        case "dismiss":
            return sc.DismissIntervention(intervention_no=nudge.intervention_no)
        case "call":
            return sc.CallStaffFor(intervention_no=nudge.intervention_no)
        case "skip":
            return sc.SkipBagging(line_id=nudge.line_id)
        case "bag":
            return sc.PlaceOwnBag()
        case "stop":
            return sc.StopWeighing()
        case "moved":
            return sc.MoveFullBags()
        case "off":
            return c.RemoveLine(line_id=nudge.line_id)
        case "end_help":
            return c.EndHelp()
        case _:
            return None
