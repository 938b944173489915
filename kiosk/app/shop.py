"""What the checkout must know of the shop, from the settings."""

import tomllib

from kiosk.app.settings.schema import Settings
from kiosk.checkout.shop import Flow, Shop, Tenders
from retail.codes import MeasureKind, MeasurePattern
from retail.interventions.policy_file import PolicyRefusedError, read_policy
from retail.interventions.situation import Rules
from retail.receipt import Seller
from retail.wallet_codes import CODE_FORMS

KEY_DIGITS = 14
"""Of a GTIN-14."""


def rules_of(chosen: Settings) -> Rules:
    """The store's rules for interventions. Raises `RulesRefusedError` with every mistake, named."""
    has_scale = chosen.bagging_scale.protocol != "none"
    path = chosen.shop.rules
    if path is None:
        return Rules(has_scale=has_scale)
    try:
        return Rules(policy=read_policy(tomllib.loads(path.read_text("utf-8"))), has_scale=has_scale)
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError, PolicyRefusedError) as error:
        raise RulesRefusedError(f"{path}: {error}") from error


class RulesRefusedError(ValueError):
    """A file of rules that cannot be used."""


def _keys(gtins: tuple[str, ...]) -> tuple[str, ...]:
    """Numbers of goods as goods are looked up by."""
    return tuple(gtin.zfill(KEY_DIGITS) for gtin in gtins)


def shop_of(chosen: Settings) -> Shop:
    """The settings in the checkout's words."""
    shop, timers = chosen.shop, chosen.timers
    kinds = [(MeasureKind.PRICE, shop.price_prefixes), (MeasureKind.WEIGHT, shop.weight_prefixes)]
    return Shop(
        lane=chosen.lane.name,
        currency=shop.currency,
        seller=Seller(name=shop.name, lines=shop.address, vat_id=shop.vat_id, phone=shop.phone),
        language=chosen.lane.language,
        languages=chosen.lane.languages,
        footer=shop.footer,
        patterns=(
            *(
                MeasurePattern(prefix=prefix, kind=kind, measure_digits=shop.measure_digits)
                for kind, prefixes in kinds
                for prefix in prefixes
            ),
            *(
                MeasurePattern(prefix=prefix, kind=MeasureKind.REDUCED_PRICE, goods_prefix=shop.sticker_goods)
                for prefix in shop.sticker_prefixes
            ),
        ),
        weighs=chosen.scale.protocol != "none",
        rules=rules_of(chosen),
        not_found_s=timers.not_found_s,
        warn_s=timers.warn_s,
        paid_s=timers.paid_s,
        receipt_s=timers.receipt_s,
        thanks_s=timers.thanks_s,
        ask_terminal_s=timers.ask_terminal_s,
        ask_again_s=timers.ask_again_s,
        ask_store_s=timers.ask_store_s,
        flow=Flow(
            loose=chosen.lookup.categories,
            favourites=_keys(chosen.lookup.favourites),
            bags=_keys(chosen.bags.goods),
            charity=chosen.donations.charity,
            step_minor=chosen.donations.step_minor,
            undo_s=timers.undo_s,
        ),
        joins=chosen.lane.joins,
        prices_only=chosen.lane.prices_only,
        hands_out=chosen.orders.lanes_hand_out,
        tenders=Tenders(
            wallets=chosen.wallet.url != "",
            wallet_forms=chosen.wallet.code_forms or CODE_FORMS,
            gift_cards=chosen.tenders.gift_cards,
            balance=chosen.tenders.balance,
            top_up=chosen.tenders.top_up,
            top_up_steps=tuple(map(int, chosen.tenders.top_up_steps)),
        ),
    )
