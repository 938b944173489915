"""The shop's list of members: taken whole or not at all, hashed, and no mistake quotes a key."""

import pytest

from kiosk.app.members import (
    ROWS_MAX,
    CountedMembers,
    MembersRefusedError,
    read_members,
    with_purchases,
)
from kiosk.database.book import Purchase, Told
from kiosk.database.replica import hashed_key
from retail.codes import check_digit
from retail.member import KeyKind, Member, MemberKey, MemberRules, OfferUses
from retail.priced import AppliedOffer, PricedBasket

SECRET = b"the shop's own"
RULES = MemberRules()
CARD = "210000000001" + str(check_digit("210000000001"))
HEADER = "card,credential,phone,member_id,tier,groups,points,order_number,stamps\n"
ANNA = f"{CARD},member:anna-token-1,0171 2345678,m-anna,gold,staff family,1200,5,tea:3 coffee:10\n"


def key(kind: KeyKind, value: str) -> str:
    return hashed_key(SECRET, MemberKey(kind=kind, value=value))


def refused(text: str) -> list[str]:
    with pytest.raises(MembersRefusedError) as error:
        read_members(text, RULES, SECRET)
    assert error.value.count == len(error.value.errors)
    return [f"{one.line}: {one.reason}" for one in error.value.errors]


def test_a_member_is_found_by_each_key_and_known_by_a_pseudonym() -> None:
    found = read_members(HEADER + ANNA, RULES, SECRET)
    member = Member(
        member_id="m-anna",
        tier="gold",
        groups=("staff", "family"),
        points=1200,
        order_number=5,
        stamps={"tea": 3, "coffee": 10},
    )
    assert found == {
        key(KeyKind.CARD, CARD): member,
        key(KeyKind.CREDENTIAL, "anna-token-1"): member,
        key(KeyKind.PHONE, "+491712345678"): member,
    }


def test_one_key_is_enough_and_the_pseudonym_is_made_of_its_hash() -> None:
    (member,) = read_members("phone\n0171 2345678\n\n", RULES, SECRET).values()
    (other,) = read_members("phone\n0171 2345678\n", RULES, b"another shop's").values()
    assert member.member_id.startswith("m-")
    assert member.member_id != other.member_id
    assert "1712345678" not in member.member_id
    assert (member.points, member.order_number, member.stamps) == (0, None, {})


def test_a_credential_may_be_written_without_its_prefix() -> None:
    assert read_members("credential\nanna-token-1\n", RULES, SECRET).keys() == {
        key(KeyKind.CREDENTIAL, "anna-token-1")
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name,phone\nAnna,0171 2345678\n", "1: the header has columns of"),
        ("points\n12\n", "1: the header has columns of"),
        ("phone,phone\n0171 2345678,\n", "1: the header has columns of"),
        (HEADER + "short,row\n", "2: 2 columns where the header has 9"),
        (HEADER + ANNA + ",,,,,,,,\n,,,m-bert,,,,,\n", "4: no credential, card or phone"),
        (HEADER + ANNA.replace(CARD, CARD[:12] + "x"), "2: card is none by the shop's rules"),
        (HEADER + ANNA.replace("0171 2345678", "12"), "2: phone is none by the shop's rules"),
        (HEADER + ANNA.replace("1200", "12.5"), "2: points and order_number are whole numbers"),
        (HEADER + ANNA.replace("tea:3", "tea"), "2: stamps are written card:number, with spaces between"),
        (HEADER + ANNA.replace("gold", "Gold!"), "2: tiers, groups and stamp cards are plain lower words"),
        (HEADER + ANNA.replace("m-anna", "01712345678"), "2: a member id is not a card or phone number"),
        (HEADER + ANNA + ANNA, "3: a key stands twice"),
        (HEADER + '"never closed\n', "2: not readable as CSV"),
    ],
)
def test_a_mistake_is_named_by_its_line_and_nothing_is_taken(text: str, said: str) -> None:
    told = refused(text)
    assert told[0].startswith(said), told
    assert CARD not in str(told)
    assert "2345678" not in str(told)


def test_all_mistakes_are_told_at_once() -> None:
    bad = HEADER + "".join(ANNA.replace("gold", f"Tier{n}").replace("1200", "x") for n in range(3))
    assert len(refused(bad)) >= 3
    many = "points,phone\n" + "x,1\n" * 500
    with pytest.raises(MembersRefusedError, match="and 800 more"):
        read_members(many, RULES, SECRET)


def test_a_list_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ROWS_MAX >= 1_000_000
    monkeypatch.setattr("retail.member_file.ROWS_MAX", 1)
    assert refused("phone\n0171 2345678\n0171 2345679\n") == ["3: more than 1 keys"]


# --- what was bought at this lane ------------------------------------------------------------------------


class One:
    """A directory of one member."""

    def __init__(self, member: Member) -> None:
        self.member = member

    def find(self, key: MemberKey) -> Member | None:
        return self.member if key.value == "1" else None


def bought(day: str, stamps: int, *offers: str) -> Purchase:
    applied = tuple(
        AppliedOffer(offer_id=name, names={}, layer="item", saving_minor=5, reason="percent")
        for name in offers
    )
    priced = PricedBasket(currency="EUR", total_minor=9, item_count=1, offers=applied)
    return Purchase(day=day, priced=priced, stamps={"tea": stamps})


def test_what_was_bought_here_is_added_to_what_was_told() -> None:
    told = Told(at="2026-11-24T10:00:00.000000Z")
    anna = Member(
        member_id="m-anna", order_number=5, stamps={"tea": 3, "coffee": 1},
        uses=(OfferUses(offer_id="daily", uses=1, day="2026-11-23", day_uses=1),),
    )  # fmt: skip
    asked: list[object] = []
    purchases = [bought("2026-11-24", 4, "daily", "other"), bought("2026-11-24", 5, "daily")]

    def since(member_id: str, moment: Told) -> list[Purchase]:
        asked.append((member_id, moment))
        return purchases

    counted = CountedMembers(One(anna), told, {"daily"}, since)
    now = counted.find(MemberKey(kind=KeyKind.CARD, value="1"))
    assert now is not None
    assert now.uses == (OfferUses(offer_id="daily", uses=3, day="2026-11-24", day_uses=2),)
    assert (now.order_number, now.stamps) == (7, {"tea": 5, "coffee": 1})
    assert counted.find(MemberKey(kind=KeyKind.CARD, value="2")) is None
    assert asked == [("m-anna", told)]
    purchases.clear()
    assert counted.find(MemberKey(kind=KeyKind.CARD, value="1")) is anna


def test_a_member_without_a_number_of_purchases_gets_none() -> None:
    told = with_purchases(Member(member_id="m-1"), [Purchase(day="2026-11-24", priced=None, stamps={})], ())
    assert told == Member(member_id="m-1")
