"""Why a code is not taken, for the ears: goods and members.

What happened, what to do now, and whether money moved, in one breath. The keys are the machine words that the
screens know too; a test keeps both complete.
"""

from kiosk.spoken.words.entry import Words

GOODS: dict[str, Words] = {
    "unknown": Words(
        "We don't know this item. Nothing was added to your basket. Try another barcode on the "
        "pack, or press Help.",
        "Diesen Artikel kennen wir nicht. Es wurde nichts hinzugefügt. Versuchen Sie einen "
        "anderen Strichcode auf der Packung oder drücken Sie die Hilfetaste.",
        "未找到此商品。没有添加任何商品。请尝试包装上的其他条码，或按帮助键。",
    ),
    "unreadable": Words(
        "We couldn't read this code. Nothing was added to your basket. Smooth the pack, hold it "
        "still and try again.",
        "Dieser Code war nicht lesbar. Es wurde nichts hinzugefügt. Streichen Sie die Packung "
        "glatt, halten Sie sie ruhig und versuchen Sie es noch einmal.",
        "无法读取此条码。没有添加任何商品。请抚平包装，拿稳后再试一次。",
    ),
    "not_a_product": Words(
        "This is not a product code. Nothing was added to your basket. Look for the striped "
        "barcode on the pack.",
        "Das ist kein Artikelcode. Es wurde nichts hinzugefügt. Suchen Sie den gestreiften "
        "Strichcode auf der Packung.",
        "这不是商品条码。没有添加任何商品。请找到包装上的条纹条码。",
    ),
    "too_long": Words(
        "This is not a product code. Nothing was added to your basket. Look for the striped "
        "barcode on the pack.",
        "Das ist kein Artikelcode. Es wurde nichts hinzugefügt. Suchen Sie den gestreiften "
        "Strichcode auf der Packung.",
        "这不是商品条码。没有添加任何商品。请找到包装上的条纹条码。",
    ),
    "needs_weight": Words(
        "This item has to be weighed. Nothing was added to your basket. Press Help; a colleague "
        "will weigh it for you.",
        "Dieser Artikel muss gewogen werden. Es wurde nichts hinzugefügt. Drücken Sie die "
        "Hilfetaste; wir wiegen den Artikel für Sie.",
        "此商品需要称重。没有添加任何商品。请按帮助键，工作人员会为您称重。",
    ),
    "for_paying": Words(
        "This is for paying. Nothing was charged. Scan everything first, press Pay, and then show it again.",
        "Das ist zum Bezahlen. Es wurde nichts abgebucht. Scannen Sie erst alles, wählen Sie "
        "Bezahlen und zeigen Sie es dann noch einmal.",
        "这是用来付款的。未扣款。请先扫描全部商品，选“付款”，然后再次出示。",
    ),
    "limit": Words(
        "No more of this item in one purchase. You have as many as one purchase may hold. This "
        "one was not added; please leave it here.",
        "Mehr davon geht nicht in einem Einkauf. Sie haben schon die größte Menge für einen "
        "Einkauf. Dieser Artikel wurde nicht hinzugefügt; bitte lassen Sie ihn hier.",
        "此商品每次购物限购。您已达到每次购物的数量上限。这一件没有添加，请把它留在这里。",
    ),
    "basket_held": Words(
        "Another lane has this basket. Nothing was added here. Please pay there, or press Help.",
        "Diesen Korb hat eine andere Kasse. Hier wurde nichts hinzugefügt. Bitte zahlen Sie "
        "dort, oder drücken Sie die Hilfetaste.",
        "此购物篮正在另一收银台。此处未添加任何商品。请在那里付款，或按帮助键。",
    ),
    "basket_used": Words(
        "This basket is paid. Nothing was added. Your receipt is on your phone.",
        "Dieser Korb ist bezahlt. Es wurde nichts hinzugefügt. Ihr Bon ist auf Ihrem Telefon.",
        "此购物篮已付款。未添加任何商品。您的小票在手机上。",
    ),
    "basket_changed": Words(
        "This basket has changed. Nothing was added. Choose Pay on your phone again and show the new code.",
        "Dieser Korb hat sich geändert. Es wurde nichts hinzugefügt. Wählen Sie auf dem Telefon "
        "noch einmal Zahlen, und zeigen Sie den neuen Code.",
        "此购物篮已更改。未添加任何商品。请在手机上再次选“付款”并出示新码。",
    ),
    "basket_expired": Words(
        "This basket has changed. Nothing was added. Choose Pay on your phone again and show the new code.",
        "Dieser Korb hat sich geändert. Es wurde nichts hinzugefügt. Wählen Sie auf dem Telefon "
        "noch einmal Zahlen, und zeigen Sie den neuen Code.",
        "此购物篮已更改。未添加任何商品。请在手机上再次选“付款”并出示新码。",
    ),
    "basket_unknown": Words(
        "This basket has changed. Nothing was added. Choose Pay on your phone again and show the new code.",
        "Dieser Korb hat sich geändert. Es wurde nichts hinzugefügt. Wählen Sie auf dem Telefon "
        "noch einmal Zahlen, und zeigen Sie den neuen Code.",
        "此购物篮已更改。未添加任何商品。请在手机上再次选“付款”并出示新码。",
    ),
    "basket_not_empty": Words(
        "There are goods in the basket here already. The basket of your phone was not added; it "
        "is still yours. Pay these first, or take them out.",
        "Hier sind schon Waren im Korb. Der Korb Ihres Telefons kam nicht dazu; er bleibt Ihnen. "
        "Zahlen Sie erst diese Waren, oder nehmen Sie sie heraus.",
        "此处已有商品。手机购物篮未添加，仍归您所有。请先支付或移除这些商品。",
    ),
    "basket_no_link": Words(
        "Baskets of phones cannot be fetched now. Nothing was added; your basket is still on "
        "your phone. Show it again, or scan your items here.",
        "Körbe von Telefonen sind gerade nicht abrufbar. Es wurde nichts hinzugefügt; Ihr Korb "
        "ist noch auf dem Telefon. Zeigen Sie ihn noch einmal, oder scannen Sie hier.",
        "目前无法读取手机购物篮。未添加任何商品；购物篮仍在手机上。请重新出示，或在此扫描商品。",
    ),
    "weigh_again": Words(
        "It could not be weighed. Nothing was added to your basket. Lay it on the scale alone "
        "and scan it again, or press Help.",
        "Das Wiegen hat nicht geklappt. Es wurde nichts erfasst. Legen Sie den Artikel allein "
        "auf die Waage und scannen Sie ihn noch einmal, oder drücken Sie die Hilfetaste.",
        "无法称重。没有添加任何商品。请将其单独放到秤上再扫描一次，或按帮助键。",
    ),
    "other": Words(
        "This code does not work here. Your basket is unchanged. Try another code, or press Help.",
        "Dieser Code funktioniert hier nicht. Ihr Warenkorb ist unverändert. Versuchen Sie einen "
        "anderen Code oder drücken Sie die Hilfetaste.",
        "此代码在这里无法使用。您的购物篮没有变化。请尝试其他代码，或按帮助键。",
    ),
}
"""By `CodeNotFound.reason`; `weigh_again` instead of `needs_weight` at a lane that has a scale."""

MEMBERS: dict[str, Words] = {
    "not_a_member": Words(
        "We don't know this card or number. Your basket is unchanged. Check the number and try "
        "again, or go on without member prices.",
        "Diese Karte oder Nummer kennen wir nicht. Ihr Warenkorb ist unverändert. Prüfen Sie die "
        "Nummer und versuchen Sie es noch einmal, oder machen Sie ohne Mitgliedspreise weiter.",
        "我们查不到此卡或号码。您的购物篮没有变化。请核对号码后重试，或不使用会员价继续。",
    ),
    "code_old": Words(
        "This code is from a while ago. Your basket is unchanged. Show the code on your phone "
        "now. If it stays so, set the phone's clock.",
        "Dieser Code ist von vorhin. Ihr Warenkorb ist unverändert. Zeigen Sie den Code, der jetzt auf "
        "dem Telefon ist. Hilft das nicht, stellen Sie die Uhr des Telefons.",
        "此码已过时。购物篮未变。请出示手机上当前的码；若仍如此，请校准手机时间。",
    ),
    "code_ahead": Words(
        "Your phone's clock is fast. Your basket is unchanged. Set the clock and show the code again.",
        "Die Uhr Ihres Telefons geht vor. Ihr Warenkorb ist unverändert. Stellen Sie die Uhr, und zeigen Sie "
        "den Code noch einmal.",
        "您的手机时间偏快。购物篮未变。请校准时间后重新出示。",
    ),
    "code_copied": Words(
        "This code was just used elsewhere. Your basket is unchanged. Wait for the next code and show it.",
        "Dieser Code wurde gerade anderswo benutzt. Ihr Warenkorb ist unverändert. Warten Sie auf den "
        "nächsten Code, und zeigen Sie ihn.",
        "此码刚在别处使用过。购物篮未变。请等待下一个码再出示。",
    ),
    "code_wrong_shop": Words(
        "This code is for another of our shops. Your basket is unchanged. Open the page of this "
        "shop on your phone and show its code.",
        "Dieser Code ist für einen anderen Markt. Ihr Warenkorb ist unverändert. Öffnen Sie auf dem "
        "Telefon die Seite dieses Marktes, und zeigen Sie deren Code.",
        "此码属于另一家门店。购物篮未变。请在手机上打开本店页面并出示其码。",
    ),
    "code_revoked": Words(
        "This code no longer counts. Your basket is unchanged. Open the page on your phone again "
        "and show the new code.",
        "Dieser Code gilt nicht mehr. Ihr Warenkorb ist unverändert. Öffnen Sie die Seite auf dem "
        "Telefon neu, und zeigen Sie den neuen Code.",
        "此码已失效。购物篮未变。请在手机上重新打开页面并出示新码。",
    ),
    "code_key_over": Words(
        "This code no longer counts. Your basket is unchanged. Open the page on your phone again "
        "and show the new code.",
        "Dieser Code gilt nicht mehr. Ihr Warenkorb ist unverändert. Öffnen Sie die Seite auf dem "
        "Telefon neu, und zeigen Sie den neuen Code.",
        "此码已失效。购物篮未变。请在手机上重新打开页面并出示新码。",
    ),
    "code_locked": Words(
        "Too many wrong numbers. Your basket is unchanged. Show the code on your phone, or go on "
        "without member prices.",
        "Zu viele falsche Nummern. Ihr Warenkorb ist unverändert. Zeigen Sie den Code auf dem Telefon, "
        "oder machen Sie ohne Mitgliedspreise weiter.",
        "错误号码过多。购物篮未变。请出示手机上的码，或不用会员价继续。",
    ),
    "code_unknown": Words(
        "We don't know this member yet. Your basket is unchanged. Whoever has just joined is "
        "known here with the next purchase.",
        "Dieses Mitglied kennen wir noch nicht. Ihr Warenkorb ist unverändert. Wer gerade erst "
        "Mitglied wurde, ist hier beim nächsten Einkauf bekannt.",
        "本机尚未识别该会员。购物篮未变。刚加入的会员将在下次购物时被识别。",
    ),
    "code_forged": Words(
        "This code does not count here. Your basket is unchanged. Go on without member prices, "
        "or press Help.",
        "Dieser Code gilt hier nicht. Ihr Warenkorb ist unverändert. Machen Sie ohne "
        "Mitgliedspreise weiter, oder drücken Sie die Hilfetaste.",
        "此码在此无效。购物篮未变。您可以不用会员价继续，或按帮助键。",
    ),
    "code_unknown_key": Words(
        "This code does not count here. Your basket is unchanged. Go on without member prices, "
        "or press Help.",
        "Dieser Code gilt hier nicht. Ihr Warenkorb ist unverändert. Machen Sie ohne "
        "Mitgliedspreise weiter, oder drücken Sie die Hilfetaste.",
        "此码在此无效。购物篮未变。您可以不用会员价继续，或按帮助键。",
    ),
    "code_key_may_not": Words(
        "This code does not count here. Your basket is unchanged. Go on without member prices, "
        "or press Help.",
        "Dieser Code gilt hier nicht. Ihr Warenkorb ist unverändert. Machen Sie ohne "
        "Mitgliedspreise weiter, oder drücken Sie die Hilfetaste.",
        "此码在此无效。购物篮未变。您可以不用会员价继续，或按帮助键。",
    ),
    "code_paper": Words(
        "This code does not count here. Your basket is unchanged. Go on without member prices, "
        "or press Help.",
        "Dieser Code gilt hier nicht. Ihr Warenkorb ist unverändert. Machen Sie ohne "
        "Mitgliedspreise weiter, oder drücken Sie die Hilfetaste.",
        "此码在此无效。购物篮未变。您可以不用会员价继续，或按帮助键。",
    ),
    "code_wrong_kind": Words(
        "This code does not count here. Your basket is unchanged. Go on without member prices, "
        "or press Help.",
        "Dieser Code gilt hier nicht. Ihr Warenkorb ist unverändert. Machen Sie ohne "
        "Mitgliedspreise weiter, oder drücken Sie die Hilfetaste.",
        "此码在此无效。购物篮未变。您可以不用会员价继续，或按帮助键。",
    ),
    "code_clock": Words(
        "This code does not count here. Your basket is unchanged. Go on without member prices, "
        "or press Help.",
        "Dieser Code gilt hier nicht. Ihr Warenkorb ist unverändert. Machen Sie ohne "
        "Mitgliedspreise weiter, oder drücken Sie die Hilfetaste.",
        "此码在此无效。购物篮未变。您可以不用会员价继续，或按帮助键。",
    ),
    "code_busy": Words(
        "This code does not count here. Your basket is unchanged. Go on without member prices, "
        "or press Help.",
        "Dieser Code gilt hier nicht. Ihr Warenkorb ist unverändert. Machen Sie ohne "
        "Mitgliedspreise weiter, oder drücken Sie die Hilfetaste.",
        "此码在此无效。购物篮未变。您可以不用会员价继续，或按帮助键。",
    ),
}
"""By `CodeNotFound.reason`, of a member's card, number or phone."""
