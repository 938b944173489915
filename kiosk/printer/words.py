"""The fixed words of a receipt, per language. Product names and the store's texts come with the receipt."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """One language's words, short enough for 32 columns."""

    vat_id: str
    phone: str
    lane: str
    receipt: str
    date: str
    """`strftime` pattern of date and time."""
    item: str
    items: str
    total: str
    card: str
    rate: str
    net: str
    tax: str
    gross: str
    sum: str
    card_number: str
    application: str
    authorisation: str
    terminal: str
    merchant: str
    terminal_receipt: str
    entry: str
    entry_modes: dict[str, str]
    verified: str
    verifications: dict[str, str]
    copy: str
    returns: str
    thanks: str


ENGLISH = Words(
    vat_id="VAT no.",
    phone="Tel.",
    lane="Lane",
    receipt="Receipt",
    date="%d %b %Y  %H:%M",
    item="item",
    items="items",
    total="TOTAL",
    card="Card",
    rate="VAT",
    net="Net",
    tax="VAT",
    gross="Gross",
    sum="Sum",
    card_number="Card number",
    application="AID",
    authorisation="Authorisation",
    terminal="Terminal",
    merchant="Merchant",
    terminal_receipt="Receipt / trace",
    entry="Read by",
    entry_modes={"chip": "chip", "contactless": "contactless", "magstripe": "magnetic stripe"},
    verified="Verified by",
    verifications={
        "pin": "PIN",
        "signature": "signature",
        "none": "no verification",
        "device": "your device",
    },
    copy="COPY",
    returns="Bringing something back? Just show this code.",
    thanks="Thank you, and have a lovely day!",
)

GERMAN = Words(
    vat_id="USt-IdNr.",
    phone="Tel.",
    lane="Kasse",
    receipt="Bon",
    date="%d.%m.%Y  %H:%M",
    item="Artikel",
    items="Artikel",
    total="SUMME",
    card="Karte",
    rate="MwSt",
    net="Netto",
    tax="MwSt",
    gross="Brutto",
    sum="Summe",
    card_number="Kartennummer",
    application="AID",
    authorisation="Genehmigung",
    terminal="Terminal",
    merchant="VU-Nummer",
    terminal_receipt="Beleg / Trace",
    entry="Gelesen",
    entry_modes={"chip": "Chip", "contactless": "kontaktlos", "magstripe": "Magnetstreifen"},
    verified="Geprüft",
    verifications={"pin": "PIN", "signature": "Unterschrift", "none": "ohne Prüfung", "device": "Ihr Gerät"},
    copy="KOPIE",
    returns="Etwas zurückgeben? Einfach diesen Code zeigen.",
    thanks="Danke, und einen schönen Tag!",
)

CHINESE = Words(
    vat_id="税号",
    phone="电话",
    lane="收银台",
    receipt="小票",
    date="%Y-%m-%d  %H:%M",
    item="件商品",
    items="件商品",
    total="合计",
    card="银行卡",
    rate="税率",
    net="不含税",
    tax="税额",
    gross="含税",
    sum="总计",
    card_number="卡号",
    application="AID",
    authorisation="授权码",
    terminal="终端号",
    merchant="商户号",
    terminal_receipt="凭证号 / 流水号",
    entry="读卡方式",
    entry_modes={"chip": "芯片", "contactless": "非接触", "magstripe": "磁条"},
    verified="验证方式",
    verifications={"pin": "密码", "signature": "签名", "none": "免验证", "device": "本人设备"},
    copy="副本",
    returns="如需退换货，请出示此条码",
    thanks="谢谢惠顾，祝您愉快！",
)

_BY_LANGUAGE = {"en": ENGLISH, "de": GERMAN, "zh": CHINESE}
LANGUAGES = tuple(_BY_LANGUAGE)


def words(language: str) -> Words:
    """The words of `language`; English for a language not spoken here."""
    return _BY_LANGUAGE.get(language, ENGLISH)
