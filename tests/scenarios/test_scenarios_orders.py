"""An order paid at a lane of its own processes: one charge, one sale, paid once, handed out once.

Placed unpaid on the phone's pages, its code shown to the camera, the power cut in the middle of the payment.
"""

from contextlib import ExitStack
from pathlib import Path

import pytest
from scenarios_attended import opened
from scenarios_orders import CUTS, OrderShop, after_the_charge


def test_an_order_paid_at_a_lane_that_dies_after_the_charge_is_paid_and_handed_out_once(
    tmp_path: Path,
) -> None:
    with opened(tmp_path / "shop") as house, ExitStack() as stack:
        shop = OrderShop(house, stack)
        assert (shop.order["paid_at"], shop.stock[1]) == (0, 2)
        shop.shown(tmp_path)
        after_the_charge(shop)
        shop.thanked()
        shop.paid()
        shop.collected()


@pytest.mark.slow
@pytest.mark.parametrize("cut", sorted(CUTS))
def test_wherever_the_power_is_cut_the_order_is_paid_once(tmp_path: Path, cut: str) -> None:
    with opened(tmp_path / "shop") as house, ExitStack() as stack:
        shop = OrderShop(house, stack)
        shop.shown(tmp_path)
        CUTS[cut](shop)
        shop.thanked()
        shop.paid()
        shop.collected()
