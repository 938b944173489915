"""The wallet gateway in its own process: over TLS, steered over its socket, its money kept."""

import datetime
import ipaddress
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kiosk.payment.wallet.client import GatewayClient, NotSent
from kiosk.payment.wallet.codec import Order, OrderState
from kiosk.payment.wallet.profile import WalletProfile
from simulators.control import ControlClient, ControlError

ROOT = Path(__file__).resolve().parents[2]
ORDER = Order(amount_minor=1234, currency="EUR", valid_s=60)


def certificate(folder: Path) -> Path:
    """A key and a certificate for 127.0.0.1 that nobody but its owner trusts."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "gateway of a test")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(hours=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "gateway.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + private)
    return path


class GatewayProcess:
    def __init__(self, folder: Path, *options: str) -> None:
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "simulators.wallet_gateway", "--token", "secret"),
                *("--control", str(folder / "control"), "--ledger", str(folder / "book.json"), *options),
            ],
            cwd=ROOT,
        )
        self.control = ControlClient(folder / "control")
        deadline = time.monotonic() + 10
        while True:
            try:
                self.url = str(self.control.do("status")["url"])
                return
            except ControlError:
                assert time.monotonic() < deadline, "the gateway did not start"
                time.sleep(0.01)

    def close(self) -> None:
        self.process.terminate()
        assert self.process.wait(10) == 0


@pytest.fixture
def gateway(tmp_path: Path) -> Iterator[GatewayProcess]:
    running = GatewayProcess(tmp_path)
    try:
        yield running
    finally:
        running.close()


def ask(url: str, number: str, ca_file: str = "") -> object:
    client = GatewayClient(WalletProfile(url=url, token="secret", ca_file=ca_file))
    try:
        created = client.create(number, ORDER)
        return created if not isinstance(created, OrderState) else client.query(number)
    finally:
        client.close()


def test_order_is_paid_and_booked_as_steered(gateway: GatewayProcess) -> None:
    gateway.control.do("payer", what="decline")
    declined, paid = ask(gateway.url, "A1"), ask(gateway.url, "A2")
    assert isinstance(declined, OrderState)
    assert isinstance(paid, OrderState)
    assert (declined.state.value, paid.state.value) == ("declined", "paid")
    [row] = gateway.control.do("ledger")["ledger"]
    assert (row["order_number"], row["amount_minor"]) == ("A2", 1234)


def test_steering_that_makes_no_sense_is_refused_in_a_sentence(gateway: GatewayProcess) -> None:
    for name, extra in (("payer", {"what": "x"}), ("fault", {"name": "x"}), ("dance", {})):
        with pytest.raises(ControlError):
            gateway.control.do(name, **extra)
    gateway.control.do("fault", name="slow")
    assert gateway.control.do("status")["faults"] == ["slow"]
    gateway.control.do("behave")
    assert gateway.control.do("status")["faults"] == []


def test_money_outlives_a_restart(tmp_path: Path) -> None:
    for _ in range(2):
        running = GatewayProcess(tmp_path)
        try:
            assert isinstance(ask(running.url, "A1"), OrderState)
            assert len(running.control.do("ledger")["ledger"]) == 1
        finally:
            running.close()


def test_gateway_over_tls_is_trusted_by_its_authority_only(tmp_path: Path) -> None:
    pem = certificate(tmp_path)
    running = GatewayProcess(tmp_path, "--certificate", str(pem))
    try:
        assert running.url.startswith("https://")
        assert isinstance(ask(running.url, "A1"), NotSent)
        found = ask(running.url, "A1", str(pem))
        assert isinstance(found, OrderState)
        assert found.amount_minor == ORDER.amount_minor
    finally:
        running.close()
