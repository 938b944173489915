"""Why a gate stays shut, in words for staff.

Source: docs/gate.md, "Reasons"; `retail.credential.reasons` for codes of phones.
Invariants: every reason has a sentence in every language.
"""

import enum

from retail.credential.reasons import Reason as CodeReason
from retail.wire.gate import ExitAnswer

_WORDS = {
    "unknown": CodeReason.UNKNOWN,
    "not_paid": CodeReason.NOT_PAID,
    "used": CodeReason.USED,
    "expired": CodeReason.EXPIRED,
    "returned": CodeReason.RETURNED,
    "needs_check": CodeReason.NEEDS_CHECK,
    "fault": CodeReason.FAULT,
}
_OWN = {
    "no_link": {
        "en": "The store service cannot be asked. Please look at the receipt and open by hand.",
        "de": "Der Dienst des Marktes ist nicht erreichbar. Bitte den Bon ansehen und von Hand öffnen.",
        "fr": "Le service du magasin est injoignable. Vérifiez le ticket et ouvrez à la main.",
        "es": "No se puede consultar el servicio de la tienda. Revise el ticket y abra a mano.",
        "zh": "无法连接门店服务，请核对小票并手动开闸。",
        "ar": "لا يمكن الوصول إلى خدمة المتجر. يرجى فحص الإيصال وفتح البوابة يدويًا.",
    },
    "seen_here": {
        "en": "This receipt has been through this gate. Please look at it.",
        "de": "Dieser Bon ging schon durch diese Schranke. Bitte ansehen.",
        "fr": "Ce ticket a déjà passé cette barrière. Veuillez le vérifier.",
        "es": "Este ticket ya ha pasado por esta barrera. Revíselo.",
        "zh": "此小票已通过本闸门，请核对。",
        "ar": "مرّ هذا الإيصال من هذه البوابة من قبل. يرجى فحصه.",
    },
    "by_hand": {
        "en": "Opened by hand.",
        "de": "Von Hand geöffnet.",
        "fr": "Ouverte à la main.",
        "es": "Abierta a mano.",
        "zh": "已手动开闸。",
        "ar": "فُتحت يدويًا.",
    },
}


def sentence(answer: ExitAnswer, language: str) -> str:
    """The sentence; empty for an answer without a reason."""
    if not answer.reason:
        return ""
    if answer.reason in _OWN:
        own = _OWN[answer.reason]
        return own.get(language, own["en"])
    known = {one.value for one in CodeReason}
    code = CodeReason(answer.detail) if answer.detail in known else CodeReason.NOT_OURS
    reason: enum.Enum = _WORDS.get(answer.reason, code)
    return reason.words(language) if isinstance(reason, CodeReason) else ""
