"""`index.html`: the album as one page that needs nothing but the pictures beside it. Pure.

Invariants: no script, no address outside its folder; whatever comes from outside is escaped.
"""

import html
from collections.abc import Iterable, Sequence
from pathlib import Path
from string import Template

from .album import Picture, Step

TEMPLATE = Path(__file__).parent / "page.html"
NAMES = {"phone": "The phone", "lane": "The lane", "tablet": "The staff's tablet", "paper": "The paper"}


def page(title: str, text: str, steps: Sequence[Step], more: Iterable[tuple[str, str]] = ()) -> str:
    """The page. `more`: files beside it that may be looked into, with what they are."""
    days: list[str] = []
    parts = []
    for step in steps:
        if (day := f"{step.at:%A, %-d %B %Y}") not in days:
            days.append(day)
            parts.append(f'<h2 class="day"><span>Day {len(days)}</span> {_safe(day)}</h2>')
        parts.append(_step(step))
    files = "".join(f'<li><a href="{_safe(file)}">{_safe(what)}</a></li>' for file, what in more)
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        title=_safe(title),
        text=_safe(text),
        contents="".join(f'<li><a href="#step-{step.number}">{_safe(step.title)}</a></li>' for step in steps),
        steps="\n".join(parts),
        count=sum(len(step.proofs) for step in steps),
        pictures=sum(len(step.pictures) for step in steps),
        steps_count=len(steps),
        files=f"<h2>To look into</h2><ul>{files}</ul>" if files else "",
    )


def _step(step: Step) -> str:
    proofs = "".join(f"<li>{_safe(proof)}</li>" for proof in step.proofs)
    moment = step.at.isoformat(timespec="seconds")
    return f"""<section class="step" id="step-{step.number}">
<header><span class="number">{step.number}</span><div><h3>{_safe(step.title)}</h3>
<p class="time"><time datetime="{moment}">{step.at:%H:%M}</time></p></div></header>
<p class="text">{_safe(step.text)}</p>
<div class="body"><div class="pictures">{"".join(map(_picture, step.pictures))}</div>
<ul class="proofs">{proofs}</ul></div>
</section>"""


def _picture(picture: Picture) -> str:
    caption = _safe(picture.caption)
    return (
        f'<figure class="{picture.kind}"><a href="{_safe(picture.file)}">'
        f'<img src="{_safe(picture.file)}" alt="{NAMES[picture.kind]}: {caption}" loading="lazy"></a>'
        f"<figcaption><b>{NAMES[picture.kind]}</b> {caption}</figcaption></figure>"
    )


def _safe(text: str) -> str:
    return html.escape(text, quote=True)
