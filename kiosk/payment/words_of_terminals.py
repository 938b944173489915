"""What card terminals mean, in languages that their codecs do not carry themselves: by the English text."""

from collections.abc import Mapping
from types import MappingProxyType

_ALL: dict[str, tuple[str, str, str]] = {
    "PT is waiting for amount-confirmation": (
        "Confirmez le montant sur le terminal",
        "Confirme el importe en el terminal",
        "يرجى تأكيد المبلغ على الجهاز",
    ),
    "Please watch PIN-Pad": (
        "Regardez le clavier PIN",
        "Mire el teclado PIN",
        "يرجى متابعة لوحة الرقم السري",
    ),
    "Not accepted": ("Opération impossible", "Operación no posible", "العملية غير ممكنة"),
    "PT is waiting for response from FEP": (
        "Le terminal attend la réponse de la banque",
        "El terminal espera la respuesta del banco",
        "ينتظر الجهاز رد البنك",
    ),
    "PT is sending auto-reversal": (
        "Le terminal envoie une annulation",
        "El terminal envía una anulación",
        "يرسل الجهاز إلغاءً تلقائيًا",
    ),
    "PT is sending post-bookings": (
        "Le terminal envoie des opérations en attente",
        "El terminal envía operaciones pendientes",
        "يرسل الجهاز عمليات معلقة",
    ),
    "Card not admitted": ("Carte non acceptée", "Tarjeta no admitida", "البطاقة غير مقبولة"),
    "Card unknown / undefined": ("Carte inconnue", "Tarjeta desconocida", "بطاقة غير معروفة"),
    "Expired card": ("Carte périmée", "Tarjeta caducada", "بطاقة منتهية الصلاحية"),
    "Insert card": ("Insérez la carte", "Inserte la tarjeta", "أدخل البطاقة"),
    "Please remove card!": ("Retirez la carte", "Retire la tarjeta", "يرجى سحب البطاقة"),
    "Card not readable": ("Carte illisible", "Tarjeta ilegible", "تعذرت قراءة البطاقة"),
    "Processing error": ("Erreur de traitement", "Error de proceso", "خطأ في المعالجة"),
    "Please wait...": ("Veuillez patienter…", "Espere, por favor…", "يرجى الانتظار…"),
    "PT is commencing an automatic end-of-day batch": (
        "Le terminal commence sa clôture journalière",
        "El terminal inicia su cierre diario",
        "يبدأ الجهاز إغلاق اليوم تلقائيًا",
    ),
    "Invalid card": ("Carte non valable", "Tarjeta no válida", "بطاقة غير صالحة"),
    "Balance display": ("Affichage du solde", "Consulta de saldo", "عرض الرصيد"),
    "System malfunction": ("Erreur du système", "Error del sistema", "خلل في النظام"),
    "Payment not possible": ("Paiement impossible", "Pago no posible", "الدفع غير ممكن"),
    "Credit not sufficient": ("Solde insuffisant", "Saldo insuficiente", "الرصيد غير كافٍ"),
    "Incorrect PIN": ("Code PIN incorrect", "PIN incorrecto", "الرقم السري غير صحيح"),
    "Limit not sufficient": ("Plafond insuffisant", "Límite insuficiente", "الحد غير كافٍ"),
    "PIN try limit exceeded": (
        "Trop de codes PIN erronés",
        "Demasiados PIN incorrectos",
        "تجاوزت محاولات الرقم السري",
    ),
    "Card-data incorrect": (
        "Données de carte incorrectes",
        "Datos de tarjeta incorrectos",
        "بيانات البطاقة غير صحيحة",
    ),
    "Service-mode": ("Mode maintenance", "Modo de servicio", "وضع الصيانة"),
    "Approved. Please fill-up": (
        "Accepté. Faites le plein",
        "Aprobado. Puede repostar",
        "تمت الموافقة. تفضل بالتعبئة",
    ),
    "Approved. Please take goods": (
        "Accepté. Prenez vos articles",
        "Aprobado. Recoja su compra",
        "تمت الموافقة. خذ مشترياتك",
    ),
    "Declined": ("Refusé", "Denegado", "رُفضت العملية"),
    "PT is waiting for input of the mobile number": (
        "Saisissez le numéro de mobile sur le terminal",
        "Introduzca el número de móvil en el terminal",
        "يرجى إدخال رقم الهاتف على الجهاز",
    ),
    "PT is waiting for repeat of mobile number": (
        "Saisissez à nouveau le numéro de mobile",
        "Repita el número de móvil en el terminal",
        "يرجى إعادة إدخال رقم الهاتف على الجهاز",
    ),
    "Currency selection, please wait...": (
        "Choix de la monnaie, patientez…",
        "Selección de moneda, espere…",
        "اختيار العملة، يرجى الانتظار…",
    ),
    "Language selection, please wait...": (
        "Choix de la langue, patientez…",
        "Selección de idioma, espere…",
        "اختيار اللغة، يرجى الانتظار…",
    ),
    "For loading please insert card": (
        "Insérez la carte pour recharger",
        "Inserte la tarjeta para recargar",
        "أدخل البطاقة للشحن",
    ),
    "Emergency transaction, please wait": (
        "Opération hors ligne, patientez",
        "Operación sin conexión, espere",
        "عملية دون اتصال، يرجى الانتظار",
    ),
    "Application selection, please wait": (
        "Choix de l'application, patientez",
        "Selección de aplicación, espere",
        "اختيار التطبيق، يرجى الانتظار",
    ),
    "PT has detected customer card insertion": (
        "Carte détectée",
        "Tarjeta detectada",
        "اكتشف الجهاز البطاقة",
    ),
    "Please select DCC": ("Choisissez la monnaie", "Elija la moneda", "يرجى اختيار العملة"),
    "PT is waiting for cashier": (
        "Le terminal attend notre équipe",
        "El terminal espera al personal",
        "ينتظر الجهاز موظفًا",
    ),
    "PT is commencing an automatic diagnosis": (
        "Le terminal commence un diagnostic",
        "El terminal inicia un diagnóstico",
        "يبدأ الجهاز فحصًا تلقائيًا",
    ),
    "PT is commencing an automatic initialisation": (
        "Le terminal s'initialise",
        "El terminal se inicializa",
        "يبدأ الجهاز التهيئة",
    ),
    "Merchant-journal full": ("Journal du commerçant plein", "Diario del comercio lleno", "سجل التاجر ممتلئ"),
    "Debit advice not possible, PIN required": (
        "Débit impossible sans code PIN",
        "Hace falta el PIN",
        "الرقم السري مطلوب",
    ),
    "Connecting dial-up": ("Connexion en cours", "Conectando", "جارٍ الاتصال"),
    "Dial-up connection made": ("Connexion établie", "Conexión establecida", "تم الاتصال"),
    "PT is waiting for application-selection": (
        "Choisissez l'application sur le terminal",
        "Elija la aplicación en el terminal",
        "يرجى اختيار التطبيق على الجهاز",
    ),
    "PT is waiting for language-selection": (
        "Choisissez la langue sur le terminal",
        "Elija el idioma en el terminal",
        "يرجى اختيار اللغة على الجهاز",
    ),
    "Offline": ("Hors ligne", "Sin conexión", "غير متصل"),
    "Online": ("En ligne", "En línea", "متصل"),
    "Offline transaction": ("Opération hors ligne", "Operación sin conexión", "عملية دون اتصال"),
    "Please follow the card terminal": (
        "Suivez les indications du terminal",
        "Siga las indicaciones del terminal",
        "يرجى اتباع تعليمات جهاز البطاقات",
    ),
    "Cancelled": ("Annulé", "Cancelado", "أُلغيت العملية"),
    "Currency not accepted": ("Monnaie non acceptée", "Moneda no admitida", "العملة غير مقبولة"),
    "End of day failed": ("Clôture échouée", "Cierre diario fallido", "فشل إغلاق اليوم"),
    "Terminal protocol error": (
        "Erreur de protocole du terminal",
        "Error de protocolo del terminal",
        "خطأ في بروتوكول الجهاز",
    ),
    "No connection to the bank": (
        "Pas de liaison avec la banque",
        "Sin conexión con el banco",
        "لا اتصال بالبنك",
    ),
    "Terminal is busy": ("Terminal occupé", "Terminal ocupado", "الجهاز مشغول"),
    "Already reversed": ("Déjà annulé", "Ya anulado", "أُلغيت من قبل"),
    "Reversal not possible": ("Annulation impossible", "Anulación no posible", "الإلغاء غير ممكن"),
    "Terminal needs a diagnosis": (
        "Diagnostic nécessaire",
        "El terminal necesita diagnóstico",
        "يحتاج الجهاز إلى فحص",
    ),
    "Terminal printer not ready": (
        "Imprimante du terminal pas prête",
        "Impresora del terminal no lista",
        "طابعة الجهاز غير جاهزة",
    ),
    "Terminal in maintenance": ("Terminal en maintenance", "Terminal en mantenimiento", "الجهاز قيد الصيانة"),
    "Terminal needs its end of day": (
        "Clôture du terminal nécessaire",
        "Hace falta el cierre del terminal",
        "يلزم إغلاق يوم الجهاز",
    ),
    "To cancel, press the red key on the card terminal": (
        "Pour annuler, appuyez sur la touche rouge du terminal",
        "Para cancelar, pulse la tecla roja del terminal",
        "للإلغاء اضغط المفتاح الأحمر على الجهاز",
    ),
}
_LANGUAGES = ("fr", "es", "ar")
TRANSLATED: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        language: {english: texts[place] for english, texts in _ALL.items()}
        for place, language in enumerate(_LANGUAGES)
    }
)
"""Language to English text to translation."""


def told(language: str, texts: tuple[str, ...], own: tuple[str, ...]) -> str:
    """One of `texts`, which are in the languages `own`, or its translation; else English."""
    if language in own:
        return texts[own.index(language)]
    return TRANSLATED.get(language, {}).get(texts[0], texts[0])
