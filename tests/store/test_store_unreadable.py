"""Bytes that nobody can read are refused to whoever sends them; they are no fault of the service."""

from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from store.data.backup import restored
from store.data.errors import UnavailableError
from store.identity.errors import Rejected
from store.lanes import tx

NOT_UTF8 = b'{"login":"\xff","password":"x","code":"\xff","terminal_id":"\xff"}'
TOO_DEEP = b'{"login":' + b"[" * 3_000


@pytest.mark.parametrize("path", ["/office/login", "/v1/enrol", "/v1/token"])
@pytest.mark.parametrize("body", [NOT_UTF8, TOO_DEEP], ids=["not utf-8", "too deep"])
def test_a_strangers_bytes_are_malformed(client: TestClient[Any], path: str, body: bytes) -> None:
    answer = client.post(path, content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["code"] == "malformed"


@pytest.mark.parametrize("body", [b"\x81\xa4wire\xa1\xff", b"\x91" * 100_000], ids=["not utf-8", "too deep"])
def test_a_batch_that_cannot_be_read_is_refused_by_name(body: bytes) -> None:
    with pytest.raises(Rejected) as refusal:
        tx.read(b"\x82\xa4wire\x01\xa5items" + body)
    assert (refusal.value.status, refusal.value.code) == (422, "malformed")


@pytest.mark.parametrize("dsn", ["postgresql://nobody@127.0.0.1:1/none", "sqlite:///{folder}/empty.db"])
def test_a_database_that_is_not_there_is_named_when_feeds_shall_begin_anew(dsn: str, tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    with pytest.raises(UnavailableError):
        restored(dsn.format(folder=tmp_path))
