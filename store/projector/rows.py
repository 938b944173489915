"""Turn what an envelope tells into rows of `store.data.schema.sales`.

Invariants: pure; a row has exactly its table's columns.
"""

from collections.abc import Iterable
from typing import Any

import msgspec

from store.data.journals.sales import Arrived
from store.projector.attention import Attention
from store.projector.facts import Facts, Sale

Rows = dict[str, list[dict[str, Any]]]


def rows_of(arrival: Arrived, facts: Facts, priced_as: str) -> Rows:
    """All rows of an envelope, by table name."""
    store_id, terminal_id, epoch = arrival.key
    own = {"store_id": store_id, "envelope_id": arrival.envelope_id}
    rows: Rows = {
        "lane_event": [
            {**own, "terminal_id": terminal_id, **msgspec.structs.asdict(event)} for event in facts.events
        ]
    }
    rows |= attention_rows(arrival, facts.attention)
    sale = facts.sale
    if sale is None:
        return rows
    started = {"started_at": sale.started_at}
    rows["sale"] = [
        {
            **own,
            "terminal_id": terminal_id,
            "epoch": epoch,
            "seq": arrival.seq,
            "lane": facts.lane,
            "received_at": arrival.received_at,
            "priced_as": priced_as,
            **_sale(sale),
        }
    ]
    rows["sale_line"] = _each(own | started, sale.lines)
    rows["sale_discount"] = _each(own | started, sale.discounts)
    rows["sale_tender"] = _each(own, sale.tenders)
    rows["sale_coupon"] = _each(own, sale.coupons)
    rows["sale_tax"] = [
        {
            **own,
            "rate_bp": part.rate_bp,
            "gross_minor": part.gross_minor,
            "net_minor": part.net_minor,
            "tax_minor": part.tax_minor,
        }
        for part in sale.taxes
    ]
    return rows


def attention_rows(arrival: Arrived, attention: Attention) -> Rows:
    """The rows of an envelope that can be worked out again alone (`store.data.journals.sales.APART`)."""
    store_id, terminal_id, epoch = arrival.key
    own = {"store_id": store_id, "envelope_id": arrival.envelope_id}
    there = own | {"terminal_id": terminal_id}
    return {
        "intervention_event": _each(there | {"epoch": epoch}, attention.interventions),
        "staff_sign": _each(there, attention.signs),
        "weight_sample": [
            {
                **own,
                "line_id": one.line_id,
                "transaction_id": one.transaction_id,
                "product_key": one.key,
                "weight_g": one.weight_g,
                "at": one.at_us,
            }
            for one in attention.samples
        ],
    }


def merged(many: Iterable[Rows]) -> Rows:
    """Rows of several envelopes together."""
    together: Rows = {}
    for rows in many:
        for name, found in rows.items():
            together.setdefault(name, []).extend(found)
    return together


_APART = frozenset(
    {
        "lines",
        "discounts",
        "taxes",
        "tenders",
        "coupons",
        "redeemed",
        "rewards",
        "stamps",
        "uses",
        "value",
        "value_held",
        "aside",
        "back",
    }
)


def _sale(sale: Sale) -> dict[str, Any]:
    plain = {name: getattr(sale, name) for name in sale.__struct_fields__ if name not in _APART}
    return {
        **plain,
        "line_count": sum(not line.is_voided for line in sale.lines),
        "points_earned": sale.rewards.points_earned if sale.rewards else 0,
        "points_spent": sale.rewards.points_spent if sale.rewards else 0,
    }


def _each(own: dict[str, Any], structs: Iterable[msgspec.Struct]) -> list[dict[str, Any]]:
    return [{**own, **msgspec.structs.asdict(one)} for one in structs]
