"""Why staff may not do what they have touched, and what to do instead; the catalogues translate it.

By the refusal words of the checkout's rules for staff (`kiosk.checkout.attendant`, `deeds`, `suspended`).
"""

from kiosk.ui.words.messages import QT_TRANSLATE_NOOP

_BADGE = QT_TRANSLATE_NOOP("Messages", "Not within your rights. Ask a manager to scan their badge.")
_AT_THE_LANE = QT_TRANSLATE_NOOP("Messages", "This can only be decided at the lane.")
_GONE = QT_TRANSLATE_NOOP("Messages", "This is over already. Nothing more to decide.")

REFUSED_STAFF: dict[str, str] = {
    "staff_only": QT_TRANSLATE_NOOP("Messages", "You are signed out. Scan your badge again."),
    "staff_not_allowed": _BADGE,
    "staff_role": _BADGE,
    "staff_must_be_there": _AT_THE_LANE,
    "staff_needs_picture": _AT_THE_LANE,
    "staff_already_cleared": QT_TRANSLATE_NOOP("Messages", "A colleague was first. Nothing more to decide."),
    "staff_no_such_intervention": _GONE,
    "staff_unknown_reason": QT_TRANSLATE_NOOP("Messages", "Please choose one of the reasons."),
    "staff_no_reason": QT_TRANSLATE_NOOP("Messages", "Please choose a reason."),
    "staff_changed_since_seen": QT_TRANSLATE_NOOP(
        "Messages", "It has grown since you looked. Please look again, then decide."
    ),
    "staff_does_not_reach": QT_TRANSLATE_NOOP("Messages", "That is not enough for this item. Check again."),
    "staff_cannot_be_refused": QT_TRANSLATE_NOOP(
        "Messages", "This cannot be refused. Put it right, then approve it."
    ),
    "staff_already_refused": QT_TRANSLATE_NOOP(
        "Messages", "It was refused. Take the item off, or wait until it is gone."
    ),
    "staff_too_many_open": QT_TRANSLATE_NOOP(
        "Messages", "Too much is open here. Decide what waits first, or suspend the basket."
    ),
    "staff_needs_attendant": QT_TRANSLATE_NOOP("Messages", "An attendant's badge is needed. Please scan it."),
    "staff_needs_manager": QT_TRANSLATE_NOOP(
        "Messages", "Beyond your limit. Ask a manager to scan their badge, or choose a smaller amount."
    ),
    "staff_needs_support": QT_TRANSLATE_NOOP("Messages", "Only support may do this. Please call support."),
    "staff_limit": QT_TRANSLATE_NOOP("Messages", "Beyond every limit. Choose a smaller amount."),
    "staff_not_yourself": QT_TRANSLATE_NOOP(
        "Messages", "Nobody unlocks themselves. Ask another manager to scan their badge."
    ),
    "birth_date_wrong": QT_TRANSLATE_NOOP("Messages", "No such date of birth. Type eight digits, day first."),
    "too_young": QT_TRANSLATE_NOOP("Messages", "Too young for this item. Refuse it; it is then taken off."),
    "price_out_of_range": QT_TRANSLATE_NOOP("Messages", "Please type a price above zero."),
    "percent_out_of_range": QT_TRANSLATE_NOOP(
        "Messages", "Please type 1 to 99 percent, of goods that cost something."
    ),
    "discount_given": QT_TRANSLATE_NOOP(
        "Messages", "This purchase has its discount already. Change the price of a line instead."
    ),
    "not_now": QT_TRANSLATE_NOOP(
        "Messages", "Not while it is being paid, or without a basket. Try again after it."
    ),
    "shopper_is_here": QT_TRANSLATE_NOOP(
        "Messages", "A purchase is under way. Finish, suspend or cancel it first."
    ),
    "basket_not_empty": QT_TRANSLATE_NOOP("Messages", "There is a basket here. Finish or suspend it first."),
    "no_such_basket": QT_TRANSLATE_NOOP(
        "Messages", "No such basket is suspended. Check the code on the slip."
    ),
    "resumed_elsewhere": QT_TRANSLATE_NOOP("Messages", "This basket goes on at another lane already."),
    "no_link": QT_TRANSLATE_NOOP("Messages", "No link to the store service. Try again in a moment."),
    "no_receipt_here": QT_TRANSLATE_NOOP(
        "Messages", "No receipt here just now. It can be printed again until the next shopper starts."
    ),
    "no_such_sale": QT_TRANSLATE_NOOP("Messages", "No sale with this receipt. Check its number."),
    "nothing_left_to_return": QT_TRANSLATE_NOOP(
        "Messages", "Everything of this receipt came back already. No money has moved."
    ),
    "returned_elsewhere": QT_TRANSLATE_NOOP(
        "Messages", "Another checkout takes goods of this receipt back just now. No money has moved."
    ),
    "nothing_to_return": QT_TRANSLATE_NOOP("Messages", "Nothing of it can come back. Choose other goods."),
    "staff_signed_out": QT_TRANSLATE_NOOP("Messages", "Sign in first; nothing was given back."),
    "printer_not_ready": QT_TRANSLATE_NOOP("Messages", "The printer is not ready. Check paper and cover."),
    "decide_the_intervention": QT_TRANSLATE_NOOP(
        "Messages", "Decide the payment in the list of what waits, after reading the terminal."
    ),
}
