"""Make and start the lane's devices, as the settings describe them.

Imported and run on its own thread after the first picture: the decoders and OpenCV take longer to load than
the whole screen.
"""

import contextlib
import functools

from kiosk.app.effects import Devices
from kiosk.app.proofs import Proofs
from kiosk.app.settings.schema import Settings
from kiosk.devices.health import Device
from kiosk.devices.printer import PrinterListener
from kiosk.devices.scale import Scale, ScaleListener
from kiosk.devices.scanner import Scanner, ScannerListener
from kiosk.devices.terminal import CardTerminal, TerminalListener
from kiosk.devices.wallet import WalletGateway, WalletListener
from kiosk.payment.caisse_ap.driver import CaisseApTerminal
from kiosk.payment.caisse_ap.profile import CaisseApProfile
from kiosk.payment.caisse_ap_ip.driver import CaisseApNetworkTerminal
from kiosk.payment.tcp_line import is_tcp
from kiosk.payment.wallet.profile import WalletProfile
from kiosk.payment.zvt.driver import ZvtTerminal
from kiosk.payment.zvt.profile import Receipts, TerminalProfile, Unacknowledged
from kiosk.printer import drawer
from kiosk.printer.driver import EscPosPrinter
from kiosk.printer.escpos import render
from kiosk.printer.profile import PrinterProfile
from kiosk.scale.driver import SerialScale
from kiosk.scale.profile import EXACT, ScaleProfile
from kiosk.scale.weighing import WeighRules
from kiosk.scanner.camera import CameraProfile, CameraScanner
from kiosk.scanner.hand import HandScanner, HandScannerProfile
from kiosk.scanner.together import TwoScanners


def start(
    settings: Settings, terminal: TerminalListener, printer: PrinterListener, scanner: ScannerListener
) -> Devices:
    """The devices, started. A device that is not there says so to its listener, and is waited for."""
    paper = EscPosPrinter(printer_profile(settings))
    devices = Devices(
        terminal=card_terminal(settings),
        printer=paper,
        scanner=scanner_of(settings),
        render=functools.partial(render, columns=settings.printer.columns),
        prove=Proofs(paper, settings).prove,
        open_drawer=functools.partial(drawer.open_by, paper),
    )
    devices.terminal.start(terminal)
    devices.printer.start(printer)
    devices.scanner.start(scanner)
    return devices


def start_scales(settings: Settings, listener: ScaleListener) -> dict[Device, Scale]:
    """The scales this lane has, started; they say of themselves which one speaks."""
    profiles = scale_profile(settings), bagging_scale_profile(settings)
    scales: dict[Device, Scale] = {one.device: SerialScale(one) for one in profiles if one is not None}
    for scale in scales.values():
        scale.start(listener)
    return scales


def start_wallet(settings: Settings, listener: WalletListener) -> WalletGateway | None:
    """The line to the wallet gateway, started; None for a lane that takes no wallets."""
    profile = wallet_profile(settings)
    if profile is None:
        return None
    from kiosk.payment.wallet.driver import HttpWalletGateway  # with an HTTP client most lanes do without

    gateway = HttpWalletGateway(profile)
    gateway.start(listener)
    return gateway


def stop_scales(scales: dict[Device, Scale]) -> None:
    """Stop them; what they still had to say has been said when this returns."""
    with contextlib.ExitStack() as one_by_one:
        for scale in scales.values():
            one_by_one.callback(scale.stop)


def stop(devices: Devices) -> None:
    """Stop them; what they still had to say has been said when this returns."""
    with contextlib.ExitStack() as one_by_one:  # the next is stopped even if one cannot be
        one_by_one.callback(devices.printer.stop)
        one_by_one.callback(devices.terminal.stop)
        one_by_one.callback(devices.scanner.stop)
        if devices.wallet is not None:
            one_by_one.callback(devices.wallet.stop)


def card_terminal(settings: Settings) -> CardTerminal:
    """The driver of the protocol the terminal speaks."""
    if settings.terminal.protocol == "caisse-ap":
        profile = caisse_ap_profile(settings)
        return CaisseApNetworkTerminal(profile) if is_tcp(profile.port) else CaisseApTerminal(profile)
    return ZvtTerminal(zvt_profile(settings))


def zvt_profile(settings: Settings) -> TerminalProfile:
    """What a ZVT terminal's driver is told."""
    terminal = settings.terminal
    return TerminalProfile(
        port=terminal.port,
        baud=terminal.baud,
        password=int(terminal.password),
        currency=settings.shop.currency,
        language=terminal.language,
        charset=terminal.charset,
        unacknowledged=Unacknowledged(terminal.unacknowledged),
        can_abort=terminal.can_abort,
        receipts=Receipts(terminal.receipts),
        probe_after_s=terminal.probe_after_s,
        t2_s=terminal.ack_s,
        t3_s=terminal.reply_s,
        t4_s=terminal.result_s,
    )


def caisse_ap_profile(settings: Settings) -> CaisseApProfile:
    """What a Caisse-AP terminal's driver is told."""
    terminal = settings.terminal
    return CaisseApProfile(
        port=terminal.port,
        baud=terminal.baud,
        pos=terminal.register,
        currency=settings.shop.currency,
        language=terminal.language,
        echoes=terminal.echoes_reference,
        answer_s=terminal.ack_s,
        result_s=terminal.result_s,
    )


def printer_profile(settings: Settings) -> PrinterProfile:
    """What the printer's driver is told."""
    return PrinterProfile(
        address=settings.printer.port, baud_rate=settings.printer.baud, columns=settings.printer.columns
    )


def camera_profile(settings: Settings) -> CameraProfile:
    """What the camera's driver is told."""
    camera = settings.camera
    return CameraProfile(
        source=camera.source,
        width=camera.width,
        height=camera.height,
        fps=camera.fps,
        exposure_ms=camera.exposure_ms,
        focus=camera.focus,
    )


def scanner_of(settings: Settings) -> Scanner:
    """The camera, and the hand scanner if there is one. Not started."""
    camera = CameraScanner(camera_profile(settings))
    hand = hand_scanner_profile(settings)
    return TwoScanners(camera, HandScanner(hand)) if hand else camera


def hand_scanner_profile(settings: Settings) -> HandScannerProfile | None:
    """What the hand scanner's driver is told; None if the lane has none."""
    hand = settings.hand_scanner
    if hand.kind == "none":
        return None
    return HandScannerProfile(
        kind=hand.kind,
        port=hand.port,
        baud=hand.baud,
        prefix=hand.prefix,
        suffix=hand.suffix,
        layout=hand.layout,
    )


def wallet_profile(settings: Settings) -> WalletProfile | None:
    """What the wallet gateway's driver is told; None if the lane takes no wallets."""
    wallet = settings.wallet
    if not wallet.url:
        return None
    return WalletProfile(
        url=wallet.url, token=wallet.token, ca_file=str(wallet.ca_file or ""), order_s=wallet.order_s
    )


def scale_profile(settings: Settings) -> ScaleProfile | None:
    """What the weighing scale's driver is told; None if the lane has none."""
    scale = settings.scale
    if scale.protocol == "none":
        return None
    return ScaleProfile(
        device=Device.SCALE,
        protocol=scale.protocol,
        port=scale.port,
        baud=scale.baud,
        frame=scale.frame,
        settling=EXACT,
        weighing=WeighRules(wait_s=scale.wait_s, step_g=scale.step_g, least_g=scale.least_g),
    )


def bagging_scale_profile(settings: Settings) -> ScaleProfile | None:
    """What the bagging scale's driver is told; None if the lane has none."""
    scale = settings.bagging_scale
    if scale.protocol == "none":
        return None
    return ScaleProfile(
        device=Device.BAGGING_SCALE,
        protocol=scale.protocol,
        port=scale.port,
        baud=scale.baud,
        frame=scale.frame,
        unstable_s=scale.unstable_s,
    )
