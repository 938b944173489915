"""Tables of what lanes asked of people, and of what goods weighed: worked out of envelopes, like sales.

`intervention_event`, `staff_sign` and `weight_sample` belong to their envelope and can be worked out again
(`store project --anew`). `weight_struck` and `weight_refusal` are what people decided about weights.

Source: docs/store.md, "Projection"; docs/interventions.md, "In the journal"; docs/devices/scale.md.
Invariants: nothing of a training purchase is here; the first three hold only what was accepted.
"""

import sqlalchemy as sa

from store.data.schema.base import flag, store_table, text, whole_number

intervention_event = store_table(
    "intervention_event",
    text("envelope_id"),
    sa.Column("number", sa.Integer, nullable=False),
    text("terminal_id"),
    whole_number("epoch"),
    whole_number("intervention_no"),
    text("event"),
    whole_number("at"),
    text("kind"),
    text("by"),
    text("why"),
    text("how"),
    flag("is_called"),
    flag("is_remote"),
    sa.Index("ix_intervention_event_at", "store_id", "at"),
    sa.Index("ix_intervention_event_no", "store_id", "terminal_id", "epoch", "intervention_no"),
    key=("envelope_id", "number"),
)
"""One event of one intervention: `raised`, `called`, `looked`, `refused` or `cleared`. An intervention may
begin in one envelope and end in another. `is_called`: from then on staff were wanted."""

staff_sign = store_table(
    "staff_sign",
    text("envelope_id"),
    sa.Column("number", sa.Integer, nullable=False),
    text("terminal_id"),
    whole_number("at"),
    text("by"),
    flag("is_on"),
    sa.Index("ix_staff_sign_at", "store_id", "at"),
    key=("envelope_id", "number"),
)
"""Somebody opened (`is_on`) or left the attendant layer of a lane."""

weight_sample = store_table(
    "weight_sample",
    text("envelope_id"),
    sa.Column("line_id", sa.Integer, nullable=False),
    text("transaction_id"),
    text("product_key"),
    whole_number("weight_g"),
    whole_number("at"),
    sa.Index("ix_weight_sample_product", "store_id", "product_key", "at"),
    key=("envelope_id", "line_id"),
)
"""One piece of a product as a bagging scale weighed it (`retail.weights.samples`)."""

weight_struck = store_table(
    "weight_struck",
    text("product_key"),
    text("transaction_id"),
    sa.Column("line_id", sa.Integer, nullable=False),
    text("struck_by"),
    whole_number("struck_at"),
    key=("product_key", "transaction_id", "line_id"),
)
"""A sample that a person took out."""

weight_refusal = store_table(
    "weight_refusal",
    text("product_key"),
    whole_number("expected_g"),
    whole_number("tolerance_g"),
    text("refused_by"),
    whole_number("refused_at"),
    key=("product_key",),
)
"""A suggestion somebody said no to: it does not come back unless it changes."""
