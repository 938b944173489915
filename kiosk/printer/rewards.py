"""What a shopper takes home besides the goods: points, stamps, and a coupon to tear off.

Source: docs/coupons.md, "Points".
Invariants: pure; nothing names the member; the coupon is the last thing on the paper, to be torn off.
"""

from collections.abc import Iterator

from kiosk.printer.blocks import Align, Block, Feed, Line, Rule, Run
from kiosk.printer.cells import cell_width, clean
from kiosk.printer.codes import code_block
from kiosk.printer.footing import day_text
from kiosk.printer.rows import centred, name_of, told_row
from kiosk.printer.words import Words
from retail import figures
from retail.money import format_amount
from retail.receipt import MemberNote, NextVisit, StampCard

GOAL_DRAWN_MAX = 12
"""A stamp card with more fields is told in figures only."""
_GAP_SMALL = Feed(8)
_GAP = Feed(16)
_FULL, _EMPTY = "■", "·"


def member_block(member: MemberNote | None, columns: int, language: str, say: Words) -> Iterator[Block]:
    """Points earned, used and left, and the stamp cards."""
    if member is None:
        return
    rows = list(_points(member, columns, language, say))
    for card, stamps in member.stamps.items():
        rows += _stamps(card, stamps, member.stamp_cards.get(card, StampCard()), columns, language, say)
    if rows:
        yield Rule()
        yield from rows


def _points(member: MemberNote, columns: int, language: str, say: Words) -> Iterator[Line]:
    if member.points_spent:
        yield from told_row(say.points_spent, figures.whole(-member.points_spent, language), columns)
    if member.points_earned:
        yield from told_row(say.points_earned, "+" + figures.whole(member.points_earned, language), columns)
    if member.points_after is not None:
        yield from told_row(say.points_now, figures.whole(member.points_after, language), columns, bold=True)


def _stamps(
    key: str, stamps: int, card: StampCard, columns: int, language: str, say: Words
) -> Iterator[Line]:
    """The card as it looks: a field for each stamp, the full ones filled."""
    name = name_of(card.names, language, f"{say.stamps}: {key.replace('-', ' ')}")
    if not card.goal:
        yield from told_row(name, str(stamps), columns)
        return
    told = f"{stamps}/{card.goal}" if stamps <= card.goal else str(stamps)
    if card.goal <= GOAL_DRAWN_MAX:
        full = min(stamps, card.goal)
        fields = [_FULL] * full + [_EMPTY] * (card.goal - full)
        gap = " " if cell_width(name) + 2 * len(fields) + len(told) + 2 <= columns else ""
        told = f"{gap.join(fields)}  {told}"
    yield from told_row(name, told, columns)


def tear_off(
    coupon: NextVisit | None, currency: str, columns: int, language: str, say: Words
) -> Iterator[Block]:
    """The next visit's coupon, below a dashed line."""
    if coupon is None:
        return
    yield _GAP
    yield Line((Run("- " * (columns // 2 - 1) + "-"),), Align.CENTRE)
    yield _GAP_SMALL
    amount = f"{currency} {format_amount(coupon.value_minor, currency, language)}"
    yield from centred(say.next_visit, columns, bold=True)
    yield from centred(say.next_visit_worth.format(amount=amount), columns, bold=True, double_height=True)
    yield _GAP_SMALL
    days = {"first": day_text(coupon.valid_from, language), "last": day_text(coupon.valid_until, language)}
    yield from centred(say.next_visit_days.format(**days), columns)
    yield _GAP_SMALL
    yield from code_block(clean(coupon.code), columns)
    yield _GAP_SMALL
    yield from centred(say.next_visit_use, columns)
    yield _GAP_SMALL
