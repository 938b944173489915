"""What a few touches bring over a situation: sheets, keypads, tabs. Pure."""

from collections.abc import Iterator

import msgspec

from kiosk.checkout.snapshot import Snapshot
from kiosk.ui.sample_flow import AVOCADO, CARRIER
from kiosk.ui.samples import situations

SHEETS: dict[str, dict[str, list[str]]] = {
    "attract": {"comfort": ["comfort"]},
    "flow-empty": {
        "lookup": ["lookup"],
        "lookup-typed": ["lookup", "letter-b"],
        "lookup-nothing": ["lookup", *("letter-" + letter for letter in "xxnn")],
        "lookup-category": ["lookup", "category-produce/vegetables"],
        "lookup-count": ["lookup", f"goods-{AVOCADO}", "more-goods"],
    },
    "flow-bags": {"bags-two": [f"more-{CARRIER}", f"more-{CARRIER}"]},
    "scanning-guest": {
        "join-choose": ["join"],
        "join-number": ["join", "joinHere", *(f"key{digit}" for digit in "01717655443")],
        "join-agree": ["join", "joinHere", *(f"key{digit}" for digit in "01717655443"), "keyOk"],
    },
    "scanning-8": {
        "keypad": ["quantity-8"],
        "code-empty": ["enterCode"],
        "code-digits": ["enterCode", *(f"key{digit}" for digit in "0171234567890")],
        "code-letters": ["enterCode", "keyLetters", *(f"key{mark}" for mark in "SPRING10")],
    },
    "tender": {
        "tender-show-phone": ["payWallet"],
        "tender-show-gift": ["payGift"],
        "tender-number": ["payGift", "typeNumber", *(f"key{digit}" for digit in "9712345678901")],
        "tender-part-sheet": ["payPart", *(f"key{digit}" for digit in "2000")],
    },
    "tender-split": {"tender-give-back": ["giveBack"]},
    "tender-gift-pin": {"tender-pin-typed": ["key1", "key2", "key3", "key4"]},
    "nudge-full": {"nudge-moving": ["nudge-move"]},
    "closed-staff": {
        "door": ["staffDoor"],
        "door-pin": ["staffDoor", "key4", "key7", "keyOk", "key1", "key2", "key3"],
    },
    "staff-four": {
        "staff-tab-sale": ["tab-sale"],
        "staff-tab-lane": ["tab-lane"],
        "staff-tab-devices": ["tab-devices"],
        "staff-scanner-eye": ["tab-devices", "scannerEyeOpen"],
        "staff-line": ["tab-basket", "line-1"],
        "staff-void-why": ["tab-basket", "line-1", "choice-void_line"],
        "staff-price": ["tab-basket", "line-1", "choice-price_override", "key2", "key9", "key9"],
        "staff-price-why": ["tab-basket", "line-1", "choice-price_override", "key2", "key9", "key9", "keyOk"],
        "staff-born": ["approve-1-born", "key3", "key1", "key1"],
        "staff-refuse": ["refuse-1"],
        "staff-message": ["tab-sale", "deed-message"],
        "staff-cancel": ["tab-sale", "deed-cancel"],
        "staff-discount": ["tab-sale", "deed-discount_sale", "key5"],
    },
    "staff-idle": {
        "staff-unlock": ["tab-lane", "deed-unlock"],
        "staff-return-code": ["tab-sale", "deed-return", "keyLetters", "keyA", "key4", "keyF", "key9"],
        "staff-resume": ["tab-sale", "deed-resume", "keyLetters", "keyA", "key4", "keyF", "key9"],
    },
    "staff-return-choose": {
        "staff-return-all": ["returnAll"],
        "staff-return-chosen": ["returnAll", "less-1", "less-3"],
        "staff-return-why": ["returnAll", "returnGive"],
    },
    "staff-return-stuck": {"staff-return-stop": ["returnStopStuck"]},
}
"""Pictures of what a few touches bring over a situation."""


class Drawing(msgspec.Struct, frozen=True, kw_only=True):
    """One picture to draw."""

    name: str
    snapshot: Snapshot
    touches: tuple[str, ...] = ()


def drawings(language: str) -> Iterator[Drawing]:
    """Every picture there is to draw, in the order of a purchase."""
    for name, snapshot in situations(language):
        yield Drawing(name=name, snapshot=snapshot)
        for sheet, touches in SHEETS.get(name, {}).items():
            yield Drawing(name=sheet, snapshot=snapshot, touches=tuple(touches))
