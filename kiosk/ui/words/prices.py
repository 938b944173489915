"""What is said of prices that are asked for, in English; catalogues translate it."""

from kiosk.ui.words.messages import QT_TRANSLATE_NOOP, Message

SCAN = Message(
    QT_TRANSLATE_NOOP("Messages", "What does it cost?"),
    QT_TRANSLATE_NOOP("Messages", "Hold anything here. Nothing is added."),
)
HINT = QT_TRANSLATE_NOOP("Messages", "Hold the barcode here")
MEMBER = QT_TRANSLATE_NOOP("Messages", "Your member prices")
PER_KG = QT_TRANSLATE_NOOP("Messages", "{price} per kg")
WEIGHS = QT_TRANSLATE_NOOP("Messages", "{weight} kg, {price} per kg")
WITH_DEPOSIT = QT_TRANSLATE_NOOP("Messages", "plus {name} {price}")
NO_OFFER = QT_TRANSLATE_NOOP("Messages", "No offer for it right now")
NOT_GOODS = Message(
    QT_TRANSLATE_NOOP("Messages", "This has no price"),
    QT_TRANSLATE_NOOP("Messages", "Hold the barcode of an item here, or your member card."),
)
UNKNOWN = Message(
    QT_TRANSLATE_NOOP("Messages", "We do not know this item"),
    QT_TRANSLATE_NOOP("Messages", "Please ask a colleague for its price."),
)
REASONS: dict[str, Message] = {
    "unknown": UNKNOWN,
    "unreadable": UNKNOWN,
    "not_a_product": NOT_GOODS,
    "not_goods": NOT_GOODS,
    "not_a_member": NOT_GOODS,
}
