"""What the voice says of each screen: where the shopper is, what happened, what can be done now.

Texts that say "when we say so" are about money: nobody has paid before the voice says "Paid".
"""

from kiosk.spoken.words.entry import Words
from kiosk.spoken.words.loads import LOAD_SCREENS

SCREENS: dict[str, Words] = {
    **LOAD_SCREENS,
    "attract": Words(
        "Welcome. Scan your first item to begin. The camera reads the barcode: hold the pack in front of it.",
        "Willkommen. Scannen Sie Ihren ersten Artikel. Die Kamera liest den Strichcode: Halten Sie "
        "die Packung davor.",
        "欢迎光临。请扫描第一件商品。摄像头会读取条码，请把商品拿到它前面。",
    ),
    "closed": Words(
        "This checkout is closed. Please use another one.",
        "Diese Kasse ist geschlossen. Bitte nehmen Sie eine andere.",
        "此收银台已关闭。请使用其他收银台。",
    ),
    "scanning": Words(
        "Your basket: {items}. Total {amount}.",
        "Ihr Warenkorb: {items}. Summe {amount}.",
        "购物篮：{items}。总计{amount}。",
    ),
    "scanning_empty": Words("Your basket is empty.", "Ihr Warenkorb ist leer.", "购物篮是空的。"),
    "weighing": Words(
        "Put {name} on the scale, and leave it until you hear its price.",
        "Legen Sie {name} auf die Waage, bis Sie den Preis hören.",
        "请把{name}放到秤上，等听到价格后再拿走。",
    ),
    "tender": Words(
        "How would you like to pay? To pay: {amount}, for {items}.",
        "Wie möchten Sie zahlen? Zu zahlen: {amount}, für {items}.",
        "请选择付款方式。应付{amount}，共{items}。",
    ),
    "tender_rest": Words(
        "{paid} is covered. Left to pay: {amount}. How would you like to pay it?",
        "{paid} sind gedeckt. Noch zu zahlen: {amount}. Wie möchten Sie zahlen?",
        "已抵{paid}。还需付{amount}。请选择付款方式。",
    ),
    "card": Words(
        "{amount}, by card. Please follow the card terminal. You have paid only when we say so.",
        "{amount}, mit Karte. Bitte folgen Sie dem Kartengerät. Bezahlt ist erst, wenn wir es sagen.",
        "刷卡{amount}。请按刷卡机的提示操作。听到“已付款”才算付款完成。",
    ),
    "card_stopping": Words(
        "Stopping the payment. Please wait. The terminal was asked to stop and will say whether it "
        "charged your card.",
        "Die Zahlung wird abgebrochen. Bitte warten Sie. Das Kartengerät sagt gleich, ob abgebucht wurde.",
        "正在停止付款。请稍候，刷卡机会告知是否已扣款。",
    ),
    "card_checking": Words(
        "One moment, please. The terminal has answered. We are completing your payment. You "
        "have paid only when we say so.",
        "Einen Moment, bitte. Das Kartengerät hat geantwortet. Wir schließen die "
        "Zahlung ab. Bezahlt ist erst, wenn wir es sagen.",
        "请稍候。刷卡机已答复，正在完成付款。听到“已付款”才算付款完成。",
    ),
    "wallet_shown": Words(
        "{amount}, by phone. A code to scan with your wallet app is on the screen. You have paid "
        "only when we say so.",
        "{amount}, mit dem Telefon. Auf dem Bildschirm steht ein Code für Ihre App. Bezahlt ist "
        "erst, wenn wir es sagen.",
        "手机付款{amount}。屏幕上有供手机扫描的付款码。听到“已付款”才算付款完成。",
    ),
    "wallet_preparing": Words(
        "One moment, please. The code for your phone is on its way. Nothing was charged.",
        "Einen Moment, bitte. Der Code für Ihr Telefon kommt gleich. Es wurde nichts abgebucht.",
        "请稍候。手机付款码马上就来。未扣款。",
    ),
    "wallet_read": Words(
        "We have read your phone's code. Please wait. You have paid only when we say so.",
        "Der Code Ihres Telefons ist gelesen. Bitte warten Sie. Bezahlt ist erst, wenn wir es sagen.",
        "已读取您手机上的码。请稍候。听到“已付款”才算付款完成。",
    ),
    "wallet_confirm": Words(
        "Please confirm {amount} on your phone. Nothing is charged before you do.",
        "Bitte bestätigen Sie {amount} auf Ihrem Telefon. Vorher wird nichts abgebucht.",
        "请在手机上确认{amount}。确认之前不会扣款。",
    ),
    "wallet_stopping": Words(
        "Stopping the payment. Please wait, and do not confirm on your phone now. We are asking "
        "whether anything was charged.",
        "Die Zahlung wird abgebrochen. Bitte warten Sie, und bestätigen Sie jetzt nichts. Wir "
        "fragen nach, ob abgebucht wurde.",
        "正在停止付款。请稍候，现在不要在手机上确认。我们正在查询是否已扣款。",
    ),
    "unknown": Words(
        "Please wait. Do not pay again. We are asking whether your payment of {amount} went "
        "through. Your basket is kept.",
        "Bitte warten Sie. Zahlen Sie nicht noch einmal. Wir fragen nach, ob Ihre Zahlung von "
        "{amount} angekommen ist. Ihr Warenkorb bleibt erhalten.",
        "请稍候，不要再次付款。我们正在查询{amount}的付款是否成功。您的购物篮已保留。",
    ),
    "unknown_staff": Words(
        "A colleague has to look. Do not pay again. It is not known yet whether your payment of "
        "{amount} went through; a colleague will check it with you. Your basket is kept.",
        "Jemand vom Team muss nachsehen. Zahlen Sie nicht noch einmal. Es ist noch nicht bekannt, "
        "ob Ihre Zahlung von {amount} angekommen ist; wir prüfen das mit Ihnen. Ihr Warenkorb "
        "bleibt erhalten.",
        "需要工作人员查看，请不要再次付款。目前还不知道{amount}的付款是否成功，"
        "工作人员会与您一起核对。您的购物篮已保留。",
    ),
    "return": Words(
        "Goods come back. A colleague takes them back with you. {given} has gone back to you so far.",
        "Waren kommen zurück. Jemand vom Team nimmt sie mit Ihnen zurück. Bisher sind {given} "
        "an Sie zurückgegangen.",
        "正在办理退货，工作人员会与您一起完成。目前已退还{given}。",
    ),
    "return_begins": Words(
        "Goods come back. A colleague takes them back with you. No money has moved yet.",
        "Waren kommen zurück. Jemand vom Team nimmt sie mit Ihnen zurück. Es ist noch kein Geld geflossen.",
        "正在办理退货，工作人员会与您一起完成。款项尚未变动。",
    ),
    "refund_card": Words(
        "{amount} goes back to your card. Please follow the card terminal. It has gone back only "
        "when we say so.",
        "{amount} gehen auf Ihre Karte zurück. Bitte folgen Sie dem Kartengerät. Zurückgegangen "
        "ist es erst, wenn wir es sagen.",
        "正在把{amount}退回您的卡。请按刷卡机的提示操作。听到我们确认才算退款完成。",
    ),
    "refund_wallet": Words(
        "{amount} goes back to the wallet on your phone. Please wait.",
        "{amount} gehen auf Ihr Telefon zurück. Bitte warten Sie.",
        "正在把{amount}退回您的手机钱包。请稍候。",
    ),
    "refund_unknown": Words(
        "Please wait. We are asking whether {amount} has gone back to you.",
        "Bitte warten Sie. Wir fragen nach, ob {amount} an Sie zurückgegangen sind.",
        "请稍候。我们正在查询{amount}是否已退还给您。",
    ),
    "refund_staff": Words(
        "A colleague has to look. It is not known yet whether {amount} has gone back to you. A "
        "colleague will check it with you.",
        "Jemand vom Team muss nachsehen. Es ist noch nicht bekannt, ob {amount} an Sie "
        "zurückgegangen sind. Wir prüfen das mit Ihnen.",
        "需要工作人员查看。目前还不知道{amount}是否已退还给您，工作人员会与您一起核对。",
    ),
    "refund_failed": Words(
        "Not everything has gone back. What is paid still counts for this purchase. Try again, or "
        "press Help.",
        "Nicht alles ist zurückgegangen. Was bezahlt ist, zählt weiter für diesen Einkauf. "
        "Versuchen Sie es erneut, oder drücken Sie die Hilfetaste.",
        "未能全部退还。已付的金额仍计入本次购物。请重试，或按帮助键。",
    ),
    "paid": Words(
        "Paid: {amount}. Thank you.", "Bezahlt: {amount}. Vielen Dank.", "已付款：{amount}。谢谢。"
    ),
    "paid_nothing": Words(
        "Nothing to pay. Nothing was charged. Thank you.",
        "Nichts zu zahlen. Es wurde nichts abgebucht. Vielen Dank.",
        "无需付款。未扣款。谢谢。",
    ),
    "given_back": Words(
        "{given} has gone back to you.", "{given} sind an Sie zurückgegangen.", "已退还您{given}。"
    ),
    "receipt_choose": Words(
        "Would you like a receipt, on paper or as a code?",
        "Möchten Sie einen Bon, auf Papier oder als Code?",
        "需要小票吗？纸质的还是二维码？",
    ),
    "receipt_printing": Words(
        "Your receipt is printing, below the screen.",
        "Ihr Bon wird gedruckt, unter dem Bildschirm.",
        "正在打印小票，在屏幕下方。",
    ),
    "receipt_waiting": Words(
        "Printing has stopped. {reason} A colleague is needed; printing then goes on by itself.",
        "Der Druck steht. {reason} Jemand vom Team wird gebraucht; dann druckt er von selbst weiter.",
        "打印已停止。{reason}需要工作人员处理，之后会自动继续。",
    ),
    "receipt_printed": Words(
        "Your receipt is printed. Please take the paper below the screen.",
        "Ihr Bon ist gedruckt. Bitte nehmen Sie das Papier unter dem Bildschirm.",
        "小票已打印。请取走屏幕下方的纸。",
    ),
    "receipt_failed": Words(
        "The receipt could not be printed. You can take it as a code instead.",
        "Der Bon konnte nicht gedruckt werden. Sie können ihn als Code nehmen.",
        "小票无法打印。您可以改用二维码。",
    ),
    "receipt_unproven": Words(
        "We cannot tell whether your receipt was printed. If it is missing, take it as a code.",
        "Wir wissen nicht, ob Ihr Bon gedruckt wurde. Fehlt er, nehmen Sie ihn als Code.",
        "无法确定小票是否已打印。如果没有，可以改用二维码。",
    ),
    "receipt_qr": Words(
        "Your receipt is a code on the screen, to scan with your phone.",
        "Ihr Bon steht als Code auf dem Bildschirm, zum Scannen mit dem Telefon.",
        "小票二维码已显示在屏幕上，请用手机扫描。",
    ),
    "thanks": Words(
        "Thank you. Please take your shopping. Goodbye.",
        "Vielen Dank. Bitte nehmen Sie Ihren Einkauf mit. Auf Wiedersehen.",
        "谢谢光临。请拿好您的商品。再见。",
    ),
}
"""By screen, and by what it is about where one screen says several things."""
