"""Rows 35 to 40: what goes wrong while paying. Every text says whether money moved."""

from retail.interventions.kind import Kind
from retail.interventions.words import (
    Blocks,
    Clearer,
    Light,
    OnRefusal,
    Scope,
    SelfClear,
    Severity,
    Sound,
    Text,
)

KINDS = (
    Kind(
        number=35,
        word="payment_declined",
        name="Payment declined, retry limit",
        trigger="The terminal refused as often as the store lets a shopper try alone.",
        raised_by=("PaymentRefused",),
        blocks=Blocks.NOTHING,
        nudge_s=30,
        clears_by=(SelfClear.PAYMENT_SETTLED,),
        staff_do=Text(
            "Offer another way to pay; suspend if there is none.",
            "Andere Zahlungsart anbieten; gibt es keine, zurückstellen.",
            "提供其他支付方式；若没有则挂起。",
        ),
        approve_reasons=("other_tender", "nothing_wrong"),
        title=Text("Not paid", "Nicht bezahlt", "未付款"),
        body=Text(
            "Your card was not charged. Try another card or another way to pay; a colleague can help.",
            "Ihre Karte wurde nicht belastet. Versuchen Sie eine andere Karte oder Zahlungsart; wir helfen.",
            "您的卡未被扣款。请更换卡或支付方式，工作人员可以协助。",
        ),
    ),
    Kind(
        number=36,
        word="payment_unknown",
        name="Payment outcome unknown",
        trigger="An authorisation was sent and its outcome is not known.",
        raised_by=("PaymentUnknown",),
        severity=Severity.CRITICAL,
        is_binding=True,
        nudge_s=20,
        clears_by=(SelfClear.PAYMENT_SETTLED,),
        clearer=Clearer.MANAGER,
        is_remote=False,
        staff_do=Text(
            "Read the terminal; record what it says. Never let the shopper pay again before that.",
            "Terminal ablesen und eintragen, was es zeigt. Vorher nie noch einmal zahlen lassen.",
            "查看终端并记录其显示内容。在此之前切勿让顾客再次付款。",
        ),
        approve_reasons=("terminal_says_not_paid", "reversed_at_terminal", "terminal_says_paid"),
        refuse_reasons=("payment_not_found",),
        on_refusal=OnRefusal.STAYS_OPEN,
        sound=Sound.STAFF,
        light=Light.RED_BLINKING,
        title=Text("Please do not pay again", "Bitte nicht noch einmal bezahlen", "请勿再次付款"),
        body=Text(
            "We do not know yet whether your payment of {amount} went through. We are asking the terminal. "
            "Your basket is kept.",
            "Wir wissen noch nicht, ob Ihre Zahlung über {amount} angekommen ist. Wir fragen das Terminal. "
            "Ihr Korb bleibt erhalten.",
            "尚不清楚您的 {amount} 付款是否成功，正在询问终端。购物篮会保留。",
        ),
    ),
    Kind(
        number=37,
        word="signature_check",
        name="Signature or identity check",
        trigger="The terminal asks staff to compare a signature or an identity card.",
        raised_by=("Raise",),
        severity=Severity.CRITICAL,
        is_binding=True,
        clears_by=(SelfClear.PAYMENT_SETTLED,),
        is_remote=False,
        staff_do=Text(
            "Compare; confirm at the terminal.",
            "Vergleichen; am Terminal bestätigen.",
            "核对；在终端上确认。",
        ),
        approve_reasons=("signature_checked",),
        refuse_reasons=("wrong_person",),
        on_refusal=OnRefusal.STAYS_OPEN,
        sound=Sound.STAFF,
        title=Text(
            "A colleague checks your signature", "Wir prüfen Ihre Unterschrift", "工作人员会核对您的签名"
        ),
        body=Text(
            "Please wait at the terminal. The payment of {amount} is not complete yet.",
            "Bitte warten Sie am Terminal. Die Zahlung über {amount} ist noch nicht abgeschlossen.",
            "请在终端旁稍候。{amount} 的付款尚未完成。",
        ),
    ),
    Kind(
        number=38,
        word="rest_to_pay",
        name="Partly paid",
        trigger="Less was approved than is due, as with a gift card that is nearly empty.",
        raised_by=("Raise",),
        severity=Severity.NUDGE,
        blocks=Blocks.NOTHING,
        clearer=Clearer.SHOPPER,
        clears_by=(SelfClear.PAYMENT_SETTLED,),
        staff_do=Text("Nothing.", "Nichts.", "无需操作。"),
        light=Light.UNCHANGED,
        title=Text("{amount} left to pay", "Noch {amount} zu zahlen", "还需支付 {amount}"),
        body=Text(
            "Part of your purchase is paid. Choose how to pay the rest; if you stop, it is given back.",
            "Ein Teil ist bezahlt. Wählen Sie, wie Sie den Rest zahlen; "
            "wenn Sie abbrechen, erhalten Sie den Teil zurück.",
            "已支付一部分。请选择如何支付余款；若取消，已付部分将退还。",
        ),
    ),
    Kind(
        number=39,
        word="cash_fault",
        name="Cash device fault",
        trigger="A cash device is jammed, runs low, or money was not taken.",
        raised_by=("DeviceChanged",),
        severity=Severity.CRITICAL,
        nudge_s=15,
        clears_by=(SelfClear.DEVICE_READY,),
        scope=Scope.LANE,
        is_remote=False,
        staff_do=Text(
            "Clear the device; count; pay out by hand what is owed.",
            "Gerät freimachen; zählen; was fehlt, von Hand auszahlen.",
            "清理设备；清点；将应付款项人工支付。",
        ),
        approve_reasons=("cash_cleared", "refunded_by_hand"),
        refuse_reasons=("not_paid",),
        on_refusal=OnRefusal.STAYS_OPEN,
        sound=Sound.STAFF,
        title=Text("Please look at the cash slot", "Bitte sehen Sie am Geldfach nach", "请查看现金口"),
        body=Text(
            "Take your money if it is there. {amount} is counted so far; a colleague makes it right.",
            "Nehmen Sie Ihr Geld, wenn es dort liegt. Bisher sind {amount} gezählt; "
            "wir bringen es in Ordnung.",
            "如有现金请取走。目前已计入 {amount}，工作人员会为您处理。",
        ),
    ),
    Kind(
        number=40,
        word="offline_over_limit",
        name="Offline over the floor limit",
        trigger="The terminal has no link and the amount is over what may be taken without one.",
        raised_by=("Raise",),
        clears_by=(SelfClear.ONLINE, SelfClear.BELOW_LIMIT, SelfClear.PAYMENT_SETTLED),
        clearer=Clearer.MANAGER,
        staff_do=Text(
            "Get an approval by telephone, or move the shopper to another way to pay.",
            "Telefonisch genehmigen lassen oder eine andere Zahlungsart anbieten.",
            "电话获取授权，或引导顾客改用其他支付方式。",
        ),
        approve_reasons=("voice_approved", "other_tender"),
        refuse_reasons=("use_staffed_till",),
        on_refusal=OnRefusal.STAYS_OPEN,
        title=Text(
            "Card payment has no link just now", "Kartenzahlung ohne Verbindung", "刷卡支付暂时无连接"
        ),
        body=Text(
            "{amount} cannot be paid by card at the moment. Nothing was charged. Choose another way to pay.",
            "{amount} lassen sich gerade nicht mit Karte zahlen. Es wurde nichts abgebucht. "
            "Wählen Sie eine andere Zahlungsart.",
            "暂时无法刷卡支付 {amount}。尚未扣款。请选择其他支付方式。",
        ),
    ),
)
