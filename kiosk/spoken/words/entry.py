"""One text in every language of the voice."""

from typing import NamedTuple

from kiosk.spoken.words.translated import TRANSLATED

LANGUAGES = ("en", "de", "zh", *TRANSLATED)


class Words(NamedTuple):
    """The same sentence three times, with the same places for figures in braces."""

    en: str
    de: str
    zh: str

    def in_language(self, language: str) -> str:
        """In `language`, English where the voice has no words for it."""
        if language in TRANSLATED:
            return TRANSLATED[language].get(self.en, self.en)
        return str(getattr(self, language)) if language in LANGUAGES else self.en
