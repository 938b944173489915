"""The office's pages of stored value: issued once, looked at with a reason, blocked, put right once."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from store_office import NOW, Client, Office, Person, text_of
from store_world import watched

from retail.stored_value.number import GiftNumber, read_number
from store.data import audit
from store.data.database import Database
from store.data.stored_value import value, value_books, value_cards, wallet_charges, wallet_settling
from store.data.stored_value.value import Origin
from store.identity import lookup

PATH = "/office/value"


@pytest.fixture(scope="module")
def office(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("office")
    shutil.copyfile(sqlite_template, folder / "store.db")
    with watched(Database.open(f"sqlite:///{folder / 'store.db'}")) as database:
        yield Office(database, folder, days=1, per_day=3)


@pytest.fixture(scope="module")
def client(office: Office) -> Iterator[Client]:
    with office.running() as opened:
        yield opened


@pytest.fixture(scope="module")
def max_(client: Client) -> Person:
    return Person(client, "max")


def form_id(page: Any) -> str:
    found = re.search(r'name="form_id" value="([^"]+)"', page.text)
    assert found is not None
    return found[1]


def issue(max_: Person, **more: str) -> Any:
    form = {"amount": "25.00", "why": "sold at the counter", "form_id": form_id(max_.get(PATH))}
    return max_.post(PATH, True, **(form | more))


def issued(max_: Person, **more: str) -> GiftNumber:
    page = text_of(issue(max_, **more))
    found = re.search(r"97\d\d(?: \d{4}){4}", page)
    assert found is not None, page
    number = read_number(found[0])
    assert isinstance(number, GiftNumber)
    return number


def find(max_: Person, number: str) -> Any:
    return max_.post(f"{PATH}/find", number=number, why="asks for the rest")


def account_of(page: Any) -> str:
    found = re.search(rf'action="{PATH}/(v-[^/"]+)/block"', page.text)
    assert found is not None
    return found[1]


def deeds(office: Office, account: str) -> list[str]:
    found = office.database.read_sync(lambda one: audit.newest(one, "1", what=account))
    return [f"{deed.who} {deed.action}: {deed.why}" for deed in found]


def balance(office: Office, account: str) -> int:
    found = office.database.read_sync(lambda one: value_books.one(one, account))
    assert found is not None
    return found.balance_minor


def test_a_card_is_issued_and_its_number_shown_once(office: Office, max_: Person) -> None:
    number = issued(max_, pin="8264")
    page = max_.get(PATH)
    assert number.digits not in page.text.replace(" ", "")
    assert number.last_digits in page.text
    told = find(max_, number.digits)
    assert "€25.00" in text_of(told)
    account = account_of(told)
    assert balance(office, account) == 2500
    assert deeds(office, account) == [
        "max value.look: asks for the rest",
        "max value.issue: sold at the counter",
    ]


def test_the_issue_form_sent_twice_issues_one_card(office: Office, max_: Person) -> None:
    name = form_id(max_.get(PATH))
    assert issue(max_, form_id=name).status_code == 200
    again = issue(max_, form_id=name)
    assert again.status_code == 409
    assert "sent before" in text_of(again)


@pytest.mark.parametrize(
    "wrong",
    [
        {"amount": "1"},
        {"amount": "150.01"},
        {"amount": "-5"},
        {"amount": "viel"},
        {"why": ""},
        {"pin": "12"},
        {"pin": "1234"},
        {"prefix": "2199"},
        {"form_id": "x"},
    ],
)
def test_a_card_that_may_not_be_is_not_issued(office: Office, max_: Person, wrong: dict[str, str]) -> None:
    before = len(office.database.read_sync(lambda one: value_books.listed(one, "1")))
    assert issue(max_, **wrong).status_code == 422
    assert len(office.database.read_sync(lambda one: value_books.listed(one, "1"))) == before


def test_a_blocked_card_can_be_spent_again_when_it_is_let(office: Office, max_: Person) -> None:
    account = account_of(find(max_, issued(max_).digits))

    def free(transaction: str) -> int:
        step = office.database.write_sync(
            lambda one: value.hold(
                one,
                account,
                transaction,
                100,
                currency="EUR",
                ask_no=1,
                origin=Origin(store_id="1"),
                at=NOW,
            )
        )
        assert step is not None
        return step.amount_minor

    page = max_.post(f"{PATH}/{account}/block", blocked="yes", why="lost")
    assert "blocked" in text_of(page)
    assert free("t1") == 0
    max_.post(f"{PATH}/{account}/block", blocked="no", why="found")
    assert free("t1") == 100
    assert deeds(office, account)[:2] == ["max value.unblock: found", "max value.block: lost"]


def test_a_balance_is_put_right_once_and_never_below_nothing(office: Office, max_: Person) -> None:
    page = find(max_, issued(max_).digits)
    account, name = account_of(page), form_id(page)
    path = f"{PATH}/{account}/adjust"
    for _ in range(2):
        assert max_.post(path, amount="5", way="down", why="wrong price", form_id=name).status_code == 200
    assert balance(office, account) == 2000
    other = max_.post(path, amount="6", way="down", why="wrong price", form_id=name)
    assert (other.status_code, "another amount" in text_of(other)) == (422, True)
    too_much = max_.post(path, amount="20.01", way="down", why="all", form_id="0" * 36)
    assert (too_much.status_code, "not so much" in text_of(too_much)) == (422, True)
    assert max_.post(path, amount="5", way="up", why="", form_id="1" * 36).status_code == 422
    assert balance(office, account) == 2000
    assert [deed for deed in deeds(office, account) if "adjust" in deed] == ["max value.adjust: wrong price"]


def test_a_number_nobody_has_is_said_and_noted(office: Office, max_: Person) -> None:
    answer = find(max_, "97123456789012345679")
    assert answer.status_code == 404
    assert "no card of this number" in text_of(answer)
    assert max_.post(f"{PATH}/v-nobody/look", why="x").status_code == 404


def test_only_managers_see_stored_value(client: Client) -> None:
    anna = Person(client, "anna")
    assert anna.get(PATH).status_code == 403
    assert anna.post(f"{PATH}/v-x/adjust", amount="5", why="x", form_id="0" * 36).status_code == 403


def test_the_worst_loss_is_shown_where_coupons_losses_are(office: Office, max_: Person) -> None:
    assert "refused without a link" in text_of(max_.get("/office/coupons"))
    text = '{"offline": {"floor_minor": 1000, "cards_per_day": 5}, "ean_prefixes": ["2990"]}'
    assert max_.post("/office/terms/stored_value", text=text).status_code == 303
    lanes = len(office.history.lanes)
    worst = f"€{lanes * 5 * 10:,.2f}"
    for path in ("/office/coupons", PATH):
        page = text_of(max_.get(path))
        assert worst in page
        assert f"{lanes} lanes × 5 cards × at most €10.00" in page
    assert max_.post("/office/terms/stored_value", text='{"offline": {"floor": 1}}').status_code == 422


def test_an_ean_card_needs_a_pin(office: Office, max_: Person) -> None:
    max_.post("/office/terms/stored_value", text='{"ean_prefixes": ["2990"]}')
    assert issue(max_, prefix="2990").status_code == 422
    page = text_of(issue(max_, prefix="2990", pin="8264"))
    assert re.search(r"2990(?: \d{4}){2} \d\b", page)


def test_a_members_balance_is_shown_with_the_member(office: Office, max_: Person) -> None:

    member_id = office.database.read_sync(_any_member)
    account = office.database.write_sync(
        lambda one: value_cards.open_member(
            one, member_id, currency="EUR", origin=Origin(store_id="1"), at=NOW
        )
    )
    assert account is not None
    page = text_of(max_.post(f"/office/members/{member_id}/look", why="asks"))
    assert "pay it out before you forget the member" in page
    assert "Ledger" in text_of(find(max_, member_id))


def _any_member(connection: Any) -> str:
    import sqlalchemy as sa

    from store.data.schema.members import member

    found: str = connection.execute(sa.select(member.c.member_id).limit(1)).scalar_one()
    return found


def test_no_number_is_kept_anywhere(office: Office, max_: Person) -> None:
    number = issued(max_)
    path = office.database.path
    assert path is not None
    kept = b"".join(one.read_bytes() for one in path.parent.glob("store.db*"))
    assert number.digits.encode() not in kept
    assert number.key(lookup.member_secret(office.vault)).encode() not in kept


def test_payments_by_wallet_without_a_clear_end_stand_on_the_page(office: Office, max_: Person) -> None:
    def asked(connection: Any, charge_id: str, ago_s: int) -> None:
        at = office.clock() - ago_s * 1_000_000
        wallet_charges.ask(connection, "1", charge_id, f"a-{charge_id}", "S", 2000, "EUR", at=at)

    def waiting() -> int:
        told = re.search(r"(\d+) wait for somebody to look", text_of(max_.get(PATH)))
        return int(told[1]) if told else 0

    def job(connection: Any) -> None:
        asked(connection, "w-new", 0)
        asked(connection, "w-late", wallet_charges.VALID_S + wallet_settling.LATE_S + 1)
        asked(connection, "w-lost", 90_000)
        lost = wallet_charges.one(connection, "1", "w-lost")
        assert lost is not None
        assert wallet_charges.gave_up(connection, lost, at=office.clock())

    before = waiting()
    office.database.write_sync(job)
    assert waiting() == before + 2
    said = text_of(max_.get(f"{PATH}/wallets"))
    assert re.search(r"no answer Number w-late", said)
    assert re.search(r"unclear Number w-lost", said)
    assert "w-new" not in said


def unclear(office: Office, charge_id: str) -> None:
    def job(connection: Any) -> None:
        account = value_cards.open_member(
            connection, _any_member(connection), currency="EUR", origin=Origin(store_id="1"), at=NOW
        )
        assert account is not None
        wallet_charges.ask(connection, "1", charge_id, account, "S", 2000, "EUR", at=office.clock())
        asked = wallet_charges.one(connection, "1", charge_id)
        assert asked is not None
        assert wallet_charges.gave_up(connection, asked, at=office.clock())

    office.database.write_sync(job)


def test_staff_ask_the_gateway_again_and_say_what_it_was_once_with_a_reason(
    office: Office, max_: Person
) -> None:
    unclear(office, "w-said")
    page = f"{PATH}/wallets"
    assert max_.post(f"{page}/w-said/ask").headers["location"] == page
    assert "is being asked" in text_of(max_.get(page))
    assert max_.post(f"{page}/w-said/settle", word="paid").status_code == 422, "not without a reason"
    assert max_.post(f"{page}/w-said/settle", word="perhaps", why="x").status_code == 422
    before = balance(office, account_of_charge(office, "w-said"))
    done = max_.post(f"{page}/w-said/settle", word="paid", why="seen in the list")
    assert done.headers["location"] == f"{page}?done=settled"
    again = max_.post(f"{page}/w-said/settle", word="not_paid", why="no, it was not")
    assert again.headers["location"] == f"{page}?done=known"
    assert balance(office, account_of_charge(office, "w-said")) == before + 2000
    assert "seen in the list" in text_of(max_.get(page))
    assert deeds(office, "w-said") == ["max wallet.paid: seen in the list", "max wallet.ask: "]
    assert max_.post(f"{page}/w-none/settle", word="paid", why="x").status_code == 404


def test_payments_without_an_end_are_for_managers(office: Office, client: Client) -> None:
    unclear(office, "w-mine")
    anna = Person(client, "anna")
    assert anna.get(f"{PATH}/wallets").status_code == 403
    assert anna.post(f"{PATH}/wallets/w-mine/settle", word="paid", why="x").status_code == 403
    assert anna.post(f"{PATH}/wallets/w-mine/ask").status_code == 403


def account_of_charge(office: Office, charge_id: str) -> str:
    found = office.database.read_sync(lambda one: wallet_charges.one(one, "1", charge_id))
    assert found is not None
    return found.about
