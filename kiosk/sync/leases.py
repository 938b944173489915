"""Borrows slices of campaigns from the store service, so that limits over all lanes hold without a link.

For each offer with a campaign limit the lane holds one slice. It asks for one when it connects, for another
in its place when little is left or it will expire soon, and tells with every question what was spent. A link
that is down changes nothing: the lane goes on spending what it holds, until that is used up or has expired.

What is over goes back only when the slice has expired, no purchase may still take from it, and the service
has the whole journal: then the lane lays it down first, durably, and says how far it has sealed.

Source: docs/coupons.md, "Offline"; docs/protocol.md, "Scarce things"; the rules are `retail.coupons.escrow`.
Invariants: at most OFFERS_MAX offers; one question at a time; an answer that was lost is asked for again and
gives nothing twice.
"""

import logging
from collections.abc import Callable, Sequence
from typing import Protocol

from kiosk.database.leases import Held
from kiosk.database.outbox import Mark
from kiosk.sync.answers import Failure, Refused, Unreachable
from kiosk.sync.backoff import Backoff
from retail.campaigns import CampaignLimit
from retail.wire.scarce import Lease, LeaseRequest

OFFERS_MAX = 200
SHARE = 20
"""A slice is this part of a campaign: so many lanes can hold one at once."""
AMOUNT_MIN_MINOR = 2_000
"""A slice of money is at least this, or what is left: smaller ones would cut savings in half."""
LOOK_S = 60.0
SOON_S = 60.0
"""Between questions about one offer, when it has need."""
REPORT_S = 900.0
"""Between questions about one offer, when the service only does not know yet what was spent, or has no
more."""
RENEW_BEFORE_US = 12 * 3600 * 1_000_000
MARGIN_US = 60 * 1_000_000
"""So long after it has expired by the lane's own clock a slice may be laid down: whoever looked at it just
before it expired has begun a purchase by then."""
GONE = "not_found"
"""The service knows no such campaign (any more)."""

log = logging.getLogger(__name__)


class Lending(Protocol):
    """The service, for slices (`kiosk.sync.client.StoreClient`)."""

    def lease(self, question: LeaseRequest) -> Lease | Failure:
        """Tell what is spent of the slice in hand; the one to spend from now on."""


class Shelf(Protocol):
    """Where slices are kept (`kiosk.database.leases.Leases`)."""

    def all(self) -> tuple[Held, ...]:
        """Every slice in hand."""

    def of(self, offer_id: str) -> Held:
        """The slice of an offer, with how far the journal is."""

    def take(self, instead: Held, slice_id: str, uses: int, amount_minor: int, expires_at: int) -> bool:
        """Put a new slice in the place of another."""

    def lay_down(self, offer_id: str) -> bool:
        """Give no more of a slice away, if no purchase is open."""


class LeaseKeeper:
    """Keeps one lane's slices. `step` is called by one thread."""

    def __init__(
        self,
        service: Lending,
        shelf: Shelf,
        campaigns: Callable[[], Sequence[CampaignLimit]],
        mark: Callable[[], Mark],
        backoff: Backoff,
        *,
        now: Callable[[], int],
        monotonic: Callable[[], float],
    ) -> None:
        """`campaigns`: the limits in the terms the lane has. `mark`: how far its journal is sealed. `now`:
        the clock purchases are dated by, microseconds since 1970."""
        self._service = service
        self._shelf = shelf
        self._campaigns = campaigns
        self._mark = mark
        self._backoff = backoff
        self._now = now
        self._monotonic = monotonic
        self._asked: dict[str, tuple[float, Held]] = {}
        """When each offer was asked about, and the slice in hand afterwards."""
        self.trouble = ""

    def step(self) -> float:
        """Ask about every offer that needs it; seconds to wait before the next look."""
        limits = {one.offer_id: one for one in self._campaigns()[:OFFERS_MAX]}
        held = {one.offer_id: one for one in self._shelf.all()}
        for offer_id in [*limits, *(name for name in held if name not in limits)]:
            limit = limits.get(offer_id)
            if not self._is_due(held.get(offer_id) or Held(offer_id=offer_id), limit):
                continue
            problem = self._ask(offer_id, limit)
            if isinstance(problem, Unreachable):
                self._say(problem.reason)
                return self._backoff.failed(problem.retry_after_s)
            if problem is not None:
                self._say(f"{problem.code}: {problem.detail}")
        self._backoff.succeeded()
        return LOOK_S

    def _is_due(self, held: Held, limit: CampaignLimit | None) -> bool:
        """Whether there is something to ask or to tell about an offer."""
        asked = self._asked.get(held.offer_id)
        if asked is None:
            return True
        since = self._monotonic() - asked[0]
        if limit is None or self._may_go_back(held):
            return since >= REPORT_S
        is_news = (held.spent_uses, held.spent_minor) != (asked[1].spent_uses, asked[1].spent_minor)
        is_soon = held.slice_id != "" and held.expires_at - self._now() < RENEW_BEFORE_US
        needs_more = held.slice_id == "" or is_soon or is_low(held, limit)
        if needs_more and is_news:
            return since >= SOON_S
        return since >= REPORT_S and (needs_more or is_news)

    def _ask(self, offer_id: str, limit: CampaignLimit | None) -> Refused | Unreachable | None:
        """One question and its answer; why there was none."""
        held = self._shelf.of(offer_id)
        uses, amount = wish(limit) if limit is not None else (0, 0)
        goes_back = self._may_go_back(held) and self._shelf.lay_down(offer_id)
        if goes_back:
            held = self._shelf.of(offer_id)
        mark = self._mark() if goes_back else None
        answer = self._service.lease(
            LeaseRequest(
                offer_id=offer_id,
                uses_wanted=uses,
                amount_wanted_minor=amount,
                spent_uses=held.spent_uses,
                spent_minor=held.spent_minor,
                slice_id=held.slice_id,
                epoch=mark.epoch if mark is not None else 0,
                sealed=mark.sealed if mark is not None else 0,
            )
        )
        if isinstance(answer, Unreachable):
            return answer
        self.trouble = ""
        if isinstance(answer, Refused):
            self._asked[offer_id] = self._monotonic(), held
            if answer.code != GONE:
                return answer
            if limit is None and self._may_go_back(held):
                self._shelf.take(held, "", 0, 0, 0)  # neither side knows it any more
            return None
        self._shelf.take(held, answer.slice_id, answer.uses, answer.amount_minor, answer.expires_at)
        self._asked[offer_id] = self._monotonic(), self._shelf.of(offer_id)
        if not answer.slice_id and limit is not None:
            log.info("nothing is left of %s for this lane", offer_id)
        return None

    def _may_go_back(self, held: Held) -> bool:
        return held.slice_id != "" and self._now() >= held.expires_at + MARGIN_US

    def _say(self, problem: str) -> None:
        if not self.trouble:
            log.warning("slices of campaigns cannot be renewed: %s", problem)
        self.trouble = problem


def wish(limit: CampaignLimit) -> tuple[int, int]:
    """Uses and money a lane asks for."""
    uses = 0 if limit.uses is None else max(1, limit.uses // SHARE)
    amount = 0
    if limit.amount_minor is not None:
        amount = max(limit.amount_minor // SHARE, min(AMOUNT_MIN_MINOR, limit.amount_minor), 1)
    return uses, amount


def is_low(held: Held, limit: CampaignLimit) -> bool:
    """Whether less than half of what a lane asks for is left."""
    uses, amount = wish(limit)
    return held.left.uses * 2 < uses or held.left.amount_minor * 2 < amount or not held.left.uses
