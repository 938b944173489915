"""What is said of topping up a balance, in English; catalogues translate it.

Beside `kiosk.ui.words.messages`, with the same rules. The keys are the machine words of `LoadRefused.reason`
and of the checkout's refusals.
"""

from kiosk.ui.words.messages import QT_TRANSLATE_NOOP, Message

SHOW = Message(
    QT_TRANSLATE_NOOP("Messages", "Whose balance?"),
    QT_TRANSLATE_NOOP("Messages", "Show your member card or your phone, or type your number."),
)
SHOW_HINT = QT_TRANSLATE_NOOP("Messages", "Hold your card or phone here")
ASKING = Message(
    QT_TRANSLATE_NOOP("Messages", "One moment, please"),
    QT_TRANSLATE_NOOP("Messages", "We are asking for your balance. Nothing was charged."),
)
CHOOSE = QT_TRANSLATE_NOOP("Messages", "By how much?")
CHOOSE_NOTE = QT_TRANSLATE_NOOP("Messages", "You pay by card. Your balance gets it at once.")
BALANCE_IS = QT_TRANSLATE_NOOP("Messages", "On it now: {amount}")
PAID = Message(
    QT_TRANSLATE_NOOP("Messages", "Topped up"),
    QT_TRANSLATE_NOOP("Messages", "{amount} is on your balance. You can pay with it at every checkout."),
)
THANKS_BODY = QT_TRANSLATE_NOOP("Messages", "{amount} is on your balance.")
HELP = QT_TRANSLATE_NOOP("Messages", "A colleague is on the way. Nothing was charged.")
CLOSED = Message(
    QT_TRANSLATE_NOOP("Messages", "One moment, please"),
    QT_TRANSLATE_NOOP("Messages", "This checkout has to pause. Nothing was charged; a colleague helps you."),
)

REASONS: dict[str, Message] = {
    "no_link": Message(
        QT_TRANSLATE_NOOP("Messages", "Not possible right now"),
        QT_TRANSLATE_NOOP(
            "Messages", "We cannot reach the shop's service. Nothing was charged; please try again later."
        ),
    ),
    "not_a_member": Message(
        QT_TRANSLATE_NOOP("Messages", "We don't know this card or number"),
        QT_TRANSLATE_NOOP("Messages", "Nothing was charged. Please check it and try again."),
    ),
    "unknown": Message(
        QT_TRANSLATE_NOOP("Messages", "No balance for this card"),
        QT_TRANSLATE_NOOP("Messages", "Nothing was charged. Please touch Help, or show another card."),
    ),
    "blocked": Message(
        QT_TRANSLATE_NOOP("Messages", "This balance is blocked"),
        QT_TRANSLATE_NOOP("Messages", "Nothing was charged. Please touch Help."),
    ),
    "other_currency": Message(
        QT_TRANSLATE_NOOP("Messages", "This balance is in another currency"),
        QT_TRANSLATE_NOOP("Messages", "It cannot be topped up here. Nothing was charged."),
    ),
    "full": Message(
        QT_TRANSLATE_NOOP("Messages", "Your balance is full"),
        QT_TRANSLATE_NOOP("Messages", "No more fits on it. Nothing was charged."),
    ),
}
"""By the reason nothing can be topped up. Why a code names nobody stands in `kiosk.ui.words.refusals`."""
REFUSED: dict[str, str] = {
    "no_top_up_here": QT_TRANSLATE_NOOP("Messages", "A balance cannot be topped up at this checkout."),
    "balance_not_known": QT_TRANSLATE_NOOP("Messages", "Please show your member card first."),
    "amount_not_offered": QT_TRANSLATE_NOOP(
        "Messages", "Please choose one of the amounts. Nothing was charged."
    ),
    "too_many_asks": QT_TRANSLATE_NOOP("Messages", "Please touch Help: a colleague looks at your card."),
}
