"""A lane from its code to its last request: enrolment, tokens, signatures, clocks, replays, revocation."""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from litestar import Request, get, post
from litestar.params import FromPath
from litestar.testing import TestClient

from benchmarks.store_lane import Lane
from retail.wire.identity import SKEW_MAX_S, TOKEN_LIFE_S, Enrolled, KeyChange, KeyChanged, Token, key_bytes
from store.app import create_app
from store.data import audit
from store.data.database import Database
from store.data.lanes import alerts, terminals
from store.data.schema.ingest import terminal_head
from store.front import front
from store.front.admission import UNLIMITED, Rates
from store.front.directory import REMEMBERED_S
from store.front.gate import lane_of
from store.identity import codes
from store.identity.passwords import Passwords
from store.lanes import enrol
from store.service import Room, Service
from store.settings import Settings

SECOND = 1_000_000
WEAK = Passwords(time_cost=1, memory_kib=8)
FREE = Rates(
    device=UNLIMITED,
    device_bytes=UNLIMITED,
    store=UNLIMITED,
    token_address=UNLIMITED,
    stranger_address=UNLIMITED,
)
TX, FEED = "/v1/tx", "/v1/feed/chain"

Client = TestClient[Any]
AnyRequest = Request[Any, Any, Any]


class Clock:
    def __init__(self) -> None:
        self.now = 1_800_000_000 * SECOND

    def __call__(self) -> int:
        return self.now

    def move(self, seconds: float) -> None:
        self.now += round(seconds * SECOND)


def probes(service: Service) -> Room:
    """Handlers in the place of rooms that are tested elsewhere: they tell whom the gate let in."""

    @post(TX, status_code=200)
    async def upload(request: AnyRequest) -> dict[str, Any]:
        return {**msgspec.to_builtins(lane_of(request)), "body": (await request.body()).decode()}

    @get("/v1/feed/{name:str}")
    async def feed(request: AnyRequest, name: FromPath[str]) -> dict[str, Any]:
        return {**msgspec.to_builtins(lane_of(request)), "scope": name}

    @get("/v1/hub/shop")
    async def hub(request: AnyRequest) -> dict[str, Any]:
        return {**msgspec.to_builtins(lane_of(request))}

    return Room(routes=(upload, feed, hub))


@pytest.fixture
def clock() -> Clock:  # type: ignore[override]
    return Clock()


@pytest.fixture
def start(settings: Settings, database: Database, clock: Clock) -> Iterator[Callable[..., Client]]:
    """Start a worker of the service; several share one database."""
    opened: list[Client] = []

    def begin(rates: Rates = FREE) -> Client:
        def shared(service: Service) -> Room:
            service.shared.update({front.RATES: rates, front.PASSWORDS: WEAK})
            return Room()

        app = create_app(settings, database, clock, rooms=(shared, front.room, enrol.room, probes))
        client = TestClient(app)
        client.__enter__()
        opened.append(client)
        return client

    yield begin
    for client in opened:
        client.__exit__(None, None, None)


@pytest.fixture
def client(start: Callable[..., Client]) -> Client:  # type: ignore[override]
    return start()


def new_code(database: Database, clock: Clock, name: str = "lane 1", store_id: str = "1") -> str:
    def job(connection: Any) -> codes.Code:
        known = terminals.find_by_name(connection, store_id, name)
        terminal_id = known.terminal_id if known else terminals.make(connection, store_id, name, clock())
        code = codes.make(terminal_id)
        terminals.set_code(
            connection,
            store_id,
            terminal_id,
            selector=code.selector,
            code_hash=WEAK.hash(code.secret),
            until=clock() + codes.LIFE_S * SECOND,
            by="anna",
            at=clock(),
        )
        return code

    return database.write_sync(job).written()


def send(client: Client, path: str, body: msgspec.Struct) -> Any:
    return client.post(path, content=msgspec.json.encode(body), headers={"content-type": "application/json"})


def enrol_lane(client: Client, database: Database, clock: Clock, name: str = "lane 1") -> Lane:
    lane = Lane(clock=clock)
    answer = send(client, "/v1/enrol", lane.enrol_request(new_code(database, clock, name)))
    assert answer.status_code == 200, answer.text
    lane.terminal_id = msgspec.json.decode(answer.content, type=Enrolled).terminal_id
    fetch_token(client, lane)
    return lane


def fetch_token(client: Client, lane: Lane) -> Token:
    answer = send(client, "/v1/token", lane.token_request())
    assert answer.status_code == 200, answer.text
    token = msgspec.json.decode(answer.content, type=Token)
    lane.token = token.token
    return token


def upload(client: Client, lane: Lane, body: bytes = b"sales", **headers: Any) -> Any:
    return client.post(TX, content=body, headers=headers or lane.headers("POST", TX, body))


def code_of(answer: Any) -> str:
    assert answer.headers["content-type"].startswith("application/problem+json"), answer.text
    return str(answer.json()["code"])


# --- enrolment -------------------------------------------------------------------------------------------


def test_a_code_makes_a_lane_and_the_lane_may_upload(
    client: Client, database: Database, clock: Clock
) -> None:
    lane = Lane(clock=clock)
    answer = send(client, "/v1/enrol", lane.enrol_request(new_code(database, clock)))
    told = msgspec.json.decode(answer.content, type=Enrolled)
    assert (told.store_id, told.terminal_id, told.epoch) == ("1", "1-1", 1)
    assert told.scopes == ("chain", "store:1", "terminal:1.1-1")
    assert len(told.service_keys) == 1
    lane.terminal_id = told.terminal_id
    token = fetch_token(client, lane)
    assert token.may_sell
    assert token.expires_at == clock() + TOKEN_LIFE_S * SECOND
    found = upload(client, lane).json()
    assert found == {
        "store_id": "1",
        "terminal_id": "1-1",
        "key_id": lane.key_id,
        "kind": "lane",
        "is_revoked": False,
        "body": "sales",
    }


def test_enrolling_is_in_the_audit_log(client: Client, database: Database, clock: Clock) -> None:
    lane = enrol_lane(client, database, clock)
    deeds = database.read_sync(lambda connection: audit.newest(connection, "1", what=lane.terminal_id))
    assert [deed.action for deed in deeds] == ["terminal.enrol"]


def test_a_code_enrols_one_key_only(client: Client, database: Database, clock: Clock) -> None:
    code = new_code(database, clock)
    assert send(client, "/v1/enrol", Lane(clock=clock).enrol_request(code)).status_code == 200
    second = send(client, "/v1/enrol", Lane(clock=clock).enrol_request(code))
    assert (second.status_code, code_of(second)) == (403, "code")


def test_a_lost_answer_is_told_again_to_the_same_key(
    client: Client, database: Database, clock: Clock
) -> None:
    code, lane = new_code(database, clock), Lane(clock=clock)
    first = send(client, "/v1/enrol", lane.enrol_request(code)).json()
    again = send(client, "/v1/enrol", lane.enrol_request(code)).json()
    assert again == first
    assert len(database.read_sync(lambda connection: terminals.device(connection, "1", "1-1")).keys) == 1


def test_a_code_ends_after_a_quarter_of_an_hour(client: Client, database: Database, clock: Clock) -> None:
    code = new_code(database, clock)
    clock.move(codes.LIFE_S)
    answer = send(client, "/v1/enrol", Lane(clock=clock).enrol_request(code))
    assert (answer.status_code, code_of(answer)) == (403, "code")


def guess(code: str) -> str:
    """The code with another secret."""
    read = codes.read(code)
    assert read is not None
    flipped = "0" if read.secret[-1] != "0" else "1"
    return msgspec.structs.replace(read, secret=read.secret[:-1] + flipped).written()


def test_the_fifth_wrong_guess_ends_a_code_and_calls_a_person(
    client: Client, start: Callable[..., Client], database: Database, clock: Clock
) -> None:
    code = new_code(database, clock)
    other = start()  # guesses are counted for all workers together
    for number in range(codes.TRIES_MAX):
        answer = send((client, other)[number % 2], "/v1/enrol", Lane(clock=clock).enrol_request(guess(code)))
        assert (answer.status_code, code_of(answer)) == (403, "code")
    right = send(client, "/v1/enrol", Lane(clock=clock).enrol_request(code))
    assert (right.status_code, code_of(right)) == (403, "code")
    told = database.read_sync(lambda connection: alerts.still_open(connection, "1"))
    assert [(alert.kind, alert.terminal_id) for alert in told] == [("enrolment", "1-1")]


def test_whoever_only_knows_the_lane_cannot_use_up_its_tries(
    client: Client, database: Database, clock: Clock
) -> None:
    code = new_code(database, clock)
    read = codes.read(code)
    assert read is not None
    other = "0000" if read.selector != "0000" else "1111"
    for _ in range(codes.TRIES_MAX + 1):
        wrong = msgspec.structs.replace(read, selector=other).written()
        assert send(client, "/v1/enrol", Lane(clock=clock).enrol_request(wrong)).status_code == 403
    assert send(client, "/v1/enrol", Lane(clock=clock).enrol_request(code)).status_code == 200


@pytest.mark.parametrize("code", ["", "nonsense", "9-9-7K2M-9QXA-B0VT-88TN", "chain-1-0000-0000-0000-0000"])
def test_what_is_no_code_is_answered_like_a_wrong_one(client: Client, clock: Clock, code: str) -> None:
    answer = send(client, "/v1/enrol", Lane(clock=clock).enrol_request(code))
    assert (answer.status_code, code_of(answer)) == (403, "code")


def test_a_proof_by_another_key_costs_no_try(client: Client, database: Database, clock: Clock) -> None:
    code, lane = new_code(database, clock), Lane(clock=clock)
    stolen = msgspec.structs.replace(lane.enrol_request(code), proof=Lane().enrol_request(code).proof)
    for _ in range(codes.TRIES_MAX + 1):
        assert code_of(send(client, "/v1/enrol", stolen)) == "signature"
    assert send(client, "/v1/enrol", lane.enrol_request(code)).status_code == 200


def test_new_hardware_enrols_as_the_same_lane_with_another_epoch(
    client: Client, database: Database, clock: Clock
) -> None:
    old = enrol_lane(client, database, clock)
    code, new = new_code(database, clock), Lane(clock=clock)
    told = send(client, "/v1/enrol", new.enrol_request(code)).json()
    assert (told["terminal_id"], told["epoch"]) == (old.terminal_id, 2)
    assert code_of(upload(client, old)) == "key_replaced"
    assert code_of(send(client, "/v1/token", old.token_request())) == "signature"


def test_a_new_journal_begins_beyond_everything_the_lane_ever_sent(
    client: Client, database: Database, clock: Clock
) -> None:
    old = enrol_lane(client, database, clock)
    head = {
        "store_id": "1",
        "terminal_id": old.terminal_id,
        "epoch": 7,
        "acked": 1,
        "head_hash": bytes(32),
        "updated_at": clock(),
    }
    database.write_sync(lambda connection: connection.execute(sa.insert(terminal_head).values(head)).rowcount)
    code = new_code(database, clock)
    assert send(client, "/v1/enrol", Lane(clock=clock).enrol_request(code)).json()["epoch"] == 8


def test_lanes_of_a_store_are_numbered_and_never_renumbered(
    client: Client, database: Database, clock: Clock
) -> None:
    named = [enrol_lane(client, database, clock, f"lane {number}").terminal_id for number in (1, 2, 3)]
    assert named == ["1-1", "1-2", "1-3"]


# --- tokens and requests ---------------------------------------------------------------------------------


def test_a_token_that_has_ended_is_refused_by_name_and_a_new_one_helps(
    client: Client, database: Database, clock: Clock
) -> None:
    lane = enrol_lane(client, database, clock)
    clock.move(TOKEN_LIFE_S)
    answer = upload(client, lane)
    assert (answer.status_code, code_of(answer)) == (401, "token_expired")
    assert answer.headers["www-authenticate"] == "Bearer"
    fetch_token(client, lane)
    assert upload(client, lane).status_code == 200


def test_a_stolen_token_is_worth_nothing_without_the_key(
    client: Client, database: Database, clock: Clock
) -> None:
    lane, thief = enrol_lane(client, database, clock), Lane(clock=clock)
    thief.terminal_id, thief.token = lane.terminal_id, lane.token
    answer = upload(client, thief)
    assert (answer.status_code, code_of(answer)) == (401, "signature")


def test_a_token_does_not_fit_another_lane(client: Client, database: Database, clock: Clock) -> None:
    one, two = (enrol_lane(client, database, clock, f"lane {number}") for number in (1, 2))
    one.token = two.token
    assert code_of(upload(client, one)) == "token_invalid"
    one.terminal_id = two.terminal_id
    assert code_of(upload(client, one)) == "signature"


def test_a_request_that_was_changed_on_its_way_is_refused(
    client: Client, database: Database, clock: Clock
) -> None:
    lane = enrol_lane(client, database, clock)
    signed = lane.headers("POST", TX, b"sales")
    assert code_of(client.post(TX, content=b"more sales", headers=signed)) == "signature"
    assert code_of(client.post(f"{TX}?x=1", content=b"sales", headers=signed)) == "signature"
    assert code_of(client.get(FEED, headers=signed)) == "signature"
    assert client.post(TX, content=b"sales", headers=signed).status_code == 200


def test_a_repeated_request_is_refused_by_the_worker_that_saw_it(
    client: Client, database: Database, clock: Clock
) -> None:
    lane = enrol_lane(client, database, clock)
    signed = lane.headers("POST", TX, b"sales")
    assert client.post(TX, content=b"sales", headers=signed).status_code == 200
    again = client.post(TX, content=b"sales", headers=signed)
    assert (again.status_code, code_of(again)) == (401, "replayed")


def test_a_repeated_wish_for_a_token_is_refused_by_every_worker(
    client: Client, start: Callable[..., Client], database: Database, clock: Clock
) -> None:
    lane, other = enrol_lane(client, database, clock), start()
    wish = lane.token_request()
    assert send(client, "/v1/token", wish).status_code == 200
    for worker in (client, other):
        again = send(worker, "/v1/token", wish)
        assert (again.status_code, code_of(again)) == (401, "replayed")


def test_a_query_is_part_of_what_is_signed(client: Client, database: Database, clock: Clock) -> None:
    lane = enrol_lane(client, database, clock)
    target = f"{FEED}?after=3&limit=2"
    assert client.get(target, headers=lane.headers("GET", target)).status_code == 200
    coded = "/v1/feed/store%3A1?after=0"
    assert client.get(coded, headers=lane.headers("GET", coded)).json()["scope"] == "store:1"


@pytest.mark.parametrize("off_s", [-86_400 * 400, -SKEW_MAX_S - 1, SKEW_MAX_S + 1, 86_400 * 400])
def test_a_lane_with_a_wrong_clock_learns_the_time_from_the_refusal(
    client: Client, database: Database, clock: Clock, off_s: int
) -> None:
    lane = enrol_lane(client, database, clock)
    wrong = clock() + off_s * SECOND
    for answer in (
        send(client, "/v1/token", lane.token_request(at=wrong)),
        client.post(TX, content=b"", headers=lane.headers("POST", TX, b"", at=wrong)),
    ):
        assert (answer.status_code, code_of(answer)) == (401, "wrong_time")
        told = int(answer.headers["x-server-time"])
        assert told == answer.json()["server_time"] == clock()
    headers = lane.headers("POST", TX, b"", at=wrong + (told - wrong))
    assert client.post(TX, content=b"", headers=headers).status_code == 200


def test_two_lanes_with_swapped_clocks_are_told_apart_and_put_right(
    client: Client, database: Database, clock: Clock
) -> None:
    ahead, behind = (enrol_lane(client, database, clock, f"lane {number}") for number in (1, 2))
    for lane, off_s in ((ahead, 3_600), (behind, -3_600), (ahead, -3_600), (behind, 3_600)):
        refused = send(client, "/v1/token", lane.token_request(at=clock() + off_s * SECOND))
        offset = refused.json()["server_time"] - (clock() + off_s * SECOND)
        right = lane.token_request(at=clock() + off_s * SECOND + offset)
        assert send(client, "/v1/token", right).status_code == 200
    assert upload(client, ahead).json()["terminal_id"] == ahead.terminal_id
    assert upload(client, behind).json()["terminal_id"] == behind.terminal_id


def test_a_token_of_a_lane_nobody_knows_is_refused_like_a_wrong_signature(
    client: Client, clock: Clock
) -> None:
    answer = send(client, "/v1/token", Lane("1-99", clock).token_request())
    assert (answer.status_code, code_of(answer)) == (401, "signature")


def test_a_request_without_token_or_signature_is_told_what_is_missing(
    client: Client, database: Database, clock: Clock
) -> None:
    lane = enrol_lane(client, database, clock)
    signed = lane.headers("POST", TX, b"")
    bare = {name: value for name, value in signed.items() if name != "authorization"}
    assert code_of(client.post(TX, content=b"", headers=bare)) == "no_token"
    assert (
        code_of(client.post(TX, content=b"", headers={"authorization": signed["authorization"]}))
        == "unsigned"
    )
    assert code_of(client.post(TX)) == "unsigned"


def test_the_body_of_a_stranger_is_not_read(client: Client, database: Database, clock: Clock) -> None:
    lane = enrol_lane(client, database, clock)
    lane.token = "x.y.z"

    def body() -> Iterator[bytes]:
        raise AssertionError("somebody read the body")
        yield b""

    answer = client.post(TX, content=body(), headers=lane.headers("POST", TX, b""))
    assert code_of(answer) == "token_invalid"


# --- keys ------------------------------------------------------------------------------------------------


def test_a_lane_changes_its_key_and_both_count_for_a_day(
    client: Client, database: Database, clock: Clock
) -> None:
    old = enrol_lane(client, database, clock)
    new = Lane(old.terminal_id, clock)
    change = KeyChange(public_key=new.public, proof=new.sign(key_bytes(old.terminal_id, new.public)))
    body = msgspec.json.encode(change)
    json = {"content-type": "application/json"}
    answer = client.post("/v1/key", content=body, headers=old.headers("POST", "/v1/key", body) | json)
    told = msgspec.json.decode(answer.content, type=KeyChanged)
    assert (told.key_id, told.old_until) == (new.key_id, clock() + enrol.OVERLAP_S * SECOND)
    fetch_token(client, new)
    assert upload(client, old).status_code == upload(client, new).status_code == 200
    clock.move(enrol.OVERLAP_S)
    assert code_of(send(client, "/v1/token", old.token_request())) == "signature"
    fetch_token(client, new)
    assert upload(client, new).status_code == 200


def test_a_new_key_without_proof_is_refused(client: Client, database: Database, clock: Clock) -> None:
    lane, other = enrol_lane(client, database, clock), Lane(clock=clock)
    change = KeyChange(public_key=other.public, proof=lane.sign(key_bytes(lane.terminal_id, other.public)))
    body = msgspec.json.encode(change)
    headers = lane.headers("POST", "/v1/key", body) | {"content-type": "application/json"}
    assert code_of(client.post("/v1/key", content=body, headers=headers)) == "signature"
    assert send(client, "/v1/token", other.token_request()).status_code == 400  # no terminal: it is nobody


# --- revoking --------------------------------------------------------------------------------------------


def revoke(database: Database, clock: Clock, lane: Lane) -> None:
    assert database.write_sync(
        lambda connection: terminals.set_state(connection, "1", lane.terminal_id, revoked=True, at=clock())
    )


def test_a_revoked_lane_may_upload_and_nothing_else(client: Client, database: Database, clock: Clock) -> None:
    lane = enrol_lane(client, database, clock)
    assert client.get(FEED, headers=lane.headers("GET", FEED)).status_code == 200
    revoke(database, clock, lane)
    clock.move(REMEMBERED_S)
    answer = client.get(FEED, headers=lane.headers("GET", FEED))
    assert (answer.status_code, code_of(answer)) == (403, "revoked")
    assert upload(client, lane).json()["is_revoked"] is True
    assert not fetch_token(client, lane).may_sell
    assert upload(client, lane).json()["is_revoked"] is True


def test_an_old_code_does_not_bring_a_revoked_lane_back(
    client: Client, database: Database, clock: Clock
) -> None:
    lane = enrol_lane(client, database, clock)
    code = new_code(database, clock)
    revoke(database, clock, lane)
    assert code_of(send(client, "/v1/enrol", Lane(clock=clock).enrol_request(code))) == "code"


def test_a_lane_is_no_hub(client: Client, database: Database, clock: Clock) -> None:
    lane = enrol_lane(client, database, clock)
    answer = client.get("/v1/hub/shop", headers=lane.headers("GET", "/v1/hub/shop"))
    assert (answer.status_code, code_of(answer)) == (403, "wrong_device")


# --- limits ----------------------------------------------------------------------------------------------


def test_a_lane_that_asks_too_often_is_told_when_to_come_again_and_still_uploads(
    start: Callable[..., Client], database: Database, clock: Clock
) -> None:
    client = start(msgspec.structs.replace(FREE, device=Rates().device))
    lane = enrol_lane(client, database, clock)
    answers = [client.get(FEED, headers=lane.headers("GET", FEED)) for _ in range(51)]
    assert [answer.status_code for answer in answers] == [200] * 50 + [429]
    assert code_of(answers[-1]) == "too_often"
    assert answers[-1].headers["retry-after"] == "1"
    assert upload(client, lane).status_code == 200
    clock.move(1)
    assert client.get(FEED, headers=lane.headers("GET", FEED)).status_code == 200


def test_guesses_at_codes_are_slowed_by_address(start: Callable[..., Client], clock: Clock) -> None:
    client = start(msgspec.structs.replace(FREE, stranger_address=Rates().stranger_address))
    wish = Lane(clock=clock).enrol_request("1-1-7K2M-9QXA-B0VT-88TN")
    answers = [send(client, "/v1/enrol", wish) for _ in range(21)]
    assert [answer.status_code for answer in answers] == [403] * 20 + [429]


def test_a_body_that_is_too_large_is_refused(client: Client, clock: Clock) -> None:
    answer = client.post(
        "/v1/enrol",
        content=b'{"code": "' + b"x" * enrol.BODY_MAX + b'"}',
        headers={"content-type": "application/json"},
    )
    assert (answer.status_code, code_of(answer)) == (413, "too_large")
