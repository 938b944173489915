"""What the attendant station shows: lanes with their light, visits in the order to go, what can be decided.

Everything about an intervention's kind (reasons, who may, what a refusal means) comes from the one table that
the lane itself uses; a kind that this program does not know can be looked at and gone to, not decided.

Source: docs/back-office.md, "The station"; `retail.interventions`.
Invariants: pure; what the lane would refuse for certain is not offered; the lane decides all the same.
"""

from collections.abc import Mapping, Sequence

import msgspec

from retail.interventions.causes import cause_text
from retail.interventions.kind import Kind
from retail.interventions.kinds import KINDS
from retail.interventions.reasons import REASONS
from retail.interventions.visits import Visit, in_order, place
from retail.interventions.words import Clearer, Light, OnRefusal, Picture
from retail.interventions.words import Role as LaneRole
from retail.wire.live import Waiting
from store.data.lanes.alerts import Alert
from store.identity.principals import Staff
from store.lanes.queue import asking, visits
from store.office.pages import live
from store.office.pages.live import LaneCard
from store.office.pages.words import Words

GRAMS = frozenset({"unexpected_item", "weight_mismatch", "item_removed", "own_bag", "bagging_full"})
PIECES = frozenset(
    {
        "quantity_over_limit",
        "skip_bagging",
        "security_tag",
        "serial_needed",
        "audit",
        "void_over_limit",
        "basket_limit",
    }
)
YEARS = "age_check"
"""Kinds by what their measure counts."""
ICONS = {
    "age_check": "member",
    "item_not_on_file": "scan",
    "code_unreadable": "scan",
    "coupon_check": "coupon",
    "coupon_capture": "coupon",
    "markdown_check": "tag",
    "price_required": "tag",
    "discount_authority": "percent",
    "receipt_paper": "printer",
    "device_offline": "device",
    "audit": "search",
    "time_restricted": "clock",
    "idle": "clock",
    "walk_away": "warning",
    "security_tag": "lock",
    "payment_declined": "card",
    "bagging_full": "bag",
    "own_bag": "bag",
    "unexpected_item": "bag",
    "weight_mismatch": "bag",
    "item_removed": "bag",
    "skip_bagging": "bag",
}
LIGHTS = {
    "red": "Red: go there now",
    "yellow": "Yellow: somebody is wanted",
    "green": "Green: all is well",
    "grey": "Grey: not in service",
}
"""A lane's light in words."""
WITHOUT_PICTURE = "It is approved by the picture of the item, and there is none: go there."


class Need(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that waits at a lane."""

    alert: Alert
    waiting: Waiting | None
    kind: Kind | None
    looked_by: str
    """Who looks at it, by name; empty: nobody."""
    refused_by: str
    picture: str
    """The name of the camera's picture of the item; empty: there is none."""
    why_elsewhere: str
    """Why it is not decided from here (English); empty: it is."""

    @property
    def why_not(self) -> str:
        """Why it cannot be approved from here (English); empty: it can."""
        is_blind = self.waiting is not None and self.waiting.needs_picture and not self.picture
        return self.why_elsewhere or (WITHOUT_PICTURE if is_blind else "")

    @property
    def can_approve(self) -> bool:
        """Whether one touch lets it go."""
        return not self.why_not

    @property
    def can_refuse(self) -> bool:
        """Whether one can say no to it from here; that takes no picture."""
        return not self.why_elsewhere and self.kind is not None and bool(self.kind.refuse_reasons)

    @property
    def lacks_picture(self) -> bool:
        """Whether the card says that there is no picture of the item; `why_not` may say it already."""
        is_about_an_item = self.kind is not None and self.kind.picture is not Picture.NONE
        return is_about_an_item and not self.picture and self.why_not != WITHOUT_PICTURE

    @property
    def since(self) -> int:
        """Since when somebody is wanted."""
        return (self.waiting.called_at if self.waiting is not None else 0) or self.alert.received_at


class Lane(msgspec.Struct, frozen=True, kw_only=True):
    """One lane at a glance, and its visit."""

    card: LaneCard
    light: str
    """A word of LIGHTS."""
    visit: Visit | None
    needs: tuple[Need, ...]
    place: int
    """In the queue, from 1; 0: nobody is waited for."""
    blinks: bool

    @property
    def name(self) -> str:
        """What people call it."""
        return self.card.device.name

    @property
    def terminal_id(self) -> str:
        """Its id."""
        return self.card.device.terminal_id

    @property
    def going(self) -> str:
        """Who is on the way, by name; empty: nobody, or not to everything."""
        names = {need.looked_by for need in self.needs}
        return ", ".join(sorted(names)) if names and "" not in names else ""

    @property
    def blocks(self) -> bool:
        """Whether the shopper cannot go on."""
        return self.visit is not None and self.visit.blocks.rank > 0


class Station(msgspec.Struct, frozen=True, kw_only=True):
    """The whole page."""

    lanes: tuple[Lane, ...]
    """All that are in use, by name."""
    queue: tuple[Lane, ...]
    """Those that wait, in the order to go."""
    service: tuple[Alert, ...]
    """What no lane said."""

    def lane(self, terminal_id: str) -> Lane | None:
        """One of them."""
        return next((one for one in self.lanes if one.terminal_id == terminal_id), None)


def station_of(
    cards: Sequence[LaneCard],
    open_alerts: Sequence[Alert],
    who: Staff,
    names: Mapping[str, str],
    pictures: Mapping[tuple[str, str], str],
) -> Station:
    """The page for one person. `names`: what people are called, by staff id and by login; `pictures`: what
    they are called, by lane and alert.
    """
    found = visits(open_alerts)
    lanes = tuple(
        _lane(card, found, who, names, pictures)
        for card in cards
        if card.device.kind == "lane" and card.device.state == "active"
    )
    by_id = {one.terminal_id: one for one in lanes}
    return Station(
        lanes=lanes,
        queue=tuple(by_id[lane] for lane in in_order(found) if lane in by_id),
        service=tuple(one for one in live.in_order(open_alerts) if one.terminal_id not in by_id),
    )


def _lane(
    card: LaneCard,
    found: Mapping[str, Visit],
    who: Staff,
    names: Mapping[str, str],
    pictures: Mapping[tuple[str, str], str],
) -> Lane:
    visit = found.get(card.device.terminal_id)
    needs = tuple(sorted((_need(one, who, names, pictures) for one in card.alerts), key=_order))
    light = _light(card, visit, needs)
    return Lane(
        card=card,
        light=light,
        visit=visit,
        needs=needs,
        place=place(found, card.device.terminal_id),
        blinks=light == "red" and not (visit is not None and visit.is_looked_at),
    )


def _order(need: Need) -> tuple[int, int, str]:
    """Gravest, then oldest; looking at one does not move it."""
    rank = {"critical": 0, "staff": 1, "nudge": 2}
    return rank.get(need.alert.severity, 1), need.since, need.alert.alert_id


def _light(card: LaneCard, visit: Visit | None, needs: Sequence[Need]) -> str:
    if visit is not None:
        is_red = any(
            need.alert.severity == "critical"
            or (need.kind is not None and need.kind.light is Light.RED_BLINKING)
            for need in needs
        )
        return "red" if is_red else "yellow"
    if not card.is_connected or card.state != "Open":
        return "grey"
    return "green"


def _need(
    alert: Alert, who: Staff, names: Mapping[str, str], pictures: Mapping[tuple[str, str], str]
) -> Need:
    waiting = alert.waiting
    shown = pictures.get((alert.terminal_id, alert.alert_id), "")
    kind = KINDS.get(waiting.kind) if waiting is not None else None
    looked = asking(alert).is_looked_at
    by = (waiting.looked_by if waiting is not None else "") or alert.seen_by
    return Need(
        alert=alert,
        waiting=waiting,
        kind=kind,
        looked_by=names.get(by, by) if looked else "",
        refused_by=names.get(waiting.refused_by, waiting.refused_by) if waiting is not None else "",
        picture=shown if waiting is not None and waiting.picture == shown else "",
        why_elsewhere=_why_elsewhere(waiting, kind, who),
    )


def _why_elsewhere(waiting: Waiting | None, kind: Kind | None, who: Staff) -> str:
    """Why this person does not decide it from here."""
    if waiting is None or kind is None or not kind.approve_reasons:
        return "Somebody has to go there."
    if not waiting.is_remote:
        return "It has to be seen: it is decided at the lane."
    needed = Clearer(waiting.clearer).role if waiting.clearer in {one.value for one in Clearer} else None
    if needed is not None and not LaneRole(who.role.word).reaches(needed):
        return "A manager decides this."
    return ""


def reasons(codes: Sequence[str], language: str) -> list[tuple[str, str]]:
    """Reason codes with what they say."""
    return [(code, REASONS[code].of(language)) for code in codes]


def measure(need: Need, words: Words) -> str:
    """How much it is about; empty where the sentence says all."""
    waiting = need.waiting
    if waiting is None or not waiting.measure:
        return ""
    if waiting.kind == YEARS:
        return words.text("from {n} years", n=waiting.measure)
    if waiting.kind in GRAMS:
        sign = "−" if waiting.why.startswith("-") else "+"
        return f"{sign}{words.number(waiting.measure)} g"
    if waiting.subject == "value":
        return words.amount(waiting.measure, waiting.currency)
    return words.text("{n} pieces", n=waiting.measure) if waiting.kind in PIECES else ""


def cause(need: Need, words: Words) -> str:
    """Why it was raised, where the figures do not say it."""
    waiting = need.waiting
    if waiting is None or waiting.kind in GRAMS | PIECES | {YEARS}:
        return ""
    return cause_text(waiting.why, words.language)


def refusal(need: Need) -> str:
    """What saying no means (English)."""
    meant = need.kind.on_refusal if need.kind is not None else OnRefusal.IMPOSSIBLE
    return {
        OnRefusal.REMOVE_LINE: "The item is taken off.",
        OnRefusal.REMOVE_COUPON: "The coupon is taken out.",
        OnRefusal.END_PURCHASE: "The purchase ends.",
        OnRefusal.STAYS_OPEN: "It stays open until it is put right.",
        OnRefusal.IMPOSSIBLE: "",
    }[meant]


REFUSED = {
    "already_cleared": "It is over already.",
    "no_such_intervention": "It is over already.",
    "already_refused": "A colleague has said no to it already.",
    "changed_since_seen": "It is more by now. Look once more.",
    "does_not_reach": "It is more by now. Look once more.",
    "not_allowed": "A manager decides this.",
    "needs_picture": WITHOUT_PICTURE,
    "must_be_there": "It has to be seen: it is decided at the lane.",
    "cannot_be_refused": "This cannot be refused.",
    "unknown_reason": "The lane does not know this reason.",
    "not_now": "Not now: the lane is doing something else.",
    "shopper_is_here": "A shopper is at the lane.",
    "a shopper is at the lane": "A shopper is at the lane.",
    "role": "A manager decides this.",
    "limit": "That is over your limit.",
}
"""What a lane's refusal means, by its code without `staff_`."""


def refused(code: str) -> str:
    """A lane's refusal in plain words (English)."""
    return REFUSED.get(code.removeprefix("staff_"), "The lane did not do it.")
