"""The page on which a gallery's pictures are looked through: grouped by situation, filtered by a touch. Pure.

Invariants: the page lists what is in the folder and nothing else; it needs no network and no program but a
browser.
"""

import html
from collections.abc import Iterable
from pathlib import PurePosixPath

import msgspec

STYLE = """
body { font: 16px/1.4 system-ui, sans-serif; margin: 0; background: #f4f2ec; color: #14261c }
header { position: sticky; top: 0; background: #fff; padding: 12px 20px; z-index: 1 }
header label { margin-right: 14px; white-space: nowrap } header b { margin-right: 8px }
h2 { margin: 28px 20px 8px } section div { display: flex; flex-wrap: wrap; gap: 14px; padding: 0 20px }
figure { margin: 0 } img { height: 420px; border-radius: 6px; box-shadow: 0 1px 6px #0003; background: #fff }
figcaption { font-size: 13px; color: #55635b } [hidden] { display: none !important }
"""
SCRIPT = """
const boxes = [...document.querySelectorAll('input[type=checkbox]')], word = document.querySelector('#word');
function filter() {
  const off = boxes.filter(box => !box.checked).map(box => box.value);
  for (const section of document.querySelectorAll('section')) {
    let shown = 0;
    for (const figure of section.querySelectorAll('figure')) {
      const tags = figure.dataset.tags.split(' ');
      figure.hidden = tags.some(tag => off.includes(tag)) || !section.id.includes(word.value);
      shown += !figure.hidden;
    }
    section.hidden = shown === 0;
  }
}
boxes.forEach(box => box.onchange = filter); word.oninput = filter;
"""


class Drawn(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """One picture: `variant/orientation/language/situation.png` (or .webp) in the gallery's folder."""

    situation: str
    variant: str
    orientation: str
    language: str
    ending: str = "png"

    @property
    def path(self) -> str:
        """Where it lies, from the gallery's folder."""
        return f"{self.variant}/{self.orientation}/{self.language}/{self.situation}.{self.ending}"


def drawn_of(path: PurePosixPath) -> Drawn:
    """What the place of a picture says about it."""
    variant, orientation, language, _ = path.parts
    return Drawn(
        situation=path.stem,
        variant=variant,
        orientation=orientation,
        language=language,
        ending=path.suffix[1:],
    )


def page(drawn: Iterable[Drawn]) -> str:
    """The whole page."""
    pictures = sorted(drawn)
    groups = {
        "Colours, letters, hand": sorted({one.variant for one in pictures}),
        "Held": sorted({one.orientation for one in pictures}),
        "Language": sorted({one.language for one in pictures}),
    }
    boxes = "".join(
        f"<p><b>{name}</b>{''.join(_box(value) for value in values)}</p>" for name, values in groups.items()
    )
    situations = dict.fromkeys(one.situation for one in pictures)
    sections = "".join(
        _section(name, [one for one in pictures if one.situation == name]) for name in situations
    )
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Screens</title><style>{STYLE}</style>'
        f"<header><b>{len(pictures)} pictures of {len(situations)} situations</b>"
        f'<input id="word" placeholder="name of a situation">{boxes}</header>{sections}'
        f"<script>{SCRIPT}</script></html>\n"
    )


def _box(value: str) -> str:
    text = html.escape(value, quote=True)
    return f'<label><input type="checkbox" checked value="{text}"> {text}</label>'


def _section(name: str, pictures: list[Drawn]) -> str:
    figures = "".join(_figure(one) for one in pictures)
    title = html.escape(name, quote=True)
    return f'<section id="{title}"><h2>{title}</h2><div>{figures}</div></section>'


def _figure(one: Drawn) -> str:
    tags = f"{one.variant} {one.orientation} {one.language}"
    path = html.escape(one.path, quote=True)
    return (
        f'<figure data-tags="{html.escape(tags, quote=True)}"><a href="{path}"><img src="{path}"'
        f' loading="lazy" alt="{html.escape(f"{one.situation}, {tags}", quote=True)}"></a>'
        f"<figcaption>{html.escape(tags)}</figcaption></figure>"
    )
