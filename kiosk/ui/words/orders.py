"""What is said of an order that is shown, in English; catalogues translate it."""

from kiosk.ui.words.messages import QT_TRANSLATE_NOOP, Message

NAMED = QT_TRANSLATE_NOOP("Messages", "Order {name}")
DUE = QT_TRANSLATE_NOOP("Messages", "To pay: {amount}")
PIECES = "{count} × {name}"
WORDS: dict[str, Message] = {
    "asking": Message(
        QT_TRANSLATE_NOOP("Messages", "One moment, please"),
        QT_TRANSLATE_NOOP("Messages", "We are looking for your order."),
    ),
    "found": Message(
        QT_TRANSLATE_NOOP("Messages", "Your order"),
        QT_TRANSLATE_NOOP("Messages", "Take your goods. When you have everything, confirm it here."),
    ),
    "counter": Message(
        QT_TRANSLATE_NOOP("Messages", "Collect it at the counter"),
        QT_TRANSLATE_NOOP("Messages", "Your order waits there. Show the code on your phone once more."),
    ),
    "due": Message(
        QT_TRANSLATE_NOOP("Messages", "Your order"),
        QT_TRANSLATE_NOOP("Messages", "Take your goods. They are yours when they are paid here."),
    ),
    "due_counter": Message(
        QT_TRANSLATE_NOOP("Messages", "Your order"),
        QT_TRANSLATE_NOOP("Messages", "Pay here, then collect it at the counter with the same code."),
    ),
    "paying": Message(
        QT_TRANSLATE_NOOP("Messages", "One moment, please"),
        QT_TRANSLATE_NOOP("Messages", "We are bringing your order here."),
    ),
    "not_paid": Message(
        QT_TRANSLATE_NOOP("Messages", "Your order could not be brought here"),
        QT_TRANSLATE_NOOP("Messages", "Nothing was charged. Please try once more, or ask a colleague."),
    ),
    "held": Message(
        QT_TRANSLATE_NOOP("Messages", "Another lane has this order"),
        QT_TRANSLATE_NOOP("Messages", "Nothing was charged here. Finish it there, or ask a colleague."),
    ),
    "paid": Message(
        QT_TRANSLATE_NOOP("Messages", "This order is paid already"),
        QT_TRANSLATE_NOOP("Messages", "Nothing was charged here. Collect it at the counter."),
    ),
    "handing": Message(
        QT_TRANSLATE_NOOP("Messages", "One moment, please"),
        QT_TRANSLATE_NOOP("Messages", "We are writing down that you have your order."),
    ),
    "handed": Message(
        QT_TRANSLATE_NOOP("Messages", "Your order is complete"),
        QT_TRANSLATE_NOOP("Messages", "Thank you. Nothing was charged here."),
    ),
    "collected": Message(
        QT_TRANSLATE_NOOP("Messages", "This order was collected already"),
        QT_TRANSLATE_NOOP("Messages", "If that was not you, please ask a colleague."),
    ),
    "cancelled": Message(
        QT_TRANSLATE_NOOP("Messages", "This order was cancelled"),
        QT_TRANSLATE_NOOP("Messages", "What was paid for it has gone back."),
    ),
    "early": Message(
        QT_TRANSLATE_NOOP("Messages", "It is too early for this order"),
        QT_TRANSLATE_NOOP("Messages", "Your phone shows when you can collect it."),
    ),
    "late": Message(
        QT_TRANSLATE_NOOP("Messages", "It is too late for this order"),
        QT_TRANSLATE_NOOP("Messages", "Its time is over. What was paid goes back."),
    ),
    "delivery": Message(
        QT_TRANSLATE_NOOP("Messages", "This order is brought to you"),
        QT_TRANSLATE_NOOP("Messages", "It is not collected in the shop."),
    ),
    "copied": Message(
        QT_TRANSLATE_NOOP("Messages", "Show the next code"),
        QT_TRANSLATE_NOOP("Messages", "This one is over. Your phone shows a new one in a moment."),
    ),
    "wrong_shop": Message(
        QT_TRANSLATE_NOOP("Messages", "This order is in another shop"),
        QT_TRANSLATE_NOOP("Messages", "Your phone shows which one."),
    ),
    "no_link": Message(
        QT_TRANSLATE_NOOP("Messages", "We cannot look for orders right now"),
        QT_TRANSLATE_NOOP("Messages", "Nothing was changed. Please go to the counter."),
    ),
    "unsure": Message(
        QT_TRANSLATE_NOOP("Messages", "This could not be written down yet"),
        QT_TRANSLATE_NOOP("Messages", "Please confirm it once more, or ask a colleague."),
    ),
    "not_empty": Message(
        QT_TRANSLATE_NOOP("Messages", "Finish this purchase first"),
        QT_TRANSLATE_NOOP("Messages", "Then show the code of your order again."),
    ),
    "other": Message(
        QT_TRANSLATE_NOOP("Messages", "This code opens no order here"),
        QT_TRANSLATE_NOOP(
            "Messages", "Open your order on the phone and show its code, or go to the counter."
        ),
    ),
}
"""By step, or by why not."""
