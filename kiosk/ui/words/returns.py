"""What is said of goods that come back, to staff and to whoever waits, in English; catalogues translate it.

Beside `kiosk.ui.words.messages`, with the same rules. The keys are the machine words of
`ReturnRefused.reason`.
"""

from kiosk.ui.words import messages as m
from kiosk.ui.words.messages import QT_TRANSLATE_NOOP, Message

# --- to staff --------------------------------------------------------------------------------------------

OF_SALE = QT_TRANSLATE_NOOP("Messages", "Receipt {number} of checkout {lane}")
LEFT_TO_RETURN = QT_TRANSLATE_NOOP("Messages", "{left} of {sold} can come back")
NONE_LEFT = QT_TRANSLATE_NOOP("Messages", "Came back already")
SALE_CODE = QT_TRANSLATE_NOOP("Messages", "Code on the receipt")
SALE_CODE_HINT = QT_TRANSLATE_NOOP(
    "Messages", "Hold the receipt to the camera, or type the last characters of its code"
)
NOT_WHILE_TRAINING = QT_TRANSLATE_NOOP("Messages", "Not while training")
WHICH_PART = QT_TRANSLATE_NOOP("Messages", "Which part was given back by hand?")
WHY_BACK = QT_TRANSLATE_NOOP("Messages", "Why does it come back?")
GIVES_BACK = QT_TRANSLATE_NOOP("Messages", "{amount} goes back")
STOP_HERE = QT_TRANSLATE_NOOP("Messages", "Give nothing more back?")
STOP_NOTE = QT_TRANSLATE_NOOP("Messages", "{given} has gone back. {left} does not go back.")
STOP = QT_TRANSLATE_NOOP("Messages", "Give nothing more back")
KEEP_ON = QT_TRANSLATE_NOOP("Messages", "Go on giving back")

ASKING = Message(
    QT_TRANSLATE_NOOP("Messages", "Asking the store service"),
    QT_TRANSLATE_NOOP("Messages", "It makes sure that nobody else gives the same back. No money has moved."),
)
AT_TERMINAL = Message(
    QT_TRANSLATE_NOOP("Messages", "{amount} goes back to the card"),
    QT_TRANSLATE_NOOP(
        "Messages", "Follow the card terminal with the shopper. It has gone back only when it says so here."
    ),
)
TO_WALLET = Message(
    QT_TRANSLATE_NOOP("Messages", "{amount} goes back to the phone"),
    QT_TRANSLATE_NOOP("Messages", "Please wait. The shopper has nothing to do."),
)
CHECKING = Message(
    QT_TRANSLATE_NOOP("Messages", "Asking whether {amount} has gone back"),
    QT_TRANSLATE_NOOP(
        "Messages", "The answer did not come. Do not give it back another way until it is known."
    ),
)
LOOK = Message(
    QT_TRANSLATE_NOOP("Messages", "Nobody can prove whether {amount} has gone back"),
    QT_TRANSLATE_NOOP(
        "Messages",
        "Look it up at the card terminal, or ask the wallet. Then a manager approves what waits: reversed, "
        "if it has gone back; paid, if it has not. Until then give nothing back another way.",
    ),
)
PART_FAILED = Message(
    QT_TRANSLATE_NOOP("Messages", "{amount} did not go back"),
    QT_TRANSLATE_NOOP(
        "Messages",
        "This part did not move. Try again, let a manager give it back by hand, or give nothing more back.",
    ),
)
ALL_BACK = Message(
    QT_TRANSLATE_NOOP("Messages", "{amount} has gone back"),
    QT_TRANSLATE_NOOP("Messages", "All of it. Give the shopper the slip."),
)
STOPPED = Message(
    QT_TRANSLATE_NOOP("Messages", "{amount} has gone back"),
    QT_TRANSLATE_NOOP("Messages", "The rest did not. The slip says so; give it to the shopper."),
)
DONE = QT_TRANSLATE_NOOP("Messages", "Has gone back")
NOW = QT_TRANSLATE_NOOP("Messages", "Goes back now")
STUCK = QT_TRANSLATE_NOOP("Messages", "Did not go back")
OPEN = QT_TRANSLATE_NOOP("Messages", "Not known yet")
WAITS = QT_TRANSLATE_NOOP("Messages", "Waits")
NEVER = QT_TRANSLATE_NOOP("Messages", "Does not go back")

_NOTHING_MOVED = QT_TRANSLATE_NOOP("Messages", "No money has moved. Choose other goods, or stop.")
REASONS: dict[str, Message] = {
    "returned_elsewhere": Message(
        QT_TRANSLATE_NOOP("Messages", "Another checkout takes some of it back"), _NOTHING_MOVED
    ),
    "nothing_left_to_return": Message(
        QT_TRANSLATE_NOOP("Messages", "Some of it came back in the meantime"), _NOTHING_MOVED
    ),
    "no_such_sale": Message(
        QT_TRANSLATE_NOOP("Messages", "The store service does not know this sale"), _NOTHING_MOVED
    ),
    "no_link": Message(
        QT_TRANSLATE_NOOP("Messages", "No link to the store service"),
        QT_TRANSLATE_NOOP(
            "Messages", "No money has moved: without it nothing goes back. Try again in a moment, or stop."
        ),
    ),
}
"""Why the store holds nothing of it."""
REASON_OTHER = Message(QT_TRANSLATE_NOOP("Messages", "The store service says no"), _NOTHING_MOVED)

# --- to whoever waits ------------------------------------------------------------------------------------

CHOOSING = Message(
    QT_TRANSLATE_NOOP("Messages", "Goods come back"),
    QT_TRANSLATE_NOOP("Messages", "A colleague takes them back with you. No money has moved yet."),
)
WAITING = Message(
    QT_TRANSLATE_NOOP("Messages", "Not everything has gone back"),
    QT_TRANSLATE_NOOP("Messages", "A colleague goes on with you. What has gone back stands here."),
)
REFUND_ASKING = QT_TRANSLATE_NOOP(
    "Messages", "We are asking whether {amount} has gone back to you. Please wait here."
)
REFUND_ATTENDANT = QT_TRANSLATE_NOOP(
    "Messages", "We cannot tell whether {amount} has gone back to you. A colleague will check it with you."
)
HELP = QT_TRANSLATE_NOOP("Messages", "Please wait here. {amount} has gone back to you so far.")
CLOSED = Message(
    QT_TRANSLATE_NOOP("Messages", "This checkout has to pause"),
    QT_TRANSLATE_NOOP("Messages", "{amount} has gone back to you so far. A colleague will go on with you."),
)
_GONE_BACK = QT_TRANSLATE_NOOP("Messages", "{amount} has gone back to you.")
RECEIPT: dict[Message, Message] = {
    m.RECEIPT_CHOOSE: Message(QT_TRANSLATE_NOOP("Messages", "Would you like a slip?"), _GONE_BACK),
    m.RECEIPT_PRINTING: Message(
        QT_TRANSLATE_NOOP("Messages", "Your slip is printing"),
        QT_TRANSLATE_NOOP("Messages", "{amount} has gone back to you. Please take the paper below."),
    ),
    m.RECEIPT_WAITING: Message(
        m.RECEIPT_WAITING.title,
        QT_TRANSLATE_NOOP(
            "Messages",
            "{amount} has gone back to you. {reason} A colleague is needed; printing then goes on by itself.",
        ),
    ),
    m.RECEIPT_AWAITED: Message(
        QT_TRANSLATE_NOOP("Messages", "Your slip is waiting"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "{amount} has gone back to you. {reason} A colleague is needed; your slip then prints by itself.",
        ),
    ),
    m.RECEIPT_PRINTED: Message(
        QT_TRANSLATE_NOOP("Messages", "Your slip is printed"),
        QT_TRANSLATE_NOOP("Messages", "{amount} has gone back to you. Please take the paper below."),
    ),
    m.RECEIPT_FAILED: Message(
        QT_TRANSLATE_NOOP("Messages", "No paper slip"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "{amount} has gone back to you. The slip could not be printed; take it as a QR code instead.",
        ),
    ),
    m.RECEIPT_UNPROVEN: Message(
        m.RECEIPT_UNPROVEN.title,
        QT_TRANSLATE_NOOP(
            "Messages",
            "{amount} has gone back to you. We cannot tell whether your slip was printed. "
            "If it is missing, take it as a QR code.",
        ),
    ),
    m.RECEIPT_QR: Message(
        QT_TRANSLATE_NOOP("Messages", "Your slip as a QR code"),
        QT_TRANSLATE_NOOP(
            "Messages", "{amount} has gone back to you. Scan the code with your phone to keep it."
        ),
    ),
}
"""What stands on the receipt's screens instead, where nothing was sold."""
THANKS = QT_TRANSLATE_NOOP("Messages", "Thank you for coming by!")
THANKS_BODY = QT_TRANSLATE_NOOP("Messages", "{amount} has gone back to you.")
