"""Interventions and the words around them in Arabic, by the English text."""

TEXTS: dict[str, str] = {
    "not placed": "لم يوضع",
    "recalled or stopped": "مسحوب أو موقوف",
    "has no price": "بلا سعر",
    "reduced label": "ملصق تخفيض",
    "of high value": "عالي القيمة",
    "drawn at random": "اختيرت بالقرعة",
    "worth more than the lane accepts alone": "قيمتها أكثر مما يقبله الصندوق وحده",
    "its worth is not bounded": "قيمته غير محدودة",
    "help was called": "طُلبت المساعدة",
    "closed": "مغلق",
    "printing stopped": "توقفت الطباعة",
    "overload": "حمل زائد",
    "fault": "عطل",
    "not known": "غير معروف",
    "not an article's code": "ليس رمز منتج",
    "nobody at the payment step": "لا أحد عند الدفع",
    "nothing happens": "لا يحدث شيء",
    "abandoned": "متروك",
    "the shopper's time was over": "انتهى وقت المتسوق",
    "the shopper wants to pay": "يريد المتسوق الدفع",
    "the shopper asked for staff": "طلب المتسوق موظفًا",
    "nobody came": "لم يأت أحد",
    "the shopper has seen it": "رآه المتسوق",
    "the purchase is complete": "اكتملت المشتريات",
    "the purchase was cancelled": "أُلغيت المشتريات",
    "the purchase was put aside": "عُلّقت المشتريات",
    "the weight fits again": "عاد الوزن مطابقًا",
    "the item was placed": "وُضع المنتج",
    "the line was taken off": "أُزيل البند",
    "the code is settled": "حُسم الرمز",
    "it has a price": "له سعر",
    "within the limit again": "عاد ضمن الحد",
    "the hours of sale began": "بدأت ساعات البيع",
    "the number is there": "الرقم موجود",
    "the coupon was taken back": "استُرجعت القسيمة",
    "the sensor reports it": "أفاد به المستشعر",
    "the shopper is there": "المتسوق موجود",
    "help ended": "انتهت المساعدة",
    "the sample matches": "العينة مطابقة",
    "the item was scanned": "مُسح المنتج",
    "the payment is settled": "سُوّي الدفع",
    "the device is ready again": "عاد الجهاز جاهزًا",
    "the link is back": "عاد الاتصال",
    "the data are fresh again": "البيانات محدّثة",
    "the lane was opened": "فُتح الصندوق",
    "handed over": "سُلّم",
    "left": "غادر",
    "nothing was touched for a while": "لم يُلمس شيء منذ فترة",
    "by the shopper": "من قبل العميل",
    "by staff": "من قبل الموظفين",
    "the shopper is gone": "غادر العميل",
    "the top-up was left": "تُرك شحن الرصيد",
    "paying the order was left": "تُرك دفع الطلب",
    "the return was stopped": "أُوقف الإرجاع",
    "somebody else signed in": "سجّل شخص آخر الدخول",
    "the program started again": "بدأ البرنامج من جديد",
    "wrong": "خطأ",
    "revoked": "ملغى",
    "locked": "مقفل",
    "a few items": "بعض المنتجات",
    "everything": "كل شيء",
    "items taken off": "منتجات أُزيلت",
    "prices changed": "أسعار تغيرت",
    "weights accepted": "أوزان قُبلت",
    "items not bagged": "منتجات لم تُعبأ",
    "reduced labels": "ملصقات تخفيض",
    "dear items": "منتجات غالية",
    "one code many times": "رمز واحد مرات كثيرة",
    "seen by the camera": "رأته الكاميرا",
    "the lane started again": "بدأ الصندوق من جديد",
    "found in earlier checks": "وُجد في فحوص سابقة",
    "from {0} years": "من عمر {0}",
    "not sold at {0}": "لا يُباع في {0}",
    "expired on {0}": "انتهى في {0}",
    "{0} with a tag": "{0} بعلامة أمان",
    "{0} sold with a number": "{0} يُباع برقم",
    "{0} pieces": "عدد القطع: {0}",
    "{0} items": "عدد المنتجات: {0}",
    "{0} units over {1}": "الوحدات: {0} والحد {1}",
    "{0}, allowed {1}": "{0} والمسموح {1}",
    "{0} times in a row": "مرات متتالية: {0}",
    "{0} times refused": "مرات الرفض: {0}",
    "more than {0} in one purchase": "أكثر من {0} في عملية شراء واحدة",
    "code {0}": "الرمز {0}",
    "not an article's code: {0}": "ليس رمز منتج: {0}",
    "Look at what lies there; accept it, or have it taken off or scanned.": (
        "انظر إلى ما هناك، واقبله أو اطلب إزالته أو مسحه."
    ),
    "Something is not scanned yet": "هناك منتج لم يُمسح بعد",
    (
        "There is more in the bagging area than you scanned. Scan the item, or take it out. You "
        "can go on scanning."
    ): ("في منطقة التعبئة أكثر مما مسحت. امسح المنتج أو أخرجه. يمكنك متابعة المسح."),
    "Nothing.": "لا شيء.",
    "Please put {item} in the bagging area": "يرجى وضع {item} في منطقة التعبئة",
    "Put the item down, or touch “I don’t want to bag it”. You can go on scanning.": (
        "ضع المنتج، أو المس «لا أريد وضعه في كيس». يمكنك متابعة المسح."
    ),
    "Compare item and basket; accept, and say so if the weight on file is wrong.": (
        "قارن المنتج بالسلة، واقبل، وأشر إن كان الوزن المسجل خاطئًا."
    ),
    "Please check the last item": "يرجى التحقق من آخر منتج",
    (
        "Its weight is not what we expected. Is it the item you scanned, and only that one? You "
        "can go on scanning."
    ): ("وزنه ليس كما توقعنا. هل هو المنتج الذي مسحته وحده؟ يمكنك متابعة المسح."),
    "Look whether an item was put back or only moved; accept.": "انظر هل أُعيد منتج أم حُرّك فقط، واقبل.",
    "Please put the item back": "يرجى إعادة المنتج إلى مكانه",
    (
        "Something was taken out of the bagging area. Put it back, or take it off your list. You "
        "can go on scanning."
    ): ("أُخذ شيء من منطقة التعبئة. أعده، أو أزله من قائمتك. يمكنك متابعة المسح."),
    "Nothing: it never comes up. The row exists so that nobody builds an alarm for it.": (
        "لا شيء: لا يظهر أبدًا. السطر موجود كي لا يجعله أحد إنذارًا."
    ),
    "Take your time": "خذ وقتك",
    "You can move your items as you like.": "يمكنك تحريك منتجاتك كما تشاء.",
    "Look at the items that are not bagged; allow it.": "انظر إلى المنتجات غير المعبأة، واسمح بذلك.",
    "A colleague will have a quick look": "سيلقي موظف نظرة سريعة",
    "{count} items are not in the bagging area. Go on scanning; we come to you before you pay.": (
        "عدد المنتجات خارج منطقة التعبئة {count}. تابع المسح، وسنأتي إليك قبل الدفع."
    ),
    "Look into the bag; allow it.": "انظر داخل الكيس، واسمح به.",
    "Your bag is rather heavy": "كيسك ثقيل بعض الشيء",
    "Is there something in it? Empty it, or go on scanning: a colleague looks before you pay.": (
        "هل فيه شيء؟ أفرغه أو تابع المسح، وسينظر فيه موظف قبل الدفع."
    ),
    "Help to move full bags; take the weight as it is.": "ساعد في نقل الأكياس الممتلئة، واقبل الوزن كما هو.",
    "The bagging area is full": "منطقة التعبئة ممتلئة",
    "Touch “Move full bags”, put them into your trolley, and go on scanning.": (
        "المس «نقل الأكياس الممتلئة»، وضعها في عربتك، وتابع المسح."
    ),
    "Clear the scale, set it to zero; else go on without it or close the lane.": (
        "أخلِ الميزان واضبطه على الصفر، وإلا فتابع من دونه أو أغلق الصندوق."
    ),
    "The scale needs a moment": "يحتاج الميزان إلى لحظة",
    "Please do not lean on the bagging area. You can go on scanning; nothing was charged.": (
        "يرجى عدم الاتكاء على منطقة التعبئة. يمكنك متابعة المسح، ولم يُخصم شيء."
    ),
    "Load paper, close the cover; a waiting receipt then prints by itself.": (
        "ضع ورقًا وأغلق الغطاء، ثم يُطبع الإيصال المنتظر وحده."
    ),
    "No paper receipt just now": "لا إيصال ورقيًّا الآن",
    "You can pay and take your receipt as a QR code, or wait for paper.": (
        "يمكنك الدفع وأخذ إيصالك رمزًا للهاتف، أو انتظار الورق."
    ),
    "Restart the device; close the lane if it stays silent.": (
        "أعد تشغيل الجهاز، وأغلق الصندوق إن بقي صامتًا."
    ),
    "A device is not answering": "أحد الأجهزة لا يجيب",
    "Your basket is kept. A colleague will help you; what is paid stays paid.": (
        "سلتك محفوظة. سيساعدك موظف، وما دُفع يبقى مدفوعًا."
    ),
    "Let the lane sell with what it has, or close it.": "دع الصندوق يبيع بما لديه، أو أغلقه.",
    "Working without a link": "نعمل من دون اتصال",
    "You can shop and pay as usual. Some coupons and points may have to wait.": (
        "يمكنك التسوق والدفع كالمعتاد. قد تنتظر بعض القسائم والنقاط."
    ),
    "Open the lane again.": "افتح الصندوق من جديد.",
    "This checkout is closed": "هذا الصندوق مغلق",
    "Please use another checkout. A purchase that is under way can be finished here.": (
        "يرجى استخدام صندوق آخر. يمكن إنهاء المشتريات الجارية هنا."
    ),
    "Check the receipt; open the gate. It has a staff release and opens on a fault.": (
        "تحقق من الإيصال وافتح البوابة. لها فتح يدوي وتُفتح عند العطل."
    ),
    "Please show your receipt once more": "يرجى إظهار إيصالك مرة أخرى",
    "The code was not accepted. Try again; a colleague opens for you. What is paid stays paid.": (
        "لم يُقبل الرمز. حاول من جديد، وسيفتح لك موظف. ما دُفع يبقى مدفوعًا."
    ),
    "See the identity card; hand over once.": "انظر بطاقة الهوية، وسلّم مرة واحدة.",
    "Please have your identity card ready": "يرجى تجهيز بطاقة الهوية",
    (
        "Your order holds something we hand over personally. A colleague is on the way. You need "
        "not pay again."
    ): ("في طلبك ما نسلّمه باليد. موظف في الطريق. لا حاجة إلى الدفع مرة أخرى."),
    "Look the item up and add or price it, or take it away.": "ابحث عن المنتج وأضفه أو سعّره، أو خذه.",
    "We can’t find this item": "لم نجد هذا المنتج",
    "It was not added and costs nothing. Put it aside and go on, or touch Help.": (
        "لم يُضف ولا يكلّف شيئًا. ضعه جانبًا وتابع، أو المس «مساعدة»."
    ),
    "Scan or type the code.": "امسح الرمز أو أدخله.",
    "The barcode can’t be read": "تعذرت قراءة الباركود",
    "Smooth it out, turn it to the camera, or type the number below it.": (
        "ابسطه وأدره نحو الكاميرا، أو أدخل الرقم أسفله."
    ),
    "Look up the price and enter it, or take the item off.": "ابحث عن السعر وأدخله، أو أزل المنتج.",
    "We are checking the price": "نتحقق من السعر",
    "{item} has no price yet. Go on scanning; a colleague brings it before you pay.": (
        "لا سعر بعد للمنتج {item}. تابع المسح، وسيأتي به موظف قبل الدفع."
    ),
    "Count; confirm or reduce.": "عُدّ القطع، وأكّد أو قلّل.",
    "That is a lot of {item}": "كمية كبيرة من {item}",
    "A colleague confirms {count} pieces before you pay. Go on scanning.": (
        "سيؤكد موظف العدد {count} قبل الدفع. تابع المسح."
    ),
    "Take the item away and apologise; the shopper did nothing wrong.": "خذ المنتج واعتذر، فالمتسوق لم يخطئ.",
    "Sorry, we can’t sell {item}": "عذرًا، لا يمكننا بيع {item}",
    "It is not your fault. Take it off the list; it will not be charged.": (
        "ليس خطأك. أزله من القائمة، ولن يُحتسب."
    ),
    "Swap the item; check the shelf.": "بدّل المنتج، وتحقق من الرف.",
    "Please swap this one": "يرجى تبديل هذا",
    "{item} is past its date. Take a fresh one, or take it off the list; it will not be charged.": (
        "انتهت صلاحية {item}. خذ قطعة طازجة، أو أزله من القائمة ولن يُحتسب."
    ),
    "See an identity card or judge by sight as the store's rule says; yes or no.": (
        "انظر بطاقة هوية أو قدّر بالنظر وفق قاعدة المتجر: نعم أو لا."
    ),
    "A colleague will check your age": "سيتحقق موظف من عمرك",
    "{item} is sold from {age} years. Go on scanning; we come to you before you pay.": (
        "يُباع {item} ابتداءً من عمر {age}. تابع المسح، وسنأتي إليك قبل الدفع."
    ),
    "Take the item off.": "أزل المنتج.",
    "{item} is not sold at this hour": "لا يُباع {item} في هذه الساعة",
    "Take it off the list; it will not be charged. Everything else you can buy.": (
        "أزله من القائمة، ولن يُحتسب. يمكنك شراء كل ما عداه."
    ),
    "Have the quantity reduced.": "اطلب تقليل الكمية.",
    "The limit is reached": "بلغت الحد",
    "The law limits how much {item} one purchase may hold. Take some off; it will not be charged.": (
        "يحدّ القانون كمية {item} في عملية شراء واحدة. أزل بعضها، ولن تُحتسب."
    ),
    "Take the tag off, or unlock.": "أزل علامة الأمان، أو افتح القفل.",
    "We will remove the security tag": "سنزيل علامة الأمان",
    "{item} has a tag. Go on scanning; a colleague takes it off before you pay.": (
        "على {item} علامة أمان. تابع المسح، وسيزيلها موظف قبل الدفع."
    ),
    "Find and enter the number.": "جد الرقم وأدخله.",
    "Please enter the serial number": "يرجى إدخال الرقم التسلسلي",
    "You find it on the box of {item}. You can also do this just before you pay.": (
        "تجده على علبة {item}. يمكنك إدخاله قبيل الدفع أيضًا."
    ),
    "Compare picture, weight and choice; accept or change.": "قارن الصورة والوزن والاختيار، واقبل أو غيّر.",
    "We check your choice": "نتحقق من اختيارك",
    "A colleague has a look at {item}. Go on scanning; you need not wait.": (
        "سيلقي موظف نظرة على {item}. تابع المسح، ولا حاجة إلى الانتظار."
    ),
    "Offer another way to pay; suspend if there is none.": "اعرض طريقة دفع أخرى، وعلّق إن لم توجد.",
    "Not paid": "لم يتم الدفع",
    "Your card was not charged. Try another card or another way to pay; a colleague can help.": (
        "لم يُخصم شيء من بطاقتك. جرّب بطاقة أو طريقة أخرى، ويمكن لموظف مساعدتك."
    ),
    "Read the terminal; record what it says. Never let the shopper pay again before that.": (
        "اقرأ الجهاز وسجّل ما يقوله. لا تدع المتسوق يدفع من جديد قبل ذلك."
    ),
    "Please do not pay again": "يرجى عدم الدفع مرة أخرى",
    (
        "We do not know yet whether your payment of {amount} went through. We are asking the "
        "terminal. Your basket is kept."
    ): ("لا نعلم بعد هل تم دفع {amount}. نسأل الجهاز. سلتك محفوظة."),
    "Compare; confirm at the terminal.": "قارن، وأكّد على الجهاز.",
    "A colleague checks your signature": "يتحقق موظف من توقيعك",
    "Please wait at the terminal. The payment of {amount} is not complete yet.": (
        "يرجى الانتظار عند الجهاز. لم يكتمل دفع {amount} بعد."
    ),
    "{amount} left to pay": "المتبقي للدفع {amount}",
    "Part of your purchase is paid. Choose how to pay the rest; if you stop, it is given back.": (
        "دُفع جزء من مشترياتك. اختر كيف تدفع الباقي، وإن توقفت أُعيد إليك."
    ),
    "Clear the device; count; pay out by hand what is owed.": "أخلِ الجهاز، وعُدّ، وادفع يدويًا ما هو مستحق.",
    "Please look at the cash slot": "يرجى النظر إلى فتحة النقود",
    "Take your money if it is there. {amount} is counted so far; a colleague makes it right.": (
        "خذ نقودك إن كانت هناك. احتُسب {amount} حتى الآن، وسيسوّي موظف الأمر."
    ),
    "Get an approval by telephone, or move the shopper to another way to pay.": (
        "اطلب موافقة بالهاتف، أو حوّل المتسوق إلى طريقة دفع أخرى."
    ),
    "Card payment has no link just now": "لا اتصال للدفع بالبطاقة الآن",
    "{amount} cannot be paid by card at the moment. Nothing was charged. Choose another way to pay.": (
        "لا يمكن دفع {amount} بالبطاقة الآن. لم يُخصم شيء. اختر طريقة دفع أخرى."
    ),
    "Come; end the call.": "احضر، وأنهِ النداء.",
    "A colleague is coming": "موظف في الطريق إليك",
    "You are number {place} in the queue. You can go on scanning; your basket is kept.": (
        "دورك رقم {place}. يمكنك متابعة المسح، وسلتك محفوظة."
    ),
    "Have a look at what was taken off; approve.": "انظر إلى ما أُزيل، ووافق.",
    "You took several items off. Go on scanning; we come to you before you pay.": (
        "أزلت عدة منتجات. تابع المسح، وسنأتي إليك قبل الدفع."
    ),
    "Take the goods back; cancel or go on.": "استعد المنتجات، وألغِ أو تابع.",
    "Give up this purchase?": "ترك هذه المشتريات؟",
    "A colleague takes the items back. Nothing was charged. You can also go on shopping.": (
        "يستعيد موظف المنتجات. لم يُخصم شيء. يمكنك أيضًا متابعة التسوق."
    ),
    "Confirm, or suspend and move to a staffed till.": "أكّد، أو علّق وانتقل إلى صندوق بموظف.",
    "That is a big basket": "هذه سلة كبيرة",
    "This checkout is meant for smaller ones. Go on scanning; a colleague comes before you pay.": (
        "هذا الصندوق للسلال الأصغر. تابع المسح، وسيأتي موظف قبل الدفع."
    ),
    "See whether anybody is there; suspend or cancel the purchase.": (
        "انظر هل يوجد أحد، وعلّق المشتريات أو ألغها."
    ),
    "Are you still there?": "هل ما زلت هنا؟",
    "Touch “I need more time” and take it. Your basket is kept and nothing was charged.": (
        "المس «أحتاج إلى مزيد من الوقت» وخذ وقتك. سلتك محفوظة ولم يُخصم شيء."
    ),
    "Speak to the shopper kindly; suspend the purchase if nobody is there.": (
        "كلّم المتسوق بلطف، وعلّق المشتريات إن لم يكن أحد هناك."
    ),
    "Not paid yet": "لم يُدفع بعد",
    "Your purchase of {amount} is not paid yet. Nothing was charged. Choose how to pay, or touch Help.": (
        "لم تُدفع مشترياتك بقيمة {amount} بعد. لم يُخصم شيء. اختر طريقة الدفع، أو المس «مساعدة»."
    ),
    "Scan the sample; when it does not match, scan everything with the shopper.": (
        "امسح العينة، وإن لم تطابق فامسح كل شيء مع المتسوق."
    ),
    "A quick check of a few items": "فحص سريع لبعض المنتجات",
    (
        "It is nothing about you: some purchases are drawn. A colleague scans {count} items. "
        "Nothing was charged."
    ): ("لا يتعلق الأمر بك، فبعض المشتريات تُختار بالقرعة. يمسح موظف {count} من منتجاتك. لم يُخصم شيء."),
    "Look at the clip; dismiss it or have the item scanned.": "انظر المقطع، وتجاهله أو اطلب مسح المنتج.",
    "Please check your last scan": "يرجى التحقق من آخر مسح",
    (
        "It looks as if one item was not read. Scan it once more, or touch “All scanned”. You can "
        "go on scanning."
    ): ("يبدو أن منتجًا لم يُقرأ. امسحه مرة أخرى، أو المس «مسحت كل شيء». يمكنك متابعة المسح."),
    "Come when the shopper has finished scanning; have a friendly look.": (
        "احضر حين ينتهي المتسوق من المسح، وألقِ نظرة ودية."
    ),
    "Go on scanning. We come to you before you pay; nothing was charged.": (
        "تابع المسح. سنأتي إليك قبل الدفع، ولم يُخصم شيء."
    ),
    "Look at the coupon; accept or refuse with the reason.": "انظر القسيمة، واقبلها أو ارفضها مع السبب.",
    "A colleague will look at your coupon": "سيطّلع موظف على قسيمتك",
    "Keep it at hand and go on scanning. You can also pay without it: take it back in the list.": (
        "أبقها في متناولك وتابع المسح. يمكنك الدفع من دونها أيضًا: استرجعها من القائمة."
    ),
    "Collect the coupon.": "اجمع القسيمة.",
    "Please drop your coupon in the slot": "يرجى وضع قسيمتك في الفتحة",
    "The store keeps this coupon. Drop it in, or hand it to a colleague, before you pay.": (
        "يحتفظ المتجر بهذه القسيمة. ضعها في الفتحة أو سلّمها لموظف قبل الدفع."
    ),
    "Compare label and item; confirm.": "قارن الملصق بالمنتج، وأكّد.",
    "We check the reduced price": "نتحقق من السعر المخفّض",
    "Go on scanning; a colleague confirms the label of {item} before you pay.": (
        "تابع المسح، وسيؤكد موظف ملصق {item} قبل الدفع."
    ),
    "Sign in with PIN or badge; grant it within your limit or refuse.": (
        "سجّل الدخول بالرقم السري أو البطاقة، وامنح ضمن حدك أو ارفض."
    ),
    "A colleague confirms your discount": "سيؤكد موظف خصمك",
    "Go on scanning; the discount of {amount} is confirmed before you pay.": (
        "تابع المسح، ويُؤكَّد الخصم {amount} قبل الدفع."
    ),
    "Nothing was wrong": "لم يكن هناك خطأ",
    "Item checked": "فُحص المنتج",
    "Weight accepted for this item": "قُبل وزن هذا المنتج",
    "Too large or heavy to bag": "أكبر أو أثقل من الكيس",
    "Own bag checked": "فُحص الكيس الخاص",
    "Full bags moved": "نُقلت الأكياس الممتلئة",
    "Scale cleared and set to zero": "أُخلي الميزان وضُبط على الصفر",
    "Item found and added": "وُجد المنتج وأُضيف",
    "Price checked at the shelf": "تُحقق من السعر على الرف",
    "Quantity confirmed": "تأكدت الكمية",
    "Item swapped": "بُدّل المنتج",
    "Item taken away": "أُخذ المنتج",
    "Identity card seen": "رُئيت بطاقة الهوية",
    "Clearly old enough": "العمر كافٍ بوضوح",
    "Sale allowed at this hour": "البيع مسموح في هذه الساعة",
    "Security tag removed": "أُزيلت علامة الأمان",
    "Number entered": "أُدخل الرقم",
    "Right item chosen": "اختير المنتج الصحيح",
    "Choice corrected": "صُحّح الاختيار",
    "Coupon checked": "فُحصت القسيمة",
    "Coupon collected": "جُمعت القسيمة",
    "Reduced label checked": "فُحص ملصق التخفيض",
    "Entitled to the discount": "يستحق الخصم",
    "Question answered": "أُجيب عن السؤال",
    "Shopper changed their mind": "غيّر المتسوق رأيه",
    "Scanned twice by mistake": "مُسح مرتين بالخطأ",
    "Goods taken back": "استُعيدت المنتجات",
    "Allowed at this checkout": "مسموح عند هذا الصندوق",
    "Shopper is still here": "ما زال المتسوق هنا",
    "Shopper has left, goods recovered": "غادر المتسوق واستُعيدت المنتجات",
    "Check matches the basket": "الفحص مطابق للسلة",
    "Basket corrected with the shopper": "صُحّحت السلة مع المتسوق",
    "Another way to pay agreed": "اتُفق على طريقة دفع أخرى",
    "Terminal shows it was paid": "يظهر على الجهاز أنه دُفع",
    "Terminal shows it was not paid": "يظهر على الجهاز أنه لم يُدفع",
    "Reversed at the terminal": "أُلغي على الجهاز",
    "Signature or identity checked": "تُحقق من التوقيع أو الهوية",
    "Cash device cleared": "أُخلي جهاز النقد",
    "Paid out by hand": "دُفع يدويًا",
    "Approved by telephone": "اعتُمد بالهاتف",
    "Paper loaded": "وُضع الورق",
    "Device restarted": "أُعيد تشغيل الجهاز",
    "Selling with these data allowed": "سُمح بالبيع بهذه البيانات",
    "Lane opened": "فُتح الصندوق",
    "Checked, gate opened": "فُحص وفُتحت البوابة",
    "Handed over to the right person": "سُلّم إلى الشخص الصحيح",
    "Too young": "العمر غير كافٍ",
    "No identity card": "لا بطاقة هوية",
    "Identity card not valid": "بطاقة الهوية غير صالحة",
    "Must not be sold to this person": "لا يجوز بيعه لهذا الشخص",
    "Not for sale": "ليس للبيع",
    "Not for sale at this hour": "ليس للبيع في هذه الساعة",
    "Too many": "الكمية كبيرة",
    "No price found": "لم يوجد سعر",
    "Tag cannot be removed": "لا يمكن إزالة العلامة",
    "Number missing": "الرقم ناقص",
    "Wrong item chosen": "اختير منتج خاطئ",
    "Coupon not valid": "القسيمة غير صالحة",
    "Label does not belong to the item": "الملصق ليس لهذا المنتج",
    "Not entitled": "لا يستحق",
    "Items were not scanned": "منتجات لم تُمسح",
    "Item not accepted": "المنتج غير مقبول",
    "Purchase ended by staff": "أنهى الموظف المشتريات",
    "Please use a staffed till": "يرجى الانتقال إلى صندوق بموظف",
    "No payment found yet": "لم يوجد دفع بعد",
    "Not the right person": "ليس الشخص الصحيح",
    "Damaged or short-dated": "تالف أو قريب الانتهاء",
    "Wrong item bought": "اشتُري منتج خاطئ",
    "Charged wrongly": "احتُسب خطأً",
    "Recalled goods": "منتجات مسحوبة",
    "Goodwill": "مراعاة للزبون",
    "Staff purchase": "مشتريات موظف",
    "Goes on at another lane": "يُستكمل عند صندوق آخر",
    "Shopper pays later": "يدفع المتسوق لاحقًا",
    "Receipt lost or not readable": "الإيصال مفقود أو لا يُقرأ",
    "Shopper wants a copy": "يريد المتسوق نسخة",
    "Change or cash count": "صرف أو عدّ النقود",
    "Asked at the lane": "سُئل عند الصندوق",
    "Break": "استراحة",
    "Cleaning": "تنظيف",
    "A device is faulty": "جهاز معطل",
    "End of day": "نهاية اليوم",
    "Does not respond well": "لا يستجيب جيدًا",
    "A colleague learns": "زميل يتدرب",
    "I know who it is": "أعرف من هو",
    "this item": "هذا المنتج",
}
