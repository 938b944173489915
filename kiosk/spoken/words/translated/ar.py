"""The voice in Arabic, by the English sentence."""

TEXTS: dict[str, str] = {
    ", ": "، ",
    "minus ": "ناقص ",
    " and ": " و",
    "{n} kilograms": "{n} كيلوغرام|كيلوغرام واحد|كيلوغرامان|{n} كيلوغرامات|{n} كيلوغرامًا|{n} كيلوغرام",
    "1 kilogram": "كيلوغرام واحد",
    "{n} grams": "{n} غرام|غرام واحد|غرامان|{n} غرامات|{n} غرامًا|{n} غرام",
    "1 gram": "غرام واحد",
    "{n} items": "لا منتجات|منتج واحد|منتجان|{n} منتجات|{n} منتجًا|{n} منتج",
    "1 item": "منتج واحد",
    "{n} points": "{n} نقطة|نقطة واحدة|نقطتان|{n} نقاط|{n} نقطة|{n} نقطة",
    "1 point": "نقطة واحدة",
    "euro": "يورو",
    "pound": "جنيه",
    "dollar": "دولار",
    "franc": "فرنك",
    "yuan": "يوان",
    "yen": "ين",
    "euros": "{n} يورو|يورو واحد|2 يورو|{n} يورو|{n} يورو|{n} يورو",
    "pounds": "{n} جنيه|جنيه واحد|جنيهان|{n} جنيهات|{n} جنيهًا|{n} جنيه",
    "dollars": "{n} دولار|دولار واحد|دولاران|{n} دولارات|{n} دولارًا|{n} دولار",
    "francs": "{n} فرنك|فرنك واحد|فرنكان|{n} فرنكات|{n} فرنكًا|{n} فرنك",
    "cent": "سنت",
    "penny": "بنس",
    "centime": "سنتيم",
    "fen": "فن",
    "cents": "{n} سنت|سنت واحد|سنتان|{n} سنتات|{n} سنتًا|{n} سنت",
    "pence": "{n} بنس|بنس واحد|بنسان|{n} بنسات|{n} بنسًا|{n} بنس",
    "centimes": "{n} سنتيم|سنتيم واحد|سنتيمان|{n} سنتيمات|{n} سنتيمًا|{n} سنتيم",
    "Cleared": "مُسح",
    "{n} digits of your PIN": (
        "{n} رقم من رقمك السري|رقم واحد من رقمك السري|رقمان من رقمك السري|{n} أرقام من رقمك "
        "السري|{n} رقمًا من رقمك السري|{n} رقم من رقمك السري"
    ),
    "{n} digits": "{n} رقم|رقم واحد|رقمان|{n} أرقام|{n} رقمًا|{n} رقم",
    "1 digit of your PIN": "رقم واحد من رقمك السري",
    "1 digit": "رقم واحد",
    (
        "We don't know this item. Nothing was added to your basket. Try another barcode on the "
        "pack, or press Help."
    ): ("لا نعرف هذا المنتج. لم يُضف شيء إلى سلتك. جرّب باركودًا آخر على العبوة، أو اضغط زر المساعدة."),
    (
        "We couldn't read this code. Nothing was added to your basket. Smooth the pack, hold it "
        "still and try again."
    ): ("تعذرت قراءة هذا الرمز. لم يُضف شيء إلى سلتك. ابسط العبوة وثبّتها وحاول من جديد."),
    (
        "This is not a product code. Nothing was added to your basket. Look for the striped "
        "barcode on the pack."
    ): ("هذا ليس رمز منتج. لم يُضف شيء إلى سلتك. ابحث عن الباركود المخطط على العبوة."),
    (
        "This item has to be weighed. Nothing was added to your basket. Press Help; a colleague "
        "will weigh it for you."
    ): ("يجب وزن هذا المنتج. لم يُضف شيء إلى سلتك. اضغط زر المساعدة وسيزنه لك أحد موظفينا."),
    "This is for paying. Nothing was charged. Scan everything first, press Pay, and then show it again.": (
        "هذا مخصص للدفع. لم يُخصم شيء. امسح كل منتجاتك أولًا، واختر الدفع، ثم أظهره من جديد."
    ),
    (
        "No more of this item in one purchase. You have as many as one purchase may hold. This one "
        "was not added; please leave it here."
    ): (
        "بلغت الحد الأقصى من هذا المنتج. لديك أكبر عدد مسموح في عملية شراء واحدة. لم تُضف هذه "
        "القطعة، يرجى تركها هنا."
    ),
    "Another lane has this basket. Nothing was added here. Please pay there, or press Help.": (
        "هذه السلة لدى صندوق آخر. لم يُضف شيء هنا. يرجى الدفع هناك، أو اضغط زر المساعدة."
    ),
    "This basket is paid. Nothing was added. Your receipt is on your phone.": (
        "هذه السلة مدفوعة. لم يُضف شيء. إيصالك على هاتفك."
    ),
    "This basket has changed. Nothing was added. Choose Pay on your phone again and show the new code.": (
        "تغيرت هذه السلة. لم يُضف شيء. اختر الدفع على هاتفك من جديد وأظهر الرمز الجديد."
    ),
    (
        "There are goods in the basket here already. The basket of your phone was not added; it is "
        "still yours. Pay these first, or take them out."
    ): ("توجد منتجات في السلة هنا. لم تُضف سلة هاتفك، وهي باقية لك. ادفع ثمن هذه المنتجات أولًا أو أخرجها."),
    (
        "Baskets of phones cannot be fetched now. Nothing was added; your basket is still on your "
        "phone. Show it again, or scan your items here."
    ): (
        "لا يمكن جلب سلال الهواتف الآن. لم يُضف شيء، وسلتك باقية على هاتفك. أظهرها من جديد، أو "
        "امسح منتجاتك هنا."
    ),
    (
        "It could not be weighed. Nothing was added to your basket. Lay it on the scale alone and "
        "scan it again, or press Help."
    ): ("تعذر الوزن. لم يُضف شيء إلى سلتك. ضع المنتج وحده على الميزان وامسحه من جديد، أو اضغط زر المساعدة."),
    "This code does not work here. Your basket is unchanged. Try another code, or press Help.": (
        "هذا الرمز لا يعمل هنا. لم تتغير سلتك. جرّب رمزًا آخر، أو اضغط زر المساعدة."
    ),
    (
        "We don't know this card or number. Your basket is unchanged. Check the number and try "
        "again, or go on without member prices."
    ): (
        "لا نعرف هذه البطاقة أو هذا الرقم. لم تتغير سلتك. تحقق من الرقم وحاول من جديد، أو تابع من "
        "دون أسعار الأعضاء."
    ),
    (
        "This code is from a while ago. Your basket is unchanged. Show the code on your phone now. "
        "If it stays so, set the phone's clock."
    ): ("هذا الرمز قديم. لم تتغير سلتك. أظهر الرمز الظاهر الآن على هاتفك. وإن تكرر ذلك فاضبط ساعة الهاتف."),
    "Your phone's clock is fast. Your basket is unchanged. Set the clock and show the code again.": (
        "ساعة هاتفك متقدمة. لم تتغير سلتك. اضبط الساعة وأظهر الرمز من جديد."
    ),
    "This code was just used elsewhere. Your basket is unchanged. Wait for the next code and show it.": (
        "استُخدم هذا الرمز للتو في مكان آخر. لم تتغير سلتك. انتظر الرمز التالي وأظهره."
    ),
    (
        "This code is for another of our shops. Your basket is unchanged. Open the page of this "
        "shop on your phone and show its code."
    ): ("هذا الرمز لمتجر آخر من متاجرنا. لم تتغير سلتك. افتح صفحة هذا المتجر على هاتفك وأظهر رمزها."),
    (
        "This code no longer counts. Your basket is unchanged. Open the page on your phone again "
        "and show the new code."
    ): ("لم يعد هذا الرمز صالحًا. لم تتغير سلتك. افتح الصفحة على هاتفك من جديد وأظهر الرمز الجديد."),
    (
        "Too many wrong numbers. Your basket is unchanged. Show the code on your phone, or go on "
        "without member prices."
    ): ("أرقام خاطئة كثيرة. لم تتغير سلتك. أظهر الرمز على هاتفك، أو تابع من دون أسعار الأعضاء."),
    (
        "We don't know this member yet. Your basket is unchanged. Whoever has just joined is known "
        "here with the next purchase."
    ): ("لا نعرف هذه العضوية بعد. لم تتغير سلتك. العضو الجديد معروف هنا ابتداءً من المشتريات التالية."),
    (
        "This code does not count here. Your basket is unchanged. Go on without member prices, or press Help."
    ): ("هذا الرمز غير صالح هنا. لم تتغير سلتك. تابع من دون أسعار الأعضاء، أو اضغط زر المساعدة."),
    "Your basket is empty. Scan an item first.": "سلتك فارغة. امسح منتجًا أولًا.",
    "Your basket is full. Please press Help.": "سلتك ممتلئة. اضغط زر المساعدة.",
    "A coupon is still being checked. One moment, please; nothing was charged.": (
        "ما زلنا نتحقق من قسيمة. لحظة من فضلك، لم يُخصم شيء."
    ),
    "We are still looking for your best price. One moment, please; nothing was charged.": (
        "ما زلنا نحسب أفضل سعر لك. لحظة من فضلك، لم يُخصم شيء."
    ),
    "We are still asking for your points. One moment, please; nothing was charged.": (
        "ما زلنا نستعلم عن نقاطك. لحظة من فضلك، لم يُخصم شيء."
    ),
    "Show your member card first to pay with points.": "أظهر بطاقة عضويتك أولًا للدفع بالنقاط.",
    "Points cannot be used for paying here.": "لا يمكن الدفع بالنقاط هنا.",
    "One purchase holds no more of this item.": "لا يُسمح بمزيد من هذا المنتج في عملية شراء واحدة.",
    "That is a lot of coupons! Please press Help.": "هذه قسائم كثيرة! اضغط زر المساعدة.",
    "This checkout is closed. Please use another one.": "هذا الصندوق مغلق. يرجى استخدام صندوق آخر.",
    "You cannot pay right now.": "لا يمكن الدفع الآن.",
    "The quantity of a weighed item is fixed.": "كمية المنتج الموزون ثابتة.",
    "Please choose a quantity from 1 to 99.": "يرجى اختيار كمية من 1 إلى 99.",
    "The card terminal is not ready. Nothing was charged.": "جهاز البطاقات غير جاهز. لم يُخصم شيء.",
    "This purchase cannot be cancelled any more.": "لم يعد بالإمكان إلغاء هذه المشتريات.",
    "No more copies. Please press Help.": "لا نسخ أخرى. اضغط زر المساعدة.",
    "Please finish weighing first. Nothing was charged.": "يرجى إنهاء الوزن أولًا. لم يُخصم شيء.",
    "A colleague has to look first and is on the way. Nothing was charged.": (
        "يجب أن يطّلع موظف أولًا وهو في الطريق. لم يُخصم شيء."
    ),
    "A part is paid already. It has to go back before the basket can change.": (
        "دُفع جزء بالفعل، ويجب أن يعود قبل تغيير السلة."
    ),
    "Please choose an amount up to what is left to pay.": "يرجى اختيار مبلغ لا يتجاوز المتبقي للدفع.",
    "Please pay the rest at once: that is enough parts.": ("يرجى دفع الباقي دفعة واحدة، فقد كثرت الأجزاء."),
    "We are still asking about your gift card or balance. One moment, please; nothing was charged.": (
        "ما زلنا نستعلم عن بطاقة الهدايا أو الرصيد. لحظة من فضلك، لم يُخصم شيء."
    ),
    "This is not a gift card's number. Nothing was taken; please try again.": (
        "هذا ليس رقم بطاقة هدايا. لم يُؤخذ شيء، يرجى المحاولة من جديد."
    ),
    "Gift cards cannot be used here right now. Nothing was taken; please pay another way.": (
        "لا يمكن استخدام بطاقات الهدايا هنا الآن. لم يُؤخذ شيء، يرجى الدفع بطريقة أخرى."
    ),
    "It already pays for this purchase.": "هي مستخدمة في هذه المشتريات.",
    "A PIN has digits only. Nothing was taken.": "الرقم السري أرقام فقط. لم يُؤخذ شيء.",
    "You cannot pay from a balance here.": "لا يمكن الدفع من الرصيد هنا.",
    "To pay from your balance, go back to the basket and show your member card first.": (
        "للدفع من رصيدك عد إلى السلة وأظهر بطاقة عضويتك أولًا."
    ),
    "One purchase takes no more gift cards. Nothing was taken; please pay another way.": (
        "لا تُقبل بطاقات هدايا أخرى في هذه المشتريات. لم يُؤخذ شيء، يرجى الدفع بطريقة أخرى."
    ),
    "You cannot pay by phone wallet here. Nothing was charged.": (
        "لا يمكن الدفع بمحفظة الهاتف هنا. لم يُخصم شيء."
    ),
    "Phone wallets cannot be reached right now. Nothing was charged; please pay another way.": (
        "تعذر الوصول إلى محافظ الهاتف الآن. لم يُخصم شيء، يرجى الدفع بطريقة أخرى."
    ),
    "Not while training: nothing is paid here.": "ليس أثناء التدريب: لا يُدفع شيء هنا.",
    "That is not possible right now.": "هذا غير ممكن الآن.",
    "This coupon has expired. It saves nothing today. Your basket is unchanged.": (
        "انتهت صلاحية هذه القسيمة. لا توفر شيئًا اليوم. لم تتغير سلتك."
    ),
    "This coupon is not valid yet. Your basket is unchanged. Please keep it for your next visit.": (
        "هذه القسيمة غير صالحة بعد. لم تتغير سلتك. يرجى الاحتفاظ بها لزيارتك القادمة."
    ),
    "This coupon is for another country. We cannot take it here. Your basket is unchanged.": (
        "هذه القسيمة لبلد آخر. لا يمكننا قبولها هنا. لم تتغير سلتك."
    ),
    "This coupon is for another shop. We cannot take it here. Your basket is unchanged.": (
        "هذه القسيمة لمتجر آخر. لا يمكننا قبولها هنا. لم تتغير سلتك."
    ),
    (
        "This coupon could not be checked. It saves nothing now and was not used up. Please keep "
        "it for next time."
    ): ("تعذر التحقق من هذه القسيمة. لا توفر شيئًا الآن ولم تُستهلك. يرجى الاحتفاظ بها للمرة القادمة."),
    (
        "A colleague has to look at this coupon. It saves nothing yet. Press Help, or go on "
        "without it; the coupon is still yours."
    ): (
        "يجب أن يطّلع موظف على هذه القسيمة. لا توفر شيئًا بعد. اضغط زر المساعدة أو تابع من دونها، "
        "والقسيمة باقية لك."
    ),
    (
        "This coupon does not fit your basket. The goods it is for are not in your basket. Scan "
        "them first, then the coupon."
    ): ("هذه القسيمة لا تناسب سلتك. منتجاتها ليست في سلتك. امسحها أولًا ثم امسح القسيمة."),
    "This coupon cannot be used. It has no value here. Your basket is unchanged.": (
        "لا يمكن استخدام هذه القسيمة. لا قيمة لها هنا. لم تتغير سلتك."
    ),
    (
        "This coupon is in use at another checkout. A coupon counts once. If it is yours and "
        "unused, press Help; we will sort it out."
    ): (
        "هذه القسيمة قيد الاستخدام لدى صندوق آخر. تُحتسب القسيمة مرة واحدة. إن كانت لك ولم "
        "تستخدمها فاضغط زر المساعدة وسنعالج الأمر."
    ),
    "This coupon was used before. A coupon counts once. Your basket is unchanged.": (
        "استُخدمت هذه القسيمة من قبل. تُحتسب القسيمة مرة واحدة. لم تتغير سلتك."
    ),
    (
        "We couldn't read this coupon. It saves nothing yet. Smooth it, hold it still and try "
        "again, or type its number."
    ): ("تعذرت قراءة هذه القسيمة. لا توفر شيئًا بعد. ابسطها وثبّتها وحاول من جديد، أو أدخل رقمها."),
    "This coupon is already in your basket. It counts once; nothing has changed.": (
        "هذه القسيمة في سلتك. تُحتسب مرة واحدة، ولم يتغير شيء."
    ),
    (
        "This coupon cannot be used. It is no longer taken. Your basket is unchanged; press Help "
        "if you have a question."
    ): ("لا يمكن استخدام هذه القسيمة. لم تعد مقبولة. لم تتغير سلتك، واضغط زر المساعدة إن كان لديك سؤال."),
    (
        "This coupon cannot be checked right now. It was not used up. Try again in a moment, or "
        "keep it for your next visit."
    ): ("لا يمكن التحقق من هذه القسيمة الآن. لم تُستهلك. حاول بعد لحظة، أو احتفظ بها لزيارتك القادمة."),
    (
        "This coupon cannot be checked right now. It was not used up. Please keep it for your next "
        "visit, or press Help."
    ): ("لا يمكن التحقق من هذه القسيمة الآن. لم تُستهلك. احتفظ بها لزيارتك القادمة، أو اضغط زر المساعدة."),
    "Not paid. Nothing was charged this time. Try again or pay another way, or press Help.": (
        "لم يتم الدفع. لم يُخصم شيء هذه المرة. حاول من جديد أو ادفع بطريقة أخرى، أو اضغط زر المساعدة."
    ),
    "Payment stopped. Nothing was charged this time. Start again, or pay another way.": (
        "أُوقف الدفع. لم يُخصم شيء هذه المرة. ابدأ من جديد، أو ادفع بطريقة أخرى."
    ),
    "Not paid. The payment did not go through. Nothing was charged this time; please try again.": (
        "لم يتم الدفع. لم تتم العملية ولم يُخصم شيء هذه المرة. يرجى المحاولة من جديد."
    ),
    (
        "Not paid. The amount was charged and given back at once. Try again or pay another way, or "
        "press Help."
    ): ("لم يتم الدفع. خُصم المبلغ وأُعيد فورًا. حاول من جديد أو ادفع بطريقة أخرى، أو اضغط زر المساعدة."),
    "The time to pay is over. Nothing was charged this time. Start again, or pay another way.": (
        "انتهى وقت الدفع. لم يُخصم شيء هذه المرة. ابدأ من جديد، أو ادفع بطريقة أخرى."
    ),
    (
        "We don't know this gift card. Nothing was taken. Check the number and try again, or pay another way."
    ): ("لا نعرف بطاقة الهدايا هذه. لم يُؤخذ شيء. تحقق من الرقم وحاول من جديد، أو ادفع بطريقة أخرى."),
    "Nothing is left on it. Nothing was taken. Please pay another way.": (
        "لم يتبق فيها شيء. لم يُؤخذ شيء. يرجى الدفع بطريقة أخرى."
    ),
    "It is in use at another checkout. Nothing was taken. Finish there first, or pay another way.": (
        "قيد الاستخدام لدى صندوق آخر. لم يُؤخذ شيء. أكمل هناك أولًا، أو ادفع بطريقة أخرى."
    ),
    "It was used up before. Nothing was taken. Please pay another way, or press Help.": (
        "استُهلكت من قبل. لم يُؤخذ شيء. ادفع بطريقة أخرى، أو اضغط زر المساعدة."
    ),
    "That took too long. Nothing was taken. Please try again.": (
        "استغرق ذلك وقتًا طويلًا. لم يُؤخذ شيء. يرجى المحاولة من جديد."
    ),
    "It is blocked. Nothing was taken. Press Help to ask why, or pay another way.": (
        "محظورة. لم يُؤخذ شيء. اضغط زر المساعدة لمعرفة السبب، أو ادفع بطريقة أخرى."
    ),
    "It has expired. Nothing was taken. Press Help to ask, or pay another way.": (
        "انتهت صلاحيتها. لم يُؤخذ شيء. اضغط زر المساعدة للسؤال، أو ادفع بطريقة أخرى."
    ),
    "It holds another currency. It cannot pay here and nothing was taken. Please pay another way.": (
        "هي بعملة أخرى. لا يمكن الدفع بها هنا ولم يُؤخذ شيء. يرجى الدفع بطريقة أخرى."
    ),
    "It needs its PIN. Nothing was taken. Type the PIN, or pay another way.": (
        "تحتاج إلى رقمها السري. لم يُؤخذ شيء. أدخل الرقم السري، أو ادفع بطريقة أخرى."
    ),
    "This PIN is not right. Nothing was taken. Try again; after five wrong ones the card is locked.": (
        "الرقم السري غير صحيح. لم يُؤخذ شيء. حاول من جديد، فبعد خمسة أخطاء تُقفل البطاقة."
    ),
    "Too many wrong PINs. It is locked for 15 minutes and nothing was taken. Please pay another way.": (
        "أرقام سرية خاطئة كثيرة. قُفلت 15 دقيقة ولم يُؤخذ شيء. يرجى الدفع بطريقة أخرى."
    ),
    "Too many tries. Nothing was taken. Please pay another way, or press Help.": (
        "محاولات كثيرة. لم يُؤخذ شيء. ادفع بطريقة أخرى، أو اضغط زر المساعدة."
    ),
    (
        "We cannot ask about it right now. Nothing was taken; what is on it stays yours. Try again "
        "in a moment, or pay another way."
    ): ("لا يمكننا الاستعلام عنها الآن. لم يُؤخذ شيء، وما فيها باقٍ لك. حاول بعد لحظة، أو ادفع بطريقة أخرى."),
    "It cannot be used for this purchase. Nothing was taken. Please pay another way, or press Help.": (
        "لا يمكن استخدامها لهذه المشتريات. لم يُؤخذ شيء. ادفع بطريقة أخرى، أو اضغط زر المساعدة."
    ),
    "Your points cannot be used right now. They stay yours.": ("لا يمكن استخدام نقاطك الآن، وهي باقية لك."),
    "Your points are in use at another checkout. They stay yours.": (
        "نقاطك قيد الاستخدام لدى صندوق آخر، وهي باقية لك."
    ),
    "You have too few points to pay with. They stay yours.": "نقاطك لا تكفي للدفع، وهي باقية لك.",
    "Your points cannot be used for this purchase. They stay yours.": (
        "لا يمكن استخدام نقاطك في هذه المشتريات، وهي باقية لك."
    ),
    "The printer is out of paper.": "نفد ورق الطابعة.",
    "The printer is open.": "الطابعة مفتوحة.",
    "The printer's cutter is stuck.": "قاطع الورق عالق.",
    "The printer is not available.": "الطابعة غير متاحة.",
    ("Welcome. Scan your first item to begin. The camera reads the barcode: hold the pack in front of it."): (
        "أهلًا وسهلًا. امسح أول منتج للبدء. الكاميرا تقرأ الباركود: قرّب العبوة منها."
    ),
    "Your basket: {items}. Total {amount}.": "سلتك: {items}. المجموع {amount}.",
    "Your basket is empty.": "سلتك فارغة.",
    "Put {name} on the scale, and leave it until you hear its price.": (
        "ضع {name} على الميزان، واتركه حتى تسمع سعره."
    ),
    "How would you like to pay? To pay: {amount}, for {items}.": (
        "كيف تود الدفع؟ المطلوب {amount}، ثمن {items}."
    ),
    "{paid} is covered. Left to pay: {amount}. How would you like to pay it?": (
        "سُدّد {paid}. المتبقي للدفع {amount}. كيف تود دفعه؟"
    ),
    "{amount}, by card. Please follow the card terminal. You have paid only when we say so.": (
        "{amount} بالبطاقة. يرجى اتباع تعليمات جهاز البطاقات. لا يتم الدفع إلا حين نؤكد ذلك."
    ),
    (
        "Stopping the payment. Please wait. The terminal was asked to stop and will say whether it "
        "charged your card."
    ): ("جارٍ إيقاف الدفع. يرجى الانتظار. سيخبرنا الجهاز هل خُصم شيء من بطاقتك."),
    (
        "One moment, please. The terminal has answered. We are completing your payment. You have "
        "paid only when we say so."
    ): ("لحظة من فضلك. أجاب الجهاز. نُتمّ الآن عملية الدفع. لا يتم الدفع إلا حين نؤكد ذلك."),
    (
        "{amount}, by phone. A code to scan with your wallet app is on the screen. You have paid "
        "only when we say so."
    ): ("{amount} بالهاتف. على الشاشة رمز لتطبيق المحفظة. لا يتم الدفع إلا حين نؤكد ذلك."),
    "One moment, please. The code for your phone is on its way. Nothing was charged.": (
        "لحظة من فضلك. رمز هاتفك في الطريق. لم يُخصم شيء."
    ),
    "We have read your phone's code. Please wait. You have paid only when we say so.": (
        "قرأنا رمز هاتفك. يرجى الانتظار. لا يتم الدفع إلا حين نؤكد ذلك."
    ),
    "Please confirm {amount} on your phone. Nothing is charged before you do.": (
        "يرجى تأكيد {amount} على هاتفك. لا يُخصم شيء قبل ذلك."
    ),
    (
        "Stopping the payment. Please wait, and do not confirm on your phone now. We are asking "
        "whether anything was charged."
    ): ("جارٍ إيقاف الدفع. يرجى الانتظار وعدم التأكيد على هاتفك الآن. نسأل هل خُصم شيء."),
    (
        "Please wait. Do not pay again. We are asking whether your payment of {amount} went "
        "through. Your basket is kept."
    ): ("يرجى الانتظار وعدم الدفع مرة أخرى. نسأل هل تم دفع {amount}. سلتك محفوظة."),
    (
        "A colleague has to look. Do not pay again. It is not known yet whether your payment of "
        "{amount} went through; a colleague will check it with you. Your basket is kept."
    ): (
        "يجب أن يتحقق موظف. لا تدفع مرة أخرى. لا نعلم بعد هل تم دفع {amount}، وسيتحقق موظف من ذلك "
        "معك. سلتك محفوظة."
    ),
    "Goods come back. A colleague takes them back with you. {given} has gone back to you so far.": (
        "إعادة منتجات. يستعيدها موظف معك. أُعيد إليك {given} حتى الآن."
    ),
    "Goods come back. A colleague takes them back with you. No money has moved yet.": (
        "إعادة منتجات. يستعيدها موظف معك. لم يُنقل أي مبلغ بعد."
    ),
    (
        "{amount} goes back to your card. Please follow the card terminal. It has gone back only "
        "when we say so."
    ): ("يعود {amount} إلى بطاقتك. يرجى اتباع تعليمات جهاز البطاقات. لا يُعاد المبلغ إلا حين نؤكد ذلك."),
    "{amount} goes back to the wallet on your phone. Please wait.": (
        "يعود {amount} إلى محفظة هاتفك. يرجى الانتظار."
    ),
    "Please wait. We are asking whether {amount} has gone back to you.": (
        "يرجى الانتظار. نسأل هل أُعيد إليك {amount}."
    ),
    (
        "A colleague has to look. It is not known yet whether {amount} has gone back to you. A "
        "colleague will check it with you."
    ): ("يجب أن يتحقق موظف. لا نعلم بعد هل أُعيد إليك {amount}. سيتحقق موظف من ذلك معك."),
    (
        "Not everything has gone back. What is paid still counts for this purchase. Try again, or press Help."
    ): ("لم يُعد كل المبلغ. ما دُفع يُحتسب لهذه المشتريات. حاول من جديد، أو اضغط زر المساعدة."),
    "Paid: {amount}. Thank you.": "تم الدفع: {amount}. شكرًا لك.",
    "Nothing to pay. Nothing was charged. Thank you.": "لا يوجد مبلغ للدفع. لم يُخصم شيء. شكرًا لك.",
    "{given} has gone back to you.": "أُعيد إليك {given}.",
    "Would you like a receipt, on paper or as a code?": "هل تريد إيصالًا على الورق أم رمزًا؟",
    "Your receipt is printing, below the screen.": "إيصالك قيد الطباعة أسفل الشاشة.",
    "Printing has stopped. {reason} A colleague is needed; printing then goes on by itself.": (
        "توقفت الطباعة. {reason} نحتاج إلى موظف، ثم تتابع الطباعة وحدها."
    ),
    "Your receipt is printed. Please take the paper below the screen.": (
        "طُبع إيصالك. يرجى أخذ الورقة من أسفل الشاشة."
    ),
    "The receipt could not be printed. You can take it as a code instead.": (
        "تعذرت طباعة الإيصال. يمكنك أخذه رمزًا."
    ),
    "We cannot tell whether your receipt was printed. If it is missing, take it as a code.": (
        "لا نعلم هل طُبع إيصالك. إن لم تجده فخذه رمزًا."
    ),
    "Your receipt is a code on the screen, to scan with your phone.": (
        "إيصالك رمز على الشاشة، امسحه بهاتفك."
    ),
    "Thank you. Please take your shopping. Goodbye.": "شكرًا لك. يرجى أخذ مشترياتك. إلى اللقاء.",
    "You can choose: {choices}.": "يمكنك الاختيار: {choices}.",
    "{name}, {amount}.": "{name}، {amount}.",
    "{name}, {weight}, {amount}.": "{name}، {weight}، {amount}.",
    "{name}, now {quantity}, {amount}.": "{name}، الآن {quantity}، {amount}.",
    "Removed: {name}.": "أُزيل: {name}.",
    "With {amount} deposit.": "منها {amount} تأمين عبوات.",
    "This ends by itself in a moment. Choose more time if you need it.": (
        "ستنتهي هذه الصفحة تلقائيًا بعد قليل. اختر مزيدًا من الوقت إذا احتجت إليه."
    ),
    "You save {amount}.": "وفّرت {amount}.",
    "Prices have changed: you save {amount} less.": "تغيرت الأسعار: نقص توفيرك {amount}.",
    "Total {amount}.": "المجموع {amount}.",
    "Member prices are on.": "أسعار الأعضاء مفعّلة.",
    "Your coupon is in the basket.": "قسيمتك في السلة.",
    "There is no paper receipt right now. {reason}": "لا إيصال ورقيًّا الآن. {reason}",
    "You earned {points}.": "كسبت {points}.",
    "Goods {amount}.": "المنتجات {amount}.",
    "{amount} is paid next.": "يُدفع الآن {amount}.",
    "A colleague is coming. Please wait here.": "موظف في الطريق إليك. يرجى الانتظار هنا.",
    "Your basket is kept.": "سلتك محفوظة.",
    "Nothing was charged.": "لم يُخصم شيء.",
    "{amount} is paid, and is kept.": "دُفع {amount} وهو محفوظ.",
    "A colleague works at this checkout. Please wait.": "يعمل موظف على هذا الصندوق. يرجى الانتظار.",
    "This checkout has to pause. A colleague will help you.": (
        "يتوقف هذا الصندوق مؤقتًا. سيساعدك أحد موظفينا."
    ),
    "A message from our staff: {text}": "رسالة من موظفينا: {text}",
    "English.": "العربية.",
    "Training. Nothing is sold here.": "تدريب. لا يُباع شيء هنا.",
    "Gift card or balance: {text}": "بطاقة هدايا أو رصيد: {text}",
    "scan an item": "مسح منتج",
    "another language": "لغة أخرى",
    "hear the basket": "سماع السلة",
    "remove an item": "إزالة منتج",
    "Each of these has a date of its own. Please scan every one.": (
        "لكل قطعة من هذه تاريخها. يرجى مسح كل واحدة."
    ),
    "You can shop by ear. The arrow keys move, OK chooses, and one key calls a colleague.": (
        "يمكنك التسوق بالسمع. الأسهم للتنقل، ومفتاح الموافقة للاختيار، ومفتاح لنداء موظف."
    ),
    "Nothing to choose right now.": "لا شيء للاختيار الآن.",
    "Quantity {text}.": "الكمية {text}.",
    "Volume {percent} percent.": "مستوى الصوت {percent} بالمئة.",
    "Speed {percent} percent.": "السرعة {percent} بالمئة.",
    "The screen is dark now. Nobody reads along.": "الشاشة معتمة الآن. لا أحد يقرأ معك.",
    "The screen shows again.": "عادت الشاشة للظهور.",
    "A colleague has been called already.": "نودي موظف من قبل.",
    "A colleague is called.": "ننادي موظفًا.",
    "{quantity} times {name}, {amount}.": "{name} عدد {quantity}، {amount}.",
    "And {items} more.": "و{items} أخرى.",
    "Tax in it: {amount}.": "منها ضريبة: {amount}.",
    "A colleague comes to you. One look, and you can pay; paying goes on by itself.": (
        "سيأتي إليك موظف. نظرة سريعة ثم تدفع، ويُستأنف الدفع تلقائيًا."
    ),
    "You are next.": "دورك التالي.",
    "You are number {place} in the queue.": "دورك رقم {place}.",
    "A colleague has looked: {reason}. Please put it right, or press Help.": (
        "اطّلع موظف على الأمر: {reason}. يرجى تصحيحه، أو اضغط زر المساعدة."
    ),
    "The shop's service cannot be reached. Nothing was charged; please try again later.": (
        "تعذر الوصول إلى خدمة المتجر. لم يُخصم شيء، يرجى المحاولة لاحقًا."
    ),
    "This balance is blocked. Nothing was charged. Please press Help.": (
        "هذا الرصيد محظور. لم يُخصم شيء. اضغط زر المساعدة."
    ),
    "This balance is in another currency. Nothing was charged.": "هذا الرصيد بعملة أخرى. لم يُخصم شيء.",
    "Your balance is full: no more fits on it. Nothing was charged.": (
        "بلغ رصيدك الحد الأقصى ولا يتسع للمزيد. لم يُخصم شيء."
    ),
    "This cannot be topped up. Nothing was charged. Show another card, or press Help.": (
        "لا يمكن شحن هذا. لم يُخصم شيء. أظهر بطاقة أخرى، أو اضغط زر المساعدة."
    ),
    "Whose balance? Show your member card or your phone, or type your number.": (
        "رصيد من؟ أظهر بطاقة عضويتك أو هاتفك، أو أدخل رقمك."
    ),
    "One moment, please. We are asking for your balance. Nothing was charged.": (
        "لحظة من فضلك. نستعلم عن رصيدك. لم يُخصم شيء."
    ),
    "By how much? You can choose {amounts}. You pay by card.": (
        "بكم؟ يمكنك اختيار {amounts}. تدفع بالبطاقة."
    ),
    "Topped up: {amount} is on your balance.": "تم الشحن: رصيدك {amount}.",
    "A balance cannot be topped up at this checkout.": "لا يمكن شحن الرصيد عند هذا الصندوق.",
    "Please show your member card first.": "يرجى إظهار بطاقة عضويتك أولًا.",
    "Please choose one of the amounts. Nothing was charged.": "يرجى اختيار أحد المبالغ. لم يُخصم شيء.",
    "Please press Help: a colleague looks at your card.": "اضغط زر المساعدة ليطّلع موظف على بطاقتك.",
    "This cannot be weighed here. Press Help, and a colleague comes.": (
        "لا يمكن وزنه هنا. اضغط زر المساعدة وسيأتي موظف."
    ),
    "This is not sold without a barcode. Please scan it.": "لا يُباع هذا من دون باركود. يرجى مسحه.",
    "What does it cost? Hold an item in front of the camera. Nothing is added.": (
        "كم السعر؟ ضع منتجًا أمام الكاميرا. لن يُضاف شيء."
    ),
    "{name} costs {amount}. Nothing was added.": "سعر {name} هو {amount}. لم يُضف شيء.",
    "{name} costs {amount} instead of {was}. Nothing was added.": (
        "سعر {name} هو {amount} بدلًا من {was}. لم يُضف شيء."
    ),
    "{name} costs {amount} a kilogram. Nothing was added.": (
        "سعر {name} هو {amount} للكيلوغرام. لم يُضف شيء."
    ),
    "This has no price here. Try another item, or ask a colleague.": (
        "لا يوجد سعر لهذا المنتج هنا. جرّب منتجًا آخر أو اسأل أحد الموظفين."
    ),
    "One moment, please. Your membership is being prepared. Your basket stays as it is.": (
        "لحظة من فضلك. يجري تجهيز عضويتك. تبقى سلتك كما هي."
    ),
    "A code to join is on the screen. Point your phone at it and go on there. Your basket stays here.": (
        "على الشاشة رمز للانضمام. وجّه هاتفك إليه وتابع هناك. تبقى سلتك هنا."
    ),
    "Joining is not possible right now. Nothing was kept; shop on as always.": (
        "لا يمكن الانضمام الآن. لم يُحفظ شيء؛ تابع التسوق كالمعتاد."
    ),
    "This number has a membership already. Go back, and enter it as a member's number.": (
        "لهذا الرقم عضوية بالفعل. ارجع وأدخله كرقم عضو."
    ),
    "Nobody has joined, and nothing was kept. Please try again.": (
        "لم ينضم أحد ولم يُحفظ شيء. يرجى المحاولة مرة أخرى."
    ),
    "Nobody can join at this checkout.": "لا يمكن الانضمام عند هذا الصندوق.",
    "To join, please agree to the membership.": "للانضمام، وافق على العضوية من فضلك.",
    "This is not a telephone number. Please check it.": "هذا ليس رقم هاتف. يرجى التحقق منه.",
    "Do you need bags? Choose how many, or choose no bag.": ("هل تحتاج إلى أكياس؟ اختر العدد أو لا شيء."),
    "Your purchase is about to be given up. Choose undo to keep it.": (
        "سيُلغى شراؤك بعد لحظة. اختر التراجع للاحتفاظ به."
    ),
    "One moment, please. We are looking for your order.": ("لحظة من فضلك. نبحث عن طلبك."),
    "Your order. Take your goods. When you have everything, confirm it here.": (
        "طلبك. خذ منتجاتك. عندما تكتمل لديك، أكّد ذلك هنا."
    ),
    "Collect it at the counter. Your order waits there. Show the code on your phone once more.": (
        "استلمه من المنضدة. طلبك ينتظرك هناك. أظهر الرمز على هاتفك مرة أخرى."
    ),
    "Your order. Take your goods. They are yours when they are paid here. To pay: {amount}.": (
        "طلبك. خذ منتجاتك. تصبح لك بعد دفع ثمنها هنا. المبلغ المستحق: {amount}."
    ),
    "Your order. Pay here, then collect it at the counter with the same code. To pay: {amount}.": (
        "طلبك. ادفع هنا، ثم استلم طلبك من المنضدة بالرمز نفسه. المبلغ المستحق: {amount}."
    ),
    "One moment, please. We are bringing your order here.": ("لحظة من فضلك. نُحضر طلبك إلى هنا."),
    "Your order could not be brought here. Nothing was charged. Please try once more, or ask a colleague.": (
        "تعذّر إحضار طلبك إلى هنا. لم يُخصم شيء. يرجى المحاولة مرة أخرى أو سؤال أحد الموظفين."
    ),
    "Another lane has this order. Nothing was charged here. Finish it there, or ask a colleague.": (
        "هذا الطلب لدى صندوق آخر. لم يُخصم شيء هنا. أكمله هناك أو اسأل أحد الموظفين."
    ),
    "This order is paid already. Nothing was charged here. Collect it at the counter.": (
        "هذا الطلب مدفوع بالفعل. لم يُخصم شيء هنا. استلمه من المنضدة."
    ),
    "One moment, please. We are writing down that you have your order.": (
        "لحظة من فضلك. نسجّل أنك استلمت طلبك."
    ),
    "Your order is complete. Thank you. Nothing was charged here.": ("اكتمل طلبك. شكرًا لك. لم يُخصم شيء هنا."),
    "This order was collected already. If that was not you, please ask a colleague.": (
        "سبق استلام هذا الطلب. إذا لم تكن أنت من استلمه، فاسأل أحد الموظفين."
    ),
    "This order was cancelled. What was paid for it has gone back.": ("أُلغي هذا الطلب. أُعيد ما دُفع مقابله."),
    "It is too early for this order. Your phone shows when you can collect it.": (
        "ما زال الوقت مبكرًا لهذا الطلب. يعرض هاتفك متى يمكنك استلامه."
    ),
    "It is too late for this order. Its time is over. What was paid goes back.": (
        "فات وقت هذا الطلب. انتهت مهلته. سيُعاد ما دُفع."
    ),
    "This order is brought to you. It is not collected in the shop.": (
        "هذا الطلب يُوصَّل إليك. لا يُستلم من المتجر."
    ),
    "Show the next code. This one is over. Your phone shows a new one in a moment.": (
        "أظهر الرمز التالي. انتهى هذا الرمز. سيعرض هاتفك رمزًا جديدًا بعد لحظة."
    ),
    "This order is in another shop. Your phone shows which one.": (
        "هذا الطلب في متجر آخر. يعرض هاتفك أي متجر هو."
    ),
    "We cannot look for orders right now. Nothing was changed. Please go to the counter.": (
        "لا يمكننا البحث عن الطلبات الآن. لم يتغير شيء. يرجى التوجه إلى المنضدة."
    ),
    "This could not be written down yet. Please confirm it once more, or ask a colleague.": (
        "لم يمكن تسجيل ذلك بعد. يرجى التأكيد مرة أخرى أو سؤال أحد الموظفين."
    ),
    "Finish this purchase first. Then show the code of your order again.": (
        "أنهِ هذا الشراء أولًا. ثم أظهر رمز طلبك مرة أخرى."
    ),
    "This code opens no order here. Open your order on the phone and show its code, or go to the counter.": (
        "هذا الرمز لا يفتح أي طلب هنا. افتح طلبك على الهاتف وأظهر رمزه، أو توجه إلى المنضدة."
    ),
    "change how many": "تغيير الكمية",
    "take back a coupon": "سحب قسيمة",
    "a kind of goods": "فئة من المنتجات",
    "one of the goods": "أحد المنتجات",
    "letters to search with": "حروف للبحث",
    "keys to type with": "مفاتيح للكتابة",
    "Choose undo to have it back.": "اختر التراجع لاستعادته.",
    "{text}. Found: {items}.": "{text}. النتائج: {items}.",
    "Chosen.": "مختار.",
    "Not chosen.": "غير مختار.",
}
