"""The words of interventions in languages that declarations do not carry themselves: data, nothing else.

Declarations say English, German and Chinese side by side; each further language has one file here, keyed by
the English text, which a translator can read from top to bottom.
"""

from collections.abc import Mapping
from types import MappingProxyType

from retail.interventions.translated import ar, es, fr

TRANSLATED: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"fr": fr.TEXTS, "es": es.TEXTS, "ar": ar.TEXTS}
)
"""Language to English text to translation."""
