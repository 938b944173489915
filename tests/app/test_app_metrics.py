"""The lane's figures: told on this machine only, in Prometheus' own form."""

import socket
import urllib.request
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from kiosk.app.metrics import ADDRESS, Figures
from kiosk.app.settings.kept import Kept
from kiosk.app.settings.layered import load
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import DeviceState, Phase, State
from kiosk.database.journal import Journal
from kiosk.devices.health import Condition, Device
from retail.wire.settings import SettingsLayer

FILE = """\
[lane]
folder = "lane"
[shop]
name = "Lindenkorb"
catalogue = "goods.csv"
[terminal]
port = "/dev/ttyS0"
[printer]
port = "/dev/ttyS1"
[metrics]
port = {port}
"""


class Engine:
    """What figures are read of."""

    counts = {"handled": 7, "refused": 1}  # noqa: RUF012 - never changed
    commit_times_s = [0.001, 0.002, 0.009]  # noqa: RUF012 - never changed


def free_port() -> int:
    with socket.socket() as one:
        one.bind((ADDRESS, 0))
        return int(one.getsockname()[1])


def test_figures_are_told_on_the_loopback_address_and_end_with_the_lane(tmp_path: Path) -> None:
    port = free_port()
    (tmp_path / "kiosk.toml").write_text(FILE.format(port=port), encoding="utf-8")
    layer = SettingsLayer(layer="chain", holder="", version=3, values={}, made_at=1)
    Kept(tmp_path / "lane").adopt([layer])
    Journal.open(tmp_path / "lane").close()
    figures = Figures(load(tmp_path / "kiosk.toml"), clock=lambda: 100.0)
    assert ADDRESS == "127.0.0.1"
    figures.begin(None, Engine(), lambda: None)  # type: ignore[arg-type]  # looks at two of its figures
    try:
        printer = DeviceState(condition=Condition.FAULT)
        for phase in (Phase.RECEIPT, Phase.THANKS, Phase.THANKS):
            state = State(phase=phase, devices={Device.PRINTER: printer})
            figures.follow(Snapshot(sequence=1, state=state))
        with urllib.request.urlopen(f"http://{ADDRESS}:{port}/metrics", timeout=10) as answer:
            text = answer.read().decode()
    finally:
        figures.end()
    told = {
        (sample.name, *sorted(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }
    assert told["kiosk_device_condition", "fault", "printer"] == 1.0
    assert told["kiosk_device_condition", "printer", "ready"] == 0.0
    assert told["kiosk_sales_total",] == 1.0
    assert told["kiosk_commands_total", "handled"] == 7.0
    assert told["kiosk_commit_seconds", "0.5"] == 0.002
    assert told["kiosk_unsent_envelopes",] == 0.0
    assert told["kiosk_settings_version", "chain"] == 3.0
    assert told["kiosk_start_time_seconds",] == 100.0
    with socket.socket() as one:
        assert one.connect_ex((ADDRESS, port)) != 0


def test_a_port_that_is_taken_leaves_the_lane_without_figures(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind((ADDRESS, 0))
        taken.listen()
        (tmp_path / "kiosk.toml").write_text(FILE.format(port=taken.getsockname()[1]), encoding="utf-8")
        figures = Figures(load(tmp_path / "kiosk.toml"))
        figures.begin(None, Engine(), lambda: None)  # type: ignore[arg-type]
        figures.end()
