"""Phones of members: keys told and changed in time, open numbers, lost phones, consents, erasure."""

from typing import Any

import pytest

from retail.credential import issue, told
from retail.credential.code import Kind, parse, subject_of
from retail.credential.reasons import Reason
from retail.credential.verify import Refused, Till, Verified, verify
from store.data import housekeeping
from store.data.database import Database
from store.data.people import consents, credential_keys, credential_news, phones
from store.data.people.credential_keys import SIGNS_S, WARNING_S
from store.data.people.members import Members, Terms
from store.data.replication import feed_pages
from store.data.schema.feed import CHAIN
from store.identity.shredding import Person
from store.identity.vault import Vault

SECOND = 1_000_000
NOW_S = 1_800_000_000
NOW = NOW_S * SECOND
DAY = 86_400
KEYS = Vault(bytes(range(32)))
PEOPLE = Members(KEYS)
ANNA = subject_of(bytes(range(10)))
BEN = subject_of(bytes(range(1, 11)))


def heard(database: Database, store_id: str = "1") -> told.Told:
    """What a lane of a store knows of credentials."""
    rows: dict[str, bytes] = {}
    for scope in (CHAIN, f"store:{store_id}"):
        page = database.read_sync(
            lambda connection, scope=scope: feed_pages.page(
                connection, store_id, scope, after=0, limit=2000, wire=1
            )
        )
        for row in page.rows if page is not None else ():
            if row.kind == "setting" and row.op == "put":
                rows[row.key] = row.body
    return told.read(rows.items())


def signer(database: Database, at_s: int = NOW_S, store_id: str = "1") -> issue.Signer:
    return database.write_sync(lambda connection: credential_keys.signer(connection, KEYS, store_id, at_s))


def text_at(by: issue.Signer, at_s: int, subject: str = ANNA, store_id: str = "1") -> str:
    grant = issue.moving(
        Kind.MEMBER, subject, shop_id=store_id, from_s=at_s, last_link=b"last-link-12", signer=by
    )
    return issue.shown(grant, at_s) or ""


def answer(database: Database, text: str, at_s: int, store_id: str = "1") -> Verified | Refused:
    known = heard(database, store_id)
    return verify(text, Till(shop_id=store_id, trust=known.trust, revoked=known.revoked), at_s)


def reason(database: Database, text: str, at_s: int, store_id: str = "1") -> Reason:
    refused = answer(database, text, at_s, store_id)
    assert isinstance(refused, Refused)
    return refused.reason


def joined(database: Database, subject: str = ANNA, **more: Any) -> tuple[str, str]:
    """A member with a phone."""

    def job(connection: Any) -> tuple[str, str]:
        device = phones.add(connection, "m-anna", subject=subject, public=b"", name="Pixel", at=NOW)
        phones.begin(connection, "m-anna", device, session="s" * 64, csrf="c", at=NOW)
        consents.say(connection, "m-anna", "offers", is_given=True, wording="offers-1", language="de", at=NOW)
        person = Person(name="Anna", credentials=(phones.credential(subject),))
        member = PEOPLE.add(connection, "1", person, Terms(), who="phone", at=NOW, member_id="m-anna", **more)
        return member, device

    return database.write_sync(job)


def test_the_first_key_signs_at_once_and_the_shops_tills_are_told(database: Database) -> None:
    by = signer(database)
    assert isinstance(answer(database, text_at(by, NOW_S), NOW_S), Verified)
    assert signer(database, NOW_S + 5).key == by.key, "there is one"


def test_each_shop_has_a_key_of_its_own(database: Database) -> None:
    one, two = signer(database), signer(database, store_id="2")
    assert one.key.public != two.key.public
    assert reason(database, text_at(one, NOW_S), NOW_S, "2") is Reason.UNKNOWN_KEY


def test_the_next_key_is_told_a_week_before_it_signs_and_the_old_one_counts_on(database: Database) -> None:
    old = signer(database)
    soon = NOW_S + SIGNS_S - WARNING_S
    assert signer(database, soon).key == old.key
    assert heard(database).trust.count == 2
    new = signer(database, soon + WARNING_S)
    assert new.key != old.key
    late = text_at(old, soon + WARNING_S - 60)
    assert isinstance(answer(database, late, soon + WARNING_S - 60), Verified)
    assert isinstance(answer(database, text_at(new, soon + WARNING_S), soon + WARNING_S), Verified)


def test_a_shop_that_slept_through_the_change_gets_a_key_at_once(database: Database) -> None:
    signer(database)
    later = NOW_S + 2 * SIGNS_S
    by = signer(database, later)
    assert isinstance(answer(database, text_at(by, later), later), Verified)


def test_a_key_that_leaked_is_off_the_list_and_another_signs(database: Database) -> None:
    leaked = signer(database)
    key_id = told.key_row(leaked.key)[0].removeprefix(told.KEY)
    assert database.write_sync(
        lambda connection: credential_keys.revoke(connection, KEYS, "1", key_id, NOW_S + 1)
    )
    assert reason(database, text_at(leaked, NOW_S + 1), NOW_S + 1) is Reason.UNKNOWN_KEY
    by = signer(database, NOW_S + 1)
    assert isinstance(answer(database, text_at(by, NOW_S + 1), NOW_S + 1), Verified)
    assert not database.write_sync(
        lambda connection: credential_keys.revoke(connection, KEYS, "1", key_id, NOW_S + 2)
    )


def test_private_keys_are_stored_sealed_for_their_store(database: Database) -> None:
    by = signer(database)
    assert by.key.public.hex() not in repr(by)
    with database.engines.reader.connect() as connection:
        sealed = bytes(
            connection.exec_driver_sql("SELECT sealed FROM credential_key WHERE store_id = '1'").scalar_one()
        )
    key_id = told.key_row(by.key)[0].removeprefix(told.KEY)
    assert len(KEYS.open(credential_keys.PURPOSE, sealed, f"1/{key_id}")) == 32


def test_an_open_number_is_told_to_its_shop_and_gone_when_its_time_is_over(database: Database) -> None:
    opened = database.write_sync(
        lambda connection: credential_news.open_number(connection, KEYS, "1", ANNA, NOW_S)
    )
    assert heard(database).numbers == (opened,)
    assert heard(database, "2").numbers == ()
    housekeeping.tidy(database, at=(opened.until_s - 1) * SECOND)
    assert heard(database).numbers == (opened,)
    housekeeping.tidy(database, at=opened.until_s * SECOND)
    assert heard(database).numbers == ()


def test_a_lost_phone_is_taken_back_alone(database: Database) -> None:
    member_id, device = joined(database)
    by = signer(database)
    subject = database.write_sync(lambda connection: phones.end(connection, member_id, device, NOW))
    assert subject == ANNA
    database.write_sync(
        lambda connection: credential_news.publish(
            connection, credential_news.revoked_rows(connection, [ANNA], NOW_S), NOW_S
        )
    )
    assert reason(database, text_at(by, NOW_S), NOW_S) is Reason.REVOKED
    assert isinstance(answer(database, text_at(by, NOW_S, BEN), NOW_S), Verified)
    assert database.read_sync(lambda connection: phones.find(connection, "s" * 64, NOW)) is None
    assert database.write_sync(lambda connection: phones.end(connection, member_id, device, NOW)) is None


def test_a_revocation_leaves_the_feed_when_no_code_it_refuses_is_alive(database: Database) -> None:
    signer(database)
    database.write_sync(
        lambda connection: credential_news.publish(
            connection, credential_news.revoked_rows(connection, [ANNA], NOW_S, before_s=NOW_S), NOW_S
        )
    )
    assert heard(database).revoked.covers(ANNA, NOW_S - 1)
    housekeeping.tidy(database, at=(NOW_S + 31 * DAY - 1) * SECOND)
    assert heard(database).revoked.covers(ANNA, NOW_S - 1)
    housekeeping.tidy(database, at=(NOW_S + 31 * DAY) * SECOND)
    assert not heard(database).revoked.covers(ANNA, NOW_S - 1)


def test_a_revocation_never_gets_weaker(database: Database) -> None:
    def revoke(before_s: int) -> None:
        database.write_sync(
            lambda connection: credential_news.publish(
                connection,
                credential_news.revoked_rows(connection, [ANNA], NOW_S, before_s=before_s),
                NOW_S,
            )
        )

    revoke(NOW_S + 100)
    revoke(NOW_S)
    assert heard(database).revoked.covers(ANNA, NOW_S + 99)


def test_a_phone_not_used_for_half_a_year_is_forgotten(database: Database) -> None:
    joined(database)
    late = NOW + phones.IDLE_S * SECOND
    assert database.read_sync(lambda connection: phones.find(connection, "s" * 64, late - 1)) is not None
    assert database.read_sync(lambda connection: phones.find(connection, "s" * 64, late)) is None
    assert database.write_sync(lambda connection: phones.tidy(connection, late)) == 1


def test_a_link_makes_one_other_phone_and_only_in_its_time(database: Database) -> None:
    joined(database)

    def offer(code: str, at: int) -> None:
        database.write_sync(lambda connection: phones.offer_link(connection, "m-anna", code, at))

    def take(code: str, at: int) -> str | None:
        return database.write_sync(lambda connection: phones.take_link(connection, code, at))

    offer("one", NOW)
    offer("two", NOW)
    assert take("one", NOW) is None, "only the newest counts"
    assert (take("two", NOW), take("two", NOW)) == ("m-anna", None)
    offer("three", NOW)
    assert take("three", NOW + phones.LINK_S * SECOND) is None


def test_consents_keep_every_word_and_the_newest_counts(database: Database) -> None:
    joined(database)

    def say(is_given: bool, at: int) -> bool:
        return database.write_sync(
            lambda connection: consents.say(
                connection, "m-anna", "offers", is_given=is_given, wording="offers-1", language="en", at=at
            )
        )

    def given(purpose: str) -> bool:
        return database.read_sync(lambda connection: consents.is_given(connection, "m-anna", purpose))

    assert given("offers")
    assert not given("history"), "nothing said is not agreed"
    assert not say(is_given=True, at=NOW + 1), "said already"
    assert say(is_given=False, at=NOW + 2)
    assert not given("offers")
    history = database.read_sync(lambda connection: consents.history(connection, "m-anna"))
    assert [(one.is_given, one.at) for one in history] == [(False, NOW + 2), (True, NOW)]


def test_erasing_a_member_forgets_phones_and_words_and_takes_their_codes_back(database: Database) -> None:
    member_id, _ = joined(database)
    by = signer(database)
    assert isinstance(answer(database, text_at(by, NOW_S), NOW_S), Verified)
    database.write_sync(
        lambda connection: PEOPLE.erase(connection, "1", member_id, who="phone", at=NOW, why="asked")
    )
    assert reason(database, text_at(by, NOW_S), NOW_S) is Reason.REVOKED
    assert database.read_sync(lambda connection: phones.find(connection, "s" * 64, NOW)) is None
    for look in (phones.listed, consents.history):
        assert database.read_sync(lambda connection, look=look: look(connection, member_id)) == ()


def test_an_export_has_phones_and_consents(database: Database) -> None:
    member_id, _ = joined(database)
    whole = database.write_sync(
        lambda connection: PEOPLE.export(connection, "1", member_id, who="m", at=NOW, why="own") or b""
    )
    assert b'"Pixel"' in whole
    assert b'"offers-1"' in whole


@pytest.mark.parametrize("secret", ["last_link", "sealed"])
def test_nothing_a_lane_is_told_makes_a_code(database: Database, secret: str) -> None:
    by = signer(database)
    parsed = parse(text_at(by, NOW_S))
    assert not isinstance(parsed, Reason)
    page = database.read_sync(
        lambda connection: feed_pages.page(connection, "1", "store:1", after=0, limit=99, wire=1)
    )
    assert page is not None
    assert all(secret.encode() not in row.body for row in page.rows)
