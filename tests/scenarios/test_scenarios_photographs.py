"""What the project promises: photographs nobody retouched, a card, a power cut, one charge, one receipt."""

from pathlib import Path

PHOTOGRAPHS = {
    "quagga2/ean/image-001.jpg": "3574660239843",
    "quagga2/ean/image-009.jpg": "9004593978587",
    "zxing/ean13-1/10.png": "8480010001136",
    "zxing/ean13-1/20.png": "4000539017100",
    "zxing/ean13-1/23.png": "7622400791949",
    "zxing/ean13-1/24.png": "5709262942503",
}
"""Of zxing/zxing (Apache-2.0) and ericblade/quagga2 (MIT), with what their authors say they show."""
HEADER = "gtin,name,price_minor,currency,tax_rate_percent,category,name_zh"


def test_photographs_are_bought_and_a_power_cut_while_paying_costs_nothing(
    shop, shared_data, tmp_path
) -> None:  # type: ignore[no-untyped-def]
    rows = [
        f"{gtin},Article {n},{100 * n},EUR,19,goods,商品{n}" for n, gtin in enumerate(PHOTOGRAPHS.values(), 1)
    ]
    (tmp_path / "goods.csv").write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    photos: Path = shared_data / "barcode" / "photos"
    text = '[shop]\ncatalogue = "goods.csv"\n'
    text += "".join(f'[[step]]\nshow = "{photos / name}"\n' for name in PHOTOGRAPHS)
    text += """
[[step]]
expect = { screen = "scanning", lines = 6, total_minor = 2100, paid = false }
[[step]]
touch = "pay"
[[step]]
touch = "payCard"
[[step]]
wait = "card"
[[step]]
restart = true
[[step]]
wait = "paid"
[[step]]
touch = "receiptPaper"
[[step]]
wait = "thanks"
[[step]]
expect = { lines = 6, total_minor = 2100, paid = true }
"""
    trip = shop(text)
    trip.require_success()
    assert [line["gtin"] for line in trip.summary["lines"]] == list(PHOTOGRAPHS.values())
    assert trip.ledger == [("charge", 2100)]
    assert (trip.count("PaymentRequested"), trip.pieces_of_paper) == (1, 1)
    assert (trip.summary["receipt"], trip.summary["journal"]["verifies"]) == ("printed", True)
