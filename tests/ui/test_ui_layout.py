"""Every screen, in every language, both ways round: nothing too small to touch, cut off, or covered.

Source: touch targets of at least 76 px at 1080 x 1920 (about 15 mm on a 21.5 inch panel); WCAG 2.2 contrast.
"""

import re
from collections.abc import Callable, Iterator
from itertools import combinations, product

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtQuick import QQuickItem
from ui_window import Shown

from kiosk.ui.find import scene_rect
from kiosk.ui.samples import situations
from kiosk.ui.samples.tenders import EVERYTHING
from retail.theme.colours import contrast
from retail.theme.default import DEFAULT

TOUCH_MIN = 76
SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
SLACK = 1.5
"""Pixels that rounding may cost."""
USUAL = [("portrait", "de"), ("portrait", "ar"), ("landscape", "fr"), ("landscape", "zh")]
"""Every language group and direction once; the whole matrix is that of `test_ui_comfort_layout`."""
SETTLED = replace(DEFAULT, motion=dict.fromkeys(DEFAULT.motion, 0))
"""What is looked at has arrived: nothing fades in, travels or grows any more."""
SHEETS: dict[str, list[list[str]]] = {
    "scanning-8": [["quantity-8"], ["enterCode", "key1", "key2"], ["enterCode", "keyLetters", "keyA"]],
    "tender": [
        ["payWallet"],
        ["payGift"],
        ["payGift", "typeNumber", "key9", "key7"],
        ["payPart", "key1", "key2"],
    ],
    "tender-split": [["giveBack"]],
    "nudge-full": [["nudge-move"]],
    "attract": [["comfort"]],
    "closed-staff": [["staffDoor"], ["staffDoor", "key4", "keyOk", "key1", "key2"]],
    "staff-four": [
        ["tab-sale"],
        ["tab-lane"],
        ["tab-devices"],
        ["tab-devices", "scannerEyeOpen"],
        ["tab-basket", "line-1"],
        ["tab-basket", "line-1", "choice-price_override", "key9"],
        ["tab-basket", "line-1", "choice-void_line"],
        ["tab-sale", "deed-message"],
        ["tab-sale", "deed-cancel"],
        ["approve-1-born", "key1"],
        ["approve-2"],
        ["refuse-1"],
    ],
    "staff-idle": [["tab-lane", "deed-unlock"], ["tab-sale", "deed-resume", "keyLetters", "keyA"]],
    "staff-return-choose": [["more-1", "returnGive"], ["returnAll"]],
    "staff-return-stuck": [["returnStopStuck"]],
}
"""What is touched to bring something over a situation."""
CLOSERS = ("countClose", "joinClose", "keypadClose", "doorClose", "formClose", "sheetClose", "comfortClose")
VEILED = ("over ", "flow-bags", "flow-cancelling", "wait", "hold", "idle", "walk-away", "tender-gift-pin")
"""Situations in which something stands over the screen: what is under it does not count."""


@pytest.fixture
def every_situation(size: str, open_window: Callable[..., Shown]) -> Shown:
    return open_window(*SIZES[size], tenders=EVERYTHING, theme=SETTLED)


def walk(shown: Shown, language: str) -> Iterator[str]:
    for name, snapshot in situations(language):
        shown.show(snapshot)
        yield name
        for touches in SHEETS.get(name, ()):
            for number, control in enumerate(touches):
                shown.touch(control)
                shown.show(replace(snapshot, sequence=2 + number))
            yield f"over {name} {touches[-1]}" if put_away(shown, look_only=True) else f"{name} {touches[-1]}"
            put_away(shown)
            shown.show(replace(snapshot, sequence=9))


def put_away(shown: Shown, *, look_only: bool = False) -> bool:
    """Touch what closes a sheet; whether there was one."""
    names = {item.objectName() for item, _ in shown.buttons()}
    closers = [closer for closer in CLOSERS if closer in names]
    for closer in closers if not look_only else ():
        shown.touch(closer)
    return bool(closers)


@pytest.mark.parametrize(("size", "language"), USUAL)
def test_screens_are_laid_out_well(every_situation: Shown, language: str) -> None:
    """One walk checks everything: a walk costs more than a check."""
    mistakes: list[str] = []
    for name in walk(every_situation, language):
        shown = every_situation
        has_veil = name.startswith(VEILED)
        mistakes += [f"{name}: {mistake}" for mistake in all_mistakes(shown, has_veil)]
    assert not mistakes, "\n".join(mistakes)


def all_mistakes(shown: Shown, has_veil: bool) -> Iterator[str]:
    yield from button_mistakes(shown, has_veil)
    yield from text_mistakes(shown, has_veil)
    yield from icon_mistakes(shown)


def button_mistakes(shown: Shown, has_veil: bool) -> Iterator[str]:
    window = QRectF(0, 0, shown.lane.window.width(), shown.lane.window.height())
    buttons = [(item, seen) for item, seen in shown.buttons() if item.isEnabled() or not has_veil]
    for item, _ in buttons:
        whole = scene_rect(item)
        if not item.objectName():
            yield f"a button has no name: {item.property('text')}"
        if min(whole.width(), whole.height()) < TOUCH_MIN:
            yield f"{item.objectName()} is {whole.width():.0f} x {whole.height():.0f}"
        if not is_in_list(item) and not window.contains(whole):
            yield f"{item.objectName()} leaves the window: {whole}"
    for (one, seen), (other, other_seen) in combinations(buttons, 2):
        common = seen.intersected(other_seen)
        if min(common.width(), common.height()) > SLACK:
            yield f"{one.objectName()} and {other.objectName()} overlap by {common}"


def _is_arabic(item: QQuickItem) -> bool:
    return bool(re.search(r"[\u0600-\u06ff]", str(item.property("text"))))


def _space_of(item: QQuickItem) -> float:
    """A space: the one where a line from right to left breaks counts as its content, and shows nowhere."""
    return float(item.property("font").pixelSize()) * 0.4


def text_mistakes(shown: Shown, has_veil: bool) -> Iterator[str]:
    window = QRectF(0, 0, shown.lane.window.width(), shown.lane.window.height())
    texts = []
    for item, seen in shown.texts():
        words = repr(item.property("text"))[:40]
        if item.property("truncated") and item.objectName() not in ("newest", "newsText"):  # whole in its row
            yield f"cut off: {words}"
        if item.property("contentWidth") > item.width() + (_space_of(item) if _is_arabic(item) else SLACK):
            yield f"wider than its place: {words}"
        if item.property("lineCount") > 1 and _longest_word(item) > item.width() + SLACK:
            yield f"broken within its word: {words}"
        if item.property("contentHeight") > item.height() + SLACK:
            yield f"taller than its place: {words}"
        if not is_in_list(item) and not window.contains(scene_rect(item)):
            yield f"leaves the window: {words}"
        button = _button_of(item)
        if button is not None and not _holds(scene_rect(button), _ink(item)):
            yield f"leaves its button {button.objectName()}: {words}"
        card = next((one for one in _ancestors(item) if _is_a("Sheet", one)), None)
        if card is not None and not is_in_list(item) and not _holds(scene_rect(card), _ink(item)):
            yield f"leaves its card: {words}"
        if not _is_beneath(shown, item, has_veil):
            texts.append((item, _ink(item).intersected(seen)))
    for (item, ink), (other, place) in product(texts, shown.buttons()):
        over = ink.intersected(place)
        if _is_beneath(shown, other, has_veil):
            continue
        if not place.contains(ink) and min(over.width(), over.height()) > 2 * SLACK:
            yield f"{item.property('text')!r:.40} lies on {other.objectName()}"
    for (one, rect), (other, other_rect) in combinations(texts, 2):
        common = rect.intersected(other_rect)
        if min(common.width(), common.height()) > 2 * SLACK:
            yield f"{one.property('text')!r:.40} lies on {other.property('text')!r:.40}"


def icon_mistakes(shown: Shown) -> Iterator[str]:
    for item, _ in shown.items():
        button = _button_of(item) if _is_a("Icon", item) else None
        if button is not None and not _holds(scene_rect(button), scene_rect(item)):
            yield f"the icon {item.property('name')} leaves its button {button.objectName()}"


def _is_a(part: str, item: QQuickItem) -> bool:
    return re.match(rf"{part}(_QMLTYPE|$)", item.metaObject().className()) is not None


def _button_of(item: QQuickItem) -> QQuickItem | None:
    return next((one for one in _ancestors(item) if one.inherits("QQuickAbstractButton")), None)


def _holds(place: QRectF, ink: QRectF) -> bool:
    return place.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(ink)


def _longest_word(item: QQuickItem) -> float:
    """How wide the longest word is whose letters break nowhere: not Chinese, not a code; a hyphen breaks."""
    metrics = QFontMetricsF(item.property("font"))
    together = [word for word in str(item.property("text")).split() if not re.search(r"[/\d]", word)]
    words = re.findall(r"[A-Za-zÀ-ž]+-?", " ".join(together))
    return max((metrics.horizontalAdvance(word) for word in words), default=0.0)


def _ink(item: QQuickItem) -> QRectF:
    """Where the letters are, without the air above and below a line."""
    rect = scene_rect(item)
    air = 0.25 * item.property("font").pixelSize()
    return rect.adjusted(0, air, 0, -air)


def _ancestors(item: QQuickItem) -> Iterator[QQuickItem]:
    parent = item.parentItem()
    while parent is not None:
        yield parent
        parent = parent.parentItem()


def is_in_list(item: QQuickItem) -> bool:
    return any(parent.inherits("QQuickFlickable") for parent in _ancestors(item))


def _is_beneath(shown: Shown, item: QQuickItem, has_veil: bool) -> bool:
    """Under a veil, or for seconds over everything (toast, undo): neither counts as lying on each other."""
    return _is_for_seconds(item) or (has_veil and not item.isEnabled())


def _is_for_seconds(item: QQuickItem) -> bool:
    over = ("Toast", "UndoBar")
    return any(parent.metaObject().className().startswith(over) for parent in _ancestors(item))


@pytest.mark.parametrize("size", [(800, 1280), (1280, 800), (1024, 768), (1366, 768), (2160, 3840)])
def test_other_screens_show_the_same_scaled(open_window: Callable[..., Shown], size: tuple[int, int]) -> None:
    shown = open_window(*size)
    for name, snapshot in situations("de"):
        if name not in ("attract", "scanning-8", "tender-declined", "receipt", "card-long"):
            continue
        shown.show(snapshot)
        window = QRectF(0, 0, size[0], size[1])
        for item, _ in shown.buttons():
            if not is_in_list(item):
                assert window.contains(scene_rect(item)), (name, item.objectName())


def test_a_long_shop_name_and_huge_amounts_find_room(open_window: Callable[..., Shown]) -> None:
    for size in SIZES.values():
        shown = open_window(*size, lane_name="12 (Erdgeschoss)")
        _, snapshot = next(pair for pair in situations("de") if pair[0] == "scanning-8")
        transaction = snapshot.state.transaction
        assert transaction is not None
        dear = replace(transaction.lines[0].product, price_minor=9_999_999)
        lines = tuple(
            replace(line, product=dear, quantity=9) for line in transaction.lines if not line.weight_g
        )
        shown.show(
            replace(snapshot, state=replace(snapshot.state, transaction=replace(transaction, lines=lines)))
        )
        assert not list(text_mistakes(shown, has_veil=False))
        assert not list(button_mistakes(shown, has_veil=False))


@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("ink", "ground", 7.0),
        ("ink", "card", 7.0),
        ("ink", "lime", 7.0),
        ("ink", "dangerSoft", 7.0),
        ("inkSoft", "ground", 4.5),
        ("inkSoft", "card", 4.5),
        ("inkSoft", "tint", 4.5),
        ("inkSoft", "dangerSoft", 4.5),
        ("light", "primary", 4.5),
        ("light", "primaryDeep", 7.0),
        ("lightSoft", "primary", 4.5),
        ("lime", "primaryDeep", 7.0),
        ("primary", "ground", 4.5),
        ("primary", "primarySoft", 4.5),
        ("danger", "dangerSoft", 4.5),
        ("danger", "card", 4.5),
        ("caution", "disabled", 4.5),
        ("caution", "cautionSoft", 4.5),
        ("disabledInk", "disabled", 3.0),
    ],
)
def test_colours_can_be_read(ink: str, ground: str, least: float) -> None:
    assert contrast(DEFAULT.light[ink], DEFAULT.light[ground]) >= least
