"""What a few touches bring over a situation: sheets, keypads, tabs. Pure."""

from collections.abc import Iterator

from kiosk.ui.gallery.drawing import Drawing
from kiosk.ui.gallery.moments import moments
from kiosk.ui.samples import situations
from kiosk.ui.samples.flow import AVOCADO, CARRIER

JOIN_HERE = ["join", "joinHere", *(f"key{digit}" for digit in "01717655443")]
SHEETS: dict[str, dict[str, list[str]]] = {
    "attract": {"comfort": ["comfort"], "comfort-changed": ["comfort", "leftHand"]},
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
        "join-number-empty": ["join", "joinHere"],
        "join-number": JOIN_HERE,
        "join-agree": [*JOIN_HERE, "keyOk"],
        "join-agreed": [*JOIN_HERE, "keyOk", "agree-club", "agree-history"],
        "join-sent": [*JOIN_HERE, "keyOk", "agree-club", "joinNow"],
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
        "staff-photo": ["photo-2"],
        "staff-languages": ["languages"],
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

LETTERS = {"ar": {"letter-b": "letter-م", "letter-x": "letter-ظ", "letter-n": "letter-غ"}}
"""What is touched instead on the keys of another script."""


def drawings(language: str) -> Iterator[Drawing]:
    """Every picture there is to draw, in the order of a purchase."""
    at = dict(situations(language))
    further: dict[str, list[Drawing]] = {}
    for name, drawing in moments(at):
        further.setdefault(name, []).append(drawing)
    for name, snapshot in at.items():
        yield Drawing(name=name, snapshot=snapshot)
        for sheet, touches in SHEETS.get(name, {}).items():
            own = LETTERS.get(language, {})
            touched = tuple(own.get(touch, touch) for touch in touches)
            yield Drawing(name=sheet, snapshot=snapshot, touches=touched)
        yield from further.get(name, ())
