"""What the lane says to a shopper about what happened, in English; the catalogues translate it.

Every message says what happened, what to do now, and whether money moved. The texts stand here
and not in QML because which one is shown follows from the state (`kiosk.ui.view`); labels that never change
stand in QML.

Invariants: `{...}` are the only placeholders and every translation uses the same ones (tested).
"""

from collections.abc import Callable

import msgspec

from retail.journal.events import Refusal

Say = Callable[[str], str]
"""Puts an English text of this module into the shopper's language."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for lupdate, which finds it by this function's name."""
    del context
    return text


class Message(msgspec.Struct, frozen=True):
    """A headline and what to do now."""

    title: str
    body: str


ONE_ITEM = QT_TRANSLATE_NOOP("Messages", "1 item")
ITEMS = QT_TRANSLATE_NOOP("Messages", "{count} items")
EACH = QT_TRANSLATE_NOOP("Messages", "{price} each")
WEIGHED = QT_TRANSLATE_NOOP("Messages", "{weight} kg × {price}/kg")

NOT_FOUND: dict[str, Message] = {
    "unknown": Message(
        QT_TRANSLATE_NOOP("Messages", "We don't know this item"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Nothing was added to your basket. Try another barcode on the pack, or touch Help.",
        ),
    ),
    "unreadable": Message(
        QT_TRANSLATE_NOOP("Messages", "We couldn't read this code"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Nothing was added to your basket. Smooth the pack, hold it still and try again.",
        ),
    ),
    "not_a_product": Message(
        QT_TRANSLATE_NOOP("Messages", "This is not a product code"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Nothing was added to your basket. Look for the striped barcode on the pack.",
        ),
    ),
    "too_long": Message(
        QT_TRANSLATE_NOOP("Messages", "This is not a product code"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Nothing was added to your basket. Look for the striped barcode on the pack.",
        ),
    ),
    "needs_weight": Message(
        QT_TRANSLATE_NOOP("Messages", "This item has to be weighed"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Nothing was added to your basket. Touch Help; a colleague will weigh it for you.",
        ),
    ),
}
"""By the reason words of `retail.journal.events.CodeNotFound`."""

REFUSED_PAYMENT: dict[Refusal, Message] = {
    Refusal.DECLINED: Message(
        QT_TRANSLATE_NOOP("Messages", "Not paid"),
        QT_TRANSLATE_NOOP("Messages", "Your card was not charged. Try another card, or touch Help."),
    ),
    Refusal.CANCELLED: Message(
        QT_TRANSLATE_NOOP("Messages", "Payment stopped"),
        QT_TRANSLATE_NOOP("Messages", "Your card was not charged. Start again, or go back to your basket."),
    ),
    Refusal.NOT_CHARGED: Message(
        QT_TRANSLATE_NOOP("Messages", "Not paid"),
        QT_TRANSLATE_NOOP(
            "Messages", "The payment did not go through and your card was not charged. Please try again."
        ),
    ),
    Refusal.REVERSED: Message(
        QT_TRANSLATE_NOOP("Messages", "Not paid"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "The terminal charged your card, and the amount was given back. Try again, or touch Help.",
        ),
    ),
}

CARD_UNAVAILABLE = QT_TRANSLATE_NOOP(
    "Messages", "The card terminal is not ready. Please wait a moment, or touch Help. Nothing was charged."
)
CAMERA_UNAVAILABLE = Message(
    QT_TRANSLATE_NOOP("Messages", "The camera is not working"),
    QT_TRANSLATE_NOOP("Messages", "Your basket is safe. Please touch Help, or pay what you have scanned."),
)

CARD_WAITING = QT_TRANSLATE_NOOP("Messages", "Connecting to the terminal …")
CARD_FOLLOW = Message(
    QT_TRANSLATE_NOOP("Messages", "Please follow the card terminal"),
    QT_TRANSLATE_NOOP("Messages", "You have paid only when this screen says so."),
)
CARD_STOPPING = Message(
    QT_TRANSLATE_NOOP("Messages", "Stopping the payment"),
    QT_TRANSLATE_NOOP(
        "Messages", "Please wait. The terminal was asked to stop and will say whether it charged your card."
    ),
)
CARD_CHECKING = Message(
    QT_TRANSLATE_NOOP("Messages", "One moment, please"),
    QT_TRANSLATE_NOOP("Messages", "The terminal has answered. We are completing your payment."),
)

UNKNOWN_ASKING = Message(
    QT_TRANSLATE_NOOP("Messages", "Please wait. Do not pay again."),
    QT_TRANSLATE_NOOP(
        "Messages",
        "We are asking the terminal whether your payment of {amount} went through. Your basket is kept.",
    ),
)
UNKNOWN_ATTENDANT = Message(
    QT_TRANSLATE_NOOP("Messages", "A colleague has to look. Do not pay again."),
    QT_TRANSLATE_NOOP(
        "Messages",
        "The terminal cannot tell whether your payment of {amount} went through. "
        "A colleague will check it with you. Your basket is kept.",
    ),
)

PAID = Message(
    QT_TRANSLATE_NOOP("Messages", "Paid"),
    QT_TRANSLATE_NOOP("Messages", "Thank you! Your payment is complete."),
)
PAID_NOTHING = Message(
    QT_TRANSLATE_NOOP("Messages", "Nothing to pay"),
    QT_TRANSLATE_NOOP("Messages", "Thank you! Your card was not charged."),
)

PRINTER_REASONS: dict[str, str] = {
    "paper_end": QT_TRANSLATE_NOOP("Messages", "The printer is out of paper."),
    "cover_open": QT_TRANSLATE_NOOP("Messages", "The printer is open."),
    "cutter_jam": QT_TRANSLATE_NOOP("Messages", "The printer's cutter is stuck."),
}
"""By the machine words of the printer's health and waiting messages."""
PRINTER_OTHER = QT_TRANSLATE_NOOP("Messages", "The printer is not available.")

RECEIPT_NOT_ON_PAPER = QT_TRANSLATE_NOOP("Messages", "{reason} You can take your receipt as a QR code.")

RECEIPT_CHOOSE = Message(
    QT_TRANSLATE_NOOP("Messages", "Would you like a receipt?"),
    QT_TRANSLATE_NOOP("Messages", "You have paid {amount}."),
)
RECEIPT_PRINTING = Message(
    QT_TRANSLATE_NOOP("Messages", "Your receipt is printing"),
    QT_TRANSLATE_NOOP("Messages", "You have paid {amount}. Please take the paper below."),
)
RECEIPT_WAITING = Message(
    QT_TRANSLATE_NOOP("Messages", "Printing stopped"),
    QT_TRANSLATE_NOOP(
        "Messages", "You have paid {amount}. {reason} A colleague is needed; printing then goes on by itself."
    ),
)
RECEIPT_AWAITED = Message(
    QT_TRANSLATE_NOOP("Messages", "Your receipt is waiting"),
    QT_TRANSLATE_NOOP(
        "Messages",
        "You have paid {amount}. {reason} A colleague is needed; your receipt then prints by itself.",
    ),
)
RECEIPT_PRINTED = Message(
    QT_TRANSLATE_NOOP("Messages", "Your receipt is printed"),
    QT_TRANSLATE_NOOP("Messages", "You have paid {amount}. Please take the paper below."),
)
RECEIPT_FAILED = Message(
    QT_TRANSLATE_NOOP("Messages", "No paper receipt"),
    QT_TRANSLATE_NOOP(
        "Messages", "You have paid {amount}. The receipt could not be printed; take it as a QR code instead."
    ),
)
RECEIPT_UNPROVEN = Message(
    QT_TRANSLATE_NOOP("Messages", "Please check the printer"),
    QT_TRANSLATE_NOOP(
        "Messages",
        "You have paid {amount}. We cannot tell whether your receipt was printed. "
        "If it is missing, take it as a QR code.",
    ),
)
RECEIPT_QR = Message(
    QT_TRANSLATE_NOOP("Messages", "Your receipt as a QR code"),
    QT_TRANSLATE_NOOP("Messages", "You have paid {amount}. Scan the code with your phone to keep it."),
)

THANKS = QT_TRANSLATE_NOOP("Messages", "Thank you for shopping with us!")
THANKS_TAKE_ALL = QT_TRANSLATE_NOOP("Messages", "Please take your shopping and your receipt.")
THANKS_TAKE_GOODS = QT_TRANSLATE_NOOP("Messages", "Please take your shopping.")
THANKS_CHECK_PRINTER = QT_TRANSLATE_NOOP(
    "Messages", "Please take your shopping. If your receipt is missing, a colleague can print it again."
)

HELP = QT_TRANSLATE_NOOP("Messages", "A colleague is coming")
HELP_IN_SALE = QT_TRANSLATE_NOOP(
    "Messages", "Please wait here. Your basket is kept and nothing has been charged."
)
HELP_PAID = QT_TRANSLATE_NOOP("Messages", "Please wait here. You have paid {amount}; your receipt is safe.")
HELP_IDLE = QT_TRANSLATE_NOOP("Messages", "Please wait here. We will be with you in a moment.")

CLOSED = Message(
    QT_TRANSLATE_NOOP("Messages", "This checkout is closed"),
    QT_TRANSLATE_NOOP("Messages", "Please use another checkout. We are sorry for the trouble."),
)
CLOSED_IN_SALE = Message(
    QT_TRANSLATE_NOOP("Messages", "This checkout has to pause"),
    QT_TRANSLATE_NOOP("Messages", "Nothing was charged and your basket is kept. A colleague will help you."),
)
CLOSED_IN_PAYMENT = Message(
    QT_TRANSLATE_NOOP("Messages", "This checkout has to pause. Do not pay again."),
    QT_TRANSLATE_NOOP(
        "Messages",
        "We cannot tell yet whether your payment of {amount} went through. "
        "A colleague will check it with you.",
    ),
)
CLOSED_PAID = Message(
    QT_TRANSLATE_NOOP("Messages", "This checkout has to pause"),
    QT_TRANSLATE_NOOP("Messages", "You have paid {amount}. A colleague will help you with the receipt."),
)

REFUSED_COMMAND: dict[str, str] = {
    "basket_empty": QT_TRANSLATE_NOOP("Messages", "Your basket is empty. Scan an item first."),
    "basket_full": QT_TRANSLATE_NOOP("Messages", "Your basket is full. Please touch Help."),
    "lane_closed": QT_TRANSLATE_NOOP("Messages", "This checkout is closed. Please use another one."),
    "payment_not_possible_now": QT_TRANSLATE_NOOP("Messages", "You cannot pay right now."),
    "quantity_is_measured": QT_TRANSLATE_NOOP("Messages", "The quantity of a weighed item is fixed."),
    "quantity_out_of_range": QT_TRANSLATE_NOOP("Messages", "Please choose a quantity from 1 to 99."),
    "terminal_not_ready": QT_TRANSLATE_NOOP(
        "Messages", "The card terminal is not ready. Nothing was charged."
    ),
    "too_late_to_cancel": QT_TRANSLATE_NOOP("Messages", "This purchase cannot be cancelled any more."),
    "too_many_copies": QT_TRANSLATE_NOOP("Messages", "No more copies. Please touch Help."),
}
"""By the refusal words of the checkout's rules; unlisted ones get `REFUSED_OTHER`."""
REFUSED_OTHER = QT_TRANSLATE_NOOP("Messages", "That is not possible right now.")
REFUSED_BEHIND_THE_SCENES = frozenset({"late_payment_answer"})
"""Refusals of what a device said; the shopper has touched nothing and is told nothing."""
