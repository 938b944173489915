"""Decide which codes were shown: evidence over frames becomes one accepted read per presentation.

Check digits do not save a till: on real photographs every library sometimes returns a wrong code with a true
check digit. So a bar code is accepted only on evidence that mistakes do not give: two different engines in
one frame, or in two; an engine that weighs all numbers and is very sure once, or sure twice; or VOTES of the
last WINDOW decoded frames. And nothing else may have been read in its place. Matrix codes carry their own
proof. Once accepted, a code counts again only after it was really gone.

Source: docs/devices/scanner.md, "Acceptance" and "Once per presentation".
Two codes of one pack (an EAN-13 and a Data Matrix of the same product) count once.

Invariants: pure, time is passed in; holds at most CODES_MAX codes; one key is never accepted twice within
GONE_S; zbar alone never gets anything accepted.
"""

from collections import Counter, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kiosk.devices.scanner import CodeRead
from kiosk.scanner.halves import joined
from kiosk.scanner.symbols import MATRIX, SHORT, UNLIKE, ZBAR, Box, Decoded, Half
from kiosk.scanner.view import Standing
from retail.codes import TEXT_MAX, ProductCode, Symbology, interpret

VOTES = 3
WINDOW = 4
SURE_VOTES = 2
"""Frames that are enough from an engine that measures its margin (it tells only what is sure), and of a code
that checks itself well."""
SHORT_FRAMES = 2
"""Frames a short code must be read in, by two engines at once in one of them: in the noise of a dark picture
two engines once read the same wrong UPC-E, whose check is its parities alone."""
WELL_CHECKED = frozenset({Symbology.DATABAR_EXPANDED})
"""Checked modulo 211, each pair of characters marked with its place; of others one wrong read in ten has a
true check digit."""
MARGIN_STRONG = 1.7
"""A margin that one frame is enough with: wrong numbers have reached 1.25 at most."""
HALVES_FRAMES = 8
"""A half read in one frame is joined with one of up to so many frames later."""
ADD_ON_VOTES = 2
"""Reads of the same add-on, by two engines or in two frames, before it is told with its code."""
GONE_S = 0.7
"""A product that was out of view for less is still the same presentation."""
GONE_FRAMES = 8
"""...and this many frames must have been decoded without it: a slow machine must not double a product."""
UNREAD_HOLD_S = 3.0
"""Unread bars where the code was last seen keep it present for at most this long."""
CODES_MAX = 64
"""Codes followed at a time; the longest unseen is forgotten first."""


@dataclass(frozen=True)
class _Sighting:
    """What one decoded frame said for a code."""

    frame: int
    """Count of decoded frames."""
    engines: frozenset[str]
    margin: float


@dataclass
class _Track:
    """One key: where and when it was seen, by whom, and whether it was accepted."""

    best: Decoded
    first_seen_at: float
    last_seen_at: float
    box: Box
    sightings: deque[_Sighting] = field(default_factory=lambda: deque(maxlen=WINDOW))
    add_ons: Counter[str] = field(default_factory=Counter)
    """What stood beside the code, and how often it was read: its own protection is weak."""
    last_read_at: float = 0.0
    frames_missed: int = 0
    has_moved_since: bool = False
    is_accepted: bool = False


class Tracker:
    """Feed every decoded frame with `saw`; it returns the codes that this frame settled."""

    def __init__(self) -> None:
        self._tracks: dict[str, _Track] = {}
        self._halves: deque[tuple[Half, ...]] = deque(maxlen=HALVES_FRAMES)
        self._decoded_frames = 0

    @property
    def present(self) -> frozenset[str]:
        """Keys that are accepted and still in view."""
        return frozenset(key for key, track in self._tracks.items() if track.is_accepted)

    @property
    def is_missing_one(self) -> bool:
        """Whether something moved and an accepted code was not read since: it may be gone, look closely."""
        tracks = self._tracks.values()
        return any(one.is_accepted and one.has_moved_since and one.frames_missed for one in tracks)

    def saw(
        self,
        number: int,
        at: float,
        reads: Sequence[Decoded],
        *,
        moved: bool = True,
        unread_bars: Iterable[Box] = (),
        halves: Sequence[Half] = (),
    ) -> list[CodeRead]:
        """Take one decoded frame: its number, when it was handed over, what was read, whether the picture
        moved since the frame before, where bars were found that nobody could read, and halves of codes."""
        self._decoded_frames += 1
        by_key: dict[str, list[Decoded]] = {}
        for read in (*reads, *self._joined(halves)):
            by_key.setdefault(read.key, []).append(read)
        self._age(at, moved, by_key, tuple(unread_bars))
        for key, same in by_key.items():
            self._note(key, at, same)
        settled = [key for key in by_key if self.standing(key) is Standing.SETTLED]
        settled.sort(key=lambda key: -len(key))  # of one pack's codes the one that says most is told
        return [told for key in settled if (told := self._accept(key, number, at))]

    def forget(self) -> None:
        """Start over: nothing is in view (reading was switched off)."""
        self._tracks.clear()
        self._halves.clear()

    def _joined(self, halves: Sequence[Half]) -> list[Decoded]:
        """What the halves of this frame make with those of the frames before: evidence like any other."""
        numbers = joined(halves, self._halves) if halves else []
        self._halves.append(tuple(halves))
        return numbers

    def _age(self, at: float, moved: bool, by_key: dict[str, list[Decoded]], bars: tuple[Box, ...]) -> None:
        """Drop what is gone. Gone needs time, frames and movement; a still picture never loses its code."""
        for key, track in list(self._tracks.items()):
            track.has_moved_since |= moved
            seen_lately = at - track.last_seen_at < GONE_S or track.frames_missed < GONE_FRAMES
            if not seen_lately and (track.has_moved_since or not track.is_accepted):
                del self._tracks[key]
                continue
            if key in by_key:
                continue
            if track.is_accepted and at - track.last_read_at < UNREAD_HOLD_S and _any_at(bars, track.box):
                track.last_seen_at = at
                track.frames_missed = 0
            else:
                track.frames_missed += 1

    def _note(self, key: str, at: float, same: list[Decoded]) -> None:
        best = min(same, key=lambda read: read.engine == ZBAR)  # zxing-cpp knows GS1 from plain content
        track = self._tracks.get(key)
        if track is None:
            self._make_room()
            track = self._tracks[key] = _Track(best, at, at, best.box)
        elif best.engine != ZBAR:
            track.best = best
        engines = frozenset(read.engine for read in same)
        track.sightings.append(_Sighting(self._decoded_frames, engines, max(read.margin for read in same)))
        track.add_ons.update(read.add_on for read in same if read.add_on)
        track.box, track.last_seen_at, track.last_read_at = best.box, at, at
        track.frames_missed, track.has_moved_since = 0, False

    def _make_room(self) -> None:
        while len(self._tracks) >= CODES_MAX:
            del self._tracks[min(self._tracks, key=lambda key: self._tracks[key].last_seen_at)]

    def _recent(self, track: _Track) -> list[_Sighting]:
        return [one for one in track.sightings if one.frame > self._decoded_frames - WINDOW]

    def standing(self, key: str) -> Standing:
        """Why a code that was read in the newest frame counts, or not yet."""
        track = self._tracks[key]
        recent = self._recent(track)
        if track.is_accepted:
            return Standing.COUNTED
        if track.best.symbology in MATRIX:
            return Standing.SETTLED
        if self._is_contradicted(key):
            return Standing.CONTRADICTED
        if track.best.symbology in SHORT:
            agree = any(len(one.engines) >= 2 for one in recent)
            return Standing.SETTLED if agree and len(recent) >= SHORT_FRAMES else Standing.NEEDS_TWO
        if len(recent[-1].engines) >= 2:
            return Standing.SETTLED
        votes = SURE_VOTES if track.best.symbology in WELL_CHECKED else VOTES
        return Standing.SETTLED if _is_enough(recent, votes) else Standing.ONE_LOOK

    def _is_contradicted(self, key: str) -> bool:
        """Whether another bar code was read in the same place lately. Doubtful short codes do not count
        against a long one: half of a long code looks like them, never the other way round."""
        track = self._tracks[key]
        for other_key, other in self._tracks.items():
            if other_key == key or other.best.symbology in MATRIX or not other.box.overlaps(track.box):
                continue
            recent = self._recent(other)
            is_doubtful = other.best.symbology in SHORT and all(len(one.engines) < 2 for one in recent)
            if recent and not (is_doubtful and track.best.symbology not in SHORT):
                return True
        return False

    def _is_of_a_counted_pack(self, track: _Track) -> bool:
        """Whether a counted code in view names the same product in another symbology: an EAN-13 with a Data
        Matrix beside it is one pack. Two units of one product show the same symbology."""
        product = _product(track)
        return bool(product) and any(
            other.best.symbology is not track.best.symbology and _product(other) == product
            for other in self._tracks.values()
            if other.is_accepted
        )

    def _accept(self, key: str, number: int, at: float) -> CodeRead | None:
        """The read to tell; None if another code of the same pack has been told."""
        track = self._tracks[key]
        track.is_accepted = True
        if self._is_of_a_counted_pack(track):
            return None
        behind = self._decoded_frames
        evidence = tuple(
            f"{engine}@{number - (behind - one.frame)}"
            for one in self._recent(track)
            for engine in sorted(one.engines, reverse=True)
        )
        return CodeRead(
            text=track.best.text[:TEXT_MAX],  # cut, not dropped: the lane then says that it is unknown
            symbology=track.best.symbology,
            add_on=_agreed(track.add_ons),
            evidence=evidence,
            first_seen_at=track.first_seen_at,
            frame_at=at,
        )


def _is_enough(recent: Sequence[_Sighting], votes: int) -> bool:
    """Whether single engines over the last frames are proof enough of a long code, of which so many votes
    are."""
    engines = frozenset[str]().union(*(one.engines for one in recent))
    return (
        recent[-1].margin >= MARGIN_STRONG
        or sum(one.margin > 0 for one in recent) >= SURE_VOTES
        or (len(engines) >= 2 and not engines.isdisjoint(UNLIKE))
        or (len(recent) >= votes and engines != {ZBAR})
    )


def _product(track: _Track) -> str:
    """The GTIN-14 it names, by whatever symbol; empty if it names no product."""
    meaning = interpret(track.best.text, track.best.symbology, ())
    return meaning.key if isinstance(meaning, ProductCode) else ""


def _agreed(add_ons: Counter[str]) -> str:
    """The add-on that was read ADD_ON_VOTES times, if no other was read at all."""
    [(text, count), *others] = add_ons.most_common() or [("", 0)]
    return text if count >= ADD_ON_VOTES and not others else ""


def _any_at(boxes: tuple[Box, ...], place: Box) -> bool:
    return any(box.overlaps(place) for box in boxes)
