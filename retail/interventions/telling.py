"""An open intervention in the shopper's language, with its blanks filled in.

Invariants: pure; nothing is left blank: what is not known is said in general words.
"""

from retail import money
from retail.interventions.carried import Open
from retail.interventions.kinds import kind_of
from retail.interventions.sale import Sale
from retail.interventions.words import Text

_SOMETHING = Text("this item", "dieser Artikel", "该商品")


def told(
    one: Open, sale: Sale, language: str, currency: str, *, place: int = 0, amount_minor: int | None = None
) -> tuple[str, str]:
    """Title and body. `amount_minor` is what is being paid where that is not the whole total."""
    kind = kind_of(one.kind)
    amount = amount_minor if amount_minor is not None else one.measure or sale.total_minor
    blanks = {
        "item": _name(one, sale, language),
        "amount": money.format_amount(amount, currency, language, symbol=True),
        "age": str(one.measure),
        "count": str(one.measure),
        "place": str(max(place, 1)),
    }
    return kind.title.of(language).format(**blanks), kind.body.of(language).format(**blanks)


def _name(one: Open, sale: Sale, language: str) -> str:
    """The article it is about: by its line, else by its number, else the word it was raised with."""
    line = sale.lines.get(one.line_id)
    if line is None:
        line = next((other for other in sale.lines.values() if other.product.key == one.subject), None)
    if line is not None:
        return line.product.name(language)
    is_word = one.subject.isalpha()
    return one.subject if is_word else _SOMETHING.of(language)
