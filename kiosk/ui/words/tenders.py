"""What is said about sharing a total, wallets, gift cards and a balance, in English; catalogues translate it.

Beside `kiosk.ui.words.messages`, with the same rules. The keys are the machine words of `ValueRefused.reason`
(`retail.wire.stored_value.Reason`, `retail.wire.scarce.Verdict`) and of the checkout's refusals.
"""

from kiosk.ui.words.messages import QT_TRANSLATE_NOOP, Message

TO_PAY = QT_TRANSLATE_NOOP("Messages", "To pay")
LEFT_TO_PAY = QT_TRANSLATE_NOOP("Messages", "Left to pay")
TOTAL = QT_TRANSLATE_NOOP("Messages", "Total")
PART_NOW = QT_TRANSLATE_NOOP("Messages", "{amount} next")
AFTER_THIS = QT_TRANSLATE_NOOP("Messages", "After this payment {amount} is left to pay.")
PAY_NEXT = QT_TRANSLATE_NOOP("Messages", "Pays {amount}")

POINTS_PAY = QT_TRANSLATE_NOOP("Messages", "{points} points")
GIFT_CARD = QT_TRANSLATE_NOOP("Messages", "Gift card")
GIFT_CARD_ENDING = QT_TRANSLATE_NOOP("Messages", "Gift card …{digits}")
BALANCE = QT_TRANSLATE_NOOP("Messages", "My balance")
CARD = QT_TRANSLATE_NOOP("Messages", "Card")
CARD_ENDING = QT_TRANSLATE_NOOP("Messages", "{card} …{digits}")
WALLET = QT_TRANSLATE_NOOP("Messages", "Phone wallet")
LEFT_ON_IT = QT_TRANSLATE_NOOP("Messages", "{amount} left on it")
NOTHING_LEFT = QT_TRANSLATE_NOOP("Messages", "Nothing left on it")
SET_ASIDE = QT_TRANSLATE_NOOP("Messages", "Set aside for you")
TAKEN = QT_TRANSLATE_NOOP("Messages", "Paid")

ASKING_GIFT = QT_TRANSLATE_NOOP("Messages", "Asking about your gift card …")
ASKING_BALANCE = QT_TRANSLATE_NOOP("Messages", "Asking about your balance …")

SHOW_EITHER = QT_TRANSLATE_NOOP("Messages", "Hold your phone or gift card here")
SHOW_PHONE = QT_TRANSLATE_NOOP("Messages", "Hold your phone here")
SHOW_GIFT = QT_TRANSLATE_NOOP("Messages", "Hold your gift card here")

WALLET_NOTE = QT_TRANSLATE_NOOP("Messages", "With an app on your phone")
WALLET_UNAVAILABLE = QT_TRANSLATE_NOOP("Messages", "Not reachable right now. Nothing was charged.")
GIFT_NOTE = QT_TRANSLATE_NOOP("Messages", "Scan it or type its number")
BALANCE_NOTE = QT_TRANSLATE_NOOP("Messages", "What you have in your account")
WAIT_FOR_ANSWER = QT_TRANSLATE_NOOP("Messages", "One moment, please")

GIVE_BACK_WHAT = QT_TRANSLATE_NOOP(
    "Messages", "{amount} goes back to where it came from. Your basket is kept, and you can pay another way."
)
REFUND_CARD = Message(
    QT_TRANSLATE_NOOP("Messages", "Your money goes back"),
    QT_TRANSLATE_NOOP("Messages", "Please follow the card terminal. It has gone back only when we say so."),
)
REFUND_WALLET = Message(
    QT_TRANSLATE_NOOP("Messages", "Your money goes back"),
    QT_TRANSLATE_NOOP("Messages", "Please wait. It goes back to the wallet on your phone."),
)
REFUND_ASKING = Message(
    QT_TRANSLATE_NOOP("Messages", "Please wait a moment"),
    QT_TRANSLATE_NOOP(
        "Messages", "We are asking whether {amount} has gone back to you. Your basket is kept."
    ),
)
REFUND_ATTENDANT = Message(
    QT_TRANSLATE_NOOP("Messages", "A colleague has to look"),
    QT_TRANSLATE_NOOP(
        "Messages",
        "We cannot tell whether {amount} has gone back to you. A colleague will check it with you. "
        "Your basket is kept.",
    ),
)
REFUND_FAILED = Message(
    QT_TRANSLATE_NOOP("Messages", "Not everything has gone back"),
    QT_TRANSLATE_NOOP(
        "Messages",
        "What is shown as paid still counts for this purchase. Try again, or touch Help: staff give it back.",
    ),
)
CLOSED_IN_REFUND = Message(
    QT_TRANSLATE_NOOP("Messages", "This checkout has to pause"),
    QT_TRANSLATE_NOOP(
        "Messages",
        "We cannot tell yet whether {amount} has gone back to you. A colleague will check it with you.",
    ),
)

WALLET_PREPARING = Message(
    QT_TRANSLATE_NOOP("Messages", "One moment, please"),
    QT_TRANSLATE_NOOP("Messages", "Your code is on its way. Nothing was charged."),
)
WALLET_SHOWN = Message(
    QT_TRANSLATE_NOOP("Messages", "Scan this code with your phone"),
    QT_TRANSLATE_NOOP("Messages", "Open your wallet app. You have paid only when this screen says so."),
)
WALLET_READ = Message(
    QT_TRANSLATE_NOOP("Messages", "We have read your phone's code"),
    QT_TRANSLATE_NOOP("Messages", "Please wait. You have paid only when this screen says so."),
)
WALLET_CONFIRM = Message(
    QT_TRANSLATE_NOOP("Messages", "Please confirm on your phone"),
    QT_TRANSLATE_NOOP("Messages", "Your phone asks for your consent. Nothing is charged before you give it."),
)
WALLET_STOPPING = Message(
    QT_TRANSLATE_NOOP("Messages", "Stopping the payment"),
    QT_TRANSLATE_NOOP(
        "Messages", "Please wait. We are asking your wallet whether anything was charged. Do not confirm now."
    ),
)
WALLET_UNKNOWN_ASKING = Message(
    QT_TRANSLATE_NOOP("Messages", "Please wait. Do not pay again."),
    QT_TRANSLATE_NOOP(
        "Messages",
        "We are asking your wallet whether your payment of {amount} went through. Your basket is kept.",
    ),
)
WALLET_UNKNOWN_ATTENDANT = Message(
    QT_TRANSLATE_NOOP("Messages", "A colleague has to look. Do not pay again."),
    QT_TRANSLATE_NOOP(
        "Messages",
        "Your wallet cannot tell whether your payment of {amount} went through. "
        "A colleague will check it with you. Your basket is kept.",
    ),
)

HELP_PART_PAID = QT_TRANSLATE_NOOP(
    "Messages", "Please wait here. Your basket is kept, and so are the {amount} you have paid so far."
)
CLOSED_PART_PAID = Message(
    QT_TRANSLATE_NOOP("Messages", "This checkout has to pause"),
    QT_TRANSLATE_NOOP(
        "Messages",
        "You have paid {amount} so far; it is kept with your basket. A colleague will go on with you "
        "or give it back.",
    ),
)

VALUE_REASONS: dict[str, Message] = {
    "unknown": Message(
        QT_TRANSLATE_NOOP("Messages", "We don't know this gift card"),
        QT_TRANSLATE_NOOP(
            "Messages", "Nothing was taken. Check the number and try again, or pay another way."
        ),
    ),
    "empty": Message(
        QT_TRANSLATE_NOOP("Messages", "Nothing is left on it"),
        QT_TRANSLATE_NOOP("Messages", "Nothing was taken. Please pay another way."),
    ),
    "held": Message(
        QT_TRANSLATE_NOOP("Messages", "It is in use at another checkout"),
        QT_TRANSLATE_NOOP("Messages", "Nothing was taken. Finish there first, or pay another way."),
    ),
    "used": Message(
        QT_TRANSLATE_NOOP("Messages", "It was used up before"),
        QT_TRANSLATE_NOOP("Messages", "Nothing was taken. Please pay another way, or touch Help."),
    ),
    "late": Message(
        QT_TRANSLATE_NOOP("Messages", "That took too long"),
        QT_TRANSLATE_NOOP("Messages", "Nothing was taken. Please try again."),
    ),
    "blocked": Message(
        QT_TRANSLATE_NOOP("Messages", "It is blocked"),
        QT_TRANSLATE_NOOP("Messages", "Nothing was taken. Touch Help to ask why, or pay another way."),
    ),
    "expired": Message(
        QT_TRANSLATE_NOOP("Messages", "It has expired"),
        QT_TRANSLATE_NOOP("Messages", "Nothing was taken. Touch Help to ask, or pay another way."),
    ),
    "other_currency": Message(
        QT_TRANSLATE_NOOP("Messages", "It holds another currency"),
        QT_TRANSLATE_NOOP("Messages", "It cannot pay here and nothing was taken. Please pay another way."),
    ),
    "pin_needed": Message(
        QT_TRANSLATE_NOOP("Messages", "It needs its PIN"),
        QT_TRANSLATE_NOOP("Messages", "Nothing was taken. Type the PIN, or pay another way."),
    ),
    "pin_wrong": Message(
        QT_TRANSLATE_NOOP("Messages", "This PIN is not right"),
        QT_TRANSLATE_NOOP(
            "Messages", "Nothing was taken. Try again; after five wrong ones the card is locked."
        ),
    ),
    "pin_locked": Message(
        QT_TRANSLATE_NOOP("Messages", "Too many wrong PINs"),
        QT_TRANSLATE_NOOP(
            "Messages", "It is locked for 15 minutes and nothing was taken. Please pay another way."
        ),
    ),
    "too_often": Message(
        QT_TRANSLATE_NOOP("Messages", "Too many tries"),
        QT_TRANSLATE_NOOP("Messages", "Nothing was taken. Please pay another way, or touch Help."),
    ),
    "no_link": Message(
        QT_TRANSLATE_NOOP("Messages", "We cannot ask about it right now"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Nothing was taken; what is on it stays yours. Try again in a moment, or pay another way.",
        ),
    ),
}
"""Why a gift card or a balance pays nothing."""
VALUE_REASONS["held_elsewhere"] = VALUE_REASONS["held"]
VALUE_OTHER = Message(
    QT_TRANSLATE_NOOP("Messages", "It cannot be used for this purchase"),
    QT_TRANSLATE_NOOP("Messages", "Nothing was taken. Please pay another way, or touch Help."),
)

REFUSED_TENDER: dict[str, str] = {
    "part_paid": QT_TRANSLATE_NOOP(
        "Messages", "A part is paid already. It has to go back before the basket can change."
    ),
    "part_out_of_range": QT_TRANSLATE_NOOP("Messages", "Please choose an amount up to what is left to pay."),
    "too_many_parts": QT_TRANSLATE_NOOP("Messages", "Please pay the rest at once: that is enough parts."),
    "value_being_checked": QT_TRANSLATE_NOOP(
        "Messages",
        "We are still asking about your gift card or balance. One moment, please; nothing was charged.",
    ),
    "gift_card_unreadable": QT_TRANSLATE_NOOP(
        "Messages", "This is not a gift card's number. Nothing was taken; please try again."
    ),
    "gift_cards_not_now": QT_TRANSLATE_NOOP(
        "Messages", "Gift cards cannot be used here right now. Nothing was taken; please pay another way."
    ),
    "value_already_used": QT_TRANSLATE_NOOP("Messages", "It already pays for this purchase."),
    "pin_is_digits": QT_TRANSLATE_NOOP("Messages", "A PIN has digits only. Nothing was taken."),
    "no_balance_here": QT_TRANSLATE_NOOP("Messages", "You cannot pay from a balance here."),
    "balance_needs_member": QT_TRANSLATE_NOOP(
        "Messages", "To pay from your balance, go back to the basket and show your member card first."
    ),
    "too_many_gift_cards": QT_TRANSLATE_NOOP(
        "Messages", "One purchase takes no more gift cards. Nothing was taken; please pay another way."
    ),
    "no_wallets_here": QT_TRANSLATE_NOOP(
        "Messages", "You cannot pay by phone wallet here. Nothing was charged."
    ),
    "wallet_not_ready": QT_TRANSLATE_NOOP(
        "Messages", "Phone wallets cannot be reached right now. Nothing was charged; please pay another way."
    ),
    "not_in_training": QT_TRANSLATE_NOOP("Messages", "Not while training: nothing is paid here."),
}
"""By the refusal words of choosing how to pay."""
