"""The bridge of a shopper's comfort: what the theme is drawn with, and the sheet on which it is chosen.

Invariants: only screens know of it; what nothing is drawn for changes nothing; `reset` is the shop's wish.
"""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.ui import comfort as comforts
from kiosk.ui.comfort import TEXT_PERCENTS, VOLUMES, Mode
from kiosk.ui.comfort import Comfort as Chosen
from retail.theme.default import DEFAULT
from retail.theme.model import Theme

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Comfort(QObject):
    """How this shopper wants the screens."""

    changed = Signal()
    modeChanged = Signal()
    sheetChanged = Signal()

    def __init__(
        self, theme: Theme | QObject | None = None, shop: Chosen | None = None, parent: QObject | None = None
    ) -> None:
        """`shop` is how a shopper finds the screens. QML makes one of its own with nothing but a parent."""
        super().__init__(theme if isinstance(theme, QObject) else parent)
        self._theme = theme if isinstance(theme, Theme) else DEFAULT
        self._shop = self._now = shop or Chosen()
        self._is_open = False
        self.on_volume: Callable[[int], None] = lambda percent: None
        """Called when sounds are to be louder or quieter."""

    @property
    def chosen(self) -> Chosen:
        """All of it."""
        return self._now

    def _use(self, comfort: Chosen) -> None:
        before, self._now = self._now, comfort
        if comfort == before:
            return
        if comfort.mode is not before.mode:
            self.modeChanged.emit()
        if comfort.volume != before.volume:
            self.on_volume(comfort.volume)
        self.changed.emit()

    @Property("QVariantMap", notify=modeChanged)  # type: ignore[arg-type, misc, unused-ignore]
    def colours(self) -> dict[str, str]:
        """Every colour of the theme in the mode that was chosen."""
        return self._theme.colours(self._now.mode.value)

    @Property("QVariantMap", constant=True)  # type: ignore[arg-type, misc, unused-ignore]
    def type(self) -> dict[str, int]:
        """The theme's sizes of letters at 100 %."""
        return self._theme.type

    @Property("QVariantMap", constant=True)  # type: ignore[arg-type, misc, unused-ignore]
    def space(self) -> dict[str, int]:
        """The theme's distances."""
        return self._theme.space

    @Property("QVariantMap", constant=True)  # type: ignore[arg-type, misc, unused-ignore]
    def motion(self) -> dict[str, int]:
        """The theme's durations, milliseconds."""
        return self._theme.motion

    @Property(str, notify=modeChanged)
    def mode(self) -> str:
        """`light`, `dark` or `high_contrast`."""
        return self._now.mode.value

    @Property(int, notify=changed)
    def textPercent(self) -> int:
        """100 to 200."""
        return self._now.text_percent

    @Property(float, notify=changed)
    def textScale(self) -> float:
        """1.0 to 2.0."""
        return self._now.text_scale

    @Property(bool, notify=changed)
    def reach(self) -> bool:
        """Whether all that can be touched is in the lower half."""
        return self._now.reach

    @Property(bool, notify=changed)
    def leftHanded(self) -> bool:
        """Whether the left hand does it."""
        return self._now.left_handed

    @Property(bool, notify=changed)
    def still(self) -> bool:
        """Whether nothing travels or grows."""
        return self._now.still

    @Property(bool, notify=changed)
    def curtain(self) -> bool:
        """Whether the screen shows nothing."""
        return self._now.curtain

    @Property(int, notify=changed)
    def volume(self) -> int:
        """Percent."""
        return self._now.volume

    @Property(bool, notify=changed)
    def isChanged(self) -> bool:
        """Whether it is not as the shop has it."""
        return self._now != self._shop

    @Property(list, constant=True)
    def textPercents(self) -> list[int]:
        """The sizes there are, small to large."""
        return list(TEXT_PERCENTS)

    @Property(list, constant=True)
    def volumes(self) -> list[int]:
        """The volumes there are, silent to loud."""
        return list(VOLUMES)

    @Property(bool, notify=sheetChanged)
    def isOpen(self) -> bool:
        """Whether the sheet is on the screen."""
        return self._is_open

    @Slot(str)
    def useMode(self, mode: str) -> None:
        """Other colours."""
        if mode in {one.value for one in Mode}:
            self._use(replace(self._now, mode=Mode(mode)))

    @Slot(int)
    def useText(self, percent: int) -> None:
        """Letters of this size."""
        if percent in TEXT_PERCENTS:
            self._use(replace(self._now, text_percent=percent))

    @Slot()
    def larger(self) -> None:
        """The next larger letters."""
        self._use(comforts.larger(self._now))

    @Slot()
    def smaller(self) -> None:
        """The next smaller letters."""
        self._use(comforts.smaller(self._now))

    @Slot(bool)
    def useReach(self, reach: bool) -> None:
        """Everything in the lower half, or not."""
        self._use(replace(self._now, reach=reach))

    @Slot(bool)
    def useLeftHand(self, left_handed: bool) -> None:
        """For the left hand, or not."""
        self._use(replace(self._now, left_handed=left_handed))

    @Slot(bool)
    def useStillness(self, still: bool) -> None:
        """Less movement, or not."""
        self._use(replace(self._now, still=still))

    @Slot(bool)
    def useCurtain(self, curtain: bool) -> None:
        """Hide the screen, or not."""
        self._use(replace(self._now, curtain=curtain))

    @Slot(int)
    def useVolume(self, percent: int) -> None:
        """Sounds this loud."""
        if percent in VOLUMES:
            self._use(replace(self._now, volume=percent))

    @Slot()
    def louder(self) -> None:
        """A step louder."""
        self._use(comforts.louder(self._now))

    @Slot()
    def quieter(self) -> None:
        """A step quieter."""
        self._use(comforts.quieter(self._now))

    @Slot()
    def reset(self) -> None:
        """As the shop has it, for whoever comes next; the sheet is put away."""
        self.close()
        self._use(self._shop)

    @Slot()
    def open(self) -> None:
        """Put the sheet on the screen."""
        self._show_sheet(True)

    @Slot()
    def close(self) -> None:
        """Put the sheet away; what was chosen stays."""
        self._show_sheet(False)

    def _show_sheet(self, is_open: bool) -> None:
        if is_open != self._is_open:
            self._is_open = is_open
            self.sheetChanged.emit()
