"""What the schema says about one setting, and who may set it where.

Pure: the lane reads its file with these words, and the store service draws its pages from them.

Invariants: a secret and a path are set in the lane's own file only; so is every port of a device.
"""

import enum
from collections.abc import Callable
from dataclasses import dataclass

LINES_MAX = 8
"""Lines of an address or a footer; more would be a leaflet, not a receipt."""
TEXT_MAX = 200


class Layer(enum.IntEnum):
    """Where a value comes from; of several, the highest counts."""

    DEFAULT = 0
    FILE = 1
    """The lane's own file: what it was installed with."""
    CHAIN = 2
    REGION = 3
    STORE = 4
    LANE = 5

    @property
    def word(self) -> str:
        """As stored, sent and shown."""
        return self.name.lower()


MANAGED = (Layer.CHAIN, Layer.REGION, Layer.STORE, Layer.LANE)
"""The layers that the store service keeps, widest first."""


class By(enum.Enum):
    """Who may change a setting."""

    FILE = "file"
    """Whoever installs the lane, in its own file; never the service."""
    SUPPORT = "support"
    """Support, for any layer."""
    MANAGER = "manager"
    """A store's manager for the store and its lanes, and support."""


@dataclass(frozen=True, kw_only=True)
class Key:
    """What the schema says about one key besides its name, type and default."""

    text: str
    """One line: what it is for."""
    unit: str = ""
    least: float | None = None
    most: float | None = None
    """For texts and lists the largest number of characters or entries."""
    by_language: bool = False
    """A list of which some may begin with a language (`fr: Merci`); `most` is of those one language has."""
    distinct: bool = False
    """A list that holds something, and nothing twice."""
    choices: tuple[str | int, ...] = ()
    form: str = ""
    """Regular expression a text (or every entry of a list) must match as a whole."""
    form_text: str = ""
    """The form in words."""
    check: Callable[[str], str] | None = None
    """Further check of a text: the reason it is refused, or an empty text."""
    by: By = By.SUPPORT
    widest: Layer = Layer.CHAIN
    """The widest layer that may hold it: a name is a lane's own."""
    restart: bool = True
    """Whether the lane starts anew for it, between two shoppers."""
    secret: bool = False
    """Never shown, logged or printed."""
