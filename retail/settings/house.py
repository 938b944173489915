"""The settings of a lane's screen, its waiting times, its line to the service and what it tells of itself."""

from pathlib import Path
from typing import Annotated

import msgspec

from retail.settings.key import By, Key, Layer


class ScreenSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The touch screen."""

    width: Annotated[int, Key(text="Width of the window.", unit="px", least=480, most=7680)] = 1080
    height: Annotated[int, Key(text="Height of the window.", unit="px", least=480, most=7680)] = 1920
    fullscreen: Annotated[bool, Key(text="Fill the whole screen; width and height then do not count.")] = (
        False
    )
    graphics: Annotated[
        str,
        Key(
            text="`software` paints with the processor, the safe choice; `opengl` needs a working GPU.",
            choices=("software", "opengl"),
        ),
    ] = "software"
    theme: Annotated[
        Path | None,
        Key(
            by=By.FILE,
            text="The shop's theme, TOML (docs/accessibility.md); refused whole if a text cannot be read.",
        ),
    ] = None


class ComfortSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How a shopper finds the screens, until they choose otherwise; it is so again for the next one."""

    mode: Annotated[
        str,
        Key(by=By.MANAGER, text="The colours.", choices=("light", "dark", "high_contrast")),
    ] = "light"
    text_percent: Annotated[
        int, Key(by=By.MANAGER, text="The size of letters.", unit="%", choices=(100, 125, 150, 200))
    ] = 100
    reach: Annotated[
        bool, Key(by=By.MANAGER, text="All that can be touched stands in the lower half of the screen.")
    ] = False
    left_handed: Annotated[bool, Key(by=By.MANAGER, text="Laid out for the left hand.")] = False
    still: Annotated[bool, Key(by=By.MANAGER, text="Nothing travels or grows; it only appears.")] = False
    volume: Annotated[
        int,
        Key(by=By.MANAGER, text="How loud sounds are.", unit="%", choices=(0, 25, 50, 75, 100)),
    ] = 100


class TimerSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How long screens wait for a shopper, and the lane for the terminal."""

    not_found_s: Annotated[
        float, Key(by=By.MANAGER, text="The product-not-found screen.", unit="s", least=1, most=120)
    ] = 8.0
    warn_s: Annotated[
        float,
        Key(
            by=By.MANAGER,
            text="How long before a screen ends by itself the shopper is told, and may take more time. "
            "EN 301 549 asks for 20 s at least; 0: not at all.",
            unit="s",
            least=0,
            most=120,
        ),
    ] = 20.0
    paid_s: Annotated[float, Key(by=By.MANAGER, text="The paid screen.", unit="s", least=0.5, most=60)] = 2.0
    receipt_s: Annotated[
        float,
        Key(
            by=By.MANAGER,
            text="The receipt choice; without one the sale closes without paper.",
            unit="s",
            least=5,
            most=600,
        ),
    ] = 60.0
    thanks_s: Annotated[
        float, Key(by=By.MANAGER, text="The thank-you screen.", unit="s", least=1, most=120)
    ] = 8.0
    undo_s: Annotated[
        float,
        Key(
            by=By.MANAGER,
            text="How long a shopper may think better of giving up a purchase; 0: nothing is undone.",
            unit="s",
            least=0,
            most=30,
        ),
    ] = 6.0
    ask_terminal_s: Annotated[
        float,
        Key(
            by=By.MANAGER,
            text="From an unknown payment outcome to the first question.",
            unit="s",
            least=0.5,
            most=60,
        ),
    ] = 2.0
    ask_again_s: Annotated[
        float,
        Key(
            by=By.MANAGER,
            text="Between further questions about an unknown payment.",
            unit="s",
            least=1,
            most=300,
        ),
    ] = 15.0
    ask_store_s: Annotated[
        float,
        Key(
            by=By.MANAGER,
            text="How long the store may take to answer about a coupon or points.",
            unit="s",
            least=0.5,
            most=30,
        ),
    ] = 3.0


class StoreSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The store service. Which one it is was settled by `kiosk enrol`."""

    hub: Annotated[
        str,
        Key(
            by=By.MANAGER,
            widest=Layer.STORE,
            text="The shop's own hub, where staff decide while the service cannot be reached; empty: none.",
            form=r"(https?://[^\s/]+)?",
            form_text="http://HOST:PORT",
            most=200,
        ),
    ] = ""


class LogSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The lane's log (docs/operate.md)."""

    level: Annotated[
        str,
        Key(
            text="The least that is written down.",
            choices=("debug", "info", "warning", "error"),
            restart=False,
        ),
    ] = "info"


class MetricsSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Figures for Prometheus, told on this machine only."""

    port: Annotated[
        int,
        Key(
            text="Port of http://127.0.0.1:PORT/metrics; 0: none.",
            by=By.FILE,
            least=0,
            most=65_535,
        ),
    ] = 0


class UpdateSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How new releases reach the lane (docs/updates.md). Where they come from stands in root's own file."""

    ring: Annotated[
        str,
        Key(
            text="The ring the lane is in; empty: as /etc/kiosk/update.toml says.",
            form=r"([a-z][a-z0-9-]{0,31})?",
            form_text="a small word, such as canary",
        ),
    ] = ""
