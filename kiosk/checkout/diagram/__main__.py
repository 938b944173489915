"""Write `docs/states.md`: `python -m kiosk.checkout.diagram`."""

from kiosk.checkout.diagram import TARGET, document, steps

TARGET.write_text(document(steps()), encoding="utf-8")
