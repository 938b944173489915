"""The reasons staff choose from for each deed, the most usual first.

Codes of `retail.interventions.reasons`, which has their words.

Invariants: every deed has at least one reason; a deed with one reason asks for none; what takes something
from the shopper, or cannot be taken back, always asks.
"""

from collections.abc import Mapping
from types import MappingProxyType

from retail.check import require
from retail.interventions.reasons import REASONS
from retail.interventions.rights import Action

DEED_REASONS: Mapping[Action, tuple[str, ...]] = MappingProxyType(
    {
        Action.VOID_LINE: ("shopper_changed_mind", "scanned_twice", "item_taken_away", "item_swapped"),
        Action.QUANTITY: ("scanned_twice", "quantity_confirmed", "shopper_changed_mind"),
        Action.PRICE_OVERRIDE: ("price_checked", "label_checked", "damaged", "goodwill"),
        Action.DISCOUNT_LINE: ("damaged", "goodwill", "entitled", "staff_purchase"),
        Action.DISCOUNT_SALE: ("entitled", "staff_purchase", "goodwill"),
        Action.TEACH_WEIGHT: ("weight_accepted",),
        Action.SUSPEND: ("other_lane", "use_staffed_till", "pays_later", "shopper_gone"),
        Action.RESUME: ("other_lane",),
        Action.CANCEL: ("shopper_changed_mind", "goods_recovered", "shopper_gone", "sale_ended_by_staff"),
        Action.REPRINT: ("copy_wanted", "receipt_lost", "paper_loaded"),
        Action.NO_SALE: ("change", "refunded_by_hand", "cash_cleared"),
        Action.MESSAGE: ("by_hand",),
        Action.CLOSE_LANE: ("break", "cleaning", "fault", "end_of_day"),
        Action.OPEN_LANE: ("lane_opened",),
        Action.DEVICE_TEST: ("by_hand",),
        Action.RESTART: ("not_responding", "device_restarted"),
        Action.RETURN: (
            "damaged",
            "wrong_item",
            "shopper_changed_mind",
            "charged_wrongly",
            "recalled",
            "goodwill",
        ),
        Action.GIVE_BACK: ("refunded_by_hand", "shopper_changed_mind", "other_tender", "shopper_gone"),
        Action.SETTLE_PAYMENT: ("terminal_says_paid",),
        Action.TRAINING: ("new_colleague",),
        Action.DAY_CLOSE: ("end_of_day", "fault"),
        Action.UNLOCK: ("who_it_is", "helped"),
    }
)

require(set(DEED_REASONS) == set(Action), "every deed has reasons")
require(all(code in REASONS for codes in DEED_REASONS.values() for code in codes), "every reason has words")
