"""From the settings file to the driver: which protocol, which line, what the acquirer wants."""

from pathlib import Path

import pytest

from kiosk.app import hardware, settings
from kiosk.payment.caisse_ap.driver import CaisseApTerminal
from kiosk.payment.caisse_ap_ip.driver import CaisseApNetworkTerminal
from kiosk.payment.zvt.driver import ZvtTerminal
from kiosk.payment.zvt.profile import Receipts, Unacknowledged

REST = """
[shop]
name = "Shop"
catalogue = "goods.csv"
[printer]
port = "/dev/ttyUSB1"
"""


def load(folder: Path, terminal: str) -> settings.Settings:
    (folder / "goods.csv").write_text("gtin\n")
    path = folder / "kiosk.toml"
    path.write_text(f"{REST}\n[terminal]\n{terminal}\n")
    return settings.load(path)


def test_terminal_in_the_network_speaks_zvt(tmp_path: Path) -> None:
    chosen = load(tmp_path, 'port = "tcp://10.0.0.7:20007"')
    driver = hardware.card_terminal(chosen)
    assert isinstance(driver, ZvtTerminal)
    driver.stop()


def test_french_terminal_gets_its_driver(tmp_path: Path) -> None:
    chosen = load(tmp_path, 'port = "/dev/ttyACM0"\nprotocol = "caisse-ap"\nregister = "07"')
    driver = hardware.card_terminal(chosen)
    assert isinstance(driver, CaisseApTerminal)
    assert hardware.caisse_ap_profile(chosen).pos == "07"
    driver.stop()


def test_french_terminal_in_the_network_gets_its_own(tmp_path: Path) -> None:
    chosen = load(tmp_path, 'port = "tcp://10.0.0.7:8888"\nprotocol = "caisse-ap"')
    driver = hardware.card_terminal(chosen)
    assert isinstance(driver, CaisseApNetworkTerminal)
    driver.stop()


def test_what_the_acquirer_wants_reaches_the_driver(tmp_path: Path) -> None:
    chosen = load(
        tmp_path,
        'port = "/dev/ttyUSB0"\nunacknowledged = "keep_for_1F1F"\ncan_abort = false\nreceipts = "fields"\n'
        'charset = "iso8859-1"\nack_s = 15\nreply_s = 6\nresult_s = 240',
    )
    profile = hardware.zvt_profile(chosen)
    assert (profile.unacknowledged, profile.can_abort) == (Unacknowledged.KEEP, False)
    assert (profile.receipts, profile.charset) == (Receipts.FIELDS, "iso8859-1")
    assert (profile.t2_s, profile.t3_s, profile.t4_s) == (15.0, 6.0, 240.0)


@pytest.mark.parametrize("port", ["tcp://10.0.0.7", "tcp://:20007", "tcp://10.0.0.7:99999"])
def test_address_that_is_none_is_refused_before_anything_starts(tmp_path: Path, port: str) -> None:
    with pytest.raises(settings.SettingsError, match=r"tcp://HOST:PORT"):
        load(tmp_path, f'port = "{port}"')
