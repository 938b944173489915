"""Why a gate stays shut, in words for staff.

Source: docs/gate.md, "Reasons"; `retail.credential.reasons` for codes of phones.
Invariants: every reason has a sentence in every language.
"""

import enum

from retail.credential.reasons import LANGUAGES
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
    "no_link": (
        "The store service cannot be asked. Please look at the receipt and open by hand.",
        "Der Dienst des Marktes ist nicht erreichbar. Bitte den Bon ansehen und von Hand öffnen.",
        "无法连接门店服务,请核对收据并手动开闸。",
    ),
    "seen_here": (
        "This receipt has been through this gate. Please look at it.",
        "Dieser Bon ging schon durch diese Schranke. Bitte ansehen.",
        "此收据已通过本闸门,请核对。",
    ),
    "by_hand": ("Opened by hand.", "Von Hand geöffnet.", "已手动开闸。"),
}


def sentence(answer: ExitAnswer, language: str) -> str:
    """The sentence; empty for an answer without a reason."""
    if not answer.reason:
        return ""
    if answer.reason in _OWN:
        return _OWN[answer.reason][LANGUAGES.index(language) if language in LANGUAGES else 0]
    known = {one.value for one in CodeReason}
    code = CodeReason(answer.detail) if answer.detail in known else CodeReason.NOT_OURS
    reason: enum.Enum = _WORDS.get(answer.reason, code)
    return reason.words(language) if isinstance(reason, CodeReason) else ""
