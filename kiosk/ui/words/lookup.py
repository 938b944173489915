"""What is said about goods without a barcode, bags, rounding up and undoing, in English.

Beside `kiosk.ui.words.messages`, with the same rules.
"""

from kiosk.ui.words.messages import QT_TRANSLATE_NOOP

FAVOURITES = QT_TRANSLATE_NOOP("Messages", "Popular now")
CATEGORIES: dict[str, str] = {
    "produce": QT_TRANSLATE_NOOP("Messages", "Fruit and vegetables"),
    "produce/fruit": QT_TRANSLATE_NOOP("Messages", "Fruit"),
    "produce/berries": QT_TRANSLATE_NOOP("Messages", "Berries"),
    "produce/exotic": QT_TRANSLATE_NOOP("Messages", "Exotic"),
    "produce/vegetables": QT_TRANSLATE_NOOP("Messages", "Vegetables"),
    "bakery": QT_TRANSLATE_NOOP("Messages", "Bakery"),
    "bakery/bread": QT_TRANSLATE_NOOP("Messages", "Bread"),
    "bakery/snacks": QT_TRANSLATE_NOOP("Messages", "Snacks"),
}
"""Categories most shops have; another is called what its path says."""
PER_KILOGRAM = QT_TRANSLATE_NOOP("Messages", "{price}/kg")

BAGS_NONE = QT_TRANSLATE_NOOP("Messages", "No bag, thank you")
BAGS_ONE = QT_TRANSLATE_NOOP("Messages", "1 bag for {amount}")
BAGS_SOME = QT_TRANSLATE_NOOP("Messages", "{count} bags for {amount}")

ROUND_UP = QT_TRANSLATE_NOOP("Messages", "Round up to {total}?")
ROUND_UP_NOTE = QT_TRANSLATE_NOOP("Messages", "{amount} for {charity}")
ROUNDED_UP = QT_TRANSLATE_NOOP("Messages", "Thank you for {amount}")
DONATION = QT_TRANSLATE_NOOP("Messages", "Donation")

REMOVED = QT_TRANSLATE_NOOP("Messages", "{name} taken off")
REMOVED_SOME = QT_TRANSLATE_NOOP("Messages", "{count} × {name} taken off")
