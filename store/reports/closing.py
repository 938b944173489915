"""A business day put together: per lane and for the store, with everything that does not agree.

What is compared: what sales cost with what was paid and with what their taxes add up to; transaction numbers
with the gapless count of the lane; card payments, less what went back to cards, with what the card terminal
says at its own end of day.

Source: docs/back-office.md, "Day close".
Invariants: pure; amounts add up to the store's, or a difference says where they do not.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from retail.card import CardResult
from retail.card_schemes import CardGroup, group_of
from store.data.journals.lane_reports import LaneDay, TerminalDay
from store.data.journals.reports import TenderFigure, VatFigure

Kind = Literal["paid", "taxes", "numbers", "terminal", "scheme", "terminal_failed"]


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """Something that does not agree."""

    terminal_id: str
    lane: str
    kind: Kind
    amount_minor: int = 0
    """By how much; of `numbers`: how many are missing."""
    detail: str = ""
    ours: tuple[int, int] = (0, 0)
    """Of `scheme`: how many card payments here, and what they come to."""
    theirs: tuple[int, int] = (0, 0)
    """The same as the card terminal counts."""


class LaneClose(msgspec.Struct, frozen=True, kw_only=True):
    """One lane's day."""

    terminal_id: str
    lane: str
    day: LaneDay
    card_minor: int
    """All of these are less what went back."""
    wallet_minor: int
    value_minor: int
    points_minor: int
    tax_minor: int
    terminal_minor: int | None
    """What the card terminal says; None: nothing yet."""


class TaxLine(msgspec.Struct, frozen=True, kw_only=True):
    """One rate of the store."""

    rate_bp: int
    net_minor: int
    tax_minor: int
    gross_minor: int


class TenderLine(msgspec.Struct, frozen=True, kw_only=True):
    """One means of payment of the store."""

    kind: str
    card_name: str
    count: int
    amount_minor: int


class Close(msgspec.Struct, frozen=True, kw_only=True):
    """The day."""

    lanes: tuple[LaneClose, ...]
    taxes: tuple[TaxLine, ...]
    tenders: tuple[TenderLine, ...]
    differences: tuple[Difference, ...]


def close(
    *,
    names: Mapping[str, str],
    lanes: Sequence[LaneDay],
    vat: Sequence[VatFigure],
    tenders: Sequence[TenderFigure],
    ends: Sequence[TerminalDay],
) -> Close:
    """Put a day together."""
    closed, differences = [], []
    for day in lanes:
        mine = [one for one in tenders if one.terminal_id == day.terminal_id]
        by_kind: dict[str, int] = {}
        for one in mine:
            by_kind[one.kind] = by_kind.get(one.kind, 0) + one.amount_minor
        paid = sum(one.amount_minor for one in mine)
        gross = sum(one.gross_minor for one in vat if one.terminal_id == day.terminal_id)
        told = [one for one in ends if one.terminal_id == day.terminal_id]
        lane = LaneClose(
            terminal_id=day.terminal_id,
            lane=names.get(day.terminal_id, day.lane),
            day=day,
            card_minor=by_kind.get("card", 0),
            wallet_minor=by_kind.get("wallet", 0),
            value_minor=by_kind.get("value", 0),
            points_minor=by_kind.get("points", 0),
            tax_minor=sum(one.tax_minor for one in vat if one.terminal_id == day.terminal_id),
            terminal_minor=_told(told),
        )
        closed.append(lane)
        differences.extend(_differences(lane, paid, gross, told))
        differences.extend(_schemes(lane, [one for one in mine if one.kind == "card"], told))
    return Close(
        lanes=tuple(closed), taxes=taxes(vat), tenders=together(tenders), differences=tuple(differences)
    )


def _told(ends: Sequence[TerminalDay]) -> int | None:
    amounts = [one.total_minor for one in ends if one.succeeded and one.total_minor is not None]
    return sum(amounts) if amounts else None


def _differences(lane: LaneClose, paid: int, gross: int, ends: Sequence[TerminalDay]) -> list[Difference]:
    found: list[Difference] = []

    def add(kind: Kind, amount: int, detail: str = "") -> None:
        found.append(
            Difference(
                terminal_id=lane.terminal_id, lane=lane.lane, kind=kind, amount_minor=amount, detail=detail
            )
        )

    total = lane.day.total_minor
    loaded = lane.day.loaded_minor  # paid as well, but nothing was sold for it
    if paid != total + loaded:
        add("paid", paid - total - loaded)
    if gross != total:
        add("taxes", gross - total)
    if lane.day.missing_numbers:
        add("numbers", lane.day.missing_numbers, f"{lane.day.number_min} - {lane.day.number_max}")
    if lane.terminal_minor is not None and lane.terminal_minor != lane.card_minor:
        add("terminal", lane.terminal_minor - lane.card_minor)
    if ends and not any(one.succeeded for one in ends):
        add("terminal_failed", 0)
    return found


def _schemes(lane: LaneClose, cards: Sequence[TenderFigure], ends: Sequence[TerminalDay]) -> list[Difference]:
    """Card payments by scheme, where the terminal tells them: what a total that is right may still hide."""
    told = [total for one in ends if one.succeeded for total in one.schemes]
    if not told:
        return []
    found = []
    for group in CardGroup:
        mine = [one for one in cards if _scheme(one) is group]
        ours = (sum(one.count for one in mine), sum(one.amount_minor for one in mine))
        sums = [total for total in told if total.group is group]
        theirs = (sum(total.count for total in sums), sum(total.amount_minor for total in sums))
        if ours != theirs:
            found.append(
                Difference(
                    terminal_id=lane.terminal_id,
                    lane=lane.lane,
                    kind="scheme",
                    amount_minor=theirs[1] - ours[1],
                    detail=group.value,
                    ours=ours,
                    theirs=theirs,
                )
            )
    return found


def _scheme(figure: TenderFigure) -> CardGroup:
    return group_of(CardResult(result_code=0, card_name=figure.card_name))


def taxes(vat: Sequence[VatFigure]) -> tuple[TaxLine, ...]:
    """Rates of all lanes together, the highest first."""
    rates = sorted({one.rate_bp for one in vat}, reverse=True)
    return tuple(
        TaxLine(
            rate_bp=rate,
            net_minor=sum(one.net_minor for one in vat if one.rate_bp == rate),
            tax_minor=sum(one.tax_minor for one in vat if one.rate_bp == rate),
            gross_minor=sum(one.gross_minor for one in vat if one.rate_bp == rate),
        )
        for rate in rates
    )


def together(tenders: Sequence[TenderFigure]) -> tuple[TenderLine, ...]:
    """Means of payment of all lanes together, the most first."""
    kinds = dict.fromkeys((one.kind, one.card_name) for one in tenders)
    lines = [
        TenderLine(
            kind=kind,
            card_name=name,
            count=sum(one.count for one in tenders if (one.kind, one.card_name) == (kind, name)),
            amount_minor=sum(
                one.amount_minor for one in tenders if (one.kind, one.card_name) == (kind, name)
            ),
        )
        for kind, name in kinds
    ]
    return tuple(sorted(lines, key=lambda line: -line.amount_minor))
