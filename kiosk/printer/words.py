"""The fixed words of a receipt, per language. Product names and the store's texts come with the receipt."""

from dataclasses import dataclass

from retail.languages import FORMS_MARK, counted


@dataclass(frozen=True)
class Words:
    """One language's words, short enough for 32 columns."""

    vat_id: str
    phone: str
    lane: str
    receipt: str
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
    loaded: str
    """Over everything, where a balance was topped up."""
    balance_now: str
    language: str = "en"
    """Whose plural forms `items` has, where it has several."""

    def pieces(self, count: int) -> str:
        """`3 items`."""
        if FORMS_MARK in self.items:
            return counted(self.items, count, self.language).format(n=count)
        return f"{count} {self.item if count == 1 else self.items}"


ENGLISH = Words(
    vat_id="VAT no.",
    phone="Tel.",
    lane="Lane",
    receipt="Receipt",
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
    next_visit="For your next visit",
    next_visit_worth="{amount} off",
    next_visit_days="Valid from {first} to {last}",
    next_visit_use="Tear off, and scan it next time.",
    returned="RETURN",
    returned_of="Of receipt {number}, lane {lane}, {date}",
    not_given="Not given back yet",
    points_back="{points} points back",
    loaded="BALANCE TOP-UP",
    balance_now="Balance now",
)

GERMAN = Words(
    vat_id="USt-IdNr.",
    phone="Tel.",
    lane="Kasse",
    receipt="Bon",
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
    next_visit="Für Ihren nächsten Einkauf",
    next_visit_worth="{amount} geschenkt",
    next_visit_days="Gültig vom {first} bis {last}",
    next_visit_use="Abreißen und beim nächsten Mal scannen.",
    returned="RÜCKGABE",
    returned_of="Zu Bon {number}, Kasse {lane}, {date}",
    not_given="Noch nicht erstattet",
    points_back="{points} Punkte zurück",
    loaded="GUTHABEN AUFGELADEN",
    balance_now="Guthaben jetzt",
)

CHINESE = Words(
    vat_id="税号",
    phone="电话",
    lane="收银台",
    receipt="小票",
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
    next_visit="下次购物优惠",
    next_visit_worth="立减 {amount}",
    next_visit_days="有效期 {first} 至 {last}",
    next_visit_use="请撕下，下次结账时扫描即可",
    returned="退货",
    returned_of="原小票 {number}，收银台 {lane}，{date}",
    not_given="尚未退还",
    points_back="退回 {points} 积分",
    loaded="余额充值",
    balance_now="当前余额",
)

FRENCH = Words(
    vat_id="N° TVA",
    phone="Tél.",
    lane="Caisse",
    receipt="Ticket",
    item="article",
    items="articles",
    total="TOTAL",
    card="Carte",
    wallet="Paiement mobile",
    gift_card="Carte cadeau",
    balance="Votre avoir",
    left_on="{name}\u00a0: reste",
    reference_of="{name}\u00a0: référence",
    rate="TVA",
    net="HT",
    tax="TVA",
    gross="TTC",
    sum="Total",
    card_number="N° de carte",
    application="AID",
    authorisation="Autorisation",
    terminal="Terminal",
    merchant="Commerçant",
    terminal_receipt="Ticket / trace",
    entry="Lecture",
    entry_modes={"chip": "puce", "contactless": "sans contact", "magstripe": "piste magnétique"},
    verified="Vérifié par",
    verifications={
        "pin": "code PIN",
        "signature": "signature",
        "none": "sans vérification",
        "device": "votre appareil",
    },
    copy="DUPLICATA",
    returns="Un retour\u202f? Présentez simplement ce code.",
    thanks="Merci et bonne journée\u202f!",
    reduced="Prix réduit, date courte",
    subtotal="Sous-total",
    coupon="Bon",
    saved="Vous avez économisé",
    offer="Offre",
    points_paid="Payé avec des points",
    points_earned="Points de cet achat",
    points_spent="Points utilisés",
    points_now="Vos points maintenant",
    stamps="Tampons",
    next_visit="Pour votre prochaine visite",
    next_visit_worth="{amount} de remise",
    next_visit_days="Valable du {first} au {last}",
    next_visit_use="À détacher et à scanner la prochaine fois.",
    returned="RETOUR",
    returned_of="Du ticket {number}, caisse {lane}, {date}",
    not_given="Pas encore rendu",
    points_back="{points} points rendus",
    loaded="RECHARGE DE L'AVOIR",
    balance_now="Avoir actuel",
)

SPANISH = Words(
    vat_id="NIF-IVA",
    phone="Tel.",
    lane="Caja",
    receipt="Ticket",
    item="artículo",
    items="artículos",
    total="TOTAL",
    card="Tarjeta",
    wallet="Pago con teléfono",
    gift_card="Tarjeta regalo",
    balance="Su saldo",
    left_on="{name}: queda",
    reference_of="{name}: referencia",
    rate="IVA",
    net="Base",
    tax="IVA",
    gross="Total",
    sum="Suma",
    card_number="N.º de tarjeta",
    application="AID",
    authorisation="Autorización",
    terminal="Terminal",
    merchant="Comercio",
    terminal_receipt="Recibo / traza",
    entry="Lectura",
    entry_modes={"chip": "chip", "contactless": "sin contacto", "magstripe": "banda magnética"},
    verified="Verificado con",
    verifications={
        "pin": "PIN",
        "signature": "firma",
        "none": "sin verificación",
        "device": "su dispositivo",
    },
    copy="COPIA",
    returns="¿Quiere devolver algo? Muestre este código.",
    thanks="¡Gracias y que tenga un buen día!",
    reduced="Rebajado por fecha",
    subtotal="Subtotal",
    coupon="Cupón",
    saved="Ha ahorrado",
    offer="Oferta",
    points_paid="Pagado con puntos",
    points_earned="Puntos por esta compra",
    points_spent="Puntos usados",
    points_now="Sus puntos ahora",
    stamps="Sellos",
    next_visit="Para su próxima visita",
    next_visit_worth="{amount} de descuento",
    next_visit_days="Válido del {first} al {last}",
    next_visit_use="Recórtelo y escanéelo la próxima vez.",
    returned="DEVOLUCIÓN",
    returned_of="Del ticket {number}, caja {lane}, {date}",
    not_given="Aún sin devolver",
    points_back="{points} puntos devueltos",
    loaded="RECARGA DE SALDO",
    balance_now="Saldo actual",
)

ARABIC = Words(
    vat_id="الرقم الضريبي",
    phone="هاتف",
    lane="الصندوق",
    receipt="الإيصال",
    item="منتج واحد",
    items="لا منتجات|منتج واحد|منتجان|{n} منتجات|{n} منتجًا|{n} منتج",
    total="المجموع",
    card="بطاقة",
    wallet="محفظة الهاتف",
    gift_card="بطاقة هدايا",
    balance="رصيدك",
    left_on="{name}: المتبقي",
    reference_of="{name}: المرجع",
    rate="الضريبة",
    net="الصافي",
    tax="الضريبة",
    gross="الإجمالي",
    sum="المجموع",
    card_number="رقم البطاقة",
    application="AID",
    authorisation="رقم الموافقة",
    terminal="الجهاز",
    merchant="رقم التاجر",
    terminal_receipt="الإيصال / التتبع",
    entry="طريقة القراءة",
    entry_modes={"chip": "شريحة", "contactless": "دون تلامس", "magstripe": "شريط مغناطيسي"},
    verified="التحقق",
    verifications={
        "pin": "الرقم السري",
        "signature": "توقيع",
        "none": "دون تحقق",
        "device": "جهازك",
    },
    copy="نسخة",
    returns="لإعادة منتج يكفي إظهار هذا الرمز.",
    thanks="شكرًا لك، ويومًا سعيدًا!",
    reduced="سعر مخفّض للتصفية",
    subtotal="المجموع الفرعي",
    coupon="قسيمة",
    saved="وفّرت",
    offer="عرض",
    points_paid="مدفوع بالنقاط",
    points_earned="نقاط هذه المشتريات",
    points_spent="نقاط مستخدمة",
    points_now="نقاطك الآن",
    stamps="الأختام",
    next_visit="لزيارتك القادمة",
    next_visit_worth="خصم {amount}",
    next_visit_days="صالح من {first} إلى {last}",
    next_visit_use="افصلها وامسحها في المرة القادمة.",
    returned="إعادة منتجات",
    returned_of="من الإيصال {number}، الصندوق {lane}، {date}",
    not_given="لم يُعد بعد",
    points_back="النقاط المعادة: {points}",
    loaded="شحن الرصيد",
    balance_now="الرصيد الآن",
    language="ar",
)

_BY_LANGUAGE = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "zh": CHINESE,
    "ar": ARABIC,
}
LANGUAGES = tuple(_BY_LANGUAGE)


def words(language: str) -> Words:
    """The words of `language`; English for a language not spoken here."""
    return _BY_LANGUAGE.get(language, ENGLISH)
