"""What the lane says around interventions, in English; the catalogues translate it.

What is said of an intervention itself stands in its kind (`retail.interventions.telling`), in every language.
Some of its sentences name buttons: those are called here as they are called there.
"""

from kiosk.ui.words.messages import QT_TRANSLATE_NOOP

SEEN = QT_TRANSLATE_NOOP("Messages", "All right")
SKIP = QT_TRANSLATE_NOOP("Messages", "I don't want to bag it")
CALL = QT_TRANSLATE_NOOP("Messages", "Call staff")
ALL_SCANNED = QT_TRANSLATE_NOOP("Messages", "All scanned")
MY_BAG = QT_TRANSLATE_NOOP("Messages", "It is my own bag")
MOVE = QT_TRANSLATE_NOOP("Messages", "Move full bags")
MOVED = QT_TRANSLATE_NOOP("Messages", "Done")
MOVING_TITLE = QT_TRANSLATE_NOOP("Messages", "Take the full bags away now")
MOVING_BODY = QT_TRANSLATE_NOOP(
    "Messages", 'Put them into your trolley. Then touch "Done" and go on scanning.'
)
TAKE_OFF = QT_TRANSLATE_NOOP("Messages", "Take it off the list")
END_HELP = QT_TRANSLATE_NOOP("Messages", "I no longer need help")

WEIGH_TITLE = QT_TRANSLATE_NOOP("Messages", "Please lay {item} on the scale")
WEIGH_BODY = QT_TRANSLATE_NOOP(
    "Messages", "Alone, and let go of it. It is added by itself as soon as the scale rests."
)
STOP_WEIGHING = QT_TRANSLATE_NOOP("Messages", "Not this item")

HELP_TITLE = QT_TRANSLATE_NOOP("Messages", "A colleague is coming")
HELP_BODY = QT_TRANSLATE_NOOP("Messages", "You can go on scanning; your basket is kept.")
PLACE = QT_TRANSLATE_NOOP("Messages", "You are number {place} in the queue")
PLACE_NEXT = QT_TRANSLATE_NOOP("Messages", "You are next")
PLACE_SHORT = QT_TRANSLATE_NOOP("Messages", "No. {place}")
REFUSED_BODY = QT_TRANSLATE_NOOP(
    "Messages", "A colleague has looked: {reason}. Please put it right, or touch Help."
)

WAIT_TITLE = QT_TRANSLATE_NOOP("Messages", "A colleague comes to you")
WAIT_BODY = QT_TRANSLATE_NOOP(
    "Messages", "One look, and you can pay. Nothing was charged; paying goes on by itself."
)
HOLD_BODY = QT_TRANSLATE_NOOP("Messages", "A colleague is on the way. Your basket is kept.")
IDLE_CALLED = QT_TRANSLATE_NOOP(
    "Messages", "A colleague is coming to see whether you need anything. Your basket is kept."
)
IDLE_EMPTY = QT_TRANSLATE_NOOP("Messages", "Nothing was scanned yet. This closes by itself in a moment.")

CHECKED_BEFORE_PAY = QT_TRANSLATE_NOOP("Messages", "Checked before you pay")
APPROVED = QT_TRANSLATE_NOOP("Messages", "Checked and approved")
