"""What the sample goods and offers are called in French, Spanish and Arabic, by their English names."""

from collections.abc import Mapping
from types import MappingProxyType

_NAMES: dict[str, tuple[str, str, str]] = {
    "Red Apples 1 kg": ("Pommes rouges 1 kg", "Manzanas rojas 1 kg", "تفاح أحمر 1 كغ"),
    "Whole Milk 1 l": ("Lait entier 1 l", "Leche entera 1 l", "حليب كامل الدسم 1 ل"),
    "Baguette": ("Baguette", "Baguette", "باغيت"),
    "Gouda Cheese 400 g": ("Gouda 400 g", "Queso gouda 400 g", "جبن غودا 400 غ"),
    "Gouda 400 g": ("Gouda 400 g", "Queso gouda 400 g", "جبن غودا 400 غ"),
    "Vine Tomatoes 500 g": ("Tomates grappe 500 g", "Tomates en rama 500 g", "طماطم عنقودية 500 غ"),
    "Free-Range Eggs, 10": ("Œufs plein air, 10", "Huevos camperos, 10", "بيض بلدي، 10 بيضات"),
    "Dark Chocolate 100 g": ("Chocolat noir 100 g", "Chocolate negro 100 g", "شوكولاتة داكنة 100 غ"),
    "Ground Coffee 500 g": ("Café moulu 500 g", "Café molido 500 g", "قهوة مطحونة 500 غ"),
    "Bananas": ("Bananes", "Plátanos", "موز"),
    "Apples, loose": ("Pommes en vrac", "Manzanas a granel", "تفاح سائب"),
    "Bananas, loose": ("Bananes en vrac", "Plátanos a granel", "موز سائب"),
    "Avocado": ("Avocat", "Aguacate", "أفوكادو"),
    "Butter Croissant": ("Croissant au beurre", "Cruasán de mantequilla", "كرواسون بالزبدة"),
    "Pretzel": ("Bretzel", "Pretzel", "بريتزل"),
    "Tomatoes, loose": ("Tomates en vrac", "Tomates a granel", "طماطم سائبة"),
    "Mushrooms, loose": ("Champignons en vrac", "Champiñones a granel", "فطر سائب"),
    "Broccoli": ("Brocoli", "Brócoli", "بروكلي"),
    "Kiwi": ("Kiwi", "Kiwi", "كيوي"),
    "Kohlrabi with leaves": ("Chou-rave avec feuilles", "Colinabo con hojas", "كرنب ساقي بأوراقه"),
    "Lemons, loose": ("Citrons en vrac", "Limones a granel", "ليمون سائب"),
    "Farmhouse Bread": ("Pain de campagne", "Pan de pueblo", "خبز ريفي"),
    "Red Peppers, loose": ("Poivrons rouges en vrac", "Pimientos rojos a granel", "فلفل أحمر سائب"),
    "Paper Carrier Bag": ("Sac en papier", "Bolsa de papel", "كيس ورقي"),
    "Cotton Bag, to use again": (
        "Sac en coton réutilisable",
        "Bolsa de algodón reutilizable",
        "كيس قطني قابل لإعادة الاستخدام",
    ),
    "Deposit": ("Consigne", "Depósito", "تأمين عبوة"),
    "Peppermint Tea, 25 bags": (
        "Thé à la menthe, 25 sachets",
        "Té de menta, 25 bolsitas",
        "شاي بالنعناع، 25 كيسًا",
    ),
    "Lemonade 0.5 l": ("Limonade 0,5 l", "Limonada 0,5 l", "ليمونادة 0.5 ل"),
    "Vanilla Pudding 200 g": ("Crème vanille 200 g", "Natillas de vainilla 200 g", "كريمة الفانيليا 200 غ"),
    "Potted Basil, organic": ("Basilic en pot, bio", "Albahaca en maceta, ecológica", "ريحان عضوي في أصيص"),
    "Riesling, dry, 0.75 l": ("Riesling sec 0,75 l", "Riesling seco 0,75 l", "نبيذ ريزلينغ جاف 0.75 ل"),
    "Ibuprofen 400 mg, 20 tablets": (
        "Ibuprofène 400 mg, 20 comprimés",
        "Ibuprofeno 400 mg, 20 comprimidos",
        "إيبوبروفين 400 مغ، 20 قرصًا",
    ),
    "Organic Sun-Ripened Mediterranean Vine Tomatoes with Basil, Hand-Picked, Large Family Pack 1 kg": (
        "Tomates grappe bio de Méditerranée mûries au soleil, au basilic, cueillies main, grand format 1 kg",
        "Tomates ecológicos en rama del Mediterráneo con albahaca, recogidos a mano, formato familiar 1 kg",
        "طماطم عنقودية عضوية متوسطية ناضجة تحت الشمس مع الريحان مقطوفة باليد عبوة عائلية كبيرة 1 كغ",
    ),
    "Apples of the week": ("Pommes de la semaine", "Manzanas de la semana", "تفاح الأسبوع"),
    "Chocolate for you": ("Du chocolat pour vous", "Chocolate para usted", "شوكولاتة لك"),
    "Member price": ("Prix fidélité", "Precio de cliente", "سعر الأعضاء"),
    "Spring coupon 10%": ("Bon de printemps 10\u00a0%", "Cupón de primavera 10\u00a0%", "قسيمة الربيع 10%"),
    "Tea: 3 for 2": ("Thé\u00a0: 3 pour 2", "Té: 3 por 2", "شاي: 3 بسعر 2"),
    "Weekend: 5% off everything": (
        "Week-end\u00a0: 5\u00a0% sur tout",
        "Fin de semana: 5\u00a0% en todo",
        "نهاية الأسبوع: خصم 5% على الكل",
    ),
    "Two or more of our regional farmhouse breakfast specialities: half price on the cheapest": (
        "Dès deux spécialités fermières régionales du petit-déjeuner\u00a0: la moins chère à moitié prix",
        "Desde dos de nuestras especialidades de desayuno de granja: la más barata a mitad de precio",
        "عند شراء اثنتين أو أكثر من منتجات الفطور الريفية المحلية: الأرخص بنصف السعر",
    ),
}
_LANGUAGES = ("fr", "es", "ar")


def in_every_language(names: Mapping[str, str]) -> dict[str, str]:
    """`names` with what the first is called in the other languages, where it is known here."""
    further = _NAMES.get(names.get("", ""), ())
    return {**dict(zip(_LANGUAGES, further, strict=False)), **names}


ALL: Mapping[str, tuple[str, str, str]] = MappingProxyType(_NAMES)
"""English name to French, Spanish and Arabic."""
