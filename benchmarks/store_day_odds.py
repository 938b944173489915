"""How often things go wrong at a self-checkout and how long they take: what a simulated day is made of.

Where somebody has published a number it is named; all others are plain assumptions, to be changed here. They
decide how many mistakes are made, never what the checkout does about them.
"""

import math
import random
from typing import NamedTuple

PLAIN = "assumption"
DN_BASKETS = "Diebold Nixdorf, dnretailselfservice.com, chapter 6: 65, 27 and 8 % of trips"
DN_AGE = "Diebold Nixdorf press: 22 % of transactions"
POST = "Washington Post, 10 Nov 2010: five items in about two minutes"
PAYING = "bobbiechen.com, 17 Feb 2022: about 30 s with the receipt"


class Chance(NamedTuple):
    """How often, of a thousand."""

    permille: float
    of: str
    what: str
    source: str = PLAIN


class Span(NamedTuple):
    """How long: a lognormal time by its median and the spread of its logarithm."""

    median_s: float
    spread: float
    what: str
    source: str = PLAIN


CHANCES: dict[str, Chance] = {
    # --- who comes
    "age_goods": Chance(220, "purchases", "hold wine or spirits", DN_AGE),
    "looks_young": Chance(150, "buyers of them", "look younger than 30: staff want to see a card"),
    "too_young": Chance(25, "buyers of them", "are too young, or have no card"),
    "member": Chance(450, "purchases", "begin or end with a member's card"),
    "coupon": Chance(80, "purchases", "come with a coupon"),
    "dear_coupon": Chance(120, "coupons", "are worth more than the lane takes alone"),
    "bad_coupon": Chance(150, "of those", "are refused by staff"),
    "own_bag": Chance(450, "purchases", "begin with a bag of one's own"),
    "says_nothing": Chance(150, "own bags", "are put down without a word to the lane"),
    "heavy_bag": Chance(30, "own bags", "weigh more than the store lets pass"),
    "dishonest": Chance(10, "shoppers", "hide an item in the bag, or scan a cheaper one instead"),
    "big": Chance(2, "purchases", "hold more than the 60 pieces this checkout is meant for"),
    # --- what goes wrong with an item
    "kept_in_hand": Chance(15, "items", "are scanned and not put into the bagging area"),
    "not_scanned": Chance(6, "items", "are put down though the scan did not take"),
    "twice": Chance(8, "items", "are scanned twice"),
    "damaged": Chance(8, "items", "have a code that is read wrongly, one to five times, then typed"),
    "unknown": Chance(5, "items", "have a code that is not on file"),
    "other_weight": Chance(4, "items", "weigh something else: a gift attached, spilt, another pack"),
    "too_large": Chance(5, "items", "are not bagged on purpose (of crates: half)"),
    "changed_mind": Chance(8, "items", "are taken off the list again"),
    "shuffles": Chance(20, "items", "are followed by taking something out and putting it back"),
    "leans": Chance(5, "items", "are followed by a hand or a child on the scale"),
    "shaken": Chance(4, "items", "are followed by a scale that swings for a moment"),
    # --- what goes wrong with a purchase
    "pauses": Chance(10, "purchases", "stop for one to five minutes: a call, something forgotten"),
    "asks_help": Chance(15, "purchases", "call for help"),
    "cancels": Chance(5, "purchases", "are given up in order"),
    "leaves_midway": Chance(4, "purchases", "are left while scanning"),
    "leaves_at_payment": Chance(3, "purchases", "are left at the payment step"),
    "declined": Chance(40, "payments", "are refused the first time"),
    "declined_thrice": Chance(4, "payments", "are refused three times; another card then pays"),
    "payment_unknown": Chance(3, "payments", "have no known outcome at first"),
    "terminal_silent": Chance(300, "of those", "stay unknown until somebody reads the terminal"),
    "notices": Chance(800, "nudges", "are noticed while scanning; all are once nothing goes on"),
    "calls_staff": Chance(300, "unknown codes", "make the shopper call somebody; else it is put aside"),
    "paper": Chance(350, "paid purchases", "want their receipt on paper"),
    "digital": Chance(150, "paid purchases", "want it as a code on the screen"),
}  # fmt: skip

SPANS: dict[str, Span] = {
    "walk_up": Span(5, 0.3, "from the queue to the lane, first touch"),
    "item": Span(4.2, 0.45, "to take an item and have it scanned", POST),
    "put_down": Span(1.5, 0.3, "from the scan to the bagging area", POST),
    "own_bag": Span(5, 0.3, "to lay down a bag and say so"),
    "weigh": Span(5, 0.3, "to lay loose goods on the scale and have them weighed"),
    "code": Span(5, 0.3, "to show a card or a coupon"),
    "type": Span(9, 0.3, "to type the number under a code"),
    "notice": Span(4, 0.5, "until a shopper acts on what the screen shows"),
    "correct": Span(4, 0.4, "to put something right with one's hands"),
    "reads_dialog": Span(4, 0.4, "to read that a code is not known"),
    "pause": Span(120, 0.5, "a shopper who stops"),
    "leans": Span(5, 0.5, "a hand on the scale"),
    "shuffles": Span(3, 0.5, "something is out of the bagging area"),
    "choose_pay": Span(3, 0.4, "to press Pay, and then the way to pay"),
    "card": Span(8, 0.3, "from the payment's start to the terminal's answer", PAYING),
    "receipt": Span(3, 0.3, "to choose a receipt"),
    "pack": Span(9, 0.4, "to take the bags and go"),
    "patience": Span(420, 0.3, "a shopper stands still before giving up"),
    # --- staff
    "alert": Span(3, 0.5, "until an idle attendant sees the alert"),
    "step": Span(1.5, 0.2, "an attendant's way from one lane to the next"),
    "come": Span(4, 0.3, "to set off, to greet, to show the badge"),
    "remote": Span(6, 0.4, "to look at a picture on the tablet and decide"),
    "office": Span(60, 0.3, "until the manager has come from the office"),
    "age": Span(9, 0.4, "to look at an identity card"),
    "weight": Span(10, 0.4, "to look into the bagging area"),
    "look": Span(8, 0.4, "to look at anything else"),
    "find": Span(25, 0.4, "to find out what an unknown item is"),
    "scan_again": Span(3, 0.3, "to scan one item of a check"),
    "paper": Span(30, 0.2, "to load paper"),
    "device": Span(35, 0.4, "to clear a scale, to start a terminal again"),
    "help": Span(20, 0.6, "to answer a question"),
}

BASKETS = ((650, 1, 10), (270, 11, 20), (80, 21, 40))
"""Of a thousand baskets, how many hold from .. to items (`DN_BASKETS`)."""
HOURS = (3, 4, 5, 6, 8, 9, 7, 6, 7, 9, 11, 10, 6, 3)
"""Arrivals by hour from opening to closing, as weights: lunch and the way home are busiest."""
ROLL_RECEIPTS, ROLL_LOW = 180, 20
"""Receipts on a roll of paper, and when the printer says that it is nearly empty."""
SCALE_STEP_G, SCALE_SPREAD_G = 5, 2.0
"""What the bagging scale shows in, and how it spreads."""
SCALE_FAULTS, TERMINAL_FAULTS = 3, 2
"""In a day, over all lanes."""


class Dice:
    """Chances and spans drawn from one seed; `of` gives dice of their own for something in the day."""

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self.random = random.Random(seed)

    def of(self, what: object) -> "Dice":
        """Dice that roll the same whatever was rolled before."""
        return Dice(f"{self._seed}/{what}")

    def happens(self, name: str) -> bool:
        """Whether a thing of `CHANCES` happens."""
        return self.random.random() * 1_000 < CHANCES[name].permille

    def span_s(self, name: str) -> float:
        """How long a thing of `SPANS` takes; never more than five times its median."""
        span = SPANS[name]
        drawn = self.random.lognormvariate(math.log(span.median_s), span.spread)
        return min(drawn, 5 * span.median_s)
