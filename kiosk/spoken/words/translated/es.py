"""The voice in Spanish, by the English sentence."""

TEXTS: dict[str, str] = {
    ", ": ", ",
    "minus ": "menos ",
    " and ": " con ",
    "{n} kilograms": "{n} kilos",
    "1 kilogram": "un kilo",
    "{n} grams": "{n} gramos",
    "1 gram": "un gramo",
    "{n} items": "{n} artículos",
    "1 item": "un artículo",
    "{n} points": "{n} puntos",
    "1 point": "un punto",
    "euro": "euro",
    "pound": "libra",
    "dollar": "dólar",
    "franc": "franco",
    "yuan": "yuan",
    "yen": "yen",
    "euros": "un euro|{n} euros",
    "pounds": "una libra|{n} libras",
    "dollars": "un dólar|{n} dólares",
    "francs": "un franco|{n} francos",
    "cent": "céntimo",
    "penny": "penique",
    "centime": "céntimo",
    "fen": "fen",
    "cents": "un céntimo|{n} céntimos",
    "pence": "un penique|{n} peniques",
    "centimes": "un céntimo|{n} céntimos",
    "Cleared": "Borrado",
    "{n} digits of your PIN": "{n} cifras de su PIN",
    "{n} digits": "{n} cifras",
    "1 digit of your PIN": "una cifra de su PIN",
    "1 digit": "una cifra",
    (
        "We don't know this item. Nothing was added to your basket. Try another barcode on the "
        "pack, or press Help."
    ): (
        "No conocemos este artículo. No se ha añadido nada a la cesta. Pruebe otro código de "
        "barras del envase o pulse Ayuda."
    ),
    (
        "We couldn't read this code. Nothing was added to your basket. Smooth the pack, hold it "
        "still and try again."
    ): (
        "No hemos podido leer este código. No se ha añadido nada a la cesta. Alise el envase, "
        "sujételo quieto y vuelva a probar."
    ),
    (
        "This is not a product code. Nothing was added to your basket. Look for the striped "
        "barcode on the pack."
    ): (
        "Este no es un código de artículo. No se ha añadido nada a la cesta. Busque el código de "
        "barras en el envase."
    ),
    (
        "This item has to be weighed. Nothing was added to your basket. Press Help; a colleague "
        "will weigh it for you."
    ): ("Este artículo se tiene que pesar. No se ha añadido nada a la cesta. Pulse Ayuda y se lo pesaremos."),
    "This is for paying. Nothing was charged. Scan everything first, press Pay, and then show it again.": (
        "Esto sirve para pagar. No se ha cobrado nada. Escanee primero todo, elija Pagar y vuelva "
        "a mostrarlo."
    ),
    (
        "No more of this item in one purchase. You have as many as one purchase may hold. This one "
        "was not added; please leave it here."
    ): (
        "Máximo de este artículo por compra. Ya tiene el máximo permitido en una compra. Este no "
        "se ha añadido; por favor, déjelo aquí."
    ),
    "Another lane has this basket. Nothing was added here. Please pay there, or press Help.": (
        "Esta cesta está en otra caja. Aquí no se ha añadido nada. Pague allí o pulse Ayuda."
    ),
    "This basket is paid. Nothing was added. Your receipt is on your phone.": (
        "Esta cesta está pagada. No se ha añadido nada. Su ticket está en su teléfono."
    ),
    "This basket has changed. Nothing was added. Choose Pay on your phone again and show the new code.": (
        "Esta cesta ha cambiado. No se ha añadido nada. Vuelva a elegir Pagar en su teléfono y "
        "muestre el código nuevo."
    ),
    (
        "There are goods in the basket here already. The basket of your phone was not added; it is "
        "still yours. Pay these first, or take them out."
    ): (
        "Ya hay artículos en la cesta de aquí. La cesta de su teléfono no se ha añadido; sigue "
        "siendo suya. Pague primero estos artículos o quítelos."
    ),
    (
        "Baskets of phones cannot be fetched now. Nothing was added; your basket is still on your "
        "phone. Show it again, or scan your items here."
    ): (
        "Ahora no se pueden recibir cestas de teléfonos. No se ha añadido nada; su cesta sigue en "
        "su teléfono. Muéstrela otra vez o escanee aquí sus artículos."
    ),
    (
        "It could not be weighed. Nothing was added to your basket. Lay it on the scale alone and "
        "scan it again, or press Help."
    ): (
        "No se ha podido pesar. No se ha añadido nada a la cesta. Ponga solo ese artículo en la "
        "balanza y escanéelo otra vez, o pulse Ayuda."
    ),
    "This code does not work here. Your basket is unchanged. Try another code, or press Help.": (
        "Este código no funciona aquí. Su cesta no ha cambiado. Pruebe otro código o pulse Ayuda."
    ),
    (
        "We don't know this card or number. Your basket is unchanged. Check the number and try "
        "again, or go on without member prices."
    ): (
        "No conocemos esta tarjeta o este número. Su cesta no ha cambiado. Compruebe el número y "
        "vuelva a probar, o siga sin precios de cliente."
    ),
    (
        "This code is from a while ago. Your basket is unchanged. Show the code on your phone now. "
        "If it stays so, set the phone's clock."
    ): (
        "Este código es de hace un rato. Su cesta no ha cambiado. Muestre el código que hay ahora "
        "en su teléfono. Si sigue igual, ajuste la hora del teléfono."
    ),
    "Your phone's clock is fast. Your basket is unchanged. Set the clock and show the code again.": (
        "El reloj de su teléfono va adelantado. Su cesta no ha cambiado. Ponga el reloj en hora y "
        "vuelva a mostrar el código."
    ),
    "This code was just used elsewhere. Your basket is unchanged. Wait for the next code and show it.": (
        "Este código se acaba de usar en otro sitio. Su cesta no ha cambiado. Espere al código "
        "siguiente y muéstrelo."
    ),
    (
        "This code is for another of our shops. Your basket is unchanged. Open the page of this "
        "shop on your phone and show its code."
    ): (
        "Este código es de otra de nuestras tiendas. Su cesta no ha cambiado. Abra en su teléfono "
        "la página de esta tienda y muestre su código."
    ),
    (
        "This code no longer counts. Your basket is unchanged. Open the page on your phone again "
        "and show the new code."
    ): (
        "Este código ya no vale. Su cesta no ha cambiado. Vuelva a abrir la página en su teléfono "
        "y muestre el código nuevo."
    ),
    (
        "Too many wrong numbers. Your basket is unchanged. Show the code on your phone, or go on "
        "without member prices."
    ): (
        "Demasiados números incorrectos. Su cesta no ha cambiado. Muestre el código de su teléfono "
        "o siga sin precios de cliente."
    ),
    (
        "We don't know this member yet. Your basket is unchanged. Whoever has just joined is known "
        "here with the next purchase."
    ): (
        "Todavía no conocemos esta tarjeta. Su cesta no ha cambiado. Una tarjeta recién hecha se "
        "reconoce aquí desde la próxima compra."
    ),
    (
        "This code does not count here. Your basket is unchanged. Go on without member prices, or press Help."
    ): ("Este código no vale aquí. Su cesta no ha cambiado. Siga sin precios de cliente o pulse Ayuda."),
    "Your basket is empty. Scan an item first.": "Su cesta está vacía. Escanee primero un artículo.",
    "Your basket is full. Please press Help.": "Su cesta está llena. Pulse Ayuda.",
    "A coupon is still being checked. One moment, please; nothing was charged.": (
        "Todavía se comprueba un cupón. Un momento; no se ha cobrado nada."
    ),
    "We are still looking for your best price. One moment, please; nothing was charged.": (
        "Seguimos buscando su mejor precio. Un momento; no se ha cobrado nada."
    ),
    "We are still asking for your points. One moment, please; nothing was charged.": (
        "Seguimos consultando sus puntos. Un momento; no se ha cobrado nada."
    ),
    "Show your member card first to pay with points.": (
        "Muestre primero su tarjeta de cliente para pagar con puntos."
    ),
    "Points cannot be used for paying here.": "Aquí no se puede pagar con puntos.",
    "One purchase holds no more of this item.": "Una compra no admite más de este artículo.",
    "That is a lot of coupons! Please press Help.": "¡Son muchos cupones! Pulse Ayuda.",
    "This checkout is closed. Please use another one.": ("Esta caja está cerrada. Utilice otra, por favor."),
    "You cannot pay right now.": "Ahora no se puede pagar.",
    "The quantity of a weighed item is fixed.": "La cantidad de un artículo pesado es fija.",
    "Please choose a quantity from 1 to 99.": "Elija una cantidad de 1 a 99.",
    "The card terminal is not ready. Nothing was charged.": (
        "El terminal de tarjetas no está listo. No se ha cobrado nada."
    ),
    "This purchase cannot be cancelled any more.": "Esta compra ya no se puede cancelar.",
    "No more copies. Please press Help.": "No hay más copias. Pulse Ayuda.",
    "Please finish weighing first. Nothing was charged.": (
        "Termine primero de pesar. No se ha cobrado nada."
    ),
    "A colleague has to look first and is on the way. Nothing was charged.": (
        "Nuestro personal debe verlo antes y está de camino. No se ha cobrado nada."
    ),
    "A part is paid already. It has to go back before the basket can change.": (
        "Una parte ya está pagada. Hay que devolverla antes de cambiar la cesta."
    ),
    "Please choose an amount up to what is left to pay.": (
        "Elija un importe que no supere lo que falta por pagar."
    ),
    "Please pay the rest at once: that is enough parts.": (
        "Pague el resto de una vez: ya son bastantes partes."
    ),
    "We are still asking about your gift card or balance. One moment, please; nothing was charged.": (
        "Seguimos consultando su tarjeta regalo o su saldo. Un momento; no se ha cobrado nada."
    ),
    "This is not a gift card's number. Nothing was taken; please try again.": (
        "No es un número de tarjeta regalo. No se ha descontado nada; vuelva a probar."
    ),
    "Gift cards cannot be used here right now. Nothing was taken; please pay another way.": (
        "Ahora no se pueden usar tarjetas regalo. No se ha descontado nada; pague de otra forma."
    ),
    "It already pays for this purchase.": "Ya paga esta compra.",
    "A PIN has digits only. Nothing was taken.": "Un PIN solo tiene cifras. No se ha descontado nada.",
    "You cannot pay from a balance here.": "Aquí no se puede pagar con saldo.",
    "To pay from your balance, go back to the basket and show your member card first.": (
        "Para pagar con su saldo, vuelva a la cesta y muestre primero su tarjeta de cliente."
    ),
    "One purchase takes no more gift cards. Nothing was taken; please pay another way.": (
        "Una compra no admite más tarjetas regalo. No se ha descontado nada; pague de otra forma."
    ),
    "You cannot pay by phone wallet here. Nothing was charged.": (
        "Aquí no se puede pagar con el teléfono. No se ha cobrado nada."
    ),
    "Phone wallets cannot be reached right now. Nothing was charged; please pay another way.": (
        "Ahora no se puede pagar con el teléfono. No se ha cobrado nada; pague de otra forma."
    ),
    "Not while training: nothing is paid here.": "No durante las prácticas: aquí no se paga nada.",
    "That is not possible right now.": "Ahora no es posible.",
    "This coupon has expired. It saves nothing today. Your basket is unchanged.": (
        "Este cupón ha caducado. Hoy no descuenta nada. Su cesta no ha cambiado."
    ),
    "This coupon is not valid yet. Your basket is unchanged. Please keep it for your next visit.": (
        "Este cupón aún no es válido. Su cesta no ha cambiado. Guárdelo para su próxima visita."
    ),
    "This coupon is for another country. We cannot take it here. Your basket is unchanged.": (
        "Este cupón es de otro país. Aquí no podemos aceptarlo. Su cesta no ha cambiado."
    ),
    "This coupon is for another shop. We cannot take it here. Your basket is unchanged.": (
        "Este cupón es de otra tienda. Aquí no podemos aceptarlo. Su cesta no ha cambiado."
    ),
    (
        "This coupon could not be checked. It saves nothing now and was not used up. Please keep "
        "it for next time."
    ): (
        "No se ha podido comprobar este cupón. Ahora no descuenta nada y no se ha gastado. "
        "Guárdelo para la próxima vez."
    ),
    (
        "A colleague has to look at this coupon. It saves nothing yet. Press Help, or go on "
        "without it; the coupon is still yours."
    ): (
        "Nuestro personal debe ver este cupón. Aún no descuenta nada. Pulse Ayuda o siga sin él; "
        "el cupón sigue siendo suyo."
    ),
    (
        "This coupon does not fit your basket. The goods it is for are not in your basket. Scan "
        "them first, then the coupon."
    ): (
        "Este cupón no corresponde a su cesta. Los artículos del cupón no están en su cesta. "
        "Escanéelos primero y después el cupón."
    ),
    "This coupon cannot be used. It has no value here. Your basket is unchanged.": (
        "Este cupón no se puede usar. Aquí no tiene valor. Su cesta no ha cambiado."
    ),
    (
        "This coupon is in use at another checkout. A coupon counts once. If it is yours and "
        "unused, press Help; we will sort it out."
    ): (
        "Este cupón se está usando en otra caja. Un cupón cuenta una sola vez. Si es suyo y no lo "
        "ha usado, pulse Ayuda y lo aclaramos."
    ),
    "This coupon was used before. A coupon counts once. Your basket is unchanged.": (
        "Este cupón ya se usó. Un cupón cuenta una sola vez. Su cesta no ha cambiado."
    ),
    (
        "We couldn't read this coupon. It saves nothing yet. Smooth it, hold it still and try "
        "again, or type its number."
    ): (
        "No hemos podido leer este cupón. Aún no descuenta nada. Alíselo, sujételo quieto y vuelva "
        "a probar, o escriba su número."
    ),
    "This coupon is already in your basket. It counts once; nothing has changed.": (
        "Este cupón ya está en su cesta. Cuenta una sola vez; no ha cambiado nada."
    ),
    (
        "This coupon cannot be used. It is no longer taken. Your basket is unchanged; press Help "
        "if you have a question."
    ): (
        "Este cupón no se puede usar. Ya no se acepta. Su cesta no ha cambiado; pulse Ayuda si "
        "tiene alguna pregunta."
    ),
    (
        "This coupon cannot be checked right now. It was not used up. Try again in a moment, or "
        "keep it for your next visit."
    ): (
        "Ahora no se puede comprobar este cupón. No se ha gastado. Pruebe en un momento o guárdelo "
        "para su próxima visita."
    ),
    (
        "This coupon cannot be checked right now. It was not used up. Please keep it for your next "
        "visit, or press Help."
    ): (
        "Ahora no se puede comprobar este cupón. No se ha gastado. Guárdelo para su próxima visita "
        "o pulse Ayuda."
    ),
    "Not paid. Nothing was charged this time. Try again or pay another way, or press Help.": (
        "No pagado. Esta vez no se ha cobrado nada. Vuelva a probar, pague de otra forma o pulse Ayuda."
    ),
    "Payment stopped. Nothing was charged this time. Start again, or pay another way.": (
        "Pago detenido. Esta vez no se ha cobrado nada. Empiece de nuevo o pague de otra forma."
    ),
    "Not paid. The payment did not go through. Nothing was charged this time; please try again.": (
        "No pagado. El pago no se ha completado. Esta vez no se ha cobrado nada; vuelva a probar."
    ),
    (
        "Not paid. The amount was charged and given back at once. Try again or pay another way, or "
        "press Help."
    ): (
        "No pagado. El importe se cobró y se devolvió al momento. Vuelva a probar, pague de otra "
        "forma o pulse Ayuda."
    ),
    "The time to pay is over. Nothing was charged this time. Start again, or pay another way.": (
        "Se acabó el tiempo para pagar. Esta vez no se ha cobrado nada. Empiece de nuevo o pague "
        "de otra forma."
    ),
    (
        "We don't know this gift card. Nothing was taken. Check the number and try again, or pay another way."
    ): (
        "No conocemos esta tarjeta regalo. No se ha descontado nada. Compruebe el número y vuelva "
        "a probar, o pague de otra forma."
    ),
    "Nothing is left on it. Nothing was taken. Please pay another way.": (
        "No le queda saldo. No se ha descontado nada. Pague de otra forma, por favor."
    ),
    "It is in use at another checkout. Nothing was taken. Finish there first, or pay another way.": (
        "Se está usando en otra caja. No se ha descontado nada. Termine primero allí o pague de otra forma."
    ),
    "It was used up before. Nothing was taken. Please pay another way, or press Help.": (
        "Ya se había gastado. No se ha descontado nada. Pague de otra forma o pulse Ayuda."
    ),
    "That took too long. Nothing was taken. Please try again.": (
        "Ha tardado demasiado. No se ha descontado nada. Vuelva a probar."
    ),
    "It is blocked. Nothing was taken. Press Help to ask why, or pay another way.": (
        "Está bloqueada. No se ha descontado nada. Pulse Ayuda para saber por qué o pague de otra forma."
    ),
    "It has expired. Nothing was taken. Press Help to ask, or pay another way.": (
        "Ha caducado. No se ha descontado nada. Pulse Ayuda o pague de otra forma."
    ),
    "It holds another currency. It cannot pay here and nothing was taken. Please pay another way.": (
        "Es de otra moneda. No puede pagar aquí y no se ha descontado nada. Pague de otra forma, por favor."
    ),
    "It needs its PIN. Nothing was taken. Type the PIN, or pay another way.": (
        "Necesita su PIN. No se ha descontado nada. Escriba el PIN o pague de otra forma."
    ),
    "This PIN is not right. Nothing was taken. Try again; after five wrong ones the card is locked.": (
        "Este PIN no es correcto. No se ha descontado nada. Vuelva a probar; tras cinco errores la "
        "tarjeta se bloquea."
    ),
    "Too many wrong PINs. It is locked for 15 minutes and nothing was taken. Please pay another way.": (
        "Demasiados PIN incorrectos. Queda bloqueada 15 minutos y no se ha descontado nada. Pague "
        "de otra forma, por favor."
    ),
    "Too many tries. Nothing was taken. Please pay another way, or press Help.": (
        "Demasiados intentos. No se ha descontado nada. Pague de otra forma o pulse Ayuda."
    ),
    (
        "We cannot ask about it right now. Nothing was taken; what is on it stays yours. Try again "
        "in a moment, or pay another way."
    ): (
        "Ahora no podemos consultarla. No se ha descontado nada; su saldo sigue siendo suyo. "
        "Pruebe en un momento o pague de otra forma."
    ),
    "It cannot be used for this purchase. Nothing was taken. Please pay another way, or press Help.": (
        "No se puede usar en esta compra. No se ha descontado nada. Pague de otra forma o pulse Ayuda."
    ),
    "Your points cannot be used right now. They stay yours.": (
        "Ahora no se pueden usar sus puntos. Siguen siendo suyos."
    ),
    "Your points are in use at another checkout. They stay yours.": (
        "Sus puntos se están usando en otra caja. Siguen siendo suyos."
    ),
    "You have too few points to pay with. They stay yours.": (
        "Tiene pocos puntos para pagar. Siguen siendo suyos."
    ),
    "Your points cannot be used for this purchase. They stay yours.": (
        "Sus puntos no valen para esta compra. Siguen siendo suyos."
    ),
    "The printer is out of paper.": "La impresora no tiene papel.",
    "The printer is open.": "La impresora está abierta.",
    "The printer's cutter is stuck.": "La cuchilla de la impresora está atascada.",
    "The printer is not available.": "La impresora no está disponible.",
    ("Welcome. Scan your first item to begin. The camera reads the barcode: hold the pack in front of it."): (
        "Bienvenido. Escanee su primer artículo para empezar. La cámara lee el código de barras: "
        "acérquele el envase."
    ),
    "Your basket: {items}. Total {amount}.": "Su cesta: {items}. Total {amount}.",
    "Your basket is empty.": "Su cesta está vacía.",
    "Put {name} on the scale, and leave it until you hear its price.": (
        "Ponga {name} en la balanza y déjelo hasta oír su precio."
    ),
    "How would you like to pay? To pay: {amount}, for {items}.": (
        "¿Cómo quiere pagar? A pagar: {amount}, por {items}."
    ),
    "{paid} is covered. Left to pay: {amount}. How would you like to pay it?": (
        "{paid} ya están cubiertos. Falta por pagar: {amount}. ¿Cómo quiere pagarlo?"
    ),
    "{amount}, by card. Please follow the card terminal. You have paid only when we say so.": (
        "{amount}, con tarjeta. Siga las indicaciones del terminal. Solo está pagado cuando lo digamos."
    ),
    (
        "Stopping the payment. Please wait. The terminal was asked to stop and will say whether it "
        "charged your card."
    ): ("Deteniendo el pago. Espere, por favor. El terminal dirá si se ha cobrado en su tarjeta."),
    (
        "One moment, please. The terminal has answered. We are completing your payment. You have "
        "paid only when we say so."
    ): (
        "Un momento, por favor. El terminal ha respondido. Estamos completando su pago. Solo está "
        "pagado cuando lo digamos."
    ),
    (
        "{amount}, by phone. A code to scan with your wallet app is on the screen. You have paid "
        "only when we say so."
    ): (
        "{amount}, con el teléfono. En la pantalla hay un código para su aplicación. Solo está "
        "pagado cuando lo digamos."
    ),
    "One moment, please. The code for your phone is on its way. Nothing was charged.": (
        "Un momento, por favor. El código para su teléfono está en camino. No se ha cobrado nada."
    ),
    "We have read your phone's code. Please wait. You have paid only when we say so.": (
        "Hemos leído el código de su teléfono. Espere, por favor. Solo está pagado cuando lo digamos."
    ),
    "Please confirm {amount} on your phone. Nothing is charged before you do.": (
        "Confirme {amount} en su teléfono. No se cobra nada antes."
    ),
    (
        "Stopping the payment. Please wait, and do not confirm on your phone now. We are asking "
        "whether anything was charged."
    ): (
        "Deteniendo el pago. Espere, por favor, y no confirme nada ahora. Estamos preguntando si "
        "se ha cobrado algo."
    ),
    (
        "Please wait. Do not pay again. We are asking whether your payment of {amount} went "
        "through. Your basket is kept."
    ): (
        "Espere, por favor. No vuelva a pagar. Estamos preguntando si su pago de {amount} se ha "
        "realizado. Guardamos su cesta."
    ),
    (
        "A colleague has to look. Do not pay again. It is not known yet whether your payment of "
        "{amount} went through; a colleague will check it with you. Your basket is kept."
    ): (
        "Nuestro personal debe comprobarlo. No vuelva a pagar. Aún no se sabe si su pago de "
        "{amount} se ha realizado; lo comprobaremos con usted. Guardamos su cesta."
    ),
    "Goods come back. A colleague takes them back with you. {given} has gone back to you so far.": (
        "Devolución de artículos. Nuestro personal los recoge con usted. Hasta ahora se le han "
        "devuelto {given}."
    ),
    "Goods come back. A colleague takes them back with you. No money has moved yet.": (
        "Devolución de artículos. Nuestro personal los recoge con usted. Aún no se ha movido dinero."
    ),
    (
        "{amount} goes back to your card. Please follow the card terminal. It has gone back only "
        "when we say so."
    ): (
        "{amount} vuelven a su tarjeta. Siga las indicaciones del terminal. Solo está devuelto "
        "cuando lo digamos."
    ),
    "{amount} goes back to the wallet on your phone. Please wait.": (
        "{amount} vuelven a su teléfono. Espere, por favor."
    ),
    "Please wait. We are asking whether {amount} has gone back to you.": (
        "Espere, por favor. Estamos preguntando si se le han devuelto {amount}."
    ),
    (
        "A colleague has to look. It is not known yet whether {amount} has gone back to you. A "
        "colleague will check it with you."
    ): (
        "Nuestro personal debe comprobarlo. Aún no se sabe si se le han devuelto {amount}. Lo "
        "comprobaremos con usted."
    ),
    (
        "Not everything has gone back. What is paid still counts for this purchase. Try again, or press Help."
    ): ("No se ha devuelto todo. Lo pagado sigue contando para esta compra. Vuelva a probar o pulse Ayuda."),
    "Paid: {amount}. Thank you.": "Pagado: {amount}. Gracias.",
    "Nothing to pay. Nothing was charged. Thank you.": ("Nada que pagar. No se ha cobrado nada. Gracias."),
    "{given} has gone back to you.": "Se le han devuelto {given}.",
    "Would you like a receipt, on paper or as a code?": "¿Quiere su ticket, en papel o como código?",
    "Your receipt is printing, below the screen.": ("Su ticket se está imprimiendo, debajo de la pantalla."),
    "Printing has stopped. {reason} A colleague is needed; printing then goes on by itself.": (
        "La impresión se ha detenido. {reason} Hace falta nuestro personal; después sigue imprimiendo sola."
    ),
    "Your receipt is printed. Please take the paper below the screen.": (
        "Su ticket está impreso. Recoja el papel debajo de la pantalla."
    ),
    "The receipt could not be printed. You can take it as a code instead.": (
        "No se ha podido imprimir el ticket. Puede llevárselo como código."
    ),
    "We cannot tell whether your receipt was printed. If it is missing, take it as a code.": (
        "No sabemos si su ticket se ha impreso. Si falta, lléveselo como código."
    ),
    "Your receipt is a code on the screen, to scan with your phone.": (
        "Su ticket es un código en la pantalla, para escanear con su teléfono."
    ),
    "Thank you. Please take your shopping. Goodbye.": ("Gracias. Recoja su compra, por favor. Hasta pronto."),
    "You can choose: {choices}.": "Puede elegir: {choices}.",
    "{name}, {amount}.": "{name}, {amount}.",
    "{name}, {weight}, {amount}.": "{name}, {weight}, {amount}.",
    "{name}, now {quantity}, {amount}.": "{name}, ahora {quantity}, {amount}.",
    "Removed: {name}.": "Quitado: {name}.",
    "With {amount} deposit.": "Con {amount} de depósito.",
    "This ends by itself in a moment. Choose more time if you need it.": (
        "Esto termina solo en un momento. Elija más tiempo si lo necesita."
    ),
    "You save {amount}.": "Ahorra {amount}.",
    "Prices have changed: you save {amount} less.": "Han cambiado precios: ahorra {amount} menos.",
    "Total {amount}.": "Total {amount}.",
    "Member prices are on.": "Los precios de cliente están activos.",
    "Your coupon is in the basket.": "Su cupón está en la cesta.",
    "There is no paper receipt right now. {reason}": "Ahora no hay ticket en papel. {reason}",
    "You earned {points}.": "Ha ganado {points}.",
    "Goods {amount}.": "Artículos {amount}.",
    "{amount} is paid next.": "Ahora se pagan {amount}.",
    "A colleague is coming. Please wait here.": "Ya vamos a ayudarle. Espere aquí, por favor.",
    "Your basket is kept.": "Guardamos su cesta.",
    "Nothing was charged.": "No se ha cobrado nada.",
    "{amount} is paid, and is kept.": "{amount} están pagados y guardados.",
    "A colleague works at this checkout. Please wait.": (
        "Nuestro personal está trabajando en esta caja. Espere, por favor."
    ),
    "This checkout has to pause. A colleague will help you.": (
        "Esta caja tiene que parar. Nuestro personal le ayudará."
    ),
    "A message from our staff: {text}": "Mensaje de nuestro personal: {text}",
    "English.": "Español.",
    "Training. Nothing is sold here.": "Prácticas. Aquí no se vende nada.",
    "Gift card or balance: {text}": "Tarjeta regalo o saldo: {text}",
    "scan an item": "escanear un artículo",
    "another language": "otro idioma",
    "hear the basket": "oír la cesta",
    "remove an item": "quitar un artículo",
    "Each of these has a date of its own. Please scan every one.": (
        "Cada uno tiene su propia fecha. Escanéelos uno por uno."
    ),
    "You can shop by ear. The arrow keys move, OK chooses, and one key calls a colleague.": (
        "Puede comprar de oído. Las flechas mueven, OK elige y una tecla llama a nuestro personal."
    ),
    "Nothing to choose right now.": "Ahora no hay nada que elegir.",
    "Quantity {text}.": "Cantidad {text}.",
    "Volume {percent} percent.": "Volumen {percent} por ciento.",
    "Speed {percent} percent.": "Velocidad {percent} por ciento.",
    "The screen is dark now. Nobody reads along.": "La pantalla está oscura. Nadie lee con usted.",
    "The screen shows again.": "La pantalla se ve otra vez.",
    "A colleague has been called already.": "Ya se ha avisado a nuestro personal.",
    "A colleague is called.": "Se avisa a nuestro personal.",
    "{quantity} times {name}, {amount}.": "{quantity} veces {name}, {amount}.",
    "And {items} more.": "Y {items} más.",
    "Tax in it: {amount}.": "Impuesto incluido: {amount}.",
    "A colleague comes to you. One look, and you can pay; paying goes on by itself.": (
        "Nuestro personal viene a verle. Un vistazo y podrá pagar; el pago seguirá solo."
    ),
    "You are next.": "Es su turno enseguida.",
    "You are number {place} in the queue.": "Es el número {place} de la cola.",
    "A colleague has looked: {reason}. Please put it right, or press Help.": (
        "Lo hemos revisado: {reason}. Corríjalo, por favor, o pulse Ayuda."
    ),
    "The shop's service cannot be reached. Nothing was charged; please try again later.": (
        "No hay conexión con el servicio de la tienda. No se ha cobrado nada; pruebe más tarde."
    ),
    "This balance is blocked. Nothing was charged. Please press Help.": (
        "Este saldo está bloqueado. No se ha cobrado nada. Pulse Ayuda."
    ),
    "This balance is in another currency. Nothing was charged.": (
        "Este saldo es de otra moneda. No se ha cobrado nada."
    ),
    "Your balance is full: no more fits on it. Nothing was charged.": (
        "Su saldo está completo: no admite más. No se ha cobrado nada."
    ),
    "This cannot be topped up. Nothing was charged. Show another card, or press Help.": (
        "Esto no se puede recargar. No se ha cobrado nada. Muestre otra tarjeta o pulse Ayuda."
    ),
    "Whose balance? Show your member card or your phone, or type your number.": (
        "¿El saldo de quién? Muestre su tarjeta de cliente o su teléfono, o escriba su número."
    ),
    "One moment, please. We are asking for your balance. Nothing was charged.": (
        "Un momento, por favor. Estamos consultando su saldo. No se ha cobrado nada."
    ),
    "By how much? You can choose {amounts}. You pay by card.": (
        "¿Cuánto? Puede elegir {amounts}. Paga con tarjeta."
    ),
    "Topped up: {amount} is on your balance.": "Recargado: su saldo es de {amount}.",
    "A balance cannot be topped up at this checkout.": "En esta caja no se puede recargar saldo.",
    "Please show your member card first.": "Muestre primero su tarjeta de cliente.",
    "Please choose one of the amounts. Nothing was charged.": (
        "Elija uno de los importes. No se ha cobrado nada."
    ),
    "Please press Help: a colleague looks at your card.": "Pulse Ayuda: miraremos su tarjeta.",
    "This cannot be weighed here. Press Help, and a colleague comes.": (
        "Aquí no se puede pesar. Pulse Ayuda y acudiremos."
    ),
    "This is not sold without a barcode. Please scan it.": (
        "Esto no se vende sin código de barras. Escanéelo, por favor."
    ),
    "What does it cost? Hold an item in front of the camera. Nothing is added.": (
        "¿Cuánto cuesta? Ponga un artículo delante de la cámara. No se añade nada."
    ),
    "{name} costs {amount}. Nothing was added.": "{name} cuesta {amount}. No se ha añadido nada.",
    "{name} costs {amount} instead of {was}. Nothing was added.": (
        "{name} cuesta {amount} en lugar de {was}. No se ha añadido nada."
    ),
    "{name} costs {amount} a kilogram. Nothing was added.": (
        "{name} cuesta {amount} el kilo. No se ha añadido nada."
    ),
    "This has no price here. Try another item, or ask a colleague.": (
        "Este artículo no tiene precio aquí. Pruebe con otro o pregunte a un empleado."
    ),
    "One moment, please. Your membership is being prepared. Your basket stays as it is.": (
        "Un momento, por favor. Estamos preparando su alta de socio. Su cesta sigue igual."
    ),
    "A code to join is on the screen. Point your phone at it and go on there. Your basket stays here.": (
        "En la pantalla hay un código para hacerse socio. Apunte con el teléfono y siga allí. Su "
        "cesta se queda aquí."
    ),
    "Joining is not possible right now. Nothing was kept; shop on as always.": (
        "Ahora no es posible hacerse socio. No se ha guardado nada; siga comprando como siempre."
    ),
    "This number has a membership already. Go back, and enter it as a member's number.": (
        "Este número ya es de un socio. Vuelva atrás e introdúzcalo como número de socio."
    ),
    "Nobody has joined, and nothing was kept. Please try again.": (
        "Nadie se ha hecho socio y no se ha guardado nada. Inténtelo de nuevo."
    ),
    "Nobody can join at this checkout.": "En esta caja nadie puede hacerse socio.",
    "To join, please agree to the membership.": "Para hacerse socio, acepte las condiciones de socio.",
    "This is not a telephone number. Please check it.": "Esto no es un número de teléfono. Compruébelo.",
    "Do you need bags? Choose how many, or choose no bag.": ("¿Necesita bolsas? Elija cuántas, o ninguna."),
    "Your purchase is about to be given up. Choose undo to keep it.": (
        "Su compra está a punto de cancelarse. Elija Deshacer para conservarla."
    ),
    "One moment, please. We are looking for your order.": (
        "Un momento, por favor. Estamos buscando su pedido."
    ),
    "Your order. Take your goods. When you have everything, confirm it here.": (
        "Su pedido. Tome sus artículos. Cuando lo tenga todo, confírmelo aquí."
    ),
    "Collect it at the counter. Your order waits there. Show the code on your phone once more.": (
        "Recójalo en el mostrador. Su pedido le espera allí. Muestre de nuevo el código de su teléfono."
    ),
    "Your order. Take your goods. They are yours when they are paid here. To pay: {amount}.": (
        "Su pedido. Tome sus artículos. Son suyos cuando estén pagados aquí. A pagar: {amount}."
    ),
    "Your order. Pay here, then collect it at the counter with the same code. To pay: {amount}.": (
        "Su pedido. Pague aquí y recójalo después en el mostrador con el mismo código. A pagar: {amount}."
    ),
    "One moment, please. We are bringing your order here.": (
        "Un momento, por favor. Estamos trayendo su pedido aquí."
    ),
    "Your order could not be brought here. Nothing was charged. Please try once more, or ask a colleague.": (
        "No se ha podido traer su pedido aquí. No se ha cobrado nada. Inténtelo otra vez o "
        "pregunte al personal."
    ),
    "Another lane has this order. Nothing was charged here. Finish it there, or ask a colleague.": (
        "Otra caja tiene este pedido. Aquí no se ha cobrado nada. Termínelo allí o pregunte al personal."
    ),
    "This order is paid already. Nothing was charged here. Collect it at the counter.": (
        "Este pedido ya está pagado. Aquí no se ha cobrado nada. Recójalo en el mostrador."
    ),
    "One moment, please. We are writing down that you have your order.": (
        "Un momento, por favor. Estamos anotando que tiene su pedido."
    ),
    "Your order is complete. Thank you. Nothing was charged here.": (
        "Su pedido está completo. Gracias. Aquí no se ha cobrado nada."
    ),
    "This order was collected already. If that was not you, please ask a colleague.": (
        "Este pedido ya se recogió. Si no fue usted, pregunte al personal."
    ),
    "This order was cancelled. What was paid for it has gone back.": (
        "Este pedido se canceló. Lo pagado se ha devuelto."
    ),
    "It is too early for this order. Your phone shows when you can collect it.": (
        "Es demasiado pronto para este pedido. Su teléfono muestra cuándo puede recogerlo."
    ),
    "It is too late for this order. Its time is over. What was paid goes back.": (
        "Es demasiado tarde para este pedido. Su plazo ha pasado. Lo pagado se devuelve."
    ),
    "This order is brought to you. It is not collected in the shop.": (
        "Este pedido se le entrega. No se recoge en la tienda."
    ),
    "Show the next code. This one is over. Your phone shows a new one in a moment.": (
        "Muestre el siguiente código. Este ya no vale. Su teléfono mostrará uno nuevo enseguida."
    ),
    "This order is in another shop. Your phone shows which one.": (
        "Este pedido está en otra tienda. Su teléfono muestra en cuál."
    ),
    "We cannot look for orders right now. Nothing was changed. Please go to the counter.": (
        "Ahora no podemos buscar pedidos. No se ha cambiado nada. Diríjase al mostrador."
    ),
    "This could not be written down yet. Please confirm it once more, or ask a colleague.": (
        "Aún no se ha podido anotar. Confírmelo otra vez o pregunte al personal."
    ),
    "Finish this purchase first. Then show the code of your order again.": (
        "Termine primero esta compra. Después muestre de nuevo el código de su pedido."
    ),
    "This code opens no order here. Open your order on the phone and show its code, or go to the counter.": (
        "Este código no abre ningún pedido aquí. Abra su pedido en el teléfono y muestre su código, o vaya "
        "al mostrador."
    ),
    "change how many": "cambiar la cantidad",
    "take back a coupon": "retirar un cupón",
    "a kind of goods": "una categoría de productos",
    "one of the goods": "uno de los productos",
    "letters to search with": "letras para buscar",
    "keys to type with": "teclas para escribir",
    "Choose undo to have it back.": "Elija Deshacer para recuperarlo.",
    "{text}. Found: {items}.": "{text}. Encontrado: {items}.",
    "Chosen.": "Elegido.",
    "Not chosen.": "No elegido.",
}
