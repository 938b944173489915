"""What may follow what: versions, and journals that the release before can still read."""

import msgspec
import pytest

from benchmarks.update_world import release
from kiosk.update.release import Offer, as_custom, is_version, order, read_offer, why_not_after


@pytest.mark.parametrize("text", ["1.0", "0.1.0", "2.10.3.4", "2026.11.23"])
def test_versions_are_two_to_four_numbers(text: str) -> None:
    assert is_version(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "1.",
        "1.0.0.0.0",
        "1.0a",
        "v1.0",
        "01.0",
        "1.00",
        "../1.0",
        "1.0/",
        "1.0\n",
        ".1.0",
        "1234567.0",
    ],
)
def test_whatever_else_never_becomes_a_folder(text: str) -> None:
    assert not is_version(text)


def test_versions_are_compared_number_by_number() -> None:
    texts = ["1.10.0", "1.9.9", "1.9", "2.0", "1.9.0.1"]
    assert sorted(texts, key=order) == ["1.9", "1.9.0.1", "1.9.9", "1.10.0", "2.0"]


def test_only_a_newer_release_may_follow() -> None:
    now = release("1.2.0")
    assert why_not_after(release("1.2.1"), now) == ""
    assert "not newer" in why_not_after(release("1.2.0"), now)
    assert "not newer" in why_not_after(release("1.1.9"), now)


def test_a_release_whose_journal_the_one_before_cannot_read_may_not_follow() -> None:
    now, new = release("1.0", writes=1, reads=(1, 1)), release("1.1", writes=2, reads=(1, 2))
    assert why_not_after(new, now) == "1.0 could not read the journal of 1.1 (schema 2)"


def test_a_migration_takes_two_releases_first_reading_then_writing() -> None:
    old = release("1.0", writes=1, reads=(1, 1))
    reader = release("1.1", writes=1, reads=(1, 2))
    writer = release("1.2", writes=2, reads=(1, 2))
    assert why_not_after(reader, old) == why_not_after(writer, reader) == ""


def test_a_release_that_cannot_read_what_is_there_may_not_follow() -> None:
    now, new = release("1.0", writes=1, reads=(1, 2)), release("2.0", writes=2, reads=(2, 2))
    assert why_not_after(new, now) == "2.0 cannot read the journal of 1.0 (schema 1)"


def test_a_release_reads_what_it_writes() -> None:
    with pytest.raises(ValueError, match="read what it writes"):
        release("1.0", writes=3, reads=(1, 2))


def test_an_offer_comes_back_as_it_was_signed() -> None:
    offer = Offer(release=release("1.4.0", 2, (1, 2)), rings=("canary", "all"), unpacked_size=7)
    assert read_offer(msgspec.json.decode(msgspec.json.encode(as_custom(offer)))) == offer


@pytest.mark.parametrize(
    "custom",
    [
        None,
        {},
        "kiosk",
        {"kiosk": None},
        {"kiosk": {"rings": []}},
        {
            "kiosk": {
                "release": {"version": "../../etc", "made": "", "writes_schema": 1, "reads_schema": [1, 1]}
            }
        },
        {
            "kiosk": {
                "release": {"version": "1.0", "made": "", "writes_schema": 1, "reads_schema": [1, 1]},
                "rings": ["Not A Ring"],
                "unpacked_size": 1,
            }
        },
    ],
)
def test_what_we_do_not_understand_is_no_offer(custom: object) -> None:
    assert read_offer(custom) is None
