"""Interventions and the words around them in French, by the English text."""

TEXTS: dict[str, str] = {
    "not placed": "pas posé",
    "recalled or stopped": "rappelé ou bloqué",
    "has no price": "sans prix",
    "reduced label": "étiquette réduite",
    "of high value": "de grande valeur",
    "drawn at random": "tiré au sort",
    "worth more than the lane accepts alone": "plus que la caisse n'accepte seule",
    "its worth is not bounded": "sa valeur n'est pas limitée",
    "help was called": "aide appelée",
    "closed": "fermé",
    "printing stopped": "impression arrêtée",
    "overload": "surcharge",
    "fault": "panne",
    "not known": "inconnu",
    "not an article's code": "pas un code d'article",
    "nobody at the payment step": "personne au paiement",
    "nothing happens": "rien ne se passe",
    "abandoned": "abandonné",
    "the shopper's time was over": "le temps du client est écoulé",
    "the shopper wants to pay": "le client veut payer",
    "the shopper asked for staff": "le client a demandé l'équipe",
    "nobody came": "personne n'est venu",
    "the shopper has seen it": "le client l'a vu",
    "the purchase is complete": "l'achat est terminé",
    "the purchase was cancelled": "l'achat est annulé",
    "the purchase was put aside": "l'achat est mis de côté",
    "the weight fits again": "le poids convient à nouveau",
    "the item was placed": "l'article est posé",
    "the line was taken off": "la ligne est retirée",
    "the code is settled": "le code est réglé",
    "it has a price": "il a un prix",
    "within the limit again": "de nouveau dans la limite",
    "the hours of sale began": "les heures de vente ont commencé",
    "the number is there": "le numéro est là",
    "the coupon was taken back": "le bon est repris",
    "the sensor reports it": "le capteur le signale",
    "the shopper is there": "le client est là",
    "help ended": "l'aide est terminée",
    "the sample matches": "l'échantillon correspond",
    "the item was scanned": "l'article est scanné",
    "the payment is settled": "le paiement est réglé",
    "the device is ready again": "l'appareil est de nouveau prêt",
    "the link is back": "la liaison est rétablie",
    "the data are fresh again": "les données sont à jour",
    "the lane was opened": "la caisse est ouverte",
    "handed over": "remis",
    "left": "parti",
    "nothing was touched for a while": "rien touché depuis un moment",
    "by the shopper": "par le client",
    "by staff": "par l'équipe",
    "the shopper is gone": "le client est parti",
    "the top-up was left": "la recharge a été abandonnée",
    "paying the order was left": "le paiement de la commande a été abandonné",
    "the return was stopped": "le retour a été arrêté",
    "somebody else signed in": "quelqu'un d'autre s'est connecté",
    "the program started again": "le programme a redémarré",
    "wrong": "faux",
    "revoked": "retiré",
    "locked": "bloqué",
    "a few items": "quelques articles",
    "everything": "tout",
    "items taken off": "articles retirés",
    "prices changed": "prix changés",
    "weights accepted": "poids acceptés",
    "items not bagged": "articles non ensachés",
    "reduced labels": "étiquettes réduites",
    "dear items": "articles chers",
    "one code many times": "un code très souvent",
    "seen by the camera": "vu par la caméra",
    "the lane started again": "la caisse a redémarré",
    "found in earlier checks": "trouvé lors de contrôles passés",
    "from {0} years": "dès {0} ans",
    "not sold at {0}": "pas en vente à {0}",
    "expired on {0}": "périmé le {0}",
    "{0} with a tag": "{0} avec antivol",
    "{0} sold with a number": "{0} vendu avec un numéro",
    "{0} pieces": "{0} pièces",
    "{0} items": "{0} articles",
    "{0} units over {1}": "{0} unités au-delà de {1}",
    "{0}, allowed {1}": "{0}, permis {1}",
    "{0} times in a row": "{0} fois de suite",
    "{0} times refused": "{0} fois refusé",
    "more than {0} in one purchase": "plus de {0} par achat",
    "code {0}": "code {0}",
    "not an article's code: {0}": "pas un code d'article\u00a0: {0}",
    "Look at what lies there; accept it, or have it taken off or scanned.": (
        "Regarder ce qui s'y trouve\u202f; accepter, faire retirer ou scanner."
    ),
    "Something is not scanned yet": "Un article n'est pas encore scanné",
    (
        "There is more in the bagging area than you scanned. Scan the item, or take it out. You "
        "can go on scanning."
    ): (
        "Il y a plus d'articles dans la zone d'ensachage que scannés. Scannez l'article ou "
        "retirez-le. Vous pouvez continuer à scanner."
    ),
    "Nothing.": "Rien.",
    "Please put {item} in the bagging area": "Posez {item} dans la zone d'ensachage",
    "Put the item down, or touch “I don’t want to bag it”. You can go on scanning.": (
        "Posez l'article, ou touchez «\u202fJe ne veux pas l'emballer\u202f». Vous pouvez continuer à "
        "scanner."
    ),
    "Compare item and basket; accept, and say so if the weight on file is wrong.": (
        "Comparer article et panier\u202f; accepter, et signaler un poids enregistré faux."
    ),
    "Please check the last item": "Vérifiez le dernier article",
    (
        "Its weight is not what we expected. Is it the item you scanned, and only that one? You "
        "can go on scanning."
    ): (
        "Son poids n'est pas celui attendu. Est-ce bien l'article scanné, et lui seul\u202f? Vous "
        "pouvez continuer à scanner."
    ),
    "Look whether an item was put back or only moved; accept.": (
        "Regarder si un article a été remis ou seulement déplacé\u202f; accepter."
    ),
    "Please put the item back": "Remettez l'article, s'il vous plaît",
    (
        "Something was taken out of the bagging area. Put it back, or take it off your list. You "
        "can go on scanning."
    ): (
        "Un article a quitté la zone d'ensachage. Remettez-le, ou retirez-le de la liste. Vous "
        "pouvez continuer à scanner."
    ),
    "Nothing: it never comes up. The row exists so that nobody builds an alarm for it.": (
        "Rien\u00a0: cela ne se produit jamais. La ligne existe pour que personne n'en fasse une alarme."
    ),
    "Take your time": "Prenez votre temps",
    "You can move your items as you like.": "Vous pouvez déplacer vos articles comme vous voulez.",
    "Look at the items that are not bagged; allow it.": (
        "Regarder les articles non ensachés\u202f; autoriser."
    ),
    "A colleague will have a quick look": "Notre équipe jette un coup d'œil",
    "{count} items are not in the bagging area. Go on scanning; we come to you before you pay.": (
        "{count} articles ne sont pas dans la zone d'ensachage. Continuez à scanner\u202f; nous venons "
        "avant le paiement."
    ),
    "Look into the bag; allow it.": "Regarder dans le sac\u202f; autoriser.",
    "Your bag is rather heavy": "Votre sac est plutôt lourd",
    "Is there something in it? Empty it, or go on scanning: a colleague looks before you pay.": (
        "Contient-il quelque chose\u202f? Videz-le, ou continuez à scanner\u00a0: notre équipe regarde avant "
        "le paiement."
    ),
    "Help to move full bags; take the weight as it is.": (
        "Aider à déplacer les sacs pleins\u202f; accepter le poids tel quel."
    ),
    "The bagging area is full": "La zone d'ensachage est pleine",
    "Touch “Move full bags”, put them into your trolley, and go on scanning.": (
        "Touchez «\u202fDéplacer les sacs pleins\u202f», mettez-les dans votre chariot et continuez à "
        "scanner."
    ),
    "Clear the scale, set it to zero; else go on without it or close the lane.": (
        "Vider la balance, la mettre à zéro\u202f; sinon continuer sans elle ou fermer la caisse."
    ),
    "The scale needs a moment": "La balance a besoin d'un instant",
    "Please do not lean on the bagging area. You can go on scanning; nothing was charged.": (
        "Ne vous appuyez pas sur la zone d'ensachage. Vous pouvez continuer à scanner\u202f; rien n'a "
        "été débité."
    ),
    "Load paper, close the cover; a waiting receipt then prints by itself.": (
        "Mettre du papier, fermer le capot\u202f; un ticket en attente s'imprime ensuite seul."
    ),
    "No paper receipt just now": "Pas de ticket papier pour l'instant",
    "You can pay and take your receipt as a QR code, or wait for paper.": (
        "Vous pouvez payer et recevoir votre ticket en QR code, ou attendre le papier."
    ),
    "Restart the device; close the lane if it stays silent.": (
        "Redémarrer l'appareil\u202f; fermer la caisse s'il reste muet."
    ),
    "A device is not answering": "Un appareil ne répond pas",
    "Your basket is kept. A colleague will help you; what is paid stays paid.": (
        "Votre panier est conservé. Notre équipe va vous aider\u202f; ce qui est payé reste payé."
    ),
    "Let the lane sell with what it has, or close it.": (
        "Laisser la caisse vendre avec ce qu'elle a, ou la fermer."
    ),
    "Working without a link": "Travail sans liaison",
    "You can shop and pay as usual. Some coupons and points may have to wait.": (
        "Vous pouvez acheter et payer comme d'habitude. Certains bons et points devront peut-être attendre."
    ),
    "Open the lane again.": "Rouvrir la caisse.",
    "This checkout is closed": "Cette caisse est fermée",
    "Please use another checkout. A purchase that is under way can be finished here.": (
        "Veuillez utiliser une autre caisse. Un achat en cours peut être terminé ici."
    ),
    "Check the receipt; open the gate. It has a staff release and opens on a fault.": (
        "Contrôler le ticket\u202f; ouvrir le portique. Il a un déblocage et s'ouvre en cas de panne."
    ),
    "Please show your receipt once more": "Présentez encore une fois votre ticket",
    "The code was not accepted. Try again; a colleague opens for you. What is paid stays paid.": (
        "Le code n'a pas été accepté. Réessayez\u202f; notre équipe vous ouvre. Ce qui est payé reste payé."
    ),
    "See the identity card; hand over once.": "Voir la pièce d'identité\u202f; remettre une seule fois.",
    "Please have your identity card ready": "Préparez votre pièce d'identité",
    (
        "Your order holds something we hand over personally. A colleague is on the way. You need "
        "not pay again."
    ): (
        "Votre commande contient un article remis en main propre. Notre équipe arrive. Vous n'avez "
        "pas à payer de nouveau."
    ),
    "Look the item up and add or price it, or take it away.": (
        "Chercher l'article et l'ajouter ou fixer son prix, ou l'enlever."
    ),
    "We can’t find this item": "Nous ne trouvons pas cet article",
    "It was not added and costs nothing. Put it aside and go on, or touch Help.": (
        "Il n'a pas été ajouté et ne coûte rien. Mettez-le de côté et continuez, ou touchez Aide."
    ),
    "Scan or type the code.": "Scanner ou saisir le code.",
    "The barcode can’t be read": "Le code-barres est illisible",
    "Smooth it out, turn it to the camera, or type the number below it.": (
        "Lissez-le, tournez-le vers la caméra, ou saisissez le numéro en dessous."
    ),
    "Look up the price and enter it, or take the item off.": (
        "Chercher le prix et le saisir, ou retirer l'article."
    ),
    "We are checking the price": "Nous vérifions le prix",
    "{item} has no price yet. Go on scanning; a colleague brings it before you pay.": (
        "{item} n'a pas encore de prix. Continuez à scanner\u202f; notre équipe l'apporte avant le paiement."
    ),
    "Count; confirm or reduce.": "Compter\u202f; confirmer ou réduire.",
    "That is a lot of {item}": "Cela fait beaucoup de {item}",
    "A colleague confirms {count} pieces before you pay. Go on scanning.": (
        "Notre équipe confirme {count} pièces avant le paiement. Continuez à scanner."
    ),
    "Take the item away and apologise; the shopper did nothing wrong.": (
        "Enlever l'article et s'excuser\u202f; le client n'a rien fait de mal."
    ),
    "Sorry, we can’t sell {item}": "Désolés, nous ne pouvons pas vendre {item}",
    "It is not your fault. Take it off the list; it will not be charged.": (
        "Ce n'est pas votre faute. Retirez-le de la liste\u202f; il ne sera pas débité."
    ),
    "Swap the item; check the shelf.": "Échanger l'article\u202f; vérifier le rayon.",
    "Please swap this one": "Échangez celui-ci, s'il vous plaît",
    "{item} is past its date. Take a fresh one, or take it off the list; it will not be charged.": (
        "{item} a dépassé sa date. Prenez-en un frais, ou retirez-le de la liste\u202f; il ne sera pas "
        "débité."
    ),
    "See an identity card or judge by sight as the store's rule says; yes or no.": (
        "Voir une pièce d'identité ou juger à vue selon la règle du magasin\u202f; oui ou non."
    ),
    "A colleague will check your age": "Notre équipe vérifie votre âge",
    "{item} is sold from {age} years. Go on scanning; we come to you before you pay.": (
        "{item} est vendu dès {age} ans. Continuez à scanner\u202f; nous venons avant le paiement."
    ),
    "Take the item off.": "Retirer l'article.",
    "{item} is not sold at this hour": "{item} n'est pas vendu à cette heure",
    "Take it off the list; it will not be charged. Everything else you can buy.": (
        "Retirez-le de la liste\u202f; il ne sera pas débité. Vous pouvez acheter tout le reste."
    ),
    "Have the quantity reduced.": "Faire réduire la quantité.",
    "The limit is reached": "La limite est atteinte",
    "The law limits how much {item} one purchase may hold. Take some off; it will not be charged.": (
        "La loi limite la quantité de {item} par achat. Retirez-en\u202f; ce ne sera pas débité."
    ),
    "Take the tag off, or unlock.": "Retirer l'antivol, ou déverrouiller.",
    "We will remove the security tag": "Nous allons retirer l'antivol",
    "{item} has a tag. Go on scanning; a colleague takes it off before you pay.": (
        "{item} porte un antivol. Continuez à scanner\u202f; notre équipe le retire avant le paiement."
    ),
    "Find and enter the number.": "Trouver et saisir le numéro.",
    "Please enter the serial number": "Saisissez le numéro de série",
    "You find it on the box of {item}. You can also do this just before you pay.": (
        "Il figure sur la boîte de {item}. Vous pouvez aussi le faire juste avant de payer."
    ),
    "Compare picture, weight and choice; accept or change.": (
        "Comparer image, poids et choix\u202f; accepter ou changer."
    ),
    "We check your choice": "Nous vérifions votre choix",
    "A colleague has a look at {item}. Go on scanning; you need not wait.": (
        "Notre équipe regarde {item}. Continuez à scanner\u202f; inutile d'attendre."
    ),
    "Offer another way to pay; suspend if there is none.": (
        "Proposer un autre moyen de payer\u202f; sinon suspendre."
    ),
    "Not paid": "Non payé",
    "Your card was not charged. Try another card or another way to pay; a colleague can help.": (
        "Votre carte n'a pas été débitée. Essayez une autre carte ou un autre moyen\u202f; notre équipe "
        "peut aider."
    ),
    "Read the terminal; record what it says. Never let the shopper pay again before that.": (
        "Lire le terminal\u202f; noter ce qu'il dit. Ne jamais laisser payer à nouveau avant cela."
    ),
    "Please do not pay again": "Ne payez pas à nouveau",
    (
        "We do not know yet whether your payment of {amount} went through. We are asking the "
        "terminal. Your basket is kept."
    ): (
        "Nous ne savons pas encore si votre paiement de {amount} a abouti. Nous demandons au "
        "terminal. Votre panier est conservé."
    ),
    "Compare; confirm at the terminal.": "Comparer\u202f; confirmer au terminal.",
    "A colleague checks your signature": "Notre équipe vérifie votre signature",
    "Please wait at the terminal. The payment of {amount} is not complete yet.": (
        "Attendez au terminal, s'il vous plaît. Le paiement de {amount} n'est pas encore terminé."
    ),
    "{amount} left to pay": "Reste {amount} à payer",
    "Part of your purchase is paid. Choose how to pay the rest; if you stop, it is given back.": (
        "Une partie est payée. Choisissez comment payer le reste\u202f; si vous arrêtez, elle vous est "
        "rendue."
    ),
    "Clear the device; count; pay out by hand what is owed.": (
        "Dégager l'appareil\u202f; compter\u202f; payer à la main ce qui est dû."
    ),
    "Please look at the cash slot": "Regardez le bac à monnaie",
    "Take your money if it is there. {amount} is counted so far; a colleague makes it right.": (
        "Prenez votre argent s'il s'y trouve. {amount} sont comptés jusqu'ici\u202f; notre équipe règle "
        "le reste."
    ),
    "Get an approval by telephone, or move the shopper to another way to pay.": (
        "Demander une autorisation par téléphone, ou proposer un autre moyen de payer."
    ),
    "Card payment has no link just now": "La carte est sans liaison pour l'instant",
    "{amount} cannot be paid by card at the moment. Nothing was charged. Choose another way to pay.": (
        "{amount} ne peuvent pas être payés par carte pour l'instant. Rien n'a été débité. "
        "Choisissez un autre moyen."
    ),
    "Come; end the call.": "Venir\u202f; terminer l'appel.",
    "A colleague is coming": "Quelqu'un de l'équipe arrive",
    "You are number {place} in the queue. You can go on scanning; your basket is kept.": (
        "Vous êtes numéro {place} dans la file. Vous pouvez continuer à scanner\u202f; votre panier est "
        "conservé."
    ),
    "Have a look at what was taken off; approve.": "Regarder ce qui a été retiré\u202f; accepter.",
    "You took several items off. Go on scanning; we come to you before you pay.": (
        "Vous avez retiré plusieurs articles. Continuez à scanner\u202f; nous venons avant le paiement."
    ),
    "Take the goods back; cancel or go on.": "Reprendre les articles\u202f; annuler ou continuer.",
    "Give up this purchase?": "Abandonner cet achat\u202f?",
    "A colleague takes the items back. Nothing was charged. You can also go on shopping.": (
        "Notre équipe reprend les articles. Rien n'a été débité. Vous pouvez aussi continuer vos achats."
    ),
    "Confirm, or suspend and move to a staffed till.": (
        "Confirmer, ou suspendre et passer à une caisse avec hôte."
    ),
    "That is a big basket": "C'est un grand panier",
    "This checkout is meant for smaller ones. Go on scanning; a colleague comes before you pay.": (
        "Cette caisse est faite pour de plus petits. Continuez à scanner\u202f; notre équipe vient "
        "avant le paiement."
    ),
    "See whether anybody is there; suspend or cancel the purchase.": (
        "Voir si quelqu'un est là\u202f; suspendre ou annuler l'achat."
    ),
    "Are you still there?": "Êtes-vous toujours là\u202f?",
    "Touch “I need more time” and take it. Your basket is kept and nothing was charged.": (
        "Touchez «\u202fJ'ai besoin de plus de temps\u202f» et prenez-le. Votre panier est conservé et rien "
        "n'a été débité."
    ),
    "Speak to the shopper kindly; suspend the purchase if nobody is there.": (
        "Parler gentiment au client\u202f; suspendre l'achat si personne n'est là."
    ),
    "Not paid yet": "Pas encore payé",
    "Your purchase of {amount} is not paid yet. Nothing was charged. Choose how to pay, or touch Help.": (
        "Votre achat de {amount} n'est pas encore payé. Rien n'a été débité. Choisissez comment "
        "payer, ou touchez Aide."
    ),
    "Scan the sample; when it does not match, scan everything with the shopper.": (
        "Scanner l'échantillon\u202f; s'il ne correspond pas, tout scanner avec le client."
    ),
    "A quick check of a few items": "Un contrôle rapide de quelques articles",
    (
        "It is nothing about you: some purchases are drawn. A colleague scans {count} items. "
        "Nothing was charged."
    ): (
        "Cela n'a rien à voir avec vous\u00a0: des achats sont tirés au sort. Notre équipe scanne "
        "{count} articles. Rien n'a été débité."
    ),
    "Look at the clip; dismiss it or have the item scanned.": (
        "Regarder la séquence\u202f; l'écarter ou faire scanner l'article."
    ),
    "Please check your last scan": "Vérifiez votre dernier scan",
    (
        "It looks as if one item was not read. Scan it once more, or touch “All scanned”. You can "
        "go on scanning."
    ): (
        "Un article n'a semble-t-il pas été lu. Scannez-le encore, ou touchez «\u202fJ'ai tout scanné\u202f"
        "». Vous pouvez continuer à scanner."
    ),
    "Come when the shopper has finished scanning; have a friendly look.": (
        "Venir quand le client a fini de scanner\u202f; jeter un coup d'œil aimable."
    ),
    "Go on scanning. We come to you before you pay; nothing was charged.": (
        "Continuez à scanner. Nous venons avant le paiement\u202f; rien n'a été débité."
    ),
    "Look at the coupon; accept or refuse with the reason.": (
        "Regarder le bon\u202f; accepter ou refuser avec le motif."
    ),
    "A colleague will look at your coupon": "Notre équipe regarde votre bon",
    "Keep it at hand and go on scanning. You can also pay without it: take it back in the list.": (
        "Gardez-le à portée de main et continuez à scanner. Vous pouvez aussi payer sans lui\u00a0: "
        "reprenez-le dans la liste."
    ),
    "Collect the coupon.": "Ramasser le bon.",
    "Please drop your coupon in the slot": "Déposez votre bon dans la fente",
    "The store keeps this coupon. Drop it in, or hand it to a colleague, before you pay.": (
        "Le magasin garde ce bon. Déposez-le, ou donnez-le à notre équipe, avant de payer."
    ),
    "Compare label and item; confirm.": "Comparer étiquette et article\u202f; confirmer.",
    "We check the reduced price": "Nous vérifions le prix réduit",
    "Go on scanning; a colleague confirms the label of {item} before you pay.": (
        "Continuez à scanner\u202f; notre équipe confirme l'étiquette de {item} avant le paiement."
    ),
    "Sign in with PIN or badge; grant it within your limit or refuse.": (
        "Se connecter par code PIN ou badge\u202f; accorder dans sa limite ou refuser."
    ),
    "A colleague confirms your discount": "Notre équipe confirme votre remise",
    "Go on scanning; the discount of {amount} is confirmed before you pay.": (
        "Continuez à scanner\u202f; la remise de {amount} est confirmée avant le paiement."
    ),
    "Nothing was wrong": "Tout était en ordre",
    "Item checked": "Article vérifié",
    "Weight accepted for this item": "Poids accepté pour cet article",
    "Too large or heavy to bag": "Trop grand ou lourd pour le sac",
    "Own bag checked": "Sac personnel vérifié",
    "Full bags moved": "Sacs pleins déplacés",
    "Scale cleared and set to zero": "Balance vidée et mise à zéro",
    "Item found and added": "Article trouvé et ajouté",
    "Price checked at the shelf": "Prix vérifié en rayon",
    "Quantity confirmed": "Quantité confirmée",
    "Item swapped": "Article échangé",
    "Item taken away": "Article enlevé",
    "Identity card seen": "Pièce d'identité vue",
    "Clearly old enough": "Clairement assez âgé",
    "Sale allowed at this hour": "Vente permise à cette heure",
    "Security tag removed": "Antivol retiré",
    "Number entered": "Numéro saisi",
    "Right item chosen": "Bon article choisi",
    "Choice corrected": "Choix corrigé",
    "Coupon checked": "Bon vérifié",
    "Coupon collected": "Bon ramassé",
    "Reduced label checked": "Étiquette réduite vérifiée",
    "Entitled to the discount": "A droit à la remise",
    "Question answered": "Question résolue",
    "Shopper changed their mind": "Le client a changé d'avis",
    "Scanned twice by mistake": "Scanné deux fois par erreur",
    "Goods taken back": "Articles repris",
    "Allowed at this checkout": "Permis à cette caisse",
    "Shopper is still here": "Le client est toujours là",
    "Shopper has left, goods recovered": "Client parti, articles récupérés",
    "Check matches the basket": "Le contrôle correspond au panier",
    "Basket corrected with the shopper": "Panier corrigé avec le client",
    "Another way to pay agreed": "Autre moyen de payer convenu",
    "Terminal shows it was paid": "Le terminal montre un paiement",
    "Terminal shows it was not paid": "Le terminal ne montre aucun paiement",
    "Reversed at the terminal": "Annulé au terminal",
    "Signature or identity checked": "Signature ou identité vérifiée",
    "Cash device cleared": "Monnayeur dégagé",
    "Paid out by hand": "Payé à la main",
    "Approved by telephone": "Autorisé par téléphone",
    "Paper loaded": "Papier chargé",
    "Device restarted": "Appareil redémarré",
    "Selling with these data allowed": "Vente avec ces données permise",
    "Lane opened": "Caisse ouverte",
    "Checked, gate opened": "Vérifié, portique ouvert",
    "Handed over to the right person": "Remis à la bonne personne",
    "Too young": "Trop jeune",
    "No identity card": "Pas de pièce d'identité",
    "Identity card not valid": "Pièce d'identité non valable",
    "Must not be sold to this person": "Vente interdite à cette personne",
    "Not for sale": "Non vendable",
    "Not for sale at this hour": "Non vendable à cette heure",
    "Too many": "Trop d'articles",
    "No price found": "Aucun prix trouvé",
    "Tag cannot be removed": "Antivol impossible à retirer",
    "Number missing": "Numéro manquant",
    "Wrong item chosen": "Mauvais article choisi",
    "Coupon not valid": "Bon non valable",
    "Label does not belong to the item": "L'étiquette n'est pas de cet article",
    "Not entitled": "N'y a pas droit",
    "Items were not scanned": "Articles non scannés",
    "Item not accepted": "Article non accepté",
    "Purchase ended by staff": "Achat terminé par l'équipe",
    "Please use a staffed till": "Veuillez passer à une caisse avec hôte",
    "No payment found yet": "Aucun paiement trouvé encore",
    "Not the right person": "Pas la bonne personne",
    "Damaged or short-dated": "Abîmé ou date courte",
    "Wrong item bought": "Mauvais article acheté",
    "Charged wrongly": "Débité par erreur",
    "Recalled goods": "Articles rappelés",
    "Goodwill": "Geste commercial",
    "Staff purchase": "Achat du personnel",
    "Goes on at another lane": "Continue à une autre caisse",
    "Shopper pays later": "Le client paie plus tard",
    "Receipt lost or not readable": "Ticket perdu ou illisible",
    "Shopper wants a copy": "Le client veut une copie",
    "Change or cash count": "Monnaie ou comptage",
    "Asked at the lane": "Demandé à la caisse",
    "Break": "Pause",
    "Cleaning": "Nettoyage",
    "A device is faulty": "Un appareil est en panne",
    "End of day": "Fin de journée",
    "Does not respond well": "Répond mal",
    "A colleague learns": "Un collègue apprend",
    "I know who it is": "Je sais qui c'est",
    "this item": "cet article",
}
