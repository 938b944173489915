"""Read a scenario: what the shopper does, step by step.

A scenario is checked as a whole before anything starts. Every mistake is reported at once, with the number of
its step (steps count from 1) and, for a misspelt word, the nearest right one.

Source: docs/scenarios.md.
Invariants: a step holds exactly one action; every picture file of a read scenario exists (whether it can
be decoded is for the camera to say: a broken picture is something a lane must survive).
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from retail.interventions.kinds import KINDS
from retail.languages import LANGUAGES
from simulators.goods import OWN_BAG, by_slug
from simulators.shopper.expected import read_expect
from simulators.shopper.flow import COUNT_MAX, bags_controls, choose_controls
from simulators.shopper.keyboard import code_controls
from simulators.shopper.pictures import NoPictureError, Picture, resolve
from simulators.shopper.steps import (
    Action,
    Badge,
    Bag,
    Bags,
    Card,
    Choose,
    Decide,
    Gift,
    Key,
    Payer,
    Phone,
    Pin,
    Press,
    Printer,
    Restart,
    Show,
    Staffed,
    Step,
    Touch,
    Type,
    Unbag,
    Wait,
    Walk,
    Weigh,
    Weighed,
    label_of,
)
from simulators.storehouse import STAFF
from simulators.wallet import nearest

STEPS_MAX = 1_000
KEYS_MAX = 50
SIDE_MIN, SIDE_MAX = 480, 7680
HOLD_MAX_S = 600.0
TIMEOUT_MAX_S = 3_600.0
MISTAKES_MAX = 200
SCREENS = (
    *("attract", "scanning", "notfound", "tender", "card", "wallet", "load"),
    *(
        "price",
        "return",
        "refund",
        "unknown",
        "paid",
        "receipt",
        "thanks",
        "help",
        "staff",
        "closed",
        "order",
    ),
)
PAYERS = ("pay", "decline", "wait", "expire")
GIFT_CARDS = (1, 2)
CARDS = ("approve", "decline", "cancel", "silent", "wrong_amount", "unplug")
PRINTER_STATES = ("paper_end", "paper_end_mid", "cover_open", "ready")
"""`paper_end_mid` leaves paper for less than half a receipt."""
COLUMNS = (48, 42, 32)
KEYS = {**{digit: f"key{digit}" for digit in "0123456789"}, "\b": "keyDelete", "\n": "keyOk"}
"""Character of a `key` step -> the keypad's control."""
DECISIONS = ("look", "approve", "refuse")
ACTIONS = (
    *(
        "show",
        "touch",
        "key",
        "type",
        "press",
        "walk",
        "choose",
        "bags",
        "bag",
        "unbag",
        "weigh",
        "badge",
        "pin",
        *DECISIONS,
    ),
    *("card", "phone", "payer", "gift", "printer", "wait", "restart", "expect"),
)
MODIFIERS = {
    "for_s": ("show",),
    "weight_g": ("bag",),
    "typed": ("pin", "choose"),
    "count": ("choose",),
    "by": DECISIONS,
    "why": ("approve", "refuse"),
    "timeout_s": ("wait", "touch", "expect", *DECISIONS),
    "note": ACTIONS,
}
"""Key that refines a step -> the actions it may stand beside."""
SHOP_FILES = ("catalogue", "offers", "members")
SHOP_KEYS = (*SHOP_FILES, "language", "columns", "size")
WEIGHT_MAX_G = 200_000
PIN_LEAST, PIN_MOST = 4, 8
TOP_KEYS = ("by_ear", "flow", "shop", "store", "step", "steps", "title", "description")


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """A whole script. `catalogue` None: the demo shop's goods, with its offers and members."""

    title: str
    steps: tuple[Step, ...]
    catalogue: Path | None = None
    offers: Path | None = None
    members: Path | None = None
    language: str = "en"
    columns: int = 48
    width: int = 1080
    height: int = 1920
    has_store: bool = False
    """Whether the lane is enrolled at a store service, which knows the staff."""

    by_ear: bool = False
    """Whether the lane speaks, and what it says is written down (`transcript.jsonl`)."""

    has_flow: bool = False
    """Whether the shop has a look-up, sells bags, and offers rounding up for a charity."""

    @property
    def has_scales(self) -> bool:
        """Whether the lane has a bagging scale and a weighing scale: if something is put on one."""
        return any(isinstance(step.action, Weighed) for step in self.steps)

    @property
    def has_wallets(self) -> bool:
        """Whether the lane takes wallets: if somebody pays by phone."""
        return any(isinstance(step.action, Phone | Payer) for step in self.steps)


class ScenarioRefusedError(ValueError):
    """A scenario with mistakes. `mistakes` holds one sentence each."""

    def __init__(self, source: str, mistakes: list[str]) -> None:
        self.mistakes = mistakes
        shown = "\n".join(f"  {mistake}" for mistake in mistakes[:MISTAKES_MAX])
        more = f"\n  ... and {len(mistakes) - MISTAKES_MAX} more" if len(mistakes) > MISTAKES_MAX else ""
        super().__init__(f"{source}: {len(mistakes)} mistake(s), nothing was started\n{shown}{more}")


def read(path: Path) -> Scenario:
    """Read the file at `path`. Raises `ScenarioRefusedError` with every mistake."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise ScenarioRefusedError(str(path), [f"cannot be read: {reason}"]) from error
    return parse(text, folder=path.parent.absolute(), source=str(path), title=path.stem)


def parse(text: str, *, folder: Path, source: str = "scenario", title: str = "scenario") -> Scenario:
    """Read a scenario from TOML; relative paths count from `folder`. Raises `ScenarioRefusedError`."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ScenarioRefusedError(source, [f"not readable as TOML: {error}"]) from error
    reader = _Reader(folder)
    scenario = reader.scenario(table, title)
    if reader.mistakes or scenario is None:
        raise ScenarioRefusedError(source, reader.mistakes)
    return scenario


class _Reader:
    """Collects mistakes while reading; `where` is the place the next mistake belongs to."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._where = ""
        self.mistakes: list[str] = []

    def scenario(self, table: dict[str, Any], title: str) -> Scenario | None:
        self._known(table, TOP_KEYS)
        title = self._text(table, "title") or title
        self._text(table, "description")
        shop = table.get("shop", {})
        if not isinstance(shop, dict):
            self._wrong("shop must be a table: [shop]")
            shop = {}
        settings = self._shop(shop)
        if "store" in table:
            settings["has_store"] = True
            if table["store"] != {}:
                self._wrong("store must be an empty table: [store]")
        if "by_ear" in table:
            settings["by_ear"] = True
            if table["by_ear"] is not True:
                self._wrong("by_ear can only be true; leave it out otherwise")
        if "flow" in table:
            settings["has_flow"] = True
            if table["flow"] is not True:
                self._wrong("flow can only be true; leave it out otherwise")
        if "step" in table and "steps" in table:
            self._wrong("write the steps as [[step]] or as [[steps]], not both: their order would be lost")
        rows = table.get("step", table.get("steps", []))
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            self._wrong("steps must be tables: [[step]], or steps = [ { show = ... }, ... ]")
            rows = []
        elif not rows:
            self._wrong("no steps")
        elif len(rows) > STEPS_MAX:
            self._wrong(f"{len(rows)} steps; at most {STEPS_MAX}")
        steps = [self._step(number, row) for number, row in enumerate(rows[:STEPS_MAX], 1)]
        self._where = ""
        if "store" not in table and any(step and isinstance(step.action, Staffed) for step in steps):
            self._wrong("staff (badge, pin, look, approve, refuse) need a store service: write [store]")
        if self.mistakes:
            return None
        return Scenario(title=title, steps=tuple(step for step in steps if step), **settings)

    def _shop(self, shop: dict[str, Any]) -> dict[str, Any]:
        self._where = "[shop] "
        self._known(shop, SHOP_KEYS)
        settings: dict[str, Any] = {}
        for key in SHOP_FILES:
            if name := self._text(shop, key):
                path = settings[key] = self._folder / name
                if not path.is_file():
                    self._wrong(f"{key}: there is no file {path}")
        if "language" in shop:
            settings["language"] = self._one_of(shop, "language", LANGUAGES)
        if "columns" in shop and (columns := shop["columns"]) is not None:
            settings["columns"] = columns
            if isinstance(columns, bool) or columns not in COLUMNS:
                self._wrong(f"columns = {columns!r} must be one of {', '.join(map(str, COLUMNS))}")
        if size := self._text(shop, "size"):
            sides = [int(side) for side in size.split("x") if side.isdecimal()]
            if len(sides) == 2 and all(SIDE_MIN <= side <= SIDE_MAX for side in sides):
                settings |= {"width": sides[0], "height": sides[1]}
            else:
                form = f'"1080x1920", each side from {SIDE_MIN} to {SIDE_MAX}'
                self._wrong(f"size = {size!r} must look like {form}")
        self._where = ""
        return settings

    def _step(self, number: int, row: dict[str, Any]) -> Step | None:
        self._where = f"step {number}: "
        self._known(row, (*ACTIONS, *MODIFIERS))
        actions = [key for key in ACTIONS if key in row]
        before = len(self.mistakes)
        if len(actions) != 1:
            found = " and ".join(actions) if actions else "none"
            self._wrong(f"needs exactly one action ({', '.join(ACTIONS)}); found {found}")
            return None
        name = actions[0]
        for key, allowed in MODIFIERS.items():
            if key in row and name not in allowed:
                self._wrong(f"{key} belongs to {' or '.join(allowed)}, not to {name}")
        note = self._text(row, "note")
        action = self._action(name, row)
        if action is None or len(self.mistakes) > before:
            return None
        return Step(number=number, action=action, label=label_of(action), note=note)

    def _action(self, name: str, row: dict[str, Any]) -> Action | None:
        timeout_s = self._seconds(row, "timeout_s", TIMEOUT_MAX_S)
        match name:
            case "show":
                picture = self._picture(row)
                for_s = self._seconds(row, "for_s", HOLD_MAX_S)
                return Show(picture=picture, for_s=for_s) if picture else None
            case "touch":
                control = self._text(row, "touch", needed=True)
                return Touch(control=control, timeout_s=timeout_s)
            case "key":
                text = self._text(row, "key", needed=True)
                if strange := sorted({char for char in text if char not in KEYS}):
                    self._wrong(f"key: the keypad has no {', '.join(map(repr, strange))}, only digits")
                return Key(controls=tuple(KEYS[char] for char in text if char in KEYS))
            case "type":
                return self._typing(row)
            case "press":
                return self._pressing(row)
            case "walk":
                return Walk(control=self._text(row, "walk", needed=True))
            case "choose":
                return self._choosing(row)
            case "bags":
                count = self._count(row, "bags", 0)
                return Bags(count=count, controls=bags_controls(count))
            case "bag":
                goods = self._goods(row, "bag")
                weight_g = self._grams(row, "weight_g") if "weight_g" in row else 0
                return Bag(name=goods, weight_g=weight_g) if goods else None
            case "unbag":
                return Unbag(name="") if row["unbag"] is True else Unbag(name=self._goods(row, "unbag"))
            case "weigh":
                return Weigh(weight_g=self._grams(row, "weigh"))
            case "badge":
                return Badge(who=self._one_of(row, "badge", STAFF))
            case "pin":
                return self._pin(row)
            case "look" | "approve" | "refuse":
                return self._decision(name, row, timeout_s)
            case "card":
                return Card(what=self._one_of(row, "card", CARDS))
            case "phone":
                return Phone(what=self._one_of(row, "phone", PAYERS))
            case "payer":
                return Payer(what=self._one_of(row, "payer", PAYERS))
            case "gift":
                if row["gift"] not in GIFT_CARDS or isinstance(row["gift"], bool):
                    self._wrong("gift must be 1 or 2: the shop has two gift cards")
                    return None
                return Gift(number=row["gift"])
            case "printer":
                return Printer(what=self._one_of(row, "printer", PRINTER_STATES))
            case "wait":
                return Wait(screen=self._one_of(row, "wait", SCREENS), timeout_s=timeout_s)
            case "restart":
                if row["restart"] is not True:
                    self._wrong("restart can only be true; leave the step out otherwise")
                return Restart()
            case _:
                return read_expect(row["expect"], SCREENS, timeout_s, self._wrong)

    def _picture(self, row: dict[str, Any]) -> Picture | None:
        name = self._text(row, "show", needed=True)
        try:
            return resolve(name, self._folder) if name else None
        except NoPictureError as error:
            self._wrong(f"show: {error}")
            return None

    def _typing(self, row: dict[str, Any]) -> Type | None:
        text = self._text(row, "type", needed=True)
        try:
            return Type(text=text, controls=code_controls(text)) if text else None
        except ValueError as error:
            self._wrong(f"type: {error}")
            return None

    def _pressing(self, row: dict[str, Any]) -> Press:
        keys = tuple(self._text(row, "press", needed=True).split())
        if len(keys) > KEYS_MAX or not all(key.isalnum() for key in keys):
            self._wrong(f"press: names of keys, separated by blanks, at most {KEYS_MAX}: Right F3 Return")
        return Press(keys=keys)

    def _choosing(self, row: dict[str, Any]) -> Choose | None:
        slug = self._goods(row, "choose")
        count = self._count(row, "count", 1) if "count" in row else 1
        if not slug or slug not in by_slug():
            return None
        try:
            return Choose(name=slug, controls=choose_controls(slug, self._text(row, "typed"), count))
        except ValueError as error:
            self._wrong(f"choose: {error}")
            return None

    def _count(self, row: dict[str, Any], key: str, least: int) -> int:
        count = row[key]
        if isinstance(count, bool) or not isinstance(count, int) or not least <= count <= COUNT_MAX:
            self._wrong(f"{key} = {count!r} must be a whole number from {least} to {COUNT_MAX}")
            return least
        return count

    def _goods(self, row: dict[str, Any], key: str) -> str:
        """The name of a pack, or of the own bag."""
        name = self._text(row, key, needed=True)
        slug = name.removeprefix("pack:")
        if name and slug != OWN_BAG and slug not in by_slug():
            self._wrong(f"{key}: there is no pack {slug!r}{nearest(slug, by_slug())}")
        return slug

    def _grams(self, row: dict[str, Any], key: str) -> int:
        grams = row[key]
        if isinstance(grams, bool) or not isinstance(grams, int) or not 0 <= grams <= WEIGHT_MAX_G:
            self._wrong(f"{key} = {grams!r} must be a whole number of grams, at most {WEIGHT_MAX_G}")
            return 0
        return grams

    def _pin(self, row: dict[str, Any]) -> Pin:
        typed = self._text(row, "typed")
        if typed and not (typed.isdecimal() and PIN_LEAST <= len(typed) <= PIN_MOST):
            self._wrong(f"typed: a PIN is {PIN_LEAST} to {PIN_MOST} digits")
        return Pin(who=self._one_of(row, "pin", STAFF), typed=typed)

    def _decision(self, deed: str, row: dict[str, Any], timeout_s: float | None) -> Decide:
        kind = self._one_of(row, deed, tuple(KINDS))
        who = self._one_of(row, "by", STAFF) if "by" in row else STAFF[0]
        why = self._text(row, "why")
        if why and kind:
            asked = KINDS[kind].approve_reasons if deed == "approve" else KINDS[kind].refuse_reasons
            if why not in asked:
                self._wrong(f"why = {why!r} is no reason to {deed} {kind}{nearest(why, asked)}")
        return Decide(deed=deed, kind=kind, who=who, why=why, timeout_s=timeout_s)

    def _seconds(self, row: dict[str, Any], key: str, most: float) -> float | None:
        value = row.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= most:
            self._wrong(f"{key} = {value!r} must be a number of seconds above 0, at most {most:g}")
            return None
        return float(value)

    def _text(self, row: dict[str, Any], key: str, *, needed: bool = False) -> str:
        value = row.get(key, "")
        if not isinstance(value, str) or (needed and not value):
            self._wrong(f"{key} = {value!r} must be a text in quotes")
            return ""
        return value

    def _one_of(self, row: dict[str, Any], key: str, words: tuple[str, ...]) -> str:
        value = row[key]
        if not isinstance(value, str) or value not in words:
            self._wrong(f"{key} = {value!r} is not known{nearest(str(value), words)}")
            return ""
        return value

    def _known(self, table: dict[str, Any], keys: tuple[str, ...], prefix: str = "") -> None:
        for key in table:
            if key not in keys:
                self._wrong(f"{prefix}unknown key {key!r}{nearest(key, keys)}")

    def _wrong(self, sentence: str) -> None:
        self.mistakes.append(self._where + sentence)
