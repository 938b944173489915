"""Why a coupon is not taken, for the ears.

What happened, what to do now, and whether money moved, in one breath. The keys are the machine words that the
screens know too; a test keeps both complete.
"""

from kiosk.spoken.words.entry import Words

COUPONS: dict[str, Words] = {
    "expired": Words(
        "This coupon has expired. It saves nothing today. Your basket is unchanged.",
        "Dieser Gutschein ist abgelaufen. Er spart heute nichts. Ihr Warenkorb ist unverändert.",
        "此优惠券已过期。今天无法优惠。您的购物篮没有变化。",
    ),
    "not_yet": Words(
        "This coupon is not valid yet. Your basket is unchanged. Please keep it for your next visit.",
        "Dieser Gutschein gilt noch nicht. Ihr Warenkorb ist unverändert. Bitte heben Sie ihn "
        "für Ihren nächsten Besuch auf.",
        "此优惠券尚未生效。您的购物篮没有变化。请留到下次光临时使用。",
    ),
    "other_currency": Words(
        "This coupon is for another country. We cannot take it here. Your basket is unchanged.",
        "Dieser Gutschein ist für ein anderes Land. Wir können ihn hier nicht annehmen. Ihr "
        "Warenkorb ist unverändert.",
        "此优惠券适用于其他国家。本店无法使用。您的购物篮没有变化。",
    ),
    "other_retailer": Words(
        "This coupon is for another shop. We cannot take it here. Your basket is unchanged.",
        "Dieser Gutschein ist für ein anderes Geschäft. Wir können ihn hier nicht annehmen. Ihr "
        "Warenkorb ist unverändert.",
        "此优惠券适用于其他商店。本店无法使用。您的购物篮没有变化。",
    ),
    "not_verified": Words(
        "This coupon could not be checked. It saves nothing now and was not used up. Please keep "
        "it for next time.",
        "Dieser Gutschein konnte nicht geprüft werden. Er spart jetzt nichts und wurde nicht "
        "eingelöst. Bitte heben Sie ihn für das nächste Mal auf.",
        "此优惠券无法核验。目前无法优惠，也没有被使用。请留到下次使用。",
    ),
    "needs_staff": Words(
        "A colleague has to look at this coupon. It saves nothing yet. Press Help, or go on "
        "without it; the coupon is still yours.",
        "Diesen Gutschein muss jemand vom Team ansehen. Er spart noch nichts. Drücken Sie die "
        "Hilfetaste oder machen Sie ohne ihn weiter; der Gutschein bleibt Ihnen.",
        "此优惠券需要工作人员查看。目前尚未优惠。请按帮助键，或不使用它继续；优惠券仍归您所有。",
    ),
    "goods_unknown": Words(
        "A colleague has to look at this coupon. It saves nothing yet. Press Help, or go on "
        "without it; the coupon is still yours.",
        "Diesen Gutschein muss jemand vom Team ansehen. Er spart noch nichts. Drücken Sie die "
        "Hilfetaste oder machen Sie ohne ihn weiter; der Gutschein bleibt Ihnen.",
        "此优惠券需要工作人员查看。目前尚未优惠。请按帮助键，或不使用它继续；优惠券仍归您所有。",
    ),
    "too_fine": Words(
        "A colleague has to look at this coupon. It saves nothing yet. Press Help, or go on "
        "without it; the coupon is still yours.",
        "Diesen Gutschein muss jemand vom Team ansehen. Er spart noch nichts. Drücken Sie die "
        "Hilfetaste oder machen Sie ohne ihn weiter; der Gutschein bleibt Ihnen.",
        "此优惠券需要工作人员查看。目前尚未优惠。请按帮助键，或不使用它继续；优惠券仍归您所有。",
    ),
    "nothing_for_it": Words(
        "This coupon does not fit your basket. The goods it is for are not in your basket. Scan "
        "them first, then the coupon.",
        "Dieser Gutschein passt nicht zum Warenkorb. Die Artikel dazu sind nicht im Warenkorb. "
        "Scannen Sie zuerst diese, dann den Gutschein.",
        "此优惠券不适用于您的购物篮。购物篮里没有它适用的商品。请先扫描商品，再扫描优惠券。",
    ),
    "worth_nothing": Words(
        "This coupon cannot be used. It has no value here. Your basket is unchanged.",
        "Dieser Gutschein gilt hier nicht. Er hat hier keinen Wert. Ihr Warenkorb ist unverändert.",
        "此优惠券无法使用。在本店没有价值。您的购物篮没有变化。",
    ),
    "held": Words(
        "This coupon is in use at another checkout. A coupon counts once. If it is yours and "
        "unused, press Help; we will sort it out.",
        "Dieser Gutschein wird an einer anderen Kasse verwendet. Ein Gutschein zählt einmal. Ist "
        "es Ihrer und noch unbenutzt, drücken Sie die Hilfetaste; wir klären das.",
        "此优惠券正在其他收银台使用。每张优惠券只能使用一次。如果是您的且尚未使用，请按帮助键，我们会处理。",
    ),
    "used": Words(
        "This coupon was used before. A coupon counts once. Your basket is unchanged.",
        "Dieser Gutschein wurde schon eingelöst. Ein Gutschein zählt einmal. Ihr Warenkorb ist unverändert.",
        "此优惠券已使用过。每张优惠券只能使用一次。您的购物篮没有变化。",
    ),
    "bad_coupon": Words(
        "We couldn't read this coupon. It saves nothing yet. Smooth it, hold it still and try "
        "again, or type its number.",
        "Wir konnten diesen Gutschein nicht lesen. Er spart noch nichts. Streichen Sie ihn "
        "glatt, halten Sie ihn still und versuchen Sie es noch einmal, oder geben Sie seine "
        "Nummer ein.",
        "无法读取此优惠券。目前尚未优惠。请抚平并拿稳后重试，或输入券号。",
    ),
    "already_shown": Words(
        "This coupon is already in your basket. It counts once; nothing has changed.",
        "Dieser Gutschein ist schon im Warenkorb. Er zählt einmal; es hat sich nichts geändert.",
        "此优惠券已在您的购物篮中。每张只计一次，没有任何变化。",
    ),
    "refused": Words(
        "This coupon cannot be used. It is no longer taken. Your basket is unchanged; press Help "
        "if you have a question.",
        "Dieser Gutschein gilt hier nicht. Er wird nicht mehr angenommen. Ihr Warenkorb ist "
        "unverändert; bei Fragen drücken Sie die Hilfetaste.",
        "此优惠券无法使用。此券已不再接受。您的购物篮没有变化；如有疑问请按帮助键。",
    ),
    "no_link": Words(
        "This coupon cannot be checked right now. It was not used up. Try again in a moment, or "
        "keep it for your next visit.",
        "Dieser Gutschein kann gerade nicht geprüft werden. Er wurde nicht eingelöst. Versuchen "
        "Sie es gleich noch einmal oder heben Sie ihn für Ihren nächsten Besuch auf.",
        "目前无法核验此优惠券。它没有被使用。请稍后重试，或留到下次光临时使用。",
    ),
    "offline_limit": Words(
        "This coupon cannot be checked right now. It was not used up. Please keep it for your "
        "next visit, or press Help.",
        "Dieser Gutschein kann gerade nicht geprüft werden. Er wurde nicht eingelöst. Bitte "
        "heben Sie ihn für Ihren nächsten Besuch auf oder drücken Sie die Hilfetaste.",
        "目前无法核验此优惠券。它没有被使用。请留到下次光临时使用，或按帮助键。",
    ),
}
"""By `CodeNotFound.reason`, of a coupon."""
