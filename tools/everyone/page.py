"""`index.html`: what each shopper saw, side by side, and what was heard. Pure.

Invariants: no script, no address outside its folder; whatever comes from outside is escaped.
"""

import html
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from .serving import Served

STYLE = """
:root { --ink: #14261c; --soft: #55635b; --green: #0b5d3b; --ground: #f4f2ec }
* { box-sizing: border-box }
body { font: 17px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 1560px; padding: 48px 32px 96px;
  background: var(--ground); color: var(--ink) }
h1 { font-size: 40px; line-height: 1.15; letter-spacing: -.5px; margin: 0 0 8px }
h2 { font-size: 28px; margin: 0 } h3 { font-size: 19px; margin: 32px 0 8px }
p { margin: 6px 0 0; max-width: 70ch }
.soft { color: var(--soft) } a { color: var(--green) }
nav { display: flex; flex-wrap: wrap; gap: 10px; margin: 24px 0 0 }
nav a { background: #fff; border-radius: 999px; padding: 8px 18px; text-decoration: none; font-weight: 600 }
section { margin-top: 72px }
.row { display: grid; gap: 28px 20px; grid-template-columns: repeat(auto-fill, minmax(196px, 1fr));
  margin-top: 24px; align-items: start }
figure { margin: 0 }
img { width: 100%; border-radius: 10px; background: #fff; box-shadow: 0 1px 10px #0002; display: block }
figure.paper img { border-radius: 2px; aspect-ratio: 9 / 16; object-fit: cover; object-position: top }
figcaption { font-size: 15px; color: var(--soft); margin-top: 8px }
.wrong { background: #fbe3e0; border-radius: 8px; padding: 10px 16px }
.heard { columns: 2 460px; column-gap: 48px; margin: 16px 0 0; padding: 0 }
.heard div { break-inside: avoid; padding: 0 0 14px }
.heard dt { color: var(--green); font-size: 15px; font-weight: 600 } .heard dd { margin: 0 0 2px }
@media (max-width: 700px) { body { padding: 24px 16px 64px } h1 { font-size: 30px } }
"""
CAPTIONS = {
    "finds": "The first screen, as it is found",
    "comfort": "As you like it",
    "mode-high_contrast": "High contrast",
    "text-200": "Letters at 200 %",
    "reach": "Everything lower",
    "leftHand": "For the left hand",
    "comfortDone": "As it was chosen",
    "languageAr": "In Arabic",
    "start": "Begun",
    "removeLast": "One too many, taken back",
    "expect": "Looked at",
    "pay": "How to pay",
    "tender": "How to pay",
    "payCard": "At the card terminal",
    "paid": "Paid",
    "receipt": "Would you like a receipt?",
    "receiptPaper": "On paper",
    "thanks": "Thank you",
    "F9 Right": "The screen is dark",
    "Plus F3 F4": "Louder; where am I; read it to me",
    "F4": "Read it to me",
    "afterwards": "Afterwards",
}
"""By the last word of a step; another step is called what it is."""


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
    figures = "".join(_figure(one, file, caption(words)) for file, words in one.telling)
    if one.receipt is not None:
        figures += _figure(one, one.receipt, "The receipt", "paper")
    failures = "".join(f'<p class="wrong"><b>Not so:</b> {_safe(what)}</p>' for what in one.failures)
    return f"""<section id="{one.shopper.name}"><h2>{_safe(one.shopper.title)}</h2>
<p>{_safe(one.shopper.text)} <span class="soft">{_outcome(one)}</span></p>{failures}
<div class="row">{figures}</div>{_heard(one, transcript)}</section>"""


def caption(words: str) -> str:
    """What a step is called on the page.

    >>> caption("touch payCard"), caption("show red-apples-1-kg")
    ('At the card terminal', 'Red apples 1 kg')
    """
    does, _, what = words.partition(" ")
    if does == "show":
        return what.replace("-", " ").capitalize()
    return CAPTIONS.get(what or does, words)


def _outcome(one: Served) -> str:
    whole, part = divmod(one.total_minor, 100)
    paid = "paid" if one.is_paid else "not paid"
    return (
        f"{whole}.{part:02} {paid}, receipt {'printed' if one.receipt else 'missing'}, {one.seconds:.0f} s."
    )


def _figure(one: Served, file: Path, words: str, kind: str = "screen") -> str:
    place = _safe(file.relative_to(one.out).as_posix())
    return (
        f'<figure class="{kind}"><a href="{place}"><img src="{place}" loading="lazy" '
        f'alt="{_safe(one.shopper.title)}: {_safe(words)}"></a>'
        f"<figcaption>{_safe(words)}</figcaption></figure>"
    )


def _heard(one: Served, transcript: str) -> str:
    said = [json.loads(line)["text"] for line in transcript.splitlines()]
    if not said:
        return ""
    rows = "".join(
        f"<div><dt>{_safe(caption(words))}</dt>{''.join(f'<dd>{_safe(text)}</dd>' for text in texts)}</div>"
        for words, texts in _by_step(one.heard, said)
    )
    link = '<a href="transcript.jsonl">transcript.jsonl</a>'
    return f'<h3>What was heard</h3><p class="soft">{link}</p><dl class="heard">{rows}</dl>'


def _by_step(heard: Sequence[tuple[str, int]], said: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """What was said from each step to the next; steps in silence are left out."""
    begun = 0
    for words, until in [*heard, ("afterwards", len(said))]:
        if until > begun:
            yield words, said[begun:until]
        begun = max(begun, until)


def _safe(text: str) -> str:
    return html.escape(text, quote=True)
