"""Codes, keys, tokens and signatures: what is accepted, what is refused, and what stays bounded."""

import base64
import json
import re

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from retail.check import BrokenInvariantError
from retail.wire.identity import SKEW_MAX_S, TOKEN_LIFE_S, request_bytes
from store.identity import codes, keyring, signatures, tokens
from store.identity.errors import Rejected
from store.identity.keyring import Keyring
from store.identity.limits import Buckets, Rate
from store.identity.signatures import Nonces, Proof

SECOND = 1_000_000
NOW = 1_800_000_000 * SECOND


@pytest.fixture
def ring() -> Keyring:
    return Keyring([keyring.from_private(*keyring.make()), keyring.from_private(*keyring.make())])


def proof_of(
    private: Ed25519PrivateKey, *, at: int = NOW, nonce: str = "nonce-0001", body: bytes = b""
) -> Proof:
    message = request_bytes("POST", "/v1/tx?a=1", body, at, nonce)
    return Proof(terminal_id="042-3", at=at, nonce=nonce, signature=private.sign(message))


# --- codes ---------------------------------------------------------------------------------------------


def test_a_code_is_read_back_as_it_was_written() -> None:
    code = codes.make("042-3")
    assert codes.read(code.written()) == code


def test_a_codes_secret_has_sixty_bits() -> None:
    assert len(set(codes.LETTERS)) == 32
    assert codes.SECRET_LETTERS * 5 >= 60


def test_two_codes_of_a_lane_differ() -> None:
    assert len({codes.make("042-3").written() for _ in range(50)}) == 50


@pytest.mark.parametrize(
    "typed",
    [
        "042-3-7k2m-9qxa-b0vt-88tn",
        " 042-3 7K2M 9QXA BOVT 88TN ",
        "042-3-7K2M9QXAB0VT88TN",
        "042-3-7K2M-9QXA-bovt-88TN",
    ],
)
def test_reading_forgives_what_people_do_when_they_copy(typed: str) -> None:
    code = codes.read(typed)
    assert code is not None
    assert (code.terminal_id, code.selector, code.secret) == ("042-3", "7K2M", "9QXAB0VT88TN")


@pytest.mark.parametrize(
    "typed",
    ["", "042-3", "7K2M-9QXA-B0VT-88TN", "042-3-7K2M-9QXA-B0VT-88T", "042-3-7K2M-9QXA-B0VT-88TU", "ß" * 40],
)
def test_what_is_no_code_is_none(typed: str) -> None:
    assert codes.read(typed) is None


@given(st.text(max_size=300))
def test_reading_a_code_never_raises(text: str) -> None:
    code = codes.read(text)
    assert code is None or len(code.secret) == codes.SECRET_LETTERS


def test_a_code_does_not_show_its_secret_in_a_log() -> None:
    code = codes.make("042-3")
    assert code.secret not in repr(code)


# --- keys ----------------------------------------------------------------------------------------------


def test_a_key_is_named_by_its_public_part() -> None:
    key_id, private = keyring.make()
    key = keyring.from_private(key_id, private)
    assert keyring.key_id_of(keyring.raw_public(key.public)) == key_id
    with pytest.raises(BrokenInvariantError):
        keyring.from_private("0" * 16, private)


def test_the_newest_key_signs_and_older_ones_are_still_told(ring: Keyring) -> None:
    key_id, signature = ring.sign(b"message")
    assert key_id == ring.signer.key_id == next(iter(ring.public_keys()))
    assert len(ring.public_keys()) == 2
    public = base64.b64decode(ring.public_keys()[key_id])
    assert keyring.verifies(public, base64.b64decode(signature), b"message")
    assert not keyring.verifies(public, base64.b64decode(signature), b"another message")


@pytest.mark.parametrize("text", ["", "AAAA", "not base64!", "é" * 32])
def test_a_key_of_another_shape_is_refused_by_name(text: str) -> None:
    with pytest.raises(Rejected, match="public key"):
        keyring.decoded(text, 32, "a public key")


# --- tokens --------------------------------------------------------------------------------------------


def test_a_token_says_who_until_when(ring: Keyring) -> None:
    text, ends = tokens.issue("042", "042-3", "ab12", ring, NOW)
    token = tokens.read(text, ring, ends - 1)
    assert (token.store_id, token.terminal_id, token.key_id) == ("042", "042-3", "ab12")
    assert ends == NOW + TOKEN_LIFE_S * SECOND == token.expires_at


def test_a_token_ends_also_for_a_reader_that_remembers_it(ring: Keyring) -> None:
    text, ends = tokens.issue("042", "042-3", "ab12", ring, NOW)
    reader = tokens.TokenReader(ring)
    assert reader.read(text, NOW) == reader.read(text, ends - 1)
    for read in (reader.read, lambda text, now: tokens.read(text, ring, now)):
        with pytest.raises(Rejected) as refused:
            read(text, ends)
        assert refused.value.code == "token_expired"


def test_a_token_of_an_older_key_is_read_until_that_key_is_gone(ring: Keyring) -> None:
    old = Keyring([keyring.from_private(*keyring.make())])
    text, _ = tokens.issue("042", "042-3", "ab12", old, NOW)
    both = Keyring([ring.signer, old.signer])
    assert tokens.read(text, both, NOW).terminal_id == "042-3"
    with pytest.raises(Rejected) as refused:
        tokens.read(text, ring, NOW)
    assert refused.value.code == "token_invalid"


def _forged(ring: Keyring, how: str) -> str:
    text, _ = tokens.issue("042", "042-3", "ab12", ring, NOW)
    head, _, signature = text.split(".")
    claims = jwt.decode(text, options={"verify_signature": False})
    headers = jwt.get_unverified_header(text)
    if how == "another lane":
        raw = json.dumps({**claims, "sub": "042-4"}).encode()
        return ".".join((head, base64.urlsafe_b64encode(raw).decode().rstrip("="), signature))
    if how == "no signature":
        return jwt.encode(claims, None, algorithm="none", headers={"kid": headers["kid"]})
    if how == "public key as a secret":
        public = base64.b64decode(ring.public_keys()[ring.signer.key_id]).ljust(64, b"\0")
        return jwt.encode(claims, public, algorithm="HS256", headers={"kid": headers["kid"]})
    if how == "own key":
        return jwt.encode(
            claims, Ed25519PrivateKey.generate(), algorithm="EdDSA", headers={"kid": headers["kid"]}
        )
    if how == "no claims":
        return jwt.encode({}, ring.signer.private, algorithm="EdDSA", headers={"kid": headers["kid"]})
    if how == "too long":
        return text + "A" * tokens.TOKEN_MAX
    return how


@pytest.mark.parametrize(
    "how",
    [
        "another lane",
        "no signature",
        "public key as a secret",
        "own key",
        "no claims",
        "too long",
        "",
        "a.b.c",
        "é",
    ],
)
def test_a_token_we_did_not_issue_is_refused(ring: Keyring, how: str) -> None:
    with pytest.raises(Rejected) as refused:
        tokens.TokenReader(ring).read(_forged(ring, how), NOW)
    assert (refused.value.code, refused.value.status) == ("token_invalid", 401)


def test_a_reader_forgets_the_oldest_tokens(ring: Keyring, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens.TokenReader, "REMEMBERED_MAX", 3)
    reader = tokens.TokenReader(ring)
    for number in range(8):
        reader.read(tokens.issue("042", f"042-{number}", "ab12", ring, NOW)[0], NOW)
    assert len(reader._checked) == 3


# --- requests ------------------------------------------------------------------------------------------


def test_a_request_is_by_this_key_over_these_bytes() -> None:
    private = Ed25519PrivateKey.generate()
    public = keyring.raw_public(private.public_key())
    proof = proof_of(private, body=b"body")
    signatures.check_request(proof, public, "post", "/v1/tx?a=1", b"body")
    other = keyring.raw_public(Ed25519PrivateKey.generate().public_key())
    for key, method, target, body in (
        (other, "POST", "/v1/tx?a=1", b"body"),
        (public, "GET", "/v1/tx?a=1", b"body"),
        (public, "POST", "/v1/tx?a=2", b"body"),
        (public, "POST", "/v1/tx?a=1", b"bodY"),
    ):
        with pytest.raises(Rejected) as refused:
            signatures.check_request(proof, key, method, target, body)
        assert refused.value.code == "signature"


@pytest.mark.parametrize("ahead_s", [-SKEW_MAX_S, 0, SKEW_MAX_S])
def test_a_clock_within_the_window_is_taken(ahead_s: int) -> None:
    signatures.check_time(NOW + ahead_s * SECOND, NOW)


@pytest.mark.parametrize("ahead_s", [-86_400, -SKEW_MAX_S - 1, SKEW_MAX_S + 1, 86_400 * 365])
def test_a_wrong_clock_is_told_how_wrong(ahead_s: int) -> None:
    with pytest.raises(Rejected, match=re.escape(f"{ahead_s:+d} s")) as refused:
        signatures.check_time(NOW + ahead_s * SECOND, NOW)
    assert refused.value.code == "wrong_time"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("x-terminal", "../../etc"),
        ("x-terminal", "a" * 65),
        ("x-time", "-1"),
        ("x-time", "1e9"),
        ("x-time", "9" * 19),
        ("x-nonce", "short"),
        ("x-nonce", "with space 123"),
        ("x-signature", "AAAA"),
        ("x-signature", "!" * 88),
    ],
)
def test_a_header_of_another_shape_is_malformed(name: str, value: str) -> None:
    headers = {
        "x-terminal": "042-3",
        "x-time": str(NOW),
        "x-nonce": "nonce-0001",
        "x-signature": base64.b64encode(bytes(64)).decode(),
    }
    assert signatures.read_proof(headers).terminal_id == "042-3"
    with pytest.raises(Rejected) as refused:
        signatures.read_proof({**headers, name: value})
    assert (refused.value.code, refused.value.status) == ("malformed", 400)


def test_a_request_without_a_signature_is_told_so() -> None:
    with pytest.raises(Rejected) as refused:
        signatures.read_proof({"x-terminal": "042-3"})
    assert (refused.value.code, refused.value.status) == ("unsigned", 401)


def test_a_nonce_counts_once_per_lane() -> None:
    private, nonces = Ed25519PrivateKey.generate(), Nonces()
    proof = proof_of(private)
    nonces.check(proof, NOW)
    nonces.check(proof_of(private, nonce="nonce-0002"), NOW)
    with pytest.raises(Rejected) as refused:
        nonces.check(proof, NOW)
    assert refused.value.code == "replayed"


def test_a_nonce_from_the_edge_of_the_future_is_remembered_until_its_time_is_over() -> None:
    private, nonces = Ed25519PrivateKey.generate(), Nonces()
    future = proof_of(private, at=NOW + SKEW_MAX_S * SECOND)
    nonces.check(future, NOW)
    late = NOW + 2 * SKEW_MAX_S * SECOND
    signatures.check_time(future.at, late)  # still within the window
    with pytest.raises(Rejected):
        nonces.check(future, late)


def test_old_nonces_are_forgotten_and_never_more_than_the_limit_are_kept() -> None:
    private, nonces = Ed25519PrivateKey.generate(), Nonces(limit=10)
    for number in range(40):
        nonces.check(proof_of(private, nonce=f"nonce-{number:04}"), NOW)
    assert len(nonces) == 10
    nonces.check(proof_of(private, nonce="nonce-late"), NOW + 5 * SKEW_MAX_S * SECOND)
    assert len(nonces) == 1


# --- limits --------------------------------------------------------------------------------------------


def test_a_burst_is_allowed_and_then_the_rate() -> None:
    buckets = Buckets(Rate(per_second=5, burst=50))
    for _ in range(50):
        buckets.take("042-3", NOW)
    with pytest.raises(Rejected) as refused:
        buckets.take("042-3", NOW)
    assert (refused.value.status, refused.value.retry_after_s) == (429, pytest.approx(0.2))
    buckets.take("042-4", NOW)
    buckets.take("042-3", NOW + SECOND // 5)


def test_an_amount_above_the_burst_leaves_a_debt_instead_of_waiting_for_ever() -> None:
    buckets = Buckets(Rate(per_second=2, burst=4))
    buckets.take("lane", NOW, amount=10)
    with pytest.raises(Rejected) as refused:
        buckets.take("lane", NOW + 3 * SECOND, amount=1)
    assert refused.value.retry_after_s == pytest.approx(0.5)


def test_a_clock_that_goes_back_gives_nothing_and_takes_nothing() -> None:
    buckets = Buckets(Rate(per_second=1, burst=1))
    buckets.take("lane", NOW)
    with pytest.raises(Rejected):
        buckets.take("lane", NOW - 60 * SECOND)


def test_buckets_are_bounded() -> None:
    buckets = Buckets(Rate(per_second=1, burst=1), keys_max=5)
    for number in range(20):
        buckets.take(f"address-{number}", NOW)
    assert len(buckets) == 5
