<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en_GB">
<context>
    <name>AskingStrip</name>
    <message>
        <source>Go on without it</source>
        <translation>Seguir sin ella</translation>
    </message>
</context>
<context>
    <name>AttentionSheet</name>
    <message>
        <source>and %1 more</source>
        <translation>y %1 más</translation>
    </message>
    <message>
        <source>I need more time</source>
        <translation>Necesito más tiempo</translation>
    </message>
    <message>
        <source>Go on scanning</source>
        <translation>Seguir escaneando</translation>
    </message>
</context>
<context>
    <name>AttractScreen</name>
    <message>
        <source>Welcome!</source>
        <translation>¡Bienvenido!</translation>
    </message>
    <message>
        <source>Scan.
Pay.
Done.</source>
        <translation>Escanee.
Pague.
¡Listo!</translation>
    </message>
    <message>
        <source>Start shopping</source>
        <translation>Empezar la compra</translation>
    </message>
    <message>
        <source>Touch to start</source>
        <translation>Toque para empezar</translation>
    </message>
    <message>
        <source>or just hold your first item in front of the camera</source>
        <translation>o acerque directamente su primer artículo a la cámara</translation>
    </message>
</context>
<context>
    <name>BackSheet</name>
    <message>
        <source>Give your money back?</source>
        <translation>¿Devolverle el dinero?</translation>
    </message>
    <message>
        <source>Yes, give it back</source>
        <translation>Sí, devuélvanmelo</translation>
    </message>
    <message>
        <source>No, pay on</source>
        <translation>No, sigo pagando</translation>
    </message>
</context>
<context>
    <name>BagsSheet</name>
    <message>
        <source>Do you need a bag?</source>
        <translation>¿Necesita una bolsa?</translation>
    </message>
    <message>
        <source>Back to the basket</source>
        <translation>Volver a la cesta</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>The answer was: %1</source>
        <translation>Respuesta: %1</translation>
    </message>
</context>
<context>
    <name>BasketList</name>
    <message>
        <source>Scan your first item</source>
        <translation>Escanee su primer artículo</translation>
    </message>
    <message>
        <source>Hold its barcode in front of the camera. It appears here at once.</source>
        <translation>Acerque su código de barras a la cámara. Aparecerá aquí al momento.</translation>
    </message>
    <message>
        <source>I have put down my own bag</source>
        <translation>He puesto mi propia bolsa</translation>
    </message>
</context>
<context>
    <name>BasketRow</name>
    <message>
        <source>Change the quantity of %1</source>
        <translation>Cambiar la cantidad de %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
</context>
<context>
    <name>CameraPanel</name>
    <message>
        <source>Hold the barcode here</source>
        <translation>Acerque aquí el código de barras</translation>
    </message>
</context>
<context>
    <name>CancelSheet</name>
    <message>
        <source>Your purchase is being cancelled</source>
        <translation>Su compra se está cancelando</translation>
    </message>
    <message>
        <source>Nothing was charged. Your items stay here for a few seconds more.</source>
        <translation>No se ha cobrado nada. Sus artículos siguen aquí unos segundos más.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Cancel now</source>
        <translation>Cancelar ahora</translation>
    </message>
</context>
<context>
    <name>CardScreen</name>
    <message>
        <source>Stop the payment</source>
        <translation>Detener el pago</translation>
    </message>
</context>
<context>
    <name>ClosedScreen</name>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
</context>
<context>
    <name>CodeKeys</name>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
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
        <translation>Introducir un número</translation>
    </message>
    <message>
        <source>Member card, phone number, coupon code, or the number under a barcode</source>
        <translation>Tarjeta de cliente, teléfono, cupón o el número bajo un código de barras</translation>
    </message>
    <message>
        <source>A coupon code, or the number under a barcode</source>
        <translation>Código de cupón o el número bajo un código de barras</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>ComfortSheet</name>
    <message>
        <source>As you like it</source>
        <translation>A su gusto</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>Como antes</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Letters %1 %</source>
        <translation>Texto al %1 %</translation>
    </message>
    <message>
        <source>Touch and movement</source>
        <translation>Toque y movimiento</translation>
    </message>
    <message>
        <source>Everything lower</source>
        <translation>Todo más abajo</translation>
    </message>
    <message>
        <source>Left hand</source>
        <translation>Mano izquierda</translation>
    </message>
    <message>
        <source>Less movement</source>
        <translation>Menos movimiento</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Más bajo</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Más alto</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>Curtain</name>
    <message>
        <source>Private mode</source>
        <translation>Modo privado</translation>
    </message>
    <message>
        <source>The screen is dark while this purchase goes on by headset.</source>
        <translation>La pantalla está oscura mientras la compra sigue por auriculares.</translation>
    </message>
    <message>
        <source>Show the screen</source>
        <translation>Mostrar la pantalla</translation>
    </message>
</context>
<context>
    <name>DeedSheet</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>ExtraRows</name>
    <message>
        <source>Take back %1</source>
        <translation>Retirar %1</translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>I no longer need help</source>
        <translation>Ya no necesito ayuda</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
</context>
<context>
    <name>HitPanel</name>
    <message>
        <source>Turn the pack until the stripes face the camera</source>
        <translation>Gire el envase hasta que las barras miren a la cámara</translation>
    </message>
</context>
<context>
    <name>JoinSheet</name>
    <message>
        <source>Become a member</source>
        <translation>Hacerse socio</translation>
    </message>
    <message>
        <source>Your telephone number</source>
        <translation>Su número de teléfono</translation>
    </message>
    <message>
        <source>What may we do?</source>
        <translation>¿Qué nos permite?</translation>
    </message>
    <message>
        <source>Scan this with your phone</source>
        <translation>Escanee esto con su teléfono</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>Un momento, por favor</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Finish there. This checkout notices by itself; you can scan on meanwhile.</source>
        <translation>Termine allí. Esta caja lo nota sola; mientras, puede seguir escaneando.</translation>
    </message>
    <message>
        <source>Under a minute. No name, no address.</source>
        <translation>Menos de un minuto. Sin nombre ni dirección.</translation>
    </message>
    <message>
        <source>You are recognised by it here. Nobody calls you.</source>
        <translation>Sirve para reconocerle aquí. Nadie le llamará.</translation>
    </message>
    <message>
        <source>Your card is on your phone then</source>
        <translation>Su tarjeta estará en su teléfono</translation>
    </message>
    <message>
        <source>With my phone</source>
        <translation>Con mi teléfono</translation>
    </message>
    <message>
        <source>With a telephone number</source>
        <translation>Con un número de teléfono</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Aquí</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Unirme</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
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
        <translation>Idioma</translation>
    </message>
</context>
<context>
    <name>LanguageSheet</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>LetterKeys</name>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>LoadScreen</name>
    <message>
        <source>Ask again</source>
        <translation>Preguntar otra vez</translation>
    </message>
    <message>
        <source>Enter a number</source>
        <translation>Introducir un número</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
</context>
<context>
    <name>LookupSheet</name>
    <message>
        <source>No barcode?</source>
        <translation>¿Sin código de barras?</translation>
    </message>
    <message>
        <source>Touch a picture, or type a name</source>
        <translation>Toque una imagen o escriba un nombre</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer letters, or look through the pictures.</source>
        <translation>No hay resultados. Pruebe con menos letras o mire las imágenes.</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>Un momento, por favor</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Add to basket</source>
        <translation>Añadir a la cesta</translation>
    </message>
</context>
<context>
    <name>MemberStrip</name>
    <message>
        <source>Member?</source>
        <translation>¿Tiene tarjeta de cliente?</translation>
    </message>
    <message>
        <source>Show your card or type your number</source>
        <translation>Muéstrela o escriba su número</translation>
    </message>
    <message>
        <source>Show your card, or touch here to join</source>
        <translation>Muestre su tarjeta o toque aquí para unirse</translation>
    </message>
    <message>
        <source>Become a member</source>
        <translation>Hacerse socio</translation>
    </message>
    <message>
        <source>Take the member card out of this purchase</source>
        <translation>Quitar la tarjeta de cliente de esta compra</translation>
    </message>
    <message>
        <source>Check a price</source>
        <translation>Consultar un precio</translation>
    </message>
    <message>
        <source>Enter a number</source>
        <translation>Introducir un número</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>All right</source>
        <translation>De acuerdo</translation>
    </message>
    <message>
        <source>I don&apos;t want to bag it</source>
        <translation>No quiero embolsarlo</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>Llamar al personal</translation>
    </message>
    <message>
        <source>All scanned</source>
        <translation>Todo escaneado</translation>
    </message>
    <message>
        <source>It is my own bag</source>
        <translation>Es mi propia bolsa</translation>
    </message>
    <message>
        <source>Move full bags</source>
        <translation>Mover bolsas llenas</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Take the full bags away now</source>
        <translation>Retire ahora las bolsas llenas</translation>
    </message>
    <message>
        <source>Put them into your trolley. Then touch &quot;Done&quot; and go on scanning.</source>
        <translation>Póngalas en su carro. Después toque «Listo» y siga escaneando.</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <source>I no longer need help</source>
        <translation>Ya no necesito ayuda</translation>
    </message>
    <message>
        <source>Please lay {item} on the scale</source>
        <translation>Ponga {item} en la balanza</translation>
    </message>
    <message>
        <source>Alone, and let go of it. It is added by itself as soon as the scale rests.</source>
        <translation>Solo y sin sujetarlo. Se añade en cuanto la balanza se estabiliza.</translation>
    </message>
    <message>
        <source>Not this item</source>
        <translation>Este artículo no</translation>
    </message>
    <message>
        <source>A colleague is coming</source>
        <translation>Ya vamos a ayudarle</translation>
    </message>
    <message>
        <source>You can go on scanning; your basket is kept.</source>
        <translation>Puede seguir escaneando; guardamos su cesta.</translation>
    </message>
    <message>
        <source>You are number {place} in the queue</source>
        <translation>Es el número {place} de la cola</translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>Es su turno enseguida</translation>
    </message>
    <message>
        <source>No. {place}</source>
        <translation>N.º {place}</translation>
    </message>
    <message>
        <source>A colleague has looked: {reason}. Please put it right, or touch Help.</source>
        <translation>Lo hemos revisado: {reason}. Corríjalo, por favor, o toque Ayuda.</translation>
    </message>
    <message>
        <source>A colleague comes to you</source>
        <translation>Nuestro personal viene a verle</translation>
    </message>
    <message>
        <source>One look, and you can pay. Nothing was charged; paying goes on by itself.</source>
        <translation>Un vistazo y podrá pagar. No se ha cobrado nada; el pago seguirá solo.</translation>
    </message>
    <message>
        <source>A colleague is on the way. Your basket is kept.</source>
        <translation>Nuestro personal está de camino. Guardamos su cesta.</translation>
    </message>
    <message>
        <source>A colleague is coming to see whether you need anything. Your basket is kept.</source>
        <translation>Venimos a ver si necesita algo. Guardamos su cesta.</translation>
    </message>
    <message>
        <source>Nothing was scanned yet. This closes by itself in a moment.</source>
        <translation>Aún no se ha escaneado nada. Esto se cierra solo en un momento.</translation>
    </message>
    <message>
        <source>Checked before you pay</source>
        <translation>Se comprueba antes de pagar</translation>
    </message>
    <message>
        <source>Checked and approved</source>
        <translation>Comprobado y aceptado</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 artículo</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} artículos</translation>
    </message>
    <message>
        <source>{price} each</source>
        <translation>{price} por unidad</translation>
    </message>
    <message>
        <source>{weight} kg × {price}/kg</source>
        <translation>{weight} kg × {price}/kg</translation>
    </message>
    <message>
        <source>Reduced to clear</source>
        <translation>Rebajado por fecha</translation>
    </message>
    <message>
        <source>{count}, with {amount} deposit</source>
        <translation>{count}, con {amount} de depósito</translation>
    </message>
    <message>
        <source>You save {amount}</source>
        <translation>Ahorra {amount}</translation>
    </message>
    <message>
        <source>1 more saves {amount}</source>
        <translation>Con 1 más ahorra {amount}</translation>
    </message>
    <message>
        <source>{count} more save {amount}</source>
        <translation>Con {count} más ahorra {amount}</translation>
    </message>
    <message>
        <source>{missing} more in goods saves {amount}</source>
        <translation>Con {missing} más de compra ahorra {amount}</translation>
    </message>
    <message>
        <source>Take 1 along, free of charge</source>
        <translation>Llévese 1 gratis</translation>
    </message>
    <message>
        <source>Take {count} along, free of charge</source>
        <translation>Llévese {count} gratis</translation>
    </message>
    <message>
        <source>Coupon {code}</source>
        <translation>Cupón {code}</translation>
    </message>
    <message>
        <source>Gives you {points}</source>
        <translation>Le da {points}</translation>
    </message>
    <message>
        <source>Member prices active</source>
        <translation>Precios de cliente activos</translation>
    </message>
    <message>
        <source>1 point</source>
        <translation>1 punto</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} puntos</translation>
    </message>
    <message>
        <source>You save</source>
        <translation>Ahorra</translation>
    </message>
    <message>
        <source>Prices have changed</source>
        <translation>Han cambiado precios</translation>
    </message>
    <message>
        <source>{name} no longer applies</source>
        <translation>{name} ya no se aplica</translation>
    </message>
    <message>
        <source>{name} and 1 more</source>
        <translation>{name} y 1 más</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} y {count} más</translation>
    </message>
    <message>
        <source>Special price</source>
        <translation>Precio especial</translation>
    </message>
    <message>
        <source>Reduced price</source>
        <translation>Precio rebajado</translation>
    </message>
    <message>
        <source>Buy several and save</source>
        <translation>Compre varios y ahorre</translation>
    </message>
    <message>
        <source>Buy more, save more</source>
        <translation>Cuanto más compra, más ahorra</translation>
    </message>
    <message>
        <source>Cheaper together</source>
        <translation>Más barato junto</translation>
    </message>
    <message>
        <source>Special offer</source>
        <translation>Oferta especial</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>No pagado</translation>
    </message>
    <message>
        <source>Nothing was charged this time. Try again or pay another way, or touch Help.</source>
        <translation>Esta vez no se ha cobrado nada. Vuelva a probar, pague de otra forma o toque Ayuda.</translation>
    </message>
    <message>
        <source>Payment stopped</source>
        <translation>Pago detenido</translation>
    </message>
    <message>
        <source>Nothing was charged this time. Start again, or pay another way.</source>
        <translation>Esta vez no se ha cobrado nada. Empiece de nuevo o pague de otra forma.</translation>
    </message>
    <message>
        <source>The payment did not go through. Nothing was charged this time; please try again.</source>
        <translation>El pago no se ha completado. Esta vez no se ha cobrado nada; vuelva a probar.</translation>
    </message>
    <message>
        <source>The amount was charged and given back at once. Try again or pay another way, or touch Help.</source>
        <translation>El importe se cobró y se devolvió al momento. Vuelva a probar, pague de otra forma o toque Ayuda.</translation>
    </message>
    <message>
        <source>The time to pay is over</source>
        <translation>Se acabó el tiempo para pagar</translation>
    </message>
    <message>
        <source>The card terminal is not ready. Please wait a moment, or touch Help. Nothing was charged.</source>
        <translation>El terminal de tarjetas no está listo. Espere un momento o toque Ayuda. No se ha cobrado nada.</translation>
    </message>
    <message>
        <source>The camera is not working</source>
        <translation>La cámara no funciona</translation>
    </message>
    <message>
        <source>Your basket is safe. Please touch Help, or pay what you have scanned.</source>
        <translation>Su cesta está a salvo. Toque Ayuda o pague lo que ha escaneado.</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Artículos</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>Depósito</translation>
    </message>
    <message>
        <source>Pay with points</source>
        <translation>Pagar con puntos</translation>
    </message>
    <message>
        <source>You have {points} points</source>
        <translation>Tiene {points} puntos</translation>
    </message>
    <message>
        <source>Asking for your points …</source>
        <translation>Consultando sus puntos …</translation>
    </message>
    <message>
        <source>This takes a moment. Touch here to go on without them.</source>
        <translation>Tarda un momento. Toque aquí para seguir sin ellos.</translation>
    </message>
    <message>
        <source>Keep my points</source>
        <translation>Guardar mis puntos</translation>
    </message>
    <message>
        <source>{points} points pay {amount} of your purchase</source>
        <translation>{points} puntos pagan {amount} de su compra</translation>
    </message>
    <message>
        <source>Connecting to the terminal …</source>
        <translation>Conectando con el terminal …</translation>
    </message>
    <message>
        <source>Please follow the card terminal</source>
        <translation>Siga las indicaciones del terminal</translation>
    </message>
    <message>
        <source>You have paid only when this screen says so.</source>
        <translation>Solo está pagado cuando lo diga esta pantalla.</translation>
    </message>
    <message>
        <source>Stopping the payment</source>
        <translation>Deteniendo el pago</translation>
    </message>
    <message>
        <source>Please wait. The terminal was asked to stop and will say whether it charged your card.</source>
        <translation>Espere, por favor. El terminal dirá si se ha cobrado en su tarjeta.</translation>
    </message>
    <message>
        <source>Whose balance?</source>
        <translation>¿El saldo de quién?</translation>
    </message>
    <message>
        <source>Show your member card or your phone, or type your number.</source>
        <translation>Muestre su tarjeta de cliente o su teléfono, o escriba su número.</translation>
    </message>
    <message>
        <source>Hold your card or phone here</source>
        <translation>Acerque aquí su tarjeta o teléfono</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>Un momento, por favor</translation>
    </message>
    <message>
        <source>We are asking for your balance. Nothing was charged.</source>
        <translation>Estamos consultando su saldo. No se ha cobrado nada.</translation>
    </message>
    <message>
        <source>By how much?</source>
        <translation>¿Cuánto?</translation>
    </message>
    <message>
        <source>You pay by card. Your balance gets it at once.</source>
        <translation>Paga con tarjeta. Su saldo lo recibe al momento.</translation>
    </message>
    <message>
        <source>On it now: {amount}</source>
        <translation>Saldo actual: {amount}</translation>
    </message>
    <message>
        <source>Topped up</source>
        <translation>Recargado</translation>
    </message>
    <message>
        <source>{amount} is on your balance. You can pay with it at every checkout.</source>
        <translation>Su saldo es de {amount}. Puede pagar con él en todas las cajas.</translation>
    </message>
    <message>
        <source>{amount} is on your balance.</source>
        <translation>Su saldo es de {amount}.</translation>
    </message>
    <message>
        <source>A colleague is on the way. Nothing was charged.</source>
        <translation>Nuestro personal está de camino. No se ha cobrado nada.</translation>
    </message>
    <message>
        <source>This checkout has to pause. Nothing was charged; a colleague helps you.</source>
        <translation>Esta caja tiene que parar. No se ha cobrado nada; le ayudaremos.</translation>
    </message>
    <message>
        <source>Membership</source>
        <translation>Programa de socios</translation>
    </message>
    <message>
        <source>The shop keeps my points, coupons and receipts under a number, not under my name.</source>
        <translation>La tienda guarda mis puntos, cupones y tickets con un número, no con mi nombre.</translation>
    </message>
    <message>
        <source>Offers by my interests</source>
        <translation>Ofertas según mis gustos</translation>
    </message>
    <message>
        <source>The shop may choose offers by what I say I like.</source>
        <translation>La tienda puede elegir ofertas según lo que digo que me gusta.</translation>
    </message>
    <message>
        <source>Offers by what I bought</source>
        <translation>Ofertas según mis compras</translation>
    </message>
    <message>
        <source>The shop may choose offers by my earlier purchases.</source>
        <translation>La tienda puede elegir ofertas según mis compras anteriores.</translation>
    </message>
    <message>
        <source>Not possible right now</source>
        <translation>Ahora no es posible</translation>
    </message>
    <message>
        <source>We cannot reach the shop&apos;s service. Nothing was kept; shop on as always.</source>
        <translation>No hay conexión con el servicio de la tienda. No se ha guardado nada; siga comprando.</translation>
    </message>
    <message>
        <source>This number has a membership</source>
        <translation>Este número ya es de un socio</translation>
    </message>
    <message>
        <source>Close this and enter the number as a member&apos;s.</source>
        <translation>Cierre esto e introduzca el número como socio.</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>No ha funcionado</translation>
    </message>
    <message>
        <source>Nobody has joined, nothing was kept. Please try again.</source>
        <translation>Nadie se ha unido y no se ha guardado nada. Vuelva a probar.</translation>
    </message>
    <message>
        <source>Nobody can join at this checkout.</source>
        <translation>En esta caja no es posible unirse.</translation>
    </message>
    <message>
        <source>To join, please agree to the membership.</source>
        <translation>Para unirse, acepte el programa.</translation>
    </message>
    <message>
        <source>This is not a telephone number. Please check it.</source>
        <translation>No es un número de teléfono. Compruébelo.</translation>
    </message>
    <message>
        <source>We cannot reach the shop&apos;s service. Nothing was charged; please try again later.</source>
        <translation>No hay conexión con el servicio de la tienda. No se ha cobrado nada; pruebe más tarde.</translation>
    </message>
    <message>
        <source>Nothing was charged. Please check it and try again.</source>
        <translation>No se ha cobrado nada. Compruébelo y vuelva a probar.</translation>
    </message>
    <message>
        <source>No balance for this card</source>
        <translation>Esta tarjeta no tiene saldo</translation>
    </message>
    <message>
        <source>Nothing was charged. Please touch Help, or show another card.</source>
        <translation>No se ha cobrado nada. Toque Ayuda o muestre otra tarjeta.</translation>
    </message>
    <message>
        <source>This balance is blocked</source>
        <translation>Este saldo está bloqueado</translation>
    </message>
    <message>
        <source>Nothing was charged. Please touch Help.</source>
        <translation>No se ha cobrado nada. Toque Ayuda.</translation>
    </message>
    <message>
        <source>This balance is in another currency</source>
        <translation>Este saldo es de otra moneda</translation>
    </message>
    <message>
        <source>It cannot be topped up here. Nothing was charged.</source>
        <translation>Aquí no se puede recargar. No se ha cobrado nada.</translation>
    </message>
    <message>
        <source>Your balance is full</source>
        <translation>Su saldo está completo</translation>
    </message>
    <message>
        <source>No more fits on it. Nothing was charged.</source>
        <translation>No admite más. No se ha cobrado nada.</translation>
    </message>
    <message>
        <source>A balance cannot be topped up at this checkout.</source>
        <translation>En esta caja no se puede recargar saldo.</translation>
    </message>
    <message>
        <source>Please show your member card first.</source>
        <translation>Muestre primero su tarjeta de cliente.</translation>
    </message>
    <message>
        <source>Please choose one of the amounts. Nothing was charged.</source>
        <translation>Elija uno de los importes. No se ha cobrado nada.</translation>
    </message>
    <message>
        <source>Please touch Help: a colleague looks at your card.</source>
        <translation>Toque Ayuda: miraremos su tarjeta.</translation>
    </message>
    <message>
        <source>The terminal has answered. We are completing your payment.</source>
        <translation>El terminal ha respondido. Estamos completando su pago.</translation>
    </message>
    <message>
        <source>Please wait. Do not pay again.</source>
        <translation>Espere, por favor. No vuelva a pagar.</translation>
    </message>
    <message>
        <source>We are asking the terminal whether your payment of {amount} went through. Your basket is kept.</source>
        <translation>Estamos preguntando al terminal si su pago de {amount} se ha realizado. Guardamos su cesta.</translation>
    </message>
    <message>
        <source>A colleague has to look. Do not pay again.</source>
        <translation>Nuestro personal debe comprobarlo. No vuelva a pagar.</translation>
    </message>
    <message>
        <source>The terminal cannot tell whether your payment of {amount} went through. A colleague will check it with you. Your basket is kept.</source>
        <translation>El terminal no puede decir si su pago de {amount} se ha realizado. Lo comprobaremos con usted. Guardamos su cesta.</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Pagado</translation>
    </message>
    <message>
        <source>Thank you! Your payment is complete.</source>
        <translation>¡Gracias! Su pago se ha completado.</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>Nada que pagar</translation>
    </message>
    <message>
        <source>Thank you! Your card was not charged.</source>
        <translation>¡Gracias! No se ha cobrado en su tarjeta.</translation>
    </message>
    <message>
        <source>Paid with points</source>
        <translation>Pagado con puntos</translation>
    </message>
    <message>
        <source>You saved {amount} today</source>
        <translation>Hoy ha ahorrado {amount}</translation>
    </message>
    <message>
        <source>You earned 1 point</source>
        <translation>Ha ganado 1 punto</translation>
    </message>
    <message>
        <source>You earned {points} points</source>
        <translation>Ha ganado {points} puntos</translation>
    </message>
    <message>
        <source>Your receipt carries a coupon worth {amount} for your next visit.</source>
        <translation>Su ticket lleva un cupón de {amount} para su próxima visita.</translation>
    </message>
    <message>
        <source>The printer is out of paper.</source>
        <translation>La impresora no tiene papel.</translation>
    </message>
    <message>
        <source>The printer is open.</source>
        <translation>La impresora está abierta.</translation>
    </message>
    <message>
        <source>The printer&apos;s cutter is stuck.</source>
        <translation>La cuchilla de la impresora está atascada.</translation>
    </message>
    <message>
        <source>The printer is not available.</source>
        <translation>La impresora no está disponible.</translation>
    </message>
    <message>
        <source>{reason} You can take your receipt as a QR code.</source>
        <translation>{reason} Puede llevarse el ticket como código QR.</translation>
    </message>
    <message>
        <source>Would you like a receipt?</source>
        <translation>¿Quiere su ticket?</translation>
    </message>
    <message>
        <source>You have paid {amount}.</source>
        <translation>Ha pagado {amount}.</translation>
    </message>
    <message>
        <source>Your receipt is printing</source>
        <translation>Imprimiendo su ticket</translation>
    </message>
    <message>
        <source>You have paid {amount}. Please take the paper below.</source>
        <translation>Ha pagado {amount}. Recoja el papel aquí abajo.</translation>
    </message>
    <message>
        <source>Printing stopped</source>
        <translation>Impresión detenida</translation>
    </message>
    <message>
        <source>You have paid {amount}. {reason} A colleague is needed; printing then goes on by itself.</source>
        <translation>Ha pagado {amount}. {reason} Hace falta nuestro personal; después sigue imprimiendo sola.</translation>
    </message>
    <message>
        <source>Your receipt is waiting</source>
        <translation>Su ticket está en espera</translation>
    </message>
    <message>
        <source>You have paid {amount}. {reason} A colleague is needed; your receipt then prints by itself.</source>
        <translation>Ha pagado {amount}. {reason} Hace falta nuestro personal; después su ticket se imprime solo.</translation>
    </message>
    <message>
        <source>Your receipt is printed</source>
        <translation>Su ticket está impreso</translation>
    </message>
    <message>
        <source>No paper receipt</source>
        <translation>Sin ticket en papel</translation>
    </message>
    <message>
        <source>You have paid {amount}. The receipt could not be printed; take it as a QR code instead.</source>
        <translation>Ha pagado {amount}. No se ha podido imprimir el ticket; lléveselo como código QR.</translation>
    </message>
    <message>
        <source>Please check the printer</source>
        <translation>Compruebe la impresora</translation>
    </message>
    <message>
        <source>You have paid {amount}. We cannot tell whether your receipt was printed. If it is missing, take it as a QR code.</source>
        <translation>Ha pagado {amount}. No sabemos si su ticket se ha impreso. Si falta, lléveselo como código QR.</translation>
    </message>
    <message>
        <source>Your receipt as a QR code</source>
        <translation>Su ticket como código QR</translation>
    </message>
    <message>
        <source>You have paid {amount}. Scan the code with your phone to keep it.</source>
        <translation>Ha pagado {amount}. Escanee el código con su teléfono para guardarlo.</translation>
    </message>
    <message>
        <source>Thank you for shopping with us!</source>
        <translation>¡Gracias por su compra!</translation>
    </message>
    <message>
        <source>Please take your shopping and your receipt.</source>
        <translation>Recoja su compra y su ticket, por favor.</translation>
    </message>
    <message>
        <source>Please take your shopping.</source>
        <translation>Recoja su compra, por favor.</translation>
    </message>
    <message>
        <source>Please take your shopping. If your receipt is missing, a colleague can print it again.</source>
        <translation>Recoja su compra. Si le falta el ticket, podemos imprimirlo otra vez.</translation>
    </message>
    <message>
        <source>Please wait here. Your basket is kept and nothing has been charged.</source>
        <translation>Espere aquí, por favor. Guardamos su cesta y no se ha cobrado nada.</translation>
    </message>
    <message>
        <source>Please wait here. You have paid {amount}; your receipt is safe.</source>
        <translation>Espere aquí, por favor. Ha pagado {amount}; su ticket está a salvo.</translation>
    </message>
    <message>
        <source>Please wait here. We will be with you in a moment.</source>
        <translation>Espere aquí, por favor. Enseguida estamos con usted.</translation>
    </message>
    <message>
        <source>This checkout is closed</source>
        <translation>Esta caja está cerrada</translation>
    </message>
    <message>
        <source>Please use another checkout. We are sorry for the trouble.</source>
        <translation>Utilice otra caja, por favor. Sentimos las molestias.</translation>
    </message>
    <message>
        <source>This checkout has to pause</source>
        <translation>Esta caja tiene que parar</translation>
    </message>
    <message>
        <source>Nothing was charged and your basket is kept. A colleague will help you.</source>
        <translation>No se ha cobrado nada y guardamos su cesta. Nuestro personal le ayudará.</translation>
    </message>
    <message>
        <source>This checkout has to pause. Do not pay again.</source>
        <translation>Esta caja tiene que parar. No vuelva a pagar.</translation>
    </message>
    <message>
        <source>We cannot tell yet whether your payment of {amount} went through. A colleague will check it with you.</source>
        <translation>Aún no sabemos si su pago de {amount} se ha realizado. Lo comprobaremos con usted.</translation>
    </message>
    <message>
        <source>You have paid {amount}. A colleague will help you with the receipt.</source>
        <translation>Ha pagado {amount}. Le ayudaremos con el ticket.</translation>
    </message>
    <message>
        <source>A coupon is still being checked. One moment, please; nothing was charged.</source>
        <translation>Todavía se comprueba un cupón. Un momento; no se ha cobrado nada.</translation>
    </message>
    <message>
        <source>Your basket is empty. Scan an item first.</source>
        <translation>Su cesta está vacía. Escanee primero un artículo.</translation>
    </message>
    <message>
        <source>Your basket is full. Please touch Help.</source>
        <translation>Su cesta está llena. Toque Ayuda.</translation>
    </message>
    <message>
        <source>We are still looking for your best price. One moment, please; nothing was charged.</source>
        <translation>Seguimos buscando su mejor precio. Un momento; no se ha cobrado nada.</translation>
    </message>
    <message>
        <source>We are still asking for your points. One moment, please; nothing was charged.</source>
        <translation>Seguimos consultando sus puntos. Un momento; no se ha cobrado nada.</translation>
    </message>
    <message>
        <source>Show your member card first to pay with points.</source>
        <translation>Muestre primero su tarjeta de cliente para pagar con puntos.</translation>
    </message>
    <message>
        <source>Points cannot be used for paying here.</source>
        <translation>Aquí no se puede pagar con puntos.</translation>
    </message>
    <message>
        <source>One purchase holds no more of this item.</source>
        <translation>Una compra no admite más de este artículo.</translation>
    </message>
    <message>
        <source>That is a lot of coupons! Please touch Help.</source>
        <translation>¡Son muchos cupones! Toque Ayuda.</translation>
    </message>
    <message>
        <source>This checkout is closed. Please use another one.</source>
        <translation>Esta caja está cerrada. Utilice otra, por favor.</translation>
    </message>
    <message>
        <source>You cannot pay right now.</source>
        <translation>Ahora no se puede pagar.</translation>
    </message>
    <message>
        <source>The quantity of a weighed item is fixed.</source>
        <translation>La cantidad de un artículo pesado es fija.</translation>
    </message>
    <message>
        <source>Each of these has a date of its own. Please scan every one.</source>
        <translation>Cada uno tiene su propia fecha. Escanéelos uno por uno.</translation>
    </message>
    <message>
        <source>Please choose a quantity from 1 to 99.</source>
        <translation>Elija una cantidad de 1 a 99.</translation>
    </message>
    <message>
        <source>The card terminal is not ready. Nothing was charged.</source>
        <translation>El terminal de tarjetas no está listo. No se ha cobrado nada.</translation>
    </message>
    <message>
        <source>This purchase cannot be cancelled any more.</source>
        <translation>Esta compra ya no se puede cancelar.</translation>
    </message>
    <message>
        <source>No more copies. Please touch Help.</source>
        <translation>No hay más copias. Toque Ayuda.</translation>
    </message>
    <message>
        <source>Please finish weighing first. Nothing was charged.</source>
        <translation>Termine primero de pesar. No se ha cobrado nada.</translation>
    </message>
    <message>
        <source>A colleague has to look first and is on the way. Nothing was charged.</source>
        <translation>Nuestro personal debe verlo antes y está de camino. No se ha cobrado nada.</translation>
    </message>
    <message>
        <source>That is not possible right now.</source>
        <translation>Ahora no es posible.</translation>
    </message>
    <message>
        <source>This is not a product code</source>
        <translation>Este no es un código de artículo</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Look for the striped barcode on the pack.</source>
        <translation>No se ha añadido nada a la cesta. Busque el código de barras en el envase.</translation>
    </message>
    <message>
        <source>This coupon cannot be used</source>
        <translation>Este cupón no se puede usar</translation>
    </message>
    <message>
        <source>This coupon does not fit your basket</source>
        <translation>Este cupón no corresponde a su cesta</translation>
    </message>
    <message>
        <source>A colleague has to look at this coupon</source>
        <translation>Nuestro personal debe ver este cupón</translation>
    </message>
    <message>
        <source>It saves nothing yet. Touch Help, or go on without it; the coupon is still yours.</source>
        <translation>Aún no descuenta nada. Toque Ayuda o siga sin él; el cupón sigue siendo suyo.</translation>
    </message>
    <message>
        <source>This code is from a while ago</source>
        <translation>Este código es de hace un rato</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Show the code on your phone now. If it stays so, set the phone&apos;s clock.</source>
        <translation>Su cesta no ha cambiado. Muestre el código que hay ahora en su teléfono. Si sigue igual, ajuste la hora del teléfono.</translation>
    </message>
    <message>
        <source>This code no longer counts</source>
        <translation>Este código ya no vale</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Open the page on your phone again and show the new code.</source>
        <translation>Su cesta no ha cambiado. Vuelva a abrir la página en su teléfono y muestre el código nuevo.</translation>
    </message>
    <message>
        <source>This code does not count here</source>
        <translation>Este código no vale aquí</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Go on without member prices, or touch Help.</source>
        <translation>Su cesta no ha cambiado. Siga sin precios de cliente o toque Ayuda.</translation>
    </message>
    <message>
        <source>This basket has changed</source>
        <translation>Esta cesta ha cambiado</translation>
    </message>
    <message>
        <source>Nothing was added. Touch Pay on your phone again and show the new code.</source>
        <translation>No se ha añadido nada. Vuelva a tocar Pagar en su teléfono y muestre el código nuevo.</translation>
    </message>
    <message>
        <source>It could not be weighed</source>
        <translation>No se ha podido pesar</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Lay it on the scale alone and scan it again, or touch Help.</source>
        <translation>No se ha añadido nada a la cesta. Ponga solo ese artículo en la balanza y escanéelo otra vez, o toque Ayuda.</translation>
    </message>
    <message>
        <source>We don&apos;t know this item</source>
        <translation>No conocemos este artículo</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Try another barcode on the pack, or touch Help.</source>
        <translation>No se ha añadido nada a la cesta. Pruebe otro código de barras del envase o toque Ayuda.</translation>
    </message>
    <message>
        <source>We couldn&apos;t read this code</source>
        <translation>No hemos podido leer este código</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Smooth the pack, hold it still and try again.</source>
        <translation>No se ha añadido nada a la cesta. Alise el envase, sujételo quieto y vuelva a probar.</translation>
    </message>
    <message>
        <source>This item has to be weighed</source>
        <translation>Este artículo se tiene que pesar</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Touch Help; a colleague will weigh it for you.</source>
        <translation>No se ha añadido nada a la cesta. Toque Ayuda y se lo pesaremos.</translation>
    </message>
    <message>
        <source>This is for paying</source>
        <translation>Esto sirve para pagar</translation>
    </message>
    <message>
        <source>Nothing was charged. Scan everything first, touch Pay, and then show it again.</source>
        <translation>No se ha cobrado nada. Escanee primero todo, toque Pagar y vuelva a mostrarlo.</translation>
    </message>
    <message>
        <source>No more of this item in one purchase</source>
        <translation>Máximo de este artículo por compra</translation>
    </message>
    <message>
        <source>You have as many as one purchase may hold. This one was not added; please leave it here.</source>
        <translation>Ya tiene el máximo permitido en una compra. Este no se ha añadido; por favor, déjelo aquí.</translation>
    </message>
    <message>
        <source>We don&apos;t know this card or number</source>
        <translation>No conocemos esta tarjeta o este número</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Check the number and try again, or go on without member prices.</source>
        <translation>Su cesta no ha cambiado. Compruebe el número y vuelva a probar, o siga sin precios de cliente.</translation>
    </message>
    <message>
        <source>Your phone&apos;s clock is fast</source>
        <translation>El reloj de su teléfono va adelantado</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Set the clock and show the code again.</source>
        <translation>Su cesta no ha cambiado. Ponga el reloj en hora y vuelva a mostrar el código.</translation>
    </message>
    <message>
        <source>This code was just used elsewhere</source>
        <translation>Este código se acaba de usar en otro sitio</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Wait for the next code and show it.</source>
        <translation>Su cesta no ha cambiado. Espere al código siguiente y muéstrelo.</translation>
    </message>
    <message>
        <source>This code is for another of our shops</source>
        <translation>Este código es de otra de nuestras tiendas</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Open the page of this shop on your phone and show its code.</source>
        <translation>Su cesta no ha cambiado. Abra en su teléfono la página de esta tienda y muestre su código.</translation>
    </message>
    <message>
        <source>Too many wrong numbers</source>
        <translation>Demasiados números incorrectos</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Show the code on your phone, or go on without member prices.</source>
        <translation>Su cesta no ha cambiado. Muestre el código de su teléfono o siga sin precios de cliente.</translation>
    </message>
    <message>
        <source>We don&apos;t know this member yet</source>
        <translation>Todavía no conocemos esta tarjeta</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Whoever has just joined is known here with the next purchase.</source>
        <translation>Su cesta no ha cambiado. Una tarjeta recién hecha se reconoce aquí desde la próxima compra.</translation>
    </message>
    <message>
        <source>Another lane has this basket</source>
        <translation>Esta cesta está en otra caja</translation>
    </message>
    <message>
        <source>Nothing was added here. Please pay there, or touch Help.</source>
        <translation>Aquí no se ha añadido nada. Pague allí o toque Ayuda.</translation>
    </message>
    <message>
        <source>This basket is paid</source>
        <translation>Esta cesta está pagada</translation>
    </message>
    <message>
        <source>Nothing was added. Your receipt is on your phone.</source>
        <translation>No se ha añadido nada. Su ticket está en su teléfono.</translation>
    </message>
    <message>
        <source>There are goods on this screen already</source>
        <translation>Ya hay artículos en esta pantalla</translation>
    </message>
    <message>
        <source>The basket of your phone was not added; it is still yours. Pay these first, or take them out.</source>
        <translation>La cesta de su teléfono no se ha añadido; sigue siendo suya. Pague primero estos artículos o quítelos.</translation>
    </message>
    <message>
        <source>Baskets of phones cannot be fetched now</source>
        <translation>Ahora no se pueden recibir cestas de teléfonos</translation>
    </message>
    <message>
        <source>Nothing was added; your basket is still on your phone. Show it again, or scan your items here.</source>
        <translation>No se ha añadido nada; su cesta sigue en su teléfono. Muéstrela otra vez o escanee aquí sus artículos.</translation>
    </message>
    <message>
        <source>This coupon has expired</source>
        <translation>Este cupón ha caducado</translation>
    </message>
    <message>
        <source>It saves nothing today. Your basket is unchanged.</source>
        <translation>Hoy no descuenta nada. Su cesta no ha cambiado.</translation>
    </message>
    <message>
        <source>This coupon is not valid yet</source>
        <translation>Este cupón aún no es válido</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Please keep it for your next visit.</source>
        <translation>Su cesta no ha cambiado. Guárdelo para su próxima visita.</translation>
    </message>
    <message>
        <source>This coupon is for another country</source>
        <translation>Este cupón es de otro país</translation>
    </message>
    <message>
        <source>We cannot take it here. Your basket is unchanged.</source>
        <translation>Aquí no podemos aceptarlo. Su cesta no ha cambiado.</translation>
    </message>
    <message>
        <source>This coupon is for another shop</source>
        <translation>Este cupón es de otra tienda</translation>
    </message>
    <message>
        <source>This coupon could not be checked</source>
        <translation>No se ha podido comprobar este cupón</translation>
    </message>
    <message>
        <source>It saves nothing now and was not used up. Please keep it for next time.</source>
        <translation>Ahora no descuenta nada y no se ha gastado. Guárdelo para la próxima vez.</translation>
    </message>
    <message>
        <source>The goods it is for are not in your basket. Scan them first, then the coupon.</source>
        <translation>Los artículos del cupón no están en su cesta. Escanéelos primero y después el cupón.</translation>
    </message>
    <message>
        <source>It has no value here. Your basket is unchanged.</source>
        <translation>Aquí no tiene valor. Su cesta no ha cambiado.</translation>
    </message>
    <message>
        <source>This coupon is in use at another checkout</source>
        <translation>Este cupón se está usando en otra caja</translation>
    </message>
    <message>
        <source>A coupon counts once. If it is yours and unused, touch Help; we will sort it out.</source>
        <translation>Un cupón cuenta una sola vez. Si es suyo y no lo ha usado, toque Ayuda y lo aclaramos.</translation>
    </message>
    <message>
        <source>This coupon was used before</source>
        <translation>Este cupón ya se usó</translation>
    </message>
    <message>
        <source>A coupon counts once. Your basket is unchanged.</source>
        <translation>Un cupón cuenta una sola vez. Su cesta no ha cambiado.</translation>
    </message>
    <message>
        <source>We couldn&apos;t read this coupon</source>
        <translation>No hemos podido leer este cupón</translation>
    </message>
    <message>
        <source>It saves nothing yet. Smooth it, hold it still and try again, or type its number.</source>
        <translation>Aún no descuenta nada. Alíselo, sujételo quieto y vuelva a probar, o escriba su número.</translation>
    </message>
    <message>
        <source>This coupon is already in your basket</source>
        <translation>Este cupón ya está en su cesta</translation>
    </message>
    <message>
        <source>It counts once; nothing has changed.</source>
        <translation>Cuenta una sola vez; no ha cambiado nada.</translation>
    </message>
    <message>
        <source>It is no longer taken. Your basket is unchanged; touch Help if you have a question.</source>
        <translation>Ya no se acepta. Su cesta no ha cambiado; toque Ayuda si tiene alguna pregunta.</translation>
    </message>
    <message>
        <source>This coupon cannot be checked right now</source>
        <translation>Ahora no se puede comprobar este cupón</translation>
    </message>
    <message>
        <source>It was not used up. Try again in a moment, or keep it for your next visit.</source>
        <translation>No se ha gastado. Pruebe en un momento o guárdelo para su próxima visita.</translation>
    </message>
    <message>
        <source>It was not used up. Please keep it for your next visit, or touch Help.</source>
        <translation>No se ha gastado. Guárdelo para su próxima visita o toque Ayuda.</translation>
    </message>
    <message>
        <source>This code does not work here</source>
        <translation>Este código no funciona aquí</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Try another code, or touch Help.</source>
        <translation>Su cesta no ha cambiado. Pruebe otro código o toque Ayuda.</translation>
    </message>
    <message>
        <source>Being checked …</source>
        <translation>Comprobando …</translation>
    </message>
    <message>
        <source>Add 1 more of its goods and it counts</source>
        <translation>Añada 1 artículo más y contará</translation>
    </message>
    <message>
        <source>Add {count} more of its goods and it counts</source>
        <translation>Añada {count} artículos más y contará</translation>
    </message>
    <message>
        <source>It counts once your goods cost {amount} more</source>
        <translation>Contará cuando compre {amount} más</translation>
    </message>
    <message>
        <source>The goods it is for are not in your basket yet</source>
        <translation>Los artículos del cupón aún no están en su cesta</translation>
    </message>
    <message>
        <source>Another offer saves you more; this coupon stays yours</source>
        <translation>Otra oferta le ahorra más; este cupón sigue siendo suyo</translation>
    </message>
    <message>
        <source>It does not count at this time</source>
        <translation>A esta hora no cuenta</translation>
    </message>
    <message>
        <source>All of these coupons have been used; it saves nothing any more</source>
        <translation>Ya se han usado todos estos cupones; no descuenta nada</translation>
    </message>
    <message>
        <source>For members: show your card or type your number</source>
        <translation>Para clientes con tarjeta: muéstrela o escriba su número</translation>
    </message>
    <message>
        <source>You have already used it today; it counts again tomorrow</source>
        <translation>Ya lo ha usado hoy; mañana vuelve a contar</translation>
    </message>
    <message>
        <source>You have already used it; it saves nothing any more</source>
        <translation>Ya lo ha usado; no descuenta nada más</translation>
    </message>
    <message>
        <source>A colleague has to look at it: touch Help</source>
        <translation>Nuestro personal debe verlo: toque Ayuda</translation>
    </message>
    <message>
        <source>We do not know its goods: touch Help</source>
        <translation>No conocemos sus artículos: toque Ayuda</translation>
    </message>
    <message>
        <source>It saves nothing in this basket</source>
        <translation>En esta cesta no descuenta nada</translation>
    </message>
    <message>
        <source>Your points cannot be used right now. They stay yours.</source>
        <translation>Ahora no se pueden usar sus puntos. Siguen siendo suyos.</translation>
    </message>
    <message>
        <source>Your points are in use at another checkout. They stay yours.</source>
        <translation>Sus puntos se están usando en otra caja. Siguen siendo suyos.</translation>
    </message>
    <message>
        <source>You have too few points to pay with. They stay yours.</source>
        <translation>Tiene pocos puntos para pagar. Siguen siendo suyos.</translation>
    </message>
    <message>
        <source>Your points cannot be used for this purchase. They stay yours.</source>
        <translation>Sus puntos no valen para esta compra. Siguen siendo suyos.</translation>
    </message>
    <message>
        <source>Receipt {number} of checkout {lane}</source>
        <translation>Ticket {number} de la caja {lane}</translation>
    </message>
    <message>
        <source>{left} of {sold} can come back</source>
        <translation>Se pueden devolver {left} de {sold}</translation>
    </message>
    <message>
        <source>Came back already</source>
        <translation>Ya se devolvió</translation>
    </message>
    <message>
        <source>Code on the receipt</source>
        <translation>Código del ticket</translation>
    </message>
    <message>
        <source>Hold the receipt to the camera, or type the last characters of its code</source>
        <translation>Acerque el ticket a la cámara o escriba los últimos caracteres de su código</translation>
    </message>
    <message>
        <source>Not while training</source>
        <translation>No durante las prácticas</translation>
    </message>
    <message>
        <source>Which part was given back by hand?</source>
        <translation>¿Qué parte se devolvió a mano?</translation>
    </message>
    <message>
        <source>Why does it come back?</source>
        <translation>¿Por qué se devuelve?</translation>
    </message>
    <message>
        <source>{amount} goes back</source>
        <translation>Se devuelven {amount}</translation>
    </message>
    <message>
        <source>Give nothing more back?</source>
        <translation>¿No devolver nada más?</translation>
    </message>
    <message>
        <source>{given} has gone back. {left} does not go back.</source>
        <translation>Se han devuelto {given}. {left} no se devuelven.</translation>
    </message>
    <message>
        <source>Give nothing more back</source>
        <translation>No devolver nada más</translation>
    </message>
    <message>
        <source>Go on giving back</source>
        <translation>Seguir devolviendo</translation>
    </message>
    <message>
        <source>Asking the store service</source>
        <translation>Consultando el servicio de la tienda</translation>
    </message>
    <message>
        <source>It makes sure that nobody else gives the same back. No money has moved.</source>
        <translation>Comprueba que nadie más devuelva lo mismo. No se ha movido dinero.</translation>
    </message>
    <message>
        <source>{amount} goes back to the card</source>
        <translation>{amount} vuelven a la tarjeta</translation>
    </message>
    <message>
        <source>Follow the card terminal with the shopper. It has gone back only when it says so here.</source>
        <translation>Siga el terminal con el cliente. Solo está devuelto cuando lo diga aquí.</translation>
    </message>
    <message>
        <source>{amount} goes back to the phone</source>
        <translation>{amount} vuelven al teléfono</translation>
    </message>
    <message>
        <source>Please wait. The shopper has nothing to do.</source>
        <translation>Espere, por favor. El cliente no tiene que hacer nada.</translation>
    </message>
    <message>
        <source>Asking whether {amount} has gone back</source>
        <translation>Preguntando si se han devuelto {amount}</translation>
    </message>
    <message>
        <source>The answer did not come. Do not give it back another way until it is known.</source>
        <translation>No llegó respuesta. No lo devuelva de otra forma hasta saberlo.</translation>
    </message>
    <message>
        <source>Nobody can prove whether {amount} has gone back</source>
        <translation>Nadie puede probar si se han devuelto {amount}</translation>
    </message>
    <message>
        <source>Look it up at the card terminal, or ask the wallet. Then a manager approves what waits: reversed, if it has gone back; paid, if it has not. Until then give nothing back another way.</source>
        <translation>Mírelo en el terminal o pregunte a la aplicación. Después un encargado aprueba lo pendiente: anulado si se devolvió, pagado si no. Hasta entonces no devuelva nada de otra forma.</translation>
    </message>
    <message>
        <source>{amount} did not go back</source>
        <translation>{amount} no se devolvieron</translation>
    </message>
    <message>
        <source>This part did not move. Try again, let a manager give it back by hand, or give nothing more back.</source>
        <translation>Esta parte no se movió. Vuelva a probar, que un encargado la devuelva a mano, o no devuelva nada más.</translation>
    </message>
    <message>
        <source>{amount} has gone back</source>
        <translation>Se han devuelto {amount}</translation>
    </message>
    <message>
        <source>All of it. Give the shopper the slip.</source>
        <translation>Todo. Entregue el resguardo al cliente.</translation>
    </message>
    <message>
        <source>The rest did not. The slip says so; give it to the shopper.</source>
        <translation>El resto no. Lo dice el resguardo; entrégueselo al cliente.</translation>
    </message>
    <message>
        <source>Has gone back</source>
        <translation>Devuelto</translation>
    </message>
    <message>
        <source>Goes back now</source>
        <translation>Se devuelve ahora</translation>
    </message>
    <message>
        <source>Did not go back</source>
        <translation>No se devolvió</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Aún no se sabe</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Does not go back</source>
        <translation>No se devuelve</translation>
    </message>
    <message>
        <source>No money has moved. Choose other goods, or stop.</source>
        <translation>No se ha movido dinero. Elija otros artículos o pare.</translation>
    </message>
    <message>
        <source>Another checkout takes some of it back</source>
        <translation>Otra caja está devolviendo una parte</translation>
    </message>
    <message>
        <source>Some of it came back in the meantime</source>
        <translation>Una parte se devolvió entretanto</translation>
    </message>
    <message>
        <source>The store service does not know this sale</source>
        <translation>El servicio de la tienda no conoce esta venta</translation>
    </message>
    <message>
        <source>No link to the store service</source>
        <translation>Sin conexión con el servicio de la tienda</translation>
    </message>
    <message>
        <source>No money has moved: without it nothing goes back. Try again in a moment, or stop.</source>
        <translation>No se ha movido dinero: sin conexión no se devuelve nada. Pruebe en un momento o pare.</translation>
    </message>
    <message>
        <source>The store service says no</source>
        <translation>El servicio de la tienda dice que no</translation>
    </message>
    <message>
        <source>Goods come back</source>
        <translation>Devolución de artículos</translation>
    </message>
    <message>
        <source>A colleague takes them back with you. No money has moved yet.</source>
        <translation>Nuestro personal los recoge con usted. Aún no se ha movido dinero.</translation>
    </message>
    <message>
        <source>Not everything has gone back</source>
        <translation>No se ha devuelto todo</translation>
    </message>
    <message>
        <source>A colleague goes on with you. What has gone back stands here.</source>
        <translation>Nuestro personal sigue con usted. Aquí verá lo que se le ha devuelto.</translation>
    </message>
    <message>
        <source>We are asking whether {amount} has gone back to you. Please wait here.</source>
        <translation>Estamos preguntando si se le han devuelto {amount}. Espere aquí, por favor.</translation>
    </message>
    <message>
        <source>We cannot tell whether {amount} has gone back to you. A colleague will check it with you.</source>
        <translation>No sabemos si se le han devuelto {amount}. Lo comprobaremos con usted.</translation>
    </message>
    <message>
        <source>Please wait here. {amount} has gone back to you so far.</source>
        <translation>Espere aquí, por favor. Hasta ahora se le han devuelto {amount}.</translation>
    </message>
    <message>
        <source>{amount} has gone back to you so far. A colleague will go on with you.</source>
        <translation>Hasta ahora se le han devuelto {amount}. Nuestro personal seguirá con usted.</translation>
    </message>
    <message>
        <source>{amount} has gone back to you.</source>
        <translation>Se le han devuelto {amount}.</translation>
    </message>
    <message>
        <source>Would you like a slip?</source>
        <translation>¿Quiere un resguardo?</translation>
    </message>
    <message>
        <source>Your slip is printing</source>
        <translation>Imprimiendo su resguardo</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. Please take the paper below.</source>
        <translation>Se le han devuelto {amount}. Recoja el papel aquí abajo.</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. {reason} A colleague is needed; printing then goes on by itself.</source>
        <translation>Se le han devuelto {amount}. {reason} Hace falta nuestro personal; después sigue imprimiendo sola.</translation>
    </message>
    <message>
        <source>Your slip is waiting</source>
        <translation>Su resguardo está en espera</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. {reason} A colleague is needed; your slip then prints by itself.</source>
        <translation>Se le han devuelto {amount}. {reason} Hace falta nuestro personal; después su resguardo se imprime solo.</translation>
    </message>
    <message>
        <source>Your slip is printed</source>
        <translation>Su resguardo está impreso</translation>
    </message>
    <message>
        <source>No paper slip</source>
        <translation>Sin resguardo en papel</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. The slip could not be printed; take it as a QR code instead.</source>
        <translation>Se le han devuelto {amount}. No se ha podido imprimir el resguardo; lléveselo como código QR.</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. We cannot tell whether your slip was printed. If it is missing, take it as a QR code.</source>
        <translation>Se le han devuelto {amount}. No sabemos si su resguardo se ha impreso. Si falta, lléveselo como código QR.</translation>
    </message>
    <message>
        <source>Your slip as a QR code</source>
        <translation>Su resguardo como código QR</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. Scan the code with your phone to keep it.</source>
        <translation>Se le han devuelto {amount}. Escanee el código con su teléfono para guardarlo.</translation>
    </message>
    <message>
        <source>Thank you for coming by!</source>
        <translation>¡Gracias por su visita!</translation>
    </message>
    <message>
        <source>For members</source>
        <translation>Para clientes con tarjeta</translation>
    </message>
    <message>
        <source>Only today</source>
        <translation>Solo hoy</translation>
    </message>
    <message>
        <source>{amount} per kg</source>
        <translation>{amount} el kg</translation>
    </message>
    <message>
        <source>Not within your rights. Ask a manager to scan their badge.</source>
        <translation>Fuera de sus permisos. Un encargado debe escanear su tarjeta.</translation>
    </message>
    <message>
        <source>This can only be decided at the lane.</source>
        <translation>Esto solo se decide en la caja.</translation>
    </message>
    <message>
        <source>This is over already. Nothing more to decide.</source>
        <translation>Ya está resuelto. No hay nada que decidir.</translation>
    </message>
    <message>
        <source>You are signed out. Scan your badge again.</source>
        <translation>Sesión cerrada. Escanee otra vez su tarjeta.</translation>
    </message>
    <message>
        <source>A colleague was first. Nothing more to decide.</source>
        <translation>Un compañero se adelantó. No hay nada que decidir.</translation>
    </message>
    <message>
        <source>Please choose one of the reasons.</source>
        <translation>Elija uno de los motivos.</translation>
    </message>
    <message>
        <source>Please choose a reason.</source>
        <translation>Elija un motivo.</translation>
    </message>
    <message>
        <source>It has grown since you looked. Please look again, then decide.</source>
        <translation>Ha aumentado desde que lo miró. Mírelo otra vez y decida.</translation>
    </message>
    <message>
        <source>That is not enough for this item. Check again.</source>
        <translation>No basta para este artículo. Compruébelo otra vez.</translation>
    </message>
    <message>
        <source>This cannot be refused. Put it right, then approve it.</source>
        <translation>No se puede rechazar. Corríjalo y apruébelo.</translation>
    </message>
    <message>
        <source>It was refused. Take the item off, or wait until it is gone.</source>
        <translation>Se ha rechazado. Quite el artículo o espere a que se retire.</translation>
    </message>
    <message>
        <source>Too much is open here. Decide what waits first, or suspend the basket.</source>
        <translation>Hay demasiado pendiente. Decídalo primero o suspenda la cesta.</translation>
    </message>
    <message>
        <source>An attendant&apos;s badge is needed. Please scan it.</source>
        <translation>Hace falta la tarjeta de un dependiente. Escanéela.</translation>
    </message>
    <message>
        <source>Beyond your limit. Ask a manager to scan their badge, or choose a smaller amount.</source>
        <translation>Supera su límite. Un encargado debe escanear su tarjeta, o elija un importe menor.</translation>
    </message>
    <message>
        <source>Only support may do this. Please call support.</source>
        <translation>Solo puede hacerlo soporte. Llame a soporte.</translation>
    </message>
    <message>
        <source>Beyond every limit. Choose a smaller amount.</source>
        <translation>Supera todos los límites. Elija un importe menor.</translation>
    </message>
    <message>
        <source>Nobody unlocks themselves. Ask another manager to scan their badge.</source>
        <translation>Nadie se desbloquea a sí mismo. Otro encargado debe escanear su tarjeta.</translation>
    </message>
    <message>
        <source>No such date of birth. Type eight digits, day first.</source>
        <translation>Esa fecha no existe. Escriba ocho cifras, primero el día.</translation>
    </message>
    <message>
        <source>Too young for this item. Refuse it; it is then taken off.</source>
        <translation>Demasiado joven para este artículo. Rechácelo y se quitará.</translation>
    </message>
    <message>
        <source>Please type a price above zero.</source>
        <translation>Escriba un precio mayor que cero.</translation>
    </message>
    <message>
        <source>Please type 1 to 99 percent, of goods that cost something.</source>
        <translation>Escriba del 1 al 99&#xa0;%, para artículos que cuesten algo.</translation>
    </message>
    <message>
        <source>This purchase has its discount already. Change the price of a line instead.</source>
        <translation>Esta compra ya tiene su descuento. Cambie mejor el precio de una línea.</translation>
    </message>
    <message>
        <source>Not while it is being paid, or without a basket. Try again after it.</source>
        <translation>No mientras se paga ni sin cesta. Pruebe después.</translation>
    </message>
    <message>
        <source>A purchase is under way. Finish, suspend or cancel it first.</source>
        <translation>Hay una compra en curso. Termínela, suspéndala o cancélela antes.</translation>
    </message>
    <message>
        <source>There is a basket here. Finish or suspend it first.</source>
        <translation>Aquí hay una cesta. Termínela o suspéndala antes.</translation>
    </message>
    <message>
        <source>No such basket is suspended. Check the code on the slip.</source>
        <translation>No hay ninguna cesta suspendida así. Compruebe el código del resguardo.</translation>
    </message>
    <message>
        <source>This basket goes on at another lane already.</source>
        <translation>Esta cesta ya sigue en otra caja.</translation>
    </message>
    <message>
        <source>No link to the store service. Try again in a moment.</source>
        <translation>Sin conexión con el servicio de la tienda. Pruebe en un momento.</translation>
    </message>
    <message>
        <source>No receipt here just now. It can be printed again until the next shopper starts.</source>
        <translation>Ahora no hay ticket aquí. Se puede reimprimir hasta que empiece el siguiente cliente.</translation>
    </message>
    <message>
        <source>No sale with this receipt. Check its number.</source>
        <translation>No hay venta con este ticket. Compruebe su número.</translation>
    </message>
    <message>
        <source>Everything of this receipt came back already. No money has moved.</source>
        <translation>Todo este ticket ya se devolvió. No se ha movido dinero.</translation>
    </message>
    <message>
        <source>Another checkout takes goods of this receipt back just now. No money has moved.</source>
        <translation>Otra caja está devolviendo artículos de este ticket. No se ha movido dinero.</translation>
    </message>
    <message>
        <source>Nothing of it can come back. Choose other goods.</source>
        <translation>De esto no se puede devolver nada. Elija otros artículos.</translation>
    </message>
    <message>
        <source>Sign in first; nothing was given back.</source>
        <translation>Identifíquese primero; no se ha devuelto nada.</translation>
    </message>
    <message>
        <source>The printer is not ready. Check paper and cover.</source>
        <translation>La impresora no está lista. Revise el papel y la tapa.</translation>
    </message>
    <message>
        <source>Decide the payment in the list of what waits, after reading the terminal.</source>
        <translation>Decida el pago en la lista de pendientes, tras leer el terminal.</translation>
    </message>
    <message>
        <source>Unexpected item in bagging area</source>
        <translation>Artículo inesperado en la zona de bolsas</translation>
    </message>
    <message>
        <source>Place item in bagging area</source>
        <translation>Falta el artículo en la zona de bolsas</translation>
    </message>
    <message>
        <source>Weight mismatch</source>
        <translation>El peso no coincide</translation>
    </message>
    <message>
        <source>Item removed from bagging area</source>
        <translation>Artículo retirado de la zona de bolsas</translation>
    </message>
    <message>
        <source>Item shuffling</source>
        <translation>Artículos movidos</translation>
    </message>
    <message>
        <source>Skip bagging</source>
        <translation>Sin embolsar</translation>
    </message>
    <message>
        <source>Own bag</source>
        <translation>Bolsa propia</translation>
    </message>
    <message>
        <source>Bagging area full</source>
        <translation>Zona de bolsas llena</translation>
    </message>
    <message>
        <source>Scale fault or not at zero</source>
        <translation>Balanza averiada o sin cero</translation>
    </message>
    <message>
        <source>Item not on file</source>
        <translation>Artículo desconocido</translation>
    </message>
    <message>
        <source>Code will not read</source>
        <translation>Código ilegible</translation>
    </message>
    <message>
        <source>Price required</source>
        <translation>Falta el precio</translation>
    </message>
    <message>
        <source>Quantity over limit</source>
        <translation>Cantidad por encima del límite</translation>
    </message>
    <message>
        <source>Not for sale, recalled or stopped</source>
        <translation>No vendible, retirado o bloqueado</translation>
    </message>
    <message>
        <source>Expired unit</source>
        <translation>Artículo caducado</translation>
    </message>
    <message>
        <source>Age check</source>
        <translation>Control de edad</translation>
    </message>
    <message>
        <source>Time-restricted sale</source>
        <translation>Venta con horario limitado</translation>
    </message>
    <message>
        <source>Medicine or other regulated quantity</source>
        <translation>Medicamento o cantidad regulada</translation>
    </message>
    <message>
        <source>Security-tagged or locked item</source>
        <translation>Artículo con alarma o bajo llave</translation>
    </message>
    <message>
        <source>Serial number or warranty item</source>
        <translation>Número de serie o garantía</translation>
    </message>
    <message>
        <source>Produce check</source>
        <translation>Control de fruta y verdura</translation>
    </message>
    <message>
        <source>Coupon check</source>
        <translation>Control de cupón</translation>
    </message>
    <message>
        <source>Coupon to be handed in</source>
        <translation>Cupón para entregar</translation>
    </message>
    <message>
        <source>Reduced label check</source>
        <translation>Control de etiqueta rebajada</translation>
    </message>
    <message>
        <source>Discount that needs authority</source>
        <translation>Descuento que requiere permiso</translation>
    </message>
    <message>
        <source>Help request</source>
        <translation>Petición de ayuda</translation>
    </message>
    <message>
        <source>Many or dear items taken off</source>
        <translation>Muchos artículos quitados, o caros</translation>
    </message>
    <message>
        <source>Purchase given up with items bagged</source>
        <translation>Compra abandonada con artículos en bolsa</translation>
    </message>
    <message>
        <source>Basket or value limit</source>
        <translation>Límite de cesta o de importe</translation>
    </message>
    <message>
        <source>Idle or abandoned</source>
        <translation>Inactiva o abandonada</translation>
    </message>
    <message>
        <source>Walked away unpaid</source>
        <translation>Se fue sin pagar</translation>
    </message>
    <message>
        <source>Audit: partial or full re-scan</source>
        <translation>Control: escaneo parcial o completo</translation>
    </message>
    <message>
        <source>Vision alert</source>
        <translation>Aviso de la cámara</translation>
    </message>
    <message>
        <source>Exceptions over threshold</source>
        <translation>Demasiadas excepciones</translation>
    </message>
    <message>
        <source>Payment declined, retry limit</source>
        <translation>Pago denegado, límite de intentos</translation>
    </message>
    <message>
        <source>Payment outcome unknown</source>
        <translation>Resultado del pago desconocido</translation>
    </message>
    <message>
        <source>Signature or identity check</source>
        <translation>Control de firma o identidad</translation>
    </message>
    <message>
        <source>Partly paid</source>
        <translation>Pagado en parte</translation>
    </message>
    <message>
        <source>Cash device fault</source>
        <translation>Avería del cajón de efectivo</translation>
    </message>
    <message>
        <source>Offline over the floor limit</source>
        <translation>Sin conexión y sobre el tope</translation>
    </message>
    <message>
        <source>Receipt paper low, out, or cover open</source>
        <translation>Poco papel, sin papel o tapa abierta</translation>
    </message>
    <message>
        <source>Device offline</source>
        <translation>Dispositivo sin conexión</translation>
    </message>
    <message>
        <source>Data stale or service offline</source>
        <translation>Datos antiguos o servicio sin conexión</translation>
    </message>
    <message>
        <source>Lane closed or paused</source>
        <translation>Caja cerrada o en pausa</translation>
    </message>
    <message>
        <source>Exit gate refused</source>
        <translation>Salida denegada</translation>
    </message>
    <message>
        <source>Pick-up hand-over check</source>
        <translation>Control de entrega de pedido</translation>
    </message>
    <message>
        <source>Attendant</source>
        <translation>Dependiente</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Encargado</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Soporte</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Cantidad</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Descuento</translation>
    </message>
    <message>
        <source>Discount on all</source>
        <translation>Descuento en todo</translation>
    </message>
    <message>
        <source>Weight on file is wrong</source>
        <translation>Peso guardado erróneo</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Suspender</translation>
    </message>
    <message>
        <source>Resume a basket</source>
        <translation>Retomar una cesta</translation>
    </message>
    <message>
        <source>Cancel purchase</source>
        <translation>Cancelar compra</translation>
    </message>
    <message>
        <source>Print receipt again</source>
        <translation>Reimprimir ticket</translation>
    </message>
    <message>
        <source>Open drawer</source>
        <translation>Abrir cajón</translation>
    </message>
    <message>
        <source>Take goods back</source>
        <translation>Devolución de artículos</translation>
    </message>
    <message>
        <source>Money given back by hand</source>
        <translation>Dinero devuelto a mano</translation>
    </message>
    <message>
        <source>Message to shopper</source>
        <translation>Mensaje al cliente</translation>
    </message>
    <message>
        <source>Close lane</source>
        <translation>Cerrar caja</translation>
    </message>
    <message>
        <source>Open lane</source>
        <translation>Abrir caja</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Restart program</source>
        <translation>Reiniciar programa</translation>
    </message>
    <message>
        <source>Settle payment</source>
        <translation>Resolver el pago</translation>
    </message>
    <message>
        <source>Begin training</source>
        <translation>Empezar prácticas</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>Cerrar el día</translation>
    </message>
    <message>
        <source>Unlock a colleague</source>
        <translation>Desbloquear a un compañero</translation>
    </message>
    <message>
        <source>End training</source>
        <translation>Terminar prácticas</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Card terminal</source>
        <translation>Terminal de tarjetas</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>Impresora de tickets</translation>
    </message>
    <message>
        <source>Hand scanner</source>
        <translation>Lector de mano</translation>
    </message>
    <message>
        <source>Weighing scale</source>
        <translation>Balanza</translation>
    </message>
    <message>
        <source>Bagging scale</source>
        <translation>Balanza de bolsas</translation>
    </message>
    <message>
        <source>Headset voice</source>
        <translation>Voz de los auriculares</translation>
    </message>
    <message>
        <source>Phone wallet</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Has not answered yet</source>
        <translation>Aún no ha respondido</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Works, needs a look</source>
        <translation>Funciona, revisar</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>No funciona</translation>
    </message>
    <message>
        <source>Attendant&apos;s badge</source>
        <translation>Tarjeta de dependiente</translation>
    </message>
    <message>
        <source>Manager&apos;s badge</source>
        <translation>Tarjeta de encargado</translation>
    </message>
    <message>
        <source>Support&apos;s badge</source>
        <translation>Tarjeta de soporte</translation>
    </message>
    <message>
        <source>Beyond every limit</source>
        <translation>Supera todos los límites</translation>
    </message>
    <message>
        <source>Between two shoppers</source>
        <translation>Entre dos clientes</translation>
    </message>
    <message>
        <source>No open basket</source>
        <translation>Sin cesta abierta</translation>
    </message>
    <message>
        <source>With an empty basket</source>
        <translation>Con la cesta vacía</translation>
    </message>
    <message>
        <source>Once it is paid</source>
        <translation>Una vez pagado</translation>
    </message>
    <message>
        <source>Nobody is locked</source>
        <translation>No hay nadie bloqueado</translation>
    </message>
    <message>
        <source>Weighed or labelled</source>
        <translation>Pesado o etiquetado</translation>
    </message>
    <message>
        <source>From {count} years</source>
        <translation>Desde {count} años</translation>
    </message>
    <message>
        <source>{count} g difference</source>
        <translation>{count} g de diferencia</translation>
    </message>
    <message>
        <source>The bag weighs {count} g</source>
        <translation>La bolsa pesa {count} g</translation>
    </message>
    <message>
        <source>{count} pieces</source>
        <translation>{count} piezas</translation>
    </message>
    <message>
        <source>{count} units</source>
        <translation>{count} unidades</translation>
    </message>
    <message>
        <source>More than {count} calls in this purchase</source>
        <translation>Más de {count} llamadas en esta compra</translation>
    </message>
    <message>
        <source>{count} refused</source>
        <translation>{count} rechazos</translation>
    </message>
    <message>
        <source>Scan again: {items}</source>
        <translation>Escanear otra vez: {items}</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>desde las {time}</translation>
    </message>
    <message>
        <source>The shopper is asked first</source>
        <translation>Primero se pregunta al cliente</translation>
    </message>
    <message>
        <source>Refused: {reason}</source>
        <translation>Rechazado: {reason}</translation>
    </message>
    <message>
        <source>Nothing to decide</source>
        <translation>Nada que decidir</translation>
    </message>
    <message>
        <source>Looks {count} or older</source>
        <translation>Aparenta {count} años o más</translation>
    </message>
    <message>
        <source>Enter the price</source>
        <translation>Introducir el precio</translation>
    </message>
    <message>
        <source>Identity card</source>
        <translation>DNI</translation>
    </message>
    <message>
        <source>No shopper</source>
        <translation>Sin cliente</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>Escaneando</translation>
    </message>
    <message>
        <source>Waits to pay</source>
        <translation>Espera para pagar</translation>
    </message>
    <message>
        <source>Paying</source>
        <translation>Pagando</translation>
    </message>
    <message>
        <source>Payment not known</source>
        <translation>Pago sin confirmar</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>¿Por qué no?</translation>
    </message>
    <message>
        <source>What shall be done?</source>
        <translation>¿Qué se hace?</translation>
    </message>
    <message>
        <source>Born on {date} or before?</source>
        <translation>¿Nacido el {date} o antes?</translation>
    </message>
    <message>
        <source>From {count} years: {item}</source>
        <translation>Desde {count} años: {item}</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>Eight digits, day first. It is not kept.</source>
        <translation>Ocho cifras, primero el día. No se guarda.</translation>
    </message>
    <message>
        <source>This is not a date of birth.</source>
        <translation>No es una fecha de nacimiento.</translation>
    </message>
    <message>
        <source>The date fits</source>
        <translation>La fecha vale</translation>
    </message>
    <message>
        <source>New quantity</source>
        <translation>Nueva cantidad</translation>
    </message>
    <message>
        <source>New price of one piece</source>
        <translation>Nuevo precio de una unidad</translation>
    </message>
    <message>
        <source>Percent off</source>
        <translation>Descuento en porcentaje</translation>
    </message>
    <message>
        <source>You alone: up to {percent} %</source>
        <translation>Usted solo: hasta {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>You alone: up to {percent} % and {amount}</source>
        <translation>Usted solo: hasta {percent}&#xa0;% y {amount}</translation>
    </message>
    <message>
        <source>You alone: up to {amount}</source>
        <translation>Usted solo: hasta {amount}</translation>
    </message>
    <message>
        <source>Code on the slip</source>
        <translation>Código del resguardo</translation>
    </message>
    <message>
        <source>All of it, or its last digits</source>
        <translation>Entero o sus últimas cifras</translation>
    </message>
    <message>
        <source>What shall the shopper read?</source>
        <translation>¿Qué debe leer el cliente?</translation>
    </message>
    <message>
        <source>Whom to unlock?</source>
        <translation>¿A quién desbloquear?</translation>
    </message>
    <message>
        <source>The PIN pad of this lane</source>
        <translation>El teclado de esta caja</translation>
    </message>
    <message>
        <source>Locked until {time}</source>
        <translation>Bloqueado hasta las {time}</translation>
    </message>
    <message>
        <source>Locked until a manager unlocks</source>
        <translation>Bloqueado hasta que lo libere un encargado</translation>
    </message>
    <message>
        <source>{count} wrong answers</source>
        <translation>{count} respuestas incorrectas</translation>
    </message>
    <message>
        <source>A colleague is on the way to you.</source>
        <translation>Nuestro personal está de camino.</translation>
    </message>
    <message>
        <source>Please keep your identity card ready.</source>
        <translation>Tenga a mano su documento de identidad.</translation>
    </message>
    <message>
        <source>One moment, please. We are with you shortly.</source>
        <translation>Un momento, por favor. Enseguida estamos con usted.</translation>
    </message>
    <message>
        <source>Please use another checkout.</source>
        <translation>Utilice otra caja, por favor.</translation>
    </message>
    <message>
        <source>Take the message away</source>
        <translation>Retirar el mensaje</translation>
    </message>
    <message>
        <source>Number or PIN not right</source>
        <translation>Número o PIN incorrectos</translation>
    </message>
    <message>
        <source>Locked until {time}. A manager can unlock it.</source>
        <translation>Bloqueado hasta las {time}. Un encargado puede desbloquearlo.</translation>
    </message>
    <message>
        <source>Locked. Only a manager can unlock it.</source>
        <translation>Bloqueado. Solo un encargado puede desbloquearlo.</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>A pagar</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>Falta por pagar</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>{amount} next</source>
        <translation>{amount} ahora</translation>
    </message>
    <message>
        <source>After this payment {amount} is left to pay.</source>
        <translation>Después de este pago quedan {amount} por pagar.</translation>
    </message>
    <message>
        <source>Pays {amount}</source>
        <translation>Paga {amount}</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>Tarjeta regalo</translation>
    </message>
    <message>
        <source>Gift card …{digits}</source>
        <translation>Tarjeta regalo …{digits}</translation>
    </message>
    <message>
        <source>My balance</source>
        <translation>Mi saldo</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Tarjeta</translation>
    </message>
    <message>
        <source>{card} …{digits}</source>
        <translation>{card} …{digits}</translation>
    </message>
    <message>
        <source>{amount} left on it</source>
        <translation>Quedan {amount}</translation>
    </message>
    <message>
        <source>Nothing left on it</source>
        <translation>No queda nada</translation>
    </message>
    <message>
        <source>Set aside for you</source>
        <translation>Reservado para usted</translation>
    </message>
    <message>
        <source>Asking about your gift card …</source>
        <translation>Consultando su tarjeta regalo …</translation>
    </message>
    <message>
        <source>Asking about your balance …</source>
        <translation>Consultando su saldo …</translation>
    </message>
    <message>
        <source>Hold your phone or gift card here</source>
        <translation>Acerque aquí su teléfono o tarjeta regalo</translation>
    </message>
    <message>
        <source>Hold your phone here</source>
        <translation>Acerque aquí su teléfono</translation>
    </message>
    <message>
        <source>Hold your gift card here</source>
        <translation>Acerque aquí su tarjeta regalo</translation>
    </message>
    <message>
        <source>With an app on your phone</source>
        <translation>Con una aplicación de su teléfono</translation>
    </message>
    <message>
        <source>Not reachable right now. Nothing was charged.</source>
        <translation>Ahora no disponible. No se ha cobrado nada.</translation>
    </message>
    <message>
        <source>Scan it or type its number</source>
        <translation>Escanéela o escriba su número</translation>
    </message>
    <message>
        <source>What you have in your account</source>
        <translation>Lo que tiene en su cuenta</translation>
    </message>
    <message>
        <source>{amount} goes back to where it came from. Your basket is kept, and you can pay another way.</source>
        <translation>{amount} vuelven a su origen. Guardamos su cesta y puede pagar de otra forma.</translation>
    </message>
    <message>
        <source>Your money goes back</source>
        <translation>Le devolvemos su dinero</translation>
    </message>
    <message>
        <source>Please follow the card terminal. It has gone back only when we say so.</source>
        <translation>Siga las indicaciones del terminal. Solo está devuelto cuando lo digamos.</translation>
    </message>
    <message>
        <source>Please wait. It goes back to the wallet on your phone.</source>
        <translation>Espere, por favor. Vuelve a la aplicación de su teléfono.</translation>
    </message>
    <message>
        <source>Please wait a moment</source>
        <translation>Espere un momento, por favor</translation>
    </message>
    <message>
        <source>We are asking whether {amount} has gone back to you. Your basket is kept.</source>
        <translation>Estamos preguntando si se le han devuelto {amount}. Guardamos su cesta.</translation>
    </message>
    <message>
        <source>A colleague has to look</source>
        <translation>Nuestro personal debe comprobarlo</translation>
    </message>
    <message>
        <source>We cannot tell whether {amount} has gone back to you. A colleague will check it with you. Your basket is kept.</source>
        <translation>No sabemos si se le han devuelto {amount}. Lo comprobaremos con usted. Guardamos su cesta.</translation>
    </message>
    <message>
        <source>What is shown as paid still counts for this purchase. Try again, or touch Help: staff give it back.</source>
        <translation>Lo que consta como pagado sigue contando para esta compra. Vuelva a probar o toque Ayuda: se lo devolvemos.</translation>
    </message>
    <message>
        <source>We cannot tell yet whether {amount} has gone back to you. A colleague will check it with you.</source>
        <translation>Aún no sabemos si se le han devuelto {amount}. Lo comprobaremos con usted.</translation>
    </message>
    <message>
        <source>Your code is on its way. Nothing was charged.</source>
        <translation>Su código está en camino. No se ha cobrado nada.</translation>
    </message>
    <message>
        <source>Scan this code with your phone</source>
        <translation>Escanee este código con su teléfono</translation>
    </message>
    <message>
        <source>Open your wallet app. You have paid only when this screen says so.</source>
        <translation>Abra su aplicación de pago. Solo está pagado cuando lo diga esta pantalla.</translation>
    </message>
    <message>
        <source>We have read your phone&apos;s code</source>
        <translation>Hemos leído el código de su teléfono</translation>
    </message>
    <message>
        <source>Please wait. You have paid only when this screen says so.</source>
        <translation>Espere, por favor. Solo está pagado cuando lo diga esta pantalla.</translation>
    </message>
    <message>
        <source>Please confirm on your phone</source>
        <translation>Confirme en su teléfono</translation>
    </message>
    <message>
        <source>Your phone asks for your consent. Nothing is charged before you give it.</source>
        <translation>Su teléfono le pide permiso. No se cobra nada antes.</translation>
    </message>
    <message>
        <source>Please wait. We are asking your wallet whether anything was charged. Do not confirm now.</source>
        <translation>Espere, por favor. Estamos preguntando si se ha cobrado algo. No confirme ahora.</translation>
    </message>
    <message>
        <source>We are asking your wallet whether your payment of {amount} went through. Your basket is kept.</source>
        <translation>Estamos preguntando si su pago de {amount} se ha realizado. Guardamos su cesta.</translation>
    </message>
    <message>
        <source>Your wallet cannot tell whether your payment of {amount} went through. A colleague will check it with you. Your basket is kept.</source>
        <translation>La aplicación no puede decir si su pago de {amount} se ha realizado. Lo comprobaremos con usted. Guardamos su cesta.</translation>
    </message>
    <message>
        <source>Please wait here. Your basket is kept, and so are the {amount} you have paid so far.</source>
        <translation>Espere aquí, por favor. Guardamos su cesta y los {amount} que ya ha pagado.</translation>
    </message>
    <message>
        <source>You have paid {amount} so far; it is kept with your basket. A colleague will go on with you or give it back.</source>
        <translation>Ya ha pagado {amount}; se guardan con su cesta. Nuestro personal seguirá con usted o se lo devolverá.</translation>
    </message>
    <message>
        <source>We don&apos;t know this gift card</source>
        <translation>No conocemos esta tarjeta regalo</translation>
    </message>
    <message>
        <source>Nothing was taken. Check the number and try again, or pay another way.</source>
        <translation>No se ha descontado nada. Compruebe el número y vuelva a probar, o pague de otra forma.</translation>
    </message>
    <message>
        <source>Nothing is left on it</source>
        <translation>No le queda saldo</translation>
    </message>
    <message>
        <source>Nothing was taken. Please pay another way.</source>
        <translation>No se ha descontado nada. Pague de otra forma, por favor.</translation>
    </message>
    <message>
        <source>It is in use at another checkout</source>
        <translation>Se está usando en otra caja</translation>
    </message>
    <message>
        <source>Nothing was taken. Finish there first, or pay another way.</source>
        <translation>No se ha descontado nada. Termine primero allí o pague de otra forma.</translation>
    </message>
    <message>
        <source>It was used up before</source>
        <translation>Ya se había gastado</translation>
    </message>
    <message>
        <source>Nothing was taken. Please pay another way, or touch Help.</source>
        <translation>No se ha descontado nada. Pague de otra forma o toque Ayuda.</translation>
    </message>
    <message>
        <source>That took too long</source>
        <translation>Ha tardado demasiado</translation>
    </message>
    <message>
        <source>Nothing was taken. Please try again.</source>
        <translation>No se ha descontado nada. Vuelva a probar.</translation>
    </message>
    <message>
        <source>It is blocked</source>
        <translation>Está bloqueada</translation>
    </message>
    <message>
        <source>Nothing was taken. Touch Help to ask why, or pay another way.</source>
        <translation>No se ha descontado nada. Toque Ayuda para saber por qué o pague de otra forma.</translation>
    </message>
    <message>
        <source>It has expired</source>
        <translation>Ha caducado</translation>
    </message>
    <message>
        <source>Nothing was taken. Touch Help to ask, or pay another way.</source>
        <translation>No se ha descontado nada. Toque Ayuda o pague de otra forma.</translation>
    </message>
    <message>
        <source>It holds another currency</source>
        <translation>Es de otra moneda</translation>
    </message>
    <message>
        <source>It cannot pay here and nothing was taken. Please pay another way.</source>
        <translation>No puede pagar aquí y no se ha descontado nada. Pague de otra forma, por favor.</translation>
    </message>
    <message>
        <source>It needs its PIN</source>
        <translation>Necesita su PIN</translation>
    </message>
    <message>
        <source>Nothing was taken. Type the PIN, or pay another way.</source>
        <translation>No se ha descontado nada. Escriba el PIN o pague de otra forma.</translation>
    </message>
    <message>
        <source>This PIN is not right</source>
        <translation>Este PIN no es correcto</translation>
    </message>
    <message>
        <source>Nothing was taken. Try again; after five wrong ones the card is locked.</source>
        <translation>No se ha descontado nada. Vuelva a probar; tras cinco errores la tarjeta se bloquea.</translation>
    </message>
    <message>
        <source>Too many wrong PINs</source>
        <translation>Demasiados PIN incorrectos</translation>
    </message>
    <message>
        <source>It is locked for 15 minutes and nothing was taken. Please pay another way.</source>
        <translation>Queda bloqueada 15 minutos y no se ha descontado nada. Pague de otra forma, por favor.</translation>
    </message>
    <message>
        <source>Too many tries</source>
        <translation>Demasiados intentos</translation>
    </message>
    <message>
        <source>We cannot ask about it right now</source>
        <translation>Ahora no podemos consultarla</translation>
    </message>
    <message>
        <source>Nothing was taken; what is on it stays yours. Try again in a moment, or pay another way.</source>
        <translation>No se ha descontado nada; su saldo sigue siendo suyo. Pruebe en un momento o pague de otra forma.</translation>
    </message>
    <message>
        <source>It cannot be used for this purchase</source>
        <translation>No se puede usar en esta compra</translation>
    </message>
    <message>
        <source>A part is paid already. It has to go back before the basket can change.</source>
        <translation>Una parte ya está pagada. Hay que devolverla antes de cambiar la cesta.</translation>
    </message>
    <message>
        <source>Please choose an amount up to what is left to pay.</source>
        <translation>Elija un importe que no supere lo que falta por pagar.</translation>
    </message>
    <message>
        <source>Please pay the rest at once: that is enough parts.</source>
        <translation>Pague el resto de una vez: ya son bastantes partes.</translation>
    </message>
    <message>
        <source>We are still asking about your gift card or balance. One moment, please; nothing was charged.</source>
        <translation>Seguimos consultando su tarjeta regalo o su saldo. Un momento; no se ha cobrado nada.</translation>
    </message>
    <message>
        <source>This is not a gift card&apos;s number. Nothing was taken; please try again.</source>
        <translation>No es un número de tarjeta regalo. No se ha descontado nada; vuelva a probar.</translation>
    </message>
    <message>
        <source>Gift cards cannot be used here right now. Nothing was taken; please pay another way.</source>
        <translation>Ahora no se pueden usar tarjetas regalo. No se ha descontado nada; pague de otra forma.</translation>
    </message>
    <message>
        <source>It already pays for this purchase.</source>
        <translation>Ya paga esta compra.</translation>
    </message>
    <message>
        <source>A PIN has digits only. Nothing was taken.</source>
        <translation>Un PIN solo tiene cifras. No se ha descontado nada.</translation>
    </message>
    <message>
        <source>You cannot pay from a balance here.</source>
        <translation>Aquí no se puede pagar con saldo.</translation>
    </message>
    <message>
        <source>To pay from your balance, go back to the basket and show your member card first.</source>
        <translation>Para pagar con su saldo, vuelva a la cesta y muestre primero su tarjeta de cliente.</translation>
    </message>
    <message>
        <source>One purchase takes no more gift cards. Nothing was taken; please pay another way.</source>
        <translation>Una compra no admite más tarjetas regalo. No se ha descontado nada; pague de otra forma.</translation>
    </message>
    <message>
        <source>You cannot pay by phone wallet here. Nothing was charged.</source>
        <translation>Aquí no se puede pagar con el teléfono. No se ha cobrado nada.</translation>
    </message>
    <message>
        <source>Phone wallets cannot be reached right now. Nothing was charged; please pay another way.</source>
        <translation>Ahora no se puede pagar con el teléfono. No se ha cobrado nada; pague de otra forma.</translation>
    </message>
    <message>
        <source>Not while training: nothing is paid here.</source>
        <translation>No durante las prácticas: aquí no se paga nada.</translation>
    </message>
    <message>
        <source>Popular now</source>
        <translation>Lo más pedido</translation>
    </message>
    <message>
        <source>Fruit and vegetables</source>
        <translation>Fruta y verdura</translation>
    </message>
    <message>
        <source>Fruit</source>
        <translation>Fruta</translation>
    </message>
    <message>
        <source>Berries</source>
        <translation>Bayas</translation>
    </message>
    <message>
        <source>Exotic</source>
        <translation>Exóticas</translation>
    </message>
    <message>
        <source>Vegetables</source>
        <translation>Verdura</translation>
    </message>
    <message>
        <source>Bakery</source>
        <translation>Panadería</translation>
    </message>
    <message>
        <source>Bread</source>
        <translation>Pan</translation>
    </message>
    <message>
        <source>Snacks</source>
        <translation>Para picar</translation>
    </message>
    <message>
        <source>{price}/kg</source>
        <translation>{price}/kg</translation>
    </message>
    <message>
        <source>No bag, thank you</source>
        <translation>Sin bolsa, gracias</translation>
    </message>
    <message>
        <source>1 bag for {amount}</source>
        <translation>1 bolsa por {amount}</translation>
    </message>
    <message>
        <source>{count} bags for {amount}</source>
        <translation>{count} bolsas por {amount}</translation>
    </message>
    <message>
        <source>Round up to {total}?</source>
        <translation>¿Redondear a {total}?</translation>
    </message>
    <message>
        <source>{amount} for {charity}</source>
        <translation>{amount} para {charity}</translation>
    </message>
    <message>
        <source>Thank you for {amount}</source>
        <translation>Gracias por {amount}</translation>
    </message>
    <message>
        <source>Donation</source>
        <translation>Donativo</translation>
    </message>
    <message>
        <source>{name} taken off</source>
        <translation>{name} quitado</translation>
    </message>
    <message>
        <source>{count} × {name} taken off</source>
        <translation>{count} × {name} quitado</translation>
    </message>
    <message>
        <source>This is not sold without a barcode. Please scan it.</source>
        <translation>Esto no se vende sin código de barras. Escanéelo, por favor.</translation>
    </message>
    <message>
        <source>This cannot be weighed here. A colleague will help you.</source>
        <translation>Aquí no se puede pesar. Nuestro personal le ayudará.</translation>
    </message>
    <message>
        <source>What does it cost?</source>
        <translation>¿Cuánto cuesta?</translation>
    </message>
    <message>
        <source>Hold anything here. Nothing is added.</source>
        <translation>Acerque aquí un artículo. No se añade nada.</translation>
    </message>
    <message>
        <source>Hold the barcode here</source>
        <translation>Acerque aquí el código de barras</translation>
    </message>
    <message>
        <source>Your member prices</source>
        <translation>Sus precios de cliente</translation>
    </message>
    <message>
        <source>{price} per kg</source>
        <translation>{price} el kg</translation>
    </message>
    <message>
        <source>{weight} kg, {price} per kg</source>
        <translation>{weight} kg, {price} el kg</translation>
    </message>
    <message>
        <source>plus {name} {price}</source>
        <translation>más {name} {price}</translation>
    </message>
    <message>
        <source>No offer for it right now</source>
        <translation>Ahora no tiene oferta</translation>
    </message>
    <message>
        <source>This has no price</source>
        <translation>Esto no tiene precio</translation>
    </message>
    <message>
        <source>Hold the barcode of an item here, or your member card.</source>
        <translation>Acerque aquí el código de barras de un artículo o su tarjeta de cliente.</translation>
    </message>
    <message>
        <source>We do not know this item</source>
        <translation>No conocemos este artículo</translation>
    </message>
    <message>
        <source>Please ask a colleague for its price.</source>
        <translation>Pregunte su precio a nuestro personal.</translation>
    </message>
    <message>
        <source>Order {name}</source>
        <translation>Pedido {name}</translation>
    </message>
    <message>
        <source>To pay: {amount}</source>
        <translation>A pagar: {amount}</translation>
    </message>
    <message>
        <source>We are looking for your order.</source>
        <translation>Estamos buscando su pedido.</translation>
    </message>
    <message>
        <source>Your order</source>
        <translation>Su pedido</translation>
    </message>
    <message>
        <source>Take your goods. When you have everything, confirm it here.</source>
        <translation>Tome sus artículos. Cuando lo tenga todo, confírmelo aquí.</translation>
    </message>
    <message>
        <source>Collect it at the counter</source>
        <translation>Recójalo en el mostrador</translation>
    </message>
    <message>
        <source>Your order waits there. Show the code on your phone once more.</source>
        <translation>Su pedido le espera allí. Muestre de nuevo el código de su teléfono.</translation>
    </message>
    <message>
        <source>Take your goods. They are yours when they are paid here.</source>
        <translation>Tome sus artículos. Son suyos cuando estén pagados aquí.</translation>
    </message>
    <message>
        <source>Pay here, then collect it at the counter with the same code.</source>
        <translation>Pague aquí y recójalo después en el mostrador con el mismo código.</translation>
    </message>
    <message>
        <source>We are bringing your order here.</source>
        <translation>Estamos trayendo su pedido aquí.</translation>
    </message>
    <message>
        <source>Your order could not be brought here</source>
        <translation>No se ha podido traer su pedido aquí</translation>
    </message>
    <message>
        <source>Nothing was charged. Please try once more, or ask a colleague.</source>
        <translation>No se ha cobrado nada. Inténtelo otra vez o pregunte al personal.</translation>
    </message>
    <message>
        <source>Another lane has this order</source>
        <translation>Otra caja tiene este pedido</translation>
    </message>
    <message>
        <source>Nothing was charged here. Finish it there, or ask a colleague.</source>
        <translation>Aquí no se ha cobrado nada. Termínelo allí o pregunte al personal.</translation>
    </message>
    <message>
        <source>This order is paid already</source>
        <translation>Este pedido ya está pagado</translation>
    </message>
    <message>
        <source>Nothing was charged here. Collect it at the counter.</source>
        <translation>Aquí no se ha cobrado nada. Recójalo en el mostrador.</translation>
    </message>
    <message>
        <source>We are writing down that you have your order.</source>
        <translation>Estamos anotando que tiene su pedido.</translation>
    </message>
    <message>
        <source>Your order is complete</source>
        <translation>Su pedido está completo</translation>
    </message>
    <message>
        <source>Thank you. Nothing was charged here.</source>
        <translation>Gracias. Aquí no se ha cobrado nada.</translation>
    </message>
    <message>
        <source>This order was collected already</source>
        <translation>Este pedido ya se recogió</translation>
    </message>
    <message>
        <source>If that was not you, please ask a colleague.</source>
        <translation>Si no fue usted, pregunte al personal.</translation>
    </message>
    <message>
        <source>This order was cancelled</source>
        <translation>Este pedido se canceló</translation>
    </message>
    <message>
        <source>What was paid for it has gone back.</source>
        <translation>Lo pagado se ha devuelto.</translation>
    </message>
    <message>
        <source>It is too early for this order</source>
        <translation>Es demasiado pronto para este pedido</translation>
    </message>
    <message>
        <source>Your phone shows when you can collect it.</source>
        <translation>Su teléfono muestra cuándo puede recogerlo.</translation>
    </message>
    <message>
        <source>It is too late for this order</source>
        <translation>Es demasiado tarde para este pedido</translation>
    </message>
    <message>
        <source>Its time is over. What was paid goes back.</source>
        <translation>Su plazo ha pasado. Lo pagado se devuelve.</translation>
    </message>
    <message>
        <source>This order is brought to you</source>
        <translation>Este pedido se le entrega</translation>
    </message>
    <message>
        <source>It is not collected in the shop.</source>
        <translation>No se recoge en la tienda.</translation>
    </message>
    <message>
        <source>Show the next code</source>
        <translation>Muestre el siguiente código</translation>
    </message>
    <message>
        <source>This one is over. Your phone shows a new one in a moment.</source>
        <translation>Este ya no vale. Su teléfono mostrará uno nuevo enseguida.</translation>
    </message>
    <message>
        <source>This order is in another shop</source>
        <translation>Este pedido está en otra tienda</translation>
    </message>
    <message>
        <source>Your phone shows which one.</source>
        <translation>Su teléfono muestra en cuál.</translation>
    </message>
    <message>
        <source>We cannot look for orders right now</source>
        <translation>Ahora no podemos buscar pedidos</translation>
    </message>
    <message>
        <source>Nothing was changed. Please go to the counter.</source>
        <translation>No se ha cambiado nada. Diríjase al mostrador.</translation>
    </message>
    <message>
        <source>This could not be written down yet</source>
        <translation>Aún no se ha podido anotar</translation>
    </message>
    <message>
        <source>Please confirm it once more, or ask a colleague.</source>
        <translation>Confírmelo otra vez o pregunte al personal.</translation>
    </message>
    <message>
        <source>Finish this purchase first</source>
        <translation>Termine primero esta compra</translation>
    </message>
    <message>
        <source>Then show the code of your order again.</source>
        <translation>Después muestre de nuevo el código de su pedido.</translation>
    </message>
    <message>
        <source>This code opens no order here</source>
        <translation>Este código no abre ningún pedido aquí</translation>
    </message>
    <message>
        <source>Open your order on the phone and show its code, or go to the counter.</source>
        <translation>Abra su pedido en el teléfono y muestre su código, o vaya al mostrador.</translation>
    </message>
</context>
<context>
    <name>NotFoundScreen</name>
    <message>
        <source>Try again</source>
        <translation>Volver a probar</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>No barcode?</source>
        <translation>¿Sin código de barras?</translation>
    </message>
    <message>
        <source>Enter a number</source>
        <translation>Introducir un número</translation>
    </message>
    <message>
        <source>Continue without this coupon</source>
        <translation>Seguir sin este cupón</translation>
    </message>
    <message>
        <source>Continue without member prices</source>
        <translation>Seguir sin precios de cliente</translation>
    </message>
    <message>
        <source>Continue without this item</source>
        <translation>Seguir sin este artículo</translation>
    </message>
</context>
<context>
    <name>NudgeBanner</name>
    <message>
        <source>and 1 more</source>
        <translation>y 1 más</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>y %1 más</translation>
    </message>
</context>
<context>
    <name>OrderScreen</name>
    <message>
        <source>Pay here</source>
        <translation>Pagar aquí</translation>
    </message>
    <message>
        <source>I have everything</source>
        <translation>Lo tengo todo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
</context>
<context>
    <name>PayWays</name>
    <message>
        <source>Card or phone: hold, insert or swipe</source>
        <translation>Tarjeta o teléfono: acerque, inserte o deslice</translation>
    </message>
    <message>
        <source>Pay by card</source>
        <translation>Pagar con tarjeta</translation>
    </message>
    <message>
        <source>Phone wallet</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>Tarjeta regalo</translation>
    </message>
    <message>
        <source>My balance</source>
        <translation>Mi saldo</translation>
    </message>
</context>
<context>
    <name>PaysRows</name>
    <message>
        <source>Take back</source>
        <translation>Retirar</translation>
    </message>
</context>
<context>
    <name>PriceScreen</name>
    <message>
        <source>Add it to my purchase</source>
        <translation>Añadirlo a mi compra</translation>
    </message>
    <message>
        <source>Enter a number</source>
        <translation>Introducir un número</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
</context>
<context>
    <name>QuantitySheet</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Cantidad</translation>
    </message>
</context>
<context>
    <name>ReceiptScreen</name>
    <message>
        <source>On paper</source>
        <translation>En papel</translation>
    </message>
    <message>
        <source>Scan it from this screen with your phone</source>
        <translation>Escanéelo en esta pantalla con su teléfono</translation>
    </message>
    <message>
        <source>As a QR code</source>
        <translation>Como código QR</translation>
    </message>
    <message>
        <source>Saves paper</source>
        <translation>Ahorra papel</translation>
    </message>
    <message>
        <source>No receipt</source>
        <translation>Sin ticket</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>ReturnPanel</name>
    <message>
        <source>All of it</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>Uno menos</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Uno más</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Give back %1</source>
        <translation>Devolver %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Volver a probar</translation>
    </message>
    <message>
        <source>It was given back by hand</source>
        <translation>Se devolvió a mano</translation>
    </message>
    <message>
        <source>Give nothing more back</source>
        <translation>No devolver nada más</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation>Imprimir el resguardo</translation>
    </message>
    <message>
        <source>No slip</source>
        <translation>Sin resguardo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>RoundUpStrip</name>
    <message>
        <source>Take back</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Round up</source>
        <translation>Redondear</translation>
    </message>
</context>
<context>
    <name>ScannerEye</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>contado</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>cuenta</translation>
    </message>
    <message>
        <source>seen once: one more look or a second decoder</source>
        <translation>visto una vez: falta otra mirada o un segundo lector</translation>
    </message>
    <message>
        <source>short code: two decoders must agree</source>
        <translation>código corto: deben coincidir dos lectores</translation>
    </message>
    <message>
        <source>another code was read in the same place</source>
        <translation>se leyó otro código en el mismo sitio</translation>
    </message>
    <message>
        <source>Bars in view that nobody can read: is the print whole, dry and flat?</source>
        <translation>Hay barras que nadie puede leer: ¿la impresión está entera, seca y lisa?</translation>
    </message>
    <message>
        <source>Hold a barcode before the camera</source>
        <translation>Acerque un código de barras a la cámara</translation>
    </message>
    <message>
        <source>The last look took %1 ms</source>
        <translation>La última mirada tardó %1 ms</translation>
    </message>
</context>
<context>
    <name>ScanningScreen</name>
    <message>
        <source>Pay</source>
        <translation>Pagar</translation>
    </message>
    <message>
        <source>No barcode?</source>
        <translation>¿Sin código de barras?</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Remove last item</source>
        <translation>Quitar el último</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Cancel purchase</source>
        <translation>Cancelar compra</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>Check a price</source>
        <translation>Consultar un precio</translation>
    </message>
    <message>
        <source>Top up balance</source>
        <translation>Recargar saldo</translation>
    </message>
</context>
<context>
    <name>ShowSheet</name>
    <message>
        <source>Show your phone&apos;s code to the camera</source>
        <translation>Muestre a la cámara el código de su teléfono</translation>
    </message>
    <message>
        <source>Show your gift card to the camera</source>
        <translation>Muestre a la cámara su tarjeta regalo</translation>
    </message>
    <message>
        <source>Open your wallet app and choose its payment code</source>
        <translation>Abra su aplicación y elija su código de pago</translation>
    </message>
    <message>
        <source>Hold its code flat and still; a code on your phone works too</source>
        <translation>Sujete su código plano y quieto; también vale un código en su teléfono</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Hold your phone here</source>
        <translation>Acerque aquí su teléfono</translation>
    </message>
    <message>
        <source>Hold your gift card here</source>
        <translation>Acerque aquí su tarjeta regalo</translation>
    </message>
    <message>
        <source>Show me a code instead</source>
        <translation>Mostrarme un código</translation>
    </message>
    <message>
        <source>Type its number instead</source>
        <translation>Escribir su número</translation>
    </message>
</context>
<context>
    <name>StaffBasket</name>
    <message>
        <source>No items</source>
        <translation>Sin artículos</translation>
    </message>
</context>
<context>
    <name>StaffDevices</name>
    <message>
        <source>Test</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>What it reads</source>
        <translation>Lo que lee</translation>
    </message>
</context>
<context>
    <name>StaffDoor</name>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Scan your badge, or type your number and PIN</source>
        <translation>Escanee su tarjeta o escriba su número y PIN</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
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
        <translation>Caja %1 · %2</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>To be decided: %1</source>
        <translation>Por decidir: %1</translation>
    </message>
    <message>
        <source>Nothing waits for a decision</source>
        <translation>No hay decisiones pendientes</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Devolución</translation>
    </message>
    <message>
        <source>Basket</source>
        <translation>Cesta</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Compra</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Caja</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>One fewer: %1</source>
        <translation>Uno menos: %1</translation>
    </message>
    <message>
        <source>One more: %1</source>
        <translation>Uno más: %1</translation>
    </message>
</context>
<context>
    <name>TenderFlow</name>
    <message>
        <source>How would you like to pay?</source>
        <translation>¿Cómo quiere pagar?</translation>
    </message>
    <message>
        <source>Pay all of it</source>
        <translation>Pagar todo</translation>
    </message>
    <message>
        <source>Back to the basket</source>
        <translation>Volver a la cesta</translation>
    </message>
    <message>
        <source>Give my money back</source>
        <translation>Devolverme el dinero</translation>
    </message>
    <message>
        <source>Pay only a part</source>
        <translation>Pagar solo una parte</translation>
    </message>
</context>
<context>
    <name>TenderPage</name>
    <message>
        <source>How would you like to pay?</source>
        <translation>¿Cómo quiere pagar?</translation>
    </message>
    <message>
        <source>Pay all of it</source>
        <translation>Pagar todo</translation>
    </message>
    <message>
        <source>Back to the basket</source>
        <translation>Volver a la cesta</translation>
    </message>
    <message>
        <source>Give my money back</source>
        <translation>Devolverme el dinero</translation>
    </message>
    <message>
        <source>Pay only a part</source>
        <translation>Pagar solo una parte</translation>
    </message>
</context>
<context>
    <name>ThanksScreen</name>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>TimeStrip</name>
    <message>
        <source>This closes by itself in a moment.</source>
        <translation>Se cierra solo en un momento.</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Más tiempo</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Avisado</translation>
    </message>
    <message>
        <source>Called, %1</source>
        <translation>Avisado, %1</translation>
    </message>
    <message>
        <source>Checkout %1</source>
        <translation>Caja %1</translation>
    </message>
    <message>
        <source>Colours, letters, reach and sound</source>
        <translation>Colores, tamaño del texto, alcance y sonido</translation>
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
        <translation>Prácticas – aquí no se vende nada</translation>
    </message>
</context>
<context>
    <name>TypeSheet</name>
    <message>
        <source>How much would you like to pay next?</source>
        <translation>¿Cuánto quiere pagar ahora?</translation>
    </message>
    <message>
        <source>The PIN of your gift card</source>
        <translation>El PIN de su tarjeta regalo</translation>
    </message>
    <message>
        <source>The number of your gift card</source>
        <translation>El número de su tarjeta regalo</translation>
    </message>
    <message>
        <source>Up to %1. The rest is paid afterwards, another way or by another person.</source>
        <translation>Hasta %1. El resto se paga después, de otra forma o por otra persona.</translation>
    </message>
    <message>
        <source>It stands under its code: 13 or 20 digits</source>
        <translation>Está debajo del código: 13 o 20 cifras</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>La mitad</translation>
    </message>
    <message>
        <source>Shared by %1</source>
        <translation>Entre %1</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>UnknownScreen</name>
    <message>
        <source>I have not paid. Stop it.</source>
        <translation>No he pagado. Deténgalo.</translation>
    </message>
</context>
<context>
    <name>VisitCard</name>
    <message>
        <source>Other reason</source>
        <translation>Otro motivo</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Aprobar</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Rechazar</translation>
    </message>
</context>
<context>
    <name>WalletScreen</name>
    <message>
        <source>Stop the payment</source>
        <translation>Detener el pago</translation>
    </message>
</context>
</TS>
