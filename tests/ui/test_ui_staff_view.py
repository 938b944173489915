"""The attendant layer as data: the order of decisions, who may decide, what can be done now."""

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.checkout.state import Phase, State
from kiosk.devices.health import Condition, Device
from kiosk.ui.application import ASSETS
from kiosk.ui.kind_icons import ICON_OF_ACTION
from kiosk.ui.samples import READY
from kiosk.ui.samples.attention import RULES, attended, four_open, raised, shopping
from kiosk.ui.samples.staff import ATTENDANT, MANAGER, signed_in
from kiosk.ui.view.staff import ICON_OF_DEVICE, staff_view
from kiosk.ui.view.staff_here import Here
from kiosk.ui.views.attended import StaffView, VisitView
from kiosk.ui.voice import Voice
from kiosk.ui.words import joins as join_words
from kiosk.ui.words import loads as load_words
from kiosk.ui.words import messages
from kiosk.ui.words import staff as words
from kiosk.ui.words.staff_refusals import REFUSED_STAFF
from kiosk.ui.words.tenders import REFUSED_TENDER
from retail.catalogue import LANGUAGES
from retail.interventions import wishes
from retail.interventions.carried import Open, Tries
from retail.interventions.deed_reasons import DEED_REASONS
from retail.interventions.kinds import KINDS
from retail.interventions.policy import Policy, RightRules
from retail.interventions.reasons import reason_text
from retail.interventions.rights import Action
from retail.interventions.situation import Rules
from retail.interventions.wishes import Staff
from retail.interventions.words import Role, Severity

SCANNING = State(phase=Phase.SCANNING, transaction=shopping(), devices=READY)
CHECKOUT = Path(__file__).parents[2] / "kiosk" / "checkout"


def layer(state: State, staff: Staff = ATTENDANT, rules: Rules = RULES) -> StaffView:
    here = Here(state=signed_in(state, staff), voice=Voice(str, "en", "EUR"), rules=rules)
    return staff_view(here)


def visit(one: Open, staff: Staff = ATTENDANT, state: State = SCANNING) -> VisitView:
    (view,) = layer(attended(state, one), staff).visits
    return view


def deeds(view: StaffView) -> dict[str, str]:
    """What can be done: key to why not, empty if it can."""
    return {one.key: "" if one.is_enabled else one.note for one in (*view.sale_deeds, *view.lane_deeds)}


def test_nobody_in_sees_nothing() -> None:
    assert staff_view(Here(state=SCANNING, voice=Voice(str, "en", "EUR"))) == StaffView()


def test_staff_call_each_kind_as_the_table_does() -> None:
    assert {word: kind.name for word, kind in KINDS.items()} == words.KINDS


def test_every_role_deed_and_device_has_words_and_pictures() -> None:
    icons = {path.stem for path in (ASSETS / "icons").glob("*.svg")}
    assert set(words.ROLES) == set(words.NEEDS) == set(Role)
    assert set(words.ACTIONS) == set(ICON_OF_ACTION) == set(DEED_REASONS) == set(Action)
    assert set(words.DEVICES) == set(ICON_OF_DEVICE) == set(Device)
    assert set(words.CONDITIONS) == set(Condition)
    assert set(ICON_OF_ACTION.values()) | set(ICON_OF_DEVICE.values()) <= icons


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_words_in_every_language(language: str) -> None:
    for codes in DEED_REASONS.values():
        spoken = {reason_text(code, language) for code in codes}
        assert len(spoken) == len(codes)
        assert not spoken & set(codes)


def test_every_refusal_of_the_rules_is_told_in_words() -> None:
    sources = {path.name: path.read_text() for path in CHECKOUT.glob("*.py")}
    codes = {code for text in sources.values() for code in re.findall(r'Refused\(\s*code="(\w+)"', text)}
    for name in ("suspended.py", "returns.py"):
        codes |= set(re.findall(r'Verdict\.\w+: "(\w+)"', sources[name]))
    declared = Path(wishes.__file__).read_text().split("class Refused", 1)[1].split("class Ignored", 1)[0]
    told = re.findall(r"`(\w+)`", declared)
    assert len(told) >= 10
    codes |= {f"staff_{code}" for code in told}
    codes |= {f"staff_needs_{role.value}" for role in Role} | {"staff_role", "staff_limit", "staff_no_reason"}
    codes |= {"staff_not_yourself"}
    known = set(REFUSED_STAFF) | set(messages.REFUSED_COMMAND) | messages.REFUSED_BEHIND_THE_SCENES
    known |= set(REFUSED_TENDER) | set(load_words.REFUSED) | set(join_words.REFUSED)
    assert len(codes) > 30
    assert codes - known == set()


def test_the_gravest_is_decided_first_then_the_oldest_and_nudges_last() -> None:
    open_ones = (
        raised(1, "place_item", line_id=1),
        raised(2, "age_check", line_id=2, measure=16),
        raised(3, "price_required", line_id=4),
        raised(4, "help", severity=Severity.CRITICAL),
    )
    view = layer(attended(SCANNING, *open_ones))
    assert [one.intervention_no for one in view.visits] == [4, 2, 3, 1]


def test_the_usual_reason_is_one_touch_away() -> None:
    view = visit(raised(1, "unexpected_item", measure=412))
    assert [choice.key for choice in view.approve] == ["nothing_wrong"]
    assert view.has_more
    assert view.may_refuse
    assert "412 g" in view.about


def test_an_age_is_approved_by_sight_or_by_card() -> None:
    view = visit(raised(1, "age_check", line_id=2, measure=16))
    assert [choice.key for choice in view.approve] == ["clearly_of_age", "born"]
    assert "25" in view.approve[0].note
    assert view.about == "From 16 years · Riesling, dry, 0.75\u00a0l · €15.98"


def test_a_missing_price_is_approved_by_entering_it() -> None:
    view = visit(raised(1, "price_required", line_id=4))
    assert [choice.key for choice in view.approve] == ["price_override"]


def test_a_closed_lane_is_approved_by_opening_it() -> None:
    view = visit(raised(1, "lane_closed"))
    assert [(choice.key, choice.text) for choice in view.approve] == [("open_lane", "Open lane")]
    assert not view.has_more


def test_money_that_may_have_moved_is_never_one_touch() -> None:
    view = visit(raised(1, "payment_unknown", subject="t-1"), MANAGER)
    assert view.approve == ()
    assert view.has_more


def test_what_takes_a_manager_says_so_and_cannot_be_touched() -> None:
    one = raised(1, "not_for_sale", line_id=3)
    view = visit(one)
    assert (view.approve, view.has_more, view.may_refuse) == ((), False, False)
    assert view.state == "Manager's badge"
    assert visit(one, MANAGER).approve


def test_what_was_refused_and_waits_to_be_taken_off_is_not_approved() -> None:
    view = visit(raised(1, "age_check", line_id=2, refused_by="u-7", refused_why="too_young"))
    assert (view.approve, view.may_refuse) == ((), False)
    assert view.state == "Refused: Too young"


def test_a_refusal_that_left_it_open_can_still_be_approved() -> None:
    view = visit(raised(1, "unexpected_item", refused_by="u-7", refused_why="items_missing"))
    assert view.approve
    assert not view.may_refuse


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"item_shuffling"}))
@pytest.mark.parametrize("staff", [ATTENDANT, MANAGER])
def test_every_kind_can_be_looked_at(kind: str, staff: Staff) -> None:
    view = visit(raised(1, kind, line_id=2, measure=3, subject="terminal"), staff)
    assert view.name
    assert view.approve or view.has_more or view.state or view.may_refuse


def test_what_can_be_done_follows_from_where_the_shopper_is() -> None:
    scanning = deeds(layer(attended(SCANNING)))
    assert scanning["discount_sale"] == scanning["suspend"] == scanning["close_lane"] == ""
    assert scanning["reprint"] == "Once it is paid"
    assert scanning["restart"] == "Between two shoppers"
    assert scanning["resume"] == "With an empty basket"
    idle = deeds(layer(State(devices=READY), MANAGER))
    assert idle["suspend"] == idle["cancel"] == "No open basket"
    assert idle["training"] == idle["day_close"] == idle["no_sale"] == idle["resume"] == ""
    assert idle["unlock"] == "Nobody is locked"
    paid = deeds(layer(replace(SCANNING, phase=Phase.RECEIPT)))
    assert paid["reprint"] == ""


def test_what_a_role_may_not_do_is_shown_with_the_badge_it_takes() -> None:
    idle = deeds(layer(State(devices=READY)))
    assert idle["training"] == idle["day_close"] == idle["no_sale"] == "Manager's badge"
    dear = replace(shopping(), priced=replace(shopping().priced, total_minor=10_001))
    assert deeds(layer(replace(SCANNING, transaction=dear)))["cancel"] == "Manager's badge"
    assert deeds(layer(SCANNING))["cancel"] == ""


def test_a_store_s_own_rights_count() -> None:
    rules = Rules(policy=Policy(rights={"suspend": RightRules(role="manager")}))
    assert deeds(layer(SCANNING, rules=rules))["suspend"] == "Manager's badge"


def test_a_closed_lane_is_opened_and_training_ended() -> None:
    state = State(devices=READY, closed_by="u-2", training_by="u-2")
    view = layer(state, MANAGER)
    assert {"open_lane"} == {one.key for one in view.lane_deeds if one.key.endswith("_lane")}
    assert next(one.text for one in view.lane_deeds if one.key == "training") == "End training"


def test_lines_say_which_wait_for_a_decision() -> None:
    view = layer(attended(SCANNING, *four_open()))
    assert {line.line_id: line.mark for line in view.lines} == {1: "", 2: "open", 3: "", 4: "open", 5: ""}


def test_devices_that_a_lane_does_not_have_are_not_listed() -> None:
    view = layer(State(devices={Device.PRINTER: READY[Device.PRINTER]}))
    assert [device.key for device in view.devices] == ["camera", "terminal", "printer"]
    assert view.devices[0].condition == "unknown"


def test_who_is_locked_can_be_unlocked_by_a_manager_only() -> None:
    tries = {"4711": Tries(wrong=5, locked_until_us=1)}
    for staff, why in ((ATTENDANT, "Manager's badge"), (MANAGER, "")):
        here = Here(state=signed_in(State(), staff, tries), voice=Voice(str, "en", ""))
        assert deeds(staff_view(here))["unlock"] == why
