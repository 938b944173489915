<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_GB">
<context>
    <name>AskingStrip</name>
    <message>
        <source>Go on without it</source>
        <translation>Ohne weiter</translation>
    </message>
</context>
<context>
    <name>AttentionSheet</name>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>I need more time</source>
        <translation>Ich brauche mehr Zeit</translation>
    </message>
    <message>
        <source>Go on scanning</source>
        <translation>Weiter scannen</translation>
    </message>
</context>
<context>
    <name>AttractScreen</name>
    <message>
        <source>Welcome!</source>
        <translation>Willkommen!</translation>
    </message>
    <message>
        <source>Scan.
Pay.
Done.</source>
        <translation>Scannen.
Zahlen.
Fertig.</translation>
    </message>
    <message>
        <source>Start shopping</source>
        <translation>Einkauf beginnen</translation>
    </message>
    <message>
        <source>Touch to start</source>
        <translation>Hier starten</translation>
    </message>
    <message>
        <source>or just hold your first item in front of the camera</source>
        <translation>oder einfach den ersten Artikel vor die Kamera halten</translation>
    </message>
</context>
<context>
    <name>BackSheet</name>
    <message>
        <source>Give your money back?</source>
        <translation>Geld zurückgeben?</translation>
    </message>
    <message>
        <source>Yes, give it back</source>
        <translation>Ja, zurückgeben</translation>
    </message>
    <message>
        <source>No, pay on</source>
        <translation>Nein, weiter zahlen</translation>
    </message>
</context>
<context>
    <name>BagsSheet</name>
    <message>
        <source>Do you need a bag?</source>
        <translation>Brauchen Sie eine Tasche?</translation>
    </message>
    <message>
        <source>Back to the basket</source>
        <translation>Zurück zum Warenkorb</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>The answer was: %1</source>
        <translation>Die Antwort war: %1</translation>
    </message>
</context>
<context>
    <name>BasketList</name>
    <message>
        <source>Scan your first item</source>
        <translation>Scannen Sie Ihren ersten Artikel</translation>
    </message>
    <message>
        <source>Hold its barcode in front of the camera. It appears here at once.</source>
        <translation>Halten Sie den Strichcode vor die Kamera. Der Artikel erscheint sofort hier.</translation>
    </message>
    <message>
        <source>I have put down my own bag</source>
        <translation>Eigene Tasche hingestellt</translation>
    </message>
</context>
<context>
    <name>BasketRow</name>
    <message>
        <source>Change the quantity of %1</source>
        <translation>Menge ändern: %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Entfernen: %1</translation>
    </message>
</context>
<context>
    <name>CameraPanel</name>
    <message>
        <source>Hold the barcode here</source>
        <translation>Strichcode hierhin halten</translation>
    </message>
</context>
<context>
    <name>CancelSheet</name>
    <message>
        <source>Your purchase is being cancelled</source>
        <translation>Ihr Einkauf wird abgebrochen</translation>
    </message>
    <message>
        <source>Nothing was charged. Your items stay here for a few seconds more.</source>
        <translation>Es wurde nichts abgebucht. Ihre Artikel bleiben noch ein paar Sekunden hier.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Cancel now</source>
        <translation>Jetzt abbrechen</translation>
    </message>
</context>
<context>
    <name>CardScreen</name>
    <message>
        <source>Stop the payment</source>
        <translation>Zahlung abbrechen</translation>
    </message>
</context>
<context>
    <name>ClosedScreen</name>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
</context>
<context>
    <name>CodeKeys</name>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>CodeSheet</name>
    <message>
        <source>Enter a number</source>
        <translation>Nummer eingeben</translation>
    </message>
    <message>
        <source>Member card, phone number, coupon code, or the number under a barcode</source>
        <translation>Mitgliedskarte, Telefonnummer, Gutschein-Code oder die Nummer unter einem Strichcode</translation>
    </message>
    <message>
        <source>A coupon code, or the number under a barcode</source>
        <translation>Gutschein-Code oder die Nummer unter einem Strichcode</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ComfortSheet</name>
    <message>
        <source>As you like it</source>
        <translation>So, wie Sie es mögen</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>Wie vorher</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Letters %1 %</source>
        <translation>Schrift %1 %</translation>
    </message>
    <message>
        <source>Touch and movement</source>
        <translation>Bedienen und Bewegung</translation>
    </message>
    <message>
        <source>Everything lower</source>
        <translation>Alles weiter unten</translation>
    </message>
    <message>
        <source>Left hand</source>
        <translation>Linke Hand</translation>
    </message>
    <message>
        <source>Less movement</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Töne</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Leiser</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Lauter</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>Curtain</name>
    <message>
        <source>Private mode</source>
        <translation>Privater Modus</translation>
    </message>
    <message>
        <source>The screen is dark while this purchase goes on by headset.</source>
        <translation>Der Bildschirm ist dunkel, während der Einkauf über den Kopfhörer weitergeht.</translation>
    </message>
    <message>
        <source>Show the screen</source>
        <translation>Bildschirm zeigen</translation>
    </message>
</context>
<context>
    <name>DeedSheet</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ExtraRows</name>
    <message>
        <source>Take back %1</source>
        <translation>%1 zurücknehmen</translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>I no longer need help</source>
        <translation>Ich brauche keine Hilfe mehr</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
</context>
<context>
    <name>HitPanel</name>
    <message>
        <source>Turn the pack until the stripes face the camera</source>
        <translation>Drehen Sie die Packung, bis die Striche zur Kamera zeigen</translation>
    </message>
</context>
<context>
    <name>JoinSheet</name>
    <message>
        <source>Become a member</source>
        <translation>Mitglied werden</translation>
    </message>
    <message>
        <source>Your telephone number</source>
        <translation>Ihre Telefonnummer</translation>
    </message>
    <message>
        <source>What may we do?</source>
        <translation>Was dürfen wir?</translation>
    </message>
    <message>
        <source>Scan this with your phone</source>
        <translation>Mit dem Handy scannen</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>Einen Moment, bitte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Finish there. This checkout notices by itself; you can scan on meanwhile.</source>
        <translation>Machen Sie dort fertig. Diese Kasse merkt es von selbst; Sie können weiterscannen.</translation>
    </message>
    <message>
        <source>Under a minute. No name, no address.</source>
        <translation>In weniger als einer Minute. Ohne Namen, ohne Adresse.</translation>
    </message>
    <message>
        <source>You are recognised by it here. Nobody calls you.</source>
        <translation>Daran erkennen wir Sie hier. Niemand ruft Sie an.</translation>
    </message>
    <message>
        <source>Your card is on your phone then</source>
        <translation>Ihre Karte ist dann auf dem Handy</translation>
    </message>
    <message>
        <source>With my phone</source>
        <translation>Mit meinem Handy</translation>
    </message>
    <message>
        <source>With a telephone number</source>
        <translation>Mit einer Telefonnummer</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Mitglied werden</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>LanguageBar</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
</context>
<context>
    <name>LanguageSheet</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>LetterKeys</name>
    <message>
        <source>Space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>LoadScreen</name>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>Enter a number</source>
        <translation>Nummer eingeben</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
</context>
<context>
    <name>LookupSheet</name>
    <message>
        <source>No barcode?</source>
        <translation>Kein Strichcode?</translation>
    </message>
    <message>
        <source>Touch a picture, or type a name</source>
        <translation>Bild antippen oder Namen tippen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer letters, or look through the pictures.</source>
        <translation>Nichts gefunden. Weniger Buchstaben tippen oder die Bilder durchsehen.</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>Einen Moment bitte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Add to basket</source>
        <translation>In den Warenkorb</translation>
    </message>
</context>
<context>
    <name>MemberStrip</name>
    <message>
        <source>Member?</source>
        <translation>Mitglied?</translation>
    </message>
    <message>
        <source>Show your card or type your number</source>
        <translation>Karte zeigen oder Nummer eingeben</translation>
    </message>
    <message>
        <source>Take the member card out of this purchase</source>
        <translation>Mitgliedskarte aus diesem Einkauf nehmen</translation>
    </message>
    <message>
        <source>Enter a number</source>
        <translation>Nummer eingeben</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Check a price</source>
        <translation>Preis prüfen</translation>
    </message>
    <message>
        <source>Become a member</source>
        <translation>Mitglied werden</translation>
    </message>
    <message>
        <source>Show your card, or touch here to join</source>
        <translation>Karte zeigen, oder hier Mitglied werden</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>This code is from a while ago</source>
        <translation>Dieser Code ist von vorhin</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Show the code on your phone now. If it stays so, set the phone&apos;s clock.</source>
        <translation>Ihr Korb bleibt, wie er ist. Zeigen Sie den Code, der jetzt auf dem Telefon ist. Hilft das nicht, stellen Sie dessen Uhr.</translation>
    </message>
    <message>
        <source>This code no longer counts</source>
        <translation>Dieser Code gilt nicht mehr</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Open the page on your phone again and show the new code.</source>
        <translation>Ihr Korb bleibt, wie er ist. Öffnen Sie die Seite auf dem Telefon neu und zeigen Sie den neuen Code.</translation>
    </message>
    <message>
        <source>This code does not count here</source>
        <translation>Dieser Code gilt hier nicht</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Go on without member prices, or touch Help.</source>
        <translation>Ihr Korb bleibt, wie er ist. Machen Sie ohne Mitgliedspreise weiter oder tippen Sie auf Hilfe.</translation>
    </message>
    <message>
        <source>Your phone&apos;s clock is fast</source>
        <translation>Die Uhr Ihres Telefons geht vor</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Set the clock and show the code again.</source>
        <translation>Ihr Korb bleibt, wie er ist. Stellen Sie die Uhr und zeigen Sie den Code noch einmal.</translation>
    </message>
    <message>
        <source>Another lane has this basket</source>
        <translation>Diesen Korb hat eine andere Kasse</translation>
    </message>
    <message>
        <source>Nothing was added here. Please pay there, or touch Help.</source>
        <translation>Hier wurde nichts hinzugefügt. Bitte zahlen Sie dort oder tippen Sie auf Hilfe.</translation>
    </message>
    <message>
        <source>This basket is paid</source>
        <translation>Dieser Korb ist bezahlt</translation>
    </message>
    <message>
        <source>Nothing was added. Your receipt is on your phone.</source>
        <translation>Es wurde nichts hinzugefügt. Ihr Bon ist auf Ihrem Telefon.</translation>
    </message>
    <message>
        <source>There are goods on this screen already</source>
        <translation>Hier sind schon Waren im Korb</translation>
    </message>
    <message>
        <source>The basket of your phone was not added; it is still yours. Pay these first, or take them out.</source>
        <translation>Der Korb Ihres Telefons kam nicht dazu; er bleibt Ihrer. Zahlen Sie erst diese Waren oder nehmen Sie sie heraus.</translation>
    </message>
    <message>
        <source>Baskets of phones cannot be fetched now</source>
        <translation>Körbe von Telefonen sind gerade nicht abrufbar</translation>
    </message>
    <message>
        <source>Nothing was added; your basket is still on your phone. Show it again, or scan your items here.</source>
        <translation>Es wurde nichts hinzugefügt; Ihr Korb ist noch auf dem Telefon. Zeigen Sie ihn noch einmal oder scannen Sie hier.</translation>
    </message>
    <message>
        <source>This basket has changed</source>
        <translation>Dieser Korb hat sich geändert</translation>
    </message>
    <message>
        <source>Nothing was added. Touch Pay on your phone again and show the new code.</source>
        <translation>Es wurde nichts hinzugefügt. Tippen Sie auf dem Telefon noch einmal auf Zahlen und zeigen Sie den neuen Code.</translation>
    </message>
    <message>
        <source>This code was just used elsewhere</source>
        <translation>Dieser Code wurde gerade anderswo benutzt</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Wait for the next code and show it.</source>
        <translation>Ihr Korb bleibt, wie er ist. Warten Sie auf den nächsten Code und zeigen Sie ihn.</translation>
    </message>
    <message>
        <source>This code is for another of our shops</source>
        <translation>Dieser Code ist für einen anderen Markt</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Open the page of this shop on your phone and show its code.</source>
        <translation>Ihr Korb bleibt, wie er ist. Öffnen Sie auf dem Telefon die Seite dieses Marktes und zeigen Sie deren Code.</translation>
    </message>
    <message>
        <source>Too many wrong numbers</source>
        <translation>Zu viele falsche Nummern</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Show the code on your phone, or go on without member prices.</source>
        <translation>Ihr Korb bleibt, wie er ist. Zeigen Sie den Code auf dem Telefon, oder machen Sie ohne Mitgliedspreise weiter.</translation>
    </message>
    <message>
        <source>We don&apos;t know this member yet</source>
        <translation>Dieses Mitglied kennen wir noch nicht</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Whoever has just joined is known here with the next purchase.</source>
        <translation>Ihr Korb bleibt, wie er ist. Wer gerade erst Mitglied wurde, ist hier beim nächsten Einkauf bekannt.</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 Artikel</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} Artikel</translation>
    </message>
    <message>
        <source>{price} each</source>
        <translation>{price} pro Stück</translation>
    </message>
    <message>
        <source>{weight} kg × {price}/kg</source>
        <translation>{weight} kg × {price}/kg</translation>
    </message>
    <message>
        <source>We don&apos;t know this item</source>
        <translation>Diesen Artikel kennen wir nicht</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Try another barcode on the pack, or touch Help.</source>
        <translation>Es wurde nichts hinzugefügt. Versuchen Sie einen anderen Strichcode auf der Packung oder tippen Sie auf Hilfe.</translation>
    </message>
    <message>
        <source>We couldn&apos;t read this code</source>
        <translation>Dieser Code war nicht lesbar</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Smooth the pack, hold it still and try again.</source>
        <translation>Es wurde nichts hinzugefügt. Streichen Sie die Packung glatt, halten Sie sie ruhig und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This is not a product code</source>
        <translation>Das ist kein Artikelcode</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Look for the striped barcode on the pack.</source>
        <translation>Es wurde nichts hinzugefügt. Suchen Sie den gestreiften Strichcode auf der Packung.</translation>
    </message>
    <message>
        <source>This coupon cannot be used</source>
        <translation>Dieser Gutschein gilt hier nicht</translation>
    </message>
    <message>
        <source>This coupon does not fit your basket</source>
        <translation>Dieser Gutschein passt nicht zum Warenkorb</translation>
    </message>
    <message>
        <source>A colleague has to look at this coupon</source>
        <translation>Diesen Gutschein muss jemand vom Team ansehen</translation>
    </message>
    <message>
        <source>It saves nothing yet. Touch Help, or go on without it; the coupon is still yours.</source>
        <translation>Er spart noch nichts. Tippen Sie auf Hilfe oder machen Sie ohne ihn weiter; der Gutschein bleibt Ihnen.</translation>
    </message>
    <message>
        <source>It could not be weighed</source>
        <translation>Das Wiegen hat nicht geklappt</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Lay it on the scale alone and scan it again, or touch Help.</source>
        <translation>Es wurde nichts erfasst. Legen Sie den Artikel allein auf die Waage und scannen Sie ihn noch einmal, oder tippen Sie auf Hilfe.</translation>
    </message>
    <message>
        <source>This item has to be weighed</source>
        <translation>Dieser Artikel muss gewogen werden</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Touch Help; a colleague will weigh it for you.</source>
        <translation>Es wurde nichts hinzugefügt. Tippen Sie auf Hilfe; wir wiegen den Artikel für Sie.</translation>
    </message>
    <message>
        <source>This is for paying</source>
        <translation>Das ist zum Bezahlen</translation>
    </message>
    <message>
        <source>Nothing was charged. Scan everything first, touch Pay, and then show it again.</source>
        <translation>Es wurde nichts abgebucht. Scannen Sie erst alles, tippen Sie auf Bezahlen und zeigen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>No more of this item in one purchase</source>
        <translation>Mehr davon geht nicht in einem Einkauf</translation>
    </message>
    <message>
        <source>You have as many as one purchase may hold. This one was not added; please leave it here.</source>
        <translation>Sie haben schon die größte Menge für einen Einkauf. Dieser Artikel wurde nicht hinzugefügt; bitte lassen Sie ihn hier.</translation>
    </message>
    <message>
        <source>We don&apos;t know this card or number</source>
        <translation>Diese Karte oder Nummer kennen wir nicht</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Check the number and try again, or go on without member prices.</source>
        <translation>Ihr Warenkorb ist unverändert. Prüfen Sie die Nummer und versuchen Sie es noch einmal, oder machen Sie ohne Mitgliedspreise weiter.</translation>
    </message>
    <message>
        <source>This coupon has expired</source>
        <translation>Dieser Gutschein ist abgelaufen</translation>
    </message>
    <message>
        <source>It saves nothing today. Your basket is unchanged.</source>
        <translation>Er spart heute nichts. Ihr Warenkorb ist unverändert.</translation>
    </message>
    <message>
        <source>This coupon is not valid yet</source>
        <translation>Dieser Gutschein gilt noch nicht</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Please keep it for your next visit.</source>
        <translation>Ihr Warenkorb ist unverändert. Bitte heben Sie ihn für Ihren nächsten Besuch auf.</translation>
    </message>
    <message>
        <source>This coupon is for another country</source>
        <translation>Dieser Gutschein ist für ein anderes Land</translation>
    </message>
    <message>
        <source>We cannot take it here. Your basket is unchanged.</source>
        <translation>Wir können ihn hier nicht annehmen. Ihr Warenkorb ist unverändert.</translation>
    </message>
    <message>
        <source>This coupon is for another shop</source>
        <translation>Dieser Gutschein ist für ein anderes Geschäft</translation>
    </message>
    <message>
        <source>This coupon could not be checked</source>
        <translation>Dieser Gutschein konnte nicht geprüft werden</translation>
    </message>
    <message>
        <source>It saves nothing now and was not used up. Please keep it for next time.</source>
        <translation>Er spart jetzt nichts und wurde nicht eingelöst. Bitte heben Sie ihn für das nächste Mal auf.</translation>
    </message>
    <message>
        <source>The goods it is for are not in your basket. Scan them first, then the coupon.</source>
        <translation>Die Artikel dazu sind nicht im Warenkorb. Scannen Sie zuerst diese, dann den Gutschein.</translation>
    </message>
    <message>
        <source>It has no value here. Your basket is unchanged.</source>
        <translation>Er hat hier keinen Wert. Ihr Warenkorb ist unverändert.</translation>
    </message>
    <message>
        <source>This coupon is in use at another checkout</source>
        <translation>Dieser Gutschein wird an einer anderen Kasse verwendet</translation>
    </message>
    <message>
        <source>A coupon counts once. If it is yours and unused, touch Help; we will sort it out.</source>
        <translation>Ein Gutschein zählt einmal. Ist es Ihrer und noch unbenutzt, tippen Sie auf Hilfe; wir klären das.</translation>
    </message>
    <message>
        <source>This coupon was used before</source>
        <translation>Dieser Gutschein wurde schon eingelöst</translation>
    </message>
    <message>
        <source>A coupon counts once. Your basket is unchanged.</source>
        <translation>Ein Gutschein zählt einmal. Ihr Warenkorb ist unverändert.</translation>
    </message>
    <message>
        <source>We couldn&apos;t read this coupon</source>
        <translation>Wir konnten diesen Gutschein nicht lesen</translation>
    </message>
    <message>
        <source>It saves nothing yet. Smooth it, hold it still and try again, or type its number.</source>
        <translation>Er spart noch nichts. Streichen Sie ihn glatt, halten Sie ihn still und versuchen Sie es noch einmal, oder geben Sie seine Nummer ein.</translation>
    </message>
    <message>
        <source>This coupon is already in your basket</source>
        <translation>Dieser Gutschein ist schon im Warenkorb</translation>
    </message>
    <message>
        <source>It counts once; nothing has changed.</source>
        <translation>Er zählt einmal; es hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>It is no longer taken. Your basket is unchanged; touch Help if you have a question.</source>
        <translation>Er wird nicht mehr angenommen. Ihr Warenkorb ist unverändert; bei Fragen tippen Sie auf Hilfe.</translation>
    </message>
    <message>
        <source>This coupon cannot be checked right now</source>
        <translation>Dieser Gutschein kann gerade nicht geprüft werden</translation>
    </message>
    <message>
        <source>It was not used up. Try again in a moment, or keep it for your next visit.</source>
        <translation>Er wurde nicht eingelöst. Versuchen Sie es gleich noch einmal oder heben Sie ihn für Ihren nächsten Besuch auf.</translation>
    </message>
    <message>
        <source>It was not used up. Please keep it for your next visit, or touch Help.</source>
        <translation>Er wurde nicht eingelöst. Bitte heben Sie ihn für Ihren nächsten Besuch auf oder tippen Sie auf Hilfe.</translation>
    </message>
    <message>
        <source>This code does not work here</source>
        <translation>Dieser Code funktioniert hier nicht</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Try another code, or touch Help.</source>
        <translation>Ihr Warenkorb ist unverändert. Versuchen Sie einen anderen Code oder tippen Sie auf Hilfe.</translation>
    </message>
    <message>
        <source>Being checked …</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Add 1 more of its goods and it counts</source>
        <translation>Mit 1 weiteren Artikel dazu zählt er</translation>
    </message>
    <message>
        <source>Add {count} more of its goods and it counts</source>
        <translation>Mit {count} weiteren Artikeln dazu zählt er</translation>
    </message>
    <message>
        <source>It counts once your goods cost {amount} more</source>
        <translation>Er zählt, sobald Ihre Waren {amount} mehr kosten</translation>
    </message>
    <message>
        <source>The goods it is for are not in your basket yet</source>
        <translation>Die Artikel dazu sind noch nicht im Warenkorb</translation>
    </message>
    <message>
        <source>Another offer saves you more; this coupon stays yours</source>
        <translation>Ein anderes Angebot spart Ihnen mehr; der Gutschein bleibt Ihnen</translation>
    </message>
    <message>
        <source>It does not count at this time</source>
        <translation>Er zählt zurzeit nicht</translation>
    </message>
    <message>
        <source>All of these coupons have been used; it saves nothing any more</source>
        <translation>Alle diese Gutscheine sind eingelöst; er spart nichts mehr</translation>
    </message>
    <message>
        <source>For members: show your card or type your number</source>
        <translation>Für Mitglieder: Karte zeigen oder Nummer eingeben</translation>
    </message>
    <message>
        <source>You have already used it today; it counts again tomorrow</source>
        <translation>Heute schon eingelöst; er zählt morgen wieder</translation>
    </message>
    <message>
        <source>You have already used it; it saves nothing any more</source>
        <translation>Schon eingelöst; er spart nichts mehr</translation>
    </message>
    <message>
        <source>A colleague has to look at it: touch Help</source>
        <translation>Jemand vom Team muss ihn ansehen: auf Hilfe tippen</translation>
    </message>
    <message>
        <source>We do not know its goods: touch Help</source>
        <translation>Wir kennen die Artikel dazu nicht: auf Hilfe tippen</translation>
    </message>
    <message>
        <source>It saves nothing in this basket</source>
        <translation>Er spart in diesem Warenkorb nichts</translation>
    </message>
    <message>
        <source>Your points cannot be used right now. They stay yours.</source>
        <translation>Ihre Punkte können gerade nicht verwendet werden. Sie bleiben Ihnen.</translation>
    </message>
    <message>
        <source>Your points are in use at another checkout. They stay yours.</source>
        <translation>Ihre Punkte werden an einer anderen Kasse verwendet. Sie bleiben Ihnen.</translation>
    </message>
    <message>
        <source>You have too few points to pay with. They stay yours.</source>
        <translation>Sie haben zu wenige Punkte zum Bezahlen. Sie bleiben Ihnen.</translation>
    </message>
    <message>
        <source>Your points cannot be used for this purchase. They stay yours.</source>
        <translation>Ihre Punkte gelten für diesen Einkauf nicht. Sie bleiben Ihnen.</translation>
    </message>
    <message>
        <source>Reduced to clear</source>
        <translation>Reduziert zum Abverkauf</translation>
    </message>
    <message>
        <source>{count}, with {amount} deposit</source>
        <translation>{count}, mit {amount} Pfand</translation>
    </message>
    <message>
        <source>You save {amount}</source>
        <translation>Sie sparen {amount}</translation>
    </message>
    <message>
        <source>1 more saves {amount}</source>
        <translation>1 mehr spart {amount}</translation>
    </message>
    <message>
        <source>{count} more save {amount}</source>
        <translation>{count} mehr sparen {amount}</translation>
    </message>
    <message>
        <source>{missing} more in goods saves {amount}</source>
        <translation>Für {missing} mehr sparen Sie {amount}</translation>
    </message>
    <message>
        <source>Take 1 along, free of charge</source>
        <translation>Nehmen Sie 1 Stück kostenlos mit</translation>
    </message>
    <message>
        <source>Take {count} along, free of charge</source>
        <translation>Nehmen Sie {count} Stück kostenlos mit</translation>
    </message>
    <message>
        <source>Coupon {code}</source>
        <translation>Gutschein {code}</translation>
    </message>
    <message>
        <source>Gives you {points}</source>
        <translation>Bringt Ihnen {points}</translation>
    </message>
    <message>
        <source>Member prices active</source>
        <translation>Mitgliedspreise aktiv</translation>
    </message>
    <message>
        <source>1 point</source>
        <translation>1 Punkt</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} Punkte</translation>
    </message>
    <message>
        <source>You save</source>
        <translation>Sie sparen</translation>
    </message>
    <message>
        <source>Prices have changed</source>
        <translation>Preise haben sich geändert</translation>
    </message>
    <message>
        <source>{name} no longer applies</source>
        <translation>{name} gilt nicht mehr</translation>
    </message>
    <message>
        <source>{name} and 1 more</source>
        <translation>{name} und 1 weiteres</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} und {count} weitere</translation>
    </message>
    <message>
        <source>Special price</source>
        <translation>Sonderpreis</translation>
    </message>
    <message>
        <source>Reduced price</source>
        <translation>Reduzierter Preis</translation>
    </message>
    <message>
        <source>Buy several and save</source>
        <translation>Mehrere kaufen und sparen</translation>
    </message>
    <message>
        <source>Buy more, save more</source>
        <translation>Mehr kaufen, mehr sparen</translation>
    </message>
    <message>
        <source>Cheaper together</source>
        <translation>Zusammen günstiger</translation>
    </message>
    <message>
        <source>Special offer</source>
        <translation>Angebot</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>Nicht bezahlt</translation>
    </message>
    <message>
        <source>Payment stopped</source>
        <translation>Zahlung abgebrochen</translation>
    </message>
    <message>
        <source>The card terminal is not ready. Please wait a moment, or touch Help. Nothing was charged.</source>
        <translation>Das Kartenterminal ist nicht bereit. Bitte warten Sie kurz oder tippen Sie auf Hilfe. Es wurde nichts abgebucht.</translation>
    </message>
    <message>
        <source>The camera is not working</source>
        <translation>Die Kamera funktioniert nicht</translation>
    </message>
    <message>
        <source>Your basket is safe. Please touch Help, or pay what you have scanned.</source>
        <translation>Ihr Warenkorb bleibt erhalten. Tippen Sie auf Hilfe oder bezahlen Sie das bisher Gescannte.</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Waren</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>Pfand</translation>
    </message>
    <message>
        <source>Nothing was charged this time. Try again or pay another way, or touch Help.</source>
        <translation>Diesmal wurde nichts abgebucht. Versuchen Sie es erneut, zahlen Sie anders oder tippen Sie auf Hilfe.</translation>
    </message>
    <message>
        <source>Nothing was charged this time. Start again, or pay another way.</source>
        <translation>Diesmal wurde nichts abgebucht. Beginnen Sie neu oder zahlen Sie anders.</translation>
    </message>
    <message>
        <source>The payment did not go through. Nothing was charged this time; please try again.</source>
        <translation>Die Zahlung kam nicht zustande. Diesmal wurde nichts abgebucht; bitte versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The amount was charged and given back at once. Try again or pay another way, or touch Help.</source>
        <translation>Der Betrag wurde abgebucht und sofort zurückgegeben. Versuchen Sie es erneut, zahlen Sie anders oder tippen Sie auf Hilfe.</translation>
    </message>
    <message>
        <source>The time to pay is over</source>
        <translation>Die Zeit zum Bezahlen ist um</translation>
    </message>
    <message>
        <source>Pay with points</source>
        <translation>Mit Punkten bezahlen</translation>
    </message>
    <message>
        <source>You have {points} points</source>
        <translation>Sie haben {points} Punkte</translation>
    </message>
    <message>
        <source>Asking for your points …</source>
        <translation>Ihre Punkte werden angefragt …</translation>
    </message>
    <message>
        <source>This takes a moment. Touch here to go on without them.</source>
        <translation>Das dauert einen Moment. Tippen Sie hier, um ohne Punkte weiterzumachen.</translation>
    </message>
    <message>
        <source>Keep my points</source>
        <translation>Meine Punkte behalten</translation>
    </message>
    <message>
        <source>{points} points pay {amount} of your purchase</source>
        <translation>{points} Punkte bezahlen {amount} Ihres Einkaufs</translation>
    </message>
    <message>
        <source>Connecting to the terminal …</source>
        <translation>Verbindung zum Terminal …</translation>
    </message>
    <message>
        <source>Please follow the card terminal</source>
        <translation>Bitte folgen Sie dem Kartenterminal</translation>
    </message>
    <message>
        <source>You have paid only when this screen says so.</source>
        <translation>Bezahlt ist erst, wenn dieser Bildschirm es anzeigt.</translation>
    </message>
    <message>
        <source>Stopping the payment</source>
        <translation>Zahlung wird abgebrochen</translation>
    </message>
    <message>
        <source>Please wait. The terminal was asked to stop and will say whether it charged your card.</source>
        <translation>Bitte warten. Das Terminal wurde zum Abbruch aufgefordert und meldet gleich, ob Ihre Karte belastet wurde.</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>Einen Moment bitte</translation>
    </message>
    <message>
        <source>The terminal has answered. We are completing your payment.</source>
        <translation>Das Terminal hat geantwortet. Wir schließen Ihre Zahlung ab.</translation>
    </message>
    <message>
        <source>Please wait. Do not pay again.</source>
        <translation>Bitte warten. Nicht noch einmal bezahlen.</translation>
    </message>
    <message>
        <source>We are asking the terminal whether your payment of {amount} went through. Your basket is kept.</source>
        <translation>Wir fragen das Terminal, ob Ihre Zahlung von {amount} angekommen ist. Ihr Warenkorb bleibt erhalten.</translation>
    </message>
    <message>
        <source>A colleague has to look. Do not pay again.</source>
        <translation>Wir müssen nachsehen. Nicht noch einmal bezahlen.</translation>
    </message>
    <message>
        <source>The terminal cannot tell whether your payment of {amount} went through. A colleague will check it with you. Your basket is kept.</source>
        <translation>Das Terminal kann nicht sagen, ob Ihre Zahlung von {amount} angekommen ist. Jemand vom Team prüft es mit Ihnen. Ihr Warenkorb bleibt erhalten.</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Thank you! Your payment is complete.</source>
        <translation>Vielen Dank! Ihre Zahlung ist abgeschlossen.</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>Nichts zu bezahlen</translation>
    </message>
    <message>
        <source>Thank you! Your card was not charged.</source>
        <translation>Vielen Dank! Ihre Karte wurde nicht belastet.</translation>
    </message>
    <message>
        <source>Paid with points</source>
        <translation>Mit Punkten bezahlt</translation>
    </message>
    <message>
        <source>You saved {amount} today</source>
        <translation>Sie haben heute {amount} gespart</translation>
    </message>
    <message>
        <source>You earned 1 point</source>
        <translation>Sie haben 1 Punkt gesammelt</translation>
    </message>
    <message>
        <source>You earned {points} points</source>
        <translation>Sie haben {points} Punkte gesammelt</translation>
    </message>
    <message>
        <source>Your receipt carries a coupon worth {amount} for your next visit.</source>
        <translation>Auf Ihrem Bon steht ein Gutschein über {amount} für Ihren nächsten Besuch.</translation>
    </message>
    <message>
        <source>The printer is out of paper.</source>
        <translation>Der Drucker hat kein Papier mehr.</translation>
    </message>
    <message>
        <source>The printer is open.</source>
        <translation>Der Drucker ist offen.</translation>
    </message>
    <message>
        <source>The printer&apos;s cutter is stuck.</source>
        <translation>Das Messer des Druckers klemmt.</translation>
    </message>
    <message>
        <source>The printer is not available.</source>
        <translation>Der Drucker ist nicht verfügbar.</translation>
    </message>
    <message>
        <source>{reason} You can take your receipt as a QR code.</source>
        <translation>{reason} Ihren Bon gibt es als QR-Code.</translation>
    </message>
    <message>
        <source>Would you like a receipt?</source>
        <translation>Möchten Sie einen Bon?</translation>
    </message>
    <message>
        <source>You have paid {amount}.</source>
        <translation>Sie haben {amount} bezahlt.</translation>
    </message>
    <message>
        <source>Your receipt is printing</source>
        <translation>Ihr Bon wird gedruckt</translation>
    </message>
    <message>
        <source>You have paid {amount}. Please take the paper below.</source>
        <translation>Sie haben {amount} bezahlt. Bitte nehmen Sie den Bon unten mit.</translation>
    </message>
    <message>
        <source>Printing stopped</source>
        <translation>Der Druck ist unterbrochen</translation>
    </message>
    <message>
        <source>You have paid {amount}. {reason} A colleague is needed; printing then goes on by itself.</source>
        <translation>Sie haben {amount} bezahlt. {reason} Tippen Sie auf Hilfe; danach wird von selbst weitergedruckt.</translation>
    </message>
    <message>
        <source>Your receipt is waiting</source>
        <translation>Ihr Bon wartet</translation>
    </message>
    <message>
        <source>You have paid {amount}. {reason} A colleague is needed; your receipt then prints by itself.</source>
        <translation>Sie haben {amount} bezahlt. {reason} Tippen Sie auf Hilfe; Ihr Bon wird danach von selbst gedruckt.</translation>
    </message>
    <message>
        <source>Your receipt is printed</source>
        <translation>Ihr Bon ist gedruckt</translation>
    </message>
    <message>
        <source>No paper receipt</source>
        <translation>Kein Papierbon</translation>
    </message>
    <message>
        <source>You have paid {amount}. The receipt could not be printed; take it as a QR code instead.</source>
        <translation>Sie haben {amount} bezahlt. Der Bon konnte nicht gedruckt werden; nehmen Sie ihn als QR-Code mit.</translation>
    </message>
    <message>
        <source>Please check the printer</source>
        <translation>Bitte Drucker prüfen</translation>
    </message>
    <message>
        <source>You have paid {amount}. We cannot tell whether your receipt was printed. If it is missing, take it as a QR code.</source>
        <translation>Sie haben {amount} bezahlt. Wir wissen nicht, ob Ihr Bon gedruckt wurde. Fehlt er, nehmen Sie ihn als QR-Code mit.</translation>
    </message>
    <message>
        <source>Your receipt as a QR code</source>
        <translation>Ihr Bon als QR-Code</translation>
    </message>
    <message>
        <source>You have paid {amount}. Scan the code with your phone to keep it.</source>
        <translation>Sie haben {amount} bezahlt. Scannen Sie den Code mit dem Handy, um ihn zu behalten.</translation>
    </message>
    <message>
        <source>Thank you for shopping with us!</source>
        <translation>Vielen Dank für Ihren Einkauf!</translation>
    </message>
    <message>
        <source>Please take your shopping and your receipt.</source>
        <translation>Bitte nehmen Sie Ihren Einkauf und Ihren Bon mit.</translation>
    </message>
    <message>
        <source>Please take your shopping.</source>
        <translation>Bitte nehmen Sie Ihren Einkauf mit.</translation>
    </message>
    <message>
        <source>Please take your shopping. If your receipt is missing, a colleague can print it again.</source>
        <translation>Bitte nehmen Sie Ihren Einkauf mit. Fehlt Ihr Bon, drucken wir ihn gern noch einmal.</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>Personal rufen</translation>
    </message>
    <message>
        <source>All scanned</source>
        <translation>Alles gescannt</translation>
    </message>
    <message>
        <source>It is my own bag</source>
        <translation>Das ist meine Tasche</translation>
    </message>
    <message>
        <source>Move full bags</source>
        <translation>Volle Taschen wegstellen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Take the full bags away now</source>
        <translation>Stellen Sie die vollen Taschen jetzt weg</translation>
    </message>
    <message>
        <source>I don&apos;t want to bag it</source>
        <translation>Nicht ablegen</translation>
    </message>
    <message>
        <source>Put them into your trolley. Then touch &quot;Done&quot; and go on scanning.</source>
        <translation>Stellen Sie sie in den Wagen. Dann tippen Sie auf &quot;Fertig&quot; und scannen weiter.</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>Von der Liste nehmen</translation>
    </message>
    <message>
        <source>I no longer need help</source>
        <translation>Ich brauche keine Hilfe mehr</translation>
    </message>
    <message>
        <source>Please lay {item} on the scale</source>
        <translation>Bitte {item} auf die Waage legen</translation>
    </message>
    <message>
        <source>Alone, and let go of it. It is added by itself as soon as the scale rests.</source>
        <translation>Allein auflegen und loslassen. Sobald die Waage ruht, wird es von selbst erfasst.</translation>
    </message>
    <message>
        <source>Not this item</source>
        <translation>Doch nicht</translation>
    </message>
    <message>
        <source>A colleague is coming</source>
        <translation>Hilfe ist unterwegs</translation>
    </message>
    <message>
        <source>You can go on scanning; your basket is kept.</source>
        <translation>Sie können weiter scannen; Ihr Korb bleibt erhalten.</translation>
    </message>
    <message>
        <source>You are number {place} in the queue</source>
        <translation>Sie sind Nummer {place} in der Reihe</translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>Sie sind als Nächstes dran</translation>
    </message>
    <message>
        <source>No. {place}</source>
        <translation>Nr. {place}</translation>
    </message>
    <message>
        <source>A colleague has looked: {reason}. Please put it right, or touch Help.</source>
        <translation>Wir haben nachgesehen: {reason}. Bitte bringen Sie es in Ordnung oder tippen Sie auf Hilfe.</translation>
    </message>
    <message>
        <source>A colleague comes to you</source>
        <translation>Wir kommen zu Ihnen</translation>
    </message>
    <message>
        <source>One look, and you can pay. Nothing was charged; paying goes on by itself.</source>
        <translation>Ein kurzer Blick, dann können Sie bezahlen. Es wurde nichts abgebucht; es geht von selbst weiter.</translation>
    </message>
    <message>
        <source>A colleague is on the way. Your basket is kept.</source>
        <translation>Wir sind unterwegs. Ihr Korb bleibt erhalten.</translation>
    </message>
    <message>
        <source>A colleague is coming to see whether you need anything. Your basket is kept.</source>
        <translation>Wir kommen und sehen, ob Sie etwas brauchen. Ihr Korb bleibt erhalten.</translation>
    </message>
    <message>
        <source>Nothing was scanned yet. This closes by itself in a moment.</source>
        <translation>Es wurde noch nichts gescannt. Das schließt sich gleich von selbst.</translation>
    </message>
    <message>
        <source>Checked before you pay</source>
        <translation>Wird vor dem Bezahlen geprüft</translation>
    </message>
    <message>
        <source>Checked and approved</source>
        <translation>Geprüft und freigegeben</translation>
    </message>
    <message>
        <source>Please wait here. Your basket is kept and nothing has been charged.</source>
        <translation>Bitte warten Sie hier. Ihr Warenkorb bleibt erhalten, es wurde nichts abgebucht.</translation>
    </message>
    <message>
        <source>Please wait here. You have paid {amount}; your receipt is safe.</source>
        <translation>Bitte warten Sie hier. Sie haben {amount} bezahlt; Ihr Bon geht nicht verloren.</translation>
    </message>
    <message>
        <source>Please wait here. We will be with you in a moment.</source>
        <translation>Bitte warten Sie hier. Wir sind gleich bei Ihnen.</translation>
    </message>
    <message>
        <source>This checkout is closed</source>
        <translation>Diese Kasse ist geschlossen</translation>
    </message>
    <message>
        <source>Please use another checkout. We are sorry for the trouble.</source>
        <translation>Bitte benutzen Sie eine andere Kasse. Es tut uns leid.</translation>
    </message>
    <message>
        <source>This checkout has to pause</source>
        <translation>Diese Kasse muss pausieren</translation>
    </message>
    <message>
        <source>Nothing was charged and your basket is kept. A colleague will help you.</source>
        <translation>Es wurde nichts abgebucht und Ihr Warenkorb bleibt erhalten. Wir helfen Ihnen gleich.</translation>
    </message>
    <message>
        <source>This checkout has to pause. Do not pay again.</source>
        <translation>Diese Kasse muss pausieren. Nicht noch einmal bezahlen.</translation>
    </message>
    <message>
        <source>We cannot tell yet whether your payment of {amount} went through. A colleague will check it with you.</source>
        <translation>Wir wissen noch nicht, ob Ihre Zahlung von {amount} angekommen ist. Jemand vom Team prüft es mit Ihnen.</translation>
    </message>
    <message>
        <source>You have paid {amount}. A colleague will help you with the receipt.</source>
        <translation>Sie haben {amount} bezahlt. Wir helfen Ihnen gleich mit dem Bon.</translation>
    </message>
    <message>
        <source>A coupon is still being checked. One moment, please; nothing was charged.</source>
        <translation>Ein Gutschein wird noch geprüft. Einen Moment bitte; es wurde nichts abgebucht.</translation>
    </message>
    <message>
        <source>This is not sold without a barcode. Please scan it.</source>
        <translation>Das gibt es nur mit Strichcode. Bitte scannen Sie es.</translation>
    </message>
    <message>
        <source>This cannot be weighed here. A colleague will help you.</source>
        <translation>Das kann hier nicht gewogen werden. Wir helfen Ihnen gern.</translation>
    </message>
    <message>
        <source>Your basket is empty. Scan an item first.</source>
        <translation>Ihr Warenkorb ist leer. Scannen Sie zuerst einen Artikel.</translation>
    </message>
    <message>
        <source>Your basket is full. Please touch Help.</source>
        <translation>Ihr Warenkorb ist voll. Bitte tippen Sie auf Hilfe.</translation>
    </message>
    <message>
        <source>We are still looking for your best price. One moment, please; nothing was charged.</source>
        <translation>Wir suchen noch Ihren besten Preis. Einen Moment bitte; es wurde nichts abgebucht.</translation>
    </message>
    <message>
        <source>We are still asking for your points. One moment, please; nothing was charged.</source>
        <translation>Ihre Punkte werden noch angefragt. Einen Moment bitte; es wurde nichts abgebucht.</translation>
    </message>
    <message>
        <source>Show your member card first to pay with points.</source>
        <translation>Zeigen Sie zuerst Ihre Mitgliedskarte, um mit Punkten zu bezahlen.</translation>
    </message>
    <message>
        <source>Points cannot be used for paying here.</source>
        <translation>Mit Punkten kann hier nicht bezahlt werden.</translation>
    </message>
    <message>
        <source>One purchase holds no more of this item.</source>
        <translation>Mehr von diesem Artikel geht nicht in einem Einkauf.</translation>
    </message>
    <message>
        <source>That is a lot of coupons! Please touch Help.</source>
        <translation>Das sind viele Gutscheine! Bitte tippen Sie auf Hilfe.</translation>
    </message>
    <message>
        <source>This checkout is closed. Please use another one.</source>
        <translation>Diese Kasse ist geschlossen. Bitte benutzen Sie eine andere.</translation>
    </message>
    <message>
        <source>You cannot pay right now.</source>
        <translation>Bezahlen ist gerade nicht möglich.</translation>
    </message>
    <message>
        <source>The quantity of a weighed item is fixed.</source>
        <translation>Die Menge gewogener Artikel ist fest.</translation>
    </message>
    <message>
        <source>Each of these has a date of its own. Please scan every one.</source>
        <translation>Jede Packung hat ein eigenes Datum. Bitte scannen Sie jede einzeln.</translation>
    </message>
    <message>
        <source>For members</source>
        <translation>Für Mitglieder</translation>
    </message>
    <message>
        <source>Only today</source>
        <translation>Nur heute</translation>
    </message>
    <message>
        <source>{amount} per kg</source>
        <translation>{amount} pro kg</translation>
    </message>
    <message>
        <source>Please choose a quantity from 1 to 99.</source>
        <translation>Bitte wählen Sie eine Menge von 1 bis 99.</translation>
    </message>
    <message>
        <source>The card terminal is not ready. Nothing was charged.</source>
        <translation>Das Kartenterminal ist nicht bereit. Es wurde nichts abgebucht.</translation>
    </message>
    <message>
        <source>This purchase cannot be cancelled any more.</source>
        <translation>Dieser Einkauf lässt sich nicht mehr abbrechen.</translation>
    </message>
    <message>
        <source>No more copies. Please touch Help.</source>
        <translation>Keine weiteren Kopien. Bitte tippen Sie auf Hilfe.</translation>
    </message>
    <message>
        <source>Please finish weighing first. Nothing was charged.</source>
        <translation>Bitte erst fertig wiegen. Es wurde nichts abgebucht.</translation>
    </message>
    <message>
        <source>A colleague has to look first and is on the way. Nothing was charged.</source>
        <translation>Wir müssen erst nachsehen und sind unterwegs. Es wurde nichts abgebucht.</translation>
    </message>
    <message>
        <source>That is not possible right now.</source>
        <translation>Das ist gerade nicht möglich.</translation>
    </message>
    <message>
        <source>Not within your rights. Ask a manager to scan their badge.</source>
        <translation>Dafür fehlt Ihnen das Recht. Bitte eine Leitung um ihren Ausweis.</translation>
    </message>
    <message>
        <source>This is over already. Nothing more to decide.</source>
        <translation>Das ist schon erledigt. Nichts mehr zu entscheiden.</translation>
    </message>
    <message>
        <source>You are signed out. Scan your badge again.</source>
        <translation>Sie sind abgemeldet. Bitte Ausweis neu scannen.</translation>
    </message>
    <message>
        <source>This can only be decided at the lane.</source>
        <translation>Das lässt sich nur an der Kasse entscheiden.</translation>
    </message>
    <message>
        <source>A colleague was first. Nothing more to decide.</source>
        <translation>Jemand war schneller. Nichts mehr zu entscheiden.</translation>
    </message>
    <message>
        <source>Please choose one of the reasons.</source>
        <translation>Bitte einen der Gründe wählen.</translation>
    </message>
    <message>
        <source>Please choose a reason.</source>
        <translation>Bitte einen Grund wählen.</translation>
    </message>
    <message>
        <source>It has grown since you looked. Please look again, then decide.</source>
        <translation>Es ist mehr geworden. Bitte noch einmal ansehen, dann entscheiden.</translation>
    </message>
    <message>
        <source>That is not enough for this item. Check again.</source>
        <translation>Das reicht für diesen Artikel nicht. Bitte erneut prüfen.</translation>
    </message>
    <message>
        <source>This cannot be refused. Put it right, then approve it.</source>
        <translation>Das lässt sich nicht ablehnen. Bitte beheben, dann freigeben.</translation>
    </message>
    <message>
        <source>It was refused. Take the item off, or wait until it is gone.</source>
        <translation>Es wurde abgelehnt. Artikel entfernen oder warten, bis er weg ist.</translation>
    </message>
    <message>
        <source>Too much is open here. Decide what waits first, or suspend the basket.</source>
        <translation>Hier ist zu viel offen. Erst Wartendes entscheiden oder den Einkauf parken.</translation>
    </message>
    <message>
        <source>An attendant&apos;s badge is needed. Please scan it.</source>
        <translation>Ein Personalausweis ist nötig. Bitte scannen.</translation>
    </message>
    <message>
        <source>Beyond your limit. Ask a manager to scan their badge, or choose a smaller amount.</source>
        <translation>Über Ihrer Grenze. Bitte Leitung um ihren Ausweis oder kleineren Betrag wählen.</translation>
    </message>
    <message>
        <source>Only support may do this. Please call support.</source>
        <translation>Das darf nur der Support. Bitte dort anrufen.</translation>
    </message>
    <message>
        <source>Beyond every limit. Choose a smaller amount.</source>
        <translation>Über jeder Grenze. Bitte kleineren Betrag wählen.</translation>
    </message>
    <message>
        <source>Nobody unlocks themselves. Ask another manager to scan their badge.</source>
        <translation>Niemand entsperrt sich selbst. Bitte eine andere Leitung um ihren Ausweis.</translation>
    </message>
    <message>
        <source>No such date of birth. Type eight digits, day first.</source>
        <translation>Kein gültiges Geburtsdatum. Acht Ziffern, Tag zuerst.</translation>
    </message>
    <message>
        <source>Too young for this item. Refuse it; it is then taken off.</source>
        <translation>Zu jung für diesen Artikel. Bitte ablehnen; er wird dann entfernt.</translation>
    </message>
    <message>
        <source>Please type a price above zero.</source>
        <translation>Bitte einen Preis über null eingeben.</translation>
    </message>
    <message>
        <source>Please type 1 to 99 percent, of goods that cost something.</source>
        <translation>Bitte 1 bis 99 Prozent eingeben, von Ware mit Preis.</translation>
    </message>
    <message>
        <source>This purchase has its discount already. Change the price of a line instead.</source>
        <translation>Dieser Einkauf hat schon einen Rabatt. Bitte stattdessen einen Zeilenpreis ändern.</translation>
    </message>
    <message>
        <source>Not while it is being paid, or without a basket. Try again after it.</source>
        <translation>Nicht während des Bezahlens oder ohne Einkauf. Bitte danach erneut.</translation>
    </message>
    <message>
        <source>A purchase is under way. Finish, suspend or cancel it first.</source>
        <translation>Hier läuft ein Einkauf. Bitte erst beenden, parken oder abbrechen.</translation>
    </message>
    <message>
        <source>There is a basket here. Finish or suspend it first.</source>
        <translation>Hier liegt schon ein Einkauf. Bitte erst beenden oder parken.</translation>
    </message>
    <message>
        <source>No such basket is suspended. Check the code on the slip.</source>
        <translation>Kein solcher Einkauf ist geparkt. Bitte Code auf dem Zettel prüfen.</translation>
    </message>
    <message>
        <source>This basket goes on at another lane already.</source>
        <translation>Dieser Einkauf läuft schon an einer anderen Kasse weiter.</translation>
    </message>
    <message>
        <source>No link to the store service. Try again in a moment.</source>
        <translation>Keine Verbindung zum Filialdienst. Bitte gleich noch einmal.</translation>
    </message>
    <message>
        <source>No receipt here just now. It can be printed again until the next shopper starts.</source>
        <translation>Hier ist gerade kein Bon. Nachdruck geht, bis der nächste Einkauf beginnt.</translation>
    </message>
    <message>
        <source>No sale with this receipt. Check its number.</source>
        <translation>Zu diesem Bon gibt es keinen Verkauf. Bitte die Nummer prüfen.</translation>
    </message>
    <message>
        <source>Everything of this receipt came back already. No money has moved.</source>
        <translation>Von diesem Bon ist schon alles zurückgekommen. Es ist kein Geld geflossen.</translation>
    </message>
    <message>
        <source>Another checkout takes goods of this receipt back just now. No money has moved.</source>
        <translation>Eine andere Kasse nimmt gerade Waren dieses Bons zurück. Es ist kein Geld geflossen.</translation>
    </message>
    <message>
        <source>Nothing of it can come back. Choose other goods.</source>
        <translation>Davon kann nichts zurückkommen. Bitte andere Waren wählen.</translation>
    </message>
    <message>
        <source>Sign in first; nothing was given back.</source>
        <translation>Bitte erst anmelden; es ist nichts zurückgegangen.</translation>
    </message>
    <message>
        <source>The printer is not ready. Check paper and cover.</source>
        <translation>Der Drucker ist nicht bereit. Bitte Papier und Klappe prüfen.</translation>
    </message>
    <message>
        <source>Decide the payment in the list of what waits, after reading the terminal.</source>
        <translation>Bitte die Zahlung in der Liste entscheiden, nach Blick auf das Terminal.</translation>
    </message>
    <message>
        <source>Unexpected item in bagging area</source>
        <translation>Unerwarteter Artikel in der Ablage</translation>
    </message>
    <message>
        <source>Place item in bagging area</source>
        <translation>Artikel noch nicht abgelegt</translation>
    </message>
    <message>
        <source>Weight mismatch</source>
        <translation>Gewicht weicht ab</translation>
    </message>
    <message>
        <source>Item removed from bagging area</source>
        <translation>Artikel aus der Ablage genommen</translation>
    </message>
    <message>
        <source>Item shuffling</source>
        <translation>Artikel umgeräumt</translation>
    </message>
    <message>
        <source>Skip bagging</source>
        <translation>Nicht abgelegt</translation>
    </message>
    <message>
        <source>Own bag</source>
        <translation>Eigene Tasche</translation>
    </message>
    <message>
        <source>Bagging area full</source>
        <translation>Ablage voll</translation>
    </message>
    <message>
        <source>Scale fault or not at zero</source>
        <translation>Waage gestört oder nicht auf null</translation>
    </message>
    <message>
        <source>Item not on file</source>
        <translation>Artikel unbekannt</translation>
    </message>
    <message>
        <source>Code will not read</source>
        <translation>Code nicht lesbar</translation>
    </message>
    <message>
        <source>Price required</source>
        <translation>Preis fehlt</translation>
    </message>
    <message>
        <source>Quantity over limit</source>
        <translation>Menge über der Grenze</translation>
    </message>
    <message>
        <source>Not for sale, recalled or stopped</source>
        <translation>Nicht verkäuflich, Rückruf oder Stopp</translation>
    </message>
    <message>
        <source>Expired unit</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Age check</source>
        <translation>Alterskontrolle</translation>
    </message>
    <message>
        <source>Time-restricted sale</source>
        <translation>Verkaufszeit beschränkt</translation>
    </message>
    <message>
        <source>Medicine or other regulated quantity</source>
        <translation>Arznei oder begrenzte Menge</translation>
    </message>
    <message>
        <source>Security-tagged or locked item</source>
        <translation>Gesicherter Artikel</translation>
    </message>
    <message>
        <source>Serial number or warranty item</source>
        <translation>Seriennummer nötig</translation>
    </message>
    <message>
        <source>Produce check</source>
        <translation>Obst und Gemüse prüfen</translation>
    </message>
    <message>
        <source>Coupon check</source>
        <translation>Gutschein prüfen</translation>
    </message>
    <message>
        <source>Coupon to be handed in</source>
        <translation>Gutschein einsammeln</translation>
    </message>
    <message>
        <source>Reduced label check</source>
        <translation>Rabattetikett prüfen</translation>
    </message>
    <message>
        <source>Discount that needs authority</source>
        <translation>Rabatt braucht Freigabe</translation>
    </message>
    <message>
        <source>Help request</source>
        <translation>Hilfe gerufen</translation>
    </message>
    <message>
        <source>Many or dear items taken off</source>
        <translation>Viel oder Teures entfernt</translation>
    </message>
    <message>
        <source>Purchase given up with items bagged</source>
        <translation>Abbruch mit Ware in der Ablage</translation>
    </message>
    <message>
        <source>Basket or value limit</source>
        <translation>Grenze für Menge oder Wert</translation>
    </message>
    <message>
        <source>Idle or abandoned</source>
        <translation>Niemand da?</translation>
    </message>
    <message>
        <source>Walked away unpaid</source>
        <translation>Unbezahlt weggegangen</translation>
    </message>
    <message>
        <source>Audit: partial or full re-scan</source>
        <translation>Stichprobe: erneut scannen</translation>
    </message>
    <message>
        <source>Vision alert</source>
        <translation>Kamerahinweis</translation>
    </message>
    <message>
        <source>Exceptions over threshold</source>
        <translation>Viele Auffälligkeiten</translation>
    </message>
    <message>
        <source>Payment declined, retry limit</source>
        <translation>Zahlung mehrfach abgelehnt</translation>
    </message>
    <message>
        <source>Payment outcome unknown</source>
        <translation>Zahlung ungeklärt</translation>
    </message>
    <message>
        <source>Signature or identity check</source>
        <translation>Unterschrift oder Ausweis</translation>
    </message>
    <message>
        <source>Partly paid</source>
        <translation>Teilweise bezahlt</translation>
    </message>
    <message>
        <source>Cash device fault</source>
        <translation>Geldgerät gestört</translation>
    </message>
    <message>
        <source>Offline over the floor limit</source>
        <translation>Offline über der Grenze</translation>
    </message>
    <message>
        <source>Receipt paper low, out, or cover open</source>
        <translation>Bonpapier knapp, leer oder Klappe offen</translation>
    </message>
    <message>
        <source>Device offline</source>
        <translation>Gerät antwortet nicht</translation>
    </message>
    <message>
        <source>Data stale or service offline</source>
        <translation>Daten alt oder Dienst fehlt</translation>
    </message>
    <message>
        <source>Lane closed or paused</source>
        <translation>Kasse geschlossen oder Pause</translation>
    </message>
    <message>
        <source>Exit gate refused</source>
        <translation>Ausgang verweigert</translation>
    </message>
    <message>
        <source>Pick-up hand-over check</source>
        <translation>Übergabe mit Ausweis</translation>
    </message>
    <message>
        <source>Attendant</source>
        <translation>Betreuung</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Discount on all</source>
        <translation>Rabatt auf alles</translation>
    </message>
    <message>
        <source>Weight on file is wrong</source>
        <translation>Hinterlegtes Gewicht falsch</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Parken</translation>
    </message>
    <message>
        <source>Resume a basket</source>
        <translation>Einkauf fortsetzen</translation>
    </message>
    <message>
        <source>Cancel purchase</source>
        <translation>Einkauf abbrechen</translation>
    </message>
    <message>
        <source>Print receipt again</source>
        <translation>Bon nachdrucken</translation>
    </message>
    <message>
        <source>Open drawer</source>
        <translation>Schublade öffnen</translation>
    </message>
    <message>
        <source>Take goods back</source>
        <translation>Waren zurücknehmen</translation>
    </message>
    <message>
        <source>Money given back by hand</source>
        <translation>Geld von Hand zurückgegeben</translation>
    </message>
    <message>
        <source>Message to shopper</source>
        <translation>Nachricht zeigen</translation>
    </message>
    <message>
        <source>Close lane</source>
        <translation>Kasse schließen</translation>
    </message>
    <message>
        <source>Open lane</source>
        <translation>Kasse öffnen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Restart program</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Settle payment</source>
        <translation>Zahlung klären</translation>
    </message>
    <message>
        <source>Begin training</source>
        <translation>Training beginnen</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>Tagesabschluss</translation>
    </message>
    <message>
        <source>Unlock a colleague</source>
        <translation>Jemanden entsperren</translation>
    </message>
    <message>
        <source>End training</source>
        <translation>Training beenden</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Card terminal</source>
        <translation>Kartenterminal</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>Bondrucker</translation>
    </message>
    <message>
        <source>Hand scanner</source>
        <translation>Handscanner</translation>
    </message>
    <message>
        <source>Weighing scale</source>
        <translation>Wiegewaage</translation>
    </message>
    <message>
        <source>Bagging scale</source>
        <translation>Ablagewaage</translation>
    </message>
    <message>
        <source>Headset voice</source>
        <translation>Stimme im Kopfhörer</translation>
    </message>
    <message>
        <source>Has not answered yet</source>
        <translation>Noch keine Antwort</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Works, needs a look</source>
        <translation>Läuft, bitte ansehen</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>Gestört</translation>
    </message>
    <message>
        <source>Attendant&apos;s badge</source>
        <translation>Ausweis der Betreuung</translation>
    </message>
    <message>
        <source>Manager&apos;s badge</source>
        <translation>Ausweis der Leitung</translation>
    </message>
    <message>
        <source>Support&apos;s badge</source>
        <translation>Ausweis des Supports</translation>
    </message>
    <message>
        <source>Beyond every limit</source>
        <translation>Über jeder Grenze</translation>
    </message>
    <message>
        <source>Between two shoppers</source>
        <translation>Zwischen zwei Einkäufen</translation>
    </message>
    <message>
        <source>No open basket</source>
        <translation>Kein offener Einkauf</translation>
    </message>
    <message>
        <source>With an empty basket</source>
        <translation>Nur bei leerem Korb</translation>
    </message>
    <message>
        <source>Once it is paid</source>
        <translation>Nach dem Bezahlen</translation>
    </message>
    <message>
        <source>Nobody is locked</source>
        <translation>Niemand ist gesperrt</translation>
    </message>
    <message>
        <source>Weighed or labelled</source>
        <translation>Gewogen oder etikettiert</translation>
    </message>
    <message>
        <source>Looks {count} or older</source>
        <translation>Wirkt wie {count} oder älter</translation>
    </message>
    <message>
        <source>Identity card</source>
        <translation>Ausweis</translation>
    </message>
    <message>
        <source>From {count} years</source>
        <translation>Ab {count} Jahren</translation>
    </message>
    <message>
        <source>{count} g difference</source>
        <translation>{count} g Abweichung</translation>
    </message>
    <message>
        <source>The bag weighs {count} g</source>
        <translation>Die Tasche wiegt {count} g</translation>
    </message>
    <message>
        <source>{count} pieces</source>
        <translation>{count} Stück</translation>
    </message>
    <message>
        <source>{count} units</source>
        <translation>{count} Einheiten</translation>
    </message>
    <message>
        <source>More than {count} calls in this purchase</source>
        <translation>Über {count} Rufe in diesem Einkauf</translation>
    </message>
    <message>
        <source>{count} refused</source>
        <translation>{count} abgelehnt</translation>
    </message>
    <message>
        <source>Scan again: {items}</source>
        <translation>Erneut scannen: {items}</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>seit {time}</translation>
    </message>
    <message>
        <source>The shopper is asked first</source>
        <translation>Kundschaft ist zuerst gefragt</translation>
    </message>
    <message>
        <source>Refused: {reason}</source>
        <translation>Abgelehnt: {reason}</translation>
    </message>
    <message>
        <source>Nothing to decide</source>
        <translation>Nichts zu entscheiden</translation>
    </message>
    <message>
        <source>Enter the price</source>
        <translation>Preis eingeben</translation>
    </message>
    <message>
        <source>No shopper</source>
        <translation>Kein Einkauf</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>Scannt</translation>
    </message>
    <message>
        <source>Waits to pay</source>
        <translation>Wartet aufs Bezahlen</translation>
    </message>
    <message>
        <source>Paying</source>
        <translation>Bezahlt gerade</translation>
    </message>
    <message>
        <source>Receipt {number} of checkout {lane}</source>
        <translation>Bon {number} von Kasse {lane}</translation>
    </message>
    <message>
        <source>{left} of {sold} can come back</source>
        <translation>{left} von {sold} können zurück</translation>
    </message>
    <message>
        <source>Came back already</source>
        <translation>Schon zurückgekommen</translation>
    </message>
    <message>
        <source>Code on the receipt</source>
        <translation>Code auf dem Bon</translation>
    </message>
    <message>
        <source>Hold the receipt to the camera, or type the last characters of its code</source>
        <translation>Den Bon vor die Kamera halten oder die letzten Zeichen seines Codes tippen</translation>
    </message>
    <message>
        <source>Not while training</source>
        <translation>Nicht beim Üben</translation>
    </message>
    <message>
        <source>Which part was given back by hand?</source>
        <translation>Welcher Teil wurde von Hand zurückgegeben?</translation>
    </message>
    <message>
        <source>Why does it come back?</source>
        <translation>Warum kommt es zurück?</translation>
    </message>
    <message>
        <source>{amount} goes back</source>
        <translation>{amount} gehen zurück</translation>
    </message>
    <message>
        <source>Give nothing more back?</source>
        <translation>Nichts weiter zurückgeben?</translation>
    </message>
    <message>
        <source>{given} has gone back. {left} does not go back.</source>
        <translation>{given} sind zurückgegangen. {left} gehen nicht zurück.</translation>
    </message>
    <message>
        <source>Give nothing more back</source>
        <translation>Nichts weiter zurückgeben</translation>
    </message>
    <message>
        <source>Go on giving back</source>
        <translation>Weiter zurückgeben</translation>
    </message>
    <message>
        <source>Asking the store service</source>
        <translation>Der Filialdienst wird gefragt</translation>
    </message>
    <message>
        <source>It makes sure that nobody else gives the same back. No money has moved.</source>
        <translation>Er sorgt dafür, dass niemand sonst dasselbe zurückgibt. Es ist kein Geld geflossen.</translation>
    </message>
    <message>
        <source>{amount} goes back to the card</source>
        <translation>{amount} gehen auf die Karte zurück</translation>
    </message>
    <message>
        <source>Follow the card terminal with the shopper. It has gone back only when it says so here.</source>
        <translation>Bitte mit der Kundschaft dem Kartenterminal folgen. Zurückgegangen ist es erst, wenn es hier steht.</translation>
    </message>
    <message>
        <source>{amount} goes back to the phone</source>
        <translation>{amount} gehen auf das Handy zurück</translation>
    </message>
    <message>
        <source>Please wait. The shopper has nothing to do.</source>
        <translation>Bitte warten. Die Kundschaft muss nichts tun.</translation>
    </message>
    <message>
        <source>Asking whether {amount} has gone back</source>
        <translation>Es wird gefragt, ob {amount} zurückgegangen sind</translation>
    </message>
    <message>
        <source>The answer did not come. Do not give it back another way until it is known.</source>
        <translation>Die Antwort blieb aus. Bitte nicht anders zurückgeben, bis es feststeht.</translation>
    </message>
    <message>
        <source>Nobody can prove whether {amount} has gone back</source>
        <translation>Niemand kann belegen, ob {amount} zurückgegangen sind</translation>
    </message>
    <message>
        <source>Look it up at the card terminal, or ask the wallet. Then a manager approves what waits: reversed, if it has gone back; paid, if it has not. Until then give nothing back another way.</source>
        <translation>Bitte am Kartenterminal nachsehen oder beim Wallet-Anbieter fragen. Dann erlaubt die Leitung, was wartet: storniert, wenn es zurückging; bezahlt, wenn nicht. Bis dahin nichts anders zurückgeben.</translation>
    </message>
    <message>
        <source>{amount} did not go back</source>
        <translation>{amount} sind nicht zurückgegangen</translation>
    </message>
    <message>
        <source>This part did not move. Try again, let a manager give it back by hand, or give nothing more back.</source>
        <translation>Dieser Teil ist nicht geflossen. Bitte erneut versuchen, die Leitung von Hand zurückgeben lassen oder nichts weiter zurückgeben.</translation>
    </message>
    <message>
        <source>{amount} has gone back</source>
        <translation>{amount} sind zurückgegangen</translation>
    </message>
    <message>
        <source>All of it. Give the shopper the slip.</source>
        <translation>Das ist alles. Bitte der Kundschaft den Beleg geben.</translation>
    </message>
    <message>
        <source>The rest did not. The slip says so; give it to the shopper.</source>
        <translation>Der Rest nicht. Der Beleg sagt es; bitte der Kundschaft geben.</translation>
    </message>
    <message>
        <source>Has gone back</source>
        <translation>Ist zurückgegangen</translation>
    </message>
    <message>
        <source>Goes back now</source>
        <translation>Geht gerade zurück</translation>
    </message>
    <message>
        <source>Did not go back</source>
        <translation>Ist nicht zurückgegangen</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Does not go back</source>
        <translation>Geht nicht zurück</translation>
    </message>
    <message>
        <source>No money has moved. Choose other goods, or stop.</source>
        <translation>Es ist kein Geld geflossen. Bitte andere Waren wählen oder abbrechen.</translation>
    </message>
    <message>
        <source>Another checkout takes some of it back</source>
        <translation>Eine andere Kasse nimmt etwas davon zurück</translation>
    </message>
    <message>
        <source>Some of it came back in the meantime</source>
        <translation>Etwas davon kam inzwischen zurück</translation>
    </message>
    <message>
        <source>The store service does not know this sale</source>
        <translation>Der Filialdienst kennt diesen Verkauf nicht</translation>
    </message>
    <message>
        <source>No link to the store service</source>
        <translation>Keine Verbindung zum Filialdienst</translation>
    </message>
    <message>
        <source>No money has moved: without it nothing goes back. Try again in a moment, or stop.</source>
        <translation>Es ist kein Geld geflossen: Ohne ihn geht nichts zurück. Bitte gleich erneut versuchen oder abbrechen.</translation>
    </message>
    <message>
        <source>The store service says no</source>
        <translation>Der Filialdienst lehnt ab</translation>
    </message>
    <message>
        <source>Goods come back</source>
        <translation>Waren kommen zurück</translation>
    </message>
    <message>
        <source>A colleague takes them back with you. No money has moved yet.</source>
        <translation>Wir nehmen sie mit Ihnen zurück. Es ist noch kein Geld geflossen.</translation>
    </message>
    <message>
        <source>A colleague goes on with you. What has gone back stands here.</source>
        <translation>Wir machen mit Ihnen weiter. Hier steht, was zurückgegangen ist.</translation>
    </message>
    <message>
        <source>We are asking whether {amount} has gone back to you. Please wait here.</source>
        <translation>Wir fragen nach, ob {amount} an Sie zurückgegangen sind. Bitte warten Sie hier.</translation>
    </message>
    <message>
        <source>We cannot tell whether {amount} has gone back to you. A colleague will check it with you.</source>
        <translation>Wir können nicht sagen, ob {amount} an Sie zurückgegangen sind. Wir prüfen es mit Ihnen.</translation>
    </message>
    <message>
        <source>Please wait here. {amount} has gone back to you so far.</source>
        <translation>Bitte warten Sie hier. Bisher sind {amount} an Sie zurückgegangen.</translation>
    </message>
    <message>
        <source>{amount} has gone back to you so far. A colleague will go on with you.</source>
        <translation>Bisher sind {amount} an Sie zurückgegangen. Wir machen mit Ihnen weiter.</translation>
    </message>
    <message>
        <source>{amount} has gone back to you.</source>
        <translation>{amount} sind an Sie zurückgegangen.</translation>
    </message>
    <message>
        <source>Would you like a slip?</source>
        <translation>Möchten Sie einen Beleg?</translation>
    </message>
    <message>
        <source>Your slip is printing</source>
        <translation>Ihr Beleg wird gedruckt</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. Please take the paper below.</source>
        <translation>{amount} sind an Sie zurückgegangen. Bitte unten den Beleg nehmen.</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. {reason} A colleague is needed; printing then goes on by itself.</source>
        <translation>{amount} sind an Sie zurückgegangen. {reason} Wir helfen gleich; dann druckt er von selbst weiter.</translation>
    </message>
    <message>
        <source>Your slip is waiting</source>
        <translation>Ihr Beleg wartet</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. {reason} A colleague is needed; your slip then prints by itself.</source>
        <translation>{amount} sind an Sie zurückgegangen. {reason} Wir helfen gleich; dann wird Ihr Beleg von selbst gedruckt.</translation>
    </message>
    <message>
        <source>Your slip is printed</source>
        <translation>Ihr Beleg ist gedruckt</translation>
    </message>
    <message>
        <source>No paper slip</source>
        <translation>Kein Beleg auf Papier</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. The slip could not be printed; take it as a QR code instead.</source>
        <translation>{amount} sind an Sie zurückgegangen. Der Beleg ließ sich nicht drucken; Sie können ihn als QR-Code mitnehmen.</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. We cannot tell whether your slip was printed. If it is missing, take it as a QR code.</source>
        <translation>{amount} sind an Sie zurückgegangen. Wir wissen nicht, ob Ihr Beleg gedruckt wurde. Falls er fehlt, nehmen Sie ihn als QR-Code mit.</translation>
    </message>
    <message>
        <source>Your slip as a QR code</source>
        <translation>Ihr Beleg als QR-Code</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. Scan the code with your phone to keep it.</source>
        <translation>{amount} sind an Sie zurückgegangen. Scannen Sie den Code mit dem Handy, um ihn zu behalten.</translation>
    </message>
    <message>
        <source>Thank you for coming by!</source>
        <translation>Danke, dass Sie da waren!</translation>
    </message>
    <message>
        <source>Payment not known</source>
        <translation>Zahlung ungeklärt</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>Warum nicht?</translation>
    </message>
    <message>
        <source>What shall be done?</source>
        <translation>Was ist zu tun?</translation>
    </message>
    <message>
        <source>Born on {date} or before?</source>
        <translation>Geboren am {date} oder früher?</translation>
    </message>
    <message>
        <source>From {count} years: {item}</source>
        <translation>Ab {count} Jahren: {item}</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Geburtsdatum</translation>
    </message>
    <message>
        <source>Eight digits, day first. It is not kept.</source>
        <translation>Acht Ziffern, Tag zuerst. Es wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>This is not a date of birth.</source>
        <translation>Das ist kein Geburtsdatum.</translation>
    </message>
    <message>
        <source>The date fits</source>
        <translation>Datum passt</translation>
    </message>
    <message>
        <source>New quantity</source>
        <translation>Neue Menge</translation>
    </message>
    <message>
        <source>New price of one piece</source>
        <translation>Neuer Stückpreis</translation>
    </message>
    <message>
        <source>Percent off</source>
        <translation>Prozent Rabatt</translation>
    </message>
    <message>
        <source>You alone: up to {percent} %</source>
        <translation>Sie allein: bis {percent} %</translation>
    </message>
    <message>
        <source>You alone: up to {percent} % and {amount}</source>
        <translation>Sie allein: bis {percent} % und {amount}</translation>
    </message>
    <message>
        <source>You alone: up to {amount}</source>
        <translation>Sie allein: bis {amount}</translation>
    </message>
    <message>
        <source>Code on the slip</source>
        <translation>Code auf dem Zettel</translation>
    </message>
    <message>
        <source>All of it, or its last digits</source>
        <translation>Ganz oder die letzten Zeichen</translation>
    </message>
    <message>
        <source>What shall the shopper read?</source>
        <translation>Was soll zu lesen sein?</translation>
    </message>
    <message>
        <source>Whom to unlock?</source>
        <translation>Wer wird entsperrt?</translation>
    </message>
    <message>
        <source>The PIN pad of this lane</source>
        <translation>PIN-Eingabe dieser Kasse</translation>
    </message>
    <message>
        <source>Locked until {time}</source>
        <translation>Gesperrt bis {time}</translation>
    </message>
    <message>
        <source>Locked until a manager unlocks</source>
        <translation>Gesperrt, bis die Leitung entsperrt</translation>
    </message>
    <message>
        <source>{count} wrong answers</source>
        <translation>{count} falsche Eingaben</translation>
    </message>
    <message>
        <source>A colleague is on the way to you.</source>
        <translation>Wir sind unterwegs zu Ihnen.</translation>
    </message>
    <message>
        <source>Please keep your identity card ready.</source>
        <translation>Bitte halten Sie Ihren Ausweis bereit.</translation>
    </message>
    <message>
        <source>One moment, please. We are with you shortly.</source>
        <translation>Einen Moment bitte. Wir sind gleich bei Ihnen.</translation>
    </message>
    <message>
        <source>Please use another checkout.</source>
        <translation>Bitte nehmen Sie eine andere Kasse.</translation>
    </message>
    <message>
        <source>Take the message away</source>
        <translation>Nachricht entfernen</translation>
    </message>
    <message>
        <source>Number or PIN not right</source>
        <translation>Nummer oder PIN falsch</translation>
    </message>
    <message>
        <source>Locked until {time}. A manager can unlock it.</source>
        <translation>Gesperrt bis {time}. Die Leitung kann entsperren.</translation>
    </message>
    <message>
        <source>Locked. Only a manager can unlock it.</source>
        <translation>Gesperrt. Nur die Leitung kann entsperren.</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>Noch zu zahlen</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>{amount} next</source>
        <translation>Zuerst {amount}</translation>
    </message>
    <message>
        <source>After this payment {amount} is left to pay.</source>
        <translation>Nach dieser Zahlung bleiben {amount} zu zahlen.</translation>
    </message>
    <message>
        <source>Pays {amount}</source>
        <translation>Zahlt {amount}</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>Geschenkkarte</translation>
    </message>
    <message>
        <source>Gift card …{digits}</source>
        <translation>Geschenkkarte …{digits}</translation>
    </message>
    <message>
        <source>My balance</source>
        <translation>Mein Guthaben</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>{card} …{digits}</source>
        <translation>{card} …{digits}</translation>
    </message>
    <message>
        <source>Phone wallet</source>
        <translation>Mit dem Handy</translation>
    </message>
    <message>
        <source>{amount} left on it</source>
        <translation>{amount} bleiben darauf</translation>
    </message>
    <message>
        <source>Nothing left on it</source>
        <translation>Nichts mehr darauf</translation>
    </message>
    <message>
        <source>Set aside for you</source>
        <translation>Für Sie reserviert</translation>
    </message>
    <message>
        <source>Asking about your gift card …</source>
        <translation>Wir fragen nach Ihrer Geschenkkarte …</translation>
    </message>
    <message>
        <source>Asking about your balance …</source>
        <translation>Wir fragen nach Ihrem Guthaben …</translation>
    </message>
    <message>
        <source>Hold your phone or gift card here</source>
        <translation>Handy oder Geschenkkarte hierher halten</translation>
    </message>
    <message>
        <source>Hold your phone here</source>
        <translation>Handy hierher halten</translation>
    </message>
    <message>
        <source>Hold your gift card here</source>
        <translation>Geschenkkarte hierher halten</translation>
    </message>
    <message>
        <source>With an app on your phone</source>
        <translation>Mit einer App bezahlen</translation>
    </message>
    <message>
        <source>Not reachable right now. Nothing was charged.</source>
        <translation>Gerade nicht erreichbar. Es wurde nichts abgebucht.</translation>
    </message>
    <message>
        <source>Scan it or type its number</source>
        <translation>Scannen oder Nummer tippen</translation>
    </message>
    <message>
        <source>What you have in your account</source>
        <translation>Was auf Ihrem Konto ist</translation>
    </message>
    <message>
        <source>{amount} goes back to where it came from. Your basket is kept, and you can pay another way.</source>
        <translation>{amount} gehen dorthin zurück, woher sie kamen. Ihr Warenkorb bleibt erhalten, und Sie können anders zahlen.</translation>
    </message>
    <message>
        <source>Your money goes back</source>
        <translation>Ihr Geld geht zurück</translation>
    </message>
    <message>
        <source>Please follow the card terminal. It has gone back only when we say so.</source>
        <translation>Bitte folgen Sie dem Kartenterminal. Zurück ist es erst, wenn es hier steht.</translation>
    </message>
    <message>
        <source>Please wait. It goes back to the wallet on your phone.</source>
        <translation>Bitte warten Sie. Es geht zurück auf Ihr Handy.</translation>
    </message>
    <message>
        <source>Please wait a moment</source>
        <translation>Bitte warten Sie einen Moment</translation>
    </message>
    <message>
        <source>We are asking whether {amount} has gone back to you. Your basket is kept.</source>
        <translation>Wir fragen, ob {amount} an Sie zurückgegangen sind. Ihr Warenkorb bleibt erhalten.</translation>
    </message>
    <message>
        <source>A colleague has to look</source>
        <translation>Wir müssen nachsehen</translation>
    </message>
    <message>
        <source>We cannot tell whether {amount} has gone back to you. A colleague will check it with you. Your basket is kept.</source>
        <translation>Wir können nicht sagen, ob {amount} an Sie zurückgegangen sind. Wir prüfen es mit Ihnen. Ihr Warenkorb bleibt erhalten.</translation>
    </message>
    <message>
        <source>Not everything has gone back</source>
        <translation>Es ist nicht alles zurückgegangen</translation>
    </message>
    <message>
        <source>What is shown as paid still counts for this purchase. Try again, or touch Help: staff give it back.</source>
        <translation>Was hier als bezahlt steht, zählt weiter für diesen Einkauf. Versuchen Sie es erneut, oder tippen Sie auf Hilfe: Wir geben es von Hand zurück.</translation>
    </message>
    <message>
        <source>We cannot tell yet whether {amount} has gone back to you. A colleague will check it with you.</source>
        <translation>Wir können noch nicht sagen, ob {amount} an Sie zurückgegangen sind. Wir prüfen es mit Ihnen.</translation>
    </message>
    <message>
        <source>Your code is on its way. Nothing was charged.</source>
        <translation>Ihr Code kommt gleich. Es wurde nichts abgebucht.</translation>
    </message>
    <message>
        <source>Scan this code with your phone</source>
        <translation>Scannen Sie diesen Code mit dem Handy</translation>
    </message>
    <message>
        <source>Open your wallet app. You have paid only when this screen says so.</source>
        <translation>Öffnen Sie Ihre Bezahl-App. Bezahlt ist erst, wenn es hier steht.</translation>
    </message>
    <message>
        <source>We have read your phone&apos;s code</source>
        <translation>Wir haben den Code Ihres Handys gelesen</translation>
    </message>
    <message>
        <source>Please wait. You have paid only when this screen says so.</source>
        <translation>Bitte warten Sie. Bezahlt ist erst, wenn es hier steht.</translation>
    </message>
    <message>
        <source>Please confirm on your phone</source>
        <translation>Bitte bestätigen Sie auf dem Handy</translation>
    </message>
    <message>
        <source>Your phone asks for your consent. Nothing is charged before you give it.</source>
        <translation>Ihr Handy fragt nach Ihrer Zustimmung. Vorher wird nichts abgebucht.</translation>
    </message>
    <message>
        <source>Please wait. We are asking your wallet whether anything was charged. Do not confirm now.</source>
        <translation>Bitte warten Sie. Wir fragen Ihre Bezahl-App, ob etwas abgebucht wurde. Bestätigen Sie jetzt nicht mehr.</translation>
    </message>
    <message>
        <source>We are asking your wallet whether your payment of {amount} went through. Your basket is kept.</source>
        <translation>Wir fragen Ihre Bezahl-App, ob Ihre Zahlung von {amount} durchging. Ihr Warenkorb bleibt erhalten.</translation>
    </message>
    <message>
        <source>Your wallet cannot tell whether your payment of {amount} went through. A colleague will check it with you. Your basket is kept.</source>
        <translation>Ihre Bezahl-App kann nicht sagen, ob Ihre Zahlung von {amount} durchging. Wir prüfen es mit Ihnen. Ihr Warenkorb bleibt erhalten.</translation>
    </message>
    <message>
        <source>Please wait here. Your basket is kept, and so are the {amount} you have paid so far.</source>
        <translation>Bitte warten Sie hier. Ihr Warenkorb bleibt erhalten, ebenso die {amount}, die Sie schon bezahlt haben.</translation>
    </message>
    <message>
        <source>You have paid {amount} so far; it is kept with your basket. A colleague will go on with you or give it back.</source>
        <translation>Sie haben bisher {amount} bezahlt; der Betrag bleibt mit Ihrem Warenkorb erhalten. Wir machen mit Ihnen weiter oder geben ihn zurück.</translation>
    </message>
    <message>
        <source>We don&apos;t know this gift card</source>
        <translation>Wir kennen diese Geschenkkarte nicht</translation>
    </message>
    <message>
        <source>Nothing was taken. Check the number and try again, or pay another way.</source>
        <translation>Es wurde nichts abgezogen. Prüfen Sie die Nummer und versuchen Sie es erneut, oder zahlen Sie anders.</translation>
    </message>
    <message>
        <source>Nothing is left on it</source>
        <translation>Darauf ist nichts mehr</translation>
    </message>
    <message>
        <source>Nothing was taken. Please pay another way.</source>
        <translation>Es wurde nichts abgezogen. Bitte zahlen Sie anders.</translation>
    </message>
    <message>
        <source>It is in use at another checkout</source>
        <translation>Sie wird gerade an einer anderen Kasse benutzt</translation>
    </message>
    <message>
        <source>Nothing was taken. Finish there first, or pay another way.</source>
        <translation>Es wurde nichts abgezogen. Schließen Sie dort erst ab, oder zahlen Sie anders.</translation>
    </message>
    <message>
        <source>It was used up before</source>
        <translation>Sie ist schon aufgebraucht</translation>
    </message>
    <message>
        <source>Nothing was taken. Please pay another way, or touch Help.</source>
        <translation>Es wurde nichts abgezogen. Bitte zahlen Sie anders, oder tippen Sie auf Hilfe.</translation>
    </message>
    <message>
        <source>That took too long</source>
        <translation>Das hat zu lange gedauert</translation>
    </message>
    <message>
        <source>Nothing was taken. Please try again.</source>
        <translation>Es wurde nichts abgezogen. Bitte versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>It is blocked</source>
        <translation>Sie ist gesperrt</translation>
    </message>
    <message>
        <source>Nothing was taken. Touch Help to ask why, or pay another way.</source>
        <translation>Es wurde nichts abgezogen. Tippen Sie auf Hilfe und fragen Sie, warum, oder zahlen Sie anders.</translation>
    </message>
    <message>
        <source>It has expired</source>
        <translation>Sie ist abgelaufen</translation>
    </message>
    <message>
        <source>Nothing was taken. Touch Help to ask, or pay another way.</source>
        <translation>Es wurde nichts abgezogen. Tippen Sie auf Hilfe und fragen Sie nach, oder zahlen Sie anders.</translation>
    </message>
    <message>
        <source>It holds another currency</source>
        <translation>Sie hat eine andere Währung</translation>
    </message>
    <message>
        <source>It cannot pay here and nothing was taken. Please pay another way.</source>
        <translation>Hier kann sie nicht zahlen; es wurde nichts abgezogen. Bitte zahlen Sie anders.</translation>
    </message>
    <message>
        <source>It needs its PIN</source>
        <translation>Sie braucht ihre PIN</translation>
    </message>
    <message>
        <source>Nothing was taken. Type the PIN, or pay another way.</source>
        <translation>Es wurde nichts abgezogen. Geben Sie die PIN ein, oder zahlen Sie anders.</translation>
    </message>
    <message>
        <source>This PIN is not right</source>
        <translation>Diese PIN stimmt nicht</translation>
    </message>
    <message>
        <source>Nothing was taken. Try again; after five wrong ones the card is locked.</source>
        <translation>Es wurde nichts abgezogen. Versuchen Sie es erneut; nach fünf falschen wird die Karte gesperrt.</translation>
    </message>
    <message>
        <source>Too many wrong PINs</source>
        <translation>Zu viele falsche PINs</translation>
    </message>
    <message>
        <source>It is locked for 15 minutes and nothing was taken. Please pay another way.</source>
        <translation>Sie ist für 15 Minuten gesperrt; es wurde nichts abgezogen. Bitte zahlen Sie anders.</translation>
    </message>
    <message>
        <source>Too many tries</source>
        <translation>Zu viele Versuche</translation>
    </message>
    <message>
        <source>We cannot ask about it right now</source>
        <translation>Wir können gerade nicht nachfragen</translation>
    </message>
    <message>
        <source>Nothing was taken; what is on it stays yours. Try again in a moment, or pay another way.</source>
        <translation>Es wurde nichts abgezogen; was darauf ist, bleibt Ihres. Versuchen Sie es gleich noch einmal, oder zahlen Sie anders.</translation>
    </message>
    <message>
        <source>It cannot be used for this purchase</source>
        <translation>Dafür kann sie nicht benutzt werden</translation>
    </message>
    <message>
        <source>A part is paid already. It has to go back before the basket can change.</source>
        <translation>Ein Teil ist schon bezahlt. Er muss erst zurückgehen, bevor sich der Warenkorb ändern kann.</translation>
    </message>
    <message>
        <source>Please choose an amount up to what is left to pay.</source>
        <translation>Bitte wählen Sie höchstens, was noch zu zahlen ist.</translation>
    </message>
    <message>
        <source>Please pay the rest at once: that is enough parts.</source>
        <translation>Bitte zahlen Sie den Rest auf einmal: Es sind genug Teile.</translation>
    </message>
    <message>
        <source>We are still asking about your gift card or balance. One moment, please; nothing was charged.</source>
        <translation>Wir fragen noch nach Ihrer Geschenkkarte oder Ihrem Guthaben. Einen Moment bitte; es wurde nichts abgebucht.</translation>
    </message>
    <message>
        <source>This is not a gift card&apos;s number. Nothing was taken; please try again.</source>
        <translation>Das ist keine Nummer einer Geschenkkarte. Es wurde nichts abgezogen; bitte versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Gift cards cannot be used here right now. Nothing was taken; please pay another way.</source>
        <translation>Geschenkkarten gehen hier gerade nicht. Es wurde nichts abgezogen; bitte zahlen Sie anders.</translation>
    </message>
    <message>
        <source>It already pays for this purchase.</source>
        <translation>Sie zahlt schon für diesen Einkauf.</translation>
    </message>
    <message>
        <source>A PIN has digits only. Nothing was taken.</source>
        <translation>Eine PIN besteht nur aus Ziffern. Es wurde nichts abgezogen.</translation>
    </message>
    <message>
        <source>You cannot pay from a balance here.</source>
        <translation>Hier kann man nicht vom Guthaben zahlen.</translation>
    </message>
    <message>
        <source>To pay from your balance, go back to the basket and show your member card first.</source>
        <translation>Um vom Guthaben zu zahlen, gehen Sie zurück zum Warenkorb und zeigen Sie erst Ihre Mitgliedskarte.</translation>
    </message>
    <message>
        <source>One purchase takes no more gift cards. Nothing was taken; please pay another way.</source>
        <translation>Mehr Geschenkkarten gehen bei einem Einkauf nicht. Es wurde nichts abgezogen; bitte zahlen Sie anders.</translation>
    </message>
    <message>
        <source>You cannot pay by phone wallet here. Nothing was charged.</source>
        <translation>Hier kann man nicht mit dem Handy zahlen. Es wurde nichts abgebucht.</translation>
    </message>
    <message>
        <source>Phone wallets cannot be reached right now. Nothing was charged; please pay another way.</source>
        <translation>Das Zahlen mit dem Handy ist gerade nicht erreichbar. Es wurde nichts abgebucht; bitte zahlen Sie anders.</translation>
    </message>
    <message>
        <source>Not while training: nothing is paid here.</source>
        <translation>Nicht im Übungsbetrieb: Hier wird nichts bezahlt.</translation>
    </message>
    <message>
        <source>Whose balance?</source>
        <translation>Wessen Guthaben?</translation>
    </message>
    <message>
        <source>Show your member card or your phone, or type your number.</source>
        <translation>Zeigen Sie Ihre Mitgliedskarte oder Ihr Handy, oder tippen Sie Ihre Nummer.</translation>
    </message>
    <message>
        <source>Hold your card or phone here</source>
        <translation>Karte oder Handy hierher halten</translation>
    </message>
    <message>
        <source>We are asking for your balance. Nothing was charged.</source>
        <translation>Wir fragen nach Ihrem Guthaben. Es wurde nichts abgebucht.</translation>
    </message>
    <message>
        <source>By how much?</source>
        <translation>Um welchen Betrag?</translation>
    </message>
    <message>
        <source>You pay by card. Your balance gets it at once.</source>
        <translation>Sie zahlen mit Karte. Ihr Guthaben hat es sofort.</translation>
    </message>
    <message>
        <source>On it now: {amount}</source>
        <translation>Jetzt darauf: {amount}</translation>
    </message>
    <message>
        <source>Topped up</source>
        <translation>Aufgeladen</translation>
    </message>
    <message>
        <source>{amount} is on your balance. You can pay with it at every checkout.</source>
        <translation>{amount} ist auf Ihrem Guthaben. Sie können an jeder Kasse damit zahlen.</translation>
    </message>
    <message>
        <source>{amount} is on your balance.</source>
        <translation>{amount} ist auf Ihrem Guthaben.</translation>
    </message>
    <message>
        <source>A colleague is on the way. Nothing was charged.</source>
        <translation>Eine Kollegin oder ein Kollege ist unterwegs. Es wurde nichts abgebucht.</translation>
    </message>
    <message>
        <source>This checkout has to pause. Nothing was charged; a colleague helps you.</source>
        <translation>Diese Kasse muss pausieren. Es wurde nichts abgebucht; jemand vom Personal hilft Ihnen.</translation>
    </message>
    <message>
        <source>Not possible right now</source>
        <translation>Gerade nicht möglich</translation>
    </message>
    <message>
        <source>We cannot reach the shop&apos;s service. Nothing was charged; please try again later.</source>
        <translation>Der Dienst des Marktes ist nicht erreichbar. Es wurde nichts abgebucht; bitte versuchen Sie es später.</translation>
    </message>
    <message>
        <source>No balance for this card</source>
        <translation>Kein Guthaben zu dieser Karte</translation>
    </message>
    <message>
        <source>Nothing was charged. Please touch Help, or show another card.</source>
        <translation>Es wurde nichts abgebucht. Tippen Sie auf Hilfe, oder zeigen Sie eine andere Karte.</translation>
    </message>
    <message>
        <source>This balance is blocked</source>
        <translation>Dieses Guthaben ist gesperrt</translation>
    </message>
    <message>
        <source>Nothing was charged. Please touch Help.</source>
        <translation>Es wurde nichts abgebucht. Bitte tippen Sie auf Hilfe.</translation>
    </message>
    <message>
        <source>This balance is in another currency</source>
        <translation>Dieses Guthaben hat eine andere Währung</translation>
    </message>
    <message>
        <source>It cannot be topped up here. Nothing was charged.</source>
        <translation>Es kann hier nicht aufgeladen werden. Es wurde nichts abgebucht.</translation>
    </message>
    <message>
        <source>Your balance is full</source>
        <translation>Ihr Guthaben ist voll</translation>
    </message>
    <message>
        <source>No more fits on it. Nothing was charged.</source>
        <translation>Mehr passt nicht darauf. Es wurde nichts abgebucht.</translation>
    </message>
    <message>
        <source>A balance cannot be topped up at this checkout.</source>
        <translation>An dieser Kasse kann kein Guthaben aufgeladen werden.</translation>
    </message>
    <message>
        <source>Please show your member card first.</source>
        <translation>Bitte zeigen Sie zuerst Ihre Mitgliedskarte.</translation>
    </message>
    <message>
        <source>Please choose one of the amounts. Nothing was charged.</source>
        <translation>Bitte wählen Sie einen der Beträge. Es wurde nichts abgebucht.</translation>
    </message>
    <message>
        <source>Please touch Help: a colleague looks at your card.</source>
        <translation>Bitte tippen Sie auf Hilfe: Jemand sieht sich Ihre Karte an.</translation>
    </message>
    <message>
        <source>Nothing was charged. Please check it and try again.</source>
        <translation>Es wurde nichts abgebucht. Bitte prüfen Sie sie und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Popular now</source>
        <translation>Jetzt beliebt</translation>
    </message>
    <message>
        <source>Fruit and vegetables</source>
        <translation>Obst und Gemüse</translation>
    </message>
    <message>
        <source>Fruit</source>
        <translation>Obst</translation>
    </message>
    <message>
        <source>Berries</source>
        <translation>Beeren</translation>
    </message>
    <message>
        <source>Exotic</source>
        <translation>Exotisches</translation>
    </message>
    <message>
        <source>Vegetables</source>
        <translation>Gemüse</translation>
    </message>
    <message>
        <source>Bakery</source>
        <translation>Backwaren</translation>
    </message>
    <message>
        <source>Bread</source>
        <translation>Brot</translation>
    </message>
    <message>
        <source>Snacks</source>
        <translation>Gebäck</translation>
    </message>
    <message>
        <source>{price}/kg</source>
        <translation>{price}/kg</translation>
    </message>
    <message>
        <source>No bag, thank you</source>
        <translation>Keine Tasche, danke</translation>
    </message>
    <message>
        <source>1 bag for {amount}</source>
        <translation>1 Tasche für {amount}</translation>
    </message>
    <message>
        <source>{count} bags for {amount}</source>
        <translation>{count} Taschen für {amount}</translation>
    </message>
    <message>
        <source>Round up to {total}?</source>
        <translation>Auf {total} aufrunden?</translation>
    </message>
    <message>
        <source>{amount} for {charity}</source>
        <translation>{amount} für {charity}</translation>
    </message>
    <message>
        <source>Thank you for {amount}</source>
        <translation>Danke für {amount}</translation>
    </message>
    <message>
        <source>Donation</source>
        <translation>Spende</translation>
    </message>
    <message>
        <source>{name} taken off</source>
        <translation>{name} entfernt</translation>
    </message>
    <message>
        <source>{count} × {name} taken off</source>
        <translation>{count} × {name} entfernt</translation>
    </message>
    <message>
        <source>What does it cost?</source>
        <translation>Was kostet es?</translation>
    </message>
    <message>
        <source>Hold anything here. Nothing is added.</source>
        <translation>Halten Sie etwas hierher. Nichts wird gekauft.</translation>
    </message>
    <message>
        <source>Hold the barcode here</source>
        <translation>Strichcode hierhin halten</translation>
    </message>
    <message>
        <source>Your member prices</source>
        <translation>Ihre Mitgliedspreise</translation>
    </message>
    <message>
        <source>{price} per kg</source>
        <translation>{price} pro kg</translation>
    </message>
    <message>
        <source>{weight} kg, {price} per kg</source>
        <translation>{weight} kg, {price} pro kg</translation>
    </message>
    <message>
        <source>plus {name} {price}</source>
        <translation>zuzüglich {name} {price}</translation>
    </message>
    <message>
        <source>No offer for it right now</source>
        <translation>Zurzeit kein Angebot dafür</translation>
    </message>
    <message>
        <source>This has no price</source>
        <translation>Das hat keinen Preis</translation>
    </message>
    <message>
        <source>Hold the barcode of an item here, or your member card.</source>
        <translation>Halten Sie den Strichcode eines Artikels hierher, oder Ihre Mitgliedskarte.</translation>
    </message>
    <message>
        <source>We do not know this item</source>
        <translation>Diesen Artikel kennen wir nicht</translation>
    </message>
    <message>
        <source>Please ask a colleague for its price.</source>
        <translation>Bitte fragen Sie das Personal nach dem Preis.</translation>
    </message>
    <message>
        <source>Membership</source>
        <translation>Mitgliedschaft</translation>
    </message>
    <message>
        <source>The shop keeps my points, coupons and receipts under a number, not under my name.</source>
        <translation>Der Markt führt meine Punkte, Gutscheine und Bons unter einer Nummer, nicht unter meinem Namen.</translation>
    </message>
    <message>
        <source>Offers by my interests</source>
        <translation>Angebote nach meinen Interessen</translation>
    </message>
    <message>
        <source>The shop may choose offers by what I say I like.</source>
        <translation>Der Markt darf Angebote danach auswählen, was ich als Vorlieben angebe.</translation>
    </message>
    <message>
        <source>Offers by what I bought</source>
        <translation>Angebote nach meinen Einkäufen</translation>
    </message>
    <message>
        <source>The shop may choose offers by my earlier purchases.</source>
        <translation>Der Markt darf Angebote nach meinen früheren Einkäufen auswählen.</translation>
    </message>
    <message>
        <source>We cannot reach the shop&apos;s service. Nothing was kept; shop on as always.</source>
        <translation>Der Dienst des Marktes ist nicht erreichbar. Es wurde nichts gespeichert; kaufen Sie einfach weiter ein.</translation>
    </message>
    <message>
        <source>This number has a membership</source>
        <translation>Zu dieser Nummer gibt es eine Mitgliedschaft</translation>
    </message>
    <message>
        <source>Close this and enter the number as a member&apos;s.</source>
        <translation>Schließen Sie das und geben Sie die Nummer als Mitglied ein.</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Das hat nicht geklappt</translation>
    </message>
    <message>
        <source>Nobody has joined, nothing was kept. Please try again.</source>
        <translation>Niemand ist beigetreten, nichts wurde gespeichert. Bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Nobody can join at this checkout.</source>
        <translation>An dieser Kasse kann niemand Mitglied werden.</translation>
    </message>
    <message>
        <source>To join, please agree to the membership.</source>
        <translation>Um beizutreten, stimmen Sie bitte der Mitgliedschaft zu.</translation>
    </message>
    <message>
        <source>This is not a telephone number. Please check it.</source>
        <translation>Das ist keine Telefonnummer. Bitte prüfen Sie sie.</translation>
    </message>
    <message>
        <source>Order {name}</source>
        <translation>Bestellung {name}</translation>
    </message>
    <message>
        <source>To pay: {amount}</source>
        <translation>Zu zahlen: {amount}</translation>
    </message>
    <message>
        <source>We are looking for your order.</source>
        <translation>Wir suchen Ihre Bestellung.</translation>
    </message>
    <message>
        <source>Your order</source>
        <translation>Ihre Bestellung</translation>
    </message>
    <message>
        <source>Take your goods. When you have everything, confirm it here.</source>
        <translation>Nehmen Sie Ihre Ware. Wenn Sie alles haben, bestätigen Sie es hier.</translation>
    </message>
    <message>
        <source>Collect it at the counter</source>
        <translation>Abholung an der Theke</translation>
    </message>
    <message>
        <source>Your order waits there. Show the code on your phone once more.</source>
        <translation>Dort wartet Ihre Bestellung. Zeigen Sie den Code auf Ihrem Handy noch einmal.</translation>
    </message>
    <message>
        <source>Take your goods. They are yours when they are paid here.</source>
        <translation>Nehmen Sie Ihre Ware. Sie gehört Ihnen, wenn sie hier bezahlt ist.</translation>
    </message>
    <message>
        <source>Pay here, then collect it at the counter with the same code.</source>
        <translation>Zahlen Sie hier und holen Sie sie dann mit demselben Code an der Theke ab.</translation>
    </message>
    <message>
        <source>We are bringing your order here.</source>
        <translation>Wir holen Ihre Bestellung hierher.</translation>
    </message>
    <message>
        <source>Your order could not be brought here</source>
        <translation>Ihre Bestellung konnte nicht hierher geholt werden</translation>
    </message>
    <message>
        <source>Nothing was charged. Please try once more, or ask a colleague.</source>
        <translation>Es wurde nichts abgebucht. Bitte versuchen Sie es noch einmal oder fragen Sie das Personal.</translation>
    </message>
    <message>
        <source>Another lane has this order</source>
        <translation>Eine andere Kasse hat diese Bestellung</translation>
    </message>
    <message>
        <source>Nothing was charged here. Finish it there, or ask a colleague.</source>
        <translation>Hier wurde nichts abgebucht. Bezahlen Sie dort zu Ende oder fragen Sie das Personal.</translation>
    </message>
    <message>
        <source>This order is paid already</source>
        <translation>Diese Bestellung ist schon bezahlt</translation>
    </message>
    <message>
        <source>Nothing was charged here. Collect it at the counter.</source>
        <translation>Hier wurde nichts abgebucht. Holen Sie sie an der Theke ab.</translation>
    </message>
    <message>
        <source>We are writing down that you have your order.</source>
        <translation>Wir halten fest, dass Sie Ihre Bestellung haben.</translation>
    </message>
    <message>
        <source>Your order is complete</source>
        <translation>Ihre Bestellung ist abgeholt</translation>
    </message>
    <message>
        <source>Thank you. Nothing was charged here.</source>
        <translation>Vielen Dank. Hier wurde nichts abgebucht.</translation>
    </message>
    <message>
        <source>This order was collected already</source>
        <translation>Diese Bestellung wurde schon abgeholt</translation>
    </message>
    <message>
        <source>If that was not you, please ask a colleague.</source>
        <translation>Wenn Sie das nicht waren, fragen Sie bitte das Personal.</translation>
    </message>
    <message>
        <source>This order was cancelled</source>
        <translation>Diese Bestellung wurde storniert</translation>
    </message>
    <message>
        <source>What was paid for it has gone back.</source>
        <translation>Was dafür bezahlt wurde, ist zurückgegangen.</translation>
    </message>
    <message>
        <source>It is too early for this order</source>
        <translation>Für diese Bestellung ist es zu früh</translation>
    </message>
    <message>
        <source>Your phone shows when you can collect it.</source>
        <translation>Ihr Handy zeigt, wann Sie sie abholen können.</translation>
    </message>
    <message>
        <source>It is too late for this order</source>
        <translation>Für diese Bestellung ist es zu spät</translation>
    </message>
    <message>
        <source>Its time is over. What was paid goes back.</source>
        <translation>Ihre Zeit ist vorbei. Was bezahlt wurde, geht zurück.</translation>
    </message>
    <message>
        <source>This order is brought to you</source>
        <translation>Diese Bestellung wird gebracht</translation>
    </message>
    <message>
        <source>It is not collected in the shop.</source>
        <translation>Sie wird nicht im Laden abgeholt.</translation>
    </message>
    <message>
        <source>Show the next code</source>
        <translation>Zeigen Sie den nächsten Code</translation>
    </message>
    <message>
        <source>This one is over. Your phone shows a new one in a moment.</source>
        <translation>Dieser gilt nicht mehr. Ihr Handy zeigt gleich einen neuen.</translation>
    </message>
    <message>
        <source>This order is in another shop</source>
        <translation>Diese Bestellung liegt in einem anderen Markt</translation>
    </message>
    <message>
        <source>Your phone shows which one.</source>
        <translation>Ihr Handy zeigt, in welchem.</translation>
    </message>
    <message>
        <source>We cannot look for orders right now</source>
        <translation>Wir können gerade nicht nach Bestellungen sehen</translation>
    </message>
    <message>
        <source>Nothing was changed. Please go to the counter.</source>
        <translation>Es wurde nichts geändert. Bitte gehen Sie zur Theke.</translation>
    </message>
    <message>
        <source>This could not be written down yet</source>
        <translation>Das ließ sich noch nicht festhalten</translation>
    </message>
    <message>
        <source>Please confirm it once more, or ask a colleague.</source>
        <translation>Bitte bestätigen Sie es noch einmal, oder fragen Sie das Personal.</translation>
    </message>
    <message>
        <source>Finish this purchase first</source>
        <translation>Beenden Sie erst diesen Einkauf</translation>
    </message>
    <message>
        <source>Then show the code of your order again.</source>
        <translation>Zeigen Sie dann den Code Ihrer Bestellung noch einmal.</translation>
    </message>
    <message>
        <source>This code opens no order here</source>
        <translation>Dieser Code öffnet hier keine Bestellung</translation>
    </message>
    <message>
        <source>Open your order on the phone and show its code, or go to the counter.</source>
        <translation>Öffnen Sie Ihre Bestellung auf dem Handy und zeigen Sie ihren Code, oder gehen Sie zur Theke.</translation>
    </message>
</context>
<context>
    <name>NotFoundScreen</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>No barcode?</source>
        <translation>Kein Strichcode?</translation>
    </message>
    <message>
        <source>Enter a number</source>
        <translation>Nummer eingeben</translation>
    </message>
    <message>
        <source>Continue without this coupon</source>
        <translation>Ohne diesen Gutschein weiter</translation>
    </message>
    <message>
        <source>Continue without this item</source>
        <translation>Ohne diesen Artikel weiter</translation>
    </message>
    <message>
        <source>Continue without member prices</source>
        <translation>Ohne Mitgliedspreise weiter</translation>
    </message>
</context>
<context>
    <name>NudgeBanner</name>
    <message>
        <source>and 1 more</source>
        <translation>und 1 weiterer Hinweis</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>OrderScreen</name>
    <message>
        <source>Pay here</source>
        <translation>Hier bezahlen</translation>
    </message>
    <message>
        <source>I have everything</source>
        <translation>Ich habe alles</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>PayWays</name>
    <message>
        <source>Card or phone: hold, insert or swipe</source>
        <translation>Karte oder Handy: vorhalten, stecken oder durchziehen</translation>
    </message>
    <message>
        <source>Pay by card</source>
        <translation>Mit Karte bezahlen</translation>
    </message>
    <message>
        <source>Phone wallet</source>
        <translation>Mit dem Handy</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>Geschenkkarte</translation>
    </message>
    <message>
        <source>My balance</source>
        <translation>Mein Guthaben</translation>
    </message>
</context>
<context>
    <name>PaysRows</name>
    <message>
        <source>Take back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>PriceScreen</name>
    <message>
        <source>Add it to my purchase</source>
        <translation>In meinen Einkauf legen</translation>
    </message>
    <message>
        <source>Enter a number</source>
        <translation>Nummer eingeben</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>QuantitySheet</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
</context>
<context>
    <name>ReceiptScreen</name>
    <message>
        <source>On paper</source>
        <translation>Auf Papier</translation>
    </message>
    <message>
        <source>Scan it from this screen with your phone</source>
        <translation>Vom Bildschirm mit dem Handy scannen</translation>
    </message>
    <message>
        <source>As a QR code</source>
        <translation>Als QR-Code</translation>
    </message>
    <message>
        <source>Saves paper</source>
        <translation>Spart Papier</translation>
    </message>
    <message>
        <source>No receipt</source>
        <translation>Kein Bon</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>ReturnPanel</name>
    <message>
        <source>All of it</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>Eins weniger</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Eins mehr</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Give back %1</source>
        <translation>%1 zurückgeben</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>It was given back by hand</source>
        <translation>Wurde von Hand zurückgegeben</translation>
    </message>
    <message>
        <source>Give nothing more back</source>
        <translation>Nichts weiter zurückgeben</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation>Beleg drucken</translation>
    </message>
    <message>
        <source>No slip</source>
        <translation>Kein Beleg</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>RoundUpStrip</name>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Round up</source>
        <translation>Aufrunden</translation>
    </message>
</context>
<context>
    <name>ScannerEye</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>gezählt</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>zählt</translation>
    </message>
    <message>
        <source>seen once: one more look or a second decoder</source>
        <translation>einmal gesehen: noch ein Blick oder ein zweiter Leser</translation>
    </message>
    <message>
        <source>short code: two decoders must agree</source>
        <translation>kurzer Code: zwei Leser müssen übereinstimmen</translation>
    </message>
    <message>
        <source>another code was read in the same place</source>
        <translation>an derselben Stelle wurde ein anderer Code gelesen</translation>
    </message>
    <message>
        <source>Bars in view that nobody can read: is the print whole, dry and flat?</source>
        <translation>Striche im Bild, die niemand lesen kann: Ist der Druck ganz, trocken und glatt?</translation>
    </message>
    <message>
        <source>Hold a barcode before the camera</source>
        <translation>Halten Sie einen Strichcode vor die Kamera</translation>
    </message>
    <message>
        <source>The last look took %1 ms</source>
        <translation>Der letzte Blick dauerte %1 ms</translation>
    </message>
</context>
<context>
    <name>ScanningScreen</name>
    <message>
        <source>Pay</source>
        <translation>Bezahlen</translation>
    </message>
    <message>
        <source>No barcode?</source>
        <translation>Kein Strichcode?</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Remove last item</source>
        <translation>Letzten entfernen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Cancel purchase</source>
        <translation>Einkauf abbrechen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbruch</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>Check a price</source>
        <translation>Preis prüfen</translation>
    </message>
    <message>
        <source>Top up balance</source>
        <translation>Guthaben aufladen</translation>
    </message>
</context>
<context>
    <name>ShowSheet</name>
    <message>
        <source>Show your phone&apos;s code to the camera</source>
        <translation>Zeigen Sie den Code Ihres Handys der Kamera</translation>
    </message>
    <message>
        <source>Show your gift card to the camera</source>
        <translation>Zeigen Sie die Geschenkkarte der Kamera</translation>
    </message>
    <message>
        <source>Open your wallet app and choose its payment code</source>
        <translation>Öffnen Sie Ihre Bezahl-App und wählen Sie ihren Zahlungscode</translation>
    </message>
    <message>
        <source>Hold its code flat and still; a code on your phone works too</source>
        <translation>Halten Sie den Code flach und still; auch ein Code auf dem Handy geht</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Hold your phone here</source>
        <translation>Handy hierher halten</translation>
    </message>
    <message>
        <source>Hold your gift card here</source>
        <translation>Geschenkkarte hierher halten</translation>
    </message>
    <message>
        <source>Show me a code instead</source>
        <translation>Zeigen Sie mir einen Code</translation>
    </message>
    <message>
        <source>Type its number instead</source>
        <translation>Lieber die Nummer tippen</translation>
    </message>
</context>
<context>
    <name>StaffBasket</name>
    <message>
        <source>No items</source>
        <translation>Keine Artikel</translation>
    </message>
</context>
<context>
    <name>StaffDevices</name>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>What it reads</source>
        <translation>Was sie liest</translation>
    </message>
</context>
<context>
    <name>StaffDoor</name>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Scan your badge, or type your number and PIN</source>
        <translation>Ausweis scannen oder Nummer und PIN eingeben</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>Checkout %1 · %2</source>
        <translation>Kasse %1 · %2</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>To be decided: %1</source>
        <translation>Zu entscheiden: %1</translation>
    </message>
    <message>
        <source>Nothing waits for a decision</source>
        <translation>Nichts zu entscheiden</translation>
    </message>
    <message>
        <source>Basket</source>
        <translation>Korb</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Rückgabe</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Einkauf</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>One fewer: %1</source>
        <translation>Eins weniger: %1</translation>
    </message>
    <message>
        <source>One more: %1</source>
        <translation>Eins mehr: %1</translation>
    </message>
</context>
<context>
    <name>TenderFlow</name>
    <message>
        <source>How would you like to pay?</source>
        <translation>Wie möchten Sie bezahlen?</translation>
    </message>
    <message>
        <source>Pay all of it</source>
        <translation>Alles zahlen</translation>
    </message>
    <message>
        <source>Back to the basket</source>
        <translation>Zurück zum Warenkorb</translation>
    </message>
    <message>
        <source>Give my money back</source>
        <translation>Mein Geld zurück</translation>
    </message>
    <message>
        <source>Pay only a part</source>
        <translation>Nur einen Teil zahlen</translation>
    </message>
</context>
<context>
    <name>TenderPage</name>
    <message>
        <source>How would you like to pay?</source>
        <translation>Wie möchten Sie bezahlen?</translation>
    </message>
    <message>
        <source>Pay all of it</source>
        <translation>Alles zahlen</translation>
    </message>
    <message>
        <source>Back to the basket</source>
        <translation>Zurück zum Warenkorb</translation>
    </message>
    <message>
        <source>Give my money back</source>
        <translation>Mein Geld zurück</translation>
    </message>
    <message>
        <source>Pay only a part</source>
        <translation>Nur einen Teil zahlen</translation>
    </message>
</context>
<context>
    <name>ThanksScreen</name>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>TimeStrip</name>
    <message>
        <source>This closes by itself in a moment.</source>
        <translation>Das schließt sich gleich von selbst.</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Mehr Zeit</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Checkout %1</source>
        <translation>Kasse %1</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Gerufen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Called, %1</source>
        <translation>Gerufen, %1</translation>
    </message>
    <message>
        <source>Colours, letters, reach and sound</source>
        <translation>Farben, Schrift, Reichweite und Töne</translation>
    </message>
</context>
<context>
    <name>TotalPanel</name>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
</context>
<context>
    <name>TrainingBar</name>
    <message>
        <source>Training – nothing is sold</source>
        <translation>Training – kein Verkauf</translation>
    </message>
</context>
<context>
    <name>TypeSheet</name>
    <message>
        <source>How much would you like to pay next?</source>
        <translation>Wie viel möchten Sie zuerst zahlen?</translation>
    </message>
    <message>
        <source>The PIN of your gift card</source>
        <translation>Die PIN Ihrer Geschenkkarte</translation>
    </message>
    <message>
        <source>The number of your gift card</source>
        <translation>Die Nummer Ihrer Geschenkkarte</translation>
    </message>
    <message>
        <source>Up to %1. The rest is paid afterwards, another way or by another person.</source>
        <translation>Bis %1. Den Rest zahlen Sie danach, anders oder jemand anderes.</translation>
    </message>
    <message>
        <source>It stands under its code: 13 or 20 digits</source>
        <translation>Sie steht unter dem Code: 13 oder 20 Ziffern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>Die Hälfte</translation>
    </message>
    <message>
        <source>Shared by %1</source>
        <translation>Zu %1 geteilt</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>UnknownScreen</name>
    <message>
        <source>I have not paid. Stop it.</source>
        <translation>Ich habe nicht bezahlt. Bitte abbrechen.</translation>
    </message>
</context>
<context>
    <name>VisitCard</name>
    <message>
        <source>Other reason</source>
        <translation>Anderer Grund</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
</context>
<context>
    <name>WalletScreen</name>
    <message>
        <source>Stop the payment</source>
        <translation>Zahlung abbrechen</translation>
    </message>
</context>
</TS>
