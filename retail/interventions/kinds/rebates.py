"""Rows 22 to 25: coupons, reduced labels and discounts that somebody has to look at."""

from retail.interventions.kind import Kind
from retail.interventions.words import Cover, OnRefusal, Picture, Scope, SelfClear, Text

KINDS = (
    Kind(
        number=22,
        word="coupon_check",
        picture=Picture.SHOWN,
        name="Coupon check",
        trigger="A coupon is worth more than the lane accepts alone, or is not valid for this purchase.",
        raised_by=("CouponShown", "CouponHeld"),
        cover=Cover.SUBJECT,
        clears_by=(SelfClear.COUPON_GONE,),
        staff_do=Text(
            "Look at the coupon; accept or refuse with the reason.",
            "Gutschein ansehen; annehmen oder mit Grund ablehnen.",
            "查看优惠券；接受或注明理由拒绝。",
        ),
        approve_reasons=("coupon_checked", "nothing_wrong"),
        refuse_reasons=("coupon_not_valid",),
        on_refusal=OnRefusal.REMOVE_COUPON,
        title=Text(
            "A colleague will look at your coupon", "Wir prüfen Ihren Gutschein", "工作人员会核对您的优惠券"
        ),
        body=Text(
            "Keep it at hand and go on scanning. You can also pay without it: take it back in the list.",
            "Halten Sie ihn bereit und scannen Sie weiter. Ohne ihn geht es auch: Nehmen Sie ihn zurück.",
            "请备好优惠券并继续扫描。也可以不使用：在清单中取回即可。",
        ),
    ),
    Kind(
        number=23,
        word="coupon_capture",
        name="Coupon to be handed in",
        trigger="A paper coupon that the store keeps was accepted.",
        raised_by=("Raise",),
        nudge_s=30,
        clears_by=(SelfClear.SENSOR, SelfClear.COUPON_GONE),
        is_remote=False,
        staff_do=Text("Collect the coupon.", "Gutschein einsammeln.", "收取优惠券。"),
        approve_reasons=("coupon_collected",),
        refuse_reasons=("coupon_not_valid",),
        on_refusal=OnRefusal.REMOVE_COUPON,
        title=Text(
            "Please drop your coupon in the slot", "Bitte Gutschein einwerfen", "请将优惠券投入收集口"
        ),
        body=Text(
            "The store keeps this coupon. Drop it in, or hand it to a colleague, before you pay.",
            "Diesen Gutschein behalten wir. Bitte vor dem Bezahlen einwerfen oder abgeben.",
            "此优惠券由商店收回。请在付款前投入或交给工作人员。",
        ),
    ),
    Kind(
        number=24,
        word="markdown_check",
        picture=Picture.NEEDED,
        name="Reduced label check",
        trigger="A reduced label was scanned for the first time, or a second reduction on one item.",
        raised_by=("ItemAdded",),
        clears_by=(SelfClear.LINE_REMOVED,),
        scope=Scope.LINE,
        staff_do=Text(
            "Compare label and item; confirm.",
            "Etikett und Artikel vergleichen; bestätigen.",
            "核对标签与商品；确认。",
        ),
        approve_reasons=("label_checked", "nothing_wrong"),
        refuse_reasons=("label_not_valid",),
        on_refusal=OnRefusal.REMOVE_LINE,
        title=Text("We check the reduced price", "Wir prüfen den reduzierten Preis", "正在核对降价"),
        body=Text(
            "Go on scanning; a colleague confirms the label of {item} before you pay.",
            "Scannen Sie weiter; wir bestätigen das Etikett von {item} vor dem Bezahlen.",
            "请继续扫描，付款前工作人员会确认{item}的标签。",
        ),
    ),
    Kind(
        number=25,
        word="discount_authority",
        name="Discount that needs authority",
        trigger="A staff discount or a discount voucher is asked for.",
        raised_by=("Raise",),
        clears_by=(SelfClear.COUPON_GONE,),
        cover=Cover.SUBJECT,
        staff_do=Text(
            "Sign in with PIN or badge; grant it within your limit or refuse.",
            "Mit PIN oder Ausweis anmelden; im eigenen Rahmen gewähren oder ablehnen.",
            "用密码或工牌登录；在权限内批准或拒绝。",
        ),
        approve_reasons=("entitled",),
        refuse_reasons=("not_entitled",),
        on_refusal=OnRefusal.REMOVE_COUPON,
        title=Text(
            "A colleague confirms your discount", "Wir bestätigen Ihren Rabatt", "工作人员会确认您的折扣"
        ),
        body=Text(
            "Go on scanning; the discount of {amount} is confirmed before you pay.",
            "Scannen Sie weiter; der Rabatt von {amount} wird vor dem Bezahlen bestätigt.",
            "请继续扫描，{amount}的折扣将在付款前确认。",
        ),
    ),
)
