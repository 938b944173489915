"""A picture of the whole window does not tell in which pieces it was painted before."""

from collections.abc import Callable

from ui_window import Shown

from kiosk.ui.samples import situations


def test_what_was_painted_in_pieces_is_the_same_as_what_was_painted_at_once(
    open_window: Callable[..., Shown],
) -> None:
    scenes = dict(situations("en"))
    shown = open_window()
    for name in ("scanning-8", "paid", "attract", "scanning-1"):
        shown.show(scenes[name])
        shown.settle()
        shown.lane.grab()
    whole = shown.lane.grab_whole()
    assert shown.lane.window.contentItem().opacity() == 1
    assert shown.lane.grab_whole() == whole
    assert shown.lane.grab() == whole
