"""A picture is the same to the last pixel, whatever was drawn before it."""

import subprocess
import sys

DRAWN_S = 300
PROGRAM = """
from kiosk.ui.comfort import Comfort, Mode
from kiosk.ui.gallery_draw import Stage, begin
from kiosk.ui.gallery_sheets import drawings
from kiosk.ui.sample_scanner import counter_frame

begin()
comfort = Comfort(mode=Mode.HIGH_CONTRAST, text_percent=200)
at = {one.name: one for one in drawings("de")}
stage = Stage("portrait", "de", comfort, counter_frame(64, 36))
first = stage.draw(at["attract"])
for name in ("scanning-8", "comfort", "attract-offer", "staff-four"):
    stage.draw(at[name])
    assert stage.draw(at["attract"]) == first, name
stage.close()
again = Stage("portrait", "de", comfort, counter_frame(64, 36))
assert again.draw(at["attract"]) == first, "in a new window"
assert again.draw(at["help-idle"]) != first
again.close()
print("exact")
"""


def test_the_largest_letters_and_turned_pictures_come_out_the_same_in_any_order() -> None:
    """In a process of its own: how letters are painted is settled when its first are."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=DRAWN_S, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "exact"), done.stderr[-2000:]
