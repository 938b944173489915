"""The check at the end of scanning as the journal tells it, and texts with their blanks filled in."""

import msgspec
import pytest
from interventions_world import ANNA, BEER, GIN, MILK, NOON, Lane, added, beer, gin, started

from retail.interventions import audit
from retail.interventions import events as v
from retail.interventions import sign_in as si
from retail.interventions import wishes as w
from retail.interventions.kinds import KINDS, TABLE
from retail.interventions.policy_file import read_policy
from retail.interventions.sale import ORDER
from retail.interventions.telling import told
from retail.interventions.words import SelfClear
from retail.journal import events as e

ALWAYS = read_policy({"audit": {"random_permille": 1_000, "sample": 1}})


def shopped(seed: str = "s") -> Lane:
    lane = Lane(policy=ALWAYS, seed=seed)
    lane.happen(started(), added(1, MILK, quantity=2), added(2, GIN), added(3, BEER))
    return lane


def draw(lane: Lane) -> v.CheckDrawn:
    found = audit.drawn(lane.situation, lane.rules, lane.now)
    assert found is not None
    lane.happen(found)
    return found


def test_a_drawn_check_blocks_paying_and_is_drawn_once() -> None:
    lane = shopped()
    found = draw(lane)
    assert (found.extent, len(found.line_ids), found.because) == ("partial", 1, (("random", 0),))
    assert not lane.situation.book.may_pay
    lane.happen(added(4, "09521000000080"))
    assert audit.drawn(lane.situation, lane.rules, lane.now) is None
    lane.wish(w.Settle(because=SelfClear.SAMPLE_MATCHES))
    assert lane.situation.book.may_pay


def test_a_purchase_that_was_not_drawn_is_not_drawn_again_at_the_next_touch() -> None:
    lane = Lane(policy=read_policy({"audit": {"random_permille": 0}}), seed="s")
    lane.happen(started(), added(1))
    assert draw(lane).extent == "none"
    assert lane.open() == {}
    assert audit.drawn(lane.situation, lane.rules, lane.now) is None


def test_an_empty_basket_is_not_checked() -> None:
    lane = Lane(policy=ALWAYS, seed="s")
    lane.happen(started())
    assert audit.drawn(lane.situation, lane.rules, lane.now) is None


def ordered(line_id: int, key: str, quantity: int) -> e.ItemAdded:
    return msgspec.structs.replace(added(line_id, key, quantity=quantity), evidence=(ORDER,))


def test_goods_of_an_order_are_not_drawn_they_may_lie_at_the_counter() -> None:
    lane = Lane(policy=ALWAYS, seed="s")
    lane.happen(started(), ordered(1, MILK, 20))
    assert audit.drawn(lane.situation, lane.rules, lane.now) is None
    assert audit.counts(lane.situation)["repeated_code"] == 0
    lane.happen(added(2, GIN))
    assert draw(lane).line_ids == (2,)
    assert audit.findings(lane.situation, [GIN]) == ()
    assert audit.findings(lane.situation, [MILK] * 20 + [GIN]) == (), "they may as well lie here"
    more = audit.findings(lane.situation, [MILK] * 21 + [GIN])
    assert more == (audit.Finding(key=MILK, listed=20, found=21),)


def test_of_a_line_with_goods_of_an_order_only_what_was_scanned_besides_is_checked() -> None:
    lane = Lane(policy=ALWAYS, seed="s")
    lane.happen(started(), ordered(1, MILK, 2), added(1, MILK, quantity=1))
    assert draw(lane).line_ids == (1,)
    assert audit.findings(lane.situation, []) == (audit.Finding(key=MILK, listed=1, found=0),)
    assert [audit.findings(lane.situation, [MILK] * pieces) for pieces in (1, 2, 3)] == [()] * 3
    assert audit.findings(lane.situation, [MILK] * 4) == (audit.Finding(key=MILK, listed=3, found=4),)


def test_what_is_put_back_is_what_was_scanned_and_then_the_orders() -> None:
    lane = Lane(policy=ALWAYS, seed="s")
    lane.happen(started(), ordered(1, MILK, 2), added(1, MILK, quantity=1))
    lane.happen(e.QuantityChanged(line_id=1, quantity=2))
    assert audit.drawn(lane.situation, lane.rules, lane.now) is None
    lane.happen(e.QuantityChanged(line_id=1, quantity=1), e.QuantityChanged(line_id=1, quantity=2))
    assert lane.situation.sale.scanned == {1: 1}
    lane.happen(e.ItemVoided(line_id=1), added(1, MILK))
    assert lane.situation.sale.scanned == {1: 1}


def test_a_partial_check_compares_its_articles_and_what_is_on_no_list() -> None:
    lane = shopped()
    line = lane.situation.sale.lines[draw(lane).line_ids[0]]
    key, pieces = line.product.key, line.quantity
    assert audit.findings(lane.situation, [key] * pieces) == ()
    assert audit.findings(lane.situation, []) == (audit.Finding(key=key, listed=pieces, found=0),)
    stranger = "09521000009991"
    extra = audit.findings(lane.situation, [key] * pieces + [stranger])
    assert extra == (audit.Finding(key=stranger, listed=0, found=1),)


def test_what_the_shopper_did_counts_and_what_staff_did_does_not() -> None:
    lane = Lane()
    lane.happen(started(), added(1, quantity=3), e.ItemVoided(line_id=1))
    assert audit.counts(lane.situation)["voided"] == 3
    claim = si.Claim(staff_id="anna", how=si.How.BADGE, is_right=True)
    lane.happen(*si.sign_in(lane.situation.desk, claim, lane.rules.policy.sign_in, NOON))
    lane.happen(added(2, quantity=5), e.ItemVoided(line_id=2))
    assert audit.counts(lane.situation)["voided"] == 3
    assert lane.open() == {}


def test_a_line_that_staff_refused_is_not_counted_against_the_shopper() -> None:
    lane = Lane()
    lane.happen(started(), beer(1))
    lane.wish(w.Refuse(intervention_no=1, staff=ANNA, why="no_id", is_remote=True))
    lane.happen(e.ItemVoided(line_id=1))
    assert (lane.open(), lane.situation.sale.voids) == ({}, 0)


def test_a_restart_in_the_middle_and_a_changed_price_are_causes() -> None:
    lane = Lane()
    lane.happen(
        e.LaneStarted(lane="1", version="1"), started(), added(1), e.LaneStarted(lane="1", version="1")
    )
    lane.happen(
        v.StaffActed(action="price_override", by="anna", role=ANNA.role, why="x", at_us=NOON, line_id=1)
    )
    found = audit.counts(lane.situation, {"dear_item": 2})
    assert (found["restarted"], found["price_overridden"], found["dear_item"]) == (1, 1, 2)


@pytest.mark.parametrize("language", ["en", "de", "zh", "xx"])
def test_every_text_is_told_without_a_blank(language: str) -> None:
    lane = Lane()
    lane.happen(started(), gin(7))
    lane.wish(*(w.Raise(kind=kind.word, subject="x 1", line_id=7, measure=18, why="test") for kind in TABLE))
    assert {one.kind for one in lane.situation.book.open} == set(KINDS)
    for one in lane.situation.book.open:
        title, body = told(one, lane.situation.sale, language, "EUR", place=2)
        assert title
        assert body
        assert "{" not in title + body


def test_texts_name_the_article_the_age_and_the_amount() -> None:
    lane = Lane()
    lane.happen(
        started(), gin(1), added(2, MILK, quantity=6), e.PaymentUnknown(attempt_id="a1", reason="silent")
    )
    texts = {one.kind: told(one, lane.situation.sale, "en", "EUR", amount_minor=1_299) for one in
             lane.situation.book.open}  # fmt: skip
    assert f"{GIN} is sold from 18 years" in texts["age_check"][1]
    assert MILK in texts["quantity_over_limit"][0]
    assert "6 pieces" in texts["quantity_over_limit"][1]
    assert "12.99" in texts["payment_unknown"][1]
    assert KINDS["payment_unknown"].title.en == texts["payment_unknown"][0]


def test_one_code_shown_many_times_is_a_cause_and_a_family_s_shopping_is_none() -> None:
    shop = Lane()
    shop.happen(started(), added(1, MILK, quantity=12), added(2, GIN, quantity=3))
    assert audit.counts(shop.situation)["repeated_code"] == 0
    shop.happen(added(1, MILK, quantity=4))
    assert audit.counts(shop.situation)["repeated_code"] == 4
