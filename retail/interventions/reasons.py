"""The reason codes staff choose from when they clear, refuse or use a right, in every language of the lane.

Invariants: codes are stored in journals and never reused with another meaning.
"""

from collections.abc import Mapping

from retail.interventions.words import Text

FALSE_ALARM = "nothing_wrong"
"""The reason that counts as a false alarm in the figures."""

REASONS: Mapping[str, Text] = {
    # why it may go on
    FALSE_ALARM: Text("Nothing was wrong", "Es war alles in Ordnung", "没有问题"),
    "item_checked": Text("Item checked", "Artikel geprüft", "已核对商品"),
    "weight_accepted": Text(
        "Weight accepted for this item", "Gewicht für diesen Artikel angenommen", "已接受该商品重量"
    ),
    "too_large_to_bag": Text(
        "Too large or heavy to bag", "Zu groß oder schwer zum Ablegen", "商品过大或过重，无法放置"
    ),
    "own_bag_checked": Text("Own bag checked", "Eigene Tasche geprüft", "已检查自备袋"),
    "bags_moved": Text("Full bags moved", "Volle Taschen umgestellt", "已移走装满的袋子"),
    "scale_cleared": Text(
        "Scale cleared and set to zero", "Waage freigeräumt und genullt", "已清空秤台并归零"
    ),
    "item_found": Text("Item found and added", "Artikel gefunden und erfasst", "已找到并添加商品"),
    "price_checked": Text("Price checked at the shelf", "Preis am Regal geprüft", "已核对货架价格"),
    "quantity_confirmed": Text("Quantity confirmed", "Menge bestätigt", "已确认数量"),
    "item_swapped": Text("Item swapped", "Artikel getauscht", "已更换商品"),
    "item_taken_away": Text("Item taken away", "Artikel weggenommen", "已收回商品"),
    "id_seen": Text("Identity card seen", "Ausweis gesehen", "已查验证件"),
    "clearly_of_age": Text("Clearly old enough", "Eindeutig alt genug", "明显已达年龄"),
    "hours_checked": Text("Sale allowed at this hour", "Verkauf zu dieser Zeit erlaubt", "此时段允许销售"),
    "tag_removed": Text("Security tag removed", "Sicherung entfernt", "已取下防盗扣"),
    "number_entered": Text("Number entered", "Nummer eingetragen", "已录入编号"),
    "choice_right": Text("Right item chosen", "Richtiger Artikel gewählt", "所选商品正确"),
    "choice_changed": Text("Choice corrected", "Auswahl berichtigt", "已更正选择"),
    "coupon_checked": Text("Coupon checked", "Gutschein geprüft", "已核对优惠券"),
    "coupon_collected": Text("Coupon collected", "Gutschein eingesammelt", "已收回优惠券"),
    "label_checked": Text("Reduced label checked", "Rabattetikett geprüft", "已核对降价标签"),
    "entitled": Text("Entitled to the discount", "Rabatt ist berechtigt", "有权享受折扣"),
    "helped": Text("Question answered", "Frage beantwortet", "已解答疑问"),
    "shopper_changed_mind": Text(
        "Shopper changed their mind", "Kundschaft hat es sich anders überlegt", "顾客改变主意"
    ),
    "scanned_twice": Text("Scanned twice by mistake", "Versehentlich doppelt gescannt", "误扫两次"),
    "goods_recovered": Text("Goods taken back", "Ware zurückgenommen", "已收回商品"),
    "limit_waived": Text("Allowed at this checkout", "An dieser Kasse erlaubt", "允许在此结账"),
    "still_here": Text("Shopper is still here", "Kundschaft ist noch da", "顾客仍在现场"),
    "shopper_gone": Text(
        "Shopper has left, goods recovered",
        "Kundschaft ist gegangen, Ware gesichert",
        "顾客已离开，商品已收回",
    ),
    "rescan_matches": Text(
        "Check matches the basket", "Prüfung stimmt mit dem Korb überein", "抽查与购物篮一致"
    ),
    "rescan_corrected": Text(
        "Basket corrected with the shopper", "Korb gemeinsam berichtigt", "已与顾客一起更正"
    ),
    "other_tender": Text("Another way to pay agreed", "Andere Zahlungsart vereinbart", "已改用其他支付方式"),
    "terminal_says_paid": Text("Terminal shows it was paid", "Terminal zeigt: bezahlt", "终端显示已付款"),
    "terminal_says_not_paid": Text(
        "Terminal shows it was not paid", "Terminal zeigt: nicht bezahlt", "终端显示未付款"
    ),
    "reversed_at_terminal": Text("Reversed at the terminal", "Am Terminal storniert", "已在终端撤销"),
    "signature_checked": Text(
        "Signature or identity checked", "Unterschrift oder Ausweis geprüft", "已核对签名或证件"
    ),
    "cash_cleared": Text("Cash device cleared", "Geldgerät freigemacht", "已处理现金设备"),
    "refunded_by_hand": Text("Paid out by hand", "Von Hand ausgezahlt", "已人工退款"),
    "voice_approved": Text("Approved by telephone", "Telefonisch genehmigt", "已电话授权"),
    "paper_loaded": Text("Paper loaded", "Papier eingelegt", "已装纸"),
    "device_restarted": Text("Device restarted", "Gerät neu gestartet", "已重启设备"),
    "data_accepted": Text(
        "Selling with these data allowed", "Verkauf mit diesen Daten erlaubt", "允许使用现有数据销售"
    ),
    "lane_opened": Text("Lane opened", "Kasse geöffnet", "已开启通道"),
    "gate_opened": Text("Checked, gate opened", "Geprüft, Schranke geöffnet", "已核对并放行"),
    "handed_over": Text("Handed over to the right person", "Der richtigen Person übergeben", "已交付本人"),
    # why it may not
    "too_young": Text("Too young", "Zu jung", "年龄不足"),
    "no_id": Text("No identity card", "Kein Ausweis", "没有证件"),
    "id_not_valid": Text("Identity card not valid", "Ausweis nicht gültig", "证件无效"),
    "must_not_sell": Text(
        "Must not be sold to this person", "Darf dieser Person nicht verkauft werden", "不得向此人出售"
    ),
    "not_for_sale": Text("Not for sale", "Nicht verkäuflich", "不可销售"),
    "not_at_this_hour": Text(
        "Not for sale at this hour", "Zu dieser Zeit nicht verkäuflich", "此时段不可销售"
    ),
    "too_many": Text("Too many", "Zu viele", "数量过多"),
    "price_not_found": Text("No price found", "Kein Preis gefunden", "未找到价格"),
    "tag_stays": Text("Tag cannot be removed", "Sicherung lässt sich nicht entfernen", "无法取下防盗扣"),
    "number_missing": Text("Number missing", "Nummer fehlt", "缺少编号"),
    "wrong_choice": Text("Wrong item chosen", "Falscher Artikel gewählt", "所选商品错误"),
    "coupon_not_valid": Text("Coupon not valid", "Gutschein nicht gültig", "优惠券无效"),
    "label_not_valid": Text(
        "Label does not belong to the item", "Etikett gehört nicht zum Artikel", "标签与商品不符"
    ),
    "not_entitled": Text("Not entitled", "Nicht berechtigt", "无资格"),
    "items_missing": Text("Items were not scanned", "Artikel wurden nicht gescannt", "有商品未扫描"),
    "item_not_accepted": Text("Item not accepted", "Artikel nicht angenommen", "未接受商品"),
    "sale_ended_by_staff": Text(
        "Purchase ended by staff", "Einkauf durch Personal beendet", "员工结束了交易"
    ),
    "use_staffed_till": Text("Please use a staffed till", "Bitte an eine besetzte Kasse", "请前往人工收银台"),
    "payment_not_found": Text("No payment found yet", "Noch keine Zahlung gefunden", "尚未找到付款"),
    "wrong_person": Text("Not the right person", "Nicht die richtige Person", "非本人"),
    "not_paid": Text("Not paid", "Nicht bezahlt", "未付款"),
    # why a deed was done that no intervention asked for
    "damaged": Text("Damaged or short-dated", "Beschädigt oder kurz haltbar", "破损或临期"),
    "wrong_item": Text("Wrong item bought", "Falsch gekauft", "买错商品"),
    "charged_wrongly": Text("Charged wrongly", "Falsch berechnet", "计价有误"),
    "recalled": Text("Recalled goods", "Rückruf", "召回商品"),
    "goodwill": Text("Goodwill", "Kulanz", "优惠补偿"),
    "staff_purchase": Text("Staff purchase", "Personalkauf", "员工购物"),
    "other_lane": Text("Goes on at another lane", "Weiter an anderer Kasse", "转到其他通道"),
    "pays_later": Text("Shopper pays later", "Kundschaft zahlt später", "顾客稍后付款"),
    "receipt_lost": Text("Receipt lost or not readable", "Bon fehlt oder unleserlich", "小票遗失或无法辨认"),
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


def reason_text(code: str, language: str) -> str:
    """What a reason is called; the code itself if it is none."""
    text = REASONS.get(code)
    return text.of(language) if text else code
