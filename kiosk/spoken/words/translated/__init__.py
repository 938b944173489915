"""The voice's words in languages that `Words` does not carry itself: data and nothing else.

`Words` says English, German and Chinese side by side; each further language has one file here, keyed by the
English sentence, which a translator can read from top to bottom.
"""

from collections.abc import Mapping
from types import MappingProxyType

from kiosk.spoken.words.translated import ar, es, fr

TRANSLATED: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"fr": fr.TEXTS, "es": es.TEXTS, "ar": ar.TEXTS}
)
"""Language to English sentence to translation."""
