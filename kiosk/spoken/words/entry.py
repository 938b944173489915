"""One text in every language of the voice."""

from typing import NamedTuple

LANGUAGES = ("en", "de", "zh")


class Words(NamedTuple):
    """The same sentence three times, with the same places for figures in braces."""

    en: str
    de: str
    zh: str

    def in_language(self, language: str) -> str:
        """In `language`, English where the voice has no words for it."""
        return str(getattr(self, language)) if language in LANGUAGES else self.en
