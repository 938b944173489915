"""Make the demo shop: its catalogue, the pictures of its goods and its members.

The shop is invented, so that nobody's prices, names or numbers are shown. Numbers are in GS1's demonstration
prefix 952, or, for goods weighed at the counter, in the range 28 that Germany uses for a weight inside the
code; those stand here with an empty weight, which is the key a lane looks up.

Run by hand when the goods change:
    npm pack @lobehub/fluent-emoji-3d && tar xf lobehub-fluent-emoji-3d-*.tgz
    .venv/bin/python tools/make_demo_shop.py package/assets

Source: GS1 General Specifications 1.4.2 (demonstration prefix), 2.1.12 (variable measure), 7.9 (check digit).
Its offers are written by hand: assets/demo/offers.json.

Invariants: same input, same bytes; every good on a shelf has a picture; no number is used twice.
"""

from __future__ import annotations

import argparse
import base64
import csv
import hashlib
import sys
from pathlib import Path
from typing import NamedTuple

from demo_names import further_names
from PIL import Image

ASSETS = Path(__file__).resolve().parent.parent / "assets"
CATALOGUE = ASSETS / "demo" / "catalogue.csv"
MEMBERS = ASSETS / "demo" / "members.csv"
PICTURES = ASSETS / "products"
PICTURE_PX = 256
CURRENCY = "EUR"
COLUMNS = (
    "gtin",
    "name",
    "price_minor",
    "currency",
    "tax_rate_percent",
    "category",
    "name_de",
    "name_zh",
    "name_fr",
    "name_es",
    "name_ar",
    "picture",
    "unit",
    "linked_gtin",
    "pack_of",
    "pack_quantity",
    "quantity_max",
    "takes_offers",
    "counts",
    "floor_minor",
    "expected_g",
    "tolerance_g",
    "tare_g",
)
WEIGHTS = {  # number -> expected_g, tolerance_g (0: the store's), tare_g
    101: (1012, 60, 0), 102: (1006, 80, 0), 103: (1523, 90, 0), 104: (512, 50, 0), 105: (1010, 70, 0),
    106: (768, 50, 0), 107: (516, 30, 0), 108: (528, 30, 0), 109: (266, 0, 0), 110: (518, 40, 0),
    111: (96, 22, 0), 112: (1480, 220, 0), 113: (410, 60, 0), 114: (1250, 180, 0), 115: (230, 34, 0),
    116: (521, 35, 0), 117: (1012, 60, 0), 118: (506, 60, 0), 119: (395, 59, 0), 120: (190, 28, 0),
    121: (2522, 120, 0), 122: (1011, 60, 0), 123: (172, 25, 0), 124: (380, 57, 0), 125: (462, 60, 0),
    201: (762, 45, 0), 202: (255, 25, 0), 203: (62, 0, 0), 204: (88, 0, 0), 205: (352, 25, 0),
    206: (71, 0, 0), 301: (1062, 0, 0), 302: (254, 0, 0), 303: (685, 50, 0), 304: (221, 0, 0),
    401: (1009, 0, 0), 402: (506, 0, 0), 403: (462, 0, 0), 404: (508, 0, 0), 405: (742, 0, 0),
    406: (464, 0, 0), 407: (521, 0, 0), 408: (258, 0, 0), 501: (514, 0, 0), 502: (49, 0, 0),
    503: (1068, 0, 0), 504: (528, 0, 0), 505: (878, 0, 0), 506: (5268, 0, 0), 507: (1238, 0, 0),
    508: (1576, 0, 0), 601: (109, 0, 0), 126: (0, 0, 4),
    602: (241, 0, 0), 603: (207, 0, 0), 604: (163, 0, 0), 605: (318, 0, 0), 701: (227, 0, 0),
    702: (171, 0, 0), 801: (114, 0, 0), 802: (880, 0, 0), 803: (46, 0, 0), 805: (38, 0, 0), 3101: (0, 0, 6),
    3102: (0, 0, 14), 3103: (0, 0, 14), 3104: (0, 0, 14),
}  # fmt: skip


class Good(NamedTuple):
    """One thing the shop sells; `unit` "kg" means the price is per kilogram."""

    picture: str
    emoji: str
    """File stem in the picture package: the Unicode code points."""
    number: int
    price_minor: int
    tax_rate_percent: int
    category: str
    name: str
    name_de: str
    name_zh: str
    unit: str = "piece"
    linked: tuple[int, ...] = ()
    """Numbers of the deposits sold with it."""
    pack_of: int = 0
    """Number of the piece a multi-pack holds."""
    pack_quantity: int = 0
    quantity_max: int = 0
    takes_offers: bool = True
    counts: bool = True
    floor_minor: int = 0
    is_loose: bool = False
    """Sold by weight and weighed at the lane: the code at the shelf names the good only."""


TABLE = """
apple | 1f34e | 101 | 249 | 7 | produce/fruit | Red Apples 1 kg | Rote Äpfel 1 kg | 红苹果 1千克
banana | 1f34c | 102 | 179 | 7 | produce/fruit | Bananas 1 kg | Bananen 1 kg | 香蕉 1千克
orange | 1f34a | 103 | 299 | 7 | produce/fruit | Oranges 1.5 kg | Orangen 1,5 kg | 橙子 1.5千克
lemon | 1f34b | 104 | 149 | 7 | produce/fruit | Lemons 500 g | Zitronen 500 g | 柠檬 500克
pear | 1f350 | 105 | 279 | 7 | produce/fruit | Pears 1 kg | Birnen 1 kg | 梨 1千克
peach | 1f351 | 106 | 269 | 7 | produce/fruit | Peaches 750 g | Pfirsiche 750 g | 桃子 750克
cherries | 1f352 | 107 | 399 | 7 | produce/berries | Cherries 500 g | Kirschen 500 g | 樱桃 500克
strawberry | 1f353 | 108 | 349 | 7 | produce/berries | Strawberries 500 g | Erdbeeren 500 g | 草莓 500克
blueberries | 1fad0 | 109 | 299 | 7 | produce/berries | Blueberries 250 g | Heidelbeeren 250 g | 蓝莓 250克
grapes | 1f347 | 110 | 329 | 7 | produce/berries | Dark Grapes 500 g | Dunkle Trauben 500 g | 黑葡萄 500克
kiwi | 1f95d | 111 | 39 | 7 | produce/exotic | Kiwi, each | Kiwi, Stück | 猕猴桃 1个
pineapple | 1f34d | 112 | 289 | 7 | produce/exotic | Pineapple, each | Ananas, Stück | 菠萝 1个
mango | 1f96d | 113 | 199 | 7 | produce/exotic | Mango, each | Mango, Stück | 芒果 1个
melon | 1f348 | 114 | 279 | 7 | produce/exotic | Galia Melon, each | Galiamelone, Stück | 加利亚甜瓜 1个
avocado | 1f951 | 115 | 129 | 7 | produce/exotic | Avocado, each | Avocado, Stück | 牛油果 1个
tomato | 1f345 | 116 | 249 | 7 | produce/vegetables | Vine Tomatoes 500 g | Rispentomaten 500 g | 番茄 500克
carrot | 1f955 | 117 | 139 | 7 | produce/vegetables | Carrots 1 kg | Möhren 1 kg | 胡萝卜 1千克
broccoli | 1f966 | 118 | 179 | 7 | produce/vegetables | Broccoli 500 g | Brokkoli 500 g | 西兰花 500克
cucumber | 1f952 | 119 | 89 | 7 | produce/vegetables | Cucumber, each | Salatgurke, Stück | 黄瓜 1根
pepper | 1fad1 | 120 | 99 | 7 | produce/vegetables | Green Pepper, each | Grüne Paprika, Stück | 青椒 1个
potato | 1f954 | 121 | 329 | 7 | produce/vegetables | Potatoes 2.5 kg | Kartoffeln 2,5 kg | 土豆 2.5千克
onion | 1f9c5 | 122 | 159 | 7 | produce/vegetables | Onions 1 kg | Zwiebeln 1 kg | 洋葱 1千克
garlic | 1f9c4 | 123 | 119 | 7 | produce/vegetables | Garlic, 3 bulbs | Knoblauch, 3 Knollen | 大蒜 3头
lettuce | 1f96c | 124 | 149 | 7 | produce/vegetables | Lettuce, each | Kopfsalat, Stück | 生菜 1棵
sweetcorn | 1f33d | 125 | 199 | 7 | produce/vegetables | Sweetcorn, 2 cobs | Zuckermais, 2 Kolben | 甜玉米 2根
bread | 1f35e | 201 | 289 | 7 | bakery/bread | Farmhouse Loaf 750 g | Bauernbrot 750 g | 农家面包 750克
baguette | 1f956 | 202 | 149 | 7 | bakery/bread | Baguette 250 g | Baguette 250 g | 法棍面包 250克
croissant | 1f950 | 203 | 99 | 7 | bakery/snacks | Butter Croissant | Buttercroissant | 黄油羊角面包
pretzel | 1f968 | 204 | 79 | 7 | bakery/snacks | Soft Pretzel | Laugenbrezel | 德式碱水结
bagel | 1f96f | 205 | 219 | 7 | bakery/bread | Sesame Bagels, 4 | Sesam-Bagels, 4 Stück | 芝麻贝果 4个
doughnut | 1f369 | 206 | 119 | 7 | bakery/snacks | Chocolate Doughnut | Schoko-Donut | 巧克力甜甜圈
milk | 1f95b | 301 | 119 | 7 | dairy/milk | Whole Milk 1 l | Vollmilch 1 l | 全脂牛奶 1升
butter | 1f9c8 | 302 | 229 | 7 | dairy/butter | Butter 250 g | Deutsche Markenbutter 250 g | 黄油 250克
eggs | 1f95a | 303 | 329 | 7 | dairy/eggs | Free-Range Eggs, 10 | Freilandeier, 10 Stück | 散养鸡蛋 10个
pudding | 1f36e | 304 | 99 | 7 | dairy/desserts | Caramel Pudding 200 g | Karamellpudding 200 g | 焦糖布丁 200克
rice | 1f35a | 401 | 249 | 7 | pantry/rice | Jasmine Rice 1 kg | Jasminreis 1 kg | 茉莉香米 1千克
spaghetti | 1f35d | 402 | 129 | 7 | pantry/pasta | Spaghetti 500 g | Spaghetti 500 g | 意大利面 500克
canned_tomatoes | 1f96b | 403 | 99 | 7 | pantry/canned | Chopped Tomatoes 400 g | Gehackte Tomaten 400 g | 番茄罐头 400克
salt | 1f9c2 | 404 | 69 | 7 | pantry/spices | Sea Salt 500 g | Meersalz 500 g | 海盐 500克
honey | 1f36f | 405 | 549 | 7 | pantry/spreads | Blossom Honey 500 g | Blütenhonig 500 g | 百花蜂蜜 500克 | floor_minor=429
beans | 1fad8 | 406 | 119 | 7 | pantry/canned | Kidney Beans 400 g | Kidneybohnen 400 g | 红腰豆 400克
olives | 1fad2 | 407 | 229 | 7 | pantry/nibbles | Green Olives 300 g | Grüne Oliven 300 g | 绿橄榄 300克
peanuts | 1f95c | 408 | 189 | 7 | pantry/nibbles | Roasted Peanuts 250 g | Erdnüsse 250 g | 烤花生 250克
coffee | 2615 | 501 | 649 | 7 | drinks/coffee | Ground Coffee 500 g | Filterkaffee 500 g | 咖啡粉 500克
tea | 1f375 | 502 | 279 | 7 | drinks/tea | Green Tea, 20 bags | Grüner Tee, 20 Beutel | 绿茶 20包
juice | 1f9c3 | 503 | 199 | 19 | drinks/juice | Apple Juice 1 l | Apfelsaft 1 l | 苹果汁 1升
lemonade | 1f964 | 504 | 149 | 19 | drinks/soft | Cola 0.5 l | Cola 0,5 l | 可乐 0.5升 | linked=901
wheat_beer | 1f37a | 505 | 109 | 19 | drinks/beer | Alcohol-Free Wheat Beer 0.5 l | Weißbier alkoholfrei 0,5 l | 无醇小麦啤酒 0.5升 | linked=902
wheat_beer | 1f37a | 506 | 654 | 19 | drinks/beer | Alcohol-Free Wheat Beer 6 x 0.5 l | Weißbier alkoholfrei 6 x 0,5 l | 无醇小麦啤酒 6x0.5升 | pack_of=505 pack_quantity=6
wine | 1f377 | 507 | 599 | 19 | drinks/wine | Rosé Wine, dry 0.75 l | Roséwein trocken 0,75 l | 桃红干葡萄酒 0.75升
sparkling_wine | 1f37e | 508 | 799 | 19 | drinks/wine | Sparkling Wine 0.75 l | Winzersekt 0,75 l | 起泡酒 0.75升
chocolate | 1f36b | 601 | 149 | 7 | sweets/chocolate | Milk Chocolate 100 g | Vollmilchschokolade 100 g | 牛奶巧克力 100克
cookies | 1f36a | 602 | 219 | 7 | sweets/biscuits | Choc Chip Cookies 225 g | Schoko-Cookies 225 g | 巧克力曲奇 225克
candy | 1f36c | 603 | 129 | 7 | sweets/candy | Fruit Sweets 200 g | Fruchtbonbons 200 g | 水果糖 200克
popcorn | 1f37f | 604 | 169 | 7 | sweets/popcorn | Sweet Popcorn 150 g | Popcorn süß 150 g | 甜爆米花 150克
ice_cream | 1f368 | 605 | 399 | 7 | sweets/ice | Vanilla Ice Cream 500 ml | Vanilleeis 500 ml | 香草冰淇淋 500毫升
prawns | 1f990 | 701 | 599 | 7 | meat_fish/fish | Cooked Prawns 200 g | Garnelen, gegart 200 g | 熟虾 200克
bacon | 1f953 | 702 | 249 | 7 | meat_fish/meat | Bacon Slices 150 g | Frühstücksspeck 150 g | 培根片 150克
soap | 1f9fc | 801 | 129 | 19 | household/care | Hand Soap 100 g | Handseife 100 g | 香皂 100克
toilet_paper | 1f9fb | 802 | 395 | 19 | household/paper | Toilet Paper, 8 rolls | Toilettenpapier, 8 Rollen | 卫生纸 8卷 | quantity_max=4
sponge | 1f9fd | 803 | 149 | 19 | household/cleaning | Sponges, 5 | Putzschwämme, 5 Stück | 海绵擦 5块
bouquet | 1f490 | 804 | 699 | 7 | household/flowers | Spring Bouquet | Frühlingsstrauß | 春季花束
bag | 1f6cd-fe0f | 805 | 25 | 19 | household/bags | Paper Carrier Bag | Papiertragetasche | 纸质购物袋 | takes_offers=no
mushroom | 1f344 | 126 | 899 | 7 | produce/vegetables | Mushrooms, loose, per kg | Champignons, lose, je kg | 散装蘑菇 每千克 | unit=kg loose=yes
cheese | 1f9c0 | 3101 | 1290 | 7 | dairy/cheese | Mountain Cheese, per kg | Bergkäse, je kg | 高山奶酪 每千克 | unit=kg
steak | 1f969 | 3102 | 2790 | 7 | meat_fish/meat | Beef Steak, per kg | Rindersteak, je kg | 牛排 每千克 | unit=kg
chicken | 1f357 | 3103 | 690 | 7 | meat_fish/meat | Chicken Drumsticks, per kg | Hähnchenschenkel, je kg | 鸡腿 每千克 | unit=kg
fish | 1f41f | 3104 | 1990 | 7 | meat_fish/fish | Whole Trout, per kg | Forelle, ganz, je kg | 鳟鱼 每千克 | unit=kg
- | - | 901 | 25 | 19 | deposit | Deposit, one-way 0.25 | Pfand Einweg 0,25 | 押金 0.25 | takes_offers=no counts=no
- | - | 902 | 8 | 19 | deposit | Deposit, bottle 0.08 | Pfand Flasche 0,08 | 押金 0.08 | takes_offers=no counts=no
"""  # noqa: E501  one good, one line
"""Picture | emoji | number | price | tax | category | name | German | Chinese | anything else of `Good`."""


def goods() -> list[Good]:
    """The table's rows. Numbers are those of the shop; the GTIN is made from them."""
    found = []
    for row in TABLE.strip().splitlines():
        picture, emoji, number, price, rate, category, name, name_de, name_zh, *rest = row.split(" | ")
        more = dict(pair.split("=") for pair in " ".join(rest).split())
        found.append(
            Good(
                picture=picture.strip("-"),
                emoji=emoji if picture != "-" else "",
                number=int(number),
                price_minor=int(price),
                tax_rate_percent=int(rate),
                category=category,
                name=name,
                name_de=name_de,
                name_zh=name_zh,
                unit=more.get("unit", "piece"),
                linked=tuple(int(one) for one in more.get("linked", "").split(",") if one),
                pack_of=int(more.get("pack_of", 0)),
                pack_quantity=int(more.get("pack_quantity", 0)),
                quantity_max=int(more.get("quantity_max", 0)),
                takes_offers=more.get("takes_offers", "yes") == "yes",
                counts=more.get("counts", "yes") == "yes",
                floor_minor=int(more.get("floor_minor", 0)),
                is_loose=more.get("loose") == "yes",
            )
        )
    return found


def check_digit(digits: str) -> str:
    """The GS1 check digit: from the right, weights 3 and 1 in turn."""
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits)))
    return str(-total % 10)


def gtin(good: Good) -> str:
    """The 13 digits printed on the good; goods weighed at the counter have weight and check digit at zero."""
    is_weighed_before = good.unit == "kg" and not good.is_loose
    body = f"28{good.number:04}000000" if is_weighed_before else f"952100000{good.number:03}"
    return body + check_digit(body)


def write_catalogue() -> None:
    """Write the goods as the CSV that any shop could hand over."""
    known, further = {good.number: good for good in goods()}, further_names()
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    with CATALOGUE.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        for good in goods():
            writer.writerow(
                (
                    gtin(good),
                    good.name,
                    good.price_minor,
                    CURRENCY,
                    good.tax_rate_percent,
                    good.category,
                    good.name_de,
                    good.name_zh,
                    *further[good.number],
                    good.picture,
                    good.unit,
                    ";".join(gtin(known[number]) for number in good.linked),
                    gtin(known[good.pack_of]) if good.pack_of else "",
                    good.pack_quantity or "",
                    good.quantity_max or "",
                    "" if good.takes_offers else "no",
                    "" if good.counts else "no",
                    good.floor_minor or "",
                    *(grams or "" for grams in WEIGHTS.get(good.number, (0, 0, 0))),
                )
            )


class Holder(NamedTuple):
    """A member of the shop. Nobody's name: what stands on the card, and what the shop's books say."""

    member_id: str
    tier: str = ""
    groups: str = ""
    points: int = 0
    order_number: int = 2
    stamps: str = ""


HOLDERS = (
    Holder("gold-1", "gold", points=2480, order_number=118, stamps="coffee:10"),
    Holder("gold-2", "gold", "family", points=640, order_number=61, stamps="coffee:3"),
    Holder("gold-3", "gold", points=99, order_number=204),
    Holder("silver-1", "silver", points=310, order_number=24, stamps="coffee:9"),
    Holder("silver-2", "silver", "family", points=1015, order_number=37),
    Holder("silver-3", "silver", points=12, order_number=18, stamps="coffee:1"),
    Holder("club-1", points=150, order_number=7, stamps="coffee:2"),
    Holder("club-2", points=0, order_number=3),
    Holder("club-3", "", "family", points=505, order_number=12, stamps="coffee:8"),
    Holder("new-1", points=0, order_number=1),
    Holder("staff-1", "", "staff", points=75, order_number=88),
    Holder("staff-2", "silver", "staff family", points=1990, order_number=140, stamps="coffee:18"),
)


def write_members() -> None:
    """Write the list of members. Their phones are in the range German films may use (030 23125 xxx)."""
    with MEMBERS.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(("card", "credential", "phone", *Holder._fields))
        for number, holder in enumerate(HOLDERS, 1):
            card = f"21{number * 7919:010}"
            token = base64.urlsafe_b64encode(hashlib.sha256(holder.member_id.encode()).digest()[:12])
            phone = f"030 23125 {100 + number}"
            writer.writerow((card + check_digit(card), f"member:{token.decode()}", phone, *holder))


def write_pictures(package: Path) -> None:
    """Write one PNG for each good; transparent pixels lose their invisible colour, which packs better."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for good in {good.picture: good for good in goods() if good.picture}.values():
        with Image.open(package / f"{good.emoji}.webp") as source:
            picture = source.convert("RGBA")
        if picture.size != (PICTURE_PX, PICTURE_PX):
            picture = picture.resize((PICTURE_PX, PICTURE_PX), Image.Resampling.LANCZOS)
        clear = Image.new("RGBA", picture.size, (0, 0, 0, 0))
        clear.paste(picture, mask=picture.getchannel("A").point(lambda alpha: 255 if alpha else 0))
        clear.save(PICTURES / f"{good.picture}.png", optimize=True)


def main() -> int:
    """Write catalogue and members, and the pictures when told where the picture package is."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("package", nargs="?", type=Path, help="the unpacked picture package's assets folder")
    package = parser.parse_args().package
    write_catalogue()
    write_members()
    if package is not None:
        write_pictures(package)
    print(f"{len(goods())} goods, {len(HOLDERS)} members")
    return 0


if __name__ == "__main__":
    sys.exit(main())
