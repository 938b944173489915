"""Why a code is not taken, or gives nothing yet, in words a shopper can act on; catalogues translate them.

Beside `kiosk.ui.words.messages`, with the same rules. The keys are the machine words of the journal
(`CodeNotFound.reason`, `CouponStanding.reason`, `PointsRefused.reason`).
"""

from typing import Literal

import msgspec

from kiosk.ui.words.messages import QT_TRANSLATE_NOOP

Subject = Literal["item", "coupon", "member"]


class NotFound(msgspec.Struct, frozen=True):
    """What to say, and what it was that was not found."""

    title: str
    body: str
    subject: Subject = "item"
    may_retry: bool = True
    """Whether the same may work a second time."""


_UNREADABLE_TITLE = QT_TRANSLATE_NOOP("Messages", "This is not a product code")
_UNREADABLE_BODY = QT_TRANSLATE_NOOP(
    "Messages", "Nothing was added to your basket. Look for the striped barcode on the pack."
)
_COUPON_TITLE = QT_TRANSLATE_NOOP("Messages", "This coupon cannot be used")
_COUPON_FITS_NOT = QT_TRANSLATE_NOOP("Messages", "This coupon does not fit your basket")
_COUPON_STAFF_TITLE = QT_TRANSLATE_NOOP("Messages", "A colleague has to look at this coupon")
_COUPON_STAFF_BODY = QT_TRANSLATE_NOOP(
    "Messages", "It saves nothing yet. Touch Help, or go on without it; the coupon is still yours."
)

_CODE_OLD_TITLE = QT_TRANSLATE_NOOP("Messages", "This code is from a while ago")
_CODE_OLD_BODY = QT_TRANSLATE_NOOP(
    "Messages",
    "Your basket is unchanged. Show the code on your phone now. If it stays so, set the phone's clock.",
)
_CODE_OVER_TITLE = QT_TRANSLATE_NOOP("Messages", "This code no longer counts")
_CODE_OVER_BODY = QT_TRANSLATE_NOOP(
    "Messages", "Your basket is unchanged. Open the page on your phone again and show the new code."
)
_CODE_OTHER_TITLE = QT_TRANSLATE_NOOP("Messages", "This code does not count here")
_CODE_OTHER_BODY = QT_TRANSLATE_NOOP(
    "Messages", "Your basket is unchanged. Go on without member prices, or touch Help."
)

_BASKET_NEWER_TITLE = QT_TRANSLATE_NOOP("Messages", "This basket has changed")
_BASKET_NEWER_BODY = QT_TRANSLATE_NOOP(
    "Messages", "Nothing was added. Touch Pay on your phone again and show the new code."
)

WEIGH_AGAIN = NotFound(
    QT_TRANSLATE_NOOP("Messages", "It could not be weighed"),
    QT_TRANSLATE_NOOP(
        "Messages",
        "Nothing was added to your basket. Lay it on the scale alone and scan it again, or touch Help.",
    ),
)
"""Instead of `needs_weight`, at a lane that has a scale."""
NOT_FOUND: dict[str, NotFound] = {
    "unknown": NotFound(
        QT_TRANSLATE_NOOP("Messages", "We don't know this item"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Nothing was added to your basket. Try another barcode on the pack, or touch Help.",
        ),
    ),
    "unreadable": NotFound(
        QT_TRANSLATE_NOOP("Messages", "We couldn't read this code"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Nothing was added to your basket. Smooth the pack, hold it still and try again.",
        ),
    ),
    "not_a_product": NotFound(_UNREADABLE_TITLE, _UNREADABLE_BODY),
    "too_long": NotFound(_UNREADABLE_TITLE, _UNREADABLE_BODY),
    "needs_weight": NotFound(
        QT_TRANSLATE_NOOP("Messages", "This item has to be weighed"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Nothing was added to your basket. Touch Help; a colleague will weigh it for you.",
        ),
    ),
    "for_paying": NotFound(
        QT_TRANSLATE_NOOP("Messages", "This is for paying"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Nothing was charged. Scan everything first, touch Pay, and then show it again.",
        ),
        may_retry=False,
    ),
    "limit": NotFound(
        QT_TRANSLATE_NOOP("Messages", "No more of this item in one purchase"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "You have as many as one purchase may hold. This one was not added; please leave it here.",
        ),
        may_retry=False,
    ),
    "not_a_member": NotFound(
        QT_TRANSLATE_NOOP("Messages", "We don't know this card or number"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Your basket is unchanged. Check the number and try again, or go on without member prices.",
        ),
        "member",
    ),
    "code_old": NotFound(_CODE_OLD_TITLE, _CODE_OLD_BODY, "member"),
    "code_ahead": NotFound(
        QT_TRANSLATE_NOOP("Messages", "Your phone's clock is fast"),
        QT_TRANSLATE_NOOP("Messages", "Your basket is unchanged. Set the clock and show the code again."),
        "member",
    ),
    "code_copied": NotFound(
        QT_TRANSLATE_NOOP("Messages", "This code was just used elsewhere"),
        QT_TRANSLATE_NOOP("Messages", "Your basket is unchanged. Wait for the next code and show it."),
        "member",
    ),
    "code_wrong_shop": NotFound(
        QT_TRANSLATE_NOOP("Messages", "This code is for another of our shops"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Your basket is unchanged. Open the page of this shop on your phone and show its code.",
        ),
        "member",
    ),
    "code_revoked": NotFound(_CODE_OVER_TITLE, _CODE_OVER_BODY, "member"),
    "code_key_over": NotFound(_CODE_OVER_TITLE, _CODE_OVER_BODY, "member"),
    "code_locked": NotFound(
        QT_TRANSLATE_NOOP("Messages", "Too many wrong numbers"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Your basket is unchanged. Show the code on your phone, or go on without member prices.",
        ),
        "member",
        may_retry=False,
    ),
    "code_unknown": NotFound(
        QT_TRANSLATE_NOOP("Messages", "We don't know this member yet"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Your basket is unchanged. Whoever has just joined is known here with the next purchase.",
        ),
        "member",
    ),
    **{
        f"code_{reason}": NotFound(_CODE_OTHER_TITLE, _CODE_OTHER_BODY, "member", may_retry=False)
        for reason in ("forged", "unknown_key", "key_may_not", "paper", "wrong_kind", "clock", "busy")
    },
    "basket_held": NotFound(
        QT_TRANSLATE_NOOP("Messages", "Another lane has this basket"),
        QT_TRANSLATE_NOOP("Messages", "Nothing was added here. Please pay there, or touch Help."),
        may_retry=False,
    ),
    "basket_used": NotFound(
        QT_TRANSLATE_NOOP("Messages", "This basket is paid"),
        QT_TRANSLATE_NOOP("Messages", "Nothing was added. Your receipt is on your phone."),
        may_retry=False,
    ),
    "basket_changed": NotFound(_BASKET_NEWER_TITLE, _BASKET_NEWER_BODY),
    "basket_expired": NotFound(_BASKET_NEWER_TITLE, _BASKET_NEWER_BODY),
    "basket_unknown": NotFound(_BASKET_NEWER_TITLE, _BASKET_NEWER_BODY),
    "basket_not_empty": NotFound(
        QT_TRANSLATE_NOOP("Messages", "There are goods on this screen already"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "The basket of your phone was not added; it is still yours. Pay these first, or take them out.",
        ),
        may_retry=False,
    ),
    "basket_no_link": NotFound(
        QT_TRANSLATE_NOOP("Messages", "Baskets of phones cannot be fetched now"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Nothing was added; your basket is still on your phone. Show it again, or scan your items here.",
        ),
    ),
    "expired": NotFound(
        QT_TRANSLATE_NOOP("Messages", "This coupon has expired"),
        QT_TRANSLATE_NOOP("Messages", "It saves nothing today. Your basket is unchanged."),
        "coupon",
        may_retry=False,
    ),
    "not_yet": NotFound(
        QT_TRANSLATE_NOOP("Messages", "This coupon is not valid yet"),
        QT_TRANSLATE_NOOP("Messages", "Your basket is unchanged. Please keep it for your next visit."),
        "coupon",
        may_retry=False,
    ),
    "other_currency": NotFound(
        QT_TRANSLATE_NOOP("Messages", "This coupon is for another country"),
        QT_TRANSLATE_NOOP("Messages", "We cannot take it here. Your basket is unchanged."),
        "coupon",
        may_retry=False,
    ),
    "other_retailer": NotFound(
        QT_TRANSLATE_NOOP("Messages", "This coupon is for another shop"),
        QT_TRANSLATE_NOOP("Messages", "We cannot take it here. Your basket is unchanged."),
        "coupon",
        may_retry=False,
    ),
    "not_verified": NotFound(
        QT_TRANSLATE_NOOP("Messages", "This coupon could not be checked"),
        QT_TRANSLATE_NOOP(
            "Messages", "It saves nothing now and was not used up. Please keep it for next time."
        ),
        "coupon",
    ),
    "needs_staff": NotFound(_COUPON_STAFF_TITLE, _COUPON_STAFF_BODY, "coupon", may_retry=False),
    "goods_unknown": NotFound(_COUPON_STAFF_TITLE, _COUPON_STAFF_BODY, "coupon", may_retry=False),
    "too_fine": NotFound(_COUPON_STAFF_TITLE, _COUPON_STAFF_BODY, "coupon", may_retry=False),
    "nothing_for_it": NotFound(
        _COUPON_FITS_NOT,
        QT_TRANSLATE_NOOP(
            "Messages", "The goods it is for are not in your basket. Scan them first, then the coupon."
        ),
        "coupon",
    ),
    "worth_nothing": NotFound(
        _COUPON_TITLE,
        QT_TRANSLATE_NOOP("Messages", "It has no value here. Your basket is unchanged."),
        "coupon",
        may_retry=False,
    ),
    "held": NotFound(
        QT_TRANSLATE_NOOP("Messages", "This coupon is in use at another checkout"),
        QT_TRANSLATE_NOOP(
            "Messages",
            "A coupon counts once. If it is yours and unused, touch Help; we will sort it out.",
        ),
        "coupon",
        may_retry=False,
    ),
    "used": NotFound(
        QT_TRANSLATE_NOOP("Messages", "This coupon was used before"),
        QT_TRANSLATE_NOOP("Messages", "A coupon counts once. Your basket is unchanged."),
        "coupon",
        may_retry=False,
    ),
    "bad_coupon": NotFound(
        QT_TRANSLATE_NOOP("Messages", "We couldn't read this coupon"),
        QT_TRANSLATE_NOOP(
            "Messages", "It saves nothing yet. Smooth it, hold it still and try again, or type its number."
        ),
        "coupon",
    ),
    "already_shown": NotFound(
        QT_TRANSLATE_NOOP("Messages", "This coupon is already in your basket"),
        QT_TRANSLATE_NOOP("Messages", "It counts once; nothing has changed."),
        "coupon",
        may_retry=False,
    ),
    "refused": NotFound(
        _COUPON_TITLE,
        QT_TRANSLATE_NOOP(
            "Messages", "It is no longer taken. Your basket is unchanged; touch Help if you have a question."
        ),
        "coupon",
        may_retry=False,
    ),
    "no_link": NotFound(
        QT_TRANSLATE_NOOP("Messages", "This coupon cannot be checked right now"),
        QT_TRANSLATE_NOOP(
            "Messages", "It was not used up. Try again in a moment, or keep it for your next visit."
        ),
        "coupon",
    ),
    "offline_limit": NotFound(
        QT_TRANSLATE_NOOP("Messages", "This coupon cannot be checked right now"),
        QT_TRANSLATE_NOOP(
            "Messages", "It was not used up. Please keep it for your next visit, or touch Help."
        ),
        "coupon",
        may_retry=False,
    ),
}
"""By the reason words of `retail.journal.events.CodeNotFound`."""
NOT_FOUND_OTHER = NotFound(
    QT_TRANSLATE_NOOP("Messages", "This code does not work here"),
    QT_TRANSLATE_NOOP("Messages", "Your basket is unchanged. Try another code, or touch Help."),
)
"""For a reason this screen has no words for."""

COUPON_CHECKING = QT_TRANSLATE_NOOP("Messages", "Being checked …")
COUPON_TOO_FEW_ONE = QT_TRANSLATE_NOOP("Messages", "Add 1 more of its goods and it counts")
COUPON_TOO_FEW = QT_TRANSLATE_NOOP("Messages", "Add {count} more of its goods and it counts")
COUPON_SPEND_MORE = QT_TRANSLATE_NOOP("Messages", "It counts once your goods cost {amount} more")
_NO_GOODS = QT_TRANSLATE_NOOP("Messages", "The goods it is for are not in your basket yet")
_OTHER_SAVES_MORE = QT_TRANSLATE_NOOP("Messages", "Another offer saves you more; this coupon stays yours")
_NOT_TODAY = QT_TRANSLATE_NOOP("Messages", "It does not count at this time")
_USED_UP = QT_TRANSLATE_NOOP("Messages", "All of these coupons have been used; it saves nothing any more")
COUPON_WHY_NOT: dict[str, str] = {
    "nothing_for_it": _NO_GOODS,
    "no_goods": _NO_GOODS,
    "other_offers_save_more": _OTHER_SAVES_MORE,
    "another_offer_is_exclusive": _OTHER_SAVES_MORE,
    "members_only": QT_TRANSLATE_NOOP("Messages", "For members: show your card or type your number"),
    "not_now": _NOT_TODAY,
    "not_yet": _NOT_TODAY,
    "used_up": _USED_UP,
    "used_today": QT_TRANSLATE_NOOP("Messages", "You have already used it today; it counts again tomorrow"),
    "used_by_member": QT_TRANSLATE_NOOP("Messages", "You have already used it; it saves nothing any more"),
    "needs_staff": QT_TRANSLATE_NOOP("Messages", "A colleague has to look at it: touch Help"),
    "goods_unknown": QT_TRANSLATE_NOOP("Messages", "We do not know its goods: touch Help"),
}
"""By the reason words of `retail.priced.CouponStanding`; counted ones have their own sentences above."""
COUPON_WHY_NOT_OTHER = QT_TRANSLATE_NOOP("Messages", "It saves nothing in this basket")

POINTS_REASONS: dict[str, str] = {
    "no_link": QT_TRANSLATE_NOOP("Messages", "Your points cannot be used right now. They stay yours."),
    "held": QT_TRANSLATE_NOOP("Messages", "Your points are in use at another checkout. They stay yours."),
    "too_few": QT_TRANSLATE_NOOP("Messages", "You have too few points to pay with. They stay yours."),
}
"""By the reason words of `retail.journal.events.PointsRefused`."""
POINTS_OTHER = QT_TRANSLATE_NOOP("Messages", "Your points cannot be used for this purchase. They stay yours.")
