"""What is journalled of interventions, of staff at the lane and of the bagging scale.

Each says who, when and why. They belong into `retail.journal.events.AnyEvent`; their base is the journal's.

Source: docs/interventions.md, "In the journal"; docs/journal.md.
Invariants: frozen, checked when built; an intervention's events all name its number; `by` is a staff id,
`shopper` or `lane`; nothing here says when anybody was born.
"""

from retail.check import require
from retail.interventions.words import Blocks, Clearer, Role, Severity
from retail.journal.event import Event

LANE = "lane"
"""`by` of what the program noticed or let go by itself."""
SHOPPER = "shopper"
"""`by` of what the shopper did."""
BY_MAX = 64
TEXT_MAX = 200


class InterventionEvent(Event, frozen=True, kw_only=True):
    """Base of all that happens to one intervention."""

    intervention_no: int
    """1, 2, 3... on this lane, for ever."""
    by: str
    """Who: a staff id, `shopper` or `lane`."""
    why: str
    """A reason code or the cause, never empty."""
    at_us: int
    """When, in microseconds since 1970 (UTC)."""

    def __post_init__(self) -> None:
        require(self.intervention_no > 0, "interventions are numbered from 1")
        require(0 < len(self.by) <= BY_MAX, "somebody did it")
        require(0 < len(self.why) <= TEXT_MAX, "there is a reason")
        require(self.at_us > 0, "it happened at some time")


class InterventionRaised(InterventionEvent, frozen=True, kw_only=True):
    """It began, by the store's rules as they were then; or its measure grew (the same number again)."""

    kind: str
    """`retail.interventions.kinds.KINDS`."""
    subject: str = ""
    """What it is about: a GTIN-14, a line, a device; empty: the purchase."""
    line_id: int = 0
    """The line it is about; 0: none."""
    coupon_no: int = 0
    measure: int = 0
    """How much: years, pieces, grams, minor units; approvals reach up to it."""
    severity: Severity
    """NUDGE while the shopper is asked first."""
    graver: Severity
    """What it becomes when staff are called."""
    blocks: Blocks
    clearer: Clearer
    is_remote: bool
    needs_picture: bool = False
    """Whether approving it from afar takes the picture of the item."""
    call_at_us: int = 0
    """When staff will be called; 0: never, or they are called now."""
    critical_after_us: int = 0
    """How long after calling it turns critical; 0: never."""


class InterventionEscalated(InterventionEvent, frozen=True, kw_only=True):
    """Staff were called, or it turned critical because nobody came. `why`: `time`, `paying` or `asked`."""

    severity: Severity


class InterventionLooked(InterventionEvent, frozen=True, kw_only=True):
    """A person of the staff opened it: the first attention. `why` is where: `lane`, `remote` or
    `hub`."""

    role: Role


class InterventionRefused(InterventionEvent, frozen=True, kw_only=True):
    """Staff said no. It stays open until what the refusal asks for is done."""

    role: Role
    is_remote: bool = False
    via: str = ""
    """With `is_remote`: `hub`, or empty for the service's station."""


class InterventionCleared(InterventionEvent, frozen=True, kw_only=True):
    """It is over."""

    how: str
    """`approved` (staff), `self` (its cause is gone), `dismissed` (the shopper has seen it), `covered`
    (another approval reaches this far) or `ended` (the purchase is)."""
    role: Role | None = None
    is_remote: bool = False
    via: str = ""
    """With `is_remote`: `hub`, or empty for the service's station."""
    covers_to: int = 0
    """With `approved`: up to which measure it reaches."""
    saw_picture: bool = False
    """With `approved` from afar: whether the picture of the item was before them."""

    def __post_init__(self) -> None:
        super().__post_init__()
        require(self.how in HOWS, f"an intervention is cleared in one of {len(HOWS)} ways")
        require((self.how == "approved") == (self.role is not None), "only staff approve")


HOWS = frozenset({"approved", "self", "dismissed", "covered", "ended"})


# --- staff at the lane -----------------------------------------------------------------------------------


class StaffSignedIn(Event, frozen=True, kw_only=True):
    """Somebody of the staff opened the attendant layer."""

    by: str
    role: Role
    how: str
    """`badge` or `pin`."""
    at_us: int


class StaffSignedOut(Event, frozen=True, kw_only=True):
    """The attendant layer was closed. `why`: `left`, `idle`, `replaced` or `restarted`."""

    by: str
    why: str
    at_us: int


class SignInRefused(Event, frozen=True, kw_only=True):
    """A PIN or badge was not accepted; for known ids it counts towards the lock."""

    by: str
    """The id that was claimed; empty: none that is known."""
    why: str
    """`wrong`, `unknown`, `revoked` or `locked`."""
    at_us: int
    locked_until_us: int = 0
    """Nothing is accepted for this id before; 0: it is not locked."""


class SignInUnlocked(Event, frozen=True, kw_only=True):
    """Somebody with the right to do so took a lock away."""

    subject: str
    """Whose lock."""
    by: str
    why: str
    at_us: int


class StaffActed(Event, frozen=True, kw_only=True):
    """Staff used a right at the lane; beside the event of the deed itself (a void, a price)."""

    action: str
    """`retail.interventions.rights.Action` words."""
    by: str
    role: Role
    why: str
    at_us: int
    line_id: int = 0
    subject: str = ""
    """A device, a person or a token it is about."""
    amount_minor: int = 0
    """What it changed, in money."""
    percent: int = 0
    via: str = ""
    """`hub`, where it was done from the shop's own hub."""


# --- checks ----------------------------------------------------------------------------------------------


class CheckDrawn(Event, frozen=True, kw_only=True):
    """At the end of scanning it was drawn, or scored, whether to scan again. Once a purchase."""

    extent: str
    """`none`, `partial` or `full`."""
    score: int
    because: tuple[tuple[str, int], ...] = ()
    """Causes with their points; `random` with 0 when the lot decided."""
    line_ids: tuple[int, ...] = ()
    """What is scanned again."""
    at_us: int


# --- the bagging area ------------------------------------------------------------------------------------


class WeightSettled(Event, frozen=True, kw_only=True):
    """The bagging scale came to rest on another weight."""

    weight_g: int
    """Gross, from the empty scale on."""
    at_us: int


class BaggingSkipped(Event, frozen=True, kw_only=True):
    """An item is not put into the bagging area."""

    line_id: int
    at_us: int


class OwnBagPlaced(Event, frozen=True, kw_only=True):
    """The shopper's own bag lies on the scale; its weight does not count."""

    weight_g: int
    at_us: int


class FullBagsMoved(Event, frozen=True, kw_only=True):
    """Full bags were taken away; the weight on the scale is taken as it is."""

    weight_g: int
    at_us: int


AnyInterventionEvent = (
    InterventionRaised
    | InterventionEscalated
    | InterventionLooked
    | InterventionRefused
    | InterventionCleared
    | StaffSignedIn
    | StaffSignedOut
    | SignInRefused
    | SignInUnlocked
    | StaffActed
    | CheckDrawn
    | WeightSettled
    | BaggingSkipped
    | OwnBagPlaced
    | FullBagsMoved
)
"""All events of this package, to be joined to the journal's."""
