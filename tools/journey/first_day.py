"""The first day: joining, what may be known, six things, paying half and half, the way out, an order."""

from . import goods
from .books import until
from .hands import code_in
from .story import Story

NAME = "Lena"
LIKES = "coffee"
TOP_UP_MINOR = 3_000
READY = "document.getElementById('card')?.dataset.state === 'ready'"
PAY_READY = "document.getElementById('pay')?.dataset.state === 'ready'"
LEAVE_READY = "document.getElementById('leave')?.dataset.state === 'ready'"
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
    """Money on the balance, before anything is bought."""
    album, phone = story.album, story.phone
    album.begin(
        "Fills her balance",
        "Thirty euros at the counter. The balance is in the wallet at once, with its ledger in double entry.",
    )
    story.place.cash(story.member_id, TOP_UP_MINOR)
    story.account = story.books.account(story.member_id)
    phone.open("/phone/wallet")
    phone.photograph("Her balance, and the prices that are hers.")
    balance = story.books.balance(story.account)
    album.holds("the balance is filled", balance == TOP_UP_MINOR, balance)
    album.holds("the phone shows it", "€30.00" in phone.text)
    album.holds("each posting sums to nothing, in double entry", story.books.ledger_sum(story.account) == 0)


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


def arrives_at_the_lane(story: Story) -> None:
    """The basket's code before the lane's camera."""
    album, phone, place = story.album, story.phone, story.place
    album.begin(
        "Shows the basket at a lane",
        "One code carries basket, member and offers. The lane's camera is shown the phone's screen, and "
        "everything is there at once, priced anew.",
    )
    phone.touch_text("a.button", "Pay at a lane")
    phone.tab.until(PAY_READY)
    shown = phone.photograph("The basket's code.")
    place.do(f'show = "{shown}"')
    until("the basket is at the lane", lambda: len(place.world.state().lines) == 6)
    state = until("the lane has priced it", story.priced)
    place.world.lane.screenshot(album.picture("lane", "Everything arrived, with the member's prices."))
    phone.tab.until("document.getElementById('pay').dataset.state === 'claimed'")
    phone.photograph("The phone says where the basket is.")
    story.total_minor = state.total_minor
    album.holds("the lane knows the member", state.is_member)
    shown_total = f"{state.total_minor // 100}.{state.total_minor % 100:02}"
    album.holds("lane and phone say the same total", shown_total in story.phone_total, story.phone_total)
    offers = {str(one["offer"]): int(one["saving_minor"]) for one in state.told("offers")}
    album.holds("the gift of the day counts at the lane", offers.get("gift-of-the-day") == 50, offers)
    album.holds("the coffee offer counts at the lane", offers.get("for-coffee-lovers", 0) > 0, offers)
    story.offers = offers


def is_old_enough(story: Story) -> None:
    """The wine waits for a person: it came from the phone, so nobody has seen a picture of it."""
    album, place, tablet = story.album, story.place, story.tablet
    album.begin(
        "Somebody looks at the age",
        "She asks to pay, and the wine waits for a person. From afar it would be approved by the lane's "
        "picture of it, and goods from a phone have none: the tablet says so, and Anna goes there.",
    )
    place.do('touch = "pay"')
    until("the age check waits", lambda: [one["kind"] for one in place.world.state().open] == ["age_check"])
    place.world.lane.screenshot(album.picture("lane", "The lane says who comes, and why."))
    tablet.open("/station")
    tablet.tab.until("document.querySelectorAll('.need').length === 1")
    tablet.touch_text("article.visit button", "I'm going")
    tablet.until_text("is on the way")
    tablet.photograph("The station: one thing to do, the reason for it, and who goes.")
    album.holds(
        "the station names the wine and the age", "Rosé" in tablet.text and str(WINE_YEARS) in tablet.text
    )
    place.do('badge = "anna"', 'wait = "staff"')
    place.world.lane.screenshot(album.picture("lane", "Anna's badge opens the lane for her."))
    place.do('touch = "approve-1-clearly_of_age"', 'touch = "signOut"', 'wait = "tender"')
    state = place.world.state()
    album.holds(
        "the age is cleared, and paying goes on by itself", (state.screen, state.open) == ("tender", ())
    )


def pays(story: Story) -> None:
    """Half from the balance, half by card, and the paper."""
    album, place = story.album, story.place
    album.begin(
        "Pays half from the balance, half by card",
        "Shared by two: one half is taken from her balance, the other by card. No cent is counted until the "
        "terminal's word is kept.",
    )
    half = -(-story.total_minor // 2)
    before = story.books.balance(story.account)
    place.do('touch = "payPart"', 'touch = "share-2"')
    place.do('touch = "payBalance"')
    due = story.total_minor - half
    until("the balance pays half", lambda: place.world.state().figure("due_minor") == due)
    place.world.lane.screenshot(album.picture("lane", "Half is set aside on her balance; the rest is left."))
    place.do('card = "approve"', 'touch = "payCard"', 'wait = "paid"', 'wait = "receipt"')
    place.world.lane.screenshot(album.picture("lane", "Paid. How would she like the receipt?"))
    place.do('touch = "receiptPaper"', 'wait = "thanks"')
    until("the receipt is cut", story.paper_is_out)
    place.do('wait = "attract"')
    charged = [(one["kind"], one["amount_minor"]) for one in place.world.ledger()]
    album.holds(
        "the terminal's own book has one charge: the other half",
        charged == [("charge", story.total_minor - half)],
        charged,
    )
    until("the sale has arrived", story.sale_id)
    sale = story.books.rows(
        "SELECT total_minor, member_id FROM sale WHERE envelope_id = ?", [story.sale_id()]
    )
    album.holds(
        "the store has the sale, added up again, and whose it is",
        sale == [(story.total_minor, story.member_id)],
        sale,
    )
    until("the balance was captured", lambda: story.books.balance(story.account) == before - half)
    album.holds(
        "the ledger took half from the balance, in double entry",
        story.books.ledger_sum(story.account) == 0,
        story.books.postings(story.account),
    )
    story.paid_from_balance, story.paid_by_card = half, story.total_minor - half
    adds_up, wrong = story.receipt_adds_up()
    album.holds("the paper adds up, read from its own text", adds_up, wrong)


def leaves(story: Story) -> None:
    """Through the gate, once."""
    album, phone, place = story.album, story.phone, story.place
    album.begin(
        "Leaves through the gate with the phone",
        "The phone has a code for this one purchase. The gate reads it, asks once, and the relay moves. A "
        "second time it stays shut.",
    )
    phone.tab.until("document.getElementById('pay').dataset.state === 'paid'")
    phone.photograph("The phone knows that it is paid.")
    phone.touch("[data-part=receipt]")
    phone.tab.until("location.pathname.startsWith('/phone/receipts/')")
    phone.touch_text("a.button", "To the exit")
    phone.tab.until(LEAVE_READY)
    shown = phone.photograph("The code for the gate.")
    moves = len(place.exit.moves)
    said = place.exit.show(code_in(shown))
    album.holds("the gate says: open, paid", said.startswith("open paid"), said)
    until("the relay fell back", lambda: place.exit.moves[moves:] == [True, False])
    album.holds("its relay was put on, and off again", place.exit.moves[moves:] == [True, False])
    again = place.exit.show(story.receipt_code())
    album.holds(
        "the code on the paper opens nothing any more: it is one purchase, and it has left",
        again.startswith("shut used"),
        again,
    )
    office = story.office
    office.open("/office/exits")
    office.photograph("What the gate did, in the back office.")
    opened = story.books.rows("SELECT opened, reason FROM exit_event ORDER BY at, ask_id")
    album.holds(
        "the gate's book has both: let out once, refused once",
        sorted(opened) == [(0, "used"), (1, "")],
        opened,
    )


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
