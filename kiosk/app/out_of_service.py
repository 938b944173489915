"""`kiosk out-of-service`: what is on the screen when the lane cannot be kept running.

Shoppers read that this lane is closed, in every language; staff read why, in small print. It paints with
Qt's simplest means, without the screens' code: whatever broke those must not break this.

Invariants: needs neither valid settings nor a readable log; takes no input; stays until it is ended.
"""

import datetime
import logging
import signal
from pathlib import Path

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QRasterWindow,
)

from kiosk.app import log, settings
from kiosk.app.exit_codes import OK

ASSETS = Path(__file__).parents[2] / "assets"
FAMILIES = ("Noto Sans CJK SC", "Noto Sans Arabic UI")
TEXTS = {
    "en": (
        "This checkout is closed",
        "Please use another checkout. If you have just paid, please ask our staff.",
    ),
    "de": (
        "Diese Kasse ist geschlossen",
        "Bitte nutzen Sie eine andere Kasse. Wenn Sie gerade bezahlt haben, fragen Sie bitte unser Personal.",
    ),
    "fr": (
        "Cette caisse est fermée",
        "Veuillez utiliser une autre caisse. Si vous venez de payer, adressez-vous à notre personnel.",
    ),
    "es": (
        "Esta caja está cerrada",
        "Utilice otra caja, por favor. Si acaba de pagar, pregunte a nuestro personal.",
    ),
    "zh": ("本收银台暂停服务", "请使用其他收银台。如果您刚刚付款，请联系我们的工作人员。"),
    "ar": (
        "صندوق الدفع هذا مغلق",
        "يرجى استخدام صندوق آخر. إذا كنت قد دفعت للتو، فيرجى سؤال موظفينا.",
    ),
}
"""Title and advice in every language the lane speaks; the first larger than the others."""
STAFF = (
    "For staff: the lane stopped again and again, so it was taken out of service. "
    "What was sold is in its journal."
)
GROUND, INK, SOFT, TINT, MARK = "#faf7f0", "#14261c", "#55635b", "#f1eee4", "#b3261e"
MAY_BREAK = "\u200b"
"""Between the parts of a path, which is longer than a line."""
LOG_TAIL = 60_000
REASON_MAX = 400
AGAIN_MS = 60_000
"""How often the small print is read again."""
_BAD = ('"severity_text": "ERROR"', '"severity_text": "CRITICAL"', " ERROR ", " CRITICAL ")
"""In a line of the log, and of the log of releases before it was JSON."""

_log = logging.getLogger(__name__)


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """What is written."""

    place: str
    reason: str


def notice(config: Path) -> Notice:
    """Whose lane this is and why it stopped, as far as can be found out."""
    try:
        chosen = settings.load(config)
    except (settings.SettingsError, OSError) as error:
        return Notice(place="", reason=str(error)[:REASON_MAX])
    reason = _last_complaint(chosen.lane.folder / log.FOLDER / log.FILE)
    return Notice(place=f"{chosen.shop.name} · {chosen.lane.name}", reason=reason)


def _last_complaint(path: Path) -> str:
    try:
        with path.open("rb") as file:
            file.seek(0, 2)
            file.seek(max(0, file.tell() - LOG_TAIL))
            lines = file.read(LOG_TAIL).decode("utf-8", "replace").splitlines()
    except OSError as error:
        return f"the log cannot be read: {error.strerror}"
    bad = [line for line in lines if any(word in line for word in _BAD)]
    return log.plain(bad[-1])[:REASON_MAX] if bad else "the log names no reason"


class Page(QRasterWindow):
    """The page, on the whole screen."""

    def __init__(self, config: Path) -> None:
        super().__init__()
        self._config = config
        self._notice = notice(config)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._again)
        self._timer.start(AGAIN_MS)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Draw it."""
        painter = QPainter(self)
        draw(painter, self.width(), self.height(), self._notice)
        painter.end()

    def _again(self) -> None:
        self._notice = notice(self._config)
        self.update()


def picture(width: int, height: int, what: Notice) -> QImage:
    """The page as a picture, to be looked at."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    draw(painter, width, height, what)
    painter.end()
    return image


def draw(painter: QPainter, width: int, height: int, what: Notice) -> None:
    """Everything on the page, for a screen of any shape."""
    unit = min(width, height) / 1080
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(0, 0, width, height, QColor(GROUND))
    margin = 80 * unit
    room = width - 2 * margin
    is_tall = height > width
    y = _mark(painter, width, height * (0.11 if is_tall else 0.045), unit, 76 if is_tall else 44) + 32 * unit
    first, *others = TEXTS.values()
    y = _notice(painter, first, QRectF(margin, y, room, height), 1.3 * unit) + 36 * unit
    columns = 1 if is_tall else 2
    gap = 60 * unit
    column = (room - gap * (columns - 1)) / columns
    for begin in range(0, len(others), columns):
        row = others[begin : begin + columns]
        left = (width - column * len(row) - gap * (len(row) - 1)) / 2
        rooms = [QRectF(left + at * (column + gap), y, column, height) for at in range(len(row))]
        y = max(_notice(painter, one, place, unit) for one, place in zip(row, rooms, strict=True)) + 30 * unit
    _small_print(painter, width, height, unit, margin, what)


def _notice(painter: QPainter, text: tuple[str, str], room: QRectF, unit: float) -> float:
    """Title and advice. Returns where they end."""
    centred = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    title, advice = text
    y = _text(painter, title, room, 38 * unit, INK, centred, bold=True)
    room = QRectF(room.x(), y + 4 * unit, room.width(), room.height())
    return _text(painter, advice, room, 23 * unit, SOFT, centred)


def _mark(painter: QPainter, width: int, y: float, unit: float, size: int) -> float:
    """A closed sign: a ring with a bar. Returns where it ends."""
    radius = size * unit
    middle = QPointF(width / 2, y + radius)
    painter.setPen(QPen(QColor(MARK), 0.21 * radius, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle, radius, radius)
    painter.drawLine(middle - QPointF(radius * 0.5, 0), middle + QPointF(radius * 0.5, 0))
    return y + 2 * radius


def _small_print(
    painter: QPainter, width: int, height: int, unit: float, margin: float, what: Notice
) -> None:
    inner = 28 * unit
    now = datetime.datetime.now().astimezone()
    lines = "\n".join(filter(None, (what.place, STAFF, what.reason.replace("/", f"/{MAY_BREAK}"))))
    flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
    font = _font(21 * unit)
    painter.setFont(font)
    room = QRectF(0, 0, width - 2 * (margin + inner), height)
    needed = painter.boundingRect(room, flags, lines).height()
    box = QRectF(margin, height - margin - needed - 2 * inner, width - 2 * margin, needed + 2 * inner)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(TINT))
    painter.drawRoundedRect(box, 24 * unit, 24 * unit)
    _text(painter, lines, box.adjusted(inner, inner, -inner, -inner), 21 * unit, SOFT, flags)
    when = QRectF(margin, box.bottom() + 8 * unit, width - 2 * margin, margin)
    _text(painter, f"{now:%Y-%m-%d %H:%M}", when, 18 * unit, SOFT, Qt.AlignmentFlag.AlignRight)


def _text(
    painter: QPainter, text: str, room: QRectF, size: float, colour: str, flags: int, *, bold: bool = False
) -> float:
    """Write `text`; returns where it ends."""
    painter.setFont(_font(size, bold=bold))
    painter.setPen(QColor(colour))
    painter.drawText(room, flags, text)
    return painter.boundingRect(room, flags, text).bottom()


def _font(size: float, *, bold: bool = False) -> QFont:
    font = QFont(FAMILIES)
    font.setPixelSize(max(1, round(size)))
    font.setBold(bold)
    return font


def load_fonts() -> None:
    """The fonts that ship, if they can be read."""
    for font in sorted((ASSETS / "fonts").glob("*.[ot]tf")):
        if QFontDatabase.addApplicationFont(str(font)) < 0:
            _log.error("font %s cannot be read", font.name)


def main(config: Path) -> int:
    """Show it until told to end."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)
    application = QGuiApplication(["kiosk"])
    load_fonts()
    page = Page(config)
    page.showFullScreen()
    application.exec()
    return OK
