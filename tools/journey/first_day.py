"""The first day with the phone: joining, what may be known, a balance, six things, and an order."""

from . import goods
from .books import until
from .hands import code_in
from .story import Story

NAME = "Lena"
LIKES = "coffee"
TOP_UP_MINOR = 2_000
READY = "document.getElementById('card')?.dataset.state === 'ready'"
WINE_YEARS = 16


def joins(story: Story) -> None:
    """From the shop's page to a member's code."""
    album, phone = story.album, story.phone
    album.begin(
        "Joins in a minute",
        "The shop's page opens in the phone's browser. A name, if one likes, and one thing to agree to: no "
        "card, no address, no telephone number. The code that comes is the membership.",
    )
    before = story.books.newest_member()
    phone.open("/phone")
    phone.photograph("What the shop offers to anybody.")
    phone.open("/phone/join")
    phone.write("[name=name]", NAME)
    phone.touch("[name=agree_club]")
    phone.photograph("Nothing is ticked beforehand but by her.")
    phone.touch("button[type=submit]")
    phone.tab.until(f"location.pathname === '/phone' && {READY}")
    picture = phone.photograph("Her code: it moves on every 20 seconds.")
    story.member_id = story.books.newest_member()
    album.holds("a new member is in the store's book", story.member_id not in ("", before))
    album.holds(
        "she agreed to the membership and to nothing else",
        {purpose for purpose, given in story.books.consents(story.member_id).items() if given} == {"club"},
        story.books.consents(story.member_id),
    )
    code = code_in(picture)
    album.holds("a scanner reads the code from the screen", code.startswith("OSC1MR:"), code)
    name = story.books.one(
        "SELECT count(*) FROM member_person WHERE member_id = ? AND instr(sealed, CAST(? AS BLOB)) > 0",
        [story.member_id, NAME],
    )
    album.holds("her name stands nowhere in clear text: it is sealed with a key of her own", name == 0)


def says_what_she_likes(story: Story) -> None:
    """Interests, with the consent on the same page."""
    album, phone = story.album, story.phone
    album.begin(
        "Says what she likes",
        "Offers may be chosen by what she says she likes, if she agrees to it on the same page. What she "
        "buys is not looked at.",
    )
    phone.open("/phone/likes")
    phone.touch(f".likes label:has([name='like.{LIKES}'])")
    phone.touch("label:has([name=agree])")
    phone.see("[name=agree]")
    phone.photograph("Coffee, and the consent to use it.")
    phone.touch_text("form[action='/phone/likes'] button", "Save")
    phone.until_text("Because you like")
    given = story.books.consents(story.member_id)
    album.holds("the consent for interests is kept, word by word", given.get("interests") is True, given)
    album.holds("the consent for purchases is not given", given.get("history") is not True, given)
    rows = story.books.rows("SELECT interest FROM member_interest WHERE member_id = ?", [story.member_id])
    album.holds("only what she said is known", rows == [(LIKES,)], rows)


def checks_in(story: Story) -> None:
    """At the door; the offers say why."""
    album, phone = story.album, story.phone
    album.begin(
        "Checks in and gets an offer that says why",
        "One touch at the door, to the end of the day. Two offers are hers now, and each says why.",
    )
    phone.top()
    phone.touch_text("form[action='/phone/likes/here'] button", "Check in")
    phone.until_text("I am here today")
    text = phone.text
    phone.photograph("Each offer with its reason.")
    album.holds(
        "the gift of the day says: because you checked in today", "Because you checked in today" in text
    )
    album.holds("the coffee offer says: because you like coffee", "Because you like: Coffee" in text)
    here = story.books.rows("SELECT checked_in FROM member_checkin WHERE member_id = ?", [story.member_id])
    album.holds("the shop knows that she is here, until midnight", len(here) == 1, here)


def fills_the_balance(story: Story) -> None:
    """By card, at a free lane that is shown her code."""
    album, phone, place = story.album, story.phone, story.place
    album.begin(
        "Tops her balance up",
        "At a free lane, by card: her code says whose balance it is, one touch by how much. A top-up is no "
        "sale; it is one charge and one posting, or neither.",
    )
    place.open_lane()
    phone.open("/phone")
    phone.tab.until(READY)
    shown = phone.photograph("Her code, shown to the lane.")
    papers = len(place.world.papers())
    place.do('touch = "topUp"')
    until("the lane asks whose balance it is", lambda: place.world.state().screen == "load")
    place.do(f'show = "{shown}"')
    story.account = until("the store has named her account", lambda: story.books.account(story.member_id))
    album.holds("the new account is empty", story.books.balance(story.account) == 0)
    place.world.lane.screenshot(album.picture("lane", "What is on it, and by how much."))
    place.do('card = "approve"', f'touch = "load-{TOP_UP_MINOR}"', 'wait = "receipt"')
    place.do('touch = "receiptPaper"', 'wait = "thanks"')
    until("the slip is cut", lambda: story.paper_is_out(papers))
    album.picture("paper", "The slip.").write_bytes((place.folder / "receipt.png").read_bytes())
    place.do('wait = "attract"')
    charged = [(one["kind"], one["amount_minor"]) for one in place.world.ledger()]
    album.holds("the terminal's own book has one charge", charged == [("charge", TOP_UP_MINOR)], charged)
    until("the balance is booked", lambda: story.books.balance(story.account))
    postings = story.books.postings(story.account)
    album.holds("the ledger has one posting of it", [one[1] for one in postings] == [TOP_UP_MINOR], postings)
    album.holds("which sums to nothing, in double entry", story.books.ledger_sum(story.account) == 0)
    album.holds("no sale came of it", story.sale_id() == "", story.sale_id())
    phone.open("/phone/wallet")
    phone.photograph("In the wallet at once, beside the prices that are hers.")
    album.holds("the phone shows the balance", f"{TOP_UP_MINOR // 100}.00" in phone.text)


def scans(story: Story) -> None:
    """Six things on the phone: one by its camera, the others by their number."""
    album, phone = story.album, story.phone
    album.begin(
        "Scans six things as she walks",
        "The coffee is read by the phone's camera, in the browser; the other numbers are typed. Prices and "
        "offers are the lane's own. The wine is marked: somebody will have a look.",
    )
    phone.open("/phone/scan")
    phone.touch("[data-part=open]")
    phone.tab.until("document.querySelectorAll('.line').length === 1")
    phone.photograph("The camera has read the coffee.")
    phone.touch("[data-part=close]")
    phone.tab.until("document.querySelector('video').srcObject === null")
    for count, slug in enumerate((*goods.BY_NUMBER, goods.WINE), start=2):
        phone.write("#code", goods.article(slug).gtin)
        phone.touch("[data-part=typed] button")
        phone.tab.until(f"document.getElementById('scan').dataset.priced === '{count}'")
    phone.tab.until("document.querySelectorAll('.line .body .check').length === 1")
    phone.see(".line .body")
    phone.photograph("Six things, with what each offer takes off.")
    phone.see("[data-part=total]")
    phone.photograph("The total so far.")
    text = phone.text
    album.holds("six lines stand in the basket", phone.run("document.querySelectorAll('.line').length") == 6)
    album.holds("the coffee is cheaper because she likes it", "Coffee lovers: 10 % off coffee" in text)
    album.holds("today's gift is taken off", "Gift of the day" in text)
    checks = phone.run("document.querySelector('.line .check').textContent")
    album.holds(f"the wine is marked for a look at the age ({WINE_YEARS})", str(WINE_YEARS) in checks, checks)
    story.phone_total = str(phone.run("document.querySelector('[data-part=total]').textContent"))


def orders(story: Story) -> None:
    """From a shelf on the phone, for the next morning."""
    album, phone = story.album, story.phone
    album.begin(
        "Orders for tomorrow",
        "Two things more, chosen at home and paid from the balance; they are kept for her at the counter, "
        "tomorrow between ten and eleven.",
    )
    before = story.books.balance(story.account)
    asked = "&".join(f"q.{goods.article(slug).gtin.zfill(14)}=1" for slug in goods.ORDERED)
    phone.open(f"/phone/order?{asked}")
    wanted = str(round(story.window_from.timestamp() * 1_000_000))
    windows = phone.run(
        "[...document.querySelectorAll('select[name=window] option')].map((one) => one.value)"
    )
    album.holds("there is a window tomorrow from ten to eleven", wanted in windows, windows)
    phone.run(f"document.querySelector('select[name=window]').value = '{wanted}'")
    phone.see("select[name=window]")
    phone.photograph("What it costs, and when it is collected.")
    phone.touch_text("form[action='/phone/orders'] button", "Order and pay")
    phone.tab.until(f"location.pathname.startsWith('/phone/orders/') && {READY}")
    phone.photograph("The order, with a code of its own for the counter.")
    story.order_path = str(phone.run("location.pathname"))
    rows = story.books.rows("SELECT order_id, state, total_minor, paid_by FROM shop_order")
    album.holds("the order is placed and paid", len(rows) == 1 and rows[0][1] == "placed", rows)
    story.order_id, story.order_minor = str(rows[0][0]), int(rows[0][2])
    album.holds(
        "its price has left the balance",
        story.books.balance(story.account) == before - story.order_minor,
        story.books.postings(story.account),
    )
