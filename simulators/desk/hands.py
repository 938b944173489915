"""What the desk's page can do to the simulated devices, and how things stand there.

Invariants: a request names a known deed and a known thing, or is refused with a sentence.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from simulators import goods, packs, papers, wallet
from simulators.control import ControlClient, ControlError
from simulators.desk.screen import LaneScreen
from simulators.fleet import Fleet
from simulators.goods import Article
from simulators.papers import Paper
from simulators.scale.plate import FAULTS
from simulators.shopper.scenario import CARDS

HOLD_S = 2.5
PAYERS = ("pay", "decline", "wait", "expire")
PRINTER_DEEDS = ("ready", "paper_end", "paper_end_mid", "cover_open", "cutter_jam", "unplug")
CAMERA_DEEDS = ("replug", "unplug", "black", "freeze")
SCALE_DEEDS = ("unplug", *FAULTS)
BAGS, OWN_BAG = "bagging_scale", "Own bag"
LOOSE_G_MAX = 15_000
STORE_DEEDS = {"replug": "store-on", "unplug": "store-off"}
PAPERS_SHOWN = 12


class RefusedError(ValueError):
    """A request that names nothing known; the text says why."""


class Hands:
    """Reaches the devices of one `fleet`. `ask` is called for what only the demo itself can do.

    These are `power` (the lane's plug), `store-off` and `store-on`; `store` tells how the service is.
    """

    def __init__(
        self,
        fleet: Fleet,
        articles: list[Article],
        pack_folder: Path,
        screen: LaneScreen,
        ask: Callable[[str], None],
        store: Callable[[], dict[str, Any] | None] = lambda: None,
    ) -> None:
        self._fleet = fleet
        self._packs = pack_folder
        self.screen = screen
        self._ask = ask
        self._store = store
        self._stranger = goods.stranger()
        self._articles = {article.slug: article for article in [*articles, self._stranger]}
        self._purse = _purse()
        self._phones = 0
        self._put_down = 0
        """Packs put into the bagging area so far: no two have one name."""

    def carry(self, gift_cards: Iterable[tuple[str, int]]) -> None:
        """Put the shop's gift cards into the purse: number and money in minor units."""
        for digits, amount_minor in gift_cards:
            card = wallet.gift_card(digits, amount_minor)
            self._purse[f"gift:{digits[-4:]}"] = card, card.note, "to pay with"

    def goods(self) -> list[dict[str, Any]]:
        """What stands on the shelves."""
        return [
            {
                "slug": article.slug,
                "name": article.name,
                "category": article.department,
                "picture": article.picture,
                "code": article.code,
                "is_weighed": article.is_weighed,
                "is_stranger": article is self._stranger,
            }
            for article in self._articles.values()
        ]

    def purse(self) -> list[dict[str, Any]]:
        """Cards, phones and coupons of the shop's shoppers, and goods with a sticker."""
        return [
            {"name": name, "kind": paper.kind, "title": title, "note": note}
            for name, (paper, title, note) in self._purse.items()
        ]

    def pack(self, slug: str) -> Path:
        """The picture of a pack, or of something from the purse. Raises `RefusedError`."""
        if slug in self._purse:
            return papers.picture_of(self._purse[slug][0], self._packs)
        if slug not in self._articles:
            raise RefusedError(f"there is no article {slug!r}")
        return packs.picture_of(self._articles[slug], self._packs)

    def paper(self, number: int) -> Path:
        """The picture of a printed paper. Raises `RefusedError`, `ControlError`."""
        for paper in self._fleet.printer.do("papers")["papers"]:
            if paper["number"] == number:
                return Path(paper["png"])
        raise RefusedError(f"there is no paper {number}")

    def do(self, request: Mapping[str, Any]) -> None:
        """Carry out one request of the page. Raises `RefusedError`, `ControlError`."""
        deed, what = request.get("do"), str(request.get("what", ""))
        match deed:
            case "show":
                self._fleet.camera.do("show", path=str(self.pack(what).absolute()), for_s=HOLD_S)
            case "card" if what in CARDS:
                self._fleet.terminal.do("card", what=what)
            case "payer" if what in PAYERS:
                self._gateway().do("payer", what=what)
            case "phone":
                self._phones += 1
                phone = papers.picture_of(wallet.paying_phone(self._phones), self._packs)
                self._fleet.camera.do("show", path=str(phone.absolute()), for_s=HOLD_S)
            case "printer" if what in PRINTER_DEEDS:
                self._fleet.printer.do("printer", what=what)
            case "camera" if what in CAMERA_DEEDS:
                self._fleet.camera.do(what)
            case "bag":
                self._bag(what)
            case "unbag":
                self._scale(BAGS).do("take", name=what)
            case "unbag_all":
                self._scale(BAGS).do("clear")
            case "weigh":
                self._weigh(request.get("grams"))
            case "bagging_scale" | "scale" if what in SCALE_DEEDS:
                self._handle_scale(str(deed), what)
            case "touch":
                x, y = (_part(request.get(name)) for name in ("x", "y"))
                self.screen.touch(x, y, is_down=request.get("what") == "down")
            case "power":
                self._ask("power")
            case "store" if what in STORE_DEEDS:
                self._ask(STORE_DEEDS[what])
            case _:
                raise RefusedError(f"the hands do not know how to {deed!r} {what!r}")

    def _gateway(self) -> ControlClient:
        if self._fleet.wallet is None:
            raise RefusedError("this lane takes no wallets")
        return self._fleet.wallet

    def _bag(self, slug: str) -> None:
        """Put a pack, or the own bag, into the bagging area."""
        if slug == OWN_BAG:
            name, grams = OWN_BAG, goods.OWN_BAG_G
        elif slug in self._articles:
            name, grams = self._articles[slug].name, self._articles[slug].lies_g
        else:
            raise RefusedError(f"there is no article {slug!r}")
        self._put_down += 1
        self._scale(BAGS).do("put", name=f"{name} #{self._put_down}", grams=grams)

    def _weigh(self, grams: object) -> None:
        """Put so many grams of loose goods on the weighing scale instead of what lies there; 0: nothing."""
        if isinstance(grams, bool) or not isinstance(grams, int) or not 0 <= grams <= LOOSE_G_MAX:
            raise RefusedError(f"loose goods are 0 to {LOOSE_G_MAX} g")
        scale = self._scale("scale")
        scale.do("clear")
        if grams:
            scale.do("put", name="loose goods", grams=grams)

    def _scale(self, name: str) -> ControlClient:
        if name not in self._fleet.scales:
            raise RefusedError(f"this lane has no {name}")
        return self._fleet.scales[name]

    def _handle_scale(self, name: str, what: str) -> None:
        scale = self._scale(name)
        if what == "unplug":
            scale.do("unplug")
        else:
            scale.do("replug")
            scale.do("fault", what=what)

    def standing(self) -> dict[str, Any]:
        """How the devices are; a device that does not answer is None."""
        return {
            "screen": self.screen.is_served,
            "store": self._store(),
            "camera": _ask(lambda: self._fleet.camera.do("status")),
            "terminal": _ask(self._terminal),
            "wallet": _ask(self._wallet),
            "printer": _ask(self._printer),
            **{name: _ask(partial(scale.do, "status")) for name, scale in self._fleet.scales.items()},
        }

    def _wallet(self) -> dict[str, Any]:
        gateway = self._gateway()
        return {**gateway.do("status"), "ledger": gateway.do("ledger")["ledger"]}

    def _terminal(self) -> dict[str, Any]:
        return {**self._fleet.terminal.do("status"), "ledger": self._fleet.terminal.do("ledger")["ledger"]}

    def _printer(self) -> dict[str, Any]:
        papers = self._fleet.printer.do("papers")["papers"]
        shown = [
            {"number": paper["number"], "ended": paper["ended"], "height_mm": paper["height_mm"]}
            for paper in papers[-PAPERS_SHOWN:]
        ]
        return {**self._fleet.printer.do("status"), "papers": shown}


def _purse() -> dict[str, tuple[Paper, str, str]]:
    """Name -> the paper, and what the page writes under it."""
    found: dict[str, tuple[Paper, str, str]] = {}
    for paper in wallet.coupons():
        found[f"coupon:{paper.slug}"] = (
            paper,
            paper.title,
            f"or type {paper.text}" if paper.may_type else "to show",
        )
    for paper in wallet.stickers():
        name = paper.article.name if paper.article else paper.slug
        found[f"sticker:{paper.slug}"] = paper, name, f"reduced to {paper.note}"
    for holder in wallet.holders():
        card, phone = holder.plastic, holder.screen
        typed = f"or type {holder.phone}" if holder.phone else ""
        if holder.card:
            found[f"card:{holder.member_id}"] = card, f"Member card, {card.title}", typed
        if holder.credential:
            found[f"phone:{holder.member_id}"] = phone, f"Member's phone, {phone.title}", typed
    return found


def _part(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise RefusedError("a touch needs x and y, from 0 to 1")
    return float(value)


def _ask(question: Callable[[], dict[str, Any]]) -> dict[str, Any] | None:
    try:
        return question()
    except (ControlError, RefusedError):
        return None
