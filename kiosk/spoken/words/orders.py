"""What the voice says of an order that is shown at the lane."""

from kiosk.spoken.words.entry import Words

ORDERS: dict[str, Words] = {
    "asking": Words(
        "One moment, please. We are looking for your order.",
        "Einen Moment, bitte. Wir suchen Ihre Bestellung.",
        "请稍候。正在查找您的订单。",
    ),
    "found": Words(
        "Your order. Take your goods. When you have everything, confirm it here.",
        "Ihre Bestellung. Nehmen Sie Ihre Ware. Wenn Sie alles haben, bestätigen Sie es hier.",
        "您的订单。请取走商品。全部取齐后，请在此确认。",
    ),
    "counter": Words(
        "Collect it at the counter. Your order waits there. Show the code on your phone once more.",
        "Abholung an der Theke. Dort wartet Ihre Bestellung. Zeigen Sie den Code auf Ihrem Handy noch "
        "einmal.",
        "请到柜台取货。您的订单在那里等候。请再次出示手机上的码。",
    ),
    "due": Words(
        "Your order. Take your goods. They are yours when they are paid here. To pay: {amount}.",
        "Ihre Bestellung. Nehmen Sie Ihre Ware. Sie gehört Ihnen, wenn sie hier bezahlt ist. "
        "Zu zahlen: {amount}.",
        "您的订单。请取走商品，在此付款后即归您所有。应付：{amount}。",
    ),
    "due_counter": Words(
        "Your order. Pay here, then collect it at the counter with the same code. To pay: {amount}.",
        "Ihre Bestellung. Zahlen Sie hier und holen Sie sie dann mit demselben Code an der Theke ab. "
        "Zu zahlen: {amount}.",
        "您的订单。请在此付款，然后凭同一个码到柜台取货。应付：{amount}。",
    ),
    "paying": Words(
        "One moment, please. We are bringing your order here.",
        "Einen Moment, bitte. Wir holen Ihre Bestellung hierher.",
        "请稍候。正在调出您的订单。",
    ),
    "not_paid": Words(
        "Your order could not be brought here. Nothing was charged. Please try once more, or ask a "
        "colleague.",
        "Ihre Bestellung konnte nicht hierher geholt werden. Es wurde nichts abgebucht. Bitte versuchen Sie "
        "es noch einmal oder fragen Sie das Personal.",
        "无法在此调出您的订单。没有扣款。请再试一次，或询问工作人员。",
    ),
    "held": Words(
        "Another lane has this order. Nothing was charged here. Finish it there, or ask a colleague.",
        "Eine andere Kasse hat diese Bestellung. Hier wurde nichts abgebucht. Bezahlen Sie dort zu Ende oder "
        "fragen Sie das Personal.",
        "另一台收银机正在处理此订单。此处未扣款。请在那里完成，或询问工作人员。",
    ),
    "paid": Words(
        "This order is paid already. Nothing was charged here. Collect it at the counter.",
        "Diese Bestellung ist schon bezahlt. Hier wurde nichts abgebucht. Holen Sie sie an der Theke ab.",
        "此订单已付款。此处未扣款。请到柜台取货。",
    ),
    "handing": Words(
        "One moment, please. We are writing down that you have your order.",
        "Einen Moment, bitte. Wir halten fest, dass Sie Ihre Bestellung haben.",
        "请稍候。正在记录您已取货。",
    ),
    "handed": Words(
        "Your order is complete. Thank you. Nothing was charged here.",
        "Ihre Bestellung ist abgeholt. Vielen Dank. Hier wurde nichts abgebucht.",
        "订单已取走。谢谢。此处未扣款。",
    ),
    "collected": Words(
        "This order was collected already. If that was not you, please ask a colleague.",
        "Diese Bestellung wurde schon abgeholt. Wenn Sie das nicht waren, fragen Sie bitte das Personal.",
        "此订单已被取走。如果不是您本人，请询问工作人员。",
    ),
    "cancelled": Words(
        "This order was cancelled. What was paid for it has gone back.",
        "Diese Bestellung wurde storniert. Was dafür bezahlt wurde, ist zurückgegangen.",
        "此订单已取消。已付款项已退回。",
    ),
    "early": Words(
        "It is too early for this order. Your phone shows when you can collect it.",
        "Für diese Bestellung ist es zu früh. Ihr Handy zeigt, wann Sie sie abholen können.",
        "还没到取货时间。手机上显示可取货的时间。",
    ),
    "late": Words(
        "It is too late for this order. Its time is over. What was paid goes back.",
        "Für diese Bestellung ist es zu spät. Ihre Zeit ist vorbei. Was bezahlt wurde, geht zurück.",
        "已过取货时间。取货时间已过，已付款项将退回。",
    ),
    "delivery": Words(
        "This order is brought to you. It is not collected in the shop.",
        "Diese Bestellung wird gebracht. Sie wird nicht im Laden abgeholt.",
        "此订单为送货。不在店内取货。",
    ),
    "copied": Words(
        "Show the next code. This one is over. Your phone shows a new one in a moment.",
        "Zeigen Sie den nächsten Code. Dieser gilt nicht mehr. Ihr Handy zeigt gleich einen neuen.",
        "请出示下一个码。此码已失效。手机很快会显示新码。",
    ),
    "wrong_shop": Words(
        "This order is in another shop. Your phone shows which one.",
        "Diese Bestellung liegt in einem anderen Markt. Ihr Handy zeigt, in welchem.",
        "此订单在其他门店。手机上显示是哪一家。",
    ),
    "no_link": Words(
        "We cannot look for orders right now. Nothing was changed. Please go to the counter.",
        "Wir können gerade nicht nach Bestellungen sehen. Es wurde nichts geändert. Bitte gehen Sie zur "
        "Theke.",
        "暂时无法查找订单。没有任何更改。请到柜台。",
    ),
    "unsure": Words(
        "This could not be written down yet. Please confirm it once more, or ask a colleague.",
        "Das ließ sich noch nicht festhalten. Bitte bestätigen Sie es noch einmal, oder fragen Sie das "
        "Personal.",
        "尚未能记录。请再确认一次，或询问工作人员。",
    ),
    "not_empty": Words(
        "Finish this purchase first. Then show the code of your order again.",
        "Beenden Sie erst diesen Einkauf. Zeigen Sie dann den Code Ihrer Bestellung noch einmal.",
        "请先完成本次购物。然后再次出示订单码。",
    ),
    "other": Words(
        "This code opens no order here. Open your order on the phone and show its code, or go to the "
        "counter.",
        "Dieser Code öffnet hier keine Bestellung. Öffnen Sie Ihre Bestellung auf dem Handy und zeigen "
        "Sie ihren Code, oder gehen Sie zur Theke.",
        "此码在这里没有对应的订单。请在手机上打开订单并出示其码，或到柜台。",
    ),
}
