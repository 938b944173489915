"""Whether a code counts: each threat of docs/credential.md, and the answer to it."""

import msgspec
import pytest
from credential_rig import (
    ANNA,
    AT,
    DAY,
    LANE,
    OTHER_SHOP,
    SERVICE,
    SHOP,
    STRANGER,
    counts,
    credentials,
    live,
    paper,
    read,
    refusal,
    signer,
    subject,
    till,
)
from hypothesis import example, given
from hypothesis import strategies as st

from retail.check import BrokenInvariantError
from retail.credential import base45
from retail.credential.code import ANY_SHOP, Credential, Kind, text_of
from retail.credential.reasons import Reason
from retail.credential.trust import (
    FOR_EVER,
    KEYS_MAX,
    KEYS_PER_HINT_MAX,
    REVOKED_MAX,
    Revocation,
    Revoked,
    Trust,
    TrustedKey,
)
from retail.credential.verify import WINDOW_MAX_S, Refused, Rules, Verified, verify
from retail.languages import LANGUAGES
from retail.member import KeyKind, MemberRules, identify_scanned

LIVE = live()
EXIT = text_of(paper())


def test_a_member_is_known_without_asking_anybody() -> None:
    answer = counts(LIVE, till(SERVICE), AT)
    assert (answer.kind, answer.subject, answer.use_key) == (Kind.MEMBER, ANNA, None)
    assert answer.member_key is not None
    assert (answer.member_key.kind, answer.member_key.value) == (KeyKind.CREDENTIAL, f"#{ANNA}")


def test_the_subject_of_a_copied_code_is_no_card_of_its_own() -> None:
    """Whoever takes a picture can read the subject out of it. Printed as `member:`, it is nobody."""
    shown = counts(LIVE, till(), AT).member_key
    for text in (f"member:{ANNA}", f"member:#{ANNA}", f"#{ANNA}", ANNA):
        assert identify_scanned(text, MemberRules()).key != shown


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_counts_as_what_it_is_and_nothing_else(kind: Kind) -> None:
    text = live(kind=kind, shop_id=SHOP)
    assert text.startswith(f"OSC1{kind.value}R:")
    answer = counts(text, till(), AT)
    assert answer.kind is kind
    assert (answer.use_key is None) is (not kind.is_single_use)
    assert (answer.member_key is None) is (kind not in (Kind.MEMBER, Kind.WALLET))
    others = tuple(other for other in Kind if other is not kind)
    assert refusal(text, till(), AT, expected=others).reason is Reason.WRONG_KIND


@pytest.mark.parametrize("other", [kind for kind in Kind if kind is not Kind.MEMBER])
def test_a_code_turned_into_another_kind_is_forged(other: Kind) -> None:
    assert refusal(LIVE.replace("OSC1M", f"OSC1{other.value}"), till(), AT).reason is Reason.FORGED


# copied, and clocks


@pytest.mark.parametrize(
    ("off_s", "reason"),
    [
        (-3600, Reason.AHEAD),
        (-21, Reason.AHEAD),
        (-20, None),
        (0, None),
        (39, None),
        (40, Reason.OLD),
        (60, Reason.OLD),
        (3600, Reason.OLD),
        (13 * 3600, Reason.OLD),
    ],
)
def test_a_code_counts_while_it_is_shown_and_a_little_around(off_s: int, reason: Reason | None) -> None:
    answer = verify(LIVE, till(), AT + off_s)
    assert (answer.reason if isinstance(answer, Refused) else None) is reason
    if isinstance(answer, Refused):
        assert (answer.off_s, answer.kind) == (off_s, Kind.MEMBER)


@given(st.integers(1, 2160), st.integers(-7200, 7200), st.integers(0, 7200))
def test_a_copy_is_worth_nothing_a_minute_after_it_first_counted(
    index: int, first_s: int, later_s: int
) -> None:
    """Whatever the clocks of phone and till: two moments it counts at are less than a minute apart."""
    appears_s = AT + (index - 1) * 20
    text = live(appears_s)
    if isinstance(verify(text, till(), appears_s + first_s), Verified) and later_s >= WINDOW_MAX_S:
        answer = refusal(text, till(), appears_s + first_s + later_s)
        assert answer.reason is Reason.OLD


def test_a_shop_cannot_be_so_lenient_that_copies_count() -> None:
    assert Rules(behind_s=40, ahead_s=0).behind_s == 40
    for behind_s, ahead_s in ((41, 0), (0, 41), (20, 21), (-1, 20), (20, -1)):
        with pytest.raises(BrokenInvariantError):
            Rules(behind_s=behind_s, ahead_s=ahead_s)
    with pytest.raises(BrokenInvariantError):
        Rules(still_kinds=(Kind.MEMBER,))


def test_a_phone_with_a_wrong_clock_is_told_by_how_much() -> None:
    an_hour_slow = live(AT)
    assert refusal(an_hour_slow, till(), AT + 3600).off_s == 3600
    an_hour_fast = live(AT + 3600)
    assert refusal(an_hour_fast, till(), AT).off_s == -3600


# forged


@given(st.integers(7, len(LIVE) - 1), st.sampled_from(base45.ALPHABET))
def test_no_letter_can_be_changed(at: int, letter: str) -> None:
    text = LIVE[:at] + letter + LIVE[at + 1 :]
    answer = verify(text, till(), AT)
    assert isinstance(answer, Verified) is (text == LIVE)


@given(st.integers(0, 97 * 8 - 1))
def test_no_bit_can_be_changed(bit: int) -> None:
    body = bytearray(base45.decode(LIVE[7:]) or b"")
    body[bit // 8] ^= 1 << bit % 8
    assert isinstance(verify(LIVE[:7] + base45.encode(bytes(body)), till(), AT), Refused)


def test_a_stranger_signs_nothing() -> None:
    assert refusal(live(by=STRANGER), till(), AT).reason is Reason.UNKNOWN_KEY


def test_a_stranger_with_a_borrowed_hint_signs_nothing() -> None:
    forged = msgspec.structs.replace(read(live(by=STRANGER)), key_hint=SERVICE.key.hint)
    assert refusal(text_of(forged), till(), AT).reason is Reason.FORGED


@given(credentials())
@example(read(LIVE))
def test_whatever_can_be_written_has_an_answer(credential: Credential) -> None:
    answer = verify(text_of(credential), till(), AT)
    assert isinstance(answer, Verified) is (credential == read(LIVE))


@given(st.text(max_size=300))
def test_whatever_is_scanned_has_an_answer(text: str) -> None:
    assert isinstance(verify(text, till(), AT), Refused)


# shops


def test_a_member_is_a_member_in_every_shop_and_a_basket_in_one() -> None:
    counts(LIVE, till(shop_id=OTHER_SHOP), AT)
    basket = live(kind=Kind.BASKET, shop_id=SHOP)
    counts(basket, till(), AT)
    assert refusal(basket, till(shop_id=OTHER_SHOP), AT).reason is Reason.WRONG_SHOP


def test_a_code_for_one_shop_cannot_be_made_one_for_all_or_for_another() -> None:
    basket = read(live(kind=Kind.BASKET, shop_id=SHOP))
    for hint in (ANY_SHOP, read(live(kind=Kind.BASKET, shop_id=OTHER_SHOP)).shop_hint):
        moved = text_of(msgspec.structs.replace(basket, shop_hint=hint))
        assert refusal(moved, till(shop_id=OTHER_SHOP), AT).reason is Reason.FORGED


# keys


def test_a_lane_signs_exits_of_its_shop_and_nothing_else() -> None:
    counts(EXIT, till(), AT)
    greedy = signer(2)  # the lane's private key, told by itself that it may do anything
    for text in (
        live(by=greedy),
        text_of(paper(Kind.PICKUP, by=greedy)),
        text_of(paper(by=greedy, shop_id="")),
        live(kind=Kind.EXIT, by=greedy),
    ):
        assert refusal(text, till(), AT).reason is Reason.KEY_MAY_NOT
    elsewhere = text_of(paper(by=greedy, shop_id=OTHER_SHOP))
    assert refusal(elsewhere, till(shop_id=OTHER_SHOP), AT).reason is Reason.KEY_MAY_NOT


@pytest.mark.parametrize(("from_s", "until_s"), [(AT + 1, AT + DAY), (AT - DAY, AT)])
def test_a_key_counts_in_its_time(from_s: int, until_s: int) -> None:
    key = msgspec.structs.replace(SERVICE.key, from_s=from_s, until_s=until_s)
    told = msgspec.structs.replace(till(), trust=Trust([key]))
    assert refusal(LIVE, told, AT).reason is Reason.KEY_OVER


def test_a_new_key_is_believed_beside_the_old_one_and_then_alone() -> None:
    new = signer(11)
    old_code, new_code = live(), live(by=new)
    for text in (old_code, new_code):
        counts(text, till(SERVICE, new), AT)
    assert refusal(old_code, till(new), AT).reason is Reason.UNKNOWN_KEY
    counts(new_code, till(new), AT)


def test_a_key_that_leaked_is_taken_off_the_list_and_signs_nothing_more() -> None:
    assert refusal(EXIT, till(SERVICE), AT).reason is Reason.UNKNOWN_KEY


def test_keys_whose_hints_are_alike_are_all_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TrustedKey, "hint", property(lambda key: b"KK"))
    keys = [signer(seed) for seed in range(20, 20 + KEYS_PER_HINT_MAX)]
    for key in keys:
        counts(live(by=key), till(*keys), AT)
    with pytest.raises(BrokenInvariantError):
        till(*keys, signer(19))


def test_the_list_of_keys_is_bounded() -> None:
    keys = [
        TrustedKey(public=number.to_bytes(32, "big"), from_s=0, until_s=1) for number in range(KEYS_MAX + 1)
    ]
    assert Trust(keys[:KEYS_MAX]).count == KEYS_MAX
    with pytest.raises(BrokenInvariantError):
        Trust(keys)


@pytest.mark.parametrize("wrong", [{"public": b""}, {"until_s": 0}, {"kinds": ()}])
def test_a_key_that_signs_nothing_is_no_key(wrong: dict[str, object]) -> None:
    with pytest.raises(BrokenInvariantError):
        msgspec.structs.replace(SERVICE.key, **wrong)


def test_keys_and_revocations_travel_as_json() -> None:
    assert msgspec.json.decode(msgspec.json.encode(LANE.key), type=TrustedKey) == LANE.key
    row = Revocation(subject=ANNA, before_s=AT)
    assert msgspec.json.decode(msgspec.json.encode(row), type=Revocation) == row


# revocation


def test_a_stolen_phone_is_refused_and_the_next_one_is_not() -> None:
    where = till(revoked=(Revocation(subject=ANNA, before_s=AT + 100),))
    assert refusal(live(AT + 200), where, AT + 200).reason is Reason.REVOKED
    counts(live(AT + 200, from_s=AT + 100), where, AT + 200)
    counts(live(AT + 200, subject=subject(7)), where, AT + 200)


def test_who_was_erased_is_refused_for_ever() -> None:
    where = till(revoked=(Revocation(subject=ANNA, before_s=AT), Revocation(subject=ANNA)))
    assert refusal(live(AT + DAY, from_s=AT + DAY), where, AT + DAY).reason is Reason.REVOKED


def test_of_two_revocations_the_later_one_counts_in_any_order() -> None:
    rows = [Revocation(subject=ANNA, before_s=AT), Revocation(subject=ANNA, before_s=AT + 50)]
    for order in (rows, rows[::-1]):
        assert Revoked(order).covers(ANNA, AT + 49)
        assert not Revoked(order).covers(ANNA, AT + 50)


def test_a_revocation_is_kept_while_something_it_refuses_may_be_alive() -> None:
    row = Revocation(subject=ANNA, before_s=AT)
    assert row.is_needed(AT + 31 * DAY - 1)
    assert not row.is_needed(AT + 31 * DAY)
    assert Revocation(subject=ANNA, before_s=FOR_EVER).is_needed(AT + 3650 * DAY)


def test_the_list_of_revocations_is_bounded() -> None:
    with pytest.raises(BrokenInvariantError):
        Revoked(Revocation(subject=str(number)) for number in range(REVOKED_MAX + 1))


# paper


def test_paper_counts_from_its_beginning_to_its_end() -> None:
    assert refusal(EXIT, till(), AT - 21).reason is Reason.NOT_YET
    counts(EXIT, till(), AT - 20)
    counts(EXIT, till(), AT + 1799)
    assert refusal(EXIT, till(), AT + 1800).reason is Reason.EXPIRED


def test_paper_counts_for_the_kinds_the_shop_takes_it_for() -> None:
    basket = text_of(paper(Kind.BASKET, by=SERVICE))
    assert refusal(basket, till(), AT).reason is Reason.PAPER
    counts(basket, till(rules=Rules(still_kinds=(Kind.BASKET,))), AT)


def test_a_forged_code_is_called_forged_however_old_it_is() -> None:
    """So that "old" in the records always means a genuine code."""
    forged = text_of(msgspec.structs.replace(read(LIVE), signature=bytes(64)))
    assert refusal(forged, till(), AT + DAY).reason is Reason.FORGED


@pytest.mark.parametrize("reason", list(Reason))
def test_every_refusal_has_words_in_every_language(reason: Reason) -> None:
    words = [reason.words(language) for language in LANGUAGES]
    assert len(set(words)) == len(LANGUAGES)
    assert all(words)
    assert reason.words("xx") == reason.words("en")
