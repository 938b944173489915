"""`index.html`: what each shopper saw, side by side. Pure.

Invariants: no script, no address outside its folder; whatever comes from outside is escaped.
"""

import html
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from .serving import Served

STYLE = """
body { font: 17px/1.45 system-ui, sans-serif; margin: 0 auto; max-width: 1500px; padding: 32px 20px 80px;
  background: #f4f2ec; color: #14261c }
h1 { font-size: 34px; margin: 0 0 6px } h2 { font-size: 26px; margin: 56px 0 2px } p { margin: 4px 0 14px }
.said { color: #55635b } nav { display: flex; flex-wrap: wrap; gap: 8px 20px; margin: 18px 0 }
a { color: #0b5d3b } .row { display: flex; gap: 16px; overflow-x: auto; padding: 8px 2px 16px }
figure { flex: none; margin: 0 } img { height: 440px; border-radius: 8px; background: #fff;
  box-shadow: 0 1px 8px #0003; display: block }
figure.paper img { height: auto; max-height: 440px; border-radius: 2px }
figcaption { font-size: 14px; color: #55635b; margin-top: 6px }
ol.heard { columns: 2 420px; padding-left: 28px } ol.heard li { break-inside: avoid; margin-bottom: 5px }
@media (max-width: 700px) { img { height: 340px } }
"""
QUIET = ("expect", "press")
"""Steps whose picture says nothing that the one before did not."""


def page(title: str, text: str, served: Sequence[Served], transcript: str) -> str:
    """The page. `transcript`: what was heard, a JSON line a sentence; may be empty."""
    links = "".join(f'<a href="#{one.shopper.name}">{_safe(one.shopper.title)}</a>' for one in served)
    sections = "\n".join(_section(one, transcript if one.transcript else "") for one in served)
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{_safe(title)}</title><style>{STYLE}</style></head><body>
<h1>{_safe(title)}</h1><p>{_safe(text)}</p><nav>{links}</nav>
{sections}
</body></html>
"""


def _section(one: Served, transcript: str) -> str:
    figures = "".join(_figure(one, file, words) for file, words in _telling(one.pictures))
    if one.receipt is not None:
        figures += _figure(one, one.receipt, "the receipt", "paper")
    failures = "".join(f"<p><b>Not so:</b> {_safe(what)}</p>" for what in one.failures)
    return f"""<section id="{one.shopper.name}"><h2>{_safe(one.shopper.title)}</h2>
<p>{_safe(one.shopper.text)} <span class="said">{_outcome(one)}</span></p>{failures}
<div class="row">{figures}</div>{_heard(transcript)}</section>"""


def _outcome(one: Served) -> str:
    whole, part = divmod(one.total_minor, 100)
    paid = "paid" if one.is_paid else "not paid"
    return (
        f"{whole}.{part:02} {paid}, receipt {'printed' if one.receipt else 'missing'}, {one.seconds:.0f} s."
    )


def _telling(pictures: Iterable[tuple[Path, str]]) -> list[tuple[Path, str]]:
    """The main ones: of the goods the first and the last, and every other step that shows something new."""
    telling = [(file, words) for file, words in pictures if not words.startswith(QUIET)]
    shows = [number for number, (_, words) in enumerate(telling) if words.startswith("show")]
    return [one for number, one in enumerate(telling) if number not in shows[1:-1]]


def _figure(one: Served, file: Path, words: str, kind: str = "screen") -> str:
    place = _safe(file.relative_to(one.out).as_posix())
    return (
        f'<figure class="{kind}"><a href="{place}"><img src="{place}" loading="lazy" '
        f'alt="{_safe(one.shopper.title)}: {_safe(words)}"></a>'
        f"<figcaption>{_safe(words)}</figcaption></figure>"
    )


def _heard(transcript: str) -> str:
    said = [json.loads(line)["text"] for line in transcript.splitlines()]
    if not said:
        return ""
    rows = "".join(f"<li>{_safe(text)}</li>" for text in said)
    link = '<a href="transcript.jsonl">transcript.jsonl</a>'
    return f'<p>What was heard ({link}):</p><ol class="heard">{rows}</ol>'


def _safe(text: str) -> str:
    return html.escape(text, quote=True)
