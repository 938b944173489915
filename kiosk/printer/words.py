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
    wallet: str
    gift_card: str
    balance: str
    left_on: str
    """With `{name}`: a gift card or the balance."""
    reference_of: str
    """With `{name}`: a wallet."""
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
    reduced: str
    """Under a line sold by a reduced-to-clear sticker."""
    subtotal: str
    coupon: str
    saved: str
    offer: str
    """For an offer without a name."""
    points_paid: str
    points_earned: str
    points_spent: str
    points_now: str
    stamps: str
    day: str
    """`strftime` pattern of a date; `%e` is the day without a leading zero or space."""
    next_visit: str
    next_visit_worth: str
    """With `{amount}`."""
    next_visit_days: str
    """With `{first}` and `{last}`."""
    next_visit_use: str
    returned: str
    """Over everything, where goods came back."""
    returned_of: str
    """With `{lane}`, `{number}` and `{date}`: the sale they are of."""
    not_given: str
    """What is still to be given back."""
    points_back: str
    """With `{points}`."""


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
    wallet="Phone wallet",
    gift_card="Gift card",
    balance="Your balance",
    left_on="{name}: left",
    reference_of="{name}: reference",
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
    reduced="Reduced to clear",
    subtotal="Subtotal",
    coupon="Coupon",
    saved="You saved",
    offer="Offer",
    points_paid="Paid with points",
    points_earned="Points for this purchase",
    points_spent="Points used",
    points_now="Your points now",
    stamps="Stamps",
    day="%e %b %Y",
    next_visit="For your next visit",
    next_visit_worth="{amount} off",
    next_visit_days="Valid from {first} to {last}",
    next_visit_use="Tear off, and scan it next time.",
    returned="RETURN",
    returned_of="Of receipt {number}, lane {lane}, {date}",
    not_given="Not given back yet",
    points_back="{points} points back",
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
    wallet="Handy-Bezahlung",
    gift_card="Geschenkkarte",
    balance="Ihr Guthaben",
    left_on="{name}: Rest",
    reference_of="{name}: Referenz",
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
    reduced="Reduziert zum Abverkauf",
    subtotal="Zwischensumme",
    coupon="Gutschein",
    saved="Sie haben gespart",
    offer="Angebot",
    points_paid="Mit Punkten bezahlt",
    points_earned="Punkte für diesen Einkauf",
    points_spent="Eingelöste Punkte",
    points_now="Ihr Punktestand",
    stamps="Stempel",
    day="%d.%m.%Y",
    next_visit="Für Ihren nächsten Einkauf",
    next_visit_worth="{amount} geschenkt",
    next_visit_days="Gültig vom {first} bis {last}",
    next_visit_use="Abreißen und beim nächsten Mal scannen.",
    returned="RÜCKGABE",
    returned_of="Zu Bon {number}, Kasse {lane}, {date}",
    not_given="Noch nicht erstattet",
    points_back="{points} Punkte zurück",
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
    wallet="手机支付",
    gift_card="礼品卡",
    balance="会员余额",
    left_on="{name}：剩余",
    reference_of="{name}：单号",
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
    reduced="临期特价",
    subtotal="小计",
    coupon="优惠券",
    saved="本次为您节省",
    offer="优惠",
    points_paid="积分抵扣",
    points_earned="本次获得积分",
    points_spent="本次使用积分",
    points_now="当前积分",
    stamps="集章卡",
    day="%Y-%m-%d",
    next_visit="下次购物优惠",
    next_visit_worth="立减 {amount}",
    next_visit_days="有效期 {first} 至 {last}",
    next_visit_use="请撕下，下次结账时扫描即可",
    returned="退货",
    returned_of="原小票 {number}，收银台 {lane}，{date}",
    not_given="尚未退还",
    points_back="退回 {points} 积分",
)

_BY_LANGUAGE = {"en": ENGLISH, "de": GERMAN, "zh": CHINESE}
LANGUAGES = tuple(_BY_LANGUAGE)


def words(language: str) -> Words:
    """The words of `language`; English for a language not spoken here."""
    return _BY_LANGUAGE.get(language, ENGLISH)
