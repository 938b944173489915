"""Simulated time: in order, never back, and each process waits for one thing."""

from benchmarks.store_day_clock import SECOND_US, Clock, Signal, Steps, Until


def test_what_is_due_first_happens_first_and_equal_moments_keep_their_order() -> None:
    clock, seen = Clock(1_000), list[str]()
    clock.after(2.0, lambda: seen.append("late"))
    clock.after(1.0, lambda: seen.append("first"))
    clock.after(1.0, lambda: seen.append("second"))
    clock.at(0, lambda: seen.append("past is now"))
    clock.run()
    assert seen == ["past is now", "first", "second", "late"]
    assert clock.now_us == 1_000 + 2 * SECOND_US


def test_a_process_goes_on_when_what_it_waits_for_holds_or_its_time_is_over() -> None:
    clock = Clock(0)
    signal, is_set, seen = Signal(clock), list[int](), list[tuple[str, bool, float]]()

    def waits(name: str, within_s: float) -> Steps:
        held = yield Until(signal=signal, holds=lambda: bool(is_set), within_s=within_s)
        seen.append((name, held, clock.now_us / SECOND_US))
        yield 1.0
        seen.append((name, held, clock.now_us / SECOND_US))

    def sets() -> Steps:
        yield 5.0
        signal.changed()  # nothing holds yet: nobody goes on
        yield 5.0
        is_set.append(1)
        signal.changed()

    clock.start(waits("patient", 60.0))
    clock.start(waits("hasty", 3.0))
    clock.start(sets())
    clock.run()
    assert seen == [
        ("hasty", False, 3.0), ("hasty", False, 4.0), ("patient", True, 10.0), ("patient", True, 11.0),
    ]  # fmt: skip


def test_what_holds_already_is_not_waited_for() -> None:
    clock, seen = Clock(0), list[float]()

    def steps() -> Steps:
        yield Until(signal=Signal(clock), holds=lambda: True)
        seen.append(clock.now_us)

    clock.start(steps())
    clock.run()
    assert seen == [0]


def test_a_signal_between_two_waits_wakes_nobody_twice() -> None:
    clock, seen = Clock(0), list[str]()
    signal = Signal(clock)

    def steps() -> Steps:
        yield Until(signal=signal, holds=lambda: clock.now_us > 0, within_s=60.0)
        seen.append("woken")
        yield 100.0
        seen.append("rested")

    def rings() -> Steps:
        yield 1.0
        signal.changed()
        signal.changed()

    clock.start(steps())
    clock.start(rings())
    clock.run()
    assert seen == ["woken", "rested"]
    assert clock.now_us == 101 * SECOND_US
