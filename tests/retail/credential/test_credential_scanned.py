"""At the till: a credential is recognised as what it is, and everything else as before."""

import pytest
from credential_rig import AT, SHOP, counts, credentials, live, paper, read, till
from hypothesis import given

from retail.catalogue import Goods
from retail.codes import MEASURE_PATTERNS, Symbology
from retail.credential.code import Credential, Kind, text_of
from retail.credential.reasons import Reason
from retail.credential.verify import verify_parsed
from retail.member import KeyKind, MemberKey
from retail.scanned import NotRead, Scanned, Shown, read_scan, read_typed
from retail.terms import no_terms

TERMS = no_terms("EUR")


def scan(text: str, symbology: Symbology = Symbology.QR) -> Scanned:
    return read_scan(text, symbology, TERMS, MEASURE_PATTERNS)


@pytest.mark.parametrize("kind", list(Kind))
def test_a_scanned_credential_is_recognised_by_its_kind(kind: Kind) -> None:
    text = live(kind=kind, shop_id=SHOP)
    shown = scan(text)
    assert isinstance(shown, Shown)
    assert shown.credential == read(text)
    assert verify_parsed(shown.credential, till(), AT) == counts(text, till(), AT)


@pytest.mark.parametrize("symbology", list(Symbology))
def test_it_does_not_matter_which_symbol_it_came_in(symbology: Symbology) -> None:
    assert isinstance(scan(text_of(paper()), symbology), Shown)


@given(credentials())
def test_no_credential_is_taken_for_goods_or_a_coupon(credential: Credential) -> None:
    assert scan(text_of(credential)) == Shown(reason="unknown", credential=credential)


def test_members_are_recognised_as_before() -> None:
    found = scan("member:Zm9vYmFyYmF6")
    assert isinstance(found, MemberKey)
    assert (found.kind, found.value) == (KeyKind.CREDENTIAL, "Zm9vYmFyYmF6")


def test_a_damaged_credential_asks_for_another_scan() -> None:
    assert scan(live()[:-1]) == NotRead(reason="unreadable", detail="credential damaged")


def test_a_credential_to_come_is_unknown_and_the_log_says_why() -> None:
    assert scan("OSC2MR:" + live()[7:]) == NotRead(reason="unknown", detail="credential newer")


def test_a_till_that_does_not_look_at_credentials_has_one_unknown_code() -> None:
    shown = scan(live())
    assert isinstance(shown, NotRead)
    assert shown.reason == "unknown"


def test_nobody_types_a_credential() -> None:
    assert not isinstance(read_typed(live(), TERMS, MEASURE_PATTERNS, Goods([])), Shown)


def test_what_was_recognised_is_not_yet_believed() -> None:
    forged = scan(text_of(read(live())).replace("OSC1M", "OSC1W"))
    assert isinstance(forged, Shown)
    answer = verify_parsed(forged.credential, till(), AT)
    assert getattr(answer, "reason", None) is Reason.FORGED
