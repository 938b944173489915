"""What is told of goods besides the price, what members say of them, and where the shops are.

Source: docs/phone.md, "Goods", "Shops".
Invariants: a review is its member's: it goes with them.
"""

import sqlalchemy as sa

from store.data.schema.base import body, store_table, table_of, text, whole_number

product_story = store_table(
    "product_story",
    text("product_key"),
    body("story"),
    text("changed_by"),
    whole_number("changed_at"),
    key=("product_key",),
)
"""Content, ingredients, origin and story of a product (`store.data.goods.stories.Story`, JSON)."""

product_review = table_of(
    "member",
    "product_review",
    text("member_id", primary_key=True),
    text("product_key", primary_key=True),
    text("sold_in"),
    sa.Column("stars", sa.Integer, nullable=False),
    text("words"),
    text("language"),
    text("state"),
    whole_number("at"),
    sa.Index("product_review_product", "product_key", "state", "at"),
)
"""What a member says of something they bought. `state`: `shown`, or `hidden` by staff."""

shop_place = table_of("chain", "shop_place", text("shop_id", primary_key=True), body("place"))
"""Where a shop is and when it is open (`store.data.goods.places.Place`, JSON)."""
