"""The bridge of the attendant layer: what is shown, and touches that choose, type or decide.

What was begun and not finished is a form (`kiosk.ui.forms.staff`); a finished one is posted and closed.

Invariants: decides nothing and knows no rule; an approval names the measure that is on the screen.
"""

from msgspec.structs import asdict
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.checkout import staff_commands as sc
from kiosk.ui.bridges.goods_back import GoodsBack
from kiosk.ui.forms import staff as sf
from kiosk.ui.item_picture import ItemPictureSource
from kiosk.ui.post import Post, nowhere
from kiosk.ui.view.staff_form import form_view
from kiosk.ui.view.staff_here import Here
from kiosk.ui.view.staff_visits import APPROVED_BY, BORN
from kiosk.ui.views.attended import FormView, StaffView
from retail.interventions.rights import Action

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1
Rows = list[dict[str, object]]


@QmlElement
class Attendant(QObject):
    """Staff at the lane."""

    changed = Signal()
    formChanged = Signal()

    def __init__(self, post: Post | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._post = post or nowhere
        self._view = StaffView()
        self._here: Here | None = None
        self._form = sf.CLOSED
        self._form_view = FormView()
        self._visits: Rows = []
        self._lines: Rows = []
        self._sale_deeds: Rows = []
        self._lane_deeds: Rows = []
        self._devices: Rows = []
        self._choices: Rows = []
        self.item_pictures = ItemPictureSource(self)
        self.goods_back = GoodsBack(self._post, self._set, self)

    def show(self, view: StaffView, here: Here) -> None:
        """Show this view of this lane."""
        self._here = here
        if view != self._view:
            before, self._view = self._view, view
            if view.visits != before.visits:
                self._visits = [_visit(visit) for visit in view.visits]
            if view.lines != before.lines:
                self._lines = [asdict(line) for line in view.lines]
            self._sale_deeds = [asdict(one) for one in view.sale_deeds]
            self._lane_deeds = [asdict(one) for one in view.lane_deeds]
            self._devices = [asdict(one) for one in view.devices]
            self.changed.emit()
        self._set(sf.followed(self._form, here))

    def _set(self, form: sf.Form) -> None:
        self._form = form
        view = form_view(form, self._here) if self._here else FormView()
        if view != self._form_view:
            self._form_view = view
            self._choices = [asdict(choice) for choice in view.choices]
            self.formChanged.emit()

    def _take(self, answer: sf.Answer) -> None:
        """Go on with a form, or post what it became."""
        if isinstance(answer, sf.Form):
            self._set(answer)
            return
        self._set(sf.CLOSED)
        self._post(answer)

    # --- what is shown -----------------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        """Whether the layer covers the screen."""
        return self._view.is_open

    @Property(str, notify=changed)
    def who(self) -> str:
        """Who is in."""
        return self._view.who

    @Property(str, notify=changed)
    def role(self) -> str:
        """As what."""
        return self._view.role

    @Property(list, notify=changed)
    def visits(self) -> Rows:
        """What is open, as `VisitView` has it."""
        return self._visits

    @Property(list, notify=changed)
    def lines(self) -> Rows:
        """The basket, as `StaffLineView` has it."""
        return self._lines

    @Property(ItemPictureSource, constant=True)
    def pictures(self) -> ItemPictureSource:
        """The camera's pictures of what is open."""
        return self.item_pictures

    @Property(GoodsBack, constant=True)
    def goodsBack(self) -> GoodsBack:
        """Goods that come back."""
        return self.goods_back

    @Property(str, notify=changed)
    def total(self) -> str:
        """What it costs."""
        return self._view.total

    @Property(str, notify=changed)
    def count(self) -> str:
        """`3 items`."""
        return self._view.count

    @Property(str, notify=changed)
    def saleTitle(self) -> str:
        """What goes on at the lane."""
        return self._view.sale_title

    @Property(list, notify=changed)
    def saleDeeds(self) -> Rows:
        """What can be done with the purchase."""
        return self._sale_deeds

    @Property(list, notify=changed)
    def laneDeeds(self) -> Rows:
        """What can be done with the lane."""
        return self._lane_deeds

    @Property(list, notify=changed)
    def devices(self) -> Rows:
        """The devices, as `DeviceView` has them."""
        return self._devices

    @Property(bool, notify=changed)
    def mayTest(self) -> bool:
        """Whether devices can be tested."""
        return self._view.may_test

    @Property(str, notify=formChanged)
    def step(self) -> str:
        """What the sheet asks for: `choose`, `number`, `letters`, or empty."""
        return self._form_view.step

    @Property(str, notify=formChanged)
    def formTitle(self) -> str:
        """Its question."""
        return self._form_view.title

    @Property(str, notify=formChanged)
    def formNote(self) -> str:
        """What it is about."""
        return self._form_view.note

    @Property(str, notify=formChanged)
    def formPicture(self) -> str:
        """Its picture."""
        return self._form_view.picture

    @Property(list, notify=formChanged)
    def choices(self) -> Rows:
        """What can be chosen, as `ChoiceView` has it."""
        return self._choices

    @Property(str, notify=formChanged)
    def label(self) -> str:
        """What is typed."""
        return self._form_view.label

    @Property(str, notify=formChanged)
    def shown(self) -> str:
        """What its display says."""
        return self._form_view.shown

    @Property(str, notify=formChanged)
    def hint(self) -> str:
        """How far this role goes alone, or how to type."""
        return self._form_view.hint

    @Property(bool, notify=formChanged)
    def mayConfirm(self) -> bool:
        """Whether OK can be touched."""
        return self._form_view.may_confirm

    # --- touches -----------------------------------------------------------------------------------------

    @Slot()
    def signOut(self) -> None:
        """Close the layer."""
        self._set(sf.CLOSED)
        self._post(sc.SignOut())

    @Slot(int, str)
    def approve(self, intervention_no: int, key: str) -> None:
        """Let it go with this reason; or ask for what comes before (a date of birth, a price, a reason)."""
        if self._here is None:
            return
        one = self._here.state.book.numbered(intervention_no)
        form = sf.Form(topic="approve", intervention_no=intervention_no)
        if key == BORN:
            self._set(sf.Form(topic="born", intervention_no=intervention_no))
        elif one is not None and one.kind in APPROVED_BY:
            self._take(sf.begin(APPROVED_BY[one.kind], self._here, line_id=one.line_id))
        elif key:
            self._take(sf.choose(form, key, self._here))
        else:
            self._set(form)

    @Slot(int)
    def refuse(self, intervention_no: int) -> None:
        """Ask why not."""
        self._set(sf.Form(topic="refuse", intervention_no=intervention_no))

    @Slot(int)
    def openLine(self, line_id: int) -> None:
        """Ask what shall be done with a line."""
        self._set(sf.Form(topic="line", line_id=line_id))

    @Slot(str)
    def begin(self, action: str) -> None:
        """A deed."""
        if self._here is not None:
            self._take(sf.begin(Action(action), self._here))

    @Slot(str)
    def test(self, device: str) -> None:
        """Test a device."""
        if self._here is not None:
            self._take(sf.begin(Action.DEVICE_TEST, self._here, text=device))

    @Slot(str)
    def choose(self, key: str) -> None:
        """One of the choices."""
        if self._here is not None and self._form.is_open:
            self._take(sf.choose(self._form, key, self._here))

    @Slot(str)
    def key(self, mark: str) -> None:
        """A digit or a letter."""
        self._set(sf.mark(self._form, mark))

    @Slot()
    def backspace(self) -> None:
        """The delete key."""
        self._set(sf.delete(self._form))

    @Slot()
    def confirm(self) -> None:
        """The OK key."""
        if self._here is not None:
            self._take(sf.confirm(self._form, self._here))

    @Slot()
    def closeForm(self) -> None:
        """Leave it; what was typed is forgotten."""
        self._set(sf.CLOSED)


def _visit(visit: object) -> dict[str, object]:
    row = asdict(visit)  # type: ignore[arg-type]  # a struct
    row["approve"] = [asdict(choice) for choice in row["approve"]]
    return row
