"""What the voice says about listening itself: how it is steered, what has the focus, what was typed."""

from kiosk.spoken.words.entry import Words

LISTENING: dict[str, Words] = {
    "begins": Words(
        "You can shop by ear. The arrow keys move, OK chooses, and one key calls a colleague.",
        "Sie können nach Gehör einkaufen. Die Pfeiltasten bewegen, OK wählt, und eine Taste ruft das Team.",
        "您可以听语音购物。方向键移动，确定键选择，另有一键呼叫工作人员。",
    ),
    "nothing": Words("Nothing to choose right now.", "Gerade gibt es nichts zu wählen.", "目前没有可选项。"),
    "typed_quantity": Words("Quantity {text}.", "Menge {text}.", "数量{text}。"),
    "volume": Words("Volume {percent} percent.", "Lautstärke {percent} Prozent.", "音量百分之{percent}。"),
    "speed": Words("Speed {percent} percent.", "Geschwindigkeit {percent} Prozent.", "语速百分之{percent}。"),
    "curtain": Words(
        "The screen is dark now. Nobody reads along.",
        "Der Bildschirm ist jetzt dunkel. Niemand liest mit.",
        "屏幕已变暗，别人看不到内容。",
    ),
    "no_curtain": Words("The screen shows again.", "Der Bildschirm zeigt wieder etwas.", "屏幕已恢复显示。"),
    "help_again": Words(
        "A colleague has been called already.", "Das Team ist schon gerufen.", "已经呼叫工作人员。"
    ),
    "help_asked": Words("A colleague is called.", "Das Team wird gerufen.", "正在呼叫工作人员。"),
    "line": Words(
        "{quantity} times {name}, {amount}.",
        "{quantity} mal {name}, {amount}.",
        "{name}，{quantity}件，{amount}。",
    ),
    "one_line": Words("{name}, {amount}.", "{name}, {amount}.", "{name}，{amount}。"),
    "more_lines": Words("And {items} more.", "Und noch {items}.", "另有{items}。"),
    "tax": Words("Tax in it: {amount}.", "Darin Steuern: {amount}.", "其中税款：{amount}。"),
    "wait": Words(
        "A colleague comes to you. One look, and you can pay; paying goes on by itself.",
        "Jemand vom Team kommt zu Ihnen. Ein Blick, und Sie können zahlen; es geht dann von selbst weiter.",
        "工作人员马上过来，查看后即可付款，付款会自动继续。",
    ),
    "next_in_queue": Words("You are next.", "Sie sind als Nächstes dran.", "下一位就是您。"),
    "in_queue": Words(
        "You are number {place} in the queue.", "Sie sind Nummer {place} in der Reihe.", "您排在第{place}位。"
    ),
    "refused": Words(
        "A colleague has looked: {reason}. Please put it right, or press Help.",
        "Jemand vom Team hat nachgesehen: {reason}. Bitte bringen Sie es in Ordnung, oder drücken Sie "
        "die Hilfetaste.",
        "工作人员已查看：{reason}。请处理，或按帮助键。",
    ),
    "found": Words("{text}. Found: {items}.", "{text}. Gefunden: {items}.", "{text}，找到{items}。"),
    "chosen": Words("Chosen.", "Gewählt.", "已选择。"),
    "not_chosen": Words("Not chosen.", "Nicht gewählt.", "未选择。"),
}
