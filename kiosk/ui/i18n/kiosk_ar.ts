<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en_GB">
<context>
    <name>AskingStrip</name>
    <message>
        <source>Go on without it</source>
        <translation>المتابعة من دونها</translation>
    </message>
</context>
<context>
    <name>AttentionSheet</name>
    <message>
        <source>and %1 more</source>
        <translation>و⁨%1⁩ أخرى</translation>
    </message>
    <message>
        <source>I need more time</source>
        <translation>أحتاج إلى مزيد من الوقت</translation>
    </message>
    <message>
        <source>Go on scanning</source>
        <translation>متابعة المسح</translation>
    </message>
</context>
<context>
    <name>AttractScreen</name>
    <message>
        <source>Welcome!</source>
        <translation>أهلًا وسهلًا!</translation>
    </message>
    <message>
        <source>Scan.
Pay.
Done.</source>
        <translation>امسح.
ادفع.
انتهيت.</translation>
    </message>
    <message>
        <source>Start shopping</source>
        <translation>بدء التسوق</translation>
    </message>
    <message>
        <source>Touch to start</source>
        <translation>المس للبدء</translation>
    </message>
    <message>
        <source>or just hold your first item in front of the camera</source>
        <translation>أو قرّب أول منتج من الكاميرا مباشرة</translation>
    </message>
</context>
<context>
    <name>BackSheet</name>
    <message>
        <source>Give your money back?</source>
        <translation>هل نعيد إليك مالك؟</translation>
    </message>
    <message>
        <source>Yes, give it back</source>
        <translation>نعم، أعيدوه</translation>
    </message>
    <message>
        <source>No, pay on</source>
        <translation>لا، أتابع الدفع</translation>
    </message>
</context>
<context>
    <name>BagsSheet</name>
    <message>
        <source>Do you need a bag?</source>
        <translation>هل تحتاج إلى كيس؟</translation>
    </message>
    <message>
        <source>Back to the basket</source>
        <translation>العودة إلى السلة</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>The answer was: %1</source>
        <translation>الجواب: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>BasketList</name>
    <message>
        <source>Scan your first item</source>
        <translation>امسح أول منتج</translation>
    </message>
    <message>
        <source>Hold its barcode in front of the camera. It appears here at once.</source>
        <translation>قرّب الباركود من الكاميرا، ويظهر المنتج هنا فورًا.</translation>
    </message>
    <message>
        <source>I have put down my own bag</source>
        <translation>وضعت كيسي الخاص</translation>
    </message>
</context>
<context>
    <name>BasketRow</name>
    <message>
        <source>Change the quantity of %1</source>
        <translation>تغيير كمية ⁨%1⁩</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>إزالة ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>CameraPanel</name>
    <message>
        <source>Hold the barcode here</source>
        <translation>قرّب الباركود هنا</translation>
    </message>
</context>
<context>
    <name>CancelSheet</name>
    <message>
        <source>Your purchase is being cancelled</source>
        <translation>يجري إلغاء مشترياتك</translation>
    </message>
    <message>
        <source>Nothing was charged. Your items stay here for a few seconds more.</source>
        <translation>لم يُخصم شيء. تبقى منتجاتك هنا بضع ثوانٍ أخرى.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Cancel now</source>
        <translation>الإلغاء الآن</translation>
    </message>
</context>
<context>
    <name>CardScreen</name>
    <message>
        <source>Stop the payment</source>
        <translation>إيقاف الدفع</translation>
    </message>
</context>
<context>
    <name>ClosedScreen</name>
    <message>
        <source>Staff</source>
        <translation>الموظفون</translation>
    </message>
</context>
<context>
    <name>CodeKeys</name>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>موافق</translation>
    </message>
</context>
<context>
    <name>CodeSheet</name>
    <message>
        <source>Enter a number</source>
        <translation>إدخال رقم</translation>
    </message>
    <message>
        <source>Member card, phone number, coupon code, or the number under a barcode</source>
        <translation>بطاقة العضوية أو رقم الهاتف أو رمز القسيمة أو الرقم أسفل الباركود</translation>
    </message>
    <message>
        <source>A coupon code, or the number under a barcode</source>
        <translation>رمز القسيمة أو الرقم أسفل الباركود</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>ComfortSheet</name>
    <message>
        <source>As you like it</source>
        <translation>كما يناسبك</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>كما كان</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>الحروف</translation>
    </message>
    <message>
        <source>Letters %1 %</source>
        <translation>الحروف ⁨%1⁩ %</translation>
    </message>
    <message>
        <source>Touch and movement</source>
        <translation>اللمس والحركة</translation>
    </message>
    <message>
        <source>Everything lower</source>
        <translation>كل شيء أسفل</translation>
    </message>
    <message>
        <source>Left hand</source>
        <translation>اليد اليسرى</translation>
    </message>
    <message>
        <source>Less movement</source>
        <translation>حركة أقل</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>الصوت</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>أخفض</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>أعلى</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>Curtain</name>
    <message>
        <source>Private mode</source>
        <translation>وضع الخصوصية</translation>
    </message>
    <message>
        <source>The screen is dark while this purchase goes on by headset.</source>
        <translation>الشاشة معتمة ما دامت المشتريات تتم بسماعة الرأس.</translation>
    </message>
    <message>
        <source>Show the screen</source>
        <translation>إظهار الشاشة</translation>
    </message>
</context>
<context>
    <name>DeedSheet</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>ExtraRows</name>
    <message>
        <source>Take back %1</source>
        <translation>استرجاع ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>I no longer need help</source>
        <translation>لم أعد بحاجة إلى مساعدة</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>الموظفون</translation>
    </message>
</context>
<context>
    <name>HitPanel</name>
    <message>
        <source>Turn the pack until the stripes face the camera</source>
        <translation>أدر العبوة حتى تواجه الخطوط الكاميرا</translation>
    </message>
</context>
<context>
    <name>JoinSheet</name>
    <message>
        <source>Become a member</source>
        <translation>انضم إلى الأعضاء</translation>
    </message>
    <message>
        <source>Your telephone number</source>
        <translation>رقم هاتفك</translation>
    </message>
    <message>
        <source>What may we do?</source>
        <translation>بماذا تسمح لنا؟</translation>
    </message>
    <message>
        <source>Scan this with your phone</source>
        <translation>امسح هذا بهاتفك</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>لحظة من فضلك</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Finish there. This checkout notices by itself; you can scan on meanwhile.</source>
        <translation>أكمل هناك. سيعلم هذا الصندوق تلقائيًا، ويمكنك متابعة المسح.</translation>
    </message>
    <message>
        <source>Under a minute. No name, no address.</source>
        <translation>أقل من دقيقة. بلا اسم ولا عنوان.</translation>
    </message>
    <message>
        <source>You are recognised by it here. Nobody calls you.</source>
        <translation>نعرفك به هنا. لن يتصل بك أحد.</translation>
    </message>
    <message>
        <source>Your card is on your phone then</source>
        <translation>ستكون بطاقتك على هاتفك</translation>
    </message>
    <message>
        <source>With my phone</source>
        <translation>بهاتفي</translation>
    </message>
    <message>
        <source>With a telephone number</source>
        <translation>برقم هاتف</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>هنا</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>انضمام</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>موافق</translation>
    </message>
</context>
<context>
    <name>LanguageBar</name>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
</context>
<context>
    <name>LanguageSheet</name>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>LetterKeys</name>
    <message>
        <source>Space</source>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
</context>
<context>
    <name>LoadScreen</name>
    <message>
        <source>Ask again</source>
        <translation>السؤال من جديد</translation>
    </message>
    <message>
        <source>Enter a number</source>
        <translation>إدخال رقم</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
</context>
<context>
    <name>LookupSheet</name>
    <message>
        <source>No barcode?</source>
        <translation>بلا باركود؟</translation>
    </message>
    <message>
        <source>Touch a picture, or type a name</source>
        <translation>المس صورة أو اكتب اسمًا</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer letters, or look through the pictures.</source>
        <translation>لا نتائج. جرّب حروفًا أقل أو تصفح الصور.</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>لحظة من فضلك</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Add to basket</source>
        <translation>إضافة إلى السلة</translation>
    </message>
</context>
<context>
    <name>MemberStrip</name>
    <message>
        <source>Member?</source>
        <translation>هل أنت عضو؟</translation>
    </message>
    <message>
        <source>Show your card or type your number</source>
        <translation>أظهر بطاقتك أو أدخل رقمك</translation>
    </message>
    <message>
        <source>Show your card, or touch here to join</source>
        <translation>أظهر بطاقتك، أو المس هنا للانضمام</translation>
    </message>
    <message>
        <source>Become a member</source>
        <translation>انضم إلى الأعضاء</translation>
    </message>
    <message>
        <source>Take the member card out of this purchase</source>
        <translation>إزالة بطاقة العضوية من هذه المشتريات</translation>
    </message>
    <message>
        <source>Check a price</source>
        <translation>التحقق من سعر</translation>
    </message>
    <message>
        <source>Enter a number</source>
        <translation>إدخال رقم</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>All right</source>
        <translation>حسنًا</translation>
    </message>
    <message>
        <source>I don&apos;t want to bag it</source>
        <translation>لا أريد وضعه في كيس</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>استدعاء موظف</translation>
    </message>
    <message>
        <source>All scanned</source>
        <translation>مسحت كل شيء</translation>
    </message>
    <message>
        <source>It is my own bag</source>
        <translation>هذا كيسي الخاص</translation>
    </message>
    <message>
        <source>Move full bags</source>
        <translation>نقل الأكياس الممتلئة</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Take the full bags away now</source>
        <translation>ارفع الأكياس الممتلئة الآن</translation>
    </message>
    <message>
        <source>Put them into your trolley. Then touch &quot;Done&quot; and go on scanning.</source>
        <translation>ضعها في عربتك، ثم المس «تم» وتابع المسح.</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>حذفه من القائمة</translation>
    </message>
    <message>
        <source>I no longer need help</source>
        <translation>لم أعد بحاجة إلى مساعدة</translation>
    </message>
    <message>
        <source>Please lay {item} on the scale</source>
        <translation>يرجى وضع {item} على الميزان</translation>
    </message>
    <message>
        <source>Alone, and let go of it. It is added by itself as soon as the scale rests.</source>
        <translation>ضعه وحده واتركه. يُضاف تلقائيًا حين يستقر الميزان.</translation>
    </message>
    <message>
        <source>Not this item</source>
        <translation>ليس هذا المنتج</translation>
    </message>
    <message>
        <source>A colleague is coming</source>
        <translation>موظف في الطريق إليك</translation>
    </message>
    <message>
        <source>You can go on scanning; your basket is kept.</source>
        <translation>يمكنك متابعة المسح، وسلتك محفوظة.</translation>
    </message>
    <message>
        <source>You are number {place} in the queue</source>
        <translation>دورك رقم {place}</translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>دورك التالي</translation>
    </message>
    <message>
        <source>No. {place}</source>
        <translation>رقم {place}</translation>
    </message>
    <message>
        <source>A colleague has looked: {reason}. Please put it right, or touch Help.</source>
        <translation>اطّلع موظف على الأمر: {reason}. يرجى تصحيحه، أو المس «مساعدة».</translation>
    </message>
    <message>
        <source>A colleague comes to you</source>
        <translation>سيأتي إليك موظف</translation>
    </message>
    <message>
        <source>One look, and you can pay. Nothing was charged; paying goes on by itself.</source>
        <translation>نظرة سريعة ثم تدفع. لم يُخصم شيء، ويُستأنف الدفع تلقائيًا.</translation>
    </message>
    <message>
        <source>A colleague is on the way. Your basket is kept.</source>
        <translation>موظف في الطريق. سلتك محفوظة.</translation>
    </message>
    <message>
        <source>A colleague is coming to see whether you need anything. Your basket is kept.</source>
        <translation>سيأتي موظف ليرى هل تحتاج إلى شيء. سلتك محفوظة.</translation>
    </message>
    <message>
        <source>Nothing was scanned yet. This closes by itself in a moment.</source>
        <translation>لم يُمسح أي منتج بعد. ستُغلق هذه الصفحة من تلقاء نفسها بعد لحظة.</translation>
    </message>
    <message>
        <source>Checked before you pay</source>
        <translation>يُفحص قبل الدفع</translation>
    </message>
    <message>
        <source>Checked and approved</source>
        <translation>فُحص واعتُمد</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>منتج واحد</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>لا منتجات|منتج واحد|منتجان|{count} منتجات|{count} منتجًا|{count} منتج</translation>
    </message>
    <message>
        <source>{price} each</source>
        <translation>{price} للقطعة</translation>
    </message>
    <message>
        <source>{weight} kg × {price}/kg</source>
        <translation>{weight} كغ × {price}/كغ</translation>
    </message>
    <message>
        <source>Reduced to clear</source>
        <translation>سعر مخفّض للتصفية</translation>
    </message>
    <message>
        <source>{count}, with {amount} deposit</source>
        <translation>{count}، منها {amount} تأمين عبوات</translation>
    </message>
    <message>
        <source>You save {amount}</source>
        <translation>وفّرت {amount}</translation>
    </message>
    <message>
        <source>1 more saves {amount}</source>
        <translation>قطعة أخرى توفر لك {amount}</translation>
    </message>
    <message>
        <source>{count} more save {amount}</source>
        <translation>{count} أخرى توفر لك {amount}|قطعة أخرى توفر لك {amount}|قطعتان أخريان توفران لك {amount}|{count} قطع أخرى توفر لك {amount}|{count} قطعة أخرى توفر لك {amount}|{count} قطعة أخرى توفر لك {amount}</translation>
    </message>
    <message>
        <source>{missing} more in goods saves {amount}</source>
        <translation>مشتريات إضافية بقيمة {missing} توفر لك {amount}</translation>
    </message>
    <message>
        <source>Take 1 along, free of charge</source>
        <translation>خذ قطعة مجانًا</translation>
    </message>
    <message>
        <source>Take {count} along, free of charge</source>
        <translation>خذ {count} مجانًا|خذ قطعة مجانًا|خذ قطعتين مجانًا|خذ {count} قطع مجانًا|خذ {count} قطعة مجانًا|خذ {count} قطعة مجانًا</translation>
    </message>
    <message>
        <source>Coupon {code}</source>
        <translation>القسيمة {code}</translation>
    </message>
    <message>
        <source>Gives you {points}</source>
        <translation>تكسب {points}</translation>
    </message>
    <message>
        <source>Member prices active</source>
        <translation>أسعار الأعضاء مفعّلة</translation>
    </message>
    <message>
        <source>1 point</source>
        <translation>نقطة واحدة</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} نقطة|نقطة واحدة|نقطتان|{points} نقاط|{points} نقطة|{points} نقطة</translation>
    </message>
    <message>
        <source>You save</source>
        <translation>توفر</translation>
    </message>
    <message>
        <source>Prices have changed</source>
        <translation>تغيرت الأسعار</translation>
    </message>
    <message>
        <source>{name} no longer applies</source>
        <translation>لم يعد {name} ساريًا</translation>
    </message>
    <message>
        <source>{name} and 1 more</source>
        <translation>{name} وعرض آخر</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} و{count} أخرى|{name} وعرض آخر|{name} وعرضان آخران|{name} و{count} عروض أخرى|{name} و{count} عرضًا آخر|{name} و{count} عرض آخر</translation>
    </message>
    <message>
        <source>Special price</source>
        <translation>سعر خاص</translation>
    </message>
    <message>
        <source>Reduced price</source>
        <translation>سعر مخفّض</translation>
    </message>
    <message>
        <source>Buy several and save</source>
        <translation>اشترِ عدة قطع ووفّر</translation>
    </message>
    <message>
        <source>Buy more, save more</source>
        <translation>كلما زادت الكمية زاد التوفير</translation>
    </message>
    <message>
        <source>Cheaper together</source>
        <translation>أرخص معًا</translation>
    </message>
    <message>
        <source>Special offer</source>
        <translation>عرض خاص</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>لم يتم الدفع</translation>
    </message>
    <message>
        <source>Nothing was charged this time. Try again or pay another way, or touch Help.</source>
        <translation>لم يُخصم شيء هذه المرة. حاول من جديد أو ادفع بطريقة أخرى، أو المس «مساعدة».</translation>
    </message>
    <message>
        <source>Payment stopped</source>
        <translation>أُوقف الدفع</translation>
    </message>
    <message>
        <source>Nothing was charged this time. Start again, or pay another way.</source>
        <translation>لم يُخصم شيء هذه المرة. ابدأ من جديد، أو ادفع بطريقة أخرى.</translation>
    </message>
    <message>
        <source>The payment did not go through. Nothing was charged this time; please try again.</source>
        <translation>لم تتم عملية الدفع ولم يُخصم شيء هذه المرة. يرجى المحاولة من جديد.</translation>
    </message>
    <message>
        <source>The amount was charged and given back at once. Try again or pay another way, or touch Help.</source>
        <translation>خُصم المبلغ وأُعيد فورًا. حاول من جديد أو ادفع بطريقة أخرى، أو المس «مساعدة».</translation>
    </message>
    <message>
        <source>The time to pay is over</source>
        <translation>انتهى وقت الدفع</translation>
    </message>
    <message>
        <source>The card terminal is not ready. Please wait a moment, or touch Help. Nothing was charged.</source>
        <translation>جهاز البطاقات غير جاهز. يرجى الانتظار لحظة، أو المس «مساعدة». لم يُخصم شيء.</translation>
    </message>
    <message>
        <source>The camera is not working</source>
        <translation>الكاميرا لا تعمل</translation>
    </message>
    <message>
        <source>Your basket is safe. Please touch Help, or pay what you have scanned.</source>
        <translation>سلتك محفوظة. المس «مساعدة»، أو ادفع ثمن ما مسحته.</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>المنتجات</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>تأمين العبوات</translation>
    </message>
    <message>
        <source>Pay with points</source>
        <translation>الدفع بالنقاط</translation>
    </message>
    <message>
        <source>You have {points} points</source>
        <translation>لديك {points} نقطة|لديك نقطة واحدة|لديك نقطتان|لديك {points} نقاط|لديك {points} نقطة|لديك {points} نقطة</translation>
    </message>
    <message>
        <source>Asking for your points …</source>
        <translation>جارٍ الاستعلام عن نقاطك …</translation>
    </message>
    <message>
        <source>This takes a moment. Touch here to go on without them.</source>
        <translation>يستغرق ذلك لحظة. المس هنا للمتابعة من دونها.</translation>
    </message>
    <message>
        <source>Keep my points</source>
        <translation>الاحتفاظ بنقاطي</translation>
    </message>
    <message>
        <source>{points} points pay {amount} of your purchase</source>
        <translation>{points} نقطة تدفع {amount} من مشترياتك|نقطة واحدة تدفع {amount} من مشترياتك|نقطتان تدفعان {amount} من مشترياتك|{points} نقاط تدفع {amount} من مشترياتك|{points} نقطة تدفع {amount} من مشترياتك|{points} نقطة تدفع {amount} من مشترياتك</translation>
    </message>
    <message>
        <source>Connecting to the terminal …</source>
        <translation>جارٍ الاتصال بالجهاز …</translation>
    </message>
    <message>
        <source>Please follow the card terminal</source>
        <translation>يرجى اتباع تعليمات جهاز البطاقات</translation>
    </message>
    <message>
        <source>You have paid only when this screen says so.</source>
        <translation>لا يتم الدفع إلا حين تؤكده هذه الشاشة.</translation>
    </message>
    <message>
        <source>Stopping the payment</source>
        <translation>جارٍ إيقاف الدفع</translation>
    </message>
    <message>
        <source>Please wait. The terminal was asked to stop and will say whether it charged your card.</source>
        <translation>يرجى الانتظار. سيخبرنا الجهاز هل خُصم شيء من بطاقتك.</translation>
    </message>
    <message>
        <source>Whose balance?</source>
        <translation>رصيد من؟</translation>
    </message>
    <message>
        <source>Show your member card or your phone, or type your number.</source>
        <translation>أظهر بطاقة عضويتك أو هاتفك، أو أدخل رقمك.</translation>
    </message>
    <message>
        <source>Hold your card or phone here</source>
        <translation>قرّب بطاقتك أو هاتفك هنا</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>لحظة من فضلك</translation>
    </message>
    <message>
        <source>We are asking for your balance. Nothing was charged.</source>
        <translation>نستعلم عن رصيدك. لم يُخصم شيء.</translation>
    </message>
    <message>
        <source>By how much?</source>
        <translation>بكم؟</translation>
    </message>
    <message>
        <source>You pay by card. Your balance gets it at once.</source>
        <translation>تدفع بالبطاقة ويصل المبلغ إلى رصيدك فورًا.</translation>
    </message>
    <message>
        <source>On it now: {amount}</source>
        <translation>الرصيد الآن: {amount}</translation>
    </message>
    <message>
        <source>Topped up</source>
        <translation>تم الشحن</translation>
    </message>
    <message>
        <source>{amount} is on your balance. You can pay with it at every checkout.</source>
        <translation>رصيدك {amount}. يمكنك الدفع به عند كل صندوق.</translation>
    </message>
    <message>
        <source>{amount} is on your balance.</source>
        <translation>رصيدك {amount}.</translation>
    </message>
    <message>
        <source>A colleague is on the way. Nothing was charged.</source>
        <translation>موظف في الطريق. لم يُخصم شيء.</translation>
    </message>
    <message>
        <source>This checkout has to pause. Nothing was charged; a colleague helps you.</source>
        <translation>يتوقف هذا الصندوق مؤقتًا. لم يُخصم شيء، وسيساعدك موظف.</translation>
    </message>
    <message>
        <source>Membership</source>
        <translation>العضوية</translation>
    </message>
    <message>
        <source>The shop keeps my points, coupons and receipts under a number, not under my name.</source>
        <translation>يحفظ المتجر نقاطي وقسائمي وإيصالاتي تحت رقم، لا تحت اسمي.</translation>
    </message>
    <message>
        <source>Offers by my interests</source>
        <translation>عروض حسب اهتماماتي</translation>
    </message>
    <message>
        <source>The shop may choose offers by what I say I like.</source>
        <translation>يمكن للمتجر اختيار عروض حسب ما أحبه.</translation>
    </message>
    <message>
        <source>Offers by what I bought</source>
        <translation>عروض حسب مشترياتي</translation>
    </message>
    <message>
        <source>The shop may choose offers by my earlier purchases.</source>
        <translation>يمكن للمتجر اختيار عروض حسب مشترياتي السابقة.</translation>
    </message>
    <message>
        <source>Not possible right now</source>
        <translation>غير ممكن الآن</translation>
    </message>
    <message>
        <source>We cannot reach the shop&apos;s service. Nothing was kept; shop on as always.</source>
        <translation>تعذر الوصول إلى خدمة المتجر. لم يُحفظ شيء، تابع التسوق كالمعتاد.</translation>
    </message>
    <message>
        <source>This number has a membership</source>
        <translation>لهذا الرقم عضوية</translation>
    </message>
    <message>
        <source>Close this and enter the number as a member&apos;s.</source>
        <translation>أغلق هذا وأدخل الرقم بوصفه رقم عضوية.</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>لم ينجح ذلك</translation>
    </message>
    <message>
        <source>Nobody has joined, nothing was kept. Please try again.</source>
        <translation>لم ينضم أحد ولم يُحفظ شيء. يرجى المحاولة من جديد.</translation>
    </message>
    <message>
        <source>Nobody can join at this checkout.</source>
        <translation>لا يمكن الانضمام عند هذا الصندوق.</translation>
    </message>
    <message>
        <source>To join, please agree to the membership.</source>
        <translation>للانضمام يرجى قبول العضوية.</translation>
    </message>
    <message>
        <source>This is not a telephone number. Please check it.</source>
        <translation>هذا ليس رقم هاتف. يرجى التحقق منه.</translation>
    </message>
    <message>
        <source>We cannot reach the shop&apos;s service. Nothing was charged; please try again later.</source>
        <translation>تعذر الوصول إلى خدمة المتجر. لم يُخصم شيء، يرجى المحاولة لاحقًا.</translation>
    </message>
    <message>
        <source>Nothing was charged. Please check it and try again.</source>
        <translation>لم يُخصم شيء. تحقق منه وحاول من جديد.</translation>
    </message>
    <message>
        <source>No balance for this card</source>
        <translation>لا رصيد لهذه البطاقة</translation>
    </message>
    <message>
        <source>Nothing was charged. Please touch Help, or show another card.</source>
        <translation>لم يُخصم شيء. المس «مساعدة»، أو أظهر بطاقة أخرى.</translation>
    </message>
    <message>
        <source>This balance is blocked</source>
        <translation>هذا الرصيد محظور</translation>
    </message>
    <message>
        <source>Nothing was charged. Please touch Help.</source>
        <translation>لم يُخصم شيء. المس «مساعدة».</translation>
    </message>
    <message>
        <source>This balance is in another currency</source>
        <translation>هذا الرصيد بعملة أخرى</translation>
    </message>
    <message>
        <source>It cannot be topped up here. Nothing was charged.</source>
        <translation>لا يمكن شحنه هنا. لم يُخصم شيء.</translation>
    </message>
    <message>
        <source>Your balance is full</source>
        <translation>بلغ رصيدك الحد الأقصى</translation>
    </message>
    <message>
        <source>No more fits on it. Nothing was charged.</source>
        <translation>لا يتسع للمزيد. لم يُخصم شيء.</translation>
    </message>
    <message>
        <source>A balance cannot be topped up at this checkout.</source>
        <translation>لا يمكن شحن الرصيد عند هذا الصندوق.</translation>
    </message>
    <message>
        <source>Please show your member card first.</source>
        <translation>يرجى إظهار بطاقة عضويتك أولًا.</translation>
    </message>
    <message>
        <source>Please choose one of the amounts. Nothing was charged.</source>
        <translation>يرجى اختيار أحد المبالغ. لم يُخصم شيء.</translation>
    </message>
    <message>
        <source>Please touch Help: a colleague looks at your card.</source>
        <translation>المس «مساعدة» ليطّلع موظف على بطاقتك.</translation>
    </message>
    <message>
        <source>The terminal has answered. We are completing your payment.</source>
        <translation>أجاب الجهاز. نُتمّ الآن عملية الدفع.</translation>
    </message>
    <message>
        <source>Please wait. Do not pay again.</source>
        <translation>يرجى الانتظار وعدم الدفع مرة أخرى.</translation>
    </message>
    <message>
        <source>We are asking the terminal whether your payment of {amount} went through. Your basket is kept.</source>
        <translation>نسأل الجهاز هل تم دفع {amount}. سلتك محفوظة.</translation>
    </message>
    <message>
        <source>A colleague has to look. Do not pay again.</source>
        <translation>يجب أن يتحقق موظف. لا تدفع مرة أخرى.</translation>
    </message>
    <message>
        <source>The terminal cannot tell whether your payment of {amount} went through. A colleague will check it with you. Your basket is kept.</source>
        <translation>لا يستطيع الجهاز أن يحدد هل تم دفع {amount}. سيتحقق موظف من ذلك معك. سلتك محفوظة.</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>تم الدفع</translation>
    </message>
    <message>
        <source>Thank you! Your payment is complete.</source>
        <translation>شكرًا! اكتملت عملية الدفع.</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>لا يوجد مبلغ للدفع</translation>
    </message>
    <message>
        <source>Thank you! Your card was not charged.</source>
        <translation>شكرًا! لم يُخصم شيء من بطاقتك.</translation>
    </message>
    <message>
        <source>Paid with points</source>
        <translation>تم الدفع بالنقاط</translation>
    </message>
    <message>
        <source>You saved {amount} today</source>
        <translation>وفّرت اليوم {amount}</translation>
    </message>
    <message>
        <source>You earned 1 point</source>
        <translation>كسبت نقطة واحدة</translation>
    </message>
    <message>
        <source>You earned {points} points</source>
        <translation>كسبت {points} نقطة|كسبت نقطة واحدة|كسبت نقطتين|كسبت {points} نقاط|كسبت {points} نقطة|كسبت {points} نقطة</translation>
    </message>
    <message>
        <source>Your receipt carries a coupon worth {amount} for your next visit.</source>
        <translation>على إيصالك قسيمة بقيمة {amount} لزيارتك القادمة.</translation>
    </message>
    <message>
        <source>The printer is out of paper.</source>
        <translation>نفد ورق الطابعة.</translation>
    </message>
    <message>
        <source>The printer is open.</source>
        <translation>الطابعة مفتوحة.</translation>
    </message>
    <message>
        <source>The printer&apos;s cutter is stuck.</source>
        <translation>قاطع الورق عالق.</translation>
    </message>
    <message>
        <source>The printer is not available.</source>
        <translation>الطابعة غير متاحة.</translation>
    </message>
    <message>
        <source>{reason} You can take your receipt as a QR code.</source>
        <translation>{reason} يمكنك الحصول على إيصالك رمزًا للهاتف.</translation>
    </message>
    <message>
        <source>Would you like a receipt?</source>
        <translation>هل تريد إيصالًا؟</translation>
    </message>
    <message>
        <source>You have paid {amount}.</source>
        <translation>دفعت {amount}.</translation>
    </message>
    <message>
        <source>Your receipt is printing</source>
        <translation>إيصالك قيد الطباعة</translation>
    </message>
    <message>
        <source>You have paid {amount}. Please take the paper below.</source>
        <translation>دفعت {amount}. يرجى أخذ الورقة من الأسفل.</translation>
    </message>
    <message>
        <source>Printing stopped</source>
        <translation>توقفت الطباعة</translation>
    </message>
    <message>
        <source>You have paid {amount}. {reason} A colleague is needed; printing then goes on by itself.</source>
        <translation>دفعت {amount}. {reason} نحتاج إلى موظف، ثم تتابع الطباعة وحدها.</translation>
    </message>
    <message>
        <source>Your receipt is waiting</source>
        <translation>إيصالك قيد الانتظار</translation>
    </message>
    <message>
        <source>You have paid {amount}. {reason} A colleague is needed; your receipt then prints by itself.</source>
        <translation>دفعت {amount}. {reason} نحتاج إلى موظف، ثم يُطبع إيصالك وحده.</translation>
    </message>
    <message>
        <source>Your receipt is printed</source>
        <translation>طُبع إيصالك</translation>
    </message>
    <message>
        <source>No paper receipt</source>
        <translation>لا إيصال ورقيًّا</translation>
    </message>
    <message>
        <source>You have paid {amount}. The receipt could not be printed; take it as a QR code instead.</source>
        <translation>دفعت {amount}. تعذرت طباعة الإيصال، ويمكنك أخذه رمزًا للهاتف.</translation>
    </message>
    <message>
        <source>Please check the printer</source>
        <translation>يرجى التحقق من الطابعة</translation>
    </message>
    <message>
        <source>You have paid {amount}. We cannot tell whether your receipt was printed. If it is missing, take it as a QR code.</source>
        <translation>دفعت {amount}. لا نعلم هل طُبع إيصالك. إن لم تجده فخذه رمزًا للهاتف.</translation>
    </message>
    <message>
        <source>Your receipt as a QR code</source>
        <translation>إيصالك رمزًا للهاتف</translation>
    </message>
    <message>
        <source>You have paid {amount}. Scan the code with your phone to keep it.</source>
        <translation>دفعت {amount}. امسح الرمز بهاتفك لتحتفظ به.</translation>
    </message>
    <message>
        <source>Thank you for shopping with us!</source>
        <translation>شكرًا لتسوقك لدينا!</translation>
    </message>
    <message>
        <source>Please take your shopping and your receipt.</source>
        <translation>يرجى أخذ مشترياتك وإيصالك.</translation>
    </message>
    <message>
        <source>Please take your shopping.</source>
        <translation>يرجى أخذ مشترياتك.</translation>
    </message>
    <message>
        <source>Please take your shopping. If your receipt is missing, a colleague can print it again.</source>
        <translation>يرجى أخذ مشترياتك. إن لم تجد إيصالك فيمكن لموظف طباعته من جديد.</translation>
    </message>
    <message>
        <source>Please wait here. Your basket is kept and nothing has been charged.</source>
        <translation>يرجى الانتظار هنا. سلتك محفوظة ولم يُخصم شيء.</translation>
    </message>
    <message>
        <source>Please wait here. You have paid {amount}; your receipt is safe.</source>
        <translation>يرجى الانتظار هنا. دفعت {amount}، وإيصالك محفوظ.</translation>
    </message>
    <message>
        <source>Please wait here. We will be with you in a moment.</source>
        <translation>يرجى الانتظار هنا. سنكون معك بعد لحظة.</translation>
    </message>
    <message>
        <source>This checkout is closed</source>
        <translation>هذا الصندوق مغلق</translation>
    </message>
    <message>
        <source>Please use another checkout. We are sorry for the trouble.</source>
        <translation>يرجى استخدام صندوق آخر. نعتذر عن الإزعاج.</translation>
    </message>
    <message>
        <source>This checkout has to pause</source>
        <translation>يتوقف هذا الصندوق مؤقتًا</translation>
    </message>
    <message>
        <source>Nothing was charged and your basket is kept. A colleague will help you.</source>
        <translation>لم يُخصم شيء وسلتك محفوظة. سيساعدك أحد موظفينا.</translation>
    </message>
    <message>
        <source>This checkout has to pause. Do not pay again.</source>
        <translation>يتوقف هذا الصندوق مؤقتًا. لا تدفع مرة أخرى.</translation>
    </message>
    <message>
        <source>We cannot tell yet whether your payment of {amount} went through. A colleague will check it with you.</source>
        <translation>لا نعلم بعد هل تم دفع {amount}. سيتحقق موظف من ذلك معك.</translation>
    </message>
    <message>
        <source>You have paid {amount}. A colleague will help you with the receipt.</source>
        <translation>دفعت {amount}. سيساعدك موظف في الإيصال.</translation>
    </message>
    <message>
        <source>A coupon is still being checked. One moment, please; nothing was charged.</source>
        <translation>ما زلنا نتحقق من قسيمة. لحظة من فضلك، لم يُخصم شيء.</translation>
    </message>
    <message>
        <source>Your basket is empty. Scan an item first.</source>
        <translation>سلتك فارغة. امسح منتجًا أولًا.</translation>
    </message>
    <message>
        <source>Your basket is full. Please touch Help.</source>
        <translation>سلتك ممتلئة. المس «مساعدة».</translation>
    </message>
    <message>
        <source>We are still looking for your best price. One moment, please; nothing was charged.</source>
        <translation>ما زلنا نحسب أفضل سعر لك. لحظة من فضلك، لم يُخصم شيء.</translation>
    </message>
    <message>
        <source>We are still asking for your points. One moment, please; nothing was charged.</source>
        <translation>ما زلنا نستعلم عن نقاطك. لحظة من فضلك، لم يُخصم شيء.</translation>
    </message>
    <message>
        <source>Show your member card first to pay with points.</source>
        <translation>أظهر بطاقة عضويتك أولًا للدفع بالنقاط.</translation>
    </message>
    <message>
        <source>Points cannot be used for paying here.</source>
        <translation>لا يمكن الدفع بالنقاط هنا.</translation>
    </message>
    <message>
        <source>One purchase holds no more of this item.</source>
        <translation>لا يُسمح بمزيد من هذا المنتج في عملية شراء واحدة.</translation>
    </message>
    <message>
        <source>That is a lot of coupons! Please touch Help.</source>
        <translation>هذه قسائم كثيرة! المس «مساعدة».</translation>
    </message>
    <message>
        <source>This checkout is closed. Please use another one.</source>
        <translation>هذا الصندوق مغلق. يرجى استخدام صندوق آخر.</translation>
    </message>
    <message>
        <source>You cannot pay right now.</source>
        <translation>لا يمكن الدفع الآن.</translation>
    </message>
    <message>
        <source>The quantity of a weighed item is fixed.</source>
        <translation>كمية المنتج الموزون ثابتة.</translation>
    </message>
    <message>
        <source>Each of these has a date of its own. Please scan every one.</source>
        <translation>لكل قطعة من هذه تاريخها. يرجى مسح كل واحدة.</translation>
    </message>
    <message>
        <source>Please choose a quantity from 1 to 99.</source>
        <translation>يرجى اختيار كمية من 1 إلى 99.</translation>
    </message>
    <message>
        <source>The card terminal is not ready. Nothing was charged.</source>
        <translation>جهاز البطاقات غير جاهز. لم يُخصم شيء.</translation>
    </message>
    <message>
        <source>This purchase cannot be cancelled any more.</source>
        <translation>لم يعد بالإمكان إلغاء هذه المشتريات.</translation>
    </message>
    <message>
        <source>No more copies. Please touch Help.</source>
        <translation>لا نسخ أخرى. المس «مساعدة».</translation>
    </message>
    <message>
        <source>Please finish weighing first. Nothing was charged.</source>
        <translation>يرجى إنهاء الوزن أولًا. لم يُخصم شيء.</translation>
    </message>
    <message>
        <source>A colleague has to look first and is on the way. Nothing was charged.</source>
        <translation>يجب أن يطّلع موظف أولًا وهو في الطريق. لم يُخصم شيء.</translation>
    </message>
    <message>
        <source>That is not possible right now.</source>
        <translation>هذا غير ممكن الآن.</translation>
    </message>
    <message>
        <source>This is not a product code</source>
        <translation>هذا ليس رمز منتج</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Look for the striped barcode on the pack.</source>
        <translation>لم يُضف شيء إلى سلتك. ابحث عن الباركود المخطط على العبوة.</translation>
    </message>
    <message>
        <source>This coupon cannot be used</source>
        <translation>لا يمكن استخدام هذه القسيمة</translation>
    </message>
    <message>
        <source>This coupon does not fit your basket</source>
        <translation>هذه القسيمة لا تناسب سلتك</translation>
    </message>
    <message>
        <source>A colleague has to look at this coupon</source>
        <translation>يجب أن يطّلع موظف على هذه القسيمة</translation>
    </message>
    <message>
        <source>It saves nothing yet. Touch Help, or go on without it; the coupon is still yours.</source>
        <translation>لا توفر شيئًا بعد. المس «مساعدة» أو تابع من دونها، والقسيمة باقية لك.</translation>
    </message>
    <message>
        <source>This code is from a while ago</source>
        <translation>هذا الرمز قديم</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Show the code on your phone now. If it stays so, set the phone&apos;s clock.</source>
        <translation>لم تتغير سلتك. أظهر الرمز الظاهر الآن على هاتفك. وإن تكرر ذلك فاضبط ساعة الهاتف.</translation>
    </message>
    <message>
        <source>This code no longer counts</source>
        <translation>لم يعد هذا الرمز صالحًا</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Open the page on your phone again and show the new code.</source>
        <translation>لم تتغير سلتك. افتح الصفحة على هاتفك من جديد وأظهر الرمز الجديد.</translation>
    </message>
    <message>
        <source>This code does not count here</source>
        <translation>هذا الرمز غير صالح هنا</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Go on without member prices, or touch Help.</source>
        <translation>لم تتغير سلتك. تابع من دون أسعار الأعضاء، أو المس «مساعدة».</translation>
    </message>
    <message>
        <source>This basket has changed</source>
        <translation>تغيرت هذه السلة</translation>
    </message>
    <message>
        <source>Nothing was added. Touch Pay on your phone again and show the new code.</source>
        <translation>لم يُضف شيء. المس «الدفع» على هاتفك من جديد وأظهر الرمز الجديد.</translation>
    </message>
    <message>
        <source>It could not be weighed</source>
        <translation>تعذر الوزن</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Lay it on the scale alone and scan it again, or touch Help.</source>
        <translation>لم يُضف شيء إلى سلتك. ضعه وحده على الميزان وامسحه من جديد، أو المس «مساعدة».</translation>
    </message>
    <message>
        <source>We don&apos;t know this item</source>
        <translation>لا نعرف هذا المنتج</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Try another barcode on the pack, or touch Help.</source>
        <translation>لم يُضف شيء إلى سلتك. جرّب باركودًا آخر على العبوة، أو المس «مساعدة».</translation>
    </message>
    <message>
        <source>We couldn&apos;t read this code</source>
        <translation>تعذرت قراءة هذا الرمز</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Smooth the pack, hold it still and try again.</source>
        <translation>لم يُضف شيء إلى سلتك. ابسط العبوة وثبّتها وحاول من جديد.</translation>
    </message>
    <message>
        <source>This item has to be weighed</source>
        <translation>يجب وزن هذا المنتج</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Touch Help; a colleague will weigh it for you.</source>
        <translation>لم يُضف شيء إلى سلتك. المس «مساعدة» وسيزنه لك أحد موظفينا.</translation>
    </message>
    <message>
        <source>This is for paying</source>
        <translation>هذا مخصص للدفع</translation>
    </message>
    <message>
        <source>Nothing was charged. Scan everything first, touch Pay, and then show it again.</source>
        <translation>لم يُخصم شيء. امسح كل منتجاتك أولًا، والمس «الدفع»، ثم أظهره من جديد.</translation>
    </message>
    <message>
        <source>No more of this item in one purchase</source>
        <translation>بلغت الحد الأقصى من هذا المنتج</translation>
    </message>
    <message>
        <source>You have as many as one purchase may hold. This one was not added; please leave it here.</source>
        <translation>لديك أكبر عدد مسموح في عملية شراء واحدة. لم تُضف هذه القطعة، يرجى تركها هنا.</translation>
    </message>
    <message>
        <source>We don&apos;t know this card or number</source>
        <translation>لا نعرف هذه البطاقة أو هذا الرقم</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Check the number and try again, or go on without member prices.</source>
        <translation>لم تتغير سلتك. تحقق من الرقم وحاول من جديد، أو تابع من دون أسعار الأعضاء.</translation>
    </message>
    <message>
        <source>Your phone&apos;s clock is fast</source>
        <translation>ساعة هاتفك متقدمة</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Set the clock and show the code again.</source>
        <translation>لم تتغير سلتك. اضبط الساعة وأظهر الرمز من جديد.</translation>
    </message>
    <message>
        <source>This code was just used elsewhere</source>
        <translation>استُخدم هذا الرمز للتو في مكان آخر</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Wait for the next code and show it.</source>
        <translation>لم تتغير سلتك. انتظر الرمز التالي وأظهره.</translation>
    </message>
    <message>
        <source>This code is for another of our shops</source>
        <translation>هذا الرمز لمتجر آخر من متاجرنا</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Open the page of this shop on your phone and show its code.</source>
        <translation>لم تتغير سلتك. افتح صفحة هذا المتجر على هاتفك وأظهر رمزها.</translation>
    </message>
    <message>
        <source>Too many wrong numbers</source>
        <translation>أرقام خاطئة كثيرة</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Show the code on your phone, or go on without member prices.</source>
        <translation>لم تتغير سلتك. أظهر الرمز على هاتفك، أو تابع من دون أسعار الأعضاء.</translation>
    </message>
    <message>
        <source>We don&apos;t know this member yet</source>
        <translation>لا نعرف هذه العضوية بعد</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Whoever has just joined is known here with the next purchase.</source>
        <translation>لم تتغير سلتك. العضو الجديد معروف هنا ابتداءً من المشتريات التالية.</translation>
    </message>
    <message>
        <source>Another lane has this basket</source>
        <translation>هذه السلة لدى صندوق آخر</translation>
    </message>
    <message>
        <source>Nothing was added here. Please pay there, or touch Help.</source>
        <translation>لم يُضف شيء هنا. يرجى الدفع هناك، أو المس «مساعدة».</translation>
    </message>
    <message>
        <source>This basket is paid</source>
        <translation>هذه السلة مدفوعة</translation>
    </message>
    <message>
        <source>Nothing was added. Your receipt is on your phone.</source>
        <translation>لم يُضف شيء. إيصالك على هاتفك.</translation>
    </message>
    <message>
        <source>There are goods on this screen already</source>
        <translation>توجد منتجات على هذه الشاشة</translation>
    </message>
    <message>
        <source>The basket of your phone was not added; it is still yours. Pay these first, or take them out.</source>
        <translation>لم تُضف سلة هاتفك، وهي باقية لك. ادفع ثمن هذه المنتجات أولًا أو أخرجها.</translation>
    </message>
    <message>
        <source>Baskets of phones cannot be fetched now</source>
        <translation>لا يمكن جلب سلال الهواتف الآن</translation>
    </message>
    <message>
        <source>Nothing was added; your basket is still on your phone. Show it again, or scan your items here.</source>
        <translation>لم يُضف شيء، وسلتك باقية على هاتفك. أظهرها من جديد، أو امسح منتجاتك هنا.</translation>
    </message>
    <message>
        <source>This coupon has expired</source>
        <translation>انتهت صلاحية هذه القسيمة</translation>
    </message>
    <message>
        <source>It saves nothing today. Your basket is unchanged.</source>
        <translation>لا توفر شيئًا اليوم. لم تتغير سلتك.</translation>
    </message>
    <message>
        <source>This coupon is not valid yet</source>
        <translation>هذه القسيمة غير صالحة بعد</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Please keep it for your next visit.</source>
        <translation>لم تتغير سلتك. يرجى الاحتفاظ بها لزيارتك القادمة.</translation>
    </message>
    <message>
        <source>This coupon is for another country</source>
        <translation>هذه القسيمة لبلد آخر</translation>
    </message>
    <message>
        <source>We cannot take it here. Your basket is unchanged.</source>
        <translation>لا يمكننا قبولها هنا. لم تتغير سلتك.</translation>
    </message>
    <message>
        <source>This coupon is for another shop</source>
        <translation>هذه القسيمة لمتجر آخر</translation>
    </message>
    <message>
        <source>This coupon could not be checked</source>
        <translation>تعذر التحقق من هذه القسيمة</translation>
    </message>
    <message>
        <source>It saves nothing now and was not used up. Please keep it for next time.</source>
        <translation>لا توفر شيئًا الآن ولم تُستهلك. يرجى الاحتفاظ بها للمرة القادمة.</translation>
    </message>
    <message>
        <source>The goods it is for are not in your basket. Scan them first, then the coupon.</source>
        <translation>منتجات القسيمة ليست في سلتك. امسحها أولًا ثم امسح القسيمة.</translation>
    </message>
    <message>
        <source>It has no value here. Your basket is unchanged.</source>
        <translation>لا قيمة لها هنا. لم تتغير سلتك.</translation>
    </message>
    <message>
        <source>This coupon is in use at another checkout</source>
        <translation>هذه القسيمة قيد الاستخدام لدى صندوق آخر</translation>
    </message>
    <message>
        <source>A coupon counts once. If it is yours and unused, touch Help; we will sort it out.</source>
        <translation>تُحتسب القسيمة مرة واحدة. إن كانت لك ولم تستخدمها فالمس «مساعدة» وسنعالج الأمر.</translation>
    </message>
    <message>
        <source>This coupon was used before</source>
        <translation>استُخدمت هذه القسيمة من قبل</translation>
    </message>
    <message>
        <source>A coupon counts once. Your basket is unchanged.</source>
        <translation>تُحتسب القسيمة مرة واحدة. لم تتغير سلتك.</translation>
    </message>
    <message>
        <source>We couldn&apos;t read this coupon</source>
        <translation>تعذرت قراءة هذه القسيمة</translation>
    </message>
    <message>
        <source>It saves nothing yet. Smooth it, hold it still and try again, or type its number.</source>
        <translation>لا توفر شيئًا بعد. ابسطها وثبّتها وحاول من جديد، أو أدخل رقمها.</translation>
    </message>
    <message>
        <source>This coupon is already in your basket</source>
        <translation>هذه القسيمة في سلتك</translation>
    </message>
    <message>
        <source>It counts once; nothing has changed.</source>
        <translation>تُحتسب مرة واحدة، ولم يتغير شيء.</translation>
    </message>
    <message>
        <source>It is no longer taken. Your basket is unchanged; touch Help if you have a question.</source>
        <translation>لم تعد مقبولة. لم تتغير سلتك، والمس «مساعدة» إن كان لديك سؤال.</translation>
    </message>
    <message>
        <source>This coupon cannot be checked right now</source>
        <translation>لا يمكن التحقق من هذه القسيمة الآن</translation>
    </message>
    <message>
        <source>It was not used up. Try again in a moment, or keep it for your next visit.</source>
        <translation>لم تُستهلك. حاول بعد لحظة، أو احتفظ بها لزيارتك القادمة.</translation>
    </message>
    <message>
        <source>It was not used up. Please keep it for your next visit, or touch Help.</source>
        <translation>لم تُستهلك. احتفظ بها لزيارتك القادمة، أو المس «مساعدة».</translation>
    </message>
    <message>
        <source>This code does not work here</source>
        <translation>هذا الرمز لا يعمل هنا</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Try another code, or touch Help.</source>
        <translation>لم تتغير سلتك. جرّب رمزًا آخر، أو المس «مساعدة».</translation>
    </message>
    <message>
        <source>Being checked …</source>
        <translation>جارٍ التحقق …</translation>
    </message>
    <message>
        <source>Add 1 more of its goods and it counts</source>
        <translation>أضف قطعة أخرى من منتجاتها لتُحتسب</translation>
    </message>
    <message>
        <source>Add {count} more of its goods and it counts</source>
        <translation>أضف {count} أخرى من منتجاتها لتُحتسب|أضف قطعة أخرى من منتجاتها لتُحتسب|أضف قطعتين أخريين من منتجاتها لتُحتسب|أضف {count} قطع أخرى من منتجاتها لتُحتسب|أضف {count} قطعة أخرى من منتجاتها لتُحتسب|أضف {count} قطعة أخرى من منتجاتها لتُحتسب</translation>
    </message>
    <message>
        <source>It counts once your goods cost {amount} more</source>
        <translation>تُحتسب حين تزيد مشترياتك بمقدار {amount}</translation>
    </message>
    <message>
        <source>The goods it is for are not in your basket yet</source>
        <translation>منتجات القسيمة ليست في سلتك بعد</translation>
    </message>
    <message>
        <source>Another offer saves you more; this coupon stays yours</source>
        <translation>عرض آخر يوفر لك أكثر، والقسيمة باقية لك</translation>
    </message>
    <message>
        <source>It does not count at this time</source>
        <translation>لا تُحتسب في هذا الوقت</translation>
    </message>
    <message>
        <source>All of these coupons have been used; it saves nothing any more</source>
        <translation>استُخدمت كل هذه القسائم ولم تعد توفر شيئًا</translation>
    </message>
    <message>
        <source>For members: show your card or type your number</source>
        <translation>للأعضاء: أظهر بطاقتك أو أدخل رقمك</translation>
    </message>
    <message>
        <source>You have already used it today; it counts again tomorrow</source>
        <translation>استخدمتها اليوم، وتُحتسب من جديد غدًا</translation>
    </message>
    <message>
        <source>You have already used it; it saves nothing any more</source>
        <translation>استخدمتها من قبل ولم تعد توفر شيئًا</translation>
    </message>
    <message>
        <source>A colleague has to look at it: touch Help</source>
        <translation>يجب أن يطّلع عليها موظف: المس «مساعدة»</translation>
    </message>
    <message>
        <source>We do not know its goods: touch Help</source>
        <translation>لا نعرف منتجاتها: المس «مساعدة»</translation>
    </message>
    <message>
        <source>It saves nothing in this basket</source>
        <translation>لا توفر شيئًا في هذه السلة</translation>
    </message>
    <message>
        <source>Your points cannot be used right now. They stay yours.</source>
        <translation>لا يمكن استخدام نقاطك الآن، وهي باقية لك.</translation>
    </message>
    <message>
        <source>Your points are in use at another checkout. They stay yours.</source>
        <translation>نقاطك قيد الاستخدام لدى صندوق آخر، وهي باقية لك.</translation>
    </message>
    <message>
        <source>You have too few points to pay with. They stay yours.</source>
        <translation>نقاطك لا تكفي للدفع، وهي باقية لك.</translation>
    </message>
    <message>
        <source>Your points cannot be used for this purchase. They stay yours.</source>
        <translation>لا يمكن استخدام نقاطك في هذه المشتريات، وهي باقية لك.</translation>
    </message>
    <message>
        <source>Receipt {number} of checkout {lane}</source>
        <translation>الإيصال {number} من الصندوق {lane}</translation>
    </message>
    <message>
        <source>{left} of {sold} can come back</source>
        <translation>يمكن إعادة {left} من {sold}</translation>
    </message>
    <message>
        <source>Came back already</source>
        <translation>أُعيد من قبل</translation>
    </message>
    <message>
        <source>Code on the receipt</source>
        <translation>رمز الإيصال</translation>
    </message>
    <message>
        <source>Hold the receipt to the camera, or type the last characters of its code</source>
        <translation>قرّب الإيصال من الكاميرا، أو أدخل آخر خانات رمزه</translation>
    </message>
    <message>
        <source>Not while training</source>
        <translation>ليس أثناء التدريب</translation>
    </message>
    <message>
        <source>Which part was given back by hand?</source>
        <translation>أي جزء أُعيد يدويًا؟</translation>
    </message>
    <message>
        <source>Why does it come back?</source>
        <translation>ما سبب الإعادة؟</translation>
    </message>
    <message>
        <source>{amount} goes back</source>
        <translation>يُعاد {amount}</translation>
    </message>
    <message>
        <source>Give nothing more back?</source>
        <translation>ألا يُعاد شيء آخر؟</translation>
    </message>
    <message>
        <source>{given} has gone back. {left} does not go back.</source>
        <translation>أُعيد {given}، ولا يُعاد {left}.</translation>
    </message>
    <message>
        <source>Give nothing more back</source>
        <translation>عدم إعادة شيء آخر</translation>
    </message>
    <message>
        <source>Go on giving back</source>
        <translation>متابعة الإعادة</translation>
    </message>
    <message>
        <source>Asking the store service</source>
        <translation>جارٍ الاستعلام من خدمة المتجر</translation>
    </message>
    <message>
        <source>It makes sure that nobody else gives the same back. No money has moved.</source>
        <translation>تتأكد من ألا يعيد أحد آخر المبلغ نفسه. لم يُنقل أي مبلغ.</translation>
    </message>
    <message>
        <source>{amount} goes back to the card</source>
        <translation>يُعاد {amount} إلى البطاقة</translation>
    </message>
    <message>
        <source>Follow the card terminal with the shopper. It has gone back only when it says so here.</source>
        <translation>تابع جهاز البطاقات مع المتسوق. لا يُعاد المبلغ إلا حين يظهر ذلك هنا.</translation>
    </message>
    <message>
        <source>{amount} goes back to the phone</source>
        <translation>يُعاد {amount} إلى الهاتف</translation>
    </message>
    <message>
        <source>Please wait. The shopper has nothing to do.</source>
        <translation>يرجى الانتظار. لا يلزم المتسوق شيء.</translation>
    </message>
    <message>
        <source>Asking whether {amount} has gone back</source>
        <translation>نسأل هل أُعيد {amount}</translation>
    </message>
    <message>
        <source>The answer did not come. Do not give it back another way until it is known.</source>
        <translation>لم يصل الجواب. لا تُعد المبلغ بطريقة أخرى حتى يُعرف.</translation>
    </message>
    <message>
        <source>Nobody can prove whether {amount} has gone back</source>
        <translation>لا أحد يستطيع إثبات هل أُعيد {amount}</translation>
    </message>
    <message>
        <source>Look it up at the card terminal, or ask the wallet. Then a manager approves what waits: reversed, if it has gone back; paid, if it has not. Until then give nothing back another way.</source>
        <translation>تحقق من جهاز البطاقات أو اسأل المحفظة، ثم يعتمد مدير المعلّق: مُلغى إن أُعيد المبلغ، مدفوع إن لم يُعد. وحتى ذلك لا تُعد شيئًا بطريقة أخرى.</translation>
    </message>
    <message>
        <source>{amount} did not go back</source>
        <translation>لم يُعد {amount}</translation>
    </message>
    <message>
        <source>This part did not move. Try again, let a manager give it back by hand, or give nothing more back.</source>
        <translation>لم يُنقل هذا الجزء. حاول من جديد، أو ليُعده مدير يدويًا، أو لا تُعد شيئًا آخر.</translation>
    </message>
    <message>
        <source>{amount} has gone back</source>
        <translation>أُعيد {amount}</translation>
    </message>
    <message>
        <source>All of it. Give the shopper the slip.</source>
        <translation>كاملًا. أعطِ المتسوق القصاصة.</translation>
    </message>
    <message>
        <source>The rest did not. The slip says so; give it to the shopper.</source>
        <translation>من دون الباقي. القصاصة توضح ذلك، أعطها للمتسوق.</translation>
    </message>
    <message>
        <source>Has gone back</source>
        <translation>أُعيد</translation>
    </message>
    <message>
        <source>Goes back now</source>
        <translation>يُعاد الآن</translation>
    </message>
    <message>
        <source>Did not go back</source>
        <translation>لم يُعد</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>غير معروف بعد</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>ينتظر</translation>
    </message>
    <message>
        <source>Does not go back</source>
        <translation>لا يُعاد</translation>
    </message>
    <message>
        <source>No money has moved. Choose other goods, or stop.</source>
        <translation>لم يُنقل أي مبلغ. اختر منتجات أخرى أو توقف.</translation>
    </message>
    <message>
        <source>Another checkout takes some of it back</source>
        <translation>صندوق آخر يستعيد بعضها</translation>
    </message>
    <message>
        <source>Some of it came back in the meantime</source>
        <translation>أُعيد بعضها في هذه الأثناء</translation>
    </message>
    <message>
        <source>The store service does not know this sale</source>
        <translation>خدمة المتجر لا تعرف هذا البيع</translation>
    </message>
    <message>
        <source>No link to the store service</source>
        <translation>لا اتصال بخدمة المتجر</translation>
    </message>
    <message>
        <source>No money has moved: without it nothing goes back. Try again in a moment, or stop.</source>
        <translation>لم يُنقل أي مبلغ، فمن دون اتصال لا يُعاد شيء. حاول بعد لحظة أو توقف.</translation>
    </message>
    <message>
        <source>The store service says no</source>
        <translation>رفضت خدمة المتجر</translation>
    </message>
    <message>
        <source>Goods come back</source>
        <translation>إعادة منتجات</translation>
    </message>
    <message>
        <source>A colleague takes them back with you. No money has moved yet.</source>
        <translation>يستعيدها موظف معك. لم يُنقل أي مبلغ بعد.</translation>
    </message>
    <message>
        <source>Not everything has gone back</source>
        <translation>لم يُعد كل المبلغ</translation>
    </message>
    <message>
        <source>A colleague goes on with you. What has gone back stands here.</source>
        <translation>يتابع موظف معك. ما أُعيد إليك يظهر هنا.</translation>
    </message>
    <message>
        <source>We are asking whether {amount} has gone back to you. Please wait here.</source>
        <translation>نسأل هل أُعيد إليك {amount}. يرجى الانتظار هنا.</translation>
    </message>
    <message>
        <source>We cannot tell whether {amount} has gone back to you. A colleague will check it with you.</source>
        <translation>لا نعلم هل أُعيد إليك {amount}. سيتحقق موظف من ذلك معك.</translation>
    </message>
    <message>
        <source>Please wait here. {amount} has gone back to you so far.</source>
        <translation>يرجى الانتظار هنا. أُعيد إليك {amount} حتى الآن.</translation>
    </message>
    <message>
        <source>{amount} has gone back to you so far. A colleague will go on with you.</source>
        <translation>أُعيد إليك {amount} حتى الآن. سيتابع موظف معك.</translation>
    </message>
    <message>
        <source>{amount} has gone back to you.</source>
        <translation>أُعيد إليك {amount}.</translation>
    </message>
    <message>
        <source>Would you like a slip?</source>
        <translation>هل تريد قصاصة؟</translation>
    </message>
    <message>
        <source>Your slip is printing</source>
        <translation>قصاصتك قيد الطباعة</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. Please take the paper below.</source>
        <translation>أُعيد إليك {amount}. يرجى أخذ الورقة من الأسفل.</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. {reason} A colleague is needed; printing then goes on by itself.</source>
        <translation>أُعيد إليك {amount}. {reason} نحتاج إلى موظف، ثم تتابع الطباعة وحدها.</translation>
    </message>
    <message>
        <source>Your slip is waiting</source>
        <translation>قصاصتك قيد الانتظار</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. {reason} A colleague is needed; your slip then prints by itself.</source>
        <translation>أُعيد إليك {amount}. {reason} نحتاج إلى موظف، ثم تُطبع قصاصتك وحدها.</translation>
    </message>
    <message>
        <source>Your slip is printed</source>
        <translation>طُبعت قصاصتك</translation>
    </message>
    <message>
        <source>No paper slip</source>
        <translation>لا قصاصة ورقية</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. The slip could not be printed; take it as a QR code instead.</source>
        <translation>أُعيد إليك {amount}. تعذرت طباعة القصاصة، ويمكنك أخذها رمزًا للهاتف.</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. We cannot tell whether your slip was printed. If it is missing, take it as a QR code.</source>
        <translation>أُعيد إليك {amount}. لا نعلم هل طُبعت قصاصتك. إن لم تجدها فخذها رمزًا للهاتف.</translation>
    </message>
    <message>
        <source>Your slip as a QR code</source>
        <translation>قصاصتك رمزًا للهاتف</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. Scan the code with your phone to keep it.</source>
        <translation>أُعيد إليك {amount}. امسح الرمز بهاتفك لتحتفظ به.</translation>
    </message>
    <message>
        <source>Thank you for coming by!</source>
        <translation>شكرًا لزيارتك!</translation>
    </message>
    <message>
        <source>For members</source>
        <translation>للأعضاء</translation>
    </message>
    <message>
        <source>Only today</source>
        <translation>اليوم فقط</translation>
    </message>
    <message>
        <source>{amount} per kg</source>
        <translation>{amount} للكيلوغرام</translation>
    </message>
    <message>
        <source>Not within your rights. Ask a manager to scan their badge.</source>
        <translation>ليس من صلاحياتك. اطلب من مدير مسح بطاقته.</translation>
    </message>
    <message>
        <source>This can only be decided at the lane.</source>
        <translation>لا يُبتّ في هذا إلا عند الصندوق.</translation>
    </message>
    <message>
        <source>This is over already. Nothing more to decide.</source>
        <translation>انتهى الأمر. لا شيء للبتّ فيه.</translation>
    </message>
    <message>
        <source>You are signed out. Scan your badge again.</source>
        <translation>انتهت جلستك. امسح بطاقتك من جديد.</translation>
    </message>
    <message>
        <source>A colleague was first. Nothing more to decide.</source>
        <translation>سبقك زميل. لا شيء للبتّ فيه.</translation>
    </message>
    <message>
        <source>Please choose one of the reasons.</source>
        <translation>يرجى اختيار أحد الأسباب.</translation>
    </message>
    <message>
        <source>Please choose a reason.</source>
        <translation>يرجى اختيار سبب.</translation>
    </message>
    <message>
        <source>It has grown since you looked. Please look again, then decide.</source>
        <translation>زاد الأمر منذ اطلاعك. انظر من جديد ثم قرر.</translation>
    </message>
    <message>
        <source>That is not enough for this item. Check again.</source>
        <translation>هذا لا يكفي لهذا المنتج. تحقق من جديد.</translation>
    </message>
    <message>
        <source>This cannot be refused. Put it right, then approve it.</source>
        <translation>لا يمكن رفض هذا. صحّحه ثم اعتمده.</translation>
    </message>
    <message>
        <source>It was refused. Take the item off, or wait until it is gone.</source>
        <translation>رُفض. أزل المنتج، أو انتظر حتى يُزال.</translation>
    </message>
    <message>
        <source>Too much is open here. Decide what waits first, or suspend the basket.</source>
        <translation>أمور معلقة كثيرة. ابدأ بها، أو علّق السلة.</translation>
    </message>
    <message>
        <source>An attendant&apos;s badge is needed. Please scan it.</source>
        <translation>يلزم مسح بطاقة موظف. يرجى مسحها.</translation>
    </message>
    <message>
        <source>Beyond your limit. Ask a manager to scan their badge, or choose a smaller amount.</source>
        <translation>يتجاوز حدّك. اطلب من مدير مسح بطاقته، أو اختر مبلغًا أصغر.</translation>
    </message>
    <message>
        <source>Only support may do this. Please call support.</source>
        <translation>هذا للدعم الفني فقط. يرجى الاتصال بالدعم.</translation>
    </message>
    <message>
        <source>Beyond every limit. Choose a smaller amount.</source>
        <translation>يتجاوز كل الحدود. اختر مبلغًا أصغر.</translation>
    </message>
    <message>
        <source>Nobody unlocks themselves. Ask another manager to scan their badge.</source>
        <translation>لا أحد يلغي قفل نفسه. اطلب من مدير آخر مسح بطاقته.</translation>
    </message>
    <message>
        <source>No such date of birth. Type eight digits, day first.</source>
        <translation>لا يوجد تاريخ كهذا. أدخل ثمانية أرقام بدءًا باليوم.</translation>
    </message>
    <message>
        <source>Too young for this item. Refuse it; it is then taken off.</source>
        <translation>أصغر من السن المطلوبة. ارفض ليُزال المنتج.</translation>
    </message>
    <message>
        <source>Please type a price above zero.</source>
        <translation>يرجى إدخال سعر أكبر من صفر.</translation>
    </message>
    <message>
        <source>Please type 1 to 99 percent, of goods that cost something.</source>
        <translation>أدخل من 1 إلى 99 بالمئة، لمنتجات لها ثمن.</translation>
    </message>
    <message>
        <source>This purchase has its discount already. Change the price of a line instead.</source>
        <translation>لهذه المشتريات خصمها. غيّر سعر أحد البنود بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>Not while it is being paid, or without a basket. Try again after it.</source>
        <translation>ليس أثناء الدفع أو من دون سلة. حاول بعد ذلك.</translation>
    </message>
    <message>
        <source>A purchase is under way. Finish, suspend or cancel it first.</source>
        <translation>هناك مشتريات جارية. أنهها أو علّقها أو ألغها أولًا.</translation>
    </message>
    <message>
        <source>There is a basket here. Finish or suspend it first.</source>
        <translation>توجد سلة هنا. أنهها أو علّقها أولًا.</translation>
    </message>
    <message>
        <source>No such basket is suspended. Check the code on the slip.</source>
        <translation>لا سلة معلقة بهذا الرمز. تحقق من الرمز على القصاصة.</translation>
    </message>
    <message>
        <source>This basket goes on at another lane already.</source>
        <translation>تُستكمل هذه السلة لدى صندوق آخر.</translation>
    </message>
    <message>
        <source>No link to the store service. Try again in a moment.</source>
        <translation>لا اتصال بخدمة المتجر. حاول بعد لحظة.</translation>
    </message>
    <message>
        <source>No receipt here just now. It can be printed again until the next shopper starts.</source>
        <translation>لا إيصال هنا الآن. تمكن إعادة طباعته حتى يبدأ المتسوق التالي.</translation>
    </message>
    <message>
        <source>No sale with this receipt. Check its number.</source>
        <translation>لا عملية بيع بهذا الإيصال. تحقق من رقمه.</translation>
    </message>
    <message>
        <source>Everything of this receipt came back already. No money has moved.</source>
        <translation>أُعيد كل ما في هذا الإيصال من قبل. لم يُنقل أي مبلغ.</translation>
    </message>
    <message>
        <source>Another checkout takes goods of this receipt back just now. No money has moved.</source>
        <translation>صندوق آخر يستعيد الآن منتجات من هذا الإيصال. لم يُنقل أي مبلغ.</translation>
    </message>
    <message>
        <source>Nothing of it can come back. Choose other goods.</source>
        <translation>لا يمكن إعادة شيء منه. اختر منتجات أخرى.</translation>
    </message>
    <message>
        <source>Sign in first; nothing was given back.</source>
        <translation>سجّل الدخول أولًا. لم يُعد أي مبلغ.</translation>
    </message>
    <message>
        <source>The printer is not ready. Check paper and cover.</source>
        <translation>الطابعة غير جاهزة. تحقق من الورق والغطاء.</translation>
    </message>
    <message>
        <source>Decide the payment in the list of what waits, after reading the terminal.</source>
        <translation>ابتّ في الدفع من قائمة الانتظار بعد قراءة الجهاز.</translation>
    </message>
    <message>
        <source>Unexpected item in bagging area</source>
        <translation>منتج غير متوقع في منطقة التعبئة</translation>
    </message>
    <message>
        <source>Place item in bagging area</source>
        <translation>ضع المنتج في منطقة التعبئة</translation>
    </message>
    <message>
        <source>Weight mismatch</source>
        <translation>الوزن غير مطابق</translation>
    </message>
    <message>
        <source>Item removed from bagging area</source>
        <translation>أُخذ منتج من منطقة التعبئة</translation>
    </message>
    <message>
        <source>Item shuffling</source>
        <translation>تحريك المنتجات</translation>
    </message>
    <message>
        <source>Skip bagging</source>
        <translation>من دون تعبئة</translation>
    </message>
    <message>
        <source>Own bag</source>
        <translation>كيس خاص</translation>
    </message>
    <message>
        <source>Bagging area full</source>
        <translation>منطقة التعبئة ممتلئة</translation>
    </message>
    <message>
        <source>Scale fault or not at zero</source>
        <translation>خلل في الميزان أو ليس على الصفر</translation>
    </message>
    <message>
        <source>Item not on file</source>
        <translation>منتج غير مسجل</translation>
    </message>
    <message>
        <source>Code will not read</source>
        <translation>رمز لا يُقرأ</translation>
    </message>
    <message>
        <source>Price required</source>
        <translation>السعر مطلوب</translation>
    </message>
    <message>
        <source>Quantity over limit</source>
        <translation>الكمية فوق الحد</translation>
    </message>
    <message>
        <source>Not for sale, recalled or stopped</source>
        <translation>ممنوع البيع أو مسحوب أو موقوف</translation>
    </message>
    <message>
        <source>Expired unit</source>
        <translation>قطعة منتهية الصلاحية</translation>
    </message>
    <message>
        <source>Age check</source>
        <translation>التحقق من العمر</translation>
    </message>
    <message>
        <source>Time-restricted sale</source>
        <translation>بيع محدد بوقت</translation>
    </message>
    <message>
        <source>Medicine or other regulated quantity</source>
        <translation>دواء أو كمية خاضعة للتنظيم</translation>
    </message>
    <message>
        <source>Security-tagged or locked item</source>
        <translation>منتج بعلامة أمان أو مقفل</translation>
    </message>
    <message>
        <source>Serial number or warranty item</source>
        <translation>رقم تسلسلي أو ضمان</translation>
    </message>
    <message>
        <source>Produce check</source>
        <translation>فحص الخضار والفواكه</translation>
    </message>
    <message>
        <source>Coupon check</source>
        <translation>فحص القسيمة</translation>
    </message>
    <message>
        <source>Coupon to be handed in</source>
        <translation>قسيمة يجب تسليمها</translation>
    </message>
    <message>
        <source>Reduced label check</source>
        <translation>فحص ملصق التخفيض</translation>
    </message>
    <message>
        <source>Discount that needs authority</source>
        <translation>خصم يحتاج إلى صلاحية</translation>
    </message>
    <message>
        <source>Help request</source>
        <translation>طلب مساعدة</translation>
    </message>
    <message>
        <source>Many or dear items taken off</source>
        <translation>إزالة منتجات كثيرة أو غالية</translation>
    </message>
    <message>
        <source>Purchase given up with items bagged</source>
        <translation>ترك المشتريات ومنتجات معبأة</translation>
    </message>
    <message>
        <source>Basket or value limit</source>
        <translation>حد السلة أو القيمة</translation>
    </message>
    <message>
        <source>Idle or abandoned</source>
        <translation>خامل أو متروك</translation>
    </message>
    <message>
        <source>Walked away unpaid</source>
        <translation>غادر من دون دفع</translation>
    </message>
    <message>
        <source>Audit: partial or full re-scan</source>
        <translation>تدقيق: إعادة مسح جزئية أو كاملة</translation>
    </message>
    <message>
        <source>Vision alert</source>
        <translation>تنبيه الكاميرا</translation>
    </message>
    <message>
        <source>Exceptions over threshold</source>
        <translation>استثناءات فوق الحد</translation>
    </message>
    <message>
        <source>Payment declined, retry limit</source>
        <translation>رُفض الدفع، حد المحاولات</translation>
    </message>
    <message>
        <source>Payment outcome unknown</source>
        <translation>نتيجة الدفع غير معروفة</translation>
    </message>
    <message>
        <source>Signature or identity check</source>
        <translation>التحقق من التوقيع أو الهوية</translation>
    </message>
    <message>
        <source>Partly paid</source>
        <translation>مدفوع جزئيًا</translation>
    </message>
    <message>
        <source>Cash device fault</source>
        <translation>خلل في جهاز النقد</translation>
    </message>
    <message>
        <source>Offline over the floor limit</source>
        <translation>دون اتصال وفوق الحد</translation>
    </message>
    <message>
        <source>Receipt paper low, out, or cover open</source>
        <translation>ورق قليل أو نافد أو غطاء مفتوح</translation>
    </message>
    <message>
        <source>Device offline</source>
        <translation>جهاز غير متصل</translation>
    </message>
    <message>
        <source>Data stale or service offline</source>
        <translation>بيانات قديمة أو خدمة غير متصلة</translation>
    </message>
    <message>
        <source>Lane closed or paused</source>
        <translation>الصندوق مغلق أو متوقف</translation>
    </message>
    <message>
        <source>Exit gate refused</source>
        <translation>رفضت بوابة الخروج</translation>
    </message>
    <message>
        <source>Pick-up hand-over check</source>
        <translation>التحقق عند تسليم الطلب</translation>
    </message>
    <message>
        <source>Attendant</source>
        <translation>موظف</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>مدير</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>دعم فني</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>الكمية</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>السعر</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>خصم</translation>
    </message>
    <message>
        <source>Discount on all</source>
        <translation>خصم على الكل</translation>
    </message>
    <message>
        <source>Weight on file is wrong</source>
        <translation>الوزن المسجل خاطئ</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>Resume a basket</source>
        <translation>استئناف سلة</translation>
    </message>
    <message>
        <source>Cancel purchase</source>
        <translation>إلغاء المشتريات</translation>
    </message>
    <message>
        <source>Print receipt again</source>
        <translation>إعادة طباعة الإيصال</translation>
    </message>
    <message>
        <source>Open drawer</source>
        <translation>فتح الدرج</translation>
    </message>
    <message>
        <source>Take goods back</source>
        <translation>استعادة منتجات</translation>
    </message>
    <message>
        <source>Money given back by hand</source>
        <translation>مبلغ أُعيد يدويًا</translation>
    </message>
    <message>
        <source>Message to shopper</source>
        <translation>رسالة إلى المتسوق</translation>
    </message>
    <message>
        <source>Close lane</source>
        <translation>إغلاق الصندوق</translation>
    </message>
    <message>
        <source>Open lane</source>
        <translation>فتح الصندوق</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>اختبار</translation>
    </message>
    <message>
        <source>Restart program</source>
        <translation>إعادة تشغيل البرنامج</translation>
    </message>
    <message>
        <source>Settle payment</source>
        <translation>تسوية الدفع</translation>
    </message>
    <message>
        <source>Begin training</source>
        <translation>بدء التدريب</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>إغلاق اليوم</translation>
    </message>
    <message>
        <source>Unlock a colleague</source>
        <translation>إلغاء قفل زميل</translation>
    </message>
    <message>
        <source>End training</source>
        <translation>إنهاء التدريب</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>Card terminal</source>
        <translation>جهاز البطاقات</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>طابعة الإيصالات</translation>
    </message>
    <message>
        <source>Hand scanner</source>
        <translation>قارئ يدوي</translation>
    </message>
    <message>
        <source>Weighing scale</source>
        <translation>الميزان</translation>
    </message>
    <message>
        <source>Bagging scale</source>
        <translation>ميزان التعبئة</translation>
    </message>
    <message>
        <source>Headset voice</source>
        <translation>صوت السماعة</translation>
    </message>
    <message>
        <source>Phone wallet</source>
        <translation>محفظة الهاتف</translation>
    </message>
    <message>
        <source>Has not answered yet</source>
        <translation>لم يجب بعد</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>جاهز</translation>
    </message>
    <message>
        <source>Works, needs a look</source>
        <translation>يعمل ويحتاج إلى فحص</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>لا يعمل</translation>
    </message>
    <message>
        <source>Attendant&apos;s badge</source>
        <translation>بطاقة موظف</translation>
    </message>
    <message>
        <source>Manager&apos;s badge</source>
        <translation>بطاقة مدير</translation>
    </message>
    <message>
        <source>Support&apos;s badge</source>
        <translation>بطاقة دعم</translation>
    </message>
    <message>
        <source>Beyond every limit</source>
        <translation>يتجاوز كل الحدود</translation>
    </message>
    <message>
        <source>Between two shoppers</source>
        <translation>بين متسوقين</translation>
    </message>
    <message>
        <source>No open basket</source>
        <translation>من دون سلة مفتوحة</translation>
    </message>
    <message>
        <source>With an empty basket</source>
        <translation>مع سلة فارغة</translation>
    </message>
    <message>
        <source>Once it is paid</source>
        <translation>بعد الدفع</translation>
    </message>
    <message>
        <source>Nobody is locked</source>
        <translation>لا أحد مقفل</translation>
    </message>
    <message>
        <source>Weighed or labelled</source>
        <translation>موزون أو بملصق</translation>
    </message>
    <message>
        <source>From {count} years</source>
        <translation>ابتداءً من {count} سنة|من عمر سنة|من عمر سنتين|من عمر {count} سنوات|من عمر {count} سنة|من عمر {count} سنة</translation>
    </message>
    <message>
        <source>{count} g difference</source>
        <translation>فرق {count} غ</translation>
    </message>
    <message>
        <source>The bag weighs {count} g</source>
        <translation>يزن الكيس {count} غ</translation>
    </message>
    <message>
        <source>{count} pieces</source>
        <translation>عدد القطع: {count}</translation>
    </message>
    <message>
        <source>{count} units</source>
        <translation>عدد الوحدات: {count}</translation>
    </message>
    <message>
        <source>More than {count} calls in this purchase</source>
        <translation>أكثر من {count} نداءات في هذه المشتريات|أكثر من نداء في هذه المشتريات|أكثر من نداءين في هذه المشتريات|أكثر من {count} نداءات في هذه المشتريات|أكثر من {count} نداءً في هذه المشتريات|أكثر من {count} نداء في هذه المشتريات</translation>
    </message>
    <message>
        <source>{count} refused</source>
        <translation>مرات الرفض: {count}</translation>
    </message>
    <message>
        <source>Scan again: {items}</source>
        <translation>إعادة المسح: {items}</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>منذ {time}</translation>
    </message>
    <message>
        <source>The shopper is asked first</source>
        <translation>يُسأل المتسوق أولًا</translation>
    </message>
    <message>
        <source>Refused: {reason}</source>
        <translation>رُفض: {reason}</translation>
    </message>
    <message>
        <source>Nothing to decide</source>
        <translation>لا شيء للبتّ فيه</translation>
    </message>
    <message>
        <source>Looks {count} or older</source>
        <translation>يبدو بعمر {count} أو أكبر</translation>
    </message>
    <message>
        <source>Enter the price</source>
        <translation>إدخال السعر</translation>
    </message>
    <message>
        <source>Identity card</source>
        <translation>بطاقة هوية</translation>
    </message>
    <message>
        <source>No shopper</source>
        <translation>لا متسوق</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>يمسح</translation>
    </message>
    <message>
        <source>Waits to pay</source>
        <translation>ينتظر الدفع</translation>
    </message>
    <message>
        <source>Paying</source>
        <translation>يدفع</translation>
    </message>
    <message>
        <source>Payment not known</source>
        <translation>دفع غير معروف</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>لماذا؟</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>لم لا؟</translation>
    </message>
    <message>
        <source>What shall be done?</source>
        <translation>ما المطلوب؟</translation>
    </message>
    <message>
        <source>Born on {date} or before?</source>
        <translation>مولود في {date} أو قبله؟</translation>
    </message>
    <message>
        <source>From {count} years: {item}</source>
        <translation>ابتداءً من {count} سنة: {item}|من عمر سنة: {item}|من عمر سنتين: {item}|من عمر {count} سنوات: {item}|من عمر {count} سنة: {item}|من عمر {count} سنة: {item}</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>تاريخ الميلاد</translation>
    </message>
    <message>
        <source>Eight digits, day first. It is not kept.</source>
        <translation>ثمانية أرقام بدءًا باليوم. لا يُحفظ.</translation>
    </message>
    <message>
        <source>This is not a date of birth.</source>
        <translation>هذا ليس تاريخ ميلاد.</translation>
    </message>
    <message>
        <source>The date fits</source>
        <translation>التاريخ مناسب</translation>
    </message>
    <message>
        <source>New quantity</source>
        <translation>الكمية الجديدة</translation>
    </message>
    <message>
        <source>New price of one piece</source>
        <translation>السعر الجديد للقطعة</translation>
    </message>
    <message>
        <source>Percent off</source>
        <translation>نسبة الخصم</translation>
    </message>
    <message>
        <source>You alone: up to {percent} %</source>
        <translation>لك وحدك: حتى {percent} %</translation>
    </message>
    <message>
        <source>You alone: up to {percent} % and {amount}</source>
        <translation>لك وحدك: حتى {percent} % و{amount}</translation>
    </message>
    <message>
        <source>You alone: up to {amount}</source>
        <translation>لك وحدك: حتى {amount}</translation>
    </message>
    <message>
        <source>Code on the slip</source>
        <translation>رمز القصاصة</translation>
    </message>
    <message>
        <source>All of it, or its last digits</source>
        <translation>كاملًا أو آخر أرقامه</translation>
    </message>
    <message>
        <source>What shall the shopper read?</source>
        <translation>ماذا يقرأ المتسوق؟</translation>
    </message>
    <message>
        <source>Whom to unlock?</source>
        <translation>من الذي يُلغى قفله؟</translation>
    </message>
    <message>
        <source>The PIN pad of this lane</source>
        <translation>لوحة أرقام هذا الصندوق</translation>
    </message>
    <message>
        <source>Locked until {time}</source>
        <translation>مقفل حتى {time}</translation>
    </message>
    <message>
        <source>Locked until a manager unlocks</source>
        <translation>مقفل حتى يلغيه مدير</translation>
    </message>
    <message>
        <source>{count} wrong answers</source>
        <translation>إجابات خاطئة: {count}</translation>
    </message>
    <message>
        <source>A colleague is on the way to you.</source>
        <translation>موظف في الطريق إليك.</translation>
    </message>
    <message>
        <source>Please keep your identity card ready.</source>
        <translation>يرجى تجهيز بطاقة الهوية.</translation>
    </message>
    <message>
        <source>One moment, please. We are with you shortly.</source>
        <translation>لحظة من فضلك. سنكون معك قريبًا.</translation>
    </message>
    <message>
        <source>Please use another checkout.</source>
        <translation>يرجى استخدام صندوق آخر.</translation>
    </message>
    <message>
        <source>Take the message away</source>
        <translation>إزالة الرسالة</translation>
    </message>
    <message>
        <source>Number or PIN not right</source>
        <translation>الرقم أو الرقم السري غير صحيح</translation>
    </message>
    <message>
        <source>Locked until {time}. A manager can unlock it.</source>
        <translation>مقفل حتى {time}. يمكن لمدير إلغاء القفل.</translation>
    </message>
    <message>
        <source>Locked. Only a manager can unlock it.</source>
        <translation>مقفل. لا يلغي القفل إلا مدير.</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>المطلوب دفعه</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>المتبقي للدفع</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>المجموع</translation>
    </message>
    <message>
        <source>{amount} next</source>
        <translation>{amount} الآن</translation>
    </message>
    <message>
        <source>After this payment {amount} is left to pay.</source>
        <translation>بعد هذا الدفع يتبقى {amount}.</translation>
    </message>
    <message>
        <source>Pays {amount}</source>
        <translation>تدفع {amount}</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>بطاقة هدايا</translation>
    </message>
    <message>
        <source>Gift card …{digits}</source>
        <translation>بطاقة هدايا …{digits}</translation>
    </message>
    <message>
        <source>My balance</source>
        <translation>رصيدي</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>بطاقة</translation>
    </message>
    <message>
        <source>{card} …{digits}</source>
        <translation>{card} …{digits}</translation>
    </message>
    <message>
        <source>{amount} left on it</source>
        <translation>المتبقي فيها {amount}</translation>
    </message>
    <message>
        <source>Nothing left on it</source>
        <translation>لم يتبق فيها شيء</translation>
    </message>
    <message>
        <source>Set aside for you</source>
        <translation>محجوز لك</translation>
    </message>
    <message>
        <source>Asking about your gift card …</source>
        <translation>جارٍ الاستعلام عن بطاقة الهدايا …</translation>
    </message>
    <message>
        <source>Asking about your balance …</source>
        <translation>جارٍ الاستعلام عن رصيدك …</translation>
    </message>
    <message>
        <source>Hold your phone or gift card here</source>
        <translation>قرّب هاتفك أو بطاقة الهدايا هنا</translation>
    </message>
    <message>
        <source>Hold your phone here</source>
        <translation>قرّب هاتفك هنا</translation>
    </message>
    <message>
        <source>Hold your gift card here</source>
        <translation>قرّب بطاقة الهدايا هنا</translation>
    </message>
    <message>
        <source>With an app on your phone</source>
        <translation>بتطبيق على هاتفك</translation>
    </message>
    <message>
        <source>Not reachable right now. Nothing was charged.</source>
        <translation>غير متاحة الآن. لم يُخصم شيء.</translation>
    </message>
    <message>
        <source>Scan it or type its number</source>
        <translation>امسحها أو أدخل رقمها</translation>
    </message>
    <message>
        <source>What you have in your account</source>
        <translation>ما لديك في حسابك</translation>
    </message>
    <message>
        <source>{amount} goes back to where it came from. Your basket is kept, and you can pay another way.</source>
        <translation>يعود {amount} إلى مصدره. سلتك محفوظة، ويمكنك الدفع بطريقة أخرى.</translation>
    </message>
    <message>
        <source>Your money goes back</source>
        <translation>نعيد إليك مالك</translation>
    </message>
    <message>
        <source>Please follow the card terminal. It has gone back only when we say so.</source>
        <translation>يرجى اتباع تعليمات جهاز البطاقات. لا يُعاد المبلغ إلا حين نؤكد ذلك.</translation>
    </message>
    <message>
        <source>Please wait. It goes back to the wallet on your phone.</source>
        <translation>يرجى الانتظار. يعود المبلغ إلى محفظة هاتفك.</translation>
    </message>
    <message>
        <source>Please wait a moment</source>
        <translation>يرجى الانتظار لحظة</translation>
    </message>
    <message>
        <source>We are asking whether {amount} has gone back to you. Your basket is kept.</source>
        <translation>نسأل هل أُعيد إليك {amount}. سلتك محفوظة.</translation>
    </message>
    <message>
        <source>A colleague has to look</source>
        <translation>يجب أن يتحقق موظف</translation>
    </message>
    <message>
        <source>We cannot tell whether {amount} has gone back to you. A colleague will check it with you. Your basket is kept.</source>
        <translation>لا نعلم هل أُعيد إليك {amount}. سيتحقق موظف من ذلك معك. سلتك محفوظة.</translation>
    </message>
    <message>
        <source>What is shown as paid still counts for this purchase. Try again, or touch Help: staff give it back.</source>
        <translation>ما يظهر مدفوعًا يُحتسب لهذه المشتريات. حاول من جديد، أو المس «مساعدة» ليعيده موظف.</translation>
    </message>
    <message>
        <source>We cannot tell yet whether {amount} has gone back to you. A colleague will check it with you.</source>
        <translation>لا نعلم بعد هل أُعيد إليك {amount}. سيتحقق موظف من ذلك معك.</translation>
    </message>
    <message>
        <source>Your code is on its way. Nothing was charged.</source>
        <translation>رمزك في الطريق. لم يُخصم شيء.</translation>
    </message>
    <message>
        <source>Scan this code with your phone</source>
        <translation>امسح هذا الرمز بهاتفك</translation>
    </message>
    <message>
        <source>Open your wallet app. You have paid only when this screen says so.</source>
        <translation>افتح تطبيق المحفظة. لا يتم الدفع إلا حين تؤكده هذه الشاشة.</translation>
    </message>
    <message>
        <source>We have read your phone&apos;s code</source>
        <translation>قرأنا رمز هاتفك</translation>
    </message>
    <message>
        <source>Please wait. You have paid only when this screen says so.</source>
        <translation>يرجى الانتظار. لا يتم الدفع إلا حين تؤكده هذه الشاشة.</translation>
    </message>
    <message>
        <source>Please confirm on your phone</source>
        <translation>يرجى التأكيد على هاتفك</translation>
    </message>
    <message>
        <source>Your phone asks for your consent. Nothing is charged before you give it.</source>
        <translation>هاتفك يطلب موافقتك. لا يُخصم شيء قبلها.</translation>
    </message>
    <message>
        <source>Please wait. We are asking your wallet whether anything was charged. Do not confirm now.</source>
        <translation>يرجى الانتظار. نسأل محفظتك هل خُصم شيء. لا تؤكد الآن.</translation>
    </message>
    <message>
        <source>We are asking your wallet whether your payment of {amount} went through. Your basket is kept.</source>
        <translation>نسأل محفظتك هل تم دفع {amount}. سلتك محفوظة.</translation>
    </message>
    <message>
        <source>Your wallet cannot tell whether your payment of {amount} went through. A colleague will check it with you. Your basket is kept.</source>
        <translation>لا تستطيع محفظتك أن تحدد هل تم دفع {amount}. سيتحقق موظف من ذلك معك. سلتك محفوظة.</translation>
    </message>
    <message>
        <source>Please wait here. Your basket is kept, and so are the {amount} you have paid so far.</source>
        <translation>يرجى الانتظار هنا. سلتك محفوظة وكذلك {amount} التي دفعتها.</translation>
    </message>
    <message>
        <source>You have paid {amount} so far; it is kept with your basket. A colleague will go on with you or give it back.</source>
        <translation>دفعت {amount} حتى الآن، وهي محفوظة مع سلتك. سيتابع موظف معك أو يعيدها إليك.</translation>
    </message>
    <message>
        <source>We don&apos;t know this gift card</source>
        <translation>لا نعرف بطاقة الهدايا هذه</translation>
    </message>
    <message>
        <source>Nothing was taken. Check the number and try again, or pay another way.</source>
        <translation>لم يُؤخذ شيء. تحقق من الرقم وحاول من جديد، أو ادفع بطريقة أخرى.</translation>
    </message>
    <message>
        <source>Nothing is left on it</source>
        <translation>لم يتبق فيها شيء</translation>
    </message>
    <message>
        <source>Nothing was taken. Please pay another way.</source>
        <translation>لم يُؤخذ شيء. يرجى الدفع بطريقة أخرى.</translation>
    </message>
    <message>
        <source>It is in use at another checkout</source>
        <translation>قيد الاستخدام لدى صندوق آخر</translation>
    </message>
    <message>
        <source>Nothing was taken. Finish there first, or pay another way.</source>
        <translation>لم يُؤخذ شيء. أكمل هناك أولًا، أو ادفع بطريقة أخرى.</translation>
    </message>
    <message>
        <source>It was used up before</source>
        <translation>استُهلكت من قبل</translation>
    </message>
    <message>
        <source>Nothing was taken. Please pay another way, or touch Help.</source>
        <translation>لم يُؤخذ شيء. ادفع بطريقة أخرى، أو المس «مساعدة».</translation>
    </message>
    <message>
        <source>That took too long</source>
        <translation>استغرق ذلك وقتًا طويلًا</translation>
    </message>
    <message>
        <source>Nothing was taken. Please try again.</source>
        <translation>لم يُؤخذ شيء. يرجى المحاولة من جديد.</translation>
    </message>
    <message>
        <source>It is blocked</source>
        <translation>محظورة</translation>
    </message>
    <message>
        <source>Nothing was taken. Touch Help to ask why, or pay another way.</source>
        <translation>لم يُؤخذ شيء. المس «مساعدة» لمعرفة السبب، أو ادفع بطريقة أخرى.</translation>
    </message>
    <message>
        <source>It has expired</source>
        <translation>انتهت صلاحيتها</translation>
    </message>
    <message>
        <source>Nothing was taken. Touch Help to ask, or pay another way.</source>
        <translation>لم يُؤخذ شيء. المس «مساعدة» للسؤال، أو ادفع بطريقة أخرى.</translation>
    </message>
    <message>
        <source>It holds another currency</source>
        <translation>هي بعملة أخرى</translation>
    </message>
    <message>
        <source>It cannot pay here and nothing was taken. Please pay another way.</source>
        <translation>لا يمكن الدفع بها هنا ولم يُؤخذ شيء. يرجى الدفع بطريقة أخرى.</translation>
    </message>
    <message>
        <source>It needs its PIN</source>
        <translation>تحتاج إلى رقمها السري</translation>
    </message>
    <message>
        <source>Nothing was taken. Type the PIN, or pay another way.</source>
        <translation>لم يُؤخذ شيء. أدخل الرقم السري، أو ادفع بطريقة أخرى.</translation>
    </message>
    <message>
        <source>This PIN is not right</source>
        <translation>الرقم السري غير صحيح</translation>
    </message>
    <message>
        <source>Nothing was taken. Try again; after five wrong ones the card is locked.</source>
        <translation>لم يُؤخذ شيء. حاول من جديد، فبعد خمسة أخطاء تُقفل البطاقة.</translation>
    </message>
    <message>
        <source>Too many wrong PINs</source>
        <translation>أرقام سرية خاطئة كثيرة</translation>
    </message>
    <message>
        <source>It is locked for 15 minutes and nothing was taken. Please pay another way.</source>
        <translation>قُفلت 15 دقيقة ولم يُؤخذ شيء. يرجى الدفع بطريقة أخرى.</translation>
    </message>
    <message>
        <source>Too many tries</source>
        <translation>محاولات كثيرة</translation>
    </message>
    <message>
        <source>We cannot ask about it right now</source>
        <translation>لا يمكننا الاستعلام عنها الآن</translation>
    </message>
    <message>
        <source>Nothing was taken; what is on it stays yours. Try again in a moment, or pay another way.</source>
        <translation>لم يُؤخذ شيء، وما فيها باقٍ لك. حاول بعد لحظة، أو ادفع بطريقة أخرى.</translation>
    </message>
    <message>
        <source>It cannot be used for this purchase</source>
        <translation>لا يمكن استخدامها لهذه المشتريات</translation>
    </message>
    <message>
        <source>A part is paid already. It has to go back before the basket can change.</source>
        <translation>دُفع جزء بالفعل، ويجب أن يعود قبل تغيير السلة.</translation>
    </message>
    <message>
        <source>Please choose an amount up to what is left to pay.</source>
        <translation>يرجى اختيار مبلغ لا يتجاوز المتبقي للدفع.</translation>
    </message>
    <message>
        <source>Please pay the rest at once: that is enough parts.</source>
        <translation>يرجى دفع الباقي دفعة واحدة، فقد كثرت الأجزاء.</translation>
    </message>
    <message>
        <source>We are still asking about your gift card or balance. One moment, please; nothing was charged.</source>
        <translation>ما زلنا نستعلم عن بطاقة الهدايا أو الرصيد. لحظة من فضلك، لم يُخصم شيء.</translation>
    </message>
    <message>
        <source>This is not a gift card&apos;s number. Nothing was taken; please try again.</source>
        <translation>هذا ليس رقم بطاقة هدايا. لم يُؤخذ شيء، يرجى المحاولة من جديد.</translation>
    </message>
    <message>
        <source>Gift cards cannot be used here right now. Nothing was taken; please pay another way.</source>
        <translation>لا يمكن استخدام بطاقات الهدايا هنا الآن. لم يُؤخذ شيء، يرجى الدفع بطريقة أخرى.</translation>
    </message>
    <message>
        <source>It already pays for this purchase.</source>
        <translation>هي مستخدمة في هذه المشتريات.</translation>
    </message>
    <message>
        <source>A PIN has digits only. Nothing was taken.</source>
        <translation>الرقم السري أرقام فقط. لم يُؤخذ شيء.</translation>
    </message>
    <message>
        <source>You cannot pay from a balance here.</source>
        <translation>لا يمكن الدفع من الرصيد هنا.</translation>
    </message>
    <message>
        <source>To pay from your balance, go back to the basket and show your member card first.</source>
        <translation>للدفع من رصيدك عد إلى السلة وأظهر بطاقة عضويتك أولًا.</translation>
    </message>
    <message>
        <source>One purchase takes no more gift cards. Nothing was taken; please pay another way.</source>
        <translation>لا تُقبل بطاقات هدايا أخرى في هذه المشتريات. لم يُؤخذ شيء، يرجى الدفع بطريقة أخرى.</translation>
    </message>
    <message>
        <source>You cannot pay by phone wallet here. Nothing was charged.</source>
        <translation>لا يمكن الدفع بمحفظة الهاتف هنا. لم يُخصم شيء.</translation>
    </message>
    <message>
        <source>Phone wallets cannot be reached right now. Nothing was charged; please pay another way.</source>
        <translation>تعذر الوصول إلى محافظ الهاتف الآن. لم يُخصم شيء، يرجى الدفع بطريقة أخرى.</translation>
    </message>
    <message>
        <source>Not while training: nothing is paid here.</source>
        <translation>ليس أثناء التدريب: لا يُدفع شيء هنا.</translation>
    </message>
    <message>
        <source>Popular now</source>
        <translation>الأكثر طلبًا الآن</translation>
    </message>
    <message>
        <source>Fruit and vegetables</source>
        <translation>فواكه وخضار</translation>
    </message>
    <message>
        <source>Fruit</source>
        <translation>فواكه</translation>
    </message>
    <message>
        <source>Berries</source>
        <translation>توت</translation>
    </message>
    <message>
        <source>Exotic</source>
        <translation>استوائية</translation>
    </message>
    <message>
        <source>Vegetables</source>
        <translation>خضار</translation>
    </message>
    <message>
        <source>Bakery</source>
        <translation>مخبوزات</translation>
    </message>
    <message>
        <source>Bread</source>
        <translation>خبز</translation>
    </message>
    <message>
        <source>Snacks</source>
        <translation>وجبات خفيفة</translation>
    </message>
    <message>
        <source>{price}/kg</source>
        <translation>{price}/كغ</translation>
    </message>
    <message>
        <source>No bag, thank you</source>
        <translation>من دون كيس، شكرًا</translation>
    </message>
    <message>
        <source>1 bag for {amount}</source>
        <translation>كيس واحد بسعر {amount}</translation>
    </message>
    <message>
        <source>{count} bags for {amount}</source>
        <translation>{count} أكياس بسعر {amount}|كيس واحد بسعر {amount}|كيسان بسعر {amount}|{count} أكياس بسعر {amount}|{count} كيسًا بسعر {amount}|{count} كيس بسعر {amount}</translation>
    </message>
    <message>
        <source>Round up to {total}?</source>
        <translation>التقريب إلى {total}؟</translation>
    </message>
    <message>
        <source>{amount} for {charity}</source>
        <translation>{amount} لصالح {charity}</translation>
    </message>
    <message>
        <source>Thank you for {amount}</source>
        <translation>شكرًا على {amount}</translation>
    </message>
    <message>
        <source>Donation</source>
        <translation>تبرع</translation>
    </message>
    <message>
        <source>{name} taken off</source>
        <translation>أُزيل {name}</translation>
    </message>
    <message>
        <source>{count} × {name} taken off</source>
        <translation>أُزيل {count} × {name}</translation>
    </message>
    <message>
        <source>This is not sold without a barcode. Please scan it.</source>
        <translation>لا يُباع هذا من دون باركود. يرجى مسحه.</translation>
    </message>
    <message>
        <source>This cannot be weighed here. A colleague will help you.</source>
        <translation>لا يمكن وزنه هنا. سيساعدك أحد موظفينا.</translation>
    </message>
    <message>
        <source>What does it cost?</source>
        <translation>كم السعر؟</translation>
    </message>
    <message>
        <source>Hold anything here. Nothing is added.</source>
        <translation>قرّب أي منتج هنا. لا يُضاف شيء.</translation>
    </message>
    <message>
        <source>Hold the barcode here</source>
        <translation>قرّب الباركود هنا</translation>
    </message>
    <message>
        <source>Your member prices</source>
        <translation>أسعار عضويتك</translation>
    </message>
    <message>
        <source>{price} per kg</source>
        <translation>{price} للكيلوغرام</translation>
    </message>
    <message>
        <source>{weight} kg, {price} per kg</source>
        <translation>{weight} كغ، {price} للكيلوغرام</translation>
    </message>
    <message>
        <source>plus {name} {price}</source>
        <translation>إضافة إلى {name} {price}</translation>
    </message>
    <message>
        <source>No offer for it right now</source>
        <translation>لا عرض عليه الآن</translation>
    </message>
    <message>
        <source>This has no price</source>
        <translation>لا سعر لهذا</translation>
    </message>
    <message>
        <source>Hold the barcode of an item here, or your member card.</source>
        <translation>قرّب هنا باركود منتج أو بطاقة عضويتك.</translation>
    </message>
    <message>
        <source>We do not know this item</source>
        <translation>لا نعرف هذا المنتج</translation>
    </message>
    <message>
        <source>Please ask a colleague for its price.</source>
        <translation>يرجى سؤال موظف عن سعره.</translation>
    </message>
    <message>
        <source>Order {name}</source>
        <translation>الطلب {name}</translation>
    </message>
    <message>
        <source>To pay: {amount}</source>
        <translation>المبلغ المستحق: {amount}</translation>
    </message>
    <message>
        <source>We are looking for your order.</source>
        <translation>نبحث عن طلبك.</translation>
    </message>
    <message>
        <source>Your order</source>
        <translation>طلبك</translation>
    </message>
    <message>
        <source>Take your goods. When you have everything, confirm it here.</source>
        <translation>خذ منتجاتك. عندما تكتمل لديك، أكّد ذلك هنا.</translation>
    </message>
    <message>
        <source>Collect it at the counter</source>
        <translation>استلمه من المنضدة</translation>
    </message>
    <message>
        <source>Your order waits there. Show the code on your phone once more.</source>
        <translation>طلبك ينتظرك هناك. أظهر الرمز على هاتفك مرة أخرى.</translation>
    </message>
    <message>
        <source>Take your goods. They are yours when they are paid here.</source>
        <translation>خذ منتجاتك. تصبح لك بعد دفع ثمنها هنا.</translation>
    </message>
    <message>
        <source>Pay here, then collect it at the counter with the same code.</source>
        <translation>ادفع هنا، ثم استلم طلبك من المنضدة بالرمز نفسه.</translation>
    </message>
    <message>
        <source>We are bringing your order here.</source>
        <translation>نُحضر طلبك إلى هنا.</translation>
    </message>
    <message>
        <source>Your order could not be brought here</source>
        <translation>تعذّر إحضار طلبك إلى هنا</translation>
    </message>
    <message>
        <source>Nothing was charged. Please try once more, or ask a colleague.</source>
        <translation>لم يُخصم شيء. يرجى المحاولة مرة أخرى أو سؤال أحد الموظفين.</translation>
    </message>
    <message>
        <source>Another lane has this order</source>
        <translation>هذا الطلب لدى صندوق آخر</translation>
    </message>
    <message>
        <source>Nothing was charged here. Finish it there, or ask a colleague.</source>
        <translation>لم يُخصم شيء هنا. أكمله هناك أو اسأل أحد الموظفين.</translation>
    </message>
    <message>
        <source>This order is paid already</source>
        <translation>هذا الطلب مدفوع بالفعل</translation>
    </message>
    <message>
        <source>Nothing was charged here. Collect it at the counter.</source>
        <translation>لم يُخصم شيء هنا. استلمه من المنضدة.</translation>
    </message>
    <message>
        <source>We are writing down that you have your order.</source>
        <translation>نسجّل أنك استلمت طلبك.</translation>
    </message>
    <message>
        <source>Your order is complete</source>
        <translation>اكتمل طلبك</translation>
    </message>
    <message>
        <source>Thank you. Nothing was charged here.</source>
        <translation>شكرًا لك. لم يُخصم شيء هنا.</translation>
    </message>
    <message>
        <source>This order was collected already</source>
        <translation>سبق استلام هذا الطلب</translation>
    </message>
    <message>
        <source>If that was not you, please ask a colleague.</source>
        <translation>إذا لم تكن أنت من استلمه، فاسأل أحد الموظفين.</translation>
    </message>
    <message>
        <source>This order was cancelled</source>
        <translation>أُلغي هذا الطلب</translation>
    </message>
    <message>
        <source>What was paid for it has gone back.</source>
        <translation>أُعيد ما دُفع مقابله.</translation>
    </message>
    <message>
        <source>It is too early for this order</source>
        <translation>ما زال الوقت مبكرًا لهذا الطلب</translation>
    </message>
    <message>
        <source>Your phone shows when you can collect it.</source>
        <translation>يعرض هاتفك متى يمكنك استلامه.</translation>
    </message>
    <message>
        <source>It is too late for this order</source>
        <translation>فات وقت هذا الطلب</translation>
    </message>
    <message>
        <source>Its time is over. What was paid goes back.</source>
        <translation>انتهت مهلته. سيُعاد ما دُفع.</translation>
    </message>
    <message>
        <source>This order is brought to you</source>
        <translation>هذا الطلب يُوصَّل إليك</translation>
    </message>
    <message>
        <source>It is not collected in the shop.</source>
        <translation>لا يُستلم من المتجر.</translation>
    </message>
    <message>
        <source>Show the next code</source>
        <translation>أظهر الرمز التالي</translation>
    </message>
    <message>
        <source>This one is over. Your phone shows a new one in a moment.</source>
        <translation>انتهى هذا الرمز. سيعرض هاتفك رمزًا جديدًا بعد لحظة.</translation>
    </message>
    <message>
        <source>This order is in another shop</source>
        <translation>هذا الطلب في متجر آخر</translation>
    </message>
    <message>
        <source>Your phone shows which one.</source>
        <translation>يعرض هاتفك أي متجر هو.</translation>
    </message>
    <message>
        <source>We cannot look for orders right now</source>
        <translation>لا يمكننا البحث عن الطلبات الآن</translation>
    </message>
    <message>
        <source>Nothing was changed. Please go to the counter.</source>
        <translation>لم يتغير شيء. يرجى التوجه إلى المنضدة.</translation>
    </message>
    <message>
        <source>This could not be written down yet</source>
        <translation>لم يمكن تسجيل ذلك بعد</translation>
    </message>
    <message>
        <source>Please confirm it once more, or ask a colleague.</source>
        <translation>يرجى التأكيد مرة أخرى أو سؤال أحد الموظفين.</translation>
    </message>
    <message>
        <source>Finish this purchase first</source>
        <translation>أنهِ هذا الشراء أولًا</translation>
    </message>
    <message>
        <source>Then show the code of your order again.</source>
        <translation>ثم أظهر رمز طلبك مرة أخرى.</translation>
    </message>
    <message>
        <source>This code opens no order here</source>
        <translation>هذا الرمز لا يفتح أي طلب هنا</translation>
    </message>
    <message>
        <source>Open your order on the phone and show its code, or go to the counter.</source>
        <translation>افتح طلبك على الهاتف وأظهر رمزه، أو توجه إلى المنضدة.</translation>
    </message>
</context>
<context>
    <name>NotFoundScreen</name>
    <message>
        <source>Try again</source>
        <translation>حاول من جديد</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>No barcode?</source>
        <translation>بلا باركود؟</translation>
    </message>
    <message>
        <source>Enter a number</source>
        <translation>إدخال رقم</translation>
    </message>
    <message>
        <source>Continue without this coupon</source>
        <translation>المتابعة من دون هذه القسيمة</translation>
    </message>
    <message>
        <source>Continue without member prices</source>
        <translation>المتابعة من دون أسعار الأعضاء</translation>
    </message>
    <message>
        <source>Continue without this item</source>
        <translation>المتابعة من دون هذا المنتج</translation>
    </message>
</context>
<context>
    <name>NudgeBanner</name>
    <message>
        <source>and 1 more</source>
        <translation>وواحد آخر</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>و⁨%1⁩ أخرى</translation>
    </message>
</context>
<context>
    <name>OrderScreen</name>
    <message>
        <source>Pay here</source>
        <translation>ادفع هنا</translation>
    </message>
    <message>
        <source>I have everything</source>
        <translation>لدي كل شيء</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>PayWays</name>
    <message>
        <source>Card or phone: hold, insert or swipe</source>
        <translation>بطاقة أو هاتف: قرّب أو أدخل أو مرّر</translation>
    </message>
    <message>
        <source>Pay by card</source>
        <translation>الدفع بالبطاقة</translation>
    </message>
    <message>
        <source>Phone wallet</source>
        <translation>محفظة الهاتف</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>بطاقة هدايا</translation>
    </message>
    <message>
        <source>My balance</source>
        <translation>رصيدي</translation>
    </message>
</context>
<context>
    <name>PaysRows</name>
    <message>
        <source>Take back</source>
        <translation>استرجاع</translation>
    </message>
</context>
<context>
    <name>PriceScreen</name>
    <message>
        <source>Add it to my purchase</source>
        <translation>إضافته إلى مشترياتي</translation>
    </message>
    <message>
        <source>Enter a number</source>
        <translation>إدخال رقم</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>QuantitySheet</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>الكمية</translation>
    </message>
</context>
<context>
    <name>ReceiptScreen</name>
    <message>
        <source>On paper</source>
        <translation>على الورق</translation>
    </message>
    <message>
        <source>Scan it from this screen with your phone</source>
        <translation>امسحه من هذه الشاشة بهاتفك</translation>
    </message>
    <message>
        <source>As a QR code</source>
        <translation>رمز للهاتف</translation>
    </message>
    <message>
        <source>Saves paper</source>
        <translation>يوفر الورق</translation>
    </message>
    <message>
        <source>No receipt</source>
        <translation>من دون إيصال</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>ReturnPanel</name>
    <message>
        <source>All of it</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>إنقاص واحد</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>زيادة واحد</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Give back %1</source>
        <translation>إعادة ⁨%1⁩</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول من جديد</translation>
    </message>
    <message>
        <source>It was given back by hand</source>
        <translation>أُعيد يدويًا</translation>
    </message>
    <message>
        <source>Give nothing more back</source>
        <translation>عدم إعادة شيء آخر</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation>طباعة القصاصة</translation>
    </message>
    <message>
        <source>No slip</source>
        <translation>من دون قصاصة</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>RoundUpStrip</name>
    <message>
        <source>Take back</source>
        <translation>استرجاع</translation>
    </message>
    <message>
        <source>Round up</source>
        <translation>التقريب</translation>
    </message>
</context>
<context>
    <name>ScannerEye</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>احتُسب</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>يُحتسب</translation>
    </message>
    <message>
        <source>seen once: one more look or a second decoder</source>
        <translation>رُئي مرة: تلزم نظرة أخرى أو قارئ ثانٍ</translation>
    </message>
    <message>
        <source>short code: two decoders must agree</source>
        <translation>رمز قصير: يجب أن يتفق قارئان</translation>
    </message>
    <message>
        <source>another code was read in the same place</source>
        <translation>قُرئ رمز آخر في المكان نفسه</translation>
    </message>
    <message>
        <source>Bars in view that nobody can read: is the print whole, dry and flat?</source>
        <translation>خطوط ظاهرة لا يقرؤها أحد: هل الطباعة كاملة وجافة ومستوية؟</translation>
    </message>
    <message>
        <source>Hold a barcode before the camera</source>
        <translation>قرّب باركودًا من الكاميرا</translation>
    </message>
    <message>
        <source>The last look took %1 ms</source>
        <translation>استغرقت النظرة الأخيرة ⁨%1⁩ ms</translation>
    </message>
</context>
<context>
    <name>ScanningScreen</name>
    <message>
        <source>Pay</source>
        <translation>الدفع</translation>
    </message>
    <message>
        <source>No barcode?</source>
        <translation>بلا باركود؟</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Remove last item</source>
        <translation>إزالة آخر منتج</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Cancel purchase</source>
        <translation>إلغاء المشتريات</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>Check a price</source>
        <translation>التحقق من سعر</translation>
    </message>
    <message>
        <source>Top up balance</source>
        <translation>شحن الرصيد</translation>
    </message>
</context>
<context>
    <name>ShowSheet</name>
    <message>
        <source>Show your phone&apos;s code to the camera</source>
        <translation>أظهر رمز هاتفك للكاميرا</translation>
    </message>
    <message>
        <source>Show your gift card to the camera</source>
        <translation>أظهر بطاقة الهدايا للكاميرا</translation>
    </message>
    <message>
        <source>Open your wallet app and choose its payment code</source>
        <translation>افتح تطبيق المحفظة واختر رمز الدفع</translation>
    </message>
    <message>
        <source>Hold its code flat and still; a code on your phone works too</source>
        <translation>ثبّت الرمز مستويًا، ويصلح أيضًا رمز على هاتفك</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Hold your phone here</source>
        <translation>قرّب هاتفك هنا</translation>
    </message>
    <message>
        <source>Hold your gift card here</source>
        <translation>قرّب بطاقة الهدايا هنا</translation>
    </message>
    <message>
        <source>Show me a code instead</source>
        <translation>أظهر لي رمزًا بدلًا من ذلك</translation>
    </message>
    <message>
        <source>Type its number instead</source>
        <translation>إدخال رقمها بدلًا من ذلك</translation>
    </message>
</context>
<context>
    <name>StaffBasket</name>
    <message>
        <source>No items</source>
        <translation>لا منتجات</translation>
    </message>
</context>
<context>
    <name>StaffDevices</name>
    <message>
        <source>Test</source>
        <translation>اختبار</translation>
    </message>
    <message>
        <source>What it reads</source>
        <translation>ما يقرؤه</translation>
    </message>
</context>
<context>
    <name>StaffDoor</name>
    <message>
        <source>Staff</source>
        <translation>الموظفون</translation>
    </message>
    <message>
        <source>Scan your badge, or type your number and PIN</source>
        <translation>امسح بطاقتك، أو أدخل رقمك ورقمك السري</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>الرقم السري</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>Checkout %1 · %2</source>
        <translation>الصندوق ⁨%1⁩ · ⁨%2⁩</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>To be decided: %1</source>
        <translation>للبتّ فيه: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Nothing waits for a decision</source>
        <translation>لا شيء ينتظر قرارًا</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Basket</source>
        <translation>السلة</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>المشتريات</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>الصندوق</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>الأجهزة</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>One fewer: %1</source>
        <translation>إنقاص واحد: ⁨%1⁩</translation>
    </message>
    <message>
        <source>One more: %1</source>
        <translation>زيادة واحد: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>TenderFlow</name>
    <message>
        <source>How would you like to pay?</source>
        <translation>كيف تود الدفع؟</translation>
    </message>
    <message>
        <source>Pay all of it</source>
        <translation>دفع الكل</translation>
    </message>
    <message>
        <source>Back to the basket</source>
        <translation>العودة إلى السلة</translation>
    </message>
    <message>
        <source>Give my money back</source>
        <translation>إعادة مالي</translation>
    </message>
    <message>
        <source>Pay only a part</source>
        <translation>دفع جزء فقط</translation>
    </message>
</context>
<context>
    <name>TenderPage</name>
    <message>
        <source>How would you like to pay?</source>
        <translation>كيف تود الدفع؟</translation>
    </message>
    <message>
        <source>Pay all of it</source>
        <translation>دفع الكل</translation>
    </message>
    <message>
        <source>Back to the basket</source>
        <translation>العودة إلى السلة</translation>
    </message>
    <message>
        <source>Give my money back</source>
        <translation>إعادة مالي</translation>
    </message>
    <message>
        <source>Pay only a part</source>
        <translation>دفع جزء فقط</translation>
    </message>
</context>
<context>
    <name>ThanksScreen</name>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>TimeStrip</name>
    <message>
        <source>This closes by itself in a moment.</source>
        <translation>ستُغلق هذه الصفحة تلقائيًا بعد قليل.</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>مزيد من الوقت</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>تم النداء</translation>
    </message>
    <message>
        <source>Called, %1</source>
        <translation>تم النداء، ⁨%1⁩</translation>
    </message>
    <message>
        <source>Checkout %1</source>
        <translation>الصندوق ⁨%1⁩</translation>
    </message>
    <message>
        <source>Colours, letters, reach and sound</source>
        <translation>الألوان والحروف والوصول والصوت</translation>
    </message>
</context>
<context>
    <name>TotalPanel</name>
    <message>
        <source>Total</source>
        <translation>المجموع</translation>
    </message>
</context>
<context>
    <name>TrainingBar</name>
    <message>
        <source>Training – nothing is sold</source>
        <translation>تدريب – لا يُباع شيء هنا</translation>
    </message>
</context>
<context>
    <name>TypeSheet</name>
    <message>
        <source>How much would you like to pay next?</source>
        <translation>كم تود أن تدفع الآن؟</translation>
    </message>
    <message>
        <source>The PIN of your gift card</source>
        <translation>الرقم السري لبطاقة الهدايا</translation>
    </message>
    <message>
        <source>The number of your gift card</source>
        <translation>رقم بطاقة الهدايا</translation>
    </message>
    <message>
        <source>Up to %1. The rest is paid afterwards, another way or by another person.</source>
        <translation>حتى ⁨%1⁩. يُدفع الباقي بعد ذلك بطريقة أخرى أو من شخص آخر.</translation>
    </message>
    <message>
        <source>It stands under its code: 13 or 20 digits</source>
        <translation>مكتوب أسفل رمزها: 13 أو 20 رقمًا</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>النصف</translation>
    </message>
    <message>
        <source>Shared by %1</source>
        <translation>القسمة على ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>UnknownScreen</name>
    <message>
        <source>I have not paid. Stop it.</source>
        <translation>لم أدفع. أوقفوه.</translation>
    </message>
</context>
<context>
    <name>VisitCard</name>
    <message>
        <source>Other reason</source>
        <translation>سبب آخر</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>موافقة</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>رفض</translation>
    </message>
</context>
<context>
    <name>WalletScreen</name>
    <message>
        <source>Stop the payment</source>
        <translation>إيقاف الدفع</translation>
    </message>
</context>
</TS>
