"""What the demo shop's shoppers carry: their member cards and coupons, and the stickers on its packs.

Everything is taken from the shop's own files, so that a card or coupon held up here is one the lane knows.

Source: assets/demo/members.csv, assets/demo/offers.json (docs/offers.md, "The file").
Invariants: reading only; the same files give the same papers; a name that is none is refused in a sentence.
"""

import csv
import difflib
import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from simulators import barcodes, ean13, goods, papers
from simulators.papers import Paper
from simulators.settings import MEMBERS, OFFERS

CREDENTIAL = "member:"
"""Before the token in a member's code."""
STICKER_PREFIX, STICKER_GOODS = "20", "9521000"
"""The demo shop's reduced-to-clear stickers: 20, five digits of the goods' number, the price."""
STICKER_PRICE_MAX = 99_999
STICKER_DEPARTMENTS, STICKER_PERCENT, STICKERS_MAX = ("bakery",), 60, 3
SERIAL_ALPHABET = "7K2Q9FX4MTRA3WPD6HBN8VYC"
EURO_COUPON_MINOR = 100
"""What a maker's euro coupon is worth, where the shop's file leaves it to the coupon."""
_EURO_UNITS = {"981": 10, "982": 1}
FOREIGN_COUPON = "(8110)106141416543213150110120"
"""A coupon of another continent: read, understood, and politely refused in euros."""


GIFT = "gift:"
PAY_CODE = "28{:016}"
"""How a phone's code to pay with looks: one of a wallet that begins with 28."""


def gift_card(digits: str, amount_minor: int) -> Paper:
    """A gift card of the shop, with its code."""
    note = f"Gift card {amount_minor / 100:.2f}, number ...{digits[-4:]}"
    return Paper(
        kind="card", slug=f"gift-{digits[-4:]}", title="Gift card", note=note, form="qr", text=GIFT + digits
    )


def paying_phone(number: int) -> Paper:
    """A phone that shows its code to pay with; each code is good once."""
    return Paper(
        kind="phone", slug=f"pay-{number}", title="Pay by phone", form="qr", text=PAY_CODE.format(number)
    )


class NoSuchPaperError(ValueError):
    """Nobody carries this; the text says what is wrong and what was probably meant."""


@dataclass(frozen=True, kw_only=True)
class Holder:
    """A member of the demo shop: what they carry, and the phone number they type."""

    member_id: str
    tier: str
    card: str
    credential: str
    phone: str
    groups: str = ""

    @property
    def plastic(self) -> Paper:
        """Their card."""
        return self._paper("card", barcodes.form_of(self.card), self.card)

    @property
    def screen(self) -> Paper:
        """Their phone with the member's code on it."""
        text = CREDENTIAL + self.credential.removeprefix(CREDENTIAL)
        return self._paper("phone", "qr", text)

    def _paper(self, kind: Any, form: str, text: str) -> Paper:
        tier = (self.tier or self.groups.partition(" ")[0] or "member").capitalize()
        return Paper(kind=kind, slug=self.member_id, title=tier, form=form, text=text)


def holders(path: Path = MEMBERS) -> list[Holder]:
    """The members of a file; none if there is no file."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [
            Holder(**{each.name: row.get(each.name) or "" for each in fields(Holder)})
            for row in csv.DictReader(file)
        ]


def coupons(path: Path = OFFERS) -> list[Paper]:
    """Every coupon the shop's file knows, as paper; none if there is no file."""
    if not path.is_file():
        return []
    terms = json.loads(path.read_text(encoding="utf-8"))
    section = terms.get("coupons", {})
    printed = {entry["code"] for entry in terms.get("next_visit", ())}
    found = [
        _store_coupon(entry, terms) for entry in section.get("codes", ()) if entry["code"] not in printed
    ]
    found += _makers_coupons(section.get("campaigns", ()), terms)
    return [*found, _foreign()]


def _store_coupon(entry: dict[str, Any], terms: dict[str, Any]) -> Paper:
    code = entry["code"]
    text = code + _serial(code, entry.get("serial_length", 0))
    until = f"Valid until {entry['valid_until']}" if entry.get("valid_until") else "One per purchase"
    title = _offer_name(terms, f"store:{code}") or code
    return Paper(kind="coupon", slug=code.lower(), title=title, note=until, form="code128", text=text)


def _serial(code: str, length: int) -> str:
    """A serial number, the same every time."""
    start = sum(code.encode())
    return "".join(SERIAL_ALPHABET[(start + 7 * at) % len(SERIAL_ALPHABET)] for at in range(length))


def _makers_coupons(campaigns: list[dict[str, Any]], terms: dict[str, Any]) -> Iterator[Paper]:
    for campaign in campaigns:
        kind, _, number = campaign["coupon"].partition(":")
        text = ""
        if kind == "ean" and number[:3] in _EURO_UNITS and len(number) == ean13.DIGITS - 4:
            body = f"{number}{EURO_COUPON_MINOR // _EURO_UNITS[number[:3]]:03}"
            text = body + ean13.check_digit(body)
        elif kind == "ean" and len(number) == ean13.DIGITS - 1:
            text = number + ean13.check_digit(number)
        elif kind == "255":
            text = f"(255){number}(3902){EURO_COUPON_MINOR}"
        if text:
            title = campaign.get("name") or _offer_name(terms, campaign["coupon"]) or "Coupon"
            yield Paper(
                kind="maker",
                slug=f"{kind}-{number}",
                title=title,
                note="The maker pays. One per pack.",
                form=barcodes.form_of(text),
                text=text,
            )


def _offer_name(terms: dict[str, Any], code: str) -> str:
    """The name of the offer that asks for this code."""
    for offer in terms.get("offers", ()):
        for test in offer.get("eligibility", ()):
            if any(each.get("code") == code for each in (test, *test.get("tests", ()))):
                return str(offer.get("name", ""))
    return ""


def _foreign() -> Paper:
    return Paper(
        kind="maker",
        slug="foreign",
        title="Save 0.75",
        note="For shops in North America only.",
        form="databar",
        text=FOREIGN_COUPON,
    )


def sticker(article: goods.Article, price_minor: int) -> Paper:
    """The article's pack with a reduced-to-clear sticker. Raises `NoSuchPaperError`."""
    if not article.gtin.startswith(STICKER_GOODS) or not 0 < price_minor <= STICKER_PRICE_MAX:
        raise NoSuchPaperError(f"no sticker says {price_minor} on {article.slug}")
    body = f"{STICKER_PREFIX}{article.gtin[len(STICKER_GOODS) : -1]}{price_minor:05}"
    return Paper(
        kind="sticker",
        slug=f"{article.slug}:{price_minor}",
        title="REDUCED",
        note=f"{price_minor // 100}.{price_minor % 100:02}",
        form="ean13",
        text=body + ean13.check_digit(body),
        article=article,
    )


def stickers() -> list[Paper]:
    """Fresh goods that are sold cheaper today."""
    fresh = [
        article
        for article in goods.articles()
        if article.department in STICKER_DEPARTMENTS
        and not article.is_weighed
        and article.gtin.startswith(STICKER_GOODS)
    ]
    return [
        sticker(article, article.price_minor * STICKER_PERCENT // 100)
        for article in fresh[:STICKERS_MAX]
        if article.price_minor * STICKER_PERCENT >= 100
    ]


KINDS = ("card", "phone", "coupon", "sticker")
"""What stands before the colon in the name of a paper."""


def find(name: str) -> Paper:
    """The paper a scenario names. Raises `NoSuchPaperError`.

    `card:ID`, `phone:ID` of a member; `coupon:NAME`, or `coupon:` and any text; `sticker:PACK:PRICE`;
    in front of a coupon's text may stand the symbol it is printed in: `coupon:qr:SPRING`.
    """
    kind, _, rest = name.partition(":")
    match kind:
        case "card" | "phone":
            known = {holder.member_id: holder for holder in holders()}
            holder = known.get(rest)
            if holder is None:
                raise NoSuchPaperError(f"there is no member {rest!r}{nearest(rest, known)}")
            return holder.plastic if kind == "card" else holder.screen
        case "coupon":
            return _coupon(rest)
        case "sticker":
            slug, _, price = rest.partition(":")
            articles = goods.by_slug()
            if slug not in articles:
                raise NoSuchPaperError(f"there is no pack {slug!r}{nearest(slug, articles)}")
            return sticker(articles[slug], int(price) if price.isdecimal() else 0)
        case _:
            raise NoSuchPaperError(f"nobody carries {name!r}; known are: {', '.join(KINDS)}")


def _coupon(text: str) -> Paper:
    """A coupon of the shop by its name, else one with this very text."""
    known = {paper.slug: paper for paper in coupons()}
    if text in known:
        return known[text]
    form, _, rest = text.partition(":")
    form, rest = (form, rest) if form in barcodes.FORMS and rest else (barcodes.form_of(text), text)
    if rest in known:
        return Paper(**{**vars(known[rest]), "form": form})
    paper = Paper(kind="coupon", slug=rest, title="Coupon", form=form, text=rest)
    try:
        papers.front(paper)
    except ValueError as error:
        raise NoSuchPaperError(str(error)) from error
    return paper


def nearest(word: str, words: Any) -> str:
    """` (did you mean ...?)` for a word close to one of `words`, else the list of them."""
    known = list(words)
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f"; did you mean {close[0]!r}?" if close else f"; known are: {', '.join(known)}"
