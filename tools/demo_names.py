"""What the goods of the demo shop are called in French, Spanish and Arabic: data and nothing else."""

NAMES = """
101 | Pommes rouges 1 kg | Manzanas rojas 1 kg | تفاح أحمر 1 كغ
102 | Bananes 1 kg | Plátanos 1 kg | موز 1 كغ
103 | Oranges 1,5 kg | Naranjas 1,5 kg | برتقال 1.5 كغ
104 | Citrons 500 g | Limones 500 g | ليمون 500 غ
105 | Poires 1 kg | Peras 1 kg | كمثرى 1 كغ
106 | Pêches 750 g | Melocotones 750 g | خوخ 750 غ
107 | Cerises 500 g | Cerezas 500 g | كرز 500 غ
108 | Fraises 500 g | Fresas 500 g | فراولة 500 غ
109 | Myrtilles 250 g | Arándanos 250 g | توت أزرق 250 غ
110 | Raisin noir 500 g | Uvas negras 500 g | عنب أسود 500 غ
111 | Kiwi, pièce | Kiwi, unidad | كيوي، حبة
112 | Ananas, pièce | Piña, unidad | أناناس، حبة
113 | Mangue, pièce | Mango, unidad | مانجو، حبة
114 | Melon Galia, pièce | Melón galia, unidad | شمام جاليا، حبة
115 | Avocat, pièce | Aguacate, unidad | أفوكادو، حبة
116 | Tomates grappe 500 g | Tomates en rama 500 g | طماطم عنقودية 500 غ
117 | Carottes 1 kg | Zanahorias 1 kg | جزر 1 كغ
118 | Brocoli 500 g | Brócoli 500 g | بروكلي 500 غ
119 | Concombre, pièce | Pepino, unidad | خيار، حبة
120 | Poivron vert, pièce | Pimiento verde, unidad | فلفل أخضر، حبة
121 | Pommes de terre 2,5 kg | Patatas 2,5 kg | بطاطس 2.5 كغ
122 | Oignons 1 kg | Cebollas 1 kg | بصل 1 كغ
123 | Ail, 3 têtes | Ajos, 3 cabezas | ثوم، 3 رؤوس
124 | Laitue, pièce | Lechuga, unidad | خس، حبة
125 | Maïs doux, 2 épis | Maíz dulce, 2 mazorcas | ذرة حلوة، كوزان
201 | Pain de campagne 750 g | Pan de pueblo 750 g | خبز ريفي 750 غ
202 | Baguette 250 g | Baguette 250 g | باغيت 250 غ
203 | Croissant au beurre | Cruasán de mantequilla | كرواسون بالزبدة
204 | Bretzel | Pretzel | بريتزل
205 | Bagels au sésame, 4 | Bagels de sésamo, 4 | بيغل بالسمسم، 4 قطع
206 | Donut au chocolat | Dónut de chocolate | دونات بالشوكولاتة
301 | Lait entier 1 l | Leche entera 1 l | حليب كامل الدسم 1 ل
302 | Beurre 250 g | Mantequilla 250 g | زبدة 250 غ
303 | Œufs plein air, 10 | Huevos camperos, 10 | بيض بلدي، 10 بيضات
304 | Crème caramel 200 g | Flan de caramelo 200 g | كريم كراميل 200 غ
401 | Riz jasmin 1 kg | Arroz jazmín 1 kg | أرز ياسمين 1 كغ
402 | Spaghetti 500 g | Espaguetis 500 g | سباغيتي 500 غ
403 | Tomates concassées 400 g | Tomate troceado 400 g | طماطم مقطعة 400 غ
404 | Sel marin 500 g | Sal marina 500 g | ملح بحري 500 غ
405 | Miel de fleurs 500 g | Miel de flores 500 g | عسل زهور 500 غ
406 | Haricots rouges 400 g | Alubias rojas 400 g | فاصوليا حمراء 400 غ
407 | Olives vertes 300 g | Aceitunas verdes 300 g | زيتون أخضر 300 غ
408 | Cacahuètes grillées 250 g | Cacahuetes tostados 250 g | فول سوداني محمص 250 غ
501 | Café moulu 500 g | Café molido 500 g | قهوة مطحونة 500 غ
502 | Thé vert, 20 sachets | Té verde, 20 bolsitas | شاي أخضر، 20 كيسًا
503 | Jus de pomme 1 l | Zumo de manzana 1 l | عصير تفاح 1 ل
504 | Cola 0,5 l | Cola 0,5 l | كولا 0.5 ل
505 | Bière de blé sans alcool 0,5 l | Cerveza de trigo sin alcohol 0,5 l | شراب شعير خالٍ من الكحول 0.5 ل
506 | Bière de blé sans alcool 6 x 0,5 l | Cerveza de trigo sin alcohol 6 x 0,5 l | شراب شعير خالٍ من الكحول 6 × 0.5 ل
507 | Vin rosé sec 0,75 l | Vino rosado seco 0,75 l | نبيذ وردي 0.75 ل
508 | Vin mousseux 0,75 l | Vino espumoso 0,75 l | نبيذ فوار 0.75 ل
601 | Chocolat au lait 100 g | Chocolate con leche 100 g | شوكولاتة بالحليب 100 غ
602 | Cookies au chocolat 225 g | Galletas con chocolate 225 g | كوكيز بالشوكولاتة 225 غ
603 | Bonbons aux fruits 200 g | Caramelos de fruta 200 g | حلوى فواكه 200 غ
604 | Pop-corn sucré 150 g | Palomitas dulces 150 g | فشار حلو 150 غ
605 | Glace vanille 500 ml | Helado de vainilla 500 ml | مثلجات الفانيليا 500 مل
701 | Crevettes cuites 200 g | Gambas cocidas 200 g | روبيان مطهو 200 غ
702 | Tranches de bacon 150 g | Lonchas de beicon 150 g | شرائح بيكون 150 غ
801 | Savon pour les mains 100 g | Jabón de manos 100 g | صابون يدين 100 غ
802 | Papier toilette, 8 rouleaux | Papel higiénico, 8 rollos | ورق حمام، 8 لفات
803 | Éponges, 5 | Estropajos, 5 | إسفنج تنظيف، 5 قطع
804 | Bouquet de printemps | Ramo de primavera | باقة الربيع
805 | Sac en papier | Bolsa de papel | كيس ورقي
126 | Champignons en vrac, le kg | Champiñones a granel, el kg | فطر سائب، للكيلوغرام
3101 | Fromage de montagne, le kg | Queso de montaña, el kg | جبن جبلي، للكيلوغرام
3102 | Steak de bœuf, le kg | Filete de ternera, el kg | شريحة لحم بقري، للكيلوغرام
3103 | Cuisses de poulet, le kg | Muslos de pollo, el kg | أفخاذ دجاج، للكيلوغرام
3104 | Truite entière, le kg | Trucha entera, el kg | سمك ترويت كامل، للكيلوغرام
901 | Consigne 0,25 | Depósito 0,25 | تأمين عبوة 0.25
902 | Consigne bouteille 0,08 | Depósito botella 0,08 | تأمين زجاجة 0.08
"""  # noqa: E501  one good, one line
"""Number | French | Spanish | Arabic."""


def further_names() -> dict[int, tuple[str, ...]]:
    """The table by number: names in French, Spanish and Arabic."""
    rows = (row.split(" | ") for row in NAMES.strip().splitlines())
    return {int(number): tuple(names) for number, *names in rows}
