"""The root bridge: which screen, which language, the screens' bridges, and every touch a shopper can make."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout import commands as c
from kiosk.checkout import staff_commands as sc
from kiosk.devices.scanner import PreviewFrame
from kiosk.ui.bridges.attendant import Attendant
from kiosk.ui.bridges.attention import Attention
from kiosk.ui.bridges.basket import Basket
from kiosk.ui.bridges.code_pad import CodePad
from kiosk.ui.bridges.comfort import Comfort
from kiosk.ui.bridges.door import Door
from kiosk.ui.bridges.flow import OnTheWay
from kiosk.ui.bridges.join import Join
from kiosk.ui.bridges.lookup import LookUp
from kiosk.ui.bridges.notice import Notice
from kiosk.ui.bridges.order import ShownOrder
from kiosk.ui.bridges.pad import QuantityPad
from kiosk.ui.bridges.payment import Payment
from kiosk.ui.bridges.price import PriceCheck
from kiosk.ui.bridges.receipt import Receipt
from kiosk.ui.bridges.shop_window import ShopWindow
from kiosk.ui.bridges.tender import Tender
from kiosk.ui.bridges.top_up import TopUp
from kiosk.ui.camera_view import CameraSource
from kiosk.ui.item_picture import Find
from kiosk.ui.post import Post, nowhere
from kiosk.ui.screens import Screen
from kiosk.ui.view.lookup import GoodsIndex
from kiosk.ui.view.staff_here import Here
from kiosk.ui.views import LaneView
from retail.journal.events import ReceiptKind

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Lane(QObject):
    """The whole lane as shown. Slots post one command each and change nothing here."""

    changed = Signal()
    refused = Signal()
    """The touch just made did nothing; `refusal` says why."""

    def __init__(
        self,
        post: Post | None = None,
        shop_name: str = "",
        lane_name: str = "",
        languages: tuple[str, ...] = ("en",),
        has_members: bool = True,
        prices_only: bool = False,
        joins: bool = False,
        comfort: Comfort | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._post = post or nowhere
        self._shop_name, self._lane_name, self._languages = shop_name, lane_name, languages
        self._has_members, self._prices_only, self._joins = has_members, prices_only, joins
        self._view = LaneView()
        self._refusal = ""
        self._camera = CameraSource(self)
        self._comfort = comfort or Comfort()
        self._comfort.setParent(self)
        self._basket = Basket(self)
        self._pad = QuantityPad(self._post, self)
        self._code_pad = CodePad(self._post, self)
        self._lookup = LookUp(self._post, self)
        self._flow = OnTheWay(self._post, self)
        self._payment = Payment(self)
        self._tender = Tender(self._post, self)
        self._join = Join(self._post, self)
        self._top_up = TopUp(self._post, self)
        self._price = PriceCheck(self._post, self)
        self._order = ShownOrder(self._post, self)
        self._receipt = Receipt(self)
        self._notice = Notice(self)
        self._window = ShopWindow(self)
        self._attention = Attention(self._post, self)
        self._door = Door(self._post, self)
        self._attendant = Attendant(self._post, self)
        self.on_staff_language: Callable[[str], None] = lambda language: None
        """Called when staff choose what their layer speaks."""

    def show(self, view: LaneView, qr: str, here: Here) -> None:
        """Show this view of this lane. Screens learn their contents before the screen itself changes."""
        before, self._view = self._view, view
        self._basket.show(view.basket)
        is_scanning = view.screen is Screen.SCANNING
        self._pad.follow(view.basket.transaction_id, view.basket.lines if is_scanning else ())
        self._code_pad.follow(view.basket.transaction_id, view.screen)
        self._lookup.follow(view, here)
        self._flow.show(view.flow)
        self._payment.show(view.payment)
        self._tender.show(view.tender)
        self._join.show(view.join)
        self._top_up.show(view.load)
        self._price.show(view.price)
        self._order.show(view.order)
        self._receipt.show(view.receipt, qr)
        self._notice.show(view.notice)
        self._attention.show(view.attention)
        self._door.show(view.door)
        self._attendant.goods_back.show(view.goods_back, here)
        self._attendant.show(view.staff, here)
        if (
            before.screen,
            before.language,
            before.help_called,
            before.time_runs_out,
            before.message,
        ) != (
            view.screen,
            view.language,
            view.help_called,
            view.time_runs_out,
            view.message,
        ):
            self.changed.emit()
        self._basket.tell(view.news)
        if view.refusal:
            self._refusal = view.refusal
            self.refused.emit()

    def preview(self, frame: PreviewFrame) -> None:
        """Show this camera frame where the screen has a place for it."""
        self._camera.show(frame)

    def offer_goods(self, index: GoodsIndex | None) -> None:
        """This shop sells goods without a barcode; they are found here, once they are read."""
        self._lookup.offer(index)

    def find_item_pictures(self, find: Find) -> None:
        """Show staff the pictures of items that are found here."""
        self._attendant.item_pictures.find = find

    def tell_item_pictures(self) -> None:
        """There are other pictures of items than before."""
        self._attendant.item_pictures.tell()

    @Property(str, notify=changed)
    def screen(self) -> str:
        """Name of the screen to show."""
        return self._view.screen.value

    @Property(str, notify=changed)
    def language(self) -> str:
        """What the screen speaks."""
        return self._view.language

    @Property(bool, notify=changed)
    def helpCalled(self) -> bool:
        """Whether a colleague was called."""
        return self._view.help_called

    @Property(bool, notify=changed)
    def timeRunsOut(self) -> bool:
        """Whether what is on the screen ends by itself soon."""
        return self._view.time_runs_out

    @Property(str, notify=changed)
    def message(self) -> str:
        """What staff write to this lane, or empty."""
        return self._view.message

    @Property(str, notify=refused)
    def refusal(self) -> str:
        """Why the last refused touch did nothing."""
        return self._refusal

    @Property(str, constant=True)
    def shopName(self) -> str:
        """The shop."""
        return self._shop_name

    @Property(str, constant=True)
    def laneName(self) -> str:
        """This lane among the shop's."""
        return self._lane_name

    @Property(list, constant=True)
    def languages(self) -> list[str]:
        """Languages a shopper can choose."""
        return list(self._languages)

    @Property(bool, constant=True)
    def hasMembers(self) -> bool:
        """Whether this shop has members, so that the screens speak of it."""
        return self._has_members

    @Property(bool, constant=True)
    def pricesOnly(self) -> bool:
        """Whether this lane only tells prices."""
        return self._prices_only

    @Property(CameraSource, constant=True)
    def camera(self) -> CameraSource:
        """The camera's picture."""
        return self._camera

    @Property(Comfort, constant=True)
    def comfort(self) -> Comfort:
        """How this shopper wants the screens."""
        return self._comfort

    @Property(Basket, constant=True)
    def basket(self) -> Basket:
        """The scanning screen."""
        return self._basket

    @Property(QuantityPad, constant=True)
    def pad(self) -> QuantityPad:
        """The quantity keypad."""
        return self._pad

    @Property(CodePad, constant=True)
    def codePad(self) -> CodePad:
        """The keyboard for numbers and words."""
        return self._code_pad

    @Property(LookUp, constant=True)
    def lookup(self) -> LookUp:
        """Goods without a barcode."""
        return self._lookup

    @Property(OnTheWay, constant=True)
    def flow(self) -> OnTheWay:
        """Bags, rounding up, undoing."""
        return self._flow

    @Property(Payment, constant=True)
    def payment(self) -> Payment:
        """Tender, card, wallet, unknown and paid screens."""
        return self._payment

    @Property(Tender, constant=True)
    def tender(self) -> Tender:
        """What pays already, the ways to pay, and their sheets."""
        return self._tender

    @Property(PriceCheck, constant=True)
    def priceCheck(self) -> PriceCheck:
        """Prices, without buying."""
        return self._price

    @Property(ShownOrder, constant=True)
    def shownOrder(self) -> ShownOrder:
        """An order that is collected."""
        return self._order

    @Property(bool, constant=True)
    def hasJoining(self) -> bool:
        """Whether one can become a member here."""
        return self._joins

    @Property(Join, constant=True)
    def join(self) -> Join:
        """Becoming a member."""
        return self._join

    @Property(TopUp, constant=True)
    def topUp(self) -> TopUp:
        """Topping up a balance."""
        return self._top_up

    @Property(Receipt, constant=True)
    def receipt(self) -> Receipt:
        """Receipt and thanks screens."""
        return self._receipt

    @Property(Notice, constant=True)
    def notice(self) -> Notice:
        """Not found, help and closed screens."""
        return self._notice

    @property
    def window(self) -> ShopWindow:
        """For whoever has something to show in it."""
        return self._window

    @Property(ShopWindow, constant=True)
    def shopWindow(self) -> ShopWindow:
        """What a waiting lane shows of its shop."""
        return self._window

    @Property(Attention, constant=True)
    def attention(self) -> Attention:
        """Nudges, waiting for staff, the light."""
        return self._attention

    @Property(Door, constant=True)
    def door(self) -> Door:
        """The pad on which staff sign in."""
        return self._door

    @Property(Attendant, constant=True)
    def attendant(self) -> Attendant:
        """The attendant layer."""
        return self._attendant

    @Slot()
    def startShopping(self) -> None:
        """Touch to start."""
        self._post(c.StartShopping())

    @Slot(str)
    def chooseLanguage(self, language: str) -> None:
        """Speak another language: to the shopper, or to staff while their layer is open."""
        if self._view.staff.is_open:
            self.on_staff_language(language)
        else:
            self._post(c.ChooseLanguage(language=language))

    @Slot()
    def removeLast(self) -> None:
        """Take back the piece added last."""
        self._post(c.RemoveLast())

    @Slot(int)
    def removeLine(self, line_id: int) -> None:
        """Take a line off."""
        self._post(c.RemoveLine(line_id=line_id))

    @Slot(int)
    def removeCoupon(self, coupon_no: int) -> None:
        """Take a coupon back."""
        self._post(c.RemoveCoupon(coupon_no=coupon_no))

    @Slot()
    def forgetMember(self) -> None:
        """Take the membership out of this purchase."""
        self._post(c.ForgetMember())

    @Slot()
    def usePoints(self) -> None:
        """Pay with points."""
        self._post(c.UsePoints())

    @Slot()
    def keepPoints(self) -> None:
        """Pay nothing with points after all."""
        self._post(c.KeepPoints())

    @Slot()
    def dismissNotFound(self) -> None:
        """Go on without the unknown code."""
        self._post(c.DismissNotFound())

    @Slot()
    def takeMoreTime(self) -> None:
        """What ends by itself shall stand longer."""
        self._post(c.TakeMoreTime())

    @Slot()
    def placeOwnBag(self) -> None:
        """What was just put down is the shopper's own bag."""
        self._post(sc.PlaceOwnBag())

    @Slot()
    def pay(self) -> None:
        """Everything is scanned."""
        self._post(c.Pay())

    @Slot()
    def leaveTender(self) -> None:
        """Back to the basket."""
        self._post(c.LeaveTender())

    @Slot()
    def payByCard(self) -> None:
        """Pay the total by card."""
        self._post(c.PayByCard())

    @Slot()
    def cancelPayment(self) -> None:
        """Ask the terminal to stop."""
        self._post(c.CancelPayment())

    @Slot()
    def cancelPurchase(self) -> None:
        """Give up the purchase."""
        self._post(c.CancelTransaction())

    @Slot()
    def callHelp(self) -> None:
        """Call a colleague."""
        self._post(c.CallHelp())

    @Slot()
    def endHelp(self) -> None:
        """No help needed any more."""
        self._post(c.EndHelp())

    @Slot()
    def takePaper(self) -> None:
        """Receipt on paper."""
        self._post(c.ChooseReceipt(kind=ReceiptKind.PAPER))

    @Slot()
    def takeQr(self) -> None:
        """Receipt as a QR code."""
        self._post(c.ChooseReceipt(kind=ReceiptKind.QR))

    @Slot()
    def takeNone(self) -> None:
        """No receipt."""
        self._post(c.ChooseReceipt(kind=ReceiptKind.NONE))

    @Slot()
    def finish(self) -> None:
        """Done."""
        self._post(c.Finish())
