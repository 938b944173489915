"""What a Caisse-AP terminal leaves unsaid. Its own texts stay on its own display."""

from kiosk.payment.words_of_terminals import told

LANGUAGES = ("en", "de", "zh")
"""Of the tables here; further languages: `kiosk.payment.words_of_terminals`."""
_FOLLOW = (
    "Please follow the card terminal",
    "Bitte beachten Sie das Kartenterminal",
    "请按照刷卡终端的提示操作",
)
_STOP = (
    "To cancel, press the red key on the card terminal",
    "Zum Abbrechen bitte die rote Taste am Kartenterminal drücken",
    "如需取消，请按刷卡终端上的红色键",
)
_DECLINED = ("Declined", "Autorisierung nicht möglich", "交易被拒绝")


def _in(language: str, texts: tuple[str, str, str]) -> str:
    return told(language, texts, LANGUAGES)


def follow(language: str) -> str:
    """While the terminal has the word."""
    return _in(language, _FOLLOW)


def stop(language: str) -> str:
    """After the shopper cancelled on the screen: only the terminal's own key stops it."""
    return _in(language, _STOP)


def declined(language: str) -> str:
    """The terminal says no more than that."""
    return _in(language, _DECLINED)
