"""The letters of each language's on-screen keyboard, row by row. Data.

Chinese is typed by its sounds, as on every telephone (`kiosk.ui.forms.pinyin`).
"""

ROWS: dict[str, tuple[str, ...]] = {
    "en": ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    "de": ("qwertzuiopü", "asdfghjklöä", "yxcvbnmß"),
    "zh": ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    "es": ("qwertyuiop", "asdfghjklñ", "zxcvbnm"),
    "fr": ("azertyuiop", "qsdfghjklm", "wxcvbnéèç"),
    "ar": ("ضصثقفغعهخحج", "شسيبلاتنمكط", "ئءؤرىةوزظدذ"),
}
FALLBACK = "en"


def rows_of(language: str) -> tuple[str, ...]:
    """The rows of a language's letters."""
    return ROWS.get(language, ROWS[FALLBACK])
