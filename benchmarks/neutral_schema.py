"""The neutral schema of pricing cases, translated into offers, units and policies.

Everything a case says is data; nothing here looks at a case's name. What a project does and its cases do not
say is a policy of that project, in `UNSTATED`.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from retail.promotions import offer as o
from retail.promotions.rounding import Policy
from retail.promotions.taxes import TaxPolicy
from retail.promotions.units import Context, Item, Unit

Case = dict[str, Any]

UNSTATED: dict[str, dict[str, Any]] = {
    # Shares an order's discount by what the lines cost with tax, largest remainder first: its own
    # proration tests say the second, the note of its mixed-rates test the first.
    "vendure-ecommerce/vendure": {
        "basket_weights": "price_with_tax",
        "basket_spread": "largest_remainder",
    },
}


class Figures:
    """Reads and writes a case's amounts. Whole numbers are minor units already; text is in major units."""

    def __init__(self, case: Case) -> None:
        digits = max(
            (-int(Decimal(text).as_tuple().exponent) for text in _amounts(case)),
            default=2,
        )
        self._digits = max(2, digits)

    def minor(self, value: Any) -> int:
        if isinstance(value, int):
            return value
        scaled = Decimal(value).scaleb(self._digits)
        if scaled != scaled.to_integral_value():
            raise ValueError(f"{value} has more decimals than the case's other figures")
        return int(scaled)

    def text(self, minor: int) -> str:
        return str(Decimal(minor).scaleb(-self._digits))


def _amounts(node: Any) -> Iterator[str]:
    """Every text of a case that is a decimal number."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key not in ("barcode", "source", "id", "note", "rates"):
                yield from _amounts(value)
    elif isinstance(node, list):
        for value in node:
            yield from _amounts(value)
    elif isinstance(node, str) and node.replace(".", "", 1).lstrip("-").isdigit():
        yield node


def units_of(case: Case, figures: Figures) -> Iterator[Unit]:
    number = 0
    for line in case["items"]:
        item = Item(
            id=line["id"],
            price_minor=figures.minor(line["price"]),
            categories=tuple(line.get("cat", ())),
            floor_minor=figures.minor(line.get("min_price", 0)),
            takes_offers=line.get("discountable", True),
            tax=line.get("tax", ""),
        )
        for _ in range(line["qty"]):
            yield Unit(id=number, item=item)
            number += 1


def context_of(case: Case, figures: Figures) -> Context:
    context = case.get("context", {})
    return Context(
        is_member=bool(context.get("groups")),
        groups=frozenset(context.get("groups", ())),
        codes=frozenset(context.get("codes", ())),
        order_number=context.get("order_number"),
        delivery_minor=figures.minor(case.get("shipping", 0)),
    )


def policy_of(case: Case) -> Policy:
    rounding = case.get("rounding", {})
    unstated = UNSTATED.get(case.get("source", {}).get("repo", ""), {})
    layers: dict[str, Any] = {}
    if case["mode"] == "sequential":
        layers = {"item_layer": "priority", "basket_layer": "priority"}
    return Policy(
        mode=rounding.get("mode", "half_up"),
        at=rounding.get("at", "total"),
        spread=rounding.get("spread", "largest_remainder"),
        **(unstated | layers),
    )


def taxes_of(case: Case) -> TaxPolicy:
    tax = case.get("tax")
    if not tax:
        return TaxPolicy()
    return TaxPolicy(
        prices=tax["prices"],
        rates_bp={name: _bp(rate) for name, rate in tax["rates"].items()},
        at=tax.get("at", "line"),
    )


def promotions_of(case: Case, figures: Figures) -> list[o.Offer]:
    return [_Promotion(promotion, case, figures).offer() for promotion in case["promotions"]]


def _bp(percent: Any) -> int:
    scaled = Decimal(percent) * 100
    if scaled != scaled.to_integral_value():
        raise ValueError(f"{percent} % is finer than a hundredth of a percent")
    return int(scaled)


class _Promotion:
    def __init__(self, promotion: Case, case: Case, figures: Figures) -> None:
        self._promotion = promotion
        self._mode = case["mode"]
        self._minor = figures.minor

    def offer(self) -> o.Offer:
        promotion = self._promotion
        gives = promotion["give"] if isinstance(promotion["give"], list) else [promotion["give"]]
        tests = [self._test(test) for test in promotion.get("if", ())]
        if "trigger" in promotion:
            tests.append(o.Code(code=promotion["trigger"]["code"]))
        limits: tuple[o.Limit, ...] = ()
        if "limit" in promotion:
            limit = promotion["limit"]
            limits = (o.Limit(scope="campaign", uses=limit["max"], used=limit.get("used", 0)),)
        for give in gives:
            if "cap" in give and give["type"] != "percent_order":
                limits += (o.Limit(scope="basket", amount_minor=self._minor(give["cap"])),)
        layer: o.Layer = "basket"
        if promotion.get("level") == "catalog":
            layer = "shelf"
        elif self._mode == "best" and len(gives) == 1:
            layer = "item"
        return o.Offer(
            id=promotion["id"],
            layer=layer,
            priority=promotion.get("priority", 0),
            exclusive=promotion.get("combine") == "exclusive",
            consumes=promotion.get("combine") == "consume",
            eligibility=tuple(tests),
            derivation=tuple(self._derivation(give) for give in gives),
            limits=limits,
        )

    def _test(self, test: Case) -> o.Condition:
        if "min_qty" in test:
            return o.MinQuantity(quantity=test["min_qty"], of=self._selector(test.get("of")))
        if "min_spend" in test:
            basis: o.Basis = "list" if test.get("basis") == "list" else "left"
            spend = self._minor(test["min_spend"])
            return o.MinSpend(amount_minor=spend, of=self._selector(test.get("of")), basis=basis)
        if "group" in test:
            groups = test["group"]
            return o.Member(groups=(groups,) if isinstance(groups, str) else tuple(groups))
        if "order_number" in test:
            return o.OrderNumber(number=test["order_number"])
        raise ValueError(f"unknown test {sorted(test)}")

    def _selector(self, of: Case | None) -> o.Selector:
        if not of:
            return o.EVERYTHING
        unknown = set(of) - {"all", "ids", "cat", "price_between", "not_discounted"}
        if unknown:
            raise ValueError(f"unknown selector {sorted(unknown)}")
        low, high = of.get("price_between", (None, None))
        return o.Selector(
            ids=tuple(of.get("ids", ())),
            categories=tuple(of.get("cat", ())),
            price_from_minor=None if low is None else self._minor(low),
            price_to_minor=None if high is None else self._minor(high),
            not_marked_down=of.get("not_discounted", False),
        )

    def _derivation(self, give: Case) -> o.Derivation:
        of = self._selector(give.get("of"))
        pick = give.get("pick", "cheapest")
        times = give.get("times")
        money = self._minor
        match give["type"]:
            case "percent":
                return o.Percent(
                    percent_bp=_bp(give["value"]),
                    of=of,
                    max_units=give.get("max_units"),
                    max_units_per_line=give.get("max_units_per_line"),
                    pick=pick,
                    base="list" if give.get("base") == "list" else "left",
                )
            case "percent_order":
                cap = give.get("cap")
                return o.PercentOfTotal(
                    percent_bp=_bp(give["value"]), of=of, cap_minor=None if cap is None else money(cap)
                )
            case "amount":
                return o.Amount(
                    amount_minor=money(give["value"]), of=of, max_units=give.get("max_units"), pick=pick
                )
            case "amount_each":
                return o.AmountEach(
                    amount_minor=money(give["value"]),
                    of=of,
                    max_units=give.get("max_units"),
                    max_units_per_line=give.get("max_units_per_line"),
                    pick=pick,
                )
            case "unit_price":
                return o.NewPrice(price_minor=money(give["price"]), of=of)
            case "price_total":
                return o.SetTotal(price_minor=money(give["price"]), of=of)
            case "group_price":
                return o.GroupPrice(
                    quantity=give["n"],
                    price_minor=money(give["price"]),
                    of=of,
                    pick=give.get("pick", "dearest"),
                    times=times,
                )
            case "cheapest_free":
                return o.NthUnit(
                    quantity=give["n"],
                    percent_bp=_bp(give.get("percent", "100")),
                    of=of,
                    grouping=give.get("grouping", "customer"),
                    times=times,
                )
            case "buy_get":
                buy, get = give["buy"], give["get"]
                return o.BuyGet(
                    buy_quantity=buy["n"],
                    buy=self._selector(buy.get("of")),
                    get_quantity=get["n"],
                    get=self._selector(get.get("of")),
                    percent_bp=_bp(get.get("percent", "100")),
                    pick=get.get("pick", "cheapest"),
                    times=times,
                )
            case "slots_price":
                slots = tuple(o.Slot(of=self._selector(slot)) for slot in give["slots"])
                return o.Bundle(slots=slots, price_minor=money(give["price"]), times=times)
            case "distinct_set_tiers":
                steps = tuple(o.SetStep(distinct=count, percent_bp=_bp(bp)) for count, bp in give["tiers"])
                return o.DistinctSet(steps=steps, of=of)
            case "tiers":
                return self._ladder(give, of)
            case "per_group":
                percent = give.get("percent_each", give.get("percent"))
                amount = give.get("amount_each", give.get("amount"))
                return o.PerGroup(
                    quantity=give["n"],
                    amount_minor=None if amount is None else money(amount),
                    percent_bp=None if percent is None else _bp(percent),
                    of=of,
                    times=times,
                )
            case "first_additional":
                return o.FirstAdditional(
                    first_minor=money(give["first"]),
                    additional_minor=money(give["additional"]),
                    of=of,
                    max_units=give.get("max") or None,
                )
            case "gift":
                return o.Gift(
                    item_id=give["id"],
                    price_minor=money(give["price"]),
                    per=give.get("per", 1),
                    of=self._selector(give.get("per_units_of")),
                )
            case "free_shipping":
                return o.FreeDelivery()
        raise ValueError(f"unknown form {give['type']}")

    def _ladder(self, give: Case, of: o.Selector) -> o.Ladder:
        reward: Any = {"unit_price": "new_price"}.get(give["reward"], give["reward"])
        by_spend = give["by"] == "spend"
        steps = tuple(
            o.Step(
                at_least=self._minor(bound) if by_spend else int(bound),
                reward=_bp(value) if reward == "percent" else self._minor(value),
            )
            for bound, value in give["tiers"]
        )
        return o.Ladder(
            measure="spend" if by_spend else "quantity",
            reward=reward,
            steps=steps,
            of=of,
            pay_on=self._selector(give["pay_on"]) if "pay_on" in give else None,
            excess_only=give.get("units") == "excess",
        )
