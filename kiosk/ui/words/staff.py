"""What the attendant layer says, in English; the catalogues translate it.

Short: staff read it standing, with a shopper beside them. Names of reasons are in
`retail.interventions.reasons`, in every language.
"""

from kiosk.devices.health import Condition, Device
from kiosk.ui.words.messages import QT_TRANSLATE_NOOP
from retail.interventions.rights import Action
from retail.interventions.words import Role

KINDS: dict[str, str] = {
    "unexpected_item": QT_TRANSLATE_NOOP("Messages", "Unexpected item in bagging area"),
    "place_item": QT_TRANSLATE_NOOP("Messages", "Place item in bagging area"),
    "weight_mismatch": QT_TRANSLATE_NOOP("Messages", "Weight mismatch"),
    "item_removed": QT_TRANSLATE_NOOP("Messages", "Item removed from bagging area"),
    "item_shuffling": QT_TRANSLATE_NOOP("Messages", "Item shuffling"),
    "skip_bagging": QT_TRANSLATE_NOOP("Messages", "Skip bagging"),
    "own_bag": QT_TRANSLATE_NOOP("Messages", "Own bag"),
    "bagging_full": QT_TRANSLATE_NOOP("Messages", "Bagging area full"),
    "scale_fault": QT_TRANSLATE_NOOP("Messages", "Scale fault or not at zero"),
    "item_not_on_file": QT_TRANSLATE_NOOP("Messages", "Item not on file"),
    "code_unreadable": QT_TRANSLATE_NOOP("Messages", "Code will not read"),
    "price_required": QT_TRANSLATE_NOOP("Messages", "Price required"),
    "quantity_over_limit": QT_TRANSLATE_NOOP("Messages", "Quantity over limit"),
    "not_for_sale": QT_TRANSLATE_NOOP("Messages", "Not for sale, recalled or stopped"),
    "expired_unit": QT_TRANSLATE_NOOP("Messages", "Expired unit"),
    "age_check": QT_TRANSLATE_NOOP("Messages", "Age check"),
    "time_restricted": QT_TRANSLATE_NOOP("Messages", "Time-restricted sale"),
    "regulated_quantity": QT_TRANSLATE_NOOP("Messages", "Medicine or other regulated quantity"),
    "security_tag": QT_TRANSLATE_NOOP("Messages", "Security-tagged or locked item"),
    "serial_needed": QT_TRANSLATE_NOOP("Messages", "Serial number or warranty item"),
    "produce_check": QT_TRANSLATE_NOOP("Messages", "Produce check"),
    "coupon_check": QT_TRANSLATE_NOOP("Messages", "Coupon check"),
    "coupon_capture": QT_TRANSLATE_NOOP("Messages", "Coupon to be handed in"),
    "markdown_check": QT_TRANSLATE_NOOP("Messages", "Reduced label check"),
    "discount_authority": QT_TRANSLATE_NOOP("Messages", "Discount that needs authority"),
    "help": QT_TRANSLATE_NOOP("Messages", "Help request"),
    "void_over_limit": QT_TRANSLATE_NOOP("Messages", "Many or dear items taken off"),
    "cancel_sale": QT_TRANSLATE_NOOP("Messages", "Purchase given up with items bagged"),
    "basket_limit": QT_TRANSLATE_NOOP("Messages", "Basket or value limit"),
    "idle": QT_TRANSLATE_NOOP("Messages", "Idle or abandoned"),
    "walk_away": QT_TRANSLATE_NOOP("Messages", "Walked away unpaid"),
    "audit": QT_TRANSLATE_NOOP("Messages", "Audit: partial or full re-scan"),
    "vision_alert": QT_TRANSLATE_NOOP("Messages", "Vision alert"),
    "misuse_count": QT_TRANSLATE_NOOP("Messages", "Exceptions over threshold"),
    "payment_declined": QT_TRANSLATE_NOOP("Messages", "Payment declined, retry limit"),
    "payment_unknown": QT_TRANSLATE_NOOP("Messages", "Payment outcome unknown"),
    "signature_check": QT_TRANSLATE_NOOP("Messages", "Signature or identity check"),
    "rest_to_pay": QT_TRANSLATE_NOOP("Messages", "Partly paid"),
    "cash_fault": QT_TRANSLATE_NOOP("Messages", "Cash device fault"),
    "offline_over_limit": QT_TRANSLATE_NOOP("Messages", "Offline over the floor limit"),
    "receipt_paper": QT_TRANSLATE_NOOP("Messages", "Receipt paper low, out, or cover open"),
    "device_offline": QT_TRANSLATE_NOOP("Messages", "Device offline"),
    "data_stale": QT_TRANSLATE_NOOP("Messages", "Data stale or service offline"),
    "lane_closed": QT_TRANSLATE_NOOP("Messages", "Lane closed or paused"),
    "exit_refused": QT_TRANSLATE_NOOP("Messages", "Exit gate refused"),
    "pickup_check": QT_TRANSLATE_NOOP("Messages", "Pick-up hand-over check"),
}
"""Every kind as `retail.interventions.kind.Kind.name` has it (tested)."""

ROLES: dict[Role, str] = {
    Role.ATTENDANT: QT_TRANSLATE_NOOP("Messages", "Attendant"),
    Role.MANAGER: QT_TRANSLATE_NOOP("Messages", "Manager"),
    Role.SUPPORT: QT_TRANSLATE_NOOP("Messages", "Support"),
}
ACTIONS: dict[Action, str] = {
    Action.VOID_LINE: QT_TRANSLATE_NOOP("Messages", "Take off"),
    Action.QUANTITY: QT_TRANSLATE_NOOP("Messages", "Quantity"),
    Action.PRICE_OVERRIDE: QT_TRANSLATE_NOOP("Messages", "Price"),
    Action.DISCOUNT_LINE: QT_TRANSLATE_NOOP("Messages", "Discount"),
    Action.DISCOUNT_SALE: QT_TRANSLATE_NOOP("Messages", "Discount on all"),
    Action.TEACH_WEIGHT: QT_TRANSLATE_NOOP("Messages", "Weight on file is wrong"),
    Action.SUSPEND: QT_TRANSLATE_NOOP("Messages", "Suspend"),
    Action.RESUME: QT_TRANSLATE_NOOP("Messages", "Resume a basket"),
    Action.CANCEL: QT_TRANSLATE_NOOP("Messages", "Cancel purchase"),
    Action.REPRINT: QT_TRANSLATE_NOOP("Messages", "Print receipt again"),
    Action.NO_SALE: QT_TRANSLATE_NOOP("Messages", "Open drawer"),
    Action.RETURN: QT_TRANSLATE_NOOP("Messages", "Take goods back"),
    Action.GIVE_BACK: QT_TRANSLATE_NOOP("Messages", "Money given back by hand"),
    Action.MESSAGE: QT_TRANSLATE_NOOP("Messages", "Message to shopper"),
    Action.CLOSE_LANE: QT_TRANSLATE_NOOP("Messages", "Close lane"),
    Action.OPEN_LANE: QT_TRANSLATE_NOOP("Messages", "Open lane"),
    Action.DEVICE_TEST: QT_TRANSLATE_NOOP("Messages", "Test"),
    Action.RESTART: QT_TRANSLATE_NOOP("Messages", "Restart program"),
    Action.SETTLE_PAYMENT: QT_TRANSLATE_NOOP("Messages", "Settle payment"),
    Action.TRAINING: QT_TRANSLATE_NOOP("Messages", "Begin training"),
    Action.DAY_CLOSE: QT_TRANSLATE_NOOP("Messages", "Close the day"),
    Action.UNLOCK: QT_TRANSLATE_NOOP("Messages", "Unlock a colleague"),
}
END_TRAINING = QT_TRANSLATE_NOOP("Messages", "End training")
DEVICES: dict[Device, str] = {
    Device.CAMERA: QT_TRANSLATE_NOOP("Messages", "Camera"),
    Device.TERMINAL: QT_TRANSLATE_NOOP("Messages", "Card terminal"),
    Device.PRINTER: QT_TRANSLATE_NOOP("Messages", "Receipt printer"),
    Device.HAND_SCANNER: QT_TRANSLATE_NOOP("Messages", "Hand scanner"),
    Device.SCALE: QT_TRANSLATE_NOOP("Messages", "Weighing scale"),
    Device.BAGGING_SCALE: QT_TRANSLATE_NOOP("Messages", "Bagging scale"),
    Device.WALLET: QT_TRANSLATE_NOOP("Messages", "Phone wallet"),
    Device.SPEECH: QT_TRANSLATE_NOOP("Messages", "Headset voice"),
}
CONDITIONS: dict[Condition, str] = {
    Condition.UNKNOWN: QT_TRANSLATE_NOOP("Messages", "Has not answered yet"),
    Condition.READY: QT_TRANSLATE_NOOP("Messages", "Ready"),
    Condition.WARNING: QT_TRANSLATE_NOOP("Messages", "Works, needs a look"),
    Condition.FAULT: QT_TRANSLATE_NOOP("Messages", "Does not work"),
}

NEEDS: dict[Role, str] = {
    Role.ATTENDANT: QT_TRANSLATE_NOOP("Messages", "Attendant's badge"),
    Role.MANAGER: QT_TRANSLATE_NOOP("Messages", "Manager's badge"),
    Role.SUPPORT: QT_TRANSLATE_NOOP("Messages", "Support's badge"),
}
NOBODY_MAY = QT_TRANSLATE_NOOP("Messages", "Beyond every limit")
BETWEEN_SHOPPERS = QT_TRANSLATE_NOOP("Messages", "Between two shoppers")
NO_BASKET = QT_TRANSLATE_NOOP("Messages", "No open basket")
EMPTY_ONLY = QT_TRANSLATE_NOOP("Messages", "With an empty basket")
NO_RECEIPT = QT_TRANSLATE_NOOP("Messages", "Once it is paid")
NOBODY_LOCKED = QT_TRANSLATE_NOOP("Messages", "Nobody is locked")
FIXED_QUANTITY = QT_TRANSLATE_NOOP("Messages", "Weighed or labelled")

YEARS = QT_TRANSLATE_NOOP("Messages", "From {count} years")
GRAMS = QT_TRANSLATE_NOOP("Messages", "{count} g difference")
BAG_GRAMS = QT_TRANSLATE_NOOP("Messages", "The bag weighs {count} g")
PIECES = QT_TRANSLATE_NOOP("Messages", "{count} pieces")
UNITS = QT_TRANSLATE_NOOP("Messages", "{count} units")
CALLS = QT_TRANSLATE_NOOP("Messages", "More than {count} calls in this purchase")
TRIES = QT_TRANSLATE_NOOP("Messages", "{count} refused")
SCAN_AGAIN = QT_TRANSLATE_NOOP("Messages", "Scan again: {items}")
SINCE = QT_TRANSLATE_NOOP("Messages", "since {time}")
NOT_CALLED = QT_TRANSLATE_NOOP("Messages", "The shopper is asked first")
SAID_NO = QT_TRANSLATE_NOOP("Messages", "Refused: {reason}")
CLEARS_ITSELF = QT_TRANSLATE_NOOP("Messages", "Nothing to decide")
CLEARLY_OLD = QT_TRANSLATE_NOOP("Messages", "Looks {count} or older")
ENTER_PRICE = QT_TRANSLATE_NOOP("Messages", "Enter the price")
ID_SEEN = QT_TRANSLATE_NOOP("Messages", "Identity card")

AT_ATTRACT = QT_TRANSLATE_NOOP("Messages", "No shopper")
AT_SCANNING = QT_TRANSLATE_NOOP("Messages", "Scanning")
AT_WAITING = QT_TRANSLATE_NOOP("Messages", "Waits to pay")
AT_PAYING = QT_TRANSLATE_NOOP("Messages", "Paying")
AT_RETURN = QT_TRANSLATE_NOOP("Messages", "Goods come back")
AT_UNKNOWN = QT_TRANSLATE_NOOP("Messages", "Payment not known")
AT_PAID = QT_TRANSLATE_NOOP("Messages", "Paid")

WHY = QT_TRANSLATE_NOOP("Messages", "Why?")
WHY_REFUSED = QT_TRANSLATE_NOOP("Messages", "Why not?")
WHAT_TO_DO = QT_TRANSLATE_NOOP("Messages", "What shall be done?")
BORN_TITLE = QT_TRANSLATE_NOOP("Messages", "Born on {date} or before?")
BORN_NOTE = QT_TRANSLATE_NOOP("Messages", "From {count} years: {item}")
BORN_LABEL = QT_TRANSLATE_NOOP("Messages", "Date of birth")
BORN_HINT = QT_TRANSLATE_NOOP("Messages", "Eight digits, day first. It is not kept.")
NO_DATE = QT_TRANSLATE_NOOP("Messages", "This is not a date of birth.")
BORN_FITS = QT_TRANSLATE_NOOP("Messages", "The date fits")
NEW_QUANTITY = QT_TRANSLATE_NOOP("Messages", "New quantity")
NEW_PRICE = QT_TRANSLATE_NOOP("Messages", "New price of one piece")
PERCENT = QT_TRANSLATE_NOOP("Messages", "Percent off")
LIMIT_PERCENT = QT_TRANSLATE_NOOP("Messages", "You alone: up to {percent} %")
LIMIT_BOTH = QT_TRANSLATE_NOOP("Messages", "You alone: up to {percent} % and {amount}")
LIMIT_AMOUNT = QT_TRANSLATE_NOOP("Messages", "You alone: up to {amount}")
TOKEN = QT_TRANSLATE_NOOP("Messages", "Code on the slip")
TOKEN_HINT = QT_TRANSLATE_NOOP("Messages", "All of it, or its last digits")
WHICH_MESSAGE = QT_TRANSLATE_NOOP("Messages", "What shall the shopper read?")
WHO_IS_LOCKED = QT_TRANSLATE_NOOP("Messages", "Whom to unlock?")
PIN_PAD = QT_TRANSLATE_NOOP("Messages", "The PIN pad of this lane")
LOCKED_UNTIL = QT_TRANSLATE_NOOP("Messages", "Locked until {time}")
LOCKED_FOR_EVER = QT_TRANSLATE_NOOP("Messages", "Locked until a manager unlocks")
WRONG_TIMES = QT_TRANSLATE_NOOP("Messages", "{count} wrong answers")

MESSAGES: dict[str, str] = {
    "coming": QT_TRANSLATE_NOOP("Messages", "A colleague is on the way to you."),
    "id": QT_TRANSLATE_NOOP("Messages", "Please keep your identity card ready."),
    "moment": QT_TRANSLATE_NOOP("Messages", "One moment, please. We are with you shortly."),
    "other_lane": QT_TRANSLATE_NOOP("Messages", "Please use another checkout."),
    "none": QT_TRANSLATE_NOOP("Messages", "Take the message away"),
}
"""What staff can write with one touch; `none` writes nothing."""

SIGN_IN_WRONG = QT_TRANSLATE_NOOP("Messages", "Number or PIN not right")
SIGN_IN_LOCKED = QT_TRANSLATE_NOOP("Messages", "Locked until {time}. A manager can unlock it.")
SIGN_IN_LOCKED_FOR_EVER = QT_TRANSLATE_NOOP("Messages", "Locked. Only a manager can unlock it.")
