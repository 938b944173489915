# ruff: noqa: E501 - these are lines of a Markdown page; a row of a table cannot be broken
"""The sentences of `docs/interventions.md`; its tables come from the code (`retail.interventions.page`)."""

HEAD = """\
# Interventions

When a lane needs the shopper to look again, or a person of the staff to come. Everything here is data in
`retail/interventions/`, so lane and store service read the same words.

*Written by `python -m retail.interventions.page`; do not edit. A test fails when this page and the code differ.*
"""

KINDS = """\
*Shopper alone* is how long the shopper may put it right before anybody is called; *binding* is what the law, the
licence or the safety of money asks for: a store's settings cannot loosen it. `Timer` is a difference that has
lasted, `Raise` a report of a device or of the program around the engine."""

TOLD = """\
Each says what happened, what to do, and whether money moved where that matters. `{item}` is an article's name,
`{amount}` money, `{age}` years, `{count}` a number, `{place}` the place in the queue."""

REASONS = """\
What staff choose from. A clearance with `nothing_wrong` counts as a false alarm in the figures."""

LADDER = """\
## The ladder

1. **The shopper first.** A kind with time for the shopper is raised as a *nudge*: a picture, a sound, a sentence.
   Scanning goes on. Whatever the table says clears it by itself clears it, and nobody was called.
2. **Then staff.** When the time is over, when the shopper asks, or when the shopper wants to pay while it still
   blocks paying, staff are called. What is noticed only at the payment step is shown to the shopper first.
3. **Then critical.** When nobody has looked within the time of its kind.

Nothing that blocks paying is let go but by a decision of somebody who may, by its cause being gone, or by the end
of its purchase. A refusal does not clear: it stays open until what it asks for is done (the line taken off, the
purchase ended), so a payment cannot slip between the two. Two who decide at once: the first wins, the second is
told who it was. An approval of something that has grown since it was seen (three bottles, now five) asks to look
again. An approval of an age covers all later and earlier items of the same or a lower age in this purchase.

**From afar.** What says that staff saw something (an age by sight, a choice of produce, a reduced label) is approved
from afar only with the camera's picture of the item before whoever decides; the journal says whether it was
(`saw_picture`). A store may ask for it elsewhere or do without (`kinds.<kind>.remote`): `yes` for an age is the
shop's own answer to its licence. No is said without a picture.
"""

VISIT = """\
## One visit

However many interventions are open at a lane, staff see one visit: gravest and oldest first, nudges last, with
one time since when somebody is waited for. Lanes are ordered by whether it is critical, then by who has waited
longest. The shopper's place in the queue counts the lanes nobody has looked at yet.
"""

JOURNAL = """\
## In the journal

| event | says |
|---|---|
| `InterventionRaised` | kind, subject, measure, and the store's rules as they were: severity, what it blocks, who may clear it, when staff will be called |
| `InterventionEscalated` | staff were called, or it turned critical: `time`, `paying`, `asked`, `nobody came` |
| `InterventionLooked` | who looked first: at the lane, from afar, or at the shop's hub |
| `InterventionRefused` | who said no, and why |
| `InterventionCleared` | how (`approved`, `self`, `dismissed`, `covered`, `ended`), who, why, and how far an approval reaches |
| `StaffSignedIn`, `StaffSignedOut`, `SignInRefused`, `SignInUnlocked` | who opened the attendant layer, how, and every try that failed |
| `StaffActed` | a right that was used: what, who, why, how much |
| `CheckDrawn` | whether to scan again, by which causes, and which lines |
| `WeightSettled`, `BaggingSkipped`, `OwnBagPlaced`, `FullBagsMoved` | what the bagging scale and the shopper say of the bagging area |

Each has who, when (microseconds since 1970, UTC) and why. Interventions are numbered on the lane without a gap. A
date of birth is never stored: an approval says up to which age it reaches.
"""

BAGGING = """\
## The bagging area

The resting weight is compared with what was accepted plus any of the items that are still to come, each within
its own band. While up to ten pieces are waited for, every way of placing them is tried; with more, the order of
scanning. Only when everything is explained is the weight taken as the new start, so bagging before scanning, or in
another order, ends the same where weights tell the items apart. From the seventh piece on, what has arrived is taken
as the new start though another is still missing: one that stays in the trolley makes nothing else wrong. What several items together may be off adds up as
squares: a dozen that wait make no room for one that nobody scanned. A difference is asked about only when it has lasted for `weight.grace_s`: moving
things about is no alarm, whatever its size. A line taken off must leave the scale. The tolerance is fixed per
store and may be set per article; it follows neither how busy the store is nor who the shopper is.
"""

CHECKS = """\
At the end of scanning a purchase may be drawn for a re-scan: at random (`audit.random_permille`, from a seed that
nobody can choose afterwards and anybody can check), or by a score that can be read out to the shopper. Each cause
counts at most ten times. `found_before` counts only for a member who agreed to it. The lines of a partial check
are drawn with the same seed, each as likely as any other. Goods of an order that is paid at the lane are not drawn:
staff have picked them, and they may lie at the counter."""

AGES = """\
Ages by country are where a shop starts from; it answers for them itself (not legal advice). `age.categories` says
which goods are of which class, or gives years directly. Someone born on 29 February is a year older on 1 March in
years without that day."""

RIGHTS = """\
Who goes beyond a limit is told whose badge it takes. Amounts and percents are what the deed changes. A reason is
always asked for. Training is never mixed with real sales."""

SIGN_IN = """\
## Signing in

A badge or a PIN opens the attendant layer. The fifth wrong answer in a row (`sign_in.tries_max`) locks that person
at this lane for `sign_in.lock_s`, and the journal keeps the lock: a restart does not open it. While it is locked a
right answer is not told from a wrong one, and trying does not make it longer. PINs without a name and badges that
nobody knows count against the lane's pad; a locked pad still takes the badge of somebody known. A manager unlocks,
never for themselves. A revoked badge is refused and counted.
"""

POLICY = """\
A table for each section below, in TOML or JSON. Read whole or not at all: unknown keys are refused with the nearest
name, wrong values with what is allowed."""

JOINING = """\
## Joining a lane

`retail.interventions.follow` is the way in. A lane keeps a `Situation` beside its state, folded from the same
journal (`situation.evolve`), and calls

| when | what |
|---|---|
| a command led to events, before they are stored | `follow(situation, events, rules, now)`: the same events, each with what it calls for behind it |
| the shopper wants to pay | `on_pay`; then `situation.book.may_pay` says whether paying may begin |
| before it, once a purchase | `audit.drawn`: the check, to be followed like any event |
| a touch or a scan; nothing for a while | `on_touch`; `on_idle` |
| the bagging timer (`bagging.wait_s` after the newest change) | `on_bagging_timer` |
| the timer of `book.next_at_us` | `on_timer` |
| staff or the shopper decide | `wished` with `Look`, `Approve`, `Refuse`, `Dismiss`, `CallStaff` |
| a badge or PIN | `sign_in.sign_in`, then `rights.may` for each deed |

What outlives a purchase is `situation.carried`; it belongs into the event that a fold may start from.
"""

CAUTIONS = """\
## Cautions

Tolerances that follow the store's traffic, or security that follows a member's trust or the history of staff
interventions, are claimed by patents that are listed as in force; this project has neither. Item limits, hours
and what may be sold at a self-checkout differ by town: they are settings.
"""
