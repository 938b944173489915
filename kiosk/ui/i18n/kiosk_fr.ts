<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en_GB">
<context>
    <name>AskingStrip</name>
    <message>
        <source>Go on without it</source>
        <translation>Continuer sans elle</translation>
    </message>
</context>
<context>
    <name>AttentionSheet</name>
    <message>
        <source>and %1 more</source>
        <translation>et %1 de plus</translation>
    </message>
    <message>
        <source>I need more time</source>
        <translation>J&apos;ai besoin de plus de temps</translation>
    </message>
    <message>
        <source>Go on scanning</source>
        <translation>Continuer à scanner</translation>
    </message>
</context>
<context>
    <name>AttractScreen</name>
    <message>
        <source>Welcome!</source>
        <translation>Bienvenue&#x202f;!</translation>
    </message>
    <message>
        <source>Scan.
Pay.
Done.</source>
        <translation>Scannez.
Payez.
Voilà.</translation>
    </message>
    <message>
        <source>Start shopping</source>
        <translation>Commencer les achats</translation>
    </message>
    <message>
        <source>Touch to start</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>or just hold your first item in front of the camera</source>
        <translation>ou présentez votre premier article à la caméra</translation>
    </message>
</context>
<context>
    <name>BackSheet</name>
    <message>
        <source>Give your money back?</source>
        <translation>Vous rendre votre argent&#x202f;?</translation>
    </message>
    <message>
        <source>Yes, give it back</source>
        <translation>Oui, rendez-le-moi</translation>
    </message>
    <message>
        <source>No, pay on</source>
        <translation>Non, je continue à payer</translation>
    </message>
</context>
<context>
    <name>BagsSheet</name>
    <message>
        <source>Do you need a bag?</source>
        <translation>Vous faut-il un sac&#x202f;?</translation>
    </message>
    <message>
        <source>Back to the basket</source>
        <translation>Retour au panier</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>The answer was: %1</source>
        <translation>Réponse&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>BasketList</name>
    <message>
        <source>Scan your first item</source>
        <translation>Scannez votre premier article</translation>
    </message>
    <message>
        <source>Hold its barcode in front of the camera. It appears here at once.</source>
        <translation>Présentez son code-barres à la caméra. Il s&apos;affiche ici aussitôt.</translation>
    </message>
    <message>
        <source>I have put down my own bag</source>
        <translation>J&apos;ai posé mon propre sac</translation>
    </message>
</context>
<context>
    <name>BasketRow</name>
    <message>
        <source>Change the quantity of %1</source>
        <translation>Modifier la quantité de %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
</context>
<context>
    <name>CameraPanel</name>
    <message>
        <source>Hold the barcode here</source>
        <translation>Présentez le code-barres ici</translation>
    </message>
</context>
<context>
    <name>CancelSheet</name>
    <message>
        <source>Your purchase is being cancelled</source>
        <translation>Votre achat est en cours d&apos;annulation</translation>
    </message>
    <message>
        <source>Nothing was charged. Your items stay here for a few seconds more.</source>
        <translation>Rien n&apos;a été débité. Vos articles restent ici encore quelques secondes.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Cancel now</source>
        <translation>Annuler maintenant</translation>
    </message>
</context>
<context>
    <name>CardScreen</name>
    <message>
        <source>Stop the payment</source>
        <translation>Arrêter le paiement</translation>
    </message>
</context>
<context>
    <name>ClosedScreen</name>
    <message>
        <source>Staff</source>
        <translation>Personnel</translation>
    </message>
</context>
<context>
    <name>CodeKeys</name>
    <message>
        <source>Delete</source>
        <translation>Effacer</translation>
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
        <translation>Saisir un numéro</translation>
    </message>
    <message>
        <source>Member card, phone number, coupon code, or the number under a barcode</source>
        <translation>Carte de fidélité, téléphone, code de bon ou numéro sous un code-barres</translation>
    </message>
    <message>
        <source>A coupon code, or the number under a barcode</source>
        <translation>Code de bon ou numéro sous un code-barres</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>ComfortSheet</name>
    <message>
        <source>As you like it</source>
        <translation>Comme vous voulez</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>Comme avant</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Letters %1 %</source>
        <translation>Texte à %1&#xa0;%</translation>
    </message>
    <message>
        <source>Touch and movement</source>
        <translation>Toucher et mouvement</translation>
    </message>
    <message>
        <source>Everything lower</source>
        <translation>Tout plus bas</translation>
    </message>
    <message>
        <source>Left hand</source>
        <translation>Main gauche</translation>
    </message>
    <message>
        <source>Less movement</source>
        <translation>Moins de mouvement</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Moins fort</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Plus fort</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>Curtain</name>
    <message>
        <source>Private mode</source>
        <translation>Mode privé</translation>
    </message>
    <message>
        <source>The screen is dark while this purchase goes on by headset.</source>
        <translation>L&apos;écran est noir pendant que cet achat se fait au casque.</translation>
    </message>
    <message>
        <source>Show the screen</source>
        <translation>Afficher l&apos;écran</translation>
    </message>
</context>
<context>
    <name>DeedSheet</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>ExtraRows</name>
    <message>
        <source>Take back %1</source>
        <translation>Reprendre %1</translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>I no longer need help</source>
        <translation>Je n&apos;ai plus besoin d&apos;aide</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personnel</translation>
    </message>
</context>
<context>
    <name>HitPanel</name>
    <message>
        <source>Turn the pack until the stripes face the camera</source>
        <translation>Tournez l&apos;emballage, les rayures vers la caméra</translation>
    </message>
</context>
<context>
    <name>JoinSheet</name>
    <message>
        <source>Become a member</source>
        <translation>Devenir membre</translation>
    </message>
    <message>
        <source>Your telephone number</source>
        <translation>Votre numéro de téléphone</translation>
    </message>
    <message>
        <source>What may we do?</source>
        <translation>Que nous autorisez-vous&#x202f;?</translation>
    </message>
    <message>
        <source>Scan this with your phone</source>
        <translation>Scannez ceci avec votre téléphone</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>Un instant, s&apos;il vous plaît</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Finish there. This checkout notices by itself; you can scan on meanwhile.</source>
        <translation>Terminez sur votre téléphone. Cette caisse le voit d'elle-même&#x202f;; vous pouvez continuer à scanner.</translation>
    </message>
    <message>
        <source>Under a minute. No name, no address.</source>
        <translation>Moins d&apos;une minute. Sans nom ni adresse.</translation>
    </message>
    <message>
        <source>You are recognised by it here. Nobody calls you.</source>
        <translation>Il sert à vous reconnaître ici. Personne ne vous appelle.</translation>
    </message>
    <message>
        <source>Your card is on your phone then</source>
        <translation>Votre carte sera sur votre téléphone</translation>
    </message>
    <message>
        <source>With my phone</source>
        <translation>Avec mon téléphone</translation>
    </message>
    <message>
        <source>With a telephone number</source>
        <translation>Avec un numéro de téléphone</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Ici</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Adhérer</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Delete</source>
        <translation>Effacer</translation>
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
        <translation>Langue</translation>
    </message>
</context>
<context>
    <name>LanguageSheet</name>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>LetterKeys</name>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Effacer</translation>
    </message>
</context>
<context>
    <name>LoadScreen</name>
    <message>
        <source>Ask again</source>
        <translation>Demander à nouveau</translation>
    </message>
    <message>
        <source>Enter a number</source>
        <translation>Saisir un numéro</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
</context>
<context>
    <name>LookupSheet</name>
    <message>
        <source>No barcode?</source>
        <translation>Pas de code-barres&#x202f;?</translation>
    </message>
    <message>
        <source>Touch a picture, or type a name</source>
        <translation>Touchez une image, ou saisissez un nom</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer letters, or look through the pictures.</source>
        <translation>Rien trouvé. Essayez moins de lettres, ou parcourez les images.</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>Un instant, s&apos;il vous plaît</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Add to basket</source>
        <translation>Ajouter au panier</translation>
    </message>
</context>
<context>
    <name>MemberStrip</name>
    <message>
        <source>Member?</source>
        <translation>Carte de fidélité&#x202f;?</translation>
    </message>
    <message>
        <source>Show your card or type your number</source>
        <translation>Présentez-la ou saisissez votre numéro</translation>
    </message>
    <message>
        <source>Show your card, or touch here to join</source>
        <translation>Présentez votre carte, ou touchez ici pour adhérer</translation>
    </message>
    <message>
        <source>Become a member</source>
        <translation>Devenir membre</translation>
    </message>
    <message>
        <source>Take the member card out of this purchase</source>
        <translation>Retirer la carte de fidélité de cet achat</translation>
    </message>
    <message>
        <source>Check a price</source>
        <translation>Vérifier un prix</translation>
    </message>
    <message>
        <source>Enter a number</source>
        <translation>Saisir un numéro</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>All right</source>
        <translation>D&apos;accord</translation>
    </message>
    <message>
        <source>I don&apos;t want to bag it</source>
        <translation>Je ne veux pas l&apos;emballer</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>Appeler l&apos;équipe</translation>
    </message>
    <message>
        <source>All scanned</source>
        <translation>J&apos;ai tout scanné</translation>
    </message>
    <message>
        <source>It is my own bag</source>
        <translation>C&apos;est mon propre sac</translation>
    </message>
    <message>
        <source>Move full bags</source>
        <translation>Déplacer les sacs pleins</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Take the full bags away now</source>
        <translation>Enlevez maintenant les sacs pleins</translation>
    </message>
    <message>
        <source>Put them into your trolley. Then touch &quot;Done&quot; and go on scanning.</source>
        <translation>Mettez-les dans votre chariot. Touchez ensuite «&#x202f;Terminé&#x202f;» et continuez à scanner.</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <source>I no longer need help</source>
        <translation>Je n&apos;ai plus besoin d&apos;aide</translation>
    </message>
    <message>
        <source>Please lay {item} on the scale</source>
        <translation>Posez {item} sur la balance</translation>
    </message>
    <message>
        <source>Alone, and let go of it. It is added by itself as soon as the scale rests.</source>
        <translation>Seul, et sans le tenir. Il s&apos;ajoute tout seul dès que la balance est stable.</translation>
    </message>
    <message>
        <source>Not this item</source>
        <translation>Pas cet article</translation>
    </message>
    <message>
        <source>A colleague is coming</source>
        <translation>Quelqu&apos;un de l&apos;équipe arrive</translation>
    </message>
    <message>
        <source>You can go on scanning; your basket is kept.</source>
        <translation>Vous pouvez continuer à scanner&#x202f;; votre panier est conservé.</translation>
    </message>
    <message>
        <source>You are number {place} in the queue</source>
        <translation>Vous êtes numéro {place} dans la file</translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>C&apos;est bientôt à vous</translation>
    </message>
    <message>
        <source>No. {place}</source>
        <translation>N° {place}</translation>
    </message>
    <message>
        <source>A colleague has looked: {reason}. Please put it right, or touch Help.</source>
        <translation>Notre équipe a regardé&#xa0;: {reason}. Veuillez corriger, ou touchez Aide.</translation>
    </message>
    <message>
        <source>A colleague comes to you</source>
        <translation>Notre équipe vient vers vous</translation>
    </message>
    <message>
        <source>One look, and you can pay. Nothing was charged; paying goes on by itself.</source>
        <translation>Un coup d&apos;œil et vous pourrez payer. Rien n&apos;a été débité&#x202f;; le paiement reprendra seul.</translation>
    </message>
    <message>
        <source>A colleague is on the way. Your basket is kept.</source>
        <translation>Quelqu&apos;un de l&apos;équipe arrive. Votre panier est conservé.</translation>
    </message>
    <message>
        <source>A colleague is coming to see whether you need anything. Your basket is kept.</source>
        <translation>Quelqu&apos;un de l&apos;équipe vient voir si vous avez besoin d&apos;aide. Votre panier est conservé.</translation>
    </message>
    <message>
        <source>Nothing was scanned yet. This closes by itself in a moment.</source>
        <translation>Rien n&apos;a encore été scanné. Cette page se ferme d&apos;elle-même dans un instant.</translation>
    </message>
    <message>
        <source>Checked before you pay</source>
        <translation>Vérifié avant le paiement</translation>
    </message>
    <message>
        <source>Checked and approved</source>
        <translation>Vérifié et accepté</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 article</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} article|{count} articles</translation>
    </message>
    <message>
        <source>{price} each</source>
        <translation>{price} pièce</translation>
    </message>
    <message>
        <source>{weight} kg × {price}/kg</source>
        <translation>{weight} kg × {price}/kg</translation>
    </message>
    <message>
        <source>Reduced to clear</source>
        <translation>Prix réduit, date courte</translation>
    </message>
    <message>
        <source>{count}, with {amount} deposit</source>
        <translation>{count}, dont {amount} de consigne</translation>
    </message>
    <message>
        <source>You save {amount}</source>
        <translation>Vous économisez {amount}</translation>
    </message>
    <message>
        <source>1 more saves {amount}</source>
        <translation>1 de plus et vous économisez {amount}</translation>
    </message>
    <message>
        <source>{count} more save {amount}</source>
        <translation>{count} de plus et vous économisez {amount}</translation>
    </message>
    <message>
        <source>{missing} more in goods saves {amount}</source>
        <translation>{missing} d&apos;achats de plus et vous économisez {amount}</translation>
    </message>
    <message>
        <source>Take 1 along, free of charge</source>
        <translation>Prenez-en 1 gratuitement</translation>
    </message>
    <message>
        <source>Take {count} along, free of charge</source>
        <translation>Prenez-en {count} gratuitement</translation>
    </message>
    <message>
        <source>Coupon {code}</source>
        <translation>Bon {code}</translation>
    </message>
    <message>
        <source>Gives you {points}</source>
        <translation>Vous rapporte {points}</translation>
    </message>
    <message>
        <source>Member prices active</source>
        <translation>Prix fidélité actifs</translation>
    </message>
    <message>
        <source>1 point</source>
        <translation>1 point</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} point|{points} points</translation>
    </message>
    <message>
        <source>You save</source>
        <translation>Vous économisez</translation>
    </message>
    <message>
        <source>Prices have changed</source>
        <translation>Des prix ont changé</translation>
    </message>
    <message>
        <source>{name} no longer applies</source>
        <translation>{name} ne s&apos;applique plus</translation>
    </message>
    <message>
        <source>{name} and 1 more</source>
        <translation>{name} et 1 de plus</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} et {count} de plus</translation>
    </message>
    <message>
        <source>Special price</source>
        <translation>Prix spécial</translation>
    </message>
    <message>
        <source>Reduced price</source>
        <translation>Prix réduit</translation>
    </message>
    <message>
        <source>Buy several and save</source>
        <translation>Plusieurs, c&apos;est moins cher</translation>
    </message>
    <message>
        <source>Buy more, save more</source>
        <translation>Plus on achète, plus on économise</translation>
    </message>
    <message>
        <source>Cheaper together</source>
        <translation>Moins cher ensemble</translation>
    </message>
    <message>
        <source>Special offer</source>
        <translation>Offre spéciale</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>Non payé</translation>
    </message>
    <message>
        <source>Nothing was charged this time. Try again or pay another way, or touch Help.</source>
        <translation>Rien n&apos;a été débité cette fois. Réessayez ou payez autrement, ou touchez Aide.</translation>
    </message>
    <message>
        <source>Payment stopped</source>
        <translation>Paiement arrêté</translation>
    </message>
    <message>
        <source>Nothing was charged this time. Start again, or pay another way.</source>
        <translation>Rien n&apos;a été débité cette fois. Recommencez, ou payez autrement.</translation>
    </message>
    <message>
        <source>The payment did not go through. Nothing was charged this time; please try again.</source>
        <translation>Le paiement n&apos;a pas abouti. Rien n&apos;a été débité cette fois&#x202f;; veuillez réessayer.</translation>
    </message>
    <message>
        <source>The amount was charged and given back at once. Try again or pay another way, or touch Help.</source>
        <translation>Le montant a été débité puis rendu aussitôt. Réessayez ou payez autrement, ou touchez Aide.</translation>
    </message>
    <message>
        <source>The time to pay is over</source>
        <translation>Le temps pour payer est écoulé</translation>
    </message>
    <message>
        <source>The card terminal is not ready. Please wait a moment, or touch Help. Nothing was charged.</source>
        <translation>Le terminal de paiement n&apos;est pas prêt. Patientez un instant, ou touchez Aide. Rien n&apos;a été débité.</translation>
    </message>
    <message>
        <source>The camera is not working</source>
        <translation>La caméra ne fonctionne pas</translation>
    </message>
    <message>
        <source>Your basket is safe. Please touch Help, or pay what you have scanned.</source>
        <translation>Votre panier est conservé. Touchez Aide, ou payez ce que vous avez scanné.</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>Consigne</translation>
    </message>
    <message>
        <source>Pay with points</source>
        <translation>Payer avec des points</translation>
    </message>
    <message>
        <source>You have {points} points</source>
        <translation>Vous avez {points} point|Vous avez {points} points</translation>
    </message>
    <message>
        <source>Asking for your points …</source>
        <translation>Consultation de vos points …</translation>
    </message>
    <message>
        <source>This takes a moment. Touch here to go on without them.</source>
        <translation>Cela prend un instant. Touchez ici pour continuer sans eux.</translation>
    </message>
    <message>
        <source>Keep my points</source>
        <translation>Garder mes points</translation>
    </message>
    <message>
        <source>{points} points pay {amount} of your purchase</source>
        <translation>{points} points paient {amount} de votre achat</translation>
    </message>
    <message>
        <source>Connecting to the terminal …</source>
        <translation>Connexion au terminal …</translation>
    </message>
    <message>
        <source>Please follow the card terminal</source>
        <translation>Suivez les indications du terminal</translation>
    </message>
    <message>
        <source>You have paid only when this screen says so.</source>
        <translation>L&apos;achat n&apos;est payé que lorsque cet écran l&apos;indique.</translation>
    </message>
    <message>
        <source>Stopping the payment</source>
        <translation>Arrêt du paiement</translation>
    </message>
    <message>
        <source>Please wait. The terminal was asked to stop and will say whether it charged your card.</source>
        <translation>Veuillez patienter. Le terminal doit s&apos;arrêter et dira si votre carte a été débitée.</translation>
    </message>
    <message>
        <source>Whose balance?</source>
        <translation>L&apos;avoir de qui&#x202f;?</translation>
    </message>
    <message>
        <source>Show your member card or your phone, or type your number.</source>
        <translation>Présentez votre carte de fidélité ou votre téléphone, ou saisissez votre numéro.</translation>
    </message>
    <message>
        <source>Hold your card or phone here</source>
        <translation>Présentez ici votre carte ou téléphone</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>Un instant, s&apos;il vous plaît</translation>
    </message>
    <message>
        <source>We are asking for your balance. Nothing was charged.</source>
        <translation>Nous demandons votre avoir. Rien n&apos;a été débité.</translation>
    </message>
    <message>
        <source>By how much?</source>
        <translation>De combien&#x202f;?</translation>
    </message>
    <message>
        <source>You pay by card. Your balance gets it at once.</source>
        <translation>Vous payez par carte. Votre avoir le reçoit aussitôt.</translation>
    </message>
    <message>
        <source>On it now: {amount}</source>
        <translation>Avoir actuel&#xa0;: {amount}</translation>
    </message>
    <message>
        <source>Topped up</source>
        <translation>Rechargé</translation>
    </message>
    <message>
        <source>{amount} is on your balance. You can pay with it at every checkout.</source>
        <translation>Votre avoir est de {amount}. Il paie à toutes les caisses.</translation>
    </message>
    <message>
        <source>{amount} is on your balance.</source>
        <translation>Votre avoir est de {amount}.</translation>
    </message>
    <message>
        <source>A colleague is on the way. Nothing was charged.</source>
        <translation>Quelqu&apos;un de l&apos;équipe arrive. Rien n&apos;a été débité.</translation>
    </message>
    <message>
        <source>This checkout has to pause. Nothing was charged; a colleague helps you.</source>
        <translation>Cette caisse doit s&apos;interrompre. Rien n&apos;a été débité&#x202f;; notre équipe vous aide.</translation>
    </message>
    <message>
        <source>Membership</source>
        <translation>Adhésion</translation>
    </message>
    <message>
        <source>The shop keeps my points, coupons and receipts under a number, not under my name.</source>
        <translation>Le magasin garde mes points, bons et tickets sous un numéro, pas sous mon nom.</translation>
    </message>
    <message>
        <source>Offers by my interests</source>
        <translation>Offres selon mes goûts</translation>
    </message>
    <message>
        <source>The shop may choose offers by what I say I like.</source>
        <translation>Le magasin peut choisir des offres selon ce que j&apos;aime.</translation>
    </message>
    <message>
        <source>Offers by what I bought</source>
        <translation>Offres selon mes achats</translation>
    </message>
    <message>
        <source>The shop may choose offers by my earlier purchases.</source>
        <translation>Le magasin peut choisir des offres selon mes achats passés.</translation>
    </message>
    <message>
        <source>Not possible right now</source>
        <translation>Impossible pour l&apos;instant</translation>
    </message>
    <message>
        <source>We cannot reach the shop&apos;s service. Nothing was kept; shop on as always.</source>
        <translation>Le service du magasin est injoignable. Rien n&apos;a été conservé&#x202f;; continuez vos achats.</translation>
    </message>
    <message>
        <source>This number has a membership</source>
        <translation>Ce numéro a déjà une adhésion</translation>
    </message>
    <message>
        <source>Close this and enter the number as a member&apos;s.</source>
        <translation>Fermez ceci et saisissez le numéro comme carte de fidélité.</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Cela n&apos;a pas fonctionné</translation>
    </message>
    <message>
        <source>Nobody has joined, nothing was kept. Please try again.</source>
        <translation>Aucune adhésion, rien n&apos;a été conservé. Réessayez.</translation>
    </message>
    <message>
        <source>Nobody can join at this checkout.</source>
        <translation>On ne peut pas adhérer à cette caisse.</translation>
    </message>
    <message>
        <source>To join, please agree to the membership.</source>
        <translation>Pour adhérer, acceptez l&apos;adhésion.</translation>
    </message>
    <message>
        <source>This is not a telephone number. Please check it.</source>
        <translation>Ce n&apos;est pas un numéro de téléphone. Vérifiez-le.</translation>
    </message>
    <message>
        <source>We cannot reach the shop&apos;s service. Nothing was charged; please try again later.</source>
        <translation>Le service du magasin est injoignable. Rien n&apos;a été débité&#x202f;; réessayez plus tard.</translation>
    </message>
    <message>
        <source>Nothing was charged. Please check it and try again.</source>
        <translation>Rien n&apos;a été débité. Vérifiez et réessayez.</translation>
    </message>
    <message>
        <source>No balance for this card</source>
        <translation>Pas d&apos;avoir pour cette carte</translation>
    </message>
    <message>
        <source>Nothing was charged. Please touch Help, or show another card.</source>
        <translation>Rien n&apos;a été débité. Touchez Aide, ou présentez une autre carte.</translation>
    </message>
    <message>
        <source>This balance is blocked</source>
        <translation>Cet avoir est bloqué</translation>
    </message>
    <message>
        <source>Nothing was charged. Please touch Help.</source>
        <translation>Rien n&apos;a été débité. Touchez Aide.</translation>
    </message>
    <message>
        <source>This balance is in another currency</source>
        <translation>Cet avoir est dans une autre monnaie</translation>
    </message>
    <message>
        <source>It cannot be topped up here. Nothing was charged.</source>
        <translation>Il ne peut pas être rechargé ici. Rien n&apos;a été débité.</translation>
    </message>
    <message>
        <source>Your balance is full</source>
        <translation>Votre avoir est plein</translation>
    </message>
    <message>
        <source>No more fits on it. Nothing was charged.</source>
        <translation>Il ne peut pas en recevoir davantage. Rien n&apos;a été débité.</translation>
    </message>
    <message>
        <source>A balance cannot be topped up at this checkout.</source>
        <translation>On ne peut pas recharger d&apos;avoir à cette caisse.</translation>
    </message>
    <message>
        <source>Please show your member card first.</source>
        <translation>Présentez d&apos;abord votre carte de fidélité.</translation>
    </message>
    <message>
        <source>Please choose one of the amounts. Nothing was charged.</source>
        <translation>Choisissez l&apos;un des montants. Rien n&apos;a été débité.</translation>
    </message>
    <message>
        <source>Please touch Help: a colleague looks at your card.</source>
        <translation>Touchez Aide&#xa0;: notre équipe regardera votre carte.</translation>
    </message>
    <message>
        <source>The terminal has answered. We are completing your payment.</source>
        <translation>Le terminal a répondu. Nous terminons votre paiement.</translation>
    </message>
    <message>
        <source>Please wait. Do not pay again.</source>
        <translation>Veuillez patienter. Ne payez pas à nouveau.</translation>
    </message>
    <message>
        <source>We are asking the terminal whether your payment of {amount} went through. Your basket is kept.</source>
        <translation>Nous demandons au terminal si votre paiement de {amount} a abouti. Votre panier est conservé.</translation>
    </message>
    <message>
        <source>A colleague has to look. Do not pay again.</source>
        <translation>Notre équipe doit vérifier. Ne payez pas à nouveau.</translation>
    </message>
    <message>
        <source>The terminal cannot tell whether your payment of {amount} went through. A colleague will check it with you. Your basket is kept.</source>
        <translation>Le terminal ne peut pas dire si votre paiement de {amount} a abouti. Notre équipe le vérifiera avec vous. Votre panier est conservé.</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Payé</translation>
    </message>
    <message>
        <source>Thank you! Your payment is complete.</source>
        <translation>Merci&#x202f;! Votre paiement est terminé.</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>Rien à payer</translation>
    </message>
    <message>
        <source>Thank you! Your card was not charged.</source>
        <translation>Merci&#x202f;! Votre carte n&apos;a pas été débitée.</translation>
    </message>
    <message>
        <source>Paid with points</source>
        <translation>Payé avec des points</translation>
    </message>
    <message>
        <source>You saved {amount} today</source>
        <translation>Vous avez économisé {amount} aujourd&apos;hui</translation>
    </message>
    <message>
        <source>You earned 1 point</source>
        <translation>Vous avez gagné 1 point</translation>
    </message>
    <message>
        <source>You earned {points} points</source>
        <translation>Vous avez gagné {points} points</translation>
    </message>
    <message>
        <source>Your receipt carries a coupon worth {amount} for your next visit.</source>
        <translation>Votre ticket comporte un bon de {amount} pour votre prochaine visite.</translation>
    </message>
    <message>
        <source>The printer is out of paper.</source>
        <translation>L&apos;imprimante n&apos;a plus de papier.</translation>
    </message>
    <message>
        <source>The printer is open.</source>
        <translation>L&apos;imprimante est ouverte.</translation>
    </message>
    <message>
        <source>The printer&apos;s cutter is stuck.</source>
        <translation>Le massicot de l&apos;imprimante est bloqué.</translation>
    </message>
    <message>
        <source>The printer is not available.</source>
        <translation>L&apos;imprimante n&apos;est pas disponible.</translation>
    </message>
    <message>
        <source>{reason} You can take your receipt as a QR code.</source>
        <translation>{reason} Vous pouvez recevoir votre ticket en QR code.</translation>
    </message>
    <message>
        <source>Would you like a receipt?</source>
        <translation>Souhaitez-vous un ticket&#x202f;?</translation>
    </message>
    <message>
        <source>You have paid {amount}.</source>
        <translation>Vous avez payé {amount}.</translation>
    </message>
    <message>
        <source>Your receipt is printing</source>
        <translation>Votre ticket s&apos;imprime</translation>
    </message>
    <message>
        <source>You have paid {amount}. Please take the paper below.</source>
        <translation>Vous avez payé {amount}. Prenez le papier ci-dessous.</translation>
    </message>
    <message>
        <source>Printing stopped</source>
        <translation>Impression arrêtée</translation>
    </message>
    <message>
        <source>You have paid {amount}. {reason} A colleague is needed; printing then goes on by itself.</source>
        <translation>Vous avez payé {amount}. {reason} Notre équipe doit intervenir&#x202f;; l&apos;impression reprend ensuite seule.</translation>
    </message>
    <message>
        <source>Your receipt is waiting</source>
        <translation>Votre ticket est en attente</translation>
    </message>
    <message>
        <source>You have paid {amount}. {reason} A colleague is needed; your receipt then prints by itself.</source>
        <translation>Vous avez payé {amount}. {reason} Notre équipe doit intervenir&#x202f;; votre ticket s&apos;imprimera ensuite seul.</translation>
    </message>
    <message>
        <source>Your receipt is printed</source>
        <translation>Votre ticket est imprimé</translation>
    </message>
    <message>
        <source>No paper receipt</source>
        <translation>Pas de ticket papier</translation>
    </message>
    <message>
        <source>You have paid {amount}. The receipt could not be printed; take it as a QR code instead.</source>
        <translation>Vous avez payé {amount}. Le ticket n&apos;a pas pu être imprimé&#x202f;; prenez-le en QR code.</translation>
    </message>
    <message>
        <source>Please check the printer</source>
        <translation>Vérifiez l&apos;imprimante</translation>
    </message>
    <message>
        <source>You have paid {amount}. We cannot tell whether your receipt was printed. If it is missing, take it as a QR code.</source>
        <translation>Vous avez payé {amount}. Nous ne savons pas si votre ticket est imprimé. S&apos;il manque, prenez-le en QR code.</translation>
    </message>
    <message>
        <source>Your receipt as a QR code</source>
        <translation>Votre ticket en QR code</translation>
    </message>
    <message>
        <source>You have paid {amount}. Scan the code with your phone to keep it.</source>
        <translation>Vous avez payé {amount}. Scannez le code avec votre téléphone pour le garder.</translation>
    </message>
    <message>
        <source>Thank you for shopping with us!</source>
        <translation>Merci de votre visite&#x202f;!</translation>
    </message>
    <message>
        <source>Please take your shopping and your receipt.</source>
        <translation>N&apos;oubliez pas vos courses et votre ticket.</translation>
    </message>
    <message>
        <source>Please take your shopping.</source>
        <translation>N&apos;oubliez pas vos courses.</translation>
    </message>
    <message>
        <source>Please take your shopping. If your receipt is missing, a colleague can print it again.</source>
        <translation>N&apos;oubliez pas vos courses. S&apos;il vous manque le ticket, notre équipe peut le réimprimer.</translation>
    </message>
    <message>
        <source>Please wait here. Your basket is kept and nothing has been charged.</source>
        <translation>Attendez ici, s&apos;il vous plaît. Votre panier est conservé et rien n&apos;a été débité.</translation>
    </message>
    <message>
        <source>Please wait here. You have paid {amount}; your receipt is safe.</source>
        <translation>Attendez ici, s&apos;il vous plaît. Vous avez payé {amount}&#x202f;; votre ticket est conservé.</translation>
    </message>
    <message>
        <source>Please wait here. We will be with you in a moment.</source>
        <translation>Attendez ici, s&apos;il vous plaît. Nous arrivons dans un instant.</translation>
    </message>
    <message>
        <source>This checkout is closed</source>
        <translation>Cette caisse est fermée</translation>
    </message>
    <message>
        <source>Please use another checkout. We are sorry for the trouble.</source>
        <translation>Veuillez utiliser une autre caisse. Nous sommes désolés de ce désagrément.</translation>
    </message>
    <message>
        <source>This checkout has to pause</source>
        <translation>Cette caisse doit s&apos;interrompre</translation>
    </message>
    <message>
        <source>Nothing was charged and your basket is kept. A colleague will help you.</source>
        <translation>Rien n&apos;a été débité et votre panier est conservé. Notre équipe va vous aider.</translation>
    </message>
    <message>
        <source>This checkout has to pause. Do not pay again.</source>
        <translation>Cette caisse doit s&apos;interrompre. Ne payez pas à nouveau.</translation>
    </message>
    <message>
        <source>We cannot tell yet whether your payment of {amount} went through. A colleague will check it with you.</source>
        <translation>Nous ne savons pas encore si votre paiement de {amount} a abouti. Notre équipe le vérifiera avec vous.</translation>
    </message>
    <message>
        <source>You have paid {amount}. A colleague will help you with the receipt.</source>
        <translation>Vous avez payé {amount}. Notre équipe vous aidera pour le ticket.</translation>
    </message>
    <message>
        <source>A coupon is still being checked. One moment, please; nothing was charged.</source>
        <translation>Un bon est en cours de vérification. Un instant&#x202f;; rien n&apos;a été débité.</translation>
    </message>
    <message>
        <source>Your basket is empty. Scan an item first.</source>
        <translation>Votre panier est vide. Scannez d&apos;abord un article.</translation>
    </message>
    <message>
        <source>Your basket is full. Please touch Help.</source>
        <translation>Votre panier est plein. Touchez Aide.</translation>
    </message>
    <message>
        <source>We are still looking for your best price. One moment, please; nothing was charged.</source>
        <translation>Nous cherchons encore votre meilleur prix. Un instant&#x202f;; rien n&apos;a été débité.</translation>
    </message>
    <message>
        <source>We are still asking for your points. One moment, please; nothing was charged.</source>
        <translation>Nous consultons encore vos points. Un instant&#x202f;; rien n&apos;a été débité.</translation>
    </message>
    <message>
        <source>Show your member card first to pay with points.</source>
        <translation>Présentez d&apos;abord votre carte de fidélité pour payer avec des points.</translation>
    </message>
    <message>
        <source>Points cannot be used for paying here.</source>
        <translation>On ne peut pas payer avec des points ici.</translation>
    </message>
    <message>
        <source>One purchase holds no more of this item.</source>
        <translation>Un achat n&apos;en permet pas davantage.</translation>
    </message>
    <message>
        <source>That is a lot of coupons! Please touch Help.</source>
        <translation>Cela fait beaucoup de bons&#x202f;! Touchez Aide.</translation>
    </message>
    <message>
        <source>This checkout is closed. Please use another one.</source>
        <translation>Cette caisse est fermée. Veuillez en utiliser une autre.</translation>
    </message>
    <message>
        <source>You cannot pay right now.</source>
        <translation>Le paiement n&apos;est pas possible pour l&apos;instant.</translation>
    </message>
    <message>
        <source>The quantity of a weighed item is fixed.</source>
        <translation>La quantité d&apos;un article pesé est fixe.</translation>
    </message>
    <message>
        <source>Each of these has a date of its own. Please scan every one.</source>
        <translation>Chacun de ces articles a sa propre date. Scannez-les un par un.</translation>
    </message>
    <message>
        <source>Please choose a quantity from 1 to 99.</source>
        <translation>Choisissez une quantité de 1 à 99.</translation>
    </message>
    <message>
        <source>The card terminal is not ready. Nothing was charged.</source>
        <translation>Le terminal de paiement n&apos;est pas prêt. Rien n&apos;a été débité.</translation>
    </message>
    <message>
        <source>This purchase cannot be cancelled any more.</source>
        <translation>Cet achat ne peut plus être annulé.</translation>
    </message>
    <message>
        <source>No more copies. Please touch Help.</source>
        <translation>Plus de copies. Touchez Aide.</translation>
    </message>
    <message>
        <source>Please finish weighing first. Nothing was charged.</source>
        <translation>Terminez d&apos;abord la pesée. Rien n&apos;a été débité.</translation>
    </message>
    <message>
        <source>A colleague has to look first and is on the way. Nothing was charged.</source>
        <translation>Notre équipe doit d&apos;abord regarder et arrive. Rien n&apos;a été débité.</translation>
    </message>
    <message>
        <source>That is not possible right now.</source>
        <translation>Ce n&apos;est pas possible pour l&apos;instant.</translation>
    </message>
    <message>
        <source>This is not a product code</source>
        <translation>Ce n&apos;est pas un code d&apos;article</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Look for the striped barcode on the pack.</source>
        <translation>Rien n&apos;a été ajouté au panier. Cherchez le code-barres à rayures sur l&apos;emballage.</translation>
    </message>
    <message>
        <source>This coupon cannot be used</source>
        <translation>Ce bon ne peut pas être utilisé</translation>
    </message>
    <message>
        <source>This coupon does not fit your basket</source>
        <translation>Ce bon ne correspond pas à votre panier</translation>
    </message>
    <message>
        <source>A colleague has to look at this coupon</source>
        <translation>Notre équipe doit regarder ce bon</translation>
    </message>
    <message>
        <source>It saves nothing yet. Touch Help, or go on without it; the coupon is still yours.</source>
        <translation>Il ne donne pas encore de remise. Touchez Aide, ou continuez sans lui&#x202f;; le bon reste à vous.</translation>
    </message>
    <message>
        <source>This code is from a while ago</source>
        <translation>Ce code date d&apos;il y a un moment</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Show the code on your phone now. If it stays so, set the phone&apos;s clock.</source>
        <translation>Votre panier est inchangé. Présentez le code affiché maintenant sur votre téléphone. Si cela persiste, réglez son horloge.</translation>
    </message>
    <message>
        <source>This code no longer counts</source>
        <translation>Ce code n&apos;est plus valable</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Open the page on your phone again and show the new code.</source>
        <translation>Votre panier est inchangé. Rouvrez la page sur votre téléphone et présentez le nouveau code.</translation>
    </message>
    <message>
        <source>This code does not count here</source>
        <translation>Ce code n&apos;est pas valable ici</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Go on without member prices, or touch Help.</source>
        <translation>Votre panier est inchangé. Continuez sans les prix fidélité, ou touchez Aide.</translation>
    </message>
    <message>
        <source>This basket has changed</source>
        <translation>Ce panier a changé</translation>
    </message>
    <message>
        <source>Nothing was added. Touch Pay on your phone again and show the new code.</source>
        <translation>Rien n&apos;a été ajouté. Touchez de nouveau Payer sur votre téléphone et présentez le nouveau code.</translation>
    </message>
    <message>
        <source>It could not be weighed</source>
        <translation>La pesée n&apos;a pas réussi</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Lay it on the scale alone and scan it again, or touch Help.</source>
        <translation>Rien n&apos;a été ajouté au panier. Posez l&apos;article seul sur la balance et scannez-le à nouveau, ou touchez Aide.</translation>
    </message>
    <message>
        <source>We don&apos;t know this item</source>
        <translation>Nous ne connaissons pas cet article</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Try another barcode on the pack, or touch Help.</source>
        <translation>Rien n&apos;a été ajouté au panier. Essayez un autre code-barres de l&apos;emballage, ou touchez Aide.</translation>
    </message>
    <message>
        <source>We couldn&apos;t read this code</source>
        <translation>Nous n&apos;avons pas pu lire ce code</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Smooth the pack, hold it still and try again.</source>
        <translation>Rien n&apos;a été ajouté au panier. Lissez l&apos;emballage, tenez-le immobile et réessayez.</translation>
    </message>
    <message>
        <source>This item has to be weighed</source>
        <translation>Cet article doit être pesé</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Touch Help; a colleague will weigh it for you.</source>
        <translation>Rien n&apos;a été ajouté au panier. Touchez Aide&#x202f;; notre équipe le pèsera pour vous.</translation>
    </message>
    <message>
        <source>This is for paying</source>
        <translation>Ceci sert à payer</translation>
    </message>
    <message>
        <source>Nothing was charged. Scan everything first, touch Pay, and then show it again.</source>
        <translation>Rien n&apos;a été débité. Scannez d&apos;abord tous vos articles, touchez Payer, puis présentez-le à nouveau.</translation>
    </message>
    <message>
        <source>No more of this item in one purchase</source>
        <translation>Quantité maximale pour un achat</translation>
    </message>
    <message>
        <source>You have as many as one purchase may hold. This one was not added; please leave it here.</source>
        <translation>Vous avez déjà le maximum permis par achat. Celui-ci n&apos;a pas été ajouté&#x202f;; veuillez le laisser ici.</translation>
    </message>
    <message>
        <source>We don&apos;t know this card or number</source>
        <translation>Nous ne connaissons pas cette carte ou ce numéro</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Check the number and try again, or go on without member prices.</source>
        <translation>Votre panier est inchangé. Vérifiez le numéro et réessayez, ou continuez sans les prix fidélité.</translation>
    </message>
    <message>
        <source>Your phone&apos;s clock is fast</source>
        <translation>L&apos;horloge de votre téléphone avance</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Set the clock and show the code again.</source>
        <translation>Votre panier est inchangé. Réglez l&apos;heure et présentez le code à nouveau.</translation>
    </message>
    <message>
        <source>This code was just used elsewhere</source>
        <translation>Ce code vient de servir ailleurs</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Wait for the next code and show it.</source>
        <translation>Votre panier est inchangé. Attendez le code suivant et présentez-le.</translation>
    </message>
    <message>
        <source>This code is for another of our shops</source>
        <translation>Ce code est pour un autre de nos magasins</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Open the page of this shop on your phone and show its code.</source>
        <translation>Votre panier est inchangé. Ouvrez la page de ce magasin sur votre téléphone et présentez son code.</translation>
    </message>
    <message>
        <source>Too many wrong numbers</source>
        <translation>Trop de numéros erronés</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Show the code on your phone, or go on without member prices.</source>
        <translation>Votre panier est inchangé. Présentez le code de votre téléphone, ou continuez sans les prix fidélité.</translation>
    </message>
    <message>
        <source>We don&apos;t know this member yet</source>
        <translation>Nous ne connaissons pas encore cette carte</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Whoever has just joined is known here with the next purchase.</source>
        <translation>Votre panier est inchangé. Une nouvelle carte est reconnue ici dès l&apos;achat suivant.</translation>
    </message>
    <message>
        <source>Another lane has this basket</source>
        <translation>Ce panier est à une autre caisse</translation>
    </message>
    <message>
        <source>Nothing was added here. Please pay there, or touch Help.</source>
        <translation>Rien n&apos;a été ajouté ici. Veuillez payer là-bas, ou touchez Aide.</translation>
    </message>
    <message>
        <source>This basket is paid</source>
        <translation>Ce panier est payé</translation>
    </message>
    <message>
        <source>Nothing was added. Your receipt is on your phone.</source>
        <translation>Rien n&apos;a été ajouté. Votre ticket est sur votre téléphone.</translation>
    </message>
    <message>
        <source>There are goods on this screen already</source>
        <translation>Il y a déjà des articles sur cet écran</translation>
    </message>
    <message>
        <source>The basket of your phone was not added; it is still yours. Pay these first, or take them out.</source>
        <translation>Le panier de votre téléphone n&apos;a pas été ajouté&#x202f;; il reste à vous. Payez d&apos;abord ces articles, ou retirez-les.</translation>
    </message>
    <message>
        <source>Baskets of phones cannot be fetched now</source>
        <translation>Les paniers des téléphones sont indisponibles</translation>
    </message>
    <message>
        <source>Nothing was added; your basket is still on your phone. Show it again, or scan your items here.</source>
        <translation>Rien n&apos;a été ajouté&#x202f;; votre panier est toujours sur votre téléphone. Présentez-le à nouveau, ou scannez vos articles ici.</translation>
    </message>
    <message>
        <source>This coupon has expired</source>
        <translation>Ce bon est périmé</translation>
    </message>
    <message>
        <source>It saves nothing today. Your basket is unchanged.</source>
        <translation>Il ne donne pas de remise aujourd&apos;hui. Votre panier est inchangé.</translation>
    </message>
    <message>
        <source>This coupon is not valid yet</source>
        <translation>Ce bon n&apos;est pas encore valable</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Please keep it for your next visit.</source>
        <translation>Votre panier est inchangé. Gardez-le pour votre prochaine visite.</translation>
    </message>
    <message>
        <source>This coupon is for another country</source>
        <translation>Ce bon est pour un autre pays</translation>
    </message>
    <message>
        <source>We cannot take it here. Your basket is unchanged.</source>
        <translation>Nous ne pouvons pas l&apos;accepter ici. Votre panier est inchangé.</translation>
    </message>
    <message>
        <source>This coupon is for another shop</source>
        <translation>Ce bon est pour un autre magasin</translation>
    </message>
    <message>
        <source>This coupon could not be checked</source>
        <translation>Ce bon n&apos;a pas pu être vérifié</translation>
    </message>
    <message>
        <source>It saves nothing now and was not used up. Please keep it for next time.</source>
        <translation>Il ne donne pas de remise pour l&apos;instant et n&apos;a pas été utilisé. Gardez-le pour la prochaine fois.</translation>
    </message>
    <message>
        <source>The goods it is for are not in your basket. Scan them first, then the coupon.</source>
        <translation>Les articles concernés ne sont pas dans votre panier. Scannez-les d&apos;abord, puis le bon.</translation>
    </message>
    <message>
        <source>It has no value here. Your basket is unchanged.</source>
        <translation>Il n&apos;a pas de valeur ici. Votre panier est inchangé.</translation>
    </message>
    <message>
        <source>This coupon is in use at another checkout</source>
        <translation>Ce bon est en cours d&apos;utilisation à une autre caisse</translation>
    </message>
    <message>
        <source>A coupon counts once. If it is yours and unused, touch Help; we will sort it out.</source>
        <translation>Un bon ne compte qu&apos;une fois. S&apos;il est à vous et n&apos;a pas servi, touchez Aide&#x202f;; nous réglerons cela.</translation>
    </message>
    <message>
        <source>This coupon was used before</source>
        <translation>Ce bon a déjà servi</translation>
    </message>
    <message>
        <source>A coupon counts once. Your basket is unchanged.</source>
        <translation>Un bon ne compte qu&apos;une fois. Votre panier est inchangé.</translation>
    </message>
    <message>
        <source>We couldn&apos;t read this coupon</source>
        <translation>Nous n&apos;avons pas pu lire ce bon</translation>
    </message>
    <message>
        <source>It saves nothing yet. Smooth it, hold it still and try again, or type its number.</source>
        <translation>Il ne donne pas encore de remise. Lissez-le, tenez-le immobile et réessayez, ou saisissez son numéro.</translation>
    </message>
    <message>
        <source>This coupon is already in your basket</source>
        <translation>Ce bon est déjà dans votre panier</translation>
    </message>
    <message>
        <source>It counts once; nothing has changed.</source>
        <translation>Il compte une fois&#x202f;; rien n&apos;a changé.</translation>
    </message>
    <message>
        <source>It is no longer taken. Your basket is unchanged; touch Help if you have a question.</source>
        <translation>Il n&apos;est plus accepté. Votre panier est inchangé&#x202f;; touchez Aide si vous avez une question.</translation>
    </message>
    <message>
        <source>This coupon cannot be checked right now</source>
        <translation>Ce bon ne peut pas être vérifié pour l&apos;instant</translation>
    </message>
    <message>
        <source>It was not used up. Try again in a moment, or keep it for your next visit.</source>
        <translation>Il n&apos;a pas été utilisé. Réessayez dans un instant, ou gardez-le pour votre prochaine visite.</translation>
    </message>
    <message>
        <source>It was not used up. Please keep it for your next visit, or touch Help.</source>
        <translation>Il n&apos;a pas été utilisé. Gardez-le pour votre prochaine visite, ou touchez Aide.</translation>
    </message>
    <message>
        <source>This code does not work here</source>
        <translation>Ce code ne fonctionne pas ici</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Try another code, or touch Help.</source>
        <translation>Votre panier est inchangé. Essayez un autre code, ou touchez Aide.</translation>
    </message>
    <message>
        <source>Being checked …</source>
        <translation>Vérification …</translation>
    </message>
    <message>
        <source>Add 1 more of its goods and it counts</source>
        <translation>Encore 1 article concerné et il compte</translation>
    </message>
    <message>
        <source>Add {count} more of its goods and it counts</source>
        <translation>Encore {count} articles concernés et il compte</translation>
    </message>
    <message>
        <source>It counts once your goods cost {amount} more</source>
        <translation>Il compte dès {amount} d&apos;achats de plus</translation>
    </message>
    <message>
        <source>The goods it is for are not in your basket yet</source>
        <translation>Les articles concernés ne sont pas encore dans votre panier</translation>
    </message>
    <message>
        <source>Another offer saves you more; this coupon stays yours</source>
        <translation>Une autre offre est plus avantageuse&#x202f;; ce bon reste à vous</translation>
    </message>
    <message>
        <source>It does not count at this time</source>
        <translation>Il ne compte pas à cette heure</translation>
    </message>
    <message>
        <source>All of these coupons have been used; it saves nothing any more</source>
        <translation>Tous ces bons ont été utilisés&#x202f;; il ne donne plus de remise</translation>
    </message>
    <message>
        <source>For members: show your card or type your number</source>
        <translation>Avec la carte de fidélité&#xa0;: présentez-la ou saisissez votre numéro</translation>
    </message>
    <message>
        <source>You have already used it today; it counts again tomorrow</source>
        <translation>Vous l&apos;avez déjà utilisé aujourd&apos;hui&#x202f;; il compte à nouveau demain</translation>
    </message>
    <message>
        <source>You have already used it; it saves nothing any more</source>
        <translation>Vous l&apos;avez déjà utilisé&#x202f;; il ne donne plus de remise</translation>
    </message>
    <message>
        <source>A colleague has to look at it: touch Help</source>
        <translation>Notre équipe doit le regarder&#xa0;: touchez Aide</translation>
    </message>
    <message>
        <source>We do not know its goods: touch Help</source>
        <translation>Nous ne connaissons pas ses articles&#xa0;: touchez Aide</translation>
    </message>
    <message>
        <source>It saves nothing in this basket</source>
        <translation>Il ne donne pas de remise dans ce panier</translation>
    </message>
    <message>
        <source>Your points cannot be used right now. They stay yours.</source>
        <translation>Vos points ne sont pas utilisables pour l&apos;instant. Ils restent à vous.</translation>
    </message>
    <message>
        <source>Your points are in use at another checkout. They stay yours.</source>
        <translation>Vos points sont en cours d&apos;utilisation à une autre caisse. Ils restent à vous.</translation>
    </message>
    <message>
        <source>You have too few points to pay with. They stay yours.</source>
        <translation>Vous avez trop peu de points pour payer. Ils restent à vous.</translation>
    </message>
    <message>
        <source>Your points cannot be used for this purchase. They stay yours.</source>
        <translation>Vos points ne sont pas utilisables pour cet achat. Ils restent à vous.</translation>
    </message>
    <message>
        <source>Receipt {number} of checkout {lane}</source>
        <translation>Ticket {number} de la caisse {lane}</translation>
    </message>
    <message>
        <source>{left} of {sold} can come back</source>
        <translation>{left} sur {sold} peuvent être rendus</translation>
    </message>
    <message>
        <source>Came back already</source>
        <translation>Déjà rendu</translation>
    </message>
    <message>
        <source>Code on the receipt</source>
        <translation>Code sur le ticket</translation>
    </message>
    <message>
        <source>Hold the receipt to the camera, or type the last characters of its code</source>
        <translation>Présentez le ticket à la caméra, ou saisissez les derniers caractères de son code</translation>
    </message>
    <message>
        <source>Not while training</source>
        <translation>Pas pendant la formation</translation>
    </message>
    <message>
        <source>Which part was given back by hand?</source>
        <translation>Quelle part a été rendue à la main&#x202f;?</translation>
    </message>
    <message>
        <source>Why does it come back?</source>
        <translation>Pourquoi ce retour&#x202f;?</translation>
    </message>
    <message>
        <source>{amount} goes back</source>
        <translation>{amount} à rendre</translation>
    </message>
    <message>
        <source>Give nothing more back?</source>
        <translation>Ne plus rien rendre&#x202f;?</translation>
    </message>
    <message>
        <source>{given} has gone back. {left} does not go back.</source>
        <translation>{given} a été rendu. {left} ne sera pas rendu.</translation>
    </message>
    <message>
        <source>Give nothing more back</source>
        <translation>Ne plus rien rendre</translation>
    </message>
    <message>
        <source>Go on giving back</source>
        <translation>Continuer à rendre</translation>
    </message>
    <message>
        <source>Asking the store service</source>
        <translation>Interrogation du service du magasin</translation>
    </message>
    <message>
        <source>It makes sure that nobody else gives the same back. No money has moved.</source>
        <translation>Il s&apos;assure que personne d&apos;autre ne rend la même chose. Aucun mouvement d&apos;argent.</translation>
    </message>
    <message>
        <source>{amount} goes back to the card</source>
        <translation>{amount} revient sur la carte</translation>
    </message>
    <message>
        <source>Follow the card terminal with the shopper. It has gone back only when it says so here.</source>
        <translation>Suivez le terminal avec le client. L&apos;argent n&apos;est rendu que lorsque cet écran l&apos;indique.</translation>
    </message>
    <message>
        <source>{amount} goes back to the phone</source>
        <translation>{amount} revient sur le téléphone</translation>
    </message>
    <message>
        <source>Please wait. The shopper has nothing to do.</source>
        <translation>Veuillez patienter. Le client n&apos;a rien à faire.</translation>
    </message>
    <message>
        <source>Asking whether {amount} has gone back</source>
        <translation>Vérification du remboursement de {amount}</translation>
    </message>
    <message>
        <source>The answer did not come. Do not give it back another way until it is known.</source>
        <translation>La réponse n&apos;est pas venue. Ne rendez pas autrement avant de savoir.</translation>
    </message>
    <message>
        <source>Nobody can prove whether {amount} has gone back</source>
        <translation>Personne ne peut prouver que {amount} a été rendu</translation>
    </message>
    <message>
        <source>Look it up at the card terminal, or ask the wallet. Then a manager approves what waits: reversed, if it has gone back; paid, if it has not. Until then give nothing back another way.</source>
        <translation>Vérifiez au terminal de paiement ou auprès du portefeuille. Un responsable approuve ensuite ce qui attend&#xa0;: annulé si c&apos;est rendu, payé sinon. D&apos;ici là, ne rendez rien autrement.</translation>
    </message>
    <message>
        <source>{amount} did not go back</source>
        <translation>{amount} n&apos;a pas été rendu</translation>
    </message>
    <message>
        <source>This part did not move. Try again, let a manager give it back by hand, or give nothing more back.</source>
        <translation>Rien n&apos;a été versé pour cette part. Réessayez, faites rendre à la main par un responsable, ou ne rendez plus rien.</translation>
    </message>
    <message>
        <source>{amount} has gone back</source>
        <translation>{amount} a été rendu</translation>
    </message>
    <message>
        <source>All of it. Give the shopper the slip.</source>
        <translation>En totalité. Donnez le bordereau au client.</translation>
    </message>
    <message>
        <source>The rest did not. The slip says so; give it to the shopper.</source>
        <translation>Pas le reste. Le bordereau le dit&#x202f;; donnez-le au client.</translation>
    </message>
    <message>
        <source>Has gone back</source>
        <translation>Rendu</translation>
    </message>
    <message>
        <source>Goes back now</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Did not go back</source>
        <translation>Non rendu</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Pas encore connu</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Does not go back</source>
        <translation>Ne sera pas rendu</translation>
    </message>
    <message>
        <source>No money has moved. Choose other goods, or stop.</source>
        <translation>Aucun mouvement d&apos;argent. Choisissez d&apos;autres articles, ou arrêtez.</translation>
    </message>
    <message>
        <source>Another checkout takes some of it back</source>
        <translation>Une autre caisse en reprend une partie</translation>
    </message>
    <message>
        <source>Some of it came back in the meantime</source>
        <translation>Une partie a été reprise entre-temps</translation>
    </message>
    <message>
        <source>The store service does not know this sale</source>
        <translation>Le service du magasin ne connaît pas cette vente</translation>
    </message>
    <message>
        <source>No link to the store service</source>
        <translation>Pas de liaison avec le service du magasin</translation>
    </message>
    <message>
        <source>No money has moved: without it nothing goes back. Try again in a moment, or stop.</source>
        <translation>Aucun mouvement d&apos;argent&#xa0;: sans elle rien n&apos;est rendu. Réessayez dans un instant, ou arrêtez.</translation>
    </message>
    <message>
        <source>The store service says no</source>
        <translation>Le service du magasin refuse</translation>
    </message>
    <message>
        <source>Goods come back</source>
        <translation>Retour d&apos;articles</translation>
    </message>
    <message>
        <source>A colleague takes them back with you. No money has moved yet.</source>
        <translation>Notre équipe les reprend avec vous. Aucun mouvement d&apos;argent pour l&apos;instant.</translation>
    </message>
    <message>
        <source>Not everything has gone back</source>
        <translation>Tout n&apos;a pas été rendu</translation>
    </message>
    <message>
        <source>A colleague goes on with you. What has gone back stands here.</source>
        <translation>Notre équipe continue avec vous. Ce qui vous est rendu s&apos;affiche ici.</translation>
    </message>
    <message>
        <source>We are asking whether {amount} has gone back to you. Please wait here.</source>
        <translation>Nous vérifions si {amount} vous a été rendu. Attendez ici, s&apos;il vous plaît.</translation>
    </message>
    <message>
        <source>We cannot tell whether {amount} has gone back to you. A colleague will check it with you.</source>
        <translation>Nous ne savons pas si {amount} vous a été rendu. Notre équipe le vérifiera avec vous.</translation>
    </message>
    <message>
        <source>Please wait here. {amount} has gone back to you so far.</source>
        <translation>Attendez ici, s&apos;il vous plaît. {amount} vous a été rendu jusqu&apos;ici.</translation>
    </message>
    <message>
        <source>{amount} has gone back to you so far. A colleague will go on with you.</source>
        <translation>{amount} vous a été rendu jusqu&apos;ici. Notre équipe continuera avec vous.</translation>
    </message>
    <message>
        <source>{amount} has gone back to you.</source>
        <translation>{amount} vous a été rendu.</translation>
    </message>
    <message>
        <source>Would you like a slip?</source>
        <translation>Souhaitez-vous un bordereau&#x202f;?</translation>
    </message>
    <message>
        <source>Your slip is printing</source>
        <translation>Votre bordereau s&apos;imprime</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. Please take the paper below.</source>
        <translation>{amount} vous a été rendu. Prenez le papier ci-dessous.</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. {reason} A colleague is needed; printing then goes on by itself.</source>
        <translation>{amount} vous a été rendu. {reason} Notre équipe doit intervenir&#x202f;; l&apos;impression reprend ensuite seule.</translation>
    </message>
    <message>
        <source>Your slip is waiting</source>
        <translation>Votre bordereau est en attente</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. {reason} A colleague is needed; your slip then prints by itself.</source>
        <translation>{amount} vous a été rendu. {reason} Notre équipe doit intervenir&#x202f;; votre bordereau s&apos;imprimera ensuite seul.</translation>
    </message>
    <message>
        <source>Your slip is printed</source>
        <translation>Votre bordereau est imprimé</translation>
    </message>
    <message>
        <source>No paper slip</source>
        <translation>Pas de bordereau papier</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. The slip could not be printed; take it as a QR code instead.</source>
        <translation>{amount} vous a été rendu. Le bordereau n&apos;a pas pu être imprimé&#x202f;; prenez-le en QR code.</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. We cannot tell whether your slip was printed. If it is missing, take it as a QR code.</source>
        <translation>{amount} vous a été rendu. Nous ne savons pas si votre bordereau est imprimé. S&apos;il manque, prenez-le en QR code.</translation>
    </message>
    <message>
        <source>Your slip as a QR code</source>
        <translation>Votre bordereau en QR code</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. Scan the code with your phone to keep it.</source>
        <translation>{amount} vous a été rendu. Scannez le code avec votre téléphone pour le garder.</translation>
    </message>
    <message>
        <source>Thank you for coming by!</source>
        <translation>Merci de votre passage&#x202f;!</translation>
    </message>
    <message>
        <source>For members</source>
        <translation>Prix fidélité</translation>
    </message>
    <message>
        <source>Only today</source>
        <translation>Aujourd&apos;hui seulement</translation>
    </message>
    <message>
        <source>{amount} per kg</source>
        <translation>{amount} le kg</translation>
    </message>
    <message>
        <source>Not within your rights. Ask a manager to scan their badge.</source>
        <translation>Hors de vos droits. Un responsable doit scanner son badge.</translation>
    </message>
    <message>
        <source>This can only be decided at the lane.</source>
        <translation>Cela ne se décide qu&apos;à la caisse.</translation>
    </message>
    <message>
        <source>This is over already. Nothing more to decide.</source>
        <translation>C&apos;est déjà réglé. Plus rien à décider.</translation>
    </message>
    <message>
        <source>You are signed out. Scan your badge again.</source>
        <translation>Vous êtes déconnecté. Scannez à nouveau votre badge.</translation>
    </message>
    <message>
        <source>A colleague was first. Nothing more to decide.</source>
        <translation>Un collègue a été plus rapide. Plus rien à décider.</translation>
    </message>
    <message>
        <source>Please choose one of the reasons.</source>
        <translation>Choisissez l&apos;un des motifs.</translation>
    </message>
    <message>
        <source>Please choose a reason.</source>
        <translation>Choisissez un motif.</translation>
    </message>
    <message>
        <source>It has grown since you looked. Please look again, then decide.</source>
        <translation>Cela a augmenté entre-temps. Regardez à nouveau, puis décidez.</translation>
    </message>
    <message>
        <source>That is not enough for this item. Check again.</source>
        <translation>Cela ne suffit pas pour cet article. Vérifiez à nouveau.</translation>
    </message>
    <message>
        <source>This cannot be refused. Put it right, then approve it.</source>
        <translation>Cela ne peut pas être refusé. Corrigez, puis acceptez.</translation>
    </message>
    <message>
        <source>It was refused. Take the item off, or wait until it is gone.</source>
        <translation>C&apos;est refusé. Retirez l&apos;article, ou attendez qu&apos;il soit parti.</translation>
    </message>
    <message>
        <source>Too much is open here. Decide what waits first, or suspend the basket.</source>
        <translation>Trop de choses en attente. Traitez-les d&apos;abord, ou suspendez le panier.</translation>
    </message>
    <message>
        <source>An attendant&apos;s badge is needed. Please scan it.</source>
        <translation>Il faut le badge d&apos;un hôte de caisse. Veuillez le scanner.</translation>
    </message>
    <message>
        <source>Beyond your limit. Ask a manager to scan their badge, or choose a smaller amount.</source>
        <translation>Au-delà de votre limite. Un responsable doit scanner son badge, ou choisissez un montant plus petit.</translation>
    </message>
    <message>
        <source>Only support may do this. Please call support.</source>
        <translation>Réservé à l&apos;assistance technique. Appelez-la.</translation>
    </message>
    <message>
        <source>Beyond every limit. Choose a smaller amount.</source>
        <translation>Au-delà de toute limite. Choisissez un montant plus petit.</translation>
    </message>
    <message>
        <source>Nobody unlocks themselves. Ask another manager to scan their badge.</source>
        <translation>Personne ne se débloque soi-même. Un autre responsable doit scanner son badge.</translation>
    </message>
    <message>
        <source>No such date of birth. Type eight digits, day first.</source>
        <translation>Cette date n&apos;existe pas. Saisissez huit chiffres, le jour d&apos;abord.</translation>
    </message>
    <message>
        <source>Too young for this item. Refuse it; it is then taken off.</source>
        <translation>Trop jeune pour cet article. Refusez&#x202f;; il sera alors retiré.</translation>
    </message>
    <message>
        <source>Please type a price above zero.</source>
        <translation>Saisissez un prix supérieur à zéro.</translation>
    </message>
    <message>
        <source>Please type 1 to 99 percent, of goods that cost something.</source>
        <translation>Saisissez 1 à 99&#xa0;%, pour des articles payants.</translation>
    </message>
    <message>
        <source>This purchase has its discount already. Change the price of a line instead.</source>
        <translation>Cet achat a déjà sa remise. Changez plutôt le prix d&apos;une ligne.</translation>
    </message>
    <message>
        <source>Not while it is being paid, or without a basket. Try again after it.</source>
        <translation>Pas pendant le paiement ni sans panier. Réessayez ensuite.</translation>
    </message>
    <message>
        <source>A purchase is under way. Finish, suspend or cancel it first.</source>
        <translation>Un achat est en cours. Terminez-le, suspendez-le ou annulez-le d&apos;abord.</translation>
    </message>
    <message>
        <source>There is a basket here. Finish or suspend it first.</source>
        <translation>Il y a un panier ici. Terminez-le ou suspendez-le d&apos;abord.</translation>
    </message>
    <message>
        <source>No such basket is suspended. Check the code on the slip.</source>
        <translation>Aucun panier suspendu sous ce code. Vérifiez le code du bordereau.</translation>
    </message>
    <message>
        <source>This basket goes on at another lane already.</source>
        <translation>Ce panier continue déjà à une autre caisse.</translation>
    </message>
    <message>
        <source>No link to the store service. Try again in a moment.</source>
        <translation>Pas de liaison avec le service du magasin. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>No receipt here just now. It can be printed again until the next shopper starts.</source>
        <translation>Pas de ticket ici pour l&apos;instant. Il est réimprimable jusqu&apos;au client suivant.</translation>
    </message>
    <message>
        <source>No sale with this receipt. Check its number.</source>
        <translation>Aucune vente avec ce ticket. Vérifiez son numéro.</translation>
    </message>
    <message>
        <source>Everything of this receipt came back already. No money has moved.</source>
        <translation>Tout ce ticket a déjà été repris. Aucun mouvement d&apos;argent.</translation>
    </message>
    <message>
        <source>Another checkout takes goods of this receipt back just now. No money has moved.</source>
        <translation>Une autre caisse reprend justement des articles de ce ticket. Aucun mouvement d&apos;argent.</translation>
    </message>
    <message>
        <source>Nothing of it can come back. Choose other goods.</source>
        <translation>Rien ne peut en être repris. Choisissez d&apos;autres articles.</translation>
    </message>
    <message>
        <source>Sign in first; nothing was given back.</source>
        <translation>Connectez-vous d&apos;abord&#x202f;; rien n&apos;a été rendu.</translation>
    </message>
    <message>
        <source>The printer is not ready. Check paper and cover.</source>
        <translation>L&apos;imprimante n&apos;est pas prête. Vérifiez papier et capot.</translation>
    </message>
    <message>
        <source>Decide the payment in the list of what waits, after reading the terminal.</source>
        <translation>Traitez le paiement dans la liste d&apos;attente, après lecture du terminal.</translation>
    </message>
    <message>
        <source>Unexpected item in bagging area</source>
        <translation>Article inattendu dans la zone d&apos;ensachage</translation>
    </message>
    <message>
        <source>Place item in bagging area</source>
        <translation>Article à poser dans la zone d&apos;ensachage</translation>
    </message>
    <message>
        <source>Weight mismatch</source>
        <translation>Poids différent</translation>
    </message>
    <message>
        <source>Item removed from bagging area</source>
        <translation>Article retiré de la zone d&apos;ensachage</translation>
    </message>
    <message>
        <source>Item shuffling</source>
        <translation>Articles déplacés</translation>
    </message>
    <message>
        <source>Skip bagging</source>
        <translation>Sans ensachage</translation>
    </message>
    <message>
        <source>Own bag</source>
        <translation>Sac personnel</translation>
    </message>
    <message>
        <source>Bagging area full</source>
        <translation>Zone d&apos;ensachage pleine</translation>
    </message>
    <message>
        <source>Scale fault or not at zero</source>
        <translation>Balance en panne ou pas à zéro</translation>
    </message>
    <message>
        <source>Item not on file</source>
        <translation>Article inconnu</translation>
    </message>
    <message>
        <source>Code will not read</source>
        <translation>Code illisible</translation>
    </message>
    <message>
        <source>Price required</source>
        <translation>Prix à saisir</translation>
    </message>
    <message>
        <source>Quantity over limit</source>
        <translation>Quantité au-delà de la limite</translation>
    </message>
    <message>
        <source>Not for sale, recalled or stopped</source>
        <translation>Non vendable, rappelé ou bloqué</translation>
    </message>
    <message>
        <source>Expired unit</source>
        <translation>Article périmé</translation>
    </message>
    <message>
        <source>Age check</source>
        <translation>Contrôle d&apos;âge</translation>
    </message>
    <message>
        <source>Time-restricted sale</source>
        <translation>Vente limitée dans le temps</translation>
    </message>
    <message>
        <source>Medicine or other regulated quantity</source>
        <translation>Médicament ou quantité réglementée</translation>
    </message>
    <message>
        <source>Security-tagged or locked item</source>
        <translation>Article avec antivol ou sous clé</translation>
    </message>
    <message>
        <source>Serial number or warranty item</source>
        <translation>Numéro de série ou garantie</translation>
    </message>
    <message>
        <source>Produce check</source>
        <translation>Contrôle fruits et légumes</translation>
    </message>
    <message>
        <source>Coupon check</source>
        <translation>Contrôle de bon</translation>
    </message>
    <message>
        <source>Coupon to be handed in</source>
        <translation>Bon à remettre</translation>
    </message>
    <message>
        <source>Reduced label check</source>
        <translation>Contrôle d&apos;étiquette réduite</translation>
    </message>
    <message>
        <source>Discount that needs authority</source>
        <translation>Remise à autoriser</translation>
    </message>
    <message>
        <source>Help request</source>
        <translation>Demande d&apos;aide</translation>
    </message>
    <message>
        <source>Many or dear items taken off</source>
        <translation>Articles nombreux ou chers retirés</translation>
    </message>
    <message>
        <source>Purchase given up with items bagged</source>
        <translation>Achat abandonné, articles ensachés</translation>
    </message>
    <message>
        <source>Basket or value limit</source>
        <translation>Limite de panier ou de valeur</translation>
    </message>
    <message>
        <source>Idle or abandoned</source>
        <translation>Inactif ou abandonné</translation>
    </message>
    <message>
        <source>Walked away unpaid</source>
        <translation>Parti sans payer</translation>
    </message>
    <message>
        <source>Audit: partial or full re-scan</source>
        <translation>Contrôle&#xa0;: nouveau scan partiel ou complet</translation>
    </message>
    <message>
        <source>Vision alert</source>
        <translation>Alerte de la caméra</translation>
    </message>
    <message>
        <source>Exceptions over threshold</source>
        <translation>Trop d&apos;exceptions</translation>
    </message>
    <message>
        <source>Payment declined, retry limit</source>
        <translation>Paiement refusé, limite d&apos;essais</translation>
    </message>
    <message>
        <source>Payment outcome unknown</source>
        <translation>Issue du paiement inconnue</translation>
    </message>
    <message>
        <source>Signature or identity check</source>
        <translation>Contrôle de signature ou d&apos;identité</translation>
    </message>
    <message>
        <source>Partly paid</source>
        <translation>Payé en partie</translation>
    </message>
    <message>
        <source>Cash device fault</source>
        <translation>Panne du monnayeur</translation>
    </message>
    <message>
        <source>Offline over the floor limit</source>
        <translation>Hors ligne au-delà du plafond</translation>
    </message>
    <message>
        <source>Receipt paper low, out, or cover open</source>
        <translation>Papier bas, épuisé ou capot ouvert</translation>
    </message>
    <message>
        <source>Device offline</source>
        <translation>Appareil hors ligne</translation>
    </message>
    <message>
        <source>Data stale or service offline</source>
        <translation>Données anciennes ou service hors ligne</translation>
    </message>
    <message>
        <source>Lane closed or paused</source>
        <translation>Caisse fermée ou en pause</translation>
    </message>
    <message>
        <source>Exit gate refused</source>
        <translation>Portique de sortie refusé</translation>
    </message>
    <message>
        <source>Pick-up hand-over check</source>
        <translation>Contrôle de remise de commande</translation>
    </message>
    <message>
        <source>Attendant</source>
        <translation>Hôte de caisse</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Assistance</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Remise</translation>
    </message>
    <message>
        <source>Discount on all</source>
        <translation>Remise sur tout</translation>
    </message>
    <message>
        <source>Weight on file is wrong</source>
        <translation>Poids enregistré faux</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Resume a basket</source>
        <translation>Reprendre un panier</translation>
    </message>
    <message>
        <source>Cancel purchase</source>
        <translation>Annuler l&apos;achat</translation>
    </message>
    <message>
        <source>Print receipt again</source>
        <translation>Réimprimer le ticket</translation>
    </message>
    <message>
        <source>Open drawer</source>
        <translation>Ouvrir le tiroir</translation>
    </message>
    <message>
        <source>Take goods back</source>
        <translation>Reprise d&apos;articles</translation>
    </message>
    <message>
        <source>Money given back by hand</source>
        <translation>Argent rendu à la main</translation>
    </message>
    <message>
        <source>Message to shopper</source>
        <translation>Message au client</translation>
    </message>
    <message>
        <source>Close lane</source>
        <translation>Fermer la caisse</translation>
    </message>
    <message>
        <source>Open lane</source>
        <translation>Ouvrir la caisse</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Restart program</source>
        <translation>Redémarrer le programme</translation>
    </message>
    <message>
        <source>Settle payment</source>
        <translation>Régler le paiement</translation>
    </message>
    <message>
        <source>Begin training</source>
        <translation>Commencer la formation</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>Clôturer la journée</translation>
    </message>
    <message>
        <source>Unlock a colleague</source>
        <translation>Débloquer un collègue</translation>
    </message>
    <message>
        <source>End training</source>
        <translation>Terminer la formation</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Caméra</translation>
    </message>
    <message>
        <source>Card terminal</source>
        <translation>Terminal de paiement</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>Imprimante</translation>
    </message>
    <message>
        <source>Hand scanner</source>
        <translation>Scanner à main</translation>
    </message>
    <message>
        <source>Weighing scale</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Bagging scale</source>
        <translation>Balance d&apos;ensachage</translation>
    </message>
    <message>
        <source>Headset voice</source>
        <translation>Voix du casque</translation>
    </message>
    <message>
        <source>Phone wallet</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Has not answered yet</source>
        <translation>Pas encore de réponse</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Works, needs a look</source>
        <translation>Fonctionne, à vérifier</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>Ne fonctionne pas</translation>
    </message>
    <message>
        <source>Attendant&apos;s badge</source>
        <translation>Badge d&apos;hôte de caisse</translation>
    </message>
    <message>
        <source>Manager&apos;s badge</source>
        <translation>Badge de responsable</translation>
    </message>
    <message>
        <source>Support&apos;s badge</source>
        <translation>Badge d&apos;assistance</translation>
    </message>
    <message>
        <source>Beyond every limit</source>
        <translation>Au-delà de toute limite</translation>
    </message>
    <message>
        <source>Between two shoppers</source>
        <translation>Entre deux clients</translation>
    </message>
    <message>
        <source>No open basket</source>
        <translation>Sans panier ouvert</translation>
    </message>
    <message>
        <source>With an empty basket</source>
        <translation>Avec un panier vide</translation>
    </message>
    <message>
        <source>Once it is paid</source>
        <translation>Une fois payé</translation>
    </message>
    <message>
        <source>Nobody is locked</source>
        <translation>Personne n&apos;est bloqué</translation>
    </message>
    <message>
        <source>Weighed or labelled</source>
        <translation>Pesé ou étiqueté</translation>
    </message>
    <message>
        <source>From {count} years</source>
        <translation>Dès {count} ans</translation>
    </message>
    <message>
        <source>{count} g difference</source>
        <translation>{count} g d&apos;écart</translation>
    </message>
    <message>
        <source>The bag weighs {count} g</source>
        <translation>Le sac pèse {count} g</translation>
    </message>
    <message>
        <source>{count} pieces</source>
        <translation>{count} pièces</translation>
    </message>
    <message>
        <source>{count} units</source>
        <translation>{count} unités</translation>
    </message>
    <message>
        <source>More than {count} calls in this purchase</source>
        <translation>Plus de {count} appels pour cet achat</translation>
    </message>
    <message>
        <source>{count} refused</source>
        <translation>{count} refus</translation>
    </message>
    <message>
        <source>Scan again: {items}</source>
        <translation>Scanner à nouveau&#xa0;: {items}</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>depuis {time}</translation>
    </message>
    <message>
        <source>The shopper is asked first</source>
        <translation>Le client est d&apos;abord interrogé</translation>
    </message>
    <message>
        <source>Refused: {reason}</source>
        <translation>Refusé&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Nothing to decide</source>
        <translation>Rien à décider</translation>
    </message>
    <message>
        <source>Looks {count} or older</source>
        <translation>Paraît {count} ans ou plus</translation>
    </message>
    <message>
        <source>Enter the price</source>
        <translation>Saisir le prix</translation>
    </message>
    <message>
        <source>Identity card</source>
        <translation>Pièce d&apos;identité</translation>
    </message>
    <message>
        <source>No shopper</source>
        <translation>Aucun client</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>Scanne</translation>
    </message>
    <message>
        <source>Waits to pay</source>
        <translation>Attend de payer</translation>
    </message>
    <message>
        <source>Paying</source>
        <translation>Paie</translation>
    </message>
    <message>
        <source>Payment not known</source>
        <translation>Paiement inconnu</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Pourquoi&#x202f;?</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>Pourquoi pas&#x202f;?</translation>
    </message>
    <message>
        <source>What shall be done?</source>
        <translation>Que faut-il faire&#x202f;?</translation>
    </message>
    <message>
        <source>Born on {date} or before?</source>
        <translation>Né le {date} ou avant&#x202f;?</translation>
    </message>
    <message>
        <source>From {count} years: {item}</source>
        <translation>Dès {count} ans&#xa0;: {item}</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Date de naissance</translation>
    </message>
    <message>
        <source>Eight digits, day first. It is not kept.</source>
        <translation>Huit chiffres, le jour d&apos;abord. Elle n&apos;est pas conservée.</translation>
    </message>
    <message>
        <source>This is not a date of birth.</source>
        <translation>Ce n&apos;est pas une date de naissance.</translation>
    </message>
    <message>
        <source>The date fits</source>
        <translation>La date convient</translation>
    </message>
    <message>
        <source>New quantity</source>
        <translation>Nouvelle quantité</translation>
    </message>
    <message>
        <source>New price of one piece</source>
        <translation>Nouveau prix d&apos;une pièce</translation>
    </message>
    <message>
        <source>Percent off</source>
        <translation>Remise en pourcent</translation>
    </message>
    <message>
        <source>You alone: up to {percent} %</source>
        <translation>Vous seul&#xa0;: jusqu&apos;à {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>You alone: up to {percent} % and {amount}</source>
        <translation>Vous seul&#xa0;: jusqu&apos;à {percent}&#xa0;% et {amount}</translation>
    </message>
    <message>
        <source>You alone: up to {amount}</source>
        <translation>Vous seul&#xa0;: jusqu&apos;à {amount}</translation>
    </message>
    <message>
        <source>Code on the slip</source>
        <translation>Code sur le bordereau</translation>
    </message>
    <message>
        <source>All of it, or its last digits</source>
        <translation>En entier, ou ses derniers chiffres</translation>
    </message>
    <message>
        <source>What shall the shopper read?</source>
        <translation>Que doit lire le client&#x202f;?</translation>
    </message>
    <message>
        <source>Whom to unlock?</source>
        <translation>Qui débloquer&#x202f;?</translation>
    </message>
    <message>
        <source>The PIN pad of this lane</source>
        <translation>Le clavier de cette caisse</translation>
    </message>
    <message>
        <source>Locked until {time}</source>
        <translation>Bloqué jusqu&apos;à {time}</translation>
    </message>
    <message>
        <source>Locked until a manager unlocks</source>
        <translation>Bloqué jusqu&apos;au déblocage par un responsable</translation>
    </message>
    <message>
        <source>{count} wrong answers</source>
        <translation>{count} réponses fausses</translation>
    </message>
    <message>
        <source>A colleague is on the way to you.</source>
        <translation>Quelqu&apos;un de l&apos;équipe arrive vers vous.</translation>
    </message>
    <message>
        <source>Please keep your identity card ready.</source>
        <translation>Préparez votre pièce d&apos;identité, s&apos;il vous plaît.</translation>
    </message>
    <message>
        <source>One moment, please. We are with you shortly.</source>
        <translation>Un instant, s&apos;il vous plaît. Nous arrivons.</translation>
    </message>
    <message>
        <source>Please use another checkout.</source>
        <translation>Veuillez utiliser une autre caisse.</translation>
    </message>
    <message>
        <source>Take the message away</source>
        <translation>Retirer le message</translation>
    </message>
    <message>
        <source>Number or PIN not right</source>
        <translation>Numéro ou code PIN incorrect</translation>
    </message>
    <message>
        <source>Locked until {time}. A manager can unlock it.</source>
        <translation>Bloqué jusqu&apos;à {time}. Un responsable peut débloquer.</translation>
    </message>
    <message>
        <source>Locked. Only a manager can unlock it.</source>
        <translation>Bloqué. Seul un responsable peut débloquer.</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>À payer</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>Reste à payer</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>{amount} next</source>
        <translation>{amount} maintenant</translation>
    </message>
    <message>
        <source>After this payment {amount} is left to pay.</source>
        <translation>Après ce paiement, il reste {amount} à payer.</translation>
    </message>
    <message>
        <source>Pays {amount}</source>
        <translation>Paie {amount}</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>Carte cadeau</translation>
    </message>
    <message>
        <source>Gift card …{digits}</source>
        <translation>Carte cadeau …{digits}</translation>
    </message>
    <message>
        <source>My balance</source>
        <translation>Mon avoir</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>{card} …{digits}</source>
        <translation>{card} …{digits}</translation>
    </message>
    <message>
        <source>{amount} left on it</source>
        <translation>Il y reste {amount}</translation>
    </message>
    <message>
        <source>Nothing left on it</source>
        <translation>Il n&apos;y reste rien</translation>
    </message>
    <message>
        <source>Set aside for you</source>
        <translation>Réservé pour vous</translation>
    </message>
    <message>
        <source>Asking about your gift card …</source>
        <translation>Vérification de votre carte cadeau …</translation>
    </message>
    <message>
        <source>Asking about your balance …</source>
        <translation>Consultation de votre avoir …</translation>
    </message>
    <message>
        <source>Hold your phone or gift card here</source>
        <translation>Présentez ici votre téléphone ou carte cadeau</translation>
    </message>
    <message>
        <source>Hold your phone here</source>
        <translation>Présentez votre téléphone ici</translation>
    </message>
    <message>
        <source>Hold your gift card here</source>
        <translation>Présentez votre carte cadeau ici</translation>
    </message>
    <message>
        <source>With an app on your phone</source>
        <translation>Avec une appli sur votre téléphone</translation>
    </message>
    <message>
        <source>Not reachable right now. Nothing was charged.</source>
        <translation>Indisponible pour l&apos;instant. Rien n&apos;a été débité.</translation>
    </message>
    <message>
        <source>Scan it or type its number</source>
        <translation>Scannez-la ou saisissez son numéro</translation>
    </message>
    <message>
        <source>What you have in your account</source>
        <translation>Ce que contient votre compte</translation>
    </message>
    <message>
        <source>{amount} goes back to where it came from. Your basket is kept, and you can pay another way.</source>
        <translation>{amount} retourne d&apos;où il vient. Votre panier est conservé et vous pouvez payer autrement.</translation>
    </message>
    <message>
        <source>Your money goes back</source>
        <translation>Votre argent vous revient</translation>
    </message>
    <message>
        <source>Please follow the card terminal. It has gone back only when we say so.</source>
        <translation>Suivez les indications du terminal. L&apos;argent n&apos;est rendu que lorsque cet écran l&apos;indique.</translation>
    </message>
    <message>
        <source>Please wait. It goes back to the wallet on your phone.</source>
        <translation>Veuillez patienter. Il revient sur votre téléphone.</translation>
    </message>
    <message>
        <source>Please wait a moment</source>
        <translation>Patientez un instant</translation>
    </message>
    <message>
        <source>We are asking whether {amount} has gone back to you. Your basket is kept.</source>
        <translation>Nous vérifions si {amount} vous a été rendu. Votre panier est conservé.</translation>
    </message>
    <message>
        <source>A colleague has to look</source>
        <translation>Notre équipe doit vérifier</translation>
    </message>
    <message>
        <source>We cannot tell whether {amount} has gone back to you. A colleague will check it with you. Your basket is kept.</source>
        <translation>Nous ne savons pas si {amount} vous a été rendu. Notre équipe le vérifiera avec vous. Votre panier est conservé.</translation>
    </message>
    <message>
        <source>What is shown as paid still counts for this purchase. Try again, or touch Help: staff give it back.</source>
        <translation>Ce qui est indiqué comme payé compte toujours pour cet achat. Réessayez, ou touchez Aide&#xa0;: notre équipe vous le rend.</translation>
    </message>
    <message>
        <source>We cannot tell yet whether {amount} has gone back to you. A colleague will check it with you.</source>
        <translation>Nous ne savons pas encore si {amount} vous a été rendu. Notre équipe le vérifiera avec vous.</translation>
    </message>
    <message>
        <source>Your code is on its way. Nothing was charged.</source>
        <translation>Votre code arrive. Rien n&apos;a été débité.</translation>
    </message>
    <message>
        <source>Scan this code with your phone</source>
        <translation>Scannez ce code avec votre téléphone</translation>
    </message>
    <message>
        <source>Open your wallet app. You have paid only when this screen says so.</source>
        <translation>Ouvrez votre appli de paiement. L&apos;achat n&apos;est payé que lorsque cet écran l&apos;indique.</translation>
    </message>
    <message>
        <source>We have read your phone&apos;s code</source>
        <translation>Nous avons lu le code de votre téléphone</translation>
    </message>
    <message>
        <source>Please wait. You have paid only when this screen says so.</source>
        <translation>Veuillez patienter. L&apos;achat n&apos;est payé que lorsque cet écran l&apos;indique.</translation>
    </message>
    <message>
        <source>Please confirm on your phone</source>
        <translation>Confirmez sur votre téléphone</translation>
    </message>
    <message>
        <source>Your phone asks for your consent. Nothing is charged before you give it.</source>
        <translation>Votre téléphone demande votre accord. Rien n&apos;est débité avant.</translation>
    </message>
    <message>
        <source>Please wait. We are asking your wallet whether anything was charged. Do not confirm now.</source>
        <translation>Veuillez patienter. Nous demandons si quelque chose a été débité. Ne confirmez pas maintenant.</translation>
    </message>
    <message>
        <source>We are asking your wallet whether your payment of {amount} went through. Your basket is kept.</source>
        <translation>Nous demandons si votre paiement de {amount} a abouti. Votre panier est conservé.</translation>
    </message>
    <message>
        <source>Your wallet cannot tell whether your payment of {amount} went through. A colleague will check it with you. Your basket is kept.</source>
        <translation>L&apos;appli ne peut pas dire si votre paiement de {amount} a abouti. Notre équipe le vérifiera avec vous. Votre panier est conservé.</translation>
    </message>
    <message>
        <source>Please wait here. Your basket is kept, and so are the {amount} you have paid so far.</source>
        <translation>Attendez ici, s&apos;il vous plaît. Votre panier est conservé, tout comme les {amount} déjà payés.</translation>
    </message>
    <message>
        <source>You have paid {amount} so far; it is kept with your basket. A colleague will go on with you or give it back.</source>
        <translation>Vous avez déjà payé {amount}&#x202f;; c&apos;est conservé avec votre panier. Notre équipe continuera avec vous ou vous le rendra.</translation>
    </message>
    <message>
        <source>We don&apos;t know this gift card</source>
        <translation>Nous ne connaissons pas cette carte cadeau</translation>
    </message>
    <message>
        <source>Nothing was taken. Check the number and try again, or pay another way.</source>
        <translation>Rien n&apos;a été prélevé. Vérifiez le numéro et réessayez, ou payez autrement.</translation>
    </message>
    <message>
        <source>Nothing is left on it</source>
        <translation>Il n&apos;y reste rien</translation>
    </message>
    <message>
        <source>Nothing was taken. Please pay another way.</source>
        <translation>Rien n&apos;a été prélevé. Veuillez payer autrement.</translation>
    </message>
    <message>
        <source>It is in use at another checkout</source>
        <translation>Elle est en cours d&apos;utilisation à une autre caisse</translation>
    </message>
    <message>
        <source>Nothing was taken. Finish there first, or pay another way.</source>
        <translation>Rien n&apos;a été prélevé. Terminez d&apos;abord là-bas, ou payez autrement.</translation>
    </message>
    <message>
        <source>It was used up before</source>
        <translation>Elle est déjà épuisée</translation>
    </message>
    <message>
        <source>Nothing was taken. Please pay another way, or touch Help.</source>
        <translation>Rien n&apos;a été prélevé. Payez autrement, ou touchez Aide.</translation>
    </message>
    <message>
        <source>That took too long</source>
        <translation>Cela a pris trop de temps</translation>
    </message>
    <message>
        <source>Nothing was taken. Please try again.</source>
        <translation>Rien n&apos;a été prélevé. Veuillez réessayer.</translation>
    </message>
    <message>
        <source>It is blocked</source>
        <translation>Elle est bloquée</translation>
    </message>
    <message>
        <source>Nothing was taken. Touch Help to ask why, or pay another way.</source>
        <translation>Rien n&apos;a été prélevé. Touchez Aide pour savoir pourquoi, ou payez autrement.</translation>
    </message>
    <message>
        <source>It has expired</source>
        <translation>Elle est périmée</translation>
    </message>
    <message>
        <source>Nothing was taken. Touch Help to ask, or pay another way.</source>
        <translation>Rien n&apos;a été prélevé. Touchez Aide, ou payez autrement.</translation>
    </message>
    <message>
        <source>It holds another currency</source>
        <translation>Elle est dans une autre monnaie</translation>
    </message>
    <message>
        <source>It cannot pay here and nothing was taken. Please pay another way.</source>
        <translation>Elle n'est pas utilisable ici et rien n&apos;a été prélevé. Veuillez payer autrement.</translation>
    </message>
    <message>
        <source>It needs its PIN</source>
        <translation>Il faut son code PIN</translation>
    </message>
    <message>
        <source>Nothing was taken. Type the PIN, or pay another way.</source>
        <translation>Rien n&apos;a été prélevé. Saisissez le code PIN, ou payez autrement.</translation>
    </message>
    <message>
        <source>This PIN is not right</source>
        <translation>Ce code PIN n&apos;est pas correct</translation>
    </message>
    <message>
        <source>Nothing was taken. Try again; after five wrong ones the card is locked.</source>
        <translation>Rien n&apos;a été prélevé. Réessayez&#x202f;; après cinq erreurs, la carte est bloquée.</translation>
    </message>
    <message>
        <source>Too many wrong PINs</source>
        <translation>Trop de codes PIN erronés</translation>
    </message>
    <message>
        <source>It is locked for 15 minutes and nothing was taken. Please pay another way.</source>
        <translation>Elle est bloquée 15 minutes et rien n&apos;a été prélevé. Veuillez payer autrement.</translation>
    </message>
    <message>
        <source>Too many tries</source>
        <translation>Trop d&apos;essais</translation>
    </message>
    <message>
        <source>We cannot ask about it right now</source>
        <translation>Nous ne pouvons pas la vérifier pour l&apos;instant</translation>
    </message>
    <message>
        <source>Nothing was taken; what is on it stays yours. Try again in a moment, or pay another way.</source>
        <translation>Rien n&apos;a été prélevé&#x202f;; ce qu&apos;elle contient reste à vous. Réessayez dans un instant, ou payez autrement.</translation>
    </message>
    <message>
        <source>It cannot be used for this purchase</source>
        <translation>Elle ne peut pas servir pour cet achat</translation>
    </message>
    <message>
        <source>A part is paid already. It has to go back before the basket can change.</source>
        <translation>Une partie est déjà payée. Elle doit être rendue avant de changer le panier.</translation>
    </message>
    <message>
        <source>Please choose an amount up to what is left to pay.</source>
        <translation>Choisissez un montant jusqu&apos;au reste à payer.</translation>
    </message>
    <message>
        <source>Please pay the rest at once: that is enough parts.</source>
        <translation>Payez le reste en une fois&#xa0;: cela fait assez de parts.</translation>
    </message>
    <message>
        <source>We are still asking about your gift card or balance. One moment, please; nothing was charged.</source>
        <translation>Nous vérifions encore votre carte cadeau ou votre avoir. Un instant&#x202f;; rien n&apos;a été débité.</translation>
    </message>
    <message>
        <source>This is not a gift card&apos;s number. Nothing was taken; please try again.</source>
        <translation>Ce n&apos;est pas un numéro de carte cadeau. Rien n&apos;a été prélevé&#x202f;; veuillez réessayer.</translation>
    </message>
    <message>
        <source>Gift cards cannot be used here right now. Nothing was taken; please pay another way.</source>
        <translation>Les cartes cadeaux ne sont pas utilisables ici pour l&apos;instant. Rien n&apos;a été prélevé&#x202f;; payez autrement.</translation>
    </message>
    <message>
        <source>It already pays for this purchase.</source>
        <translation>Elle sert déjà à payer cet achat.</translation>
    </message>
    <message>
        <source>A PIN has digits only. Nothing was taken.</source>
        <translation>Un code PIN n&apos;a que des chiffres. Rien n&apos;a été prélevé.</translation>
    </message>
    <message>
        <source>You cannot pay from a balance here.</source>
        <translation>On ne peut pas payer avec un avoir ici.</translation>
    </message>
    <message>
        <source>To pay from your balance, go back to the basket and show your member card first.</source>
        <translation>Pour payer avec votre avoir, revenez au panier et présentez d&apos;abord votre carte de fidélité.</translation>
    </message>
    <message>
        <source>One purchase takes no more gift cards. Nothing was taken; please pay another way.</source>
        <translation>Le nombre maximal de cartes cadeaux est atteint. Rien n&apos;a été prélevé&#x202f;; payez autrement.</translation>
    </message>
    <message>
        <source>You cannot pay by phone wallet here. Nothing was charged.</source>
        <translation>On ne peut pas payer par téléphone ici. Rien n&apos;a été débité.</translation>
    </message>
    <message>
        <source>Phone wallets cannot be reached right now. Nothing was charged; please pay another way.</source>
        <translation>Le paiement par téléphone est indisponible. Rien n&apos;a été débité&#x202f;; payez autrement.</translation>
    </message>
    <message>
        <source>Not while training: nothing is paid here.</source>
        <translation>Pas pendant la formation&#xa0;: rien n&apos;est payé ici.</translation>
    </message>
    <message>
        <source>Popular now</source>
        <translation>Les plus demandés</translation>
    </message>
    <message>
        <source>Fruit and vegetables</source>
        <translation>Fruits et légumes</translation>
    </message>
    <message>
        <source>Fruit</source>
        <translation>Fruits</translation>
    </message>
    <message>
        <source>Berries</source>
        <translation>Baies</translation>
    </message>
    <message>
        <source>Exotic</source>
        <translation>Exotiques</translation>
    </message>
    <message>
        <source>Vegetables</source>
        <translation>Légumes</translation>
    </message>
    <message>
        <source>Bakery</source>
        <translation>Boulangerie</translation>
    </message>
    <message>
        <source>Bread</source>
        <translation>Pain</translation>
    </message>
    <message>
        <source>Snacks</source>
        <translation>En-cas</translation>
    </message>
    <message>
        <source>{price}/kg</source>
        <translation>{price}/kg</translation>
    </message>
    <message>
        <source>No bag, thank you</source>
        <translation>Sans sac, merci</translation>
    </message>
    <message>
        <source>1 bag for {amount}</source>
        <translation>1 sac pour {amount}</translation>
    </message>
    <message>
        <source>{count} bags for {amount}</source>
        <translation>{count} sacs pour {amount}</translation>
    </message>
    <message>
        <source>Round up to {total}?</source>
        <translation>Arrondir à {total}&#x202f;?</translation>
    </message>
    <message>
        <source>{amount} for {charity}</source>
        <translation>{amount} pour {charity}</translation>
    </message>
    <message>
        <source>Thank you for {amount}</source>
        <translation>Merci pour {amount}</translation>
    </message>
    <message>
        <source>Donation</source>
        <translation>Don</translation>
    </message>
    <message>
        <source>{name} taken off</source>
        <translation>{name} retiré</translation>
    </message>
    <message>
        <source>{count} × {name} taken off</source>
        <translation>{count} × {name} retiré</translation>
    </message>
    <message>
        <source>This is not sold without a barcode. Please scan it.</source>
        <translation>Cet article ne se vend pas sans code-barres. Veuillez le scanner.</translation>
    </message>
    <message>
        <source>This cannot be weighed here. A colleague will help you.</source>
        <translation>Cela ne peut pas être pesé ici. Notre équipe va vous aider.</translation>
    </message>
    <message>
        <source>What does it cost?</source>
        <translation>Combien ça coûte&#x202f;?</translation>
    </message>
    <message>
        <source>Hold anything here. Nothing is added.</source>
        <translation>Présentez un article ici. Rien n&apos;est ajouté.</translation>
    </message>
    <message>
        <source>Hold the barcode here</source>
        <translation>Présentez le code-barres ici</translation>
    </message>
    <message>
        <source>Your member prices</source>
        <translation>Vos prix fidélité</translation>
    </message>
    <message>
        <source>{price} per kg</source>
        <translation>{price} le kg</translation>
    </message>
    <message>
        <source>{weight} kg, {price} per kg</source>
        <translation>{weight} kg, {price} le kg</translation>
    </message>
    <message>
        <source>plus {name} {price}</source>
        <translation>plus {name} {price}</translation>
    </message>
    <message>
        <source>No offer for it right now</source>
        <translation>Pas d&apos;offre pour l&apos;instant</translation>
    </message>
    <message>
        <source>This has no price</source>
        <translation>Cet article n&apos;a pas de prix</translation>
    </message>
    <message>
        <source>Hold the barcode of an item here, or your member card.</source>
        <translation>Présentez ici le code-barres d&apos;un article, ou votre carte de fidélité.</translation>
    </message>
    <message>
        <source>We do not know this item</source>
        <translation>Nous ne connaissons pas cet article</translation>
    </message>
    <message>
        <source>Please ask a colleague for its price.</source>
        <translation>Demandez son prix à notre équipe.</translation>
    </message>
    <message>
        <source>Order {name}</source>
        <translation>Commande {name}</translation>
    </message>
    <message>
        <source>To pay: {amount}</source>
        <translation>À payer&#xa0;: {amount}</translation>
    </message>
    <message>
        <source>We are looking for your order.</source>
        <translation>Nous cherchons votre commande.</translation>
    </message>
    <message>
        <source>Your order</source>
        <translation>Votre commande</translation>
    </message>
    <message>
        <source>Take your goods. When you have everything, confirm it here.</source>
        <translation>Prenez vos articles. Quand vous avez tout, confirmez-le ici.</translation>
    </message>
    <message>
        <source>Collect it at the counter</source>
        <translation>À retirer au comptoir</translation>
    </message>
    <message>
        <source>Your order waits there. Show the code on your phone once more.</source>
        <translation>Votre commande vous y attend. Montrez encore une fois le code de votre téléphone.</translation>
    </message>
    <message>
        <source>Take your goods. They are yours when they are paid here.</source>
        <translation>Prenez vos articles. Ils sont à vous une fois payés ici.</translation>
    </message>
    <message>
        <source>Pay here, then collect it at the counter with the same code.</source>
        <translation>Payez ici, puis retirez-la au comptoir avec le même code.</translation>
    </message>
    <message>
        <source>We are bringing your order here.</source>
        <translation>Nous apportons votre commande ici.</translation>
    </message>
    <message>
        <source>Your order could not be brought here</source>
        <translation>Votre commande n&apos;a pas pu être apportée ici</translation>
    </message>
    <message>
        <source>Nothing was charged. Please try once more, or ask a colleague.</source>
        <translation>Rien n&apos;a été débité. Veuillez réessayer ou adressez-vous au personnel.</translation>
    </message>
    <message>
        <source>Another lane has this order</source>
        <translation>Une autre caisse a cette commande</translation>
    </message>
    <message>
        <source>Nothing was charged here. Finish it there, or ask a colleague.</source>
        <translation>Rien n&apos;a été débité ici. Terminez là-bas ou adressez-vous au personnel.</translation>
    </message>
    <message>
        <source>This order is paid already</source>
        <translation>Cette commande est déjà payée</translation>
    </message>
    <message>
        <source>Nothing was charged here. Collect it at the counter.</source>
        <translation>Rien n&apos;a été débité ici. Retirez-la au comptoir.</translation>
    </message>
    <message>
        <source>We are writing down that you have your order.</source>
        <translation>Nous notons que vous avez votre commande.</translation>
    </message>
    <message>
        <source>Your order is complete</source>
        <translation>Votre commande est retirée</translation>
    </message>
    <message>
        <source>Thank you. Nothing was charged here.</source>
        <translation>Merci. Rien n&apos;a été débité ici.</translation>
    </message>
    <message>
        <source>This order was collected already</source>
        <translation>Cette commande a déjà été retirée</translation>
    </message>
    <message>
        <source>If that was not you, please ask a colleague.</source>
        <translation>Si ce n&apos;était pas vous, adressez-vous au personnel.</translation>
    </message>
    <message>
        <source>This order was cancelled</source>
        <translation>Cette commande a été annulée</translation>
    </message>
    <message>
        <source>What was paid for it has gone back.</source>
        <translation>Ce qui a été payé a été remboursé.</translation>
    </message>
    <message>
        <source>It is too early for this order</source>
        <translation>Il est trop tôt pour cette commande</translation>
    </message>
    <message>
        <source>Your phone shows when you can collect it.</source>
        <translation>Votre téléphone indique quand la retirer.</translation>
    </message>
    <message>
        <source>It is too late for this order</source>
        <translation>Il est trop tard pour cette commande</translation>
    </message>
    <message>
        <source>Its time is over. What was paid goes back.</source>
        <translation>Son délai est passé. Ce qui a été payé est remboursé.</translation>
    </message>
    <message>
        <source>This order is brought to you</source>
        <translation>Cette commande vous est livrée</translation>
    </message>
    <message>
        <source>It is not collected in the shop.</source>
        <translation>Elle n&apos;est pas retirée en magasin.</translation>
    </message>
    <message>
        <source>Show the next code</source>
        <translation>Montrez le code suivant</translation>
    </message>
    <message>
        <source>This one is over. Your phone shows a new one in a moment.</source>
        <translation>Celui-ci n&apos;est plus valable. Votre téléphone en affiche bientôt un nouveau.</translation>
    </message>
    <message>
        <source>This order is in another shop</source>
        <translation>Cette commande est dans un autre magasin</translation>
    </message>
    <message>
        <source>Your phone shows which one.</source>
        <translation>Votre téléphone indique lequel.</translation>
    </message>
    <message>
        <source>We cannot look for orders right now</source>
        <translation>Nous ne pouvons pas chercher de commandes pour le moment</translation>
    </message>
    <message>
        <source>Nothing was changed. Please go to the counter.</source>
        <translation>Rien n&apos;a été changé. Adressez-vous au comptoir.</translation>
    </message>
    <message>
        <source>This could not be written down yet</source>
        <translation>Cela n&apos;a pas encore pu être noté</translation>
    </message>
    <message>
        <source>Please confirm it once more, or ask a colleague.</source>
        <translation>Confirmez encore une fois ou adressez-vous au personnel.</translation>
    </message>
    <message>
        <source>Finish this purchase first</source>
        <translation>Terminez d&apos;abord cet achat</translation>
    </message>
    <message>
        <source>Then show the code of your order again.</source>
        <translation>Montrez ensuite de nouveau le code de votre commande.</translation>
    </message>
    <message>
        <source>This code opens no order here</source>
        <translation>Ce code n&apos;ouvre aucune commande ici</translation>
    </message>
    <message>
        <source>Open your order on the phone and show its code, or go to the counter.</source>
        <translation>Ouvrez votre commande sur le téléphone et montrez son code, ou allez au comptoir.</translation>
    </message>
</context>
<context>
    <name>NotFoundScreen</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>No barcode?</source>
        <translation>Pas de code-barres&#x202f;?</translation>
    </message>
    <message>
        <source>Enter a number</source>
        <translation>Saisir un numéro</translation>
    </message>
    <message>
        <source>Continue without this coupon</source>
        <translation>Continuer sans ce bon</translation>
    </message>
    <message>
        <source>Continue without member prices</source>
        <translation>Continuer sans les prix fidélité</translation>
    </message>
    <message>
        <source>Continue without this item</source>
        <translation>Continuer sans cet article</translation>
    </message>
</context>
<context>
    <name>NudgeBanner</name>
    <message>
        <source>and 1 more</source>
        <translation>et 1 de plus</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>et %1 de plus</translation>
    </message>
</context>
<context>
    <name>OrderScreen</name>
    <message>
        <source>Pay here</source>
        <translation>Payer ici</translation>
    </message>
    <message>
        <source>I have everything</source>
        <translation>J&apos;ai tout</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>PayWays</name>
    <message>
        <source>Card or phone: hold, insert or swipe</source>
        <translation>Carte ou téléphone&#xa0;: présentez, insérez ou glissez</translation>
    </message>
    <message>
        <source>Pay by card</source>
        <translation>Payer par carte</translation>
    </message>
    <message>
        <source>Phone wallet</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>Carte cadeau</translation>
    </message>
    <message>
        <source>My balance</source>
        <translation>Mon avoir</translation>
    </message>
</context>
<context>
    <name>PaysRows</name>
    <message>
        <source>Take back</source>
        <translation>Reprendre</translation>
    </message>
</context>
<context>
    <name>PriceScreen</name>
    <message>
        <source>Add it to my purchase</source>
        <translation>L&apos;ajouter à mon achat</translation>
    </message>
    <message>
        <source>Enter a number</source>
        <translation>Saisir un numéro</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>QuantitySheet</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantité</translation>
    </message>
</context>
<context>
    <name>ReceiptScreen</name>
    <message>
        <source>On paper</source>
        <translation>Sur papier</translation>
    </message>
    <message>
        <source>Scan it from this screen with your phone</source>
        <translation>Scannez-le sur cet écran avec votre téléphone</translation>
    </message>
    <message>
        <source>As a QR code</source>
        <translation>En QR code</translation>
    </message>
    <message>
        <source>Saves paper</source>
        <translation>Économise du papier</translation>
    </message>
    <message>
        <source>No receipt</source>
        <translation>Sans ticket</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>ReturnPanel</name>
    <message>
        <source>All of it</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>Un de moins</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Un de plus</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Give back %1</source>
        <translation>Rendre %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>It was given back by hand</source>
        <translation>Rendu à la main</translation>
    </message>
    <message>
        <source>Give nothing more back</source>
        <translation>Ne plus rien rendre</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation>Imprimer le bordereau</translation>
    </message>
    <message>
        <source>No slip</source>
        <translation>Sans bordereau</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>RoundUpStrip</name>
    <message>
        <source>Take back</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Round up</source>
        <translation>Arrondir</translation>
    </message>
</context>
<context>
    <name>ScannerEye</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>compté</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>compte</translation>
    </message>
    <message>
        <source>seen once: one more look or a second decoder</source>
        <translation>vu une fois&#xa0;: encore un passage ou un second décodeur</translation>
    </message>
    <message>
        <source>short code: two decoders must agree</source>
        <translation>code court&#xa0;: deux décodeurs doivent être d&apos;accord</translation>
    </message>
    <message>
        <source>another code was read in the same place</source>
        <translation>un autre code a été lu au même endroit</translation>
    </message>
    <message>
        <source>Bars in view that nobody can read: is the print whole, dry and flat?</source>
        <translation>Barres visibles mais illisibles&#xa0;: l&apos;impression est-elle entière, sèche et plate&#x202f;?</translation>
    </message>
    <message>
        <source>Hold a barcode before the camera</source>
        <translation>Présentez un code-barres à la caméra</translation>
    </message>
    <message>
        <source>The last look took %1 ms</source>
        <translation>Dernier passage&#xa0;: %1 ms</translation>
    </message>
</context>
<context>
    <name>ScanningScreen</name>
    <message>
        <source>Pay</source>
        <translation>Payer</translation>
    </message>
    <message>
        <source>No barcode?</source>
        <translation>Pas de code-barres&#x202f;?</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Remove last item</source>
        <translation>Retirer le dernier</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Cancel purchase</source>
        <translation>Annuler l&apos;achat</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>Check a price</source>
        <translation>Vérifier un prix</translation>
    </message>
    <message>
        <source>Top up balance</source>
        <translation>Recharger l&apos;avoir</translation>
    </message>
</context>
<context>
    <name>ShowSheet</name>
    <message>
        <source>Show your phone&apos;s code to the camera</source>
        <translation>Montrez le code de votre téléphone à la caméra</translation>
    </message>
    <message>
        <source>Show your gift card to the camera</source>
        <translation>Montrez votre carte cadeau à la caméra</translation>
    </message>
    <message>
        <source>Open your wallet app and choose its payment code</source>
        <translation>Ouvrez votre appli et choisissez son code de paiement</translation>
    </message>
    <message>
        <source>Hold its code flat and still; a code on your phone works too</source>
        <translation>Tenez son code à plat et immobile&#x202f;; un code sur votre téléphone convient aussi</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Hold your phone here</source>
        <translation>Présentez votre téléphone ici</translation>
    </message>
    <message>
        <source>Hold your gift card here</source>
        <translation>Présentez votre carte cadeau ici</translation>
    </message>
    <message>
        <source>Show me a code instead</source>
        <translation>Afficher plutôt un code</translation>
    </message>
    <message>
        <source>Type its number instead</source>
        <translation>Saisir plutôt son numéro</translation>
    </message>
</context>
<context>
    <name>StaffBasket</name>
    <message>
        <source>No items</source>
        <translation>Aucun article</translation>
    </message>
</context>
<context>
    <name>StaffDevices</name>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>What it reads</source>
        <translation>Ce qu&apos;il lit</translation>
    </message>
</context>
<context>
    <name>StaffDoor</name>
    <message>
        <source>Staff</source>
        <translation>Personnel</translation>
    </message>
    <message>
        <source>Scan your badge, or type your number and PIN</source>
        <translation>Scannez votre badge, ou saisissez numéro et code PIN</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
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
        <translation>Caisse %1 · %2</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>To be decided: %1</source>
        <translation>À décider&#xa0;: %1</translation>
    </message>
    <message>
        <source>Nothing waits for a decision</source>
        <translation>Aucune décision en attente</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Basket</source>
        <translation>Panier</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Achat</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Caisse</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>One fewer: %1</source>
        <translation>Un de moins&#xa0;: %1</translation>
    </message>
    <message>
        <source>One more: %1</source>
        <translation>Un de plus&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>TenderFlow</name>
    <message>
        <source>How would you like to pay?</source>
        <translation>Comment payer&#x202f;?</translation>
    </message>
    <message>
        <source>Pay all of it</source>
        <translation>Tout payer</translation>
    </message>
    <message>
        <source>Back to the basket</source>
        <translation>Retour au panier</translation>
    </message>
    <message>
        <source>Give my money back</source>
        <translation>Me rendre mon argent</translation>
    </message>
    <message>
        <source>Pay only a part</source>
        <translation>Payer une partie</translation>
    </message>
</context>
<context>
    <name>TenderPage</name>
    <message>
        <source>How would you like to pay?</source>
        <translation>Comment payer&#x202f;?</translation>
    </message>
    <message>
        <source>Pay all of it</source>
        <translation>Tout payer</translation>
    </message>
    <message>
        <source>Back to the basket</source>
        <translation>Retour au panier</translation>
    </message>
    <message>
        <source>Give my money back</source>
        <translation>Me rendre mon argent</translation>
    </message>
    <message>
        <source>Pay only a part</source>
        <translation>Payer une partie</translation>
    </message>
</context>
<context>
    <name>ThanksScreen</name>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>TimeStrip</name>
    <message>
        <source>This closes by itself in a moment.</source>
        <translation>Cette page va se fermer d&apos;elle-même.</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Plus de temps</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Appelé</translation>
    </message>
    <message>
        <source>Called, %1</source>
        <translation>Appelé, %1</translation>
    </message>
    <message>
        <source>Checkout %1</source>
        <translation>Caisse %1</translation>
    </message>
    <message>
        <source>Colours, letters, reach and sound</source>
        <translation>Couleurs, taille du texte, portée et son</translation>
    </message>
</context>
<context>
    <name>TotalPanel</name>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>TrainingBar</name>
    <message>
        <source>Training – nothing is sold</source>
        <translation>Formation – rien n&apos;est vendu</translation>
    </message>
</context>
<context>
    <name>TypeSheet</name>
    <message>
        <source>How much would you like to pay next?</source>
        <translation>Combien souhaitez-vous payer maintenant&#x202f;?</translation>
    </message>
    <message>
        <source>The PIN of your gift card</source>
        <translation>Le code PIN de votre carte cadeau</translation>
    </message>
    <message>
        <source>The number of your gift card</source>
        <translation>Le numéro de votre carte cadeau</translation>
    </message>
    <message>
        <source>Up to %1. The rest is paid afterwards, another way or by another person.</source>
        <translation>Jusqu&apos;à %1. Le reste se paie ensuite, autrement ou par une autre personne.</translation>
    </message>
    <message>
        <source>It stands under its code: 13 or 20 digits</source>
        <translation>Il est sous le code&#xa0;: 13 ou 20 chiffres</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>La moitié</translation>
    </message>
    <message>
        <source>Shared by %1</source>
        <translation>Partagé en %1</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Rétablir</translation>
    </message>
</context>
<context>
    <name>UnknownScreen</name>
    <message>
        <source>I have not paid. Stop it.</source>
        <translation>Je n&apos;ai pas payé. Arrêter.</translation>
    </message>
</context>
<context>
    <name>VisitCard</name>
    <message>
        <source>Other reason</source>
        <translation>Autre motif</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Refuser</translation>
    </message>
</context>
<context>
    <name>WalletScreen</name>
    <message>
        <source>Stop the payment</source>
        <translation>Arrêter le paiement</translation>
    </message>
</context>
</TS>
