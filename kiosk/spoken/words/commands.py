"""Why what the shopper asked for was not done, for the ears.

What happened, what to do now, and whether money moved, in one breath. The keys are the machine words that the
screens know too; a test keeps both complete.
"""

from kiosk.spoken.words.entry import Words
from kiosk.spoken.words.loads import LOAD_COMMANDS

COMMANDS: dict[str, Words] = {
    **LOAD_COMMANDS,
    "goods_not_offered": Words(
        "This is not sold without a barcode. Please scan it.",
        "Das gibt es nicht ohne Strichcode. Bitte scannen Sie es.",
        "此商品需扫码购买，请扫描条码。",
    ),
    "goods_need_scale": Words(
        "This cannot be weighed here. Press Help, and a colleague comes.",
        "Das kann hier nicht gewogen werden. Drücken Sie die Hilfetaste, dann kommt jemand vom Team.",
        "此处无法称重。请按帮助键，工作人员会过来。",
    ),
    "basket_empty": Words(
        "Your basket is empty. Scan an item first.",
        "Ihr Warenkorb ist leer. Scannen Sie zuerst einen Artikel.",
        "购物篮是空的，请先扫描商品。",
    ),
    "basket_full": Words(
        "Your basket is full. Please press Help.",
        "Ihr Warenkorb ist voll. Bitte drücken Sie die Hilfetaste.",
        "购物篮已满，请按帮助键。",
    ),
    "coupon_being_checked": Words(
        "A coupon is still being checked. One moment, please; nothing was charged.",
        "Ein Gutschein wird noch geprüft. Einen Moment bitte; es wurde nichts abgebucht.",
        "优惠券仍在核验中，请稍候；尚未扣款。",
    ),
    "coupon_pending": Words(
        "A coupon is still being checked. One moment, please; nothing was charged.",
        "Ein Gutschein wird noch geprüft. Einen Moment bitte; es wurde nichts abgebucht.",
        "优惠券仍在核验中，请稍候；尚未扣款。",
    ),
    "price_not_final": Words(
        "We are still looking for your best price. One moment, please; nothing was charged.",
        "Wir suchen noch Ihren besten Preis. Einen Moment bitte; es wurde nichts abgebucht.",
        "我们正在为您计算最优价格，请稍候；尚未扣款。",
    ),
    "points_being_checked": Words(
        "We are still asking for your points. One moment, please; nothing was charged.",
        "Ihre Punkte werden noch angefragt. Einen Moment bitte; es wurde nichts abgebucht.",
        "我们仍在查询您的积分，请稍候；尚未扣款。",
    ),
    "points_need_member": Words(
        "Show your member card first to pay with points.",
        "Zeigen Sie zuerst Ihre Mitgliedskarte, um mit Punkten zu bezahlen.",
        "使用积分付款前，请先出示会员卡。",
    ),
    "points_pay_nothing": Words(
        "Points cannot be used for paying here.",
        "Mit Punkten kann hier nicht bezahlt werden.",
        "这里无法使用积分付款。",
    ),
    "quantity_limit": Words(
        "One purchase holds no more of this item.",
        "Mehr von diesem Artikel geht nicht in einem Einkauf.",
        "此商品每次购物限购。",
    ),
    "too_many_coupons": Words(
        "That is a lot of coupons! Please press Help.",
        "Das sind viele Gutscheine! Bitte drücken Sie die Hilfetaste.",
        "优惠券太多了！请按帮助键。",
    ),
    "lane_closed": Words(
        "This checkout is closed. Please use another one.",
        "Diese Kasse ist geschlossen. Bitte benutzen Sie eine andere.",
        "本收银台暂停服务，请使用其他收银台。",
    ),
    "payment_not_possible_now": Words(
        "You cannot pay right now.",
        "Bezahlen ist gerade nicht möglich.",
        "现在无法付款。",
    ),
    "quantity_is_measured": Words(
        "The quantity of a weighed item is fixed.",
        "Die Menge gewogener Artikel ist fest.",
        "称重商品的数量不能更改。",
    ),
    "quantity_is_dated": Words(
        "Each of these has a date of its own. Please scan every one.",
        "Jede Packung hat ein eigenes Datum. Bitte scannen Sie jede einzeln.",
        "每件商品日期不同，请逐件扫描。",
    ),
    "quantity_out_of_range": Words(
        "Please choose a quantity from 1 to 99.",
        "Bitte wählen Sie eine Menge von 1 bis 99.",
        "请选择 1 到 99 之间的数量。",
    ),
    "terminal_not_ready": Words(
        "The card terminal is not ready. Nothing was charged.",
        "Das Kartenterminal ist nicht bereit. Es wurde nichts abgebucht.",
        "刷卡机尚未就绪，未产生任何扣款。",
    ),
    "too_late_to_cancel": Words(
        "This purchase cannot be cancelled any more.",
        "Dieser Einkauf lässt sich nicht mehr abbrechen.",
        "此次购物已无法取消。",
    ),
    "too_many_copies": Words(
        "No more copies. Please press Help.",
        "Keine weiteren Kopien. Bitte drücken Sie die Hilfetaste.",
        "无法再打印副本，请按帮助键。",
    ),
    "being_weighed": Words(
        "Please finish weighing first. Nothing was charged.",
        "Bitte erst fertig wiegen. Es wurde nichts abgebucht.",
        "请先完成称重。尚未扣款。",
    ),
    "waits_for_staff": Words(
        "A colleague has to look first and is on the way. Nothing was charged.",
        "Wir müssen erst nachsehen und sind unterwegs. Es wurde nichts abgebucht.",
        "工作人员需要先查看，正在过来。尚未扣款。",
    ),
    "part_paid": Words(
        "A part is paid already. It has to go back before the basket can change.",
        "Ein Teil ist schon bezahlt. Er muss erst zurückgehen, bevor sich der Warenkorb ändern kann.",
        "已支付一部分。退款之后才能更改购物篮。",
    ),
    "part_out_of_range": Words(
        "Please choose an amount up to what is left to pay.",
        "Bitte wählen Sie höchstens, was noch zu zahlen ist.",
        "金额不能超过还需支付的数额。",
    ),
    "too_many_parts": Words(
        "Please pay the rest at once: that is enough parts.",
        "Bitte zahlen Sie den Rest auf einmal: Es sind genug Teile.",
        "请一次付清余额：已分得足够多次。",
    ),
    "value_being_checked": Words(
        "We are still asking about your gift card or balance. One moment, please; nothing was charged.",
        "Wir fragen noch nach Ihrer Geschenkkarte oder Ihrem Guthaben. Einen Moment bitte; es "
        "wurde nichts abgebucht.",
        "正在查询您的礼品卡或余额，请稍候，未扣款。",
    ),
    "gift_card_unreadable": Words(
        "This is not a gift card's number. Nothing was taken; please try again.",
        "Das ist keine Nummer einer Geschenkkarte. Es wurde nichts abgezogen; bitte versuchen Sie es erneut.",
        "这不是礼品卡号。未扣款，请重试。",
    ),
    "gift_cards_not_now": Words(
        "Gift cards cannot be used here right now. Nothing was taken; please pay another way.",
        "Geschenkkarten gehen hier gerade nicht. Es wurde nichts abgezogen; bitte zahlen Sie anders.",
        "此处暂时无法使用礼品卡。未扣款，请换一种方式付款。",
    ),
    "value_already_used": Words(
        "It already pays for this purchase.",
        "Sie zahlt schon für diesen Einkauf.",
        "本次购物已在使用。",
    ),
    "pin_is_digits": Words(
        "A PIN has digits only. Nothing was taken.",
        "Eine PIN besteht nur aus Ziffern. Es wurde nichts abgezogen.",
        "密码只能是数字。未扣款。",
    ),
    "no_balance_here": Words(
        "You cannot pay from a balance here.",
        "Hier kann man nicht vom Guthaben zahlen.",
        "此处不能使用余额付款。",
    ),
    "balance_needs_member": Words(
        "To pay from your balance, go back to the basket and show your member card first.",
        "Um vom Guthaben zu zahlen, gehen Sie zurück zum Warenkorb und zeigen Sie erst Ihre Mitgliedskarte.",
        "使用余额付款，请先返回购物篮出示会员卡。",
    ),
    "too_many_gift_cards": Words(
        "One purchase takes no more gift cards. Nothing was taken; please pay another way.",
        "Mehr Geschenkkarten gehen bei einem Einkauf nicht. Es wurde nichts abgezogen; bitte "
        "zahlen Sie anders.",
        "一次购物不能使用更多礼品卡。未扣款，请换一种方式付款。",
    ),
    "no_wallets_here": Words(
        "You cannot pay by phone wallet here. Nothing was charged.",
        "Hier kann man nicht mit dem Handy zahlen. Es wurde nichts abgebucht.",
        "此处不能使用手机支付。未扣款。",
    ),
    "wallet_not_ready": Words(
        "Phone wallets cannot be reached right now. Nothing was charged; please pay another way.",
        "Das Zahlen mit dem Handy ist gerade nicht erreichbar. Es wurde nichts abgebucht; bitte "
        "zahlen Sie anders.",
        "手机支付暂时无法使用。未扣款，请换一种方式付款。",
    ),
    "not_in_training": Words(
        "Not while training: nothing is paid here.",
        "Nicht im Übungsbetrieb: Hier wird nichts bezahlt.",
        "训练模式下不收款。",
    ),
    "other": Words(
        "That is not possible right now.",
        "Das ist gerade nicht möglich.",
        "现在无法执行此操作。",
    ),
}
"""By the refusal words of the checkout; `other` for any that is not listed."""
