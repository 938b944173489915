<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_GB">
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
        <source>Touch to start</source>
        <translation>Hier starten</translation>
    </message>
    <message>
        <source>or just hold your first item in front of the camera</source>
        <translation>oder einfach den ersten Artikel vor die Kamera halten</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>The terminal says: %1</source>
        <translation>Das Terminal meldet: %1</translation>
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
    <name>CardScreen</name>
    <message>
        <source>Stop the payment</source>
        <translation>Zahlung abbrechen</translation>
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
</context>
<context>
    <name>HitPanel</name>
    <message>
        <source>Turn the pack until the stripes face the camera</source>
        <translation>Drehen Sie die Packung, bis die Striche zur Kamera zeigen</translation>
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
</context>
<context>
    <name>Messages</name>
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
        <source>This item has to be weighed</source>
        <translation>Dieser Artikel muss gewogen werden</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Touch Help; a colleague will weigh it for you.</source>
        <translation>Es wurde nichts hinzugefügt. Tippen Sie auf Hilfe; wir wiegen den Artikel für Sie.</translation>
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
        <source>Your card was not charged. Try another card, or touch Help.</source>
        <translation>Ihre Karte wurde nicht belastet. Versuchen Sie eine andere Karte oder tippen Sie auf Hilfe.</translation>
    </message>
    <message>
        <source>Payment stopped</source>
        <translation>Zahlung abgebrochen</translation>
    </message>
    <message>
        <source>Your card was not charged. Start again, or go back to your basket.</source>
        <translation>Ihre Karte wurde nicht belastet. Starten Sie neu oder gehen Sie zurück zum Warenkorb.</translation>
    </message>
    <message>
        <source>The payment did not go through and your card was not charged. Please try again.</source>
        <translation>Die Zahlung kam nicht zustande, Ihre Karte wurde nicht belastet. Bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The terminal charged your card, and the amount was given back. Try again, or touch Help.</source>
        <translation>Ihre Karte wurde belastet und der Betrag wurde zurückgebucht. Versuchen Sie es noch einmal oder tippen Sie auf Hilfe.</translation>
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
        <source>Paid with {points} points</source>
        <translation>Mit {points} Punkten bezahlt</translation>
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
        <translation>Auf Ihrem Beleg steht ein Gutschein über {amount} für Ihren nächsten Besuch.</translation>
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
        <translation>{reason} Ihren Beleg gibt es als QR-Code.</translation>
    </message>
    <message>
        <source>Would you like a receipt?</source>
        <translation>Möchten Sie einen Beleg?</translation>
    </message>
    <message>
        <source>You have paid {amount}.</source>
        <translation>Sie haben {amount} bezahlt.</translation>
    </message>
    <message>
        <source>Your receipt is printing</source>
        <translation>Ihr Beleg wird gedruckt</translation>
    </message>
    <message>
        <source>You have paid {amount}. Please take the paper below.</source>
        <translation>Sie haben {amount} bezahlt. Bitte nehmen Sie den Beleg unten mit.</translation>
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
        <translation>Ihr Beleg wartet</translation>
    </message>
    <message>
        <source>You have paid {amount}. {reason} A colleague is needed; your receipt then prints by itself.</source>
        <translation>Sie haben {amount} bezahlt. {reason} Tippen Sie auf Hilfe; Ihr Beleg wird danach von selbst gedruckt.</translation>
    </message>
    <message>
        <source>Your receipt is printed</source>
        <translation>Ihr Beleg ist gedruckt</translation>
    </message>
    <message>
        <source>No paper receipt</source>
        <translation>Kein Papierbeleg</translation>
    </message>
    <message>
        <source>You have paid {amount}. The receipt could not be printed; take it as a QR code instead.</source>
        <translation>Sie haben {amount} bezahlt. Der Beleg konnte nicht gedruckt werden; nehmen Sie ihn als QR-Code mit.</translation>
    </message>
    <message>
        <source>Please check the printer</source>
        <translation>Bitte Drucker prüfen</translation>
    </message>
    <message>
        <source>You have paid {amount}. We cannot tell whether your receipt was printed. If it is missing, take it as a QR code.</source>
        <translation>Sie haben {amount} bezahlt. Wir wissen nicht, ob Ihr Beleg gedruckt wurde. Fehlt er, nehmen Sie ihn als QR-Code mit.</translation>
    </message>
    <message>
        <source>Your receipt as a QR code</source>
        <translation>Ihr Beleg als QR-Code</translation>
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
        <translation>Bitte nehmen Sie Ihren Einkauf und Ihren Beleg mit.</translation>
    </message>
    <message>
        <source>Please take your shopping.</source>
        <translation>Bitte nehmen Sie Ihren Einkauf mit.</translation>
    </message>
    <message>
        <source>Please take your shopping. If your receipt is missing, a colleague can print it again.</source>
        <translation>Bitte nehmen Sie Ihren Einkauf mit. Fehlt Ihr Beleg, drucken wir ihn gern noch einmal.</translation>
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
        <translation>Stellen Sie sie in den Wagen. Dann tippen Sie auf "Fertig" und scannen weiter.</translation>
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
        <translation>Bitte warten Sie hier. Sie haben {amount} bezahlt; Ihr Beleg geht nicht verloren.</translation>
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
        <translation>Sie haben {amount} bezahlt. Wir helfen Ihnen gleich mit dem Beleg.</translation>
    </message>
    <message>
        <source>A coupon is still being checked. One moment, please; nothing was charged.</source>
        <translation>Ein Gutschein wird noch geprüft. Einen Moment bitte; es wurde nichts abgebucht.</translation>
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
        <source>That is not possible right now.</source>
        <translation>Das ist gerade nicht möglich.</translation>
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
        <translation>Kein Beleg</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>ScanningScreen</name>
    <message>
        <source>Pay</source>
        <translation>Bezahlen</translation>
    </message>
    <message>
        <source>Remove last item</source>
        <translation>Letzten entfernen</translation>
    </message>
    <message>
        <source>Cancel purchase</source>
        <translation>Einkauf abbrechen</translation>
    </message>
</context>
<context>
    <name>TenderScreen</name>
    <message>
        <source>How would you like to pay?</source>
        <translation>Wie möchten Sie bezahlen?</translation>
    </message>
    <message>
        <source>Card or phone: hold, insert or swipe</source>
        <translation>Karte oder Handy: vorhalten, stecken oder durchziehen</translation>
    </message>
    <message>
        <source>Pay by card</source>
        <translation>Mit Karte bezahlen</translation>
    </message>
    <message>
        <source>Back to the basket</source>
        <translation>Zurück zum Warenkorb</translation>
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
</TS>
