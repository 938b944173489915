"""The words interventions are told in: how grave, what waits, who clears, what clears by itself.

Source: docs/interventions.md.
Invariants: values are stored in journals and settings files and never reused with another meaning.
"""

import enum

import msgspec

from retail.interventions.translated import TRANSLATED
from retail.languages import phrase


class Severity(enum.Enum):
    """How grave. The words of alerts on the live channel (`retail.wire.live.AlertRaised`)."""

    NUDGE = "nudge"
    """The shopper is told and can put it right alone."""
    STAFF = "staff"
    """A person is wanted."""
    CRITICAL = "critical"
    """A person is wanted now: money or the law is at stake, or nobody came."""

    @property
    def rank(self) -> int:
        """0 to 2; more is graver."""
        return list(Severity).index(self)


class Blocks(enum.Enum):
    """What waits while an intervention is open."""

    NOTHING = "nothing"
    PAYMENT = "payment"
    """Scanning goes on; paying waits."""
    AT_ONCE = "at_once"
    """The whole lane waits."""

    @property
    def rank(self) -> int:
        """0 to 2; more stops more."""
        return list(Blocks).index(self)


class Role(enum.Enum):
    """What a person of the staff may do. Each may do what those before may (`store.identity.roles`)."""

    ATTENDANT = "attendant"
    MANAGER = "manager"
    SUPPORT = "support"

    @property
    def rank(self) -> int:
        """0 to 2; more may do more."""
        return list(Role).index(self)

    def reaches(self, needed: "Role") -> bool:
        """Whether this role may do what `needed` may."""
        return self.rank >= needed.rank


class Clearer(enum.Enum):
    """The least of those who may clear an intervention by a decision."""

    SHOPPER = "shopper"
    """Saying "I have seen it" is enough."""
    ATTENDANT = "attendant"
    MANAGER = "manager"

    @property
    def role(self) -> Role | None:
        """The role it takes; None: none."""
        return None if self is Clearer.SHOPPER else Role[self.name]

    @property
    def rank(self) -> int:
        """0 to 2; more is stricter."""
        return list(Clearer).index(self)


class Scope(enum.Enum):
    """What an intervention belongs to, and with what it ends at the latest."""

    LINE = "line"
    """A line of the basket; it ends when the line is gone."""
    PURCHASE = "purchase"
    LANE = "lane"
    """It outlives purchases."""


class SelfClear(enum.Enum):
    """What clears an intervention without a decision; the value says it in a sentence's words."""

    WEIGHT_MATCHES = "the weight is explained again"
    ITEM_PLACED = "the item arrives in the bagging area"
    LINE_REMOVED = "the line is taken off"
    CODE_RESOLVED = "a code is read, or the shopper has seen it, and nobody was called for it"
    PRICE_KNOWN = "the line has a price"
    BELOW_LIMIT = "the amount is back within the limit"
    WINDOW_OPENS = "the hours of sale begin"
    NUMBER_KNOWN = "a valid number is entered"
    COUPON_GONE = "the coupon is taken back"
    SENSOR = "the sensor reports it"
    DISMISSED = "the shopper has seen it"
    TOUCHED = "the shopper does anything"
    HELP_ENDED = "help is ended"
    SAMPLE_MATCHES = "the sample matches the basket"
    ITEM_SCANNED = "the item is scanned"
    PAYMENT_SETTLED = "the payment is settled"
    DEVICE_READY = "the device is ready again"
    ONLINE = "the link is back"
    DATA_FRESH = "the data is fresh again"
    LANE_OPENED = "the lane is opened"
    HANDED_OVER = "the goods are handed over"


class Cover(enum.Enum):
    """How far an approval reaches within the purchase."""

    NOTHING = "this one only"
    SUBJECT = "the same subject, up to the same amount"
    PURCHASE = "the whole purchase, up to the same amount"


class OnRefusal(enum.Enum):
    """What a refusal means; until it is done the intervention stays open."""

    IMPOSSIBLE = "cannot be refused"
    REMOVE_LINE = "the line is taken off"
    REMOVE_COUPON = "the coupon is taken out"
    STAYS_OPEN = "it stays open"
    END_PURCHASE = "the purchase is cancelled"


class Sound(enum.Enum):
    """What is heard at the lane; the values of `kiosk.checkout.effects.Sound`."""

    NONE = ""
    NUDGE = "nudge"
    STAFF = "staff"


class Picture(enum.Enum):
    """What the camera's picture of the item means to those who decide."""

    NONE = "none"
    """It is about no item in front of the camera: no picture is kept."""
    SHOWN = "shown"
    """Shown to staff where there is one."""
    NEEDED = "needed"
    """Approving it says that staff saw: from afar it takes the picture."""


class Light(enum.Enum):
    """What the lamp over the lane shows once staff are wanted."""

    UNCHANGED = "unchanged"
    YELLOW = "yellow"
    RED_BLINKING = "red, blinking"


class Text(msgspec.Struct, frozen=True):
    """One text in every language of the lane: three here, the others in `retail.interventions.translated`."""

    en: str
    de: str
    zh: str

    def of(self, language: str) -> str:
        """In `language`, else in English."""
        if language in TRANSLATED:
            return phrase(TRANSLATED[language].get(self.en, self.en), language)
        return {"de": self.de, "zh": self.zh}.get(language, self.en)
