"""Have the lane store what a terminal reported, before the terminal is told that it was heard."""

from kiosk.devices.terminal import TerminalListener, TerminalResult


class NotStoredError(Exception):
    """The lane could not store a result: it must not be acknowledged, and the outcome stays open."""


def keep(listener: TerminalListener, attempt_id: str, result: TerminalResult) -> bool:
    """Have the lane store a result; its verdict. Raises `NotStoredError` whatever went wrong there."""
    try:
        return listener.keep(attempt_id, result)
    except Exception as error:
        raise NotStoredError(f"the result of {attempt_id} could not be stored: {error}") from error
