"""What a lane of the kill matrix is made of besides its engine: terminal, gateway, desk, goods.

All of it is what ships, with short waiting times; what is left out is the screen, the camera and the feed.
"""

import base64
import random
from pathlib import Path

import msgspec

from benchmarks.payment_kill import CAISSE_AP, Killer, KillingLine, KillingTransport
from kiosk.app.engine import Engine
from kiosk.checkout import commands as c
from kiosk.checkout.desk import CouponAnswer, PointsAnswer, ResumeAnswer, ValueAnswer
from kiosk.checkout.shop import Shop, Tenders
from kiosk.database.journal import FILE
from kiosk.database.outbox import Outbox
from kiosk.devices.terminal import CardTerminal
from kiosk.payment.caisse_ap.driver import CaisseApTerminal
from kiosk.payment.caisse_ap.profile import CaisseApProfile
from kiosk.payment.line import Doorbell, Transport
from kiosk.payment.serial_line import SerialTransport
from kiosk.payment.wallet.driver import HttpWalletGateway
from kiosk.payment.wallet.profile import WalletProfile
from kiosk.payment.zvt.driver import ZvtTerminal
from kiosk.payment.zvt.profile import TerminalProfile, Unacknowledged
from kiosk.sync.backoff import Backoff
from kiosk.sync.client import StoreClient
from kiosk.sync.desk import OnlineDesk
from kiosk.sync.identity import Identity
from kiosk.sync.line import Repeating
from kiosk.sync.uploader import Uploader
from retail.catalogue import Product
from retail.interventions.policy import AuditRules, Policy
from retail.interventions.situation import Rules
from retail.member import Member, MemberKey
from retail.receipt import Seller

TOTAL_MINOR = 1234
PEN = Product(
    key="04006381333931",
    gtin="4006381333931",
    names={"": "Pen"},
    price_minor=TOTAL_MINOR,
    currency="EUR",
    tax_rate_bp=1900,
)
SHOP = Shop(
    lane="1",
    currency="EUR",
    seller=Seller(name="Shop"),
    ask_terminal_s=0.05,
    ask_again_s=0.2,
    ask_store_s=2.0,
    paid_s=0.02,
    rules=Rules(policy=Policy(audit=AuditRules(random_permille=0))),
    tenders=Tenders(wallets=True, gift_cards=True),
)
DESK_WAIT_S = 0.5


class Enrolment(msgspec.Struct, frozen=True, kw_only=True):
    """A lane of the store service, and the secret that gift cards' numbers are hashed with."""

    url: str
    store_id: str
    terminal_id: str
    private_key: str
    card_secret: str


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """What one lane process is told."""

    folder: str
    port: str
    """Of the card terminal; empty: this lane has none."""
    mode: str
    way: str
    wallet_url: str = ""
    store: Enrolment | None = None
    step: str = ""
    moment: str = ""


class Nobody:
    """A shop without members."""

    def find(self, key: MemberKey) -> Member | None:
        return None


def terminal(port: str, mode: str, killer: Killer) -> CardTerminal:
    """Fast enough for thousands of payments; the proportions are the standard's."""

    def open_line(name: str, baud: int, doorbell: Doorbell) -> Transport:
        line = SerialTransport(name, baud, doorbell, two_stop_bits=mode != CAISSE_AP)
        return KillingLine(line, killer)

    if mode == CAISSE_AP:
        french = CaisseApProfile(
            port=port,
            answer_s=0.2,
            result_s=2.0,
            late_s=1.0,
            idle_probe_s=0.3,
            reconnect_s=0.05,
            recover_s=5.0,
        )
        return CaisseApTerminal(french, open_line=open_line)
    profile = TerminalProfile(
        port=port,
        unacknowledged=Unacknowledged(mode),
        t1_s=0.1,
        t2_s=0.2,
        t3_s=0.25,
        t4_s=2.0,
        probe_after_s=0.3,
        poll_s=0.03,
        idle_enquiry_s=0.3,
        reconnect_s=0.05,
        recover_s=5.0,
    )
    return ZvtTerminal(profile, open_line=open_line)


def gateway(url: str, killer: Killer) -> HttpWalletGateway:
    """The same for wallets."""
    profile = WalletProfile(
        url=url,
        token="secret",
        connect_s=1.0,
        answer_s=2.0,
        poll_s=0.03,
        order_s=1.0,
        settle_s=0.3,
        retry_s=0.05,
        idle_s=5.0,
    )
    return HttpWalletGateway(profile, transport=KillingTransport(killer))


class StoreSide:
    """The desk that asks about stored value, and the uploader that brings finished sales up."""

    def __init__(self, folder: Path, who: Enrolment, engine: Engine, killer: Killer) -> None:
        self._transport = KillingTransport(killer)
        identity = Identity(
            url=who.url,
            store_id=who.store_id,
            terminal_id=who.terminal_id,
            scopes=(),
            service_keys={},
            private_key=base64.b64encode(bytes.fromhex(who.private_key)).decode(),
        )
        self._client = StoreClient(identity, transport=self._transport)
        self._outbox = Outbox(folder / FILE)
        uploader = Uploader(self._outbox, self._client, Backoff(random.random))
        self._uploading = Repeating("upload", uploader.step)

        def no_answer(answer: CouponAnswer | PointsAnswer | ResumeAnswer) -> None:
            raise TypeError(f"nobody asked for {answer}")

        def answer_value(answer: ValueAnswer) -> None:
            engine.post(c.ReportValue(answer=answer))

        self.desk = OnlineDesk(self._client, no_answer, no_answer, no_answer, answer_value)

    def lose_answers(self, *, loses: bool) -> None:
        """Let answers about stored value get lost, or not any more."""
        self._transport.loses = loses

    def start(self) -> None:
        """Begin."""
        self.desk.start()
        self._uploading.start()

    def unsent(self) -> int:
        """Envelopes the service does not have yet; those that are there are sent now."""
        self._uploading.wake()
        return self._outbox.mark().unsent

    def stop(self) -> None:
        """End."""
        self.desk.stop(DESK_WAIT_S)
        self._uploading.stop(DESK_WAIT_S)
        self._client.close()
        self._outbox.close()
