"""What a card terminal told at its end of day, as the detail of one row of what happened on a lane.

    1999 girocard=1/500 visa=2/1499       the total, then number and sum of each scheme

Invariants: pure; what was written reads back the same; a detail of an older program is a total alone.
"""

from retail.card_schemes import CardGroup, CardTotal
from retail.journal.events import TerminalDayClosed

_SCHEMES = {group.value: group for group in CardGroup}


def written(event: TerminalDayClosed) -> str:
    """One line.

    >>> written(TerminalDayClosed(succeeded=True, result_code=0, total_minor=1999))
    '1999'
    """
    total = "" if event.total_minor is None else str(event.total_minor)
    sums = [f"{one.group.value}={one.count}/{one.amount_minor}" for one in event.day.totals]
    return " ".join([total, *sums]).rstrip()


def read(detail: str) -> tuple[int | None, tuple[CardTotal, ...]]:
    """Total and schemes; what makes no sense is left out.

    >>> read("1999")
    (1999, ())
    """
    total, *sums = detail.split(" ")
    found = []
    for one in sums:
        name, _, numbers = one.partition("=")
        count, _, amount = numbers.partition("/")
        if name in _SCHEMES and _is_whole(count) and _is_whole(amount):
            found.append(CardTotal(group=_SCHEMES[name], count=int(count), amount_minor=int(amount)))
    return (int(total) if _is_whole(total) else None), tuple(found)


def _is_whole(text: str) -> bool:
    return text.removeprefix("-").isdecimal()
