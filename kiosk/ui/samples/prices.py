"""Made-up snapshots of prices that are asked for, for the gallery and the tests. Pure."""

from collections.abc import Iterator

from msgspec.structs import replace

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import PriceCheck, State
from kiosk.ui.samples.goods import DEPOSIT, LEMONADE, named, priced, sale
from kiosk.ui.samples.offers import MEMBER, tea
from retail.basket import Line
from retail.journal.price_checks import PriceChecked


def situations(idle: State) -> Iterator[tuple[str, Snapshot]]:
    """Every moment of asking for a price."""

    def shown(check: PriceCheck) -> Snapshot:
        return Snapshot(sequence=1, state=replace(idle, price_check=check))

    plain = sale(1)
    product = plain.lines[0].product
    found = PriceChecked(product=product, scanned=product.gtin, symbology="ean13", priced=plain.priced)
    cheap = tea(3)
    cheaper = PriceChecked(
        product=cheap.lines[0].product, scanned="1", symbology="ean13", priced=cheap.priced
    )
    nudged = replace(cheaper, priced=tea(2).priced)
    lemonade = replace(named(LEMONADE, 149, "lemonade", 4), linked=(DEPOSIT,))
    bottled = PriceChecked(
        product=lemonade, scanned="1", symbology="ean13", priced=priced([Line(line_id=1, product=lemonade)])
    )
    loose = replace(found, product=replace(product, unit="kg"), priced=None)
    yield "price-scan", shown(PriceCheck())
    yield "price-found", shown(PriceCheck(checked=found))
    yield "price-time", shown(PriceCheck(checked=found, time_runs_out=True))
    yield "price-offer", shown(PriceCheck(checked=cheaper, member=MEMBER, how="card"))
    yield "price-nudge", shown(PriceCheck(checked=nudged))
    yield "price-loose", shown(PriceCheck(checked=loose))
    yield "price-deposit", shown(PriceCheck(checked=bottled))
    yield "price-unknown", shown(PriceCheck(reason="unknown"))
    yield "price-nothing", shown(PriceCheck(reason="for_paying"))
