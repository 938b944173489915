"""Why an intervention was raised, grew or ended, in words staff read: `why` of the journal in each language.

What raises an intervention writes its cause in a few words of English with figures; a decision of staff
writes a reason code. Both are told here. A device's own word and a text nobody declared stay as they came.

Source: `retail.interventions.watch`, `goods_watch`, `bagging` and `engine`, which write them.
Invariants: pure; figures are never changed; nothing that came is ever lost.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from retail.interventions.reasons import REASONS
from retail.interventions.words import Text

CODE_MAX = 80
"""Characters of a code that are told; a longer one is no article's."""

_WORDS: Mapping[str, Text] = MappingProxyType(
    {
        "not placed": Text("not placed", "nicht abgelegt", "未放置"),
        "recalled or stopped": Text("recalled or stopped", "zurückgerufen oder gesperrt", "已召回或停售"),
        "has no price": Text("has no price", "hat keinen Preis", "没有价格"),
        "reduced label": Text("reduced label", "Rabattetikett", "降价标签"),
        "of high value": Text("of high value", "hoher Wert", "价值较高"),
        "drawn": Text("drawn at random", "zufällig ausgewählt", "随机抽查"),
        "worth more than the lane accepts alone": Text(
            "worth more than the lane accepts alone",
            "mehr wert, als die Kasse allein annimmt",
            "金额超出通道可自行接受的上限",
        ),
        "its worth is not bounded": Text(
            "its worth is not bounded", "sein Wert ist nicht begrenzt", "金额无上限"
        ),
        "help was called": Text("help was called", "Hilfe gerufen", "已请求帮助"),
        "closed": Text("closed", "geschlossen", "已关闭"),
        "printing stopped": Text("printing stopped", "Druck unterbrochen", "打印中断"),
        "overload": Text("overload", "überlastet", "超载"),
        "fault": Text("fault", "Störung", "故障"),
        "unknown": Text("not known", "unbekannt", "未知"),
        "not_a_product": Text("not an article's code", "kein Artikelcode", "不是商品条码"),
        "nobody at the payment step": Text(
            "nobody at the payment step", "niemand mehr beim Bezahlen", "支付环节无人"
        ),
        "nothing happens": Text("nothing happens", "es tut sich nichts", "无任何操作"),
        "abandoned": Text("abandoned", "verlassen", "已弃置"),
        # why it went further
        "time": Text("the shopper's time was over", "die Zeit war um", "顾客处理时间已到"),
        "paying": Text("the shopper wants to pay", "es soll bezahlt werden", "顾客要付款"),
        "asked": Text("the shopper asked for staff", "Personal wurde gewünscht", "顾客请求员工"),
        "nobody came": Text("nobody came", "niemand kam", "无人前来"),
        # why it is over
        "seen": Text("the shopper has seen it", "zur Kenntnis genommen", "顾客已知晓"),
        "the purchase is closed": Text("the purchase is complete", "Einkauf abgeschlossen", "交易已完成"),
        "the purchase is cancelled": Text("the purchase was cancelled", "Einkauf abgebrochen", "交易已取消"),
        "the purchase is put aside": Text(
            "the purchase was put aside", "Einkauf zurückgestellt", "交易已挂起"
        ),
        "weight_matches": Text("the weight fits again", "Gewicht stimmt wieder", "重量恢复正常"),
        "item_placed": Text("the item was placed", "Artikel abgelegt", "商品已放置"),
        "line_removed": Text("the line was taken off", "Position gestrichen", "该行已取消"),
        "code_resolved": Text("the code is settled", "Code erledigt", "条码已处理"),
        "price_known": Text("it has a price", "Preis liegt vor", "已有价格"),
        "below_limit": Text("within the limit again", "wieder im Rahmen", "恢复到限额内"),
        "window_opens": Text("the hours of sale began", "Verkaufszeit begonnen", "销售时段开始"),
        "number_known": Text("the number is there", "Nummer liegt vor", "编号已录入"),
        "coupon_gone": Text("the coupon was taken back", "Gutschein zurückgenommen", "优惠券已撤回"),
        "sensor": Text("the sensor reports it", "Sensor meldet es", "传感器已确认"),
        "dismissed": Text("the shopper has seen it", "zur Kenntnis genommen", "顾客已知晓"),
        "touched": Text("the shopper is there", "Kundschaft ist da", "顾客在场"),
        "help_ended": Text("help ended", "Hilfe beendet", "帮助已结束"),
        "sample_matches": Text("the sample matches", "Stichprobe stimmt", "抽样一致"),
        "item_scanned": Text("the item was scanned", "Artikel gescannt", "商品已扫描"),
        "payment_settled": Text("the payment is settled", "Zahlung geklärt", "付款已了结"),
        "device_ready": Text("the device is ready again", "Gerät wieder bereit", "设备已恢复"),
        "online": Text("the link is back", "Verbindung wieder da", "连接已恢复"),
        "data_fresh": Text("the data are fresh again", "Daten wieder aktuell", "数据已更新"),
        "lane_opened": Text("the lane was opened", "Kasse geöffnet", "通道已开启"),
        "handed_over": Text("handed over", "übergeben", "已交付"),
        # why a purchase was cancelled
        "shopper": Text("by the shopper", "durch die Kundschaft", "由顾客取消"),
        "staff": Text("by staff", "durch das Personal", "由员工取消"),
        "shopper_gone": Text("the shopper is gone", "Kundschaft ist gegangen", "顾客已离开"),
        "top_up_left": Text("the top-up was left", "Aufladen wurde verlassen", "已放弃充值"),
        "order_left": Text(
            "paying the order was left", "Zahlung der Bestellung wurde verlassen", "已放弃支付订单"
        ),
        "return_stopped": Text("the return was stopped", "Rückgabe wurde beendet", "退货已中止"),
        # staff at the lane
        "left": Text("left", "abgemeldet", "已离开"),
        "idle": Text("nothing was touched for a while", "längere Zeit keine Eingabe", "长时间无操作"),
        "replaced": Text("somebody else signed in", "jemand anderes hat sich angemeldet", "他人登录"),
        "restarted": Text("the program started again", "Programm neu gestartet", "程序已重启"),
        "wrong": Text("wrong", "falsch", "错误"),
        "revoked": Text("revoked", "gesperrt", "已作废"),
        "locked": Text("locked", "gesperrt nach Fehlversuchen", "已锁定"),
    }
)
"""Causes without figures."""

_FIGURES: tuple[tuple[re.Pattern[str], Text], ...] = tuple(
    (re.compile(pattern), text)
    for pattern, text in (
        (r"from (\d+) years", Text("from {0} years", "ab {0} Jahren", "{0} 岁起")),
        (r"not sold at (\d\d:\d\d)", Text("not sold at {0}", "um {0} nicht verkäuflich", "{0} 不可销售")),
        (r"expired on ([\d-]{10})", Text("expired on {0}", "abgelaufen am {0}", "已于 {0} 过期")),
        (r"(\d+) with a tag", Text("{0} with a tag", "{0} mit Sicherung", "{0} 件带防盗扣")),
        (
            r"(\d+) sold with a number",
            Text("{0} sold with a number", "{0} mit Seriennummer", "{0} 件需要编号"),
        ),
        (r"(\d+) pieces", Text("{0} pieces", "{0} Stück", "{0} 件")),
        (r"(\d+) items", Text("{0} items", "{0} Artikel", "{0} 件商品")),
        (
            r"(\d+) units over (\d+)",
            Text("{0} units over {1}", "{0} Einheiten, erlaubt {1}", "{0} 份，限 {1} 份"),
        ),
        (r"(\d+) over (\d+)", Text("{0}, allowed {1}", "{0}, erlaubt {1}", "{0}，限 {1}")),
        (r"(\d+) in a row", Text("{0} times in a row", "{0} Mal hintereinander", "连续 {0} 次")),
        (r"(\d+) refused", Text("{0} times refused", "{0} Mal abgelehnt", "被拒 {0} 次")),
        (
            r"more than (\d+) in one purchase",
            Text("more than {0} in one purchase", "mehr als {0} in einem Einkauf", "一次购物超过 {0} 次"),
        ),
        (r"unknown (.+)", Text("code {0}", "Code {0}", "条码 {0}")),
        (
            r"not_a_product (.+)",
            Text("not an article's code: {0}", "kein Artikelcode: {0}", "不是商品条码：{0}"),
        ),
    )
)
"""Causes with figures, which stay as they are."""

_CHECKS: Mapping[str, Text] = MappingProxyType(
    {
        "partial": Text("a few items", "einige Artikel", "部分商品"),
        "full": Text("everything", "alles", "全部商品"),
        "random": Text("drawn at random", "zufällig ausgewählt", "随机抽查"),
        "voided": Text("items taken off", "Artikel gestrichen", "取消过商品"),
        "price_overridden": Text("prices changed", "Preise geändert", "更改过价格"),
        "weight_cleared": Text("weights accepted", "Gewichte angenommen", "接受过重量差异"),
        "bagging_skipped": Text("items not bagged", "Artikel nicht abgelegt", "有商品未放置"),
        "marked_down": Text("reduced labels", "Rabattetiketten", "降价标签"),
        "dear_item": Text("dear items", "teure Artikel", "高价商品"),
        "repeated_code": Text("one code many times", "ein Code sehr oft", "同一条码多次"),
        "vision_alert": Text("seen by the camera", "von der Kamera bemerkt", "摄像头提示"),
        "restarted": Text("the lane started again", "Kasse neu gestartet", "通道重启过"),
        "found_before": Text("found in earlier checks", "bei früheren Prüfungen gefunden", "以往抽查有发现"),
    }
)
"""How much is scanned again, and by which causes of `retail.interventions.risk`."""


def not_on_file(reason: str, code: str) -> str:
    """The cause of a code that is not for sale here: what it is, and the code as far as it can be told."""
    shown = "".join(letter for letter in code if letter.isprintable())[:CODE_MAX].strip()
    return f"{reason} {shown}" if shown else reason


def cause_text(why: str, language: str) -> str:
    """A cause or reason in `language`; one that nobody declared as it came."""
    if (known := _WORDS.get(why) or REASONS.get(why)) is not None:
        return known.of(language)
    for pattern, text in _FIGURES:
        if (found := pattern.fullmatch(why)) is not None:
            return text.of(language).format(*found.groups())
    extent, mark, causes = why.partition(": ")
    if mark and extent in ("partial", "full"):
        told = (_CHECKS[one].of(language) if one in _CHECKS else one for one in causes.split(", "))
        return f"{_CHECKS[extent].of(language)}: {', '.join(told)}"
    return why
