"""The units take each secret sealed, if there is one; the rehearsal finds every block it runs on the page."""

import re
from pathlib import Path

from retail.settings.schema import every_key
from store.identity import vault
from tools.rollout.page import blocks

ROOT = Path(__file__).resolve().parents[2]
UNITS = ROOT / "deploy" / "systemd"


def credentials(unit: str) -> dict[str, str]:
    text = (UNITS / f"{unit}.service").read_text(encoding="utf-8")
    return dict(re.findall(r"^LoadCredentialEncrypted=([^:\n]+):(.+)$", text, re.MULTILINE))


def test_every_secret_of_a_lane_may_be_a_credential_of_its_unit() -> None:
    secrets = {path for path, one in every_key().items() if one.key.secret}
    assert secrets
    assert credentials("kiosk") == {path: f"kiosk.{path}" for path in secrets}


def test_the_services_master_key_may_be_a_credential_of_its_unit() -> None:
    assert credentials("kiosk-store") == {vault.FILE_NAME: f"kiosk-store.{vault.FILE_NAME}"}


def test_a_lane_without_credentials_starts_all_the_same() -> None:
    """systemd.exec(5): only a credential that is not named by an absolute path may be missing."""
    for unit in ("kiosk", "kiosk-store"):
        assert not [path for path in credentials(unit).values() if "/" in path]


def test_the_page_has_every_block_the_rehearsal_asks_for() -> None:
    asked = {
        name
        for module in (ROOT / "tools" / "rollout").glob("*.py")
        for name in re.findall(r'\b(?:named|_sign)\("([^"]+)"', module.read_text(encoding="utf-8"))
    }
    told = [block.name for block in blocks(ROOT / "docs" / "deploy.md") if block.name]
    assert asked >= {"updates", "seal", "explain"}
    assert asked | {"with devices", "trial"} == set(told), "and there is none that nobody runs"
    assert len(told) == len(set(told))
