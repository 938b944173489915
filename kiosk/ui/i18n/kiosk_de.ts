<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_GB">
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
        <source>This item has to be weighed</source>
        <translation>Dieser Artikel muss gewogen werden</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Touch Help; a colleague will weigh it for you.</source>
        <translation>Es wurde nichts hinzugefügt. Tippen Sie auf Hilfe; wir wiegen den Artikel für Sie.</translation>
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
        <source>A colleague is coming</source>
        <translation>Hilfe ist unterwegs</translation>
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
        <source>Your basket is empty. Scan an item first.</source>
        <translation>Ihr Warenkorb ist leer. Scannen Sie zuerst einen Artikel.</translation>
    </message>
    <message>
        <source>Your basket is full. Please touch Help.</source>
        <translation>Ihr Warenkorb ist voll. Bitte tippen Sie auf Hilfe.</translation>
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
        <source>Continue without this item</source>
        <translation>Ohne diesen Artikel weiter</translation>
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
        <source>Total</source>
        <translation>Summe</translation>
    </message>
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
</context>
</TS>
