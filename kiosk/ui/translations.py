"""The screen texts in other languages, read from the translators' own files.

Qt's `.ts` files are read directly, so that no build step stands between a corrected translation and the
screen: what is in the repository is what shows. English is the source and has no file.

Source: Qt Linguist TS format 2.1.
Invariants: `say` falls back to the English text, so a hole is readable; `tools/translations.py` finds
holes.
"""

from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QObject, QTranslator

from retail.languages import phrase

FOLDER = Path(__file__).parent / "i18n"
SOURCE_LANGUAGE = "en"
MESSAGES = "Messages"
"""Context of the texts in `kiosk.ui.words.messages`."""


class Translations:
    """All texts of one language by context and English text."""

    def __init__(self, texts: dict[tuple[str, str], str], language: str = SOURCE_LANGUAGE) -> None:
        self._texts = texts
        self._language = language

    @classmethod
    def load(cls, language: str, folder: Path = FOLDER) -> "Translations":
        """Read `kiosk_<language>.ts`. Raises FileNotFoundError for a language the product does not speak."""
        if language == SOURCE_LANGUAGE:
            return cls({})
        root = ElementTree.parse(folder / f"kiosk_{language}.ts").getroot()
        texts: dict[tuple[str, str], str] = {}
        for context in root.iter("context"):
            name = context.findtext("name", "")
            for message in context.iter("message"):
                translation = message.find("translation")
                if translation is not None and translation.get("type") is None and translation.text:
                    texts[name, message.findtext("source", "")] = translation.text
        return cls(texts, language)

    def letters(self) -> str:
        """Every character that shows in some text, once."""
        return "".join(sorted({one for text in self._texts.values() for one in text if _is_shown(one)}))

    def find(self, context: str, text: str) -> str | None:
        """The translation, or None if there is none."""
        return self._texts.get((context, text))

    def say(self, text: str) -> str:
        """A text of `kiosk.ui.words.messages` in this language; its `format` knows plurals and directions."""
        return phrase(self._texts.get((MESSAGES, text), text), self._language)


def _is_shown(character: str) -> bool:
    return character.isprintable() and not character.isspace()


class ShopTranslator(QTranslator):
    """Answers Qt's `qsTr` from the same texts. Install once; switch with `use`."""

    def __init__(self, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self.spoken = language
        self.texts = Translations.load(language)

    def use(self, language: str) -> None:
        """Speak this language from now on. The engine must then `retranslate`."""
        self.texts = Translations.load(language)
        self.spoken = language

    def isEmpty(self) -> bool:
        """Never empty: Qt does not install an empty translator."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The text Qt asks for, or None so that it uses the source text."""
        return self.texts.find(context, source)
