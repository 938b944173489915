"""What the voice says of what stands beside the purchase: a price, joining, bags, giving up."""

from kiosk.spoken.words.entry import Words

ASIDES: dict[str, Words] = {
    "price_scan": Words(
        "What does it cost? Hold an item in front of the camera. Nothing is added.",
        "Was kostet das? Halten Sie einen Artikel vor die Kamera. Es wird nichts hinzugefügt.",
        "查价格：请把商品拿到摄像头前，不会加入购物篮。",
    ),
    "price_found": Words(
        "{name} costs {amount}. Nothing was added.",
        "{name} kostet {amount}. Es wurde nichts hinzugefügt.",
        "{name}的价格是{amount}，尚未加入购物篮。",
    ),
    "price_cut": Words(
        "{name} costs {amount} instead of {was}. Nothing was added.",
        "{name} kostet {amount} statt {was}. Es wurde nichts hinzugefügt.",
        "{name}原价{was}，现价{amount}，尚未加入购物篮。",
    ),
    "price_kg": Words(
        "{name} costs {amount} a kilogram. Nothing was added.",
        "{name} kostet {amount} je Kilogramm. Es wurde nichts hinzugefügt.",
        "{name}每公斤{amount}，尚未加入购物篮。",
    ),
    "price_missed": Words(
        "This has no price here. Try another item, or ask a colleague.",
        "Das hat hier keinen Preis. Versuchen Sie einen anderen Artikel, oder fragen Sie das Personal.",
        "查不到价格。请换一件商品，或询问工作人员。",
    ),
    "join_asking": Words(
        "One moment, please. Your membership is being prepared. Your basket stays as it is.",
        "Einen Moment, bitte. Ihre Mitgliedschaft wird vorbereitet. Ihr Warenkorb bleibt, wie er ist.",
        "请稍候，正在办理会员，购物篮保持不变。",
    ),
    "join_code": Words(
        "A code to join is on the screen. Point your phone at it and go on there. Your basket stays here.",
        "Auf dem Bildschirm steht ein Code zum Beitreten. Halten Sie Ihr Handy davor, und machen Sie dort "
        "weiter. Ihr Warenkorb bleibt hier.",
        "屏幕上有入会二维码，请用手机扫描并继续操作，购物篮会保留。",
    ),
    "join_no_link": Words(
        "Joining is not possible right now. Nothing was kept; shop on as always.",
        "Beitreten geht gerade nicht. Es wurde nichts gespeichert; kaufen Sie weiter wie immer ein.",
        "暂时无法入会，未保存任何信息，请继续购物。",
    ),
    "join_known": Words(
        "This number has a membership already. Go back, and enter it as a member's number.",
        "Zu dieser Nummer gibt es schon eine Mitgliedschaft. Gehen Sie zurück, und geben Sie sie als "
        "Mitgliedsnummer ein.",
        "此号码已是会员。请返回并作为会员号码输入。",
    ),
    "join_failed": Words(
        "Nobody has joined, and nothing was kept. Please try again.",
        "Niemand ist beigetreten, es wurde nichts gespeichert. Bitte versuchen Sie es noch einmal.",
        "入会未成功，未保存任何信息，请重试。",
    ),
    "bags": Words(
        "Do you need bags? Choose how many, or choose no bag.",
        "Brauchen Sie Tüten? Wählen Sie, wie viele, oder keine.",
        "需要购物袋吗？请选择数量，或选择不需要。",
    ),
    "giving_up": Words(
        "Your purchase is about to be given up. Choose undo to keep it.",
        "Ihr Einkauf wird gleich abgebrochen. Wählen Sie Rückgängig, um ihn zu behalten.",
        "即将取消本次购物。如要保留，请选择撤销。",
    ),
}
