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

REDUCED = QT_TRANSLATE_NOOP("Messages", "Reduced to clear")
WITH_DEPOSIT = QT_TRANSLATE_NOOP("Messages", "{count}, with {amount} deposit")
SAVED = QT_TRANSLATE_NOOP("Messages", "You save {amount}")
ONE_MORE_SAVES = QT_TRANSLATE_NOOP("Messages", "1 more saves {amount}")
MORE_SAVE = QT_TRANSLATE_NOOP("Messages", "{count} more save {amount}")
SPEND_MORE_SAVES = QT_TRANSLATE_NOOP("Messages", "{missing} more in goods saves {amount}")
TAKE_ONE_FREE = QT_TRANSLATE_NOOP("Messages", "Take 1 along, free of charge")
TAKE_FREE = QT_TRANSLATE_NOOP("Messages", "Take {count} along, free of charge")
COUPON = QT_TRANSLATE_NOOP("Messages", "Coupon {code}")

GIVES = QT_TRANSLATE_NOOP("Messages", "Gives you {points}")

MEMBER_ACTIVE = QT_TRANSLATE_NOOP("Messages", "Member prices active")
ONE_POINT = QT_TRANSLATE_NOOP("Messages", "1 point")
POINTS = QT_TRANSLATE_NOOP("Messages", "{points} points")

NEWS_SAVED = QT_TRANSLATE_NOOP("Messages", "You save")
NEWS_CHANGED = QT_TRANSLATE_NOOP("Messages", "Prices have changed")
NEWS_GONE = QT_TRANSLATE_NOOP("Messages", "{name} no longer applies")
NEWS_AND_ONE = QT_TRANSLATE_NOOP("Messages", "{name} and 1 more")
NEWS_AND_MORE = QT_TRANSLATE_NOOP("Messages", "{name} and {count} more")

REASONS: dict[str, str] = {
    "new_price": QT_TRANSLATE_NOOP("Messages", "Special price"),
    "percent": QT_TRANSLATE_NOOP("Messages", "Reduced price"),
    "amount_each": QT_TRANSLATE_NOOP("Messages", "Reduced price"),
    "nth_unit": QT_TRANSLATE_NOOP("Messages", "Buy several and save"),
    "group_price": QT_TRANSLATE_NOOP("Messages", "Buy several and save"),
    "per_group": QT_TRANSLATE_NOOP("Messages", "Buy several and save"),
    "ladder": QT_TRANSLATE_NOOP("Messages", "Buy more, save more"),
    "bundle": QT_TRANSLATE_NOOP("Messages", "Cheaper together"),
    "buy_get": QT_TRANSLATE_NOOP("Messages", "Cheaper together"),
}
"""What an offer without a name is called: by its form (`retail.priced.AppliedOffer.reason`)."""
REASON_OTHER = QT_TRANSLATE_NOOP("Messages", "Special offer")

REFUSED_PAYMENT: dict[Refusal, Message] = {
    Refusal.DECLINED: Message(
        QT_TRANSLATE_NOOP("Messages", "Not paid"),
        QT_TRANSLATE_NOOP(
            "Messages", "Nothing was charged this time. Try again or pay another way, or touch Help."
        ),
    ),
    Refusal.CANCELLED: Message(
        QT_TRANSLATE_NOOP("Messages", "Payment stopped"),
        QT_TRANSLATE_NOOP("Messages", "Nothing was charged this time. Start again, or pay another way."),
    ),
    Refusal.NOT_CHARGED: Message(
        QT_TRANSLATE_NOOP("Messages", "Not paid"),
        QT_TRANSLATE_NOOP(
            "Messages", "The payment did not go through. Nothing was charged this time; please try again."
        ),
    ),
    Refusal.REVERSED: Message(
        QT_TRANSLATE_NOOP("Messages", "Not paid"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "The amount was charged and given back at once. Try again or pay another way, or touch Help.",
        ),
    ),
    Refusal.EXPIRED: Message(
        QT_TRANSLATE_NOOP("Messages", "The time to pay is over"),
        QT_TRANSLATE_NOOP("Messages", "Nothing was charged this time. Start again, or pay another way."),
    ),
}

CARD_UNAVAILABLE = QT_TRANSLATE_NOOP(
    "Messages", "The card terminal is not ready. Please wait a moment, or touch Help. Nothing was charged."
)
CAMERA_UNAVAILABLE = Message(
    QT_TRANSLATE_NOOP("Messages", "The camera is not working"),
    QT_TRANSLATE_NOOP("Messages", "Your basket is safe. Please touch Help, or pay what you have scanned."),
)

SUM_GOODS = QT_TRANSLATE_NOOP("Messages", "Goods")
SUM_SAVED = QT_TRANSLATE_NOOP("Messages", "You save")
SUM_DEPOSIT = QT_TRANSLATE_NOOP("Messages", "Deposit")
POINTS_USE = QT_TRANSLATE_NOOP("Messages", "Pay with points")
POINTS_HAVE = QT_TRANSLATE_NOOP("Messages", "You have {points} points")
POINTS_ASKING = QT_TRANSLATE_NOOP("Messages", "Asking for your points …")
POINTS_ASKING_NOTE = QT_TRANSLATE_NOOP("Messages", "This takes a moment. Touch here to go on without them.")
POINTS_KEEP = QT_TRANSLATE_NOOP("Messages", "Keep my points")
POINTS_KEEP_NOTE = QT_TRANSLATE_NOOP("Messages", "{points} points pay {amount} of your purchase")

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

PAID_BY_POINTS = Message(
    QT_TRANSLATE_NOOP("Messages", "Paid with points"),
    QT_TRANSLATE_NOOP("Messages", "Thank you! Your card was not charged."),
)
SAVED_TODAY = QT_TRANSLATE_NOOP("Messages", "You saved {amount} today")
EARNED_POINT = QT_TRANSLATE_NOOP("Messages", "You earned 1 point")
EARNED_POINTS = QT_TRANSLATE_NOOP("Messages", "You earned {points} points")
NEXT_VISIT = QT_TRANSLATE_NOOP(
    "Messages", "Your receipt carries a coupon worth {amount} for your next visit."
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

COUPON_PENDING = QT_TRANSLATE_NOOP(
    "Messages", "A coupon is still being checked. One moment, please; nothing was charged."
)
REFUSED_COMMAND: dict[str, str] = {
    "goods_not_offered": QT_TRANSLATE_NOOP("Messages", "This is not sold without a barcode. Please scan it."),
    "goods_need_scale": QT_TRANSLATE_NOOP(
        "Messages", "This cannot be weighed here. A colleague will help you."
    ),
    "basket_empty": QT_TRANSLATE_NOOP("Messages", "Your basket is empty. Scan an item first."),
    "basket_full": QT_TRANSLATE_NOOP("Messages", "Your basket is full. Please touch Help."),
    "coupon_being_checked": COUPON_PENDING,
    "coupon_pending": COUPON_PENDING,
    "price_not_final": QT_TRANSLATE_NOOP(
        "Messages", "We are still looking for your best price. One moment, please; nothing was charged."
    ),
    "points_being_checked": QT_TRANSLATE_NOOP(
        "Messages", "We are still asking for your points. One moment, please; nothing was charged."
    ),
    "points_need_member": QT_TRANSLATE_NOOP("Messages", "Show your member card first to pay with points."),
    "points_pay_nothing": QT_TRANSLATE_NOOP("Messages", "Points cannot be used for paying here."),
    "quantity_limit": QT_TRANSLATE_NOOP("Messages", "One purchase holds no more of this item."),
    "too_many_coupons": QT_TRANSLATE_NOOP("Messages", "That is a lot of coupons! Please touch Help."),
    "lane_closed": QT_TRANSLATE_NOOP("Messages", "This checkout is closed. Please use another one."),
    "payment_not_possible_now": QT_TRANSLATE_NOOP("Messages", "You cannot pay right now."),
    "quantity_is_measured": QT_TRANSLATE_NOOP("Messages", "The quantity of a weighed item is fixed."),
    "quantity_is_dated": QT_TRANSLATE_NOOP(
        "Messages", "Each of these has a date of its own. Please scan every one."
    ),
    "quantity_out_of_range": QT_TRANSLATE_NOOP("Messages", "Please choose a quantity from 1 to 99."),
    "terminal_not_ready": QT_TRANSLATE_NOOP(
        "Messages", "The card terminal is not ready. Nothing was charged."
    ),
    "too_late_to_cancel": QT_TRANSLATE_NOOP("Messages", "This purchase cannot be cancelled any more."),
    "too_many_copies": QT_TRANSLATE_NOOP("Messages", "No more copies. Please touch Help."),
    "being_weighed": QT_TRANSLATE_NOOP("Messages", "Please finish weighing first. Nothing was charged."),
    "waits_for_staff": QT_TRANSLATE_NOOP(
        "Messages", "A colleague has to look first and is on the way. Nothing was charged."
    ),
}
"""By the refusal words of the checkout's rules; unlisted ones get `REFUSED_OTHER`."""
REFUSED_OTHER = QT_TRANSLATE_NOOP("Messages", "That is not possible right now.")
REFUSED_BEHIND_THE_SCENES = frozenset({"late_payment_answer", "late_refund_answer"})
"""Refusals of what a device said; the shopper has touched nothing and is told nothing."""
