"""The samples of docs/credential.md are those of the code, and the page names tests that exist."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from retail.credential import base45, issue, vectors
from retail.credential.code import Kind

PAGE = vectors.PAGE.read_text("utf-8")
HERE = Path(__file__).parent


def test_page_and_code_agree() -> None:
    """If not: `python -m retail.credential.vectors`."""
    assert vectors.page_with_vectors(PAGE) == PAGE


def test_every_kind_of_answer_is_in_the_samples() -> None:
    samples = vectors.vectors()
    assert {sample["kind"] for sample in samples["moving"]} == {kind.value for kind in Kind}
    answers = {sample["answer"] for sample in samples["answers"]}
    assert answers >= {
        "counts",
        "ahead",
        "old",
        "wrong_shop",
        "forged",
        "damaged",
        "revoked",
        "newer",
        "not_ours",
    }


def test_the_samples_can_be_read_from_the_page_by_any_program() -> None:
    block = PAGE.partition(vectors.BEGIN)[2].partition(vectors.END)[0]
    samples = json.loads(block.removeprefix("```json\n").removesuffix("\n```\n"))
    assert samples == vectors.vectors()
    head, shown = samples["chain"]["head"], samples["moving"][0]["text"]
    assert (base45.decode(shown[7:]) or b"").hex().startswith(head)


def test_every_test_the_page_names_exists() -> None:
    written = "".join(path.read_text("utf-8") for path in HERE.glob("test_*.py"))
    named = set(re.findall(r"`(test_\w+)`", PAGE))
    assert len(named) > 15
    assert {name for name in named if f"def {name}(" not in written} == set()


@pytest.mark.skipif(shutil.which("node") is None, reason="needs node to run a phone's side")
def test_the_phones_side_on_the_page_shows_what_tills_expect() -> None:
    script = PAGE.partition("```js\n")[2].partition("```")[0]
    grants = [vectors.grant(kind, shop_id) for kind in Kind for shop_id in ("", vectors.SHOP)]
    moments = [vectors.FROM_S - 1, vectors.FROM_S, vectors.FROM_S + 42_000, vectors.FROM_S + 43_200]
    told = [
        {
            "kind": grant.kind.value,
            "from_s": grant.from_s,
            "life_s": grant.life_s,
            "step_s": grant.step_s,
            "head": list(grant.head),
            "last_link": list(grant.last_link),
            "signature": list(grant.signature),
        }
        for grant in grants
    ]
    ask = f"""
        const {{ webcrypto }} = require("node:crypto");
        globalThis.crypto ??= webcrypto;
        {script}
        (async () => {{
          const answers = [];
          for (const grant of {json.dumps(told)})
            for (const at of {moments}) answers.push(await shown(grant, at));
          console.log(JSON.stringify(answers));
        }})();
    """
    ran = subprocess.run(["node", "-e", ask], capture_output=True, text=True, timeout=60, check=True)
    assert json.loads(ran.stdout) == [issue.shown(grant, at) for grant in grants for at in moments]
