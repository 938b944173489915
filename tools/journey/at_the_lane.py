"""The first day at the lane: the basket arrives, somebody looks at the age, half and half, the way out."""

from .books import until
from .first_day import TOP_UP_MINOR, WINE_YEARS
from .hands import code_in
from .story import Story

PAY_READY = "document.getElementById('pay')?.dataset.state === 'ready'"
LEAVE_READY = "document.getElementById('leave')?.dataset.state === 'ready'"


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
    until("the lane is free", lambda: place.world.state().screen == "attract")
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
    before, papers = story.books.balance(story.account), len(place.world.papers())
    place.do('touch = "payPart"', 'touch = "share-2"')
    place.do('touch = "payBalance"')
    due = story.total_minor - half
    until("the balance pays half", lambda: place.world.state().figure("due_minor") == due)
    place.world.lane.screenshot(album.picture("lane", "Half is set aside on her balance; the rest is left."))
    place.do('card = "approve"', 'touch = "payCard"', 'wait = "paid"', 'wait = "receipt"')
    place.world.lane.screenshot(album.picture("lane", "Paid. How would she like the receipt?"))
    place.do('touch = "receiptPaper"', 'wait = "thanks"')
    until("the receipt is cut", lambda: story.paper_is_out(papers))
    place.do('wait = "attract"')
    charged = [(one["kind"], one["amount_minor"]) for one in place.world.ledger()]
    album.holds(
        "the terminal's own book has one charge more: the other half",
        charged == [("charge", TOP_UP_MINOR), ("charge", story.total_minor - half)],
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
