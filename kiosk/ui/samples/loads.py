"""Made-up snapshots of a balance that is topped up, for the gallery and the tests. Pure."""

from collections.abc import Iterator

from msgspec.structs import replace

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import DeviceState, Loading, Phase, State, Taken, Tender, Transaction
from kiosk.devices.health import Condition, Device
from kiosk.ui.samples.goods import paying, sale
from kiosk.ui.samples.offers import MEMBER
from retail.card import CardResult
from retail.journal.events import Refusal

AMOUNTS = (1000, 2000, 5000)
FOUND = Loading(asks=1, account_id="v-1", balance_minor=1350, amounts=AMOUNTS)
AT = "2026-11-25T10:12:40+01:00"


def loads() -> Iterator[tuple[str, Phase, Transaction]]:
    """Every moment of a top-up, by name."""
    none = replace(sale(0), member=MEMBER, member_how="credential")

    def moment(loading: Loading, **more: object) -> Transaction:
        return replace(none, loading=loading, **more)

    yield "show", Phase.LOAD, replace(sale(0), loading=Loading())
    yield "stranger", Phase.LOAD, replace(sale(0), loading=Loading(reason="not_a_member"))
    yield "no-link", Phase.LOAD, moment(Loading(asks=1, reason="no_link"))
    yield "full", Phase.LOAD, moment(Loading(asks=1, reason="full"))
    yield "asking", Phase.LOAD, moment(Loading(asks=1, is_asked=True))
    yield "choose", Phase.LOAD, moment(FOUND)
    yield "time", Phase.LOAD, moment(FOUND, time_runs_out=True)
    yield "two", Phase.LOAD, moment(replace(FOUND, amounts=AMOUNTS[:2]), member_how="phone")
    refused = moment(FOUND, refusal=Refusal.DECLINED, refusal_text="Karte nicht zugelassen", attempts=1)
    yield "declined", Phase.LOAD, refused
    chosen = moment(replace(FOUND, load_id="l1", amount_minor=2000))
    attempt = replace(paying(chosen), amount_minor=2000)
    yield "card", Phase.CARD, replace(chosen, payment=attempt)
    yield "unknown", Phase.UNKNOWN, replace(chosen, payment=attempt)
    card = CardResult(result_code=0, card_name="Visa Debit", masked_pan="************4921")
    taken = Taken(attempt_id="t-1-1", tender=Tender.CARD, amount_minor=2000, paid_at=AT, card=card)
    done = replace(chosen, taken=(taken,), paid_at=AT)
    for name, phase in (("paid", Phase.PAID), ("receipt", Phase.RECEIPT), ("thanks", Phase.THANKS)):
        yield name, phase, done


def situations(idle: State) -> Iterator[tuple[str, Snapshot]]:
    """Every moment, and what stands over some of them."""
    for name, phase, transaction in loads():
        yield f"load-{name}", Snapshot(sequence=1, state=replace(idle, phase=phase, transaction=transaction))
    choosing = next(transaction for name, _, transaction in loads() if name == "choose")
    no_terminal = {**idle.devices, Device.TERMINAL: DeviceState(condition=Condition.FAULT, code="unplugged")}
    state = replace(idle, phase=Phase.LOAD, transaction=choosing)
    yield "load-no-terminal", Snapshot(sequence=1, state=replace(state, devices=no_terminal))
    yield "help-load", Snapshot(sequence=1, state=replace(state, help_called=True))
    yield "closed-load", Snapshot(sequence=1, state=state, outage="journal_failed")
