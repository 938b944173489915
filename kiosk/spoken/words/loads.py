"""What the voice says of topping up a balance: why it cannot be, and what was done.

The keys are the machine words of `retail.journal.loads.LoadRefused`.
"""

from kiosk.spoken.words.entry import Words

LOADS: dict[str, Words] = {
    "no_link": Words(
        "The shop's service cannot be reached. Nothing was charged; please try again later.",
        "Der Dienst des Marktes ist nicht erreichbar. Es wurde nichts abgebucht; bitte später noch einmal.",
        "无法连接门店服务，尚未扣款；请稍后再试。",
    ),
    "blocked": Words(
        "This balance is blocked. Nothing was charged. Please press Help.",
        "Dieses Guthaben ist gesperrt. Es wurde nichts abgebucht. Bitte drücken Sie die Hilfetaste.",
        "此余额已被冻结，尚未扣款。请按帮助键。",
    ),
    "other_currency": Words(
        "This balance is in another currency. Nothing was charged.",
        "Dieses Guthaben hat eine andere Währung. Es wurde nichts abgebucht.",
        "此余额为其他币种，尚未扣款。",
    ),
    "full": Words(
        "Your balance is full: no more fits on it. Nothing was charged.",
        "Ihr Guthaben ist voll: Mehr passt nicht darauf. Es wurde nichts abgebucht.",
        "您的余额已达上限，无法再充值，尚未扣款。",
    ),
    "other": Words(
        "This cannot be topped up. Nothing was charged. Show another card, or press Help.",
        "Das kann nicht aufgeladen werden. Es wurde nichts abgebucht. Zeigen Sie eine andere Karte, "
        "oder drücken Sie die Hilfetaste.",
        "无法充值，尚未扣款。请出示其他卡，或按帮助键。",
    ),
}
LOAD_SCREENS: dict[str, Words] = {
    "load_show": Words(
        "Whose balance? Show your member card or your phone, or type your number.",
        "Wessen Guthaben? Zeigen Sie Ihre Mitgliedskarte oder Ihr Handy, oder geben Sie Ihre Nummer ein.",
        "为谁的余额充值？请出示会员卡或手机，或输入号码。",
    ),
    "load_asking": Words(
        "One moment, please. We are asking for your balance. Nothing was charged.",
        "Einen Moment, bitte. Wir fragen nach Ihrem Guthaben. Es wurde nichts abgebucht.",
        "请稍候，正在查询您的余额，尚未扣款。",
    ),
    "load_choose": Words(
        "By how much? You can choose {amounts}. You pay by card.",
        "Um welchen Betrag? Sie können wählen: {amounts}. Sie zahlen mit Karte.",
        "充值多少？可选{amounts}，刷卡支付。",
    ),
    "load_paid": Words(
        "Topped up: {amount} is on your balance.",
        "Aufgeladen: {amount} ist auf Ihrem Guthaben.",
        "充值成功：{amount}已充入您的余额。",
    ),
}
LOAD_COMMANDS: dict[str, Words] = {
    "no_top_up_here": Words(
        "A balance cannot be topped up at this checkout.",
        "An dieser Kasse kann kein Guthaben aufgeladen werden.",
        "本机不支持余额充值。",
    ),
    "balance_not_known": Words(
        "Please show your member card first.",
        "Bitte zeigen Sie zuerst Ihre Mitgliedskarte.",
        "请先出示会员卡。",
    ),
    "amount_not_offered": Words(
        "Please choose one of the amounts. Nothing was charged.",
        "Bitte wählen Sie einen der Beträge. Es wurde nichts abgebucht.",
        "请选择一个金额，尚未扣款。",
    ),
    "too_many_asks": Words(
        "Please press Help: a colleague looks at your card.",
        "Bitte drücken Sie die Hilfetaste: Jemand sieht sich Ihre Karte an.",
        "请按帮助键，工作人员会查看您的卡。",
    ),
    "no_joining_here": Words(
        "Nobody can join at this checkout.",
        "An dieser Kasse kann niemand Mitglied werden.",
        "本机不支持入会。",
    ),
    "join_needs_consent": Words(
        "To join, please agree to the membership.",
        "Um beizutreten, stimmen Sie bitte der Mitgliedschaft zu.",
        "入会前请先同意会员条款。",
    ),
    "not_a_phone_number": Words(
        "This is not a telephone number. Please check it.",
        "Das ist keine Telefonnummer. Bitte prüfen Sie sie.",
        "这不是有效的电话号码，请核对。",
    ),
}
