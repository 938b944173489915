"""Programs that are started on another day: they all say so, and only the time of day is moved."""

import datetime
import json
import os
import subprocess
import sys
import time

from simulators.clock import SITE, VARIABLE, MovedClock

ZONE = "Europe/Berlin"
ASKED = """
import datetime, json, time, multiprocessing
now = datetime.datetime.now(datetime.UTC)
print(json.dumps({
    "time": time.time(), "ns": time.time_ns() / 1e9, "now": now.timestamp(),
    "naive": datetime.datetime.now().astimezone().timestamp(), "local": time.mktime(time.localtime()),
    "utc": datetime.datetime.utcnow().replace(tzinfo=datetime.UTC).timestamp(),
    "today": datetime.date.today().isoformat(), "monotonic": time.monotonic(),
    "is_same": type(now) is datetime.datetime, "hour": datetime.datetime.now().astimezone().strftime("%H"),
}))
"""
SLACK_S = 60
"""Between two looks at a clock on a busy machine."""


def asked(clock: MovedClock) -> dict[str, object]:
    command = [sys.executable, "-W", "ignore::DeprecationWarning", "-c", ASKED]
    done = subprocess.run(command, env=clock.environment(), capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def test_every_way_to_ask_for_the_time_is_moved_alike() -> None:
    wanted = datetime.datetime(2027, 3, 4, 16, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=1)))
    told = asked(MovedClock.at(wanted, ZONE))
    for name in ("time", "ns", "now", "naive", "local", "utc"):
        said = told[name]
        assert isinstance(said, float)
        assert 0 <= said + 1 - wanted.timestamp() < SLACK_S, name
    assert (told["today"], told["hour"], told["is_same"]) == ("2027-03-04", "16", True)


def test_the_clocks_that_only_count_stay_as_they_are() -> None:
    before = time.monotonic()
    told = asked(MovedClock(ahead_s=-86_400, zone=ZONE))["monotonic"]
    assert isinstance(told, float)
    assert before <= told <= time.monotonic()


def test_it_shows_here_what_the_programs_are_told() -> None:
    wanted = datetime.datetime(2026, 11, 19, 16, 30, tzinfo=datetime.UTC)
    shown = MovedClock.at(wanted, ZONE).now()
    assert 0 <= (shown - wanted).total_seconds() + 1 < SLACK_S
    assert shown.utcoffset() == datetime.timedelta(hours=1)


def test_an_environment_is_made_of_the_one_before_and_may_be_made_again() -> None:
    first = MovedClock(ahead_s=5, zone=ZONE).environment({"PYTHONPATH": "/there", "HOME": "/root"})
    again = MovedClock(ahead_s=7, zone=ZONE).environment(first)
    assert again["PYTHONPATH"].split(os.pathsep) == [str(SITE), "/there"]
    assert (again[VARIABLE], again["TZ"], again["HOME"]) == ("7", ZONE, "/root")
