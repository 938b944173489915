"""Made-up lanes with staff before them, for the gallery and the tests: the layer in every shape. Pure."""

from collections.abc import Iterator

from msgspec.structs import replace

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import DeviceState, Phase, State
from kiosk.devices.health import Condition, Device
from kiosk.ui.samples.attention import attended, four_open, raised, shopping
from kiosk.ui.samples.goods import paid, paying
from retail.interventions import events as v
from retail.interventions.carried import Tries
from retail.interventions.sign_in import FOREVER_US, Desk
from retail.interventions.wishes import Staff
from retail.interventions.words import Role, Severity

ATTENDANT = Staff(staff_id="u-7", role=Role.ATTENDANT)
MANAGER = Staff(staff_id="u-2", role=Role.MANAGER)
LOCKED_UNTIL_US = 1_900_000_000_000_000


def signed_in(state: State, staff: Staff, tries: dict[str, Tries] | None = None) -> State:
    """The lane with this person before it."""
    desk = Desk(staff=staff, tries=tries or {})
    return replace(state, situation=replace(state.situation, desk=desk))


def wrongly_tried(state: State, wrong: int, locked_until_us: int = 0) -> State:
    """A lane at which number 4711 was tried."""
    tries = {"4711": Tries(wrong=wrong, locked_until_us=locked_until_us)}
    return replace(state, situation=replace(state.situation, desk=Desk(tries=tries)))


def _snapshot(state: State, refusal: str = "") -> Snapshot:
    return Snapshot(sequence=1, state=state, refusal=refusal)


def situations(idle: State) -> Iterator[tuple[str, Snapshot]]:
    """The layer, by what is open and who is in."""
    scanning = replace(idle, phase=Phase.SCANNING, transaction=shopping())
    waits = replace(scanning, transaction=replace(shopping(), wants_to_pay=True))
    yield "staff-four", _snapshot(signed_in(attended(waits, *four_open()), ATTENDANT))
    yield "staff-calm", _snapshot(signed_in(attended(scanning), ATTENDANT))
    grown = raised(1, "age_check", line_id=2, measure=18)
    yield "staff-age", _snapshot(signed_in(attended(scanning, grown), ATTENDANT))
    yield "staff-grave", _snapshot(signed_in(_grave(idle), ATTENDANT))
    yield "staff-manager", _snapshot(signed_in(_grave(idle), MANAGER))
    refused = raised(2, "unexpected_item", measure=412, refused_by="u-7", refused_why="items_missing")
    check = v.CheckDrawn(extent="partial", score=12, line_ids=(1, 3, 4), at_us=1)
    audited = attended(waits, refused, raised(3, "audit", measure=3), raised(4, "place_item", line_id=3))
    audited = replace(
        audited,
        situation=replace(audited.situation, sale=replace(audited.situation.sale, check=check)),
    )
    yield "staff-audit", _snapshot(signed_in(audited, ATTENDANT))
    faults = {
        **idle.devices,
        Device.PRINTER: DeviceState(
            condition=Condition.WARNING, code="paper_near_end", detail="The paper is nearly used up."
        ),
        Device.TERMINAL: DeviceState(
            condition=Condition.FAULT,
            code="unplugged",
            detail="The card terminal does not answer; check its cable.",
        ),
    }
    ill = attended(
        replace(idle, devices=faults, closed_by="u-2", closed_reason="Open again at 14:00."),
        raised(1, "device_offline", subject="terminal"),
        raised(2, "lane_closed"),
    )
    tries = {
        "4711": Tries(wrong=5, locked_until_us=LOCKED_UNTIL_US),
        "4712": Tries(wrong=5, locked_until_us=FOREVER_US),
        "": Tries(wrong=2),
    }
    yield "staff-idle", _snapshot(signed_in(ill, MANAGER, tries))
    yield (
        "staff-paid",
        _snapshot(
            signed_in(attended(replace(idle, phase=Phase.RECEIPT, transaction=paid(shopping()))), ATTENDANT)
        ),
    )
    yield (
        "staff-refused",
        _snapshot(signed_in(attended(scanning, *four_open()), ATTENDANT), "staff_needs_manager"),
    )
    trained = replace(scanning, transaction=replace(shopping(), is_training=True), training_by="u-2")
    yield "staff-training", _snapshot(signed_in(attended(trained, grown), ATTENDANT))


def _grave(idle: State) -> State:
    sale = replace(shopping(), payment=paying(shopping()))
    state = replace(idle, phase=Phase.UNKNOWN, transaction=sale)
    return attended(
        state,
        raised(1, "payment_unknown", subject="t-1-1", severity=Severity.CRITICAL),
        raised(2, "not_for_sale", line_id=3),
        raised(3, "help"),
    )
