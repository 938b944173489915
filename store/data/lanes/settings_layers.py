"""The layers of settings the service keeps: their versions, and the feed rows that carry them to lanes.

Saving and publishing are one transaction, so that what a page shows is what lanes are sent. The documents are
signed when they are published, by the key in force then; a lane knows the older keys too.

Source: docs/protocol.md, "Settings"; `retail.settings.layers`.
Invariants: a layer's versions count up by one; an unchanged layer makes no version.
"""

from collections.abc import Callable, Mapping, Sequence

import msgspec
import sqlalchemy as sa

from retail.check import require
from retail.settings.key import Layer
from retail.settings.layers import layer_mistakes
from retail.wire import settings as wire
from retail.wire.settings import SettingsLayer, Value
from store.data.replication import feed
from store.data.replication.feed import Row, store_scope, terminal_scope
from store.data.schema.feed import CHAIN
from store.data.schema.settings import region_store, setting_layer
from store.data.upsert import insert

HISTORY_MAX = 50
REGION_MAX = 40
"""Characters of a region's name."""
Sign = Callable[[SettingsLayer], SettingsLayer]
_decoder = msgspec.json.Decoder(SettingsLayer)


class LayerVersion(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a layer, and who made it."""

    layer: SettingsLayer
    by: str
    why: str


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Whose layer it is."""

    layer: Layer
    store_id: str = ""
    """Of a store or a lane."""
    holder: str = ""
    """The region, the store or the lane; of the chain: empty."""

    @property
    def owner(self) -> str:
        """The `store_id` its rows are kept under."""
        return self.store_id if self.layer >= Layer.STORE else CHAIN


def chain_place() -> Place:
    """The whole chain."""
    return Place(layer=Layer.CHAIN)


def region_place(region: str) -> Place:
    """A region."""
    return Place(layer=Layer.REGION, holder=region)


def store_place(store_id: str) -> Place:
    """A store."""
    return Place(layer=Layer.STORE, store_id=store_id, holder=store_id)


def lane_place(store_id: str, terminal_id: str) -> Place:
    """One lane."""
    return Place(layer=Layer.LANE, store_id=store_id, holder=terminal_id)


def history(connection: sa.Connection, place: Place, limit: int = HISTORY_MAX) -> tuple[LayerVersion, ...]:
    """The versions of a layer, newest first."""
    rows = connection.execute(
        sa.select(setting_layer)
        .where(
            setting_layer.c.store_id == place.owner,
            setting_layer.c.layer == place.layer.word,
            setting_layer.c.holder == place.holder,
        )
        .order_by(setting_layer.c.version.desc())
        .limit(min(limit, HISTORY_MAX))
    )
    return tuple(LayerVersion(layer=_decoder.decode(row.body), by=row.by, why=row.why) for row in rows)


def newest(connection: sa.Connection, place: Place) -> SettingsLayer | None:
    """What a layer sets now; None: it was never set."""
    found = history(connection, place, 1)
    return found[0].layer if found else None


def of_lane(connection: sa.Connection, store_id: str, terminal_id: str) -> tuple[SettingsLayer, ...]:
    """The layers of one lane, widest first."""
    region = region_of(connection, store_id)
    places = [
        chain_place(),
        *([region_place(region)] if region else []),
        store_place(store_id),
        lane_place(store_id, terminal_id),
    ]
    return tuple(layer for place in places if (layer := newest(connection, place)) is not None)


def save(
    connection: sa.Connection,
    place: Place,
    values: Mapping[str, Value],
    sign: Sign,
    *,
    by: str,
    why: str,
    at: int,
) -> int:
    """Set a layer to exactly these values and send it to its lanes; its version, 0 if nothing changed.

    The caller has looked at the values (`retail.settings.layers`) and told people what is wrong with them.
    """
    before = newest(connection, place)
    if dict(values) == (before.values if before is not None else {}):
        return 0
    layer = SettingsLayer(
        layer=place.layer.word,
        holder=place.holder,
        version=(before.version if before is not None else 0) + 1,
        values=dict(sorted(values.items())),
        made_at=at,
    )
    require(not layer_mistakes([layer]), "a layer holds only values that lanes may use")
    connection.execute(
        sa.insert(setting_layer).values(
            store_id=place.owner,
            layer=layer.layer,
            holder=layer.holder,
            version=layer.version,
            body=msgspec.json.encode(layer),
            by=by,
            why=why,
            at=at,
        )
    )
    for store_id, scope in _scopes(connection, place):
        feed.publish(connection, store_id, scope, [_row(sign(layer))], at=at)
    return layer.version


def _row(layer: SettingsLayer) -> Row:
    return Row(kind=wire.KIND, key=wire.row_key(layer.layer), body=msgspec.json.encode(layer))


def _scopes(connection: sa.Connection, place: Place) -> Sequence[tuple[str, str]]:
    """Store and scope of every feed that carries a layer, in the order of the scopes' names."""
    match place.layer:
        case Layer.CHAIN:
            return [(CHAIN, CHAIN)]
        case Layer.REGION:
            return [(store_id, store_scope(store_id)) for store_id in stores_in(connection, place.holder)]
        case Layer.STORE:
            return [(place.store_id, store_scope(place.store_id))]
        case _:
            return [(place.store_id, terminal_scope(place.store_id, place.holder))]


# --- regions ----------------------------------------------------------------------------------------------


def region_of(connection: sa.Connection, store_id: str) -> str:
    """The region a store is in; empty: none."""
    query = sa.select(region_store.c.region).where(region_store.c.store_id == store_id)
    return connection.execute(query).scalar() or ""


def regions(connection: sa.Connection) -> tuple[str, ...]:
    """Every region with a store in it."""
    query = sa.select(region_store.c.region).distinct().order_by(region_store.c.region)
    return tuple(connection.execute(query).scalars())


def stores_in(connection: sa.Connection, region: str) -> tuple[str, ...]:
    """The stores of a region."""
    query = sa.select(region_store.c.store_id).where(region_store.c.region == region)
    return tuple(sorted(connection.execute(query).scalars()))


def move_store(connection: sa.Connection, store_id: str, region: str, sign: Sign, *, at: int) -> bool:
    """Put a store into a region (or none), and send its lanes that region's layer; false if it is there."""
    require(len(region) <= REGION_MAX, f"a region's name has at most {REGION_MAX} characters")
    if region_of(connection, store_id) == region:
        return False
    connection.execute(sa.delete(region_store).where(region_store.c.store_id == store_id))
    if region:
        values = {"store_id": store_id, "region": region}
        connection.execute(insert(connection, region_store).values(values).on_conflict_do_nothing())
    layer = newest(connection, region_place(region)) if region else None
    key = wire.row_key(Layer.REGION.word)
    row = _row(sign(layer)) if layer is not None else Row(kind=wire.KIND, key=key)
    feed.publish(connection, store_id, store_scope(store_id), [row], at=at)
    return True
