"""Why nothing was paid, for the ears.

What happened, what to do now, and whether money moved, in one breath. The keys are the machine words that the
screens know too; a test keeps both complete.
"""

from kiosk.spoken.words.entry import Words

PAYMENTS: dict[str, Words] = {
    "declined": Words(
        "Not paid. Nothing was charged this time. Try again or pay another way, or press Help.",
        "Nicht bezahlt. Diesmal wurde nichts abgebucht. Versuchen Sie es erneut, zahlen Sie "
        "anders oder drücken Sie die Hilfetaste.",
        "付款未成功。本次未扣款。请重试、换一种方式付款，或按帮助键。",
    ),
    "cancelled": Words(
        "Payment stopped. Nothing was charged this time. Start again, or pay another way.",
        "Zahlung abgebrochen. Diesmal wurde nichts abgebucht. Beginnen Sie neu oder zahlen Sie anders.",
        "付款已停止。本次未扣款。请重新开始，或换一种方式付款。",
    ),
    "not_charged": Words(
        "Not paid. The payment did not go through. Nothing was charged this time; please try again.",
        "Nicht bezahlt. Die Zahlung kam nicht zustande. Diesmal wurde nichts abgebucht; bitte "
        "versuchen Sie es erneut.",
        "付款未成功。付款未成功，本次未扣款，请重试。",
    ),
    "reversed": Words(
        "Not paid. The amount was charged and given back at once. Try again or pay another way, "
        "or press Help.",
        "Nicht bezahlt. Der Betrag wurde abgebucht und sofort zurückgegeben. Versuchen Sie es "
        "erneut, zahlen Sie anders oder drücken Sie die Hilfetaste.",
        "付款未成功。款项扣除后已立即退回。请重试、换一种方式付款，或按帮助键。",
    ),
    "expired": Words(
        "The time to pay is over. Nothing was charged this time. Start again, or pay another way.",
        "Die Zeit zum Bezahlen ist um. Diesmal wurde nichts abgebucht. Beginnen Sie neu oder "
        "zahlen Sie anders.",
        "付款已超时。本次未扣款。请重新开始，或换一种方式付款。",
    ),
}
"""By `retail.journal.events.Refusal`."""

VALUE: dict[str, Words] = {
    "unknown": Words(
        "We don't know this gift card. Nothing was taken. Check the number and try again, or pay "
        "another way.",
        "Wir kennen diese Geschenkkarte nicht. Es wurde nichts abgezogen. Prüfen Sie die Nummer "
        "und versuchen Sie es erneut, oder zahlen Sie anders.",
        "无法识别此礼品卡。未扣款。请核对卡号后重试，或换一种方式付款。",
    ),
    "empty": Words(
        "Nothing is left on it. Nothing was taken. Please pay another way.",
        "Darauf ist nichts mehr. Es wurde nichts abgezogen. Bitte zahlen Sie anders.",
        "余额为零。未扣款。请换一种方式付款。",
    ),
    "held": Words(
        "It is in use at another checkout. Nothing was taken. Finish there first, or pay another way.",
        "Sie wird gerade an einer anderen Kasse benutzt. Es wurde nichts abgezogen. Schließen "
        "Sie dort erst ab, oder zahlen Sie anders.",
        "正在另一收银台使用。未扣款。请先在那边完成，或换一种方式付款。",
    ),
    "used": Words(
        "It was used up before. Nothing was taken. Please pay another way, or press Help.",
        "Sie ist schon aufgebraucht. Es wurde nichts abgezogen. Bitte zahlen Sie anders, oder "
        "drücken Sie die Hilfetaste.",
        "已经用完。未扣款。请换一种方式付款，或按帮助键。",
    ),
    "late": Words(
        "That took too long. Nothing was taken. Please try again.",
        "Das hat zu lange gedauert. Es wurde nichts abgezogen. Bitte versuchen Sie es erneut.",
        "操作超时。未扣款，请重试。",
    ),
    "blocked": Words(
        "It is blocked. Nothing was taken. Press Help to ask why, or pay another way.",
        "Sie ist gesperrt. Es wurde nichts abgezogen. Drücken Sie die Hilfetaste und fragen Sie, "
        "warum, oder zahlen Sie anders.",
        "已被冻结。未扣款。请按帮助键询问原因，或换一种方式付款。",
    ),
    "expired": Words(
        "It has expired. Nothing was taken. Press Help to ask, or pay another way.",
        "Sie ist abgelaufen. Es wurde nichts abgezogen. Drücken Sie die Hilfetaste und fragen "
        "Sie nach, oder zahlen Sie anders.",
        "已过期。未扣款。请按帮助键咨询，或换一种方式付款。",
    ),
    "other_currency": Words(
        "It holds another currency. It cannot pay here and nothing was taken. Please pay another way.",
        "Sie hat eine andere Währung. Hier kann sie nicht zahlen; es wurde nichts abgezogen. "
        "Bitte zahlen Sie anders.",
        "币种不同。此处无法使用，未扣款。请换一种方式付款。",
    ),
    "pin_needed": Words(
        "It needs its PIN. Nothing was taken. Type the PIN, or pay another way.",
        "Sie braucht ihre PIN. Es wurde nichts abgezogen. Geben Sie die PIN ein, oder zahlen Sie anders.",
        "需要密码。未扣款。请输入密码，或换一种方式付款。",
    ),
    "pin_wrong": Words(
        "This PIN is not right. Nothing was taken. Try again; after five wrong ones the card is locked.",
        "Diese PIN stimmt nicht. Es wurde nichts abgezogen. Versuchen Sie es erneut; nach fünf "
        "falschen wird die Karte gesperrt.",
        "密码不正确。未扣款。请重试；连续五次错误后将被锁定。",
    ),
    "pin_locked": Words(
        "Too many wrong PINs. It is locked for 15 minutes and nothing was taken. Please pay another way.",
        "Zu viele falsche PINs. Sie ist für 15 Minuten gesperrt; es wurde nichts abgezogen. "
        "Bitte zahlen Sie anders.",
        "密码错误次数过多。已锁定 15 分钟，未扣款。请换一种方式付款。",
    ),
    "too_often": Words(
        "Too many tries. Nothing was taken. Please pay another way, or press Help.",
        "Zu viele Versuche. Es wurde nichts abgezogen. Bitte zahlen Sie anders, oder drücken Sie "
        "die Hilfetaste.",
        "尝试次数过多。未扣款。请换一种方式付款，或按帮助键。",
    ),
    "no_link": Words(
        "We cannot ask about it right now. Nothing was taken; what is on it stays yours. Try "
        "again in a moment, or pay another way.",
        "Wir können gerade nicht nachfragen. Es wurde nichts abgezogen; was darauf ist, bleibt "
        "Ihres. Versuchen Sie es gleich noch einmal, oder zahlen Sie anders.",
        "暂时无法查询。未扣款，余额仍归您所有。请稍后重试，或换一种方式付款。",
    ),
    "held_elsewhere": Words(
        "It is in use at another checkout. Nothing was taken. Finish there first, or pay another way.",
        "Sie wird gerade an einer anderen Kasse benutzt. Es wurde nichts abgezogen. Schließen "
        "Sie dort erst ab, oder zahlen Sie anders.",
        "正在另一收银台使用。未扣款。请先在那边完成，或换一种方式付款。",
    ),
    "other": Words(
        "It cannot be used for this purchase. Nothing was taken. Please pay another way, or press Help.",
        "Dafür kann sie nicht benutzt werden. Es wurde nichts abgezogen. Bitte zahlen Sie "
        "anders, oder drücken Sie die Hilfetaste.",
        "无法用于本次购物。未扣款。请换一种方式付款，或按帮助键。",
    ),
}
"""By `ValueRefused.reason`, of a gift card or a balance."""

POINTS: dict[str, Words] = {
    "no_link": Words(
        "Your points cannot be used right now. They stay yours.",
        "Ihre Punkte können gerade nicht verwendet werden. Sie bleiben Ihnen.",
        "目前无法使用积分。积分仍归您所有。",
    ),
    "held": Words(
        "Your points are in use at another checkout. They stay yours.",
        "Ihre Punkte werden an einer anderen Kasse verwendet. Sie bleiben Ihnen.",
        "您的积分正在其他收银台使用。积分仍归您所有。",
    ),
    "too_few": Words(
        "You have too few points to pay with. They stay yours.",
        "Sie haben zu wenige Punkte zum Bezahlen. Sie bleiben Ihnen.",
        "您的积分不足以付款。积分仍归您所有。",
    ),
    "other": Words(
        "Your points cannot be used for this purchase. They stay yours.",
        "Ihre Punkte gelten für diesen Einkauf nicht. Sie bleiben Ihnen.",
        "此次购物无法使用积分。积分仍归您所有。",
    ),
}
"""By `PointsRefused.reason`."""

PRINTER: dict[str, Words] = {
    "paper_end": Words(
        "The printer is out of paper.",
        "Der Drucker hat kein Papier mehr.",
        "打印机缺纸。",
    ),
    "cover_open": Words(
        "The printer is open.",
        "Der Drucker ist offen.",
        "打印机盖已打开。",
    ),
    "cutter_jam": Words(
        "The printer's cutter is stuck.",
        "Das Messer des Druckers klemmt.",
        "打印机切纸刀卡住了。",
    ),
    "other": Words(
        "The printer is not available.",
        "Der Drucker ist nicht verfügbar.",
        "打印机暂不可用。",
    ),
}
"""By the printer's health and waiting words."""
