"""The next day: the order is collected, the receipt read, the data taken along, and everything forgotten."""

import json
from pathlib import Path
from typing import Any

from simulators.shopper import summary

from .books import journal_events, until
from .first_day import NAME, READY
from .hands import code_in
from .story import Story

EXPORT = "my-data.json"
ERASE_WORD = "erase"
WELCOME = "location.pathname === '/phone' && document.querySelector('.hero') !== null"


def collects(story: Story) -> None:
    """The order's code at the counter, once."""
    album, phone, tablet = story.album, story.phone, story.tablet
    album.begin(
        "Collects the order",
        "The phone shows the order's code, the counter's page says what to hand over. A code counts once: "
        "shown again, the counter is told when it was collected.",
    )
    phone.open(story.order_path)
    phone.tab.until(READY)
    shown = phone.photograph("The order is hers from a quarter to ten.")
    _look_up(story, code_in(shown))
    tablet.until_text("Hand over")
    tablet.photograph("What to hand over, and nothing about who she is.")
    page = tablet.text
    album.holds("the counter is not told her name", NAME not in page.replace("Handed over", ""))
    tablet.touch_text("form[action*='/collect'] button", "Handed over")
    until("the order is collected", lambda: _order(story) == "collected")
    album.holds("the order's book says: collected", _order(story) == "collected")
    phone.open(story.order_path)
    phone.until_text("Collected")
    phone.photograph("The phone knows it too.")
    _look_up(story, code_in(shown))
    tablet.tab.until("document.querySelector('.mistakes') !== null")
    tablet.photograph("The same code once more: give nothing out.")
    refused = str(tablet.run("document.querySelector('.mistakes').innerText"))
    album.holds("the same code once more is refused, with the reason", bool(refused.strip()), refused)


def _look_up(story: Story, code: str) -> None:
    story.tablet.open("/office/orders")
    story.tablet.write("#code", code)
    story.tablet.touch_text("form[action='/office/orders/find'] button", "Look")
    story.tablet.until_at("/office/orders/find")


def _order(story: Story) -> str:
    return str(story.books.one("SELECT state FROM shop_order WHERE order_id = ?", [story.order_id]))


def reads_the_receipt(story: Story) -> None:
    """Every line, with what changed its price."""
    album, phone = story.album, story.phone
    album.begin(
        "Reads the receipt",
        "On the phone stands what stands on the paper: each line with the offers that changed its price, and "
        "what paid for it.",
    )
    phone.open("/phone/receipts")
    phone.photograph("Her receipts, and what offers have saved her.")
    phone.touch(f"a[href='/phone/receipts/{story.sale_id()}']")
    phone.until_at(f"/phone/receipts/{story.sale_id()}")
    phone.photograph("Each line explained.")
    phone.see(".sum.total")
    phone.photograph("What paid for it: half and half.")
    text = phone.text
    for what, minor in (
        ("the total", story.total_minor),
        ("the half from the balance", story.paid_from_balance),
        ("the half by card", story.paid_by_card),
    ):
        album.holds(f"the phone's receipt shows {what}", _amount(minor) in text, _amount(minor))
    lines = story.books.rows(
        "SELECT sum(amount_minor) FROM sale_discount WHERE envelope_id = ?", [story.sale_id()]
    )
    album.holds(
        "the offers in the store's book are those the lane gave",
        lines == [(sum(story.offers.values()),)],
        lines,
    )
    paper = album.picture("paper", "The paper of the day before, with the code for the gate.")
    paper.write_bytes((story.place.folder / "receipt.png").read_bytes())
    album.holds("the paper shows the total", _amount(story.total_minor) in _paper(story))


def _amount(minor: int) -> str:
    return f"{minor // 100}.{minor % 100:02}"


def _paper(story: Story) -> str:
    return (story.place.folder / "receipt.txt").read_text(encoding="utf-8")


def takes_her_data(story: Story) -> None:
    """Everything in one file."""
    album, phone = story.album, story.phone
    album.begin(
        "Takes her data along",
        "Everything the shop knows about her, in one file that programs can read.",
    )
    folder = story.place.folder / "export"
    folder.mkdir(exist_ok=True)
    phone.open("/phone/me")
    phone.tab.downloads_to(folder)
    phone.see("form[action='/phone/me/export']")
    phone.photograph("My data: one touch.")
    phone.touch("form[action='/phone/me/export'] button")
    file = until("the file is there", lambda: next(iter(folder.glob("*.json")), None))
    told = until("the file is whole", lambda: _json(file))
    text = json.dumps(told)
    kept = story.place.folder / EXPORT
    kept.write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    album.holds("the file holds her name", NAME in text)
    album.holds(
        "the file holds what she likes and what she agreed to", "coffee" in text and "interests" in text
    )
    purchases = told.get("purchases", [])
    sold = [one["row"]["total_minor"] for one in purchases]
    album.holds("the file holds the purchase, to the cent", sold == [story.total_minor], sold)
    album.holds("the file holds the order", story.order_id in text)
    album.holds("the file holds the balance with its ledger", str(-story.paid_from_balance) in text)


def _json(file: Path) -> dict[str, Any]:
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        return {}
    return dict(told)


def is_forgotten(story: Story) -> None:
    """A word that is written, and nothing leads to her any more."""
    album, phone, place = story.album, story.phone, story.place
    album.begin(
        "Erases everything",
        "She writes a word, so that no stray touch does it, and gives up what is left on the balance. The "
        "key to her data is destroyed; the purchase stays in the books and leads to nobody.",
    )
    phone.open("/phone")
    phone.tab.until(READY)
    last_code = code_in(phone.photograph("Her code, for the last time."))
    phone.open("/phone/me")
    phone.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    phone.touch("label:has([name=give_up])")
    phone.write("form[action='/phone/me/erase'] [name=word]", ERASE_WORD)
    phone.see("form[action='/phone/me/erase'] button")
    phone.photograph("The word is written.")
    phone.touch("form[action='/phone/me/erase'] button")
    phone.tab.until(WELCOME)
    album.holds("the page says so", "Everything about you was erased." in phone.text)
    phone.photograph("The phone knows nobody any more.")
    album.holds(
        "nothing is left in the browser", phone.run("localStorage.length + document.cookie.length") == 0
    )
    who = [story.member_id]
    for what, table in (
        ("her key", "member_key"),
        ("her sealed name", "member_person"),
        ("what her phone is known by", "member_credential"),
        ("her sessions", "phone_session"),
        ("her interests", "member_interest"),
        ("her being here", "member_checkin"),
        ("the way to her orders", "member_order"),
        ("the way to her balance", "value_owner"),
    ):
        left = story.books.one(f"SELECT count(*) FROM {table} WHERE member_id = ?", who)
        album.holds(f"{what} is gone from the books ({table})", left == 0, left)
    taken_back = story.books.one("SELECT count(*) FROM credential_revoked")
    album.holds("lanes are told that her codes count no more", taken_back, taken_back)
    phone.open("/phone/me", "/phone")
    album.holds("her pages ask who she is", "Join" in phone.text)
    _is_refused_at_the_lane(story, last_code)
    place.world.lane.screenshot(album.picture("lane", "Her last code, shown again: it counts no more."))


def _is_refused_at_the_lane(story: Story, code: str) -> None:
    """A photograph of her last code before the lane's camera."""
    place, album = story.place, story.album
    shown = story.place.folder / album.steps[-1].pictures[0].file
    place.do('wait = "attract"', 'touch = "start"', f'show = "{shown}"')
    album.holds(
        "a photograph of her last code makes nobody a member", not place.world.state().is_member, code
    )


def the_books_are_closed(story: Story) -> None:
    """What is left when everything is over: money that adds up, and journals that verify."""
    album, place, office = story.album, story.place, story.office
    album.begin(
        "The books are right",
        "What the shop keeps is the purchase, its money and its journal, and nobody's name.",
    )
    office.open(f"/office/sales/{story.sale_id()}")
    office.photograph("The purchase in the back office.")
    album.holds("her name is not on the page of her purchase", NAME not in office.text)
    album.holds(
        "what was left on the balance stands unclaimed, the account at nothing",
        story.books.balance(story.account) == 0 and story.books.ledger_sum(story.account) == 0,
        story.books.postings(story.account),
    )
    place.world.lane.stop()
    verifies, entries = place.journal()
    album.holds(
        f"the lane's journal verifies: {len(entries)} entries, each with the hash of the one before", verifies
    )
    wrong = summary.audit(entries, place.world.ledger())
    album.holds("the journal and the terminal's own book agree", not wrong, wrong)
    text = json.dumps(entries)
    album.holds("her name was never in the journal", NAME not in text)
    captured = [int(one["amount_minor"]) for one in journal_events(entries, "ValueCaptured")]
    album.holds("the journal took half from the balance", captured == [story.paid_from_balance], captured)
    said = place.store.run("verify").strip().splitlines()[-1]
    album.holds(f"the service checks every journal, feed, ledger and count: {said}", "FAULT" not in said)
