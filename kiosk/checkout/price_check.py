"""Rules of asking for a price: what is scanned is priced by itself, and nothing is added unless one wants it.

A price is that of the very rules a purchase follows: the code is read and priced as in a purchase that holds
nothing else, and that purchase is thought away. A lane that only tells prices (`Shop.prices_only`) does so
with whatever is shown to it and sells nothing.

Source: docs/phone.md, "At the lane".
Invariants: pure; a basket is the same before and after; whoever is recognised to see their own prices is in
no purchase by that.
"""

from msgspec.structs import replace

from kiosk.checkout import basket, time_limits
from kiosk.checkout import commands as c
from kiosk.checkout.decision import Context, Decision, Events, Ignored, Refused
from kiosk.checkout.evolve import fold
from kiosk.checkout.state import SHOPPING, Phase, PriceCheck, State
from kiosk.devices.scanner import CodeRead
from retail import scanned
from retail.catalogue import Product
from retail.codes import ProductCode, Symbology
from retail.journal import events as e
from retail.journal import price_checks as pc
from retail.journal.weighing import WeighingAsked

WHERE = SHOPPING | {Phase.ATTRACT}
"""Where a price can be asked for."""


def takes(state: State, context: Context) -> bool:
    """Whether a code is to be priced, not bought."""
    if state.phase not in WHERE or state.staff is not None:
        return False
    return state.price_check is not None or (context.shop.prices_only and state.phase is Phase.ATTRACT)


def sells(state: State, command: c.AnyCommand, context: Context) -> bool:
    """Whether a command would begin a purchase at a lane that only tells prices."""
    begins = isinstance(command, c.StartShopping | c.AddChecked | c.TopUp)
    return begins and context.shop.prices_only and state.phase is Phase.ATTRACT and state.staff is None


def begin(state: State, command: c.CheckPrices, context: Context) -> Decision:
    """Touch to ask for prices."""
    if state.price_check is not None:
        return Ignored(reason="prices are being checked")
    if state.phase is Phase.ATTRACT and not state.is_open:
        return Refused(code="lane_closed")
    return (pc.PriceCheckOpened(),)


def show(state: State, command: c.ScanCode | c.TypeCode, context: Context) -> Decision:
    """Something is scanned: what it costs, or who asks."""
    if state.phase is Phase.ATTRACT and not state.is_open:
        return Refused(code="lane_closed")
    opened: Events = () if state.price_check is not None else (pc.PriceCheckOpened(),)
    return (*opened, _told(fold(opened, state), command, context))


def add(state: State, command: c.AddChecked, context: Context) -> Decision:
    """It shall be bought after all."""
    check = state.price_check
    if check is None or check.checked is None:
        return Ignored(reason="nothing was priced")
    read = CodeRead(
        text=check.checked.scanned, symbology=Symbology(check.checked.symbology), evidence=("price_check",)
    )
    closed: Events = (pc.PriceCheckClosed(),)
    there = fold(closed, state, context.shop.rules)
    rule = basket.first_scan if state.phase is Phase.ATTRACT else basket.scan
    decision = rule(there, c.ScanCode(read=read), context)
    return (*closed, *decision) if isinstance(decision, tuple) else decision


def leave(state: State, command: c.LeavePrices, context: Context) -> Decision:
    """Back to what was there before."""
    return (pc.PriceCheckClosed(),) if state.price_check is not None else Ignored(reason="none is open")


def time_is_up(state: State, context: Context) -> Decision:
    """Nobody asks any more: said first, then left."""
    is_read = state.price_check is not None and state.order is None
    ending = time_limits.warned(state, context) if is_read else ()
    return ending or leave(state, c.LeavePrices(), context)


def _told(state: State, command: c.ScanCode | c.TypeCode, context: Context) -> e.AnyEvent:
    """What a purchase without anything else would make of it."""
    check = state.price_check or PriceCheck()
    known = state.transaction.member if state.transaction is not None else None
    member = check.member or known
    empty = replace(state, phase=Phase.ATTRACT, transaction=None, situation=type(state.situation)())
    there = fold(basket.started(empty, context), empty)
    if member is not None:
        there = fold((e.MemberIdentified(member=member, how=check.how or "card"),), there)
    decision = basket.scan(there, command, context)
    if not isinstance(decision, tuple):
        return pc.PriceNotFound(reason="not_goods")
    text, symbology = _text(command)
    for event in decision:
        match event:
            case e.ItemAdded():
                priced = next((one.priced for one in decision if isinstance(one, e.BasketPriced)), None)
                return pc.PriceChecked(
                    product=event.product,
                    scanned=text,
                    symbology=symbology,
                    weight_g=event.weight_g,
                    priced=priced,
                )
            case WeighingAsked():
                return pc.PriceChecked(product=event.product, scanned=text, symbology=symbology)
            case e.MemberIdentified():
                return pc.PriceCheckMember(member=event.member, how=event.how)
            case e.CodeNotFound(reason="needs_weight"):
                loose = _loose(command, context)
                if loose is not None:
                    return pc.PriceChecked(product=loose, scanned=text, symbology=symbology)
                return pc.PriceNotFound(reason="unknown")
            case e.CodeNotFound():
                return pc.PriceNotFound(reason=event.reason)
            case _:
                pass
    return pc.PriceNotFound(reason="not_goods")


def _text(command: c.ScanCode | c.TypeCode) -> tuple[str, str]:
    if isinstance(command, c.TypeCode):
        return command.text, Symbology.KEYED.value
    return command.read.text, command.read.symbology.value


def _loose(command: c.ScanCode | c.TypeCode, context: Context) -> Product | None:
    """Goods sold by weight that nobody has weighed."""
    terms, patterns = context.assortment.terms, context.shop.patterns
    catalogue = context.assortment.catalogue
    if isinstance(command, c.TypeCode):
        read = scanned.read_typed(command.text, terms, patterns, catalogue)
    else:
        read = scanned.read_scan(command.read.text, command.read.symbology, terms, patterns)
    return catalogue.find(read.key) if isinstance(read, ProductCode) else None
