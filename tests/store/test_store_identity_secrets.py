"""The master key, sealed data, passwords, PINs, badges, lockout and sessions."""

import multiprocessing
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.identity import lockout, sessions, shredding, vault
from store.identity.errors import KeyFileError, SealError
from store.identity.lockout import LOCK_S, TRIES_MAX, Tries
from store.identity.passwords import Passwords, badge_fault, password_fault, pin_fault
from store.identity.shredding import Person
from store.identity.vault import Vault

SECOND = 1_000_000
NOW = 1_800_000_000 * SECOND
WEAK = Passwords(time_cost=1, memory_kib=8)
"""Quick, for tests of what happens around a password."""


@pytest.fixture
def keys() -> Vault:
    return Vault(bytes(range(32)))


# --- the master key --------------------------------------------------------------------------------------


def test_a_key_file_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    first = vault.load(tmp_path / "keys")
    path = tmp_path / "keys" / vault.FILE_NAME
    assert path.stat().st_mode & 0o777 == 0o600
    assert vault.load(tmp_path / "keys").secret("x") == first.secret("x")
    assert [entry.name for entry in path.parent.iterdir()] == [vault.FILE_NAME]


def _secret_of(folder: Path, results: "multiprocessing.Queue[bytes]") -> None:
    results.put(vault.load(folder).secret("x"))


def test_workers_that_start_at_once_agree_on_one_key(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    results: multiprocessing.Queue[bytes] = context.Queue()
    workers = [context.Process(target=_secret_of, args=(tmp_path / "keys", results)) for _ in range(4)]
    for worker in workers:
        worker.start()
    found = {results.get(timeout=60) for _ in workers}
    for worker in workers:
        worker.join(60)
    results.close()
    results.join_thread()
    assert len(found) == 1


@pytest.mark.skipif(os.name != "posix", reason="modes of files are a POSIX thing")
def test_a_key_file_that_others_may_read_is_refused(tmp_path: Path) -> None:
    vault.load(tmp_path)
    (tmp_path / vault.FILE_NAME).chmod(0o640)
    with pytest.raises(KeyFileError, match="chmod 600"):
        vault.load(tmp_path)


@pytest.mark.parametrize("text", ["", "AAAA\n", "not base64", "\xff"])
def test_a_damaged_key_file_stops_the_start(tmp_path: Path, text: str) -> None:
    path = tmp_path / vault.FILE_NAME
    path.write_text(text, encoding="latin-1")
    path.chmod(0o600)
    with pytest.raises(KeyFileError, match=r"master\.key"):
        vault.load(tmp_path)


def test_a_key_from_the_environment_needs_no_file(tmp_path: Path) -> None:
    text = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
    assert vault.load(tmp_path / "none", text).secret("x") == Vault(bytes(range(32))).secret("x")
    assert not (tmp_path / "none").exists()
    with pytest.raises(KeyFileError, match=vault.VARIABLE):
        vault.load(tmp_path, "AAAA")


TEXT = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
OTHER = "HwECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="


@pytest.fixture
def credential(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What `LoadCredentialEncrypted=master.key:...` gives a unit."""
    path = tmp_path / "credentials" / vault.FILE_NAME
    path.parent.mkdir()
    path.write_text(f"{TEXT}\n")
    monkeypatch.setenv(vault.CREDENTIALS, str(path.parent))
    return path


def test_a_key_from_a_credential_is_written_nowhere(tmp_path: Path, credential: Path) -> None:
    assert vault.given() == credential
    for _ in range(2):
        opened = vault.load(tmp_path / "keys", vault.given())
        assert opened.secret("x") == Vault(bytes(range(32))).secret("x")
    assert [path.name for path in (tmp_path / "keys").iterdir()] == [vault.MARK_NAME]
    kept = (tmp_path / "keys" / vault.MARK_NAME).read_bytes()
    assert bytes(range(32)) not in kept
    assert TEXT.encode() not in kept


def test_a_command_without_the_credential_makes_no_key_of_its_own(tmp_path: Path, credential: Path) -> None:
    vault.load(tmp_path / "keys", vault.given())
    with pytest.raises(KeyFileError, match="credential of the service"):
        vault.load(tmp_path / "keys")
    assert not (tmp_path / "keys" / vault.FILE_NAME).exists()


def test_another_key_than_the_credential_is_refused_wherever_it_comes_from(
    tmp_path: Path, credential: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = tmp_path / "keys"
    vault.load(keys, vault.given())
    with pytest.raises(KeyFileError, match="another master key"):
        vault.load(keys, OTHER)
    credential.write_text(OTHER)
    with pytest.raises(KeyFileError, match="another master key"):
        vault.load(keys, vault.given())
    file = keys / vault.FILE_NAME
    file.write_text(OTHER)
    file.chmod(0o600)
    credential.write_text(TEXT)
    with pytest.raises(KeyFileError, match="remove the one"):
        vault.load(keys, vault.given())
    monkeypatch.delenv(vault.CREDENTIALS)
    with pytest.raises(KeyFileError, match="another master key"):
        vault.load(keys, vault.given())


def test_the_file_that_became_a_credential_may_still_lie_there(tmp_path: Path, credential: Path) -> None:
    keys = tmp_path / "keys"
    first = vault.load(keys).secret("x")
    credential.write_text((keys / vault.FILE_NAME).read_text())
    assert vault.load(keys, vault.given()).secret("x") == first
    (keys / vault.FILE_NAME).unlink()
    assert vault.load(keys, vault.given()).secret("x") == first


def test_a_key_that_is_given_twice_is_refused(
    tmp_path: Path, credential: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(vault.VARIABLE, TEXT)
    with pytest.raises(KeyFileError, match="twice"):
        vault.given()
    credential.unlink()
    assert vault.given() == TEXT
    monkeypatch.delenv(vault.VARIABLE)
    assert vault.given() is None


@pytest.mark.parametrize("text", ["", "AAAA\n", "not base64", "\xff"])
def test_a_damaged_credential_stops_the_start_by_name(tmp_path: Path, credential: Path, text: str) -> None:
    credential.write_text(text, encoding="latin-1")
    with pytest.raises(KeyFileError, match=r"the credential master\.key"):
        vault.load(tmp_path / "keys", vault.given())
    assert not (tmp_path / "keys").exists()


def test_what_is_sealed_opens_only_as_what_it_was_sealed(keys: Vault) -> None:
    sealed = keys.seal("purpose", b"plain", "row 1")
    assert keys.open("purpose", sealed, "row 1") == b"plain"
    assert b"plain" not in sealed
    changed = sealed[:-1] + bytes([sealed[-1] ^ 1])
    for opener, purpose, body, context in (
        (keys, "other", sealed, "row 1"),
        (keys, "purpose", sealed, "row 2"),
        (keys, "purpose", changed, "row 1"),
        (keys, "purpose", b"", "row 1"),
        (Vault(bytes(32)), "purpose", sealed, "row 1"),
    ):
        with pytest.raises(SealError):
            opener.open(purpose, body, context)


def test_the_vault_does_not_show_its_key_in_a_log(keys: Vault) -> None:
    assert repr(keys) == "Vault(...)"


# --- members ---------------------------------------------------------------------------------------------


def test_a_persons_data_opens_with_their_key_only(keys: Vault) -> None:
    ada = Person(name="Ada", email="ada@example.org", credentials=(("card", "2100000000012"),))
    own, other = shredding.make_key(keys, "m1"), shredding.make_key(keys, "m2")
    sealed = shredding.seal(keys, own, "m1", ada)
    assert shredding.open_person(keys, own, "m1", sealed) == ada
    assert b"Ada" not in sealed
    with pytest.raises(SealError):
        shredding.open_person(keys, other, "m2", sealed)
    with pytest.raises(SealError):
        shredding.open_person(keys, own, "m2", sealed)


def test_a_person_does_not_show_in_a_log() -> None:
    assert "Ada" not in repr(Person(name="Ada"))


# --- passwords -------------------------------------------------------------------------------------------


def test_passwords_are_argon2id_with_at_least_the_advised_cost() -> None:
    hashed = Passwords().hash("correct horse")
    assert hashed.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_only_the_right_password_matches_and_an_unknown_account_never_does() -> None:
    hashed = WEAK.hash("correct horse")
    assert WEAK.matches(hashed, "correct horse")
    assert not WEAK.matches(hashed, "Correct horse")
    assert not WEAK.matches(None, "nobody's password")
    assert not WEAK.matches("not a hash", "correct horse")


def test_a_password_matches_however_a_keyboard_writes_its_accents() -> None:
    assert WEAK.matches(WEAK.hash("café au lait"), "cafe\u0301 au lait")


def test_a_hash_of_other_cost_is_outdated() -> None:
    hashed = WEAK.hash("correct horse")
    assert not WEAK.is_outdated(hashed)
    assert Passwords().is_outdated(hashed)


@pytest.mark.parametrize("password", ["short", "x" * 129, "anna-lena", "aaaaaaaaaaaa", "abababab"])
def test_a_weak_password_is_refused(password: str) -> None:
    assert password_fault(password, "Anna-Lena") != ""


@pytest.mark.parametrize("password", ["korrektes pferd", "ein langer satz mit allem"])
def test_a_plain_long_password_is_taken(password: str) -> None:
    assert password_fault(password, "anna") == ""


@pytest.mark.parametrize("pin", ["", "123", "1234", "9876", "0000", "123456789", "12a4", "１２３５"])
def test_a_weak_pin_is_refused(pin: str) -> None:
    assert pin_fault(pin) != ""


@pytest.mark.parametrize("pin", ["2580", "1357", "48151623"])
def test_a_pin_that_is_no_row_is_taken_unless_it_counts_up(pin: str) -> None:
    assert pin_fault(pin) == ""


@pytest.mark.parametrize(
    ("badge", "good"), [("S-0042-7781", True), ("short", False), ("a\tb-12345678", False)]
)
def test_a_badge_is_a_printable_text(badge: str, good: bool) -> None:
    assert (badge_fault(badge) == "") is good


# --- lockout ---------------------------------------------------------------------------------------------


def test_the_fifth_wrong_answer_locks() -> None:
    tries = Tries()
    for number in range(1, TRIES_MAX + 1):
        assert not tries.is_locked(NOW)
        tries = lockout.counted(tries, NOW)
        assert tries.wrong == number
    assert tries.is_locked(NOW)
    assert tries.is_locked(NOW + LOCK_S * SECOND - 1)
    assert not tries.is_locked(NOW + LOCK_S * SECOND)


def test_after_a_lock_there_are_five_tries_again() -> None:
    locked = Tries(wrong=TRIES_MAX, locked_until=NOW)
    assert lockout.counted(locked, NOW) == Tries(wrong=1)


@given(st.integers(0, 100), st.integers(0, 2 * NOW))
def test_counting_never_unlocks(wrong: int, locked_until: int) -> None:
    tries = Tries(wrong=wrong, locked_until=locked_until)
    if tries.is_locked(NOW):
        return
    assert lockout.counted(tries, NOW).wrong >= 1


# --- sessions --------------------------------------------------------------------------------------------


def test_the_table_does_not_hold_what_the_cookie_holds() -> None:
    secret = sessions.make()
    assert len(secret) <= sessions.SECRET_MAX
    assert secret not in sessions.stored(secret)
    assert sessions.stored(secret) != sessions.csrf_of(secret)


def test_a_form_of_another_session_is_not_ours() -> None:
    secret, other = sessions.make(), sessions.make()
    csrf = sessions.csrf_of(secret)
    assert sessions.is_same(csrf, sessions.csrf_of(secret))
    assert not sessions.is_same(csrf, sessions.csrf_of(other))
    assert not sessions.is_same(csrf, "")
    assert not sessions.is_same(csrf, "é")
