"""Interventions and the words around them in Spanish, by the English text."""

TEXTS: dict[str, str] = {
    "not placed": "no colocado",
    "recalled or stopped": "retirado o bloqueado",
    "has no price": "sin precio",
    "reduced label": "etiqueta rebajada",
    "of high value": "de mucho valor",
    "drawn at random": "elegida al azar",
    "worth more than the lane accepts alone": "vale más de lo que la caja acepta sola",
    "its worth is not bounded": "su valor no tiene límite",
    "help was called": "se pidió ayuda",
    "closed": "cerrada",
    "printing stopped": "impresión detenida",
    "overload": "sobrecarga",
    "fault": "avería",
    "not known": "desconocido",
    "not an article's code": "no es código de artículo",
    "nobody at the payment step": "nadie en el pago",
    "nothing happens": "no pasa nada",
    "abandoned": "abandonada",
    "the shopper's time was over": "se acabó el tiempo del cliente",
    "the shopper wants to pay": "el cliente quiere pagar",
    "the shopper asked for staff": "el cliente pidió al personal",
    "nobody came": "no vino nadie",
    "the shopper has seen it": "el cliente lo ha visto",
    "the purchase is complete": "la compra está completa",
    "the purchase was cancelled": "la compra se canceló",
    "the purchase was put aside": "la compra se apartó",
    "the weight fits again": "el peso vuelve a coincidir",
    "the item was placed": "el artículo se colocó",
    "the line was taken off": "la línea se quitó",
    "the code is settled": "el código está resuelto",
    "it has a price": "tiene precio",
    "within the limit again": "otra vez dentro del límite",
    "the hours of sale began": "empezó el horario de venta",
    "the number is there": "el número está",
    "the coupon was taken back": "el cupón se retiró",
    "the sensor reports it": "el sensor lo indica",
    "the shopper is there": "el cliente está aquí",
    "help ended": "la ayuda terminó",
    "the sample matches": "la muestra coincide",
    "the item was scanned": "el artículo se escaneó",
    "the payment is settled": "el pago está resuelto",
    "the device is ready again": "el dispositivo está listo otra vez",
    "the link is back": "la conexión ha vuelto",
    "the data are fresh again": "los datos están al día",
    "the lane was opened": "la caja se abrió",
    "handed over": "entregado",
    "left": "se fue",
    "nothing was touched for a while": "no se tocó nada en un rato",
    "by the shopper": "por el cliente",
    "by staff": "por el personal",
    "the shopper is gone": "el cliente se fue",
    "the top-up was left": "se abandonó la recarga",
    "paying the order was left": "se abandonó el pago del pedido",
    "the return was stopped": "se detuvo la devolución",
    "somebody else signed in": "otra persona se identificó",
    "the program started again": "el programa se reinició",
    "wrong": "incorrecto",
    "revoked": "revocado",
    "locked": "bloqueado",
    "a few items": "algunos artículos",
    "everything": "todo",
    "items taken off": "artículos quitados",
    "prices changed": "precios cambiados",
    "weights accepted": "pesos aceptados",
    "items not bagged": "artículos sin embolsar",
    "reduced labels": "etiquetas rebajadas",
    "dear items": "artículos caros",
    "one code many times": "un mismo código muchas veces",
    "seen by the camera": "visto por la cámara",
    "the lane started again": "la caja se reinició",
    "found in earlier checks": "hallado en controles anteriores",
    "from {0} years": "desde {0} años",
    "not sold at {0}": "no se vende a las {0}",
    "expired on {0}": "caducó el {0}",
    "{0} with a tag": "{0} con alarma",
    "{0} sold with a number": "{0} se vende con un número",
    "{0} pieces": "{0} piezas",
    "{0} items": "{0} artículos",
    "{0} units over {1}": "{0} unidades sobre {1}",
    "{0}, allowed {1}": "{0}, permitido {1}",
    "{0} times in a row": "{0} veces seguidas",
    "{0} times refused": "{0} veces rechazado",
    "more than {0} in one purchase": "más de {0} en una compra",
    "code {0}": "código {0}",
    "not an article's code: {0}": "no es código de artículo: {0}",
    "Look at what lies there; accept it, or have it taken off or scanned.": (
        "Mire lo que hay; acéptelo, o que se quite o se escanee."
    ),
    "Something is not scanned yet": "Falta escanear un artículo",
    (
        "There is more in the bagging area than you scanned. Scan the item, or take it out. You "
        "can go on scanning."
    ): (
        "Hay más en la zona de bolsas de lo que ha escaneado. Escanee el artículo o retírelo. "
        "Puede seguir escaneando."
    ),
    "Nothing.": "Nada.",
    "Please put {item} in the bagging area": "Ponga {item} en la zona de bolsas",
    "Put the item down, or touch “I don’t want to bag it”. You can go on scanning.": (
        "Deje el artículo o toque «No quiero embolsarlo». Puede seguir escaneando."
    ),
    "Compare item and basket; accept, and say so if the weight on file is wrong.": (
        "Compare artículo y cesta; acepte, e indique si el peso guardado es erróneo."
    ),
    "Please check the last item": "Compruebe el último artículo",
    (
        "Its weight is not what we expected. Is it the item you scanned, and only that one? You "
        "can go on scanning."
    ): ("Su peso no es el esperado. ¿Es el artículo que escaneó, y solo ese? Puede seguir escaneando."),
    "Look whether an item was put back or only moved; accept.": (
        "Mire si se devolvió un artículo o solo se movió; acepte."
    ),
    "Please put the item back": "Vuelva a poner el artículo, por favor",
    (
        "Something was taken out of the bagging area. Put it back, or take it off your list. You "
        "can go on scanning."
    ): (
        "Se ha sacado algo de la zona de bolsas. Vuelva a ponerlo o quítelo de la lista. Puede "
        "seguir escaneando."
    ),
    "Nothing: it never comes up. The row exists so that nobody builds an alarm for it.": (
        "Nada: nunca aparece. La línea existe para que nadie haga de ello una alarma."
    ),
    "Take your time": "Tómese su tiempo",
    "You can move your items as you like.": "Puede mover sus artículos como quiera.",
    "Look at the items that are not bagged; allow it.": "Mire los artículos sin embolsar; permítalo.",
    "A colleague will have a quick look": "Nuestro personal echará un vistazo",
    "{count} items are not in the bagging area. Go on scanning; we come to you before you pay.": (
        "{count} artículos no están en la zona de bolsas. Siga escaneando; iremos antes de que pague."
    ),
    "Look into the bag; allow it.": "Mire dentro de la bolsa; permítalo.",
    "Your bag is rather heavy": "Su bolsa pesa bastante",
    "Is there something in it? Empty it, or go on scanning: a colleague looks before you pay.": (
        "¿Hay algo dentro? Vacíela o siga escaneando: la miraremos antes de que pague."
    ),
    "Help to move full bags; take the weight as it is.": (
        "Ayude a mover las bolsas llenas; acepte el peso como está."
    ),
    "The bagging area is full": "La zona de bolsas está llena",
    "Touch “Move full bags”, put them into your trolley, and go on scanning.": (
        "Toque «Mover bolsas llenas», póngalas en su carro y siga escaneando."
    ),
    "Clear the scale, set it to zero; else go on without it or close the lane.": (
        "Vacíe la balanza y póngala a cero; si no, siga sin ella o cierre la caja."
    ),
    "The scale needs a moment": "La balanza necesita un momento",
    "Please do not lean on the bagging area. You can go on scanning; nothing was charged.": (
        "No se apoye en la zona de bolsas, por favor. Puede seguir escaneando; no se ha cobrado nada."
    ),
    "Load paper, close the cover; a waiting receipt then prints by itself.": (
        "Ponga papel y cierre la tapa; un ticket en espera se imprime solo."
    ),
    "No paper receipt just now": "Ahora no hay ticket en papel",
    "You can pay and take your receipt as a QR code, or wait for paper.": (
        "Puede pagar y llevarse el ticket como código QR, o esperar al papel."
    ),
    "Restart the device; close the lane if it stays silent.": (
        "Reinicie el dispositivo; cierre la caja si sigue sin responder."
    ),
    "A device is not answering": "Un dispositivo no responde",
    "Your basket is kept. A colleague will help you; what is paid stays paid.": (
        "Guardamos su cesta. Nuestro personal le ayudará; lo pagado sigue pagado."
    ),
    "Let the lane sell with what it has, or close it.": (
        "Deje que la caja venda con lo que tiene, o ciérrela."
    ),
    "Working without a link": "Trabajando sin conexión",
    "You can shop and pay as usual. Some coupons and points may have to wait.": (
        "Puede comprar y pagar como siempre. Algunos cupones y puntos quizá tengan que esperar."
    ),
    "Open the lane again.": "Vuelva a abrir la caja.",
    "This checkout is closed": "Esta caja está cerrada",
    "Please use another checkout. A purchase that is under way can be finished here.": (
        "Utilice otra caja, por favor. Una compra en curso se puede terminar aquí."
    ),
    "Check the receipt; open the gate. It has a staff release and opens on a fault.": (
        "Revise el ticket; abra la salida. Tiene apertura manual y se abre si falla."
    ),
    "Please show your receipt once more": "Muestre su ticket una vez más",
    "The code was not accepted. Try again; a colleague opens for you. What is paid stays paid.": (
        "El código no se aceptó. Vuelva a probar; nuestro personal le abrirá. Lo pagado sigue pagado."
    ),
    "See the identity card; hand over once.": "Vea el documento de identidad; entregue una sola vez.",
    "Please have your identity card ready": "Tenga a mano su documento de identidad",
    (
        "Your order holds something we hand over personally. A colleague is on the way. You need "
        "not pay again."
    ): (
        "Su pedido lleva algo que entregamos en persona. Nuestro personal está de camino. No tiene "
        "que pagar otra vez."
    ),
    "Look the item up and add or price it, or take it away.": (
        "Busque el artículo y añádalo o póngale precio, o retírelo."
    ),
    "We can’t find this item": "No encontramos este artículo",
    "It was not added and costs nothing. Put it aside and go on, or touch Help.": (
        "No se ha añadido y no cuesta nada. Déjelo aparte y siga, o toque Ayuda."
    ),
    "Scan or type the code.": "Escanee o escriba el código.",
    "The barcode can’t be read": "No se puede leer el código de barras",
    "Smooth it out, turn it to the camera, or type the number below it.": (
        "Alíselo, gírelo hacia la cámara o escriba el número de debajo."
    ),
    "Look up the price and enter it, or take the item off.": (
        "Busque el precio e introdúzcalo, o quite el artículo."
    ),
    "We are checking the price": "Estamos comprobando el precio",
    "{item} has no price yet. Go on scanning; a colleague brings it before you pay.": (
        "{item} aún no tiene precio. Siga escaneando; se lo diremos antes de que pague."
    ),
    "Count; confirm or reduce.": "Cuente; confirme o reduzca.",
    "That is a lot of {item}": "Es mucha cantidad de {item}",
    "A colleague confirms {count} pieces before you pay. Go on scanning.": (
        "Confirmaremos {count} piezas antes de que pague. Siga escaneando."
    ),
    "Take the item away and apologise; the shopper did nothing wrong.": (
        "Retire el artículo y pida disculpas; el cliente no ha hecho nada mal."
    ),
    "Sorry, we can’t sell {item}": "Lo sentimos, no podemos vender {item}",
    "It is not your fault. Take it off the list; it will not be charged.": (
        "No es culpa suya. Quítelo de la lista; no se cobrará."
    ),
    "Swap the item; check the shelf.": "Cambie el artículo; revise el estante.",
    "Please swap this one": "Cambie este, por favor",
    "{item} is past its date. Take a fresh one, or take it off the list; it will not be charged.": (
        "{item} ha pasado su fecha. Tome uno fresco o quítelo de la lista; no se cobrará."
    ),
    "See an identity card or judge by sight as the store's rule says; yes or no.": (
        "Vea un documento o juzgue a la vista según la regla de la tienda; sí o no."
    ),
    "A colleague will check your age": "Comprobaremos su edad",
    "{item} is sold from {age} years. Go on scanning; we come to you before you pay.": (
        "{item} se vende desde {age} años. Siga escaneando; iremos antes de que pague."
    ),
    "Take the item off.": "Quite el artículo.",
    "{item} is not sold at this hour": "{item} no se vende a esta hora",
    "Take it off the list; it will not be charged. Everything else you can buy.": (
        "Quítelo de la lista; no se cobrará. Todo lo demás lo puede comprar."
    ),
    "Have the quantity reduced.": "Que se reduzca la cantidad.",
    "The limit is reached": "Se ha llegado al límite",
    "The law limits how much {item} one purchase may hold. Take some off; it will not be charged.": (
        "La ley limita cuánto {item} lleva una compra. Quite algo; no se cobrará."
    ),
    "Take the tag off, or unlock.": "Quite la alarma o desbloquee.",
    "We will remove the security tag": "Le quitaremos la alarma",
    "{item} has a tag. Go on scanning; a colleague takes it off before you pay.": (
        "{item} lleva alarma. Siga escaneando; la quitaremos antes de que pague."
    ),
    "Find and enter the number.": "Busque e introduzca el número.",
    "Please enter the serial number": "Introduzca el número de serie",
    "You find it on the box of {item}. You can also do this just before you pay.": (
        "Está en la caja de {item}. También puede hacerlo justo antes de pagar."
    ),
    "Compare picture, weight and choice; accept or change.": (
        "Compare imagen, peso y elección; acepte o cambie."
    ),
    "We check your choice": "Comprobamos su elección",
    "A colleague has a look at {item}. Go on scanning; you need not wait.": (
        "Nuestro personal mira {item}. Siga escaneando; no hace falta que espere."
    ),
    "Offer another way to pay; suspend if there is none.": "Ofrezca otra forma de pago; si no hay, suspenda.",
    "Not paid": "No pagado",
    "Your card was not charged. Try another card or another way to pay; a colleague can help.": (
        "No se ha cobrado en su tarjeta. Pruebe otra tarjeta u otra forma de pago; podemos ayudarle."
    ),
    "Read the terminal; record what it says. Never let the shopper pay again before that.": (
        "Lea el terminal; anote lo que dice. Antes de eso nunca deje pagar otra vez."
    ),
    "Please do not pay again": "No vuelva a pagar, por favor",
    (
        "We do not know yet whether your payment of {amount} went through. We are asking the "
        "terminal. Your basket is kept."
    ): (
        "Aún no sabemos si su pago de {amount} se ha realizado. Estamos preguntando al terminal. "
        "Guardamos su cesta."
    ),
    "Compare; confirm at the terminal.": "Compare; confirme en el terminal.",
    "A colleague checks your signature": "Comprobamos su firma",
    "Please wait at the terminal. The payment of {amount} is not complete yet.": (
        "Espere junto al terminal, por favor. El pago de {amount} aún no se ha completado."
    ),
    "{amount} left to pay": "Faltan {amount} por pagar",
    "Part of your purchase is paid. Choose how to pay the rest; if you stop, it is given back.": (
        "Una parte está pagada. Elija cómo pagar el resto; si lo deja, se le devuelve."
    ),
    "Clear the device; count; pay out by hand what is owed.": (
        "Despeje el aparato; cuente; pague a mano lo que se debe."
    ),
    "Please look at the cash slot": "Mire la ranura del efectivo",
    "Take your money if it is there. {amount} is counted so far; a colleague makes it right.": (
        "Recoja su dinero si está ahí. Hasta ahora se han contado {amount}; lo arreglaremos."
    ),
    "Get an approval by telephone, or move the shopper to another way to pay.": (
        "Pida autorización por teléfono o pase a otra forma de pago."
    ),
    "Card payment has no link just now": "El pago con tarjeta no tiene conexión",
    "{amount} cannot be paid by card at the moment. Nothing was charged. Choose another way to pay.": (
        "Ahora no se pueden pagar {amount} con tarjeta. No se ha cobrado nada. Elija otra forma de pago."
    ),
    "Come; end the call.": "Acuda; termine el aviso.",
    "A colleague is coming": "Ya vamos a ayudarle",
    "You are number {place} in the queue. You can go on scanning; your basket is kept.": (
        "Es el número {place} de la cola. Puede seguir escaneando; guardamos su cesta."
    ),
    "Have a look at what was taken off; approve.": "Mire lo que se quitó; apruebe.",
    "You took several items off. Go on scanning; we come to you before you pay.": (
        "Ha quitado varios artículos. Siga escaneando; iremos antes de que pague."
    ),
    "Take the goods back; cancel or go on.": "Recoja los artículos; cancele o siga.",
    "Give up this purchase?": "¿Dejar esta compra?",
    "A colleague takes the items back. Nothing was charged. You can also go on shopping.": (
        "Nuestro personal recoge los artículos. No se ha cobrado nada. También puede seguir comprando."
    ),
    "Confirm, or suspend and move to a staffed till.": "Confirme, o suspenda y pase a una caja con personal.",
    "That is a big basket": "Es una cesta grande",
    "This checkout is meant for smaller ones. Go on scanning; a colleague comes before you pay.": (
        "Esta caja es para cestas más pequeñas. Siga escaneando; iremos antes de que pague."
    ),
    "See whether anybody is there; suspend or cancel the purchase.": (
        "Mire si hay alguien; suspenda o cancele la compra."
    ),
    "Are you still there?": "¿Sigue ahí?",
    "Touch “I need more time” and take it. Your basket is kept and nothing was charged.": (
        "Toque «Necesito más tiempo» y tómeselo. Guardamos su cesta y no se ha cobrado nada."
    ),
    "Speak to the shopper kindly; suspend the purchase if nobody is there.": (
        "Hable con amabilidad al cliente; suspenda la compra si no hay nadie."
    ),
    "Not paid yet": "Aún sin pagar",
    "Your purchase of {amount} is not paid yet. Nothing was charged. Choose how to pay, or touch Help.": (
        "Su compra de {amount} aún no está pagada. No se ha cobrado nada. Elija cómo pagar o toque Ayuda."
    ),
    "Scan the sample; when it does not match, scan everything with the shopper.": (
        "Escanee la muestra; si no coincide, escanee todo con el cliente."
    ),
    "A quick check of a few items": "Un control rápido de unos artículos",
    (
        "It is nothing about you: some purchases are drawn. A colleague scans {count} items. "
        "Nothing was charged."
    ): (
        "No es por usted: algunas compras salen al azar. Escanearemos {count} artículos. No se ha "
        "cobrado nada."
    ),
    "Look at the clip; dismiss it or have the item scanned.": (
        "Mire la grabación; descártela o que se escanee el artículo."
    ),
    "Please check your last scan": "Compruebe su último escaneo",
    (
        "It looks as if one item was not read. Scan it once more, or touch “All scanned”. You can "
        "go on scanning."
    ): (
        "Parece que un artículo no se leyó. Escanéelo otra vez o toque «Todo escaneado». Puede "
        "seguir escaneando."
    ),
    "Come when the shopper has finished scanning; have a friendly look.": (
        "Acuda cuando el cliente acabe de escanear; mire con amabilidad."
    ),
    "Go on scanning. We come to you before you pay; nothing was charged.": (
        "Siga escaneando. Iremos antes de que pague; no se ha cobrado nada."
    ),
    "Look at the coupon; accept or refuse with the reason.": "Mire el cupón; acepte o rechace con el motivo.",
    "A colleague will look at your coupon": "Nuestro personal verá su cupón",
    "Keep it at hand and go on scanning. You can also pay without it: take it back in the list.": (
        "Téngalo a mano y siga escaneando. También puede pagar sin él: retírelo en la lista."
    ),
    "Collect the coupon.": "Recoja el cupón.",
    "Please drop your coupon in the slot": "Deposite su cupón en la ranura",
    "The store keeps this coupon. Drop it in, or hand it to a colleague, before you pay.": (
        "La tienda se queda este cupón. Deposítelo o entréguelo al personal antes de pagar."
    ),
    "Compare label and item; confirm.": "Compare etiqueta y artículo; confirme.",
    "We check the reduced price": "Comprobamos el precio rebajado",
    "Go on scanning; a colleague confirms the label of {item} before you pay.": (
        "Siga escaneando; confirmaremos la etiqueta de {item} antes de que pague."
    ),
    "Sign in with PIN or badge; grant it within your limit or refuse.": (
        "Identifíquese con PIN o tarjeta; concédalo dentro de su límite o rechácelo."
    ),
    "A colleague confirms your discount": "Confirmaremos su descuento",
    "Go on scanning; the discount of {amount} is confirmed before you pay.": (
        "Siga escaneando; el descuento de {amount} se confirma antes de que pague."
    ),
    "Nothing was wrong": "Todo estaba bien",
    "Item checked": "Artículo comprobado",
    "Weight accepted for this item": "Peso aceptado para este artículo",
    "Too large or heavy to bag": "Demasiado grande o pesado",
    "Own bag checked": "Bolsa propia comprobada",
    "Full bags moved": "Bolsas llenas movidas",
    "Scale cleared and set to zero": "Balanza vacía y a cero",
    "Item found and added": "Artículo hallado y añadido",
    "Price checked at the shelf": "Precio visto en el estante",
    "Quantity confirmed": "Cantidad confirmada",
    "Item swapped": "Artículo cambiado",
    "Item taken away": "Artículo retirado",
    "Identity card seen": "Documento de identidad visto",
    "Clearly old enough": "Claramente mayor",
    "Sale allowed at this hour": "Venta permitida a esta hora",
    "Security tag removed": "Alarma quitada",
    "Number entered": "Número introducido",
    "Right item chosen": "Artículo bien elegido",
    "Choice corrected": "Elección corregida",
    "Coupon checked": "Cupón comprobado",
    "Coupon collected": "Cupón recogido",
    "Reduced label checked": "Etiqueta rebajada comprobada",
    "Entitled to the discount": "Tiene derecho al descuento",
    "Question answered": "Pregunta resuelta",
    "Shopper changed their mind": "El cliente cambió de idea",
    "Scanned twice by mistake": "Escaneado dos veces por error",
    "Goods taken back": "Artículos recogidos",
    "Allowed at this checkout": "Permitido en esta caja",
    "Shopper is still here": "El cliente sigue aquí",
    "Shopper has left, goods recovered": "Cliente se fue, artículos recuperados",
    "Check matches the basket": "El control coincide con la cesta",
    "Basket corrected with the shopper": "Cesta corregida con el cliente",
    "Another way to pay agreed": "Otra forma de pago acordada",
    "Terminal shows it was paid": "El terminal muestra el pago",
    "Terminal shows it was not paid": "El terminal no muestra pago",
    "Reversed at the terminal": "Anulado en el terminal",
    "Signature or identity checked": "Firma o identidad comprobada",
    "Cash device cleared": "Aparato de efectivo despejado",
    "Paid out by hand": "Pagado a mano",
    "Approved by telephone": "Autorizado por teléfono",
    "Paper loaded": "Papel puesto",
    "Device restarted": "Dispositivo reiniciado",
    "Selling with these data allowed": "Venta con estos datos permitida",
    "Lane opened": "Caja abierta",
    "Checked, gate opened": "Comprobado, salida abierta",
    "Handed over to the right person": "Entregado a quien corresponde",
    "Too young": "Demasiado joven",
    "No identity card": "Sin documento de identidad",
    "Identity card not valid": "Documento no válido",
    "Must not be sold to this person": "No se puede vender a esta persona",
    "Not for sale": "No vendible",
    "Not for sale at this hour": "No vendible a esta hora",
    "Too many": "Demasiados",
    "No price found": "No se halló precio",
    "Tag cannot be removed": "La alarma no se puede quitar",
    "Number missing": "Falta el número",
    "Wrong item chosen": "Artículo mal elegido",
    "Coupon not valid": "Cupón no válido",
    "Label does not belong to the item": "La etiqueta no es de este artículo",
    "Not entitled": "Sin derecho",
    "Items were not scanned": "Artículos sin escanear",
    "Item not accepted": "Artículo no aceptado",
    "Purchase ended by staff": "Compra terminada por el personal",
    "Please use a staffed till": "Pase a una caja con personal, por favor",
    "No payment found yet": "Aún no consta el pago",
    "Not the right person": "No es la persona correcta",
    "Damaged or short-dated": "Dañado o con fecha corta",
    "Wrong item bought": "Artículo equivocado",
    "Charged wrongly": "Mal cobrado",
    "Recalled goods": "Artículos retirados del mercado",
    "Goodwill": "Cortesía",
    "Staff purchase": "Compra de empleado",
    "Goes on at another lane": "Sigue en otra caja",
    "Shopper pays later": "El cliente paga después",
    "Receipt lost or not readable": "Ticket perdido o ilegible",
    "Shopper wants a copy": "El cliente quiere copia",
    "Change or cash count": "Cambio o recuento",
    "Asked at the lane": "Preguntado en la caja",
    "Break": "Descanso",
    "Cleaning": "Limpieza",
    "A device is faulty": "Un dispositivo falla",
    "End of day": "Fin del día",
    "Does not respond well": "No responde bien",
    "A colleague learns": "Un compañero aprende",
    "I know who it is": "Sé quién es",
    "this item": "este artículo",
}
