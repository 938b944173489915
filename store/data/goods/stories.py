"""What is told of goods besides the price: content, ingredients, origin, and their story.

A catalogue's file knows names and prices; these facts come from the office or a file of their own, and no
lane needs them.

Source: docs/phone.md, "Goods".
Invariants: one story of a product and store; who wrote it last is known.
"""

from collections.abc import Mapping, Sequence

import msgspec
import sqlalchemy as sa

from retail.check import require
from retail.unit_price import Net, Unit
from store.data.schema.stories import product_story
from store.data.upsert import insert

TEXT_MAX = 2000
LANGUAGES = ("", "en", "de", "fr", "zh")
"""`""` is what stands where a language has no words of its own."""


class Story(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What is told of a product; each text by language."""

    net_amount: int = 0
    """0: not known."""
    net_unit: Unit = "g"
    ingredients: dict[str, str] = {}
    origin: dict[str, str] = {}
    story: dict[str, str] = {}

    def __post_init__(self) -> None:
        """Refuse what is too long, or in a language nobody speaks here."""
        texts = (self.ingredients, self.origin, self.story)
        require(all(len(text) <= TEXT_MAX for one in texts for text in one.values()), "a text is short")
        require(all(name in LANGUAGES for one in texts for name in one), "a language of the pages")

    @property
    def net(self) -> Net | None:
        """What a pack holds."""
        return Net(amount=self.net_amount, unit=self.net_unit) if self.net_amount > 0 else None


NO_STORY = Story()
_decoder = msgspec.json.Decoder(Story)


def of(connection: sa.Connection, store_id: str, keys: Sequence[str]) -> dict[str, Story]:
    """The stories of some goods."""
    rows = connection.execute(
        sa.select(product_story.c.product_key, product_story.c.story).where(
            product_story.c.store_id == store_id, product_story.c.product_key.in_(list(keys))
        )
    )
    return {row.product_key: _decoder.decode(row.story) for row in rows}


def put(connection: sa.Connection, store_id: str, key: str, story: Story, *, by: str, at: int) -> bool:
    """Tell this of a product; false if it was told before."""
    if of(connection, store_id, [key]).get(key, NO_STORY) == story:
        return False
    values = {"story": msgspec.json.encode(story), "changed_by": by, "changed_at": at}
    connection.execute(
        insert(connection, product_story)
        .values(store_id=store_id, product_key=key, **values)
        .on_conflict_do_update(index_elements=["store_id", "product_key"], set_=values)
    )
    return True


def bring_in(connection: sa.Connection, store_id: str, file: bytes, *, by: str, at: int) -> int:
    """Take over a file: product key to story, JSON; how many were news."""
    told: Mapping[str, Story] = msgspec.json.decode(file, type=dict[str, Story])
    return sum(put(connection, store_id, key, story, by=by, at=at) for key, story in told.items())


def newest(connection: sa.Connection, store_id: str) -> int:
    """When a story was changed last; 0: never."""
    query = sa.select(sa.func.max(product_story.c.changed_at)).where(product_story.c.store_id == store_id)
    return int(connection.execute(query).scalar() or 0)
