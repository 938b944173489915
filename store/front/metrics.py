"""GET /metrics: the service's figures for Prometheus, to whoever shows the token of the settings.

Figures about lanes are read from the database, so that each worker tells the same; figures about the process
(`process_*`) are of the worker that answers. Without a token in the settings there is no such page.

Source: docs/operate.md, "Figures".
Invariants: the token is compared in constant time; labels are words of programs, never of people.
"""

import hmac
from collections.abc import Iterable
from typing import Any

from litestar import Request, Response, get
from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.registry import Collector

from store import __version__
from store.data import figures
from store.data.figures import Figures
from store.identity.errors import Rejected
from store.service import Room, Service

PATH = "/metrics"


def room(service: Service) -> Room:
    """The handler of this module."""
    token = service.settings.metrics_token

    @get(PATH, include_in_schema=False)
    async def metrics(request: Request[Any, Any, Any]) -> Response[bytes]:
        shown = request.headers.get("authorization", "")
        if not token or not hmac.compare_digest(shown.encode(), f"Bearer {token}".encode()):
            raise Rejected("not_found", "there is no such page", 404)
        now = service.clock()
        read = await service.database.read(lambda connection: figures.read(connection, now))
        registry = CollectorRegistry()
        registry.register(_Told(read))
        ProcessCollector(registry=registry)
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_PLAIN_0_0_4)

    return Room(routes=(metrics,))


class _Told(Collector):
    """Figures in Prometheus' words."""

    def __init__(self, read: Figures) -> None:
        self._read = read

    def collect(self) -> Iterable[Metric]:
        """All of them."""
        read = self._read
        info = InfoMetricFamily("store", "The service's program.")
        info.add_metric([], {"version": __version__})
        yield info
        lanes = GaugeMetricFamily(
            "store_lanes", "Lanes by version and line.", labels=["version", "is_connected"]
        )
        for (version, is_connected), count in sorted(read.lanes.items()):
            lanes.add_metric([version, is_connected], count)
        yield lanes
        yield _by(
            "store_lanes_settings", "Lanes by how they stand to their settings.", "state", read.settings
        )
        yield _by("store_alerts_open", "Open alerts.", "severity", read.alerts)
        yield GaugeMetricFamily("store_unsent_envelopes", "What lanes have yet to send.", value=read.unsent)
        yield GaugeMetricFamily("store_set_aside_envelopes", "What waits for a person.", value=read.set_aside)
        yield GaugeMetricFamily("store_unopened_envelopes", "What waits to be opened.", value=read.unopened)


def _by(name: str, text: str, label: str, counts: dict[str, int]) -> Metric:
    family = GaugeMetricFamily(name, text, labels=[label])
    for word, count in sorted(counts.items()):
        family.add_metric([word], count)
    return family
