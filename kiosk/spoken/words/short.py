"""What the voice says of a change, what can be chosen, and who has been called."""

from kiosk.spoken.words.entry import Words

CHANGES: dict[str, Words] = {
    "added": Words("{name}, {amount}.", "{name}, {amount}.", "{name}，{amount}。"),
    "added_weighed": Words(
        "{name}, {weight}, {amount}.", "{name}, {weight}, {amount}.", "{name}，{weight}，{amount}。"
    ),
    "more": Words(
        "{name}, now {quantity}, {amount}.",
        "{name}, jetzt {quantity}, {amount}.",
        "{name}，现在{quantity}件，{amount}。",
    ),
    "removed": Words("Removed: {name}.", "Entfernt: {name}.", "已移除：{name}。"),
    "deposit": Words("With {amount} deposit.", "Mit {amount} Pfand.", "含押金{amount}。"),
    "saved": Words("You save {amount}.", "Sie sparen {amount}.", "为您节省{amount}。"),
    "dearer": Words(
        "Prices have changed: you save {amount} less.",
        "Preise haben sich geändert: Sie sparen {amount} weniger.",
        "价格有变：少优惠{amount}。",
    ),
    "ends": Words(
        "This ends by itself in a moment. Choose more time if you need it.",
        "Das endet gleich von selbst. Wählen Sie mehr Zeit, wenn Sie sie brauchen.",
        "此页面即将自动结束。如需更多时间，请选择延长。",
    ),
    "may_undo": Words(
        "Choose undo to have it back.",
        "Wählen Sie Rückgängig, um ihn wieder aufzunehmen.",
        "如需恢复，请选择撤销。",
    ),
    "total": Words("Total {amount}.", "Summe {amount}.", "总计{amount}。"),
    "member": Words("Member prices are on.", "Mitgliedspreise sind aktiv.", "会员价已生效。"),
    "coupon": Words(
        "Your coupon is in the basket.", "Ihr Gutschein ist im Warenkorb.", "优惠券已放入购物篮。"
    ),
    "paper": Words(
        "There is no paper receipt right now. {reason}",
        "Einen Bon auf Papier gibt es gerade nicht. {reason}",
        "目前没有纸质小票。{reason}",
    ),
    "earned": Words("You earned {points}.", "Sie haben {points} gesammelt.", "您获得了{points}。"),
    "goods": Words("Goods {amount}.", "Waren {amount}.", "商品{amount}。"),
    "next": Words("{amount} is paid next.", "Als Nächstes werden {amount} gezahlt.", "接下来支付{amount}。"),
}
ABOVE: dict[str, Words] = {
    "help": Words(
        "A colleague is coming. Please wait here.",
        "Jemand vom Team kommt. Bitte warten Sie hier.",
        "工作人员正在赶来。请在此等候。",
    ),
    "help_kept": Words("Your basket is kept.", "Ihr Warenkorb bleibt erhalten.", "您的购物篮已保留。"),
    "not_charged": Words("Nothing was charged.", "Es wurde nichts abgebucht.", "未扣款。"),
    "paid_so_far": Words(
        "{amount} is paid, and is kept.",
        "{amount} sind bezahlt und bleiben erhalten.",
        "已付{amount}，会为您保留。",
    ),
    "staff": Words(
        "A colleague works at this checkout. Please wait.",
        "Jemand vom Team arbeitet an dieser Kasse. Bitte warten Sie.",
        "工作人员正在操作此收银台。请稍候。",
    ),
    "pause": Words(
        "This checkout has to pause. A colleague will help you.",
        "Diese Kasse muss pausieren. Jemand vom Team hilft Ihnen.",
        "此收银台需要暂停。工作人员会帮助您。",
    ),
    "message": Words(
        "A message from our staff: {text}", "Eine Nachricht vom Team: {text}", "工作人员留言：{text}"
    ),
    "language": Words("English.", "Deutsch.", "中文。"),
    "training": Words(
        "Training. Nothing is sold here.", "Übung. Hier wird nichts verkauft.", "培训模式。此处不销售商品。"
    ),
    "value": Words(
        "Gift card or balance: {text}", "Geschenkkarte oder Guthaben: {text}", "礼品卡或余额：{text}"
    ),
}
CHOICES: dict[str, Words] = {
    "scan": Words("scan an item", "einen Artikel scannen", "扫描商品"),
    "read": Words("hear the basket", "Warenkorb anhören", "收听购物篮"),
    "language": Words("another language", "andere Sprache", "其他语言"),
    "quantity": Words("change how many", "Menge ändern", "更改数量"),
    "remove": Words("remove an item", "Artikel entfernen", "移除商品"),
    "removeCoupon": Words("take back a coupon", "Gutschein zurücknehmen", "取消优惠券"),
    "category": Words("a kind of goods", "eine Warengruppe", "商品类别"),
    "goods": Words("one of the goods", "eine der Waren", "选择商品"),
    "letter": Words("letters to search with", "Buchstaben zum Suchen", "用字母搜索"),
    "key": Words("keys to type with", "Tasten zum Eingeben", "用按键输入"),
}
"""By how the controls are called that there are many of; the first two have none."""
YOU_CAN = Words("You can choose: {choices}.", "Sie können wählen: {choices}.", "您可以选择：{choices}。")
