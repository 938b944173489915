"""What the terminal's codes mean, in the shopper's language.

Unattended machines must show the texts of the intermediate status codes word for word; English and German
are the standard's own words, Chinese is ours. A code that is not listed gets a neutral sentence: terminals
send undocumented codes, and none of them may stop a payment.

Source: ZVT commands PA00P015 section 3.7, table 17 (intermediate status); section 10 (error ids).
"""

from kiosk.payment.words_of_terminals import told

LANGUAGES = ("en", "de", "zh")
"""Of the tables here; further languages: `kiosk.payment.words_of_terminals`."""

_STATUS: dict[int, tuple[str, str, str]] = {
    0x00: (
        "PT is waiting for amount-confirmation",
        "BZT wartet auf Betragsbestätigung",
        "请在终端上确认金额",
    ),
    0x01: ("Please watch PIN-Pad", "Bitte Anzeigen auf dem PIN-Pad beachten", "请查看密码键盘"),
    0x02: ("Please watch PIN-Pad", "Bitte Anzeigen auf dem PIN-Pad beachten", "请查看密码键盘"),
    0x03: ("Not accepted", "Vorgang nicht möglich", "操作无法进行"),
    0x04: ("PT is waiting for response from FEP", "BZT wartet auf Antwort vom FEP", "正在等待银行答复"),
    0x05: ("PT is sending auto-reversal", "BZT sendet Autostorno", "终端正在自动撤销"),
    0x06: ("PT is sending post-bookings", "BZT sendet Nachbuchungen", "终端正在补发交易"),
    0x07: ("Card not admitted", "Karte nicht zugelassen", "不接受此卡"),
    0x08: ("Card unknown / undefined", "Karte unbekannt / undefiniert", "无法识别此卡"),
    0x09: ("Expired card", "Karte verfallen", "卡已过期"),
    0x0A: ("Insert card", "Karte einstecken", "请插卡"),
    0x0B: ("Please remove card!", "Bitte Karte entnehmen!", "请取出卡！"),
    0x0C: ("Card not readable", "Karte nicht lesbar", "无法读卡"),
    0x0D: ("Processing error", "Vorgang abgebrochen", "处理出错"),
    0x0E: ("Please wait...", "Vorgang wird bearbeitet. Bitte warten...", "请稍候…"),
    0x0F: (
        "PT is commencing an automatic end-of-day batch",
        "BZT leitet einen automatischen Kassenabschluss ein",
        "终端开始自动日结",
    ),
    0x10: ("Invalid card", "Karte ungültig", "无效卡"),
    0x11: ("Balance display", "Guthabenanzeige", "显示余额"),
    0x12: ("System malfunction", "Systemfehler", "系统故障"),
    0x13: ("Payment not possible", "Zahlung nicht möglich", "无法付款"),
    0x14: ("Credit not sufficient", "Guthaben nicht ausreichend", "余额不足"),
    0x15: ("Incorrect PIN", "Geheimzahl falsch", "密码错误"),
    0x16: ("Limit not sufficient", "Limit nicht ausreichend", "额度不足"),
    0x17: ("Please wait...", "Bitte warten...", "请稍候…"),
    0x18: ("PIN try limit exceeded", "Geheimzahl zu oft falsch", "密码错误次数过多"),
    0x19: ("Card-data incorrect", "Kartendaten falsch", "卡数据有误"),
    0x1A: ("Service-mode", "Servicemodus", "维护模式"),
    0x1B: ("Approved. Please fill-up", "Autorisierung erfolgt. Bitte tanken", "授权成功，请加油"),
    0x1C: (
        "Approved. Please take goods",
        "Zahlung erfolgt. Bitte Ware entnehmen",
        "付款成功，请取走商品",
    ),
    0x1D: ("Declined", "Autorisierung nicht möglich", "交易被拒绝"),
    0x26: (
        "PT is waiting for input of the mobile number",
        "BZT wartet auf Eingabe der Mobilfunknummer",
        "请在终端上输入手机号",
    ),
    0x27: (
        "PT is waiting for repeat of mobile number",
        "BZT wartet auf Wiederholung der Mobilfunknummer",
        "请在终端上再次输入手机号",
    ),
    0x28: ("Currency selection, please wait...", "Währungsauswahl, bitte warten...", "正在选择货币，请稍候…"),
    0x29: ("Language selection, please wait...", "Sprachauswahl, bitte warten...", "正在选择语言，请稍候…"),
    0x2A: ("For loading please insert card", "Zum Laden Karte einstecken", "充值请插卡"),
    0x2B: ("Emergency transaction, please wait", "Offline-Notbuchung, bitte warten", "离线交易，请稍候"),
    0x2C: ("Application selection, please wait", "Anwendungsauswahl, bitte warten", "正在选择应用，请稍候"),
    0x68: ("PT has detected customer card insertion", "BZT hat Kundenkarte erkannt", "终端已检测到卡"),
    0x69: ("Please select DCC", "Bitte DCC-Auswahl treffen", "请选择结算货币"),
    0xC8: ("PT is waiting for cashier", "BZT wartet auf Kassierer", "终端正在等待店员"),
    0xC9: (
        "PT is commencing an automatic diagnosis",
        "BZT leitet eine automatische Diagnose ein",
        "终端开始自动诊断",
    ),
    0xCA: (
        "PT is commencing an automatic initialisation",
        "BZT leitet eine automatische Initialisierung ein",
        "终端开始自动初始化",
    ),
    0xCB: ("Merchant-journal full", "Händlerjournal voll", "商户日志已满"),
    0xCC: (
        "Debit advice not possible, PIN required",
        "Lastschrift nicht möglich, PIN notwendig",
        "无法免密付款，需要输入密码",
    ),
    0xD2: ("Connecting dial-up", "DFÜ-Verbindung wird hergestellt", "正在建立连接"),
    0xD3: ("Dial-up connection made", "DFÜ-Verbindung besteht", "连接已建立"),
    0xE0: (
        "PT is waiting for application-selection",
        "BZT wartet auf Anwendungsauswahl",
        "请在终端上选择应用",
    ),
    0xE1: ("PT is waiting for language-selection", "BZT wartet auf Sprachauswahl", "请在终端上选择语言"),
    0xF1: ("Offline", "Offline", "离线"),
    0xF2: ("Online", "Online", "在线"),
    0xF3: ("Offline transaction", "Offline-Transaktion", "离线交易"),
}

_REMOVE_CARD = 0x40
"""Codes 41-5D and 66-67 are those of 01-1D and 26-27 with "please remove card" below."""

_FOLLOW_TERMINAL = (
    "Please follow the card terminal",
    "Bitte beachten Sie das Kartenterminal",
    "请按照刷卡终端的提示操作",
)

_RESULTS: dict[int, tuple[str, str, str]] = {
    0x05: ("Declined", "Autorisierung nicht möglich", "交易被拒绝"),
    0x0E: ("Invalid card", "Karte ungültig", "无效卡"),
    0x33: ("Limit not sufficient", "Limit nicht ausreichend", "额度不足"),
    0x36: ("Expired card", "Karte verfallen", "卡已过期"),
    0x37: ("Incorrect PIN", "Geheimzahl falsch", "密码错误"),
    0x4B: ("PIN try limit exceeded", "Geheimzahl zu oft falsch", "密码错误次数过多"),
    0x64: ("Card not readable", "Karte nicht lesbar", "无法读卡"),
    0x6C: ("Cancelled", "Vorgang abgebrochen", "交易已取消"),
    0x6F: ("Currency not accepted", "Währung nicht zugelassen", "不接受此货币"),
    0x77: ("End of day failed", "Kassenabschluss fehlgeschlagen", "日结失败"),
    0x78: ("Expired card", "Karte verfallen", "卡已过期"),
    0x83: ("Payment not possible", "Zahlung nicht möglich", "无法付款"),
    0x9A: ("Terminal protocol error", "Protokollfehler am Terminal", "终端协议错误"),
    0x9B: ("No connection to the bank", "Keine Verbindung zur Bank", "无法连接银行"),
    0x9C: ("Terminal is busy", "Terminal ist beschäftigt", "终端繁忙"),
    0xA1: ("No connection to the bank", "Keine Verbindung zur Bank", "无法连接银行"),
    0xA3: ("No connection to the bank", "Keine Verbindung zur Bank", "无法连接银行"),
    0xB4: ("Already reversed", "Bereits storniert", "已撤销"),
    0xB5: ("Reversal not possible", "Storno nicht möglich", "无法撤销"),
    0xC2: ("Terminal needs a diagnosis", "Terminal benötigt eine Diagnose", "终端需要诊断"),
    0xCC: ("Terminal printer not ready", "Terminaldrucker nicht bereit", "终端打印机未就绪"),
    0xE0: ("Terminal in maintenance", "Terminal in Wartung", "终端维护中"),
    0xF0: ("Terminal needs its end of day", "Kassenabschluss am Terminal nötig", "终端需要日结"),
}

_NO_PAYMENT = ("Payment not possible", "Zahlung nicht möglich", "无法付款")

_SEVEN_BIT = str.maketrans("[\\]{|}~", "ÄÖÜäöüß")
"""The German ISO 646 variant some terminals speak."""


def _in(language: str, texts: tuple[str, str, str]) -> str:
    return told(language, texts, LANGUAGES)


def status_text(status: int, language: str) -> str:
    """The text of an intermediate status; never empty, never fails. May have two lines."""
    texts = _STATUS.get(status)
    if texts is not None:
        return _in(language, texts)
    below = _STATUS.get(status - _REMOVE_CARD)
    if below is not None and (0x41 <= status <= 0x5D or status in (0x66, 0x67)):
        remove = _in(language, _STATUS[0x0B])
        return remove if status == 0x4B else f"{_in(language, below)}\n{remove}"
    return _in(language, _FOLLOW_TERMINAL)


def result_text(code: int, language: str) -> str:
    """A sentence for a result code or error id other than 00; never empty, never fails."""
    return _in(language, _RESULTS.get(code, _NO_PAYMENT))


def decode_text(raw: bytes, charset: str) -> str:
    """Terminal text as Unicode: `cp437` (the default), `iso8859-1`, ... or `zvt7` for the 7-bit set.

    Bytes outside the set become a replacement character, control characters a space.
    """
    if charset == "zvt7":
        text = raw.decode("ascii", "replace").translate(_SEVEN_BIT)
    else:
        text = raw.decode(charset, "replace")
    return "".join(character if character.isprintable() else " " for character in text)
