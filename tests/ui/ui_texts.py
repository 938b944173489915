"""The translators' files as tests see them."""

from xml.etree import ElementTree

from kiosk.ui.translations import FOLDER


def texts_of(language: str) -> dict[tuple[str, str], str]:
    """Context and English text to translation."""
    root = ElementTree.parse(FOLDER / f"kiosk_{language}.ts").getroot()
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in root.iter("context")
        for message in context.iter("message")
    }
