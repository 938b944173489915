"""The reasons staff choose from for each deed, the most usual first.

Codes of `retail.interventions.reasons` where they fit; those of deeds that no intervention knows stand here,
in every language of the lane.

Invariants: every deed has at least one reason; a deed with one reason asks for none; what takes something
from the shopper, or cannot be taken back, always asks. Codes are journalled and never
reused with another meaning.
"""

from collections.abc import Mapping
from types import MappingProxyType

from retail.check import require
from retail.interventions.reasons import REASONS
from retail.interventions.rights import Action
from retail.interventions.words import Text

OWN_REASONS: Mapping[str, Text] = MappingProxyType(
    {
        "damaged": Text("Damaged or short-dated", "Beschädigt oder kurz haltbar", "破损或临期"),
        "goodwill": Text("Goodwill", "Kulanz", "优惠补偿"),
        "staff_purchase": Text("Staff purchase", "Personalkauf", "员工购物"),
        "other_lane": Text("Goes on at another lane", "Weiter an anderer Kasse", "转到其他通道"),
        "pays_later": Text("Shopper pays later", "Kundschaft zahlt später", "顾客稍后付款"),
        "receipt_lost": Text(
            "Receipt lost or not readable", "Bon fehlt oder unleserlich", "小票遗失或无法辨认"
        ),
        "copy_wanted": Text("Shopper wants a copy", "Kundschaft möchte eine Kopie", "顾客需要副本"),
        "change": Text("Change or cash count", "Wechselgeld oder Zählung", "换零钱或清点"),
        "by_hand": Text("Asked at the lane", "An der Kasse veranlasst", "在通道处操作"),
        "break": Text("Break", "Pause", "休息"),
        "cleaning": Text("Cleaning", "Reinigung", "清洁"),
        "fault": Text("A device is faulty", "Gerät gestört", "设备故障"),
        "end_of_day": Text("End of day", "Tagesende", "营业结束"),
        "not_responding": Text("Does not respond well", "Reagiert nicht gut", "响应异常"),
        "new_colleague": Text("A colleague learns", "Einarbeitung", "新员工培训"),
        "who_it_is": Text("I know who it is", "Person ist bekannt", "已确认本人"),
    }
)
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
        Action.SETTLE_PAYMENT: ("terminal_says_paid",),
        Action.TRAINING: ("new_colleague",),
        Action.DAY_CLOSE: ("end_of_day", "fault"),
        Action.UNLOCK: ("who_it_is", "helped"),
    }
)

require(set(DEED_REASONS) == set(Action), "every deed has reasons")
require(
    all(code in REASONS or code in OWN_REASONS for codes in DEED_REASONS.values() for code in codes),
    "every reason has words",
)
require(not set(REASONS) & set(OWN_REASONS), "a code is declared once")


def reason_text(code: str, language: str) -> str:
    """What a reason is called; the code itself if it is none."""
    text = REASONS.get(code) or OWN_REASONS.get(code)
    return text.of(language) if text else code
