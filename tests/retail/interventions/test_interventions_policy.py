"""A store's own rules are read whole or refused with the key, the reason and the nearest name."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.interventions.kinds import KINDS, TABLE
from retail.interventions.policy import Policy
from retail.interventions.policy_file import MISTAKES_MAX, PolicyRefusedError, read_policy
from retail.interventions.rights import RIGHTS, Action
from retail.interventions.words import Blocks, Clearer, Role

SHOP = """
[age]
country = "DE"
[age.categories]
"drinks/beer" = "beer_wine"
"games" = 12
[hours.closed]
"drinks/spirits" = "22:00-06:00"
[goods]
stopped = ["09521000000059"]
markdown = "first"
[goods.regulated.paracetamol]
most = 2
09521000000042 = 1
[weight]
tolerance_g = 20
[audit.points]
voided = 4
[kinds.age_check]
blocks = "at_once"
overdue_s = 60
[rights.price_override]
attendant_percent = 5
"""


def refused(document: dict[str, object]) -> dict[str, str]:
    with pytest.raises(PolicyRefusedError) as raised:
        read_policy(document)
    return {one.where: one.reason for one in raised.value.mistakes}


def test_a_shops_file_is_read() -> None:
    policy = read_policy(tomllib.loads(SHOP))
    assert (policy.age.years("drinks/beer/craft"), policy.age.years("games"), policy.age.years("bread")) == (
        16, 12, 0,
    )  # fmt: skip
    assert policy.goods.regulated["paracetamol"] == {"most": 2, "09521000000042": 1}
    assert policy.weight.tolerance_g == 20
    assert policy.effective(KINDS["age_check"]).blocks is Blocks.AT_ONCE
    limit = policy.staff_rights()[Action.PRICE_OVERRIDE].limit(Role.ATTENDANT)
    assert (limit.percent, limit.amount_minor) == (5, 2_000)


def test_no_file_means_the_table_and_no_more() -> None:
    assert read_policy({}) == Policy()
    for kind in TABLE:
        effective = Policy().effective(kind)
        assert (effective.blocks, effective.clearer, effective.nudge_s, effective.is_remote) == (
            kind.blocks, kind.clearer, kind.nudge_s, kind.is_remote,
        )  # fmt: skip
    assert Policy().staff_rights() == RIGHTS


@pytest.mark.parametrize(
    ("document", "where", "reason"),
    [
        ({"wieght": {}}, "wieght", "did you mean weight?"),
        ({"weight": {"tolerence_g": 5}}, "weight.tolerence_g", "did you mean tolerance_g?"),
        ({"weight": {"tolerance_g": 0}}, "weight.tolerance_g", "is 0; allowed: a whole number from 1"),
        ({"weight": {"tolerance_g": True}}, "weight.tolerance_g", "is True; allowed"),
        ({"weight": {"tolerance_g": 1.5}}, "weight.tolerance_g", "is 1.5; allowed"),
        ({"weight": 3}, "weight", "is a section"),
        ({"age": {"country": "GER"}}, "age.country", "is 'GER'; allowed: AT"),
        ({"age": {"country": "DE", "categories": {"beer": "beer_vine"}}}, "age.categories.beer",
         "did you mean beer_wine?"),
        ({"age": {"categories": {"beer": "beer_wine"}}}, "age.categories.beer", "age.country is empty"),
        ({"age": {"categories": {"beer": 200}}}, "age.categories", "is 200; allowed"),
        ({"age": {"categories": {"a//b": 18}}}, "age.categories", "a category such as"),
        ({"hours": {"closed": {"gin": "22-6"}}}, "hours.closed", "hours such as 22:00-06:00"),
        ({"hours": {"closed": {"gin": 22}}}, "hours.closed", "is 22 at gin"),
        ({"goods": {"stopped": ["123"]}}, "goods.stopped", "a GTIN-14"),
        ({"goods": {"stopped": "123"}}, "goods.stopped", "a list of texts"),
        ({"goods": {"markdown": "allways"}}, "goods.markdown", "did you mean always?"),
        ({"goods": {"regulated": {"x": {"09521000000042": 1}}}}, "goods.regulated.x", "lacks `most`"),
        ({"goods": {"regulated": {"x": 5}}}, "goods.regulated", "allowed: a table"),
        ({"audit": {"points": {"voids": 3}}}, "audit.points.voids", "did you mean voided?"),
        ({"audit": {"partial_from": 40}}, "audit.full_from", "nothing would be partial"),
        ({"kinds": {"agecheck": {}}}, "kinds.agecheck", "did you mean age_check?"),
        ({"kinds": {"help": {"nudge_s": 99_999}}}, "kinds.help.nudge_s", "from -1 to 3600 s"),
        ({"kinds": 5}, "kinds", "is a section"),
        ({"rights": {"prize_override": {}}}, "rights.prize_override", "did you mean price_override?"),
        ({"rights": {"unlock": {"role": "attendant"}}}, "rights.unlock.role", "nobody below manager"),
        ({"rights": {"discount_line": {"attendant_percent": 90}}}, "rights.discount_line",
         "more than a manager"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_key_and_what_is_allowed(
    document: dict[str, object], where: str, reason: str
) -> None:
    assert reason in refused(document)[where]


@pytest.mark.parametrize("word", [kind.word for kind in TABLE if kind.is_binding])
def test_what_binds_is_tightened_but_never_loosened(word: str) -> None:
    kind = KINDS[word]
    reasons = refused({"kinds": {word: {"blocks": "nothing", "clearer": "shopper"}}})
    assert "the law, the licence or the safety of money" in reasons[f"kinds.{word}.blocks"]
    assert "the law, the licence or the safety of money" in reasons[f"kinds.{word}.clearer"]
    tight = read_policy({"kinds": {word: {"blocks": "at_once", "clearer": "manager", "remote": "no"}}})
    effective = tight.effective(kind)
    assert (effective.blocks, effective.clearer, effective.is_remote) == (
        Blocks.AT_ONCE, Clearer.MANAGER, False,
    )  # fmt: skip


@pytest.mark.parametrize("word", [kind.word for kind in TABLE if not kind.is_remote])
def test_what_needs_hands_cannot_be_decided_from_afar(word: str) -> None:
    for remote in ("yes", "picture"):
        assert f"kinds.{word}.remote" in refused({"kinds": {word: {"remote": remote}}})


def test_a_picture_is_asked_for_only_where_an_item_lies_before_the_camera() -> None:
    reasons = refused({"kinds": {"misuse_count": {"remote": "picture"}}})
    assert "no item in front of the camera" in reasons["kinds.misuse_count.remote"]
    asked = read_policy({"kinds": {"quantity_over_limit": {"remote": "picture"}}})
    assert asked.effective(KINDS["quantity_over_limit"]).needs_picture
    assert [kind.word for kind in TABLE if Policy().effective(kind).needs_picture] == [
        "age_check", "produce_check", "markdown_check",
    ]  # fmt: skip


def test_a_nudge_is_not_turned_into_waiting_for_nobody() -> None:
    reasons = refused({"kinds": {"place_item": {"blocks": "payment", "clearer": "attendant"}}})
    assert set(reasons) == {"kinds.place_item.blocks", "kinds.place_item.clearer"}


def test_every_mistake_is_named_at_once_and_counted_beyond_the_list() -> None:
    document: dict[str, object] = {f"section_{number}": {} for number in range(MISTAKES_MAX + 7)}
    with pytest.raises(PolicyRefusedError, match="and 7 more") as raised:
        read_policy(document)
    assert (len(raised.value.mistakes), raised.value.count) == (MISTAKES_MAX, MISTAKES_MAX + 7)


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6) | st.floats(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
_SECTIONS = st.sampled_from(["age", "hours", "goods", "limits", "weight", "audit", "kinds", "rights", "x"])
_KEYS = st.sampled_from(
    ["country", "categories", "closed", "stopped", "regulated", "points", "help", "void_line"]
)


@given(st.dictionaries(_SECTIONS, _VALUES | st.dictionaries(_KEYS, _VALUES, max_size=3), max_size=4))
def test_anything_else_is_read_or_refused_and_never_breaks(document: dict[str, object]) -> None:
    try:
        read: Policy | PolicyRefusedError = read_policy(document)
    except PolicyRefusedError as error:
        read = error
    assert isinstance(read, Policy) or read.mistakes
