"""Why a code does not count, as a value with a sentence for whoever stands beside it.

Invariants: pure; every reason has a sentence in every language; no sentence holds a part of the code.
"""

import enum

from retail.credential.translated import TRANSLATED


class Reason(enum.Enum):
    """Why a code was refused. The store's records and the screens use the value."""

    NOT_OURS = "not_ours"
    """No credential at all."""
    NEWER = "newer"
    """Of a version or kind this program does not know."""
    DAMAGED = "damaged"
    """Begins like one of ours and is cut or changed."""
    UNKNOWN_KEY = "unknown_key"
    """Signed by nobody this shop trusts: another chain's, or made up."""
    KEY_OVER = "key_over"
    """Signed with a key that no longer counts, or not yet."""
    KEY_MAY_NOT = "key_may_not"
    """The key may not sign this kind, or not for this shop."""
    WRONG_SHOP = "wrong_shop"
    FORGED = "forged"
    """The signature does not fit: something was changed."""
    WRONG_KIND = "wrong_kind"
    """Genuine, and for something else than what is done here."""
    PAPER = "paper"
    """A still code where a live one from a phone is needed."""
    NOT_YET = "not_yet"
    OLD = "old"
    """A code of a while ago: a picture, or a phone whose clock is slow."""
    AHEAD = "ahead"
    """A code of the future: a phone whose clock is fast."""
    EXPIRED = "expired"
    REVOKED = "revoked"
    CLOCK = "clock"
    """The clock of this till went back."""
    COPIED = "copied"
    """This code, or a later one, was used elsewhere."""
    BUSY = "busy"
    """More codes in a minute than this till can remember."""
    USED = "used"
    """What it names has happened: paid, collected, left."""
    HELD = "held"
    """Another till is at it right now."""
    UNKNOWN = "unknown"
    """Well formed, and nothing the shop knows of."""
    LOCKED = "locked"
    """Too many wrong numbers."""
    NOT_PAID = "not_paid"
    RETURNED = "returned"
    """The goods were given back."""
    NEEDS_CHECK = "needs_check"
    """A member of staff has to look into the bag first."""
    FAULT = "fault"
    """The gate cannot tell."""

    def words(self, language: str = "en") -> str:
        """The sentence for whoever stands beside it; English where a language is not known."""
        if language in TRANSLATED:
            return TRANSLATED[language][self.name]
        return _WORDS[self][_OWN.index(language) if language in _OWN else 0]


_OWN = ("en", "de", "zh")
"""Of the words here; the others: `retail.credential.translated`."""
_WORDS = {
    Reason.NOT_OURS: ("This is not one of our codes.", "Das ist keiner unserer Codes.", "这不是本店的码。"),
    Reason.NEWER: (
        "This code is newer than this device. It needs an update.",
        "Dieser Code ist neuer als dieses Gerät. Es braucht eine Aktualisierung.",
        "此码的版本比本设备新，请更新设备。",
    ),
    Reason.DAMAGED: (
        "The code could not be read in full. Please scan it again.",
        "Der Code wurde nicht ganz gelesen. Bitte noch einmal scannen.",
        "未能完整读取此码，请重新扫描。",
    ),
    Reason.UNKNOWN_KEY: (
        "This code is not from our shops.",
        "Dieser Code ist nicht von unseren Märkten.",
        "此码不是由我们的门店签发的。",
    ),
    Reason.KEY_OVER: (
        "This code was made with a key that no longer counts. Please open the page again.",
        "Dieser Code gehört zu einem Schlüssel, der nicht mehr gilt. Bitte die Seite neu öffnen.",
        "此码使用的密钥已失效，请重新打开页面。",
    ),
    Reason.KEY_MAY_NOT: (
        "Whoever made this code may not make such codes.",
        "Wer diesen Code gemacht hat, darf solche Codes nicht ausstellen.",
        "签发者无权签发此类码。",
    ),
    Reason.WRONG_SHOP: (
        "This code is for another of our shops.",
        "Dieser Code ist für einen anderen Markt.",
        "此码属于另一家门店。",
    ),
    Reason.FORGED: (
        "This code is not genuine.",
        "Dieser Code ist nicht echt.",
        "此码不是真实有效的码。",
    ),
    Reason.WRONG_KIND: (
        "A genuine code, but not for this. Please show the right one.",
        "Ein echter Code, aber nicht hierfür. Bitte den richtigen zeigen.",
        "此码有效，但不适用于此处，请出示正确的码。",
    ),
    Reason.PAPER: (
        "Please show the live code on the phone; paper does not count here.",
        "Bitte den Code auf dem Telefon zeigen; Papier gilt hier nicht.",
        "请出示手机上的动态码，此处不接受纸质码。",
    ),
    Reason.NOT_YET: (
        "This code counts later.",
        "Dieser Code gilt erst später.",
        "此码尚未生效。",
    ),
    Reason.OLD: (
        "This code is old, perhaps a picture. Show the live one; if it stays so, set the phone's clock.",
        "Dieser Code ist alt, vielleicht ein Foto. Bitte den laufenden zeigen; hilft das nicht: "
        "die Uhr des Telefons stellen.",
        "此码已过时，可能是截图。请出示动态码；若仍如此，请校准手机时间。",
    ),
    Reason.AHEAD: (
        "The phone's clock is fast. Please set it and show the code again.",
        "Die Uhr des Telefons geht vor. Bitte stellen und den Code noch einmal zeigen.",
        "手机时间偏快，请校准后重新出示。",
    ),
    Reason.EXPIRED: (
        "This code has expired.",
        "Dieser Code ist abgelaufen.",
        "此码已过期。",
    ),
    Reason.REVOKED: (
        "This code was withdrawn. Please open the page again.",
        "Dieser Code wurde zurückgezogen. Bitte die Seite neu öffnen.",
        "此码已被撤销，请重新打开页面。",
    ),
    Reason.CLOCK: (
        "This device's clock is wrong. Codes do not count here until it is set.",
        "Die Uhr dieses Geräts geht falsch. Codes gelten hier erst, wenn sie gestellt ist.",
        "本设备的时间有误，校准前无法使用此码。",
    ),
    Reason.COPIED: (
        "This code was just used elsewhere. Wait for the next one and show it.",
        "Dieser Code wurde gerade anderswo benutzt. Bitte den nächsten abwarten und zeigen.",
        "此码刚在别处使用过，请等待下一个码再出示。",
    ),
    Reason.BUSY: (
        "Too many codes at once. Please try again in a minute.",
        "Zu viele Codes auf einmal. Bitte in einer Minute noch einmal.",
        "请求过多，请一分钟后再试。",
    ),
    Reason.USED: (
        "This code has been used.",
        "Dieser Code wurde schon benutzt.",
        "此码已使用。",
    ),
    Reason.HELD: (
        "Another till or counter is using this code right now.",
        "Eine andere Kasse oder Ausgabe benutzt diesen Code gerade.",
        "另一收银台或柜台正在使用此码。",
    ),
    Reason.UNKNOWN: (
        "Nothing is known under this code.",
        "Unter diesem Code ist nichts bekannt.",
        "没有与此码对应的记录。",
    ),
    Reason.LOCKED: (
        "Too many wrong numbers. Please scan the code, or wait ten minutes.",
        "Zu viele falsche Nummern. Bitte den Code scannen oder zehn Minuten warten.",
        "错误次数过多，请扫码或十分钟后再试。",
    ),
    Reason.NOT_PAID: (
        "This purchase is not paid.",
        "Dieser Einkauf ist nicht bezahlt.",
        "此笔购物尚未付款。",
    ),
    Reason.RETURNED: (
        "This purchase was given back.",
        "Dieser Einkauf wurde zurückgegeben.",
        "此笔购物已退货。",
    ),
    Reason.NEEDS_CHECK: (
        "Please look at this purchase before the gate opens.",
        "Bitte diesen Einkauf ansehen, bevor die Schranke aufgeht.",
        "开闸前请先核对此笔购物。",
    ),
    Reason.FAULT: (
        "The gate has a fault. Please open it by hand.",
        "Die Schranke hat eine Störung. Bitte von Hand öffnen.",
        "闸门故障，请手动打开。",
    ),
}
