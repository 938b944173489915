"""The journey from its first step to its last, and what the steps know of each other."""

import datetime
from collections.abc import Callable, Sequence
from typing import Any

from simulators.shopper import outputs
from simulators.shopper.state import LaneState

from .album import Album
from .books import Books
from .hands import Phone, Tablet, code_in
from .place import Place

RECEIPT_COLUMNS = 48
WINDOW_HOUR = 10


class Story:
    """What is known so far. Steps write down here what later steps ask for."""

    def __init__(self, place: Place, album: Album, phone: Phone, tablet: Tablet, office: Tablet) -> None:
        """`tablet` is the attendant's, `office` the manager's."""
        self.place = place
        self.album = album
        self.phone = phone
        self.tablet = tablet
        self.office = office
        self.member_id = ""
        self.account = ""
        self.phone_total = ""
        self.total_minor = 0
        self.paid_from_balance = self.paid_by_card = 0
        self.offers: dict[str, int] = {}
        self.order_id = self.order_path = ""
        self.order_minor = 0
        self.member_code = ""
        """A code of hers that was photographed while it counted."""

    @property
    def books(self) -> Books:
        """What the store service keeps."""
        return self.place.books

    @property
    def window_from(self) -> datetime.datetime:
        """When the order is collected from: tomorrow at ten, on the shop's wall."""
        day = self.place.clock.now() + datetime.timedelta(days=1)
        return day.replace(hour=WINDOW_HOUR, minute=0, second=0, microsecond=0)

    def begin_day(self) -> None:
        """All look at the clock; the attendant and the manager log in."""
        for hand in (self.phone, self.tablet, self.office):
            hand.tab.clock_ahead(self.place.clock.ahead_s)
        for tablet, login in ((self.tablet, "anna"), (self.office, "max")):
            tablet.log_in(login, self.place.store.password_of(login))

    def priced(self) -> LaneState | None:
        """The lane's state once it has the final price of all that is in the basket."""
        state = self.place.world.state()
        return state if state.total_minor and state.told("offers") and state.is_member else None

    def sale_id(self) -> str:
        """The purchase in the store's book; empty while it has not arrived."""
        return str(
            self.books.one("SELECT envelope_id FROM sale WHERE outcome = 'sold' ORDER BY started_at DESC")
            or ""
        )

    def paper_is_out(self, before: int) -> bool:
        """Whether there is more paper than so many pieces, cut off; the newest is kept as `receipt.png`."""
        papers = self.place.world.papers()
        if len(papers) <= before or papers[-1]["ended"] != "cut":
            return False
        return outputs.save_receipt(self.place.world.papers(), self.place.folder)

    def receipt_adds_up(self) -> tuple[bool, str]:
        """Whether the paper's own figures come to its total and to what the lane says."""
        adds_up, wrong = outputs.check_receipt(self.place.world.papers(), RECEIPT_COLUMNS, self.total_minor)
        return adds_up is True, wrong

    def receipt_code(self) -> str:
        """What a scanner reads from the paper."""
        return code_in(self.place.folder / "receipt.png")


Tell = Callable[[Story], Any]


def tell(story: Story, steps: Sequence[Tell]) -> None:
    """Perform the steps in order; the first thing that is not so raises."""
    for step in steps:
        step(story)
    story.album.end()
