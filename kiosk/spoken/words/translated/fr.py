"""The voice in French, by the English sentence."""

TEXTS: dict[str, str] = {
    ", ": ", ",
    "minus ": "moins ",
    " and ": " et ",
    "{n} kilograms": "{n} kilos",
    "1 kilogram": "1 kilo",
    "{n} grams": "{n} grammes",
    "1 gram": "1 gramme",
    "{n} items": "{n} article|{n} articles",
    "1 item": "1 article",
    "{n} points": "{n} point|{n} points",
    "1 point": "1 point",
    "euro": "euro",
    "pound": "livre",
    "dollar": "dollar",
    "franc": "franc",
    "yuan": "yuan",
    "yen": "yen",
    "euros": "{n} euro|{n} euros",
    "pounds": "livres",
    "dollars": "dollars",
    "francs": "francs",
    "cent": "centime",
    "penny": "penny",
    "centime": "centime",
    "fen": "fen",
    "cents": "centimes",
    "pence": "pence",
    "centimes": "centimes",
    "Cleared": "Effacé",
    "{n} digits of your PIN": "{n} chiffres de votre code PIN",
    "{n} digits": "{n} chiffres",
    "1 digit of your PIN": "1 chiffre de votre code PIN",
    "1 digit": "1 chiffre",
    (
        "We don't know this item. Nothing was added to your basket. Try another barcode on the "
        "pack, or press Help."
    ): (
        "Nous ne connaissons pas cet article. Rien n'a été ajouté au panier. Essayez un autre "
        "code-barres de l'emballage, ou appuyez sur Aide."
    ),
    (
        "We couldn't read this code. Nothing was added to your basket. Smooth the pack, hold it "
        "still and try again."
    ): (
        "Nous n'avons pas pu lire ce code. Rien n'a été ajouté au panier. Lissez l'emballage, "
        "tenez-le immobile et réessayez."
    ),
    (
        "This is not a product code. Nothing was added to your basket. Look for the striped "
        "barcode on the pack."
    ): (
        "Ce n'est pas un code d'article. Rien n'a été ajouté au panier. Cherchez le code-barres à "
        "rayures sur l'emballage."
    ),
    (
        "This item has to be weighed. Nothing was added to your basket. Press Help; a colleague "
        "will weigh it for you."
    ): (
        "Cet article doit être pesé. Rien n'a été ajouté au panier. Appuyez sur Aide\u202f; notre "
        "équipe le pèsera pour vous."
    ),
    "This is for paying. Nothing was charged. Scan everything first, press Pay, and then show it again.": (
        "Ceci sert à payer. Rien n'a été débité. Scannez d'abord tous vos articles, choisissez Payer, puis "
        "présentez-le à nouveau."
    ),
    (
        "No more of this item in one purchase. You have as many as one purchase may hold. This one "
        "was not added; please leave it here."
    ): (
        "Quantité maximale pour un achat. Vous avez déjà le maximum permis. Celui-ci n'a pas été "
        "ajouté\u202f; veuillez le laisser ici."
    ),
    "Another lane has this basket. Nothing was added here. Please pay there, or press Help.": (
        "Ce panier est à une autre caisse. Rien n'a été ajouté ici. Veuillez payer là-bas, ou "
        "appuyez sur Aide."
    ),
    "This basket is paid. Nothing was added. Your receipt is on your phone.": (
        "Ce panier est payé. Rien n'a été ajouté. Votre ticket est sur votre téléphone."
    ),
    "This basket has changed. Nothing was added. Choose Pay on your phone again and show the new code.": (
        "Ce panier a changé. Rien n'a été ajouté. Choisissez de nouveau Payer sur votre téléphone "
        "et présentez le nouveau code."
    ),
    (
        "There are goods in the basket here already. The basket of your phone was not added; it is "
        "still yours. Pay these first, or take them out."
    ): (
        "Il y a déjà des articles dans le panier ici. Le panier de votre téléphone n'a pas été "
        "ajouté\u202f; il reste à vous. Payez d'abord ces articles, ou retirez-les."
    ),
    (
        "Baskets of phones cannot be fetched now. Nothing was added; your basket is still on your "
        "phone. Show it again, or scan your items here."
    ): (
        "Les paniers des téléphones sont indisponibles. Rien n'a été ajouté\u202f; votre panier est "
        "toujours sur votre téléphone. Présentez-le à nouveau, ou scannez vos articles ici."
    ),
    (
        "It could not be weighed. Nothing was added to your basket. Lay it on the scale alone and "
        "scan it again, or press Help."
    ): (
        "La pesée n'a pas réussi. Rien n'a été ajouté au panier. Posez l'article seul sur la "
        "balance et scannez-le à nouveau, ou appuyez sur Aide."
    ),
    "This code does not work here. Your basket is unchanged. Try another code, or press Help.": (
        "Ce code ne fonctionne pas ici. Votre panier est inchangé. Essayez un autre code, ou "
        "appuyez sur Aide."
    ),
    (
        "We don't know this card or number. Your basket is unchanged. Check the number and try "
        "again, or go on without member prices."
    ): (
        "Nous ne connaissons pas cette carte ou ce numéro. Votre panier est inchangé. Vérifiez le "
        "numéro et réessayez, ou continuez sans les prix fidélité."
    ),
    (
        "This code is from a while ago. Your basket is unchanged. Show the code on your phone now. "
        "If it stays so, set the phone's clock."
    ): (
        "Ce code date d'il y a un moment. Votre panier est inchangé. Présentez le code affiché "
        "maintenant sur votre téléphone. Si cela persiste, réglez son horloge."
    ),
    "Your phone's clock is fast. Your basket is unchanged. Set the clock and show the code again.": (
        "L'horloge de votre téléphone avance. Votre panier est inchangé. Réglez l'heure et "
        "présentez le code à nouveau."
    ),
    "This code was just used elsewhere. Your basket is unchanged. Wait for the next code and show it.": (
        "Ce code vient de servir ailleurs. Votre panier est inchangé. Attendez le code suivant et "
        "présentez-le."
    ),
    (
        "This code is for another of our shops. Your basket is unchanged. Open the page of this "
        "shop on your phone and show its code."
    ): (
        "Ce code est pour un autre de nos magasins. Votre panier est inchangé. Ouvrez la page de "
        "ce magasin sur votre téléphone et présentez son code."
    ),
    (
        "This code no longer counts. Your basket is unchanged. Open the page on your phone again "
        "and show the new code."
    ): (
        "Ce code n'est plus valable. Votre panier est inchangé. Rouvrez la page sur votre "
        "téléphone et présentez le nouveau code."
    ),
    (
        "Too many wrong numbers. Your basket is unchanged. Show the code on your phone, or go on "
        "without member prices."
    ): (
        "Trop de numéros erronés. Votre panier est inchangé. Présentez le code de votre téléphone, "
        "ou continuez sans les prix fidélité."
    ),
    (
        "We don't know this member yet. Your basket is unchanged. Whoever has just joined is known "
        "here with the next purchase."
    ): (
        "Nous ne connaissons pas encore cette carte. Votre panier est inchangé. Une nouvelle carte "
        "est reconnue ici dès l'achat suivant."
    ),
    (
        "This code does not count here. Your basket is unchanged. Go on without member prices, or press Help."
    ): (
        "Ce code n'est pas valable ici. Votre panier est inchangé. Continuez sans les prix "
        "fidélité, ou appuyez sur Aide."
    ),
    "Your basket is empty. Scan an item first.": "Votre panier est vide. Scannez d'abord un article.",
    "Your basket is full. Please press Help.": "Votre panier est plein. Appuyez sur Aide.",
    "A coupon is still being checked. One moment, please; nothing was charged.": (
        "Un bon est en cours de vérification. Un instant\u202f; rien n'a été débité."
    ),
    "We are still looking for your best price. One moment, please; nothing was charged.": (
        "Nous cherchons encore votre meilleur prix. Un instant\u202f; rien n'a été débité."
    ),
    "We are still asking for your points. One moment, please; nothing was charged.": (
        "Nous consultons encore vos points. Un instant\u202f; rien n'a été débité."
    ),
    "Show your member card first to pay with points.": (
        "Présentez d'abord votre carte de fidélité pour payer avec des points."
    ),
    "Points cannot be used for paying here.": "On ne peut pas payer avec des points ici.",
    "One purchase holds no more of this item.": "Un achat ne permet pas davantage de cet article.",
    "That is a lot of coupons! Please press Help.": ("Cela fait beaucoup de bons\u202f! Appuyez sur Aide."),
    "This checkout is closed. Please use another one.": (
        "Cette caisse est fermée. Veuillez en utiliser une autre."
    ),
    "You cannot pay right now.": "Le paiement n'est pas possible pour l'instant.",
    "The quantity of a weighed item is fixed.": "La quantité d'un article pesé est fixe.",
    "Please choose a quantity from 1 to 99.": "Choisissez une quantité de 1 à 99.",
    "The card terminal is not ready. Nothing was charged.": (
        "Le terminal de paiement n'est pas prêt. Rien n'a été débité."
    ),
    "This purchase cannot be cancelled any more.": "Cet achat ne peut plus être annulé.",
    "No more copies. Please press Help.": "Plus de copies. Appuyez sur Aide.",
    "Please finish weighing first. Nothing was charged.": ("Terminez d'abord la pesée. Rien n'a été débité."),
    "A colleague has to look first and is on the way. Nothing was charged.": (
        "Notre équipe doit d'abord regarder et arrive. Rien n'a été débité."
    ),
    "A part is paid already. It has to go back before the basket can change.": (
        "Une partie est déjà payée. Elle doit être rendue avant de changer le panier."
    ),
    "Please choose an amount up to what is left to pay.": ("Choisissez un montant jusqu'au reste à payer."),
    "Please pay the rest at once: that is enough parts.": (
        "Payez le reste en une fois\u00a0: cela fait assez de parts."
    ),
    "We are still asking about your gift card or balance. One moment, please; nothing was charged.": (
        "Nous vérifions encore votre carte cadeau ou votre avoir. Un instant\u202f; rien n'a été débité."
    ),
    "This is not a gift card's number. Nothing was taken; please try again.": (
        "Ce n'est pas un numéro de carte cadeau. Rien n'a été prélevé\u202f; veuillez réessayer."
    ),
    "Gift cards cannot be used here right now. Nothing was taken; please pay another way.": (
        "Les cartes cadeaux ne sont pas utilisables ici pour l'instant. Rien n'a été prélevé\u202f; "
        "payez autrement."
    ),
    "It already pays for this purchase.": "Elle sert déjà à payer cet achat.",
    "A PIN has digits only. Nothing was taken.": ("Un code PIN n'a que des chiffres. Rien n'a été prélevé."),
    "You cannot pay from a balance here.": "On ne peut pas payer avec un avoir ici.",
    "To pay from your balance, go back to the basket and show your member card first.": (
        "Pour payer avec votre avoir, revenez au panier et présentez d'abord votre carte de fidélité."
    ),
    "One purchase takes no more gift cards. Nothing was taken; please pay another way.": (
        "Le nombre maximal de cartes cadeaux est atteint. Rien n'a été prélevé\u202f; payez autrement."
    ),
    "You cannot pay by phone wallet here. Nothing was charged.": (
        "On ne peut pas payer par téléphone ici. Rien n'a été débité."
    ),
    "Phone wallets cannot be reached right now. Nothing was charged; please pay another way.": (
        "Le paiement par téléphone est indisponible. Rien n'a été débité\u202f; payez autrement."
    ),
    "Not while training: nothing is paid here.": "Pas pendant la formation\u00a0: rien n'est payé ici.",
    "That is not possible right now.": "Ce n'est pas possible pour l'instant.",
    "This coupon has expired. It saves nothing today. Your basket is unchanged.": (
        "Ce bon est périmé. Il ne donne pas de remise aujourd'hui. Votre panier est inchangé."
    ),
    "This coupon is not valid yet. Your basket is unchanged. Please keep it for your next visit.": (
        "Ce bon n'est pas encore valable. Votre panier est inchangé. Gardez-le pour votre prochaine visite."
    ),
    "This coupon is for another country. We cannot take it here. Your basket is unchanged.": (
        "Ce bon est pour un autre pays. Nous ne pouvons pas l'accepter ici. Votre panier est inchangé."
    ),
    "This coupon is for another shop. We cannot take it here. Your basket is unchanged.": (
        "Ce bon est pour un autre magasin. Nous ne pouvons pas l'accepter ici. Votre panier est inchangé."
    ),
    (
        "This coupon could not be checked. It saves nothing now and was not used up. Please keep "
        "it for next time."
    ): (
        "Ce bon n'a pas pu être vérifié. Il ne donne pas de remise pour l'instant et n'a pas été utilisé. "
        "Gardez-le pour la prochaine fois."
    ),
    (
        "A colleague has to look at this coupon. It saves nothing yet. Press Help, or go on "
        "without it; the coupon is still yours."
    ): (
        "Notre équipe doit regarder ce bon. Il ne donne pas encore de remise. Appuyez sur Aide, ou "
        "continuez sans lui\u202f; le bon reste à vous."
    ),
    (
        "This coupon does not fit your basket. The goods it is for are not in your basket. Scan "
        "them first, then the coupon."
    ): (
        "Ce bon ne correspond pas à votre panier. Les articles concernés n'y sont pas. Scannez-les "
        "d'abord, puis le bon."
    ),
    "This coupon cannot be used. It has no value here. Your basket is unchanged.": (
        "Ce bon ne peut pas être utilisé. Il n'a pas de valeur ici. Votre panier est inchangé."
    ),
    (
        "This coupon is in use at another checkout. A coupon counts once. If it is yours and "
        "unused, press Help; we will sort it out."
    ): (
        "Ce bon est en cours d'utilisation à une autre caisse. Un bon ne compte qu'une fois. S'il "
        "est à vous et n'a pas servi, appuyez sur Aide\u202f; nous réglerons cela."
    ),
    "This coupon was used before. A coupon counts once. Your basket is unchanged.": (
        "Ce bon a déjà servi. Un bon ne compte qu'une fois. Votre panier est inchangé."
    ),
    (
        "We couldn't read this coupon. It saves nothing yet. Smooth it, hold it still and try "
        "again, or type its number."
    ): (
        "Nous n'avons pas pu lire ce bon. Il ne donne pas encore de remise. Lissez-le, tenez-le immobile "
        "et réessayez, ou saisissez son numéro."
    ),
    "This coupon is already in your basket. It counts once; nothing has changed.": (
        "Ce bon est déjà dans votre panier. Il compte une fois\u202f; rien n'a changé."
    ),
    (
        "This coupon cannot be used. It is no longer taken. Your basket is unchanged; press Help "
        "if you have a question."
    ): (
        "Ce bon ne peut pas être utilisé. Il n'est plus accepté. Votre panier est inchangé\u202f; "
        "appuyez sur Aide si vous avez une question."
    ),
    (
        "This coupon cannot be checked right now. It was not used up. Try again in a moment, or "
        "keep it for your next visit."
    ): (
        "Ce bon ne peut pas être vérifié pour l'instant. Il n'a pas été utilisé. Réessayez dans un "
        "instant, ou gardez-le pour votre prochaine visite."
    ),
    (
        "This coupon cannot be checked right now. It was not used up. Please keep it for your next "
        "visit, or press Help."
    ): (
        "Ce bon ne peut pas être vérifié pour l'instant. Il n'a pas été utilisé. Gardez-le pour "
        "votre prochaine visite, ou appuyez sur Aide."
    ),
    "Not paid. Nothing was charged this time. Try again or pay another way, or press Help.": (
        "Non payé. Rien n'a été débité cette fois. Réessayez ou payez autrement, ou appuyez sur Aide."
    ),
    "Payment stopped. Nothing was charged this time. Start again, or pay another way.": (
        "Paiement arrêté. Rien n'a été débité cette fois. Recommencez, ou payez autrement."
    ),
    "Not paid. The payment did not go through. Nothing was charged this time; please try again.": (
        "Non payé. Le paiement n'a pas abouti. Rien n'a été débité cette fois\u202f; veuillez réessayer."
    ),
    (
        "Not paid. The amount was charged and given back at once. Try again or pay another way, or "
        "press Help."
    ): (
        "Non payé. Le montant a été débité puis rendu aussitôt. Réessayez ou payez autrement, ou "
        "appuyez sur Aide."
    ),
    "The time to pay is over. Nothing was charged this time. Start again, or pay another way.": (
        "Le temps pour payer est écoulé. Rien n'a été débité cette fois. Recommencez, ou payez autrement."
    ),
    (
        "We don't know this gift card. Nothing was taken. Check the number and try again, or pay another way."
    ): (
        "Nous ne connaissons pas cette carte cadeau. Rien n'a été prélevé. Vérifiez le numéro et "
        "réessayez, ou payez autrement."
    ),
    "Nothing is left on it. Nothing was taken. Please pay another way.": (
        "Il n'y reste rien. Rien n'a été prélevé. Veuillez payer autrement."
    ),
    "It is in use at another checkout. Nothing was taken. Finish there first, or pay another way.": (
        "Elle est en cours d'utilisation à une autre caisse. Rien n'a été prélevé. Terminez "
        "d'abord là-bas, ou payez autrement."
    ),
    "It was used up before. Nothing was taken. Please pay another way, or press Help.": (
        "Elle est déjà épuisée. Rien n'a été prélevé. Payez autrement, ou appuyez sur Aide."
    ),
    "That took too long. Nothing was taken. Please try again.": (
        "Cela a pris trop de temps. Rien n'a été prélevé. Veuillez réessayer."
    ),
    "It is blocked. Nothing was taken. Press Help to ask why, or pay another way.": (
        "Elle est bloquée. Rien n'a été prélevé. Appuyez sur Aide pour savoir pourquoi, ou payez autrement."
    ),
    "It has expired. Nothing was taken. Press Help to ask, or pay another way.": (
        "Elle est périmée. Rien n'a été prélevé. Appuyez sur Aide, ou payez autrement."
    ),
    "It holds another currency. It cannot pay here and nothing was taken. Please pay another way.": (
        "Elle est dans une autre monnaie. Elle n'est pas utilisable ici et rien n'a été prélevé. "
        "Veuillez payer autrement."
    ),
    "It needs its PIN. Nothing was taken. Type the PIN, or pay another way.": (
        "Il faut son code PIN. Rien n'a été prélevé. Saisissez le code PIN, ou payez autrement."
    ),
    "This PIN is not right. Nothing was taken. Try again; after five wrong ones the card is locked.": (
        "Ce code PIN n'est pas correct. Rien n'a été prélevé. Réessayez\u202f; après cinq erreurs, la "
        "carte est bloquée."
    ),
    "Too many wrong PINs. It is locked for 15 minutes and nothing was taken. Please pay another way.": (
        "Trop de codes PIN erronés. Elle est bloquée 15 minutes et rien n'a été prélevé. Veuillez "
        "payer autrement."
    ),
    "Too many tries. Nothing was taken. Please pay another way, or press Help.": (
        "Trop d'essais. Rien n'a été prélevé. Payez autrement, ou appuyez sur Aide."
    ),
    (
        "We cannot ask about it right now. Nothing was taken; what is on it stays yours. Try again "
        "in a moment, or pay another way."
    ): (
        "Nous ne pouvons pas la vérifier pour l'instant. Rien n'a été prélevé\u202f; ce qu'elle "
        "contient reste à vous. Réessayez dans un instant, ou payez autrement."
    ),
    "It cannot be used for this purchase. Nothing was taken. Please pay another way, or press Help.": (
        "Elle ne peut pas servir pour cet achat. Rien n'a été prélevé. Payez autrement, ou appuyez sur Aide."
    ),
    "Your points cannot be used right now. They stay yours.": (
        "Vos points ne sont pas utilisables pour l'instant. Ils restent à vous."
    ),
    "Your points are in use at another checkout. They stay yours.": (
        "Vos points sont en cours d'utilisation à une autre caisse. Ils restent à vous."
    ),
    "You have too few points to pay with. They stay yours.": (
        "Vous avez trop peu de points pour payer. Ils restent à vous."
    ),
    "Your points cannot be used for this purchase. They stay yours.": (
        "Vos points ne sont pas utilisables pour cet achat. Ils restent à vous."
    ),
    "The printer is out of paper.": "L'imprimante n'a plus de papier.",
    "The printer is open.": "L'imprimante est ouverte.",
    "The printer's cutter is stuck.": "Le massicot de l'imprimante est bloqué.",
    "The printer is not available.": "L'imprimante n'est pas disponible.",
    ("Welcome. Scan your first item to begin. The camera reads the barcode: hold the pack in front of it."): (
        "Bienvenue. Scannez votre premier article pour commencer. La caméra lit le code-barres\u00a0: "
        "présentez-lui l'emballage."
    ),
    "Your basket: {items}. Total {amount}.": "Votre panier\u00a0: {items}. Total {amount}.",
    "Your basket is empty.": "Votre panier est vide.",
    "Put {name} on the scale, and leave it until you hear its price.": (
        "Posez {name} sur la balance, jusqu'à entendre son prix."
    ),
    "How would you like to pay? To pay: {amount}, for {items}.": (
        "Comment souhaitez-vous payer\u202f? À payer\u00a0: {amount}, pour {items}."
    ),
    "{paid} is covered. Left to pay: {amount}. How would you like to pay it?": (
        "{paid} sont déjà couverts. Reste à payer\u00a0: {amount}. Comment souhaitez-vous payer\u202f?"
    ),
    "{amount}, by card. Please follow the card terminal. You have paid only when we say so.": (
        "{amount}, par carte. Suivez les indications du terminal. C'est payé seulement quand nous le disons."
    ),
    (
        "Stopping the payment. Please wait. The terminal was asked to stop and will say whether it "
        "charged your card."
    ): (
        "Arrêt du paiement. Veuillez patienter. Le terminal doit s'arrêter et dira si votre carte "
        "a été débitée."
    ),
    (
        "One moment, please. The terminal has answered. We are completing your payment. You have "
        "paid only when we say so."
    ): (
        "Un instant, s'il vous plaît. Le terminal a répondu. Nous terminons votre paiement. C'est "
        "payé seulement quand nous le disons."
    ),
    (
        "{amount}, by phone. A code to scan with your wallet app is on the screen. You have paid "
        "only when we say so."
    ): (
        "{amount}, par téléphone. Un code à scanner avec votre appli est à l'écran. C'est payé "
        "seulement quand nous le disons."
    ),
    "One moment, please. The code for your phone is on its way. Nothing was charged.": (
        "Un instant, s'il vous plaît. Le code pour votre téléphone arrive. Rien n'a été débité."
    ),
    "We have read your phone's code. Please wait. You have paid only when we say so.": (
        "Nous avons lu le code de votre téléphone. Veuillez patienter. C'est payé seulement quand "
        "nous le disons."
    ),
    "Please confirm {amount} on your phone. Nothing is charged before you do.": (
        "Confirmez {amount} sur votre téléphone. Rien n'est débité avant."
    ),
    (
        "Stopping the payment. Please wait, and do not confirm on your phone now. We are asking "
        "whether anything was charged."
    ): (
        "Arrêt du paiement. Veuillez patienter, et ne confirmez rien maintenant. Nous demandons si "
        "quelque chose a été débité."
    ),
    (
        "Please wait. Do not pay again. We are asking whether your payment of {amount} went "
        "through. Your basket is kept."
    ): (
        "Veuillez patienter. Ne payez pas à nouveau. Nous demandons si votre paiement de {amount} "
        "a abouti. Votre panier est conservé."
    ),
    (
        "A colleague has to look. Do not pay again. It is not known yet whether your payment of "
        "{amount} went through; a colleague will check it with you. Your basket is kept."
    ): (
        "Notre équipe doit vérifier. Ne payez pas à nouveau. Nous ne savons pas encore si votre "
        "paiement de {amount} a abouti\u202f; notre équipe le vérifiera avec vous. Votre panier est "
        "conservé."
    ),
    "Goods come back. A colleague takes them back with you. {given} has gone back to you so far.": (
        "Retour d'articles. Notre équipe les reprend avec vous. {given} vous sont rendus jusqu'ici."
    ),
    "Goods come back. A colleague takes them back with you. No money has moved yet.": (
        "Retour d'articles. Notre équipe les reprend avec vous. Aucun mouvement d'argent pour l'instant."
    ),
    (
        "{amount} goes back to your card. Please follow the card terminal. It has gone back only "
        "when we say so."
    ): (
        "{amount} reviennent sur votre carte. Suivez les indications du terminal. C'est rendu seulement "
        "quand nous le disons."
    ),
    "{amount} goes back to the wallet on your phone. Please wait.": (
        "{amount} reviennent sur votre téléphone. Veuillez patienter."
    ),
    "Please wait. We are asking whether {amount} has gone back to you.": (
        "Veuillez patienter. Nous demandons si {amount} vous sont rendus."
    ),
    (
        "A colleague has to look. It is not known yet whether {amount} has gone back to you. A "
        "colleague will check it with you."
    ): (
        "Notre équipe doit vérifier. Nous ne savons pas encore si {amount} vous sont rendus. Notre "
        "équipe le vérifiera avec vous."
    ),
    (
        "Not everything has gone back. What is paid still counts for this purchase. Try again, or press Help."
    ): (
        "Tout n'a pas été rendu. Ce qui est payé compte toujours pour cet achat. Réessayez, ou "
        "appuyez sur Aide."
    ),
    "Paid: {amount}. Thank you.": "Payé\u00a0: {amount}. Merci.",
    "Nothing to pay. Nothing was charged. Thank you.": "Rien à payer. Rien n'a été débité. Merci.",
    "{given} has gone back to you.": "{given} vous sont rendus.",
    "Would you like a receipt, on paper or as a code?": (
        "Souhaitez-vous un ticket, sur papier ou en code\u202f?"
    ),
    "Your receipt is printing, below the screen.": "Votre ticket s'imprime, sous l'écran.",
    "Printing has stopped. {reason} A colleague is needed; printing then goes on by itself.": (
        "Impression arrêtée. {reason} Notre équipe doit intervenir\u202f; l'impression reprend ensuite seule."
    ),
    "Your receipt is printed. Please take the paper below the screen.": (
        "Votre ticket est imprimé. Prenez le papier sous l'écran."
    ),
    "The receipt could not be printed. You can take it as a code instead.": (
        "Le ticket n'a pas pu être imprimé. Vous pouvez le prendre en code."
    ),
    "We cannot tell whether your receipt was printed. If it is missing, take it as a code.": (
        "Nous ne savons pas si votre ticket est imprimé. S'il manque, prenez-le en code."
    ),
    "Your receipt is a code on the screen, to scan with your phone.": (
        "Votre ticket est un code à l'écran, à scanner avec votre téléphone."
    ),
    "Thank you. Please take your shopping. Goodbye.": "Merci. N'oubliez pas vos courses. Au revoir.",
    "You can choose: {choices}.": "Vous pouvez choisir\u00a0: {choices}.",
    "{name}, {amount}.": "{name}, {amount}.",
    "{name}, {weight}, {amount}.": "{name}, {weight}, {amount}.",
    "{name}, now {quantity}, {amount}.": "{name}, maintenant {quantity}, {amount}.",
    "Removed: {name}.": "Retiré\u00a0: {name}.",
    "With {amount} deposit.": "Dont {amount} de consigne.",
    "This ends by itself in a moment. Choose more time if you need it.": (
        "Cette page va se terminer d'elle-même. Choisissez plus de temps si besoin."
    ),
    "You save {amount}.": "Vous économisez {amount}.",
    "Prices have changed: you save {amount} less.": (
        "Des prix ont changé\u00a0: vous économisez {amount} de moins."
    ),
    "Total {amount}.": "Total {amount}.",
    "Member prices are on.": "Les prix fidélité sont actifs.",
    "Your coupon is in the basket.": "Votre bon est dans le panier.",
    "There is no paper receipt right now. {reason}": "Pas de ticket papier pour l'instant. {reason}",
    "You earned {points}.": "Vous avez gagné {points}.",
    "Goods {amount}.": "Articles {amount}.",
    "{amount} is paid next.": "{amount} à payer d'abord.",
    "A colleague is coming. Please wait here.": (
        "Quelqu'un de l'équipe arrive. Attendez ici, s'il vous plaît."
    ),
    "Your basket is kept.": "Votre panier est conservé.",
    "Nothing was charged.": "Rien n'a été débité.",
    "{amount} is paid, and is kept.": "{amount} sont payés, et conservés.",
    "A colleague works at this checkout. Please wait.": (
        "Notre équipe travaille à cette caisse. Veuillez patienter."
    ),
    "This checkout has to pause. A colleague will help you.": (
        "Cette caisse doit s'interrompre. Notre équipe va vous aider."
    ),
    "A message from our staff: {text}": "Message de notre équipe\u00a0: {text}",
    "English.": "Français.",
    "Training. Nothing is sold here.": "Formation. Rien n'est vendu ici.",
    "Gift card or balance: {text}": "Carte cadeau ou avoir\u00a0: {text}",
    "scan an item": "scanner un article",
    "another language": "autre langue",
    "hear the basket": "écouter le panier",
    "remove an item": "retirer un article",
    "Each of these has a date of its own. Please scan every one.": (
        "Chacun de ces articles a sa propre date. Scannez-les un par un."
    ),
    "You can shop by ear. The arrow keys move, OK chooses, and one key calls a colleague.": (
        "Vous pouvez acheter à l'écoute. Les flèches déplacent, OK choisit, et une touche appelle "
        "notre équipe."
    ),
    "Nothing to choose right now.": "Rien à choisir pour l'instant.",
    "Quantity {text}.": "Quantité {text}.",
    "Volume {percent} percent.": "Volume {percent} pour cent.",
    "Speed {percent} percent.": "Vitesse {percent} pour cent.",
    "The screen is dark now. Nobody reads along.": (
        "L'écran est noir maintenant. Personne ne lit avec vous."
    ),
    "The screen shows again.": "L'écran s'affiche à nouveau.",
    "A colleague has been called already.": "Notre équipe est déjà appelée.",
    "A colleague is called.": "Notre équipe est appelée.",
    "{quantity} times {name}, {amount}.": "{quantity} fois {name}, {amount}.",
    "And {items} more.": "Et encore {items}.",
    "Tax in it: {amount}.": "Dont taxe\u00a0: {amount}.",
    "A colleague comes to you. One look, and you can pay; paying goes on by itself.": (
        "Notre équipe vient vers vous. Un coup d'œil et vous pourrez payer\u202f; le paiement reprendra seul."
    ),
    "You are next.": "C'est bientôt à vous.",
    "You are number {place} in the queue.": "Vous êtes numéro {place} dans la file.",
    "A colleague has looked: {reason}. Please put it right, or press Help.": (
        "Notre équipe a regardé\u00a0: {reason}. Veuillez corriger, ou appuyez sur Aide."
    ),
    "The shop's service cannot be reached. Nothing was charged; please try again later.": (
        "Le service du magasin est injoignable. Rien n'a été débité\u202f; réessayez plus tard."
    ),
    "This balance is blocked. Nothing was charged. Please press Help.": (
        "Cet avoir est bloqué. Rien n'a été débité. Appuyez sur Aide."
    ),
    "This balance is in another currency. Nothing was charged.": (
        "Cet avoir est dans une autre monnaie. Rien n'a été débité."
    ),
    "Your balance is full: no more fits on it. Nothing was charged.": (
        "Votre avoir est plein\u00a0: il ne peut pas en recevoir davantage. Rien n'a été débité."
    ),
    "This cannot be topped up. Nothing was charged. Show another card, or press Help.": (
        "Ceci ne peut pas être rechargé. Rien n'a été débité. Présentez une autre carte, ou appuyez sur Aide."
    ),
    "Whose balance? Show your member card or your phone, or type your number.": (
        "L'avoir de qui\u202f? Présentez votre carte de fidélité ou votre téléphone, ou saisissez votre "
        "numéro."
    ),
    "One moment, please. We are asking for your balance. Nothing was charged.": (
        "Un instant, s'il vous plaît. Nous demandons votre avoir. Rien n'a été débité."
    ),
    "By how much? You can choose {amounts}. You pay by card.": (
        "De combien\u202f? Vous pouvez choisir {amounts}. Vous payez par carte."
    ),
    "Topped up: {amount} is on your balance.": "Rechargé\u00a0: votre avoir est de {amount}.",
    "A balance cannot be topped up at this checkout.": ("On ne peut pas recharger d'avoir à cette caisse."),
    "Please show your member card first.": "Présentez d'abord votre carte de fidélité.",
    "Please choose one of the amounts. Nothing was charged.": (
        "Choisissez l'un des montants. Rien n'a été débité."
    ),
    "Please press Help: a colleague looks at your card.": (
        "Appuyez sur Aide\u00a0: notre équipe regardera votre carte."
    ),
    "This cannot be weighed here. Press Help, and a colleague comes.": (
        "Cela ne peut pas être pesé ici. Appuyez sur Aide et notre équipe viendra."
    ),
    "This is not sold without a barcode. Please scan it.": (
        "Cet article ne se vend pas sans code-barres. Veuillez le scanner."
    ),
    "What does it cost? Hold an item in front of the camera. Nothing is added.": (
        "Combien ça coûte\u202f? Tenez un article devant la caméra. Rien n'est ajouté."
    ),
    "{name} costs {amount}. Nothing was added.": "{name} coûte {amount}. Rien n'a été ajouté.",
    "{name} costs {amount} instead of {was}. Nothing was added.": (
        "{name} coûte {amount} au lieu de {was}. Rien n'a été ajouté."
    ),
    "{name} costs {amount} a kilogram. Nothing was added.": (
        "{name} coûte {amount} le kilo. Rien n'a été ajouté."
    ),
    "This has no price here. Try another item, or ask a colleague.": (
        "Cet article n'a pas de prix ici. Essayez-en un autre ou demandez à un collègue."
    ),
    "One moment, please. Your membership is being prepared. Your basket stays as it is.": (
        "Un instant, s'il vous plaît. Votre adhésion est en préparation. Votre panier reste tel quel."
    ),
    "A code to join is on the screen. Point your phone at it and go on there. Your basket stays here.": (
        "Un code d'adhésion est à l'écran. Visez-le avec votre téléphone et continuez là. Votre "
        "panier reste ici."
    ),
    "Joining is not possible right now. Nothing was kept; shop on as always.": (
        "L'adhésion n'est pas possible pour le moment. Rien n'a été conservé\u202f; continuez vos achats."
    ),
    "This number has a membership already. Go back, and enter it as a member's number.": (
        "Ce numéro a déjà une adhésion. Revenez en arrière et saisissez-le comme numéro de membre."
    ),
    "Nobody has joined, and nothing was kept. Please try again.": (
        "Personne n'a adhéré et rien n'a été conservé. Veuillez réessayer."
    ),
    "Nobody can join at this checkout.": "Personne ne peut adhérer à cette caisse.",
    "To join, please agree to the membership.": "Pour adhérer, acceptez l'adhésion.",
    "This is not a telephone number. Please check it.": (
        "Ce n'est pas un numéro de téléphone. Veuillez le vérifier."
    ),
    "Do you need bags? Choose how many, or choose no bag.": (
        "Avez-vous besoin de sacs\u202f? Choisissez combien, ou aucun."
    ),
    "Your purchase is about to be given up. Choose undo to keep it.": (
        "Votre achat va être abandonné. Choisissez Rétablir pour le garder."
    ),
    "One moment, please. We are looking for your order.": (
        "Un instant, s'il vous plaît. Nous cherchons votre commande."
    ),
    "Your order. Take your goods. When you have everything, confirm it here.": (
        "Votre commande. Prenez vos articles. Quand vous avez tout, confirmez-le ici."
    ),
    "Collect it at the counter. Your order waits there. Show the code on your phone once more.": (
        "À retirer au comptoir. Votre commande vous y attend. Montrez encore une fois le code de votre "
        "téléphone."
    ),
    "Your order. Take your goods. They are yours when they are paid here. To pay: {amount}.": (
        "Votre commande. Prenez vos articles. Ils sont à vous une fois payés ici. À payer\u00a0: {amount}."
    ),
    "Your order. Pay here, then collect it at the counter with the same code. To pay: {amount}.": (
        "Votre commande. Payez ici, puis retirez-la au comptoir avec le même code. À payer\u00a0: {amount}."
    ),
    "One moment, please. We are bringing your order here.": (
        "Un instant, s'il vous plaît. Nous apportons votre commande ici."
    ),
    "Your order could not be brought here. Nothing was charged. Please try once more, or ask a colleague.": (
        "Votre commande n'a pas pu être apportée ici. Rien n'a été débité. Veuillez réessayer ou "
        "adressez-vous au personnel."
    ),
    "Another lane has this order. Nothing was charged here. Finish it there, or ask a colleague.": (
        "Une autre caisse a cette commande. Rien n'a été débité ici. Terminez là-bas ou "
        "adressez-vous au personnel."
    ),
    "This order is paid already. Nothing was charged here. Collect it at the counter.": (
        "Cette commande est déjà payée. Rien n'a été débité ici. Retirez-la au comptoir."
    ),
    "One moment, please. We are writing down that you have your order.": (
        "Un instant, s'il vous plaît. Nous notons que vous avez votre commande."
    ),
    "Your order is complete. Thank you. Nothing was charged here.": (
        "Votre commande est retirée. Merci. Rien n'a été débité ici."
    ),
    "This order was collected already. If that was not you, please ask a colleague.": (
        "Cette commande a déjà été retirée. Si ce n'était pas vous, adressez-vous au personnel."
    ),
    "This order was cancelled. What was paid for it has gone back.": (
        "Cette commande a été annulée. Ce qui a été payé a été remboursé."
    ),
    "It is too early for this order. Your phone shows when you can collect it.": (
        "Il est trop tôt pour cette commande. Votre téléphone indique quand la retirer."
    ),
    "It is too late for this order. Its time is over. What was paid goes back.": (
        "Il est trop tard pour cette commande. Son délai est passé. Ce qui a été payé est remboursé."
    ),
    "This order is brought to you. It is not collected in the shop.": (
        "Cette commande vous est livrée. Elle n'est pas retirée en magasin."
    ),
    "Show the next code. This one is over. Your phone shows a new one in a moment.": (
        "Montrez le code suivant. Celui-ci n'est plus valable. Votre téléphone en affiche bientôt un nouveau."
    ),
    "This order is in another shop. Your phone shows which one.": (
        "Cette commande est dans un autre magasin. Votre téléphone indique lequel."
    ),
    "We cannot look for orders right now. Nothing was changed. Please go to the counter.": (
        "Nous ne pouvons pas chercher de commandes pour le moment. Rien n'a été changé. Adressez-vous "
        "au comptoir."
    ),
    "This could not be written down yet. Please confirm it once more, or ask a colleague.": (
        "Cela n'a pas encore pu être noté. Confirmez encore une fois ou adressez-vous au personnel."
    ),
    "Finish this purchase first. Then show the code of your order again.": (
        "Terminez d'abord cet achat. Montrez ensuite de nouveau le code de votre commande."
    ),
    "This code opens no order here. Open your order on the phone and show its code, or go to the counter.": (
        "Ce code n'ouvre aucune commande ici. Ouvrez votre commande sur le téléphone et montrez son "
        "code, ou allez au comptoir."
    ),
    "change how many": "changer la quantité",
    "take back a coupon": "retirer un bon",
    "a kind of goods": "un rayon",
    "one of the goods": "un des articles",
    "letters to search with": "des lettres pour chercher",
    "keys to type with": "des touches pour saisir",
    "Choose undo to have it back.": "Choisissez Rétablir pour le reprendre.",
    "{text}. Found: {items}.": "{text}. Trouvé\u00a0: {items}.",
    "Chosen.": "Choisi.",
    "Not chosen.": "Pas choisi.",
}
