"""What a shopper sees of interventions."""

import pytest
from msgspec.structs import replace

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Phase, State
from kiosk.ui.application import ASSETS
from kiosk.ui.bridges.attention import Attention
from kiosk.ui.kind_icons import ICON_OF_KIND
from kiosk.ui.post import Touch
from kiosk.ui.samples import READY
from kiosk.ui.samples.attention import RULES, attended, four_open, raised, shopping
from kiosk.ui.samples.attention import situations as attention_situations
from kiosk.ui.samples.staff import ATTENDANT, signed_in
from kiosk.ui.view.attention import SAID_ELSEWHERE, attention_view
from kiosk.ui.view.basket import checks_of
from kiosk.ui.views.attended import AttentionView, NudgeView
from retail.catalogue import LANGUAGES
from retail.interventions.book import Grant
from retail.interventions.carried import Open
from retail.interventions.kinds import KINDS
from retail.interventions.words import Blocks, Role, Severity

SCANNING = State(phase=Phase.SCANNING, transaction=shopping(), devices=READY)
WAITING = replace(SCANNING, transaction=replace(shopping(), wants_to_pay=True))


def seen(state: State, place: int = 0, outage: str = "") -> AttentionView:
    snapshot = Snapshot(sequence=1, state=state, queue_place=place, outage=outage)
    return attention_view(snapshot, str, frozenset())


def nudged(*those: Open) -> tuple[NudgeView, ...]:
    return seen(attended(SCANNING, *those)).nudges


def keys(nudge: NudgeView) -> list[str]:
    return [wish.key for wish in nudge.wishes]


def test_every_kind_has_a_picture_that_is_there() -> None:
    assert set(ICON_OF_KIND) == set(KINDS)
    icons = {path.stem for path in (ASSETS / "icons").glob("*.svg")}
    assert set(ICON_OF_KIND.values()) <= icons


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(set(KINDS) - SAID_ELSEWHERE - {"pickup_check"}))
def test_every_kind_is_told_in_every_language_with_no_blank_left(kind: str, language: str) -> None:
    state = attended(replace(SCANNING, language=language), raised(1, kind, line_id=2, measure=16))
    snapshot = Snapshot(sequence=1, state=state)
    (nudge,) = attention_view(snapshot, str, frozenset()).nudges
    assert nudge.title
    assert "{" not in nudge.title + nudge.body
    assert language == "zh" or not set("“”„’") & set(nudge.title + nudge.body)


@pytest.mark.parametrize("kind", sorted(SAID_ELSEWHERE))
def test_what_other_screens_say_is_no_nudge(kind: str) -> None:
    view = seen(attended(SCANNING, raised(1, kind, is_called=False)))
    assert not view.nudges


def test_what_the_shopper_can_do_comes_before_what_staff_come_for() -> None:
    called = raised(2, "age_check", line_id=2, measure=16)
    asked = raised(1, "place_item", line_id=3)
    assert [nudge.intervention_no for nudge in nudged(called, asked)] == [1, 2]
    assert [nudge.is_called for nudge in nudged(called, asked)] == [False, True]


@pytest.mark.parametrize(
    ("kind", "answers"),
    [
        ("unexpected_item", ["bag", "call"]),
        ("place_item", ["skip", "dismiss"]),
        ("weight_mismatch", ["call"]),
        ("bagging_full", ["move", "moved", "call"]),
        ("vision_alert", ["call"]),
    ],
)
def test_each_kind_is_answered_in_its_own_way(kind: str, answers: list[str]) -> None:
    (nudge,) = nudged(raised(1, kind, line_id=3, is_called=False))
    assert keys(nudge) == answers


def test_what_was_refused_says_why_and_offers_nothing_to_wave_away() -> None:
    refused = raised(1, "unexpected_item", refused_by="u-7", refused_why="items_missing")
    (nudge,) = nudged(refused)
    assert "Items were not scanned" in nudge.body
    assert keys(nudge) == []
    assert not nudge.is_called


def test_a_line_that_staff_have_refused_is_no_longer_spoken_of() -> None:
    assert not nudged(raised(1, "age_check", line_id=2, refused_by="u-7", refused_why="too_young"))


@pytest.mark.parametrize(
    ("place", "words"), [(0, "A colleague is coming"), (1, "You are next"), (3, "You are number 3")]
)
def test_help_says_the_place_in_the_queue_only_when_it_is_known(place: int, words: str) -> None:
    (nudge,) = seen(attended(SCANNING, raised(1, "help")), place).nudges
    assert words in f"{nudge.title} {nudge.body}"
    assert ("number" in nudge.body) is (place > 1)
    assert keys(nudge) == ["end_help"]


def test_waiting_names_what_is_cleared_and_nothing_else() -> None:
    view = seen(attended(WAITING, *four_open(), raised(5, "help")), 2)
    assert view.sheet == "wait"
    assert [blocker.note for blocker in view.blockers] == [
        "Riesling, dry, 0.75 l",
        "",
        "Potted Basil, organic",
        "",
    ]
    assert len(view.blockers) == 4
    assert "number 2" in view.place
    assert not view.nudges


def test_nobody_waits_who_has_not_asked_to_pay() -> None:
    assert seen(attended(SCANNING, *four_open())).sheet == ""


def test_what_stops_at_once_covers_the_screen_and_does_not_ask_to_scan() -> None:
    held = raised(1, "age_check", line_id=2, measure=16, blocks=Blocks.AT_ONCE)
    view = seen(attended(SCANNING, held))
    assert view.sheet == "hold"
    assert "scanning" not in view.body


@pytest.mark.parametrize("phase", [Phase.CARD, Phase.UNKNOWN, Phase.PAID])
def test_nothing_covers_what_is_said_about_money_in_flight(phase: Phase) -> None:
    held = raised(1, "pickup_check")
    assert seen(attended(replace(SCANNING, phase=phase), held)).sheet == ""


def test_whoever_is_asked_whether_they_are_there_sees_until_when() -> None:
    asked = raised(1, "idle", is_called=False, call_at_us=5_000_000)
    view = seen(attended(SCANNING, asked))
    assert (view.sheet, view.until_ms) == ("idle", 5_000)
    called = seen(attended(SCANNING, raised(1, "idle")))
    assert (called.sheet, called.until_ms) == ("idle", 0)
    assert "colleague" in called.body


def test_an_unpaid_purchase_is_named_with_its_amount() -> None:
    left = raised(1, "walk_away", is_called=False, call_at_us=5_000_000)
    view = seen(attended(replace(SCANNING, phase=Phase.TENDER), left))
    assert view.sheet == "idle"
    assert "€41.50" in view.body
    assert "Nothing was charged" in view.body


@pytest.mark.parametrize("name", ["wait", "hold", "idle", "nudge-place"])
def test_nothing_stands_over_the_layer_of_staff(name: str) -> None:
    snapshot = dict(attention_situations(State(devices=READY)))[name]
    view = seen(signed_in(snapshot.state, ATTENDANT))
    assert (view.sheet, view.nudges) == ("", ())


@pytest.mark.parametrize(
    ("those", "light"),
    [
        ((), "green"),
        ((raised(1, "unexpected_item", is_called=False),), "green"),
        ((raised(1, "age_check", line_id=2),), "yellow"),
        ((raised(1, "help", severity=Severity.CRITICAL),), "red"),
        ((raised(1, "payment_unknown"),), "red"),
    ],
)
def test_the_light_is_the_lamp_over_the_lane(those: tuple[Open, ...], light: str) -> None:
    assert seen(attended(SCANNING, *those)).light == light


def test_a_closed_lane_has_no_light_and_an_outage_a_red_one() -> None:
    assert seen(State(devices=READY, closed_by="u-7")).light == "off"
    assert seen(SCANNING, outage="disk_full").light == "red"


def test_training_is_said_wherever_it_is() -> None:
    assert seen(State(training_by="u-7")).is_training
    assert seen(replace(SCANNING, transaction=replace(shopping(), is_training=True))).is_training
    assert not seen(SCANNING).is_training


def test_lines_are_marked_until_they_are_approved() -> None:
    state = attended(SCANNING, *four_open())
    assert checks_of(state, RULES) == {2: "check", 4: "check"}
    grant = Grant(kind="age_check", subject="line 2", measure=42, by="u-7", role=Role.ATTENDANT)
    assert checks_of(attended(SCANNING, grants=(grant,)), RULES) == {2: "approved"}
    young = replace(grant, measure=15)
    assert checks_of(attended(SCANNING, grants=(young,)), RULES) == {}


def test_goods_on_the_scale_are_asked_for_before_anything_else() -> None:
    snapshot = dict(attention_situations(State(devices=READY)))["nudge-weigh"]
    (nudge,) = attention_view(snapshot, str, frozenset()).nudges
    assert nudge.title == "Please lay Apples, loose on the scale"
    assert keys(nudge) == ["stop"]


# --- the bridge ------------------------------------------------------------------------------------------


def bridge(*those: Open) -> tuple[Attention, list[Touch]]:
    posted: list[Touch] = []
    made = Attention(posted.append)
    made.show(seen(attended(SCANNING, *those)))
    return made, posted


def test_what_was_put_aside_stays_aside_while_others_come_and_go() -> None:
    made, posted = bridge(raised(1, "age_check", line_id=2, measure=16))
    made.wish("seen")
    assert not made.hasNudge
    one = raised(1, "age_check", line_id=2, measure=16)
    made.show(seen(attended(SCANNING, one, raised(2, "place_item", line_id=3))))
    assert made.nudgeTitle.startswith("Please put")
    assert made.others == 0
    made.show(seen(attended(SCANNING, one)))
    assert not made.hasNudge
    assert posted == []


def test_full_bags_are_moved_in_two_steps_and_taken_as_moved_once() -> None:
    made, posted = bridge(raised(1, "bagging_full", is_called=False))
    assert [wish["key"] for wish in made.wishes] == ["move", "call"]
    made.wish("move")
    assert "Take the full bags away" in made.nudgeTitle
    assert [wish["key"] for wish in made.wishes] == ["moved", "call"]
    assert posted == []
    made.wish("moved")
    assert [type(command).__name__ for command in posted] == ["MoveFullBags"]


def test_an_answer_to_a_nudge_that_has_gone_asks_for_nothing() -> None:
    made, posted = bridge(raised(1, "place_item", line_id=3))
    made.show(seen(attended(SCANNING)))
    made.wish("skip")
    assert posted == []
