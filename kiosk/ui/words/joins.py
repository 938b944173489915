"""What is said to who becomes a member at the lane, in English; catalogues translate it.

Agreements are those of `retail.agreements`, word for word: what somebody agrees to has one text everywhere.
"""

from kiosk.ui.words.messages import QT_TRANSLATE_NOOP, Message

AGREEMENTS: dict[str, Message] = {
    "club": Message(
        QT_TRANSLATE_NOOP("Messages", "Membership"),
        QT_TRANSLATE_NOOP(
            "Messages", "The shop keeps my points, coupons and receipts under a number, not under my name."
        ),
    ),
    "interests": Message(
        QT_TRANSLATE_NOOP("Messages", "Offers by my interests"),
        QT_TRANSLATE_NOOP("Messages", "The shop may choose offers by what I say I like."),
    ),
    "history": Message(
        QT_TRANSLATE_NOOP("Messages", "Offers by what I bought"),
        QT_TRANSLATE_NOOP("Messages", "The shop may choose offers by my earlier purchases."),
    ),
}
REASONS: dict[str, Message] = {
    "no_link": Message(
        QT_TRANSLATE_NOOP("Messages", "Not possible right now"),
        QT_TRANSLATE_NOOP(
            "Messages", "We cannot reach the shop's service. Nothing was kept; shop on as always."
        ),
    ),
    "known": Message(
        QT_TRANSLATE_NOOP("Messages", "This number has a membership"),
        QT_TRANSLATE_NOOP("Messages", "Close this and enter the number as a member's."),
    ),
}
REASON_OTHER = Message(
    QT_TRANSLATE_NOOP("Messages", "That did not work"),
    QT_TRANSLATE_NOOP("Messages", "Nobody has joined, nothing was kept. Please try again."),
)
REFUSED: dict[str, str] = {
    "no_joining_here": QT_TRANSLATE_NOOP("Messages", "Nobody can join at this checkout."),
    "join_needs_consent": QT_TRANSLATE_NOOP("Messages", "To join, please agree to the membership."),
    "not_a_phone_number": QT_TRANSLATE_NOOP("Messages", "This is not a telephone number. Please check it."),
}
